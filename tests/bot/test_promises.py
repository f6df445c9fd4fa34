"""The store's silence: warned before it is late, told when it is, in opening time."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import hours, promises
from bot.model import NEARLY_LATE, Incoming, Pressing
from bot.store import tickets
from intents import StoreInfo, parse
from tests.conftest import START, Clock, Dangol, Start

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


async def test_what_was_promised_is_known_and_stays_when_the_ticket_is_raised_for_being_late(
    dangol: Dangol, clock: Clock
) -> None:
    await complain(dangol)
    assert (await dangol.parts.desk.ticket(1)).ticket.owed_by is None
    await watch(dangol)
    promised = START + timedelta(hours=20)  # four hours of opening time: 11:00 tomorrow
    for passing, nearly, late in ((0, False, False), (3, True, False), (17, False, True)):
        clock.pass_(hours=passing)
        await watch(dangol)
        ticket = (await dangol.parts.desk.ticket(1)).ticket
        assert ticket.owed_by == promised
        assert (ticket.is_nearly_late(clock()), ticket.is_late(clock())) == (nearly, late)
    assert ticket.priority == 1  # of which the target is two hours
    clock.pass_(days=2)
    await watch(dangol)
    ticket = (await dangol.parts.desk.ticket(1)).ticket
    assert (ticket.priority, ticket.owed_by) == (2, promised)


def test_the_step_of_the_warning_is_the_same_everywhere() -> None:
    assert promises.NEARLY + 1 == NEARLY_LATE


async def test_another_priority_is_another_promise(dangol: Dangol, clock: Clock) -> None:
    await complain(dangol)
    await watch(dangol)
    clock.pass_(minutes=5)
    await dangol.parts.desk.edit(await dangol.operator(), 1, priority=2)
    assert await watch(dangol) == 0
    ticket = (await dangol.parts.desk.ticket(1)).ticket
    assert ticket.owed_by == START + timedelta(hours=1)
    assert ticket.owed_step == 1


async def test_who_was_answered_or_put_aside_was_promised_nothing(
    dangol: Dangol, clock: Clock
) -> None:
    operator, desk = await dangol.operator(), dangol.parts.desk
    await complain(dangol)
    await watch(dangol)
    await desk.snooze(operator, 1, clock() + timedelta(hours=1))
    assert (await desk.ticket(1)).ticket.owed_by is None
    clock.pass_(hours=1)
    await promises.wake(dangol.parts.store, dangol.parts.faqs.faq, dangol.parts.feed, clock())
    await watch(dangol)
    assert (await desk.ticket(1)).ticket.owed_by is not None
    await desk.reply(operator, 1, "보내 드릴게요. 다른 것도 필요하세요?", "n")
    assert (await desk.ticket(1)).ticket.owed_by is None


async def test_a_late_ticket_comes_first_and_is_counted(dangol: Dangol, clock: Clock) -> None:
    desk = dangol.parts.desk
    for n in range(3):
        await dangol.kakao("깨져서 왔어요", user=f"customer-{n}")
        await watch(dangol)
        clock.pass_(minutes=50)
    page = await desk.tickets("todo")
    assert [ticket.id for ticket in page.tickets] == [1, 2, 3]
    assert page.pressing == Pressing(late=0, nearly=0)
    # Two hours instead of four: until 10:40, twenty minutes before the first.
    await desk.edit(await dangol.operator(), 3, priority=1)
    clock.now = START + timedelta(hours=20)
    await watch(dangol)
    page = await desk.tickets("todo")
    assert [(ticket.id, ticket.priority) for ticket in page.tickets] == [(3, 1), (1, 1), (2, 0)]
    assert page.pressing == Pressing(late=2, nearly=1)
    await desk.resolve(await dangol.operator("다은"), 1)
    assert (await desk.tickets("todo")).pressing == Pressing(late=1, nearly=1)


async def test_live_pages_hear_that_a_ticket_is_nearly_late_also_of_another_process(
    start: Start, clock: Clock
) -> None:
    first, second = await start(), await start()
    for n in range(promises.BATCH):
        await first.kakao("깨져서 왔어요", user=f"customer-{n}")
    await watch(first)
    seen = [one.parts.feed.version for one in (first, second)]
    # Whatever it was that the other one has not heard of yet.
    seen[1] = await asyncio.wait_for(second.parts.feed.wait(seen[1]), 30)
    clock.pass_(hours=3)
    assert await watch(first) == 0
    assert first.parts.feed.version > seen[0]
    assert await asyncio.wait_for(second.parts.feed.wait(seen[1]), 30) > seen[1]


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


NIGHT = (time(21), time(8))
QUIETS = st.sampled_from([NIGHT, None, (time(11, 30), time(14)), (time(0), time(9, 59))])


@given(MOMENTS, QUIETS)
def test_a_polite_moment_is_never_past_and_always_polite(
    moment: datetime, quiet: hours.Quiet
) -> None:
    polite = hours.next_polite(FAQ.store, quiet, moment)
    assert polite >= moment
    assert hours.polite_at(FAQ.store, quiet, polite)


@given(MOMENTS)
def test_nights_are_quiet_also_for_a_store_without_hours(moment: datetime) -> None:
    for store in (StoreInfo(), StoreInfo(hours={0: ()})):
        polite = hours.next_polite(store, NIGHT, moment)
        assert polite >= moment
        assert 8 <= polite.astimezone(hours.SEOUL).hour < 21
