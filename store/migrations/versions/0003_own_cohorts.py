"""Cohorts of one customer know the cohort whose copy may stand in."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("cohorts", sa.Column("crowd_id", sa.String(length=200), nullable=True))


def downgrade() -> None:
    op.drop_column("cohorts", "crowd_id")
