"""Questions that neither a mark nor a question word tells apart from what is stated."""

from __future__ import annotations

import re
from typing import Final

from bot.patterns import searched

#: `선불로 보내요 착불로 보내요`: the same verb twice leaves a choice.
_EITHER_OR: Final = searched(r"(?P<verb>[가-힣]{2,4}[요나까])[가-힣]{1,8}(?P=verb)$")
#: `취소가 잘 됐나 해서요`, `환불 되냐 안 되냐`
_WONDERS: Final = searched(
    r"되냐안되냐$|(?:[았었했됐왔갔켰났]나|는지|은지|되나|하나|있나|없나|인가|은가)(?:요)?(?:해서|싶어(?:서)?|싶은데|궁금해서)(?:요|여)?$"
)
#: Nobody tells the store what it takes: `카드 돼요`, `빨아도 돼요`.
_SOUNDS_ASKED: Final = searched(
    r"(?:취소|환불|반품|교환|수정|변경|할부|카드|세탁기|세탁|포장|합배송|예약|수거|적용|사용|건조기|무이자|현금영수증)(?:이|은|는|도|가|으로|로)?[돼되]요$"
    r"|^(?!.*(?:천천|나중|늦|그냥|안[가-힣]{1,3}도)).*(?<!셔)도[돼되]요$|(?:되|맞|가능하)죠$|되는거(?:죠|지요)$|(?<![건은는게])(?<=[가-힣]{2})아니죠$"
    r"|[는은던한된올할](?<!물)건가(?:여)?$"
    # `매트리스 포함이죠`
    r"|(?:포함|별도|무료|기본|공짜|국산|정품|새거|세트)이?죠$"
    # `배송 밀리나요`, `요즘 택배 늦죠`: how it is these days
    r"|^(?!.*왜).*(?:밀리|늦|느리|더디)(?:나요|죠|지요|려나요?)$"
    r"|(?:며칠(?:이면|만에|안에|까지)|얼마면)[가-힣]{1,8}요$|똑같[가-힣]{0,3}맞아요$|(?<!안)내야[돼되]요$"
    r"|(?:신청할|입어볼|가서받을|바꿀|교환할|반품할|취소할|환불받을|달라고할|라고할)수있어요$|(?:받을|보낼|할|바꿀)수있음$|(?:재고|다른색상?|다른사이즈)(?:도|는|은)?있(?:어요|음)$"
)

#: `열 개 중에 하나요` tells how many.
_ONE_OF: Final = re.compile(
    r"(?:^|(?<=중)|(?<=중에)|(?<=중에서)|(?<=딱)|(?<=달랑)|(?<=[가-힣]색)|(?<=[한두세네]개랑[가-힣]{2})|(?<=[한두세네]개랑[가-힣]{3}))하나[요여]$"
)


def sounds_asked(plain: str) -> bool:
    """Whether a line, squashed, asks so (`할부 돼요`, `되냐 안 되냐`)."""
    return bool(_SOUNDS_ASKED.search(plain) or _WONDERS.search(plain) or _EITHER_OR.search(plain))


def without_amount(plain: str) -> str:
    """A line, squashed, without an amount that but sounds like a verb."""
    return _ONE_OF.sub("", plain)
