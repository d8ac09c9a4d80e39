"""Cohorts and facts in words that a reviewer reads without a key."""

from __future__ import annotations

import pytest

from bespoke.domain import Cohort, Fit
from delivery.fact_listing import describe_cohort, list_products
from tests.builders import a_cohort, a_fact_sheet, a_product


@pytest.mark.parametrize(
    ("cohort", "words"),
    [
        (a_cohort(), "Loyal · Kitchen · en-GB"),
        (a_cohort(has_offer=True), "Loyal · Kitchen · en-GB · with offer"),
        (a_cohort(segment=None, category=None), "All segments · all categories · en-GB"),
        (a_cohort(crowd_id="loyal", size=1), "One customer · Loyal · Kitchen · en-GB"),
        (a_cohort(crowd_id="loyal", size=1, category=None), "One customer · Loyal · no category yet · en-GB"),
        (a_cohort(crowd_id="loyal", size=3), "3 customers alike · Loyal · Kitchen · en-GB"),
    ],
)
def test_a_cohort_is_described_by_whom_it_is_for(cohort: Cohort, words: str) -> None:
    assert describe_cohort(cohort) == words


def test_a_reviewer_sees_why_each_product_was_chosen_for_one_customer() -> None:
    products = (a_product("mug"), a_product("tray"))

    own = list_products(a_fact_sheet(products=products, fits=(Fit.BOUGHT, Fit.NEW)))
    crowd = list_products(a_fact_sheet(products=products))

    assert [one["why"] for one in own] == ["fits what they have bought", "new in its category"]
    assert [one["why"] for one in crowd] == ["", ""]
