"""The days in Seoul that words for a time mean."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from typing import Final

from bot.dialog.extract.named_days import named_day

_Days = tuple[date | None, date | None]

Resolve = Callable[[re.Match[str], datetime], _Days]

UNTOLD: Final[_Days] = (None, None)

COUNTS: Final = {
    word: count
    for count, row in enumerate(
        [
            "한 일",
            "두 이",
            "세 삼 석",
            "네 사 넉",
            "다섯 오",
            "여섯 육",
            "일곱 칠",
            "여덟 팔",
            "아홉 구",
            "열 십",
        ],
        1,
    )
    for word in row.split()
}

DAY_COUNTS: Final = {
    "하루": 1,
    "이틀": 2,
    "사흘": 3,
    "나흘": 4,
    "닷새": 5,
    "엿새": 6,
    "이레": 7,
    "여드레": 8,
    "아흐레": 9,
    "열흘": 10,
    "보름": 15,
}

_NEAR: Final = {
    "그끄저께": -3,
    "그저께": -2,
    "엊그저께": -2,
    "엊그제": -2,
    "그제": -2,
    "어저께": -1,
    "어재": -1,  # as it sounds
    "그재": -2,
    "엇그제": -2,
    "엊그재": -2,
    "어제": -1,
    # `받은 건 그저껜데`: drawn together with what follows.
    "그저껜": -2,
    "엊그젠": -2,
    "그젠": -2,
    "어젠": -1,
    "어젯밤": -1,
    "간밤": -1,
    "지난밤": -1,
    "엊저녁": -1,
    "오늘": 0,
    "금일": 0,
    "내일": 1,
    "모레": 2,
    "내일모레": 2,
    "글피": 3,
    "yesterday": -1,
    "today": 0,
}

_TURNS: Final = {
    "지지난": -2,
    "저저번": -2,
    "지난": -1,
    "저번": -1,
    "이번": 0,
    "다음": 1,
    "담": 1,
    "다다음": 2,
    "돌아오는": 1,
    "오는": 1,
}

_WEEKDAYS: Final = "월화수목금토일"

#: So long ago it was, or a little longer.
_GONE = frozenset(("됐", "되었", "된지", "됨", "넘었", "넘어서", "넘음", "지났", "지남"))


def untold(_found: re.Match[str], _now: datetime) -> _Days:
    """A time of which nobody can tell the day (`저번에`)."""
    return UNTOLD


def just_now(_found: re.Match[str], now: datetime) -> _Days:
    """`방금`: today."""
    return now.date(), None


def near_day(found: re.Match[str], now: datetime) -> _Days:
    """`어제`, `그저께`, `내일`."""
    return now.date() + timedelta(days=_NEAR[re.sub(r"\s", "", found["near"]).lower()]), None


def counted(found: re.Match[str], now: datetime) -> _Days:
    """N days, weeks, months or hours ago, or from now; that more go by (`넘게`) is untold.

    `열흘이 넘었는데` is reckoned back all the same: it was that day, or soon before.
    """
    exactly = found["gone"] in _GONE
    if not exactly and (not found["how"] or found["over"] or found["gone"]):
        return UNTOLD
    return _apart(found, now, 1 if found["how"] in {"후", "뒤", "있다가"} else -1)


def ago(found: re.Match[str], now: datetime) -> _Days:
    """`3일 전`, `두 달 전`."""
    return _apart(found, now, -1)


def _apart(found: re.Match[str], now: datetime, sign: int) -> _Days:
    """The day that lies so many days, weeks or months before or behind today."""
    count = _count(found)
    unit = "일" if found["days"] else found["unit"]
    if unit in {"시간", "분"}:
        step = timedelta(hours=count) if unit == "시간" else timedelta(minutes=count)
        return (now + sign * step).date(), None
    if unit in {"달", "개월", "년"}:
        months = count * 12 if unit == "년" else count
        return months_on(now.date(), sign * months), None
    return now.date() + sign * timedelta(days=count * (7 if unit.startswith("주") else 1)), None


def _count(found: re.Match[str]) -> int:
    if found["days"]:
        return DAY_COUNTS[found["days"]]
    return int(found["count"]) if found["count"].isdigit() else COUNTS[found["count"]]


def months_on(day: date, months: int) -> date:
    """The same day so many months later, or the last of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def week(found: re.Match[str], now: datetime) -> _Days:
    """A week, or its beginning or end, from Monday on; or one day of it (`지난주 수요일`)."""
    weeks = _TURNS[found["turn"]] if found["turn"] else -COUNTS.get(found["ago"], 0)
    if found["ago"] and found["ago"].isdigit():
        weeks = -int(found["ago"])
    monday = now.date() + timedelta(days=7 * weeks - now.weekday())
    if found["weekday"]:
        return monday + timedelta(days=_WEEKDAYS.index(found["weekday"])), None
    first, last = {"말": (5, 6), "초": (0, 2)}.get((found["part"] or "")[-1:], (0, 6))
    return monday + timedelta(days=first), monday + timedelta(days=last)


def weekday(found: re.Match[str], now: datetime) -> _Days:
    """The newest such day; `지난` is not today, `이번` of this week, `다음` of the next."""
    wanted, today = _WEEKDAYS.index(found["weekday"]), now.date()
    turn = _TURNS[found["turn"]] if found["turn"] else None
    if turn is not None and turn >= 0 and found["turn"] not in {"돌아오는", "오는"}:
        return today + timedelta(days=7 * turn + wanted - today.weekday()), None
    if turn == 1:
        return today + timedelta(days=(wanted - today.weekday() - 1) % 7 + 1), None
    back = (today.weekday() - wanted) % 7
    return today - timedelta(days=7 if turn == -1 and back == 0 else back), None


def weekend(_found: re.Match[str], now: datetime) -> _Days:
    """Saturday and Sunday of the newest weekend that has begun."""
    saturday = now.date() - timedelta(days=(now.weekday() - 5) % 7)
    return saturday, saturday + timedelta(days=1)


def full_date(found: re.Match[str], _now: datetime) -> _Days:
    """`2026. 11. 3`; of a year of two digits the century is this one."""
    year = int(found["year"])
    return date(year if year > 99 else 2000 + year, int(found["month"]), int(found["day"])), None


def month_day(found: re.Match[str], now: datetime) -> _Days:
    """`11월 3일`: the newest such day."""
    month, day = int(found["month"]), int(found["day"])
    return _newest(now.date(), ((now.year - past, month, day) for past in range(9))), None


def said_day(found: re.Match[str], now: datetime) -> _Days:
    """`이천이십사년 삼월 팔일`, and without the year the newest such day."""
    year, month, day = named_day(found)
    if year is not None:
        return date(year, month, day), None
    return _newest(now.date(), ((now.year - past, month, day) for past in range(9))), None


def said_year(found: re.Match[str], now: datetime) -> _Days:
    """`작년`, or a month or a day of it."""
    year = now.year - {"재작년": 2, "작년": 1, "지난해": 1, "올해": 0}[found["year"]]
    if found["day"]:
        return date(year, int(found["month"]), int(found["day"])), None
    if found["only"]:
        return _part_of_month(year, int(found["only"]), "")
    return date(year, 1, 1), date(year, 12, 31)


def day_of_month(found: re.Match[str], now: datetime) -> _Days:
    """`3일`: the newest such day."""
    months = (months_on(now.date().replace(day=1), -past) for past in range(3))
    day = int(found["day"])
    return _newest(now.date(), ((month.year, month.month, day) for month in months)), None


def _newest(today: date, candidates: Iterable[tuple[int, int, int]]) -> date | None:
    for year, month, day in candidates:
        if 1 <= day <= calendar.monthrange(year, month)[1] and date(year, month, day) <= today:
            return date(year, month, day)
    return None


def turned_month(found: re.Match[str], now: datetime) -> _Days:
    """`지난달`, or a part or a day of it."""
    month = months_on(now.date().replace(day=1), _TURNS[found["turn"]])
    if found["day"]:
        return month.replace(day=int(found["day"])), None
    return _part_of_month(month.year, month.month, found["part"] or "")


def whole_month(found: re.Match[str], now: datetime) -> _Days:
    """`10월`, or a part of it (`10월 초`): the newest such month, or one of `2024년`."""
    month = int(found["month"])
    year = now.year if month <= now.month else now.year - 1
    year = 2000 + int(found["year"]) if found["year"] else year
    return _part_of_month(year, month, found["part"] or "")


def _part_of_month(year: int, month: int, part: str) -> _Days:
    last = calendar.monthrange(year, month)[1]
    first, until = {"초": (1, 10), "중순": (11, 20), "말": (21, last)}.get(part, (1, last))
    return date(year, month, first), date(year, month, until)
