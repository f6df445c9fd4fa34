"""The parts of a message that may each hold a request of their own."""

import re
from typing import Final

MOST: Final = 6  # parts that are looked at: the last ones, where the request mostly is
_SHORTEST: Final = 4  # letters of a part; `네.` and `저기요!` ask for nothing
_ENDS: Final = re.compile(
    r"[.?!~\n…。？！;]+|(?:^|\s)(?:그리고|그리구|글구|또한|추가로)(?=\s|$)",
)
# `배송비는 얼마고 교환은 어떻게 하나요`: a new topic begins behind the ending.
_GOES_ON: Final = re.compile(r"(?<=[가-힣])(?<!그리)고(?:요|,)?\s+(?=[가-힣 ]{1,9}(?:은|는|도)\s)")
_NOUNS: Final = ("얼마", "언제", "어디", "뭐", "누구")


def parts(text: str) -> tuple[str, ...]:
    """The sentences of `text`, at most six; nothing when it is one only.

    Sentences end with a mark or a new line, and before words or a topic that begin another request.
    """
    found = [piece.strip() for piece in _ENDS.split(_GOES_ON.sub(_ending, text))]
    long = [piece for piece in found if sum(map(str.isalnum, piece)) >= _SHORTEST]
    return tuple(long[-MOST:]) if len(long) > 1 else ()


def _ending(found: re.Match[str]) -> str:
    """The ending that the clause would have as a sentence: `하고` asks `하나요`."""
    before = found.string[: found.start()]
    return "예요\n" if before.endswith(_NOUNS) else "나요\n"
