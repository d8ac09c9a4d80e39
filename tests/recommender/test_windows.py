"""No window learns from the future, and exercises ask what the aim asks."""

from __future__ import annotations

import itertools
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bespoke.domain import Aim
from recommender.als import AlsParameters
from recommender.learning import study_windows
from recommender.matrix import KeptPurchases
from recommender.presets import order_only_recipe, orders_recipe
from recommender.recipe import Clock
from recommender.shelf import Shelf
from recommender.splitting import Protocol
from recommender.windows import cut_windows, draw_candidates, hold_exercise
from tests.recommender.shops import a_catalog, a_recipe, events_frame, histories_of, random_shop

CATALOG = a_catalog(f"p{i}" for i in range(25)) | a_catalog(["p3", "p4", "p7"], category="Garden")
seeds = st.integers(0, 10_000)


def a_recipe_of_everything(preset, **changes):
    """Every component, the factorizations small."""
    recipe = preset(reranker=None, shortlist=20, **changes)
    small = {
        name: replace(one, factors=4, iterations=2) if isinstance(one, AlsParameters) else one
        for name, one in recipe.components.items()
    }
    return replace(recipe, components=small)


TIME = a_recipe_of_everything(orders_recipe, windows=2)
LAST = a_recipe_of_everything(order_only_recipe, windows=2)


def shelf_of(products):
    return Shelf.of(products, CATALOG)


def what_was_learned(events, recipe):
    """Every array that each window's components and facts hold, and whom its exercises ask."""
    studies = study_windows(events, shelf_of, None, recipe, [Aim.MIXED], threads=1)[Aim.MIXED]
    return [
        {
            f"{name}.{key}": values
            for name, component in study.fitted.components.items()
            for key, values in component.arrays().items()
        }
        | {"facts": study.fitted.facts.values, "ages": study.fitted.histories.age_days}
        for study in studies
    ]


def assert_same(one, other):
    assert one.keys() == other.keys()
    for name, values in one.items():
        np.testing.assert_array_equal(values, other[name], err_msg=name)


def rewrite(events, chosen, rng):
    """Other customers, products, quantities and moments (but no later ones) for the chosen events."""
    changed = events.copy()
    n = int(chosen.sum())
    for name in ("customer_id", "product_id"):
        changed.loc[chosen, name] = rng.choice(events[name].cat.categories, n)
    changed.loc[chosen, "quantity"] = rng.integers(1, 9, n).astype(float)
    changed.loc[chosen, "type"] = rng.choice(["purchase", "return", "view"], n)
    newest = events["occurred_at"].max()
    moved = chosen & (events["occurred_at"] != newest).to_numpy()
    spare = newest - events.loc[moved, "occurred_at"]
    changed.loc[moved, "occurred_at"] += (spare * rng.random(int(moved.sum()))).dt.floor("us")
    return changed


@given(seed=seeds)
@settings(max_examples=8)
def test_whatever_happens_at_or_after_a_cut_changes_nothing_learned_before_it(seed):
    rng = np.random.default_rng(seed)
    events = random_shop(seed, events=400)
    cuts = [split.cut for split in cut_windows(events, TIME)]
    assert len(cuts) == 2

    before = what_was_learned(events, TIME)

    for number, cut in enumerate(cuts):
        future = (events["occurred_at"] >= cut).to_numpy()
        after = what_was_learned(rewrite(events, future, rng), TIME)
        assert_same(after[number], before[number])


@given(seed=seeds)
@settings(max_examples=5)
def test_what_the_held_out_purchases_were_changes_nothing_learned_before_them(seed):
    rng = np.random.default_rng(seed)
    events = random_shop(seed, events=400).set_axis(range(400))
    splits = list(cut_windows(events, LAST))
    assert len(splits) == 2

    before = what_was_learned(events, LAST)

    for number, split in enumerate(splits):
        changed, held = events.copy(), events.index.isin(split.test.index)
        changed.loc[held, "product_id"] = rng.choice(events["product_id"].cat.categories, int(held.sum()))
        changed.loc[held, "quantity"] = 7.0
        assert_same(what_was_learned(changed, LAST)[number], before[number])


@pytest.mark.parametrize("protocol", Protocol)
def test_windows_go_back_in_time_and_stop_where_too_little_is_left(protocol):
    events = random_shop(3, events=400).set_axis(range(400))
    recipe = a_recipe(windows=50, protocol=protocol)

    splits = list(cut_windows(events, recipe))

    assert 1 < len(splits) < 50
    for later, earlier in itertools.pairwise(splits):
        assert len(earlier.train) < len(later.train)
        assert earlier.train.index.isin(later.train.index).all()
        assert not earlier.train.index.isin(later.test.index).any()
    assert not list(cut_windows(events.iloc[:0], recipe))
    assert not list(cut_windows(events, replace(recipe, windows=0)))


def test_a_window_by_time_is_as_long_as_the_recipe_says_and_tells_of_its_own_weeks_only():
    events = random_shop(3, events=400)
    recipe = a_recipe(windows=3, window_days=20.0, window_step_days=7.0)

    splits = list(cut_windows(events, recipe))

    end = events["occurred_at"].max().normalize() + pd.Timedelta(days=1)
    for number, split in enumerate(splits):
        assert split.cut == end - pd.Timedelta(days=7 * number + 20)
        assert split.test["occurred_at"].max() < end - pd.Timedelta(days=7 * number)


def an_exercise(aim, **changes):
    past = events_frame(
        [
            {"customer": "ann", "product": "a"},
            {"customer": "ann", "product": "b"},
            {"customer": "bob", "product": "a"},
            {"customer": "eve", "product": "c", "type": "view"},
        ]
    )
    future = events_frame(
        [
            {"customer": "ann", "product": "a"},
            {"customer": "ann", "product": "c"},
            {"customer": "bob", "product": "a"},
            {"customer": "eve", "product": "c"},
            {"customer": "eve", "product": "b"},
            {"customer": "eve", "product": "b", "type": "return"},
            {"customer": "newcomer", "product": "a"},
            {"customer": "ann", "product": "unheard-of"},
        ]
    )
    values = {"max_customers": 10, "seed": 1} | changes
    return hold_exercise(histories_of(past), future, aim, **values)


def named(exercise, matrix):
    products = exercise.histories.products
    return {
        customer: products.ids_of(np.sort(matrix[row].indices))
        for row, customer in enumerate(exercise.histories.customers.index)
    }


@pytest.mark.parametrize(
    ("aim", "right"),
    [
        (Aim.DISCOVER, {"ann": ["c"], "eve": ["c"]}),
        (Aim.BUY_AGAIN, {"ann": ["a"], "bob": ["a"]}),
        (Aim.MIXED, {"ann": ["a", "c"], "bob": ["a"], "eve": ["c"]}),
    ],
)
def test_what_is_right_is_what_the_aim_is_about_of_what_was_bought_and_kept(aim, right):
    exercise = an_exercise(aim)

    assert named(exercise, exercise.relevant) == right
    had = {"ann": ["a", "b"], "bob": ["a"], "eve": []}
    had = {customer: had[customer] for customer in right}
    assert exercise.choice.allowed.all()
    assert (exercise.choice.hidden is None) == (aim is not Aim.DISCOVER)
    assert (exercise.choice.only is None) == (aim is not Aim.BUY_AGAIN)
    for matrix in (exercise.choice.hidden, exercise.choice.only):
        assert matrix is None or named(exercise, matrix) == had


def test_only_so_many_customers_are_asked_the_same_on_every_run():
    some = [an_exercise(Aim.MIXED, max_customers=2, seed=4) for _ in range(2)]

    assert [len(one.histories) for one in some] == [2, 2]
    assert some[0].histories.customers.index.tolist() == some[1].histories.customers.index.tolist()
    assert (
        named(some[0], some[0].relevant).items()
        <= named(an_exercise(Aim.MIXED), an_exercise(Aim.MIXED).relevant).items()
    )


def test_an_exercise_that_asks_nothing_is_none():
    past = histories_of(events_frame([{"product": "a"}]))

    assert hold_exercise(past, events_frame([{"product": "b"}]), Aim.MIXED, max_customers=5, seed=1) is None


@given(seed=seeds, count=st.integers(0, 30))
@settings(max_examples=25)
def test_drawn_candidates_hold_what_is_right_and_nothing_the_customer_had_to_do_with(seed, count):
    histories = histories_of(random_shop(seed))
    events = random_shop(seed + 1)
    bought = KeptPurchases.from_events(events).of(histories.customers.index, histories.products)
    draw = draw_candidates(count, seed)

    found, again = draw(histories, bought), draw(histories, bought)

    candidates, right = found.toarray() > 0, bought.toarray() > 0
    had = histories.sum_by_pair(histories.weights).toarray() > 0
    assert candidates[right].all()
    assert not (candidates & had & ~right).any()
    assert ((candidates & ~right).sum(axis=1) <= count).all()
    assert (found != again).nnz == 0


def test_an_exercise_ranks_the_drawn_candidates_alone():
    exercise = an_exercise(Aim.MIXED, only=draw_candidates(1, 5))

    assert ((exercise.choice.only - exercise.relevant).toarray() >= 0).all()
    assert exercise.choice.only.shape == exercise.relevant.shape


def test_ages_are_counted_in_steps_where_the_recipe_says_so():
    events = random_shop(3, events=400)
    by_steps = study_windows(events, shelf_of, None, replace(TIME, clock=Clock.STEPS, windows=1), [Aim.MIXED])

    [study] = by_steps[Aim.MIXED]

    assert np.array_equal(study.exercise.histories.age_days, study.exercise.histories.steps_back)
