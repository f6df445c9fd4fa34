"""The one door out: rows queued, claimed with a lease, sent or failed."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Row,
    and_,
    bindparam,
    false,
    func,
    insert,
    or_,
    select,
    tuple_,
    update,
)

from bot.model import Conversation, Message, Parcel
from bot.schema import Utc, conversations, customers, messages, outbox, pings
from bot.store.database import Tx

#: What the console shows of a reminder that may or may not have left.
UNKNOWN = "보내던 중에 서버가 멈춰서, 전해졌는지 알 수 없어요."

_earlier = outbox.alias("earlier")

_parcels = (
    select(
        outbox.c.id,
        outbox.c.channel,
        outbox.c.attempts,
        outbox.c.lease_until,
        customers.c.address,
        # A ping whose silence is over: somebody has written since, or the matter is settled.
        func.coalesce(pings.c.episode != conversations.c.episode, false()).label("void"),
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
    .outerjoin(
        pings,
        and_(pings.c.conversation_id == outbox.c.conversation_id, pings.c.seq == outbox.c.seq),
    )
)


_claimed = _parcels.where(outbox.c.id.in_(bindparam("ids", expanding=True))).order_by(
    outbox.c.due_at, outbox.c.id
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
    channel: str,
    present: Collection[str] | None,
    limit: int,
) -> list[Parcel]:
    """Take what is due in a channel, at most the first of each conversation, so that order is kept.

    `present`: only these addresses can be reached now; None: all of them. Pings whose silence is
    over are cancelled. So is, as failed, a ping whose process died while it sent: it may have left,
    and a reminder that comes twice is worse than one that an operator has to look after.
    """
    ids = await _due(tx, now, channel, present, limit)
    if not ids:
        return []
    rows = await tx.execute(_claimed, {"ids": ids})
    found = [_parcel(row) for row in rows]
    unknown = [p for p in found if p.lapsed and p.message.ping_step is not None and not p.void]
    for parcel in unknown:
        await failed(tx, parcel, UNKNOWN, now, retry_at=None)
    await cancelled(tx, [parcel.id for parcel in found if parcel.void], now)
    parcels = [parcel for parcel in found if not parcel.void and parcel not in unknown]
    if parcels:
        await tx.execute(
            update(outbox)
            .where(outbox.c.id.in_([parcel.id for parcel in parcels]))
            .values(lease_until=lease_until, attempts=outbox.c.attempts + 1, updated_at=now)
        )
    return [replace(parcel, attempts=parcel.attempts + 1) for parcel in parcels]


async def _due(
    tx: Tx, now: datetime, channel: str, present: Collection[str] | None, limit: int
) -> Sequence[int]:
    """The rows that may leave now, locked. Of one table alone: with the joins PostgreSQL would read
    whole tables for every batch, until it has statistics.
    """
    before = select(_earlier.c.id).where(
        _earlier.c.conversation_id == outbox.c.conversation_id,
        _earlier.c.seq < outbox.c.seq,
        _earlier.c.delivery == "queued",
    )
    due = select(outbox.c.id).where(
        _free, outbox.c.due_at <= now, outbox.c.channel == channel, ~before.exists()
    )
    if present is not None:
        due = (
            due.join(conversations, conversations.c.id == outbox.c.conversation_id)
            .join(customers, customers.c.id == conversations.c.customer_id)
            .where(customers.c.address.in_(sorted(present)))
        )
    # By the index alone: a second key would sort all that is due for every batch.
    first = due.order_by(outbox.c.due_at).limit(limit)
    locked = first.with_for_update(of=outbox, skip_locked=True)
    return (await tx.execute(locked, {"now": now})).scalars().all()


async def waiting(tx: Tx, conversation_ids: Collection[int], now: datetime) -> list[Parcel]:
    """What waits in these conversations and is not being sent by anyone, in order, locked."""
    result = await tx.execute(_waiting, {"ids": sorted(conversation_ids), "now": now})
    return [_parcel(row) for row in result]


async def sent(tx: Tx, parcels: Sequence[Parcel], now: datetime) -> None:
    """They have left. Only who holds the lease may say so: another process may have taken over."""
    await tx.execute(
        _sent, [{"row_id": p.id, "tried": p.attempts, "new_updated_at": now} for p in parcels]
    )


_sent = (
    update(outbox)
    .where(
        outbox.c.id == bindparam("row_id"),
        outbox.c.delivery == "queued",
        outbox.c.attempts == bindparam("tried"),
    )
    .values(delivery="sent", lease_until=None, error=None, updated_at=bindparam("new_updated_at"))
)


async def shown(tx: Tx, row_ids: Collection[int], now: datetime) -> None:
    """The customer has these in front of him."""
    await tx.execute(
        update(outbox)
        .where(outbox.c.id.in_(row_ids), outbox.c.delivery == "queued")
        .values(delivery="sent", lease_until=None, error=None, updated_at=now)
    )


async def put_back(tx: Tx, trips: Collection[tuple[int, int]], now: datetime) -> None:
    """What these answers took along has not left after all: pairs (conversation id, line's seq)."""
    await tx.execute(
        update(outbox)
        .where(tuple_(outbox.c.conversation_id, outbox.c.carried_by).in_(trips))
        .values(delivery="queued", carried_by=None, due_at=now, lease_until=None, updated_at=now)
    )


async def cancel_pings(tx: Tx, conversation_ids: Collection[int], now: datetime) -> None:
    """No reminder of these conversations need leave any more."""
    if not conversation_ids:
        return
    mine = outbox.c.conversation_id.in_(conversation_ids)
    reminders = select(pings.c.seq).where(pings.c.conversation_id == outbox.c.conversation_id)
    await tx.execute(
        update(outbox)
        .where(
            mine,
            outbox.c.delivery == "queued",
            outbox.c.seq.in_(reminders),
            or_(outbox.c.lease_until.is_(None), outbox.c.lease_until <= now),
        )
        .values(delivery="cancelled", lease_until=None, updated_at=now)
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
    if not row_ids:
        return
    await tx.execute(
        update(outbox)
        .where(outbox.c.id.in_(row_ids), outbox.c.delivery == "queued")
        .values(delivery="cancelled", lease_until=None, updated_at=now)
    )


async def failed(
    tx: Tx, parcel: Parcel, error: str, now: datetime, *, retry_at: datetime | None
) -> None:
    """It did not leave: try again at `retry_at`, or never when that is None."""
    values: dict[str, Any] = {"error": error, "lease_until": None, "updated_at": now}
    values |= {"delivery": "failed"} if retry_at is None else {"due_at": retry_at}
    await tx.execute(update(outbox).where(*_held(parcel)).values(values))


def _held(parcel: Parcel) -> tuple[ColumnElement[bool], ...]:
    """The row as it was claimed: nobody has claimed it again since."""
    return (
        outbox.c.id == parcel.id,
        outbox.c.delivery == "queued",
        outbox.c.attempts == parcel.attempts,
    )


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
        attempts=row.attempts,
        void=bool(row.void),
        lapsed=row.lease_until is not None,
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
