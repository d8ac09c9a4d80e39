"""The language model as a writer: asked through the ledger, within the budget, retried in one place."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from decimal import Decimal

from tenacity import AsyncRetrying, RetryCallState, retry_if_exception_type, stop_after_attempt
from tenacity.wait import wait_random_exponential

from bespoke.domain import CampaignId, Copy, FactSheet, Finding, WrittenCopy
from bespoke.encoding import fingerprint
from bespoke.errors import WriterFailed, WriterRefused
from bespoke.settings import LimitSettings, WriterSettings
from copywriter.budget import Budget, longest_tokens
from copywriter.endpoint import Answer, Endpoint, PassingTrouble, parameters
from copywriter.prices import find_price
from copywriter.prompts import Message, Prompt, make_prompt
from copywriter.reply import Reply, ReplyUnusable, parse_reply
from store.llm_ledger import LlmCall, LlmLedger

REPLIES_PER_REQUEST = 3  # an unusable reply is paid for; more would rarely be better
LONGEST_WAIT_SECONDS = 120.0  # an endpoint that asks for more is treated as down


def _utc_now() -> datetime:
    return datetime.now(UTC)


class OpenAIWriter:
    """Writes through any endpoint that speaks OpenAI's chat completions.

    Every answered call goes to the ledger before anything else happens to it;
    a request that has a usable reply there is never sent again.
    """

    def __init__(
        self,
        settings: WriterSettings,
        ledger: LlmLedger,
        budget: Budget,
        *,
        campaign_id: CampaignId | None = None,
        clock: Callable[[], datetime] = _utc_now,
        limits: LimitSettings | None = None,
        first_wait_seconds: float = 0.5,
    ) -> None:
        self.name = settings.model
        self._settings = settings
        self._ledger = ledger
        self._budget = budget
        self._campaign_id = campaign_id
        self._clock = clock
        self._limits = limits or LimitSettings()
        self._price = find_price(settings)
        self._endpoint = Endpoint(settings)
        self._backoff = wait_random_exponential(multiplier=first_wait_seconds, max=30)
        self._refusal: WriterRefused | None = None
        self._locks: dict[str, asyncio.Lock] = {}

    async def write(
        self, sheet: FactSheet, findings: Sequence[Finding] = (), previous: Copy | None = None
    ) -> WrittenCopy:
        """The model's copy for a sheet; with `findings` about `previous`, copy without them.

        Raises WriterFailed where the model gave nothing usable, WriterRefused where
        the endpoint refuses every call, BudgetExhausted where the money or the calls
        do not reach.
        """
        prompt = make_prompt(sheet, self._limits, findings, previous)
        request_hash = self._hash(prompt)
        async with self._alone(request_hash):
            calls = self._ledger.calls(request_hash)
            while True:
                for call in calls:
                    if call.usable:
                        reply = parse_reply(call.reply, sheet, self._limits)
                        return self._written(reply, prompt, calls)
                if len(calls) >= REPLIES_PER_REQUEST:
                    raise WriterFailed(f"none of the model's {len(calls)} replies could be used")
                calls.append(await self._ask(request_hash, prompt, sheet, calls))

    async def close(self) -> None:
        """Close the connections. The writer can be used again afterwards."""
        await self._endpoint.close()
        self._locks.clear()

    async def _ask(
        self, request_hash: str, prompt: Prompt, sheet: FactSheet, before: Sequence[LlmCall]
    ) -> LlmCall:
        """One paid reply, recorded."""
        messages = [*prompt.messages, *_complaints(before, sheet, self._limits)]
        answer = await self._send(prompt, messages)
        call = LlmCall(
            request_hash=request_hash,
            attempt=len(before) + 1,
            usable=not answer.problem and _is_usable(answer.text, sheet, self._limits),
            campaign_id=self._campaign_id,
            model=self._settings.model,
            prompt_version=prompt.version,
            reply=answer.text,
            prompt_tokens=answer.prompt_tokens or 0,
            cached_tokens=answer.cached_tokens,
            completion_tokens=answer.completion_tokens or 0,
            cost_usd=self._cost(answer),
            latency_seconds=answer.latency_seconds,
            called_at=self._clock(),
        )
        self._ledger.record(call)
        return call

    async def _send(self, prompt: Prompt, messages: Sequence[Message]) -> Answer:
        """The endpoint's answer, after as many attempts as the settings allow."""
        attempts = AsyncRetrying(
            stop=stop_after_attempt(self._settings.max_attempts),
            wait=self._wait,
            retry=retry_if_exception_type(PassingTrouble),
            reraise=True,
        )
        try:
            return await attempts(self._send_within_budget, prompt, messages)
        except PassingTrouble as trouble:
            raise WriterFailed(f"the model gave no answer: {trouble.what}") from None
        except WriterRefused as refusal:
            self._refusal = refusal
            raise

    async def _send_within_budget(self, prompt: Prompt, messages: Sequence[Message]) -> Answer:
        worst = self._worst_cost(prompt, messages)
        reservation = await self._budget.reserve(worst)
        cost, is_billed = None, False
        try:
            if self._refusal is not None:
                raise WriterRefused(str(self._refusal))
            is_billed = True  # until the endpoint says otherwise: a canceled call may be on the bill
            answer = await self._endpoint.send(messages, prompt.schema)
            cost = self._cost(answer)
            return answer
        except PassingTrouble as trouble:
            is_billed = trouble.maybe_billed
            if (trouble.retry_after or 0) > LONGEST_WAIT_SECONDS:
                raise WriterFailed(f"the model gave no answer: {trouble.what}") from None
            raise
        except WriterFailed:
            is_billed = False
            raise
        finally:
            if is_billed:
                self._budget.settle(reservation, cost)
            else:
                self._budget.release(reservation)

    def _wait(self, state: RetryCallState) -> float:
        """Seconds before the next attempt: jittered, and never less than the endpoint asks for."""
        trouble = state.outcome.exception() if state.outcome is not None else None
        asked = trouble.retry_after if isinstance(trouble, PassingTrouble) else None
        jittered = float(self._backoff(state))
        # Jitter on top keeps all waiting calls from coming back at once.
        return jittered if asked is None else asked + min(jittered, 1.0)

    def _worst_cost(self, prompt: Prompt, messages: Sequence[Message]) -> Decimal | None:
        if self._price is None:
            return None
        further = [message["content"] for message in messages[len(prompt.messages) :]]
        return self._price.cost(longest_tokens(prompt, further), self._settings.max_output_tokens)

    def _cost(self, answer: Answer) -> Decimal | None:
        if self._price is None or answer.prompt_tokens is None or answer.completion_tokens is None:
            return None
        return self._price.cost(answer.prompt_tokens, answer.completion_tokens)

    def _hash(self, prompt: Prompt) -> str:
        parts = (parameters(self._settings), prompt.messages, prompt.schema)
        return fingerprint(self._settings.model, *(json.dumps(part, sort_keys=True) for part in parts))

    @asynccontextmanager
    async def _alone(self, request_hash: str) -> AsyncIterator[None]:
        """One at a time for the same request: the second finds the first one's reply in the ledger."""
        async with self._locks.setdefault(request_hash, asyncio.Lock()):
            yield

    def _written(self, reply: Reply, prompt: Prompt, calls: Sequence[LlmCall]) -> WrittenCopy:
        cost = sum((call.cost_usd for call in calls if call.cost_usd is not None), Decimal(0))
        return WrittenCopy(
            reply.copy,
            self.name,
            prompt_version=prompt.version,
            cost_usd=cost,
            facts_used=reply.facts_used,
        )


def _is_usable(reply: str, sheet: FactSheet, limits: LimitSettings) -> bool:
    return not _what_is_wrong(reply, sheet, limits)


def _what_is_wrong(reply: str, sheet: FactSheet, limits: LimitSettings) -> str:
    try:
        parse_reply(reply, sheet, limits)
    except ReplyUnusable as problem:
        return str(problem)
    return ""


def _complaints(before: Sequence[LlmCall], sheet: FactSheet, limits: LimitSettings) -> list[Message]:
    """The last unusable reply and what was wrong with it, so that the next one is better."""
    if not before:
        return []
    reply = before[-1].reply
    problem = _what_is_wrong(reply, sheet, limits) or "it was not complete"
    said: list[Message] = [{"role": "assistant", "content": reply[:4000]}] if reply.strip() else []
    return [*said, {"role": "user", "content": f"That reply could not be used: {problem}. Answer again."}]
