from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from implicit.cpu.als import AlternatingLeastSquares
from scipy.sparse import csr_matrix, lil_matrix, random_array
from threadpoolctl import threadpool_limits

from recommender import top_products
from recommender.id_maps import UNKNOWN
from recommender.top_products import rank_top


def from_matrix(scores):
    def score(start, stop, out):
        out[:] = scores[start:stop]

    return score


def sort_plainly(scores, hidden, n):
    """The same lists by sorting each row in full."""
    lists = []
    for row, barred in zip(scores, hidden, strict=True):
        order = sorted(
            (column for column in range(len(row)) if not barred[column]), key=lambda c: (-row[c], c)
        )
        lists.append([*order[:n], *[UNKNOWN] * n][:n])
    return lists


@given(
    seed=st.integers(0, 2**32 - 1),
    shape=st.tuples(st.integers(0, 9), st.integers(0, 400)),
    n=st.integers(1, 12),
    levels=st.integers(1, 50),
    share=st.sampled_from([0.0, 0.1, 0.9, 1.0]),
)
@settings(deadline=None)
def test_lists_are_those_of_a_full_sort_with_the_lower_column_first_among_equals(
    seed, shape, n, levels, share
):
    rng = np.random.default_rng(seed)
    scores = rng.integers(-levels, levels, shape).astype(np.float32)
    hidden = rng.random(shape) < share

    found = rank_top(from_matrix(scores), *shape, n, hidden=csr_matrix(hidden), threads=2)

    assert found.columns.tolist() == sort_plainly(scores, hidden, n)
    assert np.array_equal(np.isnan(found.scores), found.columns == UNKNOWN)


def test_the_size_of_the_blocks_changes_nothing(monkeypatch):
    scores = np.random.default_rng(3).integers(0, 40, (500, 300)).astype(np.float32)
    whole = rank_top(from_matrix(scores), 500, 300, 5)

    monkeypatch.setattr(top_products, "_BLOCK_BYTES", 4 * 300 * 7)
    pieces = rank_top(from_matrix(scores), 500, 300, 5)

    assert np.array_equal(whole.columns, pieces.columns)


def test_an_explicit_zero_hides_too():
    hidden = csr_matrix((np.zeros(1), np.array([0]), np.array([0, 1])), shape=(1, 2))

    found = rank_top(from_matrix(np.array([[2.0, 1.0]], np.float32)), 1, 2, 2, hidden=hidden)

    assert found.columns.tolist() == [[1, UNKNOWN]]


def test_an_error_in_a_thread_reaches_the_caller():
    def fail(start, stop, out):
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        rank_top(fail, 10, 10, 3)


@pytest.mark.parametrize("n_products", [40, 700])
def test_answers_are_those_of_implicits_own_recommend(n_products):
    rng = np.random.default_rng(5)
    bought = lil_matrix(random_array((300, n_products), density=0.05, rng=rng), dtype=np.float32)
    bought[np.arange(300), rng.integers(0, n_products, 300)] = 1  # without purchases every score ties at 0
    bought = csr_matrix(bought)
    with threadpool_limits(1, "blas"):
        model = AlternatingLeastSquares(factors=16, random_state=5, iterations=5)
        model.fit(bought, show_progress=False)
        theirs, their_scores = model.recommend(np.arange(300), bought, N=10)

    def score(start, stop, out):
        np.matmul(model.user_factors[start:stop], model.item_factors.T, out=out)

    ours = rank_top(score, 300, n_products, 10, hidden=bought)

    np.testing.assert_allclose(ours.scores, their_scores, atol=1e-5)
    differing = ours.columns != theirs
    # Only scores that rounding cannot tell apart may trade places.
    assert differing.mean() < 0.001
