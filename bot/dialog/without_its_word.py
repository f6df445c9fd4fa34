"""Entries that the matcher is sure of, though a short line has no word of what they are about.

`몇 개월부터 쓸 수 있어요?` is of no instalments, and `가격은 어떻게 돼요?` of no order in bulk.
"""

from __future__ import annotations

import re

from bot.dialog import manner, words
from bot.dialog.answers import answer, shown_last, talks_of
from bot.dialog.complaints.told import CREDIT
from bot.dialog.entries import (
    asks_how_many,
    changes_order,
    of_goods,
    restocks,
    tells_stage,
    usual_time,
    wraps_presents,
)
from bot.dialog.going_on import offer_unknown
from bot.dialog.his_parcels import comes_in_parts
from bot.dialog.in_no_entry import is_in_no_entry
from bot.dialog.named_entries import entries_named
from bot.dialog.nobodys import COIN, speaks_of_store
from bot.dialog.quoting import sure
from bot.dialog.turn import Turn
from bot.dialog.unsure import offer_a_person
from bot.model import Decision
from bot.patterns import searched
from intents import Intent

#: Letters of a line that would name its matter if it were of that; who tells a story may put it
#: in words of his own.
LONGEST_PLAIN = 22
_PAYING = searched(
    r"결[제재]|(?<!메시지)(?<!메세지)카드|계좌|입금|페이|네페|카페이|할부|이체|현금|통장|무이자|포인트|머니|휴대폰|핸드폰|폰|상품권|문상|기프트|돈|[지이]불|일시불|송금|후불|외상|은행|토스|네이버|애플|삼성|신한|국민|농협|현대|롯데|비씨"
    r"|pay|visa|jcb|비자|마스터|예금|긁|갚|값|(?<!개)월부|통신|요금|명의|가상|외화|달러|나눠|나누|(?<!보)내[도나고면야]|(?<!보)낼|몇개월(?!부터|된|용|아기|아이|이후|짜리|정도)|개월(?:로|까지|도|무)|착불|먼저|나중"
)
_WRAPPING = searched(
    r"선물|포장|카드|메[시세]지|문구|쇼핑백|리본|편지|엽서|쪽지|생일|생신|박스|상자|가격|금액|영수증|명세|보내는|이름|봉투|손글씨|글|싸[주서줄]|꾸[며미]|wrap|price|tag|택|스티커|비밀|서프|익명|뜯는|묶|보자기|멘트|적어|써[주서]|축하|예쁘|이쁘|얼마|드릴|드리[는려]|겉|티안|놀림|값"
)
_MANY = searched(
    r"대량|단체|도매|기업|회사|법인|견적|단가|많이|여러|[0-9]{2}|[백천]|열|스무|[서마]른|박스|세트|인원|명|로고|인쇄|각인|학교|학원|교회|병원|답례|돌잔치|결혼|사업|납품|수량|매입|거래|유치원|물량|사입|위탁|moq|판촉|떼|quot|공[동구]|할인|에누리|깎|싸게|디씨|dc|개|b2b|bulk|트럭|혜택"
)
_FEE = searched(
    r"비(?:용|는|가|도|를|은|만|요|$|[0-9얼무가]|따로|있|없|내|붙|별|포|추|결|안|어|왕|환|할|드|받|더)|배송비|택배비|배송료|운임|운송|무료|무배|착불|비용|얼마|원|돈|추가|비싸|비싼|요금|금액|내[요나야는면고]|낼|공짜|값|삯|fee|따로|합|묶|한번|같이"
)
_SUCH = re.compile(
    r"(?!.*(?:얼마|언제|뭐|몇|어디|누구|왜|무슨|어느|어떤))(?:이거|이건|그거|이제품|혹시)*(?!(?:뭔|무엇|진짜|정말|지금|오늘|내일|여기|거기|사람|로봇|기계|상담|직원|사장|봇|에이아이|ai|챗|나|너|저|제|본인|주말|공휴일|점심|방학|남자|여자|학생|결혼|혼자))"
    r"[가-힣a-z0-9]{2,10}?(?:인가요|이에요|예요|이죠|맞죠|맞나요|맞아요|아니죠|아닌가요|인거죠|인거예요)"
)
_TOO = re.compile("(?:그럼|혹시|그리고)*[가-힣a-z0-9]{1,8}도요")
#: `엘리베이터 없는 4층인데`: how large goods come up.
_UPSTAIRS = searched("엘리베이터|엘베|계단|사다리|[0-9]층|층까지|올려|집안까지|문앞까지")
_BROUGHT_UP = searched(
    r"(?:엘리베이터|엘베|계단|사다리차?|[0-9]층|고층)[가-힣]{0,10}?(?:배송|배달|올려|올라|설치|옮겨|들어|가져다|갖다|오나|와요)[가-힣]{0,4}?(?:되|돼|될|주|줘|가능|나요|하나|해요|와요|수)"
)
_ADDRESSED = searched("주소|배송지|변경|바꿔|바꿀|[0-9]호|수리|as|반품|환불|교환|얼마|비용|비는")
#: `같이 보내 주실 수 없나요`: two orders in one parcel, or in two.
_TOGETHER = searched(
    r"(?:같이|함께|한번에|한꺼번에|합쳐서?|묶어서?|한박스에|모아서?|따로|나눠서?)(?:좀|다|따로)?(?:보내|배송|발송|받|오게|와)"
)
#: One that is written, and pays for nothing.
_A_CARD = searched("(?:메[시세]지|축하|생일|손글씨|감사)카드|카드(?:문구|글귀|메[시세]지)")
_AS_ONE = "합배송"


def hear_without_its_word(turn: Turn) -> Decision | None:
    """A short question that has no word of the entry that it is surely like."""
    question = turn.state.question
    if turn.state.ticket or turn.incoming.tap or turn.incoming.images or turn.match.also:
        return None
    if question is not None and question.kind != "file":
        return None
    plain = words.squash(turn.text)
    if question is not None and not question.intents and _asks_on(turn, plain):
        return offer_a_person(turn)
    if (wraps := _of_a_card(turn, plain)) is not None:
        return answer(turn, wraps)
    if len(plain) > LONGEST_PLAIN or not manner.asks(turn.text):
        return None
    return _unknown(turn) if _is_carried(turn, plain) else _has_no_word(turn, plain)


def _asks_on(turn: Turn, plain: str) -> bool:
    """`적립금도요?` behind what nobody knew, `남은 적립금은 어떻게 돼요` of who would leave."""
    leaves = "탈퇴" in turn.memory.last and CREDIT.search(plain) and manner.asks(turn.text)
    return bool(leaves or _TOO.fullmatch(plain))


def _of_a_card(turn: Turn, plain: str) -> Intent | None:
    """`카드 문구 깜빡했어요`: of a card that is written, and of no payment."""
    wraps = wraps_presents(turn) if _A_CARD.search(plain) else None
    best = sure(turn) if wraps is not None else None
    paying = best is not None and best.category == "order" and "결제" in best.title
    return wraps if paying else None


def _of_such(turn: Turn) -> Decision:
    near = talks_of(turn)
    return answer(turn, of_goods(turn)) if near is None else offer_unknown(turn, near)


def _is_it_such(turn: Turn, plain: str) -> bool:
    """`사인본인가요?`, `아이소픽스예요?`: of goods, where no entry is near and nothing was said."""
    likely = turn.match.candidates[:1]
    goods = of_goods(turn).id
    weak = all(one.confidence < COIN or one.intent_id == goods for one in likely)
    return weak and bool(_SUCH.fullmatch(plain)) and not speaks_of_store(turn)


def _has_no_word(turn: Turn, plain: str) -> Decision | None:
    entry = sure(turn)
    if entry is None:
        return _of_such(turn) if _is_it_such(turn, plain) else None
    if _is_fee(entry):
        # `정기배송 되나요` is in no answer at all.
        return None if is_in_no_entry(turn, [entry]) else _of_no_fee(turn, plain)
    telling = _words_of(turn, entry)
    if telling is None or telling.search(plain) or shown_last(turn) is entry:
        return None
    # `지금 통화 가능한가요` is told apart by what it names.
    return _instead(turn, plain) if entries_named(turn)[:1] == [entry] else None


def _is_carried(turn: Turn, plain: str) -> bool:
    """Whether it is asked if goods are brought up, and no answer tells of stairs."""
    if not _BROUGHT_UP.search(plain) or _ADDRESSED.search(plain):
        return False
    return not any(_UPSTAIRS.search(one.answer) for one in turn.faq.intents)


def _words_of(turn: Turn, entry: Intent) -> re.Pattern[str] | None:
    """One of these words has who means this entry; None where it may be put in any words."""
    if entry.category == "order" and entry.ticket == "none" and "결제" in entry.title:
        return _PAYING
    if entry is wraps_presents(turn):
        return _WRAPPING
    return _MANY if asks_how_many(entry) else None


def _is_fee(entry: Intent) -> bool:
    return entry.category == "shipping" and entry.ticket == "none" and "비" in entry.title


def _of_no_fee(turn: Turn, plain: str) -> Decision | None:
    """`4층인데 배송되나요`, `배송 괜찮나요`: of no price."""
    if _FEE.search(plain):
        return None
    if _UPSTAIRS.search(plain):
        return _unknown(turn)
    told = tells_stage(turn) if comes_in_parts(turn) else usual_time(turn)
    return answer(turn, told) if told is not None else None


def _instead(turn: Turn, plain: str) -> Decision:
    """What such a line is of: two parcels in one, or goods; else a person is offered."""
    changes = changes_order(turn)
    if changes is not None and _TOGETHER.search(plain) and _AS_ONE in changes.answer:
        return answer(turn, changes)
    told = usual_time(turn) if manner.sends_abroad(turn.text) or "해외" in plain else None
    if told is not None:
        return answer(turn, told)  # `해외로 보낼 수 있나요`
    if manner.asks_what_it_is(turn.text):
        return answer(turn, of_goods(turn))
    return _unknown(turn)


def _unknown(turn: Turn) -> Decision:
    near = talks_of(turn)
    of_stock = near is not None and near is restocks(turn)
    return offer_a_person(turn) if near is None or of_stock else offer_unknown(turn, near)
