"""Places in the lists of tickets, as they stand in the address of a page."""

from __future__ import annotations

from datetime import datetime

from bot.casework import HIGHEST_PRIORITY, LARGEST_ID, NotFound
from bot.model import Ticket
from bot.store import ticket_lists

NO_PLACE = "목록의 그 자리를 찾을 수 없어요. 처음부터 다시 봐 주세요."


def cursor(ticket: Ticket) -> str:
    """Of a ticket in a list of the latest changes."""
    return f"{ticket.updated_at.isoformat()}~{ticket.id}"


def read_cursor(cursor: str | None) -> ticket_lists.Cursor | None:
    """The place that `cursor` wrote; None for the beginning. Raises NotFound."""
    if cursor is None:
        return None
    moment, _, ticket_id = cursor.partition("~")
    try:
        return ticket_lists.Cursor(_moment(moment), _number(ticket_id, 1, LARGEST_ID))
    except ValueError as exc:
        raise NotFound(NO_PLACE) from exc


def turn(ticket: Ticket) -> str:
    """Of a ticket in the list of what is to do."""
    by = ticket.owed_by.isoformat() if ticket.owed_by else ""
    return f"{ticket.priority}~{by}~{ticket.id}"


def read_turn(cursor: str | None) -> ticket_lists.Turn | None:
    """The place that `turn` wrote; None for the beginning. Raises NotFound."""
    if cursor is None:
        return None
    try:
        priority, by, ticket_id = cursor.split("~")
        return ticket_lists.Turn(
            _number(priority, 0, HIGHEST_PRIORITY),
            _moment(by) if by else None,
            _number(ticket_id, 1, LARGEST_ID),
        )
    except ValueError as exc:
        raise NotFound(NO_PLACE) from exc


def _moment(text: str) -> datetime:
    """An aware moment of our time. Raises ValueError."""
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None or not 2000 <= moment.year < 9999:
        raise ValueError(text)
    return moment


def _number(text: str, least: int, most: int) -> int:
    """A whole number between these. Raises ValueError."""
    number = int(text)
    if not least <= number <= most:
        raise ValueError(text)
    return number
