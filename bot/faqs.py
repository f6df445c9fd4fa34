"""The FAQ that answers now: reloaded when its file changes, kept when the new one is broken."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from stat import S_ISREG

import intents
from bot import hours
from intents import Faq, FaqError, Match, Matcher, Problem

log = logging.getLogger(__name__)

_Stamp = tuple[int, int, int]


class LiveFaq:
    """The current FAQ and its matcher. What changes while the server runs is inside this object."""

    def __init__(self, path: str, now: Callable[[], datetime]) -> None:
        self.path = path
        self._now = now
        self._stamp = _stamp(path)
        self.faq, self.matcher = _build(path, now())
        self.problems: tuple[Problem, ...] = ()
        self.loaded_at = now()

    def match(self, text: str) -> Match:
        """The matcher's verdict among the entries that count today."""
        today = hours.today(self._now())
        away = [i.id for i in self.faq.intents if i.has_dates and not i.valid_on(today)]
        return self.matcher.match(text, without=away)

    async def refresh(self) -> bool:
        """Read the file again if it changed since the last look; True when it did."""
        stamp = await asyncio.to_thread(_stamp, self.path)
        if stamp == self._stamp:
            return False
        try:
            faq, matcher = await asyncio.to_thread(_build, self.path, self._now())
        except FaqError as exc:
            self.problems = exc.problems
            for problem in exc.problems:
                log.warning(
                    "faq kept old file=%s line=%d problem=%r fix=%r",
                    self.path,
                    problem.line,
                    problem.message,
                    problem.fix,
                )
        else:
            self.faq, self.matcher, self.problems = faq, matcher, ()
            self.loaded_at = self._now()
            log.info("faq loaded file=%s intents=%d", self.path, len(faq.intents))
        # Only now: a reload that died half-way is tried again.
        self._stamp = stamp
        return True


def _build(path: str, now: datetime) -> tuple[Faq, Matcher]:
    faq = intents.load(path)
    # The first look at a calendar loads it, which takes longer than a customer's answer may.
    hours.open_at(faq.store, now)
    return faq, Matcher(faq)


def _stamp(path: str) -> _Stamp | None:
    """What differs after any save, also one that replaces the file; None when there is none."""
    try:
        stat = Path(path).stat()
    except OSError:
        return None
    # A pipe or a device would be waited for without end.
    return (stat.st_mtime_ns, stat.st_size, stat.st_ino) if S_ISREG(stat.st_mode) else None
