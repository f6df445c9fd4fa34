"""Operators are told outside the console: what is late, what is broken, each once."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot import promises
from bot.alerts import MOST, Alerts
from bot.checkup import Checkup
from tests.conftest import Clock, Dangol, Start


class Messenger:
    """An incoming webhook that takes lines, or answers otherwise."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.statuses: list[int] = []

    async def take(self, request: web.Request) -> web.Response:
        body = await request.json()
        assert set(body) == {"text"}
        status = self.statuses.pop(0) if self.statuses else 200
        if status == 200:
            self.lines.append(body["text"])
        return web.Response(status=status)


@asynccontextmanager
async def messenger() -> AsyncIterator[tuple[Messenger, str]]:
    far = Messenger()
    app = web.Application()
    app.router.add_post("/hook", far.take)
    server = TestServer(app)
    await server.start_server()
    yield far, str(server.make_url("/hook"))
    await server.close()


async def test_lines_leave_in_order_and_a_refused_one_waits() -> None:
    async with messenger() as (far, url):
        alerts = Alerts(url)
        far.statuses = [200, 500]
        for text in ("하나", "둘", "셋"):
            alerts.tell(text)
        assert await alerts.send() == 1
        assert await alerts.send() == 2
        assert far.lines == ["하나", "둘", "셋"]
        await alerts.close()


async def test_a_messenger_that_is_away_keeps_the_newest_lines() -> None:
    alerts = Alerts("http://127.0.0.1:9/hook")
    for number in range(MOST + 5):
        alerts.tell(str(number))
    assert await alerts.send() == 0
    async with messenger() as (far, url):
        alerts._url = url
        assert await alerts.send() == MOST
        assert far.lines[0] == "5"
    await alerts.close()


async def test_without_an_address_nothing_is_kept() -> None:
    alerts = Alerts("")
    alerts.tell("하나")
    assert await alerts.send() == 0
    await alerts.close()


async def test_a_ticket_that_is_nearly_late_is_told_before_it_is(
    start: Start, clock: Clock
) -> None:
    async with messenger() as (far, url):
        dangol = await start(alert_url=url)
        await dangol.kakao("깨져서 왔어요")
        for _ in range(2):
            parts = dangol.parts
            await promises.watch(
                parts.store, parts.faqs.faq, parts.channels, parts.feed, clock(), parts.alerts.tell
            )
            clock.pass_(hours=3)
            await parts.alerts.send()
    (line,) = far.lines
    assert "1번" in line
    assert "얼마 남지 않았어요" in line


async def test_a_trouble_is_told_once_and_once_when_it_is_over(
    dangol: Dangol, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(dangol.parts.alerts, "tell", told.append)
    look = dangol.parts.checkup.look
    await dangol.kakao("환불해 주세요")
    # Nobody calls the jobs of this server: that itself is a trouble.
    assert set(await look()) == {"jobs"}
    clock.pass_(minutes=40)
    assert set(await look()) == {"jobs", "late pings"}
    assert set(await look()) == {"jobs", "late pings"}
    assert len(told) == 2
    assert "보낼 알림 1개가 10분 밀려" in told[1]
    await dangol.plan()
    assert set(await look()) == {"jobs"}
    assert told[2].startswith("[단골] 다시 괜찮아졌어요.")


async def test_an_unreachable_database_and_a_full_disk_are_troubles(
    dangol: Dangol, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def away() -> object:
        raise OSError("gone")

    monkeypatch.setattr(dangol.parts.desk, "backlogs", away)
    monkeypatch.setattr("bot.checkup.LEAST_FREE_BYTES", 2**62)
    checkup = Checkup(
        desk=dangol.parts.desk,
        faqs=dangol.parts.faqs,
        alerts=Alerts(""),
        folder=tmp_path,
        stale=list,
    )
    found = await checkup.look()
    assert set(found) == {"database", "disk"}
    assert "OSError" in found["database"]
