"""What is asked of goods before they are bought, though the line is likest to something else."""

from __future__ import annotations

import re

from bot.dialog import extract, manner, words
from bot.dialog.answers import answer, talks_of
from bot.dialog.entries import (
    asks_how_many,
    first_complaint,
    looks_up_order,
    of_goods,
    repairs,
    restocks,
    tells_stage,
    wraps_presents,
)
from bot.dialog.going_on import offer_unknown
from bot.dialog.quoting import sure
from bot.dialog.reporting import wording
from bot.dialog.turn import Turn, say
from bot.dialog.unsure import offer_a_person
from bot.model import Decision
from bot.patterns import searched
from intents import Intent
from intents.clauses import parts

#: By when an order must be paid that is to be paid later.
_PAY_BY = searched(
    r"(?:언제|며칠|몇일|몇시|몇시간)(?:까지|안에|이내|내)(?:에|로)?(?:는)?(?:입금|이체|송금)|(?:입금|이체)(?:은|는|을|을)?(?:언제까지|며칠안에|(?:기한|마감|기간)(?:은|이|도)?(?:언제|며칠|얼마|어떻|있))"
)
_MANY = re.compile(r"[2-9]\d|\d{3}|[백천]|스무")
_BY_WHEN = searched("기한|까지|이내|안에")

#: What was paid twice is asked back.
_FREIGHT_BACK = searched(
    r"(?:근데|그럼|아|저는?|제가|이미|벌써|각각|따로)*(?:두번|2번|각각|따로|중복으로?)(?:다)?(?:냈|결제했|나갔|지불했)(?:는데|거든요|어요)[가-힣]{0,6}?(?:돌려|환불|빼|반환|취소해)(?:주나|주시나|줘요|받을수|되나|돼요|주실)[가-힣]{0,4}"
)


def hear_before_buying(turn: Turn) -> Decision | None:
    """`리모컨 포함인가요`, `충전기도 같이 오나요`: of goods, where no entry of its own is sure.

    What they cost stands in no entry, however like a question of sizes it is.
    """
    if not _may_be_one(turn):
        return None
    best = sure(turn)
    if _FREIGHT_BACK.fullmatch(words.squash(turn.text)):
        # `이미 두 번 냈는데 돌려주나요` of two orders sent as one: no goods go back.
        near = turn.entry or looks_up_order(turn)
        return offer_unknown(turn, near) if near is not None else offer_a_person(turn)
    if (amends := if_it_comes_amiss(turn)) is not None:
        return amends
    if _is_unheld(turn, best) or manner.fears_harm(turn.text):
        near = talks_of(turn)
        return offer_unknown(turn, near) if near is not None else offer_a_person(turn)
    # `필터는 얼마나 자주 갈아요?` mends nothing.
    amiss = (tells_stage(turn), wraps_presents(turn), restocks(turn), repairs(turn))
    # `지퍼가 뜯어져 있는데 바꿔주시나요` tells of goods that came.
    asks = manner.asks_what_it_is(turn.text) and not manner.reports_damage(turn.text)
    unsure = best is None or best in amiss
    return answer(turn, of_goods(turn)) if asks and unsure else None


def if_it_comes_amiss(turn: Turn) -> Decision | None:
    """`깨져서 오면 어떡해요`: what is done for who gets such goods; nothing is recorded."""
    faulty = first_complaint(turn, "product_quality") if manner.asks_if_amiss(turn.text) else None
    lines = wording(turn, faulty).split("\n") if faulty is not None else []
    told = next((one.strip() for one in lines if "환불" in one or "교환" in one), "")
    return say(turn, told, question=turn.state.question, spoke=False) if told else None


def _may_be_one(turn: Turn) -> bool:
    """Whether nothing is open that the line may answer, and it asks for no more than one thing."""
    question = turn.state.question
    if turn.state.ticket or turn.incoming.tap or turn.incoming.images:
        return False
    if question is not None and question.kind not in {"file", "choose"}:
        return False
    # `방수 되나요 그리고 AS 기간은요`: what else is asked keeps its answer.
    others = parts(turn.own_words)[1:]
    return all(manner.asks_what_it_is(f"{part}?") for part in others)


def _is_unheld(turn: Turn, best: Intent | None) -> bool:
    """Whether a price is asked, a gift, or by when money must have come, and none tells of it."""
    costs = best is None or (best.category == "other" and best.ticket == "ask")
    costs = costs or _costs_otherwise(turn, best)
    if costs and manner.asks_what_goods_cost(turn.text):
        # `수건 30장 가격이 얼마예요` is of an order in bulk.
        return not _MANY.match(extract.quantity(turn.text) or "")
    if manner.asks_of_gift(turn.text):
        return not _tells_of(turn, "사은품")
    if manner.buys_as_guest(turn.text):
        return not _tells_of(turn, "회원")
    by_when = best is None and _PAY_BY.search(words.squash(turn.text))
    return bool(by_when) and not _tells_by_when(turn)


def _costs_otherwise(turn: Turn, best: Intent | None) -> bool:
    """Whether the line is like what freight costs, or many pieces, and names neither."""
    if best is None or best.category not in {"shipping", "order"}:
        return False
    freight = best.category == "shipping" and best.ticket == "none"
    return freight or (asks_how_many(best) and extract.quantity(turn.text) is None)


def _tells_of(turn: Turn, word: str) -> bool:
    """Whether any answer of the seller speaks of something."""
    return any(word in one.title or word in one.answer for one in turn.faq.intents)


def _tells_by_when(turn: Turn) -> bool:
    """Whether any answer tells by when money must have come."""
    lines = (line for one in turn.faq.intents for line in one.answer.split("\n"))
    return any("입금" in line and _BY_WHEN.search(line) for line in lines)
