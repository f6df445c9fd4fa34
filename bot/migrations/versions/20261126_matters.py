"""Details, history and groups of tickets, satisfaction scores, notices, the dialogue's memory."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.schema import Utc

revision = "20261126_matters"
down_revision = "20261122_first"
branch_labels = None
depends_on = None

# Its own copy: a migration must not change when schema.py does.
Id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.add_column(
        "conversations", sa.Column("memory", sa.JSON(), nullable=False, server_default="{}")
    )
    op.add_column("tickets", sa.Column("details", sa.JSON(), nullable=False, server_default="{}"))
    op.add_column("tickets", sa.Column("group_id", Id, nullable=True))
    op.add_column("tickets", sa.Column("owed_since", Utc(), nullable=True))
    op.add_column(
        "tickets", sa.Column("owed_step", sa.Integer(), nullable=False, server_default="0")
    )
    op.add_column("tickets", sa.Column("owed_due_at", Utc(), nullable=True))
    op.add_column(
        "tickets", sa.Column("answered", sa.Boolean(), nullable=False, server_default=sa.false())
    )
    op.create_index(
        "ix_tickets_owed_due_at",
        "tickets",
        ["owed_due_at"],
        unique=False,
        sqlite_where=sa.text("owed_due_at IS NOT NULL"),
        postgresql_where=sa.text("owed_due_at IS NOT NULL"),
    )
    # Whoever waits at this moment is not forgotten: the watch looks at these first.
    op.execute(
        "UPDATE tickets SET owed_since = updated_at, owed_due_at = updated_at WHERE status = 'open'"
    )
    op.create_index(op.f("ix_tickets_group_id"), "tickets", ["group_id"], unique=False)
    op.create_index(
        "ix_tickets_intent_id_created_at", "tickets", ["intent_id", "created_at"], unique=False
    )
    op.create_table(
        "ticket_groups",
        sa.Column("id", Id, nullable=False),
        sa.Column("intent_id", sa.String(length=128), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("created_at", Utc(), nullable=False),
        sa.Column("resolved_at", Utc(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ticket_groups")),
    )
    op.create_table(
        "ticket_events",
        sa.Column("id", Id, nullable=False),
        sa.Column("ticket_id", Id, nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("after", sa.Text(), nullable=False),
        sa.Column("operator_id", Id, nullable=True),
        sa.Column("created_at", Utc(), nullable=False),
        sa.ForeignKeyConstraint(
            ["ticket_id"],
            ["tickets.id"],
            name=op.f("fk_ticket_events_ticket_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["operator_id"],
            ["operators.id"],
            name=op.f("fk_ticket_events_operator_id"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ticket_events")),
    )
    op.create_index(op.f("ix_ticket_events_ticket_id"), "ticket_events", ["ticket_id"])
    op.create_table(
        "surveys",
        sa.Column("id", Id, nullable=False),
        sa.Column("ticket_id", Id, nullable=False),
        sa.Column("score", sa.Integer(), nullable=True),
        sa.Column("comment", sa.Text(), nullable=False),
        sa.Column("asked_at", Utc(), nullable=False),
        sa.Column("answered_at", Utc(), nullable=True),
        sa.ForeignKeyConstraint(
            ["ticket_id"], ["tickets.id"], name=op.f("fk_surveys_ticket_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_surveys")),
    )
    op.create_index(op.f("ix_surveys_ticket_id"), "surveys", ["ticket_id"])
    op.create_table(
        "notices",
        sa.Column("id", Id, nullable=False),
        sa.Column("intent_id", sa.String(length=128), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("starts_at", Utc(), nullable=False),
        sa.Column("ends_at", Utc(), nullable=True),
        sa.Column("operator_id", Id, nullable=True),
        sa.Column("created_at", Utc(), nullable=False),
        sa.ForeignKeyConstraint(
            ["operator_id"],
            ["operators.id"],
            name=op.f("fk_notices_operator_id"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notices")),
    )


def downgrade() -> None:
    op.drop_table("notices")
    op.drop_index(op.f("ix_surveys_ticket_id"), table_name="surveys")
    op.drop_table("surveys")
    op.drop_index(op.f("ix_ticket_events_ticket_id"), table_name="ticket_events")
    op.drop_table("ticket_events")
    op.drop_table("ticket_groups")
    op.drop_index("ix_tickets_intent_id_created_at", table_name="tickets")
    op.drop_index(op.f("ix_tickets_group_id"), table_name="tickets")
    op.drop_index("ix_tickets_owed_due_at", table_name="tickets")
    for column in ("answered", "owed_due_at", "owed_step", "owed_since", "group_id"):
        op.drop_column("tickets", column)
    op.drop_column("tickets", "details")
    op.drop_column("conversations", "memory")
