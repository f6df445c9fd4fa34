"""Threats with agencies or the public: filed at once, with what they are about; and amends."""

from __future__ import annotations

import re

from bot.dialog import buttons, manner, wishes, words
from bot.dialog.answers import answer
from bot.dialog.complaints.causes import cause
from bot.dialog.complaints.told import talked_of, told_plainly
from bot.dialog.entries import entry_named, first_complaint
from bot.dialog.filing import file, taken
from bot.dialog.turn import Turn, say
from bot.model import Decision, Question
from bot.patterns import searched
from intents import Intent

_NOT_DONE = searched("(?:환불|교환|반품|취소)(?:을|를|도|은)?(?:왜|아직|계속)?안(?:해|됐|되|시켜)")

_AMENDS = searched(r"보상|배상|변상")


#: `얼마나 보상해줘요?`: nothing but that is asked.
_ONLY_AMENDS = re.compile(
    r"(?:근데|그럼|그러면|혹시|이거|그래서|얼마나|얼마|어떻게|뭘로|따로|무슨)*(?:보상|배상|변상)(?:은|을|도|이|금|금은)?(?:따로|얼마나|어떻게|좀)*"
    r"(?:요|안[해하][가-힣]{1,5}|[해하][가-힣]{1,6}|[있없되돼받주][가-힣]{0,5})"
)
_DAY_PASSED = searched(
    r"(?:배송|도착|발송|출고|약속|예정)(?:한|된|예정|하기로한)?(?:날짜|날|일자?|시간)?(?:이|가|도|을|를)?(?:한참|벌써|이미|훨씬)?(?:지났|넘었|넘겼|지나서|넘어서)"
    # `배송이 일주일이나 늦어졌는데 보상 없나요`
    r"|(?:배송|택배|도착|발송|출고|물건|상품)[가-힣0-9]{0,10}?(?:늦(?:었|어졌|게왔|게도착|게받)|지연(?:됐|되었|되고|중)|밀렸)[가-힣]{0,4}?(?:는데|은데|인데|어서|잖아|거든|네)"
    r"|(?:배송|택배|물건|상품)(?:이|가|도)?[가-힣0-9]{0,8}?늦게(?:와|도착해|받아|배송돼)서"
)


#: `두 번째 잘못 보내셨네요 이러면 신고할 수밖에 없어요`
_SENT_AMISS = searched(
    r"(?:잘못|틀리게|(?:다른|딴|엉뚱한)(?:거|걸|것을|것|상품|물건|제품|색|사이즈)(?:을|를|로)?)(?:또|자꾸|계속)?보내(?:셨|시|주셨|줬|놓고|고|요|니)"
)


def ask_amends(turn: Turn) -> Decision | None:
    """Whether anything is paid for delays: that is nobody's to promise but a person's."""
    plain = words.squash(turn.text)
    wanted = manner.wants_amends(turn.text) or _ONLY_AMENDS.fullmatch(plain)
    if turn.state.ticket or not wanted or not manner.asks(turn.text):
        return None
    late = first_complaint(turn, "shipping")
    if late is not None and _DAY_PASSED.search(plain):
        return answer(turn, late)
    if late is None or manner.is_late(turn.text) or turn.memory.details.get("order_number"):
        return None
    return _offer_a_person(turn, late)


def ask_amends_after(turn: Turn, said: str) -> Decision | None:
    """`3점이요 보상은 없는 건가요?`: the same of a matter that is resolved."""
    late = first_complaint(turn, "shipping")
    asked = _AMENDS.search(said) and manner.asks(said)
    return _offer_a_person(turn, late) if asked and late is not None else None


def _offer_a_person(turn: Turn, late: Intent) -> Decision:
    return say(
        turn,
        f"{turn.texts.no_promise}\n\n{turn.texts.ask_file}",
        question=Question(kind="file", intents=(late.id,)),
        choices=buttons.file_or_not(turn.texts),
        matter=late.title,
        spoke=True,
    )


def hear_threat(turn: Turn) -> Decision | None:
    """Who threatens with agencies or the public, or calls the store a cheat, is filed at once, with
    what it is about.
    """
    accuses = manner.anger(turn.text) > 1 or manner.alleges_fraud(turn.text)
    if turn.state.ticket or turn.incoming.tap or not accuses:
        return None
    entry = _threatened_about(turn)
    if entry is None:
        return None
    return answer(turn, entry) if entry.ticket == "open" else file(turn, taken(turn, entry), entry)


def _offered(turn: Turn) -> Intent | None:
    """The wish that was offered to be filed a moment ago."""
    question = turn.state.question
    if question is None or question.kind != "file" or not question.intents:
        return None
    entry = turn.intent(question.intents[0])
    return entry if entry is not None and entry.ticket == "ask" and entry.listed else None


def _threatened_about(turn: Turn) -> Intent | None:
    """What a threat is about: a complaint or a wish in it, what was just talked of, else service.

    The matcher's guess counts only where it is sure of a matter that a person works on.
    """
    told = told_plainly(turn)
    if told is not None:
        return told
    if _SENT_AMISS.search(words.squash(turn.text)) and not manner.is_late(turn.text):
        return first_complaint(turn, "exchange")
    # `3주째 환불 안 해주면 …`: no parcel is waited for.
    undone = wishes.request(turn.own_words) if _NOT_DONE.search(words.squash(turn.text)) else ""
    if undone and (hanging := entry_named(turn, undone)) is not None:
        return hanging
    if manner.is_late(turn.text) or (
        manner.waited_long(turn.text) and manner.names_goods(turn.text)
    ):
        return first_complaint(turn, "shipping")
    sure = turn.intent(turn.match.candidates[0].intent_id) if turn.match.candidates else None
    if sure is not None and turn.match.verdict == "answer":
        meant = cause(turn, sure)
        # `소비자원에 신고할 거예요` under an offer is of that, and raises it.
        offered = _offered(turn) if meant.category == "service" else None
        if offered is not None or (meant.ticket == "open" and meant.listed):
            return offered or meant
    wanted = wishes.request(turn.own_words)
    named = entry_named(turn, wanted) if wanted else None
    recent = (one for one in talked_of(turn) if one.ticket != "none" and one.listed)
    return named or next(recent, None) or first_complaint(turn, "service")
