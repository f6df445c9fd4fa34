"""Troubles that are back, have not changed, or came a second time."""

from __future__ import annotations

import re
from typing import Final

from bot.dialog.manner.another import got_another
from bot.dialog.manner.arrivals import GLAD
from bot.dialog.manner.asking import is_question, is_request, reports_problem
from bot.dialog.manner.damage import reports_damage
from bot.dialog.manner.lateness import is_late
from bot.dialog.manner.missing import is_short, lacks_a_part
from bot.dialog.words import once, squash
from bot.patterns import searched

# Nothing has changed since (`아직도 그대로예요`).
_UNCHANGED: Final = searched(
    r"(?:아직|여전히?|계속|지금|오늘|여태|하나도)[가-힣]{0,5}(?:그대로|똑같|마찬가지|변함없|변화(?:가)?없|제자리)"
    r"|^(?:근데|저기요?|네|아)*(?:그대로|똑같|마찬가지)(?:이?에요|예요|이네요|네요|인데요?|입니다|아요|은데요|음|임)$"
    r"|^(?:근데|저기요?|네|아)*아직(?:도|까지도?)?(?:이?에요|예요|이?요|인데요?|입니다|이?네요|임|안[됐되](?:어요|었어요|는데요?|네요))$"
    # `청소했는데도 똑같아요`: what was advised helped nothing.
    r"|(?:했|봤|갈았|끼웠|꽂았|바꿨|껐다켰|눌렀)(?:는데|지만)(?:도)?(?:여전히|계속|또)?(?:똑같|그대로|마찬가지)(?:이|아|예|네|은|입|에)"
    # `아직 확인 중이라고만 떠요`; what is being packed may yet be changed, and is no trouble.
    r"|(?:아직|여전히?|계속)(?:도|까지도?)?(?:확인|처리|진행|검수|심사|접수|환불|승인)(?:중|대기)(?:중)?(?:이라고|이라|으로|라고|로)(?:만)?(?:떠|뜨|나[와오]|보[여이]|되어|돼|표시)"
)
# `이번엔 깨진 게 왔네요`: what was sent anew, and is wrong otherwise.
_NOW_CAME: Final = searched(
    r"(?:이번|요번)(?:엔|에는|에)[가-힣0-9]{1,16}(?:왔|와있|도착|들어있|들어왔|보내)"
    # `새로 온 건 작은 거네요`
    r"|(?:새로|다시|이번에|교환해|바꿔)(?:온|받은|도착한|보내주신|보내준|주신)(?:건|거는|것은|게|거|것|애는)(?!도|맞)[가-힣0-9a-z]{2,16}"
)
# `왔는데 색이 달라요` behind what was sent: it names no other goods.
_THEN_CAME: Final = searched(
    r"^(?:네|아|근데|드디어|이제|방금|오늘|어제|그거|다시|하아?)*(?:(?:오기는|오긴|받긴)?왔는데|(?:왔|받았)(?:어요|네요|습니다)(?:근데|그런데)|(?:받기는|받긴)?(?:받았는데|했는데)|받아봤는데|왔더니|온게|온거|온건|온걸|도착했는데|(?:뜯어|열어|꺼내|받아|까|풀어|먹어|마셔|입어|신어|써|발라)보니까?|개봉하니까?"
    r"|보내(?:주신|준)(?:게|거|건|걸))(?!아직|언제)"
)
#: `나사 받았는데 짧은 거네요`
_IS_ANOTHER: Final = searched(
    r"(?:짧은|긴|작은|큰|얇은|두꺼운|다른|틀린|엉뚱한|헌|구형|왼쪽|오른쪽)(?:거|것|게)(?:네|예요|에요|이에|이네|입니|왔|인데|던데)"
)
_NOT_GOOD: Final = searched(
    r"또|다시|여전|아직|계속|역시|그대로|마찬가지|새로(?:온|받은|보내)|새(?!해|벽|우|치|로|롭)[가-힣]{1,4}(?:도|마저|역시)(?=[가-힣])|새(?:상품|제품|거|것|걸|물건|로온거|로온것)(?:도|마저|역시|(?:을|를|로)?받)|(?<!다른)이것도"
    r"|여태|이제껏|지금까지|이때까지|입때|아즉|(?:온|받은|바꾼|바뀐|보내준)(?:것|거|게)?(?:도|마저)|이번(?:에도|것도|거도)"
    r"|해결(?:이|은)?(?:안|되지않|못)|다더니|다면서요|교환(?:품|상품|제품)(?:도|마저|역시)|교환(?:받은|해주신|해준|한거|한것|한게)|바꿔(?:주신|준|받은)(?!다)|보내주신"
)
_CAME_SO_AGAIN: Final = searched(
    r"(?:다시|새로|또|바꿔|교환해?|재배송)(?:온|왔는|받은|보내준|보내주신|보내신|도착한|주신)(?:것|거|게|건|상품|물건|옷|제품|애)?(?:도|마저|역시)"
    r"|(?:이번에?|요번에?)(?:온|받은|보내준|보내주신|도착한)?(?:것|거|애)(?:도|마저|역시)(?:또|다|전부|똑같|마찬가지|역시)"
    r"|새(?:거|것|제품|상품)(?:도|마저|역시)(?:똑같|또|마찬가지|역시)"
    # `새 유모차도 소리나요`
    r"|^(?:근데|아|어|하|저기요?)*새(?:로온|로받은|로보내주신)?[가-힣]{1,5}(?:도|마저|역시)(?:또|똑같이|마찬가지로)?[가-힣]{2,12}$"
    r"|(?:바꾼|바뀐|교환한)(?:것|거|게)(?:도|마저|역시)(?:또|똑같이|마찬가지로)"
    r"|(?:이번에도|또)(?!안)[가-힣A-Za-z0-9]{1,10}(?:이|가|로|으로|만)?(?:왔|옴|도착했|보내셨|보냈)"
)
ALL_RIGHT: Final = searched(
    r"(?:잘|빨리|일찍|금방|무사히|예쁘게|안전하게)(?:왔|도착|받|보내)|좋|예[쁘뻐]|이[쁘뻐]|맞[아네]|마음에들|만족|괜찮|감사|고마"
)
# What came in place of faulty goods is faulty too, or it is so for the second time.
_FAILS_AGAIN: Final = searched(
    # `또 다른 게 왔네요`; `또 다른 옷도 왔어요` came beside it.
    r"^(?:하|아|아니|와|진짜|이번에도|이번에|에휴|헐|네)*또(?:다시)?(?:다른(?:거|게|걸|색|사이즈|상품|제품|물건)|잘못|엉뚱한[가-힣]{1,3}|틀린[가-힣]{1,3})(?:이|가|을|를)?(?:왔(?!다)|와(?=서|있|버)|보내(?=셨|주셨|줬))|"
    r"^(?:하|아|아니|와|진짜|이번에도|이번에|에휴|헐|네)*또(?:다시)?(?:깨|부서|부러|찢|고장|불량|파손|터|새|상|젖|곰팡)[가-힣]{0,6}(?:왔|옴|났|네|어요|예요|이에)|"
    r"(?:지난번|저번|전)에도[가-힣]{0,8}(?:교환|환불|반품)(?:받|했)|"
    r"교환(?:해서|하고|으로)?(?:받은|온|해준|해주신|한|품|상품)(?:거|것|게|상품|제품|물건|[가-힣]{1,6})?(?:도|마저|역시|이또|가또|은또|는또)"
    r"|(?:바꿔|새로)(?:주신|준|받은|보내주신|보내준|온)(?:거|것|게|상품|제품|물건|[가-힣]{1,6})?(?:도|마저|역시|이또|가또)"
    r"|(?:두|세|네|몇|[2-9])번(?:이나|을|째)?(?:교환|교체|바꿨|바꿔)[가-힣]{0,10}?(?:또|여전|계속|마찬가지|똑같|도)"
    # `교환품 받았는데 이번엔 단추가 깨져 있어요`
    r"|교환(?:품|상품|제품)[가-힣]{0,3}(?:받았|받아|왔)[가-힣]{0,5}이번(?:엔|에는|에)[가-힣]{0,8}?(?:깨|부서|부러|찢|고장|불량|파손|터[졌진]|상했|떨어|뜯)"
    r"|교환(?:했|받았|해줬|해주셨)[가-힣]{0,6}?(?:또|여전|똑같)"
    # `세 번 다 그랬어요`
    r"|(?:[두세네]|[2-9])번(?:다|모두|연속(?:으로)?|연달아)(?:그[랬러]|이[랬러]|깨|똑같|불량|파손|잘못|다른)"
    r"|(?:벌써|이게|이번이|이번에|지금)?(?:두|세|네|[2-9])번째(?:나|로|예|에|이|입|불량|고장|파손|오배송)"
    # `또 같은 문제네요`, `매번 하나씩 모자라게 와요`
    r"|또(?:다시)?(?:같은|똑같은|이런)(?:문제|증상|하자|불량|일|상황)|(?:매번|번번이)(?!감사|잘)|(?:올|시킬|주문할|살|받을)때마다"
    r"|(?:저번|지난번|요전번?|전번|지난주|지난달)에도(?:이랬|이러|그랬|그러|똑같|같은)"
    r"|(?:저번|지난번|요전번?|전번)에도(?!잘)[가-힣0-9]{1,12}?(?:왔|왔었|받았|없었|샜|새서|깨|빠졌)"
)
_SO_OFTEN: Final = re.compile(
    r"(?:아니|진짜|정말|벌써|이게|이번이|이번에|지금|이러는게|이런게|여기서|이러시는게|이걸로|같은걸로)*(?:두|세|네|다섯|[2-9])번째(?:예요|이에요|에요|입니다|이?네요|인데요?|이?라고요|이?라구요|이?거든요)"
)
_IN_VAIN: Final = searched(
    r"(?:해|찾아|써|껐다켜|살펴|눌러|들어가)[가-힣]{0,3}봤[가-힣]{0,4}(?:똑같|안|못|없|마찬가지|그대로|소용)|그래도(?:안|똑같|못|없)"
    r"|(?:바꿔|해|다시해|껐다켜)도(?:똑같|안(?:돼|되|됩)|마찬가지|그대로)"
    r"|(?:바꿨|갈았|끼웠|꽂았|조였|닦았|빨았|껐다켰|설치했|교체했|업데이트했|초기화했|청소했|세탁했|충전했|환기했|말렸)는데도(?!잘|괜찮|돼|되네)"
    # `스프레이 뿌려도 소리 나요`
    r"|(?:뿌려|발라|조여|닦아|빨아|충전해|갈아|끼워|꽂아|눌러|설치해|교체해|세탁해|청소해|초기화해|업데이트해)도(?:계속|여전히|또|아직)?"
    r"(?!돼|되|될|됩|괜찮)[가-힣]{2,8}$"
    r"|(?:대로|보고|따라)(?:[가-힣]{0,6}했|조립|설치|연결|따라)[가-힣]{1,6}데[가-힣]{0,4}?(?:안|못|똑같)"
)


#: `이미 해봤어요`: nothing is said of how it went, but that it did not help.
_DID_AS_TOLD: Final = re.compile(
    r"(?:네|아|그거|그건|그것도|저도|저는|전|이미|벌써|다|아까|진작|그렇게|시키는대로|말씀(?:하신|해주신)대로|위에대로|안내대로)*"
    r"(?:이미|벌써|다|그거|그건|그것도|그렇게|대로|아까|진작)(?:다)?(?:해|확인해|시도해|찾아)?(?:봤|보았|했)"
    r"(?:어요|다고요?|다니까요?|는데요?|지요|죠|습니다|거든요|음|네요)"
)


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
    return reports_damage(text) or _is_another(text) or lacks_a_part(text)


def _is_another(text: str) -> bool:
    return got_another(text) or bool(_IS_ANOTHER.search(squash(text)))


@once
def came_and_is_wrong(text: str) -> bool:
    """Whether what was waited for is said to have come and to be wrong (`왔는데 색이 달라요`)."""
    came = _THEN_CAME.search(squash(text))
    wrong = came and (reports_problem(text) or reports_damage(text) or _is_another(text))
    return bool(wrong) and not (is_question(text) or is_late(text))


@once
def came_so_again(text: str) -> bool:
    """Whether what was sent anew came as the first one did (`다시 온 것도 네이비예요`)."""
    plain = squash(text)
    if not _CAME_SO_AGAIN.search(plain) or GLAD.search(plain):
        return False
    return not (is_question(text) or is_request(text) or ALL_RIGHT.search(plain))


def fails_again(text: str) -> bool:
    """Whether faulty or wrong goods are said to be no better the second time."""
    if not _FAILS_AGAIN.search(squash(text)) or is_question(text):
        return False
    faulty = reports_damage(text) or got_another(text) or is_short(text) or lacks_a_part(text)
    return faulty or reports_problem(text)


def counts_the_times(text: str) -> bool:
    """Whether a whole line says but how often it happened (`이번이 두 번째예요`)."""
    return bool(_SO_OFTEN.fullmatch(squash(text)))


def was_in_vain(text: str) -> bool:
    """Whether what was advised is said to have been tried in vain (`해 봤는데 똑같아요`)."""
    return bool(_IN_VAIN.search(squash(text)))


def did_as_told(text: str) -> bool:
    """Whether a whole line says that what was advised was done already (`이미 해봤어요`)."""
    return bool(_DID_AS_TOLD.fullmatch(squash(text)))
