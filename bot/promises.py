"""The store's own silence: who waits for it is told, and nobody is forgotten.

A ticket that the store owes an answer passes four steps, in opening time: planned, nearly late (the
operators see it), late (the customer gets an honest word, the ticket comes first and goes back to
everybody), twice as late (once more). Time in which the customer is to act, or the store is closed,
does not count; neither does time for which an operator put it aside.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime, timedelta
from functools import partial
from operator import itemgetter
from typing import TypeVar

from bot import casework, hours
from bot.channels.base import Channel
from bot.dialog import words
from bot.feed import Feed
from bot.model import Alert, Conversation, Rank, Reply, Ticket
from bot.store import (
    Busy,
    Store,
    Tx,
    conversations,
    deadlines,
    events,
    outbox,
    ticket_lists,
    tickets,
)
from intents import Faq

log = logging.getLogger(__name__)

T = TypeVar("T")
#: Which (ticket, conversation) are due.
Find = Callable[[Tx, datetime, int], Awaitable[list[tuple[int, int]]]]
#: What is done with one of them.
Step = Callable[[Tx, int, int], Awaitable[T]]
#: Tickets that are looked at in one transaction.
BATCH = 50
#: How long a ticket is left alone whose step failed.
REST = timedelta(minutes=5)
#: The steps, each with the share of its target at which it is due.
SHARES = (0.0, 0.75, 1.0, 2.0)
PLANNED, NEARLY, LATE, VERY_LATE = range(4)

#: Writes lines for the operators down, in the transaction of what they tell of.
Tell = Callable[[Tx, Sequence[Alert], datetime], Awaitable[None]]


async def _nobody(_tx: Tx, _lines: Sequence[Alert], _now: datetime) -> None:
    """For a store without a messenger."""


async def watch(
    store: Store,
    faq: Faq,
    channels: Mapping[str, Channel],
    feed: Feed,
    now: datetime,
    tell: Tell = _nobody,
) -> int:
    """Take every step that is due; how many customers were told. `tell` warns the operators."""
    total = looked = 0
    step = partial(_step, faq=faq, channels=channels, now=now, tell=tell)
    while True:
        found, told = await _batch(store, deadlines.late, step, now)
        total += sum(told)
        looked += found
        if found < BATCH:
            break
    if looked:
        feed.changed()
    return total


async def _batch(store: Store, find: Find, step: Step[T], now: datetime) -> tuple[int, list[T]]:
    """Take a step of every ticket that is found; how many they are, and what came of each.

    One that fails harms no other, and rests: what cannot be done must not be tried all the time.
    """
    taken, failed = [], []
    async with store.begin() as tx:
        due = await find(tx, now, BATCH)
        # By conversation, the order in which everybody locks them.
        for ticket_id, conversation_id in sorted(due, key=itemgetter(1)):
            try:
                async with tx.part():
                    taken.append(await step(tx, ticket_id, conversation_id))
            except Busy:
                raise
            except Exception:
                log.exception("promise not kept ticket=%d", ticket_id)
                failed.append(ticket_id)
    for ticket_id in failed:
        # Apart: its conversation is not locked any more, so nothing else may be.
        async with store.begin() as tx:
            await deadlines.put_off(tx, ticket_id, now + REST)
    return len(due), taken


class Terms:
    """The part of the FAQ that due times are reckoned from, as this process saw it last."""

    def __init__(self) -> None:
        # Nothing yet: what was edited while the server was down counts as an edit.
        self._known: tuple[object, ...] | None = None

    async def keep(self, store: Store, faq: Faq, now: datetime) -> None:
        """When targets or hours have changed, whatever the store owes is planned anew."""
        wanted = (faq.targets, faq.store.hours, faq.store.holidays, faq.store.dates)
        if wanted != self._known:
            await plan_anew(store, now)
            self._known = wanted


async def plan_anew(store: Store, now: datetime) -> int:
    """Let `watch` reckon anew when the next step is due of whatever is owed; how many tickets."""
    total = last = 0
    while True:
        async with store.begin() as tx:
            owed = await deadlines.owed(tx, last, BATCH)
            for _, conversation_id in owed:
                await conversations.lock(tx, conversation_id)
            await deadlines.plan_anew(tx, [ticket_id for ticket_id, _ in owed], now)
        total += len(owed)
        if len(owed) < BATCH:
            break
        last = owed[-1][1]
    if total:
        log.info("promises planned anew count=%d", total)
    return total


async def wake(store: Store, faq: Faq, feed: Feed, now: datetime) -> int:
    """Tickets whose time aside is over are the store's again; how many."""
    total, step = 0, partial(_wake, faq=faq, now=now)
    while True:
        found, woken = await _batch(store, deadlines.asleep, step, now)
        total += sum(woken)
        if found < BATCH:
            break
    if total:
        feed.changed()
    return total


async def _wake(tx: Tx, ticket_id: int, _conversation_id: int, faq: Faq, now: datetime) -> bool:
    ticket, conversation = await casework.lock(tx, ticket_id)
    if ticket.status != "snoozed" or ticket.snoozed_until is None or ticket.snoozed_until > now:
        return False  # while this process waited for the lock, somebody else woke it
    await casework.wake(tx, faq, ticket, conversation, now)
    return True


async def _step(
    tx: Tx,
    ticket_id: int,
    conversation_id: int,
    faq: Faq,
    channels: Mapping[str, Channel],
    now: datetime,
    tell: Tell,
) -> bool:
    """One step of one ticket, under its conversation's lock; True when the customer was told."""
    conversation = await conversations.lock(tx, conversation_id)
    ticket = await ticket_lists.get(tx, ticket_id)
    if conversation is None or ticket is None or ticket.owed_since is None:
        return False
    if ticket.owed_due_at is None or ticket.owed_due_at > now:
        return False  # while this process waited for the lock, another one took the step
    taken = ticket.owed_step - 1
    step = max(taken, PLANNED)
    # After a downtime only the newest step counts, not all that were missed.
    while (following := _due(faq, ticket, ticket.owed_since, step + 1)) and now >= following:
        step += 1
    told = step > taken and await _take(tx, ticket, conversation, step, faq, channels, now, tell)
    # What was promised stays so when the ticket is raised for being late.
    by = ticket.owed_by if taken >= LATE else None
    by = by or _due(faq, ticket, ticket.owed_since, LATE)
    await deadlines.step_on(tx, ticket.id, step + 1, following, by)
    return told


def _due(faq: Faq, ticket: Ticket, since: datetime, step: int) -> datetime | None:
    """When a step is due; None behind the last one."""
    if step > VERY_LATE:
        return None
    target = faq.targets.of(ticket.category, ticket.priority, answered=ticket.answered)
    left = max(target * SHARES[step] - ticket.owed_spent, timedelta(0))
    return hours.after_open(faq.store, since, left)


async def _take(
    tx: Tx,
    ticket: Ticket,
    conversation: Conversation,
    step: int,
    faq: Faq,
    channels: Mapping[str, Channel],
    now: datetime,
    tell: Tell,
) -> bool:
    """What a step brings for the customer and the operators; True when the customer was told."""
    due = await _tell(tx, ticket, conversation, step, faq, channels, now) if step >= LATE else None
    if step >= LATE:
        await _raise(tx, ticket, step, faq, now)
        await _give_up(tx, ticket, step, now)
    if step >= NEARLY:
        await events.tell(tx, ticket.id, [("owed", "", _name(step, due, now))], now)
        line = f"[단골] 문의 {ticket.id}번 ‘{ticket.title}’: {WORDS[step]}"
        await tell(tx, [Alert(NAMES[step], line)], now)
        log.warning("answer owed ticket=%d step=%s", ticket.id, NAMES[step])
    return due is not None


async def _raise(tx: Tx, ticket: Ticket, step: int, faq: Faq, now: datetime) -> None:
    """The ticket comes before others, but the step that follows keeps its time: by the shorter
    target of its new priority the ticket would be very late as soon as it is late.
    """
    least = step - NEARLY
    await tickets.raise_priority(tx, ticket.id, least, now)
    before, after = (
        faq.targets.of(ticket.category, priority, answered=ticket.answered)
        for priority in (ticket.priority, max(ticket.priority, least))
    )
    await deadlines.allow(tx, ticket.id, (before - after) * SHARES[VERY_LATE])


async def _give_up(tx: Tx, ticket: Ticket, step: int, now: datetime) -> None:
    """Who has the ticket has not answered: it is everybody's again.

    While he is talking in it he has until it is very late.
    """
    if ticket.assignee_id is None or (ticket.mode == "human" and step < VERY_LATE):
        return
    await tickets.assign(tx, ticket.id, None, now)
    await events.tell(tx, ticket.id, [("assignee", ticket.assignee or "", "")], now)


def _name(step: int, due: datetime | None, now: datetime) -> str:
    """As the ticket's history calls a step: with whether the customer is told, and when."""
    if step < LATE or (due is not None and due <= now):
        return NAMES[step]
    return f"{NAMES[step]}, {'not told' if due is None else 'told later'}"


#: As operators are warned.
WORDS = (
    "",
    "답변 약속 시간이 얼마 남지 않았어요.",
    "답변이 늦어졌어요.",
    "답변이 많이 늦어졌어요.",
)
#: As the log calls the steps.
NAMES = ("planned", "nearly late", "late", "very late")


async def _tell(
    tx: Tx,
    ticket: Ticket,
    conversation: Conversation,
    step: int,
    faq: Faq,
    channels: Mapping[str, Channel],
    now: datetime,
) -> datetime | None:
    """The customer's honest word, and when it may leave; nobody is told who asked for silence."""
    channel = channels.get(conversation.channel)
    if channel is None or not channel.can_ping or conversation.state.memory.quiet:
        return None
    texts = faq.texts
    text = texts.still_looking if step == LATE else texts.still_looking_late
    matter = words.clip(conversation.state.matter) or texts.matter_unnamed
    # Only the newest of them is true.
    await outbox.cancel_status(tx, [conversation.id], now)
    said, due = Reply(text=text(matter, ticket.id)), casework.polite(faq, now)
    await casework.say(tx, conversation, [said], now, Rank.STATUS, due)
    await conversations.save(tx, [conversation], now)
    return due
