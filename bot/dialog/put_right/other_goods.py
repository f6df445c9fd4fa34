"""Lines about other goods than those of the open matter."""

from __future__ import annotations

import re

from bot.dialog import extract, manner, wishes
from bot.dialog.put_right.mending import is_slip
from bot.dialog.turn import Turn, once_a_turn
from bot.dialog.whose_order import means_another

#: `지난번에 산 컵은 손잡이가 깨졌어요` beside a matter that knows of no cup.
_BOUGHT_BEFORE = re.compile(
    r"\s*(?:(?:아|참|아참|네|그리고|근데|그런데)\s)*(?:저번에|지난번에|전에|예전에|지난달에|얼마\s?전에)\s?(?:주문한|산|시킨|받은|구매한)\s"
    r"(?P<what>[가-힣A-Za-z]{1,10}?)(?:은|는|이|가|도|에서)\s"
)
#: One of two wishes, by its name.
_OF_ONE_WISH = re.compile(
    r"\s*(?:(?:그리고|근데|네|아)[\s,]+)?(?:교환|환불|반품|취소)(?:\s?할|하는)?\s?(?:거|건|것|상품|쪽)?(?:은|는|건)?\s(?!말고)"
)


@once_a_turn
def names_another(turn: Turn) -> bool:
    """Whether a line is of other goods than the ticket's: another order, or what was bought before.

    Beside an open matter it is written down; it takes nothing of that matter back.
    """
    known = [one for one in turn.memory.details.get("order_number", "").split(", ") if one]
    numbers = extract.order_numbers(turn.text)
    if manner.tells_of_others(turn.text) or means_another(turn.text):
        return True
    before = _BOUGHT_BEFORE.match(turn.text)
    if before is not None and not _is_told_of(turn, before["what"]):
        return True
    same = any(one == said or is_slip(one, said) for one in known for said in numbers)
    return bool(known and numbers) and not same


def is_of_one_of_both(turn: Turn) -> bool:
    """`환불은 그냥 안 어울려서요` of who wants the one exchanged and the other paid back."""
    told = turn.memory.details.get("what", "").split("\n")
    both = any(len(wishes.labels(line)) > 1 for line in told)
    return both and _OF_ONE_WISH.match(turn.text) is not None


def _is_told_of(turn: Turn, what: str) -> bool:
    """Whether the open matter is of these goods; `월드컵로` names no cup."""
    told = turn.memory.details.get("what", "")
    return re.search(rf"(?<![가-힣]){re.escape(what)}", told) is not None
