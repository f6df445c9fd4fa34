"""What is told under or behind an offer to file the matter: more of the same, or another matter."""

from __future__ import annotations

import re
from datetime import timedelta

from bot.dialog import buttons, details, extract, manner, reading, reasons, wishes, words
from bot.dialog.answers import answer, short_offer
from bot.dialog.asked.heard import told_anew
from bot.dialog.complaints.causes import cause
from bot.dialog.complaints.told import told_plainly
from bot.dialog.entries import first_complaint, is_of_an_order, tells_stage
from bot.dialog.filing import both_lines, file, is_bare, taken, topic
from bot.dialog.going_on import offer_unknown
from bot.dialog.learning import SAME_ORDER, learn
from bot.dialog.nobodys import COIN
from bot.dialog.reporting import OF_A_PROCESS, fails_too
from bot.dialog.turn import Turn, say
from bot.dialog.whose_order import means_another
from bot.model import Decision
from bot.patterns import searched
from bot.records import replace
from intents import Intent

#: Lines under an offer that only tell more of the matter before it is filed.
MORE_IS_YES = 2
#: For so long an order belongs to what was offered last.
DAYS_ON = timedelta(days=3)
_SURELY = searched(r"(?:맞|되는거|되는것|하는거|인거|가능하)(?:죠|지요)$")
_ECHO = re.compile(
    r"(?:네|예|아|헐|뭐|진짜|설마)*[가-힣0-9]{1,8}?(?:이?라고|이?라구|다고|다구|냐고)[요여용]?"
)


#: The same of something else.
_OF_THAT = searched("(?:[은는]|때는?|으로는|로는|면|경우)요$")


def take_up(turn: Turn) -> Decision | None:
    """`확인 부탁드려요` behind an answer wants just that looked at which was told before it."""
    known = turn.entry
    last = turn.memory.last_at
    recent = last is not None and turn.now - last <= SAME_ORDER
    if known is None or not known.listed or not recent or not turn.state.words:
        return None
    if turn.state.ticket or turn.state.question is not None or turn.incoming.tap:
        return None
    # `2026… 둘 다 확인해 주세요` tells the order, too.
    if not words.asks_to_do(extract.without_numbers(turn.text)):
        return None
    return file(turn, taken(turn, known), known, own_words=both_lines(turn))


#: Details that many matters have: told by themselves, they say not which is meant.
_OF_ANY = frozenset(("order_number", "when", "reason", "wish", "phone", "name", "photo", "what"))


_WHO_GAVE_IT = searched(r"(?:보낸|준|선물한|선물해준|사준|시킨|주문한|주문해준)(?:사람|분|친구)")


def take_up_by_detail(turn: Turn) -> Decision | None:
    """`12월 20일까지요` when the offer was left for another question: what it alone needs."""
    offered, last = turn.intent(turn.memory.offered), turn.memory.last_at
    # Who comes back with his order goes on from days ago.
    while_known = DAYS_ON if extract.order_numbers(turn.text) else SAME_ORDER
    recent = last is not None and turn.now - last <= while_known
    if offered is None or not recent or offered.id != turn.memory.intent or turn.incoming.tap:
        return None
    if turn.state.ticket or turn.state.question is not None or manner.asks(turn.text):
        return None
    memory = learn(turn, offered, ())
    own = {one.id for one in details.of(offered)} - _OF_ANY
    # `단추만 보내주셔도 돼요` behind how things are mended
    sends = offered.category == "product_quality" and wishes.wants_the_rest(turn.text)
    told = bool(own & told_anew(turn.memory, memory))
    # `평소엔 55 입어요` behind height and weight
    told = told or any(reading.gives_measures(turn, name) for name in own)
    if not told and (name := _named_closer(turn, own)):
        memory = learn(turn, offered, (name,))
        told = bool(own & told_anew(turn.memory, memory))
    if not (sends or told) or starts_anew(turn, offered):
        return None
    return file(turn.remembering(memory), taken(turn, offered), offered, own_words=both_lines(turn))


#: `캐시미어 목도리 그레이요`
_NAMES_IT = re.compile(
    r"(?:네|아|음)?[\s,]*(?:[가-힣A-Za-z0-9]{1,10}\s){1,4}[가-힣A-Za-z0-9]{1,10}(?<![어아해았었겠])(?:이?요|이에요|예요|입니다|인데요)[\s.~!]*"
)
#: Syllables of a word by which goods are known again.
_LEAST_NAMED = 2


def _named_closer(turn: Turn, own: set[str]) -> str:
    """The one detail of its own that the offered matter needs, where a line names the goods that
    were asked about more closely; or empty.
    """
    if len(own) != 1 or not _NAMES_IT.fullmatch(turn.text) or manner.is_request(turn.text):
        return ""
    before = words.squash(turn.memory.details.get("what", ""))
    known = (one for one in turn.text.split() if len(one) >= _LEAST_NAMED)
    again = any(words.squash(one) in before for one in known)
    amiss = manner.reports_problem(turn.text) or manner.reports_damage(turn.text)
    return next(iter(own)) if again and not amiss else ""


def hear_more(turn: Turn) -> Decision | None:
    """What is told under an offer is more of the same story, whatever the matcher makes of it.

    It is kept, and the offer put again; the second such line is as good as a yes.
    """
    question = turn.state.question
    if question is None or question.kind != "file" or turn.state.ticket:
        return None
    intent = topic(turn)
    if (late := waits_long(turn, intent)) is not None:
        return answer(turn, late)
    if _is_no_story(turn, intent) or _is_reported(turn, intent):
        return None
    asks_on = _asks_on(turn)
    if asks_on and intent is not None:
        return offer_unknown(turn, intent)
    memory = learn(turn, intent, _why(turn, intent))
    more = turn.memory.more + (not asks_on)
    account = extract.has_account(turn.text) or extract.contact(turn.text)
    new = memory.details.keys() - turn.memory.details.keys()
    # `어제 받았어요` behind `환불해 주세요 2026…`; a cancellation waits for its yes.
    back = intent is not None and intent.category == "refund"
    goes_on = back and {"reason", "when"} & new and "order_number" in turn.memory.details
    enough = more >= MORE_IS_YES and not asks_on
    if account or goes_on or enough or {"order_number", "phone"} & new:
        return file(turn, taken(turn, intent), intent, own_words=both_lines(turn))
    opening = turn.texts.not_in_faq_too if asks_on else turn.texts.got_it_too
    decision = say(
        turn,
        f"{opening}\n{short_offer(turn, question)}",
        question=question,
        choices=buttons.file_or_not(turn.texts),
        memory=replace(memory, more=more),
        spoke=True,
    )
    return replace(decision, state=replace(decision.state, words=both_lines(turn)))


def _asks_on(turn: Turn) -> bool:
    """`카카오페이는요` is no story, though neither a mark nor a verb asks."""
    asked = manner.pursued(turn.text)
    # `66은요` names a size.
    told = asked is not None and (asked.names or any(map(str.isdigit, turn.text)))
    named = asked is not None and asked.goes_on and bool(told)
    return named and bool(_OF_THAT.search(words.squash(turn.text)))


def _why(turn: Turn, intent: Intent | None) -> tuple[str, ...]:
    """`맛이 너무 써요` under the offer of a refund tells the reason: it is not asked again."""
    needed = intent is not None and any(one.id == "reason" for one in details.of(intent))
    if not needed or turn.memory.details.get("reason"):
        return ()
    best = turn.intent(turn.match.candidates[0].intent_id) if turn.match.candidates else None
    faulty = best is not None and best.ticket == "open" and turn.match.verdict == "answer"
    troubles = manner.reports_problem(turn.text) or manner.reports_damage(turn.text)
    return ("reason",) if faulty or troubles else ()


_COURIER = searched("기사|택배|배송")


def waits_long(turn: Turn, intent: Intent | None) -> Intent | None:
    """The complaint of who asked where his parcel is, and says now that he waits for it."""
    if intent is None or intent is not tells_stage(turn):
        return None
    late = first_complaint(turn, "shipping")
    # `기사님 연락 없어요 오늘이라면서`
    silent = manner.hears_nothing(turn.text) and bool(_COURIER.search(turn.text))
    waits = silent or manner.waited_long(turn.text) or manner.is_late(turn.text)
    # `오긴 오는 거예요?` asks, and means the same.
    waits = (waits and not manner.asks(turn.text)) or told_plainly(turn) is late
    return late if waits else None


def _is_reported(turn: Turn, intent: Intent | None) -> bool:
    """Whether a line surely of the offered matter tells that it failed: it is filed as that."""
    if intent is None or turn.match.verdict != "answer":
        return False
    return turn.match.candidates[0].intent_id == intent.id and fails_too(turn, intent)


def _is_no_story(turn: Turn, intent: Intent | None) -> bool:
    """Whether a line under an offer asks, wants another thing, complains, or tells nothing."""
    text = turn.text
    if manner.asks(text) or reasons.says_nothing(text) or is_bare(turn) or manner.anger(text):
        return True
    if _SURELY.search(words.squash(text)):
        return True  # `오늘 시키면 내일 출고 맞죠`
    if manner.was_done_to(text) or means_another(text):
        return True  # `취소됐다고 문자 왔는데 전 한 적 없어요`
    if manner.is_thanks(text) or manner.is_heard(text) or manner.greets(text):
        return True
    if words.squash(text) == turn.memory.last or manner.is_vague(text):
        return True
    return starts_anew(turn, intent)


def starts_anew(turn: Turn, intent: Intent | None) -> bool:
    """Whether a line under an offer is another matter: a complaint, or something else wanted."""
    told = told_plainly(turn)
    if told is not None or _changes_order(turn, intent):
        return told is None or intent is None or told.id != intent.id
    forbidden = manner.forbids(turn.text)  # `취소하지 마세요` wants no cancellation
    if forbidden or _misses_refund(turn, intent):
        return not forbidden
    best = turn.intent(turn.match.candidates[0].intent_id) if turn.match.candidates else None
    if turn.match.verdict != "answer" or best is None or (intent and best.id == intent.id):
        return False
    # `페이지에 안 나와있어요` behind a question about goods is of that.
    if intent is not None and best.ticket == "open" and cause(turn, best).id == intent.id:
        return manner.awaits_money(turn.text)  # points did not come: that is filed
    if intent is not None and best.ticket == "open" and best.category == intent.category:
        return not manner.asks(turn.text)  # `it says delivered but I did not get it`
    return _is_anew(turn, best, intent)


def _changes_order(turn: Turn, intent: Intent | None) -> bool:
    """`어제 21호 시켰는데 23호로 바꿔주세요 2026…` behind a question about goods."""
    asked = intent is not None and intent.category == "other" and not is_of_an_order(intent)
    numbered = asked and bool(extract.order_numbers(turn.text))
    return numbered and manner.is_request(turn.text) and extract.option(turn.text) is not None


def _misses_refund(turn: Turn, intent: Intent | None) -> bool:
    """`바지 환불 신청했는데 돈이 안 들어왔어요` behind a question about goods."""
    of_goods = intent is not None and intent.category == "other" and "환불" in turn.text
    return of_goods and manner.misses_money(turn.text) and not manner.asks(turn.text)


def _is_anew(turn: Turn, best: Intent, intent: Intent | None) -> bool:
    """Whether a line that surely is of another entry wants or complains of just that."""
    if not best.listed:
        # `보낸 사람한테 물어보기가 좀 그래서요` wants no person.
        return not _WHO_GAVE_IT.search(words.squash(turn.text))
    if best.category == "refund" and manner.misses_money(turn.text) and not manner.asks(turn.text):
        return True  # how a refund is asked for helps nobody who waits for his
    wants = manner.is_request(turn.said) and best.ticket != "none"
    # `근데 주소를 부모님 댁으로 해 버렸네요` under the offer to look an order up.
    wants = wants or (best.ticket == "ask" and _misdirected(turn))
    # `그리고 결제창도 자꾸 튕겨요` under an offer for a coupon.
    another = intent is not None and best.ticket == "ask" and best.category != intent.category
    fails = best.ticket == "open" or (another and best.category in OF_A_PROCESS)
    return wants or (fails and manner.reports_problem(turn.text))


def _misdirected(turn: Turn) -> bool:
    """Whether he tells that his order goes to another place, or to another, than it should."""
    return manner.mistyped_delivery(turn.text) and not manner.asks(turn.text)


def adds_nothing(turn: Turn, near: list[Intent]) -> bool:
    """Whether a line under an offer is of no other entry, and its answer stands above.

    An echo (`4월이라고요?`), or a question that is hardly like what is offered.
    """
    question = turn.state.question
    if question is None or question.kind != "file":
        return False
    if _ECHO.fullmatch(words.squash(turn.text)):
        return True
    weak = bool(near) and turn.match.candidates[0].confidence < COIN
    among = question.intents[:1] and question.intents[0] in {one.id for one in near}
    return weak and bool(among) and manner.asks(turn.text)
