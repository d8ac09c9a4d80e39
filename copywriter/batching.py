"""Batches: at half the price within 24 hours, the ledger is filled with replies before anybody asks live.

What a batch does not answer, for whatever reason, is left to whoever asks afterwards.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from contextlib import aclosing, suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bespoke.domain import CampaignId
from bespoke.errors import WriterFailed, WriterRefused
from bespoke.settings import WriterSettings
from copywriter.batch_api import BatchApi, BatchState, NotThere
from copywriter.batch_lines import describe_calls, end_line, end_without_line
from copywriter.batch_submitting import BatchRequest, Say, Submitter, address_of
from copywriter.budget import Budget
from copywriter.calls import hash_request
from copywriter.drafting import run_apart
from copywriter.endpoint import Endpoint, PassingTrouble
from copywriter.prices import Price, find_price
from store.llm_batches import BatchStatus, LlmBatch, LlmBatches
from store.llm_ledger import LlmCall, LlmLedger, Outcome

Progress = Callable[[int, int], None]  # how many requests of how many are done

# The endpoint ends a batch after 24 hours; whoever has heard nothing by then hears nothing more.
GIVE_UP_AFTER = timedelta(hours=26)
_MOST_REFUSALS = 3  # in a row; one alone may be a slip of the endpoint's


@dataclass(slots=True)
class _Course:
    """A batch that is waited for."""

    batch: LlmBatch
    done: int = 0
    refusals: int = 0  # in a row
    is_over: bool = False

    def end(self) -> None:
        """There is nothing more to wait for."""
        self.done, self.is_over = len(self.batch.requests), True


class Batching:
    """Fills the ledger by batches at the configured endpoint.

    A process that is killed at any moment leaves everything such that the next one goes on:
    nothing is paid for twice. Trouble with the endpoint is said, never raised.
    """

    def __init__(
        self,
        settings: WriterSettings,
        ledger: LlmLedger,
        batches: LlmBatches,
        budget: Budget,
        *,
        campaign_id: CampaignId,
        clock: Callable[[], datetime],
        say: Say,
        progress: Progress,
        first_wait_seconds: float = 0.5,
    ) -> None:
        self.settings = settings
        self._batches = batches
        self._campaign_id = campaign_id
        self._clock = clock
        self._say = say
        self._progress = progress
        self._endpoint = Endpoint(settings, ledger)
        self._api = BatchApi(self._endpoint)
        self._address = address_of(settings)
        self._submitter = Submitter(
            self._endpoint,
            ledger,
            batches,
            budget,
            _price_of(settings, settings.model),
            campaign_id=campaign_id,
            clock=clock,
            say=say,
            first_wait_seconds=first_wait_seconds,
        )

    def fill(self, requests: Sequence[BatchRequest], *, submit: bool) -> None:
        """Return once no batch is under way that could still answer one of the requests.

        With `submit`, requests that have no reply in the ledger go into a batch, as far as the
        budget reaches; without, a batch of the campaign that is under way is canceled. May
        last a day. May be called where an event loop is running.
        """
        run_apart(self.fill_async(requests, submit=submit))

    async def fill_async(self, requests: Sequence[BatchRequest], *, submit: bool) -> None:
        """`fill` within a running event loop."""
        wanted = {hash_request(self.settings, one.prompt): one for one in requests}
        may_submit = submit and not self._batches.has_ended(self._campaign_id)
        try:
            courses = await self._take_up(wanted, may_submit)
            for course in courses:
                await self._cancel_if_useless(course, wanted, submit)
            if may_submit:
                courses += [_Course(batch) for batch in await self._submitter.submit(wanted)]
            await self._wait_for(courses, wanted)
        finally:
            await self._endpoint.close()

    async def _take_up(self, wanted: Mapping[str, BatchRequest], may_wait: bool) -> list[_Course]:
        """Our batches that an earlier process left, and other campaigns' with requests that are ours too."""
        courses = []
        for batch in self._batches.open():
            is_ours = batch.campaign_id == self._campaign_id
            if is_ours and batch.status is BatchStatus.PREPARED:
                self._batches.take_back(batch)
            elif is_ours and batch.endpoint != self._address:
                self._say(
                    f"A batch of {len(batch.requests):,} requests is at another endpoint; its replies "
                    "are collected, and its true cost known, once writer.base_url is that one again."
                )
            elif is_ours and batch.status is BatchStatus.CREATING:
                found = await self._submitter.find(batch)
                courses += [] if found is None else [_Course(found)]
                if found is None and self._is_late(batch):
                    self._lose(batch, "the endpoint does not say whether it has it")
            elif is_ours or (may_wait and self._answers(batch, wanted)):
                self._say(f"A batch of {len(batch.requests):,} requests is under way: {batch.batch_id}.")
                courses.append(_Course(batch))
        return courses

    def _answers(self, batch: LlmBatch, wanted: Mapping[str, BatchRequest]) -> bool:
        is_running = batch.endpoint == self._address and batch.status is BatchStatus.RUNNING
        return is_running and not batch.hashes.isdisjoint(wanted)

    async def _cancel_if_useless(
        self, course: _Course, wanted: Mapping[str, BatchRequest], submit: bool
    ) -> None:
        """Have no more done of a batch of ours whose replies nobody waits for."""
        batch, is_wanted = course.batch, not course.batch.hashes.isdisjoint(wanted)
        if batch.campaign_id != self._campaign_id or (submit and is_wanted):
            return
        with suppress(PassingTrouble, NotThere, WriterFailed):  # looking at it will tell
            if not (await self._api.look(batch.batch_id or "")).is_over:
                await self._api.cancel(batch.batch_id or "")
                why = "writing is live now" if is_wanted else "it was asked for with other settings"
                self._say(f"The batch {batch.batch_id} is canceled, since {why}; what it has done is kept.")

    async def _wait_for(self, courses: Sequence[_Course], wanted: Mapping[str, BatchRequest]) -> None:
        total, shown = sum(len(course.batch.requests) for course in courses), -1
        if courses:
            self._say(
                f"Waiting for {total:,} requests in a batch: at half the price, within 24 hours. "
                "Stopping here does not stop it; the same command again goes on with it."
            )
        while courses:
            for course in courses:
                if not course.is_over:
                    await self._look(course, wanted)
            done = sum(course.done for course in courses)
            if done != shown:
                self._progress(done, total)
                shown = done
            if all(course.is_over for course in courses):
                return
            await asyncio.sleep(self.settings.batch_poll_seconds)

    async def _look(self, course: _Course, wanted: Mapping[str, BatchRequest]) -> None:
        """How far a batch is; once it is over, with its results in the ledger."""
        batch = course.batch
        try:
            state = await self._api.look(batch.batch_id or "")
            course.done, course.refusals = state.done, 0
            if state.is_over:
                await self._collect(batch, state, wanted)
                course.end()
        except NotThere as missing:
            course.end()
            self._lose(batch, str(missing))
        except WriterRefused as refusal:
            course.refusals += 1
            if course.refusals >= _MOST_REFUSALS:
                course.end()
                self._say(f"The batch {batch.batch_id} is left under way: {refusal}.")
        except (PassingTrouble, WriterFailed):
            pass  # the next look may do better
        if not course.is_over and self._is_late(batch):
            course.end()
            self._lose(batch, "it is not over after its 24 hours")

    def _is_late(self, batch: LlmBatch) -> bool:
        return self._clock() - batch.submitted_at > GIVE_UP_AFTER

    async def _collect(self, batch: LlmBatch, state: BatchState, wanted: Mapping[str, BatchRequest]) -> None:
        """Bring a batch's results into the ledger."""
        begun = {call.request_hash: call for call in self._batches.calls_under_way(batch)}
        # It may have been asked of another model than the one of today's settings.
        prices = {model: _price_of(self.settings, model) for model in {call.model for call in begun.values()}}
        readers = {request_hash: request.read for request_hash, request in wanted.items()}
        ended: dict[str, LlmCall] = {}
        are_whole = True
        for file_id in state.file_ids:
            try:
                async with aclosing(self._api.read_lines(file_id)) as lines:
                    async for line in lines:
                        if call := end_line(line, begun, prices, readers):
                            ended.setdefault(call.request_hash, call)
            except NotThere:
                are_whole = False
        for request_hash, call in begun.items():
            ended.setdefault(request_hash, end_without_line(call, state, are_whole))
        pairs = [(begun[request_hash], call) for request_hash, call in ended.items()]
        if self._batches.end(batch, pairs, BatchStatus.COLLECTED):
            self._say(
                f"The batch {batch.batch_id} is {state.status}: {describe_calls(list(ended.values()))}."
                + _describe_useless(len(batch.hashes.difference(wanted)))
            )

    def _lose(self, batch: LlmBatch, why: str) -> None:
        calls = self._batches.calls_under_way(batch)
        lost = [
            (call, replace(call, outcome=Outcome.LOST, problem=f"the batch is lost: {why}")) for call in calls
        ]
        if self._batches.end(batch, lost, BatchStatus.LOST):
            self._say(
                f"A batch is given up ({batch.batch_id or batch.batch_key}): {why}. "
                f"Its {len(calls):,} requests may be on the bill and count at their worst."
            )


def _price_of(settings: WriterSettings, model: str) -> Price | None:
    price = find_price(settings.model_copy(update={"model": model}))
    return None if price is None else price.in_batch()


def _describe_useless(count: int) -> str:
    return f" {count:,} of its replies are for nothing that is still to be written." if count else ""
