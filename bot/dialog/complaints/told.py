"""The complaint that a line holds by its own words, whatever the matcher took it for."""

from __future__ import annotations

import re

from bot.dialog import extract, manner, wishes, words
from bot.dialog.entries import (
    asked_for,
    asks_how_many,
    changes_address,
    changes_order,
    exchanges,
    first_complaint,
    looks_up_order,
    pays,
    repairs,
)
from bot.dialog.learning import SAME_ORDER
from bot.dialog.lines import parts_of
from bot.dialog.turn import Turn, once_a_turn
from bot.patterns import searched
from intents import Intent

#: Categories of complaints about goods.
OF_GOODS = frozenset(("product_quality", "wrong_information"))
#: The same, and those about another item that came.
OF_WHAT_CAME = OF_GOODS | {"exchange"}
#: Guesses among which one of them may be meant.
MOST_LIKELY = 3
_NOT_THERE = searched(
    r"(?:아무것도|물건(?:이|도|은)?|택배(?:가|도|는)?|상품(?:이|도)?|박스(?:가|도)?)(?:하나도|아예)?(?:없(?:어|네|습|는데|고)|안보)"
)
CREDIT = searched("쿠폰|포인트|적립")
#: `소멸된 거 복구 되나요 어제 소멸됐다고 떠서`
_RAN_OUT = searched(
    r"(?:쿠폰|포인트|적립금?|마일리지|소멸된거)[가-힣]{0,12}?(?:소멸|만료)(?:됐|되었|돼서|됐다)|(?:소멸|만료)된거?[가-힣]{0,4}(?:복구|되살|살려|돌려)"
)
#: `등록하면 포인트 준다더니 안 들어왔어요`
_CREDIT_PROMISED = searched(
    r"(?:쿠폰|포인트|적립금?|마일리지)(?:을|를|도)?[가-힣0-9]{0,8}?(?:준|주신|해준|온|된|된다|쌓인|나온|한)다(?:더니|고|면서|며|길래|해서)"
)
#: A present that tells what it cost (`선물인데 영수증이 들어있었어요`).
_SHOWED_PRICE = searched(
    "선물[가-힣]{0,12}?(?:영수증|명세서|가격|금액)(?:이|가|도)?(?:그대로|같이|다)?(?:들어(?:있|왔)|보였|적혀있|동봉)[가-힣]{0,2}(?:[었네더고]|는데|어서)"
)
#: What is written on goods.
_MADE = searched(
    r"각인|자수|인쇄|문구|글씨|프린팅|(?:이름|네임)\s?스티커|이름표|명찰|이니셜|새[길기긴겨]"
)
_WRITTEN = searched("이름|글자|철자|스펠링|날짜")
#: `각인을 김서준으로 해 달라고 했는데 김서중으로 왔어요`
_MADE_OTHERWISE = searched(
    r"(?:달라고|부탁|주문|요청|신청)\s?(?:을\s|를\s)?(?:했는데|드렸는데|한\s?건데|했거든요)[^\n]{0,24}?(?:으로|로|라고)\s?(?:왔|와\s?있|새겨|적혀|되어|돼\s?있|써|찍혀|나왔)"
)
_MISWRITTEN = searched("잘못(?:적|썼|쓴|입력|보냈|보낸|전달)|오타")
_CHANGE = searched("바꿔|바꾸|변경|수정|고쳐|정정|(?:주문|시킨|산|결제).*(?:추가|넣[어을]|빼)")
#: `사이즈를 잘못 시킨 거 같아서요`: of an order that is still to leave.
_CHOSEN_WRONG = searched(
    # `사은품 고르는 거 깜빡했는데`
    r"(?:사은품|옵션|색상?|사이즈)[가-힣]{0,8}?(?:깜[박빡빠]|못골|안골|안고르|못고르|빼먹|안눌|안넣)|"
    r"(?:사이즈|치수|색상?|색깔|컬러|옵션|수량|맛|향|기종|모델|디자인|용량|종류|길이|크기|높이|호수|폭|너비|둘레|가로|세로|날짜|날|일자|요일|시간|회차|좌석|자리|단계|타입|규격|버전|도수|구성|무늬|재질|소재|향수|모양|글씨체|폰트)(?:을|를|은|는|도)?(?:제가)?(?:잘못(?:시[켰킨]|주문|샀|구매|구입|골[랐라]|고른|선택|눌[렀러]|클릭|체크|잰|쟀|재서|측정)|(?:착각|혼동)(?:했|해서|하고)|헷갈(?:렸|려))"
    # `수건 10장인데 100장 시켰어요`, `5개 시킨다는 게 50개를 시켜 버렸어요`
    r"|(?:[0-9]{1,3}|[한두세네열])(?:장|개|벌|권|병|봉|팩|박스|세트|켤레|통|캔|kg|키로)(?:인데|이면되는데|만필요한데|사려(?:고했는데|다가?)|(?:시킨|주문한|산|누른)다는(?:게|것이|걸))"
    r"[가-힣]{0,6}?(?:[0-9]{1,3}|[한두세네열])(?:장|개|벌|권|병|봉|팩|박스|세트|켤레|통|캔|kg|키로)(?:를|을|로|으로|이나)?(?:시[켰켜]|주문했|주문해|눌렀|눌러|결제했|샀)"
    # `아기 신발 130 주문했는데 작을 것 같아서요`: they have not come.
    r"|(?:주문했|시켰|골랐)[가-힣]{0,3}데(?:생각해보니까?|아무래도|너무|좀|혹시)*(?:작|클|길|짧|많|적|모자랄|안맞)(?:을)?(?:것|거|꺼)같"
)
#: `취소하고 다시 주문하려고요`: an order is to be called off, and was not yet.
_CALLS_OFF = searched(
    r"(?<!교환)(?<!반품)(?<!환불)취소(?:를|만)?(?:좀)?"
    r"(?:하려(?:고(?!했)|구|는데|합니다)|하고(?:싶|(?:다시|새로)(?:주문|결제|구매|살|사려|시킬|시키려)(?!했))|할[게께](?!요라)|할거|할건데|할려고|해주(?:세요|실|시[겠면])|해줘|부탁)"
)
#: How far an order is, asked beside a slip in it.
_HOW_FAR = searched(
    "(?:제작|작업|출고|발송|포장)(?:은|이|에|도)?(?:벌써|이미|혹시|아직)?(?:들어갔|시작|됐|되었|하셨|전)"
)
#: `필터 모델을 잘못 샀어요`: what was bought amiss may have come, and is no fault of the page.
_BOUGHT_WRONG = searched(
    r"^(?!.*(?:페이지|상세|설명|안내|표기|광고|상담|써있|적혀|호환)).*?(?:모델|기종|종류|규격|용량|버전|사이즈|색상?|타입|단계|호수|제품|상품|부품)(?:을|를|로)?(?:제가)?잘못(?:샀|산거|구매|구입)"
)
#: `아이고 잘못 시켰네`, and not yet what.
_ORDERED_WRONG = re.compile(
    r"(?:아이고|아이구|에구|어머|아+|앗|헐|어|저|제가|내가|주문을?|결제를?)*잘못(?:시[켰킴]|주문(?:했|함)|샀|골랐|눌렀|선택했|했)[가-힣]{0,4}?"
    r"(?:어떻게(?:해야|하면|하죠|해요|되)[가-힣]{0,5}|어떡[가-힣]{1,5}|어쩌[가-힣]{1,3})?"
)
#: `입금 기한이 지났어요`: no goods have gone off.
TERM_OF_ORDER = searched("(?:입금|결제|주문)(?:기한|기간|시간)")
#: Goods that are to go back.
_TO_FETCH = searched("수거|회수|픽업|반품|교환")
#: `5일에 온다더니`: by when it was to come.
_DAY_TOLD = searched(r"(?:온|도착한|배송된|출고된|보낸|간|받는|도착된)다(?:더니|고하|면서|고했)")
#: What did not come, or came late, by other words than most.
_WAITED_FOR = searched(
    r"(?:배송|택배|발송|출고|도착)[가-힣]{0,6}늦|왜[가-힣]{0,8}안보[내냈]"
    # `주말 내내 집에서 택배만 기다렸네요`
    r"|(?:내내|하루종일|종일|온종일|이틀|사흘|며칠|[0-9]일)[가-힣]{0,6}?(?:택배|배송|물건|기사님?)(?:만|오기만|을|를)(?:계속)?기다(?:렸|리고|리는)"
    r"|(?:배송|배달)완료[가-힣]{0,12}?(?:없(?:어|네|는|습|음)|안왔|못받)"
)


def credit_entry(turn: Turn) -> Intent | None:
    """The entry for coupons and points, where one is not there or does not count.

    What a page told of them, and what a cancellation left of them, is another complaint.
    """
    text = turn.text
    # `쿠폰이 안 먹혀요??` asks nothing; what ran out is missed, also where its return is asked for.
    gone = bool(_RAN_OUT.search(words.squash(text)))
    asks = manner.asks(text.rstrip("?？!~ ")) and not gone
    if not (gone or manner.misses_credit(text)) or asks:
        return None
    if manner.went_wrong(text) and not _CREDIT_PROMISED.search(words.squash(text)):
        return None
    if manner.was_told_otherwise(text):
        return None
    entries = (one for one in turn.faq.intents if one.listed and turn.intent(one.id))
    found = next((one for one in entries if CREDIT.search(one.title)), None)
    return found or turn.faq.stand_ins["credit"]


@once_a_turn
def told_plainly(turn: Turn) -> Intent | None:
    """The complaint that a line holds by its own words; None where it holds none."""
    if (entry := credit_entry(turn) or _of_no_goods(turn)) is not None:
        return entry
    named = _told_of(turn)
    if named:
        return first_complaint(turn, named)
    if manner.gives_refund_account(turn.text):
        return asked_for(turn, "환불")
    if TERM_OF_ORDER.search(words.squash(turn.text)):
        return looks_up_order(turn)
    off = "" if turn.state.ticket else manner.calls_off(turn.text)
    called_off = asked_for(turn, off) if off else None
    return called_off or slip_entry(turn) or note_entry(turn) or damage_entry(turn)


def _of_no_goods(turn: Turn) -> Intent | None:
    """The entry for what fails beside the goods: the payment, the money back, who fetches them."""
    text = turn.text
    # `환불 금액이 달라요 왜 6천원 빠졌어요` asks why, and is a complaint all the same.
    short = not turn.state.ticket and manner.paid_back_short(text)
    if short and ("왜" in text or not manner.asks(text)):
        return asked_for(turn, "환불")
    if manner.asks(text):
        return None
    if manner.payment_fails(text) or manner.cannot_order(text):
        return pays(turn)
    # `반품 신청했는데 수거하러 안 오시네요`
    unfetched = manner.missed_pickup(text) and bool(_TO_FETCH.search(text))
    return asked_for(turn, "반품") if unfetched and not turn.state.ticket else None


def note_entry(turn: Turn) -> Intent | None:
    """`부재시 전화 주세요`, `회사로 보내 주세요`: the entry that changes how and where it comes."""
    if _SHOWED_PRICE.search(words.squash(turn.text)):
        return None  # `영수증은 빼 달라고 메모에 적었거든요` was not heeded
    question = turn.state.question
    offered = question.intents[:1] if question is not None and question.kind == "file" else ()
    if any((one := turn.intent(name)) and asks_how_many(one) for name in offered):
        return None  # where an order in bulk shall go is a part of what it is to be
    noted = manner.notes_for_courier(turn.text) or manner.wants_elsewhere(turn.text)
    # `문 앞에 두셨다는데 아무것도 없어요 확인 부탁드려요` misses it.
    gone = _NOT_THERE.search(words.squash(turn.text)) is not None
    asked = noted and manner.is_request(turn.text) and not gone
    wanted = asked or manner.would_have_noted(turn.text)
    return changes_address(turn) if wanted else None


def _told_of(turn: Turn) -> str:
    """The category of what is told of people, of the way here, of a page, of another item."""
    text = turn.text
    blames = manner.blames_staff(text) or manner.blames_courier(text)
    if blames or manner.kept_no_word(text) or manner.intrudes(text) or was_told_late(text):
        return "service"
    unlike = manner.is_unlike(text) and not manner.reports_damage(text)
    told = manner.was_told_otherwise(text) or manner.kept_back(text) or unlike
    told = told and not manner.mistyped_delivery(text)
    # `5일에 온다더니 8일에 왔고 그것도 깨져서 왔어요`: that is the worse of the two.
    told = told and not (_DAY_TOLD.search(words.squash(text)) and manner.reports_damage(text))
    # What was to come by a day, and did not, is late before it is anything else.
    late = _asks_why_unsent(text) or manner.doubts_it_comes(text)
    late = (
        late or manner.is_stuck(text) or manner.came_too_late(text) or manner.digital_missing(text)
    )
    if late or (told and (manner.is_late(text) or manner.names_its_day(text))):
        return "shipping"
    if manner.is_hurt(text):
        # `바퀴가 빠졌어요 애가 다칠 뻔했어요` misses no part; what a label kept back comes second.
        return "product_quality"
    if told and not manner.holds_to_word(text):
        return "wrong_information"
    # `바지 환불 신청했는데 아직 돈이 안 들어왔어요` misses no goods.
    too_few = manner.came_too_few(text) and not (
        manner.reports_damage(text) or manner.misses_money(text) or manner.misses_credit(text)
    )
    if manner.came_as_another(text) or manner.is_short(text) or too_few or lacks_goods(text):
        return "exchange"
    return "service" if was_disregarded(text) else ""


#: `제 주문 왜 아직 안 보내세요`, `돈 받고 왜 안 보내요`
_WHY_UNSENT = re.compile(
    r"(?:아니|저기요?|근데)*(?:(?:돈|입금|결제)(?:은|만|을|까지)?(?:다)?(?:받고|받아놓고|받았으면서?|받아먹고|했는데))?"
    r"(?:제|내|저희)?(?:주문|주문한거|주문한것|시킨거|산거|물건|상품|택배|제품|배송)?(?:은|는|을|를|도)?(?:대체|도대체|진짜)*"
    r"왜(?:아직(?:도)?|여태|이렇게|자꾸|계속)*안(?:보내|부쳐|부치)(?!도|면)[가-힣]{1,8}"
)


def _asks_why_unsent(text: str) -> bool:
    """Whether it is asked why nothing is sent, alone or behind a cry (`사기예요? 돈 받고 …`)."""
    told = "왜" in text and any(verb in text for verb in ("보내", "부쳐", "부치"))
    return told and any(_WHY_UNSENT.fullmatch(words.squash(one)) for one in (text, *parts_of(text)))


def was_told_late(text: str) -> bool:
    """Whether no more is wrong than that nobody told it beforehand."""
    if not manner.should_have_told(text):
        return False
    return not (manner.was_done_to(text) or manner.is_late(text) or manner.reports_damage(text))


#: `경비실에 맡겨달라고 했는데 문앞에 두고 가서 없어졌어요`: the parcel is gone.
_GONE = searched("없어졌|사라졌|분실|도난|훔쳐|가져갔|잃어버")


def gone_by_disregard(turn: Turn) -> Intent | None:
    """The entry for parcels that are nowhere, where one was put otherwise than he had asked."""
    if not manner.disregarded(turn.text) or _GONE.search(words.squash(turn.text)) is None:
        return None
    likely = (turn.intent(one.intent_id) for one in turn.match.candidates)
    open_ = (one for one in likely if one and one.category == "shipping" and one.ticket == "open")
    return next(open_, None) or first_complaint(turn, "shipping")


def was_disregarded(text: str) -> bool:
    """Whether what was asked for was not heeded, and nothing worse came of it."""
    # `그만 보내라고 했는데 왜 또 와요` only blames.
    asks = manner.asks(text.replace("왜", "").rstrip("?？ "))
    if not manner.disregarded(text) or asks or manner.went_wrong(text):
        return False
    worse = manner.reports_damage(text) or manner.is_late(text) or manner.lacks_a_part(text)
    worse = worse or _GONE.search(words.squash(text)) is not None
    return not (worse or manner.got_another(text))


#: What somebody was about to do himself, and no wish.
_ABOUT_TO = searched(
    r"(?<!교환)(?<!환불)(?<!반품)(?<!취소)(?<!주문)(?<!구매)(?<!결제)(?<!변경)하려(?:는데|고\s?(?:하는데|했는데|했더니|보니까?|봤더니))"
)


_ONLY_SO_MANY = searched(r"(?:만|밖에|뿐)\s?(?:안\s?)?(?:왔|와\s?있|들어|도착|이에요|이네요|있)")


def lacks_goods(text: str) -> bool:
    """Whether some of what was to come is said to be missing (`메시지 카드가 빠져 있네요`)."""
    # `리모컨이 안 들어 있어요 그리고 건전지는 원래 없나요?` tells it, and asks beside that.
    text = " ".join(part for part in parts_of(text) if not manner.asks(part)) or text
    # `조립하려는데 나사가 없어요` tells when it was seen.
    wants = manner.is_request(_ABOUT_TO.sub(" ", text)) and not wishes.wants_the_rest(text)
    # `폴대가 하나 없어요`, `열 자루 샀는데 여덟 자루만 왔어요`
    few = "없" in text or _ONLY_SO_MANY.search(text)
    told = bool(manner.reports_problem(text) or few) and not wants
    # A box of several that is still under way lacks nothing yet.
    under_way = "안" in text and any(word in text for word in ("택배", "박스", "상자", "소포"))
    # Nor do points that did not come back (`현금은 들어왔는데 포인트만 안 들어왔어요`).
    under_way = under_way or manner.misses_credit(text) or manner.misses_money(text)
    return told and manner.lacks_a_part(text) and not (manner.asks(text) or under_way)


_PROCESS_FAILS = searched(
    r"(?:환불|취소|교환|반품|입금)(?:금|액|처리|신청|접수)*(?:이|가|은|는|도)?(?:왜|이렇게|이리|아직도?|자꾸|계속|여태)*안(?:되|돼|됐)[가-힣]*"
)


def damage_entry(turn: Turn) -> Intent | None:
    """The entry that broken goods belong to, when the line tells of some."""
    # What was mended of the spelling may have lost the word: `파본` is in no phrase.
    damaged = manner.reports_damage(turn.said) or manner.reports_damage(turn.text)
    damaged = damaged or manner.keeps_but_shortly(turn.text)
    if damaged and (fails := _PROCESS_FAILS.search(words.squash(turn.text))):
        # `환불 처리가 왜 이렇게 안 되는 거예요`: no goods fail.
        damaged = manner.reports_damage(words.squash(turn.text).replace(fails[0], " "))
    damaged = damaged or manner.digital_fails(turn.text)
    made = _MADE.search(turn.text) and _MADE_OTHERWISE.search(turn.text)
    damaged = damaged or made is not None
    if not (damaged or _SHOWED_PRICE.search(words.squash(turn.text))):
        return None
    # What he broke himself is mended for him, and not made good.
    his_own = manner.broke_it_himself(turn.text) and not manner.is_hurt(turn.text)
    mended = repairs(turn) if his_own or manner.wants_repair(turn.text) else None
    return mended or first_complaint(turn, "product_quality")


def found_amiss(turn: Turn) -> Intent | None:
    """The likeliest complaint about goods, where it is told what they turned out to be."""
    if not manner.found_amiss(turn.text) or manner.is_partly_sent(turn.text):
        return None
    likely = (turn.intent(one.intent_id) for one in turn.match.candidates[:MOST_LIKELY])
    return next(
        (one for one in likely if one and one.ticket == "open" and one.category in OF_WHAT_CAME),
        None,
    )


def complaint_in(turn: Turn, part: str) -> Intent | None:
    """The complaint about goods that a part of a line holds."""
    if manner.is_late(part):
        return first_complaint(turn, "shipping")
    if manner.got_another(part):
        return first_complaint(turn, "exchange")
    return first_complaint(turn, "product_quality") if manner.reports_damage(part) else None


def slip_entry(turn: Turn) -> Intent | None:
    """The entry that puts right what was typed wrong: who gets it and where, or for the customs."""
    if manner.mistyped_customs(turn.text) or _changes_what_is_made(turn):
        return changes_order(turn)
    plain = words.squash(turn.text)
    if calls_order_off(turn.text) and _CHOSEN_WRONG.search(plain) and not _may_be_here(turn):
        return asked_for(turn, "주문 취소")  # `사이즈를 잘못 골라서 취소하려고요`
    # Behind who pays for an exchange it is of that.
    slipped = bool(_ORDERED_WRONG.fullmatch(plain)) and not talked_of(turn)
    if (_CHOSEN_WRONG.search(plain) or slipped) and not _may_be_here(turn):
        return changes_order(turn)
    if _BOUGHT_WRONG.search(plain) and not (turn.state.ticket or turn.state.question):
        return None if manner.asks(turn.text) else asked_for(turn, "교환")
    if not manner.mistyped_delivery(turn.text) or is_printed_amiss(turn):
        return None
    return changes_address(turn)


def calls_order_off(text: str) -> bool:
    """Whether an order is to be called off, whatever is asked beside that."""
    return bool(_CALLS_OFF.search(words.squash(text))) and not manner.still_unpaid(text)


def _may_be_here(turn: Turn) -> bool:
    """Whether goods may have come, are wanted otherwise, or another's slip is told."""
    plain = words.squash(turn.text)
    lost = _HOW_FAR.search(plain) or _ORDERED_WRONG.fullmatch(plain)
    asks = manner.asks(turn.text) and not lost
    # The number of an order says nothing of where it is.
    told = manner.is_at_hand(extract.without_numbers(turn.text)) or asks
    return told or bool(turn.state.ticket) or bool(turn.state.question)


def _changes_what_is_made(turn: Turn) -> bool:
    """`각인 이름 바꿔 주세요`: of what is not made yet, and no name of who gets it."""
    wants = _CHANGE.search(words.squash(turn.text)) and manner.is_request(turn.text)
    wants = wants or bool(_MISWRITTEN.search(words.squash(turn.text)))
    # `만년필 각인 주문했는데요`, then `이름을 잘못 적었어요`.
    before = turn.memory.details.get("what", "") if not turn.state.ticket else ""
    made = _MADE.search(turn.text) or (_WRITTEN.search(turn.text) and _MADE.search(before))
    return bool(made and wants) and not manner.reports_damage(turn.text)


def is_printed_amiss(turn: Turn) -> bool:
    """Whether what was to be written on goods is wrong (`각인이 잘못 새겨졌어요`)."""
    return bool(_MADE.search(turn.text)) and manner.reports_damage(turn.text)


def waits_for_it(text: str) -> bool:
    """Whether goods are said to be late, or to be nowhere, by other words than most."""
    late = bool(_WAITED_FOR.search(words.squash(text)))
    return late and not manner.wants_it_later(text)  # `배송 늦게 받고 싶어요`


def talked_of(turn: Turn) -> list[Intent]:
    """The entries that were just offered, or talked about within the hour."""
    question = turn.state.question
    recent = turn.memory.last_at is not None and turn.now - turn.memory.last_at <= SAME_ORDER
    names = [*(question.intents if question is not None else ()), turn.memory.intent]
    names.append(turn.memory.offered)
    return [entry for name in names if (entry := turn.intent(name)) is not None] if recent else []


def too_small(turn: Turn) -> Intent | None:
    """The entry for an exchange, where goods are said not to fit: nobody asks for his size."""
    # `하나는 불량이고 하나는 사이즈가 안 맞아요`: the fault goes before that.
    unfit = manner.fits_badly(turn.text) and not manner.reports_damage(turn.text)
    if unfit and wishes.labels(turn.own_words) == {wishes.REFUND}:
        # `커서 환불할게요`: another size is offered, and not what he asked for.
        return asked_for(turn, "반품" if "반품" in turn.text else "환불")
    return exchanges(turn) if unfit else None
