"""A trial of copy as one page for a browser: the tables, and every brief's copies side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from bespoke.domain import Finding
from eval.copy_judge import CRITERIA
from eval.copy_report import CopyTrial
from eval.copy_tables import list_facts, list_tables
from eval.copy_trials import Attempt
from eval.reading_ease import FORMULAS

_FIELD_LABELS = {"cta": "call to action"}


@dataclass(frozen=True, slots=True)
class _ShownCopy:
    contestant: str
    texts: list[tuple[str, str]]
    findings: tuple[Finding, ...]
    note: str
    score: str  # the judge's mean, empty without one
    why: str


@dataclass(frozen=True, slots=True)
class _ShownBrief:
    name: str
    locale: str
    about: str
    copies: list[_ShownCopy]
    trouble: str  # that any copy has findings or is not its contestant's own; empty where none


def render_trial(trial: CopyTrial) -> str:
    """The page as HTML; it needs no other file."""
    pages = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    source = (files("eval") / "copy_page.html.jinja").read_text(encoding="utf-8")
    styles = [
        (files("eval") / name).read_text(encoding="utf-8") for name in ("model_report.css", "copy_page.css")
    ]
    return pages.from_string(source).render(
        style=Markup("\n".join(styles)),
        trial=trial,
        facts=list_facts(trial),
        tables=list_tables(trial),
        figures=list(_figures(trial)),
        briefs=[_show_brief(trial, place) for place in range(len(trial.briefs))],
        formulas=list(FORMULAS.values()),
    )


def _figures(trial: CopyTrial) -> Iterator[tuple[str, str]]:
    yield "Briefs", f"{len(trial.briefs)}"
    yield "Languages", f"{len({brief.sheet.locale for brief in trial.briefs})}"
    for one in trial.standings:
        found = one.measures.get("first_passes")
        if found is not None and found.mean is not None:
            yield f"{one.name}: first reply passes", f"{found.mean:.0%}"
    if trial.max_usd is not None:
        yield "Spent in this run", f"${trial.spent_usd:.4f}"


def _show_brief(trial: CopyTrial, place: int) -> _ShownBrief:
    brief = trial.briefs[place]
    sheet = brief.sheet
    about = [sheet.angle, sheet.cohort and sheet.cohort.segment, "offer" if sheet.offer else "", sheet.theme]
    attempts = [one.attempts[place] for one in trial.plays]
    return _ShownBrief(
        name=brief.name,
        locale=sheet.locale,
        about=" · ".join(str(part).replace("_", " ") for part in about if part),
        copies=[_show_copy(trial, which, place) for which in range(len(trial.plays))],
        trouble=_trouble(attempts),
    )


def _trouble(attempts: Sequence[Attempt]) -> str:
    found = sum(len(one.written.findings) for one in attempts if one.is_own)
    others = sum(not one.is_own for one in attempts)
    parts = [
        f"{found} {'finding' if found == 1 else 'findings'}" if found else "",
        f"{others} not its own" if others else "",
    ]
    return ", ".join(filter(None, parts))


def _show_copy(trial: CopyTrial, which: int, place: int) -> _ShownCopy:
    played = trial.plays[which]
    attempt = played.attempts[place]
    verdicts = trial.judgings[which].verdicts[place] if trial.judgings else ()
    lowest = min(verdicts, key=lambda one: one.overall, default=None)
    scores = [getattr(one, name) for one in verdicts for name in CRITERIA]
    return _ShownCopy(
        contestant=played.contestant.name,
        texts=[(_label(name), text) for name, text in attempt.written.copy.texts()],
        findings=attempt.written.findings,
        note="" if attempt.is_own else f"Not its own: {attempt.written.note or 'it had nothing to say'}.",
        score=f"{sum(scores) / len(scores):.1f}" if scores else "",
        why="" if lowest is None else lowest.why,
    )


def _label(field: str) -> str:
    name = field.partition(":")[0]
    return _FIELD_LABELS.get(name, name)
