"""The audit trail: who did what to which thing, in order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Engine, select

from bespoke.encoding import decode, encode
from store import tables


@dataclass(frozen=True, slots=True)
class AuditEntry:
    recorded_at: datetime
    actor: str
    action: str  # e.g. "draft approved"
    subject: str  # the id of what it was done to
    detail: Mapping[str, str]


def record(
    connection: Connection, now: datetime, actor: str, action: str, subject: str, **detail: str
) -> None:
    """Add an entry inside the caller's transaction, so that it stands or falls with the change."""
    connection.execute(
        tables.audit.insert().values(
            recorded_at=now,
            actor=actor,
            action=action,
            subject=subject,
            detail=encode(detail, dict[str, str]),
        )
    )


@dataclass(frozen=True, slots=True)
class Audit:
    engine: Engine

    def entries(self, subject: str | None = None) -> list[AuditEntry]:
        """Oldest first; of one subject where given."""
        query = select(tables.audit).order_by(tables.audit.c.audit_id)
        if subject is not None:
            query = query.where(tables.audit.c.subject == subject)
        with self.engine.connect() as connection:
            return [
                AuditEntry(
                    row.recorded_at, row.actor, row.action, row.subject, decode(dict[str, str], row.detail)
                )
                for row in connection.execute(query)
            ]
