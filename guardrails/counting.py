"""What prices come to: so many of them, one part of one, per unit of weight, the difference of two."""

from __future__ import annotations

import re
from collections.abc import Collection
from decimal import Decimal
from functools import lru_cache

from guardrails.measures import UNITS, find_measures, measures_of
from guardrails.plain_text import listed
from guardrails.reading import Reading
from guardrails.sheet_facts import SheetFacts, rounded

_MOST_MULTIPLE = 100
_TENTH_OF_A_CENT = Decimal("0.001")
_MOST_PRICES = 8
_MOST_COUNTS = 6
_MOST_SAID = 6
_TWICE = listed("both pair two twice beide beiden zwei paar deux paire dos ambos ambas par")
_EACH = re.compile(
    r",? ?(?:for )?(?:/|(?:every|a|an|each|apiece|per|pro|je|das|die|der|pro|jeweils|par|la|le|l'|"
    r"chacune?|pièce|por|"
    r"cada|el|"
    r"un|una|the|du|del|al|im|am)(?!\w)|[ld]'\w)"
)
_COMES_TO = re.compile(
    r"(?<!\w)(?:that's|that is|makes?|works? out|comes? to|just|only|each|je|macht|sind das|sind's|pro "
    r"\w+|soit|"
    r"cela fait|ça fait|c'est|salen? (?:a|por)|à|zu|at|es decir|o sea|cada \w+|chacune?|ab|about|around)(?: "
    r"\w+){0,3} $"
)
_UNIT_WORDS = {
    "gram": ("weight", 1), "gramm": ("weight", 1), "gramme": ("weight", 1), "gramo": ("weight", 1),
    "g": ("weight", 1), "kilo": ("weight", 1000), "kg": ("weight", 1000), "kilogramm": ("weight", 1000),
    "viertelpfund": ("weight", 125), "pfund": ("weight", 500),
    "livre": ("weight", 500), "hundred grams": ("weight", 100),
    "cent grammes": ("weight", 100),
    "cien gramos": ("weight", 100), "hundert gramm": ("weight", 100),
    "litre": ("volume", 1000), "liter": ("volume", 1000), "litro": ("volume", 1000),
}  # fmt: skip
_PACK = re.compile(r"(?<![\w.,])([2-9]|[1-9]\d)(?:er(?:-|(?!\w))|-?teilig|-(?:pack|piece|part|set|er)(?!\w))")
_PER_UNIT = re.compile(r"(?<!\w)(?:" + "|".join(sorted(_UNIT_WORDS, key=len, reverse=True)) + r")(?!\w)")


def multiples(reading: Reading, place: int, prices: Collection[Decimal]) -> set[Decimal]:
    """So many of each price as are counted in the sentence at `place`, or in the one before."""
    counts = counts_near(reading, place)
    return {price * count for price in sorted(prices)[:_MOST_PRICES] for count in counts}


def sums_near(reading: Reading, facts: SheetFacts, place: int) -> frozenset[Decimal]:
    """What several of one product cost, alone, with others, and with the offer."""
    return _sums(facts, counts_near(reading, place))


@lru_cache(maxsize=64)
def _sums(facts: SheetFacts, counts: frozenset[Decimal]) -> frozenset[Decimal]:
    base = {product.product.price.amount for product in facts.products[:_MOST_PRICES]}
    several = {price * count for price in base for count in counts}
    prices = {price * count for price in sorted(facts.prices)[:_MOST_PRICES] for count in counts}
    found = several | prices | {one + other for one in several for other in base}
    found |= {one + other for one in several for other in several}
    return frozenset(found | {after for total in found for after in facts.offer_prices(total)})


@lru_cache(maxsize=64)
def _known_amounts(facts: SheetFacts, counts: frozenset[Decimal]) -> frozenset[Decimal]:
    """What the facts say or one of them times a count comes to, with the offer and without."""
    base = sorted(one.product.price.amount for one in facts.products[:_MOST_PRICES])
    several = {price * count for price in base for count in counts}
    return facts.amounts | several | {after for total in several for after in facts.offer_prices(total)}


def counts_near(reading: Reading, place: int) -> frozenset[Decimal]:
    """The whole numbers said around a place other than as money, the smallest ones."""
    start, end = reading.sentence_at(place)
    passage = reading.passage_at(place)
    before = reading.sentence_at(max(start - 1, passage.start))[0]
    return _counts_between(reading, max(before, passage.start), min(end, passage.end))


@lru_cache(maxsize=16)
def _counts_between(reading: Reading, start: int, end: int) -> frozenset[Decimal]:
    money = {edge for amount in reading.amounts for edge in (amount.start, amount.end)}
    said = {
        value
        for number in reading.numbers
        if start <= number.start < end and not {number.start, number.end} & money
        for value in number.values
        if 2 <= value <= _MOST_MULTIPLE and value == int(value)
    }
    ones = sum(number.values[0] == 1 for number in reading.numbers if start <= number.start < end)
    if 2 <= ones <= 6:  # one for the sink and one for a coat
        said.update(map(Decimal, range(2, ones + 1)))
    words = set(re.findall(r"[^\W\d_]+", reading.folded[start:end]))
    return frozenset(sorted(said)[:_MOST_COUNTS]) | ({Decimal(2)} if words & _TWICE else frozenset())


def parts_near(reading: Reading, facts: SheetFacts, start: int, end: int) -> set[Decimal]:
    """What one of several comes to, where the words around an amount say that it is one part."""
    if not (_EACH.match(reading.folded, end) or _COMES_TO.search(reading.folded, max(start - 30, 0), start)):
        return set()
    passage = reading.passage_at(start)
    said = _counts_between(reading, passage.start, passage.end)
    parts = said | {number for number in facts.numbers if 2 <= number <= 20_000}
    bases = facts.prices | facts.sums | set(said_before(reading, facts, start))
    quotients = {base / part for base in bases for part in parts}
    found = {value for one in quotients for value in (*rounded(one), one.quantize(_TENTH_OF_A_CENT))}
    return found | {whole for one in quotients if abs((whole := one.quantize(Decimal(1))) - one) * 50 <= one}


def is_one_of_several(reading: Reading, facts: SheetFacts, values: Collection[Decimal]) -> bool:
    """Whether a value times a number of the copy or the facts is what something costs."""
    counts = {
        value
        for number in reading.numbers
        for value in number.values
        if 2 <= value <= _MOST_MULTIPLE and value == int(value)
    }
    counts |= {value for value in facts.numbers if 2 <= value <= _MOST_MULTIPLE and value == int(value)}
    counts |= {Decimal(one) for text in (reading.folded, facts.text) for one in _PACK.findall(text)}
    return any(
        abs(value * count - price) * 200 <= count
        for value in values
        for count in counts
        for price in facts.prices
    )


def per_unit(reading: Reading, facts: SheetFacts, place: int) -> set[Decimal]:
    """What a product costs by weight or volume, for the units that the sentence names."""
    start, end = reading.sentence_at(place)
    asked = {_UNIT_WORDS[match[0]] for match in _PER_UNIT.finditer(reading.folded, start, end)} | {
        (UNITS[measure.unit][0], int(measure.values[0] * UNITS[measure.unit][1]))
        for measure in find_measures(reading)
        if start <= measure.start < end and measure.unit in UNITS
    }
    found: set[Decimal] = set()
    for product in facts.products:
        prices = {product.product.price.amount} | facts.offer_prices(product.product.price.amount)
        for kind, size in measures_of(product.product):
            for asked_kind, amount in asked:
                if kind == asked_kind and size > 0:
                    found |= {value for price in prices for value in rounded(price * amount / size)}
    return found


def said_before(reading: Reading, facts: SheetFacts, place: int) -> list[Decimal]:
    """Amounts that the same field says before a place and that follow from the facts, the nearest first."""
    passage = reading.passage_at(place)
    before = [one for one in reading.amounts if passage.start <= one.start < place][-_MOST_SAID:]
    counts = counts_near(reading, place)
    known = _known_amounts(facts, counts) | _sums(facts, counts)
    return [value for one in reversed(before) for value in one.values if value in known]


def worked_out(reading: Reading, facts: SheetFacts, place: int) -> set[Decimal]:
    """What comes of the amounts said before a place: £48 and £34, so you keep £14; £59, with the code £49."""
    said = said_before(reading, facts, place)
    pairs = [(one, other) for index, one in enumerate(said) for other in said[index + 1 :]]
    found = {one + other for one, other in pairs} | {abs(one - other) for one, other in pairs}
    bases = found | set(said) | set(_nearest_said(reading, place))
    return found | {after for one in bases for after in facts.offer_prices(one)}


def _nearest_said(reading: Reading, place: int) -> tuple[Decimal, ...]:
    """What is said right before, which is held against the facts itself: "£94.50. With the code, £79.50"."""
    passage = reading.passage_at(place)
    before = [one for one in reading.amounts if passage.start <= one.start < place]
    return tuple(value for one in before[-3:] for value in one.values)


def differences(facts: SheetFacts) -> set[Decimal]:
    """By how much one product costs more than another."""
    prices = {product.product.price.amount for product in facts.products}
    return {one - other for one in prices for other in prices if one > other}
