"""What is said, by whom, and how far it got."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from typing import Any

from bot.model.names import Author, Delivery
from intents import Button, Image


class Rank(IntEnum):
    """Which of a channel's due messages leaves first, in this order; the numbers are stored."""

    #: Somebody waits for it: an operator's reply, a late answer.
    ANSWER = 0
    #: The store has something to tell.
    NOTICE = 1
    #: The honest word that an answer takes longer; void as soon as the answer is there.
    STATUS = 3
    #: Reminders, satisfaction questions.
    REMINDER = 2


#: What nobody asked for: it is not pushed in the quiet hours, and never holds up an answer.
UNASKED: frozenset[Rank] = frozenset({Rank.STATUS, Rank.REMINDER})


@dataclass(frozen=True, slots=True)
class Choice:
    """A tappable answer. `label` is shown, `text` is what the tap says, `value` is what it means.

    `value` is `intent:ID`, `yes`, `no`, `human` or `score:N`; channels that can carry it hand it
    back. Empty: the text says it all.
    """

    label: str
    text: str
    value: str = ""


@dataclass(frozen=True, kw_only=True)
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
    `tap` is the `Choice.value` of a tapped choice. `read` is the text as it is meant where it
    lacks spaces or is spelled by ear: what the rules read, never shown or stored.
    """

    channel: str
    customer: str
    text: str
    event_id: str | None = None
    tap: str | None = None
    images: tuple[str, ...] = ()
    read: str = ""

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
class Parcel:
    """An outbox row claimed for sending. `address` is the channel's id of the customer."""

    id: int
    conversation_id: int
    seq: int
    channel: str
    address: str
    attempts: int
    message: Message
    rank: Rank
    #: A ping whose silence is over.
    void: bool = False
    #: Its last sender never said what became of it.
    lapsed: bool = False
    #: When it was taken to be sent, which decides on whose month's bill it is.
    claimed_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadLetter:
    """A message that was given up; `ticket_id` is where it belongs."""

    id: int
    ticket_id: int | None
    channel: str
    error: str
    updated_at: datetime
