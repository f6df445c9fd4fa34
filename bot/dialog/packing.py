"""How goods that go back are packed: of these it is asked, and not of a present."""

from __future__ import annotations

import re

from bot.dialog import manner, words
from bot.dialog.quoting import GOODS_BACK
from bot.dialog.reporting import wording
from bot.dialog.turn import Turn
from bot.patterns import searched

#: He packs it, or asks how.
_PACKS = searched(
    r"포장(?:은|을|도|해|하)*(?:제가|다시|미리|따로|그대로|어떻게|어디에?|뭘로|해서?|하고|안|꼭)*(?:해?[놔놓둬두]|해야|하면|해서|하나|해도|안해|해요|할까|하는|되나|돼요)"
)
#: As a present, or by the store; who has the box no more can pack nothing as it came.
_NOT_HE = searched(
    r"선물|리본|쇼핑백|예쁘게|이쁘게|메시지|편지|카드|새로보내|보내주|해주[시실세]|없[는어]|버[렸려린]|찢"
)
_SENTENCE = re.compile(r"(?<=[.!?])\s|\n")


def packs_it(turn: Turn) -> bool:
    """`이거 제가 포장해 놔야 되나요` beside goods that go back or are exchanged."""
    plain = words.squash(turn.text)
    back = turn.entry is not None and turn.entry.category in GOODS_BACK
    asks = back and bool(_PACKS.search(plain)) and manner.asks(turn.text)
    return asks and not _NOT_HE.search(plain)


def how_to_pack(turn: Turn) -> str:
    """What the answers say of packing what goes back; else that a person tells it."""
    if not packs_it(turn):
        return ""
    back = (one for one in turn.faq.intents if one.ticket == "ask" and one.category in GOODS_BACK)
    told = (line for one in back if turn.intent(one.id) for line in _of_packing(turn, one.id))
    return next(told, turn.texts.asked_person)


def _of_packing(turn: Turn, name: str) -> list[str]:
    entry = turn.intent(name)
    said = _SENTENCE.split(wording(turn, entry)) if entry is not None else []
    return [one.strip() for one in said if "포장해" in one and not _NOT_HE.search(one)]
