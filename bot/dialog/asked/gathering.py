"""What a ticket needs, asked one after the other: told, skipped, put off, given up."""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.dialog import details, extract, manner, reading, wishes, words
from bot.dialog.answers import ask_again
from bot.dialog.asked.between import (
    asked_of_it,
    asked_otherwise,
    asks_a_person,
    asks_besides,
    asks_beyond_wish,
    asks_it_again,
    asks_why,
    is_small_talk,
    without_asked,
)
from bot.dialog.asked.called_for import names_what_he_called_for, names_what_is_missing
from bot.dialog.asked.heard import (
    Answer,
    ask_on,
    received,
    same,
    told_anew,
    with_both_orders,
    with_details,
)
from bot.dialog.asked.untold import (
    calls_off,
    cannot_tell,
    denies,
    gives_up,
    insist,
    only_agrees,
    puts_off,
    tells_what,
    told_already,
    told_before,
    wants_nothing,
    would_tell_name,
)
from bot.dialog.filing import add, topic
from bot.dialog.fitting import tells_how_long
from bot.dialog.good_news import is_over
from bot.dialog.happened import answers_when
from bot.dialog.in_vain import misses_an_answer, without_a_word
from bot.dialog.learning import learn
from bot.dialog.put_right.taking_back import takes_back
from bot.dialog.turn import Turn, say
from bot.model import AddToTicket, Decision, Question, Reply
from bot.records import replace
from intents import Intent

#: Details that are known by their looks, whatever else a line says.
PLAIN = frozenset(("order_number", "phone", "name", "wish", "address", "when"))
_WISH_AGAIN = re.compile(
    r"(?:네|그냥|걍|아|빨리|얼른|좀|일단)*(?:취소|환불|반품)(?:을|를|로)?(?:좀)?(?:이?요|할[게께]요?|할래요?|해주세요|해줘요?|부탁(?:드려요|드립니다|해요)?|원해요|하고싶어요)"
)
#: A line that only begins an answer.
_BEGINS = re.compile(
    r"(?:네|아|음|그게|저기)*(?:왜냐(?:면|하면|하믄|믄)?|이유(?:는|가)?|사유(?:는|가)?|그게|그니까|그러니까|뭐냐(?:면|하면))(?:요|여)?"
)
#: Nothing is chosen anew.
_GO_ON = re.compile(
    r"(?:아|ㅇ|네|넵|예|그럼|그러면|그냥|걍|일단|그대로|그렇게|이대로|빨리|얼른|바로|좀)*(?:진행|처리|접수|그대로|ㄱㄱ|고고)(?:해|으로)?"
    r"(?:주세요|주세용|줘요?|주시면돼요|부탁(?:드려요|드립니다|해요)?|할게요|요|바랍니다)?"
)


def hear_details(turn: Turn, question: Question) -> Decision | None:
    """What the ticket needs: taken, skipped, taken back, or given up for a person."""
    intent = topic(turn)
    if intent is None or manner.wants_person(turn.text) or manner.is_over(turn.text):
        return None
    if misses_an_answer(turn):
        return None
    if is_over(turn, intent):
        return None
    if not words.squash(turn.text) and not (turn.incoming.images or manner.anger(turn.text)):
        return ask_again(turn, question)
    if _BEGINS.fullmatch(words.squash(turn.text)):
        return _listens(turn, intent, question)
    memory = with_both_orders(turn, learn(turn, intent, question.details))
    answer = Answer(turn, question, intent, memory, told_anew(turn.memory, memory))
    heard = next(found for hear in ANSWERS if (found := hear(answer)) is not None)
    return _comes_first(turn, intent, heard)


def _comes_first(turn: Turn, intent: Intent, heard: Decision) -> Decision:
    """`저번에도 다른 게 왔는데` in the midst of it: no thanks for that, and before others."""
    again = manner.fails_again(turn.text) or manner.counts_the_times(turn.text)
    if intent.ticket != "open" or not again or not isinstance(heard.ticket, AddToTicket):
        return heard
    change = replace(heard.ticket, priority=max(1, heard.ticket.priority))
    reply = heard.reply
    for thanks in (turn.texts.got_it_too, turn.texts.got_it):
        if reply is not None and reply.text.startswith(thanks):
            reply = replace(reply, text=turn.texts.sorry_again + reply.text.removeprefix(thanks))
    return replace(heard, ticket=change, reply=reply)


def _listens(turn: Turn, intent: Intent, question: Question) -> Decision:
    """`왜냐면`: the next bubble says why, and this one is no reason."""
    missing = (one.id for one in details.missing(intent, turn.memory) if one.id == "reason")
    awaited = tuple(dict.fromkeys((*question.details, *missing)))
    question = replace(question, details=awaited)
    return say(turn, turn.texts.here, question=question, ticket=same(turn))


def _told_plainly(answer: Answer) -> Decision | None:
    """A picture, or what is known by its looks: a number, a date, a name, a wish."""
    if answer.turn.incoming.images and not words.squash(answer.turn.text):
        return _kept_photo(answer)
    if answer.turn.state.ticket and takes_back(answer.turn):
        return None  # `2026… 괜찮아요 그냥 쓸게요`
    plain = answer.fresh & PLAIN
    # `월요일에 다시 올게요` tells no day on which something happened.
    later = manner.hesitates(answer.turn.text) or manner.puts_off(answer.turn.text)
    later = later and not answers_when(answer.turn)
    if not plain or (plain == {"when"} and later):
        return None
    if manner.misses_a_detail(answer.turn.text):
        # `번호는 못 찾겠어요 이름은 정하윤이에요`: the rest is not asked again.
        return answer.without_the_rest()
    opening = received(answer.turn, answer.memory, answer.fresh)
    if asks_besides(answer) or asks_beyond_wish(answer):
        opening = f"{opening}\n{answer.turn.texts.asked_person}"
    return answer.asked_on(opening)


def _kept_photo(answer: Answer) -> Decision:
    """A picture is kept; nobody who sends one is told what his number is wanted for."""
    turn, texts = answer.turn, answer.turn.texts
    if answer.turn.memory.stuck or answer.fresh & set(answer.question.details):
        return answer.asked_on(texts.photo_kept)
    back = ask_again(turn.remembering(answer.memory), answer.question, f"{texts.photo_kept}\n\n")
    return replace(back, ticket=with_details(turn, answer.memory))


def _wants_a_promise(answer: Answer) -> Decision | None:
    """A sum or a date that nobody may promise here; what was asked stays asked."""
    turn = answer.turn
    if not manner.wants_promise(turn.text):
        return None
    if "wish" in answer.fresh & set(answer.question.details):
        return answer.asked_on(turn.texts.no_promise)  # other amends are what is wanted
    memory = learn(turn, answer.intent, ())
    back = ask_again(turn.remembering(memory), answer.question, f"{turn.texts.no_promise}\n\n")
    return replace(back, ticket=with_details(turn, memory))


def _told_measures(answer: Answer) -> Decision | None:
    """Height and weight where they were asked for; which size it shall be, a person says."""
    told = answer.fresh & set(answer.question.details)
    if not any(reading.gives_measures(answer.turn, name) for name in told):
        return None
    return answer.asked_on(received(answer.turn, answer.memory, answer.fresh))


def _goes_on(answer: Answer) -> Decision | None:
    """`네 그럼 진행해주세요` to `교환과 환불 중`: what was wanted first is wanted still."""
    turn, intent = answer.turn, answer.intent
    asked = "wish" in answer.question.details
    if asked and (meant := wishes.pointed_at(turn.text, turn.memory.last)):
        told = {**answer.memory.details, "wish": meant}
        return ask_on(turn, intent, replace(answer.memory, details=told), turn.texts.got_it)
    option = extract.kind_named(turn.memory.last) if "option" in answer.question.details else ""
    if option and wishes.points_at(turn.text):
        # `XL 있어요?`, then `그럼 그걸로요`
        told = {**answer.memory.details, "option": option}
        return ask_on(turn, intent, replace(answer.memory, details=told), turn.texts.got_it)
    wished = asked and intent.ticket == "ask"
    if not wished or "wish" in answer.fresh or not _GO_ON.fullmatch(words.squash(turn.text)):
        return None
    wish = wishes.EXCHANGE if intent.category == "exchange" else wishes.REFUND
    told = {**answer.memory.details, "wish": wish}
    return ask_on(turn, intent, replace(answer.memory, details=told), turn.texts.got_it)


def _tells_how_long(answer: Answer) -> Decision | None:
    """`아니 일주일이 넘었다고요` to what tracking shows: since when it is late. Nothing more is
    asked, nor of who reproaches that nobody gave notice.
    """
    turn = answer.turn
    asked = "tracking" in answer.question.details and turn.state.ticket
    says = tells_how_long(turn.text) or without_a_word(turn.text)
    if not asked or not says or manner.anger(turn.text) > 1:
        return None
    known = without_asked(answer)
    memory = details.asked_no_more(answer.intent, known)
    return ask_on(turn, answer.intent, memory, turn.texts.understand)


def _was_hurt(answer: Answer) -> Decision | None:
    """Somebody came to harm: an apology, and a person before all else; nothing more is asked."""
    turn = answer.turn
    if not manner.is_hurt(turn.text) or not turn.state.ticket:
        return None
    said = Reply(text=f"{turn.texts.sorry}\n{turn.texts.hand_over}")
    return add(turn, said, intent=None, memory=answer.memory, urgent=True)


def _misses_an_apology(answer: Answer) -> Decision | None:
    """`사과도 없나요` is no question for a person: it gets one, and is asked on."""
    turn = answer.turn
    plain = answer.fresh - {"what"}
    missed = manner.misses_an_apology(turn.text) or manner.asks_for_sorry(turn.text)
    if plain or not turn.state.ticket or not missed:
        return None
    back = ask_again(turn.remembering(answer.memory), answer.question, f"{turn.texts.sorry}\n\n")
    return replace(back, ticket=with_details(turn, answer.memory))


def _wants_it_still(answer: Answer) -> Decision | None:
    """`취소할게요` to the question why: it is wanted, and no reason told."""
    turn = answer.turn
    why = set(answer.question.details) == {"reason"} and turn.state.ticket
    if not why or not _WISH_AGAIN.fullmatch(words.squash(turn.text)):
        return None
    memory = details.asked_no_more(answer.intent, answer.memory)
    return add(turn, Reply(text=turn.texts.got_it), intent=answer.intent, memory=memory)


def _wishes_better(answer: Answer) -> Decision | None:
    """`다음엔 신경 써 주세요` of a torn box, and nothing in it that is amiss: no more is wanted."""
    turn, wanted = answer.turn, {one.id for one in details.of(answer.intent)}
    lacks = {one.id for one in details.missing(answer.intent, answer.memory)}
    sound = "wish" in wanted - lacks and not answer.memory.details.get("wish")
    if not (sound and turn.state.ticket and manner.wishes_better(turn.text)):
        return None
    memory = details.asked_no_more(answer.intent, answer.memory)
    return add(turn, Reply(text=turn.texts.got_it_too), intent=None, memory=memory)


def _told_freely(answer: Answer) -> Decision | None:
    if not answer.fresh - {"what", "photo"}:
        return None
    return answer.asked_on(received(answer.turn, answer.memory, answer.fresh))


def _was_polite(answer: Answer) -> Decision | None:
    turn = answer.turn
    texts = turn.texts
    if extract.contact(turn.text):
        return None  # `kim@hanbit.co.kr로 보내 주시면 감사하겠습니다`
    polite = (
        (manner.is_thanks(turn.text), texts.thanks),
        (manner.is_heard(turn.text), texts.okay),
        (is_small_talk(turn), texts.here),
        (manner.apologises(turn.text) or manner.only_excuses(turn.text), texts.okay),
        # `별점을 잘못 눌렀어요` is what happened.
        (manner.was_a_slip(turn.text) and not manner.own_slip(turn.text), texts.okay),
    )
    opening = next((said for holds, said in polite if holds), "")
    if not opening:
        return None
    back = ask_again(turn, answer.question, f"{opening} ")
    return back if back.ticket is not None else replace(back, ticket=same(turn))


#: How a line after a question is heard, the plainest first; the last always speaks.
ANSWERS: tuple[Callable[[Answer], Decision | None], ...] = (
    calls_off,
    names_what_he_called_for,
    names_what_is_missing,
    _was_hurt,
    _misses_an_apology,
    _wants_a_promise,
    asks_why,
    denies,
    tells_what,
    _told_measures,
    _tells_how_long,
    would_tell_name,
    asked_of_it,
    asks_it_again,
    asked_otherwise,
    _told_plainly,
    wants_nothing,
    gives_up,
    puts_off,
    told_already,
    cannot_tell,
    told_before,
    _goes_on,
    only_agrees,
    asks_a_person,
    _wants_it_still,
    _wishes_better,
    _told_freely,
    _was_polite,
    insist,
)
