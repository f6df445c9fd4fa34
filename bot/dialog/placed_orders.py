"""Whether a matter is of an order that was placed, though its entry needs none."""

from __future__ import annotations

from typing import Final

from bot.dialog import words
from bot.model import Memory
from bot.patterns import searched
from intents import Intent

_PAID_TWICE: Final = searched(
    r"(?:두|2)번(?:이나)?(?:결제|빠[졌져]|나갔|승인|출금)|결제(?:가|를)?(?:두|2)번|(?:이중|중복)(?:으로)?(?:결제|승인|출금)"
)
_CREDIT_KEPT: Final = searched(
    r"(?:취소|반품|환불)(?:을|를)?(?:했|하니|하고|됐|되|된|한)[가-힣]{0,12}?(?:쿠폰|포인트|적립금?)(?:이|은|는|가|도|만)?(?:아직|그대로)?(?:안|없|날아|사라|소멸)"
)
#: What answers alone tell of is asked of an order that was placed: `배송비를 두 번 냈는데요`.
_HAS_ORDERED: Final = searched(
    r"(?:주문|결제|구매|입금|반품|교환|환불|신청|접수|취소)(?:을|를|은|이)?(?:다|이미|벌써|방금)?(?:했|한|됐|되었|된|하니|하고(?!싶))"
    r"|(?<![가-힣])[샀산](?:는|던|거|게|건|어|습|고)|시[켰킨]|[받냈](?:았|는데|어요|습|고)|[왔붙]는데|붙었|나[왔갔]|빠졌|떼|청구|차감|부과"
)


def is_placed(intent: Intent, memory: Memory) -> bool:
    """Whether a matter that needs no number is of an order that was placed: it was paid twice, or
    called off and its coupon kept.
    """
    needs_none = intent.category in {"order", "other"} and intent.ticket != "open"
    told = words.squash(memory.details.get("what", ""))
    ordered = intent.ticket == "none" and bool(_HAS_ORDERED.search(told))
    placed = bool(_PAID_TWICE.search(told) or _CREDIT_KEPT.search(told))
    return ordered or (needs_none and placed)


def was_paid_twice(text: str) -> bool:
    """Whether money is said to have left twice (`카드값이 두 번 나갔어요`)."""
    return bool(_PAID_TWICE.search(words.squash(text)))
