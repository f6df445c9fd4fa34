"""Whether the likeliest entry is meant, so that nobody need choose it or say yes to it."""

from __future__ import annotations

from bot.dialog import details, extract, manner, wishes, words
from bot.dialog.complaints.likely import is_likely
from bot.dialog.entries import of_goods
from bot.dialog.goods_asked import asks_price
from bot.dialog.nobodys import COIN
from bot.dialog.quoting import is_called
from bot.dialog.store_words import names_only, names_title, names_what
from bot.dialog.turn import Turn
from bot.patterns import searched
from intents import Intent

#: A guess that nothing else comes near needs no yes to it.
NEARLY_SURE = 0.75
#: Of its confidence what comes second may have at most; and where that is far behind.
FAR_SECOND = 0.25
FARTHEST = 0.12
#: A wish that is put as a question.
_WANTS_DONE = searched(r"(?:주실|줄)\s?수|주시(?:겠|나요|면)|주세요|부탁")
_CALLED = searched("교환|환불|반품|취소|재입고")


def only_asks(turn: Turn, near: list[Intent]) -> bool:
    """Whether a question has one likely answer beside complaints, and complains of nothing."""
    first, *others = near
    if first.ticket == "open" or not first.listed or not manner.asks(turn.text):
        return False
    alone = bool(others) and all(one.ticket == "open" for one in others)
    confidence = turn.match.candidates[0].confidence
    named = _CALLED.search(turn.text)
    called = named is not None and named[0] in first.title and confidence >= NEARLY_SURE
    # `방금 시킨 사료 취소되나요`: nothing else comes near it.
    sole = called and not others
    likely = is_likely(turn) or (alone and confidence >= COIN) or sole
    only_tells = _only_tells(turn, near)
    if (
        not (likely or only_tells)
        or manner.reports_problem(turn.text)
        or manner.asks_if_sold(turn.text)
    ):
        return False
    service = manner.names_service(turn.text)
    if service and not is_called(first, (service,)):
        return False  # `개인정보 다 지워지는 거죠?` asks for no other address
    # `M 사면 160 50 맞음?` tells what who recommends a size wants to know.
    own = any(not details.is_common(one.id) for one in details.of(first))
    measured = own and extract.tells_measures(turn.text)
    if called or only_tells:
        return True  # `반품 기한이 언제까지인가요`
    if first is of_goods(turn) and is_likely(turn) and not asks_price(turn):
        return True  # `이어폰 노캔 잘되나요?`
    return measured or alone


def names_it_alone(turn: Turn) -> bool:
    """Whether the likeliest entry is far ahead, and the line names what it alone is about.

    `아이폰 14 배터리 교체 얼마예요` in a shop where one entry speaks of batteries.
    """
    first, *others = turn.match.candidates
    entry = turn.intent(first.intent_id)
    if entry is None or not entry.listed or first.confidence < COIN:
        return False
    service = manner.asks_for_service(turn.text) or manner.names_service(turn.text)
    if service and not (is_called(entry, (service,)) or service in entry.answer):
        return False  # `허리 수선도 가능한가요` is of no warranty
    second = others[0].confidence / first.confidence if others else 0.0
    if second > FAR_SECOND:
        return False
    # What is filed at once must be surer, or be told; all else be asked or wanted.
    asks = manner.asks(turn.text)
    told = first.confidence >= NEARLY_SURE or not asks
    if entry.ticket != "open" and not (asks or manner.is_request(turn.said)):
        return False  # `배송 날짜 정했는데 그날 이사가 취소돼서` calls no order off
    named = (
        names_only(turn, entry)
        or names_title(turn, entry)
        or (second <= FARTHEST and names_what(turn, first.phrase))
    )
    return (entry.ticket != "open" or told) and named


def tells_beside(turn: Turn) -> Intent | None:
    """The likeliest entry, where it only tells what is asked by its own name."""
    first = next(iter(turn.match.candidates), None)
    likely = turn.intent(first.intent_id) if first is not None else None
    if likely is None or likely.ticket != "none" or not manner.asks(turn.text):
        return None
    # `배달 시간도 오전으로 바꿔 주실 수 있나요` wants it done.
    wants = wishes.labels(turn.own_words) or _WANTS_DONE.search(turn.text)
    return likely if not wants and names_it_alone(turn) else None


def _only_tells(turn: Turn, near: list[Intent]) -> bool:
    """`배송비 왜 이렇게 비싸요`: of answers alone the likeliest will do, called by its title."""
    sure = len(near) > 1 and turn.match.candidates[0].confidence >= NEARLY_SURE
    called = near[0].title.split()[0] in words.squash(turn.text)
    return sure and called and all(one.ticket == "none" and one.listed for one in near)


def wants_only_this(turn: Turn, near: list[Intent]) -> bool:
    """Whether something is wanted that one entry is likely for, and no other comes near it."""
    first, *others = near
    alone = first.ticket == "ask" and not any(one.listed for one in others)
    sure = turn.match.candidates[0].confidence >= NEARLY_SURE
    return alone and sure and manner.is_request(turn.said)
