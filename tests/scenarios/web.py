"""The same scenarios for a customer of the web chat: WebSocket frames in, WebSocket frames out."""

from __future__ import annotations

import hashlib
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

from sqlalchemy import select

from bot import schema
from bot.desk import TicketDetail
from bot.model import Message
from bot.store import conversations
from bot.webchat import visitor
from tests.conftest import Dangol
from tests.scenarios.runner import Play
from tests.webchat.visit import Visit, visit


def fits(path: Path) -> bool:
    """Whether it can be played here. Read as text: a file that cannot be loaded fails as itself."""
    text = path.read_text(encoding="utf-8")
    return "photo:" not in text and "push: true" not in text


class WebPlay(Play):
    """One scenario on the web chat.

    Every step opens a page of its own: a page may send so many frames in ten real seconds only.
    """

    def __init__(self, dangol: Dangol, scenario: Mapping[str, Any], name: str) -> None:
        super().__init__(dangol, scenario, name)
        self._tokens: dict[str, str] = {}
        self._pages: dict[str, Visit] = {}
        #: What each customer's pages were told, by `seq`.
        self._told: dict[str, dict[int, dict[str, Any]]] = {}

    async def _step(self, step: Mapping[str, Any]) -> None:
        name = step.get("as", "c1")
        async with self._page(name) as page:
            self._pages[name] = page
            try:
                await super()._step(step)
            finally:
                del self._pages[name]

    async def _write(self, step: Mapping[str, Any], name: str) -> None:
        self._met[name] = None
        self._dangol.clock.pass_(seconds=25)
        texts = step.get("customer", [])
        for bubble in texts if isinstance(texts, list) else [texts]:
            self._dangol.clock.pass_(seconds=4)
            if bubble != "":
                await self._say(name, str(bubble))
        if "tap" in step:
            value = await self._offered(name, step["tap"])
            await self._say(name, step["tap"], tap=value)

    async def _say(self, name: str, text: str, **more: str) -> None:
        """Write a line, and wait until the server has taken it."""
        page, own = self._pages[name], str(uuid4())
        await page.tell(type="message", id=own, text=text, **more)
        while (frame := await page.told())["type"] == "message":
            self._keep(name, frame["message"])
        if (frame["type"], frame["id"]) != ("accepted", own):
            raise self._unmet("the line to be taken", [repr(frame)])

    async def _lines(self, name: str) -> list[Message]:
        """What the customer's pages were told, in order."""
        if name not in self._pages:
            async with self._page(name) as page:
                await self._drain(name, page)
        else:
            await self._drain(name, self._pages[name])
        return [_line(told) for _, told in sorted(self._told.get(name, {}).items())]

    async def _drain(self, name: str, page: Visit) -> None:
        """Everything until now: the server answers a page's frames in their order."""
        await page.tell(type="hello", after=max(self._told.get(name, {}), default=0))
        while (frame := await page.told())["type"] == "message":
            self._keep(name, frame["message"])
        if frame["type"] != "history":
            raise self._unmet("the history", [repr(frame)])
        for line in frame["messages"]:
            self._keep(name, line)

    def _keep(self, name: str, line: dict[str, Any]) -> None:
        self._told.setdefault(name, {})[line["seq"]] = line

    @asynccontextmanager
    async def _page(self, name: str) -> AsyncIterator[Visit]:
        token = self._tokens.setdefault(name, visitor.new())
        self._dangol.client.session.cookie_jar.clear()
        headers = {"Cookie": f"{visitor.COOKIE}={token}"}
        async with visit(self._dangol.client, headers=headers) as page:
            yield page

    async def _tickets(self, name: str) -> list[TicketDetail]:
        """The tickets of one customer, oldest first."""
        parts = self._dangol.parts
        address = hashlib.sha256(self._tokens[name].encode()).hexdigest()
        async with parts.store.read() as tx:
            found = await conversations.find(tx, ("web", address))
            rows = await tx.execute(
                select(schema.tickets.c.id)
                .where(schema.tickets.c.conversation_id == (found.id if found else 0))
                .order_by(schema.tickets.c.id)
            )
            ids = rows.scalars().all()
        return [await parts.desk.ticket(i) for i in ids]


def _line(told: Mapping[str, Any]) -> Message:
    return Message(
        conversation_id=0,
        seq=told["seq"],
        author=told["author"],
        body=told,
        created_at=datetime.fromisoformat(told["at"]),
    )
