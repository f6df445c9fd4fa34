"""The one door out: rows queued, claimed with a lease, sent or failed."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Integer,
    Row,
    Select,
    String,
    Update,
    and_,
    bindparam,
    false,
    func,
    insert,
    literal_column,
    or_,
    select,
    true,
    tuple_,
    update,
)

from bot.model import UNASKED, Conversation, Message, Parcel, Rank
from bot.schema import Utc, conversations, customers, messages, outbox, pings
from bot.store.database import Tx

#: What the console shows of a reminder that may or may not have left.
UNKNOWN = "보내던 중에 서버가 멈춰서, 전해졌는지 알 수 없어요."

_other = outbox.alias("other")

# Spelled out, not a parameter: only so a prepared statement of PostgreSQL always finds the indexes
# that hold nothing but queued rows.
_QUEUED: ColumnElement[str] = literal_column("'queued'", String)

_parcels = (
    select(
        outbox.c.id,
        outbox.c.channel,
        outbox.c.attempts,
        outbox.c.rank,
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
    outbox.c.rank, outbox.c.due_at, outbox.c.id
)

# Queued, and nobody is sending it: a lease that ran out belongs to a process that died.
_free = and_(
    outbox.c.delivery == _QUEUED,
    or_(outbox.c.lease_until.is_(None), outbox.c.lease_until <= bindparam("now", type_=Utc)),
)

# Built once: on the path of every message, building a statement costs more than running it.
_waiting = (
    _parcels.where(outbox.c.conversation_id.in_(bindparam("ids", expanding=True)), _free)
    .order_by(outbox.c.conversation_id, outbox.c.seq)
    .with_for_update(of=outbox, skip_locked=True)
)


async def queue(
    tx: Tx,
    lines: Sequence[tuple[Conversation, Message]],
    now: datetime,
    rank: Rank = Rank.ANSWER,
    due_at: datetime | None = None,
) -> None:
    """Let these messages leave as soon as the transaction is committed, or not before `due_at`."""
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
                "rank": rank,
                "attempts": 0,
                "due_at": due_at or now,
                "created_at": now,
                "updated_at": now,
            }
            for conversation, message in lines
        ],
    )


async def claim(
    tx: Tx,
    now: datetime,
    *,
    channel: str,
    present: Collection[str] | None,
    since: Mapping[Rank, datetime],
    limit: int,
) -> list[Parcel]:
    """Lock what is due in a channel, at most the first of each conversation, so that order is kept.

    Answers come before notices, and these before what nobody asked for, which waits until nothing
    else is queued in its conversation. `present`: only these addresses can be reached now; None:
    all of them. `since`: what has been due for longer is passed over, unless somebody waits for it
    and it was tried before. Pings whose silence is over are cancelled. So is, as
    failed, a ping whose process died while it sent: it may have left, and a reminder that comes
    twice is worse than one that an operator has to look after. Until `lease` the rows are anybody's
    again when the transaction ends.
    """
    for _ in range(SWEEPS):
        ids: list[int] = []
        for rank in Rank:
            if len(ids) < limit:
                room = limit - len(ids)
                ids += await _due(tx, now, channel, rank, present, since.get(rank), room)
        if not ids:
            return []
        if parcels := await _sort_out(tx, ids, now):
            return parcels
    return []


#: Batches of pings that need not leave any more, sorted out within one claim.
SWEEPS = 5


async def _sort_out(tx: Tx, ids: Collection[int], now: datetime) -> list[Parcel]:
    """Give up the pings that must not leave; what remains, in order."""
    found = [_parcel(row) for row in await tx.execute(_claimed, {"ids": ids})]
    unknown = [p for p in found if p.lapsed and p.message.ping_step is not None and not p.void]
    for parcel in unknown:
        await failed(tx, parcel, UNKNOWN, now, retry_at=None)
    await cancelled(tx, [parcel.id for parcel in found if parcel.void], now)
    return [parcel for parcel in found if not parcel.void and parcel not in unknown]


async def lease(tx: Tx, parcels: Sequence[Parcel], until: datetime, now: datetime) -> list[Parcel]:
    """These are being sent from now on, by nobody else before `until`."""
    if parcels:
        ids = sorted(parcel.id for parcel in parcels)
        await tx.execute(_lease, {"ids": ids, "until": until, "new_updated_at": now})
    return [replace(p, attempts=p.attempts + 1, claimed_at=now) for p in parcels]


_lease = (
    update(outbox)
    .where(outbox.c.id.in_(bindparam("ids", expanding=True)))
    .values(
        lease_until=bindparam("until"),
        attempts=outbox.c.attempts + 1,
        updated_at=bindparam("new_updated_at"),
    )
)


async def drop_pings(tx: Tx, now: datetime, *, channel: str, why: str, limit: int) -> int:
    """Pings that are due in this channel are not sent; how many were given up."""
    due = (
        select(outbox.c.id)
        .where(_free, outbox.c.due_at <= now, outbox.c.channel == channel, _is_ping)
        .limit(limit)
        .with_for_update(of=outbox, skip_locked=True)
    )
    ids = (await tx.execute(due, {"now": now})).scalars().all()
    rest = await _sort_out(tx, ids, now) if ids else []
    await cancelled(tx, [parcel.id for parcel in rest], now, why)
    return len(ids)


async def _due(
    tx: Tx,
    now: datetime,
    channel: str,
    rank: Rank,
    present: Collection[str] | None,
    since: datetime | None,
    limit: int,
) -> Sequence[int]:
    """The rows that may leave now, locked."""
    values: dict[str, Any] = {"now": now, "channel_name": channel, "most": limit}
    if since is not None:
        values["since"] = since
    if present is not None:
        values["present"] = sorted(present)
    due = _due_rows(rank, since=since is not None, present=present is not None)
    return (await tx.execute(due, values)).scalars().all()


@cache
def _due_rows(rank: Rank, *, since: bool, present: bool) -> Select[int]:
    """Of one table alone: with the joins PostgreSQL would read whole tables for every batch, until
    it has statistics.
    """
    asked = and_(*(_other.c.rank != unasked for unasked in sorted(UNASKED)))
    earlier = _other.c.seq < outbox.c.seq
    before = select(_other.c.id).where(
        _other.c.conversation_id == outbox.c.conversation_id,
        or_(earlier, asked) if rank in UNASKED else and_(earlier, asked),
        _other.c.id != outbox.c.id,
        # An expression, for which no index fits: without statistics PostgreSQL would go through all
        # that is queued for every row, where a conversation has a handful.
        func.coalesce(_other.c.delivery, "") == _QUEUED,
    )
    due = select(outbox.c.id).where(
        _free,
        outbox.c.channel == bindparam("channel_name"),
        outbox.c.rank == rank,
        outbox.c.due_at <= bindparam("now", type_=Utc),
        ~before.exists(),
    )
    if since:
        due = due.where(_recent(rank, bindparam("since", type_=Utc)))
    if present:
        due = (
            due.join(conversations, conversations.c.id == outbox.c.conversation_id)
            .join(customers, customers.c.id == conversations.c.customer_id)
            .where(customers.c.address.in_(bindparam("present", expanding=True)))
        )
    # By the index alone: a second key would sort all that is due for every batch.
    first = due.order_by(outbox.c.due_at).limit(bindparam("most", type_=Integer))
    return first.with_for_update(of=outbox, skip_locked=True)


def _recent(rank: Rank, since: datetime | ColumnElement[datetime]) -> ColumnElement[bool]:
    """Not due for longer than `since`; whose sending is under way goes on, if it was asked for."""
    recent = outbox.c.due_at > since
    return recent if rank in UNASKED else or_(recent, outbox.c.attempts > 0)


async def backlog(
    tx: Tx, now: datetime, channels: Collection[str], since: Mapping[Rank, datetime]
) -> tuple[int, datetime | None, int]:
    """How many messages these channels should have sent, since when the first of them, and how many
    wait for something else: the customer's next line or visit, the morning, the next month.
    """
    due = or_(
        *(
            and_(outbox.c.rank == rank, _recent(rank, since[rank]) if rank in since else true())
            for rank in Rank
        )
    )
    queued = select(func.count(), func.min(outbox.c.due_at)).where(
        outbox.c.delivery == _QUEUED, outbox.c.due_at <= now
    )
    total, _ = (await tx.execute(queued)).one()
    count, oldest = (await tx.execute(queued.where(outbox.c.channel.in_(channels), due))).one()
    return count, oldest, total - count


async def waiting(tx: Tx, conversation_ids: Collection[int], now: datetime) -> list[Parcel]:
    """What waits in these conversations and is not being sent by anyone, in order, locked."""
    result = await tx.execute(_waiting, {"ids": sorted(conversation_ids), "now": now})
    return [_parcel(row) for row in result]


async def sent(tx: Tx, parcels: Sequence[Parcel], now: datetime) -> None:
    """They have left. Only who holds the lease may say so: another process may have taken over."""
    for tried in sorted({parcel.attempts for parcel in parcels}):
        ids = sorted(parcel.id for parcel in parcels if parcel.attempts == tried)
        await tx.execute(_sent, {"ids": ids, "tried": tried, "new_updated_at": now})


_sent = (
    update(outbox)
    .where(
        outbox.c.id.in_(bindparam("ids", expanding=True)),
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
    await _cancel(tx, conversation_ids, _is_ping, now)


async def cancel_status(tx: Tx, conversation_ids: Collection[int], now: datetime) -> None:
    """What was to tell these customers that their answer takes longer need not leave any more."""
    await _cancel(tx, conversation_ids, outbox.c.rank == Rank.STATUS, now)


async def cancel_unasked(tx: Tx, conversation_ids: Collection[int], now: datetime) -> None:
    """Nothing that nobody asked for need leave any more: something newer is said, or settled."""
    await _cancel(tx, conversation_ids, or_(_is_ping, outbox.c.rank.in_(UNASKED)), now)


_is_ping = (
    select(pings.c.seq)
    .where(pings.c.conversation_id == outbox.c.conversation_id, pings.c.seq == outbox.c.seq)
    .exists()
)


async def _cancel(
    tx: Tx, conversation_ids: Collection[int], which: ColumnElement[bool], now: datetime
) -> None:
    """Of what these conversations have queued; what is being sent goes on."""
    if not conversation_ids:
        return
    await tx.execute(
        update(outbox)
        .where(
            outbox.c.conversation_id.in_(conversation_ids),
            outbox.c.delivery == "queued",
            which,
            or_(outbox.c.lease_until.is_(None), outbox.c.lease_until <= now),
        )
        .values(delivery="cancelled", lease_until=None, error=None, updated_at=now)
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


async def cancelled(
    tx: Tx, row_ids: Collection[int], now: datetime, why: str | None = None
) -> None:
    """These need not leave any more; `why` when it is not because the customer is here."""
    if not row_ids:
        return
    await tx.execute(
        update(outbox)
        .where(outbox.c.id.in_(row_ids), outbox.c.delivery == "queued")
        .values(delivery="cancelled", lease_until=None, error=why, updated_at=now)
    )


async def failed(
    tx: Tx, parcel: Parcel, error: str, now: datetime, *, retry_at: datetime | None
) -> None:
    """It did not leave: try again at `retry_at`, or never when that is None."""
    values: dict[str, Any] = {"error": error, "lease_until": None, "updated_at": now}
    values |= {"delivery": "failed"} if retry_at is None else {"due_at": retry_at}
    await tx.execute(update(outbox).where(*_held(parcel)).values(values))


async def release(tx: Tx, parcel: Parcel, error: str, now: datetime) -> None:
    """Its channel rests: it keeps its place and its tries, and is nobody's again."""
    await tx.execute(
        update(outbox)
        .where(*_held(parcel))
        .values(lease_until=None, attempts=outbox.c.attempts - 1, error=error, updated_at=now)
    )


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
        _revive(now).where(
            outbox.c.conversation_id == conversation_id,
            outbox.c.seq == seq,
            outbox.c.delivery == "failed",
        )
    )
    return bool(result.rowcount)


async def revive(tx: Tx, row_id: int, now: datetime) -> bool:
    """Queue a failed row again; False when it was not failed."""
    again = _revive(now).where(outbox.c.id == row_id, outbox.c.delivery == "failed")
    return bool((await tx.execute(again)).rowcount)


async def revive_all(tx: Tx, now: datetime) -> int:
    """Queue all failed rows again, but what nobody asked for; how many they are."""
    again = _revive(now).where(outbox.c.delivery == "failed", outbox.c.rank.not_in(UNASKED))
    return (await tx.execute(again)).rowcount


def _revive(now: datetime) -> Update:
    # Somebody asked for it: before what nobody did.
    return update(outbox).values(
        delivery="queued",
        rank=Rank.ANSWER,
        attempts=0,
        due_at=now,
        lease_until=None,
        updated_at=now,
    )


def _parcel(row: Row[Any]) -> Parcel:
    return Parcel(
        id=row.id,
        conversation_id=row.conversation_id,
        seq=row.seq,
        channel=row.channel,
        address=row.address,
        attempts=row.attempts,
        rank=Rank(row.rank),
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
