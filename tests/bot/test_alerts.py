"""Lines to the operators' messenger: none is lost, none holds up another, many leave as one."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import func, select

from bot import alerts, promises
from bot.alerts import (
    FEW,
    FIRST_WAIT,
    KEPT,
    LEASE,
    LONGEST_WAIT,
    MANY,
    MOST,
    USEFUL,
    Alerts,
    back_off,
    fold,
)
from bot.metrics import Metrics
from bot.model import Alert, AlertHealth
from bot.schema import alerts as table
from bot.store import Store
from bot.store.alerts import OLD
from tests.bot.test_checkup import checkup
from tests.bot.test_job_metrics import scrape
from tests.conftest import Clock, Dangol, Start
from tests.console.seat import seat

AWAY = "http://127.0.0.1:9/hook"


class Messenger:
    """An incoming webhook that takes lines, or answers otherwise."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.statuses: list[int] = []
        self.refused: dict[str, int] = {}
        self.headers: dict[str, str] = {}
        self.mute: asyncio.Event | None = None

    async def take(self, request: web.Request) -> web.Response:
        body = await request.json()
        assert set(body) == {"text"}
        if self.mute is not None:
            await self.mute.wait()
        usual = self.refused.get(body["text"], 200)
        status = self.statuses.pop(0) if self.statuses else usual
        if status == 200:
            self.lines.append(body["text"])
            return web.Response(text="ok")
        return web.Response(status=status, text="invalid_payload\n", headers=self.headers)


@asynccontextmanager
async def messenger() -> AsyncIterator[tuple[Messenger, str]]:
    far = Messenger()
    app = web.Application()
    app.router.add_post("/hook", far.take)
    server = TestServer(app)
    await server.start_server()
    yield far, str(server.make_url("/hook"))
    await server.close()


@asynccontextmanager
async def hooked(store: Store, url: str, clock: Clock) -> AsyncIterator[Alerts]:
    one = Alerts(store, url, Metrics(), clock)
    yield one
    await one.close()


async def tell(one: Alerts, store: Store, clock: Clock, *texts: str, kind: str = "") -> None:
    """Lines of one kind, or each of its own."""
    async with store.begin() as tx:
        await one.tell(tx, [Alert(kind or text, text) for text in texts], clock())


async def rows(store: Store) -> int:
    async with store.read() as tx:
        return int((await tx.execute(select(func.count()).select_from(table))).scalar_one())


async def health(one: Alerts) -> AlertHealth:
    found = await one.health()
    assert found is not None
    return found


async def watch(dangol: Dangol) -> None:
    parts = dangol.parts
    await promises.watch(
        parts.store, parts.faqs.faq, parts.channels, parts.feed, dangol.clock(), parts.alerts.tell
    )


async def test_an_incident_that_was_not_posted_yet_outlives_its_process(start: Start) -> None:
    first = await start(alert_url=AWAY)
    await checkup(first, stale=lambda: ["plan"]).look()
    assert await first.parts.alerts.send() == 0
    await first.client.close()
    async with messenger() as (far, url):
        again = await start(alert_url=url)
        await checkup(again, stale=lambda: ["plan"]).look()
        again.clock.pass_(minutes=1)
        await again.parts.alerts.send()
        (line,) = far.lines
        assert line.startswith("[단골] 자동 작업이 멈춰 있어요")
        await checkup(again).look()
        await again.parts.alerts.send()
        assert far.lines[1:] == [f"[단골] 다시 괜찮아졌어요. ({line.removeprefix('[단골] ')})"]


async def test_a_ticket_that_is_nearly_late_is_told_before_it_is_and_after_a_restart(
    start: Start, clock: Clock
) -> None:
    first = await start(alert_url=AWAY)
    await first.kakao("깨져서 왔어요")
    await watch(first)
    clock.pass_(hours=3)
    await watch(first)
    await first.parts.alerts.send()
    await first.client.close()
    clock.pass_(minutes=1)
    async with messenger() as (far, url):
        again = await start(alert_url=url)
        await watch(again)
        await again.parts.alerts.send()
        (line,) = far.lines
    assert "1번" in line
    assert "얼마 남지 않았어요" in line


async def test_a_warning_is_written_with_its_step_or_neither_is(
    start: Start, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    dangol = await start(alert_url=AWAY)
    await dangol.kakao("깨져서 왔어요")
    await watch(dangol)
    clock.pass_(hours=3)

    async def broken(*_: object) -> None:
        raise OSError("no disk")

    with monkeypatch.context() as patch:
        patch.setattr("bot.store.alerts.add", broken)
        await watch(dangol)
    assert (await dangol.parts.desk.ticket(1)).history == ()
    assert await rows(dangol.parts.store) == 0
    clock.pass_(minutes=5)  # so long a ticket rests whose step failed
    await watch(dangol)
    assert [event.after for event in (await dangol.parts.desk.ticket(1)).history] == ["nearly late"]
    assert await rows(dangol.parts.store) == 1


async def test_many_late_tickets_are_told_in_one_line_and_none_is_left_out(
    start: Start, clock: Clock
) -> None:
    async with messenger() as (far, url):
        dangol = await start(alert_url=url)
        for n in range(130):
            await dangol.kakao("깨져서 왔어요", user=f"customer-{n}")
        await watch(dangol)
        clock.pass_(hours=3)
        await watch(dangol)
        assert await dangol.parts.alerts.send() == 130
        assert far.lines == [
            "[단골] 문의 130건이 곧 늦어져요. 콘솔의 할 일을 위에서부터 봐 주세요."
        ]
        assert await rows(dangol.parts.store) == 0


async def test_a_line_that_is_refused_for_good_is_given_up_alone_and_shown(
    start: Start, clock: Clock
) -> None:
    async with messenger() as (far, url):
        dangol = await start(alert_url=url)
        one, desk = dangol.parts.alerts, await seat(dangol)
        for job in dangol.parts.jobs.names:
            await dangol.parts.jobs.run(job)
        assert "모두 정상이에요." in (await desk.get("/console/health")).words
        far.refused = {"나쁜 줄": 400}
        await tell(one, dangol.parts.store, clock, "하나", "나쁜 줄", "셋")
        told = len(far.lines)
        assert await one.send() == 2
        assert far.lines[told:] == ["하나", "셋"]
        assert await one.send() == 0
        shown = (await desk.get("/console/health")).words
        assert "알림 1건을 메신저가 받지 않았어요." in shown
        assert "마지막 오류 HTTP 400: invalid_payload ( 방금 )" in shown
        assert "확인할 것이 있어요." in shown
        await dangol.parts.jobs.run("measure")
        read = await scrape(dangol)
        assert read['dangol_alerts_total{outcome="sent"}'] == told + 2
        assert read['dangol_alerts_total{outcome="failed"}'] == 1
        assert read['dangol_alerts_kept{state="given_up"}'] == 1
        clock.now += KEPT
        await one.send()
        assert await rows(dangol.parts.store) == 0


async def test_a_messenger_that_is_away_for_minutes_is_shown(start: Start, clock: Clock) -> None:
    dangol = await start(alert_url=AWAY)
    desk = await seat(dangol)
    for job in dangol.parts.jobs.names:
        await dangol.parts.jobs.run(job)
    await tell(dangol.parts.alerts, dangol.parts.store, clock, "하나")
    await dangol.parts.alerts.send()
    assert "늦음" not in (await desk.get("/console/health")).words
    clock.pass_(minutes=6)
    shown = (await desk.get("/console/health")).words
    assert "확인할 것이 있어요." in shown
    assert "늦음" in shown
    assert "6분 전부터 메신저가 받지 않고 있어요" in shown
    assert "마지막 오류 연결하지 못했어요. (ClientConnectorError)" in shown


@pytest.mark.parametrize("status", [408, 429, 500, 503])
async def test_a_line_that_is_refused_for_now_waits_and_lets_others_pass(
    store: Store, clock: Clock, status: int
) -> None:
    async with messenger() as (far, url), hooked(store, url, clock) as one:
        far.refused = {"하나": status}
        await tell(one, store, clock, "하나", "둘", "셋")
        assert await one.send() == 0
        assert await one.send() == 2
        assert far.lines == ["둘", "셋"]
        found = await health(one)
        assert (found.waiting, found.given_up) == (1, 0)
        assert found.error == f"HTTP {status}: invalid_payload"
        far.refused = {}
        clock.pass_(seconds=7)
        assert await one.send() == 1
        assert await rows(store) == 0


async def test_an_end_is_never_told_before_its_beginning(store: Store, clock: Clock) -> None:
    async with messenger() as (far, url), hooked(store, url, clock) as one:
        far.statuses = [500]
        await tell(one, store, clock, "멈춰 있어요", "다시 괜찮아졌어요", kind="jobs")
        for _ in range(3):
            await one.send()
        assert far.lines == []
        clock.pass_(seconds=7)
        assert await one.send() == 2
        assert far.lines == ["멈춰 있어요", "다시 괜찮아졌어요"]


async def test_a_messenger_that_wants_fewer_gets_nothing_until_the_time_it_names(
    store: Store, clock: Clock
) -> None:
    async with messenger() as (far, url), hooked(store, url, clock) as one:
        far.statuses, far.headers = [429, 200], {"Retry-After": "60"}
        await tell(one, store, clock, "하나", "둘")
        for _ in range(3):
            assert await one.send() == 0
            clock.pass_(seconds=19)
        assert far.statuses == [200]
        clock.pass_(seconds=4)
        assert await one.send() == 2


async def test_a_messenger_that_hangs_costs_a_call_no_more_than_one_post(
    store: Store, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(alerts, "SECONDS", 0.2)
    async with messenger() as (far, url), hooked(store, url, clock) as one:
        far.mute = asyncio.Event()
        await tell(one, store, clock, "하나", "둘")
        async with asyncio.timeout(30):
            assert await one.send() == 0
        assert "응답이 없었어요" in (await health(one)).error
        far.mute.set()
        assert await one.send() == 1


async def test_two_processes_post_each_line_once(store: Store, database: str, clock: Clock) -> None:
    other = Store(database)
    async with (
        messenger() as (far, url),
        hooked(store, url, clock) as first,
        hooked(other, url, clock) as second,
    ):
        texts = [f"줄 {n}" for n in range(20)]
        await tell(first, store, clock, *texts)
        taken = await asyncio.gather(*(one.send() for one in (first, second) * 2))
        assert sum(taken) == 20
        assert sorted(far.lines) == sorted(texts)
    await other.close()


async def test_a_line_whose_process_died_is_posted_by_another_when_the_lease_is_over(
    store: Store, clock: Clock
) -> None:
    async with messenger() as (far, url), hooked(store, url, clock) as one:
        await tell(one, store, clock, "하나")
        dead = await one._claim()  # it dies here, between claim and post
        assert dead is not None
        assert await one.send() == 0
        clock.now += LEASE
        late = await one._claim()
        assert late is not None
        await one._note(dead, alerts.Answer())  # it was only slow: the line is not its own any more
        assert await rows(store) == 1
        await one._note(late, alerts.Answer("HTTP 500"))
        clock.pass_(minutes=1)
        assert await one.send() == 1
        assert far.lines == ["하나"]


async def test_lines_that_nobody_can_use_any_more_become_a_note(store: Store, clock: Clock) -> None:
    async with messenger() as (far, url), hooked(store, url, clock) as one:
        one._url = AWAY
        await tell(one, store, clock, "하나", "둘")
        assert await one.send() == 0
        clock.now += USEFUL
        await tell(one, store, clock, "셋")
        assert await one.send() == 0
        one._url = url
        clock.pass_(minutes=10)
        await one.send()
        assert sorted(far.lines) == [
            "[단골] 알림 2건은 오래되어 보내지 않았어요. 콘솔의 할 일과 점검을 봐 주세요.",
            "셋",
        ]
        assert await rows(store) == 0


async def test_what_waits_while_the_messenger_is_away_for_days_is_let_go(
    store: Store, clock: Clock
) -> None:
    async with hooked(store, AWAY, clock) as one:
        await tell(one, store, clock, "하나", "둘")
        for _ in range(5):
            await one.send()
            clock.now += KEPT / 4
        await one.send()
        assert await rows(store) == 0


async def test_without_a_messenger_nothing_is_kept(start: Start) -> None:
    dangol = await start()
    one, desk = dangol.parts.alerts, await seat(dangol)
    await checkup(dangol, stale=lambda: ["plan"]).look()
    one.keep("하나")
    assert await one.send() == 0
    assert await rows(dangol.parts.store) == 0
    assert "꺼져 있어요. DANGOL_ALERT_URL" in (await desk.get("/console/health")).words


async def test_a_database_that_is_away_is_told_from_memory(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def away(*_: object, **__: object) -> object:
        raise OSError("gone")

    async with messenger() as (far, url):
        dangol = await start(alert_url=url)
        one = checkup(dangol)
        with monkeypatch.context() as patch:
            patch.setattr(dangol.parts.desk, "backlogs", away)
            patch.setattr("bot.store.alerts.claim", away)
            await one.look()
            with pytest.raises(OSError, match="gone"):
                await dangol.parts.alerts.send()
        assert far.lines == ["[단골] 데이터베이스가 답하지 않아요. (OSError)"]
        await one.look()
        await dangol.parts.alerts.send()
        assert far.lines[1].startswith("[단골] 다시 괜찮아졌어요.")


async def test_memory_keeps_the_newest_lines(store: Store, clock: Clock) -> None:
    async with messenger() as (far, url), hooked(store, AWAY, clock) as one:
        for number in range(MOST + 5):
            one.keep(str(number))
        assert await one.send() == 0
        one._url = url
        assert await one.send() == MOST
        assert far.lines[0] == "5"


async def test_a_server_that_stops_posts_what_was_told_last(
    start: Start, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with messenger() as (far, url):
        dangol = await start(alert_url=url, scheduled=True)
        await dangol.parts.jobs.stop()
        await tell(dangol.parts.alerts, dangol.parts.store, clock, "하나")
        await dangol.client.close()
        assert "하나" in far.lines


@given(st.integers(1, 100_000))
def test_the_wait_doubles_up_to_its_limit(attempts: int) -> None:
    least = min(FIRST_WAIT * 2 ** min(attempts - 1, 10), LONGEST_WAIT)
    assert least <= back_off(attempts) <= least * 1.25


def test_the_wait_is_not_the_same_for_all() -> None:
    assert len({back_off(3) for _ in range(50)}) > 1


KINDS = st.sampled_from([*MANY, "jobs", "late pings"])


@given(KINDS, st.lists(st.text(min_size=1, max_size=20), min_size=1, max_size=200))
def test_many_lines_are_one_that_says_how_many(kind: str, texts: Sequence[str]) -> None:
    said = fold(kind, texts)
    if len(texts) == 1 and kind != OLD:
        assert said == texts[0]
    else:
        assert f"{len(texts):,}건" in said


@pytest.mark.parametrize("count", [FEW, FEW + 1])
async def test_a_few_lines_of_a_kind_are_told_one_by_one(
    store: Store, clock: Clock, count: int
) -> None:
    async with messenger() as (far, url), hooked(store, url, clock) as one:
        await tell(one, store, clock, *(f"줄 {n}" for n in range(count)), kind="jobs")
        assert await one.send() == count
        one_by_one = [f"줄 {n}" for n in range(FEW)]
        assert far.lines == (
            one_by_one if count == FEW else [f"줄 {FEW} (그동안 같은 알림 {count}건)"]
        )


async def test_what_the_messenger_says_is_cut_and_its_address_is_never_shown(
    store: Store, clock: Clock
) -> None:
    async def long(_request: web.Request) -> web.Response:
        return web.Response(status=404, text="x\0 " * 10_000)

    app = web.Application()
    app.router.add_post("/secret", long)
    server = TestServer(app)
    await server.start_server()
    errors: list[Any] = []
    for url in (str(server.make_url("/secret")), "http://127.0.0.1:9/secret"):
        async with hooked(store, url, clock) as one:
            await tell(one, store, clock, url)
            await one.send()
            errors.append((await health(one)).error)
        clock.pass_(seconds=1)
    await server.close()
    assert errors[0].startswith("HTTP 404: x x x")
    assert len(errors[0]) <= 100
    assert errors[1].startswith("연결하지 못했어요.")
    assert not any("secret" in error for error in errors)


async def test_a_line_waits_no_longer_than_a_few_minutes_for_a_messenger_that_is_back(
    store: Store, clock: Clock
) -> None:
    async with messenger() as (far, url), hooked(store, AWAY, clock) as one:
        await tell(one, store, clock, "하나")
        for _ in range(100):
            await one.send()
            clock.pass_(seconds=30)
        one._url = url
        clock.now += LONGEST_WAIT * 1.25
        assert await one.send() == 1
        assert far.lines == ["하나"]
