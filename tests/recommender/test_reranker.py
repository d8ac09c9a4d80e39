from __future__ import annotations

import io

import numpy as np
import pytest

from recommender.facts import ProductFacts
from recommender.id_maps import UNKNOWN
from recommender.item_item import ItemItem, ItemItemParameters
from recommender.popular import RecentPopularity, RecentPopularityParameters
from recommender.ranker import Ranker, rank_products, reorder
from recommender.reranker import Reranker, RerankerParameters, Table
from recommender.shelf import Shelf
from recommender.shortlisting import Choice, Shortlist, make_shortlist
from tests.recommender.shops import TREES, a_catalog, histories_of, random_shop

EVENTS = random_shop(5, customers=60, events=900)
HISTORIES = histories_of(EVENTS)
SHELF = Shelf.of(HISTORIES.products, a_catalog(HISTORIES.products.index))
FACTS = ProductFacts.of(HISTORIES, SHELF)
COMPONENTS = {
    "near": ItemItem.fit(HISTORIES, ItemItemParameters()),
    "popular": RecentPopularity.fit(HISTORIES, RecentPopularityParameters()),
}
WEIGHTS = {"near": 1.0, "popular": 0.5}
CHOICE = Choice.everything(HISTORIES)


def a_shortlist(m=12, choice=CHOICE):
    return make_shortlist(COMPONENTS, WEIGHTS, HISTORIES, choice, m)


def a_table(found):
    return Table.of(found, HISTORIES, FACTS, tuple(COMPONENTS))


def some_hits(found, seed=1):
    return (np.random.default_rng(seed).random(found.columns.shape) < 0.2) & (found.columns != UNKNOWN)


@pytest.fixture(scope="module")
def trees():
    found = a_shortlist()
    return Reranker.fit([(a_table(found), some_hits(found))], TREES, seed=1, threads=1)


def test_stored_trees_give_identical_scores(trees):
    table, before = a_table(a_shortlist()), a_shortlist().scores
    file = io.BytesIO()
    np.savez(file, **trees.arrays())
    file.seek(0)

    with np.load(file, allow_pickle=False) as arrays:
        loaded = Reranker.from_arrays({name: arrays[name] for name in arrays.files})

    np.testing.assert_array_equal(loaded.score(table, before), trees.score(table, before))
    assert loaded == trees


def test_growing_twice_gives_the_same_trees_with_any_number_of_threads(trees):
    found = a_shortlist()

    again, in_two = (
        Reranker.fit([(a_table(found), some_hits(found))], TREES, seed=1, threads=threads)
        for threads in (1, 2)
    )

    assert again.text == trees.text
    np.testing.assert_allclose(
        in_two.score(a_table(found), found.scores), trees.score(a_table(found), found.scores), atol=1e-6
    )


@pytest.mark.parametrize(("shift", "scale"), [(0, 1e-3), (50, 1), (-7, 100)])
def test_the_unit_of_the_scores_before_plays_no_part(trees, shift, scale):
    found = a_shortlist()
    before = found.scores.astype(np.float64)

    np.testing.assert_allclose(
        trees.score(a_table(found), before * scale + shift), trees.score(a_table(found), before), atol=1e-4
    )


def standard(values):
    return (values - values.mean(axis=1, keepdims=True)) / values.std(axis=1, keepdims=True)


def test_the_score_is_the_trees_word_and_the_score_before_each_standardized(trees):
    found = a_shortlist()
    table = a_table(found)
    rng = np.random.default_rng(2)
    before, other = rng.normal(size=(2, *found.columns.shape))

    one, two = trees.score(table, before), trees.score(table, other)

    # The trees' part is the same whatever came before, and is itself standardized.
    own, also = one - standard(before), two - standard(other)
    np.testing.assert_allclose(own, also, atol=1e-5)
    differs = own.std(axis=1) > 1e-3
    assert differs.any()
    np.testing.assert_allclose(own[differs].std(axis=1), 1.0, atol=1e-4)
    np.testing.assert_allclose(own.mean(axis=1), 0.0, atol=1e-5)


def test_places_without_a_product_have_no_score(trees):
    hidden = HISTORIES.bought
    found = a_shortlist(m=25, choice=Choice(CHOICE.allowed, hidden=hidden))
    absent = found.columns == UNKNOWN
    assert absent.any()

    scores = trees.score(a_table(found), found.scores)

    assert np.array_equal(np.isnan(scores), absent)


def test_the_order_of_the_features_plays_no_part(trees):
    found = a_shortlist()
    table = a_table(found)
    turned = Table(table.names[::-1], np.ascontiguousarray(table.values[:, ::-1]), table.present)

    np.testing.assert_array_equal(trees.score(turned, found.scores), trees.score(table, found.scores))


@pytest.mark.parametrize("hits", ["none", "all"])
def test_without_a_list_of_both_hits_and_misses_no_tree_grows(hits):
    found = a_shortlist()
    right = np.full(found.columns.shape, hits == "all")

    assert Reranker.fit([(a_table(found), right)], TREES, seed=1) is None


def test_too_few_rows_for_a_leaf_leave_the_order_as_it_was():
    found = a_shortlist()
    trees = Reranker.fit(
        [(a_table(found), some_hits(found))], RerankerParameters(trees=3, min_in_leaf=10**6), seed=1
    )

    after = reorder(found, trees.score(a_table(found), found.scores))

    assert np.array_equal(after.columns, found.columns)


def test_every_row_of_the_table_tells_of_its_own_product_and_customer():
    found = a_shortlist()
    table = a_table(found)
    row = {name: table.values[:, at] for at, name in enumerate(table.names)}

    rows, places = np.nonzero(found.columns != UNKNOWN)
    products = found.columns[rows, places]
    pairs = HISTORIES.sum_by_pair(HISTORIES.weights).toarray()
    assert len(table.values) == len(rows)
    np.testing.assert_array_equal(row["known"], (pairs[rows, products] > 0).astype(np.float32))
    np.testing.assert_array_equal(row["sum"], found.scores[rows, places])
    np.testing.assert_array_equal(row["opinion_near"], found.opinions[rows, places, 0])
    np.testing.assert_array_equal(row["place"], places)
    np.testing.assert_array_equal(row["sales_30"], FACTS.values[products, FACTS.names.index("sales_30")])
    np.testing.assert_allclose(row["log_lines"], np.log1p(np.diff(HISTORIES.starts))[rows], rtol=1e-6)
    best = found.opinions[:, :, 1].argmax(axis=1)
    assert (row["place_by_popular"].reshape(found.columns.shape)[np.arange(len(best)), best] == 0).all()


def ranked(ranker, m=5, choice=CHOICE):
    return rank_products(COMPONENTS, ranker, FACTS, HISTORIES, choice, m)


def test_without_a_second_look_the_shortlist_is_the_ranking():
    found = ranked(Ranker(WEIGHTS))

    np.testing.assert_array_equal(found.shortlist.columns, a_shortlist(5).columns)
    np.testing.assert_allclose(found.gains.sum(axis=2), found.shortlist.scores, atol=1e-5)


def test_other_weights_reorder_what_the_first_ones_chose():
    first = a_shortlist(12)

    found = ranked(Ranker(WEIGHTS, order={"popular": 1.0}, shortlist=12))

    assert np.array_equal(np.sort(found.shortlist.columns, axis=1), np.sort(first.columns, axis=1))
    np.testing.assert_array_equal(found.shortlist.scores, found.shortlist.opinions[:, :, 1])
    assert (np.diff(found.shortlist.scores, axis=1) <= 0).all()
    assert not found.gains[:, :, 0].any()


def test_trees_have_the_last_word_on_the_shortlist(trees):
    plain = ranked(Ranker(WEIGHTS, shortlist=12), m=12)

    found = ranked(Ranker(WEIGHTS, reranker=trees, shortlist=12), m=12)

    assert np.array_equal(np.sort(found.shortlist.columns), np.sort(plain.shortlist.columns))
    assert not np.array_equal(found.shortlist.columns, plain.shortlist.columns)
    expected = reorder(plain.shortlist, trees.score(a_table(plain.shortlist), plain.shortlist.scores))
    np.testing.assert_array_equal(found.shortlist.columns, expected.columns)


def test_as_many_as_asked_for_are_ranked_even_beyond_the_shortlist():
    found = ranked(Ranker(WEIGHTS, order=WEIGHTS, shortlist=3), m=9)

    assert ((found.shortlist.columns != UNKNOWN).sum(axis=1) == 9).all()


def test_reordering_keeps_ties_as_they_were_and_gaps_at_the_end():
    columns = np.array([[4, 2, 7, UNKNOWN]], dtype=np.int32)
    opinions = np.array([[[4.0], [2.0], [7.0], [0.0]]], dtype=np.float32)
    shortlist = Shortlist(columns, np.array([[3, 2, 1, np.nan]], dtype=np.float32), opinions)

    found = reorder(shortlist, np.array([[1.0, 5.0, 1.0, 99.0]]))

    assert found.columns.tolist() == [[2, 4, 7, UNKNOWN]]
    assert found.opinions[0, :, 0].tolist() == [2, 4, 7, 0]
    np.testing.assert_array_equal(found.scores, np.array([[5, 1, 1, np.nan]], dtype=np.float32))
