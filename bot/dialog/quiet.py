"""Lines that are not answered, or not by the bot: a person is in charge, a double, a stop."""

from __future__ import annotations

import re
from datetime import timedelta

from bot import hours
from bot.dialog import extract, manner, words
from bot.dialog.answers import ask_again
from bot.dialog.asked.heard import same, with_both_orders
from bot.dialog.filing import added, sorry
from bot.dialog.good_news import is_over
from bot.dialog.in_vain import SILENCE, found_after_silence
from bot.dialog.learning import learn
from bot.dialog.put_right.corrections import change_wish, withdrawn
from bot.dialog.put_right.flats import mend_alone
from bot.dialog.put_right.mending import correct, mend_option
from bot.dialog.turn import Turn, say
from bot.model import AddToTicket, Decision, Memory, Reply, State
from bot.patterns import searched
from bot.records import replace

#: The same line again within this time is a nervous thumb, and is not answered a second time.
DOUBLE = timedelta(seconds=60)

#: So soon behind a line the same in fewer words says nothing more.
AT_ONCE = timedelta(seconds=12)
#: Letters of a line that is known again.
LEAST_DOUBLE = 4
_COURTEOUS = searched("(?:좀|요|여|용|이요)+$")
#: Who hears nothing for so long is no longer talking with the person in charge.
LEFT_ALONE = timedelta(hours=20)
#: Letters beside a hidden number that say nothing by themselves (`카드번호는`, `이에요`).
LONGEST_BESIDE = 6
#: `카드번호도 알려 드려요?`: of that number itself.
_OF_THE_NUMBER = re.compile(
    r"(?:네|제|그럼|그러면|혹시|여기|일단)*(?:결제)?(?:카드|주민(?:등록)?)번호(?:도|는|은|를|가)?"
    r"(?:(?:알려|필요|적어|드려|드릴|보내|말씀|불러|남길|남겨|있어야)[가-힣]{0,8}|이에요|예요|입니다|요)?"
)


def fetch(turn: Turn) -> Decision | None:
    """Only the answer that was late is wanted; the inbox takes along whatever waits."""
    return Decision(state=turn.state) if turn.incoming.tap == "fetch" else None


def stay_quiet(turn: Turn) -> Decision | None:
    """A person is in charge: the bot says nothing, the ticket is back with the store.

    But thanks need no answer from a person, and do not put the ticket back on his list.
    """
    if turn.state.mode != "human":
        return None
    if manner.wants_silence(turn.text) and not manner.is_question(turn.text):
        return Decision(state=replace(turn.state, memory=replace(turn.memory, quiet=True)))
    if (courtesy := _hear_courtesy(turn) or _hear_good_news(turn)) is not None:
        return courtesy
    memory = _put_right(turn, with_both_orders(turn, learn(turn, turn.entry, ())))
    state = replace(turn.state, waiting_on="store", question=None, misses=0, memory=memory)
    told = dict(memory.details) != dict(turn.memory.details)
    change = AddToTicket(details=memory.details if told else None, priority=manner.anger(turn.text))
    if _does_as_told(turn):
        state, change = replace(state, waiting_on="nobody"), replace(change, status="waiting")
    elif state.ticket and _is_left_alone(turn):
        change = replace(change, priority=max(change.priority, 1), note=SILENCE)
        return Decision(state=state, ticket=change, reply=Reply(text=found_after_silence(turn)))
    elif state.ticket and _comes_back_at_night(turn):
        text = "\n".join(filter(None, (sorry(turn, ""), added(turn))))
        return Decision(state=state, ticket=change, reply=Reply(text=text))
    return Decision(state=state, ticket=change if state.ticket else None)


def _does_as_told(turn: Turn) -> bool:
    """`네 문앞에 둘게요` where all was answered: kept, and nobody is late with an answer to it."""
    answered = turn.state.ticket_status in {"waiting", "snoozed"} and not turn.incoming.images
    return answered and turn.state.waiting_on == "nobody" and manner.will_do(turn.text)


def _put_right(turn: Turn, memory: Memory) -> Memory:
    """The details as they are, where a line puts one of them right (`아 805호예요`)."""
    found = manner.correction(turn.text)
    mended = correct(turn, found) if found is not None else mend_alone(turn) or mend_option(turn)
    if mended is None:
        return _with_other_wish(turn, memory)
    right = mended.state.memory.details
    kept = {name: right[name] for name in memory.details.keys() & right.keys() if name != "what"}
    return replace(memory, details={**memory.details, **kept})


def _with_other_wish(turn: Turn, memory: Memory) -> Memory:
    """`그냥 취소할게요` to the person in charge of a late parcel: what he wants now."""
    changed = change_wish(turn) if "wish" not in memory.details else None
    if changed is None or changed.state.memory.intent != memory.intent:
        return memory
    wish = changed.state.memory.details.get("wish", "")
    return replace(memory, details={**memory.details, "wish": wish}) if wish else memory


def _hear_good_news(turn: Turn) -> Decision | None:
    """`왔어요!!`: the ticket waits no more; whether it is closed is left to who is in charge."""
    over = turn.state.ticket and is_over(turn, turn.entry) and not manner.asks(turn.text)
    return Decision(state=turn.state, ticket=AddToTicket(status="waiting")) if over else None


def _hear_courtesy(turn: Turn) -> Decision | None:
    """Thanks, and that he looked or will later, beside what a person said last."""
    if turn.state.ticket_status not in {"waiting", "snoozed"} or turn.incoming.images:
        return None
    if manner.is_settled(turn.text) and not manner.is_over(turn.text):
        # He looked, and need not be reminded; a person is there for all but thanks.
        content = replace(turn.state, waiting_on="nobody")
        said = Reply(text=turn.texts.thanks) if manner.is_thanks(turn.text) else None
        return Decision(state=content, reply=said)
    if _only_thanks(turn):
        # Who was just asked something by a person talks with him.
        asked = turn.state.waiting_on == "customer"
        said = None if asked else Reply(text=turn.texts.thanks)
        return Decision(state=turn.state, reply=said)
    # What comes later is still the customer's to say; `다행이네요` wants nothing of anybody.
    taken_in = turn.state.waiting_on == "nobody" and manner.remarks(turn.text)
    taken_in = taken_in and not words.yes_or_no(turn.text)
    if taken_in or manner.is_heard(turn.text) or manner.puts_off(turn.text):
        return Decision(state=_put_off(turn))
    return None


def _is_left_alone(turn: Turn) -> bool:
    """Whether the person in charge owes him word since a day or longer, and he says so."""
    last = turn.memory.last_at
    long = last is not None and turn.now - last >= LEFT_ALONE
    if not long or turn.state.waiting_on != "store" or turn.memory.filed_at is None:
        return False
    return manner.misses_an_answer(turn.text) or manner.holds_to_word(turn.text)


def _comes_back_at_night(turn: Turn) -> bool:
    """Whether he writes anew while nobody is there, the talk with a person long over.

    Who was asked something, or is in the midst of a talk, is left to that person.
    """
    last = turn.memory.last_at
    over = last is not None and turn.now - last >= LEFT_ALONE
    asked = turn.state.waiting_on == "customer"
    return over and not asked and not hours.open_at(turn.faq.store, turn.now)


def _put_off(turn: Turn) -> State:
    later = manner.puts_off_long(turn.text)
    return replace(turn.state, memory=replace(turn.memory, later=later))


def _only_thanks(turn: Turn) -> bool:
    return manner.only_thanks(turn.text) and not extract.order_numbers(turn.text)


def stop_reminders(turn: Turn) -> Decision | None:
    """Whoever wants no reminders gets none, and is still answered."""
    too = turn.memory.quiet and manner.wants_that_silent_too(turn.text)
    asks = manner.wants_silence(turn.text) and not manner.is_question(turn.text)
    # `수신거부 했는데 또 왔어요` complains that it was of no use.
    asks = asks and not manner.disregarded(turn.text)
    # `또 보내네` is said of goods, too; only who is waited for is reminded.
    waits = turn.state.waiting_on == "customer" or turn.memory.quiet
    again = waits and manner.is_sent_again(turn.text)
    if not (too or asks or again):
        return None
    memory = replace(turn.memory, quiet=True)
    if turn.state.ticket and manner.withdraws(manner.beside_silence(turn.text)):
        return withdrawn(turn.remembering(memory))
    return say(turn, turn.texts.quiet, question=turn.state.question, memory=memory)


def hide_number(turn: Turn) -> Decision | None:
    """Nothing but a number that is not needed here: what was asked stays asked.

    A line that says more is answered as any other, with these words before it (`warned`).
    """
    text = warning(turn)
    rest = words.squash(extract.without_masks(turn.text))
    if not text or (len(rest) > LONGEST_BESIDE and not _OF_THE_NUMBER.fullmatch(rest)):
        return None
    question = turn.state.question
    if question is None:
        return say(turn, text, ticket=same(turn))
    return replace(ask_again(turn, question, f"{text}\n\n"), ticket=same(turn))


def warning(turn: Turn) -> str:
    """What is said of a number that was hidden before it was stored; empty without one."""
    if "*" not in turn.text:
        return ""
    said = (
        turn.texts.no_card if extract.has_hidden_card(turn.text) else "",
        turn.texts.no_resident if extract.has_hidden_resident(turn.text) else "",
    )
    return "\n".join(filter(None, said))


def warned(turn: Turn, decision: Decision) -> Decision:
    """The decision with the word about a hidden number before its reply."""
    text, reply = warning(turn), decision.reply
    if not text or reply is None or reply.text.startswith(text):
        return decision
    return replace(decision, reply=replace(reply, text=f"{text}\n\n{reply.text}"))


def _is_said_shorter(turn: Turn, plain: str) -> bool:
    """`송장번호요`, `송장` right behind `송장 번호 좀요`: the same once more, in no more words."""
    question = turn.state.question
    if turn.state.ticket or question is None or question.kind != "file":
        return False
    core = _COURTEOUS.sub("", plain)
    before = turn.memory.last
    return plain != before and len(core) > 1 and core in _COURTEOUS.sub("", before)


def ignore_double(turn: Turn) -> Decision | None:
    """The same line within a minute was answered already."""
    memory, plain = turn.memory, words.squash(turn.text)[:200]
    if memory.last_at is None or turn.incoming.images or turn.incoming.tap or turn.state.misses:
        return None
    since = turn.now - memory.last_at
    if since > DOUBLE:
        return None
    same = plain == memory.last and len(plain) >= LEAST_DOUBLE
    if not (same or (since <= AT_ONCE and _is_said_shorter(turn, plain))):
        return None
    if words.yes_or_no(turn.text) or not memory.said:
        return None
    ticket = AddToTicket(status=turn.state.ticket_status or "open") if turn.state.ticket else None
    return Decision(state=turn.state, ticket=ticket)
