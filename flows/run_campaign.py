"""The flow that takes a campaign from its brief to the outbox, with a person's decision in the middle.

When the run is resumed after review, Prefect runs the flow again from the top:
what is done already is found in the store and left alone.
"""

from datetime import timedelta
from typing import Any, Literal

from prefect import flow
from prefect.client.schemas.objects import State
from prefect.context import FlowRunContext
from prefect.flow_runs import suspend_flow_run
from prefect.input import RunInput
from prefect.runtime import flow_run
from prefect.states import Completed
from pydantic import ConfigDict, Field

from bespoke.brief import Brief, parse_brief
from bespoke.domain import CampaignId, CampaignStatus, DraftKind
from bespoke.forms import lay_out_form
from copywriter.finding_counts import list_rule_counts
from flows.artifacts import publish, publish_drafts, show_progress
from flows.costs import describe_estimate, describe_left, estimate_page
from flows.review_notes import describe_example, describe_review
from flows.stages.drafting import draft_campaign, estimate_drafting
from flows.stages.planning import open_campaign, plan_campaign
from flows.stages.reporting import report
from flows.stages.reviewing import approve_campaign, preview_largest, reject_campaign, write_sheet
from flows.stages.sending import send_campaign
from flows.summary import describe_drafting, describe_plan, describe_sending
from flows.tasks import stage, stop_in_one_line
from flows.wiring import Workspace, open_workspace
from store.campaigns import Campaign

REVIEW_TIME = timedelta(days=14)


class ReviewDecision(RunInput):
    """What the reviewer says when resuming a run."""

    model_config = ConfigDict(extra="forbid", use_attribute_docstrings=True, json_schema_extra=lay_out_form)

    decision: Literal["approve", "reject"] = Field(title="Decision")
    """Approve sends every held draft; what the guards blocked stays unsent. Reject sends nothing."""

    reviewer: str = Field(min_length=2, max_length=80, title="Your name")
    """Kept in the audit trail."""

    note: str = Field(default="", max_length=500, title="Note")
    """Why, for those who read the report later."""


def name_run() -> str:
    """The campaign's name, or the flow's where the brief has none."""
    brief = flow_run.parameters.get("brief")
    name = brief.get("name") if isinstance(brief, dict) else getattr(brief, "name", None)
    return str(name or "run-campaign")


# The brief is checked inside, where a bad one ends in one line; Prefect's own check logs a traceback.
@flow(name="run-campaign", flow_run_name=name_run, validate_parameters=False, log_prints=True)
@stop_in_one_line
def run_campaign(brief: Brief, campaign_id: str = "") -> State[Any]:
    """Write a campaign's emails, wait for a person to approve them, and deliver them to the outbox.

    The run stops by itself once the drafts are written. Press Resume, look at the
    drafts, and approve or reject them. A rejected campaign sends nothing.

    Args:
        brief: What the campaign should be. A name is enough; everything else has a default.
        campaign_id: Leave empty for a new campaign. To go on with one whose run was lost, give its id.
    """
    brief = parse_brief(brief)
    chosen = CampaignId(campaign_id) if campaign_id else name_campaign(brief)
    if find_status(brief, chosen) is CampaignStatus.DRAFTING:
        plan_audience(chosen)
        write_drafts(chosen)
        show_drafts(chosen)
    decision = wait_for_review(chosen)
    if decision.decision == "reject":
        return Completed(name="Rejected", message=reject(chosen, decision))
    approve(chosen, decision)
    return Completed(message=deliver(chosen))


def name_campaign(brief: Brief) -> CampaignId:
    """An id of the brief's name, the day and the run; the same when the run is resumed or retried.

    Outside a run, of the name alone.
    """
    context = FlowRunContext.get()
    if context is None or context.flow_run is None or context.flow_run.created is None:
        return brief.campaign_id
    run = context.flow_run
    assert run.created is not None
    return CampaignId(f"{brief.campaign_id[:40].strip('-')}-{run.created:%Y-%m-%d}-{str(run.id)[:8]}")


def find_status(brief: Brief, campaign_id: CampaignId) -> CampaignStatus:
    """How far the campaign is; it is opened where it is new."""
    with open_workspace() as ws:
        return open_campaign(ws, brief, campaign_id).status


@stage("Find the audience")
def plan_audience(campaign_id: CampaignId) -> None:
    """Decide who gets which variant and which products."""
    with open_workspace() as ws:
        plan = plan_campaign(ws, ws.store.campaigns.get(campaign_id))
    print(describe_plan(plan))  # noqa: T201


@stage("Write the drafts")
def write_drafts(campaign_id: CampaignId) -> None:
    """Have the copy written and checked, with a progress artifact."""
    with open_workspace() as ws, show_progress("drafting", "Drafts written and checked") as progress:
        campaign = ws.store.campaigns.get(campaign_id)
        show_estimate(ws, campaign)
        outcome = draft_campaign(ws, campaign, progress, print)
    print(describe_drafting(outcome))  # noqa: T201
    if table := list_rule_counts(outcome.rules):
        publish("guards", "\n".join(table), f"What the guards found in the drafts of {campaign_id}")


def show_estimate(ws: Workspace, campaign: Campaign) -> None:
    """Say in the log and in an artifact what writing is expected to take, before anything is spent."""
    expected = estimate_drafting(ws, campaign)
    print(describe_estimate(expected))  # noqa: T201
    spent = ws.store.llm_ledger.spending(campaign.campaign_id).cost_usd
    left = describe_left(ws, campaign.brief.budget.max_usd, spent)
    publish("estimate", estimate_page(expected, left), f"What writing {campaign.campaign_id} should take")


@stage("Show the drafts")
def show_drafts(campaign_id: CampaignId) -> None:
    """Leave the drafts and a sample email as artifacts, and write the contact sheet."""
    with open_workspace() as ws:
        frames = ws.store.drafts.of_campaign(campaign_id, kind=DraftKind.FRAME)
        publish_drafts(frames, campaign_id)
        if example := preview_largest(ws, campaign_id):
            publish("sample-email", describe_example(example), f"What most customers of {campaign_id} get")
        print(f"Every draft as it will look: {write_sheet(ws, campaign_id).resolve()}")  # noqa: T201
        print(f"Campaign {campaign_id} waits for review: choose Resume and decide.")  # noqa: T201


def wait_for_review(campaign_id: CampaignId) -> ReviewDecision:
    """The reviewer's decision. Until there is one, this ends the process and the run stays suspended."""
    with open_workspace() as ws:
        campaign = ws.store.campaigns.get(campaign_id)
        drafts = ws.store.drafts.of_campaign(campaign_id)
        example = preview_largest(ws, campaign_id)
        sheet = ws.settings.delivery.outbox.resolve() / "index.html"
        review_url = ws.settings.review_url
    notes = describe_review(campaign, drafts, example, sheet, review_url)
    asked = ReviewDecision.with_initial_data(description=notes)
    return suspend_flow_run(wait_for_input=asked, timeout=int(REVIEW_TIME.total_seconds()), key="review")


@stage("Record the rejection")
def reject(campaign_id: CampaignId, decision: ReviewDecision) -> str:
    """Who rejected the campaign and why; nothing of it will be sent."""
    with open_workspace() as ws:
        reject_campaign(ws, campaign_id, decision.reviewer, decision.note)
    why = f": {decision.note}" if decision.note else ""
    said = f"{decision.reviewer} rejected {campaign_id}{why}. Nothing was sent."
    print(said)  # noqa: T201
    return said


@stage("Record the approval")
def approve(campaign_id: CampaignId, decision: ReviewDecision) -> None:
    """Approve every draft that may be sent."""
    with open_workspace() as ws:
        count = approve_campaign(ws, campaign_id, decision.reviewer, decision.note)
    print(f"{decision.reviewer} approved {count:,} drafts.")  # noqa: T201


@stage("Deliver the messages")
def deliver(campaign_id: CampaignId) -> str:
    """What was delivered and where it lies; the campaign's report becomes an artifact."""
    with open_workspace() as ws, show_progress("delivery", "Messages delivered") as progress:
        outcome = send_campaign(ws, campaign_id, progress)
        sheet = write_sheet(ws, campaign_id)
        publish("campaign-report", report(ws, campaign_id).markdown(), f"What {campaign_id} did so far")
    said = f"{describe_sending(outcome)}. Look at {sheet.resolve()}"
    print(said)  # noqa: T201
    return said
