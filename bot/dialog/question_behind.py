"""A line that tells a matter outright, and then asks something of it: each is heard by itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from bot.dialog import extract, manner, wishes
from bot.dialog.lines import parts_of
from bot.dialog.manner import Pursued
from bot.dialog.manner.damage import SENTENCES
from bot.dialog.words import once, squash
from bot.patterns import searched

#: Letters of a line that is looked at so.
LONGEST: Final = 1_000
_MARKS: Final = " ?!.~ㅠㅜㅋㅎ"
#: A sentence, and no clause that leads to the next one (`불량인데`).
_CLOSED: Final = searched(r"[요다죠음네함임됨][\s.!~ㅠㅜ]{0,20}$|[.!][\s.!~ㅠㅜ]{0,20}$")
#: `취소하고 싶은데 …`; `취소 요청했는데 …` wants nothing any more.
_WOULD: Final = searched(r"(?:싶은데|싶어서|싶어요|려고요?|려는데|하는데)\s")
#: What may have become of what is late.
_GONE: Final = searched("품절|분실|누락|사라[졌진]")
_DECIDED: Final = searched(
    "(?:환불|교환|반품|취소)(?:을|를)?\\s?(?:신청\\s?)?(?:할게|할래|하려고|합니다|하겠|원합|원해)"
)
#: Whether goods are mended or made good is what such a line is about, however it begins.
_MENDED: Final = searched("수리|보증|갈[면아]|에이에스|무상|고[치칠쳐]|[Aa][Ss](?![A-Za-z])")
#: `예전에 깨진 적이 있어요`, `불량이라고 말씀드렸어요`: of another time.
_ONCE: Final = searched(r"[은ㄴ던진된왔]\s?적이?\s?있|고\s?말씀\s?드[렸린]")


#: `교환하려고 하는데 …`, `반품 신청했는데요 …`: what the question behind or before it belongs to.
_PLAN: Final = searched(
    r"(?P<wish>반품|교환|환불|취소|돌려보내|바꾸)[가-힣\s]{0,8}?"
    r"(?:싶은데|싶어서|싶어요|려는데|려고|려구|할\s?건데|할\s?거예요|신청했는데|접수했는데|신청한\s?거|했는데)요?"
    r"(?:\s?(?:하는데|그러는데|그런데|합니다|해요))?요?(?=[\s.,!?~]|$)"
)
#: `카드로 낸 돈은 바로 들어오나요`: of money that comes back, whatever it is called.
_OF_MONEY: Final = searched("카드|돈|입금|포인트|쿠폰|계좌")
#: `조립한 것도 되나요`
_OF_A_CASE: Final = searched(
    r"[은한던]\s?(?:것|거|건|게|상태|상품|제품)(?:도|은|는|여도|라도)?\s?(?:되[나는]|돼|될|가능|괜찮)"
)


@dataclass(frozen=True, slots=True)
class Asked:
    """The two halves of such a line."""

    matter: str
    question: str


@once
def question_behind(text: str) -> Asked | None:
    """The question that a line ends with, behind what is wanted or wrong; None where it is no such
    line.

    `원피스 반품할게요 2026… 사이즈가 작아요 환불은 얼마나 걸려요?` wants the return, however the
    question is answered.
    """
    if len(text) > LONGEST or len(extract.order_numbers(text)) > 1:
        return None
    said = manner.without_pleasantries(text)
    told = [part for part in parts_of(said) if squash(extract.without_numbers(part))]
    if not told:
        return None
    found = _parted(text, told[-1]) if manner.asks(told[-1]) else None
    if found is not None or len(told) == 1 or not manner.asks(told[0]):
        return found
    # `환불은 얼마나 걸려요? 원피스 반품할게요`
    first = _parted(text, told[0])
    return first if first is not None and _wants_it_done(first.matter) else None


@once
def question_of_plan(text: str) -> Asked | None:
    """What is asked beside a wish of which nothing is decided yet, or that was made elsewhere.

    `교환하려고 하는데 편의점 택배로 보내도 돼요?` is answered as an exchange, and asks of it.
    """
    plan = _PLAN.search(text) if len(text) <= LONGEST else None
    if plan is None or not manner.asks(text):
        return None
    before, after = text[: plan.start()], text[plan.end() :]
    for side in (after, before):
        asks = [part for part in parts_of(side) if manner.asks(part)]
        question = behind_the_story(asks[-1]) if asks else ""
        if question and _is_asked_of(question, plan["wish"]):
            return Asked(plan[0], question)
    return None


def _is_asked_of(question: str, wish: str) -> bool:
    """Whether a question is for some fact of what is planned, and not for the plan itself."""
    asked = manner.pursued(manner.beside_courtesy(question))
    if asked is None or "왜" in question or reports(question) or manner.asks_status(question):
        return False
    if manner.hopes_unsent(question):
        return False  # `아직 출발 안 했죠?`: until when it may be called off is told
    others = [name for name in asked.names if wish not in name and len(name) > 1]
    named = others or asked.things or asked.facts or _OF_A_CASE.search(question)
    if not named or (manner.is_request(question) and "면" not in question):
        return False
    return not wishes.label(question) or "면" in question or bool(_OF_MONEY.search(question))


def _parted(text: str, part: str) -> Asked | None:
    """The line without the question in this part of it."""
    question = extract.without_numbers(behind_the_story(part)).strip()
    if not question or (at := text.rfind(question)) < 0:
        return None
    rest = text[at + len(question) :]
    after = rest.lstrip(_MARKS)
    question += rest[: len(rest) - len(after)].rstrip()
    matter = f"{text[:at].strip()} {after.strip()}".strip()
    if not matter or not (_wants_to_know(question, matter) and _tells_outright(matter)):
        return None
    return Asked(matter, question)


def behind_the_story(part: str) -> str:
    """A part of a line without the clauses that tell (`깨져서 왔는데 버려도 되나요`)."""
    clauses = [clause for clause in SENTENCES.split(part) if clause.strip()]
    while len(clauses) > 1 and _tells(clauses[0]):
        del clauses[0]
    return " ".join(clause.strip() for clause in clauses)


def _tells(clause: str) -> bool:
    """Whether a clause is no part of the question behind it (`어제 받음 배송비 얼마예요`)."""
    closed = _CLOSED.search(clause) is not None and not manner.asks(clause)
    return closed or reports(clause) or manner.is_request(clause)


def reports(text: str) -> bool:
    """Whether goods are said to have come amiss."""
    return (
        manner.reports_damage(text)
        or manner.reports_problem(text)
        or manner.got_another(text)
        or manner.lacks_a_part(text)
    )


def _wants_to_know(question: str, matter: str) -> bool:
    """Whether a question is for some fact or some thing; no wish, no reproach, and no status."""
    asked = manner.pursued(manner.beside_courtesy(question))
    if asked is None or "왜" in question or reports(question) or _MENDED.search(question):
        return False
    if manner.asks_status(question) or _is_a_wish(question, asked):
        return False
    named = _wants_it_done(matter) and any(len(name) > 1 for name in asked.names)
    known = asked.facts or asked.things or (named and not wishes.label(question))
    return bool(known or manner.asks_of_stock(question) or _GONE.search(question))


def _is_a_wish(question: str, asked: Pursued) -> bool:
    """`두 개 값만 환불해 주실 수 있을까요?`; `교환하면 배송비 무료인가요?` is none."""
    wanted = manner.is_request(question) or wishes.label(question)
    return bool(wanted) and not (asked.facts and "면" in question)


def _tells_outright(matter: str) -> bool:
    if manner.asks(matter) or manner.hesitates(matter):
        return False
    told = [part for part in parts_of(matter) if _CLOSED.search(part)]
    return any(map(_came_amiss, told)) or _wants_it_done(matter)


def _came_amiss(part: str) -> bool:
    amiss = manner.reports_damage(part) or manner.got_another(part) or manner.lacks_a_part(part)
    return (amiss or manner.is_late(part)) and not _ONCE.search(part)


def _wants_it_done(matter: str) -> bool:
    """Whether something shall be done, by who has decided: `교환하고 싶어요` may want to know first
    what it costs, but where he tells his order.
    """
    told = [part for part in parts_of(matter) if _CLOSED.search(part)]
    wanted = [part for part in told if wishes.labels(part) or wishes.request(part)]
    if any(manner.asks_outright(part) or _DECIDED.search(part) for part in wanted):
        return True
    would = wanted or (_WOULD.search(matter) and wishes.labels(matter))
    return bool(would and manner.is_request(matter) and extract.order_numbers(matter))
