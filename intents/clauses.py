"""The parts of a message that may each hold a request of their own."""

import re
from typing import Final

MOST: Final = 6  # parts that are looked at: the last ones, where the request mostly is
_SHORTEST: Final = 4  # letters of a part; `네.` and `저기요!` ask for nothing
_ENDS: Final = re.compile(r"[.?!~\n…。？！;]+|(?:^|\s)(?:그리고|그리구|글구|또한|추가로)(?=\s|$)")


def parts(text: str) -> tuple[str, ...]:
    """The sentences of `text`, at most six; nothing when it is one only.

    Sentences end with a mark or a new line, and before words that begin another request.
    """
    found = [piece.strip() for piece in _ENDS.split(text)]
    long = [piece for piece in found if sum(map(str.isalnum, piece)) >= _SHORTEST]
    return tuple(long[-MOST:]) if len(long) > 1 else ()
