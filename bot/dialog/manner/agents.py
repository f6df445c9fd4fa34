"""Whether a line calls for a person."""

from __future__ import annotations

from bot.dialog.words import PLEASE, once, squash
from bot.patterns import searched

# Who is wanted. Not "받는 사람", "다른 사람", "선물할 사람": somebody of an order.
_AGENT = r"상담(?:원|사|언|직원)"
_WHO = (
    rf"(?:{_AGENT}|담당(?:자|직원)|직원|매니저|책임자|관리자|판매자|사장|점장|고객센터|인간"
    r"|(?:진짜|실제|살아있는|통하는|상담하는)사람|(?<![는른한킨산던본을할낼줄])사람)(?:님|분)?"
)
_WITH = (
    r"(?!끼리)(?:이랑|랑|하고|과|와|에게|한테|께|으?로|을|를"
    r"|좀|한번|직접|바로|빨리|당장|그냥|전화)*"
)
_TALK = (
    r"(?:연결|통화|상담|대화|채팅|얘기|이야기|말|연락|문의|전화|전달)"
    r"(?:이|을|를|은|도|만)?(?:좀|한번|빨리|바로)?"
)
# What has not happened yet: "통화했는데", "연결해 주신다고", "필요 없어요" are no wishes.
_WISH = (
    r"(?:해주(?:세|셔(?!서)|실|십|시겠|시면)|해줘|해줄(?:수|래)|해달|해줬으면"
    r"|하고싶(?!지않)|할래|할[게께]|하게|하겠|하려|부탁(?!했|드렸)|원해|원합|원함|바라|바랍|시켜"
    r"|(?:신청|요청)(?:해주|할|합|드려|드립|이?요|하고싶)|필요(?!는?없)|받고싶|받을래|줘|주세|주실)"
)
# Also asked about the hours: "주말에도 상담 가능한가요?".
_CAN = (
    r"(?:할수|받을수|되나|돼나|되요|돼요|될까|됩니까|있을까|해주시나"
    r"|가능(?!시간|한시간|한요일|한날))"
)
_TIME = searched(r"시간|몇시|언제|주말|평일|휴일|명절|연휴|요일|점심|까지|부터")
# `내일 상담 되나요` asks for the hours; `내일 상담원과 통화할 수 있나요` for a person.
_DAY = searched(r"오늘|내일|모레|크리스마스|성탄|추석|설날|빨간날")
_ASK = r"(?:물어|여쭤)(?:보고싶|볼[게께]|볼래|볼수|봐(?:줘|주))|전해(?:줘|주세|주실)"
_FETCH = r"(?:불러|바꿔|데려와|넘겨|찾아)(?:줘|주세|주실|달|라|요?$)|나와(?:라|요?$|주세)|나오라"
_ALONE = (
    r"(?:이?요|좀요?|나와라?|으?로요?|어딨어요?|계신가요|계세요|계실까요"
    r"|(?:이|은|는)?(?:없|있)(?:어요?|나요?|을까요|냐))?"
)
_PHONE = (
    r"(?:저한테|저에게|지금|당장|빨리|그냥|직접)*(?:전화통화|통화|전화|연락)(?:을|를)?"
    r"(?:좀|한번|빨리)*"
)
_PERSON = searched(
    rf"{_WHO}{_WITH}(?:{_TALK}(?:{_WISH}|이?요?$)|{_ASK}|{_FETCH})"
    rf"|(?:^(?:저기요?|여보세요)?(?:거기)?|말고|그냥|제발|지금|혹시)(?!(?:사장|점장)님?[이요~]*$){_WHO}{_ALONE}(?:지금)?$"
    rf"|(?:{_AGENT}(?:님|분)?|상담)(?:이|도)?{_WITH}{_WISH}|^상담(?:좀|이?요)?$"
    rf"|^{_PHONE}{_WISH}"
    rf"|^연결(?:좀)?{PLEASE}$"
    rf"|(?:사장|대표|책임자|점장|관리자|매니저|윗사람|윗분)(?:님)?(?:의)?(?:직통)?(?:연락처|전화번호|번호)(?:를|을|좀|이라도)*(?:{PLEASE}|알려(?:주(?:세|시|실)|줘|달)|줘|주세|내놔|$)"
    r"|(?:담당자|책임자|담당직원)(?:님|분)?(?:이|은|는|가)?(?:(?:대체|도대체)누[구군]|누구(?:냐|야|길래|십니까)|누군데)"
    r"|^(?:그럼|그러면|그거|그것|그건|네|좀|한번|대신|혹시)*(?:물어|여쭤|알아)(?:봐|보고)?(?:주(?:세|시|실|십|셔)|줘|줄래|달라)"
)
_WHO_ASKED = searched(rf"{_WHO}{_WITH}{_TALK}{_CAN}")
_TALK_ASKED = searched(rf"상담(?:을|이|도)?(?:좀|한번|직접)*{_CAN}")


@once
def wants_person(text: str) -> bool:
    """Whether a person is asked for in so many words, not complained about or only named."""
    plain = squash(text)
    if _PERSON.search(plain):
        return True
    asked = _WHO_ASKED.search(plain) or (_TALK_ASKED.search(plain) and not _DAY.search(plain))
    return bool(asked) and not _TIME.search(plain)
