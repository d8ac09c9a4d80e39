"""Files and batches as the API keeps them, in memory. Moments are seconds of Unix time."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from email.message import MIMEPart
from email.parser import BytesParser
from email.policy import HTTP
from typing import Any, Literal

from tests.scripted_endpoint.connection import Incoming

# A line's answer: the HTTP status and the body.
AnswerLine = Callable[[Mapping[str, Any]], tuple[int, dict[str, Any]]]
Outcome = Literal["completed", "expired", "failed"]
_DAY = 86_400
# When each status begins, as a share of the duration.
_COURSE = (("validating", 0.0), ("in_progress", 0.1), ("finalizing", 0.9), ("completed", 1.0))


@dataclass(frozen=True, slots=True)
class StoredFile:
    file_id: str
    filename: str
    purpose: str
    content: bytes
    created_at: float

    def described(self) -> dict[str, Any]:
        """The file object."""
        return {
            "id": self.file_id,
            "object": "file",
            "bytes": len(self.content),
            "created_at": int(self.created_at),
            "filename": self.filename,
            "purpose": self.purpose,
            "status": "processed",
        }


@dataclass(slots=True)
class Files:
    kept: dict[str, StoredFile] = field(default_factory=dict)
    _made: int = 0

    def add(self, filename: str, purpose: str, content: bytes, now: float) -> StoredFile:
        """Keep a file under a new id."""
        self._made += 1
        file = StoredFile(f"file-{self._made:06d}", filename, purpose, content, now)
        self.kept[file.file_id] = file
        return file

    def add_upload(self, incoming: Incoming, now: float) -> StoredFile | None:
        """Keep a multipart upload; None where it has no file or no purpose."""
        parts = {_name(part): part for part in _parts(incoming)}
        if "file" not in parts or "purpose" not in parts:
            return None
        file = parts["file"]
        purpose = parts["purpose"].get_payload(decode=True)
        content = file.get_payload(decode=True)
        assert isinstance(purpose, bytes)
        assert isinstance(content, bytes)
        return self.add(file.get_filename() or "upload", purpose.decode(), content, now)


def _parts(incoming: Incoming) -> list[MIMEPart]:
    head = f"Content-Type: {incoming.headers.get('content-type', '')}\r\n\r\n".encode()
    found = BytesParser(policy=HTTP).parsebytes(head + incoming.body)
    return list(found.iter_parts()) if found.is_multipart() else []


def _name(part: MIMEPart) -> str:
    return str(part.get_param("name", "", header="content-disposition"))


@dataclass(slots=True)
class Batch:
    """One batch; its answers are made when it gets that far, and only once."""

    batch_id: str
    input_file_id: str
    endpoint: str
    completion_window: str
    metadata: Mapping[str, str] | None
    lines: list[dict[str, Any]]
    problems: list[dict[str, Any]]  # why the input cannot be used
    created_at: float
    duration: float
    outcome: Outcome
    canceled_at: float | None = None
    done: bool = False
    completed: int = 0
    failed: int = 0
    output_file_id: str | None = None
    error_file_id: str | None = None

    def status(self, now: float) -> str:
        """Where it stands."""
        if self.canceled_at is not None:
            return "cancelled" if now >= self.canceled_at + 0.1 * self.duration else "cancelling"
        share = (now - self.created_at) / self.duration if self.duration else 1.0
        reached = [name for name, begins in _COURSE if share >= begins][-1]
        if (self.problems or self.outcome == "failed") and reached != "validating":
            return "failed"
        return self.outcome if reached == "completed" else reached

    def reachable_lines(self, now: float) -> int:
        """How many lines are answered by the time it stops."""
        if self.status(now) in ("expired", "cancelled"):
            end = self.canceled_at if self.canceled_at is not None else self.created_at + self.duration
            gone = (end - self.created_at) / self.duration if self.duration else 1.0
            return math.floor(len(self.lines) * min(0.5, gone))
        return 0 if self.status(now) == "failed" else len(self.lines)

    def _moment(self, name: str, now: float) -> int | None:
        begins = self.created_at + dict(_COURSE)[name] * self.duration
        stopped = self.canceled_at is not None and begins > self.canceled_at
        failed = self.status(now) == "failed" and name != "validating"
        return None if now < begins or stopped or failed else int(begins)

    def described(self, now: float) -> dict[str, Any]:
        """The batch object."""
        status, end = self.status(now), int(self.created_at + self.duration)
        problems = {"object": "list", "data": self.problems or [_refused("batch failed", None)]}
        return {
            "id": self.batch_id,
            "object": "batch",
            "endpoint": self.endpoint,
            "errors": problems if status == "failed" else None,
            "input_file_id": self.input_file_id,
            "completion_window": self.completion_window,
            "status": status,
            "output_file_id": self.output_file_id,
            "error_file_id": self.error_file_id,
            "created_at": int(self.created_at),
            "in_progress_at": self._moment("in_progress", now),
            "finalizing_at": self._moment("finalizing", now),
            "completed_at": end if status == "completed" else None,
            "failed_at": end if status == "failed" else None,
            "expired_at": end if status == "expired" else None,
            "expires_at": int(self.created_at) + _DAY,
            "cancelling_at": None if self.canceled_at is None else int(self.canceled_at),
            "cancelled_at": int(now) if status == "cancelled" else None,
            "request_counts": {
                "total": 0 if status in ("validating", "failed") else len(self.lines),
                "completed": self.completed,
                "failed": self.failed,
            },
            "metadata": self.metadata,
        }


@dataclass(slots=True)
class Batches:
    """Every batch, oldest first."""

    files: Files
    answer_line: AnswerLine
    duration: float = 0.0  # seconds that one takes
    outcome: Outcome = "completed"  # of those made from now on
    kept: dict[str, Batch] = field(default_factory=dict)

    def create(self, asked: Mapping[str, Any], now: float) -> Batch | None:
        """A new batch; None where its input file is not there."""
        file = self.files.kept.get(str(asked.get("input_file_id")))
        if file is None:
            return None
        lines, problems = _read_lines(file.content, str(asked.get("endpoint")))
        batch = Batch(
            batch_id=f"batch_{len(self.kept) + 1:06d}",
            input_file_id=file.file_id,
            endpoint=str(asked.get("endpoint")),
            completion_window=str(asked.get("completion_window", "24h")),
            metadata=asked.get("metadata"),
            lines=lines,
            problems=problems,
            created_at=now,
            duration=self.duration,
            outcome=self.outcome,
        )
        self.kept[batch.batch_id] = batch
        return batch

    def look(self, batch_id: str, now: float) -> Batch | None:
        """A batch with its answers, as far as it has come."""
        batch = self.kept.get(batch_id)
        if (
            batch is not None
            and not batch.done
            and batch.status(now) in ("completed", "expired", "cancelled")
        ):
            self._finish(batch, now)
        return batch

    def _finish(self, batch: Batch, now: float) -> None:
        batch.done = True
        good: list[dict[str, Any]] = []
        bad: list[dict[str, Any]] = []
        reachable = batch.reachable_lines(now)
        for number, line in enumerate(batch.lines):
            found = {
                "id": f"batch_req_{number:06d}",
                "custom_id": line["custom_id"],
                "response": None,
                "error": None,
            }
            if number >= reachable:
                code = f"batch_{batch.status(now)}"
                bad.append(
                    found | {"error": {"code": code, "message": "This request could not be executed."}}
                )
                continue
            status, body = self.answer_line(line["body"])
            response = {"status_code": status, "request_id": f"req_{number:06d}", "body": body}
            (good if status == 200 else bad).append(found | {"response": response})
        batch.completed, batch.failed = len(good), len(bad)
        # The API promises no order.
        batch.output_file_id = self._keep(batch, "output", good[::-1], now)
        batch.error_file_id = self._keep(batch, "errors", bad, now)

    def _keep(self, batch: Batch, what: str, lines: list[dict[str, Any]], now: float) -> str | None:
        if not lines:
            return None
        content = "".join(f"{json.dumps(line)}\n" for line in lines).encode()
        return self.files.add(f"{batch.batch_id}_{what}.jsonl", "batch_output", content, now).file_id


def _read_lines(content: bytes, endpoint: str) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The requests of an input file, and what is wrong with it."""
    lines: list[dict[str, Any]] = []
    problems: list[dict[str, Any]] = []
    seen: set[str] = set()
    for number, text in enumerate(content.splitlines(), start=1):
        try:
            line = json.loads(text)
            custom_id, body = line["custom_id"], line["body"]
        except (ValueError, KeyError, TypeError):
            problems.append(_refused("This line is not parseable as a request.", number, "invalid_json_line"))
            continue
        if custom_id in seen:
            problems.append(
                _refused(f"The custom_id {custom_id!r} is used twice.", number, "duplicate_custom_id")
            )
        if line.get("url") != endpoint or line.get("method") != "POST":
            problems.append(
                _refused("The url does not match the batch's endpoint.", number, "mismatched_url")
            )
        if body.get("model") != (lines[0]["body"] if lines else body).get("model"):
            problems.append(_refused("All requests must name the same model.", number, "mismatched_model"))
        seen.add(custom_id)
        lines.append(line)
    return lines, problems or ([] if lines else [_refused("The input file is empty.", None, "empty_file")])


def _refused(message: str, line: int | None, code: str = "failed") -> dict[str, Any]:
    return {"code": code, "message": message, "param": None, "line": line}
