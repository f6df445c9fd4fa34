"""Questions of who waits: whether he was heard, when somebody answers, when goods or money come."""

from __future__ import annotations

import re
from typing import Final

from bot.dialog.manner.asking import is_question
from bot.dialog.manner.pursuing import SUM_ASKED
from bot.dialog.words import squash
from bot.patterns import searched

_NUMBER_ASKED: Final = searched(
    r"(?:접수|문의)번호(?:가|는|를|좀|이)?[가-힣]{0,3}(?:뭐|몇|어떻|어디|얼|알려|다시|까먹|잊|뭔)"
)

_HEARD: Final = searched(
    r"^(?:혹시|근데|저기요?|제거|제가|그럼|아까|어제|밤에|새벽에|주말에|지난|방금|오전에|오후에|남긴|보낸|적은|쓴|올린|드린|말한|문의한|문의|접수|말씀드린|거|것"
    r"|글|톡|내용|메시지|사진|은|는|이|가|를|을|도)*"
    r"(?:(?:잘|제대로|다|무사히)?(?:들어갔|들어간|접수됐|접수된|전달됐|전달된|갔|간|올라갔|남겨졌|신청됐|신청된)"
    r"|(?:다|잘)?(?:보셨|읽으셨|확인하셨|확인됐|받으셨|보고계|확인하고계|보시)"
    r"|(?:확인|처리|진행|접수)(?:은|을|는|이)?(?:잘|제대로|지금)?(?:하고(?:는)?|되고(?:는)?)(?:계|있))"
    r"[가-힣]{0,3}(?:거|것|건)?(?:는|은)?(?:맞)?(?:나|어|으|는|지|죠|을|습|냐|아|겠|시|신|세|요)"
)

_HOURS: Final = searched(
    r"(?:주말|토요일|일요일|토욜|일욜|휴일|공휴일|연휴|밤(?!새)|저녁|지금|오늘|점심)(?:에|엔|에는|은|는|이라|이라서|인데|이어서|시간|시간이라)?[가-힣]{0,4}?"
    # `오늘 한 번도 못 입었어요` is of no hours.
    r"(?:(?<!불)안(?:되|돼|하|봐|해|계|열|받)|쉬|못(?=받|하|해|봐|보|문의|상담|답|연락|물|[나가까죠지냐])|답(?:변)?(?:을|은)?(?:안|못|받|주)|상담(?:은|을)?안)[가-힣]{0,8}(?:나|가|까|요"
    r"|죠|지|냐)"
    r"|(?:지금|거기|저기요?)*(?:누구|아무도|(?<!데거기)(?<!에)사람|직원|담당자|상담원|상담사)(?:님|분)?(?:이|은|도)?(?:안계|없|안있)[가-힣]{0,6}(?:나|가|까|요"
    r"|죠|지|냐)$"
    r"|^(?:혹시|저기요?|근데|그럼)*지금(?:은|도)?(?:누가|누구|사람이|담당자가|직원이)(?:(?:보고|확인하고|일하고|근무하고)(?:는|은)?(?:있|계시)"
    r"|(?:볼|봐줄|봐주실|확인할|확인해줄|확인해주실|답할|답해줄|답해주실|도와줄|도와주실)수(?:는|가)?있)[가-힣]{1,5}$"
    r"|^(?:혹시|저기요?|근데|그럼)*(?:지금|당장)(?:은|도)?(?:봐|답해|도와|확인해|상담해)(?:줄|주실)(?:사람|분|직원|상담원|담당자)(?:님|분)?(?:이|은|도)?(?:있|계)[가-힣]{1,5}$"
    # `지금 누구 있나요`
    r"|^(?:혹시|저기요?|근데|지금|거기)+(?:누구|누가|사람|직원|담당자|상담원)(?:님|분)?(?:이|은)?(?:있|계)(?:나|어|으|신|세|시)[가-힣]{0,3}$"
    r"|(?:벌써|이미|다들|다|오늘)*(?:퇴근|마감)(?:을)?(?:하셨|하신|했|됐|한)(?:나|는지|을까|건가|거)[가-힣]{0,4}$"
    r"|^(?:혹시|저기요?|근데|그럼)*(?:지금|당장|바로)(?:은|도)?(?:확인|답변?|처리|조회|해결)(?:이|은|도|을)?(?:좀)?(?:가능|되(?!고)|돼"
    r"|할수|해줄|해주실|받을)[가-힣]{0,8}$"
    r"|(?:더|좀더|조금더)빨리(?:는)?(?:안|못|좀)?[가-힣]{0,6}(?:되|돼|될|하|해|나|요)|일찍(?:끝|닫|마감|퇴근)"
)

#: `내일 몇 시에 확인해 주시나요`, `몇 시쯤 답 오나요`: of who answers, and of no parcel.
_WHAT_HOUR: Final = re.compile(
    r"(?:그럼|그러면|근데|그런데|혹시|네|넵|아|저기요?|그래서|대략|보통|내일|모레|오늘|지금|이따|아침|오전|오후|평일|월요일|[월화수목금토일]요일|다음주|주말"
    r"|상담(?:원|사)?|담당자|직원|고객센터|님|분|은|는|이|가|에|엔|에는)*"
    r"(?:몇시(?:쯤|정도|경)?(?:에|부터|까지)?|언제부터)(?:면|나|나요)?(?:쯤|정도)?(?:상담(?:원|사)?|담당자|직원|문의)?(?:님|분)?(?:은|는|이|가|을|를)?"
    r"(?:(?:답|답변|답장|연락|회신)(?:이|은|을)?(?:오|와|주|줘|받|해주|하|되|돼|가능|올|될)"
    r"|(?:확인|상담|응대|답변|업무|근무|영업|운영|출근|시작|접수|처리)(?:을|은|이)?(?:하(?!러)|해|되|돼|될|가능|시작|받)"
    r"|(?<=부터)(?:되|돼|될|가능|시작|하|해|여|열)|(?<=까지)(?:되|돼|될|가능|하|해|계)|(?:여|열|봐|보|계)(?=[시셔세어주준줄실]))[가-힣]{0,8}"
    r"|(?:그럼|상담은|문의는|평일은|네|아)*몇시부터몇시까지[가-힣]{0,6}"
)

_OPEN: Final = re.compile(
    r"(?:혹시|저기요?|근데|안녕하세요)*(?:오늘|지금|내일|모레|이번주|주말|토요일|일요일|휴일|공휴일|연휴|명절|설날|추석|크리스마스|성탄절|밤|저녁"
    r"|점심시간)(?:에|엔|에는|은|는|도|에도|시간)*"
    r"(?:에)?(?:상담|고객센터|상담원|상담사|담당자|직원|문의|매장|가게|빵집|꽃집|문)(?:은|는|이|도|업무)?(?:님|분)?(?:출근|운영|근무|가능|응대|영업)?"
    r"(?:하|되|돼|있|해|가능하|계시|계신|열었?|여셨?|받)(?:나요|나|세요|요|어요|시나요|신가요|가요|는지요?|죠|지요)"
)

#: `주말에도 하시나요`, `토요일에도 답 주시나요`, `일요일엔 쉬세요`: of a day, and nothing else.
_WORKS_THEN: Final = searched(
    r"(?:주말|토요일|일요일|토욜|일욜|휴일|공휴일|연휴|명절|빨간날|밤|야간|저녁|새벽)(?:에|엔|에는|은|는|도|에도|시간에?도?)?"
    r"(?:상담|답변?|문의|업무|영업|운영|근무|확인|일)?(?:은|는|을|도)?"
    r"(?:하시(?:나요|는지|죠)|하나요|하세요|하는지|쉬(?:세요|시나요|나요|는지)|여나요|여시나요|주시나요|받으시나요|보시나요|해주시나요)[요]?$"
    r"|^(?:근데|혹시|네|아|오늘은?)*(?:상담(?:원|사)?|문의|영업|운영|업무)?(?:은|는|님은)?몇시까지(?:에요|예요|인가요|하(?:세요|나요|시나요|시는|는)|해요|상담|답변|운영|영업|근무|계세요|계시)[가-힣]{0,6}$"
)
_OF_PARCELS: Final = searched("배송|택배|출고|발송|수거|회수|설치|방문|행사|세일|할인")

_STILL: Final = searched(
    r"(?:아직(?:도|까지)?|여태)(?:답|연락|연결|확인|처리|소식|상담원|담당자)?(?:이|은|도|을|가)?(?:도)?(?:안(?!보[내냈]|나[갔가]|출고|발송|만[들드]|시작|들어[갔가]|구[웠워]|굽|포장|제작|(?:하셨|했|하신|한거)(?:죠|지요|지여|겠죠))"
    r"|못|없|멀|인가|이에|예요|인지|이세|입니|이신|이네)[가-힣]{0,6}$|(?:아직도|여태)(?:요|여|유)?$|^아직(?:이요|요|임|이야)?$"
)

_HOW_LONG: Final = searched(
    r"^(?:그럼|그러면|근데|혹시|저기요?|아|네|이거|그거|총|답변|답|처리|확인|결과|해결|는|은|이|가|까지|하는데|되는데|받는데|보통|대략)*"
    r"(?:얼마나|며칠|몇일|몇시간|오래|언제|언제까지|언제쯤|얼마)(?:정도|쯤|이나|동안)?(?:더)?(?:걸|기다|되|돼|될|처리|소요|남|답|연락|확인|해결|끝|해주"
    r"|알려|알수)[가-힣]{0,10}$"
)

_AGENT_COMES: Final = re.compile(
    r"(?:상담(?:원|사)?|사람|직원|담당자|누가)?(?:님)?(?:은|이|분은|분이|연결은|연결이)?(?:대체|도대체|근데|그럼)?언제(?:쯤)?(?:와|오|되|돼"
    r"|연결|나와|계|들어|가능)[가-힣]{0,6}"
)

_NO_MONEY: Final = searched(
    r"(?:돈|환불(?:금|액)?|입금|금액|대금|(?:배송|택배|반품)비|차액)(?:은|이|도|을)?[가-힣]{0,8}?(?:(?<!게는)(?<!게도)(?<!게)(?:안|못)(?:들어|왔|와|받|됐|되|돼|입금)|(?:받|들어오|입금되)지(?:도)?(?:못|않))"
    # `환불이 아직이네요`
    r"|(?:환불|입금|환급)(?:금|액|처리)?(?:은|이|도)?(?:아직|여태)(?:도|까지)?(?:이네|인데|이에요|예요|이요)"
    # `환불받기로 한 거 오늘 들어온다고 했는데 통장에 없어요`
    r"|(?:돈|환불|입금)[가-힣]{0,24}?(?:통장|계좌)에(?:는|도)?(?:아직|전혀)?(?:없|안(?:들어|찍|보))"
    r"|(?:한푼|[십백천일]원)도[가-힣]{0,6}(?:안|못)(?:들어|왔|와|받|주)"
    # `환불됐다는데 카드엔 아직 안 떴어요`
    r"|환불[가-힣]{0,8}(?:카드|통장|계좌)(?:에는?|엔|내역에?는?)?(?:아직(?:도|까지)?|여태)?(?:안|못)(?:떴|떠|뜨|찍|들어|보이|받)"
    # `취소했는데 카드값 나갔어요`
    r"|취소(?:를)?(?:했|한|됐|된)[가-힣]{0,5}(?:카드값?|돈|결제|금액|대금|요금)(?:이|은|도)?(?:그대로|또|다|왜)?(?:나갔|나[와왔]|빠[져졌]|빠지|청구|승인)"
    # `카드사에 물어보니 취소 내역이 없다는데요`
    r"|(?:카드사|은행)[가-힣]{0,12}(?:취소|환불|입금)(?:된|한)?(?:내역|건|기록|승인|요청|접수|처리|거|게)?(?:이|은|가|도)?(?:없|안(?:됐|들어|왔|뜬|나)|못)"
    r"|(?:돈|환불(?:금|액)?|입금)(?:은|이|도)?(?:아직|하나도|한푼도)?[가-힣]{0,3}없"
    r"|(?:취소|반품|환불)(?:한|된|했던|했는데|보낸거|한거)(?:돈|금액|대금|카드값)(?:은|이|도)?(?:왜)?(?:아직|여태|언제까지)"
)

#: `아직도 안 들어왔는데요` behind a refund.
_UNPAID: Final = searched(
    r"^(?:네|근데|저기요?|아직(?:도|까지)?|여태(?:까지)?|그거|왜|전혀|하나도|오늘도|지금(?:도|까지)?)*(?:안|못)(?:들어[왔와옴]|찍|받았)"
    # `100원만 들어왔네요`
    r"|[0-9천백만]+원만(?:들어[왔와옴]|입금[됐되])"
    # `아직 입금 전이네요`
    r"|^(?:네|근데|저기요?)*(?:아직(?:도|까지)?|여태|여전히)(?:입금|환불|처리)(?:은|이)?(?:되기)?전(?:이네|이에요|인데|이라|입니)"
    # `2주 전에 썼는데 아직 안 들어왔어요`
    r"|[았었했됐썼남]는데(?:아직(?:도|까지)?|여태(?:까지)?|하나도)안들어[왔와옴]"
    r"|^(?:네|근데|저기요?)*(?:환불|입금)(?:은|이|도)?(?:아직(?:도|까지)?|여태(?:까지)?|전혀)*(?:안|못)(?:됐|되었|됬|들어|받)(?!나요|습니까)"
)

_MUST_PAY: Final = searched(
    r"(?:다시|또|제가|저희가|더|[저나]보고|[저나]한테)[가-힣]{0,6}(?:내|드|부담|지불)|내야"
    r"|(?:비|비용|운임|요금)(?:는|은|도|를)?(?:제가)?안내(?:도|면)(?:되|돼)"
)

_IT_COMES: Final = re.compile(
    r"(?:그럼|그러면|근데|그래서|혹시|택배|물건|상품|이거|그거|대체|도대체|은|는|이|가)*"
    r"(?:오늘|내일|낼|모레|이번주|주말|[월화수목금토일](?:요일|욜)|언제|몇시)(?:쯤|중|안)?(?:은|는|에|엔|에는|까지|까지는)?"
    r"(?:오|와|올|온|옴|도착|받)[가-힣]{0,9}"
)

# `원피스 언제 와요`: goods that are no parcel by their name, and no other thing that may come.
_GOODS_COME: Final = re.compile(
    r"(?:제가?|내가?|저희|우리|그|아니|저기요?|혹시|근데|(?:시킨|주문한|구매한|산)(?:거)?)*"
    r"(?!.{0,8}(?:입고|품절|기사|답|전화|연락|문자|톡|메일|메시지|메세지|알림|환불|교환|반품|취소|쿠폰|포인트|적립|마일리지|사은품|증정"
    r"|영수증|계산서|인증|상담|직원|사장|신상|새로|다시|세일|할인|행사|입금|돈|수거|회수|누가|누구|수리|설치|예약|해외|당첨|리뷰|후기|송장"
    r"|살[게께]|할[게께]|시킬[게께]|번호|사이즈|색|컬러|추가|보통|대개|면언제|링크|코드|카드|상품권|물량|시즌|신제품|다음|또))"
    r"[가-힣a-z0-9]{1,8}?(?:은|는|이|가|도|들)?(?:대체|도대체)?언제(?:쯤)?"
    r"(?:와[요용여]?|오(?:나[요용]?|죠|냐|노|려나|는거[예에]요|는건가요|는지(?:좀|혹시)?(?:알수(?:는|가)?있(?:을까요?|나요?)|알고싶(?:어요|은데요?|습니다)"
    r"|궁금(?:해요|합니다|한데요?|해서요)|알려(?:주세요|주실수있나요|줘요)|확인(?:좀)?(?:해주세요|부탁(?:드려요|드립니다|해요)|되나요|가능한가요)|여쭤(?:봅니다|봐요)|문의드려요)?)|옴|온대요|도착(?:해요?|하나요|하죠|함|예정인가요))"
    r"(?:[가-힣]{0,6}?(?:추워|급[해한하]|기다[리려]|필요)[가-힣]{0,5}"
    r"|(?:지난주|[월화수목금토일]요일|어제|그제|그저께|오늘|아까|며칠전|[0-9]+일)?(?:에|날)?(?:시켰|주문했|샀|결제했|구매했)"
    r"(?:는데|거든|어|음|습니다)[요용]?)?"
)

_WHERE: Final = searched(
    r"^(?:근데|그거|그건|그게|주문번호|번호|는|은|가|를|이|그|혹시|아)*(?:어디|어데|오데|우데|어떻게|어케|우예|우째|워떻게)(?:서|에서|에"
    r"|로)?(?:가서)?(?:보|봐|나와|나오|있|찾|확인|알|적혀|떠|뜨)[가-힣]{0,8}$"
    r"|(?:번호)(?:가|는|를|이)?[가-힣]{0,6}?(?:어디|어딨|어데|오데|우데|어떻게(?:봐|보|찾|알|확인)|어케|우예|우째)[가-힣]{0,8}$"
    r"|^(?:어딨|어뎄)[가-힣]{0,4}$"
)


_PRESSES: Final = re.compile(
    r"(?:네|아|저기요?|제가|저|좀|너무|진짜|정말|많이|엄청|지금|근데|아니)*"
    r"(?:급(?:해|하거든|한데|합니|함|하네|해서|하니|하다)|(?:빨리|얼른|빠르게|빠른|서둘러|최대한빨리)(?:좀|요|제발)*(?:확인|답|연락|처리|봐|알려|부탁|해주|$))"
)


def asks_ticket_number(text: str) -> bool:
    """Whether somebody has forgotten the number of what he filed."""
    return bool(_NUMBER_ASKED.search(squash(text)))


def asks_if_heard(text: str) -> bool:
    """Whether somebody with an open matter asks if it arrived, or if anybody looks at it."""
    return is_question(text) and bool(_HEARD.search(squash(text)))


def asks_for_hours(text: str) -> bool:
    """Whether somebody with an open matter asks why nobody answers now, or if it goes quicker."""
    plain = squash(text)
    asked = is_question(text) or plain.endswith(("나", "가", "까", "요", "지", "냐"))
    return asked and bool(_HOURS.search(plain))


def asks_at_what_hour(text: str) -> bool:
    """Whether a whole line asks at what hour somebody answers (`내일 몇 시부터 돼요?`)."""
    return bool(_WHAT_HOUR.fullmatch(squash(text)))


def asks_if_open(text: str) -> bool:
    """Whether somebody asks if anybody answers on a day, and wants nobody yet."""
    return bool(_OPEN.fullmatch(squash(text)))


def asks_if_works(text: str) -> bool:
    """Whether somebody with an open matter asks if anybody works on such a day, or at night."""
    plain = squash(text)
    return bool(_WORKS_THEN.search(plain)) and not _OF_PARCELS.search(plain)


def still_waits(text: str) -> bool:
    """Whether somebody says that he still waits for the answer (`월요일인데 아직인가요`)."""
    return bool(_STILL.search(squash(text)))


def asks_how_long(text: str) -> bool:
    """Whether somebody with an open matter asks how long it takes, and names no other."""
    return bool(_HOW_LONG.search(squash(text)))


def asks_when_agent(text: str) -> bool:
    """Whether who waits for a person asks when that one comes."""
    return bool(_AGENT_COMES.fullmatch(squash(text)))


def misses_money(text: str) -> bool:
    """Whether money that was to come back is said not to have come."""
    return bool(_NO_MONEY.search(squash(text)))


def still_unpaid(text: str) -> bool:
    """Whether who waits for a refund says that it has not come, be it without naming money."""
    return bool(_UNPAID.search(squash(text))) or misses_money(text)


def asks_when_it_comes(text: str) -> bool:
    """Whether somebody asks if his parcel comes on a day, or when (`오늘은 오나요`)."""
    return bool(_IT_COMES.fullmatch(squash(text)))


def asks_when_goods_come(text: str) -> bool:
    """Whether somebody asks when goods come that he calls by their name (`원피스 언제 와요`)."""
    return bool(_GOODS_COME.fullmatch(squash(text)))


def presses(text: str) -> bool:
    """Whether somebody says first that it hurries, and asks nothing (`급해요 오늘 나가요`)."""
    return bool(_PRESSES.match(squash(text))) and not is_question(text)


def asks_to_pay(text: str) -> bool:
    """Whether somebody asks if it is he who must pay, and not how much something costs."""
    plain = squash(text)
    return bool(_MUST_PAY.search(plain)) and not SUM_ASKED.search(plain)


def asks_where(text: str) -> bool:
    """Whether somebody asks where to see what he was asked for."""
    return bool(_WHERE.search(squash(text)))
