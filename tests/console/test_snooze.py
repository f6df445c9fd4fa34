"""Putting a ticket aside in the console."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.console import snooze
from bot.model import Rejected
from intents import OpenHours, StoreInfo
from tests.conftest import Clock, Dangol
from tests.console.seat import complain, seat, shown_path

WEEK = StoreInfo(
    name="", hours={day: (OpenHours(time(10), time(18)),) for day in range(5)}, holidays=None
)
#: A Friday, 15:00 in Seoul.
FRIDAY = datetime(2026, 11, 27, 6, tzinfo=UTC)


async def test_a_ticket_is_put_aside_and_taken_up_again(dangol: Dangol, clock: Clock) -> None:
    desk = await seat(dangol)
    ticket = await complain(dangol)
    shown = await desk.get(shown_path(ticket))
    assert "1시간 뒤" in shown.words
    await desk.post(f"/console/tickets/{ticket}/snooze", {"until": "1h"})
    found = (await dangol.parts.desk.ticket(ticket)).ticket
    assert found.snoozed_until == clock.now + timedelta(hours=1)
    shown = await desk.get(shown_path(ticket))
    assert "보류" in shown.words
    assert "지금 다시 보기" in shown.words
    assert f'id="row-{ticket}"' in (await desk.get("/console?view=waiting")).text
    await desk.post(f"/console/tickets/{ticket}/wake")
    assert f'id="row-{ticket}"' in (await desk.get("/console")).text


async def test_a_day_and_an_hour_may_be_chosen(dangol: Dangol) -> None:
    desk = await seat(dangol)
    ticket = await complain(dangol)
    await desk.post(f"/console/tickets/{ticket}/snooze", {"at": "2026-12-01T10:30"})
    found = (await dangol.parts.desk.ticket(ticket)).ticket
    assert found.snoozed_until == datetime(2026, 12, 1, 1, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    "fields", [{}, {"until": "never"}, {"at": "soon"}, {"at": "2020-01-01T10:00"}]
)
async def test_what_is_no_moment_to_come_is_refused(dangol: Dangol, fields: dict[str, str]) -> None:
    desk = await seat(dangol)
    ticket = await complain(dangol)
    shown = await desk.post(f"/console/tickets/{ticket}/snooze", fields)
    assert shown.status == 422
    assert (await dangol.parts.desk.ticket(ticket)).ticket.status == "open"


@pytest.mark.parametrize(
    ("choice", "moment"),
    [
        ("1h", datetime(2026, 11, 27, 7, tzinfo=UTC)),
        ("tomorrow", datetime(2026, 11, 30, 1, tzinfo=UTC)),
        ("week", datetime(2026, 12, 4, 1, tzinfo=UTC)),
    ],
)
def test_the_choices_mean_the_stores_own_days(choice: str, moment: datetime) -> None:
    assert snooze.until({"until": choice}, WEEK, FRIDAY) == moment


@given(st.sampled_from(list(snooze.CHOICES)), st.integers(0, 400 * 24 * 60))
def test_every_choice_lies_ahead(choice: str, minutes: int) -> None:
    now = FRIDAY + timedelta(minutes=minutes)
    for store in (WEEK, StoreInfo()):
        assert now < snooze.until({"until": choice}, store, now) <= now + timedelta(days=40)


def test_a_text_that_is_no_time_is_refused() -> None:
    with pytest.raises(Rejected):
        snooze.until({"at": "내일"}, WEEK, FRIDAY)
