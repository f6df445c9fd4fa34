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
_CLOSED: Final = searched(r"[요다죠음네함임됨][\s.!~ㅠㅜ]*$|[.!][\s.!~ㅠㅜ]*$")
#: `취소하고 싶은데 …`; `취소 요청했는데 …` wants nothing any more.
_WOULD: Final = searched(r"(?:싶은데|싶어서|려고요?|려는데|하는데)\s")
_DECIDED: Final = searched(
    "(?:환불|교환|반품|취소)(?:을|를)?\\s?(?:신청\\s?)?(?:할게|할래|하려고|합니다|하겠|원합|원해)"
)
#: Whether goods are mended or made good is what such a line is about, however it begins.
_MENDED: Final = searched("수리|보증|에이에스|무상|고[치칠쳐]|[Aa][Ss](?![A-Za-z])")
#: `예전에 깨진 적이 있어요`: of another time.
_ONCE: Final = searched(r"[은ㄴ던진된왔]\s?적이?\s?있")


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
    if not told or not manner.asks(told[-1]):
        return None
    question = extract.without_numbers(behind_the_story(told[-1])).strip()
    if not question or (at := text.rfind(question)) < 0:
        return None
    rest = text[at + len(question) :]
    after = rest.lstrip(_MARKS)
    question += rest[: len(rest) - len(after)].rstrip()
    matter = f"{text[:at].strip()} {after.strip()}".strip()
    wanted = _wants_to_know(question, matter) if matter else None
    if wanted is None or not _tells_outright(matter, wanted):
        return None
    return Asked(matter, question)


def behind_the_story(part: str) -> str:
    """A part of a line without the clauses that tell (`깨져서 왔는데 버려도 되나요`)."""
    clauses = [clause for clause in SENTENCES.split(part) if clause.strip()]
    while len(clauses) > 1 and (reports(clauses[0]) or manner.is_request(clauses[0])):
        del clauses[0]
    return " ".join(clause.strip() for clause in clauses)


def reports(text: str) -> bool:
    """Whether goods are said to have come amiss."""
    return (
        manner.reports_damage(text)
        or manner.reports_problem(text)
        or manner.got_another(text)
        or manner.lacks_a_part(text)
    )


def _wants_to_know(question: str, matter: str) -> Pursued | None:
    """The fact or the thing that a question asks of; None for a wish, a reproach, and a status."""
    asked = manner.pursued(manner.beside_courtesy(question))
    if asked is None or "왜" in question or reports(question) or wishes.label(question):
        return None
    if manner.asks_status(question) or manner.is_request(question) or _MENDED.search(question):
        return None
    # `포인트는 돌려받나요?` beside what is wanted asks of some thing.
    named = bool(wishes.labels(matter)) and any(len(name) > 1 for name in asked.names)
    known = asked.facts or asked.things or named or manner.asks_of_stock(question)
    return asked if known else None


def _tells_outright(matter: str, asked: Pursued) -> bool:
    if manner.asks(matter) or manner.hesitates(matter):
        return False
    told = [part for part in parts_of(matter) if _CLOSED.search(part)]
    # Who has to pay for what came amiss is asked by who knows how that goes.
    if not asked.fee and any(_came_amiss(part) for part in told):
        return True
    # `교환하고 싶은데 배송비 얼마예요?` has not decided yet.
    wanted = any(bool(wishes.labels(part)) and manner.is_request(part) for part in told)
    wanted = wanted or (_WOULD.search(matter) is not None and bool(wishes.labels(matter)))
    decided = manner.asks_outright(matter) or _DECIDED.search(matter)
    return wanted and bool(decided or extract.order_numbers(matter))


def _came_amiss(part: str) -> bool:
    amiss = manner.reports_damage(part) or manner.got_another(part) or manner.lacks_a_part(part)
    return (amiss or manner.is_late(part)) and not _ONCE.search(part)
