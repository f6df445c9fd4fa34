"""The store's own web chat: one page, and a WebSocket that talks JSON text frames.

The page says:

    {"type": "hello", "after": SEQ}
        I show everything up to SEQ (0: nothing); send me the rest.
    {"type": "message", "id": ID, "text": "…", "tap": "…"}
        A line of the customer. ID is the page's own, 1-64 of [A-Za-z0-9-]; the same ID again is the
        same line and gets the same answer. `tap` is the `value` of a tapped choice, if it was one.

The server says:

    {"type": "history", "messages": [MESSAGE, …]}   answers hello: the newest 200 after SEQ
    {"type": "message", "message": MESSAGE}         one line, to all pages of the customer
    {"type": "accepted", "id": ID, "seq": SEQ}      the line is stored
    {"type": "typing"}                              the answer takes a moment
    {"type": "notice", "id": ID, "text": "…"}       the answer takes longer and comes by itself
    {"type": "error", "id": ID, "text": "…"}        not taken, in words for the customer

MESSAGE is `bot.channels.base.message_json`; the `event_id` of a customer's line is `web:ID`. An
error has an `id` where it is known. Lines may arrive twice or out of order after a lost connection:
`seq` is what a page sorts and compares by. It may have gaps.
"""

from __future__ import annotations

from aiohttp import web

from bot.channels.web import WebChannel
from bot.faqs import LiveFaq
from bot.inbox import Inbox
from bot.settings import Settings
from bot.webchat.assets import ROOT, Assets
from bot.webchat.page import ChatPage
from bot.webchat.socket import ChatSocket

__all__ = ["WebChat"]


class WebChat:
    """Everything under /chat."""

    def __init__(
        self, *, inbox: Inbox, channel: WebChannel, faqs: LiveFaq, settings: Settings
    ) -> None:
        secure = settings.public_url.startswith("https://")
        self._assets = Assets()
        self._page = ChatPage(faqs=faqs, assets=self._assets, secure=secure)
        self._socket = ChatSocket(
            inbox=inbox, channel=channel, faqs=faqs, public_url=settings.public_url, secure=secure
        )

    def routes(self) -> list[web.AbstractRouteDef]:
        """What the application mounts."""
        return [
            web.get("/chat", self._page.get),
            web.get("/chat/ws", self._socket.get),
            web.get(f"{ROOT}{{name}}", self._assets.get),
        ]

    async def close(self) -> None:
        """Close every open page with 1001 (going away), so that the server can stop."""
        await self._socket.close()
