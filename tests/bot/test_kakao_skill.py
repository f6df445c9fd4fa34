"""The Kakao webhook over HTTP: what Kakao really sends, and what it must never break."""

from __future__ import annotations

import asyncio
import json
import logging
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from sqlalchemy import func, select, text

from bot import schema
from bot.model import State
from tests import kakao
from tests.conftest import Clock, Dangol, Start

URL = "/webhook/kakao-skill"


async def count(dangol: Dangol, table: Any) -> int:
    async with dangol.parts.store.read() as tx:
        return (await tx.execute(select(func.count()).select_from(table))).scalar_one()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("typed", "환불은 상품을 확인한 뒤에"),
        ("quick-reply", "배송비는 3,000원"),
        ("own-button", "영업일로 3일에서 5일"),
        ("photo", "사진 잘 받았어요"),
        ("secure-photo", "사진 잘 받았어요"),
        ("bot-test", "배송비는 3,000원"),
        ("sparse-and-unknown", "환불은 상품을 확인한 뒤에"),
        ("least", "환불은 상품을 확인한 뒤에"),
        ("knowledge", "배송비는 3,000원"),
        ("own-push", "환불은 오늘 처리했어요."),
    ],
)
async def test_every_sample_gets_a_useful_bubble(dangol: Dangol, name: str, expected: str) -> None:
    assert expected in kakao.texts(await dangol.post(kakao.sample(name)))


def test_every_sample_file_is_tested() -> None:
    marks = test_every_sample_gets_a_useful_bubble.pytestmark  # type: ignore[attr-defined]  # set by the decorator
    tested = {name for name, _ in marks[0].args[1]}
    assert tested == {path.stem for path in kakao.SAMPLES.glob("*.json")}


async def test_an_answer_has_its_buttons(dangol: Dangol) -> None:
    response = await dangol.kakao("환불해 주세요")
    (card,) = response["template"]["outputs"]
    assert card["textCard"]["buttons"] == [
        {"action": "webLink", "label": "주문 내역", "webLinkUrl": "https://example.com/orders"}
    ]


async def test_a_photo_is_kept_with_the_conversation(dangol: Dangol) -> None:
    await dangol.post(kakao.sample("photo"))
    await dangol.kakao(
        "상담원 연결해 주세요", user=kakao.sample("photo")["userRequest"]["user"]["id"]
    )
    detail = await dangol.parts.desk.ticket(1)
    assert detail.messages[0].body["images"][0]["url"].startswith("https://talk.kakaocdn.net/")


async def test_without_a_configured_secret_the_route_is_not_there(start: Start) -> None:
    dangol = await start(kakao_skill_secret="")
    async with dangol.client.post(URL, json=kakao.said("환불"), headers=kakao.HEADERS) as response:
        assert response.status == 404


@pytest.mark.parametrize("secret", [None, "", "wrong", kakao.SECRET + "x", "비밀"])
async def test_a_wrong_secret_is_refused_before_the_body_is_read(
    dangol: Dangol, secret: str | None
) -> None:
    headers = {} if secret is None else {"X-Dangol-Secret": secret}
    async with dangol.client.post(URL, data=b"{", headers=headers) as response:
        assert response.status == 403
    assert await count(dangol, schema.customers) == 0


def broken(**change: Any) -> bytes:
    payload = kakao.sample("typed")
    payload["userRequest"].update(change)
    return json.dumps(payload).encode()


BAD_BODIES = {
    "empty": b"",
    "not json": b"utterance=hi",
    "half a json": b'{"userRequest": {',
    "not utf-8": b"\xff\xfe\x00",
    "an array": b"[]",
    "a string": b'"hi"',
    "null": b"null",
    "no userRequest": b"{}",
    "userRequest is text": b'{"userRequest": "x"}',
    "user is text": broken(user="x"),
    "user without id": broken(user={}),
    "user id is a number": broken(user={"id": 7}),
    "user id is empty": broken(user={"id": " "}),
    "user id is too long": broken(user={"id": "x" * 300}),
    "no utterance": broken(utterance=None),
    "utterance is a list": broken(utterance=["환불"]),
    "utterance has a NUL": broken(utterance="환불\0해 주세요"),
    "utterance has half a surrogate pair": broken(utterance="환불\ud83d"),
    "user id has a NUL": broken(user={"id": "a\0b"}),
    "a raw NUL byte": b'{"userRequest": "\0"}',
    "params is a list": broken(params=["x"]),
    "NaN": b'{"userRequest": {"utterance": "a", "user": {"id": "u"}}, "x": NaN}',
    "nested too deeply": b"[" * 200_000 + b"]" * 200_000,
    "a number of 5,000 digits": b'{"x": ' + b"9" * 5_000 + b"}",
}


@pytest.mark.parametrize("name", BAD_BODIES)
async def test_a_bad_body_gets_a_clear_400_one_log_line_and_leaves_nothing(
    dangol: Dangol, name: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    async with dangol.client.post(URL, data=BAD_BODIES[name], headers=kakao.HEADERS) as response:
        assert response.status == 400
        assert (await response.json())["error"]
    lines = [record for record in caplog.records if record.name.startswith("bot")]
    assert len(lines) == 1
    assert lines[0].exc_info is None
    assert await count(dangol, schema.customers) == 0


async def test_a_megabyte_is_413_with_one_log_line(
    dangol: Dangol, caplog: pytest.LogCaptureFixture
) -> None:
    body = broken(utterance="가" * 1_000_000)
    async with dangol.client.post(URL, data=BytesIO(body), headers=kakao.HEADERS) as response:
        assert response.status == 413
        assert "larger than" in (await response.json())["error"]
    assert len([record for record in caplog.records if record.name.startswith("bot")]) == 1


async def test_a_line_of_100_000_syllables_is_answered_and_stored_whole(dangol: Dangol) -> None:
    line = "환불 " + "아" * 100_000
    assert kakao.texts(await dangol.kakao(line))
    await dangol.kakao("상담원 연결해 주세요")
    detail = await dangol.parts.desk.ticket(1)
    assert detail.messages[0].body["text"] == line


@pytest.mark.parametrize(
    "line", ["", "   ", "\n", "🙏🙏🙏", "ㅋㅋㅋㅋㅋ", "???", "(이모티콘)", "\u200b"]
)
async def test_a_line_that_says_nothing_is_answered_kindly(dangol: Dangol, line: str) -> None:
    assert kakao.texts(await dangol.kakao(line))


async def test_the_first_answer_comes_again_for_a_repeated_request_id(dangol: Dangol) -> None:
    first = await dangol.post(kakao.said("깨져서 왔어요"), request_id="call-1")
    again = await dangol.post(kakao.said("깨져서 왔어요"), request_id="call-1")
    assert again == first
    assert await count(dangol, schema.messages) == 2
    other = await dangol.post(kakao.said("받았는데 고장 났어요"), request_id="call-2")
    assert other != first
    assert await count(dangol, schema.messages) == 4


async def test_one_request_id_of_two_customers_is_two_events(dangol: Dangol) -> None:
    await dangol.post(kakao.said("배송비 얼마예요", user="a"), request_id="same")
    await dangol.post(kakao.said("환불해 주세요", user="b"), request_id="same")
    assert await count(dangol, schema.messages) == 4


async def test_a_repeated_request_that_is_still_being_written_gets_the_same_answer(
    dangol: Dangol,
) -> None:
    calls = [dangol.post(kakao.said("깨져서 왔어요"), request_id="call-1") for _ in range(10)]
    answers = await asyncio.gather(*calls)
    assert all(answer == answers[0] for answer in answers)
    assert await count(dangol, schema.tickets) == 1


async def test_an_odd_request_id_is_still_an_id(dangol: Dangol) -> None:
    odd = "í" * 300
    first = await dangol.post(kakao.said("깨져서 왔어요"), request_id=odd)
    assert await dangol.post(kakao.said("깨져서 왔어요"), request_id=odd) == first


async def test_a_customer_is_answered_when_a_rule_breaks(
    dangol: Dangol, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken_rule(*_: object) -> None:
        raise RuntimeError("a mistake in a rule")

    monkeypatch.setattr("bot.train.decide", broken_rule)
    response = await dangol.kakao("환불해 주세요")
    assert "상담원에게 전달했어요" in kakao.texts(response)
    detail = await dangol.parts.desk.ticket(1)
    assert detail.ticket.words == "환불해 주세요"


async def test_a_customer_is_answered_when_the_database_is_away(
    dangol: Dangol, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def away(*_: object, **__: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr("bot.store.messages.add", away)
    response = await dangol.kakao("환불해 주세요")
    assert "다시 보내 주시겠어요" in kakao.texts(response)
    assert await count(dangol, schema.messages) == 0
    assert not [record for record in caplog.records if record.exc_info]


async def test_an_answer_that_is_late_waits_for_the_next_line(
    dangol: Dangol, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The database stands still longer than Kakao waits; what was decided then is not lost."""
    await dangol.kakao("감사합니다", user="somebody else")
    async with dangol.parts.store.begin() as tx:
        await _hold_everything(dangol, tx)
        with monkeypatch.context() as hurry:
            hurry.setattr("bot.webhooks.KAKAO_SECONDS", 0.3)
            response = await dangol.kakao("배송비 얼마예요")
        assert kakao.labels(response) == ["답변 확인"]
    fetched = await dangol.kakao("답변 확인", extra={"dangol": "fetch"})
    assert "배송비는 3,000원" in kakao.texts(fetched)
    again = await dangol.kakao("답변 확인", extra={"dangol": "fetch"})
    assert "배송비는 3,000원" not in kakao.texts(again)


async def _hold_everything(dangol: Dangol, tx: Any) -> None:
    """Keep the inbox from writing.

    SQLite's write lock is held already, PostgreSQL needs a table lock.
    """
    if not dangol.parts.store.is_sqlite:
        await tx.execute(text("LOCK TABLE customers, conversations IN ACCESS EXCLUSIVE MODE"))


async def test_the_state_survives_a_restart(start: Start) -> None:
    first = await start()
    await first.kakao("환불해 주세요")
    await first.client.close()
    second = await start()
    response = await second.kakao("네")
    assert "접수번호는 1번이에요" in kakao.texts(response)


async def test_no_log_line_holds_what_the_customer_wrote(
    dangol: Dangol, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, logger="bot")
    await dangol.kakao("010-1234-5678로 연락 주세요")
    await dangol.kakao("제 번호는 010-1234-5678이에요")
    assert "1234" not in caplog.text


async def test_night_is_said_honestly(dangol: Dangol, clock: Clock) -> None:
    clock.now += timedelta(hours=12)
    response = await dangol.kakao("상담원 연결해 주세요")
    assert "오늘 오전 10시부터" in kakao.texts(response)


def test_a_fresh_state_waits_for_nobody() -> None:
    assert State().waiting_on == "nobody"


async def test_a_double_gets_no_second_answer_and_no_promise(dangol: Dangol) -> None:
    """Kakao must be answered: a double is told where the answer is."""
    assert "3,000원" in kakao.texts(await dangol.kakao("배송비 얼마예요"))
    again = kakao.texts(await dangol.kakao("배송비 얼마예요"))
    assert "3,000원" not in again
    assert "위에 있어요" in again
