"""Numbers as digits and as words in English, German, French and Spanish."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from guardrails.lexicon import word_places
from guardrails.number_words import NumberWords, number_words

Places = Mapping[str, Sequence[int]]  # where the words of a folded text start
LANGUAGES = ("en", "de", "fr", "es")

# Grouping by a space is left to money, where the currency shows that the groups belong together.
DIGITS = (
    r"[0-9]{1,3}(?:[.,'][0-9]{3}){1,3}(?:[.,][0-9]{1,2})?(?![0-9])|[0-9]{1,9}(?:[.,][0-9]{1,4})?(?![0-9])"
)
_DIGITS = re.compile(DIGITS)
# It begins with a plain set of characters, so that the engine leaps from figure to figure.
_MOST_NUMBERS = 1000  # of a text, in figures and in words each
_RUN = re.compile(r"[0-9]+(?:[.,'][0-9]+)*")


class Number(NamedTuple):
    """A number in a text; "1.299" has two readings, since locales disagree."""

    start: int
    end: int
    values: tuple[Decimal, ...]
    in_words: bool = False

    @property
    def is_whole(self) -> bool:
        return self.values[0] == int(self.values[0])


@lru_cache(maxsize=4096)
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


def find_numbers(folded: str, language: str, places: Places | None = None) -> list[Number]:
    """Every number in folded text, digits and words, in order; `places` are its words' where known."""
    found = _find_digits(folded)
    found.extend(find_number_words(folded, language, places))
    return sorted(found, key=_start)


def _start(number: Number) -> int:
    return number.start


def _find_digits(folded: str) -> list[Number]:
    found: list[Number] = []
    for run in _RUN.finditer(folded):
        start = run.start()
        before = folded[start - 1 : start]
        if before in (".", ",", "_") or before.isalnum():
            continue
        if len(found) == _MOST_NUMBERS:
            break
        size, values = _read_run(run[0])
        if size:
            found.append(Number(start, start + size, values))
    return found


@lru_cache(maxsize=4096)
def _read_run(run: str) -> tuple[int, tuple[Decimal, ...]]:
    """How much of a run of digits, points and commas is one number, and what it can mean."""
    number = _DIGITS.match(run)
    return (number.end(), parse_digits(number[0])) if number else (0, ())


def find_number_words(folded: str, language: str, places: Places | None = None) -> Iterator[Number]:
    """Numbers written as words, the longest reading of each, in order."""
    table = number_words(language)
    skip_to = 0
    places = word_places(folded) if places is None else places
    for start in places_of(places.keys() & table.first, places)[:_MOST_NUMBERS]:
        if start < skip_to:
            continue
        end, value = _longest_number(folded, start, table)
        if thousand := _THOUSAND.get(language):
            end, value = _with_thousands(folded, start, (end, value), table, thousand)
        if value is not None:
            skip_to = end
            yield Number(start, end, (value,), in_words=True)


def places_of(words: Iterable[str], places: Places) -> list[int]:
    """Where words of a text start, in order."""
    return sorted([place for word in words for place in places[word]])


_THOUSAND = {"en": "thousand", "fr": "mille", "es": "mil"}


def _with_thousands(
    folded: str, start: int, found: tuple[int, Decimal | None], table: NumberWords, thousand: str
) -> tuple[int, Decimal | None]:
    """A number with the thousands that its words begin with: mille trois cents, two thousand and ten."""
    end, value = found
    if value is None:
        if not folded.startswith(thousand, start):
            return found
        end, count = start + len(thousand), Decimal(1)
    elif folded.startswith(f" {thousand}", end) and not folded[end + len(thousand) + 1 :][:1].isalnum():
        end, count = end + len(thousand) + 1, value
    else:
        return found
    after = end + (5 if folded.startswith(" and ", end) else 1)
    rest_end, rest = _longest_number(folded, after, table)
    return (end, count * 1000) if rest is None else (rest_end, count * 1000 + rest)


_FIRST_WORD = re.compile(r"[^\W\d_]+")
_NUMBER_PHRASE = re.compile(r"[^\W\d_]+(?:[ -][^\W\d_]+){0,5}")
_NEXT_WORD = re.compile(r"[ -]([^\W\d_]+)")


def _longest_number(folded: str, start: int, table: NumberWords) -> tuple[int, Decimal | None]:
    first = _FIRST_WORD.match(folded, start)
    following = _NEXT_WORD.match(folded, first.end()) if first else None
    if first and (following is None or following[1] not in table.later):
        value = table.values.get(first[0])
        return (start, None) if value is None else (first.end(), value)
    phrase = _NUMBER_PHRASE.match(folded, start)
    text = phrase[0] if phrase else ""
    while text:
        if (value := table.values.get(text.replace("-", " "))) is not None:
            return start + len(text), value
        text = text[: max(text.rfind(" "), text.rfind("-"), 0)]
    return start, None
