"""The list of tickets: which view, from where, how many pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from bot.console import labels
from bot.desk import Desk, TicketPage
from bot.model import BadRequest, Group, Pressing, Rejected, Ticket

#: Pages of 50 that grow under one another; what lies beyond begins a new list.
PAGES_LIMIT = 10
#: Letters of what is looked for.
WORDS_LIMIT = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """What of the list is on screen. `cursor` None: from the top.

    `words` are looked for, or a group's tickets are listed, in place of a view.
    """

    view: str = "todo"
    words: str = ""
    group: int = 0
    cursor: str | None = None
    pages: int = 1

    @classmethod
    def of(cls, query: Mapping[str, str]) -> Place:
        """From a page's query; what makes no sense is left at its default."""
        view, pages = query.get("view", ""), query.get("pages", "")
        words, group = " ".join(query.get("q", "").split())[:WORDS_LIMIT], query.get("group", "")
        return cls(
            view="all" if words else view if view in labels.VIEWS else "todo",
            words=words,
            group=int(group) if number(group) and not words else 0,
            cursor=query.get("cursor") or None,
            pages=min(max(int(pages), 1), PAGES_LIMIT) if number(pages) else 1,
        )

    @property
    def is_view(self) -> bool:
        """Whether it is one of the tabs."""
        return not self.words and not self.group

    @property
    def start(self) -> Place:
        """The same list from its top."""
        return replace(self, cursor=None, pages=1)

    @property
    def url(self) -> str:
        """The page's address."""
        return f"/console?{self.query}" if self.query else "/console"

    @property
    def query(self) -> str:
        """The same as a query; empty for the list an operator starts with."""
        return urlencode(
            {
                **self._kind,
                **({"cursor": self.cursor} if self.cursor else {}),
                **({"pages": self.pages} if self.pages > 1 else {}),
            }
        )

    @property
    def _kind(self) -> dict[str, str | int]:
        if self.words:
            return {"q": self.words}
        if self.group:
            return {"group": self.group}
        return {"view": self.view} if self.view != "todo" else {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Queue:
    """A list as it is drawn. `more` is the place with a page more, None at the end.

    `found`: how many there are in all; of a view it is not counted. `group`: whose they are.
    """

    place: Place
    tickets: tuple[Ticket, ...]
    counts: Mapping[str, int]
    more: Place | None
    pressing: Pressing
    found: int | None = None
    group: Group | None = None

    @property
    def title(self) -> str:
        """What the list is called."""
        if self.place.words:
            return f"‘{self.place.words}’ 찾기"
        if self.group:
            return f"비슷한 문의: {self.group.title}"
        return labels.VIEWS[self.place.view]

    @property
    def todo(self) -> int:
        """How many tickets wait for the store."""
        return labels.count("todo", self.counts)


async def read(desk: Desk, place: Place) -> Queue:
    """The list at `place`; from the top when its cursor is of no use any more."""
    try:
        page = await _page(desk, place, place.cursor)
    except (BadRequest, Rejected):
        place = Place(view=place.view)
        page = await desk.tickets(place.view)
    # A ticket that changes between two reads moves: it must not appear twice.
    rows = {ticket.id: ticket for ticket in page.tickets}
    following, pages = page.next, 1
    while following is not None and pages < place.pages:
        page = await _page(desk, place, following)
        rows |= {ticket.id: ticket for ticket in page.tickets if ticket.id not in rows}
        following, pages = page.next, pages + 1
    return Queue(
        place=place,
        tickets=tuple(rows.values()),
        counts=page.counts,
        more=None if following is None else _further(place, following),
        pressing=page.pressing,
        found=page.found,
        group=page.group,
    )


async def _page(desk: Desk, place: Place, cursor: str | None) -> TicketPage:
    if place.words:
        return await desk.find(place.words, cursor)
    if place.group:
        return await desk.group(place.group, cursor)
    return await desk.tickets(place.view, cursor)


def told(query: Mapping[str, str]) -> int | None:
    """How many customers the form before this page has told something; None without one."""
    count = query.get("told", "")
    return int(count) if number(count) else None


def number(text: str) -> bool:
    """Whether the text is a whole number that a database can hold."""
    return text.isascii() and text.isdigit() and len(text) < 19


def _further(place: Place, following: str) -> Place:
    if place.pages < PAGES_LIMIT:
        return replace(place, pages=place.pages + 1)
    return replace(place.start, cursor=following)
