"""Notices: what the store says about an entry for a while, in place of its usual answer."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, insert, or_, select, update

from bot.model import Notice
from bot.schema import notices
from bot.store.database import Tx

_lives = or_(notices.c.ends_at.is_(None), notices.c.ends_at > bindparam("now"))
# Built once: it is asked in every transaction of the inbox.
_current = (
    select(notices).where(notices.c.starts_at <= bindparam("now"), _lives).order_by(notices.c.id)
)


async def current(tx: Tx, now: datetime) -> Mapping[str, Notice]:
    """By entry; of several for one entry the newest."""
    result = await tx.execute(_current, {"now": now})
    return {row.intent_id: _notice(row) for row in result}


async def coming(tx: Tx, now: datetime) -> list[Notice]:
    """Those that hold now or will, newest first."""
    result = await tx.execute(
        select(notices).where(_lives).order_by(notices.c.id.desc()), {"now": now}
    )
    return [_notice(row) for row in result]


async def add(tx: Tx, notice: Notice, operator_id: int, now: datetime) -> int:
    """Put up a notice (its `id` is ignored); the new one's id."""
    result = await tx.execute(
        insert(notices)
        .values(
            intent_id=notice.intent_id,
            text=notice.text,
            starts_at=notice.starts_at,
            ends_at=notice.ends_at,
            operator_id=operator_id,
            created_at=now,
        )
        .returning(notices.c.id)
    )
    return int(result.scalar_one())


async def end(tx: Tx, notice_id: int, now: datetime) -> bool:
    """Take a notice down; False when it is not up."""
    result = await tx.execute(
        update(notices).where(notices.c.id == notice_id, _lives).values(ends_at=now), {"now": now}
    )
    return bool(result.rowcount)


def _notice(row: Row[Any]) -> Notice:
    return Notice(
        id=row.id,
        intent_id=row.intent_id,
        text=row.text,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
    )
