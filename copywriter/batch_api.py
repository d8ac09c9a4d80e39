"""OpenAI's Batch API, as far as any endpoint has it: create, find, look, cancel, download."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from typing import Any, Literal

from httpx2 import HTTPError, TimeoutException
from openai import APIConnectionError, APIError, APIStatusError, APITimeoutError

from copywriter.endpoint import Endpoint, PassingTrouble, TooLong, translate

# A batch takes as much at most; source: OpenAI's API reference, "Create batch", input_file_id.
MOST_REQUESTS = 50_000
MOST_BYTES = 200_000_000

CHAT: Literal["/v1/chat/completions"] = "/v1/chat/completions"
_MOST_PAGES = 20  # of a hundred batches each, the account's newest first
_LONGEST_TRANSFER_SECONDS = 1800
_OVER = {"completed", "failed", "expired", "cancelled"}
_NO_SUCH_THING = {404, 405, 501}
_METADATA = "bespoke_batch"


class NotThere(Exception):
    """Raised when the endpoint has no Batch API, or no such batch or file."""


@dataclass(frozen=True, slots=True)
class BatchState:
    """What the endpoint says of a batch."""

    batch_id: str
    status: str
    done: int  # requests that were answered or failed
    file_ids: tuple[str, ...]  # of results, good and bad
    problem: str  # why it failed as a whole; may be empty

    @property
    def is_over(self) -> bool:
        """Whether nothing more will come."""
        return self.status in _OVER


class BatchApi:
    """Each method asks once. It raises NotThere, PassingTrouble, WriterRefused or WriterFailed."""

    def __init__(self, endpoint: Endpoint) -> None:
        self._endpoint = endpoint

    async def upload(self, lines: bytes, name: str) -> str:
        """The id of the uploaded file."""
        async with self._asking():
            file = await self._endpoint.open().files.create(file=(f"{name}.jsonl", lines), purpose="batch")
        return _text_of(file, "id")

    async def create(self, file_id: str, key: str) -> BatchState:
        """A new batch of the file's requests, by which `find` knows `key`."""
        async with self._asking():
            made = await self._endpoint.open().batches.create(
                input_file_id=file_id,
                endpoint=CHAT,
                completion_window="24h",
                metadata={_METADATA: key},
                extra_headers={"Idempotency-Key": f"bespoke-{key}"},
            )
        return _state(made)

    async def find(self, key: str) -> BatchState | None:
        """The batch that was created with `key`, among the account's newest."""
        async with self._asking():
            page = await self._endpoint.open().batches.list(limit=100)
            for _ in range(_MOST_PAGES):
                for batch in page.data:
                    if (batch.metadata or {}).get(_METADATA) == key:
                        return _state(batch)
                if not page.has_next_page():
                    break
                page = await page.get_next_page()
        return None

    async def look(self, batch_id: str) -> BatchState:
        """How far a batch is."""
        async with self._asking():
            batch = await self._endpoint.open().batches.retrieve(batch_id)
        return _state(batch)

    async def cancel(self, batch_id: str) -> None:
        """Have no further request of a batch carried out; it is over some minutes later."""
        async with self._asking():
            await self._endpoint.open().batches.cancel(batch_id)

    async def read_lines(self, file_id: str) -> AsyncGenerator[bytes]:
        """The lines of a file of results."""
        async with self._asking():
            files = self._endpoint.open().files.with_streaming_response
            async with files.content(file_id) as response:
                rest = b""
                # The SDK's own lines would also end at characters that may stand within JSON.
                async for part in response.iter_bytes():
                    *lines, rest = (rest + part).split(b"\n")
                    for line in lines:
                        yield line
                yield rest

    @asynccontextmanager
    async def _asking(self) -> AsyncIterator[None]:
        with self._translating():
            async with asyncio.timeout(_LONGEST_TRANSFER_SECONDS):
                yield

    @contextmanager
    def _translating(self) -> Iterator[None]:
        try:
            yield
        except (APITimeoutError, TimeoutError, TimeoutException):
            raise PassingTrouble("the endpoint did not answer in time") from None
        except (APIConnectionError, HTTPError):
            raise PassingTrouble("the connection broke off, or there was none") from None
        except APIStatusError as error:
            if error.status_code in _NO_SUCH_THING:
                raise NotThere(f"the endpoint answered {error.status_code}") from None
            raise translate(error, self._endpoint.settings) from None
        except (
            APIError,
            TooLong,
            ValueError,
            AttributeError,
            TypeError,
        ):  # the SDK hands on whatever was answered
            raise PassingTrouble("the endpoint's answer could not be read") from None


def _state(batch: Any) -> BatchState:
    counts = getattr(batch, "request_counts", None)
    files = (getattr(batch, name, None) for name in ("output_file_id", "error_file_id"))
    problems = getattr(getattr(batch, "errors", None), "data", None) or []
    return BatchState(
        batch_id=_text_of(batch, "id"),
        status=_text_of(batch, "status"),
        done=sum(getattr(counts, name, None) or 0 for name in ("completed", "failed")),
        file_ids=tuple(file for file in files if file),
        problem=str(getattr(problems[0], "message", None) or "")[:200] if problems else "",
    )


def _text_of(found: Any, name: str) -> str:
    """A field that every server must give; the SDK hands on whatever was answered."""
    value = getattr(found, name, None)
    if not isinstance(value, str) or not value:
        raise PassingTrouble("the endpoint's answer could not be read")
    return value
