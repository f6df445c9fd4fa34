"""What goes around what is said: a hail before it, tears, laughter and thanks behind."""

from __future__ import annotations

import re
from typing import Final

from bot.dialog.manner.another import came_as_another
from bot.dialog.manner.asking import is_question, is_request, reports_problem
from bot.dialog.manner.courtesy import only_thanks, own_slip
from bot.dialog.manner.damage import reports_damage
from bot.dialog.words import once
from intents.closings import before_closing

#: `안녕하세요 환불 되나요`, `저기요 …`: who is greeted or called by it listens already; nor is the
#: joke that comes first (`농담이고요 …`) a part of what is asked in earnest.
_HAIL: Final = re.compile(
    r"(?:\s*(?:안녕(?:하세[요여용]|하십니까|하셔요)?|반갑습니다|저기(?:요|여|용)?|여기요"
    r"|(?:수고|고생)(?:가\s?)?(?:\s?많으|하|\s?많)(?:십니다|시네요|세요|셔요|으십니다)"
    r"|다름(?:이)?\s?아니(?:라|고|옵고)|죄송(?:한데|하지만|합니다만)요?|실례지만|혹시나?"
    r"|[ㅋㅎ]*\s?(?:농담|장난)(?:이고|이구|이었고|이었구|친거고|친거구)[요여용]?"
    # `아 장난친 거예요 목도리 언제 재입고돼요`; `농담이에요 취소 안 할게요` takes something back.
    r"|[ㅋㅎ]*\s?(?:농담|장난)(?:이에요|이었어요|이었습니다|\s?친\s?거(?:예요|에요|였어요))"
    r"(?=[\s.,!~ㅎㅋ]+.*(?:[?？]|나요|까요|언제.*요|어떻게.*요|얼마.*요)[\s.!~ㅠㅜ]*$)"
    r"|(?:문의|질문)\s?(?:좀\s?|하나\s?)?(?:드립니다|드려요|드릴게요|할게요|있어요|있습니다|이요|요)"
    r"|(?:[가-힣]{1,6}\s)?(?:고객|구매자|회원|손님)(?:인데[요용]?|입니다|이에요)|음+|흠+|어+|근데(?=\s)|그(?=[,.…~])|저(?=[,.…~]|\s(?!말고|도\s|대신|혼자|만\s))"
    # `아 320호요` puts right what stood there.
    r"|아+(?=[\s,.…~]+(?:네[\s,]|[0-9]{1,2}번이?요?[\s.!~]*$"
    r"|.*(?:[?？]|나요|까요|[는은]요|(?:언제|얼마)[가-힣\s]{1,6}요|답변\s?좀요?|확인해\s?주세요)[\s.!~]*$)))"
    r"[\s?？,.!~^…ㅎㅋ]+)+(?=[가-힣A-Za-z0-9])"
)
#: Behind a question (`가죽이에요? ㅠㅠ`) these hide its mark. An angry face is none of them.
_FACES: Final = "♡♥❤☺😀-😆😊😍😂😅😢😭🥲🥹🙂🙏💕-💗"
_FRILLS: Final = rf"\s~^…ㅠㅜㅋㅎㅡ;*{_FACES}\ufe0f"
_ADORNED: Final = re.compile(rf"(?<=[^{_FRILLS}])[{_FRILLS}]+$")
#: `언제 오냐구요ㅋㅋ 오타`: of the line before it, and no part of this one.
_MISTYPED: Final = re.compile(
    r"(?<=[가-힣])[\sㅋㅎㅠㅜ,.~(]+오타(?:예요|에요|이에요|요|네요?|났네요?|났어요|입니다|임|죄송(?:해요|합니다)?)?[\s.!~ㅋㅎㅠㅜ)]*$"
)
#: `되나요오`
_DRAWN: Final = re.compile(rf"(?<=[가-힣]요)오+(?=[?？!.{_FRILLS}]*$)")
#: `되나요 사장님`: who is asked is no part of it; a mark behind is.
_CALLED: Final = re.compile(
    r"(?<=[요다까나죠음?!.~])\s+(?:사장님?|판매자님|상담[원사]님|담당자님|선생님|언니|오빠|아가씨|아저씨|총각)"
    rf"(?P<mark>[?？!]*)[{_FRILLS}.]*$"
)
#: `컵이 깨졌어요 어떻게 해야 하나요`: who is at a loss over what went wrong asks nothing.
_AT_A_LOSS: Final = re.compile(
    r"(?:(?<=[요다데음죠네])|(?P<why>(?<=[가-힣])(?<![라에로지])서))[\s,.!~ㅠㅜ]+"
    r"(?:(?:이럴\s?땐?|이런\s?경우|이런\s?건|그럼|이거를?|이걸|이건|저|제가|전)\s?)*"
    r"(?:(?:어떻게|어떡해?|어케|우째)\s?(?:해야|하면|하|해|할까|되)"
    # `어떻게 해야 되는지 좀 물어보려고요`
    r"(?:[가-힣\s]{0,5}지\s?(?:좀\s)?(?:물어|문의|여쭤|여쭙|질문|궁금|알고|알려|연락|톡)[가-힣\s]{0,8}|[가-힣\s]{0,8})"
    r"|어(?:떡|쩌)[하해면]?[가-힣]{0,3})"
    r"[?？.!~\sㅠㅜ]*$"
)
#: No matter yet: who is hailed (`안녕하세요 판매자님`), who comes (`… 또 왔어요`), and
#: what is announced (`안녕하세요 주문 건으로 문의드립니다`).
_ADDRESSED: Final = re.compile(
    r"(?:(?:(?:판매자|사장|점주|주인)님?|(?:상담원|상담사|담당자|관리자|직원)님)(?:들)?"
    r"|[^?？]{0,12}건(?:으로|때문에)\s?(?:문의|여쭤|상담)[^?？]{0,8}"
    r"|(?:저\s)?(?:또|다시|오랜만에)?\s?왔(?:어요|습니다|네요))\W*"
)
#: `L요 감사합니다` answers what was asked.
_SIZE: Final = re.compile(r"\s*[A-Za-z0-9]{1,3}\s?(?:이?요)?[\s,.!~]*")
#: `풍선이 안 왔어요 어떻게 해요 주문번호 2026112010203040입니다`: what goes before it closes too.
_NUMBER_LAST: Final = re.compile(
    r"(?<=\S)\s+(?:제\s)?(?:주문\s?)?(?:번호(?:는|:|요)?\s?)?[0-9][0-9-]{11,}(?:번)?(?:입니다|이에요|예요|이?요)?[\s.!]*$"
)


@once
def without_pleasantries(text: str) -> str:
    """What is said, without a hail, tears and laughter around it, and thanks for the answer to it.

    `가죽이에요? ㅠㅠ` asks as `가죽이에요?` does, and `컵이 깨졌어요 감사합니다` tells what broke.
    Thanks that stand alone, or for something (`빨리 와서 감사합니다`), stay.
    """
    number = _NUMBER_LAST.search(text)
    if number is not None:
        return f"{without_pleasantries(text[: number.start()])}{number[0]}"
    text = _MISTYPED.sub("", text)
    said = _ADORNED.sub("", _CALLED.sub(r"\g<mark>", _DRAWN.sub("", text)))
    hail = _HAIL.match(said)
    behind = said[hail.end() :] if hail else ""
    said = said if not behind or _ADDRESSED.fullmatch(behind) else behind
    rest = before_closing(said)
    if rest and not _only_thanks(rest, said):
        said = _ADORNED.sub("", rest)
    return _over_a_loss(said)


def _only_thanks(rest: str, said: str) -> bool:
    return only_thanks(said) and not _SIZE.fullmatch(rest)


def _over_a_loss(said: str) -> str:
    # `바람이 안 나와서 어떻게 해야 하나요` tells that none comes out.
    told = _AT_A_LOSS.sub(lambda found: "요" if found["why"] else "", said)
    if told == said or is_request(told) or is_question(told) or own_slip(told):
        return said
    amiss = reports_problem(told) or reports_damage(told) or came_as_another(told)
    return _AT_A_LOSS.sub(lambda found: found["why"] or "", said) if amiss else said
