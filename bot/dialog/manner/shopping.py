"""What is asked before buying: what goods are like and which services there are, no trouble."""

from __future__ import annotations

import re
from typing import Final

from bot.dialog.manner.asking import (
    asks,
    asks_if_may,
    is_question,
    is_request,
    only_states,
    reports_problem,
    wants_to_be_told,
)
from bot.dialog.manner.damage import reports_damage
from bot.dialog.words import once, squash
from bot.patterns import searched

#: Who has the goods asks of a trouble, whatever the tense.
_HAS_THEM: Final = searched(
    r"받[은으을았]|산지|산거|시킨|주문한|구매한|제가|제거|제꺼|저희거|저한테|방금|아까|어제|오늘|그제|벌써|자꾸|계속|왜|어떡|어떻게|또|이렇게|원래|정상|환불|교환"
    r"|반품|수리|보상|취소|고장|불량|파손|하자|않|못|(?<!잘)안[가-힣]|연기|불꽃|탄내|오배송|어케|지나있|타는|스파크|벌레|곰팡|사진|언제|얼마|몇|어디|누가|뭐|무엇|동안"
    r"|\d{10}"
)
#: `완전 노랑이잖아요`, `허위 광고 아니에요?`: who has seen them asks nothing.
_REPROACHES: Final = searched(
    r"(?:잖아|자나|쟈나)(?:요|여)?$|(?:다른|틀린|아닌|이상한)데(?:요|여)?$|(?:허위|과장|거짓|사기)(?:광고|과장|로)?[가-힣]{0,3}(?:아니에요|아니예요|아닌가요|아닙니까|아니냐)"
)
#: The last letter of a past tense has ㅆ below, as have these two of no past.
_NO_PAST: Final = frozenset("있겠")
_BASE, _LAST, _FINALS, _SS = ord("가"), ord("힣"), 28, 20
_OF_GOODS: Final = searched(
    # `이거 진짜 가죽임?`
    r"(?:[가-힣]{1,4}(?:요|나요|가요|까요|죠|지요|니까|임)|[가-힣]{1,4}(?:는|은|ㄴ)(?:지|편이에요|편인가요)[가-힣]{0,8})$"
)
#: `새상품 맞죠`
_SURELY: Final = ("맞죠", "맞지요")
#: `여름에도 안 녹아요?`
_IN_SEASON: Final = re.compile(
    r"(?:한여름|여름|겨울|장마철?|더운날|추운날|비올때)(?:에|철에)?(?:도|는)?[가-힣]{0,8}(?:요|까|죠)$"
)
#: `전기포트 문의드려요`
#: What others say of goods (`모니터마다 다르다는데`).
_SAID_TO_BE: Final = searched(
    r"(?:다르|별로|안좋|작|크|얇|두껍|비치|무겁|약하)다(?:는데|던데|고들?(?:하던데|하는데|들었))(?:요|여)?(?:괜찮[가-힣]{1,5})?$"
)
_INQUIRES: Final = re.compile(
    # What is not there is no name (`사은품이 들어 있지 않은 것 같아 문의드려요`).
    r"(?!.*(?:않은|않아|없어|못|같아|빠[져졌]))(?:안녕하세요|저기요?|네)*[가-힣a-z0-9]{1,20}?(?:에대해(?:서)?|관련(?:해서|해)?|좀|제품|상품)*"
    r"(?:문의|질문)(?:좀)?(?:드려요|드립니다|드릴게요|드릴게있어요|합니다|할게요|하려고요|있어요|있습니다|요|이요)?"
)
#: What many stores do or keep beside selling goods, by the names that customers have for it.
_SERVICES: Final = searched(
    r"정기(?:배송|구독|결제|주문)|정기(?:적으)?로(?=는?(?:되|돼|가능|받|보내|배송|시키|시킬))|자동결제|무료체험|구독|멤버십|회원(?:등급|탈퇴|가입(?!(?:을|은)?(?:없이|안하|안했|안한|하지않))|정보|주소|연락처)?(?!(?:가입)?(?:을|은)?(?:없이|안하|안했|안한|하지않))|등급|vip|탈퇴|개인정보|비밀번호|비번|로그인|아이디(?!어)|계정(?!책)|펌웨어|업데이트(?!된)|사다리차|(?:집|문|현관)(?:앞|안)까지(?:올려|들어|들여|옮겨)|(?:[0-9]+층|방|거실|안방|집안|위층)까지(?:올려|들어다|들여|옮겨|가져다|갖다)|조립비(?:용)?|출장비|헌가구|폐가구|폐가전|양중"
    r"|설치(?:일|날짜|기사(?!(?:님|분)?(?:이|은|는|도)?(?:오늘|내일|어제)?(?:언제|몇시|왜|안|아직))|비용?)|(?:이메일|메일)(?:주소)?(?:를|을|좀)?(?=바꾸|바꿔|변경|수정|잘못)|통관(?:번호|부호)?|관세|배대지|상품권|기프트카드|기프티콘|바우처|수강권|이용권|직접(?:가서)?(?:찾|수령|가지러|받)|방문(?:수령|구매)|매장(?:수령|에서(?:직접)?(?:받|찾|살|구매|수령))|픽업"
)
#: The same where a question is put of it; who has goods complains of none of these.
_ASKED_FOR: Final = searched(
    r"(?P<service>정기배송|정기구독|날짜지정|요일지정|시간지정|지정일|희망일|주차|각인|맞춤제작|(?:기장|길이|소매|허리|단)수선|샘플|견본|설치|조립|폐가구|중고|익명(?:배송)?|퀵|관부가세|사서함|군부대)"
    r"(?:장이|장은|장도|장|은|는|도|을|를|으로|로|이|가|비용|비|따로|서비스|배송|수거|제품|상품|주소|먼저|미리)*(?:까지)?"
    r"(?:보낼수|받을수|받아볼수|되|돼|가능|해야|해주|해서|있|하나|하는|파나|파시|파는|내나|내야|받나|받으시나|받는|드나|붙나|별도|보내주|와주|어떻|어케|얼마)"
    r"|(?P<shown>샘플|견본|시향지|테스터|스와치|원단조각)[가-힣]{0,4}(?:만|이라도|은|을|도)?(?:먼저|미리|좀|하나|따로)*(?:볼수|받을수|받아볼|받고싶|보내)"
    # `아이스팩 넣어주시나요`, `쓰던 침대 수거해 주시나요`, `손질해서 보내주시나요`
    r"|(?P<packed>아이스[팩펙]|보냉[팩펙백]|드라이아이스|완충재|뽁뽁이|에어캡)(?:은|는|도|를|을|에|이|가)?(?:같이|따로|꼭|많이|잘)*(?:넣어|담아|싸서|채워|들어가|들어있)"
    r"|(?P<old>(?:헌|쓰던|옛날|낡은|오래된|버릴)(?:소파|침대|매트리스|가구|책상|장롱|옷장|식탁|의자|서랍장|냉장고|세탁기|티비|에어컨|가전|가전제품|이불))(?:도|를|을|은|는)?(?:같이|좀|무료로|혹시)*(?:가져가|가져|수거|회수|버려|치워|처분|처리)"
    r"|(?P<cut>손질|다듬어서|잘라서|썰어서|갈아서|껍질까서|포떠서)(?:해서|해|된거|된상태)?(?:로|을|를)?(?:보내|오나|와요|배송|주시|주나|해주)"
    # `분갈이도 해주시나요`; `고장 나면 수리도 해주나요` names the mending alone
    r"|(?P<other>(?:(?!면)[가-힣]){2,4})(?<!포장)(?<!교환)(?<!환불)(?<!반품)(?<!취소)(?<!확인)(?<!배송)(?<!발송)(?<!연락)(?<!문자)(?<!할인)(?:도|까지)(?:해|붙여|달아|그려|잘라|갈아|꿰매)주(?:시나|나|시는|는거)"
)
#: `바지 기장 수선도 해 주시나요`: goods are made to fit, and nothing of them is mended.
_ALTERS: Final = searched(
    r"(?:기장|길이|소매|허리|밑단|어깨|품|통|사이즈)(?:을|를|도|만|은|는)?(?:수선|줄여(?:주|도|서)|늘려(?:주|도|서)|줄일수|늘릴수)"
)
#: The same without its name (`이름 새겨 주시나요`); not what was written wrong.
_ENGRAVES: Final = searched(
    r"(?:이름|이니셜|문구|글자|글씨|날짜|로고|영문|한글|네임)(?:을|를|도|이|은)?(?:같이|좀|따로)?(?:새[겨길기]|박[아을])(?!졌|진|져|있)"
)
_SOLD: Final = searched(
    r"(?<!다시)(?<!또)(?<!언제)(?:파시나|파나요|팔아요|파시는지|판매(?:하시나|하나|도하나|되나)요?|취급(?:하시나|하나|도하나|하시는지)요?)[요여]?$"
)
_ITS_STOCK: Final = searched(
    r"교환(?:할|받을|가능한)?(?:상품|제품|물건|사이즈|색상|옵션|품)(?:은|는|이|의|할)?재고"
)
_PART_BOUGHT: Final = searched(
    r"(?:만|따로|별도로|낱개로|개별로|추가로)(?:도)?(?:따로|별도로|추가로|더)*(?:살수|구매할수|구입할수|주문할수|판매하|판매되|파[나는시]|팔[기아]|살까|구매(?:가|도)?(?:가능|되)|구입(?:이|도)?(?:가능|되))"
)
#: What goods are like, by what pages tell of them.
_ATTRIBUTES: Final = searched(
    r"(?:색|색깔|색상|컬러|종류|옵션|향)(?:은|이|가|는|도)?(?:뭐|무슨|어떤거|어떤게|몇가지)"
    r"|소재|재질|혼용률|함량|(?<!할인)(?<!세일)(?<!적립)몇(?:프로|퍼센트|%)(?!(?:나)?(?:할인|세일|적립|빼|깎|dc))|따갑|따가[운워]|까슬|까끌|두께|비침|비치|원산지|세탁(?![기소실])|건조기|드라이|다림|물빨래|촉감|신축성|안감|기모|성분|임산부|(?:아기|애기|애들|아이|어린이|강아지|고양이)[가-힣]{0,4}(?:써|먹|입)"
    r"|교체(?:주기|시기)|보관(?:은|법|방법)?(?:어떻|어케|어떡|해야)|(?:늘어|줄어[드들]|쪼그라[드들]|수축|보풀|물빠|색빠|구김|통풍|흡수|방수|변색)(?:이|은)?(?:잘|많이)?(?:지|가|생|되|나)?"
    r"|조립(?:이|은|하기)?(?:많이|너무|혼자)?(?:어렵|어려|쉬|쉽|간단|복잡|힘들)"
)
_STOCK: Final = searched(
    r"(?<![0-9a-z])(?:[0-9]{2,3}|[0-9]?x{0,2}[sml])(?:사이즈|호|치수)?(?:도|은|는|이)?있(?:나요|어요|음|나|을까요|죠)|"
    r"재고(?:가|는|도)?(?:아직|지금|좀)?(?:있[나을어음는죠]|남[아았은]|몇)"
)
_CONTENTS: Final = searched(
    r"몇(?:매|장|개|알|포|캡슐|그램|인분)(?:나|정도|짜리)?(?:들었|들어|이?들이)[가-힣]{0,4}[요죠까나음지]$"
    # `이 밥솥 몇 인분이에요?`
    r"|몇(?:인분|인용|리터|평형|평|볼트|와트|인치|단|구|겹|호|키로|kg|그램|ml|cm|센치|mm|수)(?:용|짜리|까지)?(?:인가|이에|예요|에요|이죠|인지|짜리(?:예|인|죠))"
    # `캐시미어 몇 프로`, `털빠짐 심한 편인가요`
    r"|(?:면|모|울|캐시미어|폴리|린넨|실크|오리털|거위털|함량|비율|혼용률?)(?:은|는|이|가)?몇(?:프로|퍼센트)|털(?:이)?(?:많이|잘)?빠(?:짐|지)[가-힣]{0,6}(?:편|나요|나$|까요)"
)
#: Where the store is found, and how one gets in.
_SITE: Final = searched(
    r"사이트|홈페이지|장바구니|어플(?!리케)|접속|인증(?:번호|문자|메일)|(?<![가-힣])앱(?=이|을|에|은|도|실|업데이트)"
)

#: The shop itself does not work, and nothing that was bought (`홈페이지가 안 열려요`).
_SITE_FAILS: Final = searched(
    # `인증번호가 예전 번호로 가요`, `본인인증이 안돼요`
    r"(?:로그인|비번|비밀번호)[가-힣]{0,6}?틀(?:렸|리)다고|(?:본인|휴대폰|핸드폰|아이핀|로그인)인증(?:이|은|가|도)?(?:자꾸|계속|아예|왜)*안(?:되|돼|됨|됩)|인증(?:번호|문자|메일|코드)(?:가|이|는|은|도)?[가-힣]{0,6}?(?:안(?:와|오[고네는]|왔|옴|떠|뜨|날)|(?:예전|옛날?|이전|다른|전|바뀐|구)번호|못받|틀리다|만료됐|만료되)|"
    # `홈페이지가 이상해요 장바구니가 자꾸 비워져요`
    r"(?:홈페이지|홈피|사이트|어플|쇼핑몰|(?<![가-힣])앱)(?:가|이)(?:좀|자꾸|계속|너무|왜이리|진짜)*(?:이상(?:해|하네|합니다|한데)|버벅)|장바구니(?:가|에|는|에서)?[가-힣]{0,8}?(?:비워[져졌지]|사라[져졌지]|없어[져졌지]|초기화|안담)|"
    # `들어가면 하얀 화면만 나와요`, `로딩만 계속 돌아요`
    r"^(?:아|저기요?|지금|오늘|근데|아까부터|계속|자꾸|여기|네이버|스토어|들어가면|접속하면|열면|누르면|클릭하면)*"
    r"(?:(?:하얀|흰|까만|빈|흰색|검은)화면(?:만|이)?(?:계속|자꾸)?(?:나|떠|뜨|보)|로딩(?:만|이|중)(?:계속|자꾸|몇분|안|끝|돌|하|되|나)|무한로딩"
    r"|(?:새로고침|재접속)(?:해도|을해도)[가-힣]{0,6}?(?:화면|안|그대로|똑같)|(?:접속자|대기자)(?:가)?(?:너무)?(?:많|몰|폭주)|(?:서버|사이트|앱|홈페이지|시스템)(?:가|이)?점검(?:중|이))"
    # `옵션 고를 때 색이 안 나와요`
    r"|(?:옵션|색상?|색깔|사이즈|수량)(?:을|를|이)?(?:고를|선택할|고르는|선택하는|고르려|선택하려|담을|누를)(?:때|데|면|는데|고하면)?[가-힣]{0,8}안(?:나[와오]|떠|뜨|보[여이]|눌|골라|선택|되|돼)"
    # `앱 깔았는데 실행하면 꺼짐`, `상품페이지 사진이 하나도 안 보여요`
    r"|^(?!.*(?:연결|연동|페어링|블루투스|와이파이|에서산|로산|결제|주문|구매))(?:(?:네이버|스토어|쇼핑몰|여기|혹시|근데)*)"
    r"(?:앱|어플|사이트|홈페이지|홈피|쇼핑몰|서버|(?:상품|상세)페이지)(?:이|가|을|를|에|은|는|도)?[가-힣]{0,12}?(?:안(?:열|들어가|되[어네는]|돼|됩|떠|보여)|튕|꺼[지져졌짐]|먹통|로그아웃|하얀화면|흰화면|에러|오류)"
    r"|^(?:아|저기요?|지금|오늘|근데|아까부터|어제부터|계속|자꾸|갑자기|여기|네이버|스마트스토어|스토어|온라인|상품|쇼핑몰|주문|구매|상세|혹시|왜"
    r"|(?:문자|카톡|톡|메일|알림톡)(?:로|에|으로)(?:온|받은|보내준|보내주신|있는))*"
    r"(?:앱|어플|사이트|홈페이지|홈피|쇼핑몰|(?:상세)?페이지|로그인|회원가입|장바구니(?:담기)?|주문서(?:작성)?|서버|접속|검색(?:창|기능)?|링크|문의글|게시판|(?:상품)?(?:사진|이미지)|리뷰|후기)"
    r"(?:이|가|은|는|도|에|에서|을|를|접속|화면|이용|열면|누르면|들어가면)*"
    r"(?:지금|아예|자꾸|계속|왜|전혀|도저히|또|갑자기|다|너무|그냥|상품이)*"
    r"(?:안(?:열|들어가|되(?!고싶|나요처음)|돼|됩|뜨|떠|담|눌|올라|켜|넘어)|안(?:보여|보이(?!시|세)|써[지져]|쓰여|등록)|못(?:들어|열)|튕|꺼[지져졌]|먹통|멈[추춰췄춘]|하얗|하얘|하얀"
    r"|에러|오류|장애|다운(?:됐|됬|되|인|이)|터[졌진]|뻗[었은]|죽었|막혔|느려|느리|버벅|렉|무한로딩|깨져(?:보|나)|이상)"
)
#: Where one might come to fetch or to see goods.
_THE_SHOP: Final = searched(
    r"(?:매장|오프라인|쇼룸|전시장)[가-힣]{0,12}?(?:받|픽업|수령|찾|방문|보러|볼수|입어|가서|있)"
    r"|(?:직접|눈으로|실물(?:로|을)?|매장에서)보고(?:사고싶|싶|살|구매|고를|결정)"
    r"|직접(?:방문|가서|가면|찾아가|보러)(?:해서|하면|서)?[가-힣]{0,6}?(?:보고|봐도|볼|구경|입어|사도|살|구매|받|수령|찾)"
)
#: What was about to be paid is not (`네이버페이 결제가 안 넘어가요`, `결제 누르면 무한 로딩`).
_PAYMENT_FAILS: Final = searched(
    r"(?:결제|페이|주문서|(?:주문|구매)하기)[가-힣]{0,9}?(?:안(?:되|돼|됨|됩|됐|넘|눌|떠|뜨|열|먹)|실패|오류|에러|튕|멈|먹통|로딩|거절|막[혀혔힌]|하얗|하얀)"
    # `결제 비번 입력하면 처음으로 돌아가요`, `입금 계좌가 안 나와요`
    r"|(?:결제|페이|주문)[가-힣]{0,12}?(?:처음|메인|첫화면|이전)(?:으로|화면으로|페이지로)?(?:자꾸|계속|다시)?(?:돌아|가요|가네|튕)"
    r"|(?:입금|결제|가상)[가-힣]{0,4}?계좌(?:번호)?(?:가|도|는)?안(?:나|떠|뜨|보)"
)
#: `만나서 결제는 안 돼요?? 현금으로`: whether one may.
_IF_PAID_SO: Final = searched(r"결제(?:는|도)\s?안\s?[되돼]\S{0,3}[?？]")
#: `주문이 안 돼요`, `결제 누르면 하얀 화면만 떠요`
_CANNOT_ORDER: Final = searched(
    r"(?:주문|구매)(?:이|가|을|를|도|자체가|하기가)?(?:자꾸|계속|아예)?(?:안[되돼됨됩됐](?!있)|못하겠|할수(?:가)?없)|결제(?:를|창을?|버튼을?)?누르면"
    r"|(?:주문|결제|구매)(?:하려|할려)(?:는데|니까?|고하는데|고하니까?|고하면)[가-힣]{0,10}?(?:입력|등록|선택|저장|인증|검색)(?:이|가|을|도)?(?:자꾸|계속|아예)?(?:안[되돼됨됩됐]|못하)"
)
#: What hardly a store's FAQ holds: what it sells, what it would choose, whether goods are genuine.
_BEYOND: Final = searched(
    # Who gets it cheaper, or may buy at all, and what is asked of the store itself.
    r"(?:학생|군인|직원|임직원|제휴|경로|국가유공자|다자녀|장애인|단골|지인|재구매|동네)할인(?!코드|쿠폰|권)|외상(?:은|도|으로)?(?:되|돼|가능|거래)|(?:외국인|미성년자?|청소년|학생|초등학생|중학생|고등학생)(?:도|은|이|인데)?(?:회원)?(?:가입|살수|구매|주문|사도|결제)(?:이|은|도)?(?:되|돼|할수|있|가능)"
    r"|(?:단톡방?|오픈채팅|인스타(?:그램)?|유튜브|페이스북|트위터|sns)(?:은|는|이|도|가|방|계정|채널|주소|아이디)*(?:있[나어으]|하시|하세|하나|운영|어디|알려|뭐|뭔)|(?:사장님?|대표님?)(?:은|이|께서)?(?:여자|남자|몇|누구|어느)"
    r"|(?:공장|본사|작업실|공방|농장|양식장|목장)(?:은|이|는|가)?(?:어디|어느|국내|한국)|(?:(?<=언제부터)|(?<=몇년)|(?<=몇년째)|(?<=몇년이나))(?:장사|판매|운영|영업)[가-힣]{0,4}(?:셨|했|하|신|된|어)|찜(?:해두면|하면|해놓으면|해두신|하기|목록)"
    r"|(?:(?<=까지만)|(?<=언제까지))(?:이|그)?가격(?:이에|예요|인가|유지|맞|그대로)|"
    r"라돈|(?:안전|유해|품질|성분)?검사(?:는|를|도)?(?:받은|받았|통과|한거)|인증(?:서|마크)(?:는|를|도|가)?(?:있|볼수|보여|받)|시험성적서|"
    r"(?:알바|아르바이트|직원|구인|채용)(?:생)?(?:은|는|을|를|도)?(?:구하|뽑|모집|하시나|하나요|있나)|"
    r"가격(?:이|은|을)?(?:왜|또|갑자기|이렇게)*(?:올랐|오른|올린|올리|인상)|(?:뭐|무엇|어떤(?:거|것|걸|상품|제품))(?:를|을)?(?:파(?:는|세|나|시|십)|판매하|취급하)|정품|가품|짝퉁|이미테이션|모조품"
    r"|(?:몇개|얼마나)(?:나|정도)?(?:더)?남[았아]|(?:남은)?(?<!최소)(?<!최대)(?<!최소주문)(?<!최대주문)(?<!가능한최대)(?:수량|재고)(?:이|은|가|는)?(?:아직|대략)?(?:몇|얼마나)"
    r"|(?<=언제까지)(?:세일|할인|행사|이벤트)|(?:세일|할인|행사|이벤트|특가|블프)(?:가격?|기간)?(?:은|는|이|가)?(?:오늘|내일)?(?:언제|몇시|며칠|몇일)까지"
    r"|(?:세일|할인|행사|이벤트|블프|블랙프라이데이)(?:때|은|는|을|를|기간)?(?:또|다시|다음[주달]?에?|곧|혹시|이번에도?)*(?:언제|하나요|하나$|할까|예정|할건|하시나)"
    r"|(?:중고|새상품|새제품|새거|새것|미개봉)(?:품|제품|상품)?(?:인가|맞|이죠|이에|예요|에요|아니)"
    r"|(?<!실)(?:추천|골라)(?:좀|을|해|부탁|줘|주)(?!문|인|했|받|하고|해줬|했더)"
)
#: `단골인데 서비스 좀 주세요`: something on top of what is bought.
_EXTRA: Final = searched(
    r"(?<!정기)(?<!배송)(?<!설치)(?<!고객)(?:서비스|사은품|증정품|덤|샘플)(?:으로|을|를|이나|이라도|라도|도|좀|많이|더|하나|한개|하나만|뭐|뭐라도|없어도)*"
    r"(?:줘|주세|주실|주시|주나|달라|챙겨|넣어|끼워|없[나을어]|있[나을])"
    # `아이폰 공짜로 줘`
    r"|(?:공짜|꽁짜|무료)(?:로|으로)?(?:그냥|하나|한개|좀|만)*(?:줘|주[세라면시]|달라|보내[줘주])"
    r"|(?:무료|공짜)(?:로|배송)?(?:는|도)?(?:좀)?(?:안될까|안되나요|해주시면안)"
)
_ELSEWHERE: Final = searched(
    r"(?:쿠팡|11번가|십일번가|지마켓|g마켓|옥션|위메프|티몬|알리|인터파크|백화점|(?:다른|딴)(?:사이트|쇼핑몰|데|곳|가게|업체|판매자|스토어|매장))"
    r"(?:에서|서)(?:산|샀|구매|구입|주문|결제)"
)
#: `사진이랑 실제 색이 비슷한가요?`, `실물도 사진처럼 예뻐요?`: goods held against their picture.
_BESIDE_PICTURE: Final = searched(
    r"(?:사진|화면|모니터|상세페이지|상세|이미지|영상|실물|실제)(?:이랑|랑|하고|과|와|보다|처럼|만큼|대로|에비해|으로|로보면|도)"
)
#: What others say of goods (`후기 보니까 실물이 사진이랑 다르다던데`).
_SAYS_IT_IS: Final = searched(
    r"(?:후기|리뷰|상품평)(?:에|를|을)?(?:보니까?|보면|봤는데|봤더니|에서|에는?)|다(?:던데|는데|고하던데|고들?하던데|고해서)"
)
#: Who has them wonders at what he sees (`사진이랑 색이 다른데 맞아요?`).
_HAS_SEEN_THEM: Final = searched(
    r"왜|이렇게|이런|이래|원래|다른데|다르네|다르잖|달라서|다르고|아닌데|아니잖|아니네|틀린데|틀리네|다릅니다|받[은아았]|제가|환불|교환|반품|보상|어떡|어떻게|실수|잘못|온[거게것]|\d{10}"
)
_SIZES: Final = searched(
    r"사이즈|치수|호수|몇호|[0-9]+호|[0-9]+(?:cm|kg|키로|센치)|키|몸무게|[sml]이랑|[0-9]{2,3}"
)


def _is_past(plain: str) -> bool:
    """Whether a verb of a text is in the past tense (`깨졌어요`, `왔는데`)."""
    return any(
        _BASE <= ord(letter) <= _LAST
        and (ord(letter) - _BASE) % _FINALS == _SS
        and letter not in _NO_PAST
        for letter in plain
    )


#: `블랙 230 있나요`: at the end of a line that names a size or a colour.
_TO_BE_HAD: Final = searched(
    r"(?:은|는|도|이|가|로도|으로도|로는|으로는)?(?:사이즈|색상?|컬러)?(?:은|는|도|이|가)?(?:재고)?(?:는|가|도)?(?:아직|혹시|지금|또)*"
    r"(?<!수)(?<!수는)(?<!수도)(?<!수가)(?:있나[요여용]?|있어[요용]?|있을까[요여]?|있는지[요여]?|없나[요여용]?|없어[요용]?|남았나[요여]?|남아있나[요여]?|남았어[요]?|나오나[요여]?|나와[요]?)$"
)


def asks_if_to_be_had(text: str) -> bool:
    """Whether it is asked if goods are to be had, as they are called by a size or a colour."""
    return is_question(text) and bool(_TO_BE_HAD.search(squash(text)))


@once
def asks_of_goods(text: str) -> bool:
    """Whether somebody asks what goods are like that he does not have (`이 컵 잘 깨져요?`)."""
    plain = squash(text)
    if _SAID_TO_BE.search(plain) and not _HAS_THEM.search(plain):
        return True
    if _IN_SEASON.match(plain) and is_question(text) and not _is_past(plain):
        return True
    asks = is_question(text) or plain.endswith(_SURELY)
    if only_states(text) or _REPROACHES.search(plain):
        return False
    if asks_if_may(text) and not _HAS_THEM.search(plain.rpartition("면")[0] or plain):
        return not _is_past(plain)
    if not asks or _HAS_THEM.search(plain) or _is_past(plain):
        return False
    return bool(_OF_GOODS.search(plain))


def asks_if_as_shown(text: str) -> bool:
    """Whether it is asked if goods are like their picture, by who does not have them."""
    plain = squash(text)
    if not _BESIDE_PICTURE.search(plain) or not is_question(text):
        return False
    others = _SAYS_IT_IS.sub("", plain)
    return not (_HAS_SEEN_THEM.search(others) or _is_past(others))


@once
def inquires(text: str) -> bool:
    """Whether a line only names what it is about to ask of (`전기포트 문의드려요`)."""
    if reports_problem(text) or reports_damage(text):
        return False
    return bool(_INQUIRES.fullmatch(squash(text)))


def names_service(text: str) -> str:
    """What a store may do beside selling goods, where a line names it (`정기배송`); or empty."""
    found = _SERVICES.search(squash(text))
    return found[0] if found is not None else ""


def asks_for_service(text: str) -> str:
    """What somebody asks whether the store does it (`각인 되나요?`); or empty."""
    if not is_question(text):
        return ""
    plain = squash(text)
    if _ENGRAVES.search(plain):
        return "각인"
    if _ALTERS.search(plain):
        return "기장 수선"
    found = _ASKED_FOR.search(plain)
    return next(filter(None, found.groupdict().values())) if found is not None else ""


def asks_if_sold(text: str) -> bool:
    """Whether it is asked if the store sells such a thing at all (`중고책도 파시나요`)."""
    return bool(_SOLD.search(squash(text)))


def would_buy_part(text: str) -> bool:
    """Whether it is asked if a part may be bought by itself (`단추만 따로 살 수 있나 해서요`)."""
    return bool(_PART_BOUGHT.search(squash(text)))


def asks_for_attribute(text: str) -> bool:
    """Whether it is asked what goods are made of, or how they are cared for; nothing troubles."""
    asked = is_question(text) or wants_to_be_told(text)
    if not asked or reports_problem(text) or reports_damage(text):
        return False
    plain = squash(text)
    return bool(_ATTRIBUTES.search(plain)) and not _is_past(plain)


def asks_of_stock(text: str) -> bool:
    """Whether it is asked if something is in stock (`270 재고 있어요?`)."""
    return bool(_STOCK.search(squash(text))) and is_question(text)


def of_its_stock(text: str) -> bool:
    """Whether a line is of the stock for an exchange (`교환 상품 재고 있는지 물어보려구요`)."""
    return bool(_ITS_STOCK.search(squash(text)))


def asks_for_contents(text: str) -> bool:
    """Whether it is asked how many there are in a pack (`기저귀 대형 몇 매 들었어요`)."""
    return bool(_CONTENTS.search(squash(text)))


def site_fails(text: str) -> bool:
    """Whether the shop's pages, its app or the way into them are said not to work."""
    return bool(_SITE_FAILS.search(squash(text)))


def would_visit(text: str) -> bool:
    """Whether somebody asks if he may come to the shop (`매장에서 직접 받을 수 있나요`)."""
    return bool(_THE_SHOP.search(squash(text))) and (asks(text) or "?" in text)


def payment_fails(text: str) -> bool:
    """Whether a payment that is about to be made is said not to go through."""
    if _IF_PAID_SO.search(text):
        return False
    return bool(_PAYMENT_FAILS.search(squash(text))) and not is_question(text)


@once
def cannot_order(text: str) -> bool:
    """Whether ordering itself fails (`주문이 안 돼요`): there is no order yet."""
    return bool(_CANNOT_ORDER.search(squash(text)))


def asks_beyond(text: str) -> str:
    """What is asked that a FAQ hardly holds, by the word for it (`짝퉁`); or empty.

    Which size fits is another question.
    """
    plain = squash(text)
    found = _BEYOND.search(plain)
    if found is None or not (is_question(text) or is_request(text)) or _SIZES.search(plain):
        return ""
    return found[0]


def wants_extra(text: str) -> bool:
    """Whether something is wanted on top of what is bought (`서비스 좀 챙겨 주세요`)."""
    plain = squash(text)
    if not _EXTRA.search(plain) or _HAS_THEM.search(plain):
        return False
    return is_question(text) or is_request(text)


def bought_elsewhere(text: str) -> bool:
    """Whether goods are said to come from another shop (`쿠팡에서 산 건데`)."""
    return bool(_ELSEWHERE.search(squash(text)))


def names_site(text: str) -> str:
    """What of the store's pages a line names (`사이트 접속이 안돼요`); or empty."""
    found = _SITE.search(squash(text))
    return found[0] if found is not None else ""
