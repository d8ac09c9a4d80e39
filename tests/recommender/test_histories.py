from __future__ import annotations

from datetime import timedelta

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recommender.histories import COUNTRY, Histories, newest_moment
from recommender.id_maps import IdMap
from recommender.matrix import TYPE_WEIGHTS
from tests.builders import NOW
from tests.recommender.shops import events_frame, histories_of, purchases, random_shop

seeds = st.integers(0, 10_000)
few = settings(max_examples=25)


def told(histories):
    """{customer: [(product, weight, age)]} in the order of the histories."""
    found = {}
    for row, customer in enumerate(histories.customers.index):
        part = slice(histories.starts[row], histories.starts[row + 1])
        products = histories.products.ids_of(histories.columns[part])
        found[customer] = list(
            zip(products, histories.weights[part].tolist(), histories.age_days[part].tolist(), strict=True)
        )
    return found


def tell_slowly(events):
    """The same, event by event, with returns canceled by hand."""
    rows = [row for row in events.itertuples() if not pd.isna(row.customer_id)]
    newest = events["occurred_at"].max()
    found = {}
    for row in sorted(rows, key=lambda row: row.occurred_at):
        mine = [one for one in rows if (one.customer_id, one.product_id) == (row.customer_id, row.product_id)]
        bought = sum(one.quantity for one in mine if one.type == "purchase")
        returned = sum(one.quantity for one in mine if one.type == "return")
        weight = TYPE_WEIGHTS.get(row.type, 0.0)
        if row.type == "purchase":
            weight *= max(bought - returned, 0.0) / bought
        if weight > 0:
            age = (newest - row.occurred_at).total_seconds() / 86_400
            found.setdefault(row.customer_id, []).append((row.product_id, weight, age))
    return found


@given(seed=seeds)
@few
def test_a_history_holds_what_counts_oldest_first(seed):
    events = random_shop(seed, events=120)

    found, expected = told(histories_of(events)), tell_slowly(events)

    assert list(found) == sorted(expected)
    for customer, lines in found.items():
        assert [age for _, _, age in lines] == sorted((age for _, _, age in lines), reverse=True)
        assert [sorted(lines)] == [[pytest.approx(line) for line in sorted(expected[customer])]]


def test_events_of_one_moment_keep_the_order_of_the_file():
    events = purchases(("ann", "b"), ("ann", "a"), ("ann", "c"))

    assert [product for product, _, _ in told(histories_of(events))["ann"]] == ["b", "a", "c"]


@given(seed=seeds, random=st.randoms())
@few
def test_picked_customers_bring_their_own_history_in_the_order_asked(seed, random):
    histories = histories_of(random_shop(seed))
    everyone = [*histories.customers.index, "a stranger", "another"]
    asked = random.sample(everyone, random.randrange(len(everyone) + 1))

    found = told(histories.of(asked))

    assert list(found) == asked
    assert found == {one: told(histories).get(one, []) for one in asked}


@given(seed=seeds, random=st.randoms())
@few
def test_row_numbers_pick_whom_ids_pick(seed, random):
    histories = histories_of(random_shop(seed))
    rows = random.sample(range(len(histories)), 3)

    assert told(histories.at(rows)) == told(histories.of(histories.customers.ids_of(rows)))


def test_picking_from_nobody_gives_customers_without_events():
    nobody = histories_of(purchases(("ann", "mug")).iloc[:0], IdMap.of(["mug"]))

    found = nobody.of(["ann", "bob"])

    assert found.shape == (2, 1)
    assert (len(found.columns), found.bought.nnz, found.traits[COUNTRY].tolist()) == (0, 0, [None, None])


def test_countries_come_with_the_customers_and_can_be_told_later():
    events = purchases(("ann", "mug"), ("bob", "mug"), ("eve", "mug"))
    histories = histories_of(events, countries=pd.Series({"bob": "Norway", "eve": None, "zoe": "Peru"}))

    assert histories.of(["bob", "eve", "stranger", "ann"]).traits[COUNTRY].tolist() == [
        "Norway",
        None,
        None,
        None,
    ]
    later = histories.of(["stranger", "ann"], pd.Series({"stranger": "Chile"}))
    assert later.traits[COUNTRY].tolist() == ["Chile", None]


@given(seed=seeds, chosen=st.randoms())
@few
def test_leaving_events_out_leaves_the_customers_and_all_other_events(seed, chosen):
    histories = histories_of(random_shop(seed))
    kept = np.array([chosen.random() < 0.5 for _ in histories.columns])

    found = histories.where_events(kept)

    assert found.customers is histories.customers
    lines = [line for some in told(histories).values() for line in some]
    assert [line for some in told(found).values() for line in some] == [
        line for line, stays in zip(lines, kept, strict=True) if stays
    ]
    assert np.array_equal(found.rows, histories.rows[kept])


@given(seed=seeds)
@few
def test_in_steps_the_last_event_of_each_customer_is_0_ago(seed):
    histories = histories_of(random_shop(seed)).in_steps()

    for lines in told(histories).values():
        assert [age for _, _, age in lines] == list(range(len(lines)))[::-1]


@given(seed=seeds, half_life=st.floats(1.0, 1e4))
@few
def test_fading_halves_what_is_a_half_life_old_and_keeps_every_pair(seed, half_life):
    histories = histories_of(random_shop(seed))
    expected = np.zeros(histories.shape)
    for row, column, weight, age in zip(
        histories.rows, histories.columns, histories.weights, histories.age_days, strict=True
    ):
        expected[row, column] += weight * 0.5 ** (age / half_life)

    found = histories.faded(half_life)

    np.testing.assert_allclose(found.toarray(), expected, rtol=1e-9, atol=1e-300)
    assert found.has_canonical_format
    assert np.array_equal(found.indices, histories.sum_by_pair(histories.weights).indices)
    assert len(histories.purchased) == found.nnz


def test_even_what_faded_to_nothing_stays_a_pair():
    histories = histories_of(events_frame([{"product": "old", "days_ago": 5000}, {"product": "new"}]))

    assert histories.faded(1.0).nnz == 2


def test_only_what_was_bought_and_kept_counts_as_bought():
    events = events_frame(
        [
            {"product": "kept"},
            {"product": "seen", "type": "view"},
            {"product": "gone", "days_ago": 3},
            {"product": "gone", "type": "return"},
        ]
    )
    histories = histories_of(events)

    assert histories.products.ids_of(histories.bought.indices) == ["kept"]
    pairs = histories.sum_by_pair(histories.weights)
    named = dict(zip(histories.products.ids_of(pairs.indices), histories.purchased.tolist(), strict=True))
    assert named == {"kept": True, "seen": False}


def test_what_is_to_come_and_unknown_products_are_left_out():
    events = events_frame([{"product": "mug"}, {"product": "cup"}, {"product": "mug", "days_ago": -2}])

    found = Histories.from_events(events, IdMap.of(["mug"]), NOW)

    assert told(found) == {"ann": [("mug", 1.0, pytest.approx(1.0))]}


def test_the_newest_moment_is_that_of_the_newest_event_so_far():
    events = events_frame([{"days_ago": 9}, {"days_ago": 4}, {"days_ago": -3}])

    assert newest_moment(events, NOW) == NOW - timedelta(days=4)
    assert newest_moment(events, NOW - timedelta(days=30)) == NOW - timedelta(days=30)
