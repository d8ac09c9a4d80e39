"""What holds for every component that scores by a customer's history."""

from __future__ import annotations

import io
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recommender.als import AlsParameters, ImplicitAls
from recommender.bpr import Bpr, BprParameters
from recommender.components import Padded
from recommender.ease import Ease, EaseParameters
from recommender.histories import Histories
from recommender.id_maps import IdMap
from recommender.item_item import ItemItem, ItemItemParameters
from recommender.next_orders import NextOrders, NextOrdersParameters
from recommender.sequences import Sequences, SequencesParameters
from tests.builders import NOW
from tests.recommender.shops import events_frame, purchases, random_shop, scores_of

COMPONENTS = {
    "bm25": (ItemItem, ItemItemParameters(neighbors=50)),
    "few neighbors": (ItemItem, ItemItemParameters(neighbors=3)),
    "tfidf": (ItemItem, ItemItemParameters(weighting="tfidf", neighbors=50)),
    "cosine": (ItemItem, ItemItemParameters(weighting="cosine", neighbors=50)),
    "ease": (Ease, EaseParameters()),
    "ease of few": (Ease, EaseParameters(max_products=10)),
    "bpr": (Bpr, BprParameters(factors=4, iterations=10)),
    "sequences": (Sequences, SequencesParameters()),
    "als": (ImplicitAls, AlsParameters(factors=6, iterations=3, regularization=0.1)),
    "next orders": (NextOrders, NextOrdersParameters(min_buyers=1)),
    "next orders of few": (NextOrders, NextOrdersParameters(min_buyers=1, max_products=8, dates=2)),
    "sessions": (Sequences, SequencesParameters(session_gap_days=20.0, neighbors=3)),
}
FROM_NOW = {
    "als",
    "next orders",
    "next orders of few",
}  # whose histories fade from now, not from their newest event
each_component = pytest.mark.parametrize("name", COMPONENTS)
shops = st.builds(random_shop, st.integers(0, 10_000))
few = settings(max_examples=8, deadline=None)


def histories_of(events, products=None):
    products = products or IdMap.of_column(events["product_id"])
    return Histories.from_events(events, products, NOW)


def fitted(name, histories, **changes):
    cls, parameters = COMPONENTS[name]
    return cls.fit(histories, parameters, **{"threads": 1} | changes)


@each_component
@given(events=shops)
@few
def test_parts_add_up_to_the_scores(name, events):
    histories = histories_of(events)
    component = fitted(name, histories)
    rows = np.arange(len(histories), dtype=np.int32)
    products = np.tile(np.arange(histories.shape[1], dtype=np.int32), (len(rows), 1))

    parts = component.explainer(histories)(Padded.of(histories.bought + histories.faded(1e6), rows), products)

    scores = scores_of(component, histories)
    assert parts.dtype == np.float32
    np.testing.assert_allclose(parts.sum(axis=1), scores, rtol=1e-4, atol=1e-6 * np.abs(scores).max())


@each_component
@given(events=shops)
@few
def test_a_stored_component_gives_identical_scores(name, events):
    histories = histories_of(events)
    component = fitted(name, histories)
    file = io.BytesIO()
    np.savez(file, **component.arrays())
    file.seek(0)

    with np.load(file, allow_pickle=False) as arrays:
        loaded = type(component).from_arrays({key: arrays[key] for key in arrays.files})

    np.testing.assert_array_equal(scores_of(loaded, histories), scores_of(component, histories))


@each_component
@given(events=shops)
@few
def test_scores_do_not_depend_on_who_else_is_scored(name, events):
    histories = histories_of(events)
    component = fitted(name, histories)
    some = np.array([4, 0, 2])

    np.testing.assert_allclose(
        scores_of(component, histories.at(some)),
        scores_of(component, histories)[some],
        rtol=1e-5,
        atol=1e-7,
    )


@each_component
@given(events=shops)
@few
def test_a_customer_without_events_scores_nothing(name, events):
    histories = histories_of(events)
    component = fitted(name, histories)

    assert not scores_of(component, histories.of(["a stranger", "another"])).any()
    assert not scores_of(component, histories.of(["a stranger", "c1"]))[0].any()


@pytest.mark.parametrize("name", ["bm25", "tfidf", "cosine", "ease", "sequences"])
@given(events=shops)
@few
def test_the_order_of_products_changes_nothing(name, events):
    forward = IdMap.of_column(events["product_id"])
    backward = IdMap.in_order(list(forward.index[::-1]))
    one, other = (histories_of(events, products) for products in (forward, backward))

    np.testing.assert_allclose(
        scores_of(fitted(name, other), other)[:, ::-1],
        scores_of(fitted(name, one), one),
        rtol=1e-3,
        atol=1e-5,
    )


@each_component
@pytest.mark.parametrize("threads", [1, 2])
def test_fitting_twice_gives_the_same_component(name, threads):
    histories = histories_of(random_shop(3))

    first, second = (fitted(name, histories, threads=threads).arrays() for _ in range(2))

    for key, values in first.items():
        np.testing.assert_array_equal(values, second[key])


@pytest.mark.parametrize("name", sorted(COMPONENTS.keys() - FROM_NOW))
@given(events=shops, later=st.floats(1e3, 1e5))
@few
def test_an_old_file_gives_what_a_fresh_one_gives(name, events, later):
    fresh = histories_of(events)
    old = replace(fresh, age_days=fresh.age_days + later)

    np.testing.assert_allclose(
        scores_of(fitted(name, old), old), scores_of(fitted(name, fresh), fresh), rtol=1e-3, atol=1e-6
    )


ODD_SHOPS = {
    "nothing": purchases(("a", "x")).iloc[:0],
    "one customer": purchases(("a", "x"), ("a", "y"), ("a", "z")),
    "one product": purchases(("a", "x"), ("b", "x"), ("c", "x")),
    "one event": purchases(("a", "x")),
    "everybody everything": purchases(*((c, p) for c in "abc" for p in "xyz")),
    "only views": random_shop(5).assign(type="view"),
    "strangers": purchases(*((f"c{i}", f"p{i}") for i in range(12))),
    "ages ago": events_frame(
        {"customer": f"c{i % 5}", "product": f"p{i % 7}", "days_ago": 9000.0 + 100 * i} for i in range(60)
    ),
}


@each_component
@pytest.mark.parametrize("shop", ODD_SHOPS)
def test_odd_shops_teach_something_finite_or_nothing(name, shop):
    events = ODD_SHOPS[shop]
    histories = histories_of(
        events, IdMap.in_order(["never seen", *IdMap.of_column(events["product_id"]).index])
    )

    component = fitted(name, histories)

    if component is None:
        return
    scores = scores_of(component, histories)
    assert np.isfinite(scores).all()
    assert not scores[:, 0].any()


@each_component
@pytest.mark.parametrize("shop", ["nothing", "one product", "one event", "strangers"])
def test_where_nothing_is_shared_nothing_is_learned(name, shop):
    if name == "als" or (name, shop) == ("bpr", "strangers"):
        return  # with so little regularization; and that all chose one and left the others can be compared

    assert fitted(name, histories_of(ODD_SHOPS[shop])) is None


@pytest.mark.parametrize("name", sorted(name for name in COMPONENTS if "next orders" not in name))
def test_views_alone_are_learned_from(name):
    histories = histories_of(ODD_SHOPS["only views"])

    assert scores_of(fitted(name, histories), histories).any()


def test_orders_are_not_learned_from_views():
    assert fitted("next orders", histories_of(ODD_SHOPS["only views"])) is None


def test_next_orders_are_the_ridge_regression_of_what_followed_on_what_came_before():
    rows = [
        ("ann", "a", 40),
        ("ann", "b", 40),
        ("ann", "c", 10),
        ("bob", "a", 35),
        ("bob", "c", 5),
        ("bob", "b", 6),
    ]
    rows += [("eve", "b", 50), ("eve", "a", 2), ("zoe", "a", 1)]
    events = events_frame({"customer": who, "product": what, "days_ago": days} for who, what, days in rows)
    parameters = NextOrdersParameters(
        half_life_days=1e9, window_days=28.0, dates=1, regularization=0.5, power=1.0, min_buyers=1
    )
    past = np.array([[1.0, 1.0, 0.0], [1.0, 0.0, 0.0], [0.0, 1.0, 0.0]])
    past /= np.sqrt(np.linalg.norm(past, axis=1, keepdims=True))
    future = np.array([[0.0, 0.0, 1.0], [0.0, 1.0, 1.0], [1.0, 0.0, 0.0]])
    future /= np.sqrt(future.sum(axis=1, keepdims=True))
    gram = past.T @ past
    expected = np.linalg.solve(gram + 0.5 * np.trace(gram) / 3 * np.eye(3), past.T @ future)

    model = NextOrders.fit(histories_of(events), parameters)

    np.testing.assert_allclose(model.effects, expected, atol=1e-6)
