"""How well the guards do on labeled cases: recall by label, precision by rule, clean cases held up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from bespoke.domain import Finding, Severity
from guardrails.cases import CopyCase

MOST_TOLD = 2_000  # misses and false alarms that are kept, so that a long file does not fill the memory
_LABELS = {"invented_price": "unsupported_price"}  # where a label is not called like its rule


class Verdict(StrEnum):
    PASS = "pass"
    HOLD = "hold"
    BLOCK = "block"


def verdict_of(findings: Sequence[Finding]) -> Verdict:
    """What becomes of copy with these findings; notes keep nothing back."""
    found = {finding.severity for finding in findings}
    if Severity.BLOCK in found:
        return Verdict.BLOCK
    return Verdict.HOLD if Severity.HOLD in found else Verdict.PASS


@dataclass(frozen=True, slots=True)
class LabelScore:
    """A kind of violation: on how many cases, and on how many of them the guards found something."""

    label: str
    cases: int
    flagged: int
    by_own_rule: int

    @property
    def recall(self) -> float:
        return self.flagged / self.cases


@dataclass(frozen=True, slots=True)
class RuleScore:
    """A rule: on how many cases it found something, and how many of those carry its label."""

    rule: str
    cases: int
    right: int
    on_clean: int

    @property
    def precision(self) -> float:
        return self.right / self.cases


@dataclass(frozen=True, slots=True)
class Miss:
    case_id: str
    labels: tuple[str, ...]
    excerpts: tuple[str, ...]  # what the case says is wrong


@dataclass(frozen=True, slots=True)
class FalseAlarm:
    case_id: str
    verdict: Verdict
    findings: tuple[Finding, ...]


@dataclass(slots=True)
class Score:
    """Counts that grow case by case."""

    cases: int = 0
    clean: int = 0
    clean_verdicts: Counter[Verdict] = field(default_factory=Counter)
    misses: list[Miss] = field(default_factory=list)
    false_alarms: list[FalseAlarm] = field(default_factory=list)
    _labels: Counter[str] = field(default_factory=Counter)
    _flagged: Counter[str] = field(default_factory=Counter)
    _by_own_rule: Counter[str] = field(default_factory=Counter)
    _fired: Counter[str] = field(default_factory=Counter)
    _right: Counter[str] = field(default_factory=Counter)
    _on_clean: Counter[str] = field(default_factory=Counter)

    def add(self, case: CopyCase, findings: Sequence[Finding]) -> None:
        """Count a case; one that does not say what is wrong with it is left out."""
        if case.violations is None:
            return
        serious = tuple(finding for finding in findings if finding.severity is not Severity.NOTE)
        rules = {finding.rule for finding in serious}
        labels = frozenset(case.violations)
        own = {rule_of(label) for label in labels}
        self.cases += 1
        self._labels.update(labels)
        self._flagged.update(labels if rules else ())
        self._by_own_rule.update(label for label in labels if rule_of(label) in rules)
        self._fired.update(rules)
        self._right.update(rules & own)
        if not labels:
            self._add_clean(case, serious, rules)
        elif not rules and len(self.misses) < MOST_TOLD:
            self.misses.append(Miss(case.case_id, case.violations, case.spans))

    def _add_clean(self, case: CopyCase, serious: tuple[Finding, ...], rules: set[str]) -> None:
        verdict = verdict_of(serious)
        self.clean += 1
        self.clean_verdicts[verdict] += 1
        self._on_clean.update(rules)
        if serious and len(self.false_alarms) < MOST_TOLD:
            self.false_alarms.append(FalseAlarm(case.case_id, verdict, serious))

    @property
    def labels(self) -> tuple[LabelScore, ...]:
        """By label, in alphabetical order."""
        return tuple(
            LabelScore(label, count, self._flagged[label], self._by_own_rule[label])
            for label, count in sorted(self._labels.items())
        )

    @property
    def rules(self) -> tuple[RuleScore, ...]:
        """By rule that found something, in alphabetical order."""
        return tuple(
            RuleScore(rule, count, self._right[rule], self._on_clean[rule])
            for rule, count in sorted(self._fired.items())
        )

    @property
    def violations(self) -> int:
        return self._labels.total()

    @property
    def flagged(self) -> int:
        return self._flagged.total()

    @property
    def recall(self) -> float | None:
        """Share of violations on whose case something was found; None without any."""
        return self.flagged / self.violations if self.violations else None

    @property
    def clean_blocked(self) -> float | None:
        return self.clean_verdicts[Verdict.BLOCK] / self.clean if self.clean else None

    @property
    def clean_held_or_blocked(self) -> float | None:
        held_up = self.clean - self.clean_verdicts[Verdict.PASS]
        return held_up / self.clean if self.clean else None


def rule_of(label: str) -> str:
    """The rule that is to find what a label names."""
    return _LABELS.get(label, label)
