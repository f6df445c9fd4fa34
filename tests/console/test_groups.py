"""Groups of similar tickets above the list, and the form that settles them all at once."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.console import labels
from bot.model import Group
from bot.store import tickets
from tests.conftest import START, Clock, Dangol
from tests.console.seat import HTMX, Seat, complain, seat

TEXT = "새 컵을 모두 다시 보내 드렸어요."
RESOLVE = "/console/groups/1/resolve"


async def lines(dangol: Dangol, ticket: int, text: str) -> int:
    """How often a text stands in a ticket's conversation."""
    detail = await dangol.parts.desk.ticket(ticket)
    return sum(text in str(message.body.get("text")) for message in detail.messages)


async def status(dangol: Dangol, ticket: int) -> str:
    return (await dangol.parts.desk.ticket(ticket)).ticket.status


async def complain_of(dangol: Dangol, text: str, user: str) -> int:
    """Another matter; its ticket's number."""
    await dangol.kakao(text, user=user)
    return max(ticket.id for ticket in (await dangol.parts.desk.tickets("all")).tickets)


@pytest.fixture
async def two(dangol: Dangol) -> tuple[int, int]:
    """The tickets of two customers about the same."""
    return await complain(dangol, "customer-1"), await complain(dangol, "customer-2")


async def test_similar_tickets_are_a_group_above_the_list_of_what_is_to_do(
    dangol: Dangol, two: tuple[int, int]
) -> None:
    desk = await seat(dangol)
    shown = await desk.get("/console")
    assert "상품 불량 : 고객 2명" in shown.words
    assert shown.text.index('id="groups"') < shown.text.index('id="rows"')
    assert '<details id="settle-1">' in shown.text
    assert "2명에게 알리고 해결하기" in shown.words
    for page in ("/console?view=all", f"/console/tickets/{two[0]}"):
        assert 'id="groups"' not in (await desk.get(page)).text


@pytest.mark.parametrize(("count", "folded"), [(3, False), (4, True)])
async def test_many_groups_are_folded_so_that_the_list_stays_in_sight(
    dangol: Dangol, monkeypatch: pytest.MonkeyPatch, count: int, folded: bool
) -> None:
    groups = tuple(
        Group(id=n, intent_id="defect", title="불량", tickets=5, created_at=dangol.clock())
        for n in range(1, count + 1)
    )

    async def found() -> tuple[Group, ...]:
        return groups

    monkeypatch.setattr(dangol.parts.board, "groups", found)
    desk = await seat(dangol)
    shown = await desk.get("/console")
    assert f"비슷한 문의가 {count}묶음 모였어요" in shown.words
    assert ('<details id="groups-fold">' in shown.text) is folded


async def test_groups_with_the_same_title_are_told_apart(dangol: Dangol, clock: Clock) -> None:
    desk = await seat(dangol)
    for hour in range(2):
        for n in range(2):
            await complain(dangol, f"customer-{hour}-{n}")
        if not hour:
            assert "상품 불량 : 고객 2명" in (await desk.get("/console")).words
        clock.pass_(hours=2)
    words = (await desk.get("/console")).words
    for name in ("상품 불량 (11월 25일 오후 3:00)", "상품 불량 (11월 25일 오후 5:00)"):
        assert f"{name} : 고객 2명" in words
        assert f"모두에게 해결됐다고 알리기 : {name}" in words


@given(st.lists(st.tuples(st.sampled_from("가나"), st.integers(0, 2)), max_size=6))
def test_no_two_groups_have_the_same_name(found: list[tuple[str, int]]) -> None:
    groups = [
        Group(
            id=number,
            intent_id="x",
            title=title,
            tickets=2,
            created_at=START + timedelta(days=day),
        )
        for number, (title, day) in enumerate(found, 1)
    ]
    names = labels.groups(groups)
    assert len(set(names.values())) == len(groups)
    assert all(names[group.id].startswith(group.title) for group in groups)


async def test_a_groups_tickets_are_listed_before_they_are_settled(
    dangol: Dangol, two: tuple[int, int]
) -> None:
    desk = await seat(dangol)
    alone = await complain_of(dangol, "상담원 연결해 주세요", "customer-3")
    assert (
        'href="/console?group=1" aria-label="상품 불량 문의 모두 보기"'
        in (await desk.get("/console")).text
    )
    shown = await desk.get("/console?group=1")
    assert "비슷한 문의: 상품 불량 2건" in shown.words
    assert "2명에게 알리고 해결하기" in shown.words
    for ticket, listed in ((two[0], True), (two[1], True), (alone, False)):
        assert (f'id="row-{ticket}"' in shown.text) is listed
        page = await desk.get(f"/console/tickets/{ticket}")
        assert ('<a href="/console?group=1">비슷한 문의 2건</a>' in page.text) is listed
    await desk.post(RESOLVE)
    settled = await desk.get("/console?group=1")
    assert "이 묶음의 문의는 모두 해결했어요" in settled.words


async def test_a_ticket_whose_matter_became_another_has_left_its_group(
    dangol: Dangol, two: tuple[int, int]
) -> None:
    desk = await seat(dangol)
    third = await complain(dangol, "customer-3")
    async with dangol.parts.store.begin() as tx:
        became = {"intent_id": "human_agent", "title": "상담원 연결"}
        await tickets.update_facts(tx, third, became, dangol.clock())
    later = await complain_of(dangol, "상담원 연결해 주세요", "customer-4")
    shown = await desk.get("/console")
    assert "상품 불량 : 고객 2명" in shown.words
    assert "상담원 연결 : 고객 2명" in shown.words
    await desk.post(RESOLVE)
    assert [await status(dangol, ticket) for ticket in two] == ["resolved", "resolved"]
    assert await status(dangol, third) != "resolved"
    assert await status(dangol, later) != "resolved"


async def test_another_title_under_the_same_entry_is_no_part_of_a_group(dangol: Dangol) -> None:
    first = await complain(dangol, "customer-1")
    async with dangol.parts.store.begin() as tx:
        await tickets.update_facts(tx, first, {"title": "주문·결제 오류"}, dangol.clock())
    await complain(dangol, "customer-2")
    assert "고객 2명" not in (await (await seat(dangol)).get("/console")).words


async def test_one_ticket_is_no_group(dangol: Dangol) -> None:
    desk = await seat(dangol)
    await complain(dangol)
    assert 'id="groups"' not in (await desk.get("/console")).text


async def test_resolving_a_group_tells_each_customer_once(
    dangol: Dangol, two: tuple[int, int]
) -> None:
    desk = await seat(dangol)
    done = await desk.post(RESOLVE, {"text": f" {TEXT}\r\n"})
    assert (done.status, done.location) == (303, "/console?told=2")
    shown = await desk.get(done.location)
    assert "고객 2명에게 알리고 문의를 해결했어요." in shown.words
    assert 'id="groups"' not in shown.text
    again = await desk.post(RESOLVE, {"text": TEXT})
    assert again.status == 404
    for ticket in two:
        assert await status(dangol, ticket) == "resolved"
        assert await lines(dangol, ticket, TEXT) == 1


async def test_without_words_of_his_own_the_operator_sends_the_usual_ones(
    dangol: Dangol, two: tuple[int, int]
) -> None:
    desk = await seat(dangol)
    done = await desk.post(RESOLVE, {"text": " \n "}, HTMX)
    assert (done.status, done.headers["HX-Redirect"]) == (200, "/console?told=2")
    for ticket in two:
        assert await lines(dangol, ticket, "‘상품 불량’ 내용이 해결됐어요") == 1


async def test_a_refused_text_is_kept_and_nobody_is_told(
    dangol: Dangol, two: tuple[int, int]
) -> None:
    desk = await seat(dangol)
    text = "가" * 1_001
    shown = await desk.post(RESOLVE, {"text": text})
    assert shown.status == 422
    assert "1,000자까지" in shown.words
    assert '<details id="settle-1" open>' in shown.text
    assert f">\n{text}</textarea>" in shown.text
    part = await desk.post(RESOLVE, {"text": text}, HTMX)
    assert part.status == 422
    assert part.text.startswith("<p>")
    for ticket in two:
        assert await status(dangol, ticket) == "open"
        assert await lines(dangol, ticket, "가가") == 0


@pytest.mark.parametrize("group", ["999", "9" * 18, "0"])
async def test_a_group_that_is_gone_is_said_so_and_what_was_typed_is_kept(
    dangol: Dangol, group: str
) -> None:
    desk = await seat(dangol)
    path = f"/console/groups/{group}/resolve"
    shown = await desk.post(path, {"text": "<b>쓴 글"})
    assert shown.status == 404
    assert "이미 해결했거나 없는 묶음이에요." in shown.words
    assert "쓰신 글: <b>쓴 글" in shown.words
    assert "<b>쓴" not in shown.text
    part = await desk.post(path, {"text": "x"}, HTMX)
    assert (part.status, part.words) == (404, "이미 해결했거나 없는 묶음이에요.")


async def test_only_operators_resolve_groups(dangol: Dangol, two: tuple[int, int]) -> None:
    desk = await seat(dangol)
    assert (await Seat(dangol).post(RESOLVE, {"text": TEXT})).location == "/console/login"
    foreign = await desk.post(RESOLVE, {"text": TEXT}, {"Sec-Fetch-Site": "cross-site"})
    assert foreign.status == 403
    assert (await desk.get(RESOLVE)).status == 405
    for number in ("x", "9" * 20):
        assert (await desk.post(f"/console/groups/{number}/resolve")).status == 404
    assert [await status(dangol, ticket) for ticket in two] == ["open", "open"]


@pytest.mark.parametrize("told", ["", "-1", "x", "9" * 40])
async def test_a_page_says_nothing_of_a_number_that_is_none(dangol: Dangol, told: str) -> None:
    desk = await seat(dangol)
    for page in ("/console", "/console/notices"):
        shown = await desk.get(f"{page}?told={told}")
        assert shown.status == 200
        assert 'role="status" hx-morph-skip></div>' in shown.text
