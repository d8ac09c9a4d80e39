from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pandas as pd
import pytest

from bespoke.domain import Reason, ReasonKind
from bespoke.errors import ModelUnusable
from recommender.popular import ENOUGH_BUYERS
from recommender.recommending import recommend
from tests.builders import NOW
from tests.recommender.shops import (
    ALS,
    a_catalog,
    a_recipe,
    checkerboard,
    events_frame,
    ids,
    lists_of,
    purchases,
    rules_for,
    trained,
)

CATALOG = a_catalog(f"p{i:02}" for i in range(20))


@pytest.fixture(scope="module")
def board():
    return checkerboard(20)


@pytest.fixture(scope="module")
def model(board):
    return trained(board, CATALOG, None, a_recipe(), NOW)


def test_each_customer_of_a_checkerboard_is_shown_the_missing_product(model, board):
    customers = [f"c{i:02}" for i in range(20)]

    found = lists_of(model, board, customers, rules_for(board, CATALOG), 1)

    assert [ids(found[customer]) for customer in customers] == [[f"p{i:02}"] for i in range(20)]


def test_the_reason_names_a_product_the_customer_bought(model, board):
    bought = board.groupby("customer_id", observed=True)["product_id"].agg(set)
    found = lists_of(model, board, list(bought.index), rules_for(board, CATALOG), 1)
    for customer, products in found.items():
        assert products[0].reason.kind is ReasonKind.BOUGHT_WITH
        assert products[0].reason.detail in {f"Title of {one}" for one in bought[customer]}


def test_a_new_customer_gets_what_is_popular(model, board):
    products = lists_of(model, board, ["stranger"], rules_for(board, CATALOG), 3)["stranger"]

    assert [product.rank for product in products] == [1, 2, 3]
    assert {product.reason.kind for product in products} == {ReasonKind.POPULAR}


def test_lists_come_in_the_order_asked_for(model, board):
    customers = ["c03", "stranger", "c01"]

    found = recommend(model, model.histories(board, NOW).of(customers), rules_for(board, CATALOG), 2)

    assert len(found) == 3
    assert [customer for customer, _ in found] == customers


def test_asking_for_five_and_having_three_left_returns_three(model, board):
    catalog = a_catalog(["p01", "p03", "p05"])  # all odd: c00 bought none of them

    assert sorted(ids(lists_of(model, board, ["c00"], rules_for(board, catalog), 5)["c00"])) == [
        "p01",
        "p03",
        "p05",
    ]


def test_asking_for_nobody_returns_nobody(model, board):
    assert lists_of(model, board, [], rules_for(board, CATALOG)) == {}


def test_nothing_left_returns_nothing(model, board):
    found = lists_of(
        model, board, ["c00", "stranger"], rules_for(board, CATALOG, exclude_categories=("Kitchen",))
    )

    assert found == {"c00": (), "stranger": ()}


def test_the_brief_says_how_many(model, board):
    found = lists_of(model, board, ["c00", "stranger"], rules_for(board, CATALOG, per_email=4))

    assert [len(products) for products in found.values()] == [4, 4]


def test_what_was_bought_since_training_is_not_shown(model, board):
    later = pd.concat([board, purchases(("c04", "p04"), ("stranger", "p10"))])

    found = lists_of(model, later, ["c04", "stranger"], rules_for(later, CATALOG), 20)

    assert "p04" not in ids(found["c04"])
    assert "p10" not in ids(found["stranger"])


def test_what_was_returned_may_be_shown_again(model, board):
    back = pd.concat([board, events_frame([{"customer": "c04", "product": "p06", "type": "return"}])])

    assert "p06" in ids(lists_of(model, back, ["c04"], rules_for(back, CATALOG), 20)["c04"])


def test_rules_hold_for_everybody(board):
    catalog = CATALOG | a_catalog(["p00"], stock=0) | a_catalog(["p01"], active=False)
    catalog |= a_catalog(["p02"], category="Garden") | a_catalog(["p03"], price="99.00")
    catalog |= a_catalog(["p05"], price="1.00")
    model = trained(board, catalog, None, a_recipe(), NOW)
    rules = rules_for(
        None,
        catalog,
        categories=("Kitchen",),
        exclude_products=("p04",),
        minimum_price=Decimal(2),
        maximum_price=Decimal(50),
        per_email=12,
    )

    found = lists_of(model, board, ["c00", "c01", "stranger"], rules, 20)

    for products in found.values():
        assert set(ids(products)) == set(CATALOG) - {"p00", "p01", "p02", "p03", "p04", "p05"}


def test_what_left_the_catalog_is_neither_shown_nor_named(model, board):
    catalog = a_catalog(f"p{i:02}" for i in range(10))

    found = lists_of(model, board, ["c00", "c01", "c02"], rules_for(board, catalog), 5)
    for products in found.values():
        assert set(ids(products)) <= set(catalog)
        named = {product.reason.detail for product in products} - {None}
        assert named <= {product.title for product in catalog.values()}


def local_shop():
    """Mugs sell best overall; in Norway it is skis."""
    sales = [(f"uk{i}", "mug") for i in range(20)] + [(f"no{i}", "ski") for i in range(ENOUGH_BUYERS)]
    sales += [("no0", "lamp"), ("uk0", "lamp")]
    countries = pd.Series({who: "Norway" if who.startswith("no") else "United Kingdom" for who, _ in sales})
    return purchases(*sales), countries


def test_what_is_popular_in_the_country_comes_first_and_says_so():
    events, countries = local_shop()
    catalog = a_catalog(["mug", "ski", "lamp"])
    model = trained(events, catalog, countries, a_recipe(), NOW).without_personal("for the test")
    homes = pd.Series({"new": "Norway", "far": "Peru", "nowhere": None})

    found = lists_of(model, events, ["new", "far", "nowhere"], rules_for(events, catalog), 3, countries=homes)

    reasons = [(product.product_id, product.reason.kind, product.reason.detail) for product in found["new"]]
    assert reasons == [
        ("ski", ReasonKind.POPULAR_IN, "Norway"),
        ("mug", ReasonKind.POPULAR, None),
        ("lamp", ReasonKind.POPULAR, None),
    ]
    assert ids(found["far"]) == ids(found["nowhere"]) == ["mug", "ski", "lamp"]
    assert {product.reason.kind for product in found["far"]} == {ReasonKind.POPULAR}


def test_too_few_buyers_do_not_make_a_product_popular_in_a_country():
    events, countries = local_shop()
    model = trained(events, a_catalog(["mug", "ski", "lamp"]), countries, a_recipe(), NOW)

    norway = model.popularity.local[model.popularity.countries.rows_of(["Norway"])[0]]

    assert model.products.ids_of(norway.indices) == ["ski"]


def test_guests_make_products_popular():
    events = purchases((None, "mug"), (None, "mug"), ("ann", "lamp"), ("bob", "lamp"), (None, "mug"))
    catalog = a_catalog(["mug", "lamp"])
    model = trained(events, catalog, None, a_recipe(), NOW)

    assert ids(lists_of(model, events, ["stranger"], rules_for(events, catalog), 2)["stranger"]) == [
        "mug",
        "lamp",
    ]


def test_who_only_looked_is_told_what_they_looked_at_and_not_that_they_bought_it(model, board):
    events = pd.concat([board, events_frame([{"customer": "eva", "product": "p00", "type": "view"}])])

    products = lists_of(model, events, ["eva"], rules_for(events, CATALOG), 3)["eva"]

    others = [product for product in products if product.product_id != "p00"]
    assert {product.reason for product in others} == {Reason(ReasonKind.VIEWED, "Title of p00")}
    # p00 was bought with the even ones.
    assert {int(product.product_id[1:]) % 2 for product in products} == {0}


def test_a_shop_where_nothing_is_shared_says_why_it_uses_popularity():
    events = purchases(*((f"c{i}", f"p{i:02}") for i in range(12)))
    model = trained(
        events, CATALOG, None, a_recipe(components={"als": replace(ALS, regularization=0.6)}), NOW
    )

    assert model.kind == "popularity"
    assert "too few customers" in model.note
    assert len(lists_of(model, events, ["c1"], rules_for(events, CATALOG))["c1"]) == 3


def test_no_events_at_all_is_an_error_in_one_line():
    with pytest.raises(ModelUnusable, match="load orders first"):
        trained(events_frame([]), CATALOG, None, a_recipe(), NOW)


def test_without_anything_personal_what_was_bought_can_still_be_bought_again() -> None:
    events = purchases(("ann", "mug"), ("ann", "tea"), ("bob", "tea"), ("cid", "pot"))
    catalog = a_catalog(["mug", "tea", "pot"])
    model = trained(events, catalog, None, a_recipe()).without_personal("for the test")
    histories = model.histories(events, NOW).of(["ann", "dan"])

    lists = dict(recommend(model, histories, rules_for(events, catalog, aim="buy-again", per_email=3)))

    assert [(one.product_id, one.reason.kind) for one in lists["ann"]] == [
        ("tea", ReasonKind.BUY_AGAIN),
        ("mug", ReasonKind.BUY_AGAIN),
    ]
    assert lists["dan"] == ()


def test_a_filler_that_was_bought_before_is_said_to_be_so() -> None:
    events = purchases(("ann", "mug"), ("bob", "tea"), ("cid", "tea"))
    catalog = a_catalog(["mug", "tea"])
    model = trained(events, catalog, None, a_recipe()).without_personal("for the test")
    histories = model.histories(events, NOW).of(["ann"])

    lists = dict(recommend(model, histories, rules_for(events, catalog, aim="mixed", per_email=2)))

    kinds = {one.product_id: one.reason.kind for one in lists["ann"]}
    assert kinds == {"mug": ReasonKind.BUY_AGAIN, "tea": ReasonKind.POPULAR}
