"""Days written in syllables (`이천이십사년 삼월 팔일`), as the old write them."""

from __future__ import annotations

import re
from typing import Final

_ONES: Final = "일이삼사오육칠팔구"
#: Two months are not called by their number: 유월 and 시월.
_MONTHS: Final = {name: place for place, name in enumerate(_ONES, 1)} | {
    "유": 6,
    "시": 10,
    "십일": 11,
    "십이": 12,
}
#: No month alone: `이월 상품` are goods of another season.
NAMED_DAY: Final = (
    rf"(?<![가-힣])(?:이천(?P<year>이?십[{_ONES}]?)년\s?)?"
    r"(?P<month>십[일이]|[일이삼사오유육칠팔구시])월\s?"
    rf"(?:(?P<day>\d{{1,2}})|(?P<named>[이삼]?십[{_ONES}]?|[{_ONES}]))일"
)


def named_day(found: re.Match[str]) -> tuple[int | None, int, int]:
    """Year, where it is told, month and day of what `NAMED_DAY` found."""
    year = 2000 + _numeral(found["year"]) if found["year"] else None
    return year, _MONTHS[found["month"]], int(found["day"] or _numeral(found["named"]))


def _numeral(named: str) -> int:
    """The number below a hundred that is written in syllables (`이십사`)."""
    tens, ten, ones = named.rpartition("십")
    count = _ONES.index(tens) + 1 if tens else 1
    return count * 10 * bool(ten) + (_ONES.index(ones) + 1 if ones else 0)
