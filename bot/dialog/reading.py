"""What a line tells: the details in it that a ticket needs, and what is left beside them."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from typing import Final

from bot.dialog import details, extract, manner, moved_days, wishes, words
from bot.dialog.another_case import pays_anew
from bot.dialog.fitting import (
    is_an_answer,
    mail_told,
    seen,
    suits,
    tells_how_long,
    with_goods,
)
from bot.dialog.happened import day_of, hour, moment
from bot.dialog.reasons import (
    beside_its_day,
    beside_the_wish,
    free_words,
    named_reason,
    past_the_nod,
    reason_beside,
    remainder,
)
from bot.dialog.sent_together import clause_of_both, wants_as_one
from bot.dialog.told_places import place_told
from bot.dialog.turn import Turn, once_a_turn
from bot.dialog.whose_order import who, written_to
from bot.patterns import searched
from intents import Detail, Intent

#: `해리포터 1권 시켰는데 2권이요`: what was ordered is what it shall be.
_ORDERED_FIRST: Final = searched(
    r"(?P<what>\S.{1,40}?)(?:을|를)?\s?(?:시켰|주문했|샀)(?:는데|더니)(?=\s|요)"
)
_ORDERED_AS: Final = re.compile(
    r"(?:저는|전|제가|분명(?:히)?|원래)?\s?(?P<what>\S.{1,20}?)(?:으?로|을|를)?\s?(?:주문|시[켰킨]|골랐)(?:했|한)?"
    r"(?:어요|거든요|는데요|습니다|었거든요)[\s.~!]*"
)
_ONE_WORD: Final = re.compile(r"[가-힣a-z0-9]{1,6}(?:이?요|이?에요|예요|입니다)?")
#: What alone is wanted (`네 나사만요`).
_ONLY_THAT: Final = re.compile(
    r"(?:네|넵|아뇨|아니요|그냥|저는)*(?P<goods>[가-힣]{2,8}?)만(?:이?요|여)"
)
#: `언제쯤 보내 주실 수 있나요?` wants it sent, and asks when that will be.
_SENDS_IT_WHEN: Final = re.compile(
    r"(?:그럼|그러면|혹시|네|그건|빠진(?:거|건|것))*언제(?:쯤|까지)?(?:다시)?보내(?:주|줄)[가-힣]{1,8}"
)
#: A day up to which something is needed.
_BY: Final = searched(
    r"(?:(?:이번|다음|다다음)\s?[주달](?:\s?[월화수목금토일]요일|\s?[초말]|\s?중순)?|(?:\d{1,2}월)?\s?\d{1,2}일|\d{1,2}월(?:\s?(?:초|중순|말))?"
    r"|월말|연말|내일|모레|[월화수목금토일]요일|추석|설날?|명절|크리스마스)(?:\s?(?:전|오전|오후))?\s?(?:까지|안으로|이내|전에|안에)"
)

#: `12월 12일 토요일이 행사라서 그 전까지 받아야 해요`
_BEFORE_THEN: Final = searched(
    r"(?:(?:\d{1,2}월\s?)?\d{1,2}일|(?:이번|다음)\s?주\s?[월화수목금토일]요일)[^.!?\n]{0,16}?그\s?전(?:날)?\s?(?:까지|에)"
)


def read(turn: Turn, intent: Intent | None, wanted: Sequence[str]) -> dict[str, str]:
    """What the text tells, beside what is known; `wanted` was asked for and may be free text."""
    told = turn.memory.details
    names = {detail.id for detail in details.of(intent)} if intent else set()
    names |= _of_another(turn) & {*wanted, *_told_beside(turn)}
    found = who(turn, wanted, moves="address" in names)
    if "phone" in names | set(wanted) and "phone" not in found and not told.get("phone"):
        found.update(written_to(turn))
    no_day = _tells_term(turn, intent, wanted) or _moves_a_day(turn)
    no_day = no_day or moved_days.is_for_later(turn.text)
    happened = None if no_day else day_of(turn)
    if happened is not None:
        found["when"] = moment(told.get("when", ""), happened, turn.text)
    else:
        happened = hour(turn, wanted, found)
    if place := place_told(turn, names, wanted):
        found["address"] = place
    found.update(_of_goods(turn, names, intent))
    found.update(_term(turn, intent))
    found.update(mail_told(turn.text, intent))
    if "wish" in names | set(wanted) and (
        wished := _wish(turn, asked="wish" in wanted and not set(found) - {"option"})
    ):
        found["wish"] = wished
    if "option" in found and _is_of_missing(turn, intent):
        del found["option"]  # what was ordered is not asked then
    # Other words are an answer only to what was asked, or what the matter needs.
    tells = intent is not None or bool(wanted)
    rest = ""
    if tells:
        rest = remainder(_without(manner.without_excuse(turn.own_words), found), happened)
        rest = past_the_nod(beside_its_day(rest, happened))
    free = _free_detail(turn, intent, wanted, found, rest)
    named = named_reason(rest)
    if "reason" in names and (
        why := named or (not told.get("reason") and reason_beside(rest, happened))
    ):
        found["reason"] = beside_the_wish(why)[: details.LONGEST]
    elif (
        free
        and (is_an_answer(turn.text) or gives_measures(turn, free))
        and suits(intent, free, rest)
    ):
        ordered = _ORDERED_FIRST.match(rest) if free == "option" else None
        before = turn.state.words or told.get("what", "")
        rest = with_goods(rest, before) if free == "item" else rest
        found[free] = (ordered["what"] if ordered else rest)[: details.LONGEST]
    if turn.incoming.images:
        photos = (told.get("photo", ""), *turn.incoming.images)
        found["photo"] = "\n".join(photo for photo in photos if photo)
    return found


def _ordered_as(turn: Turn, intent: Intent | None) -> str:
    """What was ordered, of who got another thing (`한글 있는 걸로 주문했거든요`)."""
    if intent is None or intent.ticket != "open" or turn.memory.details.get("option"):
        return ""
    said = _ORDERED_AS.fullmatch(extract.without_numbers(turn.own_words).strip())
    if said is None or not suits(intent, "option", turn.own_words):
        return ""  # `지난주 수요일에 주문했어요`
    return said["what"]


def _free_detail(
    turn: Turn, intent: Intent | None, wanted: Sequence[str], found: Mapping[str, str], rest: str
) -> str:
    """The detail that the `rest` of a line tells in free words; empty where it is none."""
    free = free_words(turn, intent, wanted, found) if rest else ""
    free = free or (_measures_of(turn, intent) if rest and not wanted else "")
    free = free or _trouble_of(turn, intent)
    # `2026… 러그요` tells what was ordered, and nothing of where it is.
    word = _ONE_WORD.fullmatch(words.squash(rest))
    no_stage = free not in wanted and word is not None
    no_stage = no_stage or tells_how_long(extract.without_numbers(turn.text))
    return "" if free == "tracking" and no_stage else free


def _of_another(turn: Turn) -> set[str]:
    """The details that another matter of the same ticket needs."""
    return set(turn.memory.also.split())


def _told_beside(turn: Turn) -> tuple[str, ...]:
    """`티셔츠는 반품 바지는 L로 교환` tells what the exchange needs, before that is asked."""
    both = "option" in _of_another(turn) and (
        wishes.EXCHANGE in wishes.labels(turn.own_words)
        # `2026…1 취소 2026…2 네이비로요`
        or len(extract.order_numbers(turn.text)) > 1
    )
    return ("option",) if both else ()


def _trouble_of(turn: Turn, intent: Intent | None) -> str:
    """The detail that asks what shall be mended, where a line tells the trouble."""
    if intent is None or intent.ticket == "open" or intent.category != "product_quality":
        return ""
    asks = (one.id for one in details.of(intent) if details.is_of_repair(one))
    name = next(asks, "")
    told = name and not turn.memory.details.get(name) and manner.reports_damage(turn.text)
    return name if told else ""


def _measures_of(turn: Turn, intent: Intent | None) -> str:
    """The detail that asks for height and weight, where a first line tells them."""
    asks = (
        (one.id for one in details.of(intent) if details.asks_height(one)) if intent else iter(())
    )
    name = next(asks, "")
    told = name and not turn.memory.details.get(name) and gives_measures(turn, name)
    return name if told else ""


def gives_measures(turn: Turn, name: str) -> bool:
    """Whether a detail of the seller's own is answered by height and weight, whatever is asked.

    `170에 65인데 뭐 입어야 돼요` tells all that who recommends a size wants to know.
    """
    return not details.is_common(name) and extract.tells_measures(turn.text)


@once_a_turn
def by_itself(turn: Turn) -> Mapping[str, str]:
    """What the text tells whatever it is about: an order, a time, a number, a name, a place."""
    return read(turn, None, ())


def _of_goods(turn: Turn, names: Collection[str], intent: Intent | None) -> dict[str, str]:
    """What is told of the goods and of their way, of what the ticket needs."""
    told = turn.memory.details
    found: dict[str, str] = {}
    # `30권인데 언제까지 되나요`, then `견적도 주세요`
    before = "" if told.get("quantity") else f"{turn.state.words}\n{told.get('what', '')}"
    amount = extract.quantity(turn.text)
    known = told.get("quantity") or extract.quantity(before)
    # `100이 12벌 110이 15벌` breaks it down, `샘플 한 벌 볼 수 있어요?` asks for one beside it.
    if known and (amount is None or manner.asks(turn.text) or extract.breaks_down(turn.text)):
        amount = known
    if "quantity" in names and amount:
        found["quantity"] = amount
    if "option" in names and (
        option := extract.customs_number(turn.text)
        or _option(turn)
        or _amount(turn, names)
        or _ordered_as(turn, intent)
    ):
        found["option"] = option
    if "topic" in names and not told.get("topic") and (about := extract.asked_about(turn.text)):
        found["topic"] = about
    if "item" in names and not told.get("item") and (goods := extract.goods(turn.own_words)):
        found["item"] = goods
    if "tracking" in names and not told.get("tracking") and (stage := seen(turn.text)):
        found["tracking"] = stage
    return found


def _term(turn: Turn, intent: Intent | None) -> dict[str, str]:
    """By when something is needed, whatever else the line wants (`3월 말까지 필요하고 …`)."""
    detail = next((one for one in details.of(intent) if _asks_by(one)), None) if intent else None
    if detail is None or turn.memory.details.get(detail.id):
        return {}
    said = _BY.search(turn.own_words) or _BEFORE_THEN.search(turn.own_words)
    return {detail.id: said[0]} if said is not None else {}


def _tells_term(turn: Turn, intent: Intent | None, wanted: Sequence[str]) -> bool:
    """Whether a time answers by when something is needed: nothing happened then."""
    return (
        any(one.id in wanted and _asks_by(one) for one in details.of(intent)) if intent else False
    )


def _asks_by(detail: Detail) -> bool:
    return (detail.ask or "").startswith("언제까지")


def _is_of_missing(turn: Turn, intent: Intent | None) -> bool:
    """Whether all that is wrong is that some of the goods did not come."""
    if intent is None or intent.ticket != "open" or manner.got_another(turn.text):
        return False
    return manner.lacks_a_part(turn.text) or details.lacks_a_part(turn.memory.details)


def _wish(turn: Turn, *, asked: bool) -> str:
    """Exchange or refund; other words only where it was asked, and nothing better is known."""
    if manner.withdraws(turn.text) and not (
        wishes.labels(turn.own_words.replace("취소", "")) or wishes.wants_the_rest(turn.own_words)
    ):
        return ""  # `아 그냥 동생 줄래요 취소요`
    # `향수는 괜찮은데 포장만요` tells how far it goes.
    none = (manner.puts_off, manner.thinks_it_over, manner.only_that_is_amiss)
    later = any(says(turn.text) for says in none)
    # `그냥 쓸 테니 할인해 주세요` wants just that, whatever is asked.
    troubled = bool(turn.state.ticket) or manner.reports_damage(turn.text)
    bargains = troubled and _bargains(turn.text)
    asked = asked or bargains
    asked = asked and not manner.withdraws(turn.text) and not later
    known = turn.memory.details.get("wish", "")
    how_much = "얼마" in turn.text and manner.asks(turn.text)
    if known and (how_much or manner.still_unpaid(turn.text)):
        return known  # `환불 아직 안 됐어요`, `얼마 환불돼요?` want nothing anew
    if asked and (chosen := _by_its_place(turn) or _the_missing(turn)):
        return chosen
    if wishes.fallback(turn.own_words) and not wishes.labels(turn.own_words):
        # `안 되면 환불이요` takes nothing back: it holds where the first cannot be had.
        said = words.clip(extract.without_numbers(turn.own_words), wishes.LONGEST_OWN)
        return said if said in known else ", ".join(filter(None, (known, said)))
    # In the midst of a complaint too: `부분환불 되나요?`
    may = manner.reports_damage(turn.said) or bool(turn.state.ticket)
    if asked and wishes.refused(turn.own_words) and manner.wishes_better(turn.text):
        # `환불까지는 바라지 않고 다음엔 신경 좀 써 주세요`
        return words.clip(extract.without_numbers(turn.own_words), wishes.LONGEST_OWN)
    # `둘 다 고장이네` tells more of the trouble.
    more = manner.reports_damage(turn.text) and not (bargains or wishes.labels(turn.own_words))
    asked = asked and not more
    said = wishes.read(turn.own_words, turn.said, asked=asked, may=may)
    return said if wishes.labels(said) or not known else known


def _the_missing(turn: Turn) -> str:
    """`네 나사만요` to the offer of what was missing."""
    found = _ONLY_THAT.fullmatch(words.squash(turn.text))
    if _SENDS_IT_WHEN.fullmatch(words.squash(turn.text)) and _is_of_missing(turn, turn.entry):
        return turn.texts.button_send
    missing = found is not None and found["goods"] in turn.memory.details.get("what", "")
    return words.clip(turn.own_words) if missing and _is_of_missing(turn, turn.entry) else ""


def _bargains(text: str) -> bool:
    """Whether other amends are named that would do (`그냥 쓸게요 대신 얼마라도 빼 주세요`)."""
    return manner.keeps_for(text) or (manner.still_wants(text) and manner.is_request(text))


def _amount(turn: Turn, names: Collection[str]) -> str | None:
    """`수량만 2개로`: how many it should be, where no detail of its own asks for that."""
    amount = None if "quantity" in names else extract.new_quantity(turn.text)
    known = turn.memory.details.get("option", "")
    # A size or a colour that is known stays: it is another thing that is changed.
    return f"{known}, {amount}" if amount and known and not known[0].isdigit() else amount


def _by_its_place(turn: Turn) -> str:
    """`1번`: the wish that stands there on the screen; empty where none does."""
    place = words.number(turn.text)
    if place is None:
        return ""
    known = turn.entry
    missing = known is not None and details.may_be_sent(known, turn.memory.details)
    stated = [*([turn.texts.button_send] if missing else []), wishes.EXCHANGE, wishes.REFUND]
    if place == words.LAST:
        return stated[-1]
    return stated[place - 1] if 1 <= place <= len(stated) else ""


def _option(turn: Turn) -> str | None:
    """What it should be instead, or that two orders shall go together."""
    said = extract.option(turn.text, turn.memory.details.get("option", ""))
    if said is not None and "따로" in said and wants_as_one(turn.text):
        said = None  # `김치랑 젓갈을 따로 주문했는데 같이 보내 주세요`
    plain = words.squash(turn.text)
    story = turn.memory.details.get("what", "")
    otherwise = manner.left_out(turn.text) or pays_anew(turn.text)
    otherwise = otherwise or manner.takes_one_out(turn.text)
    told = otherwise or _moves_a_day(turn) or wants_as_one(turn.text)
    told = told or manner.wants_it_later(turn.text)
    of_order = turn.entry is not None and turn.entry.category == "order"
    if moves := moved_days.is_of_an_order(turn.text, alone=of_order):
        # `배송 날짜 바꿔 주세요` does not say to which.
        told = moved_days.names_its_day(extract.without_numbers(plain))
    # `배송 화요일이라는데 수요일로 미룰 수 있어요?` wants it, politely.
    wants = moves or otherwise or not manner.asks(turn.text) or moved_days.by_its_date(plain)
    if said is None and told and wants:
        as_told = words.clip(extract.without_numbers(clause_of_both(turn.text)), 100)
        first = turn.memory.details.get("option", "")
        # `3팩으로` stays, where that shall come along with another order, too.
        beside = first and wants_as_one(turn.text) and not wants_as_one(first)
        return f"{first}, {as_told}" if beside else as_told
    known = turn.memory.details.get("order_number", "")
    numbers = extract.order_numbers(turn.text)
    if said is None and numbers and len({*known.split(", "), *numbers} - {""}) > 1:
        # The numbers of what he asked to have sent as one.
        asked = f"{turn.state.words}\n{story}\n{extract.without_numbers(turn.text)}"
        line = next(filter(wants_as_one, asked.split("\n")), "")
        return words.clip(line, 100) or None
    return said


def _moves_a_day(turn: Turn) -> bool:
    """`원래 토요일인데 다음 주 토요일로요` behind the wish for another day: neither is past."""
    story = turn.memory.details.get("what", "")
    moves = manner.wants_it_later(story) or moved_days.is_when(story)
    return moves and moved_days.tells_the_day(turn.text)


def _without(text: str, found: Mapping[str, str]) -> str:
    """The text without what was read from it."""
    if "order_number" in found and (words.squash(text).isdigit() or words.number(text) is not None):
        return ""  # the number, its other half, or which of two it is
    text = extract.without_name(text, found.get("name", ""))
    for name in ("quantity", "address", "option"):
        text = text.replace(found.get(name, "\0"), " ")
    tail = found.get("phone", "").removeprefix("뒷자리 ")
    return text.replace(tail, " ") if tail else text
