"""From a plan to drafts, each kept as soon as it is written, and held for review."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from bespoke.domain import CampaignStatus, Draft, DraftKind, DraftStatus, Severity, WrittenCopy
from copywriter.drafting import PHRASEBOOK, Writer, write_copies
from copywriter.estimating import Estimate, estimate
from copywriter.finding_counts import RuleCount, count_by_rule
from copywriter.phrasebook import Phrasebook
from flows.progress import Progress, Say, keep_quiet, say_nothing
from flows.stages.draft_tasks import DraftTask, list_tasks
from flows.stages.own_readers import OwnReaders
from flows.wiring import Workspace
from store.campaigns import Campaign
from store.llm_ledger import Spending


@dataclass(frozen=True, slots=True)
class DraftingOutcome:
    by_status: Mapping[DraftStatus, int]  # frames and blurbs together
    by_writer: Mapping[str, int]  # "phrasebook" or the model's name, of drafts written now
    reused: int  # drafts that were there already
    fallbacks: Mapping[str, int]  # why the phrasebook wrote for the model
    cohort_copy: Mapping[str, int]  # why customers get their cohort's copy in place of their own
    rules: tuple[RuleCount, ...]  # what the guards found in the drafts written now
    spending: Spending


@dataclass(slots=True)
class _Written:
    """What was written now."""

    kept: list[WrittenCopy] = field(default_factory=list)
    replaced: list[WrittenCopy] = field(default_factory=list)  # by the cohort's copy
    cohort_copy: Counter[str] = field(default_factory=Counter)


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
    tasks = [
        *(task for task in frames if not task.is_own),
        *blurbs,
        *(task for task in frames if task.is_own),
    ]
    existing = ws.store.drafts.existing([task.draft_id for task in tasks])
    ws.store.drafts.link(campaign.campaign_id, [t.draft_id for t in tasks if t.draft_id in existing])
    missing = [task for task in tasks if task.draft_id not in existing]
    _fill_ledger(ws, campaign, [task for task in missing if _is_for_model(ws, task)], progress, say)
    written = _Written()
    _write(ws, campaign, missing, written, progress)
    if written.cohort_copy:
        _write_for_crowds_reached_late(ws, campaign, written, progress)
    if ws.store.campaigns.get(campaign.campaign_id).status is CampaignStatus.DRAFTING:
        ws.store.campaigns.set_status(
            campaign.campaign_id,
            CampaignStatus.IN_REVIEW,
            coming_from=[CampaignStatus.DRAFTING],
            now=ws.clock(),
        )
    return DraftingOutcome(
        by_status=ws.store.drafts.count_by_status(campaign.campaign_id),
        by_writer=Counter(one.writer for one in written.kept),
        reused=len(existing),
        fallbacks=Counter(one.note for one in written.kept if one.note),
        cohort_copy=written.cohort_copy,
        rules=count_by_rule([*written.kept, *written.replaced]),
        spending=ws.store.llm_ledger.spending(campaign.campaign_id),
    )


def _write_for_crowds_reached_late(
    ws: Workspace, campaign: Campaign, written: _Written, progress: Progress
) -> None:
    """Cohorts whose every customer was to get copy of their own have no copy that could stand in yet."""
    frames, _ = list_tasks(ws, campaign)
    existing = ws.store.drafts.existing([task.draft_id for task in frames])
    missing = [task for task in frames if task.draft_id not in existing]
    if missing:
        _write(ws, campaign, missing, written, progress)


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
        missing,
        ws.settings.writer,
        ws.settings.limits,
        lambda kind: ws.store.llm_costs.usual(model, kind),
        judge=ws.settings.guards.judge,
    )


def _spent(usd: Decimal) -> str:
    """Dollars so far; nothing where nothing was spent or the price is not known."""
    return f"${usd:.4f}" if usd else ""


def _is_for_model(ws: Workspace, task: DraftTask) -> bool:
    return task.product_id is None or ws.settings.writer.blurbs


def _fill_ledger(
    ws: Workspace, campaign: Campaign, tasks: Sequence[DraftTask], progress: Progress, say: Say
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
    ws: Workspace, campaign: Campaign, tasks: Sequence[DraftTask], written: _Written, progress: Progress
) -> None:
    writer = ws.make_writer(campaign)
    second_look = ws.make_second_look(writer)
    readers = OwnReaders(ws, tasks)
    for_model = [task for task in tasks if _is_for_model(ws, task)]
    for_phrasebook = [task for task in tasks if not _is_for_model(ws, task)]
    done = 0

    def write(chosen: Sequence[DraftTask], by: Writer | None) -> None:
        def keep(index: int, copy: WrittenCopy) -> None:
            nonlocal done
            _keep(ws, campaign, chosen[index], copy, written)
            done += 1
            progress(done, len(tasks), "drafts", _spent(Decimal(0) if writer is None else writer.spent_usd))

        write_copies(
            [task.sheet for task in chosen],
            writer=by,
            phrasebook=Phrasebook(ws.settings.limits, ws.settings.brand.default_locale),
            check=lambda copy, sheet: ws.check(copy, sheet, readers.of(sheet)),
            concurrency=ws.settings.writer.concurrency,
            on_written=keep,
            subjects_taken=_subjects(ws, campaign),
            second_look=second_look,
            repair=Severity(ws.settings.guards.repair),
        )

    write(for_model, writer)
    write(for_phrasebook, None)


def _keep(ws: Workspace, campaign: Campaign, task: DraftTask, copy: WrittenCopy, written: _Written) -> None:
    """Hold a draft for review; a customer whom the model did not write for gets their cohort's copy."""
    if task.instead is not None and copy.writer == PHRASEBOOK:
        moved = ws.store.messages.carry_instead(campaign.campaign_id, task.draft_id, task.instead)
        written.cohort_copy[copy.note or "no language model is configured any more"] += moved
        written.replaced.append(replace(copy, findings=()))
        return
    if any(copy.copy.texts()):  # a product with nothing to say gets no blurb
        ws.store.drafts.save(campaign.campaign_id, [_draft(ws, task, copy)])
    written.kept.append(copy)


def _subjects(ws: Workspace, campaign: Campaign) -> set[str]:
    frames = ws.store.drafts.of_campaign(campaign.campaign_id, kind=DraftKind.FRAME)
    return {draft.copy.subject for draft in frames}


def _draft(ws: Workspace, task: DraftTask, written: WrittenCopy) -> Draft:
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
