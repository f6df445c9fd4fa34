"""Troubles that last: told by whichever process writes them down first, and by whoever ends them.

`place` is the process that a trouble is about, empty when it is everybody's.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from sqlalchemy import delete, select, update
from sqlalchemy.dialects import postgresql, sqlite

from bot.schema import incidents
from bot.store.database import Tx

#: A process that said nothing of its trouble for so long is gone for good.
FORGOTTEN = timedelta(days=1)


async def open_at(tx: Tx, place: str) -> dict[str, str]:
    """Everybody's troubles, or those of one process: name to the words they were told in."""
    result = await tx.execute(
        select(incidents.c.name, incidents.c.text).where(
            incidents.c.place == place, incidents.c.figure.is_(None)
        )
    )
    return {row.name: row.text for row in result}


async def begin(tx: Tx, place: str, found: Mapping[str, str], now: datetime) -> list[str]:
    """The names of those that nobody has written down yet; they are now."""
    fresh = []
    # In one order, so that processes that find the same do not wait for each other in a circle.
    for name, text in sorted(found.items()):
        entry = _insert(tx).values(
            place=place, name=name, text=text, figure=None, began_at=now, seen_at=now
        )
        if (await tx.execute(entry.on_conflict_do_nothing())).rowcount:
            fresh.append(name)
    return fresh


async def end(tx: Tx, place: str, name: str) -> bool:
    """It is over; False when somebody else said so before."""
    result = await tx.execute(
        delete(incidents).where(incidents.c.place == place, incidents.c.name == name)
    )
    return bool(result.rowcount)


async def count(tx: Tx, name: str, figure: int, now: datetime) -> int:
    """Write down how many there are; by how many that is more than was written down before."""
    before = select(incidents.c.figure).where(incidents.c.place == "", incidents.c.name == name)
    known = (await tx.execute(before.with_for_update())).scalar_one_or_none()
    if known is None:
        entry = _insert(tx).values(
            place="", name=name, text="", figure=figure, began_at=now, seen_at=now
        )
        inserted = (await tx.execute(entry.on_conflict_do_nothing())).rowcount
        return figure if inserted else 0
    if known != figure:
        await tx.execute(
            update(incidents)
            .where(incidents.c.place == "", incidents.c.name == name)
            .values(figure=figure, seen_at=now)
        )
    return max(0, figure - known)


async def keep(tx: Tx, place: str, now: datetime) -> None:
    """This process still lives; what others left behind for a day is forgotten."""
    await tx.execute(
        update(incidents)
        .where(incidents.c.place == place, incidents.c.seen_at <= now - FORGOTTEN / 24)
        .values(seen_at=now)
    )
    gone = incidents.c.seen_at <= now - FORGOTTEN
    await tx.execute(delete(incidents).where(incidents.c.place != "", gone))


def _insert(tx: Tx) -> sqlite.Insert | postgresql.Insert:
    insert = sqlite.insert if tx.dialect.name == "sqlite" else postgresql.insert
    return insert(incidents)
