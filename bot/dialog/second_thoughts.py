"""A wish that the same line takes back for another (`원피스 반품할게요 아니 교환으로요`)."""

from __future__ import annotations

import re
from typing import Final

from bot.patterns import searched

_WISH: Final = "환불|교환|반품|취소"
#: The first wish as it was put, the word that takes it back, and the one that holds.
_TAKEN_BACK: Final = searched(
    rf"(?P<first>{_WISH})(?:을|를|으?로)?\s?(?:이?요|할게요|할래요|하려고요|하려구요|(?:신청)?해\s?주세요|해\s?줘요?|부탁\S{{0,5}}|원해요|하고\s?싶어요)[\s,.…~!ㅠㅜ]*"
    r"(?:아\s?)?(?:아니(?:다|라|야|요|에요|구나)?|그냥|아)[\s,.…~!]+(?:그냥\s|차라리\s|아니\s)?"
    rf"(?=(?P<last>{_WISH})(?:이?요|(?:을|를|으?로)?\s?(?:이?요|할게요|할래요|(?:신청)?해\s?주세요|해\s?줘|부탁|변경|바꿔|바꿀게|원해|하고\s?싶))(?![^\n.]*[?？]))"
)
#: What was meant to be asked for first (`교환하려고 했는데 아니다 그냥 환불해 주세요`).
_MEANT_FIRST: Final = searched(
    rf"(?P<first>{_WISH})(?:을|를|으?로)?\s?(?:신청\s?)?(?:하려(?:고|구)?\s?(?:했는데|했다가|했으나|했었는데|하다가|하다|했지만)|하려다가?|할까\s?(?:했는데|하다가|했다가)|할랬는데|할라\s?했는데)요?"
    rf"(?:(?!{_WISH})[^\n?？]){{0,30}}"
    rf"(?=(?P<last>{_WISH})(?:을|를|으?로)?\s?(?:이?요|할게요|할래요|하겠습니다|하려고요|(?:신청|접수|처리)?\s?해\s?주|해\s?줘|부탁|원해|하고\s?싶|받고\s?싶|받을게|받을래))"
)
#: `환불하려고 했는데 그냥 쓸게요`: nothing is wanted after all.
_KEEPS: Final = searched(
    rf"(?:{_WISH})(?:을|를)?\s?(?:신청\s?)?(?:하려(?:고|구)?\s?(?:했는데|했다가|하다가|했지만)|하려다가?|할까\s?(?:했는데|하다가))[^\n?？]{{0,30}}"
    r"(?<![가-힣])(?:그냥|걍)\s?(?:쓸|입을|신을|먹을|둘|기다릴|받을|가질|사용할|쓰기로|입기로|두기로)(?:게요|래요|\s?거예요|\s?했어요)[\s.~!ㅎㅋ]*$"
    # `그러면 그냥 쓰는 게 낫겠네요 반품 안 할게요`
    rf"|(?<![가-힣])(?:그냥|걍)\s?(?:쓰|쓸|입|신|먹|두)[^\n?？]{{0,14}}\s(?:{_WISH})(?:은|는|을)?\s?(?:신청\s?)?안\s?(?:할게요|할래요|하겠습니다|하려고요)[\s.~!ㅎㅋ]*$"
)
#: What is but thought of, where the first cannot be had (`… 아니면 취소해야 하나요`).
_OR_MUST_I: Final = searched(
    rf"[\s,.?？]+(?:아니면|아님|그렇지\s않으면|그게\s아니면|혹은)\s(?:(?!아니면)[^\n.?？]){{0,16}}?(?:{_WISH})(?:을|를)?\s?(?:신청\s?)?"
    r"(?:(?:하고|한\s뒤에?|한\s다음에?|해서)[^\n.?？]{0,12}?)?(?:해야|하는\s?게|하는\s?것이|할까|하는\s?편이|주문해야|사야|시켜야)(?:\s?(?:하|되|될|할|돼|나을|좋을|맞)[가-힣\s]{0,6})?[?？~]*(?=[\s.,!]|$)"
)
#: What is to be done without it (`취소하지 않고 색만 바꿀 수 있나요`), or in its place
#: (`반품 취소하고 교환으로 해 주세요`).
_INSTEAD_OF_IT: Final = searched(
    rf"(?:(?:주문\s?)?(?:{_WISH})(?:를|을|은|는)?\s?(?:하지\s?(?:않고|말고)|안\s?하고|없이)(?:도|는)?"
    r"|(?:교환|환불|반품)(?:을|를|은|는)?\s?(?:신청\s?|접수\s?)?(?:한\s?거\s?)?취소(?:하고|하구|해\s?주시고)(?!\s?싶))"
    r"[\s,]+(?=(?:(?!취소)[^\n]){0,24}(?:바꾸|바꿀|바꿔|변경|교환|환불|반품))"
    r"|(?:교환|환불|반품)(?:을|를)?\s?취소(?:하고\s?싶(?:어요|은데요?|습니다)|할게요|해\s?주세요)[\s,.!]+"
    r"(?=(?:그냥\s)?(?:교환|환불|반품)(?:으?로|을|를)?\s?(?:할|해\s?주|해\s?줘|부탁|원해|하고\s?싶|이?요))"
)
_WITHOUT: Final = searched("않고|말고|안 ?하고|없이|취소하[고구]|취소해 ?주[시세]|취소할게")
#: Letters of a line that says something without its alternative.
_LEAST_LEFT: Final = 8
#: A word without which nothing is thought better of.
_TURNS: Final = searched("아니|그냥|아 |아님|하려|할까|할랬|할라")


def on_second_thought(text: str) -> str:
    """The line without a wish that it takes back itself; what was told beside that one stays."""
    if _WITHOUT.search(text):
        text = _INSTEAD_OF_IT.sub("", text)
    if not _TURNS.search(text):
        return text
    said = _OR_MUST_I.sub(" ", text).strip() if "아니" in text or "아님" in text else text
    said = said if len(said) >= _LEAST_LEFT else text
    return _MEANT_FIRST.sub(_last, _TAKEN_BACK.sub(_last, said))


def keeps_after_all(text: str) -> bool:
    """Whether what was thought of is not wanted any more, and the goods are kept."""
    return "그냥" in text and bool(_KEEPS.search(text))


def _last(found: re.Match[str]) -> str:
    return found[0] if found["first"] == found["last"] else ""
