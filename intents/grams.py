"""Texts as bags of letter n-grams: TF-IDF in an inverted index, on arrays.

Lucene-style weights with a smoothed idf, so that one entry alone still has a score. Letters (jamo)
instead of words: Korean glues particles and endings to its words, and typos change a letter. A gram
is its 64-bit polynomial hash; among a million of them two collide once in thirty million FAQs.
"""

import math
from collections.abc import Sequence
from itertools import chain
from typing import Final

import numpy as np
from numpy.typing import NDArray

# Pairs of letters part little and cost a quarter of the time; choseong are whole syllables, so two
# of them already say much.
SHORTEST: Final = 3
SHORTEST_OF_INITIALS: Final = 2
LONGEST: Final = 5
# Grams in a larger share of the entries part nothing and cost most of the time: no postings.
COMMON: Final = 0.2
_COMMON_FROM: Final = 25  # entries
_BLOCK: Final = 256  # texts that are compared at a time: with more, the sums leave the caches
_MULTIPLIER: Final = np.uint64(0x9E3779B97F4A7C15)  # odd, and no letter's code is near it

Floats = NDArray[np.float64]
Grams = NDArray[np.uint64]
_Places = NDArray[np.intp]


class GramIndex:
    """Cosine similarity of a text to each entry as a whole. Read-only after construction.

    The postings of all grams lie one behind the other in two arrays (entry, share); a gram's row
    says where its own begin and how many they are.
    """

    def __init__(
        self, entries: Sequence[Sequence[str]], shortest: int = SHORTEST, common: float = COMMON
    ) -> None:
        """`entries` are the phrases of each entry, in the letters that are compared."""
        self._shortest = shortest
        self._size = len(entries)
        self._unknown = self._rarity(0) ** 2
        owners, grams = _grams_of_all(entries, shortest)
        self._grams, rows = np.unique(grams, return_inverse=True)
        # Every gram of every entry once, with the number of the entry's phrases that have it.
        pairs, counts = np.unique(rows * self._size + owners, return_counts=True)
        row, entry = np.divmod(pairs, max(self._size, 1))
        spread = np.bincount(row, minlength=len(self._grams))
        idf = np.log((self._size + 1) / (spread + 0.5))
        self._squared = idf**2
        weights = np.log1p(counts) * idf[row]
        norms = np.sqrt(np.bincount(entry, weights**2, self._size))
        shares = weights * idf[row] / np.maximum(norms, 1e-12)[entry]
        kept = idf[row] > self._rarity(max(_COMMON_FROM, self._size * common))
        self._entries, self._shares = entry[kept], shares[kept]
        self._lengths = np.bincount(row[kept], minlength=len(self._grams))
        self._starts = np.cumsum(self._lengths) - self._lengths

    def similarities(self, letters: str) -> Floats:
        """The cosine, 0 to 1, of `letters` to each entry, in the order of the entries."""
        return self.compare(grams_of(letters, self._shortest))

    def compare(self, grams: Grams) -> Floats:
        """The same for the grams of a text, each once: `grams_of` it."""
        rows = self._rows(grams)
        if not len(rows):
            return np.zeros(self._size)
        places = self._places(rows)
        sums = np.bincount(self._entries[places], self._shares[places], self._size)
        return np.divide(sums, self._length(rows, grams))

    def table(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """The cosines (texts, entries) of many texts at once: a third of the time."""
        found = np.zeros((len(texts), self._size), np.float32)
        for start in range(0, len(texts), _BLOCK):
            grams = [grams_of(text, self._shortest) for text in texts[start : start + _BLOCK]]
            rows = [self._rows(own) for own in grams]
            lengths = [self._length(*both) for both in zip(rows, grams, strict=True)]
            places = self._places(np.concatenate(rows))
            hits = [int(self._lengths[own].sum()) for own in rows]
            cells = self._entries[places] + np.repeat(np.arange(len(rows)) * self._size, hits)
            sums = np.bincount(cells, self._shares[places], len(rows) * self._size)
            block = sums.reshape(len(rows), self._size)
            found[start : start + _BLOCK] = block / np.array(lengths)[:, np.newaxis]
        return found

    def _length(self, rows: _Places, grams: Grams) -> float:
        """The length of a text as a vector; `rows` are those of its grams that are known."""
        unknown = (len(grams) - len(rows)) * self._unknown
        return math.sqrt(float(self._squared[rows].sum()) + unknown) or 1.0

    def _rows(self, grams: Grams) -> _Places:
        """The rows of those of the grams that are known, in their order."""
        if not len(self._grams):
            return np.zeros(0, np.intp)
        near = np.searchsorted(self._grams, grams)
        near[near == len(self._grams)] = 0
        return np.asarray(near[self._grams[near] == grams])

    def _places(self, rows: _Places) -> _Places:
        """Where the postings of these rows lie, row after row."""
        lengths = self._lengths[rows]
        shifts = self._starts[rows] - (np.cumsum(lengths) - lengths)
        return np.repeat(shifts, lengths) + np.arange(lengths.sum())

    def _rarity(self, found: float) -> float:
        return math.log((self._size + 1) / (found + 0.5))


def _grams_of_all(
    entries: Sequence[Sequence[str]], shortest: int
) -> tuple[NDArray[np.int64], Grams]:
    """The grams of all phrases, each once a phrase, and the entry of each."""
    phrases = [_hashes(phrase, shortest) for phrase in chain.from_iterable(entries)]
    owner_of_phrase = np.repeat(np.arange(len(entries)), [len(phrases) for phrases in entries])
    lengths = [len(grams) for grams in phrases]
    grams = np.concatenate(phrases) if phrases else np.zeros(0, np.uint64)
    phrase_of_gram = np.repeat(np.arange(len(phrases)), lengths)
    # Sorted by phrase and gram, so that doubles within a phrase stand beside each other.
    order = np.lexsort((grams, phrase_of_gram))
    grams, phrase_of_gram = grams[order], phrase_of_gram[order]
    first = np.ones(len(grams), bool)
    first[1:] = (grams[1:] != grams[:-1]) | (phrase_of_gram[1:] != phrase_of_gram[:-1])
    return owner_of_phrase[phrase_of_gram[first]], grams[first]


def grams_of(letters: str, shortest: int = SHORTEST) -> Grams:
    """The grams of `letters`, each once, by their hashes."""
    grams = _hashes(letters, shortest)
    grams.sort()
    return grams[np.concatenate(([True], grams[1:] != grams[:-1]))] if len(grams) else grams


def _hashes(letters: str, shortest: int) -> Grams:
    """Every gram of `letters`, doubles included."""
    codes = np.frombuffer(letters.encode("utf-32-le", "surrogatepass"), "<u4").astype(np.uint64)
    if len(codes) < shortest:
        return np.zeros(0, np.uint64)
    running, found = codes, []
    for size in range(2, min(LONGEST, len(codes)) + 1):
        running = running[:-1] * _MULTIPLIER + codes[size - 1 :]
        if size >= shortest:
            found.append(running)
    return np.concatenate(found)
