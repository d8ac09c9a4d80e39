from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import csr_matrix

from eval.ranking import METRICS, accuracy_at_k, bootstrap_means

# Three customers: right at places 1 and 3 of three right products; never right; nothing to be right about.
RANKED = np.array([[4, 0, 2], [0, 1, 2], [0, 1, 2]])
RELEVANT = csr_matrix(np.array([[0, 1, 1, 0, 1], [0, 0, 0, 1, 0], [0, 0, 0, 0, 0]]))


@pytest.mark.parametrize(
    ("metric", "expected"),
    [
        ("recall", 2 / 3),
        ("hit_rate", 1.0),
        ("map", (1 / 1 + 2 / 3) / 3),
        ("ndcg", (1 + 1 / 2) / (1 + 1 / math.log2(3) + 1 / 2)),
    ],
)
def test_metrics_worked_by_hand(metric, expected):
    assert accuracy_at_k(RANKED, RELEVANT, 3)[metric] == pytest.approx([expected, 0.0, math.nan], nan_ok=True)


def test_recall_is_of_what_was_possible():
    assert accuracy_at_k(np.array([[4]]), RELEVANT[:1], 1)["recall"].tolist() == [1.0]


def test_an_empty_place_is_never_a_hit():
    everything = csr_matrix(np.ones((1, 3)))
    found = accuracy_at_k(np.array([[0, -1, -1]]), everything, 3)

    assert found["recall"].tolist() == [pytest.approx(1 / 3)]


def test_lists_shorter_than_k_are_refused():
    with pytest.raises(ValueError, match="cannot be judged at 4"):
        accuracy_at_k(RANKED, RELEVANT, 4)


def judge_naively(ranked, right, k):
    """All four metrics of one customer by their definitions, without numpy."""
    if not right:
        return dict.fromkeys(METRICS, math.nan)
    hits = [product in right for product in ranked[:k]]
    possible = min(k, len(right))
    gain = sum(1 / math.log2(place + 2) for place, hit in enumerate(hits) if hit)
    ideal = sum(1 / math.log2(place + 2) for place in range(possible))
    precisions = [sum(hits[: place + 1]) / (place + 1) for place, hit in enumerate(hits) if hit]
    return {
        "recall": sum(hits) / possible,
        "ndcg": gain / ideal,
        "map": sum(precisions) / possible,
        "hit_rate": float(any(hits)),
    }


@st.composite
def exams(draw):
    n_products, k = draw(st.integers(1, 12)), draw(st.integers(1, 6))
    customers = draw(st.integers(1, 5))
    orders = [draw(st.permutations(range(n_products))) for _ in range(customers)]
    ranked = np.array([(order[: draw(st.integers(0, n_products))] + [-1] * k)[:k] for order in orders])
    right = [draw(st.sets(st.integers(0, n_products - 1))) for _ in range(customers)]
    return ranked, right, n_products, k


@given(exams())
def test_metrics_agree_with_their_definitions(exam):
    ranked, right, n_products, k = exam
    relevant = csr_matrix([[float(p in one) for p in range(n_products)] for one in right])

    found = accuracy_at_k(ranked, relevant, k)

    assert set(found) == set(METRICS)
    for name, values in found.items():
        naive = [judge_naively(row, one, k)[name] for row, one in zip(ranked.tolist(), right, strict=True)]
        assert values == pytest.approx(naive, nan_ok=True)


def test_an_interval_covers_the_true_mean_about_as_often_as_it_says():
    rng = np.random.default_rng(1)
    samples = [rng.exponential(2.0, 80) for _ in range(200)]

    intervals = [bootstrap_means({"x": sample}, draws=300)["x"] for sample in samples]

    covered = np.mean([interval.low <= 2.0 <= interval.high for interval in intervals])
    assert 0.88 <= covered <= 0.98


def test_differences_are_paired():
    rng = np.random.default_rng(2)
    skill = rng.random(500)

    found = bootstrap_means({"a": skill, "b": skill + 0.01}, {"lead": ("b", "a")})

    assert found["lead"].low == pytest.approx(found["lead"].high) == pytest.approx(0.01)
    assert found["b"].low - found["a"].low == pytest.approx(0.01)


def test_a_difference_is_over_the_customers_of_both():
    one, other = np.array([1.0, math.nan, 3.0, 5.0]), np.array([0.0, 1.0, math.nan, 2.0])

    found = bootstrap_means({"one": one, "other": other}, {"lead": ("one", "other")})

    assert [found[name].customers for name in ("one", "other", "lead")] == [3, 3, 2]
    assert found["lead"].mean == pytest.approx(2.0)
    assert (found["lead"].low, found["lead"].high) == (1.0, 3.0)


@given(st.integers(2, 40), st.integers(0, 5))
def test_a_difference_agrees_with_the_column_of_differences(count, seed):
    rng = np.random.default_rng(seed)
    one, other = rng.random(count), rng.random(count)

    found = bootstrap_means(
        {"one": one, "other": other, "gap": one - other}, {"lead": ("one", "other")}, draws=50
    )

    for end in ("mean", "low", "high"):
        assert getattr(found["lead"], end) == pytest.approx(getattr(found["gap"], end))


def test_the_same_seed_gives_the_same_interval():
    values = {"x": np.random.default_rng(3).random(50)}

    assert bootstrap_means(values, seed=1) == bootstrap_means(values, seed=1)
    assert bootstrap_means(values, seed=1) != bootstrap_means(values, seed=2)


def test_customers_without_an_answer_are_left_out_and_nobody_left_is_said():
    half = np.array([1.0, math.nan, 0.0])

    assert bootstrap_means({"x": half})["x"].customers == 2
    nobody = bootstrap_means({"x": np.array([math.nan])})["x"]
    assert (nobody.mean, nobody.low, nobody.high, nobody.customers) == (None, None, None, 0)


def test_one_customer_has_a_mean_and_no_interval():
    alone = bootstrap_means({"x": np.array([0.5, math.nan])})["x"]

    assert (alone.mean, alone.low, alone.high, alone.customers) == (0.5, None, None, 1)
