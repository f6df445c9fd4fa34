"""The page's scripts and styles, held in memory under one version."""

from __future__ import annotations

import hashlib
import mimetypes
import re
from dataclasses import dataclass
from importlib import resources

from aiohttp import web

ROOT = "/chat/static/"

_YEAR = "public, max-age=31536000, immutable"
_IMPORT = re.compile(rb'(?<= from ")\./[\w-]+\.js(?=";)')


@dataclass(frozen=True, slots=True)
class _File:
    content_type: str
    body: bytes


class Assets:
    """Every file of `static/`. A change of any of them changes the address of all."""

    def __init__(self) -> None:
        folder = resources.files("bot.webchat") / "static"
        bodies = {
            file.name: file.read_bytes()
            for file in sorted(folder.iterdir(), key=lambda file: file.name)
            if file.is_file()
        }
        self.version = hashlib.sha256(b"\0".join(bodies.values())).hexdigest()[:12]
        self._files = {
            name: _File(_content_type(name), self._versioned(body)) for name, body in bodies.items()
        }

    @property
    def modules(self) -> tuple[str, ...]:
        """Addresses of all scripts, so that the page can ask for them at once."""
        return tuple(self.url(name) for name in self._files if name.endswith(".js"))

    def url(self, name: str) -> str:
        """The address a browser may keep for a year."""
        return f"{ROOT}{name}?v={self.version}"

    async def get(self, request: web.Request) -> web.Response:
        """GET /chat/static/{name}"""
        file = self._files.get(request.match_info["name"])
        if file is None:
            raise web.HTTPNotFound
        # An address of another version (an old page, a newer process) must not be kept as this one.
        keep = request.query.get("v") == self.version
        response = web.Response(
            body=file.body,
            content_type=file.content_type,
            charset="utf-8",
            headers={
                "Cache-Control": _YEAR if keep else "no-cache",
                "X-Content-Type-Options": "nosniff",
            },
        )
        response.enable_compression()
        return response

    def _versioned(self, body: bytes) -> bytes:
        """A script imports the scripts of its own version, not what the browser kept of another."""
        return _IMPORT.sub(lambda found: found[0] + b"?v=" + self.version.encode(), body)


def _content_type(name: str) -> str:
    # The system's own table may say otherwise (Windows: text/plain), and modules insist on it.
    if name.endswith(".js"):
        return "text/javascript"
    return mimetypes.guess_type(name)[0] or "application/octet-stream"
