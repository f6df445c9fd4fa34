"""What a customer meant to type: the wrong keyboard mode, scattered letters, initials, English."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from intents.hangul import from_keyboard, is_syllable, rejoin
from intents.normalize import RAW_LIMIT, normalize
from intents.vocabulary import Vocabulary

_LATIN: Final = re.compile("[A-Za-z]+")
# A whole message in the wrong mode has at least two syllables of keys; `so` alone is English.
_LEAST_KEYS: Final = 4


#: What a note begins with that says that Korean was typed with the keyboard in Latin mode.
WRONG_KEYBOARD: Final = "영문 자판으로 친 글을 한글로 읽었어요"


@dataclass(frozen=True, slots=True)
class Mended:
    """A normalised text after repair, and in Korean what was repaired."""

    text: str
    repairs: tuple[str, ...] = ()


class Mender:
    """Repairs typing. Latin words that the FAQ itself uses are never changed."""

    def __init__(
        self,
        phrases: Iterable[str],
        others: Vocabulary | None = None,
        loanwords: Mapping[str, str] | None = None,
    ) -> None:
        """`phrases` are the FAQ's, normalised; `others` are further words that customers use.

        `loanwords` are English words as Koreans say them.
        """
        own = tuple(phrases)
        self._latin = frozenset(word for line in own for word in _LATIN.findall(line))
        self._pairs = frozenset(pair for line in own for pair in _pairs(line))
        self._vocabulary = Vocabulary(own, others)
        self._loanwords = loanwords or {}

    def mend(self, text: str, plain: str) -> Mended:
        """`text`, whose normalised form is `plain`, with its typing mended and normalised."""
        raw = text[:RAW_LIMIT]
        notes = []
        typed = self.typed(raw)
        if typed != raw:
            plain = normalize(typed)
            notes.append(f"{WRONG_KEYBOARD}: {plain[:40]}")
        whole = " ".join(rejoin(word) for word in plain.split(" "))
        if whole != plain:
            plain = normalize(whole)
            notes.append(f"흩어진 자모를 모았어요: {whole[:40]}")
        spelled = self._vocabulary.spell_out(plain)
        if spelled != plain:
            plain = spelled
            notes.append(f"초성을 풀어 읽었어요: {plain[:40]}")
        korean = _LATIN.sub(lambda found: self._in_korean(found[0]), plain)
        if korean != plain:
            plain = korean
            notes.append(f"영어를 우리말로 읽었어요: {plain[:40]}")
        return Mended(plain, tuple(notes))

    def _in_korean(self, word: str) -> str:
        return word if word in self._latin else self._loanwords.get(word, word)

    def typed(self, text: str) -> str:
        """`text` with what was typed in Latin mode as the Hangul that was meant (`ghksqnf`)."""
        runs = {run: from_keyboard(run) for run in _LATIN.findall(text)}
        hangul = {
            run: typed
            for run, typed in runs.items()
            if typed != run and run.lower() not in self._latin
        }
        if not hangul:
            return text
        if any(map(is_syllable, text)) or not _is_wrong_mode(runs, hangul):
            # Among Hangul, Latin is mostly meant: only what reads like this FAQ is mended.
            hangul = {run: typed for run, typed in hangul.items() if self._is_familiar(typed)}
        return _LATIN.sub(lambda found: hangul.get(found[0], found[0]), text)

    def _is_familiar(self, typed: str) -> bool:
        return any(pair in self._pairs for pair in _pairs(typed))


def _is_wrong_mode(runs: Iterable[str], hangul: Iterable[str]) -> bool:
    """Whether most of the Latin keys of a text type Hangul."""
    keys = sum(map(len, hangul))
    return keys >= _LEAST_KEYS and 2 * keys > sum(map(len, runs))


def _pairs(text: str) -> set[str]:
    return {a + b for a, b in pairwise(text) if is_syllable(a) and is_syllable(b)}
