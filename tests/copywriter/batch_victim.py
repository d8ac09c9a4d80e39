"""`python -m tests.copywriter.batch_victim DATABASE_URL BASE_URL COUNT`: drafts in a batch, to be killed."""

from __future__ import annotations

import sys
from datetime import timedelta
from decimal import Decimal
from typing import Any

from bespoke.domain import CampaignId, Copy, FactSheet, Finding, WrittenCopy
from bespoke.settings import LimitSettings, PriceSettings, WriterSettings
from copywriter.asking import Asker
from copywriter.batch_submitting import BatchRequest
from copywriter.batching import Batching
from copywriter.budget import Budget
from copywriter.drafting import write_copies
from copywriter.openai_writer import OpenAIWriter, request_for
from copywriter.phrasebook import Phrasebook
from store.database import Store, open_store
from tests.builders import NOW, a_fact_sheet

SPRING = CampaignId("spring")
PRICES = {"small": PriceSettings(input=Decimal(1), output=Decimal(10))}


def settings_for(base_url: str, **changes: Any) -> WriterSettings:
    """Settings that lose no time."""
    values = {
        "base_url": base_url,
        "model": "small",
        "prices": PRICES,
        "patience_seconds": 1,
        "timeout_seconds": 5,
        "batch_poll_seconds": 0.05,
    }
    return WriterSettings(**values | changes)


def some_sheets(count: int) -> list[FactSheet]:
    """Sheets of different requests."""
    return [a_fact_sheet(theme=f"Theme {place}") for place in range(count)]


class Campaign:
    """A campaign as flows write one: the ledger is filled, then it is asked live."""

    def __init__(self, store: Store, settings: WriterSettings, **changes: Any) -> None:
        self.store, self.settings = store, settings
        self.campaign_id = changes.get("campaign_id", SPRING)
        self.budget = changes.get("budget", (Decimal(50), 1000))
        self.hours_later = changes.get("hours_later", 0)
        self.said: list[str] = []
        self.progress: list[tuple[int, int]] = []

    def now(self) -> Any:
        """The campaign's clock stands still."""
        return NOW + timedelta(hours=self.hours_later)

    def budget_left(self) -> Budget:
        """As flows compute it, from the ledger."""
        spent = self.store.llm_ledger.spending(self.campaign_id)
        return Budget(*self.budget, spent_usd=spent.cost_usd, calls=spent.calls)

    def batching(self) -> Batching:
        """The batches alone."""
        return Batching(
            self.settings,
            self.store.llm_ledger,
            self.store.llm_batches,
            self.budget_left(),
            campaign_id=self.campaign_id,
            clock=self.now,
            say=self.said.append,
            progress=lambda done, total: self.progress.append((done, total)),
            first_wait_seconds=0.01,
        )

    def write(self, sheets: list[FactSheet], *, submit: bool = True) -> list[WrittenCopy]:
        """Everything."""
        self.batching().fill(requests_for(sheets), submit=submit)
        asker = Asker(
            self.settings,
            self.store.llm_ledger,
            self.budget_left(),
            campaign_id=self.campaign_id,
            clock=self.now,
            first_wait_seconds=0.01,
        )
        return write_copies(sheets, writer=OpenAIWriter(asker), phrasebook=Phrasebook(), check=no_findings)


def requests_for(sheets: list[FactSheet]) -> list[BatchRequest]:
    """What flows make of sheets."""
    return [BatchRequest(*request_for(sheet, LimitSettings())) for sheet in sheets]


def no_findings(copy: Copy, sheet: FactSheet) -> tuple[Finding, ...]:
    """A guard that lets everything pass."""
    return ()


if __name__ == "__main__":
    database, base_url, count = sys.argv[1:]
    Campaign(open_store(database), settings_for(base_url)).write(some_sheets(int(count)))
