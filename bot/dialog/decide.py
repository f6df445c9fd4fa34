"""One message in, one decision out.

The rules are tried in the order of `RULES`; the first that speaks decides.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from bot import hours
from bot.dialog import texts, words
from bot.dialog.remind import remind
from bot.model import (
    TICKET_NUMBER,
    AddToTicket,
    Choice,
    Decision,
    FileTicket,
    Incoming,
    Question,
    Reply,
    State,
    TicketChange,
)
from intents import Faq, Intent, Match

#: How many of a clarify's candidates are shown.
MOST_CHOICES = 3


def decide(state: State, incoming: Incoming, match: Match, faq: Faq, now: datetime) -> Decision:
    """What to do with one message.

    `match` is the matcher's verdict on its text, `now` aware UTC.
    """
    turn = _Turn(state, incoming, match, faq, now)
    for rule in RULES:
        decision = rule(turn)
        if decision is not None:
            return decision
    raise AssertionError("the last rule always speaks")


def repair(state: State, incoming: Incoming, faq: Faq, now: datetime) -> Decision:
    """When `decide` itself failed: apologise and give the message to a person."""
    turn = _Turn(
        state, incoming, Match(verdict="none", candidates=(), repairs=(), text=""), faq, now
    )
    if state.mode == "human":
        return _stay_quiet(turn) or Decision(state=state)
    return _file(turn, texts.BROKEN, None)


@dataclass(frozen=True, slots=True)
class _Turn:
    state: State
    incoming: Incoming
    match: Match
    faq: Faq
    now: datetime

    @property
    def text(self) -> str:
        return self.incoming.text.strip()

    def intent(self, intent_id: str) -> Intent | None:
        """An entry that counts today."""
        found = self.faq.get(intent_id)
        return found if found and found.valid_on(hours.today(self.now)) else None


def _stay_quiet(turn: _Turn) -> Decision | None:
    """A person is in charge: the bot says nothing, the ticket is back with the store."""
    if turn.state.mode != "human":
        return None
    state = replace(turn.state, waiting_on="store", question=None, misses=0)
    return Decision(state=state, ticket=AddToTicket() if state.ticket else None)


def _fetch(turn: _Turn) -> Decision | None:
    """Only the answer that was late is wanted; the inbox takes along whatever waits."""
    return Decision(state=turn.state) if turn.incoming.tap == "fetch" else None


def _follow_tap(turn: _Turn) -> Decision | None:
    """A tapped choice means what it says, also long after it was offered."""
    tap = turn.incoming.tap or ""
    if tap == "human":
        return _file(turn, texts.PERSON, _topic(turn))
    intent = turn.intent(tap.removeprefix("intent:")) if tap.startswith("intent:") else None
    return _answer(turn, intent) if intent else None


def _hear_answer(turn: _Turn) -> Decision | None:
    """The answer to what the bot asked last."""
    question = turn.state.question
    if question is None or turn.incoming.images:
        return None
    if not words.squash(turn.text):
        return _ask_again(turn, question)
    if question.kind == "choose":
        return _hear_choice(turn, question)
    said = turn.incoming.tap if turn.incoming.tap in {"yes", "no"} else words.yes_or_no(turn.text)
    if said == "yes" or (question.kind == "file" and words.is_order_number(turn.text)):
        opening = texts.FILED if question.kind == "file" else texts.PERSON
        return _file(turn, opening, _topic(turn))
    if said == "no":
        return _say(turn, texts.NOT_FILED if question.kind == "file" else texts.NOT_CALLED)
    return None


def _hear_choice(turn: _Turn, question: Question) -> Decision | None:
    offered = [intent for i in question.intents if (intent := turn.intent(i))]
    if not offered:
        return None
    agreed = words.yes_or_no(turn.text) == "yes" and not words.wants_person(turn.text)
    named = [intent for intent in offered if words.same_title(turn.text, intent.title)]
    if named or (agreed and len(offered) == 1):
        return _answer(turn, (named or offered)[0])
    if agreed:
        return _offer(turn, offered, texts.CHOOSE, misses=turn.state.misses)
    number = words.number(turn.text)
    if number is None:
        return None
    if number == words.LAST or 1 <= number <= len(offered):
        return _answer(turn, offered[-1 if number == words.LAST else number - 1])
    again = texts.CHOOSE_RANGE.format(last=len(offered))
    return _offer(turn, offered, again, misses=turn.state.misses)


def _call_person(turn: _Turn) -> Decision | None:
    """A wish for a person is granted at once, with the matter that is being talked about."""
    if not words.wants_person(turn.text):
        return None
    topic = _topic(turn)
    if topic:
        return _file(turn, texts.PERSON, topic)
    best = turn.match.candidates[0] if turn.match.verdict == "answer" else None
    intent = turn.intent(best.intent_id) if best else None
    if intent and intent.ticket == "open":
        return _answer(turn, intent)
    return _file(turn, texts.PERSON, intent)


def _see_photo(turn: _Turn) -> Decision | None:
    """A picture says that something is wrong, not what."""
    if not turn.incoming.images:
        return None
    if turn.state.ticket:
        text = texts.PHOTO_ADDED.format(ticket=turn.state.ticket)
        return _say(turn, text, ticket=AddToTicket())
    question = turn.state.question
    if question is not None and question.kind != "person":
        return _ask_again(turn, question, texts.PHOTO_KEPT + "\n")
    return _say(
        turn,
        texts.PHOTO,
        question=Question(kind="person"),
        choices=(_CALL,),
        misses=turn.state.misses,
        matter=texts.PHOTO_MATTER,
        # A line that was not understood belongs to the photo; an older one does not.
        spoke=question is None,
    )


def _greet_noise(turn: _Turn) -> Decision | None:
    """Nothing was said, or a yes or no to nothing: ask, and count it as no miss."""
    bare = not words.squash(turn.text) or words.yes_or_no(turn.text) is not None
    if bare and turn.match.verdict != "answer":
        return _say(turn, texts.HELP, misses=turn.state.misses)
    return None


def _answer_match(turn: _Turn) -> Decision | None:
    """The FAQ knows."""
    if turn.match.verdict != "answer":
        return None
    intent = turn.intent(turn.match.candidates[0].intent_id)
    return _answer(turn, intent) if intent else None


def _clarify(turn: _Turn) -> Decision | None:
    """Several entries fit: let the customer choose."""
    if turn.match.verdict != "clarify":
        return None
    ids = [candidate.intent_id for candidate in turn.match.candidates[:MOST_CHOICES]]
    offered = [intent for i in ids if (intent := turn.intent(i))]
    if not offered:
        return None
    # Choices that helped nobody count as a miss: a third list in a row would be no help either.
    question = turn.state.question
    misses = turn.state.misses + (question is not None and question.kind == "choose")
    if misses > 1:
        return _give_up(turn)
    return _offer(turn, offered, texts.CHOOSE, misses=misses)


def _miss(turn: _Turn) -> Decision:
    """The honest end: say so, offer a person, and call one at the second time in a row."""
    if turn.state.ticket or turn.state.misses:
        return _give_up(turn)
    return _say(
        turn,
        texts.MISS,
        question=Question(kind="person"),
        choices=(_CALL, Choice(label=texts.ASK_AGAIN, text=texts.ASK_AGAIN, value="no")),
        misses=1,
        matter=words.clip(turn.text),
        spoke=True,
    )


def _give_up(turn: _Turn) -> Decision:
    """The bot cannot help: a person gets the line, on the open ticket or on a new one."""
    if turn.state.ticket:
        return _say(turn, _added(turn), ticket=AddToTicket(), spoke=True)
    return _file(turn, texts.MISS_TWICE, None, own_words=_both_lines(turn))


RULES: tuple[Callable[[_Turn], Decision | None], ...] = (
    _fetch,
    _stay_quiet,
    _follow_tap,
    _hear_answer,
    _call_person,
    _see_photo,
    _greet_noise,
    _answer_match,
    _clarify,
    _miss,
)

_CALL = Choice(label=texts.CALL, text=texts.CALL, value="human")


def _topic(turn: _Turn) -> Intent | None:
    """The entry the last question was about, when it was about one."""
    question = turn.state.question
    if question is None or len(question.intents) != 1:
        return None
    return turn.intent(question.intents[0])


def _both_lines(turn: _Turn) -> str:
    """Both lines that were not understood: together they tell the operator more."""
    earlier = turn.state.words
    return f"{earlier}\n{turn.text}" if earlier and earlier != turn.text else turn.text


def _answer(turn: _Turn, intent: Intent) -> Decision:
    """The entry's answer, and the ticket that it opens or offers."""
    closed = not hours.open_at(turn.faq.store, turn.now)
    text = intent.answer_off_hours if closed and intent.answer_off_hours else intent.answer
    text = text.strip()
    follow_ups = tuple(
        _choice(other) for i in intent.follow_ups if (other := turn.intent(i)) is not None
    )
    if intent.ticket == "open":
        reply = Reply(text=text, buttons=intent.buttons, choices=follow_ups, images=intent.images)
        return _file(turn, reply, intent)
    if intent.ticket == "none":
        return _show(turn, intent, text, follow_ups)
    if turn.state.ticket:
        said = f"{text}\n\n{_added(turn)}"
        return _show(turn, intent, said, follow_ups, ticket=AddToTicket())
    choices = (
        Choice(label=texts.YES_FILE, text=texts.YES_FILE, value="yes"),
        Choice(label=texts.NO, text=texts.NO, value="no"),
        *follow_ups,
    )
    question = Question(kind="file", intents=(intent.id,))
    return _show(turn, intent, f"{text}\n\n{texts.ASK_FILE}", choices, question)


def _show(
    turn: _Turn,
    intent: Intent,
    text: str,
    choices: tuple[Choice, ...] = (),
    question: Question | None = None,
    ticket: TicketChange | None = None,
) -> Decision:
    reply = Reply(text=text, buttons=intent.buttons, choices=choices, images=intent.images)
    return _say(turn, reply, question=question, ticket=ticket, matter=intent.title, spoke=True)


def _offer(turn: _Turn, offered: list[Intent], opening: str, *, misses: int) -> Decision:
    """Choices, numbered because quick replies disappear from a messenger's screen."""
    lines = [f"{place}. {intent.title}" for place, intent in enumerate(offered, start=1)]
    return _say(
        turn,
        "\n".join([opening, "", *lines, "", texts.CHOOSE_NONE]),
        question=Question(kind="choose", intents=tuple(intent.id for intent in offered)),
        choices=tuple(_choice(intent) for intent in offered),
        misses=misses,
        matter=offered[0].title,
        # A yes, or a number out of range, is no new matter.
        spoke=turn.state.question is None or not _is_bare(turn),
    )


def _ask_again(turn: _Turn, question: Question, opening: str = "") -> Decision:
    """The open question once more: what came was neither an answer to it nor another matter."""
    asked = remind(turn.state, turn.faq, last=False)
    reply = replace(asked, text=opening + asked.text)
    return _say(turn, reply, question=question, misses=turn.state.misses)


def _choice(intent: Intent) -> Choice:
    return Choice(label=intent.title, text=intent.title, value=f"intent:{intent.id}")


def _file(
    turn: _Turn, opening: str | Reply, intent: Intent | None, *, own_words: str = ""
) -> Decision:
    """Give the matter to a person: a new ticket, or a line more on the one that is open."""
    said = opening if isinstance(opening, Reply) else Reply(text=opening)
    if turn.state.ticket:
        reply = replace(said, text=f"{said.text}\n\n{_added(turn)}")
        return _say(turn, reply, ticket=AddToTicket())
    number = texts.NUMBER.format(ticket=TICKET_NUMBER)
    spoken = own_words or _own_words(turn)
    change = FileTicket(
        category=intent.category if intent else "other",
        intent_id=intent.id if intent else None,
        title=intent.title if intent else words.clip(spoken) or texts.PHOTO_MATTER,
        words=spoken,
    )
    reply = replace(said, text=f"{said.text}\n\n{number}\n{_when(turn)}")
    return _say(turn, reply, ticket=change, matter=change.title)


def _own_words(turn: _Turn) -> str:
    """What the customer said about the matter; an answer to a question needs the line before it."""
    state = turn.state
    if state.question is None and turn.incoming.tap != "human":
        return turn.text
    if _is_bare(turn):
        return state.words or state.matter or turn.text
    if words.wants_person(turn.text) or words.is_order_number(turn.text):
        return _both_lines(turn)
    return turn.text


def _is_bare(turn: _Turn) -> bool:
    """A tap, a yes or a number: it says nothing about a matter by itself."""
    answer = words.yes_or_no(turn.text) or words.number(turn.text) is not None
    return bool(turn.incoming.tap or answer)


def _added(turn: _Turn) -> str:
    """That the line is with the open ticket, and when somebody reads it."""
    return f"{texts.ADDED.format(ticket=turn.state.ticket)}\n{_when(turn)}"


def _when(turn: _Turn) -> str:
    """When a person answers, by the store's hours."""
    if hours.open_at(turn.faq.store, turn.now):
        return texts.SOON
    opening = hours.next_opening(turn.faq.store, turn.now)
    if opening is None:
        return texts.CLOSED
    return texts.LATER.format(opening=hours.spoken(opening, turn.now))


def _say(
    turn: _Turn,
    said: str | Reply,
    *,
    question: Question | None = None,
    choices: tuple[Choice, ...] = (),
    ticket: TicketChange | None = None,
    misses: int = 0,
    matter: str | None = None,
    spoke: bool = False,
) -> Decision:
    """A reply and the state after it. `spoke`: the customer's text told something worth keeping."""
    owed = isinstance(ticket, FileTicket | AddToTicket) or turn.state.ticket_status == "open"
    state = replace(
        turn.state,
        waiting_on="customer" if question else "store" if owed else "nobody",
        question=question,
        misses=misses,
        matter=turn.state.matter if matter is None else matter,
        words=turn.text if spoke and not turn.incoming.tap else turn.state.words,
    )
    reply = said if isinstance(said, Reply) else Reply(text=said, choices=choices)
    return Decision(state=state, reply=reply, ticket=ticket)
