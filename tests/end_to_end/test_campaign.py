"""One campaign through every stage, and what may go wrong on the way."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from bespoke.brief import AudienceBrief, Brief, OfferBrief
from bespoke.domain import (
    CampaignId,
    CampaignStatus,
    DraftKind,
    DraftStatus,
    Exclusion,
    MessageStatus,
    Segment,
    SuppressionReason,
)
from bespoke.errors import BespokeError, BriefRefused, DeliveryFailed
from bespoke.settings import Settings, WriterSettings
from flows.stages.drafting import draft_campaign
from flows.stages.planning import open_campaign, plan_campaign
from flows.stages.reporting import report
from flows.stages.reviewing import approve_campaign, reject_campaign
from flows.stages.sending import send_campaign
from flows.wiring import Workspace, open_workspace
from tests.end_to_end.conftest import ShopFolder

BRIEF = Brief(name="Spring picks")
CAMPAIGN = BRIEF.campaign_id


def drafted(ws: Workspace, brief: Brief = BRIEF) -> CampaignId:
    campaign = open_campaign(ws, brief)
    plan_campaign(ws, campaign)
    draft_campaign(ws, ws.store.campaigns.get(campaign.campaign_id))
    return campaign.campaign_id


def outbox(shop: ShopFolder) -> list[Path]:
    return list((shop.path / "var" / "outbox").rglob("*.eml"))


def test_everyone_is_counted_once(shop: ShopFolder) -> None:
    with open_workspace(shop.settings) as ws:
        plan = plan_campaign(ws, open_campaign(ws, BRIEF))

        assert plan.customers == ws.store.customers.count()
        assert sum(plan.excluded.values()) + sum(plan.messages_by_variant.values()) == plan.customers
        assert plan.excluded[Exclusion.HOLDOUT] > 0
        assert set(plan.messages_by_variant) == {"A", "B"}


def test_an_approved_campaign_is_sent_to_everyone_planned_and_nobody_else(shop: ShopFolder) -> None:
    with open_workspace(shop.settings) as ws:
        drafted(ws)
        approve_campaign(ws, CAMPAIGN, "ann")
        outcome = send_campaign(ws, CAMPAIGN)

        plan = ws.store.campaigns.get(CAMPAIGN).plan
        assert plan is not None
        assert outcome.sent_now == sum(plan.messages_by_variant.values()) == len(outbox(shop))
        assert dict(outcome.sent_by_variant) == plan.messages_by_variant
        assert ws.store.campaigns.get(CAMPAIGN).status is CampaignStatus.SENT
        assert "holdout" in report(ws, CAMPAIGN).markdown()


def test_the_phrasebook_writes_drafts_no_guard_objects_to(shop: ShopFolder) -> None:
    with open_workspace(shop.settings) as ws:
        drafted(ws)
        drafts = ws.store.drafts.of_campaign(CAMPAIGN)

        assert {draft.kind for draft in drafts} == {DraftKind.FRAME, DraftKind.BLURB}
        assert {draft.status for draft in drafts} == {DraftStatus.HELD}
        assert [(draft.draft_id, draft.findings) for draft in drafts if draft.findings] == []


def test_a_rejected_campaign_sends_nothing(shop: ShopFolder) -> None:
    with open_workspace(shop.settings) as ws:
        drafted(ws)
        reject_campaign(ws, CAMPAIGN, "ann", "not now")

        assert ws.store.campaigns.get(CAMPAIGN).status is CampaignStatus.REJECTED
        with pytest.raises(BespokeError, match="rejected"):
            send_campaign(ws, CAMPAIGN)
        assert outbox(shop) == []


def test_nothing_is_sent_before_a_person_approved(shop: ShopFolder) -> None:
    with open_workspace(shop.settings) as ws:
        drafted(ws)

        assert send_campaign(ws, CAMPAIGN).sent_now == 0
        assert outbox(shop) == []
        approve_campaign(ws, CAMPAIGN, "ann")
        assert send_campaign(ws, CAMPAIGN).sent_now > 100


def test_who_withdraws_between_planning_and_sending_gets_nothing(shop: ShopFolder) -> None:
    with open_workspace(shop.settings) as ws:
        drafted(ws)
        approve_campaign(ws, CAMPAIGN, "ann")
        customers = ws.store.customers.frame()
        for email in customers["email"].dropna():
            ws.store.customers.suppress(email, SuppressionReason.UNSUBSCRIBED, ws.clock(), "test")

        outcome = send_campaign(ws, CAMPAIGN)

        assert outcome.sent_now == 0
        assert set(outcome.by_status) == {MessageStatus.WITHHELD}
        assert outbox(shop) == []


def test_an_audience_of_nobody_is_refused_and_can_be_widened(shop: ShopFolder) -> None:
    nobody = Brief(name=BRIEF.name, audience=AudienceBrief(countries=("Atlantis",)))
    with open_workspace(shop.settings) as ws:
        with pytest.raises(BriefRefused, match="reaches nobody"):
            plan_campaign(ws, open_campaign(ws, nobody))

        assert plan_campaign(ws, open_campaign(ws, BRIEF)).messages_by_variant


def test_an_offer_for_some_segments_reaches_only_those(shop: ShopFolder) -> None:
    brief = Brief(
        name="Come back",
        offer=OfferBrief(kind="percent", value=15, code="BACK15", segments=(Segment.LAPSED,)),
    )
    with open_workspace(shop.settings) as ws:
        campaign_id = drafted(ws, brief)
        frames = ws.store.drafts.of_campaign(campaign_id, kind=DraftKind.FRAME)

        for draft in frames:
            cohort = draft.fact_sheet.cohort
            assert cohort is not None
            assert (draft.fact_sheet.offer is not None) == cohort.has_offer
            if cohort.has_offer:
                assert cohort.segment is Segment.LAPSED


def test_an_unwritable_outbox_is_one_line_and_claims_nothing(shop: ShopFolder) -> None:
    with open_workspace(shop.settings) as ws:
        drafted(ws)
        approve_campaign(ws, CAMPAIGN, "ann")
    blocked = shop.path / "a-file"
    blocked.write_text("in the way")
    delivery = shop.settings.delivery.model_copy(update={"outbox": blocked})
    with open_workspace(shop.settings.model_copy(update={"delivery": delivery})) as ws:
        with pytest.raises(DeliveryFailed) as refused:
            send_campaign(ws, CAMPAIGN)
        assert "\n" not in str(refused.value)
        assert ws.store.messages.left_sending(CAMPAIGN) == []


def test_a_dead_endpoint_does_not_stop_a_campaign(shop: ShopFolder) -> None:
    writer = WriterSettings(base_url="http://127.0.0.1:9/v1", patience_seconds=1, max_attempts=1)
    settings: Settings = shop.settings.model_copy(update={"writer": writer})
    with open_workspace(settings) as ws:
        campaign = open_campaign(ws, BRIEF)
        plan_campaign(ws, campaign)
        outcome = draft_campaign(ws, campaign)

        assert set(outcome.by_writer) == {"phrasebook"}
        assert outcome.fallbacks
        assert set(outcome.by_status) == {DraftStatus.HELD}
        said = report(ws, campaign.campaign_id).markdown()
        written = sum(outcome.fallbacks.values())
        assert f"{sum(outcome.by_writer.values())} by phrasebook; no model calls" in said
        assert all(f"The phrasebook wrote {count}: {why}" in said for why, count in outcome.fallbacks.items())
        assert written > 10


def test_a_draft_approved_while_others_are_sent_keeps_its_messages(shop: ShopFolder) -> None:
    with open_workspace(shop.settings) as ws:
        drafted(ws)
        first, *others = ws.store.drafts.of_campaign(CAMPAIGN, kind=DraftKind.FRAME)
        ws.store.drafts.approve(first.draft_id, "ann", ws.clock())

        def approve_the_rest(done: int, total: int, what: str, note: str = "") -> None:
            for draft in others:
                if ws.store.drafts.get(draft.draft_id).status is DraftStatus.HELD:
                    ws.store.drafts.approve(draft.draft_id, "ann", ws.clock())

        outcome = send_campaign(ws, CAMPAIGN, approve_the_rest)

        assert MessageStatus.WITHHELD not in outcome.by_status
        assert outcome.by_status[MessageStatus.PLANNED] > 0
        assert set(send_campaign(ws, CAMPAIGN).by_status) == {MessageStatus.SENT}


def test_rejecting_a_campaign_stops_what_was_approved_before(shop: ShopFolder) -> None:
    with open_workspace(shop.settings) as ws:
        drafted(ws)
        first, *_ = ws.store.drafts.of_campaign(CAMPAIGN, kind=DraftKind.FRAME)
        ws.store.drafts.approve(first.draft_id, "ann", ws.clock())
        reject_campaign(ws, CAMPAIGN, "ben")

        with pytest.raises(BespokeError, match="rejected"):
            send_campaign(ws, CAMPAIGN)
        assert outbox(shop) == []


def test_products_that_sold_out_since_planning_are_not_sent(shop: ShopFolder) -> None:
    with open_workspace(shop.settings) as ws:
        drafted(ws)
        approve_campaign(ws, CAMPAIGN, "ann")
        with ws.store.engine.begin() as connection:
            connection.execute(text("UPDATE products SET stock = 0"))

        outcome = send_campaign(ws, CAMPAIGN)

        assert outcome.sent_now == 0
        assert outbox(shop) == []


def test_the_frequency_cap_holds_when_campaigns_are_sent_one_after_the_other(shop: ShopFolder) -> None:
    briefs = [Brief(name=f"Campaign {number}", holdout=0) for number in range(3)]
    with open_workspace(shop.settings) as ws:
        for brief in briefs:
            approve_campaign(ws, drafted(ws, brief), "ann")
        for brief in briefs:
            send_campaign(ws, brief.campaign_id)

        cap = ws.settings.audience
        since = ws.clock() - timedelta(days=cap.frequency_cap_days)
        assert max(ws.store.messages.sent_since(since).values()) == cap.frequency_cap_messages
