"""The open matter is taken back: nothing is wanted any more."""

from __future__ import annotations

import re

from bot.dialog import manner, wishes, words
from bot.dialog.entries import changes_order, is_for, is_for_a_person
from bot.dialog.filing import topic
from bot.dialog.put_right.corrections import WISHES, withdrawn
from bot.dialog.put_right.mending import is_as_ordered
from bot.dialog.turn import Turn, once_a_turn, say
from bot.model import Decision
from bot.patterns import searched

_OF_THE_TALK = re.compile(
    "(?:아|네|저|제가|그냥|혹시|어제|아까)*(?:남긴|올린|넣은|보낸|드린)?(?:문의|접수|상담)"
    "(?:접수)?(?:한|했던|드린|남긴|넣은)?(?:거|것|건)?[은는을를]?취소"
)
#: Where another thing begins to be told.
_FIRST_CLAUSE = searched(r"\n|그리고|(?<=고요)\s|(?<=구요)\s|(?<=는데)\s|,")
#: What was ordered shall come as it was ordered.
_AS_ORDERED = re.compile(
    r"(?:아|네|앗|어|음|아니다?|아니요|그냥|걍|역시|다시|생각해보니까?|죄송(?:해요|한데|합니다)?)*"
    r"(?:원래|처음|기존|주문한|시킨|(?!나머지|주소|배송지|다른)[가-힣a-z0-9]{1,6}?(?:색상?|사이즈)?)?"
    r"(?:그대로|원래대로|주문(?:한|했던)?대로|처음대로|시킨대로|대로)(?:로)?(?:이?요|할[게래]요|해주세요|보내주세요|갈[게래]요|둘게요|부탁[가-힣]*|주세요|받을[게래]요)?"
)
#: What a line is about, named first.
_THESE_GOODS = re.compile(
    r"(?:그리고|근데|그럼|그러면|아|네|그|[\s,.])*(?P<goods>[가-힣A-Za-z]{2,8}?)(?:은|는)\s"
)
_ONLY_THESE = searched(
    # `긁힌 건 그냥 쓸게요 의자나 빨리 보내 주세요`
    r"(?<![가-힣])(?P<goods>[가-힣A-Za-z]{2,8}?)(?:만|나|이나)\s?(?:그냥\s?|먼저\s?|빨리\s?|얼른\s?)*(?:교환|환불|반품|취소|진행|처리|접수)?\s?"
    r"(?:해\s?(?:주|줘)|할게|할래|부탁|이요|요|보내\s?(?:주|줘|달))"
)
_DONE = re.compile(
    r"(?:아|네|그냥|이제|아니(?:요|다|에요|예요)?|아냐|아뇨|그럼)*(?:괜찮(?:아요|습니다|네요)|됐(?:어요?|습니다|네요|구요)|되었습니다"
    r"|취소(?:요|할[게께]요|해주세요)?)(?:그냥)?"
    r"(?:감사(?:합니다|해요|드려요|드립니다)|고마워요|고맙습니다)?"
)
#: What is wanted is bought by itself.
_APART = re.compile(
    r"(?:아|앗|네|넵|예|음|그럼|그러면|그냥|걍|제가|번거로우면|번거로우시면|안되면|괜찮아요|됐어요|추가분은|하나는?|그건|이건|한개|더)*"
    r"(?:따로|새로|별도로|하나더|하나)(?:다시|또|하나|그냥|제가)*"
    r"(?:(?:주문|구매|구입|결제)(?:할|하)|시킬|시키|살|사)(?:게요?|께요?|래요?|려고요|려구요|려고합니다|겠습니다|는게낫겠(?:어요|네요))"
    r"(?:감사합니다|감사해요|고마워요|죄송해요|죄송합니다)?"
)

#: Put on or used once more, and it will do.
_TRIED_AND_FITS = re.compile(
    r"(?:아|앗|어|엇|잠깐만?요?|잠시만요?|근데|저|제가|지금|다시|한번|방금|죄송(?:해요|한데|합니다)?|생각보다|막상|집에서|가족이|남편이|아이가|애가|딸이|아들이)*"
    r"(?:신|입|써|걸쳐|재|맞춰|놓|두|해|먹|발라|껴|메|들)(?:어|고|아)?(?:보니까?|봤는데|봤더니|보니깐|보고나니까?)(?:또|은근|그냥|생각보다|그런대로|이것도|잘|딱|꽤|나름|지금이|이게)*"
    r"(?:괜찮(?:네요?|아요|은데요?|습니다|은것같아요|더라고요)|(?<!안)맞(?:네요?|아요|습니다|는것같아요|더라고요)|예[쁘뻐](?:네요?|요)|좋(?:네요?|아요)|쓸만(?:하네요|해요)|입을만(?:하네요|해요)|신을만(?:하네요|해요))"
    r"(?:그냥)?(?:신|입|쓸|쓰|가질|둘|먹을)?(?:을)?(?:게요|래요)?"
)
_FROM_NOW_ON = searched("앞으로|다음(?:부터|엔|에는|번)")
_NO_NEED = searched("괜찮|됐|그냥|걍|필요없|안하셔도|안해주셔도")
_LESS = searched(r"(?:환불|교환|반품|보상)까[지진](?:는|은|도)?")


def is_done(text: str) -> bool:
    """Whether somebody says in so many words that he is done with it (`됐어요 그냥`)."""
    return bool(_DONE.fullmatch(words.squash(text)))


@once_a_turn
def takes_back(turn: Turn) -> bool:
    """Whether nothing is wanted any more; `아 됐어요 환불이요` wants something."""
    if manner.is_question(turn.text):
        return False
    plainly = manner.cancels_filing(turn.text) or _needs_it_no_more(turn)
    if plainly or _calls_off_the_wish(turn) or _keeps_as_ordered(turn):
        return True
    if _keeps_the_first(turn) or _buys_it_apart(turn) or _fits_after_all(turn):
        return True
    if _is_of_another(turn) or is_undecided(turn) or _is_of_other_goods(turn):
        return False
    if (
        _wishes_better(turn)
        or only_waits_for_it(turn)
        or _means_one_of_them(turn)
        or _keeps_what_was_off(turn)
    ):
        return False
    # `그냥 입을게요 취소해 주세요` calls off what was asked for; only another wish is one.
    return manner.withdraws(turn.text) and not wishes.labels(turn.own_words.replace("취소", ""))


#: `영수증 이제 필요없어요`
_NO_NEED_OF_IT = re.compile(
    r"(?:아|앗|네|음|저기요?|죄송(?:해요|한데|합니다)?)*(?P<what>[가-힣]{0,8}?)(?:은|는|이|가)?(?:이제|인제|이젠|더는|더이상|지금은|그냥|해결돼서|해결되서|찾아서)*"
    r"(?:필요(?:가)?(?:없(?:어요|어졌어요|습니다|네요|을것같아요)|없게됐어요)|안(?:필요해요|해주셔도돼요|주셔도돼요|보내주셔도돼요))(?:감사합니다|감사해요|죄송해요)?"
)


def _needs_it_no_more(turn: Turn) -> bool:
    """`이제 필요없어요` beside a paper or another service; of goods it says why they go back."""
    known = turn.entry if turn.state.ticket and "필요" in turn.text else None
    service = (
        known is not None and known.ticket == "ask" and known.category in {"other", "shipping"}
    )
    told = _NO_NEED_OF_IT.fullmatch(words.squash(turn.text)) if service else None
    if told is None or known is None:
        return False
    before = words.squash(turn.memory.details.get("what", "") + known.title)
    return told["what"] in before


def _calls_off_the_wish(turn: Turn) -> bool:
    """`반품 취소할게요` beside a ticket for just that."""
    known = turn.entry
    wished = known is not None and known.ticket == "ask" and bool(turn.state.ticket)
    named = manner.calls_off(turn.text) if wished else ""
    return bool(named) and known is not None and is_for(turn, known, named)


def _keeps_as_ordered(turn: Turn) -> bool:
    """`아 아니다 그냥 블랙 그대로요` beside a change of the order: nothing shall be changed."""
    known = turn.intent(turn.memory.intent) if turn.state.ticket and "대로" in turn.text else None
    changes = known is not None and known.category == "order" and known.ticket == "ask"
    return changes and bool(_AS_ORDERED.fullmatch(words.squash(turn.text)))


def _keeps_the_first(turn: Turn) -> bool:
    known = turn.intent(turn.memory.intent) if turn.state.ticket else None
    return known is not None and known.ticket == "ask" and is_as_ordered(turn)


def _buys_it_apart(turn: Turn) -> bool:
    """`그냥 따로 시킬게요` of something that was to be added: the order stays as it is."""
    known = turn.entry if turn.state.ticket else None
    changes = known is not None and known.ticket == "ask" and known is changes_order(turn)
    return changes and bool(_APART.fullmatch(words.squash(turn.text)))


def _fits_after_all(turn: Turn) -> bool:
    """`아 잠깐만요 신어 보니까 괜찮네요` beside an exchange or a return: it is kept."""
    known = turn.entry if turn.state.ticket else None
    back = known is not None and known.ticket == "ask" and known.category in WISHES
    return back and bool(_TRIED_AND_FITS.fullmatch(words.squash(turn.text)))


def _wishes_better(turn: Turn) -> bool:
    """`됐고 앞으로 안 그러면 돼요` of a complaint: no more is wanted, and it is passed on."""
    known = topic(turn) or turn.entry
    complained = known is not None and known.ticket == "open"
    return complained and bool(_FROM_NOW_ON.search(words.squash(turn.text)))


def _is_of_another(turn: Turn) -> bool:
    """Whether what shall not be done is something else than what was asked for.

    `기사님 오시기 전에 취소하지 마세요` beside an exchange keeps the exchange.
    """
    forbidden = manner.forbids(turn.text)
    if not forbidden:
        return False
    known = topic(turn) or turn.entry
    title = known.title if known is not None else ""
    told = (turn.memory.details.get(name, "") for name in ("what", "wish"))
    return forbidden not in "".join((title, turn.state.words, *told))


def _is_of_other_goods(turn: Turn) -> bool:
    """Whether goods that the matter did not begin with are left as they are.

    `가디건은 그냥 기다릴게요` beside the return of a dress.
    """
    found = _THESE_GOODS.match(turn.text)
    what = turn.memory.details.get("what", "")
    if found is None or found["goods"] in _FIRST_CLAUSE.split(what, maxsplit=1)[0]:
        return False
    return found["goods"] in what


def _means_one_of_them(turn: Turn) -> bool:
    """`커튼은 그냥 쓸게요 러그만 해 주세요`: one of the goods that were told of shall go on."""
    found = _ONLY_THESE.search(turn.text)
    return found is not None and found["goods"] in turn.memory.details.get("what", "")


def _keeps_what_was_off(turn: Turn) -> bool:
    """`그냥 받을래요` of who wants the order that he had called off: just that was filed."""
    told = turn.memory.details.get("what", "").split("\n") if turn.state.ticket else []
    return any(manner.calls_off(line) == "취소" for line in told)


def only_waits_for_it(turn: Turn) -> bool:
    """`기다려 볼게요` beside a complaint waits for what is done about it; `환불까지는 안 해 주셔도
    돼요` wants but less.
    """
    known = turn.entry
    if known is None or (known.ticket != "open" and not turn.state.ticket):
        return False
    if known.ticket != "open":
        # What was filed is worked on; without an offer nobody is asked whether it shall be.
        return "기다" in turn.text and not _NO_NEED.search(words.squash(turn.text))
    if _LESS.search(words.squash(turn.text)):
        return True
    if known.category == "shipping" and _NO_NEED.search(words.squash(turn.text)):
        return False  # `괜찮아요 그냥 더 기다려 볼게요`
    return "기다" in turn.text and not manner.withdraws(turn.text.replace("기다", ""))


def is_undecided(turn: Turn) -> bool:
    """`생각해 볼게요`, `알아서 할게요` to a complaint: what was wrong is still wrong."""
    known = topic(turn) or turn.entry
    if known is None or known.ticket != "open":
        return False
    gives_up = "알아서" in turn.text and not is_for_a_person(known)
    return gives_up or manner.thinks_it_over(turn.text)


#: What was wanted is called off, where it was taken back already; no order is.
_CALLED_OFF = re.compile(
    r"(?:네|그럼|그러면|그|아까)*(?:반품|교환|환불|회수|수거)(?:신청|접수|요청)?(?:한거|한것|한건|건)?(?:은|는|을|를)?취소(?:해|할|하|요|부탁|좀)[가-힣]{0,8}"
)


def withdraw(turn: Turn) -> Decision | None:
    """The open matter is taken back, whatever was asked last; who only waits takes nothing back."""
    over = turn.memory.withdrawn and not turn.state.ticket
    if over and (manner.forbids(turn.text) or _CALLED_OFF.match(words.squash(turn.text))):
        # `진짜로요 취소하지 마세요`, `반품 취소해주세요`
        return say(turn, turn.texts.status_withdrawn)
    of_the_talk = _OF_THE_TALK.match(words.squash(turn.text)) and turn.state.question is None
    # `남긴 문의 취소해도 돼요?` where none is open
    asks = bool(of_the_talk) and not turn.state.ticket and manner.asks(turn.text)
    if not (asks or takes_back(turn)) or manner.is_heard(turn.text):
        return None
    closed = turn.memory.closed is not None and turn.state.question is None
    if closed and not turn.state.ticket and manner.cancels_filing(turn.text):
        # It was over already; what a person did about it is for him to undo.
        return say(turn, turn.texts.status_withdrawn) if turn.memory.withdrawn else None
    if turn.state.ticket:
        return withdrawn(turn) if turn.state.question is None else None
    if of_the_talk:
        return say(turn, turn.texts.status_none)  # `문의 취소할게요` where none is open
    chooses = turn.state.question is not None and turn.state.question.kind == "choose"
    return say(turn, turn.texts.not_filed) if chooses else None
