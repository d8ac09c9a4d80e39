"""`bespoke demo`: the whole main job at once, on the sample shop or the Online Retail file."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bespoke.brief import Brief, OfferBrief, VariantBrief
from bespoke.domain import Angle, CampaignId, DraftKind, DraftStatus, Segment
from bespoke.settings import Settings, read_settings
from flows.costs import describe_estimate
from flows.progress import Progress, show_bars
from flows.stages.drafting import DraftingOutcome, draft_campaign, estimate_drafting
from flows.stages.ingesting import ShopSource, draw_sample_pictures, ingest
from flows.stages.planning import open_campaign, plan_campaign
from flows.stages.reviewing import approve_clean, write_sheet
from flows.stages.sending import SendOutcome, send_campaign
from flows.stages.training import train
from flows.summary import count_words, describe_left_out, describe_load, describe_spending
from flows.wiring import Workspace, open_workspace
from store.campaigns import Campaign, CampaignPlan

REVIEWER = "the demo itself"
SAMPLE_CUSTOMERS = 3000

_LAPSING = (Segment.SLIPPING, Segment.AT_RISK, Segment.LAPSED)
_VARIANTS = (
    VariantBrief(name="A", angle=Angle.BENEFIT),
    VariantBrief(name="B", angle=Angle.CURIOSITY),
)


@dataclass(frozen=True, slots=True)
class DemoShop:
    """A shop to run the demo on. Its clock stands still, so that a second run finds everything done."""

    name: str
    source: ShopSource
    now: datetime
    brief: Brief
    campaign_id: CampaignId


def sample_shop(customers: int) -> DemoShop:
    """The built-in shop."""
    suffix = "" if customers == SAMPLE_CUSTOMERS else f"-{customers}"
    return DemoShop(
        name=f"sample{suffix}",
        campaign_id=CampaignId(f"winter-table{suffix}"),
        source=ShopSource(kind="sample", sample_customers=customers),
        now=datetime(2026, 11, 20, 9, 0, tzinfo=UTC),
        brief=Brief(
            name="Winter table",
            theme="A few good things for long evenings at home.",
            offer=OfferBrief(
                kind="percent",
                value=Decimal(15),
                code="HEARTH15",
                ends_on=date(2026, 11, 30),
                segments=_LAPSING,
            ),
            variants=_VARIANTS,
        ),
    )


def online_retail_shop(path: Path) -> DemoShop:
    """The UCI Online Retail file, whose last order is of 9 December 2011."""
    return DemoShop(
        name="online-retail",
        campaign_id=CampaignId("last-gifts"),
        source=ShopSource(kind="online_retail", path=path, demo_contacts=True),
        now=datetime(2011, 12, 10, 9, 0, tzinfo=UTC),
        brief=Brief(
            name="Last gifts of the year",
            theme="Gifts and small things for the house.",
            offer=OfferBrief(
                kind="percent",
                value=Decimal(10),
                code="GIFTS10",
                ends_on=date(2011, 12, 18),
                segments=_LAPSING,
            ),
            variants=_VARIANTS,
        ),
    )


@dataclass(slots=True)
class _Stopwatch:
    progress: Progress
    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def measure(self, stage: str, bar: str = "") -> Iterator[None]:
        """Time a stage; `bar` shows it while it runs, for one that has no bar of its own."""
        start = time.perf_counter()
        if bar:
            self.progress(0, 1, bar)
        yield
        if bar:
            self.progress(1, 1, bar)
        self.seconds[stage] = time.perf_counter() - start


def run_demo(online_retail: Path | None = None, customers: int = SAMPLE_CUSTOMERS) -> None:
    """Run every stage, approve by itself, and print where to look."""
    shop = online_retail_shop(online_retail) if online_retail else sample_shop(customers)
    settings = _settings_for(shop)
    console = Console()
    console.print(f"Bespoke demo: {shop.name}, as of {shop.now:%d %B %Y}", style="bold")
    with open_workspace(settings, clock=lambda: shop.now) as ws:
        with show_bars(console) as progress:
            summary = _run(ws, shop, console, progress)
        console.print(summary)


def _settings_for(shop: DemoShop) -> Settings:
    # A database of its own: the demo never touches a real shop's.
    settings = read_settings()
    state = settings.state_dir / "demo" / shop.name
    return settings.model_copy(
        update={"state_dir": state, "database_url": f"sqlite:///{state / 'bespoke.db'}"}
    )


def _run(ws: Workspace, shop: DemoShop, console: Console, progress: Progress) -> Table:
    watch = _Stopwatch(progress)
    with watch.measure("ingest", "loading the shop"):
        load = ingest(ws, shop.source, shop.now)
        if shop.source.kind == "sample":
            draw_sample_pictures(ws)
    console.print(describe_load(load))
    with watch.measure("train", "training and judging"):
        training = None if load.was_known and ws.store.models.live() else train(ws, shop.now, tune_minutes=0)
    console.print(training.why if training else "The model of the last run is in service.")
    with watch.measure("plan"):
        campaign = open_campaign(ws, shop.brief, shop.campaign_id, shop.now)
        plan = plan_campaign(ws, campaign, progress)
    console.print(describe_estimate(estimate_drafting(ws, campaign)))
    with watch.measure("draft and check"):
        drafting = draft_campaign(ws, campaign, progress)
    approve_clean(ws, campaign.campaign_id, REVIEWER, "approved without a person, for the demo")
    drafts = ws.store.drafts.of_campaign(campaign.campaign_id, status=DraftStatus.APPROVED)
    approved = sum(draft.reviewed_by == REVIEWER for draft in drafts)
    console.print(
        f"The demo approved {approved:,} drafts by itself. A real campaign waits here for a person.",
        style="yellow",
    )
    with watch.measure("render and deliver"):
        sending = send_campaign(ws, campaign.campaign_id, progress)
    with watch.measure("contact sheet"):
        note = f"{approved:,} drafts were approved by the demo itself, not by a person."
        sheet = write_sheet(ws, campaign.campaign_id, progress, notes=(note,))
    return _summary(ws, campaign, plan, drafting, sending, watch, sheet)


def _summary(
    ws: Workspace,
    campaign: Campaign,
    plan: CampaignPlan,
    drafting: DraftingOutcome,
    sending: SendOutcome,
    watch: _Stopwatch,
    sheet: Path,
) -> Table:
    store = ws.store
    frames = store.drafts.count_by_status(campaign.campaign_id, DraftKind.FRAME)
    blurbs = store.drafts.count_by_status(campaign.campaign_id, DraftKind.BLURB)
    messages = sum(plan.messages_by_variant.values())
    seconds = ", ".join(f"{stage} {took:.1f}" for stage, took in watch.seconds.items())
    total = sum(watch.seconds.values())
    table = Table(title=f"Campaign {campaign.campaign_id!r}", show_header=False, title_justify="left")
    table.add_column(style="bold", no_wrap=True)
    table.add_column(overflow="fold")
    table.add_row("Customers", f"{plan.customers:,}; {describe_left_out(plan)}")
    table.add_row("Eligible", f"{messages + plan.excluded.get('holdout', 0):,}, holdout included")
    table.add_row("Cohorts", f"{plan.cohorts:,}")
    table.add_row("Model calls and cost", describe_spending(drafting.spending))
    table.add_row("Written now by", count_words(drafting.by_writer))
    table.add_row("Copy drafts", count_words(frames))
    table.add_row("Product blurbs", count_words(blurbs))
    table.add_row("Messages by variant", count_words(plan.messages_by_variant))
    table.add_row("Delivered", f"{sending.sent_now:,} now; in all {count_words(sending.by_status)}")
    table.add_row("Seconds", f"{seconds}; together {total:.1f}")
    table.add_row("Look at", str(sheet))
    return table
