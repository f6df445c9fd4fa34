"""Who an order is under, told by somebody who was asked for just that."""

from __future__ import annotations

import re
from typing import Final

from bot.dialog.extract.letters import cleaned, once
from bot.dialog.extract.names import could_be_told
from bot.dialog.extract.numbers import ENDING, TAKEN, unnumbered
from bot.patterns import searched

_SAID: Final = (
    rf"(?:(?:으로|로)(?:\s?(?:했|주문|구매|샀|시켰|되어|돼)[가-힣]{{0,6}}|요)?|{ENDING})?[\s.~!]*"
)
#: `(주)하늘상사`, `하늘어린이집`
_COMPANY: Final = searched(
    rf"(?:^|[\s,.])((?:\(주\)|㈜|주식회사\s?)[가-힣A-Za-z0-9]{{2,12}}?|[가-힣A-Za-z0-9]{{2,12}}?\(주\)"
    r"|[가-힣A-Za-z]{1,10}(?:상사|컴퍼니|산업|전자|물산|식품|건설|상회|교회|학원|병원|의원|유치원|어린이집|학교|카페|약국|공방|스튜디오))"
    rf"{_SAID}$"
)
#: `John Smith`
_LATIN: Final = re.compile(
    rf"(?:네|저는|이름은|name\s?is|i'?m)?[\s,:]*([A-Z][a-zA-Z]+(?:[\s-][A-Z][a-zA-Z]+){{1,3}}){_SAID}"
)
#: `엄마 이름으로 했어요 김영자`
_UNDER_IT: Final = searched(
    rf"(?:이름|명의|아이디)(?:으로|로)[가-힣\s]{{0,10}}?[요다][\s,.]+([가-힣]{{2,4}}?)(?:님|씨)?{_SAID}$"
)
_ALONE: Final = re.compile(rf"(?:네|예|저는|저)?[\s,.]*([가-힣]{{2,4}}?){_SAID}")


@once
def asked_name(text: str) -> str | None:
    """The name in an answer to the question for it: a person's, a company's, one in Latin letters.

    Read where nothing else was found: more is taken for a name than in a line that was not asked.
    """
    plain = unnumbered(cleaned(text)).replace(TAKEN, " ").strip()
    for pattern in (_COMPANY, _LATIN):
        if found := pattern.search(plain) if pattern is _COMPANY else pattern.fullmatch(plain):
            return found[1].strip()
    found = _UNDER_IT.search(plain) or _ALONE.fullmatch(plain)
    return found[1] if found and could_be_told(found[1]) else None
