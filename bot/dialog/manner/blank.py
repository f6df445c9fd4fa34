"""Questions that stand alone and name nothing: no matter, or goods that are only pointed at."""

from __future__ import annotations

import re
from typing import Final

from bot.dialog.words import once, squash

_HOW: Final = r"(?:어떻게|어떡게|어케|어캐|어찌|우째|우예|우찌|어째|워째|워떻게)"
#: What points at something, or only leads to a question.
_POINTS: Final = (
    r"(?:저기요?|안녕하세요|근데|혹시|그럼|그러면|아니|아|제가|저는?|지금|이런경우(?:에는?)?|이럴땐?|이럴때는?"
    r"|(?:이거|이건|이게|이것|그거|그건|그게|저거|여기)(?:를|은|는|도)?|좀|또|다|대체|도대체)*"
)
#: `어케하면되죠`, `이거 왜 이래요`, `얼마예요`: whatever it is about was left out.
_OF_NOTHING: Final = re.compile(
    rf"(?!.*(?:이거|이건|이게|이것)[은는도]?얼마){_POINTS}"
    rf"(?:{_HOW}(?:좀|다)?(?:하면(?:은)?|하믄|해야)?(?:하|해|되|돼|됩|할|될|합)[가-힣]{{0,5}}"
    r"|(?:어떡|어쩌)(?:해|하|죠|지|나|면)[가-힣]{0,6}"
    r"|왜(?:이래|이러|이런|그래|그러)[가-힣]{0,5}"
    r"|(?:왜|자꾸|계속|잘|아예)*안(?:되|돼|됨|됩)[가-힣]{0,6}"
    r"|(?:되나|돼나|될까|되죠|되는지|되는거|가능한가|가능해|가능할까|가능합)[가-힣]{0,5}"
    r"|(?:뭐|머|뭔가)(?:예|에|인가|죠|임|야)[가-힣]{0,3}|뭐(?:죠|지)"
    r"|얼마(?:(?:예|에|인가|입니|야|죠|임|지|인지|여|냐)[가-힣]{0,3}|요)?"
    r"|(?:너무|많이|엄청|진짜)*급(?:해요|합니다|한데요?|함|해)|도와주세요|(?:큰일났|망했)(?:어요|네요?|습니다|다|음|네|어)"
    r"|왜(?:요|죠|여))"
)
#: `이거 어때요`: goods that he looks at.
_AT_GOODS: Final = re.compile(
    r"(?:저기요?|안녕하세요|사장님|혹시|근데|그럼)*(?:이거|이게|이건|이것|요거|요건|이제품|이상품|저거|저건)(?:은|는|도)?"
)


#: `주문하고 싶어요`, `이거 우째 사는교`: how one buys, and nothing of an order.
_BUYS: Final = re.compile(
    r"(?!.*(?:재고|품절|입고|사이즈|색|배송|할인|쿠폰|얼마|언제|취소|확인|변경|내역|결제|로그인|오류|에러|실패|안[되돼뜨떠열눌]))"
    r"(?:저기요?|안녕하세요|혹시|근데|제가|저는?|나|여기서?|(?:저번|지난번|전|예전|얼마전)에?(?:산거|샀던거|산것|샀던것)|또|다시|이거|이건|이것|이제품|이상품|상품|물건|제품|전화로|카톡으로|톡으로|(?:할미|할매|할머니|할아버지|노인|나이)[가-힣]{0,12}?(?=주문|구매|전화)|눈이[가-힣]{0,8}?(?=주문|구매|전화)|처음인데|처음이라|좀|하나|한개|를|을|은|는|도)*"
    rf"(?:(?:주문|구매|구입)(?:을|를|은)?(?:(?:좀)?(?:하고|해보고)싶|하려(?:고|구|는데)(?:하는데)?[요여]?$|하려면|(?:은)?{_HOW}|(?:하는)?방법|(?:을|를)?(?:잘|도저히|혼자|영)?(?:못하겠|할줄을?(?:몰라|모르)|어려워|어렵네))"
    rf"|(?:사고|구매하고)싶|사려(?:고|면|는데)|{_HOW}(?:주문|구매|구입|사(?:요|나|는|면|야|죠)|시[켜키])"
    # `꽃다발 예약하고 싶은데`
    r"|[가-힣]{2,8}(?:을|를)?(?:예약|사전예약)(?:을|를)?(?:하고싶|하려(?:고|구|는데)|할[게께])"
    r"|전화(?:로)?(?:주문|구매|사)|(?:주문|구매)(?:은|는|을|를)?전화로)[가-힣]{0,14}"
)


@once
def wants_to_buy(text: str) -> bool:
    """Whether a whole line asks how something is bought, or says that it is wanted."""
    return bool(_BUYS.fullmatch(squash(text)))


@once
def asks_of_nothing(text: str) -> bool:
    """Whether a line asks or fails, and tells nothing of what (`어케하면되죠`, `왜 안돼요`)."""
    return bool(_OF_NOTHING.fullmatch(squash(text)))


def points_at_goods(text: str) -> bool:
    """Whether a line begins by pointing at goods (`이거 어때요`)."""
    return bool(_AT_GOODS.match(squash(text)))
