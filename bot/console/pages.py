"""Templates into answers: whole pages, and the live part of a page that htmx asks for."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import datetime
from pathlib import PurePath
from typing import Any

from aiohttp import web
from jinja2 import Environment, PackageLoader, StrictUndefined

from bot.console import labels, moments
from bot.console.assets import Assets
from bot.console.guard import is_htmx
from bot.dialog import extract
from bot.faqs import LiveFaq
from bot.model import REPLY_LIMIT


class Pages:
    """Renders `templates/`. Every template knows the FAQ's problems and the time."""

    def __init__(self, *, assets: Assets, faqs: LiveFaq, now: Callable[[], datetime]) -> None:
        self._faqs = faqs
        self._now = now
        self._templates = Environment(
            loader=PackageLoader("bot.console"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._templates.globals.update(
            asset=assets.url, labels=labels, moments=moments, reply_limit=REPLY_LIMIT
        )
        self._templates.filters["masked"] = extract.masked

    def page(self, name: str, *, status: int = 200, **values: Any) -> web.Response:
        """A whole page from `NAME.html`."""
        return _html(self._render(f"{name}.html", values), status)

    def live(
        self, request: web.Request, name: str, *, status: int = 200, **values: Any
    ) -> web.Response:
        """The page, or for htmx its live part (`NAME_live.html`); 304 when it has just that."""
        if not is_htmx(request):
            return self.page(name, status=status, live=True, **values)
        text = self._render(f"{name}_live.html", values)
        tag = f'"{hashlib.sha256(text.encode()).hexdigest()[:20]}"'
        if request.method == "GET" and request.headers.get("If-None-Match") == tag:
            return web.Response(status=304, headers={"ETag": tag})
        response = _html(text, status)
        response.headers["ETag"] = tag
        return response

    def refusal(self, message: str, *, status: int) -> web.Response:
        """Why a form was refused, to be put beside it; the live part is asked for again."""
        response = _html(self._render("refusal.html", {"message": message}), status)
        response.headers["HX-Trigger"] = "news"
        return response

    def _render(self, template: str, values: dict[str, Any]) -> str:
        faqs = self._faqs
        return self._templates.get_template(template).render(
            now=self._now(),
            store=faqs.faq.store.name,
            faq_file=PurePath(faqs.path).name,
            problems=faqs.problems,
            **values,
        )


def _html(text: str, status: int) -> web.Response:
    response = web.Response(text=text, status=status, content_type="text/html")
    response.enable_compression()
    return response
