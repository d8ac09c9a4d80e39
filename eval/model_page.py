"""A model's report as files beside its artifact: one page for a browser, JSON, and a picture."""

from __future__ import annotations

import base64
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from importlib.resources import files
from pathlib import Path

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from bespoke.domain import Aim, ModelVersion
from bespoke.encoding import encode
from eval.judgment import (
    AIM_LABELS,
    COVERAGE,
    FEWEST_IN_GROUP,
    IN_SERVICE,
    METRIC_LABELS,
    OWN,
    POPULAR,
    GroupScore,
    Judgment,
    Score,
    count_judged,
    spell,
)
from eval.model_plot import DARK, LIGHT, Paper, draw_checks, draw_groups, draw_scores
from eval.model_report import ModelReport, explain_metrics

_ACCURACY = ("ndcg", "recall", "map", "hit_rate")
_VARIETY = (COVERAGE, "novelty", "popularity_share", "diversity")


def write_report(
    report: ModelReport, folder: Path, *, version: ModelVersion, trained_at: datetime, data: str
) -> Path:
    """Write `report.html`, `report.json` and `report.png` to `folder`; return the page's path.

    The page needs no other file: its pictures are inside it, for light and for dark screens.
    """
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "report.json").write_text(encode(report) + "\n", encoding="utf-8")
    report.write_plot(folder / "report.png")
    page = folder / "report.html"
    page.write_text(render_report(report, version, trained_at, data), encoding="utf-8")
    return page


def render_report(report: ModelReport, version: ModelVersion, trained_at: datetime, data: str) -> str:
    """The page as HTML."""
    pages = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    source = (files("eval") / "model_report.html.jinja").read_text(encoding="utf-8")
    judgment = report.judgment
    return pages.from_string(source).render(
        style=Markup((files("eval") / "model_report.css").read_text(encoding="utf-8")),
        report=report,
        version=version,
        trained_at=trained_at,
        data=data,
        checks=_check_pictures(report),
        sections=[_section(report, judgment, aim) for aim in judgment.aims] if judgment else [],
        explained=explain_metrics(judgment) if judgment else "",
        parameters=sorted(report.parameters.items()),
    )


@dataclass(frozen=True, slots=True)
class _Picture:
    light: str  # data addresses
    dark: str
    alt: str


@dataclass(frozen=True, slots=True)
class _Table:
    head: list[str]
    rows: list[list[str]]
    chosen: int  # the row of the model the report is about; -1 for none
    caption: str


@dataclass(frozen=True, slots=True)
class _Section:
    title: str
    customers: int
    decides: bool
    pictures: list[_Picture]
    tables: list[_Table]


def _section(report: ModelReport, judgment: Judgment, aim: Aim) -> _Section:
    scores = [score for score in judgment.scores if score.aim is aim]
    decides = aim is report.decision.aim
    metrics = _ACCURACY if decides else _ACCURACY[:2]
    candidate = report.decision.candidate
    pictures = [_score_picture(judgment, scores, name, candidate) for name in metrics]
    by_length = judgment.by_group(aim, "history")
    if sum(count_judged(by) >= FEWEST_IN_GROUP for by in by_length.values()) > 1:
        pictures.append(_history_picture(judgment, by_length, aim, candidate))
    label = AIM_LABELS[aim]
    return _Section(
        title=label[0].upper() + label[1:],
        customers=judgment.customers_judged(aim),
        decides=decides,
        pictures=pictures,
        tables=[*_tables(judgment, scores, candidate), *_group_tables(judgment, aim)],
    )


def _score_picture(judgment: Judgment, scores: list[Score], metric: str, candidate: str) -> _Picture:
    title = f"{METRIC_LABELS[metric]}@{judgment.k}"
    bars = {title: {score.way: score.metrics[metric] for score in scores}}
    return _both(
        lambda paper: draw_scores(bars, paper=paper, accent=candidate),
        f"{title} of each model with its 95 % interval, {AIM_LABELS[scores[0].aim]}",
    )


def _history_picture(
    judgment: Judgment, groups: dict[str, dict[str, GroupScore]], aim: Aim, candidate: str
) -> _Picture:
    shown = [way for way in (candidate, POPULAR, OWN, IN_SERVICE) if way in judgment.ways(aim)]
    bars = {
        group: {way: scores[way].metrics["ndcg"] for way in shown}
        for group, scores in groups.items()
        if count_judged(scores) >= FEWEST_IN_GROUP
    }
    title, unit = f"NDCG@{judgment.k} by length of history", f"{judgment.history_unit} before the test"
    return _both(lambda paper: draw_groups(bars, title, unit, paper), f"{title}, {AIM_LABELS[aim]}")


def _check_pictures(report: ModelReport) -> list[_Picture]:
    decision = report.decision
    if not decision.checks:
        return []
    title = f"Lead in {METRIC_LABELS[decision.metric]}@{report.k}, {decision.aim.value}"
    return [_both(lambda paper: draw_checks(decision.checks, title, paper), decision.reason)]


def _tables(judgment: Judgment, scores: list[Score], candidate: str) -> list[_Table]:
    rows = [score.way for score in scores]
    chosen = rows.index(candidate) if candidate in rows else -1
    others = [way for way in (POPULAR, OWN, IN_SERVICE) if any(way in score.leads for score in scores)]
    right = [
        [
            score.way,
            *(spell(score.metrics[name]) for name in _ACCURACY),
            *(spell(score.leads.get(other, {}).get("ndcg"), signed=True) for other in others),
            _seconds(judgment, score),
        ]
        for score in scores
    ]
    varied = [
        [
            score.way,
            *(spell(score.metrics[name], digits=1 if name == "novelty" else 3) for name in _VARIETY),
            "–" if score.gini is None else f"{score.gini:.3f}",
        ]
        for score in scores
    ]
    return [
        _Table(
            [
                "model",
                *(METRIC_LABELS[name] for name in _ACCURACY),
                *(f"NDCG over {other}" for other in others),
                "seconds",
            ],
            right,
            chosen,
            "How right",
        ),
        _Table(["model", *(METRIC_LABELS[name] for name in _VARIETY), "Gini"], varied, chosen, "How varied"),
    ]


def _group_tables(judgment: Judgment, aim: Aim) -> list[_Table]:
    captions = {"history": "By length of history: NDCG", "segment": "By segment: NDCG"}
    tables = {caption: judgment.group_rows(aim, grouping) for grouping, caption in captions.items()}
    return [_Table(head, rows, -1, caption) for caption, (head, rows) in tables.items() if len(rows) > 1]


def _seconds(judgment: Judgment, score: Score) -> str:
    known = [part for part in (judgment.fit_seconds.get(score.way), score.rank_seconds) if part is not None]
    return f"{sum(known):.1f}" if known else "–"


def _both(draw: Callable[[Paper], bytes], alt: str) -> _Picture:
    light, dark = (_address(draw(paper)) for paper in (LIGHT, DARK))
    return _Picture(light, dark, alt)


def _address(png: bytes) -> str:
    return "data:image/png;base64," + base64.b64encode(png).decode()
