"""What a run leaves behind in Prefect for people to look at."""

from __future__ import annotations

import base64
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

from prefect.artifacts import create_markdown_artifact, create_progress_artifact, create_table_artifact
from prefect.client.orchestration import get_client
from prefect.client.schemas.actions import ArtifactUpdate

from bespoke.domain import Draft, Severity
from flows.progress import Progress

SECONDS_BETWEEN_UPDATES = 1.0


def publish(key: str, markdown: str, description: str) -> None:
    """Show a page under `key`, newest first among its namesakes."""
    create_markdown_artifact(markdown, key=key, description=description)


def publish_drafts(drafts: Sequence[Draft], description: str) -> None:
    """Show a table with a row a frame."""
    create_table_artifact([_row(draft) for draft in drafts], key="drafts", description=description)


def embed_picture(path: Path, alt: str) -> str:
    """Markdown that carries the PNG itself: Prefect's image artifact only takes an address."""
    data = base64.b64encode(path.read_bytes()).decode()
    return f"![{alt}](data:image/png;base64,{data})"


@contextmanager
def show_progress(key: str, description: str) -> Iterator[Progress]:
    """A progress artifact, brought up to date about once a second."""
    artifact_id = create_progress_artifact(0.0, key=key, description=description)
    assert isinstance(artifact_id, UUID)  # a coroutine only where a loop runs, and flows here are plain
    last = time.monotonic()

    def show(done: int, total: int, what: str, note: str = "") -> None:
        nonlocal last
        now = time.monotonic()
        if done < total and now - last < SECONDS_BETWEEN_UPDATES:
            return
        last = now
        so_far = f"; {note} so far" if note else ""
        _update(artifact_id, 100 * done / total if total else 100.0, description + so_far)
        print(f"{done:,} of {total:,} {what}{so_far}")  # noqa: T201 -- Prefect makes it a line of the run's log

    yield show
    _update(artifact_id, 100.0)


def _update(artifact_id: UUID, percent: float, description: str | None = None) -> None:
    # Through the plain client, since a stage may report from inside its own event loop,
    # where update_progress_artifact would return a coroutine nobody awaits.
    with get_client(sync_client=True) as client:
        news = ArtifactUpdate(data=round(percent, 1))
        if description is not None:
            news = ArtifactUpdate(data=round(percent, 1), description=description)
        client.update_artifact(artifact_id, news)


def _row(draft: Draft) -> dict[str, str]:
    serious = [finding for finding in draft.findings if finding.severity is not Severity.NOTE]
    return {
        "for": str(draft.cohort_id),
        "variant": draft.variant or "",
        "status": str(draft.status),
        "findings": "; ".join(finding.message for finding in serious) or "none",
        "subject": draft.copy.subject,
        "written by": draft.written.writer,
    }
