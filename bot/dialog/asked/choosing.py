"""The answer to a list of entries: one of them, none, or something else told instead."""

from __future__ import annotations

import re

from bot.dialog import details, extract, fitting, manner, reading, reasons, wishes, words
from bot.dialog.answers import answer, ask_again, offer
from bot.dialog.asked.between import is_small_talk
from bot.dialog.asked.heard import NUMBERS, received
from bot.dialog.complaints.told import OF_WHAT_CAME, told_plainly
from bot.dialog.entries import changes_order, entry_named
from bot.dialog.filing import both_lines, file, taken
from bot.dialog.learning import note
from bot.dialog.put_right.taking_back import is_done
from bot.dialog.reporting import wording
from bot.dialog.several import answer_each
from bot.dialog.turn import Turn, say
from bot.model import Decision, Question
from bot.patterns import searched
from bot.records import replace
from intents import Intent

#: From here on a line under the one guess may be of another entry.
LIKELY = 0.5
#: `반품 주소 알려 주세요` wants to know something, and nothing done.
_ASKS_TO_BE_TOLD = searched(r"(?:알려|가르쳐|설명해)(?:줘|주)")
_WHEN_IT_COMES = searched("(?:언제|도대체|대체)(?:쯤)?(?:와|오[나는냐니]|올|도착|받)")
_HOW_LONG = re.compile(
    r"(?:그럼|그건|그거|보통|대략|대충|한)*(?:몇일|며칠|얼마나?|언제)(?:쯤|정도|나)?"
    r"(?:걸려|걸리|들어와|들어오|나와|나오|돼|되)[가-힣]{0,4}"
)
_COLOUR = searched(r"[가-힣]{1,4}색(?:상)?(?:이요|이에요|이예요|요|인데요?|으로요?)")
#: What is missing, or right, is wanted; by the words alone it may be a farewell.
_SEND_IT = re.compile(
    r"(?:네|그럼|그러면|얼른|빨리|그거|그것|따로|다시|좀)*보내(?:주세요|줘요?|주실래요|주시면돼요)"
)
#: `예약 확인 좀요`: an order shall be looked at, and nothing is complained of.
_LOOK = searched(r"확인(?:을|도)?(?:좀|한번)?(?:요|해|부탁|바라|바랍|하고싶|가능|되나)")
#: Who he is: both stand for an order's number.
_HIMSELF = frozenset(("name", "phone"))
_TIMED = searched(r"시기|기간|소요")
_ALL_OF_IT = re.compile(
    r"(?:네|아|음|그냥)*(?:둘다|두개다|둘모두|다|전부|전부다|모두|셋다)(?:요|예요|이에요|입니다|알려주세요|궁금해요)?"
)
_NONE_OF_IT = re.compile(
    r"(?:아니|아|음|네|근데|그게)*(?:둘다|다|전부|모두|그런거|그런게|이런거|여기|그중에|거기)?(?:는|에는|엔|에)?(?:다|하나도)?(?:아닌데요?|아니에요|아니예요|아닙니다|아니네요|아님|없어요|없는데요?|없네요|해당(?:이)?없어요)"
)
_THAT = re.compile(r"(?:네|아|음)*(?:그거|그것|그건|이거|이것)(?:요|이요|예요|이에요|입니다)?")
#: Entries of a list that are answered in one go.
MOST_AT_ONCE = 2
#: Letters of a line that holds a wish and nothing else.
SHORT = 12


def tells_himself(turn: Turn) -> bool:
    """Whether a phone number is told in place of the order's, which he cannot find."""
    return manner.misses_a_detail(turn.text) and "phone" in reading.by_itself(turn)


def hear_choice(turn: Turn, question: Question) -> Decision | None:
    offered = [intent for i in question.intents if (intent := turn.intent(i))]
    if not offered:
        return None
    if (heard := _answer_to_the_list(turn, question, offered)) is not None:
        return heard
    agreed = words.yes_or_no(turn.text) == "yes" and not manner.wants_person(turn.text)
    named = [intent for intent in offered if words.same_title(turn.text, intent.title)]
    if named or (agreed and len(offered) == 1):
        return answer(turn, (named or offered)[0])
    if agreed:
        return offer(turn, offered, turn.texts.choose_again, misses=turn.state.misses)
    number = words.number(turn.text)
    if number is not None:
        return _take_number(turn, offered, number)
    told = _wants_another_day(turn) or _asks_for_it_on(turn, offered)
    told = told or _asks_how_long(turn, offered)
    told = told or _told_who(turn, offered) or _told_what_to_look_at(turn, offered)
    return told or _told_instead(turn, offered)


def _answer_to_the_list(turn: Turn, question: Question, offered: list[Intent]) -> Decision | None:
    """All of a list, none of it, or a line that chooses nothing."""
    plain = words.squash(turn.text)
    if turn.incoming.tap == "no" or words.yes_or_no(turn.text) == "no":
        return _chose_none(turn)
    if _ALL_OF_IT.fullmatch(plain) and 1 < len(offered) <= MOST_AT_ONCE:
        return with_both_lines(turn, answer_each(turn, offered))
    unknown = manner.begins_unknowing(turn.text) and manner.knows_nothing(turn.text)
    if unknown or _NONE_OF_IT.fullmatch(plain) or manner.denies_only(turn.text):
        # The list helped nobody: a second one in a row would not, either.
        return _chose_none(turn, misses=turn.state.misses + 1)
    if _THAT.fullmatch(plain) and len(offered) == 1:
        return answer(turn, offered[0])
    if _THAT.fullmatch(plain) or manner.is_puzzled(turn.text) or manner.did_as_told(turn.text):
        return ask_again(turn, question)
    return None


def _chose_none(turn: Turn, *, misses: int | None = None) -> Decision:
    if is_done(turn.text):
        return say(turn, turn.texts.as_you_like)
    return say(turn, turn.texts.ask_more, misses=turn.state.misses if misses is None else misses)


def _told_who(turn: Turn, offered: list[Intent]) -> Decision | None:
    """Who cannot find the number, and tells his own, wants the likeliest of what can be filed.

    So does who has told his name instead of choosing, and now his number.
    """
    filed = all(one.ticket != "none" for one in offered)
    told = reading.by_itself(turn).keys() & _HIMSELF
    both = told and turn.memory.details.keys() & (_HIMSELF - told)
    if not filed or not (tells_himself(turn) or both):
        return None
    return file(turn, wording(turn, offered[0]), offered[0], own_words=both_lines(turn))


def _told_what_to_look_at(turn: Turn, offered: list[Intent]) -> Decision | None:
    """`조립 예약 확인 좀요`, and then the number: that order is to be looked at."""
    numbers = extract.order_numbers(turn.text)
    if not numbers or manner.asks(turn.text) or not _LOOK.search(words.squash(turn.state.words)):
        return None
    of_orders = (one for one in offered if any(d.id == "order_number" for d in details.of(one)))
    looked_at = next((one for one in of_orders if one.ticket == "ask"), None)
    if looked_at is None:
        return None
    said = f"{taken(turn, looked_at)}\n{turn.texts.got_number(numbers[0])}"
    return file(turn, said, looked_at, own_words=both_lines(turn))


def _wants_another_day(turn: Turn) -> Decision | None:
    """`12월 5일에서 12일로`, whatever was guessed at."""
    later = changes_order(turn) if manner.wants_it_later(turn.text) else None
    return with_both_lines(turn, answer(turn, later)) if later is not None else None


def _asks_for_it_on(turn: Turn, offered: list[Intent]) -> Decision | None:
    """`농담 아니고 언제 와요` where lateness is the first guess, and no other matter near it."""
    (first, *others) = offered
    late = first.category == "shipping" and first.ticket == "open"
    late = late and not [one for one in others if one.category != "shipping"]
    asks = late and _WHEN_IT_COMES.search(words.squash(turn.text))
    return answer(turn, first) if asks else None


def _asks_how_long(turn: Turn, offered: list[Intent]) -> Decision | None:
    """`며칠 걸려요` under a list that holds one entry for how long something takes."""
    if not _HOW_LONG.fullmatch(words.squash(turn.text)):
        return None
    timed = [one for one in offered if _TIMED.search(one.title)]
    return answer(turn, timed[0]) if len(timed) == 1 else None


def _told_instead(turn: Turn, offered: list[Intent]) -> Decision | None:
    """Who tells his order, or what he wants done, has said yes to the one guess; under a list it is
    kept, and the choice asked again.
    """
    fresh = set(reading.by_itself(turn)) - {"when"}
    asks = _ASKS_TO_BE_TOLD.search(words.squash(turn.text))
    wished = (not asks and _wishes(turn, offered[0])) or _gives_reason(turn, offered[0])
    wished = wished or (len(offered) == 1 and _tells_on(turn, offered[0]))
    wished = wished or _wants_it_sent(turn, offered[0])
    if manner.is_question(turn.text) or not (fresh & NUMBERS or wished or _only_when(turn)):
        return None
    complaint = _complaint_told(turn, offered)
    if wished or complaint is not None:
        return answer(turn, complaint or offered[0])
    if turn.match.verdict == "answer" and not is_small_talk(turn):
        return None  # it says by itself what it wants
    # With more than the bare number it is told for a matter, and the first guess is likeliest.
    rest = reasons.remainder(turn.text, extract.when(turn.text, turn.now))
    tells = bool(rest) and not fresh <= {"name", "phone"}
    if len(offered) == 1 or (tells and not manner.is_request(turn.text)):
        needed = _needs_order(turn, offered) if "order_number" in fresh else offered[0]
        return with_both_lines(turn, answer(turn, needed))
    wish = entry_named(turn, wishes.label(turn.own_words, turn.said))
    if wish is None and ("order_number" in fresh or _only_when(turn)):
        wish = _of_his_order(turn, offered)
    if wish is not None:
        return with_both_lines(turn, answer(turn, wish))
    opening = received(turn, note(turn), fresh)
    return offer(turn, offered, f"{opening} {turn.texts.choose_again}", misses=turn.state.misses)


def _wants_it_sent(turn: Turn, offered: Intent) -> bool:
    """Whether what a likely complaint is about shall but be sent (`그럼 보내 주세요`)."""
    return offered.ticket == "open" and bool(_SEND_IT.fullmatch(words.squash(turn.text)))


def _tells_on(turn: Turn, offered: Intent) -> bool:
    """Whether who was asked if the one guess is right tells on, and nothing better known."""
    text = turn.text
    counts = any(one.id == "quantity" for one in details.of(offered)) and extract.quantity(text)
    known = turn.match.verdict == "answer" and not counts
    if known or manner.is_question(text) or turn.incoming.tap:
        return False
    if manner.anger(text) or manner.is_vague(text) or words.refuses_first(text) is not None:
        return False
    if told_plainly(turn) is not None or not fitting.is_an_answer(text):
        return False
    return any(map(str.isdigit, text)) or _names_which(turn, offered)


def _names_which(turn: Turn, offered: Intent) -> bool:
    """`카멜색이요 핸드메이드코트`: which goods, of an entry that nothing else comes near."""
    first = turn.match.candidates[0] if turn.match.candidates else None
    near = first is not None and first.intent_id != offered.id and first.confidence >= LIKELY
    which = extract.option(turn.text) or _COLOUR.match(words.squash(turn.text))
    return not near and bool(which)


def _needs_order(turn: Turn, offered: list[Intent]) -> Intent:
    """The likeliest entry of a list that an order is told for."""
    told = turn.incoming.tap is None
    need = (one for one in offered if told and any(d.id == "order_number" for d in details.of(one)))
    return next(need, offered[0])


def with_both_lines(turn: Turn, decision: Decision) -> Decision:
    """The line that led to the list is a part of the story that an offer may file."""
    if decision.ticket is not None:
        return decision
    return replace(decision, state=replace(decision.state, words=both_lines(turn)))


def _of_his_order(turn: Turn, offered: list[Intent]) -> Intent | None:
    """Of a list about parcels the one entry that is of an order: the others tell usual times. Of
    one about refunds the likeliest, for a person sees which it is. Who asks complains of nothing.
    """
    if all(one.category == "refund" and one.ticket == "ask" for one in offered):
        return offered[0]
    if any(one.category != "shipping" for one in offered):
        return None
    asked = (one for one in offered if one.ticket != "none")
    needs = [one for one in asked if any(d.id == "order_number" for d in details.of(one))]
    asks = manner.asks(turn.state.words)
    needs = [one for one in needs if one.ticket == "ask" or not asks]
    return needs[0] if len(needs) == 1 else None


def _complaint_told(turn: Turn, offered: list[Intent]) -> Intent | None:
    """The only complaint of a list, where a line tells more of it or what shall be done."""
    plain = told_plainly(turn) if manner.reports_damage(turn.said) else None
    if plain is not None and plain.ticket == "open":
        return plain  # whatever the list was for
    complaints = [intent for intent in offered if intent.ticket == "open"]
    # Whether goods are broken or others than were ordered is found out by who works the ticket.
    amiss = complaints == offered and all(one.category in OF_WHAT_CAME for one in complaints)
    if len(complaints) != 1 and not (amiss and complaints):
        return None
    one = complaints[0]
    wished = any(detail.id == "wish" for detail in details.of(one)) and bool(
        wishes.label(turn.own_words, turn.said)
    )
    damaged = one.category == "product_quality" and manner.reports_damage(turn.said)
    # Who told what happened, and now which order it is, or when it was, need not choose.
    told = bool(turn.state.words) and not manner.asks(turn.state.words)
    told = told and not _LOOK.search(words.squash(turn.state.words))
    named = bool(extract.order_numbers(turn.text)) or _only_when(turn)
    return one if wished or damaged or (told and named) else None


def _only_when(turn: Turn) -> bool:
    """Whether a line tells a time and nothing else."""
    moment = extract.when(turn.text, turn.now)
    return moment is not None and not reasons.remainder(turn.text, moment)


def _gives_reason(turn: Turn, intent: Intent) -> bool:
    """Whether a line under the list is the reason that its first entry asks for (`걍 작음`)."""
    wanted = any(detail.id == "reason" for detail in details.of(intent))
    return wanted and bool(reasons.reason(turn.text))


def _wishes(turn: Turn, intent: Intent) -> bool:
    """Whether a line only says what shall be done about the one guess: exchange or refund."""
    wanted = any(detail.id == "wish" for detail in details.of(intent))
    return (
        wanted
        and len(words.squash(turn.text)) <= SHORT
        and bool(wishes.label(turn.own_words, turn.said))
    )


def _take_number(turn: Turn, offered: list[Intent], number: int) -> Decision:
    if number == words.LAST or 1 <= number <= len(offered):
        return answer(turn, offered[-1 if number == words.LAST else number - 1])
    again = turn.texts.choose_range(len(offered))
    return offer(turn, offered, again, misses=turn.state.misses)
