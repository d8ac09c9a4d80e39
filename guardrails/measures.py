"""Sizes, weights and volumes: they are the product's own, in any unit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from bespoke.domain import Finding, Product, Severity
from guardrails.numerals import Number, find_numbers
from guardrails.plain_text import fold, listed
from guardrails.reading import Reading
from guardrails.sheet_facts import SheetFacts
from guardrails.stems import stem

_UNIT_AFTER = re.compile(
    r"[ -]?(mm|cm|ml|cl|dl|l|g|kg|mg|oz|lbs?|lumens?|gsm|mah|inch(?:es)?|litres?|liters?|liter|litros?|"
    r"centilitres?|millilitres?|décilitres?|centimètres?|millimètres?|kilogrammes?|"
    r"kilogramm|zentimeter|millimeter|milliliter|deziliter|"
    r"grams?|gramm|grammes?|gramos|kilos?|centímetros?|"
    r"milímetros?|mililitros?|watts?|w|k|v|°c|°f|° c|° f)(?![\w²³])"
)
_SPELLED_OUT = 5  # letters of a unit after a number in words
UNITS: dict[str, tuple[str, Decimal]] = {
    **{unit: ("length", Decimal(size)) for unit, size in (("mm", 1), ("cm", 10))},
    **{unit: ("length", Decimal("25.4")) for unit in ("inch", "inches")},
    **{unit: ("volume", Decimal(size)) for unit, size in (("ml", 1), ("cl", 10), ("dl", 100), ("l", 1000))},
    **dict.fromkeys(("litre", "litres", "liter", "liters", "litro", "litros"), ("volume", Decimal(1000))),
    **dict.fromkeys(("g", "gram", "grams", "gramm", "gramme", "grammes", "gramos"), ("weight", Decimal(1))),
    **dict.fromkeys(("kg", "kilo", "kilos"), ("weight", Decimal(1000))),
    **dict.fromkeys(("centilitre", "centilitres"), ("volume", Decimal(10))),
    **dict.fromkeys(("décilitre", "décilitres"), ("volume", Decimal(100))),
    **dict.fromkeys(("millilitre", "millilitres"), ("volume", Decimal(1))),
    **dict.fromkeys(("centimètre", "centimètres"), ("length", Decimal(10))),
    **dict.fromkeys(("millimètre", "millimètres"), ("length", Decimal(1))),
    **dict.fromkeys(("grammes", "kilogramme"), ("weight", Decimal(1))),
    **dict.fromkeys(("kilogramme", "kilogrammes"), ("weight", Decimal(1000))),
    **{
        unit: ("length", Decimal(size))
        for unit, size in (("milímetros", 1), ("centímetros", 10), ("centímetro", 10))
    },
    **dict.fromkeys(("mililitro", "mililitros"), ("volume", Decimal(1))),
    "mg": ("weight", Decimal("0.001")),
    **dict.fromkeys(("lb", "lbs"), ("weight", Decimal("453.6"))),
}
# "250 g de farine" is a recipe's, "per 100 ml" a way of counting.
_OF = re.compile(r" (?:of|de|d')(?: |(?<='))?([^\W\d_]{3,})")
_NOUN = re.compile(
    r" (?!and|und|or|oder|with|mit|in|is|are|that|which|each|per|long|wide|high|deep)([^\W\d_]{3,})"
)
_PORTION = re.compile(
    r" (?:a|per|pro|par|por|al|am|the) (?:day|cup|glass|wash|serving|person|week|tag|tasse|glas|portion|"
    r"person|jour|"
    r"personne|día|taza|persona)(?!\w)"
)
_WITHSTANDS = re.compile(
    r"(?<!\w)(?:withstands?|hardy|survives?|stands up|copes?|tolerates?|rated|resists?|safe|endures?|"
    r"verträgt|übersteht|winterhart|aushält|hitzebeständig|resisten?|aguantan?|soportan?|"
    r"support(?:e|ent)|tolèr(?:e|ent)|résist(?:e|ent)|encaiss(?:e|ent)|rustique)(?!\w)"
)
_BEFORE = 48
_MOST_MEASURES = 60  # of a copy
_TEMPERATURES = frozenset(("°c", "°f", "° c", "° f"))
_WORD = re.compile(r"[^\W\d_]+")
# Words by which a sentence says how large a thing is.
_MEASURING = {
    "en": listed(
        "holds hold holding weighs weigh weighing measures measure fits capacity tall wide deep long "
        "high thick diameter across size volume weight it"
    ),
    "de": listed(
        "fasst fassen wiegt wiegen misst messen hält fassungsvermögen hoch breit tief lang dick "
        "durchmesser größe volumen gewicht er sie es passt passen"
    ),
    "fr": listed(
        "contient contiennent pèse pèsent mesure mesurent contenance haut haute large long longue épais "
        "diamètre taille volume poids il elle capacité"
    ),
    "es": listed(
        "pesa pesan mide miden cabe caben contiene contienen capacidad alto alta ancho ancha largo larga "
        "grosor diámetro tamaño volumen peso"
    ),
}
# A number in words is a measure where the words before say that something holds, weighs or is as much.
_TOLD = re.compile(
    r"(?<!\w)(?:holds?|measures?|weighs?|fass(?:t|en)|misst|messen|wieg(?:t|en)|contient|contiennent|"
    r"mesure(?:nt)?|"
    r"pèsent?|caben?|capacidad (?:de|para)|miden?|pesan?)(?: (?:about|around|only|just|rund|etwa|knapp|"
    r"nur|environ|"
    r"presque|casi|unos|unas|solo|sólo|más de|hasta))? $"
)
# "You need 8 g of beans", "mix in 10 g of salt".
_TAKEN = re.compile(
    r"(?<!\w)(?:need|use|add|mix|stir|take|weigh|brauch\w*|nimm|nehm\w*|nimmt|reicht|reichen|genügen|gib|"
    r"geben|"
    r"misch\w*|rühr\w*|mahl\w*|wieg\w*|prenez|prends|ajoute[zr]?|mélange[zr]?|usa|añade|mezcla|toma)"
    r"(?: [^\s.!?]+){0,4} $"
)
_PER = re.compile(r"(?<!\w)(?:per|pro|je|auf|pour|aux?|les|por|cada|par) $")


# Degrees of the weather, the sea or an oven are no product's.
_HEAT = re.compile(
    r"(?<!\w)(?:ovens?|bak\w+|roast\w*|preheat\w*|fan|water|sea|lake|river|weather|outside|forecast|"
    r"garden|night|"
    r"simmer\w*|boil\w*|backofen|ofen|back\w{2,4}|wasser|draußen|wetter|four|cuire|cuisson|eau|dehors|horno|"
    r"hornea\w*|agua|fuera)(?!\w)"
)
_OF_BEFORE = re.compile(r"(?<!\w)([^\W\d_]{3,}) of $")
_RECIPE = re.compile(
    r"(?<!\w)(?:pour|add|stir|mix|whisk|boil|bake|simmer|melt|fold|knead|soak|roast|fry|heat|beat|warm|"
    r"fill it)(?!\w)"
)


class Measure(NamedTuple):
    """A figure with its unit, as folded text has it."""

    start: int
    end: int
    values: tuple[Decimal, ...]
    unit: str

    def sizes(self) -> Iterator[tuple[str, Decimal]]:
        """What it can measure, in the smallest unit of its kind."""
        kind, size = UNITS.get(self.unit, (self.unit, Decimal(1)))
        return ((kind, value * size) for value in self.values)


@lru_cache(maxsize=4)
def find_measures(reading: Reading) -> tuple[Measure, ...]:
    """The measures of a copy in order, as many as any honest one has."""
    return tuple(islice(_measures(reading.folded, reading.numbers), _MOST_MEASURES))


def _measures(folded: str, numbers: tuple[Number, ...]) -> Iterator[Measure]:
    for number in numbers:
        if number.in_words and not _TOLD.search(folded, max(number.start - 30, 0), number.start):
            continue
        if unit := _UNIT_AFTER.match(folded, number.end):
            yield Measure(number.start, unit.end(), number.values, unit[1])


def measures_in(text: str) -> frozenset[tuple[str, Decimal]]:
    """The kinds and sizes that folded text states."""
    numbers = tuple(find_numbers(text, "en", {}))
    return frozenset(size for measure in _measures(text, numbers) for size in measure.sizes())


def measures_of(product: Product) -> frozenset[tuple[str, Decimal]]:
    """The kinds and sizes that a product's texts state."""
    return measures_in(fold("\n".join((product.title, product.description, *product.attributes.values()))))


@lru_cache(maxsize=512)
def _stated(facts: SheetFacts) -> frozenset[tuple[str, Decimal]]:
    """The kinds and sizes that the facts state."""
    return frozenset[tuple[str, Decimal]]().union(*[_measures_of_text(text.folded) for text in facts.texts])


_measures_of_text = lru_cache(maxsize=4096)(measures_in)


def find_measure_problems(reading: Reading, facts: SheetFacts) -> Iterator[Finding]:
    """Sizes, weights and volumes that differ from the facts'."""
    for measure in find_measures(reading):
        if _agrees(measure, facts) or _is_of_something_else(reading, facts, measure):
            continue
        yield reading.finding(
            "unsupported_attribute",
            Severity.HOLD if _is_said_of_a_product(reading, facts, measure) else Severity.NOTE,
            (measure.start, measure.end),
            "The facts do not state {}.",
            suggestion="Copy the measure from the facts.",
        )


def _is_said_of_a_product(reading: Reading, facts: SheetFacts, measure: Measure) -> bool:
    """Whether its sentence measures, or names a product, and is not a recipe with several measures."""
    field = reading.passage_at(measure.start).field
    start, end = reading.sentence_at(measure.start)
    around = [one for one in find_measures(reading) if start <= one.start < end]
    if measure.unit in _TEMPERATURES:
        return (
            _WITHSTANDS.search(reading.folded, max(start, measure.start - _BEFORE), measure.start) is not None
        )
    if len(around) > 2:
        return False
    if field.startswith("blurb:"):
        return True
    words = _WORD.findall(reading.folded, start, end)
    if not _MEASURING[facts.reading_language].isdisjoint(words):
        return True
    kinds = {kind for kind, _ in _stated(facts)}
    said = {stem(word) for word in words}
    is_named = any(said & {stem(word) for word in product.title_words} for product in facts.products)
    return is_named and any(kind in kinds for kind, _ in measure.sizes())


def _agrees(measure: Measure, facts: SheetFacts) -> bool:
    # A number that the facts have with another unit is left to the reader: "24 x 11 x 9 cm".
    if not facts.numbers.isdisjoint(measure.values):
        return True
    return not _stated(facts).isdisjoint(measure.sizes())


def _is_of_something_else(reading: Reading, facts: SheetFacts, measure: Measure) -> bool:
    """Whether it is a recipe's, a portion's, a unit to count by, or several of what the facts state."""
    if _PER.search(reading.folded, max(measure.start - 8, 0), measure.start):
        return True
    if _PORTION.match(reading.folded, measure.end):
        return True
    start, end = reading.sentence_at(measure.start)
    near = [number for number in reading.numbers if start <= number.start < end]
    # "Five skeins come to £46. That's 500 g."
    earlier = reading.sentence_at(max(start - 1, reading.passage_at(start).start))[0]
    counts = {
        value
        for number in reading.numbers
        if earlier <= number.start < end
        for value in number.values
        if 2 <= value <= 24
    } | {Decimal(2)}
    counts |= {value for value in facts.numbers if 2 <= value <= 500}  # "36 rounds, 540 g": 15 g each
    if measure.unit == "°c" and _HEAT.search(reading.folded, start, end):
        return True
    if before := _OF_BEFORE.search(reading.folded, max(start, measure.start - 24), measure.start):
        return not facts.knows(before[1])
    stated = _stated(facts)
    if any(
        (kind, size / count) in stated or (kind, size * count) in stated
        for kind, size in measure.sizes()
        for count in counts
    ):
        return True
    is_taken = _TAKEN.search(reading.folded, max(start, measure.start - 40), measure.start) is not None
    if is_taken and any(
        kind == whole and size < most for kind, size in measure.sizes() for whole, most in stated
    ):
        return True  # some of what is in the pack
    noun = _OF.match(reading.folded, measure.end) or _NOUN.match(reading.folded, measure.end)
    if noun is None:
        return False
    if facts.knows(noun[1]):  # "50 ml of gin", of a bottle of 70 cl
        return any(kind == whole and size < most for kind, size in measure.sizes() for whole, most in stated)
    return len(near) > 1 or _RECIPE.search(reading.folded, start, measure.start) is not None
