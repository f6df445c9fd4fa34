"""The one door out: once, in order, with retries, whatever dies between."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import uuid4

import pytest
from sqlalchemy import select

from bot import store
from bot.channels.web import Page, WebChannel
from bot.model import Delivery, Incoming, Parcel
from bot.outbox import FIRST_WAIT, LEASE, TRIES, back_off
from bot.schema import outbox
from bot.store import Tx, messages
from tests import kakao
from tests.conftest import Clock, Dangol, Start

PUSH = {"kakao_event_key": "key", "kakao_event_name": "dangol", "kakao_bot_id": "bot-1!"}

EventApi = tuple[kakao.EventApi, str]


async def deliveries(dangol: Dangol) -> list[Delivery | None]:
    """Of the operators' messages in the first conversation."""
    async with dangol.parts.store.read() as tx:
        lines = await messages.history(tx, 1)
    return [line.delivery for line in lines if line.author == "operator"]


@pytest.fixture
async def pushing(start: Start, event_api: EventApi) -> tuple[Dangol, kakao.EventApi]:
    far, url = event_api
    dangol = await start(kakao_event_url=url, **PUSH)
    await dangol.kakao("깨져서 왔어요")
    return dangol, far


async def reply(dangol: Dangol, text: str) -> None:
    operator = await dangol.operator(f"상담원 {text}")
    await dangol.parts.desk.reply(operator, 1, text, uuid4().hex)


async def test_an_operator_reply_leaves_by_the_outbox(
    pushing: tuple[Dangol, kakao.EventApi],
) -> None:
    dangol, far = pushing
    await reply(dangol, "오늘 새 상품을 보냈어요.")
    assert await deliveries(dangol) == ["queued"]
    assert await dangol.deliver() == 1
    assert await deliveries(dangol) == ["sent"]
    assert await dangol.deliver() == 0
    assert far.texts() == ["오늘 새 상품을 보냈어요."]


async def test_a_passing_error_is_tried_again_later(
    pushing: tuple[Dangol, kakao.EventApi], clock: Clock
) -> None:
    dangol, far = pushing
    far.failures = [503, 401]
    await reply(dangol, "확인했어요.")
    await dangol.deliver()
    assert await deliveries(dangol) == ["queued"]
    assert await dangol.deliver() == 0
    clock.pass_(seconds=7)
    await dangol.deliver()
    assert await deliveries(dangol) == ["queued"]
    clock.pass_(seconds=13)
    await dangol.deliver()
    assert await deliveries(dangol) == ["sent"]
    assert far.texts() == ["확인했어요."]


async def test_a_permanent_error_fails_at_once_and_can_be_tried_again_by_hand(
    pushing: tuple[Dangol, kakao.EventApi],
) -> None:
    dangol, far = pushing
    far.failures = [400]
    operator = await dangol.operator()
    await dangol.parts.desk.reply(operator, 1, "확인했어요.", "n")
    await dangol.deliver()
    assert await deliveries(dangol) == ["failed"]
    detail = await dangol.parts.desk.ticket(1)
    assert "HTTP 400" in (detail.messages[-1].error or "")
    await dangol.parts.desk.retry(operator, 1, detail.messages[-1].seq)
    await dangol.deliver()
    assert await deliveries(dangol) == ["sent"]


async def test_a_message_is_given_up_after_so_many_tries(
    pushing: tuple[Dangol, kakao.EventApi], clock: Clock
) -> None:
    dangol, far = pushing
    far.failures = [500] * TRIES
    await reply(dangol, "확인했어요.")
    for _ in range(TRIES):
        assert await dangol.deliver() == 1
        clock.pass_(hours=2)
    assert await deliveries(dangol) == ["failed"]
    assert await dangol.deliver() == 0


async def test_messages_of_one_customer_leave_in_order(
    pushing: tuple[Dangol, kakao.EventApi], clock: Clock
) -> None:
    dangol, far = pushing
    far.failures = [503]
    for text in ("하나", "둘", "셋"):
        await reply(dangol, text)
    await dangol.deliver()
    assert far.texts() == []
    clock.pass_(minutes=1)
    await dangol.deliver()
    assert far.texts() == ["하나", "둘", "셋"]


async def test_an_unforeseen_error_holds_up_no_other_message(
    start: Start, event_api: EventApi, monkeypatch: pytest.MonkeyPatch
) -> None:
    far, url = event_api
    dangol = await start(kakao_event_url=url, **PUSH)
    operator = await dangol.operator()
    for n in range(3):
        await dangol.kakao("깨져서 왔어요", user=f"customer-{n}")
        await dangol.parts.desk.reply(operator, n + 1, f"답 {n}", f"n{n}")
    send = dangol.parts.channels["kakao-skill"].send

    async def breaking(parcel: Parcel) -> str | None:
        if parcel.address == "customer-0":
            raise ZeroDivisionError
        return await send(parcel)

    monkeypatch.setattr(dangol.parts.channels["kakao-skill"], "send", breaking)
    with pytest.raises(ZeroDivisionError):
        await dangol.deliver()
    assert sorted(far.texts()) == ["답 1", "답 2"]
    async with dangol.parts.store.read() as tx:
        sent = select(outbox.c.conversation_id).where(outbox.c.delivery == "sent")
        assert sorted((await tx.execute(sent)).scalars()) == [2, 3]


async def test_messages_that_leave_together_are_noted_together(
    start: Start, event_api: EventApi, monkeypatch: pytest.MonkeyPatch
) -> None:
    _far, url = event_api
    dangol = await start(kakao_event_url=url, **PUSH)
    operator = await dangol.operator()
    for n in range(5):
        await dangol.kakao("깨져서 왔어요", user=f"customer-{n}")
        await dangol.parts.desk.reply(operator, n + 1, f"답 {n}", f"n{n}")

    async def at_once(_parcel: Parcel) -> None:
        return None

    monkeypatch.setattr(dangol.parts.channels["kakao-skill"], "send", at_once)
    note, noted = store.outbox.sent, []

    async def counting(tx: Tx, parcels: Sequence[Parcel], now: datetime) -> None:
        noted.append(len(parcels))
        await note(tx, parcels, now)

    monkeypatch.setattr("bot.store.outbox.sent", counting)
    assert await dangol.deliver() == 5
    assert noted == [5]


async def test_two_processes_never_send_one_row_twice(start: Start, event_api: EventApi) -> None:
    far, url = event_api
    first = await start(kakao_event_url=url, **PUSH)
    second = await start(kakao_event_url=url, **PUSH)
    operator = await first.operator()
    for n in range(40):
        await first.kakao("깨져서 왔어요", user=f"customer-{n}")
        await first.parts.desk.reply(operator, n + 1, f"답 {n}", f"n{n}")
    await asyncio.gather(first.deliver(), second.deliver(), first.deliver(), second.deliver())
    assert sorted(far.texts()) == sorted(f"답 {n}" for n in range(40))


async def test_a_row_whose_process_died_is_sent_by_another_when_the_lease_is_over(
    start: Start, event_api: EventApi, clock: Clock
) -> None:
    far, url = event_api
    first = await start(kakao_event_url="http://127.0.0.1:9", **PUSH)
    await first.kakao("깨져서 왔어요")
    await first.parts.desk.reply(await first.operator(), 1, "확인했어요.", "n")
    await first.parts.outbox._claim("kakao-skill")  # it dies here, between claim and send
    second = await start(kakao_event_url=url, **PUSH)
    assert await second.deliver() == 0
    clock.now += LEASE
    assert await second.deliver() == 1
    assert far.texts() == ["확인했어요."]


async def test_without_the_event_api_a_reply_goes_with_the_customers_next_line(
    dangol: Dangol,
) -> None:
    await dangol.kakao("깨져서 왔어요")
    operator = await dangol.operator()
    await dangol.parts.desk.reply(operator, 1, "어느 부분이 깨졌나요?", "n")
    assert await dangol.deliver() == 0
    response = await dangol.post(kakao.said("여보세요?"), request_id="r1")
    assert kakao.texts(response) == "어느 부분이 깨졌나요?"
    assert await deliveries(dangol) == ["sent"]
    again = await dangol.post(kakao.said("여보세요?"), request_id="r1")
    assert again == response
    assert "어느 부분" not in kakao.texts(await dangol.kakao("손잡이요"))


async def test_waiting_replies_that_do_not_fit_go_with_the_line_after(dangol: Dangol) -> None:
    await dangol.kakao("깨져서 왔어요")
    operator = await dangol.operator()
    for n in range(5):
        await dangol.parts.desk.reply(operator, 1, f"{n}" * 1000, f"n{n}")
    first = kakao.texts(await dangol.kakao("여보세요?"))
    second = kakao.texts(await dangol.kakao("여보세요?"))
    assert [line[0] for line in first.split("\n")] == ["0", "1", "2"]
    assert [line[0] for line in second.split("\n")] == ["3", "4"]


class Tab:
    """An open chat page."""

    def __init__(self, *, gone: bool = False) -> None:
        self.frames: list[str] = []
        self._gone = gone

    async def send_str(self, data: str) -> None:
        if self._gone:
            raise ConnectionResetError
        self.frames.append(data)


async def test_a_web_message_goes_to_open_pages_and_waits_otherwise(
    dangol: Dangol, clock: Clock
) -> None:
    channel = dangol.parts.channels["web"]
    assert isinstance(channel, WebChannel)
    await dangol.parts.inbox.receive(
        Incoming(channel="web", customer="w", text="깨져서 왔어요"), within=10
    )
    await reply(dangol, "확인했어요.")
    assert await dangol.deliver() == 0
    dead, alive = Tab(gone=True), Tab()
    page: Page = dead
    channel.join("w", page)
    assert await dangol.deliver() == 1
    assert await deliveries(dangol) == ["queued"]
    channel.join("w", alive)
    clock.pass_(minutes=1)
    assert await dangol.deliver() == 1
    assert await deliveries(dangol) == ["sent"]
    assert "확인했어요." in alive.frames[0]


async def test_a_channel_that_hangs_does_not_hold_up_the_others(
    pushing: tuple[Dangol, kakao.EventApi],
) -> None:
    dangol, far = pushing
    far.hold = asyncio.Event()
    await reply(dangol, "카카오로 가는 답")
    hanging = asyncio.ensure_future(dangol.parts.outbox.deliver("kakao-skill"))
    await far.called.wait()
    channel = dangol.parts.channels["web"]
    assert isinstance(channel, WebChannel)
    page = Tab()
    channel.join("w", page)
    incoming = Incoming(channel="web", customer="w", text="깨져서 왔어요")
    await dangol.parts.inbox.receive(incoming, within=10)
    await dangol.parts.desk.reply(await dangol.operator(), 2, "웹으로 가는 답", "n2")
    assert await dangol.parts.outbox.deliver("web") == 1
    assert "웹으로 가는 답" in page.frames[0]
    assert not hanging.done()
    far.hold.set()
    assert await hanging == 1


async def test_messages_that_failed_together_are_not_tried_again_together(
    start: Start, event_api: EventApi, clock: Clock
) -> None:
    far, url = event_api
    dangol = await start(kakao_event_url=url, **PUSH)
    operator, count = await dangol.operator(), 20
    for n in range(count):
        await dangol.kakao("깨져서 왔어요", user=f"customer-{n}")
        await dangol.parts.desk.reply(operator, n + 1, f"답 {n}", f"n{n}")
    far.failures = [503] * count
    assert await dangol.deliver() == count
    async with dangol.parts.store.read() as tx:
        due = (await tx.execute(select(outbox.c.due_at))).scalars().all()
    waits = [moment - clock() for moment in due]
    assert len(waits) == count
    assert all(FIRST_WAIT <= wait <= 1.25 * FIRST_WAIT for wait in waits)
    # One value for all, or two, would send them in step again.
    assert len(set(waits)) > count // 2
    assert max(waits) - min(waits) > FIRST_WAIT / 16


def test_the_wait_doubles_and_ends_at_an_hour() -> None:
    waits = [back_off(n) for n in range(1, 20)]
    assert timedelta(seconds=5) <= waits[0] <= timedelta(seconds=6.25)
    assert timedelta(seconds=10) <= waits[1] <= timedelta(seconds=12.5)
    assert all(wait <= timedelta(hours=1.25) for wait in waits)
