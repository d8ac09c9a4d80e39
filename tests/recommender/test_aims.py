"""From events to lists: what every list must keep to, whatever the shop, the aim and the brief."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from bespoke.domain import Aim, CampaignId, ReasonKind
from bespoke.errors import ModelUnusable
from recommender.als import AlsParameters
from recommender.arranging import draw_keys, exploration_chance
from recommender.category_taste import CategoryTasteParameters
from recommender.content import ContentParameters
from recommender.matrix import KeptPurchases
from recommender.new_buyers import NewBuyersParameters
from tests.builders import NOW, a_product
from tests.recommender.shops import (
    TREES,
    a_blend,
    a_catalog,
    a_recipe,
    checkerboard,
    events_frame,
    ids,
    lists_of,
    purchases,
    random_shop,
    rules_for,
    trained,
)

SPRING = CampaignId("spring")
AGAIN = (ReasonKind.BUY_AGAIN, ReasonKind.DUE_AGAIN)
QUICK = (Phase.explicit, Phase.reuse, Phase.generate)  # to shrink a whole training takes minutes
COUNTRIES = pd.Series({f"c{i}": ["Norway", "Peru", None][i % 3] for i in range(40)}, dtype=object)
every_aim = pytest.mark.parametrize("aim", Aim)


def a_shop(seed):
    rng = np.random.default_rng(seed)
    events = random_shop(seed, events=250)
    catalog = {
        f"p{i}": a_product(
            f"p{i}",
            title=f"Title of p{i}",
            description=f"word{i % 4} word{i % 5}",
            category=["Kitchen", "Garden", None][int(rng.integers(3))],
            stock=int(rng.integers(0, 6)),
        )
        for i in range(28)
        if i not in (2, 11)  # which left the catalog
    }
    return events, catalog


RECIPES = {
    "als": a_recipe(),
    "blend": a_blend(),
    "everything": a_blend(),
}
PLAIN = {"als": {"als": AlsParameters(factors=4, iterations=15)}, "blend": {}}
RECIPES["everything"] = replace(
    RECIPES["blend"],
    components={
        **RECIPES["blend"].components,
        "als": AlsParameters(factors=4, iterations=3),
        "content": ContentParameters(),
        "category": CategoryTasteParameters(),
        "new_buyers": NewBuyersParameters(),
    },
    reranker=TREES,
)


@pytest.mark.parametrize("name", RECIPES)
@every_aim
@given(seed=st.integers(0, 10_000), n=st.integers(1, 8), random=st.randoms(use_true_random=False))
@settings(max_examples=4, phases=QUICK)
def test_no_list_repeats_breaks_a_rule_or_depends_on_who_else_is_asked(name, aim, seed, n, random):
    events, catalog = a_shop(seed)
    model = trained(events, catalog, COUNTRIES, RECIPES[name], NOW, with_unsold=bool(seed % 2))
    rules = rules_for(
        events,
        catalog,
        aim=aim,
        exclude_products=("p1",),
        exclude_categories=("Garden",) if seed % 3 == 0 else (),
        max_per_category=2 if seed % 5 == 0 else None,
        exploration=0.3 if seed % 7 < 3 else 0.0,
        popularity_damping=0.5 if seed % 4 == 0 else 0.0,
    )
    customers = [*(f"c{i}" for i in range(32)), "a stranger"]

    found = lists_of(model, events, customers, rules, n, countries=COUNTRIES, campaign_id=SPRING)

    had = KeptPurchases.from_events(events).of(customers, model.products).toarray() > 0
    popular = dict(zip(model.products.index, model.popularity.overall > 0, strict=True))
    for row, customer in enumerate(customers):
        shown, bought = ids(found[customer]), set(model.products.index[had[row]])
        assert list(found) == customers
        assert len(set(shown)) == len(shown) <= n
        assert [one.rank for one in found[customer]] == list(range(1, len(shown) + 1))
        assert rules.refusals([customer] * len(shown), shown) == [None] * len(shown)
        assert not any(rules.over_caps(shown))
        if aim is Aim.DISCOVER:
            assert not set(shown) & bought
        if aim is Aim.BUY_AGAIN:
            assert set(shown) <= bought
        for one in found[customer]:
            assert np.isfinite(one.score)
            assert 0 < one.chance <= 1
            kind, detail = one.reason.kind, one.reason.detail
            assert (detail is None) == (
                kind in (ReasonKind.POPULAR, ReasonKind.BUY_AGAIN, ReasonKind.DUE_AGAIN)
            )
            assert detail != catalog[one.product_id].title
            if kind in AGAIN or aim is Aim.BUY_AGAIN:
                assert one.product_id in bought
                assert kind in AGAIN
            if kind is ReasonKind.POPULAR:
                assert popular[one.product_id]
            if kind is ReasonKind.POPULAR_IN:
                assert detail == COUNTRIES[customer]
            if kind is ReasonKind.BOUGHT_WITH:
                assert detail in {f"Title of {one}" for one in bought}
            if kind is ReasonKind.NEW_IN:
                assert detail == catalog[one.product_id].category
    some = random.sample(customers, 10)
    again = lists_of(model, events, some, rules, n, countries=COUNTRIES, campaign_id=SPRING)
    assert {one: ids(again[one]) for one in some} == {one: ids(found[one]) for one in some}


@every_aim
@given(seed=st.integers(0, 10_000))
@settings(max_examples=3, phases=QUICK)
def test_no_list_is_shorter_than_the_rules_leave_it(aim, seed):
    """Where every product sells, nobody goes short of what they may be shown."""
    events, _ = a_shop(seed)
    events = pd.concat([events, purchases(*((f"x{i % 3}", f"p{i}") for i in range(25)))])
    catalog = a_catalog(f"p{i}" for i in range(25))
    model = trained(events, catalog, None, RECIPES["blend"], NOW)
    customers = [f"c{i}" for i in range(30)]

    found = lists_of(model, events, customers, rules_for(events, catalog, aim=aim), 12)

    bought = KeptPurchases.from_events(events).of(customers, model.products)
    for row, customer in enumerate(customers):
        left = {Aim.DISCOVER: 25 - bought[row].nnz, Aim.BUY_AGAIN: bought[row].nnz, Aim.MIXED: 25}[aim]
        assert len(found[customer]) == min(12, left)


def test_to_buy_again_a_new_customer_is_shown_nothing():
    board = checkerboard(12)
    catalog = a_catalog(f"p{i:02}" for i in range(12))
    model = trained(board, catalog, None, a_recipe(), NOW)

    found = lists_of(model, board, ["stranger"], rules_for(board, catalog, aim=Aim.BUY_AGAIN), 3)

    assert found == {"stranger": ()}


@every_aim
def test_what_happened_since_training_changes_the_next_list_without_another_training(aim):
    board = checkerboard(20)
    catalog = a_catalog(f"p{i:02}" for i in range(20))
    model = trained(board, catalog, None, a_recipe(), NOW)
    bought = pd.concat([board, purchases(*(("newcomer", f"p{i:02}") for i in (1, 3, 5)))])

    [shown] = lists_of(model, bought, ["newcomer"], rules_for(bought, catalog, aim=aim), 5).values()

    assert {int(one[1:]) % 2 for one in ids(shown)} == {1}  # who buys odd ones buys odd ones
    assert (set(ids(shown)) <= {"p01", "p03", "p05"}) == (aim is Aim.BUY_AGAIN)


def test_a_purchase_of_today_moves_a_customer_the_training_knew():
    board = pd.concat([checkerboard(20), purchases(*(("ann", f"p{i:02}") for i in (0, 2)), days_ago=60.0)])
    catalog = a_catalog(f"p{i:02}" for i in range(20))
    model = trained(board, catalog, None, a_recipe(), NOW)
    later = pd.concat([board, purchases(*(("ann", f"p{i:02}") for i in (1, 3)), days_ago=0.1)])

    [before] = lists_of(model, board, ["ann"], rules_for(board, catalog), 3).values()
    [after] = lists_of(model, later, ["ann"], rules_for(later, catalog), 3).values()

    assert {int(one[1:]) % 2 for one in ids(before)} == {0}
    assert {int(one[1:]) % 2 for one in ids(after)} == {1}


@given(seed=st.integers(0, 10_000))
@settings(max_examples=3, phases=QUICK)
def test_the_order_in_which_events_and_ids_come_changes_no_list(seed):
    events, catalog = a_shop(seed)
    spread = pd.to_timedelta(np.arange(len(events)), unit="s")  # no two at one moment
    events = events.assign(occurred_at=events["occurred_at"] - spread)
    turned = events.sample(frac=1, random_state=seed)
    turned = turned.assign(
        product_id=pd.Categorical(turned["product_id"].astype(object), ordered=False),
        customer_id=pd.Categorical(
            turned["customer_id"].astype(object), categories=[*events["customer_id"].cat.categories[::-1]]
        ),
    )
    reversed_catalog = dict(reversed(catalog.items()))
    customers = [f"c{i}" for i in range(30)]

    def lists(events, catalog, customers):
        model = trained(events, catalog, COUNTRIES, RECIPES["blend"], NOW)
        return lists_of(model, events, customers, rules_for(events, catalog, aim=Aim.MIXED), 5)

    one, other = lists(events, catalog, customers), lists(turned, reversed_catalog, customers[::-1])

    assert {customer: ids(one[customer]) for customer in customers} == {
        customer: ids(other[customer]) for customer in customers
    }


def a_shop_of_tastes():
    """Four tastes of eight products; everyone buys most of one taste and something else."""
    rng = np.random.default_rng(6)
    rows = []
    for customer in range(80):
        own = rng.permutation(8)[:6] + 8 * (customer % 4)
        rows += [(f"c{customer}", f"p{product}") for product in [*own, rng.integers(32)]]
    return purchases(*rows, days_ago=30.0)


@pytest.mark.parametrize("name", ["als", "blend"])
def test_an_unrelated_customer_hardly_changes_the_lists_of_others(name):
    """Beyond the noise of a model fitted anew: nearly all the same products, nearly the same scores."""
    events = a_shop_of_tastes()
    more = pd.concat([events, purchases(*(("a-new-one", f"own{i}") for i in range(2)), days_ago=30.0)])
    catalog = a_catalog([*(f"p{i}" for i in range(32)), *(f"own{i}" for i in range(4))])
    recipe = replace(RECIPES[name], components={**RECIPES[name].components, **PLAIN[name]}, windows=0)
    customers = [f"c{i}" for i in range(80)]

    def lists(events):
        model = trained(events, catalog, None, recipe, NOW)
        return lists_of(model, events, customers, rules_for(events, catalog, aim=Aim.MIXED), 6)

    before, after = lists(events), lists(more)

    kept = [len(set(ids(before[one])) & set(ids(after[one]))) / len(before[one]) for one in customers]
    assert np.mean(kept) > 0.9
    assert not {one for shown in after.values() for one in ids(shown)} & {f"own{i}" for i in range(4)}
    scores = {name: {} for name in ("before", "after")}
    for name, found in (("before", before), ("after", after)):
        scores[name] = {(who, one.product_id): one.score for who, shown in found.items() for one in shown}
    shared = scores["before"].keys() & scores["after"].keys()
    moved = [abs(scores["before"][pair] - scores["after"][pair]) for pair in shared]
    assert np.mean(moved) < 0.15 * np.mean([abs(scores["before"][pair]) for pair in shared])


def test_an_unrelated_customer_of_a_standing_model_changes_nobodys_list_at_all():
    events = random_shop(3, customers=40, events=600)
    catalog = a_catalog(f"p{i}" for i in range(25))
    model = trained(events, catalog, None, RECIPES["blend"], NOW)
    customers = [f"c{i}" for i in range(40)]
    more = pd.concat([events, purchases(("a-new-one", "p3"), ("a-new-one", "p4"), days_ago=30.0)])

    assert lists_of(model, events, customers, rules_for(events, catalog), 5) == lists_of(
        model, more, customers, rules_for(more, catalog), 5
    )


def a_shop_with_news():
    """An old shop in which three teas appeared this week and sold to a few."""
    old = random_shop(8, customers=40, events=900)
    liked = purchases(
        *((f"t{i}", f"tea{j}") for i in range(12) for j in range(4) if i % 4 != j), days_ago=40.0
    )
    news = purchases(*((f"t{i}", f"new{j}") for i in range(4) for j in range(3) if i != j), days_ago=1.0)
    catalog = a_catalog(f"p{i}" for i in range(25))
    catalog |= a_catalog([f"tea{j}" for j in range(4)] + [f"new{j}" for j in range(3)], category="Tea")
    return pd.concat([old, liked, news]), catalog


def test_new_in_is_said_of_what_is_new_in_a_category_they_buy_from():
    events, catalog = a_shop_with_news()
    recipe = a_recipe(
        components={
            "category": CategoryTasteParameters(),
            "new": NewBuyersParameters(window_days=14.0),
            "als": replace(a_recipe().components["als"]),
        },
        prior={"new": 1.0, "category": 1.0},
    )
    model = trained(events, catalog, None, recipe, NOW)
    tea_drinkers, others = [f"t{i}" for i in range(4, 12)], [f"c{i}" for i in range(20)]

    found = lists_of(model, events, [*tea_drinkers, *others], rules_for(events, catalog), 6)

    said = {
        (customer, one.product_id)
        for customer, shown in found.items()
        for one in shown
        if one.reason.kind is ReasonKind.NEW_IN
    }
    assert said
    assert {product for _, product in said} <= {"new0", "new1", "new2"}
    assert {customer for customer, _ in said} <= set(tea_drinkers)
    details = {
        one.reason.detail for shown in found.values() for one in shown if one.reason.kind is ReasonKind.NEW_IN
    }
    assert details == {"Tea"}


def test_popular_is_said_only_of_what_sells_best_beside_what_a_customer_is_likely_to_want():
    events = random_shop(5, customers=60, events=1500)
    catalog = a_catalog(f"p{i}" for i in range(25))
    model = trained(events, catalog, None, RECIPES["blend"], NOW)
    best = set(model.products.index[model.popularity.are_popular()])
    assert 0 < len(best) < 25

    found = lists_of(
        model, events, [f"c{i}" for i in range(60)], rules_for(events, catalog, aim=Aim.MIXED), 4
    )

    said = {
        one.product_id for shown in found.values() for one in shown if one.reason.kind is ReasonKind.POPULAR
    }
    assert said
    assert said <= best


def a_shop_with_untried_products():
    events = random_shop(4, customers=50, events=900)
    catalog = {
        f"p{i}": a_product(
            f"p{i}", title=f"p{i}", description=f"word{i % 6} word{i % 4} thing", category=None
        )
        for i in range(40)  # the last 15 nobody had to do with
    }
    recipe = replace(
        a_blend(),
        components={**a_blend().components, "content": ContentParameters()},
        prior={"item_item": 1.0, "popular": 0.3, "content": 1.0},
        windows=0,
    )
    return events, catalog, trained(events, catalog, None, recipe, NOW, with_unsold=True)


def test_exploring_is_recorded_with_its_chance_and_repeats():
    events, catalog, model = a_shop_with_untried_products()
    customers = sorted(set(events["customer_id"].dropna()))
    rules = rules_for(events, catalog, exploration=0.5)

    found = lists_of(model, events, customers, rules, 3, campaign_id=SPRING)

    untried = set(model.products.index[model.fresh.is_untried])
    explored = [one for shown in found.values() for one in shown if one.explored]
    assert len(explored) > 10
    assert {one.product_id for one in explored} <= untried
    assert not any(shown[0].explored for shown in found.values())
    chances = {exploration_chance(0.5, place, 3) for place in (1, 2)}
    assert {one.chance for one in explored} <= chances
    assert {one.chance for shown in found.values() for one in shown} <= chances | {
        1 - one for one in chances
    } | {1.0}
    assert found == lists_of(model, events, customers, rules, 3, campaign_id=SPRING)
    some = lists_of(model, events, customers[::-3], rules, 3, campaign_id=SPRING)
    assert some == {one: found[one] for one in customers[::-3]}
    assert found != lists_of(model, events, customers, rules, 3, campaign_id=CampaignId("summer"))


def test_nothing_is_explored_without_a_campaign_or_a_share():
    events, catalog, model = a_shop_with_untried_products()
    customers = sorted(set(events["customer_id"].dropna()))

    for share, more in ((0.5, {}), (0.0, {"campaign_id": SPRING})):
        found = lists_of(model, events, customers, rules_for(events, catalog, exploration=share), 3, **more)
        assert not any(one.explored for shown in found.values() for one in shown)
        assert {one.chance for shown in found.values() for one in shown} == {1.0}


def test_a_product_nobody_bought_yet_is_recommended_to_who_bought_its_like():
    events, catalog, model = a_shop_with_untried_products()
    unsold = {f"p{i}" for i in range(25, 40)}

    found = lists_of(
        model, events, sorted(set(events["customer_id"].dropna())), rules_for(events, catalog), 8
    )

    shown = [one for products in found.values() for one in products if one.product_id in unsold]
    assert shown
    for one in shown:
        assert one.reason.kind in (ReasonKind.BOUGHT_WITH, ReasonKind.VIEWED)
        like = set(catalog[one.reason.detail].description.split()) & set(
            catalog[one.product_id].description.split()
        )
        assert like - {"thing"}


def test_a_new_customer_gets_what_is_popular_at_home_whatever_the_model():
    events = pd.concat([random_shop(5, events=400), purchases(*((f"n{i}", "p20") for i in range(8)))])
    catalog = a_catalog(f"p{i}" for i in range(25))
    countries = pd.Series({f"n{i}": "Norway" for i in range(8)})
    model = trained(events, catalog, countries, RECIPES["blend"], NOW)
    homes = pd.Series({"new": "Norway", "elsewhere": "Chad"})

    found = lists_of(model, events, ["new", "elsewhere"], rules_for(events, catalog), 3, countries=homes)

    assert next((one.product_id, one.reason.detail) for one in found["new"]) == ("p20", "Norway")
    assert found["new"][0].reason.kind is ReasonKind.POPULAR_IN
    assert len(found["elsewhere"]) == 3
    assert {one.reason.kind for one in found["elsewhere"]} == {ReasonKind.POPULAR}


def test_a_shop_of_20_customers_and_100_events_works_and_says_what_it_fell_back_to():
    events = random_shop(2, customers=20, products=15, events=100)
    catalog = a_catalog(f"p{i}" for i in range(15))
    customers = sorted(set(events["customer_id"].dropna()))

    for recipe in RECIPES.values():
        model = trained(events, catalog, None, recipe, NOW)
        found = lists_of(model, events, customers, rules_for(events, catalog), 3)
        assert all(len(shown) == 3 for shown in found.values())
        left_out = set(recipe.components) - set(model.components)
        assert all(name in model.note for name in left_out)


def test_a_shop_without_earlier_weeks_says_that_its_weights_are_the_usual_ones():
    events = random_shop(2, customers=20, products=15, events=100)
    events = events.assign(occurred_at=events["occurred_at"].max())

    model = trained(events, a_catalog(f"p{i}" for i in range(15)), None, a_blend(), NOW)

    assert "no earlier weeks had orders" in model.note
    assert model.rankers[Aim.MIXED].weights == {"item_item": 1.0, "repeats": 0.0, "popular": 1.0}


def test_only_what_the_catalog_holds_can_be_learned_of():
    with pytest.raises(ModelUnusable, match="load orders first"):
        trained(random_shop(1), a_catalog(["another"]), None, a_recipe(), NOW)


def test_what_comes_after_now_is_not_learned():
    events = random_shop(2, events=300)
    catalog = a_catalog(f"p{i}" for i in range(25))
    past = events[events["occurred_at"] <= NOW - pd.Timedelta(days=50)]

    one, other = (
        trained(e, catalog, None, RECIPES["blend"], NOW - pd.Timedelta(days=50)) for e in (events, past)
    )

    for name, component in one.components.items():
        for key, values in component.arrays().items():
            np.testing.assert_array_equal(values, other.components[name].arrays()[key])
    assert one.rankers == other.rankers


def test_a_faded_old_shop_works_as_a_fresh_one():
    events = random_shop(2, events=300)
    old = events.assign(occurred_at=events["occurred_at"] - pd.Timedelta(days=15_000))
    catalog = a_catalog(f"p{i}" for i in range(25))

    def lists(events):
        model = trained(events, catalog, None, RECIPES["blend"], NOW)
        return lists_of(model, events, [f"c{i}" for i in range(30)], rules_for(events, catalog), 4)

    assert lists(old) == lists(events)


def test_two_trainings_on_the_same_events_give_the_same_lists():
    events, catalog = a_shop(12)

    def lists():
        model = trained(events, catalog, None, RECIPES["everything"], NOW)
        return lists_of(model, events, [f"c{i}" for i in range(30)], rules_for(events, catalog), 4)

    assert lists() == lists()


def test_one_strange_customer_who_only_looked_long_ago_harms_nobody():
    events, catalog = a_shop(12)
    events = pd.concat(
        [events, events_frame([{"customer": "old", "product": "p0", "type": "view", "days_ago": 9e3}])]
    )

    for recipe in RECIPES.values():
        model = trained(events, catalog, None, recipe, NOW)
        assert len(lists_of(model, events, ["old"], rules_for(events, catalog), 3)["old"]) == 3


def test_draws_need_no_more_than_campaign_and_customer():
    assert draw_keys(SPRING, ["ann"]).tolist() == draw_keys(SPRING, ["bob", "ann"])[1:].tolist()
