"""Where and how a parcel will come, asked before there is one: no complaint, and no list."""

from __future__ import annotations

from bot.dialog import manner
from bot.dialog.answers import answer
from bot.dialog.entries import changes_address, tells_stage, usual_time, wraps_presents
from bot.dialog.going_on import say_lines
from bot.dialog.quoting import sure
from bot.dialog.reporting import wording
from bot.dialog.turn import Turn, digest, say
from bot.dialog.unsure import offer_a_person
from bot.model import Decision
from bot.patterns import searched
from intents.clauses import parts

#: Couriers by their names.
_NAMED = searched("대한통운|한진|로젠|롯데택배|우체국|경동|대신택배|일양|쿠팡")
#: Goods that do not leave on the day they are ordered.
_MADE = searched("예약|제작|맞춤")


def hear_where_it_goes(turn: Turn) -> Decision | None:
    """`택배 어디꺼 써요`, `문앞에 두고 가주시나요`, `두 군데로 나눠 보낼 수 있어요?`"""
    if turn.state.ticket or turn.incoming.tap or turn.incoming.images:
        return None
    question = turn.state.question
    if question is not None and question.kind not in {"file", "choose"}:
        return None
    if len(parts(turn.own_words)) > 1:
        return None  # what else is asked keeps its answer
    return _courier(turn) or _on_a_day(turn) or _to_a_place(turn)


def _courier(turn: Turn) -> Decision | None:
    """The line that names who brings parcels, where one does."""
    if not manner.asks_which_courier(turn.text):
        return None
    near = usual_time(turn)
    told = wording(turn, near).split("\n") if near is not None else []
    line = next((one.strip() for one in told if _NAMED.search(one)), "")
    if line and digest(line) == turn.memory.said:
        # `씨제이요?` right behind it makes sure.
        return say(turn, line, memory=turn.memory, spoke=True)
    return say_lines(turn, near, line) if near is not None and line else None


def _on_a_day(turn: Turn) -> Decision | None:
    """How long parcels take, as a rule: of no order yet nobody knows where that is."""
    near, best = usual_time(turn), sure(turn)
    if near is None or not manner.asks_for_a_day(turn.text):
        return None
    amiss = best is None or best in (near, tells_stage(turn), wraps_presents(turn))
    made = _MADE.search(turn.text)
    return answer(turn, near) if amiss and not (made and not _MADE.search(near.answer)) else None


def _to_a_place(turn: Turn) -> Decision | None:
    """What is told of notes for the courier; what no entry tells goes to a person."""
    text, best = turn.text, sure(turn)
    place, wraps = changes_address(turn), wraps_presents(turn)
    if manner.asks_where_left(text) and not manner.would_have_noted(text):
        return answer(turn, place)
    named = wraps is not None and "보내는" in wraps.answer
    if wraps is not None and named and best is place and manner.asks_of_sender(text):
        return answer(turn, wraps)
    posted = best is None and manner.asks_to_be_posted(text)
    several = manner.asks_for_several_places(text) and best in (None, place)
    given = manner.knows_no_address(text) and best in (None, place)
    return offer_a_person(turn) if posted or several or given else None
