"""A resolved ticket is opened again, with what was told of it."""

from __future__ import annotations

from collections.abc import Mapping

from bot.dialog import details, manner, words
from bot.dialog.filing import add
from bot.dialog.learning import learn
from bot.dialog.turn import Turn
from bot.dialog.unkept import (
    holds_to_word,
    is_not_here,
    is_unkept,
    missed_visit,
    misses_amends,
    misses_call,
    was_not_paid,
)
from bot.model import AddToTicket, Decision, Reply
from bot.patterns import searched
from bot.records import replace
from intents import Intent

_NOT_OVER = searched(
    r"^(?:아니|지금|겨우|고작)*(?:이게|이걸|이거|이것이|그게)(?:지금|다)*(?:해결|처리|마무리|끝)(?:이에요|예요|인가요|이라고요|된거|됐다고|이냐|이네)|"
    # `아직 교환도 안 받았는데 무슨 평가요`
    r"무슨(?:평가|점수|별점|설문|만족도)|(?:아직|여태)[가-힣]{0,10}?(?:안|못)[가-힣]{1,5}데(?:왜|벌써)?(?:평가|점수|설문|만족도)|"
    r"(?:왜|누가|뭐가|멋대로|마음대로|벌써)(?:다)?(?:끝났|끝낸|끝내|마무리|종료|종결|해결됐|완료)(?!나요|되나요)"
    r"|(?:해결|마무리|처리|끝)(?:이|은|도|가)?(?:아직)?(?:안|되지(?:도)?않|나지(?:도)?않)(?:됐|되었|났|았|은)?[가-힣]{0,6}(?:마무리|종료|완료|끝|평가|설문|점수)"
)
#: What the history of a ticket says of why it is open again.
ASKS = "마무리된 뒤에 물어봤어요"
UNDONE = "마무리된 뒤에 말씀드린 대로 되지 않았다고 했어요"
#: What who comes back to a resolved matter may be asked: which order, and what is wanted now.
_ASKED_AGAIN = frozenset(("order_number", "wish"))


def disputes_end(text: str) -> bool:
    """Whether the matter is said not to be over (`결과도 못 들었는데 왜 끝났다고 하죠`)."""
    return bool(_NOT_OVER.search(words.squash(text)))


def opened(
    turn: Turn,
    intent: Intent | None,
    ticket: int,
    told: Mapping[str, str],
    asked: Mapping[str, int],
) -> Turn:
    """The turn as if the resolved ticket were open, with what was told of it."""
    memory = replace(
        turn.memory,
        intent=intent.id if intent is not None else "",
        details=told,
        also="",
        asked=asked,
        put_aside="",
        stuck=0,
        closed=None,
        closed_intent="",
        closed_details={},
        promised=turn.memory.closed_promised,
        closed_promised="",
        survey=None,
        hurt=False,
        withdrawn=False,
    )
    return replace(
        turn.remembering(memory), state=replace(turn.state, memory=memory, ticket=ticket)
    )


def reopen(
    turn: Turn,
    intent: Intent | None,
    ticket: int,
    opening: str = "",
    *,
    asks: bool = True,
    note: str = "같은 일이 다시 생겼다고 알렸어요",
) -> Decision:
    """The resolved ticket again; without `asks` it is no new trouble, and nothing is asked."""
    # What came broken again may be wanted otherwise now; what did not come is still wanted.
    missed = manner.missed_pickup(turn.text) or missed_visit(turn.text) or misses_call(turn.text)
    waits = manner.is_late(turn.text) or manner.is_unchanged(turn.text)
    waits = waits or disputes_end(turn.text)
    paid_late = manner.still_unpaid(turn.text)
    paid_late = paid_late or (intent is not None and was_not_paid(turn, intent))
    waits = waits or paid_late
    kept = not asks or missed or waits or turn.memory.hurt
    told = {k: v for k, v in turn.memory.closed_details.items() if k != "wish" or kept}
    # What it was wanted for is known, or does not matter any more.
    needed = () if turn.memory.withdrawn or intent is None else details.of(intent)
    asked = {one.id: details.MOST_ASKED for one in needed if one.id not in _ASKED_AGAIN}
    again = opened(turn, intent, ticket, told, asked)
    learned = learn(again, intent, ())
    if "when" in told and (not asks or (intent is not None and is_unkept(turn, intent))):
        # The day on which a picture or the goods were sent, or on which something was to be done,
        # is not when it happened.
        learned = replace(learned, details={**learned.details, "when": told["when"]})
    memory = replace(learned, filed_at=turn.now)
    text = f"{opening or turn.texts.sorry_again} {turn.texts.reopened(ticket)}"
    change = AddToTicket(reopen=ticket, note=note)
    # Whoever waits for his money, or for the courier, is asked nothing but his order.
    unpaid = paid_late or misses_amends(turn)
    unpaid = unpaid and bool(told.get("order_number"))
    done = not asks or missed or unpaid or turn.memory.hurt
    # What was to be sent is awaited still, and nothing else is wanted for it.
    awaited = holds_to_word(turn) or (intent is not None and is_not_here(turn, intent))
    done = done or (awaited and bool(told.get("order_number")))
    wanted = None if done else intent
    return add(again, Reply(text=text), intent=wanted, changes=change, memory=memory)
