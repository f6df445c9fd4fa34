"""Who was not at home, or wants it packed with care: whoever brings or packs it is told."""

from __future__ import annotations

from bot.dialog import manner, wishes, words
from bot.dialog.entries import tells_stage
from bot.dialog.filing import file, taken, titled
from bot.dialog.reporting import report
from bot.dialog.turn import Turn
from bot.dialog.unsure import offer_a_person
from bot.model import Decision


def hear_redelivery(turn: Turn) -> Decision | None:
    """`부재중이었는데 재배송해 주세요`: no parcel is missing, and a person tells the courier; or
    whoever packs it (`포장 꼼꼼히 부탁드려요`).
    """
    if turn.state.ticket or turn.incoming.tap:
        return None
    if not (manner.wants_redelivery(turn.text) or manner.wants_careful_packing(turn.text)):
        return None
    # `반품해 주세요 다음부턴 포장 좀 잘 해 주세요`
    another = manner.reports_damage(turn.text) or manner.got_another(turn.text)
    if another or wishes.labels(turn.own_words):
        return None
    if manner.asks(turn.text):
        return offer_a_person(turn)
    entry = tells_stage(turn)
    if entry is None:
        return None
    packs = manner.wants_careful_packing(turn.text)
    filed = file(turn, taken(turn, None), entry) if packs else report(turn, entry)
    return titled(filed, words.clip(turn.text))
