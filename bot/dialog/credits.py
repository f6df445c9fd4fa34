"""Coupons and points of an order that goes back: what becomes of them."""

from __future__ import annotations

from functools import lru_cache

from bot.dialog import words
from bot.dialog.turn import Turn
from bot.patterns import searched
from intents import Intent

#: `환불하면 쿠폰도 돌려주나요`, and where an entry tells what becomes of it.
_CREDIT_BACK = searched(
    r"(?:환불|반품|취소|교환)(?:을|를)?(?:하|되|받|시|요청)[가-힣]{0,3}?(?:면|려면|때)[가-힣]{0,10}?(?P<credit>쿠폰|포인트|적립|할인권)금?"
    r"(?:은|는|도|을|를|이|가)?(?:다시|그대로|전부|다)?(?:돌려|돌아|복구|복원|환급|환불|살아|반환|없어|사라|소멸|주[나시는]|어떻게|어케|쓸수)"
)
_CREDIT_BACK_TOLD = searched(
    r"(?P<credit>쿠폰|포인트|적립|할인권)[^.]{0,30}(?:돌려|돌아|복구|복원|환급|반환|살아|소멸)"
)


def asks_of_credit_back(turn: Turn) -> bool:
    """Whether it is asked what becomes of a coupon or points when goods go back."""
    return bool(_CREDIT_BACK.search(words.squash(turn.text)))


def credit_back_untold(turn: Turn) -> bool:
    """Whether that is asked, and no answer tells it."""
    back = _CREDIT_BACK.search(words.squash(turn.text))
    return back is not None and back["credit"] not in _credits_told(turn.faq.intents)


def tells_of_credit(turn: Turn) -> Intent | None:
    """The likely entry that tells what becomes of them, where that is asked."""
    back = _CREDIT_BACK.search(words.squash(turn.text))
    entries = (turn.intent(one.intent_id) for one in turn.match.candidates if back)
    told = (one for one in entries if one is not None)
    return next(
        (one for one in told if back and back["credit"] in _credits_told((one,))),
        None,
    )


@lru_cache(maxsize=64)
def _credits_told(intents: tuple[Intent, ...]) -> frozenset[str]:
    """Of which credits an answer says what becomes of them when goods go back."""
    found = (told for one in intents for told in _CREDIT_BACK_TOLD.finditer(one.answer))
    return frozenset(told["credit"] for told in found)
