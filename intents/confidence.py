"""Scores to confidences that mean something, and confidences to a verdict.

The constants were fitted by logistic regression on the development cases (labelled customer lines,
some not for a store), with the shipped FAQ whole, with 12 and 6 phrases an entry, and with entries
taken away; general questions of paraKQC served as more lines that are not for a store.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal

from intents.faq import Caution

Verdict = Literal["answer", "clarify", "none"]

# Is this a question for this FAQ at all? Log-odds from the best entry's cosine and nearest phrase.
_SCOPE: Final = -4.6
_SCOPE_BY_ROOT_OF_COSINE: Final = 16.0
_SCOPE_BY_NEAREST: Final = 3.0
# How sharply a lead in score parts the candidates: the likelihood is flat from 60 to 80, and the
# lower end answers fewer lines wrong.
_SHARPNESS: Final = 60.0

CHOICES: Final = 3  # that are shown when a clarification is asked


@dataclass(frozen=True, slots=True)
class Thresholds:
    """How sure to be. An answer needs the first candidate to reach `answer`, a question back the
    first three together to reach `clarify`; from `settled` on, no second opinion is asked for.
    """

    answer: float
    clarify: float
    settled: float = 0.94

    def verdict(self, confidences: Sequence[float]) -> Verdict:
        """What to do with candidates of these confidences, highest first."""
        if confidences and confidences[0] >= self.answer:
            return "answer"
        return "clarify" if sum(confidences[:CHOICES]) >= self.clarify else "none"

    def is_settled(self, confidences: Sequence[float]) -> bool:
        """Whether a second opinion would hardly change anything."""
        return bool(confidences) and confidences[0] >= self.settled


# Measured on development lines: at 0.85 about one answer in fifty is wrong, at 0.7 one in twenty.
THRESHOLDS: Final[Mapping[Caution, Thresholds]] = MappingProxyType(
    {
        "careful": Thresholds(answer=0.92, clarify=0.35),
        "balanced": Thresholds(answer=0.85, clarify=0.4),
        "bold": Thresholds(answer=0.7, clarify=0.4),
    }
)


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
