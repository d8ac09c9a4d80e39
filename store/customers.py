"""Customers, their consents, and the addresses that must never be written to."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

import pandas as pd
from sqlalchemy import Engine, func, select

from bespoke.domain import ConsentStatus, CustomerId, SuppressionReason
from bespoke.encoding import fingerprint
from store import audit, tables
from store.bulk import insert_frame, read_frame


def address_hash(email: str) -> str:
    """The key of an address on the suppression list, which outlives the customer's erasure."""
    return fingerprint("address", email.strip().lower())


@dataclass(frozen=True, slots=True)
class Customers:
    engine: Engine

    def save(self, frame: pd.DataFrame) -> int:
        """Insert or update customers, columns as in the table; return how many changed."""
        with self.engine.begin() as connection:
            return insert_frame(connection, tables.customers, frame, update=True)

    def save_consents(self, frame: pd.DataFrame) -> int:
        """Add consent records whose key is new; return how many were. Records are never changed."""
        with self.engine.begin() as connection:
            return insert_frame(connection, tables.consents, frame)

    def frame(self) -> pd.DataFrame:
        """Every customer, in order of id; columns as in the table."""
        query = select(tables.customers).order_by(tables.customers.c.customer_id)
        with self.engine.connect() as connection:
            return read_frame(connection, query, categories=("locale", "country"))

    def count(self) -> int:
        with self.engine.connect() as connection:
            return connection.execute(select(func.count()).select_from(tables.customers)).scalar_one()

    def with_consent(self) -> set[CustomerId]:
        """Customers whose latest consent record grants it; a tie counts as withdrawn."""
        consents = tables.consents.c
        query = select(consents.customer_id, consents.status, consents.recorded_at)
        with self.engine.connect() as connection:
            frame = read_frame(connection, query, categories=("status",))
        withdrawn_last = frame["status"] == ConsentStatus.WITHDRAWN
        latest = (
            frame.assign(withdrawn=withdrawn_last)
            .sort_values(["recorded_at", "withdrawn"], kind="stable")
            .drop_duplicates("customer_id", keep="last")
        )
        return set(latest.loc[~latest["withdrawn"], "customer_id"])

    def suppress(self, email: str, reason: SuppressionReason, now: datetime, actor: str) -> None:
        """Never write to this address again; the first reason recorded stays."""
        row = pd.DataFrame(
            {
                "address_hash": [address_hash(email)],
                "reason": [str(reason)],
                "recorded_at": [pd.Timestamp(now)],
            }
        )
        with self.engine.begin() as connection:
            if insert_frame(connection, tables.suppressions, row):
                audit.record(connection, now, actor, "address suppressed", address_hash(email), reason=reason)

    def suppressed_addresses(self) -> Collection[str]:
        """The `address_hash` of every suppressed address."""
        with self.engine.connect() as connection:
            return set(connection.execute(select(tables.suppressions.c.address_hash)).scalars())
