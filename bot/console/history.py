"""A ticket's history in words: who changed what, from what to what. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import get_args

from bot.console import details, labels
from bot.model import Event, Status

_STATUSES: Mapping[str, str] = {status: labels.STATUSES[status] for status in get_args(Status)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One change. A note has no `before`."""

    at: datetime
    who: str
    what: str
    before: str
    after: str


def draw(
    events: Sequence[Event], operators: Mapping[int, str], titles: Mapping[str, str]
) -> tuple[Line, ...]:
    """In the order of `events`. `operators` are names by id, `titles` those of the entries."""
    return tuple(
        Line(
            at=event.created_at,
            who="봇" if event.operator_id is None else operators.get(event.operator_id, "상담원"),
            what=_what(event.kind),
            before="" if event.kind == "note" else _word(event.kind, event.before, titles),
            after=_word(event.kind, event.after, titles),
        )
        for event in events
    )


def _what(kind: str) -> str:
    return labels.CHANGES.get(kind) or labels.DETAILS.get(kind, kind)


def _word(kind: str, value: str, titles: Mapping[str, str]) -> str:
    if kind == "note":
        return details.hidden(kind, value)
    words: Mapping[str, Mapping[str, str]] = {
        "status": _STATUSES,
        "category": labels.CATEGORIES,
        "priority": {str(number): name for number, name in labels.PRIORITIES.items()},
        "intent_id": titles,
        "owed": labels.OWED,
    }
    known = words.get(kind, {}).get(value)
    return known or details.word(kind, value) or "없음"
