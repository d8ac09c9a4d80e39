"""A shop's tables from a folder of CSV or Parquet files, or from any SQL database."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow
from sqlalchemy import Engine, create_engine, make_url, text
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, SQLAlchemyError

from audience.delimited import DelimitedFile, read_delimited, refuse_unless_file
from audience.schemas import SCHEMAS
from audience.shop_tables import REQUIRED_TABLES, TABLE_NAMES, ShopTables
from bespoke.errors import DataRefused, NotFound
from store.database import hide_password
from store.loads import QuarantinedRow

_SUFFIXES = (".csv", ".csv.gz", ".tsv", ".txt", ".parquet")
_BIND = re.compile(r"(?<![:\w\\]):(?=[A-Za-z_])")  # what SQLAlchemy would take for a parameter


def read_folder(path: Path) -> ShopTables:
    """The tables in `products.csv`, `events.csv` and, if there, `customers.csv`, `consents.csv`.

    Each may instead be `.csv.gz` or `.parquet`. Raises NotFound or DataRefused.
    """
    path = Path(path)
    if path.is_file():
        raise DataRefused(f"{path} is a file; give the folder that holds products.csv and events.csv")
    if not path.exists():
        raise NotFound("folder", str(path), "check the path")
    files = {table: _find_file(path, table) for table in TABLE_NAMES}
    read = {table: _read_file(file) for table, file in files.items() if file is not None}
    return _gather(
        {table: found.frame for table, found in read.items()},
        source=str(path),
        origins={table: str(file) for table, file in files.items() if file is not None},
        set_aside=tuple(
            QuarantinedRow(table, "the line has more fields than the header", line)
            for table, found in read.items()
            for line in found.torn
        ),
    )


def read_sql(url: str, queries: Mapping[str, str]) -> ShopTables:
    """The tables that `queries` select, one query per table name, from the database at `url`.

    Nothing is ever committed there. Raises DataRefused or NotFound.
    """
    unknown = sorted(set(queries) - set(TABLE_NAMES))
    if unknown:
        raise DataRefused(f"a query for {unknown[0]!r}: the tables are {', '.join(TABLE_NAMES)}")
    for table in REQUIRED_TABLES:
        if not queries.get(table, "").strip():
            raise DataRefused(f"no query for {table!r}; products and events are needed")
    engine = _open_database(url)
    try:
        frames = {
            table: _run_query(engine, table, query) for table, query in queries.items() if query.strip()
        }
    finally:
        engine.dispose()
    return _gather(
        frames, source=hide_password(url), origins={table: f"the {table} query" for table in frames}
    )


def _gather(frames: Mapping[str, pd.DataFrame], **facts: Any) -> ShopTables:
    def frame(table: str) -> pd.DataFrame:
        return frames.get(table, empty_table(table))

    return ShopTables(
        customers=frame("customers"),
        products=frame("products"),
        events=frame("events"),
        consents=frame("consents"),
        **facts,
    )


def empty_table(table: str) -> pd.DataFrame:
    """A table that the shop does not have: its columns and no rows."""
    return pd.DataFrame({name: pd.Series(dtype="str") for name in SCHEMAS[table].columns})


def _find_file(folder: Path, table: str) -> Path | None:
    wanted = {table + suffix for suffix in _SUFFIXES}
    found = sorted(entry for entry in folder.iterdir() if entry.name.lower() in wanted)
    if len(found) > 1:
        raise DataRefused(f"{folder} holds both {found[0].name} and {found[1].name}; keep one of them")
    if not found and table in REQUIRED_TABLES:
        raise NotFound(
            "file", str(folder / f"{table}.csv"), "products and events are needed, as CSV or Parquet"
        )
    return found[0] if found else None


def _read_file(path: Path) -> DelimitedFile:
    if path.suffix.lower() != ".parquet":
        return read_delimited(path)
    refuse_unless_file(path)
    try:
        return DelimitedFile(pd.read_parquet(path))
    except (pyarrow.ArrowException, OSError, ValueError) as error:
        raise DataRefused(f"{path} cannot be read as Parquet: {_first_line(error)}") from None


def _open_database(url: str) -> Engine:
    try:
        parsed = make_url(url)
        if parsed.drivername in ("postgres", "postgresql"):
            parsed = parsed.set(drivername="postgresql+psycopg")
        engine = create_engine(parsed)
    except (ArgumentError, NoSuchModuleError, ImportError) as error:
        raise DataRefused(
            f"cannot use the database URL {hide_password(url)!r}: {_first_line(error)}"
        ) from None
    # SQLite would make an empty database out of a mistyped path.
    database = parsed.database
    if parsed.get_backend_name() == "sqlite" and database and database != ":memory:":
        refuse_unless_file(Path(database))
    return engine


def _run_query(engine: Engine, table: str, query: str) -> pd.DataFrame:
    try:
        with engine.connect() as connection:
            result = connection.execute(text(_BIND.sub(r"\\:", query)))
            if not result.returns_rows:
                raise DataRefused(f"the {table} query returns no rows of data; it must be a SELECT")
            return pd.DataFrame(result.fetchall(), columns=list(result.keys()))
    except SQLAlchemyError as error:
        reason = _first_line(getattr(error, "orig", None) or error)
        raise DataRefused(f"the {table} query failed: {reason}") from None


def _first_line(error: BaseException) -> str:
    lines = str(error).strip().splitlines()
    return lines[0] if lines else type(error).__name__
