"""Who comes for goods that go back, and when, asked beside the open matter."""

from __future__ import annotations

from bot.dialog import manner, words
from bot.dialog.entries import repairs
from bot.dialog.quoting import GOODS_BACK
from bot.dialog.turn import Turn
from bot.patterns import searched
from intents import Intent

#: Who comes for goods, and whether anybody does; when is another question.
_FETCHES = searched(
    r"(?:수거|회수|픽업)(?:는|은|를|을|도)?(?:해|하러|하고)?(?:가시나|가나|가져가시나|오시나|오나|하시나|해주시나|해가시|되나|와주시|하러오|누가)"
    r"|기사(?:님|분)?(?:이|은|가|께서)?(?:직접)?(?:오시나|오나|오시는|와주|방문하시나|방문해주)"
    r"|(?:가지러|가져가러|찾으러)(?:오시나|오나|와주시|누가)|(?:그냥)?가져가시(?:나|는거)|재방문(?:은|도|이)?(?:되|돼|가능|해주)"
)
#: `수거는 언제 와요?`
_FETCHED_WHEN = searched(
    r"(?:수거|회수|픽업|기사님?|가지러)(?:는|은|가|이|를|하러|해)?(?:그럼|보통|혹시)?(?:언제|며칠|몇시|몇일)"
    r"|(?:언제|며칠|몇시)(?:쯤|에)?(?:수거|회수|픽업|가지러|가져가)"
)
#: `언제 오시나요`, `내일은 오시는 거죠?`
_COMES_WHEN = searched(
    r"(?:언제|며칠|몇시|오늘|내일|모레|이번주|[월화수목금토일]요일|다시)[가-힣]{0,8}?(?:오시|오나|오는|와요|와주|올까|올지|오세|수거|회수|픽업|방문|가져가|가지러)"
)


def asks_who_fetches(turn: Turn) -> bool:
    """Whether it is asked who comes for goods, or whether anybody does."""
    return bool(_FETCHES.search(words.squash(turn.text)))


def is_fetched_by_us(turn: Turn, intent: Intent) -> bool:
    """`수거해 가시나요` of goods that came amiss: he need not ask for a courier himself."""
    fetched = intent.ticket == "open" and intent.category in GOODS_BACK
    # `기사님이 오시나요?` beside what shall be mended asks not how goods are returned.
    fetched = fetched or intent is repairs(turn)
    # What goes back for money is fetched as any return.
    refund = turn.memory.details.get("wish", "").startswith("환불")
    when = not refund and _FETCHED_WHEN.search(words.squash(turn.text))
    if fetched and (asks_who_fetches(turn) or when):
        return True
    # Nor when one comes to whom none came: that was asked for, and did not help.
    waited = turn.memory.details.get("what", "").split("\n")
    missed = intent.category in GOODS_BACK and any(map(manner.missed_pickup, waited))
    return missed and bool(_COMES_WHEN.search(words.squash(turn.text)))
