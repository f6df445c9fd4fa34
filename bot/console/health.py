"""GET /console/health: whether the machine behind the desk runs, and how late anything is."""

from __future__ import annotations

from collections.abc import Callable

from aiohttp import web

from bot.console.pages import Pages
from bot.desk import Desk
from bot.model import JobState, Operator

PATH = "/console/health"

#: A job that has not ended well for three times its interval, and a minute, is late.
LATE_SECONDS = 60.0


class Health:
    """One page: the jobs, what is due, and what was given up."""

    def __init__(
        self, *, desk: Desk, pages: Pages, states: Callable[[], tuple[JobState, ...]]
    ) -> None:
        self._desk = desk
        self._pages = pages
        self._states = states

    async def show(self, request: web.Request, operator: Operator) -> web.Response:
        """The page, or its live part."""
        backlogs, dead = await self._desk.backlogs()
        return self._pages.live(
            request,
            "health",
            operator=operator,
            jobs=[(job, _is_late(job)) for job in self._states()],
            backlogs=backlogs,
            dead=dead,
        )


def _is_late(job: JobState) -> bool:
    limit = max(LATE_SECONDS, 3 * job.every)
    return job.failing or job.ended_ago is None or job.ended_ago > limit
