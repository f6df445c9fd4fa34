"""What ships about stores' customers: thousands of lines by topic, and what was learnt from them.

A topic is one concrete matter (`return_fee.who_pays`), finer than any FAQ's entry. A kernel machine
over the bank's lines tells a text's topics; the FAQ's own phrases tell which entry each topic
belongs to (`opinions`). So an entry of eight phrases is found by words that nobody wrote in it.
The machine is solved ahead (`python -m intents.train`) and lies in `bank/model.npz`.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.resources import as_file, files
from typing import Final

import numpy as np
from numpy.typing import NDArray

from intents import bank
from intents.embedding import Vectors, whole
from intents.grams import GramIndex, Grams
from intents.normalize import sounds
from intents.runs import Runs
from intents.spacing import Spacer
from intents.spelling import spelled
from intents.vocabulary import Vocabulary

Floats = NDArray[np.float32]

MODEL: Final = "model.npz"


@dataclass(frozen=True, slots=True)
class Solved:
    """What `intents.train` found: by lines of the bank and topics, the last topic the strangers'.

    `vectors` are the lines' as the bundled model says them, `centre` is their mean. The shipped
    FAQ's own phrases are known too, so that its first start has nothing to learn.
    """

    digest: str
    letters: Floats
    joint: Floats
    vectors: Vectors
    centre: Vectors
    phrases: tuple[str, ...] = ()
    phrase_vectors: Vectors = field(default_factory=lambda: np.zeros((0, 0), np.float32))


class Knowledge:
    """The bank's lines, indexed. Read-only after construction: one serves the whole process."""

    def __init__(self, solved: Solved | None = None) -> None:
        """Without `solved`, only what training itself needs is there."""
        self._solved = solved
        rows = bank.store()
        self.strangers: tuple[str, ...] = tuple(line for _, line in bank.elsewhere())
        self.lines: tuple[str, ...] = (*(line for _, line in rows), *self.strangers)
        names = list(dict.fromkeys(topic for topic, _ in rows))
        places = {topic: place for place, topic in enumerate(names)}
        self.topics = len(names)
        self.topic_of: NDArray[np.intp] = np.array(
            [places[topic] for topic, _ in rows] + [self.topics] * len(self.strangers), np.intp
        )
        self.sounds: tuple[str, ...] = tuple(map(sounds, self.lines))
        self._index = GramIndex([(letters,) for letters in self.sounds], common=_COMMON)

    @property
    def solved(self) -> Solved:
        """What was learnt from the lines."""
        assert self._solved is not None  # noqa: S101 - only training goes without
        return self._solved

    def cosines(self, letters: Sequence[str]) -> Floats:
        """A row for each text, a column for each line."""
        return self._index.table(letters)

    def compare(self, grams: Grams) -> Floats:
        """The cosine of one text to each line."""
        return self._index.compare(grams).astype(np.float32)

    @cached_property
    def directions(self) -> Vectors:
        """The lines' vectors from the centre."""
        return direct(self.solved.vectors, self.solved.centre)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The lines' words."""
        return Vocabulary(self.lines)

    @cached_property
    def spacer(self) -> Spacer:
        """Knows how the lines are spaced."""
        return Spacer(self.lines)

    @cached_property
    def runs(self) -> Runs:
        """Knows how the lines are spelled, and those of conversations."""
        return Runs((*map(spelled, self.lines), *bank.talk()))

    @cached_property
    def sample(self) -> NDArray[np.intp]:
        """The places of some lines of each topic: enough to tell the entry it belongs to."""
        chosen = [np.flatnonzero(self.topic_of == topic)[:_SAMPLE] for topic in range(self.topics)]
        return np.concatenate(chosen) if chosen else np.zeros(0, np.intp)


_COMMON: Final = 0.03  # of the lines; with 0.2 matching takes three times as long, no better
_SAMPLE: Final = 12  # lines of a topic: with all of them one topic in a hundred fares better


def direct(vectors: Vectors, centre: Vectors) -> Vectors:
    """Directions from the centre: all sentences of a language lie in one narrow cone."""
    away = vectors - centre
    found: Vectors = away / np.maximum(np.linalg.norm(away, axis=-1, keepdims=True), 1e-6)
    return found


def digest() -> str:
    """Of the bank's lines: whether a model belongs to them."""
    rows = repr((bank.store(), bank.elsewhere()))
    return hashlib.blake2b(rows.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


@cache
def shipped() -> Knowledge:
    """The bank as it was installed."""
    with (
        as_file(files("intents.bank") / MODEL) as path,
        np.load(path, allow_pickle=False) as kept,
    ):
        solved = Solved(
            digest=str(kept["digest"]),
            letters=kept["letters"].astype(np.float32),
            joint=kept["joint"].astype(np.float32),
            vectors=whole(kept["vectors"], kept["scales"]),
            centre=kept["centre"],
            phrases=tuple(kept["phrases"].tolist()),
            phrase_vectors=whole(kept["phrase_vectors"], kept["phrase_scales"]),
        )
    return Knowledge(solved)
