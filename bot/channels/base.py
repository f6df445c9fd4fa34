"""What every channel offers to the rest of the product."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any, Protocol

from bot.model import Message, Parcel, Reply, Standing
from bot.pace import Pace


class Channel(Protocol):
    """A messenger the store is reachable on."""

    name: str

    @property
    def pace(self) -> Pace | None:
        """What its far side takes; None: anything."""
        ...

    @property
    def price(self) -> int:
        """Won for each message that its far side accepts, without VAT; 0: nothing."""
        ...

    @property
    def can_ping(self) -> bool:
        """Whether a message nobody asked for can reach a customer who does not write first."""
        ...

    def fit(self, reply: Reply | None, waiting: Sequence[Reply]) -> int:
        """How many of the waiting messages fit, whole, into one response before this reply."""
        ...

    def reach(self) -> Collection[str] | None:
        """Addresses a push can reach at this moment; None when it can reach anybody."""
        ...

    async def close(self) -> None:
        """Let go of connections when the server stops."""
        ...

    async def send(self, parcel: Parcel) -> str | None:
        """Push one message; what the far side calls it. Raises SendError; takes no longer than a
        lease of the outbox.
        """
        ...

    @property
    def fingerprint(self) -> str:
        """Differs when the credentials do, and betrays nothing of them; empty without any."""
        ...

    async def check(self, receipt: str | None) -> Standing:
        """Ask the far side whether it takes our credentials, by its cheapest harmless call.

        `receipt` is what it called one of our latest messages, None before the first.
        """
        ...


def message_json(message: Message) -> dict[str, Any]:
    """A message as the web chat and its WebSocket show it."""
    return {
        **message.body,
        "seq": message.seq,
        "author": message.author,
        "at": message.created_at.isoformat(timespec="milliseconds"),
        "event_id": message.event_id,
    }
