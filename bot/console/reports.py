"""GET /console/reports: what came in, month by month, and how content customers were."""

from __future__ import annotations

from datetime import date

from aiohttp import web

from bot.console.pages import Pages
from bot.faqs import LiveFaq
from bot.model import Operator
from bot.reports import Reports

PATH = "/console/reports"
#: Entries of the FAQ that are listed.
ENTRIES = 10


class ReportPages:
    """One page; `month=2026-11` looks into a month."""

    def __init__(self, *, reports: Reports, faqs: LiveFaq, pages: Pages) -> None:
        self._reports = reports
        self._faqs = faqs
        self._pages = pages

    async def show(self, request: web.Request, operator: Operator) -> web.Response:
        """The page."""
        report = await self._reports.read(_month(request.query.get("month", "")))
        titles = {entry.id: entry.title for entry in self._faqs.faq.intents}
        return self._pages.page(
            "reports",
            operator=operator,
            report=report,
            entries=list(report.chosen.entries.items())[:ENTRIES],
            titles=titles,
        )


def _month(text: str) -> date | None:
    try:
        return date.fromisoformat(f"{text}-01") if len(text) == len("2026-11") else None
    except ValueError:
        return None
