"""An answer to the satisfaction question: one to five, and what is said beside it."""

from __future__ import annotations

import re
from typing import Final

from bot.dialog.extract.numbers import cleaned

_STARS: Final = re.compile(r"^\s*([⭐★]{1,5})(?![⭐★])")

_SCORE: Final = re.compile(
    r"^\s*(?:네|음|저는|별점?|만족도는?|점수는?)?\s*(?P<score>[1-5](?![./]\s?\d)|만|다섯|네|세|두|한)\s?"
    r"(?:(?P<unit>점|개|별)\s?(?:이?요|입니다|이에요|예요|드려요|드릴게요|줄게요|만점)?|(?=\s*\.?\s*$|[,!~]|\s)(?!\s*(?:번|일|개|주|월|시|명|층|호|만|천|%)))"
)

_WORD_SCORES: Final = {"만": 5, "다섯": 5, "네": 4, "세": 3, "두": 2, "한": 1}


def score(text: str) -> int | None:
    """1 to 5, where a text begins with a score (`4`, `5점이요! 빨라서 좋았어요`, `⭐⭐⭐`)."""
    found = _scored(text)
    return None if found is None else found[0]


def comment(text: str) -> str:
    """What is said beside the score, without punctuation at its ends."""
    found = _scored(text)
    clean = cleaned(text).lstrip()
    rest = clean if found is None else clean[found[1] :]
    return rest.strip(" \t\n.,!~?…·-ㅎㅋㅠㅜ")


def _scored(text: str) -> tuple[int, int] | None:
    """The score and where it ends."""
    clean = cleaned(text).lstrip()
    stars = _STARS.match(clean)
    if stars:
        return len(stars[1]), stars.end()
    found = _SCORE.match(clean)
    if found is None:
        return None
    word, unit = found["score"], found["unit"]
    if word.isdigit():
        # "3개 주문", "2일째" count something else.
        return None if unit == "개" and "별" not in clean[:4] else (int(word), found.end())
    return (_WORD_SCORES[word], found.end()) if unit == "점" or "별" in clean[:4] else None
