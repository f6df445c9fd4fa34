"""What is told of goods: broken, late, another, too small, at hand."""

from __future__ import annotations

import re
from typing import Final

from bot.dialog.manner.arrivals import GLAD
from bot.dialog.manner.asking import asks, is_question, is_request, reports_problem
from bot.dialog.manner.courtesy import own_slip
from bot.dialog.words import once, says, squash

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
_DAMAGE: Final = re.compile(
    r"깨[져졌진짐지]|뿌[사서러][져졌진]|뽀사[져졌진]|부러[져졌진짐]|부서[져졌진짐]|찢[어김]|물이?새|불량|파손|하자(?!마자|고)|고장|곰팡|상했|썩었|벌레|얼룩"
    r"|이염|구멍"
    r"|포장(?:이|은|도|을|상태가|상태도)?(?:너무|왜|진짜|좀|이렇게|이따위로|완전|정말|다)*(?:허접|대충(?!하지|해주|해도)|엉망|개판|성의없|허술[해하](?!지만|긴|도))"
    r"|작동(?:이|을)?안|소리(?:가|도)?안|안따뜻|(?:따뜻|시원|뜨거|차가)(?:해|워)?지(?:지|질)않|삐걱|삐그덕|흔들[려거리]|탄내|타는냄새|불꽃"
    r"|연기(?:가|도)?나|돌아가지않|켜지지않|금이가|떨어져(?:나|서|있|버)|밑창이떨어|뜯어[져졌]|벗겨[져졌]|끊어[져졌]"
    r"|(?<![주하어])새(?:요|네요|는데|고있)|샙니다|(?<![가-힣])샜|(?:손잡이|바퀴|전구|모터|지퍼|버튼|다리|스위치|화면)(?:가|이)?나갔"
    r"|녹(?:았|아있|아서|은채)|(?:썩|시들)(?:어|은|었)|상(?:해서|한(?:게|걸|거|채))|젖(?:었|어|은|음|네)"
    r"|(?<!카드)(?<!카드가)(?<!두번)(?<!중복)긁[혀힌힘혔]|스크래치|기스|흠집|박살|삐뚤|헐거[워웠운움]|실밥|빵꾸|때(?:가)?(?:탔|묻|껴)|더러[워웠운]"
    r"|머리카락|이물질|시끄[러럽]|소음이|스파크|먹통|방전|인식(?:이|을)?안|충전(?:이|도)?안|연결(?:이|도)?(?:안|자꾸|계속)|부[숴셔]졌|삭았|눅눅|사용감"
    r"|개봉(?:한)?흔적|중고(?:같|인)|올(?:이)?나갔|꺼져(?:요|서|버)|꺼집니다|덜렁"
    r"|냄새(?:가|도)?(?:나[요는서]|난다|남|심[해하]|고약|배[어었]|빠지지|안빠|지독)|(?:쇠|탄|이상한|고무|약품|곰팡이|화학|기름|썩은|역한)냄새"
    r"|벌어[져졌진]|샜[어네는]|(?:실|실밥)(?:이)?(?:풀|터|나와|나왔)|(?:화면|액정|모니터)[가-힣]{0,4}(?:줄|멍|점)|뜯[긴겨겼]|까[져졌진짐]"
    r"|벗겨|찍[혀힌혔힘]|눌[려린렸]|보풀|틈|유격|마감|뒤틀"
    r"|짝짝이(?:예|에|라|임|입|네)|(?:봉제|박음질|재봉|단추|지퍼)(?:가|이)?(?:틀어|비뚤|삐뚤|터|엉망)"
    r"|(?:밑창|굽|끈|손잡이|단추|장식)(?:이|가|은)?(?:떨어|끊어)[짐진졌져]"
    r"|들[떴뜸떠뜬](?:어|요|네|음|고|있)|갈라[져졌진짐]|휘[었어]|휨|틀어[져졌진]|금(?:이)?감$"
    r"|(?<![지입요송현상])금감(?=$|\d|어제|오늘|방금|교환|환불|반품|새걸|바꿔)|이(?:가)?빠[진짐]|기포(?!트)"
    r"|(?:꼭지|바퀴|다리|손잡이)(?:이|가)?(?:하나|한개)?없(?:어요|네요|음|습니다)"
    r"|변색|쭈글|찌그러|녹슬|터[져졌]|(?<![지입요송현상])금(?:이)?(?:[갔간]|가(?:서|있|네))|(?<![아양])이가나(?:갔|가서|간)"
    r"|올이(?:풀|나갔)"
    r"|(?<!등급이)(?<!등급이왜)(?<!가격이)(?<!값이)(?<!재고가)(?<!재고)(?<!다)(?<!사료)(?<!사료가)(?<!쌀이)(?<!분유)(?<!분유가)(?<!기저귀)(?<!기저귀가)(?<!간식이)(?<!약이)떨어[졌져](?!서못|있나|가는|가요|갑)"
    r"|(?:바퀴|단추|나사|손잡이|다리|굽|털|뚜껑|알|꼭지|지퍼)(?:이|가|도|는|고리가)?(?:하나|두개|벌써|금방|너무|자꾸|계속|많이|엄청)?(?:빠[져졌지]|빠진)"
    r"|(?:금방|벌써|하루|한번|두번|며칠|일주일|한달)[가-힣]{0,8}(?:닳|해졌|늘어[났나]|꺼졌|꺼지)|물(?:이)?빠[져졌지짐]"
    r"|(?:맛|냄새)(?:이|가)?(?:이상|변했)|냄새(?:가|도)?(?:너무|심하게|많이|엄청|진짜|계속)(?:나|심)"
    r"|(?:택|태그|라벨)(?:이|가|도)?없(?:어요|네요|습니다|음|었)|쓰던(?:거|것|걸|게|물건|제품)(?:이|가|를)?(?:온|왔|같)"
    r"|털빠짐(?:이|도)?(?:심|너무|장난)|(?<!결제)(?<!주문)(?<!로그인)(?<!상품)(?<!페이지)화면(?:이|도|은)?(?:아예|갑자기)?안(?:나와|나오|켜|떠)"
    r"|(?:유통|소비|사용|유효)(?:기한|기간|일자)[가-힣0-9]{0,8}?(?:지[났난나남](?!면|도되)|넘[었은긴겼](?!으면)|까진데"
    r"|까지(?:인데|였|더라|네))"
    r"|(?:유통|소비|사용)(?:기한|기간|일자)(?:이|가|도|은)?(?:너무|엄청|왜이리|왜이렇게|거의|얼마)*"
    r"(?:짧(?:아|네|습|은데|던데|더라)|임박(?:했|해서|이네|한[게걸])|코앞이|안남(?:았(?!나)|은[게걸]))"
    r"|(?:받은|온)(?:거|건|게|것|것은|제품|상품)(?:은|이)?(?:20[0-9]{2}년)?[0-9]{1,2}월[0-9일]{0,3}까지(?:던데|더라|네|인데|예|이)"
    r"|벽돌(?:이)?(?:됐|되었|되어|돼)"
    r"|(?:유통|소비|사용|유효)?(?:기한|기간)[가-힣]{0,3}(?:하루|이틀|사흘|나흘|며칠|[1-9]일|일주일)[가-힣]{0,2}(?:남은|남았|남아|밖에안남)"
    r"|날짜(?:가)?(?:지난|지났)"
    r"|(?:쓴|사용한|바른|먹은|입은|신은|쓰던|입던|신던|누가쓴)(?:흔적|자국|티)|뚜껑(?:이)?열(?:려|린)"
    # Food, plants and animals.
    r"|(?:반|두|세)(?:토막|동강)|(?:뭐|뭔가|잉크|페인트|기름|화장품|립스틱|먼지|흙|음식|이상한게)(?:가|이|도)?(?:많이|좀|잔뜩|다)?묻[었어은혀]|지퍼(?:가|도|이)?(?:잘|자꾸|아예|또)?안(?:올라|내려|잠|열|채워)|뭉[쳐친쳤]|엉[켜킨켰]|구[겨긴겼]|(?:밟|찌그러|구겨|짓눌|쏠)[혀려져](?=서)"
    r"|(?:얼|죽|쉬|시|말라죽|시들|썩|굳|곯)(?:어|은채|어버려|어빠져)서(?:왔|온|도착|받|배송)"
    r"|(?:다|이미|전부|몽땅)(?:얼었|얼어|죽었|죽어|쉬었|쉬어|굳었|말라)"
    # Cloth that has lost its shape.
    r"|(?:목|목부분|소매|밑단|허리|무릎|고무줄|밴드|옷|니트)(?:이|가|은|도)?(?:다|너무|많이|쭉|벌써|금방)*늘어[났나난진졌]"
    r"|(?:잎|꽃|뿌리|줄기|화분|화초|나무|식물|다육)[가-힣]{0,6}(?:얼었|죽었|죽어|썩|시들|말라|말랐|까매|까맣|누렇|누래|꺾[여였이])"
    r"|못먹겠|먹을수(?:가|도)?없(?:어|네|습|는데)|쏠[려렸림]|뭉[쳐쳤침]"
    r"|물러(?:서|졌|터|있|요)|(?<!한발)(?<!뒤로)(?<!주문)(?<!산거)물렀|쉰(?:내|냄새|맛)|비린내|멍[이]?(?:들었|들어|든채)|굳어서"
    r"|부풀(?:어|었)|해동(?:돼|되|된)|미지근하게(?:왔|도착)"
    # Books and prints.
    r"|파본|낙장|[0-9]+(?:페이지|쪽|장)[가-힣]{0,4}?(?:통째로|아예)?(?:빠[져졌]|없어(?:요|서)|없네|없습)"
    r"|페이지(?:가|이)?(?:통째로)?(?:빠[져졌]|비어|백지|겹쳐|찢)|거꾸로(?:제본|인쇄|묶)|백지(?:예|에|라|네|입|로|이)"
    r"|인쇄(?:가|도|는|를)?(?:안|번[졌져]|잘못|이상|흐[리릿]|밀[렸려]|거꾸로|겹)|제본(?:이|도)?(?:뜯|잘못|엉망|떨어)"
    # What heats, cools and sounds.
    r"|(?:뜨뜻|뜨듯|따뜻|따듯|시원|차갑|뜨겁|미지근)(?:하|해지)?(?:지|질)(?:가|도|를)?(?:않|못)"
    r"|(?:소리|소음|진동|잡음)(?:이|가|도)?(?:너무|엄청|되게|많이|좀|꽤|왜이리|왜이렇게)*(?:심하|심해|커요|커서|크네|큽|장난|요란)|소음심[하해]"
    r"|깜[빡박](?:거려|거리|여요|이네)|헛돌|차단기(?:가)?(?:내려|떨어)|타는내"
    # Tableware.
    r"|(?:접시|그릇|컵|잔|머그|사발|대접|칼|뚝배기|도자기|공기|식기|유리|타일)(?:이|가|은|는)?(?:다|좀|살짝)?이(?:가)?(?:나[갔간]|나가(?:서|있)"
    r"|빠[져졌진])"
    r"|이빨(?:이|가|도)?(?:하나)?(?:나[갔간가]|빠[져졌진지짐]|깨)|쪼개[져졌진짐]|뽀개[져졌진짐]|으스러[져졌진짐]|우그러|찌글|뭉개[져졌진짐]"
    r"|조각(?:이)?[나났난]|실금|(?<!그)[패파][였여인](?:어|네|서|있|고|요|게|걸|채)|까[여였인](?:서|어|네|있|게)|뭉그러|물렁물렁해졌"
    # One of a pair is unlike the other.
    r"|(?:한쪽|왼쪽|오른쪽)(?:만|이|은)?[가-힣]{0,8}?(?:다르[네다]|달라|다릅|높[아네]|낮[아네]|길[어네]|짧[아네]|커요|크네|작[아네])"
    r"|(?:양쪽|좌우|두짝|서로)(?:이|가|길이|높이|크기)?[가-힣]{0,6}?(?:다르[네다]|달라|다릅)"
    r"|(?:글씨|글자|문구|각인|자수|프린팅|철자|스펠링|이니셜)(?:가|이|은|는|도)?(?:다|좀|완전|아예)*(?:틀렸|틀려[요서있]|틀리네|틀립|잘못됐|잘못되[었어]|다르네|다릅)"
    # Blades, dolls, what is written on goods or left on them.
    r"|(?:가위|칼|면도기|믹서기?|블렌더|톱|대패|손톱깎이)(?:의)?날(?:이|도)?(?:다|벌써|금방|좀)?(?:나[갔가](?!게)|빠[졌져]|무[뎌뎠디딘]|휘)"
    r"|(?:인형|곰|토끼)[가-힣]{0,4}?(?:눈|코|귀|팔|꼬리)(?:이|가|도|알이)?(?:하나|한쪽)?(?:빠[졌져]|떨어|뜯)"
    r"|(?:글씨|글자|문구|각인|자수|프린팅|철자|스펠링)(?:가|이|은|는|도|에)?(?:(?:이름|날짜|영문|내용)(?:이|가|은|도)?)?(?:다|좀|완전)*(?:틀리게|잘못|다르게|틀려서|이상하게)(?:되어|돼)?(?:왔|와"
    r"|나왔|나와|새겨|적혀|써|찍혀|박혀|인쇄|들어)|(?:카드|문구|각인|리본|자수|인쇄|글씨|글자)[가-힣]{0,6}?오타(?:가|로|도)?(?:났|나|있|왔|찍|적)"
    r"|가격(?:표|택)(?:가|도|이)?(?:그대로|안떼고|버젓이)*(?:붙|달려|들어)[가-힣]{0,4}(?:서|었|있|왔|네|는데)"
    # Parts that do not hold, fit or light up.
    r"|(?:박음질|바느질|봉제|재봉|솔기|실밥|매듭|단추|나사|올|이음새|밑단|안감)(?:이|가|은|도)?(?:다|전부|계속|자꾸|벌써|좀)?풀[려렸린리림]"
    r"|(?:뚜껑|마개|나사|문짝|서랍|아귀|이음새|짝|구멍|단자|부품|규격|받침|연결부위?|홈|다리높이|좌우|수평)(?:이|가|은|도|끼리)?(?:서로|잘|하나도|전혀"
    r"|아예)?안맞"
    r"|(?:열선|전원|(?<!환)불|전기|램프|조명|히터|전구|액정|백라이트)(?:이|가|은|도)?(?:아예|전혀|잘|계속|왜)*안(?:들어|켜|나오|나와)"
    r"|(?:시계|기계|제품|모터|청소기|선풍기|세탁기|화면|기기|폰)[가-힣]{0,8}멈[췄춰추]"
)
_HURT: Final = re.compile(
    r"알레르기(?:가|로|때문|반응)(?!이?있는|있어|있으|있거|없|걱정)|알러지(?:가|로|때문|반응)(?!있는|있어|있으|있거|없|걱정)|두드러기|발진|화상"
    r"|(?:손|발|몸|얼굴|피부|아이|애)[가-힣]{0,6}(?:다쳤|다쳐|베였|베어|데었|데였|찔렸|뒤집어)|감전(?:됐|되)|식중독|배탈"
    r"|(?:먹고|쓰고|바르고|입고)[가-힣]{0,8}(?:병원|응급실|아파|토했)|병원(?:에)?(?:갔|다녀)|(?<!코)피(?:가|를)?(?:났|나서|흘[렸려])"
    r"|꿰[매맸]|병원비"
    r"|(?:목|얼굴|피부|손|발|몸|볼|엉덩이|등|팔|다리)(?:이|가|에)?(?:다|막|너무|자꾸)*(?:빨개[졌지]|빨갛게|붉어[졌지]|가려워[요서졌]|가렵[네다고])"
    # What burns or smokes harms somebody next.
    r"|연기(?:가|도)?(?:나|났|난다|올라|피어)|불(?:이|도)?(?:났|붙었|붙어|나서|날뻔)|폭발(?:했|하|할뻔)"
)
# Goods that do not do what they should; `안 맞아요` and `마음에 안 들어요` are another matter.
_NOT_WORKING: Final = re.compile(
    r"(?<!마음에)(?<!맘에)안(?:돼|되[요네고는]|됨|됩니|됐|굴러|구르|눌[려리러림]|켜|나[오와옴]|움직|붙[어지]|잠[겨기]|열|닫|들[려리림]|돌아|감[겨기]"
    r"|가[요네고]|갑니|먹혀|찍[혀히]|울[려리]|빨[려리]|따뜻|시원|식)"
    r"|(?:빨아들이|흡입되|돌아가|열리|닫히|눌리|작동하|작동되|충전되|움직이|잠기|펴지|접히)지(?:를|가|도|는)?(?:않|못)"
)
# What nothing but goods can do: these need no word that they are at hand.
_MECHANICAL: Final = re.compile(
    r"(?:빨아들이|흡입되|돌아가|열리|닫히|눌리|작동하|작동되|충전되|잠기)지(?:를|가|도|는)?(?:않|못)"
    r"|안(?:굴러|구르|눌|붙|감[겨기]|빨[려리]|울[려리]|켜|돌아|잠[겨기]|닫[히혀]|열[려리]|들[려리림])"
)
# `박음질이 다 풀렸어요`: a 다 that stands alone ends no sentence.
_SENTENCES: Final = re.compile(
    r"(?<=[.!?\n])|(?<=[는은인]데)\s|(?<=[요음임네죠까함됨])\s|(?<=[가-힣]다)\s"
)
# `파본이죠 이거?` wants to hear nothing but yes: it reports.
_SURELY: Final = re.compile(
    r"(?:불량|파본|하자|고장|파손|상한|깨진|썩은|짧은|임박한)(?:이|인|난|된)?(?:거|것|건|게)?(?:이|가)?(?:맞)?(?:죠|지요|잖아요?|아닌가요|아니에요|아니예요"
    r"|아닙니까|같은데)"
)
# On its way, and not moving: a parcel that stands still is not out of order.
_STUCK: Final = re.compile(
    r"(?:이동|추적|조회|배송)(?:내역|기록|이력|경로)(?:이|도|은|가)?(?:전혀|아예|하나도)*(?:없|안)(?:어|습|네|음|는|나|떠|떴|뜨|보)|"
    r"배송중(?:으로|이라고)?(?:바뀐|뜬|된|변경된)지(?:가)?(?:벌써)?(?:[0-9]+일|며칠|몇일|일주일|이틀|사흘|나흘|열흘|보름)"
    r"|(?:간선|상차|집화|집하|하차)[가-힣]{0,4}(?:만|에서)?(?:계속|며칠|몇일)|"
    r"(?:에서|터미널(?:에)?|허브(?:에)?|물류센터(?:에)?|배송조회(?:가|는)?|배송(?:이|은)?|택배(?:가|는)?"
    r"|송장(?:이)?)[가-힣0-9]{0,14}?(?:안움직|움직이[지질]|꼼짝|꿈쩍|멈[춰췄춘추]|그대로|묶여|안나[와가오]|머물)"
    r"|(?:아직도?|여전히|여태|계속|몇주째|며칠째|보름째|[0-9일이삼사]+(?:일|주)째|열흘째|이틀째|사흘째|나흘째|일주일째|한달째)(?:계속)?"
    r"(?:상품|배송|출고|발송)?준비중(?!인가|이면취소|이죠)"
    # `월요일부터 대전에 있대요`; who has been at home since then is another matter.
    r"|(?:[월화수목금토일]요일|어제|그제|그저께|[0-9]{1,2}일|며칠|이틀|사흘|나흘|일주일)(?:전)?(?:부터|째)(?:계속|아직|여태)?(?!집|회사|사무실"
    r"|매장|가게|여기)[가-힣0-9]{1,8}에(?:서|만)?(?:계속)?(?:있(?:대|다[고네는더던]|더라|던데|는걸로)|머물)"
    # Who was to come with the goods did not.
    r"|(?:설치|조립|시공)(?:기사|팀|업체)?(?:님|분)?(?:이|가|은|는|도|를|을)?(?:아직|여태|오늘도?|어제도?|약속시간에|예약한날에)*(?:안|못)(?:오|왔|와|나타|해주|됐|되어|했)"
)
# Nothing has changed since (`아직도 그대로예요`).
_UNCHANGED: Final = re.compile(
    r"(?:아직|여전히?|계속|지금|오늘|여태|하나도)[가-힣]{0,5}(?:그대로|똑같|마찬가지|변함없|변화(?:가)?없|제자리)"
    r"|^(?:근데|저기요?|네|아)*아직(?:도|까지도?)?(?:이?에요|예요|이?요|인데요?|입니다|이?네요|임|안[됐되](?:어요|었어요|는데요?|네요))$"
)
# `이번엔 깨진 게 왔네요`: what was sent anew, and is wrong otherwise.
_NOW_CAME: Final = re.compile(
    r"(?:이번|요번)(?:엔|에는|에)[가-힣0-9]{1,16}(?:왔|와있|도착|들어있|들어왔|보내)"
)
# `왔는데 색이 달라요` behind what was sent: it names no other goods.
_THEN_CAME: Final = re.compile(
    r"^(?:네|아|근데|드디어|이제|방금|오늘|어제|그거|다시|하아?)*(?:왔는데|왔더니|온게|온거|온건|온걸|도착했는데"
    r"|보내(?:주신|준)(?:게|거|건|걸))(?!아직|언제)"
)
# `어떻게 좀 해주세요` asks for help, not how.
_DO_SOMETHING: Final = re.compile(r"어떻게\s?(?:좀|든|빨리)\s?|(?:어떡|어떻게)\s?하라\S*|어쩌라\S*")
# `언제 와요 아직도 준비중인데요` asks, and blames.
_WHEN_AT_LAST: Final = re.compile(
    r"^(?!.*(?:취소|환불|교환|변경|바꿀)).*(?:언제.*(?:아직도|여전히|여태|[일주]째)|(?:아직도|여전히|여태|[일주]째).*언제)"
)
# `발송일이 또 밀렸네요`; who wants it later (`배송 미뤄 주세요`) waits for nothing.
_POSTPONED: Final = re.compile(
    r"(?:발송|출고|배송|입고|도착|출시)[가-힣0-9]{0,20}?(?:[0-9]{1,2}[일월]|[0-9]{1,2}월[초중말]|다음주|다음달|내일|모레|요일|연말"
    r"|내년)(?:에|로|으로)?(?:또|다시)?(?:밀[렸려린](?!어?주)|바뀌었|바뀌네|바뀐|바꼈|변경(?:됐|되었|된)|미뤄[졌지진]|미뤘|연기(?:됐|되|한)"
    r"|늦춰[졌지]|늦어[졌지진])"
    r"|(?:발송|출고|배송|입고|도착|출시|예약)(?:예정)?(?:일|날|날짜|일자|일정)?[가-힣0-9]{0,6}?(?:밀[렸려린리](?!어?주)"
    r"|미뤄(?:졌|지|져|진)|미뤘|미루(?:시|네|고만|기만)|연기(?:됐|되|돼|한다|했|하시|공지)|늦춰(?:졌|지|져))"
)
# `부재라고 반송시켰대요`: nobody sent it back himself.
_SENT_BACK: Final = re.compile(
    r"반송(?:처리|조치)?(?:을|를|이|가)?(?:시켰|시킨|됐|되었|된(?!다면)|되고|중|처리|한다[고네는]|했대|했다[고네는]|됨|이래|이라[고네])"
    r"|(?:판매자|판매처|보낸(?:사람|곳|분)|발송인|발송지|업체|가게|스토어|그쪽)(?:한테|에게|께|으?로|에)?(?:다시)?(?:되돌아|돌아)(?:간|가[고네는던]"
    r"|갔)|되돌아(?:간다|갔|가고)"
)
# An occasion, or a day of need, that was before the day on which the goods came.
_DAY: Final = (
    r"(?:오늘|어제|그제|방금|이제서?야?|[0-9]{1,2}일|[월화수목금토일]요일"
    r"|다음날|담날|뒤늦게|지나서?|끝나고(?:나서)?)"
)
_TOO_LATE: Final = re.compile(
    rf"(?:제사|차례|잔치|칠순|팔순|환갑|생일|생신|결혼식|졸업식|입학식|수업|행사|파티|모임|캠핑|여행|출장|명절|추석|설날|크리스마스|기념일|시험|공연|개업|백일"
    rf"|집들이|이사)[가-힣0-9]{{0,14}}?(?:이었는데|였는데|이였는데|맞춰|맞추)[가-힣0-9]{{0,30}}?{_DAY}(?:에|에서야|에야|야"
    rf"|서야)?(?:왔|도착했|받았|와서|옴)"
    rf"|(?:[월화수목금토일]요일|[0-9]{{1,2}}일)[가-힣0-9]{{0,12}}?(?:쓰려고|쓸려고|하려고"
    rf"|필요)[가-힣0-9]{{0,20}}?(?:[월화수목금토일]요일|[0-9]{{1,2}}일|다음날)(?:에|에서야|에야)?(?:왔|도착했|받았|옴)"
)
# Nothing but that something is the matter with what came.
_UNTOLD: Final = re.compile(
    r"(?:물건|상품|택배|제품|주문(?:한)?(?:거|것)?|이거|이게|이것|얘|받은(?:거|것|게)?|받았는데|받아보니|열어보니|뜯어보니|왔는데|이렇게"
    r"|[이그]?(?:딴|따위)(?:거|것|걸|게|를|로|식으로)*|보내(?:냐|니|네|[요서])(?:고|구)?|(?:왜|뭐|야|진짜|아니|ㅅㅂ|씨발|시발|하)(?=[가-힣ㅅㅂ]{2})"
    r"|이런(?:게|거|식으로|상태로)|이상태(?:로|예요|에요|입니다)?|요렇게|이모양(?:으로)?|보시다시피|사진(?:처럼|같이|대로)"
    r"|왔[어네습][가-힣]{0,3}|옴|도착했[어네습][가-힣]{0,3}|받았[어네습][가-힣]{0,3}|뭔가|뭐가|좀|어딘가|많이|너무|상태(?:가|도)?"
    r"|이상(?:해요|하네요|합니다|한데요?|함|해)|안좋(?:아요|네요|습니다)|엉망(?:이에요|이네요|입니다)?|문제(?:가|도)?|있(?:어요|네요|습니다)|심각해요"
    r"|이|가|은|는|도|을|를|요)+"
)
# `5키로 샀는데 재 보니 4.2키로`: two weights, and scales.
_SHORT_WEIGHT: Final = re.compile(
    r"[0-9.]+(?:키로|킬로|kg|그램|g|리터|l|ml)[가-힣]{0,12}(?:재|달아|무게|저울|쟀|달았|세어)[가-힣]{0,8}[0-9.]+(?:키로|킬로|kg"
    r"|그램|g|리터|l|ml)"
    r"|(?:무게|중량|용량|양)(?:이|도)?(?:[가-힣]{0,6})(?:모자|부족|덜|미달)"
    # `5kg 시켰는데 4.2kg 왔어요`
    r"|[0-9.]+(?:키로|킬로|kg|그램|g|리터|l|ml)(?:짜리)?(?:를|을)?(?:시켰|주문했|샀|구매했|결제했)[가-힣]{1,4}[0-9.]+(?:키로|킬로"
    r"|kg|그램|g|리터|l|ml)(?:만|밖에|짜리만)?(?:안)?(?:왔|들어)"
)
#: What belongs to goods, or comes along with them: without it they have come all the same.
_PARTS: Final = (
    r"(?:부품|나사|단추|설명서|보증서|조립도|뚜껑|사은품|증정품|케이블|충전기|충전선|리모컨|리모콘|구성품|벨트|끈|어댑터|아답터|건전지"
    r"|받침대?|부속품?|볼트|너트|손잡이|다리|바퀴|경첩|쇼핑백)"
)
_SO_MANY: Final = r"(?:하나|한개|한쪽|한짝|두개|세개|네개|[0-9]+개|몇개|일부)"
_BESIDE_GOODS: Final = re.compile(
    rf"{_PARTS}(?:중(?:에)?|이|가|은|는|도|만)?{_SO_MANY}?(?:이|가|은|는|도|만)?"
    r"(?:(?:준다|넣어준다|보내준다|챙겨준다|있다|포함이?라)(?:더니|고하더니|고했는데|면서|고해서|길래|며|고써있는데|고되어있는데))?(?:왜)?"
    r"(?:안|못)(?:왔|와(?!도|서)|들어|보이|받)"
)
#: The rest of it came (`세 켤레 중 한 켤레가`, `컵은 왔는데 접시가`); boxes come one by one.
_REST_CAME: Final = re.compile(
    r"^(?!.*(?:택배|박스|상자|소포|배송|문자|연락|아직|답|기사|물건이|물건은|제거|내거|제것))"
    r".*?(?:중(?:에서?)?(?:하나|한[개벌장짝켤권병]레?|[0-9]개)(?:가|만|는)?"
    r"|[가-힣](?:은|는|도|만)왔(?:는데|고)[가-힣]{1,10}(?:이|가|은|는|만)?|[가-힣](?<![저나리집희])만)안(?:왔|옴|들어)"
)
#: What stands on an account, and is no part of any goods.
_CREDIT: Final = re.compile(r"쿠폰|적립|포인트|마일리지|멤버십|할인")
# Some of it is not there; the rest needs neither exchange nor refund.
_MISSING: Final = re.compile(
    r"(?:(?<!첫)(?<!반)하나|[한두세네열]개|(?:[0-9]+|[한두세네])(?:벌|켤레|통|캔|자루|쌍|포|짝)"
    r"|[0-9]+(?:개|장|병|봉|팩|권|박스|세트|매|알)|[한두세네]?(?:장|병|봉|팩|권|박스|세트)|한짝|한쪽|반|본품|일부)(?:씩)?(?:만|밖에)(?:왔"
    r"|와|옴|오고|들어|있|없|안|보내|도착|배송)"
    r"|(?:뜯어보니|열어보니|안에|상자에|박스에|봉투에)(?:는|도)?(?:안에)?(?:아무것도|내용물(?:이|도)?|물건(?:이|도)?|상품(?:이|도)?)(?:없|안들)"
    r"|(?:한짝|한쪽)(?:이|은)?(?:없(?!나|을)|안(?:왔|들어|보)|빠[졌져])"
    r"|(?:달라고|신청|요청|추가)(?:했|드렸)는데[가-힣]{0,6}(?:안들어|빠[졌져]|없(?:어요|네요|습니다))"
    r"|(?:수량|개수|갯수)(?:이|가|도)?(?:안맞(?:아|네|는데|음|습)|모자라|모자란|부족)"
    rf"|누락|(?:{_PARTS}|cd|시디|답지|카드|덤|선물|하나|한개|[0-9]개)(?:이|가|은|는|도|중|만)?(?:하나|한개|두개|[0-9]개)?(?:가|이"
    rf"|도)?(?:빠[졌져진]|없이(?:왔|옴|와|배송)|(?<!하나도)(?<!개도)안(?:왔|들어|들었|보이|보내|옴|와요)|모자|부족|덜(?!렁|그럭|컹|컥|덜))"
    r"|(?:하나|한개|[0-9]개|[두세네]개)(?:가|이)?(?:없이|모자|부족|덜|비어|안들어)|덜(?:왔|보내|들어)"
    r"|(?:넣어|챙겨|같이|함께)(?:준다|주신다|보내준다|보낸다)(?:더니|고하더니|면서|고했는데|고해놓고)(?:왜)?(?:하나도|아예|아무것도)*(?:없|안)"
    # `문제집 시켰는데 답지가 없어요`
    r"|(?:샀|시켰|받았|주문했|구매했|뜯었)(?:는데|더니)(?!.*(?:송장|택배|물건|상품|제품|답장|답변|답이|연락|소식|문자|내역|번호|기사|버튼|재고|조회|취소|환불|메뉴|링크))[가-힣a-z0-9]{1,10}(?:이|가|은|는|도)(?:하나도|아예|또|통째로)?없(?:어요|네|음|습니다|는데|다)"
    r"|(?:사은품|증정품|덤|쇼핑백)[가-힣]{0,3}?(?:준|주신|넣어준|챙겨준)다(?:더니|면서|고[가-힣]{1,4}데)(?:왜)?(?:없|안(?:왔|들))"
    r"|(?:설명서|보증서|나사|부품|구성품|사은품|증정품|케이블|충전기|리모컨|뚜껑|건전지|단추|벨트|볼트|너트|어댑터|아답터|메시지카드|축하카드|손편지|쇼핑백)(?:하나|한개|두개|[0-9]개)?(?:이|가|도)?(?:또|아예"
    r"|하나도)?없(?:어요|어서|네요|습니다|음|는데|이왔|이옴)"
)
# `수저 9벌만 왔어요`: counted, or one of a pair.
_TOO_FEW: Final = re.compile(
    r"(?:[0-9]+|[한두세네])(?:개|장|병|봉|팩|권|박스|세트|벌|켤레|쌍|캔|통|포|짝)(?:만|밖에안)(?:왔|와있|들어|도착)"
    r"|(?:한짝|한쪽)(?:이|은)?(?:없|안(?:왔|들어)|빠[졌져])"
    r"|(?:달라고|신청|요청|추가)(?:했|드렸)는데[가-힣]{0,6}(?:안들어|빠[졌져])"
    r"|(?:한짝|한쪽)만(?:왔|와있|들어|옴)"
)
#: Only points at what was sent before (`이거 보이시죠`).
_POINTS: Final = re.compile(
    r"(?:네|아|저기요?|여기요?|요?이?거|요?이?것|이게|요게|사진|위에|보낸(?:거|사진)|첨부(?:한)?|방금|아까|좀|한번|다시|를|을|도)*"
    r"(?:보세요|보시[면죠지겠]?[가-힣]{0,6}|봐(?:요|봐요?|주세요|주실래요)?|보이(?:시죠|죠|시나요|나요|세요|지요|냐)"
    r"|(?:사진)?(?:이?요|입니다|이에요|예요)|말이(?:에요|예요))"
)
#: Something is found of what was unpacked or worn: `받았는데 목이 늘어나 있네요`.
_FOUND: Final = re.compile(
    r"(?:받았|받아봤|샀|구매했|시켰|주문했|왔|뜯었|뜯어봤|열어봤|개봉했|입어봤|신어봤|써봤|먹어봤|설치했)(?:는데|더니|으나|지만)[가-힣a-z0-9]{4,}(?:다"
    r"|요|음|임|함|네|어|아|죠)$"
    r"|(?:받아|열어|뜯어|꺼내|펼쳐|입어|신어|먹어)보니(?:까)?[가-힣a-z0-9]{4,}(?:다|요|음|임|함|네|어|아|죠)$"
)
#: He knows not, has had no time, or wants something.
_NOT_TOLD: Final = re.compile(
    r"모르|몰라|고민|궁금|문의|아직(?!도)|못봤|안봤|안뜯|나중|예정"
    r"|(?<!안)따뜻|맛있|편하|편해|폭신|부드|가볍|깔끔|튼튼|향기|마음|맘에|최고|추천|잘(?:맞|어울|쓰|쓸|입|신|먹)"
)
# `왜 냄비가 왔죠`, `냄비가 들어 있네요?` ask nothing.
_REPROACH: Final = re.compile(
    r"왜[가-힣a-z0-9]{0,12}(?:왔|와있|들어|보[내냈])|(?:네요|[는은ㄴ]데요|던데요|대[요유]|잖아요?|더라[고구]요)$"
)
# What is no part of the goods: a process, an account, the delivery.
_PROCESS: Final = re.compile(
    r"(?:환불|교환|반품|취소|결제|신청|접수|조회|로그인|쿠폰|적용|연락|통화|전화|주문|배송|택배|입금|답|처리|출고|발송|예약|발급|승인|확정|지급|입고|창|링크"
    r"|문자|반응|(?:취소|신청|결제|구매|주문|교환|반품|로그인|확인)버튼|등록|가입|사이트|페이지|앱|적립|해결|이해|확인|변경|수정|선택|배달|기사|물건|상품|맞"
    r"|통)"
    r"(?:도|이|가|은|는|을|를|님이|님도)?(?:아직(?:도)?|아예|잘|전혀|왜)*$"
)
_AT_HAND: Final = re.compile(
    r"받음|받았|받은|도착|(?<!안)왔(?!다)|[샀산](?:는|어|지|거|건|던)|쓴지|쓰다|써보|사용|\d{10}|교환|환불|반품|새(?:거|것|제품)"
)
_NOT_GOOD: Final = re.compile(
    r"또|다시|여전|아직|계속|역시|그대로|마찬가지|새로(?:온|받은|보내)|새(?:상품|제품|거|것|걸)(?:도|마저|역시|(?:을|를|로)?받)|(?<!다른)이것도"
    r"|여태|이제껏|지금까지|이때까지|입때|아즉|(?:온|받은|바꾼|바뀐|보내준)(?:것|거|게)?(?:도|마저)|이번(?:에도|것도|거도)"
    r"|해결(?:이|은)?(?:안|되지않|못)|다더니|다면서요|교환(?:받은|해주신|한거|한것|한게)|바꿔(?:주신|받은)|보내주신"
)
_CHEAPER: Final = re.compile(
    r"(?:더|훨씬)비싸게(?:주고)?(?:샀|산|구매|결제)|"
    r"[0-9만천백]+원(?:에|주고|에다|으로|이나주고)[가-힣]{0,6}(?:샀|산|구매|주문|결제)[가-힣]{0,6}(?:오늘|지금|이제|다음날|하루만에|며칠만에)[가-힣0-9]{0,8}?[0-9만천백]+원(?:이네|인데|이에|이라|이던|이더|밖에)|"
    r"차액|(?:세일|할인|행사)(?:하기)?(?:바로|직)?전(?:날)?에(?:[가-힣]{0,4})(?:샀|산|구매|주문)"
    r"|(?:샀|산지|산게|산거|산건|구매|주문|결제|시켰|시킨)[가-힣0-9]{0,16}?(?:싸졌|싸졋|싸게팔|저렴해졌|(?:가격(?:이|을)?|(?:[0-9]+|[일이삼사오육칠팔구십]?)[천만]?원(?:이나|정도|쯤)?(?:이|을)?)(?:더)?(?:내렸|내려|떨어|바뀌|낮아|싸)"
    r"|세일(?:을)?(?:하|들어|시작)|할인(?:을)?(?:하네|하더|하던|하고있|시작|들어))"
    r"|가격(?:이)?(?:[0-9만천원이나]{0,8})?(?:내려갔|내렸|떨어졌|낮아졌|싸졌)"
)
_SAME_PRICE: Final = re.compile(
    r"(?:더|훨씬)(?:싼데|싸던데|싸게파|저렴)[가-힣]{0,14}(?:맞춰|깎아|내려|빼|할인)|(?:다른|딴)(?:데|곳|사이트|판매자)[가-힣]{0,4}(?:더|훨씬)(?:싸|저렴)|가격(?:을|도|좀)*(?:맞춰|네고)|최저가(?:보장|보상|로맞|맞)"
)
_NO_PICKUP: Final = re.compile(
    r"(?:수거|회수|픽업|가지러|가져가러|찾으러)[가-힣]{0,8}?(?:안|못)(?:오|왔|와|가져|해|하|나타)"
    # What else a courier left undone is no pick-up.
    r"|(?<!설치)(?<!수리)(?<!조립)기사(?:님|분)?[가-힣]{0,8}?(?:안|못)(?:오|왔|와|가져|나타)"
    r"|(?:수거|회수|픽업)(?:가|를|는|도)?(?:아직|여태|안(?:돼|되|됐)|하러아직)"
    r"|(?:물건|상품|옷|박스)(?:을|를)?(?:아직(?:도)?)?안(?:가져|가지고|들고)[가갔]"
)
_SENT_A_PHOTO: Final = re.compile(
    r"사진(?:은|을|도|이랑)?(?:방금|지금|다|여기|이제(?:야)?|좀전에|아까)*(?:보냈|보내드렸|보내드려|올렸|올려드|첨부했|첨부합|첨부해|드렸)(?!는데)"
)
_CAME_SO_AGAIN: Final = re.compile(
    r"(?:다시|새로|또|바꿔|교환해?|재배송)(?:온|왔는|받은|보내준|보내주신|보내신|도착한|주신)(?:것|거|게|건|상품|물건|옷|제품|애)?(?:도|마저|역시)"
    r"|(?:이번에도|또)(?!안)[가-힣A-Za-z0-9]{1,10}(?:이|가|로|으로|만)?(?:왔|옴|도착했|보내셨|보냈)"
)
_ALL_RIGHT: Final = re.compile(
    r"(?:잘|빨리|일찍|금방|무사히|예쁘게|안전하게)(?:왔|도착|받|보내)|좋|예[쁘뻐]|이[쁘뻐]|맞[아네]|마음에들|만족|괜찮|감사|고마"
)
# What came in place of faulty goods is faulty too, or it is so for the second time.
_FAILS_AGAIN: Final = re.compile(
    r"^(?:하|아|아니|와|진짜|이번에도|이번에|에휴|헐|네)*또(?:다시)?(?:깨|부서|부러|찢|고장|불량|파손|터|새|상|젖|곰팡)[가-힣]{0,6}(?:왔|옴|났|네|어요|예요|이에)|"
    r"(?:지난번|저번|전)에도[가-힣]{0,8}(?:교환|환불|반품)(?:받|했)|"
    r"교환(?:해서|하고|으로)?(?:받은|온|해준|해주신|한|품|상품)(?:거|것|게|상품|제품|물건|[가-힣]{1,6})?(?:도|마저|역시|이또|가또|은또|는또)"
    r"|(?:바꿔|새로)(?:주신|준|받은|보내주신|보내준|온)(?:거|것|게|상품|제품|물건|[가-힣]{1,6})?(?:도|마저|역시|이또|가또)"
    r"|(?:두|세|네|몇|[2-9])번(?:이나|을|째)?(?:교환|교체|바꿨|바꿔)[가-힣]{0,10}?(?:또|여전|계속|마찬가지|똑같|도)"
    r"|교환(?:했|받았|해줬|해주셨)[가-힣]{0,6}?(?:또|여전|똑같)"
    r"|(?:벌써|이게|이번이|이번에|지금)?(?:두|세|네|[2-9])번째(?:나|로|예|에|이|입|불량|고장|파손|오배송)"
)
GOODS: Final = re.compile(r"배송|택배|물건|상품|제품|주문|구매|교환|반품|환불|배달|출고|산거|시킨")
_STORE: Final = re.compile(
    r"배송|택배|물건|상품|제품|송장|주문|환불|입금|결제|교환|반품|쿠폰|포인트|적립|영수증|주소|사이즈|치수|취소|상담|전화|매장|가게|스토어"
    r"|재고|입고|품절|아직있|남아있|남았|블랙프라이데이|블프|vip|등급|멤버십|못사|할인|세일|가격|얼마|비싸|구매|사고싶|살수|샀|판매|파나|파시|사이트|가입|로그인"
    r"|비번|비밀번호|회원|탈퇴|선물|포장|수리|보증|보상"
    r"|실측|예약|사서함|우체국|부재|급[해한합하]|조립|설치|사용법|부품|기사|방문|리뷰|후기|문의|이벤트|행사|색상|색깔|소재|재질|세탁|옷|신발|가방|받[았으을]|언제(?:쯤)?(?:오|와|온|도착)|보[내냈]"
    r"|시켰|시킨|도착|출고|배달"
)
_ORDERED: Final = r"(?:주문|시켰|시킨|골랐|선택|샀)[가-힣]{0,6}(?:는데|더니|지만|건데)"
_CAME: Final = r"(?:왔|옴|와있|와버|들어있|도착했|배송)"
_COLOUR: Final = (
    r"[가-힣](?:색|컬러)|블랙|화이트|네이비|그레이|아이보리|베이지|핑크|브라운|카키|민트|퍼플"
    r"|레드|블루|그린|옐로우?|오렌지|크림|와인|차콜|실버|골드"
    r"|검정|하양|빨강|파랑|노랑|초록|보라|분홍|곤색"
)
_GOT_ANOTHER: Final = re.compile(
    r"또(?:같은|똑같은)(?:거|것|게|걸|상품|색|사이즈)[가-힣]{0,2}(?:왔|보내|옴)"
    r"|^(?:근데|저기요?)?(?:사이즈|치수|모델|수량)(?:가|이|도)?(?:좀|완전|너무|서로)?(?:달라요|다르네|다릅|틀려요|틀리네)"
    # `사진에는 5단인데 4단이 왔어요`
    r"|(?:사진|화면|페이지|상세)(?:에는|에선|엔|에)?[가-힣a-z0-9]{1,14}(?:인데|이었는데|였는데|이라더니|라더니)(?!왜?(?:택배|물건|상품))[가-힣a-z0-9]{1,10}(?:이|가)(?:왔|옴|와있|들어)"
    # `270이 와야 되는데 280이 왔어요`
    r"|(?<!택배)(?<!물건)(?<!상품)(?<!연락)(?<!문자)(?<!기사님)(?:이|가)(?:와야|왔어야)(?:되|하|돼|했)[가-힣]{0,3}데[가-힣a-z0-9]{1,10}(?:이|가)(?:왔|옴|와있|들어)"
    r"|짝짝이(?:로|가)?(?:왔|와|옴|네)|(?:왼|오른)쪽만(?:두|2)(?:짝|개)|"
    # `시킨 게 밥솥인데 왜 냄비가 왔대요`
    r"(?:주문한|시킨|고른|산)(?:게|건|거는|것은|거|것)[가-힣a-z0-9]{1,10}(?:인데|인디|였는데|였는디|이었는데)[가-힣a-z0-9]{1,12}(?:이"
    r"|가)(?:왔|옴|와있|들어)|"
    r"(?:다른|엉뚱한|잘못된|틀린|남의|딴)(?:상품|색상?|색깔|사이즈|게|거|것|물건|옷|제품|모델|디자인|사람거)[가-힣]{0,2}(?:이|가)?(?:왔|옴|와|배송"
    r"|들어)|(?:다른|엉뚱한|딴)(?!사람|분|직원|기사|담당|업체|친구|택배|박스|상자|문자|연락|알림|전화|메일|기사)[가-힣]{1,6}(?<!고)(?:이|가)(?:왔|와있|배송됐|배송되)"
    r"|(?:사이즈|색|색상|색깔|상품|물건|모델)(?:이|가|도)?(?:잘못|다른[게거]|틀린[게거]|바뀌어|바껴)[가-힣]{0,3}(?:왔|옴|와있|배송)|"
    r"(?:주문|시켰|시킨|골랐|선택|샀)[가-힣]{0,6}(?:는데|더니|지만)(?!왜?(?:택배|물건|상품|문자|배송|연락|알림)"
    r"|(?:[0-9]+|[한두세네열])(?:개|장|병|봉|팩|권|박스|세트|벌|켤레|통|캔)만)[가-힣a-z0-9]{1,10}(?:이|가|만)(?:왔|옴|와있|들어)"
    # `검정 시켰는데 네이비 왔어요`, `파란 거 시켰는데 빨간 게 왔어요`
    rf"|{_ORDERED}[가-힣a-z0-9]{{0,8}}?(?:{_COLOUR}|(?<![0-9])[0-9]{{2,3}}|[smlx]{{1,3}})(?:이|가|으?로|만"
    rf"|게|거|것|걸로)?{_CAME}"
    rf"|(?:{_COLOUR})(?:색)?(?:인데|이어야하는데|여야하는데|이었는데)(?:{_COLOUR})(?:색)?(?:이|가|으?로|만)?{_CAME}"
    rf"|{_ORDERED}[가-힣]{{0,8}}?(?:[란간얀큰]|(?<!깨)(?<!망가)진한|(?<!상)한|[검붉짧얇작굵좁넓]은|색)(?:게|거|것|걸|거로"
    rf"|걸로)(?:이|가)?{_CAME}"
)
_IN_VAIN: Final = re.compile(
    r"(?:해|찾아|써|껐다켜|살펴|눌러|들어가)[가-힣]{0,3}봤[가-힣]{0,4}(?:똑같|안|못|없|마찬가지|그대로|소용)|그래도(?:안|똑같|못|없)"
    r"|(?:바꿔|해|다시해|껐다켜)도(?:똑같|안(?:돼|되|됩)|마찬가지|그대로)"
    r"|(?:대로|보고|따라)(?:[가-힣]{0,6}했|조립|설치|연결|따라)[가-힣]{1,6}데[가-힣]{0,4}?(?:안|못|똑같)"
)
_NOT_COME: Final = re.compile(
    r"안(?:와|왔|오[네고는노냐나니잖더길]|옵|옴|온[다대])|못받"
    r"|(?:물건|상품|택배|제품|옷)(?:은|는|을|를|도)?(?:왜|대체|언제까지)?안(?:보내[냐나네고요시]|보내줘|보내주|주[네냐고])"
    r"|(?:오|받|수령하|배송되)지(?:도|를|는)?(?:않(?:았|습|고|네|는데|아요)|못(?:했|하고|하였|합))|도착(?:을|도|하지)?(?:안|않)"
    r"|(?:출발|출고|발송|배송시작|배송)(?:도|을|이|가|은|조차)?(?:아직)?(?:안(?:했|하|됐|되|함)(?!면|으면|다면|었으면)|(?:되|하)지(?:도|가|를)?(?:않|못))"
    # `발주분 미입고 상태입니다`: how businesses put it.
    r"|미(?:도착|수령|배송|배달|출고|발송)(?!시|할|하면|일경우)|(?:발주|주문|납품)(?:분|건|품|하신|한)?[가-힣0-9]{0,24}?미입고"
    r"|소식(?:이|도)?(?:없|안)|무소식|감감|언제(?:쯤)?(?:와|오|옴|도착|받)"
)
_SOME_CAME: Final = re.compile(
    r"(?:하나|한개|[0-9]개|두개|일부|반)만|[가-힣]만(?:왔|오고|도착)|빠[졌져지진]|다른(?!주문|건)|딴|덜|모자|부족|없이|누락|잘못|틀린"
)
_BAD_FIT: Final = re.compile(
    r"(?:너무|좀|많이|꽤|조금|생각보다|한치수)?(?:작(?:네|아요|습니다|다|아서|은데|음)|크(?:네|ㅁ|다|습니다)|커(?:요|서|가지고)|헐렁|꽉끼|끼어요|끼네"
    r"|낑겨|안맞(?:아|네|는데|습))(?:[가-힣]{0,10})$"
    r"|(?:사이즈|핏)(?:가|는|이)?미스(?:예|에|이|남|났|네|인|$)[가-힣]{0,6}$"
    r"|사이즈(?:가|는)?[가-힣]{0,4}(?:작|크|커|안맞)[가-힣]{0,10}$"
    r"|(?:발볼|발등|볼|품|통|어깨|허리|목둘레|가슴|허벅지)(?:이|가|은|는|도)?(?:너무|좀|많이|꽤|살짝)?(?:좁[아네은다습]|넓[어네은다습]|타이트|꽉)[가-힣]{0,10}$"
    r"|(?:소매|기장|총장|밑단|허리|품|어깨|바지|치마)(?:가|이|은|는|도)?(?:너무|좀|많이|꽤)?(?:길[어네다]|짧[아네다])[가-힣]{0,10}$"
)
# `작네 우짜노`: who is at a loss asks for no information.
_AT_A_LOSS: Final = re.compile(
    r"(?:뭐꼬|뭐여|뭐야|뭐람|우짜(?:노|지|면\s?좋\S*)|어(?:쩌|떡하|뜩하|떻게\s?하|찌하)(?:죠|지요?|노|나)|어떡해요?|우야노"
    r"|워쩐대\S*)\s*[?？]*"
)


def fits(text: str, category: str) -> bool:
    """Whether a short line names nothing of another category: then it is about what was talked of
    before.
    """
    plain = squash(text)
    named = [categories for pattern, categories in _THINGS if pattern.search(plain)]
    return len(plain) <= 25 and all(category in categories for categories in named)


@once
def reports_damage(text: str) -> bool:
    """Whether goods are said to be broken: then that is the matter, and a wish its end."""
    if is_hurt(text):
        return True
    whole = squash(text)
    if not (_DAMAGE.search(whole) or _NOT_WORKING.search(whole)):
        return False
    # A question beside it takes nothing back: `벌써 고장이에요 환불 되나요?`
    return any(
        (says(_DAMAGE, part) or _fails(part, whole)) and (not asks(part) or is_surely(part))
        for part in _SENTENCES.split(text)
        if part
    )


def is_hurt(text: str) -> bool:
    """Whether somebody came to harm by the goods: that comes before all else."""
    return bool(_HURT.search(squash(text))) and not asks(text)


def _lacks_beside(plain: str) -> bool:
    """Whether what comes along with goods did not (`사은품이 안 왔어요`): the goods did."""
    return bool(_BESIDE_GOODS.search(plain))


def is_surely(text: str) -> bool:
    """Whether a question only wants it confirmed that goods are faulty (`이거 불량이죠?`)."""
    return bool(_SURELY.search(squash(text)))


def is_stuck(text: str) -> bool:
    """Whether a parcel is said to stand still on its way, or its dispatch to be put off."""
    plain = squash(text)
    stands = _STUCK.search(plain) or _POSTPONED.search(plain) or was_sent_back(text)
    if not stands:
        return False
    return not is_question(_DO_SOMETHING.sub("", text)) or bool(_WHEN_AT_LAST.search(plain))


def was_sent_back(text: str) -> bool:
    """Whether a parcel is said to go back to the store, undelivered."""
    plain = squash(text)
    returned = "반품" in plain or "교환" in plain  # by the customer himself
    return bool(_SENT_BACK.search(plain)) and not (returned or is_question(text))


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


def is_short(text: str) -> bool:
    """Whether goods were weighed, and there is less than was bought."""
    return bool(_SHORT_WEIGHT.search(squash(text))) and not is_question(text)


def lacks_a_part(text: str) -> bool:
    """Whether some of what was bought is missing (`네 개 중에 세 개만 왔어요`): it can be sent."""
    plain = squash(text)
    return bool(_MISSING.search(plain)) or _rest_came(plain)


def _rest_came(plain: str) -> bool:
    # `안` is in every such line, and quicker to look for.
    return "안" in plain and bool(_REST_CAME.match(plain))


def is_at_hand(text: str) -> bool:
    """Whether goods are said to have come, to be used, or are wanted otherwise."""
    return bool(_AT_HAND.search(squash(text)))


def _fails(part: str, whole: str) -> bool:
    """Whether goods that are at hand do not work (`리모컨이 안 돼요 어제 받음`)."""
    plain = squash(part)
    found = _NOT_WORKING.search(plain)
    if found is None or _PROCESS.search(plain[: found.start()]) or _STUCK.search(whole):
        return False
    if _CREDIT.search(plain[: found.start()]):
        return False
    return bool(_AT_HAND.search(whole) or _MECHANICAL.match(plain, found.start()))


def got_cheaper(text: str) -> bool:
    """Whether a price is said to have fallen since (`어제 샀는데 오늘 더 싸졌네요`)."""
    return bool(_CHEAPER.search(squash(text)))


def wants_same_price(text: str) -> bool:
    """Whether a price elsewhere is to be met (`다른 데는 더 싼데 맞춰 주실 수 있어요?`)."""
    return bool(_SAME_PRICE.search(squash(text)))


def came_too_few(text: str) -> bool:
    """Whether fewer came than were bought (`수저 9벌만 왔어요`), and no part is broken."""
    return says(_TOO_FEW, text) and not asks(text)


@once
def found_amiss(text: str) -> bool:
    """Whether it is told of goods what they turned out to be, and nobody is pleased with that."""
    plain = squash(text)
    if not _FOUND.search(plain) or _ALL_RIGHT.search(plain) or _NOT_TOLD.search(plain):
        return False
    if own_slip(text) or is_late(text):
        return False
    return not (asks(text) or is_request(text))


def missed_pickup(text: str) -> bool:
    """Whether nobody is said to have come for the goods that go back."""
    return bool(_NO_PICKUP.search(squash(text)))


def happens_again(text: str) -> bool:
    """Whether a line points back at something known (`또`, `아직도`, `여전히`)."""
    return bool(_NOT_GOOD.search(squash(text)))


def is_unchanged(text: str) -> bool:
    """Whether a trouble is said to be what it was (`아직도 그대로예요`)."""
    return bool(_UNCHANGED.search(squash(text))) and not is_request(text)


def came_wrong_anew(text: str) -> bool:
    """Whether what was sent anew is said to be wrong in another way (`이번엔 깨진 게 왔네요`)."""
    if not _NOW_CAME.search(squash(text)) or is_question(text):
        return False
    return reports_damage(text) or got_another(text) or lacks_a_part(text)


def came_and_is_wrong(text: str) -> bool:
    """Whether what was waited for is said to have come and to be wrong (`왔는데 색이 달라요`)."""
    came = _THEN_CAME.search(squash(text))
    return bool(came) and reports_problem(text) and not (is_question(text) or is_late(text))


def sent_a_photo(text: str) -> bool:
    """Whether a picture is said to have been sent (`사진 보냈어요`)."""
    return bool(_SENT_A_PHOTO.search(squash(text))) and not is_question(text)


@once
def came_so_again(text: str) -> bool:
    """Whether what was sent anew came as the first one did (`다시 온 것도 네이비예요`)."""
    plain = squash(text)
    if not _CAME_SO_AGAIN.search(plain) or GLAD.search(plain):
        return False
    return not (is_question(text) or is_request(text) or _ALL_RIGHT.search(plain))


@once
def names_store(text: str) -> bool:
    """Whether a line holds anything that a store has to do with."""
    return bool(_STORE.search(squash(text))) or reports_problem(text) or is_request(text)


def fails_again(text: str) -> bool:
    """Whether faulty or wrong goods are said to be no better the second time."""
    faulty = reports_damage(text) or got_another(text)
    return faulty and bool(_FAILS_AGAIN.search(squash(text)))


def was_in_vain(text: str) -> bool:
    """Whether what was advised is said to have been tried in vain (`해 봤는데 똑같아요`)."""
    return bool(_IN_VAIN.search(squash(text)))


@once
def got_another(text: str) -> bool:
    """Whether one thing was ordered and another came (`180 주문했는데 170이 왔어요`)."""
    return bool(_GOT_ANOTHER.search(squash(text))) and not is_late(text)


#: `배송지 변경 요청드린 지 사흘인데 감감무소식이네요`
_NO_WORD: Final = re.compile(
    r"(?:요청|신청|문의|접수|변경)(?:을|를)?(?:한|드린|했|드렸|넣은|남긴|남겼)[가-힣0-9]{0,12}?(?:소식|무소식|감감)"
    r"|(?:전화|통화)(?:는|도|를|을)?(?:아예|통|한번도)?(?:받지|안받|못받)"
)
#: Who was to fetch goods, and did not come, owes no parcel.
_FETCHED: Final = re.compile("(?:수거|회수)(?!됐|된|되)")


@once
def is_late(text: str) -> bool:
    """Whether goods are said not to have come at all, and not that some of them are missing."""
    plain = squash(text)
    if _SOME_CAME.search(plain) or _rest_came(plain):
        return False
    if _lacks_beside(plain) or _FETCHED.search(plain):
        return False
    if _NO_WORD.search(plain):
        return False  # word is waited for, and no parcel
    return bool(_NOT_COME.search(plain) or is_stuck(text))


def came_as_another(text: str) -> bool:
    """Whether another thing is said to have come, be it as a reproach (`왜 접시가 왔죠`)."""
    if not got_another(text):
        return False
    return not is_question(text) or bool(_REPROACH.search(squash(text)))


def fits_badly(text: str) -> bool:
    """Whether goods that are there are said to be too small or too large."""
    if is_question(_AT_A_LOSS.sub("", text)):
        return False
    # `양쪽 다 작아요 270으로요`
    return any(_BAD_FIT.search(squash(part)) for part in _SENTENCES.split(text))


def names_goods(text: str) -> bool:
    """Whether a line names goods, an order, or their way."""
    return bool(GOODS.search(squash(text)))
