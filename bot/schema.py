"""The tables. Migrations must lead exactly here; a test compares them on both databases."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Named,
    String,
    Table,
    Text,
    TypedColumns,
    TypeDecorator,
    UniqueConstraint,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# SQLite counts by itself only in a column that is exactly INTEGER PRIMARY KEY.
Id = BigInteger().with_variant(Integer, "sqlite")


#: No moment at all, where one must stand to be sorted by.
NEVER = datetime(9999, 1, 1, tzinfo=UTC)


class Utc(TypeDecorator[datetime]):
    """An aware UTC datetime. SQLite keeps no zone, so it is put back on the way out."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("times are aware UTC, this one has no zone")
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class CustomerColumns(TypedColumns):
    """One person on one channel; `address` is the channel's own opaque id."""

    id = Column(Id, primary_key=True)
    channel: Named[str] = Column(String(32))
    address: Named[str] = Column(String(255))
    created_at: Named[datetime] = Column(Utc)


customers = Table("customers", metadata, CustomerColumns, UniqueConstraint("channel", "address"))


class ConversationColumns(TypedColumns):
    """Everything said with one customer, and what the dialogue remembers of it."""

    id = Column(Id, primary_key=True)
    customer_id: Named[int] = Column(
        Id, ForeignKey("customers.id", ondelete="CASCADE"), unique=True
    )
    mode: Named[str] = Column(String(16))
    waiting_on: Named[str] = Column(String(16))
    waiting_since: Named[datetime] = Column(Utc)
    misses: Named[int] = Column(Integer)
    question: Named[dict[str, Any] | None] = Column(JSON(none_as_null=True), nullable=True)
    matter: Named[str] = Column(Text)
    words: Named[str] = Column(Text)
    memory: Named[dict[str, Any]] = Column(JSON)
    # The unresolved ticket. No foreign key: it would close a circle with tickets.conversation_id.
    ticket_id: Named[int | None] = Column(Id, nullable=True)
    last_seq: Named[int] = Column(Integer)
    episode: Named[int] = Column(Integer)
    ping_step: Named[int] = Column(Integer)
    ping_due_at: Named[datetime | None] = Column(Utc, nullable=True)
    created_at: Named[datetime] = Column(Utc)
    updated_at: Named[datetime] = Column(Utc)


conversations = Table("conversations", metadata, ConversationColumns)
# Planning must touch what is due, not what exists: nearly all conversations wait for nothing.
Index(
    "ix_conversations_ping_due_at",
    conversations.c.ping_due_at,
    sqlite_where=conversations.c.ping_due_at.is_not(None),
    postgresql_where=conversations.c.ping_due_at.is_not(None),
)


class MessageColumns(TypedColumns):
    """A line of a conversation. `seq` is given out under the conversation's lock, without gaps."""

    conversation_id: Named[int] = Column(
        Id,
        ForeignKey("conversations.id", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    )
    seq: Named[int] = Column(Integer, primary_key=True, autoincrement=False)
    author: Named[str] = Column(String(16))
    body: Named[dict[str, Any]] = Column(JSON)
    event_id: Named[str | None] = Column(String(128), nullable=True)
    reply_to: Named[int | None] = Column(Integer, nullable=True)
    operator_id: Named[int | None] = Column(
        Id, ForeignKey("operators.id", ondelete="SET NULL"), nullable=True
    )
    ping_step: Named[int | None] = Column(Integer, nullable=True)
    created_at: Named[datetime] = Column(Utc)


messages = Table(
    "messages", metadata, MessageColumns, UniqueConstraint("conversation_id", "event_id")
)


class GroupColumns(TypedColumns):
    """Similar tickets that came in within an hour: one matter of the store, many customers."""

    id = Column(Id, primary_key=True)
    intent_id: Named[str] = Column(String(128))
    title: Named[str] = Column(Text)
    created_at: Named[datetime] = Column(Utc)
    resolved_at: Named[datetime | None] = Column(Utc, nullable=True)


groups = Table("ticket_groups", metadata, GroupColumns)


class TicketColumns(TypedColumns):
    """A matter a person must handle. `words` are the customer's own."""

    id = Column(Id, primary_key=True)
    conversation_id: Named[int] = Column(
        Id, ForeignKey("conversations.id", ondelete="CASCADE"), index=True
    )
    category: Named[str] = Column(String(32))
    intent_id: Named[str | None] = Column(String(128), nullable=True)
    title: Named[str] = Column(Text)
    words: Named[str] = Column(Text)
    details: Named[dict[str, Any]] = Column(JSON)
    status: Named[str] = Column(String(16))
    priority: Named[int] = Column(Integer)
    # No foreign key: SQLite could not take the column back. Groups are never deleted.
    group_id: Named[int | None] = Column(Id, nullable=True, index=True)
    assignee_id: Named[int | None] = Column(
        Id, ForeignKey("operators.id", ondelete="SET NULL"), nullable=True
    )
    created_at: Named[datetime] = Column(Utc)
    updated_at: Named[datetime] = Column(Utc, index=True)
    resolved_at: Named[datetime | None] = Column(Utc, nullable=True)
    # Since when the store owes the next step, the step that its silence has come to, and when the
    # next one is due; all empty while somebody else is to act.
    owed_since: Named[datetime | None] = Column(Utc, nullable=True)
    owed_step: Named[int] = Column(Integer)
    owed_due_at: Named[datetime | None] = Column(Utc, nullable=True)
    # By when it was promised; NEVER while it is not.
    owed_by: Named[datetime] = Column(Utc)
    # Seconds of opening time that were used up before the customer was asked something, or the
    # ticket was put aside; less what `allow` gave it, so it may be below zero.
    owed_spent: Named[int] = Column(Integer)
    # Until when an operator put it aside.
    snoozed_until: Named[datetime | None] = Column(Utc, nullable=True)
    # An operator has answered at least once: further lines have a target of their own.
    answered: Named[bool] = Column(Boolean)


# AUTOINCREMENT: a number once told to a customer is never given to another matter.
tickets = Table("tickets", metadata, TicketColumns, sqlite_autoincrement=True)
Index("ix_tickets_status_updated_at", tickets.c.status, tickets.c.updated_at)
Index(
    "ix_tickets_owed_due_at",
    tickets.c.owed_due_at,
    sqlite_where=tickets.c.owed_due_at.is_not(None),
    postgresql_where=tickets.c.owed_due_at.is_not(None),
)
# What is to do, as it is listed: the most urgent first, then whose promise ends first. The status
# is the same in all of it, but SQLite prefers any index by which it finds something that is equal.
Index(
    "ix_tickets_todo",
    tickets.c.status,
    tickets.c.priority.desc(),
    tickets.c.owed_by,
    tickets.c.id,
    sqlite_where=tickets.c.status == "open",
    postgresql_where=tickets.c.status == "open",
)
Index(
    "ix_tickets_snoozed_until",
    tickets.c.snoozed_until,
    sqlite_where=tickets.c.snoozed_until.is_not(None),
    postgresql_where=tickets.c.snoozed_until.is_not(None),
)
# Whom a new ticket resembles is asked for every one that is filed.
Index("ix_tickets_intent_id_created_at", tickets.c.intent_id, tickets.c.created_at)


class EventColumns(TypedColumns):
    """The history of a ticket: nothing in it is ever changed."""

    id = Column(Id, primary_key=True)
    ticket_id: Named[int] = Column(Id, ForeignKey("tickets.id", ondelete="CASCADE"), index=True)
    kind: Named[str] = Column(String(32))
    before: Named[str] = Column(Text)
    after: Named[str] = Column(Text)
    operator_id: Named[int | None] = Column(
        Id, ForeignKey("operators.id", ondelete="SET NULL"), nullable=True
    )
    created_at: Named[datetime] = Column(Utc)


ticket_events = Table("ticket_events", metadata, EventColumns)


class SurveyColumns(TypedColumns):
    """One satisfaction question: a ticket that is resolved twice has two."""

    id = Column(Id, primary_key=True)
    ticket_id: Named[int] = Column(Id, ForeignKey("tickets.id", ondelete="CASCADE"), index=True)
    score: Named[int | None] = Column(Integer, nullable=True)
    comment: Named[str] = Column(Text)
    asked_at: Named[datetime] = Column(Utc)
    answered_at: Named[datetime | None] = Column(Utc, nullable=True)


surveys = Table("surveys", metadata, SurveyColumns)


class NoticeColumns(TypedColumns):
    """What the store says about an entry for a while, in place of its usual answer."""

    id = Column(Id, primary_key=True)
    intent_id: Named[str] = Column(String(128))
    text: Named[str] = Column(Text)
    starts_at: Named[datetime] = Column(Utc)
    ends_at: Named[datetime | None] = Column(Utc, nullable=True)
    operator_id: Named[int | None] = Column(
        Id, ForeignKey("operators.id", ondelete="SET NULL"), nullable=True
    )
    created_at: Named[datetime] = Column(Utc)


notices = Table("notices", metadata, NoticeColumns)


class OutboxColumns(TypedColumns):
    """A message that must leave.

    `lease_until` is set while somebody sends it; a crash lets it lapse.
    """

    id = Column(Id, primary_key=True)
    conversation_id: Named[int] = Column(Id, ForeignKey("conversations.id", ondelete="CASCADE"))
    seq: Named[int] = Column(Integer)
    channel: Named[str] = Column(String(32))
    delivery: Named[str] = Column(String(16))
    # model.Rank, which says what leaves first of all that is due.
    rank: Named[int] = Column(Integer)
    attempts: Named[int] = Column(Integer)
    due_at: Named[datetime] = Column(Utc)
    lease_until: Named[datetime | None] = Column(Utc, nullable=True)
    error: Named[str | None] = Column(Text, nullable=True)
    # The customer's line whose direct answer took this message along.
    carried_by: Named[int | None] = Column(Integer, nullable=True)
    created_at: Named[datetime] = Column(Utc)
    updated_at: Named[datetime] = Column(Utc, index=True)


outbox = Table("outbox", metadata, OutboxColumns, UniqueConstraint("conversation_id", "seq"))
Index(
    "ix_outbox_channel_rank_due_at",
    outbox.c.channel,
    outbox.c.rank,
    outbox.c.due_at,
    sqlite_where=outbox.c.delivery == "queued",
    postgresql_where=outbox.c.delivery == "queued",
)
# What was given up is looked at every few seconds, among all that was ever sent.
Index(
    "ix_outbox_failed",
    outbox.c.updated_at,
    sqlite_where=outbox.c.delivery == "failed",
    postgresql_where=outbox.c.delivery == "failed",
)


class ChannelStateColumns(TypedColumns):
    """What processes must know together to send by one channel."""

    channel: Named[str] = Column(String(32), primary_key=True)
    full_at: Named[datetime | None] = Column(Utc, nullable=True)
    paused_until: Named[datetime | None] = Column(Utc, nullable=True)
    strikes: Named[int] = Column(Integer)
    # Why the far side does not take our credentials, since when, and which ones: others are free
    # of that.
    refused_at: Named[datetime | None] = Column(Utc, nullable=True)
    refusal: Named[str | None] = Column(Text, nullable=True)
    fingerprint: Named[str | None] = Column(String(16), nullable=True)
    # What it called one of our latest messages, by which it can be asked.
    receipt: Named[str | None] = Column(String(128), nullable=True)
    receipt_at: Named[datetime | None] = Column(Utc, nullable=True)


channel_states = Table("channel_states", metadata, ChannelStateColumns)


class ChannelCostColumns(TypedColumns):
    """A channel's bill of one Korean calendar month (`2026-11`)."""

    channel: Named[str] = Column(String(32), primary_key=True)
    month: Named[str] = Column(String(7), primary_key=True)
    messages: Named[int] = Column(Integer)
    won: Named[int] = Column(Integer)


channel_costs = Table("channel_costs", metadata, ChannelCostColumns)


class IncidentColumns(TypedColumns):
    """A trouble that lasts and was told. `place` is the process it is about, or empty."""

    place: Named[str] = Column(String(255), primary_key=True)
    name: Named[str] = Column(String(128), primary_key=True)
    text: Named[str] = Column(Text)
    # How many were told of, for what is counted instead of ended.
    figure: Named[int | None] = Column(Integer, nullable=True)
    began_at: Named[datetime] = Column(Utc)
    seen_at: Named[datetime] = Column(Utc)


incidents = Table("incidents", metadata, IncidentColumns)


class AlertColumns(TypedColumns):
    """A line that must reach the operators' messenger. It is gone when it has.

    `lease_until` is set while somebody posts it; a crash lets it lapse.
    """

    id = Column(Id, primary_key=True)
    # What it is about: many lines of one kind are told as one.
    kind: Named[str] = Column(String(128))
    text: Named[str] = Column(Text)
    # queued, or failed: the messenger will never take it.
    state: Named[str] = Column(String(16))
    attempts: Named[int] = Column(Integer)
    due_at: Named[datetime] = Column(Utc)
    lease_until: Named[datetime | None] = Column(Utc, nullable=True)
    error: Named[str | None] = Column(Text, nullable=True)
    created_at: Named[datetime] = Column(Utc)
    updated_at: Named[datetime] = Column(Utc)


alerts = Table("alerts", metadata, AlertColumns)
Index(
    "ix_alerts_due_at",
    alerts.c.due_at,
    sqlite_where=alerts.c.state == "queued",
    postgresql_where=alerts.c.state == "queued",
)
# Whether an earlier line of its kind waits is asked for each that is due.
Index(
    "ix_alerts_kind_id",
    alerts.c.kind,
    alerts.c.id,
    sqlite_where=alerts.c.state == "queued",
    postgresql_where=alerts.c.state == "queued",
)


class PingColumns(TypedColumns):
    """One row per silence (`episode`) and step: the database itself refuses a second one."""

    conversation_id: Named[int] = Column(
        Id,
        ForeignKey("conversations.id", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    )
    episode: Named[int] = Column(Integer, primary_key=True, autoincrement=False)
    step: Named[int] = Column(Integer, primary_key=True, autoincrement=False)
    seq: Named[int] = Column(Integer)
    created_at: Named[datetime] = Column(Utc)


pings = Table("pings", metadata, PingColumns)


class OperatorColumns(TypedColumns):
    """A console account.

    `one_time`: the password was made by the server and is not yet replaced.
    """

    id = Column(Id, primary_key=True)
    name: Named[str] = Column(String(64), unique=True)
    role: Named[str] = Column(String(16))
    password_hash: Named[str] = Column(Text)
    one_time: Named[bool] = Column(Boolean)
    created_at: Named[datetime] = Column(Utc)


operators = Table("operators", metadata, OperatorColumns)


class SessionColumns(TypedColumns):
    """A console login. Only the SHA-256 of the cookie is kept."""

    token_hash: Named[str] = Column(String(64), primary_key=True)
    operator_id: Named[int] = Column(Id, ForeignKey("operators.id", ondelete="CASCADE"), index=True)
    created_at: Named[datetime] = Column(Utc)
    expires_at: Named[datetime] = Column(Utc, index=True)


sessions = Table("sessions", metadata, SessionColumns)


class LoginFailureColumns(TypedColumns):
    """A wrong password, kept for as long as it counts against the next try."""

    id = Column(Id, primary_key=True)
    name: Named[str] = Column(String(64))
    peer: Named[str] = Column(String(64))
    created_at: Named[datetime] = Column(Utc, index=True)


login_failures = Table("login_failures", metadata, LoginFailureColumns)
