"""Amounts of money in text: £12.50, 12,50 €, $8, Fr. 1'299.–, zwölf Euro, 12 € 50, 50p, a tenner."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import islice
from typing import NamedTuple

from guardrails.numerals import Number, parse_digits

_DOLLARS = frozenset({"USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN", "ARS", "CLP", "COP"})
_PESOS = frozenset({"MXN", "ARS", "CLP", "COP", "UYU", "PHP"})
_FRANCS = frozenset({"CHF"})
_CROWNS = frozenset({"SEK", "NOK", "DKK", "CZK"})
_CODES = "eur|gbp|usd|chf|cad|aud|nzd|mxn|ars|clp|cop|sek|nok|dkk|pln|czk|huf|jpy|cny|inr|brl|zar|sgd|hkd"
_SYMBOLS: dict[str, frozenset[str]] = {
    "£": frozenset({"GBP"}),
    "€": frozenset({"EUR"}),
    "¥": frozenset({"JPY", "CNY"}),
    "₹": frozenset({"INR"}),
    "$": _DOLLARS,
    **dict.fromkeys(("us$", "u$s", "$us", "$ us"), frozenset({"USD"})),
    **dict.fromkeys(("ca$", "c$", "can$", "$ca", "$ ca", "$ can"), frozenset({"CAD"})),
    **dict.fromkeys(("a$", "au$"), frozenset({"AUD"})),
    **dict.fromkeys(("mx$", "$ mxn", "$ mx"), frozenset({"MXN"})),
    **dict.fromkeys(("fr.", "sfr.", "sfr"), _FRANCS),
    **{code: frozenset({code.upper()}) for code in _CODES.split("|")},
    **{f"${code}": frozenset({code.upper()}) for code in ("usd", "cad", "mxn", "aud")},
    **{f"$ {code}": frozenset({code.upper()}) for code in ("usd", "cad", "aud")},
}
_WORDS: dict[str, frozenset[str]] = {
    **dict.fromkeys(("euro", "euros", "euritos", "eurillos", "eurazos", "leuros"), frozenset({"EUR"})),
    **dict.fromkeys(
        (
            "pound",
            "pounds",
            "quid",
            "pounds sterling",
            "pound sterling",
            "libras esterlinas",
            "livres sterling",
            "pfund sterling",
            "libras",
        ),
        frozenset({"GBP"}),
    ),
    **dict.fromkeys(
        ("dollar", "dollars", "us-dollar", "us-dollars", "bucks", "dólar", "dólares"), _DOLLARS - {"MXN"}
    ),
    **dict.fromkeys(("franken", "francs", "francs suisses", "francos", "stutz"), _FRANCS),
    **dict.fromkeys(("kronen", "kronor", "couronnes", "coronas", "kr"), _CROWNS),
    **dict.fromkeys(("peso", "pesos", "pesitos"), _PESOS),
}
_HUNDREDTHS: dict[str, frozenset[str]] = {
    "pence": frozenset({"GBP"}),
    "rappen": _FRANCS,
    **dict.fromkeys(
        ("cents", "cent", "céntimos", "centimes", "centavos"), _DOLLARS | {"EUR"} | _PESOS | _FRANCS
    ),
}
_TENNERS = frozenset({"GBP", "EUR", "AUD", "NZD"})
# Money that is a noun by itself.
_NOTES: dict[str, tuple[int, frozenset[str]]] = {
    "a tenner": (10, _TENNERS),
    "a fiver": (5, _TENNERS),
    "ein fünfer": (5, frozenset({"EUR", "CHF"})),
    "einen fünfer": (5, frozenset({"EUR", "CHF"})),
    "ein zehner": (10, frozenset({"EUR", "CHF"})),
    "einen zehner": (10, frozenset({"EUR", "CHF"})),
    "ein zwanziger": (20, frozenset({"EUR", "CHF"})),
    "einen zwanziger": (20, frozenset({"EUR", "CHF"})),
}
_NOTE_STEMS = ("tenner", "fiver", "fünfer", "zehner", "zwanziger")
_SPOKEN = frozenset({"two cents", "2 cents", "zwei cent", "deux centimes", "dos céntimos"})

_SIGN_CHARS = "£€$¥₹"
_AFTER_SIGN = r"\$ (?:cad|usd|aud|mxn|ca|can|us|mx)(?!\w)|\$(?:cad|usd|mxn|aud|ca|us)(?!\w)"
_SIGN_AFTER = (
    rf"{_AFTER_SIGN}|us\$|ca\$|c\$|a\$|€|[{_SIGN_CHARS}](?![0-9])|(?:{_CODES})(?!\w)|s?fr\.|sfr(?!\w)"
)
_UNIT_WORDS = "|".join(sorted((*_WORDS, *_HUNDREDTHS), key=len, reverse=True))
_AFTER = re.compile(
    rf"(?:[.,]-+)? ?(?:(?P<sign>{_SIGN_AFTER})(?: ?(?P<cents>[0-9][0-9])(?![0-9%]|[.,][0-9]| ?[a-z%]))?"
    rf"|-?(?P<word>{_UNIT_WORDS})(?!\w))"
)
_BEFORE = re.compile(
    rf"(?:us|u|ca|can|c|au|a|mx)\$$|u\$s$|[{_SIGN_CHARS}]$|(?<![a-z])(?:(?:{_CODES})|s?fr\.|sfr)$"
)
_TRAILING_CODE = re.compile(rf" ?(?:{_CODES})(?!\w)|(?:[.,]-+)")
_SPACED = re.compile(r"[0-9]{1,3}(?: [0-9]{3}){1,2}(?:[.,][0-9]{1,2})?(?![0-9])")
_PENCE = re.compile(r"p(?!\w)")
_AND_A_HALF = re.compile(r" (?:and a half|et demie?|y medio|y media)(?!\w)")
_COINS = re.compile(r" (?:and |und |et |con |y )?")
_MAY_FOLLOW = frozenset({word[0] for word in (*_SYMBOLS, *_WORDS, *_HUNDREDTHS)} | set(".,-p0123456789"))
_MOST_AMOUNTS = 100  # of a text; more tell nothing new
_WEIGHS = re.compile(r"(?<!\w)(?:weigh\w*|tips? the scales?|heavy at)(?: [^\s.;:!?]+){0,3} $")
_WEIGHT_WORDS = ("pound", "pounds", "libras")


class Amount(NamedTuple):
    """A sum of money in a text; `currencies` are those its sign can stand for."""

    start: int
    end: int
    values: tuple[Decimal, ...]
    currencies: frozenset[str]


def find_amounts(folded: str, numbers: Sequence[Number], currency: str) -> list[Amount]:
    """Every sum of money in folded text, in order; `currency` is the shop's own.

    A pound is a weight where the shop does not count in pounds, and before "of".
    """
    found: list[Amount] = []
    for amount in islice(_candidates(folded, numbers), _MOST_AMOUNTS):
        if found and amount.start < found[-1].end:
            continue
        if not _is_weight(folded, amount, currency) and not _is_spoken(folded, amount):
            found.append(amount)
    if any(stem in folded for stem in _NOTE_STEMS):
        found = sorted([*found, *_notes(folded)], key=lambda amount: amount.start)
    return found


def _candidates(folded: str, numbers: Sequence[Number]) -> Iterator[Amount]:
    for index, number in enumerate(numbers):
        amount = _with_sign_before(folded, number) or _with_unit_after(folded, number)
        if amount is None:
            continue
        following = next(
            (later for later in numbers[index + 1 : index + 3] if later.start >= amount.end), None
        )
        yield _with_coins(folded, amount, following)


def _with_sign_before(folded: str, number: Number) -> Amount | None:
    if number.in_words or not number.start:
        return None
    edge = number.start - (folded[number.start - 1] == " ")
    last = folded[edge - 1 : edge]
    # Most figures have neither a sign nor a short word's last letter before them.
    if last not in _SIGN_CHARS and not (last.isalpha() or last == "."):
        return None
    sign = _BEFORE.search(folded, max(edge - 4, 0), edge)
    if sign is None:
        return None
    end, values = _grouped(folded, number)
    currencies = _SYMBOLS.get(sign[0], _DOLLARS)
    if code := _TRAILING_CODE.match(folded, end):
        end = code.end()
        currencies = _SYMBOLS.get(code[0].strip(), currencies)
    return Amount(sign.start(), end, values, currencies)


def _grouped(folded: str, number: Number) -> tuple[int, tuple[Decimal, ...]]:
    """Where a figure ends and what it means when its thousands may stand apart: 1 299."""
    spaced = _SPACED.match(folded, number.start)
    return (spaced.end(), parse_digits(spaced[0])) if spaced else (number.end, number.values)


def _with_unit_after(folded: str, number: Number) -> Amount | None:
    start, end, values = number.start, number.end, number.values
    following = folded[end : end + 1]
    if following == " ":
        following = folded[end + 1 : end + 2]
    if following not in _MAY_FOLLOW:
        return None
    if not number.in_words:
        end, values = _grouped(folded, number)
        if _PENCE.match(folded, end) and number.values[0] < 1000:
            return Amount(start, end + 1, (values[0] / 100,), frozenset({"GBP"}))
    unit = _AFTER.match(folded, end)
    if unit is None:
        return None
    if unit["cents"]:
        values = (values[0] + Decimal(unit["cents"]) / 100,)
    if unit["sign"]:
        return Amount(start, unit.end(), values, _SYMBOLS[unit["sign"]])
    if (word := unit["word"]) in _HUNDREDTHS:
        return Amount(start, unit.end(), tuple(value / 100 for value in values), _HUNDREDTHS[word])
    return Amount(start, unit.end(), values, _WORDS[word])


def _with_coins(folded: str, amount: Amount, following: Number | None) -> Amount:
    """An amount with what may be its hundredths after it: twelve pounds fifty."""
    if not folded[amount.end - 1].isalpha():
        return amount
    if half := _AND_A_HALF.match(folded, amount.end):
        return amount._replace(end=half.end(), values=(amount.values[0] + Decimal("0.5"),))
    if following is None:
        return amount
    gap = _COINS.fullmatch(folded, amount.end, following.start)
    cents = following.values[0]
    if gap is None or not following.is_whole or not 5 <= cents < 100:
        return amount
    return amount._replace(end=following.end, values=(amount.values[0] + cents / 100, *amount.values))


def _notes(folded: str) -> Iterator[Amount]:
    for words, (value, currencies) in _NOTES.items():
        start = folded.find(words)
        while start >= 0:
            end = start + len(words)
            if not folded[start - 1 : start].isalnum() and not folded[end : end + 1].isalnum():
                yield Amount(start, end, (Decimal(value),), currencies)
            start = folded.find(words, end)


def _is_weight(folded: str, amount: Amount, currency: str) -> bool:
    if not folded[amount.start : amount.end].endswith(_WEIGHT_WORDS):
        return False
    if currency != "GBP" or folded.startswith((" of ", "s of "), amount.end):
        return True
    return bool(_WEIGHS.search(folded, max(amount.start - 36, 0), amount.start))


def _is_spoken(folded: str, amount: Amount) -> bool:
    """Whether it is a manner of speaking: my two cents, a hundred bucks say, like a million dollars."""
    text = folded[amount.start : amount.end]
    if text in _SPOKEN or folded.startswith((" question", "-question"), amount.end):
        return True
    before = folded[max(amount.start - 14, 0) : amount.start]
    return "bet" in before and text.endswith(("bucks", "dollars", "quid", "euro", "euros"))
