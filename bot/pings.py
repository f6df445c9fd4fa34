"""Customers who went silent while the store waits for them are reminded, once a step."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from datetime import datetime

from bot.channels.base import Channel
from bot.dialog import remind
from bot.feed import Feed
from bot.model import Conversation, Message
from bot.store import Store, Tx, conversations, messages, outbox, pings
from intents import Faq, PingPlan

log = logging.getLogger(__name__)

#: Conversations handled in one transaction, so that customers who write meanwhile do not wait long.
BATCH = 100


async def plan(
    store: Store, faq: Faq, channels: Mapping[str, Channel], feed: Feed, now: datetime
) -> int:
    """Write every ping that is due, each with its outbox row in the same transaction; how many."""
    total = 0
    while True:
        async with store.begin() as tx:
            silent = await conversations.lock_silent(tx, now, BATCH)
            written = [
                (conversation, line)
                for conversation in silent
                if (line := await _take_step(tx, conversation, faq, channels, now))
            ]
            await messages.add(tx, [line for _, line in written])
            await outbox.queue(tx, written, now)
            await conversations.save(tx, silent, now)
        total += len(written)
        if len(silent) < BATCH:
            break
    if total:
        log.info("pings planned count=%d", total)
        feed.changed()
    return total


async def _take_step(
    tx: Tx, conversation: Conversation, faq: Faq, channels: Mapping[str, Channel], now: datetime
) -> Message | None:
    """The due ping of one conversation, and its next step planned; None when none can be sent."""
    step, after = conversation.ping_step, faq.pings.after
    channel = channels.get(conversation.channel)
    if step >= len(after) or channel is None or not channel.can_ping:
        conversation.ping_due_at = None
        return None
    line = None
    if step:
        # Who was away finds the newest reminder, not a pile of them.
        await outbox.cancel_pings(tx, conversation.id, now)
    if await pings.record(tx, conversation, conversation.last_seq + 1, now):
        reply = remind(conversation.state, faq, last=step + 1 == len(after))
        line = Message(
            conversation_id=conversation.id,
            seq=conversation.next_seq(),
            author="bot",
            body=reply.to_json(),
            ping_step=step,
            delivery="queued",
            created_at=now,
        )
    _plan_next(conversation, faq.pings, now)
    return line


def _plan_next(conversation: Conversation, plan: PingPlan, now: datetime) -> None:
    """The next step counts from now, so that a long downtime is not followed by a burst."""
    conversation.ping_step += 1
    step = conversation.ping_step
    left = step < len(plan.after)
    conversation.ping_due_at = now + (plan.after[step] - plan.after[step - 1]) if left else None
