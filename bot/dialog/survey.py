"""The satisfaction question after a resolution, and what is said to its answer."""

from __future__ import annotations

import re
from datetime import datetime

from bot.dialog import extract, manner, words
from bot.dialog.turn import Turn, say
from bot.model import Choice, Decision, Reply, Score, State
from bot.records import replace
from intents import Texts

HIGHEST = 5
#: From here down a score is marked for the operators, and a person is offered.
LOW = 2
#: Letters of an opinion without a score; what is longer has more to say than that.
_LONGEST_OPINION = 40
_OPINION = re.compile(
    r"^(?:매우|아주|정말|그냥|진짜|너무|완전)*(?:불?만족|별로|최고|최악|보통|그저그|그냥그|그럭저럭|쏘쏘|굿|좋(?:았|아|습)|아쉬[웠워]|나쁘|괜찮(?:았|은)|친절|빨랐|빨라서)"
    r"|^(?:저는)?\d{1,3}(?:점|\.\d점?)"
)
#: The buttons, by what a tap on them sends.
_TAPS = {f"score:{score}": score for score in range(1, HIGHEST + 1)}


def ask(texts: Texts, ticket: int) -> Reply:
    """The question about one ticket."""
    choices = tuple(Choice(f"{score}점", f"{score}점", tap) for tap, score in _TAPS.items())
    return Reply(text=texts.survey(ticket), choices=choices)


def closed(state: State, ticket: int, now: datetime) -> State:
    """The state once a ticket is resolved: nobody waits, and the question is open."""
    known = state.memory
    memory = replace(
        known,
        closed=ticket,
        closed_at=now,
        closed_intent=known.intent,
        closed_details=known.details,
        survey=ticket,
        survey_words="",
        hurt=False,
        # What comes next is another matter, unless it is said to be this one again.
        intent="",
        details={},
        asked={},
        stuck=0,
        anger=0,
        sorry=False,
    )
    return replace(
        state,
        mode="bot",
        waiting_on="nobody",
        question=None,
        misses=0,
        ticket=None,
        ticket_status=None,
        memory=memory,
    )


def hear(turn: Turn) -> Decision | None:
    """A score, with a comment or without; a refusal is fine; anything else is no answer."""
    ticket = turn.memory.survey
    if ticket is None or turn.state.ticket is not None:
        return None
    tap = turn.incoming.tap or ""
    score = _TAPS.get(tap) if tap else extract.score(turn.text)
    asked = turn.state.question
    if asked is not None and (score is None or (asked.kind == "choose" and "점" not in turn.text)):
        return None
    low = score is not None and score <= LOW
    after = replace(turn.memory, survey=None, survey_words="", hurt=low)
    if score is not None and 1 <= score <= HIGHEST:
        comment = "" if tap else extract.comment(turn.text)
        told = "\n".join(filter(None, (turn.memory.survey_words, comment)))
        given = Score(ticket=ticket, score=score, comment=told)
        said = turn.texts.scored_low if score <= LOW else turn.texts.scored
        return say(turn, said, memory=after, score=given)
    if words.yes_or_no(turn.text) == "no" or manner.declines_survey(turn.text):
        return say(turn, turn.texts.score_refused, memory=after)
    if not tap and not turn.memory.survey_words and _is_opinion(turn.text):
        again = Reply(text=turn.texts.score_how, choices=ask(turn.texts, ticket).choices)
        return say(turn, again, memory=replace(turn.memory, survey_words=turn.text))
    return None


def _is_opinion(text: str) -> bool:
    """Whether the question is answered in words, or by a number that is none of the five."""
    return (
        len(text) <= _LONGEST_OPINION
        and not manner.is_question(text)
        and bool(_OPINION.search(words.squash(text)))
    )
