"""What a trial of copy is expected to cost, before anything is spent."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from bespoke.domain import FactSheet
from bespoke.settings import LimitSettings
from copywriter.estimating import estimate
from copywriter.phrasebook import Phrasebook
from copywriter.prices import find_price
from copywriter.prompts import make_prompt
from copywriter.tokens import longest_tokens, typical_tokens
from eval.copy_briefs import GoldenBrief
from eval.copy_contestants import Contestant
from eval.copy_judge import make_judge_prompt
from eval.copy_report import JudgeOptions
from eval.copy_trials import NotedAsker, Purse
from store.llm_costs import Usual

# What replies of a model came to lately, by the model and the kind of prompt; None where not seen.
UsualReply = Callable[[str, str], Usual | None]
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
    purse: Purse,
    usual: UsualReply = lambda model, kind: None,
) -> list[Expected]:
    """A line for each model to be asked. Copy that the ledger has is left out; a judge's verdicts are not."""
    expected = []
    for one in contestants:
        if one.settings is None:
            continue
        model, missing = one.settings.model, _unwritten(one, briefs, limits, purse)
        found = estimate(missing, one.settings, limits, lambda kind, model=model: usual(model, kind))  # type: ignore[misc]
        expected.append(Expected(one.name, found.calls, found.cost_usd, found.at_most_usd, found.note))
    if judge is not None:
        seen = usual(judge.settings.model, "judge")
        expected.append(_expect_judge(briefs, len(contestants), judge, limits, seen))
    return expected


def describe_costs(expected: Sequence[Expected], max_usd: Decimal, max_calls: int) -> str:
    """The lines for a person, with what stops the spending."""
    lines = []
    for one in expected:
        cost = "at a price that is not known"
        if one.cost_usd is not None and one.at_most_usd is not None:
            cost = f"about ${one.cost_usd:.3f}, ${one.at_most_usd:.2f} if every reply is at its longest"
        lines.append(f"{one.who}: {one.calls:,} calls, {cost}." + (f" Note: {one.note}." if one.note else ""))
    known = [one.cost_usd for one in expected if one.cost_usd is not None]
    calls = sum(one.calls for one in expected)
    unknown = "" if len(known) == len(expected) else " where the price is known"
    lines.append(f"In all {calls:,} calls, about ${sum(known, Decimal(0)):.3f}{unknown}.")
    lines.append(f"The run stops paying at ${max_usd:.2f} or {max_calls:,} calls.")
    if sum(known, Decimal(0)) > max_usd or calls > max_calls:
        lines.append(
            "That will not reach: raise --max-usd or --max-calls, or take a --limit or fewer --runs."
        )
    return "\n".join(lines)


def _unwritten(
    contestant: Contestant, briefs: Sequence[GoldenBrief], limits: LimitSettings, purse: Purse
) -> list[FactSheet]:
    assert contestant.settings is not None
    asker = NotedAsker(contestant.settings, purse, contestant.instructions)
    sheets = [brief.sheet for brief in briefs]
    return [sheet for sheet in sheets if not asker.was_answered(make_prompt(sheet, limits))]


def _expect_judge(
    briefs: Sequence[GoldenBrief],
    copies: int,
    judge: JudgeOptions,
    limits: LimitSettings,
    usual: Usual | None,
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
    per_char = {} if usual is None else {"per_char": usual.prompt_tokens_per_char}
    prompt_tokens = sum(typical_tokens(one.messages, one.schema_text, **per_char) for one in prompts) * times
    longest = sum(longest_tokens(one.messages, one.schema_text) for one in prompts) * times
    reply_tokens = _VERDICT_TOKENS if usual is None else usual.completion_tokens
    return Expected(
        who,
        calls,
        price.cost(prompt_tokens, round(reply_tokens * calls)),
        price.cost(longest, judge.settings.max_output_tokens * calls),
    )
