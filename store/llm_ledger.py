"""Every paid model call, so that the same request is never paid for twice."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from itertools import count

from sqlalchemy import Engine, func, select

from bespoke.domain import CampaignId
from store import tables
from store.bulk import insert_new


@dataclass(frozen=True, slots=True)
class LlmCall:
    request_hash: str  # of model, parameters, messages and schema
    attempt: int  # 1 is the first; each unusable reply leads to another
    usable: bool
    campaign_id: CampaignId | None
    model: str
    prompt_version: str
    reply: str
    prompt_tokens: int
    cached_tokens: int
    completion_tokens: int
    cost_usd: Decimal | None  # None where the model's price is not known
    latency_seconds: float
    called_at: datetime


@dataclass(frozen=True, slots=True)
class Spending:
    calls: int
    cost_usd: Decimal
    calls_of_unknown_price: int


@dataclass(frozen=True, slots=True)
class LlmLedger:
    engine: Engine

    def record(self, call: LlmCall) -> None:
        """Keep a call that was answered, usable or not.

        Its attempt is the next free one: another process may have asked the same meanwhile.
        """
        values = {name: getattr(call, name) for name in LlmCall.__dataclass_fields__}
        values["cost_usd"] = None if call.cost_usd is None else str(call.cost_usd)
        with self.engine.begin() as connection:
            for attempt in count(call.attempt):
                if insert_new(connection, tables.llm_calls, [values | {"attempt": attempt}]):
                    return

    def calls(self, request_hash: str) -> list[LlmCall]:
        """The answered attempts at one request, first attempt first."""
        table = tables.llm_calls
        query = select(table).where(table.c.request_hash == request_hash).order_by(table.c.attempt)
        with self.engine.connect() as connection:
            return [_call(row._mapping) for row in connection.execute(query)]

    def spending(self, campaign_id: CampaignId) -> Spending:
        """What a campaign's calls have cost so far."""
        table = tables.llm_calls
        query = select(table.c.cost_usd, func.count()).where(table.c.campaign_id == campaign_id)
        with self.engine.connect() as connection:
            rows = list(connection.execute(query.group_by(table.c.cost_usd)))
        return Spending(
            calls=sum(count for _, count in rows),
            cost_usd=sum((Decimal(cost) * count for cost, count in rows if cost is not None), Decimal(0)),
            calls_of_unknown_price=sum(count for cost, count in rows if cost is None),
        )


def _call(row: object) -> LlmCall:
    values = dict(row)  # type: ignore[call-overload]
    if values["cost_usd"] is not None:
        values["cost_usd"] = Decimal(values["cost_usd"])
    return LlmCall(**values)
