"""A whole trial of copy: how it is run, what came out, and the same as JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from decimal import Decimal
from typing import Any

import numpy as np

from bespoke.errors import BespokeError
from bespoke.settings import WriterSettings
from eval.copy_briefs import GoldenBrief
from eval.copy_contestants import Contestant
from eval.copy_judge import Judging, judge_play
from eval.copy_scores import FindingCounts, Standing, score
from eval.copy_trials import Desk, Play, Say, Took, play
from eval.ranking import Interval

SCHEMA = "bespoke.eval.copy/1"


@dataclass(frozen=True, slots=True)
class JudgeOptions:
    settings: WriterSettings
    runs: int = 3


@dataclass(frozen=True, slots=True)
class CopyTrial:
    """All that came out; contestants, plays and judgings are in the same order."""

    briefs: tuple[GoldenBrief, ...]
    plays: tuple[Play, ...]
    standings: tuple[Standing, ...]
    judge: JudgeOptions | None
    judgings: tuple[Judging, ...]
    spent_usd: Decimal  # in this run
    paid_calls: int
    max_usd: Decimal | None  # None where no model was asked
    seed: int
    notes: tuple[str, ...] = field(default=())


def try_copy(
    briefs: Sequence[GoldenBrief],
    contestants: Sequence[Contestant],
    desk: Desk,
    say: Say = lambda text: None,
    *,
    judge: JudgeOptions | None = None,
    seed: int = 7,
    draws: int = 1000,
) -> CopyTrial:
    """Every brief written by every contestant, measured, and judged where a judge is given.

    Each word is paid for once: what the ledger has is not asked for again. Raises BespokeError
    where a model or a judge is to be asked without a ledger.
    """
    if desk.purse is None and (judge is not None or any(one.settings is not None for one in contestants)):
        raise BespokeError("a model is asked through a ledger only")
    plays = [play(one, briefs, desk, say) for one in contestants]
    judgings: list[Judging] = []
    if judge is not None and desk.purse is not None:
        for one in plays:
            judgings.append(judge_play(one, judge.settings, judge.runs, desk.purse, desk.limits, say))
    budget = None if desk.purse is None else desk.purse.budget
    return CopyTrial(
        briefs=tuple(briefs),
        plays=tuple(plays),
        standings=tuple(score(plays, judgings or None, desk.limits, seed=seed, draws=draws)),
        judge=judge,
        judgings=tuple(judgings),
        spent_usd=Decimal(0) if budget is None else budget.spent_usd,
        paid_calls=0 if budget is None else budget.calls,
        max_usd=None if budget is None else budget.max_usd,
        seed=seed,
    )


def trial_as_json(trial: CopyTrial) -> str:
    """Everything, in the schema that docs/evaluation.md describes."""
    return json.dumps(trial_as_dict(trial), indent=2, ensure_ascii=False) + "\n"


def trial_as_dict(trial: CopyTrial) -> dict[str, Any]:
    """The JSON's contents."""
    return {
        "schema": SCHEMA,
        "seed": trial.seed,
        "briefs": [_brief(trial, place) for place in range(len(trial.briefs))],
        "contestants": [_standing(one) for one in trial.standings],
        "compared_with": trial.standings[0].name if trial.standings else None,
        "judge": None
        if trial.judge is None
        else {"model": trial.judge.settings.model, "runs": trial.judge.runs},
        "spent": {
            "usd": str(trial.spent_usd),
            "calls": trial.paid_calls,
            "max_usd": None if trial.max_usd is None else str(trial.max_usd),
        },
    }


def _standing(one: Standing) -> dict[str, Any]:
    return {
        "name": one.name,
        "model": one.model,
        "wrote": {reason or "itself": count for reason, count in one.wrote.items()},
        "measures": {name: _interval(found) for name, found in one.measures.items()},
        "leads": {name: _interval(found) for name, found in one.leads.items()},
        "findings": {"first": _findings(one.first_findings), "kept": _findings(one.kept_findings)},
        "length_use": _rounded(one.lengths),
        "reading_ease": {language: _interval(found) for language, found in one.ease.items()},
        "variety": asdict(one.variety),
        "took": _took(one.took),
        "judged": {name: _rounded(asdict(found)) for name, found in one.judged.items()},
        "judge_took": None if one.judge_took is None else _took(one.judge_took),
        "judge_missing": dict(one.judge_missing),
    }


def _brief(trial: CopyTrial, place: int) -> dict[str, Any]:
    brief = trial.briefs[place]
    copies = []
    for which, one in enumerate(trial.plays):
        attempt = one.attempts[place]
        verdicts = trial.judgings[which].verdicts[place] if trial.judgings else ()
        copies.append(
            {
                "contestant": one.contestant.name,
                "writer": attempt.written.writer,
                "is_own": attempt.is_own,
                "note": attempt.written.note,
                "rounds": attempt.written.rounds,
                "cost_usd": str(attempt.written.cost_usd),
                "copy": dict(attempt.written.copy.texts()),
                "findings": [
                    {"rule": found.rule, "severity": found.severity.value, "field": found.field}
                    for found in attempt.written.findings
                ],
                "verdicts": [verdict.model_dump() for verdict in verdicts],
            }
        )
    return {
        "name": brief.name,
        "locale": brief.sheet.locale,
        "kind": brief.sheet.kind.value,
        "copies": copies,
    }


def _interval(found: Interval) -> dict[str, Any]:
    values = {"mean": found.mean, "low": found.low, "high": found.high}
    return {**_rounded(values), "briefs": found.customers}


def _rounded(values: Mapping[str, float | None]) -> dict[str, float | None]:
    return {name: None if value is None else round(value, 6) for name, value in values.items()}


def _findings(counts: FindingCounts) -> list[dict[str, Any]]:
    return [
        {"severity": severity.value, "rule": rule, "count": count}
        for (severity, rule), count in counts.items()
    ]


def _took(took: Took) -> dict[str, Any]:
    median, slow = latency_quantiles(took)
    return {
        "replies": took.replies,
        "unusable_replies": took.unusable,
        "prompt_tokens": took.prompt_tokens,
        "cached_tokens": took.cached_tokens,
        "completion_tokens": took.completion_tokens,
        "cost_usd": None if took.cost_usd is None else str(took.cost_usd),
        "latency_seconds": {"median": median, "p95": slow},
    }


def latency_quantiles(took: Took) -> tuple[float | None, float | None]:
    """The median and the 95th percentile of replies' latencies in seconds; None without a reply."""
    if not took.latencies:
        return None, None
    median, slow = np.quantile(took.latencies, [0.5, 0.95])
    return round(float(median), 4), round(float(slow), 4)
