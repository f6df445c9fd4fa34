"""The page that says whether everything runs, and how late anything is."""

from __future__ import annotations

from tests.conftest import Clock, Dangol, Start
from tests.console.seat import Seat, complain, seat
from tests.kakao import EventApi

PUSH = {"kakao_event_key": "key", "kakao_event_name": "dangol", "kakao_bot_id": "bot-1"}


async def test_it_is_for_operators_only(dangol: Dangol) -> None:
    shown = await Seat(dangol).get("/console/health")
    assert shown.status == 303
    assert shown.location.startswith("/console/login")


async def test_every_job_is_named_and_what_never_ran_is_late(dangol: Dangol) -> None:
    desk = await seat(dangol)
    shown = await desk.get("/console/health")
    assert shown.status == 200
    for name in ("알림 예약", "답변 약속 확인", "카카오톡 발송", "FAQ 파일 확인"):
        assert name in shown.words
    assert "아직 늦음" in shown.words


async def test_a_job_that_ended_well_is_in_time(dangol: Dangol) -> None:
    desk = await seat(dangol)
    for name in dangol.parts.jobs.names:
        await dangol.parts.jobs.run(name)
    shown = await desk.get("/console/health")
    assert "모두 정상이에요." in shown.words
    assert "늦음" not in shown.words


async def test_what_is_due_and_late_is_counted(dangol: Dangol, clock: Clock) -> None:
    desk = await seat(dangol)
    await dangol.kakao("환불해 주세요")
    clock.pass_(minutes=40)
    shown = await desk.get("/console/health")
    assert "보낼 알림 1개 늦음 10분 전" in shown.words


async def test_a_message_that_was_given_up_leads_to_its_ticket(
    start: Start, event_api: tuple[EventApi, str]
) -> None:
    far, url = event_api
    far.failures = [400]
    dangol = await start(kakao_event_url=url, **PUSH)
    desk = await seat(dangol)
    ticket = await complain(dangol)
    await dangol.parts.desk.reply(await dangol.operator("다은"), ticket, "다시 보내요.", "n")
    await dangol.deliver()
    shown = await desk.get("/console/health")
    assert f"/console/tickets/{ticket}" in shown.text
    assert "1건을 보내지 못했어요." in shown.words
    assert "다시 보내기" in shown.words


async def test_ready_tells_when_jobs_ended_and_what_is_due(dangol: Dangol) -> None:
    await dangol.parts.jobs.run("plan")
    async with dangol.client.get("/ready") as response:
        body = await response.json()
    assert body["jobs_ended_seconds_ago"]["plan"] >= 0
    assert body["due"]["outbox"] == {"rows": 0, "late_seconds": 0.0}
