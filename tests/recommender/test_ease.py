from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from recommender.als import noise_level
from recommender.ease import Ease, EaseParameters
from tests.recommender.shops import checkerboard, events_frame, random_shop
from tests.recommender.test_scoring_laws import histories_of, scores_of

PLAIN = EaseParameters(
    half_life_days=1e9, profile_half_life_days=1e9, power=1.0, length_power=0.0, min_customers=1
)


def test_the_missing_half_of_a_checkerboard_is_found():
    histories = histories_of(checkerboard(20))

    scores = scores_of(Ease.fit(histories, EaseParameters()), histories)

    scores[histories.bought.toarray() > 0] = -np.inf
    assert scores.argmax(axis=1).tolist() == list(range(20))


def test_the_weights_are_the_closed_form():
    histories = histories_of(random_shop(3))
    counts = histories.faded(1e9)
    inputs = counts / counts.data.max()
    inverse = np.linalg.inv(
        (inputs.T @ inputs).toarray() + 0.7 * noise_level(inputs) ** 2 * np.eye(inputs.shape[1])
    )
    expected = -inverse / np.diag(inverse)
    np.fill_diagonal(expected, 0)

    found = Ease.fit(histories, replace(PLAIN, regularization=0.7)).weights

    np.testing.assert_allclose(found, expected, atol=1e-6)


def test_each_column_is_the_ridge_regression_of_its_product_on_the_others():
    histories = histories_of(random_shop(8))
    counts = histories.faded(1e9)
    inputs = (counts / counts.data.max()).toarray()
    others = np.delete(np.arange(inputs.shape[1]), 2)
    penalty = noise_level(counts / counts.data.max()) ** 2 * np.eye(len(others))
    gram = inputs[:, others].T @ inputs[:, others]

    found = Ease.fit(histories, PLAIN).weights

    expected = np.linalg.solve(gram + penalty, inputs[:, others].T @ inputs[:, 2])
    np.testing.assert_allclose(found[others, 2], expected, atol=1e-6)


def test_only_the_products_with_most_weight_take_part():
    events = random_shop(5)
    histories = histories_of(events)
    weight = np.asarray(histories.faded(30.0).sum(axis=0)).ravel()
    most = set(np.argsort(-weight)[:6].tolist())

    model = Ease.fit(histories, EaseParameters(max_products=6))
    scores = scores_of(model, histories)

    assert set(model.columns.tolist()) == most
    assert not scores[:, [column for column in range(scores.shape[1]) if column not in most]].any()
    assert scores[:, sorted(most)].any()


def test_a_product_of_too_few_customers_takes_no_part():
    rows = [
        {"customer": customer, "product": product}
        for customer in "abcd"
        for product in "xyz"[: ord(customer) % 3 + 1]
    ]
    histories = histories_of(events_frame([*rows, {"customer": "a", "product": "rare"}]))

    model = Ease.fit(histories, EaseParameters(min_customers=2))

    assert histories.products.rows_of(["rare"])[0] not in model.columns


@pytest.mark.parametrize("copies", [2, 10])
def test_one_regularization_serves_a_shop_of_any_size(copies):
    histories = histories_of(random_shop(3, customers=200, events=3000))
    many = histories.at(np.arange(len(histories)))
    rows = np.arange(len(histories), dtype=np.int32)
    ids = [f"{copy}-{row}" for copy in range(copies) for row in rows]
    many = replace(
        histories.at(rows),
        customers=type(histories.customers).in_order(ids),
        starts=np.concatenate(
            [histories.starts[:-1] + copy * histories.starts[-1] for copy in range(copies)]
            + [[copies * histories.starts[-1]]]
        ),
        **{
            name: np.tile(getattr(histories, name), copies)
            for name in ("columns", "weights", "is_purchase", "quantities", "age_days")
        },
    )

    once, often = (Ease.fit(shop, EaseParameters()).weights for shop in (histories, many))

    assert np.corrcoef(once.ravel(), often.ravel())[0, 1] > 0.9
