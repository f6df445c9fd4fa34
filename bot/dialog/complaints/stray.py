"""A parcel that is for somebody else: nobody is sent to look for it, it is to be fetched."""

from __future__ import annotations

from bot.dialog import manner
from bot.dialog.filing import file
from bot.dialog.turn import Turn
from bot.model import Decision, FileTicket
from bot.records import replace


def hear_stray(turn: Turn) -> Decision | None:
    """`남의 택배가 우리 집에 왔어요`: thanked for, and given to a person."""
    if turn.state.ticket or not manner.got_stray_parcel(turn.text):
        return None
    decision = file(turn, turn.texts.stray, None)
    if not isinstance(decision.ticket, FileTicket):
        return decision
    return replace(decision, ticket=replace(decision.ticket, category="shipping"))
