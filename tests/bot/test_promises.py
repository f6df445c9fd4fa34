"""The store's silence: warned before it is late, told when it is, in opening time."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import casework, hours, promises
from bot.model import NEARLY_LATE, Conversation, Incoming, Pressing, Ticket
from bot.store import Tx, conversations, deadlines
from intents import Faq, parse
from tests import kakao
from tests.conftest import START, Clock, Dangol, Start
from tests.console.seat import seat

FAQ = parse(
    'store: {hours: {mon-fri: ["10:00-12:00", "13:00-18:00"]}, holidays: south-korea}\n'
    "intents:\n  - {id: a, phrases: [가나다], answer: 네}\n"
)
MOMENTS = st.integers(0, 690 * 24 * 60).map(
    lambda minutes: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)
HOUR = timedelta(hours=1)
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


#: Entries that ask; always open, so that opening time is plain time.
ASKING = """
intents:
  - id: human_agent
    title: 상담원 연결
    phrases: [상담원 연결해 주세요, 사람이랑 얘기하고 싶어요]
    answer: 네.
    ticket: open
    details: []
  - id: defect
    title: 상품 불량
    category: product_quality
    phrases: [깨져서 왔어요, 불량품이 왔어요]
    answer: 죄송해요.
    ticket: open
  - id: refund
    title: 환불 요청
    category: refund
    phrases: [환불해 주세요, 환불하고 싶어요]
    answer: 네.
    ticket: ask
"""


async def ticket(dangol: Dangol) -> Ticket:
    return (await dangol.parts.desk.ticket(1)).ticket


async def test_a_ticket_that_begins_with_a_question_has_the_target_of_a_first_answer(
    dangol: Dangol, clock: Clock
) -> None:
    dangol.edit(f"targets: {{first: 2h, next: 8h}}\n{ASKING}")
    for text in ("깨져서 왔어요", "2026112077341410", "어제요", "교환해 주세요"):
        assert not (await dangol.parts.desk.tickets("todo")).tickets
        await dangol.kakao(text)
    assert (await ticket(dangol)).answered is False
    await watch(dangol)
    assert (await ticket(dangol)).owed_due_at == clock.now + timedelta(minutes=90)


async def test_only_an_operators_answer_makes_the_next_target_count(
    dangol: Dangol, clock: Clock
) -> None:
    dangol.edit(f"targets: {{first: 2h, next: 8h}}\n{ASKING}")
    await dangol.kakao("상담원 연결해 주세요")
    operator = await dangol.operator()
    await dangol.parts.desk.reply(operator, 1, "확인하고 다시 연락드릴게요.", "n")
    assert (await ticket(dangol)).answered
    await watch(dangol)
    assert (await ticket(dangol)).owed_due_at == clock.now + timedelta(hours=6)


async def test_the_time_that_the_store_has_used_up_is_kept_while_the_bot_asks(
    dangol: Dangol, clock: Clock
) -> None:
    dangol.edit(f"targets: {{first: 4h}}\n{ASKING}")
    for text in ("환불해 주세요 2026112077341410 단순변심이에요", "네"):
        await dangol.kakao(text)
    await watch(dangol)
    clock.pass_(hours=3)
    await watch(dangol)
    await dangol.kakao("다시 보니 깨져서 왔어요")
    paused = await ticket(dangol)
    assert (paused.status, paused.owed_since) == ("waiting", None)
    assert (paused.owed_spent, paused.owed_step) == (timedelta(hours=3), 2)
    clock.pass_(hours=20)
    assert await watch(dangol) == 0
    await dangol.kakao("어제 받았어요")
    clock.pass_(minutes=59)
    await watch(dangol)
    assert (await ticket(dangol)).owed_step == 2
    clock.pass_(minutes=1)  # one hour was left
    await watch(dangol)
    assert (await ticket(dangol)).owed_step == 3


async def test_an_operators_answer_begins_the_time_anew(dangol: Dangol, clock: Clock) -> None:
    dangol.edit(f"targets: {{first: 4h, next: 4h}}\n{ASKING}")
    await dangol.kakao("상담원 연결해 주세요")
    await watch(dangol)
    clock.pass_(hours=3)
    await watch(dangol)
    operator = await dangol.operator()
    await dangol.parts.desk.reply(operator, 1, "확인하고 다시 연락드릴게요.", "n")
    begun = await ticket(dangol)
    assert (begun.owed_since, begun.owed_spent, begun.owed_step) == (clock.now, timedelta(0), 0)


async def test_who_becomes_urgent_is_answered_sooner(dangol: Dangol, clock: Clock) -> None:
    await complain(dangol)  # at 15:00, four hours; an urgent matter has one
    await watch(dangol)
    clock.pass_(minutes=30)
    await dangol.parts.desk.edit(await dangol.operator(), 1, priority=2)
    await watch(dangol)
    assert (await ticket(dangol)).owed_due_at == clock.now + timedelta(minutes=15)
    clock.pass_(minutes=30)
    assert await watch(dangol) == 1


async def test_another_category_has_its_own_target_at_once(dangol: Dangol, clock: Clock) -> None:
    dangol.edit(f"targets: {{first: 8h, categories: {{refund: 2h}}}}\n{ASKING}")
    await dangol.kakao("상담원 연결해 주세요")
    await watch(dangol)
    assert (await ticket(dangol)).owed_due_at == clock.now + timedelta(hours=6)
    await dangol.parts.desk.edit(await dangol.operator(), 1, category="refund")
    await watch(dangol)
    assert (await ticket(dangol)).owed_due_at == clock.now + timedelta(minutes=90)


async def test_who_waits_for_nothing_is_not_planned_by_a_change(dangol: Dangol) -> None:
    await complain(dangol)
    operator = await dangol.operator()
    await dangol.parts.desk.reply(operator, 1, "교환해 드릴까요?", "n")
    await dangol.parts.desk.edit(operator, 1, priority=2, category="refund")
    assert (await ticket(dangol)).owed_due_at is None


async def test_other_targets_and_hours_count_for_whom_waits_already(
    start: Start, clock: Clock, tmp_path: Path
) -> None:
    path = tmp_path / "faq.yaml"
    path.write_text(f"targets: {{first: 8h}}\n{ASKING}")
    dangol = await start(faq=str(path))
    jobs = dangol.parts.jobs
    await dangol.kakao("상담원 연결해 주세요", user="waits")
    await dangol.kakao("깨져서 왔어요", user="was asked")
    begun = clock.now

    async def due(section: str) -> datetime | None:
        path.write_text(f"{section}\n{ASKING}")
        await jobs.run("faq")
        await jobs.run("promises")
        return (await ticket(dangol)).owed_due_at

    assert await due("targets: {first: 8h}") == begun + timedelta(hours=6)
    assert await due("targets: {first: 4h}") == begun + timedelta(hours=3)
    other = "store: {hours: {mon-fri: '16:00-22:00'}}\ntargets: {first: 4h}"
    assert await due(other) == begun + timedelta(hours=4)
    assert (await dangol.parts.desk.ticket(2)).ticket.owed_due_at is None


async def test_what_was_changed_while_the_server_was_down_counts_too(
    start: Start, clock: Clock, tmp_path: Path
) -> None:
    path = tmp_path / "faq.yaml"
    path.write_text(f"targets: {{first: 8h}}\n{ASKING}")
    first = await start(faq=str(path))
    await first.kakao("상담원 연결해 주세요")
    await first.parts.jobs.run("promises")
    await first.client.close()
    path.write_text(f"targets: {{first: 4h}}\n{ASKING}")
    second = await start(faq=str(path))
    await second.parts.jobs.run("promises")
    assert (await ticket(second)).owed_due_at == clock.now + timedelta(hours=3)


@pytest.mark.parametrize("between", ["a restart", "put aside"])
async def test_a_ticket_that_was_raised_because_it_is_late_is_not_very_late_at_once(
    dangol: Dangol, clock: Clock, between: str
) -> None:
    """Raised, it has a target of two hours, of which eight have passed."""
    dangol.edit(f"targets: {{first: 8h, high: 2h}}\n{ASKING}")
    await dangol.kakao("상담원 연결해 주세요")
    await watch(dangol)
    clock.pass_(hours=8)
    await watch(dangol)
    late = await ticket(dangol)
    assert (late.priority, late.owed_step, late.owed_due_at) == (1, 3, clock.now + 8 * HOUR)
    clock.pass_(hours=1)
    if between == "a restart":
        await promises.plan_anew(dangol.parts.store, clock.now)
    else:
        operator = await dangol.operator()
        await dangol.parts.desk.snooze(operator, 1, clock.now + HOUR)
        await dangol.parts.desk.wake(operator, 1)
    await watch(dangol)
    assert (await ticket(dangol)).owed_due_at == clock.now + 7 * HOUR
    clock.pass_(hours=7)
    await watch(dangol)
    assert (await ticket(dangol)).owed_step == 4


async def test_all_that_is_owed_is_planned_anew_however_much_it_is(
    dangol: Dangol, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(promises, "BATCH", 2)
    for n in range(5):
        await dangol.kakao("깨져서 왔어요", user=f"c{n}")
    await watch(dangol)
    assert await promises.plan_anew(dangol.parts.store, clock.now) == 5
    async with dangol.parts.store.read() as tx:
        assert len(await deadlines.late(tx, clock.now, 10)) == 5


async def test_after_a_downtime_only_the_newest_step_is_taken(dangol: Dangol, clock: Clock) -> None:
    await complain(dangol)
    clock.pass_(days=7)
    assert await watch(dangol) == 1
    assert await watch(dangol) == 0
    (said,) = await told(dangol)
    assert "가장 급한 문의" in said
    assert (await ticket(dangol)).priority == 2


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

    monkeypatch.setattr(deadlines, "late", seen_before)
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


async def test_who_asked_for_silence_is_not_asked_how_it_was(dangol: Dangol) -> None:
    await complain(dangol)
    said = Incoming(channel="web", customer="w", text="그만 보내세요")
    await dangol.parts.inbox.receive(said, within=10)
    await dangol.parts.desk.resolve(await dangol.operator(), 1)
    assert await told(dangol) == []
    assert (await dangol.parts.desk.ticket(1)).surveys == ()


async def test_who_was_away_finds_the_newest_word_only(dangol: Dangol, clock: Clock) -> None:
    await complain(dangol)
    await watch(dangol)
    for _ in range(2 * 24 * 4):
        clock.pass_(minutes=30)
        await watch(dangol)
    (said,) = await told(dangol)
    assert "정말 죄송" in said


PUSH = {"kakao_event_key": "key", "kakao_event_name": "dangol", "kakao_bot_id": "bot-1"}


@pytest.fixture
async def held_up(
    start: Start, event_api: tuple[kakao.EventApi, str], clock: Clock
) -> tuple[Dangol, kakao.EventApi]:
    """A ticket whose answer is late; the far side was away when that was to be told."""
    far, url = event_api
    dangol = await start(kakao_event_url=url, **PUSH)
    await dangol.kakao("깨져서 왔어요")
    await watch(dangol)
    clock.pass_(hours=20)
    assert await watch(dangol) == 1
    far.failures = [503]
    await dangol.deliver()
    assert far.texts() == []
    return dangol, far


async def test_after_the_answer_nobody_is_told_that_it_takes_longer(
    held_up: tuple[Dangol, kakao.EventApi], clock: Clock
) -> None:
    dangol, far = held_up
    await dangol.parts.desk.reply(await dangol.operator(), 1, "오늘 다시 보내요.", "n")
    clock.pass_(minutes=1)
    await dangol.deliver()
    assert far.texts() == ["오늘 다시 보내요."]


async def test_after_a_resolution_nobody_is_told_that_it_takes_longer(
    held_up: tuple[Dangol, kakao.EventApi], clock: Clock
) -> None:
    dangol, far = held_up
    await dangol.parts.desk.resolve(await dangol.operator(), 1)
    clock.pass_(minutes=1)
    await dangol.deliver()
    (said,) = far.texts()
    assert "만족" in said


async def test_of_what_is_put_aside_nobody_is_told_that_it_takes_longer(
    held_up: tuple[Dangol, kakao.EventApi], clock: Clock
) -> None:
    dangol, far = held_up
    operator = await dangol.operator()
    await dangol.parts.desk.snooze(operator, 1, clock.now + timedelta(days=1))
    clock.pass_(minutes=1)
    assert await dangol.deliver() == 0
    assert far.texts() == []


async def test_who_settles_it_himself_is_not_told_that_it_takes_longer(
    held_up: tuple[Dangol, kakao.EventApi], clock: Clock
) -> None:
    dangol, far = held_up
    answer = kakao.texts(await dangol.kakao("해결됐어요 감사합니다"))
    assert (await dangol.parts.desk.ticket(1)).ticket.status == "resolved"
    assert "늦어져" not in answer
    clock.pass_(minutes=1)
    assert await dangol.deliver() == 0
    assert far.texts() == []


async def test_who_writes_while_he_waits_is_told_with_the_answer(
    held_up: tuple[Dangol, kakao.EventApi], clock: Clock
) -> None:
    dangol, far = held_up
    assert "늦어져" in kakao.texts(await dangol.kakao("주문번호는 2026112077341410 이에요"))
    clock.pass_(minutes=1)
    assert await dangol.deliver() == 0
    assert far.texts() == []


async def history(dangol: Dangol, kind: str) -> list[tuple[str, str]]:
    events = (await dangol.parts.desk.ticket(1)).history
    return [(event.before, event.after) for event in events if event.kind == kind]


async def test_the_history_tells_that_nobody_could_be_told(dangol: Dangol, clock: Clock) -> None:
    await dangol.kakao("깨져서 왔어요")  # KakaoTalk without the Event API: nothing can be pushed
    clock.pass_(hours=20)
    assert await watch(dangol) == 0
    clock.pass_(days=7)
    assert await watch(dangol) == 0
    assert await history(dangol, "owed") == [("", "late, not told"), ("", "very late, not told")]
    page = await (await seat(dangol)).get("/console/tickets/1")
    assert "고객에게는 알리지 않았어요" in page.words
    assert "알렸어요" not in page.words


async def test_the_history_tells_that_a_customer_is_told_in_the_morning(
    dangol: Dangol, clock: Clock
) -> None:
    await complain(dangol)
    clock.now = datetime(2026, 11, 27, 18, tzinfo=UTC)  # 03:00
    assert await watch(dangol) == 1
    assert await history(dangol, "owed") == [("", "very late, told later")]


async def test_who_does_not_answer_loses_the_ticket_to_everybody(
    dangol: Dangol, clock: Clock
) -> None:
    await complain(dangol)
    desk, operator = dangol.parts.desk, await dangol.operator("서윤")
    await desk.take(operator, 1)
    await watch(dangol)
    clock.pass_(hours=20)  # late, but he is talking in it
    await watch(dangol)
    assert (await ticket(dangol)).assignee_id == operator.id
    clock.pass_(hours=24)
    await watch(dangol)
    assert (await ticket(dangol)).assignee_id is None
    assert await history(dangol, "assignee") == [("", "서윤"), ("서윤", "")]
    page = await (await seat(dangol)).get("/console/tickets/1")
    assert "서윤" in page.words


async def test_a_ticket_that_was_handed_back_is_everybodys_when_it_is_late(
    dangol: Dangol, clock: Clock
) -> None:
    await complain(dangol)
    desk, operator = dangol.parts.desk, await dangol.operator()
    await desk.take(operator, 1)
    await desk.hand_back(operator, 1)
    await watch(dangol)
    clock.pass_(hours=20)
    await watch(dangol)
    assert (await ticket(dangol)).assignee_id is None
    assert await history(dangol, "assignee") == [("", "박지현"), ("박지현", "")]


async def test_one_ticket_that_cannot_be_handled_holds_up_no_other(
    dangol: Dangol, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    for n in range(3):
        await dangol.kakao("깨져서 왔어요", user=f"c{n}")
    reckon = promises._due

    def mistaken(faq: Faq, ticket: Ticket, since: datetime, step: int) -> datetime | None:
        if ticket.id == 2:
            raise ZeroDivisionError
        return reckon(faq, ticket, since, step)

    monkeypatch.setattr(promises, "_due", mistaken)
    for _ in range(2):
        await watch(dangol)
    clock.pass_(hours=3)
    await watch(dangol)
    steps = [(await dangol.parts.desk.ticket(n)).ticket.owed_step for n in (1, 2, 3)]
    assert steps == [2, 0, 2]
    broken = (await dangol.parts.desk.ticket(2)).ticket
    assert broken.owed_due_at == clock.now + promises.REST
    monkeypatch.undo()
    clock.now += promises.REST
    await watch(dangol)
    assert (await dangol.parts.desk.ticket(2)).ticket.owed_step == 2


async def test_one_ticket_that_cannot_be_woken_holds_up_no_other(
    dangol: Dangol, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    operator = await dangol.operator()
    for n in (1, 2):
        await dangol.kakao("깨져서 왔어요", user=f"c{n}")
        await dangol.parts.desk.snooze(operator, n, clock.now + timedelta(hours=1))
    lock = casework.lock

    async def mistaken(tx: Tx, ticket_id: int) -> tuple[Ticket, Conversation]:
        if ticket_id == 1:
            raise ZeroDivisionError
        return await lock(tx, ticket_id)

    monkeypatch.setattr(casework, "lock", mistaken)
    clock.pass_(hours=1)
    parts = dangol.parts
    assert await promises.wake(parts.store, parts.faqs.faq, parts.feed, clock.now) == 1
    assert await promises.wake(parts.store, parts.faqs.faq, parts.feed, clock.now) == 0
    monkeypatch.undo()
    clock.now += promises.REST
    assert await promises.wake(parts.store, parts.faqs.faq, parts.feed, clock.now) == 1


async def test_conversations_are_locked_in_the_order_in_which_everybody_does(
    dangol: Dangol, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not as they are due: a train that holds one and wants another would wait for ever."""
    operator = await dangol.operator()
    for n in range(1, 5):
        await dangol.kakao("깨져서 왔어요", user=f"c{n}")
    for n, hours_ in ((3, 2), (4, 1)):
        await dangol.parts.desk.snooze(operator, n, clock.now + timedelta(hours=hours_))
    await watch(dangol)
    await dangol.parts.desk.edit(operator, 2, priority=2)
    await watch(dangol)  # the second one is due before the first one
    clock.pass_(hours=3)
    lock, locked = conversations.lock, list[int]()

    async def noted(tx: Tx, conversation_id: int) -> Conversation | None:
        locked.append(conversation_id)
        return await lock(tx, conversation_id)

    monkeypatch.setattr(conversations, "lock", noted)
    await watch(dangol)
    parts = dangol.parts
    await promises.wake(parts.store, parts.faqs.faq, parts.feed, clock.now)
    assert locked == [1, 2, 3, 4]


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
