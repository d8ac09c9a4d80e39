from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from implicit.cpu.als import AlternatingLeastSquares
from scipy.sparse import csr_matrix
from threadpoolctl import threadpool_limits

from recommender.als import ImplicitAls, make_confidence, mean_of, noise_level
from recommender.components import Padded
from recommender.id_maps import IdMap
from recommender.shelf import Shelf
from tests.builders import a_product
from tests.recommender.shops import ALS, checkerboard, events_frame, histories_of, purchases, random_shop


def fitted(events, **changes):
    histories = histories_of(events)
    return histories, ImplicitAls.fit(histories, replace(ALS, **changes), threads=1)


def scores_of(model, histories):
    out = np.full(histories.shape, np.nan, dtype=np.float32)
    model.scorer(histories)(0, len(histories), out)
    return out


def confidence_of(model, histories):
    return make_confidence(histories.faded(model.half_life_days), model.alpha, model.mean_weight)


def test_the_missing_half_of_a_checkerboard_is_found():
    histories, model = fitted(checkerboard(20))

    scores = np.where(histories.bought.toarray() > 0, -np.inf, scores_of(model, histories))

    assert scores.argmax(axis=1).tolist() == list(range(20))


def test_the_faintest_interaction_still_counts_more_than_none():
    histories = histories_of(events_frame([{"product": "old", "days_ago": 5000}, {"product": "new"}]))
    weights = histories.faded(20.0)

    confidence = make_confidence(weights, 3.0, mean_of(weights))

    assert confidence.nnz == 2
    assert confidence.data.min() == pytest.approx(1.0)
    assert confidence.dtype == np.float32


def test_confidence_does_not_depend_on_the_unit_of_the_weights():
    weights = histories_of(random_shop(2)).faded(20.0)

    one, thousand = (make_confidence(w, 3.0, mean_of(w)) for w in (weights, weights * 1000))

    np.testing.assert_allclose(one.data, thousand.data, rtol=1e-6)


def test_the_noise_level_bounds_the_largest_singular_value_of_pure_noise():
    rng = np.random.default_rng(1)
    signs = rng.choice([-1.0, 1.0], (200, 300)) * (rng.random((200, 300)) < 0.2)
    largest = np.linalg.svd(signs, compute_uv=False)[0]

    assert largest == pytest.approx(noise_level(csr_matrix(signs)), rel=0.05)


def test_fitting_twice_gives_the_same_factors():
    (_, first), (_, second) = fitted(random_shop(3)), fitted(random_shop(3))

    # Two threads add up in another order.
    np.testing.assert_allclose(first.product_factors, second.product_factors, atol=1e-5)


def test_fitting_another_shop_afterwards_is_not_disturbed_by_the_first():
    _, alone = fitted(random_shop(4, customers=9))
    fitted(random_shop(3, customers=50))

    _, after = fitted(random_shop(4, customers=9))

    np.testing.assert_allclose(after.product_factors, alone.product_factors, atol=1e-5)


def test_a_shop_in_which_nothing_is_shared_teaches_nothing():
    strangers = purchases(*((f"c{i}", f"p{i}") for i in range(12)))

    assert fitted(strangers, regularization=0.6)[1] is None


@pytest.mark.parametrize("factors", [4, 16])  # fewer and more than the purchases of a customer
def test_scores_are_those_of_the_factors_that_implicit_solves_exactly(factors):
    histories, model = fitted(random_shop(7, events=400), factors=factors)
    with threadpool_limits(1, "blas"):
        oracle = AlternatingLeastSquares(factors=factors, regularization=model.regularization)
        oracle.item_factors = model.product_factors
        customers = oracle.recalculate_user(np.arange(len(histories)), confidence_of(model, histories))

    np.testing.assert_allclose(scores_of(model, histories), customers @ model.product_factors.T, atol=2e-4)


def test_parts_of_a_score_are_those_that_implicit_explains():
    histories, model = fitted(random_shop(8), factors=4)
    confidence = confidence_of(model, histories)
    rows = np.arange(len(histories), dtype=np.int32)
    products = np.tile(np.array([0, 5], dtype=np.int32), (len(rows), 1))
    padded = Padded.of(confidence, rows)

    parts = model.explainer(histories)(padded, products)

    with threadpool_limits(1, "blas"):
        oracle = AlternatingLeastSquares(factors=4, regularization=model.regularization)
        oracle.item_factors = model.product_factors
        oracle.user_factors = oracle.recalculate_user(rows, confidence)
        for row in rows:
            for place, product in enumerate((0, 5)):
                _, expected, _ = oracle.explain(row, confidence, product, N=100)
                found = {
                    int(source): parts[row, at, place]
                    for at, source in enumerate(padded.products[row])
                    if padded.places[row, at] >= 0
                }
                assert found == pytest.approx({int(j): part for j, part in expected}, abs=2e-4)


def test_a_faded_history_weighs_as_much_as_it_did_where_the_total_is_kept():
    shop = histories_of(checkerboard(10))
    stale = replace(shop, age_days=shop.age_days + 100.0)
    parameters = replace(ALS, fold_in_half_life_days=10.0, keep_total=True)

    kept = ImplicitAls.fit(shop, parameters)
    faded = ImplicitAls.fit(shop, replace(parameters, keep_total=False))

    np.testing.assert_allclose(scores_of(kept, stale), scores_of(kept, shop), rtol=1e-4, atol=1e-5)
    assert np.abs(scores_of(faded, stale)).sum() < 0.95 * np.abs(scores_of(faded, shop)).sum()


def test_who_has_no_history_scores_nothing():
    histories, model = fitted(random_shop(5))

    assert not scores_of(model, histories.of(["a stranger"])).any()
    assert not scores_of(model, histories.of(["a stranger", "c1"]))[0].any()


def test_a_product_nobody_bought_is_read_from_its_text_and_near_its_like():
    rows = [(f"t{i}", f"tea{j}") for i in range(8) for j in range(4) if i % 4 != j]
    rows += [(f"l{i}", f"lamp{j}") for i in range(8) for j in range(4) if i % 4 != j]
    events = purchases(*rows)
    products = IdMap.of([*events["product_id"], "tea-new", "lamp-new"])
    catalog = {
        one: a_product(
            one, title="green tea leaves" if one.startswith("tea") else "brass desk lamp", description=""
        )
        for one in products.index
    }
    histories = histories_of(events, products)

    model = ImplicitAls.fit(histories, ALS, shelf=Shelf.of(products, catalog))

    scores = scores_of(model, histories.of(["t0", "l0"]))
    tea, lamp = products.rows_of(["tea-new", "lamp-new"])
    assert model.is_read.tolist() == [one.endswith("new") for one in products.index]
    assert scores[0, tea] > scores[0, lamp] + 0.1
    assert scores[1, lamp] > scores[1, tea] + 0.1
