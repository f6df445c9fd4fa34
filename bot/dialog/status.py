"""How the open ticket stands: what is asked about it, and who waits for an answer to it."""

from __future__ import annotations

import re

from bot.dialog import details, manner, reading, wishes, words
from bot.dialog.asked.between import is_small_talk
from bot.dialog.asked.heard import same, with_details
from bot.dialog.complaints.fees import charges_sound_goods
from bot.dialog.entries import changes_order, is_for_a_person
from bot.dialog.filing import added, when
from bot.dialog.in_vain import (
    SILENCE,
    SOON,
    found_after_silence,
    misses_an_answer,
    overdue,
)
from bot.dialog.learning import SAME_ORDER, learn, learn_beside
from bot.dialog.never_answered import reported_before, tell_nothing_filed
from bot.dialog.several import left_unsaid
from bot.dialog.sole_guess import tells_beside
from bot.dialog.standing import (
    anew,
    is_about_another,
    known_of_it,
)
from bot.dialog.turn import Turn, say
from bot.model import AddToTicket, Decision, Memory
from bot.patterns import searched
from bot.records import replace

#: Letters of a question that is worth a person's answer.
LEAST_ASKED = 4
_SUM = searched(r"[0-9천백만]원")
#: `카드사에서는 취소 내역이 없대요`
_ASKED_ELSEWHERE = searched(
    r"(?:은행|카드사|카드\s?회사|페이|통신사)(?:에서는?|에는?|측에서는?|쪽에서는?|에다가?)\s"
)
_TOO = searched(r"[가-힣]{2}도(?:이?요|여|용)$")
#: `네이버로 가입한 건지 모르겠어요` tells that he does not know, and asks nothing.
_UNSURE = searched(
    r"^(?!.*(?:어떻|어떡|어케|어디|언제|뭐|뭘|무엇|왜|얼마|누가|누구|어떤|무슨|몇|어느)).*(?:건지|인지|는지|ㄴ지|던지|했는지)(?:는|도|를)?(?:잘|도저히|저도|전혀)?(?:모르겠|기억이?안|기억안|헷갈)[가-힣]{0,4}$"
)


def ask_of_ticket(turn: Turn) -> Decision | None:
    """A question about the open ticket: how it stands, what it costs, who comes for the goods.

    What nobody knows is passed on, and kept with the ticket.
    """
    beside = bool(turn.state.ticket) and turn.state.question is None
    unpaid = beside and _is_unpaid_still(turn)
    if not beside or (not unpaid and _is_more_than_asked(turn)):
        return None
    intent = turn.entry
    waits = manner.still_waits(turn.text) and not manner.names_goods(turn.text)
    waits = waits or (_waited_in_vain(turn) and manner.asks_how_long(turn.text))
    if unpaid or waits:
        return _still_waits(turn)
    plain = words.squash(turn.text)
    if (_TOO.search(plain) and not manner.asks(turn.text)) or _UNSURE.search(plain):
        return None  # `거래명세서도요` wants that as well
    text = known_of_it(turn, intent)
    if text:
        text += left_unsaid(turn, text)
        # `출발했다고 떴는데요??` tells, and asks nothing.
        stated = manner.only_states(turn.text)
        learned = learn(turn, intent, ()) if stated else learn_beside(turn, intent)
        memory = _with_question(turn, learned)
        return say(turn, text, ticket=with_details(turn, memory), memory=memory)
    asks = _is_for_who_fetches(turn) or _asks_the_store(turn)
    if not (asks or manner.would_buy_part(turn.text)):
        return None
    memory = _with_question(turn, learn(turn, intent, ()))
    return say(turn, turn.texts.asked_person, ticket=with_details(turn, memory), memory=memory)


def _waited_in_vain(turn: Turn) -> bool:
    """Whether he told already that he waits in vain: `언제까지 기다려요` waits on."""
    return any(map(manner.misses_an_answer, turn.memory.details.get("what", "").split("\n")))


def _is_unpaid_still(turn: Turn) -> bool:
    """`입금 안 됐는데요` of who waits for his money, and paid for no order that is looked for."""
    known = turn.entry
    wanted = turn.memory.details.get("wish", "").startswith(wishes.REFUND)
    awaits = wanted or (known is not None and known.category == "refund")
    tells = _ASKED_ELSEWHERE.search(turn.text) is not None  # that helps, and is written down
    waits = awaits and manner.still_unpaid(turn.text) and not tells
    return waits and not manner.asks(turn.text)


def _is_more_than_asked(turn: Turn) -> bool:
    """Whether a line beside a ticket brings something, or is heard by `tell_status`."""
    told = reading.by_itself(turn)
    brings = bool({"order_number", "phone", "address"} & told.keys() or turn.incoming.images)
    # `환불 원해요 보상은요?`
    wished = any(one.id == "wish" for one in details.of(turn.entry)) if turn.entry else False
    brings = brings or (wished and bool(wishes.label(turn.own_words, turn.said)))
    return brings or manner.asks_status(turn.text) or misses_an_answer(turn)


def _with_question(turn: Turn, memory: Memory) -> Memory:
    """What was learned of a question: a day in it is not when something happened."""
    kept = {**memory.details}
    for name in ("when", "reason", "option"):
        if name in turn.memory.details:
            kept[name] = turn.memory.details[name]
        else:
            kept.pop(name, None)
    return replace(memory, details=kept)


_WHEN_HE_COMES = searched(r"(?:언제|몇시|며칠)(?:쯤|에)?(?:다시)?(?:오|올|와|방문|가져)")
#: What they said to it.
_WAS_ANSWERED = searched(
    r"(?:라고|다고|으라고|냐고)(?:만|도)?(?:하셨|하시|했|하더|그러|말씀하셨|답하셨)[가-힣]{1,5}$"
)
#: `그냥 써도 되는 거죠?`: of what the ticket is about, whatever else is used so.
_MAY_HE = re.compile(
    r"(?:네|아|그럼|그러면|그냥|이거|이건|그거|그대로|일단|혹시|제가|근데|계속)*(?:써|사용해|입어|먹어|신어|읽어|열어(?:봐)?|뜯어|가져|발라|둬|놔둬|버려)도"
    r"(?:되나요|돼요|되죠|되는거죠|되는거예요|되는건가요|될까요|괜찮아요|괜찮나요|괜찮을까요|괜찮죠|상관없나요)"
)


def _asks_the_store(turn: Turn) -> bool:
    """Whether a question is about the ticket, and the FAQ says nothing to it that is sure."""
    plain = words.squash(turn.text)
    of_shop = manner.asks_where_to_send(turn.text)
    if (
        not (of_shop or manner.asks(turn.text))
        or manner.anger(turn.text)
        or manner.only_waits(turn.text)
    ):
        return False
    if len(plain) < LEAST_ASKED or manner.asks_when_done(turn.text) or is_small_talk(turn):
        return False
    if manner.wants_promise(turn.text) or manner.is_thanks(turn.text) or _only_retells(turn):
        return False
    if manner.reports_damage(turn.text) or manner.wants_person(turn.text):
        return False
    if turn.match.verdict == "clarify" and tells_beside(turn) is not None:
        return False
    # The store's own address is no other place for a parcel.
    sure = not of_shop and turn.match.verdict == "answer" and is_about_another(turn)
    best = turn.intent(turn.match.candidates[0].intent_id) if sure else None
    sure = sure and not (best is not None and charges_sound_goods(turn, turn.entry, best))
    sure = sure and not _asks_what_more(turn)
    may_he = _MAY_HE.fullmatch(plain) is not None or _asks_which_amends(turn)
    return not sure or may_he or manner.asks_to_send_anew(turn.text)


#: `추가금 있나요?` beside a change of the order: of that, and of no freight.
_MORE = searched("추가(?:금|비용|요금|결제|로)|차액|(?:돈|금액)(?:을|은|이)?더|더내")
_FREIGHT = searched("배송|택배|운임|제주|도서|섬")


def _asks_what_more(turn: Turn) -> bool:
    plain = words.squash(turn.text)
    changed = turn.entry is not None and turn.entry is changes_order(turn)
    return changed and bool(_MORE.search(plain)) and not _FREIGHT.search(plain)


def _asks_which_amends(turn: Turn) -> bool:
    """`환불해 주실 건가요 다시 보내 주실 건가요` beside a complaint: how either is asked for is no
    answer to that.
    """
    complained = turn.entry is not None and turn.entry.ticket == "open"
    return complained and len(wishes.labels(turn.own_words)) > 1


def _only_retells(turn: Turn) -> bool:
    """`세탁 방법 물어봤는데 페이지 보라고만 하셨어요` tells what he had asked, and asks nothing."""
    ends = turn.text.rstrip(" .~!ㅠㅜ").endswith(("?", "나요", "까요"))
    answered = bool(_WAS_ANSWERED.search(words.squash(turn.text)))
    return answered and manner.retells(turn.text) and not ends


def _is_for_who_fetches(turn: Turn) -> bool:
    """`언제 오는지 알려 주세요` of who waits for the courier that fetches: of no parcel."""
    told = turn.memory.details.get("what", "").split("\n")
    back = turn.entry is not None and turn.entry.category in {"refund", "exchange"}
    fetched = back and any(map(manner.missed_pickup, told))
    when = _WHEN_HE_COMES.search(words.squash(turn.text))
    return fetched and bool(when) and not manner.anger(turn.text)


def _still_waits(turn: Turn) -> Decision:
    """`월요일인데 아직인가요`: an apology, how it stands, and before others when it is late."""
    if overdue(turn) and turn.memory.filed_at is not None:
        return _tell_found(turn)
    if _SUM.search(words.squash(turn.text)) and not manner.asks(turn.text):
        # `4만원인데 3만4천원만 들어왔어요` tells how much it is.
        memory = learn(turn, turn.entry, ())
        return say(turn, added(turn), ticket=with_details(turn, memory), memory=memory)
    memory = _with_question(turn, learn_beside(turn, turn.entry))
    text = f"{turn.texts.sorry_wait} {turn.texts.status(turn.ticket)}\n{when(turn)}"
    return say(turn, anew(turn, text), ticket=with_details(turn, memory), memory=memory)


def tell_filed(turn: Turn) -> Decision | None:
    """`접수한 게 뭐뭐 있죠?`: the matter that is open, by its name and its number."""
    if not turn.state.ticket or not manner.asks_what_is_filed(turn.text):
        return None
    matter = words.clip(turn.state.matter) or turn.texts.matter_unnamed
    text = f"{turn.texts.filed_now(matter, turn.ticket)}\n{when(turn)}"
    return say(turn, text, ticket=same(turn), question=turn.state.question)


def tell_status(turn: Turn) -> Decision | None:
    """What became of the ticket: the most usual second message of all."""
    open_ = bool(turn.state.ticket)
    misses = misses_an_answer(turn) or (
        open_ and (_waits_for_a_person(turn) or manner.holds_to_word(turn.text))
    )
    asks = (
        manner.asks_what_is_filed(turn.text)
        or manner.asks_status(turn.text)
        or (open_ and manner.asks_when_done(turn.text))
    )
    asks = asks or (turn.memory.withdrawn and manner.asks_done(turn.text))
    asks = asks or (not open_ and manner.asks_ticket_number(turn.text))
    reported = None if open_ else reported_before(turn)
    if reported is not None or not (misses or asks):
        return reported
    if not open_:
        return tell_nothing_filed(turn, misses=misses)
    if misses and turn.memory.filed_at is not None:
        return _tell_found(turn)
    if turn.state.ticket_status == "waiting":
        return say(turn, turn.texts.status_answered(turn.ticket))
    text = f"{turn.texts.status(turn.ticket)}\n{when(turn)}"
    memory = _with_question(turn, learn_beside(turn, turn.entry))
    change = AddToTicket(details=memory.details)
    return say(turn, anew(turn, text), ticket=change, memory=memory)


def hear_left_waiting(turn: Turn) -> Decision | None:
    """`신청하고 이틀 지났는데 소식이 없어요` beside a matter that has been open for a while: it is
    found and put before others. What is told or wanted beside that is heard elsewhere.
    """
    filed = turn.memory.filed_at
    owed = turn.state.ticket_status == "open" and turn.state.question is None
    if not (turn.state.ticket and owed and filed is not None) or turn.incoming.images:
        return None
    if turn.now - filed <= SAME_ORDER or not manner.says_it_hangs(turn.text):
        return None
    told = reading.by_itself(turn).keys() - {"when", "what", "reason"}
    # `여전히 깜빡거려요 이틀 지났는데` tells more of the goods.
    of_goods = manner.is_late(turn.text) and not manner.hears_nothing(turn.text)
    of_goods = of_goods or manner.reports_damage(turn.text)
    if told or of_goods or manner.anger(turn.text) or manner.waits_for_another(turn.text):
        return None
    before = turn.memory.details.get("what", "").split("\n")[1:]
    if not any(map(manner.says_it_hangs, before)):
        return _tell_found(turn)
    # It was found before, and an apology said twice is none.
    text = f"{turn.texts.status(turn.ticket)}\n{when(turn)}"
    memory = _with_question(turn, learn_beside(turn, turn.entry))
    return say(turn, anew(turn, text), ticket=with_details(turn, memory), memory=memory)


def _waits_for_a_person(turn: Turn) -> bool:
    """`왜 안 와요` of who has asked for nobody but a person means that one."""
    known = turn.entry
    wanted = known is None or (is_for_a_person(known) and known.category != "service")
    filed = turn.memory.filed_at
    # `여보세요?` right behind the ticket only asks whether somebody is there.
    calls = manner.greets(turn.text) and filed is not None and turn.now - filed <= SOON
    return wanted and manner.only_waits(turn.text) and not calls


def _tell_found(turn: Turn) -> Decision:
    """Somebody waited in vain: his matter is found, named, and put before others."""
    memory = learn(turn, turn.entry, ())
    # `이틀 지났는데` is no second day on which the goods came.
    then = turn.memory.details.get("when")
    memory = replace(memory, details={**memory.details, "when": then}) if then else memory
    change = AddToTicket(
        details=memory.details, priority=max(1, manner.anger(turn.text)), note=SILENCE
    )
    text = anew(turn, found_after_silence(turn))
    return say(turn, text, ticket=change, memory=memory)


def _wants_something(turn: Turn) -> bool:
    """`사과해 주셨으면 좋겠어요` sounds like thanks, and is a wish."""
    # `친절하게 좀 해 주세요`
    better = manner.wishes_better(turn.text) and manner.is_request(turn.text)
    better = better and not manner.is_thanks(turn.text)
    return better or wishes.wants_apology(turn.text) or "으면좋겠" in words.squash(turn.text)


def hear_greeting(turn: Turn) -> Decision | None:
    """`여보세요?` while a matter is open asks whether anybody is there."""
    # `저번에 문의한 사람인데요` wants to hear of it as well.
    calls = is_small_talk(turn) or manner.presents_himself(turn.text)
    if not turn.state.ticket or not calls:
        return None
    if _wants_something(turn):
        memory = learn(turn, turn.entry, ())
        return say(turn, added(turn), ticket=with_details(turn, memory), memory=memory)
    if manner.is_thanks(turn.text):
        # `감사합니다. 수고하십시오.` greets no more than that.
        return say(turn, turn.texts.thanks, question=turn.state.question, ticket=same(turn))
    text = f"{turn.texts.here} {turn.texts.status(turn.ticket)}\n{when(turn)}"
    return say(turn, text, question=turn.state.question, ticket=same(turn))
