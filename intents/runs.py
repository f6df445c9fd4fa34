"""How often letters stand beside each other in lines that are spelled well."""

from collections import Counter
from collections.abc import Iterable, Iterator
from math import log
from typing import Final

EDGE: Final = "\n"  # stands before and behind a line, and in no normalised one
LONGEST: Final = 300  # characters of a line that is mended, some hundredths of a millisecond each
#: What a letter that was never seen counts, and how many of these there are.
_STRANGE: Final = 0.1
_STRANGERS: Final = 2_000


class Runs:
    """Counts runs of one to three letters, spaces aside. Read-only after construction."""

    def __init__(self, lines: Iterable[str], base: "Runs | None" = None) -> None:
        """`lines` are normalised; `base` knows others already, and has no base of its own."""
        self._base = base
        letters = [line.replace(" ", "") for line in lines]
        joined = f"{EDGE}{(EDGE * 2).join(letters)}{EDGE * 2}"
        runs = Counter(joined[at : at + 3] for at in range(len(joined) - 2))
        # Every letter begins a run of three: so often it was seen, and each two.
        seen: Counter[str] = Counter()
        for run, times in runs.items():
            seen[run[0]] += times
            seen[run[:2]] += times
        self._letters = seen.total() // 2
        del seen[EDGE * 2]
        seen.update({run: times for run, times in runs.items() if EDGE * 2 not in run})
        seen[EDGE] = len(letters)
        self._seen = dict(seen)
        #: By a run: how many different letters came behind it.
        self._next = dict(Counter(run[:-1] for run in seen if len(run) > 1))

    def count(self, run: str, own: int = 1) -> int:
        """How often a run was seen; in lines that the base does not know counts `own`."""
        known = self._base._seen.get(run, 0) if self._base is not None else 0
        return own * self._seen.get(run, 0) + known

    def holds(self, run: str) -> bool:
        """Whether a run was seen."""
        return run in self._seen or (self._base is not None and run in self._base._seen)

    def letters(self) -> Iterator[str]:
        """Every letter that was seen, some of them twice."""
        for runs in (self, self._base):
            if runs is not None:
                yield from (run for run in runs._seen if len(run) == 1)

    def likelihood(self, letter: str, before: str) -> float:
        """How likely `letter` follows the two letters `before`, from 0 to 1.

        What was seen behind longer runs counts the more, the fewer kinds came behind them (Witten
        and Bell, The zero-frequency problem, 1991).
        """
        whole = self._letters + (self._base._letters if self._base is not None else 0)
        likely = (self.count(letter) + _STRANGE) / (whole + _STRANGE * _STRANGERS)
        for run in (before[-1:], before):
            times = self.count(run)
            if times:
                kinds = self._next.get(run, 0)
                if self._base is not None:
                    kinds += self._base._next.get(run, 0)
                kinds = max(1, kinds)  # behind the end of a line nothing came
                likely = (self.count(run + letter) + kinds * likely) / (times + kinds)
        return likely

    def worth(self, line: str) -> float:
        """The log likelihood of a line from its third letter on, as far as its end (`EDGE`)."""
        end = line.find(EDGE, 2)
        last = len(line) if end < 0 else end + 1
        return sum(log(self.likelihood(line[at], line[at - 2 : at])) for at in range(2, last))


class Unspaced:
    """A text without its spaces, of which letters are changed; with them it is whole again."""

    def __init__(self, text: str) -> None:
        self._letters = list(text)
        #: Of each letter of the line, the two edges before it aside, where in the text it stands.
        self.places = [at for at, letter in enumerate(text) if not letter.isspace()]
        #: The letters between two edges on either side.
        self.line = [EDGE, EDGE, *(text[at] for at in self.places), EDGE, EDGE]

    def whole(self) -> str:
        """The text as it is now."""
        for place, letter in zip(self.places, self.line[2:-2], strict=True):
            self._letters[place] = letter
        return "".join(self._letters)
