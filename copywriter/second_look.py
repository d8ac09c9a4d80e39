"""What looks at copy after the rules: a judge of claims, a moderation endpoint, both, or neither."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from bespoke.domain import FactSheet, Finding, Severity, WrittenCopy
from bespoke.guard_rules import SECOND_LOOK_RULES
from bespoke.settings import Treatment
from copywriter.judging import Judge
from copywriter.moderating import Moderator

_GRAVITY = {Severity.BLOCK: 0, Severity.HOLD: 1, Severity.NOTE: 2}


@dataclass(frozen=True, slots=True)
class SecondLook:
    judge: Judge | None = None
    moderator: Moderator | None = None
    rules: Mapping[str, Treatment] = field(default_factory=dict)  # how severe the brand wants its findings

    async def look(self, sheet: FactSheet, written: WrittenCopy, *, may_judge: bool = True) -> WrittenCopy:
        """The copy with findings settled and added, most severe first, and the judge's cost in its cost."""
        findings, cost = written.findings, Decimal(0)
        if self.judge is not None and may_judge:
            findings, cost = await self.judge.settle(sheet, written.copy, findings, written.facts_used)
        if self.moderator is not None:
            findings = (*findings, *await self.moderator.moderate(written.copy))
        findings = tuple(self._treated(findings))
        ranked = tuple(sorted(findings, key=lambda finding: _GRAVITY[finding.severity]))
        return replace(written, findings=ranked, cost_usd=written.cost_usd + cost)

    def _treated(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """The findings, those of a second look as the settings want them; the guards' own are so already."""
        for finding in findings:
            treatment = self.rules.get(finding.rule) if finding.rule in SECOND_LOOK_RULES else None
            if treatment != "off":
                yield finding if treatment is None else replace(finding, severity=Severity(treatment))

    async def close(self) -> None:
        """Close the connections; it can look again afterwards."""
        for part in (self.judge, self.moderator):
            if part is not None:
                await part.close()
