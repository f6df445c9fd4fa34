"""When a customer's silence begins, and what is said into it: the open matter, by its name."""

from __future__ import annotations

from datetime import datetime

from bot.dialog import texts, words
from bot.model import Choice, Conversation, Reply, State
from intents import Faq, PingPlan


def begin_silence(conversation: Conversation, plan: PingPlan, now: datetime) -> None:
    """After any message: what was planned before is void, and a new silence may begin here.

    The silence is known by the last message, so a reply needs to cancel nothing.
    """
    conversation.episode = conversation.last_seq
    conversation.ping_step = 0
    waits = bool(plan.after) and conversation.state.waiting_on == "customer"
    conversation.ping_due_at = now + plan.after[0] if waits else None


def remind(state: State, faq: Faq, *, last: bool) -> Reply:
    """The ping for a conversation that waits on the customer; `last`: no other follows."""
    text, choices = _matter(state, faq)
    return Reply(text=f"{text}\n{texts.REMIND_LAST}" if last else text, choices=choices)


def _matter(state: State, faq: Faq) -> tuple[str, tuple[Choice, ...]]:
    question, matter = state.question, words.clip(state.matter) or texts.MATTER
    if question is None:
        if state.ticket:
            return texts.REMIND_TICKET.format(matter=matter, ticket=state.ticket), ()
        return texts.REMIND_OTHER.format(matter=matter), ()
    if question.kind == "choose":
        offered = [intent for i in question.intents if (intent := faq.get(i))]
        titles = ", ".join(f"‘{intent.title}’" for intent in offered)
        choices = tuple(Choice(i.title, i.title, f"intent:{i.id}") for i in offered)
        return texts.REMIND_CHOOSE.format(titles=titles or f"‘{matter}’"), choices
    if question.kind == "file":
        yes = Choice(texts.YES_FILE, texts.YES_FILE, "yes")
        return texts.REMIND_FILE.format(matter=matter), (yes, Choice(texts.NO, texts.NO, "no"))
    return texts.REMIND_PERSON.format(matter=matter), (Choice(texts.CALL, texts.CALL, "human"),)
