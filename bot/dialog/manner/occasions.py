"""What a day is asked for, or what a question is asked because of, beside the question itself."""

from __future__ import annotations

import re
from typing import Final

from bot.dialog import words
from bot.dialog.manner.asking import asks_or_reports
from bot.patterns import searched

#: What it is for, or why it hurries, before or behind a question of a day.
_FEAST: Final = (
    r"(?:\S+\s){0,2}?\S{0,6}"
    r"(?:선물(?!\s?포장)|생일|생신|기념일|결혼식|돌잔치|집들이|행사|여행|출국|명절|크리스마스|급)\S{0,2}\s?"
    r"(?:이?라서?|한데|하거든|이여서|여서|해서|거든|인데|(?:할|줄)\s?(?:건데|거라)|하는데|이?에요|예요)(?:요|용)?"
)
_OCCASION: Final = searched(
    rf"^{_FEAST}[\s,.!~]+(?=\S)|(?<=[요까죠나가])[\s,.!?~]+{_FEAST}[\s.!~]*$"
)
_ASKED_BECAUSE: Final = re.compile(
    r"(?P<asked>[^?\n]{1,12}?[은는]요)[\s,.?]+[^?\n]{2,20}(?:는데|은데|거든|어서|아서)요?[\s.~]*$"
)
#: `집 앞까지 올려 주시나요` is of a place.
_OF_A_DAY: Final = searched(
    r"(?:(?<![앞집관문층안])까지|안에|내로|전에).{0,8}(?:받|도착|와|오|올|배송)"
)
#: `내일 받을 수 있을까요`: of a day as well, once it is told what that is for.
_ON_A_DAY: Final = searched(
    r"(?:오늘|내일|모레|글피|[월화수목금토일]요일|주말)(?:에|은|엔|중에|쯤)?\s?.{0,4}(?:받을|받아|도착|와요|오나|올까|배송)"
)

_IF_BEHIND: Final = re.compile(
    r"(?<=[?？])\s*[^?？]{2,16}?(?:때문이?면|이라면|라면|일\s?때|인\s?경우(?:에|엔|에는)?)(?:요)?[\s.~]*$"
)


#: `지난주 화요일에 주문한 건데 쿠션 반품이요`: which order it is says nothing of the matter.
_OF_AN_ORDER: Final = re.compile(
    r"\A\s*(?:(?:제가|저|저희가)\s)?(?:\S+\s){0,2}?(?:\S*(?:오늘|어제|그제|그저께|엊그제|요일|[0-9]일|[주달]|전)(?:에|쯤)?)\s"
    r"(?:\S+에서\s)?(?:주문한|산|시킨|구매한|결제한)\s?(?:거|건|것인|물건인|상품인|제품인)데요?[\s,.]+(?=\S+\s\S)"
)


def asks_by_when(text: str) -> bool:
    """Whether somebody asks if it is there by a day (`내일까지 받을 수 있을까요`)."""
    return bool(_OF_A_DAY.search(text)) and asks_or_reports(text)


#: `로봇청소기 배송이 언제쯤 될까요`
_IS_DELIVERED: Final = searched(
    r"^(?!.*(?:환불|반품|교환|취소|수거|예약|재입고|영수증|각인)).{2,16}(?:(?:배송|발송|출고)(?:은|이|는)?언제(?:쯤|면)?(?:될까|되나|되는지|돼요|하나|할까)|언제(?:쯤|면)?(?:배송|발송|출고)(?:될까|되나|되는지|돼요))[가-힣]{0,3}$"
)


def asks_when_delivered(text: str) -> bool:
    """Whether it is asked of goods when they are delivered, and of nothing else."""
    return _IS_DELIVERED.search(words.squash(text)) is not None


def without_occasion(text: str) -> str:
    """A question without what is told beside it: what a day is for (`내일까지 받을 수 있을까요
    생일선물이라서요`), why it is asked (`그럼 택은요 떼버렸는데`), for which case (`무료예요?
    사이즈 때문이면`), or when the order was placed.
    """
    text = _OF_AN_ORDER.sub("", _IF_BEHIND.sub("", text), count=1)
    if (asked := _ASKED_BECAUSE.match(text)) is not None:
        return asked["asked"]
    rest = _OCCASION.sub("", text, count=1) if _asks_of_a_day(text) else text
    return rest if _asks_of_a_day(rest) else text


def _asks_of_a_day(text: str) -> bool:
    return bool(_OF_A_DAY.search(text) or _ON_A_DAY.search(text))
