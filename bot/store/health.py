"""How late everything is: what is due, since when, and what was given up."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ColumnElement, func, select

from bot.model import Backlog, DeadLetter
from bot.schema import conversations, outbox, tickets
from bot.store.database import Tx

#: Dead letters that are listed.
MOST = 50


async def backlogs(tx: Tx, now: datetime) -> list[Backlog]:
    """Reminders, the store's own silence, and the outbox."""
    return [
        await _late(tx, "pings", conversations.c.ping_due_at, now),
        await _late(tx, "promises", tickets.c.owed_due_at, now),
        await _late(tx, "outbox", outbox.c.due_at, now, outbox.c.delivery == "queued"),
    ]


async def dead_letters(tx: Tx) -> list[DeadLetter]:
    """Messages that were given up, the newest first."""
    newest = (
        select(func.max(tickets.c.id))
        .where(tickets.c.conversation_id == outbox.c.conversation_id)
        .scalar_subquery()
    )
    result = await tx.execute(
        select(outbox.c.channel, outbox.c.error, outbox.c.updated_at, newest.label("ticket_id"))
        .where(outbox.c.delivery == "failed")
        .order_by(outbox.c.updated_at.desc())
        .limit(MOST)
    )
    return [
        DeadLetter(
            ticket_id=row.ticket_id,
            channel=row.channel,
            error=row.error or "",
            updated_at=row.updated_at,
        )
        for row in result
    ]


async def _late(
    tx: Tx,
    name: str,
    due_at: ColumnElement[datetime] | ColumnElement[datetime | None],
    now: datetime,
    *also: ColumnElement[bool],
) -> Backlog:
    result = await tx.execute(select(func.count(), func.min(due_at)).where(due_at <= now, *also))
    count, oldest = result.one()
    return Backlog(name, count, (now - oldest).total_seconds() if oldest else 0.0)
