"""First tables."""

import sqlalchemy as sa
from alembic import op

from store.column_types import Amount, UtcMoment

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "audit",
        sa.Column("audit_id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("recorded_at", UtcMoment(), nullable=False),
        sa.Column("actor", sa.String(length=200), nullable=False),
        sa.Column("action", sa.String(length=60), nullable=False),
        sa.Column("subject", sa.String(length=200), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("audit_id", name=op.f("pk_audit")),
    )
    op.create_table(
        "campaigns",
        sa.Column("campaign_id", sa.String(length=200), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("brief", sa.Text(), nullable=False),
        sa.Column("as_of", UtcMoment(), nullable=False),
        sa.Column("status", sa.String(length=10), nullable=False),
        sa.Column("model_version", sa.String(length=64), nullable=True),
        sa.Column("plan", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("campaign_id", name=op.f("pk_campaigns")),
    )
    op.create_table(
        "consents",
        sa.Column("consent_key", sa.String(length=32), nullable=False),
        sa.Column("customer_id", sa.String(length=200), nullable=False),
        sa.Column("status", sa.String(length=10), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("recorded_at", UtcMoment(), nullable=False),
        sa.PrimaryKeyConstraint("consent_key", name=op.f("pk_consents")),
    )
    op.create_index(op.f("ix_consents_customer_id"), "consents", ["customer_id"], unique=False)
    op.create_table(
        "customers",
        sa.Column("customer_id", sa.String(length=200), nullable=False),
        sa.Column("email", sa.String(length=320), nullable=True),
        sa.Column("first_name", sa.String(length=200), nullable=True),
        sa.Column("last_name", sa.String(length=200), nullable=True),
        sa.Column("locale", sa.String(length=35), nullable=False),
        sa.Column("country", sa.String(length=100), nullable=True),
        sa.Column("created_at", UtcMoment(), nullable=True),
        sa.PrimaryKeyConstraint("customer_id", name=op.f("pk_customers")),
    )
    op.create_table(
        "drafts",
        sa.Column("draft_id", sa.String(length=400), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("cohort_id", sa.String(length=200), nullable=True),
        sa.Column("variant", sa.String(length=20), nullable=True),
        sa.Column("product_id", sa.String(length=200), nullable=True),
        sa.Column("fact_sheet", sa.Text(), nullable=False),
        sa.Column("written", sa.Text(), nullable=False),
        sa.Column("status", sa.String(length=10), nullable=False),
        sa.Column("created_at", UtcMoment(), nullable=False),
        sa.Column("reviewed_by", sa.String(length=200), nullable=True),
        sa.Column("reviewed_at", UtcMoment(), nullable=True),
        sa.Column("review_note", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("draft_id", name=op.f("pk_drafts")),
    )
    op.create_table(
        "events",
        sa.Column("event_key", sa.String(length=32), nullable=False),
        sa.Column("customer_id", sa.String(length=200), nullable=True),
        sa.Column("product_id", sa.String(length=200), nullable=False),
        sa.Column("type", sa.String(length=10), nullable=False),
        sa.Column("occurred_at", UtcMoment(), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("unit_price", Amount(), nullable=True),
        sa.Column("order_id", sa.String(length=200), nullable=True),
        sa.PrimaryKeyConstraint("event_key", name=op.f("pk_events")),
    )
    op.create_index(op.f("ix_events_occurred_at"), "events", ["occurred_at"], unique=False)
    op.create_table(
        "llm_calls",
        sa.Column("request_hash", sa.String(length=32), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("usable", sa.Boolean(), nullable=False),
        sa.Column("campaign_id", sa.String(length=200), nullable=True),
        sa.Column("model", sa.String(length=100), nullable=False),
        sa.Column("prompt_version", sa.String(length=40), nullable=False),
        sa.Column("reply", sa.Text(), nullable=False),
        sa.Column("prompt_tokens", sa.Integer(), nullable=False),
        sa.Column("cached_tokens", sa.Integer(), nullable=False),
        sa.Column("completion_tokens", sa.Integer(), nullable=False),
        sa.Column("cost_usd", sa.String(length=40), nullable=True),
        sa.Column("latency_seconds", sa.Float(), nullable=False),
        sa.Column("called_at", UtcMoment(), nullable=False),
        sa.PrimaryKeyConstraint("request_hash", "attempt", name=op.f("pk_llm_calls")),
    )
    op.create_index(op.f("ix_llm_calls_campaign_id"), "llm_calls", ["campaign_id"], unique=False)
    op.create_table(
        "loads",
        sa.Column("load_id", sa.String(length=32), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("loaded_at", UtcMoment(), nullable=False),
        sa.Column("report", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("load_id", name=op.f("pk_loads")),
    )
    op.create_table(
        "models",
        sa.Column("version", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("artifact", sa.Text(), nullable=False),
        sa.Column("data_fingerprint", sa.String(length=32), nullable=False),
        sa.Column("parameters", sa.Text(), nullable=False),
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("packages", sa.Text(), nullable=False),
        sa.Column("trained_at", UtcMoment(), nullable=False),
        sa.PrimaryKeyConstraint("version", name=op.f("pk_models")),
    )
    op.create_table(
        "model_services",
        sa.Column("place", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("version", sa.String(length=64), nullable=False),
        sa.Column("since", UtcMoment(), nullable=False),
        sa.Column("actor", sa.String(length=200), nullable=False),
        sa.Column("taken_back_at", UtcMoment(), nullable=True),
        sa.ForeignKeyConstraint(["version"], ["models.version"], name=op.f("fk_model_services_version")),
        sa.PrimaryKeyConstraint("place", name=op.f("pk_model_services")),
    )
    op.create_table(
        "products",
        sa.Column("product_id", sa.String(length=200), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("category", sa.String(length=200), nullable=True),
        sa.Column("price", Amount(), nullable=False),
        sa.Column("list_price", Amount(), nullable=True),
        sa.Column("cost", Amount(), nullable=True),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("stock", sa.Integer(), nullable=True),
        sa.Column("rating", sa.Float(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("image_url", sa.Text(), nullable=True),
        sa.Column("attributes", sa.Text(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("product_id", name=op.f("pk_products")),
    )
    op.create_table(
        "quarantine",
        sa.Column("row_key", sa.String(length=32), nullable=False),
        sa.Column("load_id", sa.String(length=32), nullable=False),
        sa.Column("table_name", sa.String(length=20), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("row", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("row_key", name=op.f("pk_quarantine")),
    )
    op.create_table(
        "suppressions",
        sa.Column("address_hash", sa.String(length=32), nullable=False),
        sa.Column("reason", sa.String(length=20), nullable=False),
        sa.Column("recorded_at", UtcMoment(), nullable=False),
        sa.PrimaryKeyConstraint("address_hash", name=op.f("pk_suppressions")),
    )
    op.create_table(
        "assignments",
        sa.Column("campaign_id", sa.String(length=200), nullable=False),
        sa.Column("customer_id", sa.String(length=200), nullable=False),
        sa.Column("variant", sa.String(length=20), nullable=False),
        sa.Column("probability", sa.Float(), nullable=False),
        sa.Column("segment", sa.String(length=20), nullable=False),
        sa.Column("cohort_id", sa.String(length=200), nullable=True),
        sa.CheckConstraint("probability > 0 AND probability <= 1", name=op.f("ck_assignments_probability")),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaigns.campaign_id"], name=op.f("fk_assignments_campaign_id")
        ),
        sa.PrimaryKeyConstraint("campaign_id", "customer_id", name=op.f("pk_assignments")),
    )
    op.create_table(
        "campaign_drafts",
        sa.Column("campaign_id", sa.String(length=200), nullable=False),
        sa.Column("draft_id", sa.String(length=400), nullable=False),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaigns.campaign_id"], name=op.f("fk_campaign_drafts_campaign_id")
        ),
        sa.ForeignKeyConstraint(["draft_id"], ["drafts.draft_id"], name=op.f("fk_campaign_drafts_draft_id")),
        sa.PrimaryKeyConstraint("campaign_id", "draft_id", name=op.f("pk_campaign_drafts")),
    )
    op.create_table(
        "cohorts",
        sa.Column("campaign_id", sa.String(length=200), nullable=False),
        sa.Column("cohort_id", sa.String(length=200), nullable=False),
        sa.Column("segment", sa.String(length=20), nullable=True),
        sa.Column("category", sa.String(length=200), nullable=True),
        sa.Column("locale", sa.String(length=35), nullable=False),
        sa.Column("has_offer", sa.Boolean(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaigns.campaign_id"], name=op.f("fk_cohorts_campaign_id")
        ),
        sa.PrimaryKeyConstraint("campaign_id", "cohort_id", name=op.f("pk_cohorts")),
    )
    op.create_table(
        "messages",
        sa.Column("message_id", sa.String(length=200), nullable=False),
        sa.Column("campaign_id", sa.String(length=200), nullable=False),
        sa.Column("customer_id", sa.String(length=200), nullable=False),
        sa.Column("variant", sa.String(length=20), nullable=False),
        sa.Column("draft_id", sa.String(length=400), nullable=False),
        sa.Column("products", sa.Text(), nullable=False),
        sa.Column("status", sa.String(length=10), nullable=False),
        sa.Column("sent_at", UtcMoment(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaigns.campaign_id"], name=op.f("fk_messages_campaign_id")
        ),
        sa.PrimaryKeyConstraint("message_id", name=op.f("pk_messages")),
        sa.UniqueConstraint("campaign_id", "customer_id", name=op.f("uq_messages_campaign_id_customer_id")),
    )
    op.create_index(
        op.f("ix_messages_campaign_id_status"), "messages", ["campaign_id", "status"], unique=False
    )
    op.create_index(op.f("ix_messages_draft_id"), "messages", ["draft_id"], unique=False)
    op.create_index(
        op.f("ix_messages_customer_id_sent_at"), "messages", ["customer_id", "sent_at"], unique=False
    )


def downgrade() -> None:
    op.drop_index(op.f("ix_messages_customer_id_sent_at"), table_name="messages")
    op.drop_index(op.f("ix_messages_draft_id"), table_name="messages")
    op.drop_index(op.f("ix_messages_campaign_id_status"), table_name="messages")
    op.drop_table("messages")
    op.drop_table("cohorts")
    op.drop_table("campaign_drafts")
    op.drop_table("assignments")
    op.drop_table("suppressions")
    op.drop_table("quarantine")
    op.drop_table("products")
    op.drop_table("model_services")
    op.drop_table("models")
    op.drop_table("loads")
    op.drop_index(op.f("ix_llm_calls_campaign_id"), table_name="llm_calls")
    op.drop_table("llm_calls")
    op.drop_index(op.f("ix_events_occurred_at"), table_name="events")
    op.drop_table("events")
    op.drop_table("drafts")
    op.drop_table("customers")
    op.drop_index(op.f("ix_consents_customer_id"), table_name="consents")
    op.drop_table("consents")
    op.drop_table("campaigns")
    op.drop_table("audit")
