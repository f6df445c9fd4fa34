"""An order that should not be: the same twice, or one that a child placed."""

from __future__ import annotations

from bot.dialog import manner, words
from bot.dialog.entries import entry_named
from bot.dialog.turn import Turn
from bot.patterns import searched
from intents import Intent

#: `실수로 두 번 주문했어요`: one of them is too many.
_TWICE = searched(
    r"(?:(?:두|2)번|중복(?:으로)?|이중(?:으로)?|(?:두|2)(?:개|건)(?:나|가|씩)?)(?:이나|을|를|씩)?(?:주문(?!취소)|구매|시[켰킨])"
    r"|주문(?:이|을)?(?:(?:두|2)번|중복|이중)|주문이(?:두|2)(?:개|건)(?:나|가|로)?(?:들어|접수|됐|되었|돼)|(?:똑)?같은(?:거|걸|것|상품|물건)(?:을|를)?(?:또|(?:두|2)(?:번|개))[가-힣]{0,4}(?:주문|구매|시[켰킨]|샀|담)"
)
#: The other one came, or is wanted.
_NO_TWICE = searched(
    r"이름으로|명의로|주소로|왔|도착|받았|안[오와왔]|결제|할인|되나|가능|일부러|선물"
)
#: `아이가 제 폰으로 장난감을 샀네요`
_BY_A_CHILD = searched(
    r"(?:아이|아기|애기?|애들|딸|아들|조카|손주|손자|손녀)(?:가|이|들이)[가-힣]{0,8}?(?:제|내|엄마|아빠)?(?:폰|핸드폰|휴대폰|계정|아이디|카드|아이패드|태블릿)(?:으로|로|을|를)?[가-힣]{0,10}?"
    r"(?:샀|주문(?:을)?(?:했|해버)|결제(?:를)?(?:했|해버)|구매(?:를)?(?:했|해버)|시켰|시켜버|질렀)"
    # `아들이 게임기 몰래 샀어요`
    r"|(?:아이|아기|애기?|애들|딸|아들|조카|손주|손자|손녀)(?:가|이|들이)[가-힣]{0,10}?(?:몰래|멋대로|맘대로|마음대로|허락없이)[가-힣]{0,8}?(?:샀|주문(?:을)?했|결제(?:를)?했|시켰|질렀)"
)


def ordered_amiss(turn: Turn, near: list[Intent]) -> Intent | None:
    """The entry that calls an order off, where it was placed by a slip or by a child."""
    if manner.asks(turn.text):
        return None
    plain = words.squash(turn.text)
    twice = _TWICE.search(plain) and not _NO_TWICE.search(plain)
    twice = twice and any(one.category == "order" for one in near)
    return entry_named(turn, "주문 취소") if twice or _BY_A_CHILD.search(plain) else None
