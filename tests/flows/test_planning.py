"""What a campaign's plan takes from the model, and from what happened since."""

from __future__ import annotations

from typing import Any

import pandas as pd

from bespoke.brief import Brief
from bespoke.domain import ReasonKind, RecommendedProduct
from flows.stages.planning import open_campaign, plan_campaign
from flows.stages.recommending import model_in_service
from flows.wiring import Workspace
from recommender.matrix import KeptPurchases
from tests.sample_shops import planned_lists

HISTORY = (ReasonKind.BOUGHT_WITH, ReasonKind.VIEWED)
AGAIN = (ReasonKind.BUY_AGAIN, ReasonKind.DUE_AGAIN)


def plan(ws: Workspace, name: str, **products: Any) -> dict[str, tuple[RecommendedProduct, ...]]:
    campaign = open_campaign(ws, Brief.model_validate({"name": name, "holdout": 0, "products": products}))
    plan_campaign(ws, campaign)
    return planned_lists(ws, campaign.campaign_id)


def bought_by(ws: Workspace) -> set[tuple[str, str]]:
    kept = KeptPurchases.from_events(ws.store.events.frame(with_guests=False))
    pairs = kept.matrix.tocoo()
    return set(zip(kept.customers.ids_of(pairs.row), kept.products.ids_of(pairs.col), strict=True))


def buy(ws: Workspace, customer: str, product: str) -> None:
    ws.store.events.save(
        pd.DataFrame(
            {
                "event_key": [f"new-{customer}-{product}"],
                "customer_id": [customer],
                "product_id": [product],
                "type": ["purchase"],
                "occurred_at": pd.DatetimeIndex([ws.clock()]).as_unit("us"),
                "quantity": [1],
                "unit_price": [9.5],
                "order_id": ["new"],
            }
        )
    )


def test_an_order_placed_after_the_training_changes_what_is_shown_without_another(
    trained: Workspace,
) -> None:
    before = plan(trained, "Before")
    active = set(trained.store.events.frame(("customer_id",), with_guests=False)["customer_id"])
    newcomer = min(set(before) - active)
    assert not {item.reason.kind for item in before[newcomer]} & set(HISTORY)
    first = before[newcomer][0].product_id
    version, _ = model_in_service(trained)

    buy(trained, newcomer, first)
    after = plan(trained, "After")

    title = trained.store.catalog.products()[first].title
    assert first not in [item.product_id for item in after[newcomer]]
    assert title in [item.reason.detail for item in after[newcomer] if item.reason.kind in HISTORY]
    assert model_in_service(trained)[0] == version
    others = before.keys() - {newcomer}
    same = sum(shown(after[one]) == shown(before[one]) for one in others)
    assert same / len(others) > 0.9  # a day is older for everyone, so some may differ


def shown(items: tuple[RecommendedProduct, ...]) -> list[str]:
    return [item.product_id for item in items]


def test_a_campaign_of_things_to_buy_again_shows_nothing_else(trained: Workspace) -> None:
    lists = plan(trained, "Again", aim="buy-again")
    bought = bought_by(trained)

    found = [(customer, item) for customer, items in lists.items() for item in items]
    assert len(found) > 300
    assert {(customer, item.product_id) for customer, item in found} <= bought
    assert {item.reason.kind for _, item in found} <= set(AGAIN)


def test_a_mixed_campaign_shows_what_was_bought_and_what_was_not(trained: Workspace) -> None:
    lists = plan(trained, "Mixed", aim="mixed")
    bought = bought_by(trained)

    found = [(customer, item) for customer, items in lists.items() for item in items]
    again = [item.reason.kind in AGAIN for _, item in found]
    assert again == [(customer, item.product_id) in bought for customer, item in found]
    assert 0 < sum(again) < len(again)


def test_a_campaign_of_discoveries_shows_nothing_bought(trained: Workspace) -> None:
    lists = plan(trained, "New", aim="discover")

    found = {(customer, item.product_id) for customer, items in lists.items() for item in items}
    assert not found & bought_by(trained)


def test_stored_messages_say_what_was_drawn_to_explore_and_with_what_chance(trained: Workspace) -> None:
    lists = plan(trained, "Explore", exploration=0.3, per_email=3)
    _, model = model_in_service(trained)
    untried = {one for one, new in zip(model.products.index, model.fresh.is_untried, strict=True) if new}

    items = [item for items in lists.values() for item in items]
    drawn = [item for item in items if item.explored]
    assert drawn
    assert {item.product_id for item in drawn} <= untried
    assert all(0 < item.chance < 1 for item in drawn)
    assert all(0 < item.chance <= 1 for item in items)
    assert not any(items[0].explored for items in lists.values())
    assert len(drawn) / len(items) < 0.3
    plain = [item for items in plan(trained, "Plain").values() for item in items]
    assert {(item.explored, item.chance) for item in plain} == {(False, 1.0)}
