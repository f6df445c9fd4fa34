"""Goods and money that are waited for: late, nowhere, gone back."""

from __future__ import annotations

import re

from bot.dialog import extract, manner, moved_days, wishes, words
from bot.dialog.complaints.fees import FEE
from bot.dialog.complaints.told import CREDIT, note_entry, slip_entry, talked_of, waits_for_it
from bot.dialog.entries import (
    asked_for,
    changes_address,
    changes_order,
    first_complaint,
    is_for,
    looks_up_order,
    repairs,
    tells_stage,
    usual_time,
)
from bot.dialog.lines import parts_of
from bot.dialog.turn import Turn
from bot.patterns import searched
from intents import Intent
from intents.clauses import parts

_WHEN = searched("언제|며칠|몇일|얼마나걸|도착하|출고|출발")
_WHEN_IT_COMES = searched("언제(?:쯤)?(?:와|오[나는]|도착|받)")
#: `다른 사람들은 다 왔다는데 저만 안 왔어요`
_ONLY_HIS = searched(
    r"(?:저|나|우리|저희|제거|내거)(?:집)?만(?:아직)?(?:도)?(?:안|못)(?:왔|와|오|받)"
)
#: Where a parcel was said to be left, or who took it in.
_SAID_TO_BE_THERE = searched(
    "완료|도착[이으인]|구매확정|재발송|없|사라|분실|도난|경비|문앞|현관|옆집|이웃|다른집|수령|인수|도착했다|왔다고|왔다[는네며]|갖다|두고|놓고|맡[겼긴]|증발|사진|배달했다|배달됐다"
)
#: `배송 언제 옴`: nobody who has ordered nothing asks so.
_COMES_WHEN = searched(
    r"^(?!.*(?:면|보통|평균|지금|주로|대개|만약|제주|해외|연휴|명절)).*(?:배송|택배)(?:은|는|이|가)?(?:대체|도대체)?언제(?:쯤)?(?:옴|와|오[냐노니나는려])[가-힣]{0,3}$"
    r"|^(?!.*(?:면|보통|평균|지금|반품|교환|환불|수리)).*(?:물건|상품|제품|택배|주문한거|내꺼|제꺼|제거|내거)(?:은|는|을|를)?(?:대체|도대체)?언제(?:쯤)?(?:보내[주줄]|부쳐)[가-힣]{0,5}$"
)
#: `주문한 케이크 토요일 오전에 받을 수 있는 거죠?`
_HIS_BY_THEN = searched(
    # `시킨 캐리어 그 전에 오나요`, `제가 주문한 한복 추석 전에 올까요`
    r"(?:주문한|주문했|시킨|시켰|구매한|구매했|결제한|결제했|(?:제가|어제|그제|그저께|아까)산)[가-힣0-9]{0,30}?(?:전에|전까지|까지|안에|때까지)(?:는|꼭)?[가-힣]{0,6}?"
    r"(?:오나|와요|올까|올지|오겠|도착|받을수|받아볼|받나|들어오|되나요$|되죠$)|"
    r"(?:주문한|시킨|구매한|결제한)[가-힣]{1,10}?(?:오늘|내일|모레|[월화수목금토일]요일|[0-9]{1,2}일|주말)[가-힣0-9]{0,8}?(?:받을수|오나|올까|오는거|오는건|도착하|받는거)"
)
#: `돈은 보냈는데 물건은 언제 와요`
_GOODS_WHEN = searched(
    r"^(?!.*(?:환불|반품|교환|취소)).*(?:물건|상품|택배|제품|옷|신발)(?:은|는|이|가)?(?:대체|도대체)?언제(?:쯤)?(?:오|와|올|온|보내|도착|받)"
)
#: `반품 송장번호 어디다 적어요`: the parcel that goes back.
_OF_RETURN = re.compile(
    r"(?:저기요?|혹시|근데)*(?:반품|교환)(?:할때|하는|시|용|보낼)?(?:송장|운송장|택배(?!비)|박스|상자)(?!.*(?:배송비|얼마))"
)
#: `수거는 며칠 걸려요`, `토요일에도 수거 오시나요`
_OF_FETCHING = re.compile(
    r"(?:저기요?|혹시|근데|그럼|(?:[월화수목금토일]요일|주말|평일|오늘|내일|저녁)(?:에|에도|에만|도)?)*(?:수거|회수|픽업)(?:는|은|가|도|를|하러)?"
    r"(?:보통|대략|언제|그럼)*(?:며칠|몇일|언제|얼마나|오시나|오나요|와주시나|되나|가능|하시나)"
)
#: `취소한 거 언제 입금되나요`, `부분취소한 거 얼마 들어와요`: the money of what was called off.
_OF_CANCELLED = searched(
    r"취소(?:한|된|했던|완료된)(?:거|것|건|주문|돈|금액|대금|상품)?(?:은|는|이)?[가-힣]{0,8}?(?:언제|얼마|며칠|몇일|아직)[가-힣]{0,8}?(?:들어|입금|환불|받|돌려|되돌|[인은]데)"
    # `주문 취소하면 환불 며칠 걸려요`
    r"|취소(?:를|신청|요청|버튼)?(?:을)?(?:하면|누르면|하고나면|되면|한뒤|하고)(?:은|는)?(?:돈|환불금?|입금|카드)?(?:은|는|이|이나)?"
    r"(?:바로|언제|얼마나|며칠|몇일|당일|즉시)[가-힣]{0,6}?(?:환불|들어|입금|돌려|걸|취소)"
)
#: `환불 신청했는데 왜 취소됐다고 나와요?`: what was asked for, and no order.
_REQUEST_OFF = searched(
    r"(?P<wish>환불|반품|교환)(?:을|를)?(?:신청|접수|요청)(?:을|를)?(?:했|한|넣)[가-힣]{0,10}?취소(?:가|로)?(?:됐|되[었어]|돼|처리|완료)"
)
#: `그냥 주문 취소하고 싶어요`
_OFF = searched(
    r"취소(?:를)?\s?(?:하고\s?싶|하려|할게|할께|해\s?주|해\s?줘|할래|부탁|바라|바랍|원해|이?요(?=[\s.,!~]|$)|신청이?요)"
)
#: `반품한 거 돈 언제 줘요`
_MONEY_WHEN = searched(
    r"(?:반품|환불)(?:한|된|했던|보낸)(?:거|것|건)?(?:의)?(?:돈|금액|대금|환불금?)(?:은|는|이|을)?(?:대체|도대체)?(?:언제|며칠)"
)
#: `혹시 내일 배송 와요? 집에 없어서`: who is out misses no parcel yet.
_COMES_WHILE_OUT = searched(
    r"(?:오늘|내일|모레|언제|주말|이따|몇시)[가-힣]{0,3}?(?:배송|택배|물건)?(?:이|가)?(?:와|오|올|온|도착)[가-힣]{0,6}집에(?:아무도|사람이)?없"
    r"|집에(?:아무도|사람이)?없[가-힣]{0,6}(?:오늘|내일|모레|언제|주말|이따|몇시)[가-힣]{0,3}?(?:배송|택배|물건)?(?:이|가)?(?:와|오|올|온|도착)"
)
#: `그럼 환불은요?` behind goods that went back: when, for how it is asked for is known.
_AND_MONEY = searched(r"^(?:그럼|그러면|근데|그리고|혹시|네|아)*(?:환불금?|돈)(?:은|는)(?:요|여)?$")
#: What went back to be exchanged is waited for, not the first parcel.
_EXCHANGED = searched("(?:교환)(?:을|를|하려고|한다고|으로)?(?:보낸|보냈|맡긴|맡겼|접수|신청)")
# Who was to fetch goods that go back delivers none.
_FETCHED = searched("수거|회수|픽업|가져가")
#: What was ordered, and what else than that may not have come.
_OF_ORDER = re.compile(r"(?:주문|구매|구입)(?:한|했던)|시킨|(?:전|에|때)산")
_TO_ANOTHER = re.compile(
    r"선물(?:로|을|하려고|한다고)?(?:보낸|보냈|한[거건게]|했는)|(?:받는|받을)(?:사람|분|쪽)|[가-힣]{2}(?:한테|에게|께)(?:보낸|보냈|주문|시킨)"
)
_NO_PARCEL = searched(r"연락|답|문자|전화|메일|돈|환불|입금|결제|취소|쿠폰|적립|포인트|영수증")


#: `아직 안 왔는데 혹시 취소된 건가요`: it did not come, whatever is asked behind that.
_TOLD_FIRST = searched(r"(?:아직|여태)(?:도|까지)?[가-힣]{0,6}?(?:안|못)[가-힣]{1,4}데[가-힣]{2}")
#: `이메일도 안 왔어요`: what tells of an order, and no parcel.
_NO_MAIL = searched(
    r"^(?!.*(?:물건|상품|택배|제품|환불|돈|입금)).*(?:메일|문자|알림톡|카톡|주문서|확인서|번호표|링크|초대장|파일)(?:도|이|가|은|는|조차)?(?:아직도?|통|전혀|하나도)?(?:안[와왔오]|못받)"
)
#: `오늘 배송 온다고 문자 왔는데 집에 없어요`: he is not there, and nothing is missing.
_NOT_AT_HOME = searched(
    r"(?:온다|오신다|온대|오신대|올거|배송예정|도착예정|배달예정|배송출발|배달출발)[가-힣]{0,10}?(?:집에|아무도|사람이|제가)+(?:아무도|사람이)?없(?:어|는데|을|습|네)"
    # `금요일 지나서 오면 받을 사람이 없어요`
    r"|(?:오면|오시면|도착하면|배송되면|배송오면)[가-힣]{0,6}?(?:받을사람|받아줄사람|아무도|집에|사무실에|회사에|가게에)(?:이|아무도|사람이)*없(?:어|는데|을|습|네)"
)
#: `사무실로 시켰는데 다음 주는 휴무예요`: nobody will be where it goes.
_NOBODY_THERE = searched(
    r"(?:사무실|회사|학교|직장|가게|매장|집)(?:로|으로|에서)?(?:시켰|주문했|보냈|배송했)[가-힣]{0,3}(?:는데|지만)[가-힣0-9]{0,24}?"
    r"(?:휴무|쉬[어는]|쉽니|휴가|출장|여행|방학|문(?:을)?닫|아무도없|사람이없)"
    # `낮에는 집에 아무도 없어요`
    r"|^(?!.*(?:완료|배달됐|배송됐|왔다|왔대|갔다|분실|미루|미뤄|늦추|늦춰|보류|연기)).*(?:집|사무실|회사|가게|매장|거기)에(?:는|도)?[가-힣0-9]{0,6}"
    r"(?:아무도|사람(?:이|은)?|식구(?:가|들이)?|가족(?:이|들이)?)[가-힣]{0,3}없(?!었)"
    r"|(?:내일|모레|오늘|주말|평일|요일|낮|저녁|오전|오후)(?:에?는|에|엔|은)?집에없(?!었)"
)
_MAY_BE_MOVED = searched(
    r"(?:미룰|늦출|보류할|연기할)수(?:는|도)?있|(?:미뤄|늦춰)(?:주실|줄)수|(?:미뤄|늦춰)(?:도되|도돼|질까)"
    r"|(?:으?로)(?:(?:해주실|해줄|할)수있|가능|될까|되나)|(?:이후|뒤|다음)(?:에|로|에나)보내주실수"
    # `12월 7일에 받고 싶은데 가능한가요`
    r"|(?:[0-9]일|요일|주말|이후)(?:로|에|날|쯤)?받고싶"
)
#: Somebody moves to another house.
_MOVES = searched(
    r"이사(?:를|을)?(?:가[게서려야는요]|갑|간[다대데]|갈|갔|하[게려는]|합니다|해[서요야]|할|했|예정|날)"
)
#: What was sent to be mended (`AS 보냈는데 2주째 감감무소식`).
_TO_BE_MENDED = searched(
    r"(?:(?<![a-z])as|에이에스|수리|수선)(?:를|을|로|하려고|받으려고|맡기려고|접수|신청)*(?:보낸|보냈|맡긴|맡겼|넣었|한지|접수한|신청한|접수했|신청했)"
)


def of_order(turn: Turn, entry: Intent) -> Intent | None:
    """What a line says of an order on its way, or of one that went back."""
    fetched = asks_of_fetching(turn) if entry.category == "shipping" else None
    hanging = fetched or in_repair(turn) or _gone_back(turn, entry)
    if hanging is not None:
        return hanging
    # What is said of goods that are there is put right by no other address, nor what is called off.
    none = entry.category == "product_quality" or _is_lost(turn, entry)
    slip = slip_entry(turn) if not (none or _wants_it_off(turn, entry)) else None
    if slip is None and entry.category == "exchange" and entry.ticket == "ask":
        slip = changes_order(turn) if manner.not_sent_yet(turn.text) else None
    slip = slip or (changes_address(turn) if _moves_house(turn, entry) else None)
    if slip is not None:
        return slip
    if _is_delayed(turn, entry):
        return first_complaint(turn, "shipping")
    if _awaits_his_order(turn, entry):
        return tells_stage(turn)
    if entry.category == "shipping" and entry.ticket != "ask":
        return _of_its_way(turn, entry)
    return first_complaint(turn, "shipping") if _is_not_there(turn, entry) else None


def _is_lost(turn: Turn, entry: Intent) -> bool:
    """`배송완료라고 떴는데 못 받았어요 수령인이 본인으로 되어 있어요`: nobody moves house."""
    lost = entry.ticket == "open" and entry.category == "shipping"
    return lost and manner.is_late(turn.text) and not manner.is_request(turn.text)


def _of_its_way(turn: Turn, entry: Intent) -> Intent | None:
    """What a line says of a parcel, and the entry for parcels does not answer."""
    longer = usual_time(turn) if manner.asks_if_it_takes_longer(turn.text) else None
    moved = longer or to_nobody(turn)
    return moved or (_not_late(turn) if entry.ticket == "open" else _moved(turn))


def _moves_house(turn: Turn, entry: Intent) -> bool:
    """`아직 안 왔는데 이사를 가게 됐어요`: where it goes is the matter, and no delay."""
    late = entry.category == "shipping" and entry.ticket == "open"
    moves = late and bool(_MOVES.search(words.squash(turn.text)))
    return moves and not (manner.waited_long(turn.text) or manner.is_stuck(turn.text))


def _wants_it_off(turn: Turn, entry: Intent) -> bool:
    """Whether an order shall be cancelled, whatever is wrong on it."""
    off = entry.category == "order" and entry.ticket == "ask" and _OFF.search(turn.text)
    return bool(off) and is_for(turn, entry, "주문 취소")


def asks_of_fetching(turn: Turn) -> Intent | None:
    """The entry that tells when goods that go back are fetched, where that is asked."""
    told = (turn.text, *parts(turn.own_words))
    asked = any(_OF_FETCHING.match(words.squash(one)) for one in told) and manner.asks(turn.text)
    return asked_for(turn, "반품") if asked and not turn.state.ticket else None


def goes_back_how(turn: Turn) -> Intent | None:
    """The entry for a return, where its parcel is asked of (`반품 송장은 어디에 등록하나요`)."""
    asked = _OF_RETURN.match(words.squash(turn.text)) and manner.asks(turn.text)
    return asked_for(turn, "반품") if asked and not turn.state.ticket else None


def in_repair(turn: Turn) -> Intent | None:
    """The entry for repairs, where goods that were sent to be mended are waited for."""
    if not _TO_BE_MENDED.search(words.squash(turn.text)):
        return None
    return repairs(turn) if manner.is_late(turn.text) or manner.hears_nothing(turn.text) else None


def _awaits_his_order(turn: Turn, entry: Intent) -> bool:
    """Whether it is asked when goods come, and neither how they are paid nor how long it takes.

    `상품권 언제 와요?`; `2024… 배송 언제 돼요` is of that order, and not of any.
    """
    plain = words.squash(turn.text)
    if entry.category == "refund":
        return bool(_GOODS_WHEN.search(plain))
    if entry.ticket != "none" or entry.category not in {"order", "shipping"}:
        return False
    if entry.category == "order":
        return bool(_WHEN_IT_COMES.search(plain))
    asks = (_WHEN.search(plain) or _HIS_BY_THEN.search(plain)) and not FEE.search(plain)
    mine = (
        _HIS_BY_THEN.search(plain) or _COMES_WHEN.search(plain) or extract.order_numbers(turn.text)
    )
    return bool(asks and mine)


def _moved(turn: Turn) -> Intent | None:
    """`배송 보류해 주세요` wants another day for his order, and asks for no usual time."""
    if not (manner.wants_it_later(turn.text) or moved_days.is_when(turn.text)):
        return None
    # `배송 날짜 좀 바꿀 수 있을까요` asks for it, too.
    wants = manner.is_request(turn.text) and not manner.asks(turn.text)
    may = moved_days.is_when(turn.text) or _MAY_BE_MOVED.search(words.squash(turn.text))
    return changes_order(turn) if wants or may else None


def _is_not_there(turn: Turn, entry: Intent) -> bool:
    """`옷이 안온다고요`: what did not come is not faulty."""
    if entry.category != "product_quality" or manner.reports_damage(turn.text):
        return False
    return manner.is_late(turn.text) and not manner.asks(turn.text)


def late_first(text: str) -> bool:
    """Whether goods are told not to have come, before what is asked of them."""
    return bool(_TOLD_FIRST.search(words.squash(text))) and manner.is_late(text)


def _is_delayed(turn: Turn, entry: Intent) -> bool:
    """Whether goods did not come, or not in time for what they were for, whatever is likelier."""
    text = turn.text
    # `물건을 받을 수는 있는 건가요?`
    plainly = manner.was_sent_back(text) or manner.came_too_late(text)
    if plainly or manner.doubts_it_comes(text) or _has_not_come(turn, entry):
        return True
    # `열흘 전에 산 게 언제 와요` asks for no usual time.
    long = manner.waited_long(text) or manner.is_for_today(text)
    waits = long and manner.is_late(text)
    if entry.category == "shipping" and entry.ticket != "open" and waits:
        return True
    if entry.category == "shipping" and entry.ticket == "none":
        told = not manner.asks(text) and (manner.is_late(text) or waits_for_it(text))
        return told or manner.is_stuck(text)
    # `배송중으로 바뀐 지 5일` wants no other address; `아직 준비중이네요 주소 바꿔 주세요` does.
    if entry is tells_stage(turn) or (entry.category == "shipping" and entry.ticket == "ask"):
        moves = entry is changes_address(turn) and wishes.is_where(text) and manner.is_request(text)
        return manner.is_stuck(text) and not moves
    if entry.category not in {"order", "other"} or manner.misses_credit(text):
        return False
    # `4일에 주문한 보온병을 아직 받지 못하였습니다`, `선물로 보낸 건데 아직 못 받았대요`
    plain = words.squash(text)
    ordered = _OF_ORDER if entry.category == "order" else _TO_ANOTHER
    first = _TOLD_FIRST.search(plain)
    no_parcel = _NO_PARCEL.search(plain[: first.end()] if first else plain)
    late = manner.is_late(text) and ordered.search(plain) and not no_parcel
    awaited = entry.category == "order" and manner.awaits_goods(text)
    return awaited or bool(late and (first or not manner.is_question(text)))


def _has_not_come(turn: Turn, entry: Intent) -> bool:
    """Whether nobody says that it is anywhere (`저만 안 왔어요`), whatever complaint it is like."""
    plain = words.squash(turn.text)
    if entry.ticket != "open" or entry.category not in {"shipping", "exchange"}:
        return False
    late = entry.category == "shipping" and manner.is_late(turn.text)
    late = late and not _NO_MAIL.search(plain)
    return bool(_ONLY_HIS.search(plain)) or (late and not _SAID_TO_BE_THERE.search(plain))


def _gone_back(turn: Turn, entry: Intent) -> Intent | None:
    """The entry for goods that went back and were lost, or for money that is to come back."""
    goes_back = entry.category == "shipping" and _OF_RETURN.match(words.squash(turn.text))
    if goes_back or manner.lost_return(turn.text):
        return asked_for(turn, "반품") or entry
    if entry.category != "refund" and manner.gives_refund_account(turn.text):
        return asked_for(turn, "환불")
    if manner.paid_back_short(turn.text):
        return entry if entry.category == "refund" else asked_for(turn, "환불")
    if (money := _of_its_money(turn, entry)) is not None:
        return money
    called_off = entry.category == "order" and entry.ticket == "ask" and "취소" in turn.text
    if called_off and of_cancelled(turn.text):
        likely = (turn.intent(one.intent_id) for one in turn.match.candidates[:3])
        return next((one for one in likely if one and one.category == "refund"), None)
    wish = _wish_undone(turn) if called_off else ""
    return asked_for(turn, wish) if wish else None


def _wish_undone(turn: Turn) -> str:
    """What was asked for and called off, or did not come of an order that was; or empty."""
    undone = _REQUEST_OFF.search(words.squash(turn.text))
    if undone is not None:
        return undone["wish"]
    return "환불" if _misses_refund(turn) else ""


def _of_its_money(turn: Turn, entry: Intent) -> Intent | None:
    """`반품 완료됐다는데 돈은요`: the likely entry for when it comes, and for no asking of it."""
    if entry.category != "refund" or entry.ticket != "ask":
        return None
    asks = "완료" in turn.text and manner.asks_for_money(turn.text)
    plain = words.squash(turn.text)
    beside = bool(turn.state.ticket) and turn.entry is not None and _AND_MONEY.search(plain)
    if not (asks or _MONEY_WHEN.search(plain) or beside):
        return None
    if all(entry is not asked_for(turn, wish) for wish in ("환불", "반품")):
        return None  # it is of when the money comes already
    likely = (turn.intent(one.intent_id) for one in turn.match.candidates[:3])
    return next((one for one in likely if one and one.category == "refund" and one != entry), None)


def to_nobody(turn: Turn) -> Intent | None:
    """The entry that changes where a parcel goes, where nobody will be there to take it."""
    plain = words.squash(turn.text)
    told = _NOBODY_THERE.search(plain) and not manner.asks(turn.text)
    return changes_address(turn) if told and not turn.state.ticket else None


def of_cancelled(text: str) -> bool:
    """Whether the money of what was called off is asked for, or has not come."""
    return bool(_OF_CANCELLED.search(words.squash(text)))


def _misses_refund(turn: Turn) -> bool:
    """Whether an order was called off, and its money has not come back."""
    return manner.misses_money(turn.text) and manner.went_wrong(turn.text) and "취소" in turn.text


def _comes_while_out(text: str) -> bool:
    """`오늘 택배 온다는데 집에 없어요`; where a parcel is nowhere (`배송완료로 뜨는데 집에 없어요
    오늘 4시에 완료됐다고 …`), that is told in a part of its own.
    """
    nowhere = any(waits_for_it(part) and not manner.asks(part) for part in parts_of(text))
    return bool(_COMES_WHILE_OUT.search(words.squash(text))) and not nowhere


#: `배송완료되면 문자 오나요?`: nothing came yet, and nothing is missed.
_ONCE_DELIVERED = searched(r"(?:배송|배달)완료(?:가|로|라고)?(?:되|돼|뜨|하|나오)(?:면|고나면)")


def _not_late(turn: Turn) -> Intent | None:
    """The entry of a line that was taken for a complaint of a delay, and is none."""
    plain = words.squash(turn.text)
    no_mail = _NO_MAIL.search(plain)
    asks = manner.is_question(turn.text) or "?" in turn.text
    stage = manner.only_tells_stage(turn.text) or manner.hopes_unsent(turn.text)
    stage = stage or (asks and _comes_while_out(turn.text))
    stage = stage or (asks and _ONCE_DELIVERED.search(plain) is not None)
    if no_mail or stage:
        return looks_up_order(turn) if no_mail else tells_stage(turn)
    # `집에 없으면 문 앞에 두고 가세요`
    out = changes_address(turn) if _NOT_AT_HOME.search(words.squash(turn.text)) else None
    noted = out or (None if manner.is_late(turn.text) else note_entry(turn))
    if noted is not None or manner.wants_it_later(turn.text):
        return noted or changes_order(turn)
    talked = [entry for entry in talked_of(turn) if entry.category in {"refund", "exchange"}]
    if manner.asks_if_too_late(turn.text):
        return next(iter(talked), None) or asked_for(turn, "반품")
    if (hanging := _to_go_back(turn, talked)) is not None:
        return hanging
    if manner.awaits_money(turn.text):
        return next(filter(_brings_money, talked_of(turn)), None)
    # `환불 신청한 지 일주일인데 소식이 없어요`: no parcel is waited for.
    hangs = manner.hears_nothing(turn.text) and not manner.is_late(turn.text)
    title = wishes.request(turn.text) if hangs and manner.went_wrong(turn.text) else ""
    return asked_for(turn, title) if title else None


def _brings_money(entry: Intent) -> bool:
    """Whether money, or points in its place, are waited for in a matter of this entry."""
    points = entry.category == "other" and bool(CREDIT.search(entry.answer))
    return entry.category == "refund" or points


def _to_go_back(turn: Turn, talked: list[Intent]) -> Intent | None:
    """The entry for goods that nobody fetched, or that were sent in to be exchanged."""
    if manner.missed_pickup(turn.text) and _FETCHED.search(turn.text):
        return next(iter(talked), None) or asked_for(turn, "반품")
    sent_in = manner.went_wrong(turn.text) and _EXCHANGED.search(words.squash(turn.text))
    return asked_for(turn, "교환") if sent_in else None
