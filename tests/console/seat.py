"""An operator at the console without a browser: what he is shown and which forms he sends."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from urllib.parse import urlencode

from multidict import CIMultiDictProxy

from tests.conftest import Dangol

NAME, PASSWORD = "박지현", "correct horse battery"
COMPLAINT = "컵이 깨져서 왔어요"
NONE: Mapping[str, str] = MappingProxyType({})
HTMX = {"HX-Request": "true", "HX-Current-URL": "http://shop.example/console/tickets/1?view=all"}


@dataclass(frozen=True, slots=True)
class Shown:
    """An answer of the console."""

    status: int
    text: str
    headers: CIMultiDictProxy[str]

    @property
    def words(self) -> str:
        """What is to be read, without markup."""
        body = re.sub(r"<(script|style|head).*?</\1>", " ", self.text, flags=re.DOTALL)
        return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", body)).split())

    @property
    def location(self) -> str:
        """Where a redirect leads."""
        return self.headers.get("Location", "")

    def value(self, name: str) -> str:
        """The value of the (first) field of that name."""
        found = re.search(rf'name="{name}" value="([^"]*)"', self.text)
        assert found is not None, name
        return html.unescape(found.group(1))


@dataclass
class Seat:
    """Requests with one cookie of its own; redirects are not followed."""

    dangol: Dangol
    cookie: str = ""

    async def get(self, path: str, headers: Mapping[str, str] = NONE) -> Shown:
        """Open a page."""
        return await self._ask("GET", path, headers)

    async def post(
        self, path: str, fields: Mapping[str, str] = NONE, headers: Mapping[str, str] = NONE
    ) -> Shown:
        """Send a form."""
        return await self._ask("POST", path, headers, data=urlencode(fields))

    async def log_in(self, name: str = NAME, password: str = PASSWORD, to: str = "") -> Shown:
        """Log in; the cookie is kept when it was given."""
        fields = {"name": name, "password": password, "next": to}
        return await self.post("/console/login", fields)

    async def _ask(
        self, method: str, path: str, headers: Mapping[str, str], data: str | None = None
    ) -> Shown:
        sent = dict(headers)
        if data is not None:
            sent.setdefault("Content-Type", "application/x-www-form-urlencoded")
        if self.cookie:
            sent["Cookie"] = f"dangol_session={self.cookie}"
        self.dangol.client.session.cookie_jar.clear()
        async with self.dangol.client.request(
            method, path, headers=sent, allow_redirects=False, data=data
        ) as response:
            if "dangol_session" in response.cookies:
                self.cookie = response.cookies["dangol_session"].value
            return Shown(response.status, await response.text(), response.headers)


async def seat(dangol: Dangol) -> Seat:
    """A logged-in operator."""
    await dangol.parts.accounts.add(NAME, "operator", PASSWORD)
    taken = Seat(dangol)
    assert (await taken.log_in()).status == 303
    return taken


async def complain(dangol: Dangol, user: str = "customer-1") -> int:
    """A customer's complaint becomes a ticket; its number."""
    await dangol.kakao(COMPLAINT, user=user)
    page = await dangol.parts.desk.tickets("all")
    return page.tickets[0].id


def shown_path(ticket: int) -> str:
    return f"/console/tickets/{ticket}"


async def send(
    desk: Seat, ticket: int, text: str, nonce: str = "n", headers: Mapping[str, str] = NONE
) -> Shown:
    """The reply form."""
    fields = {"text": text, "nonce": nonce}
    return await desk.post(f"/console/tickets/{ticket}/reply", fields, headers)
