"""The FAQ that answers now: reloaded when its file changes, kept when the new one is broken."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from stat import S_ISREG

from bot import dialog, hours
from bot.dialog.unwritten import as_meant
from intents import EmbeddingError, Faq, FaqError, Glance, Matcher, Meaning, Problem, load

log = logging.getLogger(__name__)

#: Phrases whose meaning is learnt at a time: a second or two of one thread.
LESSON = 64
#: Phrases that are learnt before an edit counts, so that the usual one counts at once and whole.
FEW = 16
#: How long a model that failed is left alone.
REST = timedelta(minutes=1)

_Stamp = tuple[int, int, int]


class LiveFaq:
    """The current FAQ and its matcher. What changes while the server runs is inside this object.

    A FAQ answers by its letters at once; its meaning is learnt by and by (`learn`), some phrases at
    a time, and then counts too.
    """

    def __init__(
        self, path: str, now: Callable[[], datetime], meaning: Meaning | None = None
    ) -> None:
        self.path = path
        self._now = now
        self._meaning = meaning
        self._rest_until: datetime | None = None
        self._stamp = _stamp(path)
        self.faq, self.matcher = _build(path, now(), meaning)
        self.problems: tuple[Problem, ...] = ()
        self.loaded_at = now()

    def glance(self, read: str) -> Glance:
        """The matcher's first verdict on a line, among the entries that count today."""
        today = hours.today(self._now())
        away = [i.id for i in self.faq.intents if i.has_dates and not i.valid_on(today)]
        return dialog.glance(self.matcher, read, without=away)

    async def refresh(self) -> bool:
        """Read the file again if it changed since the last look; True when it did."""
        stamp = await asyncio.to_thread(_stamp, self.path)
        if stamp == self._stamp:
            return False
        try:
            faq, matcher = await asyncio.to_thread(_build, self.path, self._now(), self._meaning)
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

    async def learn(self) -> None:
        """Learn what some phrases mean; after the last of them, meaning counts.

        When the model cannot be asked, the letters answer, and it is tried again in a while.
        """
        texts = Matcher.texts(self.faq)
        if self._meaning is None or self.matcher.has_meaning or not texts:
            return
        if self._rest_until is not None and self._now() < self._rest_until:
            return
        try:
            await self._lesson(self._meaning, texts)
        except EmbeddingError as exc:
            self._rest_until = self._now() + REST
            log.warning("faq meaning not learnt yet file=%s error=%s", self.path, exc)

    async def _lesson(self, meaning: Meaning, texts: Sequence[str]) -> None:
        faq = self.faq
        missing = meaning.missing(texts)
        if missing:
            await asyncio.to_thread(meaning.learn, missing[:LESSON])
        if len(missing) > LESSON:
            return
        matcher = await asyncio.to_thread(Matcher, faq, meaning=meaning)
        if faq is self.faq:  # no edit came in between
            self.matcher = matcher
            await asyncio.to_thread(meaning.save, texts)
            log.info("faq meaning learnt file=%s phrases=%d", self.path, len(texts))


def _build(path: str, now: datetime, meaning: Meaning | None) -> tuple[Faq, Matcher]:
    """A FAQ with its matcher; without meaning as long as more than a few phrases are to learn."""
    faq = as_meant(load(path))
    # The first look at a calendar loads it, which takes longer than a customer's answer may.
    hours.is_holiday(faq.store, hours.today(now))
    if meaning is not None and len(meaning.missing(Matcher.texts(faq))) <= FEW:
        try:
            return faq, Matcher(faq, meaning=meaning)
        except EmbeddingError as exc:
            log.warning("faq meaning not learnt yet file=%s error=%s", path, exc)
    return faq, Matcher(faq, meaning=None)


def _stamp(path: str) -> _Stamp | None:
    """What differs after any save, also one that replaces the file; None when there is none."""
    try:
        stat = Path(path).stat()
    except OSError:
        return None
    # A pipe or a device would be waited for without end.
    return (stat.st_mtime_ns, stat.st_size, stat.st_ino) if S_ISREG(stat.st_mode) else None
