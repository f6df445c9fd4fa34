"""The console's own scripts and styles: named by their content, kept by browsers for a year."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from importlib import resources
from importlib.resources.abc import Traversable

from aiohttp import web

PREFIX = "/console/static"

_TYPES = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}


@dataclass(frozen=True, slots=True)
class Asset:
    """One file. `version` is the start of its SHA-256."""

    body: bytes
    content_type: str
    version: str


class Assets:
    """All files of `static/`."""

    def __init__(self) -> None:
        self._files = dict(_read(resources.files("bot.console") / "static", ""))

    def url(self, name: str) -> str:
        """The address of a file, new whenever its content is new. Raises KeyError."""
        return f"{PREFIX}/{name}?v={self._files[name].version}"

    async def show(self, request: web.Request) -> web.Response:
        """GET /console/static/NAME."""
        asset = self._files.get(request.match_info["name"])
        if asset is None:
            return web.Response(status=404, text="없는 파일이에요.")
        known = request.query.get("v") == asset.version
        headers = {"Cache-Control": "public, max-age=31536000, immutable" if known else "no-cache"}
        response = web.Response(
            body=asset.body, content_type=asset.content_type, charset="utf-8", headers=headers
        )
        response.enable_compression()
        return response


def _read(folder: Traversable, prefix: str) -> list[tuple[str, Asset]]:
    found: list[tuple[str, Asset]] = []
    for entry in folder.iterdir():
        if entry.is_dir():
            found += _read(entry, f"{prefix}{entry.name}/")
        elif (kind := _TYPES.get("." + entry.name.rpartition(".")[2])) is not None:
            body = entry.read_bytes()
            version = hashlib.sha256(body).hexdigest()[:12]
            found.append((prefix + entry.name, Asset(body, kind, version)))
    return found
