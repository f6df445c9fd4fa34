"""A customer's line as it is meant: what the rules of the dialogue look at."""

import re
from collections.abc import Sequence
from typing import Final

from intents.knowledge import Knowledge
from intents.liaison import Liaison
from intents.runs import LONGEST, Runs
from intents.slips import Slips
from intents.spacing import Spacer
from intents.spelling import Speller, in_full, together
from intents.strays import Strays
from intents.synonyms import in_usual_words

#: What is shorter reads the same without spaces; a town and its street before a number
#: (`서울강서구화곡로123`) are no words of the store's.
_UNSPACED: Final = re.compile(r"[가-힣]{8,}(?![가-힣]|(?<=[로길])\s?\d)")


class Reading:
    """Mends a line step by step; each step relies on those before. Read-only after construction.

    Letters come first, then what is typed as it sounds, by ear and by a slip of the finger; then
    spaces, and the usual word for what has several.
    """

    def __init__(self, phrases: Sequence[str], knowledge: Knowledge) -> None:
        """`phrases` are the FAQ's, normalised."""
        runs = Runs(phrases, knowledge.runs)
        self._steps = (Strays(runs).mend, Liaison(runs).mend, Speller(runs).mend, Slips(runs).mend)
        self._spacer = Spacer(phrases, knowledge.spacer)

    def read(self, text: str) -> str:
        """`text` (any string) as it is meant; one that is very long stays."""
        if len(text) > LONGEST:
            return text
        text = in_full(text)
        for mend in self._steps:
            text = mend(text)
        joined = self._spacer.join(together(text))
        return in_usual_words(_UNSPACED.sub(lambda run: self.spaced(run[0]), joined))

    def spaced(self, line: str) -> str:
        """`line` (normalised) with the spaces that its long words lack."""
        return self._spacer.space(line)
