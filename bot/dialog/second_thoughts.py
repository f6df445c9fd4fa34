"""A wish that the same line takes back for another (`원피스 반품할게요 아니 교환으로요`)."""

from __future__ import annotations

import re
from typing import Final

from bot.patterns import searched

_WISH: Final = "환불|교환|반품|취소"
#: The first wish as it was put, the word that takes it back, and the one that holds.
_TAKEN_BACK: Final = searched(
    rf"(?P<first>{_WISH})(?:을|를|으?로)?\s?(?:이?요|할게요|할래요|하려고요|하려구요|(?:신청)?해\s?주세요|해\s?줘요?|부탁\S{{0,5}}|원해요|하고\s?싶어요)[\s,.…~!ㅠㅜ]*"
    r"(?:아\s?)?(?:아니(?:다|라|야|요|에요|구나)?|그냥|아)[\s,.…~!]+(?:그냥\s|차라리\s|아니\s)?"
    rf"(?=(?P<last>{_WISH})(?:이?요|(?:을|를|으?로)?\s?(?:이?요|할게요|할래요|(?:신청)?해\s?주세요|해\s?줘|부탁|변경|바꿔|바꿀게|원해|하고\s?싶))(?![^\n.]*[?？]))"
)


def on_second_thought(text: str) -> str:
    """The line without a wish that it takes back itself; what was told beside that one stays."""
    if "아니" not in text and "그냥" not in text and "아 " not in text:
        return text
    return _TAKEN_BACK.sub(_last, text)


def _last(found: re.Match[str]) -> str:
    return found[0] if found["first"] == found["last"] else ""
