"""What is known of each channel's far side, shared by all processes."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, select, update
from sqlalchemy.dialects import postgresql, sqlite

from bot.schema import channel_states
from bot.store.database import Tx


@dataclass(frozen=True, slots=True)
class ChannelState:
    """When its bucket is full again, until when it rests, and how often in a row it had to."""

    full_at: datetime | None = None
    paused_until: datetime | None = None
    strikes: int = 0


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


async def worked(tx: Tx, names: Collection[str]) -> None:
    """Their far sides took a message: what was held against them is over."""
    await tx.execute(_worked, {"names": sorted(names)})


_worked = (
    update(channel_states)
    .where(
        channel_states.c.channel.in_(bindparam("names", expanding=True)),
        channel_states.c.strikes > 0,
    )
    .values(strikes=0)
)


def _read(row: Row[Any] | None) -> ChannelState:
    return ChannelState() if row is None else ChannelState(*row[1:])
