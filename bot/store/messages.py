"""The lines of conversations."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, and_, bindparam, insert, or_, select, tuple_

from bot.model import Delivery, Message
from bot.schema import messages, outbox
from bot.store.database import Tx

_rows = select(messages, outbox.c.delivery, outbox.c.error).outerjoin(
    outbox,
    and_(outbox.c.conversation_id == messages.c.conversation_id, outbox.c.seq == messages.c.seq),
)


# Built once: on the path of every message, building a statement costs more than running it.
_add = insert(messages)
_seen = select(messages.c.conversation_id, messages.c.event_id, messages.c.seq).where(
    tuple_(messages.c.conversation_id, messages.c.event_id).in_(bindparam("events", expanding=True))
)


_times = select(messages.c.conversation_id, messages.c.created_at).where(
    tuple_(messages.c.conversation_id, messages.c.seq).in_(bindparam("places", expanding=True))
)


async def add(tx: Tx, lines: Sequence[Message]) -> None:
    """Append lines; their `seq` was taken from the locked conversation."""
    if not lines:
        return
    await tx.execute(
        _add,
        [
            {
                "conversation_id": line.conversation_id,
                "seq": line.seq,
                "author": line.author,
                "body": line.body,
                "event_id": line.event_id,
                "reply_to": line.reply_to,
                "operator_id": line.operator_id,
                "ping_step": line.ping_step,
                "created_at": line.created_at,
            }
            for line in lines
        ],
    )


async def seen(tx: Tx, events: Collection[tuple[int, str]]) -> dict[tuple[int, str], int]:
    """Which of these (conversation id, event id) were stored before, with the `seq` they got."""
    if not events:
        return {}
    result = await tx.execute(_seen, {"events": sorted(events)})
    return {(row.conversation_id, row.event_id): row.seq for row in result}


async def answers(tx: Tx, conversation_id: int, seq: int) -> list[Message]:
    """What was answered to line `seq`, with what the answer took along, in order."""
    result = await tx.execute(
        _rows.where(
            messages.c.conversation_id == conversation_id,
            or_(messages.c.reply_to == seq, outbox.c.carried_by == seq),
        ).order_by(messages.c.seq)
    )
    return [_message(row) for row in result]


async def history(
    tx: Tx, conversation_id: int, *, after: int = 0, before: int | None = None, limit: int = 200
) -> list[Message]:
    """The newest `limit` lines with `after < seq < before`, oldest of them first."""
    wanted = _rows.where(messages.c.conversation_id == conversation_id, messages.c.seq > after)
    if before is not None:
        wanted = wanted.where(messages.c.seq < before)
    result = await tx.execute(wanted.order_by(messages.c.seq.desc()).limit(limit))
    return [_message(row) for row in reversed(result.all())]


async def times(tx: Tx, places: Collection[tuple[int, int]]) -> dict[int, datetime]:
    """When these lines (conversation id, seq) were written, by conversation."""
    if not places:
        return {}
    result = await tx.execute(_times, {"places": sorted(places)})
    return {row.conversation_id: row.created_at for row in result}


def _message(row: Row[Any]) -> Message:
    # What has no outbox row left in the answer to the customer's own request.
    delivery: Delivery | None = None if row.author == "customer" else row.delivery or "sent"
    return Message(
        conversation_id=row.conversation_id,
        seq=row.seq,
        author=row.author,
        body=row.body,
        created_at=row.created_at,
        event_id=row.event_id,
        reply_to=row.reply_to,
        operator_id=row.operator_id,
        ping_step=row.ping_step,
        delivery=delivery,
        error=row.error,
    )
