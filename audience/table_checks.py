"""One table against its schema: what could be read, which rows cannot be used, and why."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pandas as pd
import pandera.errors
import pandera.pandas as pa
from numpy.typing import NDArray

from audience.parsing import parse_flags, parse_maps, parse_moments, parse_numbers, parse_text
from audience.quality_report import Problem, TableCount
from audience.schemas import SCHEMAS, column_kind, column_problem, sets_row_aside
from bespoke.errors import DataRefused
from store.loads import QuarantinedRow

Mask = NDArray[np.bool_]

_PARSERS = {
    "text": parse_text,
    "number": parse_numbers,
    "moment": parse_moments,
    "flag": parse_flags,
    "map": parse_maps,
}
_EXAMPLES = 3
_LONGEST_EXAMPLE = 60


class TableCheck:
    """A table on its way through the checks; every row ends kept, a duplicate, or set aside."""

    def __init__(self, table: str, raw: pd.DataFrame, origin: str) -> None:
        """Parse and validate `raw`; raises DataRefused where a needed column is missing."""
        self.table, self.origin = table, origin
        self.raw = _name_columns(raw, table, origin)
        self.schema = SCHEMAS[table]
        self.values, self._unreadable = _parse(self.raw, self.schema)
        self.is_set_aside: Mask = np.zeros(len(self.raw), dtype=bool)
        self.is_duplicate: Mask = np.zeros(len(self.raw), dtype=bool)
        self.problems: list[Problem] = []
        self.quarantined: list[tuple[str, Mask]] = []
        self._validate()

    @property
    def is_kept(self) -> Mask:
        """Rows that are neither set aside nor repeats."""
        kept: Mask = ~(self.is_set_aside | self.is_duplicate)
        return kept

    def set_aside(self, reason: str, rows: Mask, column: str) -> None:
        """Quarantine `rows`, except those already out."""
        rows = rows & self.is_kept
        if rows.any():
            self.is_set_aside |= rows
            self._note(reason, rows, column, row_kept=False)

    def drop_values(self, reason: str, rows: Mask, column: str) -> None:
        """Empty `column` in `rows` and keep the rows, with a copy in quarantine."""
        rows = rows & self.is_kept
        if rows.any():
            self.values.loc[rows, column] = None
            self._note(reason, rows, column, row_kept=True)

    def drop_repeats(self, keys: pd.DataFrame) -> None:
        """Count rows whose keys equal an earlier kept row's as duplicates."""
        kept = np.flatnonzero(self.is_kept)
        repeated = keys.iloc[kept].duplicated().to_numpy()
        self.is_duplicate[kept[repeated]] = True

    def refuse_conflicts(self, column: str) -> None:
        """Set aside rows whose id an earlier kept row has with other contents."""
        kept = np.flatnonzero(self.is_kept)
        ids = self.values[column].iloc[kept]
        conflict = np.zeros(len(self.raw), dtype=bool)
        conflict[kept[(ids.duplicated() & ids.notna()).to_numpy()]] = True
        self.set_aside(f"{column} appears again with other contents; the first is used", conflict, column)

    def kept(self) -> pd.DataFrame:
        """The usable rows, parsed."""
        return self.values[self.is_kept]

    def quarantined_rows(self) -> list[QuarantinedRow]:
        """The rows behind every problem, as they came."""
        rows = []
        for reason, mask in self.quarantined:
            for row in self.raw[mask].to_dict("records"):
                rows.append(QuarantinedRow(self.table, reason, row_json(row)))
        return rows

    def count(self, read_aside: int, read_repeats: int) -> TableCount:
        """The table's numbers, with what its reader had left out before."""
        repeats = int(self.is_duplicate.sum()) + read_repeats
        aside = int(self.is_set_aside.sum()) + read_aside
        return TableCount(
            self.table, len(self.raw) + read_aside + read_repeats, int(self.is_kept.sum()), repeats, aside
        )

    def refuse_if_mostly_bad(self, refuse_above: float) -> None:
        """Raise DataRefused where a greater share of the rows than `refuse_above` is set aside."""
        bad = int(self.is_set_aside.sum())
        if bad <= refuse_above * len(self.raw):
            return
        worst = max((p for p in self.problems if not p.row_kept), key=lambda problem: problem.rows)
        shown = ", ".join(repr(example) for example in worst.examples)
        raise DataRefused(
            f"{self.origin}: {bad:,} of {len(self.raw):,} rows cannot be used, most often because "
            f"{worst.reason}{' (e.g. ' + shown + ')' if shown else ''}; correct it and load again"
        )

    def _validate(self) -> None:
        try:
            self.schema.validate(self.values, lazy=True)
        except pandera.errors.SchemaErrors as errors:
            failures = errors.failure_cases
        else:
            failures = pd.DataFrame({"column": [], "check": [], "index": []})
        for name, column in self.schema.columns.items():
            if name not in self.values:
                continue
            failed = failures[failures["column"] == name]
            missing = self._rows(failed.loc[failed["check"] == "not_nullable", "index"])
            misfit = self._rows(failed.loc[failed["check"] != "not_nullable", "index"])
            unreadable = self._unreadable[name]
            act = self.set_aside if sets_row_aside(column) else self.drop_values
            act(column_problem(column), unreadable | misfit, name)
            act(f"{name} is missing", missing & ~unreadable, name)

    def _rows(self, index: pd.Series[Any]) -> Mask:
        mask: Mask = np.zeros(len(self.raw), dtype=bool)
        mask[index.astype("int64").to_numpy()] = True
        return mask

    def _note(self, reason: str, rows: Mask, column: str, *, row_kept: bool) -> None:
        self.quarantined.append((reason, rows))
        examples: tuple[str, ...] = ()
        if column in self.raw:
            found = self.raw.loc[rows, column].dropna().astype(str).unique()[:_EXAMPLES]
            examples = tuple(str(value)[:_LONGEST_EXAMPLE] for value in found if str(value).strip())
        self.problems.append(Problem(self.table, reason, int(rows.sum()), row_kept, examples))


def row_json(row: dict[Any, Any]) -> str:
    """A row as it came, as JSON; blank cells left out."""
    given = {str(key): value for key, value in row.items() if not _is_blank(value)}
    return json.dumps(given, default=str, ensure_ascii=False)


def _is_blank(value: Any) -> bool:
    return value is None or value is pd.NA or value is pd.NaT or (isinstance(value, float) and value != value)


def _name_columns(raw: pd.DataFrame, table: str, origin: str) -> pd.DataFrame:
    """The frame under tidy column names and a plain row index."""
    names = [str(name).strip().strip("\ufeff").lower().replace(" ", "_") for name in raw.columns]
    repeated = sorted({name for name in names if names.count(name) > 1})
    if repeated:
        raise DataRefused(f"{origin} has more than one column {repeated[0]!r}; keep one of them")
    needed = [name for name, column in SCHEMAS[table].columns.items() if column.required]
    missing = [name for name in needed if name not in names]
    if missing:
        listed = ", ".join(repr(name) for name in missing)
        found = ", ".join(names[:20]) or "none"
        raise DataRefused(
            f"{origin} has no column {listed}; the columns found are: {found}. "
            f"A {table} table needs: {', '.join(needed)}"
        )
    return raw.set_axis(names, axis="columns").reset_index(drop=True)


def _parse(raw: pd.DataFrame, schema: pa.DataFrameSchema) -> tuple[pd.DataFrame, dict[str, Mask]]:
    columns, unreadable = {}, {}
    for name, column in schema.columns.items():
        if name not in raw:
            continue
        kind = column_kind(column)
        columns[name] = _PARSERS[kind](raw[name])
        missing = columns[name].isna().to_numpy()
        given = np.zeros(len(raw), dtype=bool)
        if kind != "text" and missing.any():
            given[missing] = parse_text(raw.loc[missing, name]).notna().to_numpy()
        unreadable[name] = given
    return pd.DataFrame(columns, index=raw.index), unreadable
