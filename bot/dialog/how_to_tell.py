"""How something is told that helps: where a picture goes, what was not understood is put again."""

from __future__ import annotations

from bot.dialog import manner
from bot.dialog.answers import ask_again
from bot.dialog.asked.heard import same
from bot.dialog.filing import when
from bot.dialog.turn import Turn, say
from bot.dialog.where_to_look import where_to_look
from bot.model import Decision


def tell_how(turn: Turn) -> Decision | None:
    """`사진 어디로 보내요?`, `주문번호는 어디서 봐요?`, `무슨 말이에요?` under an offer.

    What is asked while a ticket wants details is heard there.
    """
    question = turn.state.question
    if (question is not None and question.kind == "detail") or turn.incoming.images:
        return None
    offered = question is not None and question.kind == "file" and bool(question.intents)
    if offered and question is not None and manner.is_puzzled(turn.text):
        return ask_again(turn, question)
    photo = manner.asks_to_send_photo(turn.text) or _announces_photo(turn)
    told = turn.texts.photo_here if photo else ""
    if turn.state.ticket and not told and question is None and "번호" in turn.text:
        told = where_to_look(turn)
    if not told:
        return None
    if question is not None:
        return ask_again(turn, question, f"{told}\n\n")
    if turn.state.ticket and manner.asks_to_send_photo(turn.text):
        told = f"{told}\n{when(turn)}"
    return say(turn, told, ticket=same(turn), spoke=not turn.state.ticket)


def _announces_photo(turn: Turn) -> bool:
    """`사진 보낼게요` where nothing is told of yet: what it shows is no matter till it came."""
    begun = turn.state.ticket or turn.state.question or turn.memory.closed is not None
    return not begun and manner.speaks_of_a_photo(turn.text)
