"""Is the model better than popularity? Judged on a future it has not seen."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

import pandas as pd

from bespoke.domain import Product, ProductId
from bespoke.errors import ModelUnusable
from bespoke.settings import RecommenderSettings
from eval.model_judging import POPULAR, Aim, Judged, judge_rankings
from eval.model_plot import draw_scores
from eval.ranking import Interval
from eval.splitting import temporal_split
from recommender.training import FittedModel, fit_model

ENOUGH_CUSTOMERS = 30  # fewer and the interval itself cannot be trusted
K = 10


class Verdict(StrEnum):
    BETTER = "better than popularity"
    NOT_BETTER = "not shown to be better than popularity"
    TOO_LITTLE_DATA = "too little data to tell"


@dataclass(frozen=True, slots=True)
class ModelScore:
    """One way to recommend, judged for one aim, with its lead over popularity (paired)."""

    model: str
    aim: Aim
    metrics: Mapping[str, Interval]
    leads: Mapping[str, Interval]  # empty for popularity itself
    coverage: float | None


@dataclass(frozen=True, slots=True)
class ModelReport:
    """The judgment, with everything it rests on."""

    kind: str
    verdict: Verdict
    reason: str  # the verdict in a sentence
    k: int
    test_days: int
    cut: datetime | None
    train_events: int
    test_events: int
    scores: tuple[ModelScore, ...]
    parameters: RecommenderSettings
    fit_seconds: float

    @property
    def beats_popularity(self) -> bool:
        """Whether the lead in NDCG on new products has an interval above zero."""
        return self.verdict is Verdict.BETTER

    def markdown(self) -> str:
        """The report for people, e.g. as a Prefect artifact."""
        parts = [f"# Model report: {self.kind}", f"**{self.verdict.capitalize()}.** {self.reason}"]
        if self.cut is not None:
            parts.append(
                f"Trained on {self.train_events:,} events before {self.cut:%d %B %Y}, judged on "
                f"{self.test_events:,} events of the {self.test_days} days from then. "
                f"Lists of {self.k}; 95 % intervals by bootstrap over customers."
            )
        for aim in Aim:
            if rows := [score for score in self.scores if score.aim is aim]:
                parts.append(_table(aim, rows))
        return "\n\n".join(parts) + "\n"

    def write_plot(self, path: Path) -> Path:
        """Write the scores as a PNG and return its path."""
        values = {
            aim.label: {score.model: score.metrics["ndcg"] for score in self.scores if score.aim is aim}
            for aim in Aim
        }
        return draw_scores(values, f"NDCG@{self.k} on the last {self.test_days} days", path)


def judge_model(
    events: pd.DataFrame,
    products: Mapping[ProductId, Product],
    countries: pd.Series[Any] | None,
    settings: RecommenderSettings,
    *,
    k: int = K,
    max_customers: int = 20_000,
) -> ModelReport:
    """Fit on all but the last `settings.test_days` and compare with popularity on those.

    Never raises for lack of data: a shop too small to judge gets a report that says so.
    Of more than `max_customers` customers in the test a random sample is judged.
    """
    empty = _Outline(k, settings)
    if events.empty:
        return empty.too_little("there are no events yet")
    split = temporal_split(events, settings.test_days)
    outline = _Outline(k, settings, split.cut, len(split.train), len(split.test))
    began = time.perf_counter()
    try:
        model = fit_model(split.train, products, countries, settings, split.cut)
    except ModelUnusable:
        return outline.too_little(f"nothing was bought before the last {settings.test_days} days")
    seconds = time.perf_counter() - began
    judged = judge_rankings(model, split, settings, k=k, max_customers=max_customers)
    return outline.finish(model, judged, seconds)


@dataclass(frozen=True, slots=True)
class _Outline:
    """What is known of a report before anything is judged."""

    k: int
    settings: RecommenderSettings
    cut: datetime | None = None
    train_events: int = 0
    test_events: int = 0

    def too_little(self, why: str) -> ModelReport:
        return self._report("popularity", Verdict.TOO_LITTLE_DATA, f"{why}, so popularity serves.", (), 0.0)

    def finish(self, model: FittedModel, judged: tuple[Judged, ...], seconds: float) -> ModelReport:
        scores = tuple(ModelScore(one.model, one.aim, one.metrics, one.leads, one.coverage) for one in judged)
        verdict, reason = _decide(model, scores, self.k)
        return self._report(model.kind, verdict, reason, scores, seconds)

    def _report(
        self, kind: str, verdict: Verdict, reason: str, scores: tuple[ModelScore, ...], seconds: float
    ) -> ModelReport:
        return ModelReport(
            kind=kind,
            verdict=verdict,
            reason=reason[0].upper() + reason[1:],
            k=self.k,
            test_days=self.settings.test_days,
            cut=self.cut,
            train_events=self.train_events,
            test_events=self.test_events,
            scores=scores,
            parameters=self.settings,
            fit_seconds=round(seconds, 3),
        )


def _decide(model: FittedModel, scores: tuple[ModelScore, ...], k: int) -> tuple[Verdict, str]:
    if model.personal is None:
        return Verdict.TOO_LITTLE_DATA, f"{model.note}, so popularity serves."
    lead = next(score.leads["ndcg"] for score in scores if score.model == model.kind and score.aim is Aim.NEW)
    if lead.customers < ENOUGH_CUSTOMERS or lead.mean is None or lead.low is None or lead.high is None:
        return Verdict.TOO_LITTLE_DATA, (
            f"only {lead.customers} customers bought something new in the test; "
            f"{ENOUGH_CUSTOMERS} are needed, so popularity serves."
        )
    words = (
        f"on products new to the customer its NDCG@{k} differs from popularity's by "
        f"{lead.mean:+.4f} (95 % interval {lead.low:+.4f} to {lead.high:+.4f}, {lead.customers:,} customers)."
    )
    return (Verdict.BETTER if lead.low > 0 else Verdict.NOT_BETTER), words


def _table(aim: Aim, scores: list[ModelScore]) -> str:
    customers = scores[0].metrics["ndcg"].customers
    lines = [
        f"## {aim.label.capitalize()} ({customers:,} customers)",
        "",
        "| model | recall | NDCG | MAP | hit rate | coverage | NDCG lead |",
        "|---|---|---|---|---|---|---|",
    ]
    for score in scores:
        cells = [_cell(score.metrics[name]) for name in ("recall", "ndcg", "map", "hit_rate")]
        coverage = "–" if score.coverage is None else f"{score.coverage:.0%}"
        lead = "" if score.model == POPULAR else _cell(score.leads["ndcg"], signed=True)
        lines.append(f"| {score.model} | {' | '.join(cells)} | {coverage} | {lead} |")
    return "\n".join(lines)


def _cell(interval: Interval, *, signed: bool = False) -> str:
    if interval.mean is None or interval.low is None or interval.high is None:
        return "–"
    sign = "+" if signed else ""
    return f"{interval.mean:{sign}.3f} ({interval.low:{sign}.3f} to {interval.high:{sign}.3f})"
