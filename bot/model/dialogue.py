"""What the dialogue remembers, and what it decides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from bot.model.messages import Reply
from bot.model.names import Mode, Status, WaitingOn


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What the bot asked last.

    `kind`: choose among `intents`, file a ticket, call a person, or tell `details` of the matter.
    """

    kind: Literal["choose", "file", "person", "detail"]
    intents: tuple[str, ...] = ()
    details: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)  # without slots it is changed in a tenth of the time
class Memory:
    """What the dialogue keeps of the matter that is talked about, beyond the open question."""

    #: The entry the matter belongs to.
    intent: str = ""
    #: What the customer told about it (`order_number`, `when`, `what`, `wish`, …), in his words.
    details: Mapping[str, str] = field(default_factory=dict)
    #: What other matters that were filed along with it need of their own: details, by spaces.
    also: str = ""
    #: How often each detail was asked for.
    asked: Mapping[str, int] = field(default_factory=dict)
    #: Details under whose question something else was told or put right, by spaces.
    put_aside: str = ""
    #: His last line without spaces and punctuation, when it came, and how often in a row.
    last: str = ""
    last_at: datetime | None = None
    repeats: int = 0
    #: Digest of the bot's last line.
    said: str = ""
    #: His lines in a row that brought nothing while the bot asked.
    stuck: int = 0
    #: Angry lines about this matter.
    anger: int = 0
    #: The bot has said sorry for this matter.
    sorry: bool = False
    #: When the unresolved ticket was filed.
    filed_at: datetime | None = None
    #: The ticket that was resolved last, when, its entry, and what was told of it.
    closed: int | None = None
    closed_at: datetime | None = None
    closed_intent: str = ""
    closed_details: Mapping[str, str] = field(default_factory=dict)
    #: What a person promised in the ticket that is open, or in the one that was resolved last, by
    #: spaces (`promised.TOPICS`).
    promised: str = ""
    closed_promised: str = ""
    #: The resolved ticket whose satisfaction question is open, and what was said to it in words.
    survey: int | None = None
    survey_words: str = ""
    #: He gave the resolved ticket a low score.
    hurt: bool = False
    #: The ticket that was scored just now: what he says next may be about the score.
    scored: int | None = None
    #: The ticket that was scored last: its score may be put right for days.
    rated: int | None = None
    #: He wanted nothing done any more about the ticket that was closed last.
    withdrawn: bool = False
    #: The entry that was offered to be filed last, and his lines since that only told more of it.
    offered: str = ""
    more: int = 0
    #: The entry that was answered or quoted last: a short question goes on from there.
    shown: str = ""
    #: When he was last told that a failure of the line held up what was said to him.
    outage_at: datetime | None = None
    #: Reminders of the matter that is open, and the step that this silence began with.
    reminded: int = 0
    silence_from: int = 0
    #: He asked not to be reminded.
    quiet: bool = False
    #: He will say what is missing, but not within hours.
    later: bool = False
    #: What his ticket was, and whose turn, when it was put aside: so it comes back.
    aside: str = ""
    aside_turn: str = ""

    def to_json(self) -> dict[str, Any]:
        """As stored in `conversations.memory`; what is not set is left out."""
        values = {name: getattr(self, name) for name in self.__dataclass_fields__}
        found = {name: value for name, value in values.items() if value not in _UNSET}
        for name in _MOMENTS:
            if name in found:
                found[name] = found[name].isoformat()
        return {name: dict(v) if isinstance(v, Mapping) else v for name, v in found.items()}

    @classmethod
    def from_json(cls, body: Mapping[str, Any]) -> Memory:
        """The inverse of `to_json`; what a later version wrote is left aside."""
        known = {name: value for name, value in body.items() if name in cls.__dataclass_fields__}
        for name in _MOMENTS:
            if name in known:
                known[name] = datetime.fromisoformat(known[name])
        return cls(**known)


_MOMENTS = ("last_at", "filed_at", "closed_at", "outage_at")
_UNSET: tuple[Any, ...] = ("", None, 0, {})


@dataclass(frozen=True, kw_only=True)
class State:
    """All that the dialogue remembers of a conversation between two messages."""

    mode: Mode = "bot"
    waiting_on: WaitingOn = "nobody"
    #: Texts in a row that the bot did not understand.
    misses: int = 0
    question: Question | None = None
    #: What the conversation is about, in words for the customer (an intent's title or his own
    #: line).
    matter: str = ""
    #: The customer's own last line that said something, for the ticket that may grow from it.
    words: str = ""
    #: Number and status of the unresolved ticket, if there is one.
    ticket: int | None = None
    ticket_status: Status | None = None
    memory: Memory = field(default_factory=Memory)


@dataclass(frozen=True, kw_only=True)
class FileTicket:
    """Open a ticket.

    The number is known only to the database: replies name it as `TICKET_NUMBER`. `status` is
    `waiting` while the bot asks the customer for details, `open` when the store owes the next step.
    """

    category: str
    intent_id: str | None
    title: str
    words: str
    details: Mapping[str, str] = field(default_factory=dict)
    priority: int = 0
    status: Status = "open"


@dataclass(frozen=True, kw_only=True)
class AddToTicket:
    """The customer wrote again while his ticket is unresolved, or came back to a resolved one.

    What is None stays as it is. `priority` only ever rises. `note` goes to the ticket's history.
    """

    status: Status = "open"
    details: Mapping[str, str] | None = None
    priority: int = 0
    category: str | None = None
    intent_id: str | None = None
    title: str | None = None
    note: str = ""
    #: Reopen this resolved ticket instead of changing the unresolved one.
    reopen: int | None = None


TicketChange = FileTicket | AddToTicket


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """An answer to the satisfaction question of a resolved ticket: 1 to 5.

    0: only words, for the score that was given just before. `mends`: it takes the place of that.
    """

    ticket: int
    score: int
    comment: str = ""
    mends: bool = False


#: Stands for the number of a ticket that is filed in the same turn.
TICKET_NUMBER = "\N{OBJECT REPLACEMENT CHARACTER}"


@dataclass(frozen=True, kw_only=True)
class Decision:
    """What the dialogue does with one message."""

    state: State
    reply: Reply | None = None
    ticket: TicketChange | None = None
    score: Score | None = None


@dataclass(slots=True, kw_only=True)
class Conversation:
    """A row of `conversations`, locked for the running transaction; written back as a whole."""

    id: int
    customer_id: int
    channel: str
    address: str
    state: State
    #: Since when it has waited on whom it waits on now.
    waiting_since: datetime
    last_seq: int
    #: `seq` of the message the silence began with; a reply moves it, so older pings are void.
    episode: int
    ping_step: int
    ping_due_at: datetime | None
    updated_at: datetime

    def become(self, state: State, now: datetime) -> None:
        """Take a new state; the wait begins anew only when it is somebody else's turn."""
        if state.waiting_on != self.state.waiting_on:
            self.waiting_since = now
        self.state = state

    def next_seq(self) -> int:
        """Take the next place in the conversation. Safe because the row is locked."""
        self.last_seq += 1
        return self.last_seq
