"""How a line is said: asked, wished, complained, angry, thankful, corrected."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from bot.dialog.words import says, squash

# Consumer agencies and courts are named when patience is at an end; "신고" of a fault is none.
_THREAT: Final = re.compile(
    r"소비자(?:원|보호원|고발|센터|단체)|소보원|(?:경찰|국민신문고|공정위|공정거래|식약처).{0,6}(?:신고|제보|민원)"
    r"|신고(?:할[게께겁]|합니다|하겠|한다|해버)|고소(?:할|장|하겠|한다|합니다|하려|해버)|고발|소송|변호사|법적(?:으로|대응|조치)|내용증명|언론사?에?제보"
    r"|(?:맘카페|인스타|유튜브|sns|블로그|커뮤니티)(?:에|에다)?(?:올|퍼)|별점테러|(?:네이버|구청|시청|카드사|본사|관공서)에?(?:신고|민원|제보)|민원(?:을)?(?:넣|제기)"
)
_INSULT: Final = re.compile(
    r"(?:[씨시]|[ㅅ씹]|ㅆ)(?:발|팔|바|ㅂ)(?!송|인)|ㅅㅂ|ㅆㅂ|(?<![한두세네곱덟홉섯열몇\d])개(?:새끼|같은?(?!색|사이즈|크기|거|걸|이)|판(?!매|다|나|지)|소리)|미친(?:거|놈|년|곳|것|회사|가게|업체)?|병신|ㅂㅅ"
    r"|지랄|(?<![이가도])꺼져(?!요|서|있|버|가|도|나|네)|닥쳐|빡대가리|또라이|등신|쓰레기같|존나|졸라|호구로|먹튀|사기꾼|도둑놈|양아치|멍청|바보같"
)
_ANGER: Final = re.compile(
    r"장난(?:해|하|치|이)(?:요|냐|세요|나|십니까|시나|는)|최악|짜증|(?<!전)(?<!동)(?<!영)화(?:나(?!왔|온|와)|가나|난|남|딱지)|열(?:받|뻗)|어이(?:가)?없|기가막|황당"
    r"|불쾌|답답(?:하|해)|너무하(?!얗|얘|야|애|늘|루|나|게|고)|너무한|뭐하는(?:거|곳|데|짓)|몇번(?:째|(?:이나|을)?(?:말|얘기|물|연락|전화|문의|보내|설명|해야|더))|(?:두|세|네|다섯|[2-9])번째(?:나)?(?:말|얘기|물|연락|문의)"
    r"|빡치|빡쳐|양심(?:이|도)?없|다신안|실망|엉망|성의(?:가)?없|무책임|나몰라라|사기(?:치|당|아|네|입)|환장|돌겠|미치겠|왜(?:자꾸|계속|안)[가-힣]{1,8}(?:냐[고구]|라[고구]|다[고구])"
)
_SHOUT: Final = re.compile(r"[!！]{3,}|[?？!！]{4,}")

_THANKS: Final = re.compile(r"감사|고마[워웠]|고맙|땡큐|thank|수고(?:하|많)|ㄱㅅ|ㄳ")
# What is said around thanks and says nothing of its own.
_AROUND_THANKS: Final = re.compile(
    r"감사(?:합니다|해요|드려요|드립니다|드림|하구요|했습니다|인사)?|고마워[요용]?|고맙(?:습니다|네요|구만유|심더)?|고마웠[가-힣]{0,4}|땡큐|thank(?:s|you)?|ㄱㅅ(?:ㄱㅅ)?|ㄳ"
    r"|수고(?:하세요|하십니다|하셨[가-힣]*|많으세요|많으십니다|많으셨[가-힣]*|해주셔서)?"
    r"|네에?|넵|넹|예|아|오|와|앗|그럼|그래도|정말|너무|진짜|대단히|매우|항상|늘|다시한번|덕분(?:에|입니다)|많이|모두|다들|참|또|그리고|근데|아무튼|어쨌든|일단"
    r"|(?:알려|도와|답변|확인|처리|해결|신경써|챙겨|보내|안내|설명|말씀|응대|배려|연락|상담|수고)(?:를|을|도)?(?:해|하여)?(?:주셔서|주신|주시고|주심|줘서|주시니|주셨네요|주셔가|주시느라|해주시다니)"
    r"|주셔서|주신|답변|응대|상담|처리|설명|안내|배송|연락|늦게라도|이제라도|최고(?:예요|에요)?|친절하시?네요|좋아요|좋네요|만족(?:해요|합니다)?"
    r"|(?:빠른|친절한|빠르고친절한|자세한|신속한|좋은|고마운|세심한)(?:답변|응대|처리|상담|설명|배송|대응|안내)?(?:에|도|로)?|(?:빨리|빠르게|친절하게|자세히|잘|금방|신속하게|바로|이렇게)"
    r"|(?:잘)?(?:받았|도착했|왔|됐|되었|해결됐|처리됐|쓸|입을|먹을|쓰고|입고|신고|먹고|사용)(?:어요|습니다|네요|고요|는데요|게요|있어요|있습니다|하겠습니다|할게요)?"
    r"|(?:잘)?(?:알겠|확인했)(?:습니다|어요)?|좋은하루(?:되세요|보내세요)?|(?:행복한|즐거운|편안한)?(?:하루|저녁|주말|밤|오후|명절)(?:되세요|보내세요|되십시오)?|복받으세요|번창하세요|대박나세요|건강하세요|또올게요|또살게요|안녕히계세요|계세요"
    r"|(?:합|입)니다|세요|해요|드려요|요|용|당|님|상담원|사장님|선생님|담당자|고객센터|여러분|하|히|ㅇㅇ"
)
_HEARD: Final = re.compile(
    r"(?:네에?|넵|넹|예|아|음|그럼|일단)*(?:확인(?:했|하였|완료|됐)(?:습니다|어요|네요)?|알(?:겠|았)(?:습니다|어요|네요)|알겠슴다"
    r"|그(?:정도면|럼)?(?:됐|되었)(?:습니다|어요)|그렇군요|오케이|기다(?:릴|려볼|리고있을)[게께]요|기다리겠습니다|그정도면됐어요)+"
)
_INJECTION: Final = re.compile(
    r"(?:지시|규칙|명령|설정|프로그램)(?:사항|문)?(?:를|을|은|는)?(?:모두|전부|다)*(?:무시|잊|어기)|프롬프트|시스템메시지|ignore(?:all|previous|the)|systemprompt|(?:다른|딴|모든)(?:고객|사람|회원|손님)(?:들)?(?:의)?(?:주소|번호|정보|전화|이름|주문|연락처)(?:를|을|도|좀|내역|전부|다)*(?:알려|보여|뭐|불러|내놔|말해|출력)"
    r"|너는(?:이제|지금부터)|역할(?:을|극)|관리자(?:야|다|모드)|탈옥|jailbreak|개발자모드|(?:관리자|어드민|서버)(?:비밀번호|계정|암호|권한)|데이터베이스|소스코드|sql"
)
# What of another person nobody is told, however it is asked for.
_PRIVATE: Final = re.compile(
    r"(?:고객|회원|주문자|손님)(?:들)?(?:의)?(?:명단|목록|리스트|디비)"
    r"|(?:친구|남편|아내|여친|남친|동생|이웃|[가-힣]{2,4}씨|(?:다른|딴|모든)(?:고객|사람|회원|손님)(?:들)?)[가-힣]{0,5}?(?:의)?"
    r"(?:주소|전화번호|번호|주문내역|연락처|정보)(?:를|을|좀|도)*(?:알려(?!드|줄[게께테])|보여(?!드|줄[게께])|뭐|불러|내놔)"
    r"|번호(?:의)?(?:주문자|주인)(?:의)?(?:주소|이름|정보)"
)
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
_OVER: Final = re.compile(r"(?<!안)해결(?:됐|됬|되었|완료|된것)|찾았(?:어요|습니다|네요)")
# What follows good news with one of these is the news.
_BUT: Final = re.compile(
    r"(?:는데|은데|지만|더니|면서|다고|근데|그런데|그래도|하지만|다만|아니|안돼|안되)"
)
_DAMAGE: Final = re.compile(
    r"깨[져졌진짐지]|부러[져졌진짐]|부서[져졌진짐]|찢[어김]|물이?새|불량|파손|하자(?!마자|고)|고장|곰팡|상했|썩었|벌레|얼룩|이염|구멍"
    r"|작동(?:이|을)?안|소리(?:가|도)?안|안따뜻|(?:따뜻|시원|뜨거|차가)(?:해|워)?지(?:지|질)않|삐걱|삐그덕|흔들[려거리]|탄내|타는냄새|불꽃|연기가나돌아가지않|켜지지않|금이가|떨어져(?:나|서|있|버)|밑창이떨어|뜯어[져졌]|벗겨[져졌]|끊어[져졌]"
    r"|(?<![주하어])새(?:요|네요|는데|고있)|샙니다|(?<![가-힣])샜|(?:손잡이|바퀴|전구|모터|지퍼|버튼|다리|스위치|화면)(?:가|이)?나갔|녹(?:았|아있|아서|은채)|(?:썩|시들)(?:어|은|었)|상(?:해서|한(?:게|걸|거|채))|젖(?:었|어|은)|(?<!카드)(?<!카드가)(?<!두번)(?<!중복)긁[혀힌힘혔]|스크래치|기스|흠집|박살|삐뚤|헐거[워웠운]|실밥|빵꾸|때(?:가)?(?:탔|묻|껴)|더러[워웠운]|머리카락|이물질|시끄[러럽]|소음이|스파크|먹통|방전|인식(?:이|을)?안|충전(?:이|도)?안|연결(?:이|도)?(?:안|자꾸|계속)|부[숴셔]졌|삭았|눅눅|사용감|개봉(?:한)?흔적|중고(?:같|인)|올(?:이)?나갔|타는냄새|꺼져(?:요|서|버)|꺼집니다|덜렁"
    r"|냄새(?:가|도)?(?:나[요는서]|난다|남|심[해하]|고약|배[어었]|빠지지|안빠|지독)|(?:쇠|탄|이상한|고무|약품|곰팡이|화학|기름|썩은|역한)냄새|벌어[져졌진]|샜[어네는]|(?:실|실밥)(?:이)?(?:풀|터|나와|나왔)|(?:화면|액정|모니터)[가-힣]{0,4}(?:줄|멍|점)|뜯[긴겨겼]|까졌|까진|벗겨|찍[혀힌]|눌[려린]|곰팡|보풀|틈|유격|마감|뒤틀"
    r"|짝짝이(?:예|에|라|임|입|네)|(?:봉제|박음질|재봉|단추|지퍼)(?:가|이)?(?:틀어|비뚤|삐뚤|터|엉망)|(?:밑창|굽|끈|손잡이|단추|장식)(?:이|가|은)?(?:떨어|끊어)[짐진졌져]"
    r"|변색|쭈글|휘어|찌그러|녹슬|터[져졌]|금(?:이)?[갔간]|(?<![아양])이가나(?:갔|가서|간)|보풀|올이(?:풀|나갔)"
    r"|(?<!등급이)(?<!등급이왜)(?<!가격이)(?<!값이)(?<!재고가)(?<!재고)(?<!다)떨어[졌져](?!서못|있나)"
    r"|(?:바퀴|단추|나사|손잡이|다리|굽|털|뚜껑|알|꼭지|지퍼)(?:이|가|도|는|고리가)?(?:하나|두개|벌써|금방)?(?:빠[져졌지]|빠진)"
    r"|(?:금방|벌써|하루|한번|두번|며칠|일주일|한달)[가-힣]{0,8}(?:닳|해졌|늘어[났나]|꺼졌|꺼지)|물(?:이)?빠[져졌지짐]"
    r"|(?:맛|냄새)(?:이|가)?(?:이상|변했)|유통기한(?:이|도)?(?:이미|벌써)?(?:지[났난나]|넘[었은])"
    r"|(?:시계|기계|제품|모터|청소기|선풍기|세탁기|화면|기기|폰)[가-힣]{0,8}멈[췄춰추]"
)
_HURT: Final = re.compile(
    r"알레르기(?:가|로|때문|반응)|알러지(?:가|로|때문|반응)|두드러기|발진|화상|(?:손|발|몸|얼굴|피부|아이|애)[가-힣]{0,6}(?:다쳤|다쳐|베였|베어|데었|데였|찔렸|뒤집어)|감전(?:됐|되)|식중독|배탈|(?:먹고|쓰고|바르고|입고)[가-힣]{0,8}(?:병원|응급실|아파|토했)|병원(?:에)?(?:갔|다녀)"
)
# Goods that do not do what they should; `안 맞아요` and `마음에 안 들어요` are another matter.
_NOT_WORKING: Final = re.compile(
    r"(?<!마음에)(?<!맘에)안(?:돼|되[요네고는]|됨|됩니|됐|눌[려리러림]|켜|나[오와옴]|움직|붙[어지]|잠[겨기]|열|닫|들[려리림]|돌아|감[겨기]|가[요네고]|갑니|먹혀|찍[혀히]|울[려리]|빨[려리]|따뜻|시원|식)"
)
# What nothing but goods can do: these need no word that they are at hand.
_MECHANICAL: Final = re.compile(
    r"안(?:눌|붙|감[겨기]|빨[려리]|울[려리]|켜|돌아|잠[겨기]|닫[히혀]|열[려리]|들[려리림])"
)
_SENTENCES: Final = re.compile(r"(?<=[.!?\n])|(?<=[는은인]데)\s|(?<=[요다음임네죠까함됨])\s")
# What is no part of the goods: a process, an account, the delivery.
_PROCESS: Final = re.compile(
    r"(?:환불|교환|반품|취소|결제|신청|접수|조회|로그인|쿠폰|적용|연락|통화|전화|주문|배송|택배|입금|답|처리|출고|발송|예약|발급|승인|확정|지급|입고|창|링크|문자|반응|(?:취소|신청|결제|구매|주문|교환|반품|로그인|확인)버튼|등록|가입|사이트|페이지|앱|적립|해결|이해|확인|변경|수정|선택|배달|기사|물건|상품|맞|통)"
    r"(?:도|이|가|은|는|을|를|님이|님도)?(?:아직(?:도)?|아예|잘|전혀|왜)*$"
)
_AT_HAND: Final = re.compile(
    r"받음|받았|받은|도착|(?<!안)왔(?!다)|[샀산](?:는|어|지|거|건|던)|쓴지|쓰다|써보|사용|\d{10}|교환|환불|반품|새(?:거|것|제품)"
)
_SETTLED: Final = re.compile(
    r"(?<!안)(?<!못)(?:해결|처리|정리)(?:됐|되었|됬|완료|된것|잘)|잘(?:받았|도착|왔|됐|됬|되었|되네|되요|돼요|입을|쓸|쓰고)|(?:이제|그럼)됐(?:어요?|습니다|네요)"
    r"|문제(?:없|해결)|(?:고쳐|풀려|나아)졌(?:네요|어요|습니다)|괜찮아졌|찾았(?:어요|습니다|네요)|(?<!안)(?<!못)도착했(?:어요|네요|습니다)"
)
_PROBLEM: Final = re.compile(
    r"안(?:되|돼|됐|됨|됩|됬|먹|열|와|왔|오|옴|해[가줘갔]|가져[가갔]|나[오와왔요옴]|들어|떠|뜨|보이|맞|켜|눌|올라|바뀌|바뀐|바꿔|찍혀|움직|오네|해주)|못(?:받|찾|하|쓰|들어|사|봤)"
    r"|오류|에러|고장|깨[져졌진짐지]|부러|찢어|(?<![주하])새(?:요|네|는|고|서)|불량|파손|하자|얼룩|이염|터[졌져진]|망가|없어졌|사라|누락|빠졌|빠져|잘못|다른(?:게|거|것|색|상품|사이즈|제품|물건)"
    r"|(?<![겨해워어아줘])달라|다르|틀려|틀리|거짓|속[았이]|상했|썩|냄새|곰팡|벌레|늦|멈[춰췄]|지연|끊[어겼긴]|불친절|반말|막말|무시|짝퉁|가품|(?:두|2)번(?:이나|씩)?(?:결제|빠|출금|나갔|냈|청구)|(?:중복|이중)(?:으로)?(?:결제|출금|청구|주문)|모자라|모자란|부족(?:해|하|한)|사라[져졌]|적게(?:들어|왔|입금)|덜(?:왔|들어|보내)|멈춤|무소식|감감|똑같(?:아|애|네|습)|마찬가지|또(?:이래|그래|이러|그러|왔)|(?:옛날?|예전|이전|다른|딴|엉뚱한)(?:주소|집|동|호수?)(?:로|에)?갔|시끄[러럽]|소음|안도착|떨어졌|입금대기|(?:설명서|보증서|나사|부품|구성품|사은품|증정품|케이블|충전기|충전선|리모컨|뚜껑|건전지|배터리|단추|벨트|한짝|한개)(?:이|가|도)?없(?!나|을|는지|냐)|준비중(?:이(?:라|래|네|에|던|다)|인데|입니)|작동(?:이)?(?:안|을안)"
)
_NOT_GOOD: Final = re.compile(
    r"또|다시|여전|아직|계속|역시|그대로|마찬가지|새로(?:온|받은|보내)|새(?:상품|제품|거|것|걸)(?:도|마저|역시|(?:을|를|로)?받)|(?<!다른)이것도"
    r"|여태|이제껏|지금까지|이때까지|입때|아즉|(?:온|받은|바꾼|바뀐|보내준)(?:것|거|게)?(?:도|마저)|이번(?:에도|것도|거도)|해결(?:이|은)?(?:안|되지않|못)|다더니|다면서요|교환(?:받은|해주신|한거|한것|한게)|바꿔(?:주신|받은)|보내주신"
)
_QUESTION_WORD: Final = re.compile(
    r"언제|얼마|어떻게|어떡|어디|몇|무슨|뭐(?!라고)|무엇|왜|누가|누구|어느|어떤|가능|되나|돼나|되는지|될까|있나|있을까|없나|(?<!냄새가)(?<!냄새도)(?<!소리가)(?<!소리도)(?<!소음이)(?<!열이)(?<!연기가)(?<!녹이)(?<!많이)(?<!자꾸)(?<!계속)(?<!심하게)(?<![안리새장각거])나요|까요|은가요|는가요|ㄴ가요|인가요|는지|을지|할지|건지|려면|방법|절차|기간|궁금|알고싶"
)
_PROTEST: Final = re.compile(
    r"왜(?:이렇게|이리|자꾸|계속|아직(?:도|까지)?|여태|맨날|또|이제|저만)?[가-힣]{0,8}?(?:안|못|늦|없|틀|다르|깨|고장|멈|끊|빠|두번|떨어|취소)"
    r"|(?:안|못)[가-힣]{1,6}(?:왜)(?:죠|요|이래|그래)"
)
_ASKS_TO_DO: Final = re.compile(
    r"해[주줘](?!나|신다|준다|셔야|시나|실까|는지|실수|시는|는데)|[가-힣](?:주세[요여용]|주셔요|주십시오|주시겠|줘요?|줘라|달라|부탁|바랍니다|바래요|바람)|할[게께]요|할래요?|하겠습니다|하려(?:고|구|는데|합|해|면요)|[하받바꾸내]고싶|싶(?:어|습|은데|네)|원(?:해|합|함)|견적(?:이요|요|좀|부탁|받[고을])|신청(?:합|할|이요|요)|요청(?:합|드|이요)|접수(?:해|부탁|할)|보내[려고달]|돌려보내|시켜(?:줘|주)|취소(?:요|할|해|좀|하)|환불(?:이요|요|좀|할|해|하)|교환(?:이요|요|좀|할|해|하)|반품(?:이요|요|좀|할|해|하)"
)
_STOP: Final = re.compile(
    r"귀찮게(?:좀)?(?:하지(?:좀)?(?:마|말)|굴지)|자꾸(?:이런거|이런걸|메시지|문자|카톡)?(?:좀)?(?:보내|연락하)지(?:마|말)|^(?:이제|제발|좀|아|네)*그만(?:좀)?(?:보내|하세요|해주세요|해요|연락|오게)[가-힣]{0,6}$|^(?:이제|더이상|제발|좀)*(?:보내|연락하)지(?:마|말)[가-힣]{0,6}$"
    r"|(?:메시지|메세지|문자|카톡|톡|알림|연락)(?:은|는|을|를|도|좀|이제)*(?:그만|보내지(?:마|말)|하지(?:마|말))|알림(?:을)?(?:꺼|끄|안받|안보|그만|거부)|수신(?:거부|차단)|(?:연락|메시지|알림)(?:은|는)?(?:필요없|안받|원하지않)"
)
_UNKNOWN: Final = re.compile(
    r"(?:모르|몰라|몰르)(?:겠|요|는데|구)|기억(?:이)?(?:안|이안|나지)|(?:(?<!필요)없어(?!졌)요?|없습니다|없는데요?|없네요|없음)|안(?:보여|나와|보이|나오|찾아)|못찾|비회원|건너뛰|패스|넘어가|스킵|알수없|생각(?:이)?안나|까먹|잊어|나중에|없다니까"
)
_REFUSES: Final = re.compile(
    r"(?:알려|말|말씀|가르쳐|드리)(?:드리)?(?:주)?(?:기|고|줄)?(?:싫|싶지않|못|안할|수없|ㄹ수없)|왜(?:그걸|그런걸|자꾸)?(?:알려|말해|필요|물어)|(?:꼭|굳이)(?:알려|말|필요|해야)"
)
_WITHDRAWS: Final = re.compile(
    r"기다려(?:볼|보|봐)|(?:더|일단|그냥|조금|좀|조금만|좀만)+(?:더)?기다(?:릴[게께]|리겠)|(?:취소|접수|문의|신청|환불|교환|반품|변경)(?:를|는|은|을|도)?(?:안|하지)(?:할|않|말|마(?:세|시|요|라|십)|하(?:려|겠|기로))|^(?:그럼|그냥|아|네|아니(?:요|다)?|역시|걍)*안할(?:래|[게께])(?:요)?$|(?:없던|안한)(?:걸|일)로|(?:접수|답변|상담|확인)(?:은|는|이)?(?:이제|더)*필요없|제가할[게께]|생각(?:좀|을)?해볼[게께]|안해(?:도|줘도|주셔도)(?:돼|되|됩)|그냥(?:쓸|둘|입을|신을|먹을|받을|놔둘|가질|버릴|넘어갈|쓰|입|신|먹|받)(?:[게께래]|려고|겠|기로|을[게께])|(?:아|그냥|이제)됐(?:어요?|습니다|네요)|됐고그냥"
)
_ON_CONDITION: Final = re.compile(
    r"(?:이미|벌써|혹시|재고|출고|발송|내야|돈|안|보냈|나갔)[가-힣]{0,10}(?:으면|면|거면|다면|거든)(?:그냥|걍|안|취소)"
)
_REPEATED_HELP: Final = re.compile(
    r"(?:확인|읽지|보지|읽어|봐)(?:도|지도)?(?:안하|않으|안보|안주)|답(?:장|변)?(?:이|은)?(?:너무|왜|왜이리|이렇게|좀)?늦|(?:지났|됐|되었|넘었)[가-힣]{0,4}답(?:변|장)?(?:은|좀|이라도)?(?:주|해)|답(?:이|은|변|장)?(?:이|은|도|을)?(?:없|안|아직|언제|못)|연락(?:이|은|도)?(?:없|안|아직|언제|못)|(?:말|말씀|대꾸)(?:이|도|씀도)?없|묵묵부답|무시|(?:이틀|사흘|며칠|[0-9]+일|일주일)(?:째|동안|이나|넘게).{0,8}(?:답|연락|소식|기다)"
)
# Of goods that do not come it is said too: then nobody complains of the store's silence.
_NO_NEWS: Final = re.compile(r"소식(?:이|도)?없|감감무소식|함흥차사|깜깜무소식")
_GOODS: Final = re.compile(r"배송|택배|물건|상품|제품|주문|구매|교환|반품|환불|배달|출고|산거|시킨")
_SERVICE: Final = re.compile(
    r"상담(?!시간|가능)|직원|기사|응대|말투|태도|불친절|친절|반말|막말|욕|무례|매너|서비스|답변|답이|답을|연락|고객센터|사장|책임자|무시|신고|소비자"
)
# A call by itself is no complaint (`통화로 해 준다고 했던 거요`).
_CALLED: Final = re.compile(
    r"(?:전화|통화)[가-힣]{0,12}(?:안받|안되|안돼|못|끊|없|불쾌|짜증|한숨|화를|화내|퉁명|차갑|건방|기분)"
)
_STORE: Final = re.compile(
    r"배송|택배|물건|상품|제품|송장|주문|환불|입금|결제|교환|반품|쿠폰|포인트|적립|영수증|주소|사이즈|치수|취소|상담|전화|매장|가게|스토어"
    r"|재고|입고|품절|할인|세일|가격|얼마|비싸|구매|사고싶|살수|샀|판매|파나|파시|사이트|가입|로그인|비번|비밀번호|회원|탈퇴|선물|포장|수리|보증|보상"
    r"|조립|설치|사용법|부품|기사|방문|리뷰|후기|문의|이벤트|행사|색상|색깔|소재|재질|세탁|옷|신발|가방|받[았으을]|보[내냈]|시켰|시킨|도착|출고|배달"
)
_PUTS_OFF: Final = re.compile(
    r"(?:나중에|이따가?|있다가|조금있다|잠시후에?|내일|저녁(?:에)?|주말에|집(?:에)?가서|퇴근하고|찾아보고|확인하고|바빠서)"
    r"(?:요?$|[가-힣]{0,6}?(?:알려(?!주|줘)|말씀(?!해주)|말할|연락(?!주|해주)|올[게께]|올릴|올려(?!주)|보낼[게께]|보내드|드릴|적을|할게))|사진(?:을|은|도)?(?:첨부|보내|올려|찍어|나중에)[가-힣]{0,6}(?:할|드릴|릴|낼)[게께]|(?:찾아|확인해|알아|물어)볼[게께](?:요)?$|(?:집에?가서|이따가?|나중에|퇴근하고)[가-힣]{0,10}(?:볼|확인할|찾아볼)[게께]|잠시만|잠깐만요?$|기다려(?:보세요|주세요|봐요)|ㄱㄷ$|지금(?:은)?(?:바빠|운전|회의|수업|근무)"
)
_MUCH_LATER: Final = re.compile(r"나중에|내일|저녁|주말|집(?:에)?가서|퇴근|모레|다음주")
_WENT_WRONG: Final = re.compile(
    r"(?:신청|접수|요청|취소|환불|교환|반품|주문|예약|회수|수거)(?:을|를|은|는)?(?:안|한적)?(?:(?:한|했|된|됐)(?:지|는데|더니|다고|었는데|습니다만|고)|(?:하|되)(?:는데|더니))"
    r"|(?:취소|환불|반품|교환)(?:한|신청한|(?:으로)?보낸)(?:지|게|거|것|건|물건|상품|택배)|회수(?:하러|를|가|는)?(?:안|아직|못)|기사(?:님)?(?:이|은|분이)?(?:안|아직|오지)|(?:보낸|보냈는데|반납한|넘긴)(?:지|거|것|게)|(?:금액|돈|환불금?)(?:이|은)?(?:적|덜|모자|틀|다르|잘못)"
    r"|(?:옆|다른|딴|엉뚱한|이사전|예전|옛)(?:집|동|호|층|주소|지점)[가-힣]{0,4}(?:갔|배송|배달|왔|도착)"
)
# What was not asked for happened, or what was called off did all the same.
_CONTRARY: Final = re.compile(
    r"(?:바꿔|변경해|취소해|추가해|빼|넣어|해|보내)달라고[가-힣]{0,3}(?:했|말|요청|부탁)[가-힣]{0,14}(?:왜|그대로|안|출고|발송|왔|배송)|(?:요청|변경|추가|수정)(?:을|를)?(?:했는데|했는데도|했더니|드렸는데)[가-힣]{0,12}(?:그대로|없이|왔|옛날|예전|출고|발송|배송)"
    r"|(?:안했|안한|한적(?:이)?없)[가-힣]{0,15}(?:됐|되었|돼|나갔|왔)|취소(?:했|한|신청했)[가-힣0-9]{0,14}(?:왔|배송|출고|도착|결제|그대로|나가|빠져|청구)"
)
_CALL_ME: Final = re.compile(
    r"(?:전화|통화|콜백)(?:를|로|을|한통|한번|좀)*(?:주세|주시|주십|달라|부탁|해주|하고싶|하고파|원해|원합|원하|받고싶|가능할까|연결)"
)
_NEEDED: Final = re.compile(
    r"(?:주문)?번호(?:까지|도|를|는|가|은)?(?:꼭|굳이|왜|반드시)?(?:알려|필요|있어야|적어|말해|말씀|드려)[가-힣]{0,4}(?:하나요|하죠|되나요|돼요|해요|될까요|한가요|요구|하는데요|해야)"
)
# `무료배송이라고 써 있었는데`: what was written, and then what was not so.
_TOLD_OTHERWISE: Final = re.compile(
    r"(?:라고|다고|된다고|으로|로)(?:분명(?:히)?)?(?:써|쓰여|씌어|적혀|적어|나와|돼|되어|표시|표기|안내|광고|설명)[가-힣]{0,4}(?:있|됐|되었|돼|하|했|해놓)[가-힣]{0,4}(?:는데|은데|던데|더니|지만|으면서)"
    r"|(?:라|다|라고|다고)(?:써|적어|해|올려|표시해)(?:놓고|두고|놨는데|놓더니)|(?:라|다)더니(?!아직|왜|안|연락|답|소식|감감)[가-힣0-9]"
    r"|(?:상담(?:원|사|하신분)?|직원|담당자|판매자|사장님?|거기서|그쪽에서|전화로|통화로)[가-힣]{0,24}(?:다고|라고|된다|한다|해준다)(?:하셨|했|해서|해놓고|하더니|하시더니|안내|말씀|말했|그랬|그래서|하고는|하고)"
    r"|(?:있다|된다|가능하다|출발한다|출고된다|남았다)고(?:하셔서|해서|안내받고|하길래|들어서|했는데)[가-힣]{0,12}(?:는데|더니)[가-힣]{0,6}(?:품절|없|안|예약|취소)"
    r"|(?:할인|적립|증정|무료|포함|된|있)(?:이)?(?:된|한|인)?다고(?:해서|하길래|했는데|써있|나와)[가-힣]{0,12}(?:안|못|없|아니|정가|제값)"
    r"|(?:사이즈표|상세페이지|페이지|설명|표기|실측표|치수표|안내|성분표|라벨)[가-힣]{0,6}(?:이랑|하고|와|과)?[가-힣]{0,4}(?:틀렸|틀려|틀린|잘못됐|잘못되|엉터리|오류|안맞)"
    r"|(?:오타|잘못(?:표기|기재|적혀|나와|써있|쓰여))(?!어요주소)[가-힣]{0,4}(?:있|났|네|음|됐|되)"
    r"|(?:페이지|상세|설명|홈페이지|사이트|광고)(?:에|에는|에서|에선)[가-힣0-9]{0,14}(?:나오|나와|되어|돼|적|써|있)[가-힣]{0,4}(?:는데|던데|더니|지만)"
)
_WANTS_PROMISE: Final = re.compile(
    r"(?:얼마|몇(?:프로|퍼|만원|퍼센트))[가-힣]{0,6}(?:보상|배상|줄거|줄건|주실|해줄|깎)|(?:보상|배상|위로금|피해보상)[가-힣]{0,8}(?:얼마|해줄|해주|언제|약속)"
    r"|(?:오늘|내일|이번주)(?:안에|중에|중으로|내로|까지)?(?:는)?(?:답변|답|처리|연락|해결)(?:을|이|은)?(?:받을수|되나|될까|가능|주시|오나|주나|줄수|해주)"
    r"|확답|언제(?:쯤)?(?:돈|환불)[가-힣]{0,6}(?:주실|줄|해줄|해주실)"
    r"|(?:언제|며칠|몇일|몇시|[0-9]+[일시]|내일|모레|오늘|[월화수목금토일]요일)까지[가-힣]{0,8}(?:확답|약속|보장|장담|해줄|해주실|줄건|줄거|주실거|처리)"
    r"|(?:약속|보장|장담)(?:해|하)(?:줘|주|세|실|요|라)|(?:확실|틀림없|분명)(?:한거|하|히오는거)?(?:죠|지요|한가요|하죠)"
    r"|(?:배송비|택배비|반품비|수수료|비용|요금)(?:는|은|를|을|도)?(?:면제|깎아|빼|무료로)(?:해)?(?:줘|주|달)"
    r"|(?:쿠폰|적립금|포인트|사은품|서비스)(?:이라도|라도|이나)(?:하나)?(?:줘|주|달|챙겨|보내)"
)

_NO_SURVEY: Final = re.compile(
    r"(?:설문|평가|만족도|점수|별점|리뷰|후기).{0,8}(?:패스|스킵|안|싫|귀찮|됐|괜찮|그만|필요없|생략|못)|^(?:안할래|안해|귀찮|패스|생략|노코멘트)"
)
_A_DETAIL: Final = re.compile(r"이름|성함|주소|번호|계좌|수량|사이즈|색|옵션|연락처|동호수")
_MISSENT: Final = re.compile(
    r"잘못(?:보냈|눌렀|쳤|썼|온거|보낸|누른|갔)|실수(?:로|예요|였)|다른(?:데|곳|사람|분)(?:에)?(?:보낼|보내려)"
)

_INSTEAD: Final = re.compile(
    r"(?:(?:아니(?:요|오|여|다)?|아뇨|그게아니라)[,\s]*|(?:아|앗|엇|어|아차|헉|참|저기|잠깐만?요?|죄송(?:해요|한데요?|합니다)?)[,\s.~!]+)?"
    r"(?P<old>[^,.!?\n]{1,30}?)\s*(?:이|가|은|는|을|를)?\s*"
    r"(?:말고요?|말구요?|아니고요?|아니구요?|아니라|아니에요|아니예요|대신(?:에)?|됐고요?|됐구요?|필요\s?없고요?)(?P<comma>[,\s]+)(?P<new>[^\n]{1,60})"
)
#: One of these is in every correction; to look for them first is quicker than the pattern.
_NOT_THAT: Final = ("말고", "말구", "아니", "대신", "됐고", "됐구", "없고")
_CANCELS_FILING: Final = re.compile(
    r"(?:문의|접수|요청)(?:한|드린|했던)?(?:거|것|건)?(?:를|은|는|을)?(?:취소|철회)(?!된|됐|되었)|(?:취소|교환|환불|반품|변경)(?:요청|신청)?(?:를|을|은)?철회"
)
_WAITED: Final = re.compile(
    r"(?:일주일|이주일|열흘|보름|한달|며칠|[0-9]{1,2}일|[0-9]주)(?:이|가|이나|도|째)?(?:넘|지났|지나|됐|되었|됨|째)"
)
_GOT_ANOTHER: Final = re.compile(
    r"짝짝이(?:로|가)?(?:왔|와|옴|네)|"
    r"(?:다른|엉뚱한|잘못된|틀린|남의|딴)(?:상품|색상?|색깔|사이즈|게|거|것|물건|옷|제품|모델|디자인|사람거)[가-힣]{0,2}(?:이|가)?(?:왔|옴|와|배송|들어)|(?:사이즈|색|색상|색깔|상품|물건|모델)(?:이|가|도)?(?:잘못|다른[게거]|틀린[게거]|바뀌어|바껴)[가-힣]{0,3}(?:왔|옴|와있|배송)|"
    r"(?:주문|시켰|시킨|골랐|선택|샀)[가-힣]{0,6}(?:는데|더니|지만)(?!택배|물건|상품|문자|배송|연락|알림)[가-힣a-z0-9]{1,10}(?:이|가|만)(?:왔|옴|와있|들어)"
)
# `어제 신청한 교환 어떻게 됐나요`: what was set going is asked after.
_PROGRESS: Final = re.compile(
    r"(?:신청|접수|요청|취소|반납)(?:한|했던|했는데|하고)[가-힣]{0,6}(?:어떻게|어케|어찌)(?:됐|되|된|돼|처리|진행)"
    r"|(?:맡긴|(?:수리|수선|as|에이에스|교환|반품)(?:을|를|로)?(?:보낸|보냈는데|신청했는데|접수했는데|맡겼는데))[가-힣]{0,12}(?:언제|어떻게|어케|아직|소식)|교환(?:상품|품|제품|물건|받을)(?:은|는|이)?[가-힣]{0,3}(?:언제|아직)"
    r"|신청(?:했|햇)[가-힣]{0,4}(?:수거|회수|기사)[가-힣]{0,6}언제"
)
# `환불해 준다며 한 달째야`: a word that was given and not kept.
_NOT_KEPT: Final = re.compile(
    r"(?:환불|교환|취소|반품|회수|발송|재발송|보내|연락)(?:해)?(?:준다|주신다|드린다|주기로)(?:며|면서|더니|고하|고했|했)"
)
_POINTS_BACK: Final = re.compile("저번|지난번|아까|그때|전에|말한|말했|말씀|얘기|있잖|있죠|아시죠")
_IN_VAIN: Final = re.compile(
    r"(?:해|찾아|써|껐다켜|살펴|눌러|들어가)[가-힣]{0,3}봤[가-힣]{0,4}(?:똑같|안|못|없|마찬가지|그대로|소용)|그래도(?:안|똑같|못|없)|(?:바꿔|해|다시해|껐다켜)도(?:똑같|안(?:돼|되|됩)|마찬가지|그대로)"
)
_VAGUE: Final = re.compile(
    r"(?:저기|음|아니|그|그거|그건|그게|그것|저번|지난번|지난|전에?|저번에|지난번에|아까|그때|통화|상담|전화로|할|때|에서"
    r"|말한|말했던|말씀드린|말씀하신|말씀|하신|한|했던|얘기한|얘기했던|해주기로|해준다던|해주신다던|약속한|약속하신"
    r"|있잖아|있잖아요|있죠|알죠|아시죠|거|것|건|거요|요|에|은|는|이|말이에요|말인데요|왜|아직|아직인가요|언제|어찌|어떻게|되는|겁니까|된|건가요|됐나요|돼요)+"
)
_NOT_COME: Final = re.compile(
    r"안(?:와|왔|오[네고는노냐나니]|옴|온다)|못받|도착(?:을|도|하지)?(?:안|않)|(?:출발|출고|발송|배송시작|배송)(?:도|을|이|가|은|조차)?(?:아직)?안(?:했|하|됐|되|함)|소식(?:이|도)?(?:없|안)|무소식|감감|언제(?:쯤)?(?:와|오|옴|도착|받)"
)
_SOME_CAME: Final = re.compile(
    r"(?:하나|한개|[0-9]개|두개|일부|반)만|[가-힣]만(?:왔|오고|도착)|빠[졌져지진]|다른(?!주문|건)|딴|덜|모자|부족|없이|누락|잘못|틀린"
)
_COURIER: Final = re.compile(
    r"(?:기사|배달원|택배원|배송원|택배아저씨)(?:님|분|양반)?(?:이|은|가|께서|도)?[가-힣]{0,10}(?:던지|던져|불친절|반말|욕|막말|기분나|소리(?:를)?(?:지르|질러)|짜증|무례|싸가지|툭)"
)
_UNDERSTOOD: Final = re.compile(r"^[^0-9]{0,24}(?:알겠|알았)(?:어요|습니다|네요|슴다|어)$")
_SORRY: Final = re.compile(
    r"(?:아|네|앗)*(?:늦어서|답이늦어|답늦어서|늦게답해서)?(?:미안|죄송)(?:해요|합니다|하네요|해용|여|요)?"
    r"(?:(?:제가)?(?:지금|이제(?:야)?|방금)(?:봤|보았|확인했)(?:어요|습니다|네요)|(?:회의|운전|수업|근무|일|외출|통화)중(?:이었어요|이었습니다|이라서?요?)|깜[빡박](?:했|잊었)(?:어요|습니다|네요)|못봤(?:어요|습니다|네요)|(?:정신|경황)이없(?:었어요|어서요?)|일하느라요?|바빠서요?|바빴어요|잊고있었(?:어요|네요))?"
)
# What is wanted all the same by who keeps the goods (`그냥 쓸게요 대신 페이지 고쳐 주세요`).
_STILL_WANTS: Final = re.compile(
    r"(?:페이지|사진|설명|상세|표기|문구|안내|포장|다음부터|담부터|앞으로)[가-힣]{0,12}?(?:수정|고쳐|고치|바꿔|바꾸|신경|똑바로|제대로|잘(?:해|포장))"
)
_BAD_FIT: Final = re.compile(
    r"(?:너무|좀|많이|꽤|조금|생각보다|한치수)?(?:작(?:네|아요|습니다|다|아서|은데|음)|크(?:네|ㅁ|다|습니다)|커(?:요|서|가지고)|헐렁|꽉끼|끼어요|끼네|낑겨|안맞(?:아|네|는데|습))(?:[가-힣]{0,10})$"
    r"|사이즈(?:가|는)?[가-힣]{0,4}(?:작|크|커|안맞)[가-힣]{0,10}$"
)
_NO_WORD_KEPT: Final = re.compile(
    r"(?:상담|직원|담당|챗봇|판매자|사장|거기|그쪽)[가-힣]{0,16}(?:환불|교환|출고|발송|배송|연락|전화|회수|수거|입금|답)[가-힣]{0,4}(?:된다고|한다고|준다고|온다고|나간다고|드린다고)(?:하셨|했|하더니|해놓고|하시더니)[가-힣]{0,8}(?:아직|안|왜|준비|그대로|소식|못)"
)
_ARRIVED: Final = re.compile(
    r"^(?:아|앗|오|네|방금|지금|이제(?:야)?|막|드디어|오늘|좀전에|택배(?:가)?|물건(?:이)?|상품(?:이)?)*(?:왔|도착했|받았)(?:어요|네요|습니다|음|다|어)?$"
    r"|(?:경비실|관리실|옆집|이웃|현관|택배함|무인함|보관함|문앞|가족|집사람|남편|아내|엄마|동생)[가-힣]{0,6}(?:있었|있네|맡아|갖고계|가지고계|받아|받았|뒀)"
)
_WROTE: Final = re.compile(
    r"(?:문의|글|톡|카톡|메시지|메세지|채팅|질문|댓글|쪽지)(?:글|를|을|도)?(?:한|남긴|남겼|보낸|보냈|드린|드렸|올린|올렸|넣은|넣었|했)|물어[봤본]|여쭤[봤본]|여쭸|답(?:장|변)(?:이|은)?(?:너무|왜|없|안|좀)|(?:남긴|보낸|올린|드린|적은)(?:글|톡|문의|거|것|메시지|메세지|질문)"
)
_POINTER: Final = re.compile(
    r"^(?:그럼|그러면|근데|그런데|혹시|아|네|저기|그리고)*(?:그거|그건|그게|그것|이거|이건|이게|그돈|그비용)?(?:는|은|를)?(?:보통|대략|대충|총|제가|전부|다)*"
)
_ENDS: Final = r"[가-힣]{0,6}"
#: Questions that name no matter, and what a line that answers them holds.
_FACTS: Final = (
    (
        re.compile(
            rf"(?:누가|누구|판매자가|구매자가|고객이|미리|먼저|따로)?(?:내|부담|지불){_ENDS}"
        ),
        re.compile(r"저희가\s?(?:내|부담)|부담|내\s?주시|왕복"),
    ),
    (
        re.compile(
            rf"(?:며칠|몇일|언제)(?:안에|이내|까지|내에|내로)?(?:해야|신청|보내야|가능|되나|하면){_ENDS}|(?:며칠|몇일)(?:안|이내|내|까지)(?:에|로|인가)?{_ENDS}|기한{_ENDS}|언제까지{_ENDS}"
        ),
        re.compile(r"\d일 이내|까지"),
    ),
    (
        re.compile(
            rf"(?:얼마나|며칠|몇일|오래|언제)(?:정도|쯤)?(?:걸|들어|되|돼|나와|나오){_ENDS}|(?:며칠|몇일)(?:정도|쯤)?{_ENDS}"
        ),
        re.compile(r"영업일|\d\s?[~∼-]\s?\d일|\d일(?!\s?이내)"),
    ),
    (
        re.compile(
            rf"(?:얼마|비용|가격|요금|금액|돈)(?:이|은|는|도)?(?:에|예|드|나와|나오|인|정|들|내|있|하|돼|되|추|더){_ENDS}|얼마(?:예요|에요|인가요|죠|임|일까요|정도[가-힣]{{0,4}})?"
        ),
        re.compile(r"\d원|무료"),
    ),
)
#: Letters of a question that names no matter.
LONGEST_FOLLOW_UP: Final = 16
#: Letters that something behind thanks must have to be a matter.
LEAST_BESIDE: Final = 4
_COURTESY: Final = re.compile(
    r"\s*(?:(?:네|넵|예|아|앗|오)[\s,.!~]*)?(?:안녕(?:하세[요여용]|하십니까|히)?|감사(?:합니다|해요|드려요|드립니다|합니당)|고마워요?|고맙습니다|땡큐|ㄱㅅ|수고하십니다|반갑습니다)"
    r"[\s,.!~^ㅎㅋ]+(?:(?:근데|그런데|그럼|그리고|그리구|혹시|저기요?|저|아)[\s,.]+)*"
)
_TERM: Final = re.compile(
    r"(?:못받으|안오|안와|늦으|늦어지|도착안하|출고안되|안되)면[가-힣]{0,8}(?:취소|환불)"
)
_AMENDS: Final = re.compile(
    r"(?:늦|지연|기다린|기다렸|안와서|못받아서)[가-힣]{0,14}(?:적립금|쿠폰|포인트|보상|서비스|할인|배상|사은품|배송비)"
    r"|(?:보상|적립금|쿠폰|포인트)[가-힣]{0,8}(?:늦|지연|기다린)"
)
# Staff, and how they were (`상담원이 소리를 질렀어요`).
_STAFF: Final = re.compile(
    r"(?:상담(?:원|사|직원|하신|해주신|하시는|해주시는|한)|직원|담당자|매니저|통화한|전화받은|응대하신|채팅하신)(?:분|님|사람)*(?:이|은|께서|도|한테|태도|말투)?[가-힣]{0,16}?"
    r"(?:무시|소리(?:를)?(?:지르|질러|질렀|치|쳤)|비웃|태도(?:가)?(?:영|너무|왜|안|엉망|별로|불량|이상)|짜증|한숨|반말|불친절|퉁명|무례|싸가지|건방|막말|욕|화를|화내|빈정|비꼬|끊어|끊었|시비|따지|성의없)"
    r"|(?:광고|스팸|홍보)(?:성)?(?:문자|톡|메시지|메세지|카톡|전화)[가-힣]{0,10}(?:보내|보냈|와요|오네|옵니|온다|오는)"
)
# Nothing but that somebody waits, and for how long.
_ONLY_WAITS: Final = re.compile(
    r"(?:왜|아직(?:도|까지)?|여태|도대체|대체|진짜|언제|아니|네|저기요?|여보세요|아무도|사람(?:이|은)?|상담(?:원|사)(?:님)?(?:이|은)?|담당자(?:님)?(?:이|은)?"
    r"|(?:안|못)(?:와|왔|오|옴|계|나와|나오)[가-힣]{0,5}|없(?:나요|어요|네요|습니까|냐)|인가요?|멀었(?:나요|어요|습니까)"
    r"|(?:며칠|[0-9]+(?:일|분|시간)|[한두세]시간|일주일|하루|이틀|사흘|한참)(?:이나|째|이|을|넘게|동안)?|(?:넘|지났|지나|됐|되었|기다)[가-힣]{0,8})+"
)
_GREETS: Final = re.compile(
    r"(?:저기요?|여보세요|계세요|계신가요|안녕(?:하세[요여용]|하십니까|히|요)?|하이(?:요)?|반갑습니다|반가워요|좋은(?:아침|오후|저녁)(?:이에요|입니다)?)+"
)
# Said on coming as well as on going.
_HAILS: Final = re.compile(
    r"(?:네|예|저기|안녕하세요)*(?:수고|고생)(?:가)?(?:많으|하|하시|많)(?:십니다|십니더|심더|세요|셔요|시네요|으세요|으십니다|으시네요)"
)
_OWN_SLIP: Final = re.compile(
    r"(?:제가|내가|저희가)?(?:실수로|잘못)(?:두개|세개|하나|[0-9]개)?(?:적|썼|쓴|눌|시켰|시킨|주문|골랐|고른|입력|넣|선택|결제|보냈)|(?:제|내)(?:가)?(?:실수|잘못)"
)
_STARTS: Final = re.compile(
    r"^(?:(?:아니(?:요|오|다)?|아뇨|아|앗|엇|어|아차|헉|참|저기|저|네|잠깐만?요?|죄송(?:해요|한데요?|합니다)?)[\s,.~!]+)+"
)
_SHORT: Final = re.compile(
    r"(?:그럼|그러면|혹시|근데|저기)?\s*(?P<word>[가-힣A-Za-z0-9]{1,10}?)\s?(?:은|는|도|이면|면|일\s?때는|으로는|로는)\s?"
    r"(?:요|어때요|어떻게\s?(?:돼|되|하나|해)[가-힣]*|되나요|돼요|가능해요)?\s*[?？]*"
)
_MISTAKE: Final = re.compile(
    r"(?:잘못\s*(?:썼|적|말|보냈|눌렀)|정정|오타|수정(?:할|해|이요)|바꿔\s*적|다시\s*(?:말|알려|적|보낼|보내\s?드)|번호(?:가)?\s*틀|(?:이게|이거|이걸)\s*(?:맞|예요|에요|이에요|로))"
)

#: Several rules ask the same of a line: it is read once.
_once = lru_cache(maxsize=16)


#: Letters that a line of thanks may hold beside them and still tell nothing more.
BESIDE_THANKS: Final = 1


class Correction(NamedTuple):
    """`old` was said, `new` is meant."""

    old: str
    new: str


@_once
def anger(text: str) -> int:
    """0 calm, 1 angry or insulting, 2 with a threat of agencies, courts or the public."""
    if says(_THREAT, text):
        return 2
    return int(says(_ANGER, text) or says(_INSULT, text) or bool(_SHOUT.search(text)))


@_once
def is_thanks(text: str) -> bool:
    """Whether somebody thanks and says nothing else of weight."""
    plain = squash(text)
    return bool(_THANKS.search(plain)) and len(plain) <= 30 and not asks_or_reports(text)


@_once
def only_thanks(text: str) -> bool:
    """Whether somebody thanks and tells nothing more (`내일 집에 있어요. 감사합니다` does)."""
    return is_thanks(text) and len(_AROUND_THANKS.sub("", squash(text))) <= BESIDE_THANKS


@_once
def is_heard(text: str) -> bool:
    """Whether a line only says that one was heard (`네 확인했습니다`)."""
    return bool(_HEARD.fullmatch(squash(text)))


def is_injection(text: str) -> bool:
    """Whether somebody tries to make the bot tell what is not his, or play another part."""
    return bool(_INJECTION.search(squash(text)))


def is_private(text: str) -> bool:
    """Whether somebody asks for what the store knows of another person."""
    return bool(_PRIVATE.search(squash(text)))


def fits(text: str, category: str) -> bool:
    """Whether a short line names nothing of another category: then it is about what was talked of
    before.
    """
    plain = squash(text)
    named = [categories for pattern, categories in _THINGS if pattern.search(plain)]
    return len(plain) <= 25 and all(category in categories for categories in named)


def is_settled(text: str) -> bool:
    """Whether the matter is said to be over well (`잘 받았어요`, `해결됐어요`)."""
    plain = squash(text)
    good = bool(_SETTLED.search(plain)) and not _BUT.search(plain)
    return good and not asks_or_reports(text)


def asks_or_reports(text: str) -> bool:
    """Whether a line holds a question, a wish or a problem."""
    return is_question(text) or is_request(text) or reports_problem(text)


@_once
def is_question(text: str) -> bool:
    """Whether a line asks for information."""
    plain = squash(text)
    return bool(_QUESTION_WORD.search(plain)) or text.rstrip().endswith(("?", "？"))


def asks(text: str) -> bool:
    """Whether a line wants to know something: a question that does more than blame."""
    return is_question(text) and not protests(text)


@_once
def protests(text: str) -> bool:
    """Whether a question only blames (`왜 안 오죠?`): it reports a trouble and asks nothing."""
    return bool(_PROTEST.search(squash(text))) and reports_problem(text)


@_once
def is_request(text: str) -> bool:
    """Whether a line wants something done (`환불해 주세요`, `바꾸고 싶어요`), not explained."""
    return bool(_ASKS_TO_DO.search(squash(text)))


def is_over(text: str) -> bool:
    """Whether a matter is said to be over in so many words, also in the midst of questions."""
    plain = squash(text)
    return bool(_OVER.search(plain)) and not (_BUT.search(plain) or is_question(text))


@_once
def reports_damage(text: str) -> bool:
    """Whether goods are said to be broken: then that is the matter, and a wish its end."""
    if is_hurt(text):
        return True
    whole = squash(text)
    if not (_DAMAGE.search(whole) or _NOT_WORKING.search(whole)):
        return False
    # A question beside it takes nothing back: `벌써 고장이에요 환불 되나요?`
    return any(
        (says(_DAMAGE, part) or _fails(part, whole)) and not asks(part)
        for part in _SENTENCES.split(text)
        if part
    )


def is_hurt(text: str) -> bool:
    """Whether somebody came to harm by the goods: that comes before all else."""
    return bool(_HURT.search(squash(text))) and not asks(text)


def is_at_hand(text: str) -> bool:
    """Whether goods are said to have come, to be used, or are wanted otherwise."""
    return bool(_AT_HAND.search(squash(text)))


def _fails(part: str, whole: str) -> bool:
    """Whether goods that are at hand do not work (`리모컨이 안 돼요 어제 받음`)."""
    plain = squash(part)
    found = _NOT_WORKING.search(plain)
    if found is None or _PROCESS.search(plain[: found.start()]):
        return False
    return bool(_AT_HAND.search(whole) or _MECHANICAL.match(plain, found.start()))


@_once
def reports_problem(text: str) -> bool:
    """Whether a line says that something is wrong."""
    return says(_PROBLEM, text)


def happens_again(text: str) -> bool:
    """Whether a line points back at something known (`또`, `아직도`, `여전히`)."""
    return bool(_NOT_GOOD.search(squash(text)))


def wants_silence(text: str) -> bool:
    """Whether somebody asks for no more reminders."""
    return bool(_STOP.search(squash(text)))


def does_not_know(text: str) -> bool:
    """Whether a detail cannot or shall not be told."""
    plain = squash(text)
    return bool(_UNKNOWN.search(plain) or _REFUSES.search(plain))


@_once
def withdraws(text: str) -> bool:
    """Whether somebody takes a wish back, or waits of his own will."""
    plain = squash(text)
    if _ON_CONDITION.search(plain):
        return False  # only when it cannot be done any more
    return bool(_WITHDRAWS.search(plain)) or cancels_filing(text)


def misses_an_answer(text: str) -> bool:
    """Whether somebody complains that nobody answered him."""
    plain = squash(text)
    if blames_staff(text):
        return False  # somebody answered, and how
    return bool(says(_REPEATED_HELP, text) or (_NO_NEWS.search(plain) and not _GOODS.search(plain)))


@_once
def puts_off(text: str) -> bool:
    """Whether an answer is promised for later (`이따 알려드릴게요`, `잠시만요`)."""
    plain = squash(text)
    return len(plain) <= 30 and bool(_PUTS_OFF.search(plain)) and not is_question(text)


def puts_off_long(text: str) -> bool:
    """Whether an answer is promised for a time that is hours away: so soon nobody reminds of it."""
    return puts_off(text) and bool(_MUCH_LATER.search(squash(text)))


def blames_service(text: str) -> bool:
    """Whether a complaint is about people: how they spoke, answered, or did not."""
    return says(_SERVICE, text) or bool(_CALLED.search(squash(text)))


@_once
def names_store(text: str) -> bool:
    """Whether a line holds anything that a store has to do with."""
    return bool(_STORE.search(squash(text))) or reports_problem(text) or is_request(text)


def went_wrong(text: str) -> bool:
    """Whether something that was set going before is said to have failed, or to hang."""
    plain = squash(text)
    if any(sign.search(plain) for sign in (_CONTRARY, _PROGRESS, _NOT_KEPT)):
        return True
    return bool(_WENT_WRONG.search(plain)) and (
        reports_problem(text) or misses_an_answer(text) or bool(_NO_NEWS.search(plain))
    )


@_once
def was_told_otherwise(text: str) -> bool:
    """Whether a page, a label or an advertisement is said to have told what is not so."""
    return bool(_TOLD_OTHERWISE.search(squash(text))) and not is_question(text)


def wants_call(text: str) -> bool:
    """Whether somebody wants to be called on the phone."""
    return bool(_CALL_ME.search(squash(text)))


def asks_if_needed(text: str) -> bool:
    """Whether somebody asks why, or whether at all, he has to tell the number of his order."""
    return bool(_NEEDED.search(squash(text)))


@_once
def wants_promise(text: str) -> bool:
    """Whether somebody wants a sum or a date promised, which only a person may do."""
    return bool(_WANTS_PROMISE.search(squash(text)))


def declines_survey(text: str) -> bool:
    """Whether somebody does not want to rate."""
    return bool(_NO_SURVEY.search(squash(text)))


def was_a_slip(text: str) -> bool:
    """Whether the line before was sent by mistake."""
    plain = squash(text)
    return bool(_MISSENT.search(plain)) and len(plain) <= 25 and not _A_DETAIL.search(plain)


@_once
def correction(text: str) -> Correction | None:
    """`old` 말고 `new`: what the customer takes back and what he means instead."""
    said = text[:200]
    found = _INSTEAD.search(said) if any(word in said for word in _NOT_THAT) else None
    if found is None:
        return None
    old = _STARTS.sub("", found["old"].strip())
    return Correction(old.strip(), found["new"].strip()) if old.strip() else None


def short_topic(text: str) -> str:
    """What a short question is about that names nothing else (`제주도는요?`: `제주`); or empty."""
    found = _SHORT.fullmatch(text.strip()[:40])
    if found is None or not text.rstrip().endswith(("요", "?", "？", "은", "는")):
        return ""
    word = found["word"]
    if word.endswith(("데", "서", "고", "니까")):  # `불량인데도요?` is no topic
        return ""
    return word[:-1] if word.endswith(("도", "시")) and len(word) > 2 else word


@_once
def mends(text: str) -> bool:
    """Whether a line says that an earlier one was wrong."""
    return bool(_MISTAKE.search(text))


def cancels_filing(text: str) -> bool:
    """Whether what was filed is called off in so many words (`접수 취소해 주세요`)."""
    return bool(_CANCELS_FILING.search(squash(text)))


def was_in_vain(text: str) -> bool:
    """Whether what was advised is said to have been tried in vain (`해 봤는데 똑같아요`)."""
    return bool(_IN_VAIN.search(squash(text)))


def waited_long(text: str) -> bool:
    """Whether it is said how long somebody has waited: then "when" is a reproach."""
    return bool(_WAITED.search(squash(text)))


@_once
def got_another(text: str) -> bool:
    """Whether one thing was ordered and another came (`180 주문했는데 170이 왔어요`)."""
    return bool(_GOT_ANOTHER.search(squash(text))) and not is_late(text)


def is_vague(text: str) -> bool:
    """Whether a line only points at something (`그거 있잖아요 저번에 그거`)."""
    plain = squash(text)
    return bool(_VAGUE.fullmatch(plain)) and bool(_POINTS_BACK.search(plain))


@_once
def is_late(text: str) -> bool:
    """Whether goods are said not to have come at all, and not that some of them are missing."""
    plain = squash(text)
    return bool(_NOT_COME.search(plain)) and not _SOME_CAME.search(plain)


def blames_courier(text: str) -> bool:
    """Whether the person who delivered is complained of, not that nothing came."""
    return bool(_COURIER.search(squash(text)))


def understood(text: str) -> bool:
    """Whether a line ends in having understood, and tells nothing that could be written down."""
    return bool(_UNDERSTOOD.search(squash(text)))


def apologises(text: str) -> bool:
    """Whether a customer only says sorry (`늦어서 미안해요`)."""
    return bool(_SORRY.fullmatch(squash(text)))


def wrote_before(text: str) -> bool:
    """Whether somebody says that he has written, or asked, before."""
    return bool(_WROTE.search(squash(text)))


def still_wants(text: str) -> bool:
    """Whether something is to be done for others, though the goods are kept."""
    return bool(_STILL_WANTS.search(squash(text)))


@_once
def blames_staff(text: str) -> bool:
    """Whether it is told how somebody of the store behaved, whatever it was about."""
    return bool(_STAFF.search(squash(text))) and not wants_promise(text)


def asked_of_it(text: str) -> re.Pattern[str] | None:
    """What is asked of a matter that the question itself does not name (`그거 누가 내요?`): what a
    line must hold to answer it; None where it is no such question.
    """
    plain = squash(text)
    if len(plain) > LONGEST_FOLLOW_UP or not is_question(text):
        return None
    bare = _POINTER.sub("", plain)
    return next((held for asked, held in _FACTS if asked.fullmatch(bare)), None)


def beside_courtesy(text: str) -> str:
    """What is asked or wanted behind thanks or a greeting; the text itself where nothing is."""
    found = _COURTESY.match(text)
    rest = text[found.end() :].strip() if found else ""
    wants = len(squash(rest)) >= LEAST_BESIDE and (asks_or_reports(rest) or bool(short_topic(rest)))
    return rest if wants else text


def fits_badly(text: str) -> bool:
    """Whether goods that are there are said to be too small or too large."""
    return bool(_BAD_FIT.search(squash(text))) and not is_question(text)


def has_arrived(text: str) -> bool:
    """Whether what was waited for is said to have come, or to have been found."""
    plain = squash(text)
    return bool(_ARRIVED.search(plain)) and not (_BUT.search(plain) or asks_or_reports(text))


def kept_no_word(text: str) -> bool:
    """Whether staff had promised something by a day, and it was not done."""
    return bool(_NO_WORD_KEPT.search(squash(text)))


def names_goods(text: str) -> bool:
    """Whether a line names goods, an order, or their way."""
    return bool(_GOODS.search(squash(text)))


def sets_a_term(text: str) -> bool:
    """Whether goods are given up only if they come too late (`금요일까지 못 받으면 취소할게요`)."""
    return bool(_TERM.search(squash(text)))


@_once
def wants_amends(text: str) -> bool:
    """Whether something is wanted because it was late (`늦었으니 쿠폰이라도 주세요`)."""
    return bool(_AMENDS.search(squash(text)))


def only_waits(text: str) -> bool:
    """Whether a line says that somebody waits, and not for what (`아직도 안 오시네`)."""
    return bool(_ONLY_WAITS.fullmatch(squash(text)))


def greets(text: str) -> bool:
    """Whether a line only greets (`안녕하세요`)."""
    return bool(_GREETS.fullmatch(squash(text)))


def hails(text: str) -> bool:
    """Whether a line is the greeting that serves for a goodbye too (`수고하십니다`)."""
    return bool(_HAILS.fullmatch(squash(text)))


def own_slip(text: str) -> bool:
    """Whether a customer tells of a mistake of his own: nobody apologises to him for that."""
    return bool(_OWN_SLIP.search(squash(text)))
