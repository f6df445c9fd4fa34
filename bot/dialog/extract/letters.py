"""A line without what is not seen, and with the usual letters for the unusual ones."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final

from bot.patterns import searched

# Nobody tells an order in more than this; somebody may paste a web page.
_LIMIT: Final = 4000

# Zero-width letters come with copying out of apps; the last two make a keycap of a digit.
_UNSEEN = searched("[\u00ad\u200b-\u200f\u2060\ufeff\ufe0f\u20e3]")

# One letter for one letter, so that a place in the plain text is the same place in the customer's.
_PLAIN: Final = {
    **{wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)},
    **dict.fromkeys(map(ord, "\u00a0\u2002\u2003\u2009\u3000\t"), ord(" ")),
    **dict.fromkeys(map(ord, "‐‑‒–—―−ㅡ"), ord("-")),
}

_SPOKEN: Final = {
    ord(said): ord(digit)
    for said, digit in zip("공영일이삼사오육륙칠팔구에의", "001234566789  ", strict=True)
}
# `공일공 3345에 팔팔일이`, as it is dictated: a letter for a digit, so that its place stays.
_SPELT = searched(
    r"(?:공일공|영일영)(?:[ .\-에의]{0,3}[공영일이삼사오육륙칠팔구0-9]){8}"
    # An order's begins with its date: `이공이육 일일이공 …`.
    r"|이[공영]이[공영일이삼사오육륙칠팔구](?:[ \-]{0,2}[공영일이삼사오육륙칠팔구]){12}"
)

#: Several functions look at the same line, and each cuts it the same way first.
once = lru_cache(maxsize=16)


@once
def cleaned(text: str) -> str:
    return _UNSEEN.sub("", unicodedata.normalize("NFC", text[:_LIMIT]))


@once
def plainly(clean: str) -> str:
    plain = clean.translate(_PLAIN)
    # Looked for first: hardly anybody spells his number.
    if not any(begun in plain for begun in ("공일공", "영일영", "이공이", "이영이")):
        return plain
    return _SPELT.sub(lambda found: found[0].translate(_SPOKEN), plain)
