"""Finding a ticket again: by number, order, name, phone or what was said."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.console.queue import Place
from bot.desk import PAGE
from bot.store import tickets
from tests.conftest import Clock, Dangol
from tests.console.seat import HTMX, Seat, Shown, complain, seat, send

DETAILS = {
    "order_number": "2026112012345678",
    "name": "이수진",
    "phone": "010-1234-5678",
    "what": '손잡이가 "뚝" 부러졌어요\n50% 할인하던 컵이에요',
    "option": "Cream_M",
}


async def learn(dangol: Dangol, ticket: int, details: dict[str, str]) -> None:
    """What the customer told."""
    async with dangol.parts.store.begin() as tx:
        await tickets.update_facts(tx, ticket, {"details": details}, dangol.clock())


async def find(desk: Seat, text: str) -> Shown:
    """The list's form."""
    return await desk.get(f"/console?{urlencode({'q': text})}")


@pytest.mark.parametrize(
    "text",
    [
        "#1",
        "20261120 이수진",
        "이수진",
        "010-1234-5678",
        "01012345678",
        "5678",
        "손잡이가 부러졌어요",
        "50%",
        "cream_m",
        "상품 불량",
        "  컵이   깨져서  ",
    ],
)
async def test_a_ticket_is_found_by_what_is_known_of_it(dangol: Dangol, text: str) -> None:
    desk = await seat(dangol)
    first, second = await complain(dangol), await complain(dangol, "customer-2")
    await learn(dangol, first, DETAILS)
    await learn(dangol, second, {"order_number": "2026112099990000"})
    shown = await find(desk, text)
    assert f'id="row-{first}"' in shown.text
    both = text in {"상품 불량", "  컵이   깨져서  "}
    assert (f'id="row-{second}"' in shown.text) == both
    assert f"찾기 {1 + both}건 찾기 지우기" in shown.words


@pytest.mark.parametrize("text", ["없는 말", "이수진 2026112099990000", "%", "_", "#9", "9" * 30])
async def test_what_nobody_said_finds_nothing_and_says_so(dangol: Dangol, text: str) -> None:
    desk = await seat(dangol)
    await learn(dangol, await complain(dangol), {"name": "이수진"})
    shown = await find(desk, text)
    assert 'id="rows"' not in shown.text
    assert "찾기 0건" in shown.words
    assert "찾는 문의가 없어요." in shown.words


async def test_looking_for_nothing_is_the_list(dangol: Dangol) -> None:
    desk = await seat(dangol)
    await complain(dangol)
    shown = await find(desk, "  ")
    assert 'id="found"' not in shown.text
    assert '<a href="/console" aria-current="page">할 일' in shown.text


async def test_a_resolved_ticket_is_found_and_stays_beside_the_list_of_its_finding(
    dangol: Dangol,
) -> None:
    desk = await seat(dangol)
    ticket = await complain(dangol)
    await learn(dangol, ticket, DETAILS)
    await desk.post(f"/console/tickets/{ticket}/resolve")
    shown = await find(desk, "이수진")
    assert f'href="/console/tickets/{ticket}?q=%EC%9D%B4%EC%88%98%EC%A7%84#last"' in shown.text
    beside = await desk.get(f"/console/tickets/{ticket}?q=%EC%9D%B4%EC%88%98%EC%A7%84")
    assert "‘이수진’ 찾기 1건" in beside.words
    assert 'class="back" href="/console?q=%EC%9D%B4%EC%88%98%EC%A7%84"' in beside.text


async def test_a_phone_number_that_is_looked_for_is_hidden_in_titles(dangol: Dangol) -> None:
    desk = await seat(dangol)
    shown = await find(desk, "010-1234-5678")
    assert "<title>‘010-****-5678’ 찾기" in shown.text


async def test_a_long_finding_grows_and_is_live(dangol: Dangol, clock: Clock) -> None:
    desk = await seat(dangol)
    for number in range(PAGE + 2):
        clock.pass_(seconds=1)
        await complain(dangol, f"customer-{number}")
    path = f"/console?{urlencode({'q': '깨져서'})}"
    first = await desk.get(path)
    assert first.text.count('<li id="row-') == PAGE
    assert f'hx-get="{path}&amp;pages=2"' in first.text
    assert f"찾기 {PAGE + 2}건" in first.words
    assert (await desk.get(f"{path}&pages=2")).text.count('<li id="row-') == PAGE + 2
    part = await desk.get(path, HTMX)
    assert part.text.startswith("<title>(52) ‘깨져서’ 찾기")


async def test_an_unknown_place_of_a_finding_begins_anew(dangol: Dangol) -> None:
    desk = await seat(dangol)
    await complain(dangol)
    for nonsense in ("q=x&cursor=nonsense", "group=99", f"group={'9' * 18}", "group=1&cursor=x"):
        shown = await desk.get(f"/console?{nonsense}")
        assert shown.status == 200, nonsense
        assert "할 일 1" in shown.words


@given(st.text(max_size=200))
def test_a_place_of_any_words_is_found_again_by_its_own_address(text: str) -> None:
    place = Place.of({"q": text})
    assert place.words == " ".join(place.words.split())
    assert place.is_view == (not text.split())
    assert ("q=" in place.url) == bool(place.words)


@pytest.mark.parametrize(
    "text", ["\0", "깨져서\0", "'; drop table tickets; --", "\\", '"', "ㅋ" * 500]
)
async def test_nothing_that_is_typed_is_an_error(dangol: Dangol, text: str) -> None:
    desk = await seat(dangol)
    ticket = await complain(dangol)
    assert (await find(desk, text)).status == 200
    assert (await send(desk, ticket, "확인할게요")).status == 303
