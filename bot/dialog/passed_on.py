"""What a person is said to look into stands in the ticket that he opens."""

from __future__ import annotations

from bot.dialog import manner, words
from bot.dialog.entries import asks_how_many
from bot.dialog.learning import LONGEST_STORY, told_in
from bot.dialog.manner.damage import SENTENCES
from bot.dialog.reasons import remainder
from bot.dialog.turn import Turn
from bot.model import AddToTicket, Decision
from bot.records import replace

#: Letters of a sentence that tells something.
_LEAST_TOLD = 6


def with_what_was_asked(turn: Turn, decision: Decision) -> Decision:
    """The decision, with the line among what happened where a person shall answer it, or where
    something is told beside a question.

    Rules that answer a question keep no word of it, and some of them find but then that nobody
    knows the answer.
    """
    change, reply = decision.ticket, decision.reply
    if reply is None or not isinstance(change, AddToTicket) or turn.incoming.tap is not None:
        return decision
    told = _tells_beside(turn.text) or _is_for_the_offer(turn)
    if turn.texts.asked_person not in reply.text and not told:
        return decision
    memory = decision.state.memory
    details = dict(memory.details if change.details is None else change.details)
    # Numbers stand in details of their own.
    story, line = details.get("what", ""), told_in(turn.own_words, details.get("order_number", ""))
    comment = words.squash(decision.score.comment) if decision.score is not None else ""
    if comment and comment in words.squash(story):
        return decision  # a score stands in no story
    if words.squash(line) in words.squash(" ".join(details.values())):
        return decision
    details["what"] = f"{story}\n{line}".strip()[:LONGEST_STORY]
    return replace(
        decision,
        state=replace(decision.state, memory=replace(memory, details=details)),
        ticket=replace(change, details=details),
    )


def _is_for_the_offer(turn: Turn) -> bool:
    """`로고도 새겨주시나요`, `세금계산서도요` of who orders many: the offer shall hold it."""
    known = turn.entry
    many = known is not None and asks_how_many(known)
    asked = manner.pursued(turn.text) if many else None
    return many and (manner.asks(turn.text) or (asked is not None and bool(asked.names)))


def _tells_beside(text: str) -> bool:
    """`기사님은 언제 오나요? 제가 목요일은 집에 없는데` asks, and tells."""
    told = [part for part in SENTENCES.split(text) if part and remainder(part, None)]
    stated = (
        len(words.squash(part)) >= _LEAST_TOLD
        and not (manner.asks(part) or manner.is_thanks(part) or manner.greets(part))
        for part in told
    )
    return len(told) > 1 and manner.asks(text) and any(stated)
