"""What operators are told outside the console: a line to a webhook of their messenger.

Slack, KakaoWork and most others take `POST {"text": "…"}` at an incoming webhook's address. Lines
wait in memory until they are taken, at most a hundred: an alert that is hours old helps nobody.
"""

from __future__ import annotations

import logging
from collections import deque

import aiohttp

log = logging.getLogger(__name__)

#: Lines that wait at most; the oldest are dropped.
MOST = 100
#: One post may take this long.
SECONDS = 5.0


class Alerts:
    """The way out; without an address nothing is kept."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._waiting: deque[str] = deque(maxlen=MOST)
        self._http: aiohttp.ClientSession | None = None

    def tell(self, text: str) -> None:
        """Let this line leave with the next call of `send`."""
        if self._url:
            self._waiting.append(text)

    async def send(self) -> int:
        """Post what waits, in order; how many were taken. What is refused waits for a next call."""
        sent = 0
        while self._waiting:
            if not await self._post(self._waiting[0]):
                break
            self._waiting.popleft()
            sent += 1
        return sent

    async def close(self) -> None:
        """Close idle connections."""
        if self._http is not None:
            await self._http.close()

    async def _post(self, text: str) -> bool:
        if self._http is None:
            self._http = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=SECONDS))
        try:
            async with self._http.post(self._url, json={"text": text}) as response:
                await response.read()
                taken = response.status < 300
        except (aiohttp.ClientError, TimeoutError) as exc:
            log.warning("alert not sent error=%s", type(exc).__name__)
            return False
        if not taken:
            log.warning("alert not sent status=%d", response.status)
        return taken
