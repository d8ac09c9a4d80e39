from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pandas as pd

from bespoke.brief import Brief
from bespoke.domain import (
    Assignment,
    CampaignId,
    CohortId,
    CustomerId,
    DraftId,
    DraftStatus,
    ModelVersion,
    PlannedMessage,
    ProductId,
    Reason,
    ReasonKind,
    RecommendedProduct,
    Segment,
)
from store.campaigns import CampaignPlan
from store.database import Store
from store.messages import FrameInUse, message_id
from store.showings import Showing
from tests.builders import NOW, a_cohort, a_copy, a_draft, a_product
from tests.store.test_shop_data import product_rows


def shown(*product_ids: str) -> tuple[RecommendedProduct, ...]:
    popular = Reason(ReasonKind.POPULAR)
    return tuple(
        RecommendedProduct(ProductId(one), rank, 0.5, popular)
        for rank, one in enumerate(product_ids, start=1)
    )


def plan(store: Store, name: str, products: dict[str, tuple[RecommendedProduct, ...]]) -> DraftId:
    """A campaign that shows each customer these products; its draft is approved."""
    campaign, draft = CampaignId(name), DraftId(f"{name}/loyal-kitchen/A")
    store.campaigns.open(campaign, Brief(name=name), NOW)
    people = [CustomerId(one) for one in products]
    store.campaigns.save_plan(
        campaign,
        brief=Brief(name=name),
        model_version=ModelVersion("m1"),
        cohorts=[a_cohort()],
        assignments=[Assignment(one, "A", 0.5, Segment.LOYAL, CohortId("loyal-kitchen")) for one in people],
        messages=[
            PlannedMessage(message_id(campaign, one), one, "A", draft, products[one]) for one in people
        ],
        plan=CampaignPlan(len(people), {}, {"A": len(people)}, 1),
    )
    store.drafts.save(campaign, [a_draft(draft, status=DraftStatus.APPROVED)])
    return draft


def with_address(store: Store, customer_id: str) -> None:
    row = {"customer_id": customer_id, "email": f"{customer_id}@example.test", "locale": "en-GB"}
    nothing = dict.fromkeys(("first_name", "last_name", "country", "created_at"))
    store.customers.save(pd.DataFrame([row | nothing]).astype({"created_at": "datetime64[us, UTC]"}))


def send(store: Store, name: str, at: datetime, **products: str) -> None:
    planned = {customer: shown(*ids.split()) for customer, ids in products.items()}
    draft = plan(store, name, planned)
    store.messages.mark_sent(store.messages.claim(CampaignId(name), [draft], 100), at)


def pairs(frame: pd.DataFrame) -> set[tuple[str, str]]:
    return set(zip(frame["customer_id"], frame["product_id"], strict=True))


def test_each_customers_own_last_emails_count_and_only_those_really_sent(store: Store) -> None:
    send(store, "first", NOW - timedelta(days=30), ann="mug lamp", bob="mug")
    send(store, "second", NOW - timedelta(days=20), ann="vase")
    plan(store, "third", {"ann": shown("plate")})

    last = store.showings.last(1, apart_from=CampaignId("third"))
    assert pairs(last) == {("ann", "vase"), ("bob", "mug")}
    both = store.showings.last(2, apart_from=CampaignId("third"))
    assert pairs(both) == {("ann", "vase"), ("ann", "mug"), ("ann", "lamp"), ("bob", "mug")}


def test_a_campaign_never_counts_against_itself(store: Store) -> None:
    send(store, "first", NOW, ann="mug")

    assert store.showings.last(5, apart_from=CampaignId("first")).empty
    assert list(store.showings.last(5, apart_from=CampaignId("first"))) == ["customer_id", "product_id"]


def test_only_claimed_messages_can_be_changed_and_the_record_says_what_is_left(store: Store) -> None:
    draft = plan(store, "spring", {"ann": shown("mug", "lamp"), "bob": shown("mug", "lamp")})
    campaign = CampaignId("spring")
    [claimed] = store.messages.claim(campaign, [draft], 1)
    every = [message_id(campaign, CustomerId(one)) for one in ("ann", "bob")]
    left = tuple(replace(one, rank=1) for one in shown("lamp"))

    store.showings.keep(dict.fromkeys(every, left))

    [found] = store.showings.of(every)
    assert (found.message_id, found.draft_id, found.products) == (claimed, draft, left)
    store.messages.claim(campaign, [draft], 1)
    other = next(one for one in store.showings.of(every) if one.message_id != claimed)
    assert [one.product_id for one in other.products] == ["mug", "lamp"]


def test_a_product_that_was_drawn_has_no_score_to_compare(store: Store) -> None:
    first, second = shown("mug-1", "lamp")
    drawn = replace(second, explored=True, chance=0.15)
    draft = plan(store, "spring", {"ann": (first, drawn)})
    with_address(store, "ann")
    claimed = store.messages.claim(CampaignId("spring"), [draft], 1)

    [message] = store.messages.load(
        claimed,
        frames={draft: FrameInUse(a_copy(), None)},
        products={ProductId(one): a_product(one) for one in ("mug-1", "lamp")},
        blurbs={},
    )

    assert [one.score for one in message.products] == [0.5, None]
    assert store.showings.of(claimed) == [Showing(claimed[0], CustomerId("ann"), draft, (first, drawn))]


def test_saving_an_unchanged_set_of_products_is_no_work(store: Store) -> None:
    store.showings.keep({})


def test_costs_are_kept_apart_from_products(store: Store) -> None:
    store.catalog.save(pd.concat([product_rows(cost=4.25), product_rows(product_id="lamp", cost=None)]))

    assert {key: str(cost) for key, cost in store.catalog.costs().items()} == {"mug-1": "4.25"}
    assert not hasattr(store.catalog.products()[ProductId("mug-1")], "cost")
