"""An embedding model with what it has said before: in memory, on disk, and shipped.

A vector is kept under a digest of the model's name and the text, so an edit of the FAQ embeds only
the phrases that changed, and a start none.
"""

import hashlib
import logging
import os
import tempfile
import zipfile
from collections.abc import Iterable, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Final

import numpy as np
from numpy.typing import NDArray

from intents.embedding import NAME, Embedder, Vectors, bundled, quantised, whole
from intents.knowledge import shipped

log = logging.getLogger(__name__)

_Keys = NDArray[np.void]

_DIGEST: Final = 16  # bytes


class Meaning:
    """Vectors of phrases, embedded once; safe to share between threads."""

    def __init__(self, embedder: Embedder, cache: Path | None = None) -> None:
        """`cache` is a file that is made when missing and ignored when unreadable."""
        self._embedder = embedder
        self._cache = cache
        self._known: dict[bytes, Vectors] = _read(cache) if cache else {}
        if self.is_bundled:
            self._known |= _shipped()
        self._lock = Lock()

    @property
    def is_bundled(self) -> bool:
        """Whether the vectors are those of the bundled model."""
        return self._embedder.name == NAME

    def missing(self, texts: Iterable[str]) -> tuple[str, ...]:
        """Those of the texts, each once, whose vectors would have to be computed."""
        return tuple(text for text in dict.fromkeys(texts) if self._key(text) not in self._known)

    def learn(self, texts: Sequence[str]) -> None:
        """Compute and remember the vectors of `texts`, all or none. Raises EmbeddingError."""
        lacking = self.missing(texts)
        if lacking:
            # Rounded as on disk, so that a start says the same as the day before.
            vectors = whole(*quantised(self._embedder.embed(lacking)))
            with self._lock:
                self._known.update(zip(map(self._key, lacking), vectors, strict=True))

    def vectors(self, texts: Sequence[str]) -> Vectors:
        """A row of unit length for each text, computed where it is not known."""
        self.learn(texts)
        return np.array([self._known[self._key(text)] for text in texts], np.float32)

    def ask(self, texts: Sequence[str]) -> Vectors:
        """The same for what customers say, which is not kept."""
        return self._embedder.embed(texts)

    def save(self, texts: Iterable[str]) -> None:
        """Write the vectors of `texts` to the cache, for those that were there, or not at all."""
        if self._cache is None:
            return
        keys = [key for key in map(self._key, dict.fromkeys(texts)) if key in self._known]
        try:
            _write(self._cache, keys, [self._known[key] for key in keys])
        except OSError as exc:
            log.warning("vectors not kept file=%s error=%s", self._cache, exc.strerror)

    def _key(self, text: str) -> bytes:
        return _digest(self._embedder.name, text)


def _digest(model: str, text: str) -> bytes:
    named = f"{model}\0{text}".encode("utf-8", "surrogatepass")
    return hashlib.blake2b(named, digest_size=_DIGEST).digest()


@cache
def _shipped() -> dict[bytes, Vectors]:
    """What the bundled model says of the bank and of the FAQ that ship with the matcher."""
    known = shipped()
    texts = (*known.lines, *known.solved.phrases)
    vectors = (*known.solved.vectors, *known.solved.phrase_vectors)
    keys = (_digest(NAME, text) for text in texts)
    return dict(zip(keys, vectors, strict=True))


def _read(path: Path) -> dict[bytes, Vectors]:
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as kept:
            keys, vectors = kept["keys"], whole(kept["vectors"], kept["scales"])
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
        return {}
    return {bytes(key): vector for key, vector in zip(keys, vectors, strict=True)}


def _write(path: Path, keys: Sequence[bytes], vectors: Sequence[Vectors]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    table: _Keys = np.array(keys, dtype=f"V{_DIGEST}")
    handle, draft = tempfile.mkstemp(dir=path.parent, suffix=".npz")
    try:
        with os.fdopen(handle, "wb") as file:
            rounded, scales = quantised(np.array(vectors, np.float32))
            np.savez(file, keys=table, vectors=rounded, scales=scales)
        Path(draft).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(draft).unlink()
        raise


@cache
def bundled_meaning() -> Meaning | None:
    """The bundled model, shared by all matchers of the process; None where it cannot be used."""
    embedder = bundled()
    return Meaning(embedder) if embedder is not None else None
