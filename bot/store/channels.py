"""What is known of each channel's far side, shared by all processes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, bindparam, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from bot.schema import Utc, channel_states
from bot.store.database import Tx


@dataclass(frozen=True, slots=True)
class ChannelState:
    """When its bucket is full again; until when it rests, and how often in a row it had to; since
    when and why it refuses which credentials; what it called one of our latest messages.
    """

    full_at: datetime | None = None
    paused_until: datetime | None = None
    strikes: int = 0
    refused_at: datetime | None = None
    refusal: str | None = None
    fingerprint: str | None = None
    receipt: str | None = None


_state = select(channel_states).where(channel_states.c.channel == bindparam("name"))
_locked = _state.with_for_update()


async def state(tx: Tx, name: str) -> ChannelState:
    """As it is; only to look at."""
    return _read((await tx.execute(_state, {"name": name})).one_or_none())


async def lock(tx: Tx, name: str) -> ChannelState:
    """As it is, until the transaction ends. The last lock a transaction takes but the ledger's."""
    row = (await tx.execute(_locked, {"name": name})).one_or_none()
    if row is None:
        insert = sqlite.insert if tx.dialect.name == "sqlite" else postgresql.insert
        fresh = insert(channel_states).values(channel=name, strikes=0)
        await tx.execute(fresh.on_conflict_do_nothing())
        row = (await tx.execute(_locked, {"name": name})).one_or_none()
    return _read(row)


async def spend(tx: Tx, name: str, full_at: datetime) -> None:
    """Its bucket is full again at this time."""
    await tx.execute(_spend, {"name": name, "until": full_at})


_spend = (
    update(channel_states)
    .where(channel_states.c.channel == bindparam("name"))
    .values(full_at=bindparam("until"))
)


async def pause(tx: Tx, name: str, until: datetime, strikes: int) -> None:
    """Nothing is sent by it before `until`; it had to rest so often in a row."""
    await tx.execute(
        update(channel_states)
        .where(channel_states.c.channel == name)
        .values(paused_until=until, strikes=strikes)
    )


async def worked(tx: Tx, name: str, receipt: str | None, now: datetime) -> None:
    """Its far side took a message: what was held against it is over.

    Nearly always nothing changes, and nothing is locked; a receipt is kept for an hour.
    """
    await tx.execute(_worked, {"name": name})
    if receipt is not None:
        aged = {"old": now - RECEIPT_AGE, "now": now}
        await tx.execute(_remember, {"name": name, "taken": receipt, **aged})


async def accepted(tx: Tx, name: str) -> None:
    """Its far side takes our credentials."""
    await tx.execute(_accepted, {"name": name})


#: Younger receipts are not replaced.
RECEIPT_AGE = timedelta(hours=1)

_accepted = (
    update(channel_states)
    .where(channel_states.c.channel == bindparam("name"), channel_states.c.refused_at.is_not(None))
    .values(refused_at=None, refusal=None, fingerprint=None)
)
_worked = (
    update(channel_states)
    .where(
        channel_states.c.channel == bindparam("name"),
        or_(channel_states.c.refused_at.is_not(None), channel_states.c.strikes > 0),
    )
    .values(refused_at=None, refusal=None, fingerprint=None, strikes=0)
)
_remember = (
    update(channel_states)
    .where(
        channel_states.c.channel == bindparam("name"),
        or_(
            channel_states.c.receipt_at.is_(None),
            channel_states.c.receipt_at <= bindparam("old", type_=Utc),
        ),
    )
    .values(receipt=bindparam("taken"), receipt_at=bindparam("now", type_=Utc))
)


async def refused(tx: Tx, name: str, fingerprint: str, why: str, now: datetime) -> None:
    """Its far side does not take these credentials."""
    state = await lock(tx, name)
    if state.refused_at is None or state.fingerprint != fingerprint:
        await tx.execute(
            update(channel_states)
            .where(channel_states.c.channel == name)
            .values(refused_at=now, refusal=why, fingerprint=fingerprint)
        )


def _read(row: Row[Any] | None) -> ChannelState:
    return (
        ChannelState()
        if row is None
        else ChannelState(
            full_at=row.full_at,
            paused_until=row.paused_until,
            strikes=row.strikes,
            refused_at=row.refused_at,
            refusal=row.refusal,
            fingerprint=row.fingerprint,
            receipt=row.receipt,
        )
    )
