"""The satisfaction question after a resolution, and what is said to its answer."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from bot.dialog import extract, manner, wishes, words
from bot.dialog.turn import Turn, say
from bot.model import Choice, Decision, Reply, Score, State
from bot.records import replace
from intents import Texts

HIGHEST = 5
#: From here down a score is marked for the operators, and a person is offered.
LOW = 2
#: Letters of an opinion without a score; what is longer has more to say than that.
_LONGEST_OPINION = 40
#: For so long what is said may be about the score before it.
SOON = timedelta(minutes=10)
_LEAST_WORDS, _LONGEST_WORDS = 3, 200
#: What is wished for the next time.
_BETTER = re.compile(r"더|꼼꼼|앞으로|다음|담부|담번|신경|개선|고쳐|친절|빨리|부탁")
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
        scored=None,
        withdrawn=False,
        offered="",
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
    if turn.state.ticket is not None:
        return None
    if turn.memory.survey is not None:
        return _hear_answer(turn, turn.memory.survey)
    return _hear_words(turn, turn.memory.scored) if turn.memory.scored else None


def _hear_answer(turn: Turn, ticket: int) -> Decision | None:
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
        if not told and not low:
            after = replace(after, scored=ticket)
        return say(turn, said, memory=after, score=given)
    if words.yes_or_no(turn.text) == "no" or manner.declines_survey(turn.text):
        return say(turn, turn.texts.score_refused, memory=after)
    if not tap and not turn.memory.survey_words and _is_opinion(turn.text):
        again = Reply(text=turn.texts.score_how, choices=ask(turn.texts, ticket).choices)
        return say(turn, again, memory=replace(turn.memory, survey_words=turn.text))
    return None


def _hear_words(turn: Turn, ticket: int) -> Decision | None:
    """What is said right behind a bare score belongs to it, unless it asks or wants something."""
    last = turn.memory.last_at
    recent = last is not None and turn.now - last <= SOON
    other = (
        turn.state.question
        or turn.incoming.tap
        or turn.incoming.images
        or len(words.squash(turn.text)) < _LEAST_WORDS
        or words.yes_or_no(turn.text)
        or len(turn.text) > _LONGEST_WORDS
        or extract.order_numbers(turn.text)
        or words.wants_person(turn.text)
        or manner.is_thanks(turn.text)
        or manner.asks(turn.text)
        or manner.reports_damage(turn.text)
        or wishes.labels(turn.text)
        or (manner.is_request(turn.text) and not _BETTER.search(turn.text))
        or manner.greets(turn.text)
    )
    if other or not recent:
        return None
    memory = replace(turn.memory, scored=None)
    return say(
        turn,
        turn.texts.scored_words,
        memory=memory,
        score=Score(ticket=ticket, score=0, comment=turn.text),
    )


def _is_opinion(text: str) -> bool:
    """Whether the question is answered in words, or by a number that is none of the five."""
    return (
        len(text) <= _LONGEST_OPINION
        and not manner.is_question(text)
        and bool(_OPINION.search(words.squash(text)))
    )
