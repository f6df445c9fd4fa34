"""Lines that only point at something: which matter it was is asked, then a person is called."""

from __future__ import annotations

from bot.dialog import manner
from bot.dialog.complaints.told import told_plainly
from bot.dialog.never_answered import ask_which
from bot.dialog.turn import Turn
from bot.dialog.unsure import give_up, miss
from bot.model import Decision


def hear_vague(turn: Turn) -> Decision | None:
    """`그거 있잖아요 저번에 그거` points at something: no entry is meant by that."""
    again = turn.state.misses and not turn.state.ticket
    if _recalls_word(turn) or (again and _recalls_promise(turn.text)):
        return give_up(turn)
    behind = turn.memory.last if manner.presents_himself(turn.memory.last) else ""
    # `지난주에 통화한 사람인데요`, then `그거 아직 안 됐나요`
    if not manner.is_vague(turn.text) and not (behind and manner.is_vague(behind + turn.text)):
        return None
    # Beside a question it is the second line in a row that leads nowhere.
    if turn.state.question is not None or turn.state.misses:
        return give_up(turn)
    return miss(turn) if turn.state.ticket else ask_which(turn)


def _recalls_promise(text: str) -> bool:
    """Whether who pointed at something says now that it was promised, be it as a reproach."""
    return manner.recalls_promise(text) or manner.recalls_word(text)


def _recalls_word(turn: Turn) -> bool:
    """`전화로 보내 준다고 하셨는데 어떻게 됐어요?`: only who promised it knows."""
    known = bool(turn.state.ticket) or bool(turn.incoming.tap)
    return not known and manner.recalls_word(turn.text) and told_plainly(turn) is None
