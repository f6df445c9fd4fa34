"""The chat page: the store's name, a greeting and something to begin with."""

from __future__ import annotations

from datetime import UTC, date, datetime

from aiohttp import web
from jinja2 import Environment, PackageLoader, StrictUndefined

from bot import hours
from bot.faqs import LiveFaq
from bot.webchat import visitor
from bot.webchat.assets import Assets
from bot.webchat.frames import TEXT_LIMIT
from intents import Faq, Intent

_STARTERS = 4
#: What customers of any store come for, most wanted first.
_WANTED = ("shipping_status", "refund_request", "exchange_request")
_PERSON = "human_agent"
#: Nobody opens a chat to be greeted by a button.
_SMALL_TALK = frozenset({"greeting", "hello", "thanks", "thank_you", "goodbye"})

_HEADERS = {
    "Cache-Control": "no-store",
    # Stores embed the page, so any site may frame it.
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
        "img-src https: data: 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


class ChatPage:
    """GET /chat. `secure`: the site is reached by https, so the cookie must be too."""

    def __init__(self, *, faqs: LiveFaq, assets: Assets, secure: bool) -> None:
        self._faqs = faqs
        self._assets = assets
        self._secure = secure
        pages = Environment(
            loader=PackageLoader("bot.webchat"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._template = pages.get_template("chat.html")

    async def get(self, request: web.Request) -> web.Response:
        """The page; a browser that has no usable cookie gets one."""
        token = visitor.known(request)
        response = web.Response(
            text=self._html(stranger=token is None), content_type="text/html", headers=_HEADERS
        )
        if token is None:
            visitor.remember(response, visitor.new(), secure=self._secure)
        return response

    def _html(self, *, stranger: bool) -> str:
        faq = self._faqs.faq
        return self._template.render(
            store=faq.store.name,
            starters=starters(faq, hours.today(datetime.now(UTC))),
            stranger=stranger,
            text_limit=TEXT_LIMIT,
            assets=self._assets,
        )


def starters(faq: Faq, day: date) -> tuple[Intent, ...]:
    """Up to four entries to begin with, of those valid on `day`; a person comes last."""
    offered = {
        intent.id: intent
        for intent in faq.intents
        if intent.title and intent.id not in _SMALL_TALK and intent.valid_on(day)
    }
    person = [offered.pop(_PERSON)] if _PERSON in offered else []
    wanted = [offered.pop(wish) for wish in _WANTED if wish in offered]
    return (*[*wanted, *offered.values()][: _STARTERS - len(person)], *person)
