"""What is told of goods: broken, late, another, too small, at hand."""

from __future__ import annotations

import re
from typing import Final

from bot.dialog.manner.asking import asks, asks_or_reports, is_question, is_request, reports_problem
from bot.dialog.manner.courtesy import BUT
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
_NOT_GOOD: Final = re.compile(
    r"또|다시|여전|아직|계속|역시|그대로|마찬가지|새로(?:온|받은|보내)|새(?:상품|제품|거|것|걸)(?:도|마저|역시|(?:을|를|로)?받)|(?<!다른)이것도"
    r"|여태|이제껏|지금까지|이때까지|입때|아즉|(?:온|받은|바꾼|바뀐|보내준)(?:것|거|게)?(?:도|마저)|이번(?:에도|것도|거도)|해결(?:이|은)?(?:안|되지않|못)|다더니|다면서요|교환(?:받은|해주신|한거|한것|한게)|바꿔(?:주신|받은)|보내주신"
)
GOODS: Final = re.compile(r"배송|택배|물건|상품|제품|주문|구매|교환|반품|환불|배달|출고|산거|시킨")
_STORE: Final = re.compile(
    r"배송|택배|물건|상품|제품|송장|주문|환불|입금|결제|교환|반품|쿠폰|포인트|적립|영수증|주소|사이즈|치수|취소|상담|전화|매장|가게|스토어"
    r"|재고|입고|품절|할인|세일|가격|얼마|비싸|구매|사고싶|살수|샀|판매|파나|파시|사이트|가입|로그인|비번|비밀번호|회원|탈퇴|선물|포장|수리|보증|보상"
    r"|조립|설치|사용법|부품|기사|방문|리뷰|후기|문의|이벤트|행사|색상|색깔|소재|재질|세탁|옷|신발|가방|받[았으을]|보[내냈]|시켰|시킨|도착|출고|배달"
)
_GOT_ANOTHER: Final = re.compile(
    r"짝짝이(?:로|가)?(?:왔|와|옴|네)|"
    r"(?:다른|엉뚱한|잘못된|틀린|남의|딴)(?:상품|색상?|색깔|사이즈|게|거|것|물건|옷|제품|모델|디자인|사람거)[가-힣]{0,2}(?:이|가)?(?:왔|옴|와|배송|들어)|(?:사이즈|색|색상|색깔|상품|물건|모델)(?:이|가|도)?(?:잘못|다른[게거]|틀린[게거]|바뀌어|바껴)[가-힣]{0,3}(?:왔|옴|와있|배송)|"
    r"(?:주문|시켰|시킨|골랐|선택|샀)[가-힣]{0,6}(?:는데|더니|지만)(?!택배|물건|상품|문자|배송|연락|알림)[가-힣a-z0-9]{1,10}(?:이|가|만)(?:왔|옴|와있|들어)"
)
_IN_VAIN: Final = re.compile(
    r"(?:해|찾아|써|껐다켜|살펴|눌러|들어가)[가-힣]{0,3}봤[가-힣]{0,4}(?:똑같|안|못|없|마찬가지|그대로|소용)|그래도(?:안|똑같|못|없)|(?:바꿔|해|다시해|껐다켜)도(?:똑같|안(?:돼|되|됩)|마찬가지|그대로)"
)
_NOT_COME: Final = re.compile(
    r"안(?:와|왔|오[네고는노냐나니]|옴|온다)|못받|도착(?:을|도|하지)?(?:안|않)|(?:출발|출고|발송|배송시작|배송)(?:도|을|이|가|은|조차)?(?:아직)?안(?:했|하|됐|되|함)|소식(?:이|도)?(?:없|안)|무소식|감감|언제(?:쯤)?(?:와|오|옴|도착|받)"
)
_SOME_CAME: Final = re.compile(
    r"(?:하나|한개|[0-9]개|두개|일부|반)만|[가-힣]만(?:왔|오고|도착)|빠[졌져지진]|다른(?!주문|건)|딴|덜|모자|부족|없이|누락|잘못|틀린"
)
_BAD_FIT: Final = re.compile(
    r"(?:너무|좀|많이|꽤|조금|생각보다|한치수)?(?:작(?:네|아요|습니다|다|아서|은데|음)|크(?:네|ㅁ|다|습니다)|커(?:요|서|가지고)|헐렁|꽉끼|끼어요|끼네|낑겨|안맞(?:아|네|는데|습))(?:[가-힣]{0,10})$"
    r"|사이즈(?:가|는)?[가-힣]{0,4}(?:작|크|커|안맞)[가-힣]{0,10}$"
)
# `아 방금 왔네요 죄송해요`: who sees that it came is sorry to have asked.
_PARDON: Final = re.compile(r"(?:ㅎ|(?:죄송|미안)(?:해요|합니다|하네요)?|감사(?:해요|합니다)?)+$")
_ARRIVED: Final = re.compile(
    r"(?:초인종|벨|문앞|기사님|택배)[가-힣]{0,8}(?:왔|도착했)(?:어요|네요|습니다|음|다|어)?$"
    r"|^(?:아|앗|오|네|방금|지금|이제(?:야)?|막|드디어|오늘|좀전에|택배(?:가)?|물건(?:이)?|상품(?:이)?)*(?:왔|도착했|받았)(?:어요|네요|습니다|음|다|어)?$"
    r"|(?:경비실|관리실|옆집|이웃|현관|택배함|무인함|보관함|문앞|가족|집사람|남편|아내|엄마|동생)[가-힣]{0,6}(?:있었|있네|맡아|갖고계|가지고계|받아|받았|뒀)"
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


def happens_again(text: str) -> bool:
    """Whether a line points back at something known (`또`, `아직도`, `여전히`)."""
    return bool(_NOT_GOOD.search(squash(text)))


@once
def names_store(text: str) -> bool:
    """Whether a line holds anything that a store has to do with."""
    return bool(_STORE.search(squash(text))) or reports_problem(text) or is_request(text)


def was_in_vain(text: str) -> bool:
    """Whether what was advised is said to have been tried in vain (`해 봤는데 똑같아요`)."""
    return bool(_IN_VAIN.search(squash(text)))


@once
def got_another(text: str) -> bool:
    """Whether one thing was ordered and another came (`180 주문했는데 170이 왔어요`)."""
    return bool(_GOT_ANOTHER.search(squash(text))) and not is_late(text)


@once
def is_late(text: str) -> bool:
    """Whether goods are said not to have come at all, and not that some of them are missing."""
    plain = squash(text)
    return bool(_NOT_COME.search(plain)) and not _SOME_CAME.search(plain)


def fits_badly(text: str) -> bool:
    """Whether goods that are there are said to be too small or too large."""
    return bool(_BAD_FIT.search(squash(text))) and not is_question(text)


def has_arrived(text: str) -> bool:
    """Whether what was waited for is said to have come, or to have been found."""
    plain = _PARDON.sub("", squash(text))
    return bool(_ARRIVED.search(plain)) and not (BUT.search(plain) or asks_or_reports(text))


def names_goods(text: str) -> bool:
    """Whether a line names goods, an order, or their way."""
    return bool(GOODS.search(squash(text)))
