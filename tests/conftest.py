"""Real servers on real databases.

SQLite and PostgreSQL through one fixture, a clock that tests move.
"""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import partial, partialmethod
from pathlib import Path
from types import CodeType
from typing import Any, TypeVar, cast
from uuid import uuid4

import pytest
from aiohttp import web_app
from aiohttp.test_utils import TestClient, TestServer
from aiohttp.web import Application, Request
from argon2 import PasswordHasher
from argon2.profiles import CHEAPEST
from hypothesis import settings as hypothesis_settings
from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket

from bot import migrations, pings
from bot.app import PARTS, Parts, build
from bot.embeddings import meaning
from bot.model import Operator
from bot.settings import Settings
from bot.store import Store
from bot.webchat.socket import ChatSocket
from intents import Faq, Matcher, Meaning, load, parse
from tests import kakao
from tests.postgres import Cluster

# How long an example takes says nothing on a busy machine; benchmarks measure speed. A run tries
# the same examples as the one before, so that a change is what turns it red; `make fuzz` looks for
# new ones. For the fast path: `--hypothesis-profile quick`.
hypothesis_settings.register_profile("dangol", deadline=None, derandomize=True)
hypothesis_settings.register_profile("quick", deadline=None, derandomize=True, max_examples=20)
hypothesis_settings.register_profile("fuzz", deadline=None, max_examples=2_000)
hypothesis_settings.load_profile("dangol")

Made = TypeVar("Made")

#: A Wednesday, 15:00 in Seoul: the store of the tests is open.
START = datetime(2026, 11, 25, 6, 0, tzinfo=UTC)

#: Seconds that nothing takes on any machine.
PATIENCE = 60.0

FAQ = Path(__file__).parent / "faq.yaml"

_KEPT_BY_AIOHTTP = [one for one in vars(web_app).values() if hasattr(one, "cache_clear")]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--databases", default="sqlite,postgresql", help="which databases to test on")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    chosen = metafunc.config.getoption("--databases").split(",")
    if metafunc.definition.get_closest_marker("one_database"):
        chosen = chosen[:1]
    if metafunc.definition.get_closest_marker("other_database"):
        chosen = chosen[-1:]
    for fixture in ("database", "empty_database"):
        if fixture in metafunc.fixturenames:
            metafunc.parametrize(fixture, chosen, indirect=True)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what needs a server or a database; the named conversations run on the fast path, too."""
    for item in items:
        needs = {"database", "empty_database"} & set(getattr(item, "fixturenames", ()))
        if needs and "scenarios" not in item.path.parts:
            item.add_marker("served")


@pytest.fixture(scope="session", autouse=True)
def quick_hashes() -> Iterator[None]:
    """Argon2 at its cheapest: every server of the tests makes an admin, and that adds up."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            "bot.accounts.PasswordHasher", partial(PasswordHasher.from_parameters, CHEAPEST)
        )
        yield


@pytest.fixture(scope="session", autouse=True)
def no_pause() -> Iterator[None]:
    """Unfinished lines wait for nothing, but where a test is about that."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("bot.dialog.unfinished.PAUSE", 0.0)
        yield


@pytest.fixture(scope="session", autouse=True)
def no_hurry() -> Iterator[None]:
    """A busy machine answers late: nobody gives up, but where a test is about that."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("bot.webhooks.KAKAO_SECONDS", PATIENCE)
        patch.setitem(cast("Any", ChatSocket.__init__).__kwdefaults__, "patience", PATIENCE)
        patch.setattr("bot.understanding.PATIENCE", PATIENCE)
        patch.setattr("bot.site.CHECK_SECONDS", PATIENCE)
        for sender in ("bot.outbox", "bot.channels.kakao_skill", "bot.channels.web"):
            patch.setattr(f"{sender}.SEND_SECONDS", PATIENCE)
        yield


class KeptFaqs:
    """FAQs by what is written in their file: most servers of the tests have the same one."""

    def __init__(self) -> None:
        self._kept: dict[bytes, Faq] = {}

    def __call__(self, path: str) -> Faq:
        written = Path(path)
        content = written.read_bytes() if written.is_file() else None
        if content is None or content not in self._kept:
            read = load(path)
            if content is None:
                return read
            self._kept[content] = read
        return replace(self._kept[content], source=path)


class KeptMatchers:
    """Matchers by what they match with, which is less than the whole FAQ."""

    def __init__(self) -> None:
        self._kept: list[tuple[object, Matcher]] = []
        self._texts: list[tuple[object, tuple[str, ...]]] = []

    def __call__(self, faq: Faq, *, meaning: Meaning | None) -> Matcher:
        key = (faq.intents, faq.caution, faq.store.name, meaning is None)
        return _kept(self._kept, key, lambda: Matcher(faq, meaning=meaning))

    def texts(self, faq: Faq) -> tuple[str, ...]:
        return _kept(self._texts, faq.intents, lambda: Matcher.texts(faq))


def _kept(kept: list[tuple[object, Made]], key: object, make: Callable[[], Made]) -> Made:
    """What was made for an equal key; entries compare, but have no hash."""
    for known, made in kept:
        if known == key:
            return made
    kept.append((key, make()))
    return kept[-1][1]


MATCHERS = KeptMatchers()


@pytest.fixture(scope="session", autouse=True)
def kept_faqs() -> Iterator[None]:
    """A server of the tests starts with what the one before it read and made of the same file."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("bot.faqs.load", KeptFaqs())
        patch.setattr("bot.faqs.Matcher", MATCHERS)
        yield


class KeptTemplates(BytecodeCache):
    """What Jinja compiled, by its source."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], CodeType | None] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._kept.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._kept[bucket.key, bucket.checksum] = bucket.code


@pytest.fixture(scope="session", autouse=True)
def kept_templates() -> Iterator[None]:
    """Compiling the pages again was half of what the start of a server takes."""
    usual = Environment.__init__
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Environment, "__init__", partialmethod(usual, bytecode_cache=KeptTemplates()))
        yield


@dataclass
class Clock:
    """The time, as long as the test does not move it."""

    now: datetime = START

    def __call__(self) -> datetime:
        return self.now

    def pass_(self, **duration: float) -> None:
        """Let time pass: `pass_(minutes=30)`."""
        self.now += timedelta(**duration)


@pytest.fixture
def clock() -> Clock:
    return Clock()


def _apart(work: Coroutine[Any, Any, None]) -> None:
    """Run it in a loop of its own: a session's fixture may be made while a test's loop runs."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, work).result()


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    cluster = Cluster()
    cluster.start()
    _apart(_make_template(cluster))
    yield cluster
    cluster.stop()


async def _make_template(cluster: Cluster) -> None:
    await _migrate(await cluster.create("template_dangol"))


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sqlite") / "template.db"
    _apart(_migrate(f"sqlite:///{path}"))
    return path


async def _migrate(url: str) -> None:
    store = Store(url)
    await migrations.upgrade(store, START)
    await store.close()


@pytest.fixture
async def database(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[str]:
    """The address of an empty migrated database: every test that takes this runs on both kinds."""
    if request.param == "sqlite":
        path = tmp_path / "dangol.db"
        shutil.copy(request.getfixturevalue("sqlite_template"), path)
        yield f"sqlite:///{path}"
        return
    cluster: Cluster = request.getfixturevalue("cluster")
    name = f"test_{uuid4().hex}"
    yield await cluster.create(name, template="template_dangol")
    await cluster.drop(name)


@pytest.fixture
async def store(database: str) -> AsyncIterator[Store]:
    store = Store(database)
    yield store
    await store.close()


@pytest.fixture
async def event_api() -> AsyncIterator[tuple[kakao.EventApi, str]]:
    """Kakao's Event API and its address."""
    far = kakao.EventApi()
    server = TestServer(far.app())
    await server.start_server()
    yield far, str(server.make_url("")).rstrip("/")
    await server.close()


@dataclass
class Dangol:
    """A running server, and the hands of those who use it."""

    client: TestClient[Request, Application]
    parts: Parts
    clock: Clock

    async def kakao(self, text: str, *, user: str = "customer-1", **more: Any) -> dict[str, Any]:
        """A customer says something in KakaoTalk; the checked SkillResponse."""
        return await self.post(kakao.said(text, user=user, extra=more.pop("extra", None)), **more)

    def edit(self, text: str) -> None:
        """The seller saves another FAQ, which counts at once."""
        faq = parse(text)
        # The matcher is the kept one, where a test had these entries before.
        self.parts.faqs.faq, self.parts.faqs.matcher = faq, MATCHERS(faq, meaning=None)

    async def post(self, payload: object, request_id: str | None = None) -> dict[str, Any]:
        """Kakao calls the skill."""
        headers = dict(kakao.HEADERS)
        if request_id is not None:
            headers["X-Request-Id"] = request_id
        async with self.client.post(
            "/webhook/kakao-skill", json=payload, headers=headers
        ) as response:
            assert response.status == 200, await response.text()
            body: dict[str, Any] = await response.json()
        kakao.check_skill_response(body)
        return body

    async def plan(self) -> int:
        """The scheduler's call to plan pings."""
        parts = self.parts
        return await pings.plan(
            parts.store, parts.faqs.faq, parts.channels, parts.feed, self.clock()
        )

    async def deliver(self) -> int:
        """The scheduler's calls to empty the outbox; how many messages were tried."""
        return sum([await self.parts.outbox.deliver(name) for name in self.parts.channels])

    async def operator(self, name: str = "박지현") -> Operator:
        """An operator of the console."""
        await self.parts.accounts.add(name, "operator", "correct horse battery")
        token = await self.parts.accounts.log_in(name, "correct horse battery", "127.0.0.1")
        operator = await self.parts.accounts.operator(token)
        assert operator is not None
        return operator


Start = Callable[..., Awaitable[Dangol]]


@pytest.fixture(scope="session", autouse=True)
def processes_learn_elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What a process of the tests learns is no other run's to know."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DANGOL_VECTORS", str(tmp_path_factory.mktemp("processes") / "vectors.npz"))
        yield


@pytest.fixture(scope="session")
def learnt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the phrases of the tests' FAQ mean: a server that reads it has nothing to learn."""
    path = tmp_path_factory.mktemp("meaning") / "vectors.npz"
    known = meaning(Settings(vectors=str(path)))
    assert known is not None
    texts = Matcher.texts(load(FAQ))
    known.learn(texts)
    known.save(texts)
    return path


@pytest.fixture
async def start(database: str, clock: Clock, learnt: Path, tmp_path: Path) -> AsyncIterator[Start]:
    """Start a server on the test's database; settings by keyword.

    Call it again for a second process.
    """
    vectors = shutil.copy(learnt, tmp_path / "vectors.npz")
    running: list[TestClient[Request, Application]] = []

    async def begin(*, scheduled: bool = False, **settings: Any) -> Dangol:
        chosen = replace(
            Settings(
                database_url=database,
                faq=str(FAQ),
                kakao_skill_secret=kakao.SECRET,
                vectors=str(vectors),
            ),
            **settings,
        )
        app = build(chosen, now=clock, scheduled=scheduled)
        client = TestClient(TestServer(app))
        await client.start_server()
        running.append(client)
        return Dangol(client=client, parts=app[PARTS], clock=clock)

    yield begin
    for client in running:
        await client.close()
    # aiohttp keeps a thousand pairs of handler and application, and with each a whole server: of
    # seven thousand tests that made a gigabyte, which the collector went over again and again.
    for kept in _KEPT_BY_AIOHTTP:
        kept.cache_clear()


@pytest.fixture
async def dangol(start: Start) -> Dangol:
    """A server with the FAQ of the tests; nobody calls its jobs but the test."""
    return await start()
