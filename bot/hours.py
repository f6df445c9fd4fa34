"""When the store answers: opening hours and public holidays, in the store's own time."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import holidays

from intents import OpenHours, StoreInfo

SEOUL = ZoneInfo("Asia/Seoul")

#: `store.holidays` in faq.yaml, and the calendar of the package `holidays` it stands for.
CALENDARS = {"south-korea": "KR"}

# The longest closed stretch a store plans for; beyond it no opening is promised.
LOOK_AHEAD_DAYS = 30

_WEEKDAYS = "월화수목금토일"


def open_at(store: StoreInfo, now: datetime) -> bool:
    """Whether somebody answers at this moment. A store without hours always does."""
    local = now.astimezone(SEOUL)
    if not store.hours:
        return True
    return any(span.start <= local.time() < span.end for span in _spans(store, local.date()))


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


def today(now: datetime) -> date:
    """The calendar day in the store."""
    return now.astimezone(SEOUL).date()


def spoken(moment: datetime, now: datetime) -> str:
    """A moment as one says it.

    `오늘 오전 10시`, `내일 오후 1시 30분`, `11월 30일(월) 오전 10시`.
    """
    local = moment.astimezone(SEOUL)
    ahead = (local.date() - today(now)).days
    near = {0: "오늘", 1: "내일"}.get(ahead)
    day = near or f"{local.month}월 {local.day}일({_WEEKDAYS[local.weekday()]})"
    return f"{day} {clock(local.time())}"


def clock(moment: time) -> str:
    """`오전 10시`, `오후 12시 30분`.

    Midnight is `오전 0시`, because `오전 12시` may be noon to a reader.
    """
    half = "오전" if moment.hour < 12 else "오후"
    hour = moment.hour if moment.hour <= 12 else moment.hour - 12
    return f"{half} {hour}시" + (f" {moment.minute}분" if moment.minute else "")


def _spans(store: StoreInfo, day: date) -> tuple[OpenHours, ...]:
    if store.holidays and day in _calendar(store.holidays):
        return ()
    return store.hours.get(day.weekday(), ())


@cache
def _calendar(name: str) -> holidays.HolidayBase:
    return holidays.country_holidays(CALENDARS[name])
