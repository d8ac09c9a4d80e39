"""Every table. Natural keys carry unique constraints, so that a rerun cannot repeat a write."""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from bespoke.domain import FactSheet, RecommendedProduct, WrittenCopy
from store.column_types import Amount, Encoded, UtcMoment

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _key(name: str) -> Column[str]:
    return Column(name, String(200), primary_key=True)


def _campaign_key(primary: bool = True) -> Column[str]:
    return Column(
        "campaign_id", String(200), ForeignKey("campaigns.campaign_id"), primary_key=primary, nullable=False
    )


customers = Table(
    "customers",
    metadata,
    _key("customer_id"),
    Column("email", String(320)),
    Column("first_name", String(200)),
    Column("last_name", String(200)),
    Column("locale", String(35), nullable=False),
    Column("country", String(100)),
    Column("created_at", UtcMoment),
)

products = Table(
    "products",
    metadata,
    _key("product_id"),
    Column("title", Text, nullable=False),
    Column("description", Text, nullable=False),
    Column("category", String(200)),
    Column("price", Amount, nullable=False),
    Column("list_price", Amount),
    Column("cost", Amount),  # the shop's own secret: no Product carries it, so no copy can tell it
    Column("currency", String(3), nullable=False),
    Column("stock", Integer),
    Column("rating", Float),
    Column("url", Text),
    Column("image_url", Text),
    Column("attributes", Encoded(dict[str, str]), nullable=False),
    Column("active", Boolean, nullable=False),
)

events = Table(
    "events",
    metadata,
    Column("event_key", String(32), primary_key=True),
    Column("customer_id", String(200)),  # empty for guests
    Column("product_id", String(200), nullable=False),
    Column("type", String(10), nullable=False),
    Column("occurred_at", UtcMoment, nullable=False),
    Column("quantity", Integer, nullable=False),
    Column("unit_price", Amount),
    Column("order_id", String(200)),
    Index(None, "occurred_at"),
)

consents = Table(
    "consents",
    metadata,
    Column("consent_key", String(32), primary_key=True),
    Column("customer_id", String(200), nullable=False),
    Column("status", String(10), nullable=False),
    Column("source", Text, nullable=False),  # where it was given, e.g. "checkout", "demo"
    Column("recorded_at", UtcMoment, nullable=False),
    Index(None, "customer_id"),
)

suppressions = Table(
    "suppressions",
    metadata,
    Column("address_hash", String(32), primary_key=True),
    Column("reason", String(20), nullable=False),
    Column("recorded_at", UtcMoment, nullable=False),
)

loads = Table(
    "loads",
    metadata,
    Column("load_id", String(32), primary_key=True),  # fingerprint of the contents
    Column("source", Text, nullable=False),
    Column("loaded_at", UtcMoment, nullable=False),
    Column("report", Text, nullable=False),
)

quarantine = Table(
    "quarantine",
    metadata,
    Column("row_key", String(32), primary_key=True),
    Column("load_id", String(32), nullable=False),
    Column("table_name", String(20), nullable=False),
    Column("reason", Text, nullable=False),
    Column("row", Text, nullable=False),
)

models = Table(
    "models",
    metadata,
    Column("version", String(64), primary_key=True),
    Column("kind", String(40), nullable=False),
    Column("artifact", Text, nullable=False),
    Column("data_fingerprint", String(32), nullable=False),
    Column("parameters", Text, nullable=False),
    Column("report", Text, nullable=False),
    Column("packages", Text, nullable=False),
    Column("trained_at", UtcMoment, nullable=False),
)

# A row each time a model is put in service; the last one not taken back serves.
model_services = Table(
    "model_services",
    metadata,
    Column("place", Integer, primary_key=True, autoincrement=True),
    Column("version", String(64), ForeignKey("models.version"), nullable=False),
    Column("since", UtcMoment, nullable=False),
    Column("actor", String(200), nullable=False),
    Column("taken_back_at", UtcMoment),
)

campaigns = Table(
    "campaigns",
    metadata,
    _key("campaign_id"),
    Column("name", String(80), nullable=False),
    Column("brief", Text, nullable=False),
    Column("as_of", UtcMoment, nullable=False),  # the moment its facts are true of
    Column("status", String(10), nullable=False),
    Column("model_version", String(64)),
    Column("plan", Text),  # what planning counted, as JSON; set once planning is complete
)

cohorts = Table(
    "cohorts",
    metadata,
    _campaign_key(),
    _key("cohort_id"),
    Column("segment", String(20)),
    Column("category", String(200)),
    Column("locale", String(35), nullable=False),
    Column("has_offer", Boolean, nullable=False),
    Column("size", Integer, nullable=False),
)

assignments = Table(
    "assignments",
    metadata,
    _campaign_key(),
    _key("customer_id"),
    Column("variant", String(20), nullable=False),
    Column("probability", Float, nullable=False),
    Column("segment", String(20), nullable=False),
    Column("cohort_id", String(200)),
    CheckConstraint("probability > 0 AND probability <= 1", name="probability"),
)

drafts = Table(
    "drafts",
    metadata,
    Column("draft_id", String(400), primary_key=True),  # says what it is written for and from
    Column("kind", String(10), nullable=False),
    Column("cohort_id", String(200)),
    Column("variant", String(20)),
    Column("product_id", String(200)),
    Column("fact_sheet", Encoded(FactSheet), nullable=False),
    Column("written", Encoded(WrittenCopy), nullable=False),
    Column("status", String(10), nullable=False),
    Column("created_at", UtcMoment, nullable=False),
    Column("reviewed_by", String(200)),
    Column("reviewed_at", UtcMoment),
    Column("review_note", Text, nullable=False),
)

# Blurbs serve many campaigns, so a campaign's drafts are links.
campaign_drafts = Table(
    "campaign_drafts",
    metadata,
    _campaign_key(),
    Column("draft_id", String(400), ForeignKey("drafts.draft_id"), primary_key=True),
)

messages = Table(
    "messages",
    metadata,
    _key("message_id"),
    _campaign_key(primary=False),
    Column("customer_id", String(200), nullable=False),
    Column("variant", String(20), nullable=False),
    Column("draft_id", String(400), nullable=False),  # planned before the draft is written
    Column("products", Encoded(tuple[RecommendedProduct, ...]), nullable=False),
    Column("status", String(10), nullable=False),
    Column("sent_at", UtcMoment),
    Column("note", Text, nullable=False),  # why it was withheld
    UniqueConstraint("campaign_id", "customer_id"),
    Index(None, "campaign_id", "status"),
    Index(None, "draft_id"),
    Index(None, "customer_id", "sent_at"),
)

llm_calls = Table(
    "llm_calls",
    metadata,
    Column("request_hash", String(32), primary_key=True),
    Column("attempt", Integer, primary_key=True),  # 1 is the first time it was sent
    Column("campaign_id", String(200)),
    Column("model", String(100), nullable=False),
    Column("prompt_version", String(40), nullable=False),
    Column("reply", Text, nullable=False),
    Column("prompt_tokens", Integer, nullable=False),
    Column("cached_tokens", Integer, nullable=False),
    Column("completion_tokens", Integer, nullable=False),
    Column("latency_seconds", Float, nullable=False),
    Column("called_at", UtcMoment, nullable=False),
    Column("outcome", String(10), nullable=False),
    Column("problem", Text, nullable=False),
    Column("mode", String(10), nullable=False),
    Column("prompt_chars", Integer, nullable=False),
    Column("nano_usd", BigInteger),  # empty where the model's price is not known
    Column("month", String(7), nullable=False),  # e.g. "2026-11", UTC
    Index(None, "campaign_id"),
    Index(None, "model", "called_at"),
)

# What each month's calls cost, those in flight at their worst: one row, so that no two
# processes together can spend more than the month allows.
llm_months = Table(
    "llm_months",
    metadata,
    Column("month", String(7), primary_key=True),  # e.g. "2026-11", UTC
    Column("nano_usd", BigInteger, nullable=False),
)

# What an endpoint was found to understand, so that it is found out once.
llm_dialects = Table(
    "llm_dialects",
    metadata,
    Column("endpoint", String(32), primary_key=True),  # fingerprint of its address and the model
    Column("dialect", Text, nullable=False),
)

llm_batches = Table(
    "llm_batches",
    metadata,
    Column("batch_key", String(32), primary_key=True),  # fingerprint of the requests in it
    Column("campaign_id", String(200), nullable=False),
    Column("endpoint", String(32), nullable=False),
    Column("batch_id", String(200)),  # the endpoint's; empty until it is known
    Column("status", String(20), nullable=False),
    Column("requests", Text, nullable=False),
    Column("submitted_at", UtcMoment, nullable=False),
    Index(None, "campaign_id"),
)

audit = Table(
    "audit",
    metadata,
    Column("audit_id", Integer, primary_key=True, autoincrement=True),
    Column("recorded_at", UtcMoment, nullable=False),
    Column("actor", String(200), nullable=False),
    Column("action", String(60), nullable=False),
    Column("subject", String(200), nullable=False),
    Column("detail", Text, nullable=False),
)


def column_names(table: Table) -> list[str]:
    """The table's column names in order."""
    columns: Any = table.columns
    return [column.name for column in columns]
