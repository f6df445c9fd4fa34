"""Another matter beside the open one."""

from __future__ import annotations

from bot.dialog import manner, wishes
from bot.dialog.answers import ask_again, wording
from bot.dialog.causes import complaint_in
from bot.dialog.corrections import entry_named, names_another
from bot.dialog.filing import learn, sorry, when
from bot.dialog.turn import Turn, say
from bot.model import AddToTicket, Decision
from bot.records import replace
from intents import Intent


def hear_another(turn: Turn) -> Decision | None:
    """Another matter beside the open one, of other goods: it goes along under its own name."""
    current = turn.intent(turn.memory.intent)
    if not turn.state.ticket or current is None or turn.incoming.tap or manner.asks(turn.text):
        return None
    entry = _another_matter(turn) if names_another(turn) else None
    if entry is None or entry.id == current.id or entry.title in turn.state.matter:
        return None
    learned = learn(turn, current, ())
    numbers = (turn.memory.details.get("order_number"), learned.details.get("order_number"))
    both = ", ".join(dict.fromkeys(number for number in numbers if number))
    told = {**turn.memory.details, "what": learned.details.get("what", "")}
    memory = replace(learned, details={**told, "order_number": both} if both else told)
    title = f"{turn.state.matter or current.title}, {entry.title}"
    change = AddToTicket(title=title, details=memory.details, priority=manner.anger(turn.text))
    noted = f"{wording(turn, entry)}\n\n{turn.texts.also_filed(entry.title, turn.ticket)}"
    text = "\n".join(filter(None, (sorry(turn, noted), noted)))
    question = turn.state.question
    if question is not None:
        back = ask_again(turn.remembering(memory), question, f"{text}\n\n")
        return replace(back, state=replace(back.state, matter=title), ticket=change)
    return say(turn, f"{text}\n{when(turn)}", ticket=change, matter=title, memory=memory)


def _another_matter(turn: Turn) -> Intent | None:
    """The entry for what is wrong with, or wanted for, other goods than the ticket's."""
    complaint = complaint_in(turn, turn.text)
    wanted = entry_named(turn, wishes.request(turn.text)) if complaint is None else None
    if complaint is not None or wanted is not None:
        return complaint or wanted
    best = turn.match.candidates[0].intent_id if turn.match.verdict == "answer" else ""
    entry = turn.intent(best)
    return entry if entry is not None and entry.listed and entry.ticket != "none" else None
