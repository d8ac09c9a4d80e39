"""Copy made ready for the guards: one text with every trick of typography taken out.

Guards search `cased` or `folded`, which are equally long and have slots, invisible
characters and look-alike punctuation out of the way; `Reading.finding` turns a place
in them back into a span of the field as it was written.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from bespoke.domain import Copy, FactSheet, Finding, Severity
from bespoke.settings import LimitSettings
from bespoke.slots import SLOT
from guardrails.dates import DateMention, find_dates
from guardrails.lexicon import Scans, word_places
from guardrails.money import Amount, find_amounts
from guardrails.numerals import Number, find_numbers
from guardrails.plain_text import lower, plain_with_places
from guardrails.sheet_facts import SheetFacts

SLOT_MARK = "\ufffc"  # stands for each character of a slot; neither a word nor a space
# One class of characters in front, so that the engine skips everything else at once.
_SENTENCE_END = re.compile(r"[.!?…\n](?:(?<!\n)(?<![.!?…][.!?…])[.!?…]*[\"')»”]*\s+|(?<=\n)\n*)")
GAP = "\n\n"  # between fields, so that nothing matches across two of them
MOST_CHARS = 12_000  # of a whole copy; what goes beyond is not read, and blocked


class Passage(NamedTuple):
    """One field of the copy and where it stands in the reading."""

    field: str
    text: str  # as written
    limit: int  # the most characters it may have once its slots are filled
    start: int
    end: int
    places: list[int] | None  # None where plain and written text correspond one to one

    @property
    def readable(self) -> int:
        """How much of it is read. A field that is longer is blocked for its length, so its rest can wait."""
        return _readable(self.limit)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """A place in the reading as a span of the field as written."""
        start, end = max(start, self.start) - self.start, min(end, self.end) - self.start
        if self.places is None or not self.places:
            return start, max(start, end)
        last = len(self.places) - 1
        first = self.places[min(start, last)]
        return first, max(first, self.places[min(max(end - 1, 0), last)] + 1)


@dataclass(frozen=True, eq=False)
class Reading:
    """A copy as the guards see it."""

    copy: Copy
    facts: SheetFacts
    limits: LimitSettings
    passages: tuple[Passage, ...]
    cased: str
    folded: str

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset(self.places)

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Where words start, as lexicons look for them."""
        return word_places(self.folded)

    @cached_property
    def scans(self) -> Scans:
        """What the lexicons found, by language."""
        return {}

    @property
    def sheet(self) -> FactSheet:
        return self.facts.sheet

    @cached_property
    def numbers(self) -> tuple[Number, ...]:
        """Every number, in digits and in words, in order."""
        return tuple(find_numbers(self.folded, self.facts.reading_language, self.places))

    @cached_property
    def amounts(self) -> tuple[Amount, ...]:
        """Every sum of money, in order."""
        return tuple(find_amounts(self.folded, self.numbers, self.facts.currency or ""))

    @cached_property
    def dates(self) -> tuple[DateMention, ...]:
        """Every day named, in order, as seen from the day of sending."""
        facts = self.facts
        return tuple(
            find_dates(
                self.folded,
                facts.reading_language,
                self.sheet.send_date,
                self.places,
                month_first=facts.month_first,
            )
        )

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


def limit_of(limits: LimitSettings, field: str) -> int:
    """The most characters a field may have once its slots are filled."""
    limit: int = getattr(limits, "blurb" if field.startswith("blurb:") else field)
    return limit


def _readable(limit: int) -> int:
    return min(2 * limit + 200, MOST_CHARS)


def read_copy(copy: Copy, facts: SheetFacts, limits: LimitSettings) -> Reading:
    """The reading of a copy; of fields far over their limit, and of endless copies, the beginning."""
    fields: list[tuple[str, str, int]] = []
    parts: list[str] = []
    chars = 0
    for field, text in copy.texts():
        if chars > MOST_CHARS:
            break
        limit = limit_of(limits, field)
        fields.append((field, text, limit))
        parts.append(text[: _readable(limit)])
        chars += len(parts[-1]) + len(GAP)
    cased, passages = _plain_passages(fields, parts)
    if "{{" in cased:
        cased = SLOT.sub(lambda slot: SLOT_MARK * len(slot[0]), cased)
    return Reading(copy, facts, limits, passages, cased, lower(cased))


def _plain_passages(
    fields: Sequence[tuple[str, str, int]], parts: list[str]
) -> tuple[str, tuple[Passage, ...]]:
    """The parts read of fields as one plain text. At once where no character moves, as is usual."""
    plain, moved = plain_with_places(GAP.join(parts))
    places: list[list[int] | None] = [None] * len(parts)
    if moved is not None:
        each = [plain_with_places(part) for part in parts]
        parts, places = [part for part, _ in each], [place for _, place in each]
        plain = GAP.join(parts)
    passages, start = [], 0
    for (field, text, limit), part, place in zip(fields, parts, places, strict=True):
        passages.append(Passage(field, text, limit, start, start + len(part), place))
        start += len(part) + len(GAP)
    return plain, tuple(passages)


def _split_sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for end in _SENTENCE_END.finditer(text):
        yield start, end.end()
        start = end.end()
    yield start, len(text)
