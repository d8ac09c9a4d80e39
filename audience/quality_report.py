"""What a load contained, in numbers and plain words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TableCount:
    """`read` is always `kept` + `duplicates` + `set_aside`."""

    table: str
    read: int
    kept: int
    duplicates: int  # exact repeats, counted once
    set_aside: int  # quarantined whole


@dataclass(frozen=True, slots=True)
class Problem:
    """One reason and how many rows it met."""

    table: str
    reason: str
    rows: int
    row_kept: bool  # True where only the value was dropped
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class QualityReport:
    source: str
    tables: tuple[TableCount, ...]
    problems: tuple[Problem, ...] = ()  # most rows first
    notes: tuple[str, ...] = ()

    @property
    def set_aside(self) -> int:
        """Rows quarantined whole, over all tables."""
        return sum(count.set_aside for count in self.tables)

    def count(self, table: str) -> TableCount:
        """The numbers of one table."""
        return next(count for count in self.tables if count.table == table)

    def markdown(self) -> str:
        """The report for people: a table of counts, then what was wrong, then notes."""
        parts = [f"## What was loaded from {self.source}", self._counts_table()]
        if self.problems:
            parts.append("### What was wrong\n\n" + "\n".join(map(_problem_line, self.problems)))
            parts.append("Every row behind these lines is kept in quarantine exactly as it came.")
        else:
            parts.append("Nothing was wrong.")
        if self.notes:
            parts.append("### Also worth knowing\n\n" + "\n".join(f"- {note}" for note in self.notes))
        return "\n\n".join(parts) + "\n"

    def _counts_table(self) -> str:
        lines = ["| table | rows read | loaded | exact repeats | set aside |", "|---|---:|---:|---:|---:|"]
        for row in self.tables:
            lines.append(
                f"| {row.table} | {row.read:,} | {row.kept:,} | {row.duplicates:,} | {row.set_aside:,} |"
            )
        return "\n".join(lines)


def _problem_line(problem: Problem) -> str:
    rows = "1 row" if problem.rows == 1 else f"{problem.rows:,} rows"
    outcome = "kept without that value" if problem.row_kept else "set aside"
    shown = ", ".join(f"`{example}`" for example in problem.examples)
    return f"- {problem.table}: {problem.reason} ({rows} {outcome}{'; e.g. ' + shown if shown else ''})"
