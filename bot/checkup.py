"""The server looks at itself: each trouble is told once, and once more when it is over."""

from __future__ import annotations

import asyncio
import logging
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

from bot.alerts import Alerts
from bot.desk import Desk
from bot.faqs import LiveFaq

log = logging.getLogger(__name__)

#: What is due may be this late before somebody is told.
LATE_SECONDS = 300.0
#: Of the disk with the database.
LEAST_FREE_BYTES = 200 * 1024 * 1024
#: The database must answer within this.
PATIENCE = 5.0

NAMES: Mapping[str, str] = {
    "pings": "보낼 알림",
    "promises": "답변 약속",
    "outbox": "발송 대기 메시지",
}


class Checkup:
    """One look at a time; the troubles that last are remembered in this process."""

    def __init__(
        self,
        *,
        desk: Desk,
        faqs: LiveFaq,
        alerts: Alerts,
        folder: Path | None,
        stale: Callable[[], list[str]],
    ) -> None:
        """`folder` is where the database's file lies, None where it is another machine's."""
        self._desk = desk
        self._faqs = faqs
        self._alerts = alerts
        self._folder = folder
        self._stale = stale
        self._troubles: dict[str, str] = {}
        self._dead: int | None = None

    async def look(self) -> dict[str, str]:
        """The troubles of this moment by name; new ones and those that ended are told."""
        found = {**await self._database(), **self._files()}
        stale = self._stale()
        if stale:
            found["jobs"] = f"되풀이하는 일이 멈춰 있어요: {', '.join(stale)}"
        for name, words in found.items():
            if name not in self._troubles:
                self._say(f"[단골] {words}")
        for name, words in self._troubles.items():
            if name not in found:
                self._say(f"[단골] 다시 괜찮아졌어요. ({words})")
        self._troubles = found
        return found

    async def _database(self) -> dict[str, str]:
        try:
            async with asyncio.timeout(PATIENCE):
                backlogs, dead = await self._desk.backlogs()
        except Exception as exc:  # noqa: BLE001 - whatever the driver raises means "away"
            return {"database": f"데이터베이스가 답하지 않아요. ({type(exc).__name__})"}
        if self._dead is not None and len(dead) > self._dead:
            more = len(dead) - self._dead
            self._say(f"[단골] 보내지 못한 메시지가 {more}개 생겼어요. 콘솔의 점검을 봐 주세요.")
        self._dead = len(dead)
        return {
            f"late {one.name}": (
                f"{NAMES[one.name]} {one.due}개가 {int(one.late // 60)}분 밀려 있어요."
            )
            for one in backlogs
            if one.late > LATE_SECONDS
        }

    def _files(self) -> dict[str, str]:
        found = {}
        if self._faqs.problems:
            line = self._faqs.problems[0].line
            found["faq"] = f"FAQ 파일 {line}번째 줄에 문제가 있어 지난 내용으로 답하고 있어요."
        if self._folder is not None:
            free = shutil.disk_usage(self._folder).free
            if free < LEAST_FREE_BYTES:
                found["disk"] = f"디스크가 {free // 1024 // 1024} MB밖에 남지 않았어요."
        return found

    def _say(self, text: str) -> None:
        log.warning("checkup %s", text)
        self._alerts.tell(text)
