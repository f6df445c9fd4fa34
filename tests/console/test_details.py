"""A ticket's details, urgency, scores and history; phone numbers stay hidden."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.console import details, history, labels
from bot.model import Event, Score
from bot.store import events, surveys, tickets
from intents import load
from tests.conftest import Dangol
from tests.console.seat import HTMX, NAME, Seat, Shown, complain, seat, shown_path

PHONE, MASKED = "010-1234-5678", "010-****-5678"
TOLD = {
    "name": "이수진",
    "phone": PHONE,
    "photo": "https://example.com/a.jpg\nhttp://example.com/b.jpg\njavascript:alert(1)",
    "order_number": "2026112012345678",
    "gift_wrap": "네, <b>예쁘게</b>",
    "when": "어제 (2026-11-24)",
    "quantity": "",
}


def test_every_detail_of_the_shipped_faq_has_a_korean_name() -> None:
    faq = load(Path(__file__).parents[2] / "faq.yaml")
    asked = {one.id for entry in faq.intents for one in entry.details or ()}
    assert asked <= labels.DETAILS.keys()


async def learn(dangol: Dangol, ticket: int, **facts: object) -> None:
    """The ticket's columns as the dialogue writes them."""
    async with dangol.parts.store.begin() as tx:
        await tickets.update_facts(tx, ticket, facts, dangol.clock())


async def edit(
    desk: Seat, ticket: int, fields: Mapping[str, str], headers: Mapping[str, str] | None = None
) -> Shown:
    """The form for category and priority."""
    return await desk.post(f"/console/tickets/{ticket}/edit", fields, headers or {})


async def test_a_ticket_lists_what_the_customer_told_under_korean_labels(dangol: Dangol) -> None:
    desk = await seat(dangol)
    ticket = await complain(dangol)
    await learn(dangol, ticket, details=TOLD)
    shown = await desk.get(shown_path(ticket))
    for words in ("주문번호 2026112012345678", "일시 어제 (2026-11-24)", "성함 이수진"):
        assert words in shown.words
    assert "gift_wrap 네, <b>예쁘게</b>" in shown.words
    assert "<b>예쁘게" not in shown.text
    assert "수량" not in shown.words
    order = [shown.words.index(label) for label in ("주문번호", "일시", "성함", "연락처", "사진 2")]
    assert order == sorted(order)
    assert '<img src="https://example.com/a.jpg"' in shown.text
    assert '<a href="http://example.com/b.jpg"' in shown.text
    assert 'src="http://' not in shown.text
    assert "javascript:" not in shown.text


async def test_a_phone_number_is_shown_in_full_only_on_demand(dangol: Dangol) -> None:
    desk = await seat(dangol)
    ticket = await complain(dangol)
    await learn(
        dangol, ticket, details={"phone": PHONE, "what": "전화 주세요 01012345678"}, title=PHONE
    )
    shown = await desk.get(shown_path(ticket))
    assert shown.words.count(f"{MASKED} 전체 보기 {PHONE}") == 1
    assert f"전화 주세요 {MASKED} 전체 보기 전화 주세요 01012345678" in shown.words
    folded = '<summary>전체 보기</summary><span class="words">'
    for full in (PHONE, "전화 주세요 01012345678"):
        assert shown.text.count(full) == shown.text.count(f"{folded}{full}") == 1


async def test_lines_of_the_list_show_no_full_phone_number(dangol: Dangol) -> None:
    desk = await seat(dangol)
    ticket = await complain(dangol)
    await learn(dangol, ticket, title=f"{PHONE}로 전화 주세요", words="저는 010 1234 5678이에요")
    for page in ("/console", "/console?view=all", shown_path(ticket)):
        shown = await desk.get(page)
        assert f"{MASKED}로 전화 주세요" in shown.words
        assert f"저는 {MASKED}이에요" in shown.words
        assert "1234" not in shown.text.replace("2026112012345678", "")


@pytest.mark.parametrize(
    ("name", "value", "word"),
    [
        ("phone", "뒷자리 4471", "뒷자리 4471"),
        ("phone", "+82 10 1234 5678", MASKED),
        ("phone", PHONE, MASKED),
        ("order_number", "0101234567890123", "0101234567890123"),
        ("address", f"서울시 중구 세종대로 1 {PHONE}", f"서울시 중구 세종대로 1 {MASKED}"),
        ("photo", "https://a.example/1\nhttps://a.example/2", "사진 2장"),
        ("photo", "", ""),
    ],
)
def test_a_detail_in_one_line_hides_phone_numbers(name: str, value: str, word: str) -> None:
    assert details.word(name, value) == word


@given(st.dictionaries(st.sampled_from([*labels.DETAILS, "gift_wrap"]), st.text(max_size=40)))
def test_whatever_was_told_is_listed_once(told: dict[str, str]) -> None:
    listed = details.draw(told)
    assert {fact.name for fact in listed} == {name for name in told if told[name].strip()}
    assert len({fact.name for fact in listed}) == len(listed)


@given(st.text())
def test_a_brief_text_is_its_beginning_and_short(text: str) -> None:
    brief = details.brief(text)
    assert brief == text or (
        brief.endswith("…")
        and len(brief) <= details.LETTERS + 1
        and len(brief.splitlines()) <= details.LINES
    )


@pytest.mark.parametrize(
    ("text", "brief"),
    [
        ("손잡이가 부러졌어요", "손잡이가 부러졌어요"),
        ("가\n나\n다\n라", "가\n나\n다\n라"),
        ("가\n나\n다\n라\n마", "가\n나\n다\n라…"),
        ("너무 화가 나요 " * 40, ("너무 화가 나요 " * 40)[:159].rstrip() + "…"),
        ("ㅋ" * 700, "ㅋ" * 160 + "…"),
    ],
)
def test_a_long_story_is_cut_after_some_lines_or_at_a_word(text: str, brief: str) -> None:
    assert details.brief(text) == brief


async def test_a_long_story_hides_nothing_else_and_is_whole_on_demand(dangol: Dangol) -> None:
    desk = await seat(dangol)
    ticket = await complain(dangol)
    story = "정말 너무 화가 나서 글을 써요. " * 50
    await learn(dangol, ticket, details={"what": story, "wish": "환불"})
    shown = await desk.get(shown_path(ticket))
    assert shown.words.index("원하는 처리 환불") < shown.words.index("내용 정말")
    folded = '<summary>전체 보기</summary><span class="words">'
    assert f"{folded}{story}" in shown.text


async def test_urgency_is_said_in_words_in_list_and_page(dangol: Dangol) -> None:
    desk = await seat(dangol)
    ticket = await complain(dangol)
    for priority, words in ((0, f"#{ticket} 상품 불량"), (1, "급함"), (2, "매우 급함")):
        await learn(dangol, ticket, priority=priority)
        listed = await desk.get("/console")
        assert words in listed.words
        assert ('<i class="priority' in listed.text) == bool(priority)
        if priority:
            title = "상품 불량"
            assert f"#{ticket} {words} {title}" in listed.words
            assert f"#{ticket} {title} {words}" in (await desk.get(shown_path(ticket))).words


async def test_category_and_priority_can_be_changed_together_or_alone(dangol: Dangol) -> None:
    desk = await seat(dangol)
    ticket = await complain(dangol)
    both = await edit(desk, ticket, {"category": "refund", "priority": "2"})
    assert (both.status, both.location) == (303, f"/console/tickets/{ticket}#last")
    found = (await dangol.parts.desk.ticket(ticket)).ticket
    assert (found.category, found.priority) == ("refund", 2)
    for fields, after in (
        ({"category": "shipping"}, ("shipping", 2)),
        ({"priority": "0"}, ("shipping", 0)),
        ({}, ("shipping", 0)),
        ({"category": "", "priority": ""}, ("shipping", 0)),
    ):
        part = await edit(desk, ticket, fields, HTMX)
        assert part.status == 200
        assert part.text.startswith("<title>")
        found = (await dangol.parts.desk.ticket(ticket)).ticket
        assert (found.category, found.priority) == after
    assert '<option value="shipping" selected>배송</option>' in part.text


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"category": "nonsense", "priority": "1"}, "그런 분류는 없어요."),
        ({"category": "refund", "priority": "3"}, "그런 우선순위는 없어요."),
        ({"category": "refund", "priority": "-1"}, "그런 우선순위는 없어요."),
        ({"category": "refund", "priority": "²"}, "그런 우선순위는 없어요."),
        ({"category": "refund", "priority": "9" * 40}, "그런 우선순위는 없어요."),
    ],
)
async def test_a_wrong_category_or_priority_is_refused_and_changes_nothing(
    dangol: Dangol, fields: dict[str, str], reason: str
) -> None:
    desk = await seat(dangol)
    ticket = await complain(dangol)
    shown = await edit(desk, ticket, fields)
    assert shown.status == 422
    assert reason in shown.words
    assert '<details id="edit" name="folds" open>' in shown.text
    kept = fields["category"] if fields["category"] == "refund" else ""
    assert ('<option value="refund" selected>' in shown.text) == bool(kept)
    part = await edit(desk, ticket, fields, HTMX)
    assert (part.status, part.words) == (422, reason)
    found = (await dangol.parts.desk.ticket(ticket)).ticket
    assert (found.category, found.priority) == ("product_quality", 0)


async def test_only_operators_edit_tickets_and_only_those_that_exist(dangol: Dangol) -> None:
    desk = await seat(dangol)
    ticket = await complain(dangol)
    fields = {"category": "refund", "priority": "2"}
    stranger = await edit(Seat(dangol), ticket, fields)
    assert stranger.location == f"/console/login?next=%2Fconsole%2Ftickets%2F{ticket}"
    foreign = await edit(desk, ticket, fields, {"Sec-Fetch-Site": "cross-site"})
    assert foreign.status == 403
    assert (await dangol.parts.desk.ticket(ticket)).ticket.category == "product_quality"
    assert (await edit(desk, 999, fields)).status == 404
    assert (await desk.get(f"/console/tickets/{ticket}/edit")).status == 405


async def test_the_history_says_who_changed_what_in_words(dangol: Dangol) -> None:
    desk = await seat(dangol)
    ticket = await complain(dangol)
    assert "변경 기록 0 아직 바뀐 것이 없어요." in (await desk.get(shown_path(ticket))).words
    await learn(dangol, ticket, details={"phone": PHONE}, intent_id="refund_request")
    dangol.clock.pass_(minutes=3)
    await edit(desk, ticket, {"category": "refund", "priority": "1"})
    await desk.post(f"/console/tickets/{ticket}/resolve")
    await desk.post(f"/console/tickets/{ticket}/reopen")
    async with dangol.parts.store.begin() as tx:
        await events.tell(tx, ticket, [("note", "", f"call {PHONE}")], dangol.clock())
    shown = await desk.get(shown_path(ticket))
    assert '<details id="history" name="folds">' in shown.text
    for line in (
        f"3분 전 봇 연락처: 없음 → {MASKED}",
        "봇 문의 유형: 상품 불량 → 환불 요청",
        f"방금 {NAME} 분류: 상품 품질 → 환불",
        f"{NAME} 우선순위: 보통 → 급함",
        f"{NAME} 상태: 접수 → 해결",
        f"{NAME} 담당자: 없음 → {NAME}",
        f"{NAME} 상태: 해결 → 접수",
        f"봇 메모: call {MASKED}",
    ):
        assert line in shown.words


def test_a_history_of_unknown_words_is_shown_as_it_is() -> None:
    told: dict[str, Any] = {"ticket_id": 1, "created_at": datetime(2026, 11, 25, tzinfo=UTC)}
    lines = history.draw(
        [
            Event(kind="gift_wrap", before="", after="네", operator_id=7, **told),
            Event(kind="intent_id", before="gone", after="", operator_id=None, **told),
            Event(kind="photo", before="", after="https://a\nhttps://b", operator_id=7, **told),
        ],
        {},
        {},
    )
    assert [(line.who, line.what, line.before, line.after) for line in lines] == [
        ("상담원", "gift_wrap", "없음", "네"),
        ("봇", "문의 유형", "gone", "없음"),
        ("상담원", "사진", "없음", "사진 2장"),
    ]


@pytest.mark.parametrize(("score", "low"), [(1, True), (2, True), (3, False), (5, False)])
async def test_a_satisfaction_score_is_shown_and_a_low_one_marked(
    dangol: Dangol, score: int, low: bool
) -> None:
    desk = await seat(dangol)
    ticket = await complain(dangol)
    await desk.post(f"/console/tickets/{ticket}/resolve")
    assert "만족도 아직 답이 없어요" in (await desk.get(shown_path(ticket))).words
    given = Score(ticket=ticket, score=score, comment=f"답이 늦었어요 {PHONE}")
    async with dangol.parts.store.begin() as tx:
        await surveys.answer(tx, given, dangol.clock())
    shown = await desk.get(shown_path(ticket))
    assert f"만족도 {score}점 · 답이 늦었어요 {MASKED}" in shown.words
    assert ("확인 필요" in shown.words) == low
