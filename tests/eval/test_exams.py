from __future__ import annotations

from itertools import pairwise

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bespoke.domain import Aim
from eval.exams import history_labels, set_exam
from recommender.id_maps import UNKNOWN, IdMap
from tests.eval.exams import PRODUCTS, an_exam, lists
from tests.recommender.shops import events_frame, purchases


def right(exam, aim):
    relevant = exam.relevant(aim)
    return [sorted(relevant.indices[a:b].tolist()) for a, b in pairwise(relevant.indptr)]


def test_each_aim_has_its_own_right_answers():
    exam = an_exam({"ann": [0, 1], "bob": [2]}, {"ann": [1, 3], "bob": [4]})

    assert right(exam, Aim.DISCOVER) == [[3], [4]]
    assert right(exam, Aim.BUY_AGAIN) == [[1], []]
    assert right(exam, Aim.MIXED) == [[1, 3], [4]]
    assert exam.repeat_share == pytest.approx(1 / 3)


def test_products_nobody_could_rank_count_as_missed():
    exam = an_exam({"ann": [0]}, {"ann": [5, 1]}, products=IdMap.of(["p0", "p1"]))

    assert exam.relevant(Aim.DISCOVER).nnz == 2
    assert right(exam, Aim.DISCOVER) == [[1, 2]]  # p5 stands past the last product


def test_only_customers_of_both_periods_are_judged_unless_newcomers_are_asked_for():
    periods = {"ann": [0], "old": [1]}, {"ann": [1], "new": [2]}

    assert list(an_exam(*periods).customer_ids) == ["ann"]
    everyone = an_exam(*periods, with_newcomers=True)
    assert list(everyone.customer_ids) == ["ann", "new"]
    assert everyone.history_groups().tolist() == ["1", "0"]


def test_own_purchases_come_latest_first_and_popular_ones_follow():
    train = events_frame(
        [
            {"customer": "ann", "product": "p0", "days_ago": 300.0},
            {"customer": "ann", "product": "p1", "days_ago": 40.0},
            *({"customer": f"c{n}", "product": "p4", "days_ago": 40.0} for n in range(3)),
            *({"customer": f"c{n}", "product": "p3", "days_ago": 40.0} for n in range(2)),
        ]
    )
    exam = set_exam(train, purchases(("ann", "p1")), PRODUCTS)

    assert exam.rank_own(Aim.MIXED, 4).tolist() == [[1, 0, 4, 3]]
    assert exam.rank_own(Aim.BUY_AGAIN, 4).tolist() == [[1, 0, UNKNOWN, UNKNOWN]]
    assert exam.rank_own(Aim.DISCOVER, 4) is None
    assert exam.rank_popular(Aim.DISCOVER, 2).tolist() == [[4, 3]]


def test_lists_are_cut_to_what_the_aim_permits_and_gaps_close():
    exam = an_exam({"ann": [0, 1], "bob": [2]}, {"ann": [3], "bob": [3]})
    ranked = lists([0, 5, 1, 4], [2, 0, UNKNOWN, 1])

    assert exam.restrict(ranked, Aim.DISCOVER, 3).tolist() == [[5, 4, UNKNOWN], [0, 1, UNKNOWN]]
    assert exam.restrict(ranked, Aim.BUY_AGAIN, 2).tolist() == [[0, 1], [2, UNKNOWN]]
    assert exam.restrict(ranked, Aim.MIXED, 5).tolist() == [
        [0, 5, 1, 4, UNKNOWN],
        [2, 0, 1, UNKNOWN, UNKNOWN],
    ]


def test_candidates_are_the_only_products_ranked():
    candidates = pd.DataFrame({"customer_id": ["ann", "ann", "ann"], "product_id": ["p0", "p5", "elsewhere"]})
    exam = an_exam({"ann": [0], "bob": [1]}, {"ann": [5], "bob": [5]}, candidates=candidates)

    assert list(exam.customer_ids) == ["ann"]  # nothing could be ranked for bob
    assert exam.rank_popular(Aim.MIXED, 3).tolist() == [[0, 5, UNKNOWN]]
    assert exam.rank_popular(Aim.DISCOVER, 3).tolist() == [[5, UNKNOWN, UNKNOWN]]
    assert exam.rank_popular(Aim.BUY_AGAIN, 3).tolist() == [[0, UNKNOWN, UNKNOWN]]
    assert exam.restrict(lists([1, 5, 0]), Aim.MIXED, 3).tolist() == [[5, 0, UNKNOWN]]


@pytest.mark.parametrize(
    ("ranked", "says"),
    [
        (lists([0, 0]), "the same product twice"),
        (lists([6]), "product 6 is not one of the 6"),
        (lists([0], [1]), "do not fit 1 customers"),
    ],
)
def test_lists_that_do_not_fit_are_refused(ranked, says):
    exam = an_exam({"ann": [0]}, {"ann": [1]})

    with pytest.raises(ValueError, match=says):
        exam.restrict(ranked, Aim.MIXED, 1)


def test_length_of_history_has_named_groups():
    exam = an_exam({"ann": [0], "bob": [1, 2]}, {"ann": [1], "bob": [3]}, orders={"ann": 4, "bob": 25})

    assert history_labels().tolist() == ["0", "1", "2–4", "5–9", "10–19", "20+"]
    assert exam.history_groups().tolist() == ["2–4", "20+"]
    assert exam.history_unit == "orders"


@given(st.data())
def test_what_may_be_ranked_is_the_same_for_scores_and_for_ready_lists(data):
    had = data.draw(st.sets(st.integers(0, 5), min_size=1))
    allowed = data.draw(st.none() | st.sets(st.integers(0, 5), min_size=1))
    order = data.draw(st.permutations(range(6)))
    candidates = None
    if allowed is not None:
        candidates = pd.DataFrame(
            {"customer_id": ["ann"] * len(allowed), "product_id": [f"p{n}" for n in allowed]}
        )
    exam = an_exam({"ann": sorted(had)}, {"ann": [0]}, candidates=candidates)

    def score(start, stop, out):
        out[:, order] = -np.arange(6, dtype=np.float32)

    for aim in Aim:
        by_scores = exam.rank(score, aim, 6)
        assert by_scores.tolist() == exam.restrict(lists(order), aim, 6).tolist()
