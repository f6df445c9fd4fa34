"""What a new line wants: a person, an entry of the FAQ, several, more of what was offered."""

from __future__ import annotations

import re

from bot.dialog import buttons, details, extract, manner, reading, wishes, words
from bot.dialog.answers import (
    OF_A_PROCESS,
    answer,
    fails_too,
    report,
    short_offer,
    shown_last,
    wording,
)
from bot.dialog.causes import (
    cause,
    complaint_in,
    of_process,
    talked_of,
    told_plainly,
    too_small,
    undoes_payment,
    waits_for_it,
)
from bot.dialog.entries import (
    entry_named,
    first_complaint,
    is_stand_in,
    looks_up_order,
    pays,
    tells_stage,
    wished_by_name,
)
from bot.dialog.filing import (
    SAME_ORDER,
    along,
    begin,
    both_lines,
    file,
    is_bare,
    learn,
    note,
    taken,
    titled,
    topic,
)
from bot.dialog.following import offer_unknown
from bot.dialog.gathering import same
from bot.dialog.manner import Pursued
from bot.dialog.quoting import each_once, is_called, named_in
from bot.dialog.turn import Turn, say
from bot.dialog.unsure import file_failure, give_up, offer_a_person
from bot.model import Decision, Question
from bot.records import replace
from intents import Intent
from intents.clauses import parts

#: Lines under an offer that only tell more of the matter before it is filed.
MORE_IS_YES = 2
#: What a customer is to the store, beside what he orders.
_OF_ACCOUNT = ("비밀번호", "비번", "개인정보", "회원탈퇴", "탈퇴", "이메일", "메일")
#: What comes to an account, and by no courier.
_COMES_BY_ITSELF = re.compile("쿠폰|포인트|적립|영수증|계산서|리뷰|후기|이벤트")
_NOT_DONE = re.compile(
    "(?:환불|교환|반품|취소)(?:을|를|도|은)?(?:왜|아직|계속)?안(?:해|됐|되|시켜)"
)
_UNLIKE = re.compile(
    r"(?:사진|설명|상세|페이지|화면|광고)(?:이랑|랑|하고|과|와|에서본거랑)?(?:색이|색상이|색깔이|많이|너무|완전|전혀|좀)*(?:달라|다르|다릅|틀려|틀리)"
)
#: What a line may ask for beside something else.
_SERVICE = re.compile(
    "포장|쿠폰|적립|영수증|계산서|재입고|교환|반품|수리|각인|주차|할부|샘플|정기배송"
)
_HELLO = re.compile(r"^\s*저기요?[\s,.~]+")
_ONLY_A_TOPIC = re.compile(
    r"[가-힣a-z0-9]{1,12}?(?:관련(?:해서|된거|된것|문의|으로)?|에대해서|에관해서|때문에|문의|문제|건)(?:요|이요|이에요|예요|였어요|이었어요|입니다)?"
)
_CHANGE_IT = re.compile(
    r"(?:네|그럼|그러면|일단|그래도|그냥)*(?:바꿔|변경해|고쳐|수정해)(?:주세요|줘요?|주실래요|주시겠어요)"
)


def follow_tap(turn: Turn) -> Decision | None:
    """A tapped choice means what it says, also long after it was offered."""
    tap = turn.incoming.tap or ""
    if tap == "human":
        return file(turn, turn.texts.person, topic(turn), urgent=True)
    intent = turn.intent(tap.removeprefix("intent:")) if tap.startswith("intent:") else None
    return answer(turn, intent) if intent else None


def greet_noise(turn: Turn) -> Decision | None:
    """Nothing was said, or a yes or no to nothing: ask, and count it as no miss."""
    if not turn.state.ticket and (said := _says_no_matter(turn)):
        return say(
            turn,
            said,
            question=turn.state.question,
            misses=turn.state.misses,
            memory=note(turn),
        )
    first = turn.memory.last_at is None or turn.now - turn.memory.last_at > SAME_ORDER
    # A store need not have an entry for greetings.
    greets = manner.greets(turn.text) and turn.match.verdict != "answer"
    if first and (greets or manner.hails(turn.text)) and not turn.state.ticket:
        return say(turn, turn.texts.help)
    nothing = not words.squash(turn.text) and not manner.anger(turn.text)  # 😡 says something
    bare = nothing or words.yes_or_no(turn.text) is not None
    offered = turn.intent(turn.memory.offered)
    if offered is not None and not first and _asks_for_it(turn):
        return file(turn, taken(turn, offered), offered)
    if bare and turn.state.ticket and not words.squash(turn.text):
        return say(turn, turn.texts.heard, question=turn.state.question, ticket=same(turn))
    if bare and turn.match.verdict != "answer":
        return say(turn, _to_nothing(turn, first=first), misses=turn.state.misses)
    return None


def _says_no_matter(turn: Turn) -> str:
    """What is said to a line that was a slip, or only points at a picture; or empty."""
    if manner.was_a_slip(turn.text):
        return turn.texts.slip
    called = manner.greets(turn.text) and turn.match.verdict != "answer"
    if called or _only_announces(turn):
        return turn.texts.help
    return turn.texts.what_happened if _points_at_a_photo(turn) else ""


def _only_announces(turn: Turn) -> bool:
    """`다름이 아니라 여쭤볼 게 있어서요`: what it is comes in the next line."""
    if turn.state.question is not None or turn.match.verdict == "answer":
        return False
    tells = manner.reports_problem(turn.text) or manner.reports_damage(turn.text)
    bought = not turn.memory.intent and manner.only_bought(turn.text)
    return (manner.only_announces(turn.text) or bought) and not tells


def _points_at_a_photo(turn: Turn) -> bool:
    """`이거 보이시죠` behind a picture: it was seen, and says no more than the picture."""
    asked = turn.state.question is not None and turn.state.question.kind != "person"
    shown = bool(turn.memory.details.get("photo")) and not asked
    return shown and manner.only_points(turn.text)


def _to_nothing(turn: Turn, *, first: bool) -> str:
    """What a line is answered that says nothing, or yes or no where nothing was asked."""
    said = words.yes_or_no(turn.text)
    behind = not first and not turn.state.misses and turn.memory.intent
    if said == "no" and behind:
        return turn.texts.as_you_like
    # `오케이` behind an answer has understood it.
    content = said == "yes" and behind
    return turn.texts.thanks if content and not manner.is_request(turn.text) else turn.texts.help


def _asks_for_it(turn: Turn) -> bool:
    """`일단 접수해 주세요` after the offer was left for another question."""
    question = turn.state.question
    if turn.state.ticket or (question is not None and question.kind != "choose"):
        return False
    if words.yes_or_no(turn.text) == "yes" and "접수" in turn.text:
        return True
    offered = turn.intent(turn.memory.offered)
    changes = offered is not None and "변경" in offered.title
    return changes and bool(_CHANGE_IT.fullmatch(words.squash(turn.text)))


def take_up(turn: Turn) -> Decision | None:
    """`확인 부탁드려요` behind an answer wants just that looked at which was told before it."""
    known = turn.intent(turn.memory.intent)
    last = turn.memory.last_at
    recent = last is not None and turn.now - last <= SAME_ORDER
    if known is None or not known.listed or not recent or not turn.state.words:
        return None
    if turn.state.ticket or turn.state.question is not None or turn.incoming.tap:
        return None
    if not words.asks_to_do(turn.text):
        return None
    return file(turn, taken(turn, known), known, own_words=both_lines(turn))


def decline(turn: Turn) -> Decision | None:
    """What is not the store's business, and what nobody but its owner may know."""
    private = manner.is_private(turn.text)
    if not private and (not manner.is_injection(turn.text) or turn.match.verdict == "answer"):
        return None
    return say(turn, turn.texts.ours_only, question=turn.state.question)


def file_several(turn: Turn) -> Decision | None:
    """Something else is wanted for each of two orders: both are said back, and filed as one."""
    if turn.state.ticket or manner.asks(turn.text):
        return None
    parts = wishes.one_of_several(turn.own_words)
    found = (complaint_in(turn, part) or entry_named(turn, wishes.request(part)) for part in parts)
    entries = each_once(entry for entry in found if entry is not None)
    if len(entries) < 2:
        return None
    text = "\n\n".join(f"[{entry.title}]\n{wording(turn, entry)}" for entry in entries)
    first, *others = entries
    begun = along(turn, begin(turn, first, ""), others)
    filed = file(turn.remembering(begun), text, first)
    return titled(filed, ", ".join(entry.title for entry in entries))


def hear_redelivery(turn: Turn) -> Decision | None:
    """`부재중이었는데 재배송해 주세요`: no parcel is missing, and a person tells the courier."""
    if turn.state.ticket or turn.incoming.tap or not manner.wants_redelivery(turn.text):
        return None
    if manner.reports_damage(turn.text) or manner.got_another(turn.text):
        return None
    if manner.asks(turn.text):
        return offer_a_person(turn)
    entry = tells_stage(turn)
    return None if entry is None else titled(report(turn, entry), words.clip(turn.text))


def _tells_which_he_asked(turn: Turn) -> bool:
    """`반품비 관련해서요` to the question which old matter he means: a person knows it."""
    question = turn.state.question
    asked = question is not None and question.kind == "person" and bool(turn.state.misses)
    topic_alone = bool(_ONLY_A_TOPIC.fullmatch(words.squash(turn.text)))
    return asked and topic_alone and words.asks_status(turn.state.words)


def answer_match(turn: Turn) -> Decision | None:
    """The FAQ knows; of several requests each is answered."""
    entries = _entries_named(turn) if turn.match.verdict == "answer" else []
    if not entries:
        return None
    if _asks_behind_hello(turn, entries[0]) or _is_in_no_entry(turn, entries):
        return offer_a_person(turn)
    beside = turn.state.ticket and (
        _belongs_to_it(turn, entries[0]) or manner.sees_to_it(turn.text)
    )
    if beside or _tells_which_he_asked(turn):
        return give_up(turn)
    bare = _bare_parts(turn)
    if bare:
        entries = named_in(turn, entries)
    if len(entries) == 1:
        return _and_more_of_it(turn, entries[0], bare)
    main = _main_of(entries, told_plainly(turn))
    others = [entry for entry in entries if entry is not main]
    decision = answer(turn, main)
    if decision.reply is None:
        return decision
    told = (f"[{entry.title}]\n{wording(turn, entry)}" for entry in others)
    text = "\n\n".join((*told, f"[{main.title}]\n{decision.reply.text}"))
    return _for_all(replace(decision, reply=replace(decision.reply, text=text)), others)


def _is_in_no_entry(turn: Turn, entries: list[Intent]) -> bool:
    """Whether what is asked is in no answer, whichever entry is near."""
    if _is_of_service(turn, entries[0]):
        return True
    beyond = manner.asks_beyond(turn.text) if not turn.state.ticket else ""
    plain = len(entries) == 1 and entries[0].ticket != "open"
    # `추천해 주세요` asks for no size.
    of_sizes = "사이즈" in entries[0].title
    return bool(beyond) and plain and (of_sizes or not is_called(entries[0], (beyond[:2],)))


def _is_of_service(turn: Turn, entry: Intent) -> bool:
    """Whether a service is named that no entry is called by, whatever has it beside itself.

    `비밀번호 바꾸고 싶어요` is of no door, `익명 배송 되나요` of no fee.
    """
    if turn.state.ticket:
        return False
    service = manner.asks_for_service(turn.text)
    if service:
        held = (entry.title, wording(turn, entry), *entry.phrases)
        return not any(service in words.title_letters(text) for text in held)
    named = manner.names_service(turn.text).startswith(_OF_ACCOUNT)
    other = entry.category in {"shipping", "exchange", "order"}
    return named and other and not manner.notes_for_courier(turn.text)


def _asks_behind_hello(turn: Turn, entry: Intent) -> bool:
    """Whether only the greeting of a line was known, and behind it something is asked."""
    if entry.listed or turn.state.ticket:
        return False
    rest = _HELLO.sub("", manner.beside_courtesy(turn.text))
    if rest == turn.text or not (manner.asks(rest) and manner.names_store(rest)):
        return False
    return not ("문의" in rest or "질문" in rest)


def _main_of(entries: list[Intent], told: Intent | None) -> Intent:
    """Of several entries the one whose ticket is filed or offered: a complaint, which may be one
    only by what is `told`, else the one that needs most to be worked on.
    """
    complaint = next((entry for entry in entries if entry.ticket == "open" or entry is told), None)
    asked = [entry for entry in reversed(entries) if entry.ticket == "ask"]
    most = max(asked, key=lambda entry: len(details.of(entry)), default=entries[-1])
    return complaint or most


def _for_all(decision: Decision, others: list[Intent]) -> Decision:
    """An offer is one for all that was wanted in the same line."""
    question = decision.state.question
    if question is None or question.kind != "file":
        return decision
    too = tuple(entry.id for entry in others if entry.ticket == "ask")
    asked = replace(question, intents=(*question.intents, *too))
    return replace(decision, state=replace(decision.state, question=asked))


def _bare_parts(turn: Turn) -> list[Pursued]:
    """The parts of a line that ask of the same matter as the others (`… 며칠 걸리는지`)."""
    asked = [manner.pursued(part) for part in parts(turn.own_words)]
    return [one for one in asked if one is not None and one.is_bare and one.facts]


def _and_more_of_it(turn: Turn, entry: Intent, bare: list[Pursued]) -> Decision:
    """An entry's answer, and that what else was asked of it is not in it."""
    decision = answer(turn, entry)
    text = decision.reply.text if decision.reply else ""
    unknown = [one for one in bare if not any(fact.search(text) for fact in one.facts)]
    missed = bool(unknown) or _asks_for_more(turn, entry)
    if not missed or decision.reply is None or turn.state.ticket:
        return decision
    if decision.state.question is not None:
        reply = replace(decision.reply, text=f"{turn.texts.not_all_in_faq}\n\n{text}")
        return replace(decision, reply=reply)
    asked = offer_unknown(turn, entry)
    text = f"{text}\n\n{turn.texts.not_all_in_faq}\n{turn.texts.ask_file}"
    return replace(
        asked, reply=replace(decision.reply, text=text, choices=buttons.file_or_not(turn.texts))
    )


def _asks_for_more(turn: Turn, entry: Intent) -> bool:
    """Whether a part of a line asks for a service that this FAQ holds nothing of."""
    asked = parts(turn.own_words)
    if len(asked) < 2:
        return False
    named = [found[0] for part in asked if manner.asks(part) and (found := _SERVICE.search(part))]
    return any(not _is_held(turn, service) for service in named)


def _is_held(turn: Turn, service: str) -> bool:
    said = (text for one in turn.faq.intents for text in (one.title, one.answer, *one.phrases))
    return any(service in text for text in said)


def hear_complaint(turn: Turn) -> Decision | None:
    """What is plainly a complaint is one, whatever the matcher makes of the rest of the line."""
    if turn.match.verdict == "answer" or turn.state.ticket:
        return None
    complaint = told_plainly(turn) or too_small(turn)
    if complaint is None:
        named = wished_by_name(turn) if manner.asks(turn.text) else _told_of_none(turn)
        # What likely entries there are is another's to tell.
        own = turn.match.verdict == "none" or (named is not None and is_stand_in(turn, named))
        complaint = named if own else _of_money(turn)
    return answer(turn, complaint) if complaint is not None else None


def _of_money(turn: Turn) -> Intent | None:
    """The likeliest entry for refunds, where one is waited for (`환불금이 안 들어왔어요`)."""
    waited = manner.misses_money(turn.text) and "환불" in turn.text and not manner.asks(turn.text)
    likely = (turn.intent(one.intent_id) for one in turn.match.candidates if waited)
    return next((one for one in likely if one is not None and one.category == "refund"), None)


def _told_of_none(turn: Turn) -> Intent | None:
    """What is waited for, or wanted by its name, and is like nothing in this FAQ."""
    plain = words.squash(turn.text)
    if (manner.is_late(turn.text) and manner.names_goods(turn.text)) or waits_for_it(turn.text):
        return first_complaint(turn, "shipping")
    if _UNLIKE.search(plain):
        return first_complaint(turn, "wrong_information")
    if manner.was_done_to(turn.text) or manner.overpaid(turn.text):
        return turn.faq.stand_ins["order"]
    if manner.blames_service(turn.text):
        return first_complaint(turn, "service")
    return wished_by_name(turn)


def hear_more(turn: Turn) -> Decision | None:
    """What is told under an offer is more of the same story, whatever the matcher makes of it.

    It is kept, and the offer put again; the second such line is as good as a yes.
    """
    question = turn.state.question
    if question is None or question.kind != "file" or turn.state.ticket:
        return None
    intent = topic(turn)
    if (late := waits_long(turn, intent)) is not None:
        return answer(turn, late)
    if _is_no_story(turn, intent) or _is_reported(turn, intent):
        return None
    memory = learn(turn, intent, ())
    more = turn.memory.more + 1
    account = extract.has_account(turn.text)
    if (
        account
        or more >= MORE_IS_YES
        or {"order_number", "phone"} & (memory.details.keys() - turn.memory.details.keys())
    ):
        return file(turn, taken(turn, intent), intent, own_words=both_lines(turn))
    decision = say(
        turn,
        f"{turn.texts.got_it_too}\n{short_offer(turn, question)}",
        question=question,
        choices=buttons.file_or_not(turn.texts),
        memory=replace(memory, more=more),
        spoke=True,
    )
    return replace(decision, state=replace(decision.state, words=both_lines(turn)))


def waits_long(turn: Turn, intent: Intent | None) -> Intent | None:
    """The complaint of who asked where his parcel is, and says now that he waits for it."""
    asked = intent is not None and intent is tells_stage(turn)
    waits = asked and (manner.waited_long(turn.text) or manner.is_late(turn.text))
    return first_complaint(turn, "shipping") if waits and not manner.asks(turn.text) else None


def hear_failure(turn: Turn) -> Decision | None:
    """`안되는데요` behind an answer: what was just explained fails, and is filed as that.

    So is what fails of the shop itself, whatever goods are likelier: a person gets it at once.
    """
    near, last = shown_last(turn), turn.memory.last_at
    if turn.state.question is None and _site_fails(turn):
        return file_failure(turn)
    if near is None or last is None or turn.now - last > SAME_ORDER or turn.state.ticket:
        return None
    process = near.listed and near.category in OF_A_PROCESS
    awaited = near.listed and near.category == "refund"
    fails = process and (manner.only_fails(turn.text) or _is_not_here(turn, near))
    if (process or awaited) and manner.is_unchanged(turn.text):
        late = first_complaint(turn, "shipping") if near.category == "shipping" else None
        return report(turn, late or near)
    return report(turn, near) if fails else None


def _site_fails(turn: Turn) -> bool:
    """Whether the shop does not work, and none of its payments, for which there is advice."""
    if turn.state.ticket or not manner.site_fails(turn.text):
        return False
    if manner.was_told_otherwise(turn.text):
        return False
    sure = turn.match.verdict == "answer"
    if sure and manner.asks(turn.text):
        return False  # `로그인이 안 되는데 배송은 어디까지 왔나요`
    paying = pays(turn)
    return not sure or paying is None or turn.match.candidates[0].intent_id != paying.id


def _is_not_here(turn: Turn, near: Intent) -> bool:
    """`생일인데 안 왔어요` behind an answer about coupons: no parcel is meant."""
    named = manner.names_goods(turn.text) or manner.asks(turn.text)
    return bool(_COMES_BY_ITSELF.search(near.title)) and not named and manner.is_late(turn.text)


def _is_reported(turn: Turn, intent: Intent | None) -> bool:
    """Whether a line surely of the offered matter tells that it failed: it is filed as that."""
    if intent is None or turn.match.verdict != "answer":
        return False
    return turn.match.candidates[0].intent_id == intent.id and fails_too(turn, intent)


def _is_no_story(turn: Turn, intent: Intent | None) -> bool:
    """Whether a line under an offer asks, wants another thing, complains, or tells nothing."""
    text = turn.text
    if manner.asks(text) or reading.says_nothing(text) or is_bare(turn) or manner.anger(text):
        return True
    if manner.is_thanks(text) or manner.is_heard(text) or manner.greets(text):
        return True
    if words.squash(text) == turn.memory.last or manner.is_vague(text):
        return True
    return starts_anew(turn, intent)


def starts_anew(turn: Turn, intent: Intent | None) -> bool:
    """Whether a line under an offer is another matter: a complaint, or something else wanted."""
    told = told_plainly(turn)
    if told is not None:
        return intent is None or told.id != intent.id
    if manner.forbids(turn.text):
        return False  # `취소하지 마세요` wants no cancellation
    best = turn.intent(turn.match.candidates[0].intent_id) if turn.match.candidates else None
    if turn.match.verdict != "answer" or best is None or (intent and best.id == intent.id):
        return False
    # `페이지에 안 나와있어요` behind a question about goods is of that.
    if intent is not None and best.ticket == "open" and cause(turn, best).id == intent.id:
        return manner.awaits_money(turn.text)  # points did not come: that is filed
    if intent is not None and best.ticket == "open" and best.category == intent.category:
        return not manner.asks(turn.text)  # `it says delivered but I did not get it`
    return _is_anew(turn, best)


def _is_anew(turn: Turn, best: Intent) -> bool:
    """Whether a line that surely is of another entry wants or complains of just that."""
    if not best.listed:
        return True
    if best.category == "refund" and manner.misses_money(turn.text) and not manner.asks(turn.text):
        return True  # how a refund is asked for helps nobody who waits for his
    wants = manner.is_request(turn.said) and best.ticket != "none"
    return wants or (best.ticket == "open" and manner.reports_problem(turn.text))


def ask_amends(turn: Turn) -> Decision | None:
    """Whether anything is paid for delays: that is nobody's to promise but a person's."""
    if turn.state.ticket or not manner.wants_amends(turn.text) or not manner.asks(turn.text):
        return None
    late = first_complaint(turn, "shipping")
    if late is None or manner.is_late(turn.text) or turn.memory.details.get("order_number"):
        return None
    return say(
        turn,
        f"{turn.texts.no_promise}\n\n{turn.texts.ask_file}",
        question=Question(kind="file", intents=(late.id,)),
        choices=buttons.file_or_not(turn.texts),
        matter=late.title,
        spoke=True,
    )


def hear_threat(turn: Turn) -> Decision | None:
    """Who threatens with agencies or the public, or calls the store a cheat, is filed at once, with
    what it is about.
    """
    accuses = manner.anger(turn.text) > 1 or manner.alleges_fraud(turn.text)
    if turn.state.ticket or turn.incoming.tap or not accuses:
        return None
    entry = _threatened_about(turn)
    if entry is None:
        return None
    return answer(turn, entry) if entry.ticket == "open" else file(turn, taken(turn, entry), entry)


def _threatened_about(turn: Turn) -> Intent | None:
    """What a threat is about: a complaint or a wish in it, what was just talked of, else service.

    The matcher's guess counts only where it is sure of a matter that a person works on.
    """
    told = told_plainly(turn)
    if told is not None:
        return told
    # `3주째 환불 안 해주면 …`: no parcel is waited for.
    undone = wishes.request(turn.own_words) if _NOT_DONE.search(words.squash(turn.text)) else ""
    if undone and (hanging := entry_named(turn, undone)) is not None:
        return hanging
    if manner.is_late(turn.text) or (
        manner.waited_long(turn.text) and manner.names_goods(turn.text)
    ):
        return first_complaint(turn, "shipping")
    sure = turn.intent(turn.match.candidates[0].intent_id) if turn.match.candidates else None
    if sure is not None and turn.match.verdict == "answer":
        meant = cause(turn, sure)
        if meant.ticket == "open" and meant.listed:
            return meant
    wanted = wishes.request(turn.own_words)
    named = entry_named(turn, wanted) if wanted else None
    recent = (one for one in talked_of(turn) if one.ticket != "none" and one.listed)
    return named or next(recent, None) or first_complaint(turn, "service")


def _belongs_to_it(turn: Turn, entry: Intent) -> bool:
    """Whether a line beside a ticket is more of its matter: it asks nothing, and neither wants nor
    reports anything else.
    """
    if undoes_payment(turn) or _wants_it_back(turn):
        return True
    if manner.asks(turn.text):
        return False
    known = turn.intent(turn.memory.intent)
    sister = known is not None and known.category == entry.category == "refund"
    if sister and wishes.only_wishes(turn.own_words):
        return True  # `환불이요` beside a return
    if manner.was_in_vain(turn.text) or wishes.fallback(turn.own_words):
        return True
    if entry.listed and entry.ticket == "none":
        return True  # a wish that an answer only explains is one about the matter
    other = manner.is_request(turn.text) or manner.reports_problem(turn.text)
    return entry.id == turn.memory.intent or (entry.listed and not other)


def _wants_it_back(turn: Turn) -> bool:
    """`돌려주세요` beside a fee that was taken twice wants that one back, and no goods."""
    if wishes.label(turn.own_words, turn.said) != wishes.REFUND or manner.names_goods(turn.text):
        return False
    return any(map(manner.was_done_to, turn.memory.details.get("what", "").split("\n")))


def _entries_named(turn: Turn) -> list[Intent]:
    """The entries that the matcher is sure of, each as it is meant."""
    named = [turn.match.candidates[0], *turn.match.also]
    entries = [entry for one in named if (entry := turn.intent(one.intent_id)) is not None]
    wished = _wished_beside(turn, entries[0]) if entries else None
    if wished is not None:
        return [wished]
    if not entries:
        return []
    first, *others = entries
    if others and manner.misses_a_detail(turn.text):
        # `교환 되나요? 주문번호는 몰라요` does not ask where the number stands.
        wanted = [one for one in entries if one is not looks_up_order(turn)]
        first, *others = wanted or entries
    if manner.was_done_to(turn.text) and "입고" not in turn.text:
        # `품절이라고 취소됐는데` does not ask when there is more of it.
        others = [one for one in others if "재입고" not in one.title]
    # What is only asked beside the first keeps its own answer, whatever the line complains of.
    meant = (_asked_beside(turn, one) or cause(turn, one) for one in others)
    return each_once((cause(turn, first), *meant))


def _asked_beside(turn: Turn, entry: Intent) -> Intent | None:
    """The entry that one of several parts of a line asks for, where it only tells something."""
    tells = entry.ticket == "none" or entry is tells_stage(turn)
    if not tells or not manner.is_question(turn.text):
        return None
    return of_process(turn, entry) or entry


def _wished_beside(turn: Turn, entry: Intent) -> Intent | None:
    """`안녕하세요 후드티 환불` greets, and wants something."""
    if entry.listed or entry.ticket != "none":
        return None
    label = wishes.label(turn.own_words, turn.said)
    return entry_named(turn, label) if label else None
