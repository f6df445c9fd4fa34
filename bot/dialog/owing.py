"""Who owes the next word after an operator's line: it asks, it promises more, or it is complete."""

from __future__ import annotations

from typing import Final

from bot.dialog.words import squash
from bot.model import WaitingOn
from bot.patterns import searched

_ASKS: Final = searched(
    r"(?:알려|말씀해|보내|적어|남겨|골라|선택해|확인해|회신|답변?해|답)(?:서)?(?:주(?:세요|시면|십시오|시겠|실수|셔요|시기)|부탁|바랍)"
    r"|주시면|부탁(?:드려|드립|합니다|해요)|어떠(?:세요|신가요|실까요)|괜찮(?:으세요|으실까요|으신가요)|원하(?:시나요|세요|시는지|시는쪽)"
    r"|(?:인|은|는|한|된|신)가요|나요|까요|세요\?"
)
# "기다려 주세요", "양해 부탁드려요" ask for patience, not for an answer.
_PATIENCE: Final = searched(
    r"(?:조금만|잠시만|잠깐만|조금|잠시)*(?:더)?기다려(?:주|부탁)[가-힣]*|(?:너그러운)?(?:양해|이해)(?:를|해)?(?:부탁|주시|바랍)[가-힣]*"
    r"|(?:참고|유의|안심|폐기|사용|이용|보관|조심)(?:해|하여)?(?:주(?:세요|시면(?:됩니다|돼요)?|십시오|시기바랍니다)|하세요|부탁[가-힣]*|바랍니다)"
    # `환불해 드렸습니다. 확인 부탁드려요` tells that it is done.
    r"|(?:드렸|했|됐|되었|보냈|완료)(?:습니다|어요|으니|으니까|는데|고)?(?:[가-힣]{1,6}에서)?확인(?:한번|좀)?(?:부탁[가-힣]*|해주(?:세요|시면됩니다|시면돼요|시기바랍니다)|해보세요|바랍니다)"
    r"|궁금[가-힣]{0,8}(?:있으시면|생기시면|있으면)[가-힣]{0,20}(?:주세요|주십시오)"
    r"|(?:언제든지?|편하게|필요하시면)[가-힣]{0,12}(?:말씀|문의|연락|남겨)[가-힣]{0,3}주세요"
)
_PROMISES: Final = searched(
    r"(?:다시|곧|바로|확인(?:후|하고|되는대로|해서|하는대로)|나오는대로|오전중|오후중|오늘중|내일|까지)[가-힣0-9]{0,12}?"
    r"(?:안내|연락|답변|답|회신|말씀|알려|전달)(?:해)?드(?:릴[게께]요|리겠습니다|릴예정|립니다|려요)"
    r"|확인(?:중|하고있|해보(?:겠|고)|해볼[게께]|하겠습니다|할[게께]요)|알아보(?:겠|고|는중|고있)|알아볼[게께]"
    r"|(?:잠시만|잠깐만|조금만)기다려|문의(?:중|해보|하고있)|조회(?:중|해보)|검토(?:중|하고|해보)"
)


def next_turn(text: str) -> WaitingOn:
    """Whose turn it is after an operator has said this.

    `customer`: he was asked something, and is reminded. `store`: more was promised, so the matter
    stays with the store and its time runs. `nobody`: the answer is complete; whoever has nothing to
    add need not be asked whether he is still there.
    """
    plain = _PATIENCE.sub("", squash(text))
    if "?" in text or "？" in text or _ASKS.search(plain):
        return "customer"
    return "store" if _PROMISES.search(squash(text)) else "nobody"
