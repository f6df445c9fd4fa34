"""What the customer takes back: the matter was meant otherwise, or a detail was."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.dialog import details, extract, manner, words
from bot.dialog.answers import wording
from bot.dialog.filing import add, file, learn, replace_memory
from bot.dialog.turn import Turn, say
from bot.model import AddToTicket, Decision, Reply
from intents import Intent

#: Details that no part is changed of: a letter or a digit in them is no word of the customer's.
WHOLE = frozenset({"order_number", "phone", "photo"})
#: Syllables of a title that must be named to mean it.
LEAST_SHARED = 2
#: Letters of a line that changes a wish; a longer one has more to tell.
LONGEST_CHANGE = 20
#: Categories that are a wish themselves: one takes the place of the other.
WISHES = frozenset({"refund", "exchange"})


def take_back(turn: Turn) -> Decision | None:
    """`반품 말고 교환이요`, `302호가 아니라 320호`: the matter or a detail was meant otherwise."""
    found = manner.correction(turn.text)
    if found is None or not (turn.state.ticket or turn.memory.intent):
        return None
    meant = _entry_named(turn, found.new)
    if meant is not None and meant.id != turn.memory.intent and _names_current(turn, found.old):
        return _switch(turn, meant)
    return _correct(turn, found)


def change_wish(turn: Turn) -> Decision | None:
    """`그냥 환불할게요`, `아니다 교환이요`: the other of the two is wanted now."""
    current = turn.intent(turn.memory.intent)
    if not turn.state.ticket or current is None or turn.incoming.tap or _is_asked(turn):
        return None
    label = details.wish(turn).split(" ")[0]
    short = len(words.squash(turn.text)) <= LONGEST_CHANGE
    if not label or not short or manner.is_question(turn.text) or _has_number(turn):
        return None
    known = turn.memory.details.get("wish", "")
    if any(one.id == "wish" for one in details.of(current)):
        return _wish_instead(turn, current, label) if known and label not in known[:2] else None
    meant = _entry_named(turn, label)
    sister = current.ticket == "ask" and {current.category} <= WISHES and meant is not None
    if not sister or meant is None or meant.category == current.category:
        return None
    return _switch(turn, meant)


def _is_asked(turn: Turn) -> bool:
    question = turn.state.question
    return question is not None and "wish" in question.details


def _has_number(turn: Turn) -> bool:
    return bool(extract.order_numbers(turn.text))


def _wish_instead(turn: Turn, intent: Intent, label: str) -> Decision:
    """The last word counts; the one before stays in the ticket's history."""
    memory = learn(turn, intent, ())
    memory = replace(memory, details={**memory.details, "wish": label})
    return add(turn, Reply(text=turn.texts.wish_changed(label)), intent=intent, memory=memory)


def _names_current(turn: Turn, old: str) -> bool:
    """Whether what is taken back is the matter that is talked about."""
    current = turn.intent(turn.memory.intent)
    taken = _entry_named(turn, old)
    return current is not None and (taken is None or taken.category == current.category)


def _entry_named(turn: Turn, said: str) -> Intent | None:
    """The entry whose title holds the first word said (`교환이요` names `교환 요청`)."""
    plain = words.squash(said)
    entries = [
        entry
        for entry in turn.faq.intents
        if entry.ticket != "none" and entry.listed and turn.intent(entry.id) is not None
    ]
    near = {entry.id: _shared(plain, words.squash(entry.title)) for entry in entries}
    # Of several that begin alike (`환불 요청`, `환불 시기`) the one that asks for more is the wish.
    best = max(entries, key=lambda entry: (near[entry.id], len(details.of(entry))), default=None)
    return best if best is not None and near[best.id] >= LEAST_SHARED else None


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
    switched = replace_memory(turn, memory)
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
    # `2` is not the 2 of `320`, and `M` not the M of `XM`.
    said = re.compile(rf"(?<![0-9A-Za-z]){re.escape(old)}(?![0-9A-Za-z])")
    hit = [name for name, value in told.items() if name not in kept and said.search(value)]
    if not hit:
        return None
    for name in hit:
        told[name] = said.sub(lambda _: new, told[name])
    if "when" in hit and is_ is not None:
        told["when"] = details.moment("", is_)
    memory = replace(turn.memory, details=told)
    text = turn.texts.corrected(old, new)
    if not turn.state.ticket:
        return say(turn, text, question=turn.state.question, memory=memory)
    intent = turn.intent(turn.memory.intent)
    return add(turn, Reply(text=text), intent=intent, memory=memory)


def _stem(said: str) -> str:
    """What was named, without the ending that makes a sentence of it."""
    stem = said.strip().rstrip(".!?~ ")
    for ending in (
        "으로 해주세요",
        "로 해주세요",
        "으로요",
        "로요",
        "이에요",
        "예요",
        "입니다",
        "이요",
        "요",
    ):
        if stem.endswith(ending) and len(stem) > len(ending):
            return stem.removesuffix(ending).strip()
    return stem
