"""Sentences by which a text gives orders to whoever writes with it.

A word such as "ignore" or "system" is no order yet. What makes one is the parts that words
play together: taking back what a machine was told, speaking to a machine, saying what is to
stand in an email or what is to be brought to light.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache, lru_cache

from bespoke.order_words import PARTS

Span = tuple[int, int]

_TOKEN = re.compile(r"[^\W_]+|[:,>=–—]| - ")
# Brackets hold notes, and a full stop within a word or a figure ends nothing.
_SENTENCE = re.compile(r"(?:[^.!?;\n()\[\]{}]|[.!?](?=\w))+[.!?;]*")
_STEM_CHARS = 3  # the shortest stem
# Marks of chat formats and of prompts: no product has them.
_MARK = re.compile(
    r"<\|\w{2,20}\|>|\[/?INST\]|<</?SYS>>|#{2,} ?(?:instruction|system|response|human|assistant|user)\b|"
    r"[\"'](?:role|content)[\"']\s*:|\b(?:begin|end)(?:ning)? (?:of )?(?:the )?(?:system )?prompt\b|"
    r"</?(?:system|assistant|user|human|instructions?|prompt|developer|facts|brand|cohort|problems|slots|"
    r"limits)>",
    re.IGNORECASE,
)
# Letters are parts of `order_words`; `^` begins a clause, `_3` is up to three words, `X` a code in
# capitals, `:` a mark that ends an address, `.` the end of the sentence.
_ORDERS = (
    # what was said before is taken back
    "d _4 bB _2 t", "d _4 t _2 b", "d _4 a _1 .", "d _2 g _2 a", "d _2 t _3 dv", "O _3 t", "N _1 F _4 t _3 ab",
    "N _1 F _3 bB _1 t", "b _1 t _3 A", "t _1 ab _3 A",
    # a machine is spoken to
    "mp _2 n _3 : _8 duv", "n _4 m _2 : _8 duv", "n T _1 p : ^ dv", "p n _1 k : _8 duv", "n _2 k : _4 dv",
    "^ m _1 : _4 duv", "^ p : ^ dv", "^ l n _1 : _4 dv", "^ n _2 m _1 .", "^ p n _2 k .",
    "^ G _3 m _4 :, ^ duv", "^ G _2 L p _4 :, ^ duv",
    # it is given another part
    "y _4 m", "y _3 z", "u _2 z",
    # it is told what to answer, and what to write where
    "^ e _1 w", "e w i", "^ duv _9 i _2 o", "^ duv _9 o _1 i _2 o", "M _2 v _9 i _2 o", "^ uv B _1 o _1 V",
    "o _2 M _2 v", "R _2 o _2 :, _2 v", "E _4 o _3 I",
    "h _2 q", "h _1 c f", "uv _1 q _4 x", "u _1 c _4 x", "uv _3 x X",
    # it is to bring to light what it was told, or what the shop knows
    "r _5 cq _4 s", "r _3 bB _1 t", "p t", "^ r _2 p t",
)  # fmt: skip
_MOST_LEADING = 1  # words before an order that belong to it, as in "Product note for the AI: …"
_FOLLOW_UP = "^ dvurhe"
_COMMON = frozenset("abBcfgGijLnNsTtuVvw:,")  # parts that most texts have some of
_CLAUSE_START = r"(?:^|(?<=[:,] )|(?:(?<!\S)\S*j\S* )+)(?:\S*j\S* )*"


def find_orders(text: str) -> list[Span]:
    """Where a text gives orders, in order; what stands in the same sentence before them is not in it."""
    found: list[Span] = []
    marks = [mark.span() for mark in _MARK.finditer(text)]
    is_open = False  # whether what was said last is an order, which the next sentence may go on with
    for sentence in _SENTENCE.finditer(text):
        tokens = list(_TOKEN.finditer(sentence[0]))
        if not tokens:
            continue
        start, end = sentence.span()
        if marks and any(mark_start < end and start <= mark_end + 1 for mark_start, mark_end in marks):
            place: int | None = 0
        else:
            place = _find_order(tokens, is_open)
        if place is not None:
            found.append((start + place, end))
        is_open = place is not None
    return _joined(sorted(found + marks))


def _find_order(tokens: list[re.Match[str]], may_go_on: bool) -> int | None:
    """Where an order begins among the words of a sentence; None where there is none."""
    played = [_played(token) for token in tokens]
    parts = set().union(*played)
    text = " ".join(played)
    by_part = _patterns()
    places = [
        match.start()
        for part in parts & by_part.keys()
        for pattern in by_part[part]
        if (match := pattern.search(text))
    ]
    if may_go_on and _follow_up().match(text):
        places.append(0)
    if not places:
        return None
    first = text.count(" ", 0, min(places))
    return tokens[first].start() if first > _MOST_LEADING else 0


def _joined(spans: list[Span]) -> list[Span]:
    joined: list[Span] = []
    for start, end in spans:
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined


def _played(token: re.Match[str]) -> str:
    """The parts that a word can play, as letters; "-" for most words."""
    written = token[0]
    if not written[0].isalnum():
        return "," if written == "," else ":"
    word = written.lower()
    parts = _parts_of(word) if word[:_STEM_CHARS] in _heads() else ""
    if len(written) > 4 and written.isupper():
        parts += "X"
    return parts or "-"


@cache
def _words() -> tuple[dict[str, str], dict[str, str]]:
    """The letters of words, and of stems."""
    found = defaultdict[str, str](str), defaultdict[str, str](str)
    for part, words in PARTS.items():
        for word in dict.fromkeys(words.split()):
            found[word.endswith("*")][word.rstrip("*")] += part
    return found


@cache
def _heads() -> frozenset[str]:
    return frozenset(word[:_STEM_CHARS] for words in _words() for word in words)


@lru_cache(maxsize=4096)
def _parts_of(word: str) -> str:
    exact, stems = _words()
    found = exact.get(word, "")
    for length in range(_STEM_CHARS, len(word) + 1):
        found += stems.get(word[:length], "")
    return found


@cache
def _patterns() -> dict[str, list[re.Pattern[str]]]:
    """The orders as expressions over parts, by the letters of the first part that is not common."""
    found = defaultdict[str, list[re.Pattern[str]]](list)
    for order in _ORDERS:
        rare = next(item for item in order.split() if item[0] not in "^_." and not set(item) & _COMMON)
        for part in rare:
            found[part].append(re.compile(_compile(order)))
    return dict(found)


@cache
def _follow_up() -> re.Pattern[str]:
    return re.compile(_compile(_FOLLOW_UP))


def _compile(order: str) -> str:
    regex, is_joined = r"(?<!\S)", True  # whether the next item follows without a space of its own
    for item in order.split():
        if item == "^":
            regex += r" " * (not is_joined) + _CLAUSE_START
            is_joined = True
        elif item.startswith("_"):
            regex += rf"(?: \S+){{0,{item[1:]}}}"
        elif item == ".":
            regex += r"(?!.)"
        else:
            regex += " " * (not is_joined) + rf"\S*[{item}]\S*"
            is_joined = False
    return regex
