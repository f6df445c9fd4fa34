"""Particles that agree with the last sound before them: 은/는, 이/가, 을/를, 으로/로.

The rules are hangulpy's. It hears words in Hangul, whole numbers and words in capitals; what else a
title or an answer ends in (an emoji, a telephone number, an English word) is read to it first.
"""

import re
import unicodedata
from typing import Final

from hangulpy import josa_pick

#: The pairs that can be asked for; each may also be written the other way round.
PAIRS: Final = (
    *("은/는", "이/가", "을/를", "과/와", "으로/로", "이나/나", "이랑/랑", "이란/란", "이라/라"),
    *("이라고/라고", "이라서/라서", "이라도/라도", "이든/든", "이에요/예요", "으로부터/로부터"),
    *("으로서/로서", "으로써/로써"),
)
_KEYS: Final = {"과/와": "와/과"}  # hangulpy's own order
_RULES: Final = {
    name: _KEYS.get(pair, pair)
    for pair in PAIRS
    for name in (pair, "/".join(reversed(pair.split("/"))))
}

_HEARD: Final = 40  # characters: no word is longer
# The National Institute of Korean Language: a particle agrees with the word before the brackets.
_ASIDE: Final = re.compile(r"(?<=\w)\s?\([^()]*\)\W*$")
_LATIN: Final = re.compile(r"[A-Za-z]+$")
_DIGITS: Final = "영일이삼사오육칠팔구"  # a last 0 is 영, 십, 백 or 만: all end in a consonant
# English words as Koreans borrow them: 스타일, 타임, 쇼핑; most others end in a vowel (사이즈).
_L: Final = re.compile(r"l$|(?<=[a-z])le$")
_NASAL: Final = re.compile(r"[mn]$|ng$|(?<=[aeiou])[mn]e$")


def is_pair(pair: str) -> bool:
    """Whether `josa` knows this pair."""
    return pair in _RULES


def josa(word: str, pair: str) -> str:
    """`word` with the one of `pair` (`을/를`) that follows it; KeyError for an unknown pair."""
    return word + josa_pick(_spoken(word), _RULES[pair])


def topic(word: str) -> str:
    """`word` with the particle 은 or 는."""
    return josa(word, "은/는")


def subject(word: str) -> str:
    """`word` with the particle 이 or 가."""
    return josa(word, "이/가")


def paired(word: str) -> str:
    """`word` with the particle 과 or 와."""
    return josa(word, "과/와")


def _spoken(word: str) -> str:
    """What is heard last of a word, as hangulpy can read it; empty where nothing is."""
    plain = _ASIDE.sub("", unicodedata.normalize("NFKC", word[-_HEARD:]))
    while plain and not plain[-1].isalnum():
        plain = plain[:-1]
    latin = _LATIN.search(plain)
    if latin:
        return _english(latin[0])
    last = plain[-1:]
    return _DIGITS[int(last)] if last.isdecimal() else last


def _english(word: str) -> str:
    """A letter or Hangul syllable that ends like a word in Latin letters."""
    if word.isupper():
        return word  # XL, LED: letter by letter
    if _L.search(word.lower()):
        return "일"
    return "임" if _NASAL.search(word.lower()) else ""
