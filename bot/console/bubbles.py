"""A conversation as the console draws it: bubbles under date separators. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from bot.console import moments
from bot.hours import today
from bot.model import Author, Delivery, Message

# Only what an address may consist of, so that a Korean particle written against it stays outside.
_ADDRESS: Final = re.compile(r"https?://[\w\-.~:/?#\[\]@!$&'()*+,;=%]+", re.ASCII)
_AFTER: Final = ".,:;!?'"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text; `url` is set when it is an address."""

    text: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """An image of a message. Only https ones are shown in place; others stay links."""

    url: str
    alt: str
    shown: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Bubble:
    """One message. `day` is set when a date goes above it, `who` when the speaker changes."""

    seq: int
    author: Author
    who: str
    day: str
    pieces: tuple[Piece, ...]
    pictures: tuple[Picture, ...]
    chips: tuple[str, ...]
    tapped: bool
    ping: bool
    at: datetime
    delivery: Delivery | None
    error: str


def draw(
    messages: Sequence[Message], customer: str, operators: Mapping[int, str]
) -> tuple[Bubble, ...]:
    """Bubbles in the order of `messages`. `operators` are names by id."""
    drawn: list[Bubble] = []
    last_day: date | None = None
    last_who = ""
    for message in messages:
        who = _speaker(message, customer, operators)
        day = today(message.created_at)
        new_day = day != last_day
        drawn.append(
            _bubble(
                message,
                who=who if new_day or who != last_who else "",
                day=moments.day(message.created_at) if new_day else "",
            )
        )
        last_day, last_who = day, who
    return tuple(drawn)


def pieces(text: str) -> tuple[Piece, ...]:
    """The text cut at web addresses; joined, the pieces are the text again."""
    return tuple(_pieces(text))


def _pieces(text: str) -> Iterator[Piece]:
    end = 0
    for found in _ADDRESS.finditer(text):
        url = found.group().rstrip(_AFTER)
        if url.endswith(")") and "(" not in url:
            url = url[:-1].rstrip(_AFTER)
        if found.start() > end:
            yield Piece(text[end : found.start()])
        yield Piece(url, url)
        end = found.start() + len(url)
    if end < len(text):
        yield Piece(text[end:])


def _speaker(message: Message, customer: str, operators: Mapping[int, str]) -> str:
    if message.author == "customer":
        return customer
    if message.author == "bot":
        return "봇"
    name = operators.get(message.operator_id or 0, "")
    return f"상담원 {name}".rstrip()


def _bubble(message: Message, *, who: str, day: str) -> Bubble:
    body = message.body
    return Bubble(
        seq=message.seq,
        author=message.author,
        who=who,
        day=day,
        pieces=pieces(str(body.get("text", ""))),
        pictures=tuple(picture(image) for image in _dicts(body.get("images"))),
        chips=tuple(
            str(part.get("label", ""))
            for part in (*_dicts(body.get("buttons")), *_dicts(body.get("choices")))
        ),
        tapped=bool(body.get("tap")),
        ping=message.ping_step is not None,
        at=message.created_at,
        delivery=message.delivery,
        error=message.error or "",
    )


def picture(image: Mapping[str, Any]) -> Picture:
    """An image of a message; what is no web address becomes no link."""
    url = str(image.get("url", ""))
    safe = url if url.startswith(("https://", "http://")) else ""
    return Picture(safe, str(image.get("alt", "")), safe.startswith("https://"))


def _dicts(parts: Any) -> Iterable[Mapping[str, Any]]:
    return parts if isinstance(parts, (list, tuple)) else ()
