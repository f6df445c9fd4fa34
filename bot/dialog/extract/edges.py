"""What stands around a line, and says nothing."""

from __future__ import annotations

import re
import string
from typing import Final

_BEFORE: Final = string.punctuation + string.whitespace + "…·‥。、“”‘’～\0"
#: `공동현관 1234#`: what the code of a door ends with is part of it.
_BEHIND: Final = _BEFORE.translate({ord("#"): None, ord("*"): None})
#: What quotes, and how its end is written.
_CLOSING: Final = {'"': '"', "'": "'", "“": "”", "‘": "’"}

#: `-3.0을 -3.5로`: the strength of a lens.
_STRENGTH: Final = re.compile(r"\d{1,2}\.\d")


def trimmed(text: str) -> str:
    """A text on one line, without marks before and behind it.

    What quotes a part of it stays with that (`"사랑해"를 "고마워"로 바꿔 주세요`).
    """
    line = " ".join(text.split())
    bare = line.lstrip(_BEFORE)
    before = line[: len(line) - len(bare)][-1:]
    bare = bare.rstrip(_BEHIND)
    behind = line[len(line) - len(line.lstrip(_BEFORE)) :][len(bare) :][:1]
    opens = before in _CLOSING and _CLOSING[before] in bare
    opens = opens or (before == "-" and _STRENGTH.match(bare) is not None)
    bare = f"{before}{bare}" if opens else bare
    return f"{bare}{behind}" if _is_open(bare, behind) else bare


def _is_open(text: str, end: str) -> bool:
    """Whether a text begins a quotation that this mark would end."""
    starts = [start for start, closing in _CLOSING.items() if closing == end]
    if end in starts:
        return text.count(end) % 2 == 1
    return any(text.count(start) > text.count(end) for start in starts)
