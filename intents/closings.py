"""What a message closes with: thanks, and calls to see to what was said before."""

import re
from typing import Final

from intents.clauses import is_asked

# What goes behind a request: `배송 언제 오나요 감사합니다`, `컵이 깨졌어요 확인 부탁드려요`.
_LONGEST_CLOSING: Final = 120  # characters
_MOST_CLOSINGS: Final = 5  # behind one another
_BETWEEN: Final = r"[\s,.!~^…ㅠㅜㅋㅎ♡♥❤☺😊🙏\ufe0f]*"
_THANKS: Final = (
    r"(?:(?:그럼|그럼\s?이만|미리|정말|너무|늘|항상|답변|빠른\s?답변)\s?)?"
    r"(?:감사(?:합니[다당]|해[요용]|드려요|드립니다|함다|해여|하겠습니다|요)|고맙습니[다당]|고마워[요용]|땡큐|ㄱㅅ+|ㄳ"
    r"|수고(?:하세[요용여]|하십시오|하셔요|하십쇼|들?\s?하세요|많으세요|많으십니다)"
    r"|(?:좋은|행복한|즐거운|편안한)\s?(?:하루|저녁|오후|주말|밤)\s?(?:되세요|보내세요|되십시오|보내십시오))"
)
_LOOKS: Final = (
    r"(?:(?:빠른|빨리|꼭|한\s?번|다시|좀|신속한)\s?){0,3}(?:확인|체크|답변|답|답장|회신|검토|안내)(?:을|를|만|도)?\s?"
    r"(?:(?:좀|한\s?번|빨리|꼭)\s?){0,2}"
    r"(?:부탁(?:드려[요여]|드립니다|드릴[게께]요|해요|합니다|드리겠습니다)?|바랍니다|바라요|좀요?"
    r"|(?:해|하여)?\s?(?:주세[요여용]|주시겠어요|주실래요|주시기\s?바랍니다|주십시오|줘요?))[?？]?"
)
_TELLS: Final = (
    r"(?:좀\s)?(?:꼭\s)?(?:알려|가르쳐)\s?(?:주세[요여용]|줘요?|주시겠어요)[?？]?"
    r"|궁금(?:해요|합니다|하네요|해서요)"
)
_LAST: Final = re.compile(
    rf"(?<=[^\s,.!~^…ㅠㅜㅋㅎ]){_BETWEEN}(?<=[\s,.!?~^…ㅠㅜㅋㅎ])"
    rf"(?:(?P<thanks>{_THANKS})|(?P<looks>{_LOOKS})|(?P<tells>{_TELLS})){_BETWEEN}$"
)
# What closes a sentence: behind anything else (`주셔서`, `빠른 배송`) it is what is thanked for.
_CLOSED: Final = re.compile(
    r"(?:[요여용염죠유다까나냐니지음함임됨옴감슴네데야돼줘뭐예잖]|[았었했왔갔됐켰샀났]어|[0-9]\s?(?:호|번|동|층|개|일|장)"
    r"|이소|[심이]더|꽈|구마|[가-힣]노|좀|[다라냐자]고|째|아직도|또|[한두세네]\s?번)"
    r"[\s,.!~^…ㅠㅜㅋㅎ]*$|[?？0-9A-Za-z]\W*$"
)
_WISH_LAST: Final = re.compile(
    r"(?:\s|주소|주문|배송지|옵션|사이즈|색상)"
    r"(?:교환|환불|반품|취소|문의|변경|신청|접수|요청|연결|조회|방법)[\s,.!~]*$"
)
# What somebody did himself is what shall be looked at.
_DONE_MYSELF: Final = re.compile(
    r"(?:(?:입금|송금|이체|결제|주문|구매|신청|취소|접수|반품|교환|환불|요청|등록|변경|가입|문의)(?:을|를)?\s?(?:했|하였|햇|함|완료)"
    r"|(?:보냈|넣었|남겼|드렸|올렸))[가-힣]{0,4}[\s,.!~]*$"
    # `일단 기다릴게요 빨리 확인해 주세요` is not patient.
    r"|기다릴[게께]요?[\s,.!~]*$"
    # `12월 24일 맞죠? 확인 좀`
    r"|맞(?:죠|지요|나요|는지요?)[\s,.!?~]*$"
)
_THANKED_FOR: Final = re.compile(r"빠른|빨리|신속|친절|바로|덕분|잘\s|무료")
_PRAISES: Final = re.compile(
    r"(?:빠르|빨라|빨랐|친절|좋[아네았]|최고|대단|훌륭|멋[지져]|만족|맛있|예[쁘뻐])[가-힣]{0,3}(?:요|다)[\s,.!~^]*$"
)
# `얼마나 걸려요 알려 주세요`
_ASKS: Final = re.compile(r"(?:얼마|언제|며칠|몇|어디|어떻게|왜)[가-힣\s]{0,10}[요죠]$")
# Good news is thanked for; this is not.
_WANTED: Final = re.compile(
    r"주세[요용]|줘|싶[어은습]|[할갈]게요|려고[요해]|부탁|원해|원합|바랍|문의|신청"
    r"|(?:^|\s)[안못]\s?[가-힣]|[없않]|아직|잘못|고장|불량|깨[졌져진]|찢|다[른르]|늦|틀[리렸린]"
)


def before_closing(text: str) -> str:
    """The sentence that thanks stand behind, or a call to see to it (`언제 오나요`); or empty.

    Thanks for something (`빨리 와서 감사합니다`) are no closing, nor is a call that is all that is
    wanted (`입금했어요 확인 부탁드려요`).
    """
    said = text
    for _ in range(_MOST_CLOSINGS):
        rest = _before_the_last(said)
        if rest == said:
            break
        said = rest
    return "" if said == text else said


def _before_the_last(text: str) -> str:
    """The text without the last closing; as it is where that belongs to what is said."""
    found = _LAST.search(text, max(0, len(text) - _LONGEST_CLOSING))
    if found is None:
        return text
    rest = text[: found.start()].rstrip()
    closed = _CLOSED.search(rest) or (_WISH_LAST.search(rest) and not _THANKED_FOR.search(rest))
    if not closed or _PRAISES.search(rest):
        return text
    if found["looks"] and _DONE_MYSELF.search(rest):
        return text
    # `뭘 샀는지 알려 주세요` is one sentence.
    told = found["tells"] and (rest.endswith("지") or not _is_question(rest))
    return text if told else rest


def _is_question(sentence: str) -> bool:
    marked = sentence.endswith(("?", "？"))
    return marked or is_asked(sentence, sentence) or bool(_ASKS.search(sentence))


def is_wanted(part: str, text: str) -> bool:
    """Whether a part of `text` asks for something, wants it, or tells what is amiss."""
    return is_asked(part, text) or bool(_WANTED.search(part))
