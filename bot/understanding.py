"""The second opinion on what a customer means: slow, so in a thread, and never waited for long."""

from __future__ import annotations

import asyncio
import logging
from concurrent.futures import ThreadPoolExecutor
from time import perf_counter

from bot.metrics import Metrics
from intents import EmbeddingError, Glance, Match

log = logging.getLogger(__name__)

#: Seconds a message waits for its second opinion; the tightest channel must answer within half one.
PATIENCE = 0.25
#: Messages that may wait for the one thread, 20 to 60 ms each. With more, the last would wait in
#: vain, and in a rush all of them.
WAITING = 3


class Understanding:
    """Asks the model what the letters alone leave open, one message at a time.

    When it is busy, slow or broken, the first opinion stands: a customer is never kept waiting for
    a better guess.
    """

    def __init__(self, metrics: Metrics) -> None:
        self._metrics = metrics
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="meaning")
        self._waiting = 0
        self._broken = False

    async def deepen(self, glance: Glance) -> Match:
        """The verdict after a second look, or the first when there is no time for one."""
        if self._waiting >= WAITING:
            self._metrics.meaning("busy")
            return glance.match
        started = perf_counter()
        self._waiting += 1
        look = asyncio.get_running_loop().run_in_executor(self._thread, glance.deepen)
        look.add_done_callback(self._is_done)
        try:
            match = await asyncio.wait_for(asyncio.shield(look), PATIENCE)
        except TimeoutError:
            look.cancel()  # if it has not begun, it need not
            self._metrics.meaning("late")
            return glance.match
        except EmbeddingError as exc:
            self._metrics.meaning("failed")
            self._tell(exc)
            return glance.match
        self._broken = False
        self._metrics.meaning("asked", perf_counter() - started)
        return match

    def close(self) -> None:
        """Let the last look end; no more are taken."""
        self._thread.shutdown(cancel_futures=True)

    def _is_done(self, look: asyncio.Future[Match]) -> None:
        self._waiting -= 1
        if not look.cancelled():
            look.exception()  # one that came too late has nobody else to read it

    def _tell(self, exc: EmbeddingError) -> None:
        """Once until it works again: a broken model would fill the log."""
        if not self._broken:
            log.warning("meaning not asked error=%s", exc)
        self._broken = True
