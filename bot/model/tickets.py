"""Tickets, their history and groups, and what the store tells meanwhile."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.model.names import Mode, Status, WaitingOn

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
