"""What a customer meant to type where a finger slipped: `주문버호`, `바꿘주세요`, `화인되셨나요`.

One letter of a syllable was left out, was hit too many, or was hit for the one beside it. It shows
where three syllables stand together that no well-spelled line has, and another one between the same
neighbours, a slip away, makes the line far likelier. Names have no such other, mostly, and stay.
"""

import re
from collections.abc import Iterator
from itertools import permutations
from typing import Final

from intents.hangul import FINALS, INITIALS, VOWELS, is_syllable, join, split
from intents.runs import LONGEST, Runs, Unspaced
from intents.spelling import WORDS

_COMMON: Final = 5  # how often a syllable was seen that anything is taken for
_MOST_KEPT: Final = 2_000  # syllables whose neighbours on the keyboard are kept
#: What the other syllable must win, as log odds, by how many of the two pairs with its neighbours
#: nobody has typed: so a slip in some 4,900 lines of customers was mended right in 77 of a hundred
#: (a final left out in 60, as the syllable without it is often one, too) and wrong in two. Of the
#: lines without a slip 0.2 % change; of lines with rare words, held out of what was learnt, 2 %.
_LEAD: Final = (11.0, 8.0, 6.0)
#: What it must win beside that where it was seen with the neighbours on one side alone, and how
#: often it must have been seen so.
_BY_ONE_SIDE: Final = 3.0
_TWICE: Final = 2
#: The two-set keyboard (KS X 5002), row by row, each a quarter of a key further right.
_ROWS: Final = ("ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔ", "ㅁㄴㅇㄹㅎㅗㅓㅏㅣ", "ㅋㅌㅊㅍㅠㅜㅡ")
_KEYS: Final = {
    letter: (row, place + row / 4)
    for row, keys in enumerate(_ROWS)
    for place, letter in enumerate(keys)
}
#: How far apart keys may lie that are hit for each other.
_REACH: Final = 1.1
#: The same key with and without shift, and on phones with ten keys (천지인).
_ON_ONE_KEY: Final = frozenset(
    pair
    for key in (
        *("ㄱㅋㄲ", "ㄴㄹ", "ㄷㅌㄸ", "ㅂㅍㅃ", "ㅅㅎㅆ", "ㅈㅊㅉ", "ㅇㅁ"),
        *("ㅐㅒ", "ㅔㅖ", "ㅏㅑㅓㅕ", "ㅗㅛㅜㅠ"),
    )
    for pair in permutations(key, 2)
)
#: What a syllable must win beside that for a letter that no finger slips to.
_FAR: Final = 4.0
#: What it may win less for a final that was left out, the commonest slip and the hardest to see.
_LEFT_OUT: Final = 3.0
_WORD: Final = re.compile("[가-힣]+")
#: A number that is spelled out; a street, a district or a village before a number.
_KEPT: Final = re.compile(
    "[공영일이삼사오육륙칠팔구십백천만]{2,}(?:이?[에예]?요|입니다|번|호)?(?![가-힣])"
    "|[가-힣]+[로길동구읍면리] ?[0-9]"
    # The names of one in two Koreans.
    "|[김이박최정홍][가-힣]{2}(?:이?[에예]?요|이?[가은는고]|인데요?|입니다|이?라고|으?로요?|에서|님|씨)?(?![가-힣])"
)
#: `들어옴`, `카드사엔`, `그저껜`: what ends a word in one syllable with it.
_SHORTENED: Final = frozenset("엔껜겐론진깐질덴텐")
#: `아닌거`, `아닌것`, `아닌게`: each is said for the others.
_SPOKEN: Final = frozenset("거것걸건게때")
#: `교환해 주시든지 고쳐 주시든지`: rarer than `시는지`, and no slip for it.
_EITHER_OR: Final = frozenset(("든지", "든가"))


class Slips:
    """Mends slips of the finger. Read-only after construction."""

    def __init__(self, runs: Runs) -> None:
        self._runs = runs
        self._known: dict[str, tuple[tuple[str, float], ...]] = {}

    def mend(self, text: str) -> str:
        """`text`, as many characters long, with the syllables that were meant."""
        if len(text) > LONGEST:
            return text
        said = Unspaced(text)
        for at in range(2, len(said.line) - 2):
            if self._is_strange(said.line, at) and not _stands_apart(text, said.places[at - 2]):
                is_last = _is_last(text, said.places[at - 2])
                said.line[at] = self._meant(said.line, at, is_last=is_last)
        return said.whole()

    def _is_strange(self, line: list[str], at: int) -> bool:
        before, typed, behind = line[at - 1 : at + 2]
        if not is_syllable(typed) or typed in _SPOKEN:
            return False
        if before.isdigit() or typed + behind in WORDS or typed + behind in _EITHER_OR:
            return False
        return not self._runs.holds(before + typed + behind)

    def _meant(self, line: list[str], at: int, *, is_last: bool) -> str:
        two, before, typed, behind, next_but_one = line[at - 2 : at + 3]
        holds, count = self._runs.holds, self._runs.count
        others: dict[str, float] = {}
        # `보냄`, `안 들어옴` end so; a slip before that end (`반픔`) leaves it as it is.
        ends = split(typed).final == "ㅁ" and is_last
        for other, odds in self._near(typed):
            if ends and split(other).final != "ㅁ":
                continue
            if holds(before + other + behind):
                others[other] = odds
            elif (
                count(other + behind + next_but_one) >= _TWICE
                or count(two + before + other) >= _TWICE
            ):
                others[other] = odds + _BY_ONE_SIDE
        if not others:
            return typed
        least = _LEAD[(not holds(before + typed)) + (not holds(typed + behind))]
        least += self._worth(line, at, typed)
        lead = {o: self._worth(line, at, o) - odds - least for o, odds in others.items()}
        best = max(lead, key=lambda other: (lead[other], other))
        return best if lead[best] > 0 else typed

    def _near(self, syllable: str) -> tuple[tuple[str, float], ...]:
        """The common syllables one letter away, each with what it must win beside the lead."""
        known = self._known.get(syllable)
        if known is None:
            known = tuple(
                (other, odds)
                for other, odds in _near(syllable)
                if self._runs.count(other) >= _COMMON
            )
            if len(self._known) < _MOST_KEPT:
                self._known[syllable] = known
        return known

    def _worth(self, line: list[str], at: int, letter: str) -> float:
        """The log likelihood of a letter in this place, and of the two behind it."""
        return self._runs.worth("".join((*line[at - 2 : at], letter, *line[at + 1 : at + 3])))


def _stands_apart(text: str, at: int) -> bool:
    """Whether a syllable is a word by itself (`앗`), or of a number or a street (`센텀로 10`)."""
    begin = max(text.rfind(" ", 0, at), text.rfind("\n", 0, at)) + 1
    word = _WORD.match(text, begin)
    if word is None or len(word[0]) == 1 or _KEPT.match(text, begin):
        return True
    return at == word.end() - 1 and text[at] in _SHORTENED


def _is_last(text: str, at: int) -> bool:
    return at + 1 == len(text) or not is_syllable(text[at + 1])


def _near(syllable: str) -> Iterator[tuple[str, float]]:
    """What one letter otherwise makes of a syllable, and what that must win for it."""
    initial, vowel, final = split(syllable)
    for other in map(str.strip, FINALS):
        if other != final:
            yield join(initial, vowel, other), _odds(final, other)
    for other in INITIALS:
        if other != initial:
            yield join(other, vowel, final), _odds(initial, other)
    for other in VOWELS:
        if other != vowel:
            yield join(initial, other, final), _odds(vowel, other)


def _odds(one: str, other: str) -> float:
    """What is asked for beside: more where no finger slips so, less where one was left out."""
    if not one:
        return -_LEFT_OUT
    return 0.0 if not other or _is_beside(one, other) else _FAR


def _is_beside(one: str, other: str) -> bool:
    """Whether two letters are on one key, or on keys side by side."""
    if (one, other) in _ON_ONE_KEY:
        return True
    if one not in _KEYS or other not in _KEYS:
        return False
    (row, place), (other_row, other_place) = _KEYS[one], _KEYS[other]
    return abs(row - other_row) <= 1 and abs(place - other_place) <= _REACH
