"""The words of the product as types. Knows no other module of `bot`."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from intents import Button, Image

Mode = Literal["bot", "human"]
WaitingOn = Literal["customer", "store", "nobody"]
Author = Literal["customer", "bot", "operator"]
Status = Literal["open", "waiting", "snoozed", "no_reply", "resolved"]
Delivery = Literal["queued", "sent", "failed", "cancelled"]
Role = Literal["operator", "seller", "admin"]

#: Longest text an operator may send, in UTF-16 units as browsers count: one Kakao bubble
#: (SkillResponse 2.0, simpleText).
REPLY_LIMIT = 1000


class BadRequest(Exception):  # noqa: N818 - what it is, as in HTTP
    """The caller's input is malformed; the message says what to send instead."""


class Rejected(Exception):  # noqa: N818 - what happened to the request
    """The request is well-formed but not allowed now; the message is shown to the person."""


class SendError(Exception):
    """A channel did not take a message.

    `permanent`: trying again cannot help. `unknown`: it may have taken it all the same.
    """

    def __init__(self, message: str, *, permanent: bool = False, unknown: bool = False) -> None:
        super().__init__(message)
        self.permanent = permanent
        self.unknown = unknown


@dataclass(frozen=True, slots=True)
class Choice:
    """A tappable answer. `label` is shown, `text` is what the tap says, `value` is what it means.

    `value` is `intent:ID`, `yes`, `no` or `human`; channels that can carry it hand it back.
    """

    label: str
    text: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What is said in one turn, in no channel's format."""

    text: str
    buttons: tuple[Button, ...] = ()
    choices: tuple[Choice, ...] = ()
    images: tuple[Image, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """As stored in `messages.body` and sent to the web chat; empty parts are left out."""
        body: dict[str, Any] = {"text": self.text}
        if self.buttons:
            body["buttons"] = [
                _without_empty(b, "label", "message", "url", "phone") for b in self.buttons
            ]
        if self.choices:
            body["choices"] = [_without_empty(c, "label", "text", "value") for c in self.choices]
        if self.images:
            body["images"] = [_without_empty(i, "url", "alt") for i in self.images]
        return body

    @classmethod
    def from_json(cls, body: Mapping[str, Any]) -> Reply:
        """The inverse of `to_json`."""
        return cls(
            text=body.get("text", ""),
            buttons=tuple(
                Button(
                    label=b["label"],
                    message=b.get("message"),
                    url=b.get("url"),
                    phone=b.get("phone"),
                )
                for b in body.get("buttons", ())
            ),
            choices=tuple(Choice(**c) for c in body.get("choices", ())),
            images=tuple(Image(url=i["url"], alt=i.get("alt", "")) for i in body.get("images", ())),
        )


def _without_empty(part: object, *names: str) -> dict[str, str]:
    return {name: value for name in names if (value := getattr(part, name))}


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """One message of a customer, as any channel reports it.

    `customer` is the channel's own opaque id. `event_id` is None where the channel gives none.
    `tap` is the
    `Choice.value` of a tapped choice.
    """

    channel: str
    customer: str
    text: str
    event_id: str | None = None
    tap: str | None = None
    images: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """As stored in `messages.body`."""
        body: dict[str, Any] = {"text": self.text}
        if self.tap:
            body["tap"] = self.tap
        if self.images:
            body["images"] = [{"url": url} for url in self.images]
        return body


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One line of a conversation.

    `seq` counts from 1 within the conversation and never has gaps.
    """

    conversation_id: int
    seq: int
    author: Author
    body: Mapping[str, Any]
    created_at: datetime
    event_id: str | None = None
    reply_to: int | None = None
    operator_id: int | None = None
    ping_step: int | None = None
    #: How far it got; None for what the customer wrote.
    delivery: Delivery | None = None
    error: str | None = None

    @property
    def reply(self) -> Reply:
        """The message as something a channel can render."""
        return Reply.from_json(self.body)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What the bot asked last. `kind`: choose among `intents`, file a ticket, or call a person."""

    kind: Literal["choose", "file", "person"]
    intents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class FileTicket:
    """Open a ticket.

    The number is known only to the database: replies name it as `TICKET_NUMBER`.
    """

    category: str
    intent_id: str | None
    title: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AddToTicket:
    """The customer wrote again while his ticket is unresolved: the store owes the next step."""


TicketChange = FileTicket | AddToTicket

#: Stands for the number of a ticket that is filed in the same turn.
TICKET_NUMBER = "\N{OBJECT REPLACEMENT CHARACTER}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What the dialogue does with one message."""

    state: State
    reply: Reply | None = None
    ticket: TicketChange | None = None


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticket:
    """A row of `tickets` with what lists show beside it."""

    id: int
    conversation_id: int
    channel: str
    category: str
    intent_id: str | None
    title: str
    words: str
    status: Status
    priority: int
    assignee_id: int | None
    assignee: str | None
    mode: Mode
    waiting_on: WaitingOn
    waiting_since: datetime
    customer_name: str
    created_at: datetime
    updated_at: datetime
    resolved_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """An outbox row claimed for sending. `address` is the channel's id of the customer."""

    id: int
    conversation_id: int
    seq: int
    channel: str
    address: str
    attempts: int
    message: Message
    #: A ping whose silence is over.
    void: bool = False
    #: Its last sender never said what became of it.
    lapsed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Operator:
    """A console account.

    `one_time`: the password was printed by the server and is yet to be replaced.
    """

    id: int
    name: str
    role: Role
    one_time: bool = field(default=False)


def nickname(channel: str, address: str) -> str:
    """A short stable name for a customer whose channel tells none (Kakao sends no names)."""
    digest = hashlib.blake2s(f"{channel}:{address}".encode(), digest_size=2).hexdigest().upper()
    return f"고객 {digest}"
