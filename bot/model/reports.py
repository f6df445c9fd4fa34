"""What came in during a month, and how content those were who said so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Tickets of a stretch of time. `resolved`: of those, how many are by now; `late`: how many
    answers became late in it; `scores`: how often each score was given in it.
    """

    tickets: int = 0
    resolved: int = 0
    late: int = 0
    scores: Mapping[int, int] = field(default_factory=dict)

    def __add__(self, other: Figures) -> Figures:
        scores = {
            score: self.scores.get(score, 0) + other.scores.get(score, 0)
            for score in {*self.scores, *other.scores}
        }
        return Figures(
            tickets=self.tickets + other.tickets,
            resolved=self.resolved + other.resolved,
            late=self.late + other.late,
            scores=scores,
        )

    @property
    def answers(self) -> int:
        """How many gave a score."""
        return sum(self.scores.values())

    @property
    def content(self) -> float | None:
        """The mean score; None where nobody gave one."""
        given = sum(score * times for score, times in self.scores.items())
        return given / self.answers if self.answers else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """A calendar month of the store. `entries`: tickets by the FAQ's entry, empty for none."""

    start: date
    figures: Figures
    categories: Mapping[str, int]
    entries: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class LowScore:
    """Somebody who was not content, and what he said of it."""

    ticket_id: int
    title: str
    score: int
    comment: str
    at: datetime
