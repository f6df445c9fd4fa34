"""What the FAQ says: an entry's answer, a list to choose from, a question put again."""

from __future__ import annotations

from dataclasses import replace

from bot import hours
from bot.dialog import texts
from bot.dialog.filing import added, file, is_bare
from bot.dialog.remind import remind
from bot.dialog.turn import Turn, say
from bot.model import AddToTicket, Choice, Decision, Question, Reply, TicketChange
from intents import Intent


def answer(turn: Turn, intent: Intent) -> Decision:
    """The entry's answer, and the ticket that it opens or offers."""
    closed = not hours.open_at(turn.faq.store, turn.now)
    text = intent.answer_off_hours if closed and intent.answer_off_hours else intent.answer
    text = text.strip()
    follow_ups = tuple(
        _choice(other) for i in intent.follow_ups if (other := turn.intent(i)) is not None
    )
    if intent.ticket == "open":
        reply = Reply(text=text, buttons=intent.buttons, choices=follow_ups, images=intent.images)
        return file(turn, reply, intent)
    if intent.ticket == "none":
        return _show(turn, intent, text, follow_ups)
    if turn.state.ticket:
        said = f"{text}\n\n{added(turn)}"
        return _show(turn, intent, said, follow_ups, ticket=AddToTicket())
    choices = (
        Choice(label=texts.YES_FILE, text=texts.YES_FILE, value="yes"),
        Choice(label=texts.NO, text=texts.NO, value="no"),
        *follow_ups,
    )
    question = Question(kind="file", intents=(intent.id,))
    return _show(turn, intent, f"{text}\n\n{texts.ASK_FILE}", choices, question)


def numbered(turn: Turn, question: Question, number: int) -> Decision | str | None:
    """What a number means under a yes-or-no question: its choices as they stand on the screen."""
    if number in {1, 2}:
        return "yes" if number == 1 else "no"
    topic = turn.intent(question.intents[0]) if question.intents else None
    follow_ups = [i for name in (topic.follow_ups if topic else ()) if (i := turn.intent(name))]
    if 3 <= number < 3 + len(follow_ups):
        return answer(turn, follow_ups[number - 3])
    return None


def _show(
    turn: Turn,
    intent: Intent,
    text: str,
    choices: tuple[Choice, ...] = (),
    question: Question | None = None,
    ticket: TicketChange | None = None,
) -> Decision:
    reply = Reply(text=text, buttons=intent.buttons, choices=choices, images=intent.images)
    return say(turn, reply, question=question, ticket=ticket, matter=intent.title, spoke=True)


def offer(turn: Turn, offered: list[Intent], opening: str, *, misses: int) -> Decision:
    """Choices, numbered because quick replies disappear from a messenger's screen; or one guess."""
    if len(offered) == 1:
        text = texts.CHOOSE_ONE.format(title=offered[0].title)
        choices: tuple[Choice, ...] = (
            Choice(texts.YES_ONE, texts.YES_ONE, f"intent:{offered[0].id}"),
            Choice(texts.NO_ONE, texts.NO_ONE, "no"),
        )
    else:
        lines = [f"{place}. {intent.title}" for place, intent in enumerate(offered, start=1)]
        text = "\n".join([opening, "", *lines, "", texts.CHOOSE_NONE])
        choices = tuple(_choice(intent) for intent in offered)
    return say(
        turn,
        text,
        question=Question(kind="choose", intents=tuple(intent.id for intent in offered)),
        choices=choices,
        misses=misses,
        matter=offered[0].title,
        # A yes, or a number out of range, is no new matter.
        spoke=turn.state.question is None or not is_bare(turn),
    )


def ask_again(turn: Turn, question: Question, opening: str = "") -> Decision:
    """The open question once more: what came was neither an answer to it nor another matter."""
    asked = remind(turn.state, turn.faq, last=False)
    reply = replace(asked, text=opening + asked.text)
    return say(turn, reply, question=question, misses=turn.state.misses)


def _choice(intent: Intent) -> Choice:
    return Choice(label=intent.title, text=intent.title, value=f"intent:{intent.id}")
