"""Times as an operator in Korea reads them. Arguments are aware; nothing here asks the clock."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import Final

from bot.hours import SEOUL, today

WEEKDAYS: Final = "월화수목금토일"

_INPUT: Final = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d)?", re.ASCII)

_MINUTE = 60
_HOUR = 60 * _MINUTE
_DAY = 24 * _HOUR


def ago(then: datetime, now: datetime) -> str:
    """How long ago: `방금`, `3분 전`, `2시간 전`, `어제`, `4일 전`, then the date."""
    seconds = (now - then).total_seconds()
    if seconds < _MINUTE:
        return "방금"
    if seconds < _HOUR:
        return f"{int(seconds // _MINUTE)}분 전"
    if seconds < _DAY:
        return f"{int(seconds // _HOUR)}시간 전"
    there, here = today(then), today(now)
    days = (here - there).days
    if days < 7:
        return "어제" if days == 1 else f"{days}일 전"
    return f"{there.month}월 {there.day}일" if there.year == here.year else _date(there)


def span(seconds: float | None) -> str:
    """How long ago, in seconds: `4초 전`, `3분 전`; `아직` for never."""
    if seconds is None:
        return "아직"
    for unit, size in (("일", _DAY), ("시간", _HOUR), ("분", _MINUTE)):
        if seconds >= size:
            return f"{int(seconds // size)}{unit} 전"
    return f"{int(seconds)}초 전"


def late(since: datetime, now: datetime) -> str:
    """For how long: `12분`, `2시간`, `3일`; empty for less than a minute."""
    seconds = (now - since).total_seconds()
    for unit, size in (("일", _DAY), ("시간", _HOUR), ("분", _MINUTE)):
        if seconds >= size:
            return f"{int(seconds // size)}{unit}"
    return ""


def due(then: datetime, now: datetime) -> str:
    """A moment near today: `오늘 오후 6:00`, `내일 …`, `어제 …`, else `11월 30일(월) …`."""
    there, here = today(then), today(now)
    near = {-1: "어제", 0: "오늘", 1: "내일"}.get((there - here).days)
    return f"{near or f'{there.month}월 {there.day}일({WEEKDAYS[there.weekday()]})'} {clock(then)}"


def clock(then: datetime) -> str:
    """The time of day without seconds: `오후 3:12`."""
    local = then.astimezone(SEOUL)
    half = "오전" if local.hour < 12 else "오후"
    return f"{half} {(local.hour + 11) % 12 + 1}:{local.minute:02d}"


def short(then: datetime) -> str:
    """Date and time of day without the year: `11월 25일 오후 3:00`."""
    local = today(then)
    return f"{local.month}월 {local.day}일 {clock(then)}"


def day(then: datetime) -> str:
    """The date with its weekday: `2026년 11월 22일 일요일`."""
    local = today(then)
    return f"{_date(local)} {WEEKDAYS[local.weekday()]}요일"


def exact(then: datetime) -> str:
    """Date, weekday and time of day."""
    return f"{day(then)} {clock(then)}"


def of_input(text: str) -> datetime:
    """What a `datetime-local` field of a page in Seoul time says. Raises ValueError."""
    if not _INPUT.fullmatch(text):
        raise ValueError(text)
    try:
        return datetime.fromisoformat(text).replace(tzinfo=SEOUL).astimezone(UTC)
    except OverflowError as exc:
        raise ValueError(text) from exc


def _date(when: date) -> str:
    return f"{when.year}년 {when.month}월 {when.day}일"
