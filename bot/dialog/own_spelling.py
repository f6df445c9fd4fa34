"""Lines without spaces, and spelled by ear, are read as they are meant and kept as they were typed.

Where a name or a second wish ends is told by spaces (`이름은김영호고요연락처는…`), and who knows
`안돼요` shall hear `안되요`. The matcher reads both; what goes into a ticket or back to the
customer is in his own spelling.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.model import AddToTicket, Decision, FileTicket, Incoming, State
from bot.patterns import searched
from bot.records import replace

#: Words that stand together, and what the bot puts between quotation marks.
_WORDS = searched("[가-힣]+(?: [가-힣]+)*")
_WORD = searched("[가-힣]{2,}")
_QUOTED = searched("‘[^’]+’")
#: Details that are put into a form of their own: a date, a wish by its usual name.
_PUT_OTHERWISE = frozenset(("when", "wish"))


def as_written(before: State, incoming: Incoming, decision: Decision) -> Decision:
    """The decision on a line that was read otherwise than it was typed, in the words typed.

    `before` is the state that the line found: what was told in it is not of this line.
    """
    typed = _Typed.of(incoming)
    if typed is None:
        return decision
    state, reply, score, change = decision.state, decision.reply, decision.score, decision.ticket
    state = replace(
        state,
        words=typed.story(state.words, before.words),
        matter=typed.phrase(state.matter),
        memory=replace(state.memory, details=_details(typed, before, state.memory.details)),
    )
    if isinstance(change, FileTicket):
        change = replace(
            change,
            title=typed.phrase(change.title),
            words=typed.story(change.words, before.words),
            details=_details(typed, before, change.details),
        )
    elif isinstance(change, AddToTicket) and change.details is not None:
        change = replace(change, details=_details(typed, before, change.details))
    if reply is not None:
        quoted = _QUOTED.sub(lambda found: typed.phrase(found[0]), reply.text)
        reply = replace(reply, text=quoted)
    return replace(
        decision,
        state=state,
        reply=reply,
        ticket=change,
        score=score and replace(score, comment=typed.story(score.comment, "")),
    )


def _details(typed: _Typed, before: State, details: Mapping[str, str]) -> dict[str, str]:
    told = before.memory.details.get("what", "")
    kept = {k: typed.phrase(said) for k, said in details.items() if k not in _PUT_OTHERWISE}
    if "what" in details:
        kept["what"] = typed.story(details["what"], told)
    return {**details, **kept}


@dataclass(frozen=True, slots=True)
class _Typed:
    """A line as it was typed beside what was read: as many letters, spaces aside."""

    text: str
    read: str
    letters: str
    #: Where in `text` each of the letters is.
    places: tuple[int, ...]

    @classmethod
    def of(cls, incoming: Incoming) -> _Typed | None:
        """None where the line was read as it stands."""
        if incoming.read == incoming.text:
            return None
        letters = "".join(incoming.read.split())
        places = tuple(at for at, letter in enumerate(incoming.text) if not letter.isspace())
        alike = len(letters) == len(places)
        return cls(incoming.text, incoming.read, letters, places) if alike else None

    def phrase(self, said: str) -> str:
        """What stands together in `said`, where it is of the line."""
        return _WORDS.sub(lambda found: self._back(found[0]) or found[0], said)

    def story(self, said: str, before: str) -> str:
        """Every word of `said`, but for the lines that were in `before`."""
        known = before.split("\n")
        lines = said.split("\n")
        return "\n".join(line if line in known else self._line(line) for line in lines)

    def _line(self, said: str) -> str:
        if said == self.read:
            return self.text
        return _WORDS.sub(lambda found: self._back(found[0]) or self._each(found[0]), said)

    def _each(self, words: str) -> str:
        return _WORD.sub(lambda found: self._back(found[0]) or found[0], words)

    def _back(self, words: str) -> str:
        """How these were typed; empty where they are not of the line."""
        letters = words.replace(" ", "")
        at = self.letters.find(letters)
        if at < 0 or words in self.text:
            return ""
        return self.text[self.places[at] : self.places[at + len(letters) - 1] + 1]
