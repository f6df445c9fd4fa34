"""Scores to confidences that mean something, and confidences to a verdict.

The constants were fitted by logistic regression on the development cases (labelled customer lines,
some not for a store), with the shipped FAQ whole, with 12 and 6 phrases an entry, and with entries
taken away; general questions of paraKQC served as more lines that are not for a store.
"""

import math
from collections.abc import Sequence
from typing import Final, Literal

Verdict = Literal["answer", "clarify", "none"]

# Is this a question for this FAQ at all? Log-odds from the best entry's cosine and nearest phrase.
_SCOPE: Final = -4.6
_SCOPE_BY_ROOT_OF_COSINE: Final = 16.0
_SCOPE_BY_NEAREST: Final = 3.0
# How sharply a lead in score parts the candidates: the likelihood is flat from 60 to 80, and the
# lower end answers fewer lines wrong.
_SHARPNESS: Final = 60.0

# Wrong answers fall as this rises, and right ones turn into clarifications: from 0.75 on, few of
# the first are left to save (about 1% of the lines, 2% with 12 phrases an entry).
ANSWER: Final = 0.75
# Three choices together at 0.4: asking costs the customer one tap, silence costs a person's time.
CLARIFY: Final = 0.4
CHOICES: Final = 3  # that are shown when a clarification is asked


def scope(cosine: float, nearest: float) -> float:
    """How likely a text is for this FAQ: the best entry's cosine and nearest phrase, 0 to 1."""
    evidence = _SCOPE_BY_ROOT_OF_COSINE * math.sqrt(max(cosine, 0.0)) + _SCOPE_BY_NEAREST * nearest
    return 1 / (1 + math.exp(-(_SCOPE + evidence)))


def shares(scores: Sequence[float]) -> list[float]:
    """How a certainty of 1 is parted among candidates by their scores; sums to 1."""
    best = max(scores, default=0.0)
    weights = [math.exp(_SHARPNESS * (score - best)) for score in scores]
    total = sum(weights)
    return [weight / total for weight in weights]


def verdict(confidences: Sequence[float]) -> Verdict:
    """What to do with candidates of these confidences, highest first."""
    if confidences and confidences[0] >= ANSWER:
        return "answer"
    return "clarify" if sum(confidences[:CHOICES]) >= CLARIFY else "none"
