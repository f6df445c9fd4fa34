"""How the open ticket stands: what is asked about it, and who waits for an answer to it."""

from __future__ import annotations

import re

from bot.dialog import buttons, details, manner, reading, wishes, words
from bot.dialog.answers import answer
from bot.dialog.asked.between import is_small_talk
from bot.dialog.asked.heard import same, with_details
from bot.dialog.complaints.causes import cause
from bot.dialog.complaints.fees import charges_sound_goods
from bot.dialog.entries import first_complaint, is_for_a_person
from bot.dialog.filing import added, both_lines, file, raised, topic, when
from bot.dialog.in_vain import (
    SILENCE,
    SOON,
    found_after_silence,
    misses_an_answer,
    overdue,
)
from bot.dialog.learning import begin, learn, learn_beside, note
from bot.dialog.reporting import wording
from bot.dialog.several import left_unsaid
from bot.dialog.sole_guess import names_it_alone, tells_beside
from bot.dialog.standing import (
    anew,
    is_about_another,
    known_of_it,
)
from bot.dialog.turn import Turn, say
from bot.model import AddToTicket, Decision, Memory, Question
from bot.patterns import searched
from bot.records import replace
from intents import Intent

#: Letters of a question that is worth a person's answer.
LEAST_ASKED = 4
#: `설치 기사님이 오늘 오신댔는데 연락이 없어요`: he was to come with the goods.
_WAS_TO_COME = searched(
    r"기사(?:님|분)?(?:이|가|께서)?[가-힣0-9]{0,8}?(?:온다|온댔|오신|오기로|오셔|방문)"
)
_SUM = searched(r"[0-9천백만]원")
_TOO = searched(r"[가-힣]{2}도(?:이?요|여|용)$")
#: `주문한 게 2주가 다 돼가는데 연락도 없고`: what was ordered is waited for.
_ORDERED = searched(r"(?:주문|구매|결제)(?:한|했)|시[켰킨]|(?<![가-힣])산\s?(?:거|게|지)")


def ask_of_ticket(turn: Turn) -> Decision | None:
    """A question about the open ticket: how it stands, what it costs, who comes for the goods.

    What nobody knows is passed on, and kept with the ticket.
    """
    unpaid = _is_unpaid_still(turn)
    more = not unpaid and _is_more_than_asked(turn)
    if not turn.state.ticket or turn.state.question is not None or more:
        return None
    intent = turn.entry
    waits = manner.still_waits(turn.text) and not manner.names_goods(turn.text)
    waits = waits or (_waited_in_vain(turn) and manner.asks_how_long(turn.text))
    if unpaid or waits:
        return _still_waits(turn)
    if _TOO.search(words.squash(turn.text)) and not manner.asks(turn.text):
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
    return awaits and manner.still_unpaid(turn.text) and not manner.asks(turn.text)


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
    may_he = _MAY_HE.fullmatch(plain) is not None or _asks_which_amends(turn)
    return not sure or may_he or manner.asks_to_send_anew(turn.text)


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
    reported = None if open_ else _reported_before(turn)
    if reported is not None or not (misses or asks):
        return reported
    if not open_:
        return _tell_nothing_filed(turn, misses=misses)
    if misses and turn.memory.filed_at is not None:
        return _tell_found(turn)
    if turn.state.ticket_status == "waiting":
        return say(turn, turn.texts.status_answered(turn.ticket))
    text = f"{turn.texts.status(turn.ticket)}\n{when(turn)}"
    memory = _with_question(turn, learn_beside(turn, turn.entry))
    change = AddToTicket(details=memory.details)
    return say(turn, anew(turn, text), ticket=change, memory=memory)


#: `불량 접수한 거 어떻게 됐어요?`
_REPORTED = searched(
    r"(?P<fault>불량|파손|하자|고장|오배송|누락)(?:품|상품|제품|건)?(?:으로|을|를|이라고|신고|문의|때문에|관련)?(?:접수|신고|문의|말씀|사진)(?:을|를)?(?:한|했|드린|드렸|보낸|보냈|남긴|남겼)"
)


#: `선물세트 파손돼서 왔다고 월요일에 말씀드렸는데 왜 아직도 연락 안 주세요`
_TOLD_THEM = searched(
    r"(?P<fault>불량|파손|하자|고장|오배송|누락|깨[져졌진]|찢어[져졌진]|망가[져졌진])[가-힣]{0,8}?(?:다고|라고|는거|던거)[가-힣0-9]{0,8}?(?:말씀|문의|신고|얘기|연락|접수|전화)(?:을|를)?(?:드렸|했|남겼)"
)
#: What became of it is asked, and not how it is done (`불량 접수한 건 어떻게 하나요`).
_OUTCOME = searched(
    r"(?:어떻게|어케|어찌)(?:됐|되|된|돼|처리|진행)|아직|언제|소식|진행|처리(?:상황|됐|중|는|가)|확인(?:됐|하셨|중)"
)


def _reported_before(turn: Turn) -> Decision | None:
    """Goods that were reported before, of which no ticket is known: filed before others, and
    nothing asked that finds them not.
    """
    plain = words.squash(turn.text)
    told = _REPORTED.search(plain) or _TOLD_THEM.search(plain)
    waits = told is not None and (
        manner.misses_an_answer(turn.text) or _OUTCOME.search(plain, told.end())
    )
    if told is None or not waits or turn.state.question is not None:
        return None
    kind = "exchange" if told["fault"] in {"오배송", "누락"} else "product_quality"
    intent = first_complaint(turn, kind)
    if intent is None:
        return None
    needless = (one.id for one in details.of(intent) if one.id != "order_number")
    memory = replace(begin(turn, intent, ""), asked=dict.fromkeys(needless, details.MOST_ASKED))
    said = f"{turn.texts.sorry_wait} {turn.texts.filed_at_once(intent.title)}"
    return raised(file(turn.remembering(memory), said, intent))


def _names_a_process(turn: Turn) -> bool:
    """Whether a process is said to hang; advice that was asked for (`상담 신청`) is none."""
    silent = manner.wrote_before(turn.text) and not manner.names_goods(turn.text)
    return manner.went_wrong(turn.text) and not silent


def _waits_for_a_person(turn: Turn) -> bool:
    """`왜 안 와요` of who has asked for nobody but a person means that one."""
    known = turn.entry
    wanted = known is None or (is_for_a_person(known) and known.category != "service")
    filed = turn.memory.filed_at
    # `여보세요?` right behind the ticket only asks whether somebody is there.
    calls = manner.greets(turn.text) and filed is not None and turn.now - filed <= SOON
    return wanted and manner.only_waits(turn.text) and not calls


def _tell_nothing_filed(turn: Turn, *, misses: bool) -> Decision | None:
    """No matter of his is open: one concrete question, unless the FAQ knows what he means."""
    named = _names_a_process(turn) or manner.was_sent_back(turn.text)
    if named or manner.disregarded(turn.text):
        return None  # he says himself what it is about
    if turn.memory.withdrawn and not misses:
        return say(turn, turn.texts.status_withdrawn)
    if misses and (told := _report_silence(turn)) is not None:
        return told
    if _is_known(turn) or turn.state.misses:
        return None
    return ask_which(turn)


def ask_which(turn: Turn) -> Decision:
    """One concrete question to who points at a matter that is not known."""
    # Who is angry, or waited in vain, is met with an apology first.
    sorry = turn.texts.sorry if manner.anger(turn.text) else ""
    if not sorry and misses_an_answer(turn):
        sorry = turn.texts.sorry_wait
    return say(
        turn,
        f"{sorry} {turn.texts.status_none}".strip(),
        question=Question(kind="person"),
        memory=note(turn),
        choices=(buttons.call(turn.texts),),
        misses=1,
        matter=words.clip(turn.text),
        spoke=True,
    )


def _is_known(turn: Turn) -> bool:
    """Whether the FAQ surely knows what he means: to wait in vain is no matter of its own."""
    best = turn.intent(turn.match.candidates[0].intent_id) if turn.match.candidates else None
    known = turn.match.verdict == "answer" and best is not None and best.category != "service"
    return known and not manner.asks_only_status(turn.text)


def _report_silence(turn: Turn) -> Decision | None:
    """He was never answered, and no ticket is known: it is filed before others, with its matter."""
    question = turn.state.question
    asked = topic(turn) if question is not None and question.kind == "file" else None
    if asked is not None and asked.ticket == "ask":
        # What he waits for is what was offered to him a moment ago.
        return raised(file(turn, turn.texts.sorry_wait, asked, own_words=both_lines(turn)))
    sure = turn.match.verdict == "answer"
    intent = turn.intent(turn.match.candidates[0].intent_id) if sure else None
    if intent is None and manner.names_goods(turn.text) and not manner.wrote_before(turn.text):
        intent = _likely_complaint(turn)
    likely = _likely_complaint(turn) if intent is None and names_it_alone(turn) else None
    if likely is not None and likely.category != "service":
        return answer(turn, likely)  # `폰 맡긴 지 나흘인데 연락이 없어요` of a repair
    plainly = intent is not None and intent.ticket != "none" and manner.names_goods(turn.text)
    if not plainly:
        # Who says that he wrote before, and was not answered, complains of that.
        wrote = manner.wrote_before(turn.text) or manner.cut_off(turn.text)
        # `전화 주신다더니 아무 연락도 없네요`
        wrote = wrote or manner.kept_no_word(turn.text) or manner.waits_for_hours(turn.text)
        # Asked which matter it was, he tells but his silence once more.
        wrote = wrote or (question is not None and question.kind == "person")
        meant = intent if _is_known(turn) else None
        intent = first_complaint(turn, "service") if wrote else meant
    if intent is not None and intent.category == "shipping" and intent.ticket == "open":
        intent = cause(turn, intent)  # `답도 없고 물건도 안 오고` came nowhere
    if intent is None and _WAS_TO_COME.search(words.squash(turn.text)):
        intent = first_complaint(turn, "shipping")
    if intent is None and _waits_for_order(turn.text):
        intent = first_complaint(turn, "shipping")
    if intent is None or intent.ticket == "none":
        return None
    told = details.of(intent) if intent.ticket == "ask" else ()
    known = {one.id: details.MOST_ASKED for one in told if one.id != "order_number"}
    if any(one.id == "topic" for one in details.of(intent)):
        known["when"] = details.MOST_ASKED  # what he waits for is what finds it
    memory = replace(begin(turn, intent, ""), asked=known)
    return raised(file(turn.remembering(memory), _opening(turn, intent), intent))


def _waits_for_order(text: str) -> bool:
    return manner.waited_long(text) and bool(_ORDERED.search(text))


def _opening(turn: Turn, intent: Intent) -> str:
    """The apology for the answer that did not come; `열흘인데 소식이 없어요` misses a parcel."""
    parcel = intent.category == "shipping" and intent.ticket == "open"
    late = parcel and (manner.is_late(turn.text) or _waits_for_order(turn.text))
    late = late and not manner.wrote_before(turn.text)
    return wording(turn, intent) if late else turn.texts.sorry_wait


def _likely_complaint(turn: Turn) -> Intent | None:
    """`며칠째 배송중이고 연락도 안되고`: what is complained of beside the silence."""
    first = turn.match.candidates[:1] if turn.match.verdict == "clarify" else ()
    likely = next((entry for one in first if (entry := turn.intent(one.intent_id))), None)
    return likely if likely is not None and likely.ticket == "open" and likely.listed else None


def _tell_found(turn: Turn) -> Decision:
    """Somebody waited in vain: his matter is found, named, and put before others."""
    memory = learn(turn, turn.entry, ())
    change = AddToTicket(
        details=memory.details, priority=max(1, manner.anger(turn.text)), note=SILENCE
    )
    return say(turn, found_after_silence(turn), ticket=change, memory=memory)


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
