from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bespoke.domain import Blurb, ProductId
from guardrails.product_words import is_part, is_thing
from guardrails.stems import stem
from tests.builders import a_product
from tests.guardrails.checks import check, rules

LOCALES = {"en": "en-GB", "de": "de-DE", "fr": "fr-FR", "es": "es-ES"}
MUGS = {
    "en": ("Tide Mug", "Stoneware mug, 320 ml."),
    "de": ("Becher Flut", "Becher aus Steingut, 320 ml."),
    "fr": ("Tasse Brume", "Tasse en grès, 320 ml."),
    "es": ("Taza Duna", "Taza de gres, 320 ml."),
}


def said_with_a_mug(language: str, said: str) -> set[str]:
    title, description = MUGS[language]
    product = a_product(title=title, description=description, category="")
    return rules(said, locale=LOCALES[language], products=(product,), cohort=None)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Pair it with our matching saucers."),
        ("en", "The Larkspur throw is good company on the sofa."),
        ("en", "We also have a new teapot, in the same glaze."),
        ("en", "Say hello to our new Harbor Teapot."),
        ("en", "While you're here: our pickled walnuts are back as well."),
        ("en", "Tuck a packet of our Lemon Queen sunflowers behind it."),
        ("en", "We made the oak stand that goes with it."),
        ("en", "We now stock the slatted cedar staging."),
        ("de", "Dazu passt unser Milchkännchen."),
        ("de", "Wir haben das Federmäppchen Fuchsbau dazugelegt."),
        ("de", "Die passende Untertasse gibt es auch."),
        ("de", "Legen Sie unsere Honiggläser dazu."),
        ("de", "Am schönsten steht er in unserem Seegraskorb Norderney."),
        ("fr", "Et sa soucoupe assortie, bien sûr."),
        ("fr", "Notre théière vous attend aussi."),
        ("fr", "Nous ajoutons à la boutique le paillis de lin."),
        ("es", "Y su tapa a juego."),
        ("es", "Combínala con nuestra tetera."),
        ("es", "La manta Bruma te espera en el sofá."),
        ("es", "Y luego está el Borrador Felpa, que no tose."),
        ("en", "Wear it with our Streamway oversuit, the yellow one."),
    ],
)
def test_a_product_that_no_fact_has_is_found(language, said):
    assert "unknown_product" in said_with_a_mug(language, said)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "The Tide mugs are back. Our mugs are fired twice in our old kiln."),
        ("en", "Pairs well with cheese, toast and a rainy Sunday."),
        ("en", "Our founder Anna Weber still paints on Fridays in Stoke on Trent."),
        ("en", "For Mother's Day, Easter Monday or Christmas Eve, with Earl Grey tea."),
        ("en", "Summer is back. The swallows are back. Say hello to spring."),
        ("en", "The field behind the pub is back on the map."),
        ("en", "Milk is sold separately, everywhere. The kettle is on."),
        ("en", "The new year, the new you, the new mug. Our customers are the best company."),
        ("en", "“Wuthering Heights” goes well with it."),
        ("de", "Unser Becher ist wieder da. Unser Stolz, unsere Werkstatt."),
        ("de", "An der Kasse SPRING15 eingeben, ab einem Bestellwert von CHF 50."),
        ("de", "Eine Tasse Kaffee, ein Stück Kuchen, eine Kanne Assam, ein freier Sonntag."),
        ("de", "Der Frühling ist wieder da. Die Gummistiefel bringt der Regen selbst mit."),
        ("de", "Schreiben Sie uns. Legen Sie sich wieder hin."),
        ("fr", "Nos tasses sont de retour. Le printemps est de retour."),
        ("fr", "Avec un thé, un livre et la fête des Mères en vue. Notre atelier, notre four."),
        ("es", "Las tazas han vuelto. El verano ha vuelto. Nuestro horno, nuestras manos."),
        ("es", "Ideal con un café y un libro, un domingo de San Isidro."),
        ("en", "Our Devon potter is out. We sell only the third."),
        ("fr", "Depuis la Forêt de Brocéliande, notre atelier vous écrit."),
    ],
)
def test_people_places_occasions_and_what_goes_with_it_are_no_products(language, said):
    assert "unknown_product" not in said_with_a_mug(language, said)


@given(
    st.sampled_from(
        ["speckled stoneware mug", "stoneware mugs", "Speckled mug", "SPECKLED STONEWARE", "stonewear mug"]
    ),
    st.sampled_from(
        ["Our new {} is here.", "The {} is back.", "Pair it with our matching {}.", "“{}” is back."]
    ),
)
def test_a_product_may_be_shortened_inflected_and_misspelled(name, sentence):
    assert "unknown_product" not in rules(sentence.format(name))


@given(st.sampled_from(["teapot", "saucers", "sugar bowl", "linen tea towels", "Harbor Jug"]))
def test_another_thing_in_the_place_of_the_product_is_found(name):
    assert "unknown_product" in rules(f"Our new {name} is here.")


def test_a_title_of_another_book_is_found_in_a_bookshop():
    book = a_product(title="The Long Wait", description="Novel, 320 pages.")

    assert "unknown_product" in rules("You may also love “The Silent Harbor”.", products=(book,))


@pytest.mark.parametrize(
    ("own", "text", "severity"),
    [
        ("socks-1", "Red to the knee and all lobster claws, with a pinch at the toe.", "block"),
        ("socks-1", "A rain jacket with sealed seams, taped zip and a generous hood.", "hold"),
        ("socks-1", "Tiny calculators on gray.", None),
        ("socks-1", "Audit your ankles.", None),
        ("socks-2", "Claws on red, cotton blend.", None),
    ],
)
def test_a_blurb_describes_its_own_product(own, text, severity):
    products = (
        a_product(
            "socks-1", title="Accountant Socks", description="Gray socks with tiny calculators, cotton blend."
        ),
        a_product(
            "socks-2", title="Lobster Socks", description="Red socks with lobster claws, cotton blend."
        ),
    )
    found = check(products=products, copy={"blurbs": (Blurb(ProductId(own), text),)})

    mismatches = [finding.severity for finding in found if finding.rule == "blurb_mismatch"]
    assert mismatches == ([severity] if severity else [])


def test_a_blurb_for_a_product_that_no_fact_has_is_blocked():
    found = check("Fine.", copy={"blurbs": (Blurb(ProductId("gone"), "A mug."),)})

    assert [(finding.rule, finding.field) for finding in found] == [("unknown_product", "blurb:gone")]


@pytest.mark.parametrize(
    "forms",
    [
        "mug mugs",
        "tissé tissée tissés tissées",
        "becher bechern bechers",
        "tasse tassen tasses",
        "buch bücher",
        "glass glasses",
        "lápiz lápices",
        "rojo roja rojas",
        "berry berries",
        "botín botines",
        "schale schalen",
    ],
)
def test_the_forms_of_a_word_have_one_stem(forms):
    assert len({stem(word) for word in forms.split()}) == 1


def test_german_compounds_are_known_by_their_last_part():
    assert is_thing("milchkännchen", "de")
    assert is_thing("honiggläser", "de")
    assert is_part("ledergriff", "de")
    assert not is_thing("schreiben", "en")
