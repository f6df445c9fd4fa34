"""A ticket in the console: what is shown, and what its forms do."""

from __future__ import annotations

import pytest

from tests import kakao
from tests.conftest import Dangol, Start
from tests.console.seat import (
    COMPLAINT,
    HTMX,
    NAME,
    PASSWORD,
    Seat,
    complain,
    seat,
    send,
    shown_path,
)

PUSH = {"kakao_event_key": "key", "kakao_event_name": "dangol", "kakao_bot_id": "bot-1"}


async def test_a_ticket_shows_the_whole_conversation_and_who_is_in_charge(dangol: Dangol) -> None:
    desk = await seat(dangol)
    ticket = await complain(dangol)
    shown = await desk.get(f"/console/tickets/{ticket}")
    assert f"#{ticket} 상품 불량 접수" in shown.words
    assert "봇이 응대 중" in shown.words
    assert COMPLAINT in shown.words
    assert "불편을 드려 정말 죄송해요." in shown.words
    assert "2026년 11월 25일 수요일" in shown.words
    assert "오후 3:00" in shown.words
    await desk.post(f"/console/tickets/{ticket}/take")
    assert "내가 응대 중 봇은 조용히 있어요" in (await desk.get(shown_path(ticket))).words


async def test_what_a_customer_writes_is_never_markup(dangol: Dangol) -> None:
    desk = await seat(dangol)
    await complain(dangol)
    await dangol.kakao("<script>alert(1)</script> https://example.com/a?b=1&c=2에서")
    for path in ("/console", shown_path(1)):
        assert "<script>alert" not in (await desk.get(path)).text
    shown = await desk.get(shown_path(1))
    assert (
        '<a href="https://example.com/a?b=1&amp;c=2" target="_blank" rel="noreferrer noopener">'
        in shown.text
    )


async def test_a_reply_waits_leaves_and_is_shown_as_sent(
    start: Start, event_api: tuple[kakao.EventApi, str]
) -> None:
    far, url = event_api
    dangol = await start(kakao_event_url=url, **PUSH)
    desk = await seat(dangol)
    ticket = await complain(dangol)
    assert (await send(desk, ticket, "오늘 다시 보내요.\r\n고마워요.")).location == (
        f"/console/tickets/{ticket}#last"
    )
    assert "오늘 다시 보내요. 고마워요. 발송 대기" in (await desk.get(shown_path(ticket))).words
    await dangol.deliver()
    assert far.texts() == ["오늘 다시 보내요.\n고마워요."]
    shown = await desk.get(shown_path(ticket))
    assert "오늘 다시 보내요. 고마워요. 보냄" in shown.words
    assert f"상담원 {NAME}" in shown.words
    assert "내가 응대 중" in shown.words


async def test_a_reply_that_failed_says_why_and_can_be_sent_again(
    start: Start, event_api: tuple[kakao.EventApi, str]
) -> None:
    far, url = event_api
    dangol = await start(kakao_event_url=url, **PUSH)
    desk = await seat(dangol)
    ticket = await complain(dangol)
    await send(desk, ticket, "오늘 다시 보내요.")
    far.failures = [400]
    await dangol.deliver()
    shown = await desk.get(shown_path(ticket))
    assert "오늘 다시 보내요. 실패" in shown.words
    assert "다시 보내기" in shown.words
    seq = shown.value("seq")
    await desk.post(f"/console/tickets/{ticket}/retry", {"seq": seq})
    await dangol.deliver()
    assert far.texts() == ["오늘 다시 보내요."]
    shown = await desk.get(shown_path(ticket))
    assert "다시 보내기" not in shown.words
    refused = await desk.post(f"/console/tickets/{ticket}/retry", {"seq": seq})
    assert refused.status == 422
    assert (await desk.post(f"/console/tickets/{ticket}/retry", {"seq": "x"})).status == 422


async def test_the_operator_is_told_when_a_message_waits_for_the_customer_s_next_word(
    dangol: Dangol,
) -> None:
    desk = await seat(dangol)
    ticket = await complain(dangol)
    assert "지금 바로 보낼 수 없어요" in (await desk.get(shown_path(ticket))).words
    await send(desk, ticket, "오늘 다시 보내요.")
    shown = await desk.get(shown_path(ticket))
    assert "고객이 다음에 말을 걸면 전달돼요" in shown.words


async def test_a_form_sent_twice_sends_one_message(dangol: Dangol) -> None:
    desk = await seat(dangol)
    ticket = await complain(dangol)
    nonce = (await desk.get(shown_path(ticket))).value("nonce")
    other = (await desk.get(shown_path(ticket))).value("nonce")
    assert nonce
    assert nonce != other
    for _ in range(2):
        assert (await send(desk, ticket, "한 번만", nonce)).status == 303
    assert (await desk.get(shown_path(ticket))).text.count("한 번만") == 1
    await send(desk, ticket, "한 번만", other)
    assert (await desk.get(shown_path(ticket))).text.count("한 번만") == 2


@pytest.mark.parametrize("text", ["", " \n ", "가" * 1_001])
async def test_a_refused_reply_keeps_what_was_typed(dangol: Dangol, text: str) -> None:
    desk = await seat(dangol)
    ticket = await complain(dangol)
    shown = await send(desk, ticket, text, "my-nonce")
    assert shown.status == 422
    assert 'role="alert" hx-morph-skip><p>' in shown.text
    assert f">\n{text}</textarea>" in shown.text
    assert shown.value("nonce") == "my-nonce"
    part = await send(desk, ticket, text, "my-nonce", HTMX)
    assert part.status == 422
    assert part.text.startswith("<p>")
    assert part.headers["HX-Trigger"] == "news"


async def test_take_hand_back_resolve_and_reopen(dangol: Dangol) -> None:
    desk = await seat(dangol)
    ticket = await complain(dangol)
    for action, said in (
        ("take", "내가 응대 중"),
        ("hand-back", "봇이 응대 중"),
        ("resolve", "해결한 문의예요"),
        ("reopen", "보내기"),
    ):
        shown = await desk.post(f"/console/tickets/{ticket}/{action}", headers=HTMX)
        assert shown.status == 200, action
        assert said in shown.words
    await desk.post(f"/console/tickets/{ticket}/resolve")
    resolved = await desk.get(shown_path(ticket))
    assert 'data-closed="yes"' in resolved.text
    assert '<fieldset id="fields" hx-morph-skip disabled>' in resolved.text
    assert "다시 열기" in resolved.words
    refused = await send(desk, ticket, "아직이에요")
    assert refused.status == 422
    assert "먼저 다시 열어 주세요" in refused.words


async def test_a_question_that_was_not_sent_says_no_untrue_reason(
    start: Start, event_api: tuple[kakao.EventApi, str]
) -> None:
    _, url = event_api
    dangol = await start(kakao_event_url=url, **PUSH)
    desk = await seat(dangol)
    ticket = await complain(dangol)
    await desk.post(f"{shown_path(ticket)}/resolve")
    await desk.post(f"{shown_path(ticket)}/reopen")
    words = (await desk.get(shown_path(ticket))).words
    assert "보내지 않음" in words
    assert "보낼 필요가 없어져서 보내지 않았어요" in words


async def test_a_ticket_of_a_colleague_says_whose_it_is_and_can_be_taken(dangol: Dangol) -> None:
    desk = await seat(dangol)
    ticket = await complain(dangol)
    await desk.post(f"{shown_path(ticket)}/take")
    assert "내가 맡기" not in (await desk.get(shown_path(ticket))).words
    await dangol.parts.accounts.add("최민호", "operator", PASSWORD)
    colleague = Seat(dangol)
    await colleague.log_in("최민호")
    theirs = await colleague.get(shown_path(ticket))
    assert f"{NAME} 님이 응대 중 봇은 조용히 있어요" in theirs.words
    assert "내가 맡기" in theirs.words
    await colleague.post(f"{shown_path(ticket)}/take")
    shown = await desk.get(shown_path(ticket))
    assert "최민호 님이 응대 중" in shown.words
    assert f"담당자: {NAME} → 최민호" in shown.words


async def test_a_ticket_that_does_not_exist_has_a_page_that_says_so(dangol: Dangol) -> None:
    desk = await seat(dangol)
    shown = await desk.get("/console/tickets/999")
    assert shown.status == 404
    assert "문의를 찾을 수 없어요" in shown.words
    for action in ("reply", "retry", "take", "hand-back", "resolve", "reopen"):
        assert (await desk.post(f"/console/tickets/999/{action}", {"text": "x"})).status == 404
    assert (await desk.get("/console/tickets/999", HTMX)).headers["HX-Redirect"] == (
        "/console/tickets/999"
    )
    assert (await desk.get("/console/tickets/99999999999999999999")).status == 404


@pytest.mark.slow
async def test_earlier_lines_are_shown_on_demand_and_stay_on_screen(dangol: Dangol) -> None:
    desk = await seat(dangol)
    ticket = await complain(dangol)
    await desk.post(f"/console/tickets/{ticket}/take")
    for number in range(205):
        await dangol.kakao(f"줄 {number}입니다")
    newest = await desk.get(shown_path(ticket))
    assert 'id="m2"' not in newest.text
    assert "이전 대화 더 보기" in newest.words
    earlier = await desk.get(f"{shown_path(ticket)}?from=1")
    assert 'id="m1"' in earlier.text
    assert 'id="m207"' in earlier.text
    assert "이전 대화 더 보기" not in earlier.words
    answer = await send(desk, ticket, "네", headers=HTMX)
    assert 'id="m1"' not in answer.text
    after = await desk.post(
        f"/console/tickets/{ticket}/reply?from=1", {"text": "네네", "nonce": "2"}, HTMX
    )
    assert 'id="m1"' in after.text
