"""Which complaint about goods a line is: faulty, another item, unlike what was told."""

from __future__ import annotations

import re

from bot.dialog import extract, manner, wishes, words
from bot.dialog.complaints.told import (
    OF_WHAT_CAME,
    TERM_OF_ORDER,
    damage_entry,
    found_amiss,
    is_printed_amiss,
    lacks_goods,
    too_small,
)
from bot.dialog.entries import (
    asked_for,
    changes_address,
    changes_order,
    first_complaint,
    looks_up_order,
    of_goods,
    repairs,
    tells_stage,
)
from bot.dialog.turn import Turn
from bot.patterns import searched
from intents import Intent

_AT_THE_SHOP = searched(
    "결제|주문|구매|카드|사이트|페이지|앱|로그인|장바구니|입금|쿠폰|취소|페이|돈"
)
#: A page that does not tell what is asked (`페이지에 안 나와있어요`) told nothing wrong.
_SAYS_NOTHING = searched(
    "(?:페이지|설명서?|안내문|상세|고시|사이트)에(?:는|도)?(?:아무것도)?(?:안(?:나[와오]|적|써|쓰여)|없)"
)
# `송장이 안 떠요` tells of no goods, whatever does not show.
_TRACKED = searched("송장|운송장|(?:배송|택배|배달)조회")
_INTO = searched(r"→|->|=>|[A-Za-z0-9]\s?에서\s?[A-Za-z0-9]")
#: `260인데 265로 바꾸고 싶어요`
_SIZE_FOR_SIZE = searched(
    r"(?:[0-9]{2,3}|[smlx]{1,3}|[가-힣]{1,4}(?:사이즈|색|컬러))(?:사이즈)?(?:인데|이었는데|짜리(?:를|인데)?|을|를|시켰는데|샀는데|주문했는데)"
    r"(?:[가-힣]{0,6}?)(?:[0-9]{2,3}|[smlx]{1,3}|[가-힣]{1,4}(?:사이즈|색|컬러))(?:사이즈)?(?:으?로)(?:좀)?(?:바꾸|바꿔|바꿀|변경|교환)"
)
_JUST_BOUGHT = searched(
    r"(?:오늘|어제|방금|아까|조금전에?|좀전에?)[가-힣]{0,8}?(?:산|샀|시킨|시켰|주문|결제|구매)"
)
#: `6단계로 바꿔 주세요 아직 안 왔어요`
_NOT_HERE = searched(
    r"아직(?:도|은)?(?:물건|택배|상품)?(?:이|은|가|는)?(?:안|못)(?:왔|온|받|나[갔간갈]|보내)|(?:출고|발송|배송)(?:은|이|도)?(?:아직)?(?:전이|안[됐했])"
)
_UNOPENED = re.compile(
    r"(?:아직|포장도|포장은|비닐도|비닐은|택도|택은|상품은|물건은|하나도|전혀)*(?:안|못)(?:뜯었|열었|뗐|떼었|입었|신었|썼)(?:어요|습니다|는데요?|고요|네요|음)?"
)
_OTHER_PERSON = searched(
    r"(?:다른|딴|엉뚱한)(?:직원|기사|사람|분)(?:님|분)?(?:이|께서)?(?:왔|오셨|와서)"
)
_OTHER_ITEM = searched(r"다른(?!주문)|딴|틀린|잘못(?:온|왔|보내|배송)|엉뚱|뒤바뀐|바뀌")


def wanted_of_goods(turn: Turn) -> Intent | None:
    """The entry for what shall become of goods that came, whatever sizes are named beside it."""
    if not manner.is_at_hand(turn.text):
        return None
    # `선물받은 건데 교환 되나요` asks just for that.
    asks = manner.asks(turn.text) and wishes.only_wishes(turn.own_words)
    if not (asks or manner.is_request(turn.said)):
        return None
    label = wishes.read(turn.own_words, turn.said, asked=False, may=asks).split(" ")[0]
    return asked_for(turn, label) if label == wishes.EXCHANGE else None


def wants_another_size(turn: Turn) -> Intent | None:
    """The entry for an exchange, where one size shall become another (`L→XL 되나`)."""
    text, plain = turn.text, words.squash(turn.text)
    into = _INTO.search(text) or _SIZE_FOR_SIZE.search(plain)
    if not into or extract.option(text) is None:
        return None
    if wishes.labels(text) == {wishes.REFUND}:
        return None  # `250으로 교환하려다 그냥 환불해 주세요`
    # `어제 산 운동화`: what was bought so lately has not been sent.
    lately = (_JUST_BOUGHT.search(plain) or _NOT_HERE.search(plain)) and not manner.is_at_hand(text)
    return (changes_order(turn) if lately else None) or asked_for(turn, wishes.EXCHANGE)


def about_goods(turn: Turn, entry: Intent) -> Intent | None:
    if entry.ticket == "open" and entry.listed:
        return _sent_in_part(turn, entry) or _complaint_meant(turn, entry)
    if manner.came_as_another(turn.text):
        return first_complaint(turn, "exchange")
    if entry.category == "other" and (other := _of_what_came(turn)) is not None:
        return other
    if entry.category == "exchange" and wishes.is_where(turn.text):
        return changes_address(turn)
    plain_question = entry.ticket == "none" and manner.is_question(turn.text)
    if entry.category == "product_quality" or plain_question:
        return None
    changes = entry.category in {"refund", "exchange"}
    # `선풍기 버튼이 안 눌려요`: a button of the goods is none of the shop.
    ours = entry.category == "order" and not _AT_THE_SHOP.search(words.squash(turn.text))
    made = entry.category == "shipping" and is_printed_amiss(turn)
    goods = changes or ours or made or manner.is_at_hand(turn.text)
    found = damage_entry(turn) if goods else None
    return found or (told_beside(turn) if changes and entry.ticket == "ask" else None)


def told_beside(turn: Turn) -> Intent | None:
    """The complaint about goods that is told beside a wish (`거울이 깨졌어요 환불해 주세요`)."""
    told = turn.match.told
    why = turn.intent(told.intent_id) if told is not None else None
    complains = why is not None and why.ticket == "open" and why.category in OF_WHAT_CAME
    return why if complains else None


def _of_what_came(turn: Turn) -> Intent | None:
    """The complaint about goods in a line that was taken for a question about some."""
    if (unfit := too_small(turn)) is not None:
        return unfit
    # `유통기한이 다음 달까지인데요?` asks nothing.
    if manner.asks(turn.text) and not manner.keeps_but_shortly(turn.text):
        return None
    found = damage_entry(turn) or found_amiss(turn)
    return found or (first_complaint(turn, "exchange") if lacks_goods(turn.text) else None)


def is_of_the_way(turn: Turn) -> bool:
    """Whether something is wrong with what shows a parcel's way (`송장이 안 떠요`)."""
    tracked = _TRACKED.search(words.squash(turn.text))
    return bool(tracked) and manner.reports_problem(turn.text)


def of_the_way(turn: Turn) -> Intent | None:
    """The likeliest entry about a parcel's way."""
    likely = (turn.intent(one.intent_id) for one in turn.match.candidates)
    about = (one for one in likely if one is not None and one.category == "shipping")
    return next(about, None) or first_complaint(turn, "shipping")


def _sent_in_part(turn: Turn, entry: Intent) -> Intent | None:
    """`하나만 출발했대요`: whether the rest comes by itself a person sees; it may be late."""
    if entry.category not in {"shipping", "exchange"} or not manner.is_partly_sent(turn.text):
        return None
    late = manner.is_late(turn.text) or manner.waited_long(turn.text)
    return first_complaint(turn, "shipping") if late else tells_stage(turn)


def _complaint_meant(turn: Turn, entry: Intent) -> Intent | None:
    """What did not come at all, or came broken, is no other item than was ordered."""
    if entry.category == "shipping" and not manner.is_late(turn.text):
        # `늦게 왔는데 색도 달라요`: it came, and that is the worse of the two.
        lacks = manner.got_another(turn.text) or manner.lacks_a_part(turn.text)
        return (first_complaint(turn, "exchange") if lacks else None) or damage_entry(turn)
    # `한 권이 안 왔어요 두 권만 들어 있네요`
    short = manner.is_short(turn.text) or (entry.category == "shipping" and _came_too_few(turn))
    if short or (entry.category == "wrong_information" and _lacks_only(turn)):
        return first_complaint(turn, "exchange")
    if entry.category == "exchange":
        return _not_another(turn)
    if entry.category == "product_quality":
        return _not_faulty(turn)
    if entry.category == "wrong_information" and manner.was_in_vain(turn.text):
        return first_complaint(turn, "product_quality")  # what the page says was done, and failed
    return _no_page_was_wrong(turn) if _only_a_word(turn, entry) else None


def _came_too_few(turn: Turn) -> bool:
    return manner.came_too_few(turn.text) and not manner.reports_damage(turn.text)


def _lacks_only(turn: Turn) -> bool:
    """Whether some of the goods are missing, and nobody told otherwise of them."""
    otherwise = manner.was_told_otherwise(turn.text) or manner.is_unlike(turn.text)
    return lacks_goods(turn.text) and not otherwise


def _no_page_was_wrong(turn: Turn) -> Intent | None:
    """What is complained of instead: faults, goods that do not fit, a page that does not tell."""
    silent = _SAYS_NOTHING.search(words.squash(turn.text))
    return damage_entry(turn) or too_small(turn) or (of_goods(turn) if silent else None)


def _not_faulty(turn: Turn) -> Intent | None:
    """The entry of a line that was taken for one of faulty goods, and is of none."""
    if is_of_the_way(turn):
        return of_the_way(turn)
    # `아직 안 뜯었어요`: it may go back, and nothing is wrong with it.
    if _UNOPENED.fullmatch(words.squash(turn.text)) and not turn.state.ticket:
        return asked_for(turn, "반품")
    if TERM_OF_ORDER.search(words.squash(turn.text)):
        return looks_up_order(turn)
    # `나사가 빠졌어요`: it may have fallen out.
    lacks = manner.lacks_a_part(turn.text) and "빠" not in turn.text
    if (lacks or manner.came_as_another(turn.text)) and not manner.reports_damage(turn.text):
        return first_complaint(turn, "exchange")
    mends = manner.wants_repair(turn.text) and not wishes.labels(turn.own_words)
    his_own = manner.broke_it_himself(turn.text) and not manner.is_hurt(turn.text)
    return repairs(turn) if mends or his_own else None


_BY_A_PAGE = searched("페이지|상세|설명|표기|광고|사이트|스펙|사양|기재")


def _not_another(turn: Turn) -> Intent | None:
    """The complaint of a line that was taken for one of another item, and is none."""
    if manner.tells_no_fault(turn.text):
        return first_complaint(turn, "product_quality")
    if manner.is_late(turn.text) and not _came_too_few(turn):
        return first_complaint(turn, "shipping")
    if _SAYS_NOTHING.match(words.squash(turn.text)):
        return of_goods(turn)
    if _OTHER_PERSON.search(words.squash(turn.text)):
        return first_complaint(turn, "service")
    other = manner.got_another(turn.text) or manner.came_as_another(turn.text)
    told = _BY_A_PAGE.search(turn.text) and manner.was_told_otherwise(turn.text)
    if told and not (other or manner.lacks_a_part(turn.text)):
        # `1.2kg이라고 써 있는데 재 보니 2kg이 넘어요`: it is what was ordered.
        return first_complaint(turn, "wrong_information")
    return None if _OTHER_ITEM.search(words.squash(turn.text)) else damage_entry(turn)


def _only_a_word(turn: Turn, entry: Intent) -> bool:
    """Whether goods are taken for other than told, and no page, no picture is named."""
    told = manner.was_told_otherwise(turn.text) or manner.is_unlike(turn.text)
    return entry.category == "wrong_information" and not told
