from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import approx_fprime
from scipy.sparse import csr_matrix

from recommender import blend
from recommender.blend import Lesson, learn_weights, mark_hits
from recommender.id_maps import UNKNOWN
from recommender.shortlisting import Shortlist

NAMES = ("good", "bad", "noise")


def a_lesson(seed, customers=40, length=12, strength=2.0):
    """What the first component likes was bought, what the second likes was not."""
    rng = np.random.default_rng(seed)
    opinions = rng.normal(size=(customers, length, 3)).astype(np.float32)
    present = np.arange(length) < rng.integers(2, length + 1, (customers, 1))
    wanted = strength * (opinions[:, :, 0] - opinions[:, :, 1]) + rng.normal(size=present.shape)
    hits = present & (wanted >= np.where(present, wanted, -np.inf).max(axis=1, keepdims=True) - 1.0)
    opinions[~present] = 99.0  # whatever stands where nothing is must not count
    return Lesson(opinions, present, hits)


@given(seed=st.integers(0, 1000), at=st.lists(st.floats(-3, 3), min_size=3, max_size=3))
@settings(max_examples=25)
def test_the_gradient_is_that_of_the_loss(seed, at):
    found = {}

    def spy(loss, start, **options):
        found["loss"] = loss
        return minimize(loss, start, **options)

    minimize = blend.minimize
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(blend, "minimize", spy)
        learn_weights(a_lesson(seed), NAMES, {"good": 0.5, "noise": -1.0})

    value, gradient = found["loss"](np.array(at))
    by_hand = approx_fprime(np.array(at), lambda weights: found["loss"](weights)[0], 1e-6)
    np.testing.assert_allclose(gradient, by_hand, rtol=1e-3, atol=1e-3 * max(1.0, abs(value)) ** 0.5)


def test_what_was_bought_raises_who_said_so_and_lowers_who_said_otherwise():
    found = learn_weights(a_lesson(1, customers=500), NAMES, {})

    assert found["good"] > 0.5
    assert found["bad"] < -0.5
    assert abs(found["noise"]) < 0.1


def test_without_anything_to_learn_from_the_prior_stands():
    lesson = a_lesson(1).at(np.array([], dtype=np.int64))

    assert learn_weights(lesson, NAMES, {"good": 0.3, "noise": 2.0}) == {
        "good": 0.3,
        "bad": 0.0,
        "noise": 2.0,
    }


def test_few_customers_hardly_move_the_prior_and_many_do():
    prior = {"good": 0.0, "bad": 1.0, "noise": 1.0}

    def moved(customers):
        found = learn_weights(a_lesson(3, customers=customers), NAMES, prior)
        return sum(abs(found[name] - prior[name]) for name in NAMES)

    assert moved(1) < 0.3
    assert moved(1) < moved(30) < moved(1000)
    assert moved(1000) > 2.0


def test_learning_twice_gives_the_same_weights():
    assert learn_weights(a_lesson(4), NAMES, {}) == learn_weights(a_lesson(4), NAMES, {})


def test_lessons_put_together_teach_what_they_teach_side_by_side():
    one, other = a_lesson(5, length=6), a_lesson(6, length=15)
    padded = Lesson(
        np.concatenate([np.pad(one.opinions, ((0, 0), (0, 9), (0, 0))), other.opinions]),
        np.concatenate([np.pad(one.present, ((0, 0), (0, 9))), other.present]),
        np.concatenate([np.pad(one.hits, ((0, 0), (0, 9))), other.hits]),
    )

    found = learn_weights(Lesson.together([one, other]), NAMES, {})

    assert found == learn_weights(padded, NAMES, {})
    assert learn_weights(Lesson.together([other, one]), NAMES, {}) == pytest.approx(found, abs=1e-3)


def test_what_was_bought_but_not_listed_is_not_forced_onto_the_list():
    columns = np.array([[4, 1, UNKNOWN], [0, 2, 3], [1, 3, UNKNOWN]], dtype=np.int32)
    opinions = np.arange(9, dtype=np.float32).reshape(3, 3, 1)
    shortlist = Shortlist(columns, opinions[:, :, 0], opinions)
    relevant = csr_matrix(([1, 1, 1], ([0, 0, 1], [1, 3, 4])), shape=(3, 5))

    hits = mark_hits(shortlist, relevant)
    lesson = Lesson.of(shortlist, relevant)

    assert hits.tolist() == [[False, True, False], [False] * 3, [False] * 3]
    assert lesson.hits.tolist() == [[False, True, False]]
    assert lesson.present.tolist() == [[True, True, False]]
    assert np.array_equal(lesson.opinions, opinions[:1])
