"""The server looks at itself: each trouble is told once, and once more when it is over.

What is open lies in the database: of several processes one tells, and a restart tells nothing
again. Only that the database itself is away each process must remember for itself.
"""

from __future__ import annotations

import asyncio
import logging
import shutil
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from pathlib import Path

from bot.alerts import Alerts
from bot.credentials import Credentials
from bot.desk import Desk
from bot.dispatch import Dispatch
from bot.faqs import LiveFaq
from bot.model import CHANNELS, Alert, ChannelHealth, Spending, job_title
from bot.store import Store, Tx, health, incidents

log = logging.getLogger(__name__)

#: What is due may be this late before somebody is told.
LATE_SECONDS = 300.0
#: Of the disk with the database.
LEAST_FREE_BYTES = 200 * 1024 * 1024
#: The database and the disk must answer within this.
PATIENCE = 5.0
#: Clocks may differ by so much: half a minute is nothing to a reminder, and an HTTP date is whole
#: seconds and some time under way.
SKEW = timedelta(seconds=30)

NAMES: Mapping[str, str] = {
    "pings": "보낼 알림",
    "promises": "답변 약속",
    "outbox": "발송 대기 메시지",
}

#: Ends of these are no news.
QUIET_ENDS = ("cost near ",)


class Checkup:
    """One look at a time."""

    def __init__(
        self,
        *,
        store: Store,
        desk: Desk,
        dispatch: Dispatch,
        credentials: Credentials,
        faqs: LiveFaq,
        alerts: Alerts,
        folder: Path | None,
        place: str,
        stale: Callable[[], list[str]],
        now: Callable[[], datetime],
        wall: Callable[[], datetime],
    ) -> None:
        """`folder` is where the database's file lies, None where it is another machine's. `place`
        names this process, the same after a restart. `wall` is this machine's clock.
        """
        self._store = store
        self._desk = desk
        self._dispatch = dispatch
        self._credentials = credentials
        self._faqs = faqs
        self._alerts = alerts
        self._folder = folder
        self._place = place
        self._stale = stale
        self._now = now
        self._wall = wall
        self._away = ""
        self._disk: asyncio.Future[int] | None = None

    async def look(self) -> dict[str, str]:
        """The troubles of this moment by name; new ones and those that ended are told."""
        ours = {**await self._files(), **self._jobs(), **self._far_clocks()}
        try:
            async with asyncio.timeout(PATIENCE):
                ours |= await self._clocks()
                shared, lines = await self._remember(ours, await self._shared())
        except Exception as exc:  # noqa: BLE001 - whatever the driver raises means "away"
            words = f"데이터베이스가 답하지 않아요. ({type(exc).__name__})"
            if not self._away:
                self._keep(words)
            self._away = self._away or words
            return {**ours, "database": words}
        if self._away:
            self._keep(_over(self._away))
        self._away = ""
        for line in lines:
            log.warning("checkup %s", line.text.removeprefix("[단골] "))
        return {**ours, **shared}

    async def _remember(
        self, ours: Mapping[str, str], shared: Mapping[str, str]
    ) -> tuple[Mapping[str, str], list[Alert]]:
        """Write down what is open now; with the bills' troubles, and what is told.

        What is told is written with it: neither can be lost without the other.
        """
        bills, now = await self._dispatch.spending(), self._now()
        async with self._store.begin() as tx:
            known = await incidents.open_at(tx, "")
            shared = {**shared, **_lasting(bills, known)}
            lines = await self._settle(tx, "", known, shared)
            mine = await incidents.open_at(tx, self._place)
            lines += await self._settle(tx, self._place, mine, ours)
            more = await incidents.count(tx, "dead letters", await health.dead(tx), now)
            await incidents.keep(tx, self._place, now)
            if more:
                words = f"보내지 못한 메시지가 {more}개 생겼어요. 콘솔의 점검을 봐 주세요."
                lines.append(_alert("dead letters", words))
            await self._alerts.tell(tx, lines, now)
        return shared, lines

    async def _settle(
        self, tx: Tx, place: str, known: Mapping[str, str], found: Mapping[str, str]
    ) -> list[Alert]:
        """Begin and end incidents; what this process, and no other, is to tell of them."""
        new = {name: words for name, words in found.items() if name not in known}
        begun = await incidents.begin(tx, place, new, self._now())
        gone = sorted(known.keys() - found.keys())
        ended = [name for name in gone if await incidents.end(tx, place, name)]
        return [_alert(name, new[name]) for name in begun] + [
            _alert(name, _over(known[name])) for name in ended if not name.startswith(QUIET_ENDS)
        ]

    async def _shared(self) -> dict[str, str]:
        """What every process sees alike: what is late, and what far sides refuse."""
        backlogs, _ = await self._desk.backlogs()
        late = {
            f"late {one.name}": (
                f"{NAMES[one.name]} {one.due}개가 {int(one.late // 60)}분 밀려 있어요."
            )
            for one in backlogs
            if one.late > LATE_SECONDS
        }
        return {**late, **_refusals(await self._dispatch.channels())}

    async def _clocks(self) -> dict[str, str]:
        """This machine's clock against the database's, and against the times that are stored."""
        asked = self._wall()
        async with self._store.read() as tx:
            theirs, newest = await health.clock(tx), await health.newest(tx)
        if theirs is not None and abs(theirs - (asked + (self._wall() - asked) / 2)) > SKEW:
            return {"clock": _differs("데이터베이스", theirs - asked)}
        if newest is not None and newest - self._now() > SKEW:
            words = f"서버 시계가 저장된 시각보다 {_spoken(newest - self._now())} 늦어요."
            return {"clock": f"{words} 시계를 맞춰 주세요."}
        return {}

    def _far_clocks(self) -> dict[str, str]:
        """This machine's clock against those of the channels' far sides."""
        return {
            f"clock {name}": _differs(CHANNELS.get(name, name), ahead)
            for name, ahead in self._credentials.ahead.items()
            if abs(ahead) > SKEW
        }

    def _jobs(self) -> dict[str, str]:
        stale = ", ".join(job_title(name) for name in self._stale())
        return {"jobs": f"자동 작업이 멈춰 있어요: {stale}"} if stale else {}

    async def _files(self) -> dict[str, str]:
        found = {}
        if self._faqs.problems:
            line = self._faqs.problems[0].line
            found["faq"] = f"FAQ 파일 {line}번째 줄에 문제가 있어 지난 내용으로 답하고 있어요."
        if self._folder is not None and (words := await self._full(self._folder)):
            found["disk"] = words
        return found

    async def _full(self, folder: Path) -> str:
        """A disk that does not answer keeps one thread, and only one."""
        if self._disk is None:
            loop = asyncio.get_running_loop()
            self._disk = loop.run_in_executor(None, _free, folder)
        done, _ = await asyncio.wait((self._disk,), timeout=PATIENCE)
        if not done:
            return f"디스크가 {PATIENCE:.0f}초 안에 답하지 않아요."
        probe, self._disk = self._disk, None
        if probe.exception() is not None:
            return f"디스크를 볼 수 없어요. ({type(probe.exception()).__name__})"
        free = probe.result()
        return "" if free >= LEAST_FREE_BYTES else f"디스크가 {free >> 20} MB밖에 남지 않았어요."

    def _keep(self, words: str) -> None:
        """Tell something that cannot be written down now."""
        log.warning("checkup %s", words)
        self._alerts.keep(f"[단골] {words}")


def _free(folder: Path) -> int:
    return shutil.disk_usage(folder).free


def _alert(name: str, words: str) -> Alert:
    """What is told of one incident; its name keeps an end behind its beginning."""
    return Alert(name, f"[단골] {words}")


def _over(words: str) -> str:
    return f"다시 괜찮아졌어요. ({words})"


def _refusals(channels: tuple[ChannelHealth, ...]) -> dict[str, str]:
    return {f"refused {one.name}": one.refusal for one in channels if one.refusal}


def _lasting(bills: tuple[Spending, ...], known: Mapping[str, str]) -> dict[str, str]:
    """A cap that was once nearly reached stays so until the month ends or the cap is another: a
    message that is taken off the bill again is no news.
    """
    found = {}
    for bill in bills:
        about = f"{bill.channel} {bill.month} {bill.cap}"
        words = f"{CHANNELS.get(bill.channel, bill.channel)} 발송 비용이 이번 달 한도"
        if bill.cap and (bill.is_near or f"cost near {about}" in known):
            found[f"cost near {about}"] = f"{words} {bill.cap:,}원의 80%를 넘었어요."
        if bill.cap and (bill.is_full or f"cost full {about}" in known):
            found[f"cost full {about}"] = (
                f"{words} {bill.cap:,}원에 닿았어요. 답장은 고객이 다음에 말을 걸 때 함께 가요."
            )
    return found


def _differs(whose: str, ahead: timedelta) -> str:
    way = "느려요" if ahead > timedelta(0) else "빨라요"
    return f"서버 시계가 {whose} 시계보다 {_spoken(abs(ahead))} {way}. 시계를 맞춰 주세요."


def _spoken(span: timedelta) -> str:
    seconds = int(span.total_seconds())
    return f"{seconds // 60}분" if seconds >= 60 else f"{seconds}초"
