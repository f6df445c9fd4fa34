"""A matter is given to a person: the ticket, what it needs, and when somebody answers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import timedelta

from bot import hours
from bot.dialog import details, extract, manner, reading, reasons, whose_order, wishes, words
from bot.dialog.lines import in_order
from bot.dialog.turn import Turn, say
from bot.model import TICKET_NUMBER, AddToTicket, Decision, FileTicket, Memory, Question, Reply
from bot.records import replace
from intents import Intent

#: An order named so long ago is the one that is still talked about.
SAME_ORDER = timedelta(hours=1)
#: For so long a line may belong to the matter that was resolved, or talked about, last.
REMEMBERED = timedelta(days=14)
#: Details that go along when the matter turns out to be another one.
ALWAYS_CARRIED = frozenset(("order_number", "photo", "phone", "name"))
#: Details that go along where what was offered for the same goods turns into another wish.
OF_THE_STORY = frozenset(("when", "what", "option", "quantity", "address"))
#: Details without which nobody can do what is wanted beside the first matter.
OF_ITS_OWN = frozenset(("address", "option"))
#: Characters of the customer's own lines that a ticket keeps as what happened.
LONGEST_STORY = 2_000
#: `안 되면 해지해 주세요`: nothing has failed yet.
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
    if not asks:  # a person comes at once, and asks himself
        memory = details.asked_no_more(intent, memory)
    wanted = details.missing(intent, memory) if intent is not None and asks else []
    priority = max(int(urgent or manner.is_hurt(turn.text)), manner.anger(turn.text))
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


def begin(turn: Turn, intent: Intent | None, spoken: str) -> Memory:
    """The memory of a matter that begins now, or goes on: what was told of it stays."""
    known = turn.memory
    name = intent.id if intent else ""
    if known.intent != name:
        kept = _carried(turn)
        known = replace(known, intent=name, details=kept, also="", asked={}, put_aside="")
        known = replace(known, stuck=0, sorry=False)
    memory = learn(turn.remembering(known), intent, ())
    memory = _with_wish(intent, _with_first_line(turn, intent, memory))
    if _only_notes(turn, memory):
        memory = replace(memory, asked={**memory.asked, "address": details.MOST_ASKED})
    if spoken and spoken != turn.text:
        story = memory.details.get("what", "")
        said = [_told_in(line) for line in spoken.split("\n")]
        told = "\n".join(in_order(story.split("\n"), said))[:LONGEST_STORY]
        if told:  # Who told a number only, and wants a person, told nothing that happened.
            memory = replace(memory, details={**memory.details, "what": told})
    return memory


def _only_notes(turn: Turn, memory: Memory) -> bool:
    """`경비실에 맡겨 주세요` goes to the same address: nobody asks for a new one."""
    noted = manner.notes_for_courier(turn.text) and "address" not in memory.details
    return noted and not ("주소" in turn.text or "배송지" in turn.text)


def _with_first_line(turn: Turn, intent: Intent | None, memory: Memory) -> Memory:
    """With what the line told that got a list, or a guess: nobody knew yet what it was about."""
    question, said = turn.state.question, turn.state.words
    if intent is None or question is None or question.kind != "choose" or not said:
        return memory
    line = replace(turn.incoming, text=said, read="", tap=None, images=())
    match = replace(turn.match, verdict="none", candidates=(), repairs=(), text="")
    first = replace(turn.remembering(memory), incoming=line, match=match)
    told = reading.read(replace(first, state=replace(first.state, question=None)), intent, ())
    return replace(memory, details={**told, **memory.details})


def along(turn: Turn, memory: Memory, others: Iterable[Intent]) -> Memory:
    """The memory with what other matters of one ticket need of their own: told, or to be asked."""
    current = turn.intent(memory.intent)
    own = {detail.id for detail in details.of(current)} if current is not None else set()
    told, names = dict(memory.details), memory.also.split()
    for other in (one for one in others if one.ticket == "ask"):
        wanted = {detail.id for detail in details.of(other)} & OF_ITS_OWN - own
        read = reading.read(turn, other, ()) if wanted else {}
        told.update({name: said for name, said in read.items() if name in wanted})
        names += sorted(wanted - set(names))
    return replace(memory, details=told, also=" ".join(names))


def _with_wish(intent: Intent | None, memory: Memory) -> Memory:
    """With the wish that was stated before its reason was (`환불해 주세요`, `사진이랑 달라요`)."""
    wanted = intent is not None and any(detail.id == "wish" for detail in details.of(intent))
    if not wanted or memory.details.get("wish"):
        return memory
    said = memory.details.get("what", "").split("\n")
    wish = next((found for line in reversed(said) if (found := wishes.label(line))), "")
    told = {**memory.details, "wish": wish} if wishes.is_label(wish) else memory.details
    return replace(memory, details=told)


def _carried(turn: Turn) -> dict[str, str]:
    """What was told before that belongs to the matter that begins: the order, a picture, and all
    that was said while nobody knew yet what it was about.
    """
    known = turn.memory
    recent = known.last_at is not None and turn.now - known.last_at <= SAME_ORDER
    if not recent and turn.state.question is None:
        return _of_the_same_goods(turn)
    if not known.details and known.closed_at and turn.now - known.closed_at <= SAME_ORDER:
        # What was closed a moment ago: the parcel came, and is broken.
        return {k: v for k, v in known.closed_details.items() if k in ALWAYS_CARRIED - {"photo"}}
    if not known.intent:
        return {**_of_the_same_goods(turn), **known.details}
    # What was offered and not yet filed is the same story, told on (`아니 교환으로 할게요`).
    question = turn.state.question
    offered = question is not None and question.kind == "file" and not turn.state.ticket
    kept = ALWAYS_CARRIED | OF_THE_STORY if offered else ALWAYS_CARRIED
    return {k: v for k, v in known.details.items() if k in kept}


def _of_the_same_goods(turn: Turn) -> dict[str, str]:
    """The order of the matter resolved last, where it was of the goods that are named now."""
    known = turn.memory
    since, number = known.closed_at, known.closed_details.get("order_number", "")
    if since is None or turn.now - since > REMEMBERED or not number or ", " in number:
        return {}
    closed = turn.intent(known.closed_intent)
    # `왔는데 옆판이 찍혀 있어요` behind a late parcel is of that one.
    awaited = closed is not None and closed.category == "shipping" and closed.ticket == "open"
    came = awaited and manner.came_and_is_wrong(turn.text)
    if not (came or manner.names_alike(turn.text, known.closed_details.get("what", ""))):
        return {}
    return {"order_number": number}


def note(turn: Turn) -> Memory:
    """The memory of a turn that found no matter: what it told is kept for the one that comes."""
    if turn.memory.intent and not turn.state.ticket:
        # Something else was talked about before: of that only the order goes along.
        turn = turn.remembering(replace(turn.memory, intent="", details=_carried(turn)))
    numbers = reading.by_itself(turn)
    if not (numbers or tells_something(turn)):
        return turn.memory
    return learn(turn, None, ())


def tells_something(turn: Turn) -> bool:
    """Whether a line is about a matter: a trouble, a wish, or a plain detail such as a date."""
    if manner.asks(turn.text):
        return False
    if manner.asks_or_reports(turn.text) or manner.reports_damage(turn.text):
        return True
    moment = extract.when(turn.text, turn.now)
    return moment is not None and not reasons.remainder(turn.text, moment)


def learn(turn: Turn, intent: Intent | None, wanted: tuple[str, ...]) -> Memory:
    """The memory with what this text tells: the details in it, and its words as what happened."""
    # One rule asks what a line would tell, and the next files it.
    known: dict[tuple[str, tuple[str, ...]], Memory] = turn.__dict__.setdefault("learned", {})
    matter = intent.id if intent else "", wanted
    if matter not in known:
        known[matter] = _learn(turn, intent, wanted)
    return known[matter]


def _learn(turn: Turn, intent: Intent | None, wanted: tuple[str, ...]) -> Memory:
    told = dict(turn.memory.details)
    told.update(reading.read(turn, intent, wanted) if intent or wanted else reading.by_itself(turn))
    line = _told_in(turn.own_words, turn.memory.details.get("order_number", ""))
    if not line and "order_number" not in told and len(extract.order_numbers(turn.text)) > 1:
        line = turn.own_words  # two orders of which one is meant: he is asked which
    story = told.get("what", "")
    if line and not turn.incoming.tap and line not in story.split("\n"):
        told["what"] = f"{story}\n{line}".strip()[:LONGEST_STORY]
    asked = turn.memory.asked
    if "번호" in turn.text and not told.get("order_number") and manner.misses_a_detail(turn.text):
        # His name and phone find the order, too, and are still to be asked for.
        asked = {"name": 0, **asked, "order_number": details.MOST_ASKED}
    return replace(turn.memory, details=told, asked=asked)


def learn_beside(turn: Turn, intent: Intent | None) -> Memory:
    """What a question tells that was answered at once: its numbers, and no word of what happened.

    The conversation keeps it; a ticket that began with it would tell a person nothing.
    """
    memory = learn(turn, intent, ())
    broken = manner.reports_damage(turn.text) and not manner.asks_of_goods(turn.text)
    if broken or manner.reports_problem(turn.text) or manner.is_request(turn.text):
        return memory
    told = {name: said for name, said in memory.details.items() if name != "what"}
    if story := turn.memory.details.get("what"):
        told["what"] = story
    return replace(memory, details=told)


def _told_in(line: str, known: str = "") -> str:
    """What a line tells beside its number; of several, or of another than is `known`, each stays
    where it was said.
    """
    rest = reasons.remainder(line, None)
    if not rest:
        return rest
    numbers = extract.order_numbers(line)
    another = bool(known) and any(number not in known for number in numbers)
    return line if another or len(numbers) > 1 or whose_order.changes_phone(line) else rest


def sorry(turn: Turn, said: str) -> str:
    """An apology for who is angry or hurt, unless one is in what is said, or was said before."""
    if turn.memory.sorry or apologises(turn, said):
        return ""
    # `출고 안 됐으면 14로`, `안 되면 해지해 주세요`: nothing is wrong yet.
    none = manner.own_slip(turn.text) or manner.not_sent_yet(turn.text)
    none = none or bool(_IF_NOT.match(words.squash(turn.text)))
    packs = manner.wants_careful_packing(turn.text) and not manner.reports_damage(turn.text)
    none = none or packs
    trouble = manner.reports_problem(turn.text) and not none
    trouble = trouble or manner.is_hurt(turn.text)
    return turn.texts.sorry if manner.anger(turn.text) or trouble else ""


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
