"""The day of the week of a date that a short question names (`26일은요?`, `내일 시키면요?`)."""

from __future__ import annotations

import re
from datetime import date, timedelta

from bot import hours
from bot.dialog.turn import Turn

_SATURDAY = 5
_DATE = re.compile(
    r"(?:그럼|그러면|근데|혹시)?\s?(?:(?P<month>1[0-2]|[1-9])월\s?)?(?P<day>3[01]|[12]\d|[1-9])일\s?(?:은|는|에는"
    r"|엔|도|에도)\s?(?:요|여)?\s?[?？]*"
)
# The longer first: `내일모레` begins as `내일`.
_AHEAD = {"내일모레": 2, "내일 모레": 2, "낼모레": 2, "낼 모레": 2}
_AHEAD |= {"오늘": 0, "내일": 1, "낼": 1, "모레": 2, "글피": 3}
_IF_ORDERED = re.compile(
    rf"(?:그럼|그러면|근데|혹시|만약)?\s?(?P<ahead>{'|'.join(_AHEAD)})\s?"
    r"(?:(?:아침|점심|저녁|밤|오전|오후)에?\s)?(?:주문하|시키|사|결제하|구매하)면(?:은)?\s?(?:요|여)?\s?[?？]*"
)


def names_day(said: str) -> bool:
    """Whether a whole question names but a day by its date, or by how far it is."""
    return bool(_DATE.fullmatch(said.strip()) or _IF_ORDERED.fullmatch(said.strip()))


def day_named(turn: Turn, said: str) -> str:
    """Which day of the week that is, or a holiday; empty where there is no such date."""
    today = hours.today(turn.now)
    if (ordered := _IF_ORDERED.fullmatch(said.strip())) is not None:
        return _called(turn, today + timedelta(days=_AHEAD[ordered["ahead"]]))
    found = _DATE.fullmatch(said.strip())
    if found is None:
        return ""
    year, month = today.year, int(found["month"] or today.month)
    if not found["month"] and int(found["day"]) < today.day:
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    try:
        return _called(turn, date(year, month, int(found["day"])))
    except ValueError:
        return ""


def _called(turn: Turn, day: date) -> str:
    free = day.weekday() < _SATURDAY and hours.is_holiday(turn.faq.store, day)
    return "공휴일" if free else f"{'월화수목금토일'[day.weekday()]}요일"
