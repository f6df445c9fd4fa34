"""What an order need not be looked up for, and what it is looked up for instead of a payment."""

from __future__ import annotations

from bot.dialog import manner, wishes, words
from bot.dialog.entries import asked_for, looks_up_order, pays
from bot.dialog.turn import Turn
from bot.patterns import searched
from intents import Intent

#: `결제는 됐는데 문자가 안 왔어요`: paid, and no word of it.
_PAID_UNHEARD = searched(
    r"(?:결제|입금|주문|승인)(?:은|는|이|가|도)?(?:다|잘|제대로|분명히?|정상(?:적으로)?|이미)*(?:됐|되었|했|된|마쳤|완료|끝났)[가-힣]{0,6}?(?:는데|지만|은데|고)[가-힣]{0,6}?"
    r"(?:문자|알림톡?|카톡|메일|이메일|확인서|안내)(?:은|는|이|가|도|을|를)?(?:아직|왜|하나도|아무것도|따로)*(?:안(?:왔|와|옴|오[네고는])|못받|없)"
)
#: Money that is gone, or an order that is not there, is worse.
_NOTHING_THERE = searched(
    r"(?:주문|내역|결제)(?:이|은|도|에|내역)?[가-힣]{0,4}?(?:없|안(?:떠|뜨|보|들어|나))|두번|중복|빠져나|환불|취소"
)


def of_no_order(turn: Turn, entry: Intent) -> Intent | None:
    """`환불하고 싶은데 주문번호를 몰라요` looks no order up, and asks not where a number stands.

    And of who paid, and got no message of it, no payment fails: nobody pays twice.
    """
    late = entry.category == "shipping" and entry.ticket == "open"
    if entry is pays(turn) or late:
        unheard = _PAID_UNHEARD.search(words.squash(turn.text))
        plain = unheard and not _NOTHING_THERE.search(words.squash(turn.text))
        return looks_up_order(turn) if plain else None
    if turn.state.ticket or entry is not looks_up_order(turn):
        return None
    lacks = "번호" in turn.text and manner.misses_a_detail(turn.text)
    wish = wishes.request(turn.own_words) if lacks else ""
    return asked_for(turn, wish) if wish else None
