"""Tickets by what an operator remembers of them: a number, an order, a name, some words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sqlalchemy import ColumnElement, Text, and_, cast, false, func, or_, select

from bot.model import Ticket
from bot.schema import tickets
from bot.store.database import Tx
from bot.store.ticket_lists import Cursor, listed

#: More words than these narrow nothing down.
WORDS = 8

_NUMBER = re.compile(r"#?(\d{1,18})", re.ASCII)
# What somebody types of a phone or an order number, with hyphens or without.
_DIGITS = re.compile(r"\d[\d-]{2,}", re.ASCII)

# What the customer told is JSON: looked through as text, which finds it under every name.
_told = tickets.c.title + " " + tickets.c.words + " " + cast(tickets.c.details, Text)


async def page(tx: Tx, text: str, *, after: Cursor | None = None, limit: int = 50) -> list[Ticket]:
    """Tickets in which every word of `text` stands, latest change first."""
    return await listed(tx, _all_of(text), after=after, limit=limit)


async def count(tx: Tx, text: str) -> int:
    """How many they are."""
    return int((await tx.execute(select(func.count()).where(_all_of(text)))).scalar_one())


def _all_of(text: str) -> ColumnElement[bool]:
    # PostgreSQL takes no NUL in a text, and nobody wrote one.
    words: Sequence[str] = text.replace("\0", " ").split()[:WORDS]
    return and_(*map(_has, words)) if words else false()


def _has(word: str) -> ColumnElement[bool]:
    ways = [_told.icontains(word, autoescape=True)]
    if number := _NUMBER.fullmatch(word):
        ways.append(tickets.c.id == int(number.group(1)))
    if _DIGITS.fullmatch(word):
        ways.append(func.replace(_told, "-", "").contains(word.replace("-", "")))
    return or_(*ways)
