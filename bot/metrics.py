"""What `/metrics` tells: counts and times, never who or what."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from math import inf

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from bot.model import JobState

#: Seconds; the channels' deadlines are 1 s and 5 s.
BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 4, 5)


class Metrics:
    """One registry per application, so that two in one process do not mix."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self._messages = Counter(
            "dangol_messages",
            "Customer messages handled",
            ["channel", "verdict"],
            registry=self.registry,
        )
        self._seconds = Histogram(
            "dangol_message_seconds",
            "From a message's arrival to its committed answer",
            ["channel"],
            buckets=BUCKETS,
            registry=self.registry,
        )
        self._looks = Counter(
            "dangol_meaning",
            "Messages whose meaning was to be looked at, by outcome",
            ["outcome"],
            registry=self.registry,
        )
        self._look_seconds = Histogram(
            "dangol_meaning_seconds",
            "How long a message waited for its meaning",
            buckets=BUCKETS,
            registry=self.registry,
        )
        self._deliveries = Counter(
            "dangol_deliveries",
            "Outbox messages by outcome",
            ["channel", "outcome"],
            registry=self.registry,
        )
        self._alerts = Counter(
            "dangol_alerts",
            "Lines for the operators' messenger by outcome; old: too late to be told one by one",
            ["outcome"],
            registry=self.registry,
        )
        self._alerts_kept = Gauge(
            "dangol_alerts_kept",
            "Lines for the operators' messenger that wait, and those given up in three days",
            ["state"],
            registry=self.registry,
        )
        self._pings = Counter("dangol_pings", "Pings planned", registry=self.registry)
        self._due = Gauge(
            "dangol_due",
            "Rows due and not done; held: they wait for the customer, the morning or the month",
            ["backlog"],
            registry=self.registry,
        )
        self._late = Gauge(
            "dangol_due_late_seconds",
            "For how long the oldest of them has been due",
            ["backlog"],
            registry=self.registry,
        )
        self._paid = Gauge(
            "dangol_paid_messages_this_month",
            "Messages that cost money, this Korean calendar month",
            ["channel"],
            registry=self.registry,
        )
        self._won = Gauge(
            "dangol_cost_won_this_month",
            "What they cost, without VAT",
            ["channel"],
            registry=self.registry,
        )
        self._cap = Gauge(
            "dangol_cost_cap_won",
            "What they may cost; +Inf without a cap",
            ["channel"],
            registry=self.registry,
        )
        self._job = Gauge(
            "dangol_job_last_success_timestamp_seconds",
            "When each scheduled job last ended well",
            ["job"],
            registry=self.registry,
        )
        self._every = self._of_jobs(
            "dangol_job_interval_seconds", "How often each scheduled job is called"
        )
        self._took = self._of_jobs(
            "dangol_job_last_duration_seconds", "How long the last call took, well or not"
        )
        self._behind = self._of_jobs(
            "dangol_job_lag_seconds",
            "How late each job is: since it last ended well (or the start), less its interval",
        )
        self._failing = self._of_jobs(
            "dangol_job_failing", "1 while the last call of a job ended in an error"
        )
        self._rejected = Counter(
            "dangol_webhook_rejected", "Requests refused", ["status"], registry=self.registry
        )

    def _of_jobs(self, name: str, words: str) -> Gauge:
        return Gauge(name, words, ["job"], registry=self.registry)

    @cache  # noqa: B019 - a handful of pairs, for as long as the application lives
    def _children(self, channel: str, verdict: str) -> tuple[Counter, Histogram]:
        """Looked up once: this is on the path of every message."""
        return self._messages.labels(channel, verdict), self._seconds.labels(channel)

    def message(self, channel: str, verdict: str, seconds: float) -> None:
        """A customer's message was handled."""
        count, times = self._children(channel, verdict)
        count.inc()
        times.observe(seconds)

    def meaning(self, outcome: str, seconds: float | None = None) -> None:
        """A message's second look: `asked`, `busy`, `late` or `failed`."""
        self._looks.labels(outcome).inc()
        if seconds is not None:
            self._look_seconds.observe(seconds)

    def delivery(self, channel: str, outcome: str) -> None:
        """An outbox row was tried: `sent`, `retry`, `slowed` (its channel rests) or `failed`."""
        self._deliveries.labels(channel, outcome).inc()

    def alerts(self, outcome: str, count: int) -> None:
        """So many lines were posted as one: `sent`, `retry`, `failed`; `old`: they never are."""
        self._alerts.labels(outcome).inc(count)

    def alerts_kept(self, waiting: int, given_up: int) -> None:
        """Lines that have not reached the operators' messenger, now."""
        self._alerts_kept.labels("waiting").set(waiting)
        self._alerts_kept.labels("given_up").set(given_up)

    def pings(self, count: int) -> None:
        """So many pings were written."""
        self._pings.inc(count)

    def backlog(self, name: str, due: int, late: float) -> None:
        """What is due and not done, now."""
        self._due.labels(name).set(due)
        self._late.labels(name).set(late)

    def cost(self, channel: str, messages: int, won: int, cap: int | None) -> None:
        """A channel's bill of this month."""
        self._paid.labels(channel).set(messages)
        self._won.labels(channel).set(won)
        self._cap.labels(channel).set(inf if cap is None else cap)

    def job(self, name: str, timestamp: float) -> None:
        """A scheduled job ended well at this POSIX time."""
        self._job.labels(name).set(timestamp)

    def jobs(self, states: Iterable[JobState]) -> None:
        """The scheduled jobs at this moment."""
        for state in states:
            self._every.labels(state.name).set(state.every)
            self._failing.labels(state.name).set(state.failing)
            if state.took is not None:
                self._took.labels(state.name).set(state.took)
            if state.ended_ago is not None:
                self._behind.labels(state.name).set(max(0.0, state.ended_ago - state.every))

    def rejected(self, status: int) -> None:
        """A webhook request was refused with this HTTP status."""
        self._rejected.labels(str(status)).inc()

    def text(self) -> bytes:
        """Everything in Prometheus's text format."""
        return generate_latest(self.registry)
