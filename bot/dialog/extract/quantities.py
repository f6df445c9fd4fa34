"""How many pieces a line tells of, and how many it shall be instead."""

from __future__ import annotations

from typing import Final

from bot.dialog.extract.letters import cleaned, once
from bot.patterns import searched

QUANTITY: Final = searched(
    r"(?<![\d가-힣])(?:\d{1,5}|(?:열|스물|서른|마흔|쉰|예순|일흔|여든|아흔)?(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉)|열|스무|서른|마흔|쉰"
    r"|(?:[이삼사오육칠팔구]?[천백십]){1,3}[일이삼사오육칠팔구]?)\s?"
    r"(?:개|벌|박스|상자|켤레|장|병|봉지?|세트|묶음|권|자루|대|쌍|포|통|팩|캔|마리|송이|그루|명|인분)(?!월|째|번|당|정(?!도)|중)"
)


#: `수량도 하나 더 추가해 주세요`
_MORE: Final = searched(
    rf"(?:하나|{QUANTITY.pattern})\s?(?:만\s?)?더(?=\s?(?:추가|주문|넣|담|보내|부탁|할게|해\s?주))"
    rf"|(?<=추가로\s)(?:하나|{QUANTITY.pattern})\s?더"
    rf"|(?:[가-힣]{{1,8}}[도을를]?\s)?(?:하나|{QUANTITY.pattern})\s?추가(?=\s?(?:하고|하려|할|해|주문|부탁|가능|되|로))"
)
#: A paper about an order is none of the goods.
_OF_PAPERS: Final = searched(
    r"(?:샘플|견본|견적서?|계산서|영수증|명세서|서류|사진|명함|사본)[을를도만은]?\s?$"
)
_CALLED_QUANTITY: Final = searched(
    rf"수량[가-힣]{{0,2}}\s?(?P<many>{QUANTITY.pattern}|(?:하나|둘|셋|넷)(?=로|만|[요\s]))"
)
#: Of `두 개에서 세 개로` the second.
_NEW_QUANTITY: Final = searched(
    # `하나로 합쳐 주세요` is no number of goods.
    rf"(?P<many>{QUANTITY.pattern}|(?<![가-힣])(?:하나|둘|셋|넷))(?:으?로)(?!\s?(?:합|묶|모아|같이|포장))"
    r"(?=[요예유여용]|\s|$|바꿔|바꾸|바까|변경|줄|늘|해|부탁)"
)


@once
def quantity(text: str) -> str | None:
    """How many, as the customer wrote it (`두 개`, `3벌`)."""
    clean = cleaned(text)
    goods = (
        found[0]
        for found in QUANTITY.finditer(clean)
        if not _OF_PAPERS.search(clean[max(0, found.start() - 8) : found.start()])
    )
    return next(goods, None)


def breaks_down(text: str) -> bool:
    """Whether several amounts are told, each of its own kind (`100이 12벌 110이 15벌`)."""
    return len(QUANTITY.findall(cleaned(text))) > 1


_COUNTED: Final = r"(?:\d{1,3}|[한두세네열])\s?(?:장|개|벌|권|병|봉|팩|박스|세트|켤레|통|캔)"
#: `수건 10장인데 100장 시켰어요`: the first of the two was meant.
_SLIP: Final = searched(
    rf"(?P<many>{_COUNTED})(?:인데|\s?(?:시킨|주문한|산|누른)다는\s?(?:게|것이|걸))\s[^\n]{{0,6}}?{_COUNTED}[를을로]?\s?(?:시[켰켜]|주문[했해]|눌[렀러]|결제했|샀)"
)
#: `두 박스가 아니라 스무 박스가 주문됐어요`: nobody ordered that on purpose.
_ORDERED_AMISS: Final = searched(
    rf"(?P<many>{_COUNTED})[이가]?\s?아니(?:라|고)\s[^\n]{{0,6}}?{_COUNTED}[가이로]?\s?(?:주문|결제)(?:이|가)?\s?(?:됐|되었|돼|들어갔)"
    rf"|(?:실수|잘못)[^\n]{{0,30}}?{_COUNTED}[^\n]{{0,12}}?[데고요]\s(?P<only>{_COUNTED})만\s?(?:할게|살게|주문|필요|보내|받|이?면|이?요)"
)


def new_quantity(text: str) -> str | None:
    """How many it should be instead (`수량만 2개로`, `한 개로 줄여 주세요`, `하나 더`)."""
    clean = cleaned(text)
    if (more := _MORE.search(clean)) is not None:
        return more[0]
    found = _NEW_QUANTITY.search(clean) or _CALLED_QUANTITY.search(clean) or _SLIP.search(clean)
    if found is None and ("아니" in clean or "만" in clean):
        amiss = _ORDERED_AMISS.search(clean)
        return amiss["many"] or amiss["only"] if amiss is not None else None
    return found["many"] if found is not None else None
