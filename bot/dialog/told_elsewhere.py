"""What is asked behind an answer, and stands in another one of the same process."""

from __future__ import annotations

import re

from bot.dialog import manner, wishes, words
from bot.dialog.answers import answer
from bot.dialog.complaints.told import CREDIT
from bot.dialog.credits import (
    asks_of_credit_back,
    credit_back_untold,
    credit_line,
    is_credit_alone,
    tells_of_credit,
)
from bot.dialog.entries import asks_how_many, entry_named
from bot.dialog.goes_back_if import is_of_a_sale
from bot.dialog.going_on import offer_unknown, say_lines
from bot.dialog.manner import Pursued
from bot.dialog.quoting import is_kin, lines_that_hold, of_its_own
from bot.dialog.reporting import wording
from bot.dialog.turn import Turn, say
from bot.model import Decision
from bot.patterns import searched
from bot.records import replace
from intents import Intent

#: What an answer calls a day or a place that is asked about.
_WIDER = {
    **dict.fromkeys(("토요일", "일요일", "토욜", "일욜"), "주말"),
    **dict.fromkeys(("빨간날", "국경일", "명절", "추석", "설날"), "공휴일"),
    **dict.fromkeys(manner.ABROAD, "국내"),
    **dict.fromkeys(("울릉", "백령", "연평", "흑산", "추자", "우도", "섬"), "도서산간"),
}
#: What many stores call otherwise.
_CALLED_ALSO = dict.fromkeys(("적립", "적립금", "마일리지"), "포인트")
#: Entries that are quoted about one word at most.
MOST_MENTIONS = 2
#: What many cost together, and letters of a line that asks no more than that.
_PRICED = searched(
    r"(?:할인|단가|디씨|(?<![a-z])dc(?![a-z])|에누리)(?!쿠폰|코드|권)|싸게|깎아|저렴|(?:가격|금액|개당|한개에?|전부|총)[가-힣]{0,6}얼마|얼마(?:예요|에요|인가요|정도|쯤|나?하나)"
)
LONGEST_PRICED = 20
#: Who comes for goods that go back, and where an answer tells when.
_FETCHED_WHEN = searched(
    r"(?:기사(?:님|분)?|택배기사(?:님)?|수거|회수|픽업|가지러|가져[가러])[가-힣]{0,6}?(?:언제|며칠|몇일|얼마나)|(?:언제|며칠|몇일|얼마나)[가-힣]{0,6}?(?:기사|수거|회수|픽업|가지러|가져가)"
)
_FEE = searched("얼마(?!나)|비용|배송비|택배비|금액|돈")
_VISIT = searched(r"\d[^.]*(?:방문|회수|수거|픽업)|(?:방문|회수|수거|픽업)[^.]*\d")
_HOW_LONG = re.compile(
    r"(?:그럼|그러면|근데|보통|대략|대충|혹시|오는데|배송은?)*(?:며칠|몇일|얼마나|얼마)(?:이나|정도|쯤)?(?:걸[려리릴]|소요)[가-힣]{0,4}"
)
#: `그럼 예약상품만 취소할 수 있어요?`
_MAY_IT_BE = searched(
    r"(?:취소|반품|교환|환불)(?:은|는|도|를|을|만)?(?:할수(?:는|도)?있|되나|돼요|되는|될까|가능|하려면|하고싶)[가-힣]{0,5}$"
)
#: Letters of a word that says by itself what is asked of.
LEAST_TELLING = 4


def plainly_of_it(turn: Turn, near: Intent) -> Decision | None:
    """What a price, a courier or a credit is asked of is told by the line's own words."""
    if (wished := _asked_for_by_name(turn, near)) is not None:
        return answer(turn, wished)
    if is_of_a_sale(turn, near):
        return offer_unknown(turn, near)
    if (back := _of_credit_back(turn, near)) is not None:
        return back
    credit = is_credit_alone(turn) and credit_back_untold(turn)
    lines = of_its_price(turn, near) or when_fetched(turn, near)
    return offer_unknown(turn, near) if credit else lines


def _of_credit_back(turn: Turn, near: Intent) -> Decision | None:
    """`취소하면 포인트 돌려줘요?` behind where points are used: what another answer tells of it."""
    if is_credit_alone(turn) or not asks_of_credit_back(turn) or not CREDIT.search(near.title):
        return None
    told = tells_of_credit(turn)
    lines = [] if told is None else wording(turn, told).split("\n")
    held = [one.strip() for one in lines if credit_line(one)]
    return say_lines(turn, near, held[0]) if held else offer_unknown(turn, near)


def _asked_for_by_name(turn: Turn, near: Intent) -> Intent | None:
    """The entry for a wish that is asked for by its name, behind what only told something else."""
    if near.ticket != "none" or near.category not in {"shipping", "other"}:
        return None
    asked = manner.asks(turn.text) and _MAY_IT_BE.search(words.squash(turn.text))
    meant = (
        entry_named(turn, wishes.request(turn.text)) if asked and "면" not in turn.text else None
    )
    return meant if meant is not None and meant.ticket == "ask" else None


def is_of_price(turn: Turn, near: Intent) -> bool:
    """Whether it is asked what many of something cost; a coupon is of no such order."""
    plain = words.squash(turn.text) if asks_how_many(near) else ""
    priced = bool(_PRICED.search(plain)) and not CREDIT.search(plain) and manner.asks(turn.text)
    return priced and len(plain) <= LONGEST_PRICED


def of_its_price(turn: Turn, near: Intent) -> Decision | None:
    """`할인도 되나요?` behind an order in bulk: what it costs is in the offer that he gets."""
    if not is_of_price(turn, near):
        return None
    lines = [line.strip() for line in wording(turn, near).split("\n") if "견적" in line]
    return say_lines(turn, near, lines[0]) if lines else offer_unknown(turn, near)


def when_fetched(turn: Turn, near: Intent) -> Decision | None:
    """`기사님 언제 오시나요` behind how goods go back is of no parcel under way."""
    plain = words.squash(turn.text)
    back = near.ticket == "ask" and near.category in {"refund", "exchange"}
    if not (back and _FETCHED_WHEN.search(plain)) or _FEE.search(plain):
        return None
    lines = [one.strip() for one in wording(turn, near).split("\n") if _VISIT.search(one)]
    return say_lines(turn, near, "\n".join(lines)) if lines and manner.asks(turn.text) else None


def told_by_its_kin(turn: Turn, near: Intent, asked: Pursued) -> Decision | None:
    """`입금자명 다르게 해도 되나요` behind how one pays: one entry of that process alone tells of
    such a thing.
    """
    own = wording(turn, near)
    kin = [one for one in turn.faq.intents if is_kin(near, one) and turn.intent(one.id)]
    for name in (one for one in asked.names if len(one) >= LEAST_TELLING and one not in own):
        held = [one for one in kin if name in wording(turn, one) and one.ticket != "open"]
        if len(held) == 1:
            lines = lines_that_hold(
                wording(turn, held[0]), replace(asked, names=(name,), things=()), None, whole=True
            )
            return say_lines(turn, near, "\n".join(lines)) if lines else None
    return None


def usual_time(turn: Turn, near: Intent) -> str:
    """`언제쯤 받을까요` behind an answer about parcels: how long one takes, as a rule."""
    asked = manner.pursued("얼마나 걸려요?")
    if asked is None or near.category != "shipping":
        return ""
    bare = _HOW_LONG.fullmatch(words.squash(turn.text))  # `며칠이나 걸려요`
    if not (bare or manner.asks_when_it_comes(turn.text)):
        return ""
    told = (one for one in turn.faq.intents if one.category == "shipping" and one.ticket == "none")
    lines = (of_its_own(turn, one, asked) for one in told if turn.intent(one.id))
    return next(filter(None, lines), "")


def mentions(turn: Turn, word: str, near: Intent | None) -> Decision | None:
    """What the answers say about one word (`제주도는요?`): the lines that hold it.

    First those of the entry that was talked about, then of its category, then of any other.
    """
    entries = [entry for entry in turn.faq.intents if turn.intent(entry.id)]
    if near is not None:
        entries.sort(key=lambda entry: (entry.id != near.id, entry.category != near.category))
    found = []
    said = _WIDER.get(word, word)
    if word in _CALLED_ALSO and not any(word in wording(turn, one) for one in entries):
        said = _CALLED_ALSO[word]
    for entry in entries:
        told = [line.strip() for line in wording(turn, entry).split("\n")]
        # `메시지카드` of an answer with a space in it
        told = [line.replace("몸무게", "") if said == "무게" else line for line in told]
        lines = [line for line in told if said in line or said in line.replace(" ", "")]
        if lines:
            found.append(f"[{entry.title}]\n" + "\n".join(lines))
        if len(found) == MOST_MENTIONS:
            break
    if not found:
        return None
    text = "\n\n".join((turn.texts.which(word), *found))
    # Under an offer the line that led to it stays what the ticket begins with.
    return say(turn, text, question=turn.state.question, spoke=turn.state.question is None)
