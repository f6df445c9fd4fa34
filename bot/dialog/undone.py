"""What came of a resolved order, or how its parcel was left, and was not agreed so."""

from __future__ import annotations

from bot.dialog import details, extract, manner, words
from bot.dialog.turn import Turn
from bot.patterns import searched
from intents import Intent

#: Where a parcel was left, and how.
_LEFT = searched(r"(?:두고|놓고|놔두고|놓아두고|맡기고|던져\s?두고)\s?(?:갔|가셨|감|가버|간)")
#: More was called off than was asked for.
_TOO_MUCH = searched(
    r"(?:둘다|두개다|전부|모두|나머지(?:도|까지)|(?:다른|앞에?|뒤에?|멀쩡한)(?:것|거)(?:도|까지))(?:다|같이)?취소(?:가)?(?:됐|되었|돼|처리됐)"
    r"(?:는데|네|어요|던데)"
)
#: Where else a parcel went.
_ELSEWHERE = searched(
    r"(?P<place>집|회사|본가|친정|(?:예전|원래|옛날|이전)\s?(?:주소|집)|(?:엉뚱한|다른)\s?(?:데|곳|주소|집))(?:으)?로\s?(?:그대로\s?)?(?:왔|갔|배송됐|도착했|와\s?버|가\s?버)"
)
#: What came, by its size or its colour.
_CAME_ONE = searched(r"(?P<it>[가-힣A-Za-z0-9]{1,10}?)(?:이|가|으로|로)?\s(?:그대로\s)?왔")
_CAME = searched("(?:왔|도착했|배송됐|들어있|보내셨|보냈)(?!으면)")


def came_unchanged(turn: Turn, intent: Intent) -> bool:
    """`왜 3개 왔어요` of an order that was changed to four."""
    changed = turn.memory.closed_details.get("option", "")
    meant = extract.new_quantity(changed) or extract.quantity(changed)
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
    """`문 앞에 두고 갔는데요?` behind a note for the courier, `집으로 왔네요` behind an address."""
    if all(one.id != "address" for one in details.of(intent)):
        return False
    elsewhere, told = _ELSEWHERE.search(turn.text), turn.memory.closed_details
    went = elsewhere is not None and elsewhere["place"] not in " ".join(told.values())
    return went or bool(_LEFT.search(turn.text))


def came_short_again(turn: Turn) -> bool:
    """`국그릇이 하나만 왔어요` of bowls that were to be sent because they were missing."""
    told = turn.memory.closed_details.get("what", "")
    lacked = any(map(manner.lacks_a_part, told.split("\n")))
    return lacked and manner.lacks_a_part(turn.text) and manner.names_alike(turn.text, told)


def did_too_much(turn: Turn, intent: Intent) -> bool:
    """`둘 다 취소됐는데요?` of two orders of which one was to be called off."""
    return intent.category == "order" and bool(_TOO_MUCH.search(words.squash(turn.text)))
