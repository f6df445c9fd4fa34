"""What operators do to tickets and conversations."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta
from random import Random

import pytest
from sqlalchemy import update

from bot import schema
from bot.casework import NotFound
from bot.desk import PAGE
from bot.model import Rejected, Ticket
from bot.store import conversations
from tests import kakao
from tests.conftest import Clock, Dangol


@pytest.fixture
async def filed(dangol: Dangol) -> Dangol:
    """A customer has filed ticket 1."""
    await dangol.kakao("깨져서 왔어요")
    return dangol


async def test_the_bot_is_silent_while_a_person_is_in_charge(filed: Dangol) -> None:
    desk, operator = filed.parts.desk, await filed.operator()
    await desk.take(operator, 1)
    response = await filed.kakao("배송비 얼마예요")
    assert "3,000원" not in kakao.texts(response)
    detail = await desk.ticket(1)
    assert detail.ticket.mode == "human"
    assert detail.ticket.assignee == "박지현"
    assert [message.author for message in detail.messages] == ["customer", "bot", "customer"]


async def test_the_bot_answers_again_after_it_was_handed_back(filed: Dangol) -> None:
    desk, operator = filed.parts.desk, await filed.operator()
    await desk.take(operator, 1)
    await desk.hand_back(operator, 1)
    assert "3,000원" in kakao.texts(await filed.kakao("배송비 얼마예요"))


async def test_a_reply_takes_over_and_waits_for_the_customer(filed: Dangol) -> None:
    desk, operator = filed.parts.desk, await filed.operator()
    await desk.reply(operator, 1, "  사진을 보내 주시겠어요?\r\n고맙습니다. ", "n1")
    detail = await desk.ticket(1)
    assert detail.ticket.status == "waiting"
    assert detail.ticket.waiting_on == "customer"
    assert detail.ticket.mode == "human"
    assert detail.messages[-1].body["text"] == "사진을 보내 주시겠어요?\n고맙습니다."
    assert detail.operators[detail.messages[-1].operator_id or 0] == "박지현"


async def test_the_customers_answer_puts_the_ticket_back_to_the_store(filed: Dangol) -> None:
    desk, operator = filed.parts.desk, await filed.operator()
    await desk.reply(operator, 1, "사진을 보내 주시겠어요?", "n1")
    await filed.kakao("네 보낼게요")
    ticket = (await desk.ticket(1)).ticket
    assert ticket.status == "open"
    assert ticket.waiting_on == "store"


async def test_a_double_submit_sends_once(filed: Dangol) -> None:
    desk, operator = filed.parts.desk, await filed.operator()
    await asyncio.gather(*(desk.reply(operator, 1, "확인했어요.", "same") for _ in range(5)))
    detail = await desk.ticket(1)
    assert [m.author for m in detail.messages].count("operator") == 1


async def test_a_resolved_ticket_frees_the_bot_and_ends_the_silence(
    filed: Dangol, clock: Clock
) -> None:
    desk, operator = filed.parts.desk, await filed.operator()
    await desk.reply(operator, 1, "새 상품을 보냈어요.", "n1")
    await desk.resolve(operator, 1)
    ticket = (await desk.ticket(1)).ticket
    assert ticket.status == "resolved"
    assert ticket.resolved_at == clock()
    assert ticket.waiting_on == "nobody"
    assert "3,000원" in kakao.texts(await filed.kakao("배송비 얼마예요"))
    with pytest.raises(Rejected, match="다시 열어"):
        await desk.reply(operator, 1, "하나 더요", "n2")
    clock.pass_(days=3)
    assert await filed.plan() == 0


async def test_a_new_matter_after_the_resolution_is_a_new_ticket(filed: Dangol) -> None:
    desk, operator = filed.parts.desk, await filed.operator()
    await desk.resolve(operator, 1)
    assert "2번" in kakao.texts(await filed.kakao("불량품이 왔어요"))
    with pytest.raises(Rejected, match="2번"):
        await desk.reopen(operator, 1)


async def test_a_resolution_can_be_undone(filed: Dangol) -> None:
    desk, operator = filed.parts.desk, await filed.operator()
    await desk.resolve(operator, 1)
    await desk.reopen(operator, 1)
    ticket = (await desk.ticket(1)).ticket
    assert (ticket.status, ticket.resolved_at, ticket.waiting_on) == ("open", None, "store")
    await filed.kakao("로봇이 아니죠?")
    async with filed.parts.store.read() as tx:
        found = await conversations.find(tx, ("kakao-skill", "customer-1"))
    assert found is not None
    assert found.state.ticket == 1


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "적어"),
        (" \n ", "적어"),
        ("가" * 1001, "1,000자"),
        ("a\0b", "문자"),
        ("\ud800", "문자"),
    ],
)
async def test_a_text_that_cannot_be_sent_is_refused(filed: Dangol, text: str, why: str) -> None:
    operator = await filed.operator()
    with pytest.raises(Rejected, match=why):
        await filed.parts.desk.reply(operator, 1, text, "n1")
    assert len((await filed.parts.desk.ticket(1)).messages) == 2


async def test_a_ticket_that_is_not_there_is_not_found(dangol: Dangol) -> None:
    operator = await dangol.operator()
    with pytest.raises(NotFound):
        await dangol.parts.desk.ticket(99)
    with pytest.raises(NotFound):
        await dangol.parts.desk.reply(operator, 99, "네", "n")
    for cursor in ("nonsense", "2026-01-01~1", "2026-01-01T00:00:00+00:00~x"):
        with pytest.raises(NotFound):
            await dangol.parts.desk.tickets("all", cursor)
    for cursor in ("nonsense", "0~1", "x~~1", "0~2026-01-01~1", "3~~1", "-1~~1", "0~~x", "0~~1~2"):
        with pytest.raises(NotFound):
            await dangol.parts.desk.tickets("todo", cursor)
    with pytest.raises(NotFound):
        await dangol.parts.desk.tickets("no such view")


async def listed(dangol: Dangol, view: str) -> list[Ticket]:
    """All pages of a tab."""
    seen: list[Ticket] = []
    cursor: str | None = None
    while True:
        page = await dangol.parts.desk.tickets(view, cursor)
        seen += page.tickets
        cursor = page.next
        if cursor is None:
            return seen


async def test_a_long_list_comes_in_pages_without_a_gap(dangol: Dangol, clock: Clock) -> None:
    total = PAGE * 2 + 5
    for n in range(total):
        await dangol.kakao("깨져서 왔어요", user=f"customer-{n}")
        if n % 3:
            clock.pass_(seconds=1)
    newest = [ticket.id for ticket in await listed(dangol, "all")]
    assert newest == sorted(range(1, total + 1), reverse=True)
    assert (await dangol.parts.desk.tickets("all")).counts == {"open": total}


async def test_what_is_to_do_comes_by_its_turn_in_pages_without_a_gap(
    dangol: Dangol, clock: Clock
) -> None:
    total, dice = PAGE * 2 + 25, Random(7)  # noqa: S311 - the same list every time
    for n in range(total):
        await dangol.kakao("깨져서 왔어요", user=f"customer-{n}")
    # Many alike, so that pages end within what is equal; some are yet to be planned.
    async with dangol.parts.store.begin() as tx:
        for number in range(1, total + 1):
            by = dice.choice([clock() + timedelta(hours=n) for n in (-2, 0, 5)] + [schema.NEVER])
            row = schema.tickets.c.id == number
            changed = update(schema.tickets).where(row)
            await tx.execute(changed.values(priority=dice.choice([0, 0, 1, 2]), owed_by=by))
    found = await listed(dangol, "todo")

    def turn(ticket: Ticket) -> tuple[int, datetime, int]:
        return -ticket.priority, ticket.owed_by or schema.NEVER, ticket.id

    assert [turn(ticket) for ticket in found] == sorted(turn(ticket) for ticket in found)
    assert sorted(ticket.id for ticket in found) == list(range(1, total + 1))
    assert {ticket.priority for ticket in found[:PAGE]} > {2}


async def test_a_ticket_that_is_raised_between_two_pages_hides_no_other(dangol: Dangol) -> None:
    total = PAGE + 5
    for n in range(total):
        await dangol.kakao("깨져서 왔어요", user=f"customer-{n}")
    page = await dangol.parts.desk.tickets("todo")
    await dangol.parts.desk.edit(await dangol.operator(), total, priority=2)
    rest = await dangol.parts.desk.tickets("todo", page.next)
    assert [ticket.id for ticket in rest.tickets] == list(range(PAGE + 1, total))


async def test_the_views_hold_their_statuses(filed: Dangol) -> None:
    desk, operator = filed.parts.desk, await filed.operator()

    async def where() -> dict[str, int]:
        views = ("todo", "waiting", "resolved", "all")
        return {view: len((await desk.tickets(view)).tickets) for view in views}

    assert await where() == {"todo": 1, "waiting": 0, "resolved": 0, "all": 1}
    await desk.reply(operator, 1, "네?", "n")
    assert await where() == {"todo": 0, "waiting": 1, "resolved": 0, "all": 1}
    await desk.resolve(operator, 1)
    assert await where() == {"todo": 0, "waiting": 0, "resolved": 1, "all": 1}


async def test_live_pages_hear_of_a_change_in_another_process(filed: Dangol) -> None:
    feed = filed.parts.feed
    seen = feed.version
    waiting = asyncio.ensure_future(feed.wait(seen))
    await filed.parts.desk.take(await filed.operator(), 1)
    assert await asyncio.wait_for(waiting, 5) > seen
