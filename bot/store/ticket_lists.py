"""Tickets as they are read: one, a page of them, what is to do, how many there are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Row,
    String,
    func,
    literal,
    literal_column,
    select,
    tuple_,
)

from bot.model import NEARLY_LATE, Pressing, Status, Ticket, nickname
from bot.schema import (
    NEVER,
    Utc,
    conversations,
    customers,
    operators,
    outbox,
    ticket_events,
    tickets,
)
from bot.store.database import Tx

_rows = (
    select(
        tickets,
        customers.c.channel,
        customers.c.address,
        conversations.c.mode,
        conversations.c.waiting_on,
        conversations.c.waiting_since,
        operators.c.name.label("assignee"),
    )
    .join(conversations, conversations.c.id == tickets.c.conversation_id)
    .join(customers, customers.c.id == conversations.c.customer_id)
    .outerjoin(operators, operators.c.id == tickets.c.assignee_id)
)

# Spelled out, so that a prepared statement of PostgreSQL finds the index of what is to do.
_OPEN: ColumnElement[str] = literal_column("'open'", String)

_todo = _rows.where(tickets.c.status == _OPEN).order_by(
    tickets.c.priority.desc(), tickets.c.owed_by, tickets.c.id
)


@dataclass(frozen=True, slots=True)
class Cursor:
    """A place in a list ordered by (updated_at, id) descending: rows strictly after it follow."""

    updated_at: datetime
    ticket_id: int


@dataclass(frozen=True, slots=True)
class Turn:
    """A place in the list of what is to do: rows strictly after it follow."""

    priority: int
    owed_by: datetime | None
    ticket_id: int


async def get(tx: Tx, ticket_id: int) -> Ticket | None:
    """One ticket."""
    row = (await tx.execute(_rows.where(tickets.c.id == ticket_id))).one_or_none()
    return None if row is None else _ticket(row)


async def page(
    tx: Tx, statuses: Sequence[Status], *, after: Cursor | None = None, limit: int = 50
) -> list[Ticket]:
    """Tickets in these statuses, latest change first."""
    return await listed(tx, tickets.c.status.in_(statuses), after=after, limit=limit)


async def listed(
    tx: Tx, which: ColumnElement[bool], *, after: Cursor | None, limit: int
) -> list[Ticket]:
    """Tickets of which this is true, latest change first."""
    wanted = _rows.where(which)
    if after is not None:
        place = tuple_(tickets.c.updated_at, tickets.c.id)
        wanted = wanted.where(place < tuple_(after.updated_at, after.ticket_id))
    ordered = wanted.order_by(tickets.c.updated_at.desc(), tickets.c.id.desc()).limit(limit)
    return [_ticket(row) for row in await tx.execute(ordered)]


async def todo(tx: Tx, *, after: Turn | None = None, limit: int = 50) -> list[Ticket]:
    """Tickets that wait for the store: the most urgent first, then whose promise ends first.

    Those that are yet to be planned, which takes seconds, come last.
    """
    if after is None:
        return [_ticket(row) for row in await tx.execute(_todo.limit(limit))]
    # A comparison of rows knows no mixed directions, and an OR would go through all that is before:
    # the rest of one priority, then the priorities below it.
    place = tuple_(tickets.c.owed_by, tickets.c.id)
    behind = place > tuple_(literal(after.owed_by or NEVER, Utc), after.ticket_id)
    rest = _todo.where(tickets.c.priority == after.priority, behind)
    found = [_ticket(row) for row in await tx.execute(rest.limit(limit))]
    if len(found) < limit:
        lower = _todo.where(tickets.c.priority < after.priority).limit(limit - len(found))
        found += [_ticket(row) for row in await tx.execute(lower)]
    return found


async def pressing(tx: Tx, now: datetime) -> Pressing:
    """How many tickets the store is late with, and how many it soon will be."""
    late = tickets.c.owed_by <= now
    counted = select(
        func.count().filter(late), func.count().filter(~late, tickets.c.owed_step >= NEARLY_LATE)
    ).where(tickets.c.status == _OPEN, tickets.c.owed_by < NEVER)
    return Pressing(*(await tx.execute(counted)).one())


async def counts(tx: Tx) -> dict[str, int]:
    """How many tickets each status has; a status without tickets is missing."""
    result = await tx.execute(
        select(tickets.c.status, func.count().label("tickets")).group_by(tickets.c.status)
    )
    return {row.status: row.tickets for row in result}


async def pulse(tx: Tx) -> tuple[Any, ...]:
    """A value that differs whenever a ticket or a delivery has changed: what live pages watch."""
    result = await tx.execute(
        select(
            select(func.max(tickets.c.updated_at)).scalar_subquery(),
            select(func.max(tickets.c.id)).scalar_subquery(),
            # That it is late changes nothing of a ticket but its history.
            select(func.max(ticket_events.c.id)).scalar_subquery(),
            select(func.max(outbox.c.updated_at)).scalar_subquery(),
            select(func.max(outbox.c.id)).scalar_subquery(),
        )
    )
    return tuple(result.one())


def _ticket(row: Row[Any]) -> Ticket:
    return Ticket(
        id=row.id,
        conversation_id=row.conversation_id,
        channel=row.channel,
        category=row.category,
        intent_id=row.intent_id,
        title=row.title,
        words=row.words,
        status=row.status,
        priority=row.priority,
        assignee_id=row.assignee_id,
        assignee=row.assignee,
        mode=row.mode,
        waiting_on=row.waiting_on,
        waiting_since=row.waiting_since,
        customer_name=nickname(row.channel, row.address),
        created_at=row.created_at,
        updated_at=row.updated_at,
        resolved_at=row.resolved_at,
        details=row.details,
        group_id=row.group_id,
        owed_since=row.owed_since,
        owed_step=row.owed_step,
        owed_due_at=row.owed_due_at,
        owed_by=None if row.owed_by == NEVER else row.owed_by,
        owed_spent=timedelta(seconds=row.owed_spent),
        snoozed_until=row.snoozed_until,
        answered=row.answered,
    )
