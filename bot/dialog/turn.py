"""One message and all that a rule may look at; and the reply that ends the turn."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from bot import hours
from bot.model import (
    AddToTicket,
    Choice,
    Decision,
    FileTicket,
    Incoming,
    Question,
    Reply,
    State,
    TicketChange,
)
from intents import Faq, Intent, Match

#: Characters of a message that the rules look at; all of it is stored.
RULES_READ = 4_000


@dataclass(frozen=True, slots=True)
class Turn:
    """What the rules decide on. `now` is aware UTC."""

    state: State
    incoming: Incoming
    match: Match
    faq: Faq
    now: datetime

    @property
    def text(self) -> str:
        return self.incoming.text[:RULES_READ].strip()

    def intent(self, intent_id: str) -> Intent | None:
        """An entry that counts today."""
        found = self.faq.get(intent_id)
        return found if found and found.valid_on(hours.today(self.now)) else None


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
) -> Decision:
    """A reply and the state after it. `spoke`: the customer's text told something worth keeping."""
    owed = isinstance(ticket, FileTicket | AddToTicket) or turn.state.ticket_status == "open"
    state = replace(
        turn.state,
        # Who waits for a person is not reminded, whatever the bot asked meanwhile.
        waiting_on="store" if owed else "customer" if question else "nobody",
        question=question,
        misses=misses,
        matter=turn.state.matter if matter is None else matter,
        words=turn.text if spoke and not turn.incoming.tap else turn.state.words,
    )
    reply = said if isinstance(said, Reply) else Reply(text=said, choices=choices)
    return Decision(state=state, reply=reply, ticket=ticket)
