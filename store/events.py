"""What customers did: views, carts, purchases, returns."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from sqlalchemy import ColumnElement, Engine, func, select

from store import tables
from store.bulk import insert_frame, read_frame
from store.column_types import AMOUNT_SCALE
from store.sqlite_columns import SeparatorInValue, read_columns

FRAME_COLUMNS = ("customer_id", "product_id", "type", "occurred_at", "quantity", "unit_price", "order_id")
_WORDS = ("customer_id", "product_id", "type", "order_id")


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

        Those of one moment come in an order that rests on their contents alone. `since` keeps
        what happened at that moment or later, `before` what happened earlier.
        """
        names = columns if "occurred_at" in columns else (*columns, "occurred_at")
        table = tables.events
        conditions: list[ColumnElement[bool]] = []
        if since is not None:
            conditions.append(table.c.occurred_at >= since)
        if before is not None:
            conditions.append(table.c.occurred_at < before)
        if not with_guests:
            conditions.append(table.c.customer_id.is_not(None))
        found = _read(self.engine, names, conditions)
        return found.take(_in_time(found))[list(columns)].reset_index(drop=True)

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


def _read(engine: Engine, names: Sequence[str], conditions: Sequence[ColumnElement[bool]]) -> pd.DataFrame:
    if engine.dialect.name == "sqlite" and set(names) <= set(FRAME_COLUMNS):
        with suppress(SeparatorInValue):
            raw = read_columns(engine, tables.events, names, conditions, categories=_WORDS)
            return pd.DataFrame({name: _as_read(name, values) for name, values in raw.items()})
    query = select(*(tables.events.c[name] for name in names)).where(*conditions)
    with engine.connect() as connection:
        return read_frame(connection, query, categories=_WORDS)


def _as_read(name: str, stored: Any) -> Any:
    """A column in the form that `read_frame` would give it."""
    if name in _WORDS:
        return stored
    if name == "occurred_at":
        return pd.to_datetime(stored, unit="us", utc=True).as_unit("us")
    numbers = stored.astype(np.float64)
    return numbers / AMOUNT_SCALE if name == "unit_price" else numbers


def _in_time(events: pd.DataFrame) -> NDArray[np.intp]:
    """The places of events in order of time, and of their contents where they are of one moment.

    Sorting millions of rows in the database takes several times as long as reading them.
    """
    moments = events["occurred_at"].array.asi8
    order = np.argsort(moments, kind="stable")
    found = moments[order]
    again = found[1:] == found[:-1]
    tied = np.zeros(len(found), dtype=np.bool_)
    tied[1:] |= again
    tied[:-1] |= again
    places = order[tied]
    others = [events[name].iloc[places] for name in sorted(events.columns) if name != "occurred_at"]
    ties = np.lexsort((*(_ranks(column) for column in others), moments[places]))
    order[tied] = places[ties]
    return order


def _ranks(column: pd.Series[Any]) -> NDArray[Any]:
    """Numbers in the order of the values."""
    if not isinstance(column.dtype, pd.CategoricalDtype):
        return column.to_numpy()
    codes, places = np.unique(column.cat.codes.to_numpy(), return_inverse=True)
    words = np.append(column.cat.categories.to_numpy(), "")[codes]  # a missing one is the last
    return np.asarray(np.argsort(np.argsort(words))[places])
