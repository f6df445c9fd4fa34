"""What the customer takes back: another matter is meant, another wish, or nothing any more."""

from __future__ import annotations

import re

from bot.dialog import details, extract, manner, reasons, survey, wishes, words
from bot.dialog.complaints.told import complaint_in
from bot.dialog.entries import (
    cancels,
    entry_named,
    is_for,
    is_stand_in,
    tells_of_money,
    tells_stage,
)
from bot.dialog.filing import add, file, unanswered
from bot.dialog.learning import learn
from bot.dialog.looked_at import without_looked_at
from bot.dialog.put_right.kept_orders import comes_otherwise
from bot.dialog.put_right.mending import correct
from bot.dialog.put_right.other_goods import is_of_one_of_both, names_another
from bot.dialog.reporting import wording
from bot.dialog.turn import Turn, say
from bot.model import AddToTicket, Decision, Reply
from bot.patterns import searched
from bot.records import replace
from intents import Intent

#: Letters of a line that changes a wish; a longer one has more to tell.
LONGEST_CHANGE = 20
#: Categories that are a wish themselves: one takes the place of the other.
WISHES = frozenset({"refund", "exchange"})

#: Details that end with the wish they belong to.
_OF_ONE_WISH = frozenset({"reason", "wish"})

#: What begins like this takes the place of what was wanted before.
_RATHER = re.compile(
    r"\s*(?:(?:아|앗|어|음|흠|근데|그런데)[\s,.~]+)*(?:아니|아냐|아뇨|그냥|차라리|됐고|생각해\s?보니|역시)"
)
# `아 아니다 교환 되나요?` wants just that; `아니 교환은 언제 와요` asks.
_RATHER_ASKED = re.compile(
    r"\s*(?:(?:아|앗|어|음|흠)[\s,.~]+)?(?:아니다|아냐|차라리|그냥|생각해\s?보니)[\s,.~가-힣]{0,8}?"
    r"(?P<wish>교환|환불|반품)(?:으?로|은|는|도|을|를)?\s?(?:(?:해|받)\S*\s)?(?:되|돼|될|가능|할\s?수|받을\s?수|안\s?[되돼될])"
)
#: `그럼 취소하고 다시 결제할게요` behind a change of the order
_ORDERS_ANEW = re.compile(
    r"(?:네|아|그럼|그러면|그냥|걍|차라리)*(?:전체|다|주문)?취소하고(?:다시|새로)(?:결제|주문|구매|살|시킬|사는)[가-힣]{0,6}"
)
#: `그럼 취소할게요` of who asked where his parcel is: he waits for it no more.
_THEN_OFF = re.compile(r"\s*(?:아\s)?(?:그럼|그러면|그렇다면)\s.{0,12}(?:취소|환불|반품)")
#: The same, put outright, behind `안 되면 취소할게요`.
_CALLED_OFF = re.compile(
    r"(?:네|넵|예|아|음|응|그냥|그럼|일단|저|됐고)*(?:주문)?취소(?:를|로)?(?:$|해주세요|해줘요?|할게요|할래요|부탁(?:드려요|드립니다|해요)|하고싶어요|이?요|해주시면돼요)"
)
# Who takes a cancellation back wants his goods.
_SEND_IT = searched(
    r"^(?:그냥|걍|빨리|얼른|원래대로|그대로|제발|좀|나|나좀)*(?:보내|발송|배송|출고|진행)(?:나)?(?:해)?(?:주|줘|달|부탁)"
)
# `취소가 맞겠네요`, `교환이 낫겠어요`: it is better than what was wanted first.
_BETTER_SO = searched(r"(?:취소|환불|교환|반품)(?:이|가|하는게|하는\s?게)?\s?(?:맞|낫|나을|좋겠)")
_ENOUGH = searched(r"됐고|됐구|필요\s?없고")
_OPTION = searched(r"(?:사이즈|색상?|색깔|옵션|수량|컬러).{0,10}(?:바꿔|바꾸|바꿀|변경)")

#: `취소 말고 색만 바꿀 수 있어요?` wants just that.
_MAY_BE = searched(
    r"(?:바꿀|변경할|교환할|바꿔\s?주실|변경해\s?주실|교환해\s?주실)\s?수\s?있|(?:바꾸는|변경|교환)(?:거|것|은|는|도)?\s?(?:되|돼|될까|가능)"
)
#: What a fault is told in, before what is wanted for it (`하나만 깨진 거라 …`).
_SO = searched(r"(?<=라)\s|(?<=서)\s|(?<=니까)\s|(?<=데)\s|(?<=고)\s|(?<=요)\s")
#: What is asked, and tells nothing.
_HOW = searched(r"(?:어떻게|어떡|얼마|언제|어디|누가)[^.!?\n]{0,40}(?:요|까|나|죠|지)[\s?~]*$")
#: Something else beside the first, not in its place.
_ANOTHER = re.compile(r"(?:또\s?)?(?:다른|딴)\s?(?:주문|거|것|건|상품|물건)\S*(?=\s)")


#: By which way somebody is answered.
_A_WAY = re.compile(
    r"(?:전화|통화|문자|메일|이메일|톡|카톡|채팅|여기|이쪽|이리)(?:로|으로|에|에다)?"
)


def take_back(turn: Turn) -> Decision | None:
    """`반품 말고 교환이요`, `302호가 아니라 320호`: the matter or a detail was meant otherwise."""
    begun = turn.state.ticket or turn.memory.intent
    found = manner.correction(turn.text) if begun else None
    # What is wanted for some of it is still wanted.
    if found is None or manner.narrows(turn.text) or manner.keeps_for(turn.text):
        return None
    # `그거 말고 다른 주문도`: what was said still holds; `교환 말고 환불요` answers the question.
    if (
        _is_about_the_sum(turn, found.new)
        or _says_which_way(found)
        or _ANOTHER.match(found.new)
        or (_is_asked(turn) and wishes.labels(found.new))
    ):
        return None
    old = extract.without_numbers(found.old)
    meant = _requested(turn, found.new) or entry_named(turn, found.new)
    another = meant is not None and meant.id != turn.memory.intent
    fault = None if another else _fault_instead(turn, found.new)
    same = another and meant is not None and _is_its_wish(turn, meant, old)
    if (another or fault) and not same and _names_current(turn, old):
        return switch(turn, meant) if fault is None and meant is not None else fault
    # `반품은 됐고 재입고 언제 돼요` puts no detail right.
    if manner.is_question(found.new) or _ENOUGH.search(turn.text):
        return None
    # `주문번호 끝이 87이 아니라 78`: the number of an order is no order that is called off.
    if wishes.labels(old) or ("번호" not in old and entry_named(turn, old) is not None):
        return _rather(turn, found)
    return correct(turn, found)


def _says_which_way(found: manner.Correction) -> bool:
    """`전화 말고 여기로요` says where the answer shall come."""
    old, new = words.squash(found.old), words.squash(found.new)
    return bool(_A_WAY.fullmatch(old) and _A_WAY.match(new))


def _is_about_the_sum(turn: Turn, new: str) -> bool:
    """`단순 변심도 아니고 불량이었는데요` behind too small a sum is what the sum is about."""
    told = turn.memory.details.get("what", "").split("\n")
    return manner.reports_damage(new) and any(map(manner.paid_back_short, told))


def _is_its_wish(turn: Turn, meant: Intent, old: str) -> bool:
    """`그건 됐고 환불해 주세요` beside broken goods: what is pointed at is not that they are."""
    current = turn.entry
    faulty = current is not None and any(one.id == "wish" for one in details.of(current))
    return faulty and meant.category in WISHES and entry_named(turn, old) is not current


def _fault_instead(turn: Turn, new: str) -> Decision | None:
    """`반품이 아니라 하나만 깨진 거라 그것만 보내 주세요`: a fault, and what is wanted for it."""
    current = turn.intent(turn.memory.intent)
    if not turn.state.ticket or current is None or current.ticket == "open":
        return None
    faults = (complaint_in(turn, clause) for clause in _SO.split(new) if clause)
    fault = next((one for one in faults if one is not None), None)
    if fault is not None and fault.category == "shipping" and manner.asks(new):
        # `그건 됐고 스커트는 언제 와요?` waits for nothing that is late.
        fault = fault if manner.waited_long(new) else tells_stage(turn)
    if fault is None:
        return None
    return switch(turn, fault, wish=wishes.read(new, new, asked=True, may=True))


def _rather(turn: Turn, found: manner.Correction) -> Decision | None:
    """What is wanted instead of the matter itself: nothing, another option, other amends."""
    current = turn.entry
    if manner.withdraws(found.new) or _SEND_IT.search(words.squash(found.new)):
        return withdrawn(turn) if turn.state.ticket else say(turn, turn.texts.not_filed)
    option = _OPTION.search(found.new) or extract.option(found.new) or extract.quantity(found.new)
    other = _asks_for_option(turn) if option else None
    ordered = current is not None and current.category == "order" and other != current
    if other is not None and ordered:
        return switch(turn, other)
    known = turn.memory.details.get("wish", "")
    if known and turn.state.ticket and current is not None:
        return _wish_instead(turn, current, words.clip(found.new))
    return None


def withdrawn(turn: Turn) -> Decision:
    """The customer wants nothing done: his ticket is closed, and he is told how to come back."""
    change = AddToTicket(status="resolved", note="고객이 문의를 거뒀어요")
    done = survey.closed(turn.state, turn.state.ticket or 0, turn.now)
    memory = replace(done.memory, survey=None, withdrawn=True)
    text = turn.texts.withdrawn
    return Decision(state=replace(done, memory=memory), reply=Reply(text=text), ticket=change)


def change_wish(turn: Turn) -> Decision | None:
    """`그냥 환불할게요`, `아니다 교환이요`: the other of the two is wanted now."""
    current = turn.entry
    if not turn.state.ticket or current is None:
        return None
    if (otherwise := comes_otherwise(turn, current)) is not None:
        return switch(turn, otherwise)
    if _is_asked(turn) or turn.incoming.tap:
        return _would_exchange(turn, current)
    # `그냥 사람 바꿔 주세요` exchanges nothing, nor does `내일까지 안 오면 취소하려고요` cancel, or
    # `아 그냥 입을래요 취소요`.
    kept = manner.withdraws(turn.text) and not wishes.labels(turn.own_words.replace("취소", ""))
    if kept or manner.wants_person(turn.text) or manner.sets_a_term(turn.text) or _hangs(turn):
        return None
    other = names_another(turn) or is_of_one_of_both(turn)
    if _calls_off(turn, current) or other or wishes.fallback(turn.own_words):
        return None
    # `취소하면 안 될까요` beside a late parcel asks for no more than that.
    late = current.category == "shipping" and current.ticket == "open"
    pleads = late and bool(wishes.label(turn.own_words, turn.said))
    asked = manner.is_question(turn.text) and not pleads
    return _asked_instead(turn, current) if asked else _wants_another(turn, current)


def _calls_off(turn: Turn, current: Intent) -> bool:
    """`그냥 입을게요 반품 취소해주세요` beside a return: it is what is called off."""
    off = manner.calls_off(turn.text)
    return manner.cancels_filing(turn.text) or (bool(off) and is_for(turn, current, off))


def _hangs(turn: Turn) -> bool:
    """`교환한 것도 안 와요` waits for what was wanted before, and changes nothing."""
    hangs = manner.went_wrong(turn.text) or manner.misses_money(turn.text)
    hangs = hangs and not manner.is_request(turn.text)
    return hangs and not _RATHER.match(extract.without_numbers(turn.own_words))


def _wants_another(turn: Turn, current: Intent) -> Decision | None:
    said = extract.without_numbers(turn.own_words)
    better = bool(_BETTER_SO.search(said))
    instead = better or bool(_RATHER.match(said))
    label = wishes.label(turn.own_words, turn.said)
    label = label if wishes.is_label(label) else ""  # `그냥 단추만 보내주세요`
    changed = _wish_called_off(turn, current)
    if changed is None and _bargains(turn, current):
        changed = _wish_instead(turn, current, words.clip(said, wishes.LONGEST_OWN))
    elif changed is None and label and (instead or len(words.squash(said)) <= LONGEST_CHANGE):
        changed = _other_wish(turn, current, label)
    if changed is not None:
        return changed
    awaited, known = current.category == "shipping", details.of(current)
    gives_up = awaited and bool(_THEN_OFF.match(said) or _CALLED_OFF.fullmatch(words.squash(said)))
    gives_up = gives_up or bool(_ORDERS_ANEW.match(words.squash(said)))
    meant = _requested(turn, said) if (instead or gives_up) and current.ticket == "ask" else None
    if better and current.ticket == "ask":
        meant = entry_named(turn, wishes.request(said))
    if meant is None and label == wishes.EXCHANGE and any(map(details.asks_height, known)):
        meant = entry_named(turn, label)  # `그럼 바꿀게요` behind which size fits
    if meant is None and tells_of_money(current) and _only_asked_first(turn, said):
        meant = _requested(turn, said)
    # Who had his order changed may have it called off altogether.
    kin = meant is not None and meant.category == current.category and not cancels(turn, meant)
    if meant is None or meant is current or kin:
        return None
    return switch(turn, meant)


def _only_asked_first(turn: Turn, said: str) -> bool:
    """`네 취소해 주세요` behind `취소하면 포인트 돌려주나요`: no money is waited for yet."""
    told = turn.memory.details.get("what", "").split("\n")
    waits = any(manner.misses_money(line) or manner.was_done_to(line) for line in told)
    asked = any(manner.asks(line) or "면" in line for line in told)
    off = wishes.request(said) == "주문 취소" and manner.asks_outright(said)
    return off and asked and not waits


def _would_exchange(turn: Turn, current: Intent) -> Decision | None:
    """`교환할게요` where a refund for the size was asked if an exchange would do: it is one now."""
    refund = current.ticket == "ask" and current.category == "refund"
    if not (refund and _is_asked(turn)):
        return None
    if manner.is_question(turn.text) and not wishes.only_wishes(turn.text):
        return None
    # `그럼 그걸로 해 주세요` behind `롱으로 바꿀 수는 없나요?`
    pointed = wishes.pointed_at(turn.text, turn.memory.last) == wishes.EXCHANGE
    said = wishes.read(turn.own_words, turn.said, asked=True)
    if not (pointed or said.startswith(wishes.EXCHANGE)):
        return None
    meant = entry_named(turn, wishes.EXCHANGE)
    return switch(turn, meant) if meant is not None and meant.category == "exchange" else None


def _asked_instead(turn: Turn, current: Intent) -> Decision | None:
    """`아 아니다 교환 되나요?`: the other of the two is wanted, be it asked politely."""
    found = _RATHER_ASKED.match(turn.text)
    return _other_wish(turn, current, found["wish"]) if found is not None else None


def _wish_called_off(turn: Turn, current: Intent) -> Decision | None:
    """`교환 취소할게요` beside a complaint calls no order off: what is wanted instead is asked."""
    wish = turn.memory.details.get("wish", "")
    if not wish or not wish.startswith(manner.calls_off(turn.text) or "\0"):
        return None
    memory = learn(turn, current, ())
    told = {name: said for name, said in memory.details.items() if name != "wish"}
    asked = {name: times for name, times in memory.asked.items() if name != "wish"}
    memory = replace(memory, details=told, asked=asked)
    return add(turn, Reply(text=turn.texts.got_it), intent=current, memory=memory)


def _bargains(turn: Turn, current: Intent) -> bool:
    """`3만 원만 빼 주시면 그냥 쓸게요`: who would keep the goods for that wants it instead; so does
    who has them mended (`그럼 수리로 해주세요`).
    """
    asked = any(one.id == "wish" for one in details.of(current))
    known = bool(turn.memory.details.get("wish"))
    return asked and known and (manner.keeps_for(turn.text) or _has_it_mended(turn))


def _has_it_mended(turn: Turn) -> bool:
    own = turn.own_words
    mends = manner.wants_repair(own) and manner.is_request(own)
    return mends and not wishes.label(own, turn.said)


def _other_wish(turn: Turn, current: Intent, label: str) -> Decision | None:
    known = turn.memory.details.get("wish", "")
    late = current.category == "shipping" and (current.ticket == "open" or turn.memory.anger > 0)
    if late and label == wishes.REFUND:
        # Who waits no longer: the complaint stays, and the person reads what is wanted.
        said = words.clip(extract.without_numbers(turn.own_words), wishes.LONGEST_OWN)
        memory = learn(turn, current, ())
        # What is seen of a parcel that nobody wants any more is not asked again.
        seen = (name for name in memory.asked if name != "order_number")
        skipped = {**memory.asked, **dict.fromkeys(seen, details.MOST_ASKED)}
        told = {**memory.details, "wish": said}
        memory = unanswered(turn, replace(memory, details=told, asked=skipped))
        asked = current if turn.state.question is not None else None
        return add(turn, Reply(text=turn.texts.got_it_too), intent=asked, memory=memory)
    if any(one.id == "wish" for one in details.of(current)):
        return _wish_instead(turn, current, label) if known and label not in known[:2] else None
    # `아니다 그냥 반품` wants the goods to go back, and not just the money.
    back = wishes.request(turn.own_words) == "반품"
    meant = entry_named(turn, "반품" if back and label == wishes.REFUND else label)
    sister = current.ticket == "ask" and {current.category} <= WISHES and meant is not None
    if not sister or meant is None or meant.category == current.category:
        return None
    return switch(turn, meant)


def _requested(turn: Turn, said: str) -> Intent | None:
    """The entry for what is to be done instead (`취소 말고 사이즈만 L로 바꿔 주세요`)."""
    if not (manner.is_request(said) or _MAY_BE.search(said)):
        return None
    current = turn.entry
    # Goods that have not come are changed in the order; later they are exchanged.
    known = current.category if current is not None else ""
    title = wishes.request(said)
    # `95 말고 100으로 바꿔 주세요` of a size that was chosen amiss
    chosen = current is _asks_for_option(turn) or bool(extract.option(said))
    sized = title == wishes.EXCHANGE and chosen
    if known == "order" and (_OPTION.search(said) or sized):
        return _asks_for_option(turn)
    if known == "refund" and _OPTION.search(said):
        return entry_named(turn, wishes.EXCHANGE)
    return entry_named(turn, title) if title else None


def _asks_for_option(turn: Turn) -> Intent | None:
    return next(
        (
            one
            for one in turn.faq.intents
            if one.category == "order"
            and turn.intent(one.id)
            and any(detail.id == "option" for detail in details.of(one))
        ),
        None,
    )


def _is_asked(turn: Turn) -> bool:
    question = turn.state.question
    return question is not None and "wish" in question.details


def _wish_instead(turn: Turn, intent: Intent, wish: str) -> Decision:
    """The last word counts; the one before stays in the ticket's history."""
    memory = unanswered(turn, learn(turn, intent, ()))
    memory = replace(memory, details={**memory.details, "wish": wish})
    text = turn.texts.wish_changed(wish) if wishes.is_label(wish) else turn.texts.got_it
    return add(turn, Reply(text=text), intent=intent, memory=memory)


def _names_current(turn: Turn, old: str) -> bool:
    """Whether what is taken back is the matter that is talked about."""
    current = turn.entry
    taken = entry_named(turn, old)
    return current is not None and (taken is None or taken.category == current.category)


def _told_before(turn: Turn, intent: Intent) -> str:
    """The reason that the story holds, where who wavers wants again what has one."""
    if all(one.id != "reason" for one in details.of(intent)):
        return ""
    story = [*turn.memory.details.get("what", "").split("\n"), turn.own_words]
    # `차액은 어떻게 내면 돼요?` asks, and is no reason.
    told = (line for line in reversed(story) if not _HOW.search(line))
    return next((why for line in told if (why := reasons.reason(line))), "")


def switch(
    turn: Turn, intent: Intent, *, wish: str = "", said_so: bool = True, late: bool = False
) -> Decision:
    """The matter becomes another one; the ticket and all that was told go along.

    Where the first was none in his eyes, it is not `said_so`; of what is `late` nobody tells how
    it is asked for, and only the order is.
    """
    told = {k: v for k, v in turn.memory.details.items() if k not in _OF_ONE_WISH}
    if wish:
        told["wish"] = wish
    if intent.ticket == "ask" and (why := _told_before(turn, intent)):
        told["reason"] = why
    memory = unanswered(turn, replace(turn.memory, intent=intent.id, details=told, stuck=0))
    # Why, and what he wants instead, are other questions now.
    asked = {name: times for name, times in memory.asked.items() if name not in _OF_ONE_WISH}
    if turn.entry is not None and (turn.entry.category, intent.category) == ("exchange", "refund"):
        asked["wish"] = details.MOST_ASKED  # who had wanted an exchange is offered none
    if late:
        wanted = (one.id for one in details.of(intent) if one.id != "order_number")
        asked = {**asked, **dict.fromkeys(wanted, details.MOST_ASKED)}
    memory = replace(memory, asked=asked)
    opening = f"{turn.texts.switched(intent.title)}\n" if said_so else ""
    number = learn(turn, intent, ()).details.get("order_number", "")
    if number and number != told.get("order_number"):
        opening = f"{opening}{turn.texts.got_number(number)}\n"
    switched = turn.remembering(memory)
    told_how = (
        "" if is_stand_in(turn, intent) else without_looked_at(wording(turn, intent), turn.text)
    )
    told_how = turn.texts.understand if late else told_how
    said = Reply(text=f"{opening}{told_how}".strip(), buttons=intent.buttons)
    if not turn.state.ticket:
        return file(switched, said, intent)
    change = AddToTicket(category=intent.category, intent_id=intent.id, title=intent.title)
    after = learn(switched, intent, ())
    decision = add(switched, said, intent=intent, changes=change, memory=after)
    return replace(decision, state=replace(decision.state, matter=intent.title))
