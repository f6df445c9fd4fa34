"""The web chat: its page, its cookie and its WebSocket."""

from __future__ import annotations

import hashlib
import re

import pytest
from aiohttp import WSCloseCode, WSMsgType, WSServerHandshakeError, web
from aiohttp.test_utils import TestClient, TestServer
from sqlalchemy import text as sql

from bot.channels.web import WebChannel
from bot.dialog import unfinished
from bot.schema import customers
from bot.store import Store
from bot.webchat.socket import ChatSocket
from tests.conftest import Dangol, Start
from tests.webchat.visit import visit

SHIPPING = "배송비 얼마예요"
FEE = "무료배송 기준이 뭐예요"


# The page


async def test_the_page_greets_with_the_stores_name_and_something_to_begin_with(
    dangol: Dangol,
) -> None:
    page = await (await dangol.client.get("/chat")).text()
    assert "안녕하세요, 시험상점 고객센터예요." in page
    assert re.findall(r'data-tap="intent:(\w+)"', page) == [
        "refund_request",
        "refund_timing",
        "shipping_fee",
        "human_agent",
    ]


async def test_the_page_runs_its_own_scripts_only_and_is_kept_by_no_cache(dangol: Dangol) -> None:
    headers = (await dangol.client.get("/chat")).headers
    policy = headers["Content-Security-Policy"].split("; ")
    assert {"default-src 'none'", "script-src 'self'", "base-uri 'none'"} <= set(policy)
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["Cache-Control"] == "no-store"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"


async def test_every_file_of_the_page_is_kept_for_a_year_under_its_version(dangol: Dangol) -> None:
    page = await (await dangol.client.get("/chat")).text()
    addresses = set(re.findall(r'(?:href|src)="(/chat/static/[^"]+)"', page))
    assert {address.split("?v=")[0].rsplit("/")[-1] for address in addresses} >= {
        "chat.css",
        "chat.js",
        "icon.svg",
    }
    for address in addresses:
        response = await dangol.client.get(address)
        assert response.status == 200
        assert "immutable" in response.headers["Cache-Control"]


async def test_a_script_imports_the_scripts_of_its_own_version(dangol: Dangol) -> None:
    response = await dangol.client.get("/chat/static/chat.js")
    imports = re.findall(r' from "(.+)";', await response.text())
    assert imports
    assert all(re.fullmatch(r"\./\w+\.js\?v=[0-9a-f]{12}", address) for address in imports)
    assert response.headers["Cache-Control"] == "no-cache"


@pytest.mark.parametrize("name", ["nothing.js", "..%2Fpage.py", "%00"])
async def test_a_file_that_is_not_of_the_page_is_not_found(dangol: Dangol, name: str) -> None:
    assert (await dangol.client.get(f"/chat/static/{name}")).status == 404


# The cookie


async def test_a_first_visit_gets_a_cookie_that_scripts_cannot_read(dangol: Dangol) -> None:
    cookie = (await dangol.client.get("/chat")).cookies["dangol_chat"]
    assert re.fullmatch(r"[\w-]{43}", cookie.value)
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert cookie["path"] == "/chat"
    assert int(cookie["max-age"]) == 400 * 24 * 3600
    assert not cookie["secure"]


async def test_a_second_visit_keeps_its_cookie(dangol: Dangol) -> None:
    await dangol.client.get("/chat")
    assert "dangol_chat" not in (await dangol.client.get("/chat")).cookies


@pytest.mark.parametrize("token", ["", "short", "a" * 44, "!" * 43])
async def test_a_cookie_that_is_not_ours_is_replaced(dangol: Dangol, token: str) -> None:
    response = await dangol.client.get("/chat", headers={"Cookie": f"dangol_chat={token}"})
    assert len(response.cookies["dangol_chat"].value) == 43


async def test_the_cookie_of_an_https_site_is_never_sent_in_the_clear(start: Start) -> None:
    dangol = await start(public_url="https://chat.example.com")
    assert (await dangol.client.get("/chat")).cookies["dangol_chat"]["secure"]


async def test_the_database_holds_the_hash_of_the_cookie_only(dangol: Dangol, store: Store) -> None:
    token = (await dangol.client.get("/chat")).cookies["dangol_chat"].value
    async with visit(dangol.client) as page:
        await page.say(SHIPPING)
    async with store.read() as tx:
        addresses = (await tx.execute(customers.select())).all()
    assert [row.address for row in addresses] == [hashlib.sha256(token.encode()).hexdigest()]


# The conversation


async def test_lines_in_quick_succession_are_answered_once(
    dangol: Dangol, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unfinished, "PAUSE", 60.0)
    async with visit(dangol.client) as page:
        await page.hello()
        await page.tell(type="message", id="a", text="저기요")
        await page.tell(type="message", id="b", text=SHIPPING)
        frames = [await page.told() for _ in range(5)]
    assert [one["id"] for one in frames if one["type"] == "accepted"] == ["a", "b"]
    lines = {one["message"]["seq"]: one["message"] for one in frames if one["type"] == "message"}
    assert [lines[seq]["author"] for seq in sorted(lines)] == ["customer", "customer", "bot"]
    assert "3,000원" in lines[max(lines)]["text"]


async def test_who_leaves_before_the_answer_finds_it_when_he_is_back(
    dangol: Dangol, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unfinished, "PAUSE", 0.3)
    await dangol.client.get("/chat")
    async with visit(dangol.client) as page:
        await page.tell(type="message", id="a", text="저기요")
    await dangol.parts.inbox.close()
    async with visit(dangol.client) as page:
        assert [line["author"] for line in await page.hello()] == ["customer", "bot"]


async def test_a_line_is_accepted_shown_and_answered_in_this_order(dangol: Dangol) -> None:
    async with visit(dangol.client) as page:
        assert await page.hello() == []
        accepted, (own, answer) = await page.say(SHIPPING, name="line-1")
    assert accepted == {"type": "accepted", "id": "line-1", "seq": 1}
    assert (own["seq"], own["author"], own["text"]) == (1, "customer", SHIPPING)
    assert own["event_id"] == "web:line-1"
    assert (answer["seq"], answer["author"]) == (2, "bot")
    assert "3,000원" in answer["text"]


async def test_a_tap_says_what_was_meant_whatever_its_words(dangol: Dangol) -> None:
    async with visit(dangol.client) as page:
        _, (_, answer) = await page.say("이거요", tap="intent:shipping_fee")
    assert "3,000원" in answer["text"]


async def test_the_same_line_again_gets_the_same_answer_and_is_stored_once(dangol: Dangol) -> None:
    async with visit(dangol.client) as page:
        first = await page.say(SHIPPING, name="line-1")
        assert await page.say(SHIPPING, name="line-1") == first
        assert [line["seq"] for line in await page.hello()] == [1, 2]


async def test_a_page_that_comes_back_gets_what_it_missed(dangol: Dangol) -> None:
    async with visit(dangol.client) as page:
        told = [line for said in (SHIPPING, FEE) for line in (await page.say(said))[1]]
    async with visit(dangol.client) as page:
        assert await page.hello() == told
        assert await page.hello(after=3) == told[3:]
        assert await page.hello(after=4) == []


async def test_all_pages_of_a_customer_show_the_same_and_nobody_elses(dangol: Dangol) -> None:
    async with visit(dangol.client) as here, visit(dangol.client) as there:
        _, lines = await here.say(SHIPPING)
        assert [await there.line(), await there.line()] == lines
        dangol.client.session.cookie_jar.clear()
        async with visit(dangol.client) as stranger:
            assert await stranger.hello() == []


async def test_an_operators_reply_comes_to_the_open_page(dangol: Dangol) -> None:
    operator = await dangol.operator()
    async with visit(dangol.client) as page:
        await page.say("상담원 연결해 주세요")
        (ticket,) = (await dangol.parts.desk.tickets("todo")).tickets
        await dangol.parts.desk.reply(operator, ticket.id, "무엇을 도와드릴까요?", "nonce-1")
        await dangol.deliver()
        reply = await page.line()
    assert (reply["author"], reply["text"]) == ("operator", "무엇을 도와드릴까요?")


async def test_a_line_to_a_person_is_shown_without_an_answer(dangol: Dangol) -> None:
    operator = await dangol.operator()
    async with visit(dangol.client) as page:
        await page.say("상담원 연결해 주세요")
        (ticket,) = (await dangol.parts.desk.tickets("todo")).tickets
        await dangol.parts.desk.take(operator, ticket.id)
        await page.tell(type="message", id="line-2", text=FEE)
        assert await page.told() == {"type": "accepted", "id": "line-2", "seq": 3}
        assert (await page.line())["text"] == FEE
        assert [line["author"] for line in await page.hello(after=2)] == ["customer"]


async def test_a_reply_that_waited_is_shown_before_the_answer_it_came_with(dangol: Dangol) -> None:
    operator = await dangol.operator()
    async with visit(dangol.client) as page:
        await page.say("상담원 연결해 주세요")
    (ticket,) = (await dangol.parts.desk.tickets("todo")).tickets
    await dangol.parts.desk.reply(operator, ticket.id, "안녕하세요!", "nonce-1")
    async with visit(dangol.client) as page:
        await page.tell(type="message", id="line-2", text="계세요?")
        assert (await page.told())["seq"] == 4
        assert [(await page.line())["seq"] for _ in range(2)] == [3, 4]


# What goes wrong


@pytest.mark.parametrize("data", ["{", "[]", '"hello"', "{}", '{"type": "x"}', "[" * 60_000])
async def test_a_frame_nobody_understands_is_answered_in_words(dangol: Dangol, data: str) -> None:
    async with visit(dangol.client) as page:
        await page.socket.send_str(data)
        frame = await page.told()
        assert frame["type"] == "error"
        assert frame["text"].endswith("주세요.")
        assert await page.hello() == []


async def test_a_binary_frame_is_answered_in_words(dangol: Dangol) -> None:
    async with visit(dangol.client) as page:
        await page.socket.send_bytes(b'{"type": "hello", "after": 0}')
        assert (await page.told())["type"] == "error"


async def test_an_empty_line_is_refused_by_its_id(dangol: Dangol) -> None:
    async with visit(dangol.client) as page:
        await page.tell(type="message", id="line-1", text="  ")
        frame = await page.told()
        assert (frame["type"], frame["id"]) == ("error", "line-1")
        assert await page.hello() == []


async def test_a_frame_larger_than_any_message_ends_the_connection(dangol: Dangol) -> None:
    async with visit(dangol.client) as page:
        await page.socket.send_str("가" * 30_000)
        assert (await page.socket.receive(timeout=10)).data == WSCloseCode.MESSAGE_TOO_BIG


async def test_the_twenty_first_frame_in_ten_seconds_is_too_fast(dangol: Dangol) -> None:
    async with visit(dangol.client) as page:
        for _ in range(20):
            await page.hello()
        await page.tell(type="message", id="line-1", text=SHIPPING)
        frame = await page.told()
    assert (frame["type"], frame["id"]) == ("error", "line-1")


async def test_a_line_the_database_refused_can_be_sent_again(dangol: Dangol, store: Store) -> None:
    async with visit(dangol.client) as page:
        await page.say(SHIPPING)
        await _run(store, "ALTER TABLE messages RENAME TO lost")
        await page.tell(type="message", id="line-2", text=FEE)
        frame = await page.told()
        assert (frame["type"], frame["id"]) == ("error", "line-2")
        await _run(store, "ALTER TABLE lost RENAME TO messages")
        accepted, _ = await page.say(FEE, name="line-2")
    assert accepted["seq"] == 3


async def test_a_page_whose_history_cannot_be_read_is_told_to_come_back(
    dangol: Dangol, store: Store
) -> None:
    async with visit(dangol.client) as page:
        await page.say(SHIPPING)
        await _run(store, "ALTER TABLE messages RENAME TO lost")
        await page.tell(type="hello", after=0)
        assert (await page.told())["type"] == "error"
        assert (await page.socket.receive(timeout=10)).data == WSCloseCode.INTERNAL_ERROR


async def test_a_late_answer_is_announced_and_the_line_is_not_lost(
    dangol: Dangol, store: Store
) -> None:
    async with _impatient(dangol) as client, visit(client) as page:
        await page.hello()
        async with store.begin() as tx:
            if not store.is_sqlite:  # where a writing transaction alone stops nobody
                await tx.execute(sql("LOCK TABLE customers"))
            await page.tell(type="message", id="line-1", text=SHIPPING)
            assert (await page.socket.receive_json(timeout=10))["type"] == "typing"
            frame = await page.told()
        assert (frame["type"], frame["id"]) == ("notice", "line-1")
        accepted, _ = await page.say(SHIPPING, name="line-1")
        assert accepted["seq"] == 1
        assert [line["seq"] for line in await page.hello()] == [1, 2]


def _impatient(dangol: Dangol) -> TestClient[web.Request, web.Application]:
    """The chat of this server, which waits for half a second only."""
    channel = dangol.parts.channels["web"]
    assert isinstance(channel, WebChannel)
    socket = ChatSocket(
        inbox=dangol.parts.inbox,
        channel=channel,
        faqs=dangol.parts.faqs,
        public_url="",
        secure=False,
        patience=0.5,
    )
    app = web.Application()
    app.router.add_get("/chat/ws", socket.get)
    return TestClient(TestServer(app))


async def _run(store: Store, statement: str) -> None:
    async with store.begin() as tx:
        await tx.execute(sql(statement))


# Who may open it


@pytest.mark.parametrize("origin", ["https://elsewhere.example", "null", "http://127.0.0.1:1"])
async def test_the_page_of_another_site_gets_no_connection(dangol: Dangol, origin: str) -> None:
    with pytest.raises(WSServerHandshakeError) as refused:
        async with visit(dangol.client, headers={"Origin": origin}):
            pass
    assert refused.value.status == 403


async def test_the_own_page_gets_a_connection(start: Start) -> None:
    dangol = await start(public_url="https://chat.example.com")
    here = str(dangol.client.make_url("")).rstrip("/")
    for origin in (here, "https://chat.example.com"):
        async with visit(dangol.client, headers={"Origin": origin}) as page:
            assert await page.hello() == []


async def test_a_connection_without_a_cookie_gets_one(dangol: Dangol) -> None:
    async with visit(dangol.client) as page:
        await page.say(SHIPPING)
    async with visit(dangol.client) as page:
        assert len(await page.hello()) == 2


async def test_a_server_that_stops_says_goodbye(dangol: Dangol) -> None:
    async with visit(dangol.client) as page:
        await page.hello()
        await dangol.client.app.shutdown()
        farewell = await page.socket.receive(timeout=10)
        assert farewell.type is WSMsgType.CLOSE
        assert farewell.data == WSCloseCode.GOING_AWAY
