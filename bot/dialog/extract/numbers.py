"""Numbers in free text: an order's, a phone's; and the text without them."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from bot.dialog.extract.edges import trimmed
from bot.dialog.extract.letters import cleaned, once, plainly
from bot.patterns import searched

SEOUL = ZoneInfo("Asia/Seoul")

TAKEN: Final = "\0"  # stands where a number was read; joins nothing


ENDING = (
    r"(?:이에요|이예요|예요|에요|이에[용여염욤]|이?예[용여염욤]|에[용여염욤]|입니다|이고요|이고|고요|이구요|구요|이요|요|인데요|인데|이ㄴ데"
    r"|이?네요|이?던데요?|이라고|라고|임|이?여|이오|이라오|이라예|라예|올시다|일세)"
)


class _Number(NamedTuple):
    start: int
    end: int
    digits: str


class _Numbers(NamedTuple):
    orders: tuple[_Number, ...]
    phones: tuple[_Number, ...]


_NONE: Final = _Numbers((), ())

_GAP = r"[ .\-]{0,3}"

_NAVER = searched(rf"(?<![0-9])2(?:{_GAP}[0-9OoIl]){{15}}(?![0-9])")

_LOOKALIKES: Final = str.maketrans("OoIl", "0011")

_DIGIT = searched("[0-9]")
#: Digits of the shortest number that is read, an order's behind a word for it.
_FEWEST: Final = 6

_DATED = re.compile(r"20[0-4]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")

_PIECES = searched(r"[0-9A-Za-z]+")

PARTICLE = r"(?:은|는|이|가|도|를|로)?"

_SIGN = r"\s{0,3}[:=#(\[.\-]{0,3}\s{0,3}"

_COURIER = (
    r"(?:cj|CJ|씨제이|대한통운|한진|롯데|로젠|우체국|경동|대신|쿠팡)(?:대한통운|택배|로지스)?"
)

_OTHER_NUMBER = searched(
    r"(?:송장|계좌|통장|(?:등기|택배|카드|사업자|상품|품목|쿠폰|우편|인증|비밀|모델|제품|예약"
    r"|전화|휴대폰|핸드폰|폰|고객|회원|문의|접수)\s?번호|바코드|품번|전번|연락처)"
    rf"(?:\s?번호)?\s?{PARTICLE}"
    # `송장 한진 412345678901`
    rf"(?:\s?{_COURIER})?{_SIGN}$"
)

# `CJ 650123456789인데`: a parcel's, which is no longer than 13 digits.
_COURIER_BEFORE = searched(rf"(?<![가-힣A-Za-z]){_COURIER}(?:\s?번호)?{_SIGN}$")

_BANK = (
    r"(?:국민|신한|농협|카카오뱅크|카뱅|토스뱅크|케이뱅크|새마을금고|수협|신협|우체국"
    r"|[가-힣]{2}은행)"
)

_ACCOUNT_BEFORE = searched(rf"(?:계좌|통장|{_BANK})[^0-9\0]{{0,15}}$")

_ACCOUNT = searched(rf"(?:{_BANK}|계좌)[^0-9\n]{{0,12}}[0-9][0-9\-]{{8,}}")

_MAIL = searched(r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{2,63}){1,3}")

# The number by which a business pays its taxes: three, two and five digits.
_BUSINESS = searched(r"(?<![\d-])\d{3}-\d{2}-\d{5}(?![\d-])")

_OTHER_AFTER = re.compile(
    rf"\s{{0,2}}(?:이|가|은|는)?\s{{0,2}}(?:운?송장|계좌)\s?(?:번호)?{ENDING}"
)

_ACCOUNT_AFTER = re.compile(rf"\s{{0,2}}{_BANK}")

_PRICE_AFTER = re.compile(r"\s?원(?![피래])")

HINTED = searched(
    r"(?:주문\s?(?:번호|넘버)|주번|오더\s?(?:번호|넘버)|(?:구매|결제|거래)\s?번호"
    rf"|order\s?(?:no\.?|number|id)|(?<![가-힣])번호)\s{{0,3}}{PARTICLE}{_SIGN}(?=[0-9])",
    re.IGNORECASE,
)

_NEXT_HINTED = re.compile(r"\s{0,2}(?:,|/|&|이랑|랑|하고|와|과|및|그리고)\s{0,2}(?=[0-9]{6})")

_GROUP = re.compile(r"[0-9]+(?:-[0-9]+){0,4}")

_BARE = searched(r"(?<![0-9A-Za-z.,/])(?<![A-Za-z]-)[0-9]{8,21}(?: ?- ?[0-9]{1,12}){0,2}(?![0-9])")

_PLAIN_DATE = re.compile(r"(?:20[0-4]\d)(?:-\d{1,2}-\d{1,2}|\d{4})")

_LINK = searched(r"https?://[^\s가-힣]+")

# `010에 2233에 4455`, as it is dictated
_IN_PHONE = r"[ .\-()에의]{0,3}"

_AREA = r"(?:2|3[1-3]|4[1-4]|50\d|5[1-5]|6[1-4]|70|80)"

_PHONE = searched(
    r"(?<!\d)(?<!\d-)(?:"
    rf"\+?\(?82{_IN_PHONE}0?{_IN_PHONE}1[016789]|\+\(?82{_IN_PHONE}0?{_IN_PHONE}{_AREA}"
    rf"|\(?0(?:1[016789]|{_AREA})"
    rf"){_IN_PHONE}\d{{3,4}}{_IN_PHONE}\d{{4}}(?!\d|-\d)"
)

#: `… 을 …로`: the first of two numbers is the wrong one.
_TURNED = searched(
    r"\d{4}\s*(?:을|를|에서|이\s*아니(?:라|고)|가\s*아니(?:라|고)|말고|아니고)\s*[\d+(]"
    r"(?!.*(?:둘|두\s*(?:개|번호)))"
)

_COMPANY_PHONE = searched(
    r"(?<!\d)(?<!\d[ .\-])1(?:5(?:22|33|44|66|77|88|99)|6(?:00|11|33|44|55|6[0168]|70|77|88|99)"
    r"|8(?:00|11|22|33|44|55|66|77|88|99))[ .\-]{0,3}\d{4}(?!\d|[.\-]\d| \d{3}|\s?원)"
)

_COMPANY = re.compile(r"1(?:5(?:22|33|44|66|77|88|99)|6(?:00|11|33|44|55|6[0168]|70|77|88|99))")


_MASKED = re.compile(r"(?:\d{2,4}-)?\*{3,4}-\d{4}")


@once
def order_numbers(text: str) -> tuple[str, ...]:
    """The order numbers in a text as plain digits, each once, in the order they are named.

    Naver's have 16 digits beginning with the date; those of other shops 8 to 20. Without a word
    such as `주문번호` before it a number needs ten digits, and not to be a phone number.
    """
    return tuple(dict.fromkeys(order.digits for order in _numbers(cleaned(text)).orders))


def contact(text: str) -> str | None:
    """Where else somebody is written to: an e-mail address, or a business's number."""
    clean = cleaned(text)
    found = _MAIL.search(clean) if "@" in clean else _BUSINESS.search(plainly(clean))
    return None if found is None else found[0]


def has_account(text: str) -> bool:
    """Whether a bank account is told, by its bank (`농협 302-1234-5678-91`)."""
    return bool(_ACCOUNT.search(cleaned(text)))


@once
def phone(text: str) -> str | None:
    """The first Korean phone number in a text, as `010-1234-5678`.

    Where one is to become another (`010-1234-5678을 010-1234-5679로`), it is the other.
    """
    phones = _numbers(cleaned(text)).phones
    turned = len(phones) == 2 and _TURNED.search(plainly(cleaned(text)))
    return _hyphened(phones[1 if turned else 0].digits) if phones else None


def mask_phone(phone: str) -> str:
    """A phone number that may be shown to people: `010-****-5678`."""
    if _MASKED.fullmatch(phone):
        return phone
    digits = re.sub(r"[^0-9]", "", plainly(cleaned(phone)))
    if len(digits) < 8:
        return "****" if phone else ""
    first, *middle, last = _hyphened(_national(digits)).split("-")
    return f"{first}-{'*' * len(middle[0])}-{last}" if middle else f"****-{last}"


def masked(text: str) -> str:
    """The text with every phone number masked, and without what lies beyond its 4,000th letter."""
    clean = cleaned(text)
    parts, end = [], 0
    for found in _numbers(clean).phones:
        parts += [clean[end : found.start], mask_phone(_hyphened(found.digits))]
        end = found.end
    return "".join([*parts, clean[end:]])


@once
def _numbers(clean: str) -> _Numbers:
    plain = plainly(clean)
    if len(_DIGIT.findall(plain)) < _FEWEST:
        return _NONE
    naver = _naver(plain)
    plain = _without(plain, naver)
    if len(_DIGIT.findall(plain)) < _FEWEST:
        return _Numbers(tuple(naver), ())
    phones = _phones(plain)
    plain = _LINK.sub(lambda link: TAKEN * len(link[0]), _without(plain, phones))
    hinted = _hinted(plain)
    bare = _bare(_without(plain, hinted))
    return _Numbers(tuple(sorted([*naver, *hinted, *bare])), tuple(phones))


def _without(plain: str, numbers: list[_Number]) -> str:
    for start, end, _ in numbers:
        plain = plain[:start] + TAKEN * (end - start) + plain[end:]
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
    # A date and a company's phone number have 16 digits as well; not in one way of writing.
    between = set(re.sub("[0-9A-Za-z]", "", found[0]))
    joined = len(between) == 1 or " " not in between
    alike = between == {"-"} or (joined and not _COMPANY.match(digits[8:]))
    return sizes[:3] != [4, 2, 2] or alike


def _said_otherwise(plain: str, start: int, end: int) -> bool:
    before = plain[max(0, start - 24) : start]
    return bool(_OTHER_NUMBER.search(before) or _OTHER_AFTER.match(plain, end))


def _phones(plain: str) -> list[_Number]:
    phones = [
        _Number(*found.span(), _national(re.sub(r"[^0-9]", "", found[0])))
        for pattern in (_PHONE, _COMPANY_PHONE)
        for found in pattern.finditer(plain)
    ]
    hints = {found.end() for found in HINTED.finditer(plain)}
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
    for hint in HINTED.finditer(plain):
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
        whole = 10 <= len(digits) <= 20 and not otherwise_or_price(plain, *found.span())
        # With hyphens and no date it is an account, a card or a parcel.
        if whole and (not others or (_DATED.match(first) and not _DATED.match(others[0]))):
            numbers.append(_Number(*found.span(), digits))
    return numbers


def otherwise_or_price(plain: str, start: int, end: int) -> bool:
    before = plain[max(0, start - 24) : start]
    return (
        _said_otherwise(plain, start, end)
        or (end - start <= 13 and bool(_COURIER_BEFORE.search(before)))
        or bool(_ACCOUNT_BEFORE.search(before))
        or bool(_ACCOUNT_AFTER.match(plain, end))
        or bool(_PRICE_AFTER.match(plain, end))
    )


_INTRODUCES = searched(
    r"(?:(?<![가-힣])(?:제|저의|상품)\s?)?"
    r"(?:상품\s?주문\s?번호|주문\s?(?:번호|넘버)|주번|(?:구매|결제|오더)\s?번호|연락처|전번"
    r"|(?:전화|핸드폰|휴대폰|휴대전화|폰)(?:\s?번호)?|(?<![가-힣])번호)"
    rf"\s?{PARTICLE}{_SIGN}$"
)

_FOLLOWS = re.compile(
    rf"[)\]]?\s?(?:번\s?)?(?:(?:이|가)\s?(?:제\s?)?주문\s?번호{ENDING}|{ENDING}|이랑|랑|하고"
    r"|그리고|와|과|로\s?해\s?주세요|으?로요?|에서|에|의|은|는|건|(?:이|가)\s?맞(?:아요|습니다|네요)|번)(?![가-힣])[.,!~]*"
)


@once
def without_numbers(text: str) -> str:
    """What a text says besides order and phone numbers and the words that introduce them."""
    clean = cleaned(text)
    plain = plainly(clean)
    found = _numbers(clean)
    if found is _NONE:
        return trimmed(clean)
    parts, end = [], 0
    for number in sorted([*found.orders, *found.phones]):
        begin = max(end, number.start - 24)
        intro = _INTRODUCES.search(plain[begin : number.start])
        parts.append(clean[end : begin + intro.start() if intro else number.start])
        follows = _FOLLOWS.match(plain, number.end)
        end = follows.end() if follows else number.end
    return trimmed(" ".join([*parts, clean[end:]]))


@once
def unnumbered(clean: str) -> str:
    found = _numbers(clean)
    return _without(plainly(clean), [*found.orders, *found.phones])
