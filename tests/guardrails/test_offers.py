from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bespoke.domain import OfferKind
from bespoke.settings import LimitSettings
from tests.builders import NOW, a_product, an_offer, money
from tests.guardrails.checks import check, in_euros, rules

OFF = {
    "en-GB": ["{}% off with SPRING15.", "Save {} % with SPRING15.", "{} percent off your order."],
    "de-DE": ["{} % Rabatt mit SPRING15.", "Spare {} Prozent mit SPRING15.", "{}% auf alles."],
    "fr-FR": ["{} % de réduction avec SPRING15.", "{}\u00a0% de remise.", "-{} % sur tout."],
    "es-ES": ["{} % de descuento con SPRING15.", "Un {} por ciento menos.", "Ahorra un {} %."],
}
SENT = NOW.date()  # a Monday


def euros(locale):
    return (a_product(),) if locale == "en-GB" else (in_euros(),)


@pytest.mark.parametrize("locale", OFF)
@given(st.integers(min_value=1, max_value=99))
def test_the_offers_percentage_passes_and_any_other_is_wrong(locale, percent):
    for text in OFF[locale]:
        found = rules(text.format(percent), locale=locale, offer=an_offer(), products=euros(locale))

        assert ("wrong_discount" in found) == (percent != 15), text


@pytest.mark.parametrize("locale", OFF)
def test_a_percentage_off_without_an_offer_is_invented(locale):
    for text in OFF[locale]:
        assert "invented_discount" in rules(text.format(20), locale=locale, products=euros(locale)), text


@pytest.mark.parametrize(
    ("locale", "text", "percent"),
    [
        ("en-GB", "Everything is half price.", 50),
        ("en-GB", "A quarter off, all week.", 25),
        ("en-GB", "It is a fifth off.", 20),
        ("de-DE", "Alles zum halben Preis.", 50),
        ("de-DE", "Ein Viertel günstiger.", 25),
        ("fr-FR", "Tout est à moitié prix.", 50),
        ("fr-FR", "Un tiers de moins.", 33),
        ("es-ES", "Todo a mitad de precio.", 50),
        ("es-ES", "Un tercio menos.", 33),
        ("en-GB", "Twenty percent off.", 20),
    ],
)
def test_shares_in_words_are_percentages(locale, text, percent):
    right, wrong = an_offer(percent=Decimal(percent)), an_offer(percent=Decimal(percent + 5))

    assert "wrong_discount" not in rules(text, locale=locale, offer=right, products=euros(locale))
    assert "wrong_discount" in rules(text, locale=locale, offer=wrong, products=euros(locale))


def test_a_list_price_makes_its_own_discount():
    product = a_product(price="36.00", list_price="45.00")

    assert rules("A fifth off, £9 less, £36 down from £45.", products=(product,)) == set()
    assert "wrong_discount" in rules("£10 off.", products=(product,))


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en-GB", "Free shipping on everything."),
        ("de-DE", "Alles versandkostenfrei."),
        ("fr-FR", "Livraison offerte."),
        ("es-ES", "Envío gratis."),
    ],
)
def test_free_shipping_must_be_the_offer(locale, text):
    offer = an_offer(kind=OfferKind.FREE_SHIPPING, percent=None, code=None)

    assert "invented_discount" in rules(text, locale=locale, products=euros(locale))
    assert "invented_discount" not in rules(text, locale=locale, offer=offer, products=euros(locale))


def test_saying_that_there_is_no_discount_is_not_a_discount():
    assert rules("There is no discount, and no free shipping either.") == set()


def test_two_offers_in_one_email_are_one_too_many():
    offer = an_offer()

    found = check("15% off and free shipping.", offer=offer)

    assert "too_many_offers" in {finding.rule for finding in found}
    assert "too_many_offers" not in rules("15% off with SPRING15, so £1.88 less.", offer=offer)
    assert "too_many_offers" in rules("15% off.", offer=offer, limits=LimitSettings(offers=0))


@pytest.mark.parametrize("code", ["SPRNG15", "SPRING5", "SPRING51", "SPRING155"])
def test_a_misspelt_code_is_found_and_corrected(code):
    found = [f for f in check(f"Use {code} at the checkout.", offer=an_offer()) if f.rule == "invented_code"]

    assert found
    assert "SPRING15" in found[0].suggestion


@pytest.mark.parametrize(
    "text",
    ["Use FOXDEN at the checkout.", "Enter the code welcome10.", "With HELLO5 it is cheaper.", "Code: ABCD"],
)
def test_a_code_without_an_offer_is_invented(text):
    assert "invented_code" in rules(text)


def test_abbreviations_are_not_codes():
    assert rules("Charge it by USB-C, rain or shine, with a LED in the DIY shed.") == set()


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en-GB", "The offer holds until 30 April."),
        ("en-GB", "The offer ends on Thursday, April 30th, 2026."),
        ("en-GB", "15% off through the end of April."),
        ("de-DE", "Das Angebot gilt bis zum 30. April."),
        ("de-DE", "Der Code gilt bis Donnerstag, den 30.04.2026."),
        ("fr-FR", "L'offre est valable jusqu'au 30 avril."),
        ("fr-FR", "Le code expire le jeudi 30 avril."),
        ("es-ES", "La oferta acaba el 30 de abril."),
        ("es-ES", "El código vale hasta el jueves 30 de abril."),
    ],
)
def test_the_offers_last_day_passes_in_every_form_and_the_next_day_does_not(locale, text):
    right, wrong = an_offer(ends_on=date(2026, 4, 30)), an_offer(ends_on=date(2026, 4, 28))

    assert "invented_deadline" not in rules(text, locale=locale, offer=right, products=euros(locale))
    assert "invented_deadline" in rules(text, locale=locale, offer=wrong, products=euros(locale))


@pytest.mark.parametrize(
    ("locale", "text", "days"),
    [
        ("en-GB", "The offer ends tonight.", 0),
        ("en-GB", "Today only: 15% off.", 0),
        ("en-GB", "15% off until tomorrow.", 1),
        ("en-GB", "15% off until Sunday.", 6),
        ("de-DE", "15 % Rabatt, nur noch heute.", 0),
        ("de-DE", "15 % Rabatt bis morgen.", 1),
        ("de-DE", "15 % Rabatt bis Sonntag.", 6),
        ("fr-FR", "15 % de remise jusqu'à dimanche.", 6),
        ("fr-FR", "L'offre se termine ce soir.", 0),
        ("fr-FR", "L'offre s'arrête demain.", 1),
        ("es-ES", "15 % de descuento hasta el domingo.", 6),
        ("es-ES", "La oferta termina esta noche.", 0),
        ("es-ES", "La oferta acaba mañana.", 1),
    ],
)
def test_days_in_words_are_counted_from_the_day_of_sending(locale, text, days):
    right = an_offer(ends_on=SENT + timedelta(days=days))
    wrong = an_offer(ends_on=SENT + timedelta(days=days + 3))

    assert "invented_deadline" not in rules(text, locale=locale, offer=right, products=euros(locale))
    assert "invented_deadline" in rules(text, locale=locale, offer=wrong, products=euros(locale))


@pytest.mark.parametrize(
    "text",
    [
        "On Sunday the clocks change.",
        "Leave the dough until tomorrow.",
        "We have been here since 12 May 1931.",
        "Tea at four, today.",
    ],
)
def test_days_that_are_no_deadline_are_left_alone(text):
    assert rules(text, offer=an_offer()) == set()


def test_a_weekday_beside_the_wrong_date_is_found():
    assert "invented_deadline" in rules("15% off until Friday 30 April.", offer=an_offer())


def test_terms_of_the_offer_may_be_repeated():
    offer = an_offer(
        kind=OfferKind.AMOUNT, percent=None, amount=money("5"), terms="orders over £40, cards excluded"
    )

    assert rules("£5 off orders over £40 with SPRING15.", offer=offer) == set()
    assert "unsupported_price" in rules("£5 off orders over £45 with SPRING15.", offer=offer)
