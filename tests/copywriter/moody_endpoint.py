"""An endpoint whose batches go wrong in every way, and what the ledger says of them."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

from store.database import Store
from store.llm_ledger import Mode, Outcome
from tests.builders import NOW
from tests.copywriter.batch_victim import Campaign, requests_for, settings_for, some_sheets
from tests.scripted_endpoint import Reply, ScriptedEndpoint, a_frame_reply
from tests.scripted_endpoint.connection import Incoming, Outgoing

ROOT = Path(__file__).parents[2]
HALF = Decimal("0.00145")  # of 900 tokens at $1 and 200 at $10 a million
CREATE, UPLOAD, LIST = "POST /v1/batches", "POST /v1/files", "GET /v1/batches"

ALWAYS = (Reply(a_frame_reply()),)
Meddle = Callable[[str, Callable[[], Any]], Any]


class MoodyEndpoint(ScriptedEndpoint):
    """A scripted endpoint in which `meddle(what, answer)` may answer what is not a chat instead."""

    meddle: Meddle | None = None
    asked: Counter[str]

    def __init__(self, script: Any = ALWAYS, *, meddle: Meddle | None = None, **named: Any) -> None:
        super().__init__(script, **named)
        self.meddle, self.asked = meddle, Counter()

    async def _handle(self, incoming: Incoming) -> Outgoing:
        what = f"{incoming.method} {incoming.path}"
        self.asked[what] += 1
        answer = await super()._handle(incoming) if self.meddle is None or "chat" in what else None
        if answer is not None:
            return answer

        loop = asyncio.get_running_loop()
        handle = super()._handle

        def now() -> Outgoing:
            return asyncio.run_coroutine_threadsafe(handle(incoming), loop).result()

        changed = await loop.run_in_executor(None, self.meddle, what, now)
        return changed if isinstance(changed, Outgoing) else await handle(incoming)


def ledger_of(store: Store, sheets: int) -> Counter[tuple[Mode, Outcome]]:
    batching = Campaign(store, settings_for("http://127.0.0.1:9/v1"))
    from copywriter.calls import hash_request

    hashes = [hash_request(batching.settings, one.prompt) for one in requests_for(some_sheets(sheets))]
    calls = [call for one in hashes for call in store.llm_ledger.calls(one)]
    return Counter((call.mode, call.outcome) for call in calls)


def assert_month_adds_up(store: Store) -> None:
    """What the month's one row says is what the calls cost."""
    (line,) = store.llm_costs.sums("month")
    assert store.llm_ledger.month_spending(NOW) == line.cost_usd


def start(store: Store, endpoint: ScriptedEndpoint, count: int, **changes: Any) -> None:
    """Submit a batch and stop waiting for it."""

    async def submit() -> None:
        batching = Campaign(store, settings_for(endpoint.base_url), **changes).batching()
        task = asyncio.create_task(batching.fill_async(requests_for(some_sheets(count)), submit=True))
        while not any(one.batch_id for one in store.llm_batches.open()):
            assert not task.done(), "the batch was over before it was seen"
            await asyncio.sleep(0)  # at every turn, since some are over at once
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)

    asyncio.run(submit())
