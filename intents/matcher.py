"""Text in, verdict out: which entry of the FAQ a customer means."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from operator import attrgetter

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from intents.confidence import Verdict, scope, shares, verdict
from intents.faq import Faq
from intents.grams import SHORTEST_OF_INITIALS, GramIndex
from intents.normalize import abbreviation, initials, normalize, sounds
from intents.repairs import Mended, Mender

_Floats = NDArray[np.float64]

_SHORTLIST = 5  # entries whose phrases are compared one by one
_CANDIDATES = 5
_NEAREST_WEIGHT = 0.2  # of the nearest phrase against the entry as a whole; 0.1 to 0.3 are alike
_SURE = 0.99  # the customer said a phrase of the FAQ itself


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry that may be meant; `phrase` is the phrase of it nearest to the text."""

    intent_id: str
    confidence: float
    phrase: str


@dataclass(frozen=True, slots=True)
class Match:
    """The verdict on one text; candidates by falling confidence, at most five.

    `text` is what was compared; `repairs` says in Korean what was mended before.
    """

    verdict: Verdict
    candidates: tuple[Candidate, ...]
    repairs: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A phrase as it is shown and as it is compared."""

    text: str
    sounds: str
    initials: str


@dataclass(frozen=True, slots=True)
class _Scored:
    """An entry against a text: as a whole, by its nearest phrase, and both together."""

    entry: int
    cosine: float
    nearest: float
    score: float
    phrase: str


class Matcher:
    """Matches texts with one FAQ. Read-only after construction: share it between threads."""

    def __init__(self, faq: Faq) -> None:
        self._ids = [intent.id for intent in faq.intents]
        self._phrases = [tuple(map(_phrase, intent.phrases)) for intent in faq.intents]
        self._mender = Mender.for_phrases(
            phrase for intent in faq.intents for phrase in intent.phrases
        )
        self._sounds = [[phrase.sounds for phrase in entry] for entry in self._phrases]
        self._initials = [[phrase.initials for phrase in entry] for entry in self._phrases]
        self._by_sounds = GramIndex(self._sounds)
        self._by_initials = GramIndex(self._initials, SHORTEST_OF_INITIALS)
        self._exact = self._said_exactly(faq)

    def match(self, text: str, *, without: Collection[str] = ()) -> Match:
        """The verdict on `text` (any string); entries whose ids are in `without` do not count."""
        plain = normalize(text)
        exact = self._said(plain, without)  # the store's own words need no repair
        mended = Mended(plain) if exact else self._mender.mend(text, plain)
        exact = exact or self._said(mended.text, without)
        if len(exact) == 1:
            return Match("answer", _sure(exact, ()), mended.repairs, mended.text)
        scored = self._rank(mended.text, without)
        candidates = _sure(exact, self._judge(scored)) if exact else self._judge(scored)
        return Match(
            verdict([candidate.confidence for candidate in candidates]),
            candidates,
            mended.repairs,
            mended.text,
        )

    def _said_exactly(self, faq: Faq) -> dict[str, dict[str, str]]:
        """Squashed phrase to the entries that have it, each with the phrase as written."""
        exact: defaultdict[str, dict[str, str]] = defaultdict(dict)
        for intent in faq.intents:
            for phrase in intent.phrases:
                exact[_squashed(normalize(phrase))].setdefault(intent.id, phrase)
        exact.pop("", None)
        return dict(exact)

    def _said(self, text: str, without: Collection[str]) -> dict[str, str]:
        owners = self._exact.get(_squashed(text), {})
        return {owner: phrase for owner, phrase in owners.items() if owner not in without}

    def _rank(self, text: str, without: Collection[str]) -> list[_Scored]:
        """The best entries for a normalised text, best first."""
        letters = sounds(text)
        short = abbreviation(text)
        cosines = self._cosines(letters, short)
        best = self._shortlist(cosines, without)
        key = short if short and short == _squashed(text) else ""
        scored = [self._score(entry, float(cosines[entry]), letters, key) for entry in best]
        return sorted(scored, key=attrgetter("score"), reverse=True)[:_CANDIDATES]

    def _shortlist(self, cosines: _Floats, without: Collection[str]) -> list[int]:
        """The entries nearest as a whole, best first; equal ones in the order of the FAQ."""
        best = np.argsort(-cosines, kind="stable")[: _SHORTLIST + len(without)].tolist()
        counted = [at for at in best if cosines[at] and self._ids[at] not in without]
        return counted[:_SHORTLIST]

    def _cosines(self, letters: str, short: str) -> _Floats:
        """By letters, and as far as the text is written in choseong by those."""
        if not short:
            return self._by_sounds.similarities(letters)
        weight = len(short) / len(letters) if letters else 1.0
        spelled = self._by_sounds.similarities(letters)
        abbreviated = self._by_initials.similarities(short)
        return (1 - weight) * spelled + weight * abbreviated

    def _score(self, entry: int, cosine: float, letters: str, short: str) -> _Scored:
        """An entry with its nearest phrase; a text of choseong only is compared by those.

        Plain edit similarity: partial and weighted ratios find Korean endings in everything.
        """
        if short:
            found = process.extractOne(short, self._initials[entry], scorer=fuzz.ratio)
        else:
            found = process.extractOne(letters, self._sounds[entry], scorer=fuzz.ratio)
        nearest, place = found[1] / 100, found[2]
        score = (1 - _NEAREST_WEIGHT) * cosine + _NEAREST_WEIGHT * nearest
        return _Scored(entry, cosine, nearest, score, self._phrases[entry][place].text)

    def _judge(self, scored: list[_Scored]) -> tuple[Candidate, ...]:
        if not scored:
            return ()
        ours = scope(scored[0].cosine, scored[0].nearest)
        parts = shares([found.score for found in scored])
        return tuple(
            Candidate(self._ids[found.entry], ours * part, found.phrase)
            for found, part in zip(scored, parts, strict=True)
        )


def _phrase(text: str) -> _Phrase:
    plain = normalize(text)
    return _Phrase(text, sounds(plain), initials(plain))


def _squashed(normalized: str) -> str:
    return normalized.replace(" ", "")


def _sure(exact: dict[str, str], others: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """The owners of a phrase that was said word for word, the others behind with what is left."""
    sure = [Candidate(owner, _SURE / len(exact), phrase) for owner, phrase in exact.items()]
    left = 1 - _SURE
    rest = [
        Candidate(other.intent_id, other.confidence * left, other.phrase)
        for other in others
        if other.intent_id not in exact
    ]
    return (*sure, *rest)[:_CANDIDATES]
