"""Who was never answered, or asks after a matter of which no ticket is known."""

from __future__ import annotations

from bot.dialog import buttons, details, manner, wishes, words
from bot.dialog.answers import answer
from bot.dialog.complaints.causes import cause
from bot.dialog.entries import asked_for, first_complaint
from bot.dialog.filing import both_lines, file, raised, topic
from bot.dialog.in_vain import misses_an_answer
from bot.dialog.learning import begin, note
from bot.dialog.reporting import wording
from bot.dialog.sole_guess import names_it_alone
from bot.dialog.turn import Turn, say
from bot.model import Decision, Question
from bot.patterns import searched
from bot.records import replace
from intents import Intent

#: `설치 기사님이 오늘 오신댔는데 연락이 없어요`: he was to come with the goods.
_WAS_TO_COME = searched(
    r"기사(?:님|분)?(?:이|가|께서)?[가-힣0-9]{0,8}?(?:온다|온댔|오신|오기로|오셔|방문)"
)
#: `주문한 게 2주가 다 돼가는데 연락도 없고`: what was ordered is waited for.
_ABOUT = searched(
    r"(?P<wish>환불|교환|반품)(?:건|문의|관련|문제)(?:이요|이에요|예요|입니다|인데요?|으로요|요)$"
)
_ORDERED = searched(r"(?:주문|구매|결제)(?:한|했)|시[켰킨]|(?<![가-힣])산\s?(?:거|게|지)")
_GOODS = searched(
    r"(?:택배|물건|상품|제품|주문한\s?(?:거|것|게)|시킨\s?(?:거|것|게))(?:이|은|는|도|가)?\s?(?:아직|왜|계속|도대체)?\s?(?:안|못)\s?(?:오|와|왔|받)"
)
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


def reported_before(turn: Turn) -> Decision | None:
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


def tell_nothing_filed(turn: Turn, *, misses: bool) -> Decision | None:
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
    if _waits_for_installer(turn.text) or _waits_for_goods(turn.own_words):
        intent = first_complaint(turn, "shipping") or intent
    plainly = intent is not None and intent.ticket != "none" and manner.names_goods(turn.text)
    plainly = plainly or _waits_for_goods(turn.own_words)
    if not (plainly or _waits_for_installer(turn.text)):
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
    if intent is None and _waits_for_order(turn.text):
        intent = first_complaint(turn, "shipping")
    intent = intent or _named_matter(turn)
    if intent is None or intent.ticket == "none":
        return None
    told = details.of(intent) if intent.ticket == "ask" else ()
    known = {one.id: details.MOST_ASKED for one in told if one.id != "order_number"}
    if any(one.id == "topic" for one in details.of(intent)):
        known["when"] = details.MOST_ASKED  # what he waits for is what finds it
    memory = replace(begin(turn, intent, ""), asked=known)
    return raised(file(turn.remembering(memory), _opening(turn, intent), intent))


def _named_matter(turn: Turn) -> Intent | None:
    """`아직도 답이 없네요 환불 건이요`: what it is about is told, and only the order asked."""
    found = _ABOUT.search(words.squash(turn.text))
    return asked_for(turn, found["wish"]) if found is not None else None


def _waits_for_installer(text: str) -> bool:
    return bool(_WAS_TO_COME.search(words.squash(text))) and not manner.wrote_before(text)


def _waits_for_goods(text: str) -> bool:
    """`택배도 안 오고 전화도 안 받고`: the goods are what he waits for."""
    return any(manner.is_late(part) and _GOODS.search(part) for part in wishes.clauses(text))


def _waits_for_order(text: str) -> bool:
    return manner.waited_long(text) and bool(_ORDERED.search(text))


def _opening(turn: Turn, intent: Intent) -> str:
    """The apology for the answer that did not come; `열흘인데 소식이 없어요` misses a parcel."""
    parcel = intent.category == "shipping" and intent.ticket == "open"
    late = manner.is_late(turn.text) or _waits_for_order(turn.text)
    late = late or _waits_for_goods(turn.own_words) or _waits_for_installer(turn.text)
    late = late and parcel
    late = late and not manner.wrote_before(turn.text)
    return wording(turn, intent) if late else turn.texts.sorry_wait


def _likely_complaint(turn: Turn) -> Intent | None:
    """`며칠째 배송중이고 연락도 안되고`: what is complained of beside the silence."""
    first = turn.match.candidates[:1] if turn.match.verdict == "clarify" else ()
    likely = next((entry for one in first if (entry := turn.intent(one.intent_id))), None)
    return likely if likely is not None and likely.ticket == "open" and likely.listed else None
