"""The generated parts of docs/guardrails.md: each rule with an example and measured figures."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from bespoke.settings import LimitSettings
from guardrails.cases import BadLine, read_cases
from guardrails.checking import check_copy
from guardrails.plain_text import INVISIBLE
from guardrails.rules import RULES, Family, Rule
from guardrails.scoring import LabelScore, RuleScore, Score, rule_of

CASES = Path(__file__).parents[1] / "tests" / "guardrails" / "cases"
_LONGEST_EXAMPLE = 90


def measure_guards(folder: Path = CASES) -> Score:
    """The guards' score on the repository's labeled cases, with the settings as they come.

    Raises ValueError for a line that is no case.
    """
    score, limits = Score(), LimitSettings()
    for path in sorted(folder.glob("*.jsonl")):
        with path.open("rb") as lines:
            for case in read_cases(lines):
                if isinstance(case, BadLine):
                    raise ValueError(f"{path} {case}")
                score.add(case, check_copy(case.copy, case.sheet, limits, private=(case.private,)))
    return score


def list_rules() -> str:
    """Every rule by family: what it catches, an example, its severity, recall and precision."""
    score = measure_guards()
    labels = {rule_of(one.label): one for one in score.labels}
    rules = {one.rule: one for one in score.rules}
    parts = []
    for family in Family:
        members = [rule for rule in RULES.values() if rule.family is family]
        parts += [f"### {family}", "", *_table(members, labels, rules), ""]
    return "\n".join(parts).rstrip()


def _table(members: Sequence[Rule], labels: dict[str, LabelScore], rules: dict[str, RuleScore]) -> list[str]:
    rows = [
        f"| `{rule.name}` | {rule.catches} | {_example(rule)} | {_severities(rule)} | "
        f"{_recall(labels.get(rule.name))} | {_precision(rules.get(rule.name))} |"
        for rule in members
    ]
    return [
        "| rule | catches | example | severity | recall | precision |",
        "|---|---|---|---|--:|--:|",
        *rows,
    ]


def _example(rule: Rule) -> str:
    text = rule.example
    text = text if len(text) <= _LONGEST_EXAMPLE else text[:_LONGEST_EXAMPLE] + "…"
    text = INVISIBLE.sub(lambda match: f"⟨U+{ord(match[0]):04X}⟩", text).replace("|", "\\|")
    where = "" if rule.field == "body" else f" ({rule.field.partition(':')[0]})"
    return f"`{text}`{where}"


def _severities(rule: Rule) -> str:
    return " or ".join(rule.severities)


def _recall(score: LabelScore | None) -> str:
    return "–" if score is None else f"{score.recall:.0%} of {score.cases:,}"


def _precision(score: RuleScore | None) -> str:
    return "–" if score is None else f"{score.precision:.0%} of {score.cases:,}"


def describe_measurement() -> str:
    """The figures over all cases, in a sentence or two."""
    score = measure_guards()
    return (
        f"On the {score.cases:,} labeled cases in `tests/guardrails/cases`, {score.clean:,} of them clean: "
        f"{_share(score.recall)} of {score.violations:,} violations flagged, "
        f"{_share(score.clean_blocked)} of clean cases blocked, "
        f"{_share(score.clean_held_or_blocked)} held or blocked."
    )


def _share(share: float | None) -> str:
    return "none" if share is None else f"{share:.1%}"
