"""What is ordered: an option, the goods."""

from __future__ import annotations

import re
from typing import Final

from bot.dialog.extract.letters import cleaned
from bot.dialog.extract.numbers import order_numbers, unnumbered, without_numbers
from bot.dialog.extract.places import address
from bot.dialog.extract.quantities import QUANTITY
from bot.patterns import searched


def essence(text: str) -> str:
    """The text without numbers of orders and phones and without an address: what it wants.

    These say nothing about it, and would count as much as a sentence. A text of nothing else stays.
    """
    if not (any(letter.isdigit() for letter in text) or order_numbers(text)):
        return text  # `이공이육 일일이공 …` is one, too
    bare = _ABOUT_NUMBER.sub(" ", without_numbers(text))
    place = address(text)
    if place:
        bare = bare.replace(place, " ")
    return bare if len(_LETTERS.findall(bare)) >= _LEAST_LETTERS else text


#: What is said of a number that is not known, and of the name told in its place.
_ABOUT_NUMBER: Final = searched(
    r"주문\s?번호(?:는|를|가|은)?\s?(?:잘\s?)?(?:모르|몰라|없|기억|못\s?찾|안\s?보)\S*"
    r"|(?:제\s?)?(?:이름|성함)(?:은|이)?\s?[가-힣]{2,4}(?:이고요?|이구요?|이에요|예요|입니다|,|\s|$)"
    r"|(?<![가-힣])(?:전화\s?)?번호(?:는|은)?\s*(?:이에요|예요|입니다|이요)?\s*$"
)
_LETTERS: Final = searched("[가-힣a-zA-Zㄱ-ㅎ]")
_LEAST_LETTERS: Final = 3
_COLOUR: Final = (
    r"[가-힣]{1,8}(?:색|컬러)|(?:딥|다크|라이트|네온|핫|인디)(?:블루|그린|핑크|그레이|네이비|브라운|베이지|카키|옐로우|레드)|블랙|화이트|네이비|그레이"
    r"|아이보리|베이지|핑크|브라운|카키|민트|퍼플|레드|블루|그린|옐로우?|오렌지"
    r"|크림|와인|버건디|차콜|실버|골드|검정|하양|빨강|파랑|노랑|초록|보라|분홍|곤색|투명"
)
#: Letters of sizes by their names (`엘로`, `투엑스엘로`).
_SPELLED_SIZE: Final = (
    r"(?<![가-힣])(?:(?:원|투|쓰리)?엑스엘|에스|엠|엘)"
    r"(?=\s|으?로|사이즈|이?[요에]|[을를]|$)"
)
_SIZE: Final = (
    rf"[2-5]XL|X{{0,3}}[SML]|{_SPELLED_SIZE}|(?:투|쓰리)?엑스라지|라지|미디[엄움]|스몰|프리(?:사이즈)?"
    r"|(?<![\d.,])(?:\d{2,3}(?:호|mm|cm|센티|인치|사이즈)?|\d{1,2}단계)"
)
_A_COLOUR: Final = searched(_COLOUR)
_A_SIZE: Final = searched(rf"(?<![A-Za-z])(?:{_SIZE})(?![A-Za-z])", re.IGNORECASE)
#: `L요` behind `한 치수 큰 걸로`.
_SIZE_ALONE: Final = searched(
    rf"\s*(?P<size>[2-5]XL|X{{0,3}}[SML]|{_SPELLED_SIZE}|(?:투|쓰리)?엑스라지|라지|미디[엄움]|스몰)\s?(?:사이즈)?(?:으?로)?(?:이?요|입니다"
    r"|주세요)?[\s.!~]*",
    re.IGNORECASE,
)
#: `"사랑해"를 "고마워"로`: what stands between the marks is as it shall be, whatever it is.
_QUOTED: Final = searched(
    r"(?:[\"'“‘][^\"'“”‘’\n]{1,40}[\"'”’]\s?(?:을|를|에서|말고|대신|->|→|이라고|라고)\s?)?"
    r"[\"'“‘][^\"'“”‘’\n]{1,40}[\"'”’]\s?(?:으로|로)(?=\s|요|바|변|수정|해|$)"
)
_CHANGE: Final = searched(
    r"(?:(?P<old>[가-힣A-Za-z0-9]{1,12})\s?(?:사이즈|색상?|호|컬러)?\s?(?:을|를|에서|->|→)"
    # `라벤더 말고 시트러스로`; a wish or `그거` is no option.
    r"|(?<![가-힣A-Za-z0-9])(?!(?:교환|반품|환불|취소|그거|그것|이거|이것|새거)\S*\s?(?:말|대신))"
    r"[가-힣A-Za-z0-9]{1,12}\s?(?:말고|말구|대신(?:에)?)\s(?!교환|반품|환불|취소))\s?"
    # `S24를 S24 플러스로`
    r"(?P<new>(?:[A-Za-z0-9]{1,6}\s)?[가-힣A-Za-z0-9]{1,12}?)\s?(?:사이즈|색상?|호|컬러)?(?:으로|로)(?![가-힣]{2,})(?:요|\s|$)"
)
_FROM_TO: Final = searched(
    rf"(?<![A-Za-z])(?:(?:{_COLOUR})\s)?(?:{_SIZE}|{_COLOUR})\s?(?:에서|을|를|->|→)"
    rf"\s?(?:(?:{_COLOUR})\s)?(?:{_SIZE}|{_COLOUR})(?![A-Za-z0-9])",
    re.IGNORECASE,
)
#: `L 재고 있으면 교환하고 없으면 환불이요`
_IN_STOCK: Final = searched(
    rf"(?<![A-Za-z0-9가-힣])(?P<stocked>{_SIZE}|{_COLOUR})\s?(?:사이즈|색상?|컬러)?(?:이|가|로)?\s?(?:재고(?:가|만)?\s?)?"
    r"(?:있으면|있으시면|되면|가능하면|남아\s?있으면)",
    re.IGNORECASE,
)
#: A place is no option; `주소는 그대로고` moves nothing.
_OF_A_PLACE: Final = searched(
    r"(?:주소|배송지)(?!(?:는|은|지는)?\s?(?:그대로|똑같|동일|같))"
    # `서울 중구 을지로 100 7층이요`
    r"|[가-힣](?:시|구|군|동|읍|면|리)\s[가-힣0-9]{1,10}(?:로|길)\s?[0-9]"
)
_APART: Final = searched(r"(?<=고)\s+|(?<=[요데])\s+|[,.!?\n]+\s*")
_ORDERED: Final = (
    r"(?:잘못\s?)?(?:주문|시[켰키킴]|골[랐라]|선택|결제|구매|샀|산\s|받|왔|온\s|적|써|쓰|되어|돼"
    r"|했는데|했지만|했던)"
)
#: `2인용으로 주문했는데 4인용으로 변경하고 싶어요`: behind what was ordered any word will do.
_AFTER_ORDERED: Final = searched(
    rf"(?:으로|로|을|를)?\s?{_ORDERED}[가-힣]{{0,6}}[\s,.]+(?:혹시\s|그냥\s"
    rf"|다시\s)?(?P<new>(?!교환|환불|반품|취소)[가-힣A-Za-z0-9]{{1,12}}?(?:으로|로))"
    r"\s?(?:변경|바꿔|바꾸|바꿀|교환|수정)"
)
#: `아이폰15프로인데 15로 시킴`: the first is meant; of `잘못 시켰네요 퀸인데 슈퍼싱글로` a person
#: sees which.
_SLIPPED: Final = searched(
    r"(?<![가-힣A-Za-z0-9])(?P<meant>(?=[가-힣]{0,10}[A-Za-z0-9])[가-힣A-Za-z0-9]{2,14}?)인데\s[가-힣A-Za-z0-9]{1,12}?(?:으로|로)\s?(?:잘못\s?)?(?:시[켰킴]|주문[했함]|골[랐라]|눌[렀러]|선택)"
    r"|(?:잘못|착각|실수)[^\n]{0,14}?\s(?P<pair>[가-힣A-Za-z0-9]{1,10}인데\s[가-힣A-Za-z0-9]{1,10}(?:으로|로))[요\s.!~]*$"
)
#: `Happy로 했는데 Merry로요`: what was chosen, and what it shall be.
_CHOSEN: Final = searched(
    r"(?:으로|로|라고)\s?(?:했|적었|썼|신청했|골랐|넣었)는데\s(?P<new>(?!교환|환불|반품|취소|다시|따로|바로|새로|그대로|제대로|반대로|서로)[가-힣A-Za-z0-9]{1,14}?(?:으로|로))"
    r"(?=이?요|\s?(?:바꿔|변경|수정|해\s?주|할게|부탁)|[\s.!~]*$)"
)
_HOW: Final = re.compile("다르게|같게|똑같[이게]|따로|제대로|정확[히하게]{1,2}")
_INTO: Final = searched(
    r"(?:한|두|1|2)\s?(?:치수|사이즈)\s?(?:더\s?)?(?:작은|큰|업|다운|크게|작게)(?!\s?(?:왔|온\s|나왔|나온|나와|나오))(?:\s?(?:걸로|거로|것으로|사이즈로|요))?|"
    rf"(?<![A-Za-z])(?:(?P<colour>{_COLOUR})(?:\s(?:{_SIZE}))?|(?P<size>{_SIZE}))"
    # `블랙으로 주문했는데`, `핑크로 잘못 골랐어요`: that is what was ordered.
    rf"(?:\s?사이즈)?(?:으로|로)(?!\s?{_ORDERED})(?=요|교환|바꿔|바꾸|변경|보내|주세요|부탁|할|해|하[려고겠]|[\s.,!~]|$)",
    re.IGNORECASE,
)
#: `사이즈 교환하고 싶은데 재고 있나요? 블랙 M이요`: behind what is wanted, and by itself.
_BEHIND: Final = searched(
    rf"[?!.,\0요다죠]\s+(?P<new>(?:{_COLOUR})(?:\s(?:{_SIZE}))?|(?:{_SIZE}))\s?(?:사이즈)?"
    r"(?:이?요|입니다|로요?)?[\s.!~]*$",
    re.IGNORECASE,
)
#: `블랙 M이요`: both of what it shall be.
_PAIR: Final = searched(
    rf"\s*(?P<pair>(?:{_COLOUR})\s?(?:{_SIZE}))\s?(?:사이즈)?(?:으?로)?(?:이?요|입니다|주세요)?[\s.!~]*",
    re.IGNORECASE,
)
#: A time, a number of pieces or an adverb is no goods that were ordered.
_NO_GOODS: Final = (
    r"(?!(?:어제|오늘|그제|그저께|엊그제|아까|방금|저번|지난|이번|처음|분명|제대로|확실히|똑같이|이거|그거"
    r"|저거|같이|따로|그냥|잘|또|제가|내가|전에)(?![가-힣]{4})|\d{1,2}(?:일|월|개|시)|(?:[한두세네]|다섯)\s?(?:개|포대?|봉지?|상자|박스|병|벌|켤레|세트|권|장|팩|캔|통|쌍)"
    r"|(?:개|포대?|봉지?|상자|박스|병|벌|켤레|세트|권|장|팩|캔|통|쌍)(?![가-힣])|하나)"
)
#: `180 주문했는데 170이 왔어요`, `원래 컵이고 온 건 접시예요`: what was ordered.
_GOT_ANOTHER: Final = searched(
    rf"(?<![가-힣A-Za-z0-9]){_NO_GOODS}(?P<old>(?:(?:{_COLOUR})\s)?[가-힣A-Za-z0-9]{{1,12}}?)(?:을|를|으로"
    rf"|(?<![키킬])로)?(?:\s(?:하나|[한두세네\d]\s?(?:개|벌|켤레|봉지?|박스)))?\s?(?:주문|시켰|시킨|골랐|선택)[가-힣]{{0,6}}(?:는데|지만"
    rf"|더니)\s?(?!(?:아직|벌써|이제|왜|또)\s)(?:[가-힣A-Za-z0-9]{{1,8}}\s)?[가-힣A-Za-z0-9]{{1,12}}?(?:이|가|만)?\s?(?:왔|옴|와서|도착|들어(?!가))"
    r"|(?<![가-힣])(?:원래(?:는|껀|건)?|(?:주문|시킨)(?:한)?\s?(?:건|거는?"
    r"|것은))\s?(?P<first>(?:[가-힣A-Za-z0-9]{1,12}\s)?[가-힣A-Za-z0-9]{1,12}?)(?:이고|이구|인데|이었는데|였는데"
    r"|고)\s?(?:온|받은|도착한|배송된)\s?(?:건|거|것)"
    # `빨간 컵 대신 노란 컵이 왔어요`
    r"|(?<![가-힣A-Za-z0-9])(?!(?:전화|답변?|답장|문자|연락|카?톡|환불|교환|이거|그거)\s)(?P<instead>(?:[가-힣A-Za-z0-9]{1,8}\s)?[가-힣A-Za-z0-9]{1,12}?)(?:이|가)?\s?(?:대신(?:에)?|아니라|아니고|말고)\s(?:[가-힣A-Za-z0-9]{1,8}\s)?[가-힣A-Za-z0-9]{1,12}?(?:이|가|만)\s?(?:왔|와\s?있|들어\s?있|배송)"
    # `주문한 건 핑크인데 코랄이 왔어요`
    rf"|(?:주문|시킨|원래)(?:한)?\s?(?:건|거는?|것은|껀)\s?{_NO_GOODS}(?P<mine_first>[가-힣A-Za-z0-9]{{1,12}}?)(?:이었는데|였는데|인데)\s[가-힣A-Za-z0-9]{{1,12}}?(?:이|가)\s?(?:왔|옴|와\s?있|도착)"
    # `저는 화이트오크 시켰거든요, 이거 맞나요?`
    rf"|(?:(?<=저는)|(?<=제가)|(?<=전)|(?<=분명)|(?<=분명히))\s{_NO_GOODS}(?P<mine>(?:[가-힣A-Za-z0-9]{{1,8}}\s)?[가-힣A-Za-z0-9]{{1,12}}?)(?:을|를|으로|로)?\s?(?:시켰|주문했|골랐|선택했)"
    r"(?:(?=[^.?!]*(?:(?:이거|이게|이건)\s?(?:가\s?)?맞|(?:박스|상자|라벨|택|제품|기계)에))|(?:거든요?|는데요?)[\s.~!]*$)"
    rf"|(?P<ordered>{_COLOUR}|{_SIZE})(?:(?:을|를)?\s?(?:주문|시켰|시킨|골랐)[가-힣]{{0,6}}(?:는데|지만|더니)"
    rf"|인데)\s?(?:{_COLOUR}|{_SIZE})(?![A-Za-z])"
    # `전부 아이보리로 시켰거든요`
    rf"|(?P<all>{_COLOUR}|{_SIZE})(?:\s?사이즈)?(?:으로|로)만?\s?(?:시켰|주문했|골랐)(?:거든요|는데요?(?=[\s.~!]*$))"
    # `제가 시킨 건 남색인데요`
    rf"|(?:주문한|시킨|고른|산|선택한)\s?(?:건|거는|것은|게|거)\s?(?P<sole>{_COLOUR}|{_SIZE})(?:\s?사이즈)?(?:인데요?|이었는데요?|였는데요?|이?거든요)[\s.!~]*$"
    # `230으로 시켰는데 재 보니 220이에요`
    r"|(?<![\dA-Za-z])(?P<measured>\d{2,3}(?:cm|센티)?)(?:을|를|으로|로|짜리)?\s?(?:주문|시켰|골랐|샀)[가-힣]{0,4}(?:는데|더니)\s?"
    r"(?:실제로?는?\s?|(?:재|받아|열어)?\s?보니까?\s?|재면\s?)\d{2,3}(?!\d)"
)
_FEWER: Final = searched(
    r"(?:하나|(?:[한두세네]|\d{1,4})\s?(?:개|장|벌|팩|봉지?|병|권|박스|켤레|세트|키로|킬로|kg|그램|g|리터|ml))\s?(?:만|밖에)\s?(?:안\s?)?(?:왔|들어|도착|배송)"
)
#: What another detail follows of the same goods (`색도 검정으로`).
_ALSO: Final = searched(
    r"(?:(?P<side>가로|세로|높이|폭|깊이|두께|길이|지름)|색(?:상|깔)?|컬러|사이즈|치수|크기)(?:도|은|는)"
)


#: `핑크 말고 민트요`, and nothing else: what is wanted in place of what was ordered.
_INSTEAD: Final = searched(
    r"\s*(?:(?:아|네|음|저는|그럼)[\s,.]+)?(?P<rather>(?!(?:교환|반품|환불|취소|그|이|저|새|다른)(?:거|것|건|게)?\s?(?:말|대신))"
    r"[가-힣A-Za-z0-9]{1,12}\s?(?:말고|말구|대신(?:에)?)\s(?!교환|반품|환불|취소|다른|딴|새)[가-힣A-Za-z0-9]{1,12}?)"
    r"(?:이?요|이?에요|예요|입니다|주세요)[\s.!~]*"
)


#: Where only a group of what is found is the option.
_NAMED: Final = frozenset(
    (
        _SLIPPED,
        _CHOSEN,
        _AFTER_ORDERED,
        _GOT_ANOTHER,
        _SIZE_ALONE,
        _IN_STOCK,
        _BEHIND,
        _PAIR,
        _INSTEAD,
    )
)


def option(text: str, known: str = "") -> str | None:
    """What it should be instead, as the customer wrote it (`240을 245로`, `아이보리로`).

    A colour stands beside a size that is `known`, and a size beside a colour; of two of a kind the
    last one counts.
    """
    clean = cleaned(text)
    if _OF_A_PLACE.search(clean):
        # `색상 블랙으로 바꿔 주시고 배송지도 변경해 주세요`
        beside = [part for part in _APART.split(clean) if not _OF_A_PLACE.search(part)]
        clean = " ".join(part for part in beside if _kinds(part))
        if not clean:
            return None
    plain = unnumbered(clean)
    found = (
        _QUOTED.search(plain)
        or _SLIPPED.search(plain)
        or _CHOSEN.search(plain)
        or _AFTER_ORDERED.search(plain)
        or _CHANGE.search(plain)
        or _FROM_TO.search(plain)
        or _INTO.search(plain)
        or _GOT_ANOTHER.search(plain)
        or _IN_STOCK.search(plain)
    )
    # `검정 M으로요`: both of what it shall be.
    found = _PAIR.fullmatch(plain) or found
    if found is None:
        found = _SIZE_ALONE.fullmatch(plain) if known else _BEHIND.search(plain)
        found = found or _PAIR.fullmatch(plain) or _INSTEAD.fullmatch(plain)
    if found is None:
        return None
    if found.re is _GOT_ANOTHER and _FEWER.search(plain):
        return None  # `식빵 주문했는데 3개 중 하나만 왔어요`
    part = _part(found)
    said = clean[found.start(part) : found.end(part)].strip()
    if _HOW.fullmatch(said):
        return None  # `사이즈 다르게 시켰는데`
    also = _ALSO.search(plain) if known else None
    if also is not None and also["side"]:
        said = f"{also['side']} {said}"
    other = known and (also is not None or _kinds(known).isdisjoint(_kinds(said)))
    return f"{known}, {said}" if other and said not in known else said


def names_kind(text: str) -> bool:
    """Whether a size or a colour is named (`하이 이거 블랙 230 있나여`)."""
    return bool(_kinds(text))


def kind_named(text: str) -> str:
    """The one size or colour of a line (`XL 있어요?`), or empty."""
    named = {*_A_COLOUR.findall(text), *_A_SIZE.findall(text)}
    return named.pop().upper() if len(named) == 1 else ""


def _part(found: re.Match[str]) -> str | int:
    """The group that is the option where not all that was found is it."""
    named = found.groupdict() if found.re in _NAMED else {}
    return next((name for name, value in named.items() if value), 0)


def _kinds(said: str) -> set[str]:
    """Whether a size, a colour, or both are named."""
    kinds = set()
    if _A_COLOUR.search(said):
        kinds.add("colour")
    if _A_SIZE.search(said):
        kinds.add("size")
    return kinds


#: What is said before the goods are named, and what ends their name.
_BEFORE_GOODS: Final = re.compile(
    r"(?:[ㅋㅎㅠㅜ]+|혹시|저기요?|안녕하세요|네|아|그|그럼|그러면|미안|죄송(?:해요|한데)?|근데|이번에|지난번에|전에|제가|저|상품|제품"
    # A day is no size.
    r"|(?:\d{1,2}월\s?)?\d{1,2}일(?:에|날|까지)?|(?:지난|이번|다음)\s?[주달]에?|[월화수목금토일]요일에?"
    r"|(?:농담|장난)(?:이고요?|이에요|이었어요|이었고요?)|그건\s?그렇고|그나저나|다름이?\s?아니라)[.!~,]?\s"
)
_AFTER_GOODS: Final = searched(
    r"재입고|재고|입고|품절|언제|다시|알림|알려|들어오|나오|있나|없나|살\s|사고|구할|구매|어떻게|왜|주문"
)
_PARTICLES: Final = searched(r"(?:은|는|이|가|을|를|도|요|이요|이에요|예요|으로|로)$")


#: Height and weight, in either order; a size that is worn may follow.
_MEASURES: Final = searched(
    r"(?<![0-9])(?:1[3-9][0-9](?:\.[0-9])?[^0-9]{0,8}(?<![0-9])(?:1[0-4][0-9]|[3-9][0-9])"
    r"|(?:1[0-4][0-9]|[3-9][0-9])(?:\.[0-9])?(?:kg|킬로|키로)[^0-9]{0,8}1[3-9][0-9])(?![0-9])"
)

#: `평소엔 55 입어요`
_WEARS: Final = searched(
    r"(?:평소|보통|원래|주로|다른\s?옷)(?:엔|에는|에|은|는)?\s?(?:상의|하의|옷|사이즈|티)?(?:는|은)?\s?"
    r"(?:[2-9][0-9]|1[01]0|[2-9]XL|X{0,3}[SML]|[Xx]{0,3}[sml]|프리)(?:\s?사이즈)?(?:을|를)?\s?(?:입|신)(?:어|는|고|습)"
)


def tells_measures(text: str) -> bool:
    """Whether a person's height and weight are told (`170에 65인데`), or what he wears else."""
    return bool(_MEASURES.search(text) or _WEARS.search(text))


def goods(text: str) -> str | None:
    """A piece of goods that is named closely, by its kind and a colour or a size.

    `네이비 가디건 M 언제 재입고돼요` names one, `치마 재입고 언제 돼요` does not.
    """
    for clause in _CLAUSE.split(cleaned(text)):
        said = clause.strip()
        while found := _BEFORE_GOODS.match(said):
            said = said[found.end() :].lstrip()
        end = _AFTER_GOODS.search(said)
        name = _PARTICLES.sub("", said[: end.start()].strip() if end else "")
        if 2 <= len(name.split()) <= 6 and (_kinds(name) or _OF_A_BED.search(name)):
            return name
    return None


_KINDS: Final = re.compile(
    rf"(?:슈퍼)?싱글|더블|퀸|킹|{_COLOUR}|(?<![A-Za-z])[XSML]{{1,3}}(?![A-Za-z])"
)
#: How beds and what lies on them are measured (`전기장판 싱글`).
_OF_A_BED: Final = searched(r"(?:슈퍼)?싱글|더블|퀸|킹|[1-6]인용|[0-9]+(?:평형|인치|리터|구)")


def goods_of(lines: str) -> str | None:
    """The goods that one of several lines names closely, and the other size of a later one."""
    said = lines.split("\n")
    place = next((at for at, line in enumerate(said) if goods(line)), None)
    if place is None:
        return None
    named = goods(said[place]) or ""
    later = [one for line in said[place + 1 :] for one in _KINDS.findall(line)]
    return ", ".join([named, *dict.fromkeys(one for one in later if one not in named)])


def last_alike(text: str, new: str) -> str | None:
    """The last size of a text where `new` is a size; so with a colour, and with how many."""
    for pattern in (_SIZE, _COLOUR, QUANTITY.pattern):
        alike = re.compile(rf"(?<![A-Za-z])(?:{pattern})(?![A-Za-z])", re.IGNORECASE)
        if alike.fullmatch(new):
            return next((found[0] for found in reversed([*alike.finditer(text)])), None)
    return None


_CLAUSE: Final = searched(r"[.!?\n,]")
_TRACKING: Final = searched(
    r"[가-힣]에서?\s?(?:\d{1,2}일|이틀|사흘|나흘|닷새|며칠|일주일|열흘)째|"
    r"(?:배송|배달)\s?완료|멈춤|멈춰|멈춘|멈췄|그대로|안\s?움직|움직이[지질]\s?않|(?:이동|추적|배송|조회)\s?(?:내역|기록|이력)(?:이|도|은)?\s?(?:없|안)|송장\s?(?:번호)?(?:이|가|도|은|는)?\s?(?:아직\s?)?(?:없|안\s?[떴떠뜨나])|준비\s?중|집[하화]|배송\s?출발|상품\s?인수"
    r"|(?:이?라고|으로)만\s?(?:떠|나와|나오|뜨|뜹|표시|\d)|간선|터미널|허브|물류센터|배송\s?중으로|출고\s?전|꼼짝"
    # `일주일 전에 배송시작이라고 떴어요`
    r"|(?:배송|배달|출고|발송|집화|집하|상품)\s?(?:시작|출발|중|준비\s?중|준비|지시|인수|예정)\s?(?:이?라고|으로|로)\s?(?:만\s?)?(?:떴|뜬|떠\s?있|뜨|나와|나오|나온|나왔|나옴|돼\s?있|되어|문자|알림|카톡)"
    r"|(?:부터|째)\s?(?:계속\s?|아직\s?)?(?!집|회사|사무실)[가-힣]{1,8}에(?:서|만)?\s?(?:계속\s?)?있"
)


def tracking(text: str) -> str | None:
    """What the carrier's page says, as the customer tells it (`목요일부터 대전에서 멈춰있어요`)."""
    clauses = _CLAUSE.split(without_numbers(cleaned(text)))
    return next((clause.strip()[:100] for clause in clauses if _TRACKING.search(clause)), None)
