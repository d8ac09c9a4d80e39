"""A second model as the judge of copy: a few criteria from 1 to 5, several times over."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bespoke.brief import summarize_validation
from bespoke.domain import FRAME_FIELDS, Copy, DraftKind, FactSheet
from bespoke.encoding import fingerprint
from bespoke.errors import BudgetExhausted, WriterFailed, WriterRefused
from bespoke.settings import LimitSettings, WriterSettings
from copywriter.prompts import Prompt, make_prompt
from copywriter.reply import ReplyUnusable
from eval.copy_trials import NotedAsker, Play, Purse, Say
from store.llm_ledger import LlmCall

CRITERIA = ("clarity", "pull", "voice", "language", "honesty")
_WORST, _BEST = 1, 5


class Verdict(BaseModel):
    """One run's scores of one copy."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    clarity: int = Field(ge=_WORST, le=_BEST)
    pull: int = Field(ge=_WORST, le=_BEST)
    voice: int = Field(ge=_WORST, le=_BEST)
    language: int = Field(ge=_WORST, le=_BEST)
    honesty: int = Field(ge=_WORST, le=_BEST)
    why: str

    @property
    def overall(self) -> float:
        """The mean of the criteria."""
        return float(sum(getattr(self, name) for name in CRITERIA)) / len(CRITERIA)


@dataclass(frozen=True, slots=True)
class Judging:
    """What a judge said of one contestant's copies, in their order."""

    verdicts: tuple[tuple[Verdict, ...], ...]  # of each copy, of as many runs as answered
    calls: tuple[LlmCall, ...]
    missing: dict[str, int]  # why a run gave no verdict, and how often


def judge_play(
    played: Play, settings: WriterSettings, runs: int, purse: Purse, limits: LimitSettings, say: Say
) -> Judging:
    """Every copy that is the contestant's own, scored in `runs` runs that know nothing of one another.

    The judge is not told who wrote. A run that fails leaves a gap; the same copy is
    never paid for twice in the same run.
    """
    asker = NotedAsker(settings, purse, None)
    prompts = {
        place: make_judge_prompt(one.written.copy, one.brief.sheet, limits)
        for place, one in enumerate(played.attempts)
        if one.is_own
    }
    # Run by run, so that a budget that ends early has given every copy as many runs.
    asked = [(place, f"run {run}") for run in range(1, runs + 1) for place in prompts]
    new = sum(not asker.was_answered(prompts[place], salt) for place, salt in asked)
    say(f"Judging {played.contestant.name}: {settings.model}, {len(asked):,} calls, {new:,} of them new.")
    return asyncio.run(_judge_all(len(played.attempts), prompts, asked, asker))


async def _judge_all(
    copies: int, prompts: Mapping[int, Prompt], asked: Sequence[tuple[int, str]], asker: NotedAsker
) -> Judging:
    verdicts: dict[tuple[int, str], Verdict] = {}
    missing: dict[str, int] = {}
    queue = iter(asked)
    stopped = ""

    async def work() -> None:
        nonlocal stopped
        for place, salt in queue:
            if not stopped:
                try:
                    verdicts[place, salt] = (await asker.ask(prompts[place], read_verdict, salt)).value
                    continue
                except (WriterRefused, BudgetExhausted) as error:
                    stopped = str(error)
                except WriterFailed as error:
                    missing[str(error)] = missing.get(str(error), 0) + 1
                    continue
            missing[stopped] = missing.get(stopped, 0) + 1

    try:
        await asyncio.gather(*(work() for _ in range(asker.settings.concurrency)))
    finally:
        await asker.close()
    by_copy: list[list[Verdict]] = [[] for _ in range(copies)]
    for place, salt in asked:
        if (place, salt) in verdicts:
            by_copy[place].append(verdicts[place, salt])
    return Judging(tuple(map(tuple, by_copy)), tuple(asker.calls()), missing)


def make_judge_prompt(copy: Copy, sheet: FactSheet, limits: LimitSettings) -> Prompt:
    """The request to score a copy: the criteria, what its writer was given, and the copy."""
    criteria = (files("eval") / "copy_judge.md").read_text(encoding="utf-8")
    given = make_prompt(sheet, limits).messages[1:]
    messages = (
        {"role": "system", "content": criteria},
        *given,
        {"role": "user", "content": _quote(copy, sheet)},
    )
    schema = verdict_schema()
    version = f"judge-{fingerprint(criteria)[:8]}"
    return Prompt(messages, schema, version, json.dumps(schema, sort_keys=True))


def verdict_schema() -> dict[str, Any]:
    """The strict JSON schema of a verdict."""
    scores = {name: {"type": "integer", "enum": list(range(_WORST, _BEST + 1))} for name in CRITERIA}
    names = [*CRITERIA, "why"]
    return {
        "type": "object",
        "properties": {**scores, "why": {"type": "string"}},
        "required": names,
        "additionalProperties": False,
    }


def read_verdict(reply: str) -> Verdict:
    """The verdict in a reply; raises ReplyUnusable where it is none."""
    text = reply.strip().removeprefix("```json").removeprefix("```").removesuffix("```")
    try:
        return Verdict.model_validate_json(text)
    except ValidationError as error:
        raise ReplyUnusable(summarize_validation(error)[:300]) from None


def scores_of(judging: Judging, measure: Callable[[Verdict], float]) -> list[list[float]]:
    """One criterion's scores of each copy, of as many runs as answered."""
    return [[measure(verdict) for verdict in runs] for runs in judging.verdicts]


def _quote(copy: Copy, sheet: FactSheet) -> str:
    if sheet.kind is DraftKind.FRAME:
        fields = {name: getattr(copy, name) for name in FRAME_FIELDS}
    else:
        fields = {"blurb": " ".join(blurb.text for blurb in copy.blurbs)}
    # "<" is escaped, so that no text can close the block it is quoted in.
    text = json.dumps(fields, ensure_ascii=False, indent=1).replace("<", "\\u003c")
    return f"<copy>\n{text}\n</copy>\n\nScore this copy."
