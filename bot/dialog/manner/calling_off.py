"""A wish that was asked for, and is called off: by itself, or with the reason for it."""

from __future__ import annotations

import re
from typing import Final

from bot.dialog.manner.asking import is_question
from bot.dialog.words import once, squash
from bot.patterns import searched

#: `반품 취소할게요` calls off the return, where one was asked for.
_CALLS_OFF: Final = re.compile(
    r"(?:네|아|저|제가|이거|이걸|혹시|그냥|죄송(?:한데|하지만|해요)?|근데|방금|아까|어제|저번에|지난번에|전에|역시|다시|(?:다시)?(?:곰곰이)?생각(?:을)?(?:좀)?해(?:보니까?|봤는데)|(?:생각|마음)이?바뀌(?:었어요|어서요?|었는데요?)|그냥(?!환불|교환|반품|취소)[가-힣]{1,5}[게께]요|(?:[쓸입신먹둘]을?|사용할)[게께]요)*(?:접수|신청|요청)?(?:한|했던)?(?:배송지|주소|옵션|색상?|사이즈|수량|주문)?(?P<what>반품|교환|환불|취소|변경)(?:신청|요청"
    r"|접수)?(?:한거|했던거|한것|건|했는데요?|해놨는데|해뒀는데|넣었는데|했었는데|(?:한다고|하겠다고|해달라고|해달라|할거라고)(?:말씀드렸|말했|요청했|했)(?:는데요?|었는데요?))?(?:을|를|은|는)?(?:그냥|이제|다시|좀)*"
    r"(?:취소|철회)(?:할[게께]요|할래요|하겠습니다|합니다|하려고요|하려구요|하려고(?:요|합니다|하는데요?)|하고싶(?:어요|은데요?|습니다)|해주세요|해줘요|부탁드려요|부탁드립니다|하고(?=그냥|그대로|걍)|(?:가)?되나요|(?:가)?돼요|가능한가요|할수있나요|할수있을까요|요)"
    r"(?:그냥|그대로|걍|계속)*(?:[쓸쓰입신먹둘두덮]을?(?:래요?|[게께]요?|려고요?|려구요?))?"
    r"(?:(?:아까|방금|어제|오늘|제가)+(?:취소|신청|접수)?(?:했|눌렀|넣었)(?:는데요?|거든요|어요))?"
)
#: `저 환불 안 받을래요`, where it was asked for elsewhere.
_WANTED_NO_MORE: Final = re.compile(
    r"(?:네|아|저|저기|그냥|죄송(?:한데|해요)?|근데|이제|다시생각해보니)*(?P<what>환불|반품|교환)(?:은|는|을|를)?(?:그냥|이제|역시)*안(?:받을|할)(?:래요?|[게께]요?|려고요)"
    # `어제 교환 신청한 사람인데 그냥 안 바꾸고 쓸게요`
    r"|(?:네|아|저|어제|아까|방금|그제|[0-9]일|지난주에?|저번에|근데)*(?P<filed>교환|반품)(?:을|를)?(?:신청|접수|요청)(?:을|를)?(?:한|했던|했는데|드린|넣은)(?:사람|거|것|건)?(?:인데|이에요|예요)?(?:요)?(?:그냥|이제|다시생각해보니|생각해보니)*안(?:바꾸|하|보내)고(?:그냥)?(?:쓸|입을|신을|둘|먹을)(?:래요?|[게께]요?)"
)
#: `아까 취소한 주문 다시 살릴 수 있나요`
_REVIVES: Final = searched(
    # `아까 취소한다고 한 거 취소할게요`
    r"취소(?:한다|하겠다|해달라)고(?:한|했던)(?:거|것|건)(?:은|는|을|를)?(?:다시|그냥)*(?:취소|철회|없던|안할)|"
    r"취소하지(?:마세요|말아주세요|말고)(?:그냥|그대로|원래대로)+(?:받|보내|진행)|"
    # `실수로 취소를 눌렀는데 다시 되돌릴 수 있을까요`
    r"취소(?:버튼|신청|요청|접수)?(?:을|를|가|로|도)?(?:잘못|실수로|그만|모르고)?(?:눌렀|눌러|누른|넣었|했|해버|됐|되었|돼버|신청했|요청했)[가-힣]{0,16}?"
    r"(?:되돌[려리릴]|되살|살[려릴]|철회|복구|원래대로|그대로(?:보내|진행|배송|받)|없던(?:걸|것으)로|다시(?:주문으로|진행|배송해|보내주))|"
    r"취소(?:한|했던|된|요청한|신청한)(?:거|것|건|주문)?(?:을|를|은)?(?:다시|도로|혹시)*(?:살릴|살려|되살|복구|되돌|원래대로|진행해|진행할)"
)
_LONG_NUMBER: Final = re.compile(r"[0-9]{8,}(?:이?요)?")
#: Where a sentence ends, or why something is so.
_PARTS: Final = searched(r"[.!~?\n]+\s*|(?:(?<=[요다서까데네대])|(?<=고)(?!\s*싶))\s+(?=\S)")
#: What names the wish or what becomes of it; the other parts of a line are why.
_OF_THE_WISH: Final = searched("반품|교환|환불|취소|변경|철회|신청|접수|요청")
#: A part that wants something else, or leaves some of the goods out.
_WANTS_MORE: Final = searched(
    "(?:세요|줘요|주라|달라|줘)$|말고|아니라|아니고|대신|나머지|하나[는만]|[가-힣]만(?:$|요)|바꿔|바꾸"
)
#: The goods may be named before it (`텐트 반품 취소할게요`).
_GOODS_FIRST: Final = re.compile(r"(?:(?!만|말고)[가-힣a-z0-9]){1,14}?(?=반품|교환|환불)")
#: No more than that it is called off, where what was asked for was named the line before.
_BARELY: Final = re.compile(
    r"(?:아|네|저|그거|그걸|그건|이제|그냥|다시|혹시|이거|죄송(?:한데|해요))*취소(?:는|를|좀)?"
    r"(?:할[게께]요|할래요|하겠습니다|하려고요|하려구요|하고싶(?:어요|은데요?)|해주세요|해줘요|부탁드려요|부탁드립니다|요"
    r"|(?:가)?(?:되|돼|가능하?)(?:ㄴ가|나|은가)?요|가능할까요|할수있나요|할수있을까요|해주실수있나요)"
)


@once
def calls_off(text: str) -> str:
    """The wish that is called off, by its name (`반품 취소할게요`: `반품`); or empty.

    Why may stand beside it (`다시 보니까 괜찮네요 반품 취소할게요`).
    """
    if _REVIVES.search(squash(text)):
        return "취소"
    off = "취소" in text or "철회" in text
    said = _LONG_NUMBER.sub("", squash(text)) if off or "안" in text else ""
    found = (_CALLS_OFF if off else _WANTED_NO_MORE).fullmatch(said)
    if found is None:
        return _with_a_reason(text) if off else ""
    return found["what"] or ("" if off else found["filed"])


def _with_a_reason(text: str) -> str:
    said = _beside_reasons(text)
    goods = _GOODS_FIRST.match(said)
    bare = said[goods.end() :] if goods is not None else said
    found = _CALLS_OFF.fullmatch(said) or _CALLS_OFF.fullmatch(bare)
    return found["what"] if found is not None else ""


def only_cancels(text: str) -> bool:
    """Whether a line calls off what was named before it (`취소하고 싶어요 아이가 좋아하네요`)."""
    return "취소" in text and bool(_BARELY.fullmatch(_beside_reasons(text)))


def _beside_reasons(text: str) -> str:
    """What is said of a wish, without why; empty where something else is wanted or asked."""
    parts = [part for part in _PARTS.split(text[:200]) if part.strip()]
    why = [part for part in parts if not _OF_THE_WISH.search(part)]
    if any(is_question(part) or _WANTS_MORE.search(part.strip()) for part in why):
        return ""
    return _LONG_NUMBER.sub("", squash("".join(part for part in parts if part not in why)))
