"""Whole frames in and out, column-wise, past the per-row cost of the ORM's machinery."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd
from sqlalchemy import (
    BigInteger,
    Connection,
    Dialect,
    Integer,
    Select,
    String,
    Table,
    type_coerce,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine.interfaces import DBAPIConnection

from bespoke.encoding import encode
from store.column_types import AMOUNT_SCALE, Amount, Encoded, UtcMoment

CHUNK_ROWS = 50_000
_UNCONVERTED = (String, Integer, Amount, UtcMoment)  # by `_as_stored`, or by nature


def insert_frame(connection: Connection, table: Table, frame: pd.DataFrame, *, update: bool = False) -> int:
    """Insert the rows whose primary key is new; return how many rows changed.

    With `update`, rows whose key exists and whose values differ are overwritten and
    counted too. The frame's columns are the table's; amounts may be float or Decimal,
    moments are datetime64 in UTC, missing values are NA.
    """
    names = list(frame.columns)
    is_sqlite = connection.dialect.name == "sqlite"
    changed = 0
    for start in range(0, len(frame), CHUNK_ROWS):
        chunk = frame.iloc[start : start + CHUNK_ROWS]
        rows = list(zip(*(_raw_column(table, name, chunk[name], is_sqlite) for name in names), strict=True))
        changed += _write_rows(connection, table, names, rows, update, is_sqlite)
    return changed


def insert_new(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> int:
    """Insert the rows whose key is new, whoever else is inserting them too; return how many were."""
    dialect = sqlite if connection.dialect.name == "sqlite" else postgresql
    statement = dialect.insert(table).on_conflict_do_nothing()
    kept = {"preserve_rowcount": True}  # or PostgreSQL's is -1
    return sum(connection.execute(statement, dict(row), execution_options=kept).rowcount for row in rows)


def read_frame(connection: Connection, query: Select[Any], *, categories: Sequence[str] = ()) -> pd.DataFrame:
    """A query's rows as a frame; `categories` names text columns to keep as categoricals.

    Moments come back as datetime64[us, UTC], amounts as float, since figures here
    are for arithmetic over many rows; single values go through the tables' own types.
    """
    columns = list(query.selected_columns)
    raw = query.with_only_columns(*(_as_stored(column) for column in columns))
    gathered = [_Gatherer(column, column.name in categories) for column in columns]
    for rows in _partitions(connection, raw, all(isinstance(one.type, _UNCONVERTED) for one in columns)):
        for gatherer, values in zip(gathered, zip(*rows, strict=True), strict=True):
            gatherer.add(values)
    return pd.DataFrame({column.name: g.finish() for column, g in zip(columns, gathered, strict=True)})


def _partitions(
    connection: Connection, query: Select[Any], is_unconverted: bool
) -> Iterator[Sequence[Sequence[Any]]]:
    """The rows in chunks; on SQLite straight from the driver where no value is converted."""
    if connection.dialect.name != "sqlite" or not is_unconverted:
        streaming = connection.execution_options(yield_per=CHUNK_ROWS)
        yield from streaming.execute(query).partitions()
        return
    with connection.execute(query) as result:
        cursor: Any = result.cursor
        while rows := cursor.fetchmany(CHUNK_ROWS):
            yield rows


def _as_stored(column: Any) -> Any:
    # Skips the per-value conversion; whole columns are converted at the end.
    kind = column.type
    if isinstance(kind, Amount):
        return type_coerce(column, BigInteger()).label(column.name)
    if isinstance(kind, UtcMoment):
        return type_coerce(column, _StoredMoment()).label(column.name)
    return column


class _StoredMoment(UtcMoment):
    """A moment as the driver returns it: an integer on SQLite, a datetime on PostgreSQL."""

    cache_ok = True

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        return value


class _Codes(dict[str | None, int]):
    """A number for each word in the order they come, −1 for None."""

    def __init__(self) -> None:
        super().__init__({None: -1})

    def __missing__(self, word: str) -> int:
        code = self[word] = len(self) - 1
        return code

    @property
    def words(self) -> pd.Index[Any]:
        return pd.Index(list(self)[1:], dtype=object)


class _Gatherer:
    """Collects one column chunk by chunk, in the smallest form that holds it."""

    def __init__(self, column: Any, categorical: bool) -> None:
        self._type = column.type
        self._parts: list[Any] = []
        self._codes = _Codes() if categorical else None

    def add(self, values: tuple[Any, ...]) -> None:
        if self._codes is not None:
            self._parts.append(np.fromiter(map(self._codes.__getitem__, values), np.int32, len(values)))
        elif isinstance(self._type, UtcMoment):
            self._parts.append(_moments(values))
        elif isinstance(self._type, Amount):
            self._parts.append(np.array(values, dtype=np.float64) / AMOUNT_SCALE)  # None becomes NaN
        else:
            self._parts.append(np.array(values, dtype=_dtype(self._type)))

    def finish(self) -> Any:
        if self._codes is not None:
            codes = np.concatenate(self._parts) if self._parts else np.empty(0, np.int32)
            return pd.Categorical.from_codes(codes, categories=self._codes.words)
        if isinstance(self._type, UtcMoment):
            raw = np.concatenate(self._parts) if self._parts else np.empty(0, np.int64)
            return pd.to_datetime(raw, unit="us", utc=True).as_unit("us")
        return np.concatenate(self._parts) if self._parts else np.empty(0, _dtype(self._type))


_NAT = np.iinfo(np.int64).min


def _moments(values: tuple[Any, ...]) -> np.ndarray[Any, np.dtype[np.int64]]:
    if values and not isinstance(next((v for v in values if v is not None), 0), int):
        return pd.DatetimeIndex(pd.to_datetime(list(values), utc=True)).as_unit("us").asi8
    if None in values:
        values = tuple(_NAT if value is None else value for value in values)
    return np.array(values, dtype=np.int64)


def _dtype(type_: Any) -> Any:
    python_type = type_.python_type if not isinstance(type_, UtcMoment | Amount) else float
    return {int: np.float64, float: np.float64, bool: np.bool_}.get(python_type, object)


def _raw_column(table: Table, name: str, values: pd.Series[Any], is_sqlite: bool) -> list[Any]:
    column_type = table.columns[name].type
    missing = values.isna().to_numpy()
    if isinstance(column_type, Amount):
        scaled = np.rint(values.astype("float64").fillna(0).to_numpy() * AMOUNT_SCALE).astype(np.int64)
        return _with_none(scaled.tolist(), missing)
    if isinstance(column_type, UtcMoment):
        if not is_sqlite:
            return _with_none(list(values.dt.to_pydatetime()), missing)
        micros = pd.DatetimeIndex(values).as_unit("us").asi8
        return _with_none(micros.tolist(), missing)
    plain = values.astype(object).tolist()
    if isinstance(column_type, Encoded):
        plain = [encode(value, column_type.type_) for value in plain]
    elif isinstance(column_type, Integer) and values.dtype.kind == "f":
        plain = [None if gone else int(value) for value, gone in zip(plain, missing.tolist(), strict=True)]
    return _with_none(plain, missing)


def _with_none(values: list[Any], missing: np.ndarray[Any, Any]) -> list[Any]:
    if not missing.any():
        return values
    return [None if gone else value for value, gone in zip(values, missing.tolist(), strict=True)]


def _write_rows(
    connection: Connection,
    table: Table,
    names: list[str],
    rows: list[tuple[Any, ...]],
    update: bool,
    is_sqlite: bool,
) -> int:
    conflict = _on_conflict(table, names, update)
    listed = ", ".join(f'"{name}"' for name in names)
    if is_sqlite:
        marks = ", ".join("?" * len(names))
        statement = f'INSERT INTO "{table.name}" ({listed}) VALUES ({marks}) {conflict}'
        return _execute_on_sqlite(connection, statement, rows)
    return _copy_on_postgres(connection, table, listed, conflict, rows)


def _on_conflict(table: Table, names: list[str], update: bool) -> str:
    keys = [column.name for column in table.primary_key.columns]
    others = [name for name in names if name not in keys]
    target = ", ".join(f'"{key}"' for key in keys)
    if not update or not others:
        return f"ON CONFLICT ({target}) DO NOTHING"
    sets = ", ".join(f'"{name}" = excluded."{name}"' for name in others)
    differs = " OR ".join(f'"{table.name}"."{name}" IS DISTINCT FROM excluded."{name}"' for name in others)
    return f"ON CONFLICT ({target}) DO UPDATE SET {sets} WHERE {differs}"


def _execute_on_sqlite(connection: Connection, statement: str, rows: Iterable[tuple[Any, ...]]) -> int:
    # `total_changes` counts rows really written; the cursor's own count does not for batches.
    raw: Any = _dbapi(connection)
    before = raw.total_changes
    raw.executemany(statement, rows)
    return int(raw.total_changes - before)


def _copy_on_postgres(
    connection: Connection, table: Table, listed: str, conflict: str, rows: Iterable[tuple[Any, ...]]
) -> int:
    staging = f"staging_{table.name}"
    cursor: Any = _dbapi(connection).cursor()
    with cursor:
        cursor.execute(
            f'CREATE TEMPORARY TABLE IF NOT EXISTS "{staging}" '
            f'(LIKE "{table.name}" INCLUDING DEFAULTS) ON COMMIT DROP'
        )
        cursor.execute(f'TRUNCATE "{staging}"')
        with cursor.copy(f'COPY "{staging}" ({listed}) FROM STDIN') as copy:
            for row in rows:
                copy.write_row(row)
        cursor.execute(f'INSERT INTO "{table.name}" ({listed}) SELECT {listed} FROM "{staging}" {conflict}')
        return int(cursor.rowcount)


def _dbapi(connection: Connection) -> DBAPIConnection:
    raw = connection.connection.dbapi_connection
    assert raw is not None
    return raw
