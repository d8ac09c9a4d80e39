"""Loads of shop data: what was loaded, what was counted, which rows were set aside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import pandas as pd
from sqlalchemy import Engine, func, select

from bespoke.encoding import fingerprint
from store import tables
from store.bulk import insert_frame


@dataclass(frozen=True, slots=True)
class QuarantinedRow:
    table_name: str
    reason: str
    row: str  # the row as it came, as JSON


@dataclass(frozen=True, slots=True)
class Loads:
    engine: Engine

    def find_report(self, load_id: str) -> str | None:
        """The report of an earlier load of the same contents, as JSON."""
        query = select(tables.loads.c.report).where(tables.loads.c.load_id == load_id)
        with self.engine.connect() as connection:
            return connection.execute(query).scalar()

    def record(self, load_id: str, source: str, report: str, now: datetime) -> None:
        """Keep a load's report; recorded last, so that an interrupted load is loaded again."""
        row = pd.DataFrame(
            {"load_id": [load_id], "source": [source], "loaded_at": [pd.Timestamp(now)], "report": [report]}
        )
        with self.engine.begin() as connection:
            insert_frame(connection, tables.loads, row, update=True)

    def quarantine(self, load_id: str, rows: Sequence[QuarantinedRow]) -> int:
        """Keep rows that could not be loaded; the same row is kept once. Returns how many were new."""
        if not rows:
            return 0
        frame = pd.DataFrame(
            {
                "row_key": [fingerprint(row.table_name, row.reason, row.row) for row in rows],
                "load_id": load_id,
                "table_name": [row.table_name for row in rows],
                "reason": [row.reason for row in rows],
                "row": [row.row for row in rows],
            }
        ).drop_duplicates("row_key")
        with self.engine.begin() as connection:
            return insert_frame(connection, tables.quarantine, frame)

    def quarantined(self, limit: int = 100) -> list[QuarantinedRow]:
        """Rows set aside by any load, up to `limit`."""
        query = select(tables.quarantine).order_by(tables.quarantine.c.row_key).limit(limit)
        with self.engine.connect() as connection:
            return [QuarantinedRow(row.table_name, row.reason, row.row) for row in connection.execute(query)]

    def count_quarantined(self) -> dict[str, int]:
        """Rows set aside, by reason."""
        reason = tables.quarantine.c.reason
        query = select(reason, func.count()).group_by(reason).order_by(reason)
        with self.engine.connect() as connection:
            return {row[0]: row[1] for row in connection.execute(query)}
