"""Whether each channel's far side takes our credentials, asked before a message needs to know.

What a send reveals counts as well: refused until a send or a check succeeds, or the settings are
others.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from bot.channels.base import Channel
from bot.model import Standing
from bot.store import Store, channels

log = logging.getLogger(__name__)

#: One question may take so long; then nothing is known.
CHECK_SECONDS = 5.0


class Credentials:
    """Asks all channels at once; none waits for another."""

    def __init__(
        self,
        store: Store,
        channels: Mapping[str, Channel],
        now: Callable[[], datetime],
        wall: Callable[[], datetime],
    ) -> None:
        """`wall` is this machine's clock, which the far sides' clocks are compared with."""
        self._store = store
        self._channels = channels
        self._now = now
        self._wall = wall
        #: By how much each far side's clock was ahead of ours when it was asked last.
        self.ahead: dict[str, timedelta] = {}

    async def check(self) -> None:
        """Ask every channel that has somebody to ask, and write down what they say."""
        asked = [name for name, channel in self._channels.items() if channel.fingerprint]
        await asyncio.gather(*(self._check(name) for name in asked))

    async def _check(self, name: str) -> None:
        async with self._store.read() as tx:
            state = await channels.state(tx, name)
        standing = await self._ask(name, state.receipt)
        if standing.clock is not None:
            self.ahead[name] = standing.clock - self._wall()
        if standing.accepted is None:
            return
        channel = self._channels[name]
        async with self._store.begin() as tx:
            if standing.accepted:
                await channels.accepted(tx, name)
            else:
                await channels.refused(tx, name, channel.fingerprint, standing.why, self._now())

    async def _ask(self, name: str, receipt: str | None) -> Standing:
        try:
            async with asyncio.timeout(CHECK_SECONDS):
                return await self._channels[name].check(receipt)
        except TimeoutError:
            log.warning("channel not checked channel=%s error=timeout", name)
            return Standing()
