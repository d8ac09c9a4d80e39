"""HTTP/1.1 by hand, as much as the client speaks: cheap enough to serve hundreds of connections."""

from __future__ import annotations

import asyncio
import json
import socket
import struct
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any, cast
from urllib.parse import parse_qsl, unquote, urlsplit

_HEAD_ENDS = b"\r\n\r\n"
_LONGEST_HEAD = 64 * 1024


@dataclass(frozen=True, slots=True)
class Incoming:
    """One request as it came."""

    method: str
    path: str  # without the query
    query: Mapping[str, str]
    headers: Mapping[str, str]  # names in lower case
    body: bytes
    raw: bytes  # every byte of it
    arrived: float  # by the event loop's clock


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One answer, and what goes wrong on its way."""

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    hang_seconds: float = 0.0
    drip_seconds: float = 0.0
    reset: bool = False

    @classmethod
    def of(cls, value: object, status: int = 200) -> Outgoing:
        return cls(status, json.dumps(value).encode())


Handle = Callable[[Incoming], Awaitable[Outgoing]]


class BadRequest(Exception):
    """Raised for bytes that are no HTTP request."""


class Connection(asyncio.Protocol):
    """Reads one request after the other and answers each before it looks at the next."""

    def __init__(self, handle: Handle, open_ones: set[asyncio.BaseTransport]) -> None:
        self._handle = handle
        self._open_ones = open_ones
        self._buffer = bytearray()
        self._task: asyncio.Task[None] | None = None
        self._was_told_to_continue = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)
        self._open_ones.add(transport)

    def connection_lost(self, error: Exception | None) -> None:
        self._open_ones.discard(self._transport)

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        self._go_on()

    def _go_on(self) -> None:
        if self._task is not None or self._transport.is_closing():
            return
        try:
            incoming = self._take()
        except (BadRequest, ValueError):
            self._transport.write(
                b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
            )
            self._transport.close()
            return
        if incoming is not None:
            self._task = asyncio.get_running_loop().create_task(self._answer(incoming))

    def _take(self) -> Incoming | None:
        """The next whole request in the buffer."""
        head_end = self._buffer.find(_HEAD_ENDS)
        if head_end < 0:
            if len(self._buffer) > _LONGEST_HEAD:
                raise BadRequest
            return None
        method, target, headers = _parse_head(bytes(self._buffer[:head_end]))
        start = head_end + len(_HEAD_ENDS)
        if headers.get("expect", "").lower() == "100-continue" and not self._was_told_to_continue:
            self._was_told_to_continue = True
            self._transport.write(b"HTTP/1.1 100 Continue\r\n\r\n")
        if headers.get("transfer-encoding", "").lower() == "chunked":
            body, end = _join_chunks(self._buffer, start)
        else:
            end = start + int(headers.get("content-length", "0"))
            body = bytes(self._buffer[start:end])
        if end < 0 or len(self._buffer) < end:
            return None
        raw = bytes(self._buffer[:end])
        del self._buffer[:end]
        self._was_told_to_continue = False
        address = urlsplit(target)
        query, now = dict(parse_qsl(address.query)), asyncio.get_running_loop().time()
        return Incoming(method, unquote(address.path), query, headers, body, raw, now)

    async def _answer(self, incoming: Incoming) -> None:
        answer = await self._handle(incoming)
        if answer.hang_seconds:
            await asyncio.sleep(answer.hang_seconds)
            self._transport.close()
        elif answer.reset:
            self._break_off(answer)
        elif answer.drip_seconds:
            await self._drip(answer)
        elif not self._transport.is_closing():
            self._transport.write(_head(answer) + answer.body)
        self._task = None
        if incoming.headers.get("connection", "").lower() == "close":
            self._transport.close()
        self._go_on()

    async def _drip(self, answer: Outgoing) -> None:
        self._transport.write(_head(answer))
        for place in range(len(answer.body)):
            if self._transport.is_closing():
                return
            self._transport.write(answer.body[place : place + 1])
            await asyncio.sleep(answer.drip_seconds)

    def _break_off(self, answer: Outgoing) -> None:
        if self._transport.is_closing():
            return
        # With no time to linger, closing sends a reset and drops what the kernel still holds.
        # So the first half goes out before.
        self._transport.write(_head(answer) + answer.body[: max(1, len(answer.body) // 2)])
        raw = self._transport.get_extra_info("socket")
        raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self._transport.abort()


def _parse_head(head: bytes) -> tuple[str, str, dict[str, str]]:
    first, *lines = head.decode("latin-1").split("\r\n")
    words = first.split(" ")
    if len(words) != 3 or not words[2].startswith("HTTP/"):
        raise BadRequest
    headers = {}
    for line in lines:
        name, _, value = line.partition(":")
        headers[name.lower()] = value.strip()
    return words[0], words[1], headers


def _join_chunks(buffer: bytearray, start: int) -> tuple[bytes, int]:
    """A chunked body and where it ends; −1 while some of it is missing."""
    body = bytearray()
    while (line_end := buffer.find(b"\r\n", start)) >= 0:
        size = int(bytes(buffer[start:line_end]).split(b";")[0], 16)
        start = line_end + 2
        if len(buffer) < start + size + 2:
            break
        body += buffer[start : start + size]
        start += size + 2
        if size == 0:
            return bytes(body), start
    return b"", -1


def _head(answer: Outgoing) -> bytes:
    reason = HTTPStatus(answer.status).phrase if answer.status in set(HTTPStatus) else "Unknown"
    headers: dict[str, Any] = {
        "Content-Type": "application/json",
        **answer.headers,
        "Content-Length": len(answer.body),
    }
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return f"HTTP/1.1 {answer.status} {reason}\r\n{lines}\r\n".encode("latin-1")
