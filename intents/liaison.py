"""What a customer meant where he typed what one hears: `마자요`, `가타요`, `업써요`, `바다써요`.

A final is spoken at the beginning of the next syllable where that begins with a vowel (표준 발음법,
제13항, 제14항), and ㅎ is not heard there (제12항). Two syllables are read so where well-spelled
lines have the two that sound alike with these neighbours, and hardly those that were typed.
"""

from collections.abc import Iterator
from typing import Final

from intents.hangul import is_syllable, join, split
from intents.runs import LONGEST, Runs, Unspaced

#: What the two must win, as log odds, by whether the two that were typed were seen side by side.
_LEAD: Final = (4.0, 3.0)
#: `이번달 거는`: what is said so.
_SPOKEN: Final = frozenset("거")
#: Where a line begins, and `아네 알겠어요`: a nod there, and not 안에.
_START: Final = 2
_NOD: Final = ["아", "네"]
#: How often a run was seen that nobody asks about.
_COMMON: Final = 5
#: Letters that are weighed.
_WINDOW: Final = 5
#: How often the two must have been seen with the neighbour on one side.
_TWICE: Final = 2
#: By the initial that is heard: the finals that are spoken so behind an open syllable.
_OPEN: Final = {
    **{letter: (letter,) for letter in "ㄱㄲㄴㄷㄹㅁㅂㅅㅆㅈㅊㅋㅌㅍ"},
    "ㄱ": ("ㄱ", "ㄲ"),
    "ㄴ": ("ㄴ", "ㄶ"),
    "ㄹ": ("ㄹ", "ㅀ"),
    "ㅅ": ("ㅅ", "ㅆ"),
    "ㅇ": ("ㅎ",),
}
#: By the final and the initial that are heard: the final of two letters.
_CLOSED: Final = {
    ("ㄹ", "ㄱ"): "ㄺ",
    ("ㄹ", "ㅁ"): "ㄻ",
    ("ㄹ", "ㅂ"): "ㄼ",
    ("ㄹ", "ㅌ"): "ㄾ",
    ("ㄹ", "ㅍ"): "ㄿ",
    ("ㄴ", "ㅈ"): "ㄵ",
    ("ㅂ", "ㅅ"): "ㅄ",
    ("ㅂ", "ㅆ"): "ㅄ",
    ("ㄱ", "ㅅ"): "ㄳ",
    ("ㄱ", "ㅆ"): "ㄳ",
}


class Liaison:
    """Reads what was typed as it is spoken. Read-only after construction."""

    def __init__(self, runs: Runs) -> None:
        self._runs = runs

    def mend(self, text: str) -> str:
        """`text`, as many characters long, with the syllables that are meant."""
        if len(text) > LONGEST:
            return text
        said = Unspaced(text)
        line, places = said.line, said.places
        for at in range(_START, len(line) - 3):
            together = places[at - 1] == places[at - 2] + 1
            together = together and not (at == _START and line[at : at + 2] == _NOD)
            if together and self._is_strange(line, at):
                meant = self._meant(line, at)
                line[at : at + len(meant)] = meant
        return said.whole()

    def _is_strange(self, line: list[str], at: int) -> bool:
        before, first, second, behind = line[at - 1 : at + 3]
        count = self._runs.count
        return min(count(before + first + second), count(first + second + behind)) < _COMMON

    def _meant(self, line: list[str], at: int) -> str:
        """The two syllables that are meant here, or three: `받았어` is spoken 바다써."""
        before, first, second, behind = line[at - 1 : at + 3]
        if not is_syllable(first) or not is_syllable(second) or first in _SPOKEN:
            return first + second
        count = self._runs.count
        others = [
            other
            for other in _sequences(first, second, behind)
            if count(before + other[:2]) >= _TWICE or count(f"{other}{behind}"[:3]) >= _TWICE
        ]
        if not others:
            return first + second
        worth = {other: self._worth(line, at, other) for other in others}
        best = max(worth, key=lambda other: (worth[other], other))
        lead = worth[best] - self._worth(line, at, first + second)
        return best if lead > _LEAD[not count(first + second)] else first + second

    def _worth(self, line: list[str], at: int, said: str) -> float:
        """The log likelihood of two or three letters in this place, and of two behind three."""
        rest = line[at + len(said) : at + _WINDOW]
        return self._runs.worth("".join((*line[at - 2 : at], said, *rest)))


def _sequences(first: str, second: str, third: str) -> Iterator[str]:
    """The two, or all three, that sound as these do."""
    for two in _spelled(first, second):
        yield two
        if is_syllable(third):
            yield from (two[0] + rest for rest in _spelled(two[1], third))


def _spelled(first: str, second: str) -> Iterator[str]:
    """The pairs of syllables that sound as these two do."""
    initial, vowel, final = split(first)
    heard, *rest = split(second)
    finals = _OPEN.get(heard, ()) if not final else (_CLOSED.get((final, heard), ""),)
    for meant in finals:
        # `안 와서요` says why, and not that it came.
        if meant and not (meant == "ㅆ" and second == "서"):
            yield join(initial, vowel, meant) + join("ㅇ", *rest)
