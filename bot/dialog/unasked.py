"""What a person gets without the customer being asked first."""

from __future__ import annotations

from bot.dialog import details, extract, manner, wishes, words
from bot.dialog.entries import cancels
from bot.dialog.turn import Turn
from bot.model import Memory
from bot.patterns import searched
from intents import Intent

_WHY_GONE = searched("왜(?:다|갑자기|전부)*(?:사라|없어졌|빠졌|빠져|소멸|차감|줄었)")
_HAS_ASKED = searched(
    r"(?:교환|변경)(?:을|를)?(?:신청|접수|요청)(?:을|를)?(?:했|드렸|넣었|해놨|해뒀)"
)


def files_at_once(turn: Turn, intent: Intent, begun: Memory) -> bool:
    """Whether a person gets the matter without being asked: complaints always, wishes mostly.

    A cancellation that can be filed whole is confirmed first: nobody cancels an order by a slip.
    """
    if intent.ticket == "open":
        return True
    if not intent.listed and intent.ticket == "none":
        return False  # `안녕하세요 또 왔습니다` is no trouble that came again
    # `포인트가 왜 사라졌어요?` misses it.
    gone = _WHY_GONE.search(words.squash(turn.said)) is not None
    missed = gone and manner.misses_credit(turn.said)
    knows = missed or _demands(turn) or _tells_all(turn, intent, begun)
    asks = manner.asks(turn.said) and not knows
    if turn.incoming.tap or asks or turn.match.verdict == "none":
        return False
    if manner.hesitates(turn.text):
        return False  # `취소할까 고민 중이에요`
    # How far an order is is no trouble by itself.
    troubled = manner.reports_problem(turn.said) or manner.misses_credit(turn.said)
    troubled = troubled or (intent.category == "refund" and manner.misses_money(turn.said))
    troubled = troubled and not manner.only_tells_stage(turn.text)
    troubled = troubled or manner.holds_to_it(turn.said)
    # Neither is a number that he cannot find (`주문번호 못 찾겠어요`).
    troubled = troubled and not ("번호" in turn.said and manner.misses_a_detail(turn.said))
    if troubled or _asks_to_file(turn, intent):
        return True
    wished = intent.ticket == "ask" and manner.is_request(turn.said)
    wished = wished or _tells_all(turn, intent, begun)
    return wished and _is_filed_unasked(turn, intent, begun)


def _demands(turn: Turn) -> bool:
    """`몇 번을 말해요 환불해 달라고요` asks nothing."""
    wished = manner.anger(turn.text) and wishes.labels(turn.own_words)
    return bool(wished) and manner.is_request(turn.text) and "?" not in turn.text


def _tells_all(turn: Turn, intent: Intent, begun: Memory) -> bool:
    """`배송지 변경 가능할까요`, with the order and where it shall go: it is to be done."""
    into = any(one.id in {"address", "option"} for one in details.of(intent))
    told = into and intent.ticket == "ask" and extract.order_numbers(turn.text)
    if not told or cancels(turn, intent):
        return False
    lacks = {one.id for one in details.missing(intent, begun)}
    # `교환 신청했는데요 2026… 160에서 170으로요` waits for it already; when it came is asked.
    return not lacks or (
        lacks == {"when"} and _HAS_ASKED.search(words.squash(turn.text)) is not None
    )


def _tells_a_detail(intent: Intent, begun: Memory) -> bool:
    """Whether something that the entry needs is told already."""
    return any(one.id in begun.details for one in details.of(intent))


def _is_filed_unasked(turn: Turn, intent: Intent, begun: Memory) -> bool:
    if not details.of(intent):
        # What is wanted of an order that is named is more than a question.
        return bool(extract.order_numbers(turn.text))
    if all(one.id != "order_number" for one in details.of(intent)):
        # Nothing is undone by it; but most find in the answer what `사이즈 알려 주세요` asks for.
        return not manner.wants_to_be_told(turn.said) or _tells_a_detail(intent, begun)
    wanted = details.missing(intent, begun)
    if not wanted and not cancels(turn, intent):
        return True  # who tells all that it needs has made no slip
    return any(one.id != "reason" for one in wanted)


def _asks_to_file(turn: Turn, intent: Intent) -> bool:
    """`접수해 주세요` after all: who refused the offer before needs no second one."""
    known = turn.memory.intent == intent.id
    return known and "접수" in turn.text and manner.is_request(turn.said)
