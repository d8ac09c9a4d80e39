"""How many tokens a text has: at most, and usually. The model's own tokenizer is not at hand."""

from __future__ import annotations

from collections.abc import Sequence

from copywriter.prompts import Message

CHARS_PER_TOKEN = 4.0  # English prose and JSON; other languages use a little more
_OVERHEAD_TOKENS = 64  # roles, separators and the start of the reply, generously
_TYPICAL_OVERHEAD = 4


def longest_tokens(messages: Sequence[Message], schema_text: str) -> int:
    """More tokens than the request can have: a token is at least one byte of UTF-8."""
    texts = [message["content"] for message in messages]
    return sum(len(text.encode()) + _OVERHEAD_TOKENS for text in texts) + len(schema_text) + _OVERHEAD_TOKENS


def typical_tokens(
    messages: Sequence[Message], schema_text: str, per_char: float = 1 / CHARS_PER_TOKEN
) -> int:
    """About how many tokens the request has; `per_char` is what the model was seen to count."""
    chars = sum(len(message["content"]) for message in messages) + len(schema_text)
    return round(chars * per_char) + _TYPICAL_OVERHEAD * len(messages)
