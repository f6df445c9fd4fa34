"""Reminders of customers who went silent.

Once a step, on both channels, whatever happens between.
"""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta

import pytest
from sqlalchemy import func, select, update

import intents
from bot import pings, schema
from bot.model import Conversation, Incoming, Message
from bot.store import conversations
from tests import kakao
from tests.conftest import PATIENCE, Clock, Dangol, Start

PUSH = {"kakao_event_key": "key", "kakao_event_name": "dangol", "kakao_bot_id": "bot-1"}

EventApi = tuple[kakao.EventApi, str]


def edit(dangol: Dangol, sections: str) -> None:
    """The seller saves another FAQ: these sections, and one entry."""
    entry = "{id: a, title: 환불 요청, phrases: [환불해 주세요], answer: 네, ticket: ask}"
    dangol.edit(f"{sections}\nintents:\n  - {entry}\n")


async def silent(dangol: Dangol, user: str = "customer-1") -> Conversation:
    async with dangol.parts.store.read() as tx:
        found = await conversations.find(tx, ("kakao-skill", user))
    assert found is not None
    return found


async def ping_rows(dangol: Dangol) -> int:
    async with dangol.parts.store.read() as tx:
        return (await tx.execute(select(func.count()).select_from(schema.pings))).scalar_one()


async def test_a_silent_customer_is_pinged_once_a_step_and_the_matter_is_named(
    start: Start, event_api: EventApi, clock: Clock
) -> None:
    far, url = event_api
    dangol = await start(kakao_event_url=url, **PUSH)
    await dangol.kakao("환불해 주세요")
    clock.pass_(minutes=29)
    assert await dangol.plan() == 0
    clock.pass_(minutes=1)
    assert await dangol.plan() == 1
    assert await dangol.plan() == 0
    await dangol.deliver()
    clock.pass_(hours=24)
    assert await dangol.plan() == 1
    await dangol.deliver()
    clock.pass_(days=30)
    assert await dangol.plan() == 0
    assert len(far.texts()) == 2
    assert all("환불 요청" in text for text in far.texts())
    assert far.texts()[0] != far.texts()[1]
    assert far.taken[0]["user"] == [{"type": "botUserKey", "id": "customer-1"}]
    assert far.taken[0]["event"]["name"] == "dangol"
    assert far.keys == ["KakaoAK key"] * 2
    assert await ping_rows(dangol) == 2


async def test_a_reply_cancels_what_was_planned(
    start: Start, event_api: EventApi, clock: Clock
) -> None:
    far, url = event_api
    dangol = await start(kakao_event_url=url, **PUSH)
    await dangol.kakao("환불해 주세요")
    clock.pass_(minutes=20)
    await dangol.kakao("배송비 얼마예요")
    clock.pass_(minutes=15)
    assert await dangol.plan() == 0
    assert far.texts() == []


async def test_a_reply_between_planning_and_sending_cancels_the_ping(
    start: Start, event_api: EventApi, clock: Clock
) -> None:
    far, url = event_api
    dangol = await start(kakao_event_url=url, **PUSH)
    await dangol.kakao("환불해 주세요")
    clock.pass_(minutes=30)
    assert await dangol.plan() == 1
    response = await dangol.kakao("아니요")
    assert "환불 요청" not in kakao.texts(response)
    await dangol.deliver()
    assert far.texts() == []


async def test_a_new_question_begins_a_new_silence(
    start: Start, event_api: EventApi, clock: Clock
) -> None:
    far, url = event_api
    dangol = await start(kakao_event_url=url, **PUSH)
    for hours in (0.5, 24, 24, 24):
        await dangol.kakao("환불해 주세요")
        clock.pass_(hours=hours)
        await dangol.plan()
        await dangol.deliver()
    assert len(far.texts()) == 2, "however often he writes, a matter is reminded of twice"
    assert "마지막" in far.texts()[-1]
    assert await ping_rows(dangol) == 2


async def test_nobody_is_pinged_after_a_complete_answer_or_while_the_store_owes_one(
    dangol: Dangol, clock: Clock
) -> None:
    await dangol.kakao("배송비 얼마예요", user="answered")
    await dangol.kakao("상담원 연결해 주세요", user="waiting for the store")
    clock.pass_(days=3)
    assert await dangol.plan() == 0


async def test_without_the_event_api_nothing_is_planned_for_kakao(
    dangol: Dangol, clock: Clock
) -> None:
    await dangol.kakao("환불해 주세요")
    clock.pass_(days=3)
    assert await dangol.plan() == 0
    assert "접수번호는 1번" in kakao.texts(await dangol.kakao("네"))


async def test_two_processes_plan_one_ping(start: Start, event_api: EventApi, clock: Clock) -> None:
    far, url = event_api
    first = await start(kakao_event_url=url, **PUSH)
    second = await start(kakao_event_url=url, **PUSH)
    for n in range(30):
        await first.kakao("환불해 주세요", user=f"customer-{n}")
    clock.pass_(minutes=30)
    planned = [await first.plan(), await second.plan()]
    assert sum(planned) == 30
    await first.deliver()
    await second.deliver()
    assert sorted(body["user"][0]["id"] for body in far.taken) == sorted(
        f"customer-{n}" for n in range(30)
    )


async def test_customers_at_different_steps_are_reminded_together(
    start: Start, event_api: EventApi, clock: Clock
) -> None:
    far, url = event_api
    dangol = await start(kakao_event_url=url, **PUSH)
    await dangol.kakao("환불해 주세요", user="first")
    clock.pass_(minutes=30)
    assert await dangol.plan() == 1
    await dangol.deliver()
    clock.pass_(hours=23)
    await dangol.kakao("환불해 주세요", user="second")
    clock.pass_(minutes=30)
    assert await dangol.plan() == 2
    await dangol.deliver()
    texts = zip(far.taken, far.texts(), strict=True)
    said = {event["user"][0]["id"]: text for event, text in texts}
    assert "마지막 안내" in said["first"]
    assert "마지막 안내" not in said["second"]
    # The next line of each takes the next place in its conversation.
    for user, lines in (("first", 6), ("second", 5)):
        await dangol.kakao("네", user=user)
        found = await dangol.parts.inbox.resume("kakao-skill", user, after=0)
        assert [line.seq for line in found] == list(range(1, lines + 1))


async def test_a_long_downtime_is_not_followed_by_a_burst(
    start: Start, event_api: EventApi, clock: Clock
) -> None:
    far, url = event_api
    dangol = await start(kakao_event_url=url, **PUSH)
    await dangol.kakao("환불해 주세요")
    clock.pass_(days=2)
    await dangol.plan()
    clock.pass_(seconds=1)
    await dangol.plan()
    await dangol.deliver()
    (said,) = far.texts()
    assert "마지막 안내" in said


async def test_after_a_very_long_downtime_nobody_is_reminded_out_of_nowhere(
    start: Start, event_api: EventApi, clock: Clock
) -> None:
    far, url = event_api
    dangol = await start(kakao_event_url=url, **PUSH)
    await dangol.kakao("환불해 주세요")
    clock.pass_(days=12)
    assert await dangol.plan() == 0
    await dangol.deliver()
    assert far.texts() == []


async def test_a_web_customer_finds_the_ping_at_the_next_visit(
    dangol: Dangol, clock: Clock
) -> None:
    inbox = dangol.parts.inbox
    await inbox.receive(Incoming(channel="web", customer="w", text="환불해 주세요"), within=10)
    clock.pass_(minutes=30)
    assert await dangol.plan() == 1
    assert await dangol.deliver() == 0
    lines = await inbox.resume("web", "w", after=2)
    assert [line.ping_step for line in lines] == [0]
    assert "환불 요청" in lines[0].body["text"]
    again = await inbox.resume("web", "w", after=0)
    assert [line.delivery for line in again if line.ping_step == 0] == ["sent"]


async def test_who_was_away_finds_the_newest_reminder_only(dangol: Dangol, clock: Clock) -> None:
    inbox = dangol.parts.inbox
    await inbox.receive(Incoming(channel="web", customer="w", text="환불해 주세요"), within=10)
    clock.pass_(minutes=30)
    await dangol.plan()
    clock.pass_(hours=24)
    await dangol.plan()
    lines = await inbox.resume("web", "w", after=2)
    assert [line.ping_step for line in lines] == [1]


async def test_an_operators_question_is_followed_up(
    start: Start, event_api: EventApi, clock: Clock
) -> None:
    far, url = event_api
    dangol = await start(kakao_event_url=url, **PUSH)
    await dangol.kakao("깨져서 왔어요")
    await dangol.parts.desk.reply(await dangol.operator(), 1, "교환해 드릴까요?", "n1")
    await dangol.deliver()
    clock.pass_(minutes=30)
    assert await dangol.plan() == 1
    await dangol.deliver()
    assert "상품 불량" in far.texts()[-1]
    assert "1번" in far.texts()[-1]


async def test_durations_of_two_seconds_are_accepted(
    start: Start, event_api: EventApi, clock: Clock, tmp_path: object
) -> None:
    far, url = event_api
    dangol = await start(kakao_event_url=url, **PUSH)
    faq = dangol.parts.faqs.faq
    assert faq.pings.after == (timedelta(minutes=30), timedelta(hours=24))
    edit(dangol, "pings: {after: [2s]}")
    await dangol.kakao("환불해 주세요")
    clock.pass_(seconds=2)
    assert await dangol.plan() == 1
    await dangol.deliver()
    assert len(far.texts()) == 1


@pytest.mark.parametrize(
    "store",
    [
        "{dates: {2026-11-26~2027-01-20: 휴무}}",
        "{hours: {mon-sun: '21:00-24:00'}}",
    ],
)
async def test_where_no_polite_moment_is_to_come_the_matter_is_parked_without_a_reminder(
    start: Start,
    event_api: EventApi,
    clock: Clock,
    monkeypatch: pytest.MonkeyPatch,
    store: str,
) -> None:
    """The hours changed after the reminders were planned; as many are due as fit in one batch."""
    far, url = event_api
    monkeypatch.setattr(pings, "BATCH", 3)
    dangol = await start(kakao_event_url=url, **PUSH)
    for n in range(3):
        await dangol.kakao("환불해 주세요", user=f"c{n}")
    begun = clock.now
    edit(dangol, f"store: {store}\npings: {{after: [30m, 24h], park_after: 72h}}")
    clock.pass_(days=1)  # the first day of the long closing
    assert await dangol.plan() == 0
    assert (await silent(dangol, "c0")).ping_due_at == begun + timedelta(hours=72)
    clock.pass_(days=2)
    assert await dangol.plan() == 0
    for n in range(3):
        after = await silent(dangol, f"c{n}")
        assert (after.state.waiting_on, after.ping_due_at) == ("nobody", None)
    await dangol.deliver()
    assert far.texts() == []


async def test_a_silence_that_begins_where_no_polite_moment_is_to_come_is_only_parked(
    dangol: Dangol, clock: Clock
) -> None:
    edit(dangol, "store: {hours: {mon-sun: '22:00-24:00'}}\npings: {park_after: 72h}")
    await dangol.kakao("환불해 주세요")
    conversation = await silent(dangol)
    assert (conversation.ping_step, conversation.ping_due_at) == (2, clock.now + timedelta(days=3))


async def test_what_cannot_be_put_off_is_not_looked_at_without_end(
    dangol: Dangol, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pings, "BATCH", 2)
    for n in range(2):
        await dangol.kakao("환불해 주세요", user=f"c{n}")
    clock.pass_(minutes=30)

    async def mistaken(*_: object) -> int:
        return 0  # and all is due as before

    monkeypatch.setattr(pings, "_take", mistaken)
    async with asyncio.timeout(PATIENCE):
        assert await dangol.plan() == 0


async def test_one_customer_who_cannot_be_reminded_holds_up_no_other(
    start: Start, event_api: EventApi, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    far, url = event_api
    dangol = await start(kakao_event_url=url, **PUSH)
    for n in range(3):
        await dangol.kakao("환불해 주세요", user=f"c{n}")
    line = pings._line

    def mistaken(conversation: Conversation, faq: intents.Faq, now: datetime) -> Message:
        if conversation.address == "c1":
            raise ZeroDivisionError
        return line(conversation, faq, now)

    monkeypatch.setattr(pings, "_line", mistaken)
    clock.pass_(minutes=30)
    assert await dangol.plan() == 2
    assert await dangol.plan() == 0
    assert (await silent(dangol, "c1")).ping_due_at == clock.now + pings.REST
    assert await ping_rows(dangol) == 2
    monkeypatch.undo()
    clock.now += pings.REST
    assert await dangol.plan() == 1
    await dangol.deliver()
    users = [body["user"][0]["id"] for body in far.taken]
    assert sorted(users) == ["c0", "c1", "c2"]


async def test_one_conversation_that_cannot_be_read_holds_up_no_other(
    start: Start, event_api: EventApi, clock: Clock
) -> None:
    _, url = event_api
    dangol = await start(kakao_event_url=url, **PUSH)
    for n in range(3):
        await dangol.kakao("환불해 주세요", user=f"c{n}")
    async with dangol.parts.store.begin() as tx:
        broken = {"kind": "file"}  # a question without its entries
        await tx.execute(
            update(schema.conversations)
            .where(schema.conversations.c.id == 2)
            .values(question=broken)
        )
    clock.pass_(minutes=30)
    assert await dangol.plan() == 2
    assert await dangol.plan() == 0


async def test_a_reminder_that_the_seller_took_away_does_not_park_early(
    start: Start, event_api: EventApi, clock: Clock
) -> None:
    far, url = event_api
    dangol = await start(kakao_event_url=url, **PUSH)
    await dangol.kakao("환불해 주세요")
    begun = clock.now
    clock.pass_(minutes=30)
    assert await dangol.plan() == 1
    edit(dangol, "pings: {after: [30m], park_after: 72h}")
    clock.pass_(hours=24)
    assert await dangol.plan() == 0
    waiting = await silent(dangol)
    assert waiting.state.waiting_on == "customer"
    assert waiting.ping_due_at == begun + timedelta(hours=72)
    clock.now = begun + timedelta(hours=72)
    await dangol.plan()
    assert (await silent(dangol)).state.waiting_on == "nobody"
    await dangol.deliver()
    assert len(far.texts()) == 1


async def test_a_reminder_that_the_seller_adds_does_not_reach_who_asked_for_silence(
    start: Start, event_api: EventApi, clock: Clock
) -> None:
    far, url = event_api
    dangol = await start(kakao_event_url=url, **PUSH)
    await dangol.kakao("환불해 주세요")
    await dangol.kakao("그만 보내세요")
    edit(dangol, "pings: {after: [30m, 24h, 48h], park_after: 72h}")
    clock.pass_(hours=71)
    assert await dangol.plan() == 0
    assert (await silent(dangol)).state.waiting_on == "customer"
    clock.pass_(hours=1)
    assert await dangol.plan() == 0
    assert (await silent(dangol)).state.waiting_on == "nobody"
    await dangol.deliver()
    assert far.texts() == []
