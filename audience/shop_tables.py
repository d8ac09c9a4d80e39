"""A shop's four tables as a reader found them, before anything is checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd

from store.loads import QuarantinedRow

TABLE_NAMES = ("products", "customers", "events", "consents")
REQUIRED_TABLES = ("products", "events")


@dataclass(frozen=True, slots=True)
class ShopTables:
    """Columns as documented in `audience.schemas`, values as read: text or typed, clean or not."""

    customers: pd.DataFrame
    products: pd.DataFrame
    events: pd.DataFrame
    consents: pd.DataFrame
    source: str  # for people: a path, or a database URL without its password
    origins: Mapping[str, str] = field(default_factory=dict)  # table -> the file or query it came from
    set_aside: tuple[QuarantinedRow, ...] = ()  # rows the reader itself could not or must not use
    duplicates: Mapping[str, int] = field(default_factory=dict)  # exact repeats the reader dropped
    notes: tuple[str, ...] = ()  # what else the reader wants people to know

    def frame(self, table: str) -> pd.DataFrame:
        """One of the four, by name."""
        frame: pd.DataFrame = getattr(self, table)
        return frame

    def origin(self, table: str) -> str:
        """What to call a table in a message: its file where it has one."""
        return self.origins.get(table, table)
