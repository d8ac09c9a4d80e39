"""Amounts in every format of the locales."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.money import find_amounts
from guardrails.numerals import find_numbers
from guardrails.plain_text import fold


def amounts(text: str, language: str, currency: str) -> list[tuple[str, bool]]:
    """Values with whether they can be in the shop's currency."""
    folded = fold(text)
    found = find_amounts(folded, find_numbers(folded, language), currency)
    return [(str(amount.values[0].normalize()), currency in amount.currencies) for amount in found]


@pytest.mark.parametrize(
    ("text", "language", "currency", "value"),
    [
        ("£12.50", "en", "GBP", "12.5"),
        ("12.50 GBP", "en", "GBP", "12.5"),
        ("twelve pounds fifty", "en", "GBP", "12.5"),
        ("a tenner", "en", "GBP", "1E+1"),
        ("50p", "en", "GBP", "0.5"),
        ("$1,299.00", "en", "USD", "1299"),
        ("US$24.99", "en", "USD", "24.99"),
        ("24,99 $ CA", "fr", "CAD", "24.99"),
        ("24,99 $", "fr", "CAD", "24.99"),
        ("CA$24.99", "en", "CAD", "24.99"),
        ("12,50 €", "de", "EUR", "12.5"),
        ("€ 119,–", "de", "EUR", "119"),
        ("zwölf Euro fünfzig", "de", "EUR", "12.5"),
        ("einen Zwanziger", "de", "EUR", "2E+1"),
        ("CHF 24.90", "de", "CHF", "24.9"),
        ("Fr. 24.90", "de", "CHF", "24.9"),
        ("24.90 Fr.", "fr", "CHF", "24.9"),
        ("CHF 1'299.–", "de", "CHF", "1299"),
        ("12 Franken 50", "de", "CHF", "12.5"),
        ("fünf Rappen", "de", "CHF", "0.05"),
        ("1 299,00 €", "fr", "EUR", "1299"),
        ("12 € 50", "fr", "EUR", "12.5"),
        ("mille trois cent quatre-vingts euros", "fr", "EUR", "1.38E+3"),
        ("$680.00", "es", "MXN", "68E+1"),
        ("cien pesos", "es", "MXN", "1E+2"),
        ("$1,299.00 MXN", "es", "MXN", "1299"),
        ("catorce euros y medio", "es", "EUR", "14.5"),
    ],
)
def test_an_amount_is_read_as_its_locale_writes_it(text, language, currency, value):
    found = amounts(f"Das {text}, ja.", language, currency)

    assert [(Decimal(amount), ours) for amount, ours in found] == [(Decimal(value), True)]


@pytest.mark.parametrize(
    ("text", "language", "currency"),
    [
        ("Two pounds of flour and one cup.", "en", "GBP"),
        ("It weighs ten pounds.", "en", "USD"),
        ("My two cents.", "en", "USD"),
        ("I'd bet ten bucks.", "en", "USD"),
        ("Buy 3 mugs, 100 USB cables and 4 keys.", "en", "USD"),
        ("Gr. 36 bis 47, 60 x 50 cm, 2700 K.", "de", "EUR"),
        ("Du 36 au 46, 320 pages.", "fr", "EUR"),
    ],
)
def test_quantities_and_manners_of_speaking_are_not_money(text, language, currency):
    assert amounts(text, language, currency) == []


@given(
    st.decimals(min_value=1, max_value=9999, places=2),
    st.sampled_from(["£{}", "£ {}", "{} GBP", "{} pounds"]),
)
def test_every_amount_comes_back_as_it_was_written(value, form):
    assert amounts(form.format(f"{value:,}"), "en", "GBP") == [(str(value.normalize()), True)]
