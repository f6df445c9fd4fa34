"""Pages for everybody: the public FAQ, and what monitors ask."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import datetime
from importlib import resources
from typing import Any

from aiohttp import web
from jinja2 import Environment, PackageLoader

from bot import hours
from bot.faqs import LiveFaq
from bot.metrics import Metrics
from bot.model import Backlog, JobState

#: A monitor must hear "not ready" rather than nothing.
CHECK_SECONDS = 2.0

#: Ticket categories in the order of the page, as customers read them.
SECTIONS = {
    "order": "주문",
    "shipping": "배송",
    "refund": "환불·반품",
    "exchange": "교환",
    "product_quality": "상품·A/S",
    "wrong_information": "상품 정보",
    "service": "상담",
    "other": "그 밖의 문의",
}

SECURITY = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src 'self' https: data:;"
    " script-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
}


class Site:
    """The public pages.

    `ping` raises when the database is away; `stale` names jobs that stand still, `states` tells of
    all of them, `backlogs` of what is due.
    """

    def __init__(
        self,
        *,
        faqs: LiveFaq,
        metrics: Metrics,
        ping: Callable[[], Awaitable[None]],
        stale: Callable[[], list[str]],
        states: Callable[[], tuple[JobState, ...]],
        backlogs: Callable[[], Awaitable[tuple[tuple[Backlog, ...], object]]],
        now: Callable[[], datetime],
    ) -> None:
        self._faqs = faqs
        self._metrics = metrics
        self._ping = ping
        self._stale = stale
        self._states = states
        self._backlogs = backlogs
        self._now = now
        environment = Environment(loader=PackageLoader("bot.site"), autoescape=True)
        self._page = environment.get_template("faq.html")
        self._css = (resources.files("bot.site") / "static" / "faq.css").read_bytes()
        self._version = hashlib.sha256(self._css).hexdigest()[:12]

    def routes(self) -> list[web.AbstractRouteDef]:
        """The public FAQ and the monitors' pages."""
        return [
            web.get("/", self.home),
            web.get("/faq", self.faq),
            web.get("/health", self.health),
            web.get("/ready", self.ready),
            web.get("/metrics", self.metrics),
            web.get("/faq/static/faq.css", self.style),
        ]

    async def home(self, request: web.Request) -> web.StreamResponse:
        """The bare address leads to what customers look for."""
        raise web.HTTPFound("/faq")

    async def faq(self, request: web.Request) -> web.Response:
        """Every entry that counts today, by category."""
        faq = self._faqs.faq
        today = hours.today(self._now())
        shown = [intent for intent in faq.intents if intent.listed and intent.valid_on(today)]
        sections = [
            (title, [i for i in shown if i.category == category])
            for category, title in SECTIONS.items()
        ]
        html = self._page.render(
            store=faq.store.name or "고객센터",
            sections=[(title, entries) for title, entries in sections if entries],
            version=self._version,
        )
        return web.Response(text=html, content_type="text/html", headers=SECURITY)

    async def style(self, request: web.Request) -> web.Response:
        """The page's one style sheet; its address changes with its content."""
        headers = {"Cache-Control": "public, max-age=31536000, immutable"}
        return web.Response(
            body=self._css, content_type="text/css", charset="utf-8", headers=headers
        )

    async def health(self, request: web.Request) -> web.Response:
        """The process answers."""
        return web.json_response({"status": "ok"})

    async def ready(self, request: web.Request) -> web.Response:
        """Database, scheduler and FAQ; 503 when one of the first two is away."""
        stale = self._stale()
        checks = {
            "database": await self._database(),
            "scheduler": f"not running: {', '.join(stale)}" if stale else "ok",
        }
        ready = all(value == "ok" for value in checks.values())
        # A broken save is no outage: the last good FAQ answers.
        checks["faq"] = "ok" if not self._faqs.problems else "the last good one answers"
        body = {"status": "ok" if ready else "unavailable", "checks": checks, **await self._lag()}
        return web.json_response(body, status=200 if ready else 503)

    async def metrics(self, request: web.Request) -> web.Response:
        """Prometheus's text format."""
        # At this moment, not when a job last ran: a job that hangs must be seen to hang.
        self._metrics.jobs(self._states())
        return web.Response(body=self._metrics.text(), content_type="text/plain", charset="utf-8")

    async def _lag(self) -> dict[str, Any]:
        """When each job last ended, and how late what is due is (while the database is there)."""
        jobs = {state.name: state.ended_ago for state in self._states()}
        found: dict[str, Any] = {"jobs_ended_seconds_ago": jobs}
        with suppress(Exception):
            async with asyncio.timeout(CHECK_SECONDS):
                backlogs, _ = await self._backlogs()
            found["due"] = {b.name: {"rows": b.due, "late_seconds": b.late} for b in backlogs}
        return found

    async def _database(self) -> str:
        try:
            async with asyncio.timeout(CHECK_SECONDS):
                await self._ping()
        except TimeoutError:
            return f"no answer within {CHECK_SECONDS:.0f} s"
        except Exception as exc:  # noqa: BLE001 - whatever the driver raises means "away"
            return f"away: {type(exc).__name__}"
        return "ok"
