"""The answer to what the bot asked: a choice, a yes or no, an offer taken or refused."""

from __future__ import annotations

import re

from bot.dialog import details, extract, manner, reading, wishes, words
from bot.dialog.answers import answer, ask_again, numbered, offer, wording
from bot.dialog.asked.between import is_other_matter, is_small_talk
from bot.dialog.asked.gathering import hear_details
from bot.dialog.asked.heard import NUMBERS, received, told_anew
from bot.dialog.entries import entry_named
from bot.dialog.filing import both_lines, file, learn, note, taken, topic
from bot.dialog.offers import starts_anew, waits_long
from bot.dialog.put_right.taking_back import is_done, takes_back
from bot.dialog.standing import where_to_look
from bot.dialog.turn import Turn, say
from bot.model import Decision, Question
from bot.records import replace
from intents import Intent

#: `반품 주소 알려 주세요` wants to know something, and nothing done.
_ASKS_TO_BE_TOLD = re.compile(r"(?:알려|가르쳐|설명해)(?:줘|주)")
#: `쇼핑백은 몇 개 줘요` asks how many, and wants nothing done.
_ASKS_OF_IT = re.compile(
    r"몇|언제|얼마|어떻게|어디|누가|무슨|어떤|무엇|뭐(?!든)"
    # Whether something else can be done, and not the matter itself.
    r"|(?<!접수)(?<!처리)(?<!취소)(?<!환불)(?<!교환)(?<!반품)(?<!변경)(?<!연결)(?<!확인)(?:할|하는게)수(?:는|도)?있(?:어|나|을까"
    r"|습니|는지)"
)
#: A thumb is a yes to an offer.
_THUMB = re.compile("[\U0001f44d\U0001f44c\U0001f646\U0001f3fb-\U0001f3ff\ufe0f]+")
#: No offer has more choices.
MOST_PLACES = 20
#: Categories of wishes for goods that go back.
_GO_BACK = frozenset(("refund", "exchange"))
#: Letters of a line that holds a wish and nothing else.
SHORT = 12


def hear_answer(turn: Turn) -> Decision | None:
    """The answer to what the bot asked last."""
    question = turn.state.question
    if question is None:
        return None
    if question.kind == "detail":
        return hear_details(turn, question)
    if turn.incoming.images:
        return None
    thumb = question.kind == "file" and _THUMB.fullmatch(turn.text.strip())
    if not (words.squash(turn.text) or thumb) or _calls(turn, question):
        return _put_again(turn, question)
    if question.kind == "choose":
        thanks = len(question.intents) > 1 and manner.only_thanks(turn.text)
        return None if thanks else _hear_choice(turn, question)
    return _hear_yes_or_no(turn, question)


def _calls(turn: Turn, question: Question) -> bool:
    """Whether nothing is said under a list or an offer but `저기요?`."""
    return bool(question.intents) and not turn.incoming.tap and manner.greets(turn.text)


def _put_again(turn: Turn, question: Question) -> Decision | None:
    """The open question once more, where there is anything yet that it is about."""
    if not (question.intents or turn.state.matter or turn.memory.details):
        return None
    return ask_again(turn, question, f"{turn.texts.here} " if _calls(turn, question) else "")


def _hear_yes_or_no(turn: Turn, question: Question) -> Decision | None:
    said = turn.incoming.tap if turn.incoming.tap in {"yes", "no"} else words.yes_or_no(turn.text)
    said = said or ("yes" if _THUMB.fullmatch(turn.text.strip()) else None)
    number = words.number(turn.text)
    # `그럼 250으로 해주세요` is a size, and the place of no choice.
    if said is None and number is not None and number <= MOST_PLACES:
        meant = numbered(turn, question, number)
        if not isinstance(meant, str):
            return meant or ask_again(turn, question)
        said = meant
    if said == "yes" and _only_thanks(turn):
        return None
    if said is None and question.kind == "file":
        leaves = _take_leave(turn, question) or _hear_no_number(turn, question)
        return leaves or _hear_offer(turn, question)
    if said == "yes":
        intent = topic(turn)
        opening = taken(turn, intent) if question.kind == "file" else turn.texts.person
        return file(turn, opening, intent)
    if said == "no":
        return say(turn, turn.texts.not_filed if question.kind == "file" else turn.texts.not_called)
    return None


def _only_thanks(turn: Turn) -> bool:
    """`네 고마워요` under the answer to a question: who asked no more than that is content."""
    waits = turn.state.waiting_on == "customer"
    return not waits and not turn.incoming.tap and manner.only_thanks(turn.text)


def _take_leave(turn: Turn, question: Question) -> Decision | None:
    """`아 그렇구나` under an offer is no yes: who only asked is content, a wish is waited for."""
    if "기다" in turn.text or not (manner.is_heard(turn.text) or manner.remarks(turn.text)):
        return None
    waits = turn.state.waiting_on == "customer"
    return say(turn, turn.texts.thanks, question=question if waits else None)


def _hear_offer(turn: Turn, question: Question) -> Decision | None:
    """A number is as good as a yes; a refusal in other words is one; a date is kept for later."""
    intent = topic(turn)
    if words.asks_status(turn.text) or words.asks_done(turn.text):
        return ask_again(turn, question, f"{turn.texts.status_not_filed}\n")
    if words.is_order_number(turn.text) or extract.order_numbers(turn.text):
        agreed = words.yes_or_no(extract.without_numbers(turn.text)) == "yes"
        if not agreed and starts_anew(turn, intent) and manner.is_request(turn.said):
            return None  # with its order something else is wanted
        return file(turn, _taken_with_number(turn, intent), intent)
    waits = manner.is_heard(turn.text) and "기다" in turn.text
    himself = manner.does_himself(turn.text)
    if himself or waits or takes_back(turn):
        return say(turn, turn.texts.as_you_like if himself else turn.texts.not_filed)
    unpaid = manner.misses_money(turn.text) and starts_anew(turn, intent)
    broken = _turns_out_broken(turn, intent)
    late = waits_long(turn, intent) is not None
    if intent is None or unpaid or broken or late or is_other_matter(turn, intent):
        return None
    return _hear_told(turn, question, intent)


def _turns_out_broken(turn: Turn, intent: Intent | None) -> bool:
    """Whether goods that were to go back are told under the offer to be broken."""
    back = intent is not None and intent.ticket == "ask" and intent.category in _GO_BACK
    return back and manner.reports_damage(turn.text) and not manner.asks(turn.text)


def _hear_no_number(turn: Turn, question: Question) -> Decision | None:
    """`주문번호 몰라요` under an offer that asks for it is neither a yes nor a no."""
    if "order_number" not in question.details:
        return None
    if _tells_himself(turn):
        return file(turn, taken(turn, topic(turn)), topic(turn))
    if where := where_to_look(turn):
        return ask_again(turn, question, f"{where}\n\n")
    cannot = manner.knows_nothing(turn.text) or manner.misses_a_detail(turn.text)
    told = manner.is_question(turn.text) or NUMBERS & reading.by_itself(turn).keys()
    return _ask_who(turn, question) if cannot and not told else None


def _tells_himself(turn: Turn) -> bool:
    """Whether a phone number is told in place of the order's, which he cannot find."""
    return manner.misses_a_detail(turn.text) and "phone" in reading.by_itself(turn)


def _ask_who(turn: Turn, question: Question) -> Decision:
    """The name and the phone number find the order, too; telling them is the yes to the offer."""
    text, names = details.ask_who(turn.texts)
    skipped = {"order_number": details.MOST_ASKED}
    memory = replace(turn.memory, asked={**details.asked(turn.memory, names), **skipped})
    again = replace(question, details=names)
    return say(turn, f"{turn.texts.no_number} {text}", question=again, memory=memory)


def _taken_with_number(turn: Turn, intent: Intent | None) -> str:
    """That a matter was taken in, and the number said back where there is one, to show a slip."""
    number = learn(turn, intent, ()).details.get("order_number", "")
    known = not number or number == turn.memory.details.get("order_number")
    said = taken(turn, intent)
    return said if known else f"{said}\n{turn.texts.got_number(number)}"


def _hear_told(turn: Turn, question: Question, intent: Intent) -> Decision | None:
    """What is told under an offer: a yes before it or in it, a wish, a detail, a reason."""
    memory = learn(turn, intent, question.details)
    if manner.only_tells_stage(turn.text) and not manner.is_question(turn.text):
        # How far the order is belongs to what was asked; the offer stands.
        return ask_again(turn.remembering(memory), question, f"{turn.texts.got_it}\n")
    # `뒤에 거 취소해주세요` under an offer for both is another wish.
    other = starts_anew(turn, intent) and manner.is_request(turn.said)
    numbers = told_anew(turn.memory, memory) & NUMBERS and not manner.is_question(turn.text)
    numbers = not other and numbers
    wants = manner.is_request(turn.said) and not _ASKS_OF_IT.search(words.squash(turn.text))
    # `그럼 250으로 해주세요` says what it shall become.
    turns = any(one.id == "option" for one in details.of(intent))
    becomes = turns and wants and extract.option(turn.text) is not None
    # `XL 없으면 환불이요` wants the exchange first.
    if numbers or becomes or _agrees(turn, intent) or wishes.fallback(turn.own_words):
        return file(turn.remembering(memory), taken(turn, intent), intent)
    # The same line once more is no yes: it was answered, and did not help.
    anew = words.squash(turn.text) != turn.memory.last
    insists = bool(question.details) or "접수" in turn.text or anew
    if insists and wants and _is_same(turn, intent):
        # Asking for it is a yes; what the offer asked along is asked again in its turn.
        asked = {k: v for k, v in turn.memory.asked.items() if k not in question.details}
        unasked = turn.remembering(replace(turn.memory, asked=asked))
        return file(unasked, taken(turn, intent), intent)
    if not details.of(intent) and wants and turn.match.verdict != "answer":
        # `오전 9시에 두 번 결제됐어요 빨리 취소해 주세요`: it wants just that looked at.
        return file(turn, taken(turn, intent), intent)
    return _offer_on(turn, question, intent) if question.details else _reason_is_yes(turn, intent)


def _agrees(turn: Turn, intent: Intent) -> bool:
    """Whether a line begins with a yes, whatever is told behind it, or says that nothing helped."""
    rest = words.agrees_first(turn.text)
    if manner.is_question(turn.text) or manner.puts_off(turn.text):
        return False
    if rest is not None and words.yes_or_no(rest) != "no":
        return turn.match.verdict != "answer" or _is_same(turn, intent) or manner.is_thanks(rest)
    return manner.was_in_vain(turn.text)


def _reason_is_yes(turn: Turn, intent: Intent) -> Decision | None:
    """`지금 접수해 드릴까요?`: who gives the reason for it, means yes."""
    if reading.says_nothing(turn.text) or manner.asks(turn.text):
        return None
    if manner.correction(turn.text) is not None:
        return None  # `취소 말고 …` is no reason for a cancellation
    names = tuple(one.id for one in details.missing(intent, turn.memory))
    memory = learn(turn, intent, names)
    other = turn.match.verdict == "answer" and not _is_same(turn, intent)
    if other or not told_anew(turn.memory, memory) & set(names):
        return None
    return file(turn.remembering(memory), taken(turn, intent), intent)


def _offer_on(turn: Turn, question: Question, intent: Intent) -> Decision | None:
    """Something was told, but neither yes nor no: what is still missing is asked for."""
    memory = learn(turn, intent, question.details)
    if not told_anew(turn.memory, memory) - {"what"} or manner.asks(turn.text):
        return None
    wanted = details.missing(intent, memory)
    if not wanted:
        return file(turn.remembering(memory), taken(turn, intent), intent)
    text, choices, names = details.ask(turn.texts, intent, wanted, memory)
    memory = replace(memory, asked=details.asked(memory, names))
    again = Question(kind="file", intents=question.intents, details=names)
    body = "\n".join(
        filter(None, (turn.texts.got_it, _quoted(turn, intent), turn.texts.search, text))
    )
    return _with_both_lines(
        turn, say(turn, body, question=again, choices=choices, memory=memory, spoke=True)
    )


def _is_same(turn: Turn, intent: Intent) -> bool:
    """Whether the matcher takes the line for the entry that is talked about."""
    best = turn.match.candidates[:1]
    return bool(best) and best[0].intent_id == intent.id


def _quoted(turn: Turn, intent: Intent) -> str:
    """The line of the entry's answer that shares a word with what was just told (`카드`)."""
    told = [word[:2] for word in turn.text.split() if len(words.squash(word)) >= 2]
    lines = [line.strip() for line in wording(turn, intent).split("\n") if line.strip()]
    # What the first line says is what the entry is about: a word in it tells nothing apart.
    told = [word for word in told if word not in "".join(lines[:1])]
    return next((line for line in lines[1:] if any(word in line for word in told)), "")


def _hear_choice(turn: Turn, question: Question) -> Decision | None:
    offered = [intent for i in question.intents if (intent := turn.intent(i))]
    if not offered:
        return None
    if turn.incoming.tap == "no" or words.yes_or_no(turn.text) == "no":
        return _chose_none(turn)
    agreed = words.yes_or_no(turn.text) == "yes" and not words.wants_person(turn.text)
    named = [intent for intent in offered if words.same_title(turn.text, intent.title)]
    if named or (agreed and len(offered) == 1):
        return answer(turn, (named or offered)[0])
    if agreed:
        return offer(turn, offered, turn.texts.choose_again, misses=turn.state.misses)
    number = words.number(turn.text)
    if number is not None:
        return _take_number(turn, offered, number)
    return _told_who(turn, offered) or _told_instead(turn, offered)


def _chose_none(turn: Turn) -> Decision:
    if is_done(turn.text):
        return say(turn, turn.texts.as_you_like)
    return say(turn, turn.texts.ask_more, misses=turn.state.misses)


def _told_who(turn: Turn, offered: list[Intent]) -> Decision | None:
    """Who cannot find the number, and tells his own, has said yes to the one guess."""
    if len(offered) > 1 or not _tells_himself(turn):
        return None
    return file(turn, wording(turn, offered[0]), offered[0], own_words=both_lines(turn))


def _told_instead(turn: Turn, offered: list[Intent]) -> Decision | None:
    """Who tells his order, or what he wants done, has said yes to the one guess; under a list it is
    kept, and the choice asked again.
    """
    fresh = set(reading.by_itself(turn)) - {"when"}
    asks = _ASKS_TO_BE_TOLD.search(words.squash(turn.text))
    wished = (not asks and _wishes(turn, offered[0])) or _gives_reason(turn, offered[0])
    wished = wished or (len(offered) == 1 and _tells_on(turn, offered[0]))
    if manner.is_question(turn.text) or not (fresh & NUMBERS or wished or _only_when(turn)):
        return None
    complaint = _complaint_told(turn, offered)
    if wished or complaint is not None:
        return answer(turn, complaint or offered[0])
    if turn.match.verdict == "answer" and not is_small_talk(turn):
        return None  # it says by itself what it wants
    # With more than the bare number it is told for a matter, and the first guess is likeliest.
    rest = reading.remainder(turn.text, extract.when(turn.text, turn.now))
    tells = bool(rest) and not fresh <= {"name", "phone"}
    if len(offered) == 1 or (tells and not manner.is_request(turn.text)):
        needed = _needs_order(turn, offered) if "order_number" in fresh else offered[0]
        return _with_both_lines(turn, answer(turn, needed))
    wish = entry_named(turn, wishes.label(turn.own_words, turn.said))
    if wish is None and ("order_number" in fresh or _only_when(turn)):
        wish = _of_his_order(offered)
    if wish is not None:
        return _with_both_lines(turn, answer(turn, wish))
    opening = received(turn, note(turn), fresh)
    return offer(turn, offered, f"{opening} {turn.texts.choose_again}", misses=turn.state.misses)


def _tells_on(turn: Turn, offered: Intent) -> bool:
    """Whether who was asked if the one guess is right tells on, and nothing better known."""
    text = turn.text
    counts = any(one.id == "quantity" for one in details.of(offered)) and extract.quantity(text)
    known = turn.match.verdict == "answer" and not counts
    if known or manner.is_question(text) or turn.incoming.tap:
        return False
    if manner.anger(text) or manner.is_vague(text) or words.refuses_first(text) is not None:
        return False
    return any(map(str.isdigit, text)) and reading.is_an_answer(text)


def _needs_order(turn: Turn, offered: list[Intent]) -> Intent:
    """The likeliest entry of a list that an order is told for."""
    told = turn.incoming.tap is None
    need = (one for one in offered if told and any(d.id == "order_number" for d in details.of(one)))
    return next(need, offered[0])


def _with_both_lines(turn: Turn, decision: Decision) -> Decision:
    """The line that led to the list is a part of the story that an offer may file."""
    if decision.ticket is not None:
        return decision
    return replace(decision, state=replace(decision.state, words=both_lines(turn)))


def _of_his_order(offered: list[Intent]) -> Intent | None:
    """Of a list about parcels the one entry that is of an order: the others tell usual times. Of
    one about refunds the likeliest, for a person sees which it is.
    """
    if all(one.category == "refund" and one.ticket == "ask" for one in offered):
        return offered[0]
    if any(one.category != "shipping" for one in offered):
        return None
    needs = [one for one in offered if any(d.id == "order_number" for d in details.of(one))]
    return needs[0] if len(needs) == 1 else None


def _complaint_told(turn: Turn, offered: list[Intent]) -> Intent | None:
    """The only complaint of a list, where a line tells more of it or what shall be done."""
    complaints = [intent for intent in offered if intent.ticket == "open"]
    if len(complaints) != 1:
        return None
    (one,) = complaints
    wished = any(detail.id == "wish" for detail in details.of(one)) and bool(
        wishes.label(turn.own_words, turn.said)
    )
    damaged = one.category == "product_quality" and manner.reports_damage(turn.said)
    # Who told what happened, and now which order it is, or when it was, need not choose.
    told = bool(turn.state.words) and not manner.asks(turn.state.words)
    named = bool(extract.order_numbers(turn.text)) or _only_when(turn)
    return one if wished or damaged or (told and named) else None


def _only_when(turn: Turn) -> bool:
    """Whether a line tells a time and nothing else."""
    moment = extract.when(turn.text, turn.now)
    return moment is not None and not reading.remainder(turn.text, moment)


def _gives_reason(turn: Turn, intent: Intent) -> bool:
    """Whether a line under the list is the reason that its first entry asks for (`걍 작음`)."""
    wanted = any(detail.id == "reason" for detail in details.of(intent))
    return wanted and bool(reading.reason(turn.text))


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
