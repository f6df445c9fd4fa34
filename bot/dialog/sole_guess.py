"""Whether the likeliest entry is meant, so that nobody need choose it or say yes to it."""

from __future__ import annotations

from bot.dialog import details, extract, manner, words
from bot.dialog.complaints.likely import is_likely
from bot.dialog.entries import of_goods
from bot.dialog.goods_asked import asks_price
from bot.dialog.nobodys import COIN
from bot.dialog.quoting import is_called
from bot.dialog.turn import Turn
from bot.patterns import searched
from intents import Intent

#: A guess that nothing else comes near needs no yes to it.
NEARLY_SURE = 0.75
_CALLED = searched("교환|환불|반품|취소")


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
