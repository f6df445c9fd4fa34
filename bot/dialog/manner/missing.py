"""Some of what was bought is missing: fewer, less, a part, what comes along with it."""

from __future__ import annotations

import re
from typing import Final

from bot.dialog.manner.asking import asks, is_question
from bot.dialog.words import says, squash
from bot.patterns import searched

# `5키로 샀는데 재 보니 4.2키로`: two weights, and scales.
_SHORT_WEIGHT: Final = searched(
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
_BESIDE_GOODS: Final = searched(
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
# Some of it is not there; the rest needs neither exchange nor refund.
_MISSING: Final = searched(
    r"(?:(?<!첫)(?<!반)하나|[한두세네열]개|(?:[0-9]+|[한두세네])(?:벌|켤레|통|캔|자루|쌍|포|짝)"
    r"|[0-9]+(?:개|장|병|봉|팩|권|박스|세트|매|알)|[한두세네]?(?:장|병|봉|팩|권|박스|세트)|한짝|한쪽|반(?:박스|상자|통|봉지|포대)?|본품|일부)(?:씩)?(?:만|밖에)(?:왔"
    r"|와|옴|오고|들어|있|없|안|보내|도착|배송)"
    r"|(?:뜯어보니|열어보니|안에|상자에|박스에|봉투에)(?:는|도)?(?:안에)?(?:아무것도|내용물(?:이|도)?|물건(?:이|도)?|상품(?:이|도)?)(?:없|안들)"
    r"|(?:한짝|한쪽)(?:이|은)?(?:없(?!나|을)|안(?:왔|들어|보)|빠[졌져])"
    r"|(?:달라고|신청|요청|추가)(?:했|드렸)는데[가-힣]{0,6}(?:안들어|빠[졌져]|없(?:어요|네요|습니다))"
    r"|중(?:에|에서)?(?:[0-9]+|[한두세네])(?:개|장|병|봉|팩|권|박스|세트|벌|켤레|쌍|캔|통|포|짝)만(?:요|이요|용)?$"
    r"|(?:수량|개수|갯수)(?:이|가|도)?(?:안맞(?:아|네|는데|음|습)|모자라|모자란|부족)"
    # `같이 시킨 것 중에 양말만 먼저 왔네요`
    r"|(?:같이|함께|한번에|한꺼번에)?(?:시킨|주문한|산|구매한|결제한)(?:것|거|것들|상품|[0-9]+개|[두세네]개)?중에?(?:서)?[가-힣a-z0-9]{1,8}만(?:먼저)?(?:왔|도착했|배송됐|옴)"
    rf"|누락|(?:{_PARTS}|cd|시디|답지|카드|덤|선물|하나|한개|[0-9]개)(?:이|가|은|는|도|중|만)?(?:하나|한개|두개|[0-9]개)?(?:가|이"
    rf"|도)?(?:빠(?:졌|진|져(?!요|버))|없이(?:왔|옴|와|배송)|(?<!하나도)(?<!개도)안(?:왔|들어|들었|보이|보내|옴|와요)|모자|부족|덜(?!렁|그럭|컹|컥|덜))"
    r"|(?:하나|한개|[0-9]개|[두세네]개)(?:가|이)?(?:없이|모자|부족|덜|비어|비네|비는데|빈다|비었|빕니|안들어)|덜(?:왔|보내|들어)"
    r"|(?:넣어|챙겨|같이|함께)(?:준다|주신다|보내준다|보낸다)(?:더니|고하더니|면서|고했는데|고해놓고)(?:왜)?(?:하나도|아예|아무것도)*(?:없|안)"
    # `수건 10장 샀는데 9장 왔어요`
    r"|(?:[0-9]+|[한두세네])(?P<unit>개|장|병|봉|팩|권|박스|벌|켤레|통|캔|포)(?:를|을)?(?:샀|시켰|주문했|구매했|결제했)(?:는데|더니)(?:[0-9]+|[한두세네])(?P=unit)(?:가|이|만)?(?:왔|들어|도착|있)"
    # `텐트 폴대가 하나 없어요`
    r"|(?!.*(?:재고|연락|내역|답|택배))[가-힣](?:이|가)(?:하나|한개|한쪽|두개|세개|[0-9]개)(?:가|이)?(?:없(?:어요|네요|습니다|음|는데|는거같)|비네|빈다|모자라)"
    # `문제집 시켰는데 답지가 없어요`
    r"|(?:샀|시켰|받았|주문했|구매했|뜯었)(?:는데|더니)(?!.*(?:송장|택배|물건|상품|제품|답장|답변|답이|연락|소식|문자|내역|번호|기사|버튼|재고|조회|취소|환불|메뉴|링크))[가-힣a-z0-9]{1,10}(?:이|가|은|는|도)(?:하나도|아예|또|통째로)?없(?:어요|네|음|습니다|는데|다)"
    r"|(?:사은품|증정품|덤|쇼핑백)[가-힣]{0,3}?(?:준|주신|넣어준|챙겨준)다(?:던|는|고한|고하신)[가-힣]{1,8}(?:이|가|은|는|도)(?:없|안(?:왔|들|보))"
    r"|(?:사은품|증정품|덤|쇼핑백)[가-힣]{0,3}?(?:준|주신|넣어준|챙겨준)다(?:더니|면서|고[가-힣]{1,4}데)(?:왜)?(?:없|안(?:왔|들))"
    r"|(?:설명서|보증서|나사|부품|구성품|사은품|증정품|케이블|충전기|리모컨|뚜껑|건전지|단추|벨트|볼트|너트|어댑터|아답터|메시지카드|축하카드|손편지|쇼핑백|(?:신발|허리|후드|마스크)?끈|날개|받침대?|부속품?|바퀴|손잡이|필터|육각렌치|렌치)(?:하나|한개|두개|[0-9]개)?(?:이|가|도)?(?:또|아예"
    r"|하나도)?없(?:어요|어서|네요|습니다|음|는데|는거같|이왔|이옴)"
)
#: What is left out and in no parcel (`세금계산서 발급이 누락됐습니다`).
_LEFT_OUT: Final = searched(
    r"(?:영수증|계산서|명세서|증빙|주문|결제|입금|발행|발급|접수|적립|환불|문의|답변|신청|안내|연락|처리)[가-힣]{0,4}누락"
)
# `수저 9벌만 왔어요`: counted, or one of a pair.
_TOO_FEW: Final = searched(
    r"(?:[0-9]+|[한두세네])(?:개|장|병|봉|팩|권|박스|세트|벌|켤레|쌍|캔|통|포|짝)(?:만|밖에안)(?:왔|와있|들어|도착)"
    r"|(?:한짝|한쪽)(?:이|은)?(?:없|안(?:왔|들어)|빠[졌져])"
    r"|(?:달라고|신청|요청|추가)(?:했|드렸)는데[가-힣]{0,6}(?:안들어|빠[졌져])"
    r"|(?:한짝|한쪽)만(?:왔|와있|들어|옴)"
)


#: A screw that is out may be loose, or never came.
_IS_OUT: Final = searched(
    rf"{_PARTS}(?:이|가|은|는|도|중에?)?{_SO_MANY}?(?:이|가|은|는|도)?빠[졌져]"
)


def part_is_out(text: str) -> bool:
    """Whether a part is told to be out (`나사가 두 개 빠져 있어요`): it can be sent, either way."""
    return bool(_IS_OUT.search(squash(text)))


def lacks_beside(plain: str) -> bool:
    """Whether what comes along with goods did not (`사은품이 안 왔어요`): the goods did."""
    return bool(_BESIDE_GOODS.search(plain))


def is_short(text: str) -> bool:
    """Whether goods were weighed, and there is less than was bought."""
    return bool(_SHORT_WEIGHT.search(squash(text))) and not is_question(text)


def lacks_a_part(text: str) -> bool:
    """Whether some of what was bought is missing (`네 개 중에 세 개만 왔어요`): it can be sent."""
    plain = squash(text)
    if "누락" in plain and _LEFT_OUT.search(plain):
        return False
    return bool(_MISSING.search(plain)) or rest_came(plain)


def rest_came(plain: str) -> bool:
    # `안` is in every such line, and quicker to look for.
    return "안" in plain and bool(_REST_CAME.match(plain))


def came_too_few(text: str) -> bool:
    """Whether fewer came than were bought (`수저 9벌만 왔어요`), and no part is broken."""
    return says(_TOO_FEW, text) and not asks(text)
