"""What is asked of goods before they are bought, though the line is likest to something else."""

from __future__ import annotations

from bot.dialog import manner
from bot.dialog.answers import answer
from bot.dialog.entries import of_goods, restocks, tells_stage, wraps_presents
from bot.dialog.quoting import sure
from bot.dialog.turn import Turn
from bot.dialog.unsure import offer_a_person
from bot.model import Decision


def hear_before_buying(turn: Turn) -> Decision | None:
    """`리모컨 포함인가요`, `충전기도 같이 오나요`: of goods, where no entry of its own is sure.

    What they cost stands in no entry, however like a question of sizes it is.
    """
    question = turn.state.question
    if turn.state.ticket or turn.incoming.tap or turn.incoming.images:
        return None
    if question is not None and question.kind not in {"file", "choose"}:
        return None
    costs, best = manner.asks_what_goods_cost(turn.text), sure(turn)
    if costs and (best is None or (best.category == "other" and best.ticket == "ask")):
        return offer_a_person(turn)
    if manner.asks_of_gift(turn.text) and not _tells_of_gifts(turn):
        return offer_a_person(turn)
    amiss = (tells_stage(turn), wraps_presents(turn), restocks(turn))
    if not manner.asks_what_it_is(turn.text) or (best is not None and best not in amiss):
        return None
    return answer(turn, of_goods(turn))


def _tells_of_gifts(turn: Turn) -> bool:
    """Whether any answer of the seller speaks of what is given along with goods."""
    return any("사은품" in one.title or "사은품" in one.answer for one in turn.faq.intents)
