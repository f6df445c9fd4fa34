"""How often the same conversation, told a little otherwise, ends with another ticket.

`python -m benchmarks.retold [--every 1] [--show 3]`

The conversations in `tests/scenarios/` are played without a database as they stand, and again with
something that changes nothing of the matter: a question of another kind is put in between while
the bot waits for a detail, or what took two messages is told in one. Nobody has to label it: what
the ticket holds at the end is what it held without that. The question in between must get the
answer that it gets as a first line, or be left to a person.
"""

from __future__ import annotations

import argparse
import re
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Final

import intents
from benchmarks.first_lines import FAQ
from benchmarks.talks import Talk, conversations, decided
from bot.model import Decision, FileTicket, State
from intents import Faq, Matcher

#: Questions that anybody may ask in between, each with an answer of its own in the shipped FAQ.
ASIDES: Final = (
    "배송비는 얼마예요?",
    "현금영수증 되나요?",
    "선물포장도 가능한가요?",
    "근데 무통장입금도 돼요?",
    "쿠폰은 어디서 받아요?",
    "아 리뷰 쓰면 적립금 주나요?",
    "상담은 몇시까지 해요?",
    "제주도도 배송되나요?",
    "근데 대량으로 사면 할인되나요?",
    "카드 할부 되나요?",
    "사이즈표는 어디서 봐요?",
    "세금계산서도 발급돼요?",
    "주말에도 배송하나요?",
    "토요일에도 상담하세요?",
    "오늘 주문하면 언제 출발해요?",
    "메시지카드도 넣어주나요?",
    "무료배송은 얼마부터예요?",
    "네이버페이로 결제되나요?",
    "재입고 알림은 어떻게 받아요?",
    "근데 제주도면 배송비 더 내나요?",
    "도매도 하시나요?",
    "점심시간에도 상담돼요?",
)
#: Letters of a sentence that only one answer holds.
_LEAST_SENTENCE: Final = 12


@dataclass(frozen=True, slots=True)
class Retold:
    """A place at which something came otherwise, and what was said there."""

    talk: str
    said: str
    reply: str
    differs: str


#: What is compared, and how a place of a conversation is told otherwise.
Retelling = Callable[[str, list[tuple[str, datetime]], Talk], Iterator[Retold | None]]


def held(tickets: list[FileTicket]) -> list[tuple[object, ...]]:
    """What tickets hold beside the customer's words: their matter, what was told, whose turn."""
    return [
        (
            one.category,
            one.intent_id,
            one.status,
            *sorted((name, said) for name, said in one.details.items() if name != "what"),
        )
        for one in tickets
    ]


def asked_in_between(
    talk: str, lines: list[tuple[str, datetime]], start: Talk
) -> Iterator[Retold | None]:
    """A question put in at every place where the bot waits for a detail."""
    places = _before_each(lines, start)
    plain = held(places[-1].tickets)
    for at, place in enumerate(places[1:], start=1):
        question = place.state.question
        if question is None or question.kind != "detail":
            continue
        aside = ASIDES[zlib.crc32(f"{talk}{at}".encode()) % len(ASIDES)]
        now = lines[at - 1][1] + timedelta(seconds=10)
        played = place.branch()
        decision = played.hear(aside, now)
        for line, moment in lines[at:]:
            played.hear(line, moment)
        differs = "" if held(played.tickets) == plain else "ticket"
        if not _is_answered(aside, decision, now, start):
            differs = f"{differs} answer".strip()
        yield Retold(talk, aside, _text(decision), differs) if differs else None


def told_in_one(
    joint: str,
) -> Callable[[str, list[tuple[str, datetime]], Talk], Iterator[Retold | None]]:
    """What two messages told is told in one: in two sentences, or in two bubbles."""

    def told(talk: str, lines: list[tuple[str, datetime]], start: Talk) -> Iterator[Retold | None]:
        places = _before_each(lines, start)
        for at, ((first, _), (second, now)) in enumerate(pairwise(lines)):
            before, between, behind = places[at : at + 3]
            question = between.state.question
            if question is None or question.kind != "detail" or not between.tickets:
                continue
            told_between = between.tickets[-1].details
            fresh = {
                name
                for name, said in behind.tickets[-1].details.items()
                if name != "what" and told_between.get(name) != said
            }
            if not fresh:
                continue
            played = before.branch()
            line = f"{first}{joint}{second}"
            decision = played.hear(line, now)
            names = [_names(one) for one in played.tickets]
            same = names == [_names(one) for one in behind.tickets]
            yield None if same else Retold(talk, line, _text(decision), "ticket")

    return told


#: By its name how a conversation is told otherwise.
RETELLINGS: Final[dict[str, Retelling]] = {
    "asked in between": asked_in_between,
    "two lines in one": told_in_one(" "),
    "two bubbles": told_in_one("\n"),
}


def _names(ticket: FileTicket) -> tuple[object, ...]:
    """The matter of a ticket, and which details it holds."""
    return ticket.category, ticket.intent_id, *sorted(ticket.details)


def _before_each(lines: list[tuple[str, datetime]], start: Talk) -> list[Talk]:
    """The conversation before each of its lines, and at its end."""
    talk, places = start.branch(), []
    for line, now in lines:
        places.append(talk.branch())
        talk.hear(line, now)
    return [*places, talk]


def _is_answered(aside: str, decision: Decision, now: datetime, start: Talk) -> bool:
    """Whether a reply holds a sentence of the answer that a question gets first, or says that a
    person will tell.
    """
    reply = _text(decision)
    first = _text(decided(State(), aside, now, start.faq, start.matcher))
    sentences = (one.strip() for one in re.split(r"(?<=[.?!])\s|\n", first))
    known = any(one in reply for one in sentences if len(one) > _LEAST_SENTENCE)
    return known or start.faq.texts.asked_person in reply


def _text(decision: Decision) -> str:
    return decision.reply.text if decision.reply is not None else ""


def retold(
    retelling: Retelling, faq: Faq, matcher: Matcher, every: int = 1
) -> tuple[list[Retold], int]:
    """The places at which something came otherwise, and of how many."""
    start = Talk(faq, matcher)
    found = [one for talk, lines in conversations(every) for one in retelling(talk, lines, start)]
    return [one for one in found if one is not None], len(found)


def main() -> None:
    """Print for each way of telling at how many places the ticket, or the answer, is another."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=1, help="every so many-th conversation")
    parser.add_argument("--show", type=int, default=3, help="places of each way of telling")
    args = parser.parse_args()
    faq = intents.load(FAQ)
    matcher = Matcher(faq, meaning=None)
    for name, retelling in RETELLINGS.items():
        found, tried = retold(retelling, faq, matcher, args.every)
        print(f"{name:18} {len(found):4} of {tried:5} ({len(found) / max(1, tried):.1%})")
        for one in found[: args.show]:
            print(f"    {one.talk} ({one.differs}): {one.said!r}\n        {one.reply!r}")


if __name__ == "__main__":
    main()
