"""Codes: the offer's own, and no other, however it is introduced."""

from __future__ import annotations

import pytest

from bespoke.domain import Severity
from tests.builders import an_offer
from tests.guardrails.checks import check, in_euros, rules


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en-GB", "Type TEATIME at the checkout."),
        ("en-GB", "The magic word is TEATIME."),
        ("en-GB", "Enter code teatime at the checkout."),
        ("en-GB", "Just whisper “TEATIME” to the basket."),
        ("en-GB", "TEATIME gets you a little something off."),
        ("en-GB", "Use SPRING20 for a little off."),
        ("de-DE", "Wer an der Kasse BRIEFPAAR einträgt, bekommt den Nachlass."),
        ("de-DE", "Mit dem Code fruehling20 wird es günstiger."),
        ("fr-FR", "Saisissez BIENVENUE dans votre panier."),
        ("fr-FR", "Code promo : PRINTEMPS."),
        ("es-ES", "Escribe la palabra ZUMBIDO en la casilla del carrito."),
        ("es-ES", "Con el código hola5 te sale mejor."),
    ],
)
@pytest.mark.parametrize("has_offer", [True, False])
def test_another_code_is_found_however_it_is_introduced(locale, text, has_offer):
    offer = an_offer() if has_offer else None
    products = {} if locale == "en-GB" else {"products": (in_euros(),)}

    assert "invented_code" in rules(text, locale=locale, offer=offer, **products)


@pytest.mark.parametrize(
    ("code", "severity"),
    [
        ("spring15", Severity.NOTE),
        ("Spring15", Severity.NOTE),
        ("SPRING 15", Severity.HOLD),
        ("SPRING-15", Severity.HOLD),
    ],
)
def test_the_offers_code_in_another_case_is_noted_and_split_waits_for_a_reviewer(code, severity):
    found = [
        one for one in check(f"Use {code} at the checkout.", offer=an_offer()) if one.rule == "invented_code"
    ]

    assert [one.severity for one in found] == [severity]
    assert "SPRING15" in found[0].suggestion


@pytest.mark.parametrize(
    "text",
    [
        "SPRING15 is for mugs, and the code works at the checkout.",
        "No code needed.",
        "The code gives you 15% off.",
        "With the code, and without a fuss.",
        "Use it with SPRING15.",
        "The code is on its way out; SPRING15 at the till, please.",
        "It is IPX4, UV400 and made of ABS, at 15% off.",
    ],
)
def test_the_offers_own_code_and_talk_of_codes_pass(text):
    assert "invented_code" not in {
        one.rule for one in check(text, offer=an_offer()) if one.severity is not Severity.NOTE
    }
