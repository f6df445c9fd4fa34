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
            over = [c for c in silent if _is_over(c, faq, now)]
            going_on = [c for c in silent if not _is_over(c, faq, now)]
            await _park(tx, over, now)
            ready = [c for c in going_on if _is_ready(c, faq, channels, now)]
            written = await _remind(tx, ready, faq, now)
            for conversation in ready:
                _plan_next(conversation, faq, now)
            await messages.add(tx, [line for _, line in written])
            await outbox.queue(tx, written, now, Rank.REMINDER)
            await conversations.take_step(tx, going_on, {c.id for c, _ in written}, now)
        total += len(written)
        if len(silent) < BATCH:
            break
    if total:
        log.info("pings planned count=%d", total)
        feed.changed()
    return total


def _is_over(conversation: Conversation, faq: Faq, now: datetime) -> bool:
    """Whether the last step was taken, or the next one is too late to be."""
    return conversation.ping_step >= len(faq.pings.after) or _late(conversation, now) > CATCH_UP


def _late(conversation: Conversation, now: datetime) -> timedelta:
    return now - (conversation.ping_due_at or now)


def _is_ready(
    conversation: Conversation, faq: Faq, channels: Mapping[str, Channel], now: datetime
) -> bool:
    """Whether a reminder is sent now; else the conversation is put off or moved on."""
    late = _late(conversation, now)
    conversation.ping_step = _newest(conversation.ping_step, late, faq.pings.after)
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
    last = step + 1 == len(faq.pings.after)
    reply = remind(conversation.state, faq, last=last, later=step > 0)
    return Message(
        conversation_id=conversation.id,
        seq=conversation.next_seq(),
        author="bot",
        body=reply.to_json(),
        ping_step=step,
        delivery="queued",
        created_at=now,
    )


async def _park(tx: Tx, over: Sequence[Conversation], now: datetime) -> None:
    """The last reminder was in vain: the tickets are listed as unanswered, and kept."""
    waiting = [t for c in over if (t := c.state.ticket) and c.state.ticket_status == "waiting"]
    await tickets.move(tx, waiting, now, "no_reply")
    for ticket in waiting:
        await tickets.tell(tx, ticket, [("status", "waiting", "no_reply")], now)
    for conversation in over:
        conversation.ping_due_at = None
        conversation.become(park(conversation.state), now)
    await conversations.save(tx, over, now)
