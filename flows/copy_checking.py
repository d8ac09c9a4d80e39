"""Copy from elsewhere through the guards: a verdict and findings for each case, and a score."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from bespoke.domain import Finding
from bespoke.settings import Settings
from guardrails.cases import BadLine, read_cases
from guardrails.checking import check_copy
from guardrails.scoring import FalseAlarm, Miss, Score, Verdict, verdict_of

_SHOWN = 40  # misses, and false alarms, on a page; the JSON has more


@dataclass(slots=True)
class Tally:
    """What became of a file of cases."""

    verdicts: Counter[Verdict] = field(default_factory=Counter)
    score: Score = field(default_factory=Score)
    bad_lines: int = 0


def check_cases(
    lines: Iterable[str | bytes],
    settings: Settings,
    write: Callable[[str], None],
    complain: Callable[[BadLine], None],
) -> Tally:
    """Check one case after the other, with the settings' limits and guards and the case's own brand.

    `write` gets a line of JSON for each case as soon as it is checked, `complain` each line that is none.
    """
    tally = Tally()
    for case in read_cases(lines, settings.brand.default_locale):
        if isinstance(case, BadLine):
            tally.bad_lines += 1
            complain(case)
            continue
        findings = check_copy(case.copy, case.sheet, settings.limits, settings.guards, (case.private,))
        verdict = verdict_of(findings)
        tally.verdicts[verdict] += 1
        tally.score.add(case, findings)
        write(_as_line(case.case_id, verdict, findings))
    return tally


def _as_line(case_id: str, verdict: Verdict, findings: Iterable[Finding]) -> str:
    found = [finding_as_json(finding) for finding in findings]
    return json.dumps({"id": case_id, "verdict": verdict, "findings": found}, ensure_ascii=False)


def finding_as_json(finding: Finding) -> dict[str, Any]:
    """A finding as plain values; the span is [start, end) in characters of the field, or null."""
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "field": finding.field,
        "span": finding.span,
        "excerpt": finding.excerpt,
        "message": finding.message,
        "fact": finding.fact,
        "suggestion": finding.suggestion,
    }


def describe_verdicts(tally: Tally) -> str:
    """How many cases passed, were held and were blocked, on one line."""
    counts = ", ".join(f"{tally.verdicts[verdict]:,} {verdict}" for verdict in Verdict)
    many = "1 line was no case" if tally.bad_lines == 1 else f"{tally.bad_lines:,} lines were no cases"
    bad = f"; {many}" if tally.bad_lines else ""
    return f"{tally.verdicts.total():,} cases: {counts}{bad}"


def describe_score(score: Score) -> str:
    """The score as Markdown."""
    return "\n".join(
        [
            "# How well the guards do",
            "",
            *_summary(score),
            "",
            "## Recall by label",
            "",
            "| label | cases | flagged | recall | by its own rule |",
            "|---|--:|--:|--:|--:|",
            *(
                f"| {one.label} | {one.cases:,} | {one.flagged:,} | {_share(one.recall)} "
                f"| {one.by_own_rule:,} |"
                for one in score.labels
            ),
            "",
            "## Precision by rule",
            "",
            "| rule | cases it flagged | rightly | precision | clean cases |",
            "|---|--:|--:|--:|--:|",
            *(
                f"| {one.rule} | {one.cases:,} | {one.right:,} | {_share(one.precision)} | {one.on_clean:,} |"
                for one in score.rules
            ),
            "",
            "## Misses",
            "",
            *_listed([_miss(one) for one in score.misses], "Nothing was missed."),
            "",
            "## False alarms",
            "",
            *_listed([_alarm(one) for one in score.false_alarms], "No clean case was held or blocked."),
            "",
        ]
    )


def _summary(score: Score) -> list[str]:
    return [
        f"- {score.violations:,} violations on {score.cases - score.clean:,} of {score.cases:,} cases: "
        f"{score.flagged:,} flagged, {_share(score.recall)}.",
        f"- {score.clean:,} clean cases: {_share(score.clean_blocked)} blocked, "
        f"{_share(score.clean_held_or_blocked)} held or blocked.",
        "- Flagged is what is held or blocked; a rule is right where the case carries its label.",
    ]


def _share(share: float | None) -> str:
    return "–" if share is None else f"{share:.1%}"


def _miss(miss: Miss) -> str:
    excerpts = "; ".join(f"“{_short(one)}”" for one in miss.excerpts)
    return f"- `{miss.case_id}` {', '.join(miss.labels)}" + (f": {excerpts}" if excerpts else "")


def _alarm(alarm: FalseAlarm) -> str:
    found = "; ".join(
        f"{one.rule} in {one.field}" + (f" “{_short(one.excerpt)}”" if one.excerpt.strip() else "")
        for one in alarm.findings
    )
    return f"- `{alarm.case_id}` {alarm.verdict}: {found}"


def _short(text: str, most: int = 80) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= most else f"{flat[: most - 1]}…"


def _listed(lines: list[str], none: str) -> list[str]:
    more = len(lines) - _SHOWN
    return [*lines[:_SHOWN], *([f"- and {more:,} more"] if more > 0 else [])] or [none]


def score_as_json(score: Score) -> str:
    """Everything of the score as JSON; shares are 0 to 1, or null where nothing was counted."""
    return json.dumps(
        {
            "cases": score.cases,
            "violations": score.violations,
            "flagged": score.flagged,
            "recall": score.recall,
            "clean": score.clean,
            "clean_blocked": score.clean_blocked,
            "clean_held_or_blocked": score.clean_held_or_blocked,
            "labels": {
                one.label: {
                    "cases": one.cases,
                    "flagged": one.flagged,
                    "recall": one.recall,
                    "by_own_rule": one.by_own_rule,
                }
                for one in score.labels
            },
            "rules": {
                one.rule: {
                    "cases": one.cases,
                    "right": one.right,
                    "precision": one.precision,
                    "on_clean": one.on_clean,
                }
                for one in score.rules
            },
            "misses": [
                {"id": one.case_id, "labels": one.labels, "excerpts": one.excerpts} for one in score.misses
            ],
            "false_alarms": [
                {
                    "id": one.case_id,
                    "verdict": one.verdict,
                    "findings": [finding_as_json(finding) for finding in one.findings],
                }
                for one in score.false_alarms
            ],
        },
        ensure_ascii=False,
        indent=2,
    )
