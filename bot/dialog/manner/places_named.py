"""The place or the topic that is all a short line names, and countries abroad."""

from __future__ import annotations

import re
from typing import Final

from bot.dialog.manner.asking import asks
from bot.dialog.words import squash
from bot.patterns import searched

#: What lies beyond the home country, as customers call it.
ABROAD: Final = (
    "해외",
    "외국",
    "국외",
    "일본",
    "미국",
    "캐나다",
    "중국",
    "호주",
    "홍콩",
    "대만",
    "베트남",
    "유럽",
)
_ABROAD: Final = searched(
    rf"(?P<country>{'|'.join(ABROAD)})[가-힣]{{0,12}}?(?:보내|배송|발송|택배|받을수|받아볼)"
)
#: `일본인데요`: the country itself, and nothing of it.
_COUNTRY: Final = re.compile(
    rf"(?:저는?|여기는?|그럼|그러면|네)*(?P<country>{'|'.join(ABROAD)})(?:인데|이고|이에|예|이|으?로|에)?(?:요|입니다)"
)
#: Cities by their bare names, without those that are goods or sums, too (고양, 양산, 구리, 이천).
_CITIES: Final = (
    "수원|성남|의정부|안양|부천|광명|평택|동두천|안산|과천|남양주|오산|시흥|군포|의왕|하남|용인|파주|안성|김포|화성|양주|포천|여주|춘천|원주|강릉|동해|태백|속초|삼척"
    "|청주|충주|제천|천안|보령|아산|서산|논산|계룡|당진|전주|군산|익산|정읍|남원|김제|목포|여수|순천|나주|광양|포항|경주|김천|안동|구미|영주|영천|상주|문경|경산|창원"
    "|진주|통영|김해|밀양|거제"
)
#: `강원도 산골인데요`, `부산이에요`: where somebody is, and nothing else.
_PLACE: Final = re.compile(
    r"(?!.*(?:며칠|몇일|얼마|언제|걸[려리릴]))(?:저는?|저희는?|여기는?|여긴|그럼|그러면|근데|집이|집은|네|참고로)*"
    r"(?P<place>(?:서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충[남북]|충청|전[남북]|전라|경[남북]|경상)(?:특별시|광역시|남도|북도|도"
    r"|시)?(?:(?!허브|에서)[가-힣]{1,3}(?:[시군구읍면동리])?|산골|시골){0,2}"
    rf"|(?:{_CITIES})시?|제주(?:도|시)?|서귀포시?|울릉도?|백령도|연평도|흑산도|추자도|우도"
    r"|(?:완전|깡|좀|외진|외딴|산간|시골)*(?:산골|시골|산간(?:지역)?|오지|외딴곳|지방|읍내)(?:마을|동네)?|[가-힣]{0,4}섬)"
    r"(?:에)?(?:인데|이고|이에|예|이|라|라서|이라|이라서|(?:사|살|사는|살고있)(?:는데|거든|아|고|는)?)?(?:요|여|예|입니다"
    r"|(?:거기|여기|그쪽)(?:도|는)?(?:다|그럼)?(?:똑같|같[나은아]|마찬가지|되|돼|가능|괜찮|더)[가-힣]{0,6})"
)
#: `제주는여`, `울릉도는용`
_INFORMALLY: Final = searched(r"([은는도면])[여용염욤영]([\s?？~!.]*)$")
_SHORT: Final = re.compile(
    r"(?:그럼|그러면|혹시|근데|저기)?\s*(?P<word>[가-힣A-Za-z0-9]{1,10}?)\s?(?:은|는|도|이면|면|(?:일|할|하는)\s?(?:때|경우)(?:에)?는|으로는|로는)\s?"
    r"(?:요|어때요|어떻게\s?(?:돼|되|하나|해)[가-힣]*|되나요|돼요|가능해요)?\s*[?？]*"
)
#: `단체 주문 문의드려요`: what it is about stands before it; `상품 문의드려요` names nothing yet.
_ENQUIRES: Final = searched(
    r"(?:단체|대량|도매|견적|납품|재고|재입고|각인|포장|수리|(?<![a-z])as|설치|조립|교환|환불|반품|취소|배송|사이즈|쿠폰|영수증|계산서|적립|리뷰|결제|송장)"
    r"[가-힣]{0,4}(?:문의|상담)(?:를|좀)?(?:드려요|드립니다|드릴게요|드리려고요|합니다|해요|하려고요|할게요|이?요|입니다|있어요|있습니다)?$"
)


def sends_abroad(text: str) -> str:
    """The country to which somebody asks to have goods sent; or empty."""
    # `해외에서도 받을 수 있어요? 호주요`
    found = _ABROAD.search(squash(text)) if "?" in text or asks(text) else None
    return found["country"] if found else ""


def country_alone(text: str) -> str:
    """The country abroad that is all a line names (`일본인데요`); or empty."""
    found = _COUNTRY.fullmatch(squash(text))
    return found["country"] if found else ""


def place_alone(text: str) -> str:
    """The part of the country that is all a line names (`강원도 산골인데요`); or empty."""
    found = _PLACE.fullmatch(squash(text))
    return found["place"] if found else ""


def short_topic(text: str) -> str:
    """What a short question is about that names nothing else (`제주도는요?`: `제주`); or empty."""
    text = _INFORMALLY.sub(r"\1요\2", text.strip()[:40])
    found = _SHORT.fullmatch(text)
    if found is None or not text.rstrip().endswith(("요", "?", "？", "은", "는")):
        return ""
    word = found["word"]
    if word.endswith(("데", "서", "고", "니까")):  # `불량인데도요?` is no topic
        return ""
    return word[:-1] if word.endswith(("도", "시")) and len(word) > 2 else word


def names_inquiry(text: str) -> bool:
    """Whether a line names what it would ask about (`단체 주문 문의드려요`)."""
    return bool(_ENQUIRES.search(squash(text)))
