"""KakaoTalk channel chatbot: SkillPayload in, SkillResponse 2.0 out, Event API for pushes.

Kakao signs nothing, sends no message id and no name, waits 5 s, and does not call again. Only a
customer who added the channel as a friend can be pushed to, and only through an event of the bot
(15 won a message).
"""

from __future__ import annotations

import hashlib
import json
import logging
import re
from codecs import BOM_UTF8
from collections.abc import Collection, Mapping, Sequence
from typing import Any
from urllib.parse import quote

import aiohttp

from bot.channels.kakao_bubbles import EXTRA, OUTPUTS, bubbles, skill_response
from bot.channels.limits import date, retry_after
from bot.model import BadRequest, Choice, Incoming, Parcel, Reply, SendError, SlowDown, Standing
from bot.pace import Pace
from bot.settings import Settings
from intents import Texts

log = logging.getLogger(__name__)

NAME = "kakao-skill"

#: The Event API answers at once; it only accepts.
SEND_SECONDS = 5
ADDRESS_LIMIT = 200
EVENT_ID_LIMIT = 100
RECEIPT_LIMIT = 128
#: The key is wrong, or the app is not connected to the channel.
REFUSALS = frozenset((401, 403))

#: Kakao names no rate. It does take 100 users in one call, so as many at once are no surprise to
#: it; half of that a second sends 10,000 reminders in 200 s. Each push may make Kakao call this
#: very skill, which answers several times as many. A 429 slows down further.
PACE = Pace(per_second=50, burst=100)
#: Won for each message that the Event API accepts, without VAT, on a development channel too.
PRICE = 15

#: Marks an Event API call of ours when its block calls this very skill.
PUSH_SOURCE = "dangol"

#: What is said unless a FAQ says otherwise.
TEXTS = Texts()

_SECURE_URLS = re.compile(r'"secureUrls"\s{0,8}:\s{0,8}"List\(([^()"]{0,16384})\)"')


def parse(body: bytes, headers: Mapping[str, str]) -> Incoming | Reply:
    """The customer's message; or, when our own push made Kakao call, what to say.

    Raises BadRequest when the body is no SkillPayload.
    """
    payload = _object(_load(body), "the body")
    request = _object(payload.get("userRequest"), "userRequest")
    user = _object(request.get("user"), "userRequest.user")
    params = _object(request.get("params") or {}, "userRequest.params")
    action = _object(payload.get("action") or {}, "action")
    address = _text(user.get("id"), "userRequest.user.id").strip()
    if not 1 <= len(address) <= ADDRESS_LIMIT:
        raise BadRequest(f"userRequest.user.id must have 1 to {ADDRESS_LIMIT} characters")
    utterance = _text(request.get("utterance"), "userRequest.utterance").strip()
    if params.get("source") == PUSH_SOURCE:
        return Reply(text=_text(params.get("text"), "userRequest.params.text"))
    images = _images(utterance, params, action)
    return Incoming(
        channel=NAME,
        customer=address,
        text="" if utterance in images else utterance,
        event_id=_event_id(headers.get("X-Request-Id", "")),
        tap=_tap(action),
        images=images,
    )


def render(replies: Sequence[Reply], texts: Texts = TEXTS) -> dict[str, Any]:
    """The SkillResponse; Kakao must be answered also when nothing is to be said."""
    return skill_response(replies or (Reply(text=texts.noted),), texts.buttons_below)


def doubled(texts: Texts = TEXTS) -> dict[str, Any]:
    """The SkillResponse to a line that was answered a moment ago, or goes with the next one."""
    return skill_response((Reply(text=texts.doubled),))


def late(texts: Texts = TEXTS) -> dict[str, Any]:
    """The SkillResponse when the answer is not ready in time."""
    button = texts.button_fetch
    fetch = Choice(button, button, "fetch")
    return skill_response((Reply(text=texts.late_fetch(button), choices=(fetch,)),))


def failed(texts: Texts = TEXTS) -> dict[str, Any]:
    """The SkillResponse when the message could not be stored."""
    return skill_response((Reply(text=texts.not_taken),))


class KakaoSkill:
    """Pushes through the Event API, when it is set up."""

    name = NAME
    pace = PACE
    price = PRICE

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._http: aiohttp.ClientSession | None = None

    @property
    def can_ping(self) -> bool:
        """Only with the Event API."""
        return bool(self._settings.kakao_event_key)

    def fit(self, reply: Reply | None, waiting: Sequence[Reply]) -> int:
        """By bubbles: a response has three of them."""
        room = OUTPUTS - (len(bubbles(reply)) if reply else 0)
        for count, message in enumerate(waiting):
            room -= len(bubbles(message))
            if room < 0:
                return count
        return len(waiting)

    def reach(self) -> Collection[str] | None:
        """Anybody with the Event API, nobody without."""
        return None if self.can_ping else ()

    async def send(self, parcel: Parcel) -> str | None:
        """Start the event whose block shows `{{#current.event.data.text}}`. Raises SendError.

        `POST /v2/bots/{botId}/talk`: SUCCESS means accepted, not delivered; `taskId` names it.
        """
        settings = self._settings
        text = parcel.message.reply.text
        body = {
            "event": {"name": settings.kakao_event_name, "data": {"text": text}},
            "user": [{"type": "botUserKey", "id": parcel.address}],
            "params": {"source": PUSH_SOURCE, "text": text},
        }
        url = f"{settings.kakao_event_url}/v2/bots/{settings.kakao_bot_id}/talk"
        try:
            async with self._session().post(url, json=body, headers=self._headers()) as response:
                answer = await response.read()
                status, said = response.status, response.headers
        except aiohttp.ClientConnectorError as exc:
            raise SendError(f"카카오 Event API에 연결하지 못했어요({type(exc).__name__}).") from exc
        except (aiohttp.ClientError, TimeoutError) as exc:
            why = f"카카오 Event API가 제때 답하지 않았어요({type(exc).__name__})."
            raise SendError(why, unknown=True) from exc
        return _check(status, said, answer)

    @property
    def fingerprint(self) -> str:
        """Of the key and the bot it is for."""
        settings = self._settings
        if not settings.kakao_event_key:
            return ""
        parts = (settings.kakao_event_url, settings.kakao_bot_id, settings.kakao_event_key)
        return hashlib.blake2s("\n".join(parts).encode(), digest_size=8).hexdigest()

    async def check(self, receipt: str | None) -> Standing:
        """Ask what became of a message of ours: `GET /v1/tasks/{taskId}` takes the same key.

        Kakao has no call for the key alone, and documents no answer to a task that never was:
        before the first message nothing is known.
        """
        if not self.fingerprint or not receipt:
            return Standing()
        url = f"{self._settings.kakao_event_url}/v1/tasks/{quote(receipt, safe='')}"
        try:
            async with self._session().get(url, headers=self._headers()) as response:
                await response.read()
        except (aiohttp.ClientError, TimeoutError):
            return Standing()
        clock = date(response.headers.get("Date", ""))
        if response.status in REFUSALS:
            return Standing(accepted=False, why=_refusal(response.status), clock=clock)
        return Standing(accepted=True if response.status == 200 else None, clock=clock)

    def _headers(self) -> dict[str, str]:
        return {"Authorization": f"KakaoAK {self._settings.kakao_event_key}"}

    async def close(self) -> None:
        """Close idle connections."""
        if self._http is not None:
            await self._http.close()

    def _session(self) -> aiohttp.ClientSession:
        if self._http is None:
            timeout = aiohttp.ClientTimeout(total=SEND_SECONDS)
            self._http = aiohttp.ClientSession(timeout=timeout)
        return self._http


def _check(status: int, headers: Mapping[str, str], body: bytes) -> str | None:
    """The task's id. Raises SendError unless the Event API accepted."""
    wait = retry_after(headers)
    if status == 429 or (status == 503 and wait is not None):
        why = f"카카오 Event API가 천천히 보내 달라고 했어요(HTTP {status})."
        raise SlowDown(why, wait=wait)
    if status in REFUSALS:
        # Mended by whoever runs the server, so the message is worth another try.
        raise SendError(_refusal(status), refused=True)
    if 400 <= status < 500 and status != 408:
        raise SendError(f"카카오가 이 메시지를 거절했어요(HTTP {status}).", permanent=True)
    if status >= 300:
        raise SendError(f"카카오 Event API에 문제가 있어요(HTTP {status}).")
    try:
        answer = json.loads(body)
    except ValueError as exc:
        raise SendError("카카오 Event API의 응답을 읽을 수 없어요.", unknown=True) from exc
    said = answer.get("status") if isinstance(answer, dict) else None
    if said != "SUCCESS":
        raise SendError(f"카카오 Event API가 보내지 못했다고 했어요({said!r}).")
    task = answer.get("taskId")
    return task if isinstance(task, str) and 0 < len(task) <= RECEIPT_LIMIT else None


def _refusal(status: int) -> str:
    return (
        f"카카오 Event API가 키를 받아들이지 않았어요(HTTP {status}). "
        "서버를 맡은 분께 DANGOL_KAKAO_EVENT_KEY 확인을 부탁해 주세요."
    )


def _load(body: bytes) -> Any:
    try:
        return json.loads(body.removeprefix(BOM_UTF8).decode(), parse_constant=_no_constant)
    except UnicodeDecodeError as exc:
        raise BadRequest("the body is not UTF-8") from exc
    except RecursionError as exc:
        raise BadRequest("the body is nested too deeply") from exc
    except ValueError as exc:
        raise BadRequest(f"the body is not JSON: {exc}") from exc


def _no_constant(name: str) -> Any:
    raise ValueError(f"{name} is no JSON value")


def _object(value: Any, where: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise BadRequest(f"{where} must be an object")
    return value


def _text(value: Any, where: str) -> str:
    if not isinstance(value, str):
        raise BadRequest(f"{where} must be a string")
    if "\0" in value:
        raise BadRequest(f"{where} contains a NUL character")
    try:
        value.encode()
    except UnicodeEncodeError as exc:
        raise BadRequest(f"{where} contains half a surrogate pair") from exc
    return value


def _tap(action: Mapping[str, Any]) -> str | None:
    """What a tapped choice means: ours, or the intent that a seller's own button names."""
    extra = _object(action.get("clientExtra") or {}, "action.clientExtra")
    if EXTRA in extra:
        return _text(extra[EXTRA], f"action.clientExtra.{EXTRA}")
    intent = extra.get("intent")
    return f"intent:{_text(intent, 'action.clientExtra.intent')}" if intent else None


def _images(
    utterance: str, params: Mapping[str, Any], action: Mapping[str, Any]
) -> tuple[str, ...]:
    """Photos: `params.media`, or the secure-image plug-in's `List(url, url)` in a parameter."""
    media = params.get("media")
    if media is not None:
        media = _object(media, "userRequest.params.media")
        url = _text(media.get("url") or utterance, "userRequest.params.media.url").strip()
        # Without an address there is no photo, and the utterance is what the customer said.
        return (url,) if _is_web(url) else ()
    found: list[str] = []
    for value in _object(action.get("params") or {}, "action.params").values():
        if isinstance(value, str) and (secure := _SECURE_URLS.search(value)):
            urls = _text(secure[1], "action.params").split(",")
            found += [url.strip() for url in urls if _is_web(url.strip())]
    return tuple(found)


def _is_web(url: str) -> bool:
    return url.startswith(("https://", "http://"))


def _event_id(request_id: str) -> str | None:
    """Kakao's `X-Request-Id`; one that is too long or not plain text is known by its digest."""
    if not request_id:
        return None
    if len(request_id) <= EVENT_ID_LIMIT and request_id.isascii() and request_id.isprintable():
        return request_id
    return hashlib.sha256(request_id.encode("utf-8", "surrogatepass")).hexdigest()
