"""Which complaint a line really is: by what it tells, whatever the matcher took it for."""

from __future__ import annotations

import re

from bot.dialog import details, extract, manner, wishes, words
from bot.dialog.entries import (
    RETURN_FEE,
    asked_for,
    changes_address,
    changes_order,
    entry_named,
    exchanges,
    first_complaint,
    is_stand_in,
    looks_up_order,
    of_goods,
    pays,
    repairs,
    return_fee,
    tells_stage,
)
from bot.dialog.filing import SAME_ORDER
from bot.dialog.turn import Turn
from intents import Intent

#: Categories of complaints about goods.
_OF_GOODS = frozenset(("product_quality", "wrong_information"))
#: The same, and those about another item that came.
_OF_WHAT_CAME = _OF_GOODS | {"exchange"}
#: Guesses among which one of them may be meant.
MOST_LIKELY = 3
_AT_THE_SHOP = re.compile(
    "결제|주문|구매|카드|사이트|페이지|앱|로그인|장바구니|입금|쿠폰|취소|페이|돈"
)
_CREDIT = re.compile("쿠폰|포인트|적립")
# What went back to be exchanged is waited for, not the first parcel.
#: `250으로 바꾸면 배송비 내야 하나요` asks for the fee of what goes back.
_IF_SENT_BACK = re.compile(
    "(?:바꾸|교환하|반품하|환불하|돌려보내|교환받으|환불받으)(?:면|려면|게되면)"
    "|(?:바꿔|교환해|반품해)(?:주|주시)(?:면|는데|신다면)"
)
_WHEN = re.compile("언제|며칠|몇일|얼마나걸|도착하|출고|출발")
_WHEN_IT_COMES = re.compile("언제(?:쯤)?(?:와|오[나는]|도착|받)")
#: A present that tells what it cost (`선물인데 영수증이 들어있었어요`).
_SHOWED_PRICE = re.compile(
    "선물[가-힣]{0,12}?(?:영수증|명세서|가격|금액)(?:이|가|도)?(?:그대로|같이|다)?(?:들어(?:있|왔)|보였|적혀있|동봉)[가-힣]{0,2}(?:[었네더]|는데)"
)
#: A page that does not tell what is asked (`페이지에 안 나와있어요`) told nothing wrong.
_SAYS_NOTHING = re.compile(
    "(?:페이지|설명|상세|고시|사이트)에(?:는|도)?(?:아무것도)?(?:안(?:나[와오]|적|써|쓰여)|없)"
)
#: What is written on goods.
_MADE = re.compile("각인|자수|인쇄|문구|글씨|프린팅")
_CHANGE = re.compile("바꿔|바꾸|변경|수정|고쳐|정정")
_EXCHANGED = re.compile("(?:교환)(?:을|를|하려고|한다고|으로)?(?:보낸|보냈|맡긴|맡겼|접수|신청)")
# Who was to fetch goods that go back delivers none.
_FETCHED = re.compile("수거|회수|픽업|가져가")
# `송장이 안 떠요` tells of no goods, whatever does not show.
_TRACKED = re.compile("송장|운송장|(?:배송|택배|배달)조회")
# What is asked of a process by its name: how long it takes, or what it costs.
_PROCESS_ASKED = re.compile(
    r"(?<![가-힣])(?:그럼|그러면|근데|혹시|네)?(?:(?:환불|반품|교환|수리|수선|취소|답변|답장|as)(?:은|는|이|을|를|금|처리|신청|받는데|하면|하려면"
    r"|하는데(?:는)?|보통|대략|대개)*"
    r"(?:얼마나|며칠|몇일|몇주)(?:이나|정도|쯤)?(?:걸|소요|기다)"
    r"|(?:반품|교환)(?:은|는|을|를|하면|하려면|하는데(?:는)?|할때"
    r"|시)*(?P<cost>(?:돈|비용|요금)?(?:은|이)?얼마(?:나)?(?:들|드|내|예|에|인|죠|야)))"
)
#: Categories of what shall become of goods.
_WISHED = frozenset(("refund", "exchange"))
#: `입금 기한이 지났어요`: no goods have gone off.
_TERM_OF_ORDER = re.compile("(?:입금|결제|주문)(?:기한|기간|시간)")
_INTO = re.compile(r"→|->|=>|[A-Za-z0-9]\s?에서\s?[A-Za-z0-9]")
_FEE = re.compile(r"(?:배송|택배)?비|배송료|운임")
#: Matters of goods that go back, and what a question about a fee is of that is not about them.
_GOES_BACK = _OF_WHAT_CAME | {"refund"}
OF_NEW_ORDER = re.compile(
    r"무료|기준|이상|(?:주문|구매|결제)하|새로|다시사|[사살시킬켜키](?:면|때)|추가로|제주|도서|산간|섬|합배송|묶음|처음"
)
#: What was ordered, and what else than that may not have come.
_OF_ORDER = re.compile(r"(?:주문|구매|구입)(?:한|했던)|시킨|(?:전|에|때)산")
_TO_ANOTHER = re.compile(
    r"선물(?:로|을|하려고|한다고)?(?:보낸|보냈|한[거건게]|했는)|(?:받는|받을)(?:사람|분|쪽)|[가-힣]{2}(?:한테|에게|께)(?:보낸|보냈|주문|시킨)"
)
_NO_PARCEL = re.compile(r"연락|답|문자|전화|메일|돈|환불|입금|결제|취소|쿠폰|적립|포인트|영수증")
#: `5일에 온다더니`: by when it was to come.
_DAY_TOLD = re.compile(r"(?:온|도착한|배송된|출고된|보낸|간|받는|도착된)다(?:더니|고하|면서|고했)")
#: What did not come, or came late, by other words than most.
_WAITED_FOR = re.compile(
    r"(?:배송|택배|발송|출고|도착)[가-힣]{0,6}늦|왜[가-힣]{0,8}안보[내냈]"
    r"|(?:배송|배달)완료[가-힣]{0,12}?(?:없(?:어|네|는|습|음)|안왔|못받)"
)
#: `사진이랑 같나요`, `설명이랑 다르면 환불되나요`: nothing is unlike what was told yet.
_IF_UNLIKE = re.compile(
    r"(?:사진|설명|상세|실물|화면|페이지)(?:이랑|랑|하고|과|와)?(?:색이|색상이|많이|똑)*(?:같(?:나|은가|을까)|(?:다르|틀리)면)"
)
_OTHER_ITEM = re.compile(r"다른(?!주문)|딴|틀린|잘못(?:온|왔|보내|배송)|엉뚱|뒤바뀐|바뀌")


def fee_meant(turn: Turn, entry: Intent) -> Intent:
    """The entry for the fee of goods that go back, where it is asked beside such a matter.

    `그럼 배송비는 얼마예요` beside an exchange is not about what a new order costs.
    """
    plain = words.squash(turn.text)
    if entry.ticket != "none" or entry.category != "shipping" or not _FEE.search(plain):
        return entry
    known = turn.intent(turn.memory.intent) if turn.state.ticket else None
    near = known or next(iter(talked_of(turn)), None)
    goes_back = near is not None and near.category in _GOES_BACK
    goes_back = goes_back or bool(RETURN_FEE.search(plain))
    if not goes_back or OF_NEW_ORDER.search(plain):
        return entry
    return return_fee(turn) or entry


def cause(turn: Turn, entry: Intent) -> Intent:
    """The entry that a line belongs to where the matcher took it for `entry`.

    Whoever wants an exchange for broken goods complains of the goods; the wish is a detail. What is
    surely a complaint of the seller's own stays it, where there is but a stand-in for the other.
    """
    found = _cause(turn, entry)
    own = entry.ticket == "open" and entry.listed and turn.match.verdict == "answer"
    another = entry.category in _OF_GOODS and found.category == "exchange"
    kept = own and not another and found is not entry and is_stand_in(turn, found)
    return entry if kept else found


def _cause(turn: Turn, entry: Intent) -> Intent:
    if manner.asks_if_open(turn.text):
        return _for_hours(turn, entry)
    if entry.ticket == "open" and entry.category in _OF_GOODS and (asked := _asked_of(turn)):
        return asked
    if (asked := _wanted_first(turn, entry) or of_process(turn, entry)) is not None:
        return asked
    if (fee := fee_meant(turn, entry)) is not entry:
        return fee
    meant = _of_money(turn, entry) or _of_people(turn, entry) or _of_order(turn, entry)
    if meant is None and entry.category in {"refund", "order"} and manner.was_done_to(turn.text):
        return entry  # `파손이었는데 반품비를 떼 갔네요`: the fee is the matter
    wanted = _wanted_otherwise(turn) if entry.category == "other" else None
    return meant or _of_goods(turn, entry) or wanted or entry


def _asked_of(turn: Turn) -> Intent | None:
    """The entry that a question about goods is for, where nobody complains of any."""
    if _IF_UNLIKE.search(words.squash(turn.text)) and manner.asks(turn.text):
        return entry_named(turn, wishes.request(turn.text)) or of_goods(turn)
    return of_goods(turn) if asks_of_goods(turn) else None


def _wanted_first(turn: Turn, entry: Intent) -> Intent | None:
    """`교환 재고 없으면 환불해 주세요` wants an exchange; `교환 말고 수리해 주세요` neither."""
    if entry.category not in _WISHED:
        return None
    own = turn.own_words
    if manner.wants_repair(own) and wishes.EXCHANGE in wishes.refused(own):
        return repairs(turn)
    label = wishes.label(own) if wishes.fallback(own) else ""
    return asked_for(turn, label) if wishes.is_label(label) else None


def _wanted_otherwise(turn: Turn) -> Intent | None:
    """What is wanted of an order or of goods, where the matcher saw neither."""
    return _note(turn) or _of_sold_out(turn) or _wanted_of_goods(turn) or _wants_another_size(turn)


def _of_sold_out(turn: Turn) -> Intent | None:
    """`주문했는데 품절이래요`: what becomes of the order, and not when there is more of it."""
    told = "품절" in turn.text and not manner.asks(turn.text)
    return asked_for(turn, "주문") if told and manner.was_done_to(turn.text) else None


def asks_of_goods(turn: Turn) -> bool:
    """Whether a line asks of goods before buying: there is nothing to be sorry for."""
    return manner.asks_of_goods(turn.text) or manner.inquires(turn.text)


def of_process(turn: Turn, entry: Intent) -> Intent | None:
    """The entry for how long something takes, or what it costs, that is called by its name.

    `환불은 보통 얼마나 걸리나요` is no question about parcels, `교환은 얼마 드나요` one about fees.
    """
    plain = words.squash(turn.text)
    if entry.category == "shipping" and entry.ticket == "none" and _IF_SENT_BACK.search(plain):
        likely = (turn.intent(one.intent_id) for one in turn.match.candidates[:MOST_LIKELY])
        return next((one for one in likely if one and RETURN_FEE.search(one.title)), None)
    named = _PROCESS_ASKED.search(plain)
    if named is None or not manner.asks(turn.text):
        return None
    if named["cost"]:
        goes_back = entry.category in {"refund", "exchange"} and entry.ticket == "ask"
        return return_fee(turn) if goes_back else None
    if entry.category != "shipping" or entry.ticket != "none":
        return None
    likely = (turn.intent(one.intent_id) for one in turn.match.candidates[:MOST_LIKELY])
    timed = (one for one in likely if one is not None and one.category != "shipping")
    return next((one for one in timed if not RETURN_FEE.search(one.title)), None)


def _of_money(turn: Turn, entry: Intent) -> Intent | None:
    """The entry for points that are not there, or for money that is gone without an order."""
    gone = entry.category == "order" and manner.paid_for_nothing(turn.text)
    return _of_credit(turn) or (pays(turn) if gone else None)


def _of_credit(turn: Turn) -> Intent | None:
    """The entry for coupons and points, where one is not there or does not count.

    What a page told of them, and what a cancellation left of them, is another complaint.
    """
    text = turn.text
    # `쿠폰이 안 먹혀요??` asks nothing.
    if not manner.misses_credit(text) or manner.asks(text.rstrip("?？!~ ")):
        return None
    if manner.went_wrong(text):
        return None
    if manner.was_told_otherwise(text):
        return None
    entries = (one for one in turn.faq.intents if one.listed and turn.intent(one.id))
    found = next((one for one in entries if _CREDIT.search(one.title)), None)
    return found or turn.faq.stand_ins["credit"]


def _for_hours(turn: Turn, entry: Intent) -> Intent:
    """`오늘 상담 하나요` asks for the hours: the likeliest entry that only answers."""
    likely = (turn.intent(one.intent_id) for one in turn.match.candidates)
    plain = (one for one in likely if one is not None and one.listed and one.ticket == "none")
    return next(plain, entry)


def told_plainly(turn: Turn) -> Intent | None:
    """The complaint that a line holds by its own words; None where it holds none."""
    if (credit := _of_credit(turn)) is not None:
        return credit
    named = _told_of(turn)
    if named:
        return first_complaint(turn, named)
    if manner.gives_refund_account(turn.text):
        return asked_for(turn, "환불")
    if _TERM_OF_ORDER.search(words.squash(turn.text)):
        return looks_up_order(turn)
    off = "" if turn.state.ticket else manner.calls_off(turn.text)
    called_off = asked_for(turn, off) if off else None
    return called_off or _slip(turn) or _note(turn) or damage_entry(turn)


def _note(turn: Turn) -> Intent | None:
    """`부재시 전화 주세요`, `회사로 보내 주세요`: the entry that changes how and where it comes."""
    noted = manner.notes_for_courier(turn.text) or manner.wants_elsewhere(turn.text)
    wanted = noted and manner.is_request(turn.text)
    return changes_address(turn) if wanted else None


def _told_of(turn: Turn) -> str:
    """The category of what is told of people, of the way here, of a page, of another item."""
    text = turn.text
    blames = manner.blames_staff(text) or manner.blames_courier(text)
    if blames or manner.kept_no_word(text) or manner.intrudes(text):
        return "service"
    told = manner.was_told_otherwise(text) and not manner.mistyped_delivery(text)
    # `5일에 온다더니 8일에 왔고 그것도 깨져서 왔어요`: that is the worse of the two.
    told = told and not (_DAY_TOLD.search(words.squash(text)) and manner.reports_damage(text))
    # What was to come by a day, and did not, is late before it is anything else.
    late = manner.is_stuck(text) or manner.came_too_late(text)
    if late or (told and (manner.is_late(text) or manner.names_its_day(text))):
        return "shipping"
    if told and not manner.holds_to_word(text):
        return "wrong_information"
    too_few = manner.came_too_few(text) and not manner.reports_damage(text)
    if manner.came_as_another(text) or manner.is_short(text) or too_few or _lacks(text):
        return "exchange"
    return "service" if _was_disregarded(text) else ""


def _was_disregarded(text: str) -> bool:
    """Whether what was asked for was not heeded, and nothing worse came of it."""
    if not manner.disregarded(text) or manner.asks(text) or manner.went_wrong(text):
        return False
    worse = manner.reports_damage(text) or manner.is_late(text) or manner.lacks_a_part(text)
    return not (worse or manner.got_another(text))


def _lacks(text: str) -> bool:
    """Whether some of what was to come is said to be missing (`메시지 카드가 빠져 있네요`)."""
    wants = manner.is_request(text) and not wishes.wants_the_rest(text)
    told = manner.reports_problem(text) and not wants
    # A box of several that is still under way lacks nothing yet.
    under_way = "안" in text and any(word in text for word in ("택배", "박스", "상자", "소포"))
    return told and manner.lacks_a_part(text) and not (manner.asks(text) or under_way)


def damage_entry(turn: Turn) -> Intent | None:
    """The entry that broken goods belong to, when the line tells of some."""
    # What was mended of the spelling may have lost the word: `파본` is in no phrase.
    damaged = manner.reports_damage(turn.said) or manner.reports_damage(turn.text)
    if not (damaged or _SHOWED_PRICE.search(words.squash(turn.text))):
        return None
    mended = repairs(turn) if manner.wants_repair(turn.text) else None
    return mended or first_complaint(turn, "product_quality")


def found_amiss(turn: Turn) -> Intent | None:
    """The likeliest complaint about goods, where it is told what they turned out to be."""
    if not manner.found_amiss(turn.text):
        return None
    likely = (turn.intent(one.intent_id) for one in turn.match.candidates[:MOST_LIKELY])
    return next(
        (one for one in likely if one and one.ticket == "open" and one.category in _OF_WHAT_CAME),
        None,
    )


def complaint_in(turn: Turn, part: str) -> Intent | None:
    """The complaint about goods that a part of a line holds."""
    if manner.is_late(part):
        return first_complaint(turn, "shipping")
    if manner.got_another(part):
        return first_complaint(turn, "exchange")
    return first_complaint(turn, "product_quality") if manner.reports_damage(part) else None


def _slip(turn: Turn) -> Intent | None:
    """The entry that puts right what was typed wrong: who gets it and where, or for the customs."""
    if manner.mistyped_customs(turn.text) or _changes_what_is_made(turn):
        return changes_order(turn)
    if not manner.mistyped_delivery(turn.text) or _is_printed_amiss(turn):
        return None
    return changes_address(turn)


def _changes_what_is_made(turn: Turn) -> bool:
    """`각인 이름 바꿔 주세요`: of what is not made yet, and no name of who gets it."""
    wants = _CHANGE.search(words.squash(turn.text)) and manner.is_request(turn.text)
    return bool(_MADE.search(turn.text) and wants) and not manner.reports_damage(turn.text)


def _is_printed_amiss(turn: Turn) -> bool:
    """Whether what was to be written on goods is wrong (`각인이 잘못 새겨졌어요`)."""
    return bool(_MADE.search(turn.text)) and manner.reports_damage(turn.text)


def _of_order(turn: Turn, entry: Intent) -> Intent | None:
    """What a line says of an order on its way, or of one that went back."""
    if (hanging := _gone_back(turn, entry)) is not None:
        return hanging
    # What is said of goods that are there is put right by no other address.
    slip = _slip(turn) if entry.category != "product_quality" else None
    if slip is None and entry.category == "exchange" and entry.ticket == "ask":
        slip = changes_order(turn) if manner.not_sent_yet(turn.text) else None
    if slip is not None:
        return slip
    if _is_delayed(turn, entry):
        return first_complaint(turn, "shipping")
    if _awaits_his_order(turn, entry):
        return tells_stage(turn)
    if entry.category == "shipping" and entry.ticket == "open":
        return _not_late(turn)
    return first_complaint(turn, "shipping") if _is_not_there(turn, entry) else None


def _awaits_his_order(turn: Turn, entry: Intent) -> bool:
    """Whether it is asked when goods come, and neither how they are paid nor how long it takes.

    `상품권 언제 와요?`; `2024… 배송 언제 돼요` is of that order, and not of any.
    """
    plain = words.squash(turn.text)
    if entry.ticket != "none" or entry.category not in {"order", "shipping"}:
        return False
    if entry.category == "order":
        return bool(_WHEN_IT_COMES.search(plain))
    asks = _WHEN.search(plain) and not _FEE.search(plain)
    return bool(asks and extract.order_numbers(turn.text))


def _is_not_there(turn: Turn, entry: Intent) -> bool:
    """`옷이 안온다고요`: what did not come is not faulty."""
    if entry.category != "product_quality" or manner.reports_damage(turn.text):
        return False
    return manner.is_late(turn.text) and not manner.asks(turn.text)


def _is_delayed(turn: Turn, entry: Intent) -> bool:
    """Whether goods did not come, or not in time for what they were for, whatever is likelier."""
    text = turn.text
    if manner.was_sent_back(text) or manner.came_too_late(text):
        return True
    # `열흘 전에 산 게 언제 와요` asks for no usual time.
    waits = manner.is_late(text) and manner.waited_long(text)
    if entry.category == "shipping" and entry.ticket != "open" and waits:
        return True
    if entry.category == "shipping" and entry.ticket == "none":
        told = not manner.asks(text) and (manner.is_late(text) or waits_for_it(text))
        return told or manner.is_stuck(text)
    if entry is tells_stage(turn):
        return manner.is_stuck(text)
    if entry.category not in {"order", "other"} or manner.misses_credit(text):
        return False
    # `4일에 주문한 보온병을 아직 받지 못하였습니다`, `선물로 보낸 건데 아직 못 받았대요`
    plain = words.squash(text)
    ordered = _OF_ORDER if entry.category == "order" else _TO_ANOTHER
    late = manner.is_late(text) and ordered.search(plain) and not _NO_PARCEL.search(plain)
    awaited = entry.category == "order" and manner.awaits_goods(text)
    return awaited or bool(late and not manner.is_question(text))


def waits_for_it(text: str) -> bool:
    """Whether goods are said to be late, or to be nowhere, by other words than most."""
    return bool(_WAITED_FOR.search(words.squash(text)))


def _gone_back(turn: Turn, entry: Intent) -> Intent | None:
    """The entry for goods that went back and were lost, or for money that is to come back."""
    if manner.lost_return(turn.text):
        return asked_for(turn, "반품") or entry
    if entry.category != "refund" and manner.gives_refund_account(turn.text):
        return asked_for(turn, "환불")
    if manner.paid_back_short(turn.text):
        return entry if entry.category == "refund" else asked_for(turn, "환불")
    called_off = entry.category == "order" and entry.ticket == "ask"
    return asked_for(turn, "환불") if called_off and _misses_refund(turn) else None


def undoes_payment(turn: Turn) -> bool:
    """Whether what was paid twice is to be undone: `카드 취소해 주세요` calls no order off."""
    paid = manner.was_done_to(turn.memory.details.get("what", ""))
    known = turn.intent(turn.memory.intent)
    ours = known is not None and known.category == "order" and not details.of(known)
    back = "취소" in turn.text or "환불" in turn.text
    return paid and ours and back and "주문" not in turn.text


def _misses_refund(turn: Turn) -> bool:
    """Whether an order was called off, and its money has not come back."""
    return manner.misses_money(turn.text) and manner.went_wrong(turn.text) and "취소" in turn.text


def _not_late(turn: Turn) -> Intent | None:
    """The entry of a line that was taken for a complaint of a delay, and is none."""
    if manner.only_tells_stage(turn.text):
        return tells_stage(turn)
    if manner.wants_it_later(turn.text):
        return changes_order(turn)
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
    points = entry.category == "other" and bool(_CREDIT.search(entry.answer))
    return entry.category == "refund" or points


def _to_go_back(turn: Turn, talked: list[Intent]) -> Intent | None:
    """The entry for goods that nobody fetched, or that were sent in to be exchanged."""
    if manner.missed_pickup(turn.text) and _FETCHED.search(turn.text):
        return next(iter(talked), None) or asked_for(turn, "반품")
    sent_in = manner.went_wrong(turn.text) and _EXCHANGED.search(words.squash(turn.text))
    return asked_for(turn, "교환") if sent_in else None


def talked_of(turn: Turn) -> list[Intent]:
    """The entries that were just offered, or talked about within the hour."""
    question = turn.state.question
    recent = turn.memory.last_at is not None and turn.now - turn.memory.last_at <= SAME_ORDER
    names = [*(question.intents if question is not None else ()), turn.memory.intent]
    names.append(turn.memory.offered)
    return [entry for name in names if (entry := turn.intent(name)) is not None] if recent else []


def _of_people(turn: Turn, entry: Intent) -> Intent | None:
    """How somebody behaved, what he said that is not so, and what is wanted for waiting."""
    blames = manner.blames_staff(turn.text) or manner.blames_courier(turn.text)
    blames = blames or manner.intrudes(turn.text)
    if entry.category != "service" and (blames or _was_disregarded(turn.text)):
        return first_complaint(turn, "service")
    term = entry.category == "order" or (entry.category == "refund" and manner.is_late(turn.text))
    if term and manner.sets_a_term(turn.text) and not manner.asks(turn.text):
        return first_complaint(turn, "shipping")
    if manner.wants_amends(turn.text) and entry.category not in {"shipping", "product_quality"}:
        return first_complaint(turn, "shipping")
    if manner.kept_no_word(turn.text):
        return first_complaint(turn, "service")
    told = manner.was_told_otherwise(turn.text) and not manner.mistyped_delivery(turn.text)
    late = told and (manner.is_late(turn.text) or manner.names_its_day(turn.text))
    if late and entry.category != "product_quality":
        return first_complaint(turn, "shipping")
    # What they said they would do is no advice that was wrong (`환불해 준다더니 잠수 타네`).
    told = told and entry.ticket != "open" and not manner.holds_to_word(turn.text)
    return first_complaint(turn, "wrong_information") if told else None


def too_small(turn: Turn) -> Intent | None:
    """The entry for an exchange, where goods are said not to fit: nobody asks for his size."""
    return exchanges(turn) if manner.fits_badly(turn.text) else None


def _wanted_of_goods(turn: Turn) -> Intent | None:
    """The entry for what shall become of goods that came, whatever sizes are named beside it."""
    if not manner.is_at_hand(turn.text):
        return None
    # `선물받은 건데 교환 되나요` asks just for that.
    asks = manner.asks(turn.text) and wishes.only_wishes(turn.own_words)
    if not (asks or manner.is_request(turn.said)):
        return None
    label = wishes.read(turn.own_words, turn.said, asked=False, may=asks).split(" ")[0]
    return asked_for(turn, label) if label == wishes.EXCHANGE else None


def _wants_another_size(turn: Turn) -> Intent | None:
    """The entry for an exchange, where one size shall become another (`L→XL 되나`)."""
    text = turn.text
    if not _INTO.search(text) or extract.option(text) is None:
        return None
    return asked_for(turn, wishes.EXCHANGE)


def _of_goods(turn: Turn, entry: Intent) -> Intent | None:
    if entry.ticket == "open" and entry.listed:
        return _complaint_meant(turn, entry)
    if manner.came_as_another(turn.text):
        return first_complaint(turn, "exchange")
    if entry.category == "other" and not manner.asks(turn.text):
        other = too_small(turn) or damage_entry(turn) or found_amiss(turn)
        if other is None and _lacks(turn.text):
            other = first_complaint(turn, "exchange")
        if other is not None:
            return other
    if entry.category == "exchange" and wishes.is_where(turn.text):
        return changes_address(turn)
    plain_question = entry.ticket == "none" and manner.is_question(turn.text)
    if entry.category == "product_quality" or plain_question:
        return None
    changes = entry.category in {"refund", "exchange"}
    # `선풍기 버튼이 안 눌려요`: a button of the goods is none of the shop.
    ours = entry.category == "order" and not _AT_THE_SHOP.search(words.squash(turn.text))
    made = entry.category == "shipping" and _is_printed_amiss(turn)
    goods = changes or ours or made or manner.is_at_hand(turn.text)
    return damage_entry(turn) if goods else None


def is_of_the_way(turn: Turn) -> bool:
    """Whether something is wrong with what shows a parcel's way (`송장이 안 떠요`)."""
    tracked = _TRACKED.search(words.squash(turn.text))
    return bool(tracked) and manner.reports_problem(turn.text)


def of_the_way(turn: Turn) -> Intent | None:
    """The likeliest entry about a parcel's way."""
    likely = (turn.intent(one.intent_id) for one in turn.match.candidates)
    about = (one for one in likely if one is not None and one.category == "shipping")
    return next(about, None) or first_complaint(turn, "shipping")


def _complaint_meant(turn: Turn, entry: Intent) -> Intent | None:
    """What did not come at all, or came broken, is no other item than was ordered."""
    if entry.category == "shipping" and not manner.is_late(turn.text):
        # `늦게 왔는데 색도 달라요`: it came, and that is the worse of the two.
        lacks = manner.got_another(turn.text) or manner.lacks_a_part(turn.text)
        return (first_complaint(turn, "exchange") if lacks else None) or damage_entry(turn)
    if manner.is_short(turn.text):
        return first_complaint(turn, "exchange")
    if entry.category == "exchange":
        return _not_another(turn)
    if entry.category == "product_quality":
        return _not_faulty(turn)
    if entry.category == "wrong_information" and manner.was_in_vain(turn.text):
        return first_complaint(turn, "product_quality")  # what the page says was done, and failed
    return _no_page_was_wrong(turn) if _only_a_word(turn, entry) else None


def _no_page_was_wrong(turn: Turn) -> Intent | None:
    """What is complained of instead: faults, goods that do not fit, a page that does not tell."""
    silent = _SAYS_NOTHING.search(words.squash(turn.text))
    return damage_entry(turn) or too_small(turn) or (of_goods(turn) if silent else None)


def _not_faulty(turn: Turn) -> Intent | None:
    """The entry of a line that was taken for one of faulty goods, and is of none."""
    if is_of_the_way(turn):
        return of_the_way(turn)
    if _TERM_OF_ORDER.search(words.squash(turn.text)):
        return looks_up_order(turn)
    # `나사가 빠졌어요`: it may have fallen out.
    lacks = manner.lacks_a_part(turn.text) and "빠" not in turn.text
    if (lacks or manner.came_as_another(turn.text)) and not manner.reports_damage(turn.text):
        return first_complaint(turn, "exchange")
    mends = manner.wants_repair(turn.text) and not wishes.labels(turn.own_words)
    return repairs(turn) if mends else None


def _not_another(turn: Turn) -> Intent | None:
    """The complaint of a line that was taken for one of another item, and is none."""
    if manner.tells_no_fault(turn.text):
        return first_complaint(turn, "product_quality")
    if manner.is_late(turn.text):
        return first_complaint(turn, "shipping")
    return None if _OTHER_ITEM.search(words.squash(turn.text)) else damage_entry(turn)


def _only_a_word(turn: Turn, entry: Intent) -> bool:
    """Whether goods are taken for other than told, and nothing that was told is named."""
    return entry.category == "wrong_information" and not manner.was_told_otherwise(turn.text)
