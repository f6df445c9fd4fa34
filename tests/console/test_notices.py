"""Notices: what the store says for a while in place of an entry's answer."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.console import moments
from bot.hours import SEOUL
from tests import kakao
from tests.conftest import Clock, Dangol
from tests.console.seat import HTMX, Seat, Shown, complain, seat
from tests.console.test_groups import lines

PATH = "/console/notices"
TEXT = "택배사 파업으로 배송이 늦어지고 있어요."


async def put_up(
    desk: Seat, intent_id: str = "shipping_fee", text: str = TEXT, until: str = ""
) -> Shown:
    """The form for a new notice."""
    return await desk.post(PATH, {"intent_id": intent_id, "text": text, "until": until})


async def test_the_header_leads_to_the_notices(dangol: Dangol) -> None:
    desk = await seat(dangol)
    link = '<a href="/console/notices">공지</a>'
    assert link in (await desk.get("/console")).text
    shown = await desk.get(PATH)
    assert '<a href="/console/notices" aria-current="page">공지</a>' in shown.text
    assert "지금 올라가 있는 공지가 없어요." in shown.words
    assert '<option value="shipping_fee">배송비</option>' in shown.text


async def test_a_notice_replaces_the_answer_until_it_is_taken_down(dangol: Dangol) -> None:
    desk = await seat(dangol)
    done = await put_up(desk)
    assert (done.status, done.location) == (303, f"{PATH}?told=0")
    shown = await desk.get(done.location)
    assert "공지를 올렸어요. 지금 기다리는 고객은 없어요." in shown.words
    assert f"배송비 {TEXT} 내릴 때까지" in shown.words
    answer = kakao.texts(await dangol.kakao("배송비 얼마예요"))
    assert TEXT in answer
    assert "3,000원" not in answer
    assert (await desk.post(f"{PATH}/1/end")).location == PATH
    assert TEXT not in (await desk.get(PATH)).words
    assert "3,000원" in kakao.texts(await dangol.kakao("배송비 얼마예요", user="customer-2"))


async def test_a_notice_reaches_whoever_waits_once(dangol: Dangol) -> None:
    desk = await seat(dangol)
    waiting = [await complain(dangol, user) for user in ("customer-1", "customer-2")]
    await dangol.kakao("배송비 얼마예요", user="customer-3")
    done = await put_up(desk, "product_defect", "같은 불량을 확인하고 있어요.")
    assert done.location == f"{PATH}?told=2"
    assert "기다리던 고객 2명에게 알렸어요." in (await desk.get(done.location)).words
    again = await put_up(desk, "product_defect", " 같은 불량을 확인하고 있어요.\r\n")
    assert again.status == 422
    assert "같은 공지가 이미 올라가 있어요." in again.words
    for ticket in waiting:
        assert await lines(dangol, ticket, "같은 불량을 확인하고 있어요.") == 1


async def test_a_double_click_puts_up_one_notice(dangol: Dangol) -> None:
    desk = await seat(dangol)
    ticket = await complain(dangol)
    sent = await asyncio.gather(*(put_up(desk, "product_defect") for _ in range(4)))
    assert sorted(shown.status for shown in sent) == [303, 422, 422, 422]
    assert await lines(dangol, ticket, TEXT) == 1


async def test_the_end_is_in_seoul_time_and_holds(dangol: Dangol, clock: Clock) -> None:
    desk = await seat(dangol)
    assert (await put_up(desk, until="2026-11-25T18:30")).status == 303
    assert "2026년 11월 25일 수요일 오후 6:30 까지" in (await desk.get(PATH)).words
    clock.now = datetime(2026, 11, 25, 9, 29, tzinfo=UTC)
    assert TEXT in kakao.texts(await dangol.kakao("배송비 얼마예요"))
    clock.pass_(minutes=1)
    assert "지금 올라가 있는 공지가 없어요." in (await desk.get(PATH)).words
    assert "3,000원" in kakao.texts(await dangol.kakao("배송비 얼마예요", user="customer-2"))


@pytest.mark.parametrize(
    ("intent_id", "text", "until", "reason"),
    [
        ("shipping_fee", " \n ", "2026-12-31T18:00", "보낼 내용을 적어 주세요."),
        ("shipping_fee", "가" * 1_001, "2026-12-31T18:00", "1,000자까지"),
        ("nonsense", TEXT, "", "그런 문의 유형은 없어요."),
        ("", TEXT, "", "목록에서 골라 주세요."),
        ("shipping_fee", TEXT, "2026-11-25T14:59", "이미 지났어요"),
        ("shipping_fee", TEXT, "내일", "끝나는 때를 읽을 수 없어요."),
        ("shipping_fee", TEXT, "2026-02-30T10:00", "끝나는 때를 읽을 수 없어요."),
        ("shipping_fee", TEXT, "2026-12-31T18:00+09:00", "끝나는 때를 읽을 수 없어요."),
        ("shipping_fee", TEXT, "0001-01-01T00:00", "끝나는 때를 읽을 수 없어요."),
    ],
)
async def test_a_refused_notice_says_why_and_keeps_what_was_typed(
    dangol: Dangol, intent_id: str, text: str, until: str, reason: str
) -> None:
    desk = await seat(dangol)
    ticket = await complain(dangol)
    shown = await put_up(desk, intent_id, text, until)
    assert shown.status == 422
    assert reason in shown.words
    assert f">\n{text}</textarea>" in shown.text
    assert f'value="{until}"' in shown.text
    chosen = '<option value="shipping_fee" selected>'
    assert (chosen in shown.text) == (intent_id == "shipping_fee")
    part = await desk.post(PATH, {"intent_id": intent_id, "text": text, "until": until}, HTMX)
    assert part.status == 422
    assert part.text.startswith("<p>")
    assert await dangol.parts.board.notices() == ()
    assert await lines(dangol, ticket, TEXT) == 0


async def test_a_notice_that_is_down_cannot_be_taken_down(dangol: Dangol) -> None:
    desk = await seat(dangol)
    await put_up(desk)
    taken = await desk.post(f"{PATH}/1/end", headers=HTMX)
    assert (taken.status, taken.headers["HX-Redirect"]) == (200, PATH)
    for number in ("1", "999", "0", "9" * 18):
        shown = await desk.post(f"{PATH}/{number}/end")
        assert shown.status == 404
        assert "이미 내린 공지예요." in shown.words
    assert (await desk.post(f"{PATH}/{'9' * 20}/end")).status == 404
    part = await desk.post(f"{PATH}/1/end", headers=HTMX)
    assert (part.status, part.words) == (404, "이미 내린 공지예요.")


async def test_only_operators_see_and_change_notices(dangol: Dangol) -> None:
    desk, stranger = await seat(dangol), Seat(dangol)
    await put_up(desk)
    shown = await stranger.get(PATH)
    assert shown.location == "/console/login?next=%2Fconsole%2Fnotices"
    assert (await put_up(stranger, text="남의 공지")).location == "/console/login"
    assert (await stranger.post(f"{PATH}/1/end")).location == "/console/login"
    cross = {"Sec-Fetch-Site": "cross-site"}
    assert (await desk.post(f"{PATH}/1/end", headers=cross)).status == 403
    assert (await desk.post(PATH, {"text": "x"}, cross)).status == 403
    assert [notice.text for notice in await dangol.parts.board.notices()] == [TEXT]


async def test_a_notice_is_never_markup(dangol: Dangol) -> None:
    desk = await seat(dangol)
    await put_up(desk, text="<script>alert(1)</script>")
    shown = await desk.get(PATH)
    assert "<script>alert" not in shown.text
    assert "<script>alert(1)</script>" in shown.words


async def test_the_notices_page_is_live(dangol: Dangol) -> None:
    desk = await seat(dangol)
    part = await desk.get(PATH, HTMX)
    assert part.text.startswith("<title>")
    same = await desk.get(PATH, {**HTMX, "If-None-Match": part.headers["ETag"]})
    assert same.status == 304
    await put_up(desk)
    newer = await desk.get(PATH, {**HTMX, "If-None-Match": part.headers["ETag"]})
    assert TEXT in newer.words


@given(st.datetimes(min_value=datetime(1990, 1, 1), max_value=datetime(9998, 1, 1)))  # noqa: DTZ001
def test_a_time_of_a_form_is_the_same_time_in_seoul(local: datetime) -> None:
    local = local.replace(microsecond=0)
    found = moments.of_input(local.isoformat())
    assert found.utcoffset() == UTC.utcoffset(None)
    assert found.astimezone(SEOUL).replace(tzinfo=None) == local


@given(st.text(max_size=30))
def test_what_is_no_time_is_refused(text: str) -> None:
    try:
        found = moments.of_input(text)
    except ValueError:
        return
    assert found.tzinfo is not None
