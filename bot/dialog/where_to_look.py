"""Where the number of an order is found, as the store tells it."""

from __future__ import annotations

import re
from typing import Final

from bot.dialog import manner
from bot.dialog.reporting import wording
from bot.dialog.turn import Turn
from bot.patterns import searched

_PLACES: Final = searched("내역|화면|상세")
_SENTENCE_ENDS: Final = re.compile(r"(?<=[.!?])\s|\n")


def where_to_look(turn: Turn) -> str:
    """Where an order's number is found, as the FAQ says it; else in the bot's own words."""
    if not manner.asks_where(turn.text) or manner.asks_where_to_send(turn.text):
        return ""
    for entry in turn.faq.intents:
        for sentence in _SENTENCE_ENDS.split(wording(turn, entry)):
            if "주문번호는" in sentence and _PLACES.search(sentence) and turn.intent(entry.id):
                return sentence.strip()
    return turn.texts.number_where
