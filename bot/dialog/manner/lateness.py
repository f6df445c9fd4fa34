"""Parcels that did not come, stand still, or go back undelivered."""

from __future__ import annotations

import re
from typing import Final

from bot.dialog.manner.asking import is_question
from bot.dialog.manner.missing import lacks_beside, rest_came
from bot.dialog.words import once, squash
from bot.patterns import searched

# On its way, and not moving: a parcel that stands still is not out of order.
STUCK: Final = searched(
    r"(?:이동|추적|조회|배송)(?:내역|기록|이력|경로)(?:이|도|은|가)?(?:전혀|아예|하나도)*(?:없|안)(?:어|습|네|음|는|나|떠|떴|뜨|보)|"
    # `배송중이라고만 뜨고 사흘째 그대로예요`
    r"(?:배송중|(?:배송|상품|출고)준비중|이동중|집화|출고)(?:이라고|이라는|으로|라고|이란말|이라는말)?만(?:계속)?(?:뜨|떠|뜸|떴|나오|나와|나옴|돼|되|하|찍)|(?:배송중|이동중|준비중)에서(?:계속)?(?:안|더이상안)(?:바뀌|변|넘어|움직)|"
    r"배송중(?:으로|이라고)?(?:바뀐|뜬|된|변경된)지(?:가)?(?:벌써)?(?:[0-9]+일|며칠|몇일|일주일|이틀|사흘|나흘|열흘|보름)"
    r"|(?:간선|상차|집화|집하|하차)[가-힣]{0,4}(?:만(?:계속|며칠|떠|뜨|뜸|떴|나와|찍혀|보여|있)|(?:에서)?(?:계속|며칠|몇일))|"
    r"(?:(?<!화면)(?<!페이지)(?<!창)(?<!단계)에서(?![가-힣]{0,8}?(?:물|소리|빛|불|바람|열|김|화면|연기|글씨|잉크|음악|온수|냉기|거품|액)(?:이|가|도|은|는)?[가-힣]{0,4}안나)"
    r"|터미널(?:에)?|허브(?:에)?|물류센터(?:에)?|배송조회(?:가|는)?|배송(?![비료메])(?:이|은)?|택배(?!비)(?:가|는)?"
    r"|송장(?:이)?)[가-힣0-9]{0,14}?(?:안움직|움직이[지질]|꼼짝|꿈쩍|멈[춰췄춘추]|그대로|묶여|안나[와가오]|머물)"
    # `송장번호 CJ 6501-2345-6789인데 이틀째 움직임이 없어요`, `한진 512345678901 조회가 안 돼요`
    r"|(?:송장|cj|대한통운|한진|롯데|로젠|우체국)[가-힣a-z#:.]{0,8}[0-9-]{9,16}[가-힣]{0,14}?(?:(?:조회|추적|검색)(?:이|가|도|하면)?(?:아예|전혀)?안"
    r"|없는번호|움직임(?:이|도)?(?:전혀|아예)?없|안움직|움직이[지질]|그대로|멈[춰췄춘추])"
    r"|(?:아직도?|여전히|여태|계속|오늘도|지금도|몇주째|며칠째|보름째|[0-9일이삼사]+(?:일|주)째|열흘째|이틀째|사흘째|나흘째|일주일째|한달째)(?:계속)?"
    r"(?:상품|배송|출고|발송)?준비중(?!인가|이면취소|이죠)"
    # `월요일부터 대전에 있대요`; who has been at home since then is another matter.
    r"|(?:[월화수목금토일]요일|어제|그제|그저께|[0-9]{1,2}일|며칠|이틀|사흘|나흘|일주일)(?:전)?(?:부터|째)(?:계속|아직|여태)?(?!집|회사|사무실"
    r"|매장|가게|여기)[가-힣0-9]{1,8}에(?:서|만)?(?:계속)?(?:있(?:대|다[고네는더던]|더라|던데|는걸로)|머물)"
    # `오늘 보내 준다더니`: it was not.
    r"|(?:오늘|어제|내일|그제|[월화수목금토일]요일|[0-9]{1,2}일|이번주|바로)(?:에|까지|중에|안에)?(?:꼭)?(?:보내|발송|출고|배송)(?:해|시켜)?(?:준|주신|한|된)다(?:더니|면서|며)[요여]?$"
    # `화요일에 나간다더니 조회가 안 되네요`
    r"|(?:오늘|어제|내일|그제|[월화수목금토일]요일|[0-9]{1,2}일|이번주|지난주)(?:에|까지|중에)?(?:나간|출고된|출고한|발송된|발송한|출발한|보내준|온|도착한)다(?:더니|면서|고하더니|고했는데|고해놓고)"
    r"[가-힣]{0,8}?(?:조회|송장|추적|움직임)(?:가|이|도|은|는|조차)?[가-힣]{0,4}?(?:안|없)"
    # `CJ에 전화하니까 아직 물건을 안 받았대요`: the store has not given it to the courier.
    r"|(?:택배사|택배회사|cj|대한통운|한진|롯데|로젠|우체국|기사님?|물류)[가-힣]{0,14}?(?:물건|상품|택배|접수|인수|물품)(?:을|를|이|도|가|은)?(?:아직)?(?:안|못)(?:받|넘겨|들어|넘어|인수|됐|되)[가-힣]{0,3}?(?:대|다[네고는던]|답|래|라고)"
    r"|송장만(?:뽑|찍|등록|만들|올려)"
    # Who was to come with the goods did not.
    r"|(?:설치|조립|시공)(?:기사|팀|업체)?(?:님|분)?(?:이|가|은|는|도|를|을)?(?:아직|여태|오늘도?|어제도?|약속시간에|예약한날에)*(?:안|못)(?:오|왔|와|나타|해주|됐|되어|했)"
)
# `어떻게 좀 해주세요` asks for help, not how.
_DO_SOMETHING: Final = searched(
    r"어떻게\s?(?:좀|든|빨리)\s?|(?:어떡|어떻게)\s?하라\S*|어쩌라\S*|(?:거|것)\s?(?:아니에요|아니예요|아니죠|아닌가요|아니냐고?|아니야)(?:\s*[?？])*$"
)
# `언제 와요 아직도 준비중인데요` asks, and blames.
_WHEN_AT_LAST: Final = searched(
    r"^(?!.*(?:취소|환불|교환|변경|바꿀)).*(?:언제.*(?:아직도|여전히|여태|[일주]째)|(?:아직도|여전히|여태|[일주]째).*언제)"
)
#: `오늘 도착한다더니 왜 배송이 내일로 바뀌었죠`
_DAY_WAS_MOVED: Final = searched(
    r"(?:오늘|내일|어제|[0-9]{1,2}일|[월화수목금토일]요일)(?:까지|에)?(?:온|오신|(?:도착|배송|출고|발송)(?:한|된)|보내준)다(?:더니|고하더니|면서|고했는데|고하고|며)"
    r"[가-힣0-9]{0,12}?(?:바뀌|바뀐|바꼈|밀[렸려린]|미뤄|미루|연기|늦춰|변경)"
    # `오늘 온다고 해서 기다렸는데 기사님이 내일 온다고 문자가 왔네요`
    r"|(?:오늘|내일|어제|[0-9]{1,2}일|[월화수목금토일]요일)(?:까지|에)?(?:온|오신|도착한|배송된|배달된|보내준)다(?:고)?(?:해서|했는데|하더니|해놓고|하셔서|더니|길래)[가-힣0-9]{0,24}?"
    r"(?:내일|모레|다음주|[월화수목금토일]요일|[0-9]{1,2}일)(?:에|로|이나|날)?(?:온|오신|도착한|배송된|배달된|간|가신)다(?:고|네|는|니)"
)
#: `출간일이 밀렸다던데 언제 오나요`: it was put off, whatever is asked behind that.
_WAS_POSTPONED: Final = searched(
    r"(?:밀렸|미뤄졌|연기됐|연기되었|연기된|늦춰졌)다(?:고|는데|던데|네|며)?[가-힣]{0,6}?언제"
)
# `발송일이 또 밀렸네요`; who wants it later (`배송 미뤄 주세요`) waits for nothing.
_POSTPONED: Final = searched(
    r"(?:발송|출고|배송|입고|도착|출시)[가-힣0-9]{0,20}?(?:[0-9]{1,2}[일월]|[0-9]{1,2}월[초중말]|다음주|다음달|내일|모레|요일|연말"
    r"|내년)(?:에|로|으로)?(?:또|다시)?(?:밀[렸려린](?!어?주)|바뀌었|바뀌네|바뀐|바꼈|변경(?:됐|되었|된)|미뤄[졌지진]|미뤘|연기(?:됐|되|한)"
    r"|늦춰[졌지]|늦어[졌지진])"
    # `설치하러 오신 분이 날짜를 또 미뤘어요`
    r"|(?:설치|방문|조립|시공)[가-힣]{0,10}?(?:날짜|날|일정|약속|시간)(?:을|를|이|가)?(?:또|다시|계속|자꾸|맘대로|마음대로|일방적으로)(?:미뤘|미뤄[졌지]|미루[시네]|밀렸|바꿨|바뀌었|변경(?:했|하셨|됐)|취소(?:했|하셨|됐))"
    r"|(?:[0-9]{1,2}일|[0-9]{1,2}월[초중말]?|다음[주달])(?:로|으로|까지)(?:또|다시)?(?:밀[렸려린](?!어?주)|미뤄[졌지진]|미뤘|연기(?:됐|되|한)|늦춰[졌지진])"
    r"|(?:발송|출고|배송|입고|도착|출시|출간|발매|예약|제작)(?:예정)?(?:일|날|날짜|일자|일정)?[가-힣0-9]{0,6}?(?:밀[렸려린리](?!어?주)"
    r"|미뤄(?:졌|지|져|진)|미뤘|미루(?:시|네|고만|기만)|연기(?:됐|되|돼|한다|했|하시|공지)|늦춰(?:졌|지|져))"
)
# `23일 도착 예정이라더니 오늘 25일인데요??`: by now is a day behind that.
_DAY_IS_PAST: Final = searched(
    r"[0-9]{1,2}일(?:날|까지|에|쯤)*(?:도착|배송|출고|발송|온|보낸|보내준)(?:된|한|해준|예정)*(?:이|일)?(?:다|라)?(?:더니|면서|며|고(?:했|하|해|돼|되|뜨|떠|나)[가-힣]{0,5}|인데|이었는데|였는데)"
    r"(?:요)?[가-힣]{0,6}?(?:오늘|지금|벌써|이미)(?:이|은)?(?:벌써)?[0-9]{1,2}일"
    r"|(?:예정일|도착일|배송일|출고일|발송일)(?:이|은|자가)?[0-9월]{0,3}[0-9]{1,2}일(?:인데|이었는데|이라더니|이라고|까지|로)[가-힣]{0,8}?(?:오늘|지금|벌써|이미)(?:이|은)?(?:벌써)?[0-9]{1,2}일"
)
# `부재라고 반송시켰대요`: nobody sent it back himself.
_SENT_BACK: Final = searched(
    r"반송(?:처리|조치)?(?:을|를|이|가)?(?:시켰|시킨|됐|되었|된(?!다면)|되고|중|처리|한다[고네는]|한대|하신대|하겠대|될거래|된대|됐대|했대|했다[고네는]|됨|이래|이라[고네])"
    r"|(?:판매자|판매처|보낸(?:사람|곳|분)|발송인|발송지|업체|가게|스토어|그쪽)(?:한테|에게|께|으?로|에)?(?:다시)?(?:되돌아|돌아)(?:간|가[고네는던]"
    r"|갔)|되돌아(?:간다|갔|가고)"
)
#: `부산인데 하루 만에 와요?` asks how long it takes.
_SO_SOON: Final = searched(
    # `그럼 투명 살게요 언제 와요`
    r"(?:살[게께]|주문할[게께]|시킬[게께]|(?:지금|오늘|내일)?(?:사|시키|주문하|결제하|부치|보내)면)(?:요)?[가-힣]{0,6}언제(?:쯤)?(?:와|오|도착|받|출고)|"
    # `부모님 주소는 부산인데 얼마나 걸려요`; who wants money back or goods mended asks of that.
    r"^(?!.*(?:환불|입금|교환|반품|취소|수리|적립|포인트|확인|처리|답)).*(?:인데|까지|에서|이면|사는데)(?:는)?(?:보통|대략|배송이?)?(?:얼마나|며칠|몇일)(?:이나|정도|쯤)?걸(?:려|리|릴)[가-힣]{0,4}$|"
    r"(?:언제|몇시)까지(?:주문|결제|시키|사)[가-힣]{0,4}(?:야|면)(?:내일|오늘|모레|당일|다음날|[월화수목금토일]요일)(?:까지|에)?(?:[와오]|도착|받|출발|출고)|"
    r"(?:하루|이틀|사흘|[1-3]일|다음날|담날|익일|당일)(?:이면|만에|안에|에|은)?(?:바로)?(?:[와오]|도착|받|배송|배달)[가-힣]{0,6}[요죠까]"
)
_NOT_COME: Final = searched(
    # `오늘 도착 예정이라고 떴는데 아직이네요`
    r"(?:도착|배송|배달)예정(?:이?라(?:고|더니|면서|는데)|이었는데|인데)[가-힣]{0,6}?(?:아직|안[와왔오]|여태)|"
    # `20일에 발송이라더니 아직이에요`
    r"(?:발송|출고|배송|도착|출발)(?:예정)?(?:이?라|된다|한다|해준다)(?:더니|면서|고(?:했|하셨|하더니|해놓고|해서)[가-힣]{0,2}|는데|던데)[가-힣]{0,6}?(?:아직(?!안내)|여태|감감)|"
    # `주문한 침대 매트리스가 아직인데요`
    r"(?:주문한|시킨|결제한|구매한|(?:온|도착한|보낸|보내준)다(?:던|는|고한)|오기로한)[가-힣]{1,12}?(?:이|가|은|는|도)?아직(?:도)?(?:이(?:에요|예요|네[요여]?|요)|인데요?|입니다)(?:$|(?=[0-9]|(?:이거|그거|그것)?(?:부터|먼저|빨리|얼른|확인|알아|언제|왜|어떻게)))|"
    r"(?:아직|여태)(?:도|까지도?)?안(?:갔|간|가)(?:대|다[고네는]|다는)|안(?:와|왔|오[네고는노냐나니잖더길]|옵|옴|온[다대당])|못받"
    r"|(?:물건|상품|택배|제품|옷)(?:은|는|을|를|도)?(?:왜|대체|언제까지)?안(?:보내(?:[냐나네고요시]|$)|보내줘|보내주|주[네냐고])"
    r"|(?:오|받|수령하|배송되)지(?:도|를|는)?(?:않(?:았|습|고|네|는데|아요)|못(?:했|하고|하였|합))|도착(?:을|도|하지)?(?:안|않)"
    r"|(?:출발|출고|발송|배송시작|배송)(?:도|을|이|가|은|조차)?(?:아직)?(?:안(?:했|하|됐|되|함)(?!면|으면|다면|었으면)|(?:되|하)지(?:도|가|를)?(?:않|못))"
    # `발주분 미입고 상태입니다`: how businesses put it.
    r"|미(?:도착|수령|배송|배달|출고|발송)(?!시|할|하면|일경우)|(?:발주|주문|납품)(?:분|건|품|하신|한)?[가-힣0-9]{0,24}?미입고"
    r"|소식(?:이|도)?(?:없|안)|무소식|감감|언제(?:쯤)?(?:와|오|옴|도착|받|출고|발송)"
    r"|납기(?:일|일자)?(?:이|가|를)?[가-힣0-9]{0,4}(?:지연|넘[겼었어기긴]|지났|지나[고도서]|경과|초과)"
    # Who writes English waits, too.
    r"|(?:not|nt|never)(?:yet)?(?:arrive|receive|got|come|delivere)"
)
_SOME_CAME: Final = searched(
    r"(?:하나|한개|[0-9]개|두개|일부|반)만|[가-힣]만(?:왔|오고|도착)|빠[졌져지진]|다른(?!주문|건|데|곳|가게|사이트)|딴(?!데|곳)|덜|모자|부족|없이|누락|잘못|틀린"
)


def is_stuck(text: str) -> bool:
    """Whether a parcel is said to stand still on its way, or its dispatch to be put off."""
    plain = squash(text)
    if "일" in plain and _DAY_IS_PAST.search(plain):
        return True
    if "다" in plain and _DAY_WAS_MOVED.search(plain):
        return True
    stands = STUCK.search(plain) or _POSTPONED.search(plain) or was_sent_back(text)
    if not stands or is_slow_now(text):
        return False
    blames = _WHEN_AT_LAST.search(plain) or _WAS_POSTPONED.search(plain)
    return not is_question(_DO_SOMETHING.sub("", text)) or bool(blames)


def was_sent_back(text: str) -> bool:
    """Whether a parcel is said to go back to the store, undelivered."""
    plain = squash(text)
    returned = "반품" in plain or "교환" in plain  # by the customer himself
    return bool(_SENT_BACK.search(plain)) and not (returned or is_question(text))


#: `거치대는 아직이네요`, `하나는 아직 안 왔어요`
_ANOTHER_WAITS: Final = searched(
    r"(?<=[가-힣])(?<!답)(?<!연락)(?<!환불)(?<!답변)(?<!처리)(?:은|는)(?:아직도?|여태)(?:이?네요?|인데요?|이에요|예요|이요|요|(?:도|까지)?(?:안왔|못받|안오|소식)[가-힣]{0,5})$"
)
#: `배송지 변경 요청드린 지 사흘인데 감감무소식이네요`; sleep may not come either.
_NO_WORD: Final = searched(
    r"(?<![가-힣])잠(?:이|도)?안(?:와서|오길래|오고|와요)|"
    r"(?:요청|신청|문의|접수|변경)(?:을|를)?(?:한|드린|했|드렸|넣은|남긴|남겼)[가-힣0-9]{0,12}?(?:소식|무소식|감감)"
    r"|(?:전화|통화)(?:는|도|를|을)?(?:아예|통|한번도)?(?:받지|안받|못받)"
)
#: Who was to fetch goods, and did not come, owes no parcel.
_FETCHED: Final = searched("(?:수거|회수)(?!됐|된|되)")


#: `아직 출고 안 됐죠?` hopes that it has not left, and waits for nothing.
_HOPES_UNSENT: Final = re.compile(
    r"(?:저기요?|안녕하세요|혹시|아직|설마|제거|제|주문|상품|물건|이거|그거|택배)*(?:출고|발송|출발|배송(?:시작)?|포장|제작)(?:은|는|도|이|가)?(?:아직)?"
    r"(?:(?:안|못)(?:됐|되었|했|하셨|나갔|들어갔|된거|한거|하신거)|전(?:이|인거|이신거)?|(?:이)?(?:인거|이)?)(?:죠|지요|이죠|맞죠)"
    r"|(?:혹시|아직|설마|물건|택배|상품)*안(?:보내셨|보냈|나갔|부치셨)(?:죠|지요)"
)
#: `이것 때문에 배송 늦어지나요?`: what may come, and nothing that did.
_MAY_TAKE_LONGER: Final = searched(
    r"^(?!.*(?:왜|계속|자꾸|또|이렇게|이리|얼마나|언제까지|대체)).*(?:늦어지|지연되|밀리|미뤄지|오래걸리|더걸리)(?:나|는(?:거|건|지|가)|진|지는|죠|지요|려나|겠)|^(?!.*(?:왜|언제까지|얼마나)).*(?:늦어질|지연될|밀릴|미뤄질|오래걸릴|더걸릴)(?:까|수|지)"
)

#: `요즘 택배 많아서 늦죠?`, `블프라 늦게 오겠죠?`: how it is these days, and no parcel of his.
_SLOW_THESE_DAYS: Final = searched(
    r"^(?!.*(?:왜|계속|자꾸|아직|여태|[일주]째|이렇게|이리|얼마나|언제|대체|시킨|주문한|산거|제거|제꺼|내거|제택배|너무)).*"
    r"(?:요즘|요새|연말|연초|명절|추석|설날|설연휴|연휴|블프|블랙프라이데이|세일|행사|크리스마스|성탄|김장|물량|한파|(?:택배|주문|물건)(?:이|가)?(?:많|몰[리려]|밀[리려]))"
    r"[가-힣]{0,14}?(?:늦|밀리|지연|오래걸|더걸|느리|더디)[가-힣]{0,6}?(?:죠|지요|나[요여]?|까[요여]?|가[요여]|려나[요여]?)(?:요즘)?$"
)


#: The day that goods are for is here (`오늘 생일인데 케이크 언제 와요`).
_FOR_TODAY: Final = searched(
    r"(?:오늘|지금|이따가?|(?:[0-9]{1,2}|한|두|세)시간(?:뒤|후)|곧)[가-힣0-9]{0,10}?"
    r"(?:생일|생신|파티|잔치|결혼식|돌|졸업식|입학식|제사|차례|행사|기념일|집들이|모임|캠핑|여행|출국|출발|환갑|칠순|백일|시험|공연|면접|쓸|써야|써얄|신어야|입어야|먹어야)"
    r"[가-힣]{0,10}?(?:데|라|고|라서|는데|이에요|예요|하는데|시작)[가-힣]{0,20}?(?:언제|왜|아직|어디)[가-힣]{0,6}(?:[와오온왔]|도착|배송|받)"
)


@once
def hopes_unsent(text: str) -> bool:
    """Whether a whole line asks to be sure that goods have not left yet (`아직 출고 전이죠?`)."""
    return bool(_HOPES_UNSENT.fullmatch(squash(text)))


def asks_if_it_takes_longer(text: str) -> bool:
    """Whether it is asked if something makes a parcel late: nobody complains of one yet."""
    return is_slow_now(text) or (bool(_MAY_TAKE_LONGER.search(squash(text))) and is_question(text))


def is_slow_now(text: str) -> bool:
    """Whether it is asked, or supposed, that parcels take long these days: none is waited for."""
    return bool(_SLOW_THESE_DAYS.search(squash(text)))


def is_for_today(text: str) -> bool:
    """Whether goods that have not come are said to be for this very day: then "when" is late."""
    plain = squash(text)
    return "언제" in plain and bool(_FOR_TODAY.search(plain))


#: `배송 참 빠르네요 2주 만에 오다니`: praise that its time belies.
_LONG: Final = r"(?:(?:[2-9]|1[0-9]|[한두세네몇])(?:주|달|개월)|열흘|보름|일주일)"
_QUICK: Final = (
    r"(?:빠르|빠른|빨라|빨리|신속|총알|로켓|대단)(?:기도)?(?:하)?(?:시?네|십니다|시군|다|셔라|하군)"
)
_MOCKS: Final = searched(
    rf"(?:배송|택배|도착|빠르기도).*{_QUICK}.*{_LONG}|{_LONG}(?:만에|걸려서?|걸린|이나).*{_QUICK}"
    rf"|{_QUICK}[^요]{{0,6}}{_LONG}만에"
    # `참 대단하시네요 배송만 2주 걸리시고`
    rf"|{_QUICK}요?(?=[배택도오받물])(?:배송|택배|도착|물건)?(?:하나)?(?:오는데|받는데|하는데)?(?:에만|만|이|에)?{_LONG}(?:씩|이나|째)*(?:걸리|걸려|걸렸)"
)


def _mocks(text: str, plain: str) -> bool:
    long = "빠" in plain or "빨" in plain or "대단" in plain or "신속" in plain
    return long and bool(_MOCKS.search(plain)) and not is_question(text)


@once
def is_late(text: str) -> bool:
    """Whether goods are said not to have come at all, and not that some of them are missing.

    Who praises how quick a parcel of two weeks was says the same.
    """
    plain = squash(text)
    if _mocks(text, plain):
        return True
    if hopes_unsent(text) or is_slow_now(text):
        return False
    if not (_NOT_COME.search(plain) or is_stuck(text)):
        return False
    if _SOME_CAME.search(plain) or rest_came(plain):
        return False
    if lacks_beside(plain) or _FETCHED.search(plain):
        return False
    return not _NO_WORD.search(plain)  # word is waited for, and no parcel


def waits_for_another(text: str) -> bool:
    """Whether other goods than those that were talked of are still to come (`컵은 아직이네요`)."""
    return bool(_ANOTHER_WAITS.search(squash(text))) and not is_question(text)


def asks_how_soon(text: str) -> bool:
    """Whether it is asked if goods come within so many days, as a rule, or in how many."""
    return bool(_SO_SOON.search(squash(text))) and is_question(text)
