"""Lines for the operators' messenger: written with their cause, claimed with a lease, then gone.

Of one kind only the first is ever due, so that an end is never told before its beginning.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import (
    ColumnElement,
    String,
    and_,
    bindparam,
    delete,
    func,
    insert,
    literal_column,
    or_,
    select,
    update,
)

from bot.model import Alert, AlertHealth
from bot.schema import Utc, alerts
from bot.store.database import Tx

#: The kind of lines that waited for too long to be told one by one.
OLD = "old"

_earlier = alerts.alias("earlier")

# Spelled out, so that a prepared statement of PostgreSQL finds the indexes of what is queued.
_QUEUED: ColumnElement[str] = literal_column("'queued'", String)
_FAILED: ColumnElement[str] = literal_column("'failed'", String)

# Nobody is posting it: a lease that ran out belongs to a process that died.
_free = and_(
    alerts.c.state == _QUEUED,
    or_(alerts.c.lease_until.is_(None), alerts.c.lease_until <= bindparam("now", type_=Utc)),
)
_first = (
    select(alerts.c.id, alerts.c.kind)
    .where(
        _free,
        alerts.c.due_at <= bindparam("now", type_=Utc),
        ~select(_earlier.c.id)
        .where(
            _earlier.c.kind == alerts.c.kind,
            _earlier.c.id < alerts.c.id,
            _earlier.c.state == _QUEUED,
        )
        .exists(),
    )
    .order_by(alerts.c.due_at)
    .limit(1)
    .with_for_update(of=alerts, skip_locked=True)
)
_alike = (
    select(alerts.c.id, alerts.c.text, alerts.c.attempts)
    .where(_free, alerts.c.kind == bindparam("wanted"))
    .order_by(alerts.c.id)
    .with_for_update(of=alerts, skip_locked=True)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """Lines of one kind that are posted as one, oldest first; nobody else's before `until`.

    `attempts` counts this one.
    """

    kind: str
    ids: tuple[int, ...]
    texts: tuple[str, ...]
    attempts: int
    until: datetime


async def add(tx: Tx, lines: Sequence[Alert], now: datetime) -> None:
    """Let these leave as soon as the transaction is committed."""
    if lines:
        await tx.execute(
            insert(alerts),
            [
                {
                    "kind": line.kind,
                    "text": line.text,
                    "state": "queued",
                    "attempts": 0,
                    "due_at": now,
                    "created_at": now,
                    "updated_at": now,
                }
                for line in lines
            ],
        )


async def age(tx: Tx, before: datetime, now: datetime) -> int:
    """What was written before then is not told any more, only how much it was; how much it is."""
    old = update(alerts).where(_free, alerts.c.kind != OLD, alerts.c.created_at <= before)
    return (await tx.execute(old.values(kind=OLD, updated_at=now), {"now": now})).rowcount


async def forget(tx: Tx, before: datetime) -> None:
    """What was given up, or is too old to be told, is of no more use after so long."""
    told = or_(alerts.c.state == _FAILED, alerts.c.kind == OLD)
    await tx.execute(delete(alerts).where(told, alerts.c.created_at <= before))


async def claim(tx: Tx, now: datetime, *, few: int, until: datetime) -> Bundle | None:
    """The first line that is due; all of its kind when more than `few` of them wait."""
    first = (await tx.execute(_first, {"now": now})).one_or_none()
    if first is None:
        return None
    found = (await tx.execute(_alike, {"now": now, "wanted": first.kind})).all()
    rows = found if len(found) > few or first.kind == OLD else found[:1]
    ids = tuple(row.id for row in rows)
    await tx.execute(
        update(alerts)
        .where(alerts.c.id.in_(ids))
        .values(lease_until=until, attempts=alerts.c.attempts + 1, updated_at=now)
    )
    return Bundle(
        kind=first.kind,
        ids=ids,
        texts=tuple(row.text for row in rows),
        attempts=max(row.attempts for row in rows) + 1,
        until=until,
    )


async def sent(tx: Tx, bundle: Bundle) -> None:
    """The messenger has it. Only who holds the lease may say so."""
    await tx.execute(delete(alerts).where(*_held(bundle)))


async def retry(tx: Tx, bundle: Bundle, error: str, due_at: datetime, now: datetime) -> None:
    """It was not taken: again at `due_at`."""
    await tx.execute(
        update(alerts)
        .where(*_held(bundle))
        .values(due_at=due_at, lease_until=None, error=error, updated_at=now)
    )


async def give_up(tx: Tx, bundle: Bundle, error: str, now: datetime) -> None:
    """The messenger will never take it."""
    await tx.execute(
        update(alerts)
        .where(*_held(bundle))
        .values(state="failed", lease_until=None, error=error, updated_at=now)
    )


async def health(tx: Tx) -> AlertHealth:
    """How many lines wait and were given up, and what the messenger said against one last."""
    waiting = select(func.count(), func.min(alerts.c.created_at)).where(alerts.c.state == _QUEUED)
    given_up = select(func.count()).where(alerts.c.state == _FAILED)
    last = (
        select(alerts.c.error, alerts.c.updated_at)
        .where(alerts.c.error.is_not(None))
        .order_by(alerts.c.updated_at.desc(), alerts.c.id.desc())
        .limit(1)
    )
    count, since = (await tx.execute(waiting)).one()
    said = (await tx.execute(last)).one_or_none()
    return AlertHealth(
        waiting=count,
        waiting_since=since,
        given_up=(await tx.execute(given_up)).scalar_one(),
        error=(said.error or "") if said else "",
        error_at=said.updated_at if said else None,
    )


def _held(bundle: Bundle) -> tuple[ColumnElement[bool], ...]:
    """The rows as they were claimed: a later claim has a later lease."""
    return (
        alerts.c.id.in_(bundle.ids),
        alerts.c.state == _QUEUED,
        alerts.c.lease_until == bundle.until,
    )
