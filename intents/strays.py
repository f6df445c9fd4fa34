"""Letters that fell out of their syllable, letters too many, and syllables that were hit twice.

`느ㄴ데` is meant as 는데, `안ㅣ오냐고요` as 안오냐고요, `포장비비는` as 포장비는. Of several, it is
what well-spelled lines know best. Laughter and tears (`네ㅎ`, `왔어요ㅠ`) are none of these.
"""

import re
from typing import Final

from intents.hangul import FINALS, is_syllable, join, rejoin, split
from intents.runs import EDGE, LONGEST, Runs

_WORD: Final = re.compile(r"[가-힣ㄱ-ㅎㅏ-ㅣ]+")
#: Letters of one syllable one by one: `ㅎㅗㅏㄴ불`, `눌ㄹㅓ도`.
_SCATTERED: Final = re.compile("[ㄱ-ㅎ][ㅏ-ㅗㅚㅛㅞㅟㅢㅣ]")
#: One lone letter between syllables, or behind the last, where it is no sound that one makes.
_LONE: Final = re.compile(
    "(?<=[가-힣])[ㄱ-ㅎㅏ-ㅗㅚㅛㅞㅟㅢㅣ](?=[가-힣])|(?<=[가-힣])[ㄱ-ㄹㅁ-ㅊㅌㅍ](?![가-힣ㄱ-ㅎㅏ-ㅣ])"
)
_TWICE: Final = re.compile(r"([가-힣])\1(?:(?<=[가-힣]{3})|(?=[가-힣]))")
#: How often the line without the second of two alike must have been seen.
_SEEN: Final = 3
#: What ends a sentence, and is hit twice more often than said twice.
_LAST: Final = frozenset("요다까네죠")


class Strays:
    """Puts letters where they belong. Read-only after construction."""

    def __init__(self, runs: Runs) -> None:
        self._runs = runs

    def mend(self, text: str) -> str:
        """`text` with whole syllables, each typed once: as long as it was, or shorter."""
        if len(text) > LONGEST:
            return text
        if _SCATTERED.search(text):
            text = _WORD.sub(_gathered, text)
        while (lone := _LONE.search(text)) is not None:
            text = self._without(lone)
        return _TWICE.sub(self._once, text) if _TWICE.search(text) else text

    def _without(self, lone: re.Match[str]) -> str:
        """The text with a lone letter in the syllable before it, or nowhere."""
        text, at = lone.string, lone.start()
        initial, vowel, final = split(text[at - 1])
        before, behind = text[: at - 1], text[lone.end() :]
        others = [text[at - 1]]
        if not final and lone[0] in FINALS:
            others.append(join(initial, vowel, lone[0]))
        meant = max(others, key=lambda other: self._worth(before, other, behind))
        return f"{before}{meant}{behind}"

    def _worth(self, before: str, letter: str, behind: str) -> float:
        """The log likelihood of a letter in this place, and of the two behind it."""
        rest = f"{''.join(behind.split())}{EDGE}"
        return self._runs.worth(f"{EDGE * 2}{''.join(before.split())}"[-2:] + letter + rest[:2])

    def _once(self, found: re.Match[str]) -> str:
        """The two of them, or one where nobody has both, and many have one, between these."""
        letter, text = found[1], found.string
        before = f"{EDGE * 2}{''.join(text[: found.start()].split())}"[-2:]
        rest = text[found.end() :]
        behind = f"{''.join(rest.split())}{EDGE * 2}"[:2]
        holds, count = self._runs.holds, self._runs.count
        if found.start() == 0 or text[found.start() - 1].isspace():
            begins = count(letter + behind) >= _SEEN and not holds(letter * 2 + behind[0])
            return letter if begins else found[0]
        if holds(before[-1] + letter * 2):
            return found[0]
        if not rest or rest[0].isspace():
            return letter if letter in _LAST else found[0]
        familiar = before[0] == EDGE or holds(before + letter)
        return letter if familiar and count(before[-1] + letter + behind[0]) >= _SEEN else found[0]


def _gathered(found: re.Match[str]) -> str:
    word = found[0]
    return rejoin(word) if _SCATTERED.search(word) and any(map(is_syllable, word)) else word
