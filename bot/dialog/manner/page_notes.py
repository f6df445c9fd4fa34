"""That the page of the goods does not tell what is asked: why it is asked, and no complaint."""

from __future__ import annotations

from typing import Final

from bot.patterns import searched

#: `퀸 맞아요? 상세에 안 나와요`
_NOT_ON_PAGE: Final = searched(
    r"(?<=[?？])\s*(?:상품\s?)?(?:상세|설명|페이지)\s?(?:페이지|란)?에(?:는|도)?\s?"
    r"(?:안\s?(?:나오|나와|적혀|써|보이|보여)|없)[가-힣\s]{0,6}[\s.!~ㅠㅜ]*$"
)


def misses_on_page(text: str) -> bool:
    """Whether it is asked what the page of the goods does not tell."""
    return bool(_NOT_ON_PAGE.search(text))


def without_page_note(text: str) -> str:
    """The question alone."""
    return _NOT_ON_PAGE.sub("", text)
