"""What goes first, how fast a channel may send, what its messages cost, and what is wrong."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.schema import Utc

revision = "20261127_delivery"
down_revision = "20261126_snooze"
branch_labels = None
depends_on = None

QUEUED = sa.text("delivery = 'queued'")
FAILED = sa.text("delivery = 'failed'")


def upgrade() -> None:
    op.add_column("outbox", sa.Column("rank", sa.Integer(), nullable=False, server_default="0"))
    # Reminders that wait at this moment are behind what somebody wrote, as later ones will be.
    op.execute(
        "UPDATE outbox SET rank = 2 WHERE delivery = 'queued' AND EXISTS (SELECT 1 FROM pings"
        " WHERE pings.conversation_id = outbox.conversation_id AND pings.seq = outbox.seq)"
    )
    op.drop_index("ix_outbox_due_at", table_name="outbox")
    op.create_index(
        "ix_outbox_channel_rank_due_at",
        "outbox",
        ["channel", "rank", "due_at"],
        unique=False,
        sqlite_where=QUEUED,
        postgresql_where=QUEUED,
    )
    op.create_index(
        "ix_outbox_failed",
        "outbox",
        ["updated_at"],
        unique=False,
        sqlite_where=FAILED,
        postgresql_where=FAILED,
    )
    op.create_table(
        "channel_states",
        sa.Column("channel", sa.String(length=32), nullable=False),
        sa.Column("full_at", Utc(), nullable=True),
        sa.Column("paused_until", Utc(), nullable=True),
        sa.Column("strikes", sa.Integer(), nullable=False),
        sa.Column("refused_at", Utc(), nullable=True),
        sa.Column("refusal", sa.Text(), nullable=True),
        sa.Column("fingerprint", sa.String(length=16), nullable=True),
        sa.Column("receipt", sa.String(length=128), nullable=True),
        sa.Column("receipt_at", Utc(), nullable=True),
        sa.PrimaryKeyConstraint("channel", name=op.f("pk_channel_states")),
    )
    op.create_table(
        "channel_costs",
        sa.Column("channel", sa.String(length=32), nullable=False),
        sa.Column("month", sa.String(length=7), nullable=False),
        sa.Column("messages", sa.Integer(), nullable=False),
        sa.Column("won", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("channel", "month", name=op.f("pk_channel_costs")),
    )
    op.create_table(
        "incidents",
        sa.Column("place", sa.String(length=255), nullable=False),
        sa.Column("name", sa.String(length=128), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("figure", sa.Integer(), nullable=True),
        sa.Column("began_at", Utc(), nullable=False),
        sa.Column("seen_at", Utc(), nullable=False),
        sa.PrimaryKeyConstraint("place", "name", name=op.f("pk_incidents")),
    )


def downgrade() -> None:
    op.drop_table("incidents")
    op.drop_table("channel_costs")
    op.drop_table("channel_states")
    op.drop_index("ix_outbox_failed", table_name="outbox")
    op.drop_index("ix_outbox_channel_rank_due_at", table_name="outbox")
    op.create_index(
        "ix_outbox_due_at",
        "outbox",
        ["due_at"],
        unique=False,
        sqlite_where=QUEUED,
        postgresql_where=QUEUED,
    )
    op.drop_column("outbox", "rank")
