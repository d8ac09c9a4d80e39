"""The ledger: every call from before it is sent, what months cost, what endpoints understand."""

import sqlalchemy as sa
from alembic import op

from store.column_types import UtcMoment

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_MONTH_OF = {
    True: "UPDATE llm_calls SET month = strftime('%Y-%m', called_at / 1000000, 'unixepoch')",
    False: "UPDATE llm_calls SET month = to_char(called_at AT TIME ZONE 'UTC', 'YYYY-MM')",
}


def upgrade() -> None:
    op.create_table(
        "llm_months",
        sa.Column("month", sa.String(length=7), nullable=False),
        sa.Column("nano_usd", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("month", name=op.f("pk_llm_months")),
    )
    op.create_table(
        "llm_dialects",
        sa.Column("endpoint", sa.String(length=32), nullable=False),
        sa.Column("dialect", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("endpoint", name=op.f("pk_llm_dialects")),
    )
    op.create_table(
        "llm_batches",
        sa.Column("batch_key", sa.String(length=32), nullable=False),
        sa.Column("campaign_id", sa.String(length=200), nullable=False),
        sa.Column("endpoint", sa.String(length=32), nullable=False),
        sa.Column("batch_id", sa.String(length=200), nullable=True),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("requests", sa.Text(), nullable=False),
        sa.Column("submitted_at", UtcMoment(), nullable=False),
        sa.PrimaryKeyConstraint("batch_key", name=op.f("pk_llm_batches")),
    )
    op.create_index(op.f("ix_llm_batches_campaign_id"), "llm_batches", ["campaign_id"], unique=False)
    with op.batch_alter_table("llm_calls") as table:
        table.add_column(sa.Column("outcome", sa.String(length=10), nullable=False, server_default="usable"))
        table.add_column(sa.Column("problem", sa.Text(), nullable=False, server_default=""))
        table.add_column(sa.Column("mode", sa.String(length=10), nullable=False, server_default="live"))
        table.add_column(sa.Column("prompt_chars", sa.Integer(), nullable=False, server_default="0"))
        table.add_column(sa.Column("nano_usd", sa.BigInteger(), nullable=True))
        table.add_column(sa.Column("month", sa.String(length=7), nullable=False, server_default=""))
    calls = sa.table(
        "llm_calls",
        sa.column("usable", sa.Boolean()),
        sa.column("outcome", sa.String()),
        sa.column("cost_usd", sa.String()),
        sa.column("nano_usd", sa.BigInteger()),
    )
    op.execute(calls.update().where(sa.not_(calls.c.usable)).values(outcome="unusable"))
    op.execute(
        calls.update()
        .where(calls.c.cost_usd.is_not(None))
        .values(
            nano_usd=sa.cast(sa.cast(calls.c.cost_usd, sa.Numeric(20, 12)) * 1_000_000_000, sa.BigInteger())
        )
    )
    op.execute(_MONTH_OF[op.get_bind().dialect.name == "sqlite"])
    op.execute(
        "INSERT INTO llm_months SELECT month, SUM(COALESCE(nano_usd, 0)) FROM llm_calls GROUP BY month"
    )
    with op.batch_alter_table("llm_calls") as table:
        table.drop_column("usable")
        table.drop_column("cost_usd")
        for name in ("outcome", "problem", "mode", "prompt_chars", "month"):
            table.alter_column(name, server_default=None)
    op.create_index(op.f("ix_llm_calls_model_called_at"), "llm_calls", ["model", "called_at"], unique=False)


def downgrade() -> None:
    calls = sa.table("llm_calls", sa.column("usable", sa.Boolean()), sa.column("outcome", sa.String()))
    op.execute(calls.delete().where(calls.c.outcome.not_in(["usable", "unusable"])))
    op.drop_index(op.f("ix_llm_calls_model_called_at"), table_name="llm_calls")
    with op.batch_alter_table("llm_calls") as table:
        table.add_column(sa.Column("usable", sa.Boolean(), nullable=False, server_default=sa.true()))
        table.add_column(sa.Column("cost_usd", sa.String(length=40), nullable=True))
    op.execute(calls.update().where(calls.c.outcome == "unusable").values(usable=False))
    op.execute("UPDATE llm_calls SET cost_usd = CAST(nano_usd / 1000000000.0 AS VARCHAR(40))")
    with op.batch_alter_table("llm_calls") as table:
        table.alter_column("usable", server_default=None)
        for name in ("outcome", "problem", "mode", "prompt_chars", "nano_usd", "month"):
            table.drop_column(name)
    op.drop_index(op.f("ix_llm_batches_campaign_id"), table_name="llm_batches")
    op.drop_table("llm_batches")
    op.drop_table("llm_dialects")
    op.drop_table("llm_months")
