"""What is said to the bot itself, or past the store: who is there, small talk, advertising."""

from __future__ import annotations

import re
from typing import Final

from bot.dialog.manner.asking import is_request, reports_problem
from bot.dialog.manner.feelings import anger
from bot.dialog.manner.goods import names_store
from bot.dialog.manner.places_named import short_topic
from bot.dialog.words import once, squash
from bot.patterns import any_of, searched

_BEING: Final = (
    r"(?:(?:진짜|실제)?사람|인간|로봇|로보트|봇|챗봇|채팅봇|ai|에이아이|인공지능|기계|컴퓨터|매크로|챗?지피티|(?:챗|chat)?gpt"
    r"|자동(?:으로)?(?:응답|답변|답장|답|대답|상담|메시지|메세지)(?:기|하는거|하는건|되는거|인거)?|상담(?:원|사)|직원|담당자|사장)(?:님|분)?"
)
_IS_IT: Final = (
    r"(?:이?세요|이?신가요|이?신지요?|이?십니까|이?신거(?:죠|예요|에요|맞(?:나요|아요|죠))|이에요|예요|에요|이?지요?|이?잖아요?|인가요|인가|인지요?|입니까|이?냐|이니|이?야"
    r"|이?죠|인거(?:죠|예요|에요|야|지|맞(?:나요|아요|죠))"
    r"|인?건?가요|임|맞(?:나요|아요|죠|으세요|으신가요|지)?|아니(?:에요|예요|죠|야|지|세요|신가요|냐))"
)
_TALKS: Final = (
    r"(?:얘기|이야기|대화|말|채팅|상담|톡|답|대답|응답|답변)(?:을|를)?"
    r"(?:하는|하고있는|하시는|하는중인|나누는|주시는|해주시는|주는|해주는)"
    r"(?:거|건|게|것|중|분|사람|쪽)?(?:이|은|는)?"
)
_WITH: Final = r"(?:이?랑|하고|과|와)"
_OPENING: Final = (
    r"(?:저기요?|혹시|근데|그런데|아니|지금|이거|이게|이건|여기|여긴|거기|거긴|그쪽(?:은)?|당신(?:은)?|너는?|넌|니가|네가|제가|저|나|내가|설마|진짜|정말"
    r"|안녕하세요|답하는거|답하시는분|그럼|도대체|대체"
    rf"|{_TALKS})*"
)
_WHO: Final = re.compile(
    rf"{_OPENING}(?:{_BEING}{_IS_IT}(?:아니면|혹은|또는)?)+(?:지금|요)*"
    rf"|{_OPENING}(?:{_BEING}{_IS_IT})?(?:아니면|혹은)?{_BEING}(?:이)?{_IS_IT}(?:지금|요)*"
    rf"|{_OPENING}{_BEING}{_WITH}(?:지금)?{_TALKS}{_IS_IT}?(?:지금|요)*"
    rf"|{_OPENING}{_BEING}(?:이|가)(?:직접)?{_TALKS}{_IS_IT}(?:지금|요)*"
    rf"|{_OPENING}(?:대답|답|말|얘기|상담)(?:을)?하(?:는|고있는)(?:거|게|건|애|쪽)(?:야|냐|니|이야|예요|에요"
    rf"|인가요)?(?:아니면)?{_BEING}{_IS_IT}"
    r"|(?:이거|이게|혹시|근데|아니)*(?:스팸|(?:보이스)?피싱|사기|광고)(?:문자|톡|메시지|메세지)?(?:이에요|예요|에요|인가요|인가|이죠|죠|아니에요|아닌가요|아니죠)"
    r"|(?:야|어이|헤이|저기요?|근데|혹시|아니|그런데|도대체|대체|안녕하세요|지금|거기|여기|답하시는분(?:은)?)*(?:너는?|넌|니가|네가|당신(?:은)?"
    r"|그쪽(?:은)?)?(?:누구|이름(?:이)?(?:뭐|머))(?:니|세요|신가요|냐|야|예요|에요|임|십니까|신지요|지)"
)

_GREETS_KINDLY: Final = searched(
    r"(?:많이|요즘|오늘|엄청|정말)*(?:바쁘시|바쁘신|바쁘겠|바쁘죠|바쁘지)"
    r"|(?:점심|저녁|아침|식사|밥)(?:은|는|을|도)?(?:다|맛있게|잘|맛나게|든든히)*(?:드셨|드세요|드시|하셨|하세요|먹었|잡수)"
    r"|(?:잘|별일없이)(?:지내|있)(?:시|셨|었)|날씨(?:가|도)?(?:너무|참|정말|많이|꽤)*(?:좋|춥|추워|추운|추운데|덥|더워|더운|쌀쌀|흐리|맑)"
    r"|감기조심|건강(?:조심|하세|챙기)|힘(?:드시|내세|내시)|화이팅|파이팅|새해복|메리크리스마스|즐거운(?:추석|설|명절|주말)"
    r"|(?:대박|돈많이|부자|번창|많이파|승승장구)(?:나|벌|되|하)?(?:세[요여용]|시길|십시오|셔요)"
    r"|(?:푹쉬|잘자|주무시?|안녕히주무시?)(?:세[요여용]|십시오)|^(?:그냥|안녕하세요|아)*인사(?:만)?(?:드렸|드리|드려|하러|했)[가-힣]{0,8}$"
    r"|(?:좋은|행복한|즐거운)(?:하루|아침|오후|저녁|주말|밤)(?:되|보내|이)"
)
_CHATS: Final = searched(
    r"심심|기분(?:이)?어[때떠떻]|(?:너|넌|니가)[가-힣]{0,4}(?:예쁘|이쁘|잘생|귀엽|귀여)|놀아(?:줘|주|요)|놀자|좋아해$|좋아하(?:니|냐|세요|나요)$|사랑해|몇살(?!까지|부터|용|이상|아이|아기|된|짜리|쯤|정도|한테)|(?<!사용)(?<!권장)(?<!가능)나이(?:가|는)?(?:어떻|몇|얼마)"
    r"|(?:여친|남친|애인|여자친구|남자친구)(?:있|없)|결혼(?:했|하셨|할래)|(?:오늘)?(?:점심|저녁|아침|야식)(?:은|으로|에)?(?:뭐|머)(?:먹|드)"
    r"|뭐먹지|로또|(?:주가|주식(?!회사)|비트코인|코인|환율|금값)(?:시세|가|는)?(?:얼마|어때|어떻|알려)?|끝말잇기|농담|웃긴(?:얘기|이야기)|노래(?:불러|추천)"
    r"|영화추천|운세|사주봐|날씨(?:어때|알려|어떤)|(?:오늘|내일)(?:비|눈)(?:와|오|옴)|골라봐|삐졌|삐진|삐쳤"
    r"|뭐해$|뭐하(?:니|냐|세요)$|배고프|배고파|졸려|잠이안와|외로워|대통령|선거|축구(?:봤|경기|결과)|야구(?:봤|경기|결과)|몇시야$|몇시(?:예요|에요)$"
    r"|(?:무슨|오늘)요일(?:이야|이에요)?$"
)
_ADVERTISES: Final = searched(
    r"상위(?:노출|랭킹)|방문자(?:수)?(?:늘|증가)|(?:광고|마케팅|홍보|대행|협찬|체험단|블로그|인스타|바이럴|배너)(?:에|를|을|은|도|쪽)?(?:관심|제안"
    r"|대행|해드|도와드|하실|진행하실|해보실|해보세|안하|문의(?:드|남|주))"
    r"|(?:매출|순위|리뷰|팔로워|조회수)(?:를|을|도)?(?:\d+배)?(?:올려|늘려|높여|보장|작업)"
    r"|(?:대출|부업|재택알바|카지노|토토|바카라|코인리딩|주식리딩)(?:상담|문의|가능|추천|모집|안내|하실|관심|사이트|$)|무담보|당일대출|(?:사업자|직장인)대출"
    r"|(?:입점|제휴|협업|투자)(?:을)?(?:제안|권유)|(?:월|하루)\d+만원(?:부터|으로|에|보장|$)"
)
#: `엄마 나 오늘 늦어`: meant for somebody at home.
_TO_KIN: Final = re.compile(
    r"^(?:엄마|아빠|여보|자기야?|아들아?|딸아?|할머니|할아버지|오빠|누나|얘들아|애들아)(?:야)?"
    r"(?:나|난|내가|오늘|지금|언제|어디|밥|저녁|점심|몇시|집|퇴근|학원|학교|회사|이따|전화|뭐해|뭐하|미안|사랑|고마|우유|빨리)"
    r"(?!.*(?:배송|택배|주문|상품|물건|제품|사이즈|환불|교환|반품|취소|결제|선물|쿠폰|가격|얼마|재고|문의|보내|보낼|샀|산거|시[켰킨]|이거|이게|옷|신발|가방|데요?$|요$|니다$|죠$))"
)
#: What is wanted of who chats (`로또 번호 불러줘`).
_SAY_IT: Final = searched(
    r"(?:번호|숫자|제목|메뉴)?(?:나|도|를|을|좀|하나)*(?:불러|알려|말해|추천해|찍어|골라|들려|가르쳐|해)(?:줘|주세[요여]|줄래|주라|봐)요?"
)
# `광고 문자가 자꾸 와요` is a complaint.
_GETS_IT: Final = searched(
    r"(?:문자|톡|카톡|전화|메일|알림)(?:이|가|를|좀|은)?(?:자꾸|계속|너무)?(?:와|오|옴|왔|그만|보내)"
)


#: `오늘 진짜 춥네요`, `눈이 많이 오네요`, `벌써 연말이네요`: of the weather, and of no goods.
_OF_THE_SEASON: Final = re.compile(
    r"(?:안녕하세요|아|어휴|어우|와|근데|그나저나|그런데|ㅎ|ㅋ)*"
    r"(?:(?:오늘|요즘|요새|어제|이제|아침|아침부터|갑자기|날|날씨|밖|밖에|바깥|여기|서울|부산)(?:은|는|이|가|도|부터)?)+"
    r"(?:너무|진짜|정말|많이|엄청|꽤|제법|참|좀|점점|갑자기|또|확|이제)*"
    r"(?:춥|추워|추웠|추운|덥|더워|더웠|더운|쌀쌀|선선|시원해[졌지]|따뜻해[졌지]|흐리|흐려|맑|화창|후덥지근|풀렸|풀리)[가-힣]{0,4}?"
    r"(?:네|죠|지|군|구만|구나|다|어|데|니다|라고|더라고|(?<=[워어해와])요)(?:요|여|용)?"
    r"|(?:안녕하세요|아|어휴|어우|와|근데|그나저나|오늘|지금|밖에|아침부터|갑자기|여기)*(?:비|눈|첫눈|장마|소나기|바람)(?:이|가|도)?"
    r"(?:너무|진짜|정말|많이|엄청|또|계속|펑펑|주룩주룩|갑자기|하루종일)*(?:오|내리|쏟아지|불|온|내린)"
    r"(?:네|죠|지|군|구나|다|는데|더라고|ㅂ니다)(?:요|여|용)?"
    r"|(?:안녕하세요|아|와|근데|어느새|벌써|이제|곧|어느덧|내일이면|다음주면)+"
    r"(?:또|다)?(?:연말|새해|연초|월말|주말|금요일|한해|크리스마스|성탄절|추석|설|명절|겨울|봄|여름|가을|[0-9]{1,2}월)"
    r"(?:이|도|가)?(?:다)?(?:네|죠|지|군|구나|라니|다가오네|끝나가네|갔네|왔네)(?:요|여|용)?"
)

_CHATTER: Final = any_of(_ADVERTISES, _GREETS_KINDLY, _CHATS, _TO_KIN)


def may_chat(text: str) -> bool:
    """Whether a line holds small talk, a kind word or advertising, be it beside something else."""
    plain = squash(text)
    return bool(_CHATTER.search(plain) or _OF_THE_SEASON.fullmatch(plain))


@once
def asks_who_answers(text: str) -> bool:
    """Whether somebody wants to know if a person or a machine answers him."""
    return bool(_WHO.fullmatch(squash(text))) and not anger(text)


@once
def advertises(text: str) -> bool:
    """Whether something is offered to the store, as advertisers do."""
    plain = squash(text)
    return bool(_ADVERTISES.search(plain)) and not _GETS_IT.search(plain)


@once
def greets_kindly(text: str) -> bool:
    """Whether a line is a kind word and nothing else (`요즘 많이 바쁘시죠?`)."""
    plain = squash(text)
    if _OF_THE_SEASON.fullmatch(plain):
        return True
    kind = bool(_GREETS_KINDLY.search(plain)) and not _TO_BE_WRITTEN.search(plain)
    return kind and is_past_the_store(text)


#: `생일 축하해 사랑해 라고요`, `문구는 번창하세요` is what a card or a towel shall say.
_TO_BE_WRITTEN: Final = searched(
    r"^(?:아|네|그럼|그리고)*(?:문구|카드|메시지|메세지|각인|글귀|편지|리본|자수|글씨)(?:내용|문구)?(?:은|는|엔|에는?|에다가?)"
    r"|라고(?:만)?(?:요|용|(?:적|써|쓰|넣|새겨|각인)[가-힣]{0,8}|해주세요|부탁[가-힣]*)$"
)


@once
def chats(text: str) -> bool:
    """Whether somebody talks of what no store has to do with (`오늘 점심 뭐 먹지`)."""
    plain = squash(text)
    to_kin = bool(_TO_KIN.match(plain))
    if not (to_kin or _CHATS.search(plain)) or _TO_BE_WRITTEN.search(plain):
        return False
    return to_kin or is_past_the_store(_SAY_IT.sub("", _CHATS.sub("", plain)))


def is_past_the_store(text: str) -> bool:
    """Whether a line holds nothing that a store has to do with: no goods, wish, trouble, number."""
    plain = squash(text)
    wants = names_store(text) or reports_problem(text) or is_request(text) or short_topic(text)
    return not wants and not anger(text) and not re.search(r"\d{4,}", plain)
