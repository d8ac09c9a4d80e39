"""What a trial of copy is expected to cost, before anything is spent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from bespoke.settings import LimitSettings
from copywriter.estimating import estimate
from copywriter.phrasebook import Phrasebook
from copywriter.prices import find_price
from copywriter.tokens import longest_tokens, typical_tokens
from eval.copy_briefs import GoldenBrief
from eval.copy_contestants import Contestant
from eval.copy_judge import make_judge_prompt
from eval.copy_report import JudgeOptions

_VERDICT_TOKENS = 90


@dataclass(frozen=True, slots=True)
class Expected:
    """Of one contestant or of the judge; rewrites and unusable replies come on top."""

    who: str
    calls: int
    cost_usd: Decimal | None  # None where the price is not known
    at_most_usd: Decimal | None  # every reply at its longest
    note: str = ""


def expect_costs(
    briefs: Sequence[GoldenBrief],
    contestants: Sequence[Contestant],
    judge: JudgeOptions | None,
    limits: LimitSettings,
) -> list[Expected]:
    """A line for each model to be asked. What the ledger has already comes off, and is not known here."""
    expected = []
    for one in contestants:
        if one.settings is not None:
            found = estimate([brief.sheet for brief in briefs], one.settings, limits)
            expected.append(Expected(one.name, found.calls, found.cost_usd, found.at_most_usd, found.note))
    if judge is not None:
        expected.append(_expect_judge(briefs, len(contestants), judge, limits))
    return expected


def describe_costs(expected: Sequence[Expected], max_usd: Decimal, max_calls: int) -> str:
    """The lines for a person, with what stops the spending."""
    lines = []
    for one in expected:
        cost = "at a price that is not known"
        if one.cost_usd is not None and one.at_most_usd is not None:
            cost = (
                f"about ${one.cost_usd:.3f}, at most ${one.at_most_usd:.2f} if every reply is at its longest"
            )
        lines.append(f"{one.who}: {one.calls:,} calls, {cost}." + (f" Note: {one.note}." if one.note else ""))
    known = [one.cost_usd for one in expected if one.cost_usd is not None]
    calls = sum(one.calls for one in expected)
    total = f"In all {calls:,} calls, about ${sum(known, Decimal(0)):.3f}" + (
        "." if len(known) == len(expected) else " where the price is known."
    )
    stop = f"The run stops paying at ${max_usd} or {max_calls:,} calls; replies in the ledger cost nothing."
    return "\n".join([*lines, total, stop])


def _expect_judge(
    briefs: Sequence[GoldenBrief], copies: int, judge: JudgeOptions, limits: LimitSettings
) -> Expected:
    """With the phrasebook's copy for what is not written yet."""
    phrasebook = Phrasebook(limits)
    prompts = [make_judge_prompt(phrasebook.write(one.sheet), one.sheet, limits) for one in briefs]
    times = copies * judge.runs
    calls = len(prompts) * times
    price = find_price(judge.settings)
    who = f"judge {judge.settings.model}"
    if price is None:
        return Expected(who, calls, None, None, f"the price of {judge.settings.model!r} is not known")
    usual = sum(typical_tokens(one.messages, one.schema) for one in prompts) * times
    longest = sum(longest_tokens(one.messages, one.schema) for one in prompts) * times
    return Expected(
        who,
        calls,
        price.cost(usual, _VERDICT_TOKENS * calls),
        price.cost(longest, judge.settings.max_output_tokens * calls),
    )
