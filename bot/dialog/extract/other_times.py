"""Times of a text that are none of the matter: another year's, and those of what is to come."""

from __future__ import annotations

import re
from typing import Final

from bot.patterns import searched

# What is to be sent on a day is to come; what happened on one is past.
_PLANNED: Final = re.compile(
    r"\s?(?:에|쯤|경|부터|까지)?\s?(?:순차\s?)?(?:발송|출고|입고|배송|예정|출시|도착)\s?(?:예정|이?라|한다|된다|해\s?준|이?래|일|$)"
)
_OF_NO_YEAR: Final = searched(r"^(?!.*년).*(?:월|/)")

# `작년에도 그랬는데` tells of another time than that of the matter.
_THEN_TOO: Final = searched(
    r"(?:재작년|작년|지난해|올해|(?:지지난|저저번|지난|저번)\s?(?:달|주)|지난\s?번|저번|그저께|그제|엊그제|어제|[0-9]{1,2}월)\s?에?\s?도\s?"
    r"(?=(?:똑같|이거|여기|또|늦|그[랬러]|이[랬러]|같은|한\s?번))"
)
_DATE: Final = (
    r"(?:(?:\d{1,2}월\s?)?\d{1,2}일|\d{1,2}/\d{1,2}|[월화수목금토일](?:요일|욜)"
    r"|(?:이번\s?|다음\s?)?주말)"
)
_EVENT: Final = (
    r"(?:결혼|예식|생일|생신|돌잔치|백일|환갑|칠순|팔순|졸업|입학|이사|개강|개학|콘서트|출근|면접|수업|개업|오픈|집들이|행사|파티|여행"
    r"|출장|캠핑|공연|제사|모임|체육대회|발표|수능|시험|선물)"
)
# On a day for which something is wanted nothing happened yet: `12월 5일 결혼식 선물인데`; but
# `지난 토요일이 생일이라` is over.
_FOR_A_DAY: Final = searched(
    rf"(?<!\d)(?<!지난)(?<!지난\s)(?<!지난주)(?<!지난주\s)(?<!저번)(?<!저번\s)(?<!저번주)(?<!저번주\s){_DATE}(?:에|이|날|의)?\s?"
    r"(?:(?!받|산|온|왔|주문|구매|결제|도착|시킨|쓰|입)[가-힣]{1,4}\s)?"
    rf"{_EVENT}(?![가-힣]{{0,3}}(?:였|이었|지났|끝났|갔|했))"
    rf"|(?<!\d){_DATE}이면(?![가-힣])"
    # `오늘 출근해야 되는데`
    rf"|(?<!\d)(?:오늘|내일|낼|모레|{_DATE})(?:에|은|까지|날)?\s?(?:꼭\s?|당장\s?)?[가-힣]{{0,4}}\s?(?:해|가|써|입어|신어|먹어|나가|있어|떠나|보내)야\s?(?:만\s?)?(?:되|돼|하|해|할|합|됩)"
    # `추석에 입힐 한복`
    r"|(?:설|추석|구정|명절|연휴|크리스마스|성탄절|어린이날|어버이날)(?:날|때|에|선물)?(?:에|로)?\s?(?:입[힐을]|쓸|쓰려|먹을|신[길을]|드릴|보낼|줄\s|선물)"
    # `손주 생일이 일요일인데`
    rf"|{_EVENT}(?:날|식|잔치)?(?:이|은|가|는)?\s?(?:바로\s?|당장\s?|(?:이번|다음)\s?주\s?)*{_DATE}(?=인데|이(?:라|에요|거든|고|니|예)|예요|입니다)"
)
#: One of these is in every day that is named.
_NAMES_A_DAY: Final = frozenset("일/말늘낼레석설절휴욜날")


def is_planned(clean: str, end: int, said: str) -> bool:
    """Whether what is said behind a day of no year is that something will be sent on it."""
    return bool(_PLANNED.match(clean, end) and _OF_NO_YEAR.search(said))


def of_now(plain: str) -> str:
    """The text with blanks for another time at which it was the same, and for a day to come."""
    plain = _THEN_TOO.sub(_blank, plain)
    return plain if _NAMES_A_DAY.isdisjoint(plain) else _FOR_A_DAY.sub(_blank, plain)


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])
