"""Whether goods go to an island, and what that costs."""

from __future__ import annotations

from bot.dialog import manner, words
from bot.dialog.turn import Turn
from bot.patterns import searched
from intents import Intent

#: `책장 제주도 배송 되나요`: what it costs more to send it there.
_FAR_AWAY = searched(
    r"(?P<place>제주|도서산간|울릉|백령|섬)[가-힣]{0,3}?(?:에도|에|으로|로|까지|도|지역|지역도)?(?:배송|배달|택배|보내|발송)[가-힣]{0,3}?(?:은|이|도)?(?:되[나는]|돼|될까|가능|해주|주시나|주나|하나|하시)"
    # `제주 사는데 매트리스 배송되나요`
    r"|(?:제주|도서산간|울릉|섬)도?(?:에)?(?:사는데|살아요|인데|거주|예요|사는사람|사는)[가-힣0-9]{0,12}?(?:배송|배달|보내)[가-힣]{0,3}?(?:은|이|도)?(?:되[나는]|돼|될까|가능|해주|주시나)"
)


def sent_far(turn: Turn, near: list[Intent]) -> Intent | None:
    """The entry that tells what it costs to send goods to an island, where only that is asked."""
    if not manner.asks(turn.text) or not _FAR_AWAY.search(words.squash(turn.text)):
        return None
    told = (one for one in near if one.category == "shipping" and one.ticket == "none")
    return next((one for one in told if "제주" in one.answer and "원" in one.answer), None)
