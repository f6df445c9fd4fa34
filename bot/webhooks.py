"""`POST /webhook/...`.

The secret, the body, the inbox, and the channel's answer within its deadline.
"""

from __future__ import annotations

import asyncio
import hmac
import json
import logging
from time import perf_counter
from typing import Any

from aiohttp import web

from bot.channels import kakao_skill
from bot.faqs import LiveFaq
from bot.inbox import Inbox
from bot.metrics import Metrics
from bot.model import BadRequest, Incoming, Reply
from bot.settings import Settings
from intents import Texts

log = logging.getLogger(__name__)

#: Kakao gives up after 5 s including the network; of these we use 4.
KAKAO_SECONDS = 4.0
#: A customer's line of 100,000 Hangul syllables fits in either JSON spelling; a megabyte does not.
BODY_LIMIT = 768 * 1024


_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_JSON_HEADERS = {"Content-Type": "application/json; charset=utf-8"}


class Webhooks:
    """The messengers' way in."""

    def __init__(
        self, *, inbox: Inbox, faqs: LiveFaq, metrics: Metrics, settings: Settings
    ) -> None:
        self._inbox = inbox
        self._faqs = faqs
        self._metrics = metrics
        self._settings = settings

    @property
    def _texts(self) -> Texts:
        return self._faqs.faq.texts

    def routes(self) -> list[web.AbstractRouteDef]:
        """One route a channel."""
        return [web.post("/webhook/kakao-skill", self.kakao_skill)]

    async def kakao_skill(self, request: web.Request) -> web.Response:
        """SkillPayload in, SkillResponse 2.0 out: status 200 for everything well-formed."""
        begun = perf_counter()
        self._check_secret(request, self._settings.kakao_skill_secret)
        try:
            parsed = kakao_skill.parse(await _read(request), request.headers)
        except BadRequest as exc:
            return self._refuse(400, str(exc))
        except web.HTTPRequestEntityTooLarge:
            return self._refuse(413, f"the body is larger than {BODY_LIMIT} bytes")
        if isinstance(parsed, Reply):
            return _json(kakao_skill.render((parsed,), self._texts))
        left = KAKAO_SECONDS - (perf_counter() - begun)
        return _json(await self._kakao_answer(parsed, within=left))

    async def _kakao_answer(self, incoming: Incoming, *, within: float) -> dict[str, Any]:
        try:
            received = await self._inbox.receive(incoming, within=within)
        except Exception as exc:  # noqa: BLE001 - anything but 200 shows the customer nothing at all
            log.error("message not stored channel=%s error=%r", incoming.channel, exc)  # noqa: TRY400 - one line
            return kakao_skill.failed(self._texts)
        if received is None:
            return kakao_skill.late(self._texts)
        if not received.answers and received.mode == "bot" and incoming.tap is None:
            return kakao_skill.doubled(self._texts)
        return kakao_skill.render([answer.reply for answer in received.answers], self._texts)

    def _check_secret(self, request: web.Request, secret: str) -> None:
        if not secret:
            raise web.HTTPNotFound
        given = request.headers.get("X-Dangol-Secret", "").encode("utf-8", "surrogateescape")
        if not hmac.compare_digest(given, secret.encode()):
            self._metrics.rejected(403)
            log.warning("webhook refused status=403 path=%s", request.path)
            raise web.HTTPForbidden(
                text='{"error": "X-Dangol-Secret is missing or wrong"}',
                content_type="application/json",
            )

    def _refuse(self, status: int, why: str) -> web.Response:
        self._metrics.rejected(status)
        log.warning("webhook refused status=%d why=%r", status, why)
        return _json({"error": why}, status=status)


async def _read(request: web.Request) -> bytes:
    try:
        async with asyncio.timeout(KAKAO_SECONDS):
            return await request.read()
    except (web.RequestPayloadError, ConnectionError) as exc:
        raise BadRequest("the body is broken or was cut off") from exc
    except TimeoutError as exc:
        raise BadRequest(f"the body did not arrive within {KAKAO_SECONDS:.0f} s") from exc


def _json(body: dict[str, Any], status: int = 200) -> web.Response:
    return web.Response(
        body=_encode(body).encode("utf-8", "backslashreplace"), status=status, headers=_JSON_HEADERS
    )
