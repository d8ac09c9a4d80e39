"""From approved drafts to delivered messages, each at most once, whatever gets killed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from bespoke.domain import (
    ApprovedMessage,
    CampaignId,
    CampaignStatus,
    CustomerId,
    Draft,
    DraftId,
    DraftKind,
    DraftStatus,
    MessageId,
    MessageStatus,
    Product,
    ProductId,
    Severity,
)
from bespoke.errors import MessageUnsendable
from copywriter.fact_sheets import lasting_facts
from delivery.composing import Composer
from delivery.transport import Transport
from flows.progress import Progress, keep_quiet
from flows.wiring import Workspace
from store.campaigns import Campaign
from store.customers import address_hash
from store.messages import FrameInUse

CLAIM_SIZE = 1000
CHANGED = "since planning, consent, address or products are gone, or the frequency cap is reached"
STALE = "its copy names facts that changed since it was approved; draft another campaign"


@dataclass(frozen=True, slots=True)
class SendOutcome:
    sent_now: int
    by_status: Mapping[MessageStatus, int]
    sent_by_variant: Mapping[str, int]
    waiting_for_review: int  # frames nobody has decided on


@dataclass(frozen=True, slots=True)
class _Sending:
    """What stays the same over all messages of one campaign."""

    ws: Workspace
    campaign_id: CampaignId
    composer: Composer
    transport: Transport
    frames: Mapping[DraftId, FrameInUse]
    stale: frozenset[DraftId]  # approved, but no longer true
    products: Mapping[ProductId, Product]
    blurbs: Mapping[ProductId, str]
    consenting: frozenset[str]
    suppressed: frozenset[str]
    over_cap: frozenset[CustomerId]


def send_campaign(ws: Workspace, campaign_id: CampaignId, progress: Progress = keep_quiet) -> SendOutcome:
    """Deliver every message whose draft is approved and that was not delivered before.

    Safe to start again after a kill. Raises BriefRefused when the offer has ended since,
    DeliveryFailed when the transport takes nothing, IllegalTransition when another
    process is sending this campaign or it was rejected.
    """
    campaign = ws.store.campaigns.get(campaign_id)
    with ws.store.campaigns.lock(campaign_id):
        transport = ws.make_outbox(campaign_id)
        transport.prepare()
        sent = _settle_delivered(ws, campaign_id, transport)
        if _has_any_left(ws, campaign_id):
            campaign.brief.refuse_if_ended(ws.clock().date())
        sending = _prepare(ws, campaign, transport)
        sent += _deliver(sending, ws.store.messages.left_sending(campaign_id))
        sent += _send_claimed(sending, progress)
        ws.store.messages.withhold_planned(campaign_id, sending.stale, STALE)
        ws.store.messages.withhold_unapproved(campaign_id)
        _close_if_done(ws, campaign_id)
    return SendOutcome(
        sent_now=sent,
        by_status=ws.store.messages.count_by_status(campaign_id),
        sent_by_variant=ws.store.messages.count_sent_by_variant(campaign_id),
        waiting_for_review=ws.store.drafts.count_by_status(campaign_id, DraftKind.FRAME)[DraftStatus.HELD],
    )


def _prepare(ws: Workspace, campaign: Campaign, transport: Transport) -> _Sending:
    if campaign.status is not CampaignStatus.SENT:
        ws.store.campaigns.set_status(
            campaign.campaign_id,
            CampaignStatus.SENDING,
            coming_from=[CampaignStatus.IN_REVIEW],
            now=ws.clock(),
        )
    catalog = ws.store.catalog.products()
    caps = ws.settings.audience
    approved = ws.store.drafts.of_campaign(campaign.campaign_id, status=DraftStatus.APPROVED)
    frames = [draft for draft in approved if draft.kind is DraftKind.FRAME]
    stale = frozenset(draft.draft_id for draft in frames if not _still_passes(ws, draft, catalog))
    return _Sending(
        ws=ws,
        campaign_id=campaign.campaign_id,
        composer=ws.make_composer(campaign.brief.layout),
        transport=transport,
        frames={
            draft.draft_id: FrameInUse(draft.copy, draft.fact_sheet.offer)
            for draft in frames
            if draft.draft_id not in stale
        },
        stale=stale,
        products={key: one for key, one in catalog.items() if one.active and one.is_in_stock},
        blurbs={
            blurb.product_id: blurb.text
            for draft in approved
            if draft.kind is DraftKind.BLURB and _is_still_true(draft, catalog)
            for blurb in draft.copy.blurbs
        },
        consenting=frozenset(ws.store.customers.with_consent()),
        suppressed=frozenset(ws.store.customers.suppressed_addresses()),
        over_cap=frozenset(
            customer
            for customer, count in ws.store.messages.sent_since(
                ws.clock() - timedelta(days=caps.frequency_cap_days)
            ).items()
            if count >= caps.frequency_cap_messages
        ),
    )


def _settle_delivered(ws: Workspace, campaign_id: CampaignId, transport: Transport) -> int:
    """Settle what a killed run had delivered, whether or not the rest may still go."""
    left = ws.store.messages.left_sending(campaign_id)
    delivered = [one for one in left if transport.was_delivered(one)]
    ws.store.messages.mark_sent(delivered, ws.clock())
    return len(delivered)


def _has_any_left(ws: Workspace, campaign_id: CampaignId) -> bool:
    by_status = ws.store.messages.count_by_status(campaign_id)
    return bool(by_status[MessageStatus.PLANNED] or by_status[MessageStatus.SENDING])


def _still_passes(ws: Workspace, frame: Draft, catalog: Mapping[ProductId, Product]) -> bool:
    """Whether the guards would let the copy pass with what is now known of its products."""
    now = tuple(catalog.get(one.product_id, one) for one in frame.fact_sheet.products)
    found = ws.check(frame.copy, replace(frame.fact_sheet, products=now))
    return not any(finding.severity is Severity.BLOCK for finding in found)


def _is_still_true(blurb: Draft, catalog: Mapping[ProductId, Product]) -> bool:
    """Whether a blurb's product still has the facts it was written from."""
    (written_from,) = blurb.fact_sheet.products
    product = catalog.get(written_from.product_id)
    return product is not None and lasting_facts(product) == written_from


def _send_claimed(sending: _Sending, progress: Progress) -> int:
    messages = sending.ws.store.messages
    waiting = messages.count_by_status(sending.campaign_id)[MessageStatus.PLANNED]
    sent = taken = 0
    while claimed := messages.claim(sending.campaign_id, sending.frames, CLAIM_SIZE):
        sent += _deliver(sending, claimed)
        taken += len(claimed)
        progress(taken, waiting, "messages")
    return sent


def _deliver(sending: _Sending, claimed: Sequence[MessageId]) -> int:
    store = sending.ws.store
    loaded = store.messages.load(
        claimed, frames=sending.frames, products=sending.products, blurbs=sending.blurbs
    )
    now = sending.ws.clock()
    sent: list[MessageId] = []
    for message in loaded:
        if not _may_still_be_sent(sending, message):
            continue
        try:
            composed = sending.composer.compose(message, now)
        except MessageUnsendable as error:
            store.messages.withhold([message.message_id], str(error))
            continue
        sending.transport.deliver(composed)
        sent.append(message.message_id)
    store.messages.mark_sent(sent, now)
    store.messages.withhold(set(claimed) - set(sent), CHANGED)
    return len(sent)


def _may_still_be_sent(sending: _Sending, message: ApprovedMessage) -> bool:
    recipient = message.recipient
    return (
        recipient.customer_id in sending.consenting
        and address_hash(recipient.email) not in sending.suppressed
        and recipient.customer_id not in sending.over_cap
        and bool(message.products)
    )


def _close_if_done(ws: Workspace, campaign_id: CampaignId) -> None:
    by_status = ws.store.messages.count_by_status(campaign_id)
    if by_status[MessageStatus.PLANNED] or by_status[MessageStatus.SENDING]:
        return
    ws.store.campaigns.set_status(
        campaign_id, CampaignStatus.SENT, coming_from=[CampaignStatus.SENDING], now=ws.clock()
    )
