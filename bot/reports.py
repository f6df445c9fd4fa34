"""What a seller asks at the end of a month: how many, about what, how late, how content."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from bot import hours
from bot.dialog import survey
from bot.model import Figures, LowScore, Month
from bot.store import Store, reports

#: Months that are shown. One more is counted, so that the oldest has one before it.
MONTHS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The months, newest first; the one looked at, the one before it, and who was not content."""

    months: tuple[Month, ...]
    chosen: Month
    before: Month
    low: tuple[LowScore, ...]

    @property
    def quarters(self) -> tuple[tuple[date, Figures], ...]:
        """The quarter that runs and the one before, by their first days."""
        sums: dict[date, Figures] = {}
        for month in self.months:
            first = month.start.replace(month=(month.start.month - 1) // 3 * 3 + 1)
            sums[first] = sums.get(first, Figures()) + month.figures
        return tuple(sums.items())[:2]


class Reports:
    """Counts what is in the database; nothing is kept beside it that could differ."""

    def __init__(self, store: Store, now: Callable[[], datetime]) -> None:
        self._store = store
        self._now = now

    async def read(self, wanted: date | None = None) -> Report:
        """The last six months; `wanted` is the first day of one of them, else it is this one."""
        starts = months_until(hours.today(self._now()), MONTHS + 1)
        edges = [_begin(start) for start in reversed(starts)] + [_begin(_next(starts[0]))]
        place = starts.index(wanted) if wanted in starts[:MONTHS] else 0
        async with self._store.read() as tx:
            filed = await reports.filed(tx, edges)
            late = await reports.late(tx, edges)
            scores = await reports.scores(tx, edges)
            begin = _begin(starts[place])
            low = await reports.low(tx, survey.LOW, begin, _begin(_next(starts[place])))
        found = [
            Month(
                start=start,
                figures=reports.figures(counted, delayed, given),
                categories=_sum(counted, 0),
                entries=_sum(counted, 1),
            )
            for start, counted, delayed, given in zip(
                reversed(starts), filed, late, scores, strict=True
            )
        ]
        newest = found[::-1]
        return Report(
            months=tuple(newest[:MONTHS]),
            chosen=newest[place],
            before=newest[place + 1],
            low=tuple(low),
        )


def months_until(day: date, count: int) -> list[date]:
    """The first days of so many months up to that of `day`, newest first."""
    last = day.year * 12 + day.month - 1
    return [date(number // 12, number % 12 + 1, 1) for number in range(last, last - count, -1)]


def _next(start: date) -> date:
    return date(start.year + start.month // 12, start.month % 12 + 1, 1)


def _begin(start: date) -> datetime:
    return datetime.combine(start, time(), hours.SEOUL).astimezone(UTC)


def _sum(counted: Counter[tuple[str, str, bool]], place: int) -> dict[str, int]:
    """By category (0) or entry (1), the most frequent first."""
    sums: Counter[str] = Counter()
    for key, count in counted.items():
        sums[str(key[place])] += count
    return dict(sums.most_common())
