"""What goes around what is said: a hail before it, tears, laughter and thanks behind."""

from __future__ import annotations

import re
from typing import Final

from bot.dialog.manner.courtesy import only_thanks
from bot.dialog.words import once
from intents.clauses import before_thanks

#: `저기요 환불 되나요`: who is called by it listens already.
_HAIL: Final = re.compile(r"\s*(?:저기(?:요|여|용)?|여기요)[\s,.!~…]+(?=\S)")
#: Behind a question (`가죽이에요? ㅠㅠ`) these hide its mark. An angry face is none of them.
_FRILLS: Final = r"\s~^…ㅠㅜㅋㅎㅡ;*♡♥❤☺😀-😆😊😍😂😅😢😭🥲🥹🙂🙏💕-💗\ufe0f"
_ADORNED: Final = re.compile(rf"(?<=[^{_FRILLS}])[{_FRILLS}]+$")
#: `L요 감사합니다` answers what was asked.
_SIZE: Final = re.compile(r"\s*[A-Za-z0-9]{1,3}\s?(?:이?요)?[\s,.!~]*")


@once
def without_pleasantries(text: str) -> str:
    """What is said, without a hail, tears and laughter around it, and thanks for the answer to it.

    `가죽이에요? ㅠㅠ` asks as `가죽이에요?` does, and `컵이 깨졌어요 감사합니다` tells what broke.
    Thanks that stand alone, or for something (`빨리 와서 감사합니다`), stay.
    """
    hail = _HAIL.match(text)
    said = _ADORNED.sub("", text[hail.end() :] if hail else text)
    rest = before_thanks(said)
    return _ADORNED.sub("", rest) if rest and not _only_thanks(rest, said) else said


def _only_thanks(rest: str, said: str) -> bool:
    return only_thanks(said) and not _SIZE.fullmatch(rest)
