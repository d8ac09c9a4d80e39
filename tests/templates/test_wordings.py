from __future__ import annotations

from dataclasses import fields
from datetime import date
from decimal import Decimal
from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bespoke.domain import Money, Offer, OfferKind, Reason, ReasonKind
from templates.content import OfferBanner
from templates.wordings import (
    WORDINGS,
    format_date,
    format_money,
    offer_banner,
    reason_text,
    wording_for,
)
from tests.builders import an_offer, money


@pytest.mark.parametrize(
    ("locale", "amount", "currency", "written"),
    [
        ("en-GB", "12.5", "GBP", "£12.50"),
        ("en-GB", "1234567.891", "GBP", "£1,234,567.89"),
        ("en-US", "0.05", "USD", "$0.05"),
        ("en-GB", "9", "USD", "US$9.00"),
        ("en-GB", "9", "SEK", "SEK\u00a09.00"),
        ("de-DE", "1234.5", "EUR", "1.234,50\u00a0€"),
        ("de_AT", "1234.5", "EUR", "€\u00a01.234,50"),
        ("de-CH", "1234.5", "CHF", "CHF\u00a01’234.50"),
        ("fr-FR", "1234.5", "EUR", "1\u202f234,50\u00a0€"),
        ("es-ES", "1234.5", "EUR", "1234,50\u00a0€"),
        ("es-ES", "12345.5", "EUR", "12.345,50\u00a0€"),
        ("es-MX", "1234.5", "MXN", "$1,234.50"),
        ("en-GB", "1234.5", "JPY", "¥1,235"),
        ("en-GB", "1.2345", "KWD", "KWD\u00a01.235"),
        ("it-IT", "1234.5", "EUR", "€1,234.50"),
        ("en-GB", "-3", "GBP", "-£3.00"),
    ],
)
def test_money_is_written_as_the_locale_writes_it(locale, amount, currency, written):
    assert format_money(Money(Decimal(amount), currency), locale) == written


def test_short_money_leaves_out_only_decimals_that_are_nothing():
    assert format_money(money("40.00"), "en-GB", short=True) == "£40"
    assert format_money(money("40.50"), "en-GB", short=True) == "£40.50"
    assert format_money(Money(Decimal("1E+3"), "EUR"), "de", short=True) == "1.000\u00a0€"


@given(st.decimals("-99999999", "99999999", places=2), st.sampled_from(["en-GB", "de-DE", "fr-FR", "es-ES"]))
def test_money_reads_back_as_the_same_amount(amount, locale):
    written = format_money(Money(amount, "EUR"), locale)

    digits = "".join(char for char in written if char.isdigit() or char == "-")
    assert Decimal(digits) == amount * 100


@pytest.mark.parametrize(
    ("locale", "written"),
    [
        ("en-GB", "1 March 2026"),
        ("en-US", "March 1, 2026"),
        ("en", "March 1, 2026"),
        ("de-DE", "1. März 2026"),
        ("fr-FR", "1er mars 2026"),
        ("es-ES", "1 de marzo de 2026"),
        ("it-IT", "1 March 2026"),
    ],
)
def test_dates_are_written_in_full_as_the_locale_writes_them(locale, written):
    assert format_date(date(2026, 3, 1), locale) == written


@pytest.mark.parametrize(
    ("locale", "reason", "text"),
    [
        ("en-GB", Reason(ReasonKind.BOUGHT_WITH, "Oak Board"), "Because you bought Oak Board"),
        ("de-DE", Reason(ReasonKind.BOUGHT_WITH, "Brett"), "Weil Sie „Brett“ gekauft haben"),
        ("en-GB", Reason(ReasonKind.BOUGHT_WITH, None), "Goes with something you bought"),
        ("en-GB", Reason(ReasonKind.POPULAR_IN, "United Kingdom"), "Popular in the United Kingdom"),
        ("en-GB", Reason(ReasonKind.POPULAR_IN, "EIRE"), "Popular in Ireland"),
        ("de-DE", Reason(ReasonKind.POPULAR_IN, "Switzerland"), "Beliebt in der Schweiz"),
        ("fr-FR", Reason(ReasonKind.POPULAR_IN, "nl"), "Un succès aux Pays-Bas"),
        ("en-GB", Reason(ReasonKind.POPULAR_IN, "Ruritania"), "Popular in your country"),
        ("en-GB", Reason(ReasonKind.POPULAR_IN, "Unspecified"), "Popular with our customers"),
        ("en-GB", Reason(ReasonKind.POPULAR_IN, None), "Popular with our customers"),
        ("es-ES", Reason(ReasonKind.BUY_AGAIN), "Ya lo has comprado antes"),
        ("en-GB", Reason(ReasonKind.VIEWED, "Oak Tray"), "Because you looked at Oak Tray"),
        ("de-DE", Reason(ReasonKind.VIEWED, "Tablett"), "Weil Sie sich „Tablett“ angesehen haben"),
        (
            "fr-FR",
            Reason(ReasonKind.VIEWED, "Plateau"),
            "Parce que vous avez regardé «\u00a0Plateau\u00a0»",
        ),
        ("es-ES", Reason(ReasonKind.VIEWED, "Bandeja"), "Porque miraste «Bandeja»"),
        ("en-GB", Reason(ReasonKind.VIEWED), "Goes with something you looked at"),
        ("en-GB", Reason(ReasonKind.NEW_IN, "Kitchen"), "New in Kitchen"),
        ("de-DE", Reason(ReasonKind.NEW_IN, "Küche"), "Neu in der Kategorie „Küche“"),
        ("fr-FR", Reason(ReasonKind.NEW_IN, "Cuisine"), "Nouveauté dans «\u00a0Cuisine\u00a0»"),
        ("es-ES", Reason(ReasonKind.NEW_IN, "Cocina"), "Novedad en «Cocina»"),
        ("de-DE", Reason(ReasonKind.NEW_IN), "Neu im Sortiment"),
        ("pt-BR", Reason(ReasonKind.POPULAR), "Popular with our customers"),
    ],
)
def test_a_reason_says_in_the_customers_language_what_the_model_knows(locale, reason, text):
    assert reason_text(reason, locale) == text


def test_a_long_title_in_a_reason_is_cut_at_a_word():
    title = "Set of six hand-blown glass tumblers with a wooden crate"

    text = reason_text(Reason(ReasonKind.BOUGHT_WITH, title), "en-GB")

    assert text == "Because you bought Set of six hand-blown glass tumblers with a…"


def test_a_title_with_braces_is_quoted_as_it_is():
    assert reason_text(Reason(ReasonKind.BOUGHT_WITH, "Mug {0}"), "en-GB") == "Because you bought Mug {0}"


@pytest.mark.parametrize(
    ("locale", "offer", "banner"),
    [
        (
            "en-GB",
            an_offer(minimum_spend=money("40")),
            OfferBanner("15% off", "SPRING15", "Until 30 April 2026, on orders of £40 or more"),
        ),
        (
            "de-DE",
            Offer(OfferKind.AMOUNT, amount=money("5", "EUR"), minimum_spend=money("40", "EUR")),
            OfferBanner("5\u00a0€ Rabatt", None, "Ab 40\u00a0€ Bestellwert"),
        ),
        (
            "fr-FR",
            an_offer(percent=Decimal("12.50"), code=None),
            OfferBanner("12,5\u00a0% de réduction", None, "Jusqu’au 30 avril 2026"),
        ),
        ("es-ES", Offer(OfferKind.FREE_SHIPPING), OfferBanner("Envío gratis", None, "")),
        (
            "en-GB",
            an_offer(percent=Decimal("1E+1")),
            OfferBanner("10% off", "SPRING15", "Until 30 April 2026"),
        ),
    ],
)
def test_an_offer_states_its_gift_and_every_condition(locale, offer, banner):
    assert offer_banner(offer, locale) == banner


def test_an_offer_without_its_value_is_refused_instead_of_guessed():
    with pytest.raises(ValueError, match="needs a value"):
        offer_banner(Offer(OfferKind.PERCENT), "en-GB")


@pytest.mark.parametrize("language", [language for language in WORDINGS if language != "en"])
def test_every_language_fills_the_same_places_as_english(language):
    english, other = WORDINGS["en"], WORDINGS[language]
    assert len(other.months) == 12
    assert other.thanks.keys() == english.thanks.keys()
    assert other.misses.keys() == english.misses.keys()
    for field in fields(english):
        here, there = getattr(english, field.name), getattr(other, field.name)
        if isinstance(here, str):
            assert there
            assert places(there) == places(here), field.name


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("locale", ["de", "DE-de", "de_CH", " de-Latn-AT "])
def test_a_language_is_found_however_its_locale_is_spelled(locale):
    assert wording_for(locale).language == "de"
