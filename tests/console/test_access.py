"""Who gets into the console, and what protects those who are in."""

from __future__ import annotations

import pytest

from bot.accounts import SESSION_SECONDS
from bot.console import forms
from tests.conftest import Clock, Dangol, Start
from tests.console.seat import HTMX, NAME, Seat, complain, seat, send


async def test_a_stranger_is_led_to_the_login_and_back_to_what_he_wanted(dangol: Dangol) -> None:
    desk = await seat(dangol)
    stranger = Seat(dangol)
    shown = await stranger.get("/console?view=resolved")
    assert (shown.status, shown.location) == (
        303,
        "/console/login?next=%2Fconsole%3Fview%3Dresolved",
    )
    form = await stranger.get(shown.location)
    assert form.value("next") == "/console?view=resolved"
    assert (await stranger.log_in(to=form.value("next"))).location == "/console?view=resolved"
    assert (await desk.get("/console/login")).location == "/console"


async def test_the_session_cookie_is_kept_from_scripts_and_other_sites(start: Start) -> None:
    dangol = await start(public_url="https://shop.example")
    await seat(dangol)
    cookie = (await Seat(dangol).log_in()).headers["Set-Cookie"]
    parts = {part.strip() for part in cookie.split(";")[1:]}
    assert parts == {
        "HttpOnly",
        "SameSite=Lax",
        "Path=/console",
        "Secure",
        f"Max-Age={SESSION_SECONDS}",
    }


async def test_the_login_leads_to_pages_of_the_console_only(dangol: Dangol) -> None:
    await seat(dangol)
    assert (await Seat(dangol).log_in(to="//evil.example/console")).location == "/console"


async def test_a_wrong_password_is_said_beside_the_form_and_the_name_is_kept(
    dangol: Dangol,
) -> None:
    await seat(dangol)
    stranger = Seat(dangol)
    shown = await stranger.log_in(password="wrong")
    assert shown.status == 401
    assert "맞지 않아요" in shown.words
    assert shown.value("name") == NAME
    assert not stranger.cookie


async def test_too_many_wrong_passwords_must_wait(dangol: Dangol) -> None:
    await seat(dangol)
    stranger = Seat(dangol)
    for _ in range(5):
        await stranger.log_in(password="wrong")
    shown = await stranger.log_in()
    assert shown.status == 429
    assert f"{shown.headers['Retry-After']}초 뒤에 다시 시도해 주세요." in shown.words
    assert not stranger.cookie


async def test_a_one_time_password_opens_nothing_but_the_choice_of_an_own_one(
    dangol: Dangol,
) -> None:
    password = await dangol.parts.accounts.add("신입", "operator")
    desk = Seat(dangol)
    assert (await desk.log_in("신입", password)).location == "/console/password"
    assert (await desk.get("/console")).location == "/console/password"
    assert (await desk.get("/console", HTMX)).headers["HX-Redirect"] == "/console/password"
    assert "10자 이상" in (await desk.get("/console/password")).words
    new = "own words of mine"
    for fields, reason in (
        ({"password": new, "again": "other words"}, "서로 달라요"),
        ({"password": "short", "again": "short"}, "10자 이상"),
    ):
        shown = await desk.post("/console/password", fields)
        assert shown.status == 422
        assert reason in shown.words
    chosen = await desk.post("/console/password", {"password": new, "again": new})
    assert chosen.location == "/console"
    assert (await desk.get("/console")).status == 200
    assert (await Seat(dangol).log_in("신입", new)).location == "/console"


async def test_logging_out_ends_the_login(dangol: Dangol) -> None:
    desk = await seat(dangol)
    token = desk.cookie
    assert (await desk.post("/console/logout")).location == "/console/login"
    desk.cookie = token
    assert (await desk.get("/console")).status == 303


async def test_an_expired_login_leads_every_kind_of_request_to_the_login_page(
    dangol: Dangol, clock: Clock
) -> None:
    desk = await seat(dangol)
    ticket = await complain(dangol)
    clock.pass_(seconds=SESSION_SECONDS)
    page = await desk.get(f"/console/tickets/{ticket}", HTMX)
    assert page.status == 401
    assert page.headers["HX-Redirect"] == (
        "/console/login?next=%2Fconsole%2Ftickets%2F1%3Fview%3Dall"
    )
    assert (await desk.get("/console/events")).status == 303
    form = await send(desk, ticket, "늦었어요")
    assert form.location == f"/console/login?next=%2Fconsole%2Ftickets%2F{ticket}"
    detail = await dangol.parts.desk.ticket(ticket)
    assert all(message.author != "operator" for message in detail.messages)


async def test_a_form_of_another_site_changes_nothing(start: Start) -> None:
    dangol = await start(public_url="https://shop.example")
    desk = await seat(dangol)
    ticket = await complain(dangol)
    take, back = (f"/console/tickets/{ticket}/{action}" for action in ("take", "hand-back"))
    for headers, status in (
        ({"Sec-Fetch-Site": "same-origin"}, 303),
        ({"Sec-Fetch-Site": "none"}, 303),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "cross-site", "Origin": "https://shop.example"}, 403),
        ({"Origin": "https://shop.example"}, 303),
        ({"Origin": "https://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://["}, 403),
        ({}, 303),
    ):
        assert (await desk.post(take, headers=headers)).status == status, headers
        detail = await dangol.parts.desk.ticket(ticket)
        assert detail.ticket.mode == ("human" if status == 303 else "bot")
        await desk.post(back)


async def test_without_a_public_address_the_host_header_is_the_own_site(dangol: Dangol) -> None:
    desk = await seat(dangol)
    ticket = await complain(dangol)
    path = f"/console/tickets/{ticket}/take"
    own = str(dangol.client.make_url("/")).rstrip("/")
    assert (await desk.post(path, headers={"Origin": "null"})).status == 403
    assert (await desk.post(path, headers={"Origin": own})).status == 303


async def test_every_answer_forbids_foreign_scripts_frames_and_caches(dangol: Dangol) -> None:
    desk = await seat(dangol)
    ticket = await complain(dangol)
    stranger = Seat(dangol)
    for shown in (
        await desk.get("/console"),
        await desk.get(f"/console/tickets/{ticket}", HTMX),
        await desk.get("/console/tickets/999"),
        await stranger.get("/console"),
        await stranger.get("/console/login"),
        await desk.post("/console/logout", headers={"Sec-Fetch-Site": "cross-site"}),
    ):
        policy = shown.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "script-src 'self';" in policy
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert shown.headers["Cache-Control"] == "no-store"
        assert shown.headers["X-Content-Type-Options"] == "nosniff"
        assert shown.headers["Referrer-Policy"] == "same-origin"
        assert "<script>" not in shown.text
        assert " style=" not in shown.text


async def test_scripts_and_styles_are_kept_for_a_year_under_their_content_s_name(
    dangol: Dangol,
) -> None:
    stranger = Seat(dangol)
    login = await stranger.get("/console/login")
    address = login.text.split('rel="stylesheet" href="')[1].split('"')[0]
    kept = await stranger.get(address)
    assert kept.status == 200
    assert kept.headers["Content-Type"] == "text/css; charset=utf-8"
    assert "immutable" in kept.headers["Cache-Control"]
    assert (await stranger.get("/console/static/console.css?v=old")).headers[
        "Cache-Control"
    ] == "no-cache"
    assert (await stranger.get("/console/static/../__init__.py")).status in {303, 404}
    assert (await stranger.get("/console/static/vendor/nothing.js")).status == 404


@pytest.mark.parametrize("kind", ["text/plain", "application/json", "multipart/form-data"])
async def test_a_form_of_another_kind_is_refused(dangol: Dangol, kind: str) -> None:
    desk = await seat(dangol)
    assert (await desk.post("/console/password", headers={"Content-Type": kind})).status == 400


@pytest.mark.parametrize(
    "body", [b"password=" + b"a" * forms.BODY_LIMIT, b"a=\xff", b"&".join([b"a=1"] * 40)]
)
async def test_a_body_that_no_form_sends_is_refused(dangol: Dangol, body: bytes) -> None:
    stranger = Seat(dangol)
    async with dangol.client.post(
        "/console/login",
        data=body,
        headers={"Content-Type": "application/x-www-form-urlencoded"},
    ) as response:
        assert response.status == 400
    assert not stranger.cookie
