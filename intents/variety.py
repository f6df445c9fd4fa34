"""Whether the phrases of an entry show enough of what customers say."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from statistics import median
from typing import Final

from rapidfuzz import fuzz

from intents.faq import Intent, Problem
from intents.normalize import normalize, sounds, squash
from intents.particles import subject

FEWEST: Final = 5  # different phrases; with fewer, most other wordings are not recognised
# Percent of letters that the phrases of an entry share, in the middle of all pairs. Of the shipped
# entries it is below 50; one question with five endings has 75 and more.
_ALIKE: Final = 70.0
_SAMPLE: Final = 60  # phrases that are compared in pairs; more say nothing new


def advice(intent: Intent) -> Iterator[Problem]:
    """Phrases that are there twice, too few of them, or all of one kind."""
    yield from _repeated(intent)
    different = list({squash(phrase): phrase for phrase in intent.phrases}.values())
    line = intent.line_of_key("phrases")
    if len(different) < FEWEST:
        yield Problem(
            line,
            f"{intent.id}에 서로 다른 예문이 {len(different)}개뿐이에요",
            f"손님이 실제로 쓴 말을 더해 {FEWEST}개 이상, 되도록 열 개 넘게 적어 주세요",
        )
    elif _are_alike(different):
        yield Problem(
            line,
            f"{intent.id}의 예문이 끝만 조금씩 다르고 거의 같아요",
            "같은 뜻을 다른 낱말로 물어보는 문장을 더해 주세요",
        )


def _repeated(intent: Intent) -> Iterator[Problem]:
    lines: dict[str, int] = {}
    for place, phrase in enumerate(intent.phrases):
        line = intent.line_of_phrase(place)
        first = lines.setdefault(squash(phrase), place)
        if first != place:
            there = intent.line_of_phrase(first)
            twice = subject(f"'{phrase[:40]}'")
            where = "같은 줄" if there == line else f"{there}번째 줄"
            yield Problem(line, f"예문 {twice} {where}에도 있어요", "하나만 남겨 주세요")


def _are_alike(phrases: Sequence[str]) -> bool:
    letters = [sounds(normalize(phrase)) for phrase in phrases[:_SAMPLE]]
    return median(fuzz.ratio(one, other) for one, other in combinations(letters, 2)) >= _ALIKE
