"""What holds up all parcels, and who asks what that means for his."""

from __future__ import annotations

import re

from bot.dialog import manner, words
from bot.dialog.answers import answer
from bot.dialog.entries import first_complaint, tells_stage
from bot.dialog.turn import Turn, say
from bot.dialog.unsure import offer_a_person
from bot.model import Decision
from bot.patterns import searched

_HELD_UP = searched(
    r"파업|폭설|폭우|태풍|물류\s?대란|택배\s?대란|[눈비][이가]?\s?(?:많이\s?|너무\s?)?(?:와서|와도|오는데|오면)"
)
#: His own parcel, and not whether the store sends at all.
_HIS = searched(
    r"(?:제|내|저희|우리)(?:거|것|건|꺼|택배|물건|주문|상품)|(?:주문|결제|구매)한|시킨|산거|\d{10}"
    r"|(?:언제|오늘|내일|이번주)[가-힣]{0,4}?(?:오|와|올|온|도착|받)|(?:오|도착하)(?:나|는거|긴)|출발했|출고됐"
)
#: Weather that parcels are late for, and what is asked of them then.
_FOUL = searched("눈이|눈도|비가|비도|첫눈|태풍|장마|한파|바람|추[워운웠]|춥")
_BY_THEN = re.compile(
    r"(?:그래도|그럼|이런날|이런날도|오늘|오늘도|근데|혹시|눈와도|제)*(?:택배|배송|배달|출고|발송)(?:은|는|이|가|도|기사님?(?:들)?)?(?:그래도|제대로|정상적?으?로?|오긴|가긴|되긴|잘|많이|안|좀)*"
    r"(?:괜찮|늦[나어]|늦어지|지연|밀리|가능|되[나는]|돼|오[나는]|와요|하[나시]|영향|문제)[가-힣]{0,6}"
)


def hear_disruption(turn: Turn) -> Decision | None:
    """`택배 파업이라던데 제 건 괜찮나요?` asks no fee: a notice tells, or where the order is seen.

    Whether the store sends at all then is in no answer.
    """
    held_up = _HELD_UP.search(turn.text) or _goes_on_from_weather(turn)
    if turn.state.ticket or turn.incoming.tap or not held_up or manner.is_stuck(turn.text):
        return None
    if manner.waited_long(turn.text):
        # `일주일째 집하 상태인데 파업 때문인가요`
        late = first_complaint(turn, "shipping")
        return answer(turn, late) if late is not None else None
    if not (manner.asks(turn.text) or "불가" in turn.text):
        return None
    told = next((i for i in turn.faq.intents if _is_noticed(turn, i.id, i.category)), None)
    if told is not None:
        ends = told.ticket == "open"
        return say(turn, turn.notices[told.id]) if ends else answer(turn, told)
    stage = tells_stage(turn) if _HIS.search(words.squash(turn.text)) else None
    return answer(turn, stage) if stage is not None else offer_a_person(turn)


def _goes_on_from_weather(turn: Turn) -> bool:
    """`배송 괜찮나요?` right behind `눈이 많이 오네요`."""
    before = turn.memory.last
    foul = _FOUL.search(before) is not None and manner.greets_kindly(before)
    return foul and bool(_BY_THEN.fullmatch(words.squash(turn.text)))


def _is_noticed(turn: Turn, name: str, category: str) -> bool:
    return category == "shipping" and name in turn.notices
