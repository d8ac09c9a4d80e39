from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import recommender.sequences
from recommender.sequences import Sequences, SequencesParameters, Steps
from tests.recommender.shops import events_frame, random_shop
from tests.recommender.test_scoring_laws import histories_of, scores_of

PLAIN = SequencesParameters(
    window=3,
    half_life_steps=1.0,
    backward=0.0,
    together=1.0,
    damping=0.0,
    next_damping=0.0,
    crowd_damping=0.0,
    half_life_days=1e12,
    neighbors=1000,
)


def in_order(*orders, customer="ann"):
    """Each order a string of products, a day apart."""
    return events_frame(
        {"customer": customer, "product": product, "days_ago": float(len(orders) - place)}
        for place, order in enumerate(orders)
        for product in order
    )


def nearness_of(events, **changes):
    histories = histories_of(events)
    model = Sequences.fit(histories, replace(PLAIN, **changes))
    products = histories.products.index
    rows, columns = (near := model.neighbors.nearness.tocoo()).row, near.col
    return {(products[i], products[j]): value for i, j, value in zip(rows, columns, near.data, strict=True)}


def test_a_pair_counts_half_for_each_step_more_and_nothing_outside_the_window():
    near = nearness_of(in_order("a", "b", "c", "d", "e"))

    assert near["a", "b"] == 1.0
    assert near["a", "c"] == 0.5
    assert near["a", "d"] == 0.25
    assert ("a", "e") not in near
    assert ("b", "a") not in near


def test_the_other_direction_counts_its_share():
    near = nearness_of(in_order("a", "b", "c"), backward=0.3)

    assert near["b", "a"] == pytest.approx(0.3)
    assert near["c", "a"] == pytest.approx(0.15)


def test_one_order_is_one_step_and_has_no_direction():
    near = nearness_of(in_order("abc", "d"), together=2.0)

    assert near["a", "b"] == near["b", "a"] == near["c", "a"] == 2.0
    assert near["a", "d"] == near["b", "d"] == near["c", "d"] == 1.0


def test_a_large_order_tells_less_of_each_pair():
    near = nearness_of(in_order("abcd"), crowd_damping=0.5)

    assert near["a", "b"] == pytest.approx(0.25)


def test_a_pause_ends_a_session():
    events = in_order("a", "b")
    events["occurred_at"] = [events["occurred_at"].max() - gap for gap in np.array([7, 0], "timedelta64[D]")]

    assert nearness_of(events, session_gap_days=7.0)["a", "b"] == 1.0
    assert Sequences.fit(histories_of(events), replace(PLAIN, session_gap_days=6.9)) is None


def test_popular_followers_are_damped():
    rows = [
        {"customer": f"c{i}", "product": product, "days_ago": days}
        for i in range(8)
        for product, days in (("hit", 1.0), (f"own{i}", 2.0))
    ]
    pair = [
        {"customer": "z", "product": "a", "days_ago": 3.0},
        {"customer": "z", "product": "hit", "days_ago": 1.0},
    ]
    other = [
        {"customer": "y", "product": "a", "days_ago": 3.0},
        {"customer": "y", "product": "rare", "days_ago": 1.0},
    ]
    events = events_frame([*rows, *pair, *other])

    plain, damped = nearness_of(events), nearness_of(events, next_damping=0.5)

    assert plain["a", "hit"] == plain["a", "rare"]
    assert damped["a", "hit"] == pytest.approx(damped["a", "rare"] * np.sqrt(2 / 10), rel=1e-5)


def test_scores_come_from_the_last_steps():
    shop = histories_of(in_order("a", "b", "x", "y", "z", "w", "c", "d"))
    model = Sequences.fit(
        shop, replace(PLAIN, window=1, profile_half_life_steps=1.0, profile_half_life_days=1e12)
    )
    asked = histories_of(in_order("a", "c", customer="bob"), shop.products)

    scores = scores_of(model, asked)[0]

    b, d = shop.products.rows_of(["b", "d"])
    assert scores[d] == pytest.approx(2 * scores[b])


def count_slowly(histories, parameters):
    """The same sum, one pair of events at a time."""
    steps = Steps.of(histories)
    size = histories.shape[1]
    found = np.zeros((size, size))
    weights = histories.weights / histories.weights.mean()
    fresh = np.exp2((histories.age_days.min() - histories.age_days) / parameters.half_life_days)
    for one in range(len(weights)):
        for other in range(len(weights)):
            distance = steps.of_event[other] - steps.of_event[one]
            if histories.rows[one] != histories.rows[other] or abs(distance) > parameters.window:
                continue
            near = 2.0 ** -((abs(distance) - 1) / parameters.half_life_steps)
            near = near * parameters.backward if distance < 0 else near if distance else parameters.together
            later = max(one, other, key=lambda event: steps.of_event[event])
            found[histories.columns[one], histories.columns[other]] += (
                near * weights[one] * weights[other] * fresh[later]
            )
    np.fill_diagonal(found, 0)
    return found


@given(seed=st.integers(0, 10_000), pairs=st.sampled_from([1, 50, 1 << 23]))
@settings(max_examples=8, deadline=None)
def test_counting_in_blocks_finds_what_counting_one_by_one_finds(seed, pairs):
    histories = histories_of(random_shop(seed, customers=5, products=12, events=80))
    parameters = replace(PLAIN, backward=0.4, together=3.0, half_life_days=50.0)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(recommender.sequences, "_BLOCK_PAIRS", pairs)
        model = Sequences.fit(histories, parameters)

    np.testing.assert_allclose(
        model.neighbors.nearness.toarray(), count_slowly(histories, parameters), rtol=1e-5
    )


def test_time_in_days_or_in_steps_of_one_day_gives_the_same_pairs():
    events = in_order("a", "b", "c")
    spread = events.assign(
        occurred_at=events["occurred_at"].max() - (events["occurred_at"].max() - events["occurred_at"]) * 9
    )

    assert nearness_of(events) == nearness_of(spread)
