"""From approved drafts to delivered messages, each at most once, whatever gets killed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bespoke.domain import (
    ApprovedMessage,
    CampaignId,
    CampaignStatus,
    DraftId,
    DraftKind,
    DraftStatus,
    MessageId,
    MessageStatus,
    Product,
    ProductId,
)
from bespoke.errors import MessageUnsendable
from delivery.composing import Composer
from delivery.transport import Transport
from flows.progress import Progress, keep_quiet
from flows.wiring import Workspace
from store.campaigns import Campaign
from store.customers import address_hash
from store.messages import FrameInUse

CLAIM_SIZE = 1000


@dataclass(frozen=True, slots=True)
class SendOutcome:
    sent_now: int
    by_status: Mapping[MessageStatus, int]
    sent_by_variant: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class _Sending:
    """What stays the same over all messages of one campaign."""

    ws: Workspace
    campaign_id: CampaignId
    composer: Composer
    transport: Transport
    frames: Mapping[DraftId, FrameInUse]
    products: Mapping[ProductId, Product]
    blurbs: Mapping[ProductId, str]
    consenting: frozenset[str]
    suppressed: frozenset[str]


def send_campaign(ws: Workspace, campaign_id: CampaignId, progress: Progress = keep_quiet) -> SendOutcome:
    """Deliver every message whose draft is approved and that was not delivered before.

    Safe to start again after a kill. Raises BriefRefused when the offer has ended since,
    DeliveryFailed when the transport takes nothing, IllegalTransition when another
    process is sending this campaign or it was rejected.
    """
    campaign = ws.store.campaigns.get(campaign_id)
    with ws.store.campaigns.lock(campaign_id):
        sending = _prepare(ws, campaign)
        sent = _settle_interrupted(sending)
        sent += _send_claimed(sending, progress)
        ws.store.messages.withhold_unapproved(campaign_id)
        _close_if_done(ws, campaign_id)
    return SendOutcome(
        sent_now=sent,
        by_status=ws.store.messages.count_by_status(campaign_id),
        sent_by_variant=ws.store.messages.count_sent_by_variant(campaign_id),
    )


def _prepare(ws: Workspace, campaign: Campaign) -> _Sending:
    campaign.brief.refuse_if_ended(ws.clock().date())
    transport = ws.make_outbox(campaign.campaign_id)
    transport.prepare()
    if campaign.status is not CampaignStatus.SENT:
        ws.store.campaigns.set_status(
            campaign.campaign_id,
            CampaignStatus.SENDING,
            coming_from=[CampaignStatus.IN_REVIEW],
            now=ws.clock(),
        )
    approved = ws.store.drafts.of_campaign(campaign.campaign_id, status=DraftStatus.APPROVED)
    return _Sending(
        ws=ws,
        campaign_id=campaign.campaign_id,
        composer=ws.make_composer(campaign.brief.layout),
        transport=transport,
        frames={
            draft.draft_id: FrameInUse(draft.copy, draft.fact_sheet.offer)
            for draft in approved
            if draft.kind is DraftKind.FRAME
        },
        products=ws.store.catalog.products(),
        blurbs={
            blurb.product_id: blurb.text
            for draft in approved
            if draft.kind is DraftKind.BLURB
            for blurb in draft.copy.blurbs
        },
        consenting=frozenset(ws.store.customers.with_consent()),
        suppressed=frozenset(ws.store.customers.suppressed_addresses()),
    )


def _settle_interrupted(sending: _Sending) -> int:
    """Finish what a killed run had claimed: deliver it unless the transport has it already."""
    left = sending.ws.store.messages.left_sending(sending.campaign_id)
    delivered = [one for one in left if sending.transport.was_delivered(one)]
    sending.ws.store.messages.mark_sent(delivered, sending.ws.clock())
    done = set(delivered)
    return len(delivered) + _deliver(sending, [one for one in left if one not in done])


def _send_claimed(sending: _Sending, progress: Progress) -> int:
    messages = sending.ws.store.messages
    waiting = messages.count_by_status(sending.campaign_id)[MessageStatus.PLANNED]
    sent = taken = 0
    while claimed := messages.claim(sending.campaign_id, CLAIM_SIZE):
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
    store.messages.withhold(set(claimed) - set(sent), "consent, address or products are gone since planning")
    return len(sent)


def _may_still_be_sent(sending: _Sending, message: ApprovedMessage) -> bool:
    recipient = message.recipient
    return (
        recipient.customer_id in sending.consenting
        and address_hash(recipient.email) not in sending.suppressed
        and bool(message.products)
    )


def _close_if_done(ws: Workspace, campaign_id: CampaignId) -> None:
    by_status = ws.store.messages.count_by_status(campaign_id)
    if by_status[MessageStatus.PLANNED] or by_status[MessageStatus.SENDING]:
        return
    ws.store.campaigns.set_status(
        campaign_id, CampaignStatus.SENT, coming_from=[CampaignStatus.SENDING], now=ws.clock()
    )
