"""After the messaging line failed, whoever waited is told why, once."""

from __future__ import annotations

import pytest

from tests import kakao
from tests.conftest import Clock, Dangol, Start

PUSH = {"kakao_event_key": "key", "kakao_event_name": "dangol", "kakao_bot_id": "bot-1"}
WHY = "시스템 문제로 답변이 늦게 전달됐어요."


@pytest.fixture
async def pushing(
    start: Start, event_api: tuple[kakao.EventApi, str]
) -> tuple[Dangol, kakao.EventApi]:
    far, url = event_api
    dangol = await start(kakao_event_url=url, **PUSH)
    await dangol.kakao("전기포트가 물이 새요")
    return dangol, far


async def _fail_for(dangol: Dangol, far: kakao.EventApi, minutes: int) -> None:
    """The line is down; the scheduler goes on trying."""
    for _ in range(minutes):
        far.failures = [503] * 10
        await dangol.deliver()
        dangol.clock.pass_(minutes=1)
    far.failures = []


async def _recover(dangol: Dangol) -> None:
    for _ in range(12):
        dangol.clock.pass_(minutes=1)
        await dangol.deliver()


async def test_one_line_explains_what_came_late(
    pushing: tuple[Dangol, kakao.EventApi], clock: Clock
) -> None:
    dangol, far = pushing
    desk, operator = dangol.parts.desk, await dangol.operator()
    await desk.reply(operator, 1, "새 제품을 보냈어요.", "n1")
    await desk.reply(operator, 1, "내일 도착해요.", "n2")
    await _fail_for(dangol, far, 15)
    await _recover(dangol)
    told = far.texts()
    assert told[:2] == ["새 제품을 보냈어요.", "내일 도착해요."]
    assert len(told) == 3
    assert told[2].startswith(WHY)
    ticket = (await desk.ticket(1)).ticket
    assert (ticket.status, ticket.waiting_on) == ("waiting", "nobody")


async def test_the_next_failure_of_the_day_is_not_explained_again(
    pushing: tuple[Dangol, kakao.EventApi], clock: Clock
) -> None:
    dangol, far = pushing
    desk, operator = dangol.parts.desk, await dangol.operator()
    for n in range(2):
        await desk.reply(operator, 1, f"확인했어요 {n}.", f"n{n}")
        await _fail_for(dangol, far, 15)
        await _recover(dangol)
    assert [text.startswith(WHY) for text in far.texts()].count(True) == 1


async def test_a_short_failure_and_a_late_reminder_need_no_explanation(
    pushing: tuple[Dangol, kakao.EventApi], clock: Clock
) -> None:
    dangol, far = pushing
    await dangol.parts.desk.reply(await dangol.operator(), 1, "어디가 새나요?", "n1")
    await _fail_for(dangol, far, 2)
    await _recover(dangol)
    assert far.texts() == ["어디가 새나요?"]
    clock.pass_(minutes=30)
    assert await dangol.plan() == 1
    await _fail_for(dangol, far, 15)
    await _recover(dangol)
    assert not any(text.startswith(WHY) for text in far.texts())


async def test_what_waited_for_the_customer_is_not_late(start: Start, clock: Clock) -> None:
    dangol = await start()
    await dangol.kakao("전기포트가 물이 새요")
    await dangol.parts.desk.reply(await dangol.operator(), 1, "새 제품을 보냈어요.", "n1")
    clock.pass_(hours=5)
    shown = kakao.texts(await dangol.kakao("안녕하세요?"))
    assert "새 제품을 보냈어요." in shown
    assert WHY not in shown
