"""One transaction of the inbox: the messages that ride together, and what it writes for them."""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from bot import hours
from bot.channels.base import Channel
from bot.dialog import begin_silence, decide, repair
from bot.model import (
    TICKET_NUMBER,
    AddToTicket,
    Conversation,
    Decision,
    FileTicket,
    Incoming,
    Message,
    Mode,
    Parcel,
    Rank,
    Reply,
    Score,
    Status,
)
from bot.store import (
    Tx,
    conversations,
    deadlines,
    events,
    groups,
    messages,
    notices,
    outbox,
    surveys,
    tickets,
)
from intents import Faq, Match

log = logging.getLogger(__name__)

#: The verdict on a text that nobody has looked at yet.
NOTHING = Match("none", (), (), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """What came of one message. `answers` is empty while a person is in charge."""

    conversation_id: int
    seq: int
    answers: tuple[Message, ...]
    mode: Mode


@dataclass(slots=True, eq=False)
class Rider:
    """One message on its way: its verdict, and the future its sender waits for."""

    incoming: Incoming
    done: asyncio.Future[Received | None]
    match: Match = NOTHING
    #: With the customer's lines just before it, which are a part of what he says here.
    meant: Incoming | None = None
    #: A line that is answered with a later one.
    is_part: bool = False
    #: The sender's deadline has passed: the answer must leave by the outbox.
    abandoned: bool = False
    tries: int = 0

    @property
    def key(self) -> tuple[str, str]:
        """Whose message it is."""
        return self.incoming.channel, self.incoming.customer

    @property
    def said(self) -> Incoming:
        """What is decided on; what is stored is `incoming`."""
        return self.meant or self.incoming

    def give_up(self) -> None:
        """The deadline has passed: the sender goes on without an answer, the message rides on."""
        self.abandoned = True
        if not self.done.done():
            self.done.set_result(None)


class Train:
    """Decides on each message in the order of arrival and writes everything at the end.

    The conversations stay locked from `board` to the commit, so what is kept in memory is true.
    """

    def __init__(self, faq: Faq, channels: Mapping[str, Channel], now: datetime) -> None:
        self._faq = faq
        self._channels = channels
        self._now = now
        self.known: dict[tuple[str, str], Conversation] = {}
        self.results: list[tuple[Rider, Received]] = []
        #: Tickets that changed, and the status that each of them ends in.
        self.moved: set[int] = set()
        self._to: dict[int, Status] = {}
        self._filed: set[int] = set()
        self._notices: Mapping[str, str] = {}
        self._seen: dict[tuple[int, str], int] = {}
        self._waiting: dict[int, deque[Parcel]] = {}
        self._lines: list[Message] = []
        self._late: list[tuple[Conversation, Message]] = []
        self._carried: list[tuple[int, int]] = []
        self._cancelled: list[int] = []
        #: Riders who had given up before, and whose answer is in the outbox.
        self._posted: set[Rider] = set()

    async def board(self, tx: Tx, riders: Sequence[Rider]) -> None:
        """Lock the conversations of all riders and read what is known of them."""
        self.known = await conversations.meet(tx, {rider.key for rider in riders}, self._now)
        events = {
            (self.known[rider.key].id, rider.incoming.event_id)
            for rider in riders
            if rider.incoming.event_id
        }
        self._seen = await messages.seen(tx, events)
        up = await notices.current(tx, self._now)
        self._notices = {intent_id: notice.text for intent_id, notice in up.items()}
        ids = [conversation.id for conversation in self.known.values()]
        for parcel in await outbox.waiting(tx, ids, self._now):
            self._waiting.setdefault(parcel.conversation_id, deque()).append(parcel)

    async def seat(self, tx: Tx, rider: Rider) -> None:
        """Decide on one message; nothing is written yet but a new ticket, for its number."""
        conversation = self.known[rider.key]
        event = (conversation.id, rider.incoming.event_id or "")
        if rider.incoming.event_id and event in self._seen:
            await self._repeat(tx, rider, conversation, self._seen[event])
            return
        decision = self._decide(conversation, rider)
        if isinstance(decision.ticket, FileTicket):
            decision = await self._file(tx, conversation, decision, decision.ticket)
        elif isinstance(decision.ticket, AddToTicket):
            decision = await self._change(tx, conversation, decision, decision.ticket)
        if decision.score is not None:
            await self._keep_score(tx, decision.score)
            await tickets.move(tx, [decision.score.ticket], self._now)
        if decision.state.ticket:
            self.moved.add(decision.state.ticket)
        self._record(rider, conversation, decision)

    async def _keep_score(self, tx: Tx, given: Score) -> None:
        if given.mends:
            await surveys.mend(tx, given)
        elif given.score:
            await surveys.answer(tx, given, self._now)
        if given.comment and (given.mends or not given.score):
            await surveys.add_words(tx, given)

    async def _file(
        self, tx: Tx, conversation: Conversation, decision: Decision, change: FileTicket
    ) -> Decision:
        """Open the ticket, beside others like it, and put its number into the reply."""
        number = await tickets.file(tx, conversation.id, change, self._now)
        self._to[number] = change.status
        self._filed.add(number)
        if change.intent_id is not None:
            await groups.join(tx, number, change.intent_id, change.title, self._now)
        return _numbered(decision, number, change.status)

    async def _change(
        self, tx: Tx, conversation: Conversation, decision: Decision, change: AddToTicket
    ) -> Decision:
        """What the line changes about the ticket; its status is written at the end."""
        ticket = change.reopen or conversation.state.ticket
        if ticket is None:
            return decision
        now = self._now
        facts = {
            "details": None if change.details is None else dict(change.details),
            "category": change.category,
            "intent_id": change.intent_id,
            "title": change.title,
        }
        known = {name: value for name, value in facts.items() if value is not None}
        await tickets.update_facts(tx, ticket, known, now)
        if change.priority or change.reopen:
            await tickets.raise_priority(tx, ticket, max(change.priority, 1), now)
        if change.note:
            await events.tell(tx, ticket, [("note", "", change.note)], now)
        self._to[ticket] = change.status
        self.moved.add(ticket)
        if change.status == "resolved":
            if decision.state.memory.survey == ticket:
                await surveys.ask(tx, [ticket], now)
            return decision
        state = replace(decision.state, ticket=ticket, ticket_status=change.status)
        return replace(decision, state=state)

    async def store(self, tx: Tx) -> None:
        """Write it all."""
        now = self._now
        await messages.add(tx, self._lines)
        await conversations.save(tx, self.known.values(), now)
        # The bot asks: the customer's time is not the store's. What was filed just now has none.
        asked = {i for i, to in self._to.items() if to == "waiting"} - self._filed
        await deadlines.pause(tx, asked, partial(hours.open_between, self._faq.store, end=now))
        for status in sorted(set(self._to.values())):
            await tickets.move(tx, [i for i, to in self._to.items() if to == status], now, status)
        await tickets.move(tx, self.moved - self._to.keys(), now)
        await outbox.queue(tx, self._late, now)
        await outbox.carried(tx, self._carried, now)
        await outbox.cancelled(tx, self._cancelled, now)

    def arrive(self) -> list[Received]:
        """Hand out the answers; those that nobody takes any more are returned.

        An answer is laid out for the outbox when its sender had given up before; here remain the
        senders who gave up while it was being committed.
        """
        late = []
        for rider, received in self.results:
            if not rider.done.done():
                rider.done.set_result(received)
            elif rider not in self._posted:
                late.append(received)
        return late

    async def put_back(self, tx: Tx, late: Sequence[Received]) -> None:
        """Let these answers leave by the outbox, with what they would have taken along."""
        by_id = {conversation.id: conversation for conversation in self.known.values()}
        # Only what this train said and has no row yet: a repeated call brings older answers along.
        rows = {(said.conversation_id, said.seq) for _, said in self._late}
        new = {(said.conversation_id, said.seq) for said in self._lines} - rows
        stranded = {
            (answer.conversation_id, answer.seq): (by_id[answer.conversation_id], answer)
            for received in late
            for answer in received.answers
            if (answer.conversation_id, answer.seq) in new
        }
        trips = [(received.conversation_id, received.seq) for received in late]
        await outbox.put_back(tx, trips, self._now)
        await outbox.queue(tx, list(stranded.values()), self._now)

    def _decide(self, conversation: Conversation, rider: Rider) -> Decision:
        state, incoming = conversation.state, rider.said
        if rider.is_part:
            return Decision(state=state)
        try:
            return decide(state, incoming, rider.match, self._faq, self._now, self._notices)
        except Exception:
            # A mistake in a rule must not cost a customer his message: a person gets it.
            log.exception("decide failed channel=%s", incoming.channel)
            return repair(state, incoming, self._faq, self._now)

    def _record(self, rider: Rider, conversation: Conversation, decision: Decision) -> None:
        """Lay out the lines, the state and the next ping of one decision."""
        asked = Message(
            conversation_id=conversation.id,
            seq=conversation.next_seq(),
            author="customer",
            body=rider.incoming.to_json(),
            event_id=rider.incoming.event_id,
            created_at=self._now,
        )
        self._lines.append(asked)
        if asked.event_id:
            self._seen[conversation.id, asked.event_id] = asked.seq
        answers = self._take_along(rider, conversation, asked.seq, decision)
        if decision.reply is not None:
            answers.append(self._say(rider, conversation, asked.seq, decision.reply))
        conversation.become(decision.state, self._now)
        begin_silence(conversation, self._faq, self._now)
        self._report(rider, conversation, asked.seq, answers)

    def _say(self, rider: Rider, conversation: Conversation, asked: int, reply: Reply) -> Message:
        """The bot's line; by the outbox when nobody waits for it any more."""
        said = Message(
            conversation_id=conversation.id,
            seq=conversation.next_seq(),
            author="bot",
            body=reply.to_json(),
            reply_to=asked,
            delivery="sent",
            created_at=self._now,
        )
        self._lines.append(said)
        if rider.abandoned:
            self._posted.add(rider)
            self._late.append((conversation, said))
        return said

    def _take_along(
        self, rider: Rider, conversation: Conversation, asked: int, decision: Decision
    ) -> list[Message]:
        """What waited for this customer goes with the answer.

        A ping is void: he is here. So is the word that the store is late when it owes nothing more.
        """
        waiting = self._waiting.get(conversation.id, deque())
        owed = decision.state.ticket_status == "open"
        for parcel in tuple(waiting):
            late = parcel.rank == Rank.STATUS and not owed
            if late or parcel.message.ping_step is not None:
                waiting.remove(parcel)
                self._cancelled.append(parcel.id)
        if rider.abandoned:
            return []
        return self._fitting(rider, conversation, asked, decision.reply)

    def _fitting(
        self, rider: Rider, conversation: Conversation, asked: int, reply: Reply | None
    ) -> list[Message]:
        """As much as fits whole of what waits, the oldest first.

        Behind the outbox's rows come answers of this very train that were to become rows.
        """
        waiting = self._waiting.get(conversation.id, deque())
        mine = [entry for entry in self._late if entry[0] is conversation]
        replies = [parcel.message.reply for parcel in waiting] + [said.reply for _, said in mine]
        fit = self._channels[rider.incoming.channel].fit(reply, replies)
        taken = [waiting.popleft() for _ in range(min(fit, len(waiting)))]
        self._carried += [(parcel.id, asked) for parcel in taken]
        spoken = mine[: fit - len(taken)]
        for entry in spoken:
            self._late.remove(entry)
        found = [replace(parcel.message, delivery="sent") for parcel in taken]
        return found + [said for _, said in spoken]

    async def _repeat(self, tx: Tx, rider: Rider, conversation: Conversation, seq: int) -> None:
        """The same event again gets the first answer again, also one of this very train."""
        answers: Sequence[Message] | None = None
        for _, received in self.results:
            if (received.conversation_id, received.seq) == (conversation.id, seq):
                answers = received.answers
        if answers is None:
            answers = await messages.answers(tx, conversation.id, seq)
        if rider.abandoned:
            # Nobody waits for it: what waits in the outbox stays there.
            self._posted.add(rider)
        else:
            self._hand_out(conversation, seq, answers)
        log.info("event repeated channel=%s seq=%d", rider.incoming.channel, seq)
        self._report(rider, conversation, seq, answers)

    def _hand_out(self, conversation: Conversation, asked: int, answers: Sequence[Message]) -> None:
        """An answer that waits in the outbox and is given now need not leave a second time."""
        given = {answer.seq for answer in answers}
        waiting = self._waiting.get(conversation.id, deque())
        for parcel in [parcel for parcel in waiting if parcel.seq in given]:
            waiting.remove(parcel)
            self._carried.append((parcel.id, asked))

    def _report(
        self, rider: Rider, conversation: Conversation, seq: int, answers: Sequence[Message]
    ) -> None:
        received = Received(
            conversation_id=conversation.id,
            seq=seq,
            answers=tuple(answers),
            mode=conversation.state.mode,
        )
        self.results.append((rider, received))


def _numbered(decision: Decision, number: int, status: Status) -> Decision:
    """The decision with the number of the ticket that was filed for it."""
    state = replace(decision.state, ticket=number, ticket_status=status)
    reply = decision.reply
    if reply is not None:
        reply = replace(reply, text=reply.text.replace(TICKET_NUMBER, str(number)))
    return replace(decision, state=state, reply=reply)
