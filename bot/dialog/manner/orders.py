"""What is told of an order on its way: how far it is, a slip in it, a term that ran out."""

from __future__ import annotations

import re
from typing import Final

from bot.dialog.manner.asking import is_question, is_request
from bot.dialog.words import once, squash
from bot.patterns import searched

# How far an order is, and nothing that anybody complains of: no day, no reproach.
_STAGE: Final = re.compile(
    r"(?:아직(?:은)?|지금(?:은)?|현재|저는?|제(?:거|것|건)|그거|이거|이건|근데|네|주문(?:한)?(?:거|것|상품)?(?:은|는)?|물건(?:은|이)?"
    r"|상품(?:은|이)?|배송(?:은)?)*"
    r"(?:(?:배송|발송|출고|출발)(?:하기|되기|시작)?전|(?:배송|상품|발송|출고)?준비중"
    r"|(?:배송|발송|출고)?(?:은|이)?안(?:보내(?:신|셨|주신)?|나[간갔]|하[신셨]|[한했]|된|됐|보낸)(?:거|것|건|상태)?)"
    r"(?:상태|으로나오|이라고(?:나오|뜨|떠)|이라고(?:돼|되어)있|이라)?"
    r"(?:이(?:에요|예요|요|죠|지요|고요|구요|네요|신거죠|신가요|던데요?|ㄴ데)|입니다|인(?:데요?|가요|거죠|거예요|거에요|가여)|죠|지요|어요|습니다|에요|예요"
    r"|네요|나요|는데요?|던데요?|맞죠|요)?"
)
_NOT_SENT: Final = searched(
    r"안(?:보[낸내냈]|나[간갔]|출고)[가-힣]{0,6}(?:면|으면|다면)|(?:출고|발송|배송|출발)(?:이|가)?(?:아직)?안(?:됐|되|했)[가-힣]{0,3}면|(?:출고|발송|배송|출발|포장)(?:하기|되기)?전(?:이|에|인|으로)"
    r"|아직(?:배송|발송|출고|상품)?(?:준비중|안보내|안나[갔간])"
)
#: `다시 보내 주실 수 있어요?`, `새로 보내주시는 거죠?`
_SENT_ANEW: Final = re.compile(
    r"(?:(?:그럼|그러면|혹시|상품|제품|물건|새거|새걸?로|이거|그거)*(?:다시|새로|한번더|하나더)(?:한번|좀)?|(?:그럼|그러면|혹시)?)"
    r"보내(?:주실수|줄수|주시나|주나|주시는|주는|주시죠|주시겠죠|주실거|주실건가|주실지|줄건가)"
)
_OF_NO_PARCEL: Final = searched("메일|입금자|입금한|이체|송금")
# Who gets it, and where: a letter wrong.
_DELIVERY_SLIP: Final = searched(
    r"(?:주소|배송지)(?:를|을)[가-힣]{1,8}?(?:으로|로)(?:해버렸|잘못했|해놨네|해놓았네|했네)|"
    r"(?:배송메모|메모|요청사항|배송요청)(?:을|를|도)?(?:깜빡(?:하고|해서)?|제가|실수로)*(?:못|안)(?:적|썼|쓴|남[겼긴]|넣)|"
    r"(?:이름(?!표)|성함|수령인|받는(?:사람|분)|받으실분|주소|배송지|우편번호|동호수|전화번호|연락처|휴대폰번호|폰번호)[가-힣]{0,8}?(?:오타"
    r"|잘못(?:썼|쓴|적|넣|입력|기재|눌|들어[가갔])|틀리게|틀렸|틀린(?:거|걸|것|게)|안(?:썼|적|넣)|빼먹)"
    r"|(?:오타|잘못(?:썼|쓴|적|넣|입력))[가-힣]{0,8}(?:이름|성함|수령인|주소|배송지|전화번호|연락처)"
    r"|(?:수령인|받는(?:사람|분)|받으실분|주소|배송지)(?!이?아니|말고)(?:이|가|은|는)?[가-힣0-9]{1,14}(?:이|가)?(?:아니고|아니라|말고)[가-힣0-9]{1,14}(?:이?요|입니다|이?에요|예요|로|인데요?)"
    # `배송 기사님이 번호가 잘못돼서 연락을 못 하셨대요`
    r"|(?:기사|배송|택배|배달)[가-힣]{0,12}?(?:번호|연락처)(?:가|이|도)?(?:잘못(?:돼|되|된|됐|들어|적혀)|틀[려리렸]|바뀌|바뀐|다르|달라)"
    r"|(?:연락|전화)(?:을|를)?(?:못|안)[가-힣]{1,6}(?:번호|연락처)(?:가|이|도)?(?:잘못|틀[려리렸]|바뀌|다르|달라)"
    # `배송지 잘못했어요`
    r"|(?:주소|배송지|받는(?:곳|데))(?:를|을|가|이)?(?:제가|실수로|또|완전)*잘못(?:했|골랐|고른|선택|설정|지정|해놨|해놓|됐|되었|돼)"
    # `배송지가 옛날집이네요`, `주소가 예전 주소로 들어갔어요`
    r"|(?:주소|배송지|받는(?:곳|데))(?:가|는|이|도)?(?:아직|그대로|다)?(?:옛날|예전|이사전|전에살던|옛|그전)(?:집|주소|회사|곳|데|거|꺼|에살던)"
    # `배송지 회사로 돼 있는데`: no page told so.
    r"|(?:수령인|받는(?:사람|분)|받으실분|주소|배송지|연락처)(?:지)?(?:이|가|은|는)?[가-힣0-9]{1,14}?(?:으로|로)(?:설정)?(?:돼|되어|들어가|적혀|잡혀)있(?:는데|어서|네|어요|던데|음|습니다|더라)"
    r"|선물[가-힣]{0,10}(?:번호|주소|배송지|연락처|받는사람)[가-힣]{0,6}(?:잘못|틀|오타|안(?:넣|적|썼)|못(?:넣|적))"
)
_REFUND_ACCOUNT: Final = searched(
    r"환불(?:금|액)?(?:을|를)?(?:받을|받는|될|되는|용|해주실|들어올)?(?:은행)?(?:계좌|통장)"
)
#: That account shall be another, or the money come back as something else (`환불 말고 적립금으로`).
_ACCOUNT_CHANGED: Final = searched(
    r"환불(?:받을|받는|용|금)?(?:은행)?(?:계좌|통장)(?:번호)?(?:를|을|가)?(?:좀|다시|제가)?(?:(?:남겼|적었|알려드렸|보냈|썼|넣었)는데)?(?:바꿔|바꾸|변경|수정|잘못|틀리|틀렸|틀린|오타)"
)
_AS_CREDIT: Final = searched(
    r"환불(?:금)?(?:은|을)?(?:말고|대신|아니고|필요없고)(?:에)?(?:적립금?|포인트|쿠폰|예치금|마일리지|상품권)"
)
_CUSTOMS_SLIP: Final = searched(
    r"통관(?:고유)?(?:번호|부호|고유부호)?[가-힣]{0,8}(?:잘못|틀|오타|오류|불일치|안맞|확인(?:이)?안|바꿔|바꾸|변경|수정|고쳐|안(?:썼|적|넣))"
)
_TOO_LATE: Final = searched(
    r"(?:[0-9]{1,2}일|일주일|이주|열흘|보름|한달|기한|기간)(?:이|가|은|을|도)?(?:이미|벌써|좀|조금|살짝)?(?:지나|지났|지난|넘어|넘었|넘은|넘겼"
    r"|초과)[가-힣]{0,8}(?:안되|안돼|되나|되는|돼요|가능|못(?:하|받)|불가|될까|안될까|어렵)"
)
_MONEY: Final = searched(
    r"^(?:네|근데|아직(?:도|까지)?|여태|돈(?:이|은)?|환불(?:금|액)?(?:이|은|도)?|입금(?:이|은)?|통장에|카드(?:값)?(?:이|은)?|그거|왜"
    r"|전혀|하나도)*안(?:들어|찍|됐|되|들어오|왔)"
)
_GOODS_AWAITED: Final = searched(
    r"(?:물건|상품|택배|제품|배송|옷|신발|주문(?:한거|한것|한게|품|[두세]건))(?:이|은|는|가"
    r"|도)?(?:(?:[두세]개|둘|셋|전부|모두|하나)?[다도])?(?:아직(?:도)?|왜)?(?:안(?:와|왔|오)|못받)"
)
_WORD_OF_PAYMENT: Final = searched(
    r"(?:결제|승인|출금|카드|주문)(?:완료|확인)?(?:문자|알림|내역|메일|톡)"
)
_STRAY: Final = searched(
    r"(?:남의|다른(?:사람|분|집)(?:의|거)?|딴(?:사람|집)(?:의)?|옆집|윗집|아랫집|앞집|이웃(?:집)?|모르는(?:사람|분))(?:의|꺼"
    r"|거)?(?:이름(?:의|으로)?)?(?:택배|물건|상자|박스|소포|상품|꺼|것)(?:이|가)?[가-힣]{0,4}(?:우리|저희|제|저한테|나한테|여기"
    r"|이쪽)[가-힣]{0,8}(?:왔|와|있|배달|배송|도착|두고)"
    # `상자에 남의 송장이 붙어서 저한테 왔어요`
    r"|(?:남의|다른사람|다른분|다른집|딴사람|옆집)(?:의)?(?:이름|송장|운송장|주소)(?:이|가)?[가-힣]{0,8}?(?:붙|적|써|쓰|찍|돼)[가-힣]{0,10}(?:왔|와있|배달|도착)"
    # `택배 상자에 다른 사람 송장이 붙어 있어요`
    r"|(?:택배|상자|박스|봉투|소포)[가-힣]{0,6}?(?:남의|다른사람|다른분|다른집|딴사람|모르는사람)(?:의)?(?:이름|송장|운송장|주소)(?:이|가|으로)?(?:붙|적|써|쓰|찍|돼|되)"
    r"|(?:남의|다른사람|다른집|옆집|이웃집?)(?:의)?택배(?:가|를)?(?:잘못)?(?:왔|와있|받았)"
    r"|(?:택배|박스|상자|소포|물건)[가-힣]{0,10}?(?:제|내|저희|우리)(?:집)?(?:거|꺼|것|께|물건|택배|이름)(?:이|가)?아(?:니(?:에|예|네|고|던|라|야|었)|닌데)"
    r"|(?:송장|운송장|박스|택배)(?:에|에적힌|에쓰인)?(?:이름)?(?:이|은|도)?(?:다른|딴|모르는)사람(?:이름)?(?:이에요|예요|이네|네요|인데|임|으로돼|으로되|으로적)"
    r"|(?:다른|딴)사람이름으로(?:된)?(?:택배|물건|상자|박스|소포)?(?:이|가|만)?(?:왔|온(?!라인)|도착|배달)|(?:주문|구매)(?:한|하신)(?:사람|분)(?:이|은)?(?:제|저|우리|저희)[가-힣]{0,3}?아니"
    r"|(?:(?:주문|구매)(?:을|를)?(?:안했|한적(?:이|도)?없|하지도?않았)|안(?:시켰|샀)|시[키킨](?:지도않았|적도?없))는데[가-힣]{0,6}"
    r"(?:택배|소포|물건|상자|박스|뭐가|뭔가)[가-힣]{0,6}(?:왔|와있|도착|배송)"
    r"|(?:시킨|주문한|산)(?:게|거|것(?:이)?)아닌데[가-힣]{0,6}(?:택배|소포)(?:가|이)?(?:왔|와있|도착|배송)"
    r"|(?:(?:주문|구매|결제|신청)(?:을)?(?:한|하지도?)?(?:적(?:이|도)?없는|않은|안한)"
    r"|(?:시킨|산|시키지도?|사지도?)(?:적(?:이|도)?없는|않은)|안(?:시킨|산|주문한))(?:데|택배|물건|상자|박스|소포|상품|게|거|것)(?:가|이|를"
    r"|을)?[가-힣]{0,6}(?:왔|와있|도착|배송|받았)"
)
#: Where goods are sent to by the customer.
_WHERE_TO_SEND: Final = searched(
    r"(?:보낼|보내드릴|부칠|반품할|반송할)(?:주소|곳|데)|보[낼내](?:게요|려면|려고|려는데)[가-힣]{0,6}(?:주소|어디)[가-힣]{0,6}(?:주세|줘|알려|불러|로|인가|예|에)"
    r"|(?:^|그럼|그러면|네|반품|회수|가게|매장|판매자|업체)(?:지)?주소(?:지)?(?:를|가|는|좀)*(?:알려|불러|적어|찍어|보내|가르쳐)?(?:주세|줘|주실|뭐|어디|어떻)"
    r"|^주소(?:지)?좀(?:요|여)?$|(?:보내|부치)면(?:돼|되)[가-힣]{0,3}주소(?:좀)?(?:요|여)?$"
    r"|(?:어디|어느주소)(?:로|에|다|에다|에다가)(?:보내|부치|보낼|부칠|택배)|(?:온|받은|왔던)(?:건|거는|것은|상품은|물건은)?어떻게(?:보내|돌려|반송|부치)[가-힣]{0,4}(?:되|돼|하|해|드려)"
    # `택배로 보내야 해요?` of goods that go back
    r"|(?:택배|편의점|착불|선불|우체국)(?:로|으로)?(?:제가|그냥)?(?:보내|부치|부쳐)(?:야|면)(?:되나|돼요?$|되죠|하나|해요?$|하죠|할까|될까)"
)
#: `주소가 어디예요`, `위치 알려주세요`: no parcel of his goes there.
_OF_THE_PLACE: Final = re.compile(
    r"(?:그럼|그러면|혹시|근데|네|저기|거기|가게|매장|본사|사무실|공장|쇼룸|판매처|업체)*(?:의)?(?:주소|위치)(?:가|는|를|좀)?"
    r"(?:어디(?:예요|에요|인가요|죠|에있어요|쯤이에요)|어떻게(?:되나요|돼요|되세요)|(?:좀)?(?:알려주(?:세요|실래요)|가르쳐주세요)|뭐예요|요)"
)
_LATER: Final = searched(
    r"(?:배송|발송|출고|도착)(?:을|를|은|일|날짜|날)*(?:좀|조금|[0-9한두일이]{1,3}(?:주일?|일|달|개월)(?:정도|쯤|뒤로)?|[가-힣0-9]{0,8}만|[가-힣0-9]{0,10}(?:로|까지))?(?:미뤄|늦춰|늦게보내"
    r"|나중에보내|보류해|보류(?:좀|부탁)|(?:잠시|잠깐)?(?:멈춰|중지해))(?:주|줘|달|도되|도될|드려|드립)"
    r"|(?:배송|발송|출고|도착)(?:을|를|은|일|날짜|날|좀|조금|잠시|잠깐|[0-9한두]{1,2}(?:주일?|일|달|개월)(?:만|정도|뒤로)?)*"
    r"(?:(?:미룰|늦출|보류할|연기할)수(?:는|도)?있|(?:미루|늦추|보류하|연기하)(?:고싶|려고|려는데|려구|면좋))"
    r"|(?:[0-9]{1,2}일|[월화수목금토일]요일|다음주|다음달|[0-9]+주|[0-9]+일|보름|한달|연휴|명절)(?:이후|지나서|뒤|후|넘어서)(?:에|에나|로)?"
    r"(?:보내(?:주|줘|달)|받고싶|발송해|출고해|배송해)"
    # `배송을 그때로 미룰 수 있나요`
    r"|(?:배송|발송|출고|도착|수령)(?:을|를|은|일)?[가-힣0-9]{1,10}?(?:로|까지|뒤에|후에|뒤로)(?:좀|조금)?(?:(?:미룰|늦출|연기할)수(?:는|도)?있|(?:미뤄|늦춰)(?:도|질|주))"
    # `다음 주까지 집에 없어서요 그 이후에 보내주실 수 있나요`
    r"|그(?:이후|뒤|다음|날이후)(?:에|로|에나)(?:보내(?:주|줘|달)|받고싶|받을게|발송해|출고해|배송해|배송부탁)"
    # `다음 주에 휴가라서 배송 늦게 받고 싶어요`
    r"|(?:늦게|나중에|늦춰서?|미뤄서?)(?:받고싶|받을수(?:는|도)?있|받았으면|받으려(?:고|는데)|배송(?:해주(?:세|실|시면)|받고싶|부탁)|(?:도착|오)(?:하)?게해주)"
    r"|늦게(?:보내|발송해|출고해)(?:주(?:세요|실|시면|셨으면)|줘요?|달라)"
    # `발송 다음 주로 해주실 수 있나요`
    r"|(?:배송|배달|발송|출고|도착|수령)(?:을|를|은|는)?(?:[0-9]{1,2}월)?(?:[0-9]{1,2}일|다음주(?:[월화수목금토일]요일)?|다음달|[월화수목금토일]요일|주말|연휴)(?:이후|쯤|뒤|전)?(?:으?로)(?:해주실수|해줄수|할수|가능|될까|되나)"
    # `배송을 12월 10일 이후로 부탁드려요`
    r"|(?:배송|배달|발송|출고|도착|수령)(?:을|를|은|는)?(?:[0-9]{1,2}월|다음달|다음주|이번주)*(?:[0-9]{1,2}일|[월화수목금토일]요일|[초중말]순?|주말|[0-9한두]{1,2}주|연휴|명절|휴가)?"
    r"(?:이후|지나서|뒤|후|다음|넘어서|경|쯤)?(?:으?로|에나|에|날|부터)(?:좀|꼭|만)?(?:부탁|해주(?:세|시면)|해줘|받고싶|받을게|받으면|원해|원합|희망|잡아|지정|예약)"
)
#: `12월 3일 이후로 부탁드려요`: when it shall come, where nothing else that comes is named.
_AFTER_THEN: Final = searched(
    r"^(?!.*(?:수거|회수|픽업|설치|상담|통화|연락|전화|문자|입금|결제|환불|교환)).*?(?:[0-9]{1,2}일|[월화수목금토일]요일|다음주|다음달|연휴|명절|휴가)(?:이후|지나서|넘어서)(?:에나|에|로)?"
    r"(?:좀|꼭)?(?:부탁|해주세|해줘|받을게|받으면|와도되|와도돼|오면되|오면돼|왔으면)"
)
# `배송 날짜 좀 바꿀 수 있을까요`: which day it shall be.
_ANOTHER_DAY: Final = searched(
    # `월요일에 오게 해 주세요`
    r"(?:요일|욜|[0-9]일|내일|모레|주말|다음주|평일|오전|오후|저녁)(?:이후|지나서|넘어서|에|날|로|쯤)*(?:오게|오도록|도착하게|도착하도록|받게|받을수있게|배송되게)(?:좀)?(?:해주|해줘|부탁|가능)|"
    # `12월 5일에서 12일로`
    r"(?:[0-9]{1,2}일|[월화수목금토일]요일)에서(?:[0-9]{1,2}월)?(?:[0-9]{1,2}일|[월화수목금토일]요일)(?:로|으로)|"
    r"(?:[0-9]{1,2}일|[월화수목금토일]요일|주말)(?:로|에)(?:지정|예약|배송|설치)?(?:하고|받고)싶|"
    r"(?:[0-9]{1,2}일|[월화수목금토일]요일|내일|모레|주말)(?:에|날)?(?:맞춰|맞추어|도착하게|도착하도록|받게|받을수있게|받을수있도록)(?:서)?"
    r"(?:좀)?(?:보내|발송|출고|배송)|"
    r"(?:다음주|다다음주|다음달)[가-힣]{0,4}?(?:에|쯤|쯤에)?(?:보내(?:주세|줘|주시면|주십)|발송해|출고해|받고싶|받을게)|"
    r"(?:배송|설치|방문|도착|출고|수령)[가-힣0-9]{0,16}?(?:요일|[0-9]일|주말|다음주|내일|모레|이후)(?:로|으로)(?:좀)?"
    r"(?:바꿔|바꾸[고려면]|바꿀|변경|옮[겨기길]|미[뤄루룰]|늦[춰추출]|당[겨기길])(?!됐|되었|된|[가-힣]{0,3}(?:됐|되었|된다|셨))|"
    r"(?:배송|배달|설치|도착|수령|받는|픽업|방문|찾는)(?:예정|희망|예약)?(?:날짜|날|일자|일정|일|시간)(?:을|를|은|도|만)?(?:좀|다시|혹시)*"
    r"(?:바꿔|바꾸[고려면]|바꿀|변경|조정|옮[겨기길]|미[뤄루룰]|늦[춰추출]|앞당|당[겨기길])(?!됐|되었|된|[가-힣]{0,3}(?:됐|되었|된다|셨))"
)
#: A wish that is put as a question.
_POLITELY: Final = searched(r"주실수(?:있|는)|주시겠|주실래|부탁드려도")
_NOTE: Final = searched(
    r"배송메모|요청사항|부재시|(?:공동|1층)?현관(?:문)?(?:비번|비밀번호|번호)|출입(?:비번|번호|방법)"
    r"|(?:경비실|관리실|문앞|집앞|현관앞|대문앞|택배함|무인함|보관함|옆집|소화전)(?:에|에다|에다가|으로)?(?:좀|꼭|그냥)?(?:맡|놔|놓|두|넣)"
    r"|벨(?:은|을)?(?:누르|안)"
    # `생수 현관 안까지 넣어주세요`
    r"|(?:현관|집|문|대문)안(?:쪽)?(?:까지|에|에다|으로)?(?:좀)?(?:넣|들여|옮겨|놔|놓|갖다)"
    r"|(?:영수증|명세서|거래내역)(?:은|는|을|를|이)?(?:좀|꼭)?(?:빼|넣지(?:마|말|않)|안넣|동봉하지)"
    # `집 앞에 강아지 있으니 전화 주세요`
    r"|(?:집앞|문앞|현관|마당|대문|강아지|개가|아기가|아기|애기)[가-힣]{1,10}(?:전화|문자|연락)(?:좀|꼭|를|을)*(?:주|부탁|해)"
    # `배송 전에 전화 주세요`
    r"|(?:배송|배달|택배|도착|방문)(?:하|오|와)?(?:시)?(?:기|실|올|할|갈)?(?:전|때|날)(?:에|에는|엔)?(?:꼭|미리|한번)*(?:전화|연락|문자)(?:좀|꼭|를|을|한번|한통)*(?:주|부탁|해)"
    r"|^오(?:시)?(?:기|실|시)?(?:전|때)(?:에|에는|엔)?(?:꼭|미리|한번)*(?:전화|연락|문자)(?:좀|꼭|를|을|한번|한통)*(?:주|부탁|해)"
)
_ELSEWHERE: Final = searched(
    r"(?:회사|사무실|직장|학교|친정|시댁|본가|부모님(?:댁|집)|(?:엄마|아빠|언니|오빠|동생|친구|할머니|딸|아들)(?:네)?(?:집|댁)?|호텔|공항|숙소|펜션|리조트|병원|기숙사|군부대|다른(?:곳|데|주소))(?:으)?로(?:좀)?(?:보내|배송|배달|부쳐|받)"
)
_AGAIN_TO_ME: Final = searched(
    r"재(?:배송|배달|방문)|(?:다시|한번더)(?:좀)?(?:방문|와|배송해|배달해|갖다|가져다)(?:달라|주[세시실]|줘|해)"
)
#: `부재중이라 못 받았어요`, `부재중이면 어떡해요`
_WAS_OUT: Final = searched(
    r"(?:부재(?:중)?(?:이?라서?|이어서|이었는데|여서|이었어서|로|때문에|이면|일때|이라고)|집에(?:아무도)?없(?:어서|었는데|으면|을때)|외출(?:중)?(?:이?라서?|했는데|중이면))"
    r"[가-힣]{0,8}?(?:못받(?!으면)|어떡|어떻|어케|어쩌|우째|다시(?:와|오|배)|그냥갔|그냥가)"
)
_FOR_PICKUP: Final = searched("반품|교환|수거|회수|픽업")
_CAREFULLY: Final = searched(
    r"(?<!선물)(?:포장|박스|뽁뽁이|에어캡|완충재|스티로폼|아이스팩|보냉팩|보냉)(?:을|를|은|도|좀|까지|에)*"
    r"(?:꼼꼼|튼튼|단단|안전|잘|신경|많이|넉넉|이중|두겹|여러겹|충분)[가-힣]{0,10}?(?:해|부탁|감아|넣어|싸)"
    r"|(?:꼼꼼|튼튼|단단|안전|조심|신경써)[가-힣]{0,4}(?:포장|싸|감아)"
    # `유리병인데 포장 잘 되어서 오나요`
    r"|(?<!선물)포장(?:은|이|상태는|상태가)?(?:잘|튼튼|꼼꼼|단단|안전)[가-힣]{0,5}?(?:되[나어서]|돼|해서|하게|히|한가|할까|오[나는]|온)"
)
_REPAIR: Final = searched(
    r"(?:수선|수리|as|에이에스)(?:도|은|는|를|을|만|으?로)?(?:좀)?(?:되나|되는|돼요|가능|될까|해주|할수|받을수|받고|맡기|보내|부탁|원해|하고싶|신청|접수)"
    # `AS 기간 남았어요?`
    r"|(?:as|에이에스|보증|무상수리)(?:되는)?기간(?:이|은|도)?(?:아직)?(?:남|안지|지[나났]|언제|얼마|몇|어떻)"
    r"|(?:고쳐|수리해|수선해)(?:서)?(?:그냥|계속)?(?:쓰고싶|쓸게|쓸래|입고싶|입을게|입을래|신고싶|신을게)"
    r"|고쳐(?:주세|주실|주시|줄수|쓸수|달라|줘)(?!.*(?:주소|이름|번호|오타|페이지|설명))"
)
#: `상품 설명도 고쳐 주세요`
_PAGE_MENDED: Final = searched(
    r"(?:페이지|설명|상세|표기|문구|안내|오타|광고|사이즈표|홈페이지)(?!서)[가-힣]{0,4}?(?:좀|다시)?고쳐"
)

#: `내일까지는 꼭 받아야 돼요`, `빨리 보내주세요`
_URGES: Final = searched(
    r"(?:빨리|얼른|ㅈㅂ)(?:좀|요|ㅠ|ㅜ|용)+|(?:빨리|얼른|당장|서둘러|제발)[가-힣]{0,4}(?:보내|배송|발송|출고|받|갖다|가져다|와)"
    r"|(?:받아야|와야|써야|도착해야|있어야)(?:해|하|돼|되|합|됩|만)|필요(?:해요|한데|합니다|하거든)"
    r"|(?:생일|생신|제사|행사|잔치)(?:이라|라서|인데|이에요|예요|라고|이거든|거든)"
)
_ORDERED_THEN: Final = re.compile(
    r"(?:저|전|저는|근데|네|아|제가)*(?:오늘|어제|그저께|그제|엊그제|방금|아까|[0-9]{1,2}일전|이틀전|사흘전|며칠전|지난주|저번주|[월화수목금토일]요일|주말|[0-9]{1,2}일)+(?:에)?"
    r"(?:아침|저녁|밤|오전|오후|새벽)?(?:에)?(?:(?:주문|결제|구매)(?:를|은)?(?:했|하였)|시켰|샀)(?:는데요?|어요|습니다|음|거든요?|고요|네요)"
)
_MONEY_ASKED: Final = searched(
    r"(?:돈|환불금|대금|환불액|입금)(?:은|는|이|가|도)?(?:그럼|대체|도대체)*(?:언제|며칠|몇일|얼마나)(?:쯤|나)?(?:되야|있으면|뒤에|후에)?"
    r"(?:들어|입금|나[와오]|받|돌려|돌아|줘|주[나세는실]|환불|되|걸)"
    r"|(?:돈|환불금)(?:은|는)요?$"
    r"|언제(?:쯤)?(?:돈|환불금)(?:이|을)?(?:들어|나[와오]|받|돌려|주[나시세])"
)


def only_tells_stage(text: str) -> bool:
    """Whether a line only says that an order is not under way yet (`아직 배송 전인데`)."""
    return bool(_STAGE.fullmatch(squash(text)))


def not_sent_yet(text: str) -> bool:
    """Whether something is wanted as long as the order has not left (`아직 안 보낸 거면`)."""
    return bool(_NOT_SENT.search(squash(text)))


def mistyped_delivery(text: str) -> bool:
    """Whether a name, a number or an address on an order is said to be wrong or missing."""
    # No parcel goes to a mail address, nor to who paid.
    return bool(_DELIVERY_SLIP.search(squash(text))) and not _OF_NO_PARCEL.search(text)


def gives_refund_account(text: str) -> bool:
    """Whether the account that money shall go back to is told, or is to be another."""
    return bool(_REFUND_ACCOUNT.search(squash(text))) and not is_question(text)


def changes_refund_account(text: str) -> bool:
    """Whether money shall go back to another account than was told."""
    return bool(_ACCOUNT_CHANGED.search(squash(text))) and not is_question(text)


def wants_credit_instead(text: str) -> bool:
    """Whether points or a coupon are wanted in place of money (`환불 말고 적립금으로 주세요`)."""
    return bool(_AS_CREDIT.search(squash(text)))


def mistyped_customs(text: str) -> bool:
    """Whether the number for the customs is to be another."""
    return bool(_CUSTOMS_SLIP.search(squash(text)))


def asks_if_too_late(text: str) -> bool:
    """Whether it is asked whether a term has run out (`이미 7일 지나서 안 되나요?`)."""
    return bool(_TOO_LATE.search(squash(text))) and is_question(text)


def awaits_money(text: str) -> bool:
    """Whether a line says that something has not come in, as is said of money."""
    return bool(_MONEY.search(squash(text)))


def tells_when_ordered(text: str) -> bool:
    """Whether a whole line says no more than when something was ordered (`어제 시켰는데요`)."""
    return bool(_ORDERED_THEN.fullmatch(squash(text)))


def asks_for_money(text: str) -> bool:
    """Whether it is asked when the money for something comes back (`돈은 언제 들어와요`)."""
    return bool(_MONEY_ASKED.search(squash(text)))


def awaits_goods(text: str) -> bool:
    """Whether goods, by that name, are said not to have come."""
    return bool(_GOODS_AWAITED.search(squash(text))) and not is_question(text)


@once
def wants_it_later(text: str) -> bool:
    """Whether an order is to come later, or on another day (`배송 일주일만 미뤄 주세요`)."""
    plain = squash(text)
    return bool(_LATER.search(plain) or _ANOTHER_DAY.search(plain) or _AFTER_THEN.search(plain))


#: `선물포장 옵션을 안 넣고 주문했어요`
_LEFT_OUT: Final = searched(
    r"(?:포장|각인|리본|쇼핑백|메시지카드|카드|사은품|조립|설치)(?:옵션|추가|서비스)?(?:을|를|은|는|도)?(?:깜[빡박](?:하고)?|안|못|빼먹고?)(?:넣|고르|골라|선택|추가|체크|신청)?[가-힣]{0,4}?(?:고|서|채로?|하고)?(?:그냥)?(?:주문|결제|시[켰킨]|샀)"
)
#: `주문 내역에 안 보여요`: there he finds no number.
_NOT_SHOWN: Final = searched(
    r"주문(?:내역|목록|조회|상세)(?:에|에서|에는|에도|은|이)?(?:아예|아무것도|하나도|전혀)?(?:안(?:보[여이]|떠|뜨|나[와오]|떴)|없(?:어|네|습|는데|다))"
)


def left_out(text: str) -> bool:
    """Whether something that is done to goods was forgotten in an order."""
    return bool(_LEFT_OUT.search(squash(text)))


#: `참기름 깨소금 주문했는데 깨소금만 빼 주세요`: one of several goods is called off.
_TAKES_OUT: Final = searched(
    r"(?:주문했|주문한|시켰|시킨|샀|결제했|담았)[^\n]{0,60}?[가-힣](?:만|은|는|을|를)\s?(?:좀\s?)?(?:빼|제외해?|빼고)\s?(?:주세|주시|줘|달라|보내)"
    # `고등어 취소하고 갈치로 바꾸고 싶어요`: other goods in place of what was ordered
    r"|(?<!환불\s)(?<!교환\s)(?<!반품\s)(?:취소|빼)(?:하고|고)\s(?:그냥\s|대신\s)?(?!환불|교환|반품|카드|계좌|포인트|현금)[가-힣A-Za-z0-9]{1,10}(?:으로|로)\s(?:바꾸|바꿔|바꿀|변경|다시\s?주문)"
)


def takes_one_out(text: str) -> bool:
    """Whether one of the goods that were ordered shall be left out, or others come for it."""
    return bool(_TAKES_OUT.search(text))


def is_not_shown(text: str) -> bool:
    """Whether an order is not among those that he sees (`주문 내역에 없어요`)."""
    return bool(_NOT_SHOWN.search(squash(text)))


#: `하나 시켰는데 두 개 왔어요`, `하나가 더 왔어요`
_TOO_MANY: Final = searched(
    r"(?:하나|한(?:개|권|장|벌|병|봉지?|박스|켤레|세트|통|팩)|1(?:개|권|장|벌|병|박스|세트))(?:만|를|을)?(?:시켰|주문했|샀|구매했|결제했)[가-힣]{0,3}?(?:는데|더니)"
    r"(?:두|세|2|3)(?:개|권|장|벌|병|봉지?|박스|켤레|세트|통|팩)(?:나|이나|가|이)?(?:왔|들어|도착|배송)"
    r"|(?:두|세|2|3)(?:개|권|장|벌|병|봉지?|박스|켤레|세트|통|팩)(?:나|이나|가|이)?(?:왔|들어있|도착했|배송됐)[가-힣]{0,3}?(?:는데|어요|네요)?(?:저는|전)?"
    r"(?:하나|한(?:개|권|장|벌|병|봉지?|박스|켤레|세트|통|팩))만?(?:시켰|주문했|샀|구매했|결제했)"
    r"|^(?:근데|저기요?|아|어)*(?:하나|한개|한박스|똑같은(?:거|게)(?:하나)?)(?:가|이)더(?:왔|들어있|도착했|배송됐)"
    # `캣타워 기둥이 하나 더 왔어요`
    r"|^(?!.*(?:감사|고마|언제|아직)).*[가-힣]{2}(?:이|가)(?:하나|한(?:개|장|권|벌|병|봉|팩))(?:가|이)?더(?:왔|들어있|도착했)(?:어요|네요?|습니다|는데요?)$"
    # `배터리 하나 더 온 것 같아요`
    r"|(?:하나|[한두세]개|한박스|한세트)(?:가|이)?더(?:온|들어온|들어있는)(?:거|것|듯)"
)


def got_too_many(text: str) -> bool:
    """Whether more came than was ordered (`하나 시켰는데 두 개 왔어요`)."""
    return bool(_TOO_MANY.search(squash(text))) and not is_question(text)


def got_stray_parcel(text: str) -> bool:
    """Whether somebody has a parcel that is for another; word of a payment is no parcel."""
    plain = squash(text)
    return bool(_STRAY.search(plain)) and not _WORD_OF_PAYMENT.search(plain)


@once
def notes_for_courier(text: str) -> bool:
    """Whether something is to be told to who delivers (`경비실에 맡겨 주세요`)."""
    return bool(_NOTE.search(squash(text))) and not is_question(text)


def would_have_noted(text: str) -> bool:
    """Whether it is asked politely if who delivers may do so (`현관 안까지 넣어주실 수 있나요`)."""
    plain = squash(text)
    return bool(_NOTE.search(plain) and _POLITELY.search(plain))


@once
def asks_where_to_send(text: str) -> bool:
    """Whether the store's own address is asked for (`보낼 주소 주세요`): no parcel moves."""
    return bool(_WHERE_TO_SEND.search(squash(text)))


def asks_for_the_place(text: str) -> bool:
    """Whether a whole line asks where the store is (`주소가 어디예요`)."""
    return bool(_OF_THE_PLACE.fullmatch(squash(text)))


def wants_elsewhere(text: str) -> bool:
    """Whether a parcel shall go to another place of his (`회사로 보내 주세요`)."""
    plain = squash(text)
    return bool(_ELSEWHERE.search(plain)) and not _FOR_PICKUP.search(plain)


def wants_careful_packing(text: str) -> bool:
    """Whether goods shall, or may, be packed with care (`포장 꼼꼼히 부탁드려요`)."""
    return bool(_CAREFULLY.search(squash(text))) and (is_request(text) or is_question(text))


def wants_redelivery(text: str) -> bool:
    """Whether a courier who came in vain is to come again, or may (`재배송해 주세요`); who was out
    need not say so.
    """
    plain = squash(text)
    was_out = bool(_WAS_OUT.search(plain))
    if not (was_out or _AGAIN_TO_ME.search(plain)) or _FOR_PICKUP.search(plain):
        return False
    return was_out or is_request(text) or is_question(text)


def asks_to_send_anew(text: str) -> bool:
    """Whether who got nothing, or the wrong thing, asks if it is sent anew."""
    return bool(_SENT_ANEW.match(squash(text)))


def wants_repair(text: str) -> bool:
    """Whether goods are to be mended, and neither exchanged nor paid back."""
    plain = squash(text)
    return bool(_REPAIR.search(plain)) and not _PAGE_MENDED.search(plain)


def urges(text: str) -> bool:
    """Whether a line says that, or by when, goods are needed, and nothing of where they are."""
    return bool(_URGES.search(squash(text)))
