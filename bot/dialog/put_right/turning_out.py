"""What an open matter turns out to be: worse than it was told, or no fault of the store."""

from __future__ import annotations

import re

from bot.dialog import extract, manner, wishes, words
from bot.dialog.complaints.told import complaint_in, lacks_goods
from bot.dialog.entries import (
    changes_order,
    entry_named,
    exchanges,
    first_complaint,
    of_goods,
    pays_back,
    repairs,
    tells_stage,
    usual_time,
)
from bot.dialog.put_right.corrections import WISHES, switch
from bot.dialog.put_right.mending import is_slip
from bot.dialog.put_right.other_goods import names_another
from bot.dialog.quoting import sure
from bot.dialog.turn import Turn
from bot.model import Decision
from bot.patterns import searched
from bot.records import replace
from intents import Intent

#: Categories of complaints that another thing came than was ordered.
OF_WHAT_CAME = frozenset({"exchange", "wrong_information"})
#: How somebody was treated, and not what he bought.
_OF_STAFF = searched(r"상담|응대|직원|담당|말투|태도|답변|대답|전화")
#: `받은 건 그저께예요`; a message that was received is none of the goods.
_CAME = searched(
    r"^(?!.*(?:문자|연락|전화|알림|안내|메일|답|톡)).*(?<!안)(?<!못)(?:받았|받은(?:건|거|지|날)|도착했|수령했"
    # `어제 왔어요`
    r"|(?:오늘|어제|그제|그저께|아까|방금|이미|벌써|[월화수목금토일](?:요일|욜)에?|주말에?|아침에?|택배가?|물건이?|상품이?)왔(?:어|는데|고[요$]|음|습|네|지|거든))"
)
#: What was shown, set against what came; that a screen shows colours otherwise is a mere reason.
_SHOWN = searched(
    r"(?:사진|설명|페이지)(?:이랑|랑|하고|과|와)[가-힣]{0,8}?(?:달라|달랐|다르|다른|딴판)"
    r"|"
    r"(?:사진|화면|페이지|그림|설명)(?:은|는|엔|에는|에서는|에선|상으로는)[가-힣]{1,10}?(?:였|이었|인데|라는데|던데)|온(?:건|거|게|것)"
)
_UNFIT = re.compile(r"안\s?맞\S*")
_NO_PHONE = searched(r"(?:전화|통화)[가-힣0-9]{0,14}?(?:안받|받지|연결(?:이|도)?안|안돼|안되)")
#: `이런 식으로 장사하시면 안 되죠` names no trouble.
_OF_TRADE = searched(r"장사|영업")


#: `경비실이 없어졌구나 그냥 문 앞이요` says where to put it.
_PUT_THERE = searched(
    r"(?:문앞|현관앞?|경비실|관리실|택배함|무인함|옆집|소화전)(?:에|으로|로)?(?:놔|둬|두|맡겨|넣어)?(?:이?요|로요|주세요|주시면돼요|부탁드려요|해주세요)$"
)


#: What is said of a number that lacks a digit, or has one too many.
_LEFT_OUT = re.compile(
    r"(?:아|앗|어|엇|헐|잠깐만?요?|잠시만요?|죄송(?:해요|합니다)?|미안(?:해요)?|맞다|제가|주문번호|번호|숫자|자리|끝|뒤|앞|중간|하나|한개|한자리|한자|두개|두자리|0|영|에|가|이|를|을|는|은)*"
    r"(?:빠[졌졋뜨트]|빼먹|빼고|덜|누락|더[썼쳤적눌]|잘렸|모자라|틀렸|틀리게|잘못)[가-힣]{0,8}"
)
#: When goods come that were ordered.
_PARCEL_WHEN = searched(
    r"(?:물건|상품|제품|택배|배송|주문(?:한(?:거|것|건|게)?)?|시킨(?:거|것|건|게)|산(?:거|것|건|게))(?:은|는|이|가|을|를)?(?:도대체|대체|진짜|그래서)*언제(?:쯤|까지)?"
    r"(?:보[내낼냅]|와|오|올|옵|도착|배송|출고|나[가갈]|되|돼|될|받|줄|줘|주)"
)
#: Where couriers leave a parcel.
_AT_THE_DOOR = searched(r"문\s?앞|현관|경비실|관리실|택배함|무인함|옆집|복도|소화전")


_DELIVERED = searched(
    r"(?:배송|배달|도착|수령|인수)완료(?:라|로|됐|되었|인데|이?래|가뜨|떴|뜨|문자|처리|찍)"
)
_BOX = searched(
    r"(?:상자|박스|포장|봉투|비닐)(?:가|이|는|은|도|까지)?(?:다|좀|완전|살짝|많이)*(?:찌그러|찢어|찢겨|구겨|젖|망가|뭉개|터[져졌])"
)
_IN_THE_BOX = searched("안에|속에|내용물|물건|상품|제품|깨[졌져지]|부러|파손|고장")


def turn_out_worse(turn: Turn) -> Decision | None:
    """What was late, or is to go back, is broken or another thing: that is the matter now."""
    current = turn.entry
    if not turn.state.ticket or current is None or names_another(turn):
        return None
    if manner.asks(turn.text):
        return _asked_in_anger(turn, current)
    if _writes_number_anew(turn):
        return None
    another = _turns_out_another(turn, current)
    if another is not None:
        return switch(turn, another, said_so=current.ticket == "open")
    return (
        _wanted_of_the_broken(turn, current)
        or _has_come(turn, current)
        or _fits_not_as_told(turn, current)
        or _is_worse(turn, current)
    )


def _asked_in_anger(turn: Turn, current: Intent) -> Decision | None:
    """`물건은 언제 보낼 거야` of who only scolded: it is late, and that is the matter now."""
    if "언제" not in turn.text or not _only_scolded(turn, current):
        return None
    late = None
    if _PARCEL_WHEN.search(words.squash(turn.text)):
        late = first_complaint(turn, "shipping")
    elif wishes.request(turn.text) == "환불":
        late = pays_back(turn)
    if late is None:
        return None
    return switch(turn, late, said_so=False, late=late.category in WISHES)


def _writes_number_anew(turn: Turn) -> bool:
    """`아 하나 빠졌다 2026…`: a digit of the order's number is missing, and none of the goods."""
    known = turn.memory.details.get("order_number", "")
    numbers = extract.order_numbers(turn.text)
    if len(numbers) != 1 or numbers[0] == known or not is_slip(known, numbers[0]):
        return False
    return bool(_LEFT_OUT.fullmatch(words.squash(extract.without_numbers(turn.text))))


def _turns_out_another(turn: Turn, current: Intent) -> Intent | None:
    """A parcel that was asked for is nowhere or late, or what came amiss was but told of
    otherwise.
    """
    # `배송완료로 바뀌었는데 없어요`, of a parcel that was late too
    if current.category == "shipping" and (current.ticket == "ask" or _is_said_to_be(turn)):
        gone = _is_nowhere(turn)
        return gone if gone is not current else None
    if current is usual_time(turn) and manner.is_late(turn.text):
        return first_complaint(turn, "shipping")
    # `상세엔 식기세척기용이라고 돼 있었어요`: what came is what was ordered.
    told = turn.memory.details.get("what", "").split("\n")
    as_told = current.category == "exchange" and current.ticket == "open" and _was_misled(turn)
    # `상세에 3만원 이상이라고 써 있었어요` of a present that is missing says what it goes with.
    if not as_told or any(manner.came_as_another(one) or lacks_goods(one) for one in told):
        return None
    return first_complaint(turn, "wrong_information")


def _is_worse(turn: Turn, current: Intent) -> Decision | None:
    """The same, where a worse trouble is told."""
    wished = current.ticket != "open" and current.category in WISHES
    # `불량이었는데?` behind too small a sum is what the sum is about.
    told = turn.memory.details.get("what", "").split("\n")
    wished = wished and not any(map(manner.paid_back_short, told))
    # `방금 왔어요 근데 색이 다른데요` of a parcel that was but asked for
    late = current.category == "shipping" and (
        current.ticket == "open" or current is tells_stage(turn)
    )
    scolded = _only_scolded(turn, current) or _called_in_vain(turn, current)
    # `색이 달라요`, then `분홍 시켰는데 보라색 왔어요`: no page was wrong.
    unlike = current.category == "wrong_information" and manner.came_as_another(turn.text)
    asked = _only_asked(turn, current)
    if not (wished or late or unlike or scolded or asked or _blamed_courier(turn, current)):
        return None
    worse = complaint_in(turn, turn.text) or (_came_short(turn) if late else None)
    if worse is None and wished and lacks_goods(turn.text):
        worse = first_complaint(turn, "exchange")  # `반품 말고 나사만 보내주세요 모자라요`
    if worse is None and wished:
        misled = first_complaint(turn, "wrong_information") if _was_misled(turn) else None
        worse = misled or _surely_faulty(turn)  # `전기장판인데 너무 뜨거워서 못 쓰겠어요`
    if worse is None and _blamed_courier(turn, current):
        worse = _is_nowhere(turn)
    hangs = _what_hangs(turn) if worse is None and scolded else None
    if worse is None and scolded:
        worse = hangs or _wished_in_anger(turn) or _what_angers(turn)
    if worse is None or worse.id == current.id or _is_of_the_box(turn, current):
        return None
    if wished:
        return None if worse.category == "shipping" else _switch_with_wish(turn, current, worse)
    gone = worse.category == "shipping" and worse == _is_nowhere(turn)
    broke = current.category != "service" or worse.category == "product_quality" or gone
    if worse.category == current.category or not (broke or scolded):
        return None
    late = hangs is not None and hangs.category in WISHES
    return switch(turn, worse, said_so=not (scolded or asked), late=late)


def _has_come(turn: Turn, current: Intent) -> Decision | None:
    """What was to be changed in the order has come: it is exchanged."""
    meant = exchanges(turn) if current is changes_order(turn) else None
    came = meant is not None and _CAME.search(words.squash(turn.text))
    return switch(turn, meant) if came and meant is not None else None


def _fits_not_as_told(turn: Turn, current: Intent) -> Decision | None:
    """`규격이 안 맞아요`, then `상세에는 국민규격이라고 써 있었는데`: nothing is broken."""
    faulty = current.ticket == "open" and current.category == "product_quality"
    if not (faulty and _was_misled(turn)):
        return None
    told = turn.memory.details.get("what", "").split("\n")
    page = first_complaint(turn, "wrong_information")
    if page is None or any(manner.reports_damage(_UNFIT.sub("", one)) for one in told):
        return None
    return switch(turn, page)


def _surely_faulty(turn: Turn) -> Intent | None:
    """The complaint about goods that the matcher is sure of, where no usual word of it is said."""
    best = sure(turn)
    faulty = best is not None and best.ticket == "open" and best.category == "product_quality"
    return best if faulty and manner.reports_problem(turn.text) else None


def _only_asked(turn: Turn, current: Intent) -> bool:
    """Whether a ticket holds but a question about goods, and now they have come."""
    return current.ticket == "ask" and current is of_goods(turn)


def _wanted_of_the_broken(turn: Turn, current: Intent) -> Decision | None:
    """`교환해 주시고 기사도 교육하세요` behind a courier who broke the goods."""
    told = turn.memory.details.get("what", "").split("\n")
    broke = _blamed_courier(turn, current) and any(map(manner.reports_damage, told))
    wanted = wishes.labels(turn.own_words)
    fault = first_complaint(turn, "product_quality")
    if not broke or len(wanted) != 1 or fault is None:
        return None
    return switch(turn, fault, wish=next(iter(wanted)))


def _was_misled(turn: Turn) -> bool:
    """`설명에는 호환된다고 되어 있었어요` behind an exchange: the page told, or showed, what is not
    so (`사진은 베이지였는데 온 건 노란색이에요`).
    """
    # `색이 화면이랑 달라요` alone says why it goes back.
    came = manner.is_unlike(turn.text) and _SHOWN.search(words.squash(turn.text))
    told = manner.was_told_otherwise(turn.text) or bool(came)
    return told and not manner.is_of_service(turn.text)


def _what_hangs(turn: Turn) -> Intent | None:
    """What made somebody angry, where no goods are broken: a refund that does not come, a page."""
    if manner.is_unlike(turn.text):
        return first_complaint(turn, "wrong_information")
    # `환불 처리해 준다고 한 지가 2주가 넘었습니다`
    waits = manner.waited_long(turn.text) and bool(wishes.request(turn.text))
    hangs = waits or manner.went_wrong(turn.text) or manner.misses_money(turn.text)
    # `환불 왜 안 해 주냐고요` need not be sure.
    insists = manner.insists(turn.text) and bool(wishes.request(turn.text))
    sure_of_it = hangs and turn.match.verdict == "answer"
    if not sure_of_it and not (insists and turn.match.candidates):
        return None
    entry = turn.intent(turn.match.candidates[0].intent_id)
    if entry is None or entry.category not in WISHES:
        return None
    # `환불해 준다며`: the money is waited for, and nobody asks why it is wanted.
    return (pays_back(turn) if wishes.request(turn.text) == "환불" else None) or entry


def _is_nowhere(turn: Turn) -> Intent | None:
    """`문 앞에도 없고 경비실에도 없고` behind what a courier did: the parcel is the matter."""
    best = sure(turn)
    missing = best is not None and best.ticket == "open" and best.category == "shipping"
    put_there = _PUT_THERE.search(words.squash(turn.text))
    return best if missing and "없" in turn.text and not put_there else None


def _is_said_to_be(turn: Turn) -> bool:
    """Whether a parcel is said to have been delivered (`배송완료라고 뜨는데요 …`)."""
    return bool(_DELIVERED.search(words.squash(turn.text)))


def _wished_in_anger(turn: Turn) -> Intent | None:
    """What is wanted of who only scolded (`주소 바꿔 달라니까요`)."""
    best = sure(turn)
    wished = best is not None and best.ticket == "ask" and best.listed
    named = wished and not words.asks_to_do(turn.text)  # `접수해 주세요`
    return best if named and manner.is_request(turn.text) else None


def _what_angers(turn: Turn) -> Intent | None:
    """`배송 왜 안 되냐고요` of who only said that he tells it again and again: the parcel."""
    best = sure(turn)
    complains = best is not None and best.ticket == "open" and best.category != "service"
    return best if complains and manner.reports_problem(turn.text) else None


def _came_short(turn: Turn) -> Intent | None:
    """`아 왔어요 근데 하나가 비네요`: what was late has come, and not all of it."""
    short = "왔" in turn.text and lacks_goods(turn.text)
    return first_complaint(turn, "exchange") if short else None


def turn_out_own(turn: Turn) -> Decision | None:
    """What came is what was ordered after all: what is wanted now is a mere exchange or refund.

    What was no fault of the goods (`제 실수긴 한데`) is a case for who mends them.
    """
    current = turn.entry
    if not turn.state.ticket or current is None or current.ticket != "open":
        return None
    if current.category == "product_quality" and manner.broke_it_himself(turn.text):
        mends = repairs(turn)
        return switch(turn, mends) if mends is not None else None
    if current.category not in OF_WHAT_CAME or not wishes.labels(turn.own_words):
        return None
    story = turn.memory.details.get("what", "")
    if not any(map(manner.ordered_so, [turn.text, *story.split("\n")])):
        return None
    wish = wishes.read(turn.own_words, turn.said, asked=True).split(" ")[0]
    meant = entry_named(turn, wish) if wishes.is_label(wish) else None
    return switch(_forgetting_what_came(turn), meant) if meant is not None else None


#: `다시 보니 제가 오크로 주문했네요 월넛으로 교환할 수 있을까요`
_INTO = searched(
    r"(?P<option>(?!새|다른|이거|그거|이걸|그걸|한치수)[가-힣A-Za-z0-9]{1,10}?)(?:으로|로)\s?(?:교환|바꿔|바꿀|바꾸)"
)


def _forgetting_what_came(turn: Turn) -> Turn:
    """What had been ordered is no option that is wanted now, but where the line names it anew."""
    known = turn.memory
    told = {name: said for name, said in known.details.items() if name != "option"}
    if wanted := _INTO.search(turn.text):
        return turn.remembering(replace(known, details={**told, "option": wanted["option"]}))
    asked = {name: times for name, times in known.asked.items() if name != "option"}
    return turn.remembering(replace(known, details=told, asked=asked))


def _switch_with_wish(turn: Turn, wished: Intent, fault: Intent) -> Decision:
    """A wish turns out to have a fault behind it: that is complained of, and the wish a detail.

    Nobody asks why any more, nor whether exchange or refund.
    """
    wish = wishes.EXCHANGE if wished.category == "exchange" else wishes.REFUND
    if wishes.wants_the_rest(turn.text):
        wish = wishes.read(turn.own_words, turn.said, asked=True)
    # Who asked why he pays a fee wanted neither yet, nor did who only told that it does not fit.
    told = turn.memory.details.get("what", "").split("\n")
    stated = wished.category == "refund" or any(map(wishes.labels, [*told, turn.own_words]))
    return switch(turn, fault, wish=wish if wished.ticket == "ask" and stated else "")


def _blamed_courier(turn: Turn, current: Intent) -> bool:
    """Whether the ticket is about how a parcel was delivered: what was in it may have broken."""
    told = turn.memory.details.get("what", "").split("\n")
    # `문 앞에 놔 달라고 했는데 경비실에 맡겨 놨어요` is said of him, too.
    of_him = any(map(manner.blames_courier, told)) or any(map(_left_elsewhere, told))
    return current.category == "service" and of_him


def _is_of_the_box(turn: Turn, current: Intent) -> bool:
    """`상자가 다 찌그러졌네` behind a courier who threw it: of him still, and of no goods."""
    told = words.squash(turn.text)
    boxed = _BOX.search(told) is not None and _IN_THE_BOX.search(told) is None
    return boxed and _blamed_courier(turn, current)


def _left_elsewhere(text: str) -> bool:
    return manner.disregarded(text) and bool(_AT_THE_DOOR.search(text))


def _called_in_vain(turn: Turn, current: Intent) -> bool:
    """Whether no more was told than that nobody answers the phone: what he called for comes now."""
    told = turn.memory.details.get("what", "").split("\n")
    called = current.category == "service" and _NO_PHONE.search(words.squash(told[0]))
    return bool(called) and not manner.wrote_before(told[0])


def _only_scolded(turn: Turn, current: Intent) -> bool:
    """Whether nothing was told yet but anger (`장사 이따위로 하냐`): what made it comes now."""
    told = turn.memory.details.get("what", "").split("\n")
    if current.category != "service" or not (
        manner.anger(told[0]) or manner.alleges_fraud(told[0])
    ):
        return False
    # `단골인데 이런 물건을 보내시다니` behind it names no more.
    if any(manner.reports_problem(line) or _OF_STAFF.search(line) for line in told[1:]):
        return False
    if manner.blames_courier(told[0]):
        return False  # `벨 누르지 말라고 해 주세요` is of him
    troubled = manner.reports_problem(told[0]) and not _OF_TRADE.search(told[0])
    return not (_OF_STAFF.search(told[0]) or troubled)
