"""What is thought of a service that was had: under a satisfaction question it is the comment."""

from __future__ import annotations

import re
from typing import Final

from bot.dialog.manner.anew import happens_again
from bot.dialog.manner.asking import asks, is_request, reports_problem
from bot.dialog.manner.damage import reports_damage
from bot.dialog.manner.lateness import is_late
from bot.dialog.words import once, squash
from bot.patterns import searched

_JUDGING: Final = (
    r"좋(?:았|아|네|습|은|고|더|던|긴|지만)|나쁘|나빴|별로|최고|최악|불?만족|보통|그저그|그냥그|그럭저럭|쏘쏘|(?<!쇼)굿|아쉬[웠워운]|아쉽|괜찮|불?친절"
    r"|빨랐|빨라|빠르|빠른|신속"
    r"|느렸|느려|느리|느린|늦|오래걸|질질|답답|생각보다|기대|허술|꼼꼼|정성|성의|깔끔|완벽|훌륭|감동|실망|불편|편했|편하|편리|(?:마음|맘)에(?:들|안)|예쁘"
    r"|예뻐|이쁘|이뻐|추천|재구매|또(?:살|이용|주문)"
    r"|정확|자세|무난|고생|엉성|엉망|부실|대충|걱정|미흡|서운|섭섭|귀찮|번거|성급|든든|시원|짜증|황당|어이없|지쳤|지치|그냥저냥|형편없|후졌|후짐|무성의|믿음|신뢰"
    r"|만족"
)
#: Staff who answer like a machine.
_LIKE_A_MACHINE: Final = (
    r"(?:챗?봇|(?<![탁식장동])기계|로봇|매크로|자동응답|앵무새|ai)(?:이?랑|하고|처럼|같이|마냥)?[가-힣]{0,6}?(?:같|적|느낌|인줄|듯|얘기|이야기"
    r"|대화|말|답)"
    r"|복붙|복사해서붙|영혼(?:이|도)?없|형식적|매뉴얼(?:대로|만|적)"
)
#: Who will not come back, or tells the store how not to trade.
_NEVER_AGAIN: Final = (
    r"(?:다시는|다신|두번다시|앞으로(?:는|다시는)?|이제|여기서?)(?:여기서?|절대|다시는?)*(?:안(?:사(?!이)|살|시켜|시킬|이용)|못믿|거[르를]|이용안"
    r"|구매안|주문안)"
    r"|(?:이런식|이딴식|이렇게)(?:으로)?(?:일|운영|응대|영업)(?:을|를)?(?:하지|하시지)(?:마|말)"
    r"|장사(?:를|을)?[가-힣]{0,6}(?:하지(?:마|말)|접|그만|때려|하시네|하네)"
)
_SORRY: Final = r"(?:사과|(?:죄송|미안)하다는(?:말|소리|얘기))"
_NO_APOLOGY: Final = (
    rf"{_SORRY}(?:는커녕|한마디|한번|조차|라도|도|를|는)*(?:없|안하|안했|받지도|못받)"
    # `사과라도 한마디 하셔야죠`
    rf"|{_SORRY}(?:한마디|한번|라도|는|부터|정도)+(?:하셔야|해야|하시는게|하는게|있어야|하셨어야|했어야)"
)
#: `사과도 없나요`: asked, and meant as a reproach.
_UNSAID_IN_ANGER: Final = searched(
    rf"{_SORRY}(?:는커녕|한마디(?:도|가)?|조차|도|는)(?:왜)?(?:없|안하|안해)"
    "(?:나요|어요|습니까|냐고?요?|(?:으)?세요|(?:으)?시(?:네요|나요|는(?:거예요|건가요))|(?:으)?십니까"
    "|주시나요|주세요)$"
)
_FAREWELL: Final = searched(_NEVER_AGAIN)
_JUDGES: Final = searched(rf"{_JUDGING}|{_LIKE_A_MACHINE}|{_NEVER_AGAIN}|{_NO_APOLOGY}")
_UNSAID: Final = searched(_NO_APOLOGY)
#: An opinion is the last word of a line, whatever trouble the line begins with.
_ENDS_IN_IT: Final = searched(rf"(?:{_JUDGES.pattern})[가-힣]{{0,6}}$")
#: `이제 와서요?`: it came too late, and is blamed for that.
_TOO_LATE: Final = re.compile(
    r"(?:참|진짜|하|와|아|거)*(?:이제와서|인제와서|이제서야|빨리도|일찍도)(?:요|[가-힣]{0,8}(?:네요?|시네|군요?|냐))?"
)
_MIDDLING: Final = re.compile(r"(?:음|그냥|뭐|한)*중간(?:정도|쯤|이요|이에요|요|은|는)*")
_NEXT_TIME: Final = searched(
    r"(?:다음|담)(?:번|부터|부턴|엔|에는|에|부터는)|앞으로|말(?:을)?좀?맞[추춰]|교육(?:을)?좀|(?:똑바로|제대로)(?:좀)?하(?:세|시)|꼼꼼|신경|개선"
    r"|더(?:욱)?(?:빨리|빠르|친절|잘|좋)|친절(?:하게|히)"
)
# `환불해 주셔서`: what was done, and is wanted no more.
_DONE_FOR_ME: Final = searched(r"[가-힣]{0,6}(?:해|하여)?(?:주|줘)(?:셔서|서|시고|신|시니|셨)")
#: `이런 걸 팔면 안 되죠`, `이게 맞나요`: it has the form of a question, and wants no answer.
_REPROACH: Final = searched(
    r"(?:면|서는|(?:으)?로는?|어선|아선)(?:안|곤란|어떡)(?:되|돼|하)?(?:죠|지요|지않나요|는거아닌가요|는거아니에요|는거잖아요|자나요)$"
    r"|^(?:아니)?이게(?:진짜|정말)?(?:맞나요|말이되나요|말이돼요|정상인가요|정상이에요)$"
    # `이쯤 되면 포장 방법을 바꾸셔야죠`, `돈도 안 돌려주고 물건만 보내면 어떡해요`
    r"|(?:하|바꾸|보내|주|고치|만드|챙기|지키)셔야(?:죠|지요|지|하는거아니|되는거아니)[가-힣]{0,3}$"
    r"|(?:보내|주|팔)면(?:은)?(?:진짜|대체|도대체)?어떡(?:해요|합니까|하라)[가-힣]{0,4}$"
    # `대충 싸서 보내시면 어떡해요`
    r"|시면(?:은)?(?:진짜|대체|도대체)?(?:어떡|어뜩|어쩌|어떻게(?:해|하|합))[가-힣]{0,6}$"
    # `이렇게 짧은 걸 파는 게 말이 되나요`
    r"|[는은던](?:게|거|건|것이)(?:진짜|정말|대체)?(?:말이(?:나)?(?:되|돼|됩)|정상(?:인가|이에|이죠|입니)|어디있[나어])[가-힣]{0,4}$"
    r"|(?:파|보내|처리하|응대하|장사하|운영하)는(?:게|거|건)(?:가)?(?:진짜|정말)?맞(?:나요|아요|는건가요|습니까|는지)$"
    r"|(?:이게|이걸|이런게|이정도가)[가-힣0-9]{2,14}일(?:인가요|인가|이에요|입니까|이냐)$"
    # `알고 판 거 아니에요?`
    r"|알(?:고|면서)(?:도)?(?:그냥|일부러)?(?:판|파신|파는|보낸|보내신)(?:거|것|게)(?:아니|아닌)[가-힣]{1,4}$"
    # `왜 미리 안 알려 주셨어요`
    r"|왜(?:미리|진작|먼저|사전에|아무)[가-힣]{0,10}?(?:안|못)[가-힣]{1,6}(?:어요|나요|습니까|죠|는데요)$"
    r"|(?:너무|심)한?(?:하신)?(?:거|것)아닌?(?:가요|니에요|닌가)$|너무하시(?:네요|잖아요)$"
)
_SLOW_OR_RUDE: Final = searched(r"늦|지연|불친절|반말|무시|성의|부족|모자라|끊")


@once
def is_opinion(text: str) -> bool:
    """Whether a line judges what was done, and neither asks nor wants nor reports anything new."""
    plain = squash(text)
    if _TOO_LATE.fullmatch(plain) or _MIDDLING.fullmatch(plain):
        return True
    if not _JUDGES.search(plain) or asks(text) or happens_again(_FAREWELL.sub("", plain)):
        return False
    rest = _DONE_FOR_ME.sub("", plain)
    if is_request(rest) and not wishes_better(text):
        return False
    if _ENDS_IN_IT.search(plain) and not is_late(text):
        return True
    return not (reports_damage(text) or reports_problem(_SLOW_OR_RUDE.sub("", plain)))


def misses_an_apology(text: str) -> bool:
    """Whether nobody is said to have been sorry (`녹은 걸 보내 놓고 사과도 없고`)."""
    return bool(_UNSAID.search(squash(text))) and not asks(text)


def asks_for_sorry(text: str) -> bool:
    """Whether it is reproached in a question that nobody was sorry (`사과도 없나요`)."""
    return bool(_UNSAID_IN_ANGER.search(squash(text)))


def reproaches(text: str) -> bool:
    """Whether a line only blames, be it as a question (`이런 걸 팔면 안 되죠`)."""
    return bool(_REPROACH.search(squash(text)))


def wishes_better(text: str) -> bool:
    """Whether it is said how it shall be done the next time (`다음엔 빠뜨리지 마세요`)."""
    return bool(_NEXT_TIME.search(squash(text)))
