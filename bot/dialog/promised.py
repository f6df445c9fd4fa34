"""What a person of the store said he would do, and what is told of it once the matter is resolved.

Only what it was about is kept, not his words: that a courier comes, that money is paid back. A line
that says of just this that it has not come about, or asks when it does, belongs to that matter.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import timedelta
from types import MappingProxyType
from typing import Final, NamedTuple

from bot.dialog import manner, words
from bot.dialog.learning import REMEMBERED
from bot.dialog.reopening import ASKS, UNDONE, reopen
from bot.dialog.turn import Turn
from bot.dialog.whose_order import names_another_order
from bot.model import Decision
from bot.patterns import searched

#: What is made, mended or ordered in takes weeks; all else is awaited as any resolved matter is.
_LONGEST: Final = timedelta(days=30)
#: Letters of a line that holds staff to their word and need not name for what.
_BARE: Final = 14


class _Topic(NamedTuple):
    """How staff speak of it, and how who waits for it does; both without spaces."""

    promised: re.Pattern[str]
    recalled: re.Pattern[str]
    #: No answer of the store's tells when it comes about.
    dated: bool = False
    awaited: timedelta = REMEMBERED


_CREDIT: Final = searched(r"적립|포인트|쿠폰|마일리지|상품권|할인권|기프티콘")
_PAPER: Final = searched(r"계산서|영수증|명세서|견적|메일|파일|증빙|서류|링크|설명서")
TOPICS: Final[Mapping[str, _Topic]] = MappingProxyType(
    {
        "visit": _Topic(
            searched(r"수거|회수|방문|기사|가지러|설치|점검|출장|픽업|맞교환"),
            searched(
                r"수거|회수|기사|방문|가지러|가져가|설치|픽업|오[시신셨]|몇시(?:에|쯤|경)*(?:와|오)"
            ),
            dated=True,
        ),
        "parcel": _Topic(
            # `사진 보내 주시면` is the customer's to do.
            searched(
                r"발송|출고|보내(?!주[시세신실셔]|[시셔]|신다면)|배송(?!중|비)|도착|송장|부쳐|부칠|나갑니다|나갈|(?:새|맞)?교환(?!이나|과|하시|을원|원하)"
            ),
            searched(
                r"송장|출고|발송|배송(?!비)|택배(?!비)|도착|새(?:거|것|로|제품|상품|물건)|(?:안|못)(?:왔|와|오[네는]|옴|받)"
                r"|언제(?:쯤)?(?:와|오|받|보내)|왔나|오나요"
            ),
            dated=True,
        ),
        "money": _Topic(
            searched(r"환불|입금|송금|돌려드|차액|보상|지원|취소|부담해"),
            searched(
                r"환불|입금|송금|차액|승인취소|취소(?:문자|승인|내역|처리)|(?:돈|금액|[가-힣]비)(?:이|가|은|는|도|만)?(?:아직|안|못)"
                r"|(?:안|못)들어[왔와오옴]"
            ),
        ),
        # The customer's to do; he says that it is done (`resolved.hear_belated`).
        "pay": _Topic(
            searched(r"(?:입금|송금|결제)(?:해(?!드)|부탁|하시|확인(?:되면|후))|계좌(?:는|번호)"),
            searched(r"(?:입금|송금|결제)(?:확인|됐|되었|들어갔)"),
            dated=True,
        ),
        "credit": _Topic(_CREDIT, _CREDIT),
        "call": _Topic(
            searched(r"연락|전화|알려드|안내드|안내해드|말씀드|회신|답변드|문자"),
            searched(r"연락|전화(?!번호)|소식|회신|답[이을도변주]|문자"),
            dated=True,
        ),
        "paper": _Topic(_PAPER, _PAPER),
        "repair": _Topic(
            searched(r"수리|A/?S|에이에스|고쳐|제작|다시만들|각인|수선"),
            searched(r"수리|A/?S|에이에스|고치|고쳐|제작|수선|다됐|(?:언제|다)끝|끝났"),
            dated=True,
            awaited=_LONGEST,
        ),
        "stock": _Topic(
            searched(r"입고(?!되면(?:환불|교환|처리|취소))|재고|들어올"),
            searched(r"입고|재고|들어[왔오온]|품절|풀렸"),
            dated=True,
            awaited=_LONGEST,
        ),
        "change": _Topic(
            searched(r"변경|수정|바꿔|정정|반영"),
            searched(r"변경|수정|바뀌|바뀐|바꿔|바꾼|정정|반영|그대로|예전"),
        ),
    }
)
_SENTENCE: Final = re.compile(r"(?<=[.!?~\n])\s*")
_QUESTION: Final = re.compile(r"(?:\?|까요|나요|실지|는지요?)[\s.!?~]*$")
_NOT_COME: Final = (
    r"(?:안|못)(?:왔|와|오[네는고시]|오셨|옴|들어|받)|아직|여태|여전히|소식|감감|함흥차사"
)
_HAS_NOT_COME: Final = searched(_NOT_COME)
#: It has not come about.
_NOT_YET: Final = searched(
    rf"{_NOT_COME}|(?:안|못)(?:보[이여]|떴|뜨|뜸|나오|나와|나왔|나갔|주[시셨네]|줬|됐|되[네는고어]|돼|했|하[시네]|바뀌|바꼈|바뀐|고쳐)"
    r"|그대로|없(?:어|네|는데|음|습|다|잖)|지났|지나도|기다(?:렸|리고있|리는중)(?:어요|습니다|는데요?|음)?$"
)
#: Nothing else is said, and it can only be of what was promised.
_ONLY_NOT_COME: Final = re.compile(
    rf"(?:근데|그런데|저기요?|이거|그거|오늘|어제|지금|까지|도|은|하루종일|계속)*(?:{_NOT_COME})[가-힣]{{0,5}}"
)
#: What was said is held against what came of it.
_HELD: Final = searched(
    r"(?:라|다|자)(?:면서|더니|며[?요]?$)|(?:다|라)고(?:하셨|했|하시더니|하더니|들었)|기로(?:했|하셨|하지않)|(?:하|주|오)신다(?:고|더니|던|면서)|주신[대댔]"
)
#: It came about otherwise than it was meant (`수거 기사님이 다른 물건을 가져가셨어요`).
_AMISS: Final = searched(
    r"(?:다른|엉뚱한|잘못된?|딴)[가-힣]{0,4}?(?:을|를|로|것|거|물건|상품)?(?:왔|가져|보내|입금|들어|적혀|나왔)"
)
_AGAIN: Final = searched(r"(?<![가-힣])또|^[가-힣]{1,8}?(?:이|가|은|는|도)?또(?!는|한)")
#: `생일축하해 아빠로 왔어요`
_CAME_AS: Final = searched(
    r"(?P<as>[가-힣A-Za-z0-9]{2,4})(?<!택배|등기|우편|문앞|그대|제대|선물)(?<!집|퀵|새|따|별)(?:으로|로)왔(?!나|을까|으면)"
)
_GLAD: Final = searched(r"감사|고마|ㄱㅅ|잘왔|좋[아네]|예[쁘뻐]|^새|빨리|빠르게")
_WHEN: Final = searched(
    r"언제|몇시|며칠|몇일|얼마나(?:더)?(?:걸|기다)|(?:됐|되었|왔|나갔|들어왔|보냈|셨|끝났|온|오|되)(?:나|는지|을까|어요$|는건가)|오늘(?:오|와|맞)"
)
#: Whoever is content to wait or to go without, got it after all, or asks what if not, tells of no
#: broken word.
_NO_REPROACH: Final = searched(
    r"기다릴게|기다리겠|기다려볼|기다려보|괜찮(?:아요|습니다|네)|천천히"
    r"|[아어해셔]도(?:돼|되|괜찮|상관)|면(?:어떻게|어떡|어쩌|어찌|언제|제가)"
    r"|드디어|이제야?(?:왔|들어왔|받았)"
)
#: Another order, or goods that were never spoken of.
_NEW: Final = searched(
    r"(?:새로|또|추가로|다시|어제|오늘|지난주에?|이번에)(?:에|한)?(?:주문|구매|결제|산|샀|시켰|시킨)|주문하(?:려|고싶|면)|(?:살|사려|구매하려)(?:까|게|려|고)|(?:사면|시키면)"
    r"|다른(?:거|것|색|상품|제품|사이즈|옵션|주문)(?:은|는|도)"
)


def topics(text: str, known: str = "") -> str:
    """What a line of staff promises, as names of `TOPICS` parted by spaces; `known` goes along.

    What it asks is no promise.
    """
    told = [one for one in _SENTENCE.split(text) if not _QUESTION.search(one)]
    plain = words.squash(" ".join(told))
    found = {name for name, topic in TOPICS.items() if topic.promised.search(plain)}
    return " ".join(sorted(found.union(known.split())))


def hear_of_promise(turn: Turn) -> Decision | None:
    """That what a person promised has not come about, or when it does: he is asked again."""
    memory, promised = turn.memory, turn.memory.closed_promised.split()
    if not promised or memory.closed is None or not _is_awaited(turn):
        return None
    plain = words.squash(turn.text)
    # `새로 온 것도 충전이 안 되네요`: it came.
    again = manner.happens_again(turn.text) or manner.fails_again(turn.text)
    came = again and "아직" not in plain  # `송장번호 아직 안 떴네요`
    if names_another_order(turn) or _NO_REPROACH.search(plain) or _NEW.search(plain):
        return None
    waited = turn.now - memory.closed_at if memory.closed_at is not None else _LONGEST
    open_ones = [TOPICS[one] for one in promised if one in TOPICS and waited <= TOPICS[one].awaited]
    named = [one for one in open_ones if one.recalled.search(plain)]
    closed = turn.intent(memory.closed_intent)
    # Once something else was spoken of, it must be named.
    alone = not memory.intent
    missed = not came and (named or (alone and open_ones))
    if missed and _is_undone(turn, plain, bool(named)):
        opening = turn.texts.sorry_still(closed.title) if closed else turn.texts.sorry
        return reopen(turn, closed, memory.closed, opening, note=UNDONE, asks=False)
    if alone and open_ones and _is_amiss_again(turn, plain):
        return reopen(turn, closed, memory.closed, turn.texts.sorry_again)
    asks_when = manner.asks(turn.text) and _WHEN.search(plain)
    if asks_when and alone and any(one.dated for one in named):
        opening = turn.texts.asked_person
        return reopen(turn, closed, memory.closed, opening, note=ASKS, asks=False)
    return None


def _is_undone(turn: Turn, plain: str, named: bool) -> bool:
    """Whether it is told that it has not come about; `named`: what was promised is named."""
    if named and (_NOT_YET.search(plain) or _HELD.search(plain) or _AMISS.search(plain)):
        return True
    short = len(plain) <= _BARE and not manner.names_goods(turn.text)
    if short and (_HELD.search(plain) or _ONLY_NOT_COME.fullmatch(plain)):
        return True
    told = turn.memory.closed_details.get("what", "")
    return bool(_HAS_NOT_COME.search(plain)) and manner.names_alike(turn.text, told)


def _is_amiss_again(turn: Turn, plain: str) -> bool:
    """`커튼 또 짧아요`, `아빠로 왔어요`: what was sent instead is not as it should be either."""
    told = turn.memory.closed_details
    if manner.asks(turn.text):
        return False
    again = _AGAIN.search(plain) and manner.names_alike(turn.text, told.get("what", ""))
    came = _CAME_AS.search(plain)
    otherwise = came is not None and came["as"] not in words.squash(" ".join(told.values()))
    return bool(again) or (otherwise and not _GLAD.search(plain))


def _is_awaited(turn: Turn) -> bool:
    """Whether a matter was resolved, and nothing else is under way."""
    question = turn.state.question
    if turn.state.ticket or turn.memory.withdrawn or (question and question.kind != "file"):
        return False
    return not (turn.incoming.images or turn.incoming.tap)
