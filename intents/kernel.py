"""Kernel ridge regression: which entry a text belongs to, learnt from all phrases at once.

Where a centroid or the nearest phrase looks at one entry at a time, this weighs every phrase
against those of the other entries, so that what two entries share counts for neither. The kernel
is Gaussian on the unit sphere, exp(2 (cos - 1)), one for each view of a text, added up. What a
line would score if it were not there comes with the fit (Rasmussen and Williams, "Gaussian
Processes for Machine Learning", section 5.4.2).
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

RIDGE: Final = 0.5
MEANING_WEIGHT: Final = 0.5  # of the second view beside the letters; 0.4 to 0.8 are alike
_SHARPNESS: Final = 2.0


def likeness(cosines: Floats) -> Floats:
    """The kernel of one view: 1 for the same text, little for two strangers."""
    found: Floats = np.exp(_SHARPNESS * (cosines - 1), dtype=np.float32)
    return found


@dataclass(frozen=True, slots=True)
class Fit:
    """What ridge regression found: weights (lines, classes), and each line's scores without it."""

    weights: Floats
    left_out: Floats


def fit(alike: Floats, classes: NDArray[np.intp], count: int) -> Fit:
    """Learn from the lines' likeness to each other and the class of each, 0 to `count` - 1."""
    wanted = np.zeros((len(classes), count), np.float32)
    wanted[np.arange(len(classes)), classes] = 1
    inverse = np.linalg.inv(alike + RIDGE * np.eye(len(classes), dtype=np.float32))
    weights = (inverse @ wanted).astype(np.float32)
    without = weights / np.diagonal(inverse)[:, np.newaxis]
    return Fit(weights, (wanted - without).astype(np.float32))
