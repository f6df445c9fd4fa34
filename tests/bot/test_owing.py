"""Whose turn it is after an operator's line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dialog import next_turn
from bot.model import WaitingOn
from tests.conftest import Clock, Dangol, Start
from tests.kakao import EventApi

PUSH = {"kakao_event_key": "key", "kakao_event_name": "dangol", "kakao_bot_id": "bot-1"}


@pytest.mark.parametrize(
    ("text", "turn"),
    [
        ("교환과 환불 중 원하시는 쪽을 말씀해 주세요.", "customer"),
        ("성함과 연락처 뒷자리를 주시면 바로 찾아 처리하겠습니다.", "customer"),
        ("사진 보내주시면 확인해 보겠습니다", "customer"),
        ("어느 부분이 깨졌나요?", "customer"),
        ("택배 기사님께 확인 중입니다. 오전 중으로 다시 안내드릴게요.", "store"),
        ("재고 확인 후 안내드릴게요", "store"),
        ("잠시만 기다려 주세요", "store"),
        ("오늘 새 상품 발송했습니다. 깨진 컵은 폐기해 주세요.", "nobody"),
        ("바로 환불해 드리겠습니다. 정말 죄송합니다.", "nobody"),
        ("더 궁금하신 점 있으시면 언제든 말씀해 주세요.", "nobody"),
        ("양해 부탁드립니다", "nobody"),
        ("환불 해드렸습니다. 확인 부탁드려요", "nobody"),
        ("송장번호 보내드렸어요, 문자에서 확인해 주세요.", "nobody"),
        ("받으신 색상이 맞는지 확인 부탁드려요", "customer"),
        ("접수했습니다. 성함을 확인 부탁드려요", "customer"),
    ],
)
def test_who_owes_the_next_word(text: str, turn: WaitingOn) -> None:
    assert next_turn(text) == turn


@given(st.text(max_size=300))
def test_any_line_leaves_somebody_or_nobody_the_turn(text: str) -> None:
    assert next_turn(text) in {"customer", "store", "nobody"}
    assert next_turn(f"{text}?") == "customer"


async def _reply(start: Start, url: str, text: str, **more: bool) -> Dangol:
    dangol = await start(kakao_event_url=url, **PUSH)
    await dangol.kakao("깨져서 왔어요")
    operator = await dangol.operator()
    await dangol.parts.desk.reply(operator, 1, text, "n1", **more)
    await dangol.deliver()
    return dangol


async def test_who_promises_more_keeps_the_ticket(
    start: Start, event_api: tuple[EventApi, str], clock: Clock
) -> None:
    far, url = event_api
    dangol = await _reply(start, url, "확인해 보고 다시 연락드리겠습니다")
    ticket = (await dangol.parts.desk.ticket(1)).ticket
    assert (ticket.status, ticket.waiting_on, ticket.answered) == ("open", "store", True)
    assert ticket.owed_since == clock.now
    clock.pass_(hours=1)
    assert await dangol.plan() == 0
    assert len(far.texts()) == 1


async def test_a_complete_answer_is_followed_by_no_reminder(
    start: Start, event_api: tuple[EventApi, str], clock: Clock
) -> None:
    _, url = event_api
    dangol = await _reply(start, url, "새 상품을 보냈어요.")
    ticket = (await dangol.parts.desk.ticket(1)).ticket
    assert (ticket.status, ticket.waiting_on, ticket.owed_since) == ("waiting", "nobody", None)
    clock.pass_(days=4)
    assert await dangol.plan() == 0
    assert (await dangol.parts.desk.ticket(1)).ticket.status == "waiting"


async def test_the_operator_may_keep_a_ticket_whatever_he_says(
    start: Start, event_api: tuple[EventApi, str]
) -> None:
    _, url = event_api
    dangol = await _reply(start, url, "네, 알겠습니다.", more=True)
    assert (await dangol.parts.desk.ticket(1)).ticket.status == "open"


async def test_taking_over_an_answered_ticket_begins_no_reminders(
    start: Start, event_api: tuple[EventApi, str], clock: Clock
) -> None:
    _, url = event_api
    dangol = await _reply(start, url, "새 상품을 보냈어요.")
    await dangol.parts.desk.take(await dangol.operator("서윤"), 1)
    clock.pass_(days=1)
    assert await dangol.plan() == 0
