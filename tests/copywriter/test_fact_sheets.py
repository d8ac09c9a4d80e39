"""Fact sheets hold facts that last, and ids that change with them only."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest

from bespoke.domain import Angle, CampaignId, CohortId, DraftKind, Product
from bespoke.settings import DisclaimerSettings, LimitSettings, PriceSettings, WriterSettings
from copywriter.estimating import estimate
from copywriter.fact_sheets import blurb_draft_id, frame_draft_id, make_blurb_sheet, make_frame_sheet
from copywriter.instructions import prompt_version
from copywriter.phrasebook import Phrasebook
from copywriter.prompts import make_prompt
from tests.builders import NOW, a_brand, a_cohort, a_fact_sheet, a_product, an_offer

SEND_DATE = NOW.date()


def a_blurb_sheet(send_date: date = SEND_DATE, locale: str = "en-GB", voice: str = "warm", **changes: object):
    return make_blurb_sheet(
        a_product(**changes), brand=a_brand(voice=voice), locale=locale, send_date=send_date
    )


def test_a_cohort_without_offer_gets_none_and_only_eight_products_count():
    sheet = make_frame_sheet(
        a_cohort(has_offer=False),
        Angle.VALUE,
        brand=a_brand(),
        offer=an_offer(),
        products=[a_product(f"p{place}") for place in range(12)],
        send_date=NOW.date(),
        longest_first_name=11,
        longest_first_title=60,
    )

    assert sheet.offer is None
    assert [product.product_id for product in sheet.products] == [f"p{place}" for place in range(8)]
    assert {slot.name: slot.longest_chars for slot in sheet.slots} == {"first_name": 11, "product_1": 60}


def test_draft_ids_are_readable():
    assert frame_draft_id(CampaignId("spring"), CohortId("loyal-en-gb"), "A") == "spring/loyal-en-gb/A"
    assert blurb_draft_id(a_blurb_sheet()).startswith("blurb/mug-1/")


def test_a_blurb_is_reused_until_what_it_says_could_change():
    same = blurb_draft_id(a_blurb_sheet())

    assert blurb_draft_id(a_blurb_sheet(send_date=date(2027, 1, 1))) == same
    assert blurb_draft_id(a_blurb_sheet(stock=0, rating=4.9, url="https://other.example")) == same
    assert blurb_draft_id(a_blurb_sheet(description="Now in blue.")) != same
    assert blurb_draft_id(a_blurb_sheet(price="11.00")) != same
    assert blurb_draft_id(a_blurb_sheet(locale="de-DE")) != same
    assert blurb_draft_id(a_blurb_sheet(voice="dry")) != same
    assert blurb_draft_id(a_blurb_sheet(), "gpt-5-mini") != same


def test_what_many_requests_share_comes_first_and_the_cohort_last():
    one = make_prompt(a_fact_sheet(), LimitSettings())
    other = make_prompt(a_fact_sheet(cohort=a_cohort(category="Garden")), LimitSettings())

    assert one.messages[0] == other.messages[0]
    shared, _, rest = one.messages[1]["content"].rpartition("<cohort>")
    assert other.messages[1]["content"].startswith(shared)
    assert rest.endswith("</cohort>")


def test_prompt_versions_tell_kinds_apart():
    assert prompt_version(DraftKind.FRAME) != prompt_version(DraftKind.BLURB)


def test_an_estimate_counts_only_what_will_be_asked():
    settings = WriterSettings(
        model="small", prices={"small": PriceSettings(input=Decimal(1), output=Decimal(2))}
    )
    sheets = [a_fact_sheet(), a_blurb_sheet(), a_blurb_sheet(description="")]

    found = estimate(sheets, settings)

    assert found.calls == 2
    assert found.cost_usd is not None
    assert found.at_most_usd is not None
    assert 0 < found.cost_usd < found.at_most_usd
    assert found.note == ""


def test_an_estimate_says_when_a_price_is_unknown():
    found = estimate([a_fact_sheet()], WriterSettings(model="mystery", base_url="http://127.0.0.1:1/v1"))

    assert found.cost_usd is None
    assert "'mystery' is not known" in found.note


def test_a_list_price_holds_for_openai_only():
    hosted = estimate([a_fact_sheet()], WriterSettings(model="gpt-5-mini"))
    local = estimate([a_fact_sheet()], WriterSettings(model="gpt-5-mini", base_url="http://127.0.0.1:1/v1"))

    assert hosted.cost_usd is not None
    assert local.cost_usd is None


DRINK = DisclaimerSettings(phrase="Please drink responsibly.", categories=("Wine", "spirits"), locale="en")


def required(
    categories: Sequence[str | None], *disclaimers: DisclaimerSettings, locale: str = "en-GB"
) -> tuple[str, ...]:
    products: list[Product] = [a_product(f"p{n}", category=one) for n, one in enumerate(categories)]
    sheet = make_frame_sheet(
        a_cohort(locale=locale),
        Angle.VALUE,
        brand=a_brand(required_phrases=("Prices include VAT.",)),
        offer=None,
        products=products,
        send_date=SEND_DATE,
        longest_first_name=11,
        longest_first_title=60,
        disclaimers=disclaimers,
    )
    return sheet.brand.required_phrases


@pytest.mark.parametrize("category", ["Wine", "WINE ", "Food > Wine", "Drinks/Spirits"])
def test_a_disclaimer_is_required_where_a_product_of_its_category_may_be_shown(category):
    assert required(["Kitchen", category], DRINK) == ("Prices include VAT.", "Please drink responsibly.")


@pytest.mark.parametrize("category", [None, "", "Wine glasses", "Kitchen", "Swine"])
def test_other_categories_need_none(category):
    assert required([category], DRINK) == ("Prices include VAT.",)


@pytest.mark.parametrize(
    ("wanted", "locale", "is_required"),
    [
        ("en", "en-GB", True),
        ("en-GB", "en_gb", True),
        ("en-US", "en-GB", False),
        ("e", "en-GB", False),
        (None, "fr-FR", True),
    ],
)
def test_a_disclaimer_is_required_in_its_language_only(wanted, locale, is_required):
    disclaimer = DRINK.model_copy(update={"locale": wanted})

    assert ("Please drink responsibly." in required(["Wine"], disclaimer, locale=locale)) == is_required


def test_a_disclaimer_without_categories_is_required_always_and_the_same_one_only_once():
    everywhere = DisclaimerSettings(phrase="Prices include VAT.")
    other = DisclaimerSettings(phrase="While stocks last.")

    assert required([None], everywhere, other, other) == ("Prices include VAT.", "While stocks last.")


def test_products_that_no_writer_sees_count_too():
    assert "Please drink responsibly." in required(["Kitchen"] * 8 + ["Wine"], DRINK)


def test_the_model_and_the_phrasebook_both_know_the_disclaimer():
    sheet = a_fact_sheet(brand=a_brand(required_phrases=required(["Wine"], DRINK)))
    prompt = make_prompt(sheet, LimitSettings())

    assert "Please drink responsibly." in prompt.messages[1]["content"]
    assert "Please drink responsibly." in Phrasebook().write(sheet).body
