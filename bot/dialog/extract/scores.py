"""An answer to the satisfaction question: one to five, and what is said beside it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from bot.dialog.extract.letters import cleaned, plainly
from bot.patterns import searched

HIGHEST: Final = 5
#: A score, and the place from which to which it was said.
_Place = tuple[int, int, int]

_EDGES: Final = " \t\n.,!~?…·-ㅎㅋㅠㅜ☆"
_SYLLABLE: Final = re.compile("[가-힣]")
_LAUGH: Final = searched("[ㅋㅎㅠㅜ^]+")
_STARS: Final = re.compile(r"^\s*([⭐★🌟]{1,5})(?![⭐★🌟]|\s?[x*×]?\s?[1-5])")
#: Of two the lower one counts: nobody is taken to be happier than he says.
_RANGE: Final = searched(
    r"^\s*(?P<low>[1-4])\s?점?\s?[~∼-]\s?(?P<high>[2-5])\s?점?(?:\s?정도[가-힣\s]{0,4}\??"
    r"|[가-힣\s]{0,6})[.!~]*\s*$"
)
#: `4랑 5 사이`, `3점이나 4점`: two scores and little beside them. `사이즈 4랑 5` names no scores.
_BETWEEN: Final = searched(
    r"^[음흠아어네저는글쎄한점수별\s.,~!…]*(?P<low>[1-4])\s?점?\s?(?:이?랑|하고|과|와|에서|이?나|아니면|또는"
    r"|혹은)\s?(?P<high>[2-5])\s?점?"
    r"\s?(?:의?\s?(?:사이(?!즈)|중간)|정도|쯤)?\s?(?:인\s?(?:것|거|듯)[가-힣\s]{0,4}|이?에?요|예요|이네요|네요|입니다"
    r"|임)?[\s.!~?…]*$"
)
_WORDS: Final = {
    "한": 1,
    "하나": 1,
    "두": 2,
    "둘": 2,
    "세": 3,
    "셋": 3,
    "네": 4,
    "넷": 4,
    "다섯": 5,
    "일": 1,
    "이": 2,
    "삼": 3,
    "사": 4,
    "오": 5,
}
_CIRCLED: Final = str.maketrans("①②③④⑤❶❷❸❹❺", "1234512345")
_DIGIT: Final = r"(?<![\d./~])[1-5](?![\d/~]|\.\d|,\d)"
_OPENING: Final = (
    r"(?:(?:네|넵|넹|예|ㅇㅋ|ㅇㅇ|ㅇ|오케이|음|저는|그냥|그럼|그러면|한|글쎄요?|뭐|아마"
    r"|별점은?|점수는?|만족도는?)[\s,.~]*){0,3}"
)
#: What is said around a score and says nothing by itself (`아 점수는 4점이요`, `당연히 5점이죠`).
_NO_COMMENT: Final = re.compile(
    r"[\s.,!~?…·\-]*(?:(?:네|넵|넹|예|ㅇㅋ|ㅇㅇ|ㅇ|오케이|음|아|어|앗|엇|아차|저는|저|제|그냥|걍|그럼|이제|한|당연히|무조건"
    r"|이제야?|드리네요|드려요|드립니다|줍니다|(?:0|빵|영)\s?점|역시|진짜|정말|완전|물론|아니(?:다|요|에요)?|아뇨|정정|다시"
    r"|(?:별점|평점|점수|만족도|평가)(?:은|는|를|을|도|로)?"
    r"|잘못\s?(?:눌렀|썼|적었|보냈)[가-힣]{0,3}|주고\s?싶(?:네요|어요|습니다)?|드리고\s?싶(?:네요|어요|습니다)?|[이]?라고\s?할[게께]요)"
    r"[\s.,!~?…·\-]*)*"
)
_ENDING: Final = (
    r"(?:(?:이었어요|이에요|이예요|예요|이네요|이지요|이죠|지요|죠|이고요?|이구요|구요|입니다|임|이?요|이야"
    r"|(?:으)?로\s?(?:할[게께]요|하죠|해\s?주세요|해줘요?|부탁(?:드려요|드립니다|해요)|줄[게께]요|드릴[게께]요|드려요)"
    r"|드려요|드릴[게께]요|드립니다|드림|줄[게께]요?|줌|쯤(?:이?요|이에요|예요|입니다)?|정도(?:요|예요|\s?드릴[게께]요|\s?드려요|\s?줄[게께]요)?|개(?:요)?)(?![가-힣]))?"
)
#: `별 두 개 반`, `4.5점`: half a point is not counted, for the lower of two counts.
_AND_HALF: Final = r"(?:\s?반(?=\s|이?[요죠]|입니다|이에요|임|[.,!~]|$))?"
_HALVES: Final = searched(
    rf"(?:^\s*{_OPENING}|(?:별점?|점수|평점)[은는이가]?\s?)(?P<alone>[1-5])(?:\.\d\s?[점개]?"
    rf"|\s?점대)\s?{_ENDING}[\s.!~?？]*$"
    rf"|(?<![\d./~])(?P<points>[1-5])\.\d\s?점(?!\s?(?:만점|만\s|대))\s?{_ENDING}"
)
# "5점 만점에 3점": what the scale is, is no score.
_SCALE: Final = searched(
    r"(?:[1-5]|오|다섯)\s?점?\s?(?:만점|중)(?!이?[요에예]|입니|드[려릴]|줄|임)(?:에서?|으로)?\s*(?=\S)|만점에서?\s*(?=\d)"
)
# "10점 만점에 8점" is four of five.
_OF_TEN: Final = searched(
    rf"10\s?점\s?(?:만점|중)(?:에서?|으로)?\s?(?P<of_ten>\d{{1,2}})(?:\.\d)?\s?점?\s?{_ENDING}"
    rf"|^\s*(?P<tenths>\d{{1,2}})\s?/\s?10\s?점?\s?{_ENDING}[\s.!~]*$"
)
#: `1점은 포장 때문에 뺐어요`: how much is missing to the highest.
_TAKEN_OFF: Final = (
    r"\s?(?:[이을를]?\s?(?:아깝|빼|뺐|뺍|깎|감점)|은\s?[가-힣\s]{0,14}?(?:뺐|뺍|깎|감점))"
)
#: `3/5`, `5번이요`: a score, and the line says no more.
_OF_FIVE: Final = searched(
    rf"^\s*{_OPENING}(?P<given>[1-5])\s?점?(?:\s?/\s?5\s?점?|\s?번)\s?{_ENDING}[\s.!~]*$"
    # `5점 만점이요`, `⭐x5`
    rf"|^\s*{_OPENING}(?P<full>5\s?점\s?만점)\s?{_ENDING}[\s.!~]*$"
    r"|^\s*[⭐★🌟]\s?[x*×]?\s?(?P<times>[1-5])[\s.!~]*$"
)
#: With its unit a score is known wherever it stands.
_POINTS: Final = searched(
    rf"(?P<digit>{_DIGIT})\s?점(?!도|만(?!족)|조차|대(?![응박처답화])|\s만\s|{_TAKEN_OFF}){_AND_HALF}\s?{_ENDING}"
    rf"|(?<![가-힣])(?P<word>일|이|삼|사|오|한|두|세|네|다섯\s?)점(?!\s?(?:도|만\s|검|심|포|수|아깝))\s?{_ENDING}"
    rf"|별(?:점)?\s?(?P<stars>{_DIGIT}|하나|둘|셋|넷|다섯|한|두|세|네)\s?(?:개|점)?{_AND_HALF}\s?{_ENDING}"
    r"|(?P<full>만점|백\s?점(?!\s?(?:만점|만\s)))\s?(?:이?요|입니다|이에요|드려요|드릴게요|줄게요)?"
)
#: `다섯 개요 별`
_STAR_BEHIND: Final = r"(?:\s*[,.]?\s*별(?:점|이?요|로)?(?=[\s.!~]*$))?"
#: Without it only alone, or first with a pause behind it.
_ALONE: Final = searched(
    rf"^\s*{_OPENING}(?P<digit>{_DIGIT})\s?{_ENDING}{_STAR_BEHIND}\s*(?=\.*\s*$|[,!~\n…]|\.\.|\.\s?[가-힣][^\d?？]*$)"
    rf"|^\s*{_OPENING}(?P<word>하나|둘|셋|넷|다섯"
    rf"|(?:한|두|세|네)(?=\s?개))(?:\s?개)?{_AND_HALF}\s?{_ENDING}{_STAR_BEHIND}[\s.!~?？]*$"
    # `네 점`, and nothing else
    rf"|^\s*(?P<apart>한|두|세|네|다섯)\s점\s?{_ENDING}[\s.!~]*$"
    r"|^\s*(?P<given>한|두|세|네|다섯)\s점\s?(?:이?요|입니다|이에요|드릴[게께]요|드려요|드립니다|줄[게께]요)(?![가-힣])"
    # `점수를 이제 드리네요 넷`: a word for a number counts where the line is about the score.
    rf"|^(?=.*(?:점수|별점|평점|평가|만족도)).*\s(?P<late>하나|둘|셋|넷|다섯)(?:\s?개)?\s?{_ENDING}[\s.!~]*$"
    # The only number of a line.
    rf"|^\s*(?P<first>{_DIGIT})\s+(?!(?:번|일|개|주(?!말|문|시|셔|의)|월|시(?!간)|명|층|호|만(?!족)|천"
    rf"|%))(?=[가-힣ㄱ-ㅎㄳ])"
    r"|^[^\d]*(?<=[가-힣!,~])\s*(?P<last>[1-5])\s?[.!~]*$"
)
#: `상담은 5점 배송은 1점`: each is of something else, and none of the whole.
_OF_EACH: Final = searched(
    r"(?:(?<!점수)(?<!별점)(?<!평점)(?<!평가)[은는이가]\s?[1-5]점[^\n]{0,12}?[가-힣](?<!점수)(?<!총점)(?<!전체)[은는이가]\s?[1-5]점"
    # `친절5점 속도3점`, `응대:5 배송:3`
    r"|^\s*(?:[가-힣]{2,6}\s?[:=]?\s?[1-5]\s?점?(?:이?고)?[\s,./]+){1,3}[가-힣]{2,6}\s?[:=]?\s?[1-5]\s?점?\s?$)"
    r"(?!.*(?:총|전체|종합|합쳐|평균)[가-힣]{0,4}\s?[1-5])"
)
#: "1점도 아까워요" is the lowest there is.
_LOWEST: Final = searched(
    r"^\s*(?:제로|마이너스|-\s?\d)\S{0,3}(?:\s?\d{0,4}\s?점\S{0,4})?[\s.!~]*$"
    r"|점수(?:를|도)?\s?(?:줄\s?(?:것|게|가치)|주기)(?:도|가)?\s?(?:없|아깝|아까|싫)|^\s*(?:0|빵|영)\s?점\S{0,6}"
    r"|(?:^\s*0\.\d\s?점|별점?\s?(?:은|는|을)?\s?(?:반\s?개|반\s?쪽|0\.\d))\s?(?:이?[요용]|입니다|이에요|드[려릴]\S{0,3}"
    r"|정도\S{0,2})?[\s.!~]*$"
    r"|(?:0\.\d|0|1|영|빵|일|한|반|하나)\s?(?:점|개)?\s?(?:도|조차|주기도)\s?[^\n]{0,4}(?:아깝|아까|주기\s?싫|못\s?주)"
)


def score(text: str) -> int | None:
    """1 to 5, where a text gives one (`4`, `5점이요! 빨라서 좋았어요`, `⭐⭐⭐`)."""
    found = _scored(text)
    return None if found is None else found[0]


def comment(text: str) -> str:
    """What is said beside the score, as it was written, without punctuation at its ends.

    Of scores that were taken back (`5점 아니 4점이요`) nothing is left.
    """
    found = _scored(text)
    clean = cleaned(text).strip()
    if found is not None:
        _, start, end = found
        if start == end or _runs_on(clean, end):
            return "" if _NO_COMMENT.fullmatch(clean) else clean.strip(_EDGES)
        mended = _POINTS.search(clean[:start])
        before = clean[: mended.start() if mended else start]
        before = "" if _NO_COMMENT.fullmatch(before) else before
        after = "" if _NO_COMMENT.fullmatch(clean[end:]) else clean[end:]
        clean = f"{before.rstrip()} {after.lstrip()}"
    return clean.strip(_EDGES)


def scores_each(text: str) -> bool:
    """Whether several things get a score each (`상담은 5점 배송은 1점`), and the whole none."""
    return bool(_OF_EACH.search(text))


def _runs_on(clean: str, end: int) -> bool:
    """Whether the word of the score goes on (`5점이라도 부족해요`): cut out, it leaves a stump."""
    return bool(_SYLLABLE.fullmatch(clean[end - 1 : end])) and bool(_SYLLABLE.match(clean, end))


def _scored(text: str) -> _Place | None:
    """The score, and the place from which to which it was said."""
    clean = plainly(cleaned(text).strip()).translate(_CIRCLED)
    # Laughter between the words takes their place, so that a place stays a place.
    clean = _LAUGH.sub(lambda noise: " " * len(noise[0]), clean)
    return next((found for read in _READERS if (found := read(clean)) is not None), None)


def _outright(clean: str) -> _Place | None:
    """Stars, or the lowest there is."""
    stars = _STARS.match(clean)
    if stars:
        return len(stars[1]), stars.start(), stars.end()
    lowest = _LOWEST.search(clean)
    return (1, lowest.end(), lowest.end()) if lowest else None


def _between_two(clean: str) -> _Place | None:
    """Of two the lower one."""
    for pattern in (_RANGE, _BETWEEN):
        found = pattern.match(clean)
        if found and found["low"] < found["high"]:
            return int(found["low"]), found.start(), found.end()
    return None


def _of_ten(clean: str) -> _Place | None:
    """`10점 만점에 8점`: half of it, rounded up."""
    tenths = _OF_TEN.search(clean)
    given = int(tenths["of_ten"] or tenths["tenths"]) if tenths else 0
    if tenths is None or not 1 <= given <= 2 * HIGHEST:
        return None
    return (given + 1) // 2, tenths.start(), tenths.end()


def _of_five(clean: str) -> _Place | None:
    """`3/5`, `5번이요`, `5점 만점이요`."""
    found = _OF_FIVE.match(clean)
    if found is None:
        return None
    return int(found["given"] or found["times"] or HIGHEST), *found.span()


def _with_a_half(clean: str) -> _Place | None:
    """`4.5`: without the half."""
    found = _HALVES.search(clean)
    return (int(found["alone"] or found["points"]), *found.span()) if found else None


def _counted(clean: str) -> _Place | None:
    """A number or its word, with its unit wherever it stands, without it where it stands alone."""
    if scores_each(clean):
        return None
    scale = _SCALE.search(clean)
    skipped = scale.end() if scale else 0
    found = [*_POINTS.finditer(clean, skipped)][-1:] or [*_ALONE.finditer(clean[skipped:])][-1:]
    if not found:
        return None
    said = {name: word for name, word in found[0].groupdict().items() if word}
    (word,) = said.values()
    value = HIGHEST if "full" in said else int(word) if word.isdigit() else _WORDS[word.strip()]
    shift = 0 if found[0].string == clean else skipped
    named = next((name for name in ("last", "late") if name in said), 0)
    begun = found[0].start(named)
    return value, scale.start() if scale else begun + shift, found[0].end() + shift


#: How a score is read, the plainest first.
_READERS: Final[tuple[Callable[[str], _Place | None], ...]] = (
    _outright,
    _between_two,
    _of_ten,
    _of_five,
    _with_a_half,
    _counted,
)
