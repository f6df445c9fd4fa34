"""Groups of similar tickets: what many customers report within an hour is one matter."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, and_, bindparam, func, insert, select, update

from bot.model import Group, Ticket
from bot.schema import groups, tickets
from bot.store.database import Tx
from bot.store.ticket_lists import Cursor, listed

#: Tickets about one entry that come in within this time belong together.
WINDOW = timedelta(hours=1)

_unresolved = tickets.c.status != "resolved"
# A ticket whose matter became another has left its group, whatever number it still carries.
_inside = and_(tickets.c.group_id == groups.c.id, tickets.c.intent_id == groups.c.intent_id)
_like = (
    select(tickets.c.id, groups.c.id.label("group_id"), tickets.c.conversation_id)
    .outerjoin(groups, _inside)
    .where(
        tickets.c.intent_id == bindparam("intent_id"),
        # What the title tells apart is another matter under the same entry.
        tickets.c.title == bindparam("title"),
        tickets.c.created_at > bindparam("since"),
        _unresolved,
    )
    .order_by(tickets.c.id.desc())
    .limit(50)
)


async def join(tx: Tx, ticket_id: int, intent_id: str, title: str, now: datetime) -> int | None:
    """Put a new ticket to others about the same entry; the group's id, None when it is alone."""
    rows = (
        await tx.execute(_like, {"intent_id": intent_id, "title": title, "since": now - WINDOW})
    ).all()
    own = next((row.conversation_id for row in rows if row.id == ticket_id), None)
    others = [row for row in rows if row.conversation_id != own]
    if not others:
        return None
    group_id = next((row.group_id for row in others if row.group_id is not None), None)
    if group_id is None:
        made = insert(groups).values(intent_id=intent_id, title=title, created_at=now)
        group_id = int((await tx.execute(made.returning(groups.c.id))).scalar_one())
    loose = [row.id for row in others if row.group_id is None]
    await tx.execute(
        update(tickets).where(tickets.c.id.in_([ticket_id, *loose])).values(group_id=group_id)
    )
    return group_id


async def unresolved(tx: Tx) -> list[Group]:
    """The groups with two or more unresolved tickets, the largest first."""
    many = func.count().label("tickets")
    result = await tx.execute(
        select(groups, many)
        .join(tickets, _inside)
        .where(groups.c.resolved_at.is_(None), _unresolved)
        .group_by(groups.c.id)
        .having(func.count() > 1)
        .order_by(many.desc(), groups.c.id.desc())
        .limit(20)
    )
    return [_group(row) for row in result]


async def one(tx: Tx, group_id: int) -> Group | None:
    """A group with how many of its tickets are unresolved."""
    count = select(func.count(tickets.c.id)).where(_inside, _unresolved)
    found = select(groups, count.scalar_subquery().label("tickets")).where(groups.c.id == group_id)
    row = (await tx.execute(found)).one_or_none()
    return None if row is None else _group(row)


async def page(tx: Tx, group_id: int, *, after: Cursor | None, limit: int) -> list[Ticket]:
    """Its unresolved tickets, latest change first."""
    inside = select(tickets.c.id).join(groups, _inside).where(groups.c.id == group_id, _unresolved)
    return await listed(tx, tickets.c.id.in_(inside), after=after, limit=limit)


async def members(tx: Tx, group_id: int) -> list[tuple[int, int]]:
    """(ticket, conversation) of its unresolved tickets, in the order in which rows are locked."""
    result = await tx.execute(
        select(tickets.c.id, tickets.c.conversation_id)
        .join(groups, _inside)
        .where(groups.c.id == group_id, _unresolved)
        .order_by(tickets.c.conversation_id)
    )
    return [(row.id, row.conversation_id) for row in result]


async def about(tx: Tx, intent_ids: Collection[str]) -> list[tuple[int, int]]:
    """The same for all unresolved tickets about these entries."""
    result = await tx.execute(
        select(tickets.c.id, tickets.c.conversation_id)
        .where(tickets.c.intent_id.in_(intent_ids), _unresolved)
        .order_by(tickets.c.conversation_id)
    )
    return [(row.id, row.conversation_id) for row in result]


async def resolve(tx: Tx, group_id: int, now: datetime) -> None:
    """The group's matter is settled."""
    await tx.execute(update(groups).where(groups.c.id == group_id).values(resolved_at=now))


def _group(row: Row[Any]) -> Group:
    return Group(
        id=row.id,
        intent_id=row.intent_id,
        title=row.title,
        tickets=row.tickets,
        created_at=row.created_at,
    )
