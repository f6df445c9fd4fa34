"""`dangol chat` and `dangol faq try`: the same core in a terminal, with its reasons."""

from __future__ import annotations

import asyncio
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from bot.app import PARTS, Parts, build
from bot.dialog import glance
from bot.model import Incoming, Reply
from bot.settings import Settings
from intents import Candidate, Faq, Match, Matcher, Report

_ANSWER_SECONDS = 10
_PROMPT = "나> "


async def chat(settings: Settings) -> int:
    """Talk until the end of the input.

    The conversation lives in a database of its own and is thrown away.
    """
    with tempfile.TemporaryDirectory() as folder:
        own = replace(settings, database_url=f"sqlite:///{Path(folder) / 'chat.db'}")
        app = build(own, scheduled=False)
        app.freeze()
        await app.startup()
        try:
            print("끝내려면 Ctrl+D를 누르세요.")  # noqa: T201 - a terminal program
            while (line := await asyncio.to_thread(_ask)) is not None:
                await _turn(app[PARTS], line)
        finally:
            await app.cleanup()
    return 0


def _ask() -> str | None:
    """One line, or None at the end of the input."""
    if sys.stdin.isatty():
        print(_PROMPT, end="", flush=True)  # noqa: T201 - a terminal program
    line = sys.stdin.readline()
    return line.rstrip("\n") if line else None


async def _turn(parts: Parts, line: str) -> None:
    incoming = Incoming(channel="web", customer="terminal", text=line)
    received = await parts.inbox.receive(incoming, within=_ANSWER_SECONDS)
    print(_indent(explain(understand(parts.faqs.matcher, line), parts.faqs.faq)))  # noqa: T201 - a terminal program
    for answer in received.answers if received else ():
        print(_say(answer.reply))  # noqa: T201 - a terminal program


def _say(reply: Reply) -> str:
    lines = ["봇> " + reply.text.replace("\n", "\n    ")]
    lines += [f"    [{b.label}] {b.url or b.phone or b.message}" for b in reply.buttons]
    if reply.choices:
        lines.append("    " + " ".join(f"({choice.label})" for choice in reply.choices))
    return "\n".join(lines)


def _indent(text: str) -> str:
    return "\n".join(f"    · {line}" for line in text.splitlines())


@dataclass(frozen=True, slots=True)
class Understood:
    """What the desk makes of a line: how it is read, and the verdict on that."""

    line: str
    read: str
    match: Match


def understand(matcher: Matcher, line: str) -> Understood:
    """As for a customer; what is typed in the wrong keyboard mode the matcher mends itself."""
    read = line if line.isascii() else matcher.readable(line)
    seen = glance(matcher, read)
    return Understood(line, read, seen.match if seen.settled else seen.deepen())


def explain(understood: Understood, faq: Faq) -> str:
    """Why: the verdict, what was mended, and the candidates with the phrase that matched."""
    match = understood.match
    lines = [f"판정 {match.verdict}"]
    if understood.read != understood.line:
        lines.append(f"이렇게 읽음 ‘{understood.read}’")
    lines += [f"고쳐 읽음 {repair}" for repair in match.repairs]
    lines += [_named(candidate, faq) for candidate in match.candidates]
    lines += [f"함께 물음 {_named(candidate, faq)}" for candidate in match.also]
    if match.told is not None:
        lines.append(f"바라는 것 말고 {_named(match.told, faq)}")
    for name, half in zip(("용건만 보면", "질문만 보면"), match.halves or (), strict=False):
        lines += [f"{name} {_named(one, faq)}" for one in half.candidates[:1]]
    return "\n".join(lines)


def _named(candidate: Candidate, faq: Faq) -> str:
    intent = faq.get(candidate.intent_id)
    title = intent.title if intent else ""
    return f"{candidate.confidence:.2f} {candidate.intent_id} {title} ← ‘{candidate.phrase}’"


@dataclass(frozen=True, slots=True)
class Stopwatch:
    """A matcher that notes how many milliseconds every line takes."""

    matcher: Matcher
    milliseconds: list[float] = field(default_factory=list)

    def match(self, text: str) -> Match:
        """What the matcher says."""
        started = time.perf_counter()
        match = self.matcher.match(text)
        self.milliseconds.append((time.perf_counter() - started) * 1_000)
        return match

    def percentile(self, share: int) -> float:
        """The time that `share` of 100 lines do not exceed (nearest rank); 0 without lines."""
        return percentile(self.milliseconds, share)


def percentile(values: Sequence[float], share: int) -> float:
    """The least value that `share` of 100 values do not exceed (nearest rank); 0 without values."""
    ranked = sorted(values)
    return ranked[-(-len(ranked) * share // 100) - 1] if ranked else 0.0


def evaluation(report: Report, watch: Stopwatch) -> str:
    """The figures of an evaluation and how long a line took."""
    p50, p99 = watch.percentile(50), watch.percentile(99)
    return f"{report.table()}\n\n한 문장에 걸린 시간 p50 {p50:.2f} ms · p99 {p99:.2f} ms"


def evaluation_json(report: Report, watch: Stopwatch) -> dict[str, object]:
    """The same for programs."""
    times = {f"p{share}": round(watch.percentile(share), 3) for share in (50, 99)}
    return report.to_json() | {"milliseconds": times}


def match_json(understood: Understood) -> dict[str, Any]:
    """The same for programs."""
    match = understood.match
    return {
        "verdict": match.verdict,
        "read": understood.read,
        "text": match.text,
        "repairs": list(match.repairs),
        "candidates": [_candidate_json(candidate) for candidate in match.candidates],
        "also": [_candidate_json(candidate) for candidate in match.also],
        "told": _candidate_json(match.told) if match.told is not None else None,
        "halves": [
            [_candidate_json(candidate) for candidate in half.candidates]
            for half in match.halves or ()
        ],
    }


def _candidate_json(candidate: Candidate) -> dict[str, Any]:
    return {
        "intent_id": candidate.intent_id,
        "confidence": round(candidate.confidence, 4),
        "phrase": candidate.phrase,
    }
