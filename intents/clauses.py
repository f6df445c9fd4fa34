"""The parts of a message that may each hold a request of their own."""

import re
from typing import Final

MOST: Final = 6  # parts that are looked at: the last ones, where the request mostly is
_LONGEST: Final = 2_000  # characters that they are looked for in: time grows with the square
_SHORTEST: Final = 4  # letters of a part; `네.` and `저기요!` ask for nothing
_SHORTEST_THING: Final = 2  # letters of a thing that is asked for beside another (`재질`)
_JOINT: Final = "\x1f"
_ENDS: Final = re.compile(
    r"[.?!~\n…。？！;]+|(?:^|\s)(?:그리고|그리구|글구|또한|추가로)(?=\s|$)",
)
# `배송비는 얼마고 교환은 어떻게 하나요`: a new topic begins behind the ending.
_GOES_ON: Final = re.compile(
    # What somebody said (`된다고 하셨는데`) and what comes first (`받고 나서`) end nothing.
    r"(?<=[가-힣])(?<!그리)(?<![다라냐자])고(?:요|,)?\s+"
    r"(?!싶|있|계[시신]|나서|나니|보니|보면)(?=[가-힣 ]{1,9}(?:은|는|도)\s)"
    # `배송비 얼마고 언제 출고돼요`: two things are asked.
    r"|(?<=얼마)고(?:요|,)?\s+(?=언제|며칠|몇|어디|어떻게)"
)
# `배송 며칠 걸리고 카드 할부 되나요`: what is asked, and a thing of which another is.
_ASKED_TWICE: Final = re.compile(
    r"((?:언제|얼마나?|며칠|몇|어디|어떻게)[가-힣]{0,3}\s?[가-힣]{0,6})(?<![재입창광참최])고(?:요|,)?\s+"
    r"(?!있|계|싶|나서)(?=(?:[가-힣]{1,5}[^야서면고려게록\s]\s){1,2}(?:되[나는]|돼|있[나어]|가능|얼마|언제|어떻|어케|몇))"
)
# `배송비가 얼마인지랑 며칠 걸리는지요`: each is asked; but not `얼마인지 궁금해요`.
_ASKED: Final = re.compile(
    r"(?<=[가-힣]지)(?:요|도)?(?:이?랑|하고|와)?,?\s+"
    r"(?!알|궁금|모르|문의|물어|확인|말씀|여쭤|여쭙|좀|답|봐|보|안|못|마|않|말)(?=[^\n]*지(?:요|도)?\W*(?:(?:좀\s)?(?:알려|궁금|문의|말씀|답)[가-힣\s]*)?\W*$)"
)
# `견적이랑 세금계산서 되나요`: two things are wanted; but not `설명이랑 실물이 달라요`.
_BOTH: Final = re.compile(
    r"(?<=[가-힣])이?랑\s+"
    # A thing of the first (`배송비랑 기간`) is no topic of its own.
    # What something is looked up by is one (`이름이랑 전화번호로 조회되나요`).
    r"(?![가-힣]{1,8}(?:으로|로)\s)"
    r"(?!(?:기간|시간|날짜|방법|절차|일정|순서|금액|가격|번호)(?:은|는|이|가|을|를|도|좀)?\s)(?=[^\n.?!]*(?:(?:지요?|나요|까요|가요|죠|주세요|줘요|부탁[가-힣]*|궁금[가-힣]*|문의[가-힣]*|좀요?|법(?:이?요|좀요?)?|얼마[가-힣]{0,3})[^\w\n.?!]*(?:[\n.?!]|$)|[?]))"
    r"(?![^\n.?!]*(?:다[르른]|달라|같[은이아]|똑같|비슷|비교|안\s?맞|틀리|중에?))"
)
# `영수증 출력이랑 배송지 변경 둘 다 하고 싶어요`: two things to be done.
_DONE: Final = "(?:출력|발급|변경|취소|교환|반품|환불|수정|추가|포장|조회)"
_BOTH_DONE: Final = re.compile(
    # `취소하고 환불해 주세요` is one.
    rf"(?<={_DONE})(?:이?랑|과|(?<!취소)(?<!반품)(?<!교환)하고)\s+(?=[^\n]{{0,12}}{_DONE}[^\n]*"
    r"(?:싶어요|싶은데요?|싶습니다|할게요|하려고요|하려구요|해\s?주세요|부탁[가-힣]*|해야\s?(?:해요|돼요))\W*$)"
)
#: What ends a part that wants to know something.
_WANTS_TO_KNOW: Final = re.compile(
    r"(?:나요|까요|가요|[ㄴ는은]지요?|죠|법(?:이?요|좀요?)?|(?:얼마|언제|며칠)[이예에]?[예에]?요)$|(?:는지|법)(?:도|좀|를|을)?\s?(?:알려|궁금|가르쳐)"
)
# `카드 되나요 현금영수증도 되나요`: one question behind the other, without a mark.
_UNMARKED: Final = re.compile(
    r"([가-힣](?:나요|까요|[은는]가요|인가요|[은는]지요)|(?:얼마|언제|어디|며칠)[이예에]?[예에]?요|[되하있]죠)\s+"
    r"(?!안|못|되|얼마|언제|며칠|어디|어떻게|몇|왜)(?=[가-힣][^\n.?!]*(?:[가-힣](?:나요|까요|가요|지요|죠|[은는도]요|[되돼]요)|(?:얼마|언제|어디|며칠)[가-힣]{0,3})[\s,~ㅋㅎㅠㅜ]*(?:[\n.?!]|$))"
)
_NOUNS: Final = ("얼마", "언제", "어디", "뭐", "누구")
_SENTENCE: Final = re.compile(r"[^\n.?!]*[?]?")
#: What was or is not so (`안 했고`, `연락도 없고`) asks for nothing.
_DENIED: Final = re.compile(r"(?:^|\s)[안못]\s?[가-힣]{1,5}$|없$")
_PAST: Final = 20  # the final consonant of 했, 됐, 었: its place in a syllable's block
#: `확인 부탁드립니다`, `어떻게 된 건지 봐 주세요`: asks for what the rest of the message is about.
_ONLY_LOOKS: Final = re.compile(
    r"(?:그럼|일단|혹시|한번|좀|꼭|다시|빨리|얼른|빠른|바로|이거|이것|이부분|어떻게된(?:건|일인|거)지)*"
    r"(?:확인|체크|답변|답|회신|안내|검토|문의)?(?:을|를|좀|만|도|한번|빨리|꼭)*"
    r"(?:(?:부탁|문의)(?:드(?:려|립|릴)|해|합|좀)?|(?:해|하여|하고|하셔서)?(?:주|줘|드|바랍)|(?:알아)?(?:봐|보고)(?:주|줘)?|알려(?:주|줘)|가르쳐주|궁금(?:해|합))"
    r"(?:세[요여용]|시겠(?:어요|습니까)|실래요|시기바랍니다|시면감사[가-힣]{0,5}|시면좋겠[가-힣]{0,4}|십시오|요|여|용|니다|실수있[가-힣]{0,5}|시나요|시죠)?"
)

_GOES_WITH_IT: Final = re.compile(r"[가-힣]{2,4}으로")


def parts(text: str) -> tuple[str, ...]:
    """The sentences of `text`, at most six; nothing when it is one only.

    Sentences end with a mark or a new line, and before words or a topic that begin another request.
    """
    text = _UNMARKED.sub(r"\1\n", _GOES_ON.sub(_ending, text[-_LONGEST:]))
    if "고" in text:
        text = _ASKED_TWICE.sub(r"\1나요\n", text)
    text = _BOTH_DONE.sub(_JOINT, _BOTH.sub(_JOINT, _ASKED.sub("\n", text)))
    long = [piece for part in _ENDS.split(text) for piece in _joined(part)]
    return tuple(long[-MOST:]) if len(long) > 1 else ()


def _joined(part: str) -> list[str]:
    """A part as one piece, or the things that 랑 joins, be they as short as `사이즈`."""
    pieces = [piece.strip() for piece in part.split(_JOINT)]
    least = _SHORTEST if len(pieces) == 1 else _SHORTEST_THING
    return [piece for piece in pieces if _letters(piece) >= least and not _only_looks(piece)]


def _letters(piece: str) -> int:
    return sum(map(str.isalnum, piece))


def _only_looks(piece: str) -> bool:
    """Whether a part only asks to see to the rest, or goes on with it (`… 안 돼요? 현금으로`)."""
    plain = "".join(filter(str.isalnum, piece))
    return bool(_ONLY_LOOKS.fullmatch(plain) or _GOES_WITH_IT.fullmatch(plain))


def is_asked(part: str, text: str) -> bool:
    """Whether a part of `text` is a question, by its ending or by the mark behind it."""
    if _WANTS_TO_KNOW.search(part) or f"{part}?" in text:
        return True
    # `교환비용이랑 반품주소 알려주세요`: both are; what a short one means nobody could tell.
    joints = ("랑 ", "이랑 ") if "랑 " in text and len(part) >= _SHORTEST else ()
    return any(f"{part}{joint}" in text or f"{joint}{part}" in text for joint in joints)


def _ending(found: re.Match[str]) -> str:
    """The ending that the clause would have as a sentence: `하고` asks `하나요` before a question.

    What was done or is denied stays told, as does what stands before something told.
    """
    before = found.string[: found.start()]
    if before.endswith(_NOUNS):
        return "예요\n"
    rest = _SENTENCE.match(found.string, found.end())
    asked = rest is not None and (rest[0].endswith("?") or _WANTS_TO_KNOW.search(rest[0].rstrip()))
    past = (ord(before[-1]) - ord("가")) % 28 == _PAST and before[-1] != "있"
    return "고\n" if past or not asked or _DENIED.search(before[-8:]) else "나요\n"
