"""What an entry is for where the seller wrote neither `category` nor `ticket`.

Who writes nothing but phrases and an answer wants his customers' wishes filed all the same: what
most of the phrases want or report says under what.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from bot.dialog import manner, wishes
from bot.dialog.complaints.told import waits_for_it
from intents import Faq, Intent

#: So many of the phrases at least, and so much of them all.
LEAST: Final = 2
SHARE: Final = 1 / 3
#: What is asked about money that is to come back wants none.
_WHEN: Final = re.compile("언제|며칠|얼마|기간")


def _is_late(phrase: str) -> bool:
    return manner.is_late(phrase) or waits_for_it(phrase)


#: By the beginning of a wish's title the name of the stand-in that is filed as it is.
_WISHES: Final = {
    "배송지 변경": "address",
    "주문 취소": "cancel",
    "교환": "exchange",
    "반품": "refund",
    "환불": "refund",
}
_COMPLAINTS: Final[tuple[tuple[str, Callable[[str], bool]], ...]] = (
    ("service", manner.blames_service),
    ("late", _is_late),
    ("wrong_item", manner.got_another),
    ("untrue", manner.is_unlike),
    ("faulty", manner.reports_damage),
)


def as_meant(faq: Faq) -> Faq:
    """The FAQ with a category, a ticket and a short title for entries that have none of their own,
    where the phrases tell them.
    """
    return replace(faq, intents=tuple(_meant(faq, entry) for entry in faq.intents))


def _meant(faq: Faq, entry: Intent) -> Intent:
    if {"category", "ticket"} & entry.key_lines.keys() or not entry.listed:
        return entry
    votes = Counter(filter(None, map(_kind, entry.phrases)))
    for name, count in votes.most_common(1):
        if count >= LEAST and votes.total() >= SHARE * len(entry.phrases):
            like = faq.stand_ins[name]
            title = entry.title if "title" in entry.key_lines else like.title
            needed = like.details if entry.details is None else entry.details
            return replace(
                entry, title=title, category=like.category, ticket=like.ticket, details=needed
            )
    return entry


def _kind(phrase: str) -> str:
    """The stand-in for what a phrase wants or reports; empty where it only asks."""
    if manner.is_question(phrase) and "왜" not in phrase:
        return ""
    wish = _WISHES.get(wishes.request(phrase), "")
    if wish and not _WHEN.search(phrase):
        return wish
    return next((name for name, told in _COMPLAINTS if told(phrase)), "")
