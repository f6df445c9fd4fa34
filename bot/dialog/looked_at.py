"""Where a customer has looked already: the first steps of an answer do not send him there."""

from __future__ import annotations

import re

from bot.dialog import words
from bot.patterns import searched

_LOOKED = searched(
    r"(?P<place>경비실|관리실|택배함|무인함|소화전|옆집|이웃|가족|현관)(?:에는?|에도|엔|에서|은|는|도|이|가|안쪽?)*(?:다|전부|아무것도|아무도|하나도)*"
    r"(?:없(?!나|는지|을)|안보|못찾|못봤|못받|안받|찾아봤|확인했|확인해봤|물어봤|둘러봤)"
)
_STILL = re.compile(r"^그래도 \S+면 ")


def without_looked_at(answer: str, said: str) -> str:
    """The answer without the line that names a place where it is said not to be."""
    places = {found["place"] for found in _LOOKED.finditer(words.squash(said))}
    if not places:
        return answer
    lines = [line for line in answer.split("\n") if not any(place in line for place in places)]
    return "\n".join(_STILL.sub("", line.strip()) for line in lines) or answer
