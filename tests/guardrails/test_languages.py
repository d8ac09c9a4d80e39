"""Sentences and fields in another language than the email's."""

from __future__ import annotations

import pytest

from tests.builders import a_product
from tests.guardrails.checks import check, in_euros, rules


def found(locale: str, text: str) -> bool:
    return "wrong_language" in rules(text, locale=locale, products=(in_euros(),))


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en-GB", "Die schönsten Tassen sind wieder da und warten auf dich."),
        ("de-DE", "These are the mugs you have been waiting for all year."),
        ("fr-FR", "We picked a few things for you and your kitchen."),
        ("es-ES", "Les plus belles tasses sont dans votre cuisine pour vous."),
        ("de-DE", "È calda, è morbida e non pizzica nemmeno dopo due ore."),
        ("en-GB", "Это лучшая кружка."),
    ],
)
def test_a_sentence_in_another_language_is_found(locale, text):
    assert found(locale, text)


@pytest.mark.parametrize(
    ("locale", "field", "text"),
    [
        ("de-DE", "cta", "Shop now"),
        ("en-GB", "cta", "Jetzt ansehen"),
        ("fr-FR", "cta", "Comprar ahora"),
        ("es-ES", "subject", "Your porch is missing something blue"),
        ("fr-FR", "headline", "Fresh walls, quiet mornings"),
        ("en-GB", "preheader", "Für deinen Tisch und deine Küche."),
    ],
)
def test_a_short_field_in_another_language_is_found(locale, field, text):
    findings = check("", copy={field: text}, locale=locale, products=(in_euros(),))

    assert [f.field for f in findings if f.rule == "wrong_language"] == [field]


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en-GB", "Voilà, tea. Bon appétit!"),
        ("en-GB", "She said “die Tasse ist für dich und mich” and left."),
        ("en-GB", "A café au lait and a pain au chocolat, please."),
        ("de-DE", "Ein Mug to go, made in Portugal, für die Pause."),
        ("de-DE", "Das Design ist simple, der Look ist warm."),
        ("fr-FR", "Le mug « Slow Morning » est là."),
        ("es-ES", "El look de la taza es muy british."),
    ],
)
def test_a_foreign_word_or_quotation_passes(locale, text):
    assert not found(locale, text)


def test_a_title_in_another_language_passes():
    product = a_product(title="Tasse für die Küche und den Garten", description="A mug.")

    assert "wrong_language" not in rules("Tasse für die Küche und den Garten.", products=(product,))
