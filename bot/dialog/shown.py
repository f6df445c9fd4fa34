"""A picture, and what is said of it before anybody knows what it shows."""

from __future__ import annotations

import re

from bot.dialog import buttons, manner, reading, words
from bot.dialog.answers import answer, ask_again
from bot.dialog.asked.heard import NUMBERS
from bot.dialog.complaints.told import told_plainly
from bot.dialog.entries import first_complaint
from bot.dialog.filing import file
from bot.dialog.learning import learn, note
from bot.dialog.quoting import GOODS_BACK
from bot.dialog.resolved import hear_belated
from bot.dialog.turn import Turn, digest, say
from bot.model import AddToTicket, Choice, Decision, Question
from bot.patterns import searched
from intents import Intent

_WRONG = searched(r"왜(?:이래|이러|이런|그래)|어때보")
#: `이거 맞아요?`: the picture shall say it.
_LOOK_AT_IT = re.compile(
    r"(?:저기|근데|아니|이거|이게|요거|사진|여기)*(?:좀)?(?:이렇게|이대로)?(?:온거|온게)?(?:가|이)?"
    r"(?:맞(?:아요|나요|는건가요|는거예요|는거에요|는거죠|죠)|뭐(?:예요|에요|죠|임|야|지요)|뭔가요|보이(?:시죠|시나요|세요|죠|나요)"
    r"|어때요|어떡해요|어쩌죠|어떻게(?:생각하세요|된거죠|된건가요|된거예요))"
)
_IS_MISSING = searched(
    r"[가-힣]{2}(?:이|가|도)(?:아예|하나도|전혀|다|안에)*없(?:어|네|음|습|는데|다)"
)
#: `이거 제가 시킨 게 아니에요`
_NOT_MINE = re.compile(
    r"(?:저기|근데|아니|이거|이게|이건|요거|저는|제가|전|내가)*(?:시킨|주문한|산|고른|선택한)(?:게|거|것이|것|상품|제품|물건|색|색상|사이즈)(?:이|가)?"
    r"(?:아니(?:에요|예요|네요?|잖아요|라고요|라구요|거든요)|아닌(?:데요?|거같아요|것같아요)|아닙니다|아님)"
)
#: Kinds of trouble that are offered for a picture.
MOST_KINDS = 3


def see_photo(turn: Turn) -> Decision | None:
    """A picture says that something is wrong, not what."""
    if not turn.incoming.images:
        return None
    memory = learn(turn, turn.entry, ())
    if turn.state.ticket:
        more = bool(turn.memory.details.get("photo"))
        text = turn.texts.photo_kept if more else turn.texts.photo_added(turn.ticket)
        return say(turn, text, ticket=AddToTicket(details=memory.details), memory=memory)
    if words.squash(turn.text) and (turn.match.verdict == "answer" or told_plainly(turn)):
        return None
    belated = hear_belated(turn)
    if belated is not None:
        return belated
    question = turn.state.question
    if question is not None and question.kind != "person":
        return ask_again(turn, question, turn.texts.photo_kept + "\n")
    troubles = _troubles(turn)
    return say(
        turn,
        _asks_what_it_shows(turn, kinds=bool(troubles)),
        question=Question(kind="person"),
        choices=(*troubles, buttons.call(turn.texts)),
        misses=turn.state.misses,
        matter=turn.texts.matter_photo,
        # A line that was not understood belongs to the photo; an older one does not.
        spoke=question is None,
        memory=memory,
    )


def _asks_what_it_shows(turn: Turn, *, kinds: bool) -> str:
    """What a picture is of; of a second one shortly, and of a third it is only said to be here."""
    texts, said = turn.texts, turn.memory.said
    whole = f"{texts.photo}\n{texts.photo_kind}" if kinds else texts.photo
    short = f"{texts.photo_kept} {texts.what_happened}"
    if turn.state.question is None or not turn.memory.details.get("photo"):
        return whole
    return texts.photo_kept if said == digest(short) else short


def _troubles(turn: Turn) -> tuple[Choice, ...]:
    """The buttons for what a picture usually shows."""
    return tuple(Choice(e.title, e.title, f"intent:{e.id}") for e in _kinds(turn))


def _kinds(turn: Turn) -> list[Intent]:
    """What a picture usually shows: the complaints about goods that this FAQ knows."""
    kinds = ("product_quality", "exchange", "wrong_information")
    entries = [
        entry
        for entry in turn.faq.intents
        if entry.ticket == "open" and entry.listed and entry.category in kinds
    ]
    return entries[:MOST_KINDS]


def hear_shown(turn: Turn) -> Decision | None:
    """What is said of a picture of which nothing is known: a choice by its place, or nothing yet
    (`네`, `기타`, `한 장 더 보낼게요`), for which no list of guesses is any help.
    """
    if not _waits_for_a_word(turn):
        return None
    kinds, number = _kinds(turn), words.number(turn.text)
    missed = _IS_MISSING.search(words.squash(turn.text)) and not manner.asks(turn.text)
    not_mine = _NOT_MINE.fullmatch(words.squash(turn.text)) is not None
    other = first_complaint(turn, "exchange") if not_mine else None
    unlike = turn.match.verdict != "answer" and told_plainly(turn) is None
    if kinds and missed and unlike:
        other = kinds[0]  # `라벨이 아예 없어요`
    if other is not None:
        return answer(turn, other)
    if number is not None and 1 <= number <= len(kinds):
        return answer(turn, kinds[number - 1])
    if number == len(kinds) + 1:
        return file(turn, turn.texts.person, None)
    # A yes to the question what it shows is none; the second one is left to a person.
    agrees = words.yes_or_no(turn.text) == "yes"
    again = turn.memory.said == digest(turn.texts.what_happened)
    if (agrees and again) or not (agrees or _tells_nothing(turn)):
        return None
    memory = turn.memory if agrees else note(turn)
    return say(turn, turn.texts.what_happened, question=turn.state.question, memory=memory)


def _waits_for_a_word(turn: Turn) -> bool:
    question, memory = turn.state.question, turn.memory
    if question is None or question.kind != "person" or turn.state.misses or turn.state.ticket:
        return False
    held = bool(memory.details.get("photo")) and not memory.intent
    return held and not turn.incoming.images and not turn.incoming.tap


def _tells_nothing(turn: Turn) -> bool:
    """Whether a line is like no complaint about goods, and tells and asks nothing besides."""
    if turn.match.verdict == "answer" or told_plainly(turn) is not None:
        return False
    if manner.wants_person(turn.text) or words.yes_or_no(turn.text) or manner.anger(turn.text):
        return False
    if manner.reports_problem(turn.text) or _WRONG.search(words.squash(turn.text)):
        return False  # `이거 왜 이래요` of a picture complains of what it shows
    shows = _LOOK_AT_IT.fullmatch(words.squash(turn.text))
    if manner.asks(turn.text) and not (shows or manner.asks_of_nothing(turn.text)):
        return False
    best = turn.intent(turn.match.candidates[0].intent_id) if turn.match.candidates else None
    alike = best is not None and best.ticket == "open" and best.category in GOODS_BACK
    told = NUMBERS & reading.by_itself(turn).keys() or not words.squash(turn.text)
    return not (alike or told or manner.sent_amiss(turn.text) or manner.hails(turn.text))
