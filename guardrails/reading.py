"""Copy made ready for the guards: one text with every trick of typography taken out.

Guards search `cased` or `folded`, which are equally long and have slots, invisible
characters and look-alike punctuation out of the way; `Reading.finding` turns a place
in them back into a span of the field as it was written.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from bespoke.domain import Copy, FactSheet, Finding, Severity
from bespoke.settings import LimitSettings
from bespoke.slots import SLOT

SLOT_MARK = "\ufffc"  # stands for each character of a slot; neither a word nor a space
GAP = "\n\n"  # between fields, so that nothing matches across two of them
READ_CHARS = 6000  # of a field; one that is longer is blocked as too long anyway

# Joiners inside emoji are honest and stay.
INVISIBLE = re.compile(
    r"[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b\u200c\u200e\u200f\u202a-\u202e"
    r"\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_UNUSUAL = re.compile(rf"{INVISIBLE.pattern}|[\u0300-\u036f\uff01-\uff5e\U0001d400-\U0001d7ff]")
_PLAIN = str.maketrans(
    dict.fromkeys("\u00a0\u2007\u202f\u2009\u200a\u2002\u2003\u3000\t\r", " ")
    | dict.fromkeys("’‘ʼ′´`", "'")
    | dict.fromkeys("‐‑‒–—−", "-")
)
_WORD = re.compile(r"[^\W_]+")
_SENTENCE_END = re.compile(r"[.!?…]+[\"')»”]*\s+|\n+")


def lower(text: str) -> str:
    """`text` in lower case with its length kept, which `str.lower` does not promise."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


def plain(text: str) -> str:
    """`text` with invisible characters dropped and punctuation, spaces and widths made plain."""
    return _plain_with_places(text)[0]


def fold(text: str) -> str:
    """`plain` text in lower case: what facts are compared in."""
    return lower(plain(text))


def words_of(folded: str) -> frozenset[str]:
    return frozenset(_WORD.findall(folded))


def _plain_with_places(text: str) -> tuple[str, list[int] | None]:
    """Plain text, and for each of its characters the place it came from where that moved."""
    text = text.translate(_PLAIN)
    if text.isascii() or not _UNUSUAL.search(text):
        return text, None
    chars: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        if INVISIBLE.match(char):
            continue
        if chars and unicodedata.combining(char):
            joined = unicodedata.normalize("NFC", chars[-1] + char)
            chars[-1] = joined if len(joined) == 1 else chars[-1]
            continue
        wide = unicodedata.normalize("NFKC", char)
        chars.append(wide if len(wide) == 1 else char)
        places.append(place)
    return "".join(chars), places


@dataclass(frozen=True, slots=True)
class Passage:
    """One field of the copy and where it stands in the reading."""

    field: str
    text: str  # as written
    start: int
    end: int
    places: list[int] | None  # None where plain and written text correspond one to one

    def span(self, start: int, end: int) -> tuple[int, int]:
        """A place in the reading as a span of the field as written."""
        start, end = max(start, self.start) - self.start, min(end, self.end) - self.start
        if self.places is None or not self.places:
            return start, max(start, end)
        last = len(self.places) - 1
        first = self.places[min(start, last)]
        return first, max(first, self.places[min(max(end - 1, 0), last)] + 1)


@dataclass(frozen=True)
class Reading:
    """A copy as the guards see it."""

    copy: Copy
    sheet: FactSheet
    limits: LimitSettings
    passages: tuple[Passage, ...]
    cased: str
    folded: str

    @cached_property
    def words(self) -> frozenset[str]:
        return words_of(self.folded)

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """Where each sentence starts and ends; a field's end ends its last one."""
        return tuple(_split_sentences(self.folded))

    @cached_property
    def _passage_starts(self) -> list[int]:
        return [passage.start for passage in self.passages]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [start for start, _ in self.sentences]

    def passage_at(self, place: int) -> Passage:
        return self.passages[max(bisect_right(self._passage_starts, place) - 1, 0)]

    def sentence_at(self, place: int) -> tuple[int, int]:
        return self.sentences[max(bisect_right(self._sentence_starts, place) - 1, 0)]

    def sentence_text(self, place: int) -> str:
        start, end = self.sentence_at(place)
        return self.folded[start:end]

    def starts_sentence(self, place: int) -> bool:
        """Whether nothing but punctuation stands between `place` and its sentence's start."""
        start, _ = self.sentence_at(place)
        return not any(char.isalnum() or char == SLOT_MARK for char in self.cased[start:place])

    def finding(
        self,
        rule: str,
        severity: Severity,
        place: tuple[int, int],
        message: str,
        *,
        fact: str | None = None,
        suggestion: str | None = None,
    ) -> Finding:
        """A finding about a place of the reading. `{}` in the message becomes the quoted excerpt."""
        passage = self.passage_at(place[0])
        span = passage.span(*place)
        excerpt = passage.text[span[0] : span[1]]
        return Finding(
            rule=rule,
            severity=severity,
            field=passage.field,
            message=message.replace("{}", f"“{excerpt.strip()}”"),
            span=span,
            excerpt=excerpt,
            fact=fact,
            suggestion=suggestion,
        )


def read_copy(copy: Copy, sheet: FactSheet, limits: LimitSettings) -> Reading:
    """The reading of a copy. Of a field longer than anything allowed, only the beginning is read."""
    passages: list[Passage] = []
    parts: list[str] = []
    start = 0
    for field, text in copy.texts():
        part, places = _plain_with_places(text[:READ_CHARS])
        part = SLOT.sub(lambda slot: SLOT_MARK * len(slot[0]), part)
        passages.append(Passage(field, text, start, start + len(part), places))
        parts.append(part)
        start += len(part) + len(GAP)
    cased = GAP.join(parts)
    return Reading(copy, sheet, limits, tuple(passages), cased, lower(cased))


def _split_sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for end in _SENTENCE_END.finditer(text):
        yield start, end.end()
        start = end.end()
    yield start, len(text)


def join_pattern(parts: Sequence[str]) -> str:
    """An alternation in which the longer part wins."""
    return "|".join(sorted(parts, key=len, reverse=True))
