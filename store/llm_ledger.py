"""Every call to a model, written down before it is sent, so that nothing is paid for twice."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from decimal import ROUND_UP, Decimal
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    BigInteger,
    Connection,
    Engine,
    RowMapping,
    bindparam,
    delete,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.exc import IntegrityError

from bespoke.domain import CampaignId
from store import tables
from store.bulk import insert_new

NANO = Decimal(10) ** 9
_NO_CAP = (1 << 63) - 1


class Outcome(StrEnum):
    """What became of a call."""

    SENT = "sent"  # under way, or cut off by the end of the process: it may be on the bill
    USABLE = "usable"
    UNUSABLE = "unusable"  # answered and paid for, but no copy can be made of it
    LOST = "lost"  # sent and never answered: it may be on the bill
    FAILED = "failed"  # refused by the endpoint, free of charge


ANSWERED = (Outcome.USABLE, Outcome.UNUSABLE)


class Mode(StrEnum):
    """How a call was made."""

    LIVE = "live"
    BATCH = "batch"


class MonthSpent(Exception):
    """Raised when a call at its worst would overrun what the month may cost."""


@dataclass(frozen=True, slots=True)
class LlmCall:
    request_hash: str  # of model, parameters, messages and schema
    campaign_id: CampaignId | None
    model: str
    prompt_version: str
    prompt_chars: int
    called_at: datetime
    cost_usd: Decimal | None  # at its worst until it is answered; None where the price is not known
    mode: Mode = Mode.LIVE
    attempt: int = 0  # 1 is the first; given by the ledger
    outcome: Outcome = Outcome.SENT
    problem: str = ""  # why it is not usable
    reply: str = ""
    prompt_tokens: int = 0
    cached_tokens: int = 0
    completion_tokens: int = 0
    latency_seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Spending:
    calls: int  # that were answered, or may have been
    cost_usd: Decimal  # those without an answer at their worst
    calls_of_unknown_price: int


@dataclass(frozen=True, slots=True)
class LlmLedger:
    engine: Engine

    def begin(self, call: LlmCall, *, month_cap_usd: Decimal | None = None) -> LlmCall:
        """Write down a call before it is sent; returns it with the next free attempt.

        Raises MonthSpent where the month's calls, this one at its worst, would cost more than the cap.
        """
        while True:
            try:
                with self.engine.begin() as connection:
                    return begin_call(connection, call, month_cap_usd)
            except IntegrityError:
                continue  # another process took that attempt

    def finish(self, begun: LlmCall, ended: LlmCall) -> None:
        """Replace a call that was begun by how it ended."""
        with self.engine.begin() as connection:
            finish_call(connection, begun, ended)

    def calls(self, request_hash: str) -> list[LlmCall]:
        """Every call for one request, the first one first."""
        with self.engine.connect() as connection:
            rows = connection.execute(_OF_REQUEST, {"wanted": request_hash})
            return [read_call(row) for row in rows.mappings()]

    def replies(self, request_hash: str) -> list[LlmCall]:
        """The answered calls for one request, the first one first."""
        return [call for call in self.calls(request_hash) if call.outcome in ANSWERED]

    def spending(self, campaign_id: CampaignId) -> Spending:
        """What a campaign's calls have cost so far."""
        table = tables.llm_calls
        query = select(
            func.count(), func.sum(table.c.nano_usd), func.count() - func.count(table.c.nano_usd)
        ).where(table.c.campaign_id == campaign_id, table.c.outcome != Outcome.FAILED)
        with self.engine.connect() as connection:
            calls, nano, unknown = connection.execute(query).one()
        return Spending(calls, _usd(nano or 0), unknown)

    def month_spending(self, moment: datetime) -> Decimal:
        """What the calls of a month have cost, those without an answer at their worst."""
        query = select(tables.llm_months.c.nano_usd).where(tables.llm_months.c.month == month_of(moment))
        with self.engine.connect() as connection:
            return _usd(connection.execute(query).scalar() or 0)

    def find_dialect(self, endpoint: str) -> str | None:
        """What was remembered of an endpoint."""
        query = select(tables.llm_dialects.c.dialect).where(tables.llm_dialects.c.endpoint == endpoint)
        with self.engine.connect() as connection:
            return connection.execute(query).scalar()

    def remember_dialect(self, endpoint: str, dialect: str) -> None:
        """Keep what an endpoint was found to understand."""
        table = tables.llm_dialects
        with self.engine.begin() as connection:
            if not insert_new(connection, table, [{"endpoint": endpoint, "dialect": dialect}]):
                connection.execute(update(table).where(table.c.endpoint == endpoint).values(dialect=dialect))


def month_of(moment: datetime) -> str:
    """E.g. "2026-11", in UTC."""
    return moment.astimezone(UTC).strftime("%Y-%m")


def begin_call(connection: Connection, call: LlmCall, month_cap_usd: Decimal | None) -> LlmCall:
    """`LlmLedger.begin` within a transaction, which goes on where MonthSpent is raised.

    Raises IntegrityError where another process took the attempt meanwhile.
    """
    _spend(connection, call.called_at, _nano(call.cost_usd), month_cap_usd)
    attempt = connection.execute(_BEGIN, _as_parameters(call)).scalar_one()
    return replace(call, attempt=attempt)


def finish_call(connection: Connection, begun: LlmCall, ended: LlmCall) -> None:
    """`LlmLedger.finish` within a transaction."""
    connection.execute(_FINISH, _as_parameters(ended))
    difference = (_nano(ended.cost_usd) or 0) - (_nano(begun.cost_usd) or 0)
    _spend(connection, begun.called_at, difference, None)


def forget_call(connection: Connection, begun: LlmCall) -> None:
    """Take back a call that was begun and is known never to have been sent."""
    connection.execute(_FORGET, {"wanted": begun.request_hash, "wanted_attempt": begun.attempt})
    _spend(connection, begun.called_at, -(_nano(begun.cost_usd) or 0), None)


def read_call(row: RowMapping) -> LlmCall:
    """A row of the table as a call."""
    values: dict[str, Any] = {name: row[name] for name in _PLAIN}
    cost = None if row["nano_usd"] is None else _usd(row["nano_usd"])
    return LlmCall(**values | {"outcome": Outcome(row["outcome"]), "mode": Mode(row["mode"])}, cost_usd=cost)


def _spend(connection: Connection, moment: datetime, nano: int | None, cap_usd: Decimal | None) -> None:
    """Add to a month's sum in one guarded statement."""
    if not nano:
        return
    cap = _NO_CAP if cap_usd is None else max(_nano(cap_usd) or 0, 0)
    values = {"of_month": month_of(moment), "more": nano, "cap": cap}
    if connection.execute(_SPEND, values).rowcount:
        return
    insert_new(connection, tables.llm_months, [{"month": values["of_month"], "nano_usd": 0}])
    if not connection.execute(_SPEND, values).rowcount:
        raise MonthSpent


def _nano(usd: Decimal | None) -> int | None:
    return None if usd is None else int((usd * NANO).to_integral_value(ROUND_UP))


def _usd(nano: int) -> Decimal:
    return Decimal(nano) / NANO


def _as_parameters(call: LlmCall) -> dict[str, Any]:
    return {f"new_{name}": value for name, value in _values(call).items()}


def _values(call: LlmCall) -> dict[str, Any]:
    values: dict[str, Any] = {name: getattr(call, name) for name in _PLAIN}
    return values | {"nano_usd": _nano(call.cost_usd), "month": month_of(call.called_at)}


_PLAIN = tuple(name for name in LlmCall.__dataclass_fields__ if name != "cost_usd")
_CALLS = tables.llm_calls
_NEW = {column.name: bindparam(f"new_{column.name}", type_=column.type) for column in _CALLS.c}
_NEXT_ATTEMPT = (
    select(func.coalesce(func.max(_CALLS.c.attempt), 0) + 1)
    .where(_CALLS.c.request_hash == bindparam("new_request_hash"))
    .scalar_subquery()
)
_BEGIN = insert(_CALLS).values(_NEW | {"attempt": _NEXT_ATTEMPT}).returning(_CALLS.c.attempt)
_FINISH = (
    update(_CALLS)
    .where(
        _CALLS.c.request_hash == bindparam("new_request_hash"),
        _CALLS.c.attempt == bindparam("new_attempt"),
    )
    .values({name: new for name, new in _NEW.items() if name not in ("request_hash", "attempt")})
)
_OF_REQUEST = select(_CALLS).where(_CALLS.c.request_hash == bindparam("wanted")).order_by(_CALLS.c.attempt)
_FORGET = delete(_CALLS).where(
    _CALLS.c.request_hash == bindparam("wanted"), _CALLS.c.attempt == bindparam("wanted_attempt")
)
_SUM = tables.llm_months.c.nano_usd + bindparam("more", type_=BigInteger())
_SPEND = (
    update(tables.llm_months)
    .where(tables.llm_months.c.month == bindparam("of_month"), bindparam("cap", type_=BigInteger()) >= _SUM)
    .values(nano_usd=_SUM)
)
