"""What the FAQ says: an entry's answer, a list to choose from, a question put again."""

from __future__ import annotations

from bot.dialog import buttons, details, extract, manner, wishes, words
from bot.dialog.complaints.told import complaint_in
from bot.dialog.entries import asks_how_many, is_for_a_person, is_of_an_order, is_stand_in
from bot.dialog.filing import (
    add,
    added,
    apologises,
    both_lines,
    file,
    is_bare,
    raised,
    taken,
    titled,
)
from bot.dialog.learning import SAME_ORDER, along, begin, learn, learn_beside, note
from bot.dialog.looked_at import without_looked_at
from bot.dialog.nobodys import is_far_fetched, speaks_of_store
from bot.dialog.remind import remind
from bot.dialog.reporting import calls_off, hangs, report, settles_refund, wording
from bot.dialog.turn import Turn, say
from bot.dialog.unasked import files_at_once
from bot.dialog.wanted_beside import wanted_beside
from bot.model import AddToTicket, Choice, Decision, Memory, Question, Reply, TicketChange
from bot.patterns import searched
from bot.records import replace
from intents import Intent

#: Letters of a line that tells what happened.
LEAST_STORY = 16


def answer(turn: Turn, intent: Intent) -> Decision:
    """The entry's answer, or the notice in its place, and the ticket that it opens or offers."""
    reported = _reported(turn, intent) or _passed_on(turn, intent)
    if reported is not None:
        return reported
    text = without_looked_at(wording(turn, intent), turn.text)
    follow_ups = tuple(
        _choice(other) for i in intent.follow_ups if (other := turn.intent(i)) is not None
    )
    begun = begin(turn, intent, "")
    if files_at_once(turn, intent, begun):
        if intent.ticket == "ask" and is_stand_in(turn, intent):
            text = taken(turn, intent)
        if manner.wants_amends(turn.text) or manner.wants_promise(turn.text):
            text = f"{text}\n{turn.texts.no_promise}"
        again = intent.ticket == "open" and manner.fails_again(turn.text)
        wanted = wanted_beside(turn, intent)
        beside = _complained_of_beside(turn, intent)
        beside = [*beside, *(one.title for one in wanted if one.title not in beside)]
        begun = along(turn, begun, wanted) if wanted else begun
        said = _sorry_again(turn, text) if again else text
        said = "\n".join([said, *map(turn.texts.filed_beside, beside)])
        reply = Reply(text=said, buttons=intent.buttons, choices=follow_ups, images=intent.images)
        decision = file(turn, reply, intent, begun=begun)
        decision = titled(decision, ", ".join([intent.title, *beside])) if beside else decision
        return raised(decision) if again else decision
    if _stays(turn) and _only_asks(turn, intent):
        return _answer_under_offer(turn, intent, text)
    if intent.ticket == "none":
        return _tell(turn, intent, text, follow_ups, begun)
    if turn.state.ticket:
        said = f"{text}\n\n{added(turn)}"
        memory = learn(turn, turn.entry, ())
        change = AddToTicket(details=memory.details, priority=manner.anger(turn.text))
        return _show(turn, intent, said, follow_ups, ticket=change, memory=memory)
    return _offer_to_file(turn, intent, text, follow_ups, begun)


def _complained_of_beside(turn: Turn, intent: Intent) -> list[str]:
    """Titles of what else a line complains of (`책상은 안 왔고요 의자는 다리가 흔들려요`)."""
    if intent.ticket != "open" or turn.state.ticket or turn.incoming.tap:
        return []
    told = [complaint_in(turn, part) for part in wishes.clauses(turn.own_words)]
    others = [one.title for one in told if one is not None and one.id != intent.id]
    left = _offered_before(turn, intent)
    return list(dict.fromkeys([*left, *(others if intent in told else [])]))


def _offered_before(turn: Turn, intent: Intent) -> list[str]:
    """What he wants and was offered, where he tells of other goods before he says yes to it."""
    question = turn.state.question
    if question is None or not keeps_offer(turn) or not manner.tells_of_others(turn.text):
        return []
    offered = turn.intent(question.intents[0])
    return [offered.title] if offered is not None and offered.id != intent.id else []


def _sorry_again(turn: Turn, text: str) -> str:
    """An answer with the apology for trouble that came twice in place of the one for the first."""
    first, _, rest = text.partition("\n")
    return f"{turn.texts.sorry_again}\n{rest if rest and apologises(turn, first) else text}"


def _reported(turn: Turn, intent: Intent) -> Decision | None:
    """What went wrong before, or was told wrong, is filed as that."""
    if hangs(turn, intent) or calls_off(turn, intent) or settles_refund(turn, intent):
        return report(turn, intent)
    return _report_untrue(turn, intent) if _was_misinformed(turn, intent) else None


def _passed_on(turn: Turn, intent: Intent) -> Decision | None:
    """`다음부터는 전화 좀 받아 주세요` beside a ticket: what it is about is known."""
    beside = bool(turn.state.ticket) and is_for_a_person(intent) and not turn.incoming.tap
    return add(turn, Reply(text=""), intent=None) if beside else None


def keeps_offer(turn: Turn) -> bool:
    """Whether something that he wants is offered to be filed, and he has yet to say yes or no.

    Under the answer to a mere question nobody waits for that.
    """
    question = turn.state.question
    offers = question is not None and question.kind == "file" and bool(question.intents)
    return offers and turn.state.waiting_on == "customer" and not turn.state.ticket


def _stays(turn: Turn) -> bool:
    """The same, or more is asked of so many (`세금계산서 발행되죠?`) by who told how many."""
    question = turn.state.question
    offered = turn.intent(next(iter(question.intents), "")) if question is not None else None
    if question is None or question.kind != "file" or offered is None or turn.state.ticket:
        return False
    if keeps_offer(turn) or (asks_how_many(offered) and "quantity" in turn.memory.details):
        return True
    # `네이비로 바꿀 수 있나요` wants just that, however it is asked.
    needed = {one.id for one in details.of(offered)} & _TELLING & turn.memory.details.keys()
    return offered.ticket == "ask" and bool(needed)


#: Details that nobody tells of what he only asks about.
_TELLING = frozenset(("option", "address", "reason"))


def _left_a_story(turn: Turn, intent: Intent) -> bool:
    """Whether what happened was told and got but a list, and now something beside it is asked."""
    question = turn.state.question
    if question is None or question.kind != "choose" or turn.state.ticket or turn.incoming.tap:
        return False
    told = turn.state.words
    tells = manner.reports_problem(told) or len(words.squash(told)) >= LEAST_STORY
    if not tells or manner.asks(told) or not intent.listed:
        return False
    return intent.id not in question.intents and manner.asks(turn.text)


def _offer_what_was_told(turn: Turn, intent: Intent, text: str) -> Decision:
    """The question is answered, and a person offered for what was told before it."""
    question = Question(kind="file")
    reply = Reply(
        text=f"{text}\n\n{turn.texts.ask_file}",
        buttons=intent.buttons,
        choices=buttons.file_or_not(turn.texts),
    )
    decision = say(turn, reply, question=question, memory=learn(turn, None, ()))
    return replace(decision, state=replace(decision.state, words=both_lines(turn)))


def _only_asks(turn: Turn, intent: Intent) -> bool:
    """Whether a line under an offer wants to know something else, and nothing done about it."""
    question = turn.state.question
    same_matter = question is not None and intent.id in question.intents
    tapped = bool(turn.incoming.tap) and intent.ticket != "none"
    return (
        intent.listed
        and not same_matter
        and not tapped
        and (manner.asks(turn.said) or bool(turn.incoming.tap))
        and not extract.order_numbers(turn.text)
    )


def _answer_under_offer(turn: Turn, intent: Intent, text: str) -> Decision:
    """A side question is answered; what was offered stays open, and is put again shortly."""
    said, question, choices = offered_again(turn, text)
    learned = learn_beside(turn, turn.entry)
    memory = replace(learned, shown=intent.id)
    reply = Reply(text=said, buttons=intent.buttons, choices=choices, images=intent.images)
    return say(turn, reply, question=question, memory=memory)


#: Who knows what no answer holds.
_A_PERSON = searched("(?:담당자|상담원)(?:가|이)\\s?(?:확인|알려|답)")


def offered_again(turn: Turn, text: str) -> tuple[str, Question | None, tuple[Choice, ...]]:
    """A text, and under it the open offer in one short sentence, where he wants it filed."""
    question = turn.state.question
    offered = question is not None and question.kind == "file" and not turn.state.ticket
    # `그건 담당자가 확인해서 알려 드려요` is an offer itself.
    if question is None or not (_stays(turn) or (offered and _A_PERSON.search(text))):
        # Under the answer to a mere question a later yes has only taken in what was said.
        over = question is not None and question.kind == "file" and not turn.state.ticket
        return text, None if over else question, ()
    return f"{text}\n\n{short_offer(turn, question)}", question, buttons.file_or_not(turn.texts)


def short_offer(turn: Turn, question: Question) -> str:
    """The open offer in one sentence: with the order where it is known."""
    intent = turn.intent(question.intents[0]) if question.intents else None
    number = turn.memory.details.get("order_number")
    if number and intent is not None and is_of_an_order(intent):
        return turn.texts.confirm(number)
    return turn.texts.ask_file


def shown_last(turn: Turn) -> Intent | None:
    """The entry that a short question goes on from."""
    known = turn.memory
    return turn.intent((known.intent and known.shown) or known.intent)


def _tell(
    turn: Turn, intent: Intent, text: str, follow_ups: tuple[Choice, ...], begun: Memory
) -> Decision:
    """An answer and no more; an open ticket keeps what was asked, where that is more than hello."""
    if _left_a_story(turn, intent):
        return _offer_what_was_told(turn, intent, text)
    if intent.listed and _leaves_an_offer(turn):
        # What was told of the offered matter is still there when he comes back to it.
        kept = replace(learn_beside(turn, turn.entry), shown=intent.id)
        return _show(turn, intent, text, follow_ups, memory=kept)
    if not turn.state.ticket or not intent.listed:
        # `네 알겠습니다 기다릴게요` behind an answer: the matter is known when he comes back to it.
        polite = not intent.listed and (manner.is_thanks(turn.text) or manner.is_heard(turn.text))
        told = begun if intent.listed else turn.memory if polite else note(turn)
        return _show(turn, intent, text, follow_ups, memory=told)
    known = turn.entry
    asks = manner.asks(turn.text)
    memory = learn_beside(turn, known) if asks else learn(turn, known, ())
    change = AddToTicket(
        status=turn.state.ticket_status or "open",
        details=memory.details,
        priority=manner.anger(turn.text),
    )
    return _show(turn, intent, text, follow_ups, ticket=change, memory=memory)


def _leaves_an_offer(turn: Turn) -> bool:
    """Whether something else is asked behind an answer under which a person was offered."""
    known, last = turn.memory, turn.memory.last_at
    recent = last is not None and turn.now - last <= SAME_ORDER
    offered = bool(known.offered) and known.offered == known.intent
    asks = manner.asks(turn.text) or bool(turn.incoming.tap)
    return offered and recent and asks and not turn.state.ticket


def _was_misinformed(turn: Turn, intent: Intent) -> bool:
    """Whether a fee, a day or a service was told otherwise: there are no goods to send back."""
    return (
        intent.category == "wrong_information"
        and intent.ticket == "open"
        and not turn.state.ticket
        and not turn.incoming.tap
        and manner.was_told_otherwise(turn.text)
        and manner.is_of_service(turn.text)
    )


def _report_untrue(turn: Turn, intent: Intent) -> Decision:
    """File in the customer's words what he was told; nothing is promised, and no wish asked for."""
    begun = begin(turn, intent, "")
    told = {name: said for name, said in begun.details.items() if name != "wish"}
    memory = replace(begun, details=told, asked={**begun.asked, "wish": details.MOST_ASKED})
    said = f"{turn.texts.sorry} {turn.texts.filed(turn.texts.matter_unnamed)}"
    filed = file(turn.remembering(memory), said, intent, begun=memory)
    return titled(filed, words.clip(turn.text))


def _offer_to_file(
    turn: Turn, intent: Intent, text: str, follow_ups: tuple[Choice, ...], memory: Memory
) -> Decision:
    """The answer, and whether a person shall look; a number is as good as a yes."""
    wanted = details.missing(intent, memory)
    names: tuple[str, ...] = ()
    ask = turn.texts.ask_file
    number = memory.details.get("order_number")
    if number and is_of_an_order(intent):
        ask = turn.texts.confirm(number)
    elif wanted and wanted[0].id == "order_number":
        orders = details.open_orders(memory)
        ask = turn.texts.which_order(", ".join(orders)) if orders else turn.texts.offer_number
        names = ("order_number",)
    elif wanted and wanted[0].ask:
        ask, names = f"{wanted[0].ask} {turn.texts.search}", (wanted[0].id,)
    memory = replace(memory, asked=details.asked(memory, names), offered=intent.id, more=0)
    choices = (
        *buttons.file_or_not(turn.texts),
        *follow_ups,
    )
    question = Question(kind="file", intents=(intent.id,), details=names)
    shown = _show(turn, intent, f"{text}\n\n{ask}", choices, question, memory=memory)
    if not manner.asks(turn.said) or turn.incoming.tap:
        return shown
    # Who only wanted to know has his answer: nobody asks him again whether he wants more.
    return replace(shown, state=replace(shown.state, waiting_on="nobody"))


def numbered(turn: Turn, question: Question, number: int) -> Decision | str | None:
    """What a number means under a yes-or-no question: its choices as they stand on the screen."""
    if number in {1, 2}:
        return "yes" if number == 1 else "no"
    topic = turn.intent(question.intents[0]) if question.intents else None
    follow_ups = [i for name in (topic.follow_ups if topic else ()) if (i := turn.intent(name))]
    if 3 <= number < 3 + len(follow_ups):
        return answer(turn, follow_ups[number - 3])
    return None


def _show(
    turn: Turn,
    intent: Intent,
    text: str,
    choices: tuple[Choice, ...] = (),
    question: Question | None = None,
    ticket: TicketChange | None = None,
    memory: Memory | None = None,
) -> Decision:
    reply = Reply(text=text, buttons=intent.buttons, choices=choices, images=intent.images)
    matter = turn.state.matter if turn.state.ticket else intent.title
    if intent.listed and not turn.state.ticket:
        memory = replace(memory or turn.memory, shown=intent.id)
    return say(
        turn,
        reply,
        question=question,
        ticket=ticket,
        matter=matter,
        # A yes to a guess says nothing: the line that it was about stays.
        spoke=turn.state.question is None or not is_bare(turn),
        memory=memory,
    )


def offer(turn: Turn, offered: list[Intent], opening: str, *, misses: int) -> Decision:
    """Choices, numbered because quick replies disappear from a messenger's screen; or one guess."""
    far_fetched = is_far_fetched(turn) and not speaks_of_store(turn)
    if len(offered) == 1:
        text = turn.texts.choose_one(offered[0].title)
        if far_fetched:
            text = f"{turn.texts.ours_only}\n{text}"
        choices = buttons.right_or_not(turn.texts, offered[0].id)
    else:
        lines = [f"{place}. {intent.title}" for place, intent in enumerate(offered, start=1)]
        opening = f"{turn.texts.ours_only}\n{opening}" if far_fetched else opening
        text = "\n".join([opening, "", *lines, "", turn.texts.choose_none])
        choices = tuple(_choice(intent) for intent in offered)
    decision = say(
        turn,
        text,
        question=Question(kind="choose", intents=tuple(intent.id for intent in offered)),
        choices=choices,
        misses=misses,
        matter=offered[0].title,
        # A yes, or a number out of range, is no new matter.
        spoke=turn.state.question is None or not is_bare(turn),
        memory=note(turn),
    )
    chose = turn.state.question is not None and turn.state.question.kind == "choose"
    if not chose or is_bare(turn):
        return decision
    return replace(decision, state=replace(decision.state, words=both_lines(turn)))


def talks_of(turn: Turn) -> Intent | None:
    """The entry whose answer stands right above.

    What is said behind it (`제주도 아니고 서울인데요`) is of that, however little it is like it.
    """
    last = turn.memory.last_at
    recent = last is not None and turn.now - last <= SAME_ORDER
    above = shown_last(turn) if recent else None
    return above if above is not None and above.listed else None


def ask_again(
    turn: Turn, question: Question, opening: str = "", *, misses: int | None = None
) -> Decision:
    """The open question once more: what came was neither an answer to it nor another matter.

    What a ticket needs was asked for often enough after the second time: then only the opening is
    said. The question stays open, as the answer may still come.
    """
    memory, misses = turn.memory, turn.state.misses if misses is None else misses
    state = turn.state
    if question.kind == "detail":
        names = details.not_asked_enough(memory, question.details)
        if not names:
            said = opening.strip() or turn.texts.heard
            return say(turn, said, question=question, misses=misses)
        memory = replace(memory, asked=details.asked(memory, names))
        state = replace(state, question=replace(question, details=names))
    asked = remind(state, turn.faq, last=False, again=True)
    reply = replace(asked, text=opening + asked.text)
    return say(turn, reply, question=question, misses=misses, memory=memory)


def _choice(intent: Intent) -> Choice:
    return Choice(label=intent.title, text=intent.title, value=f"intent:{intent.id}")
