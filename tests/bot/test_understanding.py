"""The second opinion of the bot: bounded, in order, and never in the way."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import AsyncIterator, Callable
from dataclasses import replace

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot import embeddings
from bot.embeddings import Endpoint
from bot.metrics import Metrics
from bot.model import Incoming
from bot.settings import Settings
from bot.understanding import WAITING, Understanding
from intents import EmbeddingError, Glance, Match
from tests.conftest import Dangol

FIRST = Match("clarify", (), (), "first")
SECOND = Match("answer", (), (), "second")


def glance(deepen: Callable[[], Match]) -> Glance:
    return Glance(FIRST, settled=False, deepen=deepen)


async def test_a_second_look_counts_and_is_counted() -> None:
    metrics = Metrics()
    understanding = Understanding(metrics)
    assert await understanding.deepen(glance(lambda: SECOND)) is SECOND
    assert b'dangol_meaning_total{outcome="asked"} 1.0' in metrics.text()
    understanding.close()


async def test_a_broken_model_leaves_the_first_opinion() -> None:
    def fail() -> Match:
        raise EmbeddingError("away")

    metrics = Metrics()
    understanding = Understanding(metrics)
    assert await understanding.deepen(glance(fail)) is FIRST
    assert b'outcome="failed"} 1.0' in metrics.text()
    understanding.close()


async def test_a_slow_model_is_not_waited_for_and_a_queue_is_not_joined(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("bot.understanding.PATIENCE", 0.25)
    metrics = Metrics()
    understanding = Understanding(metrics)
    release = threading.Event()

    def wait() -> Match:
        release.wait(10)
        return SECOND

    looks = [asyncio.create_task(understanding.deepen(glance(wait))) for _ in range(WAITING)]
    await asyncio.sleep(0)
    assert await understanding.deepen(glance(wait)) is FIRST
    assert b'outcome="busy"} 1.0' in metrics.text()
    assert await asyncio.gather(*looks) == [FIRST] * WAITING
    assert f'outcome="late"}} {WAITING}.0'.encode() in metrics.text()
    release.set()
    understanding.close()


async def test_messages_of_one_customer_stay_in_order_when_the_first_needs_a_look(
    dangol: Dangol, monkeypatch: pytest.MonkeyPatch
) -> None:
    inbox, faqs = dangol.parts.inbox, dangol.parts.faqs
    release = threading.Event()
    look = faqs.glance

    def unsure(read: str) -> Glance:
        found = look(read)
        if read != "먼저":
            return found

        def wait() -> Match:
            release.wait(10)
            return found.match

        return replace(found, settled=False, deepen=wait)

    monkeypatch.setattr(faqs, "glance", unsure)

    def said(text: str) -> Incoming:
        return Incoming(channel="web", customer="order", text=text)

    first = asyncio.create_task(inbox.receive(said("먼저"), within=8))
    await asyncio.sleep(0)
    second = asyncio.create_task(inbox.receive(said("배송비 얼마예요"), within=8))
    await asyncio.sleep(0)
    release.set()
    one, two = await asyncio.gather(first, second)
    assert one is not None
    assert two is not None
    assert one.seq < two.seq


@pytest.fixture
async def answers() -> dict[str, object]:
    """What the endpoint says: a status and a body."""
    return {"status": 200, "body": None}


@pytest.fixture
async def endpoint(answers: dict[str, object]) -> AsyncIterator[Endpoint]:
    async def embed(request: web.Request) -> web.Response:
        asked = await request.json()
        rows = [
            {"index": place, "embedding": [3.0, 4.0, float(len(text))]}
            for place, text in enumerate(asked["input"])
        ]
        body = answers["body"] or json.dumps({"data": rows[::-1]})
        assert request.headers["Authorization"] == "Bearer key"
        return web.Response(text=str(body), status=int(str(answers["status"])))

    app = web.Application()
    app.router.add_post("/v1/embeddings", embed)
    async with TestServer(app) as server:
        yield Endpoint(str(server.make_url("/v1/embeddings")), "key", "small")


async def test_an_endpoint_gives_rows_of_unit_length_in_order(endpoint: Endpoint) -> None:
    vectors = await asyncio.to_thread(endpoint.embed, ["", "abc"])
    assert vectors.tolist()[0] == pytest.approx([0.6, 0.8, 0.0])
    assert (vectors**2).sum(axis=1).tolist() == pytest.approx([1, 1])
    assert (await asyncio.to_thread(endpoint.embed, [])).shape == (0, 0)


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (401, "{}"),
        (200, "not json"),
        (200, "[]"),
        (200, '{"data": []}'),
        (200, '{"data": [{"index": 0, "embedding": ["x"]}]}'),
    ],
)
async def test_an_endpoint_that_answers_badly_is_an_error_that_names_it(
    endpoint: Endpoint, answers: dict[str, object], status: int, body: str
) -> None:
    answers |= {"status": status, "body": body}
    with pytest.raises(EmbeddingError, match="/v1/embeddings"):
        await asyncio.to_thread(endpoint.embed, ["abc"])


async def test_an_endpoint_that_is_away_is_an_error() -> None:
    away = Endpoint("http://127.0.0.1:9/v1/embeddings", "", "small")
    with pytest.raises(EmbeddingError, match="cannot be reached"):
        await asyncio.to_thread(away.embed, ["abc"])


def test_the_endpoint_that_is_set_is_taken() -> None:
    settings = Settings(embedding_url="http://127.0.0.1:9", embedding_model="small")
    meaning = embeddings.meaning(settings)
    assert meaning is not None
    assert not meaning.is_bundled
    bundled = embeddings.meaning(Settings())
    assert bundled is not None
    assert bundled.is_bundled
