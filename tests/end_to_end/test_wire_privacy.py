"""Nothing of a customer reaches the model: every byte of campaigns over the whole sample shop is searched."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pytest
from sqlalchemy import select

from bespoke.brief import Brief
from bespoke.domain import FactSheet
from bespoke.settings import WriterSettings
from flows.stages import draft_tasks
from flows.stages.drafting import DraftingOutcome, draft_campaign
from flows.stages.ingesting import ShopSource, ingest
from flows.stages.personalizing import make_own_sheet
from flows.stages.planning import open_campaign, plan_campaign
from flows.stages.training import train
from flows.wiring import Workspace, open_workspace
from store import tables
from store.campaigns import CampaignPlan
from tests.builders import NOW, a_copy
from tests.end_to_end.wire_search import find_people, lines_without_customers, read_lines
from tests.sample_shops import quick_settings
from tests.scripted_endpoint import ScriptedEndpoint, a_frame_reply, reply_to

DAYS = {NOW.date().isoformat(), "2026-05-31"}
OFFER = {
    "kind": "percent",
    "value": 15,
    "code": "SPRING15",
    "ends_on": "2026-05-31",
    "segments": ["at risk", "lapsed"],
}


REFUSED = a_copy(body="Hello {{ first_name }},\n\nEverything costs £3.33.")


@dataclass(frozen=True)
class Run:
    plan: CampaignPlan
    outcome: DraftingOutcome
    wire: Sequence[bytes]


def reply_with_faults(request: Any) -> Any:
    """A fitting reply, but the guards refuse about one frame in ten, so that rewrites are sent too."""
    messages, reply = request["messages"], reply_to(request)
    is_first_try = len(messages) == 2 and "subject" in reply.content
    if is_first_try and zlib.crc32(messages[1]["content"].encode()) % 10 == 0:
        return a_frame_reply(body=REFUSED.body)
    return reply


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """The sample shop in its usual size, with a model in service."""
    settings = quick_settings(tmp_path_factory.mktemp("wire"))
    with open_workspace(settings, clock=lambda: NOW) as ws:
        ingest(ws, ShopSource(kind="sample"))
        train(ws, NOW)
        yield ws


def run(shop: Workspace, personalization: str, max_calls: int, **brief: Any) -> Run:
    values = {
        "name": f"Wire {personalization} {max_calls}",
        "personalization": personalization,
        "offer": OFFER,
        "budget": {"max_calls": max_calls, "max_usd": 100},
    }
    with ScriptedEndpoint(reply_with_faults) as endpoint:
        writer = WriterSettings(base_url=endpoint.base_url, concurrency=16)
        ws = replace(shop, settings=shop.settings.model_copy(update={"writer": writer}))
        campaign = open_campaign(ws, Brief.model_validate(values | brief))
        plan = plan_campaign(ws, campaign)
        outcome = draft_campaign(ws, ws.store.campaigns.get(campaign.campaign_id))
        return Run(plan, outcome, list(endpoint.wire))


@pytest.fixture(scope="module")
def by_cohort(shop: Workspace) -> Run:
    return run(shop, "cohort", 1000)


@pytest.fixture(scope="module")
def by_customer(shop: Workspace, by_cohort: Run) -> Run:
    return run(shop, "customer", 520)  # the product sentences are there already


@pytest.fixture(scope="module")
def explained(shop: Workspace) -> set[str]:
    return lines_without_customers(shop, REFUSED)


def test_copy_for_cohorts_tells_the_model_of_nobody(
    shop: Workspace, by_cohort: Run, explained: set[str]
) -> None:
    assert by_cohort.plan.own_copy == 0
    assert len(by_cohort.wire) > 200
    assert find_people(shop, by_cohort.wire, explained, DAYS) == {}


def test_copy_for_customers_tells_the_model_of_nobody(
    shop: Workspace, by_customer: Run, explained: set[str]
) -> None:
    assert by_customer.plan.own_copy >= 400
    assert len(by_customer.wire) > 500
    assert find_people(shop, by_customer.wire, explained, DAYS) == {}


def test_the_wire_that_is_searched_has_rewrites_and_lines_that_only_customers_explain(
    by_cohort: Run, by_customer: Run, explained: set[str]
) -> None:
    told = read_lines(by_customer.wire)
    unexplained = told - explained

    assert sum(b"was refused" in one for one in [*by_cohort.wire, *by_customer.wire]) > 20
    assert sum('"{{ product_1 }}"' in line for line in unexplained) > 10
    assert unexplained
    assert len(told & explained) > 300


def test_no_purchase_view_or_country_behind_a_recommendation_is_told(
    shop: Workspace, by_customer: Run, explained: set[str]
) -> None:
    unexplained = "\n".join(read_lines(by_customer.wire) - explained)
    with shop.store.engine.connect() as connection:
        lists = connection.execute(select(tables.messages.c.products)).scalars().all()
    details = {item.reason.detail for items in lists for item in items if item.reason.detail}

    assert len(details) > 100
    assert not {detail for detail in details if detail in unexplained}


def test_a_sheet_with_a_customer_s_name_is_caught_at_the_wire(
    shop: Workspace, explained: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def make_leaky_sheet(*facts: Any) -> FactSheet:
        return replace(make_own_sheet(*facts), theme="Roses for Rose")

    monkeypatch.setattr(draft_tasks, "make_own_sheet", make_leaky_sheet)
    leaky = run(shop, "customer", 40, name="A leak", audience={"limit": 3})

    assert leaky.plan.own_copy
    assert find_people(shop, leaky.wire, explained, DAYS) == {"name": {"Rose"}}


KINDS = (
    "name",
    "email",
    "part of an email",
    "customer id",
    "order id",
    "moment",
    "moment in digits",
    "day",
)


@pytest.mark.parametrize("place", [b"Host: ", b'"content":"'])
@pytest.mark.parametrize("kind", KINDS)
def test_whatever_leads_to_a_customer_is_found_wherever_it_stands(
    shop: Workspace, by_customer: Run, explained: set[str], kind: str, place: bytes
) -> None:
    leak = someone(shop)[kind].encode()
    leaky = by_customer.wire[0].replace(place, place + b"for " + leak + b" ", 1)

    assert leaky != by_customer.wire[0]
    assert kind in find_people(shop, [leaky], explained, DAYS)


def someone(shop: Workspace) -> dict[str, str]:
    """What is known of a customer whose name is a word too, as a careless program might say it."""
    customers, events = tables.customers.c, tables.events.c
    query = (
        select(customers, events.occurred_at, events.order_id)
        .join(tables.events, events.customer_id == customers.customer_id)
        .where(customers.first_name == "Rose", customers.email.is_not(None), events.order_id.is_not(None))
        .limit(1)
    )
    with shop.store.engine.connect() as connection:
        row = connection.execute(query).one()
    return {
        "name": row.first_name.upper(),
        "email": row.email,
        "part of an email": row.email.split("@")[0].upper(),
        "customer id": f"loyal-{row.customer_id}-kitchen",
        "order id": row.order_id,
        "moment": row.occurred_at.isoformat(),
        "moment in digits": str(int(row.occurred_at.timestamp() * 1000)),
        "day": row.occurred_at.date().isoformat(),
    }
