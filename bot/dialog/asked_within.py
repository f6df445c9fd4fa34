"""What a line asks beside the matter that it tells: told with what is done, or passed on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from bot.dialog import manner, words
from bot.dialog.complaints.told import OF_WHAT_CAME
from bot.dialog.entries import LEAST_SHARED, tells_of_money
from bot.dialog.learning import LONGEST_STORY
from bot.dialog.lines import parts_of
from bot.dialog.manner import Pursued
from bot.dialog.own_spelling import typed
from bot.dialog.question_behind import (
    behind_the_story,
    question_behind,
    question_of_plan,
    reports,
)
from bot.dialog.reporting import wording
from bot.dialog.standing import known_of_it
from bot.dialog.turn import Turn
from bot.model import TICKET_NUMBER, Decision, FileTicket, Incoming, Reply, State
from bot.records import replace
from intents import Intent, Match

_UNREAD: Final = Match(verdict="none", candidates=(), repairs=(), text="")
#: Above lines that stand under another entry's title.
_OF_ANOTHER: Final = "["


@dataclass(frozen=True, slots=True)
class Heard:
    """A line as the rules hear it, and the question that it was parted from: as it was read and as
    it was typed, with the verdict on it.
    """

    incoming: Incoming
    match: Match
    question: str = ""
    typed: str = ""
    of_question: Match = _UNREAD


def without_question(state: State, incoming: Incoming, match: Match) -> Heard:
    """The line without the question that it ends or begins with, where the rest begins a matter.

    Of a matter that is open already a question is heard together with the rest.
    """
    whole = Heard(incoming, match)
    if match.halves is None or state.ticket or incoming.tap is not None:
        return whole
    asked = question_behind(incoming.read or incoming.text)
    if asked is None:
        return whole
    as_typed = typed(incoming, asked.question)
    before, found, after = incoming.text.rpartition(as_typed) if as_typed else ("", "", "")
    if not found:
        return whole
    text = f"{before.strip()} {after.strip()}".strip()
    matter = replace(incoming, text=text, read=asked.matter if incoming.read else "")
    return Heard(matter, match.halves[0], asked.question, as_typed, match.halves[1])


def with_what_it_asks(turn: Turn, decision: Decision, said: Incoming, heard: Heard) -> Decision:
    """The decision, with what is told to the question that the line `said` was parted from, or to
    one in a complaint about goods.

    `밑창이 벌어졌어요 교환하면 며칠이나 걸리나요?` in one line gets what it would get in two.
    """
    reply, change = decision.reply, decision.ticket
    parted = bool(heard.question)
    if not parted:
        heard = _with_plan(turn, said, heard)
    if reply is not None and isinstance(change, FileTicket) and said.tap is None:
        # Above its number, and what is asked for.
        taken, gap, rest = reply.text.partition(f"\n\n{turn.texts.number(TICKET_NUMBER)}")
        told = _told(turn, turn.faq.get(change.intent_id or ""), taken, heard) if gap else ""
        reply = replace(reply, text=f"{_and(taken, told)}{gap}{rest}") if told else reply
        decision = replace(decision, reply=reply)
    elif reply is not None and heard.question:
        decision = replace(decision, reply=_above_the_offer(turn, decision.state, reply, heard))
    return _in_full(turn, decision, said, heard) if parted else decision


def _with_plan(turn: Turn, said: Incoming, heard: Heard) -> Heard:
    """The line with what it asks beside a wish that is no more than planned, where it is one."""
    halves = heard.match.halves
    if halves is None or turn.state.ticket or said.tap is not None:
        return heard
    asked = question_of_plan(said.read or said.text)
    if asked is None:
        return heard
    return replace(heard, question=asked.question, of_question=halves[1])


def _above_the_offer(turn: Turn, state: State, reply: Reply, heard: Heard) -> Reply:
    """What is known of the question goes above an offer; whom it may concern is not said yet."""
    offered = state.question.intents[:1] if state.question is not None else ()
    taken, gap, rest = reply.text.rpartition("\n\n")
    told = _told(turn, turn.faq.get(offered[0]), taken, heard) if offered and gap else ""
    unsure = not heard.typed and heard.of_question.verdict != "answer"
    if told == turn.texts.asked_within or (unsure and told.startswith(_OF_ANOTHER)):
        # Of a plan the offer alone would be no answer to what was asked.
        told = "" if heard.typed else turn.texts.not_all_in_faq
    if not told:
        return reply
    return replace(reply, text=f"{_and(taken, told)}{gap}{rest}")


def _and(taken: str, told: str) -> str:
    """Lines under a title stand by themselves."""
    return f"{taken}\n\n{told}" if told.startswith(_OF_ANOTHER) else f"{taken}\n{told}"


def _told(turn: Turn, intent: Intent | None, taken: str, heard: Heard) -> str:
    if intent is None:
        return ""
    if heard.question:
        return _told_of(turn, intent, heard.question, heard.of_question, taken)
    if intent.ticket != "open" or intent.category not in OF_WHAT_CAME:
        return ""
    asked = filter(manner.asks, map(behind_the_story, parts_of(turn.own_words)))
    found = (_told_of(turn, intent, part, _UNREAD, taken) for part in asked)
    return next(filter(None, found), "")


def _told_of(turn: Turn, intent: Intent, part: str, match: Match, taken: str) -> str:
    """What to say to one question; empty where what is said of the matter holds it already."""
    asked = manner.pursued(manner.beside_courtesy(part))
    if asked is None or reports(part) or manner.asks_status(part):
        return ""
    if manner.asks_to_send_photo(part):
        return turn.texts.photo_here
    told = known_of_it(_once_filed(turn, intent, part, match), intent)
    if told and all(line in taken for line in told.split("\n")):
        if _is_said_of(told, asked):
            return ""
        told = ""
    # What holds for goods that nothing is wrong with is no answer to who got such.
    amiss = intent.ticket == "open" and told.startswith(_OF_ANOTHER)
    known = bool(told) and not amiss and told != turn.texts.asked_person
    if known:
        return told
    held = any(fact.search(taken) for fact in asked.facts)
    other = "" if asked.fee and held else _of_another(turn, intent, part, asked, match)
    # What is late is looked for, and when it comes is told then.
    late = intent.category == "shipping" and intent.ticket == "open" and "언제" in part
    return other or ("" if held or late else turn.texts.asked_within)


def _is_said_of(told: str, asked: Pursued) -> bool:
    """Whether lines hold more of a question than a word such as `온` (`사은품으로 온 것도요?`)."""
    named = [name for name in asked.names if len(name) > 1]
    return bool(asked.facts or asked.things or not named) or any(name in told for name in named)


def _of_another(turn: Turn, intent: Intent, part: str, asked: Pursued, match: Match) -> str:
    """The lines of another entry that hold the fact which is asked for, under its title."""
    best = match.candidates[0].intent_id if match.verdict == "answer" else ""
    entry = turn.intent(best)
    if entry is None or entry.id == intent.id or not entry.listed or entry.ticket == "open":
        return ""
    # `얼마나 걸릴까요?` is of the matter itself, whatever else takes its time.
    titled = words.title_letters(entry.title)[:LEAST_SHARED] in words.squash(part)
    if asked.is_bare and not titled:
        return ""
    lines = wording(turn, entry).split("\n")
    held = [line for line in lines if any(fact.search(line) for fact in asked.facts)]
    if not asked.facts and tells_of_money(entry):
        # `카드 환불은 바로 되나요?`
        named = [name for name in asked.names if len(name) > 1 and name not in entry.title]
        held = [line for line in lines if any(name in line for name in named)]
    return "\n".join([f"[{entry.title}]", *held]) if held else ""


def _once_filed(turn: Turn, intent: Intent, part: str, match: Match) -> Turn:
    """The part as a message of its own, right behind the matter that it stands beside."""
    story = turn.own_words.replace(part, "").strip()
    memory = replace(turn.memory, intent=intent.id, details={"what": story})
    state = replace(turn.state, memory=memory, question=None)
    line = Incoming(channel=turn.incoming.channel, customer=turn.incoming.customer, text=part)
    return replace(turn, state=state, incoming=line, match=match)


def _in_full(turn: Turn, decision: Decision, said: Incoming, heard: Heard) -> Decision:
    """The question among the customer's words: a person reads the line as it came."""

    def whole(words: str) -> str:
        found = words.replace(heard.incoming.text, said.text)
        return found if found != words else f"{words} {heard.typed}"

    state, change = decision.state, decision.ticket
    memory = replace(state.memory, last=words.squash(said.read or said.text)[:200])
    if isinstance(change, FileTicket):
        told = f"{change.details.get('what', '')} {heard.typed}".strip()[:LONGEST_STORY]
        change = replace(
            change, words=whole(change.words), details={**change.details, "what": told}
        )
        memory = replace(memory, details={**memory.details, "what": told})
    spoken = state.words if state.words == turn.state.words else whole(state.words)
    return replace(decision, state=replace(state, words=spoken, memory=memory), ticket=change)
