"""What a short question means after an answer: the same about something else, or more of it.

Such a question files nothing by itself. It is looked for in what was just answered, then in the
entries that go along with it; what is in none of them is said to be so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from bot import hours
from bot.dialog import buttons, extract, manner, words
from bot.dialog.answers import (
    COIN,
    answer,
    keeps_offer,
    mentions,
    offered_again,
    shown_last,
    wording,
)
from bot.dialog.causes import is_for_a_person, told_plainly, undoes_payment
from bot.dialog.filing import SAME_ORDER, both_lines, learn, learn_beside, when
from bot.dialog.manner import Pursued
from bot.dialog.turn import Turn, digest, say
from bot.model import Decision, Memory, Question
from bot.records import replace
from intents import Intent

#: So many of an entry's phrases with a word make it a word of that entry.
NAMED = 3
#: Categories whose entries are about the same process: goods that go back.
GOODS_BACK = frozenset(("refund", "exchange", "product_quality", "wrong_information"))
#: Lines that are quoted at most.
MOST_LINES = 2
#: For so long a question may be about the matter that was resolved.
JUST_CLOSED = timedelta(days=1)
#: The goods of a complaint, and who comes for them.
_OF_THEM = re.compile(
    r"(?:깨진|고장\s?난|망가진|부서진|찢어진|불량인?|잘못\s?온|원래|기존|먼저\s?온|처음\s?온|받은)\s?(?:거|것|건|걸|게|컵|상품|물건|제품|옷)|회수"
    r"|수거|픽업|가지러"
)
_DAYS = re.compile(r"오늘|내일|모레|글피|[월화수목금]요일|이번\s?주|다음\s?주")
#: `26일은요`, `12월 25일은요`: a date and nothing else.
_DATE = re.compile(
    r"(?:그럼|그러면|근데|혹시)?\s?(?:(?P<month>1[0-2]|[1-9])월\s?)?(?P<day>3[01]|[12]\d|[1-9])일\s?(?:은|는|에는"
    r"|엔|도|에도)\s?(?:요|여)?\s?[?？]*"
)
#: `토요일이요`, told and not asked.
_WEEKDAY_ALONE = re.compile(
    r"(?P<day>[월화수목금토일](?:요일|욜)|주말|공휴일)(?:이요|이에요|인데요|요)[\s.~]*"
)
SATURDAY = 5
#: Entries that are about what something costs.
_FEES = re.compile("배송비|택배비|반품비|비용|요금")
#: What an answer says of places in the country: how far they are.
_REMOTE = "도서산간"
_PLACES = re.compile(r"내역|화면|상세")


def follow_up(turn: Turn) -> Decision | None:
    """`제주도는요?` asks the same of something else, `그거 누가 내요?` more of the same."""
    near = shown_last(turn)
    # The same line again: the answer did not help.
    if near is None or turn.state.ticket or words.squash(turn.text) == turn.memory.last:
        return None
    numbered = extract.order_numbers(turn.text)
    text = extract.without_numbers(turn.text) if numbered else turn.text
    said = _as_asked(turn, manner.without_occasion(manner.beside_courtesy(text)))
    asked = manner.pursued(said)
    recent = turn.memory.last_at is not None and turn.now - turn.memory.last_at <= SAME_ORDER
    if asked is None or not recent or not near.listed or _is_a_trouble(turn) or _is_of_way(turn):
        told = _stated(turn, near) if recent and near.listed and asked is None else None
        return told or _topic(turn, near, said)
    if _DATE.fullmatch(turn.text.strip()):
        return _of_a_day(turn, said, _pursue(turn, near, asked))
    return _topic(turn, near, said) or _more_of_it(turn, near, asked)


def _more_of_it(turn: Turn, near: Intent, asked: Pursued) -> Decision | None:
    """The lines for what is asked; a bare noun that none of them holds is said not to be known."""
    more = _pursue(turn, near, asked)
    unknown = more is None and _sure(turn) is near and manner.bare_noun(turn.text)
    return offer_unknown(turn, near) if unknown else more


def _as_asked(turn: Turn, said: str) -> str:
    """A short question as the answers would have it: `26일은요` asks of a weekday, and behind the
    answer to a question a bare noun asks, too.
    """
    day = _DATE.fullmatch(said.strip())
    if day is not None:
        return f"{_weekday(turn, day) or said}은요?"
    weekday = _WEEKDAY_ALONE.fullmatch(said.strip())
    if weekday is not None:
        return f"{weekday['day']}은요?"
    if keeps_offer(turn) or words.yes_or_no(said) or not manner.bare_noun(said):
        return said
    return said if extract.name(said) else f"{said}은요?"


def _weekday(turn: Turn, said: re.Match[str]) -> str:
    """Which day of the week a date to come is, or a holiday; empty where there is no such date."""
    today = hours.today(turn.now)
    year, month = today.year, int(said["month"] or today.month)
    if not said["month"] and int(said["day"]) < today.day:
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    try:
        day = date(year, month, int(said["day"]))
    except ValueError:
        return ""
    free = day.weekday() < SATURDAY and hours.is_holiday(turn.faq.store, day)
    return "공휴일" if free else f"{'월화수목금토일'[day.weekday()]}요일"


def _of_a_day(turn: Turn, asked: str, decision: Decision | None) -> Decision | None:
    """What is said of a date, with the day of the week that it is."""
    day = asked.removesuffix("은요?")
    if decision is None or decision.reply is None or decision.state.question is not None:
        return decision
    text = f"{turn.texts.which(day)}\n{decision.reply.text}"
    return replace(decision, reply=replace(decision.reply, text=text))


def _stated(turn: Turn, near: Intent) -> Decision | None:
    """`계좌이체로 냈어요` behind the answer to a question: the line of it that is for that case."""
    if keeps_offer(turn):
        return None
    case, best = manner.stated(turn.text), _sure(turn)
    complains = _is_a_trouble(turn) or (best is not None and best.ticket == "open")
    if case is None or complains or extract.when(turn.text, turn.now) is not None:
        return None
    held = "\n".join(_lines(wording(turn, near), case, None, whole=False))
    # What goes along with it holds a case that answers have a word for (`제주 살아요`).
    held = held or (quoted(turn, near, case) if case.things else "")
    if not held:
        return None
    memory = replace(_with_line(turn, near), shown=near.id)
    question = turn.state.question
    decision = say(turn, held, question=question, spoke=True, memory=memory)
    return _with_all_words(turn, decision)


def ask_of_closed(turn: Turn) -> Decision | None:
    """`근데 깨진 건 제가 버려요?` right behind a resolution asks of what was resolved."""
    known, closed = turn.memory, turn.intent(turn.memory.closed_intent)
    since = known.closed_at
    if turn.state.ticket or closed is None or since is None or turn.incoming.images:
        return None
    said = manner.beside_courtesy(turn.text)
    asked = manner.pursued(said)
    late = turn.now - since > JUST_CLOSED or known.withdrawn
    if asked is None or late or closed.category not in GOODS_BACK or _is_a_trouble(turn):
        return None
    if not (
        manner.names_alike(said, known.closed_details.get("what", "")) or _OF_THEM.search(said)
    ):
        return None
    lines = quoted(turn, closed, asked)
    return _say_lines(turn, closed, lines) if lines else offer_unknown(turn, closed)


def pursue_closed(turn: Turn, said: str) -> Decision | None:
    """`4점이고 교환은 며칠 걸려요?`: what is asked beside a score of how such a matter goes on."""
    closed, asked = turn.intent(turn.memory.closed_intent), manner.pursued(said)
    if closed is None or asked is None or not asked.facts or not manner.asks(said):
        return None
    lines = quoted(turn, closed, asked)
    if lines:
        return _say_lines(turn, closed, lines)
    return None if turn.match.verdict == "answer" else offer_unknown(turn, closed)


def _is_of_way(turn: Turn) -> bool:
    """Whether it is asked if goods are there by a day: of their way, whatever was talked about."""
    best = _sure(turn)
    return best is not None and best.category == "shipping" and manner.asks_by_when(turn.text)


def _is_a_trouble(turn: Turn) -> bool:
    """Whether a line complains, however it is put."""
    return told_plainly(turn) is not None or manner.misses_an_answer(turn.text)


def _topic(turn: Turn, near: Intent, said: str) -> Decision | None:
    """`배송비는요?` after an exchange asks for the fee of exchanges, not of parcels."""
    word = manner.short_topic(said)
    if not word and near.category == "shipping":
        word = manner.country_alone(said)
        if not word and manner.place_alone(said):
            lines = [line.strip() for line in wording(turn, near).split("\n") if _REMOTE in line]
            return _say_lines(turn, near, "\n".join(lines)) if lines else None
    if not word:
        return None
    others = (one for name in near.follow_ups if (one := turn.intent(name)) is not None)
    other = next((one for one in others if word in one.title and one.ticket != "open"), None)
    if other is None and _DAYS.fullmatch(word):
        other = near
    if other is not None:
        return answer(turn, other)
    best = _sure(turn)
    if best is not None and best.id != near.id and _names(best, (word,)):
        return None
    told = mentions(turn, word, near)
    if told is None and best is not None and best.id == near.id:
        return offer_unknown(turn, near)  # what was just answered holds no such thing
    return told


def _pursue(turn: Turn, near: Intent, asked: Pursued) -> Decision | None:
    best = _sure(turn)
    elsewhere = best is not None and best.id != near.id and _is_named(best, asked)
    if elsewhere and not asked.conditional:
        return None
    foreign = best is None and _is_nothing_near(turn, asked)
    lines = _of_its_own(turn, near, asked) if foreign else quoted(turn, near, asked)
    if lines:
        return _say_lines(turn, near, lines)
    if elsewhere:
        return None
    # `교환하게 되면 배송비는요?` behind an advice on sizes is of another process.
    case = asked.is_bare or (asked.conditional and (best is None or is_kin(near, best)))
    if best is not None and best.ticket != "open" and not case:
        return None
    if foreign or (best is None and _names_a_matter(turn, asked)):
        return None
    return offer_unknown(turn, near)


def _is_nothing_near(turn: Turn, asked: Pursued) -> bool:
    """Whether a question names a thing of its own that may be no store's business at all."""
    first = turn.match.candidates[:1]
    unlike = turn.match.verdict == "none" or (bool(first) and first[0].confidence < COIN)
    return unlike and bool(asked.names) and not asked.goes_on


def _sure(turn: Turn) -> Intent | None:
    """The entry that the matcher is sure of."""
    if turn.match.verdict != "answer":
        return None
    return turn.intent(turn.match.candidates[0].intent_id)


def _names_a_matter(turn: Turn, asked: Pursued) -> bool:
    """Whether one of the likely entries is named in the line: then it is about that."""
    near = (turn.intent(one.intent_id) for one in turn.match.candidates[:MOST_LINES])
    return any(_is_named(one, asked) for one in near if one is not None)


def _is_named(entry: Intent, asked: Pursued) -> bool:
    """Whether a question calls an entry by its name."""
    return _names(entry, (*asked.names, asked.fee_word))


def named_in(turn: Turn, entries: list[Intent]) -> list[Intent]:
    """Of the entries for the parts of a line those that it calls by name; at least the first."""
    named = [one for one in entries if _names(one, manner.things_named(turn.own_words))]
    return named or entries[:1]


def _names(entry: Intent, names: Iterable[str]) -> bool:
    """Whether a line calls an entry by its name, or by a word that many of its phrases hold."""
    for name in names:
        if len(name) < 2:
            continue
        held = sum(name in words.title_letters(phrase) for phrase in entry.phrases)
        if name in words.title_letters(entry.title) or held >= NAMED:
            return True
    return False


def quoted(turn: Turn, near: Intent, asked: Pursued) -> str:
    """The lines that answer what is asked: of the entry itself, else of those that go along."""
    if asked.is_bare and not asked.facts:
        return ""
    along = _along(turn, near, asked)
    for fact in asked.facts or (None,):
        for entry in along:
            lines = _lines(wording(turn, entry), asked, fact, whole=entry is not near)
            if lines:
                text = "\n".join(lines)
                return text if entry is near else f"[{entry.title}]\n{text}"
    return ""


def _along(turn: Turn, near: Intent, asked: Pursued) -> list[Intent]:
    """An entry and those of the same process, the nearest first."""
    first = [one for i in near.follow_ups if (one := turn.intent(i)) is not None]
    # What things cost, and how long they take, is another matter with another process.
    if asked.fee:
        return each_once(one for one in (near, *_fees(turn, near), *first) if is_kin(near, one))
    if asked.is_bare:
        same = near.category != "other"  # of which each is a process of its own
        return [near, *(one for one in first if same and one.category == near.category)]
    second = [one for f in first for i in f.follow_ups if (one := turn.intent(i)) is not None]
    kin = [one for one in turn.faq.intents if is_kin(near, one) and turn.intent(one.id)]
    listed = (one for one in (near, *first, *kin, *second) if one.listed)
    return each_once(listed)


def _fees(turn: Turn, near: Intent) -> list[Intent]:
    """The entries about fees, where it is asked of goods that go back."""
    entries = turn.faq.intents if near.category in {"refund", "exchange"} else ()
    return [one for one in entries if _FEES.search(one.title) and turn.intent(one.id)]


def each_once(entries: Iterable[Intent]) -> list[Intent]:
    """The entries without those named before: by id, for to compare them reads all they hold."""
    return list({entry.id: entry for entry in entries}.values())


def is_kin(near: Intent, other: Intent) -> bool:
    """Whether two entries belong to the same process."""
    both = near.category in GOODS_BACK and other.category in GOODS_BACK
    return both or near.category == other.category


def _lines(text: str, asked: Pursued, fact: re.Pattern[str] | None, *, whole: bool) -> list[str]:
    """The lines of an answer that hold what is asked, the best ones only.

    `whole`: of an entry that was not talked about they must hold all of it.
    """
    held = [*asked.things, *(_word(name) for name in asked.names)]
    scored = []
    for line in (one.strip() for one in text.split("\n")):
        hits = sum(bool(pattern.search(line)) for pattern in held)
        told = fact is None or bool(fact.search(line))
        enough = hits == len(held) if whole else hits or not held
        if line and told and enough:
            scored.append((hits, line))
    best = max((hits for hits, _ in scored), default=0)
    return [line for hits, line in scored if hits == best][:MOST_LINES]


def _word(name: str) -> re.Pattern[str]:
    """How a line holds a word: one letter must be a word of its own."""
    found = re.escape(name)
    return re.compile(found if len(name) > 1 else rf"(?<![가-힣]){found}(?=[\s은는이가을를도])")


def _say_lines(turn: Turn, near: Intent, lines: str) -> Decision:
    """Quote, and leave the offer that is open where it was."""
    known = turn.intent(turn.memory.intent)
    learned = learn_beside(turn, known) if known is not None else _about(turn, near)
    memory = replace(learned, shown=near.id)
    if digest(lines) == turn.memory.said:
        lines = turn.texts.again_short
    text, question, choices = offered_again(turn, lines)
    return say(turn, text, question=question, choices=choices, memory=memory)


def _with_line(turn: Turn, near: Intent) -> Memory:
    """The memory with what was asked: a ticket that grows from it shall hold that."""
    known = turn.intent(turn.memory.intent)
    return learn(turn, known, ()) if known is not None else _about(turn, near)


def _about(turn: Turn, near: Intent) -> Memory:
    """The memory of who was told of no entry yet, and asks of this one."""
    return replace(turn.memory, intent=near.id)


def _with_all_words(turn: Turn, decision: Decision) -> Decision:
    """The words for the ticket that may grow: the first line, and what was asked after it."""
    return replace(decision, state=replace(decision.state, words=both_lines(turn)))


def offer_unknown(turn: Turn, near: Intent) -> Decision:
    """Say openly that the FAQ does not know, and offer to ask a person."""
    question = turn.state.question if keeps_offer(turn) else None
    decision = say(
        turn,
        f"{turn.texts.not_in_faq}\n{turn.texts.ask_file}",
        question=question or Question(kind="file", intents=(near.id,)),
        choices=buttons.file_or_not(turn.texts),
        matter=turn.state.matter if question else near.title,
        spoke=True,
        memory=replace(_with_line(turn, near), shown=near.id),
    )
    return _with_all_words(turn, decision)


def known_of_it(turn: Turn, intent: Intent | None) -> str:
    """The answer to a question about the matter that is open: how it stands, or what the FAQ says
    of its process; empty where the line asks no such thing, or nothing is known.
    """
    status = _status(turn, intent)
    if status or intent is None or awaits_it(turn, intent):
        return status
    asked = manner.pursued(manner.beside_courtesy(turn.text))
    if asked is None or _is_a_trouble(turn) or (asked.is_bare and not asked.facts):
        return ""
    best = _sure(turn)
    named = best is not None and best.id != intent.id and _is_named(best, asked)
    mine = asked.conditional or (asked.fee and manner.asks_to_pay(turn.text))
    own = "" if asked.is_bare else _of_its_own(turn, intent, asked)
    if named and not mine and not own:
        return ""
    lines = own or (quoted(turn, intent, asked) if intent.listed else "")
    if not lines and named and best is not None and asked.fee and asked.conditional:
        lines = quoted(turn, best, asked)  # `안 맞으면 교환 무료예요?` beside another matter
    return turn.texts.again_short if lines and digest(lines) == turn.memory.said else lines


def awaits_it(turn: Turn, intent: Intent | None, taken_for: Intent | None = None) -> bool:
    """Whether the parcel that is late is asked for: no usual time tells when it comes."""
    late = intent is not None and intent.category == "shipping" and intent.ticket == "open"
    when = taken_for is not None and taken_for.category == "shipping" and "언제" in turn.text
    return late and (when or manner.asks_when_it_comes(turn.text))


def _of_its_own(turn: Turn, intent: Intent, asked: Pursued) -> str:
    """The lines of the open matter's own entry that hold all that is asked, the best fact of it."""
    fact = asked.facts[0] if asked.facts else None
    return "\n".join(_lines(wording(turn, intent), asked, fact, whole=True))


def is_about_this(turn: Turn, entry: Intent) -> bool:
    """Whether what must be paid is asked of the open matter, and not what `entry` tells.

    `배송비는 다시 내야 되나요` beside a cancellation is not about the fee of returns.
    """
    known = turn.intent(turn.memory.intent)
    asked = manner.pursued(manner.beside_courtesy(turn.text))
    if known is None or asked is None or not asked.fee or asked.names:
        return False
    return manner.asks_to_pay(turn.text) and not is_kin(known, entry)


def _status(turn: Turn, intent: Intent | None) -> str:
    """How the ticket stands, for each way in which that is asked."""
    if not turn.state.ticket:
        return ""
    if manner.asks_ticket_number(turn.text):
        return f"{turn.texts.number(turn.ticket)}\n{when(turn)}"
    if manner.asks_for_hours(turn.text) and not manner.names_goods(turn.text):
        return anew(turn, f"{turn.texts.patience}\n{when(turn)}", when(turn))
    agent = (intent is None or is_for_a_person(intent)) and manner.asks_when_agent(turn.text)
    if agent or manner.asks_if_heard(turn.text) or _asks_how_it_stands(turn.text):
        return anew(turn, f"{turn.texts.status(turn.ticket)}\n{when(turn)}")
    if manner.asks_how_long(turn.text):
        return anew(turn, _how_long(turn, intent))
    return ""


def _asks_how_it_stands(text: str) -> bool:
    """Whether it is asked if it is done, or what became of it, and which in the row it is."""
    if words.asks_if_done(text):
        return True
    state = words.asks_status(text) or words.asks_done(text) or words.asks_what_is_filed(text)
    return state and manner.asks(text)


def anew(turn: Turn, text: str, other: str = "") -> str:
    """How it stands, in other words where the last line said just that."""
    return (other or turn.texts.status_again) if digest(text) == turn.memory.said else text


def _how_long(turn: Turn, intent: Intent | None) -> str:
    """When a person answers, and what the FAQ says of how long such a process takes."""
    head = f"{turn.texts.status(turn.ticket)}\n{when(turn)}"
    asked = manner.pursued("얼마나 걸려요?")
    lines = quoted(turn, intent, asked) if intent is not None and asked is not None else ""
    return f"{head}\n\n{lines}" if lines else head


def is_about_another(turn: Turn) -> bool:
    """Whether a question beside a ticket surely is about something else that the FAQ knows."""
    best = _sure(turn)
    if best is None or best.id == turn.memory.intent or undoes_payment(turn):
        return False
    if awaits_it(turn, turn.intent(turn.memory.intent), best):
        return False
    if best.ticket == "open" and best.listed and not manner.reports_problem(turn.text):
        return False  # nobody complains of another thing by a question
    asked = manner.pursued(manner.beside_courtesy(turn.text))
    if asked is not None and (asked.conditional or asked.is_bare):
        return False
    if is_about_this(turn, best):
        return False
    return asked is None or _is_named(best, asked) or bool(_of_its_own(turn, best, asked))


def where_to_look(turn: Turn) -> str:
    """Where an order's number is found, as the FAQ says it; else in the bot's own words."""
    if not manner.asks_where(turn.text):
        return ""
    for entry in turn.faq.intents:
        for sentence in re.split(r"(?<=[.!?])\s|\n", wording(turn, entry)):
            if "주문번호는" in sentence and _PLACES.search(sentence) and turn.intent(entry.id):
                return sentence.strip()
    return turn.texts.number_where


def overdue(turn: Turn) -> bool:
    """Whether the store has had longer for the ticket than it allows itself."""
    filed = turn.memory.filed_at
    if filed is None:
        return False
    return hours.open_between(turn.faq.store, filed, turn.now) > turn.faq.targets.first
