"""A customer's message in, the answers out. Messages that wait together share one transaction."""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from time import perf_counter

from bot.channels.base import Channel
from bot.dialog import begin_silence, decide, repair
from bot.faqs import LiveFaq
from bot.feed import Feed
from bot.metrics import Metrics
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
    Reply,
)
from bot.store import Store, Tx, conversations, messages, outbox, tickets
from intents import Match

log = logging.getLogger(__name__)

#: Messages that share a transaction at most. More would make the first of them wait for the last.
TRAIN = 64
#: Messages that may wait for a transaction; beyond it the server is drowning and says so at once.
QUEUE = 2_000


class Overloaded(Exception):  # noqa: N818 - the state of the inbox
    """More messages wait than can be handled within any channel's deadline."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """What came of one message. `answers` is empty while a person is in charge."""

    conversation_id: int
    seq: int
    answers: tuple[Message, ...]
    mode: Mode


@dataclass(slots=True, eq=False)
class _Rider:
    """One message on its way: its verdict, and the future its sender waits for."""

    incoming: Incoming
    match: Match
    done: asyncio.Future[Received]
    #: The sender's deadline has passed: the answer must leave by the outbox.
    abandoned: bool = False
    posted: bool = False

    @property
    def key(self) -> tuple[str, str]:
        return self.incoming.channel, self.incoming.customer


@dataclass(slots=True)
class _Train:
    """All that one transaction writes."""

    known: dict[tuple[str, str], Conversation]
    seen: dict[tuple[int, str], int]
    waiting: dict[int, deque[Parcel]]
    lines: list[Message] = field(default_factory=list)
    late: list[tuple[Conversation, Message]] = field(default_factory=list)
    carried: list[tuple[int, int]] = field(default_factory=list)
    cancelled: list[int] = field(default_factory=list)
    moved: set[int] = field(default_factory=set)
    reopened: set[int] = field(default_factory=set)
    results: list[tuple[_Rider, Received]] = field(default_factory=list)


class Inbox:
    """Takes customers' messages.

    One task writes; `start` it before the first, `close` it at the end.
    """

    def __init__(
        self,
        store: Store,
        faqs: LiveFaq,
        channels: Mapping[str, Channel],
        feed: Feed,
        metrics: Metrics,
        now: Callable[[], datetime],
    ) -> None:
        self._store = store
        self._metrics = metrics
        self._faqs = faqs
        self._channels = channels
        self._feed = feed
        self._now = now
        self._line: deque[_Rider] = deque()
        self._arrived = asyncio.Event()
        self._runner: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin to write."""
        self._runner = asyncio.create_task(self._run(), name="inbox")

    async def close(self) -> None:
        """Write what waits, then stop."""
        if self._runner is None:
            return
        while self._line and not self._runner.done():
            await asyncio.wait([rider.done for rider in self._line], timeout=1)
        self._runner.cancel()
        await asyncio.wait([self._runner])

    async def receive(self, incoming: Incoming, *, within: float) -> Received | None:
        """Store a message and decide on it; the answers are committed when this returns.

        None after `within` seconds: the message is still written, and its answer leaves by the
        outbox.
        Raises Overloaded when too many wait, and what the database raised when nothing could be
        written.
        """
        if len(self._line) >= QUEUE:
            raise Overloaded(f"{QUEUE} messages wait already")
        match = self._faqs.match(incoming.text)
        rider = _Rider(incoming, match, asyncio.get_running_loop().create_future())
        self._line.append(rider)
        self._arrived.set()
        begun = perf_counter()
        done, _ = await asyncio.wait([rider.done], timeout=within)
        rider.abandoned = not done
        received = rider.done.result() if done else None
        self._tell(rider, received, perf_counter() - begun)
        return received

    def _tell(self, rider: _Rider, received: Received | None, seconds: float) -> None:
        """One line and one count a message handled; never what was said."""
        verdict, channel = rider.match.verdict, rider.incoming.channel
        self._metrics.message(channel, verdict, seconds)
        log.info(
            "message handled channel=%s conversation=%s seq=%s verdict=%s answers=%s ms=%.1f",
            channel,
            received.conversation_id if received else "late",
            received.seq if received else "late",
            verdict,
            len(received.answers) if received else "late",
            seconds * 1000,
        )

    async def resume(self, channel: str, address: str, *, after: int) -> tuple[Message, ...]:
        """What a customer missed: his newest 200 lines after `after`.

        What waited for him counts as sent.
        """
        now = self._now()
        async with self._store.read() as tx:
            conversation = await conversations.find(tx, (channel, address))
            if conversation is None:
                return ()
            lines = await messages.history(tx, conversation.id, after=after)
        shown = {line.seq for line in lines if line.delivery == "queued"}
        if shown:
            async with self._store.begin() as tx:
                parcels = await outbox.waiting(tx, [conversation.id], now)
                taken = [parcel.id for parcel in parcels if parcel.seq in shown]
                await outbox.sent(tx, taken, now)
            self._feed.changed()
        return tuple(line for line in lines if line.delivery != "cancelled")

    async def _run(self) -> None:
        while True:
            await self._arrived.wait()
            self._arrived.clear()
            while self._line:
                await self._gather()
                riders = [self._line.popleft() for _ in range(min(TRAIN, len(self._line)))]
                await self._depart(riders)

    async def _gather(self) -> None:
        """Let everything aboard that has arrived already: whoever comes later takes the next train.

        Each turn of the event loop reads the sockets that are ready; when a turn brings nobody, we
        leave.
        """
        waiting = 0
        while waiting < len(self._line) < TRAIN:
            waiting = len(self._line)
            await asyncio.sleep(0)

    async def _depart(self, riders: list[_Rider]) -> None:
        """Write these messages together.

        If that fails, each by itself, so that one harms no other.
        """
        try:
            await self._write(riders)
        except Exception as exc:  # noqa: BLE001 - whatever went wrong, the other customers get answers
            if len(riders) == 1:
                log.error("message failed channel=%s error=%r", riders[0].incoming.channel, exc)  # noqa: TRY400 - one line a failure, the sender gets the exception
                _fail(riders[0], exc)
                return
            log.warning("train split messages=%d error=%r", len(riders), exc)
            for rider in riders:
                await self._depart([rider])

    async def _write(self, riders: Sequence[_Rider]) -> None:
        now = self._now()
        async with self._store.begin() as tx:
            train = await _board(tx, riders, now)
            for rider in riders:
                await self._seat(tx, train, rider, now)
            await _store(tx, train, now)
        if train.moved:
            self._feed.changed()
        for rider, received in train.results:
            if not rider.done.done():
                rider.done.set_result(received)
        await self._post_abandoned(train)

    async def _seat(self, tx: Tx, train: _Train, rider: _Rider, now: datetime) -> None:
        """Decide on one message in the order of arrival.

        Nothing is written yet but a new ticket.
        """
        conversation = train.known[rider.key]
        event = (conversation.id, rider.incoming.event_id or "")
        if rider.incoming.event_id and event in train.seen:
            await self._repeat(tx, train, rider, conversation, train.seen[event])
            return
        decision = self._decide(conversation, rider, now)
        if isinstance(decision.ticket, FileTicket):
            number = await tickets.file(tx, conversation.id, decision.ticket, now)
            decision = _numbered(decision, number)
        elif isinstance(decision.ticket, AddToTicket) and conversation.state.ticket:
            train.reopened.add(conversation.state.ticket)
            decision = replace(decision, state=replace(decision.state, ticket_status="open"))
        if decision.state.ticket:
            train.moved.add(decision.state.ticket)
        self._record(train, rider, conversation, decision, now)

    def _decide(self, conversation: Conversation, rider: _Rider, now: datetime) -> Decision:
        faq = self._faqs.faq
        try:
            return decide(conversation.state, rider.incoming, rider.match, faq, now)
        except Exception:
            # A mistake in a rule must not cost a customer his message: a person gets it.
            log.exception("decide failed channel=%s", rider.incoming.channel)
            return repair(conversation.state, rider.incoming, faq, now)

    def _record(
        self,
        train: _Train,
        rider: _Rider,
        conversation: Conversation,
        decision: Decision,
        now: datetime,
    ) -> None:
        """Lay out the lines, the state and the next ping of one decision."""
        asked = Message(
            conversation_id=conversation.id,
            seq=conversation.next_seq(),
            author="customer",
            body=rider.incoming.to_json(),
            event_id=rider.incoming.event_id,
            created_at=now,
        )
        train.lines.append(asked)
        if asked.event_id:
            train.seen[conversation.id, asked.event_id] = asked.seq
        answers = self._hand_over_waiting(train, rider, conversation, asked.seq, decision.reply)
        if decision.reply is not None:
            said = Message(
                conversation_id=conversation.id,
                seq=conversation.next_seq(),
                author="bot",
                body=decision.reply.to_json(),
                reply_to=asked.seq,
                delivery="sent",
                created_at=now,
            )
            train.lines.append(said)
            answers.append(said)
            if rider.abandoned:
                rider.posted = True
                train.late.append((conversation, said))
        conversation.become(decision.state, now)
        begin_silence(conversation, self._faqs.faq.pings, now)
        train.results.append(
            (
                rider,
                Received(
                    conversation_id=conversation.id,
                    seq=asked.seq,
                    answers=tuple(answers),
                    mode=decision.state.mode,
                ),
            )
        )

    def _hand_over_waiting(
        self,
        train: _Train,
        rider: _Rider,
        conversation: Conversation,
        asked: int,
        reply: Reply | None,
    ) -> list[Message]:
        """What waited for this customer goes with the answer.

        A ping that waited is void, he is here.
        """
        waiting = train.waiting.get(conversation.id, deque())
        pings = [parcel for parcel in waiting if parcel.message.ping_step is not None]
        for parcel in pings:
            waiting.remove(parcel)
            train.cancelled.append(parcel.id)
        if rider.abandoned:
            return []
        spare = self._channels[rider.incoming.channel].spare(reply)
        taken = [waiting.popleft() for _ in range(min(spare, len(waiting)))]
        train.carried += [(parcel.id, asked) for parcel in taken]
        return [replace(parcel.message, delivery="sent") for parcel in taken]

    async def _repeat(
        self, tx: Tx, train: _Train, rider: _Rider, conversation: Conversation, seq: int
    ) -> None:
        """The same event again gets the first answer again."""
        here = next(
            (
                received.answers
                for _, received in train.results
                if received.conversation_id == conversation.id and received.seq == seq
            ),
            None,
        )
        answers = await messages.answers(tx, conversation.id, seq) if here is None else here
        log.info("event repeated channel=%s seq=%d", rider.incoming.channel, seq)
        train.results.append(
            (
                rider,
                Received(
                    conversation_id=conversation.id,
                    seq=seq,
                    answers=tuple(answers),
                    mode=conversation.state.mode,
                ),
            )
        )

    async def _post_abandoned(self, train: _Train) -> None:
        """Answers whose sender gave up while they were being committed leave by the outbox too."""
        late = [
            (train.known[rider.key], answer)
            for rider, received in train.results
            if rider.abandoned and not rider.posted
            for answer in received.answers
            if answer.author == "bot" and answer.reply_to == received.seq
        ]
        if late:
            async with self._store.begin() as tx:
                await outbox.queue(tx, late, self._now())


async def _board(tx: Tx, riders: Sequence[_Rider], now: datetime) -> _Train:
    """Lock the conversations of all riders and read what is known of them."""
    known = await conversations.meet(tx, {rider.key for rider in riders}, now)
    events = {
        (known[rider.key].id, rider.incoming.event_id)
        for rider in riders
        if rider.incoming.event_id
    }
    waiting: dict[int, deque[Parcel]] = {}
    for parcel in await outbox.waiting(tx, [c.id for c in known.values()], now):
        waiting.setdefault(parcel.conversation_id, deque()).append(parcel)
    return _Train(known=known, seen=await messages.seen(tx, events), waiting=waiting)


async def _store(tx: Tx, train: _Train, now: datetime) -> None:
    await messages.add(tx, train.lines)
    await conversations.save(tx, train.known.values(), now)
    await tickets.move(tx, train.reopened, now, "open")
    await tickets.move(tx, train.moved - train.reopened, now)
    await outbox.queue(tx, train.late, now)
    await outbox.carried(tx, train.carried, now)
    if train.cancelled:
        await outbox.cancelled(tx, train.cancelled, now)


def _numbered(decision: Decision, number: int) -> Decision:
    """The decision with the number of the ticket that was filed for it."""
    state = replace(decision.state, ticket=number, ticket_status="open")
    reply = decision.reply
    if reply is not None:
        reply = replace(reply, text=reply.text.replace(TICKET_NUMBER, str(number)))
    return replace(decision, state=state, reply=reply)


def _fail(rider: _Rider, exc: Exception) -> None:
    if rider.done.done():
        return
    rider.done.set_exception(exc)
    if rider.abandoned:
        # Nobody is left to look: keep asyncio from reporting it a second time.
        rider.done.exception()
