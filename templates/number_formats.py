"""How English, German, French and Spanish write numbers, money and percentages.

The tables follow the Unicode CLDR; a language we do not know is written as English is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

NO_BREAK_SPACE = "\u00a0"
_NARROW_SPACE = "\u202f"


@dataclass(frozen=True, slots=True)
class NumberFormat:
    decimal: str
    group: str
    symbol_first: bool
    symbol_space: bool  # between a symbol that comes first and the number
    percent: str = "{}%"
    group_from_digits: int = 4  # Spanish leaves 1234 whole


_ENGLISH = NumberFormat(".", ",", symbol_first=True, symbol_space=False)
_GERMAN = NumberFormat(",", ".", symbol_first=False, symbol_space=False, percent="{}\u00a0%")
_FRENCH = replace(_GERMAN, group=_NARROW_SPACE)
_SPANISH = replace(_GERMAN, group_from_digits=5)

_FORMATS = {
    "en": _ENGLISH,
    "de": _GERMAN,
    "de-AT": replace(_GERMAN, symbol_first=True, symbol_space=True),
    "de-CH": NumberFormat(".", "’", symbol_first=True, symbol_space=True),
    "de-LI": NumberFormat(".", "’", symbol_first=True, symbol_space=True),
    "fr": _FRENCH,
    "fr-CA": replace(_FRENCH, group=NO_BREAK_SPACE),
    "fr-CH": replace(_FRENCH, decimal="."),
    "es": _SPANISH,
    "es-AR": NumberFormat(",", ".", symbol_first=True, symbol_space=True, percent="{}\u00a0%"),
    "es-CL": NumberFormat(",", ".", symbol_first=True, symbol_space=False, percent="{}\u00a0%"),
    "es-CO": NumberFormat(",", ".", symbol_first=True, symbol_space=True, percent="{}\u00a0%"),
    "es-MX": _ENGLISH,
    "es-US": _ENGLISH,
}

_SYMBOLS = {"EUR": "€", "GBP": "£", "INR": "₹", "ILS": "₪", "KRW": "₩", "VND": "₫"}
_DOLLARS = {"USD": "US$", "CAD": "CA$", "AUD": "A$", "NZD": "NZ$", "HKD": "HK$", "MXN": "MX$"}
_HOME_OF_DOLLARS = {
    "US": "USD", "PR": "USD", "CA": "CAD", "AU": "AUD", "NZ": "NZD", "HK": "HKD", "MX": "MXN",
    "AR": "ARS", "CL": "CLP", "CO": "COP",
}  # fmt: skip

_NO_DECIMALS = frozenset({
    "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "VND", "VUV",
    "XAF", "XOF", "XPF",
})  # fmt: skip
_THREE_DECIMALS = frozenset({"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"})


def split_locale(locale: str) -> tuple[str, str]:
    """Language and territory of a BCP 47 tag, `""` where it names none: ("en", "GB")."""
    language, *rest = re.split(r"[-_]", locale.strip())
    territory = next((part.upper() for part in rest if len(part) == 2 and part.isalpha()), "")
    return language.lower(), territory


@lru_cache(maxsize=256)
def number_format(locale: str) -> NumberFormat:
    """The format of a locale, else of its language, else of English."""
    language, territory = split_locale(locale)
    return _FORMATS.get(f"{language}-{territory}") or _FORMATS.get(language, _ENGLISH)


@lru_cache(maxsize=16_384)
def format_amount(amount: Decimal, currency: str, locale: str, *, short: bool = False) -> str:
    """`amount` in the locale's money form, rounded half up to the currency's own decimals.

    `short` leaves the decimals of a whole amount out: "£40".
    """
    form = number_format(locale)
    digits = write_number(abs(_rounded(amount, currency, short)), form)
    symbol = _symbol(currency, locale)
    if not form.symbol_first:
        written = f"{digits}{NO_BREAK_SPACE}{symbol}"
    elif form.symbol_space or symbol[-1].isalpha():
        written = f"{symbol}{NO_BREAK_SPACE}{digits}"
    else:
        written = symbol + digits
    return f"-{written}" if amount < 0 else written


def format_percent(percent: Decimal, locale: str) -> str:
    """15 as "15%", or as the locale spaces it; without trailing zeros."""
    form = number_format(locale)
    return form.percent.format(write_number(_without_zeros(percent), form))


def write_number(number: Decimal, form: NumberFormat) -> str:
    """The digits of a number, grouped, with exactly the decimals it has."""
    whole, _, decimals = f"{number:f}".partition(".")
    if len(whole) >= form.group_from_digits:
        whole = f"{int(whole):,}".replace(",", form.group)
    return whole + (form.decimal + decimals if decimals else "")


def _rounded(amount: Decimal, currency: str, short: bool) -> Decimal:
    places = 0 if currency in _NO_DECIMALS else 3 if currency in _THREE_DECIMALS else 2
    rounded = amount.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    return rounded.quantize(Decimal(1)) if short and rounded == rounded.to_integral_value() else rounded


def _without_zeros(number: Decimal) -> Decimal:
    whole = number.to_integral_value()
    return whole if number == whole else number.normalize()


def _symbol(currency: str, locale: str) -> str:
    """The sign that readers of the locale take for this currency, else its code."""
    language, territory = split_locale(locale)
    if currency == "JPY":
        return "¥" if language in ("en", "de") else "JPY"
    if currency in _SYMBOLS:
        return _SYMBOLS[currency]
    if _HOME_OF_DOLLARS.get(territory or {"en": "US"}.get(language, "")) == currency:
        return "$"
    return _DOLLARS.get(currency, currency)
