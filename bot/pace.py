"""How fast a channel may send: a bucket of messages that fills steadily."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True)
class Pace:
    """`per_second` in the long run, at most `burst` at once after a rest.

    All that must be remembered is when the bucket is full again (None: it is). Never more than
    `burst` + `per_second` * t leave within any t seconds.
    """

    per_second: int
    burst: int

    def room(self, full_at: datetime | None, now: datetime) -> int:
        """How many may leave now."""
        return (self.burst * self._each - self._wait(full_at, now)) // self._each

    def after(self, full_at: datetime | None, count: int, now: datetime) -> datetime:
        """When the bucket is full again once `count` more have left."""
        return now + self._wait(full_at, now) + count * self._each

    @property
    def _each(self) -> timedelta:
        return timedelta(seconds=1) / self.per_second

    def _wait(self, full_at: datetime | None, now: datetime) -> timedelta:
        """Until it is full; never longer than an empty one takes, should the clock be set back."""
        left = timedelta(0) if full_at is None else full_at - now
        return min(max(left, timedelta(0)), self.burst * self._each)
