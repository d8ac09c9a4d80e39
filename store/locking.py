"""Locks between processes that a killed holder cannot leave behind."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine, text

from bespoke.encoding import fingerprint


@contextmanager
def hold_lock(engine: Engine, name: str) -> Iterator[bool]:
    """Yield whether the lock became ours; never waits.

    An advisory lock on PostgreSQL, a locked file beside the database on SQLite:
    both end with the process that holds them.
    """
    database = engine.url.database
    if engine.dialect.name != "sqlite":
        with _hold_advisory_lock(engine, name) as is_ours:
            yield is_ours
    elif not database or database == ":memory:":
        yield True  # no other process can reach it
    else:
        with _hold_file_lock(Path(database), name) as is_ours:
            yield is_ours


@contextmanager
def _hold_advisory_lock(engine: Engine, name: str) -> Iterator[bool]:
    key = int(fingerprint(name)[:15], 16)
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        is_ours = bool(connection.execute(text("SELECT pg_try_advisory_lock(:key)"), {"key": key}).scalar())
        try:
            yield is_ours
        finally:
            if is_ours:
                connection.execute(text("SELECT pg_advisory_unlock(:key)"), {"key": key})


@contextmanager
def _hold_file_lock(database: Path, name: str) -> Iterator[bool]:
    folder = database.parent / "locks"
    folder.mkdir(exist_ok=True)
    with (folder / fingerprint(str(database.resolve()), name)).open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
            return
        yield True
