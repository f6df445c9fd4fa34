"""What changed of a ticket: lines that are only ever added."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import insert, select

from bot.model import Event
from bot.schema import ticket_events
from bot.store.database import Tx

_tell = insert(ticket_events)


async def tell(
    tx: Tx,
    ticket_id: int,
    lines: Sequence[tuple[str, str, str]],
    now: datetime,
    operator_id: int | None = None,
) -> None:
    """Add (kind, before, after) lines to a ticket's history."""
    if lines:
        await tx.execute(
            _tell,
            [
                {
                    "ticket_id": ticket_id,
                    "kind": kind,
                    "before": before,
                    "after": after,
                    "operator_id": operator_id,
                    "created_at": now,
                }
                for kind, before, after in lines
            ],
        )


async def history(tx: Tx, ticket_id: int) -> list[Event]:
    """What changed, oldest first."""
    found = (
        select(ticket_events)
        .where(ticket_events.c.ticket_id == ticket_id)
        .order_by(ticket_events.c.id)
    )
    return [
        Event(
            ticket_id=row.ticket_id,
            kind=row.kind,
            before=row.before,
            after=row.after,
            operator_id=row.operator_id,
            created_at=row.created_at,
        )
        for row in await tx.execute(found)
    ]


def differences(name: str, before: Any, after: Any) -> list[tuple[str, str, str]]:
    """(what, before, after) of one changed column; the details each by its own name."""
    if name != "details":
        return [(name, "" if before is None else str(before), "" if after is None else str(after))]
    keys = [*before, *(key for key in after if key not in before)]
    pairs = [(key, str(before.get(key, "")), str(after.get(key, ""))) for key in keys]
    return [_grown(*pair) for pair in pairs if pair[1] != pair[2]]


def _grown(name: str, before: str, after: str) -> tuple[str, str, str]:
    """Of a story that grew by a line, only the line: the story is there already."""
    if before and after.startswith(f"{before}\n"):
        return name, "", after[len(before) + 1 :]
    return name, before, after
