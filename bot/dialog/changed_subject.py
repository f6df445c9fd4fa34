"""A question put in between that is about something else than what is talked of.

`네이버페이로 결제되나요?` behind the advice on sizes, `리뷰 쓰면 적립금 주나요?` beside a late
parcel: what the FAQ surely has an answer for gets just that, and no line that but holds its word.
"""

from __future__ import annotations

import re
from typing import Final

from bot.dialog import manner, wishes, words
from bot.dialog.entries import of_goods
from bot.dialog.manner import Pursued
from bot.dialog.quoting import (
    GOODS_BACK,
    is_called,
    is_kin,
    lines_that_hold,
    of_its_own,
    sure,
)
from bot.dialog.reporting import wording
from bot.dialog.turn import Turn
from bot.patterns import searched
from intents import Intent

#: How sure the matcher is of the other entry, so that nothing is left to what was said before.
CERTAIN: Final = 0.95
#: What is asked of, before what is asked (`대량으로 사면 할인되나요`).
_CONDITION: Final = searched(r"(?:으|하|이)?면(?=\s|요|[?.~]|$)")
#: What is told of his own goods.
_OF_HIS_CASE: Final = searched(
    r"[샀왔갔켰했됐었았렸졌났웠겼]|[낸산온된]\s?(?:거|건|것|게)(?![가-힣])"
)
#: Whether the order may be called off, or goods go back, and no more.
_BARE_WISH: Final = re.compile(
    r"(?:그럼|그러면|근데|그냥|걍|됐고|아|혹시|지금|차라리)*(?:주문)?(?:취소|환불|반품)(?:은|도|를|을)?(?:하면|해도|할수)?(?:는|도|그냥|지금)?"
    r"(?:되나요|돼요|될까요|되죠|되나|있나요|있을까요|가능한가요|가능해요|가능할까요|안되나요|안돼요)(?:그냥|걍|지금|차라리)?"
)
_FEE: Final = searched("배송비|택배비|반품비|운임|왕복|비용|요금")


def changes_subject(turn: Turn, near: Intent) -> bool:
    """Whether a question surely is about another entry than `near`, and names what is its own."""
    best = sure(turn)
    if best is None or best.id == near.id or best.ticket == "open" or not best.listed:
        return False
    if turn.match.candidates[0].confidence < CERTAIN or not manner.asks(turn.text):
        return False
    # `교환 되나요?` beside a refund is a change of mind, `세탁기에 돌려도 돼요?` of what goes back;
    # `취소하면 되나요 그냥?` of who asked where his parcel is wants another thing.
    if wishes.request(best.title) or (near.category in GOODS_BACK and best is of_goods(turn)):
        return near.category == "shipping" and bool(_BARE_WISH.fullmatch(words.squash(turn.text)))
    said = manner.beside_courtesy(turn.text)
    asked = manner.pursued(said)
    if asked is None or asked.is_bare or asked.goes_on:
        return False  # `포장은요?` is of what was said
    if near.category not in GOODS_BACK and _names_a_place(turn, best, asked):
        return True
    # What things cost has its own answer in every process, and none behind advice on sizes.
    costs = near.category != "other" and _FEE.search(said)
    own = costs or _OF_HIS_CASE.search(said) or of_its_own(turn, near, asked)
    return not own and _is_called_so(turn, near, best, said, asked)


def _is_called_so(turn: Turn, near: Intent, best: Intent, said: str, asked: Pursued) -> bool:
    """Whether an entry is called by what is its own: in the condition, where there is one."""
    condition = _CONDITION.search(said) if asked.conditional else None
    if condition is not None:
        named = manner.things_named(f"{said[: condition.start()]} 되나요")
        return is_called(best, (*named, asked.fee_word))
    return not (best.ticket == "ask" and is_kin(near, best)) and _names_it(turn, best, asked)


def _names_a_place(turn: Turn, entry: Intent, asked: Pursued) -> bool:
    """`제주도면 배송비 더 내나요`: whether an answer holds all that is asked of a place."""
    return asked.conditional and bool(asked.things) and bool(of_its_own(turn, entry, asked))


def _names_it(turn: Turn, entry: Intent, asked: Pursued) -> bool:
    """Whether a question calls an entry by what is its own, or asks what its answer holds."""
    told = wording(turn, entry)
    if any(thing.search(told) for thing in asked.things) or is_called(entry, asked.names):
        return True
    fact = asked.facts[0] if asked.facts else None
    return bool(lines_that_hold(told, asked, fact, whole=True))
