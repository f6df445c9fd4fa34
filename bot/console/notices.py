"""GET /console/notices: what the store says for a while in place of an entry's answer."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import datetime
from urllib.parse import urlencode

from aiohttp import web

from bot.board import Board
from bot.casework import NotFound
from bot.console import forms, moments, queue
from bot.console.guard import elsewhere, is_htmx
from bot.console.pages import Pages
from bot.faqs import LiveFaq
from bot.model import Operator, Rejected

PATH = "/console/notices"


class Notices:
    """The notices page, its live part and its forms."""

    def __init__(self, *, board: Board, faqs: LiveFaq, pages: Pages) -> None:
        self._board = board
        self._faqs = faqs
        self._pages = pages
        self._one_by_one = asyncio.Lock()

    async def show(self, request: web.Request, operator: Operator) -> web.Response:
        """The notices that are up, and the form for a new one."""
        return await self._answer(request, operator)

    async def put_up(self, request: web.Request, operator: Operator) -> web.Response:
        """POST /console/notices: `intent_id`, `text`, and `until` in Seoul time or nothing."""
        form = await forms.read(request)
        try:
            async with self._one_by_one:
                told = await self._put_up(operator, form)
        except Rejected as exc:
            return await self._refuse(request, operator, exc, form)
        return elsewhere(request, f"{PATH}?{urlencode({'told': told})}")

    async def end(self, request: web.Request, operator: Operator) -> web.Response:
        """POST /console/notices/ID/end."""
        try:
            await self._board.take_down(operator, int(request.match_info["notice_id"]))
        except Rejected as exc:
            return await self._refuse(request, operator, exc, {})
        return elsewhere(request, PATH)

    async def _put_up(self, operator: Operator, form: Mapping[str, str]) -> int:
        intent_id, text = form.get("intent_id", ""), form.get("text", "")
        until = _until(form.get("until", "").strip())
        # A form that is sent twice must not tell the customers twice.
        for notice in await self._board.notices():
            if (notice.intent_id, notice.text, notice.ends_at) == (intent_id, text.strip(), until):
                raise Rejected("같은 공지가 이미 올라가 있어요. 고객에게 다시 알리지 않았어요.")
        return await self._board.put_up(operator, intent_id, text, until)

    async def _refuse(
        self, request: web.Request, operator: Operator, why: Rejected, form: Mapping[str, str]
    ) -> web.Response:
        status = 404 if isinstance(why, NotFound) else 422
        if is_htmx(request):
            return self._pages.refusal(str(why), status=status)
        return await self._answer(request, operator, status=status, refusal=str(why), form=form)

    async def _answer(
        self,
        request: web.Request,
        operator: Operator,
        *,
        status: int = 200,
        refusal: str = "",
        form: Mapping[str, str] | None = None,
    ) -> web.Response:
        # That the shop is down concerns everybody, whichever entries there are.
        entries = (*self._faqs.faq.intents, self._faqs.faq.stand_ins["site"])
        return self._pages.live(
            request,
            "notices",
            status=status,
            operator=operator,
            notices=await self._board.notices(),
            titles={entry.id: entry.title for entry in entries},
            entries=[entry for entry in entries if entry.listed],
            told=queue.told(request.query),
            refusal=refusal,
            draft={"intent_id": "", "text": "", "until": "", **(form or {})},
        )


def _until(text: str) -> datetime | None:
    if not text:
        return None
    try:
        return moments.of_input(text)
    except ValueError as exc:
        raise Rejected(
            "끝나는 때를 읽을 수 없어요. 2026-12-31T18:00처럼 적거나 비워 주세요."
        ) from exc
