"""Accounts, logins, and the brake on guessing."""

from __future__ import annotations

import asyncio
import threading

import pytest
from argon2 import PasswordHasher
from argon2.profiles import CHEAPEST

from bot.accounts import ALLOWED, SESSION_SECONDS, Accounts, Throttled
from bot.model import Rejected
from bot.store import Store
from tests.conftest import Clock

PASSWORD = "correct horse battery"
PEER = "203.0.113.7"


@pytest.fixture
def accounts(store: Store, clock: Clock) -> Accounts:
    return Accounts(store, clock)


async def test_a_login_lasts_until_it_ends(accounts: Accounts, clock: Clock) -> None:
    await accounts.add("지현", "operator", PASSWORD)
    token = await accounts.log_in(" 지현 ", PASSWORD, PEER)
    operator = await accounts.operator(token)
    assert operator is not None
    assert (operator.name, operator.role, operator.one_time) == ("지현", "operator", False)
    clock.pass_(seconds=SESSION_SECONDS - 1)
    assert await accounts.operator(token) == operator
    clock.pass_(seconds=1)
    assert await accounts.operator(token) is None


async def test_logging_out_ends_this_login_only(accounts: Accounts) -> None:
    await accounts.add("지현", "operator", PASSWORD)
    desk, phone = [await accounts.log_in("지현", PASSWORD, PEER) for _ in range(2)]
    await accounts.log_out(desk)
    assert await accounts.operator(desk) is None
    assert await accounts.operator(phone) is not None


@pytest.mark.parametrize("password", ["", "wrong", PASSWORD + " ", "x" * 1_000, "\0", "\ud800"])
async def test_a_wrong_password_is_refused(accounts: Accounts, password: str) -> None:
    await accounts.add("지현", "operator", PASSWORD)
    with pytest.raises(Rejected, match="맞지 않아요"):
        await accounts.log_in("지현", password, PEER)
    with pytest.raises(Rejected, match="맞지 않아요"):
        await accounts.log_in("없는 사람", PASSWORD, PEER)


async def test_guessing_is_slowed_down_and_forgotten_later(
    accounts: Accounts, clock: Clock
) -> None:
    await accounts.add("지현", "operator", PASSWORD)
    for _ in range(ALLOWED[0]):
        with pytest.raises(Rejected):
            await accounts.log_in("지현", "wrong", PEER)
    with pytest.raises(Throttled) as caught:
        await accounts.log_in("지현", PASSWORD, PEER)
    assert 0 < caught.value.seconds <= 300
    assert await accounts.log_in("지현", PASSWORD, "198.51.100.1")
    clock.pass_(minutes=5)
    assert await accounts.log_in("지현", PASSWORD, PEER)


async def test_a_right_password_forgives_the_wrong_ones(accounts: Accounts) -> None:
    await accounts.add("지현", "operator", PASSWORD)
    for _ in range(2):
        for _ in range(ALLOWED[0] - 1):
            with pytest.raises(Rejected):
                await accounts.log_in("지현", "wrong", PEER)
        await accounts.log_in("지현", PASSWORD, PEER)


async def test_the_first_admin_gets_a_password_that_works_once(accounts: Accounts) -> None:
    printed = await accounts.first_admin()
    assert printed
    token = await accounts.log_in("admin", printed, PEER)
    admin = await accounts.operator(token)
    assert admin is not None
    assert (admin.role, admin.one_time) == ("admin", True)
    with pytest.raises(Rejected):
        await accounts.log_in("admin", printed, PEER)
    await accounts.set_password(admin, token, PASSWORD)
    assert await accounts.first_admin() is None
    again = await accounts.operator(await accounts.log_in("admin", PASSWORD, PEER))
    assert again is not None
    assert not again.one_time


async def test_a_restart_prints_a_new_password_while_none_was_chosen(accounts: Accounts) -> None:
    first = await accounts.first_admin()
    second = await accounts.first_admin()
    assert first
    assert second
    assert first != second
    with pytest.raises(Rejected):
        await accounts.log_in("admin", first, PEER)
    assert await accounts.log_in("admin", second, PEER)


async def test_a_new_password_ends_the_other_logins(accounts: Accounts) -> None:
    await accounts.add("지현", "operator", PASSWORD)
    here, elsewhere = [await accounts.log_in("지현", PASSWORD, PEER) for _ in range(2)]
    operator = await accounts.operator(here)
    assert operator is not None
    await accounts.set_password(operator, here, "another good one")
    assert await accounts.operator(here) is not None
    assert await accounts.operator(elsewhere) is None


async def test_a_forgotten_password_is_replaced_by_one_that_works_once(accounts: Accounts) -> None:
    await accounts.add("지현", "operator", PASSWORD)
    token = await accounts.log_in("지현", PASSWORD, PEER)
    printed = await accounts.reset("지현")
    assert await accounts.operator(token) is None
    with pytest.raises(Rejected):
        await accounts.log_in("지현", PASSWORD, PEER)
    operator = await accounts.operator(await accounts.log_in("지현", printed, PEER))
    assert operator is not None
    assert operator.one_time


@pytest.mark.parametrize("weak", ["short", "a" * 12, "지현지현지현지현지현지현", "x" * 300])
async def test_a_weak_password_is_refused(accounts: Accounts, weak: str) -> None:
    await accounts.add("지현", "operator", PASSWORD)
    token = await accounts.log_in("지현", PASSWORD, PEER)
    operator = await accounts.operator(token)
    assert operator is not None
    with pytest.raises(Rejected):
        await accounts.set_password(operator, token, weak)


async def test_a_name_is_taken_once(accounts: Accounts) -> None:
    await accounts.add("지현", "operator")
    with pytest.raises(Rejected, match="이미 있어요"):
        await accounts.add("지현", "admin")
    for bad in ("", "x" * 65, "a\nb"):
        with pytest.raises(Rejected):
            await accounts.add(bad, "operator")


async def test_no_password_or_token_lies_in_the_database(accounts: Accounts, store: Store) -> None:
    from sqlalchemy import select  # noqa: PLC0415 - only to look

    from bot import schema  # noqa: PLC0415

    printed = await accounts.add("지현", "operator")
    token = await accounts.log_in("지현", printed, PEER)
    async with store.read() as tx:
        kept = [
            str(row)
            for table in schema.metadata.sorted_tables
            for row in await tx.execute(select(table))
        ]
    assert not [row for row in kept if printed in row or token in row]


async def test_the_event_loop_runs_on_while_a_password_is_hashed(
    accounts: Accounts, monkeypatch: pytest.MonkeyPatch
) -> None:
    loop, ran_on = asyncio.get_running_loop(), threading.Event()

    class Hasher:
        def hash(self, password: str) -> str:
            loop.call_soon_threadsafe(ran_on.set)
            assert ran_on.wait(10), "the hash held up the event loop"
            return PasswordHasher.from_parameters(CHEAPEST).hash(password)

    monkeypatch.setattr(accounts, "_hasher", Hasher())
    await accounts.add("지현", "operator", PASSWORD)
    assert ran_on.is_set()
