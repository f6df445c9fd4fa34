"""What is told of goods: broken, late, another, too small, at hand."""

from __future__ import annotations

import re
from typing import Final

from bot.dialog.manner.anew import ALL_RIGHT
from bot.dialog.manner.another import got_another
from bot.dialog.manner.asking import asks, is_question, is_request, reports_problem
from bot.dialog.manner.courtesy import own_slip
from bot.dialog.manner.damage import SENTENCES, reports_damage
from bot.dialog.manner.lateness import is_late
from bot.dialog.words import once, squash
from bot.patterns import searched

#: Words that say which matter a line is about, by the categories they fit.
_THINGS: Final = tuple(
    (re.compile(pattern), frozenset(categories))
    for pattern, categories in (
        (r"배송|택배|송장|배달|주소", ("shipping",)),
        (r"물건|상품|제품", ("shipping", "exchange", "product_quality", "wrong_information")),
        (r"환불|입금|카드|계좌|돈", ("refund", "order")),
        (r"교환|사이즈", ("exchange", "product_quality")),
        (r"반품", ("refund", "exchange", "product_quality")),
        (r"주문|결제|취소", ("order", "refund", "shipping")),
        (r"쿠폰|포인트|적립|영수증", ("other",)),
        (r"상담|전화", ("service", "other")),
    )
)
# An occasion, or a day of need, that was before the day on which the goods came.
_DAY: Final = (
    r"(?:오늘|어제|그제|방금|이제서?야?|[0-9]{1,2}일|[월화수목금토일]요일"
    r"|다음날|담날|뒤늦게|지나서?|끝나고(?:나서)?)"
)
_OCCASION: Final = (
    r"(?:제사|차례|잔치|칠순|팔순|환갑|생일|생신|결혼식|졸업식|입학식|수업|행사|파티|모임|캠핑|여행|출장|명절|추석|설날|크리스마스|기념일|시험|공연|개업|백일"
    r"|집들이|이사)"
)
_TOO_LATE: Final = searched(
    rf"{_OCCASION}[가-힣0-9]{{0,14}}?(?:이었는데|였는데|이였는데|맞춰|맞추)[가-힣0-9]{{0,30}}?{_DAY}(?:에|에서야|에야|야"
    rf"|서야)?(?:왔|도착했|받았|와서|옴)"
    # `조카 돌잔치가 28일인데 한복이 28일 도착이래요`
    rf"|{_OCCASION}(?:날)?(?:이|가|은|는)?(?:이번주|다음주)?(?:[0-9]{{1,2}}월)?(?:[0-9]{{1,2}}일|[월화수목금토일]요일|내일|모레)(?:인데|이라|이어서|이라서)"
    r"[가-힣]{0,10}?(?:[0-9]{1,2}월)?(?:[0-9]{1,2}일|[월화수목금토일]요일|다음날)(?:에)?(?:도착|배송|온)(?:예정)?(?:이래|이라네|이라고|래|다네|다고|대)[가-힣]{0,5}$"
    rf"|(?:[월화수목금토일]요일|[0-9]{{1,2}}일)[가-힣0-9]{{0,12}}?(?:쓰려고|쓸려고|하려고"
    rf"|필요)[가-힣0-9]{{0,20}}?(?:[월화수목금토일]요일|[0-9]{{1,2}}일|다음날)(?:에|에서야|에야)?(?:왔|도착했|받았|옴)"
)
# Nothing but that something is the matter with what came.
_UNTOLD: Final = re.compile(
    r"(?:물건|상품|택배|제품|주문(?:한)?(?:거|것)?|이거|이게|이것|얘|받은(?:거|것|게)?|받았는데|받아보니|열어보니|뜯어보니|왔는데|이렇게"
    r"|(?:[이그저]딴|[이그저]?따위)(?:거|것|걸|게|를|로|식으로)*|보내(?:냐|니|네|[요서])(?:고|구)?|(?:왜|뭐|야|진짜|아니|ㅅㅂ|씨발|시발|하)(?=[가-힣ㅅㅂ]{2})"
    r"|이런(?:게|거|식으로|상태로)|이상태(?:로|예요|에요|입니다)?|요렇게|이모양(?:으로)?|보시다시피|사진(?:처럼|같이|대로)"
    r"|왔[어네습][가-힣]{0,3}|옴|도착했[어네습][가-힣]{0,3}|받았[어네습][가-힣]{0,3}|뭔가|뭐가|좀|어딘가|많이|너무|상태(?:가|도)?"
    r"|이상(?:해요|하네요|합니다|한데요?|함|해)|안좋(?:아요|네요|습니다)|엉망(?:이에요|이네요|입니다)?|문제(?:가|도)?|있(?:어요|네요|습니다)|심각해요"
    r"|왜(?:이래|이런(?:가|거예|건가|거죠)|이모양이(?:에|예))|어떻게된(?:거예|건가|거죠)"
    r"|이|가|은|는|도|을|를|요)+"
)
#: Only points at what was sent before (`이거 보이시죠`).
_POINTS: Final = re.compile(
    r"(?:네|아|진짜는?|저기요?|여기요?|요?이?거|요?이?것|이게|요게|사진|위에|보낸(?:거|사진)|첨부(?:한)?|방금|아까|좀|한번|다시|를|을|도)*"
    r"(?:보세요|보시[면죠지겠]?[가-힣]{0,6}|봐(?:요|봐요?|주세요|주실래요)?|보이(?:시죠|죠|시나요|나요|세요|지요|냐)"
    r"|(?:사진)?(?:이?요|입니다|이에요|예요)|말이(?:에요|예요))"
)
#: Something is found of what was unpacked or worn: `받았는데 목이 늘어나 있네요`.
_FOUND: Final = searched(
    r"(?:받았|받아봤|샀|구매했|시켰|주문했|왔|뜯었|뜯어봤|열어봤|개봉했|입어봤|신어봤|써봤|먹어봤|설치했)(?:는데|더니|으나|지만)[가-힣a-z0-9]{4,}(?:다"
    r"|요|음|임|함|네|어|아|죠)$"
    r"|(?:받아|열어|뜯어|꺼내|펼쳐|입어|신어|먹어)보니(?:까)?[가-힣a-z0-9]{4,}(?:다|요|음|임|함|네|어|아|죠)$"
)
#: The same with help asked for behind it.
_TOLD_OF: Final = searched(
    r"(?:받았|받아봤|뜯었|뜯어봤|열어봤|개봉했|입어봤|신어봤|써봤|먹어봤|설치했|왔)(?:는데|더니|으나|지만)[가-힣a-z0-9]{4,}$"
)
_WHAT_NOW: Final = searched(
    r"(?:그래(?:가지고|서)|이거|이걸|이럼|이러면|그럼|저는?)*(?:어떻게|어떡|어찌|우째|우야|어쩌)(?!하다)[가-힣]{0,5}(?:되나|하나|할지|될지|하죠|하지|할까|해요|싶|모르겠)[가-힣]{0,8}$"
)
#: He knows not, has had no time, or wants something.
_NOT_TOLD: Final = searched(
    r"(?:이름|명의|주소|아이디|계정|카드)으?로(?:주문|결제|구매)?했|모르|몰라|고민|궁금|문의|아직(?!도)|못봤|안봤|안뜯|나중|예정"
    r"|(?<!안)따뜻|맛있|편하|편해|폭신|부드|가볍|깔끔|튼튼|향기|마음|맘에|최고|추천|잘(?:맞|어울|쓰|쓸|입|신|먹)"
)
_UNLIKE: Final = searched(
    # `설명에는 세탁기 가능이라고 되어 있는데 라벨에는 드라이 전용으로 표시돼 있어요`
    r"(?:설명|상세|페이지|광고|사진)[가-힣]{0,4}(?:에는|에선|에|엔|은|는)[가-힣]{2,18}(?:는데|은데|인데|더니)(?:라벨|택|상자|박스|포장|제품|실제)(?:에는|에선|에|엔|은|는)[가-힣]{2}"
    r"|"
    r"(?:사진|설명|상세|페이지|화면|광고)(?:이랑|랑|하고|과|와|에서본거랑)?(?:색이|색상이|색깔이|많이|너무|완전|전혀|좀)*(?:달라|다르|다릅|다른(?:데|거같|것같)|틀려|틀리|틀린데|딴판|영딴)"
    # `사진은 베이지였는데 온 건 노란색이에요`
    r"|(?:사진|화면|페이지|상세|광고|모델)(?:은|는|에는|에서는|에선|에서|엔|상으로는|으로는)?[가-힣0-9]{1,12}?(?:였|었|이던|이라던|이라|인)(?:는데|데)"
    r"(?:실제로?(?:는)?|실물(?:은|이)?|받아보니까?|(?:온|받은|도착한)(?:건|거는|것은|거|게|제품은|상품은))[가-힣0-9]{1,12}?(?:이에요|예요|네요|입니다|이던데|이었|였|왔|더라|음|임)"
    # `사진보다 너무 작아요`
    r"|(?:사진|화면|페이지|상세)(?:에서|으로|에)?(?:본거|봤을때)?보다(?:[가-힣]{1,5}(?:이|가|은|는))?(?:너무|훨씬|많이|좀|더|색이|색상이|실물이|생각보다|한참|완전)*(?:작|크[네고]|커[요서]|얇|두껍|두꺼|짧|길[어네]|진하|진해|연하|연해|어두|어둡|밝|칙칙|허접|별로|못하|못해)"
    # `로고가 매장에서 본 거랑 달라요`
    r"|(?:매장|백화점|공홈|홈페이지)(?:에서|에)(?:본|산|봤던|샀던|파는)(?:거|것|제품|상품)(?:이?랑|하고|과|와)(?:색이|좀|많이|너무|완전|전혀)*(?:달라|다르|다릅|틀려|틀리)"
    # `너무 얇아요 사진은 빵빵하던데`
    r"|(?:얇|작|크|커|짧|두꺼|두껍|허접|싸구려|다르|다릅|별로|칙칙|어둡|어두)[가-힣]{1,6}?(?:사진|화면|페이지|설명)(?:은|는|에선|에서는|에는|으로는)[가-힣]{1,10}?(?:던데|더니|였는데|었는데|이었는데)[요여]?$"
    # `사진은 고급져 보이더니 실물은 오천 원짜리만도 못해요`
    r"|(?:사진|화면|페이지|광고|모델)(?:은|는|이|에서는|에선|에는|상으로는|으로는)[가-힣]{1,14}?(?:더니|는데|던데|지만)[가-힣]{0,4}?(?:실물|실제|받아보니|받고보니)(?:은|는|이|로는)?"
    r"[가-힣0-9]{0,20}?(?:못하|못해|못한|못합|별로|허접|싸구려|싼티|조잡|형편|실망|딴판)"
)
_CHEAPER: Final = searched(
    r"(?:더|훨씬)비싸게(?:주고)?(?:샀|산|구매|결제)|"
    r"[0-9만천백]+원(?:에|주고|에다|으로|이나주고)[가-힣]{0,6}(?:샀|산|구매|주문|결제)[가-힣]{0,6}(?:오늘|지금|이제|다음날|하루만에|며칠만에)[가-힣0-9]{0,8}?[0-9만천백]+원(?:이네|인데|이에|이라|이던|이더|밖에)|"
    r"(?:산|구매한|결제한|주문한|샀던)(?:가격|금액|값)보다[가-힣0-9]{0,10}(?:싸|저렴|내려|내렸|떨어)|"
    r"차액(?![가-힣]{0,6}(?:입금할|입금하|낼|내면|내야|내고|더내|결제|보낼|송금|알려|드릴|지불|있으면))|(?:세일|할인|행사)(?:하기)?(?:바로|직)?전(?:날)?에(?:[가-힣]{0,4})(?:샀|산|구매|주문)"
    r"|(?:샀|산지|산게|산거|산건|구매|주문|결제|시켰|시킨)[가-힣0-9]{0,16}?(?:싸졌|싸졋|싸게팔|저렴해졌|(?:가격(?:이|을)?|(?:[0-9]+|[일이삼사오육칠팔구십]?)[천만]?원(?:이나|정도|쯤)?(?:이|을)?)(?:더)?(?:내렸|내려|떨어|바뀌|낮아|싸)"
    r"|세일(?:을)?(?:하|들어|시작)|할인(?:을)?(?:하네|하더|하던|하고있|시작|들어))"
    # `어제 산 원피스가 오늘 20% 할인하네요`
    r"|(?:산|구매한|주문한|시킨)[가-힣]{1,8}?(?:오늘|지금|이제|바로|하루만에|다음날)[가-힣]{0,4}?[0-9]{0,2}(?:프로|퍼센트|퍼)?(?:타임|반값|깜짝)?(?:세일|할인|특가)(?:을)?(?:하|해|들어|시작|중|이네|이던|인데|이더)"
    # `지난주에 산 크림이 오늘 반값이네요`
    r"|(?:산|구매한|주문한|시킨)[가-힣]{1,8}?(?:오늘|지금|이제|하루만에|다음날|며칠만에)[가-힣]{0,4}?(?:반값|특가|세일가|할인가|원플러스원|1\+1|11)(?:에|으로|로)?(?:이네|이에|이던|이더|인데|이라|네요|예요|팔|판|나왔|올라)"
    # `어제 산 청소기가 오늘 3만 원 싸졌네요`
    r"|(?:산|구매한|주문한|시킨)[가-힣]{1,8}?(?:오늘|지금|이제|하루만에|다음날|며칠만에)[가-힣]{0,4}?(?:[0-9일이삼사오육칠팔구십]+[천만]?원(?:이나|정도|쯤|씩)?)?(?:더)?(?:싸[졌져]|저렴해[졌져]|내[렸려]|떨어[졌져])"
    r"|(?:예약|구매|구입|할인|행사|특가|원래)(?:가|가격)보다(?:지금|오늘|이제|요즘)(?:이|은|가격이)?[가-힣]{0,4}?(?:싸[졌지네요]|싸요|저렴|내[렸려])"
    r"|(?:어제|그제|지난주|저번|며칠전|아까)보다(?:더|많이|훨씬)?(?:싸[졌지네]|저렴|내[렸려])"
    r"|가격(?:이)?(?:[0-9만천원이나]{0,8})?(?:내려갔|내렸|떨어졌|낮아졌|싸졌)"
    r"|(?:알리|테무|쿠팡|다이소|다른데|딴데|타오바오|아마존|마트)(?:에서|에선|에는?|에서는)?[가-힣]{0,4}[0-9만천백]+원(?:에|이면|대에)(?:파|팔|살|사)"
)
_SAME_PRICE: Final = searched(
    r"(?:더|훨씬)(?:싼데|싼곳|싼데가|싸게파는데|저렴한데)(?:가|도)?있(?:던|네|어요|더라)|(?:더|훨씬)(?:싼데|싸던데|싸게파|저렴)[가-힣]{0,14}(?:맞춰|깎아|내려|빼|할인)|(?:다른|딴)(?:데|곳|사이트|판매자)[가-힣]{0,4}(?:더|훨씬)(?:싸|저렴)|가격(?:을|도|좀)*(?:맞춰|네고)|최저가(?:보장|보상|로맞|맞)"
)
#: `좀 싸게 안 돼요?`, of what nobody bought yet.
_FOR_LESS: Final = searched(
    r"(?:많이|여러개|[0-9두세네]{1,3}개)(?:를)?(?:사|시키|주문하|구매하)면(?:좀|더|얼마나)?(?:빼[주줘]|싸[게지]|깎|dc|디씨)|(?:세트로|같이|함께|묶음으로|한꺼번에)(?:사|구매하|주문하|시키)면[가-힣]{0,4}?(?:할인|싸게|싸지|깎)|싸게(?:는|도|좀)?(?:안[되돼]|못(?:하|해|주)|해[주줄달]|줄수|주[세시실]|팔)|깎아(?:주|줄|줌|줘|달)|에누리|(?:어제|그제|저번|지난주|이전|전|원래|할인|세일|행사)가격(?:으로|에)(?:는|도)?(?:안|못)?(?:되나|돼|될까|해주|줄수|주실|살수|구매)|네고(?:되|돼|가능|해)"
)
_NO_PICKUP: Final = searched(
    # `기사님이 박스에 안 넣어놨다고 그냥 가셨어요`
    r"안가져(?:가셨|가시[네는고던]|갔|가네|가요|감$)|기사(?:님|분)?[가-힣]{0,4}?(?:박스|상자|포장|송장|라벨|준비)[가-힣]{0,14}?(?:그냥|빈손으로|도로)?(?:가셨|갔|가버|돌아가|거부|안가져)|"
    r"(?:수거|회수|픽업|가지러|가져가러|찾으러)[가-힣]{0,8}?(?:안|못)(?:오|왔|와|가져|해|하|나타)"
    # What else a courier left undone is no pick-up.
    r"|(?<!설치)(?<!수리)(?<!조립)기사(?:님|분)?[가-힣]{0,8}?(?:안|못)(?:오|왔|와|가져|나타)"
    r"|(?:아무도|누구도)(?:안|못)(?:오[셨시네는]|왔|와)"
    r"|(?:수거|회수|픽업)(?:가|를|는|도)?(?:아직|여태|안(?:돼|되|됐)|하러아직)"
    r"|(?:물건|상품|옷|박스)(?:을|를)?(?:아직(?:도)?)?안(?:가져|가지고|들고)[가갔]"
)
_SENT_A_PHOTO: Final = searched(
    r"사진(?:은|을|도|이랑)?(?:방금|지금|다|여기|이제(?:야)?|좀전에|아까)*(?:보냈|보내드렸|보내드려|올렸|올려드|첨부했|첨부합|첨부해|드렸)(?!는데)"
)
GOODS: Final = searched(
    r"배송|택배|물건|상품|제품|주문|구매|교환|반품|환불|배달|출고|산거|시킨|발주|order|package|parcel"
)
_STORE: Final = searched(
    r"배송|택배|물건|상품|제품|송장|주문|환불|입금|가상계좌|결제|교환|반품|쿠폰|포인트|적립|영수증|주소|사이즈|치수|취소|상담|전화|매장|가게|스토어"
    r"|재고|입고|다시들어[와오올]|품절|아직있|남아있|남았|블랙프라이데이|블프|vip|등급|멤버십|못사|할인|세일|가격|얼마|비싸|구매|사고싶|살수|샀|판매|파나|파시|사이트|가입|로그인"
    r"|비번|비밀번호|회원|탈퇴|선물|포장|수리|보증|보상"
    r"|실측|예약|사서함|우체국|부재|급[해한합하]|조립|설치|사용법|부품|기사|방문|리뷰|후기|문의|이벤트|행사|색상|색깔|소재|재질|세탁|옷|신발|가방|받[았으을]|언제(?:쯤)?(?:오|와|온|도착)|보[내냈]"
    r"|시켰|시킨|도착|출고|배달"
)
_BAD_FIT: Final = searched(
    r"(?:너무|[좀쫌]|많이|꽤|조금|생각보다|한치수)?(?:작(?:네|아(?!지|졌|진|보)|습니다|다|은[데디]|음)|크(?:네|ㅁ|다|습니다)|커(?:요|서|가지고|$)|(?<=너무)커(?!튼|피|버|텐)|헐렁|꽉(?:끼|껴|낀)|껴(?:요|서)|끼어요|끼네"
    r"|낑겨|안맞(?:아|네|는데|습))(?:[가-힣]{0,10})$"
    r"|(?:사이즈|핏)(?:가|는|이)?미스(?:예|에|이|남|났|네|인|$)[가-힣]{0,6}$"
    r"|사이즈(?:가|는)?[가-힣]{0,4}(?:작|크|커|안맞)[가-힣]{0,10}$"
    r"|(?:발볼|발등|볼|품|통|어깨|허리|목둘레|가슴|허벅지)(?:이|가|은|는|도)?(?:너무|좀|많이|꽤|살짝)?(?:좁[아네은다습]|넓[어네은다습]|타이트|꽉)[가-힣]{0,10}$"
    # `신발 240 샀는데 발이 안 들어가요`
    r"|(?:발|머리|목|팔|허벅지|배|엉덩이|종아리|다리)(?:이|가|은|는|도)(?:아예|잘)?안(?:들어가|들어감|올라가)[가-힣]{0,6}$"
    r"|(?:소매|기장|총장|밑단|허리|품|어깨|바지|치마)(?:가|이|은|는|도)?(?:너무|좀|많이|꽤)?(?:길[어네다]|짧[아네다])[가-힣]{0,10}$"
)
#: What is too small or too large of these is no size that is worn.
_NO_SIZE: Final = searched(
    r"(?:소리|음량|볼륨|소음|글씨|글자|화면|용량|양|금액|할인)(?:이|가|도|은|는)?(?:너무|엄청|되게|좀)*(?:작|커|크)"
    r"|(?:금액|돈|계산|합계|가격|총액)(?:이|가|도|은|는)?(?:서로)?(?:안맞|맞지)"
    r"|(?:글씨|글자|화면|소리)[가-힣]{0,8}?너무(?:작|커|크)"
)
#: `왜 이렇게 커요?`, `옷이 왤케 작아요`: a question that only blames.
_WHY_SO_BIG: Final = re.compile(
    r"(?:헐|대박|와|아니|근데|진짜|이거)*(?:[가-힣]{1,6}(?:이|가|은|는))?(?:왜(?:이렇게|이리|[케캐])|왤[케캐])(?:커|작|크|길|짧|좁|넓|헐렁|꽉)[가-힣]{1,3}"
    # `왜케 작아여 인형옷인줄`
    r"[ㅋㅎㅠㅜ]*(?:[가-힣]{2,8}(?:인줄|인가)(?:알았[가-힣]{1,4})?|[가-힣]{0,2})"
)
# `작네 우짜노`: who is at a loss asks for no information.
_AT_A_LOSS: Final = searched(
    r"(?:뭐꼬|뭐여|뭐야|뭐람|우짜(?:노|지|면\s?좋\S*)|어(?:쩌|떡하|뜩하|떻게\s?하|찌하)(?:죠|지요?|노|나)|어떡해요?|우야노|우[야째]면\s?좋\S*"
    r"|워쩐대\S*)\s*[?？]*"
)


def fits(text: str, category: str) -> bool:
    """Whether a short line names nothing of another category: then it is about what was talked of
    before.
    """
    plain = squash(text)
    named = [categories for pattern, categories in _THINGS if pattern.search(plain)]
    return len(plain) <= 25 and all(category in categories for categories in named)


def came_too_late(text: str) -> bool:
    """Whether goods are said to have come after the day that they were for, and no worse."""
    if not _TOO_LATE.search(squash(text)) or is_question(text):
        return False
    return not (reports_damage(text) or got_another(text))


def tells_no_fault(text: str) -> bool:
    """Whether a line only says that something is the matter with what came (`이렇게 왔어요`)."""
    return bool(_UNTOLD.fullmatch(squash(text)))


def only_points(text: str) -> bool:
    """Whether a line only points at a picture that was sent (`이거 보이시죠`)."""
    return bool(_POINTS.fullmatch(squash(text)))


def is_unlike(text: str) -> bool:
    """Whether goods are said to be unlike what was shown (`사진이랑 딴판이에요`)."""
    return bool(_UNLIKE.search(squash(text)))


def got_cheaper(text: str) -> bool:
    """Whether a price is said to have fallen since (`어제 샀는데 오늘 더 싸졌네요`)."""
    return bool(_CHEAPER.search(squash(text)))


#: `왜 이렇게 비싸졌어요`, `어제는 3만원이었는데`
_DEARER: Final = searched(
    r"(?:왜|갑자기|그새|하루만에|며칠만에|어제보다|지난주보다|저번보다|전보다|예전보다)[가-힣]{0,6}?(?:비싸[졌져지]|비싸네|올랐|오른|올라[갔서])"
    r"|(?:가격|값|금액)(?:이|을|은)?(?:왜|또|갑자기|엄청|많이|너무|그새)*(?:올랐|오른|올라[갔서]|인상|비싸[졌져])"
    r"|^(?:이거|저거|이|그거|제품|상품|분명|분명히)*[가-힣]{0,8}?(?:어제|그제|지난주|저번|며칠전|아까|방금|얼마전)(?:에|까지|까지만해도|엔|에는|까지는|주)?(?:는|은|도)?(?:분명(?:히)?)?[0-9만천백]{1,8}원(?:이었|였)[가-힣]{1,5}?(?:(?:오늘|지금|이제)(?:은|는)?[0-9만천백]{1,8}원[가-힣]{0,5})?$"
)


def got_dearer(text: str) -> bool:
    """Whether a price is said to have risen (`왜 이렇게 비싸졌어요`)."""
    return bool(_DEARER.search(squash(text)))


def would_pay_less(text: str) -> bool:
    """Whether somebody bargains before he buys (`좀 싸게 안 돼요?`)."""
    return bool(_FOR_LESS.search(squash(text)))


def wants_same_price(text: str) -> bool:
    """Whether a price elsewhere is to be met (`다른 데는 더 싼데 맞춰 주실 수 있어요?`)."""
    return bool(_SAME_PRICE.search(squash(text)))


@once
def found_amiss(text: str) -> bool:
    """Whether it is told of goods what they turned out to be, and nobody is pleased with that."""
    whole = squash(text)
    # `… 흔들흔들하고 그래가지고 이걸 어떡해야 되나 싶어서` asks for help, and tells.
    plain = _WHAT_NOW.sub("", whole)
    found = _FOUND if plain == whole else _TOLD_OF
    if not found.search(plain) or ALL_RIGHT.search(plain) or _NOT_TOLD.search(plain):
        return False
    if own_slip(text) or is_late(text):
        return False
    return not (asks(plain) or is_request(plain))


def missed_pickup(text: str) -> bool:
    """Whether nobody is said to have come for the goods that go back."""
    return bool(_NO_PICKUP.search(squash(text)))


def sent_a_photo(text: str) -> bool:
    """Whether a picture is said to have been sent (`사진 보냈어요`)."""
    return bool(_SENT_A_PHOTO.search(squash(text))) and not is_question(text)


@once
def names_store(text: str) -> bool:
    """Whether a line holds anything that a store has to do with."""
    return bool(_STORE.search(squash(text))) or reports_problem(text) or is_request(text)


def fits_badly(text: str) -> bool:
    """Whether goods that are there are said to be too small or too large."""
    if _WHY_SO_BIG.fullmatch(squash(text)):
        return True
    if is_question(_AT_A_LOSS.sub("", text)):
        return False
    if _NO_SIZE.search(squash(text)):
        return False
    # `양쪽 다 작아요 270으로요`
    return any(_BAD_FIT.search(squash(part)) for part in SENTENCES.split(text))


def names_goods(text: str) -> bool:
    """Whether a line names goods, an order, or their way."""
    return bool(GOODS.search(squash(text)))
