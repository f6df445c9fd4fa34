"""A chat page without a browser: what it says and what it is told."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from uuid import uuid4

from aiohttp import ClientWebSocketResponse
from aiohttp.test_utils import TestClient
from aiohttp.web import Application, Request


class Visit:
    """One open page."""

    def __init__(self, socket: ClientWebSocketResponse) -> None:
        self.socket = socket

    async def tell(self, **frame: object) -> None:
        """Send a frame."""
        await self.socket.send_json(frame)

    async def told(self) -> dict[str, Any]:
        """The next frame but the typing dots: a slow machine may show them at any time."""
        while True:
            frame: dict[str, Any] = await self.socket.receive_json(timeout=60)
            if frame["type"] != "typing":
                return frame

    async def hello(self, after: int = 0) -> list[dict[str, Any]]:
        """What the page missed."""
        await self.tell(type="hello", after=after)
        frame = await self.told()
        assert frame["type"] == "history"
        messages: list[dict[str, Any]] = frame["messages"]
        return messages

    async def say(
        self, text: str, *, name: str | None = None, **more: str
    ) -> tuple[dict[str, Any], list[dict[str, Any]]]:
        """A line of the customer (`name` is its id): how it was accepted, it and its answer."""
        await self.tell(type="message", id=name or str(uuid4()), text=text, **more)
        accepted = await self.told()
        assert accepted["type"] == "accepted", accepted
        return accepted, [await self.line() for _ in range(2)]

    async def line(self) -> dict[str, Any]:
        """The next line of the conversation."""
        frame = await self.told()
        assert frame["type"] == "message", frame
        line: dict[str, Any] = frame["message"]
        return line


@asynccontextmanager
async def visit(client: TestClient[Request, Application], **how: Any) -> AsyncIterator[Visit]:
    """Open the chat; the client's cookies say who it is."""
    async with client.ws_connect("/chat/ws", **how) as socket:
        yield Visit(socket)
