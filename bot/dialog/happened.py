"""When something was; a day by which it is wanted, or was promised, is none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from bot import hours
from bot.dialog import details, extract, manner, words
from bot.dialog.reasons import remainder
from bot.dialog.turn import Turn, once_a_turn
from bot.patterns import searched

#: `저 어제 문의한 사람인데요`; but how somebody who answered spoke is told of him.
_WROTE: Final = searched(
    # `주말이라 깜빡했네요` excuses a late answer.
    r"(?:주말|휴일|연휴|밤|새벽|저녁)(?:이?라서?|여서|이어서)[가-힣]{0,8}(?:깜[빡박]|못|늦|이제)"
    r"|(?:문의|연락|상담|톡|얘기|말씀)(?:을|를)?(?:했던|한|드린|드렸던|남긴|남겼던"
    r"|하던)사람(?!이?[가-힣]{0,4}(?:말투|태도|말씨|목소리|불친절|대답|너무|때문))"
)
#: `아 토요일이라 그런가`: why nobody is there.
_MUSES: Final = re.compile(
    r"(?:아+|음+|하긴|오늘(?:이|은)?|지금(?:이|은)?)*(?:[월화수목금토일]요일|주말|휴일|공휴일|연휴|점심시간|점심|밤|새벽)(?:이?라서?|이어서|이어가지고)"
    r"(?:그런가(?:요|봐요|보네요|보다)?|그렇구나|그렇겠네요?|쉬(?:나|는)[가-힣]{0,5}|안(?:받|하|계)[가-힣]{0,6})"
)
#: `오늘 되나요`, `오늘은 오나요`: when it may be done.
_SO_SOON: Final = searched(
    r"오늘(?:안에|중에|중으로|은|도|바로)?(?:되[나요]|돼[나요]|될까|가능|처리|해[주줄]|나가|출고|발송|보내|오나|오는|올까|와요|받을)"
)
#: `오늘 중이라며요`, `오늘 보내주신다면서요`
_PROMISED: Final = searched(
    r"(?:오늘|어제|그제|내일|모레|[0-9]{1,2}일|요일)(?:에)?(?:도착|배송|출고|발송)(?:예정)?(?:이?라(?:고|더니|며|면서|네|는데)|이래)|"
    r"(?:예정|도착|발송|배송|출고)일(?:이|은|자가)?(?:오늘|어제|그제|[0-9월]*[0-9]{1,2}일)(?:인데|이었|이라)|"
    r"(?:중|안|내|까지|[0-9]일|요일)(?:에|으로|로)?(?:이)?(?:라며|라면서|라더니|라고하)|(?:준|온|된|간|낸|신|들어온|나온|해준)다(?:며|면서|더니|던|고하|고했)"
)
#: `어제 전화 주신다고 했는데`: a day that is past is when that call was to come.
_WORD_GIVEN: Final = searched(
    r"(?:전화|연락|통화|답|답변|답장|회신)(?:을|를)?(?:해)?(?:준|주신|드린|온|한|하신)다|(?:전화|연락|통화|답변?)(?:을|를)?(?:해)?주(?:시)?기로"
)
_EARLIER: Final = searched(r"아까|오전|아침|점심")
#: `저기요 어제 문의했는데요`: when he wrote is not when it happened.
_WROTE_THEN: Final = re.compile(
    r"(?:저기요?|여보세요|안녕하세요|혹시|저|제가|전|방금|좀전|금방|지금|아까|어제|그제|그저께|엊그제|며칠|지난주|저번주|오전|오후|아침|저녁|[월화수목금토일]요일|[0-9]+(?:일|시간)|이틀|사흘|일주일|전|에|부터|카톡|톡|채팅|으로|도)*"
    # `어제 주소 변경 문의드렸는데`
    r"(?:(?:배송지|주소|옵션|색상?|사이즈|수량|주문|배송|교환|반품|환불|취소|수거|재입고|수리|영수증|변경|발급|확인)(?:을|를|해\s?달라고|건으로|관련|때문에)?){0,3}"
    r"(?:문의|연락|상담|톡|카톡|글|말씀|접수|질문|신청|요청|부탁)?(?:을|를|도)?(?:했|드렸|남겼|넣었|보냈)(?:었)?(?:는데요?|거든요?|어요|습니다)"
    # `… 아직인가요`, `… 왜 답이 없어요`, `… 확인이 안 되네요`
    r"(?:아직(?:도)?(?:인가요|이에요|예요|요|이네요|안[가-힣]{1,6})?|어떻게[가-힣]{1,6}|언제[가-힣]{1,8}|왜[가-힣]{1,8}"
    r"|(?:아직(?:도)?|여태|전혀|아무|하나도)*(?:(?:확인|처리|진행|변경|반영|조치)(?:이|도|은|가)?(?:왜|아직(?:도)?|여태|전혀|하나도)*(?:안(?:되|돼|됐|된|하|해)|없|못)|그대로)[가-힣]{0,6})?"
)
#: `오늘 꼭 필요했는데`: for when it was wanted.
_NEEDED_THEN: Final = re.compile(
    r"\s?(?:까지|에|은|엔)?\s?(?:(?:꼭|당장|급하게|반드시|바로)\s?)*(?:필요(?:한|했|해)|써야|썼어야|입혀야|입으려|가져가(?:야|려))"
)
#: When goods were made, and not when something was.
_MADE_THEN: Final = re.compile(
    r"\s?(?:에\s?)?(?:만든|만들|제조|생산|출시|(?:거|꺼|것|제품|상품|모델|신상)(?:이?네|인데|이던|예요|에요|이에요))"
)
#: `어제 통화한 분이 연락 준다고 했는데`: when that was said.
_TALKED: Final = searched(r"(?:통화|전화|상담)(?:를|을)?(?:한|했|드렸|드린)")
_FROM_THEN_ON: Final = searched(
    r"(?:\d일\s?(?:이후|부터|에)|(?:요일|주말|다음\s?주)\s?(?:(?:오전|오후|아침|저녁)\s?)?(?:이후|부터))\S{0,3}\s?"
    r"(?:로요?$|보내\s?(?:주|달)|받(?:고\s?싶|을\s?수|게|길)|해\s?주|발송해)"
)
_LATER_THIS_WEEK: Final = searched(r"이번\s?주\s?[월화수목금토일](?:요일|욜)")
#: A date without its year is the next one, where the last was so long ago.
_ONLY_A_DATE: Final = re.compile(r"\d{1,2}\s?[월./]\s?\d{1,2}일?")
_LONG_AGO: Final = timedelta(days=300)
#: What was said a moment ago is put right.
_NOT_THAT: Final = re.compile(
    r"(?:아|앗|어|참|네|죄송[가-힣]{0,4}|[\s,.~])*아니(?:다|요|에요|예요)?[\s,.~]"
)
#: So is a month alone (`12월 초쯤이요`), where nothing is told of it that was.
_ONLY_A_MONTH: Final = re.compile(r"\d{1,2}월(?:\s?(?:초|중순|말))?\s?(?:쯤|경)?")
_PAST: Final = searched("[샀왔갔켰했됐었았]")
#: A weekday or a date that may be to come; `지난 금요일` is past.
_MAY_COME: Final = searched(
    r"^(?!.*(?:지난|저번|지지난|작년|년)).*(?:오늘|금일|요일|욜|주말|이번\s?주|월|/|\d일)"
)
#: What is wanted for a day, or will be on it (`토요일에 보내주세요`, `12월 3일이 생일이라`).
_TO_COME: Final = re.compile(
    r"\s?(?:전|이전|안)(?:에|까지|으로)\s(?=.*(?:되|될|받|와|오|올|보내|교환|새))|(?:에는?|으?로|쯤|까지|날|이|은)?\s?(?:(?:좀|꼭|다시|수거|회수|픽업|방문|배송|기사님|오전에?|오후에?|저녁에?|이후에?)\s?){0,3}"
    r"(?:보내|와|오시|오게\s?(?:해)?|방문|수거|회수|픽업|가져가|받|바꿔|바꾸|옮기|옮겨|미루|변경|배송|연락|전화|출고|부탁|해)[가-힣]{0,3}?\s?"
    r"(?:주세|주실|주시[면길]|줘|(?:달라|라)(?!고?\s?(?:했|하셨|말))|고\s?싶|부탁|드립|드려요|될까|되나|가능|아야|을게|을\s?수|을\s?(?:건|거|예정))"
    r"|(?:에도?|에만|도|엔|에는)?\s?(?:수거|회수|픽업|방문|배송)(?:하러|는|도|을|를)?\s?(?:오시|오나|와주|되나|되죠|가능|하나)"
    # `12월 5일에서 12일로`
    r"|에서\s?(?:\d{1,2}월\s?)?(?:\d{1,2}일|[월화수목금토일]요일)(?:으로|로)"
    # `3월 20일로요` is a day to which something shall be moved.
    r"|(?:\s?(?:오전|오후|저녁|아침|낮|점심)(?:\s?시간)?)?(?:으로|로)\s?(?:요|여|용|할게|할\s?수|하고\s?싶|하려|해\s?주|지정|예약|변경|바꿔|바꿀|옮길|옮겨|미룰|미뤄|당길|부탁|잡아|잡을|맞춰|$)"
    # `이번 주 금요일에 어린이집 가야 해서 꼭 필요한데`
    r"|[^.!?\n]{0,16}?(?:가야|와야|나가야|보내야|도착해야|받아야|주문해야|사야|시켜야|구매해야|써야|입어야|입혀야|신어야|신겨야|먹어야|먹여야|챙겨야|드려야|줘야|있어야|필요)\s?(?:해|하|한|돼|되|합)"
    # `월요일에 알려 드릴게요`, `오늘 보낼게요`: what somebody will do.
    r"|[^.!?\n]{0,12}?(?:[낼릴갈올할칠볼줄을])\s?(?:게|께)(?:요|용|여|$)"
    # `토욜은 아무도 없어서`
    r"|(?:은|는|엔)\s?(?:아무도|집에|사람이|사무실에|회사에)\s?(?:아무도\s?|사람이\s?)?없어서"
    # `목요일은 집에 없는데`: when nobody is there to open.
    r"|\s?(?:오전|오후|저녁|아침|낮)?(?:에|은|는|엔|에는|날)?\s?(?:제가|저희가|아무도|집에|사람이|집이|하루\s?종일|계속|좀|다들)?\s?(?:아무도|집에|사람이|다)?\s?"
    r"(?:없(?!었|어서|길래)|비어\s?있(?!었)|비(?:는데|어요|니까)|출근|외출|안\s?(?:되|돼)|못\s?받(?!았)|(?:밖|회사)에\s?있(?!었))"
    r"|(?:이|에|은|는|날)?\s?(?:[가-힣]{1,8}\s)?(?:생일|생신|제사|결혼|잔치|돌|행사|모임|손님|여행|이사|출국|집들이|시험|개업|백일|환갑|칠순"
    r"|공연|캠핑)[가-힣]{0,5}?\s?"
    r"(?:이라|라서|인데|이에요|예요|입니다|이거든|거든|여서|이어서|이니|오는|오시|오세|와서|오셔서|와요|온다|옵니다|있[는어]|가는|가요|가야|해야)"
)
_WITHIN: Final = re.compile(
    r"(?:도|까지|도\s?또)?\s?(?:안|못)\s?[가-힣]{1,4}면|\s?(?:안|중|내)(?:으로|에|까지)(?!.*(?:받았|왔|샀|도착했|주문했))"
)
#: `낼은 안 되죠? 토욜인데`
_SOON: Final = searched(r"(?<![가-힣])(?:내일|낼|모레)(?!.*(?:받|왔|도착했))")
_WAS: Final = re.compile(
    r"(?:에|날)?\s?(?:잘\s)?(?:받(?!을)|왔|온\s|도착했|샀|산\s|시[켰킨]|주문[했한]|구매[했한]|결제[했한])"
)
#: `어제 받았고 …`, `아침에 왔는데 …`: told, and something asked behind it.
_CAME_THEN: Final = searched(
    r"(?:받았|도착했|수령했|배송됐|배송받았|(?<![안못])왔|샀|구매했|주문했|시켰)(?:고요?|구요?|는데요?|어요|습니다|음)(?=[가-힣])"
)
_HAS_COME: Final = re.compile(
    r"(?:에|날)?\s?(?:잘\s|막\s)?(?:받았|왔|도착했|샀|시켰|주문했)(?:고|구|는데|어요|습니다|음|거든)"
)
#: `아침부터 열 번은 했어요`
_SINCE: Final = searched(
    r"(?<![가-힣])(?:오늘\s?|어제\s?)?(?:아침|새벽|오전|점심|오후|저녁|아까|어젯밤|밤)부터"
)
#: `6시쯤 완료라고 문자 왔어요`: when the parcel was said to be there.
_NOTICED: Final = searched(
    r"(?:문자|알림|톡|카톡|메시지|메세지|완료)[가-힣]{0,6}(?:왔|받았|떴|뜸|옴)"
)
_OF_DAY: Final = searched(r"\d시|:\d\d|오전|오후|새벽|저녁|아침|밤|점심")
#: What tells that a sentence is about something that was, whatever it asks.
_THAT_WAS: Final = searched(
    r"[샀왔갔켰했됐었았렸졌났웠겼꼈섰봤탔]|받[고은]|(?<!지)난\s|[온된산한킨뜬간]\s?(?:거|건|것|게|걸|상품|물건|제품|옷|택배|주문)|주문\s?(?:취소|건|내역|번호|[이가]\s)|결제\s?(?:취소|건|내역)"
    # `토요일인가?` is not sure when it was.
    r"|(?:[인은던]가|[이였]나|일까)(?:요|\s|[?.~]|$)|인데|부터"
)
#: The day that was told is taken back.
_NOT_THEN: Final = re.compile(
    r"\s*(?:(?:아|앗|어|음)[\s,.~]*)?아니(?:다|요|에요|예요)?[\s,.~]+(?!왜|언제|어떻게)"
)
_SENTENCE: Final = re.compile(r"[^.!?？\n]+[.!?？]*")
# `오늘... 아니 어제`: the second of two days is meant.
_MEANT: Final = searched(r"\S[\s.,…]+아니[다,.\s…]*\s(?P<rest>.+)")


def hour(turn: Turn, wanted: Sequence[str], found: dict[str, str]) -> extract.When | None:
    """The hour of a day that is known, or the hour alone where a time was asked for."""
    known = turn.memory.details.get("when", "")
    of_staff = turn.entry is not None and turn.entry.category == "service" and _lacks_when(turn)
    asked = "when" in wanted or of_staff  # `아침부터 열 번은 했어요`
    since = _SINCE.search(turn.text) if asked and not known else None
    if since is not None:
        found["when"] = since[0]
        return extract.When(since[0], None, None)
    said = extract.clock(turn.text)
    if said is None or said in known or manner.is_question(turn.text):
        return None
    if "phone" in found or manner.wants_call(turn.text):
        return extract.When(said, None, None)  # the hour at which somebody may call
    noticed = _lacks_when(turn) and _NOTICED.search(words.squash(turn.text))
    if _OF_DAY.search(known) or not (known or "when" in wanted or noticed):
        return None
    found["when"] = f"{known}, {said}" if known else said
    return extract.When(said, None, None)


#: A week by its name, and a day of which none is named.
_WEEK: Final = re.compile(
    r"(?:지지난|저저번|지난|저번|이번)\s?주(?=\s?[월화수목금토일](?:요일|욜))"
)
_WEEKDAY: Final = re.compile(r"[월화수목금토일](?:요일|욜)")


@once_a_turn
def day_of(turn: Turn) -> extract.When | None:
    """When something was; a day by which something is wanted, or was promised, is none."""
    # `어제 답을 못 드렸네 17일에 받음`: what kept him is no day of it.
    moment = extract.when(manner.without_excuse(turn.text) or turn.text, turn.now)
    if moment is None or _will_be(turn, moment.words) or _is_of_the_talk(turn, moment):
        return None
    if moment.words.endswith("까지") and "부터" not in turn.text:
        return None
    if _MADE_THEN.match(turn.text, turn.text.find(moment.words) + len(moment.words)):
        return None  # `작년 거네요`
    # `오늘 중이라며요` was promised, `12월 3일 이후로요` is wished for.
    plain = words.squash(turn.text)
    # `답변 주신다고 하신 지 3일째인데요`: since then he waits.
    since = moment.words.endswith(("째", "전"))
    promised = _PROMISED.search(plain) and not (since or _TALKED.search(plain))
    promised = promised and not _is_of_a_call(turn, moment)
    if promised or _FROM_THEN_ON.search(turn.text) or _is_asked_of(turn, moment):
        return None
    meant = _MEANT.search(turn.text) if "아니" in turn.text else None
    taken = manner.correction(turn.text)  # `오늘 말고 지난 목요일에요`
    rest = meant["rest"] if meant is not None else taken.new if taken is not None else ""
    if rest:
        moment = extract.when(_of_its_week(rest, moment), turn.now) or moment
    if moment.day is None:
        return moment
    until = moment.words.endswith("까지") and "부터" not in turn.text
    until = until or _is_to_come(rest or turn.text, moment.words)
    ago = hours.today(turn.now) - moment.day
    to_come = until or _is_next_one(turn, moment) or ago.days < 0
    return None if to_come or _mends_one_to_come(turn) else moment


def _of_its_week(rest: str, taken_back: extract.When) -> str:
    """`… 화요일에` behind `지난주 월요일에 주문한 아 아니다` is of that week, too."""
    week = _WEEK.match(taken_back.words)
    return f"{week[0]} {rest}" if week is not None and _WEEKDAY.match(rest) else rest


def _is_asked_of(turn: Turn, moment: extract.When) -> bool:
    """Whether a question is about a day (`토요일에도 상담하세요?`): nothing was then."""
    if not _MAY_COME.search(moment.words) or answers_when(turn):
        return False
    said = (part for part in _SENTENCE.findall(turn.text) if moment.words in part)
    part = next(said, "")
    return manner.asks(part) and not _THAT_WAS.search(part)


def wrote_then(turn: Turn) -> bool:
    """Whether a whole line tells but that, or when, he wrote (`저기요 어제 문의했는데요`)."""
    # Who was asked something, and only says who he is, waits for an answer to what he wrote.
    asked = turn.state.question is not None and manner.presents_himself(turn.text)
    return asked or bool(_WROTE_THEN.fullmatch(words.squash(turn.text)))


def _is_of_a_call(turn: Turn, moment: extract.When) -> bool:
    """Whether a past day is the one of a call that was promised, of which it was asked or told."""
    today = hours.today(turn.now)
    past = moment.day is not None and moment.day < today
    # `아까 1시에 전화 준다더니`
    past = past or (moment.day == today and _EARLIER.search(moment.words) is not None)
    question = turn.state.question
    asked = question is not None and "when" in question.details and turn.entry is not None
    of_staff = asked and turn.entry is not None and turn.entry.category == "service"
    return past and (of_staff or _WORD_GIVEN.search(words.squash(turn.text)) is not None)


def _is_next_one(turn: Turn, moment: extract.When) -> bool:
    """Whether a date without its year is the next one: `12월 24일 맞죠?` in November."""
    ago = hours.today(turn.now) - (moment.day or hours.today(turn.now))
    month = _ONLY_A_MONTH.fullmatch(moment.words) and not _PAST.search(turn.text)
    return ago > _LONG_AGO and bool(month or _ONLY_A_DATE.fullmatch(moment.words))


def _mends_one_to_come(turn: Turn) -> bool:
    """`12월 12일이요`, then `아니 13일이요`: the second day is to come as well."""
    before = extract.when(turn.memory.last, turn.now) if _NOT_THAT.match(turn.text) else None
    if before is None or before.day is None:
        return False
    return before.day > hours.today(turn.now) or _is_next_one(turn, before)


def _answers_a_person(turn: Turn, moment: extract.When) -> bool:
    """`네 월요일 오전이요` to who asked when it suits him: when it happened is known already."""
    text, known = turn.text, turn.memory.details.get("when")
    asked = turn.state.mode == "human" and bool(known)
    # `네 토요일이요` takes a day that was proposed.
    takes = turn.state.mode == "human" and words.agrees_first(text) is not None
    asked = asked or (takes and _MAY_COME.search(moment.words) is not None)
    return asked and not _WAS.match(text, text.find(moment.words) + len(moment.words))


def _will_be(turn: Turn, said: str) -> bool:
    """Whether a time is one at which he will write (`1시간 뒤에 번호 보낼게요`), or wants a word.

    `어제 받았고 번호는 이따 볼게요` tells what was, too.
    """
    text, begin = turn.text, turn.text.find(said)
    was = begin >= 0 and bool(_WAS.match(text, begin + len(said)))
    later = manner.puts_off(text) and not (was or answers_when(turn) or _stands_by_a_number(turn))
    # `이번 주 금요일에 이사해요`: a weekday that is past would have been read as one.
    to_come = words.squash(said) == "이번주" and _LATER_THIS_WEEK.search(text)
    return later or manner.wants_promise(text) or bool(to_come)


def _stands_by_a_number(turn: Turn) -> bool:
    """`2026… 월요일`: a day beside an order's number, and nothing else, puts nothing off."""
    moment = extract.when(turn.text, turn.now) if extract.order_numbers(turn.text) else None
    return moment is not None and not remainder(turn.text, moment)


def _lacks_when(turn: Turn) -> bool:
    """Whether when it was belongs to the open matter, and is not known yet."""
    known = turn.entry if turn.state.ticket else None
    wanted = known is not None and any(one.id == "when" for one in details.of(known))
    return wanted and "when" not in turn.memory.details


def answers_when(turn: Turn) -> bool:
    """Whether it is wanted when something was, and nothing but a time past is told.

    `어제 저녁에요` comes no more than it puts off.
    """
    question = turn.state.question
    asked = question is not None and ("when" in question.details or _lacks_when(turn))
    moment = extract.when(turn.text, turn.now) if asked else None
    past = moment is not None and moment.day is not None and moment.day <= hours.today(turn.now)
    return past and moment is not None and not remainder(turn.text, moment)


def _is_to_come(text: str, said: str) -> bool:
    """Whether a weekday or a date is the next one, for which something is wanted or planned."""
    begin = text.find(said)
    if begin >= 0 and _NEEDED_THEN.match(text, begin + len(said)):
        return True
    if begin >= 0 and _WITHIN.match(text, begin + len(said)):
        return True  # `오늘 안으로 안 나가면 취소할 거예요`
    if _MAY_COME.search(said) and _SOON.search(text):
        return True
    if begin < 0 or _HAS_COME.match(text, begin + len(said)):
        return False  # `오늘 아침에 받았고요 사진 있어야 돼요?`
    return bool(_MAY_COME.search(said) and _TO_COME.match(text, begin + len(said)))


def _is_of_the_talk(turn: Turn, moment: extract.When) -> bool:
    """Whether a time is one of what was written here, or of what an operator said will be."""
    plain = words.squash(turn.text)
    if _WROTE.search(plain) or manner.wants_call(turn.text) or _answers_a_person(turn, moment):
        return True
    muses = "라" in plain and _MUSES.fullmatch(plain) is not None
    if muses or (_SO_SOON.search(plain) and manner.is_question(turn.text)):
        return True
    doubts = "?" in turn.text or manner.is_question(turn.text)
    if doubts and (turn.state.mode == "human" or manner.asks_at_what_hour(turn.text)):
        return True
    known = turn.entry if turn.state.ticket else None
    if known is not None and known.category != "service" and _WROTE_THEN.fullmatch(plain):
        return True
    # `아니 일주일이 넘었다고요` to who asks since when a parcel stands still tells just that.
    asked = turn.state.question is not None and "tracking" in turn.state.question.details
    waits = manner.misses_an_answer(turn.text) or (not asked and manner.only_waits(turn.text))
    waits = waits and not manner.answered_late(turn.text)
    if moment.words == "오늘" and "오늘도" in plain and manner.is_late(turn.text):
        return True  # `오늘도 준비 중이네요`
    # `오늘도 그대로네`
    waits = waits or (moment.words == "오늘" and manner.is_unchanged(turn.text))
    return bool(turn.state.ticket) and waits


def moment(known: str, found: extract.When, text: str = "") -> str:
    """The time in the customer's words, with the day that it was, behind the one that is known.

    `아니 그제요` takes its place.
    """
    known = "" if _NOT_THEN.match(text) else known
    said = found.words if found.day is None else f"{found.words} ({found.day.isoformat()})"
    if not known or found.words in known:
        return known or said
    return known if known.count(",") else f"{known}, {said}"


def tells_when_it_came(text: str) -> bool:
    """Whether a line tells that goods came, or were bought, and goes on (`어제 받았고 …`)."""
    return bool(_CAME_THEN.search(words.squash(text)))
