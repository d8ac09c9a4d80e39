from __future__ import annotations

import math
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.variety import (
    category_codes,
    coverage_at_k,
    coverage_lead_at_k,
    diversity_by_buyers,
    diversity_by_category,
    gini_at_k,
    novelty_at_k,
    popularity_share_at_k,
    short_head,
    unit_buyers,
)
from tests.eval.exams import lists, matrix

BUYERS = np.array([8, 4, 1, 0])


def test_novelty_is_the_mean_surprise_in_bits():
    # 8 of 8 customers: 0 bits; 4 of 8: 1 bit; one, and nobody counted as one: 3 bits.
    ranked = lists([0, 1], [2, 3], [1, -1], [-1, -1])

    assert novelty_at_k(ranked, BUYERS, 8, 2) == pytest.approx([0.5, 3.0, 1.0, math.nan], nan_ok=True)


def test_popularity_share_is_how_much_of_a_list_is_of_the_short_head():
    buyers = np.arange(20, 0, -1)  # two of twenty make the tenth

    assert popularity_share_at_k(lists([0, 1, 2, 3], [5, 6, 7, 8], [0, -1, -1, -1]), buyers, 4).tolist() == [
        0.5,
        0,
        1,
    ]


@given(st.lists(st.integers(0, 4), min_size=1, max_size=60), st.randoms())
def test_the_short_head_is_a_tenth_of_what_was_bought_whatever_the_order(buyers, random):
    counts = np.array(buyers)
    shuffled = np.array(random.sample(buyers, len(buyers)))

    head = short_head(counts)

    assert head.sum() == pytest.approx(math.ceil(np.count_nonzero(counts) / 10))
    assert sorted(head) == pytest.approx(sorted(short_head(shuffled)))
    assert (head[counts == 0] == 0).all()


def test_diversity_by_category_counts_pairs_that_differ():
    codes = np.array([0, 0, 1, -1, -1])

    found = diversity_by_category(lists([0, 1, 2], [0, 1, -1], [3, 4, 0], [0, -1, -1]), codes, 3)

    assert found == pytest.approx([2 / 3, 0.0, 1.0, math.nan], nan_ok=True)


@given(
    st.lists(st.sets(st.integers(0, 5)), min_size=1, max_size=8),
    st.lists(st.permutations(range(6)), min_size=1, max_size=4),
    st.integers(2, 4),
)
def test_diversity_by_buyers_is_one_less_the_mean_cosine_of_all_pairs(past, orders, k):
    bought = matrix(*past)
    dense = bought.toarray()

    found = diversity_by_buyers(lists(*orders), unit_buyers(bought), k, 7)

    for got, order in zip(found, orders, strict=True):
        cosines = []
        for one, other in combinations(order[:k], 2):
            scale = np.linalg.norm(dense[:, one]) * np.linalg.norm(dense[:, other])
            cosines.append(dense[:, one] @ dense[:, other] / scale if scale else 0.0)
        assert got == pytest.approx(1 - np.mean(cosines))


def test_categories_are_used_only_where_nearly_all_are_known():
    assert category_codes(["a", "b", "a", "b", None]).tolist() == [0, 1, 0, 1, -1]
    assert category_codes(["a", "b", None]) is None
    assert category_codes(["a", "a"]) is None
    assert category_codes([]) is None


def test_coverage_is_the_share_of_products_anybody_sees():
    assert coverage_at_k(lists([0, 1], [0, -1]), 4, 2).mean == 0.5
    assert coverage_at_k(np.empty((0, 2), dtype=np.int32), 4, 2).mean is None


def test_coverage_is_certain_where_every_product_is_shown_to_many():
    everyone = np.tile(np.arange(3, dtype=np.int32), (50, 1))
    each_their_own = np.arange(150, dtype=np.int32).reshape(50, 3)

    sure = coverage_at_k(everyone, 150, 3)
    assert (sure.low, sure.high) == (sure.mean, sure.mean)
    lead = coverage_lead_at_k(each_their_own, everyone, 150, 3)
    assert lead.mean == pytest.approx(147 / 150)
    assert coverage_lead_at_k(everyone, everyone, 150, 3).low == 0.0


def test_a_jackknife_interval_of_coverage_holds_about_as_often_as_it_says():
    # 300 customers of a population whose lists draw on 200 products, some of them rarely.
    rng = np.random.default_rng(3)
    shares = rng.dirichlet(np.full(200, 0.3))
    runs = [rng.choice(200, size=(300, 3), p=shares).astype(np.int32) for _ in range(200)]
    truth = np.mean([coverage_at_k(run, 200, 3).mean for run in runs])

    intervals = [coverage_at_k(run, 200, 3) for run in runs]

    held = np.mean([interval.low <= truth <= interval.high for interval in intervals])
    assert 0.88 <= held <= 1.0


def test_gini_is_none_at_all_where_all_get_as_many_places():
    assert gini_at_k(lists([0, 1], [2, 3]), 4, 2) == pytest.approx(0.0)
    assert gini_at_k(lists([0], [0]), 4, 1) == pytest.approx(0.75)
    assert gini_at_k(lists([-1]), 4, 1) is None
