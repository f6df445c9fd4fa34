"""Who is content: goods are praised, and a slight blemish is told and let pass."""

from __future__ import annotations

import re
from typing import Final

from bot.dialog.manner.another import got_another
from bot.dialog.manner.asking import asks, is_request, reports_problem
from bot.dialog.manner.courtesy import is_thanks
from bot.dialog.manner.damage import reports_damage
from bot.dialog.manner.feelings import anger
from bot.dialog.manner.lateness import is_late
from bot.dialog.words import once, squash
from bot.patterns import searched

#: What goods are praised with, at the end of a clause.
_LIKES: Final = searched(
    r"(?:좋(?:아요|네요|습니다|았어요|음|긴하|긴한|은데|지만|고)|예[쁘뻐](?:요|네요|고|지만|긴|ㅂ니다)|이[쁘뻐](?:요|네요|고|지만|긴)|예쁩니다|이쁩니다"
    r"|(?:마음|맘)에(?:들어|드네|듭니다|쏙)|만족(?:해요|합니다|스러|이에요|입니다|하고|해서)?|귀(?:여워|엽[네습고])|멋(?:져|지네|집|있)"
    # `가격 비교해보니 여기가 싸네요`
    r"|여기가(?:제일|젤|훨씬|더|참|진짜)*(?:싸|저렴하|좋)네|가격(?:이|도)?(?:참|너무|진짜|정말)*(?:착하|저렴하|싸)네"
    r"|포근(?:해|하)|따뜻(?:해요|하네|합니다|하고)|부드(?:러워|러우|럽)|폭신(?:해|하)|맛있(?:어요|네요|습니다|게)"
    r"|(?:잘|딱|꼭)맞(?:아요|네요|습니다|아서|고)"
    r"|괜찮(?:아요|네요|습니다|은데|지만|긴|고)|무난해|편(?:해요|하네요|합니다)|최고|대박|짱|굿"
    r"|(?<!불)(?<!안)친절(?:하시네|하네|하셔|했어|하셨|합니다|해요|하더라)|재구매(?!할인|쿠폰|혜택)|칭찬(?:하|드리|해드|합니)|감동(?:이에요|이네요|받|했|입니|적|이다)|별점(?:은|도)?(?:5|다섯)(?:개|점)?(?:를|을)?(?:드렸|드릴|줬|남겼|드려)|또(?:살|주문할|구매할|시킬|올)[게께]"
    r"|추천(?:해요|합니다|할게요|하고싶)|완벽(?:해|하네|하게|합니다)|빠르(?:네|고|게(?:왔|도착|받))|빨라(?:요|서)|빨랐|총알배송|(?:하루|이틀)만에(?:왔|도착했|받았)(?:어|네|습|음)"
    r"|(?:사진|설명|화면|그림)(?:이랑|이?하고|과|와|처럼|대로)?(?:완전|진짜|정말)?(?:똑같|그대로)(?:아요|네요|습니다|이?에요|예요|고)|미쳤(?:다|어요|네요)|잘(?:산듯|샀|산것|받았|왔|도착했|쓸게|쓰고|쓰겠|입을게|입고|먹을게|먹고|사용할|사용하|(?:신|마시|바르|끼|읽)고)|감사|고마)"
)
_ENDING: Final = (
    r"(?:[가-힣]{0,8}(?:었|았|했|렸|졌|겼|눌|헐)[가-힣]{0,6}|[가-힣]{0,10}(?:지만|는데|은데|긴))"
)
#: What is told and let pass: a wrapping that suffered, a parcel that took its time.
_SLIGHT: Final = searched(
    rf"(?:배송|택배|도착|오는(?:게|데|거)|받는데)(?:이|은|가|는|도)?(?:좀|조금|살짝|약간|생각보다|많이)*(?:늦|느리|느렸|느린|오래"
    rf"|걸렸){_ENDING}?"
    r"|(?:좀|조금|살짝|약간|며칠)*늦게(?:왔|도착|받|오)"
    rf"|(?:겉)?(?:포장|박스|상자|비닐|쇼핑백|봉투)(?:지)?(?:이|은|가|는|도)?(?:좀|조금|살짝|약간)*(?:뜯[겨긴겼]|찢|구겨|찌그|눌|터[졌져]|젖"
    rf"|허술|부실|아쉬|별로){_ENDING}?"
)
_CLAUSES: Final = searched(
    r"(?<=지만)[\s,]*|(?<=[는은인]데)[\s,]+|(?<=더니)\s|(?<=고)\s|[.!~,\n♡♥^]+|(?<=[요음임함다듯])\s"
)
#: Goods are what they were said or shown to be (`면이라더니 진짜 면이네요`).
_AS_TOLD: Final = searched(
    r"([가-힣]{1,6}?)이?(?:라|다)(?:고|더니)[가-힣 ]{0,10}(?:진짜|정말|역시)로? ?"
    r"\1(?! ?(?:아니|안|맞))[가-힣]{0,4}"
    r"|(?:사진|설명|화면|그림)(?:이랑|이?하고|과|와|처럼|대로)? ?(?:완전|진짜|정말)?"
    r" ?(?:똑같|그대로)(?:이|히|아요|네요|습니다|이?에요|예요|고)(?: ?왔어요)?"
    r"|너무하다 ?싶을 ?(?:정도|만큼)로?"
)
#: Something is wanted, or meant of what is to come.
_WANTS: Final = searched(
    r"교환|환불|반품|취소|재고|재입고|보상|언제|아직|안[왔와오]|못받|하나(?:가|만|는)|나머지"
)
#: A worry that was for nothing.
_WORRIED: Final = re.compile(r"[가-힣]{0,12}걱정(?:을)?(?:많이)?(?:했|하)[가-힣]{1,5}")
#: Letters of the bare name of goods.
_A_NAME: Final = 4
#: `괜찮아요` alone is an answer, not an opinion.
_LEAST: Final = 6


@once
def tells_a_blemish(text: str) -> bool:
    """Whether something slight was amiss with the way or the wrapping (`배송이 좀 느렸어요`)."""
    return bool(_SLIGHT.search(squash(text)))


#: A sentence that goes on in the next bubble.
_GOES_ON: Final = searched(r"(?:[는은인쁜운한]데|지만)$")
#: `유상이어도 괜찮아요` agrees to that, and praises nothing.
_CONSENTS: Final = searched(r"(?:[어아여해돼]도|라도)(?:저는|전|다|전혀)?(?:괜찮|상관없|무관)")


@once
def is_content(text: str) -> bool:
    """Whether somebody praises goods and wants nothing, perhaps beside a blemish he lets pass."""
    plain = squash(text)
    if _CONSENTS.search(plain):
        return False
    if _GOES_ON.search(plain):
        return False  # `소파는 잘 왔는데`: the next bubble tells what is not
    if len(plain) < _LEAST or not _LIKES.search(plain) or _WANTS.search(plain):
        return False
    # `포장 괜찮아요? 인스타에 올릴 건데`
    first = text[: text.rindex("?") + 1] if "?" in text else ""
    if asks(text) or asks(first) or is_late(text) or got_another(text) or anger(text):
        return False
    told = _CLAUSES.split(_AS_TOLD.sub("", text))
    clauses = [clause for part in told if (clause := squash(part))]
    return all(_is_harmless(clause) for clause in clauses)


def _is_harmless(clause: str) -> bool:
    """Whether a clause praises, thanks, or tells of nothing but a blemish."""
    if _SLIGHT.search(clause):
        return not reports_damage(_SLIGHT.sub("", clause))
    if reports_problem(clause) or reports_damage(clause):
        return False
    plain = len(clause) <= _A_NAME or _LIKES.search(clause) or is_thanks(clause)
    plain = plain or bool(_WORRIED.fullmatch(clause))
    return bool(plain) and not is_request(_LIKES.sub("", clause))
