"""`dangol chat` and `dangol faq try`: the same core in a terminal, with its reasons."""

from __future__ import annotations

import asyncio
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

from bot.app import PARTS, Parts, build
from bot.model import Incoming, Reply
from bot.settings import Settings
from intents import Faq, Match

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
    match = parts.faqs.matcher.match(line)
    print(_indent(explain(match, parts.faqs.faq)))  # noqa: T201 - a terminal program
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


def explain(match: Match, faq: Faq) -> str:
    """Why: the verdict, what was mended, and the candidates with the phrase that matched."""
    lines = [f"판정 {match.verdict}"]
    lines += [f"고쳐 읽음 {repair}" for repair in match.repairs]
    for candidate in match.candidates:
        intent = faq.get(candidate.intent_id)
        title = intent.title if intent else ""
        lines.append(
            f"{candidate.confidence:.2f} {candidate.intent_id} {title} ← ‘{candidate.phrase}’"
        )
    return "\n".join(lines)


def match_json(match: Match) -> dict[str, Any]:
    """The same for programs."""
    return {
        "verdict": match.verdict,
        "text": match.text,
        "repairs": list(match.repairs),
        "candidates": [
            {
                "intent_id": candidate.intent_id,
                "confidence": round(candidate.confidence, 4),
                "phrase": candidate.phrase,
            }
            for candidate in match.candidates
        ],
    }
