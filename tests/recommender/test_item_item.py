from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from implicit.nearest_neighbours import bm25_weight

from recommender.item_item import ItemItem, ItemItemParameters
from tests.recommender.shops import checkerboard, events_frame, purchases, random_shop
from tests.recommender.test_scoring_laws import histories_of, scores_of

WHOLE = ItemItemParameters(neighbors=100, half_life_days=1e9, profile_half_life_days=1e9)


def nearness_of(events, **changes):
    histories = histories_of(events)
    return ItemItem.fit(histories, replace(WHOLE, **changes)).neighbors.nearness.toarray(), histories


def off_diagonal(matrix):
    matrix = matrix.copy()
    np.fill_diagonal(matrix, 0)
    return matrix


def test_the_missing_half_of_a_checkerboard_is_found():
    histories = histories_of(checkerboard(20))

    scores = scores_of(ItemItem.fit(histories, ItemItemParameters()), histories)

    scores[histories.bought.toarray() > 0] = -np.inf
    assert scores.argmax(axis=1).tolist() == list(range(20))


def test_cosine_is_the_cosine_of_columns():
    nearness, histories = nearness_of(random_shop(4), weighting="cosine")
    columns = histories.faded(1e9).toarray()
    columns /= np.linalg.norm(columns, axis=0)

    np.testing.assert_allclose(nearness, off_diagonal(columns.T @ columns), rtol=1e-5)


def test_bm25_weighs_customers_as_documents_of_products():
    nearness, histories = nearness_of(random_shop(4), k1=2.0, b=0.3)
    counts = histories.faded(1e9)
    weighted = bm25_weight(counts / counts.data.mean(), 2.0, 0.3).toarray()

    np.testing.assert_allclose(nearness, off_diagonal(np.maximum(weighted.T @ weighted, 0)), rtol=1e-4)


def test_each_product_keeps_only_its_nearest():
    whole, _ = nearness_of(random_shop(6))
    few, _ = nearness_of(random_shop(6), neighbors=3)

    assert (np.count_nonzero(few, axis=1) <= 3).all()
    np.testing.assert_allclose(few.sum(axis=1), np.sort(whole, axis=1)[:, -3:].sum(axis=1), rtol=1e-5)


def test_what_was_bought_together_lately_is_nearer_than_what_was_long_ago():
    events = events_frame(
        [
            {"customer": customer, "product": product, "days_ago": days}
            for customer, others, days in (("ann", ["new"], 1.0), ("bob", ["old"], 300.0))
            for product in ("mug", *others)
        ]
        + [{"customer": f"c{i}", "product": f"other{i}"} for i in range(5)]
    )

    nearness, histories = nearness_of(events, half_life_days=15.0)

    mug, new, old = histories.products.rows_of(["mug", "new", "old"])
    assert nearness[mug, new] > nearness[mug, old]


def test_the_profile_fades_by_the_days_since_the_customers_newest_event():
    base = [("c1", "a"), ("c1", "b"), ("c2", "c"), ("c2", "d"), *((f"x{i}", f"y{i}") for i in range(6))]
    events = purchases(*base)
    model = ItemItem.fit(histories_of(events), ItemItemParameters(profile_half_life_days=10.0))
    asked = events_frame(
        [
            {"customer": "ann", "product": "a", "days_ago": 520.0},
            {"customer": "ann", "product": "c", "days_ago": 500.0},
        ]
    )
    products = histories_of(events).products

    scores = scores_of(model, histories_of(asked, products))[0]

    b, d = products.rows_of(["b", "d"])
    assert scores[b] / scores[d] == pytest.approx(0.25, rel=1e-4)


def test_no_product_speaks_for_itself():
    nearness, _ = nearness_of(random_shop(2))

    assert not np.diag(nearness).any()
