"""Words a brand bans or requires, competitors, coarse language, shouting."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import a_brand, an_offer
from tests.guardrails.checks import check, in_euros, rules


def banned(word: str, text: str, locale: str = "en-GB") -> bool:
    found = rules(text, locale=locale, products=(in_euros(),), brand=a_brand(banned_words=(word,)))
    return "banned_word" in found


@pytest.mark.parametrize(
    "text", ["A real game-changer.", "GAME CHANGER mugs", "two game changers", "a gamechanger"]
)
def test_banned_words_are_found_in_any_case_and_form(text):
    assert banned("game-changer", text)


@pytest.mark.parametrize(
    ("locale", "word", "text"),
    [
        ("en-GB", "luxury", "Small luxuries for the table."),
        ("en-GB", "bargain", "Two bargains and a bargain's cousin."),
        ("en-GB", "luxury", "A l-u-x-u-r-y mug."),
        ("en-GB", "amaze", "Quite amazing."),
        ("de-DE", "Schnäppchen", "Ein Sommerschnäppchen."),
        ("de-DE", "günstig", "Die günstigsten Becher."),
        ("de-DE", "sueß", "Das ist suess."),
        ("fr-FR", "exclusif", "Une tasse exclusive."),
        ("fr-FR", "luxueux", "Une anse luxueuse."),
        ("es-ES", "delicioso", "Tardes deliciosas."),
        ("es-ES", "barato", "Tazas baratísimas."),
    ],
)
def test_banned_words_are_found_inflected_joined_and_spaced(locale, word, text):
    assert banned(word, text, locale)


def test_banned_words_inside_other_words_are_not_meant():
    assert not banned("hack", "Made in our Hackney shop.")
    assert not banned("epic", "Near Epicurus Street.")
    assert not banned("cheap", "A cheerful mug.")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Better than BladeHaus.", True),
        ("better than blade haus", True),
        ("BladeHaus's mugs", True),
        ("Blade-Haus sells them too.", True),
        ("Nothing like a Bladehaus or a Bladehuas.", True),
        ("Unlike Mango, we care.", True),
        ("A ripe mango.", False),
        ("A blade, a house.", False),
    ],
)
def test_competitors_are_found_and_plain_words_are_not(text, found):
    assert ("competitor_mention" in rules(text, brand=a_brand(competitors=("BladeHaus", "Mango")))) is found


@given(st.integers(0, 8), st.sampled_from("aeioumnr"))
def test_a_competitor_with_one_letter_wrong_is_found(place, letter):
    name = "Lampenland"
    wrong = name[: place + 1] + letter + name[place + 2 :]

    assert "competitor_mention" in rules(f"Look at {wrong} instead.", brand=a_brand(competitors=(name,)))


def test_a_required_phrase_may_be_wrapped_and_quoted_otherwise_but_not_missing():
    brand = a_brand(required_phrases=("L'abus d'alcool est dangereux, à consommer avec modération.",))

    def missing(text: str) -> bool:
        found = rules(text, brand=brand, locale="fr-FR", products=(in_euros(),))
        return "missing_required_phrase" in found

    assert not missing("Bonjour.\n\nL’abus d’alcool est dangereux,\nà consommer avec modération")
    assert not missing("Enfin : L'ABUS d'alcool est dangereux – à consommer avec modération !")
    assert missing("L'excès d'alcool est dangereux, à consommer avec modération.")
    assert missing("L'abus d'alcool est dangereux, à consommer avec modérations.")
    (finding,) = [
        f for f in check("Bonjour.", brand=brand, locale="fr-FR") if f.rule == "missing_required_phrase"
    ]
    assert finding.suggestion is not None
    assert "modération" in finding.suggestion


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en-GB", "What the fuck, a mug."),
        ("en-GB", "What the f**k, a mug."),
        ("en-GB", "A total shitshow of a shelf."),
        ("en-GB", "Your mug kicks ass."),
        ("de-DE", "Der ist scheißgut."),
        ("de-DE", "Ihr Arschlöcher."),
        ("fr-FR", "Putain, quelle tasse."),
        ("es-ES", "Joder, qué taza."),
    ],
)
def test_coarse_words_are_found(locale, text):
    assert "profanity" in rules(text, locale=locale, products=(in_euros(),))


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en-GB", "A great tit on the branch, a class act in the grass, and Scunthorpe tea."),
        ("de-DE", "Ein Fachgeschäft für Becher."),
        ("fr-FR", "Un cul-de-sac, un concours, une conserve."),
        ("es-ES", "Se calcula en una hora."),
    ],
)
def test_words_that_hold_coarse_ones_are_clean(locale, text):
    assert "profanity" not in rules(text, locale=locale, products=(in_euros(),))


@pytest.mark.parametrize(
    "text",
    [
        "BUY THIS NOW",
        "Look!!!",
        "Really?!?!",
        "One! Two! Three! Four!",
        "AMAZING mugs",
        "It is sooooo good.",
        "Tea time 🎉🎉🎉",
    ],
)
def test_shouting_is_found(text):
    assert "shouting" in rules(text)


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en-GB", "LED light, USB-C and a DIY kit."),
        ("en-GB", "Made for the UK. Hello!"),
        ("en-GB", "Part XVIII."),
        ("en-GB", "Tea? Tea! A cup 🍵 and a mug ☕."),
        ("es-ES", "¡Hola! ¡Mira!"),
        ("fr-FR", "Voilà ! Une tasse."),
    ],
)
def test_abbreviations_and_single_cries_do_not_shout(locale, text):
    assert "shouting" not in rules(text, locale=locale, products=(in_euros(),))


def test_a_code_with_the_same_letter_four_times_is_not_stretched():
    assert "shouting" not in rules("With SAAAA5 it ships free.", offer=an_offer(code="SAAAA5"))
    assert "shouting" in rules("It is sooooo good.", offer=an_offer(code="SAAAA5"))
