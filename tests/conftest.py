"""Fixtures for every test: a real database, and no network but this machine's own."""

from __future__ import annotations

import os
import socket
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from sqlalchemy import create_engine, make_url, text

from store.database import Store, open_store

POSTGRES = os.environ.get("BESPOKE_TEST_POSTGRES_URL")
settings.register_profile("bespoke", deadline=None)  # a busy machine is no failure
settings.load_profile("bespoke")
_LOOPBACK = ("127.", "::1", "localhost")


@pytest.fixture(autouse=True)
def _block_the_network(monkeypatch: pytest.MonkeyPatch) -> None:
    connect = socket.socket.connect

    def connect_locally(self: socket.socket, address: Any) -> None:
        if self.family != socket.AF_UNIX and not str(address[0]).startswith(_LOOPBACK):
            pytest.fail(f"a test tried to reach {address}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", connect_locally)


@pytest.fixture(autouse=True)
def _forget_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.startswith(("BESPOKE_", "OPENAI_", "MLFLOW_")) and name != "BESPOKE_TEST_POSTGRES_URL":
            monkeypatch.delenv(name)


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """An empty database of each kind; PostgreSQL where BESPOKE_TEST_POSTGRES_URL names a server."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'bespoke.db'}"
        return
    if POSTGRES is None:
        pytest.skip("BESPOKE_TEST_POSTGRES_URL names no PostgreSQL server")
    admin = create_engine(POSTGRES, isolation_level="AUTOCOMMIT")
    name = f"test_{uuid.uuid4().hex}"
    with admin.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    yield make_url(POSTGRES).set(database=name).render_as_string(hide_password=False)
    with admin.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    admin.dispose()


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    """An empty store, on each kind of database."""
    opened = open_store(database_url)
    yield opened
    opened.close()


@pytest.fixture
def sqlite_store(tmp_path: Path) -> Iterator[Store]:
    """An empty store for tests that are not about the database."""
    opened = open_store(f"sqlite:///{tmp_path / 'bespoke.db'}")
    yield opened
    opened.close()
