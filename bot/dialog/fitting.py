"""Which free words can be an answer, and to which question."""

from __future__ import annotations

import re
from typing import Final

from bot.dialog import details, extract, manner, wishes, words
from bot.dialog.lines import parts_of
from bot.dialog.reasons import is_because, reason
from bot.patterns import searched
from intents import Detail, Intent

#: Whose something is, its number, or an excuse: no size and no colour.
_NO_OPTION: Final = searched(
    # `다른 데서 샀어요`, `이제 왔어요`, `계속 진행해 주세요`
    r"다른\s?데(?:서|에서)?\s?(?:샀|사기로|구매)|^(?:이제|방금|물건|택배|막)\s?(?:왔|도착)|^아직(?:이|은|요)|(?:계속|이대로|빨리)\s?(?:진행|처리)|필요\s?(?:가\s?)?없어|"
    # What state goods are in (`입어 보진 않았고 택만 뗐어요`) is none, either.
    r"상담(?:원|사)|직원|다고\s?(?:했|하|그래|그랬)|^(?:빨리|얼른|당장|제발|급)|안\s?되면|그냥\s?(?:입|쓸|신|둘|가질|받)|택(?:을|만|은|도)?\s?(?:떼|뗐|뗀|안)|(?:입어|신어|써)\s?보(?:진|지|긴|기만)|개봉|안\s?(?:뜯|입|신었|썼)|"
    r"^선물|(?:보낸|보내신|주신|산|주문한|구매한|받는|받을)\s?(?:사람|분)|미스|실수|착각|이름|성함|번호|죄송|미안|깜[빡박]|(?<!안)(?:보냈|부쳤|반납했)|[이가]\s?온\s?(?:거|것|듯)|[이가]\s?아닌\s?(?:거|것|듯)"
)
#: `신발이 좀 커요` says why, and not which one it shall be.
_ILL_FITTING: Final = re.compile(
    r"(?:사이즈|[가-힣]{1,6}(?:은|는|이|가))?(?:저한테|제게|좀|너무|많이|생각보다|약간|조금|훨씬)*"
    r"(?:작|크|커|짧|길|헐렁|꽉?\s?끼|안\s?맞)(?:아|어|은데|네|ㄴ데|는데|더라고|더라구|서)?[요여]?"
)
_NOTHING_YET: Final = re.compile(
    r"(?:또|다시|근데|그런데|그리고|그래서|아|어|음+|네|역시|진짜|정말|제발|얼른|빨리|좀)+(?:요|여)?"
)
#: When it shall come, which is no option.
_A_DAY: Final = searched(
    r"오늘|어제|그제|그저께|아까|방금|내일|모레|글피|[월화수목금토일]요일|[다이]음주|이번주|주말|[0-9]+일"
)
#: Goods by their bare name, and the nouns that give a reason by theirs.
_A_NOUN: Final = re.compile(r"[가-힣a-z0-9]{1,8}(?:이요|이에요|입니다|[은는]요)")
_SEVERAL_NOUNS: Final = re.compile(
    r"[가-힣a-z0-9]{1,8}(?:(?:이?랑|하고)[가-힣a-z0-9]{1,8}){1,3}(?<![대네해어아여와져려죠])(?:이?요|이에요|예요|입니다)"
)
_ITS_COLOUR: Final = searched(
    r"(?:회|검정|흰|하얀|빨간|파란|노란|초록|보라|분홍|남|연두|하늘|갈|베이지|곤|금|은|검은)색?(?=[가-힣a-z])"
)
#: `수거는 내일 된다고 문자 왔어요` says how far it is.
_FETCHED: Final = re.compile(
    r"(?:네|아)*(?:수거|회수|픽업|(?:택배)?기사(?:님)?)(?:은|는|이|가|도)?(?:오늘|내일|모레|어제|벌써|이미|방금|[월화수목금토일]요일에?)*"
    r"(?:예약|신청|접수)?(?:됐|된다|온다|오신|왔|했|해놨|가져갔|가져가셨|해갔|해가셨)[가-힣]{0,14}"
)
#: `카드로 했어요` says how it was paid, and not why it goes back.
_PAID_BY: Final = re.compile(
    r"(?:네이버|삼성|카카오)?(?:토스|카드|계좌|무통장|페이|네페|현금|휴대폰|핸드폰|포인트|통장|이체)[가-힣]{0,4}(?:로|으로)(?:결제|냈|했|샀|지불|입금|받|돌려"
    r"|주문)[가-힣]{0,6}"
)
#: `아 근데 발송됐다고 떴네요`: how far an order is.
_STAGE: Final = re.compile(
    r"(?:아|앗|어|근데|그런데|이미|벌써|방금|지금)*(?:발송|출고|배송|배달|집화|집하)(?:이|은|도|가|준비)?(?:됐|되었|시작|중|완료|출발|했)[가-힣]{0,4}?(?:다고|라고|으로|이라고)?(?:하네|떴|뜨네|뜹|나오|나왔|되어있|돼있|바뀌)?[가-힣]{0,4}"
)
#: `캡처도 있어요`: what would prove it.
_PROOF: Final = re.compile(
    r"(?:사진|캡[처쳐]|스샷|영상|동영상|증거|녹음|영수증)(?:도|은|이|를|을)?(?:다|찍은거|찍은것|찍어둔거|찍어놨|보관)*(?:있|찍|남)[가-힣]{1,6}"
)
#: `파란색 수건만요`: which of several.
_ONLY_THESE: Final = re.compile(r"[가-힣a-z0-9]{1,14}(?<!지)만(?:이?요|입니다)?")
#: `둘 다 한 번에 산 거`: what was bought, and not why it goes back.
_BOUGHT: Final = searched(
    r"(?:산|시킨|주문한|구매한)\s?(?:거|것|건|옷)(?:예요|에요|이에요|입니다|요)?[\s.~]*$"
)
#: `어제 통화한 거요` points at what was talked about.
_OF_A_TALK: Final = re.compile(
    r"(?:제가|어제|그제|저번에|지난번에|지난주에?|아까|그때|전에|오전에|오후에)*(?:전화로|톡으로)?(?:통화|문의|상담|얘기|이야기|말씀|전화)(?:한|했던|드린|드렸던|나눈)(?:거|것|건)(?:이?요|인데요|이에요)?"
)
_REASON_NOUN: Final = searched(
    r"변심|불량|파손|하자|사이즈|치수|착오|실수|중복|배송|지연|고장|단순|그냥|걍|맘|마음|품질|이유|사정|선물|불만|만족|가격|취향|핏|디자인|재질|재료|냄새|길이|색"
    r"|품절|문제|필요|주문|오류|오염|얼룩|충동|후회|생각|별로|폭|불편|알러지|알레르기|개인|비밀|노코멘트|것|거"
)
#: `이것도 취소해 주세요`: more is wanted, and nothing said of why.
_THAT_TOO: Final = searched(
    r"(?:[이그저]|다른)\s?(?:거|것|건|주문)도\s.*(?:취소|환불|반품|교환)"
    r"|^[가-힣]{1,8}도\s(?:같이\s|함께\s)?(?:취소|환불|반품|교환)(?:이?요|해|할|하)"
)
#: `비닐도 안 뜯었어요`: what state goods are in is why they may go back, and not why they shall.
_UNTOUCHED: Final = re.compile(
    r"[가-힣]{0,10}?(?:아직|하나도|전혀|한번도)?(?:안|못)(?:뜯었|뗐|떼었|입었|입어봤|신었|신어봤|썼|써봤|빨았|만졌|들었|들어봤|멨|켰|켜봤|꺼냈)[가-힣]{0,8}"
)
#: `제 건 2026…이요` names an order alone.
_AN_ORDER: Final = searched("(?:제|내|저|이|그|다른|엄마|남편|동생)(?:건|거|것|껀|주문)(?:은|는)?")
#: `뒤에 거 취소요`: which of two orders.
_WHICH_ORDER: Final = searched(
    r"^이[게건거](?:제|내|엄마|어머니|아빠|남편|아내|언니|동생|친구)(?:거|것|꺼|주문)|^(?:그럼|네|아)*(?:앞|뒤|먼저|나중|처음|첫번째|두번째|마지막|위|아래|방금|아까)(?:에|의|에서)?(?:시킨|주문한|한)?(?:거|것|건|걸|주문)"
    r"|^(?:네|아|그)*(?:더|제일|가장|덜)?(?:비싼|싼|저렴한|큰|작은|많은|적은)(?:거|것|쪽|주문)(?:으?로)?(?:이?요|예요|에요|입니다)$"
)
#: `검정이요 나머지는 입을게요`: which of the goods go back.
_KEEPS_THE_REST: Final = searched(
    r"(?:나머지|다른\s?(?:거|것|건)|남은\s?(?:거|것|건))(?:는|은|들은)?(?:그냥|다|전부|제가)*(?:[쓸입신먹둘]을?[게래]|가질|놔둘|쓰려|입으려|괜찮|그대로)"
)
#: `교환이요`, `맞는 걸로 바꿔 주세요` says what is wanted, and not which goods.
WISH_ALONE: Final = re.compile(
    r"(?:네|아니면|그러면|그럼|차라리|생각해보니|그냥|저는|저|걍)*(?:(?:새|맞는|같은|제대로된|원래|정상|주문한)(?:거|것|걸|상품|제품|물건)(?:으로|로)?)?(?:다시)?"
    r"(?:교환|환불|반품|취소|바꿔|보내|재발송)(?:을|로|으로)?[가-힣]{0,8}"
)
#: `네이버에서 샀어요`: where it was bought.
_WHERE_BOUGHT: Final = re.compile(
    r"(?:저는|제가|아|네|그냥)*(?:(?:네이버|스마트스토어|스토어|앱|카톡|카카오|쿠팡|홈페이지|모바일|폰|라이브|인스타)[가-힣]{0,4}?(?:에서|로|으로)"
    r"|(?:비회원|회원)(?:으로)?)(?:주문|구매|샀|시켰|결제)(?:했|한)?[가-힣]{0,5}"
)
_HOW_MANY: Final = re.compile(
    r"(?:저는|제가|아|네|그냥|맞다)*(?:(?:[0-9]+|[한두세네])(?:개|장|벌|세트|켤레)|하나|둘)(?:를|을)?(?:주문|구매|샀|시켰)(?:했|한)?[가-힣]{0,5}"
)
#: Height and weight, or the size that is worn.
_OF_BODY: Final = searched(
    r"\d|[SMLsml]\b|[XLxl]{2,}|입어|입는|입습|사이즈|프리|라지|스몰|미디엄|보통|마른|통통|말랐|큰\s?편|작은\s?편"
)
#: `취소할게요` to the question why.
_ONLY_WANTED: Final = re.compile(
    r"(?:네|넵|그럼|저는)*(?:교환|환불|반품|취소)(?:을|를|좀)*(?:이?요|해주세요|할[게께]요|할래요|하고싶어요|부탁(?:드려요|드립니다|해요)|해줘요?)"
)
#: `선물이라 급해요`, `내일까지 꼭 필요해요`: how urgent it is.
_IS_URGENT: Final = searched(
    r"(?:급해|급하|급합|급한데|까지(?:꼭|반드시|무조건)?(?:필요|받아야|와야|있어야|써야))[가-힣]{0,6}$"
)
#: What breaks off a line (`2026… 아 맞다`).
_BREAKS_OFF: Final = searched(r"(?:^|[\s.…,])아+\s?(?:맞다|맞아|참|깜빡)[가-힣]{0,2}[\s.!…~]*$")
#: By when something is wanted, be it never so roughly.
_A_TERM: Final = searched(
    r"\d{1,2}(?:월|일|시|주|달)|오늘|내일|모레|글피|이번|다음|담[주달]|주말|요일|[월화수목금토일]욜|(?:첫|둘|셋|넷)째|월초|중순|월말|연말|연초|명절"
    r"|설날|추석|크리스마스|성탄|[한두세]달|주일|까지|전에|안에|이내|급[해하한함]|빨리|빠를|최대한|당장|asap|천천|여유|상관|아무때|언제든|미정|정해"
)
#: `확인되는 대로 회신 부탁드립니다` wants an answer, and is none.
_WANTS_REPLY: Final = re.compile(
    r"(?:네|그럼|그러면|알겠습니다|빠른|신속한|조속한|조속히|빨리|꼭|좀|가능한한|확인|검토|되는대로|되시는대로|하시는대로|후|후에|하시고|해서)*"
    r"(?:회신|답변|답장|답|연락|안내)(?:을|를|좀|도)?(?:부탁|주시|주세|줘|주십|바랍|바래|기다리)[가-힣]{0,8}"
)
#: Neither is a hope, or who is called (`연락처 바뀌었어요`).
_NO_TRACKING: Final = searched(
    "(?:시킨|주문한|산|구매한|결제한)\\s?(?:건데|거예요|거에요|거|겁니다|거거든요)|어쩔\\s?수|할\\s?수\\s?없|(?<!송장)(?<!송장\\s)(?<!운송장)번호(?:가|는)?\\s?(?:잘못|틀|다르|바뀌)|끝자리|뒷자리|그냥\\s?(?:입|쓸|신|둘|가질|먹)|생일|생신|선물|결혼|필요|스트레스|속상|짜증|답답|제발|좋겠|연락처|전화번호|이름|주소|(?:주문|구매|결제)한?\\s?(?:일|날|날짜)(?:은|는|이)"
)
#: How it was paid is nothing that is seen of a parcel.
_OF_PAYMENT: Final = searched("결제|카드|입금|계좌")


_GONE: Final = searched("(?:품절|매진)(?:됐|되었|이네|이에|이래|이라)[가-힣]{0,4}$")
#: `네 해볼게요`: what he does himself names no goods.
_WILL_DO = re.compile(
    r"(?:네|넵|아|그럼|제가|일단|알림)*(?:해|신청해|눌러|찾아|들어가|확인해|설정해|걸어|기다려)?(?:볼|둘|놓을|할|기다릴|신청할|누를)(?:게요?|께요?|래요?)"
)


def suits(intent: Intent | None, name: str, said: str) -> bool:
    """Whether free words can be this detail: a term is some time, goods are no reason, what is seen
    of a parcel is not by when it is needed, and how somebody was is not what he was asked.
    """
    detail = next((one for one in details.of(intent) if one.id == name), None) if intent else None
    plain = words.squash(said)
    if (
        _is_of_no_detail(detail, said)
        or _AN_ORDER.fullmatch(plain)
        or _NOTHING_YET.fullmatch(plain)
    ):
        return False
    if name == "reason":
        return _suits_reason(said)
    asks_goods = detail is not None and details.names_goods(detail)
    # `알림 버튼이 안 보여요` names no goods, nor does `그럼 교환할게요 M에서 L로`.
    of_none = manner.reports_problem(said) or wishes.labels(said) or _WILL_DO.fullmatch(plain)
    gone = bool(_GONE.search(plain))  # `그새 또 품절됐어요`
    no_goods = asks_goods and (bool(of_none) or gone)
    if no_goods or manner.was_a_slip(said) or manner.was_own_mistake(said):
        return False  # `고양이가 밟음`, `제가 사이즈를 착각했네요`
    if name == "option":
        return _suits_option(intent, said)
    if name in _BY_NAME:
        return _BY_NAME[name](said)
    return _suits_own(detail, said)


def mail_told(text: str, intent: Intent | None) -> dict[str, str]:
    """The address in a line, for what the seller asks where to write to."""
    mail = extract.contact(text)
    asked = [one.id for one in details.of(intent) if _asks_mail(one)] if intent and mail else []
    return dict.fromkeys(asked, mail or "")


def _asks_mail(detail: Detail) -> bool:
    return "메일" in detail.ask


def _is_of_no_detail(detail: Detail | None, said: str) -> bool:
    """Whether advice is said to have been in vain (`그래도 안 돼요`), or how urgent it is."""
    mended = detail is not None and details.is_of_repair(detail)
    if not mended and (manner.was_in_vain(said) or manner.did_as_told(said)):
        return True
    return not _asks_term(detail) and _IS_URGENT.search(words.squash(said)) is not None


#: `택배비는 못 내겠어요`
_OF_A_FEE: Final = searched(
    r"(?:배송비|택배비|반품비|교환비|운임|비용)(?:은|는|를|도|까지)?(?:제가|저는|절대)*(?:못|안)(?:내|냅|부담)"
)


def _suits_option(intent: Intent | None, said: str) -> bool:
    plain = words.squash(said)
    none = _NO_OPTION.search(said) or WISH_ALONE.fullmatch(plain)
    none = none or _ILL_FITTING.fullmatch(plain) or _UNTOUCHED.fullmatch(plain)
    # `사이즈가 작아서요` says why.
    why = is_because(said) and not extract.option(said)
    # What was ordered is no wish (`오른쪽 보내주시고 왼쪽은 가져가세요`).
    wished = intent is not None and intent.ticket == "open" and manner.asks_outright(said)
    # `모레로 바꿔 주세요` behind a question who fetches the goods is a day.
    day = _A_DAY.search(plain) and not (intent and intent.category == "order")
    bought = _WHERE_BOUGHT.fullmatch(plain) or _HOW_MANY.fullmatch(plain)
    return not (
        none
        or why
        or wished
        or day
        or bought
        or manner.is_late(said)
        or manner.wants_repair(said)
        or _OF_A_FEE.search(plain)
        # `저번에도 다른 거 와서 교환했는데 이번에도예요` tells how often, and not what was ordered.
        or manner.fails_again(said)
    )


#: `방금 채팅으로요`: by what way he was advised, and not about what.
_THE_WAY: Final = re.compile(
    r"(?:(?:(?:지난|저번|이번)주|[월화수목금토일](?:요일|욜)|[0-9]{1,2}[월일]|그제)에?|방금|아까|어제|오늘|좀전에?|조금전에?|지금|오전에?|오후에?|여기서?|이|그|네이버|스토어)*(?:채팅|톡|톡톡|카톡|카카오톡|전화|통화|문자|대화|메시지|상담|문의|여기)?(?:창|방)?"
    r"(?:에서|으로|로|에|중에|상에서|할때|하다가|하면서|문의)?(?:요|했어요|드렸어요|했는데요|남겼어요|이요|이에요|예요|였어요|했어요|했을때요|그랬어요|입니다)?"
    # `통화했어요 이정민입니다`
    r"(?:(?<=했어요)[가-힣]{0,4}(?:입니다|이에요|예요|이요))?"
)
#: `월요일부터 계속 안 받으시던데요` is the complaint itself.
_NOBODY_THERE: Final = searched(
    r"(?:전화|계속|아무도|한번도|여러번|[0-9]번)[가-힣]{0,6}(?:안|못)받(?:으|아|네|는|던|더)"
    # `열 통은 한 거 같은데`: how often he called.
    r"|^(?:아침부터|어제부터|오늘|오늘만|벌써|지금까지|한|전화를?)*(?:[0-9]+|[한두세네몇열]|다섯|여섯|스무|수십|여러)(?:통|번)(?:은|이나|도|째|정도|쯤|넘게)*(?:전화|통화)?(?:를)?(?:했|한거|걸었|건거|한것)[가-힣]{1,8}$"
)


def _suits_topic(said: str) -> bool:
    plain = words.squash(said)
    if _THE_WAY.fullmatch(plain) or _NOBODY_THERE.search(plain):
        return False
    if "그런가" in plain or "그렇" in plain:
        return False  # `토요일이라 그런가`
    other = manner.tells_behaviour(said) or manner.wants_call(said)
    other = other or extract.only_times(said)
    return manner.names_goods(said) or not other


_HANGUL: Final = searched("[가-힣]")


def _suits_tracking(said: str) -> bool:
    if not _HANGUL.search(said):
        return False  # the rest of a number that was typed amiss
    return not _NO_TRACKING.search(said) and not (
        manner.urges(said) or manner.is_request(said) or _OF_PAYMENT.search(said)
    )


def _asks_term(detail: Detail | None) -> bool:
    return detail is not None and (detail.ask or "").startswith("언제")


def _suits_own(detail: Detail | None, said: str) -> bool:
    wished = bool(wishes.labels(said)) and manner.is_request(said)
    if wished or WISH_ALONE.fullmatch(words.squash(said)) or manner.wants_person(said):
        return False  # `환불해 주세요` is no item
    if detail is not None and details.asks_height(detail) and not _OF_BODY.search(said):
        return False  # `천천히 하셔도 돼요`
    if detail is not None and _asks_mail(detail):
        return False  # `스팸함에도 없어요`: an address is read by its looks
    term = _A_TERM.search(words.squash(said)) and not manner.tells_when_ordered(said)
    return not _asks_term(detail) or bool(term)


_BY_NAME: Final = {"topic": _suits_topic, "tracking": _suits_tracking}


#: `네 둘 다요`: how far it goes.
_HOW_FAR: Final = re.compile(
    r"(?:네|넵|예|아|그냥|일단|[0-9두세네]개)*(?:둘다|셋다|전부다?|모두다?|다|하나만|한개만|두개다|세개다|[가-힣]{1,6}만)(?:반품|환불|취소|교환)?"
    r"(?:이?요|여|입니다|이에요|예요|할게요|해주세요)?"
)


def _suits_reason(said: str) -> bool:
    plain = words.squash(said)
    whole = (
        _HOW_FAR,
        _OF_A_TALK,
        _PAID_BY,
        _PROOF,
        _ONLY_WANTED,
        _STAGE,
        _WHERE_BOUGHT,
        _UNTOUCHED,
        _FETCHED,
    )
    if _names_only_goods(said) or _THAT_TOO.search(said) or _BOUGHT.search(said):
        return False
    if _WHICH_ORDER.search(plain):
        return False
    if _KEEPS_THE_REST.search(plain) or wishes.fallback(said):
        return bool(reason(said))
    if any(one.fullmatch(plain) for one in whole):
        return False
    return not manner.asks_outright(said) or bool(reason(said))


def _names_only_goods(said: str) -> bool:
    """`책상이요` behind `환불이요` says what goes back, and not why."""
    plain = words.squash(said)
    # `회색 맨투맨이랑 검정 바지요`: a colour that goods are called by is none that is disliked.
    bare = _ITS_COLOUR.sub("", plain)
    found = _A_NOUN.fullmatch(bare) or _SEVERAL_NOUNS.fullmatch(bare)
    noun = found is not None and not _REASON_NOUN.search(bare)
    return noun or bool(_ONLY_THESE.fullmatch(plain))


def is_an_answer(text: str) -> bool:
    """Whether a line can be what was asked for in free words: it asks, thanks, scolds and takes
    back nothing.
    """
    rest = words.agrees_first(text)
    return not (
        (manner.is_question(text) and not manner.retells(text))
        or (rest and manner.is_request(rest))
        or extract.has_account(text)
        or manner.withdraws(text)
        or manner.still_wants(text)
        or manner.narrows(text)
        or manner.wants_promise(text)
        or manner.puts_off(text)
        or manner.misses_a_detail(text)
        or manner.knows_nothing(text)
        or manner.is_puzzled(text)
        or manner.denies_only(text)
        or manner.is_conditional(text)
        or _BREAKS_OFF.search(text)
        or manner.is_thanks(text)
        or manner.anger(text)
        or manner.mends(text)
        or manner.is_heard(text)
        or manner.understood(text)
        or manner.apologises(text)
        or manner.greets(text)
        or _WANTS_REPLY.fullmatch(words.squash(text))
    )


#: `벌써 2주 됐어요`
_ONLY_SO_LONG: Final = re.compile(
    r"(?:아니|아뇨|아|네|벌써|이미|지금|오늘로|거의|이제|진짜|무려|(?:주문|결제|구매|입금)(?:한|하고)지?|시킨지)*"
    r"(?:(?:[0-9]{1,3}|[일이삼한두세네])(?:일|주일|주|달|개월)|하루|이틀|사흘|나흘|열흘|보름|며칠)(?:이나|이|가|도|째)*"
    r"(?:넘|지났|됐|되었|되어가|돼가|기다렸|기다리)?(?:었|고있)?(?:이)?(?:다고|다구|다니까|라고|라구|라니까|어|습니다|는데|거든|에|예|네|음|인데|잖아)?[요여]?"
)


def tells_how_long(text: str) -> bool:
    """Whether a line tells but how long goods are waited for, and nothing that is seen of them."""
    return bool(_ONLY_SO_LONG.fullmatch(words.squash(text)))


_STATED: Final = re.compile(r"(?P<told>.+?[가-힣](?:인|는|은|던)데)\s")


def seen(text: str) -> str | None:
    """What is seen of a parcel: `어디서 멈춘 거예요` tells it not, `준비 중인데 언제 가요` does.

    Of several sentences those that tell it (`안 와요 2026… 대전에 있대요`).
    """
    parts = parts_of(extract.without_numbers(text))
    told = [found for part in parts if (found := _seen(part))] if len(parts) > 1 else []
    return " ".join(told) or _seen(text)


def _seen(text: str) -> str | None:
    stated = _STATED.match(text) if manner.is_question(text) else None
    told = stated["told"] if stated is not None else text
    return None if manner.is_question(told) else extract.tracking(told)


#: `회색이요`: of goods that were named before.
_ONLY_A_KIND = re.compile(
    r"[가-힣]{1,4}색(?:상)?|(?:블랙|화이트|그레이|베이지|네이비|핑크|아이보리|브라운|블루|레드|그린|카키)|[0-9]{2,3}|[SMLX]{1,3}"
    r"|[0-9]{1,4}\s?(?:색|호|자루|인용|매|종|구|개입|피스|조각|단|칸|ml|g|kg|mm|cm|리터)(?:짜리)?"
)
_GOODS_FIRST = re.compile(
    r"(?:(?:[ㅋㅎㅠ]+|아니|그리고|근데|저기요?|혹시|안녕하세요|(?:장난|농담)(?:이고요?|이에요|이었어요|이구요))[\s,.!]+)*"
    r"(?P<goods>[가-힣A-Za-z0-9\s]{2,20}?)\s*(?:은|는|이|가|도)?\s(?:재입고|입고|재고|품절|언제|다시)"
)
_IS = re.compile(r"\s?(?:이에요|예요|입니다|이요|요)?[\s.!~]*$")


def with_goods(kind: str, before: str) -> str:
    """A colour or a size alone, with the goods that the line before named."""
    goods = next(filter(None, map(_GOODS_FIRST.match, before.split("\n"))), None)
    bare = _IS.sub("", kind)
    return f"{goods['goods']} {bare}" if goods and _ONLY_A_KIND.fullmatch(bare) else kind
