"""What else a line wants beside the matter that it is filed under."""

from __future__ import annotations

from bot.dialog import manner, wishes
from bot.dialog.entries import changes_order, entry_named, is_for, is_stand_in
from bot.dialog.second_thoughts import on_second_thought
from bot.dialog.turn import Turn
from intents import Intent

#: What is wanted for goods that came amiss is an end of that matter.
_ENDS = frozenset((wishes.EXCHANGE, wishes.REFUND, "반품"))
#: While an order has not left, it is changed and not exchanged.
_BEFORE_IT_COMES = frozenset(("order", "shipping"))


def wanted_beside(turn: Turn, intent: Intent) -> list[Intent]:
    """The entries for further wishes in a line (`주소를 잘못 적었고 수량도 바꾸고 싶어요`)."""
    if turn.state.ticket or turn.incoming.tap or not manner.is_request(turn.text):
        return []
    if wishes.fallback(turn.own_words) or manner.correction(turn.text) is not None:
        return []
    said = on_second_thought(turn.own_words)
    asked = {wish for part in wishes.clauses(said) if (wish := wishes.request(part))}
    if len(asked) < 2:
        return []  # `받는 사람 이름 바꿔 주세요` is one, whatever its words are like
    found = (_entry(turn, intent, wish) for wish in sorted(asked))
    return list({one.id: one for one in found if one is not None}.values())


def _entry(turn: Turn, intent: Intent, wish: str) -> Intent | None:
    if is_for(turn, intent, wish) or (intent.ticket == "open" and wish in _ENDS):
        return None
    changes = wish == wishes.EXCHANGE and intent.category in _BEFORE_IT_COMES
    entry = changes_order(turn) if changes else entry_named(turn, wish)
    if entry is None or entry is intent or entry.ticket != "ask" or is_stand_in(turn, entry):
        return None
    return entry
