"""What is wanted in the end: an exchange or a refund, as a customer says it."""

from __future__ import annotations

import re
from typing import Final

from bot.dialog import extract, manner, words
from bot.dialog.moved_days import TO_A_DAY, WHEN
from bot.dialog.second_thoughts import on_second_thought
from bot.patterns import searched

#: A wish as a ticket keeps it, whatever the buttons say.
EXCHANGE: Final = "교환"
REFUND: Final = "환불"
#: Characters of a line that are quoted with a wish.
LONGEST: Final = 20
#: Characters of a wish in the customer's own words.
LONGEST_OWN: Final = 100

_EXCHANGE: Final = searched(
    r"exchange|replace|교환|바꿔|바꾸|바꿀|바까|바꽈|바꿨으면|새(?:로운)?(?:코드|번호|링크|파일)(?:로|를|을|좀)?(?:다시)?(?:주세|줘|보내|발급)|새(?:거|것|걸|상품|제품)(?:으로|로|을|를)?(?!도|이(?!요$|에요$)|가|은|인데|맞|아니|같|라고|마저|역시|(?:을|를)?받|(?:으로|로)?(?:막|방금|바로|처음|이제|어제|오늘)?(?:뜯|개봉|열|꺼냈|꺼낸|샀|갈았|갈아|끼웠|넣었|넣어봤|꽂았|교체했|바꿔봤|바꿔끼|껴봤))|새(?:거|것|걸|상품|제품|물건)(?:으로|로)?(?:다시|그냥)?받을수(?:는|도)?(?:있|없)|새(?!해|벽|우|치|로|롭|끼|댁|내기)[가-힣]{1,4}(?:으로|로)(?:다시|좀|하나)*(?:주세|주십|주시면|주실|줘|보내|부탁|받고싶|받을[게래])|새로(?:보내|바꿔|하나|받고싶|받을[게래]|받았으면)"
    r"|다시보내(?!신|준거|셨|기|는게|는것|는건|려면|자니)|재발송|다른(?:걸로|거로)|맞교환"
    # `다시 만들어 주세요`, `새로 제작해서 보내 주시면 돼요`
    r"|(?:다시|새로)(?:좀|잘|제대로|똑바로|예쁘게)?(?:만들어|제작(?:해)?|해서|각인(?:해)?|새겨|인쇄(?:해)?|뽑아|작업(?:해)?|파|수놓아)(?:서)?(?:다시|새로)?(?:보내)?(?:주(?!신|셨)|줘|달라|부탁|받(?:고싶|을))"
    # What shall be sent by mail, or to another place, is exchanged for nothing.
    r"|(?<!메일)(?<!문자)(?<!톡)(?<!팩스)(?<!사진)(?<!파일)(?<!집)(?<!회사)(?<!주소)(?<!곳)(?<!쪽)(?<!앞)(?<!택배)(?<!퀵)(?<!편)(?<!계좌)(?<!기사님)(?<!기사)(?<!직원)(?<!담당자)(?<!사람)(?<!분)"
    r"(?:으로|(?<!으)(?<!따)(?<!별도)(?<!바)로)(?:다시(?!와|오|방문|연락|전화)|(?:(?:[한두세네]|[0-9]{1,2})(?:짝|개|벌|켤레|장|쌍|세트)|둘|다|모두|전부|새로|하나)*보내(?:주|줘|달))"
)
_REFUND: Final = searched(
    r"refund|moneyback|환불|반품(?!(?:배송|택배)?비)|취소|입금(?:해|시켜|부탁|이?요$|받)|물러(?:주|줘|달|줍)|돌려(?:받|줘|주|보내)|돈(?:을|이나|으로|만|도)?(?:다시)?(?:돌려|환불|주세|줘|받|내놔|물어|주소$|주이소|도고|달라)"
    r"|^돈(?:으로|이?요)"
)
#: What else may be wanted in answer to the question.
_OTHER: Final = searched(
    r"(?:환불|반품|돈)(?:은|이)?말고[가-힣a-z0-9]{1,10}(?<!으)(?:으?로)(?:이?요)?$|수리|(?<![a-z])as(?![a-z])|에이에스|고쳐|고치|고칠|수정|부분|할인|깎[아으]|원(?:만|을|이라도|정도)*(?:빼|돌려|깎)|빼[주줘]|보상|배상|변상|무료로|물어줘|물어주|물어내|책임(?:을)?(?:져|지)|해명|쿠폰|적립|포인트|사과|빠진"
    r"|누락|나머지(?![가-힣]{0,6}(?:쓸|입|괜찮|멀쩡|그냥|놔))|부품|만(?:새로|따로|다시|하나)?(?:보내|주[세시]|줘)|만[가-힣a-z]{0,8}?(?:주실수|주시겠|받을수)|보내[주줘달]|상관없|아무|알아서"
    r"|(?:알려|말씀)드리(?:는거|는것|려고|려는)|(?:확인|답변|전달|설명)만(?:좀)?(?:해|부탁|주)|둘중|둘다(?!배송|왔|와있|도착|완료|안왔|못|들어|깨|고장|받|불량|없|같은|커|작)|편한대로|빠른(?:쪽|걸로|거)|포장|앞으로|(?:다음|담)부[터턴]"
)
#: An apology is what is wanted in place of both.
_APOLOGY: Final = searched(
    r"사과(?:를|도|라도|부터|만)?(?:한마디만?|한번만?)?(?:제대로|직접|꼭|좀)*(?:하(?:세요|시|라|셔)|해(?:주|달|라|야|요$)|(?<=부터)하|받(?:고싶|아야|을|았으면))"
)
#: What did not come is to be sent: a wish by itself, also where none was asked.
_THE_REST: Final = searched(
    # `오른쪽 하나 보내주시면 돼요`
    # `설명서가 없어요 글씨 크게 된 거 있으면 보내주세요`
    r"[가-힣](?:나|이나)(?:빨리|얼른|먼저)(?:보내|발송)(?:해)?(?:주|줘|달)|"
    r"있으면(?:그거|그것|그거라도|좀|하나)*(?:보내|발송)(?:해)?(?:주|줘|달)|"
    r"(?:하나|한짝|한개|한쪽|[1-9]개)(?:만)?(?:더|다시|따로|새로)?(?:보내|발송)(?:해)?(?:주|줘|달)|"
    r"(?:나머지|본품|빠진|남은|누락(?:된|분|품|상품)|안온|못받은|부족(?:한|분)|모자란)[가-힣0-9]{0,8}(?:보내|주세요|줘요|부탁|발송)"
    r"|(?<!사진)(?<!문자)(?<!링크)(?<!번호)만(?:따로|다시|새로|좀|더)*(?:(?:보내|발송)(?:해)?(?:주|줘|달|부탁)|받(?:고싶|을게|을래|았으면))"
    # `바퀴만 받을 수 있나요?`
    r"|(?<!환불)(?<!교환)(?<!반품)(?<!보상)(?<!사과)(?<!답변)(?<!연락)(?<!문자)(?<!사진)(?<!쿠폰)(?<!포인트)(?<!영수증)(?<!금액)(?<!돈)만(?:따로|다시|새로|좀|더)*받을수(?:는|도)?있"
)
#: `파일로 보내 줘도 돼요`: that would do.
_WOULD_DO: Final = searched(
    r"(?:파일|pdf|사진|이?메일|문자|카톡|톡|링크)(?:으?로)?(?:만|라도|이라도|만이라도)?(?:보내|찍어)?(?:주셔|줘|주시|주|보내)(?:도|면)(?:전|저는)?(?:돼요|되요|됩니다|괜찮아요|괜찮습니다|좋아요|좋겠)"
)
#: What is broken is to be mended: neither of the two, and a wish all the same.
_MENDED: Final = searched(
    r"(?:수리|수선|(?<![a-z])as|에이에스)(?:를|을|로)?(?:보낼|맡길|맡기|보내려)(?:때|면|려면)?|(?:수리|수선|세탁|치료|병원)비(?:라도|를|는|은|도)?(?:주세|줘|주시|물어|배상|보상|청구)|"
    r"(?:수리|수선|(?<![a-z])as|에이에스)(?:으로|로)(?:만)?(?:이?요|할게|할래|부탁)|(?:수리|수선|(?<![a-z])as|에이에스)(?:는|은|도|를|을|가|로|으로)?(?:좀|혹시|받을수)?(?:있나|있을까|되나|되죠|되지요|돼요|될까|가능|해[주줘]|받고싶|하고싶|할게|부탁)"
)
#: Somebody shall come and see to it, or mend it on the spot.
_VISIT: Final = searched(
    r"(?<!택배)(?<!배송)(?<!설치)기사(?:님|분)?(?:을|를|좀|한분|다시|또)*(?:보내|불러|방문해|와주)|엔지니어(?:를|좀)*(?:보내|불러)"
    r"|(?<!택배)(?<!배송)(?:사람|기사님?|기술자|직원|엔지니어|담당자)(?:분)?(?:이|을|를|께서)?(?:직접|한번|좀)*(?:와서|오셔서|보내서|나와서|나오셔서|방문해서|방문하셔서)[가-힣]{0,6}?(?:봐|보|점검|고쳐|수리|확인)[가-힣]{0,3}?(?:주|줬|달)"
    r"|재방문(?:을|좀)?(?:해|부탁|요청|원|받|신청)|(?:방문|출장)(?:수리|점검|as)(?:를|을|좀)*(?:해|부탁|요청|원|받|신청)"
    r"|(?<![a-z])(?:as|에이에스)(?:를|을|로)?(?:접수|신청|요청|좀)*(?:해주세|해주시|해줘|부탁|받고싶|받을[게래]|할[게래])"
)
#: What came amiss is to be fetched, and the right thing sent.
_SWAP: Final = searched(
    r"보내[주줘][가-힣]{0,4}.{0,12}(?:가져가|수거해|회수해)|(?:가져가|수거해|회수해)[가-힣]{0,4}.{0,12}보내[주줘]"
)
#: What is named only to say that it is not wanted (`교환은 됐고`, `환불 안 할래요`).
_NOT_WANTED: Final = searched(
    r"(?:(?:교환|환불|반품|취소)(?:이나|이든|도|,)?)?(?:교환|환불|반품|취소)(?:은|는|도|이|을|를|까진|까지는|까지)?(?:됐(?!나|는지|을까|는가|습니까|냐|다는|다고)|싫|말고|말구|안(?!되|될까|될지|돼|됩|됨|됐|됬|들어|나[와왔오]|[와왔오]|입금|처리|찍|해[주줘]|하시[나네고]|하세요)"
    r"|하지(?:않|말)|아니(?!면)|필요없|원하지|바라지|(?:좀|너무|굳이)?(?:번거롭|번거로|귀찮|그렇고|그래서|뭐하고)|(?:원하|바라|하려|받으려|받자|해달라|하고싶|받고싶)(?:는|고)?(?:게|건|것이|거)아니)"
    r"|(?:교환|환불|반품)(?:하기|받기)?(?:는|엔|에는|긴)?(?:하긴|하기는|하기엔)?(?:좀|너무|그냥)*(?:귀찮|번거롭|번거로)"
    # `환불까진 괜찮아요`; `교환도 괜찮아요` would have it.
    r"|(?:교환|환불|반품|취소)(?:까진|까지는|까지)(?:안|필요|괜찮|바라|원하|생각)"
    # `환불보다는 새 제품으로 받고 싶어요`, `교환하느니 환불받을게요`
    r"|(?:교환|환불|반품|취소)(?:하는|받는)?(?:것|거|게|쪽)?(?:보다(?:는|도)?|보단)|(?:교환|환불|반품)(?:하|받)느니"
    # `저번에 교환 말한 거 안 할게요`, `교환할 필요 없을 것 같아요`, `바꾸지 마세요`
    r"|(?:교환|환불|반품|취소)(?:을|를)?(?:(?:말|말씀|얘기|요청|신청|접수)(?:한|드린|했던|드렸던)"
    r"|(?:하|해)(?:려|려고했|달라)?(?:던|고한|고했던))(?:거|것|건|걸)(?:은|는|를)?(?:그냥|걍|이제|역시)*(?:안|하지|없던)"
    r"|(?:교환|환불|반품|취소)(?:은|는|을|를|할|이제|그냥|생각)*(?:필요(?:가|는)?없|접(?:을[게께]|었)|포기할|그만둘|관둘)"
    r"|바꾸지(?:마|말|않)|안(?:바꿔|바꾸|교환|환불|반품)[가-힣]{0,4}도(?:돼|되|됩|괜찮)"
    # `교환 접수한 거 취소하고 환불로요`
    r"|(?:교환|환불|반품)(?:을|를)?(?:요청|신청|접수)?(?:한|했던|하신|된)?(?:거|것|건)?(?:은|는|를|을)?취소(?:하고|하구|해주시고"
    r"|하시고)(?!싶)"
)
#: What was done, tried or told by others is no wish (`건전지 바꿔도 안 돼요`).
_DONE: Final = searched(
    r"(?:교환|환불|반품|취소|바꿔|새로)(?:해|끼워|껴|갈아|보내|달아)?(?:도|봐도|봤|보니|보았|봣)(?!돼|되|될|괜찮|좋|빨리|같이|함께|좀|해주|해줘|부탁)"
    # `세제 바꾸고 나서 두드러기가 올라왔어요`
    r"|바꾸고(?:나서|나니까?|나니|부터|난)|바꾼(?:뒤|후|다음|이후|지|날)"
    r"|(?:상담원|상담사|직원|담당자|사람|분|건전지|배터리|충전기|전구|필터|케이블|콘센트)(?:을|를|좀)?(?:바꿔|교환)"
    # `환불 아직도 안 됐는데요`, `교환품이 안 왔어요`
    r"|(?:교환|환불|반품)(?:이|은|도)?(?:아직(?:도|까지)?|여태)?(?:안|못)(?:됐|되었|받았|왔|들어왔)|(?:교환|환불|반품)(?:품|금|상품|제품)"
    r"|(?:교환|환불|반품)(?:이)?(?:라고|라더니|라면서|라던데|된다더니|된다고|해준다더니|해준다고|해준댔)"
    r"|(?:교환|환불|반품)(?:을|도|까지)?(?:했|받았|해줬|해주셨)(?:는데|더니|지만|었는데)"
    # `교환하면 같은 거 또 올까 봐 걱정되네요`
    r"|(?:교환|환불|반품)(?:하면|해도|받으면|받아도|해봤자)[가-힣0-9]{0,14}?(?:올까봐|걱정|불안|겁나|똑같을|소용없|소용이없|의미없|의미가없)"
    r"|교환(?:품|상품|제품)"
    # `교환할 때요`: when it was
    r"|(?:교환|환불|반품|취소)(?:을|를)?(?:할|했을|하던|받을|받았을)때"
    r"|(?:교환|환불|반품|취소)(?:해서|하고)?(?:받은|해주신|해준|하신|했던|된)|(?:바꿔|새로)(?:주신|준|줬던|받은|보내주신|보내준)"
)
#: Where one of two is named, and the other follows.
_FIRST_OF_TWO: Final = r"(?:교환|환불|반품|바꿔|수리|고쳐)[가-힣]{0,6}(?:든가|든지|거나)"
#: Whichever of the two (`환불이든 교환이든`, `둘 다 괜찮아요`).
_EITHER: Final = searched(
    r"(?:이든|든지|든|이나|나)(?:지)?.{0,4}(?:교환|환불|반품)(?:이든|든지|든|이나)|둘(?:다|중)|아무거나|상관없"
    r"|(?:교환|환불|반품|바꿔|보내)[가-힣]{0,6}(?:든가|든지|거나).{0,8}(?:교환|환불|반품|바꿔|돈)[가-힣]{0,6}(?:든가|든지|거나)"
    # `교환해 주시든지 사람을 보내 주시든지`
    rf"|{_FIRST_OF_TWO}.{{0,14}}(?:보내|고쳐|수리|방문|와|빼|깎|보상|해결|돌려|바꿔|교환|환불)[가-힣]{{0,6}}(?:든가|든지|거나|주세)"
)
#: The second of two words is meant (`환불이요 아 아니다 교환이요`).
_RATHER: Final = searched(
    r"[\s,.…~]+(?:(?:아\s*)?아니(?:다|라|야|요|오)?|(?:아\s*)?그냥|아)(?:[\s,.…~]+|$)"
)
_CLAUSES: Final = searched(
    r"(?<=[.!?\n,])|(?<=[가-힣]고)(?<![저나]보고)\s|(?<=[는건]데)\s|(?<=싶은데)\s|(?<=거니까)\s|(?<=주세요)\s|(?<=줘요)\s|(?<=원해요)\s|(?<=할게요)\s|(?<=(?:환불|교환|반품)이요)\s|(?<=(?:환불|교환|반품|취소)요)\s|(?<=싶어요)\s|\s(?=근데|그런데|그리고|그럼|그러면|혹시)"
    # `하나는 반품 하나는 교환이요`
    r"|(?:(?<=교환)|(?<=환불)|(?<=반품)|(?<=취소))\s(?=(?!되는|하는|받는|안되)[가-힣A-Za-z]{1,8}(?:은|는)\s[^\n]*(?:교환|환불|반품|취소))"
)
#: `환불로 바꿔 주세요`: the wish is changed, not the goods.
_INTO: Final = searched(
    r"(?P<wish>교환|환불|반품|취소)(?:으로|로)(?:좀|다시)?(?:바꿔|바꾸|바꿀|변경|전환)"
)
#: No wish at all (`환불이고 뭐고 책임자 나오라 해요`).
_NEVER_MIND: Final = searched(
    r"(?:교환|환불|반품|취소)(?:이고|고|이든|든)\s?(?:뭐고|나발이고|뭐든)\s*"
)
#: What is wanted only if the first cannot be had (`L 없으면 환불해 주세요`).
_FALLBACK: Final = searched(
    r"(?P<first>.*?)(?:(?<![^\n])아니면|없으면|없다면|없으시면|안\s?되면|안\s?된다면|안\s?되시면|안\s?될\s?(?:거|것)\s?같으면|불가능?하(?:면|시면|다면)"
    r"|힘드시?면|힘들(?:면|다면)|어려우시?면|어렵다면|품절이(?:면|라면)|(?:출고|발송)(?:가|이)?\s?(?:됐|되었|했|시작됐)(?:으면|다면)"
    # `토요일까지 못 오면 환불할게요`
    r"|못\s?(?:보내|바꿔|해|구해)\s?(?:주|드리)?(?:시|신다)?면|까지\s?(?:도\s?)?(?:못|안)\s?(?:오|오시|받으|도착하)면"
    # `똑같은 거 오면 그땐 환불할게요`
    # `또 미뤄지면 취소할 거예요`
    r"|(?:또|더|다시)\s?(?:미뤄지|미루|밀리|늦어지|늦으|연기되)(?:시)?면"
    r"|(?:또|똑같은|같은|다시|이번에도)\s?[^\n]{0,10}(?:오면|그러면|이러면|나면|깨지면)\s?(?:그\s?때는?|그땐))"
    r"(?!\s*(?:안|어떻|어떡|얼마|언제)).*?(?:환불|취소|교환|반품|돈(?:을|으로|만)?\s?(?:돌려|주[세시]|줘))"
)
_IF_POSSIBLE: Final = searched(r"가능하(?:다면|시면|면|시다면)")
#: What is at an address is changed, not exchanged.
_DELIVERY: Final = searched(
    r"주소|배송지|연락처|전화번호|수령인|받는\s?(?:사람|분)|공동현관|요청사항"
    r"|(?<!각인\s)(?<!각인)(?:이름|성함)(?:을|도|만)?\s?(?:좀\s?)?(?:바꿔|바꾸|변경|수정)"
)
#: `큰 거로 바까 주소`: how the south says please.
_PLEASE: Final = searched(
    r"(?:바[꿔까꽈][가-힣]?|고쳐|알려|갈[쳐차]|가르쳐|물러)\s?(?:만|좀)?\s?주소(?![가-힣])"
)
#: What is put right on a page, who comes, or when, is not exchanged either.
_PAGE: Final = searched(
    r"(?:택배사|택배회사|택배|기사(?:님|분)?|배송사|배송업체|업체|회사)(?:으로|로|를|을|좀|도|부터)?(?:다른(?:데|곳|분)(?:으)?로)?(?:좀|다시)?(?:바꿔|바꾸|바꿀|교체|변경)|"
    r"(?:페이지|사진|설명|상세|표기|문구|안내|광고|사이즈표)[가-힣]{0,6}?(?:좀|다시)?(?:바꿔|바꾸)|"
    # `국민은행으로 바꿔 주세요` behind an account
    r"(?:은행|뱅크|농협|신협|금고|계좌|카드)(?:으?로)(?:좀)?(?:바꿔|바꾸|바꿀|변경)|"
    rf"{WHEN.pattern}|{TO_A_DAY.pattern}"
)
#: Who comes, or who is spoken to.
_OF_PEOPLE: Final = searched(
    r"(?:택배사|택배회사|배송사|배송업체|택배|기사(?:님|분)?|상담원|상담사|직원|담당자?|사람|분|데|곳)(?:님|분)?(?:으로|로|를|을|좀)?(?:좀|다시)?(?:바꿔|바꾸|바꿀)"
)
#: A wish put politely, as a question (`교환 가능할까요?`).
_MAY: Final = searched(
    r"(?:나머지|빠진|안온|못받은)[가-힣0-9]{0,6}언제(?:쯤)?(?:다시)?보내주"
    r"|만(?:따로|다시|새로|좀|더)*보내(?:주(?:실수|시겠|시나|시면|실래)|줄수|주면)"
    # `답지만 pdf로라도 주실 수 있나요`
    r"|[가-힣]만(?:따로|다시|새로|좀|더|파일|사진|pdf|으?로|라도|이라도)*(?:주실수|주시겠|받을수|주실래)"
    r"|(?:교환|환불|반품|취소|바꿔|보내|새(?:걸로|거로|것으로|제품으로|상품으로))[가-힣]{0,10}(?:주실수(?:있|는)|줄수(?:있|는)|주시겠|주실래|받을수있"
    r"|(?:주시면|주심|주면)(?:안될까|안되|안돼)|부탁드려도|해도될까|될까요|주실까)"
    # `지퍼가 뜯어져 있는데 바꿔주시나요`
    r"|(?:바꿔|(?:다시|새로)보내)(?:주시나|주나)요?$"
    # `썩은 만큼만 환불 안 될까요`
    r"|(?:교환|환불|반품)(?:은|을|이|도|으로|로)?(?:좀)?안(?:될까|되나|되겠|돼요)"
    # `그냥 좀 깎아 주시면 안 돼요?`
    r"|(?:깎아|빼|할인해|보상해|낮춰)(?:주시면|주면|주실수|줄수)(?:안돼|안되|안될까|있)"
    r"|새(?:걸|거|것|제품|상품)으?로(?:는|도|다시)?(?:되나요|될까요|돼요|될지|가능)"
    # `환불해 주시나요`
    r"|(?:교환|환불|반품)(?:은|도)?(?:을|를)?(?:해)?주(?:시나요|나요|시는지요?|실까요|시는건가요)$"
    # `새 걸로 바꿔 주시나요`
    r"|새(?:걸|거|것|제품|상품)으?로(?:다시)?(?:교환해|바꿔|보내)주(?:시나요|나요|시는지)"
    # `라벤더로 다시 받을 수 있을까요`
    r"|로(?:다시|새로|그냥)?받(?:을|아볼)수(?:는|도)?(?:있|없)(?:나|을까|어|는지|을지)"
    # `새로 보내주시는 거죠?` is sure of it.
    r"|(?:교환|환불|바꿔|새로보내|다시보내|새걸로보내)(?:해)?주(?:시는거|실거|시는건|실건|시겠|시는것)(?:죠|지요|맞죠|맞나요|맞지요|예요|에요)"
    r"|(?:교환|환불|반품|취소|바꿔)[가-힣]{0,4}(?:가능(?:한가요|할까요|하나요|해요|한지요?|합니까|하십니까|하신가요|할지요?|$)|될까요|되나(?:요|$)|되죠|안될까요|주실수있|주시겠|주실래)"
    r"|(?:교환|환불|반품|취소)(?:돼|되)요$|(?:(?:교환|환불|반품)(?:을|도|은)?할|바꿀)수(?:는|도)?있(?:나|을까|어|는지|죠|지)"
)


#: `언제 바꿔주시는 거예요?` asks when what is wanted is done.
_WHEN_IT_IS_DONE: Final = re.compile(r"(?:그럼|그러면|그래서|근데|혹시|대체)*(?:언제|며칠)")
#: `하나만 보내 주시거나 천 원이라도 돌려주세요`: either would do.
_OR_ELSE: Final = searched(
    r"보내[가-힣]{0,6}(?:든가|든지|거나).{0,10}(?:돌려|빼|깎|환불)|(?:돌려|빼|깎|환불)[가-힣]{0,6}(?:든가|든지|거나).{0,10}보내|(?:수리|수선|as)(?:이?든지?|이?나).{0,4}(?:교환|환불)"
    rf"|{_FIRST_OF_TWO}.{{0,14}}(?:보내|고쳐|수리|방문|와[주줘]|빼[주줘]|깎아|보상|해결)"
)


#: What was asked about a line before is wanted.
_THAT_ONE: Final = re.compile(
    r"(?:네|넵|아|그럼|그러면|좋아요|일단|그냥)*(?:그걸로|그거로|그것으로|그렇게|그쪽으로|그거|그리)(?:좀)?(?:할[게께래]요?"
    r"|해(?:주세요|줘요?|주시면(?:돼요|됩니다|감사하겠습니다)|요)?|진행(?:해주세요|할게요)|부탁(?:드려요|드립니다|해요)|이?요|(?<=로))"
)
#: So politely that it is no question any more.
_POLITELY: Final = searched(
    r"(?:교환|환불|반품|취소|바꿔|보내)(?:으로|로)?(?:해)?[가-힣]{0,3}(?:주실수(?:있을까|있나|있는)|부탁드려도(?:될까|되나)"
    r"|주시겠(?:어요|습니까|나요))"
    r"|(?:교환|환불|반품|취소|바꿔|보내)(?:을|를)?(?:해)?(?:하|받으|주|주시)?면(?:은)?안(?:될까|되나|되겠|돼)"
)
_A_PART: Final = searched(
    r"(?<!그)(?<!지)[가-힣]만(?:따로|다시|새로|새걸로|좀|하나|더)*(?:보내|교환|바꿔|환불|받)"
)
#: What a clause asks for, by the beginning of its title.
_REQUESTS: Final = {
    "배송지 변경": re.compile(r"주소|배송지"),
    "주문 취소": re.compile("취소"),
    "교환": re.compile("교환|바꿔|바꾸|바까"),
    "반품": re.compile("반품"),
    "환불": re.compile("환불|물러(?:주|줘|달|줍)"),
}
#: What is said of one of several (`하나는`, `치마는`, an order's number).
_ONE_OF_SEVERAL: Final = searched(
    r"[가-힣A-Za-z](?:은|는)\s|\d{8,}"
    # `티셔츠 환불하고 바지 교환할게요`: a noun, and what shall be done with it.
    r"|^\s*(?!(?:그냥|걍|일단|우선|먼저|다시|다른|빨리|바로|이거|그거|저거|전부|모두|전체|부분|제발|역시|그럼|네|아니|저|주문|상품|물건|제품|단순|당일"
    r"|무료)\s)"
    r"[가-힣A-Za-z]{1,8}(?<![면서데고라게은는도로만요])\s(?:교환|환불|반품|취소)(?:하고|해\s?주|할|이?요|하겠|하려|부탁)"
)


#: `kim@corp.co.kr로 보내주세요`: where a paper shall go, and no goods.
_SENT_TO: Final = searched(
    r"(?:[\w.+-]{1,40}@[\w.-]{1,40}?|메일|문자|카톡|카카오톡|팩스|pdf|파일)\s?(?:으로|로)\s?(?:좀\s?|꼭\s?)?보내"
)


def is_where(text: str) -> bool:
    """Whether a line wants something about the delivery changed, not the goods."""
    text = _PLEASE.sub("", text)
    return bool(_DELIVERY.search(text)) and "교환" not in text


def is_label(wish: str) -> bool:
    """Whether a wish is just one of the two, in no words of the customer's own."""
    return wish in {EXCHANGE, REFUND}


def wants_the_rest(text: str) -> bool:
    """Whether what did not come is to be sent (`단추만 보내주세요`), and nothing else is wanted."""
    return bool(_THE_REST.search(words.squash(text)))


def wants_apology(text: str) -> bool:
    """Whether an apology is asked for (`사과부터 하세요`)."""
    return bool(_APOLOGY.search(words.squash(text)))


def wants_mended(text: str) -> bool:
    """Whether what is broken is to be mended, be it asked (`산 지 두 달인데 as 되나요`)."""
    return bool(_MENDED.search(words.squash(text)))


def fallback(text: str) -> bool:
    """Whether a line says what shall be done if what is wanted cannot be had."""
    # `면` is in every such line, and quicker to look for.
    if "면" not in text or not _FALLBACK.search(text):
        return False
    return not manner.is_question(_IF_POSSIBLE.sub("", text))


def refused(text: str) -> set[str]:
    """Which of the two a line names only to say that it is not wanted."""
    plain = "".join(_NOT_WANTED.findall(words.squash(text)))
    return {label for label in (EXCHANGE, REFUND) if label in plain}


@words.once
def labels(text: str) -> frozenset[str]:
    """Which of the two a line names and does not refuse."""
    text = on_second_thought(text)
    if fallback(text):
        found_first = _FALLBACK.search(text)
        text = found_first["first"] if found_first else text
    plain = words.squash(text)
    if not (_EXCHANGE.search(plain) or _REFUND.search(plain)):
        return frozenset()
    if _DELIVERY.search(_PLEASE.sub("", text)):
        plain = plain.replace("바꿔", "").replace("바꾸", "")
    if manner.wants_elsewhere(text):
        plain = plain.replace("보내", "")
    if _SENT_TO.search(text):
        plain = words.squash(_SENT_TO.sub("", text))
    plain = _INTO.sub(r"\g<wish>", _NEVER_MIND.sub("", plain))
    plain = _DONE.sub("", _NOT_WANTED.sub("", _PAGE.sub("", plain)))
    named = ((EXCHANGE, _EXCHANGE), (REFUND, _REFUND))
    return frozenset(label for label, said in named if said.search(plain))


def several(text: str) -> list[str]:
    """What is wanted, where it is another thing for each of several goods or orders.

    Beginnings of titles, in the order in which they are said; empty unless there are two.
    """
    found: list[str] = []
    for clause in one_of_several(text):
        kind = request(clause)
        found += [kind] if kind and kind not in found else []
    return found if len(found) > 1 else []


def one_of_several(text: str) -> list[str]:
    """The clauses that each tell of one of several goods or orders."""
    told = clauses(on_second_thought(text))
    if len(extract.order_numbers(text)) < 2:
        # `원피스 반품할게요 2026… 얼룩이 있어요`: the one number parts nothing.
        told = [extract.without_numbers(clause) for clause in told]
    return [
        clause
        for clause in told
        if _ONE_OF_SEVERAL.search(clause) and not _NOT_WANTED.search(words.squash(clause))
    ]


def request(text: str) -> str:
    """The beginning of the title of what is asked for; empty when nothing is."""
    text = on_second_thought(text)
    found = next((title for title, said in _REQUESTS.items() if said.search(text)), "")
    # `다른 기사님으로 바꿔 주세요`
    swapped = found != EXCHANGE or EXCHANGE in text or not _OF_PEOPLE.search(words.squash(text))
    return found if swapped else ""


def only_wishes(text: str) -> bool:
    """Whether all that a line asks is whether a wish may be granted."""
    asked = [clause for clause in clauses(text) if manner.is_question(clause)]
    return all(_may_be(plain) or _POLITELY.search(plain) for plain in map(words.squash, asked))


def _may_be(plain: str) -> bool:
    """Whether a question is a wish, put politely."""
    return bool(_MAY.search(plain)) and not _WHEN_IT_IS_DONE.match(plain)


def read(text: str, mended: str, *, asked: bool, may: bool = False) -> str:
    """The wish in a line: `교환` or `환불` with the customer's words, else his words alone.

    `mended` is the line as it was meant to be typed. Words of another wish, or of both, count only
    where it was `asked`. A clause that asks for information holds none, but where a wish `may` be
    put as a question (`하나만 교환 가능할까요?`). Empty when there is none.
    """
    wanted, named = _named(text, asked=asked or may)
    if not named and mended != text:
        # Only the mended line may show it: `환불ㄱㄱ`, `ghksqnf`.
        _, named = _named(mended, asked=asked or may)
        text = mended if named else text
    both: set[str] = set().union(*named)
    if len(both) == 1 and not _OR_ELSE.search(words.squash(text)):
        (label,) = both
        return _quoted(label, extract.without_numbers(text))
    plain = words.squash(text)
    if both and _EITHER.search(plain) and wanted:
        return words.clip(text, LONGEST_OWN)
    said = words.clip(extract.without_numbers(text), LONGEST_OWN)
    sends = _THE_REST.search(plain) or _SWAP.search(plain) or _VISIT.search(plain)
    mends = may and wants_mended(text)
    would_do = not text.rstrip().endswith("?") and bool(_WOULD_DO.search(plain))
    if (sends and wanted) or would_do or mends or _APOLOGY.search(plain):
        return said
    own = bool(both) or bool(_OTHER.search(plain))
    told = manner.wants_to_be_told(text)  # `AS 센터 번호 알려 주세요`
    return said if asked and own and wanted and not told else ""


def points_at(text: str) -> bool:
    """Whether a whole line only points at what the one before named (`그럼 그걸로요`)."""
    return bool(_THAT_ONE.fullmatch(words.squash(text)))


def pointed_at(text: str, before: str) -> str:
    """The one wish of the line `before` that a line only points at (`그럼 그걸로 해 주세요`)."""
    named = labels(before) if points_at(text) else set()
    return next(iter(named)) if len(named) == 1 else ""


def label(text: str, mended: str = "") -> str:
    """`교환` or `환불` when a line states just this one as a wish; else empty."""
    return read(text, mended or text, asked=False).split(" ")[0]


def clauses(text: str) -> list[str]:
    """The parts of a line that each want, ask or tell something."""
    return [clause for clause in _CLAUSES.split(text) if clause and clause.strip()]


def _named(text: str, *, asked: bool) -> tuple[list[str], list[frozenset[str]]]:
    """The clauses that state something, and what each of them names."""
    wanted = [clause for clause in _counting(text) if _is_said(clause, asked=asked)]
    return wanted, [found for clause in wanted if (found := labels(clause))]


def _counting(text: str) -> list[str]:
    """The parts of a line, without what it takes back itself."""
    text = _NEVER_MIND.sub("", text)
    if "바꾸고" in text and manner.is_hurt(text):
        text = text.replace("바꾸고", "")  # `아기 세제 바꾸고 두드러기가 올라왔어요`
    found = manner.correction(text)
    if found is not None and labels(found.new):
        text = found.new
    last = _RATHER.split(text)[-1]
    if labels(last):
        text = last
    return clauses(text)


def _is_said(clause: str, *, asked: bool) -> bool:
    """Whether a clause states something; after the question also a wish put as one."""
    # `교환이 가능하다면 교환을` asks nothing.
    if not manner.is_question(_IF_POSSIBLE.sub("", clause)):
        return True
    plain = words.squash(clause)
    return bool(_POLITELY.search(plain)) or (asked and _may_be(plain))


def _quoted(label: str, said: str) -> str:
    # A longer line is the story, which is kept apart.
    plain = words.squash(said)
    # `환불 말고 뚜껑만 다시 보내 줄 수 있나요`: a part is less than the whole.
    bare = plain == label or (len(said) > LONGEST and not _A_PART.search(plain))
    return label if bare else f"{label} ({words.clip(said, LONGEST_OWN)})"
