"""A time in free text, in the customer's words and as days in Seoul."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final, NamedTuple

from bot.dialog.extract.days import (
    COUNTS,
    DAY_COUNTS,
    UNTOLD,
    Resolve,
    ago,
    counted,
    day_of_month,
    full_date,
    just_now,
    month_day,
    months_on,
    near_day,
    said_day,
    said_year,
    turned_month,
    untold,
    week,
    weekday,
    weekend,
    whole_month,
)
from bot.dialog.extract.letters import cleaned, once
from bot.dialog.extract.named_days import NAMED_DAY
from bot.dialog.extract.numbers import SEOUL, unnumbered
from bot.dialog.extract.other_times import is_planned, of_now
from bot.patterns import searched


@dataclass(frozen=True, slots=True)
class When:
    """A time as the customer put it, and the days in Seoul it means as far as that can be told."""

    words: str
    day: date | None
    until: date | None


#: The hour from which on a new day has begun for everybody.
MORNING: Final = 5


class _Time(NamedTuple):
    start: int
    end: int
    found: re.Match[str]
    resolve: Resolve


_WEEKDAY = r"(?P<weekday>[월화수목금토일])(?:요일|욜)"

# `시킨지일주일`: written together, a count still begins after 지.
_COUNTED = rf"(?:(?<![\d.,])\d{{1,3}}|(?:(?<![가-힣])|(?<=[가-힣]지))(?:{'|'.join(COUNTS)}))"

_HOUR = (
    r"(?:(?<![\d:])\d{1,2}|한|두|세|네|다섯|여섯|일곱|여덟|아홉|열한|열두|열)\s?"
    r"시(?!간|즌|리|작|스|켰|킨|키|켜|중|도)(?:\s?(?:\d{1,2}분|반))?"
)

_CLOCK = rf"(?:{_HOUR}|(?<![\d:])[0-2]?\d:[0-5]\d(?![\d:]))"

_NO_MORE = r"(?=$|[^가-힣]|에|쯤|경|부터|까지|이|요|무렵|늦)"

_PART_OF_DAY = rf"(?:새벽|아침|오전|점심|정오|오후|저녁|밤|낮|자정)(?:때)?{_NO_MORE}"

# `올해 칠순이신 어머니` tells nobody's age and no day; `올해 산 것` does.
_THIS_YEAR = (
    r"올해(?=\s?(?:에\s?)?(?:산|샀|구[매입]|주문|결제|시[켰킨]|받|왔|[초봄여가겨]|1?[0-9]월))"
)
_MONTH_DAY = r"(?P<month>1[0-2]|0?[1-9])월\s?(?P<day>\d{1,2})일?(?!\d)"

_HOLIDAY = (
    r"(?:(?<![가-힣])설(?=\s|날|연휴|에|전|때|$)|추석|구정|신정(?=\s|에|날|연휴|때|전|$)|명절|연휴|크리스마스|성탄절|어린이날|어버이날|광복절|개천절|한글날|현충일"
    r"|삼일절|석가탄신일)"
)

_OF_DAY = searched(
    r"(?<![가-힣\d])(?:(?:새벽|아침|오전|점심|정오|오후|저녁|밤|낮|자정)(?:때|에)?\s?)?"
    rf"{_CLOCK}(?:쯤|경(?![가-힣])|무렵|즈음)?"
    rf"|(?<![가-힣])(?:새벽|아침|오전|점심|오후|저녁|밤)(?:때)?(?:쯤|경(?![가-힣])|무렵)?(?=$|이?요|에요?$)"
)

_CONTINUES = re.compile(
    rf"(?:에|의|날)?[\s,(]{{0,2}}(?:{_PART_OF_DAY}|{_CLOCK}|(?<=[\s(])[월화수목금토일]요일\)?)"
)

_ENDS = re.compile(r"(?:쯤|경(?![가-힣])|무렵|즈음)?(?:부터|까지|이후)?")


#: `지난 금요일에 주문한 접시를 오늘 받았는데`
_ORDERED = re.compile(r"[^.!?\n]{0,20}?(?:주문|구매|결제|샀|산\s|시[켰킨])")
_CAME = re.compile(r"(?:에|에야|에서야)?\s?(?:받|왔|도착|수령|배송\s?받)")

#: `산 건 지난 화요일이고 받은 건 목요일요`
_ORDERED_ON = searched(r"(?:산|주문(?:한)?|시킨|구매(?:한)?|결제(?:한)?)\s?(?:건|거는|날은|은)\s?$")
#: `유통기한이 다음 달까지네요 오늘 받음`
_KEEPS_UNTIL = searched(r"(?:유통|소비|사용|유효)\s?(?:기한|기간|일자)(?:이|은|가|도)?\s?$")
_CAME_ON = searched(r"(?:받은|온|도착(?:한)?|수령(?:한)?)\s?(?:건|거는|날은|은)\s?$")


@once
def when(text: str, now: datetime) -> When | None:
    """The first time a text names, in the customer's words, and its days counted in Seoul.

    Of when goods were ordered and when they came the latter counts.
    `now` is aware. A weekday or a date without a year is the newest one that is not in the future;
    a week begins on Monday. `until` is the last day of a week, a weekend or a part of a month.
    """
    clean = cleaned(text)
    plain = of_now(unnumbered(clean))
    time = earliest(plain)
    if time is None:
        return None
    came = _when_it_came(plain, time)
    if came is None and _KEEPS_UNTIL.search(plain[: time.start]):
        return None
    time = came or time
    since = _SINCE_BOUGHT.search(clean[: time.start])
    words = clean[since.start() if since else time.start : time.end].strip()
    try:
        day, until = time.resolve(time.found, now.astimezone(SEOUL))
        day = _before_sleep(words, day, now.astimezone(SEOUL))
        if is_planned(clean, time.end, words):
            day, until = _to_come(day, now), _to_come(until, now)
    except (OverflowError, ValueError):  # 2월 30일, 999년 전
        day, until = UNTOLD
    return When(words, day, until)


def _when_it_came(plain: str, first: _Time) -> _Time | None:
    """The time behind `first`, of an order or a shelf life, at which it is said to have come."""
    rest = plain[first.end :]
    before = plain[: first.start]
    named = _ORDERED_ON.search(before) or _KEEPS_UNTIL.search(before)
    if not (named or _ORDERED.match(rest)):
        return None
    second = earliest(rest)
    came = second is not None and (
        _CAME.match(rest, second.end) or _CAME_ON.search(rest[: second.start])
    )
    if second is None or not came:
        return None
    return second._replace(start=first.end + second.start, end=first.end + second.end)


@once
def clock(text: str) -> str | None:
    """The time of day in a text that names no day (`오후 3시쯤`), in the customer's words."""
    clean = cleaned(text)
    plain = unnumbered(clean)
    found = _OF_DAY.search(plain)
    if found is None or earliest(plain) is not None:
        return None
    return clean[found.start() : found.end()].strip()


def _before_sleep(words: str, day: date | None, now: datetime) -> date | None:
    """After midnight `오늘 저녁` is still the evening before, until one has slept."""
    evening = any(part in words for part in ("저녁", "밤", "오후"))
    if day != now.date() or now.hour >= MORNING or not evening:
        return day
    return day - timedelta(days=1)


def _to_come(day: date | None, now: datetime) -> date | None:
    """The same day of the year that begins today."""
    if day is None or day >= now.astimezone(SEOUL).date():
        return day
    return months_on(day, 12)


@once
def earliest(plain: str) -> _Time | None:
    likely: set[int] = set().union(*(_BY_LETTER[one] for one in _BY_LETTER.keys() & set(plain)))
    times = [
        (found, resolve)
        for _, pattern, resolve in map(_TIMES.__getitem__, sorted(likely))
        if (found := pattern.search(plain))
    ]
    if not times:
        return None
    found, resolve = min(times, key=lambda time: (time[0].start(), -time[0].end()))
    end = found.end()
    for _ in range(3):  # 어제 · 저녁 · 7시
        more = _CONTINUES.match(plain, end)
        end = more.end() if more else end
    ends = _ENDS.match(plain, end)
    return _Time(found.start(), ends.end() if ends else end, found, resolve)


# A "전" of 전화, 전부, 전체 says no time.
_AGO = r"전(?!화|부(?!터)|체|달|국|혀|자)"

# `보름쯤`, `열흘 정도`: about so long.
_ABOUT = r"(?:쯤|정도|가량|좀)"


# `산 지 5일 됐어요` tells when it was bought, not when it came.
_SINCE_BOUGHT = searched(r"(?<![가-힣])(?:산|구매한|구입한)\s?지\s?$")

_HOW_LONG = (
    rf"(?:(?:\s?{_ABOUT})?\s?(?P<how>{_AGO}|째|짼|뒤|후(?!기)|있다가|동안)"
    r"|(?:이나|이|가)?\s?(?P<over>넘게|넘도록)"
    rf"|(?=(?:이나|이|가)?\s?(?:{_ABOUT})?\s?(?P<gone>된(?=\s)|넘었|넘어서|넘음|지났|지나도|지남|됐|되었|된지|됨|되가|돼가|기다|썼(?!으면)|쓴(?!다)|사용했|사용한|입었|신었)))"
)

#: Each with letters of which at least one is in whatever it finds: most lines have none of them.
_TIMES: Final[tuple[tuple[frozenset[str], re.Pattern[str], Resolve], ...]] = tuple(
    (frozenset(letters), re.compile(pattern), resolve)
    for letters, pattern, resolve in (
        (
            "금막전까",
            r"(?<![가-힣])(?:방금|막(?=\s?(?:받|왔|도착|뜯|열|주문|결제|샀|시켰|꺼내|퇴근|통화|전화|했))|조금\s?전|좀\s?전|아까(?!\s?(?:그|말|얘기|이야기|문의|보낸|보내|접수|신청|답|물어|부탁|요청))"
            r"|지금\s?막|지금(?=\s?(?:받|왔는|왔어|도착|막))(?!\s?(?:받을|받으|도착\s?(?:안|예정|할)))"
            r")(?=$|[^가-힣]|에|이?요|임|전|부터|왔|온|옴|받|도착|배송|배달|수령|뜯|열어|확인)",
            just_now,
        ),
        (
            "저제재젠껜늘일레피밤",
            r"(?<![가-힣])(?P<near>그끄저께|엊그저께|엊그제|그저께|그제|어저께|엇그제|엊그재|(?<!들)어재(?!고|입)|그재(?!고)|(?:그저껜|엊그젠|그젠|어젠)(?=[데디\s])|어제|어젯밤|간밤|지난밤|엊저녁|오늘|금일"
            r"|내일\s?모레|내일(?!도착)|모레|글피)(?!의집)",
            near_day,
        ),
        (
            "y",
            r"(?i:\b(?P<near>yesterday|today)\b(?:\s(?:at\s)?\d{1,2}\s?[ap]m)?)",
            near_day,
        ),
        (
            "루틀흘새레름일주달월년시분",
            rf"(?<![~∼-])(?:(?P<days>{'|'.join(DAY_COUNTS)})|(?P<count>{_COUNTED})\s?"
            rf"(?P<unit>일|주일|주|달|개월|년|시간|분)){_HOW_LONG}",
            counted,
        ),
        (
            # `산지 3일`: nothing more need be said.
            "루틀흘새레름일주달월년",
            rf"(?:(?<=[산은한린낸긴킨온간]지)|(?<=[산은한린낸긴킨온간]지\s)|(?<=[산은한린낸긴킨온간]\s지)"
            rf"|(?<=[산은한린낸긴킨온간]\s지\s))(?:(?P<days>{'|'.join(DAY_COUNTS)})"
            rf"|(?P<count>\d{{1,3}}|{'|'.join(COUNTS)})\s?"
            r"(?P<unit>일|주일|주|달|개월|년))(?=\s*$|[.,!~ㅠㅜ]|\s?(?:만에|밖에|인데|이에요|이요|예요|요(?![일]))|\s[가-힣])",
            ago,
        ),
        (
            "~∼-",
            r"(?<![\d.,])\d{1,2}\s?[~∼-]\s?\d{1,2}\s?(?:일|주일|주|달|개월|시간)"
            rf"(?:\s?{_ABOUT})?\s?(?:{_AGO}|째|(?=됐|되었|된|지났|됨|넘))",
            untold,
        ),
        (
            "칠몇참마",
            rf"(?<![가-힣])(?:며칠|몇\s?일|몇\s?주|몇\s?달|한참|얼마){_HOW_LONG}",
            untold,
        ),
        (
            "주",
            r"(?:(?P<turn>지지난|저저번|지난|저번|이번|다다음|다음|담)\s?주(?!문|소|인)|(?P<ago>[1-9]|[한두세네])\s?주\s?전)"
            r"(?!말)(?:\s?(?:에|의)?\s?"
            rf"(?:{_WEEKDAY}|(?P<part>초|말)))?",
            week,
        ),
        ("주", r"(?:지난\s?|저번\s?|이번\s?)?주말(?!에?도|\s?내내)", weekend),
        ("요욜", rf"(?:(?P<turn>지난|저번|이번|다음|돌아오는|오는)\s?)?{_WEEKDAY}", weekday),
        (
            "0123456789",
            r"(?<!\d)(?P<year>20\d\d|\d\d)\s?[-./년]\s?(?P<month>1[0-2]|0?[1-9])\s?[-./월]\s?"
            r"(?P<day>3[01]|[12]\d|0?[1-9])(?!\d)일?",
            full_date,
        ),
        (
            "년해",
            rf"(?P<year>재작년|작년|지난해|{_THIS_YEAR})(?:\s?(?:{_MONTH_DAY}|(?P<only>1[0-2]|0?[1-9])월))?",
            said_year,
        ),
        ("월", rf"(?<!\d){_MONTH_DAY}", month_day),
        ("월", NAMED_DAY, said_day),
        (
            "/",
            r"(?<![\d./-])(?P<month>1[0-2]|0?[1-9])/(?P<day>3[01]|[12]\d|0?[1-9])(?![\d/])",
            month_day,
        ),
        (
            "달",
            r"(?P<turn>지지난|저저번|지난|저번|이번|다음)\s?달(?:\s?(?:(?P<day>\d{1,2})일|(?P<part>초|중순|말)))?",
            turned_month,
        ),
        (
            "월",
            r"(?<!\d)(?:(?:20)?(?P<year>2\d)년\s?)?(?P<month>1[0-2]|0?[1-9])월(?:\s?(?:(?P<part>초|중순|말)|(?:[첫둘셋넷]째|마지막)\s?주))?",
            whole_month,
        ),
        (
            "일",
            r"(?<![\d.,월]\s)(?<![\d.,월])(?<!지)(?<!지\s)(?P<day>3[01]|[12]\d|[1-9])일(?=에|날|부터|$|이요|요"
            r"|\s?(?:받|도착|왔|수령|주문|결제|샀|구매|시켰)|\s(?:새벽|아침|오전|점심|낮|오후|저녁|밤)(?![가-힣]{2}))",
            day_of_month,
        ),
        (
            "설석정절휴스탄날충",
            rf"(?:{_HOLIDAY})(?:\s?연휴)?(?:\s?(?:전|후|때|지나고|끝나고))?",
            untold,
        ),
    )
)

#: By letter the places in `_TIMES` of the patterns that may find something where it stands.
_BY_LETTER: Final = {
    letter: frozenset(place for place, (some, _, _) in enumerate(_TIMES) if letter in some)
    for letter in frozenset().union(*(some for some, _, _ in _TIMES))
}
