"""What operators do: look at tickets, answer, take over, hand back, resolve."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial

from bot import casework, hours, places
from bot.casework import HIGHEST_PRIORITY, NotFound
from bot.channels.base import Channel
from bot.dialog import next_turn, promises
from bot.faqs import LiveFaq
from bot.feed import Feed
from bot.gate import Gate
from bot.model import (
    Backlog,
    Conversation,
    DeadLetter,
    Event,
    Group,
    Hold,
    Message,
    Operator,
    Pressing,
    Rejected,
    Reply,
    Status,
    Survey,
    Ticket,
    WaitingOn,
)
from bot.store import (
    Store,
    Tx,
    conversations,
    deadlines,
    events,
    groups,
    health,
    messages,
    operators,
    outbox,
    search,
    surveys,
    ticket_lists,
    tickets,
)
from intents.faq import CATEGORIES

PAGE = 50
#: What the database's column holds: INTEGER.
LARGEST_SEQ = 2**31 - 1
HISTORY = 200
#: What is put aside for longer is forgotten.
LONGEST_SNOOZE = timedelta(days=60)
_NONCE = re.compile(r"[A-Za-z0-9_-]{1,64}")

#: What each tab of the console lists.
VIEWS: Mapping[str, tuple[Status, ...]] = {
    "todo": ("open",),
    "waiting": ("waiting", "snoozed", "no_reply"),
    "resolved": ("resolved",),
    "all": ("open", "waiting", "snoozed", "no_reply", "resolved"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketPage:
    """One page of a tab; `next` is where the following page begins.

    Of a search, `found` says how many there are in all; of a group's tickets, `group` which it is.
    """

    tickets: tuple[Ticket, ...]
    counts: Mapping[str, int]
    next: str | None
    pressing: Pressing
    found: int | None = None
    group: Group | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketDetail:
    """A ticket with its conversation, oldest line first. `more`: there are earlier lines.

    `hold` says why a queued message waits: it then goes with the customer's next line, if not
    before. `night`: what has waited for long is not pushed before the morning.
    """

    ticket: Ticket
    messages: tuple[Message, ...]
    more: bool
    operators: Mapping[int, str]
    hold: Hold
    night: bool
    surveys: tuple[Survey, ...]
    history: tuple[Event, ...]
    group: Group | None


class Desk:
    """The operators' use cases. Every change is written under the conversation's lock."""

    def __init__(
        self,
        store: Store,
        faqs: LiveFaq,
        channels: Mapping[str, Channel],
        feed: Feed,
        now: Callable[[], datetime],
        *,
        wake: Callable[[str], None] = lambda _channel: None,
    ) -> None:
        self._store = store
        self._faqs = faqs
        self._gate = Gate(channels, lambda: faqs.faq)
        self._feed = feed
        self._now = now
        self._wake = wake

    async def tickets(self, view: str, cursor: str | None = None) -> TicketPage:
        """One page of a tab: what is to do by its turn, everything else by its latest change.

        Raises NotFound for an unknown tab or cursor.
        """
        if view not in VIEWS:
            raise NotFound("그런 목록은 없어요.")
        write = places.turn if view == "todo" else places.cursor
        async with self._store.read() as tx:
            if view == "todo":
                found = await ticket_lists.todo(tx, after=places.read_turn(cursor), limit=PAGE + 1)
            else:
                after = places.read_cursor(cursor)
                found = await ticket_lists.page(tx, VIEWS[view], after=after, limit=PAGE + 1)
            counts = await ticket_lists.counts(tx)
            pressing = await ticket_lists.pressing(tx, self._now())
        page = found[:PAGE]
        return TicketPage(
            tickets=tuple(page),
            counts=counts,
            next=write(page[-1]) if len(found) > PAGE else None,
            pressing=pressing,
        )

    async def find(self, text: str, cursor: str | None = None) -> TicketPage:
        """One page of the tickets in which every word of `text` stands, or that have this number.

        Raises NotFound for an unknown cursor.
        """
        after = places.read_cursor(cursor)
        async with self._store.read() as tx:
            rows = await search.page(tx, text, after=after, limit=PAGE + 1)
            page = await self._page(tx, rows)
            return replace(page, found=await search.count(tx, text))

    async def group(self, group_id: int, cursor: str | None = None) -> TicketPage:
        """One page of a group's unresolved tickets. Raises NotFound for an unknown one."""
        after = places.read_cursor(cursor)
        async with self._store.read() as tx:
            known = 0 < group_id <= casework.LARGEST_ID
            group = await groups.one(tx, group_id) if known else None
            if group is None:
                raise NotFound("그런 묶음은 없어요.")
            rows = await groups.page(tx, group_id, after=after, limit=PAGE + 1)
            return replace(await self._page(tx, rows), found=group.tickets, group=group)

    async def _page(self, tx: Tx, rows: Sequence[Ticket]) -> TicketPage:
        """Of rows by their latest change; one more than a page says that there is another."""
        page = rows[:PAGE]
        return TicketPage(
            tickets=tuple(page),
            counts=await ticket_lists.counts(tx),
            next=places.cursor(page[-1]) if len(rows) > PAGE else None,
            pressing=await ticket_lists.pressing(tx, self._now()),
        )

    async def ticket(self, ticket_id: int, *, before: int | None = None) -> TicketDetail:
        """A ticket and the newest 200 lines of its conversation (before line `before`)."""
        async with self._store.read() as tx:
            ticket = await casework.get(tx, ticket_id)
            lines = await messages.history(
                tx, ticket.conversation_id, before=before, limit=HISTORY + 1
            )
            names = await operators.names(tx)
            scores = await surveys.of(tx, ticket_id)
            changes = await events.history(tx, ticket_id)
            group = await groups.one(tx, ticket.group_id) if ticket.group_id else None
            if group is not None and group.intent_id != ticket.intent_id:
                group = None  # its matter became another
            now = self._now()
            hold = await self._gate.hold(tx, ticket.channel, now)
        return TicketDetail(
            ticket=ticket,
            messages=tuple(lines[-HISTORY:]),
            more=len(lines) > HISTORY,
            operators=names,
            hold=hold,
            night=self._gate.is_night(now),
            surveys=scores,
            history=tuple(changes),
            group=group,
        )

    async def reply(
        self, operator: Operator, ticket_id: int, text: str, nonce: str, *, more: bool = False
    ) -> None:
        """Answer the customer: the message is queued, the bot is silent from now on.

        Who owes the next word is read from the text; `more`: the store does, whatever it says. The
        same `nonce` again changes nothing. Raises Rejected for an empty or too long text and a
        resolved ticket.
        """
        text = casework.clean(text)
        if not _NONCE.fullmatch(nonce):
            raise Rejected("화면이 오래됐어요. 새로고침한 뒤 다시 보내 주세요.")
        async with self._store.begin() as tx:
            ticket, conversation = await casework.lock(tx, ticket_id)
            event_id = f"reply:{nonce}"
            if await messages.seen(tx, {(conversation.id, event_id)}):
                return
            if ticket.status == "resolved":
                raise Rejected("이미 해결된 문의예요. 답하려면 먼저 다시 열어 주세요.")
            now = self._now()
            line = Message(
                conversation_id=conversation.id,
                seq=conversation.next_seq(),
                author="operator",
                body=Reply(text=text).to_json(),
                event_id=event_id,
                operator_id=operator.id,
                created_at=now,
            )
            await messages.add(tx, [line])
            await outbox.queue(tx, [(conversation, line)], now)
            turn: WaitingOn = "store" if more else next_turn(text)
            await tickets.answer(tx, ticket.id, now)
            if turn == "store":
                # Answered for now: its time begins anew.
                await tickets.move(tx, [ticket.id], now, "open")
            if ticket.assignee_id is None:
                await casework.give(tx, ticket, operator, now)
            known = conversation.state.memory
            state = replace(
                conversation.state,
                mode="human",
                waiting_on=turn,
                question=None,
                misses=0,
                matter=ticket.title,
                ticket=ticket.id,
                ticket_status="open" if turn == "store" else "waiting",
                memory=replace(known, promised=promises(text, known.promised)),
            )
            conversation.become(state, now)
            await casework.save(tx, self._faqs.faq, conversation, now)
        self._feed.changed()
        self._wake(conversation.channel)

    async def take(self, operator: Operator, ticket_id: int) -> None:
        """The operator is in charge: the bot says nothing until it is handed back."""
        async with self._store.begin() as tx:
            ticket, conversation = await casework.lock(tx, ticket_id)
            _check_current(ticket, conversation)
            now = self._now()
            await casework.give(tx, ticket, operator, now)
            known = conversation.state.waiting_on
            waiting: WaitingOn = known if ticket.status == "waiting" else "store"
            state = replace(
                conversation.state, mode="human", question=None, misses=0, waiting_on=waiting
            )
            silent = conversation.state.waiting_on == state.waiting_on == "customer"
            conversation.become(state, now)
            if silent:
                # Nobody has spoken: the customer's silence goes on, with the reminders it had.
                await conversations.save(tx, [conversation], now)
            else:
                await casework.save(tx, self._faqs.faq, conversation, now)
        self._feed.changed()

    async def snooze(self, operator: Operator, ticket_id: int, until: datetime) -> None:
        """Put a ticket aside until a moment: nobody is reminded, and the store's time stands still.

        It comes back by itself, as it was, or as soon as the customer writes. Raises Rejected for a
        moment that is past or further than 60 days away, and for a resolved ticket.
        """
        async with self._store.begin() as tx:
            ticket, conversation = await casework.lock(tx, ticket_id)
            _check_current(ticket, conversation)
            now = self._now()
            if not now < until <= now + LONGEST_SNOOZE:
                raise Rejected("지금부터 60일 안의 시각을 골라 주세요.")
            passed = partial(hours.open_between, self._faqs.faq.store, end=now)
            await deadlines.pause(tx, [ticket.id], passed)
            await deadlines.snooze(tx, ticket.id, now, until)
            change = ("status", ticket.status, "snoozed")
            await events.tell(tx, ticket.id, [change], now, operator.id)
            if ticket.assignee_id is None:
                await casework.give(tx, ticket, operator, now)
            await casework.put_aside(tx, ticket, conversation, now)
        self._feed.changed()

    async def wake(self, operator: Operator, ticket_id: int) -> None:
        """A ticket that was put aside is worked on now."""
        async with self._store.begin() as tx:
            ticket, conversation = await casework.lock(tx, ticket_id)
            if ticket.status != "snoozed":
                return
            await casework.wake(tx, self._faqs.faq, ticket, conversation, self._now(), operator)
        self._feed.changed()

    async def hand_back(self, operator: Operator, ticket_id: int) -> None:
        """The bot answers again; the ticket stays as it is."""
        async with self._store.begin() as tx:
            ticket, conversation = await casework.lock(tx, ticket_id)
            _check_current(ticket, conversation)
            now = self._now()
            await tickets.move(tx, [ticket.id], now)
            state = replace(conversation.state, mode="bot", question=None, misses=0)
            conversation.become(state, now)
            await conversations.save(tx, [conversation], now)
        self._feed.changed()

    async def resolve(self, operator: Operator, ticket_id: int) -> None:
        """The matter is settled: the customer is asked once how it was, and the bot answers again.

        Nobody is asked about a ticket that was parked: nothing was solved for him.
        """
        async with self._store.begin() as tx:
            ticket, conversation = await casework.lock(tx, ticket_id)
            if ticket.status == "resolved":
                return
            await casework.resolve(tx, self._faqs.faq, operator, ticket, conversation, self._now())
        self._feed.changed()
        self._wake(conversation.channel)

    async def edit(
        self, operator: Operator, ticket_id: int, *, category: str = "", priority: int | None = None
    ) -> None:
        """Change what a ticket is about, or how urgent it is (0 to 2); what is empty stays."""
        if category and category not in CATEGORIES:
            raise Rejected("그런 분류는 없어요.")
        if priority is not None and not 0 <= priority <= HIGHEST_PRIORITY:
            raise Rejected("그런 우선순위는 없어요.")
        async with self._store.begin() as tx:
            ticket, _ = await casework.lock(tx, ticket_id)
            facts: dict[str, object] = {"category": category} if category else {}
            if priority is not None:
                facts["priority"] = priority
            await tickets.update_facts(tx, ticket.id, facts, self._now(), operator.id)
        self._feed.changed()

    async def backlogs(self) -> tuple[tuple[Backlog, ...], tuple[DeadLetter, ...]]:
        """What is due and not done, and what was given up."""
        async with self._store.read() as tx:
            now = self._now()
            pushing = await self._gate.pushing(tx, now)
            found = await health.backlogs(tx, now, pushing, self._gate.since(now))
            return tuple(found), tuple(await health.dead_letters(tx))

    async def reopen(self, operator: Operator, ticket_id: int) -> None:
        """The store owes the next step again.

        Raises Rejected while another ticket of his is open.
        """
        async with self._store.begin() as tx:
            ticket, conversation = await casework.lock(tx, ticket_id)
            if ticket.status != "resolved":
                return
            other = conversation.state.ticket
            if other is not None:
                raise Rejected(
                    f"이 고객의 다른 문의({other}번)가 열려 있어요. 그 문의에서 이어 주세요."
                )
            now = self._now()
            await tickets.move(tx, [ticket.id], now, "open")
            await events.tell(tx, ticket.id, [("status", "resolved", "open")], now, operator.id)
            state = replace(
                conversation.state,
                waiting_on="store",
                question=None,
                ticket=ticket.id,
                ticket_status="open",
                matter=ticket.title,
                memory=replace(
                    conversation.state.memory,
                    intent=ticket.intent_id or "",
                    details=ticket.details,
                    filed_at=ticket.created_at,
                    closed=None,
                    closed_intent="",
                    closed_details={},
                    promised=conversation.state.memory.closed_promised,
                    closed_promised="",
                    survey=None,
                ),
            )
            conversation.become(state, now)
            await casework.save(tx, self._faqs.faq, conversation, now)
        self._feed.changed()

    async def retry(self, operator: Operator, ticket_id: int, seq: int) -> None:
        """Send a failed message again."""
        if not 0 < seq <= LARGEST_SEQ:
            raise Rejected("다시 보낼 수 있는 메시지가 아니에요.")
        async with self._store.begin() as tx:
            ticket, conversation = await casework.lock(tx, ticket_id)
            now = self._now()
            if not await outbox.retry(tx, conversation.id, seq, now):
                raise Rejected("다시 보낼 수 있는 메시지가 아니에요.")
            await tickets.move(tx, [ticket.id], now)
        self._feed.changed()
        self._wake(conversation.channel)


def _check_current(ticket: Ticket, conversation: Conversation) -> None:
    """A page left open must not steer the conversation of a matter that came later."""
    if ticket.status == "resolved" or conversation.state.ticket != ticket.id:
        raise Rejected("이미 해결된 문의예요. 이어 가려면 먼저 다시 열어 주세요.")
