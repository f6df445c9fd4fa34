"""A customer's message in, the answers out. Messages that wait together share one transaction."""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from time import perf_counter

from bot.channels.base import Channel
from bot.dialog import unfinished
from bot.dialog.extract import without_secrets
from bot.faqs import LiveFaq
from bot.feed import Feed
from bot.metrics import Metrics
from bot.model import Incoming, Message
from bot.store import Busy, Store, conversations, messages, outbox
from bot.train import Received, Rider, Train
from bot.understanding import Understanding
from intents import Glance

__all__ = ["Inbox", "Overloaded", "Received"]

log = logging.getLogger(__name__)

#: Messages that share a transaction at most. More would make the first of them wait for the last.
TRAIN = 64
#: With so many on their way nobody gets a second look: in a rush a quick answer is the better one.
CROWD = 12
#: Messages that may wait for a transaction; beyond it the server is drowning and says so at once.
QUEUE = 2_000
#: Customers of whom it is remembered that they were asked something; one more, and all are let go.
ASKED = 10_000
#: Tries to write a message whose sender was told to wait, and the seconds between them, doubled.
TRIES = 12
FIRST_WAIT = 0.2
#: Tries to queue answers whose senders gave up meanwhile; everybody else waits for that.
NOTES = 5
LONGEST_WAIT = 10.0


class Overloaded(Exception):  # noqa: N818 - the state of the inbox
    """More messages wait than can be handled within any channel's deadline."""


@dataclass(frozen=True, slots=True)
class Unfinished:
    """One customer's lines that wait for the next, and the verdict on all of them together."""

    riders: tuple[Rider, ...]
    glance: Glance
    timer: asyncio.TimerHandle


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
        self._understanding = Understanding(metrics)
        #: The last message of each customer that is still being understood.
        self._behind: dict[tuple[str, str], asyncio.Task[None]] = {}
        #: Lines that wait for the rest of what their customer is saying.
        self._unfinished: dict[tuple[str, str], Unfinished] = {}
        #: Who was asked something last, as far as this process knows: his answer waits for nothing.
        self._asked: set[tuple[str, str]] = set()
        self._metrics = metrics
        self._faqs = faqs
        self._channels = channels
        self._feed = feed
        self._now = now
        self._line: deque[Rider] = deque()
        self._later: set[Rider] = set()
        self._arrived = asyncio.Event()
        self._runner: asyncio.Task[None] | None = None
        self._closing = False

    def start(self) -> None:
        """Begin to write."""
        self._runner = asyncio.create_task(self._run(), name="inbox")

    async def close(self) -> None:
        """Write everything that was received, then stop."""
        for key in tuple(self._unfinished):
            self._go_on(key)
        while self._behind:
            await asyncio.wait(tuple(self._behind.values()))
        self._understanding.close()
        self._closing = True
        self._line.extend(self._later)
        self._later.clear()
        self._arrived.set()
        if self._runner is not None:
            await self._runner

    async def receive(self, incoming: Incoming, *, within: float) -> Received | None:
        """Store a message and decide on it; the answers are committed when this returns.

        None after `within` seconds: the message is still written, and its answer leaves by the
        outbox.
        Raises Overloaded when too many wait, and what the database raised when nothing could be
        written.
        """
        if len(self._line) + len(self._behind) + len(self._unfinished) >= QUEUE:
            raise Overloaded(f"{QUEUE} messages wait already")
        begun = perf_counter()
        # Before it is written anywhere: the number of a card, or of a resident, is nobody's here.
        hidden = without_secrets(incoming.text)
        if hidden != incoming.text:
            incoming = replace(incoming, text=hidden)
        rider = Rider(incoming, asyncio.get_running_loop().create_future())
        self._hear(rider, within)
        deadline = asyncio.get_running_loop().call_later(within, rider.give_up)
        try:
            received = await rider.done
        finally:
            deadline.cancel()
        self._tell(rider, received, perf_counter() - begun)
        self._remember(rider.key, received)
        return received

    def _remember(self, key: tuple[str, str], received: Received | None) -> None:
        """Whether the last answer of a customer asked something."""
        if received is None or not received.answers:
            return
        if not any("?" in answer.body.get("text", "") for answer in received.answers):
            self._asked.discard(key)
            return
        if len(self._asked) >= ASKED:
            self._asked.clear()
        self._asked.add(key)

    def _hear(self, rider: Rider, within: float) -> None:
        """Take a line with those that waited for it, or let it wait for the next one."""
        waiting = self._unfinished.pop(rider.key, None)
        earlier = waiting.riders if waiting is not None else ()
        if waiting is not None:
            waiting.timer.cancel()
            rider.meant = unfinished.joined(tuple(one.incoming for one in earlier), rider.incoming)
        read = self._faqs.matcher.readable(rider.said.text)
        if read != rider.said.text and not rider.said.tap:
            rider.meant = replace(rider.said, read=read)
        glance = self._faqs.glance(read)
        wait = 0.0
        if len(earlier) < unfinished.MOST - 1 and not self._closing:
            asked = rider.key in self._asked
            wait = unfinished.pause(
                rider.incoming, glance.match, self._faqs.faq, within, asked=asked
            )
        if not wait:
            for one in earlier:
                one.is_part = True
                self._in_order(one)
            self._understand(rider, glance)
            return
        timer = asyncio.get_running_loop().call_later(wait, self._go_on, rider.key)
        self._unfinished[rider.key] = Unfinished((*earlier, rider), glance, timer)

    def _go_on(self, key: tuple[str, str]) -> None:
        """Nothing more came: the last line is answered for all that waited."""
        waiting = self._unfinished.pop(key, None)
        if waiting is None:
            return
        waiting.timer.cancel()
        *earlier, last = waiting.riders
        for one in earlier:
            one.is_part = True
            self._in_order(one)
        self._understand(last, waiting.glance)

    def _in_order(self, rider: Rider) -> None:
        """Put a line that needs no verdict behind the customer's older ones."""
        earlier = self._behind.get(rider.key)
        if earlier is None:
            self._queue(rider)
            return
        task = asyncio.create_task(self._follow(rider, earlier))
        self._behind[rider.key] = task
        task.add_done_callback(partial(self._is_understood, rider.key))

    async def _follow(self, rider: Rider, earlier: asyncio.Task[None]) -> None:
        try:
            await asyncio.wait((earlier,))
        finally:
            self._queue(rider)

    def _understand(self, rider: Rider, glance: Glance) -> None:
        """Put a message on the line, at once or after a second look; never before an older one."""
        rider.match = glance.match
        earlier = self._behind.get(rider.key)
        crowded = len(self._line) + len(self._behind) >= CROWD
        if not glance.settled and crowded:
            self._metrics.meaning("busy")
            glance = replace(glance, settled=True)
        if glance.settled and earlier is None:
            self._queue(rider)
            return
        task = asyncio.create_task(self._deepen(rider, glance, earlier))
        self._behind[rider.key] = task
        task.add_done_callback(partial(self._is_understood, rider.key))

    async def _deepen(
        self, rider: Rider, glance: Glance, earlier: asyncio.Task[None] | None
    ) -> None:
        try:
            if not glance.settled:
                rider.match = await self._understanding.deepen(glance)
            if earlier is not None:
                await asyncio.wait((earlier,))
        finally:
            self._queue(rider)

    def _is_understood(self, key: tuple[str, str], task: asyncio.Task[None]) -> None:
        if self._behind.get(key) is task:
            del self._behind[key]

    def _queue(self, rider: Rider) -> None:
        self._line.append(rider)
        self._arrived.set()

    def _tell(self, rider: Rider, received: Received | None, seconds: float) -> None:
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
        void: set[int] = set()
        if shown:
            async with self._store.begin() as tx:
                parcels = await outbox.waiting(tx, [conversation.id], now)
                void = {parcel.seq for parcel in parcels if parcel.void}
                await outbox.cancelled(tx, [p.id for p in parcels if p.void], now)
                taken = [p.id for p in parcels if p.seq in shown and not p.void]
                await outbox.shown(tx, taken, now)
            self._feed.changed()
        return tuple(
            line for line in lines if line.delivery != "cancelled" and line.seq not in void
        )

    async def _run(self) -> None:
        while self._line or not self._closing:
            if not self._line:
                self._arrived.clear()
                await self._arrived.wait()
            await self._gather()
            riders = [self._line.popleft() for _ in range(min(TRAIN, len(self._line)))]
            if riders:
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

    async def _depart(self, riders: list[Rider]) -> None:
        """Write these messages together; if that fails, each alone, so that one harms no other."""
        try:
            train = await self._write(riders)
        except Exception as exc:  # noqa: BLE001 - whatever went wrong, the others get answers
            locked = isinstance(exc, Busy) and self._store.is_sqlite
            if len(riders) == 1 or locked:
                for rider in riders:
                    self._miss(rider, exc)
                return
            log.warning("train split messages=%d error=%r", len(riders), exc)
            for rider in riders:
                await self._depart([rider])
        else:
            await self._arrive(train)

    async def _write(self, riders: Sequence[Rider]) -> Train:
        train = Train(self._faqs.faq, self._channels, self._now())
        async with self._store.begin() as tx:
            await train.board(tx, riders)
            for rider in riders:
                await train.seat(tx, rider)
            await train.store(tx)
        return train

    def _miss(self, rider: Rider, exc: Exception) -> None:
        """A message that could not be written is tried again, or its sender is told.

        Again: when only a lock was in the way, and always when the sender was told to wait.
        """
        rider.tries += 1
        worth = rider.abandoned or isinstance(exc, Busy)
        again = worth and rider.tries < TRIES and not self._closing
        log.log(
            logging.WARNING if again else logging.ERROR,
            "message not written channel=%s tries=%d again=%s error=%r",
            rider.incoming.channel,
            rider.tries,
            again,
            exc,
        )
        if again:
            self._later.add(rider)
            wait = min(FIRST_WAIT * 2**rider.tries, LONGEST_WAIT)
            asyncio.get_running_loop().call_later(wait, self._board_again, rider)
        elif not rider.done.done():
            rider.done.set_exception(exc)

    def _board_again(self, rider: Rider) -> None:
        if rider in self._later:
            self._later.discard(rider)
            self._line.appendleft(rider)
            self._arrived.set()

    async def _arrive(self, train: Train) -> None:
        """All is committed: hand out the answers. Nothing here may write a message again."""
        late = train.arrive()
        if train.moved:
            self._feed.changed()
        for attempt in range(NOTES):
            if not late:
                return
            try:
                async with self._store.begin() as tx:
                    await train.put_back(tx, late)
            except Exception as exc:  # noqa: BLE001 - committed already: only this step is repeated
                log.warning("late answers not queued tries=%d error=%r", attempt + 1, exc)
                await asyncio.sleep(min(FIRST_WAIT * 2**attempt, LONGEST_WAIT))
            else:
                return
        log.error("late answers not queued count=%d", len(late))
