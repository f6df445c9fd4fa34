"""An answer that comes later, or a mind that is not made up yet."""

from __future__ import annotations

from typing import Final

from bot.dialog.manner.asking import is_question
from bot.dialog.words import once, squash
from bot.patterns import searched

#: Letters of a line that puts an answer off.
LONGEST_PUT_OFF: Final = 30
_THINKS: Final = searched(
    r"^(?:네|아|음|흠|그럼|그러면|일단|우선|좀|조금|더|한번|다시|집에가서|남편이랑|가족이랑|잠깐)*(?:생각|고민|상의)(?:을|좀|더|한번|다시"
    r"|조금)*해(?:볼[게께](?:요|여)?|보겠(?:습니다|어요)|보고[가-힣]{0,10}[게께]요|봐야(?:겠|할|될)[가-힣]{0,6})$"
)
_PUTS_OFF: Final = searched(
    r"(?:나중에|이따가?|있다가|조금있다|잠시후에?|(?:[0-9]+|한|두|반)(?:시간|분)(?:쯤|정도)?(?:뒤|후|이따)에?|내일|모레|[월화수목금토일](?:요일|욜)(?:에|날)?|다음주에?|저녁(?:에)?|주말에|집(?:에)?가서|퇴근하고|찾아보고|확인하고|바빠서)"
    r"(?:요?$|[가-힣]{0,6}?(?:알려(?!주|줘)|말씀(?!해주)|말할|연락(?!주|해주)|올[게께]|올릴|올려(?!주)|보낼[게께]|보내드|드릴|적을|할게|다시볼[게께]|조회해볼[게께]))"
    r"|(?:사진|링크|주소창|캡[처쳐])(?:을|은|도|를)?(?:지금|바로|곧|이따|추가로|더|다시|몇장|한장)*(?:(?:첨부|보내|올려|찍어|나중에)[가-힣]{0,6}(?:할|드릴|릴|낼)|보낼|올릴)[게께]"
    r"|(?:한테|에게|께)(?:물어|여쭤)볼[게께]요?(?:번호|그거|이름)?$"
    r"|(?:찾아|확인해|알아|물어)볼[게께](?:요)?(?:잠깐|잠시)?(?:만)?(?:요)?$|^(?:아|네|앗)?(?:잠깐|잠시)$"
    r"|^(?:좀|조금)만?기다려(?:봐|줘)?요$|(?:집에?가서|이따가?|나중에|퇴근하고)[가-힣]{0,10}(?:볼|확인할|찾아볼)[게께]|잠시만"
    # `죄송해요 지금 할게요`, `지금 밖이라 저녁에 볼게요`
    r"|^(?:죄송(?:해요|합니다|한데)?|미안(?:해요)?|아|네|앗|넵)*(?:지금|바로|금방|곧|얼른)(?:할|보낼|찾을|찾아볼|알려드릴|적을|드릴|답할|확인할)[게께]요?$"
    r"|(?:밖|외출중|운전중|이동중|출근길|퇴근길|지하철|버스|병원|학교|회사)(?:이라|이라서|라|라서|인데|에있어서|이어서|여서)[가-힣]{0,10}?(?:볼|할|보낼|알려드릴|찾아볼|확인할|드릴)[게께]"
    r"|(?:잠깐|잠)만[요여용]?$|기다려(?:보세요|주세요|봐요)|ㄱㄷ$|지금(?:은)?(?:바빠|운전|회의|수업|근무)"
)
#: Nothing is decided yet: somebody is to be asked, or the goods tried, first.
_HESITATES: Final = searched(
    # Only if it should be late; nothing is yet.
    r"^(?:혹시|만약|만일|그럼)*(?:배송|발송|도착|출고)(?:이|가)?(?:많이|너무|혹시)*늦(?:으|어지)면[가-힣]{0,6}(?:취소|환불)|"
    r"(?:아직|좀더|더|조금|지금)*(?:결정|마음|맘)[가-힣]{0,4}(?:못|안)(?:했|정했|하겠|정하|골랐|고르)[가-힣]{0,6}$"
    r"|(?<!잘)(?:못|안)(?:정했|골랐)(?:어요|네요|습니다|는데요?|음)?$|(?:정하|고르|결정하)지(?:를)?못[가-힣]{0,6}$"
    r"|(?:고민|생각|상의|의논)(?:을|를)?(?:좀|더)*(?:하는)?중(?:이?에요|이?예요|입니다|이라서?요?|인데요?|임)?$"
    r"|(?:지켜|두고|환기해|환기시켜|말려|닦아|다시해|충전해|더써)(?:볼[게께](?:요)?|보겠습니다|보고(?:요|말씀드릴[게께]요|연락드릴[게께]요)?|보려고요)$"
    r"|^(?:음+|으음+|흠+|글쎄요?|어음|아글쎄요?)+$"
    r"|(?:고민|망설여|갈등)(?:이)?(?:되|돼|하고있|하는|중)[가-힣]{0,6}$"
    r"|(?:물어|여쭤|상의해|의논해|얘기해|이야기해|입어|신어|써|생각해|고민해|비교해|확인해|알아)보(?:고|구)(?:나서)?(?:요|올[게께]요?|다시올[게께]요?"
    r"|말씀드릴[게께]요?|연락드릴[게께]요?)?$|(?:물어|여쭤|상의해|의논해|고민해)봐야[가-힣]{0,8}$"
    r"|(?:물어|여쭤|상의해|의논해|이야기해|입어|신어|고민해|비교해)볼[게께](?:요)?$"
    r"|(?:다음|나중|이따|있다|내일|모레|주말|[월화수목금토일]요일|[0-9]+일)[가-힣]{0,6}?(?:다시)?(?:올|연락할|연락드릴|말씀드릴|얘기할"
    r"|문의할)[게께](?:요)?$|다시(?:올|들를|연락할|연락드릴|말씀드릴|문의할)[게께](?:요)?$"
)
#: `내일 알려 드려도 될까요?`
_OFFERS_LATER: Final = searched(
    r"(?:나중에|이따가?|있다가|내일|모레|저녁(?:에)?|주말에|집(?:에)?가서|퇴근하고)[가-힣]{0,10}?(?:알려|보내|말씀|드려|드리|올려|적어|찍어|찾아"
    r"|확인해서)[가-힣]{0,3}(?:도|면)(?:될까요?|되나요|되죠|돼요|괜찮)"
)
#: `한 번 빨았어요 지난 일요일에`, `어제 저녁에요` tell what was.
_PAST_DAY: Final = searched(
    r"^(?:네|아)?(?:어제|어저께|그제|그저께|엊그제|엊그저께)(?:저녁|밤)?(?:에|쯤)*(?:이?요|임|여)?$|"
    r"(?:지난|저번|지지난)(?:주)?[월화수목금토일](?:요일|욜)|(?:받았|왔|샀|도착했)[가-힣]{1,3}[월화수목금토일](?:요일|욜)(?:에)?(?:이?요)?$"
)
_MUCH_LATER: Final = searched(r"나중에|내일|저녁|주말|집(?:에)?가서|퇴근|모레|다음주|요일")


def thinks_it_over(text: str) -> bool:
    """Whether somebody has not made up his mind yet (`생각해 볼게요`)."""
    return bool(_THINKS.search(squash(text)))


@once
def puts_off(text: str) -> bool:
    """Whether an answer is promised for later (`이따 알려드릴게요`, `잠시만요`)."""
    plain = squash(text)
    if len(plain) > LONGEST_PUT_OFF:
        return False
    if _OFFERS_LATER.search(plain):
        return True
    later = (_PUTS_OFF.search(plain) and not _PAST_DAY.search(plain)) or hesitates(text)
    return bool(later) and not is_question(text)


@once
def hesitates(text: str) -> bool:
    """Whether nothing is decided yet (`남편한테 물어보고요`, `아직 고민 중이에요`)."""
    return bool(_HESITATES.search(squash(text)))


def puts_off_long(text: str) -> bool:
    """Whether an answer is promised for a time that is hours away: so soon nobody reminds of it."""
    return thinks_it_over(text) or (puts_off(text) and bool(_MUCH_LATER.search(squash(text))))
