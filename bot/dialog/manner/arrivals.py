"""Good news of goods: they came, turned up, work, or are seen on their way."""

from __future__ import annotations

import re
from typing import Final

from bot.dialog.manner.asking import asks_or_reports, is_question, is_request, reports_problem
from bot.dialog.manner.courtesy import BUT
from bot.dialog.words import squash
from bot.patterns import searched

# `아 방금 왔네요 죄송해요`: who sees that it came is sorry to have asked.
_PARDON: Final = searched(
    r"(?:ㅎ|ㅈㅅ|ㄳ|(?:죄송|미안)(?:해요|합니다|하네요)?|감사(?:해요|합니다)?)+$"
)
#: `방금 왔어요 됐습니다`: nothing more is wanted.
_ENOUGH: Final = searched(
    r"(?<=[요다네음])(?:이제|그럼|그냥|다|저는|전)*(?:됐(?:어요|습니다|네요)|괜찮(?:아요|습니다)|해결(?:됐|되었)(?:어요|습니다|네요))$"
)
# What was still to come: `하나 더 왔네요`, `나머지도 마저 왔어요`.
_THE_REST: Final = (
    r"(?:하나더|한개더|한박스더"
    r"|(?:나머지|남은거|남은것|남은박스|다른거|다른박스|두번째박스)(?:가|도|는)?|마저|전부|따로|별도로|다)"
)
_REST: Final = searched(
    r"더(?:왔|도착|받)|나머지|남은|다른(?:거|박스)|두번째|마저|전부|따로(?:왔|도착|받)|별도로|다(?:왔|도착|받)"
)
_ARRIVED: Final = searched(
    r"(?:초인종|벨|문앞|기사님|택배)[가-힣]{0,8}(?:왔|도착했)(?:어요|네요|습니다|음|다|어|대요?|다네요?)?$"
    r"|^(?:됐(?:어요|네요)|아|앗|엇|어|헉|오|네|방금|지금|이제(?:야)?|막|드디어|오늘|좀전에|택배(?:가)?|물건(?:이)?|상품(?:이)?"
    rf"|{_THE_REST})*(?:(?:왔|오셨|도착했|받았|들어왔)(?:어요|네요|네|대요|다네요|습니다|음|다|어|더라[고구]?요?)?)+(?:지금|방금|이제)?$"
    # `방금 왔는데요`; `어제 왔는데요` may hold against somebody what he said.
    r"|^(?:아|앗|어|헉|오|네|택배(?:가)?|물건(?:이)?|상품(?:이)?)*(?:방금|지금|막|드디어|이제야?)+(?:왔|도착했|받았)는데요?$"
    # `퇴근하니까 문 앞에 와 있네요`
    r"|^(?:아|앗|어|헉|오|네|방금|지금|오늘|벌써|이미|진짜|택배(?:가)?|물건(?:이)?|상품(?:이)?"
    r"|밖에|(?:퇴근하|오|와보|가보|나가|나가보|열어보|보|들어오|내려가보|확인하|확인해보)니까?|(?:우리집|저희집|집)?(?:현관|문|대문)?(?:앞|옆)에|(?:경비실|관리실|택배함|무인함|무인택배함|현관|집|회사|가게|매장)에(?:잘)?)*"
    r"(?:(?:와|도착해|놓여)|(?<=[앞옆]에)(?:그대로|잘)?|(?<=[실함관]에)(?:그대로|잘)?)있(?:네요?|어요|더라[고구]?요?|었(?:네|어)요|음|습니다|더군요)$"
    r"|(?:경비실|관리실|옆집|이웃|현관|택배함|무인함|보관함|스팸함|스팸메일함?|정크메일함?|메일함|문자함|문앞|가족|집사람|남편|아내|엄마|동생)(?:(?![안못])[가-힣]){0,6}(?:있었|있네|맡아|갖고계|가지고계|받아|받았"
    r"|뒀)"
    r"|^(?:아|네|방금|지금|오늘|제가|직접)*(?:가서|다녀와서|옆집에서|거기서)?찾아왔(?:어요|네요|습니다|음)$"
    # `남편이 차 트렁크에 넣어놨대요`
    r"|(?:식구|가족|집사람|와이프|아내|남편|신랑|엄마|어머니|아빠|아버지|부모님|할머니|할아버지|언니|누나|오빠|형|동생|아들|딸|아이|애|룸메(?:이트)?|친구|동료"
    r"|직장동료|경비|경비아저씨|이웃)(?:들)?(?:이|가|께서|분이|님이)[가-힣]{0,12}(?:놨|놓았|놓으셨|뒀|두었|두셨|챙겼|챙기셨|들였)(?!으면|다면)"
)
#: `사은품 왔어요^^`, `새 필터 잘 받았습니다`: what was sent, by its name.
_NAMED_CAME: Final = searched(
    r"^(?:아|오|네|와|방금|오늘|어제|드디어|보내주신)*(?P<goods>[가-힣]{1,8}?)(?:이|가|은|는|도|를|을)?"
    r"(?:잘|무사히|방금|오늘|어제|아까|드디어|다|벌써)*(?:왔|도착했|받았)(?:어요|네요?|습니다|음|어|답니다)[ㅎㅋ]*$"
)
#: `5팩이나 보내 주셨네요 감사합니다`, `사은품까지 넣어 주셨더라고요`
_MORE_CAME: Final = searched(
    r"^(?!.*(?:다른|딴|엉뚱|남의|또|잘못)).*(?:이나|까지|도|더|같이|함께|많이|넉넉히|푸짐하게|듬뿍)(?:더|같이|함께)?(?:보내|넣어|챙겨)(?:주셨|줬|주신)(?:네요?|어요|습니다|더라고요|더라구요)$"
)
#: `왔어요 취소문자`: the news goes first.
_CAME_WHAT: Final = re.compile(
    r"(?:(?:아|오|네|드디어|방금)\s?)*(?:왔|도착했|들어왔|받았)(?:어요|네요|습니다)\s"
    r"(?!근데|아직|언제|왜|안|못|다른|딴|이거|반품|교환|환불)[가-힣]{2,8}[\s.!~ㅎ^]*"
)
_GLAD_SIGN: Final = re.compile(r"\^\^|ㅎㅎ|[~!♥❤♡😊🙂👍🥰😍]|잘\s?(?:왔|도착|받)|무사히")
#: Another thing, or less of it.
_AMISS: Final = searched(
    r"다른|딴|엉뚱|남의|똑같|같은|또|만$|뿐|빈|헌|하나$|[한두세]개$|문자|연락|전화|답|광고|스팸|알림|^오늘도|^계속|^자꾸"
)
# What was missed lies there (`앗 박스 밑에 있네요`); `박스 안에 벌레가 있네요` is another matter.
_TURNED_UP: Final = searched(
    # `아 있다`
    r"^(?:아+|앗|어|엇)+(?:여기|거기|요기|이거)?있(?:다|네요?|었네요?|었다)$|"
    r"^(?:아|앗|엇|어|헉|오|네|있다|있었네|찾았다|죄송(?:해요|합니다|한데)?|찾아보니까?|다시보니까?|자세히보니까?|알고보니까?|보니까?|지금보니까?|뒤져보니까?)*"
    r"(?:택배|배송)?(?:박스|상자|봉투|포장(?:지)?|비닐|뽁뽁이|완충재|스티로폼|신문지|종이|서랍|소파|바닥|뚜껑|구석|차|현관|안|속|밑|옆|뒤|아래)(?:안|속"
    r"|밑|옆|뒤|사이|바닥|구석|아래)?(?:쪽)?(?:에|에서)(?:도|는)?"
    r"(?:다|같이|따로|붙어|들어|깔려|끼어|껴|숨어|숨겨져|떨어져)?(?:있(?:었)?(?:네요?|어요|습니다|더라고요|더라구요|음|군요)"
    r"|나왔(?:네요?|어요|습니다))$"
)
# What would not work works, by what was tried or by itself (`스위치 켜니까 되네요`).
_WORKS_NOW: Final = searched(
    # `볼트 조이니까 괜찮네요`, `청소했더니 나와요`
    r"(?:조이|조였|끼우|끼웠|꽂으|꽂았|닦으|닦았|돌리|돌렸|바꾸|바꿨|갈|갈았|청소하|청소했|충전하|충전했|껐다켜|껐다켰|말리|말렸|빨|빨았|맞추|맞췄|재부팅하|재부팅했|하라는대로하|하라는대로했|시키는대로하|시키는대로했)"
    r"(?:니까|니깐|니|더니)(?:이제|다시|잘|좀)*(?:괜찮|나[와오]|안흔들|안새|안나|멀쩡|잘[되돼]|정상)(?:아|네|아졌|아지|려요|려|요|습니다|되|돼|나)?[가-힣]{0,3}(?:요|다|음|용)?$|"
    r"(?:(?:니까|니깐|더니|고나니|고나니까|[아어해]보니|^)(?:아|앗|오|어|됐다|됐네|이제(?:는)?|지금은|다시|갑자기|저절로|잘)*(?:(?:결제|적용|로그인|주문|접속|쿠폰|카드)(?:이|가|도|은|는)?)?)"
    r"(?:되네|돼요|되요|됩니다|켜지네|켜져|켜집니다|나오네|들어오네|작동(?:하네|해|되네|돼|합니다)|움직이네|돌아가네|열리네|닫히네|열렸|닫혔|켜졌|빠졌|풀렸|들어갔|잠겼|잠기네|연결되네|연결돼|충전되네"
    r"|충전돼|눌리네|멀쩡하네|보이네|뜨네|(?<=됐다)(?:열림|닫힘|켜짐|나옴|됨)|^아?(?:열림|켜짐|작동됨))(?:어요|네요?|습니다|다|음)?(?:요|용)?(?:이제|그냥)?(?:됐어요|됐네요|됐습니다)?$"
)
#: It works for a moment, now and then, or only with help: nothing is mended.
_BARELY: Final = searched(
    r"가끔|잠깐|잠시|겨우|간신히|억지로|어쩌다|한번(?:은|만)|(?:두드|때리|치니|흔드|흔들|기울|잡고|누르고|붙잡|꽂고|여러번|몇번)|불안|걱정"
)
# What failed at the shop has gone through (`아 이제 결제됐네요`).
_SUCCEEDED: Final = searched(
    r"^(?:아|앗|오|어|네|됐다|됐네요?|된다|이제(?:야|는)?|지금(?:은)?|방금|(?:다른|딴)(?:카드|걸|거|방법|브라우저|폰|컴퓨터|앱|은행|페이|수단)(?:으?로)?(?:하니까?|했더니|바꾸니까?|결제하니까?)?|다시|다시(?:하|해보)니까?|조회|적용|결제|주문|로그인|접속|쿠폰|사이트|앱|이|가|는|도|잘|다|정상(?:적)?(?:으로)?)*"
    r"(?:됐|되었|되네|돼요|되요|됩니다|된다|들어가지네|들어가져|열리네|뜨네|나오네)(?:다|네|네요|어요|습니다|요|는군요|던데요)?(?:이제(?:는|야)?)?$"
    # `됐어요 계좌이체로 했어요`: it went another way.
    r"|^(?:아|네)*(?:됐어요|됐네요|그냥|결국|걍)+[가-힣]{2,8}로(?:결제|입금|주문)?했(?:어요|습니다|네요)$"
)
#: `하나는 취소됐네요 괜찮아요` of what was paid twice.
_UNDONE: Final = searched(
    r"(?:하나|한건|한번|한개|1건|[두2]번째|중복(?:결제|된거|건)?|이중결제)(?:은|는|이|가)?(?:자동|바로|다시|이미|그새|알아서)*(?:으로)?(?:취소|환불)(?:가|이)?(?:처리)?(?:됐|되었|된)"
    r"(?:네요?|어요|습니다|더라고요|더라구요|거네요)?(?:이제|그럼|그냥|저는|전)*(?:괜찮|됐어요|됐습니다|해결|감사|다행|안(?:하셔|해주셔|봐주셔)도)"
)
# `아 제가 잘못 봤네요`: nothing was wrong but how he looked at it; `착각하셨네요` is of the store.
_OWN_MISTAKE: Final = searched(
    r"(?:제가|내가|저희가|전|난)?(?:완전|좀|또)?(?:잘못(?:쟀|잰거|봤|본거|알았|알고있었|읽었|이해했|찾았)|잘못(?:조립|설치|끼웠|끼운|꽂|연결|눌렀|설정)(?:했|한거|은거)?|(?:조립|설치|연결|설정|사용|작동|조작)(?:을|를)?잘못(?:했|한거)|착각(?:했|한거|이었|하고있었)|헷갈렸|오해했"
    # `최소 금액이 있었네요 제가 못 봤어요`
    r"|(?:있|였|이었|있었|적혀있었|써있었)(?:네요|군요|구나)(?:제가|내가)(?:미처|잘|제대로|그걸)?(?:못봤|안봤|못읽었|안읽었|몰랐|놓쳤)"
    # `아 최소금액이 있네요`, `앗 쿠폰 기한이 지났네요`: he had not seen it (no food past it)
    r"|^(?:아+|앗|어|엇|헉|오)(?:최소(?:주문|결제)?금액|사용조건|조건|제외상품|한도)(?:이|가|은|는)?(?:따로)?(?:있(?:었)?)(?=(?:네요|군요|구나)(?!제가|내가))"
    r"|^(?:아+|앗|어|엇|헉|오)(?:쿠폰|포인트|적립금)(?:이|은)?(?:유효기간|사용기한|기한|기간)(?:이|가|은|는)?(?:이미|벌써|다)?(?:지났|넘었|끝났)었?(?=(?:네요|군요|구나)(?!제가|내가))"
    # `뚜껑을 안 닫아서 그런 거였네요`
    r"|(?:(?<![가-힣])(?!포장|검수|배송|발송|확인|검사|마감|관리|처리|응대|답변|기사|택배)[가-힣]{1,8}(?:을|를|이|가|도)?(?:제가)?(?:안|못|덜|잘못|반대로|거꾸로|깜빡하고)[가-힣]{1,5}(?:아|어|여|해|워|겨|져|려|켜|꿔)서)(?:(?:그런|그랬던|생긴|이랬던)거(?:였|이었|구|더)?(?:군|나)?|(?:그랬|이랬|안됐|안켜졌|안나왔)던?(?:거였|거)?)"
    # `방향이 틀렸었네`
    r"|(?:방향|순서|위치|전원|건전지|선|코드|뚜껑|앞뒤|위아래)(?:이|을|를|가)?(?:제가)?(?:반대로|거꾸로|잘못|뒤집어)?(?:틀렸었?|반대였|거꾸로였|꽂았었?|넣었었?|넣어놨었?|꼈었?|끼웠었?|안켰었?|안뺐었?|바뀌었었?)"
    r"|(?:사용법|방법|쓰는법|설명서?|안내문?)(?:을|를|도)?(?:잘|제대로)?(?:몰랐|못봤|안읽|안봤|못읽|못읽었|안읽었))"
    r"(?:네요?|어요|습니다|음|구나|군요|였네요?|였어요|나봐요|나보네요|같아요)"
)
#: `아 문양이네요 죄송합니다`: what looked like a fault.
_IS_BUT_THAT: Final = searched(
    r"^(?:아|앗|어|엇|다시보니|자세히보니까?|보니까?)+[가-힣]{1,8}?(?:이었네요|이네요|였네요|이군요)(?:제가)?(?:죄송|미안)(?:합니다|해요|하네요|합니당|해용)$"
)
# A number that was asked for stands there (`아 떴네요 됐어요`).
_SHOWS_NOW: Final = searched(
    r"^(?:아|앗|엇|어|오|네|이제(?:야)?|지금|방금|송장|번호|송장번호|운송장(?:번호)?|조회|배송조회|문자|이|가|는|도)*"
    r"(?:떴|뜨네|뜬다|떠요|나왔|나오네|나와요|보이네|보여요|찍혔|올라왔|등록됐|등록되었|조회되네|조회돼요)(?:어요|네요?|습니다|다|음|요)?(?:이제"
    r"|그럼)?(?:됐(?:어요|습니다|네요)|확인(?:됐|했)(?:어요|습니다|네요))?$"
)
#: `남편이 받아놨다고 하네요`: told by another, and no `but`.
_HEARSAY: Final = searched(r"다고(?:하|해|합)[가-힣]{0,4}$")
#: How it shall be done the next time (`방금 찾아왔어요 다음엔 조심해 주세요`).
_NEXT_TIME: Final = searched(
    r"\s(?:다음|담)(?:번에?는?|번엔|부터는?|부턴|엔|에는)\s[^\n]{1,20}(?:주세요|세요|해요)[.!~ㅠㅜ]*$"
)
#: `방금 왔는데요`: nothing follows.
_NO_MORE: Final = searched("(?<=[왔했았])는데요?$")
#: How long it took is forgiven (`오래 기다렸는데 오늘 왔어요`).
_TOOK_LONG: Final = searched(
    r"^(?:(?:너무|한참|오래|많이|계속|하도)*(?:기다렸는데|기다렸더니|기다렸다가|걸렸지만))"
)
_PRAISE: Final = (
    r"(?:(?:굿|굳|짱|최고|대박|나이스|야호|오예|만세|다행|와우|good|nice)(?:이다|이네요|이에요|예요|입니다|네요|요)?"
    r"|(?:정말|진짜|너무|넘)?(?:좋아요|좋네요|기뻐요|신나요)"
    r"|감사(?:합니다|해요|드려요)?|고마워요|고맙습니다|ㄱㅅ)"
)
#: What good news is said with (`방금 문앞에 왔네요!! 굿굿`).
GLAD: Final = searched(rf"^{_PRAISE}+|{_PRAISE}+$")


def has_arrived(text: str) -> bool:
    """Whether what was waited for is said to have come, or to have been found."""
    text = _NEXT_TIME.sub("", text)
    plain = _ENOUGH.sub("", _PARDON.sub("", squash(text)))
    plain = GLAD.sub("", _HEARSAY.sub("대요", plain))
    plain = _TOOK_LONG.sub("", plain)
    but = BUT.search(_NO_MORE.sub("", plain))
    return bool(_ARRIVED.search(plain)) and not (but or asks_or_reports(text))


def welcomes(text: str, *, awaited: bool) -> bool:
    """Whether goods that are called by name are said to have come, and gladly (`사은품 왔어요^^`).

    What was `awaited` needs no glad sign (`뚜껑 왔어요`).
    """
    if _CAME_WHAT.fullmatch(text.strip()):
        return not asks_or_reports(text)
    plain = GLAD.sub("", squash(text))
    if _MORE_CAME.search(plain) and GLAD.search(squash(text)):
        return not asks_or_reports(text)
    found = _NAMED_CAME.search(plain)
    if found is None or _AMISS.search(found["goods"]):
        return False
    glad = awaited or bool(_GLAD_SIGN.search(text) or GLAD.search(squash(text)))
    return glad and not (BUT.search(plain) or asks_or_reports(text))


def rest_has_arrived(text: str) -> bool:
    """Whether what was still to come is said to have come (`하나 더 왔네요`)."""
    return has_arrived(text) and bool(_REST.search(squash(text)))


def turned_up(text: str) -> bool:
    """Whether what was missed is said to have lain there all the while."""
    return bool(_TURNED_UP.search(_PARDON.sub("", squash(text)))) and not is_question(text)


def works_now(text: str) -> bool:
    """Whether what would not work is said to work."""
    plain = _PARDON.sub("", squash(text))
    if not _WORKS_NOW.search(plain) or _BARELY.search(plain):
        return False
    # `조였더니 되네요`: what helped is no other side of it.
    return not (BUT.search(_WORKS_NOW.sub("", plain)) or asks_or_reports(text))


def succeeded(text: str) -> bool:
    """Whether what failed at the shop, a payment or a coupon, is said to have gone through."""
    told = _SUCCEEDED.search(_PARDON.sub("", squash(text))) or _UNDONE.search(squash(text))
    return bool(told) and not is_question(text)


def was_own_mistake(text: str) -> bool:
    """Whether a trouble is said to have been none: he had misread it, or used it wrong."""
    if _IS_BUT_THAT.search(squash(text)) and not reports_problem(text):
        return True
    plain = _PARDON.sub("", squash(text))
    found = _OWN_MISTAKE.search(plain)
    if found is None or is_question(text) or BUT.search(plain):
        return False
    rest = plain[: found.start()] + plain[found.end() :]
    return not (reports_problem(rest) or is_request(rest))


def shows_now(text: str) -> bool:
    """Whether a number that was asked for, or a parcel's way, is said to be seen now."""
    plain = _PARDON.sub("", squash(text))
    return bool(_SHOWS_NOW.search(plain)) and not is_question(text)
