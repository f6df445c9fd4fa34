"""What a far side says of its limits, in HTTP's words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime

#: Longer waits are cut by whoever obeys them; this keeps numbers from overflowing.
_MOST_SECONDS = 10**6


def retry_after(headers: Mapping[str, str]) -> timedelta | None:
    """How long to wait (RFC 9110, 10.2.3): in seconds, or until a date by the far side's clock.

    None when nothing usable is said; at least a second otherwise.
    """
    said = headers.get("Retry-After", "").strip()
    if said.isascii() and said.isdigit():
        return timedelta(seconds=max(1, min(int(said[:7]), _MOST_SECONDS)))
    until, sent = date(said), date(headers.get("Date", ""))
    if until is None or sent is None:
        return None
    return max(until - sent, timedelta(seconds=1))


def date(text: str) -> datetime | None:
    """An HTTP date, aware; None when it is none."""
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else None
