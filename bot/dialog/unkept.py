"""What was agreed for a resolved matter, and has not come: word, money, what was to be sent."""

from __future__ import annotations

from datetime import timedelta

from bot.dialog import manner, wishes, words
from bot.dialog.quoting import GOODS_BACK
from bot.dialog.turn import Turn
from bot.patterns import searched
from intents import Intent

#: For so long a parcel that is late is the one that was promised.
STILL_LATE = timedelta(days=5)
#: Letters of a line that says no more than that something does not come.
BARE = 8
A_DAY = timedelta(days=1)
#: What is given to make up for something.
_CREDIT = searched("적립|포인트|쿠폰|할인|보상")
#: `전화 안 왔는데요?`: somebody was to call.
_MISSES_CALL = searched(
    r"^(?:근데|아직|오늘|어제|내일|저기요?|아니|시간|방문|설치|배송|기사님?|일정)*(?:전화|연락)(?:가|이|는|은|도|를|을)?(?:아직(?:도)?|여태|왜|하나도|한통도?|한번도?)*(?:(?:안|못)(?:왔|와|오|주|받|하)|없)"
)
#: Nobody says of a parcel that it deigned to come.
_NO_VISIT = searched(
    r"(?:안|못)(?:오셨|오시(?:네|고|는|던)|오신(?:다|대)|오심|오셔(?:요|서))|아무도(?:안|못)(?:왔|오)"
)
#: `메일이 안 왔는데요?`: what is sent in words, by its name.
_MISSES_PAPER = searched(
    r"^(?:근데|아직|오늘|어제|저기요?|아니)*(?:[가-힣]{2,5}(?=이?메일|파일))?(?P<paper>이?메일|문자|링크|(?:세금)?계산서|(?:현금)?영수증|명세서|견적서|서류|증빙|파일|안내)(?:가|이|은|는|도|을|를)?"
    r"(?:아직(?:도)?|여태|왜|아무리봐도|하나도)*(?:(?:안|못)(?:왔|와|오|받|들어|보[이여])|없)"
)
#: What money comes back for.
_MONEY_BACK = searched("환불|반품|취소|결제")
_OWED = searched("계좌|통장|은행|농협|국민|신한|우리|하나|카뱅|토스|두번|더냈|더결제|차액|돌려")
#: `아직 환불 전인가요? 카드사엔 없대요`
_NOT_PAID = searched(
    r"(?:아직|여태)(?:도|까지)?환불(?:이|은)?(?:전|안|못)|환불(?:이|은)?(?:아직|여태)(?:도|까지)?(?:안|못|전|이에요|인가|인데|이네)"
    # `카드 취소 문자 안 왔는데 된 건가요`
    r"|(?:취소|환불)(?:완료)?(?:문자|알림|승인|내역)(?:이|가|은|는|도)?(?:아직(?:도)?)?(?:안|못)(?:왔|오[네는]|떴|뜨|받)"
    r"|취소(?:가|는|도)?(?:아직(?:도)?|여태)(?:도)?(?:안|못)(?:됐|되)"
    r"|(?:취소|환불)(?:가|는|이|은)?(?:하나|한건|한개|일부|절반)만(?:됐|되었|돼)(?!나요)"
    r"|(?:명세서|청구서|카드내역|이용내역)(?:에|에는|엔)?(?:아직(?:도)?|여전히|그대로)*(?:그대로|남아|있|찍혀|청구)"
    r"|카드사(?:에|에는|엔|에선|에서는)?[가-힣]{0,6}없(?:대|다|어|네)|(?:입금|환불|취소)내역(?:이|은|도)?(?:아직)?없"
)
#: `수리 다 됐나요?`
_DONE_YET = searched(
    r"(?:수리|교환|환불|반품|처리|입고|발송|취소|설치|제작|발급)(?:는|가|이|은|도)?(?:이제|다|벌써|혹시)*(?:됐|되었|끝났|완료됐)(?:나|을까|는지|어요$|죠)"
)
#: `L 들어왔나요`, `물건 나갔나요`
_HERE_YET = searched(
    r"(?:들어왔|들어온|입고|나왔|나갔|왔|출고|발송|보냈|보내셨|도착)[가-힣]{0,4}(?:나요?|을까요?|까요|는지요?|죠)$"
)
#: What happened is named as it was before.
_AGAIN = searched(
    r"^(?:하아?|아|와|진짜|오늘도|이번에도)*또(?P<what>[가-힣]{2,6}?)(?:이네|네요|에(?:다|다가)?|이|가|을|를|으로|로)"
)
#: `미룬 거 아니었나요`, `무료로 해 주시기로 했잖아요`
_AGREED = searched(
    r"(?:룬|한|꾼|된|신|준|뀐|뺀)(?:거|건|것|거로|걸로)(?:가|이)?(?:아니었|아니였|아녔|알고있)"
    r"|(?:주|하|되|오|빼|보내|받|않)(?:시)?기로(?:는)?(?:했|하셨|하고|해놓고|얘기했|말씀하셨|된)"
    r"|(?:준다|주신다|드린다|한다|하신다|된다|온다|오신다|안된다|없다)고(?:는)?(?:하지않|하시지않|그러지않|말씀하시지않)(?:았|으셨|았었)(?:나|어|냐|습)"
    r"|(?:준다|주신다|드린다|한다|하신다|온다|오신다)고(?:하셨|했|그랬|말씀하셨)(?:잖|으면서|으시면서)"
)
#: Messages that were to end, and go on (`오늘도 광고 왔네요`).
_MESSAGES = searched(r"광고|홍보|스팸|수신거부")
_CAME_AGAIN = searched(
    r"(?:또|오늘도|계속|아직도|여전히)[가-힣]{0,10}(?:왔|와요|오네|옵니다|옴|와서)"
)
#: The day that was told is here, or past.
_ITS_DAY = searched(
    r"(?:요일|욜|[0-9]일|주말|다음주|월말|월초|날짜|예정일)(?:이|은|도)?(?:벌써|이미|다)?(?:지났|지나|됐|되었)"
    r"|(?:오늘|어제)(?:이|가)?(?:[월화수목금토일]요일|[0-9]{1,2}일)(?:인데|이었는데)"
)
#: `세탁비 아직 안 들어왔어요`
_AMENDS_NOT_IN = searched(
    r"(?P<what>[가-힣]{1,4}(?:비|금|값|액))(?:이|가|은|는|도)?(?:아직(?:도)?|여태)?(?:(?:안|못)(?:들어왔|받았|왔|줬|주셨|됐)|(?<=아직)(?:이에요|이네요?|인데요?|이요|예요|입금전))"
)
#: `반품비 6천 원 빠지고 들어왔네요` of goods that nobody was to pay for.
_FEE_KEPT = searched(
    r"(?:배송|반품|택배|왕복|회수)비(?:용)?(?:[0-9만천백]+원)?(?:이|가|를|을|는|만|도)?(?:빠지고|빠진채로?|빼고|떼고|제하고|차감하고|차감(?:돼서|되어|되고)|공제하고)"
    r"(?:만)?(?:줬|주셨|들어왔|환불됐|환불해주셨|환불됨|입금됐|입금하셨|돌려줬|돌려주셨)"
    # `2만원만 들어왔네요`
    r"|[0-9만천백]+원(?:만|밖에)(?:안)?(?:들어왔|들어옴|입금됐|입금하셨|환불됐|환불해주셨|돌려주셨)"
)
#: What nobody is paid but to make good for something.
_MADE_GOOD = searched(r"(?:진료|치료|병원|약|세탁|수리|수선|재포장)비$|(?:보상|위로)금$")
#: `토요일 지났는데 안 들어왔어요`
_NOT_IN = searched(r"(?:안|못)(?:들어왔|들어와|들어오|들어옴)")
#: Categories of what is sent in words.
_ON_PAPER = frozenset(("other", "order"))
_STILL_TO_COME = searched(
    r"아직(?:도|까지)?(?:인데|이에요|예요|이네|안(?:왔|오|와)|못받|도착안|소식)|안(?:왔|와요|오네|오는|와서|옴)|못받(?:았|고)"
)
#: `경비실에 없다는데요`: it is not where it was to be.
_NOT_THERE = searched(
    r"(?:경비실|관리실|문앞|집앞|택배함|현관)(?:에도|에는|에|엔)?(?:아무것도)?없(?:다는데|는데|어요|네요|습니다|다고|대요?)"
)
#: Where the first thing that a line says ends.
_FIRST = searched(r"(?<=[요음임])[\s.!~?]+")
#: `오늘까지도 안 오는데요?`
_UNTIL_NOW = searched(r"^(?:(?:근데|저기요?|아니|오늘|어제|지금|아직|여태)(?:까지)?(?:도)?)+")
_INSTEAD = searched(r"교환|새(?:거|것|로|제품|상품|물건)|다시보내|재발송|보내(?:주신|준)다")


def misses_call(text: str) -> bool:
    """Whether nobody is said to have called (`전화 안 왔는데요?`)."""
    return bool(_MISSES_CALL.search(words.squash(text))) and not manner.asks(text)


def missed_visit(text: str) -> bool:
    """Whether somebody who was to come is said not to have (`2시부터 기다렸는데 안 오셨어요`)."""
    found = _NO_VISIT.search(words.squash(text))
    # `수거하러 오늘 오시나요 어제 안 오셨는데` asks, and tells it.
    return bool(found) and (not manner.asks(text) or words.squash(text).endswith("는데"))


def holds_to_word(turn: Turn) -> bool:
    """`어제 출고하신다더니 아직 배송준비중이네요`, a few days behind what a person said last."""
    since = turn.memory.closed_at
    soon = since is not None and turn.now - since <= STILL_LATE
    return soon and manner.holds_to_word(turn.text)


def misses_paper(turn: Turn, intent: Intent) -> bool:
    """Whether a mail or a paper did not come that belongs to this matter."""
    found = _MISSES_PAPER.search(words.squash(turn.text))
    told = " ".join((intent.title, *turn.memory.closed_details.values()))
    if found is None:
        return False
    # Who told his mail address waits for one.
    mailed = "@" in told and found["paper"].endswith("메일")
    return intent.category in _ON_PAPER or mailed or found["paper"] in told


def is_not_here(turn: Turn, intent: Intent) -> bool:
    """Whether what was to be sent instead has not come yet (`부품이 아직인데 언제 오나요`)."""
    told, plain = turn.memory.closed_details, words.squash(turn.text)
    sent = intent.ticket == "open" and intent.category in GOODS_BACK
    sent = sent or intent.category == "exchange"
    sent = sent and not told.get("wish", "").startswith(wishes.REFUND)
    goods = manner.names_alike(turn.text, " ".join((told.get("what", ""), told.get("wish", ""))))
    goods = goods and not manner.waits_for_another(turn.text)
    # `안 와요`, and nothing else but until when: what was to come is meant.
    first = words.squash(_FIRST.split(turn.text, maxsplit=1)[0])
    bare = len(_UNTIL_NOW.sub("", first)) <= BARE and _STILL_TO_COME.search(first)
    goods = goods or (bool(bare) and not manner.names_goods(turn.text))
    missing = _NOT_THERE.search(plain) and not manner.names_goods(turn.text)
    late = _STILL_TO_COME.search(plain) and (goods or _INSTEAD.search(plain))
    return sent and bool(missing or late)


def misses_amends(turn: Turn) -> bool:
    """Whether points or a coupon did not come that were spoken of in the resolved matter."""
    told = " ".join(turn.memory.closed_details.values())
    if not _CREDIT.search(told):
        return False
    named = _CREDIT.search(turn.text) and manner.misses_credit(turn.text)
    unnamed = not manner.names_goods(turn.text) and _NOT_IN.search(words.squash(turn.text))
    return bool(named or unnamed)


def asks_after_its_day(turn: Turn, intent: Intent) -> bool:
    """Whether it is asked, on its day or a day later, what became of it (`수리 다 됐나요?`)."""
    surely, plain = turn.match.candidates[:1], words.squash(turn.text)
    same = bool(surely) and surely[0].intent_id == intent.id and manner.asks(turn.text)
    since = turn.memory.closed_at
    if _ITS_DAY.search(plain) and _HERE_YET.search(plain):
        return True
    later = since is not None and turn.now - since > A_DAY
    return same and bool(_ITS_DAY.search(plain) or (later and _DONE_YET.search(plain)))


def goes_on_coming(turn: Turn) -> bool:
    """`오늘도 광고 왔네요` of who wanted no more of it."""
    told, plain = turn.memory.closed_details.get("what", ""), words.squash(turn.text)
    same = _MESSAGES.search(told) and _MESSAGES.search(plain)
    return bool(same and _CAME_AGAIN.search(plain))


def was_not_paid(turn: Turn, intent: Intent) -> bool:
    """Whether money that this matter was about came short (`5천 원 덜 들어왔어요`), or not yet."""
    told = " ".join((intent.title, *turn.memory.closed_details.values()))
    amends = _AMENDS_NOT_IN.search(words.squash(turn.text))
    if amends is not None and (amends["what"] in told or _MADE_GOOD.search(amends["what"])):
        return True
    plain = words.squash(turn.text)
    if not _MONEY_BACK.search(told):
        # Who told his account, or paid too much, waits for money, too.
        owed = _OWED.search(words.squash(told)) and not manner.names_goods(turn.text)
        owed = owed or (intent.category in GOODS_BACK and intent.ticket == "open")
        return bool(owed and _FEE_KEPT.search(plain))
    kept = _FEE_KEPT.search(plain) or _NOT_PAID.search(plain)
    return manner.paid_back_short(turn.text) or bool(kept)


def happens_as_told(turn: Turn) -> bool:
    """`또 경비실이네요`, `또 월요일에 왔잖아요` of who told of just that in the resolved matter."""
    told = words.squash(turn.memory.closed_details.get("what", ""))
    again = _AGAIN.search(words.squash(turn.text)) if not manner.asks(turn.text) else None
    return again is not None and again["what"] in told


def disputes_what_was_done(text: str) -> bool:
    """Whether what was agreed is held against what was done (`미룬 거 아니었나요`)."""
    return bool(_AGREED.search(words.squash(text)))


def is_unkept(turn: Turn, intent: Intent) -> bool:
    """Whether what somebody of the store said of this matter has not come true."""
    return (
        holds_to_word(turn)
        or goes_on_coming(turn)
        or was_not_paid(turn, intent)
        or asks_after_its_day(turn, intent)
        or disputes_what_was_done(turn.text)
    )
