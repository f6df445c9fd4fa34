"""By when the store owes a ticket its next step, and what stands still meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import datetime, timedelta

from sqlalchemy import bindparam, case, select, update

from bot.schema import NEVER, Utc, tickets
from bot.store.database import Tx

_running = select(tickets.c.id, tickets.c.owed_since, tickets.c.owed_spent).where(
    tickets.c.id.in_(bindparam("ids", expanding=True)), tickets.c.owed_since.is_not(None)
)

_pause = (
    update(tickets)
    .where(tickets.c.id == bindparam("ticket"))
    .values(owed_since=None, owed_due_at=None, owed_by=NEVER, owed_spent=bindparam("spent"))
)

_put_off = (
    update(tickets)
    .where(tickets.c.id == bindparam("ticket"))
    .values(
        {
            name: case(
                (tickets.c[name] < bindparam("until", type_=Utc), bindparam("until")),
                else_=tickets.c[name],
            )
            for name in ("owed_due_at", "snoozed_until")
        }
    )
)


async def pause(
    tx: Tx, ticket_ids: Collection[int], passed: Callable[[datetime], timedelta]
) -> None:
    """The store's time stands still for these; what is used up is kept, and the rest waits.

    `passed`: how much of the store's time has passed since a moment.
    """
    if not ticket_ids:
        return
    running = (await tx.execute(_running, {"ids": sorted(ticket_ids)})).all()
    used = [
        {"ticket": row.id, "spent": row.owed_spent + int(passed(row.owed_since).total_seconds())}
        for row in running
    ]
    if used:
        await tx.execute(_pause, used)


async def snooze(tx: Tx, ticket_id: int, now: datetime, until: datetime) -> None:
    """Put a ticket aside; before it, `pause` its time."""
    await tx.execute(
        update(tickets)
        .where(tickets.c.id == ticket_id)
        .values(status="snoozed", snoozed_until=until, resolved_at=None, updated_at=now)
    )


async def asleep(tx: Tx, now: datetime, limit: int) -> list[tuple[int, int]]:
    """(ticket, conversation) of what was put aside until now or before, the oldest first."""
    due = (
        select(tickets.c.id, tickets.c.conversation_id)
        .where(tickets.c.snoozed_until <= now)
        .order_by(tickets.c.snoozed_until)
        .limit(limit)
    )
    return [(row.id, row.conversation_id) for row in await tx.execute(due)]


async def late(tx: Tx, now: datetime, limit: int) -> list[tuple[int, int]]:
    """(ticket, conversation) whose next step of the store's silence is due, the oldest first."""
    result = await tx.execute(
        select(tickets.c.id, tickets.c.conversation_id)
        .where(tickets.c.owed_due_at <= now, tickets.c.owed_since.is_not(None))
        .order_by(tickets.c.owed_due_at)
        .limit(limit)
    )
    return [(row.id, row.conversation_id) for row in result]


async def owed(tx: Tx, after: int, limit: int) -> list[tuple[int, int]]:
    """(ticket, conversation) of tickets that the store owes, those of conversations behind `after`,
    in the order in which these are locked.
    """
    result = await tx.execute(
        select(tickets.c.id, tickets.c.conversation_id)
        .where(
            tickets.c.status == "open",
            tickets.c.owed_since.is_not(None),
            tickets.c.conversation_id > after,
        )
        .order_by(tickets.c.conversation_id)
        .limit(limit)
    )
    return [(row.id, row.conversation_id) for row in result]


async def plan_anew(tx: Tx, ticket_ids: Collection[int], now: datetime) -> None:
    """The next step of the store's silence is reckoned once more, as soon as possible."""
    await tx.execute(
        update(tickets)
        .where(tickets.c.id.in_(ticket_ids), tickets.c.owed_since.is_not(None))
        .values(owed_due_at=now)
    )


async def step_on(
    tx: Tx, ticket_id: int, step: int, due_at: datetime | None, by: datetime | None
) -> None:
    """A step of the store's silence is taken; when the next one is due, and by when an answer was
    promised.
    """
    await tx.execute(
        update(tickets)
        .where(tickets.c.id == ticket_id)
        .values(owed_step=step, owed_due_at=due_at, owed_by=by or NEVER)
    )


async def allow(tx: Tx, ticket_id: int, longer: timedelta) -> None:
    """The store has so much more time for this ticket: that much less of it is used up."""
    spent = tickets.c.owed_spent - int(longer.total_seconds())
    await tx.execute(update(tickets).where(tickets.c.id == ticket_id).values(owed_spent=spent))


async def put_off(tx: Tx, ticket_id: int, until: datetime) -> None:
    """What is due of a ticket, of the store's silence or of its time aside, is not before `until`.

    The later of both stays.
    """
    await tx.execute(_put_off, {"ticket": ticket_id, "until": until})
