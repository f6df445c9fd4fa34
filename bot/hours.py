"""When the store answers: opening hours and public holidays, in the store's own time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import cache, lru_cache
from zoneinfo import ZoneInfo

import holidays

from intents import OpenHours, StoreInfo

SEOUL = ZoneInfo("Asia/Seoul")

#: `store.holidays` in faq.yaml, and the calendar of the package `holidays` it stands for.
CALENDARS = {"south-korea": "KR"}

# The longest closed stretch a store plans for; beyond it no opening is promised.
LOOK_AHEAD_DAYS = 30

#: From when until when nothing unasked is sent; None: never quiet.
Quiet = tuple[time, time] | None

_WEEKDAYS = "월화수목금토일"


def open_at(store: StoreInfo, now: datetime) -> bool:
    """Whether somebody answers at this moment. A store without hours always does."""
    local = now.astimezone(SEOUL)
    if _always(store):
        return True
    return any(span.start <= local.time() < span.end for span in _spans(store, local.date()))


def closing(store: StoreInfo, now: datetime) -> time | None:
    """Until when the store is open today without a break; None while it is closed, or always open,
    or open until midnight.
    """
    local = now.astimezone(SEOUL)
    for span in _spans(store, local.date()):
        if span.start <= local.time() < span.end:
            return None if span.end == time.max else span.end
    return None


def next_opening(store: StoreInfo, now: datetime) -> datetime | None:
    """The next moment (Asia/Seoul) the store opens, `now` when it is open; None within 30 days."""
    if open_at(store, now):
        return now.astimezone(SEOUL)
    local = now.astimezone(SEOUL)
    for ahead in range(LOOK_AHEAD_DAYS + 1):
        day = local.date() + timedelta(days=ahead)
        for span in _spans(store, day):
            opening = datetime.combine(day, span.start, SEOUL)
            if opening > local:
                return opening
    return None


def after_open(store: StoreInfo, moment: datetime, duration: timedelta) -> datetime:
    """The moment (aware UTC) at which the store has been open for `duration` since `moment`.

    A store without hours is always open; one that is closed for a month counts as open then.
    """
    if _always(store):
        return moment + duration
    left, local = duration, moment.astimezone(SEOUL)
    for ahead in range(LOOK_AHEAD_DAYS * 4):
        day = local.date() + timedelta(days=ahead)
        for start, end in _stretches(store, day):
            begins = max(start, local)
            if begins >= end:
                continue
            if begins + left <= end:
                return (begins + left).astimezone(UTC)
            left -= end - begins
    return moment + duration


def open_between(store: StoreInfo, start: datetime, end: datetime) -> timedelta:
    """How long the store was open between two moments."""
    if _always(store):
        return max(end - start, timedelta(0))
    total, day, last = timedelta(0), today(start), today(end)
    while day <= last:
        for begins, ends in _stretches(store, day):
            total += max(min(ends, end) - max(begins, start), timedelta(0))
        day += timedelta(days=1)
    return total


def _stretches(store: StoreInfo, day: date) -> Iterator[tuple[datetime, datetime]]:
    """The opening times of a day as moments; one that lasts until midnight ends there."""
    for span in _spans(store, day):
        end = datetime.combine(day, span.end, SEOUL)
        if span.end == time.max:
            end = datetime.combine(day + timedelta(days=1), time(), SEOUL)
        yield datetime.combine(day, span.start, SEOUL), end


def polite_at(store: StoreInfo, quiet: Quiet, now: datetime) -> bool:
    """Whether something that nobody asked for may be sent: while the store is open, not at night.

    A store without hours is taken to be awake outside the quiet hours.
    """
    return open_at(store, now) and not is_quiet(quiet, now)


def next_polite(store: StoreInfo, quiet: Quiet, moment: datetime) -> datetime | None:
    """The first polite moment from `moment` on, aware UTC; never earlier than `moment`.

    None when there is none: the store does not open within a month, or only in the quiet hours.
    """
    at = moment
    # A day has one stretch of quiet hours: at most two steps lead over it.
    for _ in range(2 * LOOK_AHEAD_DAYS):
        if is_quiet(quiet, at):
            at = _after_quiet(quiet, at)
            continue
        opening = next_opening(store, at)
        if opening is None or opening == at:
            return opening and opening.astimezone(UTC)
        at = opening
    return None


def is_quiet(quiet: Quiet, now: datetime) -> bool:
    """Whether the quiet hours last at this moment."""
    if quiet is None:
        return False
    start, end = quiet
    local = now.astimezone(SEOUL).time()
    return start <= local < end if start < end else local >= start or local < end


def _after_quiet(quiet: Quiet, now: datetime) -> datetime:
    """The end of the quiet hours that last at `now`."""
    local, end = now.astimezone(SEOUL), quiet[1] if quiet else time()
    return datetime.combine(local.date() + timedelta(days=local.time() >= end), end, SEOUL)


def today(now: datetime) -> date:
    """The calendar day in the store."""
    return now.astimezone(SEOUL).date()


def month(now: datetime) -> str:
    """The calendar month in the store, as `2026-11`."""
    return f"{today(now):%Y-%m}"


def last_month(now: datetime) -> str:
    """The calendar month before that."""
    return f"{today(now).replace(day=1) - timedelta(days=1):%Y-%m}"


def spoken(moment: datetime, now: datetime) -> str:
    """A moment as one says it.

    `오늘 오전 10시`, `내일 오후 1시 30분`, `11월 30일(월) 오전 10시`.
    """
    local = moment.astimezone(SEOUL)
    ahead = (local.date() - today(now)).days
    near = {0: "오늘", 1: "내일"}.get(ahead)
    named = near or f"{local.month}월 {local.day}일({_WEEKDAYS[local.weekday()]})"
    return f"{named} {clock(local.time())}"


def day(moment: datetime, now: datetime) -> str:
    """The day of a moment that is past, as one says it: `오늘`, `어제`, `11월 24일`."""
    local = today(moment)
    near = {0: "오늘", 1: "어제"}.get((today(now) - local).days)
    return near or f"{local.month}월 {local.day}일"


def clock(moment: time) -> str:
    """`오전 10시`, `오후 12시 30분`.

    Midnight is `오전 0시`, because `오전 12시` may be noon to a reader.
    """
    half = "오전" if moment.hour < 12 else "오후"
    hour = moment.hour if moment.hour <= 12 else moment.hour - 12
    return f"{half} {hour}시" + (f" {moment.minute}분" if moment.minute else "")


def _always(store: StoreInfo) -> bool:
    """Whether somebody answers at any time of any day."""
    return not store.hours and not store.dates


_ALL_DAY = (OpenHours(time.min, time.max),)


def _spans(store: StoreInfo, day: date) -> tuple[OpenHours, ...]:
    if day in store.dates:
        return store.dates[day]
    if not store.hours:
        return _ALL_DAY
    if store.holidays and _is_holiday(store.holidays, day):
        return ()
    return store.hours.get(day.weekday(), ())


def is_holiday(store: StoreInfo, day: date) -> bool:
    """Whether a day is a public holiday of the store's calendar."""
    return bool(store.holidays) and _is_holiday(store.holidays or "", day)


@lru_cache(maxsize=1024)
def _is_holiday(calendar: str, day: date) -> bool:
    return day in _calendar(calendar)


@cache
def _calendar(name: str) -> holidays.HolidayBase:
    return holidays.country_holidays(CALENDARS[name])
