"""Pings that were sent: one row per silence and step."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.dialects import postgresql, sqlite

from bot.model import Conversation
from bot.schema import pings
from bot.store.database import Tx


async def record(tx: Tx, conversation: Conversation, seq: int, now: datetime) -> bool:
    """Write down the conversation's due step as taken; False when it had been before."""
    insert = sqlite.insert if tx.dialect.name == "sqlite" else postgresql.insert
    result = await tx.execute(
        insert(pings)
        .values(
            conversation_id=conversation.id,
            episode=conversation.episode,
            step=conversation.ping_step,
            seq=seq,
            created_at=now,
        )
        .on_conflict_do_nothing()
    )
    return bool(result.rowcount)
