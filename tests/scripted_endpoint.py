"""A local server that speaks OpenAI's chat completions, with every fault on demand.

In a test:

    with ScriptedEndpoint([a_frame_reply(), Fault(status=429, headers={"Retry-After": "0"})]) as endpoint:
        settings = WriterSettings(base_url=endpoint.base_url)

By hand: `python -m tests.scripted_endpoint [--port 8089] [--fault 500] [--latency 1.5]`, then set
OPENAI_BASE_URL to what it prints.
"""

from __future__ import annotations

import argparse
import json
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Request = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Reply:
    """A completion; `content` is text, or a value that becomes JSON."""

    content: Any = ""
    prompt_tokens: int = 900
    completion_tokens: int = 200
    cached_tokens: int = 0
    finish_reason: str = "stop"
    refusal: str | None = None
    latency: float = 0.0
    has_usage: bool = True


@dataclass(frozen=True, slots=True)
class Fault:
    """An answer that is no completion: a status, a raw body, a connection that breaks or hangs."""

    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes | None = None  # None answers as OpenAI does, with an error object
    message: str = "scripted fault"
    code: str | None = None
    latency: float = 0.0
    reset: bool = False  # closes the connection in the middle of the answer
    hang_seconds: float = 0.0  # says nothing for as long, then closes


Answer = Reply | Fault
Script = Iterable[Any] | Callable[[Request], Any]


def a_frame_reply(**changes: str) -> dict[str, str]:
    """What a model says when all is well."""
    return {
        "subject": "Something for your kitchen",
        "preheader": "A few things we think you will like.",
        "headline": "Good things for the table",
        "body": "Hello {{ first_name }},\n\nWe picked a few things for you.",
        "cta": "See them all",
    } | changes


def reply_to(request: Request) -> Reply:
    """A fitting reply to any prompt of ours: a frame or a blurb."""
    wants_blurb = "`blurb`" in str(request["messages"][0]["content"])
    return Reply({"blurb": "A plain and honest sentence."} if wants_blurb else a_frame_reply())


class ScriptedEndpoint:
    """Answers with the script's entries in order, the last one over and over, or with its function.

    Entries are Reply, Fault, or content for a Reply. `requests` has every body received,
    `wire` every byte of them with their headers.
    """

    def __init__(self, script: Script = reply_to, *, latency: float = 0.0, port: int = 0) -> None:
        self._script = script if callable(script) else list(script)
        self._latency = latency
        self._lock = threading.Lock()
        self.requests: list[Request] = []
        self.wire: list[bytes] = []
        self.in_flight = 0
        self.most_in_flight = 0
        self._stopping = threading.Event()
        self._server = _Server(("127.0.0.1", port), self)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)

    @property
    def base_url(self) -> str:
        """What OPENAI_BASE_URL should be."""
        return f"http://127.0.0.1:{self._server.server_address[1]}/v1"

    def __enter__(self) -> ScriptedEndpoint:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stopping.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def answer(self, request: Request, raw: bytes) -> Answer:
        """The script's answer to a request, which is recorded."""
        with self._lock:
            self.requests.append(request)
            self.wire.append(raw)
            place = len(self.requests) - 1
        if callable(self._script):
            entry = self._script(request)
        else:
            entry = self._script[min(place, len(self._script) - 1)]
        return entry if isinstance(entry, (Reply, Fault)) else Reply(entry)

    def wait(self, seconds: float) -> None:
        """Sleep, but not beyond the server's end."""
        self._stopping.wait(seconds)

    def enter(self, change: int) -> None:
        """Count a request in or out."""
        with self._lock:
            self.in_flight += change
            self.most_in_flight = max(self.most_in_flight, self.in_flight)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 256

    def __init__(self, address: tuple[str, int], endpoint: ScriptedEndpoint) -> None:
        self.endpoint = endpoint
        super().__init__(address, _Handler)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of clients that hung up."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def do_POST(self) -> None:
        endpoint = self.server.endpoint
        raw = self.rfile.read(int(self.headers.get("Content-Length", "0")))
        endpoint.enter(+1)
        try:
            head = f"{self.requestline}\n{self.headers}".encode()
            answer = endpoint.answer(json.loads(raw or b"{}"), head + raw)
            endpoint.wait(endpoint._latency + answer.latency)
        finally:
            endpoint.enter(-1)
        if isinstance(answer, Fault):
            self._fail(answer)
        else:
            self._send(200, json.dumps(_completion(answer)).encode(), {})

    def do_GET(self) -> None:
        listed = {"object": "list", "data": [{"id": "scripted", "object": "model"}]}
        self._send(200, json.dumps(listed).encode(), {})

    def _fail(self, fault: Fault) -> None:
        if fault.hang_seconds:
            self.server.endpoint.wait(fault.hang_seconds)
            self.close_connection = True
            return
        if fault.reset:
            self._reset()
            return
        error = {"error": {"message": fault.message, "type": "scripted", "param": None, "code": fault.code}}
        body = json.dumps(error).encode() if fault.body is None else fault.body
        self._send(fault.status, body, fault.headers)

    def _reset(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{")
        self.wfile.flush()
        linger = struct.pack("ii", 1, 0)
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        self.close_connection = True
        self.connection.close()

    def _send(self, status: int, body: bytes, headers: Mapping[str, str]) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": "application/json", **headers}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Keep the terminal quiet."""


def _completion(reply: Reply) -> dict[str, Any]:
    content = reply.content if isinstance(reply.content, str) else json.dumps(reply.content)
    message = {"role": "assistant", "content": content, "refusal": reply.refusal}
    completion: dict[str, Any] = {
        "id": "chatcmpl-scripted",
        "object": "chat.completion",
        "created": int(time.time()),
        "model": "scripted",
        "choices": [{"index": 0, "message": message, "finish_reason": reply.finish_reason}],
    }
    if reply.has_usage:
        completion["usage"] = {
            "prompt_tokens": reply.prompt_tokens,
            "completion_tokens": reply.completion_tokens,
            "total_tokens": reply.prompt_tokens + reply.completion_tokens,
            "prompt_tokens_details": {"cached_tokens": reply.cached_tokens},
        }
    return completion


def main() -> None:
    """Serve until Ctrl-C."""
    parser = argparse.ArgumentParser(description="A scripted OpenAI endpoint on this machine.")
    parser.add_argument("--port", type=int, default=8089)
    parser.add_argument("--fault", type=int, help="answer everything with this status")
    parser.add_argument("--latency", type=float, default=0.0, help="seconds before each answer")
    chosen = parser.parse_args()
    script: Script = reply_to if chosen.fault is None else [Fault(status=chosen.fault)]
    with ScriptedEndpoint(script, latency=chosen.latency, port=chosen.port) as endpoint:
        print(f"export OPENAI_BASE_URL={endpoint.base_url}   (Ctrl-C stops)", flush=True)
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            print(f"{len(endpoint.requests)} requests")


if __name__ == "__main__":
    main()
