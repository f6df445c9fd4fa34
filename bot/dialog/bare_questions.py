"""First lines that no list would hold: bare questions, accounts, other shops, how one buys."""

from __future__ import annotations

from bot.dialog import manner
from bot.dialog.entries import first_complaint
from bot.dialog.nobodys import COIN
from bot.dialog.open_question import ask_what_happened
from bot.dialog.told_elsewhere import mentions
from bot.dialog.turn import Turn
from bot.dialog.unsure import offer_a_person
from bot.model import Decision


def hear_unnamed(turn: Turn) -> Decision | None:
    """`어케하면되죠` is asked back; of an account, and of how one buys, no entry tells."""
    state = turn.state
    if turn.match.verdict == "answer" or state.ticket or state.question or state.misses:
        return None
    if manner.asks_of_nothing(turn.text) and not turn.memory.intent:
        return ask_what_happened(turn, sorry=manner.reports_problem(turn.text))
    elsewhere = manner.bought_elsewhere(turn.text) and manner.asks(turn.text)
    if _is_of_mail(turn) or manner.wants_to_buy(turn.text) or elsewhere:
        return offer_a_person(turn)
    if manner.wants_extra(turn.text) or manner.asks_how_sent(turn.text):
        return offer_a_person(turn)
    return _told_of_a_word(turn)


def _told_of_a_word(turn: Turn) -> Decision | None:
    """What the answers say of `제주도는요?` where nothing was talked of and no entry is like it."""
    word = "" if turn.memory.intent else manner.short_topic(turn.text)
    known = turn.match.candidates[:1]
    if len(word) < 2 or (known and known[0].confidence >= COIN):
        return None
    return mentions(turn, word, first_complaint(turn, "shipping"))


def _is_of_mail(turn: Turn) -> bool:
    """Whether a mail address shall be another: no parcel goes there."""
    return manner.names_service(turn.text).endswith(("메일", "메일주소"))
