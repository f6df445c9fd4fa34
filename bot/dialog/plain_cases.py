"""What needs no list, though several entries are likely: each case that a line tells plainly."""

from __future__ import annotations

import re

from bot.dialog import details, extract, manner, moved_days, wishes, words
from bot.dialog.complaints.causes import cause, paid_back_as
from bot.dialog.complaints.fees import money_if_called_off
from bot.dialog.complaints.goods import is_of_the_way, of_the_way, wants_another_size
from bot.dialog.complaints.told import found_amiss
from bot.dialog.complaints.waiting import (
    asks_of_fetching,
    goes_back_how,
    in_repair,
    of_cancelled,
    to_nobody,
)
from bot.dialog.entries import (
    changes_address,
    changes_order,
    entry_named,
    first_complaint,
    looks_up_order,
    of_goods,
    pays,
    repairs,
    restocks,
    tells_hours,
    tells_of_shop,
    tells_stage,
    usual_time,
    writes_papers,
)
from bot.dialog.far_away import sent_far
from bot.dialog.his_parcels import HIS_ORDER, NEEDED_BY, WHERE_NOW, comes_in_parts, is_urgent
from bot.dialog.ordered_amiss import ordered_amiss
from bot.dialog.quoting import is_called
from bot.dialog.store_words import names_title
from bot.dialog.turn import Turn
from bot.patterns import searched
from intents import Intent

_PAYS_HERE = searched(
    r"(?:카드|번호|계좌|페이)[가-힣0-9*-]{0,24}?(?:으로|로)(?:그냥|바로|지금)?(?:결제|계산)(?:를|을)?(?:좀)?(?:해주|해줘|부탁)"
)
#: `케이크 예약 12월 24일 맞죠?`
_IS_IT_SO = searched(
    r"(?:주문|예약|결제|입금)(?!하면|하려).{0,20}(?:맞(?:죠|지요?|나요|는지|는가요)|(?:된|들어간|한)거(?:죠|맞))"
)
#: What was done to the goods, or to what they came in, by who asks whether they may go back.
_OPENED = searched(
    r"(?:택|태그|라벨|상표|스티커|비닐|포장|박스|상자)(?:을|를|도|은|는)?(?:다|이미|벌써)?(?:떼|뗐|뜯|버렸|버려|잘랐|잘라|제거|찢|개봉|없)[가-힣]{0,3}"
    r"(?:는데|어요|은데|네요|서)?[가-힣]{0,2}(?:어쩌|어떡|어떻|어케|되나|돼|괜찮|안되|우짜)"
)
_DISLIKED = searched(
    "(?:돌려|도로)보[낼내](?:라|려)[고꼬카]|(?:마음|맘|맴)에(?:너무|영|별로|좀)?안(?:드는|들어|들면|든)(?!사이즈)"
    # Food that somebody at home will not eat is not spoilt.
    "|(?:강아지|고양이|댕댕이|냥이|멍멍이|아기|아이|애기?)(?:가|들이)[가-힣]{0,8}?(?:잘|전혀|아예|입도)?안먹(?:어|네|는데|으려|을라)"
)
#: `안 어울려요`, `너무 얇아요 비쳐요`, `그냥 별로예요`
_UNPLEASED = searched(
    r"안어울(?:려|리네|립)|(?:너무|좀|생각보다)(?:얇|두꺼|두껍|무거|무겁|튀|딱딱|까슬|뻣뻣|칙칙|어두|촌스)[가-힣]{0,4}(?:요|네요?|다|음)(?:비쳐요)?$"
    r"|^(?:그냥|좀|진짜|생각보다)*별로(?:예요|네요|에요|임|다)?$"
)
_GIVES_BACK = searched("(?:돌려|도로)보(?:낼[게께]|내고싶|내려[고구]|내겠)")
#: How many of something is changed before it leaves; nobody exchanges that.
_AMOUNT = searched("수량|[갯개]수")
#: `3개월 할부로 했는데 일시불로 바꿔주세요`: how it is paid is changed with the order.
_PAYS_SO = searched("할부|일시불|결제\\s?(?:수단|방법|카드)")
#: The picture that the courier took shows another door.
_ELSEWHERE = searched(
    # `배송 조회에 수령인이 모르는 사람 이름이에요`
    r"(?:수령인|수취인|받은사람|인수자|서명)(?:이|은|에|란에)?[가-힣]{0,4}?(?:모르는|다른|딴|남의|엉뚱한)|"
    r"(?:다른|딴|옆|엉뚱한)(?:호수?|동|층|집)(?:의)?(?:현관|문)?앞"
)


#: What is in the store again one day, or for the first time (`여름옷 언제 나와요`).
_COMES_IN = searched(
    r"^(?!.*(?:돈|환불|입금|카드|적립|포인트|쿠폰|취소|송장|정산|상담|계좌)).*[가-힣]{2}.{0,12}?언제(?:쯤)?(?:다시)?(?:들어[와오올옴]|입고)"
    # `언제쯤 들어올까요 핑크색이요`
    r"|^(?!.*(?:돈|환불|입금|카드|적립|포인트|쿠폰|취소|송장|정산|상담|계좌))(?:혹시|그럼|이거)?언제(?:쯤)?(?:다시)?(?:들어[와오올옴]|입고)[가-힣]{0,4}(?:까요|나요|와요|돼요|되요)[가-힣a-z0-9]{2,10}요$"
    r"|(?:신상(?:품)?|신제품|신메뉴|신간|시즌|(?:봄|여름|가을|겨울)(?:옷|신상|상품|제품|용)|새(?:로운)?(?:상품|제품|옷|디자인|컬러|색상|버전|모델))"
    r"[가-힣]{0,4}(?:언제|몇월|다음달에?)[가-힣]{0,4}(?:나[오와올]|출시|올라|들어|입고)"
)
#: `들어왔나요` of who asked for it before.
_CAME_IN = re.compile(
    r"(?:이제|혹시|오늘|다시|그거|재고|물건|아직)*(?:들어왔|입고됐|입고되었|입고(?:는|가)?됐|들어온거|풀렸)(?:나요?|어요?|을까요?|는지요?|죠|니|냐)"
)
#: `이체했는데 이름을 엄마 걸로 했어요`
_PAID_AS = searched(
    "입금자(?:명|이름|이)?[가-힣]{0,4}?(?:잘못|틀리|틀렸|다르|다른|달라|실수)|(?:입금|이체|송금)(?:을)?(?:했|할때|한)[가-힣]{0,5}?(?:이름|명의|성함)[가-힣]{0,10}(?:했|썼|적|넣|됐|되어|다르|달라)"
)
_OTHERS = searched("다른(?:색|컬러|사이즈|치수|디자인|맛|향)")
#: `환불 어떻게 해요`, `환불각`; `환불 그거요` may be either.
_ASKS_FOR_IT = searched(
    r"환불(?:각|(?:을|은|는|도|좀)?(?:어떻게|어떡|어케|우째|하려|하고싶|받고싶|되나|되죠|되지|되는거|돼|가능|방법)|문의(?:요|드려요|드립니다|합니다|입니다|하려고요|할게요)?$)"
)
#: `명절 전에 도착해요?`
_BY_A_FEAST = searched(
    r"(?:명절|추석|설|설날|연휴|크리스마스|성탄절|생일|생신|제사|여행|이사)(?:연휴)?전(?:에|까지)?(?:는)?(?:도착|받|오|올|와|배송)"
    # `12/24 전 도착 가능?`
    r"|^(?:[0-9]{1,2}월)?[0-9]{1,4}일?(?:전|까지)(?:에|은|는)?(?:도착|받|오나|올|와|배송)"
)
#: `12월 10일 발송이라고 되어 있던데 더 빨리는 안 되나요`
_SOONER = searched(
    r"(?:발송|출고|배송|도착|예약)[가-힣0-9]{0,20}?(?:더|좀|조금)(?:더)?(?:빨리|일찍)(?:은|는|도)?(?:안|못)?(?:되|돼|될|보내|받|발송|출고|가능)"
)
#: `오늘 출고되나요 급해서요`, of no order yet.
_OUT_TODAY = searched(
    r"(?:오늘|당일|지금|바로|내일)(?:안에|중에)?(?:출고|발송|출발)(?:이|은|도)?(?:되|돼|가능|하나|해요|할수)"
)
_HIS = searched("(?:제|내|저희)(?:거|꺼|것|주문|택배|물건)")
_A_TIME = searched(
    "언제|며칠|몇일|얼마|오래|기간|들어|입금|받았|안됐|아직|완료|됐나|되었나|확인|처리|지났"
)
_GOES_BACK = searched("반품|반송|교환|환불|보낼|보내|부칠|부치")
#: Whether goods are mended, by the name of that.
_ASKS_TO_MEND = searched(
    r"(?:(?<![a-z])a/?s|에이에스|수리|수선)(?:는|은|도|가|이|를|을)?(?:좀|혹시|받을수)?(?:있|되|돼|될|가능|해주)(?!었|됐|어서)"
)
#: What is written in the shop, and shall be otherwise.
_STARS = searched(
    r"(?:별점|평점|후기|리뷰)[가-힣]{0,6}?(?:잘못|수정|변경|바꾸|바꿀|고치|고칠|지우|지울|삭제)"
)
#: `나사를 잃어버렸어요`, `단추만 살 수 있나요`
_PART_WANTED = searched(
    r"(?:부품|나사|볼트|너트|단추|부속품?|바퀴|손잡이|받침대?|렌치|날개|뚜껑|커버|필터|유리|배터리|충전기|어댑터|아답터|리모컨|호스|패킹|거름망|노즐|칼날|헤드|물통|먼지통|내솥|스트랩|고무링)(?:를|을|가|만|도|하나|한개)*(?:따로|추가로|별도로|더)?(?:잃어버|분실했|살수|구매할|구매가능|구매하고|구매되|구입할|구입가능|구할수|주문할수|주문가능|파나|파시나|팔아요)"
)
#: From here on it is an order for a company or a school, whatever the goods are for.
_MANY = 20
_COUNT = re.compile(r"\d+")
_IN_BULK = searched("견적|납품|대량|단체(?:주문|구매|복|티|옷|모자|로|할인)")


def plainly(turn: Turn, near: list[Intent]) -> Intent | None:
    """The entry for what needs no list: goods that did not come, or a process that hangs."""
    mended = in_repair(turn)
    if mended is not None or (manner.is_late(turn.text) and _waits_in_vain(turn, near)):
        return mended or first_complaint(turn, "shipping") or near[0]
    too_late = manner.asks_if_too_late(turn.text) and near[0].category != "other"
    if too_late or _money_of_cancelled(turn, near):
        return cause(turn, near[0])
    if (place := _of_the_shop(turn)) is not None or is_of_the_way(turn):
        return place or of_the_way(turn)
    stage = tells_stage(turn) if comes_in_parts(turn) or is_urgent(turn) else None
    if (changed := _changes(turn, near[0]) or stage) is not None:
        return changed
    told = manner.was_done_to(turn.text) or manner.overpaid(turn.text)
    told = told or (near[0] is pays(turn) and manner.payment_fails(turn.text))
    if told and near[0].listed:
        strange = looks_up_order(turn) if manner.is_not_his(turn.text) else None
        return strange or _undone(turn, near[0])
    return (
        _shown(turn)
        or sent_far(turn, near)
        or found_amiss(turn)
        or writes_papers(turn)
        or _in_bulk(turn, near)
        or _of_reviews(turn)
        or _restocks(turn)
        or _confirms(turn, near)
        or _pays_here(turn, near)
        or _to_be_had(turn, near)
        or _usual_time(turn, near)
        or ordered_amiss(turn, near)
        or _hanging(turn, near)
        or _mends(turn, near)
        or _sent_back(turn)
        or (paid_back_as(turn) if manner.asks(turn.text) else None)
        or _refunded(turn, near)
        or money_if_called_off(turn, near)
        or _left_elsewhere(turn)
        or to_nobody(turn)
        or wants_another_size(turn)
        or asks_of_fetching(turn)
        or goes_back_how(turn)
        # `이름이랑 전화번호로 조회되나요`
        or (looks_up_order(turn) if _is_of_payer(turn.text) else None)
    )


def _is_of_payer(text: str) -> bool:
    """Whether an order is to be found by a name, or was paid under another one."""
    return manner.would_tell_name(text) or bool(_PAID_AS.search(words.squash(text)))


def _shown(turn: Turn) -> Intent | None:
    """The complaint about goods, where a picture of them is held up (`이거 왜 이래요`)."""
    question = turn.state.question
    asked = question is not None and question.kind == "person"
    shown = asked and bool(turn.memory.details.get("photo"))
    told = shown and manner.tells_no_fault(turn.text)
    return first_complaint(turn, "product_quality") if told else None


def _confirms(turn: Turn, near: list[Intent]) -> Intent | None:
    """The entry that looks an order up, where it is asked if it is as he ordered it."""
    looked_up = looks_up_order(turn)
    return looked_up if looked_up in near and _IS_IT_SO.search(words.squash(turn.text)) else None


def _pays_here(turn: Turn, near: list[Intent]) -> Intent | None:
    """The entry that tells how one pays, to who would pay here (`카드번호로 결제해 주세요`)."""
    told = (one for one in near if one.category == "order" and one.ticket == "none")
    return next(told, None) if _PAYS_HERE.search(words.squash(turn.text)) else None


def _undone(turn: Turn, likely: Intent) -> Intent:
    """`품절이라고 취소됐어요 이게 뭐예요` asks not when there is more of it."""
    of_stock = likely is restocks(turn) and "취소" in turn.text
    return (entry_named(turn, "주문 취소") if of_stock else None) or likely


def _restocks(turn: Turn) -> Intent | None:
    """`기저귀 대형 언제 들어와`: of goods, and not of money, it is asked when they are in again."""
    if not manner.asks(turn.text):
        return None
    plain = words.squash(turn.text)
    comes = bool(_COMES_IN.search(plain))
    if not comes and not _CAME_IN.fullmatch(plain):
        return None
    found = restocks(turn)
    asked_before = found is not None and found.id in {turn.memory.intent, turn.memory.shown}
    return found if comes or asked_before else None


def _to_be_had(turn: Turn, near: list[Intent]) -> Intent | None:
    """`블랙 230 있나여`: the entry for what is sold out; `다른 색도 있나요` asks of goods."""
    if not manner.asks_if_to_be_had(turn.text) or turn.state.question is not None:
        return None
    if manner.is_at_hand(turn.text) or wishes.labels(turn.own_words):
        return None
    if manner.is_late(turn.text):
        return None  # `예약상품 언제 와요? 12월 초라더니 안내가 없어요` has ordered it
    if _OTHERS.search(words.squash(turn.text)):
        return of_goods(turn)
    return restocks(turn) if extract.names_kind(turn.text) else None


def _in_bulk(turn: Turn, near: list[Intent]) -> Intent | None:
    """`체육복 120벌 견적 요청드립니다`: the likely entry that asks how many, and no size."""
    amount = extract.quantity(turn.text)
    # `50개 시켰는데 45개 왔네요` orders none.
    many = amount and _is_many(amount) and not HIS_ORDER.search(words.squash(turn.text))
    counted = amount and (_asks_how_many(near[0]) or many)
    if not (counted or _IN_BULK.search(words.squash(turn.text))):
        return None
    return next(filter(_asks_how_many, near), None)


def _is_many(amount: str) -> bool:
    """`수건 30장 선물용으로`: so many are no present for one."""
    count = _COUNT.match(amount)
    return count is not None and int(count[0]) >= _MANY


def _of_reviews(turn: Turn) -> Intent | None:
    """`별점을 잘못 눌러서요 수정 돼요?`: of a review, and of no order that is changed."""
    written = (e for e in turn.faq.intents if "리뷰" in e.title and turn.intent(e.id))
    return next(written, None) if _STARS.search(words.squash(turn.text)) else None


def _asks_how_many(entry: Intent) -> bool:
    return any(one.id == "quantity" for one in details.of(entry))


def _usual_time(turn: Turn, near: list[Intent]) -> Intent | None:
    """The entry that tells how long a parcel takes, and no fee, where nobody waits for one yet."""
    plain = words.squash(turn.text)
    if all(one.category != "shipping" for one in near) or WHERE_NOW.search(plain):
        return None
    soon = manner.asks_how_soon(turn.text) or _BY_A_FEAST.search(plain) or _leaves_today(plain)
    soon = soon or bool(_SOONER.search(plain))
    named = manner.asks_when_delivered(turn.text) and tells_stage(turn) not in near
    named = named or manner.asks_by_when(turn.text)
    soon = soon or (named and not HIS_ORDER.search(plain))
    if not (NEEDED_BY.search(plain) or (soon and manner.asks(turn.text))):
        return None
    return usual_time(turn)


def _leaves_today(plain: str) -> bool:
    """Whether it is asked if goods leave today, and of no order of his."""
    his = HIS_ORDER.search(plain) or _HIS.search(plain)
    return bool(_OUT_TODAY.search(plain)) and not his


_OTHER_WAY = searched(
    r"(?:대화창|채팅|톡|여기)(?:은|는|이)?(?:말고|외에|이외에|대신)(?:다른)?(?:이메일|메일|전화|카톡|팩스|연락처|방법|번호)"
    r"|(?:고객센터|상담|문의)(?:용)?(?:이메일|메일주소|메일|팩스|카톡)(?:은|는|이|도)?(?:있|없|뭐|어떻게|알려)"
)


def _of_the_shop(turn: Turn) -> Intent | None:
    """The entry for who asks where the shop is: a return where goods go back, else its hours."""
    if _OTHER_WAY.search(words.squash(turn.text)) and manner.asks(turn.text):
        return tells_hours(turn)  # `이 대화창 말고 이메일 없어요?`
    if not (manner.asks_where_to_send(turn.text) or manner.would_visit(turn.text)):
        return None
    if _GOES_BACK.search(turn.text):
        return entry_named(turn, "반품")
    return tells_of_shop(turn)


def _mends(turn: Turn, near: list[Intent]) -> Intent | None:
    """The entry for repairs, where they are wanted (`서랍 고쳐 주세요`)."""
    mends = repairs(turn, near)
    service = manner.asks_for_service(turn.text)
    if mends is None or (service and not is_called(mends, (service,))):
        return None  # `바지 기장 수선도 해 주시나요`
    plain = words.squash(turn.text)
    if _PART_WANTED.search(plain) and not manner.lacks_a_part(turn.text):
        return mends
    if _ASKS_TO_MEND.search(plain) and manner.asks(turn.text):
        return mends  # `물이 들어갔는데 AS 되나요`, however like a fault it is
    if manner.broke_it_himself(turn.text) and near[0].category == mends.category:
        return mends
    return mends if manner.wants_repair(turn.text) and mends in near else None


def _sent_back(turn: Turn) -> Intent | None:
    """The entry for a return, where goods do not please (`마음에 안 드는데 어떻게 하면 되나요`),
    were opened (`택 떼버렸는데 어쩌죠`), or shall go back (`블라우스 돌려보낼게요`).
    """
    plain = words.squash(turn.text)
    told = _GIVES_BACK.search(plain) and not manner.asks(turn.text)
    unpleased = _UNPLEASED.search(plain) and not manner.asks(turn.text)
    goes_back = told or unpleased or _DISLIKED.search(plain) or _OPENED.search(plain)
    # `… 마음에 안 들어요 바꿔도 돼요?`
    changed = wishes.labels(turn.own_words) == {wishes.EXCHANGE}
    return entry_named(turn, wishes.EXCHANGE if changed else "반품") if goes_back else None


def _refunded(turn: Turn, near: list[Intent]) -> Intent | None:
    """Of entries that all are of refunds the one for asking for it, where no time is asked for."""
    refunds = [one for one in near if one.listed]
    if len(refunds) < 2 or any(one.category != "refund" for one in refunds):
        return None
    plain = words.squash(turn.text)
    if manner.is_late(turn.text) and not manner.misses_money(turn.text):
        plain = plain.replace("아직", "")  # `예약상품 아직 안 왔는데 환불 가능해요?`
    if not _ASKS_FOR_IT.search(plain) or _A_TIME.search(plain):
        return None
    asked = (one for one in refunds if any(each.id == "reason" for each in details.of(one)))
    return next(asked, None)


def _left_elsewhere(turn: Turn) -> Intent | None:
    """The likeliest entry for a parcel that is not there: it lies at another door."""
    if manner.asks(turn.text) or not _ELSEWHERE.search(words.squash(turn.text)):
        return None
    likely = (turn.intent(one.intent_id) for one in turn.match.candidates)
    missing = (one for one in likely if one and one.category == "shipping" and one.ticket == "open")
    return next(missing, None) or first_complaint(turn, "shipping")


def _money_of_cancelled(turn: Turn, near: list[Intent]) -> bool:
    """`취소한 거 언제 입금되나요`: of two entries the one for when money comes."""
    return "취소" in turn.text and near[0].category == "order" and of_cancelled(turn.text)


def _changes(turn: Turn, likely: Intent) -> Intent | None:
    """The entry that changes an order: what it shall be is told, or how many."""
    if likely.category == "order" and _tells_option(turn, likely):
        return likely
    where = wishes.is_where(turn.text) or manner.wants_elsewhere(turn.text)
    if where and likely is changes_address(turn):
        return likely  # `주문자 이름 변경되나요`, `하나는 동생 집으로 보내주실 수 있나요`
    told = manner.is_request(turn.text) or manner.asks(turn.text)
    if likely is changes_order(turn) and _becomes_so_many(turn):
        return likely
    when = told and moved_days.is_of_an_order(turn.text, alone=turn.state.question is None)
    if when or manner.wants_it_later(turn.text):
        # `수리 예약했는데 시간 바꿀 수 있나요` changes no order.
        return likely if names_title(turn, likely) else changes_order(turn)
    pays = likely.category == "order" and _PAYS_SO.search(turn.text)
    at_hand = manner.is_at_hand(extract.without_numbers(turn.text))
    takes_out = manner.takes_one_out(turn.text) and not at_hand
    wants = (pays or takes_out or _AMOUNT.search(turn.text)) and manner.is_request(turn.text)
    other = manner.reports_problem(turn.text) or manner.asks(turn.text)
    return changes_order(turn) if wants and not other else None


#: `2팩 주문했는데 3팩으로 바꿀 수 있나요`
_SO_MANY = searched(
    r"[0-9한두세네](?:(?:개|[팩펙]|장|벌|박스|상자|세트|봉지?|켤레|권|병|키로|kg)(?:으로|로)|패그로)(?:바꿀|변경|바꿔|늘릴|줄일|수정)"
)
_CAME = searched("받았|받은|왔[는어]|도착")


def _becomes_so_many(turn: Turn) -> bool:
    """Whether it is asked if an order can be made one of more or fewer, and nothing has come."""
    plain = words.squash(turn.text)
    return bool(_SO_MANY.search(plain)) and manner.asks(turn.text) and not _CAME.search(plain)


def _tells_option(turn: Turn, entry: Intent) -> bool:
    """Whether what is to be changed, and into what, is told as a wish."""
    asked = any(one.id == "option" for one in details.of(entry))
    return asked and manner.is_request(turn.text) and extract.option(turn.text) is not None


def _hanging(turn: Turn, near: list[Intent]) -> Intent | None:
    """The likeliest wish, where what was set going before is said to have failed."""
    wish = next((one for one in near if one.ticket == "ask"), None)
    return cause(turn, wish) if wish and manner.went_wrong(turn.text) else None


#: `책장 하나 주문했는데 소식이 없네요` is of a parcel, whatever it is like.
_ORDERED = searched("주문(?:했|한지|하고)|시[켰킨]|샀|구매했|발주|배송중")
#: `아직도 배송이 안 됐어요 언제 오나요` asks, and blames.
_STILL_NOT = searched(
    r"(?:아직도|여태|여전히)[가-힣]{0,10}?(?:안(?:왔|와[요서]|오|됐|되|나갔)|못받|소식)[가-힣]{0,6}(?:요|네|데|다|음|고)"
)
#: `예약상품 언제 와요? 12월 초라더니 안내가 없어요`
_TERM_BROKEN = searched(
    "(?:[0-9]일|요일|[0-9]월|월초|초순?|중순|말|주|오늘|내일|어제)(?:에|까지|쯤)?(?:온|이|도착한|보낸|보내준|출고한|(?:발송|출고|배송|도착)(?:예정)?(?:이|된|한)?)?(?:라|다)(?:더니|면서|고했는데|고하더니)"
)
#: `풍선이 아직 안 왔어요 어떻게 해요`: who is at a loss asks nothing.
_WHAT_NOW = searched(r"(?:어떡|어떻게\s?(?:해|하)|어쩌|어째)[가-힣]{0,4}[\s?？~ㅠㅜ]*$")
_NOT_OF_A_PARCEL = searched(
    "연락|답|문자|전화|메일|돈|환불|반품|교환|입금|취소|쿠폰|적립|포인트|영수증|수리|AS|a/?s"
)


def _waits_in_vain(turn: Turn, near: list[Intent]) -> bool:
    """Whether goods that did not come are complained of, be it as a question."""
    plain = words.squash(turn.text)
    ordered = _ORDERED.search(plain) and not _NOT_OF_A_PARCEL.search(plain)
    about = bool(ordered) or any(one.category == "shipping" for one in near)
    blames = manner.waited_long(turn.text) or manner.is_for_today(turn.text)
    blames = blames or bool(_TERM_BROKEN.search(plain) or _STILL_NOT.search(plain))
    return about and (blames or not manner.asks(_WHAT_NOW.sub("", turn.text)))
