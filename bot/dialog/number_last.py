"""The number of an order tells nothing by its place: it is read behind what is told."""

from __future__ import annotations

import re
from typing import Final

from bot.dialog import extract
from bot.dialog.words import once

#: Letters of a line that is looked at so.
LONGEST: Final = 1_000
#: A number with nothing said of it: no `주문번호는` before, and no `이고` behind it.
_ALONE: Final = re.compile(r"(?:^|(?<=\s))(?<!번호\s)(?<!번호는\s)(?<!번호가\s)\d{12,20}(?:\s+|$)")
#: What may be said of the number itself, or takes it back.
_OF_IT: Final = re.compile(r"번호|아니|말고|인데|으로|에서|->|→")


def number_last(text: str) -> str:
    """The line with its one number behind the rest (`환불해 주세요 작아서요 2026…`)."""
    span = lone_number(text)
    if span is None:
        return text
    rest = f"{text[: span[0]]}{text[span[1] :]}".strip()
    return f"{rest} {text[slice(*span)].strip()}"


@once
def lone_number(text: str) -> tuple[int, int] | None:
    """From where to where the one number stands that may be read behind the rest; None without
    such a one.
    """
    found = _ALONE.search(text) if len(text) <= LONGEST else None
    if found is None or found.end() == len(text) or _OF_IT.search(text) or "\n" in text:
        return None
    return found.span() if len(extract.order_numbers(text)) == 1 else None
