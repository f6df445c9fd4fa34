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
    # `기사님이 예전 번호로 전화하셨대요`
    r"|(?P<number>(?:예전|원래|옛날|이전|바꾸기\s?전|틀린)\s?(?:전화\s?)?번호)로\s?(?:전화|연락|문자|카톡|왔|갔|보내)"
)
#: What came, by its size or its colour.
_CAME_ONE = searched(r"(?P<it>[가-힣A-Za-z0-9]{1,10}?)(?:이|가|으로|로)?\s(?:그대로\s)?왔")
_CAME_TOO = searched(
    r"(?<![가-힣A-Za-z0-9])(?P<it>(?!오늘|어제|이번에|아직|지금)[가-힣A-Za-z0-9]{1,10}?)도\s(?:또\s|같이\s)?(?:왔|도착했|배송됐)(?:는데|네)"
)
#: What was asked for, said again behind another thing that came.
_ASKED_FOR = searched(
    r"왔[가-힣]{1,4}?(?:저는|분명|제가)?(?P<what>[가-힣a-z0-9]{1,8}?)(?:으로|로)(?:[가-힣]{0,4}?달라고|달랬|해달라|주문했|요청했|부탁드렸)"
    r"|(?P<so>[가-힣a-z0-9]{1,8}?)(?:으로|로)(?:[가-힣]{0,4}?달라고)(?:했|말씀드렸|요청했|부탁드렸)[가-힣]{0,4}데[가-힣a-z0-9]{1,10}(?:왔|와있)"
)
_CAME_ALONE = searched(
    r"(?P<it>[가-힣a-z0-9]{1,8}?)(?:만|밖에안|뿐)(?:왔|와[요있서]|도착|들어있|들어왔|보내[셨주])"
)
_CAME = searched("(?:왔|도착했|배송됐|들어있|보내셨|보냈)(?!으면)")


_PAPER = searched("계산서|영수증|명세서|견적|증빙|서류|보증서")
#: A name, a sum or a day on it.
_STANDS_WRONG = searched(
    r"(?:상호명?|금액|가격|날짜|일자|이름|성함|사업자(?:등록)?번호|품목|수량|번호|주소|대표자명?|메일|주문일)(?:이|가|은|는|도)?[가-힣0-9a-z]{0,8}?"
    r"(?:잘못|틀[려리렸린]|다르|다릅|달라|빠[졌져]|누락|(?:으로|로)(?:돼|되어|나와|나왔|찍|적혀|써))"
)


def is_wrong_on_paper(turn: Turn, intent: Intent) -> bool:
    """`상호가 잘못됐어요` of a paper that was issued in this matter."""
    told = " ".join((intent.title, *turn.memory.closed_details.values()))
    return bool(_PAPER.search(told) and _STANDS_WRONG.search(words.squash(turn.text)))


#: Categories of what shall come in another size, colour or number.
_OF_ANOTHER_KIND = frozenset(("order", "exchange"))


def came_unchanged(turn: Turn, intent: Intent) -> bool:
    """`왜 3개 왔어요` of an order that was changed to four."""
    changed = turn.memory.closed_details.get("option", "")
    meant = extract.new_quantity(changed) or extract.quantity(changed)
    came = extract.quantity(turn.text) if _CAME.search(words.squash(turn.text)) else None
    if intent.category not in _OF_ANOTHER_KIND:
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


def came_otherwise(turn: Turn) -> bool:
    """`블랙이 왔어요 그레이로 해달라고 했는데` of who told that he wants it in grey."""
    found = _ASKED_FOR.search(words.squash(turn.text))
    told = words.squash("\n".join(turn.memory.closed_details.values()))
    what = (found["what"] or found["so"]) if found is not None else ""
    return bool(what) and what in told and not manner.asks(turn.text)


def came_too(turn: Turn, intent: Intent) -> bool:
    """`L도 왔는데요?` of goods that were told of, and were not to be sent any more."""
    found = _CAME_TOO.search(turn.text)
    told = turn.memory.closed_details.get("what", "")
    return intent.ticket == "open" and found is not None and found["it"] in told


def was_left(turn: Turn, intent: Intent) -> bool:
    """`문 앞에 두고 갔는데요?` behind a note for the courier, `집으로 왔네요` behind an address."""
    elsewhere, told = _ELSEWHERE.search(turn.text), turn.memory.closed_details
    # A person may have been told the address, whatever the matter was.
    if "address" not in told and all(one.id != "address" for one in details.of(intent)):
        return False
    there = (elsewhere["place"] or elsewhere["number"]) if elsewhere is not None else ""
    went = bool(there) and there not in " ".join(told.values())
    return went or bool(_LEFT.search(turn.text))


def came_short_again(turn: Turn) -> bool:
    """`국그릇이 하나만 왔어요` of bowls that were to be sent because they were missing."""
    told = turn.memory.closed_details.get("what", "")
    lacked = any(manner.lacks_a_part(one) or manner.part_is_out(one) for one in told.split("\n"))
    # `렌치만 왔어요 나사는요?` of a wrench and screws that were missing
    only = _CAME_ALONE.search(words.squash(turn.text))
    if only is not None and only["it"] in told:
        return lacked
    return lacked and manner.lacks_a_part(turn.text) and manner.names_alike(turn.text, told)


def did_too_much(turn: Turn, intent: Intent) -> bool:
    """`둘 다 취소됐는데요?` of two orders of which one was to be called off."""
    return intent.category == "order" and bool(_TOO_MUCH.search(words.squash(turn.text)))
