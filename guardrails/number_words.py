"""The numbers up to 999 as English, German, French and Spanish spell them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache


@dataclass(frozen=True, slots=True)
class NumberWords:
    """How a language spells numbers; hyphens are spaces."""

    values: dict[str, Decimal]
    first: frozenset[str]  # words that a number can begin with
    later: frozenset[str]  # words that can follow in one


@cache
def number_words(language: str) -> NumberWords:
    spell, extra = _SPELLERS.get(language, _SPELLERS["en"])
    values = {spell(value): value for value in range(1000)} | extra
    split = [words.split(" ") for words in values]
    return NumberWords(
        {words: Decimal(value) for words, value in values.items()},
        frozenset(words[0] for words in split) | {"mille", "mil", "thousand"},
        frozenset(word for words in split for word in words[1:]),
    )


_EN = str.split(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_EN_TENS = str.split("_ _ twenty thirty forty fifty sixty seventy eighty ninety")


def _english(value: int) -> str:
    if value < 20:
        return _EN[value]
    if value < 100:
        return _EN_TENS[value // 10] + (f" {_EN[value % 10]}" if value % 10 else "")
    rest = f" and {_english(value % 100)}" if value % 100 else ""
    return f"{_EN[value // 100]} hundred{rest}"


def _english_hundreds() -> dict[str, int]:
    """A hundred and five, and the American way without "and"."""
    found = {f"hundred and {_english(value)}": 100 + value for value in range(1, 100)}
    for value in range(101, 1000):
        if value % 100:
            found[_english(value).replace(" and ", " ")] = value
    return found


_DE = str.split(
    "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn "
    "sechzehn siebzehn achtzehn neunzehn"
)
_DE_TENS = str.split("_ _ zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig")


def _german(value: int) -> str:
    if value < 20:
        return _DE[value]
    if value < 100:
        one = "ein" if value % 10 == 1 else _DE[value % 10]
        return (f"{one}und" if value % 10 else "") + _DE_TENS[value // 10]
    hundred = "ein" if value < 200 else _DE[value // 100]
    return f"{hundred}hundert" + (_german(value % 100) if value % 100 else "")


_FR = str.split(
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize "
    "dix-sept dix-huit dix-neuf"
)
_FR_TENS = str.split("_ _ vingt trente quarante cinquante soixante soixante quatre-vingt quatre-vingt")


def _french(value: int) -> str:
    return _french_parts(value).replace("-", " ")


def _french_parts(value: int) -> str:
    if value < 20:
        return _FR[value]
    if value >= 100:
        hundred = "cent" if value < 200 else f"{_FR[value // 100]} cent"
        return (
            f"{hundred} {_french_parts(value % 100)}" if value % 100 else f"{hundred}{'s' * (value >= 200)}"
        )
    tens, rest = _FR_TENS[value // 10], value % 20 if value >= 60 else value % 10
    if value == 80:
        return "quatre-vingts"
    if rest == 0:
        return tens
    return f"{tens} et {_FR[rest]}" if rest in (1, 11) and value < 80 else f"{tens} {_FR[rest]}"


def _belgian_and_swiss() -> dict[str, int]:
    """Septante, huitante, octante, nonante, and what is counted with them."""
    found: dict[str, int] = {}
    for tens, value in (("septante", 70), ("huitante", 80), ("octante", 80), ("nonante", 90)):
        found |= {tens: value, f"{tens} et un": value + 1, f"{tens} et une": value + 1}
        found |= {f"{tens} {_FR[rest]}": value + rest for rest in range(1, 10)}
    return found


_ES = str.split(
    "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince "
    "dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro "
    "veinticinco veintiséis veintisiete veintiocho veintinueve"
)
_ES_TENS = str.split("_ _ _ treinta cuarenta cincuenta sesenta setenta ochenta noventa")
_ES_HUNDREDS = str.split(
    "_ ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos"
)


def _spanish(value: int) -> str:
    if value < 30:
        return _ES[value]
    if value < 100:
        return _ES_TENS[value // 10] + (f" y {_ES[value % 10]}" if value % 10 else "")
    if value == 100:
        return "cien"
    return _ES_HUNDREDS[value // 100] + (f" {_spanish(value % 100)}" if value % 100 else "")


_SPELLERS: dict[str, tuple[Callable[[int], str], dict[str, int]]] = {
    "en": (
        _english,
        _english_hundreds() | {"dozen": 12, "half a dozen": 6, "two dozen": 24, "hundred": 100, "trio": 3},
    ),
    "de": (
        _german,
        {"ein": 1, "eine": 1, "einen": 1, "einem": 1, "einer": 1, "zwo": 2, "dutzend": 12, "ein dutzend": 12}
        | {"ein halbes dutzend": 6, "dreissig": 30, "hundert": 100}
        | {
            f"{count}{pack}": value
            for value, count in enumerate(["zweier", "dreier", "vierer", "fünfer", "sechser"], 2)
            for pack in ("set", "pack", "packung")
        },
    ),
    "fr": (
        _french,
        {"une": 1, "une douzaine": 12, "douzaine": 12, "une dizaine": 10, "dizaine": 10}
        | {"quinzaine": 15, "vingtaine": 20}
        | _belgian_and_swiss(),
    ),
    "es": (
        _spanish,
        {"un": 1, "una": 1, "una docena": 12, "docena": 12, "media docena": 6, "veintiún": 21},
    ),
}
