"""What rules refuse, and that they say which of them did."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bespoke.brief import ProductBrief
from bespoke.domain import Aim, CustomerId, ProductId
from recommender.arranging import ListRules, arrange
from recommender.id_maps import UNKNOWN, IdMap
from recommender.rules import ProductRules, Refusal, brand_of
from recommender.top_products import Scores, rank_top
from tests.builders import NOW, a_product
from tests.recommender.shops import a_catalog, events_frame, purchases, random_shop

ANN, BOB = CustomerId("ann"), CustomerId("bob")
MUG, LAMP, VASE = ProductId("mug"), ProductId("lamp"), ProductId("vase")


@pytest.mark.parametrize(
    ("product", "brief", "says"),
    [
        (None, {}, Refusal.GONE),
        ({"active": False}, {}, Refusal.INACTIVE),
        ({"stock": 0}, {}, Refusal.SOLD_OUT),
        ({}, {"exclude_products": ("mug",)}, Refusal.EXCLUDED),
        ({}, {"categories": ("Garden",)}, Refusal.CATEGORY),
        ({"category": None}, {"categories": ("Garden",)}, Refusal.CATEGORY),
        ({}, {"exclude_categories": ("Kitchen",)}, Refusal.CATEGORY),
        ({"price": "3.00"}, {"minimum_price": Decimal(5)}, Refusal.PRICE),
        ({"price": "8.00"}, {"maximum_price": Decimal(5)}, Refusal.PRICE),
        ({"price": "5.00"}, {"minimum_price": Decimal(5), "maximum_price": Decimal(5)}, None),
        ({"stock": None}, {}, None),
    ],
)
def test_a_product_is_refused_under_the_rule_that_refuses_it(
    product: dict[str, Any] | None, brief: dict[str, Any], says: Refusal | None
) -> None:
    rules = ProductRules.from_brief(ProductBrief(**brief), {}, None)

    assert rules.refusal(None if product is None else a_product("mug", **product)) is says


def history() -> pd.DataFrame:
    return events_frame(
        [
            {"customer": "ann", "product": "mug", "days_ago": 50.0},
            {"customer": "ann", "product": "lamp", "days_ago": 50.0},
            {"customer": "ann", "product": "lamp", "days_ago": 20.0, "type": "return"},
            {"customer": "ann", "product": "vase", "days_ago": 1.0},
        ]
    )


@pytest.mark.parametrize(
    ("aim", "mug", "lamp", "vase"),
    [
        (Aim.DISCOVER, Refusal.BOUGHT, None, Refusal.BOUGHT),
        (Aim.BUY_AGAIN, None, Refusal.NOT_BOUGHT, Refusal.BOUGHT),
        (Aim.MIXED, None, None, Refusal.BOUGHT),
    ],
)
def test_what_counts_as_bought_depends_on_the_aim_and_what_was_just_bought_never_shows(
    aim: Aim, mug: Refusal | None, lamp: Refusal | None, vase: Refusal | None
) -> None:
    rules = ProductRules.from_brief(
        ProductBrief(aim=aim),
        a_catalog(["mug", "lamp", "vase"]),
        history(),
        planned_at=NOW - timedelta(days=10),
    )

    assert rules.refusals([ANN] * 3, [MUG, LAMP, VASE]) == [mug, lamp, vase]
    stranger = Refusal.NOT_BOUGHT if aim is Aim.BUY_AGAIN else None
    assert rules.refusals([BOB] * 3, [MUG, LAMP, VASE]) == [stranger] * 3


def test_planning_hides_and_restricts_as_the_aim_says() -> None:
    catalog, ids = a_catalog(["mug", "lamp", "vase"]), IdMap.of(["lamp", "mug", "vase"])

    def planned(aim: Aim) -> ProductRules:
        return ProductRules.from_brief(ProductBrief(aim=aim), catalog, history())

    def products(matrix: Any) -> list[list[str]]:
        return [ids.ids_of(np.sort(matrix[row].indices)) for row in range(matrix.shape[0])]

    assert products(planned(Aim.DISCOVER).hidden([BOB, ANN], ids)) == [[], ["mug", "vase"]]
    assert products(planned(Aim.BUY_AGAIN).hidden([BOB, ANN], ids)) == [[], []]
    only = planned(Aim.BUY_AGAIN).restricted_to([BOB, ANN], ids)
    assert products(only) == [[], ["mug", "vase"]]
    assert planned(Aim.MIXED).restricted_to([ANN], ids) is None
    assert products(planned(Aim.MIXED).hidden([ANN], ids)) == [[]]


def test_what_the_last_emails_showed_is_hidden_from_who_saw_it_and_from_nobody_else() -> None:
    shown = pd.DataFrame({"customer_id": ["ann", "ann"], "product_id": ["mug", "gone"]})
    rules = ProductRules.from_brief(
        ProductBrief(aim="mixed"), a_catalog(["mug", "lamp"]), purchases(("ann", "lamp")), shown=shown
    )

    assert rules.refusals([ANN, ANN, BOB], [MUG, LAMP, MUG]) == [Refusal.SHOWN, None, None]
    assert rules.hidden([BOB, ANN], IdMap.of(["mug", "lamp"])).toarray().tolist() == [[0, 0], [0, 1]]


def test_caps_count_down_a_list_and_leave_unknown_kinds_alone() -> None:
    catalog = a_catalog(["a", "b", "c"]) | a_catalog(["x", "y"], category=None)
    catalog |= a_catalog(["g"], category="Garden", attributes={"brand": "Loom"})
    rules = ProductRules.from_brief(ProductBrief(max_per_category=1, max_per_brand=1), catalog, None)

    found = rules.over_caps([ProductId(one) for one in ("a", "x", "b", "g", "y", "c")])

    assert found == [False, False, True, False, False, True]


def test_a_brief_that_asks_for_what_the_catalog_does_not_have_is_told_so() -> None:
    brief = ProductBrief(
        categories=("Kitchen",),
        exclude_categories=("kitchen",),
        exclude_products=("mug", "old"),
        max_per_brand=1,
        boost="margin",
    )

    remarks = ProductRules.from_brief(brief, a_catalog(["mug"]), None).remarks()

    assert remarks == (
        "no product is in the category 'kitchen'",
        "no product has the id 'old'",
        "no product names its brand, so there is nothing to limit by brand",
        "no product says what it costs you, so none is pushed for its margin",
    )
    assert ProductRules.from_brief(ProductBrief(), a_catalog(["mug"]), None).remarks() == ()


def test_the_brand_comes_before_the_vendor_and_an_empty_one_is_none() -> None:
    assert brand_of(a_product(attributes={"VENDOR": "Loom", "Brand": " "})) == "loom"
    assert brand_of(a_product(attributes={"vendor": "Loom", "brand": "Juniper"})) == "juniper"
    assert brand_of(a_product(attributes={"material": "oak"})) is None


@given(
    seed=st.integers(0, 10_000),
    aim=st.sampled_from(list(Aim)),
    n=st.integers(1, 6),
    cap=st.sampled_from([None, 1, 2]),
)
@settings(max_examples=60, deadline=None)
def test_from_scores_to_lists_no_rule_is_ever_broken(seed: int, aim: Aim, n: int, cap: int | None) -> None:
    rng = np.random.default_rng(seed)
    events = random_shop(seed, customers=12, products=18, events=120)
    ids = [f"p{i}" for i in range(18)]
    catalog = {
        one: a_product(one, category=str(rng.choice(["K", "G"])), stock=int(rng.integers(0, 3)))
        for one in map(ProductId, ids[:-1])  # the last one left the catalog
    }
    customers = [CustomerId(f"c{i}") for i in range(14)]
    seen = pd.DataFrame({"customer_id": rng.choice(customers, 20), "product_id": rng.choice(ids, 20)})
    brief = ProductBrief(
        aim=aim, per_email=n, exclude_products=("p2",), max_per_category=cap, boost="inventory"
    )
    rules = ProductRules.from_brief(brief, catalog, events, shown=seen)
    products = IdMap.of(ids)
    scores = rng.random((len(customers), len(products))).astype(np.float32)

    def score(start: int, stop: int, out: Scores) -> None:
        out[:] = scores[start:stop]
        if (only := rules.restricted_to(customers, products)) is not None:
            out[only[start:stop].toarray() == 0] = -np.inf
        barred = np.setdiff1d(np.arange(len(products)), rules.allowed_columns(products))
        out[:, barred] = -np.inf

    hidden = rules.hidden(customers, products)
    shortlist = rank_top(score, len(customers), len(products), len(products), hidden=hidden, threads=1)
    found = arrange(shortlist, ListRules.of(rules, products), n)

    for row, customer in enumerate(customers):
        columns = [shortlist.columns[row, place] for place in found.places[row] if place != UNKNOWN]
        shown = [ProductId(one) for one in products.ids_of(columns)]
        assert len(set(shown)) == len(shown) <= n
        assert rules.refusals([customer] * len(shown), shown) == [None] * len(shown)
        assert not any(rules.over_caps(shown))
