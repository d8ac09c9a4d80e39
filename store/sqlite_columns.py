"""Millions of rows out of SQLite column by column, without an object for each value.

SQLite joins a chunk of each column into one text, and Arrow takes that apart; neither needs
Python, so threads with a connection each work side by side. A value that holds the separator shows
in the counts.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from sqlalchemy import ColumnElement, Engine, Table, func, literal_column, select

CHUNK_ROWS = 500_000
_MOST_CONNECTIONS = 4
_SEPARATOR, _MISSING = "\x1f", "\x1e"


class SeparatorInValue(ValueError):
    """A value holds the character that was to stand between values."""


def read_columns(
    engine: Engine,
    table: Table,
    names: Sequence[str],
    conditions: Sequence[ColumnElement[bool]],
    *,
    categories: Sequence[str],
) -> Mapping[str, Any]:
    """Each column as stored: categoricals for `categories`, int64 without and float64 with missing values.

    Rows that are added meanwhile are left out. Raises SeparatorInValue where the rows have to
    be read one by one.
    """
    row_id: ColumnElement[int] = literal_column("rowid")
    joined = (
        func.group_concat(func.coalesce(literal_column(f'"{name}"'), _MISSING), _SEPARATOR) for name in names
    )
    query = select(func.count(), *joined).select_from(table).where(*conditions)
    are_words = [name in categories for name in names]

    def read(start: int) -> list[Any] | None:
        within = query.where(row_id >= start, row_id < min(start + CHUNK_ROWS, end))
        with engine.connect() as connection:
            count, *texts = connection.execute(within).one()
        return _take_apart(count, texts, are_words) if count else None

    with engine.connect() as connection:
        ends = connection.execute(select(func.min(row_id), func.max(row_id)).select_from(table)).one()
    begin, end = (0, 0) if ends[0] is None else (ends[0], ends[1] + 1)
    with ThreadPoolExecutor(min(os.cpu_count() or 1, _MOST_CONNECTIONS)) as pool:
        chunks = [chunk for chunk in pool.map(read, range(begin, end, CHUNK_ROWS)) if chunk is not None]
    columns = zip(*chunks, strict=True) if chunks else ([] for _ in names)
    return {
        name: (_categorical if name in categories else _numbers)(parts)
        for name, parts in zip(names, columns, strict=True)
    }


def _take_apart(count: int, texts: Sequence[str], are_words: Sequence[bool]) -> list[Any]:
    return [_one_column(count, text, is_words) for text, is_words in zip(texts, are_words, strict=True)]


def _one_column(count: int, text: str, is_words: bool) -> Any:
    values = pc.list_flatten(pc.split_pattern(pa.array([text], pa.large_string()), _SEPARATOR))
    if len(values) != count:
        raise SeparatorInValue
    if is_words:
        return pc.dictionary_encode(values)
    missing = pc.equal(values, _MISSING)
    if not pc.any(missing).as_py():
        return pc.cast(values, pa.int64()).to_numpy()
    present = pc.if_else(missing, pa.scalar(None, values.type), values)
    return pc.cast(present, pa.float64()).to_numpy(zero_copy_only=False)


def _categorical(parts: Sequence[Any]) -> pd.Categorical:
    if not parts:
        return pd.Categorical([], categories=pd.Index([], dtype=object))
    unified = pa.chunked_array(parts).unify_dictionaries()
    words = unified.chunk(0).dictionary.to_numpy(zero_copy_only=False)
    codes = np.concatenate([chunk.indices.to_numpy() for chunk in unified.chunks])
    is_word = words != _MISSING
    place_of = np.where(is_word, np.cumsum(is_word) - 1, -1).astype(np.int32)
    return pd.Categorical.from_codes(place_of[codes], categories=pd.Index(words[is_word], dtype=object))


def _numbers(parts: Sequence[Any]) -> Any:
    return np.concatenate(parts) if parts else np.empty(0, dtype=np.int64)
