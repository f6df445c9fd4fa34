"""Lines without spaces are read with them, and kept as the customer wrote them.

Where a name, a place or a second wish ends is told by spaces (`이름은김영호고요연락처는…`). The
matcher knows where they belong; what goes into a ticket or back to the customer is in his spelling.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from bot.model import AddToTicket, Decision, FileTicket, Incoming
from bot.records import replace

_SYLLABLES = re.compile("[가-힣]+")


def as_written(incoming: Incoming, decision: Decision) -> Decision:
    """The decision on a line that was read with spaces, in the words without them."""
    if not incoming.spaced:
        return decision
    unspaced = _unspaced(incoming)
    state, reply, score = decision.state, decision.reply, decision.score
    told = _each(unspaced, state.memory.details)
    state = replace(
        state,
        words=unspaced(state.words),
        matter=unspaced(state.matter),
        memory=replace(state.memory, details=told),
    )
    return replace(
        decision,
        state=state,
        reply=reply and replace(reply, text=unspaced(reply.text)),
        ticket=_ticket(unspaced, decision.ticket),
        score=score and replace(score, comment=unspaced(score.comment)),
    )


def _unspaced(incoming: Incoming) -> Callable[[str], str]:
    """What takes the spaces out again that the line has not."""
    parted = [run for run in _SYLLABLES.findall(incoming.text) if run not in incoming.spaced]
    spaced = re.compile("|".join(" ?".join(run) for run in parted))
    return lambda text: spaced.sub(lambda found: found[0].replace(" ", ""), text)


def _each(unspaced: Callable[[str], str], details: Mapping[str, str]) -> dict[str, str]:
    return {name: unspaced(said) for name, said in details.items()}


def _ticket(
    unspaced: Callable[[str], str], change: FileTicket | AddToTicket | None
) -> FileTicket | AddToTicket | None:
    if isinstance(change, FileTicket):
        return replace(
            change,
            title=unspaced(change.title),
            words=unspaced(change.words),
            details=_each(unspaced, change.details),
        )
    if change is not None and change.details is not None:
        return replace(change, details=_each(unspaced, change.details))
    return change
