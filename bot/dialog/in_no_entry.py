"""What is asked and stands in no answer, whichever entry the line is like."""

from __future__ import annotations

from collections.abc import Sequence

from bot.dialog import manner, wishes, words
from bot.dialog.entries import asks_how_many, is_for, pays
from bot.dialog.quoting import holds, is_called
from bot.dialog.turn import Turn
from bot.patterns import searched
from intents import Intent
from intents.clauses import parts

#: What a customer is to the store, beside what he orders.
_OF_ACCOUNT = (
    *("비밀번호", "비번", "개인정보", "탈퇴", "이메일", "메일"),
    *("회원가입", "회원정보", "회원주소", "회원연락처", "회원탈퇴"),
)
#: What is done for large goods at the door.
_CARRIED = frozenset(("사다리차", "양중", "헌가구", "폐가구", "폐가전"))
#: What was bought, and where it is or when it comes (`로그인이 안 되는데 주문한 거 어디쯤 왔나요`).
_HIS_PARCEL = searched(
    r"(?:주문한|시킨|구매한|산)\s?(?:거|것|게|물건|상품|제품|[가-힣]{1,8}?)(?:이|가|은|는)?\s?(?:지금\s?)?(?:어디|언제|도착|배송)"
)
#: `선물한 상대방이 주소 입력을 안 했는데 기한이 언제까지예요?`
_NOT_TAKEN = searched(
    r"(?:주소|배송지)(?:를|을)?(?:입력|등록|적|넣)[가-힣]{0,4}?(?:안|못|않)|(?:주소|배송지)(?:를|을)?(?:아직)?(?:안|못)(?:입력|등록|적|넣)"
    r"|선물(?:을|이)?[가-힣]{0,6}?(?:거절|수락|만료|기한|유효기간|안받)"
)
#: `구매확정을 실수로 눌렀어요`: what may still be done, no review tells.
_CONFIRMED = searched(
    r"구매확정(?:을|를|이|버튼을?)?[가-힣]{0,4}?(?:실수|잘못|모르고|취소|되돌|철회|해버|눌러버)"
)


def is_in_no_entry(turn: Turn, entries: list[Intent]) -> bool:
    """Whether what is asked is in no answer, whichever entry is near."""
    if _is_of_service(turn, entries[0]) or _buys(turn, entries[0]):
        return True
    slip = _CONFIRMED.search(words.squash(turn.text)) and not wishes.labels(turn.own_words)
    if slip or _is_refused(turn, entries[0]):
        return True
    # What becomes of a present that nobody took yet wraps none.
    given = "포장" in entries[0].title and "포장" not in turn.text
    if given and _NOT_TAKEN.search(words.squash(turn.text)):
        return True
    # `운동화 200 있나요`; who hears when goods are in again is told how.
    first = entries[0]
    of_goods = first.category == "other" and "입고" not in first.title and not turn.state.ticket
    of_goods |= first.category == "exchange" and manner.of_its_stock(turn.text)
    if of_goods and manner.asks_of_stock(turn.text):
        return True
    other = manner.bought_elsewhere(turn.text) or manner.wants_credit_instead(turn.text)
    if other and manner.asks(turn.text) and not turn.state.ticket:
        return True
    beyond = manner.asks_beyond(turn.text) if not turn.state.ticket else ""
    plain = len(entries) == 1 and entries[0].ticket != "open"
    # `추천해 주세요` asks for no size.
    of_sizes = "사이즈" in entries[0].title
    return bool(beyond) and plain and (of_sizes or not is_called(entries[0], (beyond[:2],)))


def _is_refused(turn: Turn, entry: Intent) -> bool:
    """`환불을 원하는 게 아니라 왜 이런 걸 파시는지 묻는 거예요` wants no refund explained."""
    if turn.state.ticket or not manner.asks(turn.text) or wishes.labels(turn.own_words):
        return False
    refused = wishes.refused(turn.own_words)
    return entry.ticket == "ask" and any(is_for(turn, entry, one) for one in refused)


def _is_of_service(turn: Turn, entry: Intent) -> bool:
    """Whether a service is named that no entry is called by, whatever has it beside itself.

    `비밀번호 바꾸고 싶어요` is of no door, `익명 배송 되나요` of no fee.
    """
    if turn.state.ticket or manner.payment_fails(turn.text) or entry is pays(turn):
        return False  # `페이 비번 틀렸다고 계속 그래요`
    if asks_how_many(entry):
        return False  # `이름 새겨서 200개 되나요`: who sells many makes some of them
    service = manner.asks_for_service(turn.text)
    if service and len(asked := parts(turn.own_words)) > 1 and _asks_beside(asked):
        return False  # what else is asked has its answer
    if service:
        return not holds(turn, entry, service)
    if manner.names_service(turn.text) in _CARRIED and manner.asks(turn.text):
        carried = manner.names_service(turn.text)
        return not (is_called(entry, (carried,)) or carried in entry.answer)
    return is_of_account(turn, entry)


def is_of_account(turn: Turn, entry: Intent) -> bool:
    """Whether a line names what a customer is to the store, and is like an order or its way."""
    named = manner.names_service(turn.text).startswith(_OF_ACCOUNT)
    named = named and not _HIS_PARCEL.search(turn.text)
    other = entry.category in {"shipping", "exchange", "order"}
    return named and other and not manner.notes_for_courier(turn.text)


def _asks_beside(asked: Sequence[str]) -> bool:
    """Whether one of the parts of a line asks for no service (`조립도 해 주나요? 배송은 …`)."""
    return any(
        manner.asks(f"{part}?") and not manner.asks_for_service(f"{part}?") for part in asked
    )


def _buys(turn: Turn, entry: Intent) -> bool:
    """Whether somebody wants to buy, and is told but where orders are seen."""
    if turn.state.ticket or entry.category != "order" or not manner.wants_to_buy(turn.text):
        return False
    return not any(map(manner.wants_to_buy, entry.phrases))
