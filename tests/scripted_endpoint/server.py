"""The endpoint itself: routes, what is paid, and what the tests look at."""

from __future__ import annotations

import asyncio
import json
import socket
import threading
import time
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

from tests.scripted_endpoint.allowance import Allowance, Refusal
from tests.scripted_endpoint.answers import (
    Answer,
    Fault,
    Reply,
    Request,
    Script,
    completion,
    error,
    prompt_text,
    usage_of,
)
from tests.scripted_endpoint.batches import Batches, Files, Outcome
from tests.scripted_endpoint.bill import Bill, Journal
from tests.scripted_endpoint.connection import Connection, Incoming, Outgoing
from tests.scripted_endpoint.copy_replies import reply_to
from tests.scripted_endpoint.faults import find_unsupported
from tests.scripted_endpoint.routes import Routes, refuse
from tests.scripted_endpoint.tokens import PrefixCache, count_prompt_tokens

_CHAT = "/v1/chat/completions"
_LONGEST_REPLY = 16_384  # tokens, where a request sets no limit


@dataclass(frozen=True, slots=True)
class _Promise:
    """What an idempotency key stands for."""

    request_hash: str
    body: asyncio.Future[bytes]


class ScriptedEndpoint:
    """Answers with the script's entries in order, the last one over and over, or with its function.

    Entries are Reply, Fault, or content for a Reply. `requests` has every chat completion asked
    for, `wire` every byte received with its head; `remember=False` keeps neither. `lacking` names
    what the endpoint does not know, of `faults.CAPABILITIES`. A call is paid once its reply is
    complete on this side; the same `Idempotency-Key` again gets the same reply and is not paid.
    """

    def __init__(
        self,
        script: Script = reply_to,
        *,
        latency: float = 0.0,
        port: int = 0,
        requests_per_minute: int | None = None,
        tokens_per_minute: int | None = None,
        says_retry_after: bool = True,
        lacking: Collection[str] = (),
        models: Collection[str] | None = None,  # None serves any
        batch_seconds: float = 0.0,
        batch_outcome: Outcome = "completed",
        log: Path | None = None,  # gets a line of JSON for each request
        remember: bool = True,
    ) -> None:
        self._script = script if callable(script) else list(script)
        self._scripted = 0
        self._latency = latency
        self._allowance = Allowance(requests_per_minute, tokens_per_minute)
        self._says_retry_after = says_retry_after
        self._lacking = frozenset(lacking)
        self._models = models
        self._journal = Journal(log)
        self._remember = remember
        self._cache = PrefixCache()
        self._promises: dict[str, _Promise] = {}
        self._answered = 0
        files = Files()
        self.batches = Batches(files, self._answer_line, batch_seconds, batch_outcome)
        self._routes = Routes(files, self.batches, models)
        self.bill = Bill()
        self.requests: list[Request] = []
        self.headers: list[Mapping[str, str]] = []  # of `requests`, names in lower case
        self.wire: list[bytes] = []
        self.in_flight = 0
        self.most_in_flight = 0
        self._connections: set[asyncio.BaseTransport] = set()
        self._socket = socket.create_server(("127.0.0.1", port), backlog=1024)
        self._port = self._socket.getsockname()[1]
        self._ready = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve()), daemon=True)

    @property
    def base_url(self) -> str:
        """What OPENAI_BASE_URL should be."""
        return f"http://127.0.0.1:{self._port}/v1"

    @property
    def paid(self) -> int:
        """How many calls are on the bill."""
        return self.bill.paid

    @property
    def distinct(self) -> int:
        """How many different requests are on the bill."""
        return self.bill.distinct

    def __enter__(self) -> ScriptedEndpoint:
        self._thread.start()
        self._ready.wait()
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join()
        self._journal.close()

    async def _serve(self) -> None:
        self._loop, self._stop = asyncio.get_running_loop(), asyncio.Event()
        server = await self._loop.create_server(self._connect, sock=self._socket, backlog=1024)
        self._ready.set()
        await self._stop.wait()
        server.close()
        for transport in list(self._connections):
            transport.abort()  # type: ignore[attr-defined]
        await asyncio.sleep(0)

    def _connect(self) -> Connection:
        return Connection(self._handle, self._connections)

    async def _handle(self, incoming: Incoming) -> Outgoing:
        if self._remember:
            self.wire.append(incoming.raw)
        self._answered += 1
        try:
            if incoming.path == _CHAT and incoming.method == "POST":
                answer = await self._chat(incoming)
            else:
                answer = self._routes.answer(incoming)
        except Exception as mistake:
            # A script that fails is a mistake in a test, which should see it.
            answer = refuse(500, f"the script failed: {mistake!r}")
        extra = {"x-request-id": f"req_{self._answered:08d}", **self._allowance.headers()}
        return Outgoing(
            answer.status,
            answer.body,
            {**extra, **answer.headers},
            answer.hang_seconds,
            answer.drip_seconds,
            answer.reset,
        )

    async def _chat(self, incoming: Incoming) -> Outgoing:
        try:
            request = json.loads(incoming.body or b"{}")
        except ValueError:
            return refuse(400, "We could not parse the JSON body of your request.")
        if self._remember:
            self.requests.append(request)
            self.headers.append(incoming.headers)
        self.in_flight += 1
        self.most_in_flight = max(self.most_in_flight, self.in_flight)
        try:
            return await self._complete(request, incoming)
        finally:
            self.in_flight -= 1

    async def _complete(self, request: Request, incoming: Incoming) -> Outgoing:
        request_hash = blake2b(incoming.body, digest_size=16).hexdigest()
        key = incoming.headers.get("idempotency-key")
        refused = self._find_mistake(request)
        if refused is None:
            prompt_tokens = count_prompt_tokens(prompt_text(request), len(request["messages"]))
            wanted = request.get("max_completion_tokens") or request.get("max_tokens") or _LONGEST_REPLY
            refusal = self._allowance.take(max(prompt_tokens, wanted), time.monotonic())
            refused = None if refusal is None else self._over_limit(refusal)
        if refused is not None:
            self._journal.note(request_hash, key, refused.status)
            return refused
        answer = self._next_answer(request)
        if isinstance(answer, Fault) and not answer.is_generated:
            await self._wait(incoming, answer)
            self._journal.note(request_hash, key, 0 if answer.reset or answer.hang_seconds else answer.status)
            return _as_outgoing(answer)
        promise = None if key is None else self._promises.get(key)
        if promise is None:
            body = await self._generate(request, incoming, answer, prompt_tokens, request_hash, key)
        elif promise.request_hash != request_hash:
            return refuse(400, f"The idempotency key {key!r} was used for another request.")
        else:
            body = await asyncio.shield(promise.body)
            self.bill.replayed += 1
            self._journal.note(request_hash, key, 200, replayed=True)
        return _as_outgoing(answer, body)

    async def _generate(
        self,
        request: Request,
        incoming: Incoming,
        answer: Answer,
        prompt_tokens: int,
        request_hash: str,
        key: str | None,
    ) -> bytes:
        """The complete reply, which is paid from then on, even if the client has gone meanwhile."""
        promise = _Promise(request_hash, self._loop.create_future())
        if key is not None:
            self._promises[key] = promise
        await self._wait(incoming, answer)
        reply = answer.reply if isinstance(answer, Fault) else answer
        usage = usage_of(reply or Reply(), request, prompt_tokens, self._cache)
        self.bill.add(request_hash, usage)
        self._journal.note(request_hash, key, 200, usage=usage)
        if isinstance(answer, Fault) and answer.body is not None:
            body = answer.body
        else:
            body = self._completion(reply or Reply(), request, usage)
        promise.body.set_result(body)
        return body

    async def _wait(self, incoming: Incoming, answer: Answer) -> None:
        """Until the latency is over, in which the work on the request is included."""
        over = incoming.arrived + self._latency + answer.latency
        await asyncio.sleep(max(0.0, over - self._loop.time()))

    def _completion(self, reply: Reply, request: Request, usage: Mapping[str, Any]) -> bytes:
        return json.dumps(completion(reply, request, usage, self.bill.paid, time.time())).encode()

    def _next_answer(self, request: Request) -> Answer:
        if callable(self._script):
            entry = self._script(request)
        else:
            entry = self._script[min(self._scripted, len(self._script) - 1)]
            self._scripted += 1
        return entry if isinstance(entry, (Reply, Fault)) else Reply(entry)

    def _find_mistake(self, request: Request) -> Outgoing | None:
        if not isinstance(request, dict) or not isinstance(request.get("messages"), list):
            return refuse(400, "Missing required parameter: 'messages'.", "messages")
        if not request.get("model"):
            return refuse(400, "you must provide a model parameter", "model")
        if request.get("stream"):
            return refuse(
                400, "This endpoint does not stream: leave 'stream' out.", "stream", "unsupported_value"
            )
        if self._models is not None and request["model"] not in self._models:
            said = f"The model `{request['model']}` does not exist or you do not have access to it."
            return refuse(404, said, code="model_not_found")
        complaint = find_unsupported(request, self._lacking)
        return None if complaint is None else refuse(400, complaint, code="unsupported_parameter")

    def _over_limit(self, refusal: Refusal) -> Outgoing:
        body = error(
            f"Rate limit reached for {refusal.kind} per min. Limit: {refusal.limit} / min. "
            f"Please try again in {refusal.retry_after:.3f}s.",
            kind=refusal.kind,
            code="rate_limit_exceeded",
        )
        milliseconds = int(refusal.retry_after * 1000) + 1
        waits = {"Retry-After": str(-(-milliseconds // 1000)), "retry-after-ms": str(milliseconds)}
        return Outgoing(429, body, waits if self._says_retry_after else {})

    def _answer_line(self, request: Mapping[str, Any]) -> tuple[int, dict[str, Any]]:
        """The status and the body of one line of a batch."""
        refused = self._find_mistake(request)
        if refused is not None:
            return refused.status, json.loads(refused.body)
        answer = self._next_answer(request)
        if isinstance(answer, Fault):
            return _fail_line(answer)
        prompt_tokens = count_prompt_tokens(prompt_text(request), len(request["messages"]))
        usage = usage_of(answer, request, prompt_tokens, self._cache)
        request_hash = blake2b(json.dumps(request).encode(), digest_size=16).hexdigest()
        self.bill.add(request_hash, usage)
        self._journal.note(request_hash, None, 200, usage=usage)
        return 200, json.loads(self._completion(answer, request, usage))


def _as_outgoing(answer: Answer, body: bytes | None = None) -> Outgoing:
    if isinstance(answer, Reply):
        return Outgoing(200, body or b"")
    if body is None:
        body = error(answer.message, code=answer.code) if answer.body is None else answer.body
    return Outgoing(
        answer.status, body, answer.headers, answer.hang_seconds, answer.drip_seconds, answer.reset
    )


def _fail_line(fault: Fault) -> tuple[int, dict[str, Any]]:
    status = fault.status if fault.status != 200 else 500
    body: dict[str, Any] = json.loads(error(fault.message, code=fault.code))
    return status, body
