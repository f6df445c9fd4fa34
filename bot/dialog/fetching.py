"""Goods that go back are fetched: another day, elsewhere, not at all, or nobody came for them."""

from __future__ import annotations

from bot.dialog import details, extract, manner, moved_days, words
from bot.dialog.answers import ask_again
from bot.dialog.entries import entry_named
from bot.dialog.filing import file, titled, when
from bot.dialog.learning import REMEMBERED, begin, learn
from bot.dialog.quoting import GOODS_BACK
from bot.dialog.turn import Turn, say
from bot.model import AddToTicket, Decision, Memory
from bot.records import replace

#: The wish whose goods are fetched.
_RETURN = "반품 신청"


def hear_fetching(turn: Turn) -> Decision | None:
    """`수거 토요일로 바꿔 주세요`: noted, and said back as it was understood.

    It is no exchange that is wanted, and no day of what happened.
    """
    if turn.incoming.tap or turn.incoming.images or extract.has_account(turn.text):
        return None
    if not turn.state.ticket:
        return _file(turn) if not _is_asked(turn) else None
    known = turn.entry
    if known is None or known.category not in GOODS_BACK:
        return None
    said = _understood(turn)
    if not said or extract.order_numbers(turn.text):
        return None
    memory = _with_line(turn)
    question = turn.state.question
    change = AddToTicket(
        # Whatever was answered before, the store has this to see to.
        status="open" if question is None else turn.state.ticket_status or "open",
        details=memory.details,
        priority=manner.anger(turn.text),
        note=f"수거: {_said(turn)}",
    )
    if question is None:
        return say(turn, f"{said}\n{when(turn)}", ticket=change, memory=memory)
    back = ask_again(turn.remembering(memory), question, f"{said}\n\n")
    return replace(back, ticket=change)


def _said(turn: Turn) -> str:
    """His words about it, without the number beside them."""
    return words.clip(extract.without_numbers(turn.own_words))


def _is_asked(turn: Turn) -> bool:
    """Whether an offer or a choice is open that the line may answer."""
    question = turn.state.question
    return question is not None and question.kind != "person"


def _understood(turn: Turn) -> str:
    """What is said back; empty where a line is not about who fetches the goods."""
    if manner.calls_off_fetching(turn.text):
        return turn.texts.fetching_off
    if manner.tells_of_fetching(turn.text):
        return turn.texts.fetching_noted(_said(turn))
    if moved_days.moves_the_day(turn.text) and _was_missed(turn):
        return turn.texts.fetching_noted(_said(turn))
    asks = manner.asks(turn.text) or extract.order_numbers(turn.text)
    return turn.texts.fetching_missed if manner.missed_pickup(turn.text) and not asks else ""


def _was_missed(turn: Turn) -> bool:
    """Whether the matter is that nobody came for the goods: a day in it is of that."""
    told = turn.memory.details.get("what", "")
    return any(map(manner.missed_pickup, told.split("\n")))


def _with_line(turn: Turn) -> Memory:
    """The memory with his words: a day in them is to come, and a place is no new address."""
    learned = learn(turn, turn.entry, ())
    what = learned.details.get("what", "")
    return replace(turn.memory, details={**turn.memory.details, "what": what})


def _file(turn: Turn) -> Decision | None:
    """Where no return of his is known: filed as one in his words; only the order is asked for."""
    off = manner.calls_off_fetching(turn.text)
    if not off and not manner.moves_fetching(turn.text):
        return None
    entry = entry_named(turn, _RETURN)
    if entry is None:
        return None
    begun = begin(turn, entry, "")
    told = {k: v for k, v in begun.details.items() if k not in {"when", "reason", "option"}}
    if number := told.get("order_number") or _order_before(turn):
        told["order_number"] = number
    known = {one.id: details.MOST_ASKED for one in details.of(entry) if one.id != "order_number"}
    memory = replace(begun, details=told, asked=known)
    said = turn.texts.fetching_noted(_said(turn))
    text = turn.texts.fetching_off if off else said
    filed = file(turn.remembering(memory), text, entry, begun=memory)
    return titled(filed, _said(turn))


def _order_before(turn: Turn) -> str:
    """The order of the return that was resolved last."""
    known, closed = turn.memory, turn.intent(turn.memory.closed_intent)
    recent = known.closed_at is not None and turn.now - known.closed_at <= REMEMBERED
    if not recent or closed is None or closed.category not in GOODS_BACK:
        return ""
    return known.closed_details.get("order_number", "")
