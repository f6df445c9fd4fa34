"""Where a customer has looked already: the first steps of an answer do not send him there."""

from __future__ import annotations

import re

from bot.dialog import words
from bot.patterns import searched

_LOOKED = searched(
    r"(?P<place>경비실|관리실|택배함|무인함|소화전|옆집|이웃|가족|현관)(?:에는?|에도|엔|에서|은|는|도|이|가|안쪽?)*(?:다|전부|아무것도|아무도|하나도)*"
    r"(?:없(?!나|는지|을)|안보|못찾|못봤|못받|안받|찾아봤|확인했|확인해봤|물어봤|둘러봤)"
)
#: `택배사에서 분실했대요`: who delivers says himself that it is nowhere.
_LOST = searched(
    r"(?:택배사?|기사님?|대한통운|한진|롯데|로젠|우체국|cj|배송업체|물류)[가-힣]{0,8}?(?:분실|잃어버)[가-힣]{0,6}?(?:대|다고|다네|답니다|했|됐|인정|처리)"
    r"|분실(?:된거|한거|처리)(?:래|라고|됐다고|해준다|한다고)"
)
_PLACES = frozenset(("경비실", "관리실", "택배함", "옆집"))
_STILL = re.compile(r"^그래도 \S+면 ")


def without_looked_at(answer: str, said: str) -> str:
    """The answer without the line that names a place where it is said not to be."""
    plain = words.squash(said)
    places = {found["place"] for found in _LOOKED.finditer(plain)}
    if "분실" in plain or "잃어" in plain:
        places |= _PLACES if _LOST.search(plain) else set()
    if not places:
        return answer
    lines = [line for line in answer.split("\n") if not any(place in line for place in places)]
    return "\n".join(_STILL.sub("", line.strip()) for line in lines) or answer
