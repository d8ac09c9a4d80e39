"""Opening the database, bringing its schema up to date, and the subjects it holds."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, NoSuchModuleError

from bespoke.errors import SettingsError
from store.audit import Audit
from store.campaigns import Campaigns
from store.catalog import Catalog
from store.customers import Customers
from store.drafts import Drafts
from store.events import Events
from store.llm_batches import LlmBatches
from store.llm_costs import LlmCosts
from store.llm_ledger import LlmLedger
from store.loads import Loads
from store.messages import Messages
from store.models import Models
from store.showings import Showings


@dataclass(frozen=True, slots=True)
class Store:
    """One database, by subject. Safe to share between threads."""

    engine: Engine
    audit: Audit
    campaigns: Campaigns
    catalog: Catalog
    customers: Customers
    drafts: Drafts
    events: Events
    llm_batches: LlmBatches
    llm_costs: LlmCosts
    llm_ledger: LlmLedger
    loads: Loads
    messages: Messages
    models: Models
    showings: Showings

    def close(self) -> None:
        """Return every connection; the store cannot be used afterwards."""
        self.engine.dispose()


def open_store(url: str) -> Store:
    """A store whose schema is up to date; the file and its folder are made where SQLite needs them.

    Raises SettingsError, on one line, where the URL cannot be used or reached.
    """
    try:
        engine = _make_engine(url)
        _migrate(engine)
    except (ArgumentError, NoSuchModuleError, DatabaseError, ImportError, OSError) as error:
        reason = str(getattr(error, "orig", None) or error).strip().splitlines()[0]
        raise SettingsError(f"cannot open the database {hide_password(url)!r}: {reason}") from None
    return Store(
        engine=engine,
        audit=Audit(engine),
        campaigns=Campaigns(engine),
        catalog=Catalog(engine),
        customers=Customers(engine),
        drafts=Drafts(engine),
        events=Events(engine),
        llm_batches=LlmBatches(engine),
        llm_costs=LlmCosts(engine),
        llm_ledger=LlmLedger(engine),
        loads=Loads(engine),
        messages=Messages(engine),
        models=Models(engine),
        showings=Showings(engine),
    )


def hide_password(url: str) -> str:
    """`url` as it may be shown to people."""
    try:
        return make_url(url).render_as_string(hide_password=True)
    except ArgumentError:
        return url


def _make_engine(url: str) -> Engine:
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite":
        return create_engine(parsed, pool_pre_ping=True)
    if parsed.database and parsed.database != ":memory:":
        Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(parsed, connect_args={"timeout": 60})
    event.listen(engine, "connect", _prepare_sqlite)
    return engine


def _prepare_sqlite(connection: sqlite3.Connection, record: Any) -> None:
    # NORMAL is durable against a killed process in WAL mode; FULL only adds power cuts.
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON", "cache_size=-65536"):
        connection.execute(f"PRAGMA {pragma}")


def migration_config() -> Config:
    """Alembic's configuration, which needs no ini file."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    return config


def _migrate(engine: Engine) -> None:
    config = migration_config()
    newest = ScriptDirectory.from_config(config).get_current_head()
    with engine.connect() as connection:
        current = MigrationContext.configure(connection).get_current_revision()
    if current == newest:
        return
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
