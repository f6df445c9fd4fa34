"""Who a browser is: a random cookie, whose SHA-256 is the customer's address."""

from __future__ import annotations

import hashlib
import re
import secrets

from aiohttp import web

COOKIE = "dangol_chat"

_TOKEN_BYTES = 32
#: 32 bytes in URL-safe base64 without padding.
_TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")
#: Browsers keep no cookie longer than 400 days (RFC 6265bis, 5.5).
_SECONDS = 400 * 24 * 3600


def known(request: web.BaseRequest) -> str | None:
    """The token of a browser that was here before; None without one that could be ours."""
    token = request.cookies.get(COOKIE, "")
    return token if _TOKEN.fullmatch(token) else None


def new() -> str:
    """A token nobody can guess: whoever holds it can read the conversation."""
    return secrets.token_urlsafe(_TOKEN_BYTES)


def remember(response: web.StreamResponse, token: str, *, secure: bool) -> None:
    """Give the browser its token, out of reach of scripts and of every page but the chat."""
    response.set_cookie(
        COOKIE,
        token,
        max_age=_SECONDS,
        path="/chat",
        httponly=True,
        samesite="Lax",
        secure=secure,
    )


def address(token: str) -> str:
    """The customer's id on the web channel: 64 hex digits that do not open his conversation."""
    return hashlib.sha256(token.encode()).hexdigest()
