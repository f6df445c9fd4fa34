"""Who waits in vain for an answer, and what he is told of his matter."""

from __future__ import annotations

import re
from datetime import timedelta

from bot import hours
from bot.dialog import manner, words
from bot.dialog.filing import when
from bot.dialog.happened import wrote_then
from bot.dialog.learning import SAME_ORDER
from bot.dialog.turn import Turn, once_a_turn
from bot.dialog.unkept import misses_call
from bot.patterns import searched
from intents import Intent

_COURIER = searched("기사|배달원|택배사")
_CALLED = searched("전화|연락|통화|문자")
_THE_STORE = searched("상담|고객\\s?센터|판매|가게|업체|스토어|문의|톡|여기")
_WAITS_SINCE = re.compile(
    r"(?:저|제가|벌써|계속|(?:어제|그제|그저께|엊그제|며칠전|지난주|저번주|아까|아침|[월화수목금토일]요일)(?:에|부터)?)+(?:계속)?기다[가-힣]{1,8}"
)
_SILENT = searched("답|연락|읽고|회신|대답")
#: What a person reads of who was left without an answer.
SILENCE = "응대 불만: 답을 기다리다 다시 물었어요"
#: So soon behind a ticket nobody has been kept waiting.
SOON = timedelta(minutes=10)
_WHEN_ANSWERED = searched(
    r"(?:답변|답장|답|연락|회신)(?:은|는|이|을)?(?:그럼|대충)?언제|언제(?:쯤)?(?:답변|답장|답|연락|회신)"
)
#: Without a word something was done, or left undone.
_NO_WORD = searched(r"(?:연락|말|말씀|안내|통보|아무\s?말)도?\s?없이")
#: What somebody may have waited for before he wrote.
_WAITED_FOR = frozenset(("order", "shipping", "refund", "exchange"))


@once_a_turn
def misses_an_answer(turn: Turn) -> bool:
    """Whether somebody complains that nobody answered him: the store, and no courier.

    `전화도 안 받아요` right behind what a courier did is said of that one.
    """
    asked = turn.state.question
    if asked is not None and asked.kind == "detail" and manner.answered_late(turn.text):
        return False  # he was waited for
    filed, what = turn.memory.filed_at, turn.memory.details.get("what", "")
    lately = filed is not None and turn.now - filed <= SAME_ORDER
    if _asks_too_soon(turn) or (lately and _waited_for_goods(turn)):
        return False
    called = bool(turn.state.ticket) and not lately and misses_call(turn.text)
    # `저기요 어제 문의했는데요` of who wrote yesterday, and was heard by nobody since.
    wrote = filed is not None and not lately and bool(turn.state.ticket)
    # `어제 교환 문의했던 사람인데요` of who was asked for his order, and told none, goes on.
    wrote = wrote and not (asked is not None and "order_number" in asked.details)
    called = called or (wrote and wrote_then(turn))
    # `왜 답이 없어요`, and to the question what about: `그저께부터 기다렸는데`.
    silent = asked is not None and asked.kind == "person" and _SILENT.search(turn.state.words)
    waits = manner.only_waits(turn.text) or _WAITS_SINCE.fullmatch(words.squash(turn.text))
    called = called or bool(silent and waits)
    if not (called or manner.misses_an_answer(turn.text)):
        # Behind a ticket that was complete long ago `하루가 다 돼가는데` tells no more of it.
        owed = turn.state.ticket_status == "open" and turn.state.question is None
        return owed and filed is not None and not lately and manner.has_waited(turn.text)
    courier = lately and _COURIER.search(what) and _CALLED.search(turn.text)
    return not courier or bool(_THE_STORE.search(turn.text))


def without_a_word(text: str) -> bool:
    """Whether it is reproached that nobody gave notice (`연락도 없이 이게 뭡니까`)."""
    return bool(_NO_WORD.search(text)) and not manner.asks(text)


def _waited_for_goods(turn: Turn) -> bool:
    """`일주일 넘게 기다렸어요` of who filed a moment ago waited for what that is about."""
    known = turn.entry
    of_goods = known is not None and known.category in _WAITED_FOR
    if known is not None and known.category == "shipping" and without_a_word(turn.text):
        return True  # `연락도 없이 이게 뭡니까` of goods that did not come that day
    if not of_goods or not manner.waited_long(turn.text):
        return False
    return not (_THE_STORE.search(turn.text) or _CALLED.search(turn.text) or "답" in turn.text)


def _asks_too_soon(turn: Turn) -> bool:
    """Whether `답변 언제 와요?` comes so soon behind the ticket that nobody was kept waiting."""
    filed = turn.memory.filed_at
    soon = filed is not None and turn.now - filed <= SOON
    return soon and _WHEN_ANSWERED.search(words.squash(turn.text)) is not None


def found_after_silence(turn: Turn) -> str:
    """That the matter of who waited in vain was found, when it was filed, and what comes next."""
    matter = words.clip(turn.state.matter) or turn.texts.matter_unnamed
    since = hours.day(turn.memory.filed_at or turn.now, turn.now)
    found = turn.texts.found(since, matter, turn.ticket)
    return f"{turn.texts.sorry_wait}\n{found}\n{when(turn)}"


def overdue(turn: Turn) -> bool:
    """Whether the store has had longer for the ticket than it allows itself."""
    since = turn.memory.filed_at or turn.now
    return hours.open_between(turn.faq.store, since, turn.now) > turn.faq.targets.first


def waits_for_no_parcel(turn: Turn, known: Intent | None) -> bool:
    """`아직도 기다려야 해요?` beside a refund waits for no parcel."""
    other = known is not None and known.category not in {"shipping", "service"}
    return other and manner.only_waits(turn.text) and not manner.names_goods(turn.text)
