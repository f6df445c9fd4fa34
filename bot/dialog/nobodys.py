"""Whether a line is for no store at all: it is like no phrase, and tells nothing of a matter."""

from __future__ import annotations

from datetime import timedelta

from bot.dialog import extract, manner, reading, wishes, words
from bot.dialog.filing import is_bare
from bot.dialog.learning import tells_something
from bot.dialog.store_words import names_ours
from bot.dialog.turn import Turn, once_a_turn
from bot.patterns import searched

#: `생일 케이크 내일 2시까지 되나요`
_BY_WHEN = searched(
    r"(?:[0-9]시|[0-9]시반|[0-9]일|요일|오늘|내일|모레|저녁|점심|아침|주말)까지(?:는|도)?(?:되[나는]|돼|될까|가능|받을수|올수|와요|오나|배송|도착)"
)
#: On development lines four of five guesses below this are for lines that are no store's business.
COIN = 0.5
#: For so long after a resolution a line may still be about it.
RECENT = timedelta(days=14)


@once_a_turn
def is_far_fetched(turn: Turn) -> bool:
    """Whether the best guess is no better than a coin: then the line may be for no store at all."""
    first = turn.match.candidates[:1]
    if is_bare(turn) or tells_something(turn) or _tells_plainly(turn):
        return False
    if manner.presents_himself(turn.memory.last):
        return False  # `어제 문의한 사람인데요`, then `텐트 폴대요`
    return turn.match.verdict == "clarify" and bool(first) and first[0].confidence < COIN


def _tells_plainly(turn: Turn) -> bool:
    """Whether something is in the line that only a matter has: a number, a name, a place, a day."""
    read = reading.by_itself(turn)
    named = extract.name(turn.text) or extract.street(turn.text)
    by_when = _BY_WHEN.search(words.squash(turn.text))
    return bool(read or named or by_when or wishes.labels(turn.own_words))


@once_a_turn
def speaks_of_store(turn: Turn) -> bool:
    """Whether a line holds anything that any store has to do with, or this one."""
    return manner.names_store(turn.text) or names_ours(turn)


def is_nobodys(turn: Turn) -> bool:
    """Whether a line holds nothing that a store has to do with, and is like no phrase either."""
    korean = any("가" <= letter <= "힣" for letter in turn.text)
    angry = manner.anger(turn.text)
    if not korean or angry or not is_far_fetched(turn) or speaks_of_store(turn):
        return False
    # What may belong to a matter of his is not waved away.
    recent = turn.memory.closed_at is not None and turn.now - turn.memory.closed_at <= RECENT
    return not recent and turn.state.question is None
