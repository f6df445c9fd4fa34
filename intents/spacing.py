"""Where the spaces of an unspaced line belong, learnt from lines that have them.

A gap between two syllables is judged by the syllables around it: what ends before it, what begins
behind it, and which two meet there. Of each it is known how often a space was there in the learnt
lines; the odds are weighed and added up, as logistic regression does. Only words too long for one
are parted, so a line that was spaced by its writer stays as it is.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain
from math import log
from typing import Final

LONGEST_WORD: Final = 5  # characters; in well-spaced store lines 96 of 100 words are not longer
_EDGE: Final = "\n"  # stands outside a line, and in no normalised one
# Surroundings of a gap as (mark, characters before, after, weight of their log odds). The weights
# are the logistic regression's on the bank's lines, each gap judged by all lines but its own; with
# wider and with more surroundings no more lines in a hundred are right.
_VIEWS: Final = (
    ("=", 1, 1, 0.74),
    ("(", 2, 1, 0.16),
    (")", 1, 2, 0.07),
    ("<", 2, 0, 0.62),
    (">", 0, 2, 0.79),
)
_BIAS: Final = 0.61
_SPACES: Final = 0.4  # a gap, where nothing is known: as much as one gap that was seen
#: Log odds of a space beside a syllable that stands alone: with less it is taken out, as 79 of a
#: hundred within words are, and hardly any between them.
_LEAST: Final = -4.0
_LEAST_CALLED: Final = -6.0
_SPACE: Final = re.compile(
    "(?<![가-힣]{2})(?<=[가-힣]) (?=[가-힣])|(?<=[가-힣]) (?=[가-힣](?![가-힣]))"
)
#: `아 이제 떠요`, `이름 이지은`
_CALLED: Final = re.compile("(?:(?<![가-힣])[아어오하헐앗음저네예둘]|이름|성함)$")
_Counts = Counter[str]


class Spacer:
    """Puts spaces into words that are too long. Read-only after construction."""

    def __init__(self, lines: Iterable[str], base: "Spacer | None" = None) -> None:
        """`lines` are normalised and spaced as their writers meant; `base` knows others already,
        and has no base of its own.
        """
        self._base = base
        self._gaps: _Counts = Counter()
        self._spaces: _Counts = Counter()
        for line in lines:
            letters = line.replace(" ", "")
            before = 0
            ends = {before := before + len(word) for word in line.split(" ")}
            gaps = list(_views(letters))
            self._gaps.update(chain.from_iterable(views for _, views in gaps))
            self._spaces.update(chain.from_iterable(views for gap, views in gaps if gap in ends))

    def space(self, line: str) -> str:
        """`line` (normalised) with its overlong words parted; the letters stay as they are."""
        return " ".join(
            self._part(word) if len(word) > LONGEST_WORD else word for word in line.split(" ")
        )

    def join(self, line: str) -> str:
        """`line` without the spaces that nobody puts there (`언 제 와요`)."""
        if not _SPACE.search(line):
            return line
        padded = f"{_EDGE * 2}{line.replace(' ', '')}{_EDGE * 2}"
        return _SPACE.sub(lambda space: self._kept(padded, space), line)

    def _kept(self, padded: str, space: re.Match[str]) -> str:
        before = space.string[: space.start()]
        odds = self._odds(_around(padded, len(before.replace(" ", ""))))
        return " " if odds >= (_LEAST_CALLED if _CALLED.search(before) else _LEAST) else ""

    def _part(self, word: str) -> str:
        pieces, start = [], 0
        for gap, views in _views(word):
            if self._odds(views) > 0:
                pieces.append(word[start:gap])
                start = gap
        return " ".join((*pieces, word[start:]))

    def _odds(self, views: Iterable[str]) -> float:
        """The log odds of a space between these."""
        total = _BIAS
        for view, (_, _, _, weight) in zip(views, _VIEWS, strict=True):
            seen, spaces = self._seen(view)
            total += weight * log((spaces + _SPACES) / (seen - spaces + 1 - _SPACES))
        return total

    def _seen(self, view: str) -> tuple[int, int]:
        """How often a gap had these surroundings, and how often a space was in it."""
        gaps, spaces = self._gaps[view], self._spaces[view]
        if self._base is None:
            return gaps, spaces
        return gaps + self._base._gaps[view], spaces + self._base._spaces[view]


def _views(letters: str) -> Iterator[tuple[int, list[str]]]:
    """Every gap (how many letters stand before it) with its surroundings."""
    padded = f"{_EDGE * 2}{letters}{_EDGE * 2}"
    for gap in range(1, len(letters)):
        yield gap, _around(padded, gap)


def _around(padded: str, gap: int) -> list[str]:
    at = gap + 2
    return [mark + padded[at - before : at + after] for mark, before, after, _ in _VIEWS]
