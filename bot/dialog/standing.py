"""How the open matter stands, and what the FAQ says of its process."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.dialog import manner, wishes, words
from bot.dialog.beyond_it import beyond_it
from bot.dialog.changed_subject import changes_subject
from bot.dialog.complaints.fees import blames_fee
from bot.dialog.couriers import asks_who_fetches, is_fetched_by_us
from bot.dialog.credits import credit_back_untold
from bot.dialog.entries import (
    cancels,
    changes_address,
    changes_order,
    is_for_a_person,
    looks_up_order,
    tells_of_money,
    tells_stage,
)
from bot.dialog.filing import when
from bot.dialog.manner import Pursued
from bot.dialog.packing import how_to_pack, packs_it
from bot.dialog.paying import by_his_way, his_fee, is_about_this, is_of_his_freight, undoes_payment
from bot.dialog.quoting import (
    GOODS_BACK,
    is_a_trouble,
    is_called,
    is_kin,
    is_meant,
    of_its_own,
    quoted,
    sure,
)
from bot.dialog.reporting import wording
from bot.dialog.turn import Turn, digest
from bot.dialog.when_done import announced_of_it, asked_by_when, when_open
from bot.patterns import searched
from intents import Intent

#: What goods go back for.
_GO_BACK = frozenset((wishes.REFUND, wishes.EXCHANGE, "반품"))
_WHEN_SENT = searched(
    "언제(?:쯤|까지)?(?:다시|새로|새거|새걸로)?(?:보내|발송|와|오|올|받|도착)"
    # `새로 보내 주시면 늦지 않나요?`
    "|(?:다시|새로|새거|새걸로)(?:보내|받)[가-힣]{0,6}면[가-힣]{0,8}(?:늦|맞출|도착|받을수|받아볼)"
)
#: `버려도 돼요?`, `잘못 온 건 어떻게 해요?`
_THROWS = searched(
    r"(?:버려|폐기해)도|버릴까|버리면|폐기할까"
    r"|(?:잘못온|잘못받은|깨진|망가진|먼저온|처음온|불량인?)(?:거|것|건|게|상품|물건|제품)(?:은|는|요)?(?:그럼|일단)?(?:어떻게|어떡|어케)(?:하|해|할)"
)
#: `언제 출고되나요`, `오늘 나가나요?`
_LEAVES_WHEN = searched(
    r"^(?:그럼|그러면|근데|혹시|제거|제주문|네|아)*(?:언제|오늘|내일|몇시에?)(?:쯤)?(?:은|는|이|도)?(?:출고|발송|출발|나가|나갈|나오)[가-힣]{0,4}(?:나요|까요|돼요|되요|가요|해요|죠|인지[가-힣]{0,5})?$"
    # `혹시 이미 출발했나요?`
    r"|^(?:그럼|그러면|근데|혹시|제거|제주문|네|아|이미|벌써|아직|설마)*(?:출고|발송|출발|배송)(?:은|는|이|가)?(?:이미|벌써|아직)?(?:안)?(?:했|됐|되었|하셨|시작했|시작됐|된)(?:나요|어요|을까요|건가요|는지요?|을까|죠)$"
)
#: `토요일이 생일인데 그 전에 올까요?` of a parcel that is late.
_IN_TIME = searched(
    r"(?:그전|전|날|까지|안|내|요일|[0-9]일)(?:에|으로|에는|까지|까지는|엔|는)?(?:과연|진짜|정말|무사히|꼭)?(?:올까|오나|올수|오긴|오려나|도착할|도착하[나겠]|받을수|받을까|받나)"
)
_ANOTHER_CASE = searched(
    r"(?:렸|없|었|았|했|됐|뜯|잃|찢|젖)[가-힣]{0,3}(?:는데|은데|으면|면)[가-힣]{0,4}(?:괜찮|되|돼|어떡|어떻|상관|안되)"
)
_ORDERS_ANEW = searched(r"(?:다시|새로|지금|오늘|또)(?:주문|결제|구매)?(?:하|사|시키)면")
#: `270 재고 있어요?`: no answer knows what is in stock today.
_STOCK = searched(r"재고(?:가|는|도)?(?:아직)?(?:있[나어을는죠]|남[아았은]|몇)")
_IF_LOST = searched(r"(?:분실(?:이|되|됐으)?|못찾으|안나오|잃어버렸으|없어졌으|안오)면")
#: Letters of a title that stand for it.
LEAST_OF_TITLE = 3
#: Letters of a word that is asked of, and known from the phrases of an entry.
LEAST_NAMED = 3
#: `받는 분 번호 남길까요?`: he may.
_WOULD_TELL = searched(
    r"(?:번호|연락처|성함|이름|주문자명|계좌|송장|내역|캡처|영상|동영상)(?:를|을|도|은|는|라도|이라도)?(?:좀|다시|여기|여기에|따로|제가)*(?:남길까|남겨드릴까|남겨야|알려드릴까|알려드려야|드릴까|드려야|보내드릴까|적어드릴까|적을까|말씀드릴까|불러드릴까|필요하(?:신가|세요|시죠|실까))[가-힣]{0,4}$"
)


#: A trouble may go by itself, or with what is done about it; no sum of money.
_FADES = searched(
    r"^(?!.*(?:비|돈|원|금액|적립|포인트|쿠폰)(?:이|가|은|는|도)?).*(?:빠지|빠질|없어지|없어질|지워지|지워질|나아지|나아질|괜찮아지|괜찮아질|펴지|펴질|사라지|사라질)(?:나|까|려나|는지|겠|죠)"
)
_HE_SENDS = searched(r"(?:보내|부쳐|부치|넣어|싸서)(?:도|면)(?:되|돼|괜찮)")
#: The same by a way of his own.
_HIS_WAY = searched(
    r"(?P<way>편의점|우체국|직접|제가|내가|다른택배|착불|선불|퀵)[가-힣]{0,8}(?:보내|부쳐|부치|접수해|가져다드려|갖다드려)(?:도|면)(?:되|돼|괜찮)"
)
_SENDS_AGAIN = searched(r"(?:다시|재|새로|한번더)(?:보내|발송|배송|부쳐)")
#: Where goods go that are sent back, or who comes for them.
_TELLS_WHERE = searched(r"주소|회수|수거|방문|기사님|접수처")


#: What goods came in is no longer whole.
_BOX_TORN = re.compile(
    r"(?:근데|그런데|혹시|그리고|아|택배|배송|상품|제품|신발|겉)*(?:박스|상자|포장지?|비닐|쇼핑백|케이스)(?:가|이|는|은|를|을|도)?(?:좀|살짝|조금|다|이미)*"
    r"(?:찢|뜯|구겨|구긴|젖|찌그러|망가|훼손)[가-힣]{0,4}?(?:는데|은데|어도|으면|서)[가-힣]{0,8}?(?:괜찮|되[나는]|돼|상관|어떡|어떻|반품|교환)"
)


def known_of_it(turn: Turn, intent: Intent | None) -> str:
    """The answer to a question about the matter that is open: how it stands, or what the FAQ says
    of its process; empty where the line asks no such thing, or nothing is known.
    """
    status = _status(turn, intent)
    if status or intent is None or awaits_it(turn, intent):
        return status
    may = (
        _of_short_refund(turn)
        or _of_later(turn, intent)
        or _of_its_nature(turn, intent)
        or beyond_it(turn, intent)
        or _may_throw(turn, intent)
        or how_to_pack(turn)
        or his_fee(turn, intent)
    )
    if may or (may := asked_by_when(turn, intent)):
        return may
    asked = manner.pursued(manner.beside_courtesy(turn.text))
    boxed = _is_of_its_box(turn, intent)
    if asked is None or (is_a_trouble(turn) and not boxed) or (asked.is_bare and not asked.facts):
        return ""
    sends = _would_send(turn, intent) or is_fetched_by_us(turn, intent)
    if sends or manner.asks_of_stock(turn.text) or credit_back_untold(turn):
        return turn.texts.asked_person
    told = "" if _is_of_new_order(turn) else _said_of_it(turn, intent, asked)
    # `부품은 재고가 있으면 보내 드려요` is no place.
    nowhere = manner.asks_where_to_send(turn.text) and not _TELLS_WHERE.search(told)
    unknown = (told and nowhere) or (boxed and not told)
    return turn.texts.asked_person if unknown else told


def _is_of_its_box(turn: Turn, intent: Intent) -> bool:
    """`박스가 찢어졌는데 괜찮아요?` of who sends goods back: the goods are as they were."""
    back = intent.ticket == "ask" and intent.category in {"refund", "exchange"}
    return back and bool(_BOX_TORN.match(words.squash(turn.text))) and manner.asks(turn.text)


def _of_short_refund(turn: Turn) -> str:
    """What is said to `왜 택배비를 빼요?` of a refund that is too small: who pays is no answer."""
    told = turn.memory.details.get("what", "").split("\n")
    short = any(manner.paid_back_short(one) or manner.overpaid(one) for one in told)
    blames = short and blames_fee(turn.text)
    return f"{turn.texts.sorry} {turn.texts.asked_person}" if blames else ""


def _said_of_it(turn: Turn, intent: Intent, asked: Pursued) -> str:
    """The lines that hold what is asked of the open matter, unless it is asked of another."""
    best, said = sure(turn), words.squash(turn.text)
    if (best is not None and _is_titled(turn, best, intent)) or changes_subject(turn, intent):
        return ""
    named = best is not None and best.id != intent.id and is_meant(turn, best, asked)
    # `상하면 환불 되는 거죠?` beside a late parcel is of that wish, and of no time that it takes.
    wished = asked.conditional and not (asked.facts or asked.things) and wishes.labels(turn.text)
    mine = (asked.conditional and not wished) or (asked.fee and manner.asks_to_pay(turn.text))
    own = "" if asked.is_bare else of_its_own(turn, intent, asked)
    if named and not mine and not own:
        return ""
    # `환불 되죠?` beside a refund: what else the answers hold of that word is not asked.
    of_itself = bool(asked.names) and all(name in intent.title for name in asked.names)
    of_itself = of_itself and not (asked.facts or asked.things or asked.conditional)
    lines = own or (quoted(turn, intent, asked) if intent.listed and not of_itself else "")
    if not lines and named and best is not None and asked.fee and asked.conditional:
        lines = quoted(turn, best, asked)  # `안 맞으면 교환 무료예요?` beside another matter
    if not lines or digest(lines) != turn.memory.said:
        return lines
    # `박스를 버렸는데 괜찮나요?` is another case of what was just told.
    return turn.texts.asked_person if _ANOTHER_CASE.search(said) else turn.texts.again_short


def _would_send(turn: Turn, intent: Intent) -> bool:
    """`편의점 택배로 보내도 돼요?` of goods that a courier fetches, and in no answer."""
    back = intent.category in GOODS_BACK
    way = _HIS_WAY.search(words.squash(turn.text)) if back else None
    return way is not None and way["way"] not in wording(turn, intent)


def _is_titled(turn: Turn, entry: Intent, current: Intent) -> bool:
    """Whether a line calls an entry of another process by its title (`재입고도 되나요?`)."""
    if entry.id == current.id or not entry.listed or is_kin(current, entry):
        return False
    title = words.title_letters(entry.title)[:LEAST_OF_TITLE]
    return len(title) == LEAST_OF_TITLE and title in words.squash(turn.text)


def _of_later(turn: Turn, intent: Intent) -> str:
    """`배송 늦어지나요?` beside a change of the order: a person knows if it makes it late."""
    longer = intent.category == "order" and manner.asks_if_it_takes_longer(turn.text)
    return turn.texts.asked_person if longer else ""


def _of_its_nature(turn: Turn, intent: Intent) -> str:
    """`원래 그런가요`, `세탁하면 빠지나요` beside a complaint about goods: a person knows."""
    fades = bool(_FADES.search(words.squash(turn.text))) and manner.asks(turn.text)
    fades = fades and intent.category in GOODS_BACK
    normal = intent.ticket == "open" and (fades or manner.asks_if_normal(turn.text))
    return turn.texts.asked_person if normal else ""


def _may_throw(turn: Turn, intent: Intent) -> str:
    """What is said of throwing the goods away, where that is asked, whatever they smell of."""
    if not _THROWS.search(words.squash(turn.text)) or not manner.asks(turn.text):
        return ""
    lines = (line.strip() for line in wording(turn, intent).split("\n"))
    return "\n".join(line for line in lines if "버리지" in line or "보관" in line)


def awaits_it(turn: Turn, intent: Intent | None, taken_for: Intent | None = None) -> bool:
    """Whether the parcel that is late is asked for: no usual time tells when it comes."""
    late = intent is not None and intent.category == "shipping" and intent.ticket == "open"
    # An order that is looked up is asked for, too.
    looked_up = intent is not None and intent in (looks_up_order(turn), tells_stage(turn))
    late = (late or (looked_up and bool(turn.state.ticket))) and not _is_of_new_order(turn)
    when = taken_for is not None and taken_for.category == "shipping" and "언제" in turn.text
    asked = manner.without_occasion(turn.text)
    # When an order leaves that may be called off, or changed, a person sees.
    ordered = intent is not None and intent.category == "order" and bool(turn.state.ticket)
    if ordered and not _is_of_new_order(turn) and _LEAVES_WHEN.search(words.squash(turn.text)):
        return True
    in_time = bool(_IN_TIME.search(words.squash(turn.text)))
    return late and (when or in_time or manner.asks_when_it_comes(asked))


def _status(turn: Turn, intent: Intent | None) -> str:
    """How the ticket stands, for each way in which that is asked."""
    if not turn.state.ticket:
        return ""
    if of_answers := _of_his_answers(turn) or when_open(turn) or announced_of_it(turn, intent):
        return of_answers
    if manner.asks_for_hours(turn.text) and not manner.names_goods(turn.text):
        return anew(turn, f"{turn.texts.patience}\n{when(turn)}", when(turn))
    agent = (intent is None or is_for_a_person(intent)) and manner.asks_when_agent(turn.text)
    if agent or manner.asks_if_heard(turn.text) or _asks_how_it_stands(turn.text):
        return anew(turn, f"{turn.texts.status(turn.ticket)}\n{when(turn)}")
    if manner.asks_how_long(turn.text) and not _asks_when_paid(turn, intent):
        return anew(turn, _how_long(turn, intent))
    return ""


def _of_his_answers(turn: Turn) -> str:
    """What is said to who asks for his number, if he must tell something, or if a picture came."""
    if manner.asks_ticket_number(turn.text):
        return f"{turn.texts.number(turn.ticket)}\n{when(turn)}"
    if manner.asks_if_may_skip(turn.text):
        return turn.texts.skipped
    if _WOULD_TELL.search(words.squash(turn.text)):
        return turn.texts.put_off
    came = manner.asks_of_photo(turn.text) and turn.memory.details.get("photo")
    return f"{turn.texts.photo_kept}\n{when(turn)}" if came else ""


def _asks_how_it_stands(text: str) -> bool:
    """Whether it is asked if it is done, or what became of it, and which in the row it is."""
    if manner.asks_if_done(text):
        return True
    state = manner.asks_status(text) or manner.asks_done(text) or manner.asks_what_is_filed(text)
    state = state or manner.asks_how_it_goes(text)
    return state and manner.asks(text)


def anew(turn: Turn, text: str, other: str = "") -> str:
    """How it stands, in other words where the last line said just that."""
    return (other or turn.texts.status_again) if digest(text) == turn.memory.said else text


def _asks_when_paid(turn: Turn, intent: Intent | None) -> bool:
    """`며칠 걸려요 환불?` beside a cancellation: when its money comes, which the FAQ tells."""
    best = turn.intent(turn.match.candidates[0].intent_id) if turn.match.candidates else None
    sure = turn.match.verdict == "answer" and best is not None and best is not intent
    return sure and best is not None and best.category == "refund" and "환불" in turn.text


def _how_long(turn: Turn, intent: Intent | None) -> str:
    """When a person answers, and what the FAQ says of how long such a process takes."""
    head = f"{turn.texts.status(turn.ticket)}\n{when(turn)}"
    asked = manner.pursued("얼마나 걸려요?")
    lines = quoted(turn, intent, asked) if intent is not None and asked is not None else ""
    lines = (by_his_way(turn, intent) if intent is not None and lines else "") or lines
    return f"{head}\n\n{lines}" if lines else head


def is_about_another(turn: Turn) -> bool:
    """Whether a question beside a ticket surely is about something else that the FAQ knows."""
    best = sure(turn)
    if best is None or best.id == turn.memory.intent or undoes_payment(turn):
        return False
    own = awaits_it(turn, turn.entry, best) or is_of_these(turn, best)
    own = own or _is_of_what_comes_instead(turn, best) or _sends_back(turn, best)
    own = own or _is_of_what_came_back(turn, best) or _cannot_look(turn, best) or packs_it(turn)
    # `가져가시는 거예요?` of a parcel that is for somebody else
    fetched = turn.entry is None or turn.entry.category in GOODS_BACK
    own = own or (fetched and asks_who_fetches(turn))
    if own or is_of_his_freight(turn, best):
        return False
    # Nobody complains of another thing by a question, or calls a person by `직접 가야 하나요`; and
    # `분실이면 환불해주시나요` is of the parcel that is missing.
    no_other = best.ticket == "open" and (
        not manner.reports_problem(turn.text) or manner.asks_if_it_takes_longer(turn.text)
    )
    if no_other or _IF_LOST.search(words.squash(turn.text)):
        return False
    return _is_surely_other(turn, best)


def _is_surely_other(turn: Turn, best: Intent) -> bool:
    """Whether a question calls another entry by its name, or is of what that alone tells."""
    if turn.entry is not None and changes_subject(turn, turn.entry):
        return True
    asked = manner.pursued(manner.beside_courtesy(turn.text))
    if asked is not None and (asked.conditional or asked.is_bare):
        # `안 맞으면 교환 되죠?` beside a question about sizes is of exchanges.
        of_goods = turn.entry is not None and turn.entry.category == "other"
        of_goods = of_goods and not asked.is_bare and is_meant(turn, best, asked)
        return of_goods or _is_of_new_order(turn) or _awaits_its_money(turn, best)
    if is_about_this(turn, best):
        return False
    # Who waits for a person, and told no matter, asks of nothing that was filed.
    free = best.ticket != "open" and (turn.entry is None or is_for_a_person(turn.entry))
    # `두 벌 사면 배송비 어떻게 돼요`: what only answers, by the name it is called by.
    names = manner.things_named(turn.own_words)
    known = turn.entry
    # What belongs to no category has nothing in common.
    other = known is not None and (best.category == "other" or known.category != best.category)
    worded = other and _is_worded_so(best, names)
    called = free or (best.ticket == "none" and (worded or is_called(best, names)))
    meant = asked is None or called or is_meant(turn, best, asked)
    return meant or (asked is not None and bool(of_its_own(turn, best, asked)))


def _awaits_its_money(turn: Turn, best: Intent) -> bool:
    """`취소되면 돈은 언제 와요` beside a cancellation: the FAQ tells when money comes back."""
    known = turn.entry
    return tells_of_money(best) and known is not None and cancels(turn, known)


def _is_of_new_order(turn: Turn) -> bool:
    """`다시 주문하면 오늘 출고되나요?` is of an order that is still to come."""
    best = sure(turn)
    only_tells = best is not None and best.ticket == "none"
    return only_tells and bool(_ORDERS_ANEW.search(words.squash(turn.text)))


def _is_worded_so(entry: Intent, names: Iterable[str]) -> bool:
    """Whether a phrase of an entry holds a word that is asked of (`영업시간이 어떻게 되나요`)."""
    told = [name for name in names if len(name) >= LEAST_NAMED]
    return any(name in words.title_letters(phrase) for name in told for phrase in entry.phrases)


def is_of_these(turn: Turn, taken_for: Intent) -> bool:
    """Whether goods that came amiss are asked of, whatever entry that is like.

    `언제 보내줘요` is of what shall be sent for them; `환불이랑 병원비도 되나요` asks not how a
    refund is asked for.
    """
    known = turn.entry
    amiss = known is not None and known.ticket == "open" and known.category in GOODS_BACK
    if not amiss:
        return False
    if taken_for.ticket == "ask" and wishes.request(taken_for.title) in _GO_BACK:
        # `환불되면 돈은 언제 들어와요` is told with the usual times.
        return not (tells_of_money(taken_for) and manner.asks_for_money(turn.text))
    asks = taken_for.category == "shipping" and bool(_WHEN_SENT.search(words.squash(turn.text)))
    return asks and not manner.names_goods(turn.text)


def _sends_back(turn: Turn, taken_for: Intent) -> bool:
    """`택배 한 번에 보내도 되나요` beside two returns is of what he sends."""
    back = turn.entry is not None and turn.entry.category in GOODS_BACK
    return (
        back
        and taken_for.category == "shipping"
        and bool(_HE_SENDS.search(words.squash(turn.text)))
    )


def _is_of_what_comes_instead(turn: Turn, taken_for: Intent) -> bool:
    """`검정 말고 흰색으로 바꿔도 돼요?` beside an exchange changes no order."""
    wish = turn.memory.details.get("wish", "")
    return taken_for is changes_order(turn) and wish.startswith(wishes.EXCHANGE)


def _is_of_what_came_back(turn: Turn, taken_for: Intent) -> bool:
    """`새 주소로 다시 보내 주실 수 있나요` beside a parcel that went back to the store."""
    lines = turn.memory.details.get("what", "").split("\n")
    came_back = taken_for is changes_address(turn) and any(map(manner.was_sent_back, lines))
    return came_back and bool(_SENDS_AGAIN.search(words.squash(turn.text)))


def _cannot_look(turn: Turn, taken_for: Intent) -> bool:
    """`제 주문 언제 오는지 알고 싶은데요` of who cannot log in: he sees no page of his orders."""
    return turn.entry is turn.faq.stand_ins["site"] and taken_for is tells_stage(turn)
