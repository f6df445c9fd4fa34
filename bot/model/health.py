"""How the server, its channels and its bill stand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


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
