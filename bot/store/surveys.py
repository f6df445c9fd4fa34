"""Satisfaction questions: one row for each resolution, never overwritten by the next."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import case, func, insert, select, update

from bot.model import Score, Survey
from bot.schema import surveys
from bot.store.database import Tx


async def ask(tx: Tx, ticket_ids: Collection[int], now: datetime) -> None:
    """Note that the question leaves for these tickets."""
    rows = [
        {"ticket_id": i, "score": None, "comment": "", "asked_at": now, "answered_at": None}
        for i in ticket_ids
    ]
    if rows:
        await tx.execute(insert(surveys), rows)


async def answer(tx: Tx, given: Score, now: datetime) -> bool:
    """Keep a score for the ticket's newest question; False when that has one already."""
    newest = select(func.max(surveys.c.id)).where(surveys.c.ticket_id == given.ticket)
    result = await tx.execute(
        update(surveys)
        .where(surveys.c.id == newest.scalar_subquery(), surveys.c.score.is_(None))
        .values(score=given.score, comment=given.comment, answered_at=now)
    )
    return bool(result.rowcount)


async def mend(tx: Tx, given: Score) -> None:
    """Put another score in the place of the newest one; what was said beside that stays."""
    newest = select(func.max(surveys.c.id)).where(surveys.c.ticket_id == given.ticket)
    await tx.execute(
        update(surveys)
        .where(surveys.c.id == newest.scalar_subquery(), surveys.c.score.is_not(None))
        .values(score=given.score)
    )


async def add_words(tx: Tx, given: Score) -> None:
    """Keep what is said about a score beside it."""
    newest = select(func.max(surveys.c.id)).where(surveys.c.ticket_id == given.ticket)
    before = case((surveys.c.comment == "", ""), else_=surveys.c.comment + "\n")
    await tx.execute(
        update(surveys)
        .where(surveys.c.id == newest.scalar_subquery(), surveys.c.score.is_not(None))
        .values(comment=before + given.comment)
    )


async def of(tx: Tx, ticket_id: int) -> tuple[Survey, ...]:
    """A ticket's questions and scores, oldest first."""
    result = await tx.execute(
        select(surveys).where(surveys.c.ticket_id == ticket_id).order_by(surveys.c.id)
    )
    return tuple(
        Survey(
            ticket_id=row.ticket_id,
            asked_at=row.asked_at,
            score=row.score,
            comment=row.comment,
            answered_at=row.answered_at,
        )
        for row in result
    )
