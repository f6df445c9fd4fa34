"""The page 통계: months, quarters, what came in most, and who was not content."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import promises, reports
from bot.console import labels
from bot.model import Figures, Score
from bot.store import surveys
from tests.conftest import Clock, Dangol
from tests.console.seat import Seat, complain, seat

PAGE = "/console/reports"
PHONE, MASKED = "010-1234-5678", "010-****-5678"


async def score(dangol: Dangol, ticket: int, points: int, comment: str = "") -> None:
    """The customer answers the question that `resolve` asked."""
    async with dangol.parts.store.begin() as tx:
        given = Score(ticket=ticket, score=points, comment=comment)
        await surveys.answer(tx, given, dangol.clock())


async def test_an_empty_store_has_months_of_nothing(dangol: Dangol) -> None:
    desk = await seat(dangol)
    shown = await desk.get(PAGE)
    assert "2026년 11월 0 0 0 - 2026년 10월 0 0 0 -" in shown.words
    assert "2026년 6월 0 0 0 -" in shown.words
    assert "2026년 5월" not in shown.words
    assert "2026년 4분기 (10~12월) 0 0 0 - 2026년 3분기 (7~9월) 0 0 0 -" in shown.words
    assert "이 달에 들어온 문의가 없어요." in shown.words


async def test_months_count_tickets_of_their_own_days_in_the_store(
    dangol: Dangol, clock: Clock
) -> None:
    desk = await seat(dangol)
    first, second = await complain(dangol), await complain(dangol, "customer-2")
    await desk.post(f"/console/tickets/{first}/resolve")
    await score(dangol, first, 2, f"답이 늦었어요 {PHONE}")
    await desk.post(f"/console/tickets/{second}/resolve")
    await score(dangol, second, 5)
    # 23:59 of 30 November in Korea.
    clock.pass_(days=5, hours=8, minutes=59)
    await complain(dangol, "customer-3")
    clock.pass_(minutes=1)
    await dangol.kakao("상담원 연결해 주세요", user="customer-4")
    await desk.log_in()
    shown = await desk.get(PAGE)
    assert "2026년 12월 1 0 0 - 2026년 11월 3 2 0 3.5점 (2명)" in shown.words
    assert "2026년 4분기 (10~12월) 4 2 0 3.5점 (2명)" in shown.words
    assert "2026년 12월: 분류 분류 12월 11월 기타 1 0" in shown.words
    assert "상담원 연결 1 0" in shown.words
    assert "만족도가 낮은 문의 없어요." in shown.words
    november = await desk.get(f"{PAGE}?month=2026-11")
    assert "2026년 11월: 분류 분류 11월 10월 상품 품질 3 0" in november.words
    assert "상품 불량 3 0" in november.words
    assert f"#{first} 상품 불량 2점 답이 늦었어요 {MASKED}" in november.words
    assert f"#{second}" not in november.words


async def test_an_answer_that_came_too_late_is_counted_once(dangol: Dangol, clock: Clock) -> None:
    desk = await seat(dangol)
    await complain(dangol)
    parts = dangol.parts
    for _ in range(10):
        clock.pass_(hours=12)
        await promises.watch(
            parts.store, parts.faqs.faq, parts.channels, parts.feed, dangol.clock()
        )
    await desk.log_in()
    assert "2026년 11월 1 0 1 -" in (await desk.get(PAGE)).words


@pytest.mark.parametrize("month", ["2026-13", "nonsense", "2020-01", "2026-1", "²026-11"])
async def test_a_month_that_is_not_shown_is_this_one(dangol: Dangol, month: str) -> None:
    desk = await seat(dangol)
    shown = await desk.get(f"{PAGE}?month={month}")
    assert shown.status == 200
    assert "2026년 11월: 분류" in shown.words


async def test_only_operators_see_reports(dangol: Dangol) -> None:
    stranger = await Seat(dangol).get(PAGE)
    assert stranger.location == "/console/login?next=%2Fconsole%2Freports"


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(1, 30))
def test_months_follow_one_another_without_gaps(day: date, count: int) -> None:
    starts = reports.months_until(day, count)
    assert starts[0] == day.replace(day=1)
    assert len(starts) == count
    for later, earlier in pairwise(starts):
        assert 28 <= (later - earlier).days <= 31
        assert earlier.day == 1


_figures = st.builds(
    Figures,
    tickets=st.integers(0, 9),
    resolved=st.integers(0, 9),
    late=st.integers(0, 9),
    scores=st.dictionaries(st.integers(1, 5), st.integers(1, 9)),
)


@given(_figures, _figures)
def test_figures_of_two_stretches_add_up(one: Figures, other: Figures) -> None:
    both = one + other
    assert both.tickets == one.tickets + other.tickets
    assert both.answers == one.answers + other.answers
    means = [mean for mean in (one.content, other.content) if mean is not None]
    assert (both.content is None) == (not means)
    if both.content is not None:
        assert min(means) - 1e-9 <= both.content <= max(means) + 1e-9


@pytest.mark.parametrize(
    ("month", "words"),
    [(1, "2026년 1분기 (1~3월)"), (4, "2026년 2분기 (4~6월)"), (10, "2026년 4분기 (10~12월)")],
)
def test_a_quarter_is_named_by_its_months(month: int, words: str) -> None:
    assert labels.quarter(date(2026, month, 1)) == words
