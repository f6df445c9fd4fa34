"""Another day or hour that is wanted: of a parcel, a visit, a class."""

from __future__ import annotations

from typing import Final

from bot.dialog import manner, words
from bot.patterns import searched

#: What comes when: a day, an hour, how often.
WHEN: Final = searched(
    r"(?:날짜|일정|시간|예약|주기|(?:설치|방문|배송|도착)일)[가-힣0-9]{0,8}?(?:좀|다시)?"
    r"(?:바꿔|바꾸|바꿀|변경|옮[겨기길]|미[뤄루룰]|당[겨기길])"
    # `정기구독인데 두 달에 한 번으로 바꿔주세요`
    r"|(?:(?:[0-9]+|[한두세네]|이|삼)(?:달|개월|주일?)에(?:한|두|1|2)번|격주|매주|매달)(?:으로|로)(?:만)?(?:좀|다시)?(?:바꿔|바꾸|바꿀|변경|보내|받)"
    # `그럼 23일로 바꿀 수 있어요?`
    r"|(?<![0-9])[0-9]{1,2}일로(?:좀|다시)?(?:바꿔|바꾸|바꿀|변경|옮[겨기길]|미[뤄루룰]|당[겨기길])"
    # `배송 다음 주 화요일이라는데 수요일로 미룰 수 있어요?`
    r"|(?:배송|설치|방문|도착|출고|수령)[가-힣0-9]{0,16}?(?:요일|[0-9]일|주말|다음주|내일|모레|이후)(?:날)?(?:오전|오후|저녁|아침|낮)?(?:로|으로)(?:좀)?"
    r"(?:바꿔|바꾸|바꿀|변경|옮[겨기길]|미[뤄루룰]|당[겨기길]|늦[춰추출])"
)
#: `내일은 집에 없는데 토요일로 바꿔 주세요`
TO_A_DAY: Final = searched(
    r"(?:[월화수목금토일]요일|[월화수목금토일]욜|내일|모레|다음주|주말|오전|오후|저녁|(?<![0-9])[0-9]{1,2}시(?:반|[0-9]{1,2}분)?)(?:날|쯤|중)?(?:으?로)(?:좀|다시)?"
    r"(?:바꿔|바꾸|바꿀|변경|옮[겨기길]|미[뤄루룰]|당[겨기길])"
)

#: `세탁기 배송이 토요일로 잡혔는데`: when it was to come, before another day is named.
_AGREED: Final = searched(
    r"(?:배송|설치|방문|도착|배달|시공)(?:일정|예정일?|날짜|일|날)?(?:이|은|가)?[가-힣0-9]{0,10}?(?:요일|[0-9]일|내일|모레|주말)(?:날|에|이|인걸|이라|으?로)*(?:잡|예약|예정|정해|정했|온다|오기로|라는데|인데|이던데)"
)
#: The day on which an order shall come, behind the wish for another.
_NAMES_A_DAY: Final = searched(
    r"\d|[두세한]달|주일|보름|월말|연말|내일|모레|요일|주말|다음|이번|[오이][전후]|뒤로|나중"
)
_DAY_IT_SHALL_BE: Final = searched(
    r"(?:요일|[0-9]일|주말|다음주|오전|오후|[0-9]시)(?:쯤|이후|이전)?으?로"
    # `12월 7일쯤 받으면 돼요`
    r"|(?:요일|[0-9]일|주말|다음주|모레|내일)(?:쯤|이후|경|에|날|부터|까지|이나|엔|은|이|가|오전|오후|아침|저녁|점심)*(?:받으면|받을|받고싶|와도|오면|도착하면|보내주|보내시|괜찮|좋)"
)
#: `12월 7일에 받고 싶은데 가능한가요` names the day, be it as a question.
_BY_ITS_DATE: Final = searched(
    r"(?:[0-9]일|월말|연말|다음주|다음달|주일|[0-9]주|보름|한달)(?:이후|뒤|정도)?(?:으?로|에|까지|만)?(?:받고싶|배송|미[뤄루룰]|늦[춰추출]|해주실|할수|가능)|그(?:이후|뒤|다음)에(?:보내|받|발송|배송)"
)

#: When something was, and not when it shall be.
_WAS: Final = searched(r"어제|그제|그저께|지난|저번|오늘|방금|아까|(?:일|주|달)전")


@words.once
def is_when(text: str) -> bool:
    """Whether a line wants to have a day or an hour changed (`설치일 바꿔 주세요`), no goods."""
    plain = words.squash(text)
    return bool(WHEN.search(plain)) or _moves_what_was_agreed(plain)


def _moves_what_was_agreed(plain: str) -> bool:
    return bool(TO_A_DAY.search(plain) and _AGREED.search(plain))


def moves_the_day(text: str) -> bool:
    """Whether something shall be on another day, by that alone (`토요일로 바꿔 주세요`)."""
    return bool(TO_A_DAY.search(words.squash(text))) or is_when(text)


def is_of_an_order(text: str, *, alone: bool) -> bool:
    """Whether an order shall come at another time; `토요일로 바꿀 수 있을까요` says so `alone`, and
    under an offer is of what that was about.
    """
    return is_when(text) or (alone and moves_the_day(text))


def names_its_day(plain: str) -> bool:
    """Whether a wish for another day, squashed, says which."""
    return bool(_NAMES_A_DAY.search(plain))


def tells_the_day(text: str) -> bool:
    """Whether a line behind the wish for another day tells which it shall be."""
    return bool(_DAY_IT_SHALL_BE.search(words.squash(text)))


def by_its_date(plain: str) -> bool:
    """Whether a question, squashed, names the day that is wanted."""
    return bool(_BY_ITS_DATE.search(plain))


def is_for_later(text: str) -> bool:
    """Whether the only day of a line is one to come (`5일이 이삿날이라 5일에 맞춰 보내 주세요`)."""
    moved = manner.wants_it_later(text) or _moves_what_was_agreed(words.squash(text))
    return moved and not _WAS.search(words.squash(text))
