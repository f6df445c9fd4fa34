"""Whether somebody asks of what he ordered himself: then he wants to know no usual time."""

from __future__ import annotations

import re

from bot import hours
from bot.dialog import extract, manner, words
from bot.dialog.entries import (
    asked_for,
    changes_address,
    first_complaint,
    tells_stage,
    wraps_presents,
)
from bot.dialog.turn import Turn
from bot.patterns import searched
from intents import Intent

#: What was ordered is asked for (`사흘 전에 시킨 원피스`).
HIS_ORDER = searched(
    r"(?:시킨|주문한|구매한|결제한|주문했던|시켰던|(?:시켰|주문했|구매했|결제했)(?:는데|어요|습니다|거든요))|(?:전|어제|그제|일|달|주)에?산"
)
#: `수저세트 각인 주문했는데 언제쯤 나오나 해서요`: it is made for him.
_MADE_FOR_HIM = searched(
    r"^(?!.*(?:영수증|계산서|포인트|적립|환불|쿠폰|리뷰|송장|당첨|면언제))"
    r".*(?:(?:주문|결제|구매|예약|제작)(?:을|를)?(?:제작)?(?:했는데|했고|한|해놓은|해놨는데|넣었는데|넣은)|시[켰킨](?:는데)?|맡[겼긴](?:는데)?).{0,14}"
    r"언제(?:쯤|면)?(?:다)?(?:나[오와올]|완성|되[나는]|될까|만들어|받을수|받아볼)"
)
#: `반지 각인 언제쯤 완성돼요`
_READY_WHEN = searched(
    r"(?:각인|제작|맞춤|수선|자수|인쇄|작업)[가-힣]{0,6}언제(?:쯤|면)?(?:다)?(?:완성|완료|끝나|되나|돼요|될까|나[오와올])"
)
#: What is done to a present, and not only what it is for.
WRAPPED = searched("포장|쇼핑백|카드|리본|메시지|메세지|영수증|가격")
#: Where it goes, or to whom, is to be otherwise.
_ANOTHER_PLACE = searched(
    r"(?:주소|배송지|받는(?:사람|분)|수령인|연락처|전화번호)(?:가|를|을|이|은|는|도|만)?(?:좀|잘못|다시)*(?:바꿔|바꾸|바꿀|변경|수정|고쳐|적었|입력했|썼|틀[렸려])"
)
_OF_RETURNS = searched("반품|교환|환불")
_PACKED = searched(r"(?:박스|상자|포장)[가-힣]{0,10}?(?:해야|하나|되나|돼|될까|해서)")
_PACKED_AS_IT_CAME = searched(
    r"(?:원래|받은|받았던|처음|기존|온|왔던)(?:그)?(?:박스|상자|포장)[가-힣]{0,8}?(?:해야|하나|보내|담|넣|포장|싸)"
)
_NOT_DELIVERED = searched(
    r"배송(?:이|은|도)?(?:아직(?:도)?|왜|계속)*안(?:돼|되[네는고]|됐|됩|와|옵)"
)
#: When it comes, or is sent (`예약 판매 언제 보내 주세요`).
_COMES = searched(
    r"(?:오늘|내일|언제|몇시|모레|요일|주말|발매일|출시일|예약일|당일|그전|그때|그날)[가-힣]{0,4}(?:오|와|올|온|도착|받|출고|발송|출발|나가)|(?:출고|발송|배송)(?:은|는|이|가)?(?:언제|오늘|내일)"
)
#: `내 택배 어딨음`; who looked for it in vain tells where.
_WHERE_IT_IS = searched(
    r"^(?!.*(?:경비|현관|문앞|완료|없|못)).*(?:택배|물건|주문한거|[내제]거|내꺼|제꺼)[가-힣]{0,4}어(?:딨|디(?:있|쯤|까지|야|임|에))[가-힣]{0,5}$"
)
#: `꼭 와야 해요 지금 어디에 있나요`
WHERE_NOW = searched(r"지금(?:은)?어디(?:에|쯤|까지)?(?:있[나어는]|왔|와있|인가|예요|에요|이에요)")
_ENDS_WHEN = searched(
    r"^언제(?:쯤)?(?:와요|오나요|올까요|도착하나요|도착해요)|언제(?:쯤)?(?:와|오나|오는|오려|올까|도착|온당|온대|온다|올랑|오남|옵니)[가-힣]{0,4}$"
)
_WHEN_SENT = searched(
    r"^(?!.*(?:반품|환불|교환|답|연락|돈|입금|쿠폰|적립))"
    r".*언제(?:쯤)?(?:보내[주나시줘준줄요냐]|발송|출고|줌|줘|주[나냐는]|줄[거래]|준[당다대])"
)

#: `안녕하세요 배송 문의요`: of his own parcel, as a rule.
_OF_A_PARCEL = re.compile(
    r"(?:안녕하세요|저기요?|저|수고하십니다|실례합니다)*(?:배송|택배)(?:관련(?:해서|된)?|건|때문에|에대해)?"
    r"(?:문의|질문|여쭤볼|물어볼)(?:좀)?(?:이?요|드려요|드립니다|드릴게요|합니다|해요|할게요|입니다|이에요|예요|있어요|있습니다|좀요|게있어요|게있습니다|게요)"
)
_WHEN_I_GET_IT = searched(
    r"언제(?:쯤|까지)?(?:받을수|받아볼|받게|도착|오나|와요|올까|올지|오는|배송)|(?:도착|배송)(?:은|이)?언제"
)
_IN_PARTS = searched(
    r"(?:나눠서?|나뉘어서?|따로(?:따로)?|두번에|각각|같이|함께|한번에|한꺼번에)(?:서)?(?:오[나는]|와요|배송되나|배송되는|도착하)"
)
#: `생일이라 내일까지 꼭 받아야 하는데요`
#: `상세페이지엔 11월 20일이라고 했는데요`: a day that was told is past, or nobody would say so.
_DAY_SAID = searched(
    r"(?:[0-9]{1,2}일|[0-9]월[초말]?|[월화수목금토일]요일|지난주|이번주|월[초말]|어제|오늘)[가-힣]{0,6}?(?:이?라고|된다고|한다고|온다고|나간다고|보낸다고)[가-힣]{0,10}?(?:는데요?|던데요?|은데요?|네요|거든요|잖아요)$"
)
NEEDED_BY = searched(
    r"(?:오늘|내일|모레|글피|[0-9]{1,2}일|[월화수목금토일]요일|주말|이번주|다음주|명절|추석|설|설날|생일|크리스마스)[가-힣]{0,4}?(?:까지|전에|전까지|안에)(?:는|은|ㄴ)?"
    r"(?:꼭|무조건|반드시|좀|제발)*(?:받아야|받고싶|받았으면|와야|왔으면|도착해야|도착했으면|필요|(?:보내|배송해|출고해|발송해)(?:주|줘))"
)


def of_his_parcel(turn: Turn, near: list[Intent]) -> bool:
    """Whether somebody asks of what he ordered: he wants to know no usual time."""
    plain = words.squash(turn.text)
    made = _MADE_FOR_HIM.search(plain) or _READY_WHEN.search(plain)
    if manner.asks_when_goods_come(turn.text) or made:
        return True
    if manner.asks_when_it_comes(turn.text) or _WHEN_SENT.search(plain):
        return True
    # `사료가 다 떨어져 가는데 언제 와요`, `선풍기 배송 언제쯤 될까요 2026…`
    about = any(one.category == "shipping" for one in near)
    when = _ENDS_WHEN.search(plain) or ("언제" in plain and extract.order_numbers(turn.text))
    if about and (WHERE_NOW.search(plain) or (when and not manner.reports_damage(turn.text))):
        return True
    if about and HIS_ORDER.search(plain) and _COMES.search(plain):
        return True
    where = bool(_WHERE_IT_IS.search(plain))
    if any(one.category != "shipping" for one in near) or not (where or manner.asks(turn.text)):
        return False
    # `출고됐나요?`: of likely entries each is of an order.
    each = near[0] is tells_stage(turn) and all(one.ticket != "none" for one in near)
    # `정기배송 중인데 이번 달만 건너뛸 수 있나요`
    each = each and not manner.names_service(turn.text)
    return each or where or bool(HIS_ORDER.search(plain))


def of_a_parcel(turn: Turn, entry: Intent) -> Intent | None:
    """The entry for where an order is, where a line names no more than that it is of a parcel,
    asks if it comes in several, or must have it by a day.
    """
    plain = words.squash(turn.text)
    named = entry.ticket == "none" and _OF_A_PARCEL.fullmatch(plain)
    # `택배가 두 개로 나눠서 오나요` asks of no fee.
    apart = entry.category == "shipping" and entry.ticket == "none" and comes_in_parts(turn)
    # `생일선물인데 금요일까지 꼭 보내주세요` wants none wrapped.
    way = entry.category == "shipping" and entry.ticket == "none"
    way = way or (entry.category == "other" and "포장" not in turn.text)
    urged = way and is_urgent(turn)
    if named or apart or urged or (way and _ordered_days_ago(turn)):
        return tells_stage(turn)
    dated = entry.category == "wrong_information" and _DAY_SAID.search(plain)
    return first_complaint(turn, "shipping") if dated and _asked_when_it_comes(turn) else None


def _ordered_days_ago(turn: Turn) -> bool:
    """`화요일에 주문했는데 언제쯤 받을 수 있나요`: what was ordered just now has no way yet."""
    plain = words.squash(turn.text)
    if not (_WHEN_I_GET_IT.search(plain) and HIS_ORDER.search(plain)):
        return False
    ordered = extract.when(turn.text, turn.now)
    return ordered is not None and ordered.day is not None and ordered.day < hours.today(turn.now)


def _asked_when_it_comes(turn: Turn) -> bool:
    """Whether it was just asked when goods leave or come."""
    known = turn.entry
    return known is not None and known.category == "shipping" and not manner.asks(turn.text)


def comes_in_parts(turn: Turn) -> bool:
    """Whether it is asked if what was ordered comes together (`같이 와요?`), or told that but some
    is on its way (`같이 주문했는데 하나만 송장이 떠요`).
    """
    if manner.is_partly_sent(turn.text):
        return True
    return bool(_IN_PARTS.search(words.squash(turn.text))) and manner.asks(turn.text)


_SEND_TODAY = searched(
    r"^(?:제거|제주문|급해요|혹시|네|저)*(?:오늘|당일)(?:안에|중으로|바로)?(?:꼭|무조건|제발|반드시|좀|바로)*(?:출고|발송)(?:되게|될수있게)?(?:좀)?(?:해|부탁|처리해)?(?:주|줘|드려|드립)"
)


def is_urgent(turn: Turn) -> bool:
    """`금요일까지 꼭 와야 돼요 2026…`, `오늘 꼭 출고해 주세요`: no usual time is asked."""
    if _SEND_TODAY.search(words.squash(turn.text)) and not manner.asks(turn.text):
        return True
    told = extract.order_numbers(turn.text) or turn.memory.details.get("order_number")
    return bool(told) and bool(NEEDED_BY.search(words.squash(turn.text)))


def _goes_back_packed(turn: Turn) -> bool:
    """`포장은 원래 박스 그대로 해야 하나요?` behind what a return costs: no present is wrapped."""
    plain = words.squash(turn.text)
    spoken_of = turn.intent(turn.memory.shown or turn.memory.intent)
    back = spoken_of is not None and bool(_OF_RETURNS.search(spoken_of.title))
    return "선물" not in plain and bool(
        _PACKED_AS_IT_CAME.search(plain) or (back and _PACKED.search(plain))
    )


def of_his_present(turn: Turn, entry: Intent) -> Intent | None:
    """`생일선물인데 언제쯤 도착할까요` is of its way, and wants nothing wrapped."""
    if entry is not wraps_presents(turn):
        return None
    if _ANOTHER_PLACE.search(words.squash(turn.text)):
        return changes_address(turn)  # `선물로 보낸 건데 배송지 바꿔주세요`
    if _goes_back_packed(turn):
        return asked_for(turn, "반품")
    if WRAPPED.search(turn.text):
        return None
    late = manner.is_late(turn.text) and not manner.asks(turn.text)
    if late or _NOT_DELIVERED.search(words.squash(turn.text)):
        return first_complaint(turn, "shipping")
    when = _ENDS_WHEN.search(words.squash(turn.text)) or manner.asks_when_it_comes(turn.text)
    return tells_stage(turn) if when else None
