"""What stands around a line, and says nothing."""

from __future__ import annotations

import string
from typing import Final

_BEFORE: Final = string.punctuation + string.whitespace + "…·‥。、“”‘’～\0"
#: `공동현관 1234#`: what the code of a door ends with is part of it.
_BEHIND: Final = _BEFORE.translate({ord("#"): None, ord("*"): None})


def trimmed(text: str) -> str:
    """A text on one line, without marks before and behind it."""
    return " ".join(text.split()).lstrip(_BEFORE).rstrip(_BEHIND)
