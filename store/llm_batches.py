"""Batches of model calls: written down with their calls before anything is sent, ended with them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Engine, RowMapping, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from bespoke.domain import CampaignId
from bespoke.encoding import fingerprint
from store import tables
from store.llm_ledger import (
    LlmCall,
    Mode,
    MonthSpent,
    Outcome,
    begin_call,
    finish_call,
    forget_call,
    read_call,
)


class BatchStatus(StrEnum):
    """How far a batch is."""

    PREPARED = "prepared"  # written down here; the endpoint was not asked for it
    CREATING = "creating"  # the endpoint was asked; it may or may not have it
    RUNNING = "running"  # the endpoint has it
    COLLECTED = "collected"
    LOST = "lost"  # the endpoint's results cannot be had


_NOT_CREATED = (BatchStatus.PREPARED, BatchStatus.CREATING)
_OPEN = (*_NOT_CREATED, BatchStatus.RUNNING)


@dataclass(frozen=True, slots=True)
class LlmBatch:
    batch_key: str  # ours, which the endpoint keeps in the batch's metadata
    campaign_id: CampaignId
    endpoint: str  # fingerprint of its address
    requests: tuple[tuple[str, int], ...]  # hash and attempt of each call in the ledger
    submitted_at: datetime
    status: BatchStatus = BatchStatus.PREPARED
    batch_id: str | None = None  # the endpoint's; None until it is known

    @property
    def hashes(self) -> frozenset[str]:
        """Of its requests."""
        return frozenset(request_hash for request_hash, _ in self.requests)


@dataclass(frozen=True, slots=True)
class LlmBatches:
    engine: Engine

    def prepare(
        self,
        calls: Iterable[LlmCall],
        campaign_id: CampaignId,
        endpoint: str,
        now: datetime,
        *,
        month_cap_usd: Decimal | None = None,
    ) -> LlmBatch | None:
        """Write down a batch and begin its calls, all or nothing; None where not one can be paid.

        The first calls that the month's cap reaches for go in, the others do not.
        """
        calls = list(calls)
        while True:
            try:
                with self.engine.begin() as connection:
                    begun = _begin_affordable(connection, calls, month_cap_usd)
                    return _insert(connection, begun, campaign_id, endpoint, now) if begun else None
            except IntegrityError:
                continue  # another process took one of those attempts

    def note_creating(self, batch: LlmBatch) -> LlmBatch:
        """To be called before the endpoint is asked to create the batch."""
        return self._note(batch, BatchStatus.CREATING, None)

    def note_running(self, batch: LlmBatch, batch_id: str) -> LlmBatch:
        """To be called once the endpoint's id is known."""
        return self._note(batch, BatchStatus.RUNNING, batch_id)

    def take_back(self, batch: LlmBatch) -> bool:
        """Forget a batch that the endpoint does not have, with its calls; False where it is gone already."""
        table = tables.llm_batches
        query = delete(table).where(table.c.batch_key == batch.batch_key, table.c.status.in_(_NOT_CREATED))
        with self.engine.begin() as connection:
            if not connection.execute(query).rowcount:
                return False
            for call in _calls_under_way(connection, batch):
                forget_call(connection, call)
        return True

    def end(self, batch: LlmBatch, calls: Sequence[tuple[LlmCall, LlmCall]], status: BatchStatus) -> bool:
        """Replace each call that was begun by how it ended; False where another process did so before."""
        table = tables.llm_batches
        query = update(table).where(table.c.batch_key == batch.batch_key, table.c.status.in_(_OPEN))
        with self.engine.begin() as connection:
            if not connection.execute(query.values(status=status)).rowcount:
                return False
            for begun, ended in calls:
                finish_call(connection, begun, ended)
        return True

    def calls_under_way(self, batch: LlmBatch) -> list[LlmCall]:
        """Its calls that have not ended."""
        with self.engine.connect() as connection:
            return _calls_under_way(connection, batch)

    def open(self) -> list[LlmBatch]:
        """Every batch that has not ended, of whatever campaign, the oldest first."""
        table = tables.llm_batches
        query = select(table).where(table.c.status.in_(_OPEN)).order_by(table.c.submitted_at)
        with self.engine.connect() as connection:
            return [_batch(row) for row in connection.execute(query).mappings()]

    def has_ended(self, campaign_id: CampaignId) -> bool:
        """Whether a batch of the campaign has come to its end."""
        table = tables.llm_batches
        query = select(table.c.batch_key).where(
            table.c.campaign_id == campaign_id, table.c.status.not_in(_OPEN)
        )
        with self.engine.connect() as connection:
            return connection.execute(query.limit(1)).first() is not None

    def _note(self, batch: LlmBatch, status: BatchStatus, batch_id: str | None) -> LlmBatch:
        table = tables.llm_batches
        values = {"status": status, "batch_id": batch_id}
        with self.engine.begin() as connection:
            connection.execute(update(table).where(table.c.batch_key == batch.batch_key).values(values))
        return replace(batch, status=status, batch_id=batch_id)


def _begin_affordable(
    connection: Connection, calls: Sequence[LlmCall], cap_usd: Decimal | None
) -> list[LlmCall]:
    begun: list[LlmCall] = []
    for call in calls:
        try:
            begun.append(begin_call(connection, call, cap_usd))
        except MonthSpent:
            break
    return begun


def _insert(
    connection: Connection, begun: Sequence[LlmCall], campaign_id: CampaignId, endpoint: str, now: datetime
) -> LlmBatch:
    requests = tuple((call.request_hash, call.attempt) for call in begun)
    text = json.dumps(requests)
    # The moment tells apart a batch that was taken back and the same requests submitted again.
    key = fingerprint(campaign_id, now.isoformat(), text)
    values: dict[str, Any] = {
        "batch_key": key,
        "campaign_id": campaign_id,
        "endpoint": endpoint,
        "batch_id": None,
        "status": BatchStatus.PREPARED,
        "requests": text,
        "submitted_at": now,
    }
    connection.execute(insert(tables.llm_batches).values(values))
    return LlmBatch(key, campaign_id, endpoint, requests, now)


def _calls_under_way(connection: Connection, batch: LlmBatch) -> list[LlmCall]:
    table, members = tables.llm_calls, set(batch.requests)
    query = select(table).where(
        table.c.campaign_id == batch.campaign_id,
        table.c.mode == Mode.BATCH,
        table.c.outcome == Outcome.SENT,
    )
    calls = [read_call(row) for row in connection.execute(query).mappings()]
    return [call for call in calls if (call.request_hash, call.attempt) in members]


def _batch(row: RowMapping) -> LlmBatch:
    return LlmBatch(
        batch_key=row["batch_key"],
        campaign_id=CampaignId(row["campaign_id"]),
        endpoint=row["endpoint"],
        requests=tuple((request_hash, attempt) for request_hash, attempt in json.loads(row["requests"])),
        submitted_at=row["submitted_at"],
        status=BatchStatus(row["status"]),
        batch_id=row["batch_id"],
    )
