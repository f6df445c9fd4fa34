"""When somebody answers, and by when something is done, asked beside an open matter."""

from __future__ import annotations

from bot import hours
from bot.dialog import manner, words
from bot.dialog.answers import shown_last
from bot.dialog.entries import tells_hours
from bot.dialog.filing import when
from bot.dialog.going_on import say_lines
from bot.dialog.quoting import is_called
from bot.dialog.reporting import wording
from bot.dialog.turn import Turn
from bot.model import Decision
from bot.patterns import searched
from intents import Intent

#: `오늘 안에 취소돼요?`: whether it is done by then, only a person knows.
_BY_THEN = searched(
    r"(?:오늘|내일|지금|이번주|주말|금요일|[0-9]{1,2}(?:일|시))(?:안|중|내|전)?(?:에|으로|까지|은|로)?(?:는|은)?"
    r"(?P<what>취소|환불|교환|변경|반품|수거|회수|처리)(?:가|이|은|는|도|를|을)?(?:다|바로|완료)?(?:되|돼|될|가능|해주|끝|하실)"
)
_ASKS_TIME = searched(r"언제|몇시|얼마나|며칠|오늘(?:안|중|은)")


def when_open(turn: Turn) -> str:
    """The hours, to who asks at what hour somebody answers (`몇 시부터 돼요?`) or if anybody works
    on a day (`주말에도 하시나요?`); what they tell of calls, to who asks for a number to call.
    """
    phone = manner.asks_for_phone(turn.text)
    hour = not phone and manner.asks_at_what_hour(turn.text)
    entry = tells_hours(turn) if phone or hour or manner.asks_if_works(turn.text) else None
    lines = wording(turn, entry).split("\n") if entry is not None else []
    lines = [line.strip() for line in lines if not phone or "전화" in line]
    return _hours_and_turn(turn, lines) if hour else "\n".join(lines)


def tell_hours(turn: Turn) -> Decision | None:
    """`그럼 내일 몇 시부터 돼요?` behind the hours, and no matter open: the line with them."""
    entry = tells_hours(turn)
    question = turn.state.question
    told = entry is not None and (
        (shown_last(turn) is entry and question is None) or turn.state.matter == entry.title
    )
    behind = told and (question is None or (question.kind == "file" and not question.intents))
    if entry is None or not behind or turn.state.ticket:
        return None
    works = manner.asks_if_works(turn.text)  # `일요일도 해요?`
    if not (works or manner.asks_at_what_hour(turn.text)):
        return None
    return say_lines(turn, entry, _hours_and_turn(turn, wording(turn, entry).split("\n")))


def _hours_and_turn(turn: Turn, lines: list[str]) -> str:
    """Of the answer only the line with the hours, and when his own turn comes."""
    held = (line.strip() for line in lines if any(map(str.isdigit, line)))
    return f"{next(held, turn.texts.patience)}\n{when(turn)}"


def announced_of_it(turn: Turn, intent: Intent | None) -> str:
    """The notice about the matter once more, to who asks when it is over (`언제 고쳐져요?`)."""
    notice = turn.notices.get(intent.id) if intent is not None else None
    if intent is None or not notice:
        return ""
    asks = manner.asks(turn.text) and _ASKS_TIME.search(words.squash(turn.text))
    named = [name for name in manner.things_named(turn.own_words) if len(name) > 1]
    # `택배는 언제 와요` beside a coupon that fails is of no coupon.
    other = bool(named) and not is_called(intent, named)
    return f"{notice}\n\n{when(turn)}" if asks and not other else ""


def asked_by_when(turn: Turn, intent: Intent) -> str:
    """Who asks if what he wants is done by a time is promised nothing: a person tells him."""
    asked = _BY_THEN.search(words.squash(turn.text)) if manner.asks(turn.text) else None
    mine = asked is not None and (asked["what"] == "처리" or asked["what"] in intent.title)
    if not mine:
        return ""
    away = not hours.open_at(turn.faq.store, turn.now)
    return f"{turn.texts.asked_person}\n{when(turn)}" if away else turn.texts.asked_person
