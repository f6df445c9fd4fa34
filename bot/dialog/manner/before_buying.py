"""What is asked of goods before they are bought: what comes with them, what they are like, cost."""

from __future__ import annotations

from typing import Final

from bot.dialog.manner.asking import asks_if_may, is_question
from bot.dialog.words import once, squash
from bot.patterns import searched

#: Who has ordered asks of his parcel, whose goods are there of a trouble.
_HIS: Final = searched(
    r"주문(?:한|했|하고)|시[킨켰]|산거|샀|구매(?:한|했)|결제(?:한|했)|받[은았]|제거|제꺼|내거|왔|안와|안온|못받|없[어네는]|아직|어제|아까|방금|빠[졌진]|누락|환불|교환|반품|취소|고장|불량|깨[졌진]|\d{10}"
)
_PROVED: Final = searched("(?:인증|검사|허가|특허)(?:은|을|도)?받[은았]")
#: Who has them wonders at what is amiss.
_AMISS: Final = searched(
    "왜|원래|계속|자꾸|너무|이렇게|이리|갑자기|어떡|어떻게|이상|심하게|불편|반응"
)
#: What is given along with goods, and did not fail to come.
_GIVEN: Final = searched(
    r"(?:사은품|증정품|증정)(?:은|는|이|가|을|도)?(?:뭐|어떤거|어떤게|무슨|지금|아직|같이|꼭|다|따로)*(?:주|줘|있|오[나는]|와요|받|들어|포함|증정|나와|나오|예요|에요|이에|인가|랜덤|선택)"
)
#: `사은품 행사 아직 하나요?`
_STILL_GIVEN: Final = searched(
    r"(?:사은품|증정품?|원플원|1\+1|11)(?:행사|이벤트|증정)*(?:은|는|이|가|도)?(?:아직도?|지금도?|요즘도?|오늘도?|언제까지|계속)*(?:하[나는고죠시]|해요|끝났|진행|남았)"
)
_NOT_GIVEN: Final = searched(
    "안[왔와]|없[어네이]|빠[졌진]|못받|누락|왔는데|안들|주소|어디로|리뷰|후기|이벤트|당첨"
)
#: What a parcel holds, or is paid for, beside the goods: other entries tell of it.
_NO_PART: Final = (
    r"(?:배송|택배|부가세|관세|세금|설치|조립|수수료|쇼핑백|카드|편지|포장|영수증|계산서|송장|명세서"
    r"|사은품|두개|세개|다른|여러|주문|전부|모두|둘다|다|제주|당일|오늘|내일)"
)
#: `충전기도 같이 오나요`, `커버만인가요`, `리모컨 포함인가요`
_COMES_ALONG: Final = searched(
    rf"(?<![가-힣])(?!{_NO_PART})[가-힣a-z]{{2,8}}?(?:도|까지|가|는|이|은)?(?:같이|함께|세트로|기본으로|기본)(?:오나|와요|주나|주시나|주는|들어있|들어가|들어오|포함|제공|구성)"
    rf"|(?<![가-힣])(?!{_NO_PART})[가-힣a-z]{{2,8}}?(?:도|까지|가|는|이|은)?(?:포함|별도|별매|미포함)(?:인가|이에|예요|에요|된|되|돼|이죠|이고|구매|구입)"
    r"|[가-힣]{2,6}만(?:인가요|이에요|오나요|오는건가요|오는거예요|오는거죠)|단품인가|세트인가|^(?:이거|그거|지금|혹시)*(?:11|원플원|투플원|21)(?:행사)?(?:인가|이에|예요|맞)"
)
#: What goods are like, in words that no other question of a store has.
_LIKE: Final = searched(
    # `몇 개월부터 쓸 수 있어요?`
    r"몇(?:개월|살|세|키로|kg|학년)(?:아기|아이)?(?:부터|까지|이상|용|된)(?:는|도)?[가-힣]{0,10}?(?:쓸|써|사용|먹|타|탈|앉|입|신|가능|되[나는]|돼|이에요|예요|인가)|환경호르몬|비스페놀|bpa|"
    # `필터는 얼마나 자주 갈아요?`
    r"(?:얼마나자주|며칠에한번|몇일에한번|몇번씩?|하루에몇번|일주일에몇번|얼마마다|몇(?:개월|달|주|일)마다|몇(?:개월|달|주|일)에한번)[가-힣]{0,6}?(?:갈아|교체|빨|청소|세척|씻|충전|물줘|물을|줘요|주나|먹[어나여이]|발라|바르|바꿔|써|쓰|타)|"
    # `믹서기 컵만 따로 살 수 있나요`
    r"^(?!.*(?:부품|부속|필터|나사|배터리|소모품|리필|뚜껑|날개|리모컨|충전기|어댑터|아답터|호스|패킹|거름망|노즐|물통|내솥|바퀴|손잡이)).*[가-힣a-z](?:만|도)(?:따로|별도로|낱개로|단품으로|추가로)(?:도)?(?:살수|구매|구입|판매|파[나는시]|팔)|"
    r"소분|(?:개별|진공|낱개|벌크|지퍼백)포장|밴딩|허리고무|비쳐|비치[나는]|기모|안감|주머니|포켓|지퍼|오버핏|신축성|늘어나[나는]|줄어드[나는]|물빠[져지]|이염|보풀|따갑|까슬|푹신|딱딱한|말랑|두꺼운가|얇은가|두꺼워요|얇아요"
    r"|매운가|매워요|매콤|짠가|짜요|단가요|달아요|비린|느끼한|맛있나|맛있어요|당도|칼로리|유기농|무농약|친환경|국산인가|국내산|수입산|원산지"
    r"|깔려있|설치되어있나|설치돼있나|내장(?:되|돼|인가)|탑재|소음|소리(?:는|가|도)?(?:많이)?(?:큰가|커요|크나|나나|심한)|시끄러[운워]|전기세|전기요금|소비전력|전력소모|충전시간|배터리(?:시간|용량|얼마나)|호환|기내반입|분리(?:가|는|도)?(?:되나|돼요|가능|세척)|탈부착|접이식|접히[나는]|접혀|방수(?:되|돼|인|가)"
    r"|(?:kc|안전|무독성|식약처|fda)(?:인증|마크|검사)|무독성|알레르기|냄새(?:심|많이)?(?:나나|나요|심한가|심해)|먼지(?:많이)?(?:나나|나요|날리)|털(?:많이)?빠지|무거운가|무거워요|가벼운가|가벼워요|흔들리나|튼튼한가|튼튼해요|미끄러[운워]"
    r"|조립(?:은|이|을)?(?:혼자|여자|직접|제가)?(?:혼자|여자도|여자혼자)?(?:할수|가능|어려|힘들|쉬[운워]|해야|하나|하는)"
)
_HARM: Final = (
    "(?:얼|녹|깨지|상하|터지|부서지|부러지|찌그러지|눌리|새|시들|죽|변질되|쉬|구겨지|망가지|쏟아지)"
)
#: `배송 중에 안 얼어요?`, `녹지 않나요`: nothing has come yet.
_FEARS: Final = searched(
    rf"안(?:{_HARM}|깨져|상해|터져|부서져|부러져|찌그러져|눌려|시들어|구겨져|망가져|쏟아져|녹아|죽어|얼어)(?:요$|나요|을까|겠|죠|지요|어요$|는지)"
    rf"|{_HARM}지(?:는|도)?(?:않|안)[가-힣]{{0,3}}?(?:나요|을까|겠|죠|지요|아요$|는지)|(?:깨질|상할|녹을|터질|얼|시들|찌그러질)(?:까봐|까걱정|염려)"
)
#: `죽어서 오면 어떡해요`, `배송 중에 깨지면 환불 돼요?`
_IF_AMISS: Final = searched(
    r"(?:얼어|녹아|깨져|깨진채|상해|상한채|터져|부서져|부러져|찌그러져|시들어|죽어|변질돼|망가져|불량으로|불량이)(?:서|로|채로|있는게)?(?:오|도착하|배송되)면"
    r"|(?:죽은|깨진|상한|터진|썩은|시든|불량|금간|녹은)(?:거|것|게|애|놈|상품|제품)?(?:이|가|도)?(?:있으|오|나오|섞여있으|섞이)면(?:은)?(?:요$|어떡|어떻게|어쩌|환불|교환|보상)"
    r"|(?:오다가|배송중에|오는중에|택배로|받았을때|배송하다가)(?:얼|녹으|깨지|상하|터지|부서지|부러지|찌그러지|시들|죽으|변질되|망가지)면"
    r"|(?:^|[가-힣])(?:얼|녹으|깨지|상하|터지|시들|죽으|변질되|찌그러지|부서지|망가지)(?:었으)?면(?:은)?(?:요$|어떡|어떻게|어쩌|환불|교환|보상)"
)
_HIS_OWN: Final = searched("제가|떨어|쓰다|사용|입다|먹다|실수|어제|아까|방금|받았는데|왔는데")
#: What is done to goods, or put beside them, by who asks for it.
_COSTS: Final = searched(
    r"(?:가격|금액|값)(?:이|은|는|도)?(?:대략|정확히|지금|혹시|좀)*(?:얼[마만]|어떻게|몇만|궁금|알려)|(?:사이즈|세트|색상?|[0-9]인용|[한두세네0-9][개장벌팩병단]|박스|싱글|슈퍼싱글|퀸|킹|더블)(?:은|는|이|로|에|짜리)?얼마"
)
#: What else than goods has a price in the FAQ.
_OTHER_COSTS: Final = searched(
    r"배송|택배|운임|부치|실어|나르|싣|포장|수리|as|교환|반품|환불|각인|설치|수선|추가금|추가비용|수수료|취소|차액|차이|쿠폰|적립|포인트|변경|왜|올랐|내렸|할인|세일|깎"
)
#: `회원 아니어도 주문 되나요`, `가입 안 해도 살 수 있어요?`
_AS_A_GUEST: Final = searched(
    r"(?:회원(?:이)?아니(?:어도|라도|면|고)|비회원(?:도|은|으로|이|인데)|(?:회원)?가입(?:을|은)?(?:안하고|안해도|없이|안했는데|하지않고|꼭|해야)|(?:네이버)?(?:아이디|계정|로그인)(?:가|이)?없(?:이|어도|는데|으면))[가-힣]{0,8}?(?:주문|구매|살수|사[도요]|결제|시킬|이용|되나|돼요|하나)"
)


@once
def asks_what_it_is(text: str) -> bool:
    """Whether it is asked what comes with goods or what they are like, by who has none yet."""
    plain = squash(text)
    his = _HIS.search(_PROVED.sub("", plain))
    if his or not (_COMES_ALONG.search(plain) or _LIKE.search(plain)):
        return False
    if _AMISS.search(plain):
        return False
    return is_question(text) or asks_if_may(text) or plain.endswith(("가요", "나요"))


@once
def asks_what_goods_cost(text: str) -> bool:
    """Whether it is asked what goods cost (`퀸 사이즈 가격이 얼마예요`), and no service."""
    plain = squash(text)
    costs = _COSTS.search(plain) and not (_OTHER_COSTS.search(plain) or _HIS.search(plain))
    return bool(costs) and (is_question(text) or plain.endswith(("요", "까", "죠", "얼마")))


def fears_harm(text: str) -> bool:
    """Whether it is asked if goods come to harm on their way (`화분 배송 중에 안 얼어요?`)."""
    plain = squash(text)
    return bool(_FEARS.search(plain)) and is_question(text) and not _HIS_OWN.search(plain)


def asks_if_amiss(text: str) -> bool:
    """Whether it is asked what is done if goods come broken (`상하면 어떡하죠`), and none has."""
    plain = squash(text)
    return bool(_IF_AMISS.search(plain)) and not _HIS_OWN.search(plain)


def asks_of_gift(text: str) -> bool:
    """Whether it is asked what is given along with goods (`사은품 뭐 줘요`), and none is missed."""
    plain = squash(text)
    asked = bool(_GIVEN.search(plain)) and not _NOT_GIVEN.search(plain)
    asked = asked or bool(_STILL_GIVEN.search(plain))
    return asked and (is_question(text) or plain.endswith(("줘요", "주나요")))


def buys_as_guest(text: str) -> bool:
    """Whether it is asked if one may order without being a member (`비회원도 살 수 있어요?`)."""
    plain = squash(text)
    his = _HIS.search(plain) or "내주문" in plain or "어디서" in plain
    return is_question(text) and bool(_AS_A_GUEST.search(plain)) and not his
