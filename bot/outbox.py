"""The one door out: whatever is not the direct answer leaves from here, once, with retries."""

from __future__ import annotations

import asyncio
import logging
import random
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from time import monotonic

from bot.channels.base import Channel
from bot.feed import Feed
from bot.metrics import Metrics
from bot.model import Parcel, SendError
from bot.store import Store, outbox

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


class Outbox:
    """Claims rows that are due, gives them to their channels, writes down what became of them."""

    def __init__(
        self,
        store: Store,
        channels: Mapping[str, Channel],
        feed: Feed,
        metrics: Metrics,
        now: Callable[[], datetime],
    ) -> None:
        self._store = store
        self._channels = channels
        self._feed = feed
        self._metrics = metrics
        self._now = now
        #: What has left and is not written down yet, and who writes.
        self._left: list[Parcel] = []
        self._noting = asyncio.Lock()

    async def deliver(self, name: str) -> int:
        """Send what is due now in one channel; how many messages were tried.

        Channels are emptied apart from each other: one that hangs must not hold up the rest.
        """
        tried, begun = 0, monotonic()
        while monotonic() - begun < CALL_SECONDS and (parcels := await self._claim(name)):
            sends = (self._send(parcel) for parcel in parcels)
            ends = await asyncio.gather(*sends, return_exceptions=True)
            self._feed.changed()
            tried += len(parcels)
            for broken in (end for end in ends if isinstance(end, BaseException)):
                raise broken
        return tried

    async def measure(self) -> None:
        """Tell the metrics how much waits and for how long."""
        async with self._store.read() as tx:
            count, lag = await outbox.depth(tx, self._now())
        self._metrics.outbox(count, lag)

    async def _claim(self, name: str) -> list[Parcel]:
        reach = self._channels[name].reach()
        if reach is not None and not reach:
            return []
        present = None if reach is None else tuple(reach)
        async with self._store.begin() as tx:
            # Now, not before: the wait for the database must not shorten the lease.
            now = self._now()
            return await outbox.claim(
                tx, now, now + LEASE, channel=name, present=present, limit=BATCH
            )

    async def _send(self, parcel: Parcel) -> None:
        channel = self._channels[parcel.channel]
        try:
            async with asyncio.timeout(SEND_SECONDS):
                await channel.send(parcel)
        except TimeoutError:
            why = f"{SEND_SECONDS}초 안에 응답이 없었어요."
            await self._note_failure(parcel, SendError(why, unknown=True))
        except SendError as exc:
            await self._note_failure(parcel, exc)
        else:
            await self._note_sent(parcel)

    async def _note_sent(self, parcel: Parcel) -> None:
        """Write down that it left; what is not written down would leave again.

        Those that left at the same time share a transaction.
        """
        self._left.append(parcel)
        async with self._noting:
            left, self._left = self._left, []
            if left:
                await self._write_down(left)

    async def _write_down(self, left: list[Parcel]) -> None:
        for attempt in range(NOTES):
            try:
                async with self._store.begin() as tx:
                    await outbox.sent(tx, left, self._now())
                break
            except Exception as exc:
                log.warning("sent messages not noted count=%d error=%r", len(left), exc)
                if attempt + 1 == NOTES:
                    raise
                await asyncio.sleep(attempt + 1)
        for parcel in left:
            self._metrics.delivery(parcel.channel, "sent")
            log.info(
                "message sent channel=%s row=%d tries=%d",
                parcel.channel,
                parcel.id,
                parcel.attempts,
            )

    async def _note_failure(self, parcel: Parcel, error: SendError) -> None:
        # A reminder that may have arrived is not sent again; an answer rather twice than never.
        doubtful = error.unknown and parcel.message.ping_step is not None
        final = error.permanent or doubtful or parcel.attempts >= TRIES
        now = self._now()
        retry_at = None if final else now + back_off(parcel.attempts)
        async with self._store.begin() as tx:
            await outbox.failed(tx, parcel, str(error), now, retry_at=retry_at)
        outcome = "failed" if final else "retry"
        self._metrics.delivery(parcel.channel, outcome)
        log.warning(
            "message not sent channel=%s row=%d tries=%d outcome=%s error=%r",
            parcel.channel,
            parcel.id,
            parcel.attempts,
            outcome,
            str(error),
        )


def back_off(attempts: int) -> timedelta:
    """The wait after so many tries; a quarter of chance keeps retries from marching in step."""
    wait = min(FIRST_WAIT * 2.0 ** (attempts - 1), LONGEST_WAIT)
    return wait * (1 + random.random() / 4)  # noqa: S311 - jitter, not a secret
