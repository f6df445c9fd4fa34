"""Tickets that an operator puts aside."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot import promises
from bot.model import Rejected, Ticket
from tests.conftest import Clock, Dangol, Start
from tests.kakao import EventApi

HOUR = timedelta(hours=1)
PUSH = {"kakao_event_key": "key", "kakao_event_name": "dangol", "kakao_bot_id": "bot-1"}


@pytest.fixture
async def filed(dangol: Dangol) -> Dangol:
    """A server with one open ticket, number 1."""
    await dangol.kakao("깨져서 왔어요")
    return dangol


async def _ticket(dangol: Dangol) -> Ticket:
    return (await dangol.parts.desk.ticket(1)).ticket


async def _wake(dangol: Dangol) -> int:
    parts = dangol.parts
    return await promises.wake(parts.store, parts.faqs.faq, parts.feed, dangol.clock.now)


async def _watch(dangol: Dangol) -> int:
    parts = dangol.parts
    return await promises.watch(
        parts.store, parts.faqs.faq, parts.channels, parts.feed, dangol.clock.now
    )


async def test_a_snoozed_ticket_comes_back_by_itself(filed: Dangol, clock: Clock) -> None:
    operator = await filed.operator()
    await filed.parts.desk.snooze(operator, 1, clock.now + HOUR)
    ticket = await _ticket(filed)
    assert (ticket.status, ticket.waiting_on) == ("snoozed", "nobody")
    assert ticket.snoozed_until == clock.now + HOUR
    assert ticket.assignee_id == operator.id
    clock.pass_(minutes=59)
    assert await _wake(filed) == 0
    clock.pass_(minutes=1)
    assert await _wake(filed) == 1
    assert await _wake(filed) == 0
    ticket = await _ticket(filed)
    assert (ticket.status, ticket.waiting_on, ticket.snoozed_until) == ("open", "store", None)
    history = (await filed.parts.desk.ticket(1)).history
    assert [(e.before, e.after) for e in history if e.kind == "status"] == [
        ("open", "snoozed"),
        ("snoozed", "open"),
    ]


async def test_the_customers_line_brings_it_back_at_once(filed: Dangol, clock: Clock) -> None:
    await filed.parts.desk.snooze(await filed.operator(), 1, clock.now + 5 * HOUR)
    clock.pass_(minutes=5)
    await filed.kakao("주문번호는 2024050277341410 이에요")
    ticket = await _ticket(filed)
    assert (ticket.status, ticket.snoozed_until) != ("snoozed", clock.now + 5 * HOUR)
    assert ticket.snoozed_until is None
    clock.pass_(hours=5)
    assert await _wake(filed) == 0


async def test_thanks_leave_it_aside(filed: Dangol, clock: Clock) -> None:
    desk, operator = filed.parts.desk, await filed.operator()
    await desk.take(operator, 1)
    await desk.snooze(operator, 1, clock.now + HOUR)
    await filed.kakao("감사합니다")
    assert (await _ticket(filed)).status == "snoozed"
    clock.pass_(hours=1)
    assert await _wake(filed) == 1


async def test_the_stores_time_stands_still_meanwhile(filed: Dangol, clock: Clock) -> None:
    # A store without hours is always open, so that opening time is plain time here.
    await _watch(filed)
    target = filed.parts.faqs.faq.targets.of("product_quality", 0, answered=False)
    clock.now += target * 0.5
    await _watch(filed)
    await filed.parts.desk.snooze(await filed.operator(), 1, clock.now + timedelta(days=20))
    spent = (await _ticket(filed)).owed_spent
    clock.pass_(days=20)
    assert await _watch(filed) == 0
    await _wake(filed)
    await _watch(filed)
    ticket = await _ticket(filed)
    assert ticket.owed_step == 1
    assert ticket.owed_spent == spent > timedelta(0)
    due = ticket.owed_due_at
    assert due is not None
    clock.now = due
    await _watch(filed)
    assert (await _ticket(filed)).owed_step == 2


async def test_nobody_is_reminded_of_what_was_put_aside(filed: Dangol, clock: Clock) -> None:
    desk, operator = filed.parts.desk, await filed.operator()
    await desk.reply(operator, 1, "어느 부분이 깨졌나요?", "n1")
    await desk.snooze(operator, 1, clock.now + timedelta(days=10))
    clock.pass_(days=9)
    assert await filed.plan() == 0
    assert (await _ticket(filed)).status == "snoozed"


async def test_an_operator_may_wake_it_himself(filed: Dangol, clock: Clock) -> None:
    desk, operator = filed.parts.desk, await filed.operator()
    await desk.wake(operator, 1)
    assert (await _ticket(filed)).status == "open"
    await desk.snooze(operator, 1, clock.now + HOUR)
    await desk.wake(operator, 1)
    assert (await _ticket(filed)).status == "open"


async def test_an_answer_or_a_resolution_ends_it(filed: Dangol, clock: Clock) -> None:
    desk, operator = filed.parts.desk, await filed.operator()
    await desk.snooze(operator, 1, clock.now + HOUR)
    await desk.reply(operator, 1, "새 상품을 보냈어요.", "n1")
    assert (await _ticket(filed)).snoozed_until is None
    await desk.snooze(operator, 1, clock.now + HOUR)
    await desk.resolve(operator, 1)
    clock.pass_(hours=2)
    assert await _wake(filed) == 0
    assert (await _ticket(filed)).status == "resolved"


@pytest.mark.parametrize("ahead", [timedelta(0), timedelta(hours=-1), timedelta(days=61)])
async def test_only_a_moment_that_comes_can_be_chosen(filed: Dangol, ahead: timedelta) -> None:
    operator = await filed.operator()
    with pytest.raises(Rejected, match="60일"):
        await filed.parts.desk.snooze(operator, 1, filed.clock.now + ahead)
    assert (await _ticket(filed)).status == "open"


async def test_a_resolved_ticket_is_not_put_aside(filed: Dangol) -> None:
    desk, operator = filed.parts.desk, await filed.operator()
    await desk.resolve(operator, 1)
    with pytest.raises(Rejected, match="해결"):
        await desk.snooze(operator, 1, filed.clock.now + HOUR)


async def test_two_processes_wake_it_once(filed: Dangol, clock: Clock) -> None:
    await filed.parts.desk.snooze(await filed.operator(), 1, clock.now + HOUR)
    clock.now = datetime(2026, 12, 1, 6, tzinfo=UTC)
    assert sorted([await _wake(filed), await _wake(filed)]) == [0, 1]


@pytest.mark.parametrize(
    ("said", "turn"), [("어느 부분이 깨졌나요?", "customer"), ("새 상품을 보냈어요.", "nobody")]
)
async def test_what_waits_on_the_customer_comes_back_as_it_was(
    filed: Dangol, clock: Clock, said: str, turn: str
) -> None:
    desk, operator = filed.parts.desk, await filed.operator()
    await desk.reply(operator, 1, said, "n1")
    await desk.snooze(operator, 1, clock.now + HOUR)
    await desk.snooze(operator, 1, clock.now + 2 * HOUR)  # he thought again
    clock.pass_(hours=2)
    assert await _wake(filed) == 1
    ticket = await _ticket(filed)
    assert (ticket.status, ticket.waiting_on, ticket.owed_since) == ("waiting", turn, None)
    history = (await desk.ticket(1)).history
    assert (history[-1].before, history[-1].after) == ("snoozed", "waiting")
    clock.pass_(days=20)
    assert await _watch(filed) == 0


async def test_what_was_parked_comes_back_parked(filed: Dangol, clock: Clock) -> None:
    desk, operator = filed.parts.desk, await filed.operator()
    await desk.reply(operator, 1, "어느 부분이 깨졌나요?", "n1")
    for _ in range(3):
        clock.pass_(days=4)
        await filed.plan()
    assert (await _ticket(filed)).status == "no_reply"
    await desk.snooze(operator, 1, clock.now + HOUR)
    await desk.wake(operator, 1)
    ticket = await _ticket(filed)
    assert (ticket.status, ticket.waiting_on) == ("no_reply", "nobody")


async def test_reminders_go_on_where_they_stopped(
    start: Start, event_api: tuple[EventApi, str], clock: Clock
) -> None:
    far, url = event_api
    dangol = await start(kakao_event_url=url, **PUSH)
    await dangol.kakao("깨져서 왔어요")
    desk, operator = dangol.parts.desk, await dangol.operator()
    await desk.reply(operator, 1, "어느 부분이 깨졌나요?", "n1")
    clock.pass_(minutes=30)
    assert await dangol.plan() == 1
    await dangol.deliver()
    await desk.snooze(operator, 1, clock.now + timedelta(days=1))
    clock.pass_(days=1)
    await _wake(dangol)
    clock.pass_(hours=23)
    assert await dangol.plan() == 0
    clock.pass_(minutes=30)  # the second one comes 24 hours after the question
    assert await dangol.plan() == 1
    await dangol.deliver()
    assert "마지막 안내" in far.texts()[-1]
    assert len(far.texts()) == 3
