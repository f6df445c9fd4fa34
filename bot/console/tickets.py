"""GET /console: the list of tickets."""

from __future__ import annotations

from aiohttp import web

from bot.console import queue
from bot.console.pages import Pages
from bot.desk import Desk
from bot.model import Operator


class Tickets:
    """The list page and its live part."""

    def __init__(self, *, desk: Desk, pages: Pages) -> None:
        self._desk = desk
        self._pages = pages

    async def show(self, request: web.Request, operator: Operator) -> web.Response:
        """The list of one view."""
        tickets = await queue.read(self._desk, queue.Place.of(request.query))
        return self._pages.live(request, "tickets", operator=operator, queue=tickets)
