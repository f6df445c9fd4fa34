"""A price that fell since, is lower elsewhere or shall be less: a person decides on it."""

from __future__ import annotations

from bot.dialog import buttons, manner, wishes, words
from bot.dialog.complaints.told import CREDIT, told_plainly
from bot.dialog.entries import asks_how_many, looks_up_order
from bot.dialog.filing import both_lines, file, taken, titled
from bot.dialog.learning import learn
from bot.dialog.quoting import sure
from bot.dialog.turn import Turn, say
from bot.model import Decision, Question
from bot.patterns import searched
from intents import Intent

#: `50개 사면 깎아 주나요`; who says but `최저가 맞춰 주세요` bargains for one.
_MANY = searched(
    r"[0-9]{2,}(?:개|장|명|벌|병|권|박스|세트|자루)|(?:열|스무|서른|마흔|쉰|예순|일흔|칠십|여든|아흔|백|천)(?:개|장|명|벌|병|권|박스|세트|여)|대량|단체|많이|이만큼|한꺼번|도매|박스째"
)


def hear_price(turn: Turn) -> Decision | None:
    """The difference is wanted back, another's price met, or something off: nothing is promised.

    What is wanted, or scolded about, is filed in his words; where something is asked, or but
    noted, a person is offered.
    """
    if turn.state.ticket or turn.incoming.tap or turn.incoming.images or _has_its_entry(turn):
        return None
    if not (manner.got_cheaper(turn.text) or manner.wants_same_price(turn.text)):
        bargains = manner.would_pay_less(turn.text) or manner.got_dearer(turn.text)
        return _offer(turn, None) if bargains else None
    entry = looks_up_order(turn)
    best = sure(turn)
    wanted = best is not None and best.category == "order" and best.ticket == "ask"
    if wanted and best is not entry and wishes.labels(turn.own_words):
        return None  # `다른 데가 더 싸네요 취소해 주세요`
    if entry is None or told_plainly(turn) is not None or manner.is_late(turn.text):
        return None
    # `차액 환불 안 되나요` under the offer wants just that.
    question = turn.state.question
    offered = question is not None and question.kind == "file" and entry.id in question.intents
    again = offered and manner.got_cheaper(turn.memory.details.get("what", ""))
    wants = again or manner.is_request(turn.text) or bool(manner.anger(turn.text))
    if not wants:
        return _offer(turn, entry)
    own = both_lines(turn) if again else ""
    said = taken(turn, None) if again else turn.texts.no_promise
    return titled(file(turn, said, entry, own_words=own), words.clip(turn.text))


def _has_its_entry(turn: Turn) -> bool:
    """Whether the entry is sure for large orders (`50개 사면 깎아 주나요`), which asks how many, or
    for coupons (`처음 사는 사람한테 깎아 주는 거 없나요`).
    """
    known = sure(turn)
    if known is None:
        return False
    if asks_how_many(known):
        its = bool(_MANY.search(words.squash(turn.text)))
    else:
        # `할인이 어제까지였네요 어제 가격으로 안 되나요` asks for no coupon.
        its = (
            bool(CREDIT.search(known.title)) and manner.asks(turn.text) and "가격" not in turn.text
        )
    return its and not manner.got_cheaper(turn.text)


def _offer(turn: Turn, entry: Intent | None) -> Decision:
    """`entry`: for an order that was placed; who bargains before he buys has none."""
    offered = turn.texts.ask_file if entry is None else turn.texts.offer_number
    asked = Question(kind="file")
    if entry is not None:
        asked = Question(kind="file", intents=(entry.id,), details=("order_number",))
    return say(
        turn,
        f"{turn.texts.no_promise}\n\n{offered}",
        question=asked,
        choices=buttons.file_or_not(turn.texts),
        matter=words.clip(turn.text),
        spoke=True,
        memory=learn(turn, None, ()),
    )
