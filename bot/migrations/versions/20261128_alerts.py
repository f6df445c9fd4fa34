"""Lines for the operators' messenger outlive the process that wrote them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.schema import Id, Utc

revision = "20261128_alerts"
down_revision = "20261127_delivery"
branch_labels = None
depends_on = None

QUEUED = sa.text("state = 'queued'")


def upgrade() -> None:
    op.create_table(
        "alerts",
        sa.Column("id", Id, nullable=False),
        sa.Column("kind", sa.String(length=128), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("due_at", Utc(), nullable=False),
        sa.Column("lease_until", Utc(), nullable=True),
        sa.Column("error", sa.Text(), nullable=True),
        sa.Column("created_at", Utc(), nullable=False),
        sa.Column("updated_at", Utc(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_alerts")),
    )
    for name, columns in {
        "ix_alerts_due_at": ["due_at"],
        "ix_alerts_kind_id": ["kind", "id"],
    }.items():
        op.create_index(
            name, "alerts", columns, unique=False, sqlite_where=QUEUED, postgresql_where=QUEUED
        )


def downgrade() -> None:
    op.drop_table("alerts")
