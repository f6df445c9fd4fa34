"""What the dialogue adds to a message, beside the matcher's verdict on the same lines.

`python -m benchmarks.dialogue [--rounds 50]`

Conversations of the shipped FAQ (an order that is late, a return that becomes an exchange, an angry
customer, small talk) are decided one message after the other, without a database. What counts is
the time of one decision and its ratio to the letters' verdict in the same run. What the rules keep
of the last lines they read is forgotten before each line: a store rarely gets the same line twice.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import _lru_cache_wrapper
from pathlib import Path
from time import perf_counter
from typing import Any

import intents
from bot.dialog import decide
from bot.model import AddToTicket, FileTicket, Incoming, State
from bot.terminal import percentile

FAQ = Path(__file__).parent.parent / "faq.yaml"
#: What the rules keep of lines are a few, what they keep of the FAQ's titles a thousand.
LINES_KEPT = 100
START = datetime(2026, 11, 25, 6, tzinfo=UTC)
TALKS = (
    (
        "안녕하세요",
        "지난주에 주문한 게 아직도 안 와요",
        "2026111212345678 이요",
        "대전에서 멈춰 있어요",
    ),
    (
        "옷 돌려보내고 싶어요 2026111212345678",
        "아니 반품 말고 교환이요",
        "M을 L로요 그저께 받았어요",
    ),
    ("물건이 왜 안 와요", "아니 왜 안 오냐고요", "장난해요? 몇 번을 말해요!!!", "진짜 최악이네"),
    ("배송비 얼마예요?", "제주도는요?", "네 감사합니다", "오늘 비 와요?", "ㅋㅋㅋ"),
    (
        "배송지 바꿔 주세요",
        "2026111212345678 서울 마포구 월드컵로 20, 302호",
        "302호가 아니라 320호요",
    ),
)


def _kept() -> list[_lru_cache_wrapper[Any]]:
    """What the rules of the dialogue keep of the lines read last; not what they keep of the FAQ."""
    modules = [module for name, module in sys.modules.items() if name.startswith("bot.dialog")]
    values = {id(held): held for module in modules for held in vars(module).values()}
    caches = [held for held in values.values() if isinstance(held, _lru_cache_wrapper)]
    return [kept for kept in caches if kept.cache_parameters()["maxsize"] < LINES_KEPT]


def main() -> None:
    """Print milliseconds a message."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=50)
    rounds = parser.parse_args().rounds
    faq = intents.load(FAQ)
    matcher = intents.Matcher(faq, meaning=None)
    reading, matching, deciding = [], [], []
    kept = _kept()
    for talk in TALKS * rounds:
        state, now = State(), START
        for text in talk:
            now += timedelta(seconds=90)
            for read in kept:
                read.cache_clear()
            opened = perf_counter()
            meant = matcher.readable(text)
            started = perf_counter()
            match = matcher.glance(meant).match
            matched = perf_counter()
            heard = Incoming(channel="web", customer="c", text=text, read=meant)
            decision = decide(state, heard, match, faq, now)
            done = perf_counter()
            reading.append((started - opened) * 1_000)
            matching.append((matched - started) * 1_000)
            deciding.append((done - matched) * 1_000)
            state = decision.state
            if isinstance(decision.ticket, FileTicket):
                state = replace(state, ticket=1, ticket_status=decision.ticket.status)
            elif isinstance(decision.ticket, AddToTicket):
                state = replace(state, ticket_status=decision.ticket.status)
    for name, spent in (
        ("reading", reading),
        ("matcher, by letters", matching),
        ("dialogue", deciding),
    ):
        print(f"{name:20}  p50 {percentile(spent, 50):.3f} ms  p99 {percentile(spent, 99):.3f} ms")
    print(f"ratio of the medians  {percentile(deciding, 50) / percentile(matching, 50):.2f}")


if __name__ == "__main__":
    main()
