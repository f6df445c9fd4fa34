"""The one door out: rows queued, claimed with a lease, sent or failed."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, bindparam, func, insert, or_, select, update

from bot.model import Conversation, Message, Parcel
from bot.schema import Utc, conversations, customers, messages, outbox
from bot.store.database import Tx

_earlier = outbox.alias("earlier")

_parcels = (
    select(
        outbox.c.id,
        outbox.c.channel,
        outbox.c.attempts,
        customers.c.address,
        messages,
    )
    .join(
        messages,
        and_(
            messages.c.conversation_id == outbox.c.conversation_id, messages.c.seq == outbox.c.seq
        ),
    )
    .join(conversations, conversations.c.id == outbox.c.conversation_id)
    .join(customers, customers.c.id == conversations.c.customer_id)
)


# Queued, and nobody is sending it: a lease that ran out belongs to a process that died.
_free = and_(
    outbox.c.delivery == "queued",
    or_(outbox.c.lease_until.is_(None), outbox.c.lease_until <= bindparam("now", type_=Utc)),
)

# Built once: on the path of every message, building a statement costs more than running it.
_waiting = (
    _parcels.where(outbox.c.conversation_id.in_(bindparam("ids", expanding=True)), _free)
    .order_by(outbox.c.conversation_id, outbox.c.seq)
    .with_for_update(of=outbox, skip_locked=True)
)


async def queue(tx: Tx, lines: Sequence[tuple[Conversation, Message]], now: datetime) -> None:
    """Let these messages leave as soon as the transaction is committed."""
    if not lines:
        return
    await tx.execute(
        insert(outbox),
        [
            {
                "conversation_id": conversation.id,
                "seq": message.seq,
                "channel": conversation.channel,
                "delivery": "queued",
                "attempts": 0,
                "due_at": now,
                "lease_until": None,
                "error": None,
                "carried_by": None,
                "created_at": now,
                "updated_at": now,
            }
            for conversation, message in lines
        ],
    )


async def claim(
    tx: Tx,
    now: datetime,
    lease_until: datetime,
    *,
    channels: Collection[str],
    addresses: Mapping[str, Collection[str]],
    limit: int,
) -> list[Parcel]:
    """Take what is due for sending, at most the first of each conversation, so that order is kept.

    `channels` can push to anyone; in a channel of `addresses` only these customers can be reached
    now.
    """
    reachable: list[ColumnElement[bool]] = [outbox.c.channel.in_(sorted(channels))]
    reachable += [
        and_(outbox.c.channel == channel, customers.c.address.in_(sorted(present)))
        for channel, present in addresses.items()
        if present
    ]
    before = select(_earlier.c.id).where(
        _earlier.c.conversation_id == outbox.c.conversation_id,
        _earlier.c.seq < outbox.c.seq,
        _earlier.c.delivery == "queued",
    )
    due = (
        _parcels.where(_free, outbox.c.due_at <= now, or_(*reachable), ~before.exists())
        .order_by(outbox.c.due_at, outbox.c.id)
        .limit(limit)
        .with_for_update(of=outbox, skip_locked=True)
    )
    parcels = [_parcel(row) for row in await tx.execute(due, {"now": now})]
    if parcels:
        await tx.execute(
            update(outbox)
            .where(outbox.c.id.in_([parcel.id for parcel in parcels]))
            .values(lease_until=lease_until, attempts=outbox.c.attempts + 1, updated_at=now)
        )
    return parcels


async def waiting(tx: Tx, conversation_ids: Collection[int], now: datetime) -> list[Parcel]:
    """What waits in these conversations and is not being sent by anyone, in order, locked."""
    result = await tx.execute(_waiting, {"ids": sorted(conversation_ids), "now": now})
    return [_parcel(row) for row in result]


async def sent(tx: Tx, row_ids: Collection[int], now: datetime) -> None:
    """These have left."""
    await tx.execute(
        update(outbox)
        .where(outbox.c.id.in_(row_ids), outbox.c.delivery == "queued")
        .values(delivery="sent", lease_until=None, error=None, updated_at=now)
    )


async def carried(tx: Tx, trips: Sequence[tuple[int, int]], now: datetime) -> None:
    """These left with a direct answer: pairs of (row id, `seq` of the customer's line)."""
    if not trips:
        return
    await tx.execute(
        update(outbox)
        .where(outbox.c.id == bindparam("row_id"), outbox.c.delivery == "queued")
        .values(
            delivery="sent",
            lease_until=None,
            error=None,
            updated_at=now,
            carried_by=bindparam("asked"),
        ),
        [{"row_id": row_id, "asked": asked} for row_id, asked in trips],
    )


async def cancelled(tx: Tx, row_ids: Collection[int], now: datetime) -> None:
    """These need not leave any more."""
    await tx.execute(
        update(outbox)
        .where(outbox.c.id.in_(row_ids), outbox.c.delivery == "queued")
        .values(delivery="cancelled", lease_until=None, updated_at=now)
    )


async def failed(
    tx: Tx, row_id: int, error: str, now: datetime, *, retry_at: datetime | None
) -> None:
    """This one did not leave: try again at `retry_at`, or never when it is None."""
    values: dict[str, Any] = {"error": error, "lease_until": None, "updated_at": now}
    values |= {"delivery": "failed"} if retry_at is None else {"due_at": retry_at}
    await tx.execute(update(outbox).where(outbox.c.id == row_id).values(values))


async def retry(tx: Tx, conversation_id: int, seq: int, now: datetime) -> bool:
    """Queue a failed message again; False when it was not failed."""
    result = await tx.execute(
        update(outbox)
        .where(
            outbox.c.conversation_id == conversation_id,
            outbox.c.seq == seq,
            outbox.c.delivery == "failed",
        )
        .values(delivery="queued", attempts=0, due_at=now, lease_until=None, updated_at=now)
    )
    return bool(result.rowcount)


async def depth(tx: Tx, now: datetime) -> tuple[int, float]:
    """How many messages are queued, and for how many seconds the oldest has been due."""
    result = await tx.execute(
        select(func.count(), func.min(outbox.c.due_at)).where(outbox.c.delivery == "queued")
    )
    count, oldest = result.one()
    return count, max(0.0, (now - oldest).total_seconds()) if count else 0.0


def _parcel(row: Row[Any]) -> Parcel:
    return Parcel(
        id=row.id,
        conversation_id=row.conversation_id,
        seq=row.seq,
        channel=row.channel,
        address=row.address,
        attempts=row.attempts + 1,
        message=Message(
            conversation_id=row.conversation_id,
            seq=row.seq,
            author=row.author,
            body=row.body,
            created_at=row.created_at,
            reply_to=row.reply_to,
            operator_id=row.operator_id,
            ping_step=row.ping_step,
            delivery="queued",
        ),
    )
