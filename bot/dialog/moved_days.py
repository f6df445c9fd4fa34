"""Another day or hour that is wanted: of a parcel, a visit, a class."""

from __future__ import annotations

from typing import Final

from bot.dialog import words
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
    r"|(?:배송|설치|방문|도착|출고|수령)[가-힣0-9]{0,16}?(?:요일|[0-9]일|주말|다음주|내일|모레|이후)(?:로|으로)(?:좀)?"
    r"(?:바꿔|바꾸|바꿀|변경|옮[겨기길]|미[뤄루룰]|당[겨기길]|늦[춰추출])"
)
#: `내일은 집에 없는데 토요일로 바꿔 주세요`
TO_A_DAY: Final = searched(
    r"(?:[월화수목금토일]요일|[월화수목금토일]욜|내일|모레|다음주|주말|오전|오후|저녁|(?<![0-9])[0-9]{1,2}시(?:반|[0-9]{1,2}분)?)(?:날|쯤|중)?(?:으?로)(?:좀|다시)?"
    r"(?:바꿔|바꾸|바꿀|변경|옮[겨기길]|미[뤄루룰]|당[겨기길])"
)


def is_when(text: str) -> bool:
    """Whether a line wants to have a day or an hour changed (`설치일 바꿔 주세요`), no goods."""
    return bool(WHEN.search(words.squash(text)))


def moves_the_day(text: str) -> bool:
    """Whether something shall be on another day, by that alone (`토요일로 바꿔 주세요`)."""
    return bool(TO_A_DAY.search(words.squash(text))) or is_when(text)


def is_of_an_order(text: str, *, alone: bool) -> bool:
    """Whether an order shall come at another time; `토요일로 바꿀 수 있을까요` says so `alone`, and
    under an offer is of what that was about.
    """
    return is_when(text) or (alone and moves_the_day(text))
