"""By when an answer was promised: what is to do is listed by it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.schema import NEVER, Utc

revision = "20261128_queue"
down_revision = "20261128_alerts"
branch_labels = None
depends_on = None

OPEN = sa.text("status = 'open'")


def upgrade() -> None:
    # SQLite adds no column that must be filled without a default; new rows name their own.
    op.add_column(
        "tickets",
        sa.Column("owed_by", Utc(), nullable=False, server_default="9999-01-01 00:00:00.000000"),
    )
    tickets = sa.table(
        "tickets",
        sa.column("status", sa.String),
        sa.column("owed_since", Utc()),
        sa.column("owed_due_at", Utc()),
        sa.column("owed_by", Utc()),
    )
    op.execute(tickets.update().values(owed_by=NEVER))
    # Looked at once more: no step is taken twice, but the promise is written down.
    op.execute(
        tickets.update()
        .where(tickets.c.status == "open", tickets.c.owed_since.is_not(None))
        .values(owed_due_at=tickets.c.owed_since)
    )
    op.create_index(
        "ix_tickets_todo",
        "tickets",
        ["status", sa.text("priority DESC"), "owed_by", "id"],
        unique=False,
        sqlite_where=OPEN,
        postgresql_where=OPEN,
    )


def downgrade() -> None:
    op.drop_index("ix_tickets_todo", table_name="tickets")
    op.drop_column("tickets", "owed_by")
