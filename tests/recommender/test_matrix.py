from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from recommender.id_maps import IdMap
from recommender.matrix import TYPE_WEIGHTS, KeptPurchases
from tests.recommender.shops import events_frame, histories_of, purchases, random_shop


def weights_of(events, half_life_days=30.0):
    """{(customer, product): weight} of every stored pair."""
    histories = histories_of(events)
    pairs = histories.faded(half_life_days).tocoo()
    names = zip(histories.customers.ids_of(pairs.row), histories.products.ids_of(pairs.col), strict=True)
    return dict(zip(names, pairs.data.tolist(), strict=True))


def test_a_purchase_weighs_more_than_a_cart_and_a_cart_more_than_a_view():
    events = events_frame({"product": type_, "type": type_} for type_ in ("purchase", "cart", "view"))

    found = weights_of(events)

    assert found == {("ann", type_): weight for type_, weight in TYPE_WEIGHTS.items()}
    assert found["ann", "purchase"] > found["ann", "cart"] > found["ann", "view"]


def test_the_same_pair_adds_up():
    assert weights_of(purchases(("ann", "mug"), ("ann", "mug"))) == {("ann", "mug"): 2.0}


def test_a_purchase_one_half_life_before_the_newest_weighs_half():
    events = events_frame([{"product": "new", "days_ago": 5}, {"product": "old", "days_ago": 35}])

    assert weights_of(events) == pytest.approx({("ann", "new"): 1.0, ("ann", "old"): 0.5})


def test_an_old_file_keeps_its_proportions():
    events = random_shop(1)
    old = events.assign(occurred_at=events["occurred_at"] - pd.Timedelta(days=20_000))

    assert weights_of(old) == weights_of(events)


def test_a_return_cancels_what_it_returns():
    events = events_frame(
        [
            {"product": "kept", "quantity": 2},
            {"product": "half", "quantity": 4, "days_ago": 9},
            {"product": "half", "type": "return", "quantity": 2},
            {"product": "gone", "quantity": 3, "days_ago": 9},
            {"product": "gone", "type": "return", "quantity": -3},
        ]
    )

    found = weights_of(events, half_life_days=1e9)

    assert found == pytest.approx({("ann", "kept"): 1.0, ("ann", "half"): 0.5})


def test_a_return_of_something_never_bought_counts_for_nothing():
    assert weights_of(events_frame([{"product": "a"}, {"product": "b", "type": "return"}])) == {
        ("ann", "a"): 1.0
    }


def test_another_customers_return_cancels_nothing():
    events = events_frame([{"days_ago": 2}, {"customer": "bob", "type": "return"}])

    assert weights_of(events, half_life_days=1e9) == pytest.approx({("ann", "mug"): 1.0})


def test_guests_have_no_row():
    assert set(weights_of(purchases((None, "mug"), ("ann", "mug")))) == {("ann", "mug")}


def test_what_happens_after_now_is_not_known_yet():
    events = events_frame([{"product": "past"}, {"product": "future", "days_ago": -1}])

    assert set(weights_of(events)) == {("ann", "past")}


@given(st.integers(0, 10_000), st.randoms())
def test_the_order_of_events_changes_nothing(seed, random):
    events = random_shop(seed, events=60)
    shuffled = events.sample(frac=1, random_state=random.randrange(1000))

    assert weights_of(shuffled) == pytest.approx(weights_of(events))


def test_kept_purchases_are_those_not_returned():
    events = events_frame(
        [
            {"product": "kept"},
            {"product": "part", "quantity": 3},
            {"product": "part", "type": "return"},
            {"product": "gone"},
            {"product": "gone", "type": "return"},
            {"product": "seen", "type": "view"},
            {"customer": None, "product": "guest"},
        ]
    )
    products = IdMap.of(["kept", "part", "gone", "seen", "guest", "other"])

    found = KeptPurchases.from_events(events).of(["nobody", "ann"], products)

    assert found[0].nnz == 0
    assert products.ids_of(found[1].indices) == ["kept", "part"]
