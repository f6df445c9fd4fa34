"""What a ticket needs, asked one after the other: told, skipped, put off, given up."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from rapidfuzz import fuzz

from bot.dialog import details, manner, reading, wishes, words
from bot.dialog.answers import ask_again, wording
from bot.dialog.causes import fee_meant
from bot.dialog.corrections import withdrawn
from bot.dialog.entries import cancels, is_for
from bot.dialog.filing import add, file, learn, learn_beside, topic
from bot.dialog.good_news import is_over
from bot.dialog.mending import is_slip
from bot.dialog.standing import (
    awaits_it,
    is_about_this,
    known_of_it,
    misses_an_answer,
    where_to_look,
)
from bot.dialog.turn import Turn, say
from bot.model import AddToTicket, Decision, Memory, Question, Reply
from bot.records import replace
from intents import Intent

#: Details that are no part of another question: `주말에도 상담하세요?` names a time, and asks.
NUMBERS = frozenset(("order_number", "phone", "name", "address"))
#: Details that are known by their looks, whatever else a line says.
PLAIN = frozenset(("order_number", "phone", "name", "wish", "address", "when"))
#: Lines in a row that bring nothing before a person takes over: the third try is the last.
PATIENCE = 2
#: Lines in a row that only tell more of the matter before a person takes over.
MORE = 3
#: Letters of a line that tells more, and how like an earlier one it is when it repeats that.
LEAST_TOLD = 4
ALIKE = 75
#: From here on a question beside an answer is taken to be about the likeliest entry.
LIKELY = 0.5
#: A line this sure of another entry is no answer to a question about details.
OTHER_MATTER = 0.9
_OF_THE_TALK = re.compile(
    "(?:아|네|저|제가|그냥|혹시|어제|아까)*(?:문의|접수|상담)(?:한|했던|드린)?(?:거|것|건)?[은는을를]?취소"
)
#: `조립 다 했는데 분해해야 하나요` tells first what is asked of.
_ENDS_ASKING = re.compile("(?:나|까|가)요$")
#: Where another thing begins to be told.
_FIRST_CLAUSE = re.compile(r"\n|그리고|(?<=고요)\s|(?<=구요)\s|(?<=는데)\s|,")
#: What a line is about, named first.
_THESE_GOODS = re.compile(
    r"(?:그리고|근데|그럼|그러면|아|네|그|[\s,.])*(?P<goods>[가-힣A-Za-z]{2,8}?)(?:은|는)\s"
)
#: Goods that were opened or used may be beyond what is wanted.
_USED = re.compile(
    "(?:개봉|뜯|썼|쓰던|사용|입었|입어|신었|신어|발랐|발라|먹었|먹어|빨았|세탁|조립|설치)[가-힣]{0,10}(?:는데|은데|한데|지만|어도|아도)"
)
#: Nothing is chosen anew.
_GO_ON = re.compile(
    r"(?:아|ㅇ|네|넵|예|그럼|그러면|그냥|걍|일단|그대로|그렇게|이대로|빨리|얼른|바로|좀)*(?:진행|처리|접수|그대로|ㄱㄱ|고고)(?:해|으로)?"
    r"(?:주세요|주세용|줘요?|주시면돼요|부탁(?:드려요|드립니다|해요)?|할게요|요|바랍니다)?"
)
_DONE = re.compile(
    r"(?:아|네|그냥|이제|아니(?:요|다|에요|예요)?|아냐|아뇨|그럼)*(?:괜찮(?:아요|습니다|네요)|됐(?:어요?|습니다|네요|구요)|되었습니다"
    r"|취소(?:요|할[게께]요|해주세요)?)(?:그냥)?"
)


def hear_details(turn: Turn, question: Question) -> Decision | None:
    """What the ticket needs: taken, skipped, taken back, or given up for a person."""
    intent = topic(turn)
    if intent is None or words.wants_person(turn.text) or manner.is_over(turn.text):
        return None
    if misses_an_answer(turn):
        return None
    if is_over(turn, intent):
        return None
    if not words.squash(turn.text) and not (turn.incoming.images or manner.anger(turn.text)):
        return ask_again(turn, question)
    memory = with_both_orders(turn, learn(turn, intent, question.details))
    answer = Answer(turn, question, intent, memory, told_anew(turn.memory, memory))
    return next(found for hear in ANSWERS if (found := hear(answer)) is not None)


@dataclass(frozen=True, slots=True)
class Answer:
    """A line after a question about details; `memory` is with what it told, `fresh` names that."""

    turn: Turn
    question: Question
    intent: Intent
    memory: Memory
    fresh: set[str]

    def without_the_rest(self) -> Decision:
        """Thank for what was told; what was asked beside it cannot be."""
        # Who names the number that he cannot tell may know all else.
        of_number = "번호" in self.turn.text and "order_number" in self.question.details
        names = ("order_number",) if of_number else self.question.details
        skipped = dict.fromkeys(names, details.MOST_ASKED)
        memory = replace(self.memory, asked={**self.memory.asked, **skipped}, stuck=0)
        return _asked_on(self.turn, self.intent, memory, received(self.turn, memory, self.fresh))

    def asked_on(self, opening: str | Reply) -> Decision:
        """Thank, and ask for what is still missing; or say that all is there.

        Under something else than was asked, that is asked once more at most.
        """
        known, names = self.turn.memory, self.question.details
        missed = not known.stuck and not self.fresh & set(names)
        memory = details.put_aside(self.memory, names) if missed else self.memory
        memory = replace(memory, stuck=int(missed))
        return _asked_on(self.turn, self.intent, memory, opening)


def _told_plainly(answer: Answer) -> Decision | None:
    """A picture, or what is known by its looks: a number, a date, a name, a wish."""
    if answer.turn.incoming.images and not words.squash(answer.turn.text):
        return answer.asked_on(answer.turn.texts.photo_kept)
    plain = answer.fresh & PLAIN
    # `월요일에 다시 올게요` tells no day on which something happened.
    if not plain or (plain == {"when"} and manner.hesitates(answer.turn.text)):
        return None
    if manner.misses_a_detail(answer.turn.text):
        # `번호는 못 찾겠어요 이름은 정하윤이에요`: the rest is not asked again.
        return answer.without_the_rest()
    opening = received(answer.turn, answer.memory, answer.fresh)
    if _asks_besides(answer) or _asks_if_used(answer):
        opening = f"{opening}\n{answer.turn.texts.asked_person}"
    return answer.asked_on(opening)


def _asks_besides(answer: Answer) -> bool:
    """Whether something that the FAQ has an entry for is asked beside what is told.

    `2024… M에서 L인데 L 재고 있어요?`: nobody here knows, and it is not left without a word.
    """
    turn = answer.turn
    if "wish" in answer.fresh or turn.match.verdict != "clarify" or not manner.asks(turn.text):
        return False
    best = turn.match.candidates[0]
    entry = turn.intent(best.intent_id)
    other = entry is not None and entry.listed and entry.ticket != "open"
    if entry is None or not other or entry.id == answer.intent.id or best.confidence < LIKELY:
        return False
    # `여기요 됐나요?` names no thing.
    return any(len(name) > 1 for name in manner.things_named(turn.own_words))


def _asks_if_used(answer: Answer) -> bool:
    """`개봉해서 좀 썼는데 교환 되나요?` wants it, and asks whether it may be had."""
    text = answer.turn.text
    return "wish" in answer.fresh and manner.asks(text) and bool(_USED.search(words.squash(text)))


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


def _asks_why(answer: Answer) -> Decision | None:
    """`번호 꼭 필요해요?`: what it is for, and what else finds the order."""
    turn = answer.turn
    if "order_number" not in answer.question.details or not manner.asks_if_needed(turn.text):
        return None
    return say(turn, turn.texts.ask_number_again, question=answer.question, ticket=same(turn))


def _told_measures(answer: Answer) -> Decision | None:
    """Height and weight where they were asked for; which size it shall be, a person says."""
    told = answer.fresh & set(answer.question.details)
    if not any(reading.gives_measures(answer.turn, name) for name in told):
        return None
    return answer.asked_on(received(answer.turn, answer.memory, answer.fresh))


def _asked_otherwise(answer: Answer) -> Decision | None:
    """Another question: it is answered, and what was told beside it is kept."""
    turn = answer.turn
    entry = _asked_about(turn, answer.intent)
    if entry is None or is_about_this(turn, entry) or awaits_it(turn, answer.intent, entry):
        return None
    # `주문번호가 뭐여유 그런 거 몰라유` cannot tell it.
    if manner.knows_nothing(turn.text):
        return None
    if answer.intent.ticket == "open" and _is_of_it(turn, answer.intent):
        return None
    if "wish" in answer.fresh and wishes.only_wishes(turn.text):
        return None  # `새 걸로 보내 주실 수 있을까요?` asks for nothing but that
    told = answer.fresh & (NUMBERS | set(answer.question.details)) - {"when"}
    if not told:
        return _answer_between(turn, answer.question, entry)
    thanks = received(turn, answer.memory, told)
    reply = Reply(text=f"{thanks}\n\n{wording(turn, entry)}", buttons=entry.buttons)
    return answer.asked_on(reply)


def _is_of_it(turn: Turn, intent: Intent) -> bool:
    """Whether a question is for who works on the complaint, whatever entry is like it.

    `제 물건은 언제 보내주시나요`; `월요일에 다시 보내주실 수 있나요` of a parcel that did not come.
    """
    if words.asks_when_done(turn.text):
        return True
    sends = intent.category == "shipping" and "보내" in turn.text
    return sends and wishes.only_wishes(turn.own_words)


def _asked_of_it(answer: Answer) -> Decision | None:
    """A question about the matter itself, or where its number is found: answered, then asked on."""
    turn = answer.turn
    if answer.fresh & NUMBERS or turn.incoming.images or manner.anger(turn.text):
        return None
    asked = "wish" in answer.question.details
    if "wish" in answer.fresh and (asked or wishes.only_wishes(turn.text)):
        return None
    wanted = "order_number" in answer.question.details
    text = (where_to_look(turn) if wanted else "") or known_of_it(turn, answer.intent)
    if not text:
        return None
    memory = learn_beside(turn, None)
    back = ask_again(turn.remembering(memory), answer.question, f"{text}\n\n")
    return replace(back, ticket=with_details(turn, memory))


def _goes_on(answer: Answer) -> Decision | None:
    """`네 그럼 진행해주세요` to `교환과 환불 중`: what was wanted first is wanted still."""
    turn, intent = answer.turn, answer.intent
    wished = "wish" in answer.question.details and intent.ticket == "ask"
    if not wished or "wish" in answer.fresh or not _GO_ON.fullmatch(words.squash(turn.text)):
        return None
    wish = wishes.EXCHANGE if intent.category == "exchange" else wishes.REFUND
    told = {**answer.memory.details, "wish": wish}
    return _asked_on(turn, intent, replace(answer.memory, details=told), turn.texts.got_it)


def _only_agrees(answer: Answer) -> Decision | None:
    """`네` to a question that is none of yes or no: put once more, not thanked for."""
    turn = answer.turn
    if turn.memory.stuck or answer.fresh - {"what"} or words.yes_or_no(turn.text) != "yes":
        return None
    stuck = turn.remembering(replace(turn.memory, stuck=1))
    return replace(ask_again(stuck, answer.question), ticket=same(turn))


def _calls_off(answer: Answer) -> Decision | None:
    """`접수 취소할게요`: no wish for the money back, though it says 취소."""
    turn = answer.turn
    return withdrawn(turn) if turn.state.ticket and manner.cancels_filing(turn.text) else None


def _wants_nothing(answer: Answer) -> Decision | None:
    turn = answer.turn
    return withdrawn(turn) if takes_back(turn) and turn.state.ticket else None


def _puts_off(answer: Answer) -> Decision | None:
    """It comes later: the question stays, and a reminder comes in its time."""
    turn = answer.turn
    if not manner.puts_off(turn.text) and not _is_undecided(turn):
        return None
    return say(turn, turn.texts.put_off, question=answer.question, ticket=same(turn))


def _gives_up(answer: Answer) -> Decision | None:
    """`됐어요` to the question about a mere wish takes the wish back."""
    turn = answer.turn
    done = is_done(turn.text)
    wish = answer.intent.ticket == "ask" and bool(turn.state.ticket)
    # `네 취소해주세요` says once more what is wanted, where that is a cancellation.
    wanted = "취소" in turn.text and cancels(turn, answer.intent)
    return withdrawn(turn) if done and wish and not wanted else None


def is_done(text: str) -> bool:
    """Whether somebody says in so many words that he is done with it (`됐어요 그냥`)."""
    return bool(_DONE.fullmatch(words.squash(text)))


def _was_hurt(answer: Answer) -> Decision | None:
    """Somebody came to harm: an apology, and a person before all else; nothing more is asked."""
    turn = answer.turn
    if not manner.is_hurt(turn.text) or not turn.state.ticket:
        return None
    said = Reply(text=f"{turn.texts.sorry}\n{turn.texts.hand_over}")
    return add(turn, said, intent=None, memory=answer.memory, urgent=True)


def _would_tell_name(answer: Answer) -> Decision | None:
    """`이름으로 찾아주세요`: an order is found by its owner's name and phone number, too."""
    turn = answer.turn
    if "order_number" not in answer.question.details or answer.fresh & NUMBERS:
        return None
    if not manner.would_tell_name(turn.text):
        return None
    text, names = details.ask_who(turn.texts)
    question = replace(answer.question, details=names)
    memory = replace(turn.memory, asked=details.asked(turn.memory, names))
    return say(turn, text, question=question, ticket=same(turn), memory=memory)


def _cannot_tell(answer: Answer) -> Decision | None:
    """What cannot be told is not asked again."""
    turn = answer.turn
    if manner.knows_nothing(turn.text) or words.yes_or_no(turn.text) == "no":
        memory = turn.memory
    elif manner.misses_a_detail(turn.text) and not manner.asks(turn.text):
        memory = answer.memory  # what else the line tells is kept
    else:
        return None
    skipped = dict.fromkeys(answer.question.details, details.MOST_ASKED)
    memory = replace(memory, asked={**memory.asked, **skipped}, stuck=0)
    if "order_number" in answer.question.details and not _is_found_by(memory):
        return _ask_who(turn, answer, memory)
    return _asked_on(turn, answer.intent, memory, turn.texts.skipped)


def _is_found_by(memory: Memory) -> bool:
    """Whether an order can be found by what is known, or who it is was asked before."""
    return bool({"order_number", "phone", "name"} & memory.details.keys()) or bool(
        memory.asked.get("name")
    )


def _ask_who(turn: Turn, answer: Answer, memory: Memory) -> Decision:
    """Without its number an order is found by its owner: asked once, and let go."""
    text, names = details.ask_who(turn.texts)
    said = f"{turn.texts.no_number} {text}"
    memory = replace(memory, asked=details.asked(memory, names))
    question = replace(answer.question, details=names)
    return say(turn, said, question=question, ticket=with_details(turn, memory), memory=memory)


def _asks_a_person(answer: Answer) -> Decision | None:
    """A question that the FAQ does not know is passed on; what was asked stays asked."""
    turn = answer.turn
    if not manner.asks(turn.text) or manner.anger(turn.text):
        return None
    told = manner.retells(turn.text) and not _ENDS_ASKING.search(words.squash(turn.text))
    if is_small_talk(turn) or told:
        return None
    if set(answer.question.details) <= answer.fresh:  # `3월 29일까지 되나요` tells it by asking
        return answer.asked_on(turn.texts.asked_person)
    if turn.memory.stuck:  # the second in a row: what was asked stands above yet
        change = with_details(turn, answer.memory)
        text = turn.texts.asked_person
        return say(turn, text, question=answer.question, ticket=change, memory=answer.memory)
    memory = replace(answer.memory, stuck=1)
    back = ask_again(turn.remembering(memory), answer.question, f"{turn.texts.asked_person}\n\n")
    return replace(back, ticket=with_details(turn, memory))


def _told_freely(answer: Answer) -> Decision | None:
    if not answer.fresh - {"what", "photo"}:
        return None
    return answer.asked_on(received(answer.turn, answer.memory, answer.fresh))


def _was_polite(answer: Answer) -> Decision | None:
    turn = answer.turn
    texts = turn.texts
    polite = (
        (is_small_talk(turn), texts.here),
        (manner.is_thanks(turn.text), texts.thanks),
        (manner.apologises(turn.text) or manner.only_excuses(turn.text), texts.okay),
        (manner.was_a_slip(turn.text), texts.okay),
    )
    opening = next((said for holds, said in polite if holds), "")
    if not opening:
        return None
    back = ask_again(turn, answer.question, f"{opening} ")
    return back if back.ticket is not None else replace(back, ticket=same(turn))


def told_anew(before: Memory, after: Memory) -> set[str]:
    """Which details are new or changed."""
    return {k for k, v in after.details.items() if before.details.get(k) != v}


def with_both_orders(turn: Turn, memory: Memory) -> Memory:
    """A second order beside the first one; it takes its place only where the first was wrong."""
    before = turn.memory.details.get("order_number", "")
    after = memory.details.get("order_number", "")
    if (
        not before
        or after.startswith(before)
        or after in before.split(", ")
        or manner.mends(turn.text)
        or is_slip(before, after)
    ):
        return memory
    both = ", ".join(dict.fromkeys((*before.split(", "), *after.split(", "))))
    return replace(memory, details={**memory.details, "order_number": both})


def _asked_on(turn: Turn, intent: Intent, memory: Memory, opening: str | Reply) -> Decision:
    """Thank, and ask for what is still missing; or say that all is there."""
    if not turn.state.ticket:
        return file(turn.remembering(memory), opening, intent)
    said = opening if isinstance(opening, Reply) else Reply(text=opening)
    return add(turn, said, intent=intent, memory=memory)


def received(turn: Turn, memory: Memory, fresh: set[str]) -> str:
    """Thanks for what was told; a number is said back, so that a slip is seen."""
    if "order_number" in fresh:
        return turn.texts.got_number(memory.details["order_number"])
    # Nobody is thanked for his anger.
    blames = manner.anger(turn.text) or manner.was_done_to(turn.text)
    return turn.texts.understand if blames else turn.texts.got_it


def is_other_matter(turn: Turn, intent: Intent) -> bool:
    """Whether a line asks something else instead of answering."""
    return _asked_about(turn, intent) is not None


def _asked_about(turn: Turn, intent: Intent) -> Intent | None:
    """The other entry that a line asks about."""
    if turn.match.verdict != "answer" or not manner.asks(turn.text):
        return None
    if manner.retells(turn.text):  # `배송 언제 오냐고 물었을 뿐인데`
        return None
    # "장난해요?" asks for no information, and `왜 말도 없이 취소하세요` not how it is done.
    if manner.anger(turn.text) or manner.was_done_to(turn.text):
        return None
    best = turn.match.candidates[0]
    entry = turn.intent(best.intent_id)
    if entry is None or not entry.listed or entry.id == intent.id:
        return None
    if entry.ticket == "open" and not manner.reports_problem(turn.text):
        return None  # nobody complains of another thing by a question
    return fee_meant(turn, entry) if best.confidence >= OTHER_MATTER else None


def is_small_talk(turn: Turn) -> bool:
    """A greeting in the midst of a matter is no new conversation."""
    if turn.match.verdict != "answer":
        return False
    entry = turn.intent(turn.match.candidates[0].intent_id)
    return entry is not None and not entry.listed and entry.ticket == "none"


def _answer_between(turn: Turn, question: Question, entry: Intent) -> Decision:
    """Another question is answered, and the open one put again."""
    memory = learn_beside(turn, None)
    back = ask_again(turn.remembering(memory), question, f"{wording(turn, entry)}\n\n")
    return replace(
        back,
        reply=back.reply and Reply(text=back.reply.text, buttons=entry.buttons),
        ticket=with_details(turn, memory),
    )


def same(turn: Turn) -> AddToTicket | None:
    """The ticket stays where it is; only the line is added."""
    if not turn.state.ticket:
        return None
    status = turn.state.ticket_status or "open"
    if status == "no_reply":  # he is back
        status = "open" if turn.state.question is None else "waiting"
    return AddToTicket(status=status)


def with_details(turn: Turn, memory: Memory) -> AddToTicket | None:
    """The ticket stays where it is; the line is added, and what it told."""
    stays = same(turn)
    return stays and replace(stays, details=memory.details, priority=manner.anger(turn.text))


def takes_back(turn: Turn) -> bool:
    """Whether nothing is wanted any more; `아 됐어요 환불이요` wants something."""
    if manner.is_question(turn.text):
        return False
    if manner.cancels_filing(turn.text) or _calls_off_the_wish(turn):
        return True
    if _is_of_another(turn) or _is_undecided(turn) or _is_of_other_goods(turn):
        return False
    if _only_waits_for_it(turn):
        return False
    # `그냥 입을게요 취소해 주세요` calls off what was asked for; only another wish is one.
    return manner.withdraws(turn.text) and not wishes.labels(turn.own_words.replace("취소", ""))


def _calls_off_the_wish(turn: Turn) -> bool:
    """`반품 취소할게요` beside a ticket for just that."""
    known = turn.intent(turn.memory.intent)
    wished = known is not None and known.ticket == "ask" and bool(turn.state.ticket)
    named = manner.calls_off(turn.text) if wished else ""
    return bool(named) and known is not None and is_for(turn, known, named)


def _is_of_another(turn: Turn) -> bool:
    """Whether what shall not be done is something else than what was asked for.

    `기사님 오시기 전에 취소하지 마세요` beside an exchange keeps the exchange.
    """
    forbidden = manner.forbids(turn.text)
    if not forbidden:
        return False
    known = topic(turn) or turn.intent(turn.memory.intent)
    title = known.title if known is not None else ""
    told = (turn.memory.details.get(name, "") for name in ("what", "wish"))
    return forbidden not in "".join((title, turn.state.words, *told))


def _is_of_other_goods(turn: Turn) -> bool:
    """Whether goods that the matter did not begin with are left as they are.

    `가디건은 그냥 기다릴게요` beside the return of a dress.
    """
    found = _THESE_GOODS.match(turn.text)
    what = turn.memory.details.get("what", "")
    if found is None or found["goods"] in _FIRST_CLAUSE.split(what, maxsplit=1)[0]:
        return False
    return found["goods"] in what


def _only_waits_for_it(turn: Turn) -> bool:
    """`기다려 볼게요` beside faulty goods waits for what is done about them."""
    known = turn.intent(turn.memory.intent)
    if known is None or known.ticket != "open" or known.category == "shipping":
        return False
    return "기다" in turn.text and not manner.withdraws(turn.text.replace("기다", ""))


def _is_undecided(turn: Turn) -> bool:
    """`생각해 볼게요` to a complaint: what was wrong is still wrong."""
    known = topic(turn) or turn.intent(turn.memory.intent)
    complains = known is not None and known.ticket == "open"
    return complains and manner.thinks_it_over(turn.text)


def withdraw(turn: Turn) -> Decision | None:
    """The open matter is taken back, whatever was asked last; who only waits takes nothing back."""
    if turn.memory.withdrawn and not turn.state.ticket and manner.forbids(turn.text):
        return say(turn, turn.texts.status_withdrawn)  # `진짜로요 취소하지 마세요`
    if not takes_back(turn) or manner.is_heard(turn.text):
        return None
    closed = turn.memory.closed is not None and turn.state.question is None
    if closed and not turn.state.ticket and manner.cancels_filing(turn.text):
        return say(turn, turn.texts.status_withdrawn)  # it was over already
    if turn.state.ticket:
        return withdrawn(turn) if turn.state.question is None else None
    if _OF_THE_TALK.match(words.squash(turn.text)) and turn.state.question is None:
        return say(turn, turn.texts.status_none)  # `문의 취소할게요` where none is open
    chooses = turn.state.question is not None and turn.state.question.kind == "choose"
    return say(turn, turn.texts.not_filed) if chooses else None


def _insist(answer: Answer) -> Decision:
    """Nothing that was asked for: ask otherwise, and the third time call a person."""
    turn, intent = answer.turn, answer.intent
    if not turn.state.ticket:
        return file(turn.remembering(answer.memory), turn.texts.got_it, intent, urgent=True)
    if not turn.memory.stuck and not reading.remainder(turn.text, None):
        return answer.asked_on(answer.turn.texts.got_it)  # what was known already, once more
    stuck = turn.memory.stuck + 1
    memory = replace(answer.memory, stuck=stuck)
    angry = manner.anger(turn.text)
    if not angry and stuck <= MORE and _tells_more(turn):
        known = turn.remembering(memory)
        back = ask_again(known, answer.question, f"{turn.texts.got_it_too}\n\n")
        return replace(back, ticket=with_details(turn, memory))
    if stuck >= PATIENCE or angry > 1:
        # Who threatens, or only says yes, has repeated nothing.
        opening = turn.texts.understand if stuck < PATIENCE else turn.texts.sorry_repeat
        only_yes = stuck >= PATIENCE and words.yes_or_no(turn.text)
        text = turn.texts.hand_over if only_yes else f"{opening}\n{turn.texts.hand_over}"
        return add(turn, Reply(text=text), intent=None, memory=memory, urgent=True)
    if not details.missing(intent, memory):
        opening = turn.texts.understand if angry else turn.texts.got_it
        return add(turn, Reply(text=opening), intent=intent, memory=memory)
    opening = turn.texts.understand if angry else ""
    return add(turn, Reply(text=opening), intent=intent, memory=memory)


def _tells_more(turn: Turn) -> bool:
    """Whether a line tells something new of the matter: then nobody repeats himself."""
    plain = words.squash(turn.text)
    told = (words.squash(line) for line in turn.memory.details.get("what", "").split("\n"))
    repeats = any(fuzz.partial_ratio(plain, line) >= ALIKE for line in told if line)
    says = len(plain) >= LEAST_TOLD and not words.yes_or_no(turn.text)
    return says and not repeats and not manner.protests(turn.text)


#: How a line after a question is heard, the plainest first; the last always speaks.
ANSWERS: tuple[Callable[[Answer], Decision | None], ...] = (
    _calls_off,
    _was_hurt,
    _wants_a_promise,
    _asks_why,
    _told_measures,
    _asked_of_it,
    _asked_otherwise,
    _told_plainly,
    _wants_nothing,
    _gives_up,
    _puts_off,
    _would_tell_name,
    _cannot_tell,
    _goes_on,
    _only_agrees,
    _asks_a_person,
    _told_freely,
    _was_polite,
    _insist,
)
