"""What goes wrong between two lines of code: failed commits, locks that stay, lapsed leases."""

from __future__ import annotations

import asyncio
import json
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, func, select, text, update

from bot import schema
from bot.accounts import ALLOWED, Accounts
from bot.model import Incoming, Message, Rejected
from bot.outbox import LEASE
from bot.store import Store, conversations, messages, outbox
from tests import kakao
from tests.conftest import Clock, Dangol, Start

PUSH = {"kakao_event_key": "key", "kakao_event_name": "dangol", "kakao_bot_id": "bot-1"}

EventApi = tuple[kakao.EventApi, str]


def line(said: str, customer: str = "customer-1", channel: str = "kakao-skill") -> Incoming:
    return Incoming(channel=channel, customer=customer, text=said)


async def history(store: Store, conversation_id: int = 1) -> list[Message]:
    async with store.read() as tx:
        return await messages.history(tx, conversation_id)


async def test_a_failed_commit_does_not_end_the_writing(
    dangol: Dangol, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk shows itself at the commit."""
    commit, failures = Connection.commit, [OSError("disk full")]

    def failing(connection: Connection) -> None:
        if failures and dangol.parts.store.is_sqlite:
            raise failures.pop()
        commit(connection)

    monkeypatch.setattr(Connection, "commit", failing)
    first = kakao.texts(await dangol.kakao("배송비 얼마예요"))
    assert ("다시 보내 주시겠어요" in first) == dangol.parts.store.is_sqlite
    after = await dangol.kakao("택배비는 얼마인가요", user="customer-2")
    assert "3,000원" in kakao.texts(after)


async def test_a_message_that_was_promised_is_written_when_the_lock_is_gone(
    dangol: Dangol, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its sender was told to wait; the first try to write it failed."""
    add, broken = messages.add, asyncio.Event()

    async def failing(tx: Any, lines: Any) -> None:
        if not broken.is_set():
            broken.set()
            await asyncio.sleep(0.1)
            raise OSError("away for a moment")
        await add(tx, lines)

    monkeypatch.setattr("bot.store.messages.add", failing)
    assert await dangol.parts.inbox.receive(line("배송비 얼마예요"), within=0.05) is None
    await broken.wait()
    async with asyncio.timeout(10):
        while len(await history_of(dangol, "customer-1")) < 2:  # noqa: ASYNC110 - the inbox's own task
            await asyncio.sleep(0.05)
    assert "3,000원" in kakao.texts(await dangol.kakao("답변 확인", extra={"dangol": "fetch"}))


async def history_of(dangol: Dangol, customer: str) -> list[Message]:
    async with dangol.parts.store.read() as tx:
        found = await conversations.find(tx, ("kakao-skill", customer))
    return await history(dangol.parts.store, found.id) if found else []


async def test_one_locked_conversation_does_not_stop_the_other_customers(
    start: Start, database: str
) -> None:
    """A process that hangs with a lock: PostgreSQL only, SQLite has one lock for everything."""
    dangol = await start()
    for n in range(4):
        await dangol.kakao("배송비 얼마예요", user=f"c{n}")
    stuck = Store(database)
    async with stuck.begin() as tx:
        await conversations.lock(tx, 1)
        others = [] if stuck.is_sqlite else ["c1", "c2", "c3"]
        answers = await asyncio.gather(
            dangol.parts.inbox.receive(line("택배비는요", "c0"), within=4),
            *(dangol.parts.inbox.receive(line("택배비는요", c), within=15) for c in others),
        )
        assert answers[0] is None
        assert all(answer is not None for answer in answers[1:])
    await stuck.close()
    async with asyncio.timeout(20):
        while len(await history(dangol.parts.store, 1)) < 4:  # noqa: ASYNC110 - the inbox's own task
            await asyncio.sleep(0.1)


async def test_what_a_late_answer_took_along_is_not_lost(
    dangol: Dangol, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The sender gives up during the commit: neither the answer nor what waited has left."""
    await dangol.kakao("깨져서 왔어요")
    await dangol.parts.desk.reply(await dangol.operator(), 1, "어디가 깨졌나요?", "n")
    await dangol.parts.desk.hand_back(await dangol.operator("지현"), 1)
    save = conversations.save

    async def slow(*arguments: Any) -> None:
        await save(*arguments)
        await asyncio.sleep(0.3)

    monkeypatch.setattr("bot.store.conversations.save", slow)
    assert await dangol.parts.inbox.receive(line("배송비 얼마예요"), within=0.1) is None
    monkeypatch.setattr("bot.store.conversations.save", save)
    fetched = kakao.texts(await dangol.kakao("답변 확인", extra={"dangol": "fetch"}))
    assert "어디가 깨졌나요?" in fetched
    assert "3,000원" in fetched
    said = [m.body["text"] for m in await history(dangol.parts.store) if m.author == "customer"]
    assert said.count("배송비 얼마예요") == 1


async def test_a_failure_after_the_commit_writes_nothing_twice(
    dangol: Dangol, monkeypatch: pytest.MonkeyPatch
) -> None:
    save, put_back, failures = conversations.save, outbox.put_back, [OSError("away")]

    async def slow(*arguments: Any) -> None:
        await save(*arguments)
        await asyncio.sleep(0.3)

    async def failing(*arguments: Any) -> None:
        if failures:
            raise failures.pop()
        await put_back(*arguments)

    monkeypatch.setattr("bot.store.conversations.save", slow)
    monkeypatch.setattr("bot.store.outbox.put_back", failing)
    calls = [
        dangol.parts.inbox.receive(line("배송비 얼마예요", f"c{n}"), within=0.1 if n == 0 else 10)
        for n in range(3)
    ]
    received = await asyncio.gather(*calls)
    assert received[0] is None
    assert None not in received[1:]
    monkeypatch.setattr("bot.store.conversations.save", save)
    fetched = await dangol.kakao("답변 확인", user="c0", extra={"dangol": "fetch"})
    assert "3,000원" in kakao.texts(fetched)
    async with dangol.parts.store.read() as tx:
        count = (await tx.execute(select(func.count()).select_from(schema.messages))).scalar_one()
    assert count == 7


async def test_fetching_in_the_same_train_finds_the_late_answer(dangol: Dangol) -> None:
    inbox = dangol.parts.inbox
    asked = asyncio.ensure_future(inbox.receive(line("배송비 얼마예요"), within=0))
    await asyncio.sleep(0)
    fetch = Incoming(channel="kakao-skill", customer="customer-1", text="답변 확인", tap="fetch")
    received = await inbox.receive(fetch, within=10)
    first = await asked
    assert received is not None
    answers = [*(first.answers if first else ()), *received.answers]
    assert ["3,000원" in answer.body["text"] for answer in answers] == [True]
    assert await dangol.deliver() == 0
    assert "3,000원" not in kakao.texts(await dangol.kakao("감사합니다"))


async def test_a_repeated_call_takes_the_answer_that_waits(
    dangol: Dangol, monkeypatch: pytest.MonkeyPatch
) -> None:
    incoming = Incoming(
        channel="kakao-skill", customer="customer-1", text="배송비 얼마예요", event_id="call-1"
    )
    save = conversations.save

    async def slow(*arguments: Any) -> None:
        await asyncio.sleep(0.2)
        await save(*arguments)

    monkeypatch.setattr("bot.store.conversations.save", slow)
    assert await dangol.parts.inbox.receive(incoming, within=0.05) is None
    monkeypatch.setattr("bot.store.conversations.save", save)
    again = await dangol.parts.inbox.receive(incoming, within=10)
    assert again is not None
    assert "3,000원" in again.answers[0].body["text"]
    assert "3,000원" not in kakao.texts(await dangol.kakao("감사합니다"))


async def test_a_repeated_call_that_gives_up_too_harms_nothing(
    dangol: Dangol, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its answer has a row in the outbox already: there it stays, once."""
    incoming = Incoming(
        channel="kakao-skill", customer="customer-1", text="배송비 얼마예요", event_id="call-1"
    )
    save = conversations.save

    async def slow(*arguments: Any) -> None:
        await asyncio.sleep(0.2)
        await save(*arguments)

    monkeypatch.setattr("bot.store.conversations.save", slow)
    for _ in range(3):
        calls = [dangol.parts.inbox.receive(incoming, within=0.05) for _ in range(2)]
        assert await asyncio.gather(*calls) == [None, None]
    monkeypatch.setattr("bot.store.conversations.save", save)
    fetched = await dangol.kakao("답변 확인", extra={"dangol": "fetch"})
    assert kakao.texts(fetched).count("3,000원") == 1
    assert "3,000원" not in kakao.texts(await dangol.kakao("감사합니다"))


async def test_a_server_that_stops_at_once_still_writes_what_came(start: Start) -> None:
    dangol = await start()
    inbox = dangol.parts.inbox
    await inbox.close()
    inbox._closing = False
    inbox.start()
    call = asyncio.ensure_future(inbox.receive(line("배송비 얼마예요"), within=10))
    closing = asyncio.ensure_future(inbox.close())
    assert await call is not None
    await closing
    assert len(await history(dangol.parts.store)) == 2


async def test_a_ping_whose_sending_failed_is_void_after_a_reply(
    start: Start, event_api: EventApi, clock: Clock
) -> None:
    far, url = event_api
    dangol = await start(kakao_event_url=url, **PUSH)
    await dangol.kakao("환불해 주세요")
    clock.pass_(minutes=30)
    await dangol.plan()
    far.failures = [503]
    (parcel,) = await dangol.parts.outbox._claim("kakao-skill")
    await dangol.kakao("네")
    await dangol.parts.outbox._send(parcel)
    clock.pass_(minutes=5)
    await dangol.deliver()
    assert far.texts() == []
    assert [m.delivery for m in await history(dangol.parts.store) if m.ping_step == 0] == [
        "cancelled"
    ]


async def test_a_ping_of_a_resolved_matter_is_not_shown_at_the_next_visit(
    dangol: Dangol, clock: Clock
) -> None:
    inbox, desk, operator = dangol.parts.inbox, dangol.parts.desk, await dangol.operator()
    await inbox.receive(line("깨져서 왔어요", "w", "web"), within=10)
    await desk.reply(operator, 1, "교환해 드릴까요?", "n")
    clock.pass_(minutes=30)
    assert await dangol.plan() == 1
    await desk.resolve(operator, 1)
    lines = await inbox.resume("web", "w", after=0)
    assert [message.ping_step for message in lines] == [None] * 4
    assert "만족" in lines[-1].body["text"]


async def test_taking_over_starts_no_new_silence(
    start: Start, event_api: EventApi, clock: Clock
) -> None:
    far, url = event_api
    dangol = await start(kakao_event_url=url, **PUSH)
    await dangol.kakao("깨져서 왔어요")
    desk, operator = dangol.parts.desk, await dangol.operator()
    await desk.reply(operator, 1, "교환해 드릴까요?", "n")
    await dangol.deliver()
    for hours in (0.5, 23.5, 24):
        clock.pass_(hours=hours)
        await dangol.plan()
        await dangol.deliver()
        await desk.take(operator, 1)
    assert len(far.texts()) == 1 + 2


async def test_a_process_that_lost_its_lease_does_not_change_the_outcome(
    start: Start, event_api: EventApi, clock: Clock
) -> None:
    far, url = event_api
    slow = await start(kakao_event_url="http://127.0.0.1:9", **PUSH)
    quick = await start(kakao_event_url=url, **PUSH)
    await slow.kakao("깨져서 왔어요")
    await slow.parts.desk.reply(await slow.operator(), 1, "확인했어요.", "n")
    (parcel,) = await slow.parts.outbox._claim("kakao-skill")
    clock.now += LEASE
    assert await quick.deliver() == 1
    await slow.parts.outbox._send(parcel)
    deliveries = [m.delivery for m in await history(slow.parts.store) if m.author == "operator"]
    assert deliveries == ["sent"]
    assert far.texts() == ["확인했어요."]


async def test_a_ping_whose_sender_died_is_not_sent_a_second_time(
    start: Start, event_api: EventApi, clock: Clock
) -> None:
    far, url = event_api
    first = await start(kakao_event_url=url, **PUSH)
    await first.kakao("환불해 주세요")
    clock.pass_(minutes=30)
    await first.plan()
    await first.parts.outbox._claim("kakao-skill")  # taken by Kakao, and then the power is gone
    second = await start(kakao_event_url=url, **PUSH)
    clock.now += LEASE
    assert await second.deliver() == 0
    assert far.texts() == []
    (ping,) = [m for m in await history(first.parts.store) if m.ping_step == 0]
    assert ping.delivery == "failed"
    assert "알 수 없어요" in (ping.error or "")


async def test_a_sent_message_is_noted_also_when_the_first_note_fails(
    start: Start, event_api: EventApi, monkeypatch: pytest.MonkeyPatch
) -> None:
    far, url = event_api
    dangol = await start(kakao_event_url=url, **PUSH)
    await dangol.kakao("깨져서 왔어요")
    await dangol.parts.desk.reply(await dangol.operator(), 1, "확인했어요.", "n")
    sent, failures = outbox.sent, [OSError("away")]

    async def failing(*arguments: Any) -> None:
        if failures:
            raise failures.pop()
        await sent(*arguments)

    monkeypatch.setattr("bot.store.outbox.sent", failing)
    assert await dangol.deliver() == 1
    deliveries = [m.delivery for m in await history(dangol.parts.store) if m.author == "operator"]
    assert deliveries == ["sent"]
    assert len(far.texts()) == 1


async def test_guesses_at_once_are_slowed_down_like_guesses_one_by_one(
    store: Store, clock: Clock
) -> None:
    accounts = Accounts(store, clock)
    await accounts.add("지현", "operator", "correct horse battery")
    guesses = [accounts.log_in("지현", f"guess {n}", "203.0.113.7") for n in range(20)]
    results = await asyncio.gather(*guesses, return_exceptions=True)
    assert all(isinstance(result, Rejected) for result in results)
    checked = [result for result in results if "맞지 않아요" in str(result)]
    assert len(checked) == ALLOWED[0]


async def test_a_status_that_changed_during_the_wait_for_the_lock_is_seen(
    store: Store, database: str, start: Start
) -> None:
    dangol = await start()
    await dangol.kakao("깨져서 왔어요")
    other = Store(database)
    async with store.begin() as tx:
        await conversations.lock(tx, 1)
        waiting = asyncio.ensure_future(_status(other))
        await asyncio.sleep(0.2)
        await tx.execute(update(schema.tickets).values(status="snoozed"))
    assert await waiting == "snoozed"
    await other.close()


async def _status(store: Store) -> str | None:
    async with store.begin() as tx:
        found = await conversations.lock(tx, 1)
    assert found is not None
    return found.state.ticket_status


async def test_a_stale_page_does_not_steer_a_later_matter(dangol: Dangol) -> None:
    desk, operator = dangol.parts.desk, await dangol.operator()
    await dangol.kakao("깨져서 왔어요")
    await desk.resolve(operator, 1)
    await dangol.kakao("불량품이 왔어요")
    await desk.take(operator, 2)
    for steer in (desk.hand_back, desk.take):
        with pytest.raises(Rejected):
            await steer(operator, 1)
    assert (await desk.ticket(2)).ticket.mode == "human"


async def test_numbers_beyond_every_column_are_not_found(dangol: Dangol) -> None:
    desk, operator = dangol.parts.desk, await dangol.operator()
    await dangol.kakao("깨져서 왔어요")
    for number in (10**30, -1, 0):
        with pytest.raises(Rejected):
            await desk.ticket(number)
        with pytest.raises(Rejected):
            await desk.retry(operator, 1, number)
        with pytest.raises(Rejected):
            await desk.tickets("all", f"2026-11-25T00:00:00+00:00~{number}")
        with pytest.raises(Rejected):
            await desk.tickets("todo", f"0~2026-11-25T00:00:00+00:00~{number}")
        with pytest.raises(Rejected):
            await desk.tickets("todo", f"{10**30 + number}~~1")
    with pytest.raises(Rejected):
        await desk.tickets("all", "0001-01-01T00:00:00+00:00~1")
    for moment in ("0001-01-01T00:00:00+00:00", "9999-12-31T23:59:59-23:59"):
        with pytest.raises(Rejected):
            await desk.tickets("todo", f"0~{moment}~1")


async def test_what_is_taken_along_is_whole_or_stays(dangol: Dangol) -> None:
    await dangol.kakao("깨져서 왔어요")
    desk, operator = dangol.parts.desk, await dangol.operator()
    with pytest.raises(Rejected):
        await desk.reply(operator, 1, "😀" * 600, "n0")
    for n in range(3):
        await desk.reply(operator, 1, f"{n}" + "가" * 999, f"n{n + 1}")
    await desk.hand_back(operator, 1)
    first = kakao.texts(await dangol.kakao("배송비 얼마예요"))
    assert "3,000원" in first
    assert [part[0] for part in first.split("\n")[:2]] == ["0", "1"]
    assert "2가가" in kakao.texts(await dangol.kakao("배송비 얼마예요"))


async def test_a_hostile_parameter_does_not_freeze_the_server(dangol: Dangol) -> None:
    payload = kakao.sample("secure-photo")
    payload["action"]["params"] = {"a": '"secureUrls":"List(' * 25_000, "b\ud800": "x\0"}
    data = json.dumps(payload).encode()
    async with dangol.client.post(
        "/webhook/kakao-skill", data=data, headers=kakao.HEADERS
    ) as response:
        assert response.status == 200
        kakao.check_skill_response(await response.json())


@pytest.mark.parametrize(
    ("path", "headers", "status"),
    [
        ("/chat/ws", {"Origin": "http://["}, 403),
        ("/console", {"HX-Request": "true", "HX-Current-URL": "http://["}, 401),
        ("/faq/static/" + "x" * 300, {}, 404),
    ],
)
async def test_odd_requests_are_refused_without_a_traceback(
    dangol: Dangol,
    path: str,
    headers: dict[str, str],
    status: int,
    caplog: pytest.LogCaptureFixture,
) -> None:
    async with dangol.client.get(path, headers=headers, allow_redirects=False) as response:
        assert response.status == status
    assert not [record for record in caplog.records if record.exc_info]


async def test_a_body_that_claims_to_be_compressed_is_a_400(dangol: Dangol) -> None:
    headers = {**kakao.HEADERS, "Content-Encoding": "gzip"}
    async with dangol.client.post(
        "/webhook/kakao-skill", data=b"not gzip at all", headers=headers
    ) as response:
        assert response.status == 400


async def test_an_error_of_the_database_shows_no_customers_words(
    dangol: Dangol, caplog: pytest.LogCaptureFixture
) -> None:
    async with dangol.parts.store.begin() as tx:
        await tx.execute(text("ALTER TABLE messages RENAME COLUMN body TO gone"))
    await dangol.kakao("제 번호는 010-1234-5678이에요")
    assert "message not written" in caplog.text
    assert "1234" not in caplog.text


async def test_a_clock_set_back_stops_no_job(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.jobs.WATCH_SECONDS", 0.1)
    dangol = await start(scheduled=True)
    jobs = dangol.parts.jobs
    for name in jobs.names:
        job = jobs._scheduler.get_job(name)
        job.modify(next_run_time=job.next_run_time + timedelta(hours=1))
    ended = dict(jobs._ended)
    async with asyncio.timeout(10):
        while jobs._ended["plan"] == ended["plan"]:  # noqa: ASYNC110 - the scheduler's own time
            await asyncio.sleep(0.05)
