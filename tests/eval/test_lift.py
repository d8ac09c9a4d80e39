from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import ttest_ind

from eval.lift import Moments, difference_interval, mean_interval

figures = st.lists(st.floats(min_value=0, max_value=1e4), min_size=2, max_size=30)


def moments(values) -> Moments:
    values = np.asarray(values, dtype=float)
    return Moments(len(values), float(values.sum()), float((values**2).sum()))


def test_the_interval_is_welchs():
    ours, theirs = [0, 0, 12.5, 30, 0, 8], [0, 0, 0, 5, 9, 0, 0, 2]

    found = difference_interval(moments(ours), moments(theirs))

    expected = ttest_ind(ours, theirs, equal_var=False).confidence_interval(0.95)
    assert (found.low, found.high) == pytest.approx((expected.low, expected.high))


@given(figures, figures)
def test_moments_of_two_groups_add_up_to_those_of_both(ours, theirs):
    both = moments(ours) + moments(theirs)

    assert both.mean == pytest.approx(np.mean(ours + theirs), abs=1e-9)
    assert both.variance == pytest.approx(np.var(ours + theirs, ddof=1), rel=1e-6, abs=1e-3)


@given(figures)
def test_an_interval_holds_its_estimate(values):
    interval = mean_interval(moments(values))

    assert interval.low <= interval.estimate <= interval.high


def test_one_customer_has_no_interval():
    assert mean_interval(moments([5])) is None
    assert difference_interval(moments([5]), moments([1, 2])) is None


def test_two_constant_arms_differ_by_exactly_their_difference():
    found = difference_interval(moments([3, 3, 3]), moments([1, 1]))

    assert (found.low, found.estimate, found.high) == (2, 2, 2)
