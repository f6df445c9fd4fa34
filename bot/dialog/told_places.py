"""The address that a line tells, or the part of one that was left out of it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Final

from bot.dialog import extract, manner, wishes, words
from bot.dialog.turn import Turn
from bot.dialog.whose_order import is_former
from bot.patterns import searched

_A_UNIT: Final = searched(r"(?:\d{1,4}동\s?)?\d{1,5}호(?![가-힣])|\d{1,4}동\s?\d{1,5}호|\d{1,3}층")
_NUMBER_ALONE: Final = re.compile(
    r"(?P<number>\d{1,5}(?:-\d{1,4})?)(?:번지|호)?\s?(?:이?에요|예요|입니다|이?요)?[\s.!~]*"
)
_LAST_NUMBER: Final = searched(r"\d{1,5}(?:-\d{1,4})?(?=\D*$)")
#: A building and a flat, and that they were left out of an address.
_UNIT_ALONE: Final = re.compile(
    r"(?P<unit>(?:\d{1,4}동\s?)?\d{1,5}호|\d{1,3}층|\d{1,4}동)\s?(?:이에요|예요|입니다|이요|요|임)?[\s.!~]*"
)
_UNIT_MISSING: Final = searched(
    r"(?:동\s?호수?|호수|층수|상세\s?주소)(?:를|을|가|이|는|도)?\s?(?:깜[빡박]|빼먹|빠[뜨트졌]|누락|(?:안|못)\s?(?:적|썼|쓴|넣|입력))"
)

#: Another flat of the same house, or another house of the same estate.
_UNIT_INSTEAD: Final = searched(
    r"(?:\d{1,4}동\s?)?\d{1,5}(?P<unit>[동호])(?:가|이|는|은)?\s?(?:아니(?:라|고요?|구요?|에요)|말고요?)[\s,]{0,2}(?:\d{1,4}동\s?)?\d{1,5}(?P=unit)(?![가-힣]?\d)"
)


def place_told(turn: Turn, names: Collection[str], wanted: Sequence[str]) -> str | None:
    """An address; where one was asked for, or is to be changed, a street will do."""
    instead = manner.meant_instead(turn.text)
    moves = "address" in names and bool(instead or wishes.is_where(turn.text))
    changes = "address" in wanted or moves
    meant = extract.address(instead) or (extract.street(instead) if changes else None)
    place = meant or _other_number(turn) or extract.address(turn.text)
    if place and is_former(turn.text, place):
        return None
    if not place and "address" in names and (unit := _left_out(turn) or _other_unit(turn)):
        return unit
    if not (place or manner.is_question(turn.text)) and changes:
        place = extract.street(words.agrees_first(turn.text) or turn.text)
    return _with_its_flat(turn, place) if place else place


def _other_number(turn: Turn) -> str | None:
    """`판교로 256이 아니라 265예요`: the street that was told, with the number that it has."""
    taken = manner.correction(turn.text)
    number = _NUMBER_ALONE.fullmatch(taken.new) if taken is not None else None
    if taken is None or number is None:
        return None
    place = _LAST_NUMBER.sub(number["number"], taken.old)
    return extract.address(place)


def _other_unit(turn: Turn) -> str:
    """`302호가 아니라 320호로 바꿔 주세요` of an address that only the order holds; else empty."""
    found = _UNIT_INSTEAD.search(turn.text)
    return found[0] if found is not None and not turn.memory.details.get("address") else ""


def _with_its_flat(turn: Turn, place: str) -> str:
    """The street with the flat that was told before it as what his address lacked."""
    if _A_UNIT.search(place):
        return place
    said = turn.memory.details.get("what", "").split("\n")
    missed = (_A_UNIT.search(line) for line in said if _UNIT_MISSING.search(line))
    unit = next(filter(None, missed), None)
    return f"{place} {unit[0]}" if unit is not None else place


def _left_out(turn: Turn) -> str:
    """`103동 502호요` of who said that just this is missing from his address; else empty."""
    told = f"{turn.state.words}\n{turn.memory.details.get('what', '')}"
    unit = _UNIT_ALONE.fullmatch(turn.text.strip()) if _UNIT_MISSING.search(told) else None
    return unit["unit"] if unit is not None and not turn.memory.details.get("address") else ""
