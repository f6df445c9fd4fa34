"""What is asked behind an answer in words that only this one matter has: its line says it."""

from __future__ import annotations

import re

from bot.dialog import manner, words
from bot.dialog.answers import answer
from bot.dialog.before_buying import if_it_comes_amiss
from bot.dialog.complaints.told import CREDIT
from bot.dialog.entries import changes_address, tells_of_shop, usual_time, wraps_presents
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
_FREE = searched("무료|마찬가지")
#: `어디다 적어요`
_WHERE_WRITTEN = searched(
    r"^(?:그럼|그러면|근데|그거|그건|문구|카드문구|메모|요청사항|그런건|제가|혹시)*(?:는|은|를|을)?(?:어디(?:에다가?|다가?|에|서|로)?|어떻게)(?:요?$|(?:다가?)?(?:적|쓰|써|남기|남겨|입력|기재|넣))"
)
_NOTE = searched("메모|요청사항|적어\\s?주")
#: What is asked of a place that one may go to.
_AT_A_SHOP = searched(
    r"주차|주소|위치|찾아가|찾아오|가는길|약도|역에서|몇층|(?:오늘|내일|지금|주말에?|직접)?(?:가면|가서|들르면|방문하면|방문해서)[가-힣]{0,8}?(?:살수|사도|볼수|구매|구입|입어|받을|되나|돼|있나)|구경|입어볼수|신어볼수|만져볼수|직접볼수"
)
_SHOP = searched("매장")
#: What ran out shall be had once more.
_ANEW = searched(
    r"재발급|연장|늘려|(?:다시|또|한번더)(?:좀|한번)?(?:발급|넣어|줄|주실|주시|줘|받을|쓸수|살려|살릴|보내)"
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
    anew = CREDIT.search(near.title) and _ANEW.search(words.squash(turn.text))
    if anew and manner.asks(turn.text):
        return offer_unknown(turn, near)  # `다시 발급해 주실 수 있나요` behind a coupon
    return _of_parcels(turn, near)


def _of_parcels(turn: Turn, near: Intent) -> Decision | None:
    """`따로 오나요?` of what is ordered together, behind how parcels come: no answer tells it."""
    his = comes_in_parts(turn) and "면" not in turn.text
    if near.category != "shipping" or near.ticket != "none" or his:
        return None
    apart = _IN_ONE.search(words.squash(turn.text)) and manner.asks(turn.text)
    return offer_unknown(turn, near) if apart else None


def _lines(turn: Turn, near: Intent, plain: str) -> list[str]:
    if near is wraps_presents(turn) and _HIDES_PRICE.search(plain):
        return _holding(turn, near, _OF_PRICE)
    if near.category == "shipping" and near.ticket == "none" and _EVEN_ABOVE.search(plain):
        return _holding(turn, near, _FREE)
    if not manner.asks(turn.text):
        return []
    noted = near is wraps_presents(turn) or near is changes_address(turn)
    if noted and _WHERE_WRITTEN.search(plain):
        return _holding(turn, near, _NOTE)
    shop = near is tells_of_shop(turn) and _AT_A_SHOP.search(plain)
    if shop and not _NOT_THERE.search(plain):
        return _holding(turn, near, _SHOP)
    return []


def _holding(turn: Turn, entry: Intent, held: re.Pattern[str]) -> list[str]:
    return [one for line in wording(turn, entry).split("\n") if held.search(one := line.strip())]


def days_on_the_way(turn: Turn) -> str:
    """`부산이요` behind where a parcel is: how many days one takes, as a rule."""
    told = usual_time(turn)
    return "\n".join(_holding(turn, told, _TAKES)) if told is not None else ""
