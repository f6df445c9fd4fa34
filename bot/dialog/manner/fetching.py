"""What is said of goods that a courier fetches: another day or place, or no fetching at all."""

from __future__ import annotations

from typing import Final

from bot.dialog.manner.asking import is_question
from bot.dialog.words import once, squash
from bot.patterns import searched

_FETCH: Final = r"(?:수거|회수|픽업)"
_HAS_SENT: Final = searched(r"(?:보냈|부쳤|발송했|반송했)(?:어요|습니다|음|네요|는데|고요|슴다)")
_FETCHES: Final = searched(rf"{_FETCH}|가지러|가져가(?=주|시)")
#: What is called off is the fetching, by that name.
_OFF: Final = searched(
    rf"{_FETCH}(?:예약|신청|요청|접수|일정|방문|기사님?)*(?:을|를|은|는|도)?(?:좀|그냥|이제|일단)*"
    r"(?:취소(?!됐|되|된|당|했는데)|철회|안(?:하셔|오셔|해|와)도(?:돼|되|됩|괜찮)|오지(?:마|말)|하지(?:마|말)|필요없(?:어|을|습))"
    # `기사님 오지 말라고 해 주세요`; who sets something up fetches nothing.
    r"|(?<!설치)(?<!수리)(?<!조립)기사(?:님|분)?(?:한테|께|은|는|보고)?(?:이제|그냥|다시)*(?:오지(?:마|말)|안(?:오셔|와)도(?:돼|되|됩|괜찮))"
)
#: Another day, hour or place than was agreed.
_OTHERWISE: Final = searched(
    r"바꿔|바꾸|바꿀|변경|옮겨|옮기|옮길|미뤄|미루|미룰|늦춰|늦출|당겨|당길|앞당|다른날|못오게|(?:회사|집|경비실|문앞|관리실|편의점)(?:으?로|에서)"
)
_SURELY_BACK: Final = searched(r"수거|회수|(?:반품|교환|환불)[가-힣]{0,6}픽업")
#: `수거지를 회사로 바꿀 수 있나요?` wants it, politely.
_MAY_BE_MOVED: Final = searched(
    r"(?:바꿀|변경할|옮길|미룰|늦출|당길|앞당길|(?:바꿔|변경해|옮겨|미뤄|당겨)주실|(?:바꿔|변경해|옮겨|미뤄|당겨)줄)수(?:는|도|가)?있"
    r"|(?:변경|바꾸는거|바꾸는것)(?:은|이|도)?(?:되나|될까|돼요|가능)|(?:바꿔|미뤄|옮겨|당겨)도(?:되|돼|될)"
)
#: A day or a place is wished for, or the fetching itself.
_SHALL_COME: Final = searched(
    r"(?:와|오셔|오시|방문해|가져가|수거해|회수해|픽업해|들러|해)(?:주세|주시|주셔|줘|달라|면(?:돼|되|됩)|시면(?:돼|되|됩)|세요)|부탁"
)
#: What else is wanted in the same line is the matter.
_WISHES: Final = searched(r"환불|교환|반품|취소|새(?:거|것|걸|상품|제품)|다시보내|재발송")
_OF_WHAT: Final = searched(
    r"(?:반품|교환|환불)(?:을|를)?(?:접수|신청|요청)(?:을|를)?(?:했|해놨|한)(?:는데|었는데|거|건|것)(?:은|는)?|(?:반품|교환|환불)(?:할|하는|한)?(?:거|것|건|상품|물건|제품|옷|택배)?(?:의)?(?=수거|회수|픽업)"
)

#: Goods are fetched by who bought them.
_COMES_HIMSELF: Final = searched(
    r"방문(?:수령|구매|픽업|해서(?:받|사|구매|수령|찾))|(?:직접|매장|가게|사무실)(?:에|에서|으로|까지)?(?:직접|가서)?(?:받|찾|가지러|수령|픽업|방문)"
    r"|(?:받|찾|가지|사)으?러(?:직접)?(?:가|갈)|픽업"
)
#: What goes back, is brought by others, or was agreed already.
_NOT_BY_HIMSELF: Final = searched(
    r"반품|교환|환불|회수|수거|기사|퀵|우체국|편의점|(?:시간|날짜|예약)[가-힣]{0,4}(?:바꾸|바꿀|바꿔|변경|옮)"
)
_WILL_COME: Final = searched(
    r"(?:갈|들를|방문할|찾을)[게께]요?[.~!]*$|(?:가|들르|방문하)(?:겠습니다|려고요?|려는데요?)$"
)
#: `수거해 가셨네요`, `기사님 왔다 가셨어요`: they have been fetched.
_FETCHED: Final = searched(
    r"(?:수거|회수|픽업)(?:가|는|도)?(?:다|잘|방금|오늘|아까|이제|드디어)*(?:하러|해|하|되어|돼)?(?:서)?(?:[갔왔됐했]|가셨|오셨|하셨|되었|완료(?!됐나|되나))"
    r"|(?:가져|갖고|가지고|찾아|챙겨)(?:갔|가셨|가심|감)"
    r"|기사(?:님|분)?(?:이|은|도|께서)?(?:다|잘|방금|오늘|아까|이제|드디어|좀전에)*(?:왔다|오셨다|다녀|들렀다|들러)(?:갔|가셨|가심|감)"
    r"|^(?:네|아|방금|오늘|아까|이제|드디어|좀전에)*(?:왔다|오셨다|다녀)(?:갔|가셨|가심)"
)
#: Something is still amiss, or asked, or it was somebody else's parcel.
_NOT_ALL: Final = searched(
    r"(?<![가-힣])[안못]\s?[가-힣]|[가-힣]지\s?(?:도\s?)?않|아직|근데|그런데|는데(?!\s?(?:감사|고마))|지만|없|잘못|다른|남의|엉뚱|누가|누군가|도둑|훔[쳐치]|옆집|[?？]"
)

#: `택배로 보내도 되나요` of goods that are here: whether he may send them himself.
_MAY_SEND: Final = searched(
    r"(?:택배|우편|등기|소포|편의점|우체국|퀵|착불)(?:으로|로|에서|에)?(?:그냥|제가|직접|반값|그대로|다시)*"
    r"(?:보내|부치|부쳐|반송해|반송하|돌려보내)(?:도|면)(?:되|돼|될|괜찮|상관)"
)


@once
def calls_off_fetching(text: str) -> bool:
    """Whether nobody need come for the goods (`수거 취소할게요`)."""
    plain = squash(text)
    return bool(_OFF.search(plain)) and not is_question(text)


@once
def moves_fetching(text: str) -> bool:
    """Whether goods are to be fetched on another day or elsewhere (`수거 토요일로 바꿔 주세요`)."""
    plain = _of_fetching(text)
    return bool(plain and _OTHERWISE.search(plain))


def tells_of_fetching(text: str) -> bool:
    """Whether it is told when and where goods may be fetched (`수거는 내일 오후에 와 주세요`)."""
    plain = _of_fetching(text)
    return bool(plain and (_OTHERWISE.search(plain) or _SHALL_COME.search(plain)))


def asks_if_he_may_send(text: str) -> bool:
    """Whether who has goods asks if he may send them himself (`택배로 보내도 되나요 이거`)."""
    return is_question(text) and bool(_MAY_SEND.search(squash(text)))


def what_he_sent(text: str) -> str:
    """A line up to where it tells that something was sent (`캐리어 보냈어요`); else empty."""
    found = _HAS_SENT.search(text)
    return text[: found.end()] if found is not None and not is_question(text) else ""


def would_fetch_it(text: str) -> bool:
    """Whether a customer would come for what he bought (`직접 찾으러 가도 돼요?`), be it a plan."""
    plain = squash(text)
    if not _COMES_HIMSELF.search(plain) or _NOT_BY_HIMSELF.search(plain):
        return False
    return is_question(text) or bool(_WILL_COME.search(plain))


def _of_fetching(text: str) -> str:
    """The squashed line where it is about fetching and nothing else is wanted; else empty."""
    plain = squash(text)
    if not _FETCHES.search(plain):
        return ""
    bare = _OF_WHAT.sub("", plain)
    # `편의점 픽업으로 바꿀 수 있어요?` is of where a parcel goes.
    may = _SURELY_BACK.search(plain) and _MAY_BE_MOVED.search(plain)
    asks = is_question(text) and not may
    return "" if _WISHES.search(bare) or asks else bare


def was_fetched(text: str) -> bool:
    """Whether goods that go back have been fetched (`수거해 갔어요`), and nothing is amiss."""
    told = _FETCHED.search(squash(text)) and not _NOT_ALL.search(text)
    return bool(told) and not is_question(text)
