"""The tables of a trial of copy, for the terminal and for the page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bespoke.domain import FRAME_FIELDS
from eval.copy_judge import CRITERIA
from eval.copy_measures import NEAR_DUPLICATE, OPENING_FIELDS
from eval.copy_report import CopyTrial, latency_quantiles
from eval.copy_scores import OVERALL, Standing
from eval.judgment import lay_out, spell
from eval.ranking import Interval
from eval.reading_ease import FORMULAS

_LANGUAGES = {"en": "English", "de": "German", "fr": "French", "es": "Spanish"}

# Label and digits of each measure that has an interval; those whose unit is a share end in "%".
MEASURES: Mapping[str, tuple[str, int]] = {
    "own": ("wrote it itself %", 0),
    "first_passes": ("first reply passes the guards %", 0),
    "first_findings": ("findings in the first reply", 2),
    "kept_findings": ("findings in the copy kept", 2),
    "rounds": ("rounds", 2),
    "length": ("body or blurb: length of its limit %", 0),
    "ease": ("reading ease, languages mixed", 1),
    "nearest": ("likeness to the nearest other frame %", 0),
    "cost_usd": ("thousandths of a dollar a brief", 3),
    "judge_overall": ("judge, all criteria", 2),
    **{f"judge_{name}": (f"judge, {name}", 2) for name in CRITERIA},
}


@dataclass(frozen=True, slots=True)
class Table:
    caption: str
    head: list[str]
    rows: list[list[str]]
    note: str = ""


def list_tables(trial: CopyTrial) -> list[Table]:
    """Every table that has anything in it, the most telling first."""
    standings = trial.standings
    tables = [
        _overview(standings),
        _differences(standings),
        _findings(standings),
        *_judged(trial),
        _lengths(standings),
        _ease(standings),
        _variety(standings),
        _costs(standings),
    ]
    return [table for table in tables if table.rows]


def describe_trial(trial: CopyTrial) -> str:
    """Markdown that also reads as plain text."""
    parts = [
        f"# Copy: {len(trial.briefs)} briefs, {', '.join(one.name for one in trial.standings)}",
        "\n".join(f"- {line}" for line in list_facts(trial)),
    ]
    for table in list_tables(trial):
        parts += [f"**{table.caption}**", lay_out(table.head, table.rows)]
        parts += [table.note] if table.note else []
    parts.append(
        "Intervals are 95 % bootstrap intervals over briefs; differences are paired, brief by brief."
    )
    return "\n\n".join(parts) + "\n"


def list_facts(trial: CopyTrial) -> list[str]:
    """What a reader must know before the figures, as sentences."""
    facts = []
    locales = sorted({brief.sheet.locale for brief in trial.briefs})
    frames = sum(brief.sheet.kind == "frame" for brief in trial.briefs)
    facts.append(f"{frames} frames and {len(trial.briefs) - frames} blurbs in {', '.join(locales)}.")
    if trial.max_usd is not None:
        facts.append(
            f"{trial.paid_calls} calls were paid for in this run, ${trial.spent_usd:.4f} of at most "
            f"${trial.max_usd:.2f}; what the ledger had already cost nothing."
        )
    for one in trial.standings:
        facts += [
            f"{one.name} did not write {count} of {len(trial.briefs)}: {reason}."
            for reason, count in one.wrote.items()
            if reason
        ]
        if trial.judge is not None and one.model == trial.judge.settings.model:
            facts.append(
                f"The judge is the model that wrote as {one.name}; models tend to favor their own words."
            )
        facts += [
            f"The judge gave no score {count} times on {one.name}: {reason}."
            for reason, count in one.judge_missing.items()
        ]
    return facts


def spell_measure(name: str, found: Interval | None, *, signed: bool = False) -> str:
    """A measure as its table shows it."""
    label, digits = MEASURES[name]
    factor = 100.0 if label.endswith("%") else 1000.0 if name == "cost_usd" else 1.0
    return spell(_scaled(found, factor), digits=digits, signed=signed)


def _scaled(found: Interval | None, factor: float) -> Interval | None:
    if found is None or found.mean is None:
        return found
    low, high = (None if one is None else one * factor for one in (found.low, found.high))
    return Interval(found.mean * factor, low, high, found.customers)


def _overview(standings: Sequence[Standing]) -> Table:
    names = [name for name in MEASURES if any(name in one.measures for one in standings)]
    rows = [
        [MEASURES[name][0], *(spell_measure(name, one.measures.get(name)) for one in standings)]
        for name in names
    ]
    return Table("Means over briefs", ["", *_names(standings)], rows)


def _differences(standings: Sequence[Standing]) -> Table:
    first, others = standings[0], standings[1:]
    names = [name for name in MEASURES if any(_is_known(one.leads.get(name)) for one in others)]
    rows = [
        [MEASURES[name][0], *(spell_measure(name, one.leads.get(name), signed=True) for one in others)]
        for name in names
    ]
    note = (
        "Only briefs that both have a figure for. An interval without 0 is hardly chance; of twenty measures "
        "one may be so by chance alone."
    )
    return Table(f"Difference to {first.name}", ["", *_names(others)], rows, note)


def _findings(standings: Sequence[Standing]) -> Table:
    keys = dict.fromkeys(
        key for one in standings for counts in (one.first_findings, one.kept_findings) for key in counts
    )
    order = sorted(keys, key=lambda key: (["block", "hold", "note"].index(key[0]), key[1]))
    rows = [
        [
            f"{key[1]} ({key[0]})",
            *(f"{one.first_findings.get(key, 0)} → {one.kept_findings.get(key, 0)}" for one in standings),
        ]
        for key in order
    ]
    note = "In first replies → in the copy kept after repair."
    return Table("What the guards found", ["", *_names(standings)], rows, note)


def _judged(trial: CopyTrial) -> Iterator[Table]:
    if trial.judge is None:
        return
    head = ["", "mean", "variance between runs", "variance between drafts", "same score", "alpha"]
    for one in trial.standings:
        rows = [
            [
                name,
                _number(found.mean, 2),
                _number(found.between_runs, 3),
                _number(found.between_things, 3),
                _number(found.same, 0, percent=True),
                _number(found.alpha, 2),
            ]
            for name in (OVERALL, *CRITERIA)
            if (found := one.judged[name]).mean is not None
        ]
        yield Table(
            f"What {trial.judge.settings.model} gives {one.name}, 1 to 5, {trial.judge.runs} runs",
            head,
            rows,
            "Same score: of pairs of runs on one copy. Alpha is Krippendorff's: 1 agreement, 0 chance.",
        )


def _lengths(standings: Sequence[Standing]) -> Table:
    names = [name for name in (*FRAME_FIELDS, "blurb") if any(name in one.lengths for one in standings)]
    rows = [[name, *(_number(one.lengths.get(name), 0, percent=True) for one in standings)] for name in names]
    return Table("Length, of each field's limit", ["", *_names(standings)], rows, "Slots at their longest.")


def _ease(standings: Sequence[Standing]) -> Table:
    languages = sorted({language for one in standings for language in one.ease})
    rows = [
        [
            f"{_LANGUAGES.get(language, language)} ({FORMULAS[language].name})",
            *(spell(one.ease.get(language), digits=1) for one in standings),
        ]
        for language in languages
    ]
    note = "Of bodies and blurbs. Higher is easier; a score compares within its language only."
    return Table("Reading ease", ["", *_names(standings)], rows, note)


def _variety(standings: Sequence[Standing]) -> Table:
    frames = standings[0].variety.frames
    if frames < 2:
        return Table("Variety", [], [])

    def row(label: str, cell: Callable[[Standing], str]) -> list[str]:
        return [label, *(cell(one) for one in standings)]

    rows = [
        row("distinct words", lambda one: _number(one.variety.distinct_1, 3)),
        row("distinct pairs of words", lambda one: _number(one.variety.distinct_2, 3)),
        row("distinct pairs, subjects", lambda one: _number(one.variety.distinct_2_subjects, 3)),
        row(
            f"pairs of frames alike by {NEAR_DUPLICATE:.0%}",
            lambda one: f"{len(one.variety.near_duplicates)}",
        ),
    ]
    for name in OPENING_FIELDS:
        rows.append(row(f"{name}: opener also used elsewhere", _opener_cell(name)))
    note = (
        f"Over the {frames} frames that all wrote themselves. Likeness: three-word runs in common. "
        "An opener is the first two words, of a body those after the greeting."
    )
    return Table("Variety", ["", *_names(standings)], rows, note)


def _opener_cell(name: str) -> Callable[[Standing], str]:
    def cell(one: Standing) -> str:
        share = _number(one.variety.repeated_openers.get(name), 0, percent=True)
        common = one.variety.common_openers.get(name, ())
        return share + (f" ({common[0][0]}… ×{common[0][1]})" if common else "")

    return cell


def _costs(standings: Sequence[Standing]) -> Table:
    asked = [one for one in standings if one.took.replies]

    def row(label: str, cell: Callable[[Standing], str]) -> list[str]:
        return [label, *(cell(one) for one in asked)]

    rows = [
        row("replies", lambda one: f"{one.took.replies:,}"),
        row("of which unusable", lambda one: f"{one.took.unusable:,}"),
        row("prompt tokens a reply", lambda one: f"{one.took.prompt_tokens / one.took.replies:,.0f}"),
        row("of which cached", lambda one: _share(one.took.cached_tokens, one.took.prompt_tokens)),
        row("completion tokens a reply", lambda one: f"{one.took.completion_tokens / one.took.replies:,.0f}"),
        row(
            "cost, US dollars",
            lambda one: "not known" if one.took.cost_usd is None else f"{one.took.cost_usd:.4f}",
        ),
        row("seconds a reply, median", lambda one: _number(latency_quantiles(one.took)[0], 2)),
        row("seconds a reply, 95 %", lambda one: _number(latency_quantiles(one.took)[1], 2)),
    ]
    note = "Of every reply behind this copy, also those paid for in an earlier run."
    return Table("What writing took", ["", *_names(asked)], rows if asked else [], note)


def _names(standings: Sequence[Standing]) -> list[str]:
    return [one.name for one in standings]


def _is_known(found: Interval | None) -> bool:
    return found is not None and found.mean is not None


def _number(value: float | None, digits: int, *, percent: bool = False) -> str:
    if value is None:
        return "–"
    return f"{value:.{digits}%}".replace("%", " %") if percent else f"{value:.{digits}f}"


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.0%}".replace("%", " %") if whole else "–"
