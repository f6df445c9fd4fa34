"""Changed copies of the records of a decision."""

from __future__ import annotations

import dataclasses
from datetime import UTC, datetime

import pytest

from bot.dialog.turn import Turn
from bot.model import Incoming, Memory, Question, State
from bot.records import replace
from intents import Match, parse

NOW = datetime(2026, 11, 25, 6, tzinfo=UTC)
FAQ = parse("intents:\n  - {id: hours, title: 시간, phrases: [몇 시예요], answer: 네}\n")


def turn(text: str) -> Turn:
    heard = Incoming(channel="web", customer="c", text=text)
    return Turn(State(), heard, Match(verdict="none", candidates=(), repairs=(), text=""), FAQ, NOW)


def test_a_copy_is_what_dataclasses_would_make() -> None:
    known = Memory(intent="refund", details={"when": "어제"})
    assert replace(known, stuck=1) == dataclasses.replace(known, stuck=1)
    assert replace(known) == known
    assert known.stuck == 0


def test_a_record_with_slots_is_changed_too() -> None:
    asked = Question(kind="file")
    assert replace(asked, details=("wish",)) == dataclasses.replace(asked, details=("wish",))


@pytest.mark.parametrize("record", [Memory(), Question(kind="file")])
def test_a_field_that_there_is_not_is_an_error(record: Memory | Question) -> None:
    with pytest.raises(TypeError, match="colour"):
        replace(record, colour="red")  # type: ignore[call-arg]


def test_what_was_worked_out_from_the_old_fields_is_worked_out_anew() -> None:
    before = turn(" 환불 ")
    assert before.text == "환불"
    after = replace(before, incoming=replace(before.incoming, text="교환"))
    assert after.text == "교환"
    assert before.text == "환불"


def test_a_copy_is_frozen_as_the_record_is() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        replace(Memory(), stuck=1).stuck = 2  # type: ignore[misc]
