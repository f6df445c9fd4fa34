"""What is for somebody else, or more than was ordered: it is to be fetched, and nobody chooses."""

from __future__ import annotations

from bot.dialog import details, manner, wishes
from bot.dialog.entries import first_complaint
from bot.dialog.filing import file
from bot.dialog.learning import begin
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


def hear_surplus(turn: Turn) -> Decision | None:
    """`하나 시켰는데 두 개 왔어요`: what becomes of the other a person says, and only the order is
    asked.
    """
    entry = first_complaint(turn, "exchange") if manner.got_too_many(turn.text) else None
    if entry is None or turn.state.ticket or wishes.labels(turn.own_words):
        return None
    begun = begin(turn, entry, "")
    told = {name: said for name, said in begun.details.items() if name != "option"}
    known = {one.id: details.MOST_ASKED for one in details.of(entry) if one.id != "order_number"}
    memory = replace(begun, details=told, asked={**begun.asked, **known})
    said = f"{turn.texts.sorry} {turn.texts.got_it}\n{turn.texts.asked_person}"
    return file(turn.remembering(memory), said, entry, begun=memory)
