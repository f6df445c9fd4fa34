"""Trains, order, and many messages at once, on both databases."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from sqlalchemy import func, select

from bot import schema
from bot.inbox import QUEUE, Overloaded
from bot.model import Incoming
from bot.store import Store, messages
from tests import kakao
from tests.conftest import Dangol, Start


async def rows(store: Store, table: Any) -> int:
    async with store.read() as tx:
        return (await tx.execute(select(func.count()).select_from(table))).scalar_one()


def line(text: str, customer: str = "customer-1", event_id: str | None = None) -> Incoming:
    return Incoming(channel="kakao-skill", customer=customer, text=text, event_id=event_id)


async def test_40_messages_at_once_of_a_new_customer_make_80_lines_of_one_conversation(
    dangol: Dangol,
) -> None:
    await asyncio.gather(*(dangol.kakao(f"{n}번째 이야기예요") for n in range(40)))
    store = dangol.parts.store
    assert await rows(store, schema.customers) == 1
    assert await rows(store, schema.conversations) == 1
    assert await rows(store, schema.messages) == 80
    async with store.read() as tx:
        history = await messages.history(tx, 1)
    assert [message.seq for message in history] == list(range(1, 81))


async def test_40_messages_at_once_through_two_processes_stay_one_conversation(
    start: Start,
) -> None:
    first, second = await start(), await start()
    await asyncio.gather(
        *((first, second)[n % 2].kakao(f"상담원 연결해 주세요 {n}") for n in range(40))
    )
    assert await rows(first.parts.store, schema.customers) == 1
    assert await rows(first.parts.store, schema.conversations) == 1
    assert await rows(first.parts.store, schema.messages) == 80
    assert await rows(first.parts.store, schema.tickets) == 1


async def test_messages_of_one_customer_are_handled_in_order(dangol: Dangol) -> None:
    inbox = dangol.parts.inbox
    received = await asyncio.gather(
        *(inbox.receive(line(f"{n}번째"), within=10) for n in range(30))
    )
    assert [one.seq for one in received if one] == list(range(1, 61, 2))
    async with dangol.parts.store.read() as tx:
        history = await messages.history(tx, 1)
    said = [message.body["text"] for message in history if message.author == "customer"]
    assert said == [f"{n}번째" for n in range(30)]


async def test_the_number_of_a_card_is_written_nowhere(dangol: Dangol) -> None:
    await dangol.kakao("결제가 두번됐어요")
    await dangol.kakao("카드번호는 4518-4421-0093-1123이에요")
    await dangol.kakao("상담원 연결해 주세요")
    async with dangol.parts.store.read() as tx:
        history = await messages.history(tx, 1)
    ticket = await dangol.parts.desk.ticket(1)
    written = f"{history} {ticket}"
    assert "1123" in written
    assert "4421" not in written


async def test_the_number_of_a_resident_is_written_nowhere(dangol: Dangol) -> None:
    await dangol.kakao("현금영수증 안 나왔어요")
    await dangol.kakao("9001011234567 이걸로요")
    await dangol.kakao("상담원 연결해 주세요 900101-1234567")
    async with dangol.parts.store.read() as tx:
        history = await messages.history(tx, 1)
    written = f"{history} {await dangol.parts.desk.ticket(1)}"
    assert "******-*******" in written
    assert "1234567" not in written


async def test_many_customers_share_a_transaction(
    dangol: Dangol, monkeypatch: pytest.MonkeyPatch
) -> None:
    trains = 0
    begin = Store.begin

    def counted(store: Store) -> Any:
        nonlocal trains
        trains += 1
        return begin(store)

    monkeypatch.setattr(Store, "begin", counted)
    await asyncio.gather(
        *(dangol.parts.inbox.receive(line("배송비", f"c{n}"), within=10) for n in range(60))
    )
    assert trains <= 3
    assert await rows(dangol.parts.store, schema.messages) == 120


async def test_one_failing_message_does_not_harm_the_others(dangol: Dangol) -> None:
    """A NUL cannot be stored by PostgreSQL, an address of 300 letters by neither.

    Parse refuses both.
    """
    inbox = dangol.parts.inbox
    bad = Incoming(channel="no such channel", customer="x" * 10, text="배송비 얼마예요")
    calls = [inbox.receive(line("배송비 얼마예요", f"c{n}"), within=10) for n in range(10)]
    results = await asyncio.gather(*calls, inbox.receive(bad, within=10), return_exceptions=True)
    assert isinstance(results[-1], KeyError)
    assert not any(isinstance(result, BaseException) for result in results[:-1])
    assert await rows(dangol.parts.store, schema.messages) == 20
    assert await rows(dangol.parts.store, schema.customers) == 10


async def test_an_answer_leaves_only_after_its_commit(
    dangol: Dangol, monkeypatch: pytest.MonkeyPatch
) -> None:
    committed: list[bool] = []
    add = messages.add

    async def watched(tx: Any, lines: Any) -> None:
        await add(tx, lines)
        committed.append(receive.done())

    monkeypatch.setattr("bot.store.messages.add", watched)
    receive = asyncio.ensure_future(dangol.parts.inbox.receive(line("배송비"), within=10))
    await receive
    assert committed == [False]
    assert await rows(dangol.parts.store, schema.messages) == 2


@pytest.mark.slow
async def test_too_many_waiting_messages_are_told_so_at_once(dangol: Dangol) -> None:
    inbox = dangol.parts.inbox
    calls = [
        asyncio.ensure_future(inbox.receive(line("배송비", f"c{n % 50}"), within=30))
        for n in range(QUEUE + 1)
    ]
    results = await asyncio.gather(*calls, return_exceptions=True)
    refused = [result for result in results if isinstance(result, Overloaded)]
    assert len(refused) == 1
    assert await rows(dangol.parts.store, schema.messages) == 2 * QUEUE


async def test_messages_that_wait_are_written_before_the_server_stops(start: Start) -> None:
    first = await start()
    calls = [
        asyncio.ensure_future(first.parts.inbox.receive(line("배송비", f"c{n}"), within=10))
        for n in range(200)
    ]
    await asyncio.sleep(0)
    await first.parts.inbox.close()
    assert all(call.done() for call in calls) or await asyncio.gather(*calls)
    second = await start()
    assert await rows(second.parts.store, schema.messages) == 400


async def test_a_ticket_keeps_words_category_and_conversation(dangol: Dangol) -> None:
    await dangol.kakao("지난주에 산 컵 환불하고 싶어요")
    response = await dangol.kakao("네, 접수해 주세요", extra={"dangol": "yes"})
    assert "접수번호는 1번이에요" in kakao.texts(response)
    detail = await dangol.parts.desk.ticket(1)
    assert detail.ticket.words == "지난주에 산 컵 환불하고 싶어요"
    assert detail.ticket.category == "refund"
    assert detail.ticket.status == "open"
    assert [message.author for message in detail.messages] == ["customer", "bot"] * 2


async def test_two_misses_in_a_row_open_one_ticket(dangol: Dangol) -> None:
    first = await dangol.kakao("오늘 저녁에 비가 올까")
    assert kakao.labels(first)[0] == "상담원 연결"
    second = await dangol.kakao("강아지 이름 좀 지어줘")
    assert "접수번호는 1번이에요" in kakao.texts(second)
    third = await dangol.kakao("김치찌개 끓이는 법")
    assert "1번" in kakao.texts(third)
    assert await rows(dangol.parts.store, schema.tickets) == 1
