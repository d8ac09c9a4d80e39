"""How components are put together: judged on customers that nothing was learned from."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import csr_matrix

from bespoke.domain import Aim
from recommender.facts import ProductFacts
from recommender.id_maps import IdMap
from recommender.learning import (
    _ENOUGH_CUSTOMERS,
    FOLDS,
    Fitted,
    Study,
    _folds_by_customer,
    fit_component,
    fit_components,
    folds,
    gain_at,
    is_surely_better,
    learn_ranker,
    study_windows,
)
from recommender.presets import order_only_recipe
from recommender.shelf import Shelf
from recommender.shortlisting import Choice
from recommender.windows import Exercise
from tests.recommender.shops import (
    TREES,
    Opinions,
    a_blend,
    a_catalog,
    a_recipe,
    histories_of,
    purchases,
    random_shop,
    scores_of,
)

SHARING = ("als", "als_long", "sequences", "sequences_long")


def a_study(opinions, relevant, *, prefix="c"):
    """Customers with one event each, what components think, and what they bought next."""
    n, p = relevant.shape
    products = IdMap.of(f"p{i:03}" for i in range(p))
    events = purchases(*((f"{prefix}{i:04}", f"p{i % p:03}") for i in range(n)))
    histories = histories_of(events, products)
    shelf = Shelf.of(products, {})
    components = {name: Opinions(histories.customers, scores) for name, scores in opinions.items()}
    exercise = Exercise(histories, Choice.everything(histories), csr_matrix(relevant.astype(float)))
    return Study(Fitted(components, histories, ProductFacts.of(histories, shelf)), exercise)


def noise(seed, n, p):
    return np.random.default_rng(seed).normal(size=(n, p)).astype(np.float32)


def test_one_component_alone_is_chosen_where_the_others_are_noise():
    good = noise(1, 60, 30)
    study = a_study({"noise": noise(2, 60, 30), "good": good, "more": noise(3, 60, 30)}, good > 1.6)
    recipe = a_recipe(prior={"noise": 1.0, "good": 1.0, "more": 1.0})

    ranker = learn_ranker([study], recipe, ["noise", "good", "more"])

    assert (ranker.order or ranker.weights) == {"noise": 0.0, "good": 1.0, "more": 0.0}
    assert ranker.weights["good"] > max(ranker.weights["noise"], ranker.weights["more"])


def test_a_component_that_cannot_tell_products_apart_never_serves_alone():
    one, other = noise(6, 400, 30), noise(7, 400, 30)
    opinions = {"one": one, "other": other, "blind": np.zeros_like(one)}
    study = a_study(opinions, one + other + noise(8, 400, 30) > 2.8)

    ranker = learn_ranker([study], a_recipe(prior={"one": 1.0, "other": 1.0}), list(opinions))

    assert ranker.order is not None
    assert min(ranker.order["one"], ranker.order["other"]) > 0.3


def test_two_that_know_different_things_are_blended():
    one, other = noise(1, 400, 30), noise(2, 400, 30)
    study = a_study({"one": one, "other": other}, one + other > 2.2)

    ranker = learn_ranker([study], a_recipe(prior={"one": 1.0}), ["one", "other"])

    assert ranker.order["one"] == pytest.approx(ranker.order["other"], rel=0.3)
    assert min(ranker.order.values()) > 0


def test_without_any_earlier_weeks_the_prior_ranks():
    recipe = a_recipe(prior={"one": 0.7}, shortlist=13)

    ranker = learn_ranker([], recipe, ["one", "other"])

    assert (ranker.weights, ranker.order, ranker.reranker) == ({"one": 0.7, "other": 0.0}, None, None)
    assert ranker.shortlist == 13


def test_a_component_that_no_window_knew_gets_no_say_and_the_others_learn():
    good = noise(1, 60, 30)
    study = a_study({"good": good}, good > 1.6)

    ranker = learn_ranker([study], a_recipe(prior={"good": 1.0}), ["good", "new"])

    assert set(ranker.weights) == {"good"}
    assert ranker.order is not None


def test_what_nobody_bought_from_the_lists_leaves_the_prior():
    good = noise(1, 20, 30)
    study = a_study({"good": good}, np.zeros((20, 30), dtype=bool))

    assert learn_ranker([study], a_recipe(prior={"good": 1.0}), ["good"]).weights == {"good": 1.0}


def together_or_not(n, p):
    """Bought is what both like or both dislike: no sum of the two can tell."""
    one, other = noise(1, n, p), noise(2, n, p)
    return {"one": one, "other": other}, np.sign(one) * np.sign(other) * np.minimum(
        abs(one), abs(other)
    ) > 0.9


def test_trees_are_kept_where_they_win_on_customers_they_have_not_seen():
    opinions, relevant = together_or_not(450, 25)
    recipe = a_recipe(prior={"one": 1.0}, reranker=replace(TREES, trees=40, leaves=8, learning_rate=0.2))

    ranker = learn_ranker([a_study(opinions, relevant)], recipe, list(opinions), threads=1)

    assert ranker.reranker is not None
    assert (
        learn_ranker([a_study(opinions, relevant)], replace(recipe, reranker=None), list(opinions)).reranker
        is None
    )


def test_trees_that_add_nothing_are_left_out():
    good = noise(1, 450, 25)
    recipe = a_recipe(prior={"good": 1.0}, reranker=TREES)

    ranker = learn_ranker([a_study({"good": good}, good > 1.3)], recipe, ["good"], threads=1)

    assert ranker.reranker is None


def test_few_customers_grow_no_trees():
    opinions, relevant = together_or_not(_ENOUGH_CUSTOMERS - 1, 25)
    recipe = a_recipe(prior={"one": 1.0}, reranker=replace(TREES, trees=40, leaves=8, learning_rate=0.2))

    assert learn_ranker([a_study(opinions, relevant)], recipe, list(opinions), threads=1).reranker is None


def test_learning_twice_gives_the_same_ranker():
    opinions, relevant = together_or_not(450, 25)
    recipe = a_recipe(prior={"one": 1.0}, reranker=TREES)

    one, other = (
        learn_ranker([a_study(opinions, relevant)], recipe, list(opinions), threads=1) for _ in range(2)
    )

    assert one == other


@given(st.integers(0, 50), st.integers(0, 100))
def test_every_row_is_in_one_fold_and_in_the_rest_of_all_others(count, seed):
    found = folds(count, seed)

    assert sorted(np.concatenate([rows for rows, _ in found]).tolist()) == list(range(count))
    for rows, rest in found:
        assert sorted([*rows, *rest]) == list(range(count))
    assert len(found) == FOLDS


def test_a_customer_is_in_the_same_fold_in_every_window():
    one, other = (IdMap.in_order(ids).index for ids in (["a", "b", "c", "d"], ["d", "b", "x"]))

    first, second = _folds_by_customer([one, other], seed=3)

    assert (first[1], first[3]) == (second[1], second[0])


@given(seed=st.integers(0, 10_000), k=st.integers(1, 12))
def test_the_gain_is_ndcg_among_what_is_listed(seed, k):
    rng = np.random.default_rng(seed)
    scores, present = rng.normal(size=(4, 9)), rng.random((4, 9)) < 0.7
    hits = (rng.random((4, 9)) < 0.3) & present

    found = gain_at(scores, present, hits, k)

    for row in range(4):
        order = sorted(np.flatnonzero(present[row]), key=lambda column: -scores[row, column])[:k]
        gain = sum(1 / np.log2(place + 2) for place, column in enumerate(order) if hits[row, column])
        best = sum(1 / np.log2(place + 2) for place in range(min(k, int(hits[row].sum()))))
        assert found[row] == pytest.approx(gain / best if best else 0.0)


def test_a_lead_within_its_error_is_no_lead():
    rng = np.random.default_rng(1)
    base = rng.random(200)

    assert is_surely_better(base + 0.1, base)
    assert not is_surely_better(base, base)
    assert not is_surely_better(base + rng.normal(0, 1, 200) * 5 - 0.5, base)
    assert not is_surely_better(base[:1] + 1, base[:1])


def test_components_that_find_nothing_to_learn_are_left_out():
    strangers = purchases(*((f"c{i}", f"p{i}") for i in range(12)))
    histories = histories_of(strangers)

    fitted = fit_components(histories, Shelf.of(histories.products, {}), a_blend())

    assert set(fitted.components) == {"repeats", "popular"}


def test_windows_are_studied_for_every_aim_asked_and_no_other():
    events = random_shop(3, events=400)

    studies = study_windows(
        events, lambda products: Shelf.of(products, a_catalog([])), None, a_blend(), [Aim.DISCOVER, Aim.MIXED]
    )

    assert {aim: len(some) for aim, some in studies.items()} == {Aim.DISCOVER: 2, Aim.MIXED: 2}
    assert studies[Aim.DISCOVER][0].fitted is studies[Aim.MIXED][0].fitted


def test_components_that_share_a_training_are_what_each_is_alone():
    histories = histories_of(random_shop(3, events=400))
    shelf = Shelf.of(histories.products, {})
    whole = order_only_recipe()
    recipe = replace(whole, components={name: whole.components[name] for name in SHARING})

    together = fit_components(histories, shelf, recipe, threads=1)

    for name, parameters in recipe.components.items():
        alone = fit_component(histories, shelf, parameters, recipe.seed, 1)
        np.testing.assert_array_equal(
            scores_of(together.components[name], histories), scores_of(alone, histories), err_msg=name
        )


def test_where_nothing_with_a_weight_beforehand_learned_anything_all_others_count_alike():
    found = learn_ranker([], a_recipe(prior={"als": 1.0}), ["content", "popular"])

    assert found.weights == {"content": 1.0, "popular": 1.0}
