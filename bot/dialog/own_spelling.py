"""Lines are read as they are meant and as most would have put them, and kept as they were typed.

Where a name or a second wish ends is told by spaces (`이름은김영호고요연락처는…`), who knows
`안돼요` shall hear `안되요`, and who knows `안 왔어요` shall hear `도착하지 않았습니다`. What goes
into a ticket or back to the customer is in his own words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from bot.dialog import wishes
from bot.model import AddToTicket, Decision, FileTicket, Incoming, State
from bot.patterns import searched
from bot.records import replace

#: Words that stand together, and what the bot puts between quotation marks.
_WORDS = searched("[가-힣]+(?: [가-힣]+)*")
_QUOTED = searched("‘[^’]+’")
#: What ends a line and may be left out where it is kept.
_MARKS = " .!?~"
#: Details that are put into a form of their own: a date; a wish is, as far as its usual name goes.
_PUT_OTHERWISE = frozenset(("when", "wish"))
_NAMED_WISH = re.compile(r"(?P<name>[^ ]+ \()(?P<words>.*)\)", re.DOTALL)


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


def typed(incoming: Incoming, said: str) -> str:
    """How a part of a line was typed; empty where that cannot be told."""
    if not incoming.read or incoming.read == incoming.text:
        return said
    line = _Typed.of(incoming)
    return line.part(said) if line is not None else ""


def _details(typed: _Typed, before: State, details: Mapping[str, str]) -> dict[str, str]:
    told = before.memory.details.get("what", "")
    kept = {k: typed.phrase(said) for k, said in details.items() if k not in _PUT_OTHERWISE}
    if "what" in details:
        kept["what"] = typed.story(details["what"], told)
    wish = details.get("wish", "")
    if wish and wish != before.memory.details.get("wish"):
        kept["wish"] = _wish(typed, wish)
    return {**details, **kept}


def _wish(typed: _Typed, wish: str) -> str:
    """The wish under its usual name where it has one, and beside it in the words typed."""
    if wishes.is_label(wish):
        return wish
    named = _NAMED_WISH.fullmatch(wish)
    if named is None:
        return typed.story(wish, "")
    return f"{named['name']}{typed.story(named['words'], '')})"


@dataclass(frozen=True, slots=True)
class _Typed:
    """A line as it was typed beside what was read."""

    text: str
    read: str
    #: What was read, without spaces.
    letters: str
    #: Where in `text` that begins and ends which each of the letters stands for.
    places: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, incoming: Incoming) -> _Typed | None:
        """None where the line was read as it stands."""
        if not incoming.read or incoming.read == incoming.text or incoming.text.isascii():
            return None  # the wrong keyboard mode is readable to nobody
        letters = "".join(incoming.read.split())
        typed = [at for at, letter in enumerate(incoming.text) if not letter.isspace()]
        if not typed:
            return None
        places = [
            (typed[first], typed[last] + 1)
            for first, last in _aligned("".join(incoming.text[at] for at in typed), letters)
        ]
        return cls(incoming.text, incoming.read, letters, tuple(places))

    def part(self, said: str) -> str:
        """What was typed for a part of what was read; empty where it is not of the line."""
        return self._back("".join(said.split()))

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
        if said.rstrip(_MARKS) == self.read.rstrip(_MARKS):
            # The same line is kept once, with its mark or without.
            return self.text.rstrip(_MARKS) if said[-1:] not in _MARKS else self.text
        return _WORDS.sub(lambda found: self._back(found[0]) or self._in_runs(found[0]), said)

    def _in_runs(self, said: str) -> str:
        """The words as they were typed, as many together as stood together."""
        words, typed = said.split(" "), []
        while words:
            most = range(len(words), 1, -1)
            run = next((n for n in most if self._back(" ".join(words[:n]))), 1)
            together = " ".join(words[:run])
            typed.append((self._back if run > 1 else self._spelled)(together) or together)
            words = words[run:]
        return " ".join(typed)

    def _spelled(self, word: str) -> str:
        """How the word was spelled; empty where it is of what was put in other words."""
        typed = self._back(word) if len(word) > 1 else ""
        # `교완해주셈` is the word `교환해주세요`; what begins otherwise may be another.
        alike = len(typed) == len(word) or typed[:1] == word[:1]
        return typed if alike and not any(map(str.isspace, typed)) else ""

    def _back(self, words: str) -> str:
        """How these were typed; empty where they are not of the line."""
        letters = words.replace(" ", "")
        at = self.letters.find(letters)
        if at < 0 or self._cuts(at) or self._cuts(at + len(letters)):
            return ""
        return self.text[self.places[at][0] : self.places[at + len(letters) - 1][1]]

    def _cuts(self, at: int) -> bool:
        """Whether what was put in other words goes on across this place."""
        return 0 < at < len(self.places) and self.places[at - 1] == self.places[at]


def _aligned(typed: str, read: str) -> list[tuple[int, int]]:
    """The first and the last typed letter behind each one that was read."""
    matcher = SequenceMatcher(None, typed, read, autojunk=False)
    alike = sum(block.size for block in matcher.get_matching_blocks())
    # A letter more here and one less there leave the length as it was.
    if len(typed) == len(read) and sum(map(str.__eq__, typed, read)) >= alike:
        return [(at, at) for at in range(len(read))]
    places: list[tuple[int, int]] = []
    for kind, first, last, start, end in matcher.get_opcodes():
        if kind == "equal" or last - first == end - start:
            places += [(at, at) for at in range(first, last)]
        elif start == end and places:  # left out: of the letter before
            places[-1] = (places[-1][0], last - 1)
        elif last > first:
            places += [(first, last - 1)] * (end - start)
        else:  # nothing was typed for it: of the letter before
            places += [(max(first - 1, 0), max(first - 1, 0))] * (end - start)
    return places
