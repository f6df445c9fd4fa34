"""GET /console/events: one word whenever something changed, so that live pages ask for it.

Server-sent events (WHATWG HTML, 9.2). `news` is sent at the start too: what changed while the page
was on its way, or while the connection was lost, is asked for then. `beat` shows that a connection
is alive.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress

from aiohttp import web

from bot.accounts import Accounts
from bot.console.guard import HEADERS, token_of
from bot.feed import Feed
from bot.model import Operator

BEAT_SECONDS = 15.0
#: A rush of changes becomes one refresh per page and this many seconds.
PAUSE_SECONDS = 0.5

_HEADERS = {
    **HEADERS,
    "Content-Type": "text/event-stream; charset=utf-8",
    "X-Accel-Buffering": "no",  # nginx: https://nginx.org/en/docs/http/ngx_http_proxy_module.html
}


class Events:
    """The open streams of all live pages in this process."""

    def __init__(self, feed: Feed, accounts: Accounts) -> None:
        self._feed = feed
        self._accounts = accounts
        self._closed = asyncio.Event()

    async def close(self) -> None:
        """End every stream; the pages connect again by themselves."""
        self._closed.set()

    async def stream(self, request: web.Request, operator: Operator) -> web.StreamResponse:
        """Write until the page is gone, the login ends or the server stops."""
        response = web.StreamResponse(headers=_HEADERS)
        seen = self._feed.version
        # A page that went away is no error: that is how a stream usually ends.
        with suppress(ConnectionError):
            await response.prepare(request)
            await response.write(b"retry: 500\nevent: news\ndata:\n\n")
            while not self._closed.is_set():
                newer = await self._next(seen)
                if newer is None:
                    if await self._accounts.operator(token_of(request)) is None:
                        break
                    await response.write(b"event: beat\ndata:\n\n")
                    continue
                seen = newer
                await response.write(b"event: news\ndata:\n\n")
                await self._until_closed(PAUSE_SECONDS)
            await response.write_eof()
        return response

    async def _next(self, seen: int) -> int | None:
        """The next version; None when nothing changed for a beat, or the server stops."""
        change = asyncio.ensure_future(self._feed.wait(seen))
        closed = asyncio.ensure_future(self._closed.wait())
        try:
            await asyncio.wait(
                {change, closed}, timeout=BEAT_SECONDS, return_when=asyncio.FIRST_COMPLETED
            )
            return change.result() if change.done() else None
        finally:
            change.cancel()
            closed.cancel()

    async def _until_closed(self, seconds: float) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._closed.wait()
