"""What is said of a matter that is open, or was: more of it, its state, its end, its return."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime

from bot import hours
from bot.dialog import buttons, details, extract, manner, survey, wishes, words
from bot.dialog.answers import MOST_ASKED, ask_again
from bot.dialog.causes import changes_address, first_complaint, is_for_a_person
from bot.dialog.corrections import entry_named
from bot.dialog.filing import (
    REMEMBERED,
    SAME_ORDER,
    add,
    begin,
    both_lines,
    file,
    is_bare,
    learn,
    note,
    raised,
    topic,
    when,
)
from bot.dialog.following import (
    GOODS_BACK,
    JUST_CLOSED,
    anew,
    is_about_another,
    is_kin,
    known_of_it,
    overdue,
)
from bot.dialog.gathering import (
    PLAIN,
    is_done,
    is_small_talk,
    received,
    same,
    told_anew,
    with_both_orders,
    with_details,
)
from bot.dialog.turn import Turn, digest, say
from bot.model import AddToTicket, Choice, Decision, Memory, Question, Reply
from bot.records import replace
from intents import Intent

#: Kinds of trouble that are offered for a picture.
MOST_KINDS = 3
#: What who comes back to a resolved matter may be asked: which order, and what is wanted now.
_ASKED_AGAIN = frozenset(("order_number", "wish"))
#: Letters of a question that is worth a person's answer.
LEAST_ASKED = 4
_AROUND = re.compile(
    r"(?:으?로\s?)?주문한|주문\s?번호(?:를|는|은)?\s?(?:잘\s?)?(?:모르|몰라)\S*|인데요?|(?:제|내|주문자)?\s?(?:성함|이름|전화번호|연락처|휴대폰|번호|뒷자리|끝자리|끝|뒤)(?:은|는|이|가|의)?|\d{4}(?:번)?|(?:입니다|이에요|예요|이고요?|이요|요|고요?)"
)


def see_photo(turn: Turn) -> Decision | None:
    """A picture says that something is wrong, not what."""
    if not turn.incoming.images:
        return None
    memory = learn(turn, turn.intent(turn.memory.intent), ())
    if turn.state.ticket:
        more = bool(turn.memory.details.get("photo"))
        text = turn.texts.photo_kept if more else turn.texts.photo_added(turn.ticket)
        return say(turn, text, ticket=AddToTicket(details=memory.details), memory=memory)
    if turn.match.verdict == "answer" and words.squash(turn.text):
        return None
    belated = _hear_belated(turn)
    if belated is not None:
        return belated
    question = turn.state.question
    if question is not None and question.kind != "person":
        return ask_again(turn, question, turn.texts.photo_kept + "\n")
    troubles = _troubles(turn)
    return say(
        turn,
        _asks_what_it_shows(turn, kinds=bool(troubles)),
        question=Question(kind="person"),
        choices=(*troubles, buttons.call(turn.texts)),
        misses=turn.state.misses,
        matter=turn.texts.matter_photo,
        # A line that was not understood belongs to the photo; an older one does not.
        spoke=question is None,
        memory=memory,
    )


def _asks_what_it_shows(turn: Turn, *, kinds: bool) -> str:
    """What a picture is of; of a second one shortly, and of a third it is only said to be here."""
    texts, said = turn.texts, turn.memory.said
    whole = f"{texts.photo}\n{texts.photo_kind}" if kinds else texts.photo
    short = f"{texts.photo_kept} {texts.what_happened}"
    if turn.state.question is None or not turn.memory.details.get("photo"):
        return whole
    return texts.photo_kept if said == digest(short) else short


def _hear_belated(turn: Turn) -> Decision | None:
    """A picture that comes when its matter is resolved already: it belongs there all the same."""
    known, closed = turn.memory, turn.intent(turn.memory.closed_intent)
    since = known.closed_at
    if turn.state.ticket or closed is None or known.closed is None or since is None:
        return None
    told = bool(turn.incoming.images) or manner.sent_a_photo(turn.text)
    soon = turn.now - since <= (JUST_CLOSED if turn.incoming.images else REMEMBERED)
    lacks = "photo" not in known.closed_details and closed.category in GOODS_BACK
    if not (told and soon and lacks) or known.intent or known.details or known.withdrawn:
        return None
    opening = turn.texts.photo_kept if turn.incoming.images else turn.texts.got_it
    return _reopen(turn, closed, known.closed, opening, belated=True)


def _troubles(turn: Turn) -> tuple[Choice, ...]:
    """What a picture usually shows: the complaints about goods that this FAQ knows."""
    kinds = ("product_quality", "exchange", "wrong_information")
    entries = [
        entry
        for entry in turn.faq.intents
        if entry.ticket == "open" and entry.listed and entry.category in kinds
    ]
    return tuple(Choice(e.title, e.title, f"intent:{e.id}") for e in entries[:MOST_KINDS])


def close(turn: Turn) -> Decision | None:
    """Thanks and good news: a resolved matter stays resolved, an open one may be over."""
    if turn.incoming.images or extract.order_numbers(turn.text):
        return None
    settled = manner.is_settled(turn.text) or _came(turn)
    # Beside a ticket thanks may come with what the store waits for.
    thanks = manner.only_thanks if turn.state.ticket else manner.is_thanks
    if not settled and not thanks(turn.text):
        return _acknowledge(turn)
    if turn.state.ticket and settled:
        ticket = turn.state.ticket
        state = survey.closed(turn.state, ticket, turn.now)
        asked = survey.ask(turn.texts, ticket)
        reply = replace(asked, text=f"{turn.texts.settled(ticket)}\n\n{asked.text}")
        change = AddToTicket(status="resolved", note="고객이 해결됐다고 알렸어요")
        return Decision(state=state, reply=reply, ticket=change)
    if settled and not turn.state.ticket:
        # What was asked is asked no more.
        return say(turn, turn.texts.thanks_glad)
    if turn.state.ticket or turn.state.question is not None:
        return say(turn, turn.texts.thanks, question=turn.state.question, ticket=same(turn))
    # `아 되는구나 ㄱㅅ` names what was just answered, and wants it not once more.
    best = turn.match.candidates[0].intent_id if turn.match.verdict == "answer" else ""
    return None if best and best != turn.memory.intent else say(turn, turn.texts.thanks)


def _came(turn: Turn) -> bool:
    """Whether what a ticket waits for has come."""
    known = turn.intent(turn.memory.intent)
    late = known is not None and known.category == "shipping" and known.ticket == "open"
    return bool(turn.state.ticket) and late and manner.has_arrived(turn.text)


def _acknowledge(turn: Turn) -> Decision | None:
    """`알겠어요`, `ㅇㅋ` beside an open ticket: nobody owes anything for that."""
    if turn.state.question is not None:
        return None
    if not turn.state.ticket:
        heard = manner.is_heard(turn.text) and not is_small_talk(turn)
        return say(turn, turn.texts.okay) if heard else None
    if not manner.is_heard(turn.text) and words.yes_or_no(turn.text) != "yes":
        return None
    answered = turn.state.ticket_status == "waiting"
    return say(turn, turn.texts.thanks if answered else turn.texts.heard, ticket=same(turn))


def come_back(turn: Turn) -> Decision | None:
    """A matter that was resolved, or left to wait, troubles again."""
    if turn.state.ticket or turn.state.question is not None:
        return None
    memory = turn.memory
    left = _remembered(turn, memory.intent, memory.last_at)
    if left is not None and left.ticket != "none" and _is_about(turn, left):
        return file(turn, turn.texts.sorry_still(left.title), left)
    closed = _remembered(turn, memory.closed_intent, memory.closed_at)
    if closed is None or memory.closed is None:
        return None
    return _hear_belated(turn) or _hear_again(turn, closed, memory.closed)


def _hear_again(turn: Turn, closed: Intent, ticket: int) -> Decision | None:
    """The resolved matter is wanted after all, troubles again, or left somebody hurt."""
    if turn.memory.withdrawn and _wants_it_after_all(turn, closed):
        return _reopen(turn, closed, ticket, turn.texts.okay)
    if _is_about(turn, closed):
        return _reopen(turn, closed, ticket)
    return _hear_hurt(turn, closed, ticket) if turn.memory.hurt else None


def _wants_it_after_all(turn: Turn, closed: Intent) -> bool:
    """Whether the matter that was called off is wanted again (`역시 교환할래요`)."""
    if not manner.is_request(turn.text) or manner.asks(turn.text) or _names_another_order(turn):
        return False
    meant = entry_named(turn, wishes.request(turn.own_words))
    near = meant is not None and meant.category in {closed.category, "refund", "exchange", "order"}
    wished = any(one.id == "wish" for one in details.of(closed)) and bool(
        wishes.label(turn.own_words, turn.said)
    )
    return wished or (near and meant is not None and meant.category == closed.category)


def _hear_hurt(turn: Turn, intent: Intent, ticket: int) -> Decision | None:
    """Whoever gave a low score and then says why is heard on that ticket, not offered a list."""
    said = words.squash(turn.text)
    bare = not said or is_bare(turn) or manner.is_thanks(turn.text) or manner.is_heard(turn.text)
    done = is_done(turn.text) or words.yes_or_no(turn.text) == "no"
    short = len(said) < survey.LEAST_WORDS
    refuses = done or short or manner.withdraws(turn.text) or manner.declines_survey(turn.text)
    if bare or refuses or turn.match.verdict == "answer" or manner.asks(turn.text):
        return None
    return _reopen(turn, intent, ticket, turn.texts.calm)


def _remembered(turn: Turn, name: str, since: datetime | None) -> Intent | None:
    """An entry that was talked about not too long ago."""
    recent = since is not None and turn.now - since <= REMEMBERED
    return turn.intent(name) if recent else None


def _is_about(turn: Turn, intent: Intent) -> bool:
    """Whether a trouble is said to be the known one, and is not plainly another."""
    same = intent.category in GOODS_BACK and manner.came_so_again(turn.text)
    troubled = manner.reports_problem(turn.text) or manner.missed_pickup(turn.text) or same
    if not troubled or _names_another_order(turn):
        return False
    # What was agreed about the goods that go back was not done.
    if manner.missed_pickup(turn.text) and intent.id == turn.memory.closed_intent:
        return intent.category in GOODS_BACK
    if manner.misses_money(turn.text) and intent.id == turn.memory.closed_intent:
        return intent.category in GOODS_BACK | {"order"}
    best = turn.match.candidates[0].intent_id if turn.match.verdict == "answer" else ""
    other = turn.intent(best)
    near = other is not None and is_kin(other, intent)
    fits = manner.fits(turn.text, intent.category)
    if manner.happens_again(turn.text):
        return fits or other is None or near
    # Nothing points back: then what was to be done was not, or it is another matter of the kind.
    wished = intent.ticket == "ask" and turn.memory.closed_intent == intent.id
    return wished and fits and (near or other is None)


def _names_another_order(turn: Turn) -> bool:
    """Whether an order is named that is not the one which was worked on."""
    known = turn.memory.closed_details.get("order_number") or turn.memory.details.get(
        "order_number", ""
    )
    return any(number not in known for number in extract.order_numbers(turn.text)) and bool(known)


def _reopen(
    turn: Turn, intent: Intent, ticket: int, opening: str = "", *, belated: bool = False
) -> Decision:
    """The resolved ticket again; `belated`: something comes that belongs to it, and no trouble."""
    # What came broken again may be wanted otherwise now; what did not come is still wanted.
    missed = manner.missed_pickup(turn.text)
    kept = belated or missed or manner.is_late(turn.text) or turn.memory.hurt
    told = {k: v for k, v in turn.memory.closed_details.items() if k != "wish" or kept}
    # What it was wanted for is known, or does not matter any more.
    names = () if turn.memory.withdrawn else (one.id for one in details.of(intent))
    memory = replace(
        turn.memory,
        intent=intent.id,
        details=told,
        asked={n: details.MOST.get(n, 1) for n in names if n not in _ASKED_AGAIN},
        stuck=0,
        closed=None,
        closed_intent="",
        closed_details={},
        survey=None,
        hurt=False,
        withdrawn=False,
    )
    opened = replace(
        turn.remembering(memory), state=replace(turn.state, memory=memory, ticket=ticket)
    )
    memory = replace(learn(opened, intent, ()), filed_at=turn.now)
    text = f"{opening or turn.texts.sorry_again} {turn.texts.reopened(ticket)}"
    told_so = "마무리된 뒤에 사진을 보냈어요" if belated else "같은 일이 다시 생겼다고 알렸어요"
    change = AddToTicket(reopen=ticket, note=told_so)
    # Whoever waits for his money, or for the courier, is asked nothing but his order.
    unpaid = manner.misses_money(turn.text) and bool(told.get("order_number"))
    done = belated or missed or unpaid or turn.memory.hurt
    wanted = None if done else intent
    return add(opened, Reply(text=text), intent=wanted, changes=change, memory=memory)


def ask_of_ticket(turn: Turn) -> Decision | None:
    """A question about the open ticket: how it stands, what it costs, who comes for the goods.

    What nobody knows is passed on; each is kept with the ticket.
    """
    if not turn.state.ticket or turn.state.question is not None or _is_more_than_asked(turn):
        return None
    intent = turn.intent(turn.memory.intent)
    if manner.still_waits(turn.text) and not manner.names_goods(turn.text):
        return _still_waits(turn)
    memory = _with_question(turn, intent)
    text = known_of_it(turn, intent)
    if text:
        return say(turn, text, ticket=with_details(turn, memory), memory=memory)
    if not _asks_the_store(turn):
        return None
    return say(turn, turn.texts.asked_person, ticket=with_details(turn, memory), memory=memory)


def _is_more_than_asked(turn: Turn) -> bool:
    """Whether a line beside a ticket brings something, or is heard by `tell_status`."""
    told = details.by_itself(turn)
    brings = bool({"order_number", "phone", "address"} & told.keys() or turn.incoming.images)
    return brings or words.asks_status(turn.text) or manner.misses_an_answer(turn.text)


def _with_question(turn: Turn, intent: Intent | None) -> Memory:
    """The memory with a question in his words: a day in it is not when something happened."""
    memory = learn(turn, intent, ())
    kept = {**memory.details}
    for name in ("when", "reason", "option"):
        if name in turn.memory.details:
            kept[name] = turn.memory.details[name]
        else:
            kept.pop(name, None)
    return replace(memory, details=kept)


def _asks_the_store(turn: Turn) -> bool:
    """Whether a question is about the ticket, and the FAQ says nothing to it that is sure."""
    plain = words.squash(turn.text)
    if not manner.asks(turn.text) or manner.anger(turn.text) or manner.only_waits(turn.text):
        return False
    if len(plain) < LEAST_ASKED or words.asks_when_done(turn.text) or is_small_talk(turn):
        return False
    if manner.wants_promise(turn.text) or manner.is_thanks(turn.text):
        return False
    if manner.reports_damage(turn.text) or words.wants_person(turn.text):
        return False
    return turn.match.verdict != "answer" or not is_about_another(turn)


def _still_waits(turn: Turn) -> Decision:
    """`월요일인데 아직인가요`: an apology, how it stands, and before others when it is late."""
    memory = _with_question(turn, turn.intent(turn.memory.intent))
    if overdue(turn) and turn.memory.filed_at is not None:
        return _tell_found(turn, turn.memory.filed_at)
    text = f"{turn.texts.sorry_wait} {turn.texts.status(turn.ticket)}\n{when(turn)}"
    return say(turn, anew(turn, text), ticket=with_details(turn, memory), memory=memory)


def take_details(turn: Turn) -> Decision | None:
    """While a ticket is open, what the customer tells of it belongs to it."""
    if not turn.state.ticket or words.asks_status(turn.text):
        return None
    if manner.misses_an_answer(turn.text):
        return None
    intent = turn.intent(turn.memory.intent)
    memory = with_both_orders(turn, learn(turn, intent, ()))
    fresh = told_anew(turn.memory, memory)
    plain = fresh & PLAIN - {"when"} and not manner.asks(turn.text)
    if "order_number" in fresh or plain or (fresh - {"what"} and turn.match.verdict != "answer"):
        text = received(turn, memory, fresh) if intent else ""
        return add(turn, Reply(text=text), intent=intent, memory=memory)
    if _wishes_again(turn, intent) or manner.sent_a_photo(turn.text):
        return add(turn, Reply(text=turn.texts.got_it_too), intent=intent, memory=memory)
    return None


def _wishes_again(turn: Turn, intent: Intent | None) -> bool:
    """Whether what is wanted is the wish that the ticket holds already."""
    if intent is None or all(one.id != "wish" for one in details.of(intent)):
        return False
    said = wishes.label(turn.own_words, turn.said)
    return bool(said) and turn.memory.details.get("wish", "").startswith(said)


def tell_why(turn: Turn) -> Decision | None:
    """`주문번호까지 알려 드려야 하나요?`: whether it is needed, and what for."""
    if not turn.state.ticket or not manner.asks_if_needed(turn.text):
        return None
    intent = turn.intent(turn.memory.intent)
    needed = intent is not None and any(one.id == "order_number" for one in details.of(intent))
    text = turn.texts.ask_number_again if needed else turn.texts.number_needless
    return say(turn, text, question=turn.state.question, ticket=same(turn))


def refuse_promise(turn: Turn) -> Decision | None:
    """A sum or a date that only a person may promise: said openly, and told to him."""
    if not turn.state.ticket or not manner.wants_promise(turn.text):
        return None
    memory = learn(turn, turn.intent(turn.memory.intent), ())
    change = AddToTicket(details=memory.details, priority=manner.anger(turn.text))
    text = f"{turn.texts.no_promise}\n{when(turn)}"
    return say(turn, text, ticket=change, memory=memory, question=turn.state.question)


def hear_order(turn: Turn) -> Decision | None:
    """An order, or a name and a phone number, and nothing else: it belongs to what was talked of
    last; else it is kept for the matter that comes.
    """
    if turn.state.ticket or not any(map(str.isdigit, turn.text)):
        return None
    told = details.by_itself(turn)
    who = {"order_number", "phone", "name", "address"} & told.keys()
    if not who or turn.incoming.images or manner.is_question(turn.text):
        return None
    if details.remainder(_without(turn.text, told), extract.when(turn.text, turn.now)):
        return None
    if "address" in who:
        # Only one matter needs to know where to.
        moved = changes_address(turn)
        return file(turn, received(turn, learn(turn, moved, ()), who), moved) if moved else None
    return _keep_order(turn, who)


def _keep_order(turn: Turn, who: set[str]) -> Decision:
    question = turn.state.question
    if question is not None and question.kind == "person" and turn.state.misses:
        return file(turn, turn.texts.person, None, own_words=both_lines(turn))
    known = _remembered(turn, turn.memory.intent, turn.memory.last_at)
    recent = turn.memory.last_at is not None and turn.now - turn.memory.last_at <= SAME_ORDER
    if known is not None and recent and known.listed:
        return file(turn, received(turn, learn(turn, known, ()), who), known)
    memory = note(turn)
    text = f"{received(turn, memory, who)}\n{turn.texts.what_happened}"
    return say(turn, text, question=Question(kind="person"), memory=memory, misses=0)


def _without(text: str, told: Mapping[str, str]) -> str:
    """A line without the name in it and what is said around one."""
    bare = extract.without_numbers(text).replace(told.get("name", "\0"), " ")
    bare = bare.replace(told.get("address", "\0"), " ")
    return _AROUND.sub(" ", bare)


def vent(turn: Turn) -> Decision | None:
    """Anger beside an open ticket is heard, told to the operator, and not argued with."""
    if not turn.state.ticket or not manner.anger(turn.text):
        return None
    first = not turn.memory.anger
    text = turn.texts.calm if first else turn.texts.calm_again
    memory = learn(turn, turn.intent(turn.memory.intent), ())
    change = AddToTicket(details=memory.details, priority=manner.anger(turn.text))
    return say(turn, text, ticket=change, memory=memory)


def _tells_a_matter(turn: Turn) -> bool:
    """Whether an angry line says what it is about, or complains of people, as far as is seen."""
    likely = turn.match.candidates[:1] if turn.match.verdict == "clarify" else ()
    known = (turn.intent(one.intent_id) for one in likely)
    if any(entry is not None and entry.category == "service" for entry in known):
        return True
    # `뭐 이딴 가게가 다 있어`: the word for the store alone names no matter.
    named = manner.names_store(turn.text.replace("가게", ""))
    return named or any(map(str.isdigit, turn.text))


def hear_anger(turn: Turn) -> Decision | None:
    """Anger that names no matter: calm words, and the question what happened."""
    if turn.state.ticket or turn.state.question is not None or not manner.anger(turn.text):
        return None
    if turn.state.misses or turn.memory.intent or turn.match.verdict == "answer":
        return None
    if _tells_a_matter(turn):
        return None
    return say(
        turn,
        f"{turn.texts.sorry} {turn.texts.what_happened}",
        question=Question(kind="person"),
        choices=(buttons.call(turn.texts),),
        memory=note(turn),
        misses=1,
        matter=words.clip(turn.text),
        spoke=True,
    )


def tell_status(turn: Turn) -> Decision | None:
    """What became of the ticket: the most usual second message of all."""
    open_ = bool(turn.state.ticket)
    misses = manner.misses_an_answer(turn.text) or (open_ and _waits_for_a_person(turn))
    asks = (
        words.asks_what_is_filed(turn.text)
        or words.asks_status(turn.text)
        or (open_ and words.asks_when_done(turn.text))
    )
    asks = asks or (turn.memory.withdrawn and words.asks_done(turn.text))
    if not misses and not asks:
        return None
    if not open_ and manner.went_wrong(turn.text):
        return None  # he says himself what it is about
    if not open_:
        return _tell_nothing_filed(turn, misses=misses)
    if misses and turn.memory.filed_at is not None:
        return _tell_found(turn, turn.memory.filed_at)
    if turn.state.ticket_status == "waiting":
        return say(turn, turn.texts.status_answered(turn.ticket))
    text = f"{turn.texts.status(turn.ticket)}\n{when(turn)}"
    intent = turn.intent(turn.memory.intent)
    memory = _with_question(turn, intent)
    change = AddToTicket(details=memory.details)
    return say(turn, anew(turn, text), ticket=change, memory=memory)


def tell_filed(turn: Turn) -> Decision | None:
    """`접수한 게 뭐뭐 있죠?`: the matter that is open, by its name and its number."""
    if not turn.state.ticket or not words.asks_what_is_filed(turn.text):
        return None
    matter = words.clip(turn.state.matter) or turn.texts.matter_unnamed
    text = f"{turn.texts.filed_now(matter, turn.ticket)}\n{when(turn)}"
    return say(turn, text, ticket=same(turn), question=turn.state.question)


def _waits_for_a_person(turn: Turn) -> bool:
    """`왜 안 와요` of who has asked for nobody but a person means that one."""
    known = turn.intent(turn.memory.intent)
    wanted = known is None or (is_for_a_person(known) and known.category != "service")
    return wanted and manner.only_waits(turn.text)


def _tell_nothing_filed(turn: Turn, *, misses: bool) -> Decision | None:
    """No matter of his is open: one concrete question, unless the FAQ knows what he means."""
    if turn.memory.withdrawn and not misses:
        return say(turn, turn.texts.status_withdrawn)
    if misses and (told := _report_silence(turn)) is not None:
        return told
    if turn.match.verdict == "answer" or turn.state.misses:
        return None
    # Who is angry is met with an apology first.
    sorry = f"{turn.texts.sorry} " if manner.anger(turn.text) else ""
    return say(
        turn,
        f"{sorry}{turn.texts.status_none}",
        question=Question(kind="person"),
        memory=note(turn),
        choices=(buttons.call(turn.texts),),
        misses=1,
        matter=words.clip(turn.text),
        spoke=True,
    )


def _report_silence(turn: Turn) -> Decision | None:
    """He was never answered, and no ticket is known: it is filed before others, with its matter."""
    question = turn.state.question
    asked = topic(turn) if question is not None and question.kind == "file" else None
    if asked is not None and asked.ticket == "ask":
        # What he waits for is what was offered to him a moment ago.
        return raised(file(turn, turn.texts.sorry_wait, asked, own_words=both_lines(turn)))
    sure = turn.match.verdict == "answer"
    intent = turn.intent(turn.match.candidates[0].intent_id) if sure else None
    plainly = intent is not None and intent.ticket != "none" and manner.names_goods(turn.text)
    if not plainly:
        # Who says that he wrote before, and was not answered, complains of that.
        wrote = manner.wrote_before(turn.text)
        intent = first_complaint(turn, "service") if wrote else intent
    if intent is not None and intent.ticket == "none":
        return None
    if intent is None:
        return None
    told = details.of(intent) if intent.ticket == "ask" else ()
    known = {one.id: MOST_ASKED for one in told if one.id != "order_number"}
    memory = replace(begin(turn, intent, ""), asked=known)
    return raised(file(turn.remembering(memory), turn.texts.sorry_wait, intent))


def _tell_found(turn: Turn, filed_at: datetime) -> Decision:
    """Somebody waited in vain: his matter is found, named, and put before others."""
    memory = learn(turn, turn.intent(turn.memory.intent), ())
    matter = words.clip(turn.state.matter) or turn.texts.matter_unnamed
    found = turn.texts.found(hours.day(filed_at, turn.now), matter, turn.ticket)
    text = f"{turn.texts.sorry_wait}\n{found}\n{when(turn)}"
    change = AddToTicket(
        details=memory.details, priority=1, note="응대 불만: 답을 기다리다 다시 물었어요"
    )
    return say(turn, text, ticket=change, memory=memory)


def hear_greeting(turn: Turn) -> Decision | None:
    """`여보세요?` while a matter is open asks whether anybody is there."""
    if not turn.state.ticket or not is_small_talk(turn):
        return None
    text = f"{turn.texts.here} {turn.texts.status(turn.ticket)}\n{when(turn)}"
    return say(turn, text, question=turn.state.question, ticket=same(turn))
