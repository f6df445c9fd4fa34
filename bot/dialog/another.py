"""Another matter beside the open one."""

from __future__ import annotations

from bot.dialog import details, manner, reading, wishes, words
from bot.dialog.answers import ask_again
from bot.dialog.asked.called_for import called_in_vain
from bot.dialog.asked.heard import with_both_orders
from bot.dialog.complaints.causes import cause
from bot.dialog.complaints.told import complaint_in, told_plainly
from bot.dialog.entries import (
    changes_address,
    changes_order,
    entry_named,
    is_stand_in,
    looks_up_order,
    pays,
)
from bot.dialog.filing import add, sorry, when
from bot.dialog.learning import along, learn
from bot.dialog.paying import undoes_payment
from bot.dialog.put_right.other_goods import names_another
from bot.dialog.reporting import wording
from bot.dialog.turn import Turn, say
from bot.model import AddToTicket, Decision, Reply
from bot.patterns import searched
from bot.records import replace
from intents import Intent

#: `주소도 바뀌어요`: a parcel that is under way shall go there.
_MOVES = searched(
    r"(?:주소|배송지)(?:가|도)?(?:이번에|곧|그때|이제)?(?:바뀌|바뀔|바뀐|바꼈|달라[져졌질지]|변경되|변경됐|변경될)(?!지않|진않|는건아|ㄴ건아)"
)
_NOT_THE_WAY = searched("수거|회수|픽업|반품|페이지|상세|안내")


def hear_another(turn: Turn) -> Decision | None:
    """Another matter beside the open one: it goes along under its own name."""
    current = turn.entry
    if not turn.state.ticket or current is None or turn.incoming.tap or manner.asks(turn.text):
        return None
    # Who called in vain answers what that was about.
    own = manner.asks_where_to_send(turn.text) or called_in_vain(turn)
    if own or manner.cancels_filing(turn.text):
        return None
    if names_another(turn):
        entry = _another_matter(turn)
    else:
        entry = _moves_too(turn, current) or _wants_too(turn, current)
    if entry is None or entry.id == current.id or entry.title in turn.state.matter:
        return _the_same_of_others(turn, current) if entry is current else None
    learned = learn(turn, current, ())
    numbers = (turn.memory.details.get("order_number"), learned.details.get("order_number"))
    both = ", ".join(dict.fromkeys(number for number in numbers if number))
    told = {**turn.memory.details, "what": learned.details.get("what", "")}
    if any(one.id == "topic" for one in details.of(current)):
        # `환불해 달라고요` of whom nobody answered: that is what it was about.
        told.setdefault("topic", words.clip(turn.own_words))
    memory = replace(learned, details={**told, "order_number": both} if both else told)
    memory = along(turn, memory, [entry])
    title = f"{turn.state.matter or current.title}, {entry.title}"
    change = AddToTicket(title=title, details=memory.details, priority=manner.anger(turn.text))
    filed = turn.texts.also_filed(entry.title, turn.ticket)
    only = is_stand_in(turn, entry) or _was_asked_for(turn, entry)
    noted = filed if only else f"{wording(turn, entry)}\n\n{filed}"
    text = "\n".join(filter(None, (sorry(turn, noted), noted)))
    question = turn.state.question
    if question is not None:
        back = ask_again(turn.remembering(memory), question, f"{text}\n\n")
        change = replace(change, status=turn.state.ticket_status or "waiting")
        return replace(back, state=replace(back.state, matter=title), ticket=change)
    if memory.also and details.missing(current, memory):
        asked = add(turn, Reply(text=text), intent=current, changes=change, memory=memory)
        return replace(asked, state=replace(asked.state, matter=title))
    return say(turn, f"{text}\n{when(turn)}", ticket=change, matter=title, memory=memory)


def _was_asked_for(turn: Turn, entry: Intent) -> bool:
    """`환불도 빨리 해 주세요` of who said that it hangs: how it is asked for helps nobody."""
    lines = turn.memory.details.get("what", "").split("\n")
    hangs = entry.ticket == "ask" and any(map(manner.went_wrong, lines))
    return hangs and bool(wishes.labels(turn.own_words))


def _the_same_of_others(turn: Turn, current: Intent) -> Decision | None:
    """Other goods came amiss in the same way: recorded with an apology, and asked on."""
    if current.ticket != "open":
        return None
    memory = with_both_orders(turn, learn(turn, current, ()))
    text = "\n".join(filter(None, (sorry(turn, ""), turn.texts.got_it_too)))
    return add(turn, Reply(text=text), intent=current, memory=memory)


def _moves_too(turn: Turn, current: Intent) -> Intent | None:
    """The entry for another address, where one is wanted beside a matter that needs none."""
    told = turn.memory.details.get("what", "").split("\n")
    # What came back is sent anew, and the address is a detail of that.
    anew = "다시" in turn.text and any(map(manner.was_sent_back, told))
    if anew or any(detail.id == "address" for detail in details.of(current)):
        return None
    if current.category == "shipping" and _MOVES.search(words.squash(turn.text)):
        return changes_address(turn)
    if not (wishes.is_where(turn.text) and manner.is_request(turn.text)):
        return None
    # What goes back is fetched at an address, and a page that told a wrong one is put right.
    if current.category == "refund" and "배송지" not in turn.text:
        return None
    if _NOT_THE_WAY.search(turn.text) or wishes.request(turn.text) != "배송지 변경":
        return None
    return changes_address(turn)


def _wants_too(turn: Turn, current: Intent) -> Intent | None:
    """The entry for what is wanted outright beside a matter that it is no part of."""
    if current.category != "service" or not manner.asks_outright(turn.text):
        return _calls_off_too(turn, current)
    if wishes.request(turn.own_words) in wishes.refused(turn.own_words):
        return None  # `환불은 됐고 사과 한마디만 해 주세요`
    # `환불이나 빨리 해 주세요` of who was treated badly
    label = wishes.label(turn.own_words, turn.said)
    named = bool(label) and label in turn.text  # `돌려주세요` may be of what a courier took
    found = entry_named(turn, wishes.request(turn.own_words) or label) if named else None
    return found if found is not None and found.ticket == "ask" else None


def _calls_off_too(turn: Turn, current: Intent) -> Intent | None:
    """The entry for a cancellation, where one is wanted outright beside a coupon or a payment."""
    of_payment = current in (pays(turn), looks_up_order(turn)) or (
        current.category,
        current.ticket,
    ) == ("order", "none")
    other = current.listed and (current.category == "other" or of_payment)
    if not other or not manner.asks_outright(turn.text):
        return None
    if turn.state.question is not None:
        if (
            turn.state.question.details
            and set(turn.state.question.details) & reading.by_itself(turn).keys()
        ):
            return None  # `010-…로 바꿔 주세요` tells the number that was asked for
        # `환불해 주세요` to the question which goods are waited for is no answer.
        label = wishes.label(turn.own_words) if wishes.only_wishes(turn.text) else ""
        wished = entry_named(turn, label) if label and current is not pays(turn) else None
        return wished if wished is not None and wished.ticket == "ask" else None
    wanted = wishes.request(turn.own_words) == "주문 취소" and not undoes_payment(turn)
    return entry_named(turn, "주문 취소") if wanted and not manner.forbids(turn.text) else None


def _another_matter(turn: Turn) -> Intent | None:
    """The entry for what is wrong with, or wanted for, other goods than the ticket's."""
    complaint = complaint_in(turn, turn.text)
    if complaint is None and (told := told_plainly(turn)) is not None and told.ticket == "open":
        complaint = told
    best = turn.match.candidates[0].intent_id if turn.match.verdict == "answer" else ""
    entry = turn.intent(best)
    # `영수증은 빼 주시고요` wants none.
    entry = cause(turn, entry) if entry is not None else None
    if complaint is None and entry is not None and entry is changes_order(turn):
        return entry  # `어제 주문한 쿠션은 베이지로 바꿔 주세요` exchanges nothing
    wanted = entry_named(turn, wishes.request(turn.text)) if complaint is None else None
    if complaint is not None or wanted is not None:
        return complaint or wanted
    if entry is None and turn.match.verdict == "clarify":
        likely = turn.intent(turn.match.candidates[0].intent_id)
        return likely if likely is not None and likely.ticket == "open" and likely.listed else None
    return entry if entry is not None and entry.listed and entry.ticket != "none" else None
