"""What a customer's free text tells of an order: numbers, a person, a time, an address, a score."""

from __future__ import annotations

import calendar
import re
import string
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

_SEOUL = ZoneInfo("Asia/Seoul")
# Nobody tells an order in more than this; somebody may paste a web page.
_LIMIT: Final = 4000
# Zero-width letters come with copying out of apps; the last two make a keycap of a digit.
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff\ufe0f\u20e3]")
# One letter for one letter, so that a place in the plain text is the same place in the customer's.
_PLAIN: Final = {
    **{wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)},
    **dict.fromkeys(map(ord, "\u00a0\u2002\u2003\u2009\u3000\t"), ord(" ")),
    **dict.fromkeys(map(ord, "‐‑‒–—―−ㅡ"), ord("-")),
}
_TAKEN: Final = "\0"  # stands where a number was read; joins nothing
_EDGES: Final = string.punctuation + string.whitespace + "…·‥。、“”‘’～\0"

_ENDING = (
    r"(?:이에요|이예요|예요|에요|입니다|이고요|이고|고요|이구요|구요|이요|요|인데요|인데|이ㄴ데"
    r"|이라고|라고|임)"
)


class _Number(NamedTuple):
    start: int
    end: int
    digits: str


class _Numbers(NamedTuple):
    orders: tuple[_Number, ...]
    phones: tuple[_Number, ...]


# Order numbers and phone numbers

_GAP = r"[ .\-]{0,3}"
_NAVER = re.compile(rf"(?<![0-9])2(?:{_GAP}[0-9OoIl]){{15}}(?![0-9])")
_LOOKALIKES: Final = str.maketrans("OoIl", "0011")
_DATED = re.compile(r"20[0-4]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")
_PIECES = re.compile(r"[0-9A-Za-z]+")

_PARTICLE = r"(?:은|는|이|가|도|를|로)?"
_SIGN = r"\s{0,3}[:=#(\[.\-]{0,3}\s{0,3}"
_OTHER_NUMBER = re.compile(
    r"(?:송장|계좌|통장|(?:등기|택배|카드|사업자|상품|품목|쿠폰|우편|인증|비밀|모델|제품|예약"
    r"|전화|휴대폰|핸드폰|폰|고객|회원|문의|접수)\s?번호|바코드|품번|전번|연락처)"
    rf"(?:\s?번호)?\s?{_PARTICLE}{_SIGN}$"
)
_BANK = (
    r"(?:국민|신한|농협|카카오뱅크|카뱅|토스뱅크|케이뱅크|새마을금고|수협|신협|우체국"
    r"|[가-힣]{2}은행)"
)
_ACCOUNT_BEFORE = re.compile(rf"(?:계좌|통장|{_BANK})[^0-9\0]{{0,15}}$")
_OTHER_AFTER = re.compile(
    rf"\s{{0,2}}(?:이|가|은|는)?\s{{0,2}}(?:운?송장|계좌)\s?(?:번호)?{_ENDING}"
)
_ACCOUNT_AFTER = re.compile(rf"\s{{0,2}}{_BANK}")
_PRICE_AFTER = re.compile(r"\s?원(?![피래])")

_HINTED = re.compile(
    r"(?:주문\s?(?:번호|넘버)|주번|오더\s?(?:번호|넘버)|(?:구매|결제|거래)\s?번호"
    rf"|order\s?(?:no\.?|number|id)|(?<![가-힣])번호)\s{{0,3}}{_PARTICLE}{_SIGN}(?=[0-9])",
    re.IGNORECASE,
)
_NEXT_HINTED = re.compile(r"\s{0,2}(?:,|/|&|이랑|랑|하고|와|과|및|그리고)\s{0,2}(?=[0-9]{6})")
_GROUP = re.compile(r"[0-9]+(?:-[0-9]+){0,4}")
_BARE = re.compile(
    r"(?<![0-9A-Za-z.,/])(?<![A-Za-z]-)[0-9]{8,21}(?: ?- ?[0-9]{1,12}){0,2}(?![0-9])"
)
_PLAIN_DATE = re.compile(r"(?:20[0-4]\d)(?:-\d{1,2}-\d{1,2}|\d{4})")
_LINK = re.compile(r"https?://[^\s가-힣]+")

_IN_PHONE = r"[ .\-()]{0,3}"
_AREA = r"(?:2|3[1-3]|4[1-4]|50\d|5[1-5]|6[1-4]|70|80)"
_PHONE = re.compile(
    r"(?<!\d)(?<!\d-)(?:"
    rf"\+?\(?82{_IN_PHONE}0?{_IN_PHONE}1[016789]|\+\(?82{_IN_PHONE}0?{_IN_PHONE}{_AREA}"
    rf"|\(?0(?:1[016789]|{_AREA})"
    rf"){_IN_PHONE}\d{{3,4}}{_IN_PHONE}\d{{4}}(?!\d|-\d)"
)
_COMPANY_PHONE = re.compile(
    r"(?<!\d)(?<!\d[ .\-])1(?:5(?:22|33|44|66|77|88|99)|6(?:00|11|33|44|55|6[0168]|70|77|88|99)"
    r"|8(?:00|11|22|33|44|55|66|77|88|99))[ .\-]{0,3}\d{4}(?!\d|[.\-]\d| \d{3}|\s?원)"
)
_MASKED = re.compile(r"(?:\d{2,4}-)?\*{3,4}-\d{4}")


def order_numbers(text: str) -> tuple[str, ...]:
    """The order numbers in a text as plain digits, each once, in the order they are named.

    Naver's have 16 digits beginning with the date; those of other shops 8 to 20. Without a word
    such as `주문번호` before it a number needs ten digits, and not to be a phone number.
    """
    return tuple(dict.fromkeys(order.digits for order in _numbers(_clean(text)).orders))


def phone(text: str) -> str | None:
    """The first Korean phone number in a text, as `010-1234-5678`."""
    phones = _numbers(_clean(text)).phones
    return _hyphened(phones[0].digits) if phones else None


def mask_phone(phone: str) -> str:
    """A phone number that may be shown to people: `010-****-5678`."""
    if _MASKED.fullmatch(phone):
        return phone
    digits = re.sub(r"[^0-9]", "", _plain(_clean(phone)))
    if len(digits) < 8:
        return "****" if phone else ""
    first, *middle, last = _hyphened(_national(digits)).split("-")
    return f"{first}-{'*' * len(middle[0])}-{last}" if middle else f"****-{last}"


def masked(text: str) -> str:
    """The text with every phone number masked, and without what lies beyond its 4,000th letter."""
    clean = _clean(text)
    parts, end = [], 0
    for found in _numbers(clean).phones:
        parts += [clean[end : found.start], mask_phone(_hyphened(found.digits))]
        end = found.end
    return "".join([*parts, clean[end:]])


def _clean(text: str) -> str:
    return _UNSEEN.sub("", unicodedata.normalize("NFC", text[:_LIMIT]))


def _plain(clean: str) -> str:
    return clean.translate(_PLAIN)


@lru_cache(maxsize=64)  # several functions look at the same line
def _numbers(clean: str) -> _Numbers:
    plain = _plain(clean)
    naver = _naver(plain)
    plain = _without(plain, naver)
    phones = _phones(plain)
    plain = _LINK.sub(lambda link: _TAKEN * len(link[0]), _without(plain, phones))
    hinted = _hinted(plain)
    bare = _bare(_without(plain, hinted))
    return _Numbers(tuple(sorted([*naver, *hinted, *bare])), tuple(phones))


def _without(plain: str, numbers: list[_Number]) -> str:
    for start, end, _ in numbers:
        plain = plain[:start] + _TAKEN * (end - start) + plain[end:]
    return plain


def _naver(plain: str) -> list[_Number]:
    numbers, at = [], 0
    while found := _NAVER.search(plain, at):
        at = found.start() + 1
        if _is_naver(plain, found) and not _said_otherwise(plain, *found.span()):
            at = found.end()
            digits = "".join(_PIECES.findall(found[0])).translate(_LOOKALIKES)
            numbers.append(_Number(*found.span(), digits))
    return numbers


def _is_naver(plain: str, found: re.Match[str]) -> bool:
    pieces = _PIECES.findall(found[0])
    letters = "".join(pieces)
    digits = letters.translate(_LOOKALIKES)
    if not _DATED.match(digits) or sum(map(str.isdigit, letters)) < 12:
        return False
    if not letters[-1].isdigit() and re.match("[A-Za-z]", plain[found.end() :]):
        return False
    sizes = [len(piece) for piece in pieces]
    if sizes == [8, 8]:  # two dates
        return not _DATED.match(digits[8:])
    # A date and a company's phone number have 16 digits as well.
    return sizes[:3] != [4, 2, 2] or set(re.sub("[0-9A-Za-z]", "", found[0])) == {"-"}


def _said_otherwise(plain: str, start: int, end: int) -> bool:
    before = plain[max(0, start - 24) : start]
    return bool(_OTHER_NUMBER.search(before) or _OTHER_AFTER.match(plain, end))


def _phones(plain: str) -> list[_Number]:
    phones = [
        _Number(*found.span(), _national(re.sub(r"[^0-9]", "", found[0])))
        for pattern in (_PHONE, _COMPANY_PHONE)
        for found in pattern.finditer(plain)
    ]
    hints = {found.end() for found in _HINTED.finditer(plain)}
    # After "주문번호" eight digits in one piece are an order's, whatever company has them too.
    phones = [
        number
        for number in phones
        if number.digits.startswith("01")
        or number.start not in hints
        or not plain[number.start : number.end].isdigit()
    ]
    phones.sort()
    clashing = {later for sooner, later in pairwise(phones) if later.start < sooner.end}
    return [number for number in phones if number not in clashing]


def _national(digits: str) -> str:
    return "0" + digits[2:].removeprefix("0") if digits.startswith("82") else digits


def _hyphened(digits: str) -> str:
    if len(digits) == 8:
        return f"{digits[:4]}-{digits[4:]}"
    if digits.startswith("02"):
        area = 2
    else:
        area = 4 if digits.startswith("050") and len(digits) > 10 else 3
    return f"{digits[:area]}-{digits[area:-4]}-{digits[-4:]}"


def _hinted(plain: str) -> list[_Number]:
    numbers: list[_Number] = []
    for hint in _HINTED.finditer(plain):
        before = plain[max(0, hint.start() - 8) : hint.end()]
        number = None if _OTHER_NUMBER.search(before) else _after_hint(plain, hint.end())
        while number is not None:
            numbers.append(number)
            following = _NEXT_HINTED.match(plain, number.end)
            number = _after_hint(plain, following.end()) if following else None
    return list(dict.fromkeys(numbers))


def _after_hint(plain: str, start: int) -> _Number | None:
    """The number written at a place, in groups of three digits or more if there are spaces."""
    group = _GROUP.match(plain, start)
    if group is None or _PLAIN_DATE.fullmatch(group[0]):
        return None
    end, digits = group.end(), group[0].replace("-", "")
    while len(digits) < 20 and len(group[0]) < 6:
        following = re.compile(r"[ .]([0-9]{3,5})(?![0-9])").match(plain, end)
        if following is None or len(digits) + len(following[1]) > 20:
            break
        end, digits = following.end(), digits + following[1]
    if not 6 <= len(digits) <= 20 or _PRICE_AFTER.match(plain, end):
        return None
    return _Number(start, end, digits)


def _bare(plain: str) -> list[_Number]:
    numbers = []
    for found in _BARE.finditer(plain):
        first, *others = re.split(r" ?- ?", found[0])
        digits = first + "".join(others)
        whole = 10 <= len(digits) <= 20 and not _otherwise_or_price(plain, *found.span())
        # With hyphens and no date it is an account, a card or a parcel.
        if whole and (not others or (_DATED.match(first) and not _DATED.match(others[0]))):
            numbers.append(_Number(*found.span(), digits))
    return numbers


def _otherwise_or_price(plain: str, start: int, end: int) -> bool:
    return (
        _said_otherwise(plain, start, end)
        or bool(_ACCOUNT_BEFORE.search(plain[max(0, start - 24) : start]))
        or bool(_ACCOUNT_AFTER.match(plain, end))
        or bool(_PRICE_AFTER.match(plain, end))
    )


# What is said beside the numbers

_INTRODUCES = re.compile(
    r"(?:(?<![가-힣])(?:제|저의|상품)\s?)?"
    r"(?:상품\s?주문\s?번호|주문\s?(?:번호|넘버)|주번|(?:구매|결제|오더)\s?번호|연락처|전번"
    r"|(?:전화|핸드폰|휴대폰|휴대전화|폰)(?:\s?번호)?|(?<![가-힣])번호)"
    rf"\s?{_PARTICLE}{_SIGN}$"
)
_FOLLOWS = re.compile(
    rf"[)\]]?\s?(?:번\s?)?(?:(?:이|가)\s?(?:제\s?)?주문\s?번호{_ENDING}|{_ENDING}|이랑|랑|하고"
    r"|그리고|와|과|로\s?해\s?주세요|으?로요|번)(?![가-힣])[.,!~]*"
)


def without_numbers(text: str) -> str:
    """What a text says besides order and phone numbers and the words that introduce them."""
    clean = _clean(text)
    plain = _plain(clean)
    parts, end = [], 0
    found = _numbers(clean)
    for number in sorted([*found.orders, *found.phones]):
        begin = max(end, number.start - 24)
        intro = _INTRODUCES.search(plain[begin : number.start])
        parts.append(clean[end : begin + intro.start() if intro else number.start])
        follows = _FOLLOWS.match(plain, number.end)
        end = follows.end() if follows else number.end
    return " ".join(" ".join([*parts, clean[end:]]).split()).strip(_EDGES)


# A person

_SURNAMES: Final = frozenset(
    "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진지엄채원천방"
    "공현함변염여추도소석선설마길연위표명기반라왕금옥육인맹제모탁국어은편용"
)
_LONG_SURNAMES: Final = frozenset({"남궁", "황보", "제갈", "선우", "독고", "사공", "서문"})
# Syllables that given names begin and end with; the rarer ones are left out for caution.
_FIRST: Final = frozenset(
    "가강건경광규근기나남노다대덕도동명무문미민병보봉상서석선성세소송수순숙승시신아양연영예오옥용우원유"
    "윤은의이인일자재전정종주준중지진찬창채철청초춘충태하한해향현형혜호홍화환효훈희"
)
_SECOND: Final = frozenset(
    "경관국권규균근기길나남늘덕라란람래련록룡름리린림만명모무문미민배백범별병봉빈상서석선섭성솔수숙순슬"
    "승식신실아안애연열엽영예옥완용우욱운웅원월유윤율은음이익인일자재정종주준중지진찬창채천철춘충태"
    "택필하학한해향혁현형혜호홍화환효후훈휘희"
)
_ONLY: Final = frozenset("준훈철혁민현진솔결별건율빈웅찬호선영정숙산설린")
# Words that are made like names. The first row bars whatever begins with them.
_NO_NAME_BEGINS: Final = frozenset(
    [
        "주문",
        "배송",
        "문의",
        "전화",
        "연락",
        "송장",
        "주소",
        "반품",
        "고객",
        "지금",
        "오늘",
        "오전",
        "오후",
        "하자",
        "진짜",
        "정말",
        "여기",
        "이거",
        "이게",
        "이건",
        "이번",
        "유료",
        "신청",
        "신발",
        "안녕",
        "안내",
        "연결",
        "선물",
        "전부",
        "전체",
        "제발",
        "제품",
        "조회",
        "조금",
        "장난",
        "고장",
        "구매",
        "구입",
        "성함",
        "이름",
        "어제",
        "어디",
        "언제",
        "원래",
        "정보",
        "방금",
        "지난",
        "이제",
        "이틀",
        "정상",
        "하루",
        "변경",
        "공지",
        "도착",
        "금액",
        "인증",
    ]
)
_NO_NAMES: Final = frozenset(
    [
        "이상해",
        "이상한",
        "이미지",
        "이상은",
        "이유",
        "강원도",
        "경기도",
        "제주도",
        "강아지",
        "고양이",
        "한라봉",
        "도라지",
        "소시지",
        "오미자",
        "정수기",
        "주전자",
        "성인용",
        "남성용",
        "여성용",
        "유아용",
        "남아용",
        "여아용",
        "안전화",
        "고무신",
        "신문지",
        "도자기",
        "전주시",
        "원주시",
        "진주시",
        "여주시",
        "양주시",
        "남양주",
        "성남시",
        "안양시",
        "안성시",
        "하남시",
        "서산시",
        "천안시",
        "원인은",
        "원인이",
        "지연은",
        "지연이",
        "한정은",
        "현재",
        "신선",
        "설정",
        "한정",
        "고정",
        "인정",
        "지정",
        "진정",
        "표현",
        "반영",
        "선호",
        "신호",
        "국민",
        "주민",
        "고민",
        "유선",
        "구정",
        "최고",
        "최악",
        "최근",
        "조정",
        "안정",
        "공정",
        "여정",
        "추정",
        "선정",
        "제정",
        "심정",
        "공유",
        "문자",
        "용지",
        "인기",
        "전기",
        "지연",
        "지원",
        "주인",
        "주민",
        "하나",
        "소매",
        "기한",
        "기간",
        "기준",
        "유통",
        "구성",
        "성분",
        "원단",
        "노란",
        "하얀",
        "남색",
        "전체",
        "서명",
        "주문자",
        "남자",
        "여자",
        "우리",
        "모두",
        "정도",
        "이용",
        "사용",
        "이전",
        "이후",
        "이상",
        "이하",
        "정지",
        "유지",
        "공지",
        "금지",
        "방지",
        "반지",
        "편지",
        "전지",
        "선명",
        "전원",
        "전선",
        "전자",
        "소재",
        "기재",
        "성별",
        "차별",
        "구별",
        "지인",
        "공인",
        "신용",
        "채용",
        "유용",
        "주의",
        "유의",
        "문제",
        "선택",
        "소식",
        "우선",
        "여전",
        "안전",
        "차이",
        "고인",
        "성인",
        "남성",
        "여성",
        "남은",
        "우산",
        "양산",
        "은은",
        "진한",
        "연한",
        "유기",
        "도시",
        "공기",
        "용기",
        "전국",
        "한국",
        "미국",
        "남해",
        "동해",
        "서해",
        "진해",
        "지하",
        "기사",
        "기사님",
        "주기",
        "인사",
        "원산지",
        "배송지",
        "주소지",
        "연휴",
        "오시",
        "오이",
        "고기",
        "소고기",
        "안경",
        "유아",
        "여아",
        "남아",
        "육아",
        "원형",
        "소형",
        "신형",
        "인형",
        "대형",
        "중형",
        "한영",
        "이월",
        "유월",
        "오월",
        "구월",
        "사원",
        "직원",
        "회원",
        "조원",
        "공원",
        "인원",
        "오천원",
        "이천원",
        "구천원",
        "육천원",
        "오만원",
        "이만원",
        "현금",
        "송금",
        "요금",
        "지우",
        "지은",
        "하얀",
        "이중",
        "공중",
        "공용",
        "전용",
        "여행용",
        "어린이",
        "아이",
        "제안",
        "방안",
        "도안",
        "남이",
        "전이",
        "정이",
        "이런",
        "그런",
        "공시",
        "전시",
        "문서",
        "주문서",
        "서류",
        "기회",
        "기대",
        "반대",
        "안심",
        "진심",
        "한심",
        "조심",
        "여주",
        "전주",
        "나주",
        "원주",
        "진주",
        "양주",
        "성주",
        "공주",
        "제주",
        "마지",
        "기지",
        "이지",
        "오지",
        "설명",
        "유명",
        "조명",
        "증명",
        "이어",
        "기인",
        "인하",
        "인상",
        "이해",
        "오해",
        "손해",
        "방해",
        "지방",
        "공방",
        "소화",
        "전화",
        "강화",
        "은화",
        "정규",
        "신규",
        "소유",
        "여유",
        "우유",
        "두유",
        "석유",
        "주유",
        "원유",
        "고유",
        "자유",
        "기름",
        "소름",
        "이마",
        "기자",
        "우정",
        "조만",
        "신상은",
        "신상이",
    ]
)

_TO_NAME = re.compile(
    r"(?:이름|성함|성명|주문자\s?명?|주문하신\s?분|구매자\s?명?|예금주|입금자\s?명?|수령인|수취인"
    r"|받는\s?(?:분|사람)(?:\s?이름)?)"
    r"\s{0,2}(?:은|는|이|가)?\s{0,2}[:=]?\s{0,2}([가-힣]{2,12})(?![가-힣])"
)
_PRESENTS = re.compile(
    r"\s*(?:안녕하세요[!~.,\s]*)?(?:(?:저는|저|전|제가)\s+)?"
    r"([가-힣]{2,4}?)(?:입니다|이라고\s?(?:합니다|해요)|라고\s?(?:합니다|해요))(?![가-힣])"
)
_NAME_WORD = re.compile(
    rf"([가-힣]{{2,4}}?)(?:님|씨)?(?:{_ENDING}|이라고합니다|라고합니다|이라고해요|라고해요)?"
)
_TOKEN = re.compile(r"[가-힣ㄱ-ㅣ]+|[0-9]+|[A-Za-z]+")
_FILLERS: Final = frozenset(
    [
        "네",
        "넵",
        "예",
        "요",
        "이요",
        "에",
        "에요",
        "예요",
        "이에요",
        "입니다",
        "이고",
        "이고요",
        "이구요",
        "인데요",
        "인데",
        "안녕하세요",
        "저는",
        "저",
        "제",
        "이름",
        "고객",
        "쯤",
        "쯤이요",
        "부터",
        "부터요",
        "님",
        "그리고",
        "하고",
        "로",
        "로요",
        "번호",
        "번호는",
        "전화",
        "전화번호",
        "전화번호는",
        "연락처",
        "연락처는",
        "주문번호",
        "주문번호는",
        "핸드폰",
        "휴대폰",
        "폰",
        "폰번호",
        "전번",
        "뒷자리",
        "뒷번호",
        "뒷자리는",
        "뒷번호는",
        "경",
        "경이요",
        "임",
        "주문자",
        "날",
        "이름은",
        "통화",
    ]
)

_TAIL_SAID = re.compile(
    r"(?:(?:뒷|뒤|끝)\s?(?:에|의)?\s?(?:(?:네|4)\s?)?(?:번호|자리)?(?:\s?(?:숫자|번호))?"
    r"|(?:전화|핸드폰|휴대폰|폰)\s?(?:번호)?|전번|연락처)"
    rf"\s{{0,2}}{_PARTICLE}\s{{0,2}}[:=]?\s{{0,2}}([0-9]{{4}})(?![0-9]|\s?[년원/.\-])"
)
_TAIL_THEN_SAID = re.compile(
    r"(?<![0-9\-])([0-9]{4})\s?(?:이|가)?\s?(?:(?:전화|핸드폰|휴대폰|폰)\s?(?:번호)?\s?)?"
    r"(?:뒷|뒤|끝)\s?(?:번호|자리)"
)
_OTHER_TAIL = re.compile(
    r"(?:주문\s?(?:번호)?|카드\s?(?:번호)?|계좌\s?(?:번호)?|송장\s?(?:번호)?)의?\s?$"
)


def phone_tail(text: str) -> str | None:
    """The last four digits of a phone number, said to be that or beside no more than a name."""
    clean = _clean(text)
    plain = _unnumbered(clean)
    said = _TAIL_SAID.search(plain) or _TAIL_THEN_SAID.search(plain)
    if said:
        return None if _OTHER_TAIL.search(plain[: said.start()][-12:]) else said[1]
    if len(plain) > 60:
        return None
    tokens = [token for token in _TOKEN.findall(plain) if token not in _FILLERS]
    digits = [token for token in tokens if token.isascii()]
    others = [token for token in tokens if not token.isascii()]
    if len(digits) != 1 or not re.fullmatch("[0-9]{4}", digits[0]) or len(others) > 1:
        return None
    return digits[0] if not others or _named(others[0], beside=True) else None


def name(text: str) -> str | None:
    """A person's Korean name, when the text gives one and not merely a word that looks like it."""
    clean = _clean(text)
    plain = _plain(clean)
    for said in _TO_NAME.finditer(plain):
        word = _NAME_WORD.fullmatch(said[1])
        if word and _could_be_name(word[1]):
            return word[1]
    presented = _PRESENTS.match(plain)
    if presented and _is_name(presented[1], beside=False):
        return presented[1]
    return _name_alone(clean)


def _name_alone(clean: str) -> str | None:
    plain = _unnumbered(clean)
    if len(plain) > 200:
        return None
    beside = _TAKEN in plain
    while (time := _earliest(plain)) is not None:
        plain = plain[: time.start] + _TAKEN + plain[time.end :]
    beside = beside or bool(re.search(r"(?<![0-9])[0-9]{4}(?![0-9])", plain))
    tokens = [token for token in _TOKEN.findall(plain) if token not in _FILLERS]
    words = [token for token in tokens if not re.fullmatch("[0-9]{4}", token)]
    if len(words) != 1 or len(tokens) - len(words) > 1:
        return None
    return _named(words[0], beside=beside)


def _unnumbered(clean: str) -> str:
    return _without(_plain(clean), [*_numbers(clean).orders, *_numbers(clean).phones])


def _named(word: str, *, beside: bool) -> str | None:
    found = _NAME_WORD.fullmatch(word)
    return found[1] if found and _is_name(found[1], beside=beside) else None


def _is_name(word: str, *, beside: bool) -> bool:
    """Whether a word is a name; one of two syllables only `beside` a number of the person."""
    given = _given(word)
    if len(given) == 2:
        return given[0] in _FIRST and given[1] in _SECOND
    return len(given) == 1 and given in _ONLY and (beside or word[:2] in _LONG_SURNAMES)


def _could_be_name(word: str) -> bool:
    given = _given(word)
    return 1 <= len(given) <= 3 and all(one in _FIRST | _SECOND | _ONLY for one in given)


def _given(word: str) -> str:
    if word in _NO_NAMES or word[:2] in _NO_NAME_BEGINS:
        return ""
    if word[:2] in _LONG_SURNAMES and len(word) > 2:
        return word[2:]
    return word[1:] if word[:1] in _SURNAMES else ""


# A time


@dataclass(frozen=True, slots=True)
class When:
    """A time as the customer put it, and the days in Seoul it means as far as that can be told."""

    words: str
    day: date | None
    until: date | None


_Days = tuple[date | None, date | None]
_Resolve = Callable[[re.Match[str], datetime], _Days]
_UNTOLD: Final[_Days] = (None, None)


class _Time(NamedTuple):
    start: int
    end: int
    found: re.Match[str]
    resolve: _Resolve


_COUNTS: Final = {
    word: count
    for count, row in enumerate(
        [
            "한 일",
            "두 이",
            "세 삼 석",
            "네 사 넉",
            "다섯 오",
            "여섯 육",
            "일곱 칠",
            "여덟 팔",
            "아홉 구",
            "열 십",
        ],
        1,
    )
    for word in row.split()
}
_DAY_COUNTS: Final = {
    "하루": 1,
    "이틀": 2,
    "사흘": 3,
    "나흘": 4,
    "닷새": 5,
    "엿새": 6,
    "이레": 7,
    "여드레": 8,
    "아흐레": 9,
    "열흘": 10,
    "보름": 15,
}
_NEAR: Final = {
    "그끄저께": -3,
    "그저께": -2,
    "그제": -2,
    "어저께": -1,
    "어제": -1,
    "어젯밤": -1,
    "간밤": -1,
    "지난밤": -1,
    "엊저녁": -1,
    "오늘": 0,
    "금일": 0,
    "내일": 1,
    "모레": 2,
    "내일모레": 2,
    "글피": 3,
}
_TURNS: Final = {
    "지지난": -2,
    "저저번": -2,
    "지난": -1,
    "저번": -1,
    "이번": 0,
    "다음": 1,
    "담": 1,
    "다다음": 2,
    "돌아오는": 1,
    "오는": 1,
}
_WEEKDAYS: Final = "월화수목금토일"
_WEEKDAY = r"(?P<weekday>[월화수목금토일])(?:요일|욜)"
_COUNTED = rf"(?:(?<![\d.,])\d{{1,3}}|(?<![가-힣])(?:{'|'.join(_COUNTS)}))"
_HOUR = (
    r"(?:(?<![\d:])\d{1,2}|한|두|세|네|다섯|여섯|일곱|여덟|아홉|열한|열두|열)\s?"
    r"시(?!간|즌|리|작|스|켰|킨|키|켜|중|도)(?:\s?(?:\d{1,2}분|반))?"
)
_CLOCK = rf"(?:{_HOUR}|(?<![\d:])[0-2]?\d:[0-5]\d(?![\d:]))"
_NO_MORE = r"(?=$|[^가-힣]|에|쯤|경|부터|까지|이|요|무렵|늦)"
_PART_OF_DAY = rf"(?:새벽|아침|오전|점심|정오|오후|저녁|밤|낮|자정)(?:때)?{_NO_MORE}"
_MONTH_DAY = r"(?P<month>1[0-2]|0?[1-9])월\s?(?P<day>\d{1,2})일?(?!\d)"
_HOLIDAY = (
    r"(?:설|추석|구정|신정|명절|연휴|크리스마스|성탄절|어린이날|어버이날|광복절|개천절|한글날|현충일"
    r"|삼일절|석가탄신일)"
)

_CONTINUES = re.compile(
    rf"(?:에|의|날)?[\s,(]{{0,2}}(?:{_PART_OF_DAY}|{_CLOCK}|(?<=[\s(])[월화수목금토일]요일\)?)"
)
_ENDS = re.compile(r"(?:쯤|경(?![가-힣])|무렵|즈음)?(?:부터|까지|이후)?")


def when(text: str, now: datetime) -> When | None:
    """The first time a text names, in the customer's words, and its days counted in Seoul.

    `now` is aware. A weekday or a date without a year is the newest one that is not in the future;
    a week begins on Monday. `until` is the last day of a week, a weekend or a part of a month.
    """
    clean = _clean(text)
    time = _earliest(_unnumbered(clean))
    if time is None:
        return None
    words = clean[time.start : time.end].strip()
    try:
        day, until = time.resolve(time.found, now.astimezone(_SEOUL))
    except (OverflowError, ValueError):  # 2월 30일, 999년 전
        day, until = _UNTOLD
    return When(words, day, until)


def _earliest(plain: str) -> _Time | None:
    times = [(found, resolve) for pattern, resolve in _TIMES if (found := pattern.search(plain))]
    if not times:
        return None
    found, resolve = min(times, key=lambda time: (time[0].start(), -time[0].end()))
    end = found.end()
    for _ in range(3):  # 어제 · 저녁 · 7시
        more = _CONTINUES.match(plain, end)
        end = more.end() if more else end
    ends = _ENDS.match(plain, end)
    return _Time(found.start(), ends.end() if ends else end, found, resolve)


def _untold(_found: re.Match[str], _now: datetime) -> _Days:
    return _UNTOLD


def _just_now(_found: re.Match[str], now: datetime) -> _Days:
    return now.date(), None


def _near_day(found: re.Match[str], now: datetime) -> _Days:
    return now.date() + timedelta(days=_NEAR[re.sub(r"\s", "", found["near"])]), None


def _counted(found: re.Match[str], now: datetime) -> _Days:
    """N days, weeks, months or hours ago, or from now; more than N is untold."""
    if not found["how"] or found["over"] or found["gone"]:
        return _UNTOLD
    count = _count(found)
    sign = 1 if found["how"] in {"후", "뒤", "있다가"} else -1
    unit = "일" if found["days"] else found["unit"]
    if unit in {"시간", "분"}:
        step = timedelta(hours=count) if unit == "시간" else timedelta(minutes=count)
        return (now + sign * step).date(), None
    if unit in {"달", "개월", "년"}:
        months = count * 12 if unit == "년" else count
        return _months_on(now.date(), sign * months), None
    return now.date() + sign * timedelta(days=count * (7 if unit.startswith("주") else 1)), None


def _count(found: re.Match[str]) -> int:
    if found["days"]:
        return _DAY_COUNTS[found["days"]]
    return int(found["count"]) if found["count"].isdigit() else _COUNTS[found["count"]]


def _months_on(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _week(found: re.Match[str], now: datetime) -> _Days:
    weeks = _TURNS[found["turn"]] if found["turn"] else -_COUNTS.get(found["ago"], 0)
    if found["ago"] and found["ago"].isdigit():
        weeks = -int(found["ago"])
    monday = now.date() + timedelta(days=7 * weeks - now.weekday())
    if found["weekday"]:
        return monday + timedelta(days=_WEEKDAYS.index(found["weekday"])), None
    first, last = {"말": (5, 6), "초": (0, 2)}.get((found["part"] or "")[-1:], (0, 6))
    return monday + timedelta(days=first), monday + timedelta(days=last)


def _weekday(found: re.Match[str], now: datetime) -> _Days:
    """The newest such day; `지난` is not today, `이번` of this week, `다음` of the next."""
    wanted, today = _WEEKDAYS.index(found["weekday"]), now.date()
    turn = _TURNS[found["turn"]] if found["turn"] else None
    if turn is not None and turn >= 0 and found["turn"] not in {"돌아오는", "오는"}:
        return today + timedelta(days=7 * turn + wanted - today.weekday()), None
    if turn == 1:
        return today + timedelta(days=(wanted - today.weekday() - 1) % 7 + 1), None
    back = (today.weekday() - wanted) % 7
    return today - timedelta(days=7 if turn == -1 and back == 0 else back), None


def _weekend(_found: re.Match[str], now: datetime) -> _Days:
    saturday = now.date() - timedelta(days=(now.weekday() - 5) % 7)
    return saturday, saturday + timedelta(days=1)


def _full_date(found: re.Match[str], _now: datetime) -> _Days:
    year = int(found["year"])
    return date(year if year > 99 else 2000 + year, int(found["month"]), int(found["day"])), None


def _month_day(found: re.Match[str], now: datetime) -> _Days:
    month, day = int(found["month"]), int(found["day"])
    return _newest(now.date(), ((now.year - ago, month, day) for ago in range(9))), None


def _said_year(found: re.Match[str], now: datetime) -> _Days:
    year = now.year - {"재작년": 2, "작년": 1, "지난해": 1, "올해": 0}[found["year"]]
    if found["day"]:
        return date(year, int(found["month"]), int(found["day"])), None
    if found["only"]:
        return _part_of_month(year, int(found["only"]), "")
    return date(year, 1, 1), date(year, 12, 31)


def _day_of_month(found: re.Match[str], now: datetime) -> _Days:
    months = (_months_on(now.date().replace(day=1), -ago) for ago in range(3))
    day = int(found["day"])
    return _newest(now.date(), ((month.year, month.month, day) for month in months)), None


def _newest(today: date, candidates: Iterable[tuple[int, int, int]]) -> date | None:
    for year, month, day in candidates:
        if 1 <= day <= calendar.monthrange(year, month)[1] and date(year, month, day) <= today:
            return date(year, month, day)
    return None


def _turned_month(found: re.Match[str], now: datetime) -> _Days:
    month = _months_on(now.date().replace(day=1), _TURNS[found["turn"]])
    if found["day"]:
        return month.replace(day=int(found["day"])), None
    return _part_of_month(month.year, month.month, found["part"] or "")


def _month(found: re.Match[str], now: datetime) -> _Days:
    month = int(found["month"])
    year = now.year if month <= now.month else now.year - 1
    return _part_of_month(year, month, found["part"] or "")


def _part_of_month(year: int, month: int, part: str) -> _Days:
    last = calendar.monthrange(year, month)[1]
    first, until = {"초": (1, 10), "중순": (11, 20), "말": (21, last)}.get(part, (1, last))
    return date(year, month, first), date(year, month, until)


# A "전" of 전화, 전부, 전체 says no time.
_AGO = r"전(?!화|부(?!터)|체|달|국|혀|자)"
_HOW_LONG = (
    rf"(?:\s?(?P<how>{_AGO}|째|뒤|후(?!기)|있다가|동안)"
    r"|(?:이나|이|가)?\s?(?P<over>넘게|넘도록)"
    r"|(?=(?:이나|이|가)?\s?(?P<gone>넘었|넘어서|지났|지나도|됐|되었|된지|기다)))"
)
_TIMES: Final[tuple[tuple[re.Pattern[str], _Resolve], ...]] = tuple(
    (re.compile(pattern), resolve)
    for pattern, resolve in (
        (
            r"(?<![가-힣])(?:방금|막|조금\s?전|좀\s?전|아까|지금\s?막)(?=$|[^가-힣]|에|요|전|부터)",
            _just_now,
        ),
        (
            r"(?<![가-힣])(?P<near>그끄저께|그저께|그제|어저께|어제|어젯밤|간밤|지난밤|엊저녁|오늘|금일"
            r"|내일\s?모레|내일|모레|글피)(?!의집)",
            _near_day,
        ),
        (
            rf"(?:(?P<days>{'|'.join(_DAY_COUNTS)})|(?P<count>{_COUNTED})\s?"
            rf"(?P<unit>일|주일|주|달|개월|년|시간|분)){_HOW_LONG}",
            _counted,
        ),
        (rf"(?<![가-힣])(?:며칠|몇\s?일|몇\s?주|몇\s?달|한참|얼마){_HOW_LONG}", _untold),
        (
            r"(?:(?P<turn>지지난|저저번|지난|저번|이번|다다음|다음|담)\s?주|(?P<ago>[1-9]|[한두세네])\s?주\s?전)"
            r"(?!말)(?:\s?(?:에|의)?\s?"
            rf"(?:{_WEEKDAY}|(?P<part>초|말)))?",
            _week,
        ),
        (r"(?:지난\s?|저번\s?|이번\s?)?주말", _weekend),
        (rf"(?:(?P<turn>지난|저번|이번|다음|돌아오는|오는)\s?)?{_WEEKDAY}", _weekday),
        (
            r"(?<!\d)(?P<year>20\d\d|\d\d)\s?[-./년]\s?(?P<month>1[0-2]|0?[1-9])\s?[-./월]\s?"
            r"(?P<day>3[01]|[12]\d|0?[1-9])(?!\d)일?",
            _full_date,
        ),
        (
            rf"(?P<year>재작년|작년|지난해|올해)(?:\s?(?:{_MONTH_DAY}|(?P<only>1[0-2]|0?[1-9])월))?",
            _said_year,
        ),
        (rf"(?<!\d){_MONTH_DAY}", _month_day),
        (
            r"(?<![\d./-])(?P<month>1[0-2]|0?[1-9])/(?P<day>3[01]|[12]\d|0?[1-9])(?![\d/])",
            _month_day,
        ),
        (
            r"(?P<turn>지지난|저저번|지난|저번|이번|다음)\s?달(?:\s?(?:(?P<day>\d{1,2})일|(?P<part>초|중순|말)))?",
            _turned_month,
        ),
        (r"(?<!\d)(?P<month>1[0-2]|0?[1-9])월(?:\s?(?P<part>초|중순|말))?", _month),
        (
            r"(?<![\d.,월]\s)(?<![\d.,월])(?P<day>3[01]|[12]\d|[1-9])일(?=에|날|부터|까지|\s|$|이요|요)",
            _day_of_month,
        ),
        (rf"(?:{_HOLIDAY})(?:\s?연휴)?(?:\s?(?:전|후|때|지나고|끝나고))?", _untold),
    )
)


# What is said of an order beside its number

_ADDRESS: Final = re.compile(
    r"(?:(?:서울|부산|대구|인천|광주|대전|울산|세종)(?:특별시|광역시|특별자치시|시)?|(?:경기|강원|충북|충남|전북|전남|경북|경남|제주)(?:특별자치)?도?"
    r"|충청[남북]도|전라[남북]도|경상[남북]도)\s?(?:[가-힣]{0,5}(?:시|군|구)\s?){0,3}"
    r"[가-힣0-9·]{1,12}(?:읍|면|동|리|가|로|길)(?:\s?\d{1,5}번?길)?\s?\d{1,5}(?:-\d{1,4})?[^\n.!?]{0,60}"
)
_AFTER_ADDRESS: Final = re.compile(
    r"(?<=[\d호층동관])(?:(?:으로|로)(?:요|\s?[가-힣\s]*)|이에요|예요|입니다|이요|요|임)\s*$"
)


def address(text: str) -> str | None:
    """A postal address down to its number, without what is said around it; None without one."""
    found = _ADDRESS.search(_unnumbered(_clean(text)).replace(_TAKEN, " "))
    return None if found is None else _AFTER_ADDRESS.sub("", found[0]).strip(" ,")


_QUANTITY: Final = re.compile(
    r"(?<![\d가-힣])(?:\d{1,5}|한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|스무|[이삼사오육칠팔구]?십|백)\s?"
    r"(?:개|벌|박스|상자|켤레|장|병|봉지?|세트|묶음|권|자루|대|쌍|포|통|팩|캔|마리|송이|그루)(?!월|째|번|당|정|중)"
)


def quantity(text: str) -> str | None:
    """How many, as the customer wrote it (`두 개`, `3벌`)."""
    found = _QUANTITY.search(_clean(text))
    return None if found is None else found[0]


# An answer to the satisfaction question

_STARS: Final = re.compile(r"^\s*([⭐★]{1,5})(?![⭐★])")
_SCORE: Final = re.compile(
    r"^\s*(?:네|음|저는|별점?|만족도는?|점수는?)?\s*(?P<score>[1-5]|만|다섯|네|세|두|한)\s?"
    r"(?:(?P<unit>점|개|별)(?:이?요|입니다|이에요|예요|드려요|드릴게요|줄게요|만점)?|(?=\s*$|[.,!~]|\s)(?!\s*(?:번|일|개|주|월|시|명|층|호|만|천|%)))"
)
_WORD_SCORES: Final = {"만": 5, "다섯": 5, "네": 4, "세": 3, "두": 2, "한": 1}


def score(text: str) -> int | None:
    """1 to 5, where a text begins with a score (`4`, `5점이요! 빨라서 좋았어요`, `⭐⭐⭐`)."""
    found = _scored(text)
    return None if found is None else found[0]


def comment(text: str) -> str:
    """What is said beside the score, without punctuation at its ends."""
    found = _scored(text)
    rest = _clean(text) if found is None else _clean(text)[found[1] :]
    return rest.strip(" \t\n.,!~?…·-ㅎㅋㅠㅜ")


def _scored(text: str) -> tuple[int, int] | None:
    """The score and where it ends."""
    clean = _clean(text)
    stars = _STARS.match(clean)
    if stars:
        return len(stars[1]), stars.end()
    found = _SCORE.match(clean)
    if found is None:
        return None
    word, unit = found["score"], found["unit"]
    if word.isdigit():
        # "3개 주문", "2일째" count something else.
        return None if unit == "개" and "별" not in clean[:4] else (int(word), found.end())
    return (_WORD_SCORES[word], found.end()) if unit == "점" or "별" in clean[:4] else None
