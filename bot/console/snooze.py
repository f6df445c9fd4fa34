"""Until when a ticket is put aside: the choices of the ticket page."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, time, timedelta
from typing import Final

from bot import hours
from bot.console import moments
from bot.model import Rejected
from intents import StoreInfo

#: The buttons, in their order, by what they send.
CHOICES: Final[Mapping[str, str]] = {
    "1h": "1시간 뒤",
    "3h": "3시간 뒤",
    "tomorrow": "다음 영업일",
    "week": "일주일 뒤",
}
_SOON: Final = {"1h": timedelta(hours=1), "3h": timedelta(hours=3)}
_DAYS: Final = {"tomorrow": 1, "week": 7}


def until(form: Mapping[str, str], store: StoreInfo, now: datetime) -> datetime:
    """The chosen moment; a field with Seoul's time goes before the buttons. Raises Rejected."""
    at, choice = form.get("at", "").strip(), form.get("until", "")
    if at:
        try:
            return moments.of_input(at)
        except ValueError as exc:
            raise Rejected("시각을 읽을 수 없어요. 달력에서 다시 골라 주세요.") from exc
    if choice in _SOON:
        return now + _SOON[choice]
    if choice in _DAYS:
        return _opening(store, now, _DAYS[choice])
    raise Rejected("언제 다시 볼지 골라 주세요.")


def _opening(store: StoreInfo, now: datetime, days: int) -> datetime:
    """When the store opens so many days from now, or first after that; 9:00 without hours."""
    day = hours.today(now) + timedelta(days=days)
    begin = datetime.combine(day, time(0 if store.hours else 9), hours.SEOUL)
    return hours.next_opening(store, begin) or begin
