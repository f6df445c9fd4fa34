"""What shall come instead, told once more: on another day, or also in another colour."""

from __future__ import annotations

import re
from typing import Final

from bot.dialog import details, extract, manner, words
from bot.dialog.filing import add, unanswered
from bot.dialog.put_right.mending import SORRY, put_right
from bot.dialog.turn import Turn
from bot.model import Decision, Reply
from bot.patterns import searched
from bot.records import replace
from intents.particles import josa

_DAY: Final = (
    r"(?:(?:\d{1,2}월\s?)?\d{1,2}일|(?:(?:이번|다음)\s?주\s?)?[월화수목금토일]요일|내일|모레"
    r"|(?:오전|오후)?\s?\d{1,2}시(?:\s?반)?)"
)
_KNOWN_DAY: Final = searched(rf"(?<![\d가-힣]){_DAY}(?!\s?(?:전|까지|부터))")
#: What stands before a day, and is not said again where only that is told anew.
_MONTH: Final = re.compile(r"\d{1,2}월\s?(?=\d{1,2}일$)")
_WEEK: Final = re.compile(r"(?:이번|다음)\s?주\s?(?=[월화수목금토일]요일$)")
_ONLY_DATE: Final = re.compile(r"\d{1,2}일")
_ONLY_WEEKDAY: Final = re.compile(r"[월화수목금토일]요일")
#: `아니다 12월 5일이요`: a day that is told anew takes the first one's place.
_OTHER_DAY: Final = re.compile(
    rf"(?:{SORRY}|역시|그냥|생각해\s?보니까?|다시|[\s,.~!])+(?P<day>{_DAY})"
    r"(?:\s?(?:이후|쯤|경|지나서))?(?:이에요|예요|입니다|이요|요|임|(?:으?로|에)\s?(?:요|해\s?주세요|할게요|바꿔\s?주세요|부탁드려요|부탁드립니다)?)?[\s.!~ㅠㅜㅎㅋ]*"
)
#: `색도 블랙으로 바꿀 수 있나요` behind another size.
_ALSO: Final = re.compile(
    r"(?:아|참|그리고|혹시|근데|그럼|하는\s?김에|이왕이면|가능하면|[\s,.~!])*(?:색상?|색깔|컬러|사이즈|치수|길이|향|맛|디자인|모델|굽)도\s?(?:같이\s?|혹시\s?)?"
    r"(?P<new>[가-힣A-Za-z0-9]{1,10}?)(?:으로|로)\s?(?:도\s?)?(?:바꿔|바꿀|변경|교환|해\s?주|할\s?수|부탁|가능|될까|되나|요)[가-힣\s?.!~]*"
)
#: `250이요`, and nothing else.
_KIND_ALONE: Final = re.compile(
    r"(?:아|네|음|그|색은|사이즈는|색상은)*[가-힣A-Za-z0-9]{1,6}(?:사이즈)?(?:으로|로)?(?:이?요|입니다|로요|예요|이에요)"
)


def add_kind(turn: Turn) -> Decision | None:
    """`250이요` behind `한 치수 큰 걸로`: the size itself, once all is filed."""
    known = turn.memory.details.get("option", "")
    intent = turn.entry
    if not (known and turn.state.ticket and intent) or turn.state.question is not None:
        return None
    if intent.ticket != "ask" or not _KIND_ALONE.fullmatch(words.squash(turn.text)):
        return None
    kind = extract.kind_named(turn.text)
    if not kind or kind in known.upper() or extract.last_alike(known, kind):
        return None
    more = f"{known}, {kind}"
    memory = replace(turn.memory, details={**turn.memory.details, "option": more})
    reply = Reply(text=turn.texts.got_it_too)
    return add(turn, reply, intent=intent, memory=unanswered(turn, memory))


def mend_day(turn: Turn) -> Decision | None:
    """Another day than an order was to be changed to."""
    known = turn.memory.details.get("option", "")
    found = _OTHER_DAY.fullmatch(turn.text) if known else None
    days = _KNOWN_DAY.findall(known) if found is not None else []
    if found is None or len(days) != 1 or days[0] == found["day"]:
        return None
    there = re.compile(re.escape(days[0]))
    return put_right(turn, {"option": there}, days[0], _in_full(days[0], found["day"]))


def _in_full(known: str, day: str) -> str:
    """The day with the month or the week of the first one (`12월 3일`, `아 4일로요`)."""
    for before, only in ((_MONTH, _ONLY_DATE), (_WEEK, _ONLY_WEEKDAY)):
        head = before.match(known) if only.fullmatch(day) else None
        if head is not None:
            return f"{head[0]}{day}"
    return day


def add_option(turn: Turn) -> Decision | None:
    """Another colour beside the size that was told, or the other way round."""
    known = turn.memory.details.get("option", "")
    found = _ALSO.fullmatch(turn.text) if known and turn.state.ticket else None
    intent = turn.entry
    if found is None or intent is None or manner.anger(turn.text):
        return None
    wanted = any(one.id == "option" for one in details.of(intent))
    if not wanted or intent.ticket != "ask" or found["new"] in known:
        return None
    more = f"{known}, {josa(found['new'], '으로/로')}"
    memory = replace(turn.memory, details={**turn.memory.details, "option": more})
    text = turn.texts.got_it_too
    return add(turn, Reply(text=text), intent=intent, memory=unanswered(turn, memory))
