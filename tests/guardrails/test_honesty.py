"""Scarcity, subjects that pretend, and pressure; and what is merely brisk or playful."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from bespoke.domain import Offer, OfferKind, Severity
from tests.builders import a_product
from tests.guardrails.checks import check, in_euros, rules


def found(locale: str, text: str, **copy: str) -> set[str]:
    return {f.rule for f in check(text, copy=copy, locale=locale, products=(in_euros(stock=200),))}


def subject_rules(locale: str, subject: str) -> set[str]:
    return {f.rule for f in check("", copy={"subject": subject}, locale=locale, products=(in_euros(),))}


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en-GB", "Only 3 left."),
        ("en-GB", "We're down to the final crate."),
        ("en-GB", "Hardly any of these remain, barely a dozen left."),
        ("en-GB", "Grab yours before they're gone."),
        ("en-US", "Other shoppers are looking at it now."),
        ("en-US", "Once they're gone, they're gone for good."),
        ("en-US", "Join the waiting list."),
        ("en-US", "Back for one day only."),
        ("de-DE", "Nur noch wenige Stück auf Lager."),
        ("de-DE", "Solange der Vorrat reicht."),
        ("de-DE", "Fast ausverkauft, und sie kommen nicht wieder."),
        ("fr-FR", "Les tout derniers exemplaires."),
        ("fr-FR", "Il n'en reste que six."),
        ("fr-FR", "Bientôt épuisé, partez vite."),
        ("es-ES", "Últimas unidades."),
        ("es-ES", "Quedan muy pocas."),
        ("es-ES", "Hasta agotar existencias."),
    ],
)
def test_scarcity_that_is_not_there_is_found(locale, text):
    assert "false_scarcity" in found(locale, text)


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en-GB", "Forty are in stock. You will find it on the left."),
        ("en-GB", "Only three days left to wait for spring."),
        ("en-GB", "The last of the light, the first of the tea."),
        ("en-GB", "Plenty in stock, so no need to run."),
        ("de-DE", "Genug da, kein Grund zur Eile."),
        ("fr-FR", "Le stock est plein, prenez votre temps."),
        ("es-ES", "Hay de sobra, sin prisa."),
    ],
)
def test_plenty_and_other_things_that_are_left_pass(locale, text):
    assert "false_scarcity" not in found(locale, text)


def test_stock_may_be_stated_as_it_is():
    product = a_product(stock=3)

    assert rules("Only three left, nearly gone.", products=(product,)) == set()
    assert rules("Only two left.", products=(product,)) == {"false_scarcity"}
    assert rules("Only three days left to wait for spring.", products=(product,)) == set()


@pytest.mark.parametrize(
    ("locale", "subject"),
    [
        ("en-GB", "Re: your order"),
        ("en-GB", "Fwd: hi"),
        ("en-GB", "[EXT] RE: Tuesday"),
        ("en-GB", "Your account has been suspended"),
        ("en-GB", "Your parcel could not be delivered"),
        ("en-GB", "Did you get my last email?"),
        ("en-GB", "Invitation: call with Anna"),
        ("en-US", "You have 1 unread message"),
        ("en-US", "Final notice"),
        ("en-US", "Congratulations, you've been selected"),
        ("en-US", "Invoice #4411 attached"),
        ("de-DE", "AW: Frage"),
        ("de-DE", "Ihre Rechnung vom Montag"),
        ("de-DE", "Dein Paket wartet"),
        ("de-DE", "Letzte Mahnung"),
        ("de-DE", "Wir haben versucht, Sie zu erreichen: verpasster Anruf"),
        ("fr-FR", "TR: photos"),
        ("fr-FR", "Votre colis est bloqué"),
        ("fr-FR", "Dernier rappel avant clôture"),
        ("es-ES", "Su cuenta ha sido bloqueada"),
        ("es-ES", "Incidencia en tu pedido"),
        ("es-ES", "Has ganado un premio"),
    ],
)
def test_subjects_that_pretend_are_found(locale, subject):
    assert "deceptive_subject" in subject_rules(locale, subject)


@pytest.mark.parametrize(
    ("locale", "subject"),
    [
        ("en-GB", "Restocked: the mug"),
        ("en-GB", "Re-lit and ready"),
        ("en-GB", "Reading weather"),
        ("en-GB", "Your kettle deserves company"),
        ("en-GB", "A mug for your desk"),
        ("en-US", "Order out of chaos"),
        ("de-DE", "Deine Küche hat einen neuen Becher"),
        ("de-DE", "Warum wir Becher mögen"),
        ("fr-FR", "Votre tasse du matin"),
        ("es-ES", "Tu taza de cada mañana"),
    ],
)
def test_subjects_about_the_products_pass(locale, subject):
    assert "deceptive_subject" not in subject_rules(locale, subject)


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en-GB", "You would regret it."),
        ("en-GB", "After everything we've made for you, one mug isn't much to ask."),
        ("en-GB", "What will your guests think?"),
        ("en-GB", "A good father wouldn't hesitate."),
        ("en-US", "Don't be the only one who turns up without it."),
        ("en-US", "Don't say we didn't warn you."),
        ("de-DE", "Du wirst es bereuen."),
        ("de-DE", "Schäm dich."),
        (
            "de-DE",
            "Lass deine Gäste nicht im Stich, und lass uns nicht hängen: im Stich lassen tut man niemanden.",
        ),
        ("fr-FR", "Vous allez le regretter."),
        ("fr-FR", "Que vont penser vos voisins ?"),
        ("es-ES", "Te vas a arrepentir."),
        ("es-ES", "Luego no digas que no te avisamos."),
    ],
)
def test_guilt_and_threats_are_found(locale, text):
    assert "pressure" in found(locale, text)


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en-GB", "You won't regret it."),
        ("en-GB", "Your friends will ask where you found it."),
        ("en-GB", "Take your time: nothing on this page runs away."),
        ("de-DE", "Du wirst es nicht bereuen."),
        ("fr-FR", "Prenez votre temps."),
        ("es-ES", "No te vas a arrepentir."),
    ],
)
def test_friendly_words_put_no_pressure(locale, text):
    assert "pressure" not in found(locale, text)


def test_haste_is_noted_only_where_no_last_day_explains_it():
    sent = date(2026, 4, 10)
    offer = Offer(OfferKind.PERCENT, percent=Decimal(15), code="SPRING15", ends_on=date(2026, 4, 12))

    (noted,) = [f for f in check("Hurry.", send_date=sent, offer=None) if f.rule == "pressure"]

    assert noted.severity is Severity.NOTE
    assert "pressure" not in rules("Hurry.", send_date=sent, offer=offer)
