"""What a store's FAQ holds nothing of, however sure the matcher is of another entry.

In a FAQ of a few entries everything that sounds a little like one of them is surely that one:
`환불 언제 들어와요` is no question when goods are there again.
"""

from __future__ import annotations

import re
from functools import lru_cache

from bot.dialog import details, extract, manner, words
from bot.dialog.another_case import is_of_another_case
from bot.dialog.answers import answer
from bot.dialog.complaints.told import CREDIT
from bot.dialog.credits import (
    asks_of_credit_back,
    combining_untold,
    credit_back_untold,
    extending_untold,
)
from bot.dialog.entries import is_stand_in, wished_by_name
from bot.dialog.going_on import offer_unknown
from bot.dialog.reporting import wording
from bot.dialog.told_elsewhere import told_by_its_kin
from bot.dialog.turn import Turn, digest
from bot.dialog.unsure import offer_a_person
from bot.model import Decision
from bot.patterns import searched
from intents import Intent
from intents.clauses import parts

#: What customers of any store call their matters by.
_TOPICS = searched(
    "환불|반품|교환|적립|포인트|쿠폰|선물포장|선물하기|영수증|계산서|배송지|할부|수리|리뷰|후기|취소"
)

#: `가격 차이 있으면 돈 더 내야 돼요?`
_DIFFERENCE = searched(
    r"(?:가격|금액|요금)(?:이|에)?(?:차이|차액|다르|달라)[가-힣]{0,10}?(?:더|추가|내|받|돌려)|차액(?:은|는|을|이)?[가-힣]{0,6}?(?:더|내|결제|입금)"
)
_OF_DIFFERENCES = searched(r"차액|(?:금액|가격)이?\s?(?:달라|차이)")
#: Fewer than ten, as they are counted.
_FEW = re.compile(r"(?:[1-9]|한|두|세|네|다섯|여섯|일곱|여덟|아홉)\s?[가-힣]+")


def hear_unheld(turn: Turn) -> Decision | None:
    """A topic that stands nowhere in the FAQ: a wish for it is taken in, a question offered."""
    return _extends(turn) or _of_topic(turn)


def _of_topic(turn: Turn) -> Decision | None:
    sure = turn.match.verdict == "answer" or credit_back_untold(turn)
    first = turn.match.candidates[:1] if sure else ()
    entry = next((one for each in first if (one := turn.intent(each.intent_id))), None)
    if entry is None or turn.state.ticket or entry.ticket == "open":
        return None
    if not turn.match.also and (said := _said_of_it(turn, entry)) is not None:
        return said
    if turn.state.question or parts(turn.own_words):
        return None  # what else is asked keeps its answer
    if not (manner.asks(turn.text) or manner.is_request(turn.text)) or not _unheld(turn, entry):
        return None
    wished = wished_by_name(turn)
    if wished is not None and is_stand_in(turn, wished):
        return answer(turn, wished)
    return offer_a_person(turn)


def _extends(turn: Turn) -> Decision | None:
    """`적립금 이번 달에 소멸된다는데 연장 되나요?`, whatever entry it is like."""
    idle = not turn.state.ticket and turn.state.question is None
    if not idle or not manner.asks(turn.text) or not extending_untold(turn):
        return None
    likely = (turn.intent(one.intent_id) for one in turn.match.candidates)
    of_credit = next((one for one in likely if one and CREDIT.search(one.title)), None)
    return offer_unknown(turn, of_credit) if of_credit is not None else None


def _said_of_it(turn: Turn, entry: Intent) -> Decision | None:
    """What is said of a question that the answer near it does not hold: the lines of another, or
    that none does.
    """
    if not manner.asks(turn.text):
        return None
    # How a card and points pay together is of paying.
    of_credit = bool(CREDIT.search(entry.title))
    untold = of_credit and (combining_untold(turn) or extending_untold(turn))
    if untold or _asks_on(turn, entry):
        return offer_unknown(turn, entry)
    asked = manner.pursued(turn.text) if entry.ticket == "none" else None
    return told_by_its_kin(turn, entry, asked) if asked is not None else None


def _asks_on(turn: Turn, entry: Intent) -> bool:
    """Whether more is asked of what no answer holds, a moment after that was said."""
    question = turn.state.question
    openings = (turn.texts.not_in_faq, turn.texts.not_in_faq_too)
    unknown = [digest(f"{said}\n{turn.texts.ask_file}") for said in openings]
    if question is None or question.kind != "file" or turn.memory.said not in unknown:
        return False
    same = entry.id in question.intents and is_of_another_case(turn, wording(turn, entry))
    return same or credit_back_untold(turn)


def _unheld(turn: Turn, entry: Intent) -> bool:
    """Whether a topic of the line is in neither this entry nor any other."""
    if asks_of_credit_back(turn):
        return credit_back_untold(turn)
    if _are_too_few(turn, entry) or _asks_of_difference(turn, entry):
        return True
    named = set(_TOPICS.findall(words.squash(turn.text)))
    if manner.asks_for_money(turn.text):
        named.add("환불")
    away = [word for word in named if word not in entry.title and word not in entry.answer]
    return any(not _held(turn.faq.intents, word) for word in away)


def _asks_of_difference(turn: Turn, entry: Intent) -> bool:
    """Whether it is asked who pays what goods cost more, and this entry tells nothing of it."""
    asked = _DIFFERENCE.search(words.squash(turn.text)) and manner.asks(turn.text)
    return bool(asked) and not _OF_DIFFERENCES.search(entry.answer)


def _are_too_few(turn: Turn, entry: Intent) -> bool:
    """`두 개 사면 할인돼요?` is of no order in bulk, where that begins with more."""
    bulk = any(one.id == "quantity" for one in details.of(entry)) and "이상" in entry.answer
    return bulk and bool(_FEW.fullmatch(extract.quantity(turn.text) or ""))


@lru_cache(maxsize=64)
def _held(intents: tuple[Intent, ...], word: str) -> bool:
    return any(
        word in words.title_letters(text)
        for one in intents
        for text in (one.title, one.answer, *one.phrases)
    )
