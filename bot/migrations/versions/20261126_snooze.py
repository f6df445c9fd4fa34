"""Tickets that are put aside until a moment."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.schema import Utc

revision = "20261126_snooze"
down_revision = "20261126_matters"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "tickets", sa.Column("owed_spent", sa.Integer(), nullable=False, server_default="0")
    )
    op.add_column("tickets", sa.Column("snoozed_until", Utc(), nullable=True))
    op.create_index(
        "ix_tickets_snoozed_until",
        "tickets",
        ["snoozed_until"],
        unique=False,
        sqlite_where=sa.text("snoozed_until IS NOT NULL"),
        postgresql_where=sa.text("snoozed_until IS NOT NULL"),
    )


def downgrade() -> None:
    op.drop_index("ix_tickets_snoozed_until", table_name="tickets")
    op.drop_column("tickets", "snoozed_until")
    op.drop_column("tickets", "owed_spent")
