"""Short answers that only mean something after a question: yes, no, a number, a title, a person."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final, Literal

#: What `number` says for the last entry, however many there are.
LAST: Final = -1

# KakaoTalk's word for a sticker; it says as little as ㅋㅋ.
_STICKER = "(이모티콘)"
# NFKC would make other letters of ㅇㅇ and ㅋㅋ than the keyboard's.
_NO_JAMO = re.compile("[^ㄱ-ㅣ]+")
# The last three are Hangul fillers: letters to Unicode, nothing to the eye.
_NOISE = re.compile("(?:[\\W_ㅋㅠㅜㅡ\u115f\u1160\u3164]|ㅎ(?!ㅇ))+")  # ㅎㅇ is a greeting

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
_MISTYPED = re.compile(
    r"됬|[햇왓됫갓삿졋겟켯렷럿줫썻셧봣](?=[어는네습슴던다음지나])|(?<=[받찾알])앗(?=[어는네습])|(?<=[먹입찢벗])엇(?=[어는네습])"
    r"|[잇업](?=어[요서]|는데|는대|네요|습니|나[요여])|(?<=[할갈줄볼낼])깨(?=[요여]|$)|(?<=[깨터어러떨겨])저(?=[서요]|있|잇|왔|왓)"
    r"|언재|(?<![들가-힣])어재(?=받|시[켰켯킨]|주문|샀|삿|산|왔|왓|온|도착|저녁|밤|오[전후]|$)|재주(?=도[는인요에]|도?$|시|인데|예요)"
    r"|대나(?=[요여]$)|조아(?=요|$)"
)
#: The endings of the young (`알겠어용`, `확인했슴다`) as everybody else's.
_LIVELY = re.compile(
    r"(?<=[어아해세네죠데까게께나군지돼되에예줘와봐져써러려라내로거구])[용여염욤욥욧](?=$|감사|고마)"
    r"|(?<=[가-힣]이)[여염욤](?=$)|(?<=니)당(?=$|감사|고마)"
    r"|(?<=[겠했왔됐갔샀졌켰렸렀줬썼셨봤있없았었])슴[다당]|(?<=[감탁])(?:사함|드림)[다당](?=$)"
)
_LIVE = re.compile("[용여염욤욥욧당슴림함]")
_SLIPS = re.compile("[햇왓됫됬갓삿졋겟켯렷럿줫썻셧봣잇업앗엇깨저재조대]")
_AND_SO = re.compile("(?<=[했왔됐갔샀졌겠켰렸렀줬썼셨봤있없았었]는|도인)대(?=요?$|[가-힣])")

_ASSENT = (
    r"(?:(?:아하?|앗|오)?(?:네에?|넵|넹)|네엡|네엣|넵|넹|넴|넨|넷|녜|ㄴㅔ|예스?|옙|옛|응|웅|엉|어|ㅇ|ㄱㄱ|고고|콜|오케이?(?:이?요)?|오키(?:도키)?(?:요)?|ok|okay"
    r"|yes|y"
    r"|그려요?|그래요?|그렇게요?|그라이소|그리하이소|그라입시더|그럼요|그럴게요|좋아요?|좋습니다|좋죠|맞아요?|맞습니다|그쵸|그죠|그렇죠|그렇지요|당연하죠"
    r"|물론이(?:죠|에요))"
)
_THANKS = r"(?:감사합니다|감사해요|감사드려요|고마워요|고맙습니다|감사)"
_PLEASE = (
    r"(?:해주(?:세[요여용]|셔요|시겠어요|실래요|십시오|시면(?:돼요|되요|됩니다"
    r"|(?:너무|정말)?(?:감사|고맙|좋)(?:하죠|하겠(?:습니다|어요|네요)|해요|합니다|죠|겠(?:습니다|어요|네요))))"
    r"|해줘[요여용]?"
    r"|부탁(?:해요?|드려[요여용]|드립니다|드리겠습니다|드려도될까요|하겠습니다|드릴[게께]요|드림|합니다|할[게께]요|이?요)?)"
)
#: `그래 주시면 감사하죠`: the same without its verb.
_PLEASE_DO = _PLEASE.replace("해주(?:", "주(?:").replace("해줘", "줘")
_MATTER = r"(?:접수|연결|전달|진행|신청|처리|확인|해결|답변|연락)"
_SHALL = r"(?:할[게께]요|할래요?|하겠습니다|하고싶어요|원해요|원합니다|이?요)"
_REQUEST = (
    rf"(?:{_MATTER}(?:을|를|도)?(?:좀)?(?:{_PLEASE}|{_SHALL}|시켜(?:요|줘요?|주세요)?|해요?|ㄱㄱ)"
    rf"|(?:그렇게|그리|(?:그|이)(?:걸|거|것)으?로|꼭|빨리|바로|좀|잘)*{_PLEASE}"
    rf"|그래(?=주){_PLEASE_DO}"
    r"|(?:빨리|얼른|바로|당장)(?:요|좀요?)?|(?:그래|그리)해주이소)"
)
_ADVERB = r"(?:일단|우선|그래도|그럼|그러면|그냥|아무튼|어쨌든|아니)"
_YES = re.compile(rf"(?:{_ASSENT}+{_REQUEST}?|{_ADVERB}*{_REQUEST}){_THANKS}?")

_BARE_REQUEST = re.compile(
    rf"(?:{_ASSENT})*(?:{_ADVERB}|좀|한번|꼭|빨리|바로)*"
    # `확인해서 알려주세요`
    rf"(?:{_REQUEST}|(?:확인(?:해서|하고|후에?|하시고|되면|되는대로)|알아보고)(?:꼭|좀|빨리)*(?:알려|연락|답변?|회신|말씀)(?:을|좀|해)*"
    rf"(?:주(?:세[요여용]|시면돼요|십시오)|줘요?|부탁(?:해요|드려요|드립니다))){_THANKS}?"
)

# `부탁드려여`, `좋아용`: the same ending in other moods.
_PLAYFUL = re.compile("[여용염욤영]$")

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
_NO = re.compile(rf"(?:{_NAY}+{_REFUSAL}?|{_ASSENT}?{_REFUSAL}){_THANKS}?")

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

_STATUS = re.compile(
    r"(문의|접수|상담|얘기|말)(한|했던|드린|남긴|넣은)?(거|것|건|내용)?(은|는|이|가)?"
    r"(아직|언제|어떻게|어찌|진행|처리)"
    r"|(문의|질문|글|톡)(한|드린|남긴|올린)(거|것|건|글)?(에)?(대한)?(답변|답장|답|회신)?(은|는|이|을)?(주셨|하셨|해주셨|다셨)(나요|어요|습니까|는지|을까)"
    r"|(답변|답장|답|회신)(은|는|이)?(왔|달렸|올라왔|등록됐)(나|어|는지|습니까)"
    r"|(답변|답장|답|연락|회신)(은|는|이|을)?(아직|언제|안(?!가|주시나|주나|주셔도|줘도|하셔도|해도)|왜)"
    r"|(언제|아직)(쯤)?(답변|답장|답|연락|회신)"
    r"|접수번호[0-9]{1,7}번?(은|는|이|건)?(어떻|어찌|언제|아직)"
    r"|(차례|순번|순서|대기)(는|은|가|이)?(아직|언제|얼마나|몇번째|몇명)"
    r"|(진행|처리)(상황|상태|현황|과정)|(접수|처리|진행)(는|은|가|이)?(잘)?(됐|되었|된|되고있)(나|는지|은지|건가|거죠|을까|을지)"
    r"|(말씀|부탁|요청|문의|신청|접수)(드린|드렸던|한|했던|넣은|넣었던)(거|것|건|내용).{0,6}(어떻|어찌|어케|됐|되었|되고|소식)"
)
_WHICH_FILED = re.compile(
    r"(?:접수|문의)(?:한|된|했던|하신|해놓은)?(?:게|것|거|건|내용|내역)(?:이|은|는|가)?(?:있|없|남아)[가-힣]{0,6}$"
    r"|(?:내|제|우리)?문의(?:가|는|은)?(?:지금)?몇번째|"
    r"(?:접수|문의)(?:한|된|했던|하신)?(?:게|것|거|건|내용)(?:이|은|는)?(?:뭐|무엇|뭔|몇|어떤|전부|다뭐)"
    r"|(?:[몇한두세]|[0-9]+)건(?:으로|이)?(?:다|같이|따로)?(?:접수|들어)"
)
#: `답장 좀요`: nobody has answered yet.
_ANSWER_ME = re.compile(
    r"(?:네|저기요?|제발|빨리|얼른|이제|그만|좀|아직)*(?:답변|답장|대답|회신)(?:은|을|이|도)?(?:좀|빨리|얼른)*"
    r"(?:요|주세요|줘요|주실래요|해주세요|해줘요|하세요|부탁(?:드려요|드립니다|해요|합니다))"
)
_STATUS_ALONE = re.compile(
    r"(?:네|저기|혹시|그래서|그럼|근데|안녕하세요)*(?:제(?:거|것|건|꺼)(?:는|은)?)?(?:지금)?(?:어떻게|어찌|어케|우째|우예|우짜|어째)(?:된|되고"
    r"|되가|돼|되|됐|되었|진행)[가-힣]{0,8}"
)
_STATUS_ONLY = re.compile(
    r"(?:네|저기|혹시|그래서|그럼|근데|안녕하세요)*(?:처리|접수|진행|해결)(?:은|는|이|가)?(?:다|잘)?(?:됐|되었|된|되고있)[가-힣]{0,6}"
)
_BEFORE = re.compile(r"^(?:네|아까|꺼|거|것|제|저기요?|혹시|근데|그럼|그래서|제거|그거|이제|다)*")
_DONE_ASKED = re.compile(
    r"(?:(?:접수|신청|문의|요청|부탁)(?:한|드린)(?:거|것|건)(?:는|은)?)?(?:바꾸셨|바꿔주셨|고치셨|고쳐주셨"
    r"|(?:처리|변경|수정|확인|취소|환불|교환|발송|출고|접수|해결)(?:은|는)?(?:다)?(?:하셨|해주셨))(?:나요|어요|습니까|는지|을까요|죠)"
    r"|아직(?:도)?(?:출고|발송|처리|확인|환불|교환|취소|변경|입금)(?:은|는|이|가|도)?안(?:됐|되었|하셨|했|된)(?:나요|어요|습니까|는지|을까요|죠"
    r"|건가요)"
    r"|(?:바꼈|바뀌었|변경됐|수정됐|처리됐|처리(?:는)?(?:다)?됐|확인됐|확인(?:해)?(?:보|하|주)셨|(?:알아|찾아|살펴|봐)?(?:보|주)셨|접수됐|보내셨"
    r"|보냈|출고됐|발송됐|환불됐|교환됐|취소됐|찾으셨|알아보셨)(?:나요|어요|습니까|는지|을까요|죠|나|[어냐니]$)"
    r"|(?:다|잘)?(?:됐|되었)(?:나요|어요|습니까|는지요?|을까요|죠|나|니|냐)"
    r"|아직(?:도)?(?:인가요|이에요|예요|멀었(?:나요|어요|습니까)|입니까|이신가요)"
)
_WHEN_DONE = re.compile(
    r"(?:상담(?:원|사)|담당자|직원)(?:분|님)?(?:은|이|가|께서)?(?:휴가|퇴근|퇴사|점심)(?:을|를|에)?[가-힣]{0,4}(?:나요|어요|까요?|냐)$"
    r"|(?:상담(?:원|사)|담당자|직원|판매자)(?:분|님)?(?:은|이|가|께서)?언제(?:쯤)?(?:봐|보시|보나|보세|읽|확인|답|연락)"
    r"|언제(?:쯤)?(?:해[주준줄]|보내[주준줄]|바꿔[주준줄]|봐[주준줄]|고쳐[주준줄]|찾아[주준줄]|교환해|환불해)|언제까지(?:마냥|더)?기다"
    r"|얼마나(?:더)?기다|언제(?:쯤|까지)?(?:는)?(?:처리|해결|고쳐|알려|답|연락|끝|확인)[가-힣]{0,8}(?:요|까|나|지|는)"
)
_DONE = re.compile(
    r"(?:확인|처리|접수|진행)(?:하는)?중(?:인거|인가|이신|인건|인지|맞)"
    r"|(?:접수|처리|취소|변경|교환|환불|반품|신청)(?:가|이|는|은)?(?:다|잘)?(?:된|됐|되었)(?:거|건|나|는지|죠|지요|는가)"
)
_ORDER_NUMBER = re.compile(
    r"(?:네|넵|예)?(?:주문)?(?:번호)?[는은]?[a-z]?\d{8,30}(?:번)?(?:이?[요에]+|입니다)?"
)

# Who is wanted. Not "받는 사람", "다른 사람", "선물할 사람": somebody of an order.
_AGENT = r"상담(?:원|사|언|직원)"
_WHO = (
    rf"(?:{_AGENT}|담당(?:자|직원)|직원|매니저|책임자|관리자|판매자|사장|점장|고객센터|인간"
    r"|(?:진짜|실제|살아있는|통하는|상담하는)사람|(?<![는른한킨산던본을할낼줄])사람)(?:님|분)?"
)
_WITH = (
    r"(?!끼리)(?:이랑|랑|하고|과|와|에게|한테|께|으?로|을|를"
    r"|좀|한번|직접|바로|빨리|당장|그냥|전화)*"
)
_TALK = (
    r"(?:연결|통화|상담|대화|채팅|얘기|이야기|말|연락|문의|전화|전달)"
    r"(?:이|을|를|은|도|만)?(?:좀|한번|빨리|바로)?"
)
# What has not happened yet: "통화했는데", "연결해 주신다고", "필요 없어요" are no wishes.
_WISH = (
    r"(?:해주(?:세|셔(?!서)|실|십|시겠|시면)|해줘|해줄(?:수|래)|해달|해줬으면"
    r"|하고싶(?!지않)|할래|할[게께]|하게|하겠|하려|부탁(?!했|드렸)|원해|원합|원함|바라|바랍|시켜"
    r"|(?:신청|요청)(?:해주|할|합|드려|드립|이?요|하고싶)|필요(?!는?없)|받고싶|받을래|줘|주세|주실)"
)
# Also asked about the hours: "주말에도 상담 가능한가요?".
_CAN = (
    r"(?:할수|받을수|되나|돼나|되요|돼요|될까|됩니까|있을까|해주시나"
    r"|가능(?!시간|한시간|한요일|한날))"
)
_TIME = re.compile(r"시간|몇시|언제|주말|평일|휴일|명절|연휴|요일|점심|까지|부터")
# `내일 상담 되나요` asks for the hours; `내일 상담원과 통화할 수 있나요` for a person.
_DAY = re.compile(r"오늘|내일|모레|크리스마스|성탄|추석|설날|빨간날")
_ASK = r"(?:물어|여쭤)(?:보고싶|볼[게께]|볼래|볼수|봐(?:줘|주))|전해(?:줘|주세|주실)"
_FETCH = r"(?:불러|바꿔|데려와|넘겨|찾아)(?:줘|주세|주실|달|라|요?$)|나와(?:라|요?$|주세)|나오라"
_ALONE = (
    r"(?:이?요|좀요?|나와라?|으?로요?|어딨어요?|계신가요|계세요|계실까요"
    r"|(?:이|은|는)?(?:없|있)(?:어요?|나요?|을까요|냐))?"
)
_PHONE = (
    r"(?:저한테|저에게|지금|당장|빨리|그냥|직접)*(?:전화통화|통화|전화|연락)(?:을|를)?"
    r"(?:좀|한번|빨리)*"
)

_PERSON = re.compile(
    rf"{_WHO}{_WITH}(?:{_TALK}(?:{_WISH}|이?요?$)|{_ASK}|{_FETCH})"
    rf"|(?:^|말고|그냥|제발|지금|혹시|거기)(?!(?:사장|점장)님?[이요~]*$){_WHO}{_ALONE}(?:지금)?$"
    rf"|(?:{_AGENT}(?:님|분)?|상담)(?:이|도)?{_WITH}{_WISH}|^상담(?:좀|이?요)?$"
    rf"|^{_PHONE}{_WISH}"
    rf"|^연결(?:좀)?{_PLEASE}$"
    r"|^(?:그럼|그러면|그거|그것|그건|네|좀|한번|대신|혹시)*(?:물어|여쭤|알아)(?:봐|보고)?(?:주(?:세|시|실|십|셔)|줘|줄래|달라)"
)
_WHO_ASKED = re.compile(rf"{_WHO}{_WITH}{_TALK}{_CAN}")
_TALK_ASKED = re.compile(rf"상담(?:을|이|도)?(?:좀|한번|직접)*{_CAN}")


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
    plain = _NOISE.sub("", text.replace(_STICKER, "").lower())
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


@once
def asks_status(text: str) -> bool:
    """Whether somebody asks what became of what was filed (`아까 문의한 거 어떻게 됐어요`)."""
    plain = squash(text)
    return bool(
        _STATUS.search(plain) or _STATUS_ALONE.fullmatch(plain) or _ANSWER_ME.fullmatch(plain)
    )


def asks_only_status(text: str) -> bool:
    """Whether a line asks what became of something, and does not say of what (`처리됐나요`)."""
    return bool(_STATUS_ONLY.fullmatch(squash(text)))


def asks_what_is_filed(text: str) -> bool:
    """Whether somebody wants to know which matters of his were filed (`접수한 게 뭐뭐 있죠`)."""
    return bool(_WHICH_FILED.search(squash(text)))


def asks_when_done(text: str) -> bool:
    """Whether somebody with an open matter asks when it is done, or whether it is in hand."""
    plain = squash(text)
    return bool(_WHEN_DONE.search(plain) or _DONE.search(plain) or asks_if_done(text))


@once
def asks_if_done(text: str) -> bool:
    """Whether the whole text asks if it is done by now (`환불됐나요?`, `아직 출고 안 됐나요?`)."""
    asked = text.rstrip().endswith(("?", "？", "나요", "가요", "까요", "니까"))
    return asked and bool(_DONE_ASKED.fullmatch(_BEFORE.sub("", squash(text))))


def asks_done(text: str) -> bool:
    """Whether somebody wants to be sure that it is done (`취소된 거죠?`)."""
    return bool(_DONE.search(squash(text)))


def same_title(text: str, title: str) -> bool:
    """Whether the whole text is this title, perhaps with a polite ending (`요`, `이요`)."""
    plain, wanted = squash(text), title_letters(title)
    return bool(wanted) and plain in {wanted, f"{wanted}요", f"{wanted}이요"}


@once
def wants_person(text: str) -> bool:
    """Whether a person is asked for in so many words, not complained about or only named."""
    plain = squash(text)
    if _PERSON.search(plain):
        return True
    if _TIME.search(plain):
        return False
    asked = _TALK_ASKED.search(plain) and not _DAY.search(plain)
    return bool(_WHO_ASKED.search(plain) or asked)


def clip(text: str, limit: int = 30) -> str:
    """The text on one line, cut at `limit` characters."""
    line = " ".join(text.split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"
