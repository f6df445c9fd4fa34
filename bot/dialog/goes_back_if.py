"""What becomes of goods that do not please, or of such as were on sale, asked behind an answer."""

from __future__ import annotations

import re

from bot.dialog import words
from bot.dialog.entries import entry_named
from bot.dialog.quoting import GOODS_BACK
from bot.dialog.turn import Turn
from intents import Intent

#: `받고 마음에 안 들면요?`, `개봉하면 안 되는 거죠`, behind what is no return.
_GOES_BACK_IF = re.compile(
    r"(?:그럼|근데|혹시|만약에?|막상|나중에)*(?:받고|받아보고|받았는데|사고|입어보고|써보고|해보고|실물이|색이)?(?:나서)?(?:마음에|맘에)?(?:안들|별로|안맞|안어울리)(?:이?면|으면)"
    r"(?:은|요|어떡하죠|어떡해요|어떻게(?:해요|하나요|되나요)|(?:환불|반품)(?:은|도)?(?:되나요|돼요|가능해요|가능한가요|되죠))?"
    r"|(?:그럼|근데|혹시|박스|포장|비닐)*(?:를|을)?(?:개봉하|뜯으|뜯|열어보|써보)면(?:은)?(?:환불|반품)?(?:은|도)?(?:안(?:되는거죠|되나요|되죠|돼요)|못하나요|불가인가요)"
)


#: `세일상품도 되나요` behind how goods go back: of that, whatever `상품` is like.
_OF_A_SALE = re.compile(
    r"(?:그럼|근데|혹시)*(?:세일|할인|특가|이월|떨이|균일가|이벤트|예약|제작)(?:하는|한)?(?:상품|제품|품목|옷|것|거)(?:도|은|는)(?:요|되나요|돼요|되죠|가능해요|가능한가요|안되나요|똑같아요|마찬가지예요)"
)


def if_it_goes_back(turn: Turn, near: Intent) -> Intent | None:
    """The entry for a return, asked of behind what is none."""
    asked = near.category not in GOODS_BACK and near.category != "product_quality"
    case = asked and _GOES_BACK_IF.fullmatch(words.squash(turn.text))
    return entry_named(turn, "반품") if case else None


def is_of_a_sale(turn: Turn, near: Intent) -> bool:
    """Whether the same is asked of goods on sale, behind how goods go back."""
    back = near.category in GOODS_BACK
    return back and bool(_OF_A_SALE.fullmatch(words.squash(turn.text)))
