"""Where to and how many: an address, a quantity."""

from __future__ import annotations

import re
from typing import Final

from bot.dialog.extract.numbers import TAKEN, cleaned, unnumbered

_ADDRESS: Final = re.compile(
    r"(?:(?:서울|부산|대구|인천|광주|대전|울산|세종)(?:특별시|광역시|특별자치시|시)?|(?:경기|강원|충북|충남|전북|전남|경북|경남|제주)(?:특별자치)?도?"
    r"|충청[남북]도|전라[남북]도|경상[남북]도)\s?(?:[가-힣]{0,5}(?:시|군|구)\s?){0,3}"
    r"[가-힣0-9·]{1,12}(?:읍|면|동|리|가|로|길)(?:\s?\d{1,5}번?길)?\s?\d{1,5}(?:-\d{1,4})?[^\n.!?]{0,60}"
)

_AFTER_ADDRESS: Final = re.compile(
    r"(?<=[\d호층동관])(?:(?:으로|로)(?:요|\s?[가-힣\s]*)|이에요|예요|입니다|이요|요|임)\s*$"
)


def address(text: str) -> str | None:
    """A postal address down to its number, without what is said around it; None without one."""
    found = _ADDRESS.search(unnumbered(cleaned(text)).replace(TAKEN, " "))
    return None if found is None else _AFTER_ADDRESS.sub("", found[0]).strip(" ,")


_QUANTITY: Final = re.compile(
    r"(?<![\d가-힣])(?:\d{1,5}|한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|스무|[이삼사오육칠팔구]?십|백)\s?"
    r"(?:개|벌|박스|상자|켤레|장|병|봉지?|세트|묶음|권|자루|대|쌍|포|통|팩|캔|마리|송이|그루)(?!월|째|번|당|정|중)"
)


def quantity(text: str) -> str | None:
    """How many, as the customer wrote it (`두 개`, `3벌`)."""
    found = _QUANTITY.search(cleaned(text))
    return None if found is None else found[0]
