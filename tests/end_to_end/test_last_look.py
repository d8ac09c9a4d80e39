"""What changes between planning and sending, and what then still goes out."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from email import message_from_bytes, policy
from pathlib import Path

import pandas as pd
import pytest
from sqlalchemy import text, update

from bespoke.brief import Brief, ProductBrief
from bespoke.domain import (
    Aim,
    CampaignId,
    CustomerId,
    DraftKind,
    DraftStatus,
    MessageStatus,
    ProductId,
    RecommendedProduct,
)
from flows.stages.drafting import draft_campaign
from flows.stages.last_look import names, states_number
from flows.stages.planning import open_campaign, plan_campaign
from flows.stages.product_rules import rules_for_planning
from flows.stages.reviewing import approve_campaign
from flows.stages.sending import send_campaign
from flows.summary import describe_plan, describe_sending
from flows.wiring import Workspace, open_workspace
from recommender.id_maps import IdMap
from recommender.rules import Refusal
from store import tables
from tests.builders import a_copy, a_draft, a_fact_sheet, an_offer
from tests.end_to_end.conftest import ShopFolder

CAMPAIGN = CampaignId("spring-picks")
Planned = dict[CustomerId, tuple[RecommendedProduct, ...]]


def planned(ws: Workspace, campaign_id: CampaignId = CAMPAIGN) -> Planned:
    table = tables.messages.c
    query = tables.messages.select().where(table.campaign_id == campaign_id)
    with ws.store.engine.connect() as connection:
        return {row.customer_id: row.products for row in connection.execute(query)}


def approve(ws: Workspace, brief: Brief) -> CampaignId:
    campaign = open_campaign(ws, brief)
    plan_campaign(ws, campaign)
    draft_campaign(ws, ws.store.campaigns.get(campaign.campaign_id))
    approve_campaign(ws, campaign.campaign_id, "ann")
    return campaign.campaign_id


def most_shown(found: Planned) -> ProductId:
    counts: dict[ProductId, int] = {}
    for products in found.values():
        for one in products:
            counts[one.product_id] = counts.get(one.product_id, 0) + 1
    return max(sorted(counts), key=lambda one: counts[one])


def change_product(ws: Workspace, product_id: ProductId, **values: object) -> None:
    with ws.store.engine.begin() as connection:
        connection.execute(
            update(tables.products).where(tables.products.c.product_id == product_id).values(**values)
        )


def buy(ws: Workspace, customer_id: CustomerId, product_id: ProductId) -> None:
    ws.store.events.save(
        pd.DataFrame(
            {
                "event_key": [f"{customer_id}{product_id}"[:32]],
                "customer_id": [customer_id],
                "product_id": [product_id],
                "type": ["purchase"],
                "occurred_at": [pd.Timestamp(ws.clock())],
                "quantity": [1],
                "unit_price": [5.0],
                "order_id": ["late"],
            }
        )
    )


def mails(shop: ShopFolder) -> dict[str, str]:
    """Subject and text of every delivered mail, by address."""
    found = {}
    for path in (shop.path / "var" / "outbox").rglob("*.eml"):
        mail = message_from_bytes(Path(path).read_bytes(), policy=policy.default)
        body = mail.get_body(("plain",))
        assert body is not None
        found[mail["To"].addresses[0].addr_spec] = f"{mail['Subject']}\n{body.get_content()}"
    return found


def test_what_sold_out_since_planning_leaves_each_message_and_the_rest_goes_out(
    approved_shop: ShopFolder,
) -> None:
    with open_workspace(approved_shop.settings) as ws:
        before = planned(ws)
        gone = most_shown(before)
        title = ws.store.catalog.products()[gone].title
        change_product(ws, gone, stock=0)
        outcome = send_campaign(ws, CAMPAIGN)
        after = planned(ws)
        addresses = ws.store.customers.frame().set_index("customer_id")["email"]

    delivered = mails(approved_shop)
    showed = [who for who, products in before.items() if gone in {one.product_id for one in products}]
    changed = [who for who in showed if addresses[who] in delivered]
    assert changed
    assert outcome.left_out == {"sold out": len(changed)}
    assert "Products left out at the last moment" in describe_sending(outcome)
    for who in changed:
        left = [one.product_id for one in before[who] if one.product_id != gone]
        assert [one.product_id for one in after[who]] == left
        assert [one.rank for one in after[who]] == list(range(1, len(left) + 1))
        assert title not in " ".join(delivered[addresses[who]].split())
    assert all(after[who] == before[who] for who in before if who not in showed)


@pytest.mark.parametrize("aim", [Aim.DISCOVER, Aim.MIXED])
def test_what_a_customer_bought_since_planning_is_not_offered_to_them(shop: ShopFolder, aim: Aim) -> None:
    with open_workspace(shop.settings) as ws:
        campaign_id = approve(ws, Brief(name="Three picks", products=ProductBrief(aim=aim)))
        before = planned(ws, campaign_id)
        buyer = min(before)
        bought = before[buyer][0].product_id
        buy(ws, buyer, bought)

        outcome = send_campaign(ws, campaign_id)
        after = planned(ws, campaign_id)

    assert outcome.left_out == {"bought by the customer": 1}
    assert [one.product_id for one in after[buyer]] == [one.product_id for one in before[buyer][1:]]
    assert {who: after[who] for who in after if who != buyer} == {
        who: before[who] for who in before if who != buyer
    }


def test_the_first_products_slot_is_filled_with_what_is_first_now(approved_shop: ShopFolder) -> None:
    with open_workspace(approved_shop.settings) as ws:
        with ws.store.engine.begin() as connection:
            for draft in ws.store.drafts.of_campaign(CAMPAIGN, kind=DraftKind.FRAME):
                copy = a_copy(subject="For you: {{ product_1 }}")
                written = type(draft.written)(copy, "phrasebook")
                connection.execute(
                    update(tables.drafts)
                    .where(tables.drafts.c.draft_id == draft.draft_id)
                    .values(written=written)
                )
        before = planned(ws)
        firsts = {products[0].product_id for products in before.values()}
        change_product(ws, sorted(firsts)[0], active=False)
        outcome = send_campaign(ws, CAMPAIGN)
        after = planned(ws)
        catalog = ws.store.catalog.products()
        addresses = ws.store.customers.frame().set_index("customer_id")["email"]

    delivered = mails(approved_shop)
    assert outcome.left_out["no longer offered"] > 0
    shifted = [who for who in after if after[who][0] != before[who][0] and addresses[who] in delivered]
    assert shifted
    for who in shifted:
        assert f"For you: {catalog[after[who][0].product_id].title}" in delivered[addresses[who]]


def _price_out(ws: Workspace) -> None:
    with ws.store.engine.begin() as connection:
        connection.execute(update(tables.products).values(price=Decimal(5000), list_price=None))


def _move(ws: Workspace) -> None:
    with ws.store.engine.begin() as connection:
        connection.execute(update(tables.products).values(category="Elsewhere"))


def _delete(ws: Workspace) -> None:
    with ws.store.engine.begin() as connection:
        connection.execute(text("DELETE FROM products"))


@pytest.mark.parametrize(
    ("happens", "says"),
    [
        (_price_out, "outside the brief's prices"),
        (_move, "in a category the brief leaves out"),
        (_delete, "no longer in the catalog"),
    ],
)
def test_a_message_with_nothing_left_stays_and_says_which_rule_it_was(
    shop: ShopFolder, happens: Callable[[Workspace], None], says: str
) -> None:
    brief = Brief(
        name="Cheap",
        products=ProductBrief(maximum_price=Decimal(900), exclude_categories=("Elsewhere",)),
    )
    with open_workspace(shop.settings) as ws:
        campaign_id = approve(ws, brief)
        with ws.store.engine.begin() as connection:  # drafts that name no figure or product
            for draft in ws.store.drafts.of_campaign(campaign_id, kind=DraftKind.FRAME):
                connection.execute(
                    update(tables.drafts)
                    .where(tables.drafts.c.draft_id == draft.draft_id)
                    .values(written=type(draft.written)(a_copy(), "phrasebook"))
                )
        happens(ws)
        outcome = send_campaign(ws, campaign_id)

    assert outcome.sent_now == 0
    assert set(outcome.by_status) == {MessageStatus.WITHHELD}
    assert list(outcome.withheld) == [f"none of its products may be shown any more: {says}"]
    assert says in describe_sending(outcome)
    assert mails(shop) == {}


def rewrite(ws: Workspace, **changes: str) -> None:
    with ws.store.engine.begin() as connection:
        for draft in ws.store.drafts.of_campaign(CAMPAIGN, kind=DraftKind.FRAME):
            connection.execute(
                update(tables.drafts)
                .where(tables.drafts.c.draft_id == draft.draft_id)
                .values(written=type(draft.written)(a_copy(**changes), "phrasebook"))
            )


def test_copy_that_names_a_product_the_customer_just_bought_is_not_sent_to_them(
    approved_shop: ShopFolder,
) -> None:
    with open_workspace(approved_shop.settings) as ws:
        before = planned(ws)
        buyer = min(before)
        title = ws.store.catalog.products()[before[buyer][1].product_id].title
        rewrite(ws, body=f"Hello {{{{ first_name }}}},\n\nHave a look at the {title}.")
        buy(ws, buyer, before[buyer][1].product_id)
        outcome = send_campaign(ws, CAMPAIGN)

    named = [why for why in outcome.withheld if "its copy names" in why]
    assert named == [f"its copy names {title!r}, which is bought by the customer"]
    assert outcome.withheld[named[0]] == 1


def test_copy_that_names_a_product_nobody_may_be_shown_is_sent_to_nobody(approved_shop: ShopFolder) -> None:
    with open_workspace(approved_shop.settings) as ws:
        drafts = ws.store.drafts.of_campaign(CAMPAIGN, kind=DraftKind.FRAME)
        named = drafts[0].fact_sheet.products[0]
        rewrite(ws, body=f"Hello,\n\nHave a look at the {named.title}.")
        change_product(ws, named.product_id, stock=0)
        send_campaign(ws, CAMPAIGN)

    for mail in mails(approved_shop).values():
        assert named.title not in " ".join(mail.split()) or "Have a look" not in mail


def test_copy_for_several_products_is_not_sent_with_one(approved_shop: ShopFolder) -> None:
    with open_workspace(approved_shop.settings) as ws:
        rewrite(ws)
        before = planned(ws)
        loser = min(before)
        for one in before[loser][1:]:
            buy(ws, loser, one.product_id)
        outcome = send_campaign(ws, CAMPAIGN)

    assert outcome.withheld == {
        "its copy speaks of several products and one is left: bought by the customer": 1
    }


def test_copy_that_counts_its_products_is_not_sent_with_fewer(approved_shop: ShopFolder) -> None:
    with open_workspace(approved_shop.settings) as ws:
        rewrite(ws, headline="Three things for you")
        before = planned(ws)
        loser = min(before)
        buy(ws, loser, before[loser][2].product_id)
        outcome = send_campaign(ws, CAMPAIGN)

    assert outcome.withheld == {"its copy speaks of 3 products and 2 are left: bought by the customer": 1}


def test_a_campaign_repeats_nothing_of_the_last_one_even_where_both_were_planned_before(
    shop: ShopFolder,
) -> None:
    first = Brief(name="First", holdout=0)
    second = Brief(name="Second", holdout=0, products=ProductBrief(not_shown_in_last=1))
    with open_workspace(shop.settings) as ws:
        for brief in (first, second):
            approve(ws, brief)
        send_campaign(ws, first.campaign_id)
        outcome = send_campaign(ws, second.campaign_id)

        assert outcome.sent_now == 0
        third = open_campaign(ws, Brief(name="Third", products=ProductBrief(not_shown_in_last=1)))
        before = planned(ws, first.campaign_id)
        rules = rules_for_planning(ws, third, ws.store.events.frame())

    assert any("in one of the customer's last emails" in why for why in outcome.withheld)
    assert len(before) > 50
    for who, products in before.items():
        shown = [one.product_id for one in products]
        assert rules.refusals([who] * len(shown), shown) == [Refusal.SHOWN] * len(shown)
        assert rules.hidden([who], IdMap.of(shown)).nnz == len(shown)


def test_a_plan_says_what_the_catalog_cannot_give(shop: ShopFolder) -> None:
    brief = Brief(name="Typo", products=ProductBrief(exclude_categories=("kitchn",)))
    with open_workspace(shop.settings) as ws:
        plan = plan_campaign(ws, open_campaign(ws, brief))

    assert "Note: no product is in the category 'kitchn'" in describe_plan(plan)


def test_who_was_withheld_is_counted_by_why_and_again_on_a_rerun(approved_shop: ShopFolder) -> None:
    with open_workspace(approved_shop.settings) as ws:
        held = ws.store.drafts.of_campaign(CAMPAIGN, kind=DraftKind.FRAME)[0]
        with ws.store.engine.begin() as connection:
            connection.execute(
                update(tables.drafts)
                .where(tables.drafts.c.draft_id == held.draft_id)
                .values(status=DraftStatus.REJECTED)
            )
        first = send_campaign(ws, CAMPAIGN)
        again = send_campaign(ws, CAMPAIGN)

    assert first.withheld == again.withheld
    assert "because its draft was not approved" in describe_sending(again)


@pytest.mark.parametrize(
    ("title", "body", "is_named"),
    [
        ("Speckled Mug", "Meet the speckled  mug.", True),
        ("Speckled Mug", "Meet the speckled mugs.", False),
        ("Mug", "A mug for every morning.", False),
        ("Mug", "Meet the Mug.", True),
        ("Mug", "Mugs of all kinds.", False),
        ("50% Wool (grey)", "The 50% wool (grey), again.", True),
        ("", "Anything.", False),
    ],
)
def test_a_copy_names_a_product_by_its_title_only(title: str, body: str, is_named: bool) -> None:
    assert names(a_copy(subject="Hello", headline="Hello", body=body, cta="Look"), title) is is_named


@pytest.mark.parametrize(
    ("body", "locale", "is_said"),
    [
        ("We chose three things.", "en-GB", True),
        ("We chose a few things.", "en-GB", False),
        ("Drei Dinge.", "de-DE", True),
        ("3 picks for you.", "en-GB", True),
        ("Until 30 April, 15% off.", "en-GB", False),
        ("One for you.", "en-GB", False),
    ],
)
def test_a_number_of_products_is_found_in_words_and_digits(body: str, locale: str, is_said: bool) -> None:
    copy = a_copy(subject="Hello", headline="Hello", preheader="", body=body, cta="Look")
    frame = a_draft(copy=copy, fact_sheet=a_fact_sheet(locale=locale, offer=an_offer()))

    assert states_number(frame, {3}) is is_said
    assert states_number(frame, {1}) is False
