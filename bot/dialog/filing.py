"""A matter is given to a person: the ticket, its words, and when somebody answers."""

from __future__ import annotations

from dataclasses import replace

from bot import hours
from bot.dialog import texts, words
from bot.dialog.turn import Turn, say
from bot.model import TICKET_NUMBER, AddToTicket, Decision, FileTicket, Reply
from intents import Intent


def file(
    turn: Turn, opening: str | Reply, intent: Intent | None, *, own_words: str = ""
) -> Decision:
    """Give the matter to a person: a new ticket, or a line more on the one that is open."""
    said = opening if isinstance(opening, Reply) else Reply(text=opening)
    if turn.state.ticket:
        reply = replace(said, text=f"{said.text}\n\n{added(turn)}")
        return say(turn, reply, ticket=AddToTicket())
    number = texts.NUMBER.format(ticket=TICKET_NUMBER)
    spoken = own_words or _own_words(turn)
    change = FileTicket(
        category=intent.category if intent else "other",
        intent_id=intent.id if intent else None,
        title=intent.title if intent else words.clip(spoken) or texts.PHOTO_MATTER,
        words=spoken,
    )
    reply = replace(said, text=f"{said.text}\n\n{number}\n{when(turn)}")
    return say(turn, reply, ticket=change, matter=change.title)


def _own_words(turn: Turn) -> str:
    """What the customer said about the matter; an answer to a question needs the line before it."""
    state = turn.state
    if state.question is None and turn.incoming.tap != "human":
        return turn.text
    if is_bare(turn):
        return state.words or state.matter or turn.text
    if words.wants_person(turn.text) or words.is_order_number(turn.text):
        return both_lines(turn)
    return turn.text


def is_bare(turn: Turn) -> bool:
    """A tap, a yes or a number: it says nothing about a matter by itself."""
    answer = words.yes_or_no(turn.text) or words.number(turn.text) is not None
    return bool(turn.incoming.tap or answer)


def added(turn: Turn) -> str:
    """That the line is with the open ticket, and (once, not every time) when somebody reads it."""
    text = texts.ADDED.format(ticket=turn.state.ticket)
    return text if turn.state.misses else f"{text}\n{when(turn)}"


def when(turn: Turn) -> str:
    """When a person answers, by the store's hours."""
    if hours.open_at(turn.faq.store, turn.now):
        return texts.SOON
    opening = hours.next_opening(turn.faq.store, turn.now)
    if opening is None:
        return texts.CLOSED
    return texts.LATER.format(opening=hours.spoken(opening, turn.now))


def both_lines(turn: Turn) -> str:
    """Both lines that were not understood: together they tell the operator more."""
    earlier = turn.state.words
    return f"{earlier}\n{turn.text}" if earlier and earlier != turn.text else turn.text


def topic(turn: Turn) -> Intent | None:
    """The entry the last question was about, when it was about one."""
    question = turn.state.question
    if question is None or len(question.intents) != 1:
        return None
    return turn.intent(question.intents[0])
