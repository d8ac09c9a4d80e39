"""What model calls came to: sums for people, and habits to estimate by."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from sqlalchemy import ColumnElement, Engine, case, func, select

from store import tables
from store.llm_ledger import NANO, Outcome

By = Literal["campaign", "model", "month"]
_COLUMNS = {"campaign": "campaign_id", "model": "model", "month": "month"}


@dataclass(frozen=True, slots=True)
class CostLine:
    """What some calls came to; calls that the endpoint refused free of charge are left out."""

    name: str  # of a campaign, a model or a month
    calls: int
    usable: int
    maybe_billed: int  # sent and never answered: counted at their worst
    prompt_tokens: int
    cached_tokens: int
    completion_tokens: int
    cost_usd: Decimal
    calls_of_unknown_price: int


@dataclass(frozen=True, slots=True)
class Usual:
    """What a model's answered calls came to lately, for one kind of prompt."""

    calls: int
    prompt_tokens_per_char: float
    completion_tokens: float
    cached_share: float  # of the prompt tokens


@dataclass(frozen=True, slots=True)
class LlmCosts:
    engine: Engine

    def sums(self, by: By) -> list[CostLine]:
        """A line for each campaign, model or month (UTC), in order of name."""
        calls = tables.llm_calls
        name = calls.c[_COLUMNS[by]]
        query = (
            select(
                name,
                func.count(),
                _count_where(calls.c.outcome == Outcome.USABLE),
                _count_where(calls.c.outcome.in_([Outcome.SENT, Outcome.LOST])),
                func.sum(calls.c.prompt_tokens),
                func.sum(calls.c.cached_tokens),
                func.sum(calls.c.completion_tokens),
                func.coalesce(func.sum(calls.c.nano_usd), 0),
                _count_where(calls.c.nano_usd.is_(None)),
            )
            .where(calls.c.outcome != Outcome.FAILED)
            .group_by(name)
            .order_by(name)
        )
        with self.engine.connect() as connection:
            rows = connection.execute(query).all()
        return [_line(*row) for row in rows]

    def usual(self, model: str, kind: str, *, latest: int = 200) -> Usual | None:
        """Of the latest usable replies to prompts whose version begins with `kind`; None without any."""
        calls = tables.llm_calls
        recent = (
            select(calls)
            .where(
                calls.c.model == model,
                calls.c.prompt_version.startswith(f"{kind}-", autoescape=True),
                calls.c.outcome == Outcome.USABLE,
                calls.c.prompt_tokens > 0,
                calls.c.prompt_chars > 0,
            )
            .order_by(calls.c.called_at.desc())
            .limit(latest)
            .subquery()
        )
        names = ("prompt_tokens", "prompt_chars", "completion_tokens", "cached_tokens")
        query = select(func.count(), *(func.sum(recent.c[name]) for name in names))
        with self.engine.connect() as connection:
            count, prompt, chars, completion, cached = connection.execute(query).one()
        if not count:
            return None
        return Usual(count, float(prompt / chars), float(completion / count), float(cached / prompt))


def _count_where(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.sum(case((condition, 1), else_=0))


def _line(name: str | None, *counts: int) -> CostLine:
    calls, usable, maybe_billed, prompt, cached, completion, nano, unknown = map(int, counts)
    cost = Decimal(nano) / NANO
    return CostLine(
        name or "no campaign", calls, usable, maybe_billed, prompt, cached, completion, cost, unknown
    )
