"""What is asked behind an answer in words that only this one matter has: its line says it."""

from __future__ import annotations

import re

from bot.dialog import manner, words
from bot.dialog.answers import answer
from bot.dialog.before_buying import if_it_comes_amiss
from bot.dialog.complaints.told import CREDIT
from bot.dialog.entries import (
    asks_how_many,
    changes_address,
    tells_of_shop,
    usual_time,
    wraps_presents,
)
from bot.dialog.going_on import offer_unknown, say_lines
from bot.dialog.his_parcels import comes_in_parts
from bot.dialog.reporting import wording
from bot.dialog.turn import Turn, digest
from bot.model import Decision
from bot.patterns import searched
from intents import Intent

#: `영수증 안 들어가죠?`, `가격 안 보이게`: who gets the present shall not see what it cost.
_HIDES_PRICE = searched(
    r"(?:가격표?|금액|값|영수증|명세서|거래명세|얼만?지|얼마인지|얼마짜린?지|주문서|송장에)[가-힣]{0,8}?(?:안(?:보|들|나|적|넣|붙|가|오|알)|못보|모르|몰랐|빼|없이|없나|없죠|제거|숨|가려|가리|노출|비공개|알면|보이|뜨|들어가|들어있|적혀|써있|같이가|나오|나와|찍)"
)
_OF_PRICE = searched("가격|영수증|금액")
#: `5만 원 넘어도 내야 하나요?`
_EVEN_ABOVE = searched(
    r"(?:넘|이상이|이상사|이상주문해|무료배송이|무료배송이어|많이사|많이시켜|채워|되)(?:어|아|라|여)?도[가-힣]{0,6}?(?:내야|내나|내는|붙|추가|드나|들어|받|더|따로|있나|나오나|나와)"
)
#: `7만 원어치 사면 무료죠?`: of who may live on an island.
_IS_FREE = searched(r"무료(?:배송)?(?:인가|이에|예요|에요|죠|이죠|인거|맞|되나|돼|되죠|로)")
_FREE = searched("무료|마찬가지")
#: `어디다 적어요`
_WHERE_WRITTEN = searched(
    r"^(?:그럼|그러면|근데|그거|그건|문구|카드문구|메모|요청사항|그런건|제가|혹시)*(?:는|은|를|을)?(?:어디(?:에다가?|다가?|에|서|로)?|어떻게)(?:요?$|(?:다가?)?(?:적|쓰|써|남기|남겨|입력|기재|넣))"
)
_NOTE = searched("메모|요청사항|적어\\s?주")
#: What is asked of a place that one may go to.
_AT_A_SHOP = searched(
    r"전시장|쇼룸|체험관|직영점|지점|주차|주소|위치|찾아가|찾아오|가는길|약도|역에서|몇층|(?:오늘|내일|지금|주말에?|직접)?(?:가면|가서|들르면|방문하면|방문해서)[가-힣]{0,8}?(?:살수|사도|볼수|구매|구입|입어|받을|되나|돼|있나)|구경|입어볼수|신어볼수|만져볼수|직접볼수"
)
_SHOP = searched("매장")
#: What ran out shall be had once more.
_ANEW = searched(
    r"재발급|연장|늘려|(?:다시|또|한번더)(?:좀|한번)?(?:발급|넣어|줄|주실|주시|줘|받을|쓸수|살려|살릴|보내)"
)
#: `현금으로 사면 더 싸요?`
_CHEAPER_IF = searched(
    r"(?:현금|계좌이체|무통장|직거래|카드|앱|전화|직접)[가-힣]{0,3}(?:사|주문|결제|하|구매|내)[가-힣]{0,2}면[가-힣]{0,4}(?:싸|싼|저렴|할인|깎|빼)"
)
_SUM = searched(r"[0-9천만]\s?원")
#: `5만원 안 되는데요`, `3만원 넘으면요`
_SUM_SAID = re.compile(
    r"(?:근데|그럼|저는|제가|전|아|총|합쳐서)*[0-9,.]{1,9}[천만]?[0-9천]{0,5}원(?:이|은|도|어치|어치만|만)?(?:조금|살짝)?(?:(?:안되|안돼|못넘|이하|미만|모자라|부족|밖에안되)[가-힣]{0,3}?(?:는데|면|은데|어도|어)|넘(?:으면|어도))(?:요|은요|되나요|돼요|안되나요|어떡해요|괜찮아요)?"
)
#: `얼마 추가돼요` behind what is done for a present.
_HOW_MUCH = re.compile(
    r"(?:그럼|그거|포장은?|비용은?|돈은?|가격은?|추가금은?|포장비는?)*(?:얼마|얼만큼)(?:나|를|씩)?(?:더|추가)?(?:추가|들어|드나|내야|내|붙|나와|받|되|돼|이에|예|에|인가)[가-힣]{0,4}"
)
#: `몇 개월이요?` behind how one pays.
_PAID_SO = re.compile(
    r"(?:그럼|무이자|할부|카드)*(?:는|은)?(?:최대)?몇개월(?:까지|이나|정도)?(?:이?요|돼요|되나요|가능해요|가능한가요|이에요|까지요|인가요)"
)
_IN_PARTS = searched("할부")
#: `한 달 지났는데` behind how goods go back.
_LONG_AGO = re.compile(
    r"(?:근데|그럼|저는|전|받은지|산지|받고|사고|이미|벌써|혹시|구매한지|주문한지|온지)*(?:(?:한|두|세|몇|[0-9]{1,3})(?:일|주|주일|달|개월|년)|일주일|보름|열흘|며칠)(?:이|도|은|정도|쯤|가까이)*(?:좀|넘게|이미|훌쩍)?(?:지났|넘었|됐|되었|지난|넘은)[가-힣]{0,2}?(?:는데|은데|거|것)(?:도)?(?:요|되나요|돼요|가능해요|가능한가요|안되나요|안되죠|괜찮아요)?"
)
_TERM = searched("이내|안에")
#: `포장 사진 볼 수 있어요?`
_A_PICTURE = re.compile(
    r"(?:그럼|혹시|포장|실물|실제|예시|착용|완성)*(?:사진|샘플사진|예시|영상)(?:은|는|이|을|도|좀)*(?:먼저|미리)?(?:볼수(?:는)?있|보여주|있나|있어|보내주|받을수있)[가-힣]{0,5}"
)
_PAID_LATER = searched("착불|선불|후불")
#: `얼마짜리예요` of a coupon.
_WORTH = re.compile(
    r"(?:그럼|그거|쿠폰은?|할인은?)*(?:얼마|몇프로|몇퍼센트|몇퍼|몇원)(?:짜리|나|정도|씩)?(?:인가|이에|예|에|할인|주나|줘|돼|되나)?[가-힣]{0,4}"
)
#: `따로 오나요`, `같이 오는 거죠`
_IN_ONE = searched(
    r"(?:따로|나눠서?|각각|같이|함께|한번에|한꺼번에|한박스에?)(?:따로|다)?(?:오나|와요|오는|올까|오죠|배송되|배송하|출고되|발송되)"
)
#: How long a parcel takes.
_TAKES = searched(r"[0-9]일[가-힣]{0,3}\s?(?:걸|소요)")
#: Of his own order, or of what goes back.
_NOT_THERE = searched("배송지|보낼|보내|반품|교환|받는|바꿔|바꿀|변경|집주소|메일")


def told_by_words(turn: Turn, near: Intent) -> Decision | None:
    """The lines that hold it, of the answer that stands above; None where it is of none of this."""
    lines = "\n".join(_lines(turn, near, words.squash(turn.text)))
    if lines and digest(lines) == turn.memory.said and near is tells_of_shop(turn):
        return answer(turn, near)  # that there is none tells also where it is
    if lines:
        return say_lines(turn, near, lines)
    if (amends := if_it_comes_amiss(turn)) is not None:
        return amends
    return offer_unknown(turn, near) if _is_untold(turn, near) else None


def _is_untold(turn: Turn, near: Intent) -> bool:
    """Whether something is asked that this answer, and none of its process, tells."""
    plain = words.squash(turn.text)
    if CREDIT.search(near.title) and _ANEW.search(plain):
        return manner.asks(turn.text)  # `다시 발급해 주실 수 있나요` behind a coupon
    if _CHEAPER_IF.search(plain):
        return manner.asks(turn.text) and not asks_how_many(near)
    if not manner.asks(turn.text):
        return False
    if _is_beside_it(turn, near, plain):
        return True
    costs = near.category == "other" and near.ticket == "ask" and not _SUM.search(near.answer)
    if costs and manner.asks_what_goods_cost(turn.text):
        return True  # what a present costs is told to who gives it
    # `따로 오나요?` of what is ordered together, behind how parcels come
    his = comes_in_parts(turn) and "면" not in turn.text
    apart = near.category == "shipping" and near.ticket == "none" and not his
    return apart and bool(_IN_ONE.search(plain))


def _is_beside_it(turn: Turn, near: Intent, plain: str) -> bool:
    """Whether a picture, a way to pay or the worth of a coupon is asked of an answer without it."""
    told = wording(turn, near)
    if _A_PICTURE.fullmatch(plain):
        return "사진" not in told
    if (paid := _PAID_LATER.search(plain)) is not None:
        return near.category == "shipping" and near.ticket == "none" and paid[0] not in told
    worth = CREDIT.search(near.title) and _WORTH.fullmatch(plain)
    return bool(worth) and not _SUM.search(told)


def _lines(turn: Turn, near: Intent, plain: str) -> list[str]:
    if near.category == "shipping" and (told := _of_the_way(turn, near, plain)):
        return told
    if near is wraps_presents(turn) and _HIDES_PRICE.search(plain):
        return _holding(turn, near, _OF_PRICE)
    if told := _of_sums_and_terms(turn, near, plain):
        return told
    if not manner.asks(turn.text):
        return []
    noted = near is wraps_presents(turn) or near is changes_address(turn)
    if noted and _WHERE_WRITTEN.search(plain):
        return _holding(turn, near, _NOTE)
    shop = near is tells_of_shop(turn) and _AT_A_SHOP.search(plain)
    return _holding(turn, near, _SHOP) if shop and not _NOT_THERE.search(plain) else []


def _of_sums_and_terms(turn: Turn, near: Intent, plain: str) -> list[str]:
    """`5만원 안 되는데요`, `얼마 추가돼요`, `한 달 지났는데`: the line with the sum or term."""
    if near.category in {"refund", "exchange"} and past_its_term(turn.text):
        return _holding(turn, near, _TERM)
    if _SUM_SAID.fullmatch(plain):
        return _holding(turn, near, _SUM)
    if not manner.asks(turn.text):
        return []
    if near is wraps_presents(turn) and _HOW_MUCH.fullmatch(plain):
        return _holding(turn, near, _SUM)
    return _holding(turn, near, _IN_PARTS) if _PAID_SO.fullmatch(plain) else []


def past_its_term(text: str) -> bool:
    """Whether a whole line asks what holds for goods that came long ago (`한 달 지났는데`)."""
    return bool(_LONG_AGO.fullmatch(words.squash(text)))


def _of_the_way(turn: Turn, near: Intent, plain: str) -> list[str]:
    """When nothing is paid for it, islands among them; and where a note for the courier stands."""
    free = _EVEN_ABOVE.search(plain) or (_IS_FREE.search(plain) and manner.asks(turn.text))
    if near.ticket == "none" and free:
        told = (one for one in turn.faq.intents if one.category == "shipping")
        fees = (one for one in (near, *told) if one.ticket == "none" and turn.intent(one.id))
        return next(filter(None, (_holding(turn, one, _FREE) for one in fees)), [])
    return _holding(turn, changes_address(turn), _NOTE) if _is_of_a_note(turn) else []


def _is_of_a_note(turn: Turn) -> bool:
    """`그럼 경비실에 맡겨 달라고 하면 되죠?` behind who brings parcels."""
    return manner.asks_where_left(turn.text) and not manner.would_have_noted(turn.text)


def _holding(turn: Turn, entry: Intent, held: re.Pattern[str]) -> list[str]:
    return [one for line in wording(turn, entry).split("\n") if held.search(one := line.strip())]


def days_on_the_way(turn: Turn) -> str:
    """`부산이요` behind where a parcel is: how many days one takes, as a rule."""
    told = usual_time(turn)
    return "\n".join(_holding(turn, told, _TAKES)) if told is not None else ""
