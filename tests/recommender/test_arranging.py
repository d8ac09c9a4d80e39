"""The laws of arranging: what any shortlist, brief and catalog must keep to."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bespoke.brief import ProductBrief
from bespoke.domain import CampaignId, CustomerId, ProductId
from recommender.arranging import (
    Arrangement,
    ListRules,
    arrange,
    draw,
    draw_keys,
    exploration_chance,
)
from recommender.id_maps import UNKNOWN, IdMap
from recommender.rules import ProductRules
from recommender.top_products import Ranking
from tests.builders import a_product

SPRING = CampaignId("spring")
CATEGORIES = ("Kitchen", "Garden", "Paper", None)
BRANDS = ("Juniper", "Loom", None)


def shortlist_of(*rows: list[int]) -> Ranking:
    """A ranking from columns, padded to the longest row."""
    width = max(map(len, rows), default=0)
    columns = np.full((len(rows), width), UNKNOWN, np.int32)
    for row, found in enumerate(rows):
        columns[row, : len(found)] = found
    scores = np.where(columns == UNKNOWN, np.nan, 1.0).astype(np.float32)
    return Ranking(columns, scores)


def shop(size: int, seed: int = 0) -> tuple[dict[ProductId, Any], IdMap, dict[ProductId, Decimal]]:
    rng = np.random.default_rng(seed)
    ids = [ProductId(f"p{i:03}") for i in range(size)]
    products = {
        one: a_product(
            one,
            category=CATEGORIES[rng.integers(len(CATEGORIES))],
            attributes={"Vendor": brand} if (brand := BRANDS[rng.integers(len(BRANDS))]) else {},
            stock=int(rng.integers(1, 50)) if rng.random() < 0.8 else None,
        )
        for one in ids
    }
    costs = {one: Decimal(int(rng.integers(0, 14))) for one in ids if rng.random() < 0.8}
    return products, IdMap.in_order(ids), costs


def rules_of(size: int, seed: int = 0, popularity: Any = None, **brief: Any) -> ListRules:
    products, ids, costs = shop(size, seed)
    rules = ProductRules.from_brief(ProductBrief(**brief), products, None, costs=costs)
    return ListRules.of(rules, ids, popularity)


def columns_of(arrangement: Arrangement, shortlist: Ranking, fresh: Ranking | None = None) -> list[list[int]]:
    lists = []
    for row, places in enumerate(arrangement.places):
        found = []
        for place, is_fresh in zip(places, arrangement.is_fresh[row], strict=True):
            source = fresh if is_fresh else shortlist
            assert source is not None
            found.append(UNKNOWN if place == UNKNOWN else int(source.columns[row, place]))
        lists.append(found)
    return lists


def without_gaps(found: list[int]) -> list[int]:
    kept = [column for column in found if column != UNKNOWN]
    assert found[: len(kept)] == kept, "a gap in a list"
    return kept


briefs = st.fixed_dictionaries(
    {
        "boost": st.sampled_from(["none", "margin", "inventory"]),
        "boost_strength": st.sampled_from([0.0, 0.3, 1.0]),
        "popularity_damping": st.sampled_from([0.0, 0.5, 1.0]),
        "max_per_category": st.sampled_from([None, 1, 2]),
        "max_per_brand": st.sampled_from([None, 1, 3]),
        "exploration": st.sampled_from([0.0, 0.2, 0.5]),
    }
)


@st.composite
def situations(draw_one: Any) -> tuple[Ranking, Ranking, ListRules, int, list[CustomerId]]:
    size = draw_one(st.integers(1, 25))
    rows = draw_one(
        st.lists(st.lists(st.integers(0, size - 1), unique=True, max_size=size), min_size=1, max_size=8)
    )
    news = [draw_one(st.lists(st.integers(0, size - 1), unique=True, max_size=5)) for _ in rows]
    popularity = np.random.default_rng(size).integers(0, 30, size).astype(float)
    rules = rules_of(size, size, popularity, **draw_one(briefs))
    customers = [CustomerId(f"c{row}") for row in range(len(rows))]
    return shortlist_of(*rows), shortlist_of(*news), rules, draw_one(st.integers(1, 6)), customers


@given(situations())
@settings(max_examples=200, deadline=None)
def test_every_list_holds_only_candidates_none_twice_and_keeps_the_caps(situation: Any) -> None:
    shortlist, fresh, rules, n, customers = situation

    found = arrange(shortlist, rules, n, fresh=fresh, keys=draw_keys(SPRING, customers))

    for row, columns in enumerate(columns_of(found, shortlist, fresh)):
        shown = without_gaps(columns)
        candidates = set(shortlist.columns[row]) | set(fresh.columns[row])
        assert len(set(shown)) == len(shown) <= n
        assert set(shown) <= candidates - {UNKNOWN}
        for kinds, cap in rules.caps():
            named = [kinds[column] for column in shown if kinds[column] != UNKNOWN]
            assert max((named.count(one) for one in named), default=0) <= cap


@given(situations())
@settings(max_examples=100, deadline=None)
def test_a_list_is_short_only_where_nothing_more_may_be_shown(situation: Any) -> None:
    shortlist, _, rules, n, _ = situation

    for row, columns in enumerate(columns_of(arrange(shortlist, rules, n), shortlist)):
        shown = without_gaps(columns)
        if len(shown) == n:
            continue
        for column in set(shortlist.columns[row].tolist()) - set(shown) - {UNKNOWN}:
            assert any(
                kinds[column] != UNKNOWN and sum(kinds[one] == kinds[column] for one in shown) >= cap
                for kinds, cap in rules.caps()
            )


@given(situations(), st.randoms())
@settings(max_examples=100, deadline=None)
def test_lists_do_not_depend_on_the_order_of_customers_or_on_who_else_is_asked_about(
    situation: Any, random: Any
) -> None:
    shortlist, fresh, rules, n, customers = situation
    keys = draw_keys(SPRING, customers)
    whole = arrange(shortlist, rules, n, fresh=fresh, keys=keys)
    some = random.sample(range(len(customers)), random.randint(1, len(customers)))

    part = arrange(
        Ranking(shortlist.columns[some], shortlist.scores[some]),
        rules,
        n,
        fresh=Ranking(fresh.columns[some], fresh.scores[some]),
        keys=keys[some],
    )

    assert np.array_equal(part.places, whole.places[some])
    assert np.array_equal(part.is_fresh, whole.is_fresh[some])
    assert np.array_equal(part.chances, whole.chances[some])


@given(situations())
@settings(max_examples=50, deadline=None)
def test_a_rerun_gives_the_same_lists(situation: Any) -> None:
    shortlist, fresh, rules, n, customers = situation

    once, again = (
        arrange(shortlist, rules, n, fresh=fresh, keys=draw_keys(SPRING, customers)) for _ in range(2)
    )

    assert np.array_equal(once.places, again.places)
    assert np.array_equal(once.is_fresh, again.is_fresh)


@given(
    st.lists(st.integers(0, 24), unique=True, min_size=2),
    st.sampled_from(["margin", "inventory"]),
    st.lists(st.sampled_from([0.0, 0.1, 0.25, 0.5, 0.75, 1.0]), min_size=2, max_size=2, unique=True),
)
@settings(max_examples=200, deadline=None)
def test_the_harder_the_push_the_less_is_a_product_overtaken_by_one_pushed_no_more(
    ranked: list[int], boost: str, strengths: list[float]
) -> None:
    weak, strong = sorted(strengths)
    shortlist = shortlist_of(ranked)
    wish = rules_of(25, boost=boost, boost_strength=1.0).nudges

    def order(strength: float) -> list[int]:
        rules = rules_of(25, boost=boost, boost_strength=strength)
        return columns_of(arrange(shortlist, rules, len(ranked)), shortlist)[0]

    before, after = order(weak), order(strong)

    for place, upper in enumerate(before):
        for lower in before[place + 1 :]:
            if wish[upper] >= wish[lower]:
                assert after.index(upper) < after.index(lower)
    best = max(ranked, key=lambda column: wish[column])
    assert after.index(best) <= before.index(best)


@given(st.permutations(range(12)), st.sampled_from([0.1, 0.5, 1.0]))
@settings(max_examples=100, deadline=None)
def test_damping_never_moves_a_bestseller_past_a_product_that_sells_less(
    ranked: list[int], damping: float
) -> None:
    popularity = np.arange(12.0) ** 2
    shortlist = shortlist_of(ranked)
    rules = rules_of(12, popularity=popularity, popularity_damping=damping)

    [after] = columns_of(arrange(shortlist, rules, 12), shortlist)

    for place, upper in enumerate(ranked):
        for lower in ranked[place + 1 :]:
            if popularity[upper] <= popularity[lower]:
                assert after.index(upper) < after.index(lower)


@given(st.lists(st.permutations(range(9)), min_size=1, max_size=5), st.integers(1, 12))
@settings(max_examples=50, deadline=None)
def test_strength_nothing_changes_nothing(rows: list[list[int]], n: int) -> None:
    shortlist = shortlist_of(*rows)
    rules = rules_of(9, popularity=np.arange(9.0), boost="margin", boost_strength=0, popularity_damping=0)

    assert columns_of(arrange(shortlist, rules, min(n, 9)), shortlist) == [row[:n] for row in rows]


def test_asking_for_five_and_having_three_left_returns_three() -> None:
    shortlist = shortlist_of([4, 2, 7])

    assert columns_of(arrange(shortlist, rules_of(9), 5), shortlist) == [[4, 2, 7, UNKNOWN, UNKNOWN]]
    capped = arrange(shortlist, rules_of(9, max_per_category=12), 5)
    assert columns_of(capped, shortlist) == [[4, 2, 7, UNKNOWN, UNKNOWN]]


def test_a_product_whose_margin_nobody_knows_is_neither_pushed_nor_held_back() -> None:
    products = {ProductId(f"p{i}"): a_product(f"p{i}") for i in range(3)}
    costs = {ProductId("p0"): Decimal(12), ProductId("p1"): Decimal(1)}
    brief = ProductBrief(boost="margin", boost_strength=1)
    rules = ProductRules.from_brief(brief, products, None, costs=costs)

    nudges = ListRules.of(rules, IdMap.in_order(["p0", "p1", "p2", "gone"])).nudges

    assert nudges[0] < 0 < nudges[1]
    assert nudges[2] == nudges[3] == 0
    assert nudges[1] - nudges[0] == pytest.approx(np.log(10))


def test_damping_counts_what_was_shown_lately_even_where_nothing_sells() -> None:
    products, ids, _ = shop(3)
    shown = pd.DataFrame({"customer_id": ["a", "b", "c"], "product_id": ["p000", "p000", "p001"]})
    brief = ProductBrief(popularity_damping=1)
    rules = ProductRules.from_brief(brief, products, None, shown=shown)

    nudges = ListRules.of(rules, ids, popularity=np.zeros(3)).nudges

    assert nudges[0] < nudges[1] < nudges[2] == 0


def test_brands_are_told_apart_whatever_the_attribute_and_the_spelling() -> None:
    products = {
        ProductId("a"): a_product("a", attributes={"Brand": "Loom & Co"}),
        ProductId("b"): a_product("b", attributes={"vendor": " loom &  co"}),
        ProductId("c"): a_product("c", attributes={"manufacturer": "Juniper"}),
        ProductId("d"): a_product("d"),
        ProductId("e"): a_product("e"),
    }
    rules = ProductRules.from_brief(ProductBrief(max_per_brand=1), products, None)
    shortlist = shortlist_of([0, 1, 2, 3, 4])

    found = arrange(shortlist, ListRules.of(rules, IdMap.in_order(sorted(products))), 5)

    assert columns_of(found, shortlist) == [[0, 2, 3, 4, UNKNOWN]]


@pytest.mark.parametrize(("share", "n"), [(0.1, 3), (0.25, 4), (0.3, 1)])
def test_exploration_takes_its_share_of_places_and_leaves_the_first_one_alone(share: float, n: int) -> None:
    count = 6000
    customers = [CustomerId(f"c{i}") for i in range(count)]
    shortlist, fresh = shortlist_of(*[list(range(20))] * count), shortlist_of(*[[20, 21, 22, 23]] * count)
    rules = rules_of(24, exploration=share)

    found = arrange(shortlist, rules, n, fresh=fresh, keys=draw_keys(SPRING, customers))

    places = count * n
    assert found.is_fresh.sum() == pytest.approx(share * places, abs=4 * np.sqrt(share * places))
    assert n == 1 or not found.is_fresh[:, 0].any()


def test_the_chance_on_record_is_how_often_a_draw_comes_out_so() -> None:
    customers = [CustomerId(f"c{i}") for i in range(8000)]
    shortlist = shortlist_of(*[[0, 1, 2, 3]] * 8000)
    fresh = shortlist_of(*[[4, 5, 6]] * 8000)

    found = arrange(
        shortlist, rules_of(9, exploration=0.2), 3, fresh=fresh, keys=draw_keys(SPRING, customers)
    )

    assert (found.chances[:, 0] == 1).all()
    for place in (1, 2):
        drawn = found.is_fresh[:, place]
        assert found.chances[drawn, place] == pytest.approx(0.3)
        assert found.chances[~drawn, place] == pytest.approx(0.7)
        assert drawn.mean() == pytest.approx(0.3, abs=0.02)
    # Inverse chances weigh both outcomes back to everybody.
    assert (found.is_fresh[:, 1] / found.chances[:, 1]).mean() == pytest.approx(1, abs=0.07)


def test_other_campaigns_draw_otherwise_and_places_apart() -> None:
    customers = [CustomerId(f"c{i}") for i in range(4000)]
    spring, autumn = draw_keys(SPRING, customers), draw_keys(CampaignId("autumn"), customers)

    series = [draw(spring, 1), draw(spring, 2), draw(autumn, 1)]

    assert abs(np.corrcoef(series) - np.eye(3)).max() < 0.06
    assert all(0.47 < one.mean() < 0.53 and one.min() >= 0 and one.max() < 1 for one in series)


def test_no_chance_is_above_one() -> None:
    assert exploration_chance(0.5, 1, 2) == 1.0
    assert exploration_chance(0.5, 0, 2) == 0.0
