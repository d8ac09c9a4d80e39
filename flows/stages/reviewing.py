"""What reviewers see of a campaign, and what their decision does."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from bespoke.domain import (
    CampaignId,
    CampaignStatus,
    CustomerId,
    Draft,
    DraftId,
    DraftKind,
    DraftStatus,
    Exclusion,
    Message,
    MessageId,
    MessageStatus,
    Recipient,
    Segment,
    Severity,
    ShownProduct,
)
from bespoke.errors import MessageUnsendable
from copywriter.finding_counts import count_by_rule
from delivery.composing import Composer, Preview
from delivery.contact_sheet import CampaignSummary, ContactSheetEntry, write_contact_sheet
from flows.progress import Progress, keep_quiet
from flows.stages.ingesting import sample_pictures_folder
from flows.wiring import Workspace
from store.campaigns import Campaign

MOST_OWN_SHOWN = 100  # drafts for one customer, on a page that shows all the others in full


def approve_campaign(ws: Workspace, campaign_id: CampaignId, reviewer: str, note: str = "") -> int:
    """Approve every held draft; blocked ones stay blocked. Returns how many were approved."""
    return ws.store.drafts.approve_held(campaign_id, reviewer, ws.clock(), note)


def reject_campaign(ws: Workspace, campaign_id: CampaignId, reviewer: str, note: str = "") -> int:
    """Reject every frame nobody has decided on and close the campaign. Returns how many."""
    open_states = [CampaignStatus.DRAFTING, CampaignStatus.IN_REVIEW]
    with ws.store.campaigns.lock(campaign_id):
        if not ws.store.messages.count_by_status(campaign_id)[MessageStatus.SENT]:
            open_states.append(CampaignStatus.SENDING)
        ws.store.campaigns.set_status(
            campaign_id, CampaignStatus.REJECTED, coming_from=open_states, now=ws.clock(), actor=reviewer
        )
        count = ws.store.drafts.reject_open(campaign_id, reviewer, ws.clock(), note)
        ws.store.messages.withhold_unapproved(campaign_id)
    return count


def approve_clean(ws: Workspace, campaign_id: CampaignId, reviewer: str, note: str) -> int:
    """Approve the held drafts in which no guard asked for a person. Returns how many."""
    held = ws.store.drafts.of_campaign(campaign_id, status=DraftStatus.HELD)
    clean = [draft for draft in held if not needs_a_person(draft)]
    for draft in clean:
        ws.store.drafts.approve(draft.draft_id, reviewer, ws.clock(), note)
    return len(clean)


def needs_a_person(draft: Draft) -> bool:
    """Whether a guard held the draft for somebody to look at."""
    return any(finding.severity is Severity.HOLD for finding in draft.findings)


def write_sheet(
    ws: Workspace,
    campaign_id: CampaignId,
    progress: Progress = keep_quiet,
    notes: tuple[str, ...] = (),
) -> Path:
    """Write the campaign's contact sheet into the outbox and return its path.

    Of drafts for one customer it has the first hundred, those with findings before others.
    """
    campaign = ws.store.campaigns.get(campaign_id)
    drafts = ws.store.drafts.of_campaign(campaign_id)
    every_frame = [draft for draft in drafts if draft.kind is DraftKind.FRAME]
    frames = pick_for_a_page(every_frame, MOST_OWN_SHOWN)
    if left := len(every_frame) - len(frames):
        notes = (*notes, f"{left:,} more drafts, each for one customer, are on the review page.")
    blurbs = [draft for draft in drafts if draft.kind is DraftKind.BLURB]
    return write_contact_sheet(
        ws.settings.delivery.outbox,
        _summarize(ws, campaign, notes),
        _entries(ws, campaign, frames, blurbs, progress),
        blurbs=blurbs,
        local_images=_local_images(ws),
    )


def pick_for_a_page(frames: Sequence[Draft], most_own: int) -> list[Draft]:
    """Every crowd's frame, then at most so many of single customers', those with findings first."""
    own = [draft for draft in frames if is_own(draft)]
    own.sort(key=lambda draft: (all(one.severity is Severity.NOTE for one in draft.findings), draft.draft_id))
    return [*(draft for draft in frames if not is_own(draft)), *own[:most_own]]


def is_own(draft: Draft) -> bool:
    """Whether a draft is written for one customer, not for a crowd."""
    cohort = draft.fact_sheet.cohort
    return cohort is not None and cohort.crowd_id is not None


def preview_largest(ws: Workspace, campaign_id: CampaignId) -> ContactSheetEntry | None:
    """The draft that most customers get, as one of them would see it; None where there is no draft."""
    campaign = ws.store.campaigns.get(campaign_id)
    audiences = ws.store.messages.audiences_of_drafts(campaign_id)
    frames = [
        draft
        for draft in ws.store.drafts.of_campaign(campaign_id, kind=DraftKind.FRAME)
        if draft.draft_id in audiences
    ]
    if not frames:
        return None
    largest = max(frames, key=lambda draft: audiences[draft.draft_id].messages)
    blurbs = ws.store.drafts.of_campaign(campaign_id, kind=DraftKind.BLURB)
    return _entries(ws, campaign, [largest], blurbs, keep_quiet)[0]


def _summarize(ws: Workspace, campaign: Campaign, notes: tuple[str, ...]) -> CampaignSummary:
    plan = campaign.plan
    states = ws.store.drafts.count_by_status(campaign.campaign_id)
    spending = ws.store.llm_ledger.spending(campaign.campaign_id)
    by_variant = plan.messages_by_variant if plan else {}
    excluded = plan.excluded if plan else {}
    return CampaignSummary(
        campaign_id=campaign.campaign_id,
        name=campaign.brief.name,
        as_of=campaign.as_of,
        status=campaign.status,
        from_name=ws.settings.brand.from_name,
        customers=plan.customers if plan else 0,
        eligible=sum(by_variant.values()) + excluded.get(Exclusion.HOLDOUT, 0),
        cohorts=plan.cohorts if plan else 0,
        own_copy=plan.own_copy if plan else 0,
        messages_by_variant=by_variant,
        excluded=excluded,
        drafts_by_status={str(k): n for k, n in states.items()},
        model_calls=spending.calls,
        cost_usd=None if spending.calls_of_unknown_price else spending.cost_usd,
        theme=campaign.brief.theme,
        drafts_by_rule={
            one.rule: one.blocked + one.held
            for one in count_by_rule(ws.store.drafts.written(campaign.campaign_id))
            if one.blocked or one.held
        },
        notes=notes,
    )


def _entries(
    ws: Workspace,
    campaign: Campaign,
    frames: Sequence[Draft],
    blurbs: Sequence[Draft],
    progress: Progress,
) -> list[ContactSheetEntry]:
    cohorts = {cohort.cohort_id: cohort for cohort in ws.store.campaigns.cohorts(campaign.campaign_id)}
    audiences = ws.store.messages.audiences_of_drafts(campaign.campaign_id)
    composer = ws.make_composer(campaign.brief.layout)
    catalog = ws.store.catalog.products()
    texts = {blurb.product_id: blurb.text for draft in blurbs for blurb in draft.copy.blurbs}
    entries = []
    for draft in frames:
        if draft.cohort_id is None or draft.draft_id not in audiences:
            continue
        recommended = ws.store.messages.example_products(draft.draft_id)
        shown = tuple(
            ShownProduct(catalog[one.product_id], one.reason, texts.get(one.product_id), one.score)
            for one in recommended
            if one.product_id in catalog
        )
        example = _preview(composer, campaign, draft, shown)
        delivered = _find_delivered(ws, campaign.campaign_id, draft.draft_id)
        cohort = cohorts[draft.cohort_id]
        entries.append(
            ContactSheetEntry(draft, cohort, audiences[draft.draft_id].messages, example, delivered)
        )
        progress(len(entries), len(frames), "previews")
    return entries


def _find_delivered(ws: Workspace, campaign_id: CampaignId, draft_id: DraftId) -> Path | None:
    outbox = ws.make_outbox(campaign_id)
    for message_id, _ in ws.store.messages.of_draft(draft_id, limit=1):
        if outbox.was_delivered(message_id):
            return outbox.path_of(message_id)
    return None


def _preview(
    composer: Composer, campaign: Campaign, draft: Draft, shown: tuple[ShownProduct, ...]
) -> Preview | None:
    """The draft as somebody would get it who does not exist, with products that a customer of it gets."""
    segment = (draft.fact_sheet.cohort.segment if draft.fact_sheet.cohort else None) or Segment.LOYAL
    message = Message(
        message_id=MessageId("0" * 32),
        campaign_id=campaign.campaign_id,
        variant=draft.variant or "",
        recipient=Recipient(
            CustomerId("preview"), "alex@example.test", "Alex", draft.fact_sheet.locale, segment
        ),
        copy=draft.copy,
        offer=draft.fact_sheet.offer,
        products=shown,
    )
    try:
        return composer.preview(message)
    except MessageUnsendable:
        return None  # its finding says why


def _local_images(ws: Workspace) -> dict[str, Path]:
    folder = sample_pictures_folder(ws.settings)
    prefix = f"{ws.settings.brand.site_url.rstrip('/')}/images/"
    return {prefix: folder} if folder.is_dir() else {}
