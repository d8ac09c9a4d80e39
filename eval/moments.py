"""Times as people write them to moments in UTC."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from bespoke.errors import DataRefused
from eval.tables import Table, as_strings

_ADVICE = (
    "is no time; write ISO 8601 such as 2024-05-31 or 2024-05-31T14:30:00Z, or seconds or milliseconds "
    "since 1970, the same way in every line, or leave the column out"
)
_UNITS = ((1e11, 1e6), (1e14, 1e3), (1e17, 1.0), (float("inf"), 1e-3))  # seconds, then finer; to microseconds
_FARTHEST = 2**62  # microseconds, well beyond what a calendar holds


def read_moments(table: Table, name: str) -> pd.Series[Any] | None:
    """Each row's moment, None where the column is not there or empty throughout.

    Times without a zone are UTC. Raises DataRefused, naming the first line that says no time.
    """
    if name not in table.names:
        return None
    column = table.columns[name]
    if not len(column) or pa.types.is_null(column.type):
        return None
    if pa.types.is_dictionary(column.type):
        column = column.cast(column.type.value_type)
    if pa.types.is_temporal(column.type):
        return _from_arrow(table, name, column)
    if not (pa.types.is_string(column.type) or pa.types.is_large_string(column.type)):
        return _from_numbers(table, name, column.cast(pa.float64()))
    column = as_strings(column)
    if not pc.any(pc.greater(pc.utf8_length(column), 0)).as_py():
        return None
    if _are_dates(column):
        return _from_text(table, name, column, "%Y%m%d")
    try:
        return _from_numbers(table, name, column.cast(pa.float64()))
    except pa.ArrowInvalid:
        pass
    for type_ in (pa.timestamp("us"), pa.timestamp("us", "UTC")):
        try:
            return _from_arrow(table, name, column.cast(type_))
        except pa.ArrowInvalid:
            continue
    return _from_text(table, name, column, "ISO8601")


def _are_dates(column: pa.ChunkedArray) -> bool:
    """Whether all are written like 20240531, which is no number of seconds that anybody means."""
    return bool(pc.all(pc.match_substring_regex(column, r"^(19|20)\d\d[01]\d[0-3]\d$")).as_py())


def _from_arrow(table: Table, name: str, column: pa.ChunkedArray) -> pd.Series[Any]:
    if column.null_count:
        raise _refuse(table, name, np.asarray(column.is_null()), column)
    moments = column.cast(pa.timestamp("us", getattr(column.type, "tz", None)), safe=False)
    numbers = moments.cast(pa.int64()).to_numpy()
    return _moments(numbers)


def _from_numbers(table: Table, name: str, column: pa.ChunkedArray) -> pd.Series[Any]:
    values = column.to_numpy(zero_copy_only=False) if isinstance(column, pa.Array) else column.to_numpy()
    largest = np.max(np.abs(values[np.isfinite(values)]), initial=0.0)
    factor = next(factor for limit, factor in _UNITS if largest < limit)
    bad = ~np.isfinite(values) | (np.abs(values * factor) > _FARTHEST)
    if bad.any():
        raise _refuse(table, name, bad, table.columns[name])
    return _moments(np.rint(values * factor).astype(np.int64))


def _from_text(table: Table, name: str, column: pa.ChunkedArray, form: str) -> pd.Series[Any]:
    column = column.combine_chunks().dictionary_encode()
    if isinstance(column, pa.ChunkedArray):
        column = column.unify_dictionaries().combine_chunks()
    texts = pd.Series(column.dictionary.to_pylist(), dtype=object)
    found = pd.to_datetime(texts, format=form, utc=True, errors="coerce")
    codes = column.indices.to_numpy(zero_copy_only=False)
    bad = found.isna().to_numpy()[codes]
    if bad.any():
        raise _refuse(table, name, bad, table.columns[name])
    return _moments(found.dt.tz_localize(None).to_numpy().astype("datetime64[us]")[codes])


def _moments(microseconds: Any) -> pd.Series[Any]:
    moments = pd.DatetimeIndex(np.asarray(microseconds).astype("datetime64[us]"))
    return pd.Series(moments.tz_localize("UTC"))


def _refuse(table: Table, name: str, bad: Any, column: pa.ChunkedArray) -> DataRefused:
    row = int(np.flatnonzero(bad)[0])
    return DataRefused(f"{table.place(row)}: {name} {column[row].as_py()!r} {_ADVICE}")
