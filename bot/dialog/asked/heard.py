"""A line after a question about details, and how the matter goes on from it."""

from __future__ import annotations

from dataclasses import dataclass

from bot.dialog import details, manner, wishes, words
from bot.dialog.filing import add, file
from bot.dialog.put_right.mending import is_slip
from bot.dialog.turn import Turn
from bot.dialog.whose_order import means_another
from bot.model import AddToTicket, Decision, Memory, Question, Reply
from bot.patterns import searched
from bot.records import replace
from intents import Intent

#: Details that are no part of another question: `주말에도 상담하세요?` names a time, and asks.
NUMBERS = frozenset(("order_number", "phone", "name", "address"))

#: Whose number it is, or that there is one more.
_ANOTHERS = searched(
    "^(?:그리고|또)?(?:제|내|다른|나머지|또하나|두번째|둘째|엄마|어머니|아빠|남편|아내|언니|동생|친구)(?:하나)?(?:건|거는|것은|거|껀|꺼는|주문은|주문건은)"
    # `하나는 2025…0027이요`
    "|^(?:그리고|또|나머지|다른)*(?:하나|한건|한개)(?:는|은)"
)


@dataclass(frozen=True, slots=True)
class Answer:
    """A line after a question about details; `memory` is with what it told, `fresh` names that."""

    turn: Turn
    question: Question
    intent: Intent
    memory: Memory
    fresh: set[str]

    def without_the_rest(self) -> Decision:
        """Thank for what was told; what was asked beside it cannot be."""
        # Who names the number that he cannot tell may know all else.
        of_number = "번호" in self.turn.text and "order_number" in self.question.details
        names = ("order_number",) if of_number else self.question.details
        skipped = dict.fromkeys(names, details.MOST_ASKED)
        memory = replace(self.memory, asked={**self.memory.asked, **skipped}, stuck=0)
        return ask_on(self.turn, self.intent, memory, received(self.turn, memory, self.fresh))

    def asked_on(self, opening: str | Reply) -> Decision:
        """Thank, and ask for what is still missing; or say that all is there.

        Under something else than was asked, that is asked once more at most.
        """
        known, names = self.turn.memory, self.question.details
        missed = not known.stuck and not self.fresh & set(names)
        memory = details.put_aside(self.memory, names) if missed else self.memory
        memory = replace(memory, stuck=int(missed))
        return ask_on(self.turn, self.intent, memory, opening)


def told_anew(before: Memory, after: Memory) -> set[str]:
    """Which details are new or changed."""
    return {k for k, v in after.details.items() if before.details.get(k) != v}


def with_both_orders(turn: Turn, memory: Memory) -> Memory:
    """A second order beside the first one; it takes its place only where the first was wrong."""
    before = turn.memory.details.get("order_number", "")
    after = memory.details.get("order_number", "")
    if (
        not before
        or after.startswith(before)
        or after in before.split(", ")
        or manner.mends(turn.text)
        or (is_slip(before, after) and not _is_of_another(turn.text))
    ):
        return memory
    both = ", ".join(dict.fromkeys((*before.split(", "), *after.split(", "))))
    return replace(memory, details={**memory.details, "order_number": both})


def _is_of_another(text: str) -> bool:
    """Whether a number so like the first one is still another order's (`제 건 …0027이요`)."""
    another = manner.tells_of_others(text) or means_another(text)
    return another or manner.is_question(text) or bool(_ANOTHERS.search(words.squash(text)))


def ask_on(turn: Turn, intent: Intent, memory: Memory, opening: str | Reply) -> Decision:
    """Thank, and ask for what is still missing; or say that all is there."""
    if not turn.state.ticket:
        return file(turn.remembering(memory), opening, intent)
    said = opening if isinstance(opening, Reply) else Reply(text=opening)
    return add(turn, said, intent=intent, memory=memory)


def received(turn: Turn, memory: Memory, fresh: set[str]) -> str:
    """Thanks for what was told; a number is said back, so that a slip is seen."""
    if "order_number" in fresh:
        return turn.texts.got_number(memory.details["order_number"])
    # Nobody is thanked for his anger, nor for what was done to him.
    if manner.anger(turn.text):
        return turn.texts.understand
    if wishes.wants_apology(turn.text):
        return turn.texts.sorry
    reproach = manner.was_done_to(turn.text) or manner.waited_long(turn.text)
    reproach = reproach or manner.protests(turn.text)
    return turn.texts.got_it_too if reproach else turn.texts.got_it


def same(turn: Turn) -> AddToTicket | None:
    """The ticket stays where it is; only the line is added."""
    if not turn.state.ticket:
        return None
    status = turn.state.ticket_status or "open"
    if status == "no_reply":  # he is back
        status = "open" if turn.state.question is None else "waiting"
    return AddToTicket(status=status)


def with_details(turn: Turn, memory: Memory) -> AddToTicket | None:
    """The ticket stays where it is; the line is added, and what it told."""
    stays = same(turn)
    return stays and replace(stays, details=memory.details, priority=manner.anger(turn.text))
