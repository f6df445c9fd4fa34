"""What was explained and does not work, and the shop that does not."""

from __future__ import annotations

import re

from bot.dialog import manner, words
from bot.dialog.answers import shown_last
from bot.dialog.entries import first_complaint, pays
from bot.dialog.learning import SAME_ORDER
from bot.dialog.reporting import OF_A_PROCESS, file_failure, report
from bot.dialog.turn import Turn
from bot.model import Decision
from bot.patterns import searched
from intents import Intent

#: What comes to an account, and by no courier.
COMES_BY_ITSELF = searched("쿠폰|포인트|적립|영수증|계산서|리뷰|후기|이벤트")


#: Where something is looked for in vain.
_NOT_SHOWN = re.compile(
    r"(?:근데|아니|저는|전|지금|막상)*(?:결제|주문|구매)?(?:할때|하려니|하려고하니|하는데|창에|창에서|화면에|화면에서|서에|서에서|페이지에|내역에|내역에는|장바구니에|장바구니에서|앱에|앱에서)(?:는|도)?(?:아예|계속|하나도)?"
    r"(?:안(?:보[이여]|떠|뜨|나[오와]|되|돼|먹)|없)[가-힣]{0,5}"
    # `앱 깔았는데 안 들어왔어요`
    r"|(?!.*(?:주문|시[켰킨]|배송|택배|구매|샀))[가-힣0-9]{1,12}(?:는데도?|지만|거든요)(?:아직|계속|하나도|아무것도)*(?:안(?:들어|왔|와|생|뜨|떠|쌓|됐)|없|못받)[가-힣]{0,6}"
    # `없다고 나오는데요`, `0원으로 떠요`, `적용이 안 된다고 나와요`
    r"|[가-힣0-9]{0,10}?(?:없|안된|안되|불가|만료|지났|지난|0원|못[쓰한]|수없|대상이?아니|미달|부족|틀리|잘못)[가-힣]{0,4}?(?:고|으?로|라고)(?:만|도)?(?:자꾸|계속)?(?:나[오와]|떠|뜨|뜹|해요|하네|하는데|되어|돼)[가-힣]{0,5}"
)


#: `받았는데 적용이 안돼요`: what came of its own does not count.
_NOT_COUNTED = re.compile(
    r"(?:근데|아니|저는|전|지금|막상|이미|아까|네|쿠폰|포인트|적립금|은|는|이|가|도)*"
    r"(?:(?:다운)?(?:받|다운|발급|등록|담|쌓)[가-힣]{0,6}?(?:는데도?|지만|거든요|어도|아도))?(?:[0-9만천원]{1,6}(?:원)?(?:넘게|이상)?[가-힣]{0,6}(?:는데도?|어도))?"
    r"(?:결제(?:할때|창에서)|주문(?:할때|서에서)|쓰려니까?|쓰려고하니까?|하려니까?|쿠폰이?|할인이?|왜|계속|자꾸|아예)*"
    r"(?:(?:적용|사용|등록|선택|할인|체크|입력)(?:이|가|은|도)?(?:왜|계속|자꾸|아예)*(?:안|못)(?:되|돼|됨|됐|먹|하)|(?:안|못)(?:써|쓰|먹))[가-힣]{0,6}"
)


def hear_failure(turn: Turn) -> Decision | None:
    """`안되는데요` behind an answer: what was just explained fails, and is filed as that.

    So is what fails of the shop itself, whatever goods are likelier: a person gets it at once.
    """
    near, last = shown_last(turn), turn.memory.last_at
    coupon = near is not None and _is_not_shown(turn, near)  # `장바구니에서 안 보여요`
    if _nothing_else_is_open(turn) and _site_fails(turn) and not coupon:
        return file_failure(turn)
    if near is None or last is None or turn.now - last > SAME_ORDER or turn.state.ticket:
        return None
    if (named := asked_before(turn)) is not None and _is_not_here(turn, named):
        near = named
    process = near.listed and near.category in OF_A_PROCESS
    awaited = near.listed and near.category == "refund"
    gone = _is_not_here(turn, near) or _is_not_shown(turn, near)
    fails = process and (manner.only_fails(turn.text) or gone)
    if (process or awaited) and manner.is_unchanged(turn.text):
        late = first_complaint(turn, "shipping") if near.category == "shipping" else None
        return report(turn, late or near)
    return report(turn, near) if fails else None


def asked_before(turn: Turn) -> Intent | None:
    """The entry of what the line before asked for, where that comes to an account by itself.

    Of two questions in a line (`쿠폰은 언제 들어와요? 배송비는요?`) only one stands as shown last.
    """
    asked = COMES_BY_ITSELF.search(turn.memory.last)
    if asked is None:
        return None
    entries = (one for one in turn.faq.intents if one.listed and asked[0] in one.title)
    return next((one for one in entries if turn.intent(one.id)), None)


def _nothing_else_is_open(turn: Turn) -> bool:
    """Whether nothing was asked, or but offered what has to do with no code that proves him."""
    question = turn.state.question
    offered = question is not None and question.kind == "file"
    return question is None or (offered and "인증" in turn.text)


def _site_fails(turn: Turn) -> bool:
    """Whether the shop does not work, and none of its payments, for which there is advice."""
    if turn.state.ticket or not manner.site_fails(turn.text):
        return False
    # `상품페이지에서 받은 쿠폰이 안 보여요` is of the coupon.
    if manner.was_told_otherwise(turn.text) or manner.misses_credit(turn.text):
        return False
    sure = turn.match.verdict == "answer"
    if sure and manner.asks(turn.text):
        return False  # `로그인이 안 되는데 배송은 어디까지 왔나요`
    paying = pays(turn)
    return not sure or paying is None or turn.match.candidates[0].intent_id != paying.id


def _is_not_here(turn: Turn, near: Intent) -> bool:
    """`생일인데 안 왔어요` behind an answer about coupons: no parcel is meant."""
    named = manner.names_goods(turn.text) or manner.asks(turn.text)
    late = manner.is_late(turn.text) or manner.still_unpaid(turn.text)
    return bool(COMES_BY_ITSELF.search(near.title)) and not named and late


def _is_not_shown(turn: Turn, near: Intent) -> bool:
    """`결제할 때 안 보이는데` behind an answer about coupons: no payment fails."""
    plain = words.squash(turn.text)
    told = _NOT_SHOWN.fullmatch(plain) or _NOT_COUNTED.fullmatch(plain)
    return bool(COMES_BY_ITSELF.search(near.title)) and bool(told) and not manner.asks(turn.text)
