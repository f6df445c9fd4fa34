"""Likely entries without those that a line cannot mean."""

from __future__ import annotations

from bot.dialog import manner, moved_days, wishes, words
from bot.dialog.entries import of_goods, tells_stage, wraps_presents
from bot.dialog.his_parcels import WRAPPED
from bot.dialog.turn import Turn
from bot.patterns import searched
from intents import Intent

#: Letters of a question that names nothing but what goods are like.
LONGEST_BARE = 12

#: Who has the goods misses no parcel.
_HAS_IT = searched(
    r"^(?!.*(?:안[왔와오받]|못[받봤]|없|덜|빠|(?:문자|연락|전화|알림|메일|안내|톡|답)[가-힣]{0,3}받))"
    r".*?(?:물건|상품|택배|제품|옷)(?:을|를|이|은|는|도)?[가-힣]{0,6}(?:받았|받아|도착했|왔)[가-힣]{0,3}(?:는데|은데|더니|어요|네요|습니다)"
)


def _without_wrapping(turn: Turn, near: list[Intent]) -> list[Intent]:
    """`선물로 보낸 건데 환불 되나요` wants nothing wrapped."""
    wraps = wraps_presents(turn)
    if wraps not in near or WRAPPED.search(turn.text) or not wishes.request(turn.own_words):
        return near
    return [one for one in near if one is not wraps] or near


def narrowed(turn: Turn, near: list[Intent]) -> list[Intent]:
    """The likely entries without what cannot be meant: no exchange where a day is to be another or
    a refund is named, no complaint about goods where it is asked what they are like (`건조기 돌려도
    됨?`).
    """
    if moved_days.is_when(turn.text) or wishes.labels(turn.own_words) == {wishes.REFUND}:
        near = _without_wrapping(turn, near)
        return [one for one in near if one.category != "exchange"] or near
    near = _without_wrapping(turn, near)
    stage = tells_stage(turn) if manner.asks_when_goods_come(turn.text) else None
    if stage is not None:
        return [stage]
    if _HAS_IT.search(words.squash(turn.text)):
        near = [one for one in near if one.category != "shipping" or one.ticket != "open"] or near
    goods = of_goods(turn)
    if manner.asks_for_contents(turn.text):
        return [goods]
    if not manner.asks_for_attribute(turn.text):
        return near
    kept = [one for one in near if one.ticket != "open"]
    if len(words.squash(turn.text)) <= LONGEST_BARE:
        kept = []  # `늘어나나요` is of no bulk order, however like it sounds
    return [goods] if goods in near or (near and not kept) else kept
