"""Personal data, readers told that they are watched, and guesses about them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import a_product
from tests.guardrails.checks import in_euros, rules


def found(locale: str, text: str) -> set[str]:
    return rules(text, locale=locale, products=(in_euros(),))


@pytest.mark.parametrize(
    "text",
    [
        "Write to jo.smith@example.com.",
        "Call 020 7946 0018 today.",
        "Call +49 30 901820.",
        "Your order no. 48213-77 is dear to us.",
        "We deliver to 114 Benefit Street.",
        "Hello Mr Ashdown, look.",
        "Hi Jessica,\n\nlook at these.",
        "Dear Jean-Luc, look.",
        "Your birthday, June 3, 1968, comes soon.",
        "Your birthday is coming up, so have a mug.",
        "It would look well in your kitchen in Leeds.",
    ],
)
def test_personal_data_is_found(text):
    assert "personal_data" in rules(text)


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("de-DE", "Wir liefern in die Lindenstraße 12."),
        ("de-DE", "Alles Gute zum Geburtstag: dein Geburtstag ist am 3. Juni."),
        ("fr-FR", "Livré au 12 rue des Lilas."),
        ("fr-FR", "Appelez le 06 12 34 56 78."),
        ("es-ES", "Llámanos al 958 12 34 56."),
        ("es-ES", "Lo llevamos a la calle Mayor 12."),
    ],
)
def test_personal_data_is_found_in_other_languages(locale, text):
    assert "personal_data" in found(locale, text)


@given(st.from_regex(r"\A[a-z]{2,8}\.[a-z]{2,8}@[a-z]{3,9}\.(com|org|net)\Z"))
def test_every_email_address_is_found(address):
    assert "personal_data" in rules(f"Write to {address} soon.")


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en-GB", "Hello there,\n\nlook."),
        ("en-GB", "Dear reader, spring is here."),
        ("en-GB", "Hello Spring!"),
        ("de-DE", "Liebe Kundin,\n\nschau mal."),
        ("de-DE", "Guten Tag,\n\nschau mal."),
        ("fr-FR", "Bonjour à tous, regardez."),
        ("es-ES", "Hola de nuevo."),
        ("en-GB", "It holds 350 ml, 12 x 11 x 9 cm, since 1931."),
        ("en-GB", "A fine birthday present, in April or in May."),
    ],
)
def test_greetings_without_a_name_and_other_numbers_pass(locale, text):
    assert "personal_data" not in found(locale, text)


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en-GB", "We noticed you looked at our mugs."),
        ("en-GB", "You left something in your basket: you opened the page twice."),
        ("en-GB", "Still thinking about that mug?"),
        ("en-GB", "The one you kept looking at is back."),
        ("en-US", "Based on your recent browsing, we picked three."),
        ("en-US", "You zoomed in on the handle last night."),
        ("en-US", "Our data says you like blue."),
        ("de-DE", "Wir haben gesehen, dass du Tassen angesehen hast."),
        ("de-DE", "Uns ist aufgefallen, wie lange du geblieben bist."),
        ("de-DE", "Du hast dir die Fotos gestern Abend lange angeschaut."),
        ("fr-FR", "Nous avons vu que vous regardiez nos tasses."),
        ("fr-FR", "Vous hésitez encore ? Votre panier vous attend."),
        ("es-ES", "Hemos visto que miraste nuestras tazas."),
        ("es-ES", "Anoche volviste a la foto de la taza."),
        ("es-ES", "Tu carrito te echa de menos."),
    ],
)
def test_telling_readers_that_they_are_watched_is_found(locale, text):
    assert "surveillance_tone" in found(locale, text)


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en-GB", "Once you've opened the page, the code is at the top."),
        ("en-GB", "We see to it that you get it in one piece."),
        ("en-GB", "Add it to your basket and the discount is taken off at checkout."),
        ("en-GB", "We know that Mondays are long."),
        ("de-DE", "Gib den Code im Warenkorb ein."),
        ("de-DE", "Du hast die Wahl, schau mal in Ruhe."),
        ("fr-FR", "La remise s'applique dans votre panier."),
        ("es-ES", "El descuento se aplica en tu carrito."),
    ],
)
def test_speaking_of_baskets_and_pages_is_no_watching(locale, text):
    assert "surveillance_tone" not in found(locale, text)


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en-GB", "We know you're pregnant, and your due date is near."),
        ("en-GB", "With a little one on the way, tea matters more."),
        ("en-GB", "At your age a light mug is a mercy."),
        ("en-GB", "Since your divorce the table is smaller."),
        ("en-US", "Money is tight until payday, we know."),
        ("en-US", "As a Catholic you will like the cross."),
        ("de-DE", "In deinem Alter zählt jedes Gramm."),
        ("de-DE", "Jetzt, wo Sie im Ruhestand sind, bleibt Zeit für Tee."),
        ("de-DE", "Am Monatsende ist dein Konto leer, das kennen wir: Ende des Monats wird es knapp."),
        ("fr-FR", "À votre âge, on aime le léger."),
        ("fr-FR", "Comme vous êtes enceinte, pensez au thé."),
        ("es-ES", "A tu edad conviene una taza ligera."),
        ("es-ES", "Sabemos que te cuesta llegar a fin de mes."),
    ],
)
def test_private_things_said_of_the_reader_are_found(locale, text):
    assert "sensitive_inference" in found(locale, text)


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en-GB", "We have no views about your weight or your faith."),
        ("en-GB", "A mug for every age, and for every table."),
        ("en-GB", "The cup has a rounded belly and broad hips."),
        ("de-DE", "Ein Becher für jedes Alter."),
        ("fr-FR", "Une tasse pour tous les âges."),
        ("es-ES", "Una taza para todas las edades."),
    ],
)
def test_private_words_said_of_nobody_pass(locale, text):
    assert "sensitive_inference" not in found(locale, text)


def test_what_a_product_is_about_is_no_guess_about_the_reader():
    book = a_product(title="The Widow's Year", description="A novel about a divorce and a pregnancy.")

    assert "sensitive_inference" not in rules("A divorce, a pregnancy, and you will laugh.", products=(book,))
