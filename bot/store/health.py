"""How late everything is: what is due, since when, and what was given up."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime

from sqlalchemy import ColumnElement, String, func, literal_column, select

from bot.model import Backlog, DeadLetter, Rank
from bot.schema import Utc, conversations, outbox, tickets
from bot.store import outbox as rows
from bot.store.database import Tx

# Spelled out, so that a prepared statement of PostgreSQL finds the index of what failed.
_FAILED: ColumnElement[str] = literal_column("'failed'", String)

#: Dead letters that are listed.
MOST = 50


async def backlogs(
    tx: Tx, now: datetime, channels: Collection[str], since: Mapping[Rank, datetime]
) -> list[Backlog]:
    """Reminders, the store's own silence, the outbox of the channels that push; and what waits for
    something else, which is late by nobody's fault.
    """
    due, oldest, held = await rows.backlog(tx, now, channels, since)
    return [
        await _late(tx, "pings", conversations.c.ping_due_at, now),
        await _late(tx, "promises", tickets.c.owed_due_at, now),
        Backlog("outbox", due, _seconds(oldest, now)),
        Backlog("held", held, 0.0),
    ]


async def dead_letters(tx: Tx) -> list[DeadLetter]:
    """Messages that were given up, the newest first."""
    newest = (
        select(func.max(tickets.c.id))
        .where(tickets.c.conversation_id == outbox.c.conversation_id)
        .scalar_subquery()
    )
    result = await tx.execute(
        select(
            outbox.c.id,
            outbox.c.channel,
            outbox.c.error,
            outbox.c.updated_at,
            newest.label("ticket_id"),
        )
        .where(outbox.c.delivery == _FAILED)
        .order_by(outbox.c.updated_at.desc())
        .limit(MOST)
    )
    return [
        DeadLetter(
            id=row.id,
            ticket_id=row.ticket_id,
            channel=row.channel,
            error=row.error or "",
            updated_at=row.updated_at,
        )
        for row in result
    ]


async def dead(tx: Tx) -> int:
    """How many messages were given up."""
    given_up = outbox.c.delivery == _FAILED
    return (await tx.execute(select(func.count()).where(given_up))).scalar_one()


async def clock(tx: Tx) -> datetime | None:
    """The database's own clock; None for SQLite, which has none of its own."""
    if tx.dialect.name == "sqlite":
        return None
    # Not now(): that is when the transaction began.
    return (await tx.execute(select(func.clock_timestamp(type_=Utc)))).scalar_one()


async def newest(tx: Tx) -> datetime | None:
    """The latest moment at which anything is said to have changed."""
    columns = (outbox.c.updated_at, tickets.c.updated_at)
    latest = [(await tx.execute(select(func.max(column)))).scalar() for column in columns]
    return max(filter(None, latest), default=None)


async def _late(
    tx: Tx,
    name: str,
    due_at: ColumnElement[datetime] | ColumnElement[datetime | None],
    now: datetime,
) -> Backlog:
    result = await tx.execute(select(func.count(), func.min(due_at)).where(due_at <= now))
    count, oldest = result.one()
    return Backlog(name, count, _seconds(oldest, now))


def _seconds(oldest: datetime | None, now: datetime) -> float:
    return (now - oldest).total_seconds() if oldest else 0.0
