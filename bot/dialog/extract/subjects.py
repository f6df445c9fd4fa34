"""What was asked about before, as who waits for the answer tells it."""

from __future__ import annotations

import re
from typing import Final

from bot.dialog.extract.letters import cleaned
from bot.dialog.lines import parts_of
from bot.patterns import searched

#: `정기구독 해지 문의한 거`, `재입고 물어봤는데`: what stands before the asking.
_ASKED: Final = searched(
    r"(?P<about>[가-힣A-Za-z0-9](?:[가-힣A-Za-z0-9\s]{0,18}[가-힣A-Za-z0-9])?)"
    r"\s?(?:건(?:으로)?|관련(?:해서|으로|해)?|때문에|에\s?대해(?:서)?)?\s?"
    r"(?:(?:문의|질문|상담|요청)(?:을|를|글|톡|도)?\s?(?:한|했|하고|하던|드렸|드린|남겼|남긴|남기|넣|보냈|올렸)|물어\s?(?:봤|본|보고|보던|보는)|여쭤\s?(?:봤|본|보던)|여쭸"
    # `환불 왜 안 되냐고 전화했더니`
    r"|(?:(?<=[냐려]고\s)|(?<=[냐려]고)|(?<=때문에\s)|(?<=문제로\s)|(?<=건으로\s))(?:전화|통화|연락)(?:을|를)?\s?(?:했|드렸|하)(?:더니|는데|고|던|자마자)"
    # `배송 때문에 전화한 거예요`, `반품비 문제로 걸었어요`
    r"|(?:(?<=때문에\s)|(?<=문제로\s)|(?<=건으로\s)|(?<=려고\s))(?:전화(?:를)?\s?)?(?:전화|통화|연락|걸)(?:을|를)?\s?(?:한|했던|하던|드린|드렸|했|었|었던)\s?(?:거|건|겁|어요|습니다|네요)"
    # `반품비 때문에 통화하기로 했었어요`
    r"|(?:(?<=때문에\s)|(?<=문제로\s)|(?<=건으로\s)|(?<=관련해서\s)|(?<=관련해\s)|(?<=관해서\s))(?:전화|통화|연락|상담|답)(?:을|를)?\s?(?:다시\s?)?(?:하기로|주기로|주시기로|받기로|준다|주신다|해\s?주기로|해\s?주신다|드린다))"
)
#: `답을 못 받았어요 예약 변경 건이요`: the clause that names it.
_NAMED: Final = searched(
    r"(?:^|(?:[요다죠음네데]|[.,!?~…\n])\s)(?P<about>[가-힣A-Za-z0-9](?:(?![요다죠음데]\s)[가-힣A-Za-z0-9\s]){1,18}?)"
    r"\s(?:건(?:으로)?|관련|문제로|때문에|문의)(?:이?요|이?에요|예요|입니다|인데요?|이었어요|였어요|임)[\s.!~]*$"
)
#: What is said before it: when, who and by what.
_BEFORE: Final = searched(
    r"^(?:(?:됐고|그건\s?그렇고|저번|지난번|전|아까|어제|그제|그저께|엊그제|오늘|며칠\s?전|(?:\d{1,3}|하루|이틀|사흘|나흘|한|두|세|일주)\s?(?:일|주일|주|시간|달)?\s?전"
    r"|지난\s?주|저번\s?주|[월화수목금토일](?:요일|욜)|제가|저는?|여기|분명히?|계속|이미|벌써|몇\s?번(?:을|이나)?|(?:\d|두|세|네)\s?번(?:이나)?"
    r"|카톡|톡|채팅|전화|게시판|메일|문의란|네이버|안녕하세요|네|아|근데|(?:오전|오후|아침|점심|저녁|밤)(?=에|이요|쯤|\s)|(?:상담(?:사|원)|직원|판매자|사장)(?:분|님)?(?:이|가|한테|에게|께)?)(?:으로|로|에도|에다가?|에|도)?(?:쯤)?(?:이?요)?(?:\s+|$))+"
)
_NOTHING: Final = re.compile(
    r"(?:카톡|톡|글|전화|채팅|이거|그거|저거|이것|그것|답변|고객|판매자|사장님?|상담사?|이렇게|그렇게|그때|다시|또|먼저|뭐|뭘|하나|개인|직접)"
)
_BEHIND: Final = searched(
    r"\s?(?:건(?:으로)?|관련(?:해서|으로|해)?|때문에|문제로|에\s?(?:대해|관해)(?:서)?|[을를])$"
)
#: `오후 4시쯤 배송 문의했는데`: the hour is no part of it.
_HOUR: Final = searched(
    r"^(?:(?:오전|오후|아침|점심|저녁|밤|낮)(?:에|때)?\s?)?(?:\d{1,2}시\s?(?:반|\d{1,2}분)?\s?(?:쯤|경|에|정도)*(?:이?었고|이고|이?었는데|인데|였고|였는데)?\s)?(?=\S)"
)
#: Parts of a day, hours, days: nobody was being advised about them.
_TIMES: Final = re.compile(
    r"(?:오전|오후|아침|점심|저녁|밤|새벽|낮|정오|어제|오늘|그제|그저께|엊그제|(?:방금|아까|조금|좀|얼마)\s?전|방금|아까|\d{1,2}\s?[:시]\s?(?:\d{1,2}\s?분?|반)?|\d{1,2}\s?[월일]"
    r"|\d{1,3}\s?분째?|\d{1,2}\s?시간째?|(?:지났|넘었|됐)(?:어요|습니다|는데요?|네요)|[월화수목금토일](?:요일|욜)|이?요|쯤|경|에|랑|이랑|하고|그리고|또|번|[\s,./~])+"
)


#: `답이 없어서 톡으로 다시 여쭤봅니다 고무패킹만 따로 살 수 있나요`: asked once more here.
_ONCE_MORE: Final = searched(
    r"(?:다시|또|여기|톡으로|여기다|여기에)\s?(?:다시\s|또\s)?(?:여쭤\s?(?:봅니다|봐요|볼게요)|문의\s?(?:드려요|드립니다|남겨요|남깁니다|해요|합니다)|물어\s?(?:봅니다|봐요))[\s.,~!]+(?P<about>\S[^\n]{5,99})"
)


def asked_about(text: str) -> str:
    """What somebody says that he asked about before; empty where he does not say it."""
    if (anew := _ONCE_MORE.search(text)) is not None:
        return anew["about"].strip()
    # Of several sentences the last one that says it.
    clean = [*map(cleaned, reversed(parts_of(text)))]
    found = next(filter(None, (_NAMED.search(one) or _ASKED.search(one) for one in clean)), None)
    about = _BEFORE.sub("", found["about"]).strip() if found is not None else ""
    about = _HOUR.sub("", about).strip()
    about = _BEHIND.sub("", about)
    return "" if len(about) < 2 or _NOTHING.fullmatch(about) else about


def only_times(text: str) -> bool:
    """Whether a text names hours and days, and nothing else (`오전 10시 11시 1시`)."""
    return bool(_TIMES.fullmatch(text))
