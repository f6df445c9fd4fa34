"""Who tells the bot to set its rules aside, whatever he wants instead of them."""

from __future__ import annotations

from typing import Final

from bot.dialog.words import squash
from bot.patterns import searched

_OVERRULES: Final = searched(
    r"(?:시스템|이전|기존|모든|지금까지(?:의|받은)?|주어진|받은|너의|네)(?:의)?(?:지시|명령|규칙|지침|프롬프트)(?:사항|문|어)?(?:를|을|은|는)?"
    r"(?:모두|전부|다|싹)*(?:무시|잊|어기|지우|삭제)(?!하?지[가-힣]{0,2}?(?:마|말))"
    r"|(?:너|봇|챗봇|ai)(?:한테|에게|의)?(?:주어진|설정된|입력된|내려진|시스템)?(?:규칙|지침|지시(?:사항|문)?|프롬프트|설정값)(?:을|를|이|가)?(?:좀|전부|다)*(?:뭐|알려|보여|말해|출력|공개)"
)


def overrules(text: str) -> bool:
    """Whether the bot's own rules are to be set aside or shown (`시스템 지시 무시하고 …`)."""
    return bool(_OVERRULES.search(squash(text)))
