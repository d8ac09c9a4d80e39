"""Amounts that follow from the prices by counting, and those that only look as if they did."""

from __future__ import annotations

import pytest

from bespoke.domain import OfferKind
from tests.builders import a_product, an_offer, money
from tests.guardrails.checks import in_euros, rules

MUG = a_product("mug", title="Stoneware Mug", price="12.00", description="Holds 350 ml.", rating=4.48)
BOARD = a_product("board", title="Oak Serving Board", price="24.00", list_price="30.00", rating=4.8)
TEA = a_product("tea", title="Assam, 250 g, 20 bags", price="5.00", description="A pack of 20 bags, 250 g.")


@pytest.mark.parametrize(
    "text",
    [
        "Both for £36.",
        "Two mugs and a board come to £48.",
        "Three mugs would be £36.",
        "Save £6 on the board.",
        "The board is £12 more than the mug.",
        "Six mugs would be £72, the set of boards is £24, so you keep £48.",
        "That works out at 25p a bag.",
        "That is £2 per 100 g, or £20 a kilo.",
        "Just shy of £25.",
        "Not quite £13 for the mug.",
        "Under £15.",
        "From £5.",
        "Prices from £5 to £24.",
        "Between £20 and £30.",
        "Not a penny more than £12.",
        "A fifth off the board.",
        "Just over 19% off the board.",
        "The board was £30 and is £24.",
    ],
)
def test_what_computes_passes(text):
    found = rules(text, products=(MUG, BOARD, TEA))

    assert not found & {"unsupported_price", "wrong_discount", "invented_discount"}


@pytest.mark.parametrize(
    "text",
    [
        "Both for £35.",
        "Three mugs would be £35.",
        "Save £7 on the board.",
        "The board is £11 more than the mug.",
        "That works out at 35p a bag.",
        "Just shy of £20.",
        "About £15 for the mug.",
        "Under £4.",
        "Postage is £2.95.",
        "The board was £32 and is £24.",
        "Three for the price of two.",
        "A third off the board.",
        "Buy two and get the next one half price.",
    ],
)
def test_what_does_not_compute_is_found(text):
    found = rules(text, products=(MUG, BOARD, TEA))

    assert found & {"unsupported_price", "wrong_discount", "invented_discount"}


@pytest.mark.parametrize(
    ("text", "is_wrong"),
    [
        ("The mug is £24.", True),
        ("The mug is £12.", False),
        ("Mugs at £12, boards at £24.", False),
        ("The serving board costs £12.", True),
        ("The board has a groove. £24 and it is yours.", False),
    ],
)
def test_a_price_belongs_to_the_product_it_is_said_of(text, is_wrong):
    assert ("unsupported_price" in rules(text, products=(MUG, BOARD))) is is_wrong


@pytest.mark.parametrize(
    ("text", "is_wrong"),
    [
        ("£5 off orders over £40.", False),
        ("£5 off orders over £24.", True),
        ("Spend £40 and save £5.", False),
        ("£5 off when you spend £12.", True),
        ("£5 off, no minimum.", True),
        ("Two boards are £48, so £43 with SPRING15.", False),
        ("Two boards are £48, so £41 with SPRING15.", True),
    ],
)
def test_order_values_are_the_offers_own(text, is_wrong):
    offer = an_offer(kind=OfferKind.AMOUNT, percent=None, amount=money("5"), terms="orders over £40")

    found = rules(text, products=(MUG, BOARD), offer=offer)

    assert bool(found & {"unsupported_price", "wrong_discount"}) is is_wrong


@pytest.mark.parametrize(
    ("text", "is_wrong"),
    [
        ("15% off everything here.", True),
        ("15% off all our mugs.", False),
        ("15% off everything in the mug cupboard.", False),
        ("SPRING15 takes 15% off your whole basket.", True),
    ],
)
def test_an_offer_reaches_no_farther_than_its_terms(text, is_wrong):
    assert ("wrong_discount" in rules(text, products=(MUG,), offer=an_offer(terms="mugs"))) is is_wrong


@pytest.mark.parametrize(
    ("locale", "text", "percent"),
    [
        ("en-GB", "One pound in five stays with you.", 20),
        ("en-GB", "Five for the price of four.", 20),
        ("en-GB", "The price is cut by a quarter.", 25),
        ("de-DE", "Ein Drittel vom Preis geht ab.", 33),
        ("de-DE", "Fünf zum Preis von vier.", 20),
        ("de-DE", "Alles kostet nur noch die Hälfte.", 50),
        ("fr-FR", "Un quart du prix en moins.", 25),
        ("fr-FR", "Trois pour le prix de deux.", 33),
        ("es-ES", "La cuarta parte menos.", 25),
        ("es-ES", "De cada cinco solo pagas cuatro.", 20),
    ],
)
def test_shares_of_a_price_are_understood(locale, text, percent):
    product = MUG if locale == "en-GB" else in_euros()
    right, wrong = an_offer(percent=percent), an_offer(percent=percent + 10)

    assert "wrong_discount" not in rules(text, locale=locale, products=(product,), offer=right)
    assert rules(text, locale=locale, products=(product,), offer=wrong) & {
        "wrong_discount",
        "invented_discount",
    }
    assert "invented_discount" in rules(text, locale=locale, products=(product,))


@pytest.mark.parametrize(
    ("locale", "text", "is_wrong"),
    [
        ("en-GB", "Nearly five stars.", False),
        ("en-GB", "Four and a half stars.", False),
        ("en-GB", "4.5 out of 5.", False),
        ("en-GB", "4.6 out of 5 stars.", True),
        ("en-GB", "Over 4 stars.", False),
        ("en-GB", "8 out of 10 cats agree.", False),
        ("de-DE", "4,5 von 5 Sternen.", False),
        ("de-DE", "Viereinhalb Sterne.", False),
        ("de-DE", "4,7 von 5 Sternen.", True),
        ("fr-FR", "Notée 4,5 sur 5.", False),
        ("fr-FR", "Notée 4,9.", True),
        ("es-ES", "Un 4,48 sobre 5, casi cinco estrellas.", False),
    ],
)
def test_ratings_may_be_rounded_in_words_too(locale, text, is_wrong):
    product = MUG if locale == "en-GB" else in_euros(rating=4.48)

    assert ("unsupported_attribute" in rules(text, locale=locale, products=(product,))) is is_wrong


@pytest.mark.parametrize(
    ("text", "is_wrong"),
    [
        ("It holds 350 ml.", False),
        ("It holds 450 ml.", True),
        ("Take 250 g flour, 3 eggs and 200 ml milk.", False),
        ("Two hold 700 ml.", False),
    ],
)
def test_a_recipes_measures_are_its_own(text, is_wrong):
    assert ("unsupported_attribute" in rules(text, products=(MUG,))) is is_wrong
