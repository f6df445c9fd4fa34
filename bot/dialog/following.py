"""What a short question means after an answer: the same about something else, or more of it."""

from __future__ import annotations

import re

from bot.dialog import buttons, manner
from bot.dialog.answers import answer, mentions, wording
from bot.dialog.filing import SAME_ORDER
from bot.dialog.turn import Turn, say
from bot.model import Decision, Question
from intents import Intent

#: From here on a short question needs no matter before it to be understood.
SURE = 0.95
_DAYS = re.compile(r"오늘|내일|모레|글피|[월화수목금]요일|이번\s?주|다음\s?주")


def follow_up(turn: Turn) -> Decision | None:
    """`제주도는요?` asks the same of something else, `그거 누가 내요?` more of the same."""
    near = turn.intent(turn.memory.intent)
    if near is None:
        return None
    said = manner.beside_courtesy(turn.text)
    word = manner.short_topic(said)
    if not word:
        return None if turn.state.ticket else _more_of_it(turn, near, said)
    # `배송비는요?` after an exchange asks for the fee of exchanges, not of parcels.
    others = (one for name in near.follow_ups if (one := turn.intent(name)) is not None)
    other = next((one for one in others if word in one.title), None)
    sure = turn.match.verdict == "answer" and turn.match.candidates[0].confidence > SURE
    if other is None and sure:
        return None
    if other is None and _DAYS.fullmatch(word) and not turn.state.ticket:
        other = near
    if other is not None:
        return answer(turn, other)
    return mentions(turn, word, near) or (None if turn.state.ticket else _unknown_topic(turn, near))


def _more_of_it(turn: Turn, near: Intent, said: str) -> Decision | None:
    """A question that names nothing itself is about what was just answered."""
    recent = turn.memory.last_at is not None and turn.now - turn.memory.last_at <= SAME_ORDER
    asked = manner.asked_of_it(said) if recent and near.listed else None
    if asked is None:
        return None
    others = (one for i in near.follow_ups if (one := turn.intent(i)) is not None)
    for entry in (near, *others):
        lines = [line.strip() for line in wording(turn, entry).split("\n") if asked.search(line)]
        if lines:
            return say(
                turn, "\n".join(lines), question=turn.state.question, spoke=True, memory=turn.memory
            )
    return offer_unknown(turn, near)


def _unknown_topic(turn: Turn, near: Intent) -> Decision | None:
    """`건조기는요?` where no answer says a word of it."""
    recent = turn.memory.last_at is not None and turn.now - turn.memory.last_at <= SAME_ORDER
    return offer_unknown(turn, near) if recent and near.listed else None


def offer_unknown(turn: Turn, near: Intent) -> Decision:
    """Say openly that the FAQ does not know, and offer to ask a person."""
    return say(
        turn,
        f"{turn.texts.not_in_faq}\n{turn.texts.ask_file}",
        question=Question(kind="file", intents=(near.id,)),
        choices=buttons.file_or_not(turn.texts),
        matter=near.title,
        spoke=True,
    )
