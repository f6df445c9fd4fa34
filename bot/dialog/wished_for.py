"""What is plainly wanted, where the matcher is not sure which entry that is."""

from __future__ import annotations

from bot.dialog import manner, wishes, words
from bot.dialog.answers import talks_of
from bot.dialog.complaints.told import OF_WHAT_CAME
from bot.dialog.entries import changes_what, entry_named, is_stand_in
from bot.dialog.turn import Turn
from bot.patterns import searched
from intents import Intent

#: Likely entries among which the one that is wanted may be.
MOST_LIKELY = 3
_PROCESS = searched("교환|환불|반품")
#: `후드티 환불`: goods and a wish, as the young write.
_ENDS_IN_WISH = searched(
    r"[가-힣]{2,}(?:환불|교환|반품)(?:ㄱ+|고고|좀|ㅇㅇ)?$|^(?:환불|교환|반품)(?:ㄱㄱ+|고고)$"
)
#: A change that is put as a question.
_WOULD_CHANGE = searched(
    r"(?:바꿔|변경해?|수정해?|추가해?|빼|넣어|미뤄|당겨|늦춰|고쳐)(?:서)?(?:주실수|줄수|주시겠|주시나|주시면|주세|부탁)"
)


def wished(turn: Turn, near: list[Intent]) -> Intent | None:
    """The entry for what is plainly wanted: whoever says `환불해 주세요` need not choose."""
    terse = _ENDS_IN_WISH.search(words.squash(turn.text))
    states = (terse or manner.is_request(turn.said)) and not manner.asks(turn.text)
    # `너무 커요 S로 바꿔 주실 수 있나요?`
    states = states or (manner.asks(turn.text) and wishes.only_wishes(turn.own_words))
    label = wishes.label(turn.own_words, turn.said) if states else ""
    if label and "취소" in turn.text and "환불" not in turn.text:
        label = wishes.request(turn.own_words)  # `예약 취소하려고요`: of an order
    entry = entry_named(turn, label) if label else None
    if entry is not None and label == wishes.EXCHANGE and _is_of_answer(turn, entry):
        return changes_what(turn)
    likely = {one.intent_id for one in turn.match.candidates[:MOST_LIKELY]}
    if entry is None and manner.asks(turn.text) and (named := _PROCESS.search(turn.text)):
        # What no entry is for is not guessed at.
        entry = entry_named(turn, named[0])
        return entry if entry is not None and is_stand_in(turn, entry) else None
    if entry is None or entry in near or entry.id in likely:
        return entry
    return entry if is_stand_in(turn, entry) else None


def asks_to_change(text: str) -> bool:
    """Whether it is asked politely that something be otherwise (`오전으로 바꿔 주실 수 있나요`)."""
    return bool(_WOULD_CHANGE.search(words.squash(text)))


def wants_it_back(turn: Turn) -> bool:
    """`돌려주세요` beside a fee that was taken twice wants that one back, and no goods."""
    if wishes.label(turn.own_words, turn.said) != wishes.REFUND or manner.names_goods(turn.text):
        return False
    told = turn.memory.details.get("what", "").split("\n")
    # `설치비 추가로 받아갔어요 기사님이`
    return any(manner.was_done_to(line) or manner.blames_courier(line) for line in told)


def _is_of_answer(turn: Turn, entry: Intent) -> bool:
    """`‘축하해’로 바꿔 주세요` right behind what a card may say exchanges nothing that came."""
    if not is_stand_in(turn, entry) or "교환" in turn.text or manner.is_at_hand(turn.text):
        return False
    above = talks_of(turn)
    return above is not None and above.category not in OF_WHAT_CAME | {"refund"}
