"""One message in, one decision out.

The rules are tried in the order of `RULES`; the first that speaks decides.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from bot.dialog import texts, words
from bot.dialog.answers import answer, ask_again, numbered, offer
from bot.dialog.filing import added, both_lines, file, topic, when
from bot.dialog.turn import Turn, say
from bot.model import AddToTicket, Choice, Decision, Incoming, Question, State
from intents import Faq, Intent, Match

#: How many of a clarify's candidates are shown.
MOST_CHOICES = 3
#: A candidate with less than this share of the first one's confidence is no choice.
FAR_BEHIND = 0.12


def decide(state: State, incoming: Incoming, match: Match, faq: Faq, now: datetime) -> Decision:
    """What to do with one message.

    `match` is the matcher's verdict on its text, `now` aware UTC.
    """
    turn = Turn(state, incoming, match, faq, now)
    for rule in RULES:
        decision = rule(turn)
        if decision is not None:
            return decision
    raise AssertionError("the last rule always speaks")


def repair(state: State, incoming: Incoming, faq: Faq, now: datetime) -> Decision:
    """When `decide` itself failed: apologise and give the message to a person."""
    turn = Turn(
        state, incoming, Match(verdict="none", candidates=(), repairs=(), text=""), faq, now
    )
    if state.mode == "human":
        return _stay_quiet(turn) or Decision(state=state)
    return file(turn, texts.BROKEN, None)


def _stay_quiet(turn: Turn) -> Decision | None:
    """A person is in charge: the bot says nothing, the ticket is back with the store."""
    if turn.state.mode != "human":
        return None
    state = replace(turn.state, waiting_on="store", question=None, misses=0)
    return Decision(state=state, ticket=AddToTicket() if state.ticket else None)


def _fetch(turn: Turn) -> Decision | None:
    """Only the answer that was late is wanted; the inbox takes along whatever waits."""
    return Decision(state=turn.state) if turn.incoming.tap == "fetch" else None


def _follow_tap(turn: Turn) -> Decision | None:
    """A tapped choice means what it says, also long after it was offered."""
    tap = turn.incoming.tap or ""
    if tap == "human":
        return file(turn, texts.PERSON, topic(turn))
    intent = turn.intent(tap.removeprefix("intent:")) if tap.startswith("intent:") else None
    return answer(turn, intent) if intent else None


def _hear_answer(turn: Turn) -> Decision | None:
    """The answer to what the bot asked last."""
    question = turn.state.question
    if question is None or turn.incoming.images:
        return None
    if not words.squash(turn.text):
        return ask_again(turn, question)
    if question.kind == "choose":
        return _hear_choice(turn, question)
    return _hear_yes_or_no(turn, question)


def _hear_yes_or_no(turn: Turn, question: Question) -> Decision | None:
    said = turn.incoming.tap if turn.incoming.tap in {"yes", "no"} else words.yes_or_no(turn.text)
    number = words.number(turn.text)
    if said is None and number is not None:
        meant = numbered(turn, question, number)
        if not isinstance(meant, str):
            return meant or ask_again(turn, question)
        said = meant
    if said == "yes" or (question.kind == "file" and words.is_order_number(turn.text)):
        opening = texts.FILED if question.kind == "file" else texts.PERSON
        return file(turn, opening, topic(turn))
    if said == "no":
        return say(turn, texts.NOT_FILED if question.kind == "file" else texts.NOT_CALLED)
    return None


def _hear_choice(turn: Turn, question: Question) -> Decision | None:
    offered = [intent for i in question.intents if (intent := turn.intent(i))]
    if not offered:
        return None
    if turn.incoming.tap == "no" or words.yes_or_no(turn.text) == "no":
        return say(turn, texts.ASK_MORE, misses=turn.state.misses)
    agreed = words.yes_or_no(turn.text) == "yes" and not words.wants_person(turn.text)
    named = [intent for intent in offered if words.same_title(turn.text, intent.title)]
    if named or (agreed and len(offered) == 1):
        return answer(turn, (named or offered)[0])
    if agreed:
        return offer(turn, offered, texts.CHOOSE_AGAIN, misses=turn.state.misses)
    number = words.number(turn.text)
    return None if number is None else _take_number(turn, offered, number)


def _take_number(turn: Turn, offered: list[Intent], number: int) -> Decision:
    if number == words.LAST or 1 <= number <= len(offered):
        return answer(turn, offered[-1 if number == words.LAST else number - 1])
    again = texts.CHOOSE_RANGE.format(last=len(offered))
    return offer(turn, offered, again, misses=turn.state.misses)


def _call_person(turn: Turn) -> Decision | None:
    """A wish for a person is granted at once, with the matter that is being talked about."""
    if not words.wants_person(turn.text):
        return None
    matter = topic(turn)
    if matter:
        return file(turn, texts.PERSON, matter)
    best = turn.match.candidates[0] if turn.match.verdict == "answer" else None
    intent = turn.intent(best.intent_id) if best else None
    if intent and intent.ticket == "open":
        return answer(turn, intent)
    return file(turn, texts.PERSON, intent)


def _see_photo(turn: Turn) -> Decision | None:
    """A picture says that something is wrong, not what."""
    if not turn.incoming.images:
        return None
    if turn.state.ticket:
        text = texts.PHOTO_ADDED.format(ticket=turn.state.ticket)
        return say(turn, text, ticket=AddToTicket())
    question = turn.state.question
    if question is not None and question.kind != "person":
        return ask_again(turn, question, texts.PHOTO_KEPT + "\n")
    return say(
        turn,
        texts.PHOTO,
        question=Question(kind="person"),
        choices=(_CALL,),
        misses=turn.state.misses,
        matter=texts.PHOTO_MATTER,
        # A line that was not understood belongs to the photo; an older one does not.
        spoke=question is None,
    )


def _greet_noise(turn: Turn) -> Decision | None:
    """Nothing was said, or a yes or no to nothing: ask, and count it as no miss."""
    bare = not words.squash(turn.text) or words.yes_or_no(turn.text) is not None
    if bare and turn.match.verdict != "answer":
        return say(turn, texts.HELP, misses=turn.state.misses)
    return None


def _take_details(turn: Turn) -> Decision | None:
    """While a ticket is open, an order's number belongs to it."""
    if turn.state.ticket and words.has_order_number(turn.text):
        return _give_up(turn)
    return None


def _tell_status(turn: Turn) -> Decision | None:
    """What became of the ticket: the most usual second message of all."""
    if not turn.state.ticket or not words.asks_status(turn.text):
        return None
    if turn.state.ticket_status == "waiting":
        return say(turn, texts.STATUS_ANSWERED.format(ticket=turn.state.ticket))
    text = f"{texts.STATUS.format(ticket=turn.state.ticket)}\n{when(turn)}"
    return say(turn, text, ticket=AddToTicket())


def _answer_match(turn: Turn) -> Decision | None:
    """The FAQ knows."""
    if turn.match.verdict != "answer":
        return None
    intent = turn.intent(turn.match.candidates[0].intent_id)
    return answer(turn, intent) if intent else None


def _clarify(turn: Turn) -> Decision | None:
    """Several entries fit: let the customer choose."""
    if turn.match.verdict != "clarify":
        return None
    if turn.state.ticket:
        # A guess beside an open matter is more likely a line about that matter.
        return _give_up(turn)
    offered = _near(turn)
    if not offered:
        return None
    if not offered[0].listed:
        return answer(turn, offered[0])
    offered = [intent for intent in offered if intent.listed]
    # Choices that helped nobody count as a miss: a third list in a row would be no help either.
    question = turn.state.question
    misses = turn.state.misses + (question is not None and question.kind == "choose")
    if misses > 1:
        return _give_up(turn)
    return offer(turn, offered, texts.CHOOSE, misses=misses)


def _near(turn: Turn) -> list[Intent]:
    """The candidates worth a choice: what is far behind the first only confuses."""
    candidates = turn.match.candidates[:MOST_CHOICES]
    least = candidates[0].confidence * FAR_BEHIND if candidates else 0.0
    near = [candidate for candidate in candidates if candidate.confidence >= least]
    return [intent for candidate in near if (intent := turn.intent(candidate.intent_id))]


def _miss(turn: Turn) -> Decision:
    """The honest end: say so, offer a person, and call one at the second time in a row."""
    if turn.state.ticket or turn.state.misses:
        return _give_up(turn)
    return say(
        turn,
        texts.MISS,
        question=Question(kind="person"),
        choices=(_CALL, Choice(label=texts.ASK_AGAIN, text=texts.ASK_AGAIN, value="no")),
        misses=1,
        matter=words.clip(turn.text),
        spoke=True,
    )


def _give_up(turn: Turn) -> Decision:
    """The bot cannot help: a person gets the line, on the open ticket or on a new one."""
    if turn.state.ticket:
        return say(turn, added(turn), ticket=AddToTicket(), misses=1, spoke=True)
    return file(turn, texts.MISS_TWICE, None, own_words=both_lines(turn))


RULES: tuple[Callable[[Turn], Decision | None], ...] = (
    _fetch,
    _stay_quiet,
    _follow_tap,
    _hear_answer,
    _call_person,
    _see_photo,
    _greet_noise,
    _take_details,
    _answer_match,
    _tell_status,
    _clarify,
    _miss,
)

_CALL = Choice(label=texts.CALL, text=texts.CALL, value="human")
