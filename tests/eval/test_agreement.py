"""Agreement of repeated scores, worked by hand, and its laws."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.agreement import krippendorff_alpha, measure_agreement

SCORES = st.lists(st.lists(st.integers(1, 5), min_size=0, max_size=4), max_size=12)


def test_a_worked_example() -> None:
    found = measure_agreement([[1, 1], [2, 2], [1, 2]])

    assert found.mean == pytest.approx(1.5)
    assert found.between_runs == pytest.approx(0.5 / 3)  # only the last has any: (1 - 1.5)² + (2 - 1.5)²
    assert found.between_things == pytest.approx(0.25)  # of the means 1, 2 and 1.5
    assert found.same == pytest.approx(2 / 3)
    assert found.alpha == pytest.approx(1 - (2 / 6) / (18 / 30))


def test_runs_that_agree_on_different_things_agree_fully() -> None:
    assert krippendorff_alpha([[2, 2, 2], [5, 5, 5]]) == pytest.approx(1)


def test_runs_that_contradict_one_another_agree_less_than_chance() -> None:
    alpha = krippendorff_alpha([[1, 5], [5, 1], [1, 5]])

    assert alpha is not None
    assert alpha < 0


@pytest.mark.parametrize("scores", [[], [[]], [[3], [4]], [[4, 4], [4, 4]]])
def test_where_nothing_can_be_told_nothing_is(scores: list[list[float]]) -> None:
    assert krippendorff_alpha(scores) is None


def test_what_no_run_scored_is_left_out() -> None:
    assert measure_agreement([[], [4, 4], []]).mean == 4


@given(SCORES, st.integers(-3, 3))
def test_alpha_is_at_most_one_and_knows_no_zero_point(scores: list[list[int]], shift: int) -> None:
    alpha = krippendorff_alpha(scores)
    shifted = krippendorff_alpha([[score + shift for score in runs] for runs in scores])

    if alpha is None:
        assert shifted is None
    else:
        assert alpha <= 1 + 1e-9
        assert shifted == pytest.approx(alpha)
