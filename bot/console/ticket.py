"""One ticket: its conversation, the reply box, and what an operator can do with it."""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from aiohttp import web

from bot.casework import NotFound
from bot.console import bubbles, details, forms, history, queue, snooze
from bot.console.guard import elsewhere, is_htmx
from bot.console.pages import Pages
from bot.desk import Desk, TicketDetail
from bot.dialog import survey
from bot.faqs import LiveFaq
from bot.model import Operator, Rejected

#: Lines that "earlier" adds, and the most that one page shows.
LINES_STEP = 200
LINES_LIMIT = 4_000

Change = Callable[[Operator, int], Awaitable[None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """What of a ticket is on screen. `start`: the first line wanted; None: the newest ones."""

    ticket_id: int
    place: queue.Place
    start: int | None = None

    @classmethod
    def of(cls, request: web.Request) -> Spot:
        """From the page's address."""
        start = request.query.get("from", "")
        return cls(
            ticket_id=int(request.match_info["ticket_id"]),
            place=queue.Place.of(request.query),
            start=int(start) if queue.number(start) else None,
        )

    def url(self, action: str = "") -> str:
        """The page itself, or the address of one of its forms."""
        start = "" if self.start is None else urlencode({"from": self.start})
        query = "&".join(part for part in (self.place.query, start) if part)
        path = f"/console/tickets/{self.ticket_id}{action}"
        return f"{path}?{query}" if query else path

    def before(self, seq: int) -> Spot:
        """The same with earlier lines."""
        return replace(self, start=max(1, seq - LINES_STEP))


class TicketPages:
    """The ticket page, its live part and its forms."""

    def __init__(
        self, *, desk: Desk, faqs: LiveFaq, pages: Pages, now: Callable[[], datetime]
    ) -> None:
        self._desk = desk
        self._now = now
        self._faqs = faqs
        self._pages = pages

    async def show(self, request: web.Request, operator: Operator) -> web.Response:
        """GET /console/tickets/ID."""
        return await self._answer(request, operator)

    async def reply(self, request: web.Request, operator: Operator) -> web.Response:
        """POST …/reply: `text`, `more=yes` when the store owes the next word all the same, and
        `nonce` so that sending the form twice sends one message.
        """
        form = await forms.read(request)

        async def send(operator: Operator, ticket_id: int) -> None:
            nonce = form.get("nonce", "")[:64] or secrets.token_hex(16)
            more = form.get("more", "") == "yes"
            await self._desk.reply(operator, ticket_id, form.get("text", ""), nonce, more=more)

        return await self._change(request, operator, send, form=form)

    async def retry(self, request: web.Request, operator: Operator) -> web.Response:
        """POST …/retry: the failed message `seq` again."""
        form = await forms.read(request)

        async def again(operator: Operator, ticket_id: int) -> None:
            seq = form.get("seq", "")
            await self._desk.retry(operator, ticket_id, int(seq) if queue.number(seq) else 0)

        return await self._change(request, operator, again)

    async def take(self, request: web.Request, operator: Operator) -> web.Response:
        """POST …/take."""
        return await self._change(request, operator, self._desk.take)

    async def hand_back(self, request: web.Request, operator: Operator) -> web.Response:
        """POST …/hand-back."""
        return await self._change(request, operator, self._desk.hand_back)

    async def resolve(self, request: web.Request, operator: Operator) -> web.Response:
        """POST …/resolve."""
        return await self._change(request, operator, self._desk.resolve)

    async def reopen(self, request: web.Request, operator: Operator) -> web.Response:
        """POST …/reopen."""
        return await self._change(request, operator, self._desk.reopen)

    async def snooze(self, request: web.Request, operator: Operator) -> web.Response:
        """POST …/snooze: `until`, one of the choices, or `at`, a moment in Seoul's time."""
        form = await forms.read(request)

        async def put_aside(operator: Operator, ticket_id: int) -> None:
            moment = snooze.until(form, self._faqs.faq.store, self._now())
            await self._desk.snooze(operator, ticket_id, moment)

        return await self._change(request, operator, put_aside, form=form)

    async def wake(self, request: web.Request, operator: Operator) -> web.Response:
        """POST …/wake."""
        return await self._change(request, operator, self._desk.wake)

    async def edit(self, request: web.Request, operator: Operator) -> web.Response:
        """POST …/edit: `category` and `priority`; what is missing or empty stays."""
        form = await forms.read(request)

        async def change(operator: Operator, ticket_id: int) -> None:
            priority = form.get("priority", "")
            await self._desk.edit(
                operator,
                ticket_id,
                category=form.get("category", ""),
                priority=_priority(priority) if priority else None,
            )

        return await self._change(request, operator, change, form=form)

    async def _change(
        self,
        request: web.Request,
        operator: Operator,
        change: Change,
        *,
        form: Mapping[str, str] | None = None,
    ) -> web.Response:
        """Do it and show the ticket; when it is refused, say why and keep what was typed."""
        spot = Spot.of(request)
        try:
            await change(operator, spot.ticket_id)
        except NotFound:
            return self._missing(request, operator)
        except Rejected as exc:
            if is_htmx(request):
                return self._pages.refusal(str(exc), status=422)
            return await self._answer(request, operator, status=422, refusal=str(exc), form=form)
        if is_htmx(request):
            return await self._answer(request, operator)
        return web.Response(status=303, headers={"Location": f"{spot.url()}#last"})

    async def _answer(
        self,
        request: web.Request,
        operator: Operator,
        *,
        status: int = 200,
        refusal: str = "",
        form: Mapping[str, str] | None = None,
    ) -> web.Response:
        spot = Spot.of(request)
        try:
            values = await self._values(spot)
        except NotFound:
            return self._missing(request, operator)
        form = form or {}
        return self._pages.live(
            request,
            "ticket",
            status=status,
            operator=operator,
            refusal=refusal,
            draft=form.get("text", ""),
            chosen=form,
            nonce=form.get("nonce") or _nonce(request),
            **values,
        )

    async def _values(self, spot: Spot) -> dict[str, Any]:
        detail = await self._detail(spot)
        ticket, messages = detail.ticket, detail.messages
        earlier = detail.more and bool(messages)
        return {
            "spot": spot,
            "detail": detail,
            "ticket": ticket,
            "bubbles": bubbles.draw(messages, ticket.customer_name, detail.operators),
            "facts": details.draw(ticket.details),
            "changes": history.draw(detail.history, detail.operators, self._titles()),
            "low": survey.LOW,
            "snoozes": snooze.CHOICES,
            "earlier": spot.before(messages[0].seq) if earlier else None,
            "queue": await queue.read(self._desk, spot.place),
        }

    def _titles(self) -> dict[str, str]:
        return {entry.id: entry.title for entry in self._faqs.faq.intents}

    async def _detail(self, spot: Spot) -> TicketDetail:
        """The ticket with all lines from `spot.start` on."""
        detail = await self._desk.ticket(spot.ticket_id)
        while (
            spot.start is not None
            and detail.more
            and detail.messages[0].seq > spot.start
            and len(detail.messages) < LINES_LIMIT
        ):
            first = detail.messages[0].seq
            older = await self._desk.ticket(spot.ticket_id, before=first)
            detail = replace(detail, messages=older.messages + detail.messages, more=older.more)
        return detail

    def _missing(self, request: web.Request, operator: Operator) -> web.Response:
        if is_htmx(request):
            return elsewhere(request, Spot.of(request).url(), status=404)
        return self._pages.page("missing", status=404, operator=operator)


def _priority(text: str) -> int:
    """What the form says; the desk refuses what is no priority."""
    return int(text) if queue.number(text) else -1


def _nonce(request: web.Request) -> str:
    """A new one for a whole page. htmx keeps the form it has, and equal parts must stay equal."""
    return "" if is_htmx(request) else secrets.token_hex(16)
