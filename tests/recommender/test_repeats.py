from __future__ import annotations

from datetime import timedelta

import numpy as np
import pandas as pd

from recommender.histories import Histories
from recommender.id_maps import UNKNOWN, IdMap
from recommender.orders import Orders, rewind
from recommender.repeats import Repeats, RepeatsParameters
from tests.builders import NOW
from tests.recommender.shops import events_frame, random_shop


def histories_of(events: pd.DataFrame) -> Histories:
    return Histories.from_events(events, IdMap.of_column(events["product_id"]), NOW)


def chances(model: Repeats, histories: Histories) -> np.ndarray:
    scores = np.empty(histories.shape, dtype=np.float32)
    model.scorer(histories)(0, len(histories), scores)
    return scores


def a_coffee_shop(seed: int = 1) -> list[dict[str, object]]:
    """Everybody buys coffee about every 30 days and lamps every 90, each product of its own."""
    rng = np.random.default_rng(seed)
    rows: list[dict[str, object]] = []
    for customer in range(120):
        for product, gap in (("coffee", 30.0), ("tea", 30.0), ("lamp", 90.0), ("rug", 90.0)):
            days = 400.0 - rng.random() * gap
            while days > 0:
                rows.append({"customer": f"c{customer:03}", "product": product, "days_ago": days})
                days -= gap * np.exp(0.15 * rng.normal())
    return rows


def bought_every(customer: str, product: str, gap: float, last: float) -> list[dict[str, object]]:
    return [{"customer": customer, "product": product, "days_ago": last + times * gap} for times in range(4)]


def test_what_is_due_goes_before_what_was_bought_just_now() -> None:
    events = events_frame(
        [*a_coffee_shop(), *bought_every("ann", "coffee", 30.0, 30.0), *bought_every("ann", "tea", 30.0, 2.0)]
    )
    histories = histories_of(events)
    model = Repeats.fit(histories, RepeatsParameters(window_days=14.0))
    assert model is not None

    ann = chances(model, histories.of(["ann"]))[0]
    coffee, tea = histories.products.rows_of(["coffee", "tea"])

    assert ann[coffee] > 1.5 * ann[tea] > 0


def test_the_usual_gap_of_each_product_is_learned() -> None:
    histories = histories_of(events_frame(a_coffee_shop()))
    model = Repeats.fit(histories, RepeatsParameters())
    assert model is not None

    coffee, lamp = model.usual_gaps[histories.products.rows_of(["coffee", "lamp"])]

    assert 28 < coffee < 33
    assert 80 < lamp < 95


def test_due_again_is_said_around_the_usual_gap_and_of_nothing_else() -> None:
    rows = a_coffee_shop()
    for customer, last in (("fresh", 2.0), ("due", 31.0), ("gone", 200.0)):
        rows += bought_every(customer, "coffee", 30.0, last)
    rows.append({"customer": "looker", "product": "coffee", "type": "view", "days_ago": 30.0})
    rows += bought_every("due", "once", 500.0, 30.0)[:1]
    histories = histories_of(events_frame(rows))
    model = Repeats.fit(histories, RepeatsParameters())
    assert model is not None
    asked = histories.of(["fresh", "due", "gone", "looker", "stranger"])
    coffee, once, lamp = histories.products.rows_of(["coffee", "once", "lamp"])

    said = model.due(asked, np.tile(np.array([coffee, once, lamp, UNKNOWN], np.int32), (5, 1)))

    assert said[:, 0].tolist() == [False, True, False, False, False]
    assert not said[:, 1:].any()


def test_a_shop_without_repeats_prefers_what_was_bought_often_and_lately() -> None:
    events = events_frame(
        [
            {"product": "often", "days_ago": 5.0},
            {"product": "often", "days_ago": 15.0},
            {"product": "often", "days_ago": 25.0},
            {"product": "once", "days_ago": 5.0},
            {"product": "old", "days_ago": 350.0},
        ]
    )
    histories = histories_of(events)
    model = Repeats.fit(histories, RepeatsParameters())
    assert model is not None

    often, once, old = chances(model, histories)[0][histories.products.rows_of(["often", "once", "old"])]

    assert often > once > old > 0


def test_views_are_no_purchases() -> None:
    histories = histories_of(events_frame([{"type": "view"}, {"product": "cup"}]))
    model = Repeats.fit(histories, RepeatsParameters())
    assert model is not None

    assert (chances(model, histories)[0] > 0).tolist() == [True, False]
    assert Repeats.fit(histories_of(events_frame([{"type": "view"}])), RepeatsParameters()) is None


def test_nothing_of_the_window_to_be_predicted_is_known_at_its_beginning() -> None:
    events = random_shop(4, events=400)
    histories = histories_of(events)
    cut = NOW - timedelta(days=60)

    known = Histories.from_events(
        events[(events["type"] != "return") & (events["occurred_at"] < cut)], histories.products, cut
    )
    no_returns = histories_of(events[events["type"] != "return"])
    earlier = rewind(no_returns, 60.0).of(known.customers.index.tolist())

    np.testing.assert_allclose(earlier.age_days, known.age_days)
    assert (earlier.columns == no_returns.products.rows_of(known.products.ids_of(known.columns))).all()


def test_purchases_within_half_a_day_are_one_order() -> None:
    events = events_frame(
        [{"product": one, "days_ago": days} for one, days in (("a", 9.0), ("b", 8.9), ("a", 3.0))]
        + [{"customer": "bob", "product": "a", "days_ago": 3.0}]
    )
    orders = Orders.of(histories_of(events))

    assert orders.counts.tolist() == [2, 1]
    assert orders.lines.tolist() == [2, 1, 1]
    assert orders.numbers.tolist() == [0, 1, 0]
