"""What would be on the invoice, and the journal that another process can read."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


@dataclass(slots=True)
class Bill:
    """What would be on the invoice: replies that were complete, whether or not they arrived."""

    paid: int = 0
    prompt_tokens: int = 0
    cached_tokens: int = 0
    completion_tokens: int = 0
    replayed: int = 0  # answered from what an idempotency key had paid for before
    hashes: set[str] = field(default_factory=set)  # of the paid requests' bodies

    @property
    def distinct(self) -> int:
        """How many different requests were paid."""
        return len(self.hashes)

    def add(self, request_hash: str, usage: Mapping[str, Any]) -> None:
        """One more paid reply."""
        self.paid += 1
        self.hashes.add(request_hash)
        self.prompt_tokens += usage["prompt_tokens"]
        self.cached_tokens += usage["prompt_tokens_details"]["cached_tokens"]
        self.completion_tokens += usage["completion_tokens"]


class Journal:
    """A line of JSON for each request, whole in the file as soon as it is noted; None writes none."""

    def __init__(self, path: Path | None) -> None:
        flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT
        self._file = None if path is None else os.open(path, flags, 0o644)

    def note(
        self,
        request_hash: str,
        key: str | None,
        status: int,
        usage: Mapping[str, Any] | None = None,
        replayed: bool = False,
    ) -> None:
        """Status 0 is an answer that never came; only a paid reply has a usage."""
        if self._file is None:
            return
        line = {
            "hash": request_hash,
            "key": key,
            "status": status,
            "paid": usage is not None,
            "replayed": replayed,
            "prompt_tokens": usage["prompt_tokens"] if usage else 0,
            "cached_tokens": usage["prompt_tokens_details"]["cached_tokens"] if usage else 0,
            "completion_tokens": usage["completion_tokens"] if usage else 0,
        }
        os.write(self._file, f"{json.dumps(line)}\n".encode())

    def close(self) -> None:
        """Close the file."""
        if self._file is not None:
            os.close(self._file)
