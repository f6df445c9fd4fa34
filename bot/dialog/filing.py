"""A matter is given to a person: the ticket, what it needs, and when somebody answers."""

from __future__ import annotations

import re

from bot import hours
from bot.dialog import details, manner, words
from bot.dialog.learning import begin, learn
from bot.dialog.told_behind import with_what_is_behind
from bot.dialog.turn import Turn, say
from bot.model import TICKET_NUMBER, AddToTicket, Decision, FileTicket, Memory, Question, Reply
from bot.records import replace
from intents import Intent

#: `안 되면 해지해 주세요`: nothing has failed yet.
_NOT_LIKED = re.compile(
    r".*(?:마음|맘)에(?:는|도|별로|영|좀|잘)*(?:안들|들지(?:가|는|를)?않|안차)|.*(?:필요(?:가|는)?없어[졌져지]|안맞을(?:거|것)같)"
)
_IF_NOT = re.compile("(?:만약|혹시|만일)?안(?:되|돼|될)(?:면|경우|시)")


def file(
    turn: Turn,
    opening: str | Reply,
    intent: Intent | None,
    *,
    own_words: str = "",
    urgent: bool = False,
    asks: bool = True,
    begun: Memory | None = None,
) -> Decision:
    """Give the matter to a person: a new ticket, or a line more on the one that is open.

    What the ticket needs and nobody told yet is asked for, but not without `asks`. `urgent`: it
    comes before others, and nothing is asked either. `begun`: the memory of the matter where that
    is known already.
    """
    said = opening if isinstance(opening, Reply) else Reply(text=opening)
    if turn.state.ticket:
        return add(turn, said, intent=None, urgent=urgent)
    spoken = own_words or _own_words(turn)
    urgent = urgent or manner.anger(turn.text) > 1
    asks = asks and not urgent
    if begun is None or spoken != turn.text:
        begun = begin(turn, intent, spoken)
    memory = replace(begun, filed_at=turn.now)
    memory = with_what_is_behind(turn, intent, memory) if intent is not None else memory
    if not asks:  # a person comes at once, and asks himself
        memory = details.asked_no_more(intent, memory)
    wanted = details.missing(intent, memory) if intent is not None and asks else []
    # Who was angry before he told what it is about has not calmed down since.
    priority = max(
        int(urgent or manner.is_hurt(turn.text) or turn.memory.anger > 0), manner.anger(turn.text)
    )
    change = FileTicket(
        category=intent.category if intent else "other",
        intent_id=intent.id if intent else None,
        title=_title(turn, intent) or words.clip(spoken) or turn.texts.matter_photo,
        words=spoken,
        details=memory.details,
        priority=priority,
        status="waiting" if wanted else "open",
    )
    number = turn.texts.number(TICKET_NUMBER)
    head = "\n".join(filter(None, (sorry(turn, said.text), said.text)))
    if wanted and intent is not None:
        closed = "" if hours.open_at(turn.faq.store, turn.now) else f"\n{when(turn)}"
        body = replace(said, text=f"{head}\n\n{number}{closed}")
        return _ask(turn, body, intent, memory, change)
    reply = replace(said, text=f"{head}\n\n{number}\n{when(turn)}")
    return say(turn, reply, ticket=change, matter=change.title, memory=memory)


def raised(decision: Decision) -> Decision:
    """With a ticket that comes before others."""
    if not isinstance(decision.ticket, FileTicket):
        return decision
    priority = max(decision.ticket.priority, 1)
    return replace(decision, ticket=replace(decision.ticket, priority=priority))


def _title(turn: Turn, intent: Intent | None) -> str:
    """The name of a matter; an offer may be one for several."""
    question = turn.state.question
    if intent is None or question is None or intent.id not in question.intents[:1]:
        return intent.title if intent else ""
    offered = question.intents if question.kind == "file" else (intent.id,)
    return ", ".join(one.title for i in offered if (one := turn.intent(i)) is not None)


def titled(decision: Decision, title: str) -> Decision:
    """What was filed, under a title that says more of it than the entry's."""
    if not isinstance(decision.ticket, FileTicket):
        return decision
    return replace(
        decision,
        ticket=replace(decision.ticket, title=title),
        state=replace(decision.state, matter=title),
    )


def add(
    turn: Turn,
    said: Reply,
    *,
    intent: Intent | None,
    changes: AddToTicket | None = None,
    memory: Memory | None = None,
    urgent: bool = False,
) -> Decision:
    """A line more for the open ticket, and what it still needs when `intent` is given."""
    memory = memory or learn(turn, turn.entry, ())
    if urgent:
        memory = details.asked_no_more(turn.intent(memory.intent), memory)
    change = replace(
        changes or AddToTicket(),
        details=memory.details,
        priority=max(int(urgent or manner.is_hurt(turn.text)), manner.anger(turn.text)),
    )
    if intent is not None:
        memory = with_what_is_behind(turn, intent, memory)
        change = replace(change, details=memory.details)
    wanted = [] if intent is None or urgent else details.missing(intent, memory)
    if wanted and intent is not None:
        return _ask(turn, said, intent, memory, replace(change, status="waiting"))
    done = f"{_taken_in(turn, intent, memory)}\n{when(turn)}"
    body = done if intent is not None else added(turn, first=urgent)
    reply = replace(said, text=f"{said.text}\n\n{body}".strip())
    return say(turn, reply, ticket=change, memory=memory)


def _taken_in(turn: Turn, intent: Intent | None, memory: Memory) -> str:
    """That all was taken in; of an order whose number was asked in vain, what was told so far."""
    told = memory.details.keys()
    needed = intent is not None and any(one.id == "order_number" for one in details.of(intent))
    needed = needed or bool(memory.asked.get("order_number"))
    lacks = needed and "order_number" not in told and not {"name", "phone"} <= told
    said = turn.texts.so_far if lacks else turn.texts.complete
    return said(turn.ticket)


def unanswered(turn: Turn, memory: Memory) -> Memory:
    """The memory of who put something right under a question: that may be asked once more."""
    question = turn.state.question
    if question is None or question.kind != "detail":
        return memory
    return details.put_aside(memory, question.details)


def _ask(
    turn: Turn, said: Reply, intent: Intent, memory: Memory, change: FileTicket | AddToTicket
) -> Decision:
    """Say it, and ask for what is missing."""
    text, choices, names = details.ask(turn.texts, intent, details.missing(intent, memory), memory)
    helps = turn.texts.photo_helps if _photo_helps(turn, intent, memory, names) else ""
    body = "\n".join(filter(None, (text, helps)))
    memory = replace(memory, asked=details.asked(memory, names))
    return say(
        turn,
        replace(said, text=f"{said.text}\n\n{body}".strip(), choices=choices),
        question=Question(kind="detail", intents=(intent.id,), details=names),
        ticket=change,
        matter=intent.title,
        memory=memory,
    )


def _photo_helps(turn: Turn, intent: Intent, memory: Memory, names: tuple[str, ...]) -> bool:
    """A picture is asked for once, where one shows more than words."""
    shows = intent.category in {"product_quality", "wrong_information"} or "wish" in {
        detail.id for detail in details.of(intent)
    }
    first = "order_number" in names and not memory.asked.get("order_number")
    return shows and first and "photo" not in memory.details and "사진" not in intent.answer


def sorry(turn: Turn, said: str) -> str:
    """An apology for who is angry or hurt, unless one is in what is said, or was said before."""
    if turn.memory.sorry or apologises(turn, said):
        return ""
    # `출고 안 됐으면 14로`, `안 되면 해지해 주세요`: nothing is wrong yet.
    none = manner.own_slip(turn.text) or manner.not_sent_yet(turn.text)
    none = none or bool(_IF_NOT.match(words.squash(turn.text)))
    # `배송 일주일만 늦춰 주세요` waits for nothing.
    none = none or (manner.wants_it_later(turn.text) and not manner.is_late(turn.text))
    none = none or _is_taste(turn.text)
    packs = manner.wants_careful_packing(turn.text) and not manner.reports_damage(turn.text)
    none = none or packs
    trouble = (manner.reports_problem(turn.text) or manner.misses_money(turn.text)) and not none
    trouble = trouble or manner.is_hurt(turn.text)
    return turn.texts.sorry if manner.anger(turn.text) or trouble else ""


def _is_taste(text: str) -> bool:
    """Whether sound goods are but not liked (`색이 마음에 안 들어요`): the store did no wrong."""
    if not _NOT_LIKED.search(words.squash(text)):
        return False
    blames = manner.blames_service(text) or manner.is_late(text) or manner.is_unlike(text)
    return not (blames or manner.reports_damage(text))


def apologises(turn: Turn, said: str) -> bool:
    """Whether an apology is in what is said, the seller's own words for it among them."""
    return "죄송" in said or turn.texts.sorry in said


def taken(turn: Turn, intent: Intent | None) -> str:
    """That a matter was taken in, by its name where it has one."""
    return turn.texts.filed(intent.title if intent else turn.texts.matter_unnamed)


def _own_words(turn: Turn) -> str:
    """What the customer said about the matter; an answer to a question needs the line before it."""
    state = turn.state
    if state.question is None and turn.incoming.tap != "human":
        return turn.text
    if is_bare(turn):
        return state.words or state.matter or turn.text
    # The line that was not understood, or led to a choice, is a part of the story.
    if _only_asked_how_it_stands(state.words) and manner.asks_or_reports(turn.text):
        return turn.text
    if state.misses or (state.question is not None and state.question.kind in {"choose", "file"}):
        return both_lines(turn)
    if manner.wants_person(turn.text) or words.is_order_number(turn.text):
        return both_lines(turn)
    return turn.text


def _only_asked_how_it_stands(line: str) -> bool:
    """`제 문의 어떻게 됐나요` where none was open is no part of the matter that is told then."""
    return manner.asks_status(line) and manner.asks(line) and not manner.names_goods(line)


def is_bare(turn: Turn) -> bool:
    """A tap, a yes or a number: it says nothing about a matter by itself."""
    answer = words.yes_or_no(turn.text) or words.number(turn.text) is not None
    return bool(turn.incoming.tap or answer)


def added(turn: Turn, *, first: bool = False) -> str:
    """That the line is with the open ticket, and (once, not every time) when somebody reads it."""
    text = turn.texts.added(turn.ticket)
    return text if turn.state.misses else f"{text}\n{when(turn, first=first)}"


def when(turn: Turn, *, first: bool = False) -> str:
    """When a person answers, by the store's hours; `first`: before others."""
    if hours.open_at(turn.faq.store, turn.now):
        closing = hours.closing(turn.faq.store, turn.now) if first else None
        return turn.texts.soon_first(hours.clock(closing)) if closing else turn.texts.soon
    opening = hours.next_opening(turn.faq.store, turn.now)
    if opening is None:
        return turn.texts.closed
    return turn.texts.later(hours.spoken(opening, turn.now))


def both_lines(turn: Turn) -> str:
    """Both lines that were not understood: together they tell the operator more."""
    earlier = turn.state.words
    return f"{earlier}\n{turn.text}" if earlier and earlier != turn.text else turn.text


def topic(turn: Turn) -> Intent | None:
    """The entry the last question was about, when it was about one."""
    question = turn.state.question
    # Of an offer for several the first is the one that needs most.
    if question is None or not question.intents:
        return None
    if len(question.intents) > 1 and question.kind != "file":
        return None
    return turn.intent(question.intents[0])
