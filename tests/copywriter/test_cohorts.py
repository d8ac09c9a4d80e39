"""Cohorts are as fine as their sizes allow, and everybody is in exactly one."""

from __future__ import annotations

from collections import Counter

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from bespoke.domain import Segment
from copywriter.cohorts import form_cohorts

people = st.lists(
    st.tuples(
        st.sampled_from(list(Segment)[:5]),
        st.sampled_from(["Kitchen & Dining", "Kitchen  Dining", "Garden", "", None]),
        st.sampled_from(["en-GB", "de-DE"]),
        st.booleans(),
    ),
    max_size=120,
)


def a_crowd(*rows: tuple[str, str | None, str, bool, int]) -> pd.DataFrame:
    people = [row[:4] for row in rows for _ in range(row[4])]
    frame = pd.DataFrame(people, columns=["segment", "category", "locale", "has_offer"])
    return frame.assign(customer_id=[f"c{place}" for place in range(len(frame))])


@settings(max_examples=150, deadline=None)
@given(people, st.integers(1, 30), st.integers(1, 12))
def test_everyone_is_in_one_cohort_that_is_true_of_them_and_none_is_too_small(rows, min_size, max_count):
    members = pd.DataFrame(rows, columns=["segment", "category", "locale", "has_offer"])
    members["customer_id"] = [f"c{place}" for place in range(len(members))]

    plan = form_cohorts(members, min_size, max_count)

    cohorts = {cohort.cohort_id: cohort for cohort in plan.cohorts}
    assert len(cohorts) == len(plan.cohorts)
    assert list(plan.cohort_of.index) == list(members["customer_id"])
    assert Counter(plan.cohort_of) == {name: cohort.size for name, cohort in cohorts.items()}
    groups = Counter(zip(members["locale"], members["has_offer"], strict=True))
    for row in members.itertuples():
        cohort = cohorts[plan.cohort_of[row.customer_id]]
        assert cohort.locale == row.locale
        assert cohort.has_offer == row.has_offer
        assert cohort.segment in (None, row.segment)
        assert cohort.category in (None, row.category)
    for cohort in plan.cohorts:
        assert cohort.size >= min(min_size, groups[cohort.locale, cohort.has_offer])
    assert len(plan.cohorts) <= max(max_count, len(groups))


regional = st.lists(
    st.tuples(
        st.sampled_from(list(Segment)[:3]),
        st.sampled_from(["Kitchen", "Garden", None]),
        st.sampled_from(["en-GB", "en-US", "en-AU", "en", "de-DE", "de-AT"]),
        st.booleans(),
    ),
    max_size=150,
)


@settings(max_examples=150, deadline=None)
@given(regional, st.integers(1, 30), st.integers(1, 12))
def test_only_a_language_and_offer_tier_with_too_few_people_is_a_small_cohort_and_it_says_nothing_of_them(
    rows, min_size, max_count
):
    members = pd.DataFrame(rows, columns=["segment", "category", "locale", "has_offer"])
    members["customer_id"] = [f"c{place}" for place in range(len(members))]

    plan = form_cohorts(members, min_size, max_count)

    cohorts = {cohort.cohort_id: cohort for cohort in plan.cohorts}
    tiers = Counter(zip(members["locale"].str[:2], members["has_offer"], strict=True))
    for cohort in plan.cohorts:
        people = tiers[cohort.locale[:2], cohort.has_offer]
        assert cohort.size >= min_size or cohort.size == people
        if cohort.size < min_size:
            assert (cohort.segment, cohort.category) == (None, None)
    for row in members.itertuples():
        cohort = cohorts[plan.cohort_of[row.customer_id]]
        assert (cohort.locale[:2], cohort.has_offer) == (row.locale[:2], row.has_offer)
    groups = {(cohort.locale, cohort.has_offer) for cohort in plan.cohorts}
    assert len(plan.cohorts) <= max(max_count, len(groups))


@settings(max_examples=60, deadline=None)
@given(regional, st.integers(1, 30), st.integers(1, 12), st.randoms())
def test_cohorts_depend_on_what_customers_are_and_not_on_who_or_in_which_order(
    rows, min_size, max_count, random
):
    members = pd.DataFrame(rows, columns=["segment", "category", "locale", "has_offer"])
    members["customer_id"] = [f"c{place}" for place in range(len(members))]
    names = dict(zip(members["customer_id"], random.sample(range(1000), len(members)), strict=True))
    others = members.assign(customer_id=[f"someone-{names[one]}" for one in members["customer_id"]])

    plan = form_cohorts(members, min_size, max_count)
    again = form_cohorts(others.sample(frac=1, random_state=random.randint(0, 99)), min_size, max_count)

    assert again.cohorts == plan.cohorts


def test_ids_are_readable_and_do_not_depend_on_the_order_of_rows():
    members = a_crowd(
        (Segment.LOYAL, "Kitchen & Dining", "en-GB", False, 30), (Segment.NEW, None, "en-GB", True, 25)
    )

    plan = form_cohorts(members, 20, 60)
    shuffled = form_cohorts(members.sample(frac=1, random_state=1), 20, 60)

    assert [cohort.cohort_id for cohort in plan.cohorts] == [
        "loyal-kitchen-dining-en-gb",
        "new-en-gb-offer",
    ]
    assert shuffled.cohorts == plan.cohorts


def test_a_small_category_gives_up_its_category_before_its_segment():
    members = a_crowd(
        (Segment.LOYAL, "Kitchen", "en-GB", False, 500),
        (Segment.LOYAL, "Garden", "en-GB", False, 8),
        (Segment.LOYAL, "Toys", "en-GB", False, 15),
    )

    plan = form_cohorts(members, 20, 60)

    assert {(cohort.segment, cohort.category, cohort.size) for cohort in plan.cohorts} == {
        (Segment.LOYAL, "Kitchen", 500),
        (Segment.LOYAL, None, 23),
    }


def test_small_rests_of_different_segments_join_without_touching_the_large_ones():
    members = a_crowd(
        (Segment.LOYAL, "Kitchen", "en-GB", False, 5000),
        (Segment.LOYAL, "Garden", "en-GB", False, 12),
        (Segment.NEW, None, "en-GB", False, 12),
    )

    plan = form_cohorts(members, 20, 60)

    assert {(cohort.segment, cohort.category, cohort.size) for cohort in plan.cohorts} == {
        (Segment.LOYAL, "Kitchen", 5000),
        (None, None, 24),
    }


def test_a_small_locale_stays_a_small_cohort_rather_than_get_another_language():
    members = a_crowd((Segment.LOYAL, None, "en-GB", False, 50), (Segment.LOYAL, None, "de-DE", False, 3))

    plan = form_cohorts(members, 20, 60)

    assert {(cohort.locale, cohort.size) for cohort in plan.cohorts} == {("en-GB", 50), ("de-DE", 3)}


def test_a_small_locale_joins_the_most_frequent_one_of_its_language():
    members = a_crowd(
        (Segment.LOYAL, None, "en-GB", False, 50),
        (Segment.LOYAL, None, "en-US", False, 30),
        (Segment.LOYAL, None, "en-AU", False, 1),
    )

    plan = form_cohorts(members, 20, 60)

    assert {(cohort.locale, cohort.size) for cohort in plan.cohorts} == {("en-GB", 51), ("en-US", 30)}


def test_an_empty_audience_has_no_cohorts():
    plan = form_cohorts(a_crowd(), 20, 60)

    assert plan.cohorts == ()
    assert len(plan.cohort_of) == 0


def test_the_cap_gives_up_the_smallest_categories_first():
    sizes = {"Kitchen": 400, "Garden": 300, "Toys": 40, "Books": 30}
    members = a_crowd(*((Segment.LOYAL, name, "en-GB", False, size) for name, size in sizes.items()))

    plan = form_cohorts(members, 20, 3)

    assert {(cohort.category, cohort.size) for cohort in plan.cohorts} == {
        ("Kitchen", 400),
        ("Garden", 300),
        (None, 70),
    }
