"""A person is called for, and what about: at once, with the matter, or its name afterwards."""

from __future__ import annotations

import re

from bot import hours
from bot.dialog import buttons, details, extract, manner, survey, wishes, words
from bot.dialog.answers import answer
from bot.dialog.complaints.causes import cause
from bot.dialog.complaints.likely import is_complaint
from bot.dialog.complaints.told import complaint_in, damage_entry
from bot.dialog.entries import (
    UNNAMED,
    changes_address,
    entry_named,
    first_complaint,
    is_for_a_person,
    tells_hours,
)
from bot.dialog.filing import add, file, sorry, topic
from bot.dialog.learning import learn
from bot.dialog.put_right.corrections import WISHES
from bot.dialog.reopening import reopen
from bot.dialog.reporting import wording
from bot.dialog.turn import Turn, say
from bot.dialog.whose_order import names_another_order
from bot.model import AddToTicket, Decision, Question, Reply
from bot.patterns import searched
from bot.records import replace
from intents import Intent

#: `소파 색깔 상담하려구요`: what he wants to talk about.
_WHAT_ABOUT = re.compile(
    r"(?!(?:바로|빨리|지금|그냥|좀|혹시|저|전화|사람|실제|직접|언제|계속|다시)\s)[가-힣A-Za-z0-9]{2,10}\s(?:[가-힣A-Za-z0-9]{1,10}\s)?"
    r"(?:관련(?:해서|해)?\s?|때문에\s?|문제로\s?)?(?:상담|문의)\s?(?:좀\s?)?(?:하려|하고\s?싶|받|할|요)"
)
#: A day on which somebody might be there; `오늘` is now.
_OF_A_DAY = searched(
    r"[월화수목금토일]요일|[토일]욜|주말|공휴일|빨간\s?날|연휴|명절|추석|설날|내일|개천절|한글날|삼일절"
)
#: `기다리라는 말만 하지 말고요`
_TOLD_TO_WAIT = searched(r"기다리(?:라|란|래)")
#: `어제 반품 도와주신 분이요`: who somebody is.
_WHO = searched(
    r"(?:분|사람|직원|상담사|상담원|담당자)(?:님)?(?:이?요|이?에요|예요|입니다|이었어요|였어요)$"
)
_CALLED_AGAIN = "마무리된 뒤에 상담원을 찾았어요"
#: `월요일에 전화 주실 수 있어요?`
_CALL_PLEASE = searched(
    r"^(?!.*(?:언제|몇시|얼마)).*(?:전화|통화|콜백)(?:를|로|을|한통|한번|좀)*(?:주실(?:수|래)|주시겠|주시면안|줄수|해주실수|해주시겠|부탁드려도)"
)
#: `배송 언제 되냐구요` of who waits in vain: his parcel is the matter.
_ASKS_ONCE_MORE = searched(
    r"(?:배송|택배|물건|상품|주문한?(?:거|것|건|게)?)[가-힣]{0,6}?(?:언제|왜|대체|도대체)[가-힣]{0,8}?(?:냐(?:고|구)|느냐(?:고|구)|는거냐(?:고|구))"
)
_IS_NUMBER = re.compile(r"(?:네|제|주문)*(?:번호)?(?:는|은|가|요|이요|이에요|예요|입니다)?")


def call_person(turn: Turn) -> Decision | None:
    """A wish for a person is granted at once, with the matter that is being talked about."""
    if not _calls(turn):
        return None
    called = _wants_call(turn)
    matter = topic(turn)
    if turn.state.ticket:
        told = turn.texts.got_it_too if _tells_for_it(turn) else turn.texts.person_called
        if manner.anger(turn.text):
            told = f"{turn.texts.understand}\n{told}"
        said = Reply(text=_with_call(turn, told))
        return add(turn, said, intent=None, urgent=matter is not None)
    if matter:
        return file(turn, _granted(turn, matter), matter, asks=False)
    best = turn.match.candidates[0] if turn.match.verdict == "answer" else None
    intent = turn.intent(best.intent_id) if best else None
    if called and intent is not None and intent.ticket == "none":
        intent = None  # a call is wanted, not what the FAQ says of calls
    if intent is not None and not intent.listed and intent.ticket == "none":
        intent = None  # `사장님 계세요?` greets, too
    intent = _hours_meant(turn, intent)
    if intent is not None and _asks_for_hours(turn, intent):
        return _tell_hours(turn, intent)
    if intent is not None and intent.ticket == "none":
        intent = None  # `지금 상담되나요?`: the hours are no matter, that comes next
    # Under a list the line before says what it is about.
    listed = turn.state.question is not None and bool(turn.state.words)
    # Who wants to be called is asked for his number: the entry itself does not.
    plainly = intent is not None and not (called and is_for_a_person(intent))
    if intent and plainly and intent.ticket == "open" and not listed:
        return answer(turn, intent)
    return file(turn, _with_call(turn, turn.texts.person), intent)


def _wants_call(turn: Turn) -> bool:
    """Whether he wants to be called, be it asked politely; at which hour that may be is asked."""
    if not manner.wants_call(turn.text):
        return False
    return not manner.asks(turn.text) or bool(_CALL_PLEASE.search(words.squash(turn.text)))


def _calls(turn: Turn) -> bool:
    """Whether a person is wanted; `배송 전에 전화 주세요` is for the courier."""
    of_it = not turn.state.ticket or turn.entry is changes_address(turn)
    noted = manner.notes_for_courier(turn.text) and of_it
    return not noted and (_wants_call(turn) or manner.wants_person(turn.text))


def call_after_low_score(turn: Turn) -> Decision | None:
    """`사장님이 직접 연락 주세요` behind a low score, where a person was offered: it is of that."""
    known, since = turn.memory, turn.memory.closed_at
    closed = turn.intent(known.closed_intent)
    if not known.hurt or turn.state.ticket or closed is None or known.closed is None:
        return None
    if turn.state.question is not None or not _calls(turn):
        return None
    if since is None or turn.now - since > survey.OPINIONS or names_another_order(turn):
        return None
    said = _with_call(turn, turn.texts.person)
    return reopen(turn, closed, known.closed, said, note=_CALLED_AGAIN, asks=False)


def _granted(turn: Turn, matter: Intent) -> str:
    """That a person has it, and what would help him; nobody need tell it."""
    said = _with_call(turn, turn.texts.person)
    told = learn(turn, matter, ()).details
    needed = any(one.id == "order_number" for one in details.of(matter))
    lacks = needed and not told.get("order_number")
    return f"{said}\n{turn.texts.person_faster}" if lacks and said == turn.texts.person else said


def _tells_for_it(turn: Turn) -> bool:
    """`010-… 으로 전화 주세요`, `소파 색 상담하려고요` tell him more who was called."""
    told = learn(turn, None, ()).details
    number = bool(told.get("phone")) and told.get("phone") != turn.memory.details.get("phone")
    return number or manner.names_goods(turn.text) or bool(_WHAT_ABOUT.match(turn.text))


def _asks_for_hours(turn: Turn, intent: Intent) -> bool:
    """`지금 상담되나요?` while nobody is there, or `토욜 상담 되나요`, wants to know just that."""
    answers = intent.listed and intent.ticket == "none" and intent.category == "other"
    closed = not hours.open_at(turn.faq.store, turn.now) or _OF_A_DAY.search(turn.text)
    asks = manner.asks(turn.text) and turn.state.question is None
    return answers and bool(closed) and asks


def _hours_meant(turn: Turn, intent: Intent | None) -> Intent | None:
    """`지금 상담 되나요`, like a call as it is, asks at night if anybody is there."""
    away = not hours.open_at(turn.faq.store, turn.now)
    calls = intent is not None and is_for_a_person(intent)
    return tells_hours(turn) or intent if away and calls and _only_asks_if(turn) else intent


def _only_asks_if(turn: Turn) -> bool:
    return manner.asks_if_open(turn.text) and turn.state.question is None


def _tell_hours(turn: Turn, intent: Intent) -> Decision:
    """The hours, and that a person may be told all the same."""
    reply = Reply(
        text=f"{wording(turn, intent)}\n\n{turn.texts.ask_file}",
        choices=buttons.file_or_not(turn.texts),
    )
    return say(turn, reply, question=Question(kind="file"), matter=intent.title, spoke=True)


def _with_call(turn: Turn, said: str) -> str:
    """With the question for a number and an hour, when a call is wanted and no number is known."""
    asks = manner.wants_call(turn.text) and not learn(turn, None, ()).details.get("phone")
    return f"{said}\n{turn.texts.ask_call}" if asks else said


def name_matter(turn: Turn) -> Decision | None:
    """A ticket that was filed for a person, or out of anger, takes the first matter that is named.

    Not while the bot asks for its details: what is said then belongs to it.
    """
    if not turn.state.ticket or turn.state.question is not None:
        return None
    known = turn.entry
    has_one = known is not None and not is_for_a_person(known)
    # `기다리라는 말만 하지 말고요` waits for no parcel.
    if (
        has_one
        or manner.only_fails(turn.text)
        or manner.only_waits(turn.text)
        or manner.waits_for_hours(turn.text)
        or _TOLD_TO_WAIT.search(words.squash(turn.text))
    ):
        return None
    # `반품 문의하던 중이었어요` tells what a complaint about people was about.
    if known is not None and known.category == "service":
        about = turn.memory.details.get("what", "")
        wants = manner.is_request(turn.text) or manner.reports_problem(turn.text)
        wants = wants or manner.reproaches(turn.text)
        told = manner.retells(turn.text) or bool(turn.memory.details.get("topic"))
        # `다음부터는 문 앞에 놔 주세요` wants it done better, and nothing else.
        told = told or manner.wishes_better(turn.text)
        if not wants or told or manner.blames_courier(about):
            return None
    # What becomes of a parcel for somebody else is still to be told.
    stray = any(map(manner.got_stray_parcel, turn.memory.details.get("what", "").split("\n")))
    entry = None if stray else _concrete(turn)
    if entry is None:
        return None
    entry = _fault_told(turn, entry)
    # A person was wanted: he asks what else he needs to know.
    memory = details.asked_no_more(entry, replace(turn.memory, intent=entry.id))
    named = turn.remembering(memory)
    change = AddToTicket(category=entry.category, intent_id=entry.id, title=entry.title)
    troubled = entry.category == "service" or (entry.ticket == "open" and not turn.memory.sorry)
    regret = sorry(turn, "") or (turn.texts.sorry if troubled else "")
    return add(named, Reply(text=regret), intent=None, changes=change)


def _fault_told(turn: Turn, entry: Intent) -> Intent:
    """The complaint about goods that was told before what shall be done (`교환으로 해주세요`)."""
    if entry.category not in WISHES or entry.ticket == "open":
        return entry
    told = turn.memory.details.get("what", "").split("\n")
    faults = (complaint_in(turn, line) for line in told if line and not manner.is_late(line))
    return next((fault for fault in faults if fault is not None), entry)


def _concrete(turn: Turn) -> Intent | None:
    """The entry that a line plainly is about, where that needs a person's work."""
    if manner.would_buy_part(turn.text):
        return None  # `단추가 깨졌는데 단추만 따로 살 수 있나 해서요`
    if _ASKS_ONCE_MORE.search(words.squash(turn.text)):
        return first_complaint(turn, "shipping")
    # `박음질을 이렇게 하시면 안 되죠` asks nothing.
    asks = manner.asks(turn.text) and not manner.reproaches(turn.text)
    if asks or turn.match.verdict == "none":
        return damage_entry(turn)
    bare = _IS_NUMBER.fullmatch(words.squash(extract.without_numbers(turn.text)))
    if bare or manner.misses_a_detail(turn.text) or _WHO.search(words.squash(turn.text)):
        return None  # who somebody is, or which order it is, says nothing of what is the matter
    best = turn.match.candidates[0]
    entry = turn.intent(best.intent_id)
    if entry is None:
        return None
    entry = cause(turn, entry)
    wished = wishes.label(turn.own_words, turn.said) if entry.category in WISHES else ""
    # `한 장만 다시 보내주시면 돼요` is like a refund, and wants none.
    entry = (entry_named(turn, wished) if wished else None) or entry
    unpaid = entry.category == "refund" and manner.misses_money(turn.text)
    sure = turn.match.verdict == "answer" or is_complaint(turn, entry) or unpaid
    # `말을 너무 막 하시던데` of whom he asked for by his name.
    named = entry.category not in UNNAMED or (
        entry.category == "service" and manner.tells_behaviour(turn.text)
    )
    return entry if sure and entry.ticket != "none" and named else None
