"""With which entry lines end once the dialogue's rules had their say, beside where they belong.

`python -m benchmarks.first_lines [--cases lines.tsv] [--show 5] [--every 1]`

Each line (topic, line) is a new customer's first one, read by letters and, where these leave it
open, by meaning, as a server does. It ends well when what was answered, offered, filed or listed is
of its topic's entry. The matcher may know better than the rules behind it: what they took away
stands in the list below, by what became of it. Without `--cases` these are the lines that ship for
the topics of the shipped FAQ. Some differences are meant: who wants money back for broken goods
complains of the goods.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import intents
from bot.dialog import decide
from bot.model import Decision, FileTicket, Incoming, State
from bot.terminal import understand
from intents import Faq, Matcher

ROOT = Path(__file__).parent.parent
FAQ = ROOT / "faq.yaml"
#: With the marks that end a sentence, which the matcher drops and the rules read.
LINES = ROOT / "intents" / "bank" / "store.tsv"
START = datetime(2026, 11, 25, 6, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Ending:
    """What became of a line: how it ended, and with which entries."""

    topic: str
    line: str
    how: str
    entries: tuple[str, ...]

    @property
    def is_well(self) -> bool:
        """Whether the topic's entry is among them."""
        return self.topic in self.entries


def lines(faq: Faq, path: Path = LINES, every: int = 1) -> list[tuple[str, str]]:
    """(entry, line) of every so many-th line of a file whose topic is an entry of this FAQ."""
    known = {entry.id for entry in faq.intents}
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line)
    told = ((row[0].split(".")[0], row[-1]) for row in rows)
    return [(topic, line) for topic, line in told if topic in known][::every]


def endings(cases: Iterable[tuple[str, str]], faq: Faq, matcher: Matcher) -> Iterator[Ending]:
    """What becomes of each line."""
    for topic, line in cases:
        understood = understand(matcher, line)
        match = understood.match
        heard = Incoming(channel="web", customer="c", text=line, read=understood.read)
        best = match.candidates[0].intent_id if match.candidates else ""
        yield Ending(topic, line, *_ended(decide(State(), heard, match, faq, START), best))


def _ended(decision: Decision, best: str) -> tuple[str, tuple[str, ...]]:
    if isinstance(decision.ticket, FileTicket):
        return "filed", (decision.ticket.intent_id or "",)
    question = decision.state.question
    if question is not None and question.kind == "choose":
        return "listed", question.intents
    if question is not None and question.kind == "file" and not question.intents:
        return "offered a person", ()
    if question is not None and question.intents:
        return "offered", question.intents[:1]
    return "answered", (decision.state.memory.intent or best,)


def main() -> None:
    """Print the share that ends well, and the rest by what became of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=Path, default=LINES, help="lines of topic, TAB, line")
    parser.add_argument("--show", type=int, default=5, help="lines of each kind")
    parser.add_argument("--every", type=int, default=1, help="look at every so many-th line")
    args = parser.parse_args()
    faq = intents.load(FAQ)
    found = list(endings(lines(faq, args.cases, args.every), faq, Matcher(faq)))
    well = sum(one.is_well for one in found)
    print(f"{well} of {len(found)} lines ({well / len(found):.1%}) end with their entry")
    missed: defaultdict[str, list[str]] = defaultdict(list)
    for one in found:
        if not one.is_well:
            missed[f"{one.topic}: {one.how} {', '.join(one.entries)}"].append(one.line)
    for kind, some in sorted(missed.items(), key=lambda kind: -len(kind[1])):
        print(
            f"{len(some):4}  {kind}", *(f"        {line}" for line in some[: args.show]), sep="\n"
        )


if __name__ == "__main__":
    main()
