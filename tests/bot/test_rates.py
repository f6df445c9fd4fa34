"""How fast a channel sends, who goes first, and what happens when the far side wants fewer."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import timedelta

import pytest

from bot.channels.kakao_skill import PACE, KakaoSkill
from bot.gate import FIRST_PAUSE
from bot.outbox import TRIES
from bot.pace import Pace
from bot.store import messages
from tests import kakao
from tests.conftest import Clock, Dangol, Start
from tests.console.seat import seat

PUSH = {"kakao_event_key": "key", "kakao_event_name": "dangol", "kakao_bot_id": "bot-1"}

EventApi = tuple[kakao.EventApi, str]


@pytest.fixture
def slow() -> Iterator[Pace]:
    """KakaoTalk at a pace that a test can count."""
    pace = Pace(per_second=5, burst=10)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(KakaoSkill, "pace", pace)
        yield pace


@pytest.fixture
async def pushing(start: Start, event_api: EventApi) -> tuple[Dangol, kakao.EventApi]:
    far, url = event_api
    return await start(kakao_event_url=url, **PUSH), far


async def asked(dangol: Dangol, count: int) -> None:
    """So many customers who were asked something, and whose reminder is due."""
    await asyncio.gather(*(dangol.kakao("환불해 주세요", user=f"silent-{n}") for n in range(count)))
    dangol.clock.pass_(minutes=31)
    assert await dangol.plan() == count


async def answered(dangol: Dangol, user: str = "waiting", text: str = "확인했어요.") -> int:
    """A customer with a ticket whom an operator has just answered; the ticket."""
    await dangol.kakao("깨져서 왔어요", user=user)
    page = await dangol.parts.desk.tickets("all")
    ticket = page.tickets[0].id
    await dangol.parts.desk.reply(await dangol.operator(f"{user} {text}"), ticket, text, user)
    return ticket


async def test_a_burst_leaves_at_the_channels_pace(
    slow: Pace, pushing: tuple[Dangol, kakao.EventApi], clock: Clock
) -> None:
    dangol, far = pushing
    await asked(dangol, 30)
    assert await dangol.deliver() == slow.burst
    assert await dangol.deliver() == 0
    for second in range(1, 5):
        clock.pass_(seconds=1)
        assert await dangol.deliver() == slow.per_second
        assert len(far.taken) == slow.burst + second * slow.per_second
    clock.pass_(seconds=1)
    assert await dangol.deliver() == 0


async def test_two_processes_share_one_pace(
    slow: Pace, start: Start, event_api: EventApi, clock: Clock
) -> None:
    far, url = event_api
    first = await start(kakao_event_url=url, **PUSH)
    second = await start(kakao_event_url=url, **PUSH)
    await asked(first, 25)
    for seconds in (0, 1, 1):
        clock.pass_(seconds=seconds)
        await asyncio.gather(*(one.deliver() for one in (first, second, first, second)))
    assert len(far.taken) == slow.burst + 2 * slow.per_second
    users = [body["user"][0]["id"] for body in far.taken]
    assert len(set(users)) == len(users)


async def test_an_operators_reply_goes_before_reminders(
    slow: Pace, pushing: tuple[Dangol, kakao.EventApi], clock: Clock
) -> None:
    dangol, far = pushing
    await asked(dangol, 30)
    await dangol.deliver()
    await answered(dangol)
    clock.pass_(seconds=1)
    await dangol.deliver()
    assert "확인했어요." in far.texts()[slow.burst : slow.burst + slow.per_second]


async def test_the_survey_of_a_ticket_that_is_reopened_does_not_leave(
    slow: Pace, pushing: tuple[Dangol, kakao.EventApi], clock: Clock
) -> None:
    dangol, far = pushing
    await asked(dangol, 30)
    await dangol.deliver()
    ticket = await answered(dangol, text="다시 보내 드려요.")
    operator = await dangol.operator()
    await dangol.parts.desk.resolve(operator, ticket)
    await dangol.parts.desk.reopen(operator, ticket)
    await dangol.parts.desk.reply(operator, ticket, "하나 더 있어요.", "n2")
    for _ in range(6):
        clock.pass_(seconds=1)
        await dangol.deliver()
    mine = [
        body["event"]["data"]["text"] for body in far.taken if body["user"][0]["id"] == "waiting"
    ]
    assert mine == ["다시 보내 드려요.", "하나 더 있어요."]


async def test_a_survey_waits_until_the_answer_before_it_has_left(
    pushing: tuple[Dangol, kakao.EventApi], clock: Clock
) -> None:
    dangol, far = pushing
    ticket = await answered(dangol, text="다시 보내 드려요.")
    far.failures = [503]
    await dangol.deliver()
    await dangol.parts.desk.resolve(await dangol.operator(), ticket)
    assert await dangol.deliver() == 0
    clock.pass_(seconds=7)
    assert await dangol.deliver() == 2
    assert ["만족" in text for text in far.texts()] == [False, True]


async def test_pings_that_are_void_do_not_use_up_the_pace(
    slow: Pace, pushing: tuple[Dangol, kakao.EventApi], clock: Clock
) -> None:
    """Their customers wrote to the web chat's twin of this process while the channel rested."""
    dangol, far = pushing
    await asked(dangol, 12)
    for n in range(12):
        await dangol.kakao("네", user=f"silent-{n}")
    clock.pass_(minutes=31)
    await answered(dangol)
    assert await dangol.deliver() == 1
    assert far.texts() == ["확인했어요."]


@pytest.mark.parametrize(("status", "header"), [(429, "120"), (503, "120"), (429, "9999999")])
async def test_a_far_side_that_wants_fewer_stops_the_whole_channel_for_as_long_as_it_says(
    pushing: tuple[Dangol, kakao.EventApi], clock: Clock, status: int, header: str
) -> None:
    dangol, far = pushing
    await answered(dangol, "one")
    await dangol.deliver()
    await answered(dangol, "two")
    far.failures, far.headers = [status], [{"Retry-After": header}]
    await dangol.deliver()
    await answered(dangol, "three")
    wait = min(int(header), 3600)
    clock.pass_(seconds=wait - 1)
    assert await dangol.deliver() == 0
    clock.pass_(seconds=1)
    assert await dangol.deliver() == 2
    assert len(far.texts()) == 3


async def test_being_asked_to_slow_down_uses_up_no_tries(
    pushing: tuple[Dangol, kakao.EventApi], clock: Clock
) -> None:
    dangol, far = pushing
    ticket = await answered(dangol)
    far.failures = [429] * (TRIES + 5)
    for _ in range(TRIES + 5):
        assert await dangol.deliver() == 1
        clock.pass_(minutes=7)
    detail = await dangol.parts.desk.ticket(ticket)
    assert detail.messages[-1].delivery == "queued"
    assert await dangol.deliver() == 1
    assert far.texts() == ["확인했어요."]


async def test_without_a_named_time_the_rest_grows_and_ends_with_the_first_success(
    pushing: tuple[Dangol, kakao.EventApi], clock: Clock
) -> None:
    dangol, far = pushing
    await answered(dangol)
    far.failures = [429, 429]
    await dangol.deliver()
    clock.now += FIRST_PAUSE * 1.25
    assert await dangol.deliver() == 1
    clock.now += FIRST_PAUSE * 1.25
    assert await dangol.deliver() == 0
    clock.now += FIRST_PAUSE * 1.25
    assert await dangol.deliver() == 1
    await answered(dangol, "another")
    far.failures = [429]
    await dangol.deliver()
    clock.now += FIRST_PAUSE * 1.25
    assert await dangol.deliver() == 1


async def test_another_process_keeps_the_rest_too_and_a_restart_does_not_end_it(
    start: Start, event_api: EventApi, clock: Clock
) -> None:
    far, url = event_api
    first = await start(kakao_event_url=url, **PUSH)
    await answered(first)
    far.failures, far.headers = [429], [{"Retry-After": "60"}]
    await first.deliver()
    await first.client.close()
    second = await start(kakao_event_url=url, **PUSH)
    assert await second.deliver() == 0
    clock.pass_(minutes=1)
    assert await second.deliver() == 1


async def test_the_console_says_that_a_channel_rests(
    pushing: tuple[Dangol, kakao.EventApi],
) -> None:
    dangol, far = pushing
    desk = await seat(dangol)
    ticket = await answered(dangol)
    far.failures, far.headers = [429], [{"Retry-After": "600"}]
    await dangol.deliver()
    health = await desk.get("/console/health")
    assert "오후 3:10에 다시 보내요" in health.words
    shown = await desk.get(f"/console/tickets/{ticket}")
    assert "천천히 보내 달라고 해서 잠시 뒤에 보내요" in shown.words


async def test_what_waited_for_hours_wakes_nobody_at_night(
    pushing: tuple[Dangol, kakao.EventApi], clock: Clock
) -> None:
    """The server was down from the afternoon on; a reply of the night itself does leave."""
    dangol, far = pushing
    old = await answered(dangol, "asleep", "낮에 쓴 답")
    clock.pass_(hours=10)  # 01:00 in Seoul
    await answered(dangol, "awake", "밤에 쓴 답")
    assert await dangol.deliver() == 1
    assert far.texts() == ["밤에 쓴 답"]
    desk = await seat(dangol)
    assert "조용한 시간이 끝나면 보내요" in (await desk.get(f"/console/tickets/{old}")).words
    clock.pass_(hours=7, minutes=1)
    assert await dangol.deliver() == 1
    assert far.texts() == ["밤에 쓴 답", "낮에 쓴 답"]


async def test_a_survey_of_last_week_waits_for_the_customer_instead_of_leaving(
    pushing: tuple[Dangol, kakao.EventApi], clock: Clock
) -> None:
    dangol, far = pushing
    ticket = await answered(dangol)
    await dangol.deliver()
    await dangol.parts.desk.resolve(await dangol.operator(), ticket)
    clock.pass_(days=5)
    assert await dangol.deliver() == 0
    assert len(far.texts()) == 1
    assert "만족" in kakao.texts(await dangol.kakao("배송비 얼마예요", user="waiting"))


async def test_the_page_of_the_far_side_is_never_faster_than_its_documented_call(
    dangol: Dangol,
) -> None:
    """One call of the Event API takes 100 users: no more than that ever leaves at once."""
    assert PACE.burst == 100
    channel = dangol.parts.channels["kakao-skill"]
    assert channel.pace == PACE
    assert dangol.parts.channels["web"].pace is None
    assert timedelta(seconds=1) / PACE.per_second == timedelta(milliseconds=20)


async def test_a_letter_that_was_given_up_is_sent_again_from_the_health_page(
    pushing: tuple[Dangol, kakao.EventApi],
) -> None:
    dangol, far = pushing
    desk = await seat(dangol)
    for user in ("a", "b", "c"):
        await answered(dangol, user)
    far.failures = [400] * 3
    await dangol.deliver()
    shown = await desk.get("/console/health")
    assert shown.text.count('<button class="small">다시 보내기</button>') == 3
    again = await desk.post("/console/health/letters/1/retry")
    assert again.status == 303
    assert "1건을 다시 보내요." in (await desk.get(again.location)).words
    assert await dangol.deliver() == 1
    twice = await desk.post("/console/health/letters/1/retry")
    assert twice.status == 422
    assert "이미 다시 보냈거나 없는 메시지예요." in twice.words
    rest = await desk.post("/console/health/letters/retry")
    assert "2건을 다시 보내요." in (await desk.get(rest.location)).words
    assert await dangol.deliver() == 2
    assert "보내지 못한 메시지 없어요." in (await desk.get("/console/health")).words
    async with dangol.parts.store.read() as tx:
        assert (await messages.history(tx, 1))[-1].delivery == "sent"
