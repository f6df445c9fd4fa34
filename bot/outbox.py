"""The one door out: whatever is not the direct answer leaves from here, once, with retries."""

from __future__ import annotations

import asyncio
import logging
import random
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from time import monotonic
from typing import NamedTuple

from bot import outage
from bot.channels.base import Channel
from bot.feed import Feed
from bot.gate import Gate
from bot.metrics import Metrics
from bot.model import Parcel, SendError, SlowDown
from bot.store import Store, Tx, channels, outbox
from intents import Faq

log = logging.getLogger(__name__)

#: Messages sent at a time.
BATCH = 100
#: A call ends after so long even when more is due: the next one goes on.
CALL_SECONDS = 20
#: One send may take this long; then it counts as not taken.
SEND_SECONDS = 10
#: A claimed row belongs to its process for this long. After a crash another one takes it over then.
LEASE = timedelta(seconds=3 * SEND_SECONDS)
#: Tries to write down that a message left, within its lease.
NOTES = 5
#: Tries before a message is given up, and the wait after each: 5 s, doubled, at most an hour.
TRIES = 10
FIRST_WAIT = timedelta(seconds=5)
LONGEST_WAIT = timedelta(hours=1)
#: What the console shows of a reminder that the seller's monthly cap kept back.
CAPPED = "이번 달 비용 한도에 닿아서 보내지 않았어요"


class Sent(NamedTuple):
    """A message that has left, and what the far side calls it."""

    parcel: Parcel
    receipt: str | None


class Outbox:
    """Claims rows that are due, gives them to their channels, writes down what became of them."""

    def __init__(
        self,
        store: Store,
        channels: Mapping[str, Channel],
        feed: Feed,
        metrics: Metrics,
        now: Callable[[], datetime],
        faq: Callable[[], Faq],
    ) -> None:
        """`faq` gives the FAQ of this moment, for its quiet hours and monthly caps."""
        self._store = store
        self._channels = channels
        self._gate = Gate(channels, faq)
        self._faq = faq
        self._feed = feed
        self._metrics = metrics
        self._now = now

    async def deliver(self, name: str) -> int:
        """Send what is due now in one channel; how many messages were tried.

        Channels are emptied apart from each other: one that hangs must not hold up the rest.
        """
        tried, begun = 0, monotonic()
        while monotonic() - begun < CALL_SECONDS and (parcels := await self._claim(name)):
            broken = await self._send_all(parcels)
            self._feed.changed()
            tried += len(parcels)
            for error in broken:
                raise error
        return tried

    async def _claim(self, name: str) -> list[Parcel]:
        reach = self._channels[name].reach()
        if reach is not None and not reach:
            return []
        async with self._store.begin() as tx:
            # Now, not before: the wait for the database must not shorten the lease.
            now = self._now()
            opening = await self._gate.look(tx, name, BATCH, now)
            if opening.capped:
                await outbox.drop_pings(tx, now, channel=name, why=CAPPED, limit=BATCH)
            if not opening.count:
                return []
            found = await outbox.claim(
                tx,
                now,
                channel=name,
                present=None if reach is None else tuple(reach),
                since={} if reach is not None else self._gate.since(now),
                limit=BATCH,
            )
            return await self._lease(tx, name, found, now)

    async def _lease(
        self, tx: Tx, name: str, found: Sequence[Parcel], now: datetime
    ) -> list[Parcel]:
        """As many of these as may leave; they are on the bill from here on."""
        count = await self._gate.take(tx, name, len(found), now) if found else 0
        return await outbox.lease(tx, found[:count], now + LEASE, now)

    async def _send_all(self, parcels: Sequence[Parcel]) -> list[BaseException]:
        """Send them at the same time; the errors that are none of a channel's.

        What has left is written down while others are still on their way; those that left
        meanwhile share the next transaction.
        """
        broken: list[BaseException] = []
        pending = {asyncio.create_task(self._send(parcel)) for parcel in parcels}
        try:
            while pending:
                done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
                ends = await asyncio.gather(*done, return_exceptions=True)
                left = [end for end in ends if isinstance(end, Sent)]
                ends += await asyncio.gather(self._write_down(left), return_exceptions=True)
                broken += [end for end in ends if isinstance(end, BaseException)]
        finally:
            # Only when this is cancelled itself: no send goes on without anybody to note it.
            for send in pending:
                send.cancel()
            await asyncio.gather(*pending, return_exceptions=True)
        return broken

    async def _send(self, parcel: Parcel) -> Sent | None:
        """What has left; None when nothing did, which is noted already."""
        channel = self._channels[parcel.channel]
        try:
            async with asyncio.timeout(SEND_SECONDS):
                receipt = await channel.send(parcel)
        except TimeoutError:
            why = f"{SEND_SECONDS}초 안에 응답이 없었어요."
            await self._note_failure(parcel, SendError(why, unknown=True))
        except SendError as exc:
            await self._note_failure(parcel, exc)
        else:
            return Sent(parcel, receipt)
        return None

    async def _write_down(self, left: Sequence[Sent]) -> None:
        """Write down that these left: what is not written down would leave again."""
        if not left:
            return
        parcels, last = [sent.parcel for sent in left], left[-1]
        for attempt in range(NOTES):
            try:
                async with self._store.begin() as tx:
                    now = self._now()
                    await outbox.sent(tx, parcels, now)
                    await channels.worked(tx, last.parcel.channel, last.receipt, now)
                break
            except Exception as exc:
                log.warning("sent messages not noted count=%d error=%r", len(parcels), exc)
                if attempt + 1 == NOTES:
                    raise
                await asyncio.sleep(attempt + 1)
        await self._explain(parcels)
        for parcel in parcels:
            self._metrics.delivery(parcel.channel, "sent")
            log.info(
                "message sent channel=%s row=%d tries=%d",
                parcel.channel,
                parcel.id,
                parcel.attempts,
            )

    async def _explain(self, left: Sequence[Parcel]) -> None:
        """Tell whoever got something late why; what has left is noted already."""
        now = self._now()
        late = [parcel for parcel in left if outage.held_up(parcel, now)]
        if late:
            count = await outage.explain(self._store, late, self._faq().texts, now)
            log.info("late answers explained count=%d", count)

    async def _note_failure(self, parcel: Parcel, error: SendError) -> None:
        now = self._now()
        async with self._store.begin() as tx:
            if isinstance(error, SlowDown):
                outcome = "slowed"
                await outbox.release(tx, parcel, str(error), now)
                await self._gate.pause(tx, parcel.channel, error.wait, now)
            else:
                outcome = "failed" if _is_final(parcel, error) else "retry"
                retry_at = now + back_off(parcel.attempts) if outcome == "retry" else None
                await outbox.failed(tx, parcel, str(error), now, retry_at=retry_at)
            if error.refused:
                key = self._channels[parcel.channel].fingerprint
                await channels.refused(tx, parcel.channel, key, str(error), now)
            if not error.unknown:
                await self._gate.give_back(tx, parcel)
        self._tell_failure(parcel, error, outcome)

    def _tell_failure(self, parcel: Parcel, error: SendError, outcome: str) -> None:
        self._metrics.delivery(parcel.channel, outcome)
        log.warning(
            "message not sent channel=%s row=%d tries=%d outcome=%s error=%r",
            parcel.channel,
            parcel.id,
            parcel.attempts,
            outcome,
            str(error),
        )


def _is_final(parcel: Parcel, error: SendError) -> bool:
    """Whether it is given up."""
    # A reminder that may have arrived is not sent again; an answer rather twice than never.
    doubtful = error.unknown and parcel.message.ping_step is not None
    return error.permanent or doubtful or parcel.attempts >= TRIES


def back_off(attempts: int) -> timedelta:
    """The wait after so many tries; a quarter of chance keeps retries from marching in step."""
    wait = min(FIRST_WAIT * 2.0 ** (attempts - 1), LONGEST_WAIT)
    return wait * (1 + random.random() / 4)  # noqa: S311 - jitter, not a secret
