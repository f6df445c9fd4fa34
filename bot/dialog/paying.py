"""What something costs that is asked of beside a ticket: freight, returns, having goods mended."""

from __future__ import annotations

from bot.dialog import details, manner, words
from bot.dialog.complaints.fees import OF_NEW_ORDER
from bot.dialog.entries import repairs, return_fee
from bot.dialog.placed_orders import was_paid_twice
from bot.dialog.quoting import GOODS_BACK, is_kin, quoted
from bot.dialog.reporting import wording
from bot.dialog.turn import Turn
from bot.patterns import searched
from intents import Intent

#: How it was paid, as answers call it.
_PAID_BY = searched(
    r"(?P<way>네이버페이|휴대폰결제|계좌)(?:이체|포인트|머니)?(?:으로|로)(?:결제|주문|냈|샀|했|계산)"
)
_GOES_BACK = searched("반품|교환|반송|왕복|수거|회수")
_ON_THE_WAY = frozenset(("order", "shipping"))
_FREIGHT_BACK = searched(
    r"(?:배송|택배)비[가-힣0-9]{0,8}?(?:낸|냈던|결제된|결제한|나간|붙은)(?:거|것|건|게)?(?:은|는|도)?(?:다시)?(?:돌려|환불|빼|취소)"
    # `배송비는 돌려받나요?`
    r"|(?:배송|택배)비(?:는|도|를|은)?(?:그럼|다시|하나|따로)*(?:돌려받|돌려주|환불(?:되|돼|받|해))"
    # `배송비 하나는 돌려주시나요` of two orders that are sent as one
    r"|(?:배송|택배)비(?:는|도|를|중)?(?:하나|한개|한건|한번|1개|1번)(?:치|분)?(?:은|는|만|를)?(?:다시)?(?:돌려|환불|빼|취소)"
)
_FEE = searched("(?:배송|택배|반품|반송|교환|왕복|회수)비|배송료|운임")
_PAYS_AGAIN = searched(r"(?:또|다시|추가로|한번더|두번)[가-힣]{0,4}(?:내|드|부담|결제)")


def is_about_this(turn: Turn, entry: Intent) -> bool:
    """Whether what must be paid is asked of the open matter, and not what `entry` tells.

    `배송비는 다시 내야 되나요` beside a cancellation is not about the fee of returns, and of
    a parcel that is sent once more not about what a new order costs.
    """
    known = turn.entry
    of_freight = known is not None and known.category in _ON_THE_WAY
    if of_freight and entry.category == "shipping" and (_paid_back(turn) or _sends_back(turn)):
        return True
    asked = manner.pursued(manner.beside_courtesy(turn.text))
    if known is None or asked is None or not asked.fee or asked.names:
        return False
    if entry is return_fee(turn) and _GOES_BACK.search(turn.text):
        return False  # `반품하면 배송비 제가 내나요?` beside a coupon
    again = _PAYS_AGAIN.search(words.squash(turn.text)) and known.category == "shipping"
    return manner.asks_to_pay(turn.text) and (bool(again) or not is_kin(known, entry))


def _sends_back(turn: Turn) -> bool:
    """`배송비는 안 내도 되죠?` of who sends back what came though he had called it off."""
    told = turn.memory.details.get("what", "")
    return bool(_FEE.search(turn.text) and _GOES_BACK.search(told))


def _paid_back(turn: Turn) -> bool:
    """`배송비 두 번 낸 건 돌려받을 수 있나요`"""
    return bool(_FREIGHT_BACK.search(words.squash(turn.text)))


def is_of_his_freight(turn: Turn, taken_for: Intent) -> bool:
    """`배송비 하나 환불되죠?` beside two orders sent as one is of no goods that go back."""
    known = turn.entry
    back = known is None or known.category in GOODS_BACK or _GOES_BACK.search(turn.text)
    return taken_for is return_fee(turn) and not back


def by_his_way(turn: Turn, intent: Intent) -> str:
    """Of how long money takes the line for how he paid, where he told that."""
    paid = _PAID_BY.search(turn.memory.details.get("what", "").replace(" ", ""))
    lines = (line.strip() for line in wording(turn, intent).split("\n")) if paid else ()
    return "\n".join(line for line in lines if paid is not None and paid["way"] in line)


def his_fee(turn: Turn, intent: Intent) -> str:
    """What it costs to send back what goes back by his own wish, or to have goods mended, where
    that is asked.
    """
    wished = intent.ticket == "ask" and intent.category in {"refund", "exchange"}
    plain = words.squash(turn.text)
    asks = bool(_FEE.search(plain)) and manner.asks(turn.text) and not OF_NEW_ORDER.search(plain)
    entry = return_fee(turn) if wished and asks else None
    return wording(turn, entry) if entry is not None else _of_mending(turn, intent)


def _of_mending(turn: Turn, intent: Intent) -> str:
    """`돈 드나요?` of who would rather have broken goods mended than exchanged."""
    asked = manner.pursued(manner.beside_courtesy(turn.text))
    mended = manner.wants_repair(turn.memory.details.get("wish", "")) and intent.ticket == "open"
    entry = repairs(turn) if mended and asked is not None and asked.fee else None
    return quoted(turn, entry, asked) if entry is not None and asked is not None else ""


def undoes_payment(turn: Turn) -> bool:
    """Whether what was paid twice is to be undone: `카드 취소해 주세요` calls no order off."""
    told = turn.memory.details.get("what", "")
    paid = manner.was_done_to(told) or was_paid_twice(told)
    known = turn.entry
    ours = known is not None and known.category == "order" and not details.of(known)
    back = "취소" in turn.text or "환불" in turn.text
    return paid and ours and back and "주문" not in turn.text
