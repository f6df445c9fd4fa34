"""Where a parcel shall go: an address in free text, without what is said around it."""

from __future__ import annotations

import re
from typing import Final

from bot.dialog.extract.letters import cleaned, once
from bot.dialog.extract.numbers import TAKEN, unnumbered
from bot.patterns import searched

_PROVINCE: Final = (
    r"(?:(?:서울|부산|대구|인천|광주|대전|울산|세종)(?:특별시|광역시|특별자치시|시)?"
    r"|(?:경기|강원|충북|충남|전북|전남|경북|경남|제주)(?:특별자치)?도?"
    r"|충청[남북]도|전라[남북]도|경상[남북]도)"
)
#: Cities that are written without 시, and without their province, as often as not.
_CITY_WORDS: Final = """
수원 성남 의정부 안양 부천 광명 평택 동두천 안산 고양 과천 구리 남양주 오산 시흥 군포 의왕 하남
용인 파주 이천 안성 김포 화성 양주 포천 여주 춘천 원주 강릉 동해 태백 속초 삼척 청주 충주 제천
천안 공주 보령 아산 서산 논산 계룡 당진 전주 군산 익산 정읍 남원 김제 목포 여수 순천 나주 광양
포항 경주 김천 안동 구미 영주 영천 상주 문경 경산 창원 진주 통영 사천 김해 밀양 거제 양산 서귀포
"""
_CITY: Final = rf"(?<![가-힣])(?:{'|'.join(_CITY_WORDS.split())})"
_DISTRICT: Final = r"[가-힣]{1,5}(?:시|군|구|읍|면)\s?"
_DISTRICTS: Final = r"(?:[가-힣]{0,5}(?:시|군|구)\s?){0,3}"
_ROAD: Final = (
    r"(?:[가-힣0-9·]{1,12}(?:읍|면|동|리|가|로|길)(?:\s?\d{1,5}번?길)?\s?\d{1,5}(?:-\d{1,4})?"
    # What goes to a barracks.
    r"|(?:[가-힣]{1,6}\s)?사서함\s?(?:제\s?)?\d{1,5}(?:-\d{1,4})?호?)"
)
_REST: Final = r"[^\n.!?]{0,60}"

# The bare name of a city is many another word (`이천 원`): a district or 시 must follow it.
_ADDRESS: Final = searched(
    rf"(?:{_PROVINCE}\s?(?:{_CITY}\s)?{_DISTRICTS}"
    rf"|{_CITY}(?:시\s?|\s(?={_DISTRICT}))(?:{_DISTRICT}){{0,3}})"
    rf"{_ROAD}{_REST}"
)
_STREET: Final = searched(
    rf"(?:{_CITY}시?\s)?(?:[가-힣]{{1,5}}(?:시|군|구)\s){{0,3}}{_ROAD}(?!개|벌|원|시|분|일|월|번째){_REST}"
    r"|[^\n.!?]{0,30}\d{1,4}동\s?\d{1,5}호[^\n.!?]{0,30}"
)

_BUILDING: Final = (
    r"(?:아파트|빌라|빌딩|타워|텔|맨션|주택|연립|상가|하우스|캐슬|자이|파크|마을|단지|빌|센터|병원"
    r"|학교|회사)"
)
#: A flat ends an address, but for the building or the quarter named behind it.
_FLAT: Final = searched(
    r"(?<!\d)\d{1,5}호(?:\s?\([가-힣0-9A-Za-z ,]{1,30}\)"
    rf"|\s[가-힣0-9A-Za-z]{{0,12}}{_BUILDING}(?![가-힣]))?"
)
#: What is told of the courier's way, of who gets it or of what shall be done is no place.
_BESIDE: Final = searched(
    rf"{TAKEN}|(?<=[\d호층])(?:이|가)\s?맞[아는습네다]|[\s,]+(?:그리고|공동\s?현관|현관|출입|비번|비밀\s?번호|부재|경비실|관리실|택배함|무인|문\s?앞|집\s?앞|받는|받으|수령|수취|이름"
    rf"|성함|연락처|전화|휴대폰|핸드폰|번호"
    r"|맞게|맞아|맞습|맞네|맞나|맞죠|맞지|맞는지|맡겨|놔|놓|두고|배송|배달|보내|바꿔|변경|수정|해\s?주|부탁|좀\s|으로\s|로\s|여기|입니다|이에요|예요|이요|근데|혹시|그런데|꼭|빨리|오늘|내일)"
    # A name before the number that goes along with it.
    rf"|[\s,]+[가-힣]{{2,4}}(?<!빌라|빌딩|타워|맨션|주택|연립|상가)(?:은|는|이|씨|님)?\s?{TAKEN}"
)
_AFTER: Final = searched(
    r"(?<=[\d호층동관라트텔딩션택워)])(?:(?:으로|로)(?:요|\s?[가-힣\s]*)$"
    r"|(?:이었|였)[가-힣\s]*$"
    r"|(?:이에요|이예요|에요|예요|입니다|이요|요|임|이고요?|이구요|구요|고요|인데요?|으로요?|로요?(?!\s\d))(?=[\s,~]|$)[^\n]*)"
)

_SLIP: Final = (
    r"(?:아니(?:다|야|요|에요|구나|라|고)?|아차|아참|아이고|앗|아|어|엇|잠깐만?요?|잠시만요?|죄송(?:해요|합니다)?|잘못\s?(?:썼|적었|봤|쳤)[가-힣]{0,3}|다시\s?보니까?|정정(?:할게요|합니다|요)?"
    r"|\d{1,5}호(?:가|이)?\s?아니(?:라|고))"
)
#: `1203호 아 다시 보니 1202호네요`: of two flats the second holds.
_MENDED: Final = searched(
    rf"(?P<block>(?:\d{{1,4}}동\s?)?)\d{{1,5}}호(?:로|요|이요|이에요|예요|이고|고|인데|네요|가|이)?[\s,.~…]+(?:{_SLIP}[\s,.~…]+){{1,3}}(?P<fixed>(?:\d{{1,4}}동\s?)?\d{{1,5}}호)"
)


def _place(found: re.Match[str]) -> str:
    """The place alone: whatever is asked, told or wished for behind it is left out."""
    place, end = found[0], len(found[0])
    if mended := _MENDED.search(place):
        block = "" if "동" in mended["fixed"] else mended["block"]
        return f"{place[: mended.start()]}{block}{mended['fixed']}"
    # Behind a box number stands the unit.
    cuts = [flat.end() for flat in _FLAT.finditer(place)][-1:] if "사서함" not in place else []
    cuts += [beside.start() for beside in _BESIDE.finditer(place)][:1]
    place = place[: min(cuts, default=end)]
    return _AFTER.sub("", place).strip(" ,")


@once
def address(text: str) -> str | None:
    """A postal address down to its number, without what is said around it; None without one."""
    found = _ADDRESS.search(unnumbered(cleaned(text)))
    return None if found is None else _place(found)


@once
def street(text: str) -> str | None:
    """A street with a number, or a building with a flat, where the city goes without saying."""
    found = _STREET.search(unnumbered(cleaned(text)))
    return None if found is None else _place(found)
