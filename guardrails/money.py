"""Amounts of money in text: £12.50, 12,50 €, $8, EUR 8, 8 pounds, zwölf Euro, 12 € 50, 50p."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from guardrails.numerals import Number, parse_digits

_DOLLARS = frozenset({"USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN"})
_PESOS = frozenset({"MXN", "ARS", "CLP", "COP", "UYU"})
_CODES = "eur|gbp|usd|chf|cad|aud|nzd|sek|nok|dkk|pln|czk|jpy"
_SYMBOLS: dict[str, frozenset[str]] = {
    "£": frozenset({"GBP"}),
    "€": frozenset({"EUR"}),
    "¥": frozenset({"JPY", "CNY"}),
    "$": _DOLLARS,
    "us$": frozenset({"USD"}),
    "ca$": frozenset({"CAD"}),
    "a$": frozenset({"AUD"}),
    **{code: frozenset({code.upper()}) for code in _CODES.split("|")},
}
_WORDS: dict[str, frozenset[str]] = {
    **dict.fromkeys(("euro", "euros"), frozenset({"EUR"})),
    **dict.fromkeys(
        ("pound", "pounds", "quid", "libras esterlinas", "livres sterling", "pfund sterling"),
        frozenset({"GBP"}),
    ),
    **dict.fromkeys(("dollar", "dollars", "bucks", "dólar", "dólares"), _DOLLARS),
    **dict.fromkeys(("franken", "francs"), frozenset({"CHF"})),
    "pesos": _PESOS,
}
_HUNDREDTHS: dict[str, frozenset[str]] = {
    **dict.fromkeys(("pence",), frozenset({"GBP"})),
    **dict.fromkeys(("cents", "cent", "céntimos", "centimes"), _DOLLARS | {"EUR"}),
}
_WEIGHT_WORDS = ("pound", "pounds")

_NUMBER = r"\d{1,3}(?:[.,' ]\d{3}){1,3}(?:[.,]\d{1,2})?(?!\d)|\d{1,9}(?:[.,]\d{1,2})?(?!\d)"
_SIGN = rf"us\$|ca\$|a\$|[£€¥$]|(?:{_CODES})(?![a-z])"
_UNIT_WORDS = "|".join(sorted((*_WORDS, *_HUNDREDTHS), key=len, reverse=True))
_BEFORE = re.compile(rf"(?<![a-z])({_SIGN}) ?(?:{_NUMBER})")
_AFTER = re.compile(
    rf"(?<![\w.,$£€])({_NUMBER})(?:,-+)? ?(?:({_SIGN})(?: ?(\d\d)(?![\d%]|[.,]\d| ?[a-z%]))?|"
    rf"-?({_UNIT_WORDS})(?!\w))"
)
_PENCE = re.compile(r"(?<![\w.,£])(\d{1,3})p(?!\w)")
_WORD_AFTER = re.compile(rf" ?-?(?:({_SIGN})|({_UNIT_WORDS})(?!\w))")
_HAS_MONEY = re.compile(rf"[£€¥$]|(?<![a-z])(?:{_CODES}|{_UNIT_WORDS})(?![a-z])|\dp(?!\w)")


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum of money in a text; `currencies` are those its sign can stand for."""

    start: int
    end: int
    values: tuple[Decimal, ...]
    currencies: frozenset[str]


def find_amounts(folded: str, numbers: Sequence[Number], currency: str) -> list[Amount]:
    """Every sum of money in folded text, in order; `currency` is the shop's own.

    A pound is a weight where the shop does not count in pounds, and before "of".
    """
    if not _HAS_MONEY.search(folded):
        return []
    found: list[Amount] = []
    for amount in sorted(_candidates(folded, numbers), key=lambda one: (one.start, -one.end)):
        if found and amount.start < found[-1].end:
            continue
        if not _is_weight(folded, amount, currency):
            found.append(amount)
    return found


def _candidates(folded: str, numbers: Sequence[Number]) -> Iterator[Amount]:
    for match in _AFTER.finditer(folded):
        yield _amount_before_unit(match)
    for match in _BEFORE.finditer(folded):
        sign = match[1]
        digits = match[0][len(sign) :].strip()
        yield Amount(match.start(), match.end(), parse_digits(digits), _SYMBOLS[sign])
    for match in _PENCE.finditer(folded):
        yield Amount(match.start(), match.end(), (Decimal(match[1]) / 100,), frozenset({"GBP"}))
    for number in numbers:
        unit = _WORD_AFTER.match(folded, number.end) if number.in_words else None
        if unit:
            yield _in_unit(number.start, unit.end(), number.values, unit[1], unit[2])


def _amount_before_unit(match: re.Match[str]) -> Amount:
    values = parse_digits(match[1])
    if match[3]:
        values = (values[0] + Decimal(match[3]) / 100,)
    return _in_unit(match.start(), match.end(), values, match[2], match[4])


def _in_unit(start: int, end: int, values: tuple[Decimal, ...], sign: str | None, word: str | None) -> Amount:
    if sign is not None:
        return Amount(start, end, values, _SYMBOLS[sign])
    if word in _HUNDREDTHS:
        return Amount(start, end, tuple(value / 100 for value in values), _HUNDREDTHS[word])
    return Amount(start, end, values, _WORDS[word or ""])


def _is_weight(folded: str, amount: Amount, currency: str) -> bool:
    if not folded[amount.start : amount.end].endswith(_WEIGHT_WORDS):
        return False
    return currency != "GBP" or folded.startswith((" of ", "s of "), amount.end)
