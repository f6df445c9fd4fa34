"""Hangul by its letters: jamo, choseong, the two-set keyboard, syllables that fell apart.

Letters are compatibility jamo (U+3131..U+3163), the ones people type. Syllable arithmetic: The
Unicode Standard, section 3.12. Keyboard: KS X 5002 (dubeolsik).
"""

from typing import Final, NamedTuple

INITIALS: Final = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
VOWELS: Final = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
FINALS: Final = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"  # place 0: no final

_FIRST, _LAST = 0xAC00, 0xD7A3
_WHOLE: Final = "ㅘㅙㅚㅝㅞㅟㅢㄳㄵㄶㄺㄻㄼㄽㄾㄿㅀㅄ"
_HEAD: Final = "ㅗㅗㅗㅜㅜㅜㅡㄱㄴㄴㄹㄹㄹㄹㄹㄹㄹㅂ"
_TAIL: Final = "ㅏㅐㅣㅓㅔㅣㅣㅅㅈㅎㄱㅁㅂㅅㅌㅍㅎㅅ"
_COMPOUND: Final = {
    head + tail: whole for head, tail, whole in zip(_HEAD, _TAIL, _WHOLE, strict=True)
}
_PARTS: Final = {ord(whole): parts for parts, whole in _COMPOUND.items()}
_KEYS: Final = dict(
    zip(
        "qwertyuiopasdfghjklzxcvbnmQWERTOP",
        "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡㅃㅉㄸㄲㅆㅒㅖ",
        strict=True,
    )
)
_CONJOINING: Final = (
    {0x1100 + place: jamo for place, jamo in enumerate(INITIALS)}
    | {0x1161 + place: jamo for place, jamo in enumerate(VOWELS)}
    | {0x11A7 + place: jamo for place, jamo in enumerate(FINALS) if place}
)


class Syllable(NamedTuple):
    """The letters of one syllable; `final` is empty when there is none."""

    initial: str
    vowel: str
    final: str


def is_syllable(char: str) -> bool:
    """Whether `char` is one of the 11,172 modern syllables."""
    return _FIRST <= ord(char) <= _LAST


def is_jamo(char: str) -> bool:
    """Whether `char` is a modern letter standing alone."""
    return "ㄱ" <= char <= "ㅣ"


def split(syllable: str) -> Syllable:
    """The letters of `syllable`, which must be one."""
    place = ord(syllable) - _FIRST
    rest, final = divmod(place, len(FINALS))
    initial, vowel = divmod(rest, len(VOWELS))
    return Syllable(INITIALS[initial], VOWELS[vowel], FINALS[final].strip())


def join(initial: str, vowel: str, final: str = "") -> str:
    """The syllable of these letters; ValueError when a letter cannot stand in its place."""
    head = INITIALS.index(initial) * len(VOWELS) + VOWELS.index(vowel)
    return chr(_FIRST + head * len(FINALS) + FINALS.index(final or " "))


def decompose(text: str) -> str:
    """Every syllable as its letters (`환불` is `ㅎㅘㄴㅂㅜㄹ`); all else unchanged."""
    return "".join("".join(split(char)) if is_syllable(char) else char for char in text)


def strokes(text: str) -> str:
    """Like `decompose`, compound letters in parts (`ㅘ` is `ㅗㅏ`): one letter a key press."""
    return decompose(text).translate(_PARTS)


def compose(letters: str) -> str:
    """Syllables from letters, as a keyboard does it; letters that fit nowhere stay alone."""
    out: list[str] = []
    at = 0
    while at < len(letters):
        syllable, at = _next_syllable(letters, at)
        out.append(syllable)
    return "".join(out)


def choseong(text: str) -> str:
    """The initial of every syllable (`환불` is `ㅎㅂ`); all else unchanged."""
    return "".join(split(char).initial if is_syllable(char) else char for char in text)


def compatible(text: str) -> str:
    """Conjoining jamo (U+1100..U+11FF), which NFC left alone, as compatibility jamo."""
    return text.translate(_CONJOINING)


def from_keyboard(run: str) -> str:
    """What the keys of a Latin `run` type in Korean mode; the run itself if that is not Hangul.

    Only complete syllables count as Hangul: `ghksqnf` is `환불`, but `asdf` stays `asdf`.
    """
    shiftless = run.lower() if run.isupper() else run
    letters = [_KEYS.get(key) or _KEYS.get(key.lower(), "") for key in shiftless]
    if not run or not all(letters):
        return run
    typed = compose("".join(letters))
    return typed if all(is_syllable(char) for char in typed) else run


def rejoin(word: str) -> str:
    """A word whose syllables fell apart, whole again: `ㅎㅗㅏㄴ불` and `하ㄴ불` lose lone letters.

    A word of consonants only (`ㅎㅂ`, an abbreviation) is left as it is.
    """
    lone = [char for char in word if is_jamo(char)]
    if not lone or all(is_jamo(char) and char not in VOWELS for char in word):
        return word
    return compose(decompose(word))


def _next_syllable(letters: str, at: int) -> tuple[str, int]:
    """The syllable (or lone letter) that starts at `at`, and where the next one starts."""
    initial = letters[at]
    vowel, after = _vowel(letters, at + 1)
    if initial not in INITIALS or not vowel:
        return initial, at + 1
    final, end = _final(letters, after)
    return join(initial, vowel, final), end


def _vowel(letters: str, at: int) -> tuple[str, int]:
    pair = _COMPOUND.get(letters[at : at + 2], "")
    if pair in VOWELS and pair:
        return pair, at + 2
    single = letters[at : at + 1]
    return (single, at + 1) if single and single in VOWELS else ("", at)


def _final(letters: str, at: int) -> tuple[str, int]:
    """The longest final that leaves an initial for a vowel that follows it."""
    pair = _COMPOUND.get(letters[at : at + 2], "")
    if pair and pair in FINALS and not _vowel(letters, at + 2)[0]:
        return pair, at + 2
    single = letters[at : at + 1]
    if single.strip() and single in FINALS and not _vowel(letters, at + 1)[0]:
        return single, at + 1
    return "", at
