"""What holds for every component that needs no factorization, whatever the shop."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recommender.category_taste import CategoryTaste, CategoryTasteParameters
from recommender.components import Padded
from recommender.content import Content, ContentParameters
from recommender.histories import COUNTRY, Histories
from recommender.id_maps import IdMap
from recommender.new_buyers import NewBuyers, NewBuyersParameters
from recommender.popular import RecentPopularity, RecentPopularityParameters
from recommender.popular_by_trait import TraitPopularity, TraitPopularityParameters
from recommender.repeats import Repeats, RepeatsParameters
from recommender.shelf import Shelf
from tests.builders import NOW
from tests.recommender.shops import a_catalog, events_frame, purchases, random_shop

KINDS: dict[Any, Any] = {
    RecentPopularity: RecentPopularityParameters(),
    TraitPopularity: TraitPopularityParameters(),
    CategoryTaste: CategoryTasteParameters(),
    Repeats: RepeatsParameters(),
    Content: ContentParameters(),
    NewBuyers: NewBuyersParameters(window_days=150.0),
}
each_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.kind)
seeds = st.integers(0, 10_000)
few = settings(max_examples=15)


def a_shop(events: pd.DataFrame) -> tuple[Histories, Shelf]:
    """Histories of a shop with three categories, many words, and customers from three countries."""
    products = IdMap.of_column(events["product_id"])
    catalog = {}
    for place, product_id in enumerate(products.index):
        words = " ".join(f"word{(place * step) % 7}" for step in (1, 2, 3))
        catalog |= a_catalog([product_id], category=f"category {place % 3}", description=words)
    people = IdMap.of_column(events["customer_id"]).index
    countries = pd.Series(
        [["DE", "FR", None][hash_of(one) % 3] for one in people], index=people, dtype=object
    )
    return Histories.from_events(events, products, NOW, countries=countries), Shelf.of(products, catalog)


def hash_of(text: str) -> int:
    return sum(text.encode())


def scores_of(component: Any, histories: Histories) -> np.ndarray:
    scores = np.full(histories.shape, np.nan, dtype=np.float32)
    component.scorer(histories)(0, len(histories), scores)
    return scores


@each_kind
@few
@given(seed=seeds)
def test_every_score_is_a_finite_number_of_at_least_0(kind: Any, seed: int) -> None:
    histories, shelf = a_shop(random_shop(seed))

    scores = scores_of(kind.fit(histories, KINDS[kind], shelf=shelf), histories)

    assert np.isfinite(scores).all()
    assert (scores >= 0).all()
    assert scores.any()


@each_kind
@few
@given(seed=seeds)
def test_parts_add_up_to_the_score(kind: Any, seed: int) -> None:
    histories, shelf = a_shop(random_shop(seed))
    component = kind.fit(histories, KINDS[kind], shelf=shelf)
    explainer = component.explainer(histories)
    if explainer is None:
        return
    rows = np.arange(len(histories), dtype=np.int32)
    every = np.tile(np.arange(len(histories.products), dtype=np.int32), (len(rows), 1))

    parts = explainer(Padded.of(histories.faded(1.0), rows), every)

    np.testing.assert_allclose(parts.sum(axis=1), scores_of(component, histories), atol=1e-5)


@each_kind
@few
@given(seed=seeds)
def test_a_loaded_component_gives_identical_scores(kind: Any, seed: int) -> None:
    histories, shelf = a_shop(random_shop(seed))
    component = kind.fit(histories, KINDS[kind], shelf=shelf)

    loaded = kind.from_arrays(component.arrays())

    np.testing.assert_array_equal(scores_of(loaded, histories), scores_of(component, histories))


@each_kind
@few
@given(seed=seeds)
def test_the_order_of_ids_changes_nothing(kind: Any, seed: int) -> None:
    events = random_shop(seed)
    turned = events.copy()
    names = {name: f"{500 - int(name[1:])}" for name in events["product_id"].cat.categories}
    turned["product_id"] = events["product_id"].cat.rename_categories(names)
    histories, shelf = a_shop(events)
    products = IdMap.of_column(turned["product_id"])
    back = [products.index.get_loc(names[one]) for one in histories.products.index]
    categories = np.empty(len(products), dtype=object)
    categories[back] = shelf.categories
    texts = dict(zip(back, shelf.texts, strict=True))
    other = Shelf(products, categories, shelf.prices, tuple(texts[place] for place in range(len(products))))
    countries = pd.Series(histories.traits[COUNTRY], index=histories.customers.index, dtype=object)
    others = Histories.from_events(turned, products, NOW, countries=countries)
    parameters = ContentParameters(neighbors=100) if kind is Content else KINDS[kind]

    first = scores_of(kind.fit(histories, parameters, shelf=shelf), histories)
    second = scores_of(kind.fit(others, parameters, shelf=other), others)

    np.testing.assert_allclose(second[:, back], first, atol=1e-5)


@each_kind
def test_scores_of_a_customer_do_not_depend_on_who_else_is_asked_for(kind: Any) -> None:
    histories, shelf = a_shop(random_shop(5))
    component = kind.fit(histories, KINDS[kind], shelf=shelf)
    some = [3, 1, 4]

    asked = scores_of(component, histories.at(some))

    np.testing.assert_allclose(asked, scores_of(component, histories)[some], atol=1e-6)


@each_kind
@pytest.mark.parametrize(
    "events",
    [
        purchases(("ann", "mug")),
        purchases((None, "mug"), (None, "cup")),
        events_frame([{"type": "view"}]),
        events_frame([{"type": "purchase"}, {"type": "return", "days_ago": 0.5}]),
        events_frame([{"days_ago": 0.0}, {"days_ago": 0.0, "product": "cup"}]),
        events_frame([{"days_ago": days} for days in (200.0, 100.0, 0.1)]),
    ],
    ids=["one purchase", "guests only", "one view", "all returned", "one moment", "one product"],
)
@pytest.mark.parametrize("facts", [True, False], ids=["with facts", "without facts"])
def test_a_tiny_shop_gives_a_component_or_none(kind: Any, events: pd.DataFrame, facts: bool) -> None:
    histories, shelf = a_shop(events)
    if not facts:
        n = len(shelf.products)
        shelf = Shelf(shelf.products, np.full(n, None, dtype=object), np.full(n, np.nan), ("",) * n)

    component = kind.fit(histories, KINDS[kind], shelf=shelf if facts else None)
    with_empty_shelf = kind.fit(histories, KINDS[kind], shelf=shelf)

    for one in (component, with_empty_shelf):
        if one is not None:
            asked = histories.of([*histories.customers.index, "a stranger"])
            assert np.isfinite(scores_of(one, asked)).all()


@each_kind
def test_one_view_of_a_new_customer_is_scored_at_once(kind: Any) -> None:
    histories, shelf = a_shop(random_shop(6))
    component = kind.fit(histories, KINDS[kind], shelf=shelf)
    visit = events_frame([{"customer": "new", "product": histories.products.index[0], "type": "view"}])
    newcomer = Histories.from_events(visit, histories.products, NOW)
    nobody = histories.of(["nobody"])

    scores = scores_of(component, newcomer)

    assert np.isfinite(scores).all()
    if kind in (CategoryTaste, Content):
        assert (scores != scores_of(component, nobody)).any()


def test_new_buyers_counts_whom_a_product_was_new_to_lately() -> None:
    events = events_frame(
        [
            {"customer": "ann", "product": "known", "days_ago": 60.0},
            {"customer": "ann", "product": "known"},
            {"customer": "bob", "product": "known"},
            {"customer": "ann", "product": "found"},
            {"customer": "bob", "product": "found", "days_ago": 20.0},
            {"customer": "bob", "product": "found"},
            {"customer": "ann", "product": "gone", "days_ago": 60.0},
        ]
    )
    histories, shelf = a_shop(events)

    model = NewBuyers.fit(histories, NewBuyersParameters(window_days=28.0), shelf=shelf)

    assert model is not None
    named = dict(zip(histories.products.index, np.expm1(model.strengths).round(3).tolist(), strict=True))
    assert named == {"found": 2.0, "gone": 0.0, "known": 1.0}


def test_where_nobody_was_new_to_anything_lately_there_are_no_new_buyers() -> None:
    histories, shelf = a_shop(events_frame([{"days_ago": 60.0}, {"days_ago": 1.0}]))

    assert NewBuyers.fit(histories, NewBuyersParameters(window_days=28.0), shelf=shelf) is None
