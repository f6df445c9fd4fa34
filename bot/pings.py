"""Customers who went silent while the store waits for them are reminded, once a step."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from bot import hours
from bot.channels.base import Channel
from bot.dialog import due, park, remind
from bot.feed import Feed
from bot.model import Conversation, Message, Rank
from bot.store import Store, Tx, conversations, messages, outbox, pings, tickets
from intents import Faq

log = logging.getLogger(__name__)

#: Conversations handled in one transaction, so that customers who write meanwhile do not wait long.
BATCH = 250
#: A reminder later than this comes out of nowhere: the ticket is parked instead.
CATCH_UP = timedelta(days=3)


async def plan(
    store: Store, faq: Faq, channels: Mapping[str, Channel], feed: Feed, now: datetime
) -> int:
    """Write every ping that is due, each with its outbox row in the same transaction; how many."""
    total = 0
    while True:
        async with store.begin() as tx:
            silent = await conversations.lock_silent(tx, now, BATCH)
            ready = [c for c in silent if await _is_ready(tx, c, faq, channels, now)]
            written = await _remind(tx, ready, faq, now)
            for conversation in ready:
                _plan_next(conversation, faq, now)
            await messages.add(tx, [line for _, line in written])
            await outbox.queue(tx, written, now, Rank.REMINDER)
            await conversations.save(tx, silent, now)
        total += len(written)
        if len(silent) < BATCH:
            break
    if total:
        log.info("pings planned count=%d", total)
        feed.changed()
    return total


async def _is_ready(
    tx: Tx, conversation: Conversation, faq: Faq, channels: Mapping[str, Channel], now: datetime
) -> bool:
    """Whether a reminder is sent now; else the conversation is put off, moved on or parked."""
    step, after = conversation.ping_step, faq.pings.after
    late = now - (conversation.ping_due_at or now)
    if step >= len(after) or late > CATCH_UP:
        await _park(tx, conversation, now)
        return False
    conversation.ping_step = _newest(step, late, after)
    if not hours.polite_at(faq.store, faq.pings.quiet, now):
        # The hours changed since it was planned, or the server slept into the night.
        conversation.ping_due_at = hours.next_polite(faq.store, faq.pings.quiet, now)
        return False
    channel = channels.get(conversation.channel)
    if channel is None or not channel.can_ping:
        _plan_next(conversation, faq, now)
        return False
    return True


def _plan_next(conversation: Conversation, faq: Faq, now: datetime) -> None:
    """The next step counts from now, so that a long downtime is not followed by a burst."""
    spent = faq.pings.after[conversation.ping_step]
    conversation.ping_step += 1
    conversation.ping_due_at = due(conversation.ping_step, faq, now, spent)


def _newest(step: int, late: timedelta, after: Sequence[timedelta]) -> int:
    """The step that is due when `step` is this late: after a downtime one reminder, not all."""
    spent = after[step] + late
    return max(place for place, wait in enumerate(after) if place == step or wait <= spent)


async def _remind(
    tx: Tx, ready: Sequence[Conversation], faq: Faq, now: datetime
) -> list[tuple[Conversation, Message]]:
    """The reminders of these conversations; not of those whose step was taken before."""
    # Who was away finds the newest reminder, not a pile of them.
    await outbox.cancel_pings(tx, [c.id for c in ready if c.ping_step], now)
    fresh = await pings.record(tx, ready, now)
    return [(c, _line(c, faq, now)) for c in ready if c.id in fresh]


def _line(conversation: Conversation, faq: Faq, now: datetime) -> Message:
    step = conversation.ping_step
    reply = remind(conversation.state, faq, last=step + 1 == len(faq.pings.after))
    return Message(
        conversation_id=conversation.id,
        seq=conversation.next_seq(),
        author="bot",
        body=reply.to_json(),
        ping_step=step,
        delivery="queued",
        created_at=now,
    )


async def _park(tx: Tx, conversation: Conversation, now: datetime) -> None:
    """The last reminder was in vain: the ticket is listed as unanswered, and kept."""
    conversation.ping_due_at = None
    ticket = conversation.state.ticket
    if ticket is not None and conversation.state.ticket_status == "waiting":
        await tickets.move(tx, [ticket], now, "no_reply")
        await tickets.tell(tx, ticket, [("status", "waiting", "no_reply")], now)
    conversation.become(park(conversation.state), now)
