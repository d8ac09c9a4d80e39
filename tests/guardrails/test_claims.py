"""First places, guarantees and cures: claimed, denied, joked about, and allowed."""

from __future__ import annotations

import pytest

from bespoke.domain import Severity
from tests.builders import a_brand, a_product
from tests.guardrails.checks import check, in_euros, rules


def found(locale: str, text: str) -> set[str]:
    return rules(text, locale=locale, products=(in_euros(),))


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en-GB", "The best mug in the world."),
        ("en-GB", "The #1 mug."),
        ("en-GB", "Britain's sturdiest handle."),
        ("en-GB", "Quite simply the finest stoneware anywhere."),
        ("en-GB", "Tougher than any other mug you can hold."),
        ("en-GB", "You won't find a better mug this spring."),
        ("en-GB", "Its glaze leaves the competition behind."),
        ("en-US", "The most comfortable handle money can buy."),
        ("en-US", "No other mug keeps tea this warm."),
        ("de-DE", "Deutschlands schönster Becher."),
        ("de-DE", "Der beste Becher, den du je in der Hand hattest."),
        ("de-DE", "Ein Becher, der seinesgleichen sucht."),
        ("de-DE", "Besser als alle anderen Becher."),
        ("de-DE", "Einen schöneren Becher findest du nirgends."),
        ("fr-FR", "La tasse la plus solide du marché."),
        ("fr-FR", "Une tasse sans rivale."),
        ("fr-FR", "Elle tient mieux la chaleur que toutes les autres."),
        ("es-ES", "La taza más bonita del mundo."),
        ("es-ES", "No encontrarás otra igual."),
        ("es-ES", "Una taza inigualable."),
    ],
)
def test_first_places_are_found_in_every_wording(locale, text):
    assert "unsupported_superlative" in found(locale, text)


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en-GB", "Not the best mug in the world, but yours."),
        ("en-GB", "It is neither the lightest, the cheapest nor the prettiest mug on the market."),
        ("en-GB", "Is it the finest mug in Britain? We have not tried them all."),
        ("en-GB", "The best part of the morning is the first sip."),
        ("en-GB", "There is no nicer feeling: the best seat in the house is by the window."),
        ("en-GB", "This is the heaviest mug we have ever made."),
        ("en-GB", "Our guests sit in the forest, the rest of us at home."),
        ("de-DE", "Nicht der schönste Becher der Welt, aber deiner."),
        ("de-DE", "Die erste Tasse am Morgen schmeckt am besten."),
        ("fr-FR", "Ce n'est pas la plus belle tasse du monde, mais c'est la vôtre."),
        ("es-ES", "No es la mejor taza del mundo, pero es la tuya."),
        ("en-GB", "The best mug in the world it is not."),
        ("de-DE", "Ab 40 € entfallen die Versandkosten innerhalb Deutschlands."),
    ],
)
def test_first_places_denied_or_of_something_else_pass(locale, text):
    assert "unsupported_superlative" not in found(locale, text)


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en-GB", "Your money back, no questions asked."),
        ("en-GB", "Don't like it? Send it back and have every penny returned to you, money back in a day."),
        ("en-GB", "If it chips, we'll send you another."),
        ("en-US", "If you don't love it, ship it back on us."),
        ("en-US", "Covered for life."),
        ("de-DE", "Wenn er dir nicht gefällt, schick ihn zurück, und du bekommst dein Geld wieder."),
        ("de-DE", "Ein Leben lang Garantie auf jeden Becher."),
        ("de-DE", "Geht er kaputt, ersetzen wir ihn."),
        ("fr-FR", "Si elle casse, on vous la remplace sans frais, on la remplace même deux fois."),
        ("fr-FR", "Satisfait ou remboursé."),
        ("es-ES", "Si no te convence, te devolvemos hasta el último céntimo."),
        ("es-ES", "Pruébala en casa sin riesgo."),
        ("en-US", "Should the handle ever come off, mail it home and we set it right on our dime."),
        ("de-DE", "Sollte er jemals springen, egal in welchem Jahrzehnt, erhalten Sie einen neuen."),
        ("fr-FR", "Si l'anse se fend un jour, renvoie les morceaux : il en repart un neuf."),
    ],
)
def test_promises_to_pay_back_or_replace_are_found(locale, text):
    assert "guarantee" in found(locale, text)


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en-GB", "We make no guarantee that you will share it."),
        ("en-GB", "If you don't take milk, it holds more tea."),
        ("en-GB", "Put the kettle on, and the mug back on its hook."),
        ("de-DE", "Wenn du keinen Tee magst, nimm Kaffee."),
        ("fr-FR", "Si vous n'aimez pas le thé, prenez du café."),
        ("es-ES", "Si no te gusta el té, toma café."),
    ],
)
def test_conditions_without_a_remedy_promise_nothing(locale, text):
    assert "guarantee" not in found(locale, text)


def test_allowed_claims_may_be_made_in_other_words_but_not_stretched():
    brand = a_brand(allowed_claims=("5-year guarantee on every mug",))

    assert rules("It has a 5-year guarantee.", brand=brand) == set()
    assert rules("Guaranteed for five years.", brand=brand) == set()
    assert "guarantee" in rules("It has a lifetime guarantee.", brand=brand)
    assert "guarantee" in rules("It has a 25-year guarantee.", brand=brand)
    assert "guarantee" in rules("Guaranteed for five years, or your money back.", brand=brand)


def test_a_term_may_be_said_in_another_unit():
    brand = a_brand(allowed_claims=("24 months warranty on every mug",))

    assert rules("It has a two-year warranty.", brand=brand) <= {"unsupported_attribute"}
    assert "guarantee" in rules("It has a three-year warranty.", brand=brand)


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en-GB", "It cures insomnia."),
        ("en-GB", "A cup keeps colds and flu at bay."),
        ("en-GB", "Fine lines fade and wrinkles vanish."),
        ("en-US", "Visibly younger in a week."),
        ("en-US", "Your dog's stiff joints will thank you, and it soothes arthritis."),
        ("en-US", "Kills 99% of germs."),
        ("de-DE", "Lindert Kopfschmerzen und stärkt die Abwehrkräfte."),
        ("de-DE", "So schläfst du endlich wieder durch."),
        ("de-DE", "Nie wieder Rückenschmerzen."),
        ("fr-FR", "Soulage les douleurs et fait baisser la tension artérielle."),
        ("fr-FR", "Anti-âge et détox."),
        ("es-ES", "Alivia el dolor de espalda."),
        ("es-ES", "Refuerza las defensas y baja el colesterol."),
    ],
)
def test_effects_on_health_are_found(locale, text):
    assert "health_claim" in found(locale, text)


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en-GB", "Cured by nothing but tea."),
        ("en-GB", "It cures nothing, least of all Mondays."),
        ("en-GB", "It won't cure insomnia, and it won't lower your cholesterol."),
        ("en-GB", "Keeps out the cold and kills two birds with one stone."),
        ("en-GB", "A remedy for a dull kitchen, and balm for the soul."),
        ("de-DE", "Er lindert kein Ekzem und ersetzt keinen Arzt."),
        ("fr-FR", "Elle ne soigne pas l'insomnie."),
        ("es-ES", "No cura el insomnio."),
        ("de-DE", "Ob man damit besser schläft, wissen wir nicht."),
    ],
)
def test_cures_denied_or_of_no_body_pass(locale, text):
    assert "health_claim" not in found(locale, text)


def test_an_effect_that_the_facts_state_may_be_repeated():
    product = a_product(description="A tea mug. With clinically tested glaze.")

    assert "health_claim" not in rules("Its glaze is clinically tested.", products=(product,))


def test_a_certain_claim_blocks_and_a_likely_one_is_held():
    (certain,) = check("The best mug in the world.")
    (likely,) = check("Unrivalled stoneware.")

    assert (certain.severity, likely.severity) == (Severity.BLOCK, Severity.HOLD)
    assert certain.excerpt == "best mug in the world"
    assert certain.suggestion
