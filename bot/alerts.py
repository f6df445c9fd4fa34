"""What operators are told outside the console: a line to a webhook of their messenger.

Slack, KakaoWork and most others take `POST {"text": "…"}` at an incoming webhook's address. A line
is a row that is written with its cause and posted by a job, so it outlives the process; many of one
kind leave as one. Only that the database itself is away cannot be written there: such lines wait in
memory.
"""

from __future__ import annotations

import logging
import random
from collections import deque
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from time import monotonic
from typing import NamedTuple

import aiohttp

from bot.channels.limits import retry_after
from bot.metrics import Metrics
from bot.model import Alert, AlertHealth
from bot.store import Store, Tx, alerts
from bot.store.alerts import OLD, Bundle

log = logging.getLogger(__name__)

#: One post may take this long.
SECONDS = 5.0
#: A call ends after so long even when more is due: the next one goes on.
CALL_SECONDS = 20.0
#: A claimed line belongs to its process for this long; after a crash another one takes it over.
LEASE = timedelta(seconds=6 * SECONDS)
#: The wait after a post that was not taken: 5 s, doubled, at most five minutes, so that a messenger
#: that is back is used soon.
FIRST_WAIT = timedelta(seconds=5)
LONGEST_WAIT = timedelta(minutes=5)
#: A messenger that wants fewer may name a longer time, up to this.
LONGEST_REST = timedelta(hours=1)
#: As many lines of one kind are told one by one.
FEW = 3
#: A line that is older helps nobody: operators are told only that there were such.
USEFUL = timedelta(hours=6)
#: So long it stays known what was given up.
KEPT = timedelta(days=3)
#: Lines about the database that wait in memory at most; the oldest are dropped.
MOST = 10
#: Of what the messenger says against a line so much is kept.
WORDS = 80

#: How many lines of a kind are told as one. Every other kind is a trouble with the server.
MANY = {
    "nearly late": "문의 {}건이 곧 늦어져요. 콘솔의 할 일을 위에서부터 봐 주세요.",
    "late": "문의 {}건의 답변이 늦어졌어요. 콘솔의 할 일을 위에서부터 봐 주세요.",
    "very late": "문의 {}건의 답변이 많이 늦어졌어요. 콘솔의 할 일을 위에서부터 봐 주세요.",
    OLD: "알림 {}건은 오래되어 보내지 않았어요. 콘솔의 할 일과 점검을 봐 주세요.",
}


class Answer(NamedTuple):
    """What became of a post: `error` is empty when it was taken, `final` when it never will be.

    `rest`: for how long the messenger wants nothing at all, if it says so.
    """

    error: str = ""
    final: bool = False
    rest: timedelta | None = None


class Alerts:
    """The way out; without an address nothing is kept."""

    def __init__(
        self, store: Store, url: str, metrics: Metrics, now: Callable[[], datetime]
    ) -> None:
        self._store = store
        self._url = url
        self._metrics = metrics
        self._now = now
        self._kept: deque[str] = deque(maxlen=MOST)
        self._rests_until: datetime | None = None
        self._http: aiohttp.ClientSession | None = None

    async def tell(self, tx: Tx, lines: Sequence[Alert], now: datetime) -> None:
        """Let these lines leave as soon as the transaction is committed."""
        if self._url:
            await alerts.add(tx, lines, now)

    def keep(self, text: str) -> None:
        """Let this line leave though the database is away."""
        if self._url:
            self._kept.append(text)

    async def send(self) -> int:
        """Post what is due; how many lines were taken.

        A post that fails ends the call, for the next would most likely fail as well. Its line waits
        longer, so that the next call begins with another.
        """
        if not self._url or (self._rests_until is not None and self._now() < self._rests_until):
            return 0
        taken, failed, begun = 0, False, monotonic()
        while self._kept and not failed:
            answer = await self._post(self._kept[0])
            failed = bool(answer.error) and not answer.final
            if not failed:
                self._kept.popleft()
                taken += not answer.error
        while not failed and monotonic() - begun < CALL_SECONDS and (due := await self._claim()):
            answer = await self._post(fold(due.kind, due.texts))
            failed = bool(answer.error) and not answer.final
            await self._note(due, answer)
            taken += 0 if answer.error else len(due.ids)
        return taken

    async def health(self) -> AlertHealth | None:
        """What waits and was given up; None without a messenger."""
        if not self._url:
            return None
        async with self._store.read() as tx:
            return await alerts.health(tx)

    async def measure(self) -> None:
        """Let `/metrics` know of it."""
        if (found := await self.health()) is not None:
            self._metrics.alerts_kept(found.waiting, found.given_up)

    async def close(self) -> None:
        """Close idle connections."""
        if self._http is not None:
            await self._http.close()

    async def _claim(self) -> Bundle | None:
        async with self._store.begin() as tx:
            now = self._now()
            await alerts.forget(tx, now - KEPT)
            old = await alerts.age(tx, now - USEFUL, now)
            due = await alerts.claim(tx, now, few=FEW, until=now + LEASE)
        if old:
            log.warning("alerts too old to be told count=%d", old)
            self._metrics.alerts("old", old)
        return due

    async def _note(self, due: Bundle, answer: Answer) -> None:
        """Write down what became of it."""
        now, outcome = self._now(), "sent"
        async with self._store.begin() as tx:
            if not answer.error:
                await alerts.sent(tx, due)
            elif answer.final:
                outcome = "failed"
                await alerts.give_up(tx, due, answer.error, now)
            else:
                outcome = "retry"
                await alerts.retry(tx, due, answer.error, now + back_off(due.attempts), now)
        self._metrics.alerts(outcome, len(due.ids))

    async def _post(self, text: str) -> Answer:
        if self._http is None:
            self._http = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=SECONDS))
        try:
            async with self._http.post(self._url, json={"text": text}) as response:
                said = (await response.content.read(4 * WORDS)).decode("utf-8", "replace")
                answer = _answer(response.status, said, retry_after(response.headers))
        except TimeoutError:
            answer = Answer(f"{SECONDS:.0f}초 안에 응답이 없었어요.")
        except aiohttp.ClientError as exc:
            # Its words may hold the address, which is a secret.
            answer = Answer(f"연결하지 못했어요. ({type(exc).__name__})")
        if answer.rest is not None:
            self._rests_until = self._now() + min(answer.rest, LONGEST_REST)
        if answer.error:
            log.warning("alert not sent error=%r final=%s", answer.error, answer.final)
        return answer


def fold(kind: str, texts: Sequence[str]) -> str:
    """Lines of one kind, oldest first, as one."""
    if len(texts) == 1 and kind != OLD:
        return texts[0]
    if kind in MANY:
        return f"[단골] {MANY[kind].format(f'{len(texts):,}')}"
    return f"{texts[-1]} (그동안 같은 알림 {len(texts):,}건)"


def back_off(attempts: int) -> timedelta:
    """The wait after so many tries; a quarter of chance keeps processes from marching in step."""
    # Only so high: two to the power of many tries is more than a timedelta holds.
    wait = min(FIRST_WAIT * 2.0 ** min(attempts - 1, 16), LONGEST_WAIT)
    return wait * (1 + random.random() / 4)  # noqa: S311 - jitter, not a secret


def _answer(status: int, said: str, rest: timedelta | None) -> Answer:
    if status < 300:
        return Answer()
    words = " ".join(said.replace("\0", "").split())[:WORDS]
    error = f"HTTP {status}: {words}" if words else f"HTTP {status}"
    # 408 and 429 say "later"; any other 4xx, that the same again will be refused again.
    final = 400 <= status < 500 and status not in {408, 429}
    return Answer(error, final, None if final else rest)
