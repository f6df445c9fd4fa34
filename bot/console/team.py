"""GET /console/team: who may use the console. Only administrators."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from aiohttp import web

from bot.accounts import ROLES, Accounts
from bot.console import forms
from bot.console.pages import Pages
from bot.model import Operator, Rejected, Role

PATH = "/console/team"

NAMES: Final[Mapping[Role, str]] = {"operator": "상담원", "seller": "판매자", "admin": "관리자"}
_CLOSED = "상담원 계정은 관리자만 볼 수 있어요."
_OWN = "내 비밀번호는 ‘비밀번호 바꾸기’에서 바꿔 주세요."


class Team:
    """The accounts, a form for a new one, and a new one-time password for who forgot his.

    A password is shown once, in the answer to the form that made it: it is kept nowhere.
    """

    def __init__(self, *, accounts: Accounts, pages: Pages) -> None:
        self._accounts = accounts
        self._pages = pages

    async def show(self, request: web.Request, operator: Operator) -> web.Response:
        """The accounts."""
        return await self._answer(operator)

    async def add(self, request: web.Request, operator: Operator) -> web.Response:
        """POST /console/team: `name` and `role`."""
        form = await forms.read(request)
        if operator.role != "admin":
            return await self._answer(operator)
        try:
            name = form.get("name", "").strip()
            password = await self._accounts.add(name, _role(form.get("role", "")))
        except Rejected as exc:
            return await self._answer(operator, status=422, refusal=str(exc), form=form)
        return await self._answer(operator, made=(name, password))

    async def reset(self, request: web.Request, operator: Operator) -> web.Response:
        """POST /console/team/ID/reset."""
        if operator.role != "admin":
            return await self._answer(operator)
        try:
            name = await self._name(int(request.match_info["operator_id"]), operator)
            password = await self._accounts.reset(name)
        except Rejected as exc:
            return await self._answer(operator, status=422, refusal=str(exc))
        return await self._answer(operator, made=(name, password))

    async def _name(self, operator_id: int, operator: Operator) -> str:
        if operator_id == operator.id:
            raise Rejected(_OWN)
        for account in await self._accounts.team():
            if account.id == operator_id:
                return account.name
        raise Rejected("그런 계정은 없어요.")

    async def _answer(
        self,
        operator: Operator,
        *,
        status: int = 200,
        refusal: str = "",
        made: tuple[str, str] | None = None,
        form: Mapping[str, str] | None = None,
    ) -> web.Response:
        allowed = operator.role == "admin"
        return self._pages.page(
            "team",
            status=status if allowed else 403,
            operator=operator,
            accounts=await self._accounts.team() if allowed else (),
            closed="" if allowed else _CLOSED,
            roles=NAMES,
            refusal=refusal,
            made=made,
            draft={"name": "", "role": "operator", **(form or {})},
        )


def _role(text: str) -> Role:
    for role in ROLES:
        if role == text:
            return role
    raise Rejected("그런 역할은 없어요. 목록에서 골라 주세요.")
