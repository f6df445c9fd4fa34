"""When the store answers, through nights, weekends and the holidays of the Korean calendar."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import hours
from bot.hours import SEOUL
from intents import OpenHours, StoreInfo

DAY = (OpenHours(time(10), time(18)),)
WEEKDAYS = dict.fromkeys(range(5), DAY)
STORE = StoreInfo(hours=WEEKDAYS, holidays="south-korea")


def seoul(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=SEOUL)  # type: ignore[misc,arg-type]  # year, month, … only


@pytest.mark.parametrize(
    ("moment", "opened"),
    [
        ((2026, 11, 25, 9, 59, 59), False),
        ((2026, 11, 25, 10), True),
        ((2026, 11, 25, 17, 59, 59), True),
        ((2026, 11, 25, 18), False),
        ((2026, 11, 28, 12), False),  # Saturday
        ((2026, 12, 25, 12), False),  # Christmas, a Friday
    ],
)
def test_the_store_is_open_from_its_first_to_before_its_last_minute(
    moment: tuple[int, ...], opened: bool
) -> None:
    assert hours.open_at(STORE, seoul(*moment)) is opened
    assert hours.open_at(STORE, seoul(*moment).astimezone(UTC)) is opened


def test_a_store_without_hours_always_answers() -> None:
    assert hours.open_at(StoreInfo(), seoul(2026, 1, 1, 3))
    assert hours.next_opening(StoreInfo(), seoul(2026, 1, 1, 3)) == seoul(2026, 1, 1, 3)


def test_a_store_that_only_observes_holidays_always_answers() -> None:
    assert hours.open_at(StoreInfo(holidays="south-korea"), seoul(2026, 12, 25, 3))


@pytest.mark.parametrize(
    "day",
    [
        *(date(2026, 2, 16), date(2026, 2, 17), date(2026, 2, 18)),  # 설날
        date(2026, 3, 2),  # for 삼일절 on a Sunday
        date(2027, 2, 9),  # for 설날 on a Sunday
        *(date(2025, 10, 6), date(2025, 10, 7), date(2025, 10, 8)),  # 추석 and its substitute
        *(date(2026, 9, 24), date(2026, 9, 25)),
        date(2026, 5, 25),  # for 부처님 오신 날 on a Sunday
        date(2026, 6, 3),  # local elections
        *(date(2026, 5, 1), date(2026, 5, 5), date(2026, 10, 9), date(2027, 1, 1)),
    ],
)
def test_a_public_holiday_and_its_substitute_are_closed(day: date) -> None:
    noon = datetime.combine(day, time(12), SEOUL)
    assert noon.weekday() < 5
    assert not hours.open_at(STORE, noon)
    assert hours.open_at(StoreInfo(hours=WEEKDAYS), noon)


@pytest.mark.parametrize(
    ("asked", "opening"),
    [
        ((2026, 11, 25, 3), (2026, 11, 25, 10)),
        ((2026, 11, 25, 18), (2026, 11, 26, 10)),
        ((2026, 11, 27, 18), (2026, 11, 30, 10)),  # over a weekend
        ((2025, 10, 2, 20), (2025, 10, 10, 10)),  # 개천절, 추석, its substitute, 한글날
        ((2026, 2, 13, 18), (2026, 2, 19, 10)),  # 설날 after a weekend
        ((2027, 2, 5, 19), (2027, 2, 10, 10)),  # 설날 with a substitute day
        ((2026, 12, 31, 18), (2027, 1, 4, 10)),  # into the next year
    ],
)
def test_the_next_opening_skips_nights_weekends_and_holidays(
    asked: tuple[int, ...], opening: tuple[int, ...]
) -> None:
    assert hours.next_opening(STORE, seoul(*asked)) == seoul(*opening)


def test_after_a_break_the_store_opens_again_on_the_same_day() -> None:
    lunch = (OpenHours(time(10), time(12)), OpenHours(time(13), time(18)))
    store = StoreInfo(hours={2: lunch})
    assert not hours.open_at(store, seoul(2026, 11, 25, 12, 30))
    assert hours.next_opening(store, seoul(2026, 11, 25, 12, 30)) == seoul(2026, 11, 25, 13)


def test_a_store_that_is_always_closed_promises_no_opening() -> None:
    assert hours.next_opening(StoreInfo(hours={0: ()}), seoul(2026, 11, 25, 12)) is None


def test_a_store_open_until_24_00_is_open_in_the_last_minute() -> None:
    store = StoreInfo(hours={2: (OpenHours(time(18), time.max),)})
    assert hours.open_at(store, seoul(2026, 11, 25, 23, 59, 59))
    assert not hours.open_at(store, seoul(2026, 11, 26, 0))


NOW = seoul(2026, 11, 25, 15)


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        ((2026, 11, 25, 18), "오늘 오후 6시"),
        ((2026, 11, 26, 10), "내일 오전 10시"),
        ((2026, 11, 26, 13, 30), "내일 오후 1시 30분"),
        ((2026, 11, 30, 10), "11월 30일(월) 오전 10시"),
        ((2027, 1, 4, 9, 5), "1월 4일(월) 오전 9시 5분"),
        ((2026, 11, 26, 12), "내일 오후 12시"),
        ((2026, 11, 26, 11, 59), "내일 오전 11시 59분"),
    ],
)
def test_a_moment_is_said_as_people_say_it(moment: tuple[int, ...], said: str) -> None:
    assert hours.spoken(seoul(*moment), NOW) == said
    assert hours.spoken(seoul(*moment).astimezone(UTC), NOW.astimezone(UTC)) == said


def test_midnight_is_not_said_as_if_it_were_noon() -> None:
    assert hours.spoken(seoul(2026, 11, 26, 0), NOW) == "내일 오전 0시"
    assert hours.spoken(seoul(2026, 11, 26, 0, 30), NOW) == "내일 오전 0시 30분"


def test_tomorrow_is_tomorrow_in_seoul() -> None:
    late = datetime(2026, 11, 25, 15, 30, tzinfo=UTC)  # 0:30 of the 26th in Seoul
    assert hours.today(late) == date(2026, 11, 26)
    assert hours.spoken(seoul(2026, 11, 26, 10), late) == "오늘 오전 10시"


MOMENTS = st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - Hypothesis adds the zone


@st.composite
def stretches(draw: st.DrawFn) -> tuple[OpenHours, ...]:
    """Up to three stretches of a day that do not overlap."""
    edges = sorted(draw(st.sets(st.times(), max_size=6)))
    return tuple(OpenHours(a, b) for a, b in zip(edges[::2], edges[1::2], strict=False))


STORES = st.builds(
    StoreInfo,
    hours=st.dictionaries(st.integers(0, 6), stretches()),
    holidays=st.sampled_from([None, "south-korea"]),
)


@given(STORES, MOMENTS)
def test_the_next_opening_is_never_past_and_the_store_is_open_then(
    store: StoreInfo, now: datetime
) -> None:
    opening = hours.next_opening(store, now)
    if opening is None:
        assert not hours.open_at(store, now)
        return
    assert opening >= now
    assert hours.open_at(store, opening)
    assert (opening == now) is hours.open_at(store, now)
    assert opening - now <= timedelta(days=hours.LOOK_AHEAD_DAYS + 1)


@given(STORES, MOMENTS, st.floats(0, 1, exclude_max=True))
def test_the_store_is_closed_until_its_next_opening(
    store: StoreInfo, now: datetime, part: float
) -> None:
    opening = hours.next_opening(store, now)
    if opening is not None and opening > now:
        between = now + (opening - now) * part
        assert between >= opening or not hours.open_at(store, between)


@given(MOMENTS, MOMENTS)
def test_any_moment_can_be_said(moment: datetime, now: datetime) -> None:
    said = hours.spoken(moment, now)
    assert ("오전" in said) is (moment.astimezone(SEOUL).hour < 12)
    assert said.startswith("오늘") is (hours.today(moment) == hours.today(now))


@given(st.times())
def test_no_hour_of_the_clock_is_above_twelve(moment: time) -> None:
    hour = int(hours.clock(moment).split()[1].removesuffix("시"))
    assert hour <= 12
    assert hour % 12 == moment.hour % 12


def test_closing_is_the_end_of_the_stretch_that_lasts() -> None:
    lunch = StoreInfo(hours={2: (OpenHours(time(10), time(12)), OpenHours(time(13), time(18)))})
    assert hours.closing(lunch, seoul(2026, 11, 25, 11)) == time(12)
    assert hours.closing(lunch, seoul(2026, 11, 25, 13, 30)) == time(18)
    assert hours.closing(lunch, seoul(2026, 11, 25, 12, 30)) is None
    assert hours.closing(StoreInfo(), seoul(2026, 11, 25, 11)) is None


DATED = StoreInfo(
    hours=WEEKDAYS,
    holidays="south-korea",
    dates={
        date(2026, 12, 24): (),
        date(2026, 12, 25): (OpenHours(time(13), time(15)),),  # Christmas, a holiday
        date(2026, 12, 26): (OpenHours(time(9), time(12)),),  # a Saturday
    },
)


@pytest.mark.parametrize(
    ("moment", "opened"),
    [
        ((2026, 12, 23, 11), True),
        ((2026, 12, 24, 11), False),
        ((2026, 12, 25, 11), False),
        ((2026, 12, 25, 14), True),
        ((2026, 12, 26, 10), True),
        ((2026, 12, 27, 10), False),
    ],
)
def test_a_named_date_goes_before_its_weekday_and_holidays(
    moment: tuple[int, ...], opened: bool
) -> None:
    assert hours.open_at(DATED, seoul(*moment)) is opened


def test_an_extra_closed_day_and_an_extra_opening_count_in_what_is_promised() -> None:
    assert hours.next_opening(DATED, seoul(2026, 12, 23, 19)) == seoul(2026, 12, 25, 13)
    end = hours.after_open(DATED, seoul(2026, 12, 23, 17), timedelta(hours=4))
    assert end == seoul(2026, 12, 26, 10)
    assert hours.open_between(DATED, seoul(2026, 12, 23, 17), end) == timedelta(hours=4)


def test_a_store_without_hours_is_closed_on_the_dates_it_names() -> None:
    store = StoreInfo(dates={date(2026, 12, 24): ()})
    assert hours.open_at(store, seoul(2026, 12, 23, 3))
    assert not hours.open_at(store, seoul(2026, 12, 24, 15))
    assert hours.next_opening(store, seoul(2026, 12, 24, 15)) == seoul(2026, 12, 25, 0)


NIGHT = (time(21), time(8))
LATE_EVENING = (OpenHours(time(21), time.max),)
TO_MIDNIGHT = StoreInfo(hours={2: (OpenHours(time(6), time.max),)})


@pytest.mark.parametrize(
    ("store", "moment", "polite"),
    [
        (StoreInfo(), (2026, 11, 25, 3), (2026, 11, 25, 8)),
        (StoreInfo(), (2026, 11, 25, 21), (2026, 11, 26, 8)),
        (STORE, (2026, 11, 27, 18), (2026, 11, 30, 10)),
        # Open to midnight, and already while the quiet hours last.
        (TO_MIDNIGHT, (2026, 11, 25, 7), (2026, 11, 25, 8)),
        (TO_MIDNIGHT, (2026, 11, 25, 22), (2026, 12, 2, 8)),
        (StoreInfo(dates={date(2026, 11, 25): ()}), (2026, 11, 25, 12), (2026, 11, 26, 8)),
    ],
)
def test_something_unasked_waits_until_the_store_is_open_and_awake(
    store: StoreInfo, moment: tuple[int, ...], polite: tuple[int, ...]
) -> None:
    assert hours.next_polite(store, NIGHT, seoul(*moment)) == seoul(*polite)


CLOSED = {date(2026, 11, 26) + timedelta(days=ahead): () for ahead in range(40)}


@pytest.mark.parametrize(
    ("store", "quiet"),
    [
        (StoreInfo(hours={0: ()}), None),
        (StoreInfo(hours=dict.fromkeys(range(7), LATE_EVENING)), NIGHT),
        (StoreInfo(hours=WEEKDAYS, dates=CLOSED), NIGHT),
        (StoreInfo(dates=CLOSED), None),
        (StoreInfo(), (time(9), time(9))),
    ],
)
def test_without_a_polite_moment_none_is_named(store: StoreInfo, quiet: hours.Quiet) -> None:
    assert hours.next_polite(store, quiet, seoul(2026, 11, 26, 12)) is None


ODD_STORES = st.builds(
    StoreInfo,
    hours=st.dictionaries(
        st.integers(0, 6),
        st.sampled_from([(), DAY, LATE_EVENING, (OpenHours(time(0), time.max),)]) | stretches(),
    ),
    holidays=st.sampled_from([None, "south-korea"]),
    dates=st.sampled_from([{}, CLOSED, DATED.dates]),
)
CLOSE_BY = st.datetimes(datetime(2026, 11, 1), datetime(2027, 1, 31), timezones=st.just(UTC))  # noqa: DTZ001 - Hypothesis adds the zone
QUIETS = st.sampled_from([NIGHT, None, (time(11, 30), time(14)), (time(0), time(9, 59))])


@given(ODD_STORES, QUIETS, CLOSE_BY, st.floats(0, 1, exclude_max=True))
def test_a_polite_moment_is_never_past_always_polite_and_the_first(
    store: StoreInfo, quiet: hours.Quiet, moment: datetime, part: float
) -> None:
    polite = hours.next_polite(store, quiet, moment)
    if polite is not None:
        assert polite >= moment
        assert hours.polite_at(store, quiet, polite)
    until = polite or moment + timedelta(days=hours.LOOK_AHEAD_DAYS)
    between = moment + (until - moment) * part
    assert between == polite or not hours.polite_at(store, quiet, between)
