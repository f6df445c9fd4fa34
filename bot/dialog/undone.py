"""What came of a resolved order, or how its parcel was left, and was not agreed so."""

from __future__ import annotations

from bot.dialog import details, extract, manner, words
from bot.dialog.turn import Turn
from bot.patterns import searched
from intents import Intent

#: Where a parcel was left, and how.
_LEFT = searched(r"(?:두고|놓고|놔두고|놓아두고|맡기고|던져\s?두고)\s?(?:갔|가셨|감|가버|간)")
#: What came, by its size or its colour.
_CAME_ONE = searched(r"(?P<it>[가-힣A-Za-z0-9]{1,10}?)(?:이|가|으로|로)?\s(?:그대로\s)?왔")
_CAME = searched("(?:왔|도착했|배송됐|들어있|보내셨|보냈)(?!으면)")
#: `전화 안 왔는데요?`: somebody was to call.
_MISSES_CALL = searched(
    r"^(?:근데|아직|오늘|어제|저기요?|아니)*(?:전화|연락)(?:가|이|는|은|도|를|을)?(?:아직(?:도)?|여태|왜|하나도|한통도)*(?:(?:안|못)(?:왔|와|오|주|받|하)|없)"
)
#: `메일이 안 왔는데요?`: what is sent in words, by its name.
_MISSES_PAPER = searched(
    r"^(?:근데|아직|오늘|어제|저기요?|아니)*(?P<paper>이?메일|문자|링크|(?:세금)?계산서|(?:현금)?영수증|명세서|견적서|서류|증빙|파일|안내)(?:가|이|은|는|도|을|를)?"
    r"(?:아직(?:도)?|여태|왜|아무리봐도|하나도)*(?:(?:안|못)(?:왔|와|오|받|들어|보[이여])|없)"
)
#: Categories of what is sent in words.
_ON_PAPER = frozenset(("other", "order"))


def misses_call(text: str) -> bool:
    """Whether nobody is said to have called (`전화 안 왔는데요?`)."""
    return bool(_MISSES_CALL.search(words.squash(text))) and not manner.asks(text)


def misses_paper(turn: Turn, intent: Intent) -> bool:
    """Whether a mail or a paper did not come that belongs to this matter."""
    found = _MISSES_PAPER.search(words.squash(turn.text))
    told = " ".join((intent.title, *turn.memory.closed_details.values()))
    return found is not None and (intent.category in _ON_PAPER or found["paper"] in told)


def came_unchanged(turn: Turn, intent: Intent) -> bool:
    """`왜 3개 왔어요` of an order that was changed to four."""
    meant = extract.new_quantity(turn.memory.closed_details.get("option", ""))
    came = extract.quantity(turn.text) if _CAME.search(words.squash(turn.text)) else None
    if intent.category != "order":
        return False
    if meant is not None and came is not None:
        return came != meant
    # `받았는데 130이 왔어요` of one that was changed to 140
    found = _CAME_ONE.search(turn.text)
    wanted = (
        extract.last_alike(turn.memory.closed_details.get("option", ""), found["it"])
        if found
        else ""
    )
    return bool(wanted) and found is not None and wanted != found["it"]


def was_left(turn: Turn, intent: Intent) -> bool:
    """`문 앞에 두고 갔는데요?` behind a note for the courier."""
    noted = any(one.id == "address" for one in details.of(intent))
    return noted and bool(_LEFT.search(turn.text))
