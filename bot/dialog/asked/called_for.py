"""What a ticket turns out to be about: what somebody called for in vain, or what he waits for."""

from __future__ import annotations

import re

from bot.dialog import details, extract, manner, wishes, words
from bot.dialog.asked.heard import Answer, received
from bot.dialog.complaints.told import told_plainly
from bot.dialog.entries import asked_for, first_complaint, pays_back
from bot.dialog.filing import add
from bot.dialog.turn import Turn
from bot.model import AddToTicket, Decision, Reply
from bot.patterns import searched
from bot.records import replace
from intents import Intent

_CALLED = searched("전화|통화")
#: What comes along with goods, and nothing else said.
_ALONG = re.compile(
    r"(?:아니|네|아|그|저|제가|받을|받기로한|준다던|주신다던|주신다고한|같이온다던|말한)*(?:사은품|증정품|샘플|견본|덤|쇼핑백|보증서|설명서)(?:만|이|가|은)?"
    r"(?:사은품|증정품|샘플)?(?:만)?(?:이요|요|이에요|예요|말이에요|말인데요|입니다|인데요|안왔어요|안왔다고요)"
)
#: `등산화 교환 때문에 전화드렸어요`
_WISH_AS_TOPIC = searched(
    "(?P<wish>교환|반품|환불|취소)(?:때문|건(?!조)|문제|관련|문의|하려|할려|하고싶|좀|이?요$)"
)
#: `환불 어떻게 돼 가는지 물어보려고요`: the money is waited for.
_HOW_IT_STANDS = searched("어떻게(?:되|돼|진행)|언제|진행상황|되고있|됐는지|되었는지|처리됐")


def called_in_vain(turn: Turn) -> bool:
    """Whether he is asked what he called for, where nobody took the call: nobody was rude then, and
    nobody knows of his matter yet, as who wrote before may think.
    """
    question, before = turn.state.question, turn.memory.details.get("what", "")
    asked = question is not None and "topic" in question.details and bool(turn.state.ticket)
    return asked and bool(_CALLED.search(before)) and manner.misses_an_answer(before)


def names_what_he_called_for(answer: Answer) -> Decision | None:
    """`배송이 안 와서요` behind `전화를 안 받으시네요`: nobody was rude, and the parcel is the
    matter.

    It keeps the place before others that waiting in vain gave it.
    """
    turn = answer.turn
    if not called_in_vain(turn) or answer.intent.category != "service":
        return None
    if manner.blames_staff(turn.text):
        return None
    entry = _told(turn)
    if entry is None or entry.ticket == "none" or entry.category == "service":
        return None
    told = {name: said for name, said in answer.memory.details.items() if name != "topic"}
    memory = replace(answer.memory, intent=entry.id, details=told)
    change = AddToTicket(category=entry.category, intent_id=entry.id, title=entry.title)
    said = Reply(text=turn.texts.got_it_too)
    return add(turn.remembering(memory), said, intent=entry, changes=change, memory=memory)


def _told(turn: Turn) -> Intent | None:
    """The complaint, or the wish, that a line names."""
    if manner.is_late(turn.text):
        return first_complaint(turn, "shipping")
    if (complaint := told_plainly(turn)) is not None:
        return complaint
    found = _WISH_AS_TOPIC.search(words.squash(turn.text))
    wish = wishes.request(turn.text) or (found["wish"] if found is not None else "")
    if wish == "환불" and _HOW_IT_STANDS.search(words.squash(turn.text)):
        return pays_back(turn) or asked_for(turn, wish)
    return asked_for(turn, wish) if wish else None


def names_what_is_missing(answer: Answer) -> Decision | None:
    """`사은품이요` behind `왜 안 보내 줘요`: no parcel is late, but something in it was missing."""
    turn, intent = answer.turn, answer.intent
    late = intent.category == "shipping" and intent.ticket == "open" and turn.state.ticket
    said = words.squash(extract.without_numbers(turn.own_words)) if late else ""
    entry = first_complaint(turn, "exchange") if said and _ALONG.fullmatch(said) else None
    if entry is None:
        return None
    # It is to be sent, and what was ordered finds it not.
    told = {**answer.memory.details, "wish": turn.texts.button_send}
    asked = {**answer.memory.asked, "option": details.MOST_ASKED}
    memory = replace(answer.memory, intent=entry.id, details=told, asked=asked)
    change = AddToTicket(category=entry.category, intent_id=entry.id, title=entry.title)
    opening = received(turn, memory, answer.fresh)
    return add(
        turn.remembering(memory), Reply(text=opening), intent=entry, changes=change, memory=memory
    )
