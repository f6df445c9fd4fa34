"""A flat, a building or a floor that was left out of an address, told behind it."""

from __future__ import annotations

import re
from typing import Final

from bot.dialog.put_right.mending import SORRY, mend_street, mend_tail, mend_unit, put_right
from bot.dialog.turn import Turn
from bot.model import Decision

_UNIT: Final = r"(?:\d{1,4}동\s?)?\d{1,5}호|\d{1,3}층|\d{1,4}동"
_LEFT_OUT: Final = re.compile(
    rf"(?:{SORRY}|맞다|그리고|깜[빡박](?:했|하고)?[가-힣]{{0,3}}|상세\s?주소(?:는|가|도)?|(?:아파트|건물|빌라|오피스텔)\s?(?:이름|명)?(?:은|는|이)?|동\s?호수?(?:는|가|도|를)?|호수(?:는|가|도|를)?"
    r"|층수(?:는|가|도|를)?|(?:안|못)\s?(?:적|썼|쓴|말)[가-힣]{0,5}|빼먹[가-힣]{1,5}|빠(?:졌|뜨렸|트렸)[가-힣]{1,3}|[\s,.~!ㅠㅜㅋㅎ])*"
    # `아파트 이름은 비치타운 5동 1804호`
    rf"(?P<unit>(?:(?<=[은는명]\s)[가-힣A-Za-z0-9]{{2,12}}\s)?(?:{_UNIT}))\s?(?:가|이|를|도)?\s?"
    r"(?:(?:빠(?:졌|뜨렸|트렸)|안\s?(?:썼|적었)|빼먹었|누락)[가-힣]{0,4}|추가(?:요|해\s?주세요)?|이에요|에요|예요|입니다|이요|요|임|네요)?"
    r"[\s.!~ㅠㅜㅋㅎ]*"
)
_KINDS: Final = "동호층"
_FLAT: Final = re.compile(r"\d{1,5}호$")
#: `아파트 이름은 한솔아파트예요`
_BUILDING: Final = re.compile(
    rf"(?:{SORRY}|맞다|그리고|[\s,.~!ㅠㅜ])*(?:아파트|건물|빌라|오피스텔)\s?(?:이름|명)?(?:은|는|이)\s"
    r"(?P<name>[가-힣A-Za-z0-9]{2,14}?)\s?(?:이에요|에요|예요|입니다|이요|요|임|네요)?[\s.!~]*"
)


def add_flat(turn: Turn) -> Decision | None:
    """`아 맞다 301호요` behind an address without one: it goes to the address."""
    known = turn.memory.details.get("address", "")
    if not known or "\n" in known:
        return None
    building = _BUILDING.fullmatch(turn.text)
    if building is not None and building["name"] not in known:
        return _add(turn, known, building["name"])
    found = _LEFT_OUT.fullmatch(turn.text)
    return _add_unit(turn, known, found["unit"]) if found is not None else None


def _add_unit(turn: Turn, known: str, unit: str) -> Decision | None:
    # `101동 302호예요` of a 302호: the building was left out.
    flat = _FLAT.search(unit)
    there = re.compile(rf"(?<!\d){flat[0]}(?![가-힣])") if flat and "동" in unit else None
    if flat and there and there.search(known) and not re.search(r"\d동(?![가-힣])", known):
        return put_right(turn, {"address": there}, flat[0], unit)
    if any(re.search(rf"\d{kind}(?![가-힣])", known) for kind in _KINDS if kind in unit):
        return None  # another number of it takes the first one's place
    return _add(turn, known, unit)


def _add(turn: Turn, known: str, more: str) -> Decision:
    return put_right(turn, {"address": re.compile(re.escape(known))}, known, f"{known} {more}")


#: What puts a detail right that is known, without saying what it was.
_MENDS: Final = (mend_tail, mend_unit, add_flat, mend_street)


def mend_alone(turn: Turn) -> Decision | None:
    """A known detail as it should be, and not a word of what it was (`근데 502호였네요 죄송`)."""
    return next((done for mend in _MENDS if (done := mend(turn)) is not None), None)
