from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bespoke.domain import Severity
from tests.builders import a_product, an_offer
from tests.guardrails.checks import check, in_euros, rules

prices = st.decimals(min_value=1, max_value=900, places=2)


def written(price: Decimal) -> list[tuple[str, str]]:
    """A price as each locale writes it."""
    whole, cents = str(price).split(".")
    return [
        ("en-GB", f"It costs £{whole}.{cents}."),
        ("en-GB", f"It costs GBP {whole}.{cents} today."),
        ("de-DE", f"Er kostet {whole},{cents} €."),
        ("de-DE", f"Er kostet {whole},{cents} Euro."),
        ("fr-FR", f"Elle coûte {whole},{cents}\u00a0€."),
        ("fr-FR", f"Elle coûte {whole} € {cents}."),
        ("es-ES", f"Cuesta {whole},{cents} €."),
    ]


@given(prices)
def test_a_price_is_recognized_however_it_is_written(price):
    for locale, text in written(price):
        product = a_product(price=str(price)) if locale == "en-GB" else in_euros(price=str(price))

        assert rules(text, locale=locale, products=(product,)) == set(), text


@given(prices, st.integers(min_value=1, max_value=9))
def test_a_price_with_one_digit_changed_is_found(price, change):
    wrong = Decimal(int(price * 100) // 10 * 10 + (int(price * 100) + change) % 10) / 100
    for locale, text in written(wrong.quantize(Decimal("0.01"))):
        product = a_product(price=str(price)) if locale == "en-GB" else in_euros(price=str(price))

        assert "unsupported_price" in rules(text, locale=locale, products=(product,)), text


@pytest.mark.parametrize(
    "text",
    [
        "Both together are £25.",
        "A pair for £25.00.",
        "It was £15, now it is £12.50.",
        "That saves you £2.50.",
        "Under £13 each.",
        "About £12.",
        "Three of them come to £37.50.",
        "A set of 5, so £2.50 each.",
        "Twelve pounds fifty is not the point; £12.50 is.",
        "Ten pounds it is not, and £12.50 it is.",
        "Thirteen pounds less fifty pence, that is all.",
        "The 10.42 train is on time.",
    ],
)
def test_figures_that_follow_from_the_prices_pass(text):
    product = a_product(list_price="15.00", title="Mug, set of 5")

    assert "wrong_discount" not in rules(text, products=(product,))
    assert "unsupported_price" not in rules(
        text.replace("Twelve pounds fifty", "Twelve fifty"), products=(product,)
    )


@pytest.mark.parametrize(
    "text", ["Yours for £10.", "Only 9.99 today", "Postage is £2.95.", "Twenty pounds each.", "Under £5."]
)
def test_prices_from_nowhere_are_found(text):
    assert "unsupported_price" in rules(text)


@pytest.mark.parametrize("text", ["It costs $12.50.", "12,50 € each.", "EUR 12.50", "twelve dollars"])
def test_another_currency_than_the_shops_is_found(text):
    assert "wrong_currency" in rules(text)


def test_a_finding_says_where_and_what_to_do():
    (finding,) = check("A mug at £9.90, for you.")

    assert finding.rule == "unsupported_price"
    assert finding.severity is Severity.BLOCK
    assert finding.field == "body"
    assert finding.span == (9, 14)
    assert finding.excerpt == "£9.90"
    assert "£9.90" in finding.message
    assert "12.50" in finding.fact
    assert finding.suggestion


def test_spans_hold_where_the_text_has_invisible_and_combined_characters():
    body = "Cafe\u0301 \u200bmug at £9\u200b.90, for you."

    finding = next(f for f in check(body) if f.rule == "unsupported_price")

    assert body[slice(*finding.span)] == finding.excerpt == "£9\u200b.90"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It holds 350 ml.", False),
        ("It holds 35 cl.", False),
        ("It holds 0.35 litres.", False),
        ("It holds 450 ml.", True),
        ("It weighs 900 g.", True),
    ],
)
def test_measures_are_held_to_the_description_in_any_unit(text, found):
    assert ("unsupported_attribute" in rules(text)) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Rated 4.6 out of 5.", False),
        ("4.6 stars", False),
        ("4.64/5", False),
        ("Rated 4.7 out of 5.", True),
        ("5 stars", False),
        ("4 stars", True),
        ("Five floors and not one star.", False),
    ],
)
def test_ratings_may_be_rounded_but_not_raised(text, found):
    assert ("unsupported_attribute" in rules(text, products=(a_product(rating=4.64),))) is found


def test_a_percentage_in_the_description_may_be_repeated_and_no_other():
    product = a_product(description="70 % wool, 30 % silk.")

    assert rules("70% wool and 30 percent silk.", products=(product,)) == set()
    assert rules("80% wool.", products=(product,)) == {"unsupported_attribute"}


@given(prices, st.integers(min_value=1, max_value=99))
def test_what_a_price_becomes_with_the_offer_is_supported(price, percent):
    offer = an_offer(percent=Decimal(percent))
    after = (price * (100 - percent) / 100).quantize(Decimal("0.01"))

    assert "unsupported_price" not in rules(
        f"It is £{after} with SPRING15.", products=(a_product(price=str(price)),), offer=offer
    )
