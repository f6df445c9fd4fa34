"""Tickets: filed, moved from status to status, changed."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Update, bindparam, case, func, insert, literal, select, update

from bot.model import FileTicket, Status
from bot.schema import NEVER, Utc, tickets
from bot.store import events
from bot.store.database import Tx

# Built once: on the path of every message, building a statement costs more than running it.
_file = insert(tickets).returning(tickets.c.id)

_touch = (
    update(tickets)
    .where(tickets.c.id.in_(bindparam("ids", expanding=True)))
    .values(updated_at=bindparam("now"))
)

_move = _touch.values(
    status=bindparam("to"),
    resolved_at=None,
    owed_since=None,
    owed_due_at=None,
    owed_by=NEVER,
    snoozed_until=None,
)

# What the store has used up of its time is forgotten where its debt is paid.
_resolve = _move.values(status="resolved", resolved_at=bindparam("now"), owed_step=0, owed_spent=0)

_answer = _move.values(status="waiting", answered=True, owed_step=0, owed_spent=0)

# The store's turn begins anew only when it was somebody else's.
_owe = _touch.values(
    status="open",
    resolved_at=None,
    snoozed_until=None,
    owed_since=func.coalesce(tickets.c.owed_since, bindparam("now")),
    owed_due_at=case(
        (tickets.c.owed_since.is_(None), bindparam("now")), else_=tickets.c.owed_due_at
    ),
    owed_by=case((tickets.c.owed_since.is_(None), literal(NEVER, Utc)), else_=tickets.c.owed_by),
)

_facts = select(
    *(
        tickets.c[name]
        for name in ("category", "details", "intent_id", "priority", "title", "words")
    )
).where(tickets.c.id == bindparam("ticket"))


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
            "details": dict(change.details),
            "status": change.status,
            "priority": change.priority,
            "group_id": None,
            "owed_since": now if change.status == "open" else None,
            "owed_due_at": now if change.status == "open" else None,
            "owed_by": NEVER,
            "owed_step": 0,
            "owed_spent": 0,
            "snoozed_until": None,
            "answered": False,
            "created_at": now,
            "updated_at": now,
        },
    )
    return int(result.scalar_one())


async def move(
    tx: Tx, ticket_ids: Collection[int], now: datetime, status: Status | None = None
) -> None:
    """Mark tickets as changed, and put them into `status` when one is given.

    What is put aside stays so: only `snooze` knows until when. Of what the store owed until now
    `pause` keeps how long.
    """
    if not ticket_ids:
        return
    touched = {"ids": sorted(ticket_ids), "now": now}
    if status is None or status == "snoozed":
        await tx.execute(_touch, touched)
    elif status == "open":
        await tx.execute(_owe, touched)
    elif status == "resolved":
        await tx.execute(_resolve, touched)
    else:
        await tx.execute(_move, {**touched, "to": status})


async def answer(tx: Tx, ticket_id: int, now: datetime) -> None:
    """An operator has answered: what the store owes next is counted anew."""
    await tx.execute(_answer, {"ids": [ticket_id], "now": now})


async def assign(tx: Tx, ticket_id: int, operator_id: int | None, now: datetime) -> None:
    """Give a ticket to an operator, or to nobody."""
    await tx.execute(
        update(tickets)
        .where(tickets.c.id == ticket_id)
        .values(assignee_id=operator_id, updated_at=now)
    )


async def update_facts(
    tx: Tx,
    ticket_id: int,
    facts: Mapping[str, Any],
    now: datetime,
    operator_id: int | None = None,
) -> None:
    """Change columns of a ticket, those of `_facts`; what was there before goes to its history."""
    if not facts:
        return
    before = (await tx.execute(_facts, {"ticket": ticket_id})).mappings().one()
    changed = {name: value for name, value in facts.items() if before[name] != value}
    if not changed:
        return
    new = {f"new_{name}": value for name, value in changed.items()}
    await tx.execute(_revise(tuple(sorted(changed))), {"ticket": ticket_id, "now": now, **new})
    lines = [
        line
        for name, value in changed.items()
        for line in events.differences(name, before[name], value)
    ]
    await events.tell(tx, ticket_id, lines, now, operator_id)


async def raise_priority(tx: Tx, ticket_id: int, least: int, now: datetime) -> None:
    """The ticket comes before others; a higher priority stays."""
    if (await tx.execute(_facts, {"ticket": ticket_id})).one().priority < least:
        await update_facts(tx, ticket_id, {"priority": least}, now)


@cache
def _revise(names: tuple[str, ...]) -> Update:
    """The statement that changes these columns: of six there are few choices."""
    values: dict[str, Any] = {name: bindparam(f"new_{name}") for name in names}
    if {"category", "priority"} & set(names):
        # They have a target of their own: the next step is planned anew.
        values |= {"owed_due_at": case((tickets.c.owed_since.is_not(None), bindparam("now")))}
    values |= {"updated_at": bindparam("now")}
    return update(tickets).where(tickets.c.id == bindparam("ticket")).values(values)
