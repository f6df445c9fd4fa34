"""Text in, verdict out: which entry of the FAQ a customer means."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from math import log
from types import EllipsisType
from typing import Final

import numpy as np
from numpy.typing import NDArray

from intents import bank
from intents.clauses import is_asked, parts
from intents.closings import before_closing, is_wanted
from intents.companies import Companies
from intents.confidence import CHOICES, THRESHOLDS, Verdict
from intents.faq import Faq
from intents.knowledge import shipped
from intents.meaning import Meaning, bundled_meaning
from intents.normalize import normalize, sounds
from intents.opinions import Entries, Letters, Meanings, Opinion
from intents.reading import Reading
from intents.repairs import WRONG_KEYBOARD, Mended, Mender

_Flags = NDArray[np.bool_]

_CANDIDATES: Final = 5
_OTHERS_SHARE: Final = 0.5  # of a confidence, where another company is named: ask, do not answer
_SURE: Final = 0.99  # the customer said a phrase of the FAQ itself
_LIKELY: Final = 0.5  # of a question beside another that is sure: answered, not dropped
# Whether a sentence beside the whole wants something of its own. A logistic regression over 2,600
# sentences: of stories about one thing, and of lines about two that were put together.
_OF_SHARE: Final = 0.47  # weighs the log of what the whole gives the sentence's entry
_LEAST_SHARE: Final = 1e-4
_IF_ASKED: Final = 1.3
_STANDS: Final = -0.6
_LONGEST_ASKED: Final = 50  # characters of a message that the model reads, a millisecond each
_LONGEST_READ: Final = 300  # characters of a text that may be in the wrong keyboard mode
_MOST_BY_LETTERS: Final = 2_000  # phrases: with more, weighing each costs more than a millisecond
_MOST_BY_MEANING: Final = 6_000  # phrases: with more, learning takes minutes and gigabytes


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry that may be meant; `phrase` is the phrase of it nearest to the text."""

    intent_id: str
    confidence: float
    phrase: str


@dataclass(frozen=True, slots=True)
class Match:
    """The verdict on one text; candidates by falling confidence, at most five.

    `text` is what was compared; `repairs` says in Korean what was mended before. `also` are the
    entries of further requests in the same message, in its order, each sure enough to be answered.
    `told` is what the part of it is surely about that was to be looked at by itself, if any;
    `halves` are the verdicts on a matter and on the question behind it, where it was parted so.
    """

    verdict: Verdict
    candidates: tuple[Candidate, ...]
    repairs: tuple[str, ...]
    text: str
    also: tuple[Candidate, ...] = ()
    told: Candidate | None = None
    halves: tuple[Match, Match] | None = None

    @property
    def wrong_keyboard(self) -> bool:
        """Whether Korean was typed with the keyboard in Latin mode (`ghksqnf`)."""
        return any(note.startswith(WRONG_KEYBOARD) for note in self.repairs)


@dataclass(frozen=True, slots=True)
class Glance:
    """The verdict by letters alone, made in less than a millisecond.

    `settled`: a second look would change nothing. Otherwise `deepen` takes it: tens of
    milliseconds, so never on an event loop. It raises EmbeddingError when the model fails.
    """

    match: Match
    settled: bool
    deepen: Callable[[], Match] = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class _Look:
    """A glance at one sentence; `ask` takes what the model shall read in place of the sentence."""

    match: Match
    settled: bool
    ask: Callable[[str], Match]


class Matcher:
    """Matches texts with one FAQ. Read-only after construction: share it between threads."""

    def __init__(self, faq: Faq, *, meaning: Meaning | EllipsisType | None = ...) -> None:
        """`meaning`: the second opinion; by default the bundled model where there is one.

        Embeds every phrase that `meaning` does not know yet, 20 ms each; raises EmbeddingError
        where it cannot.
        """
        entries = [intent for intent in faq.intents if intent.phrases]
        self._ids = [intent.id for intent in entries]
        self._phrases = [phrase for intent in entries for phrase in intent.phrases]
        plain = [normalize(phrase) for phrase in self._phrases]
        letters = [sounds(line) for line in plain]
        counts = [len(intent.phrases) for intent in entries]
        owners = np.repeat(np.arange(len(entries)), counts)
        self._exact = _said_exactly(plain, self._phrases, [self._ids[at] for at in owners])
        self._thresholds = THRESHOLDS[faq.caution]
        self._small_talk = frozenset(intent.id for intent in entries if not intent.listed)
        knowledge = shipped()
        self._mender = Mender(plain, knowledge.vocabulary, bank.loanwords())
        answers = (intent.answer for intent in entries)
        self._companies = Companies(bank.companies(), (faq.store.name, *plain, *answers))
        self._reading = Reading(plain, knowledge)
        few = 0 < len(plain) <= _MOST_BY_LETTERS
        self._first: Letters | Entries = (
            Letters(letters, owners, knowledge) if few else Entries(_parted(letters, counts))
        )
        if isinstance(meaning, EllipsisType):
            meaning = bundled_meaning()
        self._meaning = meaning if 0 < len(plain) <= _MOST_BY_MEANING else None
        self._second: Meanings | None = None
        if self._meaning is not None:
            weighed = self._first
            if not isinstance(weighed, Letters):
                weighed = Letters(letters, owners, knowledge)
            vectors = self._meaning.vectors((*plain, *knowledge.strangers))
            self._second = Meanings(weighed, vectors, bundled=self._meaning.is_bundled)

    @staticmethod
    def texts(faq: Faq) -> tuple[str, ...]:
        """What `meaning` must know of a FAQ: its phrases and the shipped lines, normalised.

        Nothing for a FAQ too large to be matched by meaning.
        """
        phrases = [normalize(phrase) for intent in faq.intents for phrase in intent.phrases]
        if not 0 < len(phrases) <= _MOST_BY_MEANING:
            return ()
        return tuple(dict.fromkeys((*phrases, *shipped().strangers)))

    @property
    def has_meaning(self) -> bool:
        """Whether there is a second opinion."""
        return self._second is not None

    def readable(self, text: str) -> str:
        """`text` as it is meant: the wrong keyboard mode, syllables typed by ear, and spaces in
        words too long for one.
        """
        if text.isascii() and len(text) <= _LONGEST_READ:
            text = self._mender.typed(text)
        return self._reading.read(text)

    def match(self, text: str, *, without: Collection[str] = (), apart: str = "") -> Match:
        """The verdict on `text` (any string); entries whose ids are in `without` do not count.

        Takes tens of milliseconds where the letters leave it open and a model is there.
        """
        glance = self.glance(text, without=without, apart=apart)
        return glance.match if glance.settled else glance.deepen()

    def glance(self, text: str, *, without: Collection[str] = (), apart: str = "") -> Glance:
        """The verdict by letters alone, and the way to a second opinion.

        `apart`: a part of the text that is looked at by itself as well (`Match.told`), by letters.
        """
        seen = self._before_closing(text, without) or self._glance(text, without)
        look = self._look(apart, self._small_talk.union(without)).match if apart else None
        if look is None or look.verdict != "answer":
            return seen
        told, deepen = look.candidates[0], seen.deepen
        match = replace(seen.match, told=told)
        return replace(seen, match=match, deepen=lambda: replace(deepen(), told=told))

    def _before_closing(self, text: str, without: Collection[str]) -> Glance | None:
        """The verdict on what is thanked for in advance; a phrase of the store stands as it is."""
        rest = before_closing(text)
        if not rest or not is_wanted(rest, text) or self._said(normalize(text), without):
            return None
        seen = self._glance(rest, without)
        first = seen.match.candidates[0].intent_id if seen.match.verdict != "none" else ""
        return seen if first and first not in self._small_talk else None

    def _glance(self, text: str, without: Collection[str]) -> Glance:
        whole = self._look(text, without)
        pieces = parts(text)
        if not pieces or not self._ids:
            return Glance(whole.match, whole.settled, partial(whole.ask, ""))
        # A greeting before a request is none; it is answered when it is all there is.
        quiet = self._small_talk.union(without)
        looks = [self._look(piece, quiet).match for piece in pieces]
        asked = [is_asked(piece, text) for piece in pieces]
        match = self._gather(whole.match, looks, asked)
        gist = _gist(whole.match.text, looks)
        return Glance(match, whole.settled, lambda: self._gather(whole.ask(gist), looks, asked))

    def _gather(self, whole: Match, pieces: Sequence[Match], asked: Sequence[bool]) -> Match:
        """The verdict on a message of several sentences, from the whole and from each of them.

        The whole decides; where it is unsure, two sentences that each ask for something else do.
        What a sentence is about beside that is answered too, where it stands for itself: most of a
        story does not.
        """
        sure: dict[str, Candidate] = {}
        for piece in pieces:
            if piece.verdict == "answer":
                sure.setdefault(piece.candidates[0].intent_id, piece.candidates[0])
        likely = [
            one
            for piece, is_one in zip(pieces, asked, strict=True)
            if is_one and (one := _likely(piece))
        ]
        for one in likely if sure else ():
            sure.setdefault(one.intent_id, one)
        first = whole.candidates[0].intent_id if whole.candidates else ""
        # Where each part is a request of its own, none of them is the story around another.
        known = all(one.verdict == "answer" or _likely(one) is not None for one in pieces)
        mixed = len(sure) > 1 and known and first not in sure
        if whole.verdict == "answer" and first not in self._small_talk and not mixed:
            beside = first in sure or _is_left_to(first, pieces, asked)
            # Of several questions in a row the whole gives each but a share.
            rest = [found for name, found in sure.items() if name != first]
            further = rest if known and all(asked) else _further(whole, pieces, asked)
            return replace(whole, also=tuple(further)) if beside else whole
        if len(sure) < 2:  # one sentence of a story is often beside its point
            return whole
        found, *rest = sure.values()
        others = [one for one in whole.candidates if one.intent_id != found.intent_id]
        capped = [replace(one, confidence=min(one.confidence, found.confidence)) for one in others]
        candidates = (found, *capped)[:_CANDIDATES]
        return replace(whole, verdict="answer", candidates=candidates, also=tuple(rest))

    def _look(self, text: str, without: Collection[str]) -> _Look:
        """The glance at a text as one sentence."""
        plain = normalize(text)
        exact = self._said(plain, without)  # the store's own words need no repair
        mended = Mended(plain) if exact else self._mender.mend(text, plain)
        exact = exact or self._said(mended.text, without)
        if len(exact) == 1:
            return _settled(Match("answer", _sure(exact, ()), mended.repairs, mended.text))
        letters = sounds(mended.text)
        if not letters or not self._ids:
            return _settled(Match("none", (), mended.repairs, mended.text))
        counted = self._counted(without)
        candidates = self._name(self._first.judge(letters, counted))
        if exact:
            candidates = _sure(exact, candidates)
            return _settled(self._match(candidates, mended))
        settled = self._second is None or self._thresholds.is_settled(_confidences(candidates))
        match = self._weigh(candidates, mended)
        return _Look(match, settled, partial(self._deepen, mended, letters, counted))

    def _deepen(self, mended: Mended, letters: str, counted: _Flags | None, gist: str) -> Match:
        if self._second is None or self._meaning is None:
            return self._weigh(self._name(self._first.judge(letters, counted)), mended)
        (vector,) = self._meaning.ask([self._reading.spaced(gist or mended.text)])
        return self._weigh(self._name(self._second.judge(letters, vector, counted)), mended)

    def _match(self, candidates: tuple[Candidate, ...], mended: Mended) -> Match:
        verdict = self._thresholds.verdict(_confidences(candidates))
        return Match(verdict, candidates, mended.repairs, mended.text)

    def _weigh(self, candidates: tuple[Candidate, ...], mended: Mended) -> Match:
        """The verdict on a text that is no phrase; less sure where another company is named."""
        company = self._companies.named(mended.text)
        if not company:
            return self._match(candidates, mended)
        doubted = tuple(
            replace(one, confidence=one.confidence * _OTHERS_SHARE) for one in candidates
        )
        note = f"다른 회사 이야기일 수 있어요: {company[:40]}"
        return self._match(doubted, replace(mended, repairs=(*mended.repairs, note)))

    def _said(self, text: str, without: Collection[str]) -> dict[str, str]:
        owners = self._exact.get(_squashed(text), {})
        return {owner: phrase for owner, phrase in owners.items() if owner not in without}

    def _counted(self, without: Collection[str]) -> _Flags | None:
        if not without:
            return None
        return np.array([intent_id not in without for intent_id in self._ids])

    def _name(self, opinion: Opinion) -> tuple[Candidate, ...]:
        """The best entries of an opinion, best first; equal ones in the order of the FAQ."""
        best = np.argsort(-opinion.chances, kind="stable")[:_CANDIDATES].tolist()
        return tuple(
            Candidate(self._ids[at], float(opinion.chances[at]), self._phrases[opinion.nearest[at]])
            for at in best
            if opinion.chances[at] > 0
        )


def _likely(look: Match) -> Candidate | None:
    """What a question is about that the matcher is not sure of, and nearly is."""
    best = look.candidates[0] if look.verdict == "clarify" else None
    return best if best is not None and best.confidence >= _LIKELY else None


def _further(whole: Match, pieces: Sequence[Match], asked: Sequence[bool]) -> tuple[Candidate, ...]:
    """What sentences want beside the first of the whole's entries, in their order.

    Of a sentence that only belongs to a story the whole gives its entry hardly a chance.
    """
    shares = {one.intent_id: one.confidence for one in whole.candidates}
    first = whole.candidates[0].intent_id
    found: dict[str, Candidate] = {}
    for piece, is_one in zip(pieces, asked, strict=True):
        best = piece.candidates[0] if piece.candidates else None
        if best is None or best.intent_id == first or best.confidence < _LIKELY:
            continue
        odds = log(best.confidence / (1 - min(best.confidence, _SURE)))
        share = log(shares.get(best.intent_id, 0) + _LEAST_SHARE)
        if odds + _OF_SHARE * share + _IF_ASKED * is_one > _STANDS:
            found.setdefault(best.intent_id, best)
    return tuple(found.values())


def _is_left_to(entry: str, pieces: Sequence[Match], asked: Sequence[bool]) -> bool:
    """Whether of two parts the one asks for something else, and the other is likely this entry's.

    `배송비 얼마예요 교환비는요`: the second is too short to be sure of, but the whole is sure.
    """
    unsure = [piece for piece in pieces if piece.verdict != "answer"]
    are_asked = (piece for piece, is_one in zip(pieces, asked, strict=True) if is_one)
    if len(pieces) != 2 or len(unsure) != 1 or all(piece in unsure for piece in are_asked):
        return False
    return any(one.intent_id == entry for one in unsure[0].candidates[:2])


def _gist(text: str, pieces: Sequence[Match]) -> str:
    """What the model is asked about a long message: the sentences that most sound like a request.

    Its time grows with the text, and most of a story is beside the point.
    """
    if len(text) <= _LONGEST_ASKED:
        return text
    weights = [sum(_confidences(piece.candidates[:CHOICES])) for piece in pieces]
    by_weight = sorted(range(len(pieces)), key=lambda at: -weights[at])
    kept: list[int] = []
    room = _LONGEST_ASKED
    for at in by_weight:
        if not kept or len(pieces[at].text) <= room:
            kept.append(at)
            room -= len(pieces[at].text) + 1
    return " ".join(pieces[at].text for at in sorted(kept))[:_LONGEST_ASKED]


def _parted(letters: Sequence[str], counts: Sequence[int]) -> list[Sequence[str]]:
    """The letters of each entry's phrases."""
    rest = iter(letters)
    return [[next(rest) for _ in range(count)] for count in counts]


def _said_exactly(
    plain: Sequence[str], phrases: Sequence[str], owners: Sequence[str]
) -> Mapping[str, Mapping[str, str]]:
    """Squashed phrase to the entries that have it, each with the phrase as written."""
    exact: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for line, phrase, owner in zip(plain, phrases, owners, strict=True):
        exact[_squashed(line)].setdefault(owner, phrase)
    exact.pop("", None)
    return dict(exact)


def _squashed(normalized: str) -> str:
    return normalized.replace(" ", "")


def _settled(match: Match) -> _Look:
    return _Look(match, settled=True, ask=lambda _: match)


def _confidences(candidates: Sequence[Candidate]) -> list[float]:
    return [candidate.confidence for candidate in candidates]


def _sure(exact: Mapping[str, str], others: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """The owners of a phrase that was said word for word, the others behind with what is left."""
    sure = [Candidate(owner, _SURE / len(exact), phrase) for owner, phrase in exact.items()]
    left = 1 - _SURE
    rest = [
        Candidate(other.intent_id, other.confidence * left, other.phrase)
        for other in others
        if other.intent_id not in exact
    ]
    return (*sure, *rest)[:_CANDIDATES]
