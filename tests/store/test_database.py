from __future__ import annotations

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from bespoke.errors import SettingsError
from store.database import Store, open_store
from store.tables import metadata
from tests.builders import NOW


def test_the_migrations_make_exactly_the_tables(store: Store) -> None:
    with store.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_opening_again_keeps_what_is_there(database_url: str) -> None:
    first = open_store(database_url)
    first.loads.record("l1", "a file", "{}", NOW)
    first.close()

    second = open_store(database_url)

    assert second.loads.find_report("l1") == "{}"
    second.close()


@pytest.mark.parametrize("url", ["nonsense", "nosuchdialect://host/db", "sqlite:////proc/nowhere/bespoke.db"])
def test_a_database_that_cannot_be_opened_is_one_clear_line(url: str) -> None:
    with pytest.raises(SettingsError, match="cannot open the database") as refused:
        open_store(url)

    assert "\n" not in str(refused.value)


def test_a_password_is_not_shown_when_the_database_does_not_answer() -> None:
    with pytest.raises(SettingsError) as refused:
        open_store("postgresql+psycopg://me:hunter2@127.0.0.1:1/shop?connect_timeout=1")

    assert "hunter2" not in str(refused.value)
