"""A question that is meant in place of the wish that was just taken in."""

from __future__ import annotations

from bot.dialog import manner, wishes
from bot.dialog.entries import is_for
from bot.dialog.put_right.corrections import withdrawn
from bot.dialog.quoting import sure
from bot.dialog.reporting import wording
from bot.dialog.turn import Turn
from bot.model import Decision, Reply
from bot.records import replace


def ask_instead(turn: Turn) -> Decision | None:
    """`아 교환 말고요 쿠폰 어디서 받아요?`: nothing is to be exchanged, and that is answered.

    Only as long as nothing is known of the wish but that it was one.
    """
    current, question = turn.entry, turn.state.question
    begun = bool(turn.state.ticket) and question is not None and question.kind == "detail"
    if not begun or current is None or current.ticket != "ask":
        return None
    if turn.memory.details.keys() - {"what", "phone", "name", "order_number"}:
        return None
    found = manner.correction(turn.text)
    asked = sure(turn)
    if found is None or asked is None:
        return None
    if not (manner.asks(found.new) or manner.wants_to_be_told(found.new)):
        return None
    named = wishes.request(found.old)
    another = asked.ticket != "open" and asked.listed and asked.category != current.category
    # `교환 말고 환불 어떻게 해요?` wants the other of the two.
    another = another and not (wishes.labels(found.new) or wishes.request(found.new))
    if not named or not another or not is_for(turn, current, named):
        return None
    done = withdrawn(turn)
    memory = replace(done.state.memory, shown=asked.id)
    text = f"{turn.texts.withdrawn}\n\n{wording(turn, asked)}"
    reply = Reply(text=text, buttons=asked.buttons, images=asked.images)
    return replace(done, state=replace(done.state, memory=memory), reply=reply)
