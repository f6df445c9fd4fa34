"""What is asked beside an open matter, and goes beyond it: who works on it knows."""

from __future__ import annotations

from bot.dialog import manner, words
from bot.dialog.turn import Turn
from bot.patterns import searched
from intents import Intent

#: `다른 주문은 그대로 두시는 거죠?`
_THE_OTHERS = searched(
    r"(?:다른|나머지|딴)(?:주문|거|것|건|상품|물건|제품)?[가-힣]{0,4}?(?:은|는|도|건)(?:다|안|그냥|원래대로|예정대로)*(?:그대로|상관없|영향|괜찮|취소안|안취소|정상(?:적)?(?:으로)?(?:오|배송|출고))"
)
#: `교환하면 며칠 걸려요?` beside a return: how long that takes is no answer to it.
_IF_EXCHANGED = searched(
    r"교환(?:으로)?(?:을)?(?:신청)?(?:하면|하려면|할경우|시에?는?|받으면)[가-힣]{0,6}(?:며칠|몇일|얼마나|언제|기간|오래)"
)


def beyond_it(turn: Turn, intent: Intent) -> str:
    """That a person will tell what becomes of the other orders, or how long another wish takes;
    empty where the line asks no such thing.
    """
    plain = words.squash(turn.text)
    asked = bool(_THE_OTHERS.search(plain))
    asked = asked or (intent.category == "refund" and bool(_IF_EXCHANGED.search(plain)))
    return turn.texts.asked_person if asked and manner.asks(turn.text) else ""
