"""A real server process that is killed with -9: nothing is lost, nothing is repeated."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import aiohttp
import pytest
from sqlalchemy import Table, func, insert, select

from bot import schema
from bot.outbox import BATCH
from bot.store import Store
from tests import kakao
from tests.conftest import FAQ

pytestmark = pytest.mark.slow

#: Nothing here may take longer; what is waited for is asked for until then.
PATIENCE = 60.0


class Process:
    """`python -m bot serve`, with the means to ask and to kill it."""

    def __init__(self, environment: dict[str, str], log: Path) -> None:
        self._environment = environment
        self._log = log
        self.port = 0
        self.process: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        """Start it on a port that the system gives it; where that is, it prints.

        A port found free before the start, or left by the last one, may be another's by now.
        """
        with self._log.open("ab") as log:
            said_before = log.tell()
            self.process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "bot", "serve",
                env={**os.environ, **self._environment, "DANGOL_PORT": "0"},
                stdout=log, stderr=log,
            )  # fmt: skip

        async def greeted() -> bool:
            assert self.process is not None
            assert self.process.returncode is None, self._log.read_text()
            said = self._log.read_bytes()[said_before:].decode()
            where = re.search(r"http://127\.0\.0\.1:(\d+)/chat\n", said)
            self.port = int(where[1]) if where else 0
            return where is not None

        await until(greeted)

    async def kill(self) -> None:
        """No goodbye: what a power cut or an out-of-memory killer does."""
        assert self.process is not None
        self.process.send_signal(signal.SIGKILL)
        await self.process.wait()

    async def stop(self) -> int:
        assert self.process is not None
        self.process.terminate()
        return await asyncio.wait_for(self.process.wait(), PATIENCE)

    async def say(self, text: str, user: str = "customer-1") -> str:
        async with aiohttp.ClientSession() as session:
            url = f"http://127.0.0.1:{self.port}/webhook/kakao-skill"
            payload = kakao.said(text, user=user)
            async with session.post(url, json=payload, headers=kakao.HEADERS) as response:
                return kakao.texts(await response.json())


async def until(condition: object) -> None:
    """Ask again and again until it is so."""
    assert callable(condition)
    async with asyncio.timeout(PATIENCE):
        while not await condition():  # noqa: ASYNC110 - another process rings no bell here
            await asyncio.sleep(0.05)


@asynccontextmanager
async def far_side(far: kakao.EventApi) -> AsyncIterator[str]:
    from aiohttp.test_utils import TestServer  # noqa: PLC0415 - only here

    server = TestServer(far.app())
    await server.start_server()
    try:
        yield str(server.make_url("")).rstrip("/")
    finally:
        await server.close()


@pytest.fixture
def quick_faq(tmp_path: Path) -> Path:
    """The FAQ of the tests with pings after two seconds, at any hour: here the clock is real."""
    path = tmp_path / "faq.yaml"
    text = FAQ.read_text().replace("after: [30m, 24h]", "after: [2s], quiet: no")
    path.write_text(text.replace(', hours: {mon-fri: "10:00-18:00"}', ""))
    return path


async def rows(database: str, table: Table) -> int:
    store = Store(database)
    async with store.read() as tx:
        count = (await tx.execute(select(func.count()).select_from(table))).scalar_one()
    await store.close()
    return int(count)


def with_event_api(database: str, faq: Path, url: str) -> dict[str, str]:
    """The settings of a server that can ping in KakaoTalk."""
    return {
        "DANGOL_DATABASE_URL": database,
        "DANGOL_FAQ": str(faq),
        "DANGOL_KAKAO_SKILL_SECRET": kakao.SECRET,
        "DANGOL_KAKAO_EVENT_URL": url,
        "DANGOL_KAKAO_EVENT_KEY": "key",
        "DANGOL_KAKAO_EVENT_NAME": "dangol",
        "DANGOL_KAKAO_BOT_ID": "bot-1",
    }


async def test_a_kill_in_the_middle_neither_loses_nor_repeats_a_ping(
    database: str, quick_faq: Path, tmp_path: Path
) -> None:
    far = kakao.EventApi()
    async with far_side(far) as url:
        environment = with_event_api(database, quick_faq, url)
        server = Process(environment, tmp_path / "log")
        await server.start()
        await asyncio.gather(*(server.say("환불해 주세요", f"c{n}") for n in range(5)))
        # Before anything is due: what is planned lies in the database.
        await server.kill()
        await server.start()

        async def all_pinged() -> bool:
            return len(far.taken) >= 5

        await until(all_pinged)
        # After everything was sent and marked: a second life sends nothing again.
        await server.kill()
        await server.start()
        await asyncio.gather(*(server.say("배송비 얼마예요", f"d{n}") for n in range(5)))
        assert await server.stop() == 0
    users = [body["user"][0]["id"] for body in far.taken]
    assert sorted(users) == [f"c{n}" for n in range(5)]
    assert await rows(database, schema.pings) == 5


async def test_what_was_answered_before_a_kill_is_there_after_it(
    database: str, tmp_path: Path
) -> None:
    environment = {
        "DANGOL_DATABASE_URL": database,
        "DANGOL_FAQ": str(FAQ),
        "DANGOL_KAKAO_SKILL_SECRET": kakao.SECRET,
    }
    server = Process(environment, tmp_path / "log")
    await server.start()
    answered = 0

    async def talk(user: str) -> None:
        nonlocal answered
        while True:
            # Nobody is given the same answer twice in a row: each asks once.
            await server.say(f"배송비 얼마예요 {answered}", f"{user}-{answered}")
            answered += 1

    talking = [asyncio.ensure_future(talk(f"c{n}")) for n in range(8)]

    async def enough() -> bool:
        return answered >= 40

    await until(enough)
    await server.kill()
    results = await asyncio.gather(*talking, return_exceptions=True)
    assert all(isinstance(result, aiohttp.ClientError | OSError) for result in results)
    messages = await rows(database, schema.messages)
    assert messages % 2 == 0
    assert messages >= 2 * answered
    await server.start()
    assert "3,000원" in await server.say("배송비 얼마예요", "c0")
    assert await server.stop() == 0


async def test_serve_makes_its_own_sqlite_and_prints_where_it_is(tmp_path: Path) -> None:
    log = tmp_path / "log"
    server = Process(
        {"DANGOL_DATABASE_URL": f"sqlite:///{tmp_path}/new/d.db", "DANGOL_FAQ": str(FAQ)}, log
    )
    await server.start()

    async def printed() -> bool:
        return "Ctrl+C" in log.read_text()

    await until(printed)
    assert await server.stop() == 0
    text = log.read_text()
    for page in ("/chat", "/console", "/faq"):
        assert f"http://127.0.0.1:{server.port}{page}" in text
    assert "일회용 비밀번호" in text
    assert "Traceback" not in text


async def test_serve_says_in_one_line_why_it_cannot_start(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        cases = {
            "set DANGOL_PORT": {"DANGOL_PORT": str(taken.getsockname()[1])},
            "write a number": {"DANGOL_PORT": "many"},
            "sqlite:///data/dangol.db": {"DANGOL_DATABASE_URL": "mysql://x"},
            "no such faq.yaml": {"DANGOL_FAQ": str(tmp_path / "no such faq.yaml")},
        }
        for hint, environment in cases.items():
            base = {
                "DANGOL_DATABASE_URL": f"sqlite:///{tmp_path}/d.db",
                "DANGOL_FAQ": str(FAQ),
                "DANGOL_PORT": "0",  # the usual one may be taken on this machine
            }
            process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "bot", "serve",
                env={**os.environ, **base, **environment},
                stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
            )  # fmt: skip
            _, errors = await asyncio.wait_for(process.communicate(), PATIENCE)
            assert process.returncode == 1
            assert hint in errors.decode()
            assert "Traceback" not in errors.decode()


async def due_pings(database: str, count: int) -> None:
    """Customers who were asked something long enough ago to be reminded now."""
    store, moment = Store(database), datetime.now(UTC) - timedelta(seconds=5)
    async with store.begin() as tx:
        await tx.execute(
            insert(schema.customers),
            [
                {"id": n, "channel": "kakao-skill", "address": f"c{n}", "created_at": moment}
                for n in range(1, count + 1)
            ],
        )
        await tx.execute(
            insert(schema.conversations),
            [
                {
                    "id": n, "customer_id": n, "mode": "bot", "waiting_on": "customer",
                    "waiting_since": moment, "misses": 0, "memory": {}, "matter": "환불 요청",
                    "question": {"kind": "file", "intents": ["refund_request"]}, "words": "환불",
                    "ticket_id": None, "last_seq": 0, "episode": 0, "ping_step": 0,
                    "ping_due_at": moment, "created_at": moment, "updated_at": moment,
                }
                for n in range(1, count + 1)
            ],
        )  # fmt: skip
    await store.close()


async def test_of_two_processes_one_is_killed_and_each_ping_leaves_once(
    database: str, quick_faq: Path, tmp_path: Path
) -> None:
    """1,000 pings are due, two servers share them, and one dies in the middle of sending.

    The Event API knows no idempotency key: a ping that the dead process had sent and not yet noted
    may have arrived. It is not sent again, but shown as failed ("may have left").
    """
    # One file is for one process, but two may never repeat a ping there either.
    count = 100 if database.startswith("sqlite") else 1_000
    await due_pings(database, count)
    far = kakao.EventApi()
    async with far_side(far) as url:
        environment = with_event_api(database, quick_faq, url)
        victim, survivor = (Process(environment, tmp_path / name) for name in ("one", "two"))
        await asyncio.gather(victim.start(), survivor.start())

        async def half_is_out() -> bool:
            return len(far.taken) >= count // 3

        await until(half_is_out)
        await victim.kill()

        async def nothing_is_left() -> bool:
            return await undelivered(database) == 0

        await until(nothing_is_left)
        assert await survivor.stop() == 0
    users = [body["user"][0]["id"] for body in far.taken]
    assert len(users) == len(set(users)), "a ping was repeated"
    assert await rows(database, schema.pings) == count
    doubtful = count - len(users)
    assert await failed(database) >= doubtful >= 0
    assert doubtful <= BATCH, "more than one batch was in flight"


async def undelivered(database: str) -> int:
    """Pings that are planned or sent by nobody yet."""
    store = Store(database)
    async with store.read() as tx:
        waiting = await tx.execute(select(func.count()).where(schema.outbox.c.delivery == "queued"))
        due = await tx.execute(
            select(func.count()).where(
                schema.conversations.c.ping_due_at < datetime.now(UTC),
                schema.conversations.c.ping_step == 0,
            )
        )
        count = int(waiting.scalar_one()) + int(due.scalar_one())
    await store.close()
    return count


async def failed(database: str) -> int:
    """Pings whose sender died before it could note what became of them."""
    store = Store(database)
    async with store.read() as tx:
        result = await tx.execute(select(func.count()).where(schema.outbox.c.delivery == "failed"))
        count = int(result.scalar_one())
    await store.close()
    return count
