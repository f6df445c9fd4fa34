"""The WebSocket of an open chat page."""

from __future__ import annotations

import asyncio
import json
import logging
from collections import deque
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

from aiohttp import WSCloseCode, WSMessage, WSMsgType, web

from bot.channels.base import message_json
from bot.channels.web import NAME, WebChannel
from bot.dialog.extract import without_secrets
from bot.faqs import LiveFaq
from bot.inbox import Inbox, Received
from bot.model import Incoming, Message, Rejected
from bot.webchat import visitor
from bot.webchat.frames import FrameError, Hello, Said, parse

log = logging.getLogger(__name__)

_HEARTBEAT_SECONDS = 25
_FRAME_BYTES = 64 * 1024
#: How long a customer looks at an open page before he is told that the answer takes longer.
ANSWER_SECONDS = 10
#: An answer that is faster needs no typing dots: they would only flicker.
_TYPING_SECONDS = 0.3
_PACE, _PACE_SECONDS = 20, 10

_NO_HISTORY = "대화를 불러오지 못했어요. 다시 연결하고 있어요."
_TOO_FAST = "메시지가 한꺼번에 너무 많이 왔어요. 잠시 뒤에 다시 보내 주세요."


class ChatSocket:
    """GET /chat/ws, once per open page. `patience`: seconds until an answer counts as late."""

    def __init__(
        self,
        *,
        inbox: Inbox,
        channel: WebChannel,
        faqs: LiveFaq,
        public_url: str,
        secure: bool,
        patience: float = ANSWER_SECONDS,
    ) -> None:
        self._inbox = inbox
        self._channel = channel
        self._faqs = faqs
        self._public_host = urlsplit(public_url).netloc.lower()
        self._secure = secure
        self._patience = patience
        self._open: set[web.WebSocketResponse] = set()

    async def get(self, request: web.Request) -> web.WebSocketResponse:
        """Talk until the page goes. 403 for another site's page: the cookie is not its to use."""
        if not self._ours(request):
            raise web.HTTPForbidden(text="이 주소에서는 채팅을 열 수 없어요.")
        page = web.WebSocketResponse(heartbeat=_HEARTBEAT_SECONDS, max_msg_size=_FRAME_BYTES)
        token = visitor.known(request)
        if token is None:
            token = visitor.new()
            visitor.remember(page, token, secure=self._secure)
        await page.prepare(request)
        await self._talk(page, visitor.address(token))
        return page

    async def close(self) -> None:
        """Say goodbye to every page; they come back by themselves when the server is up again."""
        farewells = [page.close(code=WSCloseCode.GOING_AWAY) for page in tuple(self._open)]
        await asyncio.gather(*farewells)

    def _ours(self, request: web.Request) -> bool:
        origin = request.headers.get("Origin")
        if origin is None:  # not a browser
            return True
        try:
            host = urlsplit(origin).netloc.lower()
        except ValueError:
            return False
        return bool(host) and host in {request.host.lower(), self._public_host}

    async def _talk(self, page: web.WebSocketResponse, address: str) -> None:
        # From before the page asks for its history, so that nothing falls between the two.
        self._channel.join(address, page)
        self._open.add(page)
        pace = _Pace()
        async with asyncio.TaskGroup() as hearing:
            try:
                async for frame in page:
                    await self._take(page, address, frame, pace, hearing)
            finally:
                self._open.discard(page)
                self._channel.leave(address, page)

    async def _take(
        self,
        page: web.WebSocketResponse,
        address: str,
        frame: WSMessage,
        pace: _Pace,
        hearing: asyncio.TaskGroup,
    ) -> None:
        try:
            meant = parse(frame.data if frame.type is WSMsgType.TEXT else None)
        except FrameError as problem:
            await _tell(page, _error(str(problem), problem.id))
            return
        if not pace.allows():
            await _tell(page, _error(_TOO_FAST, getattr(meant, "id", None)))
        elif isinstance(meant, Hello):
            await self._greet(page, address, meant)
        else:
            # The next line may be the rest of this one: it is read while this waits for its answer.
            hearing.create_task(self._hear(page, address, meant))

    async def _greet(self, page: web.WebSocketResponse, address: str, hello: Hello) -> None:
        try:
            messages = await self._inbox.resume(NAME, address, after=hello.after)
        except Exception:  # one page's bad moment must not end as silence
            log.exception("chat history failed")
            await _tell(page, _error(_NO_HISTORY))
            await page.close(code=WSCloseCode.INTERNAL_ERROR)
            return
        history = [message_json(message) for message in messages]
        await _tell(page, {"type": "history", "messages": history})

    async def _hear(self, page: web.WebSocketResponse, address: str, said: Said) -> None:
        # What is hidden from everybody is hidden on the customer's own pages, too.
        text = without_secrets(said.text)
        incoming = Incoming(
            channel=NAME, customer=address, text=text, event_id=f"web:{said.id}", tap=said.tap
        )
        try:
            received = await self._answer(page, incoming)
        except Rejected as refusal:
            await _tell(page, _error(str(refusal), said.id))
        except Exception:  # the page keeps the text and offers to send it again
            log.exception("chat message failed")
            await _tell(page, _error(self._faqs.faq.texts.not_taken, said.id))
        else:
            await self._show(page, said, incoming, received)

    async def _answer(self, page: web.WebSocketResponse, incoming: Incoming) -> Received | None:
        typing = asyncio.create_task(_type_soon(page))
        try:
            return await self._inbox.receive(incoming, within=self._patience)
        finally:
            typing.cancel()

    async def _show(
        self,
        page: web.WebSocketResponse,
        said: Said,
        incoming: Incoming,
        received: Received | None,
    ) -> None:
        """The line and its answers, on all pages the customer has open."""
        if received is None:
            late = self._faqs.faq.texts.late
            await _tell(page, {"type": "notice", "id": said.id, "text": late})
            return
        await _tell(page, {"type": "accepted", "id": said.id, "seq": received.seq})
        lines = [_own_line(incoming, received), *received.answers]
        for line in sorted(lines, key=lambda line: line.seq):
            frame = {"type": "message", "message": message_json(line)}
            await self._channel.show(incoming.customer, frame)


class _Pace:
    """How fast one page may talk: a stuck key or a script must not drown the store."""

    def __init__(self) -> None:
        self._taken: deque[float] = deque(maxlen=_PACE)

    def allows(self) -> bool:
        """Count one more frame; False when it is one too many. A refused frame does not count."""
        now = asyncio.get_running_loop().time()
        if len(self._taken) == _PACE and now - self._taken[0] < _PACE_SECONDS:
            return False
        self._taken.append(now)
        return True


def _own_line(incoming: Incoming, received: Received) -> Message:
    """The customer's line as it was stored: an answer of the same turn carries the same time."""
    times = (line.created_at for line in received.answers if line.reply_to == received.seq)
    return Message(
        conversation_id=received.conversation_id,
        seq=received.seq,
        author="customer",
        body=incoming.to_json(),
        event_id=incoming.event_id,
        created_at=next(times, None) or datetime.now(UTC),
    )


def _error(text: str, own: str | None = None) -> dict[str, Any]:
    frame = {"type": "error", "text": text}
    return frame | {"id": own} if own else frame


async def _type_soon(page: web.WebSocketResponse) -> None:
    await asyncio.sleep(_TYPING_SECONDS)
    await _tell(page, {"type": "typing"})


async def _tell(page: web.WebSocketResponse, frame: Mapping[str, Any]) -> None:
    """Write one frame. A page that is gone asks for what it missed when it is back."""
    # RuntimeError: aiohttp's word for a WebSocket that is already closing.
    with suppress(ConnectionError, RuntimeError):
        await page.send_str(json.dumps(frame, ensure_ascii=False))
