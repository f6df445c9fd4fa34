"""Scores to confidences that mean something.

Every phrase, left out and matched with the others, tells how far apart the scores of this FAQ lie:
the width that makes the phrases' own entries likeliest. In widths, what a lead is worth is the same
for small and large FAQs; the weights below were fitted on labelled lines with FAQs of 5 to 33
entries of 5 to 33 phrases (see docs/matching.md).
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

CHOICES: Final = 3  # that are shown when a clarification is asked
_FAR: Final = 0.5  # of what the first three leave: the rest of it is for none of the entries
_HAIR: Final = 0.9999  # between two that would tie
_WIDTHS: Final = np.geomspace(0.02, 0.1, 24)
_USUAL_WIDTH: Final = 0.05  # where there is nothing to compare


@dataclass(frozen=True, slots=True)
class Odds:
    """Log-odds by the figures of a text: the first is right; the right one is among three."""

    first: tuple[float, float, float, float]
    among: tuple[float, float, float, float]


# Fitted on the development lines and 546 more, with FAQs of 10 to 33 entries of 8 to 33 phrases.
LETTERS: Final = Odds((0.486, 0.076, 0.392, 0.015), (1.081, 0.125, -0.229, 0.526))
MEANING: Final = Odds((1.043, 0.154, 0.337, -0.054), (1.860, 0.228, -0.144, 0.282))


@dataclass(frozen=True, slots=True)
class Calibration:
    """How scores become confidences. `width`: a lead of so much makes an entry e times likelier."""

    width: float
    odds: Odds

    @classmethod
    def fit(cls, left_out: Floats, owners: NDArray[np.intp], odds: Odds) -> "Calibration":
        """Learn from the scores (phrases, entries + 1) of phrases left out."""
        return cls(width_of(left_out, owners), odds)

    def confidences(self, scores: Floats) -> Floats:
        """The chance that each entry is meant; the rest is: none of them.

        `scores` are a text's by entry, and last that of strangers.
        """
        entries = scores[:-1].astype(np.float64) / self.width
        stranger = float(scores[-1]) / self.width
        order = np.argsort(-entries, kind="stable")
        ranked = entries[order]
        best = float(ranked[0])
        lead = best - (float(ranked[1]) if len(ranked) > 1 else stranger)
        known = (1.0, best - stranger, lead, best)
        first = _chance(known, self.odds.first)
        among = max(_chance(known, self.odds.among), first)
        found = np.exp(ranked - best)
        found[0] = first
        # What the first lacks of the first three is the next two's, and what is left the others'.
        _share_out(found[1:CHOICES], among - first)
        _share_out(found[CHOICES:], (1 - among) * _FAR)
        # Two curves cross where little is known; the order by score stands.
        found = np.minimum.accumulate(found) * _HAIR ** np.arange(len(found))
        confidences = np.empty(len(found), np.float32)
        confidences[order] = found
        return confidences


def _share_out(weights: NDArray[np.float64], whole: float) -> None:
    """Scale in place, so that the sum is `whole`."""
    weights *= whole / max(float(weights.sum()), 1e-12)


def _chance(known: Sequence[float], weights: Sequence[float]) -> float:
    """Logistic regression's answer for the figures of a text."""
    evidence = sum(figure * weight for figure, weight in zip(known, weights, strict=True))
    return 1 / (1 + math.exp(-min(max(evidence, -30.0), 30.0)))


def width_of(left_out: Floats, owners: NDArray[np.intp]) -> float:
    """The width under which the phrases' own entries are likeliest."""
    scores = left_out[:, :-1]
    if scores.shape[1] < 2:
        return _USUAL_WIDTH
    own = scores[np.arange(len(owners)), owners]

    def surprise(width: float) -> float:
        scaled = scores / width
        top = scaled.max(axis=1)
        return float((np.log(np.exp(scaled - top[:, None]).sum(axis=1)) + top - own / width).sum())

    return float(min(_WIDTHS, key=surprise))
