"""`/metrics` tells of every job whether it runs, how long it took, and how late it is."""

from __future__ import annotations

import re

import pytest

from bot import jobs
from tests.conftest import Dangol, Start

JOBS = (
    *("plan", "promises", "deliver kakao-skill", "deliver web", "faq", "meaning", "measure"),
    *("credentials", "checkup", "alerts"),
)


class Stopwatch:
    """The monotonic clock, as long as the test does not move it."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def watch(monkeypatch: pytest.MonkeyPatch) -> Stopwatch:
    watch = Stopwatch()
    monkeypatch.setattr(jobs, "monotonic", watch)
    return watch


async def scrape(dangol: Dangol) -> dict[str, float]:
    """What Prometheus reads: the name with its labels, and the value."""
    async with dangol.client.get("/metrics") as response:
        assert response.status == 200
        page = await response.text()
    lines = [line.rsplit(" ", 1) for line in page.splitlines() if not line.startswith("#")]
    return {name: float(value) for name, value in lines}


def of(name: str, job: str) -> str:
    return f'dangol_job_{name}{{job="{job}"}}'


async def test_every_job_has_its_last_success_its_duration_and_its_lag(dangol: Dangol) -> None:
    assert set(dangol.parts.jobs.names) == set(JOBS)
    for job in JOBS:
        await dangol.parts.jobs.run(job)
    read = await scrape(dangol)
    for job in JOBS:
        assert read[of("last_success_timestamp_seconds", job)] == dangol.clock().timestamp()
        assert read[of("last_duration_seconds", job)] >= 0
        assert read[of("lag_seconds", job)] >= 0
        assert read[of("interval_seconds", job)] >= 1
        assert read[of("failing", job)] == 0


async def test_a_job_that_stands_still_is_later_with_every_look(
    dangol: Dangol, watch: Stopwatch
) -> None:
    await dangol.parts.jobs.run("promises")
    for passed, late in ((4, 0), (6, 5), (90, 95)):
        watch.seconds += passed
        assert (await scrape(dangol))[of("lag_seconds", "promises")] == late


async def test_a_job_that_fails_is_late_and_failing_until_it_ends_well(
    dangol: Dangol, watch: Stopwatch, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing = True

    async def moody() -> None:
        watch.seconds += 2
        if failing:
            raise RuntimeError("no disk")

    await dangol.parts.jobs.run("plan")
    monkeypatch.setattr(dangol.parts.jobs, "_table", {"plan": (1, moody)})
    await dangol.parts.jobs.run("plan")
    read = await scrape(dangol)
    assert read[of("failing", "plan")] == 1
    assert read[of("lag_seconds", "plan")] == 1
    assert read[of("last_duration_seconds", "plan")] == 2
    failing = False
    await dangol.parts.jobs.run("plan")
    read = await scrape(dangol)
    assert (read[of("failing", "plan")], read[of("lag_seconds", "plan")]) == (0, 0)


async def test_a_job_that_has_not_ended_yet_is_late_from_the_start_on(
    start: Start, watch: Stopwatch
) -> None:
    dangol = await start()
    dangol.parts.jobs._ended.update(dict.fromkeys(JOBS, watch.seconds))
    watch.seconds += 61
    read = await scrape(dangol)
    assert read[of("lag_seconds", "plan")] == 60
    assert of("last_success_timestamp_seconds", "plan") not in read


async def test_every_backlog_is_told_with_its_rows_and_how_late_they_are(dangol: Dangol) -> None:
    await dangol.kakao("환불해 주세요")
    dangol.clock.pass_(minutes=31)
    await dangol.parts.jobs.run("measure")
    read = await scrape(dangol)
    names = {
        found[1] for name in read if (found := re.fullmatch(r'dangol_due\{backlog="(.+)"\}', name))
    }
    assert names == {"pings", "promises", "outbox", "held"}
    assert read['dangol_due{backlog="pings"}'] == 1
    assert read['dangol_due_late_seconds{backlog="pings"}'] == 60
