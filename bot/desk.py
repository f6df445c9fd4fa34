"""What operators do: look at tickets, answer, take over, hand back, resolve."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.channels.base import Channel
from bot.dialog import begin_silence, survey
from bot.faqs import LiveFaq
from bot.feed import Feed
from bot.model import (
    REPLY_LIMIT,
    Backlog,
    Conversation,
    DeadLetter,
    Event,
    Group,
    Message,
    Notice,
    Operator,
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
    groups,
    health,
    messages,
    notices,
    operators,
    outbox,
    surveys,
    tickets,
)
from intents.faq import CATEGORIES

PAGE = 50
#: What the database's columns hold: BIGINT and INTEGER.
LARGEST_ID = 2**63 - 1
LARGEST_SEQ = 2**31 - 1
HISTORY = 200
HIGHEST_PRIORITY = 2
#: What a group is told when its operator writes nothing.
GROUP_SOLVED = "문의하신 ‘{title}’ 내용이 해결됐어요. 기다려 주셔서 감사해요."

_NONCE = re.compile(r"[A-Za-z0-9_-]{1,64}")

#: What each tab of the console lists.
VIEWS: Mapping[str, tuple[Status, ...]] = {
    "todo": ("open",),
    "waiting": ("waiting", "snoozed", "no_reply"),
    "resolved": ("resolved",),
    "all": ("open", "waiting", "snoozed", "no_reply", "resolved"),
}


class NotFound(Rejected):
    """There is no such ticket."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketPage:
    """One page of a tab; `next` is where the following page begins."""

    tickets: tuple[Ticket, ...]
    counts: Mapping[str, int]
    next: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketDetail:
    """A ticket with its conversation, oldest line first. `more`: there are earlier lines.

    `pushes` is False when the customer's channel cannot be pushed to: a queued message then goes
    with his next line.
    """

    ticket: Ticket
    messages: tuple[Message, ...]
    more: bool
    operators: Mapping[int, str]
    pushes: bool
    surveys: tuple[Survey, ...]
    history: tuple[Event, ...]


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
        self._channels = channels
        self._feed = feed
        self._now = now
        self._wake = wake

    async def tickets(self, view: str, cursor: str | None = None) -> TicketPage:
        """One page of a tab, latest change first. Raises NotFound for an unknown tab or cursor."""
        if view not in VIEWS:
            raise NotFound("그런 목록은 없어요.")
        after = _read_cursor(cursor)
        async with self._store.read() as tx:
            found = await tickets.page(tx, VIEWS[view], after=after, limit=PAGE + 1)
            counts = await tickets.counts(tx)
        page = found[:PAGE]
        more = len(found) > PAGE
        return TicketPage(
            tickets=tuple(page), counts=counts, next=_cursor(page[-1]) if more else None
        )

    async def ticket(self, ticket_id: int, *, before: int | None = None) -> TicketDetail:
        """A ticket and the newest 200 lines of its conversation (before line `before`)."""
        async with self._store.read() as tx:
            ticket = await _get(tx, ticket_id)
            lines = await messages.history(
                tx, ticket.conversation_id, before=before, limit=HISTORY + 1
            )
            names = await operators.names(tx)
            scores = await surveys.of(tx, ticket_id)
            changes = await tickets.history(tx, ticket_id)
        channel = self._channels.get(ticket.channel)
        return TicketDetail(
            ticket=ticket,
            messages=tuple(lines[-HISTORY:]),
            more=len(lines) > HISTORY,
            operators=names,
            pushes=channel is not None and channel.can_ping,
            surveys=scores,
            history=tuple(changes),
        )

    async def reply(self, operator: Operator, ticket_id: int, text: str, nonce: str) -> None:
        """Answer the customer: the message is queued, the bot is silent from now on.

        The same `nonce` again changes nothing. Raises Rejected for an empty or too long text and a
        resolved ticket.
        """
        text = _clean(text)
        if not _NONCE.fullmatch(nonce):
            raise Rejected("화면이 오래됐어요. 새로고침한 뒤 다시 보내 주세요.")
        async with self._store.begin() as tx:
            ticket, conversation = await _lock(tx, ticket_id)
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
            await tickets.move(tx, [ticket.id], now, "waiting")
            if ticket.assignee_id is None:
                await tickets.assign(tx, ticket.id, operator.id, now)
            state = replace(
                conversation.state,
                mode="human",
                waiting_on="customer",
                question=None,
                misses=0,
                matter=ticket.title,
                ticket=ticket.id,
                ticket_status="waiting",
            )
            conversation.become(state, now)
            await self._save(tx, conversation, now)
        self._feed.changed()
        self._wake(conversation.channel)

    async def take(self, operator: Operator, ticket_id: int) -> None:
        """The operator is in charge: the bot says nothing until it is handed back."""
        async with self._store.begin() as tx:
            ticket, conversation = await _lock(tx, ticket_id)
            _check_current(ticket, conversation)
            now = self._now()
            await tickets.assign(tx, ticket.id, operator.id, now)
            waiting: WaitingOn = "customer" if ticket.status == "waiting" else "store"
            state = replace(
                conversation.state, mode="human", question=None, misses=0, waiting_on=waiting
            )
            silent = conversation.state.waiting_on == state.waiting_on == "customer"
            conversation.become(state, now)
            if silent:
                # Nobody has spoken: the customer's silence goes on, with the reminders it had.
                await conversations.save(tx, [conversation], now)
            else:
                await self._save(tx, conversation, now)
        self._feed.changed()

    async def hand_back(self, operator: Operator, ticket_id: int) -> None:
        """The bot answers again; the ticket stays as it is."""
        async with self._store.begin() as tx:
            ticket, conversation = await _lock(tx, ticket_id)
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
            ticket, conversation = await _lock(tx, ticket_id)
            if ticket.status == "resolved":
                return
            await self._resolve(tx, operator, ticket, conversation)
        self._feed.changed()
        self._wake(conversation.channel)

    async def _resolve(
        self,
        tx: Tx,
        operator: Operator,
        ticket: Ticket,
        conversation: Conversation,
        told: str = "",
    ) -> None:
        """`told` is said to the customer before the satisfaction question."""
        now = self._now()
        await tickets.move(tx, [ticket.id], now, "resolved")
        await tickets.tell(tx, ticket.id, [("status", ticket.status, "resolved")], now, operator.id)
        if ticket.assignee_id is None:
            await tickets.assign(tx, ticket.id, operator.id, now)
        state = survey.closed(conversation.state, ticket.id, now)
        asks = ticket.status != "no_reply"
        if not asks:
            state = replace(state, memory=replace(state.memory, survey=None))
        said = [Reply(text=told)] if told else []
        if asks:
            said.append(survey.ask(ticket.id))
            await surveys.ask(tx, [ticket.id], now)
        conversation.become(state, now)
        await self._say(tx, conversation, said, now)
        await self._save(tx, conversation, now)

    async def _say(
        self, tx: Tx, conversation: Conversation, said: Sequence[Reply], now: datetime
    ) -> None:
        """The store's own lines to one customer, by the outbox."""
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
        await outbox.queue(tx, [(conversation, line) for line in lines], now)

    async def edit(
        self, operator: Operator, ticket_id: int, *, category: str = "", priority: int | None = None
    ) -> None:
        """Change what a ticket is about, or how urgent it is (0 to 2); what is empty stays."""
        if category and category not in CATEGORIES:
            raise Rejected("그런 분류는 없어요.")
        if priority is not None and not 0 <= priority <= HIGHEST_PRIORITY:
            raise Rejected("그런 우선순위는 없어요.")
        async with self._store.begin() as tx:
            ticket, _ = await _lock(tx, ticket_id)
            facts: dict[str, object] = {"category": category} if category else {}
            if priority is not None:
                facts["priority"] = priority
            await tickets.update_facts(tx, ticket.id, facts, self._now(), operator.id)
        self._feed.changed()

    async def notices(self) -> tuple[Notice, ...]:
        """The notices that hold now or will, newest first."""
        async with self._store.read() as tx:
            return tuple(await notices.coming(tx, self._now()))

    async def put_up(
        self, operator: Operator, intent_id: str, text: str, ends_at: datetime | None
    ) -> int:
        """A notice takes the place of an entry's answer; whoever waits about it gets it once.

        How many were told.
        """
        text = _clean(text)
        now = self._now()
        if self._faqs.faq.get(intent_id) is None:
            raise Rejected("그런 문의 유형은 없어요. 목록에서 골라 주세요.")
        if ends_at is not None and ends_at <= now:
            raise Rejected("끝나는 때가 이미 지났어요. 앞으로의 시각을 골라 주세요.")
        notice = Notice(id=0, intent_id=intent_id, text=text, starts_at=now, ends_at=ends_at)
        async with self._store.begin() as tx:
            await notices.add(tx, notice, operator.id, now)
            waiting = await groups.about(tx, [intent_id])
            await self._tell_all(tx, [conversation for _, conversation in waiting], text, now)
        self._feed.changed()
        return len(waiting)

    async def take_down(self, operator: Operator, notice_id: int) -> None:
        """The entry's own answer counts again."""
        async with self._store.begin() as tx:
            if not 0 < notice_id <= LARGEST_ID or not await notices.end(tx, notice_id, self._now()):
                raise NotFound("이미 내린 공지예요.")
        self._feed.changed()

    async def backlogs(self) -> tuple[tuple[Backlog, ...], tuple[DeadLetter, ...]]:
        """What is due and not done, and what was given up."""
        async with self._store.read() as tx:
            found = await health.backlogs(tx, self._now())
            return tuple(found), tuple(await health.dead_letters(tx))

    async def groups(self) -> tuple[Group, ...]:
        """Similar tickets that came in together, the largest group first."""
        async with self._store.read() as tx:
            return tuple(await groups.unresolved(tx))

    async def resolve_group(self, operator: Operator, group_id: int, text: str = "") -> int:
        """The matter of a whole group is settled: everybody is told once. How many they were."""
        told = _clean(text) if text.strip() else ""
        async with self._store.begin() as tx:
            found = await groups.members(tx, group_id) if 0 < group_id <= LARGEST_ID else []
            if not found:
                raise NotFound("이미 해결했거나 없는 묶음이에요.")
            for ticket_id, _ in found:
                ticket, conversation = await _lock(tx, ticket_id)
                if ticket.status != "resolved":
                    opening = told or GROUP_SOLVED.format(title=ticket.title)
                    await self._resolve(tx, operator, ticket, conversation, opening)
            await groups.resolve(tx, group_id, self._now())
        self._feed.changed()
        self._wake_all()
        return len(found)

    async def _tell_all(
        self, tx: Tx, conversation_ids: Sequence[int], text: str, now: datetime
    ) -> None:
        """One line to many customers, each once, without taking anybody's turn."""
        for conversation_id in sorted(set(conversation_ids)):
            conversation = await conversations.lock(tx, conversation_id)
            if conversation is not None:
                await self._say(tx, conversation, [Reply(text=text)], now)
                await conversations.save(tx, [conversation], now)
        self._wake_all()

    def _wake_all(self) -> None:
        for name in self._channels:
            self._wake(name)

    async def reopen(self, operator: Operator, ticket_id: int) -> None:
        """The store owes the next step again.

        Raises Rejected while another ticket of his is open.
        """
        async with self._store.begin() as tx:
            ticket, conversation = await _lock(tx, ticket_id)
            if ticket.status != "resolved":
                return
            other = conversation.state.ticket
            if other is not None:
                raise Rejected(
                    f"이 고객의 다른 문의({other}번)가 열려 있어요. 그 문의에서 이어 주세요."
                )
            now = self._now()
            await tickets.move(tx, [ticket.id], now, "open")
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
                    survey=None,
                ),
            )
            conversation.become(state, now)
            await self._save(tx, conversation, now)
        self._feed.changed()

    async def retry(self, operator: Operator, ticket_id: int, seq: int) -> None:
        """Send a failed message again."""
        if not 0 < seq <= LARGEST_SEQ:
            raise Rejected("다시 보낼 수 있는 메시지가 아니에요.")
        async with self._store.begin() as tx:
            ticket, conversation = await _lock(tx, ticket_id)
            now = self._now()
            if not await outbox.retry(tx, conversation.id, seq, now):
                raise Rejected("다시 보낼 수 있는 메시지가 아니에요.")
            await tickets.move(tx, [ticket.id], now)
        self._feed.changed()
        self._wake(conversation.channel)

    async def _save(self, tx: Tx, conversation: Conversation, now: datetime) -> None:
        begin_silence(conversation, self._faqs.faq, now)
        await outbox.cancel_pings(tx, [conversation.id], now)
        await conversations.save(tx, [conversation], now)


async def _get(tx: Tx, ticket_id: int) -> Ticket:
    ticket = await tickets.get(tx, ticket_id) if 0 < ticket_id <= LARGEST_ID else None
    if ticket is None:
        raise NotFound(f"{ticket_id}번 문의를 찾을 수 없어요.")
    return ticket


async def _lock(tx: Tx, ticket_id: int) -> tuple[Ticket, Conversation]:
    """The ticket as it is under its conversation's lock."""
    conversation_id = (await _get(tx, ticket_id)).conversation_id
    conversation = await conversations.lock(tx, conversation_id)
    # Read again: somebody may have changed the ticket while we waited for the lock.
    ticket = await _get(tx, ticket_id)
    if conversation is None:
        raise NotFound(f"{ticket_id}번 문의의 대화를 찾을 수 없어요.")
    return ticket, conversation


def _check_current(ticket: Ticket, conversation: Conversation) -> None:
    """A page left open must not steer the conversation of a matter that came later."""
    if ticket.status == "resolved" or conversation.state.ticket != ticket.id:
        raise Rejected("이미 해결된 문의예요. 이어 가려면 먼저 다시 열어 주세요.")


def _clean(text: str) -> str:
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


def _cursor(ticket: Ticket) -> str:
    return f"{ticket.updated_at.isoformat()}~{ticket.id}"


def _read_cursor(cursor: str | None) -> tickets.Cursor | None:
    if cursor is None:
        return None
    moment, _, ticket_id = cursor.partition("~")
    try:
        after = tickets.Cursor(datetime.fromisoformat(moment), int(ticket_id))
    except (ValueError, OverflowError) as exc:
        raise NotFound("목록의 그 자리를 찾을 수 없어요. 처음부터 다시 봐 주세요.") from exc
    known = after.updated_at.tzinfo is not None and after.updated_at.year >= 2000
    if not known or not 0 < after.ticket_id <= LARGEST_ID:
        raise NotFound("목록의 그 자리를 찾을 수 없어요. 처음부터 다시 봐 주세요.")
    return after
