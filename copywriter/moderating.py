"""OpenAI's moderation endpoint, or one that speaks like it, as a guard."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from typing import Any

from openai import APIStatusError
from tenacity import AsyncRetrying, retry_if_exception_type, stop_after_attempt
from tenacity.wait import wait_random_exponential

from bespoke.domain import Copy, Finding, Severity
from bespoke.encoding import fingerprint
from bespoke.errors import WriterFailed, WriterRefused
from bespoke.settings import ModerationSettings, WriterSettings
from copywriter.endpoint import Endpoint, PassingTrouble, TooLong, translate
from store.llm_ledger import LlmCall, LlmLedger, Outcome

RULE = "moderation"
_VERSION = "moderation-1"
_NOWHERE = "no endpoint is configured: set OPENAI_API_KEY or writer.base_url, or turn guards.moderation off"


class Moderator:
    """Has copy moderated, the same copy once: results are in the ledger.

    What cannot be moderated is held, so that a person looks; the campaign goes on.
    """

    def __init__(
        self,
        settings: ModerationSettings,
        writer: WriterSettings,
        ledger: LlmLedger,
        clock: Callable[[], datetime],
        first_wait_seconds: float = 0.5,
    ) -> None:
        self._settings, self._writer, self._ledger, self._clock = settings, writer, ledger, clock
        self._endpoint = Endpoint(writer, ledger)
        self._backoff = wait_random_exponential(multiplier=first_wait_seconds, max=10)
        self._slots = asyncio.Semaphore(writer.concurrency)
        self._refusal = "" if writer.is_configured else _NOWHERE

    async def moderate(self, copy: Copy) -> tuple[Finding, ...]:
        """A finding for each text that is flagged, or one that says why nobody could tell."""
        texts = dict(copy.texts())
        if not texts:
            return ()
        try:
            results = await self._results(list(texts.values()))
        except WriterFailed as failure:
            if isinstance(failure, WriterRefused):
                self._refusal = self._refusal or str(failure)
            return (_not_moderated(next(iter(texts)), str(failure)),)
        return tuple(
            finding
            for field, text, result in zip(texts, texts.values(), results, strict=True)
            if (finding := self._finding(field, text, result)) is not None
        )

    async def close(self) -> None:
        """Close the connections; it can be asked again afterwards, in whatever event loop."""
        await self._endpoint.close()
        self._slots = asyncio.Semaphore(self._writer.concurrency)

    async def _results(self, texts: list[str]) -> list[dict[str, Any]]:
        """A result for each text, from the ledger or the endpoint; raises WriterFailed."""
        request_hash = fingerprint(RULE, self._settings.model, *texts)
        for call in self._ledger.replies(request_hash):
            if call.outcome is Outcome.USABLE:
                return _read(call.reply, len(texts))
        if self._refusal:
            raise WriterRefused(self._refusal)
        begun = self._ledger.begin(self._call(request_hash, texts))
        ended = replace(begun, outcome=Outcome.FAILED)
        try:
            reply = await self._ask(texts, f"bespoke-{request_hash}")
            results = _read(reply, len(texts))
            ended = replace(begun, outcome=Outcome.USABLE, reply=reply)
            return results
        except WriterFailed as failure:
            ended = replace(ended, problem=str(failure))
            raise
        finally:
            self._ledger.finish(begun, ended)

    async def _ask(self, texts: list[str], key: str) -> str:
        retrying = AsyncRetrying(
            stop=stop_after_attempt(self._writer.max_attempts),
            wait=self._backoff,
            retry=retry_if_exception_type(PassingTrouble),
            reraise=True,
        )
        try:
            async with self._slots:
                return await retrying(self._send, {"model": self._settings.model, "input": texts}, key)
        except PassingTrouble as trouble:
            raise WriterFailed(f"the moderation endpoint gave no answer: {trouble.what}") from None

    async def _send(self, body: dict[str, Any], key: str) -> str:
        try:
            response = await self._endpoint.post("/moderations", body, key)
        except TooLong:
            raise WriterFailed("the moderation endpoint's answer was longer than any moderation") from None
        except APIStatusError as error:
            if error.status_code == 404:
                raise WriterRefused(
                    "the endpoint knows no moderation (404): turn guards.moderation off"
                ) from None
            raise translate(error, self._writer) from None
        return response.content.decode("utf-8", "replace").replace("\0", "")

    def _call(self, request_hash: str, texts: list[str]) -> LlmCall:
        # Free of charge, and so none of the calls that a campaign's budget counts.
        return LlmCall(
            request_hash=request_hash,
            campaign_id=None,
            model=self._settings.model,
            prompt_version=_VERSION,
            prompt_chars=sum(map(len, texts)),
            called_at=self._clock(),
            cost_usd=Decimal(0),
        )

    def _finding(self, field: str, text: str, result: dict[str, Any]) -> Finding | None:
        names = [name for name, is_found in result["categories"].items() if is_found]
        if not result["flagged"] and not names:
            return None
        scores = result.get("category_scores") or {}
        highest = max((float(scores.get(name) or 0) for name in names), default=0.0)
        return Finding(
            rule=RULE,
            severity=Severity.BLOCK if highest >= self._settings.block_above else Severity.HOLD,
            field=field,
            span=(0, len(text)),
            excerpt=text[:60],
            message=f"The moderation endpoint flags this text: {', '.join(names) or 'no category given'}.",
            suggestion="Write it so that nobody could take offense.",
        )


def _not_moderated(field: str, why: str) -> Finding:
    return Finding(
        rule=RULE,
        severity=Severity.HOLD,
        field=field,
        message=f"Nobody has moderated this copy: {why}.",
        suggestion="Read it with care.",
    )


def _read(reply: str, texts: int) -> list[dict[str, Any]]:
    """The results of a moderation; raises WriterFailed where it is none of so many texts."""
    try:
        results = json.loads(reply)["results"]
        if len(results) == texts and all(
            isinstance(one["flagged"], bool) and isinstance(one["categories"], dict) for one in results
        ):
            return list(results)
    except (ValueError, KeyError, TypeError, RecursionError):
        pass
    raise WriterFailed("the moderation endpoint's answer was no moderation")
