"""A name that was told wrong is put right, and said back."""

from __future__ import annotations

import re

from rapidfuzz.distance import Levenshtein

from bot.dialog import manner
from bot.dialog.put_right.mending import SORRY, put_right
from bot.dialog.turn import Turn
from bot.model import Decision

_OTHER_NAME = re.compile(
    rf"(?:{SORRY}|이름(?:은|이|을)?|성함(?:은|이|을)?|받는\s?(?:사람|분)(?:은|이|을)?|다시|[\s,.~!])+"
    r"(?P<name>[가-힣]{2,4}?)(?:(?:이)?(?:에요|예요)|입니다|(?:이)?요|(?:으)?로요|이고요|임)[\s.~!ㅠㅜ]*"
)


def mend_name(turn: Turn) -> Decision | None:
    """`아 죄송해요 김서현이에요` behind 김서연: one letter of the name was wrong."""
    known = turn.memory.details.get("name", "")
    found = _OTHER_NAME.fullmatch(turn.text) if known else None
    if found is None or manner.is_question(turn.text):
        return None
    new = found["name"]
    alike = len(new) == len(known) and Levenshtein.distance(known, new) == 1
    return put_right(turn, {"name": re.compile(re.escape(known))}, known, new) if alike else None
