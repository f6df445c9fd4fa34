"""What holds up all parcels, and who asks what that means for his."""

from __future__ import annotations

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


def hear_disruption(turn: Turn) -> Decision | None:
    """`택배 파업이라던데 제 건 괜찮나요?` asks no fee: a notice tells, or where the order is seen.

    Whether the store sends at all then is in no answer.
    """
    if turn.state.ticket or turn.incoming.tap or not _HELD_UP.search(turn.text):
        return None
    if manner.is_stuck(turn.text):
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


def _is_noticed(turn: Turn, name: str, category: str) -> bool:
    return category == "shipping" and name in turn.notices
