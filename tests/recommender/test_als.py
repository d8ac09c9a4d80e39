from __future__ import annotations

import numpy as np
import pytest
from implicit.cpu.als import AlternatingLeastSquares
from scipy.sparse import csr_matrix
from threadpoolctl import threadpool_limits

from recommender.als import ImplicitAls, make_confidence, noise_level
from recommender.contributions import Contributions
from recommender.id_maps import UNKNOWN, IdMap
from recommender.matrix import build_interactions
from tests.builders import NOW
from tests.recommender.shops import SMALL, checkerboard, events_frame, purchases, random_shop


def interactions_of(events):
    products = IdMap.of(events["product_id"].dropna().astype(object))
    return build_interactions(events, products, half_life_days=20.0, now=NOW)


def fitted(events, **changes):
    return ImplicitAls.fit(interactions_of(events), SMALL.model_copy(update=changes))


def all_scores(model):
    return model.customer_factors @ model.product_factors.T


def test_the_missing_half_of_a_checkerboard_is_found():
    model = fitted(checkerboard(20))

    scores = np.where(model.confidence.toarray() > 0, -np.inf, all_scores(model))

    assert scores.argmax(axis=1).tolist() == list(range(20))


def test_the_faintest_interaction_still_counts_more_than_none():
    events = events_frame([{"product": "old", "days_ago": 5000}, {"product": "new"}])

    confidence = make_confidence(interactions_of(events).weights, alpha=3.0)

    assert confidence.nnz == 2
    assert confidence.data.min() == pytest.approx(1.0)
    assert confidence.dtype == np.float32


def test_confidence_does_not_depend_on_the_unit_of_the_weights():
    weights = interactions_of(random_shop(2)).weights

    one, thousand = make_confidence(weights, 3.0), make_confidence(weights * 1000, 3.0)

    np.testing.assert_allclose(one.data, thousand.data, rtol=1e-6)


def test_the_noise_level_bounds_the_largest_singular_value_of_pure_noise():
    rng = np.random.default_rng(1)
    signs = rng.choice([-1.0, 1.0], (200, 300)) * (rng.random((200, 300)) < 0.2)
    largest = np.linalg.svd(signs, compute_uv=False)[0]

    assert largest == pytest.approx(noise_level(csr_matrix(signs)), rel=0.05)


def test_fitting_twice_gives_the_same_factors():
    first, second = fitted(random_shop(3)), fitted(random_shop(3))

    # Two threads add up in another order.
    np.testing.assert_allclose(first.product_factors, second.product_factors, atol=1e-5)


def test_fitting_another_shop_afterwards_is_not_disturbed_by_the_first():
    fitted(random_shop(3, customers=50))

    assert fitted(random_shop(4, customers=9)).customer_factors.shape[0] <= 9


def test_a_shop_in_which_nothing_is_shared_teaches_nothing():
    strangers = purchases(*((f"c{i}", f"p{i}") for i in range(12)))

    assert fitted(strangers, regularization=0.6) is None


@pytest.mark.parametrize("factors", [4, 16])
def test_customers_have_the_factors_that_implicit_solves_exactly(factors):
    model = fitted(random_shop(7, events=400), factors=factors)
    with threadpool_limits(1, "blas"):
        oracle = AlternatingLeastSquares(factors=factors, regularization=model.regularization)
        oracle.item_factors = model.product_factors
        expected = oracle.recalculate_user(np.arange(model.confidence.shape[0]), model.confidence)

    np.testing.assert_allclose(model.customer_factors, expected, atol=2e-4)


@pytest.mark.parametrize("factors", [4, 16])  # fewer and more than the purchases of a customer
def test_contributions_add_up_to_the_score(factors):
    events = random_shop(7, events=400)
    model = fitted(events, factors=factors)
    rows = np.arange(model.confidence.shape[0])
    products = np.tile(np.arange(model.confidence.shape[1], dtype=np.int32), (len(rows), 1))

    found = Contributions.of(model.product_factors, model.confidence, model.regularization)
    parts = found.parts(rows, products)[2]

    np.testing.assert_allclose(parts.sum(axis=1), all_scores(model), atol=2e-4)


def test_contributions_are_those_that_implicit_explains():
    model = fitted(random_shop(8), factors=4)
    with threadpool_limits(1, "blas"):
        oracle = AlternatingLeastSquares(factors=4, regularization=model.regularization)
        oracle.user_factors, oracle.item_factors = model.customer_factors, model.product_factors
        rows = np.arange(model.confidence.shape[0], dtype=np.int32)
        products = np.tile(np.array([0, 5, UNKNOWN], dtype=np.int32), (len(rows), 1))
        found = model.explain(rows, products, np.ones(model.confidence.shape[1], dtype=np.bool_))
        for row in rows:
            bought = model.confidence[row].indices[model.purchased[_stored(model, row)]]
            for place, product in enumerate((0, 5)):
                _, parts, _ = oracle.explain(row, model.confidence, product, N=100)
                named = [(part, j) for j, part in parts if j in bought and j != product and part > 0]
                best = max(named, default=(0.0, UNKNOWN))
                assert found[row, place] == best[1]
            assert found[row, 2] == UNKNOWN


def _stored(model, row):
    return slice(model.confidence.indptr[row], model.confidence.indptr[row + 1])


def test_a_view_is_never_named_as_a_purchase():
    events = random_shop(9)
    model = fitted(events)
    rows = np.arange(model.confidence.shape[0], dtype=np.int32)
    products = np.tile(np.arange(10, dtype=np.int32), (len(rows), 1))

    found = model.explain(rows, products, np.ones(model.confidence.shape[1], dtype=np.bool_))

    for row in rows:
        bought = set(model.confidence[row].indices[model.purchased[_stored(model, row)]].tolist())
        assert set(found[row].tolist()) <= bought | {UNKNOWN}
    assert (model.has_purchases(rows) == [model.purchased[_stored(model, row)].any() for row in rows]).all()


def test_a_product_that_may_not_be_named_is_not():
    model = fitted(random_shop(9))
    rows = np.arange(model.confidence.shape[0], dtype=np.int32)
    products = np.zeros((len(rows), 1), dtype=np.int32)

    assert (model.explain(rows, products, np.zeros(model.confidence.shape[1], np.bool_)) == UNKNOWN).all()
