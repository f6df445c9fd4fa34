"""Lines behind an answer, or behind a greeting, that name no matter: what was said did not help."""

from __future__ import annotations

import re

from bot.dialog import buttons, extract, manner, words
from bot.dialog.answers import talks_of
from bot.dialog.complaints.told import told_plainly
from bot.dialog.failures import asked_before
from bot.dialog.filing import both_lines
from bot.dialog.learning import SAME_ORDER
from bot.dialog.open_question import ask_what_happened
from bot.dialog.turn import Turn, say
from bot.dialog.unsure import give_up
from bot.model import Decision, Question
from bot.patterns import searched
from bot.records import replace
from intents import Intent

#: Syllables of a line that tells but a day.
LONGEST_DAY = 14
_FAILS = searched("안(?:되|돼|됐|됨|됩)")
#: `급해요`, and nothing of what.
_IS_URGENT = re.compile(
    r"(?:제발|좀|너무|진짜|정말|많이|지금|제가|아)*(?:급해요|급합니다|급한데요?|급함|도와주세요|도와줘요)"
)


def hear_behind(turn: Turn) -> Decision | None:
    """`모르겠어요`, `이미 해 봤어요`, `최악이네` behind an answer: a person is offered.

    Where nothing was answered yet it is asked what happened, and that but once; `여보세요?` is told
    that he is heard.
    """
    question = turn.state.question
    asked = question is not None and question.kind == "person"
    if turn.state.ticket or turn.incoming.images or not (question is None or asked):
        return None
    if manner.greets(turn.text) and manner.is_question(turn.text) and _is_in_talk(turn):
        text = f"{turn.texts.here} {turn.texts.what_happened}"
        return say(turn, text, question=question, misses=turn.state.misses)
    if (known := _tells_a_day(turn)) is not None:
        return _offer(turn, known, f"{turn.texts.got_it_too}\n{turn.texts.ask_file}")
    if turn.state.misses and manner.denies_only(turn.text):
        return give_up(turn)  # `그것도 아니라고요` behind a list that was none of it
    return _say_it_did_not_help(turn, asked=asked)


def _say_it_did_not_help(turn: Turn, *, asked: bool) -> Decision | None:
    puzzled = manner.is_puzzled(turn.text)
    unknown = manner.begins_unknowing(turn.text) and manner.knows_nothing(turn.text)
    unknown = unknown and not manner.misses_a_detail(turn.text)
    # `취소버튼이 안 눌려요` says what fails, `그래도 안 돼요` does not.
    fails = manner.only_fails(turn.text) and _FAILS.search(words.squash(turn.text))
    unsaid = bool(fails) or manner.did_as_told(turn.text) or unknown
    if asked:
        return give_up(turn) if unsaid else None
    above = talks_of(turn)
    if above is None:
        nothing = not turn.memory.intent and (unsaid or puzzled)
        return _ask(turn) if nothing else None
    if puzzled or unknown:
        return _offer(turn, above, f"{turn.texts.again_short}\n\n{turn.texts.twice}")
    scolds = manner.anger(turn.text) and turn.match.verdict != "answer"
    scolds = scolds and not manner.reports_problem(turn.text) and told_plainly(turn) is None
    if _IS_URGENT.fullmatch(words.squash(turn.text)):
        return _offer(turn, above, turn.texts.ask_file)
    if scolds or unsaid:
        return _offer(turn, above, f"{turn.texts.sorry}\n{turn.texts.ask_file}")
    return None


def _tells_a_day(turn: Turn) -> Intent | None:
    """The entry for coupons behind whose answer a line tells more, and no more than a day
    (`가입은 어제 했어요`).
    """
    text = turn.text
    known = None if turn.match.verdict == "answer" or not _is_in_talk(turn) else asked_before(turn)
    if known is None or extract.when(text, turn.now) is None:
        return None
    more = manner.asks(text) or manner.is_request(text) or manner.reports_problem(text)
    more = more or manner.reports_damage(text) or told_plainly(turn) is not None
    return None if more or len(words.squash(text)) > LONGEST_DAY else known


def _ask(turn: Turn) -> Decision:
    call = (buttons.call(turn.texts),)
    return ask_what_happened(turn, sorry=manner.only_fails(turn.text), choices=call)


def _is_in_talk(turn: Turn) -> bool:
    last = turn.memory.last_at
    return last is not None and turn.now - last <= SAME_ORDER


def _offer(turn: Turn, above: Intent, text: str) -> Decision:
    """A person for what was answered; what was said in between goes along."""
    known = turn.memory if turn.memory.intent else replace(turn.memory, intent=above.id)
    offered = say(
        turn,
        text,
        question=Question(kind="file", intents=(above.id,)),
        choices=buttons.file_or_not(turn.texts),
        matter=above.title,
        memory=known,
    )
    return replace(offered, state=replace(offered.state, words=both_lines(turn)))
