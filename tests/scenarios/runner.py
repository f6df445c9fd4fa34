"""Plays a conversation that is written down as data against a running server, over HTTP.

A scenario (`tests/scenarios/*.yaml`) is a list of steps: what a customer writes, what an operator
does in the console, how much time passes; each with what is expected, in words. Adding one needs
no code. The form is told in docs/dialogue.md.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from uuid import uuid4

import yaml
from sqlalchemy import select

from bot import hours, promises, schema
from bot.console import snooze
from bot.desk import TicketDetail
from bot.model import Message
from bot.store import conversations, messages
from tests import kakao
from tests.conftest import Dangol
from tests.console.seat import Seat, seat

STEP_KEYS = {"customer", "photo", "tap", "as", "operator", "wait", "until", "down", "expect"}
EXPECT_KEYS = {"replies", "says", "never", "different", "ticket", "delivers"}
TICKET_KEYS = {
    *("count", "category", "status", "priority", "intent", "details", "missing", "words"),
    *("scores", "comments", "group"),
}
FILE_KEYS = {
    *("title", "start", "faq", "store", "pings", "targets", "push", "steps", "never", "ticket"),
}
HERE = Path(__file__).parent
#: Hours of the day in which something may be due to a store.
_DAY = (8, 20)
#: Sections of the FAQ that a scenario may change.
PARTS = ("store", "pings", "targets")
OPERATOR_KEYS = {
    *("reply", "resolve", "reopen", "take", "hand_back", "category", "priority", "notice"),
    *("resolve_group", "text", "snooze", "wake"),
}


class UnmetError(AssertionError):
    """What was expected and did not come; says where, and what was said instead."""


def load(path: Path) -> dict[str, Any]:
    """The scenario of a file; unknown keys are mistakes."""
    found: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    _check(path, found, FILE_KEYS)
    _check(path, found.get("ticket") or {}, TICKET_KEYS)
    for step in found["steps"]:
        _check(path, step, STEP_KEYS)
        _check(path, step.get("expect") or {}, EXPECT_KEYS)
        _check(path, step.get("operator") or {}, OPERATOR_KEYS)
    return found


def _check(path: Path, part: object, known: set[str]) -> None:
    if isinstance(part, Mapping):
        unknown = set(part) - known
        if unknown:
            raise UnmetError(f"{path.name}: unknown {', '.join(sorted(unknown))}")


def faq_text(shipped: Path, scenario: Mapping[str, Any]) -> str:
    """The shipped FAQ, or another seller's, with the scenario's hours, reminders and targets."""
    if "faq" in scenario:
        shipped = HERE / scenario["faq"]
    changes = {part: scenario[part] for part in PARTS if scenario.get(part)}
    return _changed(shipped, changes) if changes else _unchanged(shipped)


@cache
def _unchanged(shipped: Path) -> str:
    """Written once for all scenarios that change nothing."""
    return _changed(shipped, {})


def _changed(shipped: Path, changes: Mapping[str, Mapping[str, Any]]) -> str:
    found = _read(shipped)
    changed = {part: found.get(part, {}) | change for part, change in changes.items()}
    return yaml.dump(found | changed, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)


@cache
def _read(shipped: Path) -> dict[str, Any]:
    """Read once for all scenarios, as strings only: `no` stays a word."""
    text = shipped.read_text(encoding="utf-8")
    found: dict[str, Any] = yaml.load(text, yaml.CBaseLoader)  # noqa: S506 - makes nothing but strings
    return found


class Play:
    """One scenario on one server."""

    def __init__(self, dangol: Dangol, scenario: Mapping[str, Any], name: str) -> None:
        self._dangol = dangol
        self._scenario = scenario
        self._name = name
        self._met: dict[str, None] = {}
        self._seat: Seat | None = None
        self._place = 0
        # Lines after the last step, as long as the next one is of the same customer.
        self._known: dict[str, int] = {}

    async def run(self) -> None:
        """Play it to the end, or raise UnmetError."""
        while not self._dangol.parts.faqs.matcher.has_meaning:
            await self._dangol.parts.faqs.learn()  # as a server does in its first seconds
        self._dangol.clock.now = _moment(self._scenario["start"])
        for place, step in enumerate(self._scenario["steps"], start=1):
            self._place = place
            await self._step(step)
        for name in self._met:
            said = [line.body["text"] for line in await self._lines(name) if line.author == "bot"]
            self._forbid(self._scenario.get("never", []), said)
        await self._ticket(self._scenario.get("ticket"), "c1")

    async def _step(self, step: Mapping[str, Any]) -> None:
        name = step.get("as", "c1")
        expect = step.get("expect")
        before = self._known.get(name)
        if before is None and expect:
            before = len(await self._lines(name))
        self._known.clear()
        if "down" in step:
            # Nobody is there meanwhile: the clock jumps, and what was missed is due at once.
            self._dangol.clock.now += _duration(step["down"])
            await self._work()
        elif "wait" in step or "until" in step:
            await self._pass_time(step)
        elif "operator" in step:
            await self._operate(step["operator"], name)
        else:
            await self._write(step, name)
        await self._dangol.deliver()
        if expect:
            await self._expect(expect, name, before or 0)

    # ---- What people do --------------------------------------------------------------------------

    async def _write(self, step: Mapping[str, Any], name: str) -> None:
        self._met[name] = None
        self._dangol.clock.pass_(seconds=25)
        texts = step.get("customer", [])
        for bubble in texts if isinstance(texts, list) else [texts]:
            self._dangol.clock.pass_(seconds=4)
            if bubble != "":
                await self._dangol.kakao(str(bubble), user=name)
        if "tap" in step:
            value = await self._offered(name, step["tap"])
            await self._dangol.kakao(step["tap"], user=name, extra={"dangol": value})
        if "photo" in step:
            await self._dangol.post(_photo(step["photo"], name))

    async def _offered(self, name: str, label: str) -> str:
        lines = [line for line in await self._lines(name) if line.author == "bot"]
        choices = lines[-1].body.get("choices", []) if lines else []
        for choice in choices:
            if choice["label"] == label:
                return str(choice.get("value", ""))
        raise self._unmet(f"a choice {label}", [str(choices)])

    async def _lines(self, name: str) -> list[Message]:
        """What the customer has seen and said, in order."""
        async with self._dangol.parts.store.read() as tx:
            found = await conversations.find(tx, ("kakao-skill", name))
            lines = [] if found is None else await messages.history(tx, found.id, limit=200)
        return [line for line in lines if line.delivery in {None, "sent"}]

    async def _pass_time(self, step: Mapping[str, Any]) -> None:
        clock = self._dangol.clock
        end = _moment(step["until"]) if "until" in step else clock.now + _duration(step["wait"])
        # A scheduler calls all the time: a long wait is walked, not jumped; later in wider steps.
        begun = clock.now
        while clock.now < end:
            clock.now = min(end, clock.now + _pace(clock.now, begun))
            await self._work()

    async def _work(self) -> None:
        """One call of all that the scheduler calls."""
        parts, now = self._dangol.parts, self._dangol.clock.now
        await self._dangol.plan()
        await promises.wake(parts.store, parts.faqs.faq, parts.feed, now)
        await promises.watch(parts.store, parts.faqs.faq, parts.channels, parts.feed, now)
        await self._dangol.deliver()

    async def _operate(self, action: Mapping[str, Any], name: str) -> None:
        if self._seat is None:
            self._seat = await seat(self._dangol)
        self._dangol.clock.pass_(minutes=2)
        path, fields = await self._form(action, name)
        shown = await self._seat.post(path, fields)
        if "/login" in shown.location:
            # Scenarios last longer than a session of the console.
            await self._seat.log_in()
            shown = await self._seat.post(path, fields)
        if shown.status not in {200, 204, 303}:
            raise self._unmet(f"{path} to be done", [str(shown.status), shown.words])

    async def _form(self, action: Mapping[str, Any], name: str) -> tuple[str, dict[str, str]]:
        if "notice" in action:
            notice = {key: str(value) for key, value in action["notice"].items()}
            return "/console/notices", {"until": "", **notice}
        ticket = await self._newest(name)
        if "resolve_group" in action:
            return f"/console/groups/{ticket.ticket.group_id}/resolve", {
                "text": action.get("text", "")
            }
        where = f"/console/tickets/{ticket.ticket.id}"
        if "reply" in action:
            return f"{where}/reply", {"text": action["reply"], "nonce": uuid4().hex}
        if "snooze" in action:
            return f"{where}/snooze", _aside(action["snooze"])
        if {"category", "priority"} & action.keys():
            return f"{where}/edit", _facts(action)
        (verb,) = action
        return f"{where}/{verb.replace('_', '-')}", {}

    # ---- What is expected ------------------------------------------------------------------------

    async def _expect(self, expect: Mapping[str, Any], name: str, before: int) -> None:
        lines = await self._lines(name)
        self._known[name] = len(lines)
        said = [line.body["text"] for line in lines[before:] if line.author == "bot"]
        if "replies" in expect and not _counts(expect["replies"], len(said)):
            raise self._unmet(f"{expect['replies']} replies", said)
        for wanted in expect.get("says", []):
            if not any(re.search(wanted, text) for text in said):
                raise self._unmet(f"/{wanted}/", said)
        self._forbid(expect.get("never", []), said)
        earlier = [line.body["text"] for line in lines[:before] if line.author == "bot"]
        if expect.get("different") and set(said) & set(earlier):
            raise self._unmet("something new", said)
        told = [line.body["text"] for line in lines[before:] if line.author == "operator"]
        if "delivers" in expect and expect["delivers"] not in "\n".join(told):
            raise self._unmet(f"the operator's {expect['delivers']}", told)
        if "ticket" in expect:
            await self._ticket(expect["ticket"], name)

    def _forbid(self, patterns: Sequence[str], said: Sequence[str]) -> None:
        for pattern in patterns:
            for text in said:
                if re.search(pattern, text):
                    raise self._unmet(f"never /{pattern}/", [text])

    async def _ticket(self, expect: Any, name: str) -> None:
        if expect is None:
            return
        found = await self._tickets(name)
        if expect == "none":
            if found:
                raise self._unmet("no ticket", [repr(one.ticket) for one in found])
            return
        if "count" in expect and len(found) != expect["count"]:
            raise self._unmet(f"{expect['count']} tickets", [repr(one.ticket) for one in found])
        if not found:
            raise self._unmet("a ticket", [])
        await self._compare(expect, found[-1])

    async def _compare(self, expect: Mapping[str, Any], found: TicketDetail) -> None:
        """The ticket as it is, with what is expected of it."""
        ticket, told = found.ticket, found.ticket.details
        facts = {"category": ticket.category, "status": ticket.status, "intent": ticket.intent_id}
        for key, value in facts.items():
            wanted = expect.get(key, value)
            self._hold(value in (wanted if isinstance(wanted, list) else [wanted]), key, ticket)
        if "priority" in expect:
            self._hold((expect["priority"] == "high") == (ticket.priority > 0), "priority", ticket)
        for key, pattern in expect.get("details", {}).items():
            self._hold(re.search(str(pattern), told.get(key, "")), f"{key} /{pattern}/", ticket)
        for key in expect.get("missing", []):
            self._hold(not told.get(key), f"no {key}", ticket)
        self._hold(re.search(expect.get("words", ""), ticket.words), "words", ticket)
        scores = [one.score for one in found.surveys if one.score is not None]
        self._hold(expect.get("scores", scores) == scores, "scores", found.surveys)
        comments = "\n".join(one.comment for one in found.surveys)
        for pattern in expect.get("comments", []):
            self._hold(re.search(pattern, comments), f"comment /{pattern}/", found.surveys)
        if "group" in expect:
            other = (await self._newest(expect["group"])).ticket.group_id
            same = ticket.group_id is not None and ticket.group_id == other
            self._hold(same, f"the group of {expect['group']}", ticket)

    def _hold(self, so: object, wanted: str, shown: object) -> None:
        if not so:
            raise self._unmet(wanted, [repr(shown)])

    async def _newest(self, name: str) -> TicketDetail:
        found = await self._tickets(name)
        if not found:
            raise self._unmet(f"a ticket of {name}", [])
        return found[-1]

    async def _tickets(self, name: str) -> list[TicketDetail]:
        """The tickets of one customer, oldest first."""
        parts = self._dangol.parts
        async with parts.store.read() as tx:
            found = await conversations.find(tx, ("kakao-skill", name))
            rows = await tx.execute(
                select(schema.tickets.c.id)
                .where(schema.tickets.c.conversation_id == (found.id if found else 0))
                .order_by(schema.tickets.c.id)
            )
            ids = rows.scalars().all()
        return [await parts.desk.ticket(i) for i in ids]

    def _unmet(self, wanted: str, said: Sequence[str]) -> UnmetError:
        shown = "\n".join(f"  | {text}" for text in said) or "  (nothing)"
        return UnmetError(
            f"{self._name}, step {self._place}: expected {wanted}, but there was\n{shown}"
        )


def _facts(action: Mapping[str, Any]) -> dict[str, str]:
    ranks = {"normal": "0", "high": "1", "urgent": "2"}
    priority = ranks.get(action.get("priority", ""), "")
    return {"category": action.get("category", ""), "priority": priority}


def _aside(until: object) -> dict[str, str]:
    """One of the console's choices, or a moment in Seoul's time."""
    if until in snooze.CHOICES:
        return {"until": str(until)}
    return {"at": f"{_moment(until).astimezone(hours.SEOUL):%Y-%m-%dT%H:%M}"}


def _photo(url: str, user: str) -> dict[str, Any]:
    """Kakao's call for a picture; a line that goes with it is a call of its own."""
    payload = kakao.sample("photo")
    payload["userRequest"]["params"]["media"]["url"] = url
    payload["userRequest"]["utterance"] = url
    payload["userRequest"]["user"]["id"] = user
    return payload


def _counts(wanted: object, count: int) -> bool:
    if isinstance(wanted, Mapping):
        return bool(wanted.get("min", 0) <= count <= wanted.get("max", count))
    return wanted == count


def _pace(now: datetime, begun: datetime) -> timedelta:
    """How far the clock goes at once, within a wait that has begun then."""
    if now - begun < timedelta(hours=2):
        return timedelta(minutes=30)
    by_night = not _DAY[0] <= now.astimezone(hours.SEOUL).hour < _DAY[1]
    return timedelta(hours=4 if by_night else 1)


def _moment(said: object) -> datetime:
    if isinstance(said, datetime):
        return said.replace(tzinfo=hours.SEOUL).astimezone(UTC)
    return datetime.fromisoformat(str(said)).replace(tzinfo=hours.SEOUL).astimezone(UTC)


def _duration(said: str) -> timedelta:
    units = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}
    return timedelta(**{units[said[-1]]: float(said[:-1])})
