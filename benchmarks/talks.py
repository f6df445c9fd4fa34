"""Conversations played without a database, as the benchmarks of the dialogue need them."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Final

import yaml

from benchmarks.first_lines import FAQ
from bot.dialog import decide
from bot.model import AddToTicket, Decision, FileTicket, Incoming, State
from bot.terminal import understand
from intents import Faq, Matcher

SCENARIOS: Final = FAQ.parent / "tests" / "scenarios"
_DURATIONS: Final = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}


def conversations(every: int = 1) -> Iterator[tuple[str, list[tuple[str, datetime]]]]:
    """Name and lines, each with its moment, of every so many-th conversation of the shipped FAQ.

    Chosen by their names, so that another scenario moves no other. Steps of an operator end a
    conversation here, and so do photos and taps.
    """
    for path in sorted(SCENARIOS.glob("*.yaml")):
        if zlib.crc32(path.stem.encode()) % every:
            continue
        scenario = yaml.safe_load(path.read_text(encoding="utf-8"))
        if {"faq", "store"} & scenario.keys():
            continue
        now = datetime.fromisoformat(f"{scenario['start']}+09:00")
        lines = []
        for step in scenario["steps"]:
            if "wait" in step:
                length = step["wait"]
                now += timedelta(**{_DURATIONS[length[-1]]: float(length[:-1])})
            elif "customer" in step and step.get("as", "c1") == "c1":
                said = step["customer"]
                now += timedelta(seconds=30)
                lines.append(("\n".join(map(str, said)) if isinstance(said, list) else said, now))
            else:
                break
        if lines:
            yield path.stem, [(str(line), moment) for line, moment in lines]


def after(decision: Decision) -> State:
    """The state once what was decided is stored: a ticket has its number then."""
    if isinstance(decision.ticket, FileTicket):
        return replace(decision.state, ticket=1, ticket_status=decision.ticket.status)
    if isinstance(decision.ticket, AddToTicket):
        return replace(decision.state, ticket_status=decision.ticket.status)
    return decision.state


def decided(state: State, line: str, now: datetime, faq: Faq, matcher: Matcher) -> Decision:
    """What is decided on a line, read as the desk reads it."""
    understood = understand(matcher, line)
    heard = Incoming(channel="web", customer="c", text=line, read=understood.read)
    return decide(state, heard, understood.match, faq, now)


@dataclass
class Talk:
    """A conversation as far as it was played, and the tickets that came of it, the last at last."""

    faq: Faq
    matcher: Matcher
    state: State = field(default_factory=State)
    tickets: list[FileTicket] = field(default_factory=list)

    def branch(self) -> Talk:
        """Another that goes on from here."""
        return Talk(self.faq, self.matcher, self.state, [*self.tickets])

    def hear(self, line: str, now: datetime) -> Decision:
        """Play one line."""
        decision = decided(self.state, line, now, self.faq, self.matcher)
        self.state = after(decision)
        if isinstance(decision.ticket, FileTicket):
            self.tickets.append(decision.ticket)
        elif isinstance(decision.ticket, AddToTicket) and self.tickets:
            self.tickets[-1] = _with(self.tickets[-1], decision.ticket)
        return decision


def _with(ticket: FileTicket, change: AddToTicket) -> FileTicket:
    return replace(
        ticket,
        details=ticket.details if change.details is None else change.details,
        category=change.category or ticket.category,
        intent_id=change.intent_id or ticket.intent_id,
        status=change.status,
        priority=max(ticket.priority, change.priority),
    )
