"""The store's silence: warned before it is late, told when it is, in opening time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import hours, promises
from bot.model import Incoming
from bot.store import tickets
from intents import parse
from tests.conftest import Clock, Dangol

FAQ = parse(
    'store: {hours: {mon-fri: ["10:00-12:00", "13:00-18:00"]}, holidays: south-korea}\n'
    "intents:\n  - {id: a, phrases: [가나다], answer: 네}\n"
)
MOMENTS = st.integers(0, 690 * 24 * 60).map(
    lambda minutes: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)
SPANS = st.integers(1, 60 * 60).map(lambda minutes: timedelta(minutes=minutes))


async def watch(dangol: Dangol) -> int:
    parts = dangol.parts
    return await promises.watch(
        parts.store, parts.faqs.faq, parts.channels, parts.feed, dangol.clock()
    )


async def told(dangol: Dangol) -> list[str]:
    lines = await dangol.parts.inbox.resume("web", "w", after=0)
    return [line.body["text"] for line in lines if line.author == "bot" and line.reply_to is None]


async def complain(dangol: Dangol) -> None:
    said = Incoming(channel="web", customer="w", text="깨져서 왔어요")
    await dangol.parts.inbox.receive(said, within=10)


async def test_a_customer_who_waits_in_vain_is_told_once_a_step(
    dangol: Dangol, clock: Clock
) -> None:
    await complain(dangol)
    assert await watch(dangol) == 0
    clock.pass_(hours=3)  # of four: 15:00 to 18:00
    assert await watch(dangol) == 0
    detail = await dangol.parts.desk.ticket(1)
    assert [event.after for event in detail.history] == ["nearly late"]
    clock.pass_(hours=15)  # 09:00, nobody is there yet
    assert await watch(dangol) == 0
    clock.pass_(hours=2)  # 11:00: four hours of opening time have passed
    assert await watch(dangol) == 1
    assert await watch(dangol) == 0
    (said,) = await told(dangol)
    assert "1번" in said
    assert "죄송" in said
    detail = await dangol.parts.desk.ticket(1)
    assert detail.ticket.priority == 1


async def test_an_answer_in_time_needs_no_apology(dangol: Dangol, clock: Clock) -> None:
    await complain(dangol)
    await watch(dangol)
    clock.pass_(hours=2)
    await dangol.parts.desk.reply(await dangol.operator(), 1, "오늘 다시 보내요.", "n")
    clock.pass_(days=5)
    assert await watch(dangol) == 0
    assert await told(dangol) == []


async def test_while_the_customer_is_to_act_the_clock_stands(dangol: Dangol, clock: Clock) -> None:
    await complain(dangol)
    await dangol.parts.desk.reply(await dangol.operator(), 1, "교환해 드릴까요?", "n")
    clock.pass_(days=2)
    said = Incoming(channel="web", customer="w", text="네 교환해 주세요 부탁드려요")
    await dangol.parts.inbox.receive(said, within=10)
    assert await watch(dangol) == 0
    clock.pass_(hours=1)
    assert await watch(dangol) == 0


async def test_after_a_downtime_only_the_newest_step_is_taken(dangol: Dangol, clock: Clock) -> None:
    await complain(dangol)
    clock.pass_(days=7)
    assert await watch(dangol) == 1
    assert await watch(dangol) == 0
    (said,) = await told(dangol)
    assert "책임자" in said


async def test_a_step_that_another_process_took_is_not_taken_on(
    dangol: Dangol, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both saw the ticket due; the second one had to wait for its lock."""
    await complain(dangol)
    await watch(dangol)
    clock.pass_(hours=20)  # 11:00, four hours of opening time: late, and far from very late
    assert await watch(dangol) == 1
    before = (await dangol.parts.desk.ticket(1)).ticket

    async def seen_before(*_: object) -> list[tuple[int, int]]:
        return [(before.id, before.conversation_id)]

    monkeypatch.setattr(tickets, "late", seen_before)
    assert await watch(dangol) == 0
    after = await dangol.parts.desk.ticket(1)
    assert after.ticket == before
    assert len(await told(dangol)) == 1


async def test_who_asked_for_silence_is_not_written_to(dangol: Dangol, clock: Clock) -> None:
    await complain(dangol)
    said = Incoming(channel="web", customer="w", text="그만 보내세요")
    await dangol.parts.inbox.receive(said, within=10)
    clock.pass_(days=7)
    assert await watch(dangol) == 0


@given(MOMENTS, SPANS)
def test_opening_time_adds_up(moment: datetime, span: timedelta) -> None:
    end = hours.after_open(FAQ.store, moment, span)
    assert end > moment
    assert hours.open_between(FAQ.store, moment, end) == span


@given(MOMENTS, SPANS, SPANS)
def test_opening_time_passes_across_nights_and_holidays_alike(
    moment: datetime, first: timedelta, second: timedelta
) -> None:
    between = hours.after_open(FAQ.store, moment, first)
    at_once = hours.after_open(FAQ.store, moment, first + second)
    assert hours.after_open(FAQ.store, between, second) == at_once
