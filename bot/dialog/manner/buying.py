"""Who will order now, later or not at all: he asked before he buys, and wants nothing done."""

from __future__ import annotations

import re
from typing import Final

from bot.dialog.words import once, squash
from bot.patterns import searched

#: What may stand before it: that he understood, and when or how he will do it.
_LEADS: Final = (
    r"(?:에이|아이고|이런|오늘|저녁에|아항|아하|아(?!쉽)|오케이|오키|오호|오|네|넵|넹|예|음|흠|굿|글쿤요?|글쿠나|그렇군요|그렇구나|그러네요|그러쿤요|ㅇㅋ|좋네요|좋아요|좋습니다|괜찮네요|다행이네요|알겠(?:어요|습니다)|알았어요"
    r"|감사(?:합니다|해요|드려요)|고마워요|그럼|그러면|그래도|그냥|걍|일단|우선|바로|지금|얼른|당장|빨리|이따가?|나중에|담에|다음에|다시|내일|주말에|담주에|다음주에|이번주에"
    r"|(?:월급|쿠폰|적립금)(?:날|받고|들어오면|나오면)|한번|제가|저는?|좀더|좀|조금더|더|(?:생각|고민|상의|비교|확인)(?:좀|을)?(?:해)?(?:보고|하고)(?:나서)?"
    r"|(?:남편|아내|와이프|친구|엄마|언니)(?:이?랑|한테|하고)(?:상의하고|물어보고|얘기하고)"
    r"|보고|믿고|온라인으로|네이버에서|여기서|사이트에서|앱에서|맘편히|안심하고|재입고되면|들어오면|입고되면)*+"
)
#: What it will be, if he says so.
_GOODS: Final = (
    r"(?:(?:그|이|저)(?:거|것|걸)(?:으?로)?|그대로|그렇게|이대로|둘다|세트로|같이|하나|한개|두개|세개"
    r"|(?!(?:취소|환불|반품|교환|안|못|다른|새로|대량|단체)).{1,8}?(?:으?로|을|를|도)?)?"
)
_ENDS: Final = (
    r"(?:[게께](?:요|용|욤|여)?|래요?|려고요?|려구요?|겠습니다|겠어요"
    r"|듯(?:해요|요|합니다)?|거(?:예요|에요|같아요))"
)
_THANKS: Final = (
    r"(?:감사(?:합니다|해요|드려요)|고마워요|고맙습니다|수고(?:하세요|하십시오)|ㄳ|ㄱㅅ|요)?"
)
_WILL_BUY: Final = re.compile(
    rf"{_LEADS}{_GOODS}{_LEADS}(?:(?:살|사볼|(?:주문|구매|구입|결제)(?:을|를)?(?:할|해볼|넣을|하러갈)|시킬|시켜볼|담아둘|담을|지를){_ENDS}"
    r"|(?:주문|구매|구입|결제)하겠(?:습니다|어요)"
    r"|(?:주문|구매|결제)(?:을|를)?(?:바로)?(?:들어갑니다|들어갈게요|갑니다|고고|합니다|하러(?:가요|갑니다))"
    rf"|(?:사|질러|주문해|구매해|시켜)야(?:겠|지|죠)[가-힣]{{0,4}}){_THANKS}"
)
#: `그럼 120으로 할게요`: which of them it will be.
_SETTLES_ON: Final = re.compile(
    rf"{_LEADS}(?!(?:취소|환불|반품|교환|예약)).{{1,10}}?(?:으로|로){_LEADS}(?:할|갈|결정할|정할|골라볼|사볼|살){_ENDS}{_THANKS}"
)
#: `안 살래요 그럼`, `포기할게요`: nothing was bought yet.
_WONT_BUY: Final = re.compile(
    rf"{_LEADS}(?:이번엔|이번에는|이번은|이건|그건)?(?:(?:안|못)(?:살|사|시킬|시키|주문할|구매할)(?:[게께]요?|래요?|겠(?:네요?|어요|습니다)|려고요?|는걸로)"
    rf"|(?:포기|패스|보류)(?:할[게께]요?|해야겠[가-힣]{{1,3}}|하겠습니다|요)|(?:안|못)되겠(?:네요?|어요|습니다)|아쉽(?:네요?|지만)|어쩔수없(?:네요?|죠)){_LEADS}{_THANKS}"
)
#: `한국 친구집으로 보낼게요`: where he will have it sent, of what is not ordered yet.
_SENDS_THERE: Final = searched(
    r"^(?:.{1,14}?)(?:집|댁|회사|사무실|주소|국내|한국|육지|편의점|택배|배송|우편)(?:으로|로)(?:그냥)?(?:보낼|시킬|주문할|받을|부칠|할)(?:[게께]요?|래요|려고요?|겠습니다)"
    rf"{_THANKS}$"
)
#: `아직 주문 전인데요`, `살까 고민 중인데요`: what he wants to know comes in the next line.
_YET_TO_ORDER: Final = re.compile(
    r"(?:안녕하세요|저기요?|혹시|제가|저는?|네|아(?!직)|지금|이거|그거|상품|제품)*+(?:.{1,8}?(?:을|를|은|는)?)?"
    r"(?:아직(?:은)?(?:주문|구매|결제)?(?:하기)?(?:은|는|을|를)?(?:전|안(?:했|샀|한|산)|못했)|(?:주문|구매|구입|결제)(?:하기)?전|사기전|(?:살까|구매|구입|주문)(?:할까)?(?:말까)?(?:고민|생각|고려)(?:중|하고있)"
    r"|(?:사|구매하|구입하|주문하)(?:려고|려구)(?:하|생각중|고민중)?"
    r"|(?:보고있|보는중|구경하|구경중|찾고있|알아보고있|알아보는중|관심(?:이|있|가져|가지고)|눈여겨보)(?:있|고있|다가|어)?)"
    r"(?:이?에요|예요|입니다|습니다|인데요?|어서요?|이라(?:서요?)?|는데요?|어요|거든요|이거든요|요)?"
    r"(?:에|이라)?(?:그냥|뭐|몇가지|하나|좀|혹시)*(?:궁금한(?:게|점이?)(?:좀)?있어서요?|궁금한(?:게|점이?)(?:좀)?있는데요?|궁금해서(?:요|물어봤어요)?|여쭤볼게요|물어볼게요|물어본거예요|문의드려요|여쭤봅니다|질문좀요)?"
)
#: `그럼 그냥 보내주세요` behind what cannot be done otherwise.
_AS_IT_IS: Final = re.compile(
    r"(?:아|네|넵|그럼|그러면|음|일단|됐고|됐어요|괜찮아요)*+(?:그냥|걍|그대로|원래대로|택배로|하던대로)+(?:다)?(?:보내|배송해|진행해|출고해|발송해)(?:주세요|주시면(?:돼요|됩니다)|줘요|주십시오)"
)


@once
def will_buy(text: str) -> bool:
    """Whether a whole line says that he will order, be it later, and no more (`일단 살게요`)."""
    return bool(_WILL_BUY.fullmatch(squash(text)))


def settles_on(text: str) -> bool:
    """Whether a whole line says which one it will be (`그럼 120으로 할게요`)."""
    return bool(_SETTLES_ON.fullmatch(squash(text)))


def wont_buy(text: str) -> bool:
    """Whether a whole line says that he will not order after what he heard (`그럼 안 살래요`)."""
    return bool(_WONT_BUY.fullmatch(squash(text)))


def sends_it_there(text: str) -> bool:
    """Whether a line says where he will have sent what he orders (`친구 집으로 보낼게요`)."""
    return bool(_SENDS_THERE.search(squash(text)))


def has_yet_to_order(text: str) -> bool:
    """Whether a whole line says that nothing was ordered yet, and asks nothing."""
    return bool(_YET_TO_ORDER.fullmatch(squash(text)))


def lets_it_come(text: str) -> bool:
    """Whether a whole line wants an order sent as it is (`그럼 그냥 보내주세요`)."""
    return bool(_AS_IT_IS.fullmatch(squash(text)))
