"""Logging in, logging out, and choosing an own password."""

from __future__ import annotations

from collections.abc import Mapping

from aiohttp import web

from bot.accounts import SESSION_SECONDS, Accounts, Throttled
from bot.console import forms
from bot.console.guard import HOME, LOGIN, PASSWORD, SESSION_COOKIE, Guard, local, token_of
from bot.console.pages import Pages
from bot.model import Operator, Rejected
from bot.settings import Settings


class Login:
    """The pages of an operator's own account."""

    def __init__(
        self, *, accounts: Accounts, guard: Guard, pages: Pages, settings: Settings
    ) -> None:
        self._accounts = accounts
        self._guard = guard
        self._pages = pages
        self._secure = settings.public_url.startswith("https://")

    async def show(self, request: web.Request) -> web.Response:
        """GET /console/login."""
        wanted = local(request.query.get("next", HOME))
        if await self._guard.operator(request) is not None:
            return _see(wanted)
        return self._form(wanted)

    async def log_in(self, request: web.Request) -> web.Response:
        """POST /console/login: the cookie and the wanted page, or the form with a reason."""
        form = await forms.read(request)
        name, wanted = form.get("name", "").strip(), local(form.get("next", HOME))
        try:
            token = await self._accounts.log_in(
                name, form.get("password", ""), request.remote or ""
            )
        except Throttled as exc:
            seconds = max(1, round(exc.seconds))
            response = self._form(wanted, name, f"{seconds}초 뒤에 다시 시도해 주세요.", status=429)
            response.headers["Retry-After"] = str(seconds)
            return response
        except Rejected as exc:
            return self._form(wanted, name, str(exc), status=401)
        operator = await self._accounts.operator(token)
        response = _see(PASSWORD if operator is not None and operator.one_time else wanted)
        response.set_cookie(
            SESSION_COOKIE,
            token,
            max_age=SESSION_SECONDS,
            path=HOME,
            httponly=True,
            samesite="Lax",
            secure=self._secure,
        )
        return response

    async def log_out(self, request: web.Request) -> web.Response:
        """POST /console/logout."""
        if token := token_of(request):
            await self._accounts.log_out(token)
        response = _see(LOGIN)
        response.del_cookie(
            SESSION_COOKIE, path=HOME, httponly=True, samesite="Lax", secure=self._secure
        )
        return response

    async def show_password(self, request: web.Request, operator: Operator) -> web.Response:
        """GET /console/password."""
        return self._pages.page("password", operator=operator, message="")

    async def set_password(self, request: web.Request, operator: Operator) -> web.Response:
        """POST /console/password: the first page of the console, or the form with a reason."""
        form = await forms.read(request)
        message = await self._refusal(request, operator, form)
        if not message:
            return _see(HOME)
        return self._pages.page("password", status=422, operator=operator, message=message)

    async def _refusal(
        self, request: web.Request, operator: Operator, form: Mapping[str, str]
    ) -> str:
        """Set the password, or say why not."""
        new = form.get("password", "")
        if new != form.get("again", ""):
            return "두 번 적은 비밀번호가 서로 달라요. 다시 적어 주세요."
        try:
            await self._accounts.set_password(operator, token_of(request), new)
        except Rejected as exc:
            return str(exc)
        return ""

    def _form(
        self, wanted: str, typed: str = "", message: str = "", *, status: int = 200
    ) -> web.Response:
        return self._pages.page("login", status=status, next=wanted, typed=typed, message=message)


def _see(url: str) -> web.Response:
    return web.Response(status=303, headers={"Location": url})
