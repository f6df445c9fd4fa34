"""A person in free text: his name, the last digits of his phone, his number for the customs."""

from __future__ import annotations

import re
from typing import Final

from bot.dialog.extract.letters import cleaned, once, plainly
from bot.dialog.extract.numbers import ENDING, PARTICLE, TAKEN, phone, unnumbered
from bot.dialog.extract.times import earliest
from bot.patterns import searched

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
    "경관국권규균근기길나남늘덕라란람래례련록룡름리린림만명모무문미민배백범별병봉빈상서석선섭성솔수숙순슬"
    "승식신실아안애연열엽영예옥완용우욱운웅원월유윤율은음이익인일자재정종주준중지진찬창채천철춘충태"
    "택필하학한해향혁현형혜호홍화환효후훈휘희"
)

# Whole given names that are made of no usual syllables.
_WHOLE_WORDS: Final = """
고은 새은 하늘 가을 노을 여름 겨울 새봄 아름 슬기 보람 빛나 다솜 새롬 초롱 한별 은별 샛별
고운 이슬 나래 누리 두리 바다 파랑 사랑 소망 믿음 온유 지혜 라온 가람
말순 말자 말숙 말례 복순 복자 복희 복남 복례 점순 점례 점숙 끝순 끝자 분순 분례 분이 필순 판순 막순
막동 막례 막녀 막심
한결 한솔 예슬 다슬 으뜸 힘찬 우람 송이 별이 봄이 단비 꽃님 달래 길동
"""
_WHOLE: Final = frozenset(_WHOLE_WORDS.split())

_ONLY: Final = frozenset("준훈철혁민현진솔결별건율빈웅찬호선영정숙산설린")

# Words that are made like names. The first row bars whatever begins with them.
_NO_NAME_BEGINS_WORDS: Final = """
주문 배송 문의 전화 연락 송장 주소 반품 고객 지금 오늘 오전 오후 하자 진짜 정말 여기
이거 이게 이건 이번 유료 신청 신발 안녕 안내 연결 선물 전부 전체 제발 제품 조회 조금
장난 고장 구매 구입 성함 이름 어제 어디 언제 원래 정보 방금 지난 이제 이틀 정상 하루
변경 공지 도착 금액 인증 오케 오키 잠시 잠깐
"""

_NO_NAME_BEGINS: Final = frozenset(_NO_NAME_BEGINS_WORDS.split())

_NO_NAMES_WORDS: Final = """
제가 제꺼 제거 이상해 이상한 이미지 이상은 이유 강원도 경기도 제주도 강아지 고양이 한라봉 도라지
유산균 소시지 오미자 정수기 주전자 성인용 남성용 여성용 유아용 남아용 여아용 안전화 고무신
신문지 도자기 전주시 원주시 진주시 여주시 양주시 남양주 성남시 안양시 안성시 하남시
서산시 천안시 원인은 원인이 지연은 지연이 한정은 현재 신선 설정 한정 고정 인정 지정
진정 표현 반영 선호 신호 국민 주민 고민 유선 구정 최고 최악 최근 조정 안정 공정 여정
추정 선정 제정 심정 공유 문자 용지 인기 전기 지연 지원 주인 주민 하나 소매 기한 기간
기준 유통 구성 성분 원단 노란 하얀 남색 전체 서명 주문자 남자 여자 우리 모두 정도 이용
사용 이전 이후 이상 이하 정지 유지 공지 금지 방지 반지 편지 전지 선명 전원 전선 전자
소재 기재 성별 차별 구별 지인 공인 신용 채용 유용 주의 유의 문제 선택 소식 우선 여전
안전 차이 고인 성인 남성 여성 남은 우산 양산 은은 진한 연한 유기 도시 공기 용기 전국
한국 미국 남해 동해 서해 진해 지하 기사 기사님 주기 인사 원산지 배송지 주소지 연휴 오시
오이 고기 소고기 안경 유아 여아 남아 육아 원형 소형 신형 인형 대형 중형 한영 이월 유월
오월 구월 사원 직원 회원 조원 공원 인원 오천원 이천원 구천원 육천원 오만원 이만원 현금
이에용 이예용 이에여 이에염 예용 에용
송금 요금 지우 지은 하얀 이중 공중 공용 전용 여행용 어린이 아이 제안 방안 도안 남이
전이 정이 이런 그런 공시 전시 문서 주문서 서류 기회 기대 반대 안심 진심 한심 조심 여주
이여름 이겨울 이가을 한여름 한겨울 한가을 하나만 하나로 하나도 하나씩
전주 나주 원주 진주 양주 성주 공주 제주 마지 기지 이지 오지 설명 유명 조명 증명 이어
기인 인하 인상 이해 오해 손해 방해 지방 공방 소화 전화 강화 은화 정규 신규 소유 여유
우유 두유 석유 주유 원유 고유 자유 기름 소름 이마 기자 우정 조만 신상은 신상이
"""

_NO_NAMES: Final = frozenset(_NO_NAMES_WORDS.split())

_NO_NAME_ENDS: Final = frozenset(
    "은는을를에로요집호층개번원장시쯤만까서고면데음함지게야께랑님씨것거했왔갔샀됐었았였겠"
)
_NO_PEOPLE_WORDS: Final = """
이번주 오늘도 여기요 이거요 그거요 주말에 오전에 오후에 현관문 안에다 신청자 구매자 남겨줘
"""
_NO_PEOPLE: Final = frozenset(_NO_PEOPLE_WORDS.split())

_TO_NAME = searched(
    r"(?:(?:이름|성함)(?:으로)?\s?(?:찾아|조회해?|확인해?|봐)\s?(?:주세요|줘요?|주실래요|주이소|주소|달라|바)|(?:주문자|주문하신\s?분)(?:\s?(?:명|이름|성함))?|이름|성함|성명"
    # Whoever gave it has ordered it.
    r"|(?:보낸|보내신|선물한|선물하신|선물해\s?준|사\s?준)\s?(?:분|사람)(?:\s?이름)?"
    r"|구매자\s?명?|예금주|입금자\s?명?|수령인|수취인"
    r"|받는\s?(?:분|사람)(?:\s?이름)?)"
    # `이름 이지은`: a letter behind a space is no particle.
    r"(?:은|는|이|가|도|을|를|만)?\s{0,2}[:=]?\s{0,2}(?:(?:남편|아내|와이프|신랑|엄마|어머니|아빠|아버지|동생|언니|오빠|누나|형|딸|아들|친구)(?:인|분)?\s)?([가-힣]{2,12})(?![가-힣])"
)

_GETS_IT = r"(?:받는\s?(?:사람|분)|수령인|수취인|이름|성함)"
#: `박진수에서 박진서로요`, `한 글자 틀렸네 박진석이요`: the name that is to be.
_RENAMED = searched(
    r"(?<![가-힣])[가-힣]{2,4}(?:에서|인데|이었는데|말고|아니고)\s?([가-힣]{2,4}?)(?:으?로)(?!\s?(?:잘못\s?)?(?:적|썼|쓰|입력|기재|되|돼|됐|나왔|나와|떴|왔|찍|했|주문))(?:요|이요|변경|바꿔|수정|해|부탁|\s|$)"
    r"|(?:틀렸|틀린|오타|잘못)[가-힣]{0,4}[\s,.]+([가-힣]{2,4}?)(?:이?요|이에요|예요|입니다|임)?[\s.~!]*$"
    # `받는 분 성함 변경해 주세요 박지훈으로요`, `수령인을 박지훈으로 바꿔 주세요`
    rf"|{_GETS_IT}[^\n]{{0,8}}?(?:변경|바꿔|바꾸|수정|고쳐)[^\n]{{0,24}}?(?<![가-힣])([가-힣]{{3}})(?:으?로)(?:요|이요|[\s.~!]*$|\s?(?:변경|바꿔|수정|해|부탁))"
    rf"|{_GETS_IT}(?:을|를|은|는|만)?\s([가-힣]{{3}})(?:으?로)\s?(?:좀\s?)?(?:변경|바꿔|바꾸|바꿀|수정|고쳐)"
)
#: `김민정인데 김민경으로 왔어요`: what stands on goods is nobody's name who writes.
_ON_GOODS = searched(r"[가-힣]{2,4}으?로\s?(?:왔|와\s?있|새[겨긴]|찍혀|나왔|인쇄|박혀)")
#: `그분 이름은 김…이라던데요`: who is complained of.
_OF_STAFF = searched(
    r"(?:그|저|이)\s?(?:분|사람)(?:의)?\s?$|(?:직원|상담(?:원|사)|담당자|기사|매니저|사장)(?:님|분)?(?:의)?\s?$"
)
#: `이름으로 찾아 주세요 한지민 5521`
_LOOK_FOR = searched(
    r"(?:찾아|조회해?|확인해?|봐)\s?(?:주세요|줘요?|주실래요|주이소|주소|달라)|이름으로"
)
_IS_WRITTEN = re.compile(r"\s?(?:써|적|쓰여|되어|돼|나와|찍혀)")
_PRESENTS = re.compile(
    r"\s*(?:안녕하세요[!~.,\s]*)?(?:(?:저는|저|전|제가)\s+)?"
    r"([가-힣]{2,4}?)(?:입니다|인데요?|이라고\s?(?:합니다|해요)|라고\s?(?:합니다|해요))(?![가-힣])"
)
#: `취소해 주세요 김태호입니다`: who signs what he asks for.
_SIGNS = searched(
    rf"(?:[요죠음]|(?<!보)다)[\s.,!~]+([가-힣]{{3,4}}?)(?:입니다|이?에요|예요|이?요|이?라고\s?(?:합니다|해요))[\s.!~]*{TAKEN}*[\s.]*$"
)

#: `김미정이고 010-…`, `홍순철이고 전화는 010-…`: who is called on the number that follows.
_BEFORE_NUMBER = searched(
    r"(?<![가-힣])([가-힣]{2,4}?)(?:님|씨)?(?:(?:이름)?(?:으로|로)\s?(?:주문|구매)(?:했어요|했고요?|했는데요?|했습니다)|이고요?|이구요?|이에요|입니다|,)?\s{0,2}"
    rf"(?:(?:전화|핸드폰|휴대폰|폰)\s?(?:번호)?|연락처|번호|전번)?\s?{PARTICLE}\s{{0,2}}{TAKEN}"
)

#: `010-9988-7766 이은주 어제 받았고`
_BEHIND_NUMBER = searched(
    rf"{TAKEN}\s?(?:이?고요?|이?요|입니다|,|/)?\s{{0,2}}([가-힣]{{3}}?)(?:님|씨)?(?:{ENDING}|(?:\s?이름)?으?로(?=\s?(?:주문|구매|결제|시[켰킨])))?(?=[\s,./]|$)"
)
#: `어제 저녁에요 45000원 홍길동`: who paid.
_PAID_BY = searched(
    r"[0-9만천백,]+\s?원(?:이?고요?|이?요|입니다|,|/)?\s{1,2}([가-힣]{3})(?:님|씨)?(?:이?요|입니다|이?에요|예요)?[\s.~!]*$"
)
#: `김지훈인데 김지흔이라고 썼어요`: the first of two is meant.
_MEANT_NAME = searched(
    r"(?<![가-힣])([가-힣]{2,4}?)(?:님|씨)?인데\s+[가-힣]{2,4}?(?:이?라고|으?로)(?![가-힣])"
)

_SAID_SO = (
    rf"{ENDING}|이라고합니다|라고합니다|이라고해요|라고해요|으로|로"
    # `박말순이`, `김영자라 카는데예`
    r"|(?<=[가-힣]{3})이|이?[여유]|이?라(?:카는데|카니더|카는)[가-힣]{0,2}"
)
_NAME_WORD = re.compile(rf"([가-힣]{{2,4}}?)(?:님|씨)?(?:{_SAID_SO})?")
#: Behind `이름은` more may follow: `김순자고 전화는 …`.
_NAMED_WORD = re.compile(rf"([가-힣]{{2,4}}?)(?:님|씨)?(?:{_SAID_SO}|으?로요|고|구|임더|이더)?")

#: Most lines hold nothing that could be a name: no number to stand beside it, no word that says so,
#: and no syllables of one.
_LONG_SURNAME: Final = "|".join(sorted(_LONG_SURNAMES))
_MAY_HOLD_A_NAME: Final = searched(
    "[0-9]|이름|성함|성명|주문자|주문하신|구매자|예금주|입금자|수령인|수취인|받는"
    rf"|(?!{'|'.join(sorted(_NO_NAME_BEGINS))})(?:[{''.join(sorted(_SURNAMES))}]|{_LONG_SURNAME})"
    rf"(?:[{''.join(sorted(_FIRST))}][{''.join(sorted(_SECOND))}]|{'|'.join(sorted(_WHOLE))})"
    rf"|(?:{_LONG_SURNAME})[{''.join(sorted(_ONLY))}]"
)

_TOKEN = searched(r"[가-힣ㄱ-ㅣ]+|[0-9]+|[A-Za-z]+")

_FILLERS_WORDS: Final = """
네 넵 예 요 이요 에 에요 예요 이에요 입니다 이고 이고요 이구요 인데요 인데 안녕하세요
저는 저 제 이름 고객 쯤 쯤이요 부터 부터요 님 그리고 하고 로 로요 번호 번호는 전화
전화번호 전화번호는 연락처 연락처는 주문번호 주문번호는 핸드폰 휴대폰 폰 폰번호 전번
뒷자리 뒷번호 뒷자리는 뒷번호는 경 경이요 임 주문자 날 이름은 통화
주문한 주문번호를 몰라요 몰라서 모르겠어요 모르겠고 모르겠고요 모르고 모르겠는데
모르겠네요 몰라유 몰것소 몰겄소 모릅니다 모르것소 모르겄소 못찾겠어요 없어요 없고
전화로요 전화로 전화요 이름으로 이름으로요 폰번호로요 엄마 엄마예요 엄마요 엄마고 어머니 어머니예요
아빠 아빠예요 남편 남편이에요 남편이고 아내 아내예요 와이프 와이프예요 신랑 신랑이에요 동생
동생이에요 친구 친구예요 친구요 언니 언니예요 누나 오빠 형 딸 딸이에요 아들 아들이에요
이여라 이여유 이어유 이유 이라예 이라우 이랑께 이지라 이구만 이구먼유 마씸 마씀
"""

_FILLERS: Final = frozenset(_FILLERS_WORDS.split())

_TAIL_SAID = searched(
    r"(?:(?:뒷|뒤|끝)\s?(?:에|의)?\s?(?:(?:네|4)\s?)?(?:번호|자리)?(?:\s?(?:숫자|번호))?"
    r"|(?:전화|핸드폰|휴대폰|폰)\s?(?:번호)?|전번|연락처)"
    rf"\s{{0,2}}{PARTICLE}\s{{0,2}}[:=]?\s{{0,2}}([0-9]{{4}})(?![0-9]|\s?[년원/.\-])"
)

_TAIL_THEN_SAID = searched(
    r"(?<![0-9\-])([0-9]{4})\s?(?:이|가)?\s?(?:(?:전화|핸드폰|휴대폰|폰)\s?(?:번호)?\s?)?"
    r"(?:뒷|뒤|끝)\s?(?:번호|자리)"
)

_OTHER_TAIL = searched(
    r"(?:주문\s?(?:번호)?|카드\s?(?:번호)?|계좌\s?(?:번호)?|송장\s?(?:번호)?)의?\s?$"
)


#: `비회원이라 번호가 없어요 김하나 5678`
_AND_TAIL = searched(
    rf"(?:^|[\s,.])([가-힣]{{3,4}})(?:님|씨)?[\s,/]{{1,2}}([0-9]{{4}})(?![0-9])(?:{ENDING})?[\s.~!]*$"
)

_ANY_DIGIT = searched("[0-9]")
#: `하나은행 뒤에 4407로 끝나는 거요`
_OF_AN_ACCOUNT = searched("은행|뱅크|농협|계좌|통장")

#: `끝자리 8823인데 8832로`: how it shall be.
_TAIL_MENDED: Final = searched(
    r"(?:끝|뒤|뒷)(?:\s?(?:자리|번호|에))?[^\d\n]{0,6}\d{4}\s?(?:인데|가\s?아니(?:고|라)|이\s?아니(?:고|라)|에서|를|을|말고)\s?(\d{4})(?!\d)"
)


@once
def phone_tail(text: str) -> str | None:
    """The last four digits of a phone number, said to be that or beside no more than a name."""
    clean = cleaned(text)
    plain = unnumbered(clean)
    if not _ANY_DIGIT.search(plain) or _OF_AN_ACCOUNT.search(plain):
        return None
    said = _TAIL_MENDED.search(plain) or _TAIL_SAID.search(plain) or _TAIL_THEN_SAID.search(plain)
    if said:
        return None if _OTHER_TAIL.search(plain[: said.start()][-12:]) else said[1]
    behind = _AND_TAIL.search(plain)
    if behind is not None and _is_name(behind[1], beside=False):
        return behind[2]
    if len(plain) > 60:
        return None
    bare = _LOOK_FOR.sub(" ", plain)
    tokens = [token for token in _TOKEN.findall(bare) if token not in _FILLERS]
    digits = [token for token in tokens if token.isascii()]
    others = [token for token in tokens if not token.isascii()]
    if len(digits) != 1 or not _is_tail(digits[0]) or len(others) > 1:
        return None
    return digits[0] if not others or _named(others[0], beside=True) else None


def _is_tail(token: str) -> bool:
    return len(token) == 4 and token.isascii() and token.isdigit()


_FOR_CUSTOMS: Final = searched(r"(?<![A-Za-z])P\s?\d{12}(?!\d)", re.IGNORECASE)


def customs_number(text: str) -> str | None:
    """The number for the customs of who orders from abroad (`P123456789012`)."""
    found = _FOR_CUSTOMS.search(cleaned(text))
    return found[0].replace(" ", "").upper() if found is not None else None


#: What is said around a name that was told: `보낸 사람은 최유진이에요`.
_BEFORE_A_NAME: Final = (
    r"(?:(?:(?:보낸|보내신|선물한|선물하신|선물해\s?준|사\s?준|주문한|주문하신|시킨|받는|받을)\s?(?:분|사람|친구)|이름|성함|주문자|구매자|수령인|예금주)"
    r"(?:\s?이름)?(?:은|는|이|가)?\s{0,2})?"
)


#: `제 이름은 김철수예요`, `저는 김철수입니다`: nothing but that.
_ONE_IS: Final = r"(?<![가-힣])(?:(?:제|저희?|내)\s?(?:이름|성함)(?:은|는|이)?|저는|전|제가)\s?"
_COPULA: Final = (
    r"(?:이?에요|예요|입니다|이라고\s?(?:합니다|해요)|이고요?|인데요?|이?요)(?![가-힣])"
)


def without_name(text: str, named: str) -> str:
    """A line without a name that was read from it, and what was said of whose it is."""
    if not named:
        return text
    said = re.sub(rf"{_ONE_IS}{re.escape(named)}\s?{_COPULA}", " ", text)
    return re.sub(f"{_BEFORE_A_NAME}{re.escape(named)}", " ", said)


def names_itself(text: str) -> bool:
    """Whether a word such as `이름`, or its place at the end, says of a word that it is a name."""
    return bool(_TO_NAME.search(text) or _SIGNS.search(unnumbered(cleaned(text))))


@once
def name(text: str) -> str | None:
    """A person's Korean name, when the text gives one and not merely a word that looks like it."""
    clean = cleaned(text)
    plain = plainly(clean)
    if not _MAY_HOLD_A_NAME.search(plain):
        return None
    for said in _TO_NAME.finditer(plain):
        word = _NAMED_WORD.fullmatch(said[1])
        if _IS_WRITTEN.match(plain, said.end()):
            continue  # `이름이 오세훈이라고 써 있어요` is another's
        if _OF_STAFF.search(plain[: said.start()]):
            continue
        if word and _could_be_name(word[1]):
            return word[1]
    if "로" in plain and _ON_GOODS.search(plain):
        return None
    if (meant := _meant(plain)) is not None:
        return meant
    bare = unnumbered(clean) if phone(clean) else ""
    for beside in (*_BEFORE_NUMBER.finditer(bare), *_BEHIND_NUMBER.finditer(bare)):
        if _is_name(beside[1], beside=False):
            return beside[1]
    told = (
        _AND_TAIL.search(plain),
        _PRESENTS.match(plain),
        _SIGNS.search(unnumbered(clean)),
        _PAID_BY.search(clean),
    )
    sure = (found[1] for found in told if found and _is_name(found[1], beside=False))
    asked, _, behind = clean.rpartition("?")
    # `이름도요? 강하늘`
    alone = behind if any(word in asked for word in ("이름", "성함", "본명", "성명")) else clean
    return next(sure, None) or _name_alone(alone)


def _meant(plain: str) -> str | None:
    """Of two names in a line the one that is meant."""
    renamed = _RENAMED.search(plain)
    new = next(filter(None, renamed.groups()), "") if renamed is not None else ""
    if new and _is_name(new, beside=False):
        return new
    meant = _MEANT_NAME.search(plain)
    return meant[1] if meant and _is_name(meant[1], beside=False) else None


def _name_alone(clean: str) -> str | None:
    plain = unnumbered(clean)
    if len(plain) > 200:
        return None
    beside = TAKEN in plain
    while (time := earliest(plain)) is not None:
        plain = plain[: time.start] + TAKEN + plain[time.end :]
    tokens = [token for token in _TOKEN.findall(plain) if token not in _FILLERS]
    words = [token for token in tokens if not _is_tail(token)]
    beside = beside or len(words) < len(tokens)
    if len(words) != 1 or len(tokens) - len(words) > 1:
        return None
    return _named(words[0], beside=beside)


def _named(word: str, *, beside: bool) -> str | None:
    found = _NAME_WORD.fullmatch(word)
    return found[1] if found and _is_name(found[1], beside=beside) else None


def _is_name(word: str, *, beside: bool) -> bool:
    """Whether a word is a name; one of two syllables only `beside` a number of the person."""
    given = _given(word)
    if len(given) == 2:
        usual = given in _WHOLE or (given[0] in _FIRST and given[1] in _SECOND)
        # Beside a number of the person any name will do that ends like no word of another kind.
        return usual or (beside and word not in _NO_PEOPLE and given[1] not in _NO_NAME_ENDS)
    return len(given) == 1 and given in _ONLY and (beside or word[:2] in _LONG_SURNAMES)


def _could_be_name(word: str) -> bool:
    given = _given(word)
    known = given in _WHOLE or all(one in _FIRST | _SECOND | _ONLY for one in given)
    return 1 <= len(given) <= 3 and (known or (len(given) == 2 and given[1] not in _NO_NAME_ENDS))


def could_be_told(word: str) -> bool:
    """Whether a word may be a name of who was asked for one (`왕밍`)."""
    given = _given(word)
    return 1 <= len(given) <= 2 and given[-1] not in _NO_NAME_ENDS and word not in _NO_PEOPLE


def _given(word: str) -> str:
    if word in _NO_NAMES or word[:2] in _NO_NAME_BEGINS:
        return ""
    if word[:2] in _LONG_SURNAMES and len(word) > 2:
        return word[2:]
    return word[1:] if word[:1] in _SURNAMES else ""
