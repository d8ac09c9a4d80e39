from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bespoke.domain import ModelVersion
from eval.drift import (
    ActiveCustomers,
    DriftReport,
    measure_new_customers,
    measure_scores,
    measure_unknown_products,
    quantiles_of,
)
from recommender.id_maps import IdMap
from tests.builders import NOW

KNOWN = IdMap.of(["mug", "cup"])


def on_products(known: int, unknown: int) -> pd.Series:
    return pd.Series(pd.Categorical(["mug"] * known + ["lamp"] * unknown))


def test_half_the_events_on_unknown_products_is_drift_and_says_to_train_again() -> None:
    found = measure_unknown_products(on_products(50, 50), KNOWN)

    assert found is not None
    assert found.is_drift
    assert found.value == 0.5
    assert "50% of 100 events" in found.says
    assert "bespoke train" in found.advice


@pytest.mark.parametrize(("known", "unknown"), [(1, 1), (100, 0), (95, 5), (86, 14)])
def test_few_unknown_products_or_few_events_are_no_drift(known: int, unknown: int) -> None:
    found = measure_unknown_products(on_products(known, unknown), KNOWN)

    assert found is not None
    assert not found.is_drift


def test_without_events_there_is_nothing_to_measure() -> None:
    assert measure_unknown_products(on_products(0, 0), KNOWN) is None
    assert measure_new_customers(ActiveCustomers(0, 0), ActiveCustomers(10, 5)) is None
    assert measure_new_customers(ActiveCustomers(10, 5), ActiveCustomers(0, 0)) is None
    assert measure_scores((), np.ones(5)) is None
    assert measure_scores((0.0, 1.0), np.array([np.nan])) is None


@pytest.mark.parametrize(
    ("now", "before", "drifted"),
    [((1000, 900), (1000, 200), True), ((1000, 250), (1000, 200), False), ((4, 4), (5, 2), False)],
)
def test_a_shop_full_of_strangers_is_drift_but_a_few_are_not(
    now: tuple[int, int], before: tuple[int, int], drifted: bool
) -> None:
    found = measure_new_customers(ActiveCustomers(*now), ActiveCustomers(*before))

    assert found is not None
    assert found.is_drift is drifted


@given(st.integers(0, 1000))
def test_scores_from_the_same_distribution_are_no_drift(seed: int) -> None:
    rng = np.random.default_rng(seed)

    found = measure_scores(quantiles_of(rng.gamma(2.0, size=5000)), rng.gamma(2.0, size=500))

    assert found is not None
    assert not found.is_drift
    assert found.value < 0.15


def test_scores_that_moved_are_drift() -> None:
    rng = np.random.default_rng(1)

    found = measure_scores(quantiles_of(rng.normal(size=5000)), rng.normal(1.5, size=500))

    assert found is not None
    assert found.is_drift


@pytest.mark.parametrize("size", [1, 5, 20, 200])
def test_so_few_scores_that_chance_could_move_them_are_no_drift(size: int) -> None:
    rng = np.random.default_rng(2)
    quantiles = quantiles_of(rng.normal(size=5000))

    drifted = [measure_scores(quantiles, rng.normal(size=size)) for _ in range(20)]

    assert not any(one.is_drift for one in drifted if one)


def test_equal_scores_at_the_training_and_now_are_no_drift() -> None:
    found = measure_scores(quantiles_of(np.ones(100)), np.ones(50))

    assert found is not None
    assert found.value == pytest.approx(0.0, abs=0.01)
    assert not found.is_drift


def test_the_report_names_value_threshold_and_what_to_do() -> None:
    found = measure_unknown_products(on_products(50, 50), KNOWN)
    assert found is not None
    report = DriftReport(ModelVersion("als-1"), NOW, NOW, (found,), ("clicks",))

    text = report.markdown()

    assert report.findings == (found,)
    assert "| events on products unknown to the model | 0.500 | 0.100 | yes |" in text
    assert "Train again" in report.verdict
    assert "Not looked at: clicks" in text
