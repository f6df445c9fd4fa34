"""Two orders that shall be sent as one."""

from __future__ import annotations

from typing import Final

from bot.dialog import wishes, words
from bot.dialog.entries import changes_order
from bot.dialog.turn import Turn
from bot.patterns import searched
from intents import Intent

#: What shall be done with two orders, where it is said in no other way.
_TOGETHER: Final = searched(
    r"합배송|합쳐|(?:배송지?|주문|택배)(?:를|을)?합칠|(?:한꺼번에|한번에|묶어서)(?:배송|보내|받)|(?:한|같은)(?:박스|상자|봉투)|묶음?배송|함께보내|같이보내|나눠(?:서)?보내"
)

_FEE: Final = searched("배송비|택배비|배송료|운임|얼마|비용")
#: Orders that have been made.
_ORDERED_TWICE: Final = searched(
    r"(?:두|2|여러|따로|각각|나눠)(?:건|번|개)?(?:을|를|서)?(?:주문|시[켰킨]|결제)|주문(?:을|이|한거)?(?:두|2)(?:건|번|개)"
)


def wants_as_one(text: str) -> bool:
    """Whether several orders shall go together (`합배송 되나요`, `한 박스에 보내 주세요`)."""
    return bool(_TOGETHER.search(words.squash(text)))


def clause_of_both(text: str) -> str:
    """The clause that wants two orders sent as one; else the text."""
    return next(filter(wants_as_one, wishes.clauses(text)), text).strip()


def of_both_orders(turn: Turn, entry: Intent) -> Intent | None:
    """`주문 두 건 묶음배송 가능할까요` changes two orders, and asks for no fee."""
    tells = entry.category == "shipping" and entry.ticket == "none"
    twice = _ORDERED_TWICE.search(words.squash(turn.text)) if tells else None
    # `따로 결제했는데 합배송하면 배송비 돌려주나요` asks for just that.
    fee = _FEE.search(turn.text)
    return changes_order(turn) if twice and not fee and wants_as_one(turn.text) else None
