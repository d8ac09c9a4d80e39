"""What a model says its claims rest on is kept, and what is wrong with it is told."""

from __future__ import annotations

import pytest

from bespoke.domain import Blurb, Copy, DraftKind, FactUse, ProductId, WrittenCopy
from bespoke.encoding import decode, encode
from copywriter.facts_used import MOST_USES, place_claims, read_facts_used
from tests.builders import a_copy, a_fact_sheet, a_product, an_offer

COPY = a_copy(body="Hello {{ first_name }},\n\nTake 15% off with SPRING15, it’s that “simple”.")
SHEET = a_fact_sheet(offer=an_offer())


def used(*pairs: tuple[str, str]) -> tuple[FactUse, ...]:
    return read_facts_used([{"claim": claim, "fact": fact} for claim, fact in pairs], SHEET, COPY)


def test_a_claim_comes_with_its_fact_and_its_place():
    (use,) = used(("15% off", "offer.percent"))

    assert use == FactUse("15% off", "offer.percent", "15", "body")
    assert use.is_sound


def test_unknown_facts_and_claims_that_are_not_there_are_kept_so_marked():
    invented, absent = used(("SPRING15", "offer.award"), ("dishwasher safe", "product 1.price"))

    assert (invented.value, invented.field) == (None, "body")
    assert (absent.value, absent.field) == ("12.50 GBP", None)
    assert not invented.is_sound
    assert not absent.is_sound


@pytest.mark.parametrize(
    "claim", ['it\'s that "simple"', "Hello {{first_name}},", "take  15% OFF…", "“Take 15% off”", "SPRING15."]
)
def test_a_claim_is_found_however_its_quotation_is_written(claim):
    assert used((claim, "theme"))[0].field == "body"


@pytest.mark.parametrize(
    "garbled",
    [
        None,
        "offer.percent",
        {"15% off": "offer.percent"},
        [1, None, {"claim": "x"}, {"claim": "", "fact": ""}],
    ],
)
def test_what_does_not_read_as_claims_is_left_out(garbled):
    assert read_facts_used(garbled, SHEET, COPY) == ()


def test_claims_are_told_once_and_have_an_end():
    assert len(used(*[("15% off", "offer.percent")] * 5)) == 1
    assert len(used(*[(f"{number}", "theme") for number in range(500)])) == MOST_USES
    (long,) = used(("x" * 10_000, "y" * 10_000))
    assert len(long.claim) < 400
    assert len(long.fact) < 400


def test_an_edit_that_takes_a_claim_out_is_noticed():
    uses = used(("15% off", "offer.percent"))

    assert place_claims(uses, a_copy())[0].field is None
    assert place_claims(place_claims(uses, a_copy()), COPY) == uses


def test_a_blurb_names_its_product():
    sheet = a_fact_sheet(kind=DraftKind.BLURB, products=(a_product(),), cohort=None, angle=None, slots=())
    copy = Copy(blurbs=(Blurb(ProductId("mug-1"), "It holds 350 ml."),))

    (use,) = read_facts_used([{"claim": "350 ml", "fact": "product.description"}], sheet, copy)

    assert use.field == "blurb:mug-1"
    assert use.value == "A hand-thrown stoneware mug that holds 350 ml."


def test_writing_stored_before_facts_were_named_is_still_read():
    written = WrittenCopy(COPY, "small", facts_used=used(("15% off", "offer.percent")))
    before = (
        encode(WrittenCopy(COPY, "small")).replace(',"facts_used":[]', "").replace('"facts_used":[],', "")
    )

    assert "facts_used" not in before
    assert decode(WrittenCopy, before) == WrittenCopy(COPY, "small")
    assert decode(WrittenCopy, encode(written)) == written
