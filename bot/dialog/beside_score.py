"""A score, and what is asked, wanted or told beside it."""

from __future__ import annotations

from bot.dialog import manner, survey, words
from bot.dialog.after_the_end import WHAT_IS_LEFT, ask_a_person, tell_me_why
from bot.dialog.entries import first_complaint
from bot.dialog.filing import file
from bot.dialog.finding import answer_match
from bot.dialog.following import pursue_closed
from bot.dialog.quoting import sure
from bot.dialog.resolved import come_back
from bot.dialog.threats import ask_amends_after
from bot.dialog.turn import Turn
from bot.model import Decision, FileTicket, Incoming
from bot.patterns import searched
from bot.records import replace

_SO_LONG = searched(
    r"(?:[0-9]+(?:일|주|시간)|[일이삼사오]주일?|하루|이틀|사흘|나흘|며칠|일주일|열흘|보름|[한두]달)(?:이나|씩이나|씩)(?:걸[려리렸]|기다)"
)
#: Beside a score another matter begins with one of these.
_BESIDES = searched(r"근데|그런데|이번엔|이번에는|그리고")


def hear_score(turn: Turn) -> Decision | None:
    """An answer to the satisfaction question; what is asked beside it is answered too."""
    decision = survey.hear(turn)
    score = decision.score if decision else None
    if decision is None or score is None or decision.reply is None:
        return decision
    after = replace(turn, state=decision.state)
    asked = None
    if manner.happens_again(score.comment) and not manner.is_opinion(score.comment):
        asked = come_back(replace(after, incoming=_saying(turn, score.comment)))
    # The mark of a question is no part of the comment.
    beside = score.comment + "?" * turn.text.rstrip().endswith(("?", "？"))
    if asked is None and tell_me_why(score.comment):
        asked = ask_a_person(replace(after, incoming=_saying(turn, score.comment)))
    elif asked is None and manner.is_question(beside) and not _blames_how_long(beside):
        asked = _asks_of_what_is_left(after, beside) or pursue_closed(after, beside)
        asked = asked or answer_match(after)
        asked = asked or ask_amends_after(after, beside) or _ask_beside(after, beside)
    elif asked is None and _wants_more(after, score.comment):
        asked = answer_match(after)
    elif asked is None and manner.waits_for_another(score.comment):
        late = first_complaint(after, "shipping")
        asked = file(replace(after, incoming=_saying(turn, score.comment)), turn.texts.sorry, late)
    elif asked is None and _tells_more(score.comment):
        told = replace(after, incoming=_saying(turn, score.comment))
        asked = file(told, turn.texts.filed(turn.texts.matter_unnamed), None)
    if asked is None or asked.reply is None or _files_it_again(turn, asked):
        return decision
    text = f"{decision.reply.text}\n\n{asked.reply.text}"
    return replace(asked, reply=replace(asked.reply, text=text), score=score)


def _ask_beside(turn: Turn, beside: str) -> Decision | None:
    """What is asked beside a score as a matter of its own (`근데 책은 따로 안 오는 거죠?`), and
    stands in no answer: a person is asked.
    """
    asked = manner.pursued(beside)
    of_its_own = _BESIDES.search(beside) or (asked is not None and asked.facts)
    if not of_its_own or not manner.asks(beside) or manner.reproaches(beside):
        return None
    return ask_a_person(replace(turn, incoming=_saying(turn, beside)))


def _blames_how_long(comment: str) -> bool:
    """`1점 3일이나 걸려요?` wants no usual times told."""
    return _SO_LONG.search(words.squash(comment)) is not None


def _asks_of_what_is_left(turn: Turn, beside: str) -> Decision | None:
    """`5점 깨진 건 버려도 되죠?`: what is done with the goods that are left a person tells."""
    if not WHAT_IS_LEFT.search(words.squash(beside)):
        return None
    return ask_a_person(replace(turn, incoming=_saying(turn, beside)))


def _files_it_again(turn: Turn, asked: Decision) -> bool:
    """Whether `왜 이렇게 늦은 거예요?` behind a score would be the resolved matter once more."""
    same = asked.state.memory.intent == turn.memory.closed_intent
    return same and isinstance(asked.ticket, FileTicket)


def _wants_more(turn: Turn, comment: str) -> bool:
    """Whether something else is wanted beside a score (`그리고 재입고되면 알려 주세요`)."""
    best = sure(turn)
    another = best is not None and best.listed and best.category != "service"
    return another and bool(_BESIDES.search(comment)) and manner.is_request(comment)


def _tells_more(comment: str) -> bool:
    """Whether another trouble is told beside a score (`근데 이번엔 리모컨이 없어요`)."""
    trouble = manner.reports_problem(comment) or "없" in comment
    told = bool(_BESIDES.search(comment)) and trouble
    # `근데 좀 늦었어요` says why it is no better score.
    return told and not (manner.is_thanks(comment) or manner.is_opinion(comment))


def _saying(turn: Turn, text: str) -> Incoming:
    """The message as if it said only this."""
    return replace(turn.incoming, text=text, read="")
