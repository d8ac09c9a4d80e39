"""What customers did: views, carts, purchases, returns."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import pandas as pd
from sqlalchemy import Engine, func, select

from store import tables
from store.bulk import insert_frame, read_frame

FRAME_COLUMNS = ("customer_id", "product_id", "type", "occurred_at", "quantity", "unit_price", "order_id")


@dataclass(frozen=True, slots=True)
class Events:
    engine: Engine

    def save(self, frame: pd.DataFrame) -> int:
        """Insert the events whose `event_key` is new; return how many were."""
        with self.engine.begin() as connection:
            return insert_frame(connection, tables.events, frame)

    def frame(
        self,
        columns: tuple[str, ...] = FRAME_COLUMNS,
        *,
        since: datetime | None = None,
        before: datetime | None = None,
        with_guests: bool = True,
    ) -> pd.DataFrame:
        """Events as a frame, oldest first; ids and types are categoricals, unit prices float.

        `since` keeps what happened at that moment or later, `before` what happened earlier.
        """
        query = select(*(tables.events.c[name] for name in columns))
        query = query.order_by(tables.events.c.occurred_at, tables.events.c.event_key)
        if since is not None:
            query = query.where(tables.events.c.occurred_at >= since)
        if before is not None:
            query = query.where(tables.events.c.occurred_at < before)
        if not with_guests:
            query = query.where(tables.events.c.customer_id.is_not(None))
        categories = ("customer_id", "product_id", "type", "order_id")
        with self.engine.connect() as connection:
            return read_frame(connection, query, categories=categories)

    def count(self) -> int:
        with self.engine.connect() as connection:
            return connection.execute(select(func.count()).select_from(tables.events)).scalar_one()

    def count_customers(self, since: datetime, before: datetime) -> tuple[int, int]:
        """Customers with an event in [since, before), and how many of them never had one earlier."""
        table = tables.events
        known = (table.c.customer_id.is_not(None), table.c.occurred_at < before)
        spans = (
            select(
                func.min(table.c.occurred_at).label("first"),
                func.max(table.c.occurred_at).label("last"),
            )
            .where(*known)
            .group_by(table.c.customer_id)
            .subquery()
        )
        active = select(func.count()).where(spans.c.last >= since)
        new = select(func.count()).where(spans.c.first >= since)
        with self.engine.connect() as connection:
            return connection.execute(active).scalar_one(), connection.execute(new).scalar_one()

    def latest(self) -> datetime | None:
        """When the newest event happened."""
        query = select(tables.events.c.occurred_at).order_by(tables.events.c.occurred_at.desc()).limit(1)
        with self.engine.connect() as connection:
            return connection.execute(query).scalar()
