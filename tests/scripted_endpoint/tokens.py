"""Tokens without a vocabulary, and the cache of prompts' beginnings.

The rule: a text is cut as byte-pair encoders cut it before they merge — a word with the space
before it, up to three digits, a run of punctuation, a run of spaces — and a piece of Latin
letters counts one token per eight letters begun, of other alphabets one per three, of scripts
without spaces one per letter; every other piece is one token per three signs begun. English
prose comes to a bit over four characters a token, JSON to about three.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import blake2b

_PIECE = re.compile(
    r"(?P<latin> ?[A-Za-zÀ-ɏ]+)|(?P<digits> ?\d{1,3})|(?P<dense>[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af])"
    r"|(?P<letters> ?[^\W\d_]+)|(?P<signs> ?[^\s\w]+|_+)|(?P<space>\s+)"
)
_CHARS_OF_A_TOKEN = {"latin": 8, "digits": 4, "dense": 1, "letters": 3, "signs": 3, "space": 32}
_PER_MESSAGE, _PER_REPLY = 4, 3  # role and separators of a message, and what opens the reply
_SHORTEST_PREFIX, _STEP = 1024, 128


def count_tokens(text: str) -> int:
    """The tokens of a text."""
    return sum(tokens for _, tokens in _pieces(text))


def count_prompt_tokens(text: str, messages: int) -> int:
    """The tokens of a prompt with so many messages."""
    return count_tokens(text) + _PER_MESSAGE * messages + _PER_REPLY


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Where each piece ends, and its tokens."""
    for piece in _PIECE.finditer(text):
        per_token = _CHARS_OF_A_TOKEN[piece.lastgroup or "signs"]
        length = piece.end() - piece.start()
        if length > 1 and text[piece.start()] == " " and piece.lastgroup != "space":
            length -= 1
        yield piece.end(), -(-length // per_token)


class PrefixCache:
    """Remembers how prompts began, from 1,024 tokens on in steps of 128, as OpenAI's cache does."""

    def __init__(self) -> None:
        self._known: set[bytes] = set()

    def look_up(self, model: str, text: str) -> int:
        """How many tokens of the text's beginning were seen before; its own beginnings are kept."""
        found = 0
        for tokens, digest in _prefixes(model, text):
            if digest in self._known:
                found = tokens
            self._known.add(digest)
        return found


def _prefixes(model: str, text: str) -> Iterator[tuple[int, bytes]]:
    state, hashed = blake2b(model.encode(), digest_size=16), 0
    total, due = 0, _SHORTEST_PREFIX
    for end, tokens in _pieces(text):
        total += tokens
        if total >= due:
            state.update(text[hashed:end].encode())
            hashed = end
            yield due, state.digest()
            due += _STEP
