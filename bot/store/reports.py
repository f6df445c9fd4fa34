"""What the months of a store hold, counted in the database."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Case, ColumnElement, and_, case, func, select

from bot.model import Figures, LowScore
from bot.schema import surveys, ticket_events, tickets
from bot.store.database import Tx

_NEARLY = "nearly late"
#: The list of those who were not content.
LOW_LIMIT = 20


async def filed(tx: Tx, edges: Sequence[datetime]) -> list[Counter[tuple[str, str, bool]]]:
    """Tickets that came in between each two edges, by (category, entry, resolved)."""
    stretch, inside = _stretch(tickets.c.created_at, edges)
    resolved = (tickets.c.status == "resolved").label("resolved")
    result = await tx.execute(
        select(stretch, tickets.c.category, tickets.c.intent_id, resolved, func.count())
        .where(inside)
        .group_by(stretch, tickets.c.category, tickets.c.intent_id, resolved)
    )
    found: list[Counter[tuple[str, str, bool]]] = [Counter() for _ in edges[1:]]
    for place, category, entry, is_resolved, count in result:
        found[place][category, entry or "", bool(is_resolved)] += count
    return found


async def late(tx: Tx, edges: Sequence[datetime]) -> list[int]:
    """How many tickets' answers became late, or very late, between each two edges.

    Each once in a stretch: a process that stood still may have found it very late at once.
    """
    stretch, inside = _stretch(ticket_events.c.created_at, edges)
    result = await tx.execute(
        select(stretch, func.count(ticket_events.c.ticket_id.distinct()))
        .where(inside, ticket_events.c.kind == "owed", ticket_events.c.after != _NEARLY)
        .group_by(stretch)
    )
    found = [0 for _ in edges[1:]]
    for place, count in result:
        found[place] = count
    return found


async def scores(tx: Tx, edges: Sequence[datetime]) -> list[dict[int, int]]:
    """How often each score was given between each two edges."""
    stretch, inside = _stretch(surveys.c.answered_at, edges)
    result = await tx.execute(
        select(stretch, surveys.c.score, func.count())
        .where(inside, surveys.c.score.is_not(None))
        .group_by(stretch, surveys.c.score)
    )
    found: list[dict[int, int]] = [{} for _ in edges[1:]]
    for place, score, count in result:
        if score is not None:
            found[place][score] = count
    return found


async def low(tx: Tx, most: int, begin: datetime, end: datetime) -> list[LowScore]:
    """Who gave `most` points or fewer in this time, the newest first."""
    result = await tx.execute(
        select(surveys, tickets.c.title)
        .join(tickets, tickets.c.id == surveys.c.ticket_id)
        .where(surveys.c.score <= most, surveys.c.answered_at >= begin, surveys.c.answered_at < end)
        .order_by(surveys.c.answered_at.desc(), surveys.c.id.desc())
        .limit(LOW_LIMIT)
    )
    return [
        LowScore(
            ticket_id=row.ticket_id,
            title=row.title,
            score=row.score,
            comment=row.comment,
            at=row.answered_at,
        )
        for row in result
    ]


def figures(counted: Counter[tuple[str, str, bool]], late: int, scores: dict[int, int]) -> Figures:
    """One stretch's counts together."""
    return Figures(
        tickets=counted.total(),
        resolved=sum(count for (_, _, resolved), count in counted.items() if resolved),
        late=late,
        scores=scores,
    )


def _stretch(
    moment: ColumnElement[datetime] | ColumnElement[datetime | None], edges: Sequence[datetime]
) -> tuple[Case[int], ColumnElement[bool]]:
    """Between which edges a moment lies, as a number; and whether it lies between any."""
    numbered = case(*((moment < edge, place) for place, edge in enumerate(edges[1:])))
    return numbered, and_(moment >= edges[0], moment < edges[-1])
