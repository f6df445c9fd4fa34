"""After the messaging line failed: whoever got an answer late is told why, once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot import casework
from bot.model import UNASKED, Parcel, Reply
from bot.store import Store, conversations
from intents import Texts

#: An answer that was held up for longer is late enough to be explained.
LATE = timedelta(minutes=10)
#: Answers that come late together are explained once.
ONCE = timedelta(hours=6)


def held_up(parcel: Parcel, now: datetime) -> bool:
    """Whether a message that has just left was kept back by failures, and somebody waited for it.

    What nobody asked for is missed by nobody, and one that waited for the customer to look was not
    tried.
    """
    tried = parcel.attempts > 1 and parcel.rank not in UNASKED
    return tried and now - parcel.message.created_at > LATE


async def explain(store: Store, late: Sequence[Parcel], texts: Texts, now: datetime) -> int:
    """Tell the customers of these messages that the line had failed; how many were told."""
    told = 0
    for conversation_id in sorted({parcel.message.conversation_id for parcel in late}):
        async with store.begin() as tx:
            conversation = await conversations.lock(tx, conversation_id)
            if conversation is None or _knows(conversation.state.memory.outage_at, now):
                continue
            memory = replace(conversation.state.memory, outage_at=now)
            # Nobody's turn changes, and the silence that may have begun goes on.
            conversation.state = replace(conversation.state, memory=memory)
            await casework.say(tx, conversation, [Reply(text=texts.outage)], now)
            await conversations.save(tx, [conversation], now)
            told += 1
    return told


def _knows(since: datetime | None, now: datetime) -> bool:
    return since is not None and now - since < ONCE
