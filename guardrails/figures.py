"""Prices, percentages, measures and ratings: every figure in the copy must follow from the facts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache

from bespoke.domain import Finding, Severity
from guardrails.money import Amount
from guardrails.numerals import DIGITS, parse_digits
from guardrails.offers import claims_off
from guardrails.plain_text import listed
from guardrails.reading import Passage, Reading
from guardrails.sheet_facts import SheetFacts, rounded

_BELOW = re.compile(
    r"(?:under|below|less than|not even|unter|weniger als|moins de|sous les|menos de|por debajo de) $"
)
_ABOVE = re.compile(
    r"(?:over|above|more than|from|spend|orders? of|ab|über|mehr als|dès|plus de|à partir de|desde|más de|"
    r"a partir de|or more on) $"
)
_ABOUT = re.compile(
    r"(?:about|around|roughly|almost|nearly|just over|just under|rund|etwa|knapp|fast|gut|circa|ca\.|environ|"
    r"presque|près de|unos|casi|cerca de|alrededor de) $"
)
_LOOK_BACK = 24
_MOST_MULTIPLE = 100
_MOST_PRICES = 24
_MOST_COUNTS = 12

_MEASURE = re.compile(
    rf"(?<![\w.,])({DIGITS})[ -]?(mm|cm|ml|cl|dl|l|g|kg|mg|oz|lbs?|lumens?|gsm|mah|inch(?:es)?|"
    r"litres?|liters?|liter|grams?|gramm|grammes?|gramos|kilos?|watts?|w|k|v|°c)(?![\w²³])"
)
_UNITS: dict[str, tuple[str, Decimal]] = {
    **{unit: ("length", Decimal(size)) for unit, size in (("mm", 1), ("cm", 10))},
    **{unit: ("length", Decimal("25.4")) for unit in ("inch", "inches")},
    **{unit: ("volume", Decimal(size)) for unit, size in (("ml", 1), ("cl", 10), ("dl", 100), ("l", 1000))},
    **{unit: ("volume", Decimal(1000)) for unit in ("litre", "litres", "liter", "liters")},
    **{
        unit: ("weight", Decimal(1))
        for unit in ("g", "gram", "grams", "gramm", "gramme", "grammes", "gramos")
    },
    **{unit: ("weight", Decimal(1000)) for unit in ("kg", "kilo", "kilos")},
    "mg": ("weight", Decimal("0.001")),
}
_RATING = re.compile(
    r"(?<![\w.,])(?P<n>[0-5](?:[.,]\d{1,2})?)(?: ?/ ?5(?![\d.,]*\d)| (?:out of|von|sur|de|of) (?:5|five|"
    r"fünf|cinq|cinco)(?![\d.,]*\d| ?[%€a-z£$])"
    r"|[ -](?:stars?|sterne?n?|étoiles?|estrellas?)(?!\w))"
    r"|(?:rated|scored?s?|bewertet mit|noté(?:e|s|es)?|note de|valorad[oa]s? con(?: un)?|puntuación de) "
    r"(?:an? |average )*(?P<r>[0-5][.,]\d{1,2})(?![\w%]|[.,]\d)"
)
_PERCENT = re.compile(
    r"(?<![\w.,])(\d{1,4}(?:[.,]\d{1,2})?) ?(?:%|percent\b|per cent\b|prozent\b|pour cent\b|por ciento\b)"
)
_TWO_DECIMALS = re.compile(
    r"(?<![\w.,/:])\d{1,6}[.,]\d\d(?![\w.,/:]*\d|"
    r"[ -]?(?:%|am\b|pm\b|uhr|h\b|x\b|mm|cm|m\b|ml|cl|l\b|g\b|kg|lb|oz))"
)


def find_price_problems(reading: Reading, facts: SheetFacts) -> Iterator[Finding]:
    """Amounts in another currency than the shop's, and amounts that no fact supports."""
    if facts.currency is None:
        return
    counting = _Counting(reading, facts)
    for amount in reading.amounts:
        if facts.currency not in amount.currencies:
            yield _wrong_currency(reading, facts, amount)
        if claims_off(reading, amount.start, amount.end):
            continue
        if not _is_supported(reading, facts, amount) and not counting.gives(amount):
            yield _unsupported_price(reading, facts, amount)


def _wrong_currency(reading: Reading, facts: SheetFacts, amount: Amount) -> Finding:
    return reading.finding(
        "wrong_currency",
        Severity.BLOCK,
        (amount.start, amount.end),
        f"{{}} is not in {facts.currency}, the currency of this shop's prices.",
        fact=f"prices are in {facts.currency}",
        suggestion=f"State amounts in {facts.currency}, as in the facts.",
    )


def _unsupported_price(reading: Reading, facts: SheetFacts, amount: Amount) -> Finding:
    known = ", ".join(f"{p.product.title} {p.product.price.amount}" for p in facts.products[:3])
    return reading.finding(
        "unsupported_price",
        Severity.BLOCK,
        (amount.start, amount.end),
        "{} is not a price, saving or sum that follows from the facts.",
        fact=f"{known} {facts.currency}" if known else None,
        suggestion="Use a price from the facts or leave it out.",
    )


def _is_supported(reading: Reading, facts: SheetFacts, amount: Amount) -> bool:
    before = reading.folded[max(amount.start - _LOOK_BACK, 0) : amount.start]
    direct = facts.prices | facts.savings | facts.sums | facts.thresholds
    if any(value in direct for value in amount.values):
        return True
    if _BELOW.search(before):
        return any(_is_just_below(price, value) for price in facts.prices for value in amount.values)
    if _ABOUT.search(before):
        return any(abs(price - value) * 20 <= price for price in direct for value in amount.values)
    return False


def _is_just_below(price: Decimal, bound: Decimal) -> bool:
    return price < bound <= price * 2


@dataclass
class _Counting:
    """What prices come to by the counts said in a field: so many of them, or one part of one."""

    reading: Reading
    facts: SheetFacts
    _results: dict[str, frozenset[Decimal]] = field(default_factory=dict)

    def gives(self, amount: Amount) -> bool:
        passage = self.reading.passage_at(amount.start)
        if passage.field not in self._results:
            self._results[passage.field] = frozenset(self._work_out(passage))
        return any(value in self._results[passage.field] for value in amount.values)

    def _work_out(self, passage: Passage) -> Iterator[Decimal]:
        said = self._said_in(passage)
        prices = sorted(self.facts.prices)[:_MOST_PRICES]
        for price in prices:
            multiples = [price * times for times in said]
            yield from multiples
            yield from (multiple + other for multiple in multiples for other in prices)
        parts = said | {number for number in self.facts.numbers if 2 <= number <= _MOST_MULTIPLE}
        for base in self.facts.prices | self.facts.sums:
            for part in parts:
                yield from rounded(base / part)

    def _said_in(self, passage: Passage) -> set[Decimal]:
        """The whole numbers said in a field other than as money, the smallest ones."""
        money = {amount.start for amount in self.reading.amounts} | {a.end for a in self.reading.amounts}
        said = {
            value
            for number in self.reading.numbers
            if passage.start <= number.start < passage.end and not {number.start, number.end} & money
            for value in number.values
            if 2 <= value <= _MOST_MULTIPLE and value == int(value)
        }
        return set(sorted(said)[:_MOST_COUNTS]) | ({Decimal(2)} if self.reading.words & _TWICE else set())


_TWICE = listed("both pair two twice beide zwei paar deux paire dos ambos ambas par")


def find_stray_decimals(reading: Reading, facts: SheetFacts) -> Iterator[Finding]:
    """Numbers written like a price, 12.90, that no fact has and no unit explains."""
    if facts.currency is None:
        return
    covered = [(amount.start, amount.end) for amount in reading.amounts]
    covered += [(mention.start, mention.end) for mention in reading.dates]
    covered += [match.span() for match in _RATING.finditer(reading.folded)]
    for match in _TWO_DECIMALS.finditer(reading.folded):
        if any(start <= match.start() < end for start, end in covered):
            continue
        known = facts.prices | facts.savings | facts.sums | facts.numbers
        if not any(value in known for value in parse_digits(match[0])):
            yield reading.finding(
                "unsupported_price",
                Severity.HOLD,
                match.span(),
                "{} looks like a price, and the facts do not have it.",
                suggestion="Use a figure from the facts or leave it out.",
            )


def find_percentage_problems(reading: Reading, facts: SheetFacts) -> Iterator[Finding]:
    """Percentages, other than those off a price, that no fact states."""
    for match in _PERCENT.finditer(reading.folded):
        if claims_off(reading, match.start(), match.end()):
            continue
        value = Decimal(match[1].replace(",", "."))
        if value in facts.percentages or value in facts.discounts:
            continue
        yield reading.finding(
            "unsupported_attribute",
            Severity.HOLD,
            match.span(),
            "The facts do not state {}.",
            suggestion="Use a percentage from the facts or leave it out.",
        )


def find_measure_problems(reading: Reading, facts: SheetFacts) -> Iterator[Finding]:
    """Sizes, weights and volumes that differ from the facts'."""
    for match in _MEASURE.finditer(reading.folded):
        if _agrees(match, _measures(facts.text), facts):
            continue
        yield reading.finding(
            "unsupported_attribute",
            Severity.HOLD,
            match.span(),
            "The facts do not state {}.",
            suggestion="Copy the measure from the facts.",
        )


@lru_cache(maxsize=512)
def _measures(text: str) -> frozenset[tuple[str, Decimal]]:
    return frozenset(
        (kind, value * size)
        for match in _MEASURE.finditer(text)
        for kind, size in (_UNITS.get(match[2], (match[2], Decimal(1))),)
        for value in parse_digits(match[1])
    )


def _agrees(match: re.Match[str], stated: frozenset[tuple[str, Decimal]], facts: SheetFacts) -> bool:
    kind, size = _UNITS.get(match[2], (match[2], Decimal(1)))
    values = parse_digits(match[1])
    # A number that the facts have with another unit is left to the reader: "24 x 11 x 9 cm".
    return any((kind, value * size) in stated or value in facts.numbers for value in values)


def find_rating_problems(reading: Reading, facts: SheetFacts) -> Iterator[Finding]:
    """Ratings that are not a product's own, rounded to the digits shown."""
    ratings = [product.product.rating for product in facts.products if product.product.rating is not None]
    for match in _RATING.finditer(reading.folded):
        said = (match["n"] or match["r"]).replace(",", ".")
        if any(_rounds_to(rating, said) for rating in ratings) or match[0] in facts.text:
            continue
        yield reading.finding(
            "unsupported_attribute",
            Severity.BLOCK,
            match.span(),
            "No product in the facts has the rating {}.",
            fact="ratings: " + (", ".join(str(rating) for rating in ratings) or "none"),
            suggestion="State the rating from the facts or leave it out.",
        )


def _rounds_to(rating: float, said: str) -> bool:
    step = Decimal(1).scaleb(-len(said.partition(".")[2]))
    return abs(Decimal(str(rating)) - Decimal(said)) <= step / 2
