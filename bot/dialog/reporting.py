"""What failed or was wronged is filed at once, and not explained."""

from __future__ import annotations

from bot import hours
from bot.dialog import details, manner, wishes, words
from bot.dialog.entries import is_for, pays
from bot.dialog.filing import file, raised, titled
from bot.dialog.learning import begin
from bot.dialog.turn import Turn
from bot.model import Decision
from bot.patterns import searched
from bot.records import replace
from intents import Intent

#: Categories that are asked of, and in which something may fail; goods that go back have reasons.
OF_A_PROCESS = frozenset(("order", "shipping", "other"))
_ASKED_AFTER = searched(
    r"(?:환불|교환|반품|수리|재발송|as)(?:을|를)?(?:신청|접수|요청)(?:했|한|드렸)(?:는데|거|건|지가?)[가-힣0-9]{0,6}?(?:언제|아직|어떻게(?:됐|되|돼|된)|소식)"
)
#: Categories of what somebody may have asked for before.
_ASKED_FOR = frozenset(("refund", "exchange", "order"))
#: `환불 언제 돼요`, and not until when one may ask for it.
_WHEN_DONE = searched(
    r"(?:교환|환불|반품|취소)(?:은|는|을|를|이|처리|완료|접수)?(?:대체|도대체|진짜)?언제(?:쯤|나)?(?:해주|해줘|해줄|되|돼|됩|처리|완료|끝나|들어)"
)
#: How long ago goods came, and not for how long he waits.
_SINCE_IT_CAME = searched(r"(?:받은|산|구매한|도착한|수령한|온)지")
_HOW_FAR = searched(
    r"(?:진행|처리|접수|신청)(?:상황|상태|현황|경과|과정|여부)|어디까지|확인(?:좀|한번)?(?:부탁|해주|하고싶)|됐는지|되었는지|됐을까|(?:발송|출고|출발)(?:됐|되었|하셨)나"
)
#: `교환은 어떻게 되나요?` asks how that goes.
_HOW_IT_STANDS = searched(
    r"(?:교환|반품|환불)(?:요청|신청|접수|문의)?(?:한거|한건|건|것)?(?:은|는|이|도)?(?:지금|대체|도대체|그럼)?(?:어떻게|어케|어찌)(?:됐|되었|되고있|되가고|돼가|되어가|된거|된건)"
)
#: When goods were to be in again, and that they are not.
_STOCK_PROMISED = searched(
    r"(?:입고|들어)(?:예정)?(?:이?라|된다|한다|온다|될거라|올거라)(?:더니|고(?:했|하셨|하더니|하시더니|되어있|돼있|써있|해서)[가-힣]{0,4}|면서)[가-힣0-9]{0,10}?(?:아직|여태|안(?:들어|풀|됐|되)|그대로|품절)"
)
#: `불량 접수했는데`
_REPORTED = searched(r"(?:접수|신고|문의|신청)(?:를|을|도)?(?:했|한|드렸|넣었|남겼)")
_ARRIVED_THERE = searched(
    r"(?:반품|교환|환불)(?:을|를|품|한거|할거|상품|물건)?(?:보냈|부쳤|보낸|부친|발송했)[가-힣]{0,4}(?:는데|거|것|건)?(?:혹시)?(?:잘|무사히|제대로)?(?:도착했|받으셨|들어갔|갔)(?:나요|는지|을까요|어요|나)"
)


def hangs(turn: Turn, intent: Intent) -> bool:
    """Whether what was asked for before went wrong: how it is asked for helps nobody then."""
    return (
        not turn.state.ticket
        and not turn.incoming.tap
        and (
            _was_wronged(turn, intent)
            or _asks_if_it_arrived(turn, intent)
            or _waits_for_its_amends(turn, intent)
            or _waits_for_its_wish(turn, intent)
            or _stock_is_overdue(turn, intent)
            or (
                intent.ticket == "ask" and (manner.went_wrong(turn.text) or fails_too(turn, intent))
            )
        )
    )


def _stock_is_overdue(turn: Turn, intent: Intent) -> bool:
    """`20일에 재입고된다고 하셨는데 아직 품절이네요`: the day that was told is past."""
    of_stock = intent.ticket == "ask" and "입고" in intent.title
    return of_stock and bool(_STOCK_PROMISED.search(words.squash(turn.text)))


def _asks_how_far(turn: Turn) -> bool:
    """`교환 접수했는데 확인 부탁드려요`: asked after, and nothing complained of."""
    troubled = manner.reports_problem(turn.text) or manner.waited_long(turn.text)
    troubled = troubled or manner.anger(turn.text) > 0 or manner.was_done_to(turn.text)
    return not troubled and _HOW_FAR.search(words.squash(turn.text)) is not None


def _waits_for_its_amends(turn: Turn, intent: Intent) -> bool:
    """`불량 교환 접수한 지 3일째인데 연락이 없어요`: it was told before, and nobody answered."""
    faulty = intent.ticket == "open" and intent.category in {"product_quality", "exchange"}
    if not faulty:
        return False
    plain = words.squash(turn.text)
    # `화분이 깨져서 환불 신청했는데 언제 처리되나요`
    if _ASKED_AFTER.search(plain):
        return True
    waits = manner.went_wrong(turn.text) and manner.misses_an_answer(turn.text)
    return waits and bool(wishes.request(turn.text) or _REPORTED.search(plain))


def _waits_for_its_wish(turn: Turn, intent: Intent) -> bool:
    """`교환 언제 해 주는 거예요 벌써 열흘째예요`, `제 교환 건 어떻게 됐나요?`: it was asked for."""
    plain = words.squash(turn.text)
    wished = intent.ticket == "ask" and intent.category in _ASKED_FOR
    when = wished and _WHEN_DONE.search(plain) and not _SINCE_IT_CAME.search(plain)
    stands = wished and _HOW_IT_STANDS.search(plain)
    waits = bool(when) and manner.waited_long(turn.text)
    return waits or bool(stands) or _blames_for_money(turn, intent)


def _blames_for_money(turn: Turn, intent: Intent) -> bool:
    """`아직까지 환불이 안 됐어요 전화도 안 받으시고 언제 되는 겁니까`: no usual time will do."""
    unpaid = intent.category == "refund" and manner.still_unpaid(turn.text)
    silent = manner.blames_service(turn.text) or manner.misses_an_answer(turn.text)
    return unpaid and (silent or manner.anger(turn.text) > 0)


def _asks_if_it_arrived(turn: Turn, intent: Intent) -> bool:
    """`월요일에 반품 보냈는데 잘 도착했나요`: how goods are sent back is no answer to that."""
    back = intent.ticket == "ask" and intent.category in {"refund", "exchange"}
    return back and bool(_ARRIVED_THERE.search(words.squash(turn.text)))


def fails_too(turn: Turn, intent: Intent) -> bool:
    """Whether who asked of a process tells now that it failed (`리뷰 썼는데 안 들어왔어요`)."""
    question = turn.state.question
    offered = question is not None and question.kind == "file" and intent.id in question.intents
    asks = manner.asks(turn.text) or manner.asks_of_goods(turn.text)
    fails = manner.reports_problem(turn.text) and not asks
    return offered and fails and intent.category in OF_A_PROCESS


def _was_wronged(turn: Turn, intent: Intent) -> bool:
    """Whether a line complains of what an entry only tells about (`반품비를 두 번 떼 갔어요`)."""
    told = manner.was_done_to(turn.text) or manner.overpaid(turn.text)
    if intent.category in {"refund", "exchange"} and wishes.request(turn.text):
        # `교환 신청했는데 연락이 없어요`: he knows how it is asked for.
        asks = manner.asks(turn.text)
        told = told or (
            not asks and (manner.went_wrong(turn.text) or manner.misses_money(turn.text))
        )
    return intent.ticket == "none" and intent.listed and told


def calls_off(turn: Turn, intent: Intent) -> bool:
    """Whether what was asked for elsewhere is called off (`반품 신청 취소할게요`)."""
    named = manner.calls_off(turn.text) if intent.ticket == "ask" else ""
    return bool(named) and not turn.state.ticket and is_for(turn, intent, named)


def settles_refund(turn: Turn, intent: Intent) -> bool:
    """Whether it is told how the money shall come back: why, and how one asks, is known then."""
    told = manner.changes_refund_account(turn.text) or manner.wants_credit_instead(turn.text)
    ours = intent.category == "refund" and intent.ticket == "ask" and not turn.state.ticket
    return told and ours and not manner.asks(turn.text)


def report(turn: Turn, intent: Intent) -> Decision:
    """File a process that hangs, in the customer's words; only the order, or which goods are meant,
    is asked for, and of who chose amiss what it shall be.
    """
    slipped = manner.own_slip(turn.text) and not manner.was_done_to(turn.text)
    needed = {"order_number", "option", "address"} if slipped else {"order_number"}
    needed |= {one.id for one in details.of(intent) if details.names_goods(one)}
    known = {one.id: details.MOST_ASKED for one in details.of(intent) if one.id not in needed}
    begun = begin(turn, intent, "")
    if manner.was_done_to(turn.text):
        # Why somebody bought is no reason for what the store did.
        told = {name: said for name, said in begun.details.items() if name != "reason"}
        begun = replace(begun, details=told)
    memory = replace(begun, asked=known)
    filed = turn.texts.filed_at_once(intent.title)
    if manner.hears_nothing(turn.text):
        # He waited in vain: before others.
        silent = f"{turn.texts.sorry_wait} {filed}"
        return raised(file(turn.remembering(memory), silent, intent))
    if manner.was_done_to(turn.text) and manner.asks(turn.text) and "언제" in turn.text:
        # `품절이라고 취소됐다는데 환불은 언제 돼요?` wants to know that, too.
        filed = f"{filed}\n\n{wording(turn, intent)}"
    own = manner.overpaid(turn.text) or manner.own_slip(turn.text)
    own = own or bool(manner.calls_off(turn.text)) or manner.only_cancels(turn.text)
    own_affair = own or _asks_if_it_arrived(turn, intent) or settles_refund(turn, intent)
    own_affair = own_affair or _asks_how_far(turn)
    said = filed if own_affair else f"{turn.texts.sorry} {filed}"
    decision = file(turn.remembering(memory), said, intent)
    # Money that is gone is still gone when payments work again: it belongs to no such group.
    taken = manner.was_done_to(turn.text) or manner.paid_for_nothing(turn.text)
    return titled(decision, turn.texts.matter_order) if taken and pays(turn) is intent else decision


def file_failure(turn: Turn) -> Decision:
    """File what does not work in the customer's words: no entry is about it.

    What fails of the shop itself fails for many: that has a name, under which they are grouped.
    """
    site = turn.faq.stand_ins["site"]
    if manner.site_fails(turn.text) or manner.names_site(turn.text):
        return file(turn, wording(turn, site), site)
    filed = turn.texts.filed_at_once(turn.texts.matter_unnamed)
    return file(turn, f"{turn.texts.sorry} {filed}", None)


def wording(turn: Turn, intent: Intent) -> str:
    """What is said about an entry now: a notice goes first, then the hour of the day."""
    notice = turn.notices.get(intent.id)
    if notice:
        return notice
    if intent.answer_off_hours and not hours.open_at(turn.faq.store, turn.now):
        return intent.answer_off_hours.strip()
    return intent.answer.strip()
