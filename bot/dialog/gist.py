"""What a line wants: the part of it that the matcher shall read."""

from __future__ import annotations

import re

from bot.dialog import extract, manner

#: `4점! 돈은 언제 들어와요?`: the score is heard by itself.
_SCORE = re.compile(
    r"\s*[1-5]\s?점(?:이?요|이에요|입니다|이고요?|이구요?|드릴게요)?[\s,.!~]+(?=\S)"
)


def gist(text: str) -> str:
    """The text without courtesies and occasions, numbers of orders and phones, an address."""
    return extract.essence(manner.without_occasion(manner.beside_courtesy(_without_score(text))))


def _without_score(text: str) -> str:
    found = _SCORE.match(text)
    return text[found.end() :] if found is not None else text
