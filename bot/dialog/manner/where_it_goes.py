"""Where and how a parcel will come, asked by who waits for none: at which door, by whom."""

from __future__ import annotations

from typing import Final

from bot.dialog.manner.asking import is_question
from bot.dialog.words import once, squash
from bot.patterns import any_of, searched

#: Who has ordered, or misses what came, asks of his own parcel.
_HIS: Final = searched(
    r"완료|완성|없[어었네는다]|안보|안왔|못받|왔[는어다네]|받았|찍혔|사진|어제|그제|아까|방금|주문(?:한|했)|시[켰킨]|샀|산거|결제한|제택배|내택배|제거|제꺼|조회|송장|어디(?:쯤|까지|에있)|사라|분실|도난|\d{10}|왜|환불|반품|교환|수거|회수"
)
#: What was left somewhere is not there.
_MISSED: Final = searched(
    r"완료|없|안보|안[왔와]|못받|[왔갔갓놨]|받[았앗]|찍[혔힌]|사진|사라|분실|도난|훔|누가|가져가|가셔서|놔둔|[넣맡두][었겼셨]|\d{10}|왜|환불|반품|교환|수거|회수"
)
#: `문앞에 두고 가주시나요`, `택배함에 넣어달라고 해도 되나요`
_LEFT: Final = searched(
    r"(?:경비실|관리실|관리사무소|문앞|문밖|집앞|현관(?:앞|문앞)?|대문앞|(?:무인)?택배함|무인함|보관함|옆집|소화전|우편함|로비|안내데스크)(?:에|에다|에다가|으로|로|앞에)?(?:도|는)?(?:좀|그냥|두고)?"
    r"(?:맡[겨기길]|놔|놓|두[고면시나]|둬|넣|받|되[나는죠]|돼|될까|가능|배송)"
)
#: Where no courier's own door is.
_POSTED: Final = searched(
    r"(?:편의점|우체국|사서함|무인보관함|지하철보관함|gs25|cu|픽업센터)(?:으로|로|에서|에|픽업)?(?:도|은|는)?(?:택배)?(?:을|를)?(?:받|수령|픽업|찾|배송|되나|돼요|가능)"
)
#: `택배 어디꺼 써요`, `무슨 택배예요`
_COURIER: Final = searched(
    r"(?:택배사?|택배회사|배송사?|배송업체)(?:는|은|가|를)?(?:어디|무슨|어느|뭐|어떤)(?:꺼|거|것|회사|택배|업체|데|곳)?(?:를|로|예|에|인|써|쓰|이용|보내|오|와|야|죠|임)"
    r"|(?:어느|무슨|어디|어떤)(?:택배사?|택배회사|업체)(?:로|으로|를|을|예|에|인|써|쓰|이용|보내|야|임|에서|인지|죠|요)"
    r"|(?:씨제이|cj|대한통운|한진|로젠|롯데|우체국)(?:택배)?(?:로|으로)?(?:오나|와요|보내[나주시]|오는|인가요|이에요|예요|쓰[나시]|이용)"
    r"|^(?:아|그럼|혹시|네)*(?:씨제이|cj|대한통운|한진|로젠|롯데|우체국)(?:대한통운|택배)?(?:요|이요|인가요|맞죠|이죠|죠|맞나요)$"
)
#: `두 군데로 나눠 보낼 수 있어요?`
_SEVERAL: Final = searched(
    r"(?:두|세|여러|몇|2|3|각각|각자|서로)(?:다른)?(?:군데|곳|주소|집|명|사람)?(?:에게|한테)?(?:으로|로|에)?(?:각각|따로|나눠|나누어)*(?:나눠|나누어|따로|각각|다른(?:곳|주소|집)(?:으로|에))(?:서)?(?:보내|보낼|배송|발송|받)"
    r"|(?:두|세|여러|2|3)(?:군데|곳|주소)(?:으로|로|에)(?:도)?(?:각각|따로|나눠|나누어)?(?:서)?(?:보내|보낼|배송|발송|받|되나|돼|가능)"
    r"|(?:하나|한개|한박스|한세트|반)(?:는|은)?[가-힣]{1,6}(?:으로|로|에|한테)?(?:하나|한개|한박스|한세트|반)(?:는|은)?[가-힣]{1,6}(?:으로|로|에|한테)(?:따로|각각)?(?:보내|보낼|배송|발송)"
)
#: `받는 사람 주소를 모르는데`, `배송지는 친구가 입력하나요?`
_NO_ADDRESS: Final = searched(
    r"(?:주소|배송지)(?:를|을|는|도)?(?:잘|아직|전혀|제가)?(?:몰라|모르|모를|모릅)|(?:주소|배송지)(?:를|는|은|가)?(?:받는(?:사람|분)|친구|상대(?:방)?|선물받는(?:사람|분)|그쪽|본인)(?:이|가|한테|께서)?(?:직접)?(?:입력|적|넣|쓰|등록|정하|고르|물어)"
)
_SENDER: Final = searched("(?:보내는|보낸)(?:사람|분|이)|발송인|발신인|주문자이름")
#: `12월 1일에 도착하게 보낼 수 있나요`
_ON_A_DAY: Final = searched(
    r"(?:[0-9]{1,2}일|[월화수목금토일]요일|[월화수목금토일]욜|내일|모레|주말|날짜|그날)(?:에|날|까지|쯤|을|를)?(?:에)?(?:딱)?(?:맞춰|맞추어|맞게)?(?:서)?(?:도착|받|배송|배달|와|가)(?:하게|할수있게|을수있게|되게|되도록|하도록|게|도록|을수있(?:나|을까|어|죠|는지))"
)
#: `냉장고 배송 언제 되나요`: goods by their name, and not yet his.
_OF_SUCH: Final = searched(
    r"^(?:혹시|그럼|저기요?|안녕하세요)*(?!(?:제주|해외|언제|지금|오늘|내일|보통|이거|그거|상품|물건|재|착불|무료|당일|새벽|빠른|교환|반품))[가-힣a-z]{2,6}(?<![요죠까다나])(?:은|는)?배송(?:은|는|이)?(?:보통|대략)?(?:언제|며칠|몇일|얼마나)(?:쯤|이나|정도)?(?:되나|돼요|걸리|걸려|가능|와요|오나|올까)[가-힣]{0,3}$"
)
#: `명절 전에 도착하죠?`
_BY_A_FEAST: Final = searched(
    r"(?:명절|추석|설|설날|연휴|크리스마스|성탄절|생일|생신|어버이날|어린이날|빼빼로데이|발렌타인|수능|김장|결혼식|돌잔치)(?:날)?(?:연휴)?(?:전|이전|당일|까지)(?:에|까지|에는)?(?:는)?(?:꼭)?(?:도착|받|오[나는]|올|와|배송)"
)
#: `예약상품은 언제 보내주시는 거예요?`, of no order yet.
_TO_BE_MADE: Final = searched(
    r"(?:예약|주문제작|제작|맞춤|수제|커스텀|각인)(?:상품|제품|주문|배송|하면|한건|하는건|건|판매(?:중인|하는)?[가-힣]{1,3}?)?(?:은|는|이|도)?(?:보통|대략|혹시|지금주문하면|지금시키면)?(?:언제|며칠|몇일|얼마나)"
)

#: `추석 선물인데 예약 발송 되나요`
_BOOKED: Final = searched(
    r"(?:예약|지정일?|날짜지정|날짜예약)(?:발송|배송|출고)(?:은|도|이|을|를|가)?(?:되[나는]|돼|될까|가능|할수)"
)

_A_DAY: Final = any_of(_BOOKED, _OF_SUCH, _ON_A_DAY, _TO_BE_MADE, _BY_A_FEAST)


def _idle(text: str) -> str:
    """The line, squashed, of who asks and waits for nothing; else empty."""
    plain = squash(text)
    asks = is_question(text) or plain.endswith(("있어요", "있음", "되죠", "되요", "돼요"))
    return plain if asks and not _HIS.search(plain) else ""


@once
def asks_where_left(text: str) -> bool:
    """Whether it is asked if a parcel may be left at such a place (`문앞에 두고 가주시나요`)."""
    plain = squash(text)
    asks = is_question(text) or plain.endswith(("있어요", "있음", "되죠", "되요", "돼요"))
    return bool(_LEFT.search(plain)) and asks and not _MISSED.search(plain)


def asks_to_be_posted(text: str) -> bool:
    """Whether it is asked if it can be had at another counter (`편의점으로 받을 수 있나요`)."""
    return bool(_POSTED.search(_idle(text)))


@once
def asks_which_courier(text: str) -> bool:
    """Whether it is asked which courier brings parcels, and of none under way."""
    return bool(_COURIER.search(_idle(text)))


def asks_for_several_places(text: str) -> bool:
    """Whether it is asked if one order may go to several places (`두 군데로 나눠 보낼 수`)."""
    return bool(_SEVERAL.search(_idle(text)))


def knows_no_address(text: str) -> bool:
    """Whether who gives something does not know where it goes, or who tells that."""
    return bool(_NO_ADDRESS.search(_idle(text)))


def asks_of_sender(text: str) -> bool:
    """Whether it is asked whose name stands on it (`보내는 사람 이름 다르게 되나요?`)."""
    return bool(_SENDER.search(_idle(text)))


def asks_for_a_day(text: str) -> bool:
    """Whether it is asked if goods can be there on a day, or when such as are made come."""
    plain = _idle(text)
    asked = (
        _BOOKED.search(plain)
        or _OF_SUCH.search(plain)
        or _ON_A_DAY.search(plain)
        or _TO_BE_MADE.search(plain)
        or _BY_A_FEAST.search(plain)
    )
    return bool(asked)
