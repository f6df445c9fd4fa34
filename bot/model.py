"""The words of the product as types. Knows no other module of `bot`."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import IntEnum
from typing import Any, Literal

from intents import Button, Image

Mode = Literal["bot", "human"]
WaitingOn = Literal["customer", "store", "nobody"]
Author = Literal["customer", "bot", "operator"]
Status = Literal["open", "waiting", "snoozed", "no_reply", "resolved"]
Delivery = Literal["queued", "sent", "failed", "cancelled"]
#: Why a queued message waits: its channel cannot be pushed to, the month's cap is reached, or the
#: far side wants a rest. Empty: it does not.
Hold = Literal["", "unreachable", "capped", "paused"]
Role = Literal["operator", "seller", "admin"]

#: Channels as people call them.
CHANNELS: Mapping[str, str] = {
    "kakao-skill": "카카오톡",
    "kakao-bot": "카카오톡",
    "naver-talktalk": "네이버 톡톡",
    "web": "웹 채팅",
}

#: What the scheduler calls, as operators read it; a delivery is named after its channel.
JOBS: Mapping[str, str] = {
    "plan": "알림 예약",
    "promises": "답변 약속 확인",
    "faq": "FAQ 파일 확인",
    "meaning": "예문 학습",
    "measure": "발송함 집계",
    "credentials": "채널 키 확인",
    "checkup": "자체 점검",
    "alerts": "상담원 알림",
}

#: Longest text an operator may send, in UTF-16 units as browsers count: one Kakao bubble
#: (SkillResponse 2.0, simpleText).
REPLY_LIMIT = 1000


class BadRequest(Exception):  # noqa: N818 - what it is, as in HTTP
    """The caller's input is malformed; the message says what to send instead."""


class Rejected(Exception):  # noqa: N818 - what happened to the request
    """The request is well-formed but not allowed now; the message is shown to the person."""


class SendError(Exception):
    """A channel did not take a message.

    `permanent`: trying again cannot help. `unknown`: it may have taken it all the same. `refused`:
    it does not take our credentials.
    """

    def __init__(
        self,
        message: str,
        *,
        permanent: bool = False,
        unknown: bool = False,
        refused: bool = False,
    ) -> None:
        super().__init__(message)
        self.permanent = permanent
        self.unknown = unknown
        self.refused = refused


class SlowDown(SendError):  # noqa: N818 - what the far side says
    """The far side wants fewer messages; `wait` is how long it asks for, None when it does not say.

    It took nothing, and it means the whole channel, not this message.
    """

    def __init__(self, message: str, *, wait: timedelta | None = None) -> None:
        super().__init__(message)
        self.wait = wait


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
    #: The resolved ticket whose satisfaction question is open, and what was said to it in words.
    survey: int | None = None
    survey_words: str = ""
    #: He gave the resolved ticket a low score.
    hurt: bool = False
    #: The ticket that was scored just now: what he says next may be about the score.
    scored: int | None = None
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


NO_TIME = timedelta(0)

#: `Ticket.owed_step` from where on the store's answer is nearly late.
NEARLY_LATE = 2


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
    #: What the customer told, by name of the detail.
    details: Mapping[str, str] = field(default_factory=dict)
    #: The group of similar tickets it came in with.
    group_id: int | None = None
    #: Since when the store owes the next step, and how far its silence has come (`promises`).
    owed_since: datetime | None = None
    owed_step: int = 0
    owed_due_at: datetime | None = None
    #: By when it was promised.
    owed_by: datetime | None = None
    #: Opening time of that silence which was used up before the customer was asked something, or
    #: the ticket was put aside.
    owed_spent: timedelta = NO_TIME
    #: Until when it is put aside.
    snoozed_until: datetime | None = None
    answered: bool = False

    def is_late(self, now: datetime) -> bool:
        """The store has let the time pass by which it promised an answer."""
        return self.owed_by is not None and self.owed_by <= now

    def is_nearly_late(self, now: datetime) -> bool:
        """Little of that time is left."""
        return self.owed_by is not None and now < self.owed_by and self.owed_step >= NEARLY_LATE


@dataclass(frozen=True, slots=True)
class Pressing:
    """How many tickets the store is late with, and how many it soon will be."""

    late: int
    nearly: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A line of a ticket's history: what changed, from what to what, and by whom."""

    ticket_id: int
    kind: str
    before: str
    after: str
    operator_id: int | None
    created_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """The satisfaction question after one resolution; `score` is None until it is answered."""

    ticket_id: int
    asked_at: datetime
    score: int | None
    comment: str
    answered_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What the store says about an entry for a while, in place of its usual answer."""

    id: int
    intent_id: str
    text: str
    starts_at: datetime
    ends_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Similar unresolved tickets that came in together. `tickets`: how many are unresolved."""

    id: int
    intent_id: str
    title: str
    tickets: int
    created_at: datetime


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


@dataclass(frozen=True, slots=True)
class JobState:
    """A scheduled job: how often it is called, when it last ended well, whether it fails now, and
    for how many seconds its last call lasted.
    """

    name: str
    every: float
    ended_ago: float | None
    failing: bool
    took: float | None = None


@dataclass(frozen=True, slots=True)
class Backlog:
    """What is due and not done: how many rows, and for how many seconds the oldest has been due."""

    name: str
    due: int
    late: float


@dataclass(frozen=True, slots=True)
class Cost:
    """How many paid messages, and what they cost together."""

    messages: int = 0
    won: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Spending:
    """A paid channel's bill: `price` a message, this month (`2026-11`), the last, and the cap."""

    channel: str
    month: str
    price: int
    this: Cost
    last: Cost
    cap: int | None

    @property
    def left(self) -> int | None:
        """Won that may still be spent; None without a cap."""
        return None if self.cap is None else max(0, self.cap - self.this.won)

    @property
    def is_near(self) -> bool:
        """Four fifths of the cap are spent."""
        return self.cap is not None and 5 * self.this.won >= 4 * self.cap

    @property
    def is_full(self) -> bool:
        """Not one message more may leave this month."""
        return self.left is not None and self.left < self.price


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelHealth:
    """A channel that pushes. `paused_until`: its far side asked for a rest. `refusal`: why it does
    not take our credentials, empty when it does.
    """

    name: str
    paused_until: datetime | None
    refusal: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What a far side said of our credentials (None: it did not say), and its clock."""

    accepted: bool | None = None
    why: str = ""
    clock: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadLetter:
    """A message that was given up; `ticket_id` is where it belongs."""

    id: int
    ticket_id: int | None
    channel: str
    error: str
    updated_at: datetime


@dataclass(frozen=True, slots=True)
class Alert:
    """A line for the operators' messenger. When many of one `kind` wait, they are told as one."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertHealth:
    """How many alerts wait, since when, how many were given up, and what the messenger last said
    against one.
    """

    waiting: int
    waiting_since: datetime | None
    given_up: int
    error: str
    error_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Operator:
    """A console account.

    `one_time`: the password was printed by the server and is yet to be replaced.
    """

    id: int
    name: str
    role: Role
    one_time: bool = field(default=False)


def job_title(name: str) -> str:
    """A scheduled job, as operators read it."""
    if name.startswith("deliver "):
        channel = name.removeprefix("deliver ")
        return f"{CHANNELS.get(channel, channel)} 발송"
    return JOBS.get(name, name)


def nickname(channel: str, address: str) -> str:
    """A short stable name for a customer whose channel tells none (Kakao sends no names)."""
    digest = hashlib.blake2s(f"{channel}:{address}".encode(), digest_size=2).hexdigest().upper()
    return f"고객 {digest}"
