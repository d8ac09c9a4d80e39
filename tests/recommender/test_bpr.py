from __future__ import annotations

import numpy as np

from recommender.bpr import Bpr, BprParameters
from recommender.histories import Histories
from tests.recommender.shops import checkerboard, events_frame, purchases
from tests.recommender.test_scoring_laws import histories_of, scores_of

SMALL = BprParameters(factors=8, iterations=300)


def test_customers_of_one_taste_are_shown_what_they_miss_of_it():
    histories = histories_of(checkerboard(20))

    scores = scores_of(Bpr.fit(histories, SMALL), histories)

    scores[histories.bought.toarray() > 0] = -np.inf
    assert (scores.argmax(axis=1) == np.arange(20)).mean() >= 0.9


def test_another_seed_gives_another_model():
    histories = histories_of(checkerboard(10))

    one, other = (Bpr.fit(histories, SMALL, seed=seed) for seed in (1, 2))

    assert not np.allclose(one.product_factors, other.product_factors)


def test_what_is_bought_more_has_more_appeal():
    rows = [(f"c{i:02}", "hit") for i in range(30)] + [(f"c{i:02}", f"p{i % 10}") for i in range(40)]
    histories = histories_of(purchases(*rows))

    model = Bpr.fit(histories, SMALL)

    assert model.product_factors[:, -1].argmax() == histories.products.rows_of(["hit"])[0]


def test_the_newest_taste_counts_most():
    shop = histories_of(checkerboard(20))
    model = Bpr.fit(shop, SMALL)
    rows = [
        {"customer": "ann", "product": product, "days_ago": days}
        for product, days in (("p02", 400.0), ("p04", 400.0), ("p03", 1.0), ("p05", 1.0))
    ]
    histories: Histories = histories_of(events_frame(rows), shop.products)

    scores = scores_of(model, histories)[0]

    assert scores[1::2].mean() > scores[0::2].mean()


def test_many_events_take_fewer_rounds():
    histories = histories_of(checkerboard(20))
    pairs = histories.bought.nnz

    cut = Bpr.fit(histories, BprParameters(factors=4, iterations=50, max_updates=3 * pairs))
    three = Bpr.fit(histories, BprParameters(factors=4, iterations=3))

    np.testing.assert_array_equal(cut.product_factors, three.product_factors)
