"""The store's own web chat: a push goes to the pages that are open now, and waits otherwise."""

from __future__ import annotations

import asyncio
import json
from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import Any, Protocol

from bot.channels.base import message_json
from bot.model import Parcel, Reply, SendError, Standing

NAME = "web"

# A page that does not take a frame for this long is gone; it asks for what it missed when it is
# back.
SEND_SECONDS = 5


class Page(Protocol):
    """An open chat page: aiohttp's WebSocketResponse."""

    async def send_str(self, data: str) -> None:
        """Write one text frame. Raises ConnectionError when the page is gone."""
        ...


class WebChannel:
    """Knows which customers have a page open in this process."""

    name = NAME
    #: Its far side is our own pages.
    pace = None
    price = 0
    fingerprint = ""

    def __init__(self) -> None:
        self._pages: dict[str, set[Page]] = defaultdict(set)

    def join(self, address: str, page: Page) -> None:
        """A page of this customer was opened."""
        self._pages[address].add(page)

    def leave(self, address: str, page: Page) -> None:
        """The page was closed."""
        self._pages[address].discard(page)
        if not self._pages[address]:
            del self._pages[address]

    @property
    def can_ping(self) -> bool:
        """Always: it waits for the next visit."""
        return True

    def fit(self, reply: Reply | None, waiting: Sequence[Reply]) -> int:
        """A WebSocket takes any number of messages."""
        return len(waiting)

    def reach(self) -> Collection[str]:
        """Customers with an open page in this process; another process has its own."""
        return self._pages.keys()

    async def close(self) -> None:
        """Pages are closed by whoever opened them."""

    async def send(self, parcel: Parcel) -> None:
        """Push to every open page of the customer. Raises SendError when none took it."""
        frame = {"type": "message", "message": message_json(parcel.message)}
        if not await self.show(parcel.address, frame):
            raise SendError("고객의 채팅 화면이 닫혀 있어요.")

    async def check(self, receipt: str | None) -> Standing:
        """There is nobody to ask."""
        return Standing()

    async def show(self, address: str, frame: dict[str, Any]) -> bool:
        """Send a frame to all pages of a customer; True when at least one took it."""
        pages = tuple(self._pages.get(address, ()))
        data = json.dumps(frame, ensure_ascii=False)
        taken = await asyncio.gather(*(_write(page, data) for page in pages))
        return any(taken)


async def _write(page: Page, data: str) -> bool:
    try:
        async with asyncio.timeout(SEND_SECONDS):
            await page.send_str(data)
    except (ConnectionError, TimeoutError, RuntimeError):
        # RuntimeError: aiohttp's word for a WebSocket that is already closing.
        return False
    return True
