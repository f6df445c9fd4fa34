"""What happened is asked openly, of who told no matter yet."""

from __future__ import annotations

from bot.dialog import reasons
from bot.dialog.learning import note
from bot.dialog.turn import Turn, say
from bot.model import Choice, Decision, Question


def ask_what_happened(
    turn: Turn, *, sorry: bool, misses: int = 0, choices: tuple[Choice, ...] = ()
) -> Decision:
    """The question, with an apology where one is due; the line is kept for what he tells next."""
    opening = f"{turn.texts.sorry} " if sorry else ""
    return say(
        turn,
        f"{opening}{turn.texts.what_happened}",
        question=Question(kind="person"),
        choices=choices,
        memory=note(turn),
        misses=misses,
        matter=reasons.title_of(turn.text),
        spoke=True,
    )
