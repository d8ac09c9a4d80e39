"""What the shop knows of one reader must not show, and plain words that happen to be names may."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bespoke.domain import Severity
from bespoke.settings import LimitSettings
from guardrails.checking import check_copy
from guardrails.private_facts import PrivateFacts
from tests.builders import a_copy, a_fact_sheet, a_product

ANNE = PrivateFacts(
    "Anneke",
    "Thistlewood",
    "a.thistlewood@example.net",
    "Whitby",
    {"last_purchase": "brass sundial", "days_since_last_purchase": "300", "favourite_category": "Headwear"},
)


def shown(body: str, private: PrivateFacts = ANNE, **sheet: Any) -> dict[str, Severity]:
    """The excerpts that are found because of what is private, with their severity."""
    facts = a_fact_sheet(**sheet)
    copy = a_copy(body=body)
    before = set(check_copy(copy, facts, LimitSettings()))
    after = check_copy(copy, facts, LimitSettings(), private=(private,))
    return {one.excerpt: one.severity for one in after if one not in before}


@pytest.mark.parametrize(
    ("body", "excerpt"),
    [
        ("Hello Anneke, have a look.", "Anneke"),
        ("We kept one aside for Anneke Thistlewood.", "Thistlewood"),
        ("The Thistlewood household deserves a mug.", "Thistlewood"),
        ("Good things, Thistlewood's way.", "Thistlewood's"),
        ("We write to A.Thistlewood@example.net every week.", "A.Thistlewood"),
        ("Your mug ships to Whitby in two days.", "Whitby"),
        ("How is the brass sundial doing?", "brass sundial"),
        ("That sundial of brass misses a mug.", "sundial of brass"),
        ("You have been away for 300 days.", "300 days"),
        ("It has been ten months since we saw you.", "ten months"),
        ("Your favourite headwear is back.", "headwear"),
    ],
)
def test_what_is_known_of_the_reader_is_found(body, excerpt):
    assert excerpt in shown(body)


@pytest.mark.parametrize(
    "body",
    [
        "Hello {{ first_name }}, have a look.",
        "A sundial needs sun; a mug does not.",
        "Brass is for trumpets.",
        "It is 300 ml for now and 350 ml in the end.",
        "Kept dry, it lasts 300 days a year.",
        "Our shop in Whitby is open on Mondays.",
        "Headwear we leave to others.",
    ],
)
def test_what_says_nothing_of_the_reader_is_left_alone(body):
    assert shown(body) == {}


@pytest.mark.parametrize(
    ("private", "body", "sheet"),
    [
        (PrivateFacts("Rose", "Bath"), "Rose petals for the bath. Bath salts, too.", {}),
        (PrivateFacts("Will", "Hill"), "Will it hold tea? Over the hill and back it will.", {}),
        (
            PrivateFacts("Paco", "Romero"),
            "El romero no pide permiso. Romero y nada más.",
            {"locale": "es-ES"},
        ),
        (PrivateFacts("Jonte", "Winter"), "Im Winter trinkt man Tee. Der Winter kommt.", {"locale": "de-DE"}),
        (PrivateFacts("Eva", "Grün"), "Es gibt sie in Grün und in Blau.", {"locale": "de-DE"}),
        (PrivateFacts("Uwe", "Kessler"), "Der Kessler singt, die Kanne schweigt.", {"locale": "de-DE"}),
        (PrivateFacts("Violette", "Marchand"), "Le marchand aime sa robe violette.", {"locale": "fr-FR"}),
        (PrivateFacts(city="Reading"), "Reading with a mug is twice the reading.", {}),
        (PrivateFacts("", "Speckle"), "Speckle glaze.", {"products": (a_product(title="Speckle Mug"),)}),
        (PrivateFacts(city="Sheffield"), "Made in Sheffield.", {"theme": "From Sheffield, with steel."}),
        (PrivateFacts(known={"last_purchase": "stoneware mug"}), "A stoneware mug for you.", {}),
        (PrivateFacts("", "", "", "", {}), "Hello.", {}),
    ],
)
def test_names_that_are_plain_words_or_facts_may_stand(private, body, sheet):
    assert shown(body, private, **sheet) == {}


@pytest.mark.parametrize(
    ("private", "body"),
    [
        (PrivateFacts("Rose", "Bath"), "Dear Rose, these petals are dry."),
        (PrivateFacts("Rose", "Bath"), "A mug for Rose Bath alone."),
        (PrivateFacts("Jonte", "Winter"), "Guten Tag, Herr Winter."),
        (PrivateFacts("Alba", "Reyes"), "Estimada señora Reyes:"),
    ],
)
def test_they_are_found_where_they_are_spoken_as_names(private, body):
    assert Severity.BLOCK in shown(body, private).values()


@given(st.text(max_size=40), st.text(max_size=120))
def test_anything_may_be_known_and_anything_written(value, body):
    private = PrivateFacts(value, value, f"{value}@x.example", value, {"days": value, value: value})

    check_copy(a_copy(body=body + value), a_fact_sheet(), LimitSettings(), private=(private,))
