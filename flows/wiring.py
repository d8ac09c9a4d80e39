"""The one place where settings become a store, a writer, a composer, a transport."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bespoke.domain import CampaignId, Copy, FactSheet, Finding, Layout
from bespoke.errors import DeliveryFailed, SettingsError
from bespoke.settings import Settings, read_settings
from copywriter.budget import Budget
from delivery.composing import Composer
from delivery.links import LinkSigner, read_or_make_secret
from delivery.outbox import Outbox
from guardrails.checking import check_copy
from guardrails.policy import policy_of
from guardrails.private_facts import PrivateFacts
from store.campaigns import Campaign
from store.database import Store, open_store
from templates.layouts import compile_layout

if TYPE_CHECKING:
    from copywriter.batching import Batching
    from copywriter.openai_writer import OpenAIWriter
    from copywriter.second_look import SecondLook
    from flows.progress import Progress, Say

Clock = Callable[[], datetime]
MLFLOW_EXPERIMENT = "bespoke"


@dataclass(frozen=True, slots=True)
class ExperimentServer:
    """An MLflow server or store, and the experiment in it."""

    uri: str
    experiment: str = MLFLOW_EXPERIMENT


def utc_now() -> datetime:
    """The present moment."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Workspace:
    """What every stage works with."""

    settings: Settings
    store: Store
    clock: Clock
    experiments: ExperimentServer | None = None  # where trainings are logged too

    def make_writer(self, campaign: Campaign) -> OpenAIWriter | None:
        """The language model's writer within the campaign's budget; None where none is configured."""
        if not self.settings.writer.is_configured:
            return None
        from copywriter.asking import Asker  # most commands do without their second of imports
        from copywriter.openai_writer import OpenAIWriter

        ledger = self.store.llm_ledger
        budget = Budget.of_campaign(campaign.brief.budget, ledger.spending(campaign.campaign_id))
        asker = Asker(
            self.settings.writer, ledger, budget, campaign_id=campaign.campaign_id, clock=self.clock
        )
        return OpenAIWriter(asker, self.settings.limits)

    def make_second_look(self, writer: OpenAIWriter | None) -> SecondLook | None:
        """What looks at copy after the rules, as `guards` in the settings says; None where nothing does.

        The judge spends from the writer's budget, and without a writer there is none.
        """
        judge, moderation = self.settings.guards.judge, self.settings.guards.moderation
        if not moderation.enabled and not (judge.enabled and writer is not None):
            return None
        from copywriter.judging import Judge
        from copywriter.moderating import Moderator
        from copywriter.second_look import SecondLook

        settings, ledger = self.settings.writer, self.store.llm_ledger
        return SecondLook(
            Judge(writer.asker.for_model(judge.model), judge, self.settings.limits)
            if judge.enabled and writer is not None
            else None,
            Moderator(moderation, settings, ledger, self.clock) if moderation.enabled else None,
            self.settings.guards.rules,
        )

    def make_batching(self, campaign: Campaign, say: Say, progress: Progress) -> Batching | None:
        """What fills the ledger by batches within the campaign's budget; None without a model."""
        if not self.settings.writer.is_configured:
            return None
        from copywriter.batching import Batching

        ledger = self.store.llm_ledger
        return Batching(
            self.settings.writer,
            ledger,
            self.store.llm_batches,
            Budget.of_campaign(campaign.brief.budget, ledger.spending(campaign.campaign_id)),
            campaign_id=campaign.campaign_id,
            clock=self.clock,
            say=say,
            progress=lambda done, total: progress(done, total, "requests done in the batch"),
        )

    def make_composer(self, layout: Layout) -> Composer:
        """What turns approved messages into complete ones."""
        settings = self.settings
        return Composer(
            brand=settings.brand,
            layout=compile_layout(layout, settings.brand),
            signer=self._make_signer(),
            limits=settings.limits,
        )

    def make_outbox(self, campaign_id: CampaignId) -> Outbox:
        """The transport that writes a campaign's messages to files."""
        return Outbox(self.settings.delivery.outbox, campaign_id)

    def check(
        self, copy: Copy, sheet: FactSheet, readers: Sequence[PrivateFacts] = ()
    ) -> tuple[Finding, ...]:
        """What the guards find in `copy`, most severe first; of few readers, nothing private may show."""
        return check_copy(copy, sheet, self.settings.limits, self.settings.guards, readers)

    def _make_signer(self) -> LinkSigner:
        delivery = self.settings.delivery
        if delivery.link_secret is not None:
            secret = delivery.link_secret.get_secret_value().encode()
        else:
            secret = read_or_make_secret(self.settings.state_dir / "link-secret")
        return LinkSigner(secret, delivery.link_base_url)


@contextmanager
def open_workspace(settings: Settings | None = None, clock: Clock = utc_now) -> Iterator[Workspace]:
    """A workspace from settings, by default those of `bespoke.toml` and the environment.

    Raises SettingsError where the settings or the database cannot be used.
    """
    settings = settings or read_settings()
    try:
        settings.state_dir.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SettingsError(f"cannot make state_dir {str(settings.state_dir)!r}: {error.strerror}") from None
    policy_of(settings.guards)  # before anything is paid for, a phrase that cannot be read is said to be so
    store = open_store(settings.database_url)
    try:
        yield Workspace(settings, store, clock, _experiment_server())
    finally:
        store.close()


def _experiment_server() -> ExperimentServer | None:
    uri = os.environ.get("MLFLOW_TRACKING_URI")
    if uri:
        # Otherwise mlflow tells its makers about every run.
        os.environ.setdefault("MLFLOW_DISABLE_TELEMETRY", "true")
    name = os.environ.get("MLFLOW_EXPERIMENT_NAME") or MLFLOW_EXPERIMENT
    return ExperimentServer(uri, name) if uri else None


def require_writable_outbox(settings: Settings) -> None:
    """Raise DeliveryFailed where the outbox cannot be written to."""
    folder = settings.delivery.outbox
    parent = folder if folder.exists() else folder.parent
    if parent.exists() and not (parent.is_dir() and os.access(parent, os.W_OK)):
        raise DeliveryFailed(
            f"the outbox {str(folder)!r} cannot be written to; set delivery.outbox to a folder that can"
        )
