"""The command line: the stages without a Prefect server."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.exceptions import TyperException

from bespoke.errors import BespokeError, SettingsError
from flows.check_commands import check_copy_cases
from flows.cost_commands import costs
from flows.eval_commands import eval_app
from flows.model_commands import models_app
from flows.terminal import show as _show
from flows.terminal import who as _who

app = typer.Typer(
    name="bespoke",
    help="Turn a shop's order history into reviewed, send-ready, measured email campaigns.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)
drafts_app = typer.Typer(help="Look at drafts and decide on them.", no_args_is_help=True)
app.add_typer(drafts_app, name="drafts")
app.add_typer(models_app, name="models")
app.add_typer(eval_app, name="eval")
app.command("costs")(costs)
app.command("check-copy")(check_copy_cases)

CampaignArgument = Annotated[str, typer.Argument(help="The campaign's id, as 'bespoke draft' printed it.")]
DraftsArgument = Annotated[list[str] | None, typer.Argument(help="Ids of drafts.")]
CampaignOption = Annotated[str | None, typer.Option("--all", help="Every open draft of this campaign.")]
ReviewerOption = Annotated[str, typer.Option("--by", help="Who decides; kept in the audit trail.")]
NoteOption = Annotated[str, typer.Option("--note", help="Why; kept with the draft.")]

_INTERRUPTED = 130  # what typer makes of Ctrl-C


def main() -> None:
    """Run the command line; a user's mistake ends in one line and a non-zero status."""
    try:
        status = app(standalone_mode=False) or 0
    except TyperException as error:
        if mistake := _mistake(error):  # none where plain `bespoke` printed its help
            typer.echo(f"bespoke: {mistake}; 'bespoke --help' shows what there is", err=True)
        sys.exit(2)
    except (BespokeError, SettingsError) as error:
        typer.echo(f"bespoke: {error}", err=True)
        sys.exit(1)
    if status == _INTERRUPTED:
        typer.echo("bespoke: stopped; run the same command again to go on", err=True)
    sys.exit(status)


@app.command()
def ingest(
    path: Annotated[
        Path | None, typer.Argument(help="A folder of CSV or Parquet files, or one file.")
    ] = None,
    online_retail: Annotated[
        bool, typer.Option("--online-retail", help="PATH is the UCI Online Retail file.")
    ] = False,
    demo_contacts: Annotated[
        bool,
        typer.Option("--demo-contacts", help="Online Retail has no addresses: make some up at example.test."),
    ] = False,
    database_url: Annotated[
        str | None, typer.Option("--from-database", help="Read from this SQLAlchemy URL instead of files.")
    ] = None,
    query: Annotated[
        list[str] | None,
        typer.Option("--query", help="With --from-database: TABLE=SELECT …, once per table."),
    ] = None,
    sample: Annotated[bool, typer.Option("--sample", help="Load the built-in sample shop.")] = False,
) -> None:
    """Load customers, products, events and consents, with a quality report."""
    from flows.stages.ingesting import ingest as run_ingest
    from flows.stages.ingesting import source_from_options

    source = source_from_options(path, online_retail, demo_contacts, database_url, query or [], sample)
    with _workspace() as ws:
        outcome = run_ingest(ws, source)
        _show(outcome.report.markdown())
        if outcome.was_known:
            typer.echo("The same contents were loaded before: nothing changed.")


@app.command()
def train(
    tune: Annotated[
        float | None,
        typer.Option(metavar="MINUTES", min=0, help="Look for better parameters for as long."),
    ] = None,
    quick: Annotated[
        bool, typer.Option("--quick", help="Tune nothing: take parameters that suit most shops.")
    ] = False,
) -> None:
    """Train the recommender, judge it, and put it in service if it earned that."""
    from flows.stages.training import train as run_training

    if quick and tune:
        raise BespokeError("give --quick or --tune, not both: --quick does not tune")
    with _workspace() as ws:
        outcome = run_training(ws, tune_minutes=0.0 if quick else tune)
        _show(outcome.report.markdown())
        typer.echo(outcome.why)
        for note in outcome.notes:
            typer.echo(note)
        typer.echo(f"Look at {outcome.page}")


@app.command()
def drift() -> None:
    """Say whether the model in service still fits what happens in the shop."""
    from flows.stages.drift import watch

    with _workspace() as ws:
        _show(watch(ws).markdown())


@app.command()
def draft(
    brief: Annotated[Path, typer.Argument(help="The brief, a TOML file.")],
    campaign_id: Annotated[
        str | None, typer.Option("--id", help="The campaign's id; made from the brief's name otherwise.")
    ] = None,
) -> None:
    """Plan a campaign from a brief, write its drafts, and hold them for review."""
    from bespoke.brief import read_brief
    from bespoke.domain import CampaignId
    from flows.costs import describe_estimate
    from flows.stages.drafting import draft_campaign, estimate_drafting
    from flows.stages.planning import open_campaign, plan_campaign
    from flows.stages.reviewing import write_sheet
    from flows.summary import describe_drafting, describe_plan

    parsed = read_brief(brief)
    with _workspace() as ws, _progress() as progress:
        campaign = open_campaign(ws, parsed, CampaignId(campaign_id) if campaign_id else None)
        plan = plan_campaign(ws, campaign, progress)
        typer.echo(describe_plan(plan))
        typer.echo(describe_estimate(estimate_drafting(ws, campaign)))
        outcome = draft_campaign(ws, campaign, progress, typer.echo)
        typer.echo(describe_drafting(outcome))
        sheet = write_sheet(ws, campaign.campaign_id)
        typer.echo(f"Campaign {campaign.campaign_id!r} waits for review. Look at {sheet}, then:")
        typer.echo(f"  bespoke drafts approve --all {campaign.campaign_id}")
        typer.echo(f"  bespoke send {campaign.campaign_id}")


@drafts_app.command("list")
def list_drafts(
    campaign: Annotated[
        str | None, typer.Argument(help="Only this campaign's; all campaigns otherwise.")
    ] = None,
    blurbs: Annotated[bool, typer.Option("--blurbs", help="Product blurbs too.")] = False,
) -> None:
    """List campaigns' drafts with their state and what the guards found."""
    from bespoke.domain import CampaignId
    from flows.summary import draft_table

    with _workspace() as ws:
        if campaign is None:
            for one in ws.store.campaigns.all():
                typer.echo(draft_table(ws.store, one.campaign_id, blurbs))
        else:
            found = ws.store.campaigns.get(CampaignId(campaign))
            typer.echo(draft_table(ws.store, found.campaign_id, blurbs))


@drafts_app.command("show")
def show_draft(draft: Annotated[str, typer.Argument(help="The draft's id.")]) -> None:
    """Show one draft: its copy, its findings, and the facts behind it."""
    from bespoke.domain import DraftId
    from flows.summary import describe_draft

    with _workspace() as ws:
        typer.echo(describe_draft(ws.store.drafts.get(DraftId(draft))))


@drafts_app.command("approve")
def approve_drafts(
    drafts: DraftsArgument = None,
    whole_campaign: CampaignOption = None,
    reviewer: ReviewerOption = "",
    note: NoteOption = "",
) -> None:
    """Let held drafts be sent."""
    from flows.stages.reviewing import approve_campaign

    with _workspace() as ws:
        by = (reviewer or _who(), ws.clock(), note)
        _decide(
            "approved",
            drafts,
            whole_campaign,
            lambda draft: ws.store.drafts.approve(draft, *by),
            lambda campaign: approve_campaign(ws, _existing(ws, campaign), by[0], note),
        )


@drafts_app.command("reject")
def reject_drafts(
    drafts: DraftsArgument = None,
    whole_campaign: CampaignOption = None,
    reviewer: ReviewerOption = "",
    note: NoteOption = "",
) -> None:
    """Keep drafts from being sent."""
    from flows.stages.reviewing import reject_campaign

    with _workspace() as ws:
        by = (reviewer or _who(), ws.clock(), note)
        _decide(
            "rejected",
            drafts,
            whole_campaign,
            lambda draft: ws.store.drafts.reject(draft, *by),
            lambda campaign: reject_campaign(ws, _existing(ws, campaign), by[0], note),
        )


@app.command()
def send(campaign: CampaignArgument) -> None:
    """Render and deliver a campaign's approved messages, each at most once."""
    from flows.stages.reviewing import write_sheet
    from flows.stages.sending import send_campaign
    from flows.summary import describe_sending

    with _workspace() as ws, _progress() as progress:
        outcome = send_campaign(ws, _campaign_id(campaign), progress)
        typer.echo(describe_sending(outcome))
        if outcome.waiting_for_review:
            typer.echo(
                f"{outcome.waiting_for_review:,} email drafts still wait for review: "
                f"bespoke drafts approve --all {campaign}"
            )
        typer.echo(f"Look at {write_sheet(ws, _campaign_id(campaign))}")


@app.command()
def report(campaign: CampaignArgument) -> None:
    """Say what a campaign did: sizes, sample ratio, orders by arm, lift against the holdout."""
    from flows.stages.reporting import report as run_report

    with _workspace() as ws:
        _show(run_report(ws, _campaign_id(campaign)).markdown())


@app.command()
def demo(
    online_retail: Annotated[
        Path | None, typer.Option("--online-retail", help="Use this UCI Online Retail file instead.")
    ] = None,
    customers: Annotated[int, typer.Option(min=50, help="How many customers the sample shop has.")] = 3000,
) -> None:
    """Run everything once, from orders to emails, approving by itself."""
    from flows.demo import run_demo

    run_demo(online_retail, customers)


@app.command()
def up(
    port: Annotated[int, typer.Option(min=1024, max=65535, help="The Prefect server's port.")] = 4200,
    review_port: Annotated[int, typer.Option(min=1024, max=65535, help="The review page's port.")] = 4300,
) -> None:
    """Start a Prefect server with the deployments, and the review page, until Ctrl-C."""
    from flows.serving import serve_until_stopped

    serve_until_stopped(port=port, review_port=review_port)


@app.command()
def doctor() -> None:
    """Say what is configured, what can be reached, and what is missing."""
    from flows.doctor import examine, print_checks

    sys.exit(print_checks(examine()))


@contextmanager
def _workspace() -> Iterator[Any]:
    from flows.wiring import open_workspace

    with open_workspace() as ws:
        yield ws


@contextmanager
def _progress() -> Iterator[Any]:
    from flows.progress import show_bars

    with show_bars() as progress:
        yield progress


def _campaign_id(text: str) -> Any:
    from bespoke.domain import CampaignId

    return CampaignId(text)


def _decide(
    word: str,
    drafts: list[str] | None,
    whole_campaign: str | None,
    decide_one: Callable[[Any], None],
    decide_all: Callable[[str], int],
) -> None:
    if whole_campaign is not None:
        typer.echo(f"{decide_all(whole_campaign):,} drafts {word}")
        return
    if not drafts:
        raise BespokeError("name the drafts, or give --all CAMPAIGN; 'bespoke drafts list' shows them")
    for draft in drafts:
        decide_one(draft)
        typer.echo(f"{word} {draft}")


def _existing(ws: Any, campaign: str) -> Any:
    return ws.store.campaigns.get(_campaign_id(campaign)).campaign_id


def _mistake(error: TyperException) -> str:
    return " ".join(error.format_message().split()).rstrip(".")
