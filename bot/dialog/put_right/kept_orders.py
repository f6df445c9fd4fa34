"""An order that was to be called off shall come after all, and otherwise than it was placed."""

from __future__ import annotations

from bot.dialog import manner, wishes
from bot.dialog.entries import cancels, changes_address, changes_order
from bot.dialog.turn import Turn
from bot.patterns import searched
from intents import Intent

#: Another size or colour, more or less of it, another place.
_CHANGES = searched(
    r"(?:사이즈|색상?|색깔|옵션|수량|컬러|개수|주소|배송지).{0,10}(?:바꿔|바꾸|바꿀|변경|수정)"
    r"|(?:으로|로)만?\s?(?:바꿔|바꾸|바꿀|변경)"
)
_PLACE = searched("주소|배송지")
#: It takes the place of the cancellation, and comes not beside it.
_INSTEAD = searched(
    r"그냥|걍|차라리|아니|그럼|그러면|대신|[가-힣]만\s|(?:주시면|주면|있으면|있음|되면)"
)


def comes_otherwise(turn: Turn, current: Intent) -> Intent | None:
    """The entry for what shall be changed in place of the cancellation that was talked about.

    `그냥 색만 바꿀 수 있나요 네이비로`; nobody's order is called off then.
    """
    said = turn.text
    if not _CHANGES.search(said) or not _INSTEAD.search(said) or not cancels(turn, current):
        return None
    if manner.correction(said) is not None or wishes.label(turn.own_words) == wishes.REFUND:
        return None
    return changes_address(turn) if _PLACE.search(said) else changes_order(turn)
