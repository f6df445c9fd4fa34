"""What paid messages cost, and the seller's monthly cap on it: never passed, never lossy."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.app import PARTS, build
from bot.channels.kakao_skill import PRICE
from bot.model import Cost
from bot.outbox import LEASE
from bot.settings import Settings
from bot.store import messages
from intents.faq import PAID_CHANNELS
from tests import kakao
from tests.conftest import FAQ, Clock, Dangol, Start
from tests.console.seat import seat

PUSH = {"kakao_event_key": "key", "kakao_event_name": "dangol", "kakao_bot_id": "bot-1"}

EventApi = tuple[kakao.EventApi, str]
Capped = Callable[..., Awaitable[Dangol]]


@pytest.fixture
def faq_file(tmp_path: Path) -> Path:
    """A FAQ that the test edits as a seller does."""
    path = tmp_path / "faq.yaml"
    path.write_text(FAQ.read_text())
    return path


@pytest.fixture
def capped(start: Start, event_api: EventApi, faq_file: Path) -> Capped:
    """Start a server whose KakaoTalk may cost so much a month."""

    async def begin(won: int | None, **settings: Any) -> Dangol:
        write(faq_file, won)
        chosen = {"kakao_event_url": event_api[1], "faq": str(faq_file), **PUSH, **settings}
        return await start(**chosen)

    return begin


def write(path: Path, won: int | None) -> None:
    """The seller chooses a cap."""
    cap = "" if won is None else f"monthly_cap: {{kakao-skill: {won}}}\n"
    path.write_text(cap + FAQ.read_text())


async def answered(dangol: Dangol, count: int = 1, first: int = 0) -> None:
    """So many customers with a ticket, each just answered by an operator."""
    operator = await dangol.operator(f"상담원 {first}")
    for n in range(first, first + count):
        await dangol.kakao("깨져서 왔어요", user=f"customer-{n}")
        await dangol.parts.desk.reply(operator, n + 1, f"답 {n}?", f"n{n}")


async def bill(dangol: Dangol) -> Cost:
    (spending,) = await dangol.parts.dispatch.spending()
    return spending.this


async def deliveries(dangol: Dangol, conversation: int = 1) -> list[tuple[str | None, str | None]]:
    """How far the store's own lines got, and why not further."""
    async with dangol.parts.store.read() as tx:
        lines = await messages.history(tx, conversation)
    pushed = [line for line in lines if line.author != "customer" and line.reply_to is None]
    return [(line.delivery, line.error) for line in pushed]


async def scrape(dangol: Dangol) -> str:
    await dangol.parts.jobs.run("measure")
    async with dangol.client.get("/metrics") as response:
        return await response.text()


async def test_every_accepted_message_is_on_the_bill_and_nothing_else(
    capped: Capped, event_api: EventApi, clock: Clock
) -> None:
    dangol = await capped(None)
    await answered(dangol, 4)
    event_api[0].failures = [503, 400, 429]
    await dangol.deliver()
    assert await bill(dangol) == Cost(1, PRICE)
    clock.pass_(minutes=10)
    await dangol.deliver()
    assert await bill(dangol) == Cost(3, 3 * PRICE)
    assert len(event_api[0].taken) == 3


async def test_an_answer_to_the_customer_costs_nothing(capped: Capped) -> None:
    dangol = await capped(1000)
    await dangol.kakao("배송비 얼마예요")
    await dangol.deliver()
    assert await bill(dangol) == Cost()


async def test_what_may_have_been_accepted_counts_as_paid(
    capped: Capped, event_api: EventApi, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.outbox.SEND_SECONDS", 0.05)
    dangol = await capped(None)
    await answered(dangol)
    event_api[0].hold = asyncio.Event()
    await dangol.deliver()
    event_api[0].hold.set()
    assert await deliveries(dangol) == [("queued", "0.05초 안에 응답이 없었어요.")]
    assert await bill(dangol) == Cost(1, PRICE)


async def test_a_process_that_dies_while_it_sends_leaves_its_message_on_the_bill(
    capped: Capped, clock: Clock
) -> None:
    """Kakao may have taken the first; the second is another message to it."""
    first = await capped(None)
    await answered(first)
    await first.parts.outbox._claim("kakao-skill")  # the power is gone
    second = await capped(None)
    clock.now += LEASE
    assert await second.deliver() == 1
    assert await bill(second) == Cost(2, 2 * PRICE)


async def test_a_process_that_lost_its_lease_takes_its_own_failed_try_off_the_bill(
    capped: Capped, clock: Clock
) -> None:
    slow = await capped(None, kakao_event_url="http://127.0.0.1:9")
    quick = await capped(None)
    await answered(slow)
    (parcel,) = await slow.parts.outbox._claim("kakao-skill")
    clock.now += LEASE
    await quick.deliver()
    await slow.parts.outbox._send(parcel)
    assert await bill(quick) == Cost(1, PRICE)


async def test_two_processes_together_never_pass_the_cap(
    capped: Capped, event_api: EventApi
) -> None:
    first, second = await capped(100), await capped(100)
    await answered(first, 20)
    await asyncio.gather(*(one.deliver() for one in (first, second, first, second)))
    assert len(event_api[0].taken) == 6
    assert await bill(first) == Cost(6, 90)


async def test_at_the_cap_a_reply_waits_and_goes_with_the_customers_next_line(
    capped: Capped, event_api: EventApi
) -> None:
    dangol = await capped(PRICE)
    await answered(dangol, 2)
    assert await dangol.deliver() == 1
    assert await dangol.deliver() == 0
    assert await deliveries(dangol, 2) == [("queued", None)]
    response = await dangol.kakao("여보세요?", user="customer-1")
    assert "답 1?" in kakao.texts(response)
    assert await deliveries(dangol, 2) == [("sent", None)]
    assert await bill(dangol) == Cost(1, PRICE)
    assert event_api[0].texts() == ["답 0?"]


async def test_at_the_cap_a_reminder_is_not_sent_and_the_console_says_why(
    capped: Capped, event_api: EventApi, clock: Clock
) -> None:
    dangol = await capped(PRICE)
    await answered(dangol)
    await dangol.deliver()
    clock.pass_(minutes=31)
    assert await dangol.plan() == 1
    assert await dangol.deliver() == 0
    why = "이번 달 비용 한도에 닿아서 보내지 않았어요"
    assert await deliveries(dangol) == [("sent", None), ("cancelled", why)]
    desk = await seat(dangol)
    assert why in (await desk.get("/console/tickets/1")).words
    assert len(event_api[0].texts()) == 1


async def test_at_the_cap_an_operator_sees_why_the_reply_waits(capped: Capped) -> None:
    dangol = await capped(0)
    await answered(dangol)
    await dangol.deliver()
    desk = await seat(dangol)
    ticket = await desk.get("/console/tickets/1")
    assert "이번 달 비용 한도에 닿았어요. 고객이 다음에 말을 걸면 전달돼요" in ticket.words
    assert "보내 두면 고객이 다음에 말을 걸 때 전달돼요." in ticket.words
    health = await desk.get("/console/health")
    assert "이번 달 한도에 닿았어요." in health.words
    assert "나중에 보낼 메시지 1개 정상" in health.words


async def test_raising_the_cap_lets_go_what_waits(
    capped: Capped, event_api: EventApi, faq_file: Path
) -> None:
    dangol = await capped(2 * PRICE)
    await answered(dangol, 3)
    assert await dangol.deliver() == 2
    write(faq_file, 3 * PRICE)
    await dangol.parts.faqs.refresh()
    assert await dangol.deliver() == 1
    assert event_api[0].texts()[-1] == "답 2?"


async def test_lowering_the_cap_below_what_is_spent_sends_nothing_more(
    capped: Capped, faq_file: Path
) -> None:
    dangol = await capped(100)
    await answered(dangol, 3)
    await dangol.deliver()
    write(faq_file, 20)
    await dangol.parts.faqs.refresh()
    await answered(dangol, 1, first=3)
    assert await dangol.deliver() == 0


async def test_a_month_ends_at_midnight_in_korea_and_what_waited_leaves_in_the_morning(
    capped: Capped, event_api: EventApi, clock: Clock
) -> None:
    dangol = await capped(PRICE)
    clock.now = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)  # 18:00 in Seoul
    await answered(dangol, 2)
    await dangol.deliver()
    clock.now = datetime(2026, 11, 30, 14, 59, 59, tzinfo=UTC)
    assert await bill(dangol) == Cost(1, PRICE)
    clock.pass_(seconds=1)
    assert await bill(dangol) == Cost()
    assert await dangol.deliver() == 0
    clock.now = datetime(2026, 11, 30, 23, 0, tzinfo=UTC)  # 08:00 in Seoul
    assert await dangol.deliver() == 1
    assert event_api[0].texts() == ["답 0?", "답 1?"]
    (spending,) = await dangol.parts.dispatch.spending()
    assert (spending.this, spending.last) == (Cost(1, PRICE), Cost(1, PRICE))


async def test_a_message_claimed_before_midnight_is_taken_off_that_months_bill(
    capped: Capped, event_api: EventApi, clock: Clock
) -> None:
    dangol = await capped(None)
    clock.now = datetime(2026, 11, 30, 14, 59, 59, tzinfo=UTC)
    await answered(dangol)
    event_api[0].failures = [400]
    (parcel,) = await dangol.parts.outbox._claim("kakao-skill")
    clock.pass_(seconds=2)
    await dangol.parts.outbox._send(parcel)
    (spending,) = await dangol.parts.dispatch.spending()
    assert (spending.this, spending.last) == (Cost(), Cost())


async def test_a_survey_waits_at_the_cap_and_rides_along_free(capped: Capped) -> None:
    dangol = await capped(PRICE)
    await answered(dangol)
    await dangol.deliver()
    await dangol.parts.desk.resolve(await dangol.operator(), 1)
    assert await dangol.deliver() == 0
    assert "만족" in kakao.texts(await dangol.kakao("배송비 얼마예요", user="customer-0"))
    assert await bill(dangol) == Cost(1, PRICE)


async def test_the_health_page_shows_this_month_the_cap_and_the_last_month(
    capped: Capped, clock: Clock
) -> None:
    dangol = await capped(30_000)
    await answered(dangol, 2)
    await dangol.deliver()
    desk = await seat(dangol)
    words = (await desk.get("/console/health")).words
    assert "이번 달(11월) 2건, 30원 한도 30,000원 남은 금액 29,970원 (1,998건" in words
    assert "지난달 0건, 0원" in words
    clock.now = datetime(2026, 12, 1, 3, tzinfo=UTC)
    words = (await desk.get("/console/health")).words
    assert "이번 달(12월) 0건, 0원" in words
    assert "지난달 2건, 30원" in words


async def test_without_a_cap_the_page_says_so_and_without_the_event_api_there_is_no_bill(
    capped: Capped, start: Start
) -> None:
    desk = await seat(await capped(None))
    assert "한도 없음" in (await desk.get("/console/health")).words
    plain = await start()
    desk.dangol = plain
    assert (await desk.log_in()).status == 303
    words = (await desk.get("/console/health")).words
    assert "발송 비용" not in words
    assert "먼저 말을 걸 수 있는 채널 없어요." in words


async def test_metrics_tell_the_bill_the_cap_and_what_waits(capped: Capped) -> None:
    dangol = await capped(PRICE)
    await answered(dangol, 3)
    await dangol.deliver()
    page = await scrape(dangol)
    for line in (
        'dangol_paid_messages_this_month{channel="kakao-skill"} 1.0',
        'dangol_cost_won_this_month{channel="kakao-skill"} 15.0',
        'dangol_cost_cap_won{channel="kakao-skill"} 15.0',
        'dangol_due{backlog="outbox"} 0.0',
        'dangol_due{backlog="held"} 2.0',
    ):
        assert line in page


async def test_metrics_tell_how_late_the_outbox_is(capped: Capped, clock: Clock) -> None:
    dangol = await capped(None)
    await answered(dangol)
    clock.pass_(seconds=90)
    page = await scrape(dangol)
    assert 'dangol_due{backlog="outbox"} 1.0' in page
    assert 'dangol_due_late_seconds{backlog="outbox"} 90.0' in page
    assert 'dangol_cost_cap_won{channel="kakao-skill"} +Inf' in page


def test_the_channels_that_cost_are_those_a_seller_can_cap(tmp_path: Path) -> None:
    database, vectors = f"sqlite:///{tmp_path}/d.db", str(tmp_path / "vectors.npz")
    settings = Settings(database_url=database, faq=str(FAQ), vectors=vectors)
    channels = build(settings)[PARTS].channels
    assert {name for name, channel in channels.items() if channel.price} == set(PAID_CHANNELS)
