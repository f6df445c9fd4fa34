"""A customer's sentence in the form that is compared: bounded, readable, free of noise."""

import re
import unicodedata
from typing import Final

from intents.hangul import VOWELS, choseong, compatible, is_jamo, split

LIMIT: Final = 1_000  # characters that are compared; no question of a customer is longer
RAW_LIMIT: Final = 3 * LIMIT  # a syllable is at most three in NFD; what is longer costs nothing

_JAMO: Final = "\u3131-\u318e"
_OTHERS: Final = re.compile(f"[^{_JAMO}]+")
# What may stand in place of a sticker or a picture; KakaoTalk does not document it.
_PLACEHOLDERS: Final = re.compile(
    r"\((?:이모티콘|사진|동영상|emoticon|photo|video)\)", re.IGNORECASE
)
_NOT_WORDS: Final = re.compile(r"[\W_]+")
_STRETCHED: Final = re.compile(r"([^\W\d])\1{2,}")
_LAUGHTER: Final = re.compile("ㅋ{2,}|ㅎ{2,}|[ㅠㅜ]{2,}|ㅡ{2,}|ㅉ{2,}")
_LONE_NOISE: Final = re.compile(f"(?<![{_JAMO}])[ㅋㅎㅠㅜㅡㅉ]+(?![{_JAMO}])")
# An order number says nothing about what is wanted, and would count as much as a sentence.
_LONG_NUMBER: Final = re.compile(r"\d{6,}")
# Written one for the other in a messenger, because they sound alike: 됬/됐, 했/햇, 할께/할게.
_VOWEL_SOUNDS: Final = {"ㅐ": "ㅔ", "ㅒ": "ㅔ", "ㅖ": "ㅔ", "ㅙ": "ㅚ", "ㅞ": "ㅚ"}
_FINAL_SOUNDS: Final = {"ㅆ": "ㅅ", "ㄲ": "ㄱ", "ㄶ": "ㄴ", "ㅄ": "ㅂ"}


def _sounds(syllable: str) -> str:
    initial, vowel, final = split(syllable)
    return (
        ("ㄱ" if initial == "ㄲ" else initial)
        + _VOWEL_SOUNDS.get(vowel, vowel)
        + _FINAL_SOUNDS.get(final, final)
    )


_SOUNDS: Final = {code: _sounds(chr(code)) for code in range(0xAC00, 0xD7A4)} | {ord(" "): ""}


def normalize(text: str) -> str:
    """`text` in lower case, words apart by one space, without emoji, laughter and punctuation.

    At most 1,000 characters. Idempotent; NFC and NFD spellings give the same. Empty when nothing
    was said.
    """
    spelled = _PLACEHOLDERS.sub(" ", _spell(text))
    words = _NOT_WORDS.sub(" ", spelled)[:LIMIT]
    quiet = _LONE_NOISE.sub(" ", _STRETCHED.sub(r"\1", _LAUGHTER.sub(" ", words)))
    return " ".join(quiet.split())


def squash(text: str) -> str:
    """`normalize` without spaces: two texts with the same squash are the same to a customer."""
    return normalize(text).replace(" ", "")


def sounds(normalized: str) -> str:
    """The letters of a normalised text as they sound, without spaces and long numbers."""
    return _LONG_NUMBER.sub("", normalized).translate(_SOUNDS)


def initials(normalized: str) -> str:
    """The choseong of a normalised text, without spaces."""
    return choseong(normalized).replace(" ", "")


def abbreviation(normalized: str) -> str:
    """The words of a normalised text that are choseong only (`ㅎㅂ ㅇㅈ`), joined."""
    return "".join(word for word in normalized.split(" ") if is_abbreviation(word))


def is_abbreviation(word: str) -> bool:
    """Whether a word is written in initials only."""
    return bool(word) and all(is_jamo(char) and char not in VOWELS for char in word)


def _spell(text: str) -> str:
    """One spelling for full width, decomposed, circled and capital letters.

    NFKC would turn compatibility jamo into conjoining ones (and glue them), so these are kept out.
    """
    raw = compatible(unicodedata.normalize("NFC", text[:RAW_LIMIT]))[:LIMIT]
    plain = _OTHERS.sub(lambda found: unicodedata.normalize("NFKC", found[0]).lower(), raw)
    return compatible(plain)
