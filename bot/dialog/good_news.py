"""Good news: what was waited for came, what was missed turned up, what did not work works."""

from __future__ import annotations

from bot.dialog import details, manner, wishes, words
from bot.dialog.complaints.told import complaint_in
from bot.dialog.entries import cancels
from bot.dialog.learning import SAME_ORDER
from bot.dialog.reporting import OF_A_PROCESS
from bot.dialog.turn import Turn
from bot.patterns import searched
from intents import Intent

#: `와이프가 받아놨대요`: who took it in, and not when.
_TAKEN_IN = searched(r"받아\s?(?:[놨놓뒀두줬]|주[셨시])")
#: `나머지는 따로 오나요?`: what came behind that is the rest.
_OF_THE_REST = searched("나머지|남은|따로|빠진|마저")
_TO_READ = searched("설명서|메뉴얼|매뉴얼|조립도|안내서|가이드|보증서")
_PAID = searched("(?:돈|환불|입금|카드취소)은")
_YET = searched("지만|근데|그런데|아니|[안못덜]|일부|절반|모자라|부족|빠[졌지]")
#: `환불됐네요 감사합니다` of who waited for that.
_IS_PAID = searched(
    r"(?:환불|입금|카드취소)(?:금|액)?(?:이|은|도|가)?(?:다|잘|방금|이제)*(?:됐|되었|들어왔|받았|완료됐|처리됐)(?:네|어요|습니다|음|더라|나봐|는데감사)"
    r"|돈(?:이|은)?(?:다|잘|방금|이제)*(?:들어왔|입금됐|받았)(?:네|어요|습니다|음|더라)"
)
#: Somebody at home ordered it, or gave it.
_OURS = searched(
    r"(?:와이프|아내|집사람|남편|신랑|엄마|어머니|아빠|아버지|부모님|딸|아들|언니|누나|오빠|형|동생|가족|친구|룸메|제가|내가)(?:가|이|께서)?"
    r"(?:저한테|몰래|미리|선물로|예전에|전에)*(?:시킨|주문한|산|보낸|시켰|주문했|샀|보냈)(?:거|것|건)?(?:래|대|였|이었|네|이네|더라|라고|다고|다네|라네|맞)"
)
#: That it came, or where it lies.
_IS_HERE = searched(
    r"(?<!잘)(?:왔|도착|받았)|와있|(?:앞|현관|실|함|집)(?:에|안에|옆에)?(?:놓여|와)?있"
)
#: Categories of what is wanted, whatever was amiss.
_WISHED = frozenset(("refund", "exchange"))
#: What a wish is asked for: why, and into what.
_WHY = frozenset(("reason", "option"))
#: Matters of what may not work at first.
_WORKS = frozenset(("product_quality", "order", "other"))


def is_over(turn: Turn, known: Intent | None) -> bool:
    """Whether a matter of this entry is over by what a line tells of the goods.

    Of two complaints that were told in one only a person sees which of them is.
    """
    return (_ends(turn, known) or _is_let_in(turn, known)) and not _told_of_two(turn)


def found_a_number(turn: Turn) -> bool:
    """`찾았어요` of who was asked for his order, or offered to have something done: no goods were
    missed that could turn up.
    """
    question = turn.state.question
    if question is None or question.kind == "choose" or not manner.has_found(turn.text):
        return False
    about = [turn.intent(name) for name in question.intents] or [turn.entry]
    return all(
        one is not None and (one.category != "shipping" or one.ticket == "ask") for one in about
    )


def came_unwanted(turn: Turn) -> bool:
    """`오늘 문앞에 있더라고요` of what was called off: that it came settles nothing."""
    known = turn.entry
    off = bool(turn.state.ticket) and known is not None and cancels(turn, known)
    return off and bool(_IS_HERE.search(words.squash(turn.text)))


def _told_of_two(turn: Turn) -> bool:
    told = wishes.clauses(turn.memory.details.get("what", ""))
    found = (complaint_in(turn, part) for part in told)
    return len({entry.id for entry in found if entry is not None}) > 1


def _ends(turn: Turn, known: Intent | None) -> bool:
    if known is None or turn.incoming.images or _is_an_answer(turn) or is_only_paid(turn):
        return False
    # Where a parcel shall go elsewhere, that it came is no good news.
    moves = any(detail.id == "address" for detail in details.of(known))
    if _is_paid(turn, known) or (not moves and _was_no_trouble(turn, known)):
        return True
    told = turn.memory.details.get("what", "").split("\n")
    # What a store has no parcels for is late as well (`키가 안 와요`).
    awaited = (
        known.ticket == "open" and known.category == "order" and any(map(manner.is_late, told))
    )
    # A code that was looked for lies among the advertising.
    awaited = awaited or (known.ticket == "open" and any(map(manner.digital_fails, told)))
    if (known.category == "shipping" or awaited) and not moves:
        seen = known.ticket != "open" and manner.shows_now(turn.text)
        return seen or manner.has_arrived(turn.text)
    if known.category in _WORKS and manner.works_now(turn.text):
        return True  # goods, a payment, a coupon
    if known.ticket != "open":
        return False
    lacks = manner.lacks_a_part(turn.memory.details.get("what", ""))
    arrived = manner.rest_has_arrived(turn.text) or (
        bool(_OF_THE_REST.search(turn.memory.last)) and manner.has_arrived(turn.text)
    )
    # `QR 찍으니까 나오네요` of who missed what tells how goods are put together.
    read = bool(_TO_READ.search(turn.memory.details.get("what", "")))
    read = read and manner.works_now(turn.text)
    return lacks and (manner.turned_up(turn.text) or arrived or read)


def _is_paid(turn: Turn, known: Intent) -> bool:
    """Whether the money has come that was waited for, or wanted back for the goods."""
    wanted = turn.memory.details.get("wish", "").startswith(wishes.REFUND)
    return (wanted or known.category == "refund") and _tells_of_money(turn)


def _tells_of_money(turn: Turn) -> bool:
    plain = words.squash(turn.text)
    told = _IS_PAID.search(plain) and not _YET.search(plain)
    return bool(told) and not manner.is_question(turn.text)


def _is_let_in(turn: Turn, known: Intent | None) -> bool:
    """Whether what no entry is for, as a shop that let nobody in, is said to work."""
    if known is not None or not turn.state.ticket or turn.incoming.images:
        return False
    works = manner.works_now(turn.text) or manner.succeeded(turn.text)
    return (works and _told_of_trouble(turn)) or _is_his_own(turn)


def _is_his_own(turn: Turn) -> bool:
    """`와이프가 시킨 거래요` of a parcel that nobody seemed to have ordered."""
    told = turn.memory.details.get("what", "").split("\n")
    stray = any(map(manner.got_stray_parcel, told))
    return stray and bool(_OURS.search(words.squash(turn.text)))


def _was_no_trouble(turn: Turn, known: Intent) -> bool:
    """Whether what was told to be amiss has gone through at the shop, or was a mistake of his own.

    Who mistook a size still wants another: only a trouble that was told is over.
    """
    if known.category in _WISHED and known.ticket != "open":
        return False
    went_through = known.category in OF_A_PROCESS and manner.succeeded(turn.text)
    # `사이즈를 잘못 봤어요` is why he calls the order off.
    wished = known.ticket != "open" and any(one.id in _WHY for one in details.of(known))
    if not (went_through or (manner.was_own_mistake(turn.text) and not wished)):
        return False
    return _told_of_trouble(turn)


def _told_of_trouble(turn: Turn) -> bool:
    told = turn.memory.details.get("what", "").split("\n")
    troubles = (manner.reports_problem, manner.reports_damage, manner.was_done_to)
    return any(trouble(line) for line in told for trouble in troubles)


def _is_an_answer(turn: Turn) -> bool:
    """`방금 받았어요` says when, where that was asked: of the goods, or of a message about them."""
    question = turn.state.question
    asked = question is not None and "when" in question.details
    # `받았어요 감사합니다` thanks for what came.
    told = "받" in turn.text and not (_TAKEN_IN.search(turn.text) or manner.is_thanks(turn.text))
    return asked and told


def is_only_paid(turn: Turn) -> bool:
    """`돈은 들어왔어요` of who was sent what he had called off: the parcel is still under way."""
    told = turn.memory.details.get("what", "").split("\n")
    money = any(manner.misses_money(line) or manner.asks_for_money(line) for line in told)
    return bool(_PAID.search(words.squash(turn.text))) and not money


def came(turn: Turn) -> bool:
    """Whether what a ticket waits for, or what was asked within the hour, is over."""
    last = turn.memory.last_at
    recent = last is not None and turn.now - last <= SAME_ORDER
    known = turn.entry
    if not turn.state.ticket and turn.memory.closed is not None and _tells_of_money(turn):
        return True  # what was refunded has come by now
    return bool(turn.state.ticket or recent) and is_over(turn, known)
