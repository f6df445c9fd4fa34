"""One message and all that a rule may look at; and the reply that ends the turn."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import wraps
from typing import Any, Final, Generic, TypeVar

from bot import hours
from bot.dialog import extract, manner
from bot.model import (
    Choice,
    Decision,
    Incoming,
    Memory,
    Question,
    Reply,
    Score,
    State,
    TicketChange,
    WaitingOn,
)
from bot.patterns import searched
from bot.records import replace
from intents import Faq, Intent, Match, Texts

#: Characters of a message that the rules look at; all of it is stored.
RULES_READ = 4_000

_LATIN: Final = searched("[A-Za-z]")
_HANGUL: Final = searched("[가-힣]")
#: Read from the message alone: it holds however the state changes within a turn.
_OF_THE_LINE: Final = ("text", "said", "own_words")


Found = TypeVar("Found")


class WorkedOut(Generic[Found]):
    """A property worked out at the first look, as `functools.cached_property`.

    That one takes a lock at each first look until Python 3.12; a turn is read by one thread.
    """

    def __init__(self, read: Callable[[Any], Found]) -> None:
        self._read = read
        self._name = read.__name__
        self.__doc__ = read.__doc__

    def __get__(self, turn: Any, _owner: type | None = None) -> Found:
        found = turn.__dict__[self._name] = self._read(turn)
        return found


@dataclass(frozen=True)
class Turn:
    """What the rules decide on. `now` is aware UTC."""

    state: State
    incoming: Incoming
    match: Match
    faq: Faq
    now: datetime
    #: By entry: what the store says for now in place of its answer.
    notices: Mapping[str, str] = field(default_factory=dict)

    @WorkedOut
    def memory(self) -> Memory:
        return self.state.memory

    @property
    def texts(self) -> Texts:
        return self.faq.texts

    @property
    def ticket(self) -> int:
        """The number of the customer's open ticket; 0 without one."""
        return self.state.ticket or 0

    @WorkedOut
    def text(self) -> str:
        read = self.incoming.read or self.incoming.text
        said = manner.without_pleasantries(read[:RULES_READ].strip())
        return extract.without_secrets(said)

    @WorkedOut
    def said(self) -> str:
        """The text as it was meant to be typed: with what the matcher mended."""
        return self.match.text if self.match.repairs and self.match.text else self.text

    @WorkedOut
    def own_words(self) -> str:
        """The text as the customer wrote it; what was typed in the wrong keyboard mode readable."""
        return self.said if self.match.wrong_keyboard and self._is_latin else self.text

    @property
    def _is_latin(self) -> bool:
        return bool(_LATIN.search(self.text)) and not _HANGUL.search(self.text)

    def intent(self, intent_id: str) -> Intent | None:
        """An entry that counts today."""
        found = self.faq.get(intent_id)
        if found is None or found.valid_from is found.valid_until is None:
            return found
        return found if found.valid_on(hours.today(self.now)) else None

    @WorkedOut
    def entry(self) -> Intent | None:
        """The entry of the matter that was talked of last."""
        return self.intent(self.memory.intent)

    def remembering(self, memory: Memory) -> Turn:
        """The turn as if the dialogue remembered this."""
        turn = replace(self, state=replace(self.state, memory=memory))
        for name in _OF_THE_LINE:
            if name in self.__dict__:
                turn.__dict__[name] = self.__dict__[name]
        return turn


def once_a_turn(read: Callable[[Turn], Found]) -> Callable[[Turn], Found]:
    """A question that several rules ask of the same turn, worked out at the first."""
    name = f"{read.__module__}.{read.__qualname__}"

    @wraps(read)
    def known(turn: Turn) -> Found:
        held = turn.__dict__
        if name not in held:
            held[name] = read(turn)
        found: Found = held[name]
        return found

    return known


def digest(text: str) -> str:
    """What is remembered of a line that was said, to know it again."""
    return hashlib.blake2s(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def _waits(before: State, question: Question | None) -> WaitingOn:
    """Whose turn it is beside a question; one that stays open waits as it did."""
    if question is None:
        return "nobody"
    # Whoever comes back to a parked matter is waited for anew.
    parked = before.ticket_status == "no_reply"
    kept = question is before.question and before.waiting_on != "store" and not parked
    return before.waiting_on if kept else "customer"


def say(
    turn: Turn,
    said: str | Reply,
    *,
    question: Question | None = None,
    choices: tuple[Choice, ...] = (),
    ticket: TicketChange | None = None,
    misses: int = 0,
    matter: str | None = None,
    spoke: bool = False,
    memory: Memory | None = None,
    score: Score | None = None,
) -> Decision:
    """A reply and the state after it. `spoke`: the customer's text told something worth keeping."""
    after = ticket.status if ticket is not None else turn.state.ticket_status
    before = turn.state
    state = replace(
        before,
        # Who waits for a person is not reminded, whatever the bot asked meanwhile.
        waiting_on="store" if after == "open" else _waits(before, question),
        question=question,
        misses=misses,
        matter=before.matter if matter is None else matter,
        words=turn.text if spoke and not turn.incoming.tap else before.words,
        memory=before.memory if memory is None else memory,
    )
    reply = said if isinstance(said, Reply) else Reply(text=said, choices=choices)
    return Decision(state=state, reply=reply, ticket=ticket, score=score)
