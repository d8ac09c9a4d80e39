"""What came out of a trial, as text for people and as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from bespoke.domain import Aim
from eval.judgment import (
    AIM_LABELS,
    COVERAGE,
    METRIC_LABELS,
    POPULAR,
    GroupScore,
    Judgment,
    Score,
    lay_out,
    spell,
)
from eval.ranking import Interval
from eval.trials import Counts, Trial

SCHEMA = "bespoke.eval.recommender/1"
ACCURACY = ("recall", "ndcg", "map", "hit_rate")
VARIETY = (COVERAGE, "novelty", "popularity_share", "diversity")
_MARK = "→ "


def describe_trial(trial: Trial) -> str:
    """Markdown that also reads as plain text: counts, protocol, tables, and what would serve."""
    aim = trial.options.aim
    parts = [
        f"# Recommender: {AIM_LABELS[aim]}, lists of {trial.options.k}",
        "\n".join(f"- {line}" for line in _facts(trial)),
        _accuracy_table(trial),
        _variety_table(trial),
        _group_table(trial),
        f"**Would be put in service: {trial.service.way}.** {_sentence(trial.service.why)}",
        "Intervals are 95 % bootstrap intervals over customers. Recall is hits of min(k, what they bought). "
        "What would serve (→) was chosen inside the training file; the test had no part in it.",
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def trial_as_json(trial: Trial) -> str:
    """Everything, in the schema that docs/evaluation.md describes."""
    return json.dumps(trial_as_dict(trial), indent=2, ensure_ascii=False) + "\n"


def trial_as_dict(trial: Trial) -> dict[str, Any]:
    """The JSON's contents."""
    judgment, aim = trial.judgment, trial.options.aim
    ways = judgment.ways(aim)
    return {
        "schema": SCHEMA,
        "aim": aim.value,
        "k": trial.options.k,
        "seed": trial.options.seed,
        "data": {**asdict(trial.counts), "new_customers": trial.counts.new_customers},
        "protocol": {
            "kind": trial.plan.recipe.protocol.value,
            "hides_bought": trial.plan.hides_bought,
            "candidates": trial.plan.candidates,
            "words": trial.plan.words,
        },
        "recipe": json.loads(trial.plan.recipe.as_json()),
        "tuning": {"minutes": trial.options.tune_minutes, "changes": list(trial.tuning)},
        "in_service": {"way": trial.service.way, "why": trial.service.why},
        "ways": [
            {
                "way": way,
                "in_service": way == trial.service.way,
                "metrics": _metrics(_score(judgment, way, aim).metrics),
                "lead_over_popularity": _metrics(_score(judgment, way, aim).leads.get(POPULAR, {})),
                "gini": _score(judgment, way, aim).gini,
            }
            for way in ways
        ],
        "by_history": [_group(one) for one in judgment.groups if one.grouping == "history"],
        "newcomers": _newcomers(trial),
        "notes": list(trial.notes),
        "seconds": {
            "total": round(trial.seconds, 3),
            "fit": {way: round(trial.judgment.fit_seconds[way], 3) for way in trial.judgment.fit_seconds},
            "rank": {way: round(seconds, 3) for way, seconds in trial.rank_seconds.items()},
        },
    }


def _facts(trial: Trial) -> list[str]:
    counts, plan = trial.counts, trial.plan
    facts = [
        f"Training: {counts.train_events:,} lines, {counts.train_customers:,} customers, "
        f"{counts.train_products:,} products.",
        f"Test: {counts.test_customers:,} customers, {counts.test_pairs:,} products bought; "
        f"{counts.judged_customers:,} of the {counts.known_customers:,} known customers are judged.",
        _sentence(plan.words),
    ]
    facts += [f"Tuned: {'; '.join(trial.tuning)}."] if trial.tuning else ["Not tuned."]
    return [*facts, *_warnings(counts), *_newcomer_words(trial), *trial.notes]


def _warnings(counts: Counts) -> Iterable[str]:
    if counts.pairs_out_of_reach:
        yield (
            f"{counts.pairs_out_of_reach:,} of {counts.right_pairs:,} products to find are not in the "
            "training file: nothing can rank them, and they count as missed."
        )
    if counts.customers_without_candidates:
        count = counts.customers_without_candidates
        yield f"{count:,} known customers have no candidates and are not judged."
    if counts.customers_missing_candidates:
        yield (
            f"{counts.customers_missing_candidates:,} customers bought something that is not among their "
            "candidates; it counts as missed."
        )


def _newcomer_words(trial: Trial) -> Iterable[str]:
    count, aim = trial.counts.new_customers, trial.options.aim
    if not count:
        return
    text = f"{count:,} customers of the test are new; they get what is popular"
    if trial.newcomers is not None:
        metrics = _score(trial.newcomers, POPULAR, aim).metrics
        text += f" (recall {spell(metrics['recall'])}, NDCG {spell(metrics['ndcg'])})"
    yield f"{text}, and are not in the tables."


def _accuracy_table(trial: Trial) -> str:
    judgment, aim = trial.judgment, trial.options.aim
    head = ["", *(METRIC_LABELS[name] for name in ACCURACY), "fit s", "rank s"]
    return lay_out(
        head, [[_name(trial, one), *_accuracy_cells(trial, one)] for one in _scores(judgment, aim)]
    )


def _accuracy_cells(trial: Trial, score: Score) -> list[str]:
    fit, rank = trial.judgment.fit_seconds.get(score.way), trial.rank_seconds.get(score.way)
    return [
        *(spell(score.metrics[name]) for name in ACCURACY),
        *("–" if seconds is None else f"{seconds:.1f}" for seconds in (fit, rank)),
    ]


def _variety_table(trial: Trial) -> str:
    head = ["", *(METRIC_LABELS[name] for name in VARIETY), "Gini"]
    rows = [
        [
            _name(trial, score),
            *(spell(score.metrics[name], digits=1 if name == "novelty" else 3) for name in VARIETY),
            "–" if score.gini is None else f"{score.gini:.3f}",
        ]
        for score in _scores(trial.judgment, trial.options.aim)
    ]
    return lay_out(head, rows)


def _group_table(trial: Trial) -> str:
    """NDCG by length of history, of popularity and of what would serve."""
    ways = [way for way in (POPULAR, trial.service.way) if way in trial.judgment.ways(trial.options.aim)]
    groups = trial.judgment.by_group(trial.options.aim, "history")
    rows = [
        [
            group,
            f"{scores[ways[0]].metrics['ndcg'].customers:,}",
            *(spell(scores[way].metrics["ndcg"]) for way in dict.fromkeys(ways)),
        ]
        for group, scores in groups.items()
        if scores[ways[0]].metrics["ndcg"].customers
    ]
    head = ["products bought before", "customers", *(f"NDCG, {way}" for way in dict.fromkeys(ways))]
    return lay_out(head, rows)


def _name(trial: Trial, score: Score) -> str:
    return f"{_MARK if score.way == trial.service.way else ''}{score.way}"


def _scores(judgment: Judgment, aim: Aim) -> list[Score]:
    return [score for score in judgment.scores if score.aim is aim]


def _score(judgment: Judgment, way: str, aim: Aim) -> Score:
    return next(score for score in judgment.scores if (score.way, score.aim) == (way, aim))


def _metrics(metrics: Mapping[str, Interval]) -> dict[str, Any]:
    return {
        name: {"mean": one.mean, "low": one.low, "high": one.high, "customers": one.customers}
        for name, one in metrics.items()
    }


def _group(score: GroupScore) -> dict[str, Any]:
    return {"products_before": score.group, "way": score.way, "metrics": _metrics(score.metrics)}


def _newcomers(trial: Trial) -> dict[str, Any] | None:
    if trial.newcomers is None:
        return None
    return {"way": POPULAR, "metrics": _metrics(_score(trial.newcomers, POPULAR, trial.options.aim).metrics)}


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:].rstrip('.')}."
