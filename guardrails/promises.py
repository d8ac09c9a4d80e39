"""What the copy takes off a price, as it says it: percentages, shares in words, amounts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from bespoke.domain import OfferKind
from guardrails import promise_words as words_for
from guardrails.money import Amount
from guardrails.numerals import Number
from guardrails.phrases import is_refused
from guardrails.reading import Reading
from guardrails.sheet_facts import SheetFacts

_PERCENT_AFTER = re.compile(
    r" ?-?(?:%|percent(?!\w)|per cent(?!\w)|prozent(?:punkte)?(?!\w)|pour cent(?!\w)|por cien(?:to)?(?!\w))"
)
_LOOK_BACK = 44
_HUNDRED = Decimal(100)


class Percentage(NamedTuple):
    """A percentage in a text, its sign or word included."""

    start: int
    end: int
    values: tuple[Decimal, ...]


class Promise(NamedTuple):
    """Something off, as the copy says it. A plain number may be a percentage or an amount: kind is None."""

    start: int
    end: int
    kind: OfferKind | None
    values: tuple[Decimal, ...]
    is_rough: bool = False  # a share in words
    is_nearly: bool = False  # "nearly a third"


@lru_cache(maxsize=4)
def find_percentages(reading: Reading) -> tuple[Percentage, ...]:
    """Every percentage, in figures and in words, in order."""
    found = []
    for number in reading.numbers:
        if unit := _PERCENT_AFTER.match(reading.folded, number.end):
            found.append(Percentage(number.start, unit.end(), number.values))
    return tuple(found)


@lru_cache(maxsize=4)  # several guards ask for the same copy in turn
def find_promises(reading: Reading, facts: SheetFacts) -> tuple[Promise, ...]:
    """Every percentage, share and amount that the copy takes off a price, in order."""
    found = [
        Promise(one.start, one.end, OfferKind.PERCENT, one.values, is_rough=_is_rough(reading, one.start))
        for one in find_percentages(reading)
        if claims_off(reading, one.start, one.end) and not _is_denied(reading, one.start)
    ]
    found += _shares(reading, facts.reading_language)
    found += _bundles(reading)
    for amount in reading.amounts:
        if share := _share_of_money(reading, amount):
            found.append(share)
        elif is_reckoned_down(reading, facts, amount):
            continue
        elif claims_off(reading, amount.start, amount.end) and not _is_denied(reading, amount.start):
            found.append(Promise(amount.start, amount.end, OfferKind.AMOUNT, amount.values))
    found += _plain_numbers_off(reading, found)
    return tuple(sorted(found, key=lambda promise: promise.start))


def is_reckoned_down(reading: Reading, facts: SheetFacts, amount: Amount) -> bool:
    """Whether it and the amount taken from it come to a price: fifty euros less five cents."""
    beside = [pair for pair in pairwise(reading.amounts) if amount in pair]
    return any(
        words_for.LESS.fullmatch(reading.folded, one.end, other.start)
        and one.values[0] - other.values[0] in facts.prices
        for one, other in beside
    )


def claims_off(reading: Reading, start: int, end: int) -> bool:
    """Whether the figure at this place is said to come off a price."""
    if words_for.OFF_AFTER.match(reading.folded, end):
        return True
    before = reading.folded[max(start - _LOOK_BACK, 0) : start]
    if before.endswith("-"):
        return not before[-2:-1].isalnum() and before[-2:-1] not in ("%", "€", ")")
    return _is_led_to(before)


def _is_led_to(before: str) -> bool:
    """Whether the last words, fillers aside, take something off."""
    if before.endswith(("moins de ", "menos de ", "au moins ", "al menos ", "por lo menos ", "à moins ")):
        return False  # "under" and "at least", not "off"
    if before.endswith(words_for.UP_TO):
        before = before.rsplit(" ", 3)[0] if before.endswith("as ") else before.rsplit(" ", 2)[0]
    for word in reversed(before.split()):
        if word in words_for.OFF_BEFORE:
            return True
        if word.rstrip(",") not in words_for.FILLERS:
            return False
    return False


def _is_denied(reading: Reading, start: int) -> bool:
    """Whether it is not so, or asked and answered with no: "Half price? No." """
    return bool(words_for.DENIED.search(reading.folded, max(start - 24, 0), start)) or is_refused(
        reading, start
    )


def _is_rough(reading: Reading, start: int) -> bool:
    return bool(words_for.ROUGHLY.search(reading.folded, max(start - 24, 0), start))


def _shares(reading: Reading, language: str) -> Iterator[Promise]:
    for match in words_for.SHARES.find(reading, language):
        if words_for.OF_SOMETHING_ELSE.match(reading.folded, match.end()):
            continue
        # The count of "three-tenths" stands before the hyphen, where no word of a phrase begins.
        counted = reading.folded[max(match.start() - 6, 0) : match.start()]
        text = match[0] if not counted.endswith("-") else f"{counted.rpartition(' ')[2]}{match[0]}"
        share = words_for.share_in(text, language)
        if share is not None and not _is_denied(reading, match.start()):
            nearly = words_for.NEARLY.search(reading.folded, max(match.start() - 16, 0), match.start())
            yield Promise(
                match.start(), match.end(), OfferKind.PERCENT, (share,), is_rough=True, is_nearly=bool(nearly)
            )


def _bundles(reading: Reading) -> Iterator[Promise]:
    """Three for the price of two: a third off."""
    if reading.words.isdisjoint(words_for.PRICE_OF_HINTS):
        return
    numbers = reading.numbers
    for one, other in pairwise(numbers):
        gap = reading.folded[one.end : other.start]
        if len(gap) > 60 or not (words_for.PRICE_OF.fullmatch(gap) and one.is_whole and other.is_whole):
            continue
        got, paid = sorted((one.values[0], other.values[0]), reverse=True)
        if 1 <= paid < got <= 12:
            yield Promise(
                one.start, other.end, OfferKind.PERCENT, (_HUNDRED * (got - paid) / got,), is_rough=True
            )


def _share_of_money(reading: Reading, amount: Amount) -> Promise | None:
    """One pound in five; one in five dollars."""
    after = words_for.ONE_IN_AFTER.match(reading.folded, amount.end)
    before = words_for.ONE_IN_BEFORE.search(reading.folded, max(amount.start - 24, 0), amount.start)
    if after:
        of = next((number for number in reading.numbers if number.start == after.end()), None)
        if of is None or amount.values[0] >= of.values[0] > 0 or of.values[0] == 0:
            return None
        share = _HUNDRED * amount.values[0] / of.values[0]
        return Promise(amount.start, of.end, OfferKind.PERCENT, (share,), is_rough=True)
    if before and amount.values[0] > 1:
        return Promise(
            before.start(), amount.end, OfferKind.PERCENT, (_HUNDRED / amount.values[0],), is_rough=True
        )
    return None


def _plain_numbers_off(reading: Reading, found: list[Promise]) -> Iterator[Promise]:
    """Numbers without a unit: it takes forty off."""
    covered = {place for one in found for place in (one.start, one.end)}
    covered |= {place for amount in reading.amounts for place in (amount.start, amount.end)}
    for number in reading.numbers:
        if reading.folded.startswith(" off", number.end) and _is_bare(reading, number, covered):
            yield Promise(number.start, number.end, None, number.values)


def _is_bare(reading: Reading, number: Number, covered: set[int]) -> bool:
    before = reading.folded[max(number.start - _LOOK_BACK, 0) : number.start]
    is_free = not {number.start, number.end} & covered
    return is_free and _is_led_to(before) and bool(words_for.OFF_AFTER.match(reading.folded, number.end))
