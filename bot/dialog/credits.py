"""Coupons and points of an order that goes back: what becomes of them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from bot.dialog import words
from bot.dialog.turn import Turn
from bot.patterns import searched
from intents import Intent

#: `환불하면 쿠폰도 돌려주나요`, `쿠폰은 돌려주나요`, and where an entry tells what becomes of it.
_CREDIT: Final = (
    r"(?P<credit>쿠폰|포인트|적립|할인권)금?(?:은|는|도|을|를|이|가|으?로)?(?:다시|그대로|전부|다)?"
)
_CREDIT_BACK: Final = (
    searched(
        r"(?:(?:환불|반품|취소|교환)(?:을|를)?(?:하|되|받|시|요청)|(?:다시|재)(?:시키|주문하|사|결제하))[가-힣]{0,3}?(?:면|려면|때)[가-힣]{0,10}?"
        rf"{_CREDIT}(?:돌려|돌아|복구|복원|환급|환불|살아|반환|없어|사라|소멸|주[나시는]|어떻게|어케|쓸수)"
    ),
    # `포인트 쓰고 산 거 반품했는데 포인트는 어떻게 되나요`
    searched(
        rf"(?:환불|반품|취소|교환)(?:을|를)?(?:했|한|됐|된)[가-힣]{{0,3}}?(?:는데|거)[가-힣]{{0,10}}?{_CREDIT}"
        r"(?:언제|어떻게|어케|다시(?:쓸|받)|돌려주나|돌아오나)"
    ),
    searched(
        rf"{_CREDIT}(?:돌려(?:주[나시는]|받)|복구(?:되|해)[나주는]|복원(?:되|해)[나주는]|살아나[나는])"
    ),
    # `적립금 쓴 것도 돌아오죠?` beside a cancellation
    searched(
        rf"{_CREDIT}(?:쓴|사용한|적용한)?(?:거|것|건)?(?:도|은|는)?(?:다시|그대로|다)?(?:돌아오|돌아올|돌려받|복구되|살아나)(?:나|죠|는|지|까|을)"
    ),
)
_CREDIT_ALONE = re.compile(
    r"(?:그럼|그러면|그리고|혹시|네|아)*(?P<credit>쿠폰|포인트|적립|할인권)금?(?:은|는|도)(?:요|여|어떻게되나요|마찬가지인가요|그런가요)?"
)
_CREDIT_BACK_TOLD = searched(
    r"(?P<credit>쿠폰|포인트|적립|할인권)[^.]{0,30}(?:돌려|돌아|복구|복원|환급|반환|살아|소멸)"
)


#: `포인트로 배송비도 낼 수 있어요?`
_PAYS_WITH = searched(
    r"(?P<credit>쿠폰|포인트|적립금?|할인권)(?:으?로)(?:는|도|만)?(?:(?:배송|택배|반품|포장)비|운임|추가금)?(?:은|는|도|를|을|까지)?(?:다|전부)?"
    r"(?:낼|내도|내나|결제|계산|지불|쓸수|차감)"
)
#: `포인트 쓴다는 걸 깜박했어요`
_FORGOT_CREDIT = searched(
    r"(?P<credit>쿠폰|포인트|적립|할인)(?:금|권|코드)?(?:을|를|도)?[0-9천만]{0,5}(?:점|원|장)?(?:을|를|짜리)?(?:쓴다는|쓰는|쓸|쓰려|사용하는|사용한다는|적용하는|적용한다는|넣는|쓰기로)"
    r"[가-힣]{0,5}?(?:깜[박빡빠]|까먹|잊|못(?:썼|했)|안(?:썼|했|쓰고|하고))"
)


#: `쿠폰 두 장 같이 쓸 수 있나요`, `적립금이랑 쿠폰 중복 되나요`, and where an answer tells it.
_A_CREDIT: Final = "(?:쿠폰|적립금?|포인트|할인(?:코드|권|쿠폰)?|마일리지)"
_COMBINES = searched(
    rf"{_A_CREDIT}(?=.*(?:쓸|쓰[나는면고]|써|쓰기|사용|적용|되나|돼요|될까|되는지|가능|할인|못쓰|안되)).*(?:같이|함께|동시에?|한번에|한꺼번에|중복|겹쳐|둘다|(?:두|세|2|3|여러)(?:개|장))"
    rf"|(?:같이|함께|동시에?|한번에|중복|둘다|(?:두|세|2|3|여러)(?:개|장)).*{_A_CREDIT}.*(?:쓸|쓰[나는면고]|써|쓰기|사용|적용|되나|돼요|될까|되는지|가능)"
)
#: Goods of which two are bought, or somebody else who gets one, combine no coupons.
_NOT_COMBINED = searched(
    rf"(?:사면|주문하면|구매하면|시키면|친구|가족|남편|언니|동생|상품권).*{_A_CREDIT}|{_A_CREDIT}[가-힣]{{0,4}}(?:선물|포장|배송|교환|반품)"
)
_COMBINED_TOLD = searched(
    rf"(?=[^\n]*{_A_CREDIT})[^\n]*(?:중복|함께\s?(?:쓰|쓸|사용|적용)|같이\s?(?:쓰|쓸|사용|적용)|동시에|한\s?(?:장|개)씩?만|(?:한|1)\s?(?:장|개)만)"
)


#: `쿠폰 연장 되나요`, `소멸된 쿠폰 다시 살려 주실 수 있나요`, and where an answer tells it.
_EXTENDS = searched(rf"{_A_CREDIT}.{{0,40}}?(?:연장|늘려|재발급|되살|살려|복구)(?!선)")
_EXTENSION_TOLD = searched(rf"{_A_CREDIT}[^\n]*(?:연장|재발급|되살|복구)")


def extending_untold(turn: Turn) -> bool:
    """Whether it is asked if what ran out may be had longer or anew, and none tells it."""
    if not _EXTENDS.search(words.squash(turn.text)):
        return False
    return not any(_EXTENSION_TOLD.search(one.answer) for one in turn.faq.intents)


def combining_untold(turn: Turn) -> bool:
    """Whether it is asked if coupons, or a coupon and points, count together, and none tells it."""
    plain = words.squash(turn.text)
    if not _COMBINES.search(plain) or _NOT_COMBINED.search(plain):
        return False
    return not any(_COMBINED_TOLD.search(one.answer) for one in turn.faq.intents)


def pays_with_credit(turn: Turn, entry: Intent) -> Intent | None:
    """The likely entry for the coupon or the points with which a fee may be paid."""
    asked = _PAYS_WITH.search(words.squash(turn.text)) if entry.ticket == "none" else None
    likely = (turn.intent(one.intent_id) for one in turn.match.candidates)
    return next((one for one in likely if one and asked and asked["credit"][:2] in one.title), None)


def _credit_asked(turn: Turn) -> str:
    """The coupon or the points of which it is asked what becomes of them; or empty."""
    plain = words.squash(turn.text)
    if alone := _CREDIT_ALONE.fullmatch(plain):
        # `적립금도요?` behind what becomes of a coupon
        before = any(asked.search(turn.memory.last) for asked in _CREDIT_BACK)
        return alone["credit"] if before or _went_back(turn) else ""
    back = next(filter(None, (asked.search(plain) for asked in _CREDIT_BACK)), None)
    return back["credit"] if back is not None else ""


def _went_back(turn: Turn) -> bool:
    """Whether it is of goods that go back what stands above (`그럼 적립은요?` behind a return)."""
    above = turn.intent(turn.memory.shown or turn.memory.intent)
    return above is not None and above.category in {"refund", "exchange"}


def is_credit_alone(turn: Turn) -> bool:
    """Whether a line asks but of one credit more (`쿠폰은요?`)."""
    return bool(_CREDIT_ALONE.fullmatch(words.squash(turn.text)))


def asks_of_credit_back(turn: Turn) -> bool:
    """Whether it is asked what becomes of a coupon or points when goods go back."""
    return bool(_credit_asked(turn))


def credit_back_untold(turn: Turn) -> bool:
    """Whether that is asked, and no answer tells it."""
    credit = _credit_asked(turn)
    return bool(credit) and credit not in _credits_told(turn.faq.intents)


def credit_line(line: str) -> bool:
    """Whether a line of an answer tells what becomes of a credit."""
    return bool(_CREDIT_BACK_TOLD.search(line))


def without_credit_untold(turn: Turn, entries: list[Intent]) -> list[Intent]:
    """The entries without that for a credit of which no answer tells what becomes of it."""
    credit = _credit_asked(turn) if credit_back_untold(turn) else ""
    return [one for one in entries if not credit or credit not in one.title]


def tells_of_credit(turn: Turn) -> Intent | None:
    """The entry that tells what becomes of them, where that is asked; a likely one first."""
    if (forgot := _FORGOT_CREDIT.search(words.squash(turn.text))) is not None:
        told = (turn.intent(one.intent_id) for one in turn.match.candidates)
        return next((one for one in told if one and forgot["credit"] in one.title), None)
    credit = _credit_asked(turn)
    if not credit:
        return None
    likely = [turn.intent(one.intent_id) for one in turn.match.candidates]
    entries = (*likely, *(turn.intent(one.id) for one in turn.faq.intents))
    return next(
        (one for one in entries if one is not None and credit in _credits_told((one,))), None
    )


@lru_cache(maxsize=64)
def _credits_told(intents: tuple[Intent, ...]) -> frozenset[str]:
    """Of which credits an answer says what becomes of them when goods go back."""
    found = (told for one in intents for told in _CREDIT_BACK_TOLD.finditer(one.answer))
    return frozenset(told["credit"] for told in found)
