"""What a line tells behind its matter that would be asked for next.

`입고되면 알려 주세요 플리츠 롱스커트 베이지요`: free words answer only what was asked, and
here the second part answers what the first would be asked. It is read as if it had come by itself
under that question, so that several parts of a line tell what several lines do.
"""

from __future__ import annotations

import re
from typing import Final

from bot.dialog import details, extract, manner, reading, reasons, wishes
from bot.dialog.fitting import seen
from bot.dialog.lines import parts_of
from bot.dialog.second_thoughts import on_second_thought
from bot.dialog.turn import Turn
from bot.model import Memory, Question
from bot.records import replace
from intents import Intent, Match

#: Goods, a colour or a size, and nothing that is done.
_NAMED: Final = re.compile(
    r"(?:[가-힣A-Za-z0-9]{1,8}\s){0,3}[가-힣A-Za-z0-9]{1,9}(?<![아어여해와려네세죠거까나니데고게래])(?:이?요|이?에요|예요|입니다)[\s.~!]*"
)
#: Details that are known wherever they stand; of several numbers none is.
_BY_THEIR_LOOKS: Final = frozenset(("when", "name", "phone", "address", "quantity"))


def with_what_is_behind(turn: Turn, intent: Intent, memory: Memory) -> Memory:
    """The memory with what later parts of the line answer of that which would be asked for next."""
    if turn.incoming.tap or turn.incoming.images:
        return memory
    said = on_second_thought(turn.text)
    parts = parts_of(said)
    for place, part in enumerate(parts if len(parts) > 1 else ()):
        wanted = details.missing(intent, memory)
        if not wanted:
            break
        names = details.ask(turn.texts, intent, wanted, memory)[2]
        if place == 0:
            # Who begins with a wish has yet to hear what else there is for that reason.
            names = tuple(name for name in names if name != "wish")
        told = _answered(turn, intent, memory, part, names)
        memory = replace(memory, details={**memory.details, **told}) if told else memory
    return _with_wish_of_before(turn, intent, memory)


def _with_wish_of_before(turn: Turn, intent: Intent, memory: Memory) -> Memory:
    """`교환은 번거로우니 좀 깎아 주세요` while the number was asked: the wish is told already.

    The first line is the matter itself: behind `반품할게요` an exchange is still proposed.
    """
    question, wanted = turn.state.question, details.missing(intent, memory)
    # What was wished before a ticket was resolved is not wished again once it is opened anew.
    if question is None or question.kind != "detail" or not wanted:
        return memory
    if details.ask(turn.texts, intent, wanted, memory)[2] != ("wish",):
        return memory
    lines = memory.details.get("what", "").split("\n")[1:]
    for line in reversed(lines):
        if line in turn.text or not (manner.is_request(line) or wishes.labels(line)):
            continue
        told = _answered(turn, intent, memory, line, ("wish",))
        if told:
            return replace(memory, details={**memory.details, **told})
    return memory


def _answered(
    turn: Turn, intent: Intent, memory: Memory, part: str, names: tuple[str, ...]
) -> dict[str, str]:
    """Of these details what a part tells under the question for them."""
    state = replace(
        turn.state,
        memory=memory,
        question=Question(kind="detail", intents=(intent.id,), details=names),
        ticket=turn.state.ticket or 1,
    )
    if "wish" not in names and wishes.labels(part):
        return {}  # `반품할게요 그냥 환불해 주세요` says no more than what is wanted
    unread = Match(verdict="none", candidates=(), repairs=(), text="")
    line = replace(turn.incoming, text=part, read="")
    found = reading.read(replace(turn, state=state, incoming=line, match=unread), intent, names)
    known = memory.details
    return {
        name: said
        for name, said in found.items()
        if name in names and not known.get(name) and _is_plain(turn, name, part)
    }


def _is_plain(turn: Turn, name: str, part: str) -> bool:
    """Whether a part tells a detail by its own words: nobody has asked for it yet."""
    said = part.strip()
    plainly = {
        # `그저께 받았고 발볼이 좁아요`
        "reason": lambda: reasons.is_because(said) or extract.when(said, turn.now) is not None,
        # `그만 보내세요`
        "wish": lambda: not manner.wants_silence(said),
        "topic": lambda: bool(extract.asked_about(said) or wishes.request(said)),
        "tracking": lambda: seen(said) is not None,
        "option": lambda: bool(extract.option(said) or _NAMED.fullmatch(said)),
        "item": lambda: _NAMED.fullmatch(said) is not None,
    }
    return plainly[name]() if name in plainly else name in _BY_THEIR_LOOKS
