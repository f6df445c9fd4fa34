"""What the customer takes back: the matter was meant otherwise, or a detail was."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from rapidfuzz.distance import Levenshtein

from bot.dialog import details, extract, manner, survey, wishes, words
from bot.dialog.answers import ask_again, wording
from bot.dialog.causes import complaint_in
from bot.dialog.filing import add, file, learn
from bot.dialog.turn import Turn, say
from bot.model import AddToTicket, Decision, Memory, Reply
from bot.records import replace
from intents import Intent
from intents.particles import josa

#: Details that no part is changed of: a letter or a digit in them is no word of the customer's.
WHOLE = frozenset({"order_number", "phone", "photo"})
#: Syllables of a title that must be named to mean it.
LEAST_SHARED = 2
#: Letters of a line that changes a wish; a longer one has more to tell.
LONGEST_CHANGE = 20
#: Categories that are a wish themselves: one takes the place of the other.
WISHES = frozenset({"refund", "exchange"})


#: Digits by which the same number, typed again, may differ.
SLIP = 2
#: What is said before a thing that was told wrong is put right.
_SORRY = (
    r"(?:네|근데|아니(?:다|요|에요|고)?|아뇨|앗|엇|아차|아|참|헐|헉|어머|정정|죄송(?:해요|합니다|한데)?"
    r"|(?:제가\s?)?잘못\s?(?:적|썼|쓴|말)[가-힣]{0,5})"
)
_UNIT = re.compile(
    rf"(?:{_SORRY}|(?:동|호수?|층|번지)\s?(?:이|가)?\s?틀[가-힣]{{1,4}}|[\s,.~!])+"
    r"(?P<number>\d{1,5})\s?(?P<unit>동|호|층|번지)(?:이에요|에요|예요|입니다|이요|요|임|네요|인데요)?[\s.!~]*"
)
_STREET = re.compile(
    rf"(?:{_SORRY}|[\s,.~!])+(?:도로명이\s?)?(?P<street>[가-힣0-9]{{1,12}}(?:로|길))\s?(?P<number>\d{{1,4}}(?:-\d{{1,4}})?)(?:번지)?"
    r"(?:이에요|에요|예요|입니다|이요|요|임|네요|인데요)?[\s.!~]*"
)
_BETTER = re.compile(
    rf"(?:{_SORRY}|생각해\s?보니(?:까)?|그냥|역시|다시|[\s,.~!])+(?:사이즈|색상?|색깔)?(?:은|는|을|를)?\s?(?P<new>[가-힣A-Za-z0-9]{{1,10}}?)(?:\s?사이즈)?"
    r"(?:이|가|으로|로)?\s?(?:더\s?)?(?:낫|좋|나을|할[게께래]|바꿔|바꿀|해\s?주|부탁|요|이요)[가-힣\s]{0,8}[.!~ㅎㅋ]*"
)
_TAIL = re.compile(
    rf"(?:(?:{_SORRY}|[\s,.~!])+(?:주문\s?)?번호|(?:{_SORRY}|[\s,.~!])*(?:주문\s?)?(?:번호)?\s?(?:맨\s?)?(?:끝|뒤|뒷|마지막)\s?(?:번호|자리|숫자|에|네\s?자리)?)"
    r"\s?(?:이|가|은|는)?\s?(?P<digits>\d{1,8})\s?(?:번)?(?:이에요|에요|예요|입니다|이요|요|임|네요)?"
    r"(?:[\s,]*\d{1,8}\s?(?:이|가)?\s?아니(?:고요?|라|에요|구요?))?[\s.!~]*"
)
#: What begins like this takes the place of what was wanted before.
_RATHER = re.compile(r"\s*(?:아니|아냐|아뇨|그냥|차라리|됐고|생각해\s?보니|역시)")
_NAME = re.compile("[가-힣]{2,4}")
# Who takes a cancellation back wants his goods.
_SEND_IT = re.compile(
    r"^(?:그냥|걍|빨리|얼른|원래대로|그대로|제발|좀|나|나좀)*(?:보내|발송|배송|출고|진행)(?:나)?(?:해)?(?:주|줘|달|부탁)"
)
# `취소가 맞겠네요`, `교환이 낫겠어요`: it is better than what was wanted first.
_BETTER_SO = re.compile(r"(?:취소|환불|교환|반품)(?:이|가|하는게|하는\s?게)?\s?(?:맞|낫|나을|좋겠)")
_ENOUGH = re.compile(r"됐고|됐구|필요\s?없고")
_OPTION = re.compile(r"(?:사이즈|색상?|색깔|옵션|수량|컬러).{0,10}(?:바꿔|바꾸|변경)")
_STARTS_ANEW = re.compile(r"\s(?:잘못|죄송|미안|정정)")
_APOLOGY = re.compile(r"\s*(?:죄송(?:해요|합니다|함다)?|미안(?:해요|합니다)?|ㅠ+|ㅜ+)[\s.~!]*$")
_ENDING = re.compile(
    r"(?:(?:으로|로)?\s?(?:해|바꿔|바까|변경해|수정해|고쳐|보내|부탁)[가-힣\s]*|(?:으로|로)?\s?할[게께래]요?|으로요|로요|이에요|예요|이예요|에요|입니다|이요|임|요|으로|로)$"
)


#: What begins so comes beside what was said before, about other goods.
_BESIDE = re.compile(
    r"\s*(?:아\s|참\s|아참\s|네\s)*(?:그리고|글구|그리구|추가로|또\s|하나\s?더)[\s,]*(?:.{0,10}(?:다른|딴|저번에|지난번에|전에|예전에)|[가-힣A-Za-z]{1,10}(?:은|는)\s)"
)
#: Something else beside the first, not in its place.
_ANOTHER = re.compile(r"(?:또\s?)?(?:다른|딴)\s?(?:주문|거|것|건|상품|물건)\S*(?=\s)")


def take_back(turn: Turn) -> Decision | None:
    """`반품 말고 교환이요`, `302호가 아니라 320호`: the matter or a detail was meant otherwise."""
    found = manner.correction(turn.text)
    if found is None or not (turn.state.ticket or turn.memory.intent):
        return None
    # `그거 말고 다른 주문도`: what was said still holds; `교환 말고 환불요` answers the question.
    if _ANOTHER.match(found.new) or (_is_asked(turn) and wishes.labels(found.new)):
        return None
    old = extract.without_numbers(found.old)
    meant = _requested(turn, found.new) or entry_named(turn, found.new)
    if meant is not None and meant.id != turn.memory.intent and _names_current(turn, old):
        return _switch(turn, meant)
    # `반품은 됐고 재입고 언제 돼요` puts no detail right.
    if manner.is_question(found.new) or _ENOUGH.search(turn.text):
        return None
    if wishes.labels(old) or entry_named(turn, old) is not None:
        return _rather(turn, found)
    return _correct(turn, found)


def _rather(turn: Turn, found: manner.Correction) -> Decision | None:
    """What is wanted instead of the matter itself: nothing, another option, other amends."""
    current = turn.intent(turn.memory.intent)
    if manner.withdraws(found.new) or _SEND_IT.search(words.squash(found.new)):
        return withdrawn(turn) if turn.state.ticket else say(turn, turn.texts.not_filed)
    option = _OPTION.search(found.new) or extract.option(found.new) or extract.quantity(found.new)
    other = _asks_for_option(turn) if option else None
    ordered = current is not None and current.category == "order" and other != current
    if other is not None and ordered:
        return _switch(turn, other)
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
    current = turn.intent(turn.memory.intent)
    if not turn.state.ticket or current is None or turn.incoming.tap or _is_asked(turn):
        return None
    if manner.is_question(turn.text) or manner.cancels_filing(turn.text):
        return None
    if names_another(turn) or wishes.fallback(turn.own_words):
        return None
    said = extract.without_numbers(turn.own_words)
    better = bool(_BETTER_SO.search(said))
    instead = better or bool(_RATHER.match(said))
    label = wishes.label(turn.own_words, turn.said)
    if label and (instead or len(words.squash(said)) <= LONGEST_CHANGE):
        changed = _other_wish(turn, current, label)
        if changed is not None:
            return changed
    meant = _requested(turn, said) if instead and current.ticket == "ask" else None
    if better and current.ticket == "ask":
        meant = entry_named(turn, wishes.request(said))
    if meant is None or meant.category == current.category:
        return None
    return _switch(turn, meant)


def names_another(turn: Turn) -> bool:
    """Whether a line is of other goods than the ticket's: another order, or what was bought before.

    Beside an open matter it is written down; it takes nothing of that matter back.
    """
    known = turn.memory.details.get("order_number", "")
    numbers = extract.order_numbers(turn.text)
    other = bool(known and numbers) and not any(is_slip(known, one) for one in numbers)
    return bool(_BESIDE.match(turn.text)) or (other and known not in numbers)


def _other_wish(turn: Turn, current: Intent, label: str) -> Decision | None:
    known = turn.memory.details.get("wish", "")
    if any(one.id == "wish" for one in details.of(current)):
        return _wish_instead(turn, current, label) if known and label not in known[:2] else None
    meant = entry_named(turn, label)
    sister = current.ticket == "ask" and {current.category} <= WISHES and meant is not None
    if not sister or meant is None or meant.category == current.category:
        return None
    return _switch(turn, meant)


def _requested(turn: Turn, said: str) -> Intent | None:
    """The entry for what is to be done instead (`취소 말고 사이즈만 L로 바꿔 주세요`)."""
    if not manner.is_request(said):
        return None
    current = turn.intent(turn.memory.intent)
    # Goods that have not come are changed in the order; later they are exchanged.
    ordered = current is not None and current.category == "order"
    if ordered and _OPTION.search(said):
        return _asks_for_option(turn)
    title = wishes.request(said)
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


def turn_out_worse(turn: Turn) -> Decision | None:
    """What was late came broken, or is another thing: that is the matter now."""
    current = turn.intent(turn.memory.intent)
    if not turn.state.ticket or current is None or manner.asks(turn.text):
        return None
    if names_another(turn) or current.category != "shipping" or current.ticket != "open":
        return None
    worse = complaint_in(turn, turn.text)
    if worse is None or worse.category == current.category:
        return None
    return _switch(turn, worse)


def _is_asked(turn: Turn) -> bool:
    question = turn.state.question
    return question is not None and "wish" in question.details


def _wish_instead(turn: Turn, intent: Intent, wish: str) -> Decision:
    """The last word counts; the one before stays in the ticket's history."""
    memory = learn(turn, intent, ())
    memory = replace(memory, details={**memory.details, "wish": wish})
    text = turn.texts.wish_changed(wish) if wishes.is_label(wish) else turn.texts.got_it
    return add(turn, Reply(text=text), intent=intent, memory=memory)


def _names_current(turn: Turn, old: str) -> bool:
    """Whether what is taken back is the matter that is talked about."""
    current = turn.intent(turn.memory.intent)
    taken = entry_named(turn, old)
    return current is not None and (taken is None or taken.category == current.category)


def entry_named(turn: Turn, said: str) -> Intent | None:
    """The entry whose title holds the first word said (`교환이요` names `교환 요청`)."""
    plain = words.squash(said)
    if len(plain) < LEAST_SHARED:
        return None
    first = plain[:LEAST_SHARED]
    entries = [
        entry
        for entry in turn.faq.intents
        if words.title_letters(entry.title).startswith(first)
        and entry.ticket != "none"
        and entry.listed
        # `240 사이즈 말고 250 사이즈요` wants no advice on sizes.
        and entry.category != "other"
        and turn.intent(entry.id) is not None
    ]
    # Of several that begin alike (`환불 요청`, `환불 시기`) the one that asks for more is the wish.
    return max(
        entries,
        key=lambda entry: (
            _shared(plain, words.title_letters(entry.title)),
            len(details.of(entry)),
        ),
        default=None,
    )


def _shared(said: str, title: str) -> int:
    """How many letters a text and a title begin alike with."""
    length = 0
    for one, other in zip(said, title, strict=False):
        if one != other:
            break
        length += 1
    return length


def _switch(turn: Turn, intent: Intent) -> Decision:
    """The matter becomes another one; the ticket and all that was told go along."""
    told = {k: v for k, v in turn.memory.details.items() if k not in {"reason", "wish"}}
    memory = replace(turn.memory, intent=intent.id, details=told, asked={}, stuck=0)
    opening = turn.texts.switched(intent.title)
    switched = turn.remembering(memory)
    said = Reply(text=f"{opening}\n{wording(turn, intent)}", buttons=intent.buttons)
    if not turn.state.ticket:
        return file(switched, said, intent)
    change = AddToTicket(category=intent.category, intent_id=intent.id, title=intent.title)
    after = learn(switched, intent, ())
    decision = add(switched, said, intent=intent, changes=change, memory=after)
    return replace(decision, state=replace(decision.state, matter=intent.title))


def _correct(turn: Turn, found: manner.Correction) -> Decision | None:
    """The detail that held the old words holds the new ones."""
    new = _stem(found.new)
    old = _stem(found.old)
    was, is_ = extract.when(found.old, turn.now), extract.when(found.new, turn.now)
    if was is not None and is_ is not None:
        old, new = was.words, is_.words
    told = dict(turn.memory.details)
    numbers = extract.order_numbers(found.new)
    kept = WHOLE
    if numbers and told.get("order_number"):
        old, new = told["order_number"], ", ".join(numbers)
        kept = WHOLE - {"order_number"}
    if not old or not new:
        return None
    # One letter of a name is put right: it need not be a usual one.
    if extract.name(old) == old and _NAME.fullmatch(new) and old[0] == new[0]:
        return _rename(turn, old, new)
    # `받는 곳 1503호 말고`: what was said before need not be said alike.
    for words_said in dict.fromkeys((old, old.split()[-1])):
        hit = _holding(told, words_said, kept, new)
        if hit:
            return _put_right(turn, hit, words_said, new, is_)
    if told.get("reason") and (details.reason(found.new) or details.is_of_size(found.new)):
        # `작은 게 아니라 커서요`: the reason need not be said alike.
        was_so = re.compile(re.escape(told["reason"]))
        return _put_right(
            turn, {"reason": was_so}, words.clip(found.old), _STARTS_ANEW.split(new)[0]
        )
    return None


def _rename(turn: Turn, old: str, new: str) -> Decision:
    """Another name than was told: it holds, whether the first one was kept or not."""
    known = turn.memory.details.get("name", old)
    named = {**turn.memory.details, "name": known}
    turn = turn.remembering(replace(turn.memory, details=named))
    return _put_right(turn, {"name": re.compile(re.escape(known))}, old, new)


def _holding(
    told: Mapping[str, str], said: str, kept: Collection[str], new: str
) -> dict[str, re.Pattern[str]]:
    """The details in which these words stand, and where they do."""
    # `2` is not the 2 of `320`, and `M` not the M of `XM`.
    # And `804` that becomes `840호` stands for `804호`.
    unit = "[동호층]?" if new.endswith(("동", "호", "층")) and said.isdigit() else ""
    there = re.compile(rf"(?<![0-9A-Za-z]){re.escape(said)}{unit}(?![0-9A-Za-z])")
    return {name: there for name, value in told.items() if name not in kept and there.search(value)}


def _put_right(
    turn: Turn,
    hit: Mapping[str, re.Pattern[str]],
    old: str,
    new: str,
    moment: extract.When | None = None,
) -> Decision:
    """Write `new` where `old` stood, and say so."""
    told = dict(turn.memory.details)
    if "order_number" not in told and (numbers := extract.order_numbers(turn.text)):
        told["order_number"] = ", ".join(numbers)
    for name, there in hit.items():
        if name == "what":
            # His own words stay as he wrote them; the new ones come after.
            told[name] = f"{told[name]}\n{turn.own_words}"
        else:
            told[name] = there.sub(lambda _: new, told[name])
    if "when" in hit and moment is not None:
        told["when"] = details.moment("", moment)
    memory = replace(turn.memory, details=told)
    text = turn.texts.corrected(old, new)
    if not turn.state.ticket:
        return _said_before_filing(turn, text, memory)
    intent = turn.intent(turn.memory.intent)
    return add(turn, Reply(text=text), intent=intent, memory=memory)


def _said_before_filing(turn: Turn, text: str, memory: Memory) -> Decision:
    """Say it, and put the open question again, so that its buttons stay in reach."""
    question = turn.state.question
    if question is None:
        return say(turn, text, memory=memory)
    known = turn.remembering(memory)
    return ask_again(known, question, f"{text}\n")


def mend_unit(turn: Turn) -> Decision | None:
    """`아 죄송 102동이에요`: another number of the same unit takes the place of the known one."""
    known = turn.memory.details.get("address", "")
    found = _UNIT.fullmatch(turn.text)
    if not known or found is None:
        return None
    there = re.compile(rf"(?<!\d)\d+\s?{found['unit']}(?![가-힣])")
    before = there.findall(known)
    new = f"{found['number']}{found['unit']}"
    if len(before) != 1 or before[0] == new:
        return None
    return _put_right(turn, {"address": there}, before[0], new)


def mend_tail(turn: Turn) -> Decision | None:
    """`아니다 끝이 0002요`: the last digits of the order were told wrong."""
    known = turn.memory.details.get("order_number", "")
    found = _TAIL.fullmatch(turn.text)
    if not known.isdigit() or found is None:
        return None
    digits = found["digits"]
    right = known[: -len(digits)] + digits
    if right == known or not is_slip(known, right):
        return None
    return _put_right(turn, {"order_number": re.compile(re.escape(known))}, known, right)


def mend_street(turn: Turn) -> Decision | None:
    """`잘못 썼네요 올림픽로 300이요`: another number of the same street."""
    known = turn.memory.details.get("address", "")
    found = _STREET.fullmatch(turn.text)
    if not known or found is None:
        return None
    there = re.compile(rf"{re.escape(found['street'])}\s?\d{{1,4}}(?:-\d{{1,4}})?(?!\d)")
    before = there.findall(known)
    new = f"{found['street']} {found['number']}"
    if len(before) != 1 or before[0] == new:
        return None
    return _put_right(turn, {"address": there}, before[0], new)


def mend_option(turn: Turn) -> Decision | None:
    """`생각해 보니 XL가 낫겠어요`: another size or colour than was told before."""
    known = turn.memory.details.get("option", "")
    found = _BETTER.fullmatch(turn.text)
    if not known or found is None or manner.is_question(turn.text):
        return None
    new = found["new"]
    old = extract.last_alike(known, new)
    if not old or old == new:
        return None
    memory = replace(turn.memory, details={**turn.memory.details, "option": _with(known, old, new)})
    text = turn.texts.corrected(old, new)
    if not turn.state.ticket:
        return _said_before_filing(turn, text, memory)
    return add(turn, Reply(text=text), intent=turn.intent(turn.memory.intent), memory=memory)


def _with(known: str, old: str, new: str) -> str:
    """The option with another size or colour in its last place (`235를 240으로`, `245`)."""
    last = re.compile(rf"{re.escape(old)}(?:으로|로)?(?!.*{re.escape(old)})")
    return last.sub(lambda found: josa(new, "으로/로") if found[0] != old else new, known)


def is_slip(one: str, other: str) -> bool:
    """Whether two numbers differ by a slip: the second is the first, written again."""
    return Levenshtein.distance(one, other, score_cutoff=SLIP) <= SLIP


def _stem(said: str) -> str:
    """What was named, without the ending that makes a sentence of it."""
    stem = _APOLOGY.sub("", said.strip()).rstrip(".!?~, ")
    bare = _ENDING.sub("", stem).strip()
    return bare or stem
