"""The page of the accounts: only administrators, and a password is shown once."""

from __future__ import annotations

import re

import pytest

from tests.conftest import Dangol
from tests.console.seat import NAME, PASSWORD, Seat, Shown, seat

PAGE = "/console/team"
ADMIN = "사장님"


async def admin(dangol: Dangol) -> Seat:
    """A logged-in administrator."""
    await dangol.parts.accounts.add(ADMIN, "admin", PASSWORD)
    taken = Seat(dangol)
    assert (await taken.log_in(ADMIN)).status == 303
    return taken


def password(shown: Shown) -> str:
    """The one-time password that is shown."""
    found = re.search(r"<code>([^<]+)</code>", shown.text)
    assert found is not None
    return found.group(1)


def number(shown: Shown, name: str) -> str:
    """The id of an account."""
    found = re.search(rf'id="account-(\d+)">\s*<div>\s*<h3>{name}<', shown.text)
    assert found is not None
    return found.group(1)


async def test_an_account_is_made_and_its_password_opens_one_login(dangol: Dangol) -> None:
    boss = await admin(dangol)
    made = await boss.post(PAGE, {"name": " 최민호 ", "role": "operator"})
    assert made.status == 200
    assert "최민호 님의 일회용 비밀번호예요" in made.words
    assert "최민호 상담원 · 아직 비밀번호를 정하지 않았어요" in made.words
    assert made.headers["Cache-Control"] == "no-store"
    assert "<code>" not in (await boss.get(PAGE)).text
    new = Seat(dangol)
    assert (await new.log_in("최민호", password(made))).location == "/console/password"
    assert (await Seat(dangol).log_in("최민호", password(made))).status == 401


async def test_a_new_password_ends_the_logins_of_who_forgot_his(dangol: Dangol) -> None:
    operator = await seat(dangol)
    boss = await admin(dangol)
    theirs = number(await boss.get(PAGE), NAME)
    shown = await boss.post(f"{PAGE}/{theirs}/reset")
    assert f"{NAME} 님의 일회용 비밀번호예요" in shown.words
    assert (await operator.get("/console")).location.startswith("/console/login")
    assert (await operator.log_in(NAME, PASSWORD)).status == 401
    assert (await operator.log_in(NAME, password(shown))).location == "/console/password"


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"name": "", "role": "operator"}, "이름은 1자에서 64자까지예요."),
        ({"name": ADMIN, "role": "operator"}, f"‘{ADMIN}’ 계정이 이미 있어요."),
        ({"name": "최민호", "role": "owner"}, "그런 역할은 없어요. 목록에서 골라 주세요."),
        ({"name": "<b>최</b>" * 20, "role": "seller"}, "이름은 1자에서 64자까지예요."),
    ],
)
async def test_a_refused_account_says_why_and_keeps_what_was_typed(
    dangol: Dangol, fields: dict[str, str], reason: str
) -> None:
    boss = await admin(dangol)
    shown = await boss.post(PAGE, fields)
    assert shown.status == 422
    assert reason in shown.words
    assert shown.value("name") == fields["name"]
    assert "<code>" not in shown.text


async def test_nobody_resets_his_own_password_or_that_of_nobody(dangol: Dangol) -> None:
    boss = await admin(dangol)
    own = number(await boss.get(PAGE), ADMIN)
    for account, reason in ((own, "‘비밀번호 바꾸기’에서"), ("999", "그런 계정은 없어요.")):
        shown = await boss.post(f"{PAGE}/{account}/reset")
        assert shown.status == 422
        assert reason in shown.words
    assert (await boss.get("/console")).status == 200


async def test_only_administrators_see_and_make_accounts(dangol: Dangol) -> None:
    operator = await seat(dangol)
    assert "상담원 계정" not in (await operator.get("/console")).words
    for shown in (
        await operator.get(PAGE),
        await operator.post(PAGE, {"name": "최민호", "role": "admin"}),
        await operator.post(f"{PAGE}/1/reset"),
    ):
        assert shown.status == 403
        assert "상담원 계정은 관리자만 볼 수 있어요." in shown.words
        assert NAME not in shown.words.split("상담원 계정은")[1]
    assert "최민호" not in {account.name for account in await dangol.parts.accounts.team()}
    stranger = await Seat(dangol).get(PAGE)
    assert stranger.location == "/console/login?next=%2Fconsole%2Fteam"
    boss = await admin(dangol)
    assert "상담원 계정" in (await boss.get("/console")).words
    foreign = await boss.post(PAGE, {"name": "x"}, {"Sec-Fetch-Site": "cross-site"})
    assert foreign.status == 403
