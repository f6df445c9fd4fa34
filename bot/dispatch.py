"""What operators see of sending, and what they do about messages that were given up."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from bot.casework import LARGEST_ID
from bot.channels.base import Channel
from bot.feed import Feed
from bot.gate import Gate
from bot.model import ChannelHealth, Rejected, Spending
from bot.store import Store, outbox
from intents import Faq


class Dispatch:
    """The operators' use cases around the outbox."""

    def __init__(
        self,
        store: Store,
        channels: Mapping[str, Channel],
        feed: Feed,
        now: Callable[[], datetime],
        faq: Callable[[], Faq],
        *,
        wake: Callable[[str], None] = lambda _channel: None,
    ) -> None:
        self._store = store
        self._channels = channels
        self._gate = Gate(channels, faq)
        self._feed = feed
        self._now = now
        self._wake = wake

    async def spending(self) -> tuple[Spending, ...]:
        """The bills of the channels that cost."""
        async with self._store.read() as tx:
            return await self._gate.spending(tx, self._now())

    async def channels(self) -> tuple[ChannelHealth, ...]:
        """How the far side of each channel that pushes is doing."""
        async with self._store.read() as tx:
            return await self._gate.health(tx, self._now())

    async def resend(self, row_id: int) -> None:
        """Send a message that was given up once more. Raises Rejected when it was not."""
        async with self._store.begin() as tx:
            known = 0 < row_id <= LARGEST_ID
            if not known or not await outbox.revive(tx, row_id, self._now()):
                raise Rejected("이미 다시 보냈거나 없는 메시지예요.")
        self._changed()

    async def resend_all(self) -> int:
        """Send all that was given up once more, but reminders and surveys; how many they are."""
        async with self._store.begin() as tx:
            count = await outbox.revive_all(tx, self._now())
        self._changed()
        return count

    def _changed(self) -> None:
        self._feed.changed()
        for name in self._channels:
            self._wake(name)
