"""What a complaint about goods asks in its own line: told beside what is done, or passed on."""

from __future__ import annotations

from bot.dialog import manner
from bot.dialog.complaints.told import OF_WHAT_CAME
from bot.dialog.lines import parts_of
from bot.dialog.manner.damage import SENTENCES
from bot.dialog.standing import known_of_it
from bot.dialog.turn import Turn
from bot.model import TICKET_NUMBER, Decision, FileTicket, Incoming
from bot.records import replace
from intents import Intent, Match

_UNREAD = Match(verdict="none", candidates=(), repairs=(), text="")
#: Above lines that stand under another entry's title.
_OF_ANOTHER = "["


def with_what_it_asks(turn: Turn, decision: Decision) -> Decision:
    """The decision, with what is said to a question in the complaint that it files.

    `밑창이 벌어졌어요 교환하면 며칠이나 걸리나요?` in one line gets what it would get in two.
    """
    change, reply = decision.ticket, decision.reply
    if reply is None or not isinstance(change, FileTicket) or turn.incoming.tap is not None:
        return decision
    intent = turn.faq.get(change.intent_id or "")
    if intent is None or intent.ticket != "open" or intent.category not in OF_WHAT_CAME:
        return decision
    # Above its number, and what is asked for.
    taken, number, rest = reply.text.partition(f"\n\n{turn.texts.number(TICKET_NUMBER)}")
    asked = filter(manner.asks, map(_behind_the_story, parts_of(turn.own_words)))
    told = next(filter(None, (_told_of(turn, intent, part, taken) for part in asked)), "")
    if not told or not number:
        return decision
    return replace(decision, reply=replace(reply, text=f"{taken}\n{told}{number}{rest}"))


def _behind_the_story(part: str) -> str:
    """A part of a line without the clauses that report (`깨져서 왔는데 버려도 되나요`)."""
    clauses = [clause for clause in SENTENCES.split(part) if clause.strip()]
    while len(clauses) > 1 and _reports(clauses[0]):
        del clauses[0]
    return " ".join(clauses)


def _reports(clause: str) -> bool:
    return (
        manner.reports_damage(clause)
        or manner.reports_problem(clause)
        or manner.got_another(clause)
        or manner.lacks_a_part(clause)
    )


def _told_of(turn: Turn, intent: Intent, part: str, said: str) -> str:
    asked = manner.pursued(manner.beside_courtesy(part))
    if asked is None or _reports(part) or manner.asks_status(part):
        return ""
    if manner.asks_to_send_photo(part):
        return turn.texts.photo_here
    told = known_of_it(_once_filed(turn, intent, part), intent)
    if told and all(line in said for line in told.split("\n")):
        return ""
    if told.startswith(_OF_ANOTHER):
        told = turn.texts.asked_person  # what holds for goods that nothing is wrong with
    unknown = told == turn.texts.asked_person or (
        not told and bool(asked.facts) and not any(fact.search(said) for fact in asked.facts)
    )
    return turn.texts.asked_within if unknown else told


def _once_filed(turn: Turn, intent: Intent, part: str) -> Turn:
    """The part as a message of its own, right behind the complaint that it stands in."""
    story = turn.own_words.replace(part, "").strip()
    memory = replace(turn.memory, intent=intent.id, details={"what": story})
    state = replace(turn.state, ticket=1, memory=memory, question=None)
    line = Incoming(channel=turn.incoming.channel, customer=turn.incoming.customer, text=part)
    return replace(turn, state=state, incoming=line, match=_UNREAD)
