"""Shortlists against numpy written plainly."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.sparse import csr_matrix

from recommender import shortlisting
from recommender.histories import Histories
from recommender.id_maps import UNKNOWN, IdMap
from recommender.shortlisting import Choice, make_shortlist, standardize
from tests.recommender.shops import Opinions, histories_of, purchases

NEARLY = 1e-4


def a_crowd(customers: int, products: int) -> Histories:
    """Customers without any event."""
    products_ = IdMap.of(f"p{i:03}" for i in range(products))
    return histories_of(purchases(("ann", "mug")).iloc[:0], products_).of([f"c{i}" for i in range(customers)])


def standardize_plainly(scores):
    spread = scores.std(axis=1, keepdims=True)
    z = (scores - scores.mean(axis=1, keepdims=True)) / np.where(spread > 0, spread, 1)
    return np.sign(z) * np.log1p(np.abs(z))


@st.composite
def situations(draw):
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    n, p, c = draw(st.integers(1, 6)), draw(st.integers(1, 60)), draw(st.integers(1, 4))
    scores = [rng.normal(size=(n, p)).astype(np.float32) * 10.0**at for at in range(c)]
    names = [f"component {at}" for at in range(c)]
    weights = dict(zip(names, rng.normal(size=c).tolist(), strict=True))
    allowed = rng.random(p) < draw(st.sampled_from([0.2, 1.0]))
    hidden = csr_matrix(rng.random((n, p)) < 0.3) if draw(st.booleans()) else None
    only = csr_matrix(rng.random((n, p)) < 0.3) if draw(st.booleans()) else None
    m, each = draw(st.integers(1, 70)), draw(st.sampled_from([0, 1, 5]))
    return scores, weights, Choice(allowed, hidden, only), m, each


def may_be_shown(choice, shape):
    open_ = np.broadcast_to(choice.allowed, shape).copy()
    if choice.hidden is not None:
        open_ &= choice.hidden.toarray() == 0
    if choice.only is not None:
        open_ &= choice.only.toarray() > 0
    return open_


@given(situations())
@settings(max_examples=60)
def test_a_shortlist_holds_the_best_of_all_and_of_each_that_may_be_shown(situation):
    scores, weights, choice, m, each = situation
    histories = a_crowd(*scores[0].shape)
    components = {name: Opinions(histories.customers, one) for name, one in zip(weights, scores, strict=True)}
    parts = [standardize_plainly(one.astype(np.float64)) for one in scores]
    sums = sum(weight * part for weight, part in zip(weights.values(), parts, strict=True))

    found = make_shortlist(components, weights, histories, choice, m, each=each, threads=1)

    open_ = may_be_shown(choice, sums.shape)
    for row, columns in enumerate(found.columns):
        shown = columns[columns != UNKNOWN]
        assert (columns[: len(shown)] == shown).all(), "a gap"
        assert len(set(shown.tolist())) == len(shown)
        assert open_[row, shown].all()
        np.testing.assert_allclose(found.scores[row, : len(shown)], sums[row, shown], atol=NEARLY)
        assert (np.diff(found.scores[row, : len(shown)]) <= 0).all()
        assert np.isnan(found.scores[row, len(shown) :]).all()
        for at, part in enumerate(parts):
            np.testing.assert_allclose(found.opinions[row, : len(shown), at], part[row, shown], atol=NEARLY)
        assert not found.opinions[row, len(shown) :].any()
        left = np.setdiff1d(np.flatnonzero(open_[row]), shown)
        wanted = [(sums[row], m), *((part[row], each) for part in parts)]
        for values, count in wanted:
            if count and len(left):
                best = np.sort(values[open_[row]])[::-1][:count]
                assert values[left].max() <= best[-1] + NEARLY
        if not each:
            assert len(shown) == min(m, open_[row].sum())


@given(situations())
@settings(max_examples=20)
def test_the_size_of_blocks_and_the_number_of_threads_change_nothing(situation):
    scores, weights, choice, m, each = situation
    histories = a_crowd(*scores[0].shape)
    components = {name: Opinions(histories.customers, one) for name, one in zip(weights, scores, strict=True)}
    whole = make_shortlist(components, weights, histories, choice, m, each=each, threads=1)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shortlisting, "_BLOCK_FLOATS", 1)
        pieces = make_shortlist(components, weights, histories, choice, m, each=each, threads=2)

    assert np.array_equal(whole.columns, pieces.columns)
    np.testing.assert_array_equal(whole.scores, pieces.scores)
    np.testing.assert_array_equal(whole.opinions, pieces.opinions)


def test_among_equals_the_lower_column_comes_first():
    histories = a_crowd(1, 6)
    flat = Opinions(histories.customers, np.array([[1, 0, 1, 0, 1, 0]], np.float32))

    found = make_shortlist({"flat": flat}, {"flat": 1.0}, histories, Choice.everything(histories), 5, each=2)

    assert found.columns.tolist() == [[0, 2, 4, 1, 3, UNKNOWN]]


@given(
    seed=st.integers(0, 10_000),
    shift=st.floats(-50, 50),
    scale=st.floats(0.01, 100),
)
def test_the_unit_of_a_component_plays_no_part(seed, shift, scale):
    block = np.random.default_rng(seed).normal(size=(3, 40)).astype(np.float32)
    other = block * np.float32(scale) + np.float32(shift)

    standardize(block)
    standardize(other)

    np.testing.assert_allclose(block, other, atol=0.02)


@given(seed=st.integers(0, 10_000))
def test_standardizing_keeps_the_order_and_its_law(seed):
    raw = np.random.default_rng(seed).normal(size=(3, 40)).astype(np.float32)
    block = raw.copy()

    standardize(block)

    np.testing.assert_allclose(block, standardize_plainly(raw.astype(np.float64)), atol=1e-5)
    assert np.array_equal(np.argsort(block, axis=1, kind="stable"), np.argsort(raw, axis=1, kind="stable"))


def test_a_component_that_finds_all_alike_has_no_say():
    block = np.full((2, 9), 1e6, np.float32)

    standardize(block)

    assert not block.any()


def test_nobody_nothing_and_no_room_give_empty_lists():
    for customers, products, m in ((0, 5, 3), (2, 0, 3), (2, 5, 0)):
        histories = a_crowd(customers, products)
        component = Opinions(histories.customers, np.zeros(histories.shape, np.float32))
        choice = Choice.everything(histories)

        found = make_shortlist({"one": component}, {"one": 1.0}, histories, choice, m)

        assert found.columns.shape == (customers, min(m, products))
        assert (found.columns == UNKNOWN).all()
