"""How many lines of conversations are answered otherwise once they are misspelled.

`python -m benchmarks.misspelled [--every 1] [--show 3]`

Every line of the conversations in `tests/scenarios/` is decided in its place, without a database,
as it stands and as somebody in a hurry would have typed it. What is meant does not change by that,
so the right answer is known without a label: the one that the well-spelled line gets.
"""

from __future__ import annotations

import argparse
import random
import re
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import intents
from benchmarks.first_lines import FAQ
from benchmarks.talks import after, conversations, decided
from bot.model import Decision, State
from intents import Faq, Matcher
from intents.hangul import FINALS, INITIALS, VOWELS, is_syllable, join, split

#: Syllables below which a line has no room for a slip.
_SHORTEST: Final = 4
_AT_END: Final = r"(?=[?.!~\s]*$)"
_WRITTEN_ALIKE: Final = str.maketrans("돼되", "되돼")
_STRAYS: Final = "ㅇㄴㅏㅣㄱㅂ"
#: By its final what is left of it, and what is heard behind it.
_CARRIED: Final = {
    **{letter: ("", letter) for letter in "ㄱㄲㄴㄷㄹㅁㅂㅅㅆㅈㅊㅋㅌㅍ"},
    "ㄶ": ("", "ㄴ"),
    "ㅀ": ("", "ㄹ"),
    "ㅎ": ("", "ㅇ"),
    "ㄵ": ("ㄴ", "ㅈ"),
    "ㄺ": ("ㄹ", "ㄱ"),
    "ㄻ": ("ㄹ", "ㅁ"),
    "ㄼ": ("ㄹ", "ㅂ"),
    "ㅄ": ("ㅂ", "ㅅ"),
}
_AWAY: Final = (" ㅠㅠ", "..", "~~", "!!", " ㅎㅎ")


def _slip(change: Callable[[random.Random, str, str, str], str]) -> Callable[[str], str]:
    """One syllable of a line, the same at each run, with one of its letters otherwise."""

    def slipped(line: str) -> str:
        chance = random.Random(zlib.crc32(line.encode()))  # noqa: S311 - no secret
        places = [at for at, letter in enumerate(line) if is_syllable(letter)]
        if len(places) < _SHORTEST:
            return line
        at = chance.choice(places)
        return line[:at] + change(chance, *split(line[at])) + line[at + 1 :]

    return slipped


def _without_final(_chance: random.Random, initial: str, vowel: str, _final: str) -> str:
    return join(initial, vowel)


def _with_final(chance: random.Random, initial: str, vowel: str, final: str) -> str:
    return join(initial, vowel, final or chance.choice("ㄱㄴㄹㅁㅂㅅㅇ"))


def _other_letter(chance: random.Random, initial: str, vowel: str, final: str) -> str:
    which = chance.randrange(3)
    if which == 0:
        return join(chance.choice(INITIALS), vowel, final)
    if which == 1:
        return join(initial, chance.choice(VOWELS), final)
    return join(initial, vowel, chance.choice(FINALS).strip())


def _between(change: Callable[[str, str], str]) -> Callable[[str], str]:
    """Something put between two syllables of a word; `change` gets what stands around it."""

    def put(line: str) -> str:
        places = [
            at + 1
            for at, (one, other) in enumerate(pairwise(line))
            if is_syllable(one) and is_syllable(other)
        ]
        if not places:
            return line
        at = places[zlib.crc32(line.encode()) % len(places)]
        return change(line[:at], line[at:])

    return put


def _fallen_apart(line: str) -> str:
    """느ㄴ for 는."""
    places = [
        at for at, x in enumerate(line) if is_syllable(x) and split(x).final in "ㄱㄴㄹㅁㅂㅅㅆㅇ"
    ]
    places = [at for at in places if split(line[at]).final]
    if not places:
        return line
    at = places[zlib.crc32(line.encode()) % len(places)]
    initial, vowel, final = split(line[at])
    return f"{line[:at]}{join(initial, vowel)}{final}{line[at + 1 :]}"


def _by_ear(line: str) -> str:
    """ㅐ for ㅔ and the other way round, in one syllable."""
    swapped = {"ㅐ": "ㅔ", "ㅔ": "ㅐ"}
    places = [at for at, x in enumerate(line) if is_syllable(x) and split(x).vowel in swapped]
    if not places:
        return line
    at = places[zlib.crc32(line.encode()) % len(places)]
    initial, vowel, final = split(line[at])
    return line[:at] + join(initial, swapped[vowel], final) + line[at + 1 :]


def _single_s(line: str) -> str:
    """햇 for 했."""
    return "".join(
        join(*split(x)[:2], "ㅅ") if is_syllable(x) and split(x).final == "ㅆ" else x for x in line
    )


def _as_it_sounds(line: str) -> str:
    """One final carried over to a vowel behind it: 마자요 for 맞아요."""
    places = [
        at
        for at, (one, other) in enumerate(pairwise(line))
        if is_syllable(one) and is_syllable(other)
        if split(one).final in _CARRIED and split(other).initial == "ㅇ"
    ]
    if not places:
        return line
    at = places[zlib.crc32(line.encode()) % len(places)]
    (initial, vowel, final), (_, *rest) = split(line[at]), split(line[at + 1])
    left, heard = _CARRIED[final]
    return line[:at] + join(initial, vowel, left) + join(heard, *rest) + line[at + 2 :]


def _unspaced(line: str) -> str:
    return re.sub(r"(?<=[가-힣]) (?=[가-힣])", "", line) if not re.search(r"\d", line) else line


#: By its name how a line is misspelled; a line without a place for it stays.
MISSPELLINGS: Final[Mapping[str, Callable[[str], str]]] = {
    "a final left out": _slip(_without_final),
    "a final too many": _slip(_with_final),
    "another letter": _slip(_other_letter),
    "a stray letter": _between(
        lambda before, behind: f"{before}{_STRAYS[len(before) % len(_STRAYS)]}{behind}"
    ),
    "느ㄴ for 는": _fallen_apart,
    "one hit twice": _between(lambda before, behind: f"{before}{before[-1]}{behind}"),
    "a space too many": _between(lambda before, behind: f"{before} {behind}"),
    "ㅐ for ㅔ": _by_ear,
    "ㅅ for ㅆ": _single_s,
    "as it sounds": _as_it_sounds,
    "되 for 돼": lambda line: line.translate(_WRITTEN_ALIKE),
    "여 for 요": lambda line: re.sub(rf"(?<=[가-힣])요{_AT_END}", "여", line),
    "욤 for 요": lambda line: re.sub(rf"(?<=[가-힣])요{_AT_END}", "욤", line),
    "욬ㅋㅋ for 요": lambda line: re.sub(rf"(?<=[가-힣])요{_AT_END}", "욬ㅋㅋ", line),
    "no spaces": _unspaced,
    "doing apart": lambda line: re.sub(r"(?<=[가-힣]{2})(?=했|됐)", " ", line),
    "tears and dots": lambda line: (
        line.rstrip(".!~") + _AWAY[zlib.crc32(line.encode()) % len(_AWAY)]
    ),
}


@dataclass(frozen=True, slots=True)
class Differing:
    """A line that is answered otherwise, with what was said before it."""

    talk: str
    before: tuple[str, ...]
    line: str
    misspelled: str
    answer: str
    other: str


def differing(
    spell: Callable[[str], str], faq: Faq, matcher: Matcher, every: int = 1
) -> tuple[list[Differing], int]:
    """The lines that are answered otherwise when they are misspelled so, and of how many."""
    found, tried = [], 0
    for name, lines in conversations(every):
        state, before = State(), list[str]()
        for line, now in lines:
            decision = decided(state, line, now, faq, matcher)
            typed = spell(line)
            if typed != line:
                tried += 1
                answer = _told(decision)
                other = _told(decided(state, typed, now, faq, matcher))
                if answer != other:
                    found.append(Differing(name, tuple(before), line, typed, answer, other))
            before.append(line)
            state = after(decision)
    return found, tried


def _told(decision: Decision) -> str:
    """What the customer gets and what is kept, without his own words."""
    said = decision.reply.text if decision.reply is not None else ""
    said = re.sub("‘[^’]*’[은는을를이가]?(?:으로|로)?", "‘’", said)
    question, change = decision.state.question, decision.ticket
    return " | ".join(
        (
            said,
            f"{question.kind} {question.intents}" if question is not None else "",
            f"{type(change).__name__} {getattr(change, 'category', '')}" if change else "",
            " ".join(sorted(decision.state.memory.details)),
        )
    )


def main() -> None:
    """Print for each misspelling how many of the lines that it changes are answered otherwise."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=1, help="every so many-th conversation")
    parser.add_argument("--show", type=int, default=3, help="lines of each misspelling")
    args = parser.parse_args()
    faq = intents.load(FAQ)
    matcher = Matcher(faq, meaning=None)
    for name, spell in MISSPELLINGS.items():
        found, tried = differing(spell, faq, matcher, args.every)
        print(f"{name:18} {len(found):4} of {tried:5} ({len(found) / max(1, tried):.1%})")
        for one in found[: args.show]:
            print(f"    {one.talk}: {one.line!r}, {one.misspelled!r}")
            print(f"        {one.answer!r}\n        {one.other!r}")


if __name__ == "__main__":
    main()
