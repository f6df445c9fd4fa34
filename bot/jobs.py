"""The metronome: APScheduler calls use cases; what is due lies in the tables."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, datetime
from time import monotonic

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.metrics import Metrics
from bot.model import JobState

log = logging.getLogger(__name__)

#: A job that has not ended well for this long is not alive.
STALE_SECONDS = 60.0

#: How often the clock is looked at.
WATCH_SECONDS = 5.0

#: A job that runs when the server stops has this long to end; leases cover what is cut off.
STOP_SECONDS = 5.0

#: name -> (seconds between calls, what is called)
Table = Mapping[str, tuple[float, Callable[[], Awaitable[object]]]]


class Jobs:
    """Runs the table of jobs, each at most once at a time.

    A failure is logged once until it is over.
    """

    def __init__(self, table: Table, metrics: Metrics, now: Callable[[], datetime]) -> None:
        self._table = table
        self._metrics = metrics
        self._now = now
        self._ended: dict[str, float] = {}
        self._took: dict[str, float] = {}
        self._failing: set[str] = set()
        self._watching: asyncio.TimerHandle | None = None
        self._running: set[asyncio.Task[object]] = set()
        self._scheduler = AsyncIOScheduler(
            timezone=UTC,
            job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None},
        )

    @property
    def names(self) -> tuple[str, ...]:
        """What is called, in the order of the table."""
        return tuple(self._table)

    def start(self) -> None:
        """Begin to call; needs a running event loop."""
        # APScheduler tells every call and every skipped one; `run` tells what matters.
        logging.getLogger("apscheduler").setLevel(logging.CRITICAL)
        for name, (seconds, _) in self._table.items():
            self._ended[name] = monotonic()
            self._scheduler.add_job(
                self.run,
                "interval",
                args=[name],
                id=name,
                seconds=seconds,
                next_run_time=datetime.now(UTC),
            )
        self._scheduler.start()
        self._watch()

    def _watch(self) -> None:
        """APScheduler goes by the clock on the wall: when that is set back, call again from now."""
        moment = datetime.now(UTC)
        for name, (seconds, _) in self._table.items():
            job = self._scheduler.get_job(name)
            due = job.next_run_time if job is not None else None
            if due is not None and (due - moment).total_seconds() > 2 * seconds:
                self.wake(name)
        self._watching = asyncio.get_running_loop().call_later(WATCH_SECONDS, self._watch)

    async def stop(self) -> None:
        """Call nothing any more, and let what runs come to its end."""
        if not self._scheduler.running:
            return
        self._scheduler.pause()
        if self._watching is not None:
            self._watching.cancel()
        if self._running:
            await asyncio.wait(self._running, timeout=STOP_SECONDS)
        self._scheduler.shutdown(wait=False)

    def wake(self, name: str) -> None:
        """Call this job now instead of at its next time."""
        job = self._scheduler.get_job(name)
        if job is not None:
            job.modify(next_run_time=datetime.now(UTC))

    async def run(self, name: str) -> None:
        """One call of one job."""
        task = asyncio.current_task()
        assert task is not None  # noqa: S101 - a coroutine that runs has a task
        self._running.add(task)
        begun = monotonic()
        try:
            await self._table[name][1]()
        except Exception:
            if name not in self._failing:
                log.exception("job failed name=%s", name)
            self._failing.add(name)
            return
        finally:
            self._running.discard(task)
            self._took[name] = monotonic() - begun
        if name in self._failing:
            self._failing.discard(name)
            log.info("job recovered name=%s", name)
        self._ended[name] = monotonic()
        self._metrics.job(name, self._now().timestamp())

    def states(self) -> tuple[JobState, ...]:
        """Every job as it is now, in the order of the table."""
        moment = monotonic()
        return tuple(
            JobState(
                name,
                seconds,
                moment - self._ended[name] if name in self._ended else None,
                name in self._failing,
                self._took.get(name),
            )
            for name, (seconds, _) in self._table.items()
        )

    def stale(self) -> list[str]:
        """Jobs that have not ended well for a minute or longer than twice their interval."""
        moment = monotonic()
        return [
            name
            for name, (seconds, _) in self._table.items()
            if moment - self._ended.get(name, -STALE_SECONDS) > max(STALE_SECONDS, 2 * seconds)
        ]
