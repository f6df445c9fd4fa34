"""Whether a line asks how a matter stands, or whether it is done."""

from __future__ import annotations

import re

from bot.dialog.words import once, squash
from bot.patterns import searched

_STATUS = searched(
    r"(문의|접수|상담|얘기|말)(한|했던|드린|남긴|넣은)?(거|것|건|내용)?(은|는|이|가)?"
    r"(아직|언제|어떻게|어찌|진행|처리)"
    r"|(문의|질문|글|톡)(한|드린|남긴|올린)(거|것|건|글)?(에)?(대한)?(답변|답장|답|회신)?(은|는|이|을)?(주셨|하셨|해주셨|다셨)(나요|어요|습니까|는지|을까)"
    r"|(답변|답장|답|회신)(은|는|이)?(왔|달렸|올라왔|등록됐)(나|어|는지|습니까)"
    r"|(답변|답장|답|연락|회신)(은|는|이|을)?(아직|언제|안(?!가|주시나|주나|주셔도|줘도|하셔도|해도)|왜)"
    r"|(언제|아직)(쯤)?(답변|답장|답|연락|회신)"
    r"|접수번호[0-9]{1,7}번?(은|는|이|건)?(어떻|어찌|언제|아직)"
    r"|(차례|순번|순서|대기)(는|은|가|이)?(아직|언제|얼마나|몇번째|몇명)"
    r"|(진행|처리)(상황|상태|현황|과정)|(접수|처리|진행|해결)(는|은|가|이)?(잘)?(됐|되었|된|되고있)(나|는지|은지|건가|거죠|을까|을지)"
    r"|^(아까|전에|저번에|어제|방금)?(물어본|여쭤본|물어봤던|얘기한|말한)(거|것|건|내용)(은|는)?(어떻|어찌|어케|언제|우째)"
    r"|(말씀|부탁|요청|문의|신청|접수)(드린|드렸던|한|했던|넣은|넣었던)(거|것|건|내용).{0,6}(어떻|어찌|어케|됐|되었|되고|소식)"
)
_WHICH_FILED = searched(
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
    r"|되가|돼|되|됨|됐|되었|진행)[가-힣]{0,8}"
)
_STATUS_ONLY = re.compile(
    r"(?:네|저기|혹시|그래서|그럼|근데|안녕하세요)*(?:처리|접수|진행|해결)(?:은|는|이|가)?(?:다|잘)?(?:됐|되었|된|되고있)[가-힣]{0,6}"
)
_BEFORE = searched(
    r"^(?:네|아까|저번에?|지난번에?|그때|그건|그게|꺼|거|것|제|저기요?|혹시|근데|그럼|그래서|제거|그거|이제|다)*"
)
_DONE_ASKED = re.compile(
    r"(?:(?:접수|신청|문의|요청|부탁)(?:한|드린)(?:거|것|건)(?:는|은)?)?(?:바꾸셨|바꿔주셨|고치셨|고쳐주셨"
    r"|(?:처리|변경|수정|확인|취소|환불|교환|발송|출고|접수|해결)(?:은|는)?(?:다)?(?:하셨|해주셨))(?:나요|어요|습니까|는지|을까요|죠)"
    r"|아직(?:도)?(?:출고|발송|처리|확인|환불|교환|취소|변경|입금)(?:은|는|이|가|도)?안(?:됐|되었|하셨|했|된)(?:나요|어요|습니까|는지|을까요|죠"
    r"|건가요)"
    r"|(?:바꼈|바뀌었|변경됐|수정됐|처리됐|처리(?:는)?(?:다)?됐|확인됐|확인(?:해)?(?:보|하|주)셨|(?:알아|찾아|살펴|봐)?(?:보|주)셨|접수됐|보내셨"
    r"|보냈|출고됐|발송됐|환불됐|교환됐|취소됐|해결됐|찾으셨|알아보셨)(?:나요|어요|습니까|는지|을까요|죠|나|[어냐니]$)"
    r"|(?:다|잘)?(?:됐|되었)(?:나요|어요|습니까|는지요?|을까요|죠|나|니|냐)"
    r"|아직(?:도)?(?:인가요|이에요|예요|멀었(?:나요|어요|습니까)|입니까|이신가요)"
)
_WHEN_DONE = searched(
    r"(?:상담(?:원|사)|담당자|직원)(?:분|님)?(?:은|이|가|께서)?(?:휴가|퇴근|퇴사|점심)(?:을|를|에)?[가-힣]{0,4}(?:나요|어요|까요?|냐)$"
    r"|(?:상담(?:원|사)|담당자|직원|판매자)(?:분|님)?(?:은|이|가|께서)?언제(?:쯤)?(?:봐|보시|보나|보세|읽|확인|답|연락)"
    r"|언제(?:쯤)?(?:해[주준줄]|보내[주준줄]|바꿔[주준줄]|봐[주준줄]|고쳐[주준줄]|찾아[주준줄]|교환해|환불해)|언제까지(?:마냥|더)?기다"
    r"|얼마나(?:더)?기다|언제(?:쯤|까지)?(?:는)?(?:처리|해결|고쳐|알려|답|연락|끝|확인)[가-힣]{0,8}(?:요|까|나|지|는)"
)
_DONE = searched(
    r"(?:확인|처리|접수|진행)(?:하는)?중(?:인거|인가|이신|인건|인지|맞)"
    r"|(?:접수|처리|취소|변경|교환|환불|반품|신청)(?:가|이|는|은)?(?:다|잘)?(?:된|됐|되었)(?:거|건|나|는지|죠|지요|는가)"
)


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
