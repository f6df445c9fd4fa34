"""The entries that a line names, each as it is meant."""

from __future__ import annotations

from functools import partial

from bot.dialog import extract, manner, wishes, words
from bot.dialog.complaints.causes import cause, paid_back_as
from bot.dialog.complaints.fees import of_process, with_their_fee
from bot.dialog.complaints.told import calls_order_off
from bot.dialog.complaints.waiting import asks_of_fetching
from bot.dialog.entries import (
    RETURN_FEE,
    asked_for,
    cancels,
    changes_address,
    changes_order,
    entry_named,
    looks_up_order,
    of_goods,
    return_fee,
    tells_of_money,
    tells_stage,
    usual_time,
    wraps_presents,
)
from bot.dialog.his_parcels import HIS_ORDER, WRAPPED
from bot.dialog.quoting import each_once
from bot.dialog.turn import Turn
from bot.patterns import searched
from intents import Intent
from intents.clauses import parts

#: Where a parcel goes, and how it is left there.
_OF_A_PLACE = searched(
    "주소|배송지|호수|연락처|전화번호|받는|수령인|메모|요청|비밀번호|문\\s?앞|경비실|집으로|회사로"
)
_OF_AN_ORDER = searched("주문|결제|입금|구매|이체|송금")
#: How far the order is, of which another address is wanted.
_NOT_SENT_YET = searched(
    r"(?:출고|발송|배송|출발)(?:이|은)?\s?(?:아직\s?)?(?:전|안\s?(?:됐|되|된|했|하|나))|안\s?보내?[셨냈]|안\s?나[갔간]"
)
_OPTION = searched("색|사이즈|옵션|수량|치수|컬러|개로|장으로|추가")
#: Goods that are there are not called off.
_HAS_COME = searched(r"받[았은]|왔(?:는데|어요)|도착|입어|신어|써\s?보|반품|교환")
#: What goes back, or is waited for.
_OF_MONEY = searched("환불|반품|교환|입금|돈|카드|계좌|금액|환급|포인트|들어[오와왔]")
#: `반품해서 기사님이 가져가셨어요 언제 입금되나요`: what was asked for before is wanted no more.
_DONE = searched(
    r"(?:반품|교환|취소|환불)(?:을|를)?(?:신청|접수|요청)?(?:을|를)?(?:해서|하고|했|한지|한거|한건|보냈|보내고|완료|됐)"
)
_INTO_ANOTHER = searched(
    r"(?P<first>교환|환불|반품|취소)(?:을|를)?(?:신청|접수|요청)(?:을|를)?(?:했|한거|한건|해놨|해놓|해둔|넣었)[가-힣0-9]{0,16}?"
    r"(?P<wish>교환|환불|반품|취소)(?:으로|로)(?:도|는)?(?:바꿀|바꾸|바꿔|변경|할수|하고|전환|가능|되[나는])"
)
_CHANGED = searched("바꿔|바꾸|바꿀|변경|수정|교환")
_BY_A_DAY = searched(
    r"(?:까지|전에|전까지|안에|안으로|맞춰서?|맞게)(?:는|은)?(?:꼭|좀|반드시|제발)*(?:보내|받|도착|와야|올|오게|배송)"
)
_WISHES = ("반품", "환불", "교환", "주문 취소")


def entries_named(turn: Turn) -> list[Intent]:
    """The entries that the matcher is sure of, each as it is meant."""
    named = [turn.match.candidates[0], *turn.match.also]
    entries = [entry for one in named if (entry := turn.intent(one.intent_id)) is not None]
    entries = _of_money(turn, entries)
    if any(one.ticket == "open" for one in entries):
        # `서랍이 없고 설치기사님은 가버리고` wants no other address.
        placed = None if _OF_A_PLACE.search(turn.text) else changes_address(turn)
        entries = [one for one in entries if placed is None or one is not placed]
        # `생일 선물로 시켰는데 아직도 준비 중` wants nothing wrapped.
        wraps = None if WRAPPED.search(turn.text) else wraps_presents(turn)
        entries = [one for one in entries if wraps is None or one is not wraps]
    if entries and (in_time := _must_be_there(turn, entries[0])) is not None:
        return [in_time]
    wished = (_wished_beside(turn, entries[0]) or _wished_instead(turn)) if entries else None
    if wished is not None:
        return [wished]
    if not entries:
        return []
    first, *others = entries
    if others and (manner.misses_a_detail(turn.text) or _tells_when(turn)):
        # `교환 되나요? 주문번호는 몰라요` does not ask where the number stands.
        wanted = [one for one in entries if one is not looks_up_order(turn)]
        first, *others = wanted or entries
    if manner.was_done_to(turn.text) and "입고" not in turn.text:
        # `품절이라고 취소됐는데` does not ask when there is more of it.
        others = [one for one in others if "재입고" not in one.title]
        if first.category == "order" and not manner.asks(turn.text):
            # `취소됐다고 문자 왔는데 취소한 적 없어요` asks for no money.
            others = [one for one in others if one.category != "refund"]
    others = _meant_beside(turn, first, others) if others else []
    others = [_fee_alone(turn, one) or one for one in others]
    if others and all(one.ticket == "none" for one in (first, *others)):
        # `배송비랑 교환비 알려 주세요`: of two fees called by their names neither is the other.
        return each_once(of_process(turn, one) or one for one in (first, *others))
    # What is only asked beside the first keeps its own answer, whatever the line complains of.
    meant = (_asked_beside(turn, one) or cause(turn, one) for one in others)
    found = with_their_fee(turn, each_once((cause(turn, first), *meant)))
    return _called_off_first(turn, _before_it_came(turn, found))


def _before_it_came(turn: Turn, entries: list[Intent]) -> list[Intent]:
    """`사이즈 S로 바꿔 주시고 배송 메모도 수정해 주세요`: what is still to be sent is exchanged for
    nothing, the order is changed.
    """
    moved, other = changes_address(turn), changes_order(turn)
    sent = "교환" in turn.text or "받았" in turn.text or other is None
    if len(entries) < 2 or sent or moved not in entries or not manner.is_request(turn.text):
        return entries
    return each_once(other if one.category == "exchange" and other else one for one in entries)


def _must_be_there(turn: Turn, first: Intent) -> Intent | None:
    """`생일선물인데 금요일까지 꼭 보내주세요` wants nothing wrapped, but there in time."""
    if first is not wraps_presents(turn) or WRAPPED.search(turn.text):
        return None
    if not _BY_A_DAY.search(words.squash(turn.text)):
        return None
    return tells_stage(turn) if _has_ordered(turn) else usual_time(turn)


def _of_money(turn: Turn, entries: list[Intent]) -> list[Intent]:
    """Money that is waited for in place of a parcel (`환불이 아직도 안 됐는데 전화도 안 받고`)."""
    likely = (turn.intent(one.intent_id) for one in turn.match.candidates)
    paid = next((one for one in likely if one is not None and one.category == "refund"), None)
    if paid is None or not manner.still_unpaid(turn.text) or manner.is_late(turn.text):
        return entries
    # That nobody answers is of the same matter.
    late = [one for one in entries if one.category in {"shipping", "service"}]
    late = [one for one in late if one.ticket == "open"]
    return each_once(paid if one in late else one for one in entries)


def _called_off_first(turn: Turn, entries: list[Intent]) -> list[Intent]:
    """`취소하려고요 취소하면 바로 환불되나요?` wants it off, and asks beside that for the money."""
    if turn.state.ticket or not entries or not tells_of_money(entries[0]):
        return entries
    if not calls_order_off(turn.text) or _HAS_COME.search(turn.text):
        return entries
    off = asked_for(turn, "주문 취소")
    return each_once((off, *entries)) if off is not None else entries


def _meant_beside(turn: Turn, first: Intent, others: list[Intent]) -> list[Intent]:
    """Of what comes along with the first entry that which the line is about, too."""
    if cancels(turn, first) and not _CHANGED.search(turn.text):
        # `주문취소요. 사이즈를 잘못 골라서요` is called off, and changed into nothing.
        others = [one for one in others if one is not changes_order(turn)]
    only_where = first is changes_address(turn) and _NOT_SENT_YET.search(turn.text)
    if only_where and not _OPTION.search(turn.text):
        # `배송지 바꿔 주실 수 있나요? 아직 출고 전이죠?` changes nothing but where it goes.
        others = [one for one in others if one is not changes_order(turn)]
    if first.category == "order" and not _OF_MONEY.search(turn.text):
        # `오늘 중으로 처리되나요? 주문 취소요` asks not when money comes.
        others = [one for one in others if one.category != "refund"]
    if first is of_goods(turn) and not _OF_AN_ORDER.search(turn.text):
        # `우유 들어가나요? 알레르기 있어요` asks for no order.
        others = [one for one in others if one is not looks_up_order(turn)]
    if any(map(manner.only_tells_stage, parts(turn.own_words))):
        # `색상 바꿀 수 있어요? 아직 발송 전이던데` asks not where it is.
        others = [one for one in others if one is not tells_stage(turn)]
    if first.ticket == "open" and manner.asks_if_normal(turn.text):
        return []  # `지퍼가 뻑뻑해요 원래 그런가요` asks of nothing else
    if first.ticket == "open" and not manner.asks(turn.text):
        # `열흘이 넘었는데 전화도 안 받고` asks for no hours.
        others = [one for one in others if one.ticket != "none" or not one.listed]
    if manner.asks(turn.text) and not _troubles(turn.text):
        # `반품 수거 언제 오나요? 집에 있어야 되나요` misses no parcel.
        others = [one for one in others if one.ticket != "open"]
    if first in (wraps_presents(turn), of_goods(turn)) and not _has_ordered(turn):
        # `선물포장 얼마고 언제 도착해요?` of who has yet to order: no parcel is under way.
        others = [(one is tells_stage(turn) and usual_time(turn)) or one for one in others]
    over = _WISHES if _is_done(turn, first) else wishes.refused(turn.own_words)
    return [one for one in others if one not in map(partial(asked_for, turn), over)]


def _has_ordered(turn: Turn) -> bool:
    told = manner.tells_when_ordered(turn.text) or bool(extract.order_numbers(turn.text))
    return told or bool(HIS_ORDER.search(words.squash(turn.text)))


def _is_done(turn: Turn, first: Intent) -> bool:
    """Whether goods went back or an order was called off, and money is the matter."""
    return first.category == "refund" and bool(_DONE.search(words.squash(turn.text)))


def _troubles(text: str) -> bool:
    """Whether anything in a line is complained of."""
    told = manner.reports_problem(text) or manner.reports_damage(text) or manner.is_late(text)
    return told or manner.was_told_otherwise(text) or manner.got_another(text)


def _fee_alone(turn: Turn, entry: Intent) -> Intent | None:
    """The entry for a fee (`교환비랑 배송비 얼마예요`), where no exchange is wanted."""
    wished = entry.category in {"refund", "exchange"} and entry.ticket == "ask"
    named = wished and RETURN_FEE.search(turn.text) and manner.asks(turn.text)
    return return_fee(turn) if named and not manner.is_request(turn.text) else None


def _tells_when(turn: Turn) -> bool:
    """Whether a part of a line says no more than when he ordered (`어제 주문했는데요.`)."""
    return any(map(manner.tells_when_ordered, parts(turn.own_words)))


def _asked_beside(turn: Turn, entry: Intent) -> Intent | None:
    """The entry that one of several parts of a line asks for, where it only tells something."""
    if entry is tells_stage(turn) and asks_of_fetching(turn):
        return asked_for(turn, "반품")  # `반품비는 얼마고 수거는 언제 오나요?`
    tells = entry.ticket == "none" or entry is tells_stage(turn)
    if not tells or not manner.is_question(turn.text):
        return None
    of_paying = entry.category == "order" and entry.ticket == "none"
    back = paid_back_as(turn) if of_paying else None
    return back or of_process(turn, entry) or entry


def _wished_instead(turn: Turn) -> Intent | None:
    """`교환 신청했는데 그냥 환불로 할 수 있나요` asks for the second of the two."""
    found = _INTO_ANOTHER.search(words.squash(turn.text))
    return entry_named(turn, found["wish"]) if found and found["first"] != found["wish"] else None


def _wished_beside(turn: Turn, entry: Intent) -> Intent | None:
    """`안녕하세요 후드티 환불` greets, and wants something."""
    if entry.listed or entry.ticket != "none":
        return None
    label = wishes.label(turn.own_words, turn.said)
    return entry_named(turn, label) if label else None
