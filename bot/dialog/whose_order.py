"""Which order a line is about, and whose: its number, or a phone number and a name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from bot.dialog import details, extract, manner, wishes, words
from bot.dialog.reasons import remainder
from bot.dialog.turn import Turn
from bot.patterns import searched

#: Which of two orders is meant, by its place.
_WHICH: Final = re.compile(
    r"(?:네|아|그럼|저)*(?:(?P<last>뒤|나중|아래|밑|두번째|마지막)|앞|처음|위|첫번째)(?:에|의)?(?:거|것|꺼|걸|건|주문|번호)"
)
NAVER: Final = 16  # digits of Naver's order numbers
#: `연락처 010-…로 바꿔주세요`
_CHANGED: Final = searched(
    r"(?:연락처|번호|전화)[가-힣]{0,2}(?:\d|바꿔|바꾸|변경|수정|고쳐|고치)[\d-]*[가-힣]{0,4}(?:바꿔|바꾸|변경|수정|고쳐|고치|해주)"
)
#: `다른 주문도 안 왔어요`, `다른 거 문의할게요`.
_ANOTHER = searched(
    r"다른(?:주문|건|문의|상품|제품)(?:도|은|는|이|건)|다른(?!색|사이즈|치수|거|것|데|곳)[가-힣]{1,5}(?:은|는)|(?:주문|건)(?:이|은)?하나더"
    # `이번에 새로 산 건 배송이 안 오네요`
    r"|(?:이번에|이번엔|새로|또|다시)(?:새로|또|다시)?(?:산|샀던|구매한|주문한|시킨)(?:[거것건게]|[가-힣]{2})"
)


def changes_phone(text: str) -> bool:
    """Whether a line tells a phone number as another than before, be it the old or the new one."""
    if extract.phone(text) is None:
        return False
    says_so = manner.meant_instead(text) or manner.tells_former(text)
    return bool(says_so) or bool(_CHANGED.search(words.squash(text)))


def is_former(text: str, told: str) -> bool:
    """Whether a number or a place is told as the one that stood before, and no other is told."""
    return manner.tells_former(text) and told not in manner.meant_instead(text)


def written_to(turn: Turn) -> dict[str, str]:
    """A mail address, or a business's number, does for a phone number."""
    contact = extract.contact(turn.text)
    return {"phone": contact} if contact else {}


def who(turn: Turn, wanted: Sequence[str], *, moves: bool) -> dict[str, str]:
    """The order, and what else an order is found by: a phone number, or its tail, and a name.

    Where a parcel `moves` to another person a number that stood before is none of the new ones.
    """
    found: dict[str, str] = {}
    said = _meant(turn.text)
    numbers = (
        _stated(said, turn.memory.details.get("what", ""))
        # `… 2024… 010-1111-2222가 아니라 010-1111-3333이요` takes back a phone, and no order.
        or (extract.order_numbers(turn.text) if extract.phone(said) else ())
        or _in_two_lines(turn, wanted)
        or _picked(turn, wanted)
        or _pointed_at(turn)
    )
    if numbers:
        found["order_number"] = ", ".join(numbers)
    phone = extract.phone(manner.meant_instead(said)) or extract.phone(said)
    known = turn.memory.details.get("phone")
    if phone and (moves or known) and is_former(turn.text, phone):
        phone = None
    whole = turn.memory.details.get("phone", "").startswith("0")
    tail = None if phone or numbers or whole else extract.phone_tail(said)
    if phone or tail:
        found["phone"] = phone or f"뒷자리 {tail}"
    if wanted or tail or phone or turn.state.ticket or extract.names_itself(turn.text):
        name = extract.name(manner.meant_instead(said)) or extract.name(turn.text)
        name = name or (_called_from_now_on(turn) if moves else None)
        asked = "name" in wanted and not name and not manner.is_question(turn.text)
        name = extract.asked_name(turn.text) if asked else name
        if name:
            found["name"] = name
    return found


def _called_from_now_on(turn: Turn) -> str | None:
    """`김민재로요` behind the wish to have who gets it changed."""
    story = turn.memory.details.get("what", "")
    said = _IT_SHALL_BE.search(extract.without_numbers(turn.text))
    return extract.name(f"이름은 {said[1]}") if said and _WHO.search(story) else None


#: What a name shall be, and that one is to be changed.
_IT_SHALL_BE: Final = searched(
    r"(?<![가-힣])([가-힣]{2,4}?)(?:으로|로)\s?(?:요|해\s?주세요|바꿔\s?주세요|변경(?:해\s?주세요|이요)?|부탁[가-힣]*)[.\s]*$"
)
_WHO: Final = searched(r"이름|성함|받는\s?(?:사람|분)|수령인|수취인")

_ENDS_IN_DIGITS: Final = searched(r"\d\s?번?$")
#: `2026…1 하고 2026…2 입니다`: whatever is wanted is of both.
_JOINED: Final = searched(r"\d{8,20}\s?(?:번)?\s?(?:하고|이?랑|과|와|및|,)\s?\d{8}")
#: An order that nothing shall be done with.
_AS_IT_IS: Final = searched(r"그대로|냅두|놔두|유지|빼고|제외|(?<!지)말고")


def _stated(said: str, story: str) -> tuple[str, ...]:
    """The orders of a line; where something is wanted for one and asked about another, the first.

    `… 취소해 주시고 … 이건 언제 와요` cancels one order, not both; so does `… 는 그대로 두세요`.
    """
    numbers = extract.order_numbers(said)
    if len(numbers) < 2:
        return numbers
    if details.means_one(said) or (details.means_one(story) and not remainder(said, None)):
        return ()  # which of them, nobody has said yet
    if not (_AS_IT_IS.search(said) or manner.is_question(said)) or _JOINED.search(said):
        return numbers
    stated = [part for part in wishes.clauses(said) if part and not manner.is_question(part)]
    stated = [part for part in stated if not _AS_IT_IS.search(part)]
    told = tuple(number for part in stated for number in extract.order_numbers(part))
    return told or numbers


def _picked(turn: Turn, wanted: Sequence[str]) -> tuple[str, ...]:
    """The order that stands there, of those that were told (`두 번째요`, `앞에 거요`)."""
    place = words.number(turn.text) if "order_number" in wanted else None
    orders = details.open_orders(turn.memory) if place is not None else ()
    if not orders or place is None or place > len(orders):
        return ()
    return (orders[-1 if place == words.LAST else place - 1],)


def _pointed_at(turn: Turn) -> tuple[str, ...]:
    """The one of several known orders that a line points at (`뒤에 거 취소해주세요`)."""
    told = turn.memory.details.get("order_number", "")
    place = _WHICH.match(words.squash(turn.text)) if ", " in told or not told else None
    orders = (told.split(", ") if told else details.open_orders(turn.memory)) if place else ()
    return () if place is None or not orders else (orders[-1 if place["last"] else 0],)


def _meant(text: str) -> str:
    """The part of a line that counts when it takes a number back itself."""
    taken = manner.correction(text)
    if taken is None or not any(map(str.isdigit, taken.new)):
        return text
    # `주문번호가 2026… 인데요 참치가 아니라 꽁치캔 3개가요` takes back other goods, and no order.
    other = extract.order_numbers(text) and not _ENDS_IN_DIGITS.search(taken.old)
    told = extract.order_numbers(taken.new) or extract.phone(taken.new)
    return text if other and not told else taken.new


def _in_two_lines(turn: Turn, wanted: Sequence[str]) -> tuple[str, ...]:
    """An order number of Naver's whose first half was the line, or the bubble, before."""
    bubbles = [line.strip() for line in turn.text.split("\n")]
    for one, other in pairwise(bubbles):
        if one.isdigit() and other.isdigit() and len(one + other) == NAVER:
            return extract.order_numbers(one + other)
    half, before = words.squash(turn.text), turn.memory.last
    if not (half.isdigit() and before.isdigit() and len(before + half) == NAVER):
        return ()
    # The first half may have been taken for another shop's; together they are Naver's.
    taken = turn.memory.details.get("order_number") == before
    return extract.order_numbers(before + half) if taken or "order_number" in wanted else ()


def means_another(text: str) -> bool:
    """Whether a line is said to be of another order (`이번에 새로 산 건 안 오네요`)."""
    return bool(_ANOTHER.search(words.squash(text)))


def names_another_order(turn: Turn) -> bool:
    """Whether an order is named, or meant, that is not the one which was worked on."""
    if manner.only_announces(turn.text) or means_another(turn.text):
        return True
    known = turn.memory.closed_details.get("order_number") or turn.memory.details.get(
        "order_number", ""
    )
    return any(number not in known for number in extract.order_numbers(turn.text)) and bool(known)
