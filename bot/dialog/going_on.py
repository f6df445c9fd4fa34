"""What is said to who asks on behind an answer: more lines of the FAQ, or that it does not know."""

from __future__ import annotations

from bot.dialog import buttons
from bot.dialog.answers import keeps_offer, offered_again
from bot.dialog.filing import both_lines
from bot.dialog.learning import learn, learn_beside
from bot.dialog.turn import Turn, digest, say
from bot.model import Decision, Memory, Question
from bot.records import replace
from intents import Intent


def say_lines(turn: Turn, near: Intent, lines: str) -> Decision:
    """Quote, and leave the offer that is open where it was."""
    known = turn.entry
    learned = learn_beside(turn, known) if known is not None else about(turn, near)
    memory = replace(learned, shown=near.id)
    if digest(lines) == turn.memory.said:
        lines = turn.texts.again_short
    text, question, choices = offered_again(turn, lines)
    if question is not None and question.kind == "file" and not keeps_offer(turn):
        # What a person shall be asked goes along with a yes.
        memory = replace(with_line(turn, near), shown=near.id)
    return say(turn, text, question=question, choices=choices, memory=memory)


def with_line(turn: Turn, near: Intent) -> Memory:
    """The memory with what was asked: a ticket that grows from it shall hold that."""
    known = turn.entry
    return learn(turn, known, ()) if known is not None else about(turn, near)


def about(turn: Turn, near: Intent) -> Memory:
    """The memory of who was told of no entry yet, and asks of this one."""
    return replace(turn.memory, intent=near.id)


def with_all_words(turn: Turn, decision: Decision) -> Decision:
    """The words for the ticket that may grow: the first line, and what was asked after it."""
    return replace(decision, state=replace(decision.state, words=both_lines(turn)))


def offer_unknown(turn: Turn, near: Intent) -> Decision:
    """Say openly that the FAQ does not know, and offer to ask a person."""
    question = turn.state.question if keeps_offer(turn) else None
    decision = say(
        turn,
        f"{turn.texts.not_in_faq}\n{turn.texts.ask_file}",
        question=question or Question(kind="file", intents=(near.id,)),
        choices=buttons.file_or_not(turn.texts),
        matter=turn.state.matter if question else near.title,
        spoke=True,
        memory=replace(with_line(turn, near), shown=near.id),
    )
    return with_all_words(turn, decision)
