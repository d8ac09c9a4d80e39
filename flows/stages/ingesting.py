"""From a shop's data to the store, with a quality report."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated, Literal, Self, get_args

from pydantic import Field, ValidationError, model_validator

from audience.loading import LoadOutcome, load_shop
from audience.online_retail import read_online_retail
from audience.quality import check_tables
from audience.readers import read_folder, read_sql
from audience.sample_pictures import draw_pictures
from audience.sample_shop import make_sample_shop
from audience.shop_tables import ShopTables
from bespoke.brief import summarize_validation
from bespoke.errors import DataRefused
from bespoke.forms import FROM_WORDS, FormPart, offered_in_words
from bespoke.settings import Settings
from flows.wiring import Workspace

SourceKind = Literal["folder", "online_retail", "sql", "sample"]


class ShopSource(FormPart):
    """Where the shop's data is."""

    kind: Annotated[SourceKind, FROM_WORDS, offered_in_words(get_args(SourceKind))] = Field(
        default="folder", title="What is it?"
    )
    """A folder of CSV or Parquet files, the UCI Online Retail file, a database, or the sample shop."""

    path: Path | None = Field(default=None, title="Folder or file")
    """For a folder or the Online Retail file: where it lies on the machine that runs this."""

    database_url: str | None = Field(default=None, title="Database URL")
    """For a database: an SQLAlchemy URL such as postgresql://reader@host/shop."""

    queries: dict[str, str] = Field(default_factory=dict, title="Queries")
    """For a database: a SELECT each for customers, products, events and consents."""

    demo_contacts: bool = Field(default=False, title="Make up contacts")
    """For the Online Retail file, which has no addresses: invent some, for trying out only."""

    sample_customers: int = Field(default=3000, ge=50, le=1_000_000, title="Sample customers")
    """For the sample shop: how many customers it has."""

    @model_validator(mode="after")
    def _has_what_its_kind_needs(self) -> Self:
        if self.kind in ("folder", "online_retail") and self.path is None:
            raise ValueError(f"a source of kind {self.kind!r} needs a path")
        if self.kind == "sql" and not (self.database_url and self.queries):
            raise ValueError("a source of kind 'sql' needs a database_url and queries")
        return self


def parse_source(values: object) -> ShopSource:
    """A source from plain values; raises DataRefused with every problem on one line."""
    try:
        return ShopSource.model_validate(values)
    except ValidationError as error:
        raise DataRefused(f"source: {summarize_validation(error)}") from None


def ingest(ws: Workspace, source: ShopSource, now: datetime | None = None) -> LoadOutcome:
    """Read, check and load a shop. Loading the same contents again changes nothing.

    Raises NotFound and DataRefused.
    """
    now = now or ws.clock()
    settings = ws.settings
    checked = check_tables(
        read_source(source, now),
        currency=settings.brand.currency,
        locale=settings.brand.default_locale,
        refuse_above=settings.audience.refuse_load_above,
    )
    return load_shop(ws.store, checked, now)


def read_source(source: ShopSource, now: datetime) -> ShopTables:
    """The shop's tables as they come, unchecked."""
    if source.kind == "sample":
        # To the day, so that loading it twice on one day changes nothing.
        midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
        return make_sample_shop(source.sample_customers, until=midnight)
    if source.kind == "sql":
        return read_sql(source.database_url or "", source.queries)
    path = source.path or Path()
    if source.kind == "online_retail":
        return read_online_retail(path, demo_contacts=source.demo_contacts)
    return read_folder(path)


def source_from_options(
    path: Path | None,
    online_retail: bool,
    demo_contacts: bool,
    database_url: str | None,
    queries: list[str],
    sample: bool,
) -> ShopSource:
    """The source that the command line's options name; raises DataRefused where they do not add up."""
    if sum([path is not None, database_url is not None, sample]) != 1:
        raise DataRefused("give one of: a PATH, --from-database, or --sample")
    if sample:
        return ShopSource(kind="sample")
    if database_url is not None:
        if not queries:
            raise DataRefused(
                "--from-database needs --query TABLE='SELECT …', at least for products and events"
            )
        return ShopSource(kind="sql", database_url=database_url, queries=_parse_queries(queries))
    kind: Literal["folder", "online_retail"] = "online_retail" if online_retail else "folder"
    return ShopSource(kind=kind, path=path, demo_contacts=demo_contacts)


def _parse_queries(queries: list[str]) -> dict[str, str]:
    parsed = {}
    for query in queries:
        table, equals, statement = query.partition("=")
        if not equals or not statement.strip():
            raise DataRefused(f"--query {query!r} is not of the form TABLE=SELECT …")
        parsed[table.strip()] = statement.strip()
    return parsed


def draw_sample_pictures(ws: Workspace) -> Path:
    """Pictures of the sample shop's products beside the outbox, where its contact sheets find them."""
    folder = sample_pictures_folder(ws.settings)
    draw_pictures(ws.store.catalog.products(), folder)
    return folder


def sample_pictures_folder(settings: Settings) -> Path:
    """Where the sample shop's pictures lie."""
    return settings.delivery.outbox / "images"
