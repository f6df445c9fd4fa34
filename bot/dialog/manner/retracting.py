"""What is taken back, or put right."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from bot.dialog.manner.asking import is_question, is_request
from bot.dialog.words import once, squash
from bot.patterns import any_of, searched

_WITHDRAWS: Final = searched(
    r"기다려(?:볼|보|봐)|(?:더|일단|그냥|조금|좀|조금만|좀만)+(?:더)?기다(?:릴[게께]|리겠)"
    r"|(?:취소|접수|문의|신청|환불|교환|반품|변경)(?:를|는|은|을|도|(?:말|말씀|얘기|요청|신청|접수)(?:한|드린|했던|드렸던)(?:거|것|건)"
    r"|(?:하|한|해)(?:려|려고했|달라|다)(?:던|고한|고했던)?(?:거|것|건)|그냥|걍|이제|역시)*(?:안|하지)(?:할|않|말|마(?:세|시|요|라|십)"
    r"|하(?:려|겠|기로))|(?:^|그럼|그러면|그냥|걍|역시)(?:아|네|아니(?:요|다)?|그냥|걍)*안할(?:래|[게께])(?:요)?(?:$|(?=그냥|걍|원래|됐|죄송))"
    r"|^(?:네|그럼|그러면|아)*안(?:되|돼)면말(?:고|구|게|죠)[가-힣]{0,2}$|(?:없던|안한)(?:걸|일)로|(?:접수|답변|상담|확인)(?:은|는|이)?(?:이제|더)*필요없|제가할[게께]"
    r"|(?:생각|고민)(?:을|좀|더|한번|다시)*해볼[게께]|안(?:해|하셔|해줘|해주셔)(?:도)?(?:돼|되|됩|괜찮|될(?:것|거|듯|꺼))"
    # `뭐 이것도 괜찮으니 쓸게요`
    r"|괜찮(?:으니까?|아서|으니깐|네요|은데)(?:그냥|걍|이거|이걸로)?(?:쓸|입을|신을|먹을)[게께]요?$"
    r"|그래도(?:그냥|걍|이거|이걸로|잘)?(?:쓸|입을|신을|먹을|마실|가질)[게께]요?$"
    # `그냥 반품도 안하고 쓸게요`
    r"|(?:환불|교환|반품|취소)(?:도|은|는|을)?안하고(?:그냥|걍|이대로|그대로)*(?:쓸|입을|신을|먹을|가질|둘|받을)[게께래]"
    # `그냥 23호 쓸게요` of what came instead
    r"|(?:그냥|걍)(?:온|받은)?(?:거|걸|걸로|[0-9]{1,3}호?|[smlx]{1,3}|[가-힣]{1,3}색)(?:사이즈)?(?:으로|로|을|를)?(?:그냥|그대로)?(?:쓸|입을|신을)[게께래]"
    r"|(?:그냥|걍)(?:이걸로|이거로|이거|그거|이대로|이걸|살빼서|줄여서|고쳐서|빨아서|말려서)?(?:쓸|둘|입을|입힐|신을|신길|먹을|먹일|받을|놔둘|가질|버릴|넘어갈|키울|읽을|볼|(?:키워|써|먹어|입어|신어)볼|쓰|입|신|먹|받)(?:[게께래]|려고|겠|기로"
    r"|을[게께])|(?:그냥|걍)(?:냅|놔|내버려)?(?:두세|둬|두시|둘[게께]|놔주)"
    r"|(?:그냥|걍)(?:동생|언니|누나|형|오빠|엄마|아빠|친구|딸|아들|남편|아내|와이프|조카|이웃|당근)[가-힣]{0,3}?(?:줄|주려|주기|입힐|팔|쓰라|선물)"
    r"|(?:원래|처음|기존)(?:대로|주소(?:로)?|걸로)(?:그냥)?(?:보내|배송|진행|해주|둘|두세|갈|받을[게께래]|받겠)|^(?:아|ㅋ|ㅎ)*농담"
    r"|^(?:아|네|음|그냥|이제|그럼)*(?:됐어요|됐습니다|됐네요|괜찮아요)[가-힣A-Za-z0-9]{0,14}(?:살|주문할|시킬|고를|해볼|물어볼|찾아볼"
    r"|알아볼)[게께]요?$|(?:아|그냥|이제)됐(?:어요?|습니다|네요)|됐고그냥(?!취소|환불|교환|반품)"
)
#: What the store was asked to do need not be done (`이제 안 찾으셔도 돼요`).
_NOT_NEEDED: Final = searched(
    r"(?:신경|걱정)(?:은|을|이제|더)*안(?:쓰|써|하|해)[가-힣]{0,3}도(?:돼|되|됩|괜찮|될)|^(?:네|그냥|이제|아니에요|괜찮아요|됐(?:어요|고요?|습니다))*(?:제가|그냥|직접)*알아서할[게께]요$"
    r"|^(?:네|그냥|이제|아니에요|괜찮아요)*신경(?:은|을)?쓰지마(?:세요|시고요?|요|셔요|십시오)$"
    r"|안(?:찾|알아[보봐]|가져가|가지러)[가-힣]{0,4}도(?:돼|되|됩|괜찮|될(?:것|거|듯))"
    r"|(?:찾|알아보)지(?:않(?:아|으셔)도(?:돼|되|됩)|마(?:세|시|요|십)|말아)"
    # `색은 바꾸지 마세요` wants the rest changed.
    r"|(?:^|주소(?:는|를)?|배송지(?:는|를)?|[요다])(?:이건|그건|주문은)?(?:이제|그냥"
    r"|굳이)*(?:바꾸지(?:마(?:세|시|요|십)|말아|않(?:아|으셔)도(?:돼|되|됩|괜찮))"
    r"|안(?:바꾸|바꿔|고치|고쳐)[가-힣]{0,4}도(?:돼|되|됩|괜찮|될)"
    r"|그대로(?:두|놔|냅)[가-힣]{0,4}(?:도(?:돼|되|됩|괜찮)|세요|주세요))[가-힣]{0,3}$"
    r"|(?:환불|교환|반품)(?:은|는|을|를)?안받아도(?:돼|되|됩|괜찮|될(?:것|거|듯))"
    r"|(?:환불|교환|반품|취소|변경)(?:은|는|을|를)?(?:이제|그냥)*(?:할)?(?:생각)?(?:필요(?:가|는)?없(?:을|어|겠)|접(?:을[게께]|었)"
    r"|포기할|그만둘|관둘)"
)
#: `그냥 알려 드린 거예요`: it was told, and nothing is wanted for it.
_ONLY_TOLD: Final = searched(
    r"(?:그냥|걍|참고로|참고하시라고|단지|그저)[가-힣]{0,4}?(?:그렇다(?:고|구|는)|(?:알려|말씀)드린(?:거|것|건)"
    r"|(?:말|얘기|이야기)(?:한|해본)(?:거|것|건)|참고하시라고|알고계시라고|알아두시라고)[가-힣]{0,10}"
)
# Of several the good ones are kept: the others are still the matter.
_TAKES_BACK: Final = any_of(_WITHDRAWS, _NOT_NEEDED, _ONLY_TOLD)
_KEEPS_THE_REST: Final = searched(
    # `이번 달 거는 그냥 받을게요`: what comes every month is called off from the next one on.
    r"(?:이번|지난|저번|다음)(?:달|주|회차?)(?:분|거|것|건|꺼)?(?:은|는|까지는)|"
    r"나머지|(?:괜찮|멀쩡|정상|온전|안깨진|성)[가-힣]{0,2}(?:거|것|건|걸|애|놈)|(?:하나|한개|한벌|한쪽|두개)(?:는|은)"
    # `컵만 취소하고 접시는 그냥 받을게요`
    r"|[가-힣a-z0-9]만(?:빼|(?:취소|환불|반품|교환)(?:하|해)|바꾸|바꿔)[가-힣]{0,4}[고구요]"
)
_ON_CONDITION: Final = searched(
    r"(?:이미|벌써|혹시|재고|출고|발송|내야|돈|안|보냈|나갔)[가-힣]{0,10}(?:으면|면|거면|다면|거든)(?:그냥|걍|안|취소)"
    # `본체까지 같이 사면 반품 안 해도 되는데`
    r"|면(?:은)?(?:반품|환불|교환|취소)(?:은|는|을)?안(?:해|하)[가-힣]{0,2}도(?:되|돼)"
    # `3만 원만 빼 주시면 그냥 쓸게요`; `그 정도면 그냥 쓸게요` is content.
    r"|(?<!렇)[으시주하되돼다이내오빼깎받]면(?:은)?(?:그냥|걍|계속|이대로|그대로|(?:쓸|입을|신을|먹을|가질)[게께])"
)
#: Of several only some: what is said of them all is taken back, not the matter.
_NARROWS: Final = searched(
    r"(?:(?<!니)다|둘다|둘|두개다|두개|세개다|모두|전부|전체|싹|몽땅|통째로)(?:를|을|는|은)?(?:취소|환불|교환|반품|변경)[가-힣]{0,3}지(?:는|도)?(?:말"
    r"|마|않)"
    # `아 니트는 그냥 입을게요 원피스만`
    r"|(?:은|는|건)(?:그냥|걍)?(?:쓸|입을|신을|먹을|둘|받을|가질)[게께]요?[가-힣a-z0-9]{1,10}(?<!지)만(?:요|이요)?$"
    r"|지(?:는)?(?:말고|마시고|마시구|말구)(?!빨리|그냥|얼른)[가-힣a-z0-9]{1,14}만(?:요|이요|취소|환불|교환|반품|빼)"
)
#: What the store is told not to do, by the name of it (`오기 전에 취소하지 마세요`).
_FORBIDS: Final = searched(
    r"(?P<what>취소|환불|교환|반품|변경)(?:처리)?(?:를|은|는|을)?(?:시키|하|해주)?지(?:는|도)?(?:마(?!시?고)|말아)"
)
#: What is at a place as it was before (`주소는 원래대로요`).
_KEEPS_ADDRESS: Final = searched(
    r"(?:주소|배송지)(?:는|를|은|만)?(?:그냥|걍|다시)?(?:원래|처음|기존)(?:대로|걸로|거로|주소(?:로)?|꺼로)"
    r"|(?:원래|처음|기존)(?:있던)?주소(?:지)?(?:로|대로)"
)
#: `취소 안 되면 그냥 보내주세요`: what is wanted where the first cannot be had.
_IF_NOT: Final = searched(
    r"(?:취소|환불|교환|반품|변경)(?:가|이|은|는|도)?(?:안|못|불가|어[렵려]|힘[들드])[가-힣]{0,4}면"
)
_A_DETAIL: Final = searched(
    r"이름|성함|주소|배송지|번호|계좌|수량|사이즈|색|옵션|연락처|동호수|문구|각인|이니셜"
)
#: A line meant for somebody else. `잘못 보냈어요` alone may blame the store for what it sent, and
#: `잘못 왔네요` the goods: a sigh, an apology or the chat is named beside it.
_SIGHS: Final = (
    r"(?:아+|앗|헉|헐|어|엇|어머|이런|아이고"
    r"|죄송(?:해요|합니다|한데요?)?|미안(?:해요?|합니다)?|제가|내가|[ㅎㅋㅠㅜ]+)"
)
#: `아니에요 다른 가게랑 헷갈렸네요`
_NO_OR_SIGHS: Final = rf"(?:아니(?:에요|예요|요|야)?|네|넵|음|{_SIGHS})*"
_CHAT: Final = r"(?:톡방?|카톡|문자|방|단톡|채팅방?|채팅창|대화방|창|메시지)(?:을|를|에|에다)?"
_SENT_AMISS: Final = re.compile(
    rf"(?:{_SIGHS}*(?:{_CHAT})?잘못(?:보냄|보냈음|올림|침)(?:요)?"
    rf"|(?:{_SIGHS}+|{_SIGHS}*{_CHAT})잘못(?:보냈|올렸|쳤)(?:네요?|어요?|습니다|다|구나|군요|는데요?)?"
    rf"|{_SIGHS}*(?:{_CHAT})?잘못(?:보낸|올린)(?:거|건|겁|것)(?:에요|예요|이에요|니다|임|입니다|요|데)?"
    rf"|{_SIGHS}*{_CHAT}잘못(?:들어|찾아)?(?:왔|갔|찾았)(?:네요?|어요?|습니다|음)"
    rf"|{_SIGHS}*(?:다른|딴)(?:데|곳|사람|분|방|톡방)(?:에|에게|한테)?(?:보낼|보내려|보내야)[가-힣]{{0,8}}"
    rf"|(?:{_SIGHS}|죄송한데|제가|착각해서)*(?:다른|딴)(?:가게|데|곳|집|스토어|쇼핑몰|업체)(?:에|로|에다)?(?:물어볼|문의할|물어보려|문의하려)[가-힣]{{0,6}}(?:여기|이쪽)(?:에|로|다|에다)?(?:물어|문의|보냈|썼)[가-힣]{{0,5}}"
    rf"|{_NO_OR_SIGHS}[가-힣]{{1,5}}(?:한테|에게|께)(?:보낼(?:거|건|게)?(?:였|었|인데잘못|를잘못)|보낼(?:걸|거|것)(?=$|[요여]$)|보내려(?:던|다|고하다)|보낸다는(?:게|것이)|(?:할|하려던)(?:말|얘기|톡|거)(?:이었|였|인데잘못))[가-힣]{{0,8}}"
    rf"|{_NO_OR_SIGHS}(?:{_CHAT}|(?:다른|딴)(?:가게|집|데|곳|스토어|쇼핑몰|판매자|업체|(?:채팅|대화)?창|(?:채팅|단톡|톡)?방|채팅|대화|톡|앱|사람|분)(?:이?랑|하고|와|인줄|으?로)?)(?:제가)?(?:착각|헷갈"
    rf"|혼동|오해)(?:했|해[서버]|함|하고|렸|림|려서)[가-힣]{{0,6}}"
    rf"|{_SIGHS}*(?:여기|이방|이가게)(?:가|는)?(?:아니(?:네|구나|군|었)|아닌데)[가-힣]{{0,3}})"
    rf"{_SIGHS}*"
)
_MISSENT: Final = searched(
    r"^(?:아+|앗|네|아니|음|그냥|죄송(?:해요|합니다)?)*(?:아무(?:것도|일도)?|별(?:거|일)|암것도)(?:아니(?:에요|예요|어요|야|네요|다)|아닙니다"
    r"|아님|아녜요|아녀요)$"
    r"|잘못(?:보냈|눌렀|쳤|썼|온거|보낸|누른|갔)|실수(?:로|예요|였)|그냥(?:한번)?(?:눌렀|눌러|쳐봤|쳤)|손(?:이|가락이)?(?:미끄러|꼬였)"
    r"|(?:애|아이|아기|애기|조카|손자|손주|고양이|강아지)(?:가|들이|이)?(?:막|폰|핸드폰|자판|키보드|그냥|잘못)?(?:을|를)?(?:만졌|만진|눌렀|누른|밟"
    r"|쳤|친거|건드|장난쳤|장난친)|장난(?:이에요|이었어요|이야|이었음|임|친거예요)?$|다른(?:데|곳|사람|분)(?:에)?(?:보낼|보내려)"
)
_INSTEAD: Final = searched(
    r"(?:(?:아니(?:요|오|여|다)?|아뇨|그게아니라)[,\s]*"
    r"|(?:아|앗|엇|어|아차|헉|참|저기|잠깐만?요?|죄송(?:해요|한데요?|합니다)?)[,\s.~!]+)?"
    # The end of `그레이 말고` is no particle.
    r"(?P<old>[^,.!?\n]{1,30}?)\s*(?:[은는을를]?\s*(?:말고요?|말구요?)|(?<=지)\s?마시[고구]요?"
    r"|[이가은는을를]?\s*(?:아니고요?|아니구요?|아니라|아니에요|아니예요|대신(?:에)?|됐고요?|됐구요?"
    r"|필요\s?없고요?))(?P<comma>[,\s]+)(?P<new>[^\n]{1,100})"
)
#: `103동이요 101동 아니고`: what is meant may come first.
_NOT_BEHIND: Final = re.compile(
    r"(?P<new>[^,.!?\n]{0,40}?[가-힣0-9A-Za-z])(?:이?요|이?에요|예요|입니다|이고요?|임)[\s,.~!]+"
    r"(?P<old>[^,.!?\n]{1,20}?)\s?(?:이|가|은|는)?\s?(?:아니고요?|아니구요?|아니라|아니에요|말고요?|말구요?)[\s.~!ㅠㅜ]*"
)
#: One of these is in every correction; to look for them first is quicker than the pattern.
_NOT_THAT: Final = searched("말[고구]|마시[고구]|아니|대신|됐[고구]|없고")
_CANCELS_FILING: Final = searched(
    r"(?:문의|접수|요청|(?:입고|재입고)?알림(?:신청)?)(?:한|드린|했던)?(?:거|것|건)?(?:를|은|는|을|도)?(?:취소|철회)(?!된|됐|되었)"
    r"|(?:취소|교환|환불|반품|변경)(?:요청|신청)?(?:를|을|은)?철회"
)
_POINTS_BACK: Final = searched(
    "저번|지난번|아까|그때|전에|말한|말했|말씀|얘기|있잖|있죠|아시죠|부탁드[린렸]|부탁[한했]|준다|주신다|준댔"
)
_VAGUE: Final = re.compile(
    r"(?:저기|ㅎㅇ|하이|안녕하세요|음|아|아니|그|그거|그건|그게|그것|저번|지난번|지난|전에?|저번에|지난번에|아까|그때|통화|상담|전화로|할|때|에서"
    r"|말한|말했던|말씀드린|말씀하신|말씀|하신|한|했던|얘기한|얘기했던|해주기로|해준다던|해주신다던|약속한|약속하신"
    r"|지난주에?|저번주에?|어제|그제|문의|접수|인데요?|인데|안됐나요?|안됐|안됨|안되나요?|안된|그분|그쪽|분|사람|분이|거기서|(?:해|보내|알려|처리해|확인해|챙겨)(?:준다|주신다|준대|주신대|준댔|주신댔)(?:고|던|더니|며|면서|메)?"
    r"|했(?:는데|거든|잖아|어)|하(?:셨|신)(?:는데|잖아|어|거든)?|했던|부탁(?:드린|한|드렸던|했던)?|요청(?:드린|한|했던)|물어본|여쭤본|부분"
    r"|(?:해|처리해|보내|연락)주(?:시나|나|실건가|시는건가|시는거|셨나|세)|처리(?:됐|되)나|됐나|진행(?:되나|되고있나|됐나|되)?|되나|됐는데|그대로"
    r"|있(?:잖아|자나|쟈나)(?:요|여)?|있죠|알죠|아시죠|[어우]케|어캐|잊(?:으신|으셨|어버리신)|까먹(?:으신|으셨)|기억(?:하시|나시)|아니(?:시)?죠|(?:얘기|말|약속|상담)된|말씀드렸|얘기드렸|얘기했|말했|거|것|건|거요|요|에|은|는|이|말이에요|말인데요|왜|아직|아직인가요|언제|어찌|어떻게|되는|겁니까|된|건가요|됐나요|돼요)+"
)
# What is wanted all the same by who keeps the goods (`그냥 쓸게요 대신 페이지 고쳐 주세요`).
_STILL_WANTS: Final = searched(
    r"(?:할인|보상|배상|쿠폰|적립금?|포인트|차액|(?:부분|일부)환불|배송비|(?:[0-9]|[천만])원|얼마|값|가격)(?:은|는|을|를|만|이라도|라도|정도|정도만"
    r"|좀|조금|이나|로|쯤)*(?:이라도)?(?:(?:빼|깎아|해|돌려|보내|챙겨|넣어|지급해)?(?:주(?:세|시|실|면|십)|줘|줄|달라)|부탁|원해|원합|받고싶)"
    r"|(?:할인|보상|쿠폰|적립금?|포인트|(?:부분|일부)환불)(?:은|이|을)?(?:좀|이라도|라도|조금)(?:요|여)?$"
    r"|대신(?!그냥)[가-힣0-9]{0,14}(?:주세|줘요?$|주시면|주실|달라|부탁)|"
    r"[가-힣]만(?:따로|다시|새로|추가로)*(?:보내(?!드)|주세|줘|주실|받)"
    r"|(?:페이지|사진|설명|상세|표기|문구|안내|포장|다음부터|담부터|앞으로)[가-힣]{0,12}?(?:수정|고쳐|고치|바꿔|바꾸|신경|똑바로|제대로|잘(?:해|포장))"
)
_KEEPS: Final = searched(
    r"(?:쓸|쓰겠|입을|신을|먹을|가질|놔둘|둘)(?:[게께래]|테니|거니|생각|의향|용의)|쓰겠"
)
_STARTS: Final = searched(
    r"^(?:(?:아니(?:요|오|다)?|아뇨|아|앗|엇|어|아차|헉|참|저기|저|네|그리고|근데|그런데|잠깐만?요?|죄송(?:해요|한데요?|합니다)?)[\s,.~!]+)+"
)
#: Nothing is taken back by a sigh, nor by `다름이 아니라`.
_SIGH: Final = re.compile(r"(?:아|어|앗|엇|음|네|저|그|헉|참|저기|잠깐|잠시)+|다름이?")
#: Between what was told first and what is to be (`A에서 B로`, `A로 돼 있는데 B예요`).
_FROM_TO: Final = searched(
    r"(?<=\d)(?:동|호|층|번지?)?\s?(?:에서|->|→|=>|>>)\s?(?=\S)"
    r"|(?:이고|인데요?|이구요?)[\s,]+(?:이사\s?(?:온|간|한)\s?(?:데|곳|집)?|새\s?(?:주소|집)|바뀐\s?(?:주소|곳|데)|지금\s?(?:주소|집)|변경할?\s?주소)"
    r"\s?(?:은|는|이|가)?\s(?=\S)"
    r"|(?:했|적었|적혀|썼|써|넣었|입력|되어|돼|등록|이었|였)(?:\s?[있했놨놓뒀]{1,2})?(?:는데요?|지만|고요?)[\s,]+"
)
#: What stood before.
_FORMERLY: Final = searched(
    r"(?:원래|기존|이전|예전|처음)(?:에|엔|에는|은|는|의)?\s?(?:(?:주소|배송지|번호|연락처|전화번호|전화|데|곳|거)(?:는|은|가"
    r"|이)?\s?)?(?=\S)(?!대로)[^\n]{2,60}?"
    r"(?:였|이었|로\s?(?:했|적|썼|돼|되어|넣|주문|등록|보냈))"
)
_MISTAKE: Final = searched(
    r"(?:잘못\s*(?:썼|적|말|보냈|눌렀)|정정|오타|수정(?:할|해|이요)|바꿔\s*적|다시\s*(?:말|알려|적|보낼|보내\s?드)|번호(?:가)?\s*틀"
    r"|(?:이게|이거|이걸)\s*(?:맞|예요|에요|이에요|로))"
)


class Correction(NamedTuple):
    """`old` was said, `new` is meant."""

    old: str
    new: str


@once
def withdraws(text: str) -> bool:
    """Whether somebody takes a wish back, or waits of his own will."""
    plain = squash(text)
    filed = cancels_filing(text)
    if not (filed or _TAKES_BACK.search(plain)):
        return False
    if _ON_CONDITION.search(plain) or narrows(text):
        return False  # only when it cannot be done any more, or only some of it
    return filed or not (_KEEPS_THE_REST.search(plain) or still_wants(text))


def narrows(text: str) -> bool:
    """Whether of several only some are meant (`둘 다 취소하지 마시고 하나만요`)."""
    plain = squash(text)
    return ("지" in plain or "만" in plain) and bool(_NARROWS.search(plain))


def forbids(text: str) -> str:
    """What the store is told not to do, by its name (`취소하지 마세요`: `취소`); or empty."""
    found = _FORBIDS.search(squash(text))
    return found["what"] if found is not None else ""


def keeps_address(text: str) -> bool:
    """Whether a parcel shall go where it was to go at first (`주소는 그냥 원래대로요`)."""
    return bool(_KEEPS_ADDRESS.search(squash(text))) and not is_question(text)


def is_conditional(text: str) -> bool:
    """Whether a line says what is wanted if the first wish cannot be had."""
    return "면" in text and bool(_IF_NOT.search(squash(text)))


@once
def sent_amiss(text: str) -> bool:
    """Whether the line before was meant for somebody else (`아 잘못보냄`, `톡 잘못 보냈네요`)."""
    return bool(_SENT_AMISS.fullmatch(squash(text)))


#: `제가 실수로 그런 건 아니고 원래 금이 가 있었어요`
_NO_SLIP: Final = searched("실수[가-힣]{0,10}아[니닌]")


def was_a_slip(text: str) -> bool:
    """Whether the line before was sent by mistake."""
    if sent_amiss(text):
        return True
    plain = squash(text)
    if _NO_SLIP.search(plain) or is_request(text):
        return False  # `실수로 두 번 주문했어요 하나 취소요`
    return bool(_MISSENT.search(plain)) and len(plain) <= 25 and not _A_DETAIL.search(plain)


#: `번호는 친구가 아니라 제가 아는데` takes nothing back.
_KNOWS_IT: Final = re.compile(r"(?:제|내)가\s?(?:아는|알고|알아)")


@once
def correction(text: str) -> Correction | None:
    """`old` 말고 `new`: what the customer takes back and what he means instead."""
    said = text[:200]
    found = _INSTEAD.search(said) if _NOT_THAT.search(said) else None
    if found is None:
        return _put_first(said) if _NOT_THAT.search(said) else None
    if _KNOWS_IT.match(found["new"].strip()):
        return None
    old = _STARTS.sub("", found["old"].strip()).strip()
    # `아 아니에요 그냥 AS 받을게요` takes back no `아`.
    return Correction(old, found["new"].strip()) if old and not _SIGH.fullmatch(old) else None


def _put_first(said: str) -> Correction | None:
    """`아 103동이요 101동 아니고`: of two of one kind the second is taken back."""
    found = _NOT_BEHIND.fullmatch(_STARTS.sub("", said.strip()))
    if found is None or any(word in said for word in ("번호", "자리", "끝")):
        return None  # the end of a number is mended in its own way
    old, new = found["old"].strip(), _STARTS.sub("", found["new"].strip())
    return Correction(old, new) if new and not _SIGH.fullmatch(old) else None


@once
def meant_instead(text: str) -> str:
    """What follows on what was told first, where a line tells of both; empty without the first."""
    taken = correction(text)
    if taken is not None:
        return taken.new
    found = _FROM_TO.search(text[:200])
    return text[found.end() :] if found is not None else ""


def tells_former(text: str) -> bool:
    """Whether a line tells what stood before, and shall stand no more (`원래 302호였어요`)."""
    return bool(_FORMERLY.search(text[:200]))


@once
def mends(text: str) -> bool:
    """Whether a line says that an earlier one was wrong."""
    return bool(_MISTAKE.search(text))


@once
def cancels_filing(text: str) -> bool:
    """Whether what was filed is called off in so many words (`접수 취소해 주세요`)."""
    return bool(_CANCELS_FILING.search(squash(text)))


def is_vague(text: str) -> bool:
    """Whether a line only points at something (`그거 있잖아요 저번에 그거`)."""
    plain = squash(text)
    return bool(_VAGUE.fullmatch(plain)) and bool(_POINTS_BACK.search(plain))


@once
def still_wants(text: str) -> bool:
    """Whether something is to be done all the same, though the goods are kept."""
    return bool(_STILL_WANTS.search(squash(text)))


def keeps_for(text: str) -> bool:
    """Whether goods would be kept for some amends (`할인해 주시면 그냥 쓸게요`)."""
    return bool(_KEEPS.search(squash(text))) and still_wants(text)


#: `아니 그게 아니라요`, `그거 말고요`: something was taken wrongly, and not yet said what.
_NOT_SO: Final = re.compile(
    r"(?:아니(?:요|오|에요|예요|다|라)?|아뇨|아|저기|그게|그거|그건|그런게|그런거|그말이|이게|이거|제말은|내말은|저는|뭔소리야)*"
    r"(?:(?:그|이)?(?:얘기|이야기|말|뜻|문의)(?:가|이)?아니(?:라|고|에요|예요|라니까)(?:요|여|용)?"
    r"|(?:그거|그걸|그것|그게)?(?:물어본|물은|말한|말씀드린|여쭤본|문의한)(?:거|게|건)(?:가|이)?아(?:닌데|니고|니라|니에)(?:요|여|용)?"
    r"|(?:그게|그거|그건|그것도|그거도|이것도|그런게|그런거|그말이|이게|이거|저거)(?:가)?(?:아니(?:라|라고|고|에요|예요|라고|라니까)|말고)(?:요|여|용)?)"
    r"(?:다른(?:거|거요|거예요|얘기|이야기)[가-힣]{0,3})?"
)


def denies_only(text: str) -> bool:
    """Whether a whole line says but that it was not that (`아니 그게 아니라요`)."""
    return bool(_NOT_SO.fullmatch(squash(text)))
