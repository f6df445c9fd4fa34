"""What is told beside what is known: a picture, an order, more of the matter, anger, its end."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.dialog import buttons, details, extract, manner, reading, reasons, survey, wishes, words
from bot.dialog.answers import short_offer
from bot.dialog.asked.between import is_small_talk
from bot.dialog.asked.gathering import PLAIN
from bot.dialog.asked.heard import received, same, told_anew, with_both_orders
from bot.dialog.complaints.told import told_plainly
from bot.dialog.entries import changes_address
from bot.dialog.filing import add, both_lines, file, taken, topic, when
from bot.dialog.good_news import came, came_unwanted, found_a_number, is_only_paid
from bot.dialog.learning import SAME_ORDER, learn, note
from bot.dialog.offers import waits_long
from bot.dialog.open_question import ask_what_happened
from bot.dialog.resolved import remembered
from bot.dialog.turn import Turn, say
from bot.model import AddToTicket, Decision, Question, Reply
from bot.patterns import searched
from bot.records import replace
from intents import Intent

_AROUND = searched(
    r"(?:으?로\s?)?주문한|주문\s?번호(?:를|는|은)?\s?(?:잘\s?)?(?:모르|몰라)\S*|인데요?"
    r"|(?:제|내|주문자)?\s?(?:성함|이름|전화번호|연락처|휴대폰|번호|뒷자리|끝자리|끝|뒤)(?:은|는|이|가|의)?|\d{4}(?:번)?"
    r"|(?:아|앗|어|아차|헉|죄송(?:해요|합니다)?|근데|제가)\s|(?:주문)?\s?번호(?:를|가)?\s?잘못\s?(?:보냈|보냄|적었|적음|썼|씀|쳤|침)[가-힣]{0,3}"
    # `지난주 월요일에 주문했어요` keeps its day.
    r"|(?:입니다|이에요|예요|이고요?|이요|요(?!일)|고요?)"
)
#: `뭐 이딴 가게가 다 있어요`: it has the words of who got the wrong goods.
_RAILS = re.compile(
    r"(?:진짜|아|와|정말|도대체)*(?:뭐|무슨)?(?:이딴|이따위|이런|그지같은|거지같은)(?:가게|쇼핑몰|곳|데|집|업체|회사)(?:가|이)?"
    r"(?:다)?(?:있[어냐나지네].{0,2}|장사.{0,8})"
)
_SAID_POLITELY = searched(r"(?:이?요|이에요|예요|입니다|이고요?)[\s.~!]*$")
_CALL_HIM = searched(
    "(?:연락|전화|문자|통화)(?:을|를|좀|꼭|한번|한통)*(?:주|부탁|바라|바랍|해주|해줘)"
)
#: What is said around a name that is told alone.
_ONLY_NAMES = re.compile(
    r"(?:안녕하세요|저는|저|전|제|이름은|성함은|[\s,.!~])*(?:(?:이라고|라고)\s?(?:합니다|해요|하는데요)|입니다|인데요?|이에요|예요|이요|요)?[\s.!~]*"
)


def close(turn: Turn) -> Decision | None:
    """Thanks and good news: a resolved matter stays resolved, an open one may be over."""
    if turn.incoming.images or extract.order_numbers(turn.text) or found_a_number(turn):
        return None
    settled = manner.is_settled(turn.text) and not (is_only_paid(turn) or came_unwanted(turn))
    settled = settled or came(turn)
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
        let_go = manner.lets_go(turn.text)
        return say(turn, turn.texts.as_you_like if let_go else turn.texts.thanks_glad)
    if turn.state.ticket or turn.state.question is not None:
        return _file_what_was_told(turn) or say(
            turn, turn.texts.thanks, question=turn.state.question, ticket=same(turn)
        )
    # `아 되는구나 ㄱㅅ` names what was just answered, and wants it not once more.
    best = turn.match.candidates[0].intent_id if turn.match.verdict == "answer" else ""
    known = turn.intent(best)
    # `고마워 얘기 들어줘서` wants no person.
    only = known is not None and known.ticket != "none" and manner.only_thanks(turn.text)
    another = best and best != turn.memory.intent and not only
    return None if another else say(turn, turn.texts.thanks)


def _file_what_was_told(turn: Turn) -> Decision | None:
    """Who told more of his wish under an offer, and then thanks, takes it for taken in."""
    question = turn.state.question
    offers = question is not None and question.kind == "file" and not turn.state.ticket
    if not offers or not turn.memory.more or turn.state.waiting_on != "customer":
        return None
    intent = topic(turn)
    return file(turn, taken(turn, intent), intent, own_words=both_lines(turn))


def _acknowledge(turn: Turn) -> Decision | None:
    """`알겠어요`, `ㅇㅋ` beside an open ticket: nobody owes anything for that."""
    if turn.state.question is not None:
        return None
    if not turn.state.ticket:
        # `ㄷㄷ 비싸네` behind an answer wants nothing.
        remarks = bool(turn.memory.intent) and manner.remarks(turn.text)
        does = turn.memory.closed is not None and manner.will_do(turn.text)
        heard = (manner.is_heard(turn.text) or remarks or does) and not is_small_talk(turn)
        return say(turn, turn.texts.okay) if heard else None
    urges = words.asks_to_do(turn.text)  # `확인해서 알려주세요`
    if not (manner.is_heard(turn.text) or urges or words.yes_or_no(turn.text) == "yes"):
        return None
    if "접수" in turn.text and urges:
        # It was filed, and he does not know that yet.
        return say(turn, turn.texts.complete(turn.ticket), ticket=same(turn))
    answered = turn.state.ticket_status == "waiting"
    return say(turn, turn.texts.thanks if answered else turn.texts.heard, ticket=same(turn))


def take_details(turn: Turn) -> Decision | None:
    """While a ticket is open, what the customer tells of it belongs to it."""
    if not turn.state.ticket or manner.asks_status(turn.text):
        return None
    if manner.misses_an_answer(turn.text):
        return None
    intent = turn.entry
    late = _wishes_late(turn, intent)
    memory = with_both_orders(turn, learn(turn, intent, ("wish",) if late else ()))
    fresh = told_anew(turn.memory, memory)
    plain = (late and "wish" in fresh) or (fresh & PLAIN - {"when"} and not manner.asks(turn.text))
    # `배송이 늦어서요` behind a cancellation is why, and no complaint.
    plain = plain or ("reason" in fresh and _tells_why(turn))
    # `P12…로 바꿔 주세요` exchanges nothing.
    plain = plain or ("option" in fresh and extract.customs_number(turn.text) is not None)
    # `환불할 수 있나요` beside broken goods wants just that.
    plain = plain or ("wish" in fresh and wishes.only_wishes(turn.own_words))
    # `배송조회해도 상품준비중이에요` of a late parcel asks not where that is seen.
    plain = plain or ("tracking" in fresh and not manner.asks(turn.text))
    # `언제 오시는지 연락 주세요 010-…` asks for no hours.
    plain = plain or ("phone" in fresh and bool(_CALL_HIM.search(words.squash(turn.text))))
    # `그저께 받았어요` is like a farewell, and tells a day.
    plain = plain or ("when" in fresh and is_small_talk(turn) and not manner.is_thanks(turn.text))
    if "order_number" in fresh or plain or (fresh - {"what"} and turn.match.verdict != "answer"):
        text = received(turn, memory, fresh) if intent else ""
        return add(turn, Reply(text=text), intent=intent, memory=memory)
    if _wishes_again(turn, intent) or manner.sent_a_photo(turn.text):
        return add(turn, Reply(text=turn.texts.got_it_too), intent=intent, memory=memory)
    return None


def _wishes_late(turn: Turn, intent: Intent | None) -> bool:
    """`교환은 번거로우니 좀 깎아 주세요`: a wish that was asked for, and got no answer then."""
    asked = bool(turn.memory.asked.get("wish")) and not turn.memory.details.get("wish")
    if intent is None or not asked or turn.incoming.images:
        return False
    # `영수증도 보내 주세요` is wanted beside it.
    of_it = wishes.refused(turn.own_words) or wishes.labels(turn.own_words)
    return bool(of_it) and manner.is_request(turn.text) and not manner.asks(turn.text)


def _tells_why(turn: Turn) -> bool:
    """Whether a line gives the reason, which may have been asked for in vain."""
    asked = bool(turn.memory.asked.get("reason")) and not manner.asks(turn.text)
    return asked or reasons.is_because(turn.text)


def _wishes_again(turn: Turn, intent: Intent | None) -> bool:
    """Whether what is wanted is the wish that the ticket holds already."""
    if intent is None or all(one.id != "wish" for one in details.of(intent)):
        return False
    said = wishes.label(turn.own_words, turn.said)
    return bool(said) and turn.memory.details.get("wish", "").startswith(said)


def tell_why(turn: Turn) -> Decision | None:
    """`주문번호까지 알려 드려야 하나요?`: whether it is needed, and what for."""
    question = turn.state.question
    offered = question is not None and question.kind == "file" and bool(question.intents)
    if not (turn.state.ticket or offered) or not manner.asks_if_needed(turn.text):
        return None
    intent = turn.entry
    needed = intent is not None and any(one.id == "order_number" for one in details.of(intent))
    text = turn.texts.ask_number_again if needed else turn.texts.number_needless
    return say(turn, text, question=turn.state.question, ticket=same(turn))


def refuse_promise(turn: Turn) -> Decision | None:
    """A sum or a date that only a person may promise: said openly, and told to him."""
    if not turn.state.ticket or not manner.wants_promise(turn.text):
        return None
    memory = learn(turn, turn.entry, ())
    change = AddToTicket(details=memory.details, priority=manner.anger(turn.text))
    text = f"{turn.texts.no_promise}\n{when(turn)}"
    return say(turn, text, ticket=change, memory=memory, question=turn.state.question)


def hear_order(turn: Turn) -> Decision | None:
    """An order, or a name and a phone number, and nothing else: it belongs to what was talked of
    last; else it is kept for the matter that comes.
    """
    if turn.state.ticket:
        return None
    if not any(map(str.isdigit, turn.text)):
        return _hear_name(turn)
    told = reading.by_itself(turn)
    who = {"order_number", "phone", "name", "address"} & told.keys()
    if not who or turn.incoming.images or manner.is_question(turn.text):
        return None
    rest = reasons.remainder(_without(turn.text, told), extract.when(turn.text, turn.now))
    if rest and not _names_the_goods(turn, rest):
        return None
    if "address" in who:
        # Only one matter needs to know where to.
        moved = changes_address(turn)
        return file(turn, received(turn, learn(turn, moved, ()), who), moved)
    return _keep_order(turn, who)


def _names_the_goods(turn: Turn, rest: str) -> bool:
    """`레고 시티요 2026…` behind an answer: which goods it was asked of, and their order."""
    asked = bool(turn.memory.intent) and turn.match.verdict != "answer"
    asked = asked and not (manner.reports_damage(turn.text) or manner.reports_problem(turn.text))
    return asked and told_plainly(turn) is None and manner.bare_noun(_SAID_POLITELY.sub("", rest))


def _hear_name(turn: Turn) -> Decision | None:
    """`박서준이요` as a first line: kept for the matter that comes."""
    name = extract.name(turn.text)
    if name is None or turn.state.question is not None or turn.memory.intent or turn.incoming.tap:
        return None
    if turn.match.verdict == "answer" or not _ONLY_NAMES.fullmatch(turn.text.replace(name, "", 1)):
        return None
    kept = note(turn)
    memory = replace(kept, details={**kept.details, "name": name})
    text = f"{turn.texts.got_it} {turn.texts.what_happened}"
    return say(turn, text, question=Question(kind="person"), memory=memory, misses=0)


def _keep_order(turn: Turn, who: set[str]) -> Decision:
    question = turn.state.question
    if question is not None and question.kind == "person" and turn.state.misses:
        return file(turn, turn.texts.person, None, own_words=both_lines(turn))
    known = remembered(turn, turn.memory.intent, turn.memory.last_at)
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
    hurt = manner.misses_an_apology(turn.text) or manner.asks_for_sorry(turn.text)
    # `담당자분이 직접 사과해 주셨으면 좋겠어요` is for him.
    wanted = hurt or wishes.wants_apology(turn.text)
    if not turn.state.ticket or not (manner.anger(turn.text) or wanted):
        return None
    first = not turn.memory.anger
    text = turn.texts.calm if first else turn.texts.calm_again
    if hurt:
        text = f"{turn.texts.sorry} {text}"
    memory = learn(turn, turn.entry, ())
    change = AddToTicket(details=memory.details, priority=manner.anger(turn.text))
    return say(turn, text, ticket=change, memory=memory)


def _tells_a_matter(turn: Turn) -> bool:
    """Whether an angry line says what it is about, or complains of people, as far as is seen."""
    likely = turn.match.candidates[:1] if turn.match.verdict == "clarify" else ()
    known = (turn.intent(one.intent_id) for one in likely)
    # `아 진짜 답답하네` under an offer is like a complaint about people, and names none.
    offered = turn.state.question is not None and turn.state.question.kind == "file"
    named = not offered or manner.blames_service(turn.text)
    if named and any(entry is not None and entry.category == "service" for entry in known):
        return True
    if told_plainly(turn) is not None:
        return True
    # `뭐 이딴 가게가 다 있어`: the word for the store alone names no matter.
    named = manner.names_store(turn.text.replace("가게", ""))
    return named or any(map(str.isdigit, turn.text))


def soothe(turn: Turn) -> Decision | None:
    """Anger under an offer is no question: a trouble that was told is filed, with an apology; else
    the offer is put again with one.
    """
    question = turn.state.question
    if turn.state.ticket or question is None or question.kind != "file":
        return None
    if manner.insists(turn.text) or _is_angry_again(turn):
        return _put_calmly(turn, question)
    if manner.anger(turn.text) != 1 or turn.match.verdict == "answer" or _tells_a_matter(turn):
        return None
    if manner.reports_problem(turn.state.words) and not manner.asks(turn.state.words):
        return file(turn, turn.texts.understand, topic(turn), own_words=both_lines(turn))
    opening = turn.texts.calm_again if turn.memory.sorry else turn.texts.sorry
    offer = short_offer(turn, question)
    choices = buttons.file_or_not(turn.texts)
    calmed = say(turn, f"{opening}\n{offer}", question=question, choices=choices)
    # What he said in anger goes along with what is filed.
    return replace(calmed, state=replace(calmed.state, words=both_lines(turn)))


def _is_angry_again(turn: Turn) -> bool:
    """`몇 번을 물어봐요 진짜 짜증 나게` of who was soothed under this offer already."""
    angry = manner.anger(turn.text) == 1 and (turn.memory.sorry or turn.memory.anger > 0)
    told = told_plainly(turn) is not None or manner.blames_staff(turn.text)
    return angry and not (told or wishes.labels(turn.own_words))


def _put_calmly(turn: Turn, question: Question) -> Decision:
    """The same question once more under its offer: why a number is asked; then a person gets it."""
    asks_number = "order_number" in question.details
    if turn.memory.sorry or turn.memory.anger or manner.anger(turn.text) or not asks_number:
        if (late := waits_long(turn, topic(turn))) is not None:
            # `2주나 기다렸는데 너무하네요`: no more asked for, but late.
            said = f"{turn.texts.sorry} {turn.texts.understand}"
            return file(turn, said, late, own_words=both_lines(turn), urgent=True)
        said = turn.texts.understand
        return file(turn, said, topic(turn), own_words=both_lines(turn), urgent=True)
    text = f"{turn.texts.understand}\n{turn.texts.ask_number_again}"
    again = replace(question, details=tuple(dict.fromkeys((*question.details, "name", "phone"))))
    memory = replace(turn.memory, sorry=True)
    asked = say(turn, text, question=again, memory=memory)
    return replace(asked, state=replace(asked.state, words=both_lines(turn)))


def hear_anger(turn: Turn) -> Decision | None:
    """Anger that names no matter: calm words, and the question what happened."""
    if turn.state.ticket or turn.state.question is not None or not manner.anger(turn.text):
        return None
    if turn.state.misses or turn.memory.intent or _tells_a_matter(turn):
        return None
    if turn.match.verdict == "answer" and not _RAILS.fullmatch(words.squash(turn.text)):
        return None
    call = (buttons.call(turn.texts),)
    return ask_what_happened(turn, sorry=True, misses=1, choices=call)
