"""How many lines end otherwise once something kind, a slip of spelling, or another way to say the
same is put in them.

`python -m benchmarks.kind_words [--every 12] [--show 3]`

What is said does not change by a greeting before it or thanks behind it, so the right end is known
without a label: the one that the bare line has. Where the two differ, one of them is wrong.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final

import intents
from benchmarks.first_lines import FAQ, Ending, endings, lines
from intents import Faq, Matcher

_PAST_LAST: Final = re.compile(r"(?<=[가-힣])([았었했왔갔됐졌렸났있없])어요(?=[\s.!]|$)")


def _negated(found: re.Match[str]) -> str:
    return "오지 않았" if found[0] == "안 왔" else "되지 않아"


#: By its name what is done to a line.
FRAMES: Final[Mapping[str, Callable[[str], str]]] = {
    "안녕하세요 …": "안녕하세요 {}".format,
    "수고하십니다 …": "수고하십니다 {}".format,
    "저기요 …": "저기요 {}".format,
    "문의드립니다 …": "문의드립니다. {}".format,
    "… 감사합니다": "{} 감사합니다".format,
    "… 확인 부탁드려요": "{} 확인 부탁드려요".format,
    "… ㅠㅠ": "{} ㅠㅠ".format,
    "… ㅋㅋ": "{}ㅋㅋ".format,
    "여": lambda line: line[:-1] + "여" if line.endswith("요") else line,
    "습니다": lambda line: _PAST_LAST.sub(r"\1습니다", line),
    "반말": lambda line: _PAST_LAST.sub(r"\1어", line),
    "않": lambda line: line.replace(" 안 ", " 않 "),
    "지 않": lambda line: re.sub(r"(?<=\s)안 (?:왔|돼)(?=[어요네])", _negated, line),
    "도착했": lambda line: re.sub(r"(?<=[이가] )왔(?=[어네는])", "도착했", line),
}


def differing(
    cases: list[tuple[str, str]], frame: Callable[[str], str], faq: Faq, matcher: Matcher
) -> Iterator[tuple[Ending, Ending]]:
    """The end of each line that ends otherwise in the frame, and its end there."""
    framed = [(topic, frame(line)) for topic, line in cases]
    changed = [at for at, case in enumerate(cases) if framed[at] != case]
    bare = endings([cases[at] for at in changed], faq, matcher)
    around = endings([framed[at] for at in changed], faq, matcher)
    for one, other in zip(bare, around, strict=True):
        if (one.how, one.entries) != (other.how, other.entries):
            yield one, other


def main() -> None:
    """Print for each frame how many of the lines that it changes end otherwise, and some."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=12, help="look at every so many-th line")
    parser.add_argument("--show", type=int, default=3, help="lines of each frame")
    args = parser.parse_args()
    faq = intents.load(FAQ)
    matcher = Matcher(faq)
    cases = lines(faq, every=args.every)
    for name, frame in FRAMES.items():
        changed = sum(frame(line) != line for _, line in cases)
        found = list(differing(cases, frame, faq, matcher))
        print(f"{name:16} {len(found):4} of {changed}")
        for one, other in found[: args.show]:
            print(f"        {other.line}: {one.how} {one.entries}, {other.how} {other.entries}")


if __name__ == "__main__":
    main()
