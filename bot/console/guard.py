"""Who may open a page of the console, and the headers every answer carries."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from urllib.parse import urlencode, urlsplit

from aiohttp import web

from bot.accounts import Accounts
from bot.model import BadRequest, Operator
from bot.settings import Settings

SESSION_COOKIE = "dangol_session"
HOME = "/console"
LOGIN = "/console/login"
PASSWORD = "/console/password"  # noqa: S105 - an address

HEADERS = {
    # htmx evaluates text only for hx-on, js: values and trigger filters: none of them is used here.
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' https: data:;"
        " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cache-Control": "no-store",
}

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
OperatorHandler = Callable[[web.Request, Operator], Awaitable[web.StreamResponse]]


class Guard:
    """Wraps handlers: same-origin check, session, security headers."""

    def __init__(self, accounts: Accounts, settings: Settings) -> None:
        self._accounts = accounts
        self._settings = settings

    def anyone(self, handler: Handler) -> Handler:
        """For pages that need no login."""

        async def guarded(request: web.Request) -> web.StreamResponse:
            if not is_safe(request, self._settings.public_url):
                return _headed(web.Response(status=403, text="다른 사이트에서 보낸 요청이에요."))
            try:
                return _headed(await handler(request))
            except BadRequest as exc:
                return _headed(web.Response(status=400, text=str(exc)))

        return guarded

    def operators(self, handler: OperatorHandler, *, one_time: bool = False) -> Handler:
        """For logged-in operators. `one_time`: also for those who must choose a password first."""

        async def guarded(request: web.Request) -> web.StreamResponse:
            operator = await self.operator(request)
            if operator is None:
                return elsewhere(request, _login_url(request), status=401)
            if operator.one_time and not one_time:
                return elsewhere(request, PASSWORD, status=403)
            return await handler(request, operator)

        return self.anyone(guarded)

    async def operator(self, request: web.Request) -> Operator | None:
        """Whose login the request carries, if it still holds."""
        token = token_of(request)
        return await self._accounts.operator(token) if token else None


def token_of(request: web.Request) -> str:
    """The login's token; empty without one."""
    return request.cookies.get(SESSION_COOKIE, "")


def is_safe(request: web.Request, public_url: str) -> bool:
    """Whether the request changes nothing, or was sent by a page of ours.

    Sec-Fetch-Site is what browsers say and pages cannot forge; Origin is for older ones; a client
    that sends neither is no browser and carries nobody's cookie by accident.
    """
    if request.method in {"GET", "HEAD"}:
        return True
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in {"same-origin", "none"}
    origin = request.headers.get("Origin")
    if origin is None:
        return True
    host = _host(origin)
    return bool(host) and host in {request.host, _host(public_url)}


def is_htmx(request: web.Request) -> bool:
    """Whether htmx asks for a part of a page."""
    return request.headers.get("HX-Request") == "true"


def elsewhere(request: web.Request, url: str, *, status: int = 200) -> web.Response:
    """Send the browser to another page; htmx gets `status`, a plain request always 303."""
    if is_htmx(request):
        return web.Response(status=status, headers={"HX-Redirect": url})
    return web.Response(status=303, headers={"Location": url})


def local(address: str) -> str:
    """`address` if it is a page of the console that can be returned to, else its first page."""
    path = address.split("#", 1)[0].split("?", 1)[0]
    plain = address.isprintable() and "\\" not in address and "/.." not in path
    inside = path == HOME or path.startswith(f"{HOME}/")
    aside = path in {LOGIN, PASSWORD, "/console/logout", "/console/events"}
    return address if plain and inside and not aside else HOME


def _login_url(request: web.Request) -> str:
    if is_htmx(request):
        wanted = _path(request.headers.get("HX-Current-URL", ""))
    elif request.method in {"GET", "HEAD"}:
        wanted = request.path_qs
    else:
        ticket = request.match_info.get("ticket_id")
        wanted = f"/console/tickets/{ticket}" if ticket else HOME
    target = local(wanted)
    return LOGIN if target == HOME else f"{LOGIN}?{urlencode({'next': target})}"


def _headed(response: web.StreamResponse) -> web.StreamResponse:
    if not response.prepared:
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
    return response


def _path(url: str) -> str:
    try:
        page = urlsplit(url)
    except ValueError:
        return HOME
    return f"{page.path}?{page.query}" if page.query else page.path


def _host(url: str) -> str:
    try:
        return urlsplit(url).netloc
    except ValueError:
        return ""
