"""What a customer meant to type: the wrong keyboard mode, syllables that fell apart."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from intents.hangul import from_keyboard, is_syllable, rejoin
from intents.normalize import RAW_LIMIT, normalize

_LATIN: Final = re.compile("[A-Za-z]+")
# A whole message in the wrong mode has at least two syllables of keys; `so` alone is English.
_LEAST_KEYS: Final = 4


@dataclass(frozen=True, slots=True)
class Mended:
    """A normalised text after repair, and in Korean what was repaired."""

    text: str
    repairs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mender:
    """Repairs typing. Latin words that the FAQ itself uses are never taken for Hangul."""

    words: frozenset[str] = frozenset()
    pairs: frozenset[str] = field(default=frozenset(), repr=False)

    @classmethod
    def for_phrases(cls, phrases: Iterable[str]) -> "Mender":
        """One that knows the Latin words and the syllable pairs of `phrases`."""
        texts = [normalize(phrase) for phrase in phrases]
        words = frozenset(word for text in texts for word in _LATIN.findall(text))
        return cls(words, frozenset(pair for text in texts for pair in _pairs(text)))

    def mend(self, text: str, plain: str) -> Mended:
        """`text`, whose normalised form is `plain`, with its typing mended and normalised."""
        raw = text[:RAW_LIMIT]
        typed = self._keyboard(raw)
        if typed != raw:
            plain = normalize(typed)
        whole = " ".join(rejoin(word) for word in plain.split(" "))
        notes = []
        if typed != raw:
            notes.append(f"영문 자판으로 친 글을 한글로 읽었어요: {plain[:40]}")
        if whole != plain:
            notes.append(f"흩어진 자모를 모았어요: {whole[:40]}")
        return Mended(normalize(whole) if whole != plain else plain, tuple(notes))

    def _keyboard(self, text: str) -> str:
        runs = {run: from_keyboard(run) for run in _LATIN.findall(text)}
        hangul = {
            run: typed
            for run, typed in runs.items()
            if typed != run and run.lower() not in self.words
        }
        if not hangul:
            return text
        if any(map(is_syllable, text)) or not _is_wrong_mode(runs, hangul):
            # Among Hangul, Latin is mostly meant: only what reads like this FAQ is mended.
            hangul = {run: typed for run, typed in hangul.items() if self._is_familiar(typed)}
        return _LATIN.sub(lambda found: hangul.get(found[0], found[0]), text)

    def _is_familiar(self, typed: str) -> bool:
        return any(pair in self.pairs for pair in _pairs(typed))


def _is_wrong_mode(runs: Iterable[str], hangul: Iterable[str]) -> bool:
    """Whether most of the Latin keys of a text type Hangul."""
    keys = sum(map(len, hangul))
    return keys >= _LEAST_KEYS and 2 * keys > sum(map(len, runs))


def _pairs(text: str) -> set[str]:
    return {a + b for a, b in pairwise(text) if is_syllable(a) and is_syllable(b)}
