"""Who would come for his goods himself is told of the shop what the answers hold."""

from __future__ import annotations

from bot.dialog import manner
from bot.dialog.answers import offered_again
from bot.dialog.learning import note
from bot.dialog.reporting import wording
from bot.dialog.turn import Turn, say
from bot.model import Decision
from bot.records import replace

#: What answers call the place.
_SHOP = "매장"


def hear_pickup(turn: Turn) -> Decision | None:
    """`직접 찾으러 가도 돼요?`: the lines about the shop, of an entry that only answers."""
    if turn.state.ticket or turn.incoming.tap or not manner.would_fetch_it(turn.text):
        return None
    for entry in turn.faq.intents:
        if entry.ticket != "none" or not turn.intent(entry.id):
            continue
        lines = [line.strip() for line in wording(turn, entry).split("\n") if _SHOP in line]
        if lines:
            text, question, choices = offered_again(turn, "\n".join(lines))
            memory = replace(note(turn), shown=entry.id)
            return say(turn, text, question=question, choices=choices, memory=memory, spoke=True)
    return None
