"""Pings that were sent: one row per silence and step."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.dialects import postgresql, sqlite

from bot.model import Conversation
from bot.schema import pings
from bot.store.database import Tx


async def record(tx: Tx, silent: Sequence[Conversation], now: datetime) -> set[int]:
    """Write down the due steps of these conversations as taken.

    The ids of those whose step had not been taken before.
    """
    if not silent:
        return set()
    insert = sqlite.insert if tx.dialect.name == "sqlite" else postgresql.insert
    rows = [
        {
            "conversation_id": conversation.id,
            "episode": conversation.episode,
            "step": conversation.ping_step,
            "seq": conversation.last_seq + 1,
            "created_at": now,
        }
        for conversation in silent
    ]
    # The rows are parameters, not part of the statement: that would be compiled anew each time.
    fresh = insert(pings).on_conflict_do_nothing().returning(pings.c.conversation_id)
    return set((await tx.execute(fresh, rows)).scalars())
