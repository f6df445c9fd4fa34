"""GET /console: the list of tickets, and the groups of similar ones above it."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

from aiohttp import web

from bot.board import Board
from bot.casework import NotFound
from bot.console import forms, queue
from bot.console.guard import HOME, elsewhere, is_htmx
from bot.console.pages import Pages
from bot.desk import Desk
from bot.model import Group, Operator, Rejected


class Tickets:
    """The list page, its live part, and the form that settles a group's matter."""

    def __init__(self, *, desk: Desk, board: Board, pages: Pages) -> None:
        self._desk = desk
        self._board = board
        self._pages = pages

    async def show(self, request: web.Request, operator: Operator) -> web.Response:
        """The list of one view."""
        return await self._answer(request, operator)

    async def resolve_group(self, request: web.Request, operator: Operator) -> web.Response:
        """POST /console/groups/ID/resolve: `text`, or nothing for the usual words."""
        form = await forms.read(request)
        group_id = int(request.match_info["group_id"])
        try:
            told = await self._board.resolve_group(operator, group_id, form.get("text", ""))
        except Rejected as exc:
            status = 404 if isinstance(exc, NotFound) else 422
            if is_htmx(request):
                return self._pages.refusal(str(exc), status=status)
            return await self._answer(
                request, operator, status=status, refusal=str(exc), refused=group_id, form=form
            )
        return elsewhere(request, f"{HOME}?{urlencode({'told': told})}")

    async def _answer(
        self,
        request: web.Request,
        operator: Operator,
        *,
        status: int = 200,
        refusal: str = "",
        refused: int = 0,
        form: Mapping[str, str] | None = None,
    ) -> web.Response:
        """`refused`: the group whose form was refused."""
        found = await queue.read(self._desk, queue.Place.of(request.query))
        groups = await self._groups(found.place)
        return self._pages.live(
            request,
            "tickets",
            status=status,
            operator=operator,
            queue=found,
            groups=groups,
            usual=self._board.usual,
            told=queue.told(request.query),
            refusal=refusal,
            refused=refused if any(group.id == refused for group in groups) else 0,
            draft=(form or {}).get("text", ""),
        )

    async def _groups(self, place: queue.Place) -> tuple[Group, ...]:
        """All of them above what is to do, a single one above its own tickets."""
        if place.view != "todo":
            return ()
        found = await self._board.groups()
        return tuple(one for one in found if place.group in {0, one.id})
