"""Asking a model: once for each request, within the budget, as fast as its endpoint allows."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import Generic, TypeVar

from tenacity import AsyncRetrying, RetryCallState, retry_if_exception_type
from tenacity.wait import wait_random_exponential

from bespoke.domain import CampaignId
from bespoke.errors import BudgetExhausted, WriterFailed, WriterRefused
from bespoke.settings import WriterSettings
from copywriter.budget import Budget, Reservation
from copywriter.calls import end_call, hash_request, judge, new_call
from copywriter.circuit import Circuit
from copywriter.endpoint import Answer, Endpoint, PassingTrouble
from copywriter.pacing import Pacer
from copywriter.prices import find_price
from copywriter.prompts import Message, Prompt
from copywriter.reply import ReplyUnusable
from copywriter.tokens import typical_tokens
from store.llm_ledger import LlmCall, LlmLedger, MonthSpent, Outcome

T = TypeVar("T")

REPLIES_PER_REQUEST = 3  # an unusable reply is paid for; more would rarely be better
_TYPICAL_REPLY_TOKENS = 400
_STEPS_OF_SENDING = 12  # of the event loop, from a free place to a request on the wire
_QUOTED_CHARS = 4000  # of an unusable reply, when it is asked for again


def _utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Read(Generic[T]):
    """What was made of a reply, and what all replies to the request cost."""

    value: T
    cost_usd: Decimal


@dataclass(slots=True)
class _Question(Generic[T]):
    """A request, and what is made of the replies to it."""

    prompt: Prompt
    read: Callable[[str], T]
    request_hash: str
    _latest: tuple[str, tuple[T, ...], str] | None = None  # reading takes longer than remembering

    def try_reading(self, call: LlmCall) -> tuple[tuple[T, ...], str]:
        """What is made of a reply, or nothing and why. What the endpoint warned of is not read."""
        return ((), call.problem) if call.problem else self._remember(call.reply)

    def read_once(self, reply: str) -> T:
        """What is made of a reply; raises ReplyUnusable."""
        found, problem = self._remember(reply)
        if not found:
            raise ReplyUnusable(problem)
        return found[0]

    def _remember(self, reply: str) -> tuple[tuple[T, ...], str]:
        if self._latest is None or self._latest[0] != reply:
            try:
                self._latest = reply, (self.read(reply),), ""
            except ReplyUnusable as unusable:
                self._latest = reply, (), str(unusable)
        return self._latest[1:]


class Asker:
    """Puts requests to the configured model.

    Every call is in the ledger before it is sent; a request that has a usable reply there is
    never sent again. One event loop at a time.
    """

    def __init__(
        self,
        settings: WriterSettings,
        ledger: LlmLedger,
        budget: Budget,
        *,
        campaign_id: CampaignId | None = None,
        clock: Callable[[], datetime] = _utc_now,
        first_wait_seconds: float = 0.5,
    ) -> None:
        self.settings = settings
        self._ledger = ledger
        self._budget = budget
        self._campaign_id = campaign_id
        self._clock = clock
        self._first_wait_seconds = first_wait_seconds
        self._price = find_price(settings)
        self._endpoint = Endpoint(settings, ledger)
        self._backoff = wait_random_exponential(multiplier=first_wait_seconds, max=30)
        self._locks: dict[str, asyncio.Lock] = {}
        self._circuit = Circuit(settings.patience_seconds, first_wait_seconds)
        self._pacer = Pacer(settings.requests_per_minute, settings.tokens_per_minute)
        self._slots = asyncio.Semaphore(settings.concurrency)

    @property
    def spent_usd(self) -> Decimal:
        """What the budget has been charged so far."""
        return self._budget.spent_usd

    def for_model(self, model: str) -> Asker:
        """What asks another model within the same budget; itself, where that is its own or none is named."""
        if model in ("", self.settings.model):
            return self
        settings = self.settings.model_copy(update={"model": model})
        return Asker(
            settings,
            self._ledger,
            self._budget,
            campaign_id=self._campaign_id,
            clock=self._clock,
            first_wait_seconds=self._first_wait_seconds,
        )

    def hash_of(self, prompt: Prompt, salt: str = "") -> str:
        """What a request is known by; `salt` tells apart those that are asked several times on purpose."""
        return hash_request(self.settings, prompt, salt)

    async def ask(self, prompt: Prompt, read: Callable[[str], T], salt: str = "") -> Read[T]:
        """What `read` makes of the model's reply; it raises ReplyUnusable where nothing can be made of it.

        Raises WriterFailed where the model gave nothing usable, WriterRefused where the
        endpoint is down or refuses every call, BudgetExhausted where the money or the
        calls do not reach.
        """
        question = _Question(prompt, read, self.hash_of(prompt, salt))
        async with self._alone(question.request_hash):
            replies = self._ledger.replies(question.request_hash)
            problem = ""
            for reply in replies:
                found, problem = question.try_reading(reply)
                if found:
                    return Read(found[0], _cost_of(replies))
            while len(replies) < REPLIES_PER_REQUEST:
                replies.append(await self._reply_to(question, replies, problem))
                found, problem = question.try_reading(replies[-1])
                if found:
                    return Read(found[0], _cost_of(replies))
        raise WriterFailed(f"none of the model's {len(replies)} replies could be used: {problem}")

    async def close(self) -> None:
        """Close the connections. It can be asked again afterwards, in whatever event loop."""
        await self._endpoint.close()
        self._locks.clear()
        self._slots = asyncio.Semaphore(self.settings.concurrency)
        self._circuit.leave_loop()
        self._pacer.leave_loop()

    async def _reply_to(self, question: _Question[T], before: Sequence[LlmCall], problem: str) -> LlmCall:
        """One more reply, which is in the ledger."""
        messages = [*question.prompt.messages, *_complaints(before, problem)]
        call = new_call(
            self.settings,
            question.prompt,
            messages,
            self._price,
            request_hash=question.request_hash,
            campaign_id=self._campaign_id,
            now=self._clock(),
        )
        tries = _Tries(self.settings.max_attempts, self._circuit, self._backoff)
        retrying = AsyncRetrying(
            stop=tries.are_used_up,
            wait=tries.wait,
            retry=retry_if_exception_type(PassingTrouble),
            reraise=True,
        )
        # The same for every try, so that an endpoint that knows idempotency keys bills one of them.
        key = f"bespoke-{question.request_hash}-{len(before) + 1}"
        try:
            return await retrying(self._send, question, call, messages, key)
        except PassingTrouble as trouble:
            raise WriterFailed(f"the model gave no answer: {trouble.what}") from None

    async def _send(
        self, question: _Question[T], call: LlmCall, messages: Sequence[Message], key: str
    ) -> LlmCall:
        """One try, once circuit, pace and budget let it through."""
        expected = typical_tokens(messages, question.prompt.schema_text) + _TYPICAL_REPLY_TOKENS
        async with self._circuit.passage():
            ticket = await self._pacer.admit(expected)
            used_tokens = None
            try:
                ended, answer = await self._send_within_budget(question, call, messages, key)
                used_tokens = answer.total_tokens
            except PassingTrouble as trouble:
                self._pacer.heed(trouble.headers)
                if trouble.retry_after is not None:
                    self._pacer.pause(min(trouble.retry_after, self.settings.patience_seconds))
                self._circuit.fail(trouble.what, trouble.retry_after)
                raise
            except WriterRefused as refusal:
                self._circuit.give_up(str(refusal))
                raise
            finally:
                self._pacer.release(ticket, used_tokens)
            self._circuit.succeed()
            self._pacer.heed(answer.headers)
            return ended

    async def _send_within_budget(
        self, question: _Question[T], call: LlmCall, messages: Sequence[Message], key: str
    ) -> tuple[LlmCall, Answer]:
        slots = self._slots
        await slots.acquire()
        try:
            reservation, begun = await self._reserve(call)
        except BaseException:
            slots.release()
            raise
        ended = replace(begun, outcome=Outcome.LOST, problem="canceled")
        try:
            try:
                answer = await self._endpoint.send(messages, question.prompt.schema, key)
            finally:
                slots.release()
            ended = end_call(begun, answer, self._price)
            if slots.locked():  # by one that waited
                await _let_others_send()
            ended = judge(ended, question.read_once)
            return ended, answer
        except PassingTrouble as trouble:
            outcome = Outcome.LOST if trouble.maybe_billed else Outcome.FAILED
            ended = replace(begun, outcome=outcome, problem=trouble.what)
            raise
        except WriterFailed as failure:
            ended = replace(begun, outcome=Outcome.FAILED, problem=str(failure))
            raise
        finally:
            if ended.outcome is Outcome.FAILED:
                ended = replace(ended, cost_usd=None if begun.cost_usd is None else Decimal(0))
                self._budget.release(reservation)
            else:
                self._budget.settle(reservation, ended.cost_usd)
            self._ledger.finish(begun, ended)

    async def _reserve(self, call: LlmCall) -> tuple[Reservation, LlmCall]:
        """Set the call's worst cost aside in the campaign's and in the month's budget."""
        while True:
            reservation = await self._budget.reserve(call.cost_usd)
            try:
                return reservation, self._ledger.begin(call, month_cap_usd=self.settings.monthly_usd)
            except MonthSpent:
                self._budget.release(reservation)
                if not self._budget.reserved_calls:
                    raise BudgetExhausted(
                        f"this month's ${self.settings.monthly_usd} for the model does not reach for "
                        "another call; raise writer.monthly_usd"
                    ) from None
                await self._budget.wait_for_release()

    @asynccontextmanager
    async def _alone(self, request_hash: str) -> AsyncIterator[None]:
        """One at a time for the same request: the second finds the first one's reply in the ledger."""
        async with self._locks.setdefault(request_hash, asyncio.Lock()):
            yield


async def _let_others_send() -> None:
    """Calls that wait for a place are on their way before a reply is read, which takes longer."""
    for _ in range(_STEPS_OF_SENDING):
        await asyncio.sleep(0)


class _Tries:
    """When one request is tried again, and when no more."""

    def __init__(self, most: int, circuit: Circuit, backoff: wait_random_exponential) -> None:
        self._most, self._circuit, self._backoff = most, circuit, backoff
        self._failures = 0

    def are_used_up(self, state: RetryCallState) -> bool:
        """Refusals for being too busy, and failures while everything fails, are the circuit's business."""
        trouble = _trouble_of(state)
        if self._circuit.is_open or (trouble is not None and trouble.is_busy):
            return False
        self._failures += 1
        return self._failures >= self._most

    def wait(self, state: RetryCallState) -> float:
        """Seconds with jitter, where neither the circuit nor the pace holds the call back already."""
        trouble, jittered = _trouble_of(state), float(self._backoff(state))
        if self._circuit.is_open:
            return 0.0
        return jittered if trouble is None or trouble.retry_after is None else min(jittered, 1.0)


def _trouble_of(state: RetryCallState) -> PassingTrouble | None:
    error = state.outcome.exception() if state.outcome is not None else None
    return error if isinstance(error, PassingTrouble) else None


def _cost_of(calls: Sequence[LlmCall]) -> Decimal:
    return sum((call.cost_usd for call in calls if call.cost_usd is not None), Decimal(0))


def _complaints(before: Sequence[LlmCall], problem: str) -> list[Message]:
    """The last unusable reply and what was wrong with it, so that the next one is better."""
    if not before:
        return []
    reply = before[-1].reply[:_QUOTED_CHARS]
    said: list[Message] = [{"role": "assistant", "content": reply}] if reply.strip() else []
    told = f"That reply could not be used: {problem or 'it was not complete'}. Answer again."
    return [*said, {"role": "user", "content": told}]
