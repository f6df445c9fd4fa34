"""When a customer's silence begins, and what is said into it: the open matter, by its name."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot import hours
from bot.dialog import buttons, details, words
from bot.model import Choice, Conversation, Question, Reply, State
from bot.records import replace
from intents import Detail, Faq, quote


def begin_silence(conversation: Conversation, faq: Faq, now: datetime) -> None:
    """After any message: what was planned before is void, and a new silence may begin here.

    The silence is known by the last message, so a reply needs to cancel nothing. But reminders are
    counted over all silences of a matter: a line in between buys nobody a third one.
    """
    reminded = _reminded(conversation, faq)
    conversation.episode = conversation.last_seq
    conversation.ping_step, conversation.ping_due_at = 0, None
    state = conversation.state
    # Who said that it takes him hours is not reminded in half of one.
    later = state.memory.later and len(faq.pings.after) > 1
    begin = max(reminded, int(later))
    memory = replace(state.memory, reminded=reminded, silence_from=begin)
    if memory != state.memory:
        conversation.state = replace(state, memory=memory)
    if state.waiting_on == "customer":
        schedule(conversation, begin, faq, now, timedelta(0))


def _reminded(conversation: Conversation, faq: Faq) -> int:
    """How often he was reminded of what is open now."""
    state, most = conversation.state, len(faq.pings.after)
    if state.ticket is None:
        parked = conversation.ping_step >= most and conversation.ping_due_at is None
        if state.waiting_on != "customer" or parked:
            return 0
    known = state.memory
    sent = max(conversation.ping_step - known.silence_from, 0)
    return min(known.reminded + sent, most)


def schedule(
    conversation: Conversation, step: int, faq: Faq, now: datetime, spent: timedelta
) -> None:
    """Plan a step of a silence of which `spent` has passed: a reminder at a polite moment.

    Behind the last one comes parking. So it does at once for who wants no reminders, and where no
    polite moment is to come.
    """
    plan, moment = faq.pings, None
    if step < len(plan.after) and not conversation.state.memory.quiet:
        wait = max(plan.after[step] - spent, timedelta(0))
        moment = hours.next_polite(faq.store, plan.quiet, now + wait)
    if moment is None:
        step, moment = len(plan.after), now + max(plan.park_after - spent, timedelta(0))
    conversation.ping_step, conversation.ping_due_at = step, moment


def park(state: State) -> State:
    """Nobody came back: nothing is owed until the customer writes, and then it goes on here."""
    return replace(state, waiting_on="nobody", ticket_status="no_reply" if state.ticket else None)


def remind(
    state: State, faq: Faq, *, last: bool, again: bool = False, later: bool = False
) -> Reply:
    """The ping for a conversation that waits on the customer; `last`: no other follows.

    `again`: he is here, and the question is only put once more. `later`: he was reminded before, so
    other words are found.
    """
    text, choices = _matter(state, faq, again=again)
    if later:
        text = f"{faq.texts.remind_again}\n{text}"
    return Reply(text=f"{text}\n{faq.texts.remind_last}" if last else text, choices=choices)


def _matter(state: State, faq: Faq, *, again: bool) -> tuple[str, tuple[Choice, ...]]:
    question, texts = state.question, faq.texts
    matter = words.clip(state.matter) or texts.matter_unnamed
    if question is None:
        if state.ticket:
            return texts.remind_ticket(matter, state.ticket), ()
        return texts.remind_other(matter), ()
    if question.kind == "choose":
        return _choose(question, matter, faq)
    if question.kind == "detail":
        ask, choices = _missing(state, faq)
        return (texts.ask_back if again else texts.remind_detail)(ask, matter), choices
    if question.kind == "file":
        return texts.remind_file(matter), buttons.file_or_not(texts)
    # Of a picture nobody knows what it shows.
    unknown = state.memory.details.get("photo") and not state.memory.intent
    text = texts.remind_photo if unknown else texts.remind_person(matter)
    return text, (buttons.call(texts),)


def _choose(question: Question, matter: str, faq: Faq) -> tuple[str, tuple[Choice, ...]]:
    """A list once more, or the one guess."""
    texts = faq.texts
    offered = [intent for i in question.intents if (intent := faq.get(i))]
    if len(offered) == 1:
        (one,) = offered
        return texts.choose_one(one.title), buttons.right_or_not(texts, one.id)
    titles = ", ".join(quote(intent.title) for intent in offered)
    choices = tuple(Choice(i.title, i.title, f"intent:{i.id}") for i in offered)
    return texts.remind_choose(titles or quote(matter)), choices


def _missing(state: State, faq: Faq) -> tuple[str, tuple[Choice, ...]]:
    """The open question about details, in the words in which it was first asked."""
    question = state.question
    intent = faq.get(question.intents[0]) if question and question.intents else None
    if question is None or intent is None:
        return faq.texts.ask_missing, ()
    unasked = replace(state.memory, asked={})
    missing = {one.id: one for one in details.missing(intent, unasked)}
    # A name and a phone number may be asked for in an order number's place.
    who = [name for name in ("name", "phone") if not state.memory.details.get(name)]
    named = (missing.get(i) or (Detail(i) if i in who else None) for i in question.details)
    wanted = [one for one in named if one is not None]
    if not wanted:
        return faq.texts.ask_missing, ()
    text, choices, _ = details.ask(faq.texts, intent, wanted, unasked)
    return text, choices
