"""What goods cost and how long it takes that go back, asked by name."""

from __future__ import annotations

from bot.dialog import manner, wishes, words
from bot.dialog.complaints.told import MOST_LIKELY, OF_WHAT_CAME, calls_order_off, talked_of
from bot.dialog.entries import RETURN_FEE, asked_for, return_fee, tells_of_money
from bot.dialog.quoting import each_once
from bot.dialog.turn import Turn
from bot.patterns import searched
from intents import Intent
from intents.clauses import parts

#: `250으로 바꾸면 배송비 내야 하나요` asks for the fee of what goes back.
_IF_SENT_BACK = searched(
    "(?:바꾸|교환하|반품하|환불하|돌려보내|교환받으|환불받으)(?:면|려면|게되면)"
    "|(?:바꿔|교환해|반품해)(?:주|주시)(?:면|는데|신다면)"
)
# What is asked of a process by its name: how long it takes, or what it costs.
_PROCESS_ASKED = searched(
    r"(?<![가-힣])(?:그럼|그러면|근데|혹시|네)?(?:(?:환불|반품|교환|수리|수선|취소|답변|답장|as)(?:은|는|이|을|를|금|처리|신청|받는데|하면|하려면"
    r"|하는데(?:는)?|보통|대략|대개)*"
    r"(?:얼마나|며칠|몇일|몇주)(?:이나|정도|쯤)?(?:걸|소요|기다)"
    r"|(?:반품|교환)(?:은|는|을|를|하면|하려면|하는데(?:는)?|할때"
    r"|시)*(?P<cost>(?:돈|비용|요금)?(?:은|이)?얼마(?:나)?(?:들|드|내|예|에|인|죠|야)|(?:무료|공짜)(?:예|에|이에|인가|죠|로)))"
)
#: `반품비 보냈는데 환불은 언제 해 줘요`: the fee is paid, and the money is waited for.
_REFUND_WHEN = searched(
    r"(?:보냈|냈|입금했|부쳤|드렸|넣었|결제했)[가-힣]{0,4}(?:는데|고|으니)[가-힣]{0,6}환불(?:은|는|이|금|금은)?(?:대체|도대체)?(?:언제|며칠|아직)"
)
#: `환불은 어케 하는 거예요`: how one asks for it, and not when it comes.
_HOW_ASKED = searched(
    r"환불(?:은|을|도|를)?(?:어떻게|어떡게|어케|우째|어찌)(?:하(?:는|나|면|죠|지|려|실|고)|해야|해요$|신청|요청|접수)"
)
#: `주문한 의자 아직 안 왔는데 환불 되나요?` waits for goods, and for no money.
_MAY_HAVE = searched(r"환불(?:도|은|이)?(?:되나|될까|돼요|되죠|가능|받을수|해주실수)")
#: `환불은 언제까지 되나요` asks how long one may ask for it, and not when it comes.
_UNTIL_WHEN = searched(
    r"(?P<wish>환불|반품|교환)(?:은|는|이|을|를)?(?:신청|요청|접수)?(?:은|는)?(?:언제까지|(?:며칠|몇일)(?:까지|안에|이내에?|내로))"
    r"(?!.*(?:들어|입금|처리|걸|완료))"
)
#: When money comes of what is but thought of.
_MONEY_IF = searched(
    r"(?:취소|반품)(?:을|를)?(?:하|되|신청하)면[가-힣]{0,6}?(?:환불|돈|입금)(?:은|이|금|금은)?[가-힣]{0,4}?(?:언제|바로|며칠|얼마나|빨리|즉시)"
)
FEE = searched(r"(?:배송|택배)?비|배송료|운임")
#: `반품은 며칠 안에 하고 택배비는 얼마고`: a fee that is asked first is one of its own.
_FEE_BEHIND = searched(rf"(?:반품|교환|환불).*(?:{FEE.pattern})")
#: `그럼 반품해야 돼요? 배송비는요?`
_NAMED = searched("(?:반품|교환)(?:해야|하면|할때|하려)")
#: `환불이 너무 늦는 거 아닌가요`: no parcel is late.
_MONEY_LATE = searched(
    r"(?:환불|입금|카드취소|돈)(?:금|액|처리)?(?:이|은|도)?(?:왜|너무|이렇게|왜이렇게|왜이리)*(?:늦|오래걸)"
)
_PARCEL = searched("배송|택배|물건|상품|출고")
_SENT_BACK = searched("반품|교환|환불|반송|회수")
#: Matters of goods that go back, and what a question about a fee is of that is not about them.
_GOES_BACK = OF_WHAT_CAME | {"refund"}
_WISHES = frozenset(("refund", "exchange"))
OF_NEW_ORDER = searched(
    # `무료배송이었는데 배송비 빠지나요` is of what came.
    r"무료(?!배송(?:이었|이였|인데|으로(?:샀|받|시켰|주문했)|받았))|기준|이상|(?:주문|구매|결제)하|새로|다시사|[사살시킬켜키](?:면|때)|추가로|제주|도서|산간|섬|합배송|묶음|처음"
)


#: A reproach in the form of a question, and none that asks who pays.
_WHY_HE_PAYS = searched(
    r"왜[가-힣]{0,6}?(?:내|부담|물어|빼|떼|뗐|받)(?!용)|(?:비|운임|비용)(?:를|을|도)?[가-힣]{0,4}?왜"
)
#: What is said of goods for which the store is to blame.
_FAULTY = searched("불량|하자|파손|고장|깨진|잘못|오배송|저희|판매자")
_FEE_ASKED = searched(r"(?:반품|교환|왕복|회수|배송|택배|반송)비|비용|운임|얼마|[0-9]\s?만\s?원")


def charges_sound_goods(turn: Turn, known: Intent | None, entry: Intent) -> bool:
    """Whether what it costs to send goods back is told of sound ones only, and these are not.

    Who complains of the goods is not told that he pays, unless the answer says so.
    """
    amiss = known is not None and known.ticket == "open" and known.category in OF_WHAT_CAME
    asked = amiss and bool(_FEE_ASKED.search(words.squash(turn.text)))
    return asked and entry is return_fee(turn) and not _FAULTY.search(entry.answer)


def fee_meant(turn: Turn, entry: Intent) -> Intent:
    """The entry for the fee of goods that go back, where it is asked beside such a matter.

    `그럼 배송비는 얼마예요` beside an exchange is not about what a new order costs.
    """
    plain = words.squash(turn.text)
    if entry.ticket != "none" or entry.category != "shipping" or not FEE.search(plain):
        return entry
    known = turn.entry if turn.state.ticket else None
    near = known or next(iter(talked_of(turn)), None)
    goes_back = near is not None and near.category in _GOES_BACK
    # What he wants he may have told the person who was called for nothing in particular.
    goes_back = goes_back or (known is not None and bool(_wanted_of_a_person(turn, known)))
    goes_back = goes_back or bool(RETURN_FEE.search(plain) or _NAMED.search(plain))
    if not goes_back or OF_NEW_ORDER.search(plain):
        return entry
    return return_fee(turn) or entry


def is_of_return_fee(turn: Turn, near: Intent) -> bool:
    """`교환할 때도 배송비 드나요` behind what parcels cost is of the fee of what goes back."""
    fee = return_fee(turn) if near.category == "shipping" else None
    if fee is None or fee is near or turn.match.verdict != "answer":
        return False
    plain = words.squash(turn.text)
    first = turn.match.candidates[0].intent_id
    # `사이즈 안 맞아서 바꾸면 배송비 또 내요?`
    named = first == fee.id and _SENT_BACK.search(plain)
    named = named or (first == near.id and FEE.search(plain) and _IF_SENT_BACK.search(plain))
    return bool(named) and not OF_NEW_ORDER.search(plain)


def of_term(turn: Turn, entry: Intent) -> Intent | None:
    """The entry for a wish, where it is asked until when or how one may have it."""
    if entry.ticket == "open" or parts(turn.own_words):
        return None  # `반품은 며칠 안에 하고 환불은 언제 되나요`: each part is asked by itself
    plain = words.squash(turn.text)
    waits = manner.is_late(turn.text) and not manner.misses_money(turn.text)
    wanted = _HOW_ASKED.search(plain) or (waits and _MAY_HAVE.search(plain))
    if tells_of_money(entry) and wanted:
        return asked_for(turn, "환불")
    term = _UNTIL_WHEN.search(plain)
    return asked_for(turn, term["wish"]) if term is not None else None


def with_their_fee(turn: Turn, entries: list[Intent]) -> list[Intent]:
    """The entries with the fee of goods that go back, where a fee is asked beside these."""
    plain = words.squash(turn.text)
    back = any(one.category in _WISHES for one in entries)
    fee = return_fee(turn) if back and not OF_NEW_ORDER.search(plain) else None
    if fee is None or not _FEE_BEHIND.search(plain):
        return entries
    return each_once(fee if _is_freight(one) else one for one in entries)


def _is_freight(entry: Intent) -> bool:
    return entry.ticket == "none" and entry.category == "shipping" and "비" in entry.title


def money_if_called_off(turn: Turn, near: list[Intent]) -> Intent | None:
    """`취소하면 환불 바로 되나요`: the likely entry for when money comes."""
    if not _MONEY_IF.search(words.squash(turn.text)):
        return None
    if calls_order_off(turn.text):
        return asked_for(turn, "주문 취소")
    return next(filter(tells_of_money, near), None)


def _wanted_of_a_person(turn: Turn, entry: Intent) -> str:
    """The exchange or return that was told beside a ticket which is of no matter by itself."""
    told = turn.memory.details.get("what", "")
    return wishes.request(told) if entry.category == "other" and not entry.listed else ""


def of_process(turn: Turn, entry: Intent) -> Intent | None:
    """The entry for how long something takes, or what it costs, that is called by its name.

    `환불은 보통 얼마나 걸리나요` is no question about parcels, `교환은 얼마 드나요` one about fees.
    """
    plain = words.squash(turn.text)
    named = _PROCESS_ASKED.search(plain)
    timed = named is not None and not named["cost"]  # `환불하면 얼마나 걸려요` asks for no fee
    told = entry.category == "shipping" and entry.ticket == "none" and not timed
    if told and _IF_SENT_BACK.search(plain):
        likely = (turn.intent(one.intent_id) for one in turn.match.candidates[:MOST_LIKELY])
        return next((one for one in likely if one and RETURN_FEE.search(one.title)), None)
    late = entry.category == "shipping" and not _PARCEL.search(plain)
    late = late and _MONEY_LATE.search(plain) is not None
    if late or _wants_money_when(entry, plain):
        return _of_refunds(turn)
    if named is None or not manner.asks(turn.text):
        return None
    if named["cost"]:
        goes_back = entry.category in {"refund", "exchange"} and entry.ticket == "ask"
        return return_fee(turn) if goes_back else None
    if entry.category != "shipping" or entry.ticket != "none":
        return None
    likely = (turn.intent(one.intent_id) for one in turn.match.candidates[:MOST_LIKELY])
    others = (one for one in likely if one is not None and one.category != "shipping")
    return next((one for one in others if not RETURN_FEE.search(one.title)), None)


def _wants_money_when(entry: Intent, plain: str) -> bool:
    """Whether it is asked when money comes back, and not what the entry tells."""
    if entry.category == "order":
        return entry.ticket == "ask" and bool(_MONEY_IF.search(plain))
    return bool(RETURN_FEE.search(entry.title) and _REFUND_WHEN.search(plain))


def _of_refunds(turn: Turn) -> Intent | None:
    """The likely entry for when money comes back, and for no fee."""
    likely = (turn.intent(one.intent_id) for one in turn.match.candidates)
    refunds = (one for one in likely if one is not None and one.category == "refund")
    return next((one for one in refunds if not RETURN_FEE.search(one.title)), None)


def blames_fee(text: str) -> bool:
    """Whether a fee is reproached (`왜 택배비를 빼요?`), be it in the form of a question."""
    plain = words.squash(text)
    return bool(_FEE_ASKED.search(plain) and _WHY_HE_PAYS.search(plain))


def blamed_for_fee(turn: Turn, entry: Intent, told: Intent) -> bool:
    """`반품비 왜 제가 내요 색이 사진이랑 완전 다른데` complains of the goods (of what is
    `told` in it), and asks not who pays.
    """
    # That the store pays for what is faulty is what the fee's own entry tells.
    unlike = told.ticket == "open" and told.category == "wrong_information"
    blames = unlike and entry is return_fee(turn) and not turn.state.ticket
    return blames and bool(_WHY_HE_PAYS.search(words.squash(turn.text)))
