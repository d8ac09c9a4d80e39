from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.glossary import Glossary, read_table
from guardrails.lexicon import IndexedText
from guardrails.meanings import glossary, meanings
from guardrails.numerals import LANGUAGES
from tests.builders import a_product
from tests.guardrails.checks import check, rules

LOCALES = {"en": "en-GB", "de": "de-DE", "fr": "fr-FR", "es": "es-ES"}
_PLAIN_WORD = re.compile(r"[^\W\d_]+")


def plain_words(table: dict[str, dict[str, object]], name: str, language: str) -> list[str]:
    """The phrases of a meaning that are one word without any notation."""
    phrases = str(table[name].get(language, "")).split(";")
    return [phrase.strip() for phrase in phrases if _PLAIN_WORD.fullmatch(phrase.strip())]


THINGS = read_table("materials.toml")
MATERIALS = {
    language: [
        (name, word)
        for name, meaning in meanings().items()
        if meaning.kind == "material" and meaning.is_said and name in THINGS
        for word in plain_words(THINGS, name, language)[:1]
    ]
    for language in LANGUAGES
}
COLORS = {
    language: [
        (name, word)
        for name, meaning in meanings().items()
        if meaning.kind == "color"
        for word in plain_words(THINGS, name, language)[:1]
    ]
    for language in LANGUAGES
}
PLACES = read_table("places.toml")
COUNTRIES = {
    language: [
        (name, str(section[language]).split(";")[0].strip())
        for name, section in PLACES.items()
        if name not in ("europe", "scandinavia") and "*" not in str(section[language]).split(";")[0]
    ]
    for language in LANGUAGES
}
IS_OF = {
    "en": "This mug is made of {}.",
    "de": "Der Becher ist aus {}.",
    "fr": "Ce bol est en {}.",
    "es": "La taza es de {}.",
}
IN_COLOR = {
    "en": "It comes in {}.",
    "de": "Es gibt ihn in {}.",
    "fr": "Il existe en {}.",
    "es": "Viene en {}.",
}
MADE_IN = {
    "en": "It is made in {}.",
    "de": "Er wird hergestellt in {}.",
    "fr": "Il est fabriqué en {}.",
    "es": "Está hecha en {}.",
}
TITLES = {"en": "Tide Mug", "de": "Becher Flut", "fr": "Bol Marée", "es": "Taza Marea"}


def said_of_a_product(language: str, fact: str, said: str) -> set[str]:
    product = a_product(title=TITLES[language], description=fact, category="")
    return rules(said, locale=LOCALES[language], products=(product,), cohort=None)


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data())
def test_another_material_is_found_and_its_own_is_not(language, data):
    (own, fact), (other, said) = data.draw(
        st.tuples(st.sampled_from(MATERIALS[language]), st.sampled_from(MATERIALS[language]))
    )
    found = "unsupported_attribute" in said_of_a_product(
        language, IS_OF[language].format(fact), IS_OF[language].format(said)
    )

    assert found is (other not in meanings()[own].says)


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data())
def test_another_color_is_found_and_its_own_is_not(language, data):
    (own, fact), (other, said) = data.draw(
        st.tuples(st.sampled_from(COLORS[language]), st.sampled_from(COLORS[language]))
    )
    fact, said = (word.title() if language == "de" else word for word in (fact, said))
    found = "unsupported_attribute" in said_of_a_product(
        language, IN_COLOR[language].format(fact), IN_COLOR[language].format(said)
    )

    assert found is (other != own)


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data())
def test_another_country_is_found_and_its_own_is_not(language, data):
    (own, fact), (other, said) = data.draw(
        st.tuples(st.sampled_from(COUNTRIES[language]), st.sampled_from(COUNTRIES[language]))
    )
    found = "unsupported_attribute" in said_of_a_product(
        language, MADE_IN[language].format(fact.title()), MADE_IN[language].format(said.title())
    )

    assert found is (other != own)


@given(
    fact=st.sampled_from(
        ["Stoneware mug.", "stoneware", "Material: STONEWARE", "Made from speckled stoneware."]
    ),
    said=st.sampled_from(
        [
            "Stoneware, as ever.",
            "It is made of stoneware.",
            "A STONEWARE mug.",
            "stone\u00adware mug",
            "In stoneware.",
        ]
    ),
)
def test_a_material_may_be_said_in_any_form(fact, said):
    assert "unsupported_attribute" not in said_of_a_product("en", fact, said)


@pytest.mark.parametrize(
    ("language", "fact", "said"),
    [
        ("en", "Water-resistant jacket.", "The mug is fully waterproof."),
        ("en", "Leather-look strap.", "With a leather strap."),
        ("en", "Hand-finished.", "Every one is hand-made."),
        ("en", "Silky polyester.", "A silk mug, of all things."),
        ("en", "Wool blend.", "Made of pure wool."),
        ("en", "Wool blend.", "Made of wool."),
        ("en", "Oak-effect handle.", "With an oak handle."),
        ("en", "Gold-plated rim.", "With a gold rim."),
        ("en", "Natural ingredients.", "Organic, every bit of it."),
        ("en", "Steel handle.", "With a stainless steel handle."),
        ("en", "Not dishwasher safe.", "It goes in the dishwasher."),
        ("de", "Wasserabweisend.", "Der Becher ist wasserdicht."),
        ("de", "Henkel aus Kunstleder.", "Mit einem Henkel aus Leder."),
        ("de", "Eiche furniert.", "Deckel aus massiver Eiche."),
        ("fr", "Anse en simili-cuir.", "Son anse en cuir vieillit bien."),
        ("fr", "Laine mélangée.", "Le bol est en laine."),
        ("es", "Repelente al agua.", "La taza es impermeable."),
        ("es", "Asa de polipiel.", "Con su asa de piel."),
        ("en", "A new mug with a cork base.", "Made in America."),
        ("en", "A new mug with a cork base.", "It is made in Ireland."),
        ("fr", "Pour la table et la cuisine.", "Il est fabriqué en Espagne."),
        ("es", "Como la de siempre.", "Está hecha en España."),
        ("es", "Como la de siempre.", "Está hecha en Italia."),
    ],
)
def test_what_is_easily_taken_for_a_fact_is_no_fact(language, fact, said):
    assert "unsupported_attribute" in said_of_a_product(language, fact, said)


def test_a_near_miss_is_blocked_and_names_the_fact():
    found = check("It is fully waterproof.", products=(a_product(description="Water-resistant."),))

    assert [(finding.severity, finding.fact, finding.suggestion) for finding in found] == [
        ("block", "water-resistant", "Write “water-resistant”.")
    ]


@pytest.mark.parametrize(
    ("language", "fact", "said"),
    [
        ("en", "Dishwasher safe.", "It goes in the dishwasher."),
        ("en", "Handmade.", "Each one is made by hand."),
        ("en", "Unscented.", "No perfume, no fuss."),
        ("en", "Merino.", "It is made of wool."),
        ("en", "Waterproof.", "Water-resistant? More than that."),
        ("en", "Thrown in Leeds.", "Made in England, near the canal."),
        ("en", "Portuguese cork.", "The cork comes from Portugal."),
        ("de", "Spülmaschinenfest.", "Der Becher darf in die Spülmaschine."),
        ("de", "Steingutbecher.", "Ein Becher aus Steingut."),
        ("de", "Becher aus Steingut.", "Der Steingutbecher."),
        ("de", "Biobaumwolle.", "Der Beutel ist aus Bio-Baumwolle."),
        ("fr", "Passe au lave-vaisselle.", "Il va au lave-vaisselle sans broncher."),
        ("fr", "Tissé dans les Vosges.", "Fabriqué en France."),
        ("es", "Apta para lavavajillas.", "Va al lavavajillas sin protestar."),
        ("es", "Hecha a mano.", "Artesanal, de verdad."),
        ("es", "Hecha en La Mancha.", "Está hecha en España."),
        ("en", "Thrown in New York.", "It is made in America."),
    ],
)
def test_a_fact_in_other_words_is_still_a_fact(language, fact, said):
    assert "unsupported_attribute" not in said_of_a_product(language, fact, said)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "A heart of gold, nerves of steel and an iron will."),
        ("en", "Silky smooth coffee for the golden hour, under cotton-wool clouds."),
        ("en", "As green as your neighbor's lawn. Black coffee, red wine, out of the blue."),
        ("en", "Put it on an oak table, next to your leather chair."),
        ("en", "It is not waterproof, and it will not pretend to be."),
        ("en", "Soft as silk it is not. It feels like leather, nearly."),
        ("en", "It won our hearts. French toast goes with it."),
        ("de", "Ein Herz aus Gold, Nerven aus Stahl und ein eiserner Wille."),
        ("de", "Fahrt ins Blaue, roter Faden, grüner Daumen. Wir wollen Kaffee."),
        ("de", "Ein Glas Wein auf einem Tisch aus Eiche."),
        ("fr", "Un cœur d'or, une santé de fer, une main de fer dans un gant de velours."),
        ("fr", "Pour les nuits blanches, la vie en rose et le feu de bois."),
        ("es", "Corazón de oro, nervios de acero y noches en blanco."),
        ("es", "Suave como la seda, en busca del príncipe azul y la media naranja."),
    ],
)
def test_a_turn_of_phrase_is_no_claim(language, said):
    assert "unsupported_attribute" not in said_of_a_product(language, "Glazed.", said)


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("The apron is made of oak.", True),
        ("The apron is linen.", False),
        ("The serving board is made of oak.", False),
        ("The serving board is made of linen.", True),
        ("Both are made well: oak for the board, linen for the apron.", False),
        ("Made of oak, made of linen, made to last.", False),
    ],
)
def test_what_is_true_of_one_product_is_not_said_of_another(said, found):
    products = (
        a_product("board", title="Serving Board", description="Oak, 40 cm."),
        a_product("apron", title="Kitchen Apron", description="Linen, one pocket."),
    )

    assert ("unsupported_attribute" in rules(said, products=products)) is found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["attributes.toml", "materials.toml", "places.toml", "announcements.toml"])
def test_every_phrase_of_a_table_can_be_read(name, language):
    assert Glossary(read_table(name)).find(IndexedText("a mug"), language) == []


def test_every_meaning_that_a_table_refers_to_exists():
    tables = read_table("attributes.toml") | read_table("materials.toml")
    named = {
        other
        for section in tables.values()
        for key in ("from", "near", "is")
        for other in section.get(key, ())
    }

    assert named <= tables.keys()


def test_of_phrases_at_one_place_the_longest_counts():
    hits = glossary().find(IndexedText("a faux leather bag with a leather tag"), "en")

    assert [hit.meaning for hit in hits] == ["leather_look", "leather"]
