"""From a plan to drafts: one frame per cohort and variant, one blurb per product shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bespoke.domain import (
    CampaignStatus,
    Cohort,
    Draft,
    DraftId,
    DraftKind,
    DraftStatus,
    FactSheet,
    Product,
    ProductId,
    Severity,
    WrittenCopy,
)
from copywriter.drafting import Writer, write_copies
from copywriter.estimating import Estimate, estimate
from copywriter.fact_sheets import (
    blurb_draft_id,
    frame_draft_id,
    has_something_to_say,
    make_blurb_sheet,
    make_frame_sheet,
)
from copywriter.phrasebook import Phrasebook
from flows.progress import Progress, Say, keep_quiet, say_nothing
from flows.wiring import Workspace
from store.campaigns import Campaign
from store.llm_ledger import Spending
from store.messages import DraftAudience


@dataclass(frozen=True, slots=True)
class DraftingOutcome:
    by_status: Mapping[DraftStatus, int]  # frames and blurbs together
    by_writer: Mapping[str, int]  # "phrasebook" or the model's name, of drafts written now
    reused: int  # drafts that were there already
    fallbacks: Mapping[str, int]  # why the phrasebook wrote for the model
    findings: Mapping[str, int]  # by rule, in the drafts written now
    spending: Spending


@dataclass(frozen=True, slots=True)
class _Task:
    """One draft to be written."""

    draft_id: DraftId
    sheet: FactSheet
    cohort: Cohort | None = None
    variant: str | None = None
    product_id: ProductId | None = None


def draft_campaign(
    ws: Workspace, campaign: Campaign, progress: Progress = keep_quiet, say: Say = say_nothing
) -> DraftingOutcome:
    """Write what is not written yet and hold it for review. Each draft is kept as soon as it is there.

    A brief that asks for a batch may take a day; `say` gets a line for what happens meanwhile.
    Raises IllegalTransition while another process has the campaign, so that no model is paid twice.
    """
    with ws.store.campaigns.lock(campaign.campaign_id):
        return _draft_missing(ws, campaign, progress, say)


def _draft_missing(ws: Workspace, campaign: Campaign, progress: Progress, say: Say) -> DraftingOutcome:
    frames, blurbs = list_tasks(ws, campaign)
    tasks = [*frames, *blurbs]
    existing = ws.store.drafts.existing([task.draft_id for task in tasks])
    ws.store.drafts.link(campaign.campaign_id, [t.draft_id for t in tasks if t.draft_id in existing])
    missing = [task for task in tasks if task.draft_id not in existing]
    _fill_ledger(ws, campaign, [task for task in missing if _is_for_model(ws, task)], progress, say)
    written = _write(ws, campaign, missing, progress)
    if ws.store.campaigns.get(campaign.campaign_id).status is CampaignStatus.DRAFTING:
        ws.store.campaigns.set_status(
            campaign.campaign_id,
            CampaignStatus.IN_REVIEW,
            coming_from=[CampaignStatus.DRAFTING],
            now=ws.clock(),
        )
    return DraftingOutcome(
        by_status=ws.store.drafts.count_by_status(campaign.campaign_id),
        by_writer=Counter(one.writer for one in written),
        reused=len(existing),
        fallbacks=Counter(one.note for one in written if one.note),
        findings=Counter(finding.rule for one in written for finding in one.findings),
        spending=ws.store.llm_ledger.spending(campaign.campaign_id),
    )


def estimate_drafting(ws: Workspace, campaign: Campaign) -> Estimate | None:
    """What the model is expected to take for what is not written yet; None without a model."""
    if not ws.settings.writer.is_configured:
        return None
    frames, blurbs = list_tasks(ws, campaign)
    asked = [*frames, *blurbs] if ws.settings.writer.blurbs else frames
    existing = ws.store.drafts.existing([task.draft_id for task in asked])
    missing = [task.sheet for task in asked if task.draft_id not in existing]
    model = ws.settings.writer.model
    return estimate(
        missing, ws.settings.writer, ws.settings.limits, lambda kind: ws.store.llm_costs.usual(model, kind)
    )


def list_tasks(ws: Workspace, campaign: Campaign) -> tuple[list[_Task], list[_Task]]:
    """Every frame and every blurb the campaign needs, written or not."""
    audiences = ws.store.messages.audiences_of_drafts(campaign.campaign_id)
    catalog = ws.store.catalog.products()
    return _frame_tasks(ws, campaign, audiences, catalog), _blurb_tasks(ws, campaign, audiences, catalog)


def _frame_tasks(
    ws: Workspace,
    campaign: Campaign,
    audiences: Mapping[DraftId, DraftAudience],
    catalog: Mapping[ProductId, Product],
) -> list[_Task]:
    brand = ws.settings.brand
    brief = campaign.brief
    offer = brief.offer.as_offer(brand.currency)
    tasks = []
    for cohort in ws.store.campaigns.cohorts(campaign.campaign_id):
        for variant in brief.variants:
            draft_id = frame_draft_id(campaign.campaign_id, cohort.cohort_id, variant.name)
            if draft_id not in audiences:
                continue  # the draw gave this variant nobody in this cohort
            audience = audiences[draft_id]
            sheet = make_frame_sheet(
                cohort=cohort,
                angle=variant.angle,
                brand=brand.rules,
                offer=offer if cohort.has_offer else None,
                products=_most_shown(audience, catalog),
                theme=brief.theme,
                send_date=campaign.as_of.date(),
                longest_first_name=audience.longest_first_name_chars,
                products_per_email=audience.fewest_products,
                longest_first_title=max(
                    (len(catalog[one].title) for one in audience.first_products if one in catalog), default=0
                ),
            )
            tasks.append(_Task(draft_id, sheet, cohort=cohort, variant=variant.name))
    return tasks


def _most_shown(audience: DraftAudience, catalog: Mapping[ProductId, Product]) -> list[Product]:
    ranked = sorted(audience.products.items(), key=lambda item: (-item[1], item[0]))
    return [catalog[product_id] for product_id, _ in ranked if product_id in catalog]


def _blurb_tasks(
    ws: Workspace,
    campaign: Campaign,
    audiences: Mapping[DraftId, DraftAudience],
    catalog: Mapping[ProductId, Product],
) -> list[_Task]:
    settings = ws.settings.writer
    writer = settings.model if settings.is_configured and settings.blurbs else "phrasebook"
    shown: Counter[ProductId] = Counter()
    for audience in audiences.values():
        shown.update(audience.products)
    tasks = []
    for product_id, _ in sorted(shown.items(), key=lambda item: (-item[1], item[0])):
        if product_id not in catalog:
            continue
        sheet = make_blurb_sheet(
            catalog[product_id],
            brand=ws.settings.brand.rules,
            locale=ws.settings.brand.default_locale,
            send_date=campaign.as_of.date(),
        )
        if has_something_to_say(sheet):
            tasks.append(_Task(blurb_draft_id(sheet, writer), sheet, product_id=product_id))
    return tasks


def _is_for_model(ws: Workspace, task: _Task) -> bool:
    return task.product_id is None or ws.settings.writer.blurbs


def _fill_ledger(
    ws: Workspace, campaign: Campaign, tasks: Sequence[_Task], progress: Progress, say: Say
) -> None:
    """Have the first replies written in a batch, where the brief says so; what is under way is taken up."""
    in_batch = campaign.brief.writing == "batch"
    is_under_way = any(one.campaign_id == campaign.campaign_id for one in ws.store.llm_batches.open())
    if not in_batch and not is_under_way:
        return
    batching = ws.make_batching(campaign, say, progress)
    if batching is None:
        if is_under_way:
            say("A batch of this campaign is under way, and without a language model it is not collected.")
        return
    from copywriter.batch_submitting import BatchRequest
    from copywriter.openai_writer import request_for

    requests = [BatchRequest(*request_for(task.sheet, ws.settings.limits)) for task in tasks]
    batching.fill(requests, submit=in_batch)


def _write(
    ws: Workspace, campaign: Campaign, tasks: Sequence[_Task], progress: Progress
) -> list[WrittenCopy]:
    writer = ws.make_writer(campaign)
    for_model = [task for task in tasks if _is_for_model(ws, task)]
    for_phrasebook = [task for task in tasks if not _is_for_model(ws, task)]
    done = 0

    def write(chosen: Sequence[_Task], by: Writer | None) -> list[WrittenCopy]:
        def keep(index: int, written: WrittenCopy) -> None:
            nonlocal done
            if any(written.copy.texts()):  # a product with nothing to say gets no blurb
                ws.store.drafts.save(campaign.campaign_id, [_draft(ws, chosen[index], written)])
            done += 1
            progress(done, len(tasks), "drafts", "" if writer is None else f"${writer.spent_usd:.4f}")

        return write_copies(
            [task.sheet for task in chosen],
            writer=by,
            phrasebook=Phrasebook(ws.settings.limits, ws.settings.brand.default_locale),
            check=ws.check,
            concurrency=ws.settings.writer.concurrency,
            on_written=keep,
            subjects_taken=_subjects(ws, campaign),
        )

    return [*write(for_model, writer), *write(for_phrasebook, None)]


def _subjects(ws: Workspace, campaign: Campaign) -> set[str]:
    frames = ws.store.drafts.of_campaign(campaign.campaign_id, kind=DraftKind.FRAME)
    return {draft.copy.subject for draft in frames}


def _draft(ws: Workspace, task: _Task, written: WrittenCopy) -> Draft:
    is_blocked = any(finding.severity is Severity.BLOCK for finding in written.findings)
    return Draft(
        draft_id=task.draft_id,
        kind=task.sheet.kind,
        fact_sheet=task.sheet,
        written=written,
        status=DraftStatus.BLOCKED if is_blocked else DraftStatus.HELD,
        created_at=ws.clock(),
        cohort_id=None if task.cohort is None else task.cohort.cohort_id,
        variant=task.variant,
        product_id=task.product_id,
    )
