"""Questions for another case than the answer is of: another season, day, or way to pay."""

from __future__ import annotations

from bot.dialog import manner, words
from bot.dialog.turn import Turn
from bot.patterns import searched

#: `겨울에도`, `아파트도`: what else the same is asked of.
_ANOTHER_CASE = searched(
    r"(?<![가-힣])(?P<case>(?!저|제|지금|아직|그|이거|이것|오늘|혹시)[가-힣]{2,6}?)(?:에|에서|한테)?도\s(?=\S)"
)
#: `24일에 딱 맞춰서 보내주실 수 있어요?` behind how long parcels take.
_ON_THAT_DAY = searched(
    r"(?:[0-9]{1,2}일|[월화수목금토일]요일|당일)(?:에|날)?(?:딱|정확히|꼭)*(?:맞춰|맞추어|맞게)(?:서)?(?:좀)?(?:보내|배송|도착|받)[가-힣]{0,4}(?:수|되|돼|가능)"
)
#: `다른 카드로 결제하고 싶은데 변경되나요`, `결제하고 나서 할부로 바꿀 수 있어요?`
_PAYS_ANEW = searched(
    r"(?:다른|딴)카드(?:으로|로)[가-힣]{0,10}?(?:변경|바꿀|바꾸|바꿔)(?:되|돼|하고|할수|수|가능|도)"
    r"|(?:결제|주문)(?:한|했|하고나서|하고난|한뒤|한후|한다음|된|한거|한건)[가-힣]{0,8}?(?:할부|일시불|카드|계좌이체|무통장|결제수단)(?:으로|로|를)?[가-힣]{0,4}?(?:변경|바꿀|바꾸|바꿔)"
)


def is_of_another_case(turn: Turn, told: str) -> bool:
    """Whether a case, or a fact, is asked of that the answer holds no word of.

    `겨울에도 배송되나요` behind how long parcels take, `적립금은 얼마나 쌓여요` behind where points
    are used.
    """
    asked = manner.pursued(turn.text)
    if asked is not None and asked.facts and not any(fact.search(told) for fact in asked.facts):
        return True
    if _ON_THAT_DAY.search(words.squash(turn.text)):
        return True
    case = _ANOTHER_CASE.search(turn.text)
    if case is None or not manner.asks(turn.text) or case["case"] in told:
        return False
    # `계란도 안 들어가요?`: what the entry is asked by, its answer tells by another word.
    phrases = turn.entry.phrases if turn.entry is not None else ()
    return not any(case["case"] in words.title_letters(one) for one in phrases)


def pays_anew(text: str) -> bool:
    """Whether it is asked if what was paid may be paid another way."""
    return bool(_PAYS_ANEW.search(words.squash(text)))
