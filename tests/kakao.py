"""Kakao's far side: the calls it makes, the rules its answers must keep, and its Event API."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

from aiohttp import web

SAMPLES = Path(__file__).parent / "samples" / "kakao-skill"
SECRET = "a secret of the tests"
HEADERS = {"X-Dangol-Secret": SECRET, "Content-Type": "application/json"}


def sample(name: str) -> dict[str, Any]:
    """A recorded-like payload, as an object that a test may change."""
    loaded: dict[str, Any] = json.loads((SAMPLES / f"{name}.json").read_text())
    return loaded


def said(text: str, *, user: str = "customer-1", extra: object = None) -> dict[str, Any]:
    """A typed line on the live channel, or a tap when `extra` is given."""
    payload = sample("typed")
    payload["userRequest"]["utterance"] = text
    payload["userRequest"]["user"]["id"] = user
    payload["action"]["clientExtra"] = extra
    return payload


def texts(response: dict[str, Any]) -> str:
    """Everything a customer reads in a SkillResponse, bubbles joined by newlines."""
    bubbles = [b for output in response["template"]["outputs"] for b in output.values()]
    return "\n".join(b.get("text") or b.get("description") or "" for b in bubbles)


def labels(response: dict[str, Any]) -> list[str]:
    """The quick replies' labels."""
    return [reply["label"] for reply in response["template"].get("quickReplies", [])]


def check_skill_response(response: object) -> None:
    """Assert every rule of SkillResponse 2.0 that a bot's answer can break."""
    assert isinstance(response, dict)
    assert set(response) <= {"version", "template", "context", "data", "useCallback"}
    assert response["version"] == "2.0"
    assert len(json.dumps(response, ensure_ascii=False).encode()) <= 30_720
    template = response["template"]
    assert set(template) <= {"outputs", "quickReplies"}
    assert 1 <= len(template["outputs"]) <= 3
    for output in template["outputs"]:
        ((kind, bubble),) = output.items()
        _BUBBLES[kind](bubble)
    quick = template.get("quickReplies", [])
    assert len(quick) <= 10
    for reply in quick:
        assert set(reply) <= {"label", "action", "messageText", "blockId", "extra"}
        assert reply["action"] == "message"
        assert 1 <= units(reply["label"]) <= 14
        assert reply["messageText"]


def units(text: str) -> int:
    """Length in UTF-16 units, the strictest reading of Kakao's "characters"."""
    return len(text.encode("utf-16-le")) // 2


def _check_text(bubble: dict[str, Any]) -> None:
    assert set(bubble) == {"text"}
    assert 1 <= units(bubble["text"]) <= 1000


def _check_image(bubble: dict[str, Any]) -> None:
    assert set(bubble) == {"imageUrl", "altText"}
    assert bubble["imageUrl"].startswith(("http://", "https://"))
    assert 1 <= units(bubble["altText"]) <= 50


def _check_card(bubble: dict[str, Any]) -> None:
    assert set(bubble) <= {"title", "description", "buttons", "buttonLayout"}
    title, description = bubble.get("title", ""), bubble.get("description", "")
    assert title or description
    assert units(title) <= 50
    assert units(title) + units(description) <= 400
    assert len(bubble["buttons"]) <= 3
    for button in bubble["buttons"]:
        assert 1 <= units(button["label"]) <= 14
        needs = {"webLink": "webLinkUrl", "message": "messageText", "phone": "phoneNumber"}
        assert button[needs[button["action"]]]


_BUBBLES = {"simpleText": _check_text, "simpleImage": _check_image, "textCard": _check_card}


class EventApi:
    """Kakao's Event API: takes pushes, remembers them, and fails on demand."""

    def __init__(self) -> None:
        self.taken: list[dict[str, Any]] = []
        self.keys: list[str] = []
        #: HTTP statuses to answer first, in order; then every call is accepted.
        self.failures: list[int] = []
        #: What the next failures say beside their status, in order.
        self.headers: list[dict[str, str]] = []
        #: When set: calls are remembered, and answered only after this is released.
        self.hold: asyncio.Event | None = None
        self.called = asyncio.Event()
        #: The REST API key that is good; None: any.
        self.good_key: str | None = None
        #: Tasks that were asked for; what is answered instead, in order; and by which clock.
        self.asked: list[str] = []
        self.statuses: list[int] = []
        self.date: str | None = None
        #: When set: a question is answered only after this is released.
        self.mute: asyncio.Event | None = None

    def app(self) -> web.Application:
        """To be served on a free port."""
        app = web.Application()
        app.router.add_post("/v2/bots/{bot}/talk", self._talk)
        app.router.add_get("/v1/tasks/{task}", self._task)
        return app

    def texts(self) -> list[str]:
        """What was pushed, in order."""
        return [body["event"]["data"]["text"] for body in self.taken]

    async def _talk(self, request: web.Request) -> web.Response:
        body = await request.json()
        assert 1 <= len(body["user"]) <= 100
        assert body["user"][0]["type"] == "botUserKey"
        assert set(body) <= {"event", "user", "params", "option"}
        self.keys.append(request.headers["Authorization"])
        if not self._is_known(request):
            return web.json_response({"status": "ERROR"}, status=401)
        if self.failures:
            headers = self.headers.pop(0) if self.headers else {}
            status = self.failures.pop(0)
            return web.json_response({"status": "ERROR"}, status=status, headers=headers)
        self.taken.append(body)
        self.called.set()
        if self.hold is not None:
            await self.hold.wait()
        answer = {"taskId": f"task-{len(self.taken)}", "status": "SUCCESS", "message": "success"}
        return web.json_response(answer)

    async def _task(self, request: web.Request) -> web.Response:
        """What became of a call."""
        task = request.match_info["task"]
        self.asked.append(task)
        if self.mute is not None:
            await self.mute.wait()
        headers = {} if self.date is None else {"Date": self.date}
        status = self.statuses.pop(0) if self.statuses else 200
        if not self._is_known(request):
            status = 401
        body = {"taskId": task, "status": "ALL SUCCESS", "allRequestCount": 1, "successCount": 1}
        return web.json_response(body, status=status, headers=headers)

    def _is_known(self, request: web.Request) -> bool:
        given = request.headers["Authorization"]
        return self.good_key is None or given == f"KakaoAK {self.good_key}"
