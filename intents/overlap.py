"""Phrases that nearly belong to another entry, found among thousands in about a second."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile
from typing import Final

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from intents.faq import Faq, Intent, Problem
from intents.normalize import normalize, sounds
from intents.particles import paired, topic

# Percent of letters (jamo, as they sound) that two phrases share. Phrases of the shipped FAQ that
# mean different things reach 85 ("반품 배송비 얼마예요"); one jamo of `배송 언제 돼요` makes 93.
_NEAR: Final = 86.0
_SAME: Final = 100.0
# Words that share less than this tell two phrases apart well enough: 니트 and 코트 share 50.
_UNLIKE: Final = 60.0
_BLOCK: Final = 256  # phrases compared with all others at once; 5,000 others make 5 MB
_PARTICLES: Final = frozenset(("은", "는", "이", "가", "을", "를", "도", "만", "에", "로", "으로"))
_LONGEST_ENDING: Final = 3  # syllables: 가능한가요, 가능할까요
_FIX: Final = "한 곳에만 남기거나 서로 다른 낱말을 더해 주세요"


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A phrase with its place; `owner` counts the entries from 0."""

    owner: int
    intent: Intent
    line: int
    text: str


def advice(faq: Faq) -> Iterator[Problem]:
    """One problem a pair, at the phrase that comes first in the file."""
    phrases = [
        _Phrase(owner, intent, intent.line_of_phrase(place), text)
        for owner, intent in enumerate(faq.intents)
        for place, text in enumerate(intent.phrases)
        if sounds(normalize(text))  # a long number alone has no sound
    ]
    for first, second in sorted({(min(pair), max(pair)) for pair in _pairs(phrases)}):
        one, other = phrases[first], phrases[second]
        parting = _parting(one.text, other.text)
        if parting is not None and _meet(one.intent, other.intent):
            yield _problem(one, other, parting)


def _pairs(phrases: Sequence[_Phrase]) -> Iterator[tuple[int, int]]:
    """(phrase, a really near one of another entry), unless its own entry has a nearer one."""
    owners = np.array([phrase.owner for phrase in phrases], dtype=np.intp)
    letters = [sounds(normalize(phrase.text)) for phrase in phrases]
    for start in range(0, len(phrases), _BLOCK):
        block = slice(start, start + _BLOCK)
        likeness = process.cdist(
            letters[block], letters, scorer=fuzz.ratio, score_cutoff=_NEAR, dtype=np.float32
        )
        for row, place in _attracted(likeness, owners, owners[block], start):
            yield start + row, place


def _attracted(
    likeness: NDArray[np.float32], owners: NDArray[np.intp], own: NDArray[np.intp], start: int
) -> Iterator[tuple[int, int]]:
    """(row, column) of the nearest phrase elsewhere, for rows that are nearer to it than at home.

    `likeness` (rows of one block by all phrases) is 0 where two are not near; it is written to.
    """
    rows = np.arange(len(own))
    likeness[rows, rows + start] = 0  # itself
    home = own[:, np.newaxis] == owners
    at_home = np.where(home, likeness, 0).max(axis=1)
    likeness[home] = 0
    nearest = likeness.argmax(axis=1)
    elsewhere = likeness[rows, nearest]
    drawn = (elsewhere > at_home) | (elsewhere >= _SAME)
    for row in np.flatnonzero(drawn).tolist():
        yield row, int(nearest[row])


def _problem(one: _Phrase, other: _Phrase, parting: Sequence[str]) -> Problem:
    place = f"{other.intent.id}의 {other.line}번째 줄 {paired(_shown(other.text))}"
    words = " ".join(map(paired, parting[:-1])) + " " + parting[-1] if parting else ""
    why = (
        f"두 문장을 가르는 말은 {words.strip()}뿐이에요"
        if words
        else "두 문장을 가르는 말이 없어요"
    )
    return Problem(one.line, f"{topic(_shown(one.text))} {place} 거의 같아요", f"{why}. {_FIX}")


def _shown(text: str) -> str:
    return f"'{text[:40]}'"


def _parting(one: str, other: str) -> tuple[str, ...] | None:
    """The words, in quotes, that tell two near texts apart: of both, of one, or of none.

    None when what differs is unlike enough: another thing is asked about in the same sentence.
    """
    ours, theirs = normalize(one).split(), normalize(other).split()
    left, right = _only(ours, theirs), _only(theirs, ours)
    if left and right:
        at_end = left[-1] == ours[-1] and right[-1] == theirs[-1]
        mine, others = sounds(" ".join(left)), sounds(" ".join(right))
        if mine == others or _is_ending("".join(left), "".join(right), last=at_end):
            return ()
        if fuzz.ratio(mine, others) < _UNLIKE:
            return None
    return tuple(f"'{' '.join(words)}'" for words in (left, right) if words)


def _only(words: Sequence[str], others: Sequence[str]) -> list[str]:
    """The words that the others lack, also when they are spaced otherwise."""
    there = {sounds(word) for word in others}
    return [word for word in words if sounds(word) not in there]


def _is_ending(one: str, other: str, *, last: bool) -> bool:
    """Whether two words (or several without spaces) differ only in what hangs on them.

    That is a particle, or at the end of a sentence a verb's ending.
    """
    short, long = sorted((one, other), key=len)
    if long.startswith(short) and long[len(short) :] in _PARTICLES:
        return True
    same = sum(1 for _ in takewhile(_sound_alike, zip(short, long, strict=False)))
    return last and same > 0 and len(long) - same <= _LONGEST_ENDING


def _sound_alike(pair: tuple[str, str]) -> bool:
    return sounds(pair[0]) == sounds(pair[1])


def _meet(one: Intent, other: Intent) -> bool:
    """Whether there is a day on which both entries count."""
    start = max(one.valid_from or date.min, other.valid_from or date.min)
    end = min(one.valid_until or date.max, other.valid_until or date.max)
    return start <= end
