"""What is told of people and processes: not answered, rude, not done, not so."""

from __future__ import annotations

import re
from typing import Final

from bot.dialog.manner.asking import holds_to_it, is_question, reports_problem, wants_promise
from bot.dialog.manner.goods import GOODS
from bot.dialog.words import once, says, squash

_REPEATED_HELP: Final = re.compile(
    r"(?:톡|카톡|채팅)(?:이|은)?(?:왜|너무|이리|이렇게|좀)*(?:늦|느[리려])|"
    r"(?:문의|접수|연락)(?:한|드린|남긴|넣은|하고)(?:지|나서)[가-힣0-9]{1,8}(?:됐|되었|지났|넘|인데|째|짼)|"
    r"(?:확인|읽지|보지|읽어|봐)(?:도|지도)?(?:안하|않으|않[네아고]|안보|안주)|확인(?:을|좀)안(?:하[세시나냐]|해[주줘])|답(?:장|변)?(?:이|은)?(?:너무|왜|왜이리|이렇게|좀)?늦(?!을|게(?:드|할|답|보|하))"
    r"|(?:지났|됐|되었|넘었)[가-힣]{0,4}답(?:변|장)?(?:은|좀|이라도)?(?:주|해)"
    r"|답(?:이|은|변|장)?(?:이|은|도|을)?(?:왜(?:이리|이렇게)?)?(?:없|안|아직|언제|못)|연락(?:이|은|도)?(?:없|안|아직|언제|못)"
    r"|(?<!다는)(?<!단)(?<!라는)(?:말|말씀|대꾸)(?:이|도|씀도)?없(?!이[가-힣]{0,6}(?:취소|삭제|변경|교체|거절|바[꾸꿔꼈뀌]|빼|지[우웠]|보[내냈]))|대답(?:이|은|을|도)?(?:왜)?(?:없|안|못)|묵묵부답|(?<![주나])무시"
    r"|(?:이틀|사흘|며칠|[0-9]+일|일주일)(?:째|동안|이나|넘게).{0,8}(?:답|연락|소식|기다)"
)
# Whether, or that no, word is to come: nobody complains of that.
_NO_CALL: Final = re.compile(
    r"(?:연락|답변|답장|답|전화)(?:은|는|이)?안(?:가(?:죠|나|는|지요)|주시나|주나|오나|해주시나|주셔도|줘도|하셔도|해도|와도|받아도)"
    # A courier is silent, and not the store.
    r"|(?:기사|택배사|배달원|대한통운|우체국|한진|로젠)(?:님|분)?(?:은|는|이|가|도|한테|에)?(?:계속|자꾸|아예)?(?:전화|연락|통화)"
)
# Of goods that do not come it is said too: then nobody complains of the store's silence.
_NO_NEWS: Final = re.compile(
    r"소식(?:이|도)?없|감감무소식|함흥차사|깜깜무소식|잠수(?:를)?(?:타|탔|탐|중)|읽씹"
)
_SERVICE: Final = re.compile(
    r"상담(?!시간|가능)|직원|기사|응대|말투|태도|불친절|친절|반말|막말|욕|무례|매너|서비스|답변|답이|답을|연락|고객센터|사장|책임자|(?<![주나])무시|신고"
    r"|소비자"
)
# A call by itself is no complaint (`통화로 해 준다고 했던 거요`).
_CALLED: Final = re.compile(
    r"(?:전화|통화)[가-힣]{0,12}(?:안받|안되|안돼|못|끊|없|불쾌|짜증|한숨|화를|화내|퉁명|차갑|건방|기분)"
)
# `원래 5일 발송이라고 써 있었는데요`: it is past, or nobody would say so.
_DAY_TOLD: Final = re.compile(
    r"(?:[0-9]{1,2}일|[월화수목금토일]요일|당일|익일|다음날|어제|지난주|이번주|월[초말])[가-힣]{0,6}?(?:발송|출고|도착|배송|입고)(?:예정|완료)?(?:이?라고|된다고|한다고|이?라며)"
    r"(?:분명(?:히)?)?(?:써|쓰여|적혀|적어|돼|되어|나와|안내|표시)[가-힣]{0,8}?(?:는데요?|던데요?|은데요?|더니)$"
)
_WENT_WRONG: Final = re.compile(
    r"(?:신청|접수|요청|취소|환불|교환|반품|주문|예약|회수|수거)(?:을|를|은|는)?(?:안"
    r"|한적)?(?:(?:한|했|된|됐|드린|드렸)(?:지(?!얼마(?:도|는)?안)|는데|더니|다고|었는데|습니다만|고)|(?:하|되)(?:는데|더니))"
    r"|(?:취소|환불|반품|교환)(?:한|신청한|(?:으로)?보낸)(?:지|게|거|것|건|물건|상품|택배)|회수(?:하러|를|가|는)?(?:안|아직|못)"
    r"|기사(?:님)?(?:이|은|분이)?(?:안|아직|오지)|(?:보낸|보냈는데|반납한|넘긴)(?:지|거|것|게)"
    r"|(?:금액|돈|환불금?)(?:이|은)?(?:적|덜|모자|틀|다르|잘못)"
    r"|(?:옆|다른|딴|엉뚱한|이사전|예전|이전|옛|옛날|전에살던|전)(?:집|동|호|층|주소|지점)[가-힣]{0,4}(?:갔|배송|배달|왔|도착)"
)
# What was not asked for happened, or what was called off did all the same.
_CONTRARY: Final = re.compile(
    r"(?:바꿔|변경해|취소해|추가해|빼|넣어|해|보내)달라고[가-힣]{0,3}(?:했|말|요청|부탁)[가-힣]{0,14}(?:왜|그대로|안|출고|발송|왔|배송)"
    r"|(?:포장|각인|카드|쇼핑백|합배송|메시지)[가-힣]{0,2}(?:신청|선택|추가)(?:을|를)?(?:했|드렸)[가-힣]{0,3}(?:데"
    r"|더니)[가-힣]{0,10}(?:그냥|그대로|안|없이|왔|따로)"
    r"|(?:요청|변경|추가|수정)(?:을|를)?(?:했는데|했는데도|했더니|드렸는데)[가-힣]{0,12}(?:그대로|없이|왔|옛날|예전|출고|발송|배송)"
    r"|(?:글|문의|톡|메시지|메세지|연락|전화)(?:를|을|도)?(?:남겼|드렸|했|보냈|올렸|넣었)는데도?[가-힣]{0,10}(?:그대로|그냥|이전|예전|옛날)"
    r"[가-힣]{0,6}(?:출발|발송|출고|배송|보내|보냈|왔|갔|나갔|진행)"
    r"|(?:안했|안한|한적(?:이)?없)[가-힣]{0,15}(?:됐|되었|돼|나갔|왔)"
    r"|취소(?:승인|처리|완료|접수|요청|신청)?(?:했|한|됐|되었|된)[가-힣0-9]{0,14}(?:왔|와버|와있|배송|출고|도착|결제|그대로|나가|빠져|청구"
    r"|발송(?!전|안)|보내(?:셨|시나|시는|시면))"
)
# `무료배송이라고 써 있었는데`: what was written, and then what was not so.
_TOLD_OTHERWISE: Final = re.compile(
    r"(?:라고|다고|된다고|으로|로)(?:분명(?:히)?)?(?:써|쓰여|씌어|적혀|적어|나와|돼|되어|표시|표기|안내|광고|설명)[가-힣]{0,4}(?:있|됐|되었|돼"
    r"|하|했|해놓)[가-힣]{0,4}(?:는데|은데|던데|더니|지만|으면서)"
    r"|(?:라|다|라고|다고)(?:써|적어|해|올려|표시해)(?:놓고|두고|놨는데|놓더니)|(?:라|다)더니(?!아직|왜|안|연락|답|소식|감감)[가-힣0-9]"
    r"|(?:상담(?:원|사|하신분)?|직원|담당자|판매자|사장님?|거기서|그쪽에서|전화로|통화로)[가-힣]{0,24}(?:다고|라고|된다|한다|해준다)(?:하셨|했|해서"
    r"|해놓고|하더니|하시더니|안내|말씀|말했|그랬|그래서|하고는|하고)"
    r"|(?:있다|된다|가능하다|출발한다|출고된다|남았다)고(?:하셔서|해서|안내받고|하길래|들어서|했는데)[가-힣]{0,12}(?:는데|더니)[가-힣]{0,6}(?:품절"
    r"|없|안|예약|취소)"
    r"|(?:할인|적립|증정|무료|포함|된|있)(?:이)?(?:된|한|인)?다고(?:해서|하길래|했는데|써있|나와)[가-힣]{0,12}(?:안|못|없|아니|정가|제값)"
    r"|(?:사이즈표|상세페이지|페이지|설명|표기|실측표|치수표|안내|성분표|라벨)[가-힣]{0,6}(?:이랑|하고|와|과)?[가-힣]{0,4}(?:달라요|다르네|다릅|틀렸|틀려|틀린|잘못됐"
    r"|잘못되|엉터리|오류|안맞)"
    # `원단이 실크라고 했는데 폴리더라구요`
    r"|(?<!환불)(?<!교환)(?<!취소)(?<!반품)이?라(?:고(?:했는데|하더니|해서샀는데|되어있는데)|면서"
    r"|며)(?![가-힣]{0,14}(?:맛있|좋|예쁘|이쁘|맞[네아]|만족|괜찮|진짜))[가-힣0-9]{1,14}?(?:더라[고구]|더군|이?네[요여]?$|예요$|이에요$"
    r"|였어요$|이던데)"
    r"|가품|짝퉁|모조품|정품(?:이)?아니"
    r"|(?:오타|잘못(?:표기|기재|적혀|나와|써있|쓰여))(?!어요주소)[가-힣]{0,4}(?:있|났|네|음|됐|되)"
    r"|(?:페이지|상세|설명|홈페이지|사이트|광고)(?:에|에는|에서|에선)[가-힣0-9]{0,14}(?:나오|나와|되어|돼|적|써|있)[가-힣]{0,4}(?:는데|던데"
    r"|더니|지만)"
)
_WAITED: Final = re.compile(
    r"(?:일주일|이주일|열흘|보름|한달|며칠|[0-9]{1,2}일|[0-9]주)(?:이|가|이나|도|째)?(?:넘|지났|지나|됐|되었|됨|째)"
    r"|(?:(?<![0-9])(?:[6-9]|[1-9][0-9])일|[일이]주일|[0-9]주|[한두]주|열흘|보름"
    r"|(?:한|두|세|[0-9])달)전(?:쯤)?(?:에)?(?:산|샀|시킨|시켰|주문|구매|결제)"
    r"|지난달[가-힣0-9]{0,4}(?:에)?(?:산|샀|시킨|시켰|주문|구매|결제)"
)
# `어제 신청한 교환 어떻게 됐나요`: what was set going is asked after.
_PROGRESS: Final = re.compile(
    r"(?:신청|접수|요청|취소|반납)(?:한|했던|했는데|하고)[가-힣]{0,6}(?:어떻게|어케|어찌)(?:됐|되|된|돼|처리|진행)"
    r"|(?:맡긴|(?:수리|수선|as|에이에스|교환|반품)(?:을|를|로)?(?:보낸|보냈는데|신청했는데|접수했는데|맡겼는데))[가-힣]{0,12}(?:언제|어떻게|어케"
    r"|아직|소식)|교환(?:상품|품|제품|물건|받을)(?:은|는|이|을|를|도)?[가-힣]{0,3}(?:언제|아직|못받|안[와왔오]|깜깜|감감|소식)"
    r"|(?:교환|수리|수선|as)(?:을|를|로|하려고|한다고|하러)?(?:보낸|보냈|맡긴|맡겼|넣은|접수한|신청한)(?:지|는데|게"
    r"|거)[가-힣0-9]{0,14}?(?:새(?:거|것|상품|제품|물건|옷)|바꾼|교환품|언제|아직|안와|안오|안왔|소식|연락)"
    r"|(?:반품|환불|교환)(?:환불|신청|접수|처리)?(?:금|건|한거|한것)?(?:이|은|가|도|는|를)?(?:아직|여태)(?:도|까지)?(?:이[에네라]|예요"
    r"|안(?!했|하|할)|못(?!했|하)|요?$|[0-9]{8})"
    # `환불 왜 안 해줘요`: it was asked for before.
    r"|(?:환불|취소|교환|반품)(?:처리)?(?:을|를|은|는)?(?:왜|왜이렇게|왜아직|왜아직도|왜자꾸|대체왜)(?:아직|아직도)?안(?:해[주줘]|하[고나시세]"
    r"|해요)"
    # `회수 기사님이 3일째 안 와요`
    r"|(?:회수|수거|픽업)(?:하러|기사)?(?:님|분)?[가-힣0-9]{0,10}?(?:안|못)(?:와(?!도)|오(?!면|셔도)|왔|가져가)"
    r"|신청(?:했|햇)[가-힣]{0,4}(?:수거|회수|기사)[가-힣]{0,6}언제"
)
# `환불해 준다며 한 달째야`: a word that was given and not kept.
_NOT_KEPT: Final = re.compile(
    r"(?:환불|교환|취소|반품|회수|발송|재발송|보내|연락)(?:해)?(?:준다|주신다|드린다|주기로)(?:며|면서|더니|고하|고했|했)"
)
# What the store did, or left undone, of itself: nobody asks him why, or how it is asked for.
_DONE_TO: Final = re.compile(
    r"왜(?:제|저한테|나한테)?(?:반품|반송|교환|왕복)?(?:배송|택배)?비(?:를|까지|도)?(?:빼|떼|뺐|뗐|제하|차감|받|내라|청구)|"
    r"(?:취소|거절|거부|반려|삭제)당[했하한함]"
    r"|(?:입금|송금|이체)(?:을|를)?(?:했|한|드렸)[가-힣]{0,8}확인(?:을|도|이)?안(?:해|하|돼|되|됐)"
    r"|(?:취소|반품|교환|환불|요청|신청)(?:요청|신청|접수)?(?:을|를|이|가|은|도)?(?:했는데|했더니|보냈더니|보냈는데|한게"
    r"|한거)?[가-힣]{0,4}(?:거부|거절|반려)(?:됐|되었|당|했|하셨|하시|한|돼|처리|라고|래)"
    r"|(?:왜|맘대로|마음대로|멋대로|일방적으로|말도없이|말없이|동의(?:도)?없이|연락(?:도)?없이|저도모르게)[가-힣]{0,12}?(?:취소|삭제|거절|거부|반려"
    r"|변경)(?:를|을)?(?:하셨|하시나|하세요|하십니까|합니까|했(?!는데|더니)|시켰|시키|됐|되었|되어|돼|당|처리)"
    r"|(?:왜|맘대로|마음대로|멋대로|말도없이)[가-힣]{0,12}?(?:지[웠우운]|내[렸리]|없앴|가렸)(?:어|으|나|죠|네|셨|냐|습|는)"
    r"|(?<!실수로)(?:리뷰|후기|별점|댓글|문의글)(?:를|을|가|이|도)?[가-힣]{0,8}(?:왜(?:지[웠우]|삭제|내[렸리])|지워[졌져진지]"
    r"|삭제(?:됐|되었|돼|당)|사라졌|없어졌|가려졌)"
    r"|(?:품절|재고(?:가)?(?:없|부족)|가격오류)[가-힣]{0,8}(?:라고|라며|라면서|다고|다며)[가-힣]{0,6}취소(?!해)"
    r"|(?:주문|결제|구매)(?:까지)?(?:다)?(?:했|한건|한거|한게)[가-힣]{0,4}(?:는데|더니)?(?:갑자기|이제와서|오늘|알고보니|지금)?품절(?:이래|이라|됐|이에|입니|처리|이네|이라네)"
    r"|(?:포인트|적립금?|마일리지)(?:이|가|은|는)?[0-9천백만]+(?:원|점|p)(?:만|밖에(?:안)?)(?:들어|적립|지급|받|왔|쌓)"
    r"|(?:해지|탈퇴)(?:를|을)?(?:했|신청했)[가-힣]{0,3}(?:는데도?|더니)(?:왜)?(?:또|계속|자꾸|이번달도)?(?:결제|청구|출금|빠져나|돈이나)[가-힣]{0,2}(?:됐|되었|돼|나갔|가|났)"
    r"|(?:제가|저는|내가)?(?:안했|한적(?:이|도)?없|하지(?:도)?않았)[가-힣]{0,8}취소(?:됐|되)"
    r"|(?:취소|환불|반품)[가-힣]{0,14}(?:쿠폰|포인트|적립금|마일리지)[가-힣]{0,6}?(?:사라[져졌]|없어[져졌]|날아갔|소멸)"
    r"|(?:쿠폰|포인트|적립금|마일리지)[가-힣]{0,6}?(?:안(?:돌아|돌려|들어|복구|복원|환급|반환)|복구(?:가)?안|복원(?:이)?안"
    r"|못(?:돌려|받))[가-힣]{0,4}"
    r"|(?:반품비|반송비|배송비|택배비|운임|왕복비|교환비|수수료)[가-힣0-9]{0,6}(?:두번|2번|이중|중복|또)[가-힣]{0,4}(?:떼|뗐|뗀|빠|뺐|빼|냈"
    r"|나갔|청구|받|차감|결제)"
    r"|(?:불량|하자|파손|오배송|잘못(?:온|왔|보내|보냈)|깨[져졌])[가-힣]{0,8}(?:반품비|반송비|배송비|택배비|운임|왕복"
    r"|교환비)[가-힣0-9]{0,6}(?:왜(?:받|떼|뗐|빼|뺐|내라|청구|차감|달라|제가|내야)|뗐|떼갔|빠졌|뺐|청구(?:됐|했|하셨)|받아갔|받으셨)"
    r"|(?:문자|알림|승인|결제|카드값|카드)[가-힣0-9]{0,8}(?:두|세|2|3)(?:번|개|통|건)(?:이나|씩|으로)?(?:왔|떴|찍|승인|긁|청구)"
    r"|(?:결제|출금|승인|청구|인출)(?:가|이|도)?(?:두|세|2|3)번(?:이나|씩)?(?:됐|되었|된|돼[서요]|나갔|빠|긁)"
    r"|(?:이중|중복|(?:두|세|2|3)번(?:이나|씩)?)(?:으로)?(?:결제|출금|청구|승인|인출)(?:가|이)?(?:됐|되었|된|돼[서요]|나갔)"
    r"|(?:결제|입금|송금|이체)(?:를|을|는|도)?(?:했|됐|완료|끝|하였)[가-힣]{0,6}주문(?:내역|목록|조회)?(?:에|에서|에는"
    r"|이)?[가-힣]{0,5}(?:없(?!나)|안(?:보|떠|뜨|나))"
)
# A coupon, points or a discount that does not show or count. What was promised for a review is a
# matter of reviews.
_NO_CREDIT: Final = re.compile(
    r"(?:쿠폰|적립금?|포인트|마일리지|멤버십|할인|세일가격?|행사가격?)[가-힣0-9a-z]{0,24}?(?:유효하지않|(?:사용|이용|적용|등록)?불가(?:능)?(?!한)|사용할수없다|먹통|오류|에러"
    r"|안(?:눌[러려리]|선택|클릭|입력|등록|넘어|들[어오]|보[이여임]|떠|뜨|뜸|[됐되돼됨]|먹[혀히]|써[지져]|쌓|나[와오]|붙|빠[졌져]|쓰여|잡[혀히])"
    r"|못(?:쓰|써|쓴)|없어[졌져진]|사라[졌져진]|0원|빵원|안?적용(?:이|도)?(?:안|못|실패)|누락|소멸)"
    r"|소멸(?:됐|되었|돼[서버]|당했)"
)
_REVIEWED: Final = re.compile(r"리뷰|후기|이벤트|당첨")
# A slip of the customer's own, that only the store can put right.
_OVERPAID: Final = re.compile(
    r"(?:[0-9만천백]+원|금액|돈)(?:을|이나)?(?:더|많이|초과해서)(?:보냈|넣었|입금|부쳤|송금|이체)"
    r"|(?:입금|송금|이체)[가-힣0-9]{0,10}(?:금액|돈|[0-9만천백]+원)?(?:을|를)?(?:더|많이|초과해서|두번)(?:보냈|넣었|했|부쳤|입금|송금"
    r"|이체)"
)
# `돈은 빠져나갔는데 주문 내역이 없어요`: there is no number that could be asked for.
_PAID_FOR_NOTHING: Final = re.compile(
    r"(?:돈|결제|카드|출금|승인|금액|잔액|통장|페이)[가-힣0-9]{0,8}?(?:나갔|나가고|빠졌|빠지고|됐|되었|떴|왔|출금|승인)[가-힣]{0,8}?"
    r"주문(?:내역|번호|건|서|확인|완료)?(?:에|에는|에도|은|는|이|가|도)?(?:아무것도)?(?:안(?:됐|돼|되|떠|떴|뜨|뜸|보|들어|잡|나[와오]|생)|없(?!이)|누락)"
)
# `5만 원인데 44000원 들어왔어요`, `환불 금액이 이상해요`
_PAID_BACK_SHORT: Final = re.compile(
    r"환불(?:된|받은|해준|해주신)?(?:금|금액|액|돈)?(?:이|은|도)?(?:너무|좀|왜(?:이리|이렇게)?|더)*(?:이상|적[어네게은]|덜|모자|부족"
    r"|틀[려리렸립]|다[르릅]|안맞|잘못)"
    r"|[0-9만천백]+원(?:짜리|어치)?(?:이었는데|인데|였는데|냈는데|줬는데|결제했는데|입금했는데)[가-힣]{0,6}[0-9만천백]+원(?:만"
    r"|밖에)?(?:안)?(?:들어|입금|환불|돌려)"
)
# What was charged is not what was shown (`29000원이었는데 결제는 32000원`).
_CHARGED_MORE: Final = re.compile(
    r"[0-9만천백]+원(?:이었|이라|인데|였|이던|으로(?:주문|봤|알))[가-힣]{0,10}(?:결제|청구|승인|카드|출금)[가-힣]{0,4}[0-9만천백]+원(?:이"
    r"|으로)?(?:됐|되|돼|나[갔왔]|빠|청구|결제|찍|승인|예요|이에요|에요|이네|이더|이던)"
)
# `반품 보낸 게 분실됐대요`: what went back to the store was lost.
_LOST_RETURN: Final = re.compile(
    r"(?:반품|교환|반송|돌려|회수)(?:을|를|으로)?[가-힣]{0,6}(?:보낸|보냈|부친|부쳤|해간|가져간|간)[가-힣]{0,8}?(?:분실|잃어버|없어졌|사라졌"
    r"|못받(?:으셨|았다))|반품(?:했|한|보낸)[가-힣]{0,6}(?:왜)?(?:다시|도로)(?:왔|돌아왔|배송)"
)
# What a fee, a day or a service was said to be: nothing that could be sent back.
_OF_SERVICE: Final = re.compile(
    r"배송비|반품비|반송비|택배비|교환비|운임|무료(?:반품|교환|배송|설치|수거|로)|수수료|요금|비용"
    r"|[0-9만천백]+원(?:을|이|은)?(?:내|청구|달라|더|결제|빼|떼)|청구|(?:도착|출고|발송|배송)(?:을)?(?:보장|예정|된다|한다|확정)"
    r"|당일(?:배송|출고|발송)|적립|쿠폰|할인|세일가|정가|환불(?:된다|해준다|가능)|교환(?:된다|해준다|가능)|반품(?:된다|가능)"
)
_COURIER: Final = re.compile(
    r"(?:기사|배달(?:원|하는분|하시는분)|택배원|배송원|설치(?:하러온|하시는)분|택배아저씨)(?:님|분|양반)?(?:이|은|가|께서|도|들이"
    r"|님이)?[가-힣0-9]{0,20}?(?:(?:벽|벽지|마루|바닥|장판|문|문틀|문짝|가구|타일|현관|차)(?:를|을|에)?[가-힣]{0,6}(?:찢|긁|찍|깨"
    r"|부[수쉈서]|망가|흠집|더럽|뚫)|발로(?:차|찼|툭)|걷어[차찼]|집어던"
    r"|(?:추가|웃돈|돈|비용|요금|현금|[0-9만천백]+원)(?:을|를|만|원)?[가-힣0-9]{0,10}(?:달라|달래|요구|받아갔|받아가|내라|더내)"
    r"|신발(?:을)?신고|대충(?:설치|놓)|약속(?:시간)?(?:을|에)?[가-힣]{0,4}(?:안|어[겼기]))"
    r"|(?:기사|배달원|택배원|배송원|택배아저씨)(?:님|분|양반)?(?:이|은|가|께서|도)?[가-힣]{0,10}(?:던지|던져|불친절|반말|욕|막말|기분나"
    r"|소리(?:를)?(?:지르|질러)|짜증|무례|싸가지|툭)"
    # Left where it should not be, or without a word.
    r"|(?:기사|배달원|택배원|배송원|택배아저씨)(?:님|분|양반)?(?:이|은|가|께서"
    r"|도)?[가-힣0-9]{0,10}?(?:(?:전화|연락|문자|말|벨|초인종)(?:도)?(?:없이|안하고|안누르고|안주고)|고장|무겁|엘[베리]|[0-9]층|로비|마당"
    r"|대문|복도|길바닥|길가|맨바닥|계단|비맞|맘대로|마음대로|멋대로)[가-힣0-9]{0,16}(?:두고|놓고|놔두고|내려놓고|버리고|던지고)(?:갔(?!다는데|다고)"
    r"|가[버셨네]|감|간)"
)
_NO_WORD_KEPT: Final = re.compile(
    r"(?:상담|직원|담당|챗봇|판매자|사장|거기|그쪽)[가-힣]{0,16}(?:환불|교환|출고|발송|배송|연락|전화|회수|수거|입금|답)[가-힣]{0,4}(?:된다고"
    r"|한다고|준다고|온다고|나간다고|드린다고)(?:하셨|했|하더니|해놓고|하시더니)[가-힣]{0,8}(?:아직|안|왜|준비|그대로|소식|못)"
)
# `송장번호 준다면서요`: what staff said they would do, and have not.
_WORD_HELD: Final = re.compile(
    r"(?:알려|연락|답|전화|확인|처리|해결|송장|번호|환불|입금|보내|회수|수거|안내)[가-힣]{0,6}?(?:준|주신|드린|해준|한|하신|된)다"
    r"(?:면서요?|며요?|더니|(?:고|구)(?:했|하셨|그랬)(?:는데|잖|으면서)|해놓고)"
    r"(?!$)?(?:왜|안|아직|언제|여태|소식|감감|하루|이틀|며칠|[0-9]+일|뭐|요|잠수|$)"
)
_WROTE: Final = re.compile(
    r"(?:톡|카톡|채팅)(?:이|은)?(?:왜|너무|이리|이렇게|좀)*(?:늦|느[리려])|"
    r"(?:문의|글|톡|카톡|메시지|메세지|채팅|질문|댓글|쪽지)(?:글|를|을|도)?(?:한|남긴|남겼|보낸|보냈|드린|드렸|올린|올렸|넣은|넣었|했)|물어[봤본]"
    r"|여쭤[봤본]|여쭸|상담(?:을)?(?:신청|접수|요청|예약)|기다[가-힣]{0,10}답(?:이|은|을)?(?:없|안)"
    r"|답(?:이|은|을)?(?:없|안)[가-힣0-9]{0,12}기다|답(?:장|변)(?:이|은)?(?:너무|왜|없|안|좀)"
    r"|(?:남긴|보낸|올린|드린|적은)(?:글|톡|문의|거|것|메시지|메세지|질문)"
)
# Staff, and how they were (`상담원이 소리를 질렀어요`).
_STAFF: Final = re.compile(
    r"(?:상담(?:원|사|직원|하신|해주신|하시는|해주시는|한)|직원|담당자|매니저|통화한|전화받은|응대하신|채팅하신)(?:분|님|사람)*(?:이|은|께서|도|한테|태도"
    r"|말투)?[가-힣]{0,16}?"
    r"(?:(?<![주나])무시|소리(?:를)?(?:지르|질러|질렀|치|쳤)|비웃|태도(?:가|는)?(?:뭐|영|너무|왜|안|엉망|별로|불량|이상)|짜증|한숨|반말|불친절"
    r"|퉁명|무례|싸가지|건방|막말|욕|화를|화내|빈정|비꼬|끊어|끊었|시비|따지|성의(?:가|도)?(?:하나도)?없|너무하(?:네|시|세|는|다고|잖|던데|더))"
    r"|(?:상담원|상담사|직원|담당자|사장|매니저)(?:들)?(?:님)?(?:은|는|이|가)?(?:대체|도대체|진짜)*뭐?(?:하는|뭔|무슨)(?:인간|놈|년|사람|작자)"
    # `교환 문의했는데 짜증냈어요`: whoever answered him.
    r"|(?:문의|물어|물으|여쭤|질문|전화|통화|상담|채팅|교환|환불|반품|취소|달라|요청|부탁)[가-힣]{0,8}?(?:는데|더니|니까|니깐|자마자)(?!제가|내가"
    r"|저는)[가-힣]{0,8}?"
    r"(?:짜증(?:을|만)?(?:내|냈|부리|부렸|섞)|화(?:를|만)?(?:내|냈)|한숨(?:을|만|부터)?(?:쉬|쉰|쉬었|푹)|소리(?:를)?(?:지르|질러|질렀)"
    r"|퉁명|비웃|빈정|비꼬|면박|핀잔|귀찮(?:아하|다는|은듯|은티)|불친절|반말|막말|욕(?:을)?(?:하|했))"
    r"|(?:광고|스팸|홍보)(?:성)?(?:문자|톡|메시지|메세지|카톡|전화)[가-힣]{0,10}(?:보내|보냈|와요|오네|옵니|온다|오는)"
)
# `문 앞에 두라고 했는데`: how it was to be done was said before.
_DISREGARDED: Final = re.compile(
    r"(?:말라고|[두놓빼]으?라고|달라고|넣으라고|맡기라고|누르라고|말랬|[두놓]랬|달랬)(?:분명(?:히)?|미리|메모에|요청사항에|[가-힣]{1,3}번)*"
    r"(?:했|하였|썼|써놨|적었|적어놨|적어뒀|적어놓|말했|말씀드렸|부탁했|부탁드렸|부탁한|요청했|요청드렸|남겼|드렸)?[가-힣]{0,3}?(?:는데도?|더니|건만|지만"
    r"|음에도)[가-힣0-9]{2,}"
    # Advertising that goes on all the same.
    r"|(?:수신거부|차단|그만보내(?:라고|달라고)|보내지말라고)(?:를|을)?(?:했|신청했|눌렀|말했|했었)[가-힣]{0,3}(?:는데도?|더니)(?:왜)?(?:또|계속|자꾸"
    r"|다시|아직도?)[가-힣]{0,8}(?:와|왔|오|옴|옵|보내|날아)"
)
# What is nobody's to use without being asked: a number, a picture, a name.
_INTRUDES: Final = re.compile(
    r"(?:번호|연락처|개인정보|주소|정보)(?:를|을|는|은)?(?:도대체|대체)?어떻게(?:아[셨시세]|알[았고게])"
    r"|(?:허락|동의|허가)(?:도|를|을|한|받은|해준|한적|한적이|받은적|하지도?)*(?:없|안했|않았)|무단(?:으로|사용|도용)|초상권"
    r"|(?:광고|스팸|홍보)(?:문자|전화|톡|카톡|메시지|메일)?(?:가|이)?(?:왜)?(?:자꾸|계속|또|너무|맨날)(?:많이)?(?:와(?!도)|왔|오네|오는데|옵니|날아)"
)
# `전화도 없고 답도 없고`, `연락 두절`: nobody can be reached at all.
_CUT_OFF: Final = re.compile(
    r"두절|(?:전화|답|연락|카톡|톡|문자)(?:도|이)없고[가-힣]{0,12}(?:도|이)?(?:없|안)"
    r"|(?<!제가)(?<!내가)(?<!저는)(?:전화|통화|카톡|톡|문자|채팅)(?:를|을|도|은|는)?(?:왜|아예|절대|하나도|계속|맨날|하루종일|한참"
    r"|[0-9]+(?:분|시간)(?:째|동안|이나)?)*안(?:받(?:고|네|냐|아요|으시[네나고는니]|으니)|보(?:고|네|냐|시[네나고는니])"
    r"|읽(?:고|네|으시[네나고는니]))"
)
# Nothing but that somebody waits, and for how long.
_ONLY_WAITS: Final = re.compile(
    r"(?:왜|아직(?:도|까지)?|여태|도대체|대체|진짜|언제|아니|네|저기요?|여보세요|아무도|사람(?:이|은)?|상담(?:원|사)(?:님)?(?:이|은)?"
    r"|담당자(?:님)?(?:이|은)?"
    r"|(?:안|못)(?:와|왔|오|옴|계|나와|나오)[가-힣]{0,5}|없(?:나요|어요|네요|습니까|냐)|인가요?|인데요?|멀었(?:나요|어요|습니까)"
    r"|(?:며칠|[0-9]+(?:일|분|시간)|[한두세]시간|일주일|하루|이틀|사흘|한참)(?:이나|째|이|을|넘게|동안)?"
    r"|(?:넘|지났|지나|됐|되었|기다)[가-힣]{0,8})+"
)


def misses_an_answer(text: str) -> bool:
    """Whether somebody complains that nobody answered him."""
    plain = squash(text)
    if _NO_CALL.search(plain):
        return False
    silent = (
        says(_REPEATED_HELP, text)
        or cut_off(text)
        or (_NO_NEWS.search(plain) and not GOODS.search(plain))
    )
    # Who blames the staff was answered, and how; a courier owes no answer.
    return bool(silent) and not (blames_staff(text) or blames_courier(text))


def hears_nothing(text: str) -> bool:
    """Whether somebody says that no word has come, of goods or of anything else."""
    return says(_REPEATED_HELP, text) or bool(_NO_NEWS.search(squash(text)))


def cut_off(text: str) -> bool:
    """Whether the store is said to be out of reach (`연락 두절이네요`, `전화도 안 받고`)."""
    return bool(_CUT_OFF.search(squash(text)))


def disregarded(text: str) -> bool:
    """Whether something was done otherwise than was asked for (`누르지 말라고 썼는데 눌러서`)."""
    told = any(word in text for word in ("라고", "랬", "거부", "차단"))
    return told and bool(_DISREGARDED.search(squash(text)))


def blames_service(text: str) -> bool:
    """Whether a complaint is about people: how they spoke, answered, or did not."""
    return says(_SERVICE, text) or bool(_CALLED.search(squash(text)))


def went_wrong(text: str) -> bool:
    """Whether something that was set going before is said to have failed, or to hang."""
    plain = squash(text)
    if any(
        sign.search(plain)
        for sign in (_CONTRARY, _PROGRESS, _NOT_KEPT, _LOST_RETURN, _OVERPAID, _PAID_BACK_SHORT)
    ):
        return True
    if was_done_to(text):
        return True
    return bool(_WENT_WRONG.search(plain)) and (
        reports_problem(text) or misses_an_answer(text) or bool(_NO_NEWS.search(plain))
    )


@once
def was_told_otherwise(text: str) -> bool:
    """Whether a page, a label or an advertisement is said to have told what is not so."""
    if not _TOLD_OTHERWISE.search(squash(text)):
        return False
    return not is_question(text) or holds_to_it(text)


@once
def intrudes(text: str) -> bool:
    """Whether the store is said to have used what it was not allowed to (`허락한 적 없어요`)."""
    return bool(_INTRUDES.search(squash(text)))


def names_its_day(text: str) -> bool:
    """Whether no more is told than the day on which goods were said to leave or to come."""
    return bool(_DAY_TOLD.search(squash(text)))


@once
def was_done_to(text: str) -> bool:
    """Whether the store is said to have done, or left undone, what was not wanted of it.

    `품절이라고 취소당했어요`, `반품비를 두 번 떼 갔어요`, `취소했는데 쿠폰이 안 돌아왔어요`.
    """
    plain = squash(text)
    if _DONE_TO.search(plain):
        return True
    return "원" in plain and bool(_CHARGED_MORE.search(plain))


def paid_back_short(text: str) -> bool:
    """Whether less is said to have come back than was paid."""
    return bool(_PAID_BACK_SHORT.search(squash(text)))


def misses_credit(text: str) -> bool:
    """Whether a coupon, points or a discount is said not to be there, or not to count."""
    plain = squash(text)
    return bool(_NO_CREDIT.search(plain)) and not _REVIEWED.search(plain)


def overpaid(text: str) -> bool:
    """Whether a customer says that he has paid more than he had to."""
    return bool(_OVERPAID.search(squash(text)))


def paid_for_nothing(text: str) -> bool:
    """Whether money is said to be gone, and no order to be there for it."""
    return bool(_PAID_FOR_NOTHING.search(squash(text)))


def lost_return(text: str) -> bool:
    """Whether goods that were sent back are said to be lost."""
    return bool(_LOST_RETURN.search(squash(text)))


def is_of_service(text: str) -> bool:
    """Whether what was told and is not so was a fee, a day or a service, and no goods."""
    return bool(_OF_SERVICE.search(squash(text)))


def waited_long(text: str) -> bool:
    """Whether it is said how long somebody has waited: then "when" is a reproach."""
    return bool(_WAITED.search(squash(text)))


def blames_courier(text: str) -> bool:
    """Whether the person who delivered is complained of, not that nothing came."""
    return bool(_COURIER.search(squash(text)))


def wrote_before(text: str) -> bool:
    """Whether somebody says that he has written, or asked, before."""
    return bool(_WROTE.search(squash(text)))


@once
def blames_staff(text: str) -> bool:
    """Whether it is told how somebody of the store behaved, whatever it was about."""
    return bool(_STAFF.search(squash(text))) and not wants_promise(text)


def kept_no_word(text: str) -> bool:
    """Whether staff had promised something by a day, and it was not done."""
    return bool(_NO_WORD_KEPT.search(squash(text)))


def holds_to_word(text: str) -> bool:
    """Whether staff are held to what they said they would do (`송장번호 준다면서요`)."""
    return bool(_WORD_HELD.search(squash(text)))


def only_waits(text: str) -> bool:
    """Whether a line says that somebody waits, and not for what (`아직도 안 오시네`)."""
    return bool(_ONLY_WAITS.fullmatch(squash(text)))
