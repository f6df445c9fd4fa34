"""The matcher's speed and memory by the size of the FAQ, beside rapidfuzz's `extractOne`.

`python -m benchmarks.matcher [--sizes 600 5000 100000] [--lines 400]`

Phrases and customers' lines are made of the shipped FAQ's words in random order, five phrases an
entry; every size runs in a process of its own, for its memory. `by letters` is what the event loop
pays for every line; `with meaning` is the whole path with the bundled model, in a thread, and only
for lines that the letters leave open. What counts is the ratio to `extractOne`, which compares a
line with every phrase and knows no entries, on the same data in the same run.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from time import perf_counter

from rapidfuzz import fuzz, process

import intents
from bot.terminal import percentile
from intents import Faq, Intent, Matcher, Meaning, embedding

FAQ = Path(__file__).parent.parent / "faq.yaml"
SHIPPED = 0  # as a size: the shipped FAQ as it is
PHRASES_OF_AN_ENTRY = 5
MOST_EMBEDDED = 1_000  # phrases: more would take the benchmark minutes, not the matcher


def words() -> list[str]:
    """The words of the shipped FAQ's phrases, as often as they are there."""
    faq = intents.load(FAQ)
    return [word for entry in faq.intents for line in entry.phrases for word in line.split()]


def lines(count: int, seed: int) -> list[str]:
    """Lines of three to seven words, all different, the same in every run."""
    chance = random.Random(seed)  # noqa: S311 - repeatable data, not a secret
    known = words()
    made: dict[str, None] = {}
    while len(made) < count:
        made[" ".join(chance.choices(known, k=chance.randint(3, 7)))] = None
    return list(made)


def faq_of(size: int) -> Faq:
    """A FAQ of `size` phrases."""
    if size == SHIPPED:
        return intents.load(FAQ)
    phrases = lines(size, seed=1)
    return Faq(
        intents=tuple(
            Intent(id=f"e{at}", title="", phrases=tuple(phrases[at : at + 5]), answer="네")
            for at in range(0, size, PHRASES_OF_AN_ENTRY)
        )
    )


def times(call: Callable[[str], object], texts: Sequence[str]) -> dict[str, float]:
    """p50 and p99 of a call, in milliseconds."""
    spent = []
    for text in texts:
        started = perf_counter()
        call(text)
        spent.append((perf_counter() - started) * 1_000)
    return {"p50": percentile(spent, 50), "p99": percentile(spent, 99)}


def megabytes() -> float:
    """The most memory this process has held so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure(size: int, count: int) -> dict[str, object]:
    """One size, in this process."""
    faq = faq_of(size)
    texts = lines(count, seed=2)
    Matcher(faq_of(50), meaning=None)  # what a process pays once: imports and the shipped lines
    before, started = megabytes(), perf_counter()
    matcher = Matcher(faq, meaning=None)
    built, held = perf_counter() - started, megabytes() - before
    result: dict[str, object] = {
        "phrases": sum(len(entry.phrases) for entry in faq.intents),
        "build": built,
        "megabytes": held,
        "letters": times(matcher.glance, texts),
    }
    phrases = [phrase for entry in faq.intents for phrase in entry.phrases]
    few = texts[: max(20, count * 1_000 // max(len(phrases), 1_000))]
    result["rapidfuzz"] = times(
        lambda text: process.extractOne(text, phrases, scorer=fuzz.ratio), few
    )
    model = embedding.bundled()
    if model is not None and len(phrases) <= MOST_EMBEDDED:
        deep = Matcher(faq, meaning=Meaning(model))
        result["meaning"] = times(lambda text: deep.glance(text).deepen(), texts[:200])
        result["megabytes_with_meaning"] = megabytes() - before
    return result


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[SHIPPED, 1_000, 5_000, 100_000])
    parser.add_argument("--lines", type=int, default=400)
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.one is not None:
        print(json.dumps(measure(args.one, args.lines)))
        return
    print(
        "  phrases  build s   MB | by letters p50    p99 | extractOne p50    p99 |"
        " ratio | meaning p50    p99"
    )
    for size in args.sizes:
        command = [sys.executable, "-m", "benchmarks.matcher", "--one", str(size)]
        done = subprocess.run(
            [*command, "--lines", str(args.lines)], check=True, capture_output=True, text=True
        )
        print(row(json.loads(done.stdout)))


def row(result: dict[str, dict[str, float]]) -> str:
    """One line of the table; times in milliseconds."""
    own, other = result["letters"], result["rapidfuzz"]
    deep = result.get("meaning")
    shown = (
        f"{result['phrases']:9,}{result['build']:9.2f}{result['megabytes']:5.0f} |"
        f"{own['p50']:15.3f}{own['p99']:7.3f} |{other['p50']:15.3f}{other['p99']:7.3f} |"
        f"{own['p50'] / other['p50']:6.2f} |"
    )
    return shown + (f"{deep['p50']:12.1f}{deep['p99']:7.1f}" if deep else "           -      -")


if __name__ == "__main__":
    main()
