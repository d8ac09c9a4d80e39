"""From approved drafts to delivered messages, each at most once, whatever gets killed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
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
from flows.stages.last_look import LastLook, names
from flows.stages.product_rules import rules_for_sending
from flows.wiring import Workspace
from recommender.rules import ProductRules
from store.campaigns import Campaign
from store.customers import address_hash
from store.messages import FrameInUse

CLAIM_SIZE = 1000
FRAMES_AT_ONCE = 5000  # below the drivers' limits on parameters
NOT_REACHABLE = "the customer, the address or the draft's approval is gone"
NO_CONSENT = "consent was withdrawn since planning"
SUPPRESSED = "the address has been put on the suppression list"
OVER_CAP = "the customer has had as many messages lately as the frequency cap allows"
STALE = "its copy names facts or products that changed since it was approved; draft another campaign"


@dataclass(frozen=True, slots=True)
class SendOutcome:
    sent_now: int
    by_status: Mapping[MessageStatus, int]
    sent_by_variant: Mapping[str, int]
    waiting_for_review: int  # frames nobody has decided on
    left_out: Mapping[str, int]  # products that messages lost at the last moment, now, by rule
    withheld: Mapping[str, int]  # messages in all, by why


@dataclass(frozen=True, slots=True)
class _Sending:
    """What stays the same over all messages of one campaign."""

    ws: Workspace
    campaign_id: CampaignId
    composer: Composer
    transport: Transport
    frames: Mapping[DraftId, FrameInUse]
    stale: frozenset[DraftId]  # approved, but no longer true
    last_look: LastLook
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
        is_any_left = _has_any_left(ws, campaign_id)
        if is_any_left:
            campaign.brief.refuse_if_ended(ws.clock().date())
        _start(ws, campaign)
        left_out: Mapping[str, int] = {}
        if is_any_left:
            sending = _prepare(ws, campaign, transport)
            sent += _deliver(sending, ws.store.messages.left_sending(campaign_id))
            sent += _send_claimed(sending, progress)
            for stale in _parts(list(sending.stale)):
                ws.store.messages.withhold_planned(campaign_id, stale, STALE)
            ws.store.messages.withhold_unapproved(campaign_id)
            left_out = {str(rule): count for rule, count in sending.last_look.dropped.most_common()}
        _close_if_done(ws, campaign_id)
    return SendOutcome(
        sent_now=sent,
        by_status=ws.store.messages.count_by_status(campaign_id),
        sent_by_variant=ws.store.messages.count_sent_by_variant(campaign_id),
        waiting_for_review=ws.store.drafts.count_by_status(campaign_id, DraftKind.FRAME)[DraftStatus.HELD],
        left_out=left_out,
        withheld=ws.store.messages.count_withheld_by_note(campaign_id),
    )


def _start(ws: Workspace, campaign: Campaign) -> None:
    if campaign.status is not CampaignStatus.SENT:
        ws.store.campaigns.set_status(
            campaign.campaign_id,
            CampaignStatus.SENDING,
            coming_from=[CampaignStatus.IN_REVIEW],
            now=ws.clock(),
        )


def _prepare(ws: Workspace, campaign: Campaign, transport: Transport) -> _Sending:
    rules = rules_for_sending(ws, campaign)
    catalog = rules.products
    caps = ws.settings.audience
    approved = ws.store.drafts.of_campaign(campaign.campaign_id, status=DraftStatus.APPROVED)
    frames = [draft for draft in approved if draft.kind is DraftKind.FRAME]
    stale = frozenset(draft.draft_id for draft in frames if not _still_passes(ws, draft, rules))
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
        last_look=LastLook(ws, rules, {draft.draft_id: draft for draft in frames}),
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


def _still_passes(ws: Workspace, frame: Draft, rules: ProductRules) -> bool:
    """Whether the copy names no product that may be shown to nobody any more, and the guards
    would let it pass with what is now known of the others."""
    for one in frame.fact_sheet.products:
        if rules.refusal(rules.products.get(one.product_id)) and names(frame.copy, one.title):
            return False
    now = tuple(rules.products.get(one.product_id, one) for one in frame.fact_sheet.products)
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
    for frames in _parts(list(sending.frames)):
        while claimed := messages.claim(sending.campaign_id, frames, CLAIM_SIZE):
            sent += _deliver(sending, claimed)
            taken += len(claimed)
            progress(taken, waiting, "messages")
    return sent


def _parts(drafts: Sequence[DraftId]) -> Iterator[Sequence[DraftId]]:
    for start in range(0, len(drafts), FRAMES_AT_ONCE):
        yield drafts[start : start + FRAMES_AT_ONCE]


def _deliver(sending: _Sending, claimed: Sequence[MessageId]) -> int:
    store = sending.ws.store
    claimed = sending.last_look.take(claimed)
    loaded = store.messages.load(
        claimed, frames=sending.frames, products=sending.last_look.rules.products, blurbs=sending.blurbs
    )
    now = sending.ws.clock()
    sent: list[MessageId] = []
    for message in loaded:
        if why := _why_not(sending, message):
            store.messages.withhold([message.message_id], why)
            continue
        try:
            composed = sending.composer.compose(message, now)
        except MessageUnsendable as error:
            store.messages.withhold([message.message_id], str(error))
            continue
        sending.transport.deliver(composed)
        sent.append(message.message_id)
    store.messages.mark_sent(sent, now)
    store.messages.withhold(set(claimed) - set(sent), NOT_REACHABLE)
    return len(sent)


def _why_not(sending: _Sending, message: ApprovedMessage) -> str:
    """Why this customer may not be written to any more; empty where they may."""
    recipient = message.recipient
    if address_hash(recipient.email) in sending.suppressed:
        return SUPPRESSED
    if recipient.customer_id not in sending.consenting:
        return NO_CONSENT
    return OVER_CAP if recipient.customer_id in sending.over_cap else ""


def _close_if_done(ws: Workspace, campaign_id: CampaignId) -> None:
    by_status = ws.store.messages.count_by_status(campaign_id)
    if by_status[MessageStatus.PLANNED] or by_status[MessageStatus.SENDING]:
        return
    ws.store.campaigns.set_status(
        campaign_id, CampaignStatus.SENT, coming_from=[CampaignStatus.SENDING], now=ws.clock()
    )
