"""The `store` and `pings` sections: opening hours by weekday, and after how long to remind."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, time, timedelta
from itertools import pairwise
from types import MappingProxyType
from typing import Final

import yaml

from intents.faq import CATEGORIES, OpenHours, PingPlan, StoreInfo, Targets
from intents.particles import topic
from intents.reader import Reader

MAX_PINGS: Final = 5
_MAX_DAYS: Final = 365
STORE_KEYS: Final = ("name", "hours", "holidays", "dates")
PINGS_KEYS: Final = ("after", "park_after", "quiet")
TARGETS_KEYS: Final = ("first", "next", "high", "urgent", "categories")
NAME_LIMIT: Final = 50
_UNITS: Final = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}
_DURATION: Final = re.compile(r"(\d{1,9})\s*([smhd])", re.ASCII)
_SPAN: Final = re.compile(r"(\d{1,2}):(\d{2})\s*[-~–]\s*(\d{1,2}):(\d{2})", re.ASCII)
_ENGLISH: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAYS: Final = (
    {name: day for day, name in enumerate(_ENGLISH)}
    | {name[:3]: day for day, name in enumerate(_ENGLISH)}
    | {name: day for day, name in enumerate("월화수목금토일")}
    | {f"{name}요일": day for day, name in enumerate("월화수목금토일")}
)
_DAY_GROUPS: Final = {"평일": range(5), "주말": range(5, 7), "매일": range(7), "daily": range(7)}
#: `토일`, `월·수·금`
_ROW_OF_DAYS: Final = re.compile(r"[월화수목금토일](?:[\s,·]*[월화수목금토일])+")
_DAYS_FIX: Final = "mon, mon-fri, 월-금, 토·일, 토처럼 써 주세요"
_CLOSED: Final = frozenset(("closed", "off", "휴무"))
_HOURS_FIX: Final = '"10:00-18:00"처럼 써 주세요 (쉬는 날은 휴무)'
_DATES: Final = re.compile(r"(\d{4}-\d{2}-\d{2})(?:\s*[~–]\s*(\d{4}-\d{2}-\d{2}))?", re.ASCII)
_DATES_FIX: Final = "2026-12-31이나 2026-12-28~2027-01-02처럼 써 주세요"
#: Days of one stretch of dates.
MAX_DATES: Final = 62
_HOLIDAYS: Final = ("south-korea",)


def store_info(reader: Reader, node: yaml.Node | None) -> StoreInfo:
    """The `store` section; what is wrong in it is reported and left out."""
    if node is None:
        return StoreInfo()
    fields = reader.fields(node, STORE_KEYS, "store")
    return StoreInfo(
        name=reader.text(fields.get("name"), "가게 이름(name)", NAME_LIMIT) or "",
        hours=_hours(reader, fields.get("hours")),
        holidays=reader.choice(fields.get("holidays"), "holidays", _HOLIDAYS),
        dates=_dates(reader, fields.get("dates")),
    )


def ping_plan(reader: Reader, node: yaml.Node | None) -> PingPlan:
    """The `pings` section: ascending waits of at least a second, five at most."""
    fields = reader.fields(node, PINGS_KEYS, "pings") if node else {}
    park = _duration(reader, fields["park_after"], "park_after") if "park_after" in fields else None
    plan = PingPlan(quiet=_quiet(reader, fields.get("quiet")))
    plan = plan if park is None else replace(plan, park_after=park)
    after = fields.get("after")
    if after is None:
        return plan
    items = reader.items(after, "after")
    if len(items) > MAX_PINGS:
        reader.report(
            after, f"알림이 너무 많아요 ({len(items)}개)", f"{MAX_PINGS}개까지 쓸 수 있어요"
        )
    read = [(item, _duration(reader, item)) for item in items]
    waits = [(item, wait) for item, wait in read if wait is not None]
    for (_, earlier), (item, later) in pairwise(waits):
        if later <= earlier:
            reader.report(item, "앞의 알림보다 빠르거나 같아요", "짧은 시간부터 차례로 써 주세요")
    last = waits[-1][1] if waits else timedelta(0)
    if park is not None and park <= last:
        message = "마지막 알림보다 빠르거나 같아요"
        reader.report(fields["park_after"], message, "마지막 알림보다 긴 시간을 써 주세요")
    return replace(
        plan, after=tuple(wait for _, wait in waits), park_after=max(plan.park_after, last)
    )


def _quiet(reader: Reader, node: yaml.Node | None) -> tuple[time, time] | None:
    """Hours in which nothing unasked is sent, as `21:00-08:00`; `no` for none."""
    word = reader.text(node, "조용한 시간(quiet)", 100)
    if word is None:
        return PingPlan().quiet
    if word.lower() in _NEVER:
        return None
    found = _SPAN.fullmatch(word)
    start, end = (_time(found[1], found[2]), _time(found[3], found[4])) if found else (None, None)
    if start is not None and end is not None and start != end:
        return start, end
    message = f"조용한 시간 {topic(repr(word[:40]))} 읽을 수 없어요"
    reader.report(node or _NOTHING, message, '"21:00-08:00"처럼 쓰거나 no로 써 주세요')
    return PingPlan().quiet


_NEVER: Final = frozenset(("no", "none", "off", "없음"))
_NOTHING: Final = yaml.MappingNode("tag:yaml.org,2002:map", [])


def targets(reader: Reader, node: yaml.Node | None) -> Targets:
    """The `targets` section: how soon the store answers, in opening time."""
    fields = reader.fields(node, TARGETS_KEYS, "targets") if node else {}
    found = {
        name: wait
        for name in TARGETS_KEYS[:-1]
        if name in fields and (wait := _duration(reader, fields[name], name)) is not None
    }
    kinds = fields.get("categories")
    each = reader.fields(kinds, CATEGORIES, "categories") if kinds else {}
    waits = {name: _duration(reader, value, name) for name, value in each.items()}
    known = {name: wait for name, wait in waits.items() if wait is not None}
    return Targets(**found, categories=MappingProxyType(known))


def _duration(reader: Reader, node: yaml.Node, key: str = "after") -> timedelta | None:
    word = reader.text(node, f"시간({key})", 100)
    if word is None:
        return None
    found = _DURATION.fullmatch(word)
    wait = timedelta(**{_UNITS[found[2]]: min(int(found[1]), 10**8)}) if found else timedelta(0)
    if timedelta(seconds=1) <= wait <= timedelta(days=_MAX_DAYS):
        return wait
    reader.report(
        node,
        f"시간 {topic(repr(word[:40]))} 쓸 수 없어요",
        f"2s, 30m, 24h, 3d처럼 1초에서 {_MAX_DAYS}일 사이로 써 주세요",
    )
    return None


def _hours(reader: Reader, node: yaml.Node | None) -> Mapping[int, tuple[OpenHours, ...]]:
    """Weekday to stretches, in the order of the week; empty when no hours are given."""
    found: dict[int, list[OpenHours]] = {}
    if node is None:
        return MappingProxyType({})
    for key, key_node, value in reader.mapping(node, "hours"):
        days = _days(reader, key_node, key)
        for stretch in _stretches(reader, value):
            for day in days:
                _add(reader, value, found.setdefault(day, []), stretch)
        for day in days:
            found.setdefault(day, [])
    return MappingProxyType(
        {day: tuple(sorted(found[day], key=lambda open_: open_.start)) for day in sorted(found)}
    )


def _dates(reader: Reader, node: yaml.Node | None) -> Mapping[date, tuple[OpenHours, ...]]:
    """Days that are otherwise than their weekday: closed, or open at other times."""
    found: dict[date, list[OpenHours]] = {}
    if node is None:
        return MappingProxyType({})
    for key, key_node, value in reader.mapping(node, "dates"):
        days = _calendar_days(reader, key_node, key)
        stretches = _stretches(reader, value)
        for day in days:
            there = found.setdefault(day, [])
            for stretch in stretches:
                _add(reader, value, there, stretch)
    return MappingProxyType(
        {day: tuple(sorted(found[day], key=lambda open_: open_.start)) for day in sorted(found)}
    )


def _calendar_days(reader: Reader, node: yaml.Node, key: str) -> tuple[date, ...]:
    """The days of `2026-12-31` or `2026-12-28~2027-01-02`."""
    found = _DATES.fullmatch(key.strip())
    try:
        first = date.fromisoformat(found[1]) if found else None
        last = date.fromisoformat(found[2]) if found and found[2] else first
    except ValueError:
        first = last = None
    if first is None or last is None:
        message = f"날짜 {topic(repr(key[:40]))} 달력에 없거나 읽을 수 없어요"
        reader.report(node, message, _DATES_FIX)
        return ()
    count = (last - first).days + 1
    if not 1 <= count <= MAX_DATES:
        reader.report(node, "끝나는 날이 시작하는 날보다 빠르거나 너무 멀어요", _DATES_FIX)
        return ()
    return tuple(first + timedelta(days=ahead) for ahead in range(count))


def _add(reader: Reader, node: yaml.Node, there: list[OpenHours], new: OpenHours) -> None:
    if any(new.start < old.end and old.start < new.end for old in there):
        reader.report(node, "같은 날의 영업 시간이 겹쳐요", "겹치는 시간을 하나로 합쳐 주세요")
    else:
        there.append(new)


def _days(reader: Reader, node: yaml.Node, key: str) -> tuple[int, ...]:
    """The weekdays of `mon`, `mon-fri`, `월~금`, `토·일`, `평일`; a range may run over Sunday."""
    word = key.strip().lower()
    if word in _DAY_GROUPS:
        return tuple(_DAY_GROUPS[word])
    if _ROW_OF_DAYS.fullmatch(word):
        return tuple(dict.fromkeys(_DAYS[letter] for letter in word if letter in _DAYS))
    ends = [_DAYS.get(part.strip()) for part in re.split("[-~–]", word)]
    first, last = ends[0], ends[-1]
    if len(ends) > 2 or first is None or last is None:
        shown = topic(f"'{key[:40]}'")
        reader.report(node, f"{shown} 모르는 요일이에요", _DAYS_FIX)
        return ()
    return tuple((first + step) % 7 for step in range((last - first) % 7 + 1))


def _stretches(reader: Reader, node: yaml.Node) -> tuple[OpenHours, ...]:
    items = node.value if isinstance(node, yaml.SequenceNode) else [node]
    read = (_stretch(reader, item) for item in items)
    return tuple(stretch for stretch in read if stretch is not None)


def _stretch(reader: Reader, node: yaml.Node) -> OpenHours | None:
    word = reader.text(node, "영업 시간", 100)
    if word is None or word.lower() in _CLOSED:
        return None
    found = _SPAN.fullmatch(word)
    start, end = (_time(found[1], found[2]), _time(found[3], found[4])) if found else (None, None)
    if start is None or end is None:
        reader.report(node, f"영업 시간 {topic(repr(word[:40]))} 읽을 수 없어요", _HOURS_FIX)
    elif start >= end:
        reader.report(
            node,
            f"영업 시간 '{word}'에서 끝이 시작보다 빨라요",
            "밤 12시까지라면 24:00으로 써 주세요",
        )
    else:
        return OpenHours(start, end)
    return None


def _time(hour: str, minute: str) -> time | None:
    if (hour, minute) == ("24", "00"):
        return time.max  # a day has no 24:00 in Python; a microsecond less is the same to a store
    return time(int(hour), int(minute)) if int(hour) < 24 and int(minute) < 60 else None
