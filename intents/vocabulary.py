"""The words customers use, and what a line written in initials (ㅎㅂ ㅇㅈ) says in them."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise
from typing import Final, NamedTuple

from intents.hangul import choseong, is_syllable
from intents.normalize import is_abbreviation

_LEAST: Final = 2  # initials that may stand for a word: a lone one can be anything
_LONGEST: Final = 8
_MOST_INITIALS: Final = 40  # longer lines of nothing but initials are read no further
_SAME: Final = 12  # words with the same initials that are weighed against each other
_BEAM: Final = 12  # readings that are followed at a time
_TOGETHER: Final = 3.0  # log-odds that a word follows the one it was seen to follow
# The rows of the keyboard, hit at random. Real words with such initials are rarer than bored hands.
_MASH: Final = ("ㅁㄴㅇㄹ", "ㄴㅇㄹㅎ", "ㅂㅈㄷㄱ", "ㅋㅌㅊㅍ")


class _Path(NamedTuple):
    """A reading of the line so far."""

    score: float
    words: tuple[str, ...]


class Vocabulary:
    """Words and word pairs of normalised lines. Read-only after construction."""

    def __init__(self, lines: Iterable[str], base: "Vocabulary | None" = None) -> None:
        """`base` knows other lines already, and has no base of its own."""
        split = [line.split(" ") for line in lines]
        self._base = base
        self._counts = Counter(chain.from_iterable(split))
        self._pairs = Counter(chain.from_iterable(map(pairwise, split)))
        self._total: int = (self._counts.total() + (base._total if base else 0)) or 1
        by_initials: defaultdict[str, list[str]] = defaultdict(list)
        for word in self._counts:
            if len(word) >= _LEAST and all(map(is_syllable, word)):
                by_initials[choseong(word)].append(word)
        self._by_initials: dict[str, list[str]] = {
            key: self._commonest(chain(words, base._by_initials.get(key, ()) if base else ()))
            for key, words in by_initials.items()
        }

    def __contains__(self, word: str) -> bool:
        return self._count(word) > 0

    def _count(self, word: str) -> int:
        return self._counts[word] + (self._base._counts[word] if self._base else 0)

    def _commonest(self, words: Iterable[str]) -> list[str]:
        """Those that are weighed against each other, the commonest first."""
        return sorted(dict.fromkeys(words), key=lambda word: (-self._count(word), word))[:_SAME]

    def _with(self, initials: str) -> Sequence[str]:
        """The words that have these initials."""
        own: Sequence[str] = self._by_initials.get(initials, ())
        return own if own or self._base is None else self._base._by_initials.get(initials, ())

    def spell_out(self, line: str) -> str:
        """`line` with its words of initials replaced by the likeliest words that have them.

        A word of initials may stand for several words (ㅎㅂㅇㅈ: 환불 언제). What no word explains
        stays as it is.
        """
        words = line.split(" ")
        if not any(map(is_abbreviation, words)):
            return line
        paths = [_Path(0.0, ())]
        for word in words:
            paths = self._read(word, paths) or [
                _Path(path.score, (*path.words, word)) for path in paths
            ]
        return " ".join(max(paths).words)

    def _read(self, word: str, paths: Sequence[_Path]) -> list[_Path]:
        """`paths` with what `word` stands for behind them; empty when it is no abbreviation."""
        if not _LEAST <= len(word) <= _MOST_INITIALS or not is_abbreviation(word) or _is_mash(word):
            return []
        beams: list[list[_Path]] = [[] for _ in range(len(word) + 1)]
        beams[0] = list(paths)
        for at in range(len(word)):
            best = sorted(beams[at], reverse=True)[:_BEAM]
            for end in range(at + _LEAST, min(at + _LONGEST, len(word)) + 1):
                found = self._with(word[at:end])
                beams[end].extend(self._extend(best, found))
        return sorted(beams[-1], reverse=True)[:_BEAM]

    def _extend(self, paths: Sequence[_Path], words: Iterable[str]) -> Iterator[_Path]:
        for word in words:
            weight = math.log(self._count(word) / self._total)
            for path in paths:
                score = path.score + weight + self._follows(path.words[-1:], word)
                yield _Path(score, (*path.words, word))

    def _follows(self, last: tuple[str, ...], word: str) -> float:
        if not last:
            return 0.0
        pair = (last[0], word)
        seen = self._pairs[pair] + (self._base._pairs[pair] if self._base else 0)
        return _TOGETHER * math.log1p(seen)


def _is_mash(word: str) -> bool:
    return any(run in word for run in _MASH)
