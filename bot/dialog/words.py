"""Short answers that only mean something after a question: yes, no, a number, a title, a person."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final, Literal

from bot.patterns import searched

#: What `number` says for the last entry, however many there are.
LAST: Final = -1

# KakaoTalk's word for a sticker; it says as little as ㅋㅋ.
_STICKER = "(이모티콘)"
# NFKC would make other letters of ㅇㅇ and ㅋㅋ than the keyboard's.
_NO_JAMO = searched("[^ㄱ-ㅣ]+")
# The last three are Hangul fillers: letters to Unicode, nothing to the eye.
_NOISE = searched("(?:[\\W_ㅋㅠㅜㅡ\u115f\u1160\u3164]|ㅎ(?!ㅇ))+")  # ㅎㅇ is a greeting

#: The letters alone would be a yes and a laugh.
_AHA = re.compile(r"^\s*ㅇㅎ[\s.~!]*$")

#: Endings and days as they sound (`어재 시켯는대 깨졋어요`): as many letters, so that places stay.
_MEANT: Final = {
    **dict(
        zip(
            "햇왓됫됬갓삿졋겟켯렷럿줫썻셧봣잇업앗엇깨저",
            "했왔됐됐갔샀졌겠켰렸렀줬썼셨봤있없았었께져",
            strict=True,
        )
    ),
    "언재": "언제",
    "어재": "어제",
    "재주": "제주",
    "대나": "되나",
    "조아": "좋아",
}
_MISTYPED = searched(
    r"됬|[햇왓됫갓삿졋겟켯렷럿줫썻셧봣](?=[어는네습슴던다음지나])|(?<=[받찾알])앗(?=[어는네습])|(?<=[먹입찢벗])엇(?=[어는네습])"
    r"|[잇업](?=어[요서]|는데|는대|네요|습니|나[요여])|(?<=[할갈줄볼낼])깨(?=[요여]|$)|(?<=[깨터어러떨겨])저(?=[서요]|있|잇|왔|왓)"
    r"|언재|(?<![들가-힣])어재(?=받|시[켰켯킨]|주문|샀|삿|산|왔|왓|온|도착|저녁|밤|오[전후]|$)|재주(?=도[는인요에]|도?$|시|인데|예요)"
    r"|대나(?=[요여]$)|조아(?=요|$)"
)
#: The endings of the young (`알겠어용`, `확인했슴다`) as everybody else's.
_LIVELY = searched(
    r"(?<=[어아해세네죠데까게께나군지돼되에예줘와봐져써러려라내로거구])[용여염욤욥욧](?=$|감사|고마)"
    # `도서산간은여`, `두 개 사면여`, `둘 다여`
    r"|(?<=[은는면째다])[용여염욤욥](?=$)"
    # `시켰는데예`: two syllables before it, for `네예` is a yes.
    r"|(?<=[가-힣](?:데|네|라|고))예(?=$)"
    r"|(?<=[가-힣]이)[여염욤](?=$)|(?<=니)당(?=$|감사|고마)"
    r"|(?<=[겠했왔됐갔샀졌켰렸렀줬썼셨봤있없았었])슴[다당]|(?<=[감탁])(?:사함|드림)[다당](?=$)"
)
_LIVE = searched("[용여염욤욥욧예당슴림함]")
_SLIPS = searched("[햇왓됫됬갓삿졋겟켯렷럿줫썻셧봣잇업앗엇깨저재조대]")
_AND_SO = searched("(?<=[했왔됐갔샀졌겠켰렸렀줬썼셨봤있없았었]는|도인)대(?=요?$|[가-힣])")

_ASSENT = (
    r"(?:(?:아(?:하(?!네네))?|앗|오)?(?:네에?|넵|넹)|네엡|네엣|넵|넹|넴|넨|넷|녜|ㄴㅔ|예스?|옙|옛|응|웅|엉|어|ㅇ|ㄱㄱ|고고|콜|오케이?(?:이?요)?|오키(?:도키)?(?:요)?|ok|okay"
    r"|yes|y"
    r"|그려요?|그래요?|그렇게요?|그라이소|그리하이소|그라입시더|그럼요|그럴게요|좋아요?|좋습니다|좋죠|맞아요?|맞습니다|그쵸|그죠|그렇죠|그렇지요|당연하죠"
    r"|물론이(?:죠|에요))"
)
_THANKS = r"(?:감사합니다|감사해요|감사드려요|고마워요|고맙습니다|감사)"
PLEASE = (
    r"(?:해주(?:세[요여용]|셔요|시겠어요|실래요|십시오|시면(?:돼요|되요|됩니다"
    r"|(?:너무|정말)?(?:감사|고맙|좋)(?:하죠|하겠(?:습니다|어요|네요)|해요|합니다|죠|겠(?:습니다|어요|네요))))"
    r"|해줘[요여용]?"
    r"|부탁(?:해요?|드려[요여용]|드립니다|드리겠습니다|드려도될까요|하겠습니다|드릴[게께]요|드림|합니다|할[게께]요|이?요)?)"
)
#: `그래 주시면 감사하죠`: the same without its verb.
_PLEASE_DO = PLEASE.replace("해주(?:", "주(?:").replace("해줘", "줘")
_MATTER = r"(?:접수|연결|전달|진행|신청|처리|확인|해결|답변|연락)"
_SHALL = r"(?:할[게께]요|할래요?|하겠습니다|하고싶어요|원해요|원합니다|이?요)"
_REQUEST = (
    rf"(?:{_MATTER}(?:을|를|도)?(?:좀)?(?:{PLEASE}|{_SHALL}|시켜(?:요|줘요?|주세요)?|해요?|ㄱㄱ)"
    rf"|(?:그렇게|그리|(?:그|이)(?:걸|거|것)으?로|꼭|빨리|바로|좀|잘)*{PLEASE}"
    rf"|그래(?=주){_PLEASE_DO}"
    r"|(?:빨리|얼른|바로|당장)(?:요|좀요?)?|(?:그래|그리)해주이소)"
)
_ADVERB = r"(?:일단|우선|그래도|그럼|그러면|그냥|아무튼|어쨌든|아니)"
_YES = re.compile(rf"(?:{_ASSENT}+(?:{_ADVERB}*{_REQUEST})?|{_ADVERB}*{_REQUEST}){_THANKS}?")

_BARE_REQUEST = re.compile(
    rf"(?:{_ASSENT})*(?:{_ADVERB}|둘다|전부|모두|다|좀|한번|꼭|빨리|바로)*"
    # `확인해서 알려주세요`
    rf"(?:{_REQUEST}|(?:확인(?:해서|하고|후에?|하시고|되면|되는대로)|알아보고)(?:꼭|좀|빨리)*(?:알려|연락|답변?|회신|말씀)(?:을|좀|해)*"
    rf"(?:주(?:세[요여용]|시면돼요|십시오)|줘요?|부탁(?:해요|드려요|드립니다))){_THANKS}?"
)

# `부탁드려여`, `좋아용`: the same ending in other moods.
_PLAYFUL = searched("[여용염욤영]$")

_FIRST_YES = re.compile(
    r"(?:네+|넵|넹|예|응|웅|ㅇㅇ|ㅇㅋ|좋아요|그래요?|그렇게\s?해\s?주세요)(?:[\s,.!~]+)(?=\S)"
)

_FIRST_NO = re.compile(
    r"(?:(?:아|앗|어|음|네|넵)[\s,.!~]+)?(?:아니(?:[요오여용욥]|에요|예요|다)|아뇨|아녀|아닙니다|ㄴㄴ|노노|괜찮아요"
    r"|됐어요)(?:[\s,.!~]+)(?=\S)"
)
_NAY = r"(?:아니(?:[요오여용욥]|에요|예요)?|아뇨|아녀|아닙니다|ㄴ|노|no|nope|n|싫어요?|싫습니다)"
_REFUSAL = (
    r"(?:괜찮(?:아[요여용]?|습니다)|됐(?:어요?|습니다|네요)|되었(?:어요|습니다)"
    r"|필요(?:는)?없(?:어요?|습니다)"
    rf"|{_MATTER}?(?:은|는)?안(?:해|하셔|해주셔)도(?:돼요?|되요|됩니다|괜찮아요)"
    rf"|{_MATTER}?안(?:할래요?|할[게께]요|해요)"
    rf"|{_MATTER}?하지(?:마세요|말아주세요|마요?)"
    r"|(?:나중에|다음에)(?:요|할[게께]요)?"
    r"|(?:조금|좀)?더?(?:기다려|생각해)볼[게께]요|다시물어볼[게께]요)"
)
# "네, 괜찮아요" declines, however it begins.
_NO = re.compile(rf"(?:(?:아|앗|어|음)?{_NAY}+{_REFUSAL}?|{_ASSENT}?{_REFUSAL}){_THANKS}?")

_ORDINALS: Final = {
    word: number
    for number, row in (
        (
            1,
            "일번 첫번째 첫째 첫번 처음거 처음꺼 맨위 제일위 맨위에 제일위에 맨앞 맨앞에 위에 앞에"
            " 전자",
        ),
        (2, "이번 두번째 둘째 후자"),
        (3, "삼번 세번째 셋째"),
        (
            LAST,
            "마지막 맨아래 맨밑 제일아래 제일밑 맨아래에 맨밑에 제일아래에 제일밑에 맨끝 맨뒤"
            " 뒤에 밑에 아래 아래에",
        ),
    )
    for word in row.split()
}
_NUMBER = re.compile(
    rf"(?:네|넵|예|음|저는|그럼)?(?:(\d{{1,3}})(?:번째?)?|({'|'.join(_ORDINALS)}))"
    r"(?:거|것|꺼|걸|질문|항목|으?로|을|를|선택)*"
    r"(?:이?요|이에요|예요|입니다|할[게께]요|할래요|하겠습니다|해주세요|알려주세요|궁금해요"
    r"|부탁(?:해요|드려요|드립니다))?"
)

_ORDER_NUMBER = re.compile(
    r"(?:네|넵|예)?(?:주문)?(?:번호)?[는은]?[a-z]?\d{8,30}(?:번)?(?:이?[요에]+|입니다)?"
)


#: Several rules ask the same of a line: it is read once.
once = lru_cache(maxsize=16)


def _spelled(found: re.Match[str]) -> str:
    return _MEANT[found[0]]


def _plainly(found: re.Match[str]) -> str:
    said = found[0]
    if len(said) > 1:
        return {"슴": "습니다", "사": "사합니다", "드": "드립니다"}[said[0]]
    return "다" if said == "당" else "요"


def _squash(text: str) -> str:
    if not unicodedata.is_normalized("NFKC", text):
        text = _NO_JAMO.sub(lambda part: unicodedata.normalize("NFKC", part[0]), text)
    plain = _NOISE.sub("", _AHA.sub("아하", text.replace(_STICKER, "")).lower())
    if _SLIPS.search(plain):
        plain = _AND_SO.sub("데", _MISTYPED.sub(_spelled, plain))
    return _LIVELY.sub(_plainly, plain) if _LIVE.search(plain) else plain


@once
def squash(text: str) -> str:
    """The letters and digits of a text in one case: no spaces, punctuation, emoji, laughter."""
    return _squash(text)


@lru_cache(maxsize=1024)
def title_letters(title: str) -> str:
    """`squash` of what the seller wrote: the same few hundred titles again and again."""
    return _squash(title)


@once
def _joints(text: str) -> frozenset[int]:
    """The places in the squashed text at which a word begins."""
    places, length = [], 0
    for word in text.split():
        places.append(length)
        length += len(_squash(word))
    return frozenset(places)


def says(pattern: re.Pattern[str], text: str) -> bool:
    """Whether a pattern is in the squashed text as words, and not over the joint of two.

    `확인하고 발송` holds no 고발, `다시 바꿔` no curse: what begins within a word must end in it.
    """
    plain = squash(text)
    if not pattern.search(plain):
        return False
    joints = _joints(text)
    # `밥그릇 이빠진`: a longer find that begins within a word may hide the one behind it.
    return any(pattern.match(plain, place) for place in joints) or any(
        found.start() in joints or not any(found.start() < place < found.end() for place in joints)
        for found in pattern.finditer(plain)
    )


@once
def yes_or_no(text: str) -> Literal["yes", "no"] | None:
    """Whether the whole text is a yes or a no."""
    plain = _PLAYFUL.sub("요", squash(text))
    if _YES.fullmatch(plain):
        return "yes"
    return "no" if _NO.fullmatch(plain) else None


def asks_to_do(text: str) -> bool:
    """Whether the whole text asks for something to be done, not for what (`확인 부탁드려요`)."""
    return bool(_BARE_REQUEST.fullmatch(_PLAYFUL.sub("요", squash(text))))


def agrees_first(text: str) -> str | None:
    """What follows a yes that begins a line (`네 근데 번호가 틀렸어요`); None without one."""
    found = _FIRST_YES.match(text.strip())
    return None if found is None else text.strip()[found.end() :].strip()


def refuses_first(text: str) -> str | None:
    """What follows a no that begins a line (`아니에요 페이지에서 볼게요`); None without one."""
    found = _FIRST_NO.match(text.strip())
    return None if found is None else text.strip()[found.end() :].strip()


def number(text: str) -> int | None:
    """The list entry the whole text names: `2`, `2번`, `②`, `두 번째`; LAST for `마지막`."""
    found = _NUMBER.fullmatch(squash(text))
    if found is None:
        return None
    return int(found[1]) if found[1] else _ORDINALS[found[2]]


def is_order_number(text: str) -> bool:
    """Whether the whole text is an order's number: eight digits or more (Naver's has 16)."""
    return bool(_ORDER_NUMBER.fullmatch(squash(text)))


def same_title(text: str, title: str) -> bool:
    """Whether the whole text is this title, perhaps with a polite ending (`요`, `이요`)."""
    plain, wanted = squash(text), title_letters(title)
    return bool(wanted) and plain in {wanted, f"{wanted}요", f"{wanted}이요"}


def clip(text: str, limit: int = 30) -> str:
    """The text on one line, cut at `limit` characters."""
    line = " ".join(text.split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"
