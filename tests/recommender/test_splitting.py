from __future__ import annotations

from datetime import timedelta

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recommender.splitting import last_out_split, temporal_split
from tests.builders import NOW
from tests.recommender.shops import events_frame, purchases, random_shop

seeds = st.integers(0, 10_000)
few = settings(max_examples=25)


def a_shop(seed):
    events = random_shop(seed, customers=12, events=100)
    return events.set_axis(range(len(events)))


@given(seed=seeds, days=st.floats(1, 250))
@few
def test_a_split_by_time_drops_nothing_and_keeps_past_and_future_apart(seed, days):
    events = a_shop(seed)

    split = temporal_split(events, days)

    assert sorted([*split.train.index, *split.test.index]) == events.index.tolist()
    assert (split.train["occurred_at"] < split.cut).all()
    assert (split.test["occurred_at"] >= split.cut).all()


def split_slowly(events, least):
    """Row labels of the test, customer by customer."""
    test = []
    for customer in set(events["customer_id"].dropna()):
        mine = events[events["customer_id"] == customer].sort_values("occurred_at", kind="stable")
        bought = np.flatnonzero((mine["type"] == "purchase").to_numpy())
        if len(bought) >= least:
            test += mine.index[bought[-1] :].tolist()
    return sorted(test)


@given(seed=seeds, least=st.integers(1, 5))
@few
def test_exactly_each_customers_last_purchase_and_what_followed_is_held_out(seed, least):
    events = a_shop(seed)

    split = last_out_split(events, least=least)

    assert split.test.index.tolist() == split_slowly(events, least)
    assert sorted([*split.train.index, *split.test.index]) == events.index.tolist()
    held = split.test[split.test["type"] == "purchase"]
    assert held["customer_id"].is_unique


def test_the_order_of_the_file_decides_between_purchases_of_one_moment():
    events = purchases(("ann", "b"), ("ann", "a"), ("ann", "c"))

    assert last_out_split(events).test["product_id"].tolist() == ["c"]
    assert last_out_split(events.iloc[::-1]).test["product_id"].tolist() == ["b"]


def test_who_bought_once_and_guests_are_not_held_out():
    events = purchases(("ann", "a"), (None, "a"), (None, "b"))

    assert last_out_split(events).test.empty
    assert last_out_split(events, least=1).test["customer_id"].tolist() == ["ann"]


def test_what_a_customer_did_after_their_last_purchase_is_no_past():
    events = events_frame(
        [
            {"product": "a", "days_ago": 5},
            {"product": "b", "days_ago": 3},
            {"product": "c", "type": "view", "days_ago": 2},
            {"product": "b", "type": "return", "days_ago": 1},
        ]
    )

    split = last_out_split(events)

    assert split.train["product_id"].tolist() == ["a"]
    assert split.test["product_id"].tolist() == ["b", "c", "b"]


def test_no_events_cannot_be_split():
    nothing = purchases(("ann", "a")).iloc[:0]

    with pytest.raises(ValueError, match="no events"):
        last_out_split(nothing)
    with pytest.raises(ValueError, match="no events"):
        temporal_split(nothing, 28)
    assert temporal_split(nothing, 28, cut=NOW).train.empty


def test_a_given_cut_belongs_to_the_future():
    events = events_frame([{"days_ago": 2}, {"days_ago": 1}])

    split = temporal_split(events, 99, cut=NOW - timedelta(days=1))

    assert [pd.Timestamp(one) for one in split.test["occurred_at"]] == [NOW - timedelta(days=1)]
