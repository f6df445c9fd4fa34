"""What somebody called for in vain, told to the question what it was about: that is the matter."""

from __future__ import annotations

from bot.dialog import manner, wishes, words
from bot.dialog.asked.heard import Answer
from bot.dialog.complaints.told import told_plainly
from bot.dialog.entries import asked_for, first_complaint
from bot.dialog.filing import add
from bot.dialog.turn import Turn
from bot.model import AddToTicket, Decision, Reply
from bot.patterns import searched
from bot.records import replace
from intents import Intent

_CALLED = searched("전화|통화")
#: `등산화 교환 때문에 전화드렸어요`
_WISH_AS_TOPIC = searched(
    "(?P<wish>교환|반품|환불|취소)(?:때문|건(?!조)|문제|관련|문의|하려|할려|하고싶|좀|이?요$)"
)


def called_in_vain(turn: Turn) -> bool:
    """Whether he is asked what he called for, where nobody took the call: nobody was rude then, and
    nobody knows of his matter yet, as who wrote before may think.
    """
    question, before = turn.state.question, turn.memory.details.get("what", "")
    asked = question is not None and "topic" in question.details and bool(turn.state.ticket)
    return asked and bool(_CALLED.search(before)) and manner.misses_an_answer(before)


def names_what_he_called_for(answer: Answer) -> Decision | None:
    """`배송이 안 와서요` behind `전화를 안 받으시네요`: nobody was rude, and the parcel is the
    matter.

    It keeps the place before others that waiting in vain gave it.
    """
    turn = answer.turn
    if not called_in_vain(turn) or answer.intent.category != "service":
        return None
    if manner.blames_staff(turn.text):
        return None
    entry = _told(turn)
    if entry is None or entry.ticket == "none" or entry.category == "service":
        return None
    told = {name: said for name, said in answer.memory.details.items() if name != "topic"}
    memory = replace(answer.memory, intent=entry.id, details=told)
    change = AddToTicket(category=entry.category, intent_id=entry.id, title=entry.title)
    said = Reply(text=turn.texts.got_it_too)
    return add(turn.remembering(memory), said, intent=entry, changes=change, memory=memory)


def _told(turn: Turn) -> Intent | None:
    """The complaint, or the wish, that a line names."""
    if manner.is_late(turn.text):
        return first_complaint(turn, "shipping")
    if (complaint := told_plainly(turn)) is not None:
        return complaint
    found = _WISH_AS_TOPIC.search(words.squash(turn.text))
    wish = wishes.request(turn.text) or (found["wish"] if found is not None else "")
    return asked_for(turn, wish) if wish else None
