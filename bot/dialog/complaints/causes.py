"""Which complaint a line really is: by what it tells, whatever the matcher took it for."""

from __future__ import annotations

import re

from bot.dialog import details, extract, manner, reasons, wishes, words
from bot.dialog.another_case import pays_anew
from bot.dialog.complaints.fees import blamed_for_fee, fee_meant, of_process, of_term
from bot.dialog.complaints.goods import about_goods
from bot.dialog.complaints.looked_up import of_no_order
from bot.dialog.complaints.told import (
    CREDIT,
    OF_GOODS,
    OF_WHAT_CAME,
    credit_entry,
    gone_by_disregard,
    told_plainly,
    was_disregarded,
    was_told_late,
)
from bot.dialog.complaints.waiting import late_first, of_order
from bot.dialog.complaints.wanted import broken_instead_of_mended, wanted_otherwise
from bot.dialog.credits import pays_with_credit
from bot.dialog.entries import (
    asked_for,
    changes_address,
    changes_order,
    entry_named,
    first_complaint,
    is_for_a_person,
    is_stand_in,
    looks_up_order,
    of_goods,
    pays,
    pays_back,
    repairs,
    tells_hours,
    tells_of_money,
    tells_of_shop,
    tells_stage,
    writes_papers,
)
from bot.dialog.goods_asked import adjusts
from bot.dialog.his_parcels import of_a_parcel, of_his_present
from bot.dialog.sent_together import of_both_orders
from bot.dialog.turn import Turn
from bot.patterns import searched
from intents import Intent

#: Categories of what shall become of goods.
_WISHED = frozenset(("refund", "exchange"))
#: `사진이랑 같나요`, `설명이랑 다르면 환불되나요`: nothing is unlike what was told yet.
_IF_UNLIKE = searched(
    r"(?:사진|설명|상세|실물|화면|페이지)(?:이랑|랑|하고|과|와)?(?:색이|색상이|많이|똑)*(?:같(?:나|은가|을까|은(?:거|게|것|건|상품|제품)?(?:이)?맞)|(?:다르|틀리)면)"
    r"|^(?:실제로|실물이|색이|색상이|막상|받아보고|받았는데|많이|너무|혹시|만약에?|근데|그럼)*(?:다르|틀리)면"
)
#: `실물 사진 더 있나요`: he would see the goods first.
_WOULD_SEE = searched(
    r"(?:사진|영상|동영상|착샷|착용샷|실물샷)(?:은|이|도|을|좀)?(?:더|또|혹시|다른거|따로)*(?:있나|있어[요?]?$|있을까|볼수|보여주|올려주|보내주실)"
)
#: What was delivered is not there.
_NOWHERE = searched(
    r"(?:물건|상품|택배|박스|상자|아무것)(?:도|은|이|가)?\s?(?:없(?!이)|안\s?보[이여])"
)
#: `쿠션 커버만 따로 살 수 있나요` wants nothing mended.
_SOLD_APART = searched(
    r"(?:따로|낱개(?:로)?|단품(?:으로)?|개별(?:로)?)(?:도|만|은)?(?:살수|사고싶|구매|구입|판매|파[나는시]|팔)"
)
#: What is sold apart to mend or to fill something.
_SPARE = searched(
    "부품|부속|필터|나사|배터리|소모품|리필|뚜껑|날개|리모컨|충전기|어댑터|아답터|호스|패킹|거름망|노즐|물통|내솥|바퀴|손잡이"
)
_IS_DONE = searched(
    r"취소(?:가|는|처리)?(?:잘|다|제대로)?(?:됐|된|되었)(?:나|는지|건가|거죠|거맞|을까|는가)"
)
#: `포인트로 환불되나요 카드로 되나요`: how money comes back, and not how it is paid.
_PAID_BACK_AS = searched(
    r"(?:포인트|카드|계좌|머니|현금|페이|통장)(?:로|으로)(?:도|만)?(?:환불|돌려|들어오|오나|와요|오는|주실수|주시나|받을수)"
    # `포인트로 결제한 것도 돌려받나요?`
    r"|(?:포인트|카드|계좌|머니|페이|상품권)(?:으?로)(?:결제|낸|산|주문|구매)(?:한|했던|된)?(?:거|것|건)?(?:도|은|는)?(?:다시)?(?:돌려|환불(?:받|되|돼)|들어오)"
)
#: Another way to pay is wanted for what is ordered.
_PAID_OTHERWISE = searched(
    r"(?:결제|지불)(?:수단|방법|방식)?(?:를|을|만)?(?:좀)?(?:변경|바꿔|바꾸|바꿀)|(?:카드|계좌이체|무통장|일시불|할부|네이버페이|페이|휴대폰결제)(?:으로|로)(?:결제)?(?:좀|다시)?(?:변경|바꿔|바꾸|바꿀)"
)
_SHELF_LIFE = searched("(?:유통|소비)기한")
_READ_OF_THEM = searched(
    r"(?:리뷰|후기|상품평)(?:를|을|들)?(?:보니까?|보면|봤는데|봤더니|읽어보니|에보니|에는?[가-힣]{1,12}다(?:고|던|는))"
)
#: Of what was set going the one is called off, and the other wanted.
_SWITCHES = searched(
    r"(?:교환|반품|환불)(?:을|를)?(?:접수|신청|요청)[가-힣]{0,10}?취소하고(?:그냥|대신)?(?P<wish>환불|반품|교환)(?:으로|로)?(?:할|해|바꿔|부탁|받)"
)
_NO_PAPER = searched(
    r"(?:영수증|보증서|명세서|주문서)(?:이|은)?(?:없이도?|없어도|없으면)[가-힣]{0,4}?(?P<wish>교환|환불|반품)"
)
_HAS_CALLED_OFF = re.compile(
    r"(?:저|제가|네|근데|[0-9]{1,2}월|[0-9]{1,2}일(?:전)?|오늘|어제|그제|그저께|엊그제|지난주|저번주|이번주|[월화수목금토일]요일|에|낮|밤|아침|저녁|오전|오후)*"
    r"(?:주문|결제|카드)?(?:을|를)?취소(?:를|는)?(?:신청|요청)?(?:을|를)?(?:했|한거|한건)(?:는데요?|거든요?|어요|습니다|었는데요?|인데요?)"
)
_ALREADY_OFF = searched(
    r"(?:이미|벌써|진작|아까)(?:에)?(?:주문)?취소(?:를|는)?(?:신청|요청)?(?:을)?(?:다)?(?:했|한|됐)|취소(?:는|를)?(?:이미|벌써|진작|아까)(?:다)?(?:했|됐)"
)
#: `두 개 시켰는데 같이 와요?`
_TOGETHER = searched(
    r"(?:같이|함께|한번에|한꺼번에|따로(?:따로)?|나눠서?)(?:오|와|배송|보내|출고|도착)"
)
#: What is asked of a shop: when it is open, and where.
_OF_THE_SHOP = searched(
    r"(?:상담|영업|운영|근무)\s?(?:시간|하|되)|매장|가게|몇\s?시까지\s?(?:하|해|여|열)|문\s?(?:여|열|닫)|쉬[는나세]"
)


def cause(turn: Turn, entry: Intent) -> Intent:
    """The entry that a line belongs to where the matcher took it for `entry`.

    An exchange of broken goods is a complaint of them; the wish is a detail. A sure complaint of
    the seller's own stays it, where there is but a stand-in for the other.
    """
    told = told_plainly(turn) if entry.ticket == "none" and entry.listed else None
    stands_in = told is not None and told.ticket == "open" and is_stand_in(turn, told)
    if told is not None and (stands_in or blamed_for_fee(turn, entry, told)):
        return told  # what the answer says to who asks is no answer to a complaint
    found = _cause(turn, entry)
    own = entry.ticket == "open" and entry.listed and turn.match.verdict == "answer"
    another = entry.category in OF_GOODS and found.category == "exchange"
    kept = own and not another and found is not entry and is_stand_in(turn, found)
    return entry if kept else found


def _cause(turn: Turn, entry: Intent) -> Intent:
    if manner.asks_if_open(turn.text) or (is_for_a_person(entry) and manner.would_visit(turn.text)):
        return _for_hours(turn, entry)
    if entry.ticket == "open" and entry.category in OF_WHAT_CAME and (asked := _asked_of(turn)):
        return asked
    # `지금 통화 가능한가요` asks for no way to pay.
    calls = manner.asks_for_phone(turn.text) and not turn.state.ticket
    asked = (
        (tells_hours(turn) if calls else None)
        or _the_place(turn, entry)
        or _goes_back(turn, entry)
        or _was_called_off(turn, entry)
        or of_his_present(turn, entry)
        or of_both_orders(turn, entry)
        or of_a_parcel(turn, entry)
        or _of_what_others_say(turn, entry)
    )
    asked = asked or _without_paper(turn, entry) or of_no_order(turn, entry)
    asked = asked or _of_what_was_to_be_mended(turn, entry)
    asked = asked or _wanted_first(turn, entry)
    asked = asked or of_term(turn, entry) or of_process(turn, entry)
    if asked is not None:
        return asked
    if (fee := fee_meant(turn, entry)) is not entry:
        return fee
    meant = _of_money(turn, entry) or gone_by_disregard(turn)
    meant = meant or _of_people(turn, entry) or of_order(turn, entry)
    if meant is None and entry.category in {"refund", "order"} and manner.was_done_to(turn.text):
        return entry  # `파손이었는데 반품비를 떼 갔네요`: the fee is the matter
    wanted = wanted_otherwise(turn) if entry.category == "other" else None
    apart = wanted is None and _SOLD_APART.search(words.squash(turn.text))
    spare = entry is repairs(turn) and _SPARE.search(turn.text)
    if apart and not spare and manner.asks(turn.text):
        wanted = of_goods(turn)
    return meant or about_goods(turn, entry) or wanted or _fewer_came(turn, entry) or entry


def _fewer_came(turn: Turn, entry: Intent) -> Intent | None:
    """`옷걸이 50개 주문했는데 45개 왔네요` orders nothing in bulk."""
    to_come = all(one.id != "order_number" for one in details.of(entry))
    of_order = entry.category in {"order", "other"} and entry.ticket == "ask"
    # `수량이 주문 내역과 맞지 않아요` looks up no order either.
    of_order = of_order and (to_come or entry is looks_up_order(turn))
    amiss = of_order and manner.lacks_a_part(turn.text)
    return first_complaint(turn, "exchange") if amiss and not manner.asks(turn.text) else None


def _goes_back(turn: Turn, entry: Intent) -> Intent | None:
    """`생각보다 커서요` behind what is told of returns says why, and asks for no size."""
    known = turn.entry
    back = known is not None and known.category == "refund" and not turn.state.ticket
    if not back or entry.ticket == "open" or not reasons.is_because(turn.text):
        return None
    return known if known is not None and known.ticket == "ask" else asked_for(turn, "반품")


def _of_what_was_to_be_mended(turn: Turn, entry: Intent) -> Intent | None:
    """`환불해 주세요 그냥` behind `전기포트가 자꾸 꺼져요 AS 되나요?` is wanted for that fault."""
    wished = entry.ticket == "ask" and entry.category in {"refund", "exchange"}
    offered = not turn.state.ticket and turn.state.question is not None
    return broken_instead_of_mended(turn, turn.entry) if wished and offered else None


def _was_called_off(turn: Turn, entry: Intent) -> Intent | None:
    """`11월 18일에 취소했는데` waits for its money, and asks not how one calls an order off."""
    cancels = entry.category == "order" and entry.ticket == "ask" and "취소" in entry.title
    plain = words.squash(extract.without_numbers(turn.text))
    done = cancels and not turn.state.ticket and bool(_HAS_CALLED_OFF.fullmatch(plain))
    if cancels and not turn.state.ticket and _ALREADY_OFF.search(plain):
        done = done or not (manner.asks(turn.text) or manner.is_request(turn.text))
        kept = next((one for one in turn.faq.intents if CREDIT.search(one.title)), None)
        if done and kept is not None and CREDIT.search(plain):
            return turn.intent(kept.id)  # `이미 취소했는데 적립금이 없어요`
    return pays_back(turn) if done else None


#: `포장을 이따위로 하시면 안 되죠` asks for nothing that is done so.
_BLAMES_YOU = searched(
    r"(?:하|주|내|두|놓|파|리|우|치|갖추|으)시면(?:은)?(?:진짜|정말)?(?:안(?:되|돼)(?:죠|지요?|잖아요?|는거잖아요)|어떡[가-힣]{1,5}|곤란[가-힣]{1,5})$"
)
#: `환불은 안 되나요?` waits for no money.
_IF_REFUND = re.compile(
    r"(?:그럼|그러면|근데|그냥|혹시|차라리|아예|저는)*환불(?:은|도)(?:아예|혹시|절대|따로|전혀)*안(?:되나요|되는(?:건|거)?가요|될까요|돼요|되는거죠|됩니까)"
)
#: `보온은 몇 시간 가요`, `건조 몇 시간 돌려요`
_HOURS = searched(r"[가-힣]{2}(?:은|는|이|가|도|을|를)?(?:최대|보통|대략|한번에|총|연속)*몇시간")
_HOURS_OF_PEOPLE = searched(
    "상담|답|연락|영업|운영|근무|매장|가게|배송|택배|출고|점심|문의|응대|통화|전화|기다|처리|확인"
)


def _of_what_others_say(turn: Turn, entry: Intent) -> Intent | None:
    """`리뷰 보니까 불량 많다던데 괜찮나요` writes no review, and asks of goods."""
    if entry.category != "other" or not manner.asks(turn.text):
        return None
    plain = words.squash(turn.text)
    read = bool(_READ_OF_THEM.search(plain)) and "리뷰" in entry.title
    # `보온은 몇 시간 가요?` asks not when the store is open.
    hours = entry is tells_hours(turn) and _HOURS.search(plain)
    read = read or bool(hours and not _HOURS_OF_PEOPLE.search(plain))
    # `유통기한 언제까지예요 선물할 건데` wraps no present, `끈 길이 조절 되나요` chooses no size.
    lasts = _SHELF_LIFE.search(plain) and not manner.keeps_but_shortly(turn.text)
    of_them = read or lasts or adjusts(turn.text)
    return of_goods(turn) if of_them else None


def _without_paper(turn: Turn, entry: Intent) -> Intent | None:
    """`영수증 없이도 교환 돼요?` asks for no receipt."""
    said = _NO_PAPER.search(words.squash(turn.text)) if entry.category == "other" else None
    return asked_for(turn, said["wish"]) if said is not None else None


def _asked_of(turn: Turn) -> Intent | None:
    """The entry that a question about goods is for, where nobody complains of any."""
    if manner.asks_if_as_shown(turn.text) and not extract.order_numbers(turn.text):
        return of_goods(turn)
    if _IF_UNLIKE.search(words.squash(turn.text)) and manner.asks(turn.text):
        return entry_named(turn, wishes.request(turn.text)) or of_goods(turn)
    lacks = manner.lacks_a_part(turn.text)
    if _TOGETHER.search(words.squash(turn.text)) and manner.asks(turn.text) and not lacks:
        return tells_stage(turn)
    if _WOULD_SEE.search(words.squash(turn.text)) and manner.asks(turn.text):
        return of_goods(turn)
    if manner.asks_for_contents(turn.text) and manner.asks(turn.text) and not lacks:
        return of_goods(turn)  # `단추가 몇 개 들어있어요?`
    # `정품 맞나요? 로고가 매장에서 본 거랑 달라요` complains all the same.
    told = (part for part in wishes.clauses(turn.text) if not manner.is_question(part))
    # So does `이상한 냄새 나요 새거 맞아요?`.
    unlike = any(map(manner.is_unlike, told)) or manner.reports_damage(turn.text)
    return of_goods(turn) if asks_of_goods(turn) and not (lacks or unlike) else None


def _wanted_first(turn: Turn, entry: Intent) -> Intent | None:
    """`교환 재고 없으면 환불해 주세요` wants an exchange; `교환 말고 수리해 주세요` neither."""
    if entry.category == "order" and (paper := writes_papers(turn)) is not None:
        return paper
    if entry.category == "order" and manner.is_not_his(turn.text):
        return pays(turn) if entry is pays(turn) else looks_up_order(turn)
    if entry.category == "order" and manner.asks(turn.text) and not manner.was_done_to(turn.text):
        return _if_done(turn)
    if entry.category not in _WISHED:
        return _called_off(turn) if entry.category == "order" else None
    own = turn.own_words
    if manner.wants_repair(own) and wishes.EXCHANGE in wishes.refused(own):
        return repairs(turn)
    # `교환 접수한 거 취소하고 환불로요`; what came broken goes before that.
    instead = wishes.refused(own) and not manner.reports_damage(turn.said)
    label = wishes.label(own) if instead or wishes.fallback(own) else ""
    if tells_of_money(entry) and _IF_REFUND.fullmatch(words.squash(turn.text)):
        label = wishes.REFUND
    return asked_for(turn, label) if wishes.is_label(label) else None


def _if_done(turn: Turn) -> Intent | None:
    """`제 주문 취소됐나요`; what did not come (`아직 안 왔는데 취소된 건가요`) is late."""
    if not _IS_DONE.search(words.squash(turn.text)):
        return None
    return first_complaint(turn, "shipping") if late_first(turn.text) else looks_up_order(turn)


def _switched(turn: Turn) -> Intent | None:
    """`어제 교환 접수한 사람인데요 취소하고 그냥 환불로 할게요` calls no order off."""
    said = _SWITCHES.search(words.squash(turn.text)) if "취소하고" in turn.text else None
    return asked_for(turn, said["wish"]) if said and not turn.state.ticket else None


def _called_off(turn: Turn) -> Intent | None:
    """`환불 신청했는데 다시 취소하고 싶어요`: the refund is called off, and no order."""
    if (switched := _switched(turn)) is not None:
        return switched
    off = "" if turn.state.ticket else manner.calls_off(turn.text)
    return asked_for(turn, off) if off in {"환불", "반품", "교환"} else None


def asks_of_goods(turn: Turn) -> bool:
    """Whether a line asks of goods before buying: there is nothing to be sorry for."""
    return manner.asks_of_goods(turn.text) or manner.inquires(turn.text)


def _of_money(turn: Turn, entry: Intent) -> Intent | None:
    """The entry for points that are not there, or for money that is gone without an order."""
    gone = entry.category == "order" and manner.paid_for_nothing(turn.text)
    # `주문하려는데 주소 입력이 안 돼요` changes no address yet.
    gone = gone or (entry.category == "shipping" and manner.cannot_order(turn.text))
    # `페이 결제가 안 넘어가요` asks for no ways to pay.
    told_of_ways = entry.category == "order" and entry.ticket == "none"
    gone = gone or (told_of_ways and manner.payment_fails(turn.text))
    if told_of_ways and (back := paid_back_as(turn)) is not None:
        return back
    if told_of_ways and _pays_otherwise(turn):
        return changes_order(turn)
    return credit_entry(turn) or pays_with_credit(turn, entry) or (pays(turn) if gone else None)


def paid_back_as(turn: Turn) -> Intent | None:
    """The entry that tells how money comes back, where that is asked by how it was paid."""
    if not _PAID_BACK_AS.search(words.squash(turn.text)):
        return None
    told = (one for one in turn.faq.intents if one.category == "refund" and "카드" in one.answer)
    return next((one for one in told if turn.intent(one.id)), None)


def _pays_otherwise(turn: Turn) -> bool:
    """Whether an order shall be paid otherwise (`카드 말고 계좌이체로 바꿔 주세요`)."""
    changes = _PAID_OTHERWISE.search(words.squash(turn.text))
    if pays_anew(turn.text):
        return True
    return bool(changes) and manner.is_request(turn.text) and not manner.asks(turn.text)


def _the_place(turn: Turn, entry: Intent) -> Intent | None:
    """The entry for who asks for the store's address: of goods that go back, else of the shop."""
    if entry is not changes_address(turn) or not manner.asks_for_the_place(turn.text):
        return None
    back = turn.entry is not None and turn.entry.category in _WISHED
    return asked_for(turn, "반품") if back else tells_of_shop(turn)


def _for_hours(turn: Turn, entry: Intent) -> Intent:
    """`오늘 상담 하나요` asks for the hours: the likeliest entry that only answers."""
    likely = (turn.intent(one.intent_id) for one in turn.match.candidates)
    plain = [one for one in likely if one is not None and one.listed and one.ticket == "none"]
    of_shop = (one for one in plain if _OF_THE_SHOP.search("\n".join((one.title, *one.phrases))))
    return next(of_shop, None) or tells_hours(turn) or next(iter(plain), entry)


def _of_people(turn: Turn, entry: Intent) -> Intent | None:
    """How somebody behaved, what he said that is not so, and what is wanted for waiting."""
    blames = manner.blames_staff(turn.text) or manner.blames_courier(turn.text)
    blames = blames or manner.intrudes(turn.text)
    # `상담원이 말을 너무 막 하네요` calls for nobody.
    spoke = is_for_a_person(entry) and manner.tells_behaviour(turn.text)
    blames = blames or (spoke and not manner.wants_person(turn.text))
    # `사진도 안 찍으셨네요 물건도 없고`: that it is gone is the worse of the two.
    if entry.category == "shipping" and entry.ticket == "open" and _NOWHERE.search(turn.text):
        blames = False
    # `던지셨나 봐요 병 목이 나갔어요`: that it is broken is.
    if entry.category == "product_quality" and manner.reports_damage(turn.text):
        blames = False
    blames = blames or was_disregarded(turn.text)
    blames = blames or (entry.ticket != "open" and was_told_late(turn.text))
    blames_you = "시면" in turn.text and bool(_BLAMES_YOU.search(words.squash(turn.text)))
    blames = blames or (entry.ticket != "open" and blames_you)
    if entry.category != "service" and blames:
        return first_complaint(turn, "service")
    term = entry.category == "order" or (entry.category == "refund" and manner.is_late(turn.text))
    if term and manner.sets_a_term(turn.text) and not manner.asks(turn.text):
        return first_complaint(turn, "shipping")
    if manner.wants_amends(turn.text) and entry.category not in {"shipping", "product_quality"}:
        return first_complaint(turn, "shipping")
    missed = entry.category == "shipping" and entry.ticket == "open"
    if manner.kept_no_word(turn.text) and not missed:  # `오늘 출고된다더니` finds a parcel
        return first_complaint(turn, "service")
    told = manner.was_told_otherwise(turn.text) and not manner.mistyped_delivery(turn.text)
    told = told and not missed  # `배송완료라더니 안 왔어요` finds a parcel, too
    late = told and (manner.is_late(turn.text) or manner.names_its_day(turn.text))
    if late and entry.category != "product_quality":
        return first_complaint(turn, "shipping")
    # What they said they would do is no advice that was wrong (`환불해 준다더니 잠수 타네`).
    told = told and not manner.holds_to_word(turn.text)
    # `상담사분이 M이면 넉넉하다고 해서 샀는데 작아요` calls for nobody.
    calls = is_for_a_person(entry) and entry.category != "service"
    told = told and (entry.ticket != "open" or calls)
    return first_complaint(turn, "wrong_information") if told else None
