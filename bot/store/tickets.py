"""Tickets: filed, listed, moved from status to status."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, func, insert, select, tuple_, update

from bot.model import FileTicket, Status, Ticket, nickname
from bot.schema import conversations, customers, operators, outbox, tickets
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


# Built once: on the path of every message, building a statement costs more than running it.
_file = insert(tickets).returning(tickets.c.id)
_touch = (
    update(tickets)
    .where(tickets.c.id.in_(bindparam("ids", expanding=True)))
    .values(updated_at=bindparam("now"))
)
_move = _touch.values(status=bindparam("to"), resolved_at=bindparam("resolved"))


@dataclass(frozen=True, slots=True)
class Cursor:
    """A place in a list ordered by (updated_at, id) descending: rows strictly after it follow."""

    updated_at: datetime
    ticket_id: int


async def file(tx: Tx, conversation_id: int, change: FileTicket, now: datetime) -> int:
    """Open a ticket; its number is returned."""
    result = await tx.execute(
        _file,
        {
            "conversation_id": conversation_id,
            "category": change.category,
            "intent_id": change.intent_id,
            "title": change.title,
            "words": change.words,
            "status": "open",
            "priority": 0,
            "created_at": now,
            "updated_at": now,
        },
    )
    return int(result.scalar_one())


async def move(
    tx: Tx, ticket_ids: Collection[int], now: datetime, status: Status | None = None
) -> None:
    """Mark tickets as changed, and put them into `status` when one is given."""
    if not ticket_ids:
        return
    touched = {"ids": sorted(ticket_ids), "now": now}
    if status is None:
        await tx.execute(_touch, touched)
    else:
        resolved = now if status == "resolved" else None
        await tx.execute(_move, {**touched, "to": status, "resolved": resolved})


async def assign(tx: Tx, ticket_id: int, operator_id: int | None, now: datetime) -> None:
    """Give a ticket to an operator, or to nobody."""
    await tx.execute(
        update(tickets)
        .where(tickets.c.id == ticket_id)
        .values(assignee_id=operator_id, updated_at=now)
    )


async def get(tx: Tx, ticket_id: int) -> Ticket | None:
    """One ticket."""
    row = (await tx.execute(_rows.where(tickets.c.id == ticket_id))).one_or_none()
    return None if row is None else _ticket(row)


async def page(
    tx: Tx, statuses: Sequence[Status], *, after: Cursor | None = None, limit: int = 50
) -> list[Ticket]:
    """Tickets in these statuses, latest change first."""
    wanted = _rows.where(tickets.c.status.in_(statuses))
    if after is not None:
        place = tuple_(tickets.c.updated_at, tickets.c.id)
        wanted = wanted.where(place < tuple_(after.updated_at, after.ticket_id))
    ordered = wanted.order_by(tickets.c.updated_at.desc(), tickets.c.id.desc()).limit(limit)
    return [_ticket(row) for row in await tx.execute(ordered)]


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
    )
