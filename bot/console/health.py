"""GET /console/health: whether the machine behind the desk runs, how late anything is, its cost."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from urllib.parse import urlencode

from aiohttp import web

from bot.console import queue
from bot.console.guard import elsewhere, is_htmx
from bot.console.pages import Pages
from bot.desk import Desk
from bot.dispatch import Dispatch
from bot.model import AlertHealth, JobState, Operator, Rejected

PATH = "/console/health"

#: A job that has not ended well for three times its interval, and a minute, is late.
LATE_SECONDS = 60.0


class Health:
    """One page: the jobs, what is due, the channels and their bills, and what was given up."""

    def __init__(
        self,
        *,
        desk: Desk,
        dispatch: Dispatch,
        pages: Pages,
        states: Callable[[], tuple[JobState, ...]],
        alerts: Callable[[], Awaitable[AlertHealth | None]],
    ) -> None:
        self._desk = desk
        self._dispatch = dispatch
        self._pages = pages
        self._states = states
        self._alerts = alerts

    async def show(self, request: web.Request, operator: Operator) -> web.Response:
        """The page, or its live part."""
        return await self._answer(request, operator)

    async def resend(self, request: web.Request, operator: Operator) -> web.Response:
        """POST /console/health/letters/ID/retry."""
        try:
            await self._dispatch.resend(int(request.match_info["row_id"]))
        except Rejected as exc:
            if is_htmx(request):
                return self._pages.refusal(str(exc), status=422)
            return await self._answer(request, operator, status=422, refusal=str(exc))
        return elsewhere(request, f"{PATH}?{urlencode({'told': 1})}")

    async def resend_all(self, request: web.Request, _operator: Operator) -> web.Response:
        """POST /console/health/letters/retry."""
        count = await self._dispatch.resend_all()
        return elsewhere(request, f"{PATH}?{urlencode({'told': count})}")

    async def _answer(
        self, request: web.Request, operator: Operator, *, status: int = 200, refusal: str = ""
    ) -> web.Response:
        backlogs, dead = await self._desk.backlogs()
        return self._pages.live(
            request,
            "health",
            status=status,
            operator=operator,
            jobs=[(job, _is_late(job)) for job in self._states()],
            backlogs=backlogs,
            channels=await self._dispatch.channels(),
            bills=await self._dispatch.spending(),
            alerts=await self._alerts(),
            dead=dead,
            told=queue.told(request.query),
            refusal=refusal,
        )


def _is_late(job: JobState) -> bool:
    limit = max(LATE_SECONDS, 3 * job.every)
    return job.failing or job.ended_ago is None or job.ended_ago > limit
