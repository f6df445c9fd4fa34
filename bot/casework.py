"""What several use cases do with one ticket, under its conversation's lock."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot import hours
from bot.dialog import begin_silence, schedule, survey
from bot.model import (
    REPLY_LIMIT,
    Conversation,
    Memory,
    Message,
    Operator,
    Rank,
    Rejected,
    Reply,
    Status,
    Ticket,
    WaitingOn,
)
from bot.store import (
    Tx,
    conversations,
    events,
    messages,
    outbox,
    surveys,
    ticket_lists,
    tickets,
)
from intents import Faq

#: What the database's columns hold: BIGINT.
LARGEST_ID = 2**63 - 1
HIGHEST_PRIORITY = 2


class NotFound(Rejected):
    """There is no such ticket."""


async def get(tx: Tx, ticket_id: int) -> Ticket:
    """One ticket. Raises NotFound."""
    ticket = await ticket_lists.get(tx, ticket_id) if 0 < ticket_id <= LARGEST_ID else None
    if ticket is None:
        raise NotFound(f"{ticket_id}번 문의를 찾을 수 없어요.")
    return ticket


async def lock(tx: Tx, ticket_id: int) -> tuple[Ticket, Conversation]:
    """The ticket as it is under its conversation's lock."""
    conversation_id = (await get(tx, ticket_id)).conversation_id
    conversation = await conversations.lock(tx, conversation_id)
    # Read again: somebody may have changed the ticket while we waited for the lock.
    ticket = await get(tx, ticket_id)
    if conversation is None:
        raise NotFound(f"{ticket_id}번 문의의 대화를 찾을 수 없어요.")
    return ticket, conversation


async def resolve(
    tx: Tx,
    faq: Faq,
    operator: Operator,
    ticket: Ticket,
    conversation: Conversation,
    now: datetime,
    told: str = "",
) -> None:
    """The matter is settled; `told` is said to the customer before the satisfaction question.

    Who asked for silence, or to whom nothing was solved, is not asked.
    """
    await tickets.move(tx, [ticket.id], now, "resolved")
    await events.tell(tx, ticket.id, [("status", ticket.status, "resolved")], now, operator.id)
    if ticket.assignee_id is None:
        await give(tx, ticket, operator, now)
    state = survey.closed(conversation.state, ticket.id, now)
    asks = ticket.status != "no_reply" and not state.memory.quiet
    if not asks:
        state = replace(state, memory=replace(state.memory, survey=None))
    conversation.become(state, now)
    # First of all: the satisfaction question is one of those, too.
    await outbox.cancel_unasked(tx, [conversation.id], now)
    await say(tx, conversation, [Reply(text=told)] if told else [], now)
    if asks:
        await surveys.ask(tx, [ticket.id], now)
        # By day at once, whatever the hours say: somebody is at work.
        due = polite(faq, now) if hours.is_quiet(faq.pings.quiet, now) else now
        question = survey.ask(faq.texts, ticket.id)
        await say(tx, conversation, [question], now, Rank.REMINDER, due)
    begin_silence(conversation, faq, now)
    await conversations.save(tx, [conversation], now)


async def give(tx: Tx, ticket: Ticket, operator: Operator, now: datetime) -> None:
    """The ticket is this operator's from now on; its history says whose it was before."""
    if ticket.assignee_id == operator.id:
        await tickets.move(tx, [ticket.id], now)
        return
    await tickets.assign(tx, ticket.id, operator.id, now)
    change = ("assignee", ticket.assignee or "", operator.name)
    await events.tell(tx, ticket.id, [change], now, operator.id)


async def put_aside(tx: Tx, ticket: Ticket, conversation: Conversation, now: datetime) -> None:
    """Nobody waits for anybody meanwhile; the customer's silence goes on where it stopped."""
    state = conversation.state
    memory = state.memory
    if ticket.status != "snoozed":
        memory = replace(memory, aside=ticket.status, aside_turn=state.waiting_on)
    aside = replace(state, waiting_on="nobody", ticket_status="snoozed", memory=memory)
    conversation.become(aside, now)
    conversation.ping_due_at = None
    await outbox.cancel_unasked(tx, [conversation.id], now)
    await conversations.save(tx, [conversation], now)


async def wake(
    tx: Tx,
    faq: Faq,
    ticket: Ticket,
    conversation: Conversation,
    now: datetime,
    operator: Operator | None = None,
) -> None:
    """A ticket that was put aside is what it was before; what is left of the store's time runs."""
    state = conversation.state
    was, turn = _before(state.memory) if state.ticket == ticket.id else ("open", "store")
    await tickets.move(tx, [ticket.id], now, was)
    by = operator.id if operator else None
    await events.tell(tx, ticket.id, [("status", "snoozed", was)], now, by)
    if state.ticket == ticket.id:
        conversation.become(replace(state, waiting_on=turn, ticket_status=was), now)
    if turn == "customer":
        step, after = conversation.ping_step, faq.pings.after
        # Of his silence, what led to the last reminder.
        spent = after[min(step, len(after)) - 1] if step and after else timedelta(0)
        schedule(conversation, step, faq, now, spent)
        await conversations.save(tx, [conversation], now)
    else:
        await save(tx, faq, conversation, now)


def _before(memory: Memory) -> tuple[Status, WaitingOn]:
    """What a ticket was, and whose turn, when it was put aside."""
    if memory.aside == "no_reply":
        return "no_reply", "nobody"
    if memory.aside == "waiting":
        return "waiting", "customer" if memory.aside_turn == "customer" else "nobody"
    return "open", "store"


def polite(faq: Faq, now: datetime) -> datetime:
    """When something that nobody asked for may leave; where no such moment is to come, as soon as
    the outbox lets it out: not at night.
    """
    return hours.next_polite(faq.store, faq.pings.quiet, now) or now


async def say(
    tx: Tx,
    conversation: Conversation,
    said: Sequence[Reply],
    now: datetime,
    rank: Rank = Rank.NOTICE,
    due_at: datetime | None = None,
) -> None:
    """The store's own lines to one customer, by the outbox; not before `due_at`."""
    lines = [
        Message(
            conversation_id=conversation.id,
            seq=conversation.next_seq(),
            author="bot",
            body=reply.to_json(),
            created_at=now,
        )
        for reply in said
    ]
    await messages.add(tx, lines)
    await outbox.queue(tx, [(conversation, line) for line in lines], now, rank, due_at)


async def save(tx: Tx, faq: Faq, conversation: Conversation, now: datetime) -> None:
    """Write the conversation after a line of the store: a new silence begins here.

    What nobody asked for and has not left yet is out of date by this.
    """
    begin_silence(conversation, faq, now)
    await outbox.cancel_unasked(tx, [conversation.id], now)
    await conversations.save(tx, [conversation], now)


def clean(text: str) -> str:
    """What an operator typed, as it is sent. Raises Rejected when it cannot be."""
    text = text.replace("\r\n", "\n").strip()
    if not text:
        raise Rejected("보낼 내용을 적어 주세요.")
    length = len(text.encode("utf-16-le", "surrogatepass")) // 2
    if length > REPLY_LIMIT:
        raise Rejected(f"한 번에 {REPLY_LIMIT:,}자까지 보낼 수 있어요. 지금은 {length:,}자예요.")
    if "\0" in text or _has_surrogate(text):
        raise Rejected("보낼 수 없는 문자가 들어 있어요. 지우고 다시 보내 주세요.")
    return text


def _has_surrogate(text: str) -> bool:
    return any("\ud800" <= letter <= "\udfff" for letter in text)
