"""The number of an order was told wrong, and the right one is still to come."""

from __future__ import annotations

import re

from bot.dialog import extract, words
from bot.dialog.asked.heard import same
from bot.dialog.turn import Turn, say
from bot.model import Decision, Question
from bot.records import replace

_TOLD_WRONG = re.compile(
    r"(?:아|앗|어|네|죄송(?:해요|한데|합니다)?|맞다|잠깐만?요?|잠시만요|근데|제가|아까)*(?:주문)?번호(?:를|가)?(?:제가|완전)?"
    r"(?:(?:잘못|틀리게|다른(?:걸|거|거를|걸로))(?:적|썼|써|알려|말씀|말|보냈|보내|불러|드렸|입력|쳤|복사)[가-힣]{0,8}|틀렸[가-힣]{1,4}|아니에요|아니네요)"
)


def ask_number_anew(turn: Turn) -> Decision | None:
    """`아 주문번호 잘못 적었어요`: the right one takes its place, and does not stand beside it.

    Until it is told the ticket keeps what it has.
    """
    known = turn.memory.details.get("order_number")
    if not (turn.state.ticket and known) or extract.order_numbers(turn.text):
        return None
    if not _TOLD_WRONG.fullmatch(words.squash(turn.text)):
        return None
    told = {name: said for name, said in turn.memory.details.items() if name != "order_number"}
    intents = (turn.memory.intent,) if turn.memory.intent else ()
    question = Question(kind="detail", intents=intents, details=("order_number",))
    memory = replace(turn.memory, details=told, asked={**turn.memory.asked, "order_number": 1})
    return say(turn, turn.texts.number_anew, question=question, ticket=same(turn), memory=memory)
