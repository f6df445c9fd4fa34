"""The server looks at itself: each trouble is told once, and once when it is over."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Sequence
from datetime import datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import pytest

from bot.alerts import Alerts
from bot.app import utc_now
from bot.checkup import Checkup
from bot.model import Alert
from bot.store import Tx, incidents
from tests import kakao
from tests.conftest import FAQ, Clock, Dangol, Start
from tests.console.seat import seat

PUSH = {"kakao_event_key": "key", "kakao_event_name": "dangol", "kakao_bot_id": "bot-1"}

EventApi = tuple[kakao.EventApi, str]


def checkup(dangol: Dangol, **changed: Any) -> Checkup:
    """As the server has it, but for what is changed; its jobs are taken to run."""
    parts = dangol.parts
    usual: dict[str, Any] = {
        "store": parts.store,
        "desk": parts.desk,
        "dispatch": parts.dispatch,
        "credentials": parts.credentials,
        "faqs": parts.faqs,
        "alerts": parts.alerts,
        "folder": None,
        "place": "here:8080",
        "stale": list,
        "now": dangol.clock,
        "wall": utc_now,
    }
    return Checkup(**{**usual, **changed})


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What any process of this test tells."""
    lines: list[str] = []

    async def tell(_: Alerts, _tx: Tx, told: Sequence[Alert], _now: datetime) -> None:
        lines.extend(line.text for line in told)

    monkeypatch.setattr(Alerts, "tell", tell)
    monkeypatch.setattr(Alerts, "keep", lambda _, text: lines.append(text))
    return lines


async def test_a_trouble_is_told_once_and_once_when_it_is_over(
    dangol: Dangol, clock: Clock, told: list[str]
) -> None:
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


async def test_jobs_that_stand_still_are_told_by_the_names_that_the_page_shows(
    dangol: Dangol, told: list[str]
) -> None:
    names = dangol.parts.jobs.names
    await checkup(dangol, stale=lambda: list(names)).look()
    (line,) = told
    page = (await (await seat(dangol)).get("/console/health")).words
    titles = line.removeprefix("[단골] 자동 작업이 멈춰 있어요: ").split(", ")
    assert len(titles) == len(names)
    for title in titles:
        assert title in page
        assert not set(title) & set("abcdefghijklmnopqrstuvwxyz"), title


async def test_an_unreachable_database_and_a_full_disk_are_troubles(
    dangol: Dangol, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def away() -> object:
        raise OSError("gone")

    monkeypatch.setattr(dangol.parts.desk, "backlogs", away)
    monkeypatch.setattr("bot.checkup.LEAST_FREE_BYTES", 2**62)
    found = await checkup(dangol, folder=tmp_path).look()
    assert set(found) == {"database", "disk"}
    assert "OSError" in found["database"]


async def test_of_two_processes_one_tells_and_a_restart_tells_nothing_again(
    start: Start, clock: Clock, told: list[str]
) -> None:
    first, second = await start(), await start()
    await first.kakao("환불해 주세요")
    clock.pass_(minutes=40)
    looks = [checkup(first, place="a:1"), checkup(second, place="b:1")]
    await asyncio.gather(*(one.look() for one in looks))
    await first.client.close()
    again = await start()
    assert set(await checkup(again, place="a:1").look()) == {"late pings"}
    assert len(told) == 1
    await again.plan()
    await asyncio.gather(looks[1].look(), checkup(again, place="a:1").look())
    assert told[1:] == ["[단골] 다시 괜찮아졌어요. (보낼 알림 1개가 10분 밀려 있어요.)"]


async def test_a_broken_faq_is_told_once_and_once_when_it_is_mended(
    start: Start, tmp_path: Path, told: list[str]
) -> None:
    faq = tmp_path / "faq.yaml"
    faq.write_text(FAQ.read_text())
    dangol = await start(faq=str(faq))
    one = checkup(dangol)
    assert await one.look() == {}
    faq.write_text(FAQ.read_text().replace("phrases:", "phrase:", 1))
    await dangol.parts.faqs.refresh()
    line = dangol.parts.faqs.problems[0].line
    for _ in range(3):
        assert set(await one.look()) == {"faq"}
    trouble = f"FAQ 파일 {line}번째 줄에 문제가 있어 지난 내용으로 답하고 있어요."
    assert told == [f"[단골] {trouble}"]
    faq.write_text(FAQ.read_text())
    await dangol.parts.faqs.refresh()
    for _ in range(2):
        assert await one.look() == {}
    assert told[1:] == [f"[단골] 다시 괜찮아졌어요. ({trouble})"]


async def test_a_trouble_of_one_machine_is_not_ended_by_another(
    dangol: Dangol, tmp_path: Path, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.checkup.LEAST_FREE_BYTES", 2**62)
    full, fine = checkup(dangol, folder=tmp_path, place="a:1"), checkup(dangol, place="b:1")
    for _ in range(2):
        await full.look()
        await fine.look()
    assert len(told) == 1
    monkeypatch.setattr("bot.checkup.LEAST_FREE_BYTES", 0)
    await full.look()
    assert len(told) == 2


async def test_the_trouble_of_a_machine_that_is_gone_is_forgotten_after_a_day(
    dangol: Dangol, tmp_path: Path, told: list[str], clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.checkup.LEAST_FREE_BYTES", 2**62)
    lasting, gone = (checkup(dangol, folder=tmp_path, place=place) for place in ("a:1", "b:1"))
    await gone.look()
    for _ in range(30):
        await lasting.look()
        clock.pass_(hours=1)
    assert len(told) == 2
    async with dangol.parts.store.read() as tx:
        assert set(await incidents.open_at(tx, "a:1")) == {"disk"}
        assert await incidents.open_at(tx, "b:1") == {}


async def test_a_database_that_is_away_is_told_once_and_once_when_it_is_back(
    dangol: Dangol, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    async def away() -> object:
        raise OSError("gone")

    one = checkup(dangol)
    with monkeypatch.context() as patch:
        patch.setattr(dangol.parts.desk, "backlogs", away)
        for _ in range(3):
            assert set(await one.look()) == {"database"}
    assert await one.look() == {}
    assert len(told) == 2
    assert told[1].startswith("[단골] 다시 괜찮아졌어요. (데이터베이스가 답하지 않아요.")


async def test_a_database_that_hangs_does_not_hold_the_look_up(
    dangol: Dangol, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.checkup.PATIENCE", 0.05)
    monkeypatch.setattr(dangol.parts.desk, "backlogs", asyncio.Event().wait)
    assert "TimeoutError" in (await checkup(dangol).look())["database"]


async def test_a_disk_that_hangs_takes_one_thread_and_no_time(
    dangol: Dangol, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    released, calls = threading.Event(), []

    def hang(folder: Path) -> int:
        calls.append(folder)
        released.wait(30)
        return 2**62

    monkeypatch.setattr("bot.checkup._free", hang)
    monkeypatch.setattr("bot.checkup.PATIENCE", 0.2)
    one = checkup(dangol, folder=tmp_path)
    for _ in range(3):
        assert "답하지 않아요" in (await one.look()).get("disk", "")
    released.set()
    monkeypatch.setattr("bot.checkup.PATIENCE", 5.0)
    assert "disk" not in await one.look()
    assert len(calls) == 1


async def test_messages_that_were_given_up_are_told_by_how_many_more(
    start: Start, event_api: EventApi, told: list[str]
) -> None:
    far, url = event_api
    dangol = await start(kakao_event_url=url, **PUSH)
    operator = await dangol.operator()
    one = checkup(dangol)
    for n, failing in enumerate((1, 2, 0)):
        far.failures = [400] * failing
        for k in range(failing):
            await dangol.kakao("깨져서 왔어요", user=f"{n} {k}")
            page = await dangol.parts.desk.tickets("all")
            await dangol.parts.desk.reply(operator, page.tickets[0].id, "네", f"n{n}{k}")
        await dangol.deliver()
        await one.look()
        await checkup(dangol, place="there:1").look()
    assert [line.split(". ")[0] for line in told] == [
        "[단골] 보내지 못한 메시지가 1개 생겼어요",
        "[단골] 보내지 못한 메시지가 2개 생겼어요",
    ]


async def test_a_machine_whose_clock_differs_from_the_databases_is_told(
    dangol: Dangol, told: list[str]
) -> None:
    """On SQLite the database has no clock of its own."""
    one = checkup(dangol, wall=lambda: utc_now() - timedelta(minutes=3))
    found = await one.look()
    if dangol.parts.store.is_sqlite:
        assert found == {}
    else:
        assert found["clock"].startswith("서버 시계가 데이터베이스 시계보다 3분 느려요.")
        assert len(told) == 1


async def test_a_clock_that_was_set_back_behind_what_is_stored_is_told(
    dangol: Dangol, clock: Clock
) -> None:
    await dangol.kakao("깨져서 왔어요")
    clock.pass_(minutes=-10)
    found = await checkup(dangol).look()
    assert found["clock"].startswith("서버 시계가 저장된 시각보다 10분 늦어요.")
    clock.pass_(minutes=10)
    assert await checkup(dangol).look() == {}


async def test_the_far_sides_clock_is_compared_as_well(
    start: Start, event_api: EventApi, clock: Clock
) -> None:
    far, url = event_api
    dangol = await pushed(start, url)
    far.date = format_datetime(utc_now() + timedelta(minutes=5, seconds=30), usegmt=True)
    await dangol.parts.credentials.check()
    found = await checkup(dangol).look()
    assert found["clock kakao-skill"].startswith("서버 시계가 카카오톡 시계보다 5분 느려요.")
    far.date = None
    await dangol.parts.credentials.check()
    assert await checkup(dangol).look() == {}


async def pushed(start: Start, url: str, **settings: Any) -> Dangol:
    """A server whose Event API has taken a message."""
    dangol = await start(kakao_event_url=url, **{**PUSH, **settings})
    await reply(dangol, "네")
    await dangol.deliver()
    return dangol


async def reply(dangol: Dangol, text: str) -> None:
    await dangol.kakao("깨져서 왔어요", user=text)
    page = await dangol.parts.desk.tickets("all")
    await dangol.parts.desk.reply(await dangol.operator(text), page.tickets[0].id, text, "n")


async def test_a_key_that_was_withdrawn_is_told_before_a_message_needs_it(
    start: Start, event_api: EventApi, told: list[str]
) -> None:
    far, url = event_api
    dangol = await pushed(start, url)
    far.good_key = "another"
    await dangol.parts.credentials.check()
    assert far.asked == ["task-1"]
    assert set(await checkup(dangol).look()) == {"refused kakao-skill"}
    assert "키를 받아들이지 않았어요(HTTP 401)" in told[0]
    desk = await seat(dangol)
    shown = await desk.get("/console/health")
    assert "보낼 수 없어요. 카카오 Event API가 키를 받아들이지 않았어요" in shown.words
    far.good_key = None
    await dangol.parts.credentials.check()
    assert await checkup(dangol).look() == {}
    assert len(told) == 2


async def test_before_the_first_message_there_is_nothing_to_ask_for(
    start: Start, event_api: EventApi
) -> None:
    far, url = event_api
    dangol = await start(kakao_event_url=url, **PUSH)
    await dangol.parts.credentials.check()
    assert far.asked == []
    assert await checkup(dangol).look() == {}


async def test_a_send_that_is_refused_is_evidence_until_one_succeeds(
    start: Start, event_api: EventApi, clock: Clock
) -> None:
    far, url = event_api
    dangol = await start(kakao_event_url=url, **PUSH)
    far.good_key = "another"
    await reply(dangol, "네")
    await dangol.deliver()
    assert set(await checkup(dangol).look()) == {"refused kakao-skill"}
    far.good_key = None
    clock.pass_(seconds=7)
    await dangol.deliver()
    assert await checkup(dangol).look() == {}


async def test_another_key_is_free_of_what_was_held_against_the_old_one(
    start: Start, event_api: EventApi
) -> None:
    far, url = event_api
    old = await start(kakao_event_url=url, **PUSH)
    far.good_key = "new"
    await reply(old, "네")
    await old.deliver()
    assert set(await checkup(old).look()) == {"refused kakao-skill"}
    new = await start(kakao_event_url=url, **{**PUSH, "kakao_event_key": "new"})
    assert await checkup(new).look() == {}


@pytest.mark.parametrize("status", [404, 500, 503])
async def test_an_answer_that_says_nothing_of_the_key_changes_nothing(
    start: Start, event_api: EventApi, status: int
) -> None:
    far, url = event_api
    dangol = await pushed(start, url)
    far.statuses = [401, status]
    for _ in range(2):
        await dangol.parts.credentials.check()
        assert set(await checkup(dangol).look()) == {"refused kakao-skill"}


async def test_a_far_side_that_does_not_answer_holds_nobody_up(
    start: Start, event_api: EventApi, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.credentials.CHECK_SECONDS", 0.05)
    far, url = event_api
    dangol = await pushed(start, url)
    far.mute = asyncio.Event()
    await dangol.parts.credentials.check()
    far.mute.set()
    assert await checkup(dangol).look() == {}


async def test_the_cap_is_told_once_at_four_fifths_and_once_when_it_is_reached(
    start: Start, event_api: EventApi, tmp_path: Path, told: list[str], clock: Clock
) -> None:
    far, url = event_api
    faq = tmp_path / "faq.yaml"
    faq.write_text("monthly_cap: {kakao-skill: 75}\n" + FAQ.read_text())
    dangol = await start(kakao_event_url=url, faq=str(faq), **PUSH)
    looks = [checkup(dangol, place=place) for place in ("a:1", "b:1")]
    for n in range(6):
        await reply(dangol, f"답 {n}")
        await dangol.deliver()
        for one in looks:
            await one.look()
    assert [line.rsplit("원", 1)[1] for line in told] == [
        "의 80%를 넘었어요.",
        "에 닿았어요. 답장은 고객이 다음에 말을 걸 때 함께 가요.",
    ]
    faq.write_text("monthly_cap: {kakao-skill: 1000}\n" + FAQ.read_text())
    await dangol.parts.faqs.refresh()
    await looks[0].look()
    assert told[2:] == [
        "[단골] 다시 괜찮아졌어요. (카카오톡 발송 비용이 이번 달 한도 75원에 닿았어요. "
        "답장은 고객이 다음에 말을 걸 때 함께 가요.)"
    ]
    assert len(far.texts()) == 5
