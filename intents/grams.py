"""Entries as bags of letter n-grams: TF-IDF centroids in an inverted index.

Lucene-style weights with a smoothed idf, so that one entry alone still has a score. Letters (jamo)
instead of words: Korean glues particles and endings to its words, and typos change a letter.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Final

import numpy as np
from numpy.typing import NDArray

# Pairs of letters part little and cost a quarter of the time; choseong are whole syllables, so two
# of them already say much.
SHORTEST: Final = 3
SHORTEST_OF_INITIALS: Final = 2
LONGEST: Final = 5
# Grams in more than so many entries part nothing and cost most of the time: they have no postings.
_COMMON: Final = 0.2
_COMMON_FROM: Final = 25  # entries

_Floats = NDArray[np.float64]


class GramIndex:
    """Cosine similarity of a text to each entry as a whole. Read-only after construction.

    The postings of all grams lie one behind the other in two arrays (entry, share); a gram's row
    says where its own begin and how many they are.
    """

    def __init__(self, entries: Sequence[Iterable[str]], shortest: int = SHORTEST) -> None:
        """`entries` are the phrases of each entry, in the letters that are compared."""
        self._shortest = shortest
        counts = [_count(phrases, shortest) for phrases in entries]
        spread = Counter(chain.from_iterable(counts))
        self._size = len(counts)
        self._unknown = self._rarity(0) ** 2
        idf = {gram: self._rarity(found) for gram, found in spread.items()}
        self._rows = {gram: row for row, gram in enumerate(idf)}
        self._squared = np.array(list(idf.values())) ** 2
        postings = self._invert(counts, idf)
        of_gram = [postings.get(gram, ()) for gram in idf]
        self._lengths = np.array([len(pairs) for pairs in of_gram], np.intp)
        self._starts = np.cumsum(self._lengths) - self._lengths
        self._entries = np.array([entry for pairs in of_gram for entry, _ in pairs], np.intp)
        self._shares = np.array([share for pairs in of_gram for _, share in pairs], np.float64)

    def similarities(self, letters: str) -> _Floats:
        """The cosine, 0 to 1, of `letters` to each entry, in the order of the entries."""
        grams = _grams(letters, self._shortest)
        # Sorted: sums of floats depend on their order, and a set of strings has none.
        known = sorted(row for gram in grams if (row := self._rows.get(gram)) is not None)
        if not known:
            return np.zeros(self._size)
        rows = np.array(known, np.intp)
        squared = float(self._squared[rows].sum()) + (len(grams) - len(known)) * self._unknown
        places = self._places(rows)
        sums = np.bincount(self._entries[places], self._shares[places], self._size)
        return np.divide(sums, math.sqrt(squared))

    def _places(self, rows: NDArray[np.intp]) -> NDArray[np.intp]:
        """Where the postings of these rows lie, row after row."""
        lengths = self._lengths[rows]
        shifts = self._starts[rows] - (np.cumsum(lengths) - lengths)
        return np.repeat(shifts, lengths) + np.arange(lengths.sum())

    def _rarity(self, found: float) -> float:
        return math.log((self._size + 1) / (found + 0.5))

    def _invert(
        self, counts: Sequence[Counter[str]], idf: Mapping[str, float]
    ) -> dict[str, list[tuple[int, float]]]:
        """Gram to its entries, and its normalised weight in each times the weight in a query."""
        postings: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
        damped = [math.log1p(n) for n in range(1 + max(_highest(counts), 0))]
        everywhere = self._rarity(max(_COMMON_FROM, self._size * _COMMON))
        for entry, count in enumerate(counts):
            weights = [(gram, damped[n] * idf[gram], idf[gram]) for gram, n in count.items()]
            norm = math.sqrt(sum(weight * weight for _, weight, _ in weights)) or 1.0
            for gram, weight, rarity in weights:
                if rarity > everywhere:
                    postings[gram].append((entry, weight * rarity / norm))
        return postings


def _highest(counts: Iterable[Counter[str]]) -> int:
    return max((max(count.values(), default=0) for count in counts), default=0)


def _count(phrases: Iterable[str], shortest: int) -> Counter[str]:
    """In how many phrases of an entry each gram is."""
    return Counter(chain.from_iterable(_grams(phrase, shortest) for phrase in phrases))


def _grams(letters: str, shortest: int) -> set[str]:
    return {
        letters[at : at + size]
        for size in range(shortest, LONGEST + 1)
        for at in range(len(letters) - size + 1)
    }
