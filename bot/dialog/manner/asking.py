"""What a line asks, wants, or says to be wrong."""

from __future__ import annotations

import re
from typing import Final

from bot.dialog.words import once, says, squash
from bot.patterns import any_of, searched

_INJECTION: Final = searched(
    r"(?:지시|규칙|명령|설정|프로그램)(?:사항|문)?(?:를|을|은|는)?(?:모두|전부|다)*(?:(?<![주나])무시|잊|어기)|프롬프트|시스템메시지"
    r"|ignore(?:all|previous|the)|systemprompt"
    r"|(?:다른|딴|모든)(?:고객|사람|회원|손님)(?:들)?(?:의)?(?:주소|번호|정보|전화|이름|주문|연락처)(?:를|을|도|좀|내역|전부|다)*(?:알려|보여"
    r"|뭐|불러|내놔|말해|출력)"
    r"|너는(?:이제|지금부터)|역할(?:을|극)|관리자(?:야|다|모드)|탈옥|jailbreak|개발자모드|(?:관리자|어드민|서버|admin|시스템|디비|db|api)(?:의)?(?:비밀번호|비번|패스워드|계정|암호|권한|아이디|접속|키를?알)"
    r"|데이터베이스|소스코드|sql"
)
# What of another person nobody is told, however it is asked for.
_PRIVATE: Final = searched(
    r"(?:고객|회원|주문자|손님)(?:들)?(?:의)?(?:명단|목록|리스트|디비)(?!에?서(?:나|저|제|내)[가-힣]{0,4}빼)"
    r"|(?:친구|남편|아내|여친|남친|동생|이웃|[가-힣]{2,4}씨|(?:다른|딴|모든)(?:고객|사람|회원|손님)(?:들)?)[가-힣]{0,5}?(?:의)?"
    r"(?:주소|전화번호|번호|주문내역|연락처|정보|명단)(?:를|을|좀|도|다|전부)*(?:알려(?!드|줄[게께테])|보여(?!드|줄[게께])|뭐|불러|내놔|뽑아"
    r"|넘겨(?!드)|출력|털어)"
    r"|(?:직원|상담원|상담사|사장|대표|점장)(?:님|분)?(?:의)?(?:개인|집|핸드폰|휴대폰|폰)(?:번호|연락처|전화번호|주소)(?:를|을|좀)*(?:알려|뭐|가르쳐)"
    r"|(?:누가|누구(?:가|인지)?)[가-힣]{0,4}(?:주문|샀|산|결제|구매|시켰)[가-힣]{0,8}(?:알려|알수|말해|가르쳐|확인해)"
    r"|(?:친구|남편|아내|여친|남친|동생|이웃)(?:건데|거인데|껀데|꺼예요)[가-힣]{0,6}(?:주소|전화번호|번호|연락처)"
    r"|(?:내|제|우리|저희)(?:거|것|꺼|주문)?말고[가-힣]{2,4}?(?:씨|님)?(?:의)?(?:주문|배송지?|주소|전화|번호|연락처)"
    r"|번호(?:의)?(?:주문자|주인)(?:의)?(?:주소|이름|정보)"
    # `남편이 저 몰래 뭘 샀는지 알려주세요`
    r"|(?:남편|아내|와이프|신랑|엄마|아빠|언니|오빠|누나|형|친구|남친|여친|애인|동생)(?:이|가|는|은)?[가-힣]{0,8}?(?:뭘|뭐를|무엇을|뭐|무슨)[가-힣]{0,4}?(?:샀|시켰|주문했|구매했|결제했)[가-힣]{0,4}(?:좀)?(?:알려|알수|말해|가르쳐|보여|확인해)"
)
_PROBLEM: Final = searched(
    r"왜[가-힣]{0,8}안보[내냈]|처음으로(?:자꾸|계속|다시)?돌아|존재하지않|없는(?:코드|쿠폰|번호)(?:라|래|이라|이래|예|입)|비활성|만료(?:됐|되었)(?:다고|라고)(?:나오|나와|뜨|떠)|(?:버튼|글씨)[가-힣]{0,2}회색|(?:거부|거절)(?:돼|됐|되었|된다|당)|반응(?:이|도)?없(?!나|을|는지)|안(?:되|돼|됐|됨|됩|됬|된[다대]|먹|써[지져짐]|열|와|왔|오|옴|온[다당]|해[가줘갔]|가져[가갔]|나(?:오(?!게|도록)|[와왔요옴])|들어|떠|뜨|떴|쌓|보(?:이(?!게|도록)|[여임])|맞|켜|눌|올라|넘어가|바뀌|바뀐|바꿔|찍혀|움직|오네"
    r"|해주)|로그인(?:이|도)?(?:자꾸|계속|또)*(?:풀[려리]|끊)|못(?:받|찾|하|쓰|들어|사|봤|꺼내|가져오)"
    r"|(?:적립금?|포인트|마일리지|쿠폰|할인)[가-힣]{0,6}(?:0원|0개|빵원|없어졌|안[줬줘]|안주[네고더나시])|실패(?:해|하|했|로|라|가|만|함|됐|합|떠|뜨|뜸|떴|나[요와])|(?:사용|이용|적용|등록|결제|선택)불가(?:뜨|뜸|떠|라|래|로|가|네|임|하다|합)|오류|에러|유효하지않|고장"
    r"|(?:하나|한개|[두세]개)(?:가|이)?(?:비네|비는데|비었|빕니)|깨[져졌진짐지]|부러|찢어|(?<![주하])새(?:요|네|는|고|서)|불량|파손|하자(?!는|고|마자)|얼룩|이염|터[졌져진]|망가|없어졌|사라(?![서고])|누락|빠졌|빠져|잘못"
    r"|이런(?:걸|물건|상품|제품)(?:을)?(?:보내|팔)(?:시)?면|다른(?:게|거|것|색|상품|사이즈|제품|물건)(?!(?:상)?(?:으로|로)?(?:좀|다시)?(?:바꿔|바꾸|바꿀|변경|교환|할[게래]|해주|주문|살|사고|있))"
    r"|(?<![겨해워어아줘러려켜꿔내놔둬춰쳐꺼빼])달라|다르(?!다(?:는데|던데))|다(?:릅|름(?!이?아니|없))|틀려|틀리|틀립|거짓|속[았이]|상했|썩|냄새|곰팡|벌레|늦|멈[춰췄]|지연|상이(?:하[다네고]|해|합|함)|끊(?:어(?!주|달라|줄|줘|야|드)|겼|긴)|불친절|반말|막말"
    r"|(?<![주나])무시|짝퉁|가품|(?:두|2)번(?:이나|씩)?(?:결제|빠|출금|나갔|냈|청구)|(?:결제|출금|청구|인출|승인)(?:가|이)?(?:두|2|세|3)번(?:이나|씩)?(?:됐|됨|되[었어네]|나갔|나감|빠|찍|떴)|(?:중복|이중)(?:으로)?(?:결제|출금|청구|주문)|모자라"
    r"|모자란|모자랍|부족(?:해|하|한|합|함)|(?:오|받|되|하|들어오|나오|켜지|열리)지(?:도|를|가)?(?:않(?:았|습|고|네|는데|아요)"
    r"|못(?:했|하고|하였|합))|사라[져졌]|비워[졌져]|소멸(?:됐|되었|돼|당)|사용불가|적게(?:들어|왔|입금)|덜(?:왔|들어|보내)|멈춤"
    r"|(?:아무것도|내용물(?:이|도)?)없(?!나|는지|냐)|(?:결제|주문|로그인|상품|상세)?(?:창|화면|페이지)(?:이|가|은|는|도)?[가-힣]{0,3}(?:하얗|하얀|까맣|까만|비어)|(?:하얀|까만|흰|빈)화면|튕[겨기김]|먹통|무한로딩|로딩만|무소식"
    r"|감감|(?:설명서|라벨|표기|안내문|메뉴얼|매뉴얼|음성)(?:이|가|은|는)?(?:다|전부|죄다|온통|모두|왜)*(?:영어|중국어|일본어|일어|한자|외국어)(?:네|예|에요|라(?!도|면)|로만|뿐|밖|만|던|더라|임|입니다|인데)|똑같(?:아|애|네|습)|마찬가지|또(?:이래|그래|이러|그러|왔)"
    r"|(?:옛날?|예전|이전|전에살던|다른|딴|엉뚱한)(?:주소|집|동|호수?)(?:지)?(?:로|에)?(?:배송|택배|물건|상품)?(?:이|가)?(?:배송"
    r"|도착)?(?:갔|가버|됐|되었|했)|(?<!문제)(?<!이상)(?<!탈)(?<!하자)(?<!흠집)(?<!파손)(?<!연락)(?<!말)없이(?:왔|도착|배송)|시끄[러럽]|소음|허접|개판|안도착|떨어졌|입금대기"
    r"|(?:설명서|보증서|나사|부품|구성품|사은품|증정품|케이블|충전기|충전선|리모컨|뚜껑|건전지|배터리|단추|벨트|볼트|너트|(?:신발|허리|후드|마스크)?끈|날개|받침대?|부속품?|바퀴|손잡이|필터|렌치|어댑터|아답터|한짝|한개|메시지카드|축하카드|손편지|쇼핑백)(?:하나|한개|두개|[0-9]개|봉지|봉투|세트)?(?:이"
    r"|가|도)?(?:또|아예|하나도)?없(?!나|을|는지|냐)|준비중(?:이(?:라|래|네|에|던|다)|인데|입니)|작동(?:이)?(?:안|을안)|(?:색상?|색깔|상태|품질|마감|크기|모양|냄새)(?:이|가)?왜(?:이래|이런[거겁]|이모양|이꼴)"
)
_FAILS: Final = re.compile(
    r"(?:아니|근데|그래도|그런데도|여전히|계속|자꾸|또|다시|해봤는데도?|했는데도?|그렇게했는데도?|해도|이미|저는|전|아예|잘|그게|그거|같이(?:는)?|둘다|동시에|중복(?:은|으로)?"
    r"|(?:결제창|주문서|장바구니|화면|목록|메뉴|거기|마이페이지|앱|쿠폰함|[가-힣]{0,4}버튼)(?:에|에는|에서|에도|이|도|은)?)*"
    r"안(?:되(?!면)|돼|됐|됨|됩|먹|써지|써져|써진|뜨|떠|나와|나오|보여|보이|보입|눌려|눌리|눌러|바뀌|바껴|들어가|넘어가)[가-힣]{0,7}"
)
#: `넣으면 만료됐대요`: how what was explained fails.
_FAILS_SO: Final = re.compile(
    r"(?:넣으면|입력하면|입력했는데|넣었는데|넣으니까?|누르면|눌렀는데|써도|해도|하면)[가-힣]{0,6}?(?:만료|유효하지않|사용불가|없는(?:코드|번호|쿠폰)|오류|에러|안[된되돼먹])"
    r"(?!나요|까요)[가-힣]{0,12}"
)
_QUESTION_WORD: Final = searched(
    r"(?:주소|방법|[는은]법|비용|기간|배송비|택배사|가격|계좌|링크|사이즈표|실측|조건)(?:를|을|도|좀|는|가)*(?:알려|가르쳐)(?:주|줘)"
    r"|언제(?![가-힣]{1,6}(?:냐면|냐하면|냐믄))|얼마(?!안[된되됐돼지]|라도|만이라도|씩이라도)|어떻게|어떡|어[케캐](?!이)|어떠[케캐]|어뜨[케캐]|머(?:예|에)요|머(?:임|죠|줘요|주나|줌)|어때(?!서)|어디|어데|오데|우데|니[꺼껴]$|[됩합입습줍옵갑봅팝삽]니까$|[는능][겨교]$|[긋겠겄]나$|돈(?:이|은|도)?(?:또|더)?드(?:나|냐|노)$|랑가$|[라려오왔됐갔]나$|야[하되돼할]나(?:요|여)?$|몇(?![개명번장](?:만|라도))|무슨"
    r"|(?:도|면)되는거(?:죠|지요)$|(?:얼만|언젠|어딘|뭔|누군)(?:데[요여용]?$|가요$)"
    r"|며칠(?:이나|정도|쯤)?(?:걸려[요여용]?$|걸리[나는죠]|걸릴|걸림|소요되[나는]|소요돼)"
    r"|(?<!그냥)(?<!걍)(?<!죠)(?<!지요)(?<!없지)(?<!그렇지)(?<!이고)뭐(?!가?(?:묻|껴|끼어|박[혀힌]|튀[었어])|라고|그냥|걍|그저그|그럭저럭|더라[가-힣]{3}|냐(?<=[거그저기]뭐냐)[가-힣]{4}|시[냐기깽])|무엇|왜(?![가-힣0-9]{0,5}냐(?:면|하면|믄))|누가|누구|어느|어떤|가능|되나"
    r"|돼나|되는지|될까|있나|있을까|없나"
    r"|(?<!쉰내)(?<!비린내)(?<!누린내)(?<!냄새가)(?<!냄새도)(?<!반응이)(?<!소리가)(?<!소리도)(?<!소음이)(?<!열이)(?<!연기가)(?<!연기)(?<!연기도)(?<!냄새)(?<!탄내)(?<!녹이)(?<!많이)(?<!자꾸)(?<!계속)(?<!심하게)(?<!너무)(?<!엄청)(?<!차이)(?<!차이가)(?<!오류)(?<!오류가)(?<!에러)(?<!에러가)(?<!짜증)(?<!짜증이)(?<!화)(?<!화가)(?<![안리새장각거어])(?<!아무때)(?<!아무데)나요"
    r"|(?<!니)까요|은가요|는가요|ㄴ가요|인가요|[한된큰본진런른킨린던센쎈긴짠단쓴찬건]가요|(?<![시하이])든가요|[는을건]지(?!금|난(?!모|몰|알)|방(?:이|에|은|으)|하(?:에|철|주차)|갑|퍼)|할지|려면|(?<=[도면])(?:되|돼|괜찮)(?:죠|지요|쥬)$|방법(?!을?(?:몰랐|잘못))|절차|(?<!유통)(?<!유효)(?<!소비)기간(?!(?:이|은|도)?(?:지났|지나서|지나있|지난|끝났|끝나서|만료|다됐))|궁금|알고싶"
)
# `왜 그런지 전원이 안 켜져요`, `기사가 던졌는지 박스가 다 찌그러졌어요`: what is but supposed of
# a trouble that is told behind it. Who misses a word of it (`언제인지 안내가 없어요`) asks.
#: `언제 샀더라 지난달 20일쯤요` asks himself.
_MUSES: Final = searched(r"(?:언제|어디|뭐|몇|얼마|무슨)[가-힣]{1,8}더라(?:요|구요|고요)?")
_SUPPOSED: Final = searched(
    r"^[^?？]{0,30}?[는은던건인런된한간온진운른]지(?![금요])"
    r"(?=(?!설명|안내|표시|기재|정보|내용|답|말|소식|문자|연락|시간|기간|공지|구성|날짜)[가-힣0-9a-z]{1,7}?(?:이|가|은|는|도)"
    r"(?!.*(?:알려|알고|알수|궁금|문의|확인|모르|모름|몰라|부탁|주세|주실|주시|봐줘|물어|여쭤|나요|까요|는지|은지|어디|언제|얼마))"
    r"[가-힣0-9a-z]{2,}(?:[아어워와여져려해돼네]요?|습니다|됩니다|음|함|옴|임|됨|다|데요?)$)"
)
#: `내일 오전엔 통화 가능해요`: when he can be reached.
_AVAILABLE: Final = searched(
    r"(?:오전|오후|저녁|점심|아침|내일|모레|오늘|요일|주말|[0-9]시|이후|까지|부터|언제든지?|아무때나)[가-힣0-9]{0,6}?(?:통화|전화|연락|수령|방문)(?:은|는|이|도|만)?"
    r"가능(?:해요|합니다|함|해서요|하니까요|할것같아요)?$"
    # `오전만 가능해요`
    r"|(?:오전|오후|저녁|점심|주말|평일|[월화수목금토일]요일|[0-9]시)(?:에|이후|이전|이후에|부터|까지)?만가능(?:해요|합니다|함|해서요|하니까요)$"
)
# `자꾸 튕기는데 저만 그런가요?` tells of it, and wants no answer whether others are in it, too.
_ONLY_ME: Final = searched(
    r"(?:혹시)?(?:[저나]만|다들|다른(?:분|집|사람)(?:들)?(?:것)?도)(?:그런|이런|그러|이러|이래|그래)(?:건|거|것)?(?:가|인가|예|에|야|ㄴ가|나)?[요여]?$"
)
# `선불로 보내요 착불로 보내요`: the same verb twice leaves a choice.
_EITHER_OR: Final = searched(r"(?P<verb>[가-힣]{2,4}[요나까])[가-힣]{1,8}(?P=verb)$")
_PROTEST: Final = searched(
    r"(?<![가-힣])[저나]만(?:이렇게|계속|자꾸|또)?(?:안|못)[가-힣]|왜(?:이렇게|이리|자꾸|계속|아직(?:도|까지)?|여태|맨날|또|이제|저만)?[가-힣]{0,8}?(?:안|못|늦|없|틀|다르|깨|고장|멈|끊|빠|두번|떨어|취소|허접|대충|엉망|허술)"
    r"|와(?:이리|아직|여태)?안(?:오|옵|와|왔|보내)|이런(?:걸|거|물건|상품|제품)(?:을)?(?:보내|팔|파|주)(?:시)?(?:면|는건|는게)(?:은)?(?:어떡|어떻|안되|안돼|뭐|말이)"
    r"|(?:안|못)[가-힣]{1,6}(?:왜)(?:죠|요|이래|그래)|(?:색상?|색깔|상태|품질|마감|크기|모양|냄새)(?:이|가)?왜(?:이래|이런[거겁]|이모양|이꼴)"
)
_INSISTS: Final = searched(
    r"^(?:저기요?|아니|좀)*(?:대답|답)(?:좀|을)?(?:해주세요|해줘요?|하세요|해요|해봐요|하라고요?|좀요)?$|"
    r"(?:보내|오|출고하|배송하|발송하)(?:긴|기는)(?:하|해|한|할)[가-힣]{0,5}$|"
    r"(?:언제|어디|어딨|어딧|왜|뭐|뭔|몇|얼마|어떻게|누가|어찌)[가-힣]{0,10}냐(?:고|구|니까|니깐)[요여]?$"
    r"|(?:[했왔됐갔났]|되|있|없|오|가)(?:느|는)?냐(?:고|구|니까|니깐)[요여]?$"
)
#: What was promised is held against what was done (`왜 교환해 준다더니 환불했어요?`).
_BROKEN_WORD: Final = searched(
    r"(?:라고|다고)(?:써|적|나와|되어|돼|안내|광고|표시)[가-힣]{0,6}(?:데|더니|지만|으면서)[가-힣0-9]{0,10}왜(?!그런)|왜[가-힣]{0,16}(?:다더니|라더니|다면서|라면서|다고하고|다고해놓고)|(?:다더니|라더니|다면서|라면서|다고해놓고)[가-힣]{0,16}왜"
)
#: `아직 안 왔는데요?`, `안 되는데여??`: only the mark asks.
_STATES: Final = searched(r"(?:[는은던한인]데(?:그건|이건)?|더라[고구]|잖아)[요여용염욤유]?$")
_ASKS_TO_DO: Final = searched(
    # To the courier (`문 앞에 두고 가세요`).
    r"(?:두|놓|놔두|맡기|넣)고가(?:세요|셔요|시면(?:돼|되|됩)|시라)|해[주줘](?!나|신다|준다|셔야|시나|실까|는지|실수|시는|는데)"
    r"|[가-힣](?:주이소|주입소|주쇼|줍서|줘유|(?<=해|려|내|꿔|까|러|쳐|봐)주소|주세[요여용유]|주셔요|주십시오|주시겠|줘요?|줘라|달라|부탁|바랍니다|바래요"
    r"|바람)|바꾸려(?:고|구|는데|합)|(?:바꿔|변경해|수정해|고쳐|취소해|교환해|환불받아)야(?:돼|되|해|할|겠|됩|합)|(?:할|바꿀|고칠)[게께]요|(?:할|바꿀)래요?|하겠습니다|하려(?:고|구|는데|합|해|면요)|(?<!망)[하받바꾸내]고싶|싶(?:어|습|은데|네)"
    r"|(?:[할낼꿀칠]|받을)라(?:고|구|꼬|카)(?:요|여|예|유|하는데|는데|카는데|$)|원(?:해|합|함)|견적(?:이요|요|좀|부탁|받[고을])|신청(?:합|할|이요|요)|요청(?:합|드|이요)|접수(?:해|부탁|할)|보내[려고달]|돌려보[내낼]"
    # `한 치수 작은 걸로 바꿨으면 하는데`, `환불을 했으면 쓰겄는디`
    r"|(?:[바배]꿨|바꼈|(?:교환|환불|반품|취소|변경)(?:을|를)?(?:좀)?(?:받|했|하|해주셨|해줬|됐)[았]?)으면(?:은)?(?:하[는구고]|해[요서]|합|싶|좋겠|쓰겄|쓰겠)"
    r"|시켜(?:줘|주)|(?:환불|교환|반품|취소)이?나(?:해|하|좀|빨리|시켜)|취소(?:요|할|해|좀|하)|환불(?:이요|요|좀|할|해|하)|교환(?:이요|요|좀|할|해|하)|반품(?:이요|요|좀|할|해|하)"
)
#: `교환해 주세요`, where `교환할게요` and `교환하고 싶은데요` only say what is wanted.
_OUTRIGHT: Final = searched(
    r"(?<!알려)(?<!가르쳐)(?<!보여)(?<!말해)(?<=[가-힣])(?:주세[요여용]|주셔요|주십시오|주시기|주시길|주시면(?:돼요|됩니다|되세요|되는데)|줘요|줘$|주이소|주입소|주쇼|줍서|줘유|부탁(?:드려|드립|해요|합니))"
)
#: `사이즈표 틀린 거 아니에요?` says that it is.
_SUSPECTS: Final = searched(
    r"(?:틀린|틀리게|잘못된|잘못(?:적|나온|올린|쓰|써)[가-힣]{0,2}|엉터리|오류인)(?:거|것|게|건)?(?:아닌가|아니[에예냐죠야]|아녜|아님|맞[죠지나음])"
)
_TELL_ME: Final = searched("(?<!면)(?:알려|가르쳐)(?:주|줘|달|줄)[가-힣]{0,6}$")
_RETOLD: Final = searched(
    r"(?:냐고|는지|나고)(?:물었|물어봤|여쭤봤|문의했|여쭸)[가-힣]{1,4}$|(?:물었|물어봤|물어본|여쭤봤|여쭤본|문의했|문의한|문의하|문의드|얘기했|말했|말한|하려|하려고|하려다|하려던|하다가|했)(?:던|는|었|을|을뿐|을뿐인|뿐이|더니"
    r"|는데|던데|려던|중|다가|려고)[가-힣]{0,8}|중(?:이었|이였|에|인데)"
    r"|(?:물어보|여쭤보|여쭈|알아보|문의하|확인하)(?:려|던|고있|느라)[가-힣]{0,5}"
)
_STOP: Final = searched(
    r"귀찮게(?:좀)?(?:하지(?:좀)?(?:마|말)|굴지)|자꾸(?:이런거|이런걸|메시지|문자|카톡)?(?:좀)?(?:보내|연락하)지(?:마|말)"
    r"|^(?:이제|제발|좀|아|네)*그만(?:좀)?(?:보내|하세요|해주세요|해요|연락|오게)[가-힣]{0,6}$"
    r"|^(?:이제|더이상|제발|좀)*(?:보내|연락하)지(?:마|말)[가-힣]{0,6}$"
    r"|(?:메시지|메세지|문자|카톡|톡|알림|연락)(?:은|는|을|를|도|좀|이제)*(?:그만|보내지(?:마|말)|하지(?:마|말))"
    r"|알림(?:을)?(?:꺼|끄|안받|안보|그만|거부)|수신(?:거부|차단)|(?:연락|메시지|알림)(?:은|는)?(?:필요없|안받|원하지않)"
)
#: The messages that disturb somebody, and nothing before them: an alarm clock that rings on is no
#: such message, and those that advertise are another matter.
_MESSAGES: Final = r"(?:알림|카톡|톡|메시지|메세지|문자)"
_DISTURBED: Final = searched(
    r"^(?:네|아|저기요?|저|제발|진짜|근데|그리고|이|그|좀)*"
    rf"(?:{_MESSAGES}톡?(?:이|가|은|는|을)?(?:자꾸|계속|너무)[가-힣]{{0,10}}(?:그만|짜증|귀찮|시끄|울려|울리|와요|오네|옵니다)"
    rf"|(?:자꾸|계속){_MESSAGES}(?:이|가|을|를)?(?:울려|울리|와서|보내|오니))"
    r"|(?:재촉|독촉|닦달)(?:좀)?(?:하지|그만|마세|말아)|(?:답장|답변|대답|회신)(?:은|는|을|도)?(?:이제|좀)*그만(?:하|보내|해|주|좀)"
)
#: The messages themselves, called by no name: never goods, which are sent, too.
_THESE_NEVER: Final = searched(
    r"(?:이런|그런|저런|이딴)(?:거|것|걸|연락|문자|톡|메시지)(?:은|는|을|를|도|좀|이제|다시|더)*(?:그만|안)?(?:보내|하"
    r"|해)(?:지(?:좀)?(?:마|말)|(?:주?셔)?도(?:돼|되))"
    r"|(?:안|못)(?:읽|볼|봐|받)[가-힣]{0,8}(?:니까?|으니|어서?|아서?|어요|아요)(?:좀|이제|그만)*(?:보내|연락하)지(?:마|말)"
    r"|^(?:네|아|제발|이제|좀|진짜)*(?:이런|이딴)?(?:광고|스팸|홍보)(?:은|는|을|를|도|좀|이제|문자|톡)*(?:그만|보내지(?:마|말)|하지(?:마|말)"
    r"|사절|싫)[가-힣]{0,6}$"
)
_SILENCE: Final = any_of(_STOP, _DISTURBED, _THESE_NEVER)
_POLITE_END: Final = searched(r"^[가-힣]{0,3}?(?:세요|시고요?|십시오|주시고|고요|라고요?|요)")
#: He is disturbed once more, and asks nothing (`왜 자꾸 보내요`).
_SENT_AGAIN: Final = re.compile(
    r"(?:아|아니|하|왜|진짜|근데|이걸|이런걸|이런거|이거를?|톡을?|카톡을?|문자를?)*(?:또|자꾸|계속)(?:또|자꾸|계속|이런걸|이런거|이거를?|톡을?|카톡을?"
    r"|문자를?)*(?:보내|연락하|연락해)(?:네요?|시네요?|요|세요|는(?:거|건)[가-힣]{0,4}|냐고?|시는(?:거|건)[가-힣]{0,4})"
    rf"|(?:아|아니|하|왜|진짜|근데)*(?:(?:또|자꾸|계속){_MESSAGES}(?:이|가)?"
    rf"|{_MESSAGES}(?:이|가)?(?:왜)?(?:또|자꾸|계속))(?:와|오|옴|울)[가-힣]{{0,4}}"
)
#: `카톡 친구톡도요`: that neither.
_THAT_NEITHER: Final = re.compile(
    r"(?:네|아|그리고|참)*(?:(?:문자|카톡|카카오톡|톡|친구톡|알림톡|메일|이메일|전화|알림|푸시|메시지|메세지|광고|앱)(?:이랑|하고|랑)?)+(?:도"
    r"|까지)(?:다|전부|그만|좀|이요|요)*"
)
_CALL_ME: Final = searched(
    r"(?:전화|통화|콜백)(?:를|로|을|한통|한번|좀)*(?:주세|주시|주십|달라|부탁|해주|하고싶|하고파|원해|원합|원하|받고싶|가능할까|연결)"
)
#: `부재시 전화 주세요` is for who brings the parcel.
_BEFORE_COMING: Final = searched(
    r"(?:부재(?:시|중|할때)|없으면|(?:배송|배달|도착|오시|가시|방문)(?:하시|하)?기?(?:전|할때|하면|하시면))[가-힣]{0,8}(?:전화|연락)"
)
_BY_NAME: Final = searched(
    r"(?:이름|성함|연락처|전화번호|폰번호|휴대폰번호|번호)(?:이랑|하고|과|와)?(?:전화번호|연락처)?(?:으로|로)(?:는|도|그냥|좀)?(?:찾|조회|확인|검색"
    r"|봐|안되|하면안|되나|돼요?$|될까|가능|해도)"
)
_WANTS_PROMISE: Final = searched(
    r"얼마(?:나|정도)?(?:까지)?환불(?:돼|되|받|해)|"
    r"(?:환불|환급|돌려받는)(?:금|금액|액|돈)?(?:은|이|는)?(?:총|다해서|전부)?얼마(?:나|쯤)?(?:되|돼|될|받|들어|나와|나오|입금|환불|줘|주)|"
    r"(?:얼마|몇(?:프로|퍼|만원|퍼센트))[가-힣]{0,6}(?:보상|배상|줄거|줄건|주실|해줄|깎)"
    r"|(?:보상|배상|위로금|피해보상)(?!(?:은|는|도|이|같은건?)?(?:필요|안|바라|원하|됐))[가-힣]{0,8}(?:얼마|해줄|해주|언제|약속)"
    r"|(?:오늘|내일|이번주|주말|[월화수목금토일](?:요일|욜))(?:안에|중에|중으로|내로|까지|에)?(?:는)?(?:답변|답|처리|연락|해결|알)(?:을|이"
    r"|은)?(?:수있을까|받을수|되나|될까|되죠|가능|주시|오나|오냐|오죠|주나|줘$|줌$|주냐|줄수|줄거|해주)"
    r"|(?:오늘|내일|모레|이번주|주말|[월화수목금토일]요일|[월화수목금토일]욜|[0-9]+일)(?:까지|안에|전에|전까지)(?:는|꼭|무조건)?(?:새거|새걸로|교환"
    r"|다시)?[가-힣]{0,3}?(?:받을수|받아볼수|보내줄수|보내주실수)"
    r"|차액[가-힣]{0,8}(?:환불|돌려|보상|입금|주시|받)[가-힣]{0,8}(?:되|돼|죠|지요|나요|까|거|주세|줘)"
    r"|확답|언제(?:쯤)?(?:돈|환불)[가-힣]{0,6}(?:주실|줄|해줄|해주실)"
    r"|(?:언제|며칠|몇일|몇시|[0-9]+[일시]|내일|모레|오늘|[월화수목금토일]요일)까지[가-힣]{0,8}(?:확답|약속|보장|장담|해줄|해주실|줄건|줄거|주실거"
    r"|처리)"
    r"|(?:약속|보장|장담)(?:해|하)(?:줘|주|세|실|요|라)|(?:확실|틀림없|분명)(?:한거|하|히오는거)?(?:죠|지요|한가요|하죠)"
    r"|(?:배송비|택배비|반품비|수수료|비용|요금)(?:는|은|를|을|도)?(?:면제|깎아|빼|무료로)(?:해)?(?:줘|주|달)"
    r"|(?:쿠폰|적립금|포인트|사은품|서비스)(?:이라도|라도|이나)(?:하나)?(?:줘|주|달|챙겨|보내)"
)
_TERM: Final = searched(
    r"(?:못받으|[안못]오|[안못]와|늦으|늦어지|도착안하|출고안되|(?<=[가-힣])안되)면[가-힣]{0,8}(?:취소|환불)"
    # `일주일째인데 자꾸 이러시면 취소합니다`
    r"|(?:주문한지|결제한지|기다|일째|주일|달째|아직|안[와왔오]|늦)[가-힣0-9]{0,16}?(?:이러시?|이런식이|이럴거)면[가-힣]{0,6}(?:취소|환불)"
)
#: `배송 늦으면 취소할게요`: nothing is late yet.
_IF_LATE: Final = searched(
    r"^(?:혹시|만약|만일|그럼)*(?:배송|발송|도착|출고)(?:이|가)?(?:많이|너무|혹시)*늦(?:으|어지)면"
)
_AMENDS: Final = searched(
    r"(?:늦|지연|기다린|기다렸|안와서|못받아서)[가-힣]{0,14}(?:적립금|쿠폰|포인트|보상|서비스|할인|배상|사은품|배송비)"
    r"|(?:보상|적립금|쿠폰|포인트)[가-힣]{0,8}(?:늦|지연|기다린)"
)


#: `물 묻으면 안 되나`, `빨면 안 돼요?`; without its mark the latter tells that it failed.
_MAY_IT: Final = searched(
    r"면\s?(?:(?:환불|교환|반품|취소|변경)(?:은|는|도|이)?\s?)?안\s?(?:되(?:나|는(?:지|가|건)|겠|냐|려나|죠|지요)|될까|됩니까|(?:돼|되|됨)요?\s?[?？])"
    # `반품 안 되죠 당연히`
    r"|(?:환불|교환|반품|취소)(?:은|는|도)?\s?안\s?되겠?(?:죠|지요)"
)


def is_injection(text: str) -> bool:
    """Whether somebody tries to make the bot tell what is not his, or play another part."""
    return bool(_INJECTION.search(squash(text)))


def is_private(text: str) -> bool:
    """Whether somebody asks for what the store knows of another person."""
    return bool(_PRIVATE.search(squash(text)))


def asks_or_reports(text: str) -> bool:
    """Whether a line holds a question, a wish or a problem."""
    return is_question(text) or is_request(text) or reports_problem(text)


#: `취소가 잘 됐나 해서요`, `환불 되냐 안 되냐`
_WONDERS: Final = searched(
    r"되냐안되냐$|(?:[았었했됐왔갔켰났]나|는지|은지|되나|하나|있나|없나|인가|은가)(?:요)?(?:해서|싶어(?:서)?|싶은데|궁금해서)(?:요|여)?$"
)
#: `반품되죠? 안 맞으면`: the condition comes behind.
_ASKED_FIRST: Final = searched(
    r"[?？]\s?[^?？.!\n]{1,10}(?:면|으로|라도|어도|아도|보고|하고|[이되하오있없]나|을까|려나)요?[\s.~]*$"
)


@once
def is_question(text: str) -> bool:
    """Whether a line asks for information."""
    plain = squash(text)
    marked = text.rstrip().endswith(("?", "？")) or bool(_ASKED_FIRST.search(text))
    if "아이가" in plain[-4:]:
        plain = plain[: plain.rindex("아이가")]  # `다 깨졌다 아이가` asks nobody
    if "지" in plain and not marked:
        plain = _SUPPOSED.sub("", plain)
    if "더라" in plain:
        plain = _MUSES.sub("", plain)
    if "가능" in plain and not marked:
        plain = _AVAILABLE.sub("", plain)
    if ("만" in plain[-8:] or "다" in plain[-9:]) and (alone := _ONLY_ME.search(plain)) is not None:
        plain, marked = plain[: alone.start()], False
    return (marked or asks_if_may(text)) or bool(
        _QUESTION_WORD.search(plain) or _EITHER_OR.search(plain) or _WONDERS.search(plain)
    )


@once
def asks(text: str) -> bool:
    """Whether a line wants to know something: a question that does more than blame."""
    return is_question(text) and not protests(text)


@once
def protests(text: str) -> bool:
    """Whether a question only blames (`왜 안 오죠?`): it reports a trouble and asks nothing."""
    plain = squash(text)
    states = _STATES.search(plain) and not _QUESTION_WORD.search(plain)
    blames = bool(states or _PROTEST.search(plain)) and reports_problem(text)
    return blames or holds_to_it(text)


def only_states(text: str) -> bool:
    """Whether but a mark makes a question of what is told (`출발했다고 떴는데요??`)."""
    plain = squash(text)
    return bool(_STATES.search(plain)) and not _QUESTION_WORD.search(plain)


def insists(text: str) -> bool:
    """Whether a question is only put once more, impatiently (`아니 어디 갔냐고요`)."""
    return bool(_INSISTS.search(squash(text)))


def holds_to_it(text: str) -> bool:
    """Whether a question only blames: a promise was not kept, what was told is wrong."""
    plain = squash(text)
    return ("왜" in text and bool(_BROKEN_WORD.search(plain))) or bool(_SUSPECTS.search(plain))


@once
def is_request(text: str) -> bool:
    """Whether a line wants something done (`환불해 주세요`, `바꾸고 싶어요`), not explained."""
    return bool(_ASKS_TO_DO.search(squash(text)))


def wants_to_be_told(text: str) -> bool:
    """Whether a line wants to know something (`사이즈 알려 주세요`), and not when it happens."""
    return bool(_TELL_ME.search(squash(text)))


def asks_outright(text: str) -> bool:
    """Whether a line asks to have something done in so many words (`교환해 주세요`)."""
    return bool(_OUTRIGHT.search(squash(text))) and not is_question(text)


@once
def reports_problem(text: str) -> bool:
    """Whether a line says that something is wrong."""
    return says(_PROBLEM, _MAY_IT.sub(" ", text) if "안" in text else text)


def asks_if_may(text: str) -> bool:
    """Whether it is asked if something may be done (`물 묻으면 안 되나`): nothing failed."""
    return "안" in text and bool(_MAY_IT.search(text))


def only_fails(text: str) -> bool:
    """Whether a whole line says that it does not work, and not what (`그래도 안 되는데요`)."""
    plain = squash(text)
    return bool(_FAILS.fullmatch(plain) or _FAILS_SO.match(plain)) and not is_question(text)


def would_tell_name(text: str) -> bool:
    """Whether an order is to be looked for by its owner's name or phone (`이름으로 찾아주세요`)."""
    return bool(_BY_NAME.search(squash(text)))


def retells(text: str) -> bool:
    """Whether a line tells what was asked or wanted before (`배송 언제 오냐고 물었을 뿐인데`)."""
    return bool(_RETOLD.search(squash(text)))


def wants_silence(text: str) -> bool:
    """Whether somebody asks for no more reminders."""
    return bool(_SILENCE.search(squash(text)))


def _asks_for_silence(plain: str) -> re.Match[str] | None:
    return _STOP.search(plain) or _DISTURBED.search(plain) or _THESE_NEVER.search(plain)


def is_sent_again(text: str) -> bool:
    """Whether somebody is only disturbed that messages go on, be it as a question."""
    return bool(_SENT_AGAIN.fullmatch(squash(text)))


def beside_silence(text: str) -> str:
    """What is said beside asking for no more messages (`연락 그만 주세요 안 할래요`), squashed."""
    plain = squash(text)
    asked = _asks_for_silence(plain)
    return _POLITE_END.sub("", plain[asked.end() :]) if asked else ""


def wants_that_silent_too(text: str) -> bool:
    """Whether a line names but another way of messages (`카톡 친구톡도요`)."""
    return bool(_THAT_NEITHER.fullmatch(squash(text)))


def wants_call(text: str) -> bool:
    """Whether somebody wants to be called on the phone."""
    plain = squash(text)
    return bool(_CALL_ME.search(plain)) and not _BEFORE_COMING.search(plain)


@once
def wants_promise(text: str) -> bool:
    """Whether somebody wants a sum or a date promised, which only a person may do."""
    return bool(_WANTS_PROMISE.search(squash(text)))


def sets_a_term(text: str) -> bool:
    """Whether goods are given up only if they come too late (`금요일까지 못 받으면 취소할게요`)."""
    return bool(_TERM.search(_IF_LATE.sub("", squash(text))))


@once
def wants_amends(text: str) -> bool:
    """Whether something is wanted because it was late (`늦었으니 쿠폰이라도 주세요`)."""
    return bool(_AMENDS.search(squash(text)))
