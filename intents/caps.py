"""The `monthly_cap` section: what a channel's messages may cost in a calendar month, in won."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

import yaml

from intents.faq import PAID_CHANNELS
from intents.particles import topic
from intents.reader import Reader

MAX_WON: Final = 100_000_000
_WON: Final = re.compile(r"(\d{1,3}(?:,\d{3})+|\d{1,9})\s*원?", re.ASCII)


def monthly_cap(reader: Reader, node: yaml.Node | None) -> Mapping[str, int]:
    """Channel to won; a channel that is not named has no cap."""
    fields = reader.fields(node, PAID_CHANNELS, "monthly_cap") if node else {}
    read = {name: _won(reader, value) for name, value in fields.items()}
    return MappingProxyType({name: won for name, won in read.items() if won is not None})


def _won(reader: Reader, node: yaml.Node) -> int | None:
    word = reader.text(node, "한 달 한도(monthly_cap)", 100)
    if word is None:
        return None
    found = _WON.fullmatch(word)
    won = int(found[1].replace(",", "")) if found else MAX_WON + 1
    if won <= MAX_WON:
        return won
    reader.report(
        node,
        f"한도 {topic(repr(word[:40]))} 쓸 수 없어요",
        f"30000처럼 0에서 {MAX_WON:,} 사이의 원 단위로 써 주세요 (한도가 없으면 줄을 지워 주세요)",
    )
    return None
