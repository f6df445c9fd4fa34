"""Tells live pages that something changed, here or in another process on the same database."""

from __future__ import annotations

import asyncio

from bot.store import Store, ticket_lists

#: How soon another process's changes are seen.
POLL_SECONDS = 2.0


class Feed:
    """A version number that rises with every change, and the wait for the next one."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._pulse: tuple[object, ...] = ()
        self._rung = asyncio.Event()
        self.version = 0

    def changed(self) -> None:
        """Something was committed in this process."""
        self.version += 1
        self._rung.set()
        self._rung = asyncio.Event()

    async def wait(self, seen: int) -> int:
        """The version as soon as it differs from `seen`."""
        while self.version == seen:
            try:
                async with asyncio.timeout(POLL_SECONDS):
                    await self._rung.wait()
            except TimeoutError:
                await self._look()
        return self.version

    async def _look(self) -> None:
        async with self._store.read() as tx:
            pulse = await ticket_lists.pulse(tx)
        if pulse != self._pulse:
            self._pulse = pulse
            self.changed()
