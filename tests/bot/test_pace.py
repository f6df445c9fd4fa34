"""A bucket of messages: never more than it holds and what has flowed in since."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.channels.limits import retry_after
from bot.pace import Pace

NOW = datetime(2026, 11, 25, 6, tzinfo=UTC)

paces = st.builds(Pace, per_second=st.integers(1, 1000), burst=st.integers(1, 500))
#: Waits between visits in milliseconds, and how many each visit would like.
visits = st.lists(st.tuples(st.integers(0, 3000), st.integers(0, 700)), min_size=1, max_size=30)


@given(paces, visits)
def test_in_no_stretch_leaves_more_than_the_burst_and_what_flowed_in(
    pace: Pace, wanted: list[tuple[int, int]]
) -> None:
    now, full_at, left = NOW, None, []
    for wait, count in wanted:
        now += timedelta(milliseconds=wait)
        taken = min(count, pace.room(full_at, now))
        full_at = pace.after(full_at, taken, now)
        left.append((now, taken))
    for first in range(len(left)):
        for last in range(first, len(left)):
            seconds = (left[last][0] - left[first][0]).total_seconds()
            count = sum(taken for _, taken in left[first : last + 1])
            # A message's share of a second is whole microseconds.
            assert count <= pace.burst + pace.per_second * seconds * 1.001 + 1e-6


@given(paces)
def test_who_takes_all_there_is_gets_the_whole_rate(pace: Pace) -> None:
    now, full_at, total = NOW, None, 0
    for _ in range(11):
        room = pace.room(full_at, now)
        full_at, total = pace.after(full_at, room, now), total + room
        now += timedelta(seconds=1)
    # Per second at most the burst can be taken.
    steady = min(pace.per_second, pace.burst)
    assert total >= pace.burst + 10 * steady - 11


@given(paces, st.timedeltas(timedelta(0), timedelta(days=3)))
def test_a_clock_that_is_set_back_stops_nothing_for_longer_than_a_bucket_fills(
    pace: Pace, back: timedelta
) -> None:
    full_at = pace.after(None, pace.burst, NOW)
    full_at = pace.after(full_at, 0, NOW - back)
    rest = timedelta(seconds=pace.burst / pace.per_second + 0.001)
    assert pace.room(full_at, NOW - back + rest) == pace.burst


def test_a_wait_is_read_in_seconds_or_by_the_far_sides_own_clock() -> None:
    assert retry_after({"Retry-After": "30"}) == timedelta(seconds=30)
    assert retry_after({"Retry-After": "0"}) == timedelta(seconds=1)
    dates = {
        "Date": "Wed, 25 Nov 2026 06:00:00 GMT",
        "Retry-After": "Wed, 25 Nov 2026 06:02:00 GMT",
    }
    assert retry_after(dates) == timedelta(minutes=2)


@given(st.text(max_size=40), st.text(max_size=40))
def test_nonsense_is_no_wait_and_no_error(said: str, date: str) -> None:
    wait = retry_after({"Retry-After": said, "Date": date})
    assert wait is None or wait >= timedelta(seconds=1)
