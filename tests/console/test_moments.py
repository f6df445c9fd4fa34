"""Times as they are read in Korea."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.console import moments

NOW = datetime(2026, 11, 25, 6, 0, tzinfo=UTC)  # 15:00 in Seoul


@pytest.mark.parametrize(
    ("before", "said"),
    [
        (timedelta(seconds=-5), "방금"),
        (timedelta(seconds=59), "방금"),
        (timedelta(minutes=3), "3분 전"),
        (timedelta(minutes=59, seconds=59), "59분 전"),
        (timedelta(hours=16), "16시간 전"),
        (timedelta(hours=24), "어제"),
        (timedelta(hours=39, seconds=1), "2일 전"),
        (timedelta(days=6), "6일 전"),
        (timedelta(days=7), "11월 18일"),
        (timedelta(days=400), "2025년 10월 21일"),
    ],
)
def test_how_long_ago_is_said_as_shortly_as_it_is_useful(before: timedelta, said: str) -> None:
    assert moments.ago(NOW - before, NOW) == said


@pytest.mark.parametrize(
    ("hour", "said"), [(15, "오전 12:00"), (0, "오전 9:00"), (3, "오후 12:00"), (6, "오후 3:00")]
)
def test_the_clock_is_that_of_seoul(hour: int, said: str) -> None:
    assert moments.clock(datetime(2026, 11, 25, hour, tzinfo=UTC)) == said


def test_the_exact_time_begins_with_the_date_in_seoul() -> None:
    late = datetime(2026, 11, 25, 15, 5, tzinfo=UTC)
    assert moments.exact(late) == "2026년 11월 26일 목요일 오전 12:05"


@given(st.timedeltas(min_value=timedelta(0), max_value=timedelta(days=2_000)))
def test_no_time_ago_is_said_as_zero_of_something(before: timedelta) -> None:
    said = moments.ago(NOW - before, NOW)
    assert said
    assert not said.startswith("0")


@pytest.mark.parametrize(
    ("before", "said"),
    [
        (timedelta(seconds=59), ""),
        (timedelta(minutes=1), "1분"),
        (timedelta(minutes=59, seconds=59), "59분"),
        (timedelta(hours=2, minutes=30), "2시간"),
        (timedelta(hours=24), "1일"),
    ],
)
def test_how_late_is_said_in_its_largest_unit(before: timedelta, said: str) -> None:
    assert moments.late(NOW - before, NOW) == said


@pytest.mark.parametrize(
    ("ahead", "said"),
    [
        (timedelta(hours=3), "오늘 오후 6:00"),
        (timedelta(hours=9), "내일 오전 12:00"),
        (timedelta(hours=-16), "어제 오후 11:00"),
        (timedelta(days=5), "11월 30일(월) 오후 3:00"),
        (timedelta(days=-2), "11월 23일(월) 오후 3:00"),
    ],
)
def test_a_moment_near_today_is_named_by_its_day(ahead: timedelta, said: str) -> None:
    assert moments.due(NOW + ahead, NOW) == said
