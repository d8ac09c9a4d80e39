"""Copy of one's own: everybody is told apart by what a writer may know, and by nothing else."""

from __future__ import annotations

from typing import Any

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from bespoke.domain import Angle, Cohort, Fit, Reason, ReasonKind, Segment
from bespoke.settings import LimitSettings
from copywriter.cohorts import form_cohorts
from copywriter.fact_sheets import find_fit, make_frame_sheet
from copywriter.own_cohorts import find_alike, form_own_cohorts
from copywriter.prompts import make_prompt
from tests.builders import NOW, a_brand, a_cohort, a_product

COLUMNS = ["segment", "category", "locale", "has_offer", "variant", "spend"]
people = st.lists(
    st.tuples(
        st.sampled_from([Segment.LOYAL, Segment.NEW]),
        st.sampled_from(["Kitchen", "Garden", "", None]),
        st.sampled_from(["en-GB", "en-AU", "de-DE"]),
        st.booleans(),
        st.sampled_from(["A", "B"]),
        st.integers(0, 4),
    ),
    min_size=1,
    max_size=60,
)


def a_crowd_of(rows: list[tuple[Any, ...]]) -> pd.DataFrame:
    ids = [f"C{place:04}" for place in range(len(rows))]
    return pd.DataFrame(rows, columns=COLUMNS).assign(customer_id=ids)


@given(people, st.integers(0, 30), st.integers(1, 30))
def test_each_own_cohort_is_true_of_its_customers_and_names_the_crowd_they_are_in(rows, reach, min_size):
    members = a_crowd_of(rows)
    crowds = form_cohorts(members, min_size, 60)
    alike = find_alike(members, {one: int(one[1:]) % 3 for one in members["customer_id"]})

    own = form_own_cohorts(alike[:reach], crowds)

    cohorts = {cohort.cohort_id: cohort for cohort in own.cohorts}
    assert len(cohorts) == len(own.cohorts) == min(reach, len(alike))
    assert sum(cohort.size for cohort in own.cohorts) == len(own.cohort_of)
    assert not cohorts.keys() & {cohort.cohort_id for cohort in crowds.cohorts}
    for row in members.itertuples():
        if row.customer_id in own.cohort_of:
            cohort = cohorts[own.cohort_of[row.customer_id]]
            assert (cohort.segment, cohort.locale, cohort.has_offer) == (
                row.segment,
                row.locale,
                row.has_offer,
            )
            assert (cohort.category or "") == (row.category if isinstance(row.category, str) else "")
            assert cohort.crowd_id == crowds.cohort_of[row.customer_id]
            assert row.customer_id not in cohort.cohort_id


@given(people, st.randoms())
def test_who_comes_first_is_who_spent_most_whatever_the_order_of_rows(rows, random):
    members = a_crowd_of(rows)
    told = dict.fromkeys(members["customer_id"], 0)
    spend = dict(zip(members["customer_id"], members["spend"], strict=True))

    alike = find_alike(members, told)
    shuffled = find_alike(members.sample(frac=1, random_state=random.randint(0, 99)), told)

    assert alike == shuffled
    assert sorted(who for one in alike for who in one.customers) == sorted(members["customer_id"])
    best = [max(spend[who] for who in one.customers) for one in alike]
    assert best == sorted(best, reverse=True)


def test_customers_a_writer_would_be_told_the_same_of_share_one_draft_if_their_variant_is_the_same():
    row = (Segment.LOYAL, "Kitchen", "en-GB", False)
    members = a_crowd_of([(*row, "A", 9), (*row, "A", 5), (*row, "B", 5), (*row, "A", 1)])

    alike = find_alike(members, {"C0000": 1, "C0001": 1, "C0002": 1, "C0003": 2})

    assert [one.customers for one in alike] == [["C0000", "C0001"], ["C0002"], ["C0003"]]


def a_sheet_for_one(*reasons: Reason, cohort: Cohort | None = None) -> Any:
    products = [a_product(f"mug-{place}", title=f"Mug number {place}") for place in range(len(reasons))]
    return make_frame_sheet(
        cohort or a_cohort(size=1),
        Angle.BENEFIT,
        brand=a_brand(),
        offer=None,
        products=products,
        fits=[find_fit(reason) for reason in reasons],
        send_date=NOW.date(),
        longest_first_name=12,
        longest_first_title=12,
        products_per_email=len(products),
    )


@given(st.lists(st.sampled_from(ReasonKind), min_size=1, max_size=8), st.text(), st.text())
def test_what_led_to_a_product_does_not_change_a_byte_of_the_prompt(kinds, one_thing, another):
    some = make_prompt(a_sheet_for_one(*(Reason(kind, one_thing) for kind in kinds)), LimitSettings())
    other = make_prompt(
        a_sheet_for_one(
            *(Reason(kind, another) for kind in kinds),
            cohort=a_cohort(size=7, cohort_id="customer-00009-x", crowd_id="everyone"),
        ),
        LimitSettings(),
    )

    assert some.messages == other.messages


def test_a_product_to_buy_again_is_told_like_one_that_goes_with_a_purchase():
    told = {find_fit(Reason(kind)) for kind in ("bought_with", "buy_again", "due_again")}

    assert told == {Fit.BOUGHT}
    assert {find_fit(Reason(kind)) for kind in ReasonKind} == set(Fit)


def test_the_prompt_for_one_customer_says_so_and_why_each_product_was_chosen():
    sheet = a_sheet_for_one(
        Reason(ReasonKind.BOUGHT_WITH, "Oak Tray"), Reason(ReasonKind.POPULAR_IN, "Ireland")
    )

    prompt = make_prompt(sheet, LimitSettings()).messages[1]["content"]

    assert '"written_for": "one customer"' in prompt
    assert prompt.index("fits what they have bought") < prompt.index("popular in their country")
    assert "Oak Tray" not in prompt
    assert "Ireland" not in prompt
