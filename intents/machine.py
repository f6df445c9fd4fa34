"""What is learnt for one FAQ in one view: from its phrases, and from topics that are its own."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from intents import kernel
from intents.calibration import Calibration, Odds, width_of
from intents.kernel import Floats

Places = NDArray[np.intp]

_TOPICS_WEIGHT: Final = 1.0  # beside the FAQ's own phrases; 0.7 to 1.4 are alike
# A topic belongs to the entry that its lines score best, far more surely than one line would say;
# but to none when its lines, taken one by one, hardly prefer any entry.
_SURENESS: Final = 0.01
_LEAST_SHARE: Final = 0.15
_AWAY: Final = -1.0  # the score of an entry that does not count: below any other


@dataclass(frozen=True, slots=True)
class Machine:
    """Weights by the FAQ's lines and by the bank's; both end with a class for strangers."""

    phrases: Floats  # (phrases and strangers, entries + 1)
    topics: Floats  # (bank lines, entries + 1)
    calibration: Calibration

    def confidences(
        self, alike: Floats, bank: Floats, counted: NDArray[np.bool_] | None = None
    ) -> Floats:
        """The chance of each entry, from a text's likeness to the FAQ's and to the bank's lines."""
        scores = alike @ self.phrases + bank @ self.topics
        if counted is not None:
            scores[:-1] = np.where(counted, scores[:-1], np.float32(_AWAY))
        found = self.calibration.confidences(scores)
        return found if counted is None else np.where(counted, found, np.float32(0))


@dataclass(frozen=True, slots=True)
class Lesson:
    """What a machine learns from; every likeness in one view."""

    own: Floats  # (FAQ lines, FAQ lines): the phrases, then the strangers
    owners: Places  # the entry of each phrase
    entries: int
    bank: Floats  # (bank lines, topics + 1): the shipped weights
    sample: Floats  # (some bank lines, FAQ lines)
    sample_topics: Places  # the topic of each of these bank lines
    tried: Places  # some phrases, for the calibration
    tried_bank: Floats  # (these phrases, bank lines)
    odds: Odds

    def learn(self) -> Machine:
        """The machine."""
        strangers = len(self.own) - len(self.owners)
        classes = np.append(self.owners, np.full(strangers, self.entries))
        fitted = kernel.fit(self.own, classes, self.entries + 1)
        width = width_of(fitted.left_out[: len(self.owners)], self.owners)
        belongs = self._belonging(self.sample @ fitted.weights, width)
        topics = (_TOPICS_WEIGHT * (self.bank @ belongs)).astype(np.float32)
        scores = fitted.left_out[self.tried] + self.tried_bank @ topics
        calibration = Calibration.fit(scores, self.owners[self.tried], self.odds)
        return Machine(fitted.weights, topics, calibration)

    def _belonging(self, scores: Floats, width: float) -> Floats:
        """Which entry (or the strangers) each topic speaks for: (topics + 1, entries + 1)."""
        count = self.bank.shape[1] - 1
        found = np.zeros((count + 1, self.entries + 1), np.float32)
        found[-1, -1] = 1
        if not len(scores):
            return found
        entries = scores[:, :-1]
        lines = np.bincount(self.sample_topics, minlength=count)[:, np.newaxis]
        total = np.zeros((count, self.entries), np.float32)
        np.add.at(total, self.sample_topics, entries)
        alone = np.zeros_like(total)
        np.add.at(alone, self.sample_topics, _softmax(entries, width))
        sure = (alone / lines).max(axis=1) > _LEAST_SHARE
        found[:-1, :-1] = np.where(
            sure[:, np.newaxis], _softmax((total / lines).astype(np.float32), _SURENESS), 0
        )
        return found


def _softmax(scores: Floats, width: float) -> Floats:
    raised = np.exp((scores - scores.max(axis=1, keepdims=True)) / np.float32(width))
    shares: Floats = raised / raised.sum(axis=1, keepdims=True)
    return shares
