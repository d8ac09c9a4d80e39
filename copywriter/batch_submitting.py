"""New batches: of what the budget reaches for, each created once at the endpoint."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tenacity import AsyncRetrying, retry_if_exception_type
from tenacity.stop import stop_after_delay
from tenacity.wait import wait_random_exponential

from bespoke.domain import CampaignId
from bespoke.encoding import fingerprint
from bespoke.errors import WriterFailed
from bespoke.settings import WriterSettings
from copywriter.batch_api import MOST_BYTES, MOST_REQUESTS, BatchApi, BatchState, NotThere
from copywriter.batch_lines import make_line, split_lines
from copywriter.budget import Budget
from copywriter.calls import new_call
from copywriter.endpoint import Endpoint, PassingTrouble
from copywriter.prices import Price
from copywriter.prompts import Prompt
from store.llm_batches import BatchStatus, LlmBatch, LlmBatches
from store.llm_ledger import LlmCall, LlmLedger, Mode, Outcome

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class BatchRequest:
    prompt: Prompt
    read: Callable[[str], Any]  # raises ReplyUnusable


class Submitter:
    """Creates batches at an endpoint. Trouble with it is said, never raised."""

    def __init__(
        self,
        endpoint: Endpoint,
        ledger: LlmLedger,
        batches: LlmBatches,
        budget: Budget,
        price: Price | None,
        *,
        campaign_id: CampaignId,
        clock: Callable[[], datetime],
        say: Say,
        first_wait_seconds: float,
    ) -> None:
        self.settings = endpoint.settings
        self._endpoint = endpoint
        self._api = BatchApi(endpoint)
        self._ledger = ledger
        self._batches = batches
        self._budget = budget
        self._price = price
        self._campaign_id = campaign_id
        self._clock = clock
        self._say = say
        self._backoff = wait_random_exponential(multiplier=first_wait_seconds, max=30)

    async def submit(self, wanted: Mapping[str, BatchRequest]) -> list[LlmBatch]:
        """The batches of what may be asked, as far as the budget reaches."""
        fresh = [one for one in wanted if self._is_fresh(one)]
        affordable = self._reserve(wanted, fresh)
        by_line = {
            make_line(call.request_hash, self._body_of(wanted[call.request_hash])): call
            for call in affordable
        }
        running: list[LlmBatch] = []
        submitted = 0
        for lines in split_lines(by_line, MOST_REQUESTS, MOST_BYTES):
            batch = self._batches.prepare(
                [by_line[line] for line in lines],
                self._campaign_id,
                address_of(self.settings),
                self._clock(),
                month_cap_usd=self.settings.monthly_usd,
            )
            if batch is None:
                break
            created = await self._create(batch, lines[: len(batch.requests)])
            if created is None:
                return running
            running.append(created)
            submitted += len(created.requests)
        if submitted < len(fresh):
            self._say(
                f"The budget reaches for {submitted:,} of {len(fresh):,} requests in a batch, at their "
                "worst; the others are asked live as far as it goes."
            )
        return running

    def _is_fresh(self, request_hash: str) -> bool:
        """Whether nobody was paid for the request yet, and no batch has tried it.

        A live call that was cut off is left to be asked live again, under its idempotency key.
        """
        calls = self._ledger.calls(request_hash)
        return all(call.outcome is Outcome.FAILED and call.mode is Mode.LIVE for call in calls)

    def _reserve(self, wanted: Mapping[str, BatchRequest], fresh: Sequence[str]) -> list[LlmCall]:
        """The first calls that the campaign's budget reaches for, all of them at their worst at once."""
        now, calls = self._clock(), []
        for request_hash in fresh:
            prompt = wanted[request_hash].prompt
            call = new_call(
                self.settings,
                prompt,
                prompt.messages,
                self._price,
                request_hash=request_hash,
                campaign_id=self._campaign_id,
                now=now,
                mode=Mode.BATCH,
            )
            if self._budget.reserve_now(call.cost_usd) is None:
                break
            calls.append(call)
        return calls

    def _body_of(self, request: BatchRequest) -> dict[str, Any]:
        return self._endpoint.body_of(request.prompt.messages, request.prompt.schema)

    async def _create(self, batch: LlmBatch, lines: Sequence[bytes]) -> LlmBatch | None:
        """The batch, under way at the endpoint; None, with a line that says why, where it is not."""
        file_id, state = "", None
        try:
            async for attempt in self._trying():
                with attempt:
                    state = await self._find_again(batch)
                    if state is None:
                        file_id = file_id or await self._api.upload(b"".join(lines), batch.batch_key)
                        batch = self._batches.note_creating(batch)
                        state = await self._api.create(file_id, batch.batch_key)
        except NotThere as missing:
            self._batches.take_back(batch)
            self._say(f"The endpoint offers no batches ({missing}): everything is asked live.")
        except WriterFailed as refusal:
            self._batches.take_back(batch)
            self._say(f"The endpoint takes no batch: {refusal}. Everything is asked live.")
        except PassingTrouble as trouble:
            if not _may_exist(batch):
                self._batches.take_back(batch)
            self._say(f"No batch could be submitted: {trouble}. Everything is asked live.")
        return None if state is None else self._batches.note_running(batch, state.batch_id)

    async def _find_again(self, batch: LlmBatch) -> BatchState | None:
        """The batch, where the endpoint was asked for it before: an answer that never came may be a yes."""
        if not _may_exist(batch):
            return None
        try:
            return await self._api.find(batch.batch_key)
        except (NotThere, WriterFailed) as refusal:
            raise PassingTrouble(str(refusal)) from None

    def _trying(self) -> AsyncRetrying:
        return AsyncRetrying(
            stop=stop_after_delay(self.settings.patience_seconds),
            wait=self._backoff,
            retry=retry_if_exception_type(PassingTrouble),
            reraise=True,
        )

    async def find(self, batch: LlmBatch) -> LlmBatch | None:
        """The batch that the endpoint was asked to create when the process ended, if it has it."""
        try:
            async for attempt in self._trying():
                with attempt:
                    state = await self._api.find(batch.batch_key)
        except (PassingTrouble, NotThere, WriterFailed) as trouble:
            self._say(
                f"Whether a batch of {len(batch.requests):,} requests is under way cannot be seen: {trouble}."
            )
            return None
        if state is None:
            self._batches.take_back(batch)
            return None
        self._say(f"The batch {state.batch_id} was found at the endpoint.")
        return self._batches.note_running(batch, state.batch_id)


def address_of(settings: WriterSettings) -> str:
    """What an endpoint's batches are known by here, whichever model they ask."""
    return fingerprint(settings.base_url or "")


def _may_exist(batch: LlmBatch) -> bool:
    return batch.status is BatchStatus.CREATING
