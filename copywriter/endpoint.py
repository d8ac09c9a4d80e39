"""One model endpoint that speaks OpenAI's chat completions: what it understands, what it answers."""

from __future__ import annotations

import asyncio
import json
import math
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from time import perf_counter
from typing import Any

from httpx2 import AsyncByteStream, Response
from openai import (
    APIConnectionError,
    APIStatusError,
    APITimeoutError,
    AsyncOpenAI,
    DefaultAsyncHttpxClient,
)

from bespoke.encoding import fingerprint
from bespoke.errors import WriterFailed, WriterRefused
from bespoke.settings import WriterSettings
from copywriter.dialect import Dialect, make_request, recall_dialect
from copywriter.prompts import Message
from copywriter.reply import LONGEST_REPLY_CHARS
from store.llm_ledger import LlmLedger

_LONGEST_BODY_BYTES = 1_000_000
_PASSING = {408, 409, 425, 429}  # and every 5xx
_NEVER_CONNECTED = {"ConnectError", "ConnectTimeout", "PoolTimeout"}  # of the SDK's own HTTP library
_NO_KEY = "none"  # local servers want no key, but the SDK wants one


class PassingTrouble(Exception):
    """Raised when the same request may well be answered a little later."""

    def __init__(
        self,
        what: str,
        *,
        retry_after: float | None = None,
        maybe_billed: bool = False,
        is_busy: bool = False,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        self.what, self.retry_after, self.maybe_billed = what, retry_after, maybe_billed
        self.is_busy, self.headers = is_busy, headers or {}
        super().__init__(what)


@dataclass(frozen=True, slots=True)
class Answer:
    text: str
    problem: str  # why the text cannot be used; empty where nothing stands against it
    prompt_tokens: int | None  # None where the endpoint does not say
    completion_tokens: int | None
    cached_tokens: int
    latency_seconds: float
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def total_tokens(self) -> int | None:
        """Prompt and completion together; None where the endpoint does not say."""
        if self.prompt_tokens is None or self.completion_tokens is None:
            return None
        return self.prompt_tokens + self.completion_tokens


class Endpoint:
    """Sends one request at a time of asking; the client opens with the first and closes with `close`."""

    def __init__(self, settings: WriterSettings, ledger: LlmLedger) -> None:
        self.settings = settings
        self._ledger = ledger
        self.name = fingerprint(settings.base_url or "", settings.model)
        self._dialect = recall_dialect(ledger.find_dialect(self.name), settings)
        self._client: AsyncOpenAI | None = None

    async def send(self, messages: Sequence[Message], schema: dict[str, Any], key: str) -> Answer:
        """The endpoint's answer to one request, without retries.

        `key` is the same whenever the same request is sent again. Raises PassingTrouble,
        WriterRefused where every further request would be refused too, and WriterFailed
        where this one is.
        """
        while True:
            dialect = self._dialect
            try:
                return await self._send_once(messages, schema, dialect, key)
            except APIStatusError as error:
                if error.status_code not in (400, 422):
                    raise translate(error, self.settings) from None
                self._adapt(dialect, error)

    def body_of(self, messages: Sequence[Message], schema: dict[str, Any]) -> dict[str, Any]:
        """The body of a chat completion, as the endpoint is known to understand it."""
        return make_request(self.settings, messages, schema, self._dialect)

    async def close(self) -> None:
        """Close the connections; the next request opens new ones, in whatever event loop it runs."""
        if self._client is not None:
            client, self._client = self._client, None
            await client.close()

    async def _send_once(
        self, messages: Sequence[Message], schema: dict[str, Any], dialect: Dialect, key: str
    ) -> Answer:
        started = perf_counter()
        request = make_request(self.settings, messages, schema, dialect)
        try:
            response = await self.post("/chat/completions", request, key)
        except TooLong:
            return _nothing_in(b"", "the endpoint's answer was longer than any copy", started, {})
        return read_answer(response.content, started, response.headers)

    async def post(self, path: str, body: dict[str, Any], key: str) -> Response:
        """The endpoint's response; raises PassingTrouble, TooLong, and the SDK's APIStatusError."""
        try:
            # The SDK's timeout is per read; a slow drip would last forever.
            async with asyncio.timeout(self.settings.timeout_seconds):
                # Not `create`, which converts and validates for over a millisecond what is plain already.
                return await self.open().post(
                    path, body=body, cast_to=Response, options={"headers": {"Idempotency-Key": key}}
                )
        except (APITimeoutError, TimeoutError):
            raise PassingTrouble(
                f"no answer within {self.settings.timeout_seconds:g} s", maybe_billed=True
            ) from None
        except APIConnectionError as error:
            connected = type(error.__cause__).__name__ not in _NEVER_CONNECTED
            what = "the connection broke off" if connected else "no connection"
            raise PassingTrouble(what, maybe_billed=connected) from None

    def open(self) -> AsyncOpenAI:
        """The SDK's client, whose own retries are off."""
        if self._client is None:
            key = self.settings.api_key
            self._client = AsyncOpenAI(
                api_key=key.get_secret_value() if key is not None else _NO_KEY,
                base_url=self.settings.base_url,
                timeout=self.settings.timeout_seconds,
                max_retries=0,
                http_client=DefaultAsyncHttpxClient(event_hooks={"response": [_cap]}),
            )
        return self._client

    def _adapt(self, used: Dialect, error: APIStatusError) -> None:
        if used != self._dialect:
            return  # another request has learnt it meanwhile
        simpler = used.without(error.message.lower())
        if simpler is None:
            raise WriterFailed(f"the endpoint refused the request ({error.status_code})") from None
        self._dialect = simpler
        self._ledger.remember_dialect(self.name, simpler.note())


def parameters(settings: WriterSettings) -> dict[str, Any]:
    """What shapes a reply besides its messages and schema, as it enters the request's hash."""
    return {
        "max_output_tokens": settings.max_output_tokens,
        "reasoning_effort": settings.reasoning_effort,
        "temperature": settings.temperature,
    }


def translate(error: APIStatusError, settings: WriterSettings) -> Exception:
    """PassingTrouble, WriterRefused or WriterFailed, by what the endpoint answered."""
    status = error.status_code
    if status == 401:
        return WriterRefused("the model endpoint answered 401: check OPENAI_API_KEY or writer.api_key")
    if status == 403:
        return WriterRefused("the model endpoint answered 403: the key may not use it")
    if status == 404:
        return WriterRefused(
            f"the model endpoint answered 404: check writer.base_url and that it serves {settings.model!r}"
        )
    if status == 402 or error.code == "insufficient_quota":
        return WriterRefused(f"the model endpoint answered {status}: the account has no credit left")
    if status in _PASSING or status >= 500:
        headers = error.response.headers
        return PassingTrouble(
            f"the endpoint answered {status}",
            retry_after=_retry_after(headers),
            is_busy=status == 429,
            headers=headers,
        )
    return WriterFailed(f"the endpoint refused the request ({status})")


def _retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds that the endpoint asks to wait, from Retry-After as a number or a date."""
    for name, unit in (("retry-after-ms", 0.001), ("retry-after", 1.0)):
        with suppress(ValueError):
            seconds = float(headers.get(name, "")) * unit
            if 0 <= seconds < math.inf:
                return seconds
    value = headers.get("retry-after", "").strip()
    try:
        moment = parsedate_to_datetime(value)
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - datetime.now(UTC)).total_seconds())


class TooLong(Exception):
    """Raised when a body is longer than anybody would want to read."""


class _CappedStream(AsyncByteStream):
    def __init__(self, stream: Any) -> None:
        self._stream = stream

    async def __aiter__(self) -> AsyncIterator[bytes]:
        size = 0
        async for part in self._stream:
            size += len(part)
            if size > _LONGEST_BODY_BYTES:
                raise TooLong
            yield part

    async def aclose(self) -> None:
        await self._stream.aclose()


async def _cap(response: Response) -> None:
    if not response.request.url.path.endswith("/content"):  # a file holds the answers of a whole batch
        response.stream = _CappedStream(response.stream)


def _nothing_in(body: bytes, problem: str, started: float, headers: Mapping[str, str]) -> Answer:
    kept = body[:LONGEST_REPLY_CHARS].decode("utf-8", "replace").replace("\0", "")
    return Answer(kept, problem, None, None, 0, perf_counter() - started, headers)


def read_answer(body: bytes, started: float, headers: Mapping[str, str]) -> Answer:
    """The first choice's text and the tokens; anything else becomes a problem."""
    try:
        completion = json.loads(body)
        choice = completion["choices"][0]
        message = choice["message"]
        text, refusal = message.get("content") or "", message.get("refusal")
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError):
        return _nothing_in(body, "the endpoint's answer was no chat completion", started, headers)
    usage = completion.get("usage")
    usage = usage if isinstance(usage, dict) else {}
    details = usage.get("prompt_tokens_details")
    cached = details.get("cached_tokens") if isinstance(details, dict) else None
    return Answer(
        text=_storable((text if isinstance(text, str) else json.dumps(text))[: LONGEST_REPLY_CHARS + 1]),
        problem=_problem(refusal, choice.get("finish_reason")),
        prompt_tokens=_count(usage.get("prompt_tokens")),
        completion_tokens=_count(usage.get("completion_tokens")),
        cached_tokens=_count(cached) or 0,
        latency_seconds=perf_counter() - started,
        headers=headers,
    )


def _storable(text: str) -> str:
    """`text` without the halves of characters and the zero bytes that databases refuse."""
    return text.encode("utf-8", "replace").decode().replace("\0", "")


def _problem(refusal: object, finish_reason: object) -> str:
    if refusal:
        return "the model refused to write it"
    if finish_reason == "length":
        return "it was cut off; raise writer.max_output_tokens"
    if finish_reason == "content_filter":
        return "the endpoint's content filter stopped it"
    return ""


def _count(value: object) -> int | None:
    return value if isinstance(value, int) and value >= 0 else None
