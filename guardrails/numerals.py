"""Numbers as digits and as words in English, German, French and Spanish."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from guardrails.plain_text import words_of

LANGUAGES = ("en", "de", "fr", "es")

# Grouping by a space is left to money, where the currency shows that the groups belong together.
DIGITS = r"\d{1,3}(?:[.,']\d{3}){1,3}(?:[.,]\d{1,2})?(?!\d)|\d{1,9}(?:[.,]\d{1,4})?(?!\d)"
_DIGITS = re.compile(rf"(?<![\w.,])(?:{DIGITS})")


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text; "1.299" has two readings, since locales disagree."""

    start: int
    end: int
    values: tuple[Decimal, ...]
    in_words: bool = False


def parse_digits(token: str) -> tuple[Decimal, ...]:
    """What a token of digits, points and commas can mean, the likelier first."""
    token = token.replace("'", "").replace(" ", "")
    marks = [char for char in token if char in ".,"]
    if not marks:
        return (Decimal(token),)
    as_decimal = Decimal(_with_decimal_mark(token, marks[-1]))
    if len(set(marks)) == 2:
        return (as_decimal,)
    grouped = Decimal(token.replace(marks[0], ""))
    if len(marks) > 1:
        return (grouped,)
    return (grouped, as_decimal) if re.fullmatch(r"[1-9]\d{0,2}[.,]\d{3}", token) else (as_decimal,)


def _with_decimal_mark(token: str, mark: str) -> str:
    whole, _, fraction = token.rpartition(mark)
    return f"{whole.replace('.', '').replace(',', '')}.{fraction}"


def find_numbers(folded: str, language: str, said: frozenset[str] | None = None) -> list[Number]:
    """Every number in folded text, digits and words, in order; `said` are its words where known."""
    found = [Number(m.start(), m.end(), parse_digits(m[0])) for m in _DIGITS.finditer(folded)]
    found.extend(find_number_words(folded, language, said))
    return sorted(found, key=lambda number: number.start)


def find_number_words(folded: str, language: str, said: frozenset[str] | None = None) -> Iterator[Number]:
    """Numbers written as words, the longest reading of each, in order."""
    known, first_words = _number_words(language)
    skip_to = 0
    for start in sorted(_places_of(first_words & (words_of(folded) if said is None else said), folded)):
        if start < skip_to:
            continue
        end, value = _longest_number(folded, start, known)
        if value is not None:
            skip_to = end
            yield Number(start, end, (value,), in_words=True)


def _places_of(words: frozenset[str], folded: str) -> Iterator[int]:
    """Where the words start. Copy has few of them, so finding each beats reading all."""
    for word in words:
        start = folded.find(word)
        while start >= 0:
            if (
                not folded[start - 1 : start].isalnum()
                and not folded[start + len(word) : start + len(word) + 1].isalnum()
            ):
                yield start
            start = folded.find(word, start + len(word))


_NUMBER_PHRASE = re.compile(r"[^\W\d_]+(?:[ -][^\W\d_]+){0,5}")


def _longest_number(folded: str, start: int, known: dict[str, int]) -> tuple[int, Decimal | None]:
    phrase = _NUMBER_PHRASE.match(folded, start)
    text = phrase[0] if phrase else ""
    while text:
        if (value := known.get(text.replace("-", " "))) is not None:
            return start + len(text), Decimal(value)
        text = text[: max(text.rfind(" "), text.rfind("-"), 0)]
    return start, None


@cache
def _number_words(language: str) -> tuple[dict[str, int], frozenset[str]]:
    spell, extra = _SPELLERS.get(language, _SPELLERS["en"])
    known = {spell(value): value for value in range(1000)} | extra
    return known, frozenset(words.partition(" ")[0] for words in known)


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
    "en": (_english, _english_hundreds() | {"dozen": 12, "half a dozen": 6, "two dozen": 24, "hundred": 100}),
    "de": (
        _german,
        {"ein": 1, "eine": 1, "einen": 1, "einem": 1, "einer": 1, "zwo": 2, "dutzend": 12, "ein dutzend": 12}
        | {"ein halbes dutzend": 6, "dreissig": 30, "hundert": 100},
    ),
    "fr": (_french, {"une": 1, "une douzaine": 12, "douzaine": 12, "une dizaine": 10, "dizaine": 10}),
    "es": (
        _spanish,
        {"un": 1, "una": 1, "una docena": 12, "docena": 12, "media docena": 6, "veintiún": 21},
    ),
}
