"""What the language model has cost, in words and tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from decimal import Decimal
from typing import cast, get_args

from bespoke.errors import BriefRefused
from copywriter.estimating import Estimate
from flows.wiring import Workspace
from store.llm_costs import By, CostLine


def read_costs(ws: Workspace, by: str) -> list[CostLine]:
    """A line for each campaign, model or month; raises BriefRefused for anything else."""
    if by not in get_args(By):
        raise BriefRefused(f"costs are summed by {', '.join(get_args(By))}, not by {by!r}")
    return ws.store.llm_costs.sums(cast(By, by))


def describe_costs(lines: Sequence[CostLine], by: str) -> str:
    """A Markdown table with a last line that sums them all."""
    if not lines:
        return "No call to a language model is in the ledger."
    rows = [*lines, *([_sum(lines)] if len(lines) > 1 else [])]
    head = f"| {by} | calls | usable | prompt tokens | of it cached | completion tokens | dollars |"
    table = [head, "|---|--:|--:|--:|--:|--:|--:|", *map(_row, rows)]
    notes = []
    if maybe := sum(line.maybe_billed for line in lines):
        notes.append(f"{maybe:,} calls were sent and never answered; they count at their worst.")
    if unknown := sum(line.calls_of_unknown_price for line in lines):
        notes.append(f"The price of {unknown:,} calls is not known; state it in writer.prices.")
    return "\n".join([*table, *(["", *notes] if notes else [])])


def describe_estimate(estimate: Estimate | None) -> str:
    """What the model is expected to take, before anything is spent."""
    if estimate is None:
        return "No language model is configured: the phrasebook writes."
    note = f"; {estimate.note}" if estimate.note else ""
    return f"Estimate: {estimate.calls:,} model calls, {estimate.tokens:,} tokens, {_dollars(estimate)}{note}"


def estimate_page(estimate: Estimate | None, left: str) -> str:
    """The estimate as Markdown; `left` says what the budgets still hold."""
    if estimate is None:
        return describe_estimate(None)
    rows = [
        ("calls", f"{estimate.calls:,}"),
        ("prompt tokens", f"{estimate.prompt_tokens:,}"),
        ("completion tokens", f"{estimate.completion_tokens:,}"),
        ("dollars, live", _amount(estimate.cost_usd)),
        ("dollars, in a batch", _amount(estimate.batch_usd)),
        ("dollars at most", _amount(estimate.at_most_usd)),
        ("left", left),
    ]
    table = ["| expected | |", "|---|--:|", *(f"| {name} | {value} |" for name, value in rows)]
    return "\n".join([*table, *(["", estimate.note] if estimate.note else [])])


def describe_left(ws: Workspace, max_usd: Decimal, spent_usd: Decimal) -> str:
    """What a campaign, and the month, may still spend."""
    parts = [f"${max(max_usd - spent_usd, Decimal(0)):.2f} of the campaign's ${max_usd:.2f}"]
    if (cap := ws.settings.writer.monthly_usd) is not None:
        month = ws.store.llm_ledger.month_spending(ws.clock())
        parts.append(f"${max(cap - month, Decimal(0)):.2f} of the month's ${cap:.2f}")
    return ", ".join(parts)


def _dollars(estimate: Estimate) -> str:
    if estimate.cost_usd is None:
        return "at a price that is not known"
    return (
        f"about ${estimate.cost_usd:.4f} (${estimate.batch_usd:.4f} in a batch; "
        f"at most ${estimate.at_most_usd:.2f})"
    )


def _amount(usd: Decimal | None) -> str:
    return "not known" if usd is None else f"{usd:.4f}"


def _row(line: CostLine) -> str:
    priced = "not known" if line.calls_of_unknown_price == line.calls else f"{line.cost_usd:.4f}"
    return (
        f"| {line.name} | {line.calls:,} | {line.usable:,} | {line.prompt_tokens:,} | "
        f"{line.cached_tokens:,} | {line.completion_tokens:,} | {priced} |"
    )


def _sum(lines: Sequence[CostLine]) -> CostLine:
    names = [field.name for field in fields(CostLine)][1:]
    return CostLine("all", *(sum(getattr(line, name) for line in lines) for name in names))
