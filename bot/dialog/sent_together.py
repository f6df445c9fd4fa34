"""Two orders that shall be sent as one."""

from __future__ import annotations

from typing import Final

from bot.dialog import wishes, words
from bot.patterns import searched

#: What shall be done with two orders, where it is said in no other way.
_TOGETHER: Final = searched(
    r"합배송|합쳐|(?:배송지?|주문|택배)(?:를|을)?합칠|(?:한꺼번에|한번에|묶어서)(?:배송|보내|받)|(?:한|같은)(?:박스|상자|봉투)|묶음?배송|함께보내|같이보내|나눠(?:서)?보내"
)


def wants_as_one(text: str) -> bool:
    """Whether several orders shall go together (`합배송 되나요`, `한 박스에 보내 주세요`)."""
    return bool(_TOGETHER.search(words.squash(text)))


def clause_of_both(text: str) -> str:
    """The clause that wants two orders sent as one; else the text."""
    return next(filter(wants_as_one, wishes.clauses(text)), text).strip()
