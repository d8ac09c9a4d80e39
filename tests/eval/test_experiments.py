from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binom, chisquare

from bespoke.domain import HOLDOUT, CampaignId
from eval.experiments import assign_variants, check_sample_ratio, expected_sizes, uniform_draws

SPRING, SUMMER = CampaignId("spring"), CampaignId("summer")
ids = st.lists(st.text(min_size=1, max_size=12), min_size=1, max_size=60, unique=True)
weights = st.floats(min_value=0.1, max_value=10)
arms = st.dictionaries(st.sampled_from(["A", "B", "C", "D"]), weights, min_size=1)
shares = st.floats(min_value=0, max_value=0.9)


def many(count: int = 20_000) -> list[str]:
    return [f"c{number}" for number in range(count)]


@given(ids, arms, shares)
def test_the_same_customers_get_the_same_arms_again(customers, arms, holdout):
    first = assign_variants(SPRING, customers, arms, holdout)

    assert first.equals(assign_variants(SPRING, customers, arms, holdout))


@given(ids, arms, shares, st.randoms())
def test_neither_order_nor_company_changes_anyones_arm(customers, arms, holdout, random):
    everyone = assign_variants(SPRING, customers, arms, holdout)
    some = [customer for customer in customers if random.random() < 0.5]
    random.shuffle(some)

    alone = assign_variants(SPRING, some, arms, holdout)

    assert [*alone["variant"]] == [*everyone.loc[some, "variant"]]
    assert [*alone["probability"]] == [*everyone.loc[some, "probability"]]


@given(ids, arms, arms, shares)
def test_changing_the_variants_moves_nobody_into_or_out_of_the_holdout(customers, before, after, holdout):
    held = assign_variants(SPRING, customers, before, holdout)["variant"] == HOLDOUT

    assert held.equals(assign_variants(SPRING, customers, after, holdout)["variant"] == HOLDOUT)


@given(ids, arms, shares, shares)
def test_a_larger_holdout_only_adds_customers_to_it(customers, arms, one, other):
    small = assign_variants(SPRING, customers, arms, min(one, other))["variant"] == HOLDOUT
    large = assign_variants(SPRING, customers, arms, max(one, other))["variant"] == HOLDOUT

    assert not (small & ~large).any()


@given(ids, arms, shares)
def test_each_customers_probability_is_their_arms_planned_share(customers, arms, holdout):
    assigned = assign_variants(SPRING, customers, arms, holdout)
    planned = expected_sizes(arms, holdout, 1)

    for variant, probability in zip(assigned["variant"], assigned["probability"], strict=True):
        assert probability == pytest.approx(planned[variant])


@settings(deadline=None, max_examples=20)
@given(arms, st.sampled_from([0.0, 0.1, 0.5]), st.text(min_size=1, max_size=8))
def test_arms_are_as_large_as_a_fair_draw_makes_them(arms, holdout, campaign):
    customers = many(5_000)
    sizes = assign_variants(CampaignId(campaign), customers, arms, holdout)["variant"].value_counts()

    for arm, expected in expected_sizes(arms, holdout, len(customers)).items():
        low, high = binom.interval(1 - 1e-9, len(customers), expected / len(customers))
        assert low <= sizes.get(arm, 0) <= high


def test_two_campaigns_split_the_same_customers_independently():
    one = assign_variants(SPRING, many(), {"A": 1, "B": 1}, 0.2)["variant"]
    two = assign_variants(SUMMER, many(), {"A": 1, "B": 1}, 0.2)["variant"]

    table = pd.crosstab(one, two)
    expected = table.sum(axis=1).to_numpy()[:, None] * table.sum(axis=0).to_numpy() / len(one)

    assert chisquare(table.to_numpy().ravel(), expected.ravel(), ddof=4).pvalue > 1e-4


def test_where_one_part_ends_and_the_next_begins_matters():
    first = uniform_draws(CampaignId("ab"), ["c"], "variant")
    second = uniform_draws(CampaignId("a"), ["bc"], "variant")

    assert first[0] != second[0]


def test_assignments_stay_what_they_were_in_earlier_releases():
    assigned = assign_variants(SPRING, ["c1", "c2", "c3", "c4", "c5", "c6"], {"A": 1, "B": 1}, 0.3)

    assert list(assigned["variant"]) == ["B", "A", "B", HOLDOUT, "A", "A"]


def test_nobody_at_all_is_assigned_without_complaint():
    assert assign_variants(SPRING, [], {"A": 1}, 0.1).empty


@pytest.mark.parametrize("bad", [{}, {"A": 0}, {"A": -1}, {"A": float("nan")}, {HOLDOUT: 1}])
def test_arms_without_a_usable_weight_are_refused(bad):
    with pytest.raises(ValueError, match="arms need positive weights"):
        assign_variants(SPRING, ["c1"], bad, 0.1)


def test_a_holdout_of_everyone_is_refused():
    with pytest.raises(ValueError, match="holdout share"):
        assign_variants(SPRING, ["c1"], {"A": 1}, 1.0)


def test_a_fair_split_passes_the_sample_ratio_check():
    sizes = assign_variants(SPRING, many(), {"A": 2, "B": 1}, 0.1)["variant"].value_counts().to_dict()

    check = check_sample_ratio(sizes, expected_sizes({"A": 2, "B": 1}, 0.1, 20_000))

    assert check.p_value > 0.001
    assert not check.is_mismatch


def test_a_split_that_lost_customers_in_one_arm_fails_and_says_what_to_do():
    check = check_sample_ratio({"A": 5_000, "B": 4_600}, {"A": 1, "B": 1})

    assert check.is_mismatch
    assert "Do not compare" in check.advice


def test_the_p_value_is_scipys_own():
    check = check_sample_ratio({"A": 520, "B": 480}, {"A": 1, "B": 1})

    assert check.p_value == pytest.approx(chisquare([520, 480]).pvalue)


def test_a_handful_of_customers_gets_no_verdict():
    check = check_sample_ratio({"A": 6, "B": 0}, {"A": 1, "B": 1})

    assert check.p_value is None
    assert not check.is_mismatch


def test_an_arm_that_was_not_planned_is_refused():
    with pytest.raises(ValueError, match="not planned"):
        check_sample_ratio({"A": 10, "C": 1}, {"A": 1})
