"""Tickets: filed, listed, moved from status to status."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Row,
    String,
    Update,
    bindparam,
    case,
    func,
    insert,
    literal,
    literal_column,
    select,
    tuple_,
    update,
)

from bot.model import NEARLY_LATE, Event, FileTicket, Pressing, Status, Ticket, nickname
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
_running = select(tickets.c.id, tickets.c.owed_since, tickets.c.owed_spent).where(
    tickets.c.id.in_(bindparam("ids", expanding=True)), tickets.c.owed_since.is_not(None)
)
_pause = (
    update(tickets)
    .where(tickets.c.id == bindparam("ticket"))
    .values(owed_since=None, owed_due_at=None, owed_by=NEVER, owed_spent=bindparam("spent"))
)
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
_tell = insert(ticket_events)


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
        line for name, value in changed.items() for line in _differences(name, before[name], value)
    ]
    await tell(tx, ticket_id, lines, now, operator_id)


@cache
def _revise(names: tuple[str, ...]) -> Update:
    """The statement that changes these columns: of six there are few choices."""
    values: dict[str, Any] = {name: bindparam(f"new_{name}") for name in names}
    if {"category", "priority"} & set(names):
        # They have a target of their own: the next step is planned anew.
        values |= {"owed_due_at": case((tickets.c.owed_since.is_not(None), bindparam("now")))}
    values |= {"updated_at": bindparam("now")}
    return update(tickets).where(tickets.c.id == bindparam("ticket")).values(values)


async def raise_priority(tx: Tx, ticket_id: int, least: int, now: datetime) -> None:
    """The ticket comes before others; a higher priority stays."""
    if (await tx.execute(_facts, {"ticket": ticket_id})).one().priority < least:
        await update_facts(tx, ticket_id, {"priority": least}, now)


def _differences(name: str, before: Any, after: Any) -> list[tuple[str, str, str]]:
    """(what, before, after) of one changed column; the details each by its own name."""
    if name != "details":
        return [(name, "" if before is None else str(before), "" if after is None else str(after))]
    keys = [*before, *(key for key in after if key not in before)]
    pairs = [(key, str(before.get(key, "")), str(after.get(key, ""))) for key in keys]
    return [_grown(*pair) for pair in pairs if pair[1] != pair[2]]


def _grown(name: str, before: str, after: str) -> tuple[str, str, str]:
    """Of a story that grew by a line, only the line: the story is there already."""
    if before and after.startswith(f"{before}\n"):
        return name, "", after[len(before) + 1 :]
    return name, before, after


async def tell(
    tx: Tx,
    ticket_id: int,
    lines: Sequence[tuple[str, str, str]],
    now: datetime,
    operator_id: int | None = None,
) -> None:
    """Add (kind, before, after) lines to a ticket's history."""
    if lines:
        await tx.execute(
            _tell,
            [
                {
                    "ticket_id": ticket_id,
                    "kind": kind,
                    "before": before,
                    "after": after,
                    "operator_id": operator_id,
                    "created_at": now,
                }
                for kind, before, after in lines
            ],
        )


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


async def history(tx: Tx, ticket_id: int) -> list[Event]:
    """What changed, oldest first."""
    found = (
        select(ticket_events)
        .where(ticket_events.c.ticket_id == ticket_id)
        .order_by(ticket_events.c.id)
    )
    return [
        Event(
            ticket_id=row.ticket_id,
            kind=row.kind,
            before=row.before,
            after=row.after,
            operator_id=row.operator_id,
            created_at=row.created_at,
        )
        for row in await tx.execute(found)
    ]


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
