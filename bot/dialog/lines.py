"""What was said about a matter, line by line."""

from __future__ import annotations

import re
from typing import Final

#: Where a part of a line ends: a bubble, a sentence, an ending that closes one, or a number.
_ENDS: Final = re.compile(
    r"\n+|(?<=[.!?~])\s+|(?<=[가-힣][요죠])\s+|(?<=니다)\s+|(?<=\d{8})\s+(?=[가-힣(])"
)
#: Parts of a line that are looked at.
MOST: Final = 8


def parts_of(text: str) -> list[str]:
    """The bubbles and sentences of a line, also where nothing but their endings shows them."""
    return [part.strip() for part in _ENDS.split(text)[:MOST] if part.strip()]


def in_order(story: list[str], said: list[str]) -> list[str]:
    """The lines kept along the way and those that open a ticket, each once, as they were said.

    What is kept stands before the next line that both have; where they share none, it is older.
    """
    told, left = [], list(dict.fromkeys(line for line in said if line))
    for line in dict.fromkeys(line for line in story if line):
        if line in left:
            place = left.index(line)
            told += left[: place + 1]
            left = left[place + 1 :]
        elif line not in told:
            told.append(line)
    return [*told, *left]
