"""Customers who went silent while the store waits for them are reminded, once a step."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta

from bot import hours
from bot.channels.base import Channel
from bot.dialog import park, remind, schedule
from bot.feed import Feed
from bot.model import Conversation, Message, Rank
from bot.store import (
    Busy,
    Store,
    Tx,
    conversations,
    events,
    messages,
    outbox,
    pings,
    tickets,
)
from intents import Faq

log = logging.getLogger(__name__)

#: Conversations handled in one transaction, so that customers who write meanwhile do not wait long.
BATCH = 250
#: How long a conversation is left alone whose step failed.
REST = timedelta(minutes=5)
#: A reminder later than this comes out of nowhere: the ticket is parked instead.
CATCH_UP = timedelta(days=3)


async def plan(
    store: Store, faq: Faq, channels: Mapping[str, Channel], feed: Feed, now: datetime
) -> int:
    """Write every ping that is due, each with its outbox row in the same transaction; how many."""
    total = 0
    while True:
        async with store.begin() as tx:
            due = await conversations.lock_silent(tx, now, BATCH)
            written, going_on = await _take_all(tx, due, faq, channels, now)
        total += written
        # What is due still, although it was looked at, would be looked at without end.
        if len(due) < BATCH or not going_on:
            break
    if total:
        log.info("pings planned count=%d", total)
        feed.changed()
    return total


async def _take_all(
    tx: Tx, due: Sequence[int], faq: Faq, channels: Mapping[str, Channel], now: datetime
) -> tuple[int, int]:
    """The step of each of these locked conversations.

    How many reminders were written, and how many conversations are not due any more.
    """
    if (done := await _try(tx, due, faq, channels, now)) is not None:
        return done
    # One of them is at fault: each alone, so that it harms no other.
    written = going_on = 0
    for conversation_id in due:
        done = await _try(tx, [conversation_id], faq, channels, now)
        if done is None:
            # What cannot be done must not be tried all the time.
            await conversations.put_off(tx, conversation_id, now + REST)
            done = 0, 1
        written, going_on = written + done[0], going_on + done[1]
    return written, going_on


async def _try(
    tx: Tx, due: Sequence[int], faq: Faq, channels: Mapping[str, Channel], now: datetime
) -> tuple[int, int] | None:
    """As `_take_all`; None when it failed, and nothing of it was done."""
    try:
        async with tx.part():
            silent = await conversations.read(tx, due)
            written = await _take(tx, silent, faq, channels, now)
    except Busy:
        raise
    except Exception:
        log.exception("pings failed conversations=%s", due if len(due) == 1 else len(due))
        return None
    return written, sum(not _is_due(conversation, now) for conversation in silent)


def _is_due(conversation: Conversation, now: datetime) -> bool:
    return conversation.ping_due_at is not None and conversation.ping_due_at <= now


async def _take(
    tx: Tx,
    silent: Sequence[Conversation],
    faq: Faq,
    channels: Mapping[str, Channel],
    now: datetime,
) -> int:
    """The step of each of these locked conversations; how many reminders were written."""
    polite = hours.next_polite(faq.store, faq.pings.quiet, now)
    over: list[Conversation] = []
    going_on: list[Conversation] = []
    for conversation in silent:
        ends = polite is None or _is_over(conversation, faq, now)
        (over if ends else going_on).append(conversation)
    ready = [c for c in going_on if _is_ready(c, faq, channels, polite, now)]
    written = await _remind(tx, ready, faq, now)
    for conversation in ready:
        _plan_next(conversation, faq, now)
    await messages.add(tx, [line for _, line in written])
    await outbox.queue(tx, written, now, Rank.REMINDER)
    going_on += await _end(tx, over, faq, now)
    await conversations.take_step(tx, going_on, {c.id for c, _ in written}, now)
    return len(written)


def _is_over(conversation: Conversation, faq: Faq, now: datetime) -> bool:
    """Whether no reminder follows: the last one was sent, the next is too late, or unwanted."""
    return (
        conversation.ping_step >= len(faq.pings.after)
        or conversation.state.memory.quiet
        or _late(conversation, now) > CATCH_UP
    )


def _late(conversation: Conversation, now: datetime) -> timedelta:
    return now - (conversation.ping_due_at or now)


def _is_ready(
    conversation: Conversation,
    faq: Faq,
    channels: Mapping[str, Channel],
    polite: datetime | None,
    now: datetime,
) -> bool:
    """Whether a reminder is sent now; else the conversation is put off or moved on.

    `polite`: the next polite moment.
    """
    late = _late(conversation, now)
    conversation.ping_step = _newest(conversation.ping_step, late, faq.pings.after)
    if polite != now:
        # The hours changed since it was planned, or the server slept into the night.
        conversation.ping_due_at = polite
        return False
    channel = channels.get(conversation.channel)
    if channel is None or not channel.can_ping:
        _plan_next(conversation, faq, now)
        return False
    return True


def _plan_next(conversation: Conversation, faq: Faq, now: datetime) -> None:
    """The next step counts from now, so that a long downtime is not followed by a burst."""
    step = conversation.ping_step
    schedule(conversation, step + 1, faq, now, spent=faq.pings.after[step])


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


async def _end(tx: Tx, over: Sequence[Conversation], faq: Faq, now: datetime) -> list[Conversation]:
    """Park those whose silence has lasted long enough; the others, who wait for that, are returned.

    They are there when the seller took a reminder away, or when there is no polite moment.
    """
    begun = await messages.times(tx, [(c.id, c.episode) for c in over])
    parked: list[Conversation] = []
    waiting: list[Conversation] = []
    for conversation in over:
        end = begun.get(conversation.id, datetime.min.replace(tzinfo=UTC)) + faq.pings.park_after
        if end > now:
            conversation.ping_step, conversation.ping_due_at = len(faq.pings.after), end
        (waiting if end > now else parked).append(conversation)
    await _park(tx, parked, now)
    return waiting


async def _park(tx: Tx, over: Sequence[Conversation], now: datetime) -> None:
    """The last reminder was in vain: the tickets are listed as unanswered, and kept."""
    waiting = [t for c in over if (t := c.state.ticket) and c.state.ticket_status == "waiting"]
    await tickets.move(tx, waiting, now, "no_reply")
    for ticket in waiting:
        await events.tell(tx, ticket, [("status", "waiting", "no_reply")], now)
    for conversation in over:
        conversation.ping_due_at = None
        conversation.become(park(conversation.state), now)
    await conversations.save(tx, over, now)
