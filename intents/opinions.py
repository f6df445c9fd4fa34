"""Opinions on which entry a line means: by its letters, by letters and meaning, entry by entry."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from intents import confidence
from intents.calibration import LETTERS, MEANING
from intents.embedding import Vectors
from intents.grams import GramIndex, grams_of
from intents.kernel import MEANING_WEIGHT, Floats, likeness
from intents.knowledge import Knowledge, direct
from intents.machine import Lesson, Machine

Flags = NDArray[np.bool_]
Owners = NDArray[np.intp]

_COMMON: Final = 0.05  # of the phrases; with 0.2 matching takes twice as long, no better
_TRIED: Final = 300  # phrases that the calibration looks at: more change it by nothing
_SHORTLIST: Final = 5  # entries whose phrases are compared one by one
_NEAREST_WEIGHT: Final = 0.2  # of the nearest phrase beside the entry; 0.1 to 0.3 are alike


@dataclass(frozen=True, slots=True)
class Opinion:
    """The chance that a line means each entry, and the place of each entry's nearest phrase."""

    chances: Floats  # (entries,)
    nearest: Owners  # (entries,)


class Letters:
    """Every phrase weighed by its letters."""

    def __init__(self, phrases: Sequence[str], owners: Owners, knowledge: Knowledge) -> None:
        """`phrases` in the letters that are compared, entry by entry."""
        self.knowledge = knowledge
        self.owners = owners
        self.entries = int(owners.max(initial=-1)) + 1
        strangers = knowledge.sounds[len(knowledge.sounds) - len(knowledge.strangers) :]
        lines = (*phrases, *strangers)
        self._index = GramIndex([(line,) for line in lines], common=_COMMON)
        cosines = self.cosines(lines)
        # Common grams have no postings but count in a line's length: the two ways differ a little.
        self.own: Floats = (cosines + cosines.T) * np.float32(0.5)
        np.fill_diagonal(self.own, 1)
        self.tried: Owners = np.linspace(0, len(owners) - 1, min(_TRIED, len(owners))).astype(
            np.intp
        )
        self.tried_bank = knowledge.cosines([phrases[at] for at in self.tried.tolist()])
        self.sample = self.cosines([knowledge.sounds[at] for at in knowledge.sample.tolist()])
        self._machine = self._learn()

    def cosines(self, lines: Sequence[str]) -> Floats:
        """A row for each line, a column for each phrase and then for each stranger."""
        return self._index.table(lines)

    def compare(self, letters: str) -> tuple[Floats, Floats]:
        """The cosines of a line to the phrases and strangers, and to the bank's lines."""
        grams = grams_of(letters)
        own = self._index.compare(grams).astype(np.float32)
        return own, self.knowledge.compare(grams)

    def judge(self, letters: str, counted: Flags | None = None) -> Opinion:
        """The opinion on a line; entries that are not `counted` get nothing."""
        own, bank = self.compare(letters)
        return self.conclude(self._machine, likeness(own), likeness(bank), counted)

    def conclude(
        self, machine: Machine, alike: Floats, bank: Floats, counted: Flags | None
    ) -> Opinion:
        """The opinion of `machine` on one line, from its likeness to the FAQ's and the bank's."""
        nearest = nearest_phrases(alike[: len(self.owners)], self.owners, self.entries)
        return Opinion(machine.confidences(alike, bank, counted), nearest)

    def _learn(self) -> Machine:
        return Lesson(
            own=likeness(self.own),
            owners=self.owners,
            entries=self.entries,
            bank=self.knowledge.solved.letters,
            sample=likeness(self.sample),
            sample_topics=self.knowledge.topic_of[self.knowledge.sample],
            tried=self.tried,
            tried_bank=likeness(self.tried_bank),
            odds=LETTERS,
        ).learn()


class Meanings:
    """Every phrase weighed by its letters and its meaning together."""

    def __init__(self, letters: Letters, vectors: Vectors, *, bundled: bool) -> None:
        """`vectors` of the phrases and then of the strangers, of unit length.

        `bundled`: they are the bundled model's, so the bank's meaning can be used too.
        """
        self._letters = letters
        knowledge = letters.knowledge
        solved = knowledge.solved
        phrases = vectors[: len(letters.owners)]
        self._centre: Vectors = solved.centre if bundled else phrases.mean(axis=0)
        self._directions = direct(vectors, self._centre)
        self._bank = knowledge.directions if bundled else None
        own = self._directions
        sample, tried = likeness(letters.sample), likeness(letters.tried_bank)
        if self._bank is not None:
            sample = _join(letters.sample, self._bank[knowledge.sample] @ own.T)
            tried = _join(letters.tried_bank, own[letters.tried] @ self._bank.T)
        self._machine = Lesson(
            own=_join(letters.own, own @ own.T),
            owners=letters.owners,
            entries=letters.entries,
            bank=solved.joint if bundled else solved.letters,
            sample=sample,
            sample_topics=knowledge.topic_of[knowledge.sample],
            tried=letters.tried,
            tried_bank=tried,
            odds=MEANING,
        ).learn()

    def judge(self, letters: str, vector: Vectors, counted: Flags | None = None) -> Opinion:
        """The opinion on a line and its vector."""
        meant = direct(vector, self._centre)
        own, cosines = self._letters.compare(letters)
        alike = _join(own, self._directions @ meant)
        bank = likeness(cosines) if self._bank is None else _join(cosines, self._bank @ meant)
        return self._letters.conclude(self._machine, alike, bank, counted)


def _join(letters: Floats, meaning: Floats) -> Floats:
    """The likeness in both views, from the cosines in each."""
    joined: Floats = likeness(letters) + np.float32(MEANING_WEIGHT) * likeness(meaning)
    return joined


class Entries:
    """Every entry as a whole, for FAQs too large to weigh each phrase in a millisecond."""

    def __init__(self, entries: Sequence[Sequence[str]]) -> None:
        """`entries` are the phrases of each, in the letters that are compared."""
        self._index = GramIndex(entries)
        self._entries = entries
        lengths = [len(phrases) for phrases in entries]
        self._starts: Owners = np.asarray(np.cumsum(lengths) - lengths, np.intp)

    def judge(self, letters: str, counted: Flags | None = None) -> Opinion:
        """The opinion on a line: chances for the best five, nothing for the others.

        Plain edit similarity with phrases: partial and weighted ratios find Korean endings in
        everything.
        """
        cosines = self._index.similarities(letters)
        if counted is not None:
            cosines = np.where(counted, cosines, 0.0)
        order = np.argpartition(-cosines, min(_SHORTLIST, len(cosines) - 1))[:_SHORTLIST]
        best = sorted((at for at in order.tolist() if cosines[at] > 0), key=lambda at: -cosines[at])
        chances = np.zeros(len(self._entries), np.float32)
        nearest = self._starts.copy()
        if not best:
            return Opinion(chances, nearest)
        found = [process.extractOne(letters, self._entries[at], scorer=fuzz.ratio) for at in best]
        scores = [
            (1 - _NEAREST_WEIGHT) * float(cosines[at]) + _NEAREST_WEIGHT * near / 100
            for at, (_, near, _) in zip(best, found, strict=True)
        ]
        top = int(np.argmax(scores))
        ours = confidence.scope(float(cosines[best[top]]), found[top][1] / 100)
        chances[best] = ours * np.array(confidence.shares(scores))
        nearest[best] += [place for _, _, place in found]
        return Opinion(chances, nearest)


def nearest_phrases(alike: Floats, owners: Owners, entries: int) -> Owners:
    """The place of each entry's phrase that is most alike (phrases stand entry by entry)."""
    starts = np.searchsorted(owners, np.arange(entries))
    best = np.maximum.reduceat(alike, starts)
    hits = np.flatnonzero(alike == best[owners])
    nearest = np.zeros(entries, np.intp)
    nearest[owners[hits[::-1]]] = hits[::-1]
    return nearest
