"""Customers and their conversations: found or made, locked, written back."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, select, tuple_, update
from sqlalchemy.dialects import postgresql, sqlite

from bot.model import Conversation, Memory, Question, State
from bot.schema import conversations, customers, tickets
from bot.store.database import Tx

#: A customer's key: (channel, address).
Key = tuple[str, str]

_rows = (
    select(
        conversations,
        customers.c.channel,
        customers.c.address,
        tickets.c.status.label("ticket_status"),
    )
    .join(customers, customers.c.id == conversations.c.customer_id)
    .outerjoin(tickets, tickets.c.id == conversations.c.ticket_id)
    .order_by(conversations.c.id)
)
# Ordered, so that two processes that want the same rows wait for each other instead of deadlocking.
_locked = _rows.with_for_update(of=conversations)

_locked_keys = _locked.where(
    tuple_(customers.c.channel, customers.c.address).in_(bindparam("keys", expanding=True))
)

_rows_of = _rows.where(conversations.c.id.in_(bindparam("ids", expanding=True)))

_statuses = select(tickets.c.id, tickets.c.status).where(
    tickets.c.id.in_(bindparam("ids", expanding=True))
)

_save = (
    update(conversations)
    .where(conversations.c.id == bindparam("row_id"))
    .values(
        {
            name: bindparam(f"new_{name}")
            for name in (
                "mode",
                "waiting_on",
                "waiting_since",
                "misses",
                "question",
                "matter",
                "words",
                "memory",
                "ticket_id",
                "last_seq",
                "episode",
                "ping_step",
                "ping_due_at",
                "updated_at",
            )
        }
    )
)

_take_step = (
    update(conversations)
    .where(conversations.c.id.in_(bindparam("ids", expanding=True)))
    .values(
        last_seq=conversations.c.last_seq + bindparam("lines"),
        ping_step=bindparam("step"),
        ping_due_at=bindparam("next_due_at"),
        updated_at=bindparam("now"),
    )
)


async def meet(tx: Tx, keys: Collection[Key], now: datetime) -> dict[Key, Conversation]:
    """The conversations of these customers, locked; customers who are new are made first."""
    wanted = sorted(set(keys))
    found = await _lock_keys(tx, wanted)
    strangers = [key for key in wanted if key not in found]
    if strangers:
        await _make(tx, strangers, now)
        found |= await _lock_keys(tx, strangers)
    return found


async def lock(tx: Tx, conversation_id: int) -> Conversation | None:
    """One conversation, locked until the transaction ends."""
    result = await tx.execute(_locked.where(conversations.c.id == conversation_id))
    row = result.one_or_none()
    if row is None:
        return None
    conversation = _conversation(row)
    await _refresh(tx, [conversation])
    return conversation


async def find(tx: Tx, key: Key) -> Conversation | None:
    """One customer's conversation, only to look at."""
    result = await tx.execute(
        _rows.where(customers.c.channel == key[0], customers.c.address == key[1])
    )
    row = result.one_or_none()
    return None if row is None else _conversation(row)


async def lock_silent(tx: Tx, now: datetime, limit: int) -> Sequence[int]:
    """Conversations whose next ping is due, oldest first, locked.

    Another process's are passed over. They are locked by now: what is `read` from here on is as new
    as the lock.
    """
    due = (
        select(conversations.c.id)
        .where(conversations.c.ping_due_at <= now)
        .order_by(conversations.c.ping_due_at)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    return (await tx.execute(due)).scalars().all()


async def read(tx: Tx, conversation_ids: Collection[int]) -> list[Conversation]:
    """These conversations, which are locked already."""
    if not conversation_ids:
        return []
    found = await tx.execute(_rows_of, {"ids": list(conversation_ids)})
    return [_conversation(row) for row in found]


async def put_off(tx: Tx, conversation_id: int, until: datetime) -> None:
    """The next ping of a locked conversation is not due before `until`."""
    await tx.execute(
        update(conversations).where(conversations.c.id == conversation_id).values(ping_due_at=until)
    )


async def save(tx: Tx, changed: Iterable[Conversation], now: datetime) -> None:
    """Write locked conversations back."""
    rows = [
        {
            "row_id": c.id,
            "new_mode": c.state.mode,
            "new_waiting_on": c.state.waiting_on,
            "new_waiting_since": c.waiting_since,
            "new_misses": c.state.misses,
            "new_question": _question_json(c.state.question),
            "new_matter": c.state.matter,
            "new_words": c.state.words,
            "new_memory": c.state.memory.to_json(),
            "new_ticket_id": c.state.ticket,
            "new_last_seq": c.last_seq,
            "new_episode": c.episode,
            "new_ping_step": c.ping_step,
            "new_ping_due_at": c.ping_due_at,
            "new_updated_at": now,
        }
        for c in changed
    ]
    if rows:
        await tx.execute(_save, rows)


async def take_step(
    tx: Tx, silent: Iterable[Conversation], reminded: Collection[int], now: datetime
) -> None:
    """Write back which ping of these locked conversations comes next; `reminded` has the ids of
    those that got a line.

    Customers who fell silent apart still take the same few steps: one statement for each.
    """
    together: dict[tuple[int, datetime | None, int], list[int]] = {}
    for c in silent:
        taken = (c.ping_step, c.ping_due_at, int(c.id in reminded))
        together.setdefault(taken, []).append(c.id)
    for (step, due_at, lines), ids in together.items():
        values = {"step": step, "next_due_at": due_at, "lines": lines, "now": now}
        await tx.execute(_take_step, {"ids": ids, **values})


async def _lock_keys(tx: Tx, keys: list[Key]) -> dict[Key, Conversation]:
    result = await tx.execute(_locked_keys, {"keys": keys})
    found = {(row.channel, row.address): _conversation(row) for row in result}
    await _refresh(tx, found.values())
    return found


async def _refresh(tx: Tx, locked: Collection[Conversation]) -> None:
    """Read the tickets' statuses again.

    After a wait for the lock PostgreSQL shows the conversation as it is now, but what is joined to
    it as it was before the wait.
    """
    filed = [c.state.ticket for c in locked if c.state.ticket is not None]
    if not filed or tx.dialect.name == "sqlite":
        return
    result = await tx.execute(_statuses, {"ids": filed})
    statuses = {row.id: row.status for row in result}
    for conversation in locked:
        status = statuses.get(conversation.state.ticket or 0)
        conversation.state = replace(conversation.state, ticket_status=status)


async def _make(tx: Tx, keys: list[Key], now: datetime) -> None:
    """Insert what is missing.

    Somebody else may do the same at this moment: conflicts are no error.
    """
    insert = sqlite.insert if tx.dialect.name == "sqlite" else postgresql.insert
    await tx.execute(
        insert(customers).on_conflict_do_nothing(),
        [{"channel": channel, "address": address, "created_at": now} for channel, address in keys],
    )
    made = select(customers.c.id).where(tuple_(customers.c.channel, customers.c.address).in_(keys))
    ids = (await tx.execute(made.order_by(customers.c.id))).scalars().all()
    await tx.execute(
        insert(conversations).on_conflict_do_nothing(),
        [
            {
                "customer_id": customer_id,
                "mode": "bot",
                "waiting_on": "nobody",
                "waiting_since": now,
                "misses": 0,
                "question": None,
                "matter": "",
                "words": "",
                "memory": {},
                "ticket_id": None,
                "last_seq": 0,
                "episode": 0,
                "ping_step": 0,
                "ping_due_at": None,
                "created_at": now,
                "updated_at": now,
            }
            for customer_id in ids
        ],
    )


def _conversation(row: Row[Any]) -> Conversation:
    question = row.question
    return Conversation(
        id=row.id,
        customer_id=row.customer_id,
        channel=row.channel,
        address=row.address,
        state=State(
            mode=row.mode,
            waiting_on=row.waiting_on,
            misses=row.misses,
            question=question
            and Question(
                kind=question["kind"],
                intents=tuple(question["intents"]),
                details=tuple(question.get("details", ())),
            ),
            matter=row.matter,
            words=row.words,
            memory=Memory.from_json(row.memory),
            ticket=row.ticket_id,
            ticket_status=row.ticket_status,
        ),
        waiting_since=row.waiting_since,
        last_seq=row.last_seq,
        episode=row.episode,
        ping_step=row.ping_step,
        ping_due_at=row.ping_due_at,
        updated_at=row.updated_at,
    )


def _question_json(question: Question | None) -> dict[str, Any] | None:
    if question is None:
        return None
    found = {"kind": question.kind, "intents": list(question.intents)}
    return found | ({"details": list(question.details)} if question.details else {})
