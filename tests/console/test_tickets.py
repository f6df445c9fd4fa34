"""The list of tickets, and what keeps pages fresh."""

from __future__ import annotations

from pathlib import Path

from bot import promises
from tests.conftest import FAQ, Clock, Dangol, Start
from tests.console.seat import COMPLAINT, HTMX, complain, seat, send, shown_path


async def watch(dangol: Dangol) -> None:
    parts = dangol.parts
    await promises.watch(parts.store, parts.faqs.faq, parts.channels, parts.feed, dangol.clock())


async def test_the_list_says_who_waits_since_when_and_what_he_said(
    dangol: Dangol, clock: Clock
) -> None:
    desk = await seat(dangol)
    empty = (await desk.get("/console")).words
    assert "지금 처리할 문의가 없어요 웹 채팅 에서 고객처럼 말을 걸어 보세요." in empty
    ticket = await complain(dangol)
    clock.pass_(minutes=3)
    shown = await desk.get("/console")
    assert f"#{ticket} 상품 불량 {COMPLAINT}" in shown.words
    assert "카카오톡 상품 품질 접수 고객이 기다려요 · 3분 전 담당 없음" in shown.words
    assert "2026년 11월 25일 수요일 오후 3:00" in shown.text
    assert "<title>(1) 할 일 · 시험상점 상담 콘솔</title>" in shown.text
    assert "할 일 1 대기 0 해결됨 0 전체 1" in shown.words
    assert "고객처럼" not in (await desk.get("/console?view=resolved")).words


async def test_each_tab_lists_its_own_tickets(dangol: Dangol) -> None:
    desk = await seat(dangol)
    first, second, third = [await complain(dangol, f"customer-{n}") for n in range(3)]
    await send(desk, second, "사진을 보내 주시겠어요?")
    await desk.post(f"/console/tickets/{third}/resolve")
    for view, listed in {
        "todo": {first},
        "waiting": {second},
        "resolved": {third},
        "all": {first, second, third},
        "nonsense": {first},
    }.items():
        text = (await desk.get(f"/console?view={view}")).text
        assert {n for n in (first, second, third) if f'id="row-{n}"' in text} == listed, view


async def test_a_list_with_nothing_to_do_says_what_waits(dangol: Dangol) -> None:
    desk = await seat(dangol)
    await send(desk, await complain(dangol), "사진을 보내 주시겠어요?")
    words = (await desk.get("/console")).words
    assert (
        "지금 처리할 문의가 없어요 고객의 답을 기다리거나 미뤄 둔 문의는 대기 1건 이에요." in words
    )
    assert "미뤄 둔 문의는" not in (await desk.get("/console?view=resolved")).words


async def test_the_list_says_what_is_late_what_soon_will_be_and_until_when(
    dangol: Dangol, clock: Clock
) -> None:
    desk = await seat(dangol)
    assert 'id="pressing"' not in (await desk.get("/console")).text
    first = await complain(dangol, "customer-1")
    await watch(dangol)
    shown = await desk.get("/console")
    assert "접수 고객이 기다려요 · 방금 내일 오전 11:00 까지" in shown.words
    assert 'id="pressing"' not in shown.text
    clock.pass_(hours=3)
    second = await complain(dangol, "customer-2")
    await watch(dangol)
    for page in ("/console", "/console?view=all", shown_path(second)):
        words = (await desk.get(page)).words
        assert "곧 늦어질 문의 1건" in words
        assert "늦은 문의" not in words
        assert "곧 늦어져요 고객이 기다려요 · 3시간 전 내일 오전 11:00 까지" in words
    clock.pass_(hours=19)
    await watch(dangol)
    shown = await desk.get("/console")
    assert "늦은 문의 1건 곧 늦어질 문의 1건" in shown.words
    assert "늦었어요 (2시간) 고객이 기다려요 · 22시간 전 오늘 오전 11:00 까지" in shown.words
    assert shown.text.index(f'id="row-{first}"') < shown.text.index(f'id="row-{second}"')
    assert f"#{first} 상품 불량 급함 늦었어요 (2시간)" in (await desk.get(shown_path(first))).words
    await send(desk, first, "사진을 보내 주시겠어요?")
    words = (await desk.get("/console?view=all")).words
    assert "늦었어요" not in words
    assert "늦은 문의" not in words


async def test_a_long_list_grows_page_by_page(dangol: Dangol, clock: Clock) -> None:
    desk = await seat(dangol)
    for number in range(52):
        clock.pass_(seconds=1)
        await dangol.kakao(COMPLAINT, user=f"customer-{number}")
    first = await desk.get("/console")
    assert first.text.count('<li id="row-') == 50
    assert 'href="/console?pages=2"' in first.text
    second = await desk.get("/console?pages=2")
    assert second.text.count('<li id="row-') == 52
    assert "더 보기" not in second.words
    for nonsense in ("cursor=nonsense", "pages=-1", "pages=99999999999999999999", "pages=²"):
        assert (await desk.get(f"/console?{nonsense}")).text.count('<li id="row-') in {50, 52}


async def test_htmx_gets_the_live_part_and_nothing_when_it_is_the_same(dangol: Dangol) -> None:
    desk = await seat(dangol)
    ticket = await complain(dangol)
    for path in ("/console", f"/console/tickets/{ticket}"):
        part = await desk.get(path, HTMX)
        assert part.text.startswith("<title>")
        assert "<html" not in part.text
        again = await desk.get(path, {**HTMX, "If-None-Match": part.headers["ETag"]})
        assert (again.status, again.text) == (304, "")
        await dangol.kakao("아직인가요", user="customer-1")
        newer = await desk.get(path, {**HTMX, "If-None-Match": part.headers["ETag"]})
        assert newer.status == (304 if path == "/console" else 200)


async def test_a_broken_faq_is_told_on_every_page(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "faq.yaml"
    path.write_text(FAQ.read_text())
    dangol = await start(faq=str(path))
    desk = await seat(dangol)
    ticket = await complain(dangol)
    path.write_text(FAQ.read_text().replace("phrases:", "phrase:", 1))
    await dangol.parts.faqs.refresh()
    problem = dangol.parts.faqs.problems[0]
    for page in ("/console", shown_path(ticket), "/console/password", "/console/tickets/999"):
        words = (await desk.get(page)).words
        assert "faq.yaml에 고칠 곳이 있어요. 이전 내용으로 답하고 있어요." in words
        assert f"{problem.line}번째 줄 {problem.message} ({problem.fix})" in words
    path.write_text(FAQ.read_text())
    await dangol.parts.faqs.refresh()
    assert "고칠 곳이 있어요" not in (await desk.get("/console")).words


async def test_the_stream_tells_news_at_once_and_ends_with_the_server(dangol: Dangol) -> None:
    desk = await seat(dangol)
    cookies = {"Cookie": f"dangol_session={desk.cookie}"}
    async with dangol.client.get("/console/events", headers=cookies) as stream:
        assert stream.headers["Content-Type"] == "text/event-stream; charset=utf-8"
        assert stream.headers["Cache-Control"] == "no-store"
        assert b"event: news" in await stream.content.readuntil(b"\n\n")
        await complain(dangol)
        assert await stream.content.readuntil(b"\n\n") == b"event: news\ndata:\n\n"
        await dangol.client.server.close()
        await stream.content.read()
        assert stream.content.at_eof()
