"""In the quiet hours nothing leaves that nobody asked for; answers do, at any time."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest

from bot import promises
from bot.hours import SEOUL
from bot.model import Alert, Incoming
from bot.store import Tx
from intents import OpenHours, StoreInfo
from tests import kakao
from tests.conftest import Clock, Dangol, Start

PUSH = {"kakao_event_key": "key", "kakao_event_name": "dangol", "kakao_bot_id": "bot-1"}

Pushing = tuple[Dangol, kakao.EventApi]

ALWAYS = StoreInfo()
TO_TEN = StoreInfo(hours=dict.fromkeys(range(7), (OpenHours(time(10), time(22)),)))


@pytest.fixture
async def pushing(start: Start, event_api: tuple[kakao.EventApi, str]) -> Pushing:
    far, url = event_api
    return await start(kakao_event_url=url, **PUSH), far


def at(clock: Clock, text: str) -> None:
    """Let it be this time of the store."""
    clock.now = datetime.fromisoformat(text).replace(tzinfo=SEOUL).astimezone(UTC)


def open_as(dangol: Dangol, store: StoreInfo) -> None:
    dangol.parts.faqs.faq = replace(dangol.parts.faqs.faq, store=store)


async def watch(dangol: Dangol) -> list[str]:
    """The scheduler's call; what the operators are warned of."""
    parts, warned = dangol.parts, list[str]()

    async def tell(_tx: Tx, lines: Sequence[Alert], _now: datetime) -> None:
        warned.extend(line.text for line in lines)

    await promises.watch(
        parts.store, parts.faqs.faq, parts.channels, parts.feed, dangol.clock(), tell
    )
    return warned


async def first_left(dangol: Dangol, far: kakao.EventApi, **every: float) -> datetime:
    """When the first message has left, the scheduler calling all the time; in the store's time."""
    while not far.taken:
        await dangol.deliver()
        if not far.taken:
            dangol.clock.pass_(**every)
    return dangol.clock.now.astimezone(SEOUL)


@pytest.mark.parametrize(
    ("failures", "headers"),
    [([503] * 6, []), ([429], [{"Retry-After": "1800"}])],
    ids=["it failed", "the channel rested"],
)
async def test_a_reminder_that_was_held_up_in_the_evening_leaves_in_the_morning(
    pushing: Pushing, clock: Clock, failures: list[int], headers: list[Mapping[str, str]]
) -> None:
    dangol, far = pushing
    open_as(dangol, TO_TEN)
    at(clock, "2026-11-25 20:28")
    await dangol.kakao("환불해 주세요")
    clock.pass_(minutes=31)
    assert await dangol.plan() == 1
    far.failures, far.headers = [*failures], [dict(one) for one in headers]
    left = await first_left(dangol, far, minutes=1)
    assert (left.day, left.hour) == (26, 8)


@pytest.mark.parametrize(
    ("store", "filed", "due", "leaves"),
    [
        (ALWAYS, "2026-11-25 23:00", "2026-11-26 03:00", "08:00"),
        (TO_TEN, "2026-11-25 17:30", "2026-11-25 21:30", "10:00"),
    ],
)
async def test_that_an_answer_is_late_is_told_at_a_polite_moment(
    pushing: Pushing, clock: Clock, store: StoreInfo, filed: str, due: str, leaves: str
) -> None:
    """Its target, four hours of opening time, is over at night: operators are warned at once."""
    dangol, far = pushing
    open_as(dangol, store)
    at(clock, filed)
    await dangol.kakao("깨져서 왔어요")
    await watch(dangol)
    at(clock, due)
    (warned,) = await watch(dangol)
    assert "늦어졌어요" in warned
    left = await first_left(dangol, far, minutes=15)
    assert f"{left:%d %H:%M}" == f"26 {leaves}"
    assert "늦어져" in far.texts()[0]


async def test_who_is_back_from_a_downtime_at_night_wakes_nobody(
    pushing: Pushing, clock: Clock
) -> None:
    dangol, far = pushing
    await dangol.kakao("깨져서 왔어요")
    await watch(dangol)
    at(clock, "2026-11-27 03:00")
    assert await watch(dangol)
    left = await first_left(dangol, far, minutes=15)
    assert f"{left:%d %H:%M}" == "27 10:00"


async def test_the_survey_of_a_night_leaves_in_the_morning(pushing: Pushing, clock: Clock) -> None:
    dangol, far = pushing
    await dangol.kakao("깨져서 왔어요")
    at(clock, "2026-11-25 23:30")
    await dangol.parts.desk.resolve(await dangol.operator(), 1)
    left = await first_left(dangol, far, minutes=15)
    assert f"{left:%d %H:%M}" == "26 10:00"
    assert "만족" in far.texts()[0]


async def test_the_survey_of_a_day_off_follows_at_once_while_it_is_day(
    pushing: Pushing, clock: Clock
) -> None:
    dangol, far = pushing
    await dangol.kakao("깨져서 왔어요")
    at(clock, "2026-11-29 14:00")  # a Sunday, but an operator is at work
    await dangol.parts.desk.resolve(await dangol.operator(), 1)
    assert await dangol.deliver() == 1
    assert "만족" in far.texts()[0]


async def test_who_writes_at_night_takes_the_survey_along(pushing: Pushing, clock: Clock) -> None:
    dangol, far = pushing
    await dangol.kakao("깨져서 왔어요")
    at(clock, "2026-11-25 23:30")
    await dangol.parts.desk.resolve(await dangol.operator(), 1)
    assert "만족" in kakao.texts(await dangol.kakao("배송비 얼마예요"))
    clock.pass_(hours=12)
    assert await dangol.deliver() == 0
    assert far.texts() == []


async def test_an_operators_answer_leaves_at_night_past_what_waits_for_the_morning(
    pushing: Pushing, clock: Clock
) -> None:
    dangol, far = pushing
    open_as(dangol, ALWAYS)
    at(clock, "2026-11-25 23:00")
    await dangol.kakao("깨져서 왔어요")
    await watch(dangol)
    clock.pass_(hours=4)
    assert await watch(dangol)
    assert await dangol.deliver() == 0
    await dangol.parts.desk.reply(await dangol.operator(), 1, "오늘 다시 보내요.", "n")
    assert await dangol.deliver() == 1
    clock.pass_(hours=12)
    await dangol.deliver()
    assert far.texts() == ["오늘 다시 보내요."]


async def test_a_late_answer_leaves_at_night_past_a_survey_that_waits_for_the_morning(
    pushing: Pushing, clock: Clock
) -> None:
    dangol, far = pushing
    await dangol.kakao("깨져서 왔어요")
    at(clock, "2026-11-25 23:30")
    await dangol.parts.desk.resolve(await dangol.operator(), 1)
    asked = Incoming(channel="kakao-skill", customer="customer-1", text="배송비 얼마예요")
    assert await dangol.parts.inbox.receive(asked, within=0) is None  # its sender gave up
    async with asyncio.timeout(60):
        while not far.taken:
            await dangol.deliver()
    assert "3,000원" in far.texts()[0]
    assert len(far.texts()) == 1
    clock.now += timedelta(hours=11)
    assert await dangol.deliver() == 1
    assert "만족" in far.texts()[1]
