"""Everything but chat completions: files, batches, moderations, models."""

from __future__ import annotations

import json
import time
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from tests.scripted_endpoint.answers import error
from tests.scripted_endpoint.batches import Batches, Files
from tests.scripted_endpoint.connection import Incoming, Outgoing
from tests.scripted_endpoint.moderations import moderate


@dataclass(frozen=True, slots=True)
class Routes:
    files: Files
    batches: Batches
    models: Collection[str] | None  # None serves any

    def answer(self, incoming: Incoming) -> Outgoing:
        """Everything but chat completions."""
        parts = incoming.path.removeprefix("/v1/").split("/")
        match [incoming.method, *parts]:
            case ["GET", "models"]:
                names = sorted(self.models or ["scripted"])
                return Outgoing.of({"object": "list", "data": [_model(name) for name in names]})
            case ["GET", "models", name] if self.models is None or name in self.models:
                return Outgoing.of(_model(name))
            case ["POST", "moderations"]:
                return Outgoing.of(moderate(json.loads(incoming.body)))
            case [_, "files", *rest]:
                return self._serve_files(incoming, rest)
            case [_, "batches", *rest]:
                return self._serve_batches(incoming, rest)
        return refuse(404, f"Unknown request URL: {incoming.method} {incoming.path}.", code="unknown_url")

    def _serve_files(self, incoming: Incoming, rest: list[str]) -> Outgoing:
        kept = self.files.kept
        match [incoming.method, *rest]:
            case ["POST"]:
                file = self.files.add_upload(incoming, time.time())
                return (
                    refuse(400, "'file' and 'purpose' are required.")
                    if file is None
                    else Outgoing.of(file.described())
                )
            case ["GET"]:
                listed = [file.described() for file in kept.values()]
                return Outgoing.of({"object": "list", "data": listed, "has_more": False})
            case ["GET", file_id] if file_id in kept:
                return Outgoing.of(kept[file_id].described())
            case ["GET", file_id, "content"] if file_id in kept:
                return Outgoing(200, kept[file_id].content, {"Content-Type": "application/octet-stream"})
            case ["DELETE", file_id] if file_id in kept:
                del kept[file_id]
                return Outgoing.of({"id": file_id, "object": "file", "deleted": True})
        return refuse(404, f"No such File object: {'/'.join(rest)}", "id")

    def _serve_batches(self, incoming: Incoming, rest: list[str]) -> Outgoing:
        now = time.time()
        match [incoming.method, *rest]:
            case ["POST"]:
                made = self.batches.create(json.loads(incoming.body), now)
                return (
                    refuse(400, "The input file does not exist.", "input_file_id")
                    if made is None
                    else Outgoing.of(made.described(now))
                )
            case ["GET"]:
                return self._list_batches(incoming.query, now)
            case ["GET", batch_id] if (batch := self.batches.look(batch_id, now)) is not None:
                return Outgoing.of(batch.described(now))
            case ["POST", batch_id, "cancel"] if (batch := self.batches.look(batch_id, now)) is not None:
                if batch.status(now) not in ("validating", "in_progress", "finalizing"):
                    return refuse(409, f"Cannot cancel a batch with status {batch.status(now)!r}.")
                batch.canceled_at = now
                return Outgoing.of(batch.described(now))
        return refuse(404, f"No batch found with id {'/'.join(rest)!r}.", "id")

    def _list_batches(self, query: Mapping[str, str], now: float) -> Outgoing:
        """Newest first, as many as asked for, after the one that is named."""
        ids = list(self.batches.kept)[::-1]
        after = query.get("after")
        ids = ids[ids.index(after) + 1 :] if after in ids else ids
        most = int(query.get("limit", "20"))
        shown = [self.batches.look(batch_id, now) for batch_id in ids[:most]]
        listed = [batch.described(now) for batch in shown if batch is not None]
        ends = {"first_id": listed[0]["id"], "last_id": listed[-1]["id"]} if listed else {}
        return Outgoing.of({"object": "list", "data": listed, "has_more": len(ids) > most, **ends})


def refuse(status: int, message: str, param: str | None = None, code: str | None = None) -> Outgoing:
    """An error that is the client's own."""
    return Outgoing(status, error(message, kind="invalid_request_error", param=param, code=code))


def _model(name: str) -> dict[str, Any]:
    return {"id": name, "object": "model", "created": 0, "owned_by": "scripted"}
